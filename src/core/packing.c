/*
 * packing.c: the best disjoint packing of a class set into bundles
 *
 * Only bundles within the set that fetch more than their classes do apart
 * matter; what one fetches more is its gain.  Choosing disjoint bundles of the
 * greatest total gain is choosing a heaviest independent set in the graph whose
 * edges join bundles that overlap.  That is searched by branch and bound:
 * bundles that are safe to take are taken, parts that no longer touch each other
 * are solved apart, and a branch is left when a cover by cliques shows that it
 * cannot win.  All bundles that share a class form a clique, so price lists of
 * the usual kind, where most bundles hold a name, fall apart in a few steps.
 */
#include "packing.h"

#include <stdlib.h>
#include <string.h>

#define BUNDLE_WORDS	(BV_BUNDLE_LIMIT / 64)

typedef struct BundleSet
{
	uint64_t	word[BUNDLE_WORDS];
} BundleSet;

typedef struct Search
{
	int64_t		gain[BV_BUNDLE_LIMIT];	/* above zero */
	BundleSet	overlap[BV_BUNDLE_LIMIT];	/* the others that share a class */
	int64_t		work;			/* left before we give up */
} Search;

static inline void
bundle_add(BundleSet *set, int i)
{
	set->word[i / 64] |= UINT64_C(1) << (i % 64);
}

static inline void
bundle_remove(BundleSet *set, int i)
{
	set->word[i / 64] &= ~(UINT64_C(1) << (i % 64));
}

static inline int
bundle_count(const BundleSet *set)
{
	int			count = 0;

	for (int w = 0; w < BUNDLE_WORDS; w++)
		count += __builtin_popcountll(set->word[w]);
	return count;
}

static inline bool
bundle_is_empty(const BundleSet *set)
{
	uint64_t	any = 0;

	for (int w = 0; w < BUNDLE_WORDS; w++)
		any |= set->word[w];
	return any == 0;
}

static inline BundleSet
bundle_intersection(const BundleSet *a, const BundleSet *b)
{
	BundleSet	result;

	for (int w = 0; w < BUNDLE_WORDS; w++)
		result.word[w] = a->word[w] & b->word[w];
	return result;
}

static inline BundleSet
bundle_difference(const BundleSet *a, const BundleSet *b)
{
	BundleSet	result;

	for (int w = 0; w < BUNDLE_WORDS; w++)
		result.word[w] = a->word[w] & ~b->word[w];
	return result;
}

/* The first member from i on, or BV_BUNDLE_LIMIT. */
static inline int
bundle_next(const BundleSet *set, int i)
{
	for (; i < BV_BUNDLE_LIMIT; i = (i / 64 + 1) * 64)
	{
		uint64_t	rest = set->word[i / 64] >> (i % 64);

		if (rest != 0)
			return i + __builtin_ctzll(rest);
	}
	return BV_BUNDLE_LIMIT;
}

#define FOREACH_BUNDLE(i, set) \
	for (int i = bundle_next(set, 0); i < BV_BUNDLE_LIMIT; i = bundle_next(set, i + 1))

static int64_t
total_gain(Search *search, const BundleSet *set)
{
	int64_t		total = 0;

	FOREACH_BUNDLE(i, set)
	{
		search->work--;
		total += search->gain[i];
	}
	return total;
}

/*
 * No choice from the set gains more than this.  Of a clique at most one can be
 * taken, so gains are paid off clique by clique: each costs what its cheapest
 * member still has to pay, and all its members are credited with that.
 */
static int64_t
upper_bound(Search *search, BundleSet set)
{
	int64_t		owed[BV_BUNDLE_LIMIT];
	int64_t		bound = 0;

	FOREACH_BUNDLE(i, &set)
		owed[i] = search->gain[i];

	while (!bundle_is_empty(&set))
	{
		int			least = bundle_next(&set, 0);
		BundleSet	rest;
		int64_t		paid;

		FOREACH_BUNDLE(i, &set)
		{
			search->work--;
			if (owed[i] < owed[least])
				least = i;
		}
		paid = owed[least];
		bound += paid;
		bundle_remove(&set, least);

		rest = bundle_intersection(&set, &search->overlap[least]);
		while (!bundle_is_empty(&rest))
		{
			int			i = bundle_next(&rest, 0);

			search->work--;
			owed[i] -= paid;
			if (owed[i] == 0)
				bundle_remove(&set, i);
			rest = bundle_intersection(&rest, &search->overlap[i]);
		}
	}
	return bound;
}

/* The part of the set that hangs together with its first member. */
static BundleSet
connected_part(Search *search, const BundleSet *set)
{
	BundleSet	part = {{0}};
	BundleSet	edge = {{0}};

	bundle_add(&edge, bundle_next(set, 0));
	while (!bundle_is_empty(&edge))
	{
		int			i = bundle_next(&edge, 0);
		BundleSet	reached = bundle_intersection(set, &search->overlap[i]);

		search->work--;
		bundle_add(&part, i);
		for (int w = 0; w < BUNDLE_WORDS; w++)
			edge.word[w] = (edge.word[w] | reached.word[w]) & ~part.word[w];
	}
	return part;
}

/*
 * Takes every bundle that gains at least as much as all that overlap it: some
 * best choice has it.  Returns what was gained and leaves the rest in the set.
 */
static int64_t
take_safe(Search *search, BundleSet *set)
{
	int64_t		gained = 0;
	bool		taken;

	do
	{
		taken = false;
		FOREACH_BUNDLE(i, set)
		{
			BundleSet	rivals = bundle_intersection(set, &search->overlap[i]);

			search->work--;
			if (search->gain[i] >= total_gain(search, &rivals))
			{
				gained += search->gain[i];
				bundle_remove(set, i);
				*set = bundle_difference(set, &rivals);
				taken = true;
			}
		}
	} while (taken);
	return gained;
}

/*
 * The greatest gain from the set where that is above floor, else any number not
 * above floor.  Every level takes at least one bundle away.
 */
static int64_t
best_gain(Search *search, BundleSet set, int64_t floor)
{
	int64_t		gained = take_safe(search, &set);
	BundleSet	part;
	BundleSet	without;
	int64_t		bound;
	int64_t		best;
	int64_t		with;
	int			branch = -1;
	int			most = -1;

	if (bundle_is_empty(&set) || search->work < 0)
		return gained;

	bound = upper_bound(search, set);
	if (gained + bound <= floor)
		return floor;

	part = connected_part(search, &set);
	without = bundle_difference(&set, &part);
	if (!bundle_is_empty(&without))
	{
		/* what is not connected cannot be in each other's way */
		while (!bundle_is_empty(&set))
		{
			int64_t		part_floor;
			int64_t		part_gain;

			part = connected_part(search, &set);
			set = bundle_difference(&set, &part);
			part_floor = floor - gained - upper_bound(search, set);
			part_gain = best_gain(search, part, part_floor);
			if (part_gain <= part_floor || search->work < 0)
				return floor;
			gained += part_gain;
		}
		return gained;
	}

	/* whichever overlaps most others leaves least to do, taken or not */
	FOREACH_BUNDLE(i, &set)
	{
		BundleSet	rivals = bundle_intersection(&set, &search->overlap[i]);
		int			degree = bundle_count(&rivals);

		search->work--;
		if (degree > most)
		{
			most = degree;
			branch = i;
		}
	}

	floor -= gained;
	bundle_remove(&set, branch);
	without = bundle_difference(&set, &search->overlap[branch]);
	with = search->gain[branch] +
		best_gain(search, without, floor - search->gain[branch]);
	if (with > floor)
		floor = with;
	best = best_gain(search, set, floor);
	if (with > best)
		best = with;
	return gained + best;
}

/* A bundle within the set that gains something. */
typedef struct Candidate
{
	const BvClassSet *classes;
	int64_t		gain;
} Candidate;

/* By falling gain, then by classes: the order in which bundles came leaves no trace. */
static int
compare_candidates(const void *a, const void *b)
{
	const Candidate *first = a;
	const Candidate *second = b;

	if (first->gain != second->gain)
		return first->gain > second->gain ? -1 : 1;
	return memcmp(first->classes, second->classes, sizeof(BvClassSet));
}

/* What the single classes of a set fetch apart. */
static int64_t
price_apart(const BvPrices *prices, const BvClassSet *classes)
{
	int64_t		price = 0;

	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
		price += prices->single[n];
	return price;
}

bool
bv_best_packing(const BvPrices *prices, const BvClassSet *classes, int64_t *price)
{
	Candidate	candidate[BV_BUNDLE_LIMIT];
	Search		search;
	BundleSet	all = {{0}};
	int			count = 0;
	int			kept = 0;

	*price = price_apart(prices, classes);

	for (int i = 0; i < prices->bundle_count; i++)
	{
		const BvBundle *bundle = &prices->bundles[i];

		if (!bv_class_set_is_empty(&bundle->classes) &&
			bv_class_set_contains(classes, &bundle->classes))
		{
			candidate[count].classes = &bundle->classes;
			candidate[count].gain = bundle->price - price_apart(prices, &bundle->classes);
			if (candidate[count].gain > 0)
				count++;
		}
	}
	if (count == 0)
		return true;
	qsort(candidate, count, sizeof(Candidate), compare_candidates);

	/* A bundle is of no use where another within it gains no less. */
	for (int i = 0; i < count; i++)
	{
		bool		useless = false;

		for (int j = 0; j < kept && !useless; j++)
			useless = bv_class_set_contains(candidate[i].classes, candidate[j].classes);
		for (int j = i + 1; j < count && !useless && candidate[j].gain == candidate[i].gain; j++)
			useless = bv_class_set_contains(candidate[i].classes, candidate[j].classes) &&
				!bv_class_set_equal(candidate[i].classes, candidate[j].classes);
		if (!useless)
			candidate[kept++] = candidate[i];
	}

	search.work = BV_PACKING_WORK;
	for (int i = 0; i < kept; i++)
	{
		search.gain[i] = candidate[i].gain;
		search.overlap[i] = (BundleSet) {{0}};
		bundle_add(&all, i);
		for (int j = 0; j < i; j++)
		{
			BvClassSet	common = bv_class_set_intersection(candidate[i].classes,
														   candidate[j].classes);

			if (!bv_class_set_is_empty(&common))
			{
				bundle_add(&search.overlap[i], j);
				bundle_add(&search.overlap[j], i);
			}
		}
	}
	*price += best_gain(&search, all, 0);
	return search.work >= 0;
}
