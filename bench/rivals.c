/*
 * rivals.c: what speaks for every class that a column may be, for bench/accuracy.py
 *
 * Reads tables, a line each:
 *     T <id> <name>                                              a table begins
 *     C <name> <BV_TYPE_*> <key: 0, 1 own, 2 foreign> <table it refers to> <rows> <nulls> <distinct>
 *     V <value>                                                  one of its distinct values
 * with tabs between, and writes a line for each column: id, name, and of each
 * rival "class:prior:name:type:table:values" in log-odds.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "evidence.h"

#define COLUMNS_MAX		512
#define LINE_MAX_BYTES	65536
#define YEAR			2026

static BvColumn columns[COLUMNS_MAX];
static BvSample samples[COLUMNS_MAX];
static BvVerdict verdicts[COLUMNS_MAX];
static BvVerdict rivals[BV_CLASS_LIMIT];
static int	count = 0;

static char *
copy(const char *text)
{
	char	   *made = strdup(text);

	if (made == NULL)
		abort();
	return made;
}

/* The verdicts on a table, each column first by itself, then beside the others. */
static void
end_table(const char *id, const char *name)
{
	BvTableContext context;

	for (int i = 0; i < count; i++)
	{
		bv_sample_end(&samples[i]);
		columns[i].table_name = name;
		columns[i].sample = samples[i].rows > 0 ? &samples[i] : NULL;
		verdicts[i] = bv_weigh(&columns[i], NULL);
	}
	context = bv_table_context(name, verdicts, count);
	for (int i = 0; i < count; i++)
	{
		int			found = bv_rivals(&columns[i], &context, rivals);

		printf("%s\t%s", id, columns[i].name);
		for (int j = 0; j < found; j++)
			printf("\t%s:%.4f:%.4f:%.4f:%.4f:%.4f", bv_class_by_number(rivals[j].number)->name,
				   rivals[j].parts.prior, rivals[j].parts.name, rivals[j].parts.type,
				   rivals[j].parts.table, rivals[j].parts.values);
		putchar('\n');
	}
	count = 0;
}

int
main(void)
{
	static char line[LINE_MAX_BYTES];
	char	   *id = NULL;
	char	   *table = NULL;

	while (fgets(line, sizeof(line), stdin) != NULL)
	{
		char	   *fields[8] = {0};
		char	   *rest = line;
		int			n = 0;

		line[strcspn(line, "\n")] = '\0';
		if (line[0] == 'V' && count > 0)
		{
			bv_sample_add(&samples[count - 1], line + 2, strlen(line + 2));
			continue;
		}
		while (n < 8 && (fields[n] = strsep(&rest, "\t")) != NULL)
			n++;
		if (line[0] == 'T' && n >= 3)
		{
			if (id != NULL)
				end_table(id, table);
			id = copy(fields[1]);
			table = copy(fields[2]);
		}
		else if (line[0] == 'C' && n == 8 && count < COLUMNS_MAX)
		{
			BvColumn   *column = &columns[count];
			BvSample   *sample = &samples[count++];

			memset(column, 0, sizeof(*column));
			column->name = copy(fields[1]);
			column->type = atoi(fields[2]);
			column->key = (BvKey) atoi(fields[3]);
			column->key_target = fields[4][0] != '\0' ? copy(fields[4]) : NULL;
			bv_sample_init(sample, YEAR);
			sample->rows = atoll(fields[5]);
			sample->nulls = atoll(fields[6]);
			sample->population = atof(fields[7]);
		}
	}
	if (id != NULL)
		end_table(id, table);
	return 0;
}
