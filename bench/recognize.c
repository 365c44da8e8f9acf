/*
 * recognize.c: what it costs to tell the classes of a value, all classes active
 *
 * For each column, nanoseconds per value: the median of rounds in which all
 * columns take turns, so that what else the machine does is shared by all.
 * Arguments: values per column, rounds, and optionally a word of the names of
 * the columns to measure.
 */
#include <time.h>

#include "columns.h"

#define COLUMNS_MAX		512
#define ROUNDS_MAX		99

static BvBenchColumn columns[COLUMNS_MAX];
static double times[COLUMNS_MAX][ROUNDS_MAX];

static double
now(void)
{
	struct timespec at;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
	return at.tv_sec * 1e9 + at.tv_nsec;
}

static int
compare_doubles(const void *a, const void *b)
{
	double		x = *(const double *) a;
	double		y = *(const double *) b;

	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	int			count = argc > 1 ? atoi(argv[1]) : 4096;
	int			rounds = argc > 2 ? atoi(argv[2]) : 15;
	const char *word = argc > 3 ? argv[3] : "";
	int			columns_count = 0;
	int			above = 0;
	volatile uint64_t sink = 0;

	if (count < 1 || rounds < 1 || rounds > ROUNDS_MAX)
		return 2;
	for (const BvSpecimen *specimen = bv_specimens; specimen->class_name != NULL; specimen++)
	{
		if (strstr(specimen->class_name, word) != NULL || *word == '\0')
			columns[columns_count++] = bench_specimens(specimen, count);
	}
	for (size_t i = 0; i < sizeof(bench_patterns) / sizeof(bench_patterns[0]); i++)
	{
		if (strstr(bench_patterns[i].name, word) != NULL)
			columns[columns_count++] = bench_pattern(bench_patterns[i].name, bench_patterns[i].pattern, count);
	}
	columns[columns_count] = bench_mix("shuffled mix", columns, columns_count, count);
	columns_count++;

	for (int round = -1; round < rounds; round++)
	{
		for (int i = 0; i < columns_count; i++)
		{
			int			c = (i + (round + 1) * 7) % columns_count;
			const BvBenchColumn *column = &columns[c];
			double		start = now();
			uint64_t	sum = 0;

			for (int row = 0; row < column->count; row++)
			{
				BvClassSet	set = bv_classes_of(column->value[row], column->len[row]);

				sum += set.word[0] ^ set.word[1] ^ set.word[2];
			}
			sink += sum;
			if (round >= 0)
				times[c][round] = (now() - start) / column->count;
		}
	}
	for (int c = 0; c < columns_count; c++)
	{
		qsort(times[c], rounds, sizeof(double), compare_doubles);
		printf("%7.1f ns  %s\n", times[c][rounds / 2], columns[c].name);
		above += times[c][rounds / 2] > 40;
	}
	printf("%d columns, of which %d above 40 ns\n", columns_count, above);
	return sink == 1;			/* so that what was told is not left out */
}
