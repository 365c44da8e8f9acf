/*
 * test_published.c: identifiers that others published as valid or invalid
 *
 * Each is told as test/data/published.tsv says, unless an exception with a
 * reason is in test/data/published_exceptions.tsv, and every exception is one
 * in fact.  doc/validators.md has a table of the exceptions.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "tap.h"

#define CASES		"test/data/published.tsv"
#define EXCEPTIONS	"test/data/published_exceptions.tsv"
#define PAGE		"doc/validators.md"

#define ROWS_MAX	4000
#define FIELDS		4

typedef struct Row
{
	char	   *field[FIELDS];
	bool		used;
} Row;

static Row	cases[ROWS_MAX];
static Row	exceptions[ROWS_MAX];

/* Files as a whole, terminated. */
#define FILE_MAX	(1 << 20)
static char case_text[FILE_MAX];
static char exception_text[FILE_MAX];
static char page[FILE_MAX];

static void
read_file(const char *path, char text[FILE_MAX])
{
	FILE	   *file = fopen(path, "rb");
	size_t		size;

	if (file == NULL)
	{
		fprintf(stderr, "cannot read %s: run it where the Makefile is\n", path);
		exit(1);
	}
	size = fread(text, 1, FILE_MAX - 1, file);
	text[size] = '\0';
	fclose(file);
}

/* Reads rows of that many fields with tabs between; # begins a comment. */
static int
read_rows(const char *path, char *text, Row *rows, int fields)
{
	int			count = 0;

	read_file(path, text);
	for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n"))
	{
		int			field = 0;

		if (line[0] == '#')
			continue;
		rows[count].field[field++] = line;
		for (char *p = line; *p != '\0' && field < fields; p++)
		{
			if (*p == '\t')
			{
				*p = '\0';
				rows[count].field[field++] = p + 1;
			}
		}
		if (field != fields || ++count == ROWS_MAX)
		{
			fprintf(stderr, "%s: row %d: not %d fields, or too many rows\n", path, count + 1, fields);
			exit(1);
		}
	}
	return count;
}

static bool
is_valid(const BvClass *class, const char *value)
{
	size_t		length = strlen(value);
	char	   *exact = malloc(length + (length == 0));
	bool		valid;
	BvClassSet	set;

	memcpy(exact, value, length);
	valid = bv_is_valid(class, exact, length);
	set = bv_classes_of(exact, length);
	if (bv_class_set_has(&set, class->number) != valid)
		ok(0, "classes_of and the validator of %s agree on \"%s\"", class->name, value);
	free(exact);
	return valid;
}

int
main(void)
{
	int			case_count = read_rows(CASES, case_text, cases, 4);
	int			exception_count = read_rows(EXCEPTIONS, exception_text, exceptions, 4);
	int			told = 0;
	int			deviations = 0;
	int			unexplained = 0;
	int			unheld = 0;
	int			untold = 0;

	read_file(PAGE, page);
	for (int i = 0; i < case_count; i++)
	{
		Row		   *row = &cases[i];
		const BvClass *class = bv_class_by_name(row->field[0], strlen(row->field[0]));
		bool		expected = strcmp(row->field[2], "valid") == 0;
		Row		   *exception = NULL;

		if (class == NULL || (!expected && strcmp(row->field[2], "invalid") != 0))
		{
			ok(0, "case %d is of a class of ours and says valid or invalid: %s", i + 1, row->field[0]);
			continue;
		}
		if (class->is_valid == NULL)
		{
			untold++;
			continue;
		}
		told++;
		if (is_valid(class, row->field[1]) == expected)
			continue;
		deviations++;
		for (int j = 0; j < exception_count; j++)
		{
			if (strcmp(exceptions[j].field[0], row->field[0]) == 0 &&
				strcmp(exceptions[j].field[1], row->field[1]) == 0)
				exception = &exceptions[j];
		}
		if (exception != NULL)
			exception->used = true;
		else
			unexplained += !ok(0, "%s: \"%s\" is %s (%s)", row->field[0], row->field[1],
							   row->field[2], row->field[3]);
	}
	ok(untold == 0, "every class with published values has a validator (%d values have none)", untold);
	ok(unexplained == 0, "%d published values are told as they were published, but for %d exceptions",
	   told - deviations, deviations);

	for (int i = 0; i < exception_count; i++)
	{
		const BvClass *class = bv_class_by_name(exceptions[i].field[0], strlen(exceptions[i].field[0]));
		char		line[1000];

		if (class != NULL && class->is_valid != NULL && !exceptions[i].used)
			unheld += !ok(0, "still an exception: %s \"%s\"", exceptions[i].field[0], exceptions[i].field[1]);
		snprintf(line, sizeof(line), "| %s | `%s` | %s | %s |", exceptions[i].field[0],
				 exceptions[i].field[1], exceptions[i].field[2], exceptions[i].field[3]);
		if (strstr(page, line) == NULL)
			unheld += !ok(0, PAGE " has the row %s", line);
	}
	ok(unheld == 0, "%d exceptions are in force, and in " PAGE, exception_count);
	return done_testing();
}
