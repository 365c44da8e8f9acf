/*
 * check_digit.h: what validators share: trimming, digits in groups, check sums
 */
#ifndef BV_CHECK_DIGIT_H
#define BV_CHECK_DIGIT_H

#include <stdbool.h>
#include <stddef.h>

#include "character.h"

/* Drops the white space around a value; bv_trim_spaces is for values that seem to have some. */
extern void bv_trim_spaces(const char **value, size_t *len);

static inline void
bv_trim(const char **value, size_t *len)
{
	if (*len > 0 && ((unsigned char) (*value)[0] <= ' ' || (unsigned char) (*value)[*len - 1] <= ' '))
	{
		/* copies, so that what is trimmed may stay in registers */
		const char *start = *value;
		size_t		rest = *len;

		bv_trim_spaces(&start, &rest);
		*value = start;
		*len = rest;
	}
}

/* A number as people write it: digits in groups, one separator between each two. */
#define BV_DIGITS_MAX	32
#define BV_GROUPS_MAX	8

typedef struct BvDigits
{
	char		digit[BV_DIGITS_MAX + 1];	/* '0' .. '9', terminated */
	int			count;
	int			group[BV_GROUPS_MAX];	/* how many digits each has */
	int			groups;
	char		separator;		/* the only kind there is, or 0 */
} BvDigits;

/*
 * Reads a whole value that has nothing but digits and one of the separators,
 * always the same, singly, and between digits.  False if it is anything else.
 */
extern bool bv_read_digits(const char *value, size_t len, const char *separators,
						   BvDigits *digits);

/* Are the groups of these sizes (written "324": each a digit)? */
extern bool bv_has_groups(const BvDigits *digits, const char *sizes);

/* Are all characters the same? */
extern bool bv_all_equal(const char *text, int len);

/* The number that count digits stand for; count at most 9. */
extern int	bv_number(const char *digits, int count);

/* Luhn, ISO/IEC 7812-1 annex B: the last digit is the check digit. */
extern bool bv_luhn(const char *digits, int count);

/* The sum of digits times weights; weights may be negative. */
extern int	bv_weighted_sum(const char *digits, const int *weights, int count);

/*
 * The remainder of a number modulo 97 when letters are read as 10 .. 35 (ISO
 * 7064), continued from that of the characters before; -1 for other characters.
 */
extern int	bv_mod_97(const char *text, size_t len, int remainder);

/* Is it a date of the Gregorian calendar? */
extern bool bv_is_date(int year, int month, int day);

#endif							/* BV_CHECK_DIGIT_H */
