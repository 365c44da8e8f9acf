/*
 * look.h: what one value is like: the classes it is valid for and its form, not the value
 */
#ifndef BV_LOOK_H
#define BV_LOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "class_set.h"

/* Longer values are cut before they get here: they are text, never a number. */
#define BV_LOOK_BYTES	256

/* What can be told of the form of a value; bits of BvLook.traits, counted by number. */
typedef enum BvTrait
{
	BV_LOOK_LETTERED,			/* letters, spaces, and the marks in names */
	BV_LOOK_DIGIT,				/* has one */
	BV_LOOK_ALL_DIGITS,
	BV_LOOK_SPACE,				/* has one inside */
	BV_LOOK_AT,					/* has the sign */
	BV_LOOK_SENTENCE,			/* has five words or more */
	BV_LOOK_LINK,				/* looks like a web address or a path */
	BV_LOOK_DIGEST,				/* hexadecimal, as long as a common digest */
	BV_LOOK_CRYPT,				/* as crypt, Argon2 and LDAP write a password */
	BV_LOOK_NUMBER,				/* a decimal number */
	BV_LOOK_DIALLED,			/* written as only telephone numbers are */
	BV_LOOK_SSN,				/* written 123-45-6789 */
	BV_LOOK_DATE,				/* yyyy-mm-dd or a native one */
	BV_LOOK_IN_90,				/* a number from -90 to 90 */
	BV_LOOK_IN_180,
	BV_LOOK_IN_125,				/* from 0 to 125 */
	BV_LOOK_IN_1000,			/* from 0 to 1,000 */
	BV_LOOK_PRECISE,			/* a number with three decimals or more */
	BV_LOOK_CLOCK,				/* digits as a clock counts them since 1970, in 2001 to 2033 */
	BV_LOOK_MASKED,				/* mostly asterisks, or X, bullets or hashes, in a row */
	BV_LOOK_CIPHER,				/* as encryption writes its output: base64 or an envelope */
	BV_LOOK_UUID,
	BV_LOOK_OPAQUE,				/* one word of 16 or more letters and digits, well mixed */
	BV_LOOK_CAPITAL,			/* begins with a capital */
	BV_LOOK_ONE_LETTER,
	BV_LOOK_PLACEHOLDER,		/* stands for no value: n/a, 1900-01-01 */
	BV_LOOK_UPPER_CODE,			/* capitals, digits and hyphens, with both of the first */
	BV_LOOK_DAY,				/* a calendar date in another order: dd.mm.yyyy, mm/dd/yy */
	BV_LOOK_YEAR,				/* four digits from 1880 to 2035 */
	BV_LOOK_SEALED,				/* ciphertext with the mark of a server that keeps the keys */
	BV_LOOK_CALLED,				/* dialled, and begins with +, 0 or a bracket, or is of 3, 3 and 4 digits */
	BV_LOOK_PLUS				/* dialled, and begins with + */
} BvTrait;

#define BV_TRAITS	(BV_LOOK_PLUS + 1)

/* Sizes of the blocks of numbers that BvLook.block tells apart, as powers of 2. */
#define BV_BLOCK_LEVELS	6
#define BV_BLOCK_SHIFT(level) (8 + 5 * (level))

typedef struct BvLook
{
	BvClassSet	classes;		/* valid for */
	uint32_t	decoys;			/* bits of decoy.h: schemes of things that pass check digits */
	uint32_t	words;			/* bits of lexicon.h: lists it is on */
	uint32_t	traits;			/* 1 << BV_LOOK_* */
	uint16_t	length;			/* in bytes, white space around it aside */
	uint16_t	shape;			/* a hash of its pattern of letters, digits and marks */
	uint8_t		block[BV_BLOCK_LEVELS]; /* of whole numbers: hashes of the blocks they lie in */
	uint8_t		years;			/* of dates: 1 + five years' steps since 1850; 0 none */
	uint8_t		unused;
} BvLook;

/*
 * Looks at a value in any encoding that agrees with ASCII below 128, not
 * blank.  Classes that users made are not among those it is valid for.
 */
extern BvLook bv_look_at(const char *value, size_t len);

/* Is there nothing but white space? */
extern bool bv_is_blank(const char *value, size_t len);

#endif							/* BV_LOOK_H */
