/*
 * made_key.h: keys as programs number things, plain or with a home-made check digit
 *
 * Rivals of the numbers of people: a scheme of check digits is not what makes a
 * number a person's.
 */
#ifndef MADE_KEY_H
#define MADE_KEY_H

#include <stdint.h>

/* Room for any key, with its check digits and a terminator. */
#define MADE_KEY_MAX	32

typedef enum MadeCheck
{
	MADE_CHECK_NONE,
	MADE_CHECK_LUHN,
	MADE_CHECK_MOD_11,			/* weights 2 to 10 */
	MADE_CHECK_MOD_11_LESS,		/* the same, subtracted from 11 */
	MADE_CHECK_MOD_11_SEVEN,	/* weights 2 to 7 */
	MADE_CHECK_MOD_11_SEVEN_LESS,
	MADE_CHECK_MOD_97,			/* ISO 7064 */
	MADE_CHECK_MOD_97_LESS,		/* the rest, subtracted from 97 */
	MADE_CHECK_GTIN,
	MADE_CHECK_MOD_11_10		/* ISO 7064 */
} MadeCheck;

#define MADE_CHECKS		(MADE_CHECK_MOD_11_10 + 1)

/* What a scheme is called. */
extern const char *const made_check_name[MADE_CHECKS];

/* Makes that many digits at random, the first not 0, terminated. */
extern void made_digits(char *text, int digits, uint64_t *seed);

/* Appends the check digits of the scheme to terminated digits, and a terminator. */
extern void made_append_check(char *text, MadeCheck check);

#endif							/* MADE_KEY_H */
