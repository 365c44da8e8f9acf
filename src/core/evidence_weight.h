/*
 * evidence_weight.h: what is known of a class before a column is looked at
 *
 * Between the files of evidence only: what others call is in evidence.h.
 */
#ifndef BV_EVIDENCE_WEIGHT_H
#define BV_EVIDENCE_WEIGHT_H

#include <stddef.h>

#include "class.h"

/* What the values of a class look like, where a validator does not tell. */
typedef enum BvShape
{
	BV_SHAPE_ANY,
	BV_SHAPE_WORDS,				/* names of people and places */
	BV_SHAPE_FEW,				/* a handful of different short values */
	BV_SHAPE_SEX,				/* even fewer, and single words */
	BV_SHAPE_CODE,				/* short, without spaces, mostly with digits */
	BV_SHAPE_SHORT_NUMBER,		/* 3 to 8 digits */
	BV_SHAPE_PLACE_CODE,		/* postcodes: 3 to 10, nearly always with digits */
	BV_SHAPE_AMOUNT,			/* a number */
	BV_SHAPE_LATITUDE,
	BV_SHAPE_LONGITUDE,
	BV_SHAPE_YEARS,				/* an age */
	BV_SHAPE_SCORE,				/* of credit: 0 to 1,000 */
	BV_SHAPE_BIRTH,				/* a date, most of them of a living adult */
	BV_SHAPE_STREET,			/* addresses: words, often with a number */
	BV_SHAPE_LOGIN,				/* one word */
	BV_SHAPE_SECRET,			/* one word, not a few that repeat */
	BV_SHAPE_HASH,				/* as a stored password is written */
	BV_SHAPE_LINK,				/* a web address or path */
	BV_SHAPE_PROSE,				/* sentences */
	BV_SHAPE_REFERENCE			/* a key: short, no spaces */
} BvShape;

/*
 * Weights of a class.  "named" is the log-odds that a column is of the class
 * when its whole name says so, in a table of which nothing is known; "unnamed"
 * when it has no such name, before its values are seen.
 */
typedef struct BvWeight
{
	const char *name;
	float		named;
	float		unnamed;
	float		table;
	BvShape		shape;
} BvWeight;

/* The weights of a class; there are some for every class. */
extern const BvWeight *bv_weight_of(const BvClass *class);

/* Log-odds, 0 or less, of a folded name that other things than its class have too. */
extern double bv_generic_penalty(const char *name, size_t len);

/* How many entries a table has. */
#define lengthof(array) (sizeof(array) / sizeof((array)[0]))

#endif							/* BV_EVIDENCE_WEIGHT_H */
