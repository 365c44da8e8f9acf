/*
 * recognize.c: what it costs to tell the classes of a value, all classes active
 *
 * For each column, nanoseconds per value: the median of rounds in which all
 * columns take turns, so that what else the machine does is shared by all; then
 * their quartiles, and how many are within the goal.
 * Arguments: values per column, rounds, and optionally a word of the names of
 * the columns to measure.
 */
#include <time.h>

#include "columns.h"

#define COLUMNS_MAX		512
#define ROUNDS_MAX		99

/* The goal, for each column of short values and for the mix. */
#define GOAL_NS			40

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
	int			within = 0;
	double		medians[COLUMNS_MAX];
	double		mix;
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
		medians[c] = times[c][rounds / 2];
		printf("%7.1f ns  %s\n", medians[c], columns[c].name);
		within += medians[c] <= GOAL_NS;
	}
	mix = medians[columns_count - 1];
	qsort(medians, columns_count, sizeof(double), compare_doubles);
	printf("\n%d columns, %d of them within %d ns\n"
		   "fastest %.1f, quartiles %.1f, %.1f, %.1f, slowest %.1f ns; shuffled mix %.1f ns\n",
		   columns_count, within, GOAL_NS, medians[0], medians[columns_count / 4],
		   medians[columns_count / 2], medians[columns_count * 3 / 4], medians[columns_count - 1], mix);
	return sink == 1;			/* so that what was told is not left out */
}
