/*
 * class_set.h: the classes of personal data that one record holds
 *
 * A fixed-size bitmap; bit N stands for the class with permanent number N.
 * Built-in classes have the numbers 1 .. 255, classes made by users in SQL
 * 256 .. 383.  Bit 0 is never set.
 */
#ifndef BV_CLASS_SET_H
#define BV_CLASS_SET_H

#include <stdbool.h>
#include <stdint.h>

#define BV_CLASS_SET_WORDS	6
#define BV_CLASS_LIMIT		(64 * BV_CLASS_SET_WORDS)	/* first number that is none */
#define BV_USER_CLASS_FIRST 256

typedef struct BvClassSet
{
	uint64_t	word[BV_CLASS_SET_WORDS];	/* bit N % 64 of word N / 64 */
} BvClassSet;

static inline void
bv_class_set_add(BvClassSet *set, int number)
{
	set->word[number / 64] |= UINT64_C(1) << (number % 64);
}

static inline bool
bv_class_set_has(const BvClassSet *set, int number)
{
	return (set->word[number / 64] >> (number % 64)) & 1;
}

static inline bool
bv_class_set_is_empty(const BvClassSet *set)
{
	uint64_t	any = 0;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		any |= set->word[i];
	return any == 0;
}

/* Is every class of part also in whole? */
static inline bool
bv_class_set_contains(const BvClassSet *whole, const BvClassSet *part)
{
	uint64_t	missing = 0;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		missing |= part->word[i] & ~whole->word[i];
	return missing == 0;
}

static inline bool
bv_class_set_equal(const BvClassSet *a, const BvClassSet *b)
{
	uint64_t	differs = 0;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		differs |= a->word[i] ^ b->word[i];
	return differs == 0;
}

static inline BvClassSet
bv_class_set_union(const BvClassSet *a, const BvClassSet *b)
{
	BvClassSet	result;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		result.word[i] = a->word[i] | b->word[i];
	return result;
}

static inline BvClassSet
bv_class_set_intersection(const BvClassSet *a, const BvClassSet *b)
{
	BvClassSet	result;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		result.word[i] = a->word[i] & b->word[i];
	return result;
}

static inline BvClassSet
bv_class_set_difference(const BvClassSet *a, const BvClassSet *b)
{
	BvClassSet	result;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		result.word[i] = a->word[i] & ~b->word[i];
	return result;
}

/*
 * The next member above number, or BV_CLASS_LIMIT; begin with 0:
 * for (n = bv_class_set_next(set, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(set, n))
 */
static inline int
bv_class_set_next(const BvClassSet *set, int number)
{
	for (int n = number + 1; n < BV_CLASS_LIMIT; n = (n / 64 + 1) * 64)
	{
		uint64_t	rest = set->word[n / 64] >> (n % 64);

		if (rest != 0)
			return n + __builtin_ctzll(rest);
	}
	return BV_CLASS_LIMIT;
}

static inline int
bv_class_set_count(const BvClassSet *set)
{
	int			count = 0;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		count += __builtin_popcountll(set->word[i]);
	return count;
}

#endif							/* BV_CLASS_SET_H */
