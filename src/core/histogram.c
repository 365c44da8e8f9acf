/* histogram.c: how many records there are of each kind */
#include "histogram.h"

#include <stdlib.h>
#include <string.h>

/* So few kinds are searched one by one; more have a hash index behind them. */
#define UNINDEXED_MAX 8

/*
 * Slots of the index, a power of two as capacities are; an entry is the number
 * of a kind plus one.
 */
#define SLOTS(capacity) ((capacity) > UNINDEXED_MAX ? 2 * (capacity) : 0)

/* What each level of the ladder keeps. */
typedef struct Level
{
	int			price_bits;		/* buckets per octave of prices: 2 ^ this; -1 exact */
	int			block_bits;		/* neighbouring classes that are one: 2 ^ this */
} Level;

/*
 * 256 buckets an octave keep a value within 1e-5 of exact for exponents from
 * 0.2: prices in a bucket differ from their mean by at most 1/256, and the
 * value's relative error is at most |1/m - 1| * (1/256)^2 / 2.
 */
static const Level ladder[BV_COARSEST_LEVEL + 1] = {
	{-1, 0}, {8, 0}, {8, 1}, {8, 2}, {8, 3}, {8, 4},
	{8, 5}, {8, 6}, {8, 7}, {8, 8}, {8, 9}, {0, 9}
};

static uint16_t *
index_of(const BvHistogram *histogram)
{
	return (uint16_t *) &histogram->kind[histogram->capacity];
}

size_t
bv_histogram_size(uint32_t capacity, size_t names_size)
{
	return bv_histogram_stored_size(capacity, names_size) + SLOTS(capacity) * sizeof(uint16_t);
}

size_t
bv_histogram_stored_size(uint32_t count, size_t names_size)
{
	return sizeof(BvHistogram) + count * sizeof(BvKind) + names_size;
}

/* Where the names are: behind the index, which a canonical histogram has not. */
static char *
names_of(const BvHistogram *histogram)
{
	uint32_t	slots = histogram->canonical ? 0 : SLOTS(histogram->capacity);

	return (char *) (index_of(histogram) + slots);
}

BvNames
bv_histogram_names(const BvHistogram *histogram)
{
	BvNames		names = {histogram->names_size, names_of(histogram)};

	return names;
}

void
bv_histogram_init(BvHistogram *histogram, uint32_t capacity, const BvNames *names)
{
	memset(histogram, 0, bv_histogram_size(capacity, names->size));
	histogram->capacity = capacity;
	histogram->names_size = (uint16_t) names->size;
	if (names->size > 0)
		memcpy(names_of(histogram), names->text, names->size);
}

uint32_t
bv_histogram_next_capacity(const BvHistogram *histogram)
{
	uint32_t	capacity = 2;

	while (capacity <= histogram->capacity)
		capacity *= 2;
	return capacity < BV_KINDS_MAX ? capacity : BV_KINDS_MAX;
}

/* The lower bound of the bucket that a price falls into. */
static int64_t
bucket_of(int64_t price, int bits)
{
	int			shift;

	if (bits < 0 || price < (INT64_C(1) << bits) || price == 0)
		return price;
	shift = 63 - __builtin_clzll((unsigned long long) price) - bits;
	return (price >> shift) << shift;
}

/*
 * The first number of the block that a class is in.  What has a name has no
 * permanent neighbours: all of it is in one block, until that is in block 0.
 */
static inline int
block_of(int number, int bits)
{
	if (number >= BV_USER_CLASS_FIRST && bits > 0 && BV_USER_CLASS_FIRST >> bits > 0)
		return BV_USER_CLASS_FIRST;
	return (number >> bits) << bits;
}

/* The first number of each block of classes that the set touches. */
static BvClassSet
blocks_of(const BvClassSet *classes, int bits)
{
	BvClassSet	blocks = {{0}};

	if (bits == 0)
		return *classes;
	if (classes->word[0] & 1)	/* the block of class 0 */
		bv_class_set_add(&blocks, 0);
	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
		bv_class_set_add(&blocks, block_of(n, bits));
	return blocks;
}

BvClassSet
bv_histogram_classes(const BvHistogram *histogram, const BvKind *kind)
{
	int			bits = ladder[histogram->level].block_bits;
	BvClassSet	classes = {{0}};

	if (bits == 0)
		return kind->classes;
	for (int n = bv_class_set_next(&histogram->held, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(&histogram->held, n))
	{
		if (bv_class_set_has(&kind->classes, block_of(n, bits)))
			bv_class_set_add(&classes, n);
	}
	return classes;
}

bool
bv_histogram_is_priced(const BvHistogram *histogram)
{
	for (uint32_t i = 0; i < histogram->count; i++)
	{
		if (histogram->kind[i].price != BV_NO_PRICE && histogram->kind[i].records > 0)
			return true;
	}
	return false;
}

/* ---------- finding kinds ---------- */

static inline bool
is_kind(const BvKind *kind, const BvClassSet *classes, int64_t price)
{
	return kind->price == price && bv_class_set_equal(&kind->classes, classes);
}

static inline uint32_t
hash_kind(const BvClassSet *classes, int64_t price)
{
	uint64_t	hash = (uint64_t) price;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
	{
		hash ^= classes->word[i];
		hash *= UINT64_C(0x9E3779B97F4A7C15);
		hash ^= hash >> 32;
	}
	return (uint32_t) hash;
}

/* The kind's place, or NULL; with an index, slot is where it is or would be. */
static BvKind *
find(BvHistogram *histogram, const BvClassSet *classes, int64_t price, uint32_t *slot)
{
	uint32_t	slots = SLOTS(histogram->capacity);

	if (slots == 0)
	{
		for (uint32_t i = 0; i < histogram->count; i++)
		{
			if (is_kind(&histogram->kind[i], classes, price))
				return &histogram->kind[i];
		}
		return NULL;
	}
	for (*slot = hash_kind(classes, price) & (slots - 1);; *slot = (*slot + 1) & (slots - 1))
	{
		uint16_t	entry = index_of(histogram)[*slot];

		if (entry == 0)
			return NULL;
		if (is_kind(&histogram->kind[entry - 1], classes, price))
			return &histogram->kind[entry - 1];
	}
}

/* Appends a kind that is not there yet; there must be room. */
static BvKind *
append(BvHistogram *histogram, const BvClassSet *classes, int64_t price)
{
	BvKind	   *kind;
	uint32_t	slot = 0;

	find(histogram, classes, price, &slot);
	kind = &histogram->kind[histogram->count++];
	memset(kind, 0, sizeof(BvKind));
	kind->classes = *classes;
	kind->price = price;
	if (SLOTS(histogram->capacity) > 0)
		index_of(histogram)[slot] = (uint16_t) histogram->count;
	histogram->emptied++;
	return kind;
}

/* Adds to a kind; false, and nothing done, when the count would overflow. */
static inline bool
count_in(BvHistogram *histogram, BvKind *kind, int64_t records, __int128 total)
{
	bool		was_empty = (kind->records == 0);
	int64_t		new_records;
	__int128	new_total;

	if (__builtin_add_overflow(kind->records, records, &new_records) ||
		__builtin_add_overflow(bv_kind_total(kind), total, &new_total))
		return false;
	kind->records = new_records;
	kind->total_low = (uint64_t) new_total;
	kind->total_high = (int64_t) (new_total >> 64);
	histogram->emptied += (new_records == 0) - was_empty;
	histogram->latest = (uint32_t) (kind - histogram->kind);
	return true;
}

/* ---------- rebuilding in place ---------- */

/* Drops emptied kinds and merges those that the present level makes one. */
static bool
rebuild(BvHistogram *histogram)
{
	const Level *level = &ladder[histogram->level];
	uint32_t	count = histogram->count;

	memset(index_of(histogram), 0, SLOTS(histogram->capacity) * sizeof(uint16_t));
	histogram->count = histogram->emptied = histogram->latest = 0;
	for (uint32_t i = 0; i < count; i++)
	{
		/* by value: its place may be taken by an earlier one */
		BvKind		old = histogram->kind[i];
		BvClassSet	classes = blocks_of(&old.classes, level->block_bits);
		int64_t		price = bucket_of(old.price, level->price_bits);
		uint32_t	slot;
		BvKind	   *kind;

		if (old.records == 0)
			continue;
		kind = find(histogram, &classes, price, &slot);
		if (kind == NULL)
			kind = append(histogram, &classes, price);
		if (!count_in(histogram, kind, old.records, bv_kind_total(&old)))
			return false;
	}
	return true;
}

bool
bv_histogram_raise(BvHistogram *histogram, int level)
{
	if (level <= histogram->level)
		return true;
	if (ladder[histogram->level].block_bits == 0 && ladder[level].block_bits > 0)
	{
		for (uint32_t i = 0; i < histogram->count; i++)
		{
			if (histogram->kind[i].records > 0)
				histogram->held = bv_class_set_union(&histogram->held,
													 &histogram->kind[i].classes);
		}
	}
	histogram->level = (uint8_t) level;
	return rebuild(histogram);
}

/* Are there as many prices as level 0 may keep apart, and this one not among them? */
static bool
is_one_price_too_many(const BvHistogram *histogram, int64_t price)
{
	int64_t		seen[4 * BV_PRICES_MAX];	/* a hash table of the prices met */
	int			count = 0;

	if (price == BV_NO_PRICE || histogram->count < BV_PRICES_MAX)
		return false;
	memset(seen, 0xFF, sizeof(seen));	/* BV_NO_PRICE everywhere */
	for (uint32_t i = 0; i < histogram->count; i++)
	{
		int64_t		other = histogram->kind[i].price;
		uint64_t	slot = (uint64_t) other * UINT64_C(0x9E3779B97F4A7C15) >> 54;

		if (other == BV_NO_PRICE || histogram->kind[i].records == 0)
			continue;
		if (other == price)
			return false;
		while (seen[slot] != BV_NO_PRICE && seen[slot] != other)
			slot = (slot + 1) % (4 * BV_PRICES_MAX);
		count += (seen[slot] != other);
		seen[slot] = other;
	}
	return count == BV_PRICES_MAX;
}

/*
 * Finds or makes the kind and counts records in, at the present level or at a
 * coarser one.  The classes may be blocks of this level or of one before it.
 */
static BvAdded
count_kind(BvHistogram *histogram, const BvClassSet *classes, int64_t price,
		   int64_t records, __int128 total)
{
	for (;;)
	{
		const Level *level = &ladder[histogram->level];
		BvClassSet	blocks = blocks_of(classes, level->block_bits);
		int64_t		bucket = bucket_of(price, level->price_bits);
		uint32_t	slot;
		BvKind	   *kind = find(histogram, &blocks, bucket, &slot);

		if ((kind == NULL || kind->records == 0) && histogram->level == 0 &&
			is_one_price_too_many(histogram, price))
		{
			if (!bv_histogram_raise(histogram, 1))
				return BV_TOO_MANY;
			continue;
		}
		if (kind == NULL && histogram->count == histogram->capacity)
		{
			if (histogram->capacity < BV_KINDS_MAX)
				return BV_FULL;
			if (histogram->emptied > 0 ? !rebuild(histogram) :
				!bv_histogram_raise(histogram, histogram->level + 1))
				return BV_TOO_MANY;
			continue;
		}
		if (kind == NULL)
			kind = append(histogram, &blocks, bucket);
		return count_in(histogram, kind, records, total) ? BV_ADDED : BV_TOO_MANY;
	}
}

/* Counts in records of these true classes, and remembers what is held. */
static BvAdded
count_classes(BvHistogram *histogram, const BvClassSet *classes, int64_t price,
			  int64_t records, __int128 total)
{
	BvAdded		added = count_kind(histogram, classes, price, records, total);

	if (added == BV_ADDED && ladder[histogram->level].block_bits > 0)
		histogram->held = bv_class_set_union(&histogram->held, classes);
	return added;
}

/* ---------- what others call ---------- */

BvAdded
bv_histogram_add(BvHistogram *histogram, const BvClassSet *classes,
				 int64_t price, int64_t records)
{
	__int128	total = (price == BV_NO_PRICE) ? 0 : (__int128) price * records;

	/* the common case, and records of one kind tend to come together */
	if (histogram->level == 0 && histogram->count > 0)
	{
		BvKind	   *kind = &histogram->kind[histogram->latest];
		uint32_t	slot;

		/* latest may be a caller's guess, from a larger histogram */
		if (histogram->latest >= histogram->count || !is_kind(kind, classes, price))
			kind = find(histogram, classes, price, &slot);
		if (kind != NULL && kind->records > 0)
			return count_in(histogram, kind, records, total) ? BV_ADDED : BV_TOO_MANY;
	}
	return records == 0 ? BV_ADDED :
		count_classes(histogram, classes, price, records, total);
}

BvAdded
bv_histogram_add_total(BvHistogram *histogram, const BvClassSet *classes,
					   __int128 total, int64_t records)
{
	return count_classes(histogram, classes, (int64_t) (total / records), records, total);
}

BvAdded
bv_histogram_add_kind(BvHistogram *histogram, const BvHistogram *other,
					  const BvRenaming *renaming, uint32_t which)
{
	const BvKind *kind = &other->kind[which];
	bool		is_exact = (ladder[other->level].block_bits == 0);
	BvClassSet	classes;
	BvAdded		added;

	if (kind->records == 0)
		return BV_ADDED;
	if (!bv_histogram_raise(histogram, other->level))
		return BV_TOO_MANY;
	classes = is_exact ? bv_rename_classes(&kind->classes, renaming) : kind->classes;
	added = count_kind(histogram, &classes, kind->price, kind->records,
					   bv_kind_total(kind));
	if (added == BV_ADDED && ladder[histogram->level].block_bits > 0)
	{
		classes = bv_histogram_classes(other, kind);
		classes = bv_rename_classes(&classes, renaming);
		histogram->held = bv_class_set_union(&histogram->held, &classes);
	}
	return added;
}

BvAdded
bv_histogram_remove(BvHistogram *histogram, const BvClassSet *classes,
					int64_t price, int64_t records)
{
	__int128	total = (price == BV_NO_PRICE) ? 0 : (__int128) price * records;
	uint32_t	slot;
	BvKind	   *kind;

	if (histogram->level > 0)
		return BV_NOT_THERE;
	kind = find(histogram, classes, price, &slot);
	if (kind == NULL || kind->records < records)
		return BV_NOT_THERE;
	return count_in(histogram, kind, -records, -total) ? BV_ADDED : BV_TOO_MANY;
}

static int
compare_kinds(const void *a, const void *b)
{
	const BvKind *left = a;
	const BvKind *right = b;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
	{
		if (left->classes.word[i] != right->classes.word[i])
			return left->classes.word[i] < right->classes.word[i] ? -1 : 1;
	}
	return (left->price > right->price) - (left->price < right->price);
}

/* All classes of all kinds; the blocks of some from level 2 on. */
static BvClassSet
all_classes(const BvHistogram *histogram)
{
	BvClassSet	all = histogram->held;

	if (ladder[histogram->level].block_bits > 0)
		return all;
	for (uint32_t i = 0; i < histogram->count; i++)
	{
		if (histogram->kind[i].records > 0)
			all = bv_class_set_union(&all, &histogram->kind[i].classes);
	}
	return all;
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/* Keeps the names in use, in order, and numbers the classes of all kinds anew. */
static void
sort_names(BvHistogram *histogram, BvNameTable *sorted)
{
	BvNames		names = bv_histogram_names(histogram);
	BvNames		sorted_names;
	BvClassSet	used = all_classes(histogram);
	const char *name[BV_NAMES_MAX];
	BvRenaming	renaming = {.is_identity = false};
	int			count = 0;

	for (int n = bv_class_set_next(&used, BV_USER_CLASS_FIRST - 1); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(&used, n))
		name[count++] = bv_names_get(&names, n);
	qsort(name, count, sizeof(*name), compare_names);
	for (int i = 0; i < count; i++)
		bv_name_table_add(sorted, name[i]);

	sorted_names = bv_name_table_names(sorted);
	for (int n = bv_class_set_next(&used, BV_USER_CLASS_FIRST - 1); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(&used, n))
		renaming.number[n - BV_USER_CLASS_FIRST] =
			(int16_t) bv_names_find(&sorted_names, bv_names_get(&names, n));
	histogram->held = bv_rename_classes(&histogram->held, &renaming);
	if (ladder[histogram->level].block_bits > 0)
		return;
	for (uint32_t i = 0; i < histogram->count; i++)
	{
		BvKind	   *kind = &histogram->kind[i];

		if (kind->records > 0)
			kind->classes = bv_rename_classes(&kind->classes, &renaming);
	}
}

void
bv_histogram_make_canonical(BvHistogram *histogram)
{
	BvNameTable names;
	uint32_t	count = 0;

	if (histogram->canonical)
		return;
	names.size = names.count = 0;
	if (histogram->names_size > 0)
		sort_names(histogram, &names);
	for (uint32_t i = 0; i < histogram->count; i++)
	{
		if (histogram->kind[i].records > 0)
			histogram->kind[count++] = histogram->kind[i];
	}
	qsort(histogram->kind, count, sizeof(BvKind), compare_kinds);
	histogram->count = histogram->capacity = count;
	histogram->emptied = histogram->latest = 0;
	histogram->canonical = true;
	histogram->names_size = (uint16_t) names.size;
	memcpy(names_of(histogram), names.text, names.size);
	if (!bv_histogram_is_priced(histogram))
		memset(histogram->currency, 0, sizeof(histogram->currency));
}

void
bv_histogram_copy(BvHistogram *to, const BvHistogram *from)
{
	uint32_t	capacity = to->capacity;
	uint16_t	names_size = to->names_size;

	memcpy((char *) to + sizeof(to->vl_len_), (const char *) from + sizeof(from->vl_len_),
		   bv_histogram_stored_size(from->count, 0) - sizeof(to->vl_len_));
	to->capacity = capacity;
	to->names_size = names_size;
	to->canonical = false;
	rebuild(to);
}
