/* test_packing.c: best disjoint packing against worked examples, an oracle and the worst lists we know */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "packing.h"
#include "tap.h"

#define UNIT	INT64_C(1000000000)

/* Classes of the worked examples; any numbers will do. */
enum
{
	NAME = 1, DOB, SSN, CARD = 64, CVV, PIN, PHONE = BV_CLASS_LIMIT - 1
};

static BvClassSet
set_of(const int *number)
{
	BvClassSet	set = {{0}};

	for (; *number != 0; number++)
		bv_class_set_add(&set, *number);
	return set;
}

#define SET(...) set_of((const int[]) {__VA_ARGS__, 0})

static uint64_t random_state = UINT64_C(20210816);

static uint32_t
random_below(uint32_t limit)
{
	random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (random_state >> 33) % limit;
}

static void
test_examples(void)
{
	BvBundle	bundle[] = {
		{SET(NAME, DOB, SSN), 4 * UNIT},
		{SET(NAME, DOB, SSN, PHONE), 45 * UNIT / 10},
		{SET(CARD, CVV), 3 * UNIT},
		{SET(CARD, CVV, PIN), 5 * UNIT},
		{SET(NAME, SSN, CARD, CVV, PIN), 10 * UNIT}
	};
	static BvPrices prices;
	struct
	{
		BvClassSet	classes;
		int64_t		expected;	/* tenths */
		const char *what;
	}			example[] = {
		{{{0}}, 0, "nothing known"},
		{SET(NAME, DOB), 3, "no bundle: the sum"},
		{SET(NAME, DOB, SSN), 40, "the bundle, not the sum"},
		{SET(NAME, DOB, SSN, PHONE), 45, "the larger bundle"},
		{SET(CARD, CVV, PIN), 50, "the card with its PIN"},
		{SET(CARD, PIN), 20, "half a bundle is none"},
		{SET(NAME, DOB, SSN, CARD, CVV, PIN, PHONE), 103, "10 + 0.2 + 0.1, not 4.5 + 5"},
		{SET(NAME, 200), 1, "a class without a price adds nothing"},
		{SET(200, 300), 0, "classes without a price"}
	};

	prices.single[NAME] = UNIT / 10;
	prices.single[DOB] = UNIT * 2 / 10;
	prices.single[SSN] = UNIT;
	prices.single[CARD] = UNIT;
	prices.single[CVV] = UNIT;
	prices.single[PIN] = UNIT;
	prices.single[PHONE] = UNIT / 10;
	prices.bundles = bundle;
	prices.bundle_count = 5;

	for (int i = 0; i < (int) (sizeof(example) / sizeof(example[0])); i++)
	{
		int64_t		price = -1;

		ok(bv_best_packing(&prices, &example[i].classes, &price) &&
		   price == example[i].expected * UNIT / 10, "%s", example[i].what);
	}
}

/* By brute force over all subsets of up to twelve classes numbered from 1. */
static int64_t
oracle(const BvPrices *prices, int classes)
{
	static int64_t best[1 << 12];

	best[0] = 0;
	for (int set = 1; set < 1 << classes; set++)
	{
		int			lowest = __builtin_ctz(set);

		best[set] = best[set & (set - 1)] + prices->single[lowest + 1];
		for (int i = 0; i < prices->bundle_count; i++)
		{
			int			bundle = (int) (prices->bundles[i].classes.word[0] >> 1);

			if ((bundle >> lowest & 1) && (bundle & ~set) == 0 &&
				best[set & ~bundle] + prices->bundles[i].price > best[set])
				best[set] = best[set & ~bundle] + prices->bundles[i].price;
		}
	}
	return best[(1 << classes) - 1];
}

static void
test_oracle(void)
{
	static BvPrices prices;
	BvBundle	bundle[40];
	BvBundle	other[40];
	int			wrong = 0;
	int			moved = 0;
	int			smaller = 0;

	for (int round = 0; round < 5000; round++)
	{
		int			classes = 1 + random_below(12);
		int			scale = round % 3 == 0 ? 4 : 1000;	/* few or many ties */
		BvClassSet	all = {{0}};
		BvClassSet	part;
		int64_t		price;
		int64_t		again;

		prices.bundle_count = random_below(41);
		prices.bundles = bundle;
		for (int n = 1; n <= classes; n++)
		{
			bv_class_set_add(&all, n);
			prices.single[n] = random_below(scale) / 2;
		}
		for (int i = 0; i < prices.bundle_count; i++)
		{
			int			size = 1 + random_below(4);

			memset(&bundle[i], 0, sizeof(BvBundle));
			bundle[i].price = random_below(scale * size);
			while (size-- > 0)
				bv_class_set_add(&bundle[i].classes, 1 + random_below(classes));
		}
		if (!bv_best_packing(&prices, &all, &price) || price != oracle(&prices, classes))
			wrong++;

		/* turned round, and with one class fewer */
		for (int i = 0; i < prices.bundle_count; i++)
			other[i] = bundle[prices.bundle_count - 1 - i];
		prices.bundles = other;
		if (!bv_best_packing(&prices, &all, &again) || again != price)
			moved++;
		part = all;
		part.word[0] &= ~(UINT64_C(1) << classes);
		if (!bv_best_packing(&prices, &part, &again) || again > price)
			smaller++;
	}
	ok(wrong == 0, "5000 random lists as by brute force (%d differ)", wrong);
	ok(moved == 0, "the order of bundles does not matter (%d differ)", moved);
	ok(smaller == 0, "fewer classes are never worth more (%d are)", smaller);
}

/*
 * Bundles of one size over so many classes, as much in each other's way as
 * chance makes them; false when the search was given up.
 */
static bool
pack_random(int bundles, int size, int classes, int spread, double *seconds)
{
	static BvPrices prices;
	static BvBundle bundle[BV_BUNDLE_LIMIT];
	BvClassSet	all = {{0}};
	int64_t		price;
	clock_t		begun;
	bool		found;

	memset(&prices, 0, sizeof(prices));
	memset(bundle, 0, sizeof(bundle));
	prices.bundles = bundle;
	prices.bundle_count = bundles;
	for (int n = 1; n <= classes; n++)
		bv_class_set_add(&all, n);
	for (int i = 0; i < bundles; i++)
	{
		while (bv_class_set_count(&bundle[i].classes) < size)
			bv_class_set_add(&bundle[i].classes, 1 + random_below(classes));
		bundle[i].price = 1000 * size + random_below(spread);
	}
	begun = clock();
	found = bv_best_packing(&prices, &all, &price);
	*seconds = (double) (clock() - begun) / CLOCKS_PER_SEC;
	return found;
}

static void
test_bounded(void)
{
	double		seconds;
	double		slowest = 0;
	int			tried = 0;
	int			solved = 0;

	/* more than any price list has that we know of */
	for (int size = 2; size <= 6; size++)
		for (int classes = 8; classes <= 64; classes += 8)
			for (int spread = 1; spread <= 1000; spread *= 1000)
			{
				tried++;
				solved += pack_random(64, size, classes, spread, &seconds);
				if (seconds > slowest)
					slowest = seconds;
			}
	ok(solved == tried, "64 bundles at random over 8 to 64 classes: %d of %d solved", solved, tried);
	printf("# slowest %.3f s\n", slowest);

	/* as bad as a list can be made: there is an answer or none, soon */
	slowest = 0;
	for (int size = 2; size <= 6; size += 2)
		for (int classes = 36; classes <= 324; classes *= 3)
		{
			pack_random(BV_BUNDLE_LIMIT, size, classes, 1000, &seconds);
			if (seconds > slowest)
				slowest = seconds;
		}
	ok(slowest < 30, "no list keeps the search going");
	printf("# slowest %.3f s\n", slowest);
}

/* Every class at the highest price there can be. */
static void
test_limits(void)
{
	static BvPrices prices;
	static BvBundle bundle[BV_BUNDLE_LIMIT];
	BvClassSet	all = {{0}};
	int64_t		price;

	for (int n = 1; n < BV_CLASS_LIMIT; n++)
	{
		bv_class_set_add(&all, n);
		prices.single[n] = BV_PRICE_LIMIT;
	}
	ok(bv_best_packing(&prices, &all, &price) &&
	   price == BV_PRICE_LIMIT * (BV_CLASS_LIMIT - 1), "the dearest record there can be");

	/* the usual kind: a name, a birth date, and any one of many numbers */
	memset(&prices, 0, sizeof(prices));
	prices.bundles = bundle;
	prices.bundle_count = BV_BUNDLE_LIMIT;
	for (int i = 0; i < BV_BUNDLE_LIMIT; i++)
	{
		bundle[i].classes = SET(1, 2, 3 + i);
		bundle[i].price = 1000 + i;
	}
	ok(bv_best_packing(&prices, &all, &price) && price == 1000 + BV_BUNDLE_LIMIT - 1,
	   "one name makes one bundle");

	/* a chain: neighbours overlap, every second one can be had */
	for (int i = 0; i < BV_BUNDLE_LIMIT; i++)
	{
		bundle[i].classes = SET(1 + i, 2 + i);
		bundle[i].price = 10;
	}
	ok(bv_best_packing(&prices, &all, &price) && price == 10 * BV_BUNDLE_LIMIT / 2,
	   "a chain of overlaps");

	/* triangles side by side, each an independent choice */
	for (int i = 0; i < 255; i++)
	{
		int			first = 1 + i / 3 * 3;

		bundle[i].classes = SET(first + i % 3, first + (i + 1) % 3);
		bundle[i].price = 10 + i % 3;
	}
	prices.bundle_count = 255;
	ok(bv_best_packing(&prices, &all, &price) && price == 85 * 12, "many parts that do not touch");

	/* a bundle of nothing is worth nothing */
	memset(&bundle[0], 0, sizeof(BvBundle));
	bundle[0].price = 5;
	prices.bundle_count = 1;
	ok(bv_best_packing(&prices, &all, &price) && price == 0, "an empty bundle is passed over");
}

int
main(void)
{
	test_examples();
	test_oracle();
	test_bounded();
	test_limits();
	return done_testing();
}
