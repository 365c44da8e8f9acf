/*
 * phone_written.h: how a telephone number is written: its groups of digits
 *
 * Between the files of telephone numbers only: what others call is in phone.h.
 * Digits are characters, '0' to '9', unless it is said otherwise.
 */
#ifndef BV_PHONE_WRITTEN_H
#define BV_PHONE_WRITTEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "check_digit.h"

#define BV_PHONE_READ_DIGITS	20	/* an international prefix of four, and one too many */
#define BV_PHONE_READ_GROUPS	8
#define BV_PHONE_LEAST_AT_HOME	7	/* digits of a number without its calling code */

/* A number as written: its groups and what stands between them. */
typedef struct BvWrittenPhone
{
	bool		plus;			/* began with + or 00, not among the digits */
	int			zero;			/* where in digit the 0 of "(0)" is, or -1 */
	char		digit[BV_PHONE_READ_DIGITS];
	int			count;			/* of digits: the sum of the groups, and a "(0)" */
	int			group[BV_PHONE_READ_GROUPS];	/* how many digits each has, at least 1 */
	char		separator[BV_PHONE_READ_GROUPS];	/* after the group; 0 where only a parenthesis is */
	int			groups;			/* at least 1 */
	bool		bracketed;
} BvWrittenPhone;

/* Groups, if they are such as numbers have, and not those of something else; there is no extension. */
extern bool bv_read_phone_form(const char *value, size_t len, BvWrittenPhone *written);

/*
 * The groups of a whole value, if it is written as a number may be, is not
 * something else, and its digits are not made up.
 */
extern bool bv_read_phone(const char *value, size_t len, BvWrittenPhone *written);

/* "(212) 555-0123", "1-212-555-0123", but not "212 555 0123", which others write, too. */
extern bool bv_is_north_american_style(const BvWrittenPhone *written);

/* Are the groups of these sizes, a digit each: "334"? */
static inline bool
bv_is_grouped(const BvWrittenPhone *written, const char *sizes)
{
	for (int i = 0; i < written->groups; i++)
	{
		if (sizes[i] == '\0' || written->group[i] != sizes[i] - '0')
			return false;
	}
	return sizes[written->groups] == '\0';
}

/*
 * Nobody's number ends in so many digits that are the same, however it is written.
 * These two take digits of values 0 to 9 as well.
 */
#define BV_PHONE_ALIKE	8

static inline bool
bv_ends_alike(const char *digits, int count)
{
	return count >= BV_PHONE_ALIKE && bv_all_equal(digits + count - BV_PHONE_ALIKE, BV_PHONE_ALIKE);
}

/* Are the last four digits as far apart as each other, 0 after 9 or 9 after 0? */
static inline bool
bv_ends_evenly(const char *digits, int count)
{
	const uint64_t tens = UINT64_C(1) << 10 | UINT64_C(1) << 20 | UINT64_C(1) << 30;
	const char *last = digits + count - 4;

	return tens >> (last[3] - 2 * last[2] + last[1] + 20) & tens >> (last[2] - 2 * last[1] + last[0] + 20) & 1;
}

/* One digit again and again, or up or down the keyboard, of two or more: nobody's number. */
static inline bool
bv_is_made_up(const char *digits, int count)
{
	int			step;

	if (count > 4 && !bv_ends_evenly(digits, count))
		return false;
	step = (digits[1] - digits[0] + 10) % 10;
	if (bv_ends_alike(digits, count))
		return true;
	if (step != 0 && step != 1 && step != 9)
		return false;
	for (int i = 2; i < count; i++)
	{
		if ((digits[i] - digits[i - 1] + 10) % 10 != step)
			return false;
	}
	return true;
}

#endif							/* BV_PHONE_WRITTEN_H */
