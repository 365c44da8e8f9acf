/*
 * phone.h: telephone numbers as people write them
 */
#ifndef BV_PHONE_H
#define BV_PHONE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "phone_plan.h"

/* E.164 has 15 digits with the calling code. */
#define BV_PHONE_DIGITS 15

/* A number as read; without an extension. */
typedef struct BvPhone
{
	short		calling_code;	/* 0: dialled as at home, and it is not clear where */
	char		country[3];		/* ISO 3166-1 alpha-2, or "": none, or not clear which */
	bool		international;	/* written with its calling code */
	bool		dialled;		/* written as only telephone numbers are: +, brackets, groups */
	uint8_t		flags;			/* BV_PHONE_* */
	char		digit[BV_PHONE_DIGITS + 2]; /* national number; with trunk prefix if calling_code is 0 */
	int			digits;
} BvPhone;

/* Reads a whole value; false if it is no telephone number. */
extern bool bv_phone_parse(const char *value, size_t len, BvPhone *phone);

/*
 * The form to compare by: "+31612345678", or the digits as dialled where the
 * country is not known.  Returns its length.
 */
#define BV_PHONE_TEXT	24
extern int	bv_phone_text(const BvPhone *phone, char text[BV_PHONE_TEXT]);

#endif							/* BV_PHONE_H */
