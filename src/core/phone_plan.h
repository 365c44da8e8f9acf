/*
 * phone_plan.h: the numbering plans of the world: is a string of digits a number?
 *
 * One automaton with three beginnings: international numbers (calling code
 * first), those dialled at home in 69 countries, and the latter without
 * the trunk prefix that they should have.  Every number of Google's libphonenumber
 * is in it, and no other.
 */
#ifndef BV_PHONE_PLAN_H
#define BV_PHONE_PLAN_H

#include <stdbool.h>
#include <stdint.h>

/* What a string of digits is; 0: no number. */
#define BV_PHONE_NUMBER		0x01	/* has the form of its country's numbers */
#define BV_PHONE_ASSIGNED	0x02	/* in a range that is in use */
#define BV_PHONE_FIXED		0x04
#define BV_PHONE_MOBILE		0x08

typedef struct BvCallingCode
{
	short		code;
	char		country[3];		/* "" when several share it, or none has it */
	char		trunk[3];		/* what is dialled before a national number at home, or "" */
} BvCallingCode;

typedef struct BvPhoneLabel
{
	short		code;			/* calling code of a number dialled at home; 0 if several countries' */
	uint8_t		flags;			/* BV_PHONE_* */
	char		country[3];		/* "" where several have it, or the calling code tells */
} BvPhoneLabel;

/* The digits at which another step begins (a bit each), and the first step. */
typedef struct BvPhoneState
{
	uint16_t	starts;
	uint16_t	first;
} BvPhoneState;

/* phone_plan_table.c */
extern const BvCallingCode bv_calling_codes[];	/* in order */
extern const int bv_calling_code_count;
extern const uint16_t bv_phone_international;
extern const uint16_t bv_phone_national;
extern const uint16_t bv_phone_bare;
extern const BvPhoneLabel bv_phone_labels[];
extern const BvPhoneState bv_phone_states[];
extern const uint8_t bv_phone_state_label[];
extern const uint16_t bv_phone_steps[];

/* Digits as bv_is_phone() takes them when there is nothing else: by state and digit. */
extern const uint16_t bv_phone_plain;
extern const uint16_t bv_phone_plain_steps[][10];
extern const bool bv_phone_plain_number[];

/* With so many digits more, a bit each, whatever they are: */
typedef struct BvPhoneTold
{
	uint16_t	number;			/* it is a number, */
	uint16_t	none;			/* it is none */
} BvPhoneTold;

/* Where three digits lead: nearly always that tells. */
typedef struct BvPhoneAfterThree
{
	BvPhoneTold told;
	uint16_t	state;
} BvPhoneAfterThree;

extern BvPhoneAfterThree bv_phone_after_three[1000];	/* filled when first asked */

/* Are up to 15 digits, of values 0 to 9, such a number?  Asked where three do not tell. */
extern bool bv_is_plain_phone_at_length(const unsigned char *digit, int count);

static inline bool
bv_is_plain_phone(const unsigned char *digit, int count)
{
	BvPhoneTold told;

	if (count < 3)
		return false;
	told = bv_phone_after_three[100 * digit[0] + 10 * digit[1] + digit[2]].told;
	if (((told.number | told.none) >> (count - 3) & 1) != 0)
		return told.number >> (count - 3) & 1;
	return bv_is_plain_phone_at_length(digit, count);
}

/* The same of digits after +. */
extern bool bv_is_international(const unsigned char *digit, int count);

/* What digits are, from one of the beginnings on. */
extern const BvPhoneLabel *bv_phone_label(uint16_t state, const char *digits, int count);

/* The calling code that digits begin with, and its size; NULL when there is none. */
extern const BvCallingCode *bv_calling_code_of(const char *digits, int count, int *size);

/* By number. */
extern const BvCallingCode *bv_calling_code(int code);

#endif							/* BV_PHONE_PLAN_H */
