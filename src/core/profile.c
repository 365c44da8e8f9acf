/*
 * profile.c: a sample of the distinct values of a column that can be merged
 *
 * Bottom-k sampling (Cohen and Kaplan, 2007): of all distinct values those with
 * the k smallest hashes, which is a uniform sample without replacement.
 */
#include "profile.h"

#include <stdlib.h>

#include "class.h"

void
bv_profile_init(BvProfile *profile, int capacity)
{
	memset(profile, 0, bv_profile_open_size(capacity));
	profile->capacity = (uint16_t) capacity;
	profile->bar = UINT64_MAX;
}

static void
fill_slot(BvProfile *profile, int number)
{
	uint16_t   *slots = bv_profile_slots(profile);
	size_t		mask = BV_PROFILE_SLOTS(profile->capacity) - 1;
	size_t		i = profile->entry[number].hash & mask;

	while (slots[i] != 0)
		i = (i + 1) & mask;
	slots[i] = (uint16_t) (number + 1);
}

static void
fill_slots(BvProfile *profile)
{
	memset(bv_profile_slots(profile), 0,
		   BV_PROFILE_SLOTS(profile->capacity) * sizeof(uint16_t));
	for (int i = 0; i < profile->count; i++)
		fill_slot(profile, i);
}

/* Takes an entry out of the slots: those behind it that may move up do. */
static void
clear_slot(BvProfile *profile, int number)
{
	uint16_t   *slots = bv_profile_slots(profile);
	size_t		mask = BV_PROFILE_SLOTS(profile->capacity) - 1;
	size_t		hole = profile->entry[number].hash & mask;

	while (slots[hole] != number + 1)
		hole = (hole + 1) & mask;
	for (size_t i = (hole + 1) & mask; slots[i] != 0; i = (i + 1) & mask)
	{
		size_t		home = profile->entry[slots[i] - 1].hash & mask;

		if (((i - home) & mask) >= ((i - hole) & mask))
		{
			slots[hole] = slots[i];
			hole = i;
		}
	}
	slots[hole] = 0;
}

/* Lets the entry number at a place of the heap sink to where it belongs. */
static void
sift_down(BvProfile *profile, int place)
{
	uint16_t   *heap = bv_profile_heap(profile);
	uint16_t	number = heap[place];
	uint64_t	hash = profile->entry[number].hash;

	for (int child = 2 * place + 1; child < BV_PROFILE_VALUES; child = 2 * place + 1)
	{
		if (child + 1 < BV_PROFILE_VALUES &&
			profile->entry[heap[child + 1]].hash > profile->entry[heap[child]].hash)
			child++;
		if (profile->entry[heap[child]].hash <= hash)
			break;
		heap[place] = heap[child];
		place = child;
	}
	heap[place] = number;
}

/* Orders the entries of a profile that has just become full: the highest hash on top. */
static void
make_heap(BvProfile *profile)
{
	for (int i = 0; i < BV_PROFILE_VALUES; i++)
		bv_profile_heap(profile)[i] = (uint16_t) i;
	for (int i = BV_PROFILE_VALUES / 2 - 1; i >= 0; i--)
		sift_down(profile, i);
}

void
bv_profile_open(BvProfile *to, int capacity, const BvProfile *from)
{
	memcpy(to, from, bv_profile_closed_size(from->count));
	to->capacity = (uint16_t) capacity;
	memset(&to->entry[to->count], 0, (capacity - to->count) * sizeof(BvProfileEntry));
	fill_slots(to);
	if (to->count == BV_PROFILE_VALUES)
		make_heap(to);
}

static int
compare_entries(const void *a, const void *b)
{
	const BvProfileEntry *left = a;
	const BvProfileEntry *right = b;

	return left->hash < right->hash ? -1 : left->hash > right->hash;
}

void
bv_profile_close(BvProfile *to, const BvProfile *from)
{
	memcpy(to, from, bv_profile_closed_size(from->count));
	qsort(to->entry, to->count, sizeof(BvProfileEntry), compare_entries);
	to->capacity = 0;
	memset(to->name, 0, sizeof(to->name));
}

int
bv_profile_put(BvProfile *profile, const BvProfileEntry *entry)
{
	int			number;

	if (profile->count < profile->capacity)
	{
		number = profile->count++;
		profile->entry[number] = *entry;
		fill_slot(profile, number);
		if (profile->count < BV_PROFILE_VALUES)
			return number;
		make_heap(profile);
	}
	else
	{
		number = bv_profile_heap(profile)[0];
		clear_slot(profile, number);
		profile->entry[number] = *entry;
		fill_slot(profile, number);
		sift_down(profile, 0);
	}
	profile->bar = profile->entry[bv_profile_heap(profile)[0]].hash;
	return number;
}

double
bv_profile_distinct(const BvProfile *profile)
{
	if (profile->count < BV_PROFILE_VALUES)
		return profile->count;
	/* the k-th smallest of n uniform numbers lies at k / (n + 1) */
	return (BV_PROFILE_VALUES - 1) / (((double) profile->bar + 1) / 18446744073709551616.0);
}

const char *
bv_profile_fault(const BvProfile *profile)
{
	int64_t		rows = 0;

	if (profile->count > BV_PROFILE_VALUES || profile->capacity != 0)
		return "number of values";
	if (profile->type > BV_TYPE_OTHER || (profile->type & (profile->type - 1)) != 0)
		return "type of the column";
	if (profile->nulls < 0 || profile->blanks < 0 || profile->rows < 0 ||
		profile->nulls > profile->rows || profile->blanks > profile->rows - profile->nulls)
		return "number of rows";
	rows = profile->rows - profile->nulls - profile->blanks;
	for (int i = 0; i < profile->count; i++)
	{
		if (i > 0 && profile->entry[i].hash <= profile->entry[i - 1].hash)
			return "order of hashes";
		if (profile->entry[i].rows < 1 || profile->entry[i].rows > rows)
			return "number of rows";
		rows -= profile->entry[i].rows;
		if ((uint64_t) profile->entry[i].look.traits >> BV_TRAITS != 0 || profile->entry[i].look.length == 0)
			return "form of a value";
	}
	if (profile->count < BV_PROFILE_VALUES ? profile->bar != UINT64_MAX || rows != 0 :
		profile->bar != profile->entry[profile->count - 1].hash)
		return "number of values";
	return NULL;
}
