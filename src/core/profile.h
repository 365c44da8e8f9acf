/*
 * profile.h: a sample of the distinct values of a column that can be merged
 *
 * The BV_PROFILE_VALUES values with the smallest hashes, each with what it is
 * like and in exactly how many rows it is: a value of the final sample was in
 * it from its first row on, since the bar only ever sinks.  So the profile is
 * that of the multiset of values, in whatever order, parts or plan they came.
 *
 * A flat structure.  Closed, the entries are in order of hash and nothing
 * follows them; open, a hash table of entry numbers follows the room for them,
 * and behind it, where there is room for all, a heap of them: the highest hash,
 * which is the next to go, on top, once there are all.
 */
#ifndef BV_PROFILE_H
#define BV_PROFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fast_hash.h"
#include "look.h"

#define BV_PROFILE_VALUES	256
#define BV_PROFILE_NAME		64

typedef struct BvProfileEntry
{
	uint64_t	hash;
	int64_t		rows;
	BvLook		look;
} BvProfileEntry;

typedef struct BvProfile
{
	uint32_t	header;			/* of whoever stores it: a varlena's length */
	uint16_t	count;			/* entries in use */
	uint16_t	capacity;		/* room for so many; 0 when closed */
	uint32_t	type;			/* BV_TYPE_* of the column; 0 not known */
	uint32_t	unused;
	int64_t		rows;
	int64_t		nulls;
	int64_t		blanks;			/* empty or white space */
	uint64_t	bar;			/* hashes above it are out; the highest there is, until full */
	char		name[BV_PROFILE_NAME];	/* of the column, while being aggregated; else zeros */
	BvProfileEntry entry[];
} BvProfile;

/* Slots are entry numbers plus one; four for each entry that there is room for. */
#define BV_PROFILE_SLOTS(capacity) (4 * (size_t) (capacity))

static inline size_t
bv_profile_open_size(int capacity)
{
	return offsetof(BvProfile, entry) + capacity * sizeof(BvProfileEntry) +
		(BV_PROFILE_SLOTS(capacity) +
		 (capacity < BV_PROFILE_VALUES ? 0 : BV_PROFILE_VALUES)) * sizeof(uint16_t);
}

static inline size_t
bv_profile_closed_size(int count)
{
	return offsetof(BvProfile, entry) + count * sizeof(BvProfileEntry);
}

static inline uint16_t *
bv_profile_slots(const BvProfile *profile)
{
	return (uint16_t *) &profile->entry[profile->capacity];
}

static inline uint16_t *
bv_profile_heap(const BvProfile *profile)
{
	return bv_profile_slots(profile) + BV_PROFILE_SLOTS(profile->capacity);
}

/* The first capacity of an open profile; it doubles. */
#define BV_PROFILE_FIRST	16

/* Makes an empty open profile in room of bv_profile_open_size(capacity). */
extern void bv_profile_init(BvProfile *profile, int capacity);

/* Copies a profile, open or closed, into room for an open one of that capacity. */
extern void bv_profile_open(BvProfile *to, int capacity, const BvProfile *from);

/* Copies an open profile into room of bv_profile_closed_size(count). */
extern void bv_profile_close(BvProfile *to, const BvProfile *from);

/* Must the profile grow before a value of that hash, which it has not, is put in? */
static inline bool
bv_profile_is_full(const BvProfile *profile)
{
	return profile->count == profile->capacity && profile->capacity < BV_PROFILE_VALUES;
}

/* The entry of that hash, or NULL. */
static inline BvProfileEntry *
bv_profile_find(BvProfile *profile, uint64_t hash)
{
	const uint16_t *slots = bv_profile_slots(profile);
	size_t		mask = BV_PROFILE_SLOTS(profile->capacity) - 1;

	for (size_t i = hash & mask; slots[i] != 0; i = (i + 1) & mask)
	{
		if (profile->entry[slots[i] - 1].hash == hash)
			return &profile->entry[slots[i] - 1];
	}
	return NULL;
}

/*
 * Puts in an entry whose hash is new and not above the bar; the highest may go
 * for it.  Returns the number of the entry, which stays its number until it goes.
 */
extern int	bv_profile_put(BvProfile *profile, const BvProfileEntry *entry);

/* How many distinct values the column has: exact below BV_PROFILE_VALUES, else estimated. */
extern double bv_profile_distinct(const BvProfile *profile);

/* What is wrong with a closed profile that came from outside, or NULL. */
extern const char *bv_profile_fault(const BvProfile *profile);

#endif							/* BV_PROFILE_H */
