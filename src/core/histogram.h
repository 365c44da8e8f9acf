/*
 * histogram.h: how many records there are of each kind
 *
 * A kind is what a record holds: a set of classes, and an explicit price or
 * none.  The histogram is flat, self-contained memory: it can be stored,
 * merged and reduced, and it depends on the multiset of records alone, never
 * on the order in which they came or on how they were grouped before.
 *
 * Its size is bounded.  Level 0 is exact.  Where more than BV_PRICES_MAX
 * different prices or BV_KINDS_MAX kinds come together, the histogram climbs a
 * fixed ladder of coarsenings, each nested in the one before, up to the first
 * level that fits:
 *
 *   1        prices fall into logarithmic buckets, with exact count and sum
 *   2 .. 10  blocks of 2, 4, … 512 neighbouring classes are one: a record that
 *            holds any of a block counts as holding all of it that occurs in
 *            the whole histogram (it may be overvalued, never undervalued);
 *            classes that have a name rather than a permanent number are one block
 *   11       buckets of prices as wide as an octave
 */
#ifndef BV_HISTOGRAM_H
#define BV_HISTOGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "class_name.h"
#include "class_set.h"

#define BV_KINDS_MAX		16384
#define BV_PRICES_MAX		256
#define BV_COARSEST_LEVEL	11

/* No price of its own: a model prices the class set. */
#define BV_NO_PRICE			INT64_C(-1)

typedef struct BvKind
{
	BvClassSet	classes;		/* from level 2 on: the first number of each block */
	int64_t		price;			/* billionths, or BV_NO_PRICE; from level 1 on
								 * the lower bound of the bucket */
	int64_t		records;		/* >= 0; 0 only while a state is being reduced */
	uint64_t	total_low;		/* sum of their prices in billionths, */
	int64_t		total_high;		/* 128 bits in two halves; 0 without price */
} BvKind;

typedef struct BvHistogram
{
	int32_t		vl_len_;		/* PostgreSQL's; the core leaves it alone */
	uint32_t	capacity;		/* kinds there is room for: 0 or a power of two
								 * up to BV_KINDS_MAX; canonical: as count */
	uint32_t	count;			/* kinds there are */
	uint32_t	emptied;		/* of these, how many have 0 records now */
	uint32_t	latest;			/* the kind met last: neighbours are often alike;
								 * callers may set it to their guess, right or not */
	uint8_t		level;			/* 0 .. BV_COARSEST_LEVEL */
	bool		canonical;		/* sorted, trimmed, without index: not to be
								 * changed, but copied to a working one */
	uint16_t	names_size;		/* bytes of the names behind all else */
	char		currency[8];	/* of the explicit prices: ISO 4217, or empty */
	BvClassSet	held;			/* from level 2 on: all classes that occur */
	BvKind		kind[];			/* capacity of them, then a hash index, then the
								 * names of classes that are not in the catalogue */
} BvHistogram;

typedef enum BvAdded
{
	BV_ADDED,
	BV_FULL,					/* no room: grow and try again */
	BV_TOO_MANY,				/* a count or sum would overflow */
	BV_NOT_THERE				/* nothing was removed: no such records */
} BvAdded;

/* Bytes for a working histogram with room for so many kinds, and names of that size. */
extern size_t bv_histogram_size(uint32_t capacity, size_t names_size);

/* Bytes of a canonical one. */
extern size_t bv_histogram_stored_size(uint32_t count, size_t names_size);

/* Makes an empty working histogram of memory of bv_histogram_size(capacity, names->size). */
extern void bv_histogram_init(BvHistogram *histogram, uint32_t capacity,
							  const BvNames *names);

/* The names of classes that are not in the catalogue, by the numbers they have here. */
extern BvNames bv_histogram_names(const BvHistogram *histogram);

/* The capacity to grow to, a power of two that is at most BV_KINDS_MAX. */
extern uint32_t bv_histogram_next_capacity(const BvHistogram *histogram);

/*
 * Copies all but vl_len_ and capacity into one with at least as much room, whose
 * names begin with those of the other.
 */
extern void bv_histogram_copy(BvHistogram *to, const BvHistogram *from);

/* Counts records of one kind in; climbs to a coarser level where it must. */
extern BvAdded bv_histogram_add(BvHistogram *histogram, const BvClassSet *classes,
								int64_t price, int64_t records);

/* The same for records of different prices, as levels above 0 keep them. */
extern BvAdded bv_histogram_add_total(BvHistogram *histogram,
									  const BvClassSet *classes,
									  __int128 total, int64_t records);

/*
 * Counts in one kind of another histogram, whose names have those numbers here;
 * only when all kinds have been, from first to last, does the result mean
 * anything.
 */
extern BvAdded bv_histogram_add_kind(BvHistogram *histogram, const BvHistogram *other,
									 const BvRenaming *renaming, uint32_t which);

/* Takes records of one kind out; at level 0 only. */
extern BvAdded bv_histogram_remove(BvHistogram *histogram, const BvClassSet *classes,
								   int64_t price, int64_t records);

/* Climbs to that level at least; false when a sum would overflow. */
extern bool bv_histogram_raise(BvHistogram *histogram, int level);

/*
 * Sorts and trims, in place, kinds and names; two histograms of the same records
 * are then equal bytes.
 */
extern void bv_histogram_make_canonical(BvHistogram *histogram);

/* The classes that records of this kind hold. */
extern BvClassSet bv_histogram_classes(const BvHistogram *histogram, const BvKind *kind);

/* Has any kind, emptied ones aside, a price of its own? */
extern bool bv_histogram_is_priced(const BvHistogram *histogram);

static inline __int128
bv_kind_total(const BvKind *kind)
{
	return ((__int128) kind->total_high << 64) | kind->total_low;
}

#endif							/* BV_HISTOGRAM_H */
