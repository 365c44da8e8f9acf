/*
 * packing.h: what the classes of one record are worth together
 *
 * A price list has a price for single classes and for bundles: sets of classes
 * that are worth more together than apart.  A record is worth its best disjoint
 * packing: the most that its classes fetch when they are dealt out to bundles
 * and single sales, none of them twice.
 */
#ifndef BV_PACKING_H
#define BV_PACKING_H

#include <stdbool.h>
#include <stdint.h>

#include "class_set.h"

/* Bundles in one price list. */
#define BV_BUNDLE_LIMIT		256

/*
 * The greatest price of a class or bundle, in billionths: ten million currency
 * units.  The sum over all classes there can be stays within int64.
 */
#define BV_PRICE_LIMIT		INT64_C(10000000000000000)

/*
 * Best packing is hard in general (weighted set packing), so the search is
 * bounded: it looks at no more than so many bundles, counted each time it does,
 * and gives up rather than answer wrong.  About a quarter of a second.
 */
#define BV_PACKING_WORK		INT64_C(20000000)

typedef struct BvBundle
{
	BvClassSet	classes;
	int64_t		price;			/* billionths, 0 .. BV_PRICE_LIMIT */
} BvBundle;

typedef struct BvPrices
{
	int64_t		single[BV_CLASS_LIMIT]; /* billionths by class number */
	int			bundle_count;	/* at most BV_BUNDLE_LIMIT */
	const BvBundle *bundles;	/* in any order */
} BvPrices;

/*
 * The best packing of the classes, in billionths; false when the bundles overlap
 * in so many ways that the search was given up.
 */
extern bool bv_best_packing(const BvPrices *prices, const BvClassSet *classes,
							int64_t *price);

#endif							/* BV_PACKING_H */
