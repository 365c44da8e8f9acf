/*
 * sample.h: what the distinct values of a column are like, in counts; none is kept
 */
#ifndef BV_SAMPLE_H
#define BV_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "class_set.h"

/* Longer values are cut before they get here: they are text, never a number. */
#define BV_SAMPLE_VALUE_MAX 256

/* What the distinct values of a column are like. */
typedef struct BvSample
{
	int			year;			/* today's, for ages */
	int64_t		rows;			/* rows looked at */
	int64_t		nulls;			/* without a value */
	int64_t		blanks;			/* empty or white space */
	int			distinct;		/* different values that are something */
	int			passes[BV_USER_CLASS_FIRST];	/* of them, valid for each class */

	/* how many of the distinct values … */
	int			lettered;		/* are letters, spaces, and the marks in names */
	int			with_digit;
	int			all_digits;
	int			with_space;
	int			with_at;		/* sign */
	int			sentences;		/* have five words or more */
	int			links;			/* look like a web address or a path */
	int			hashes;			/* look like a stored password */
	int			numbers;		/* are a decimal number */
	int			dialled;		/* are written as only telephone numbers are */
	int			hyphenated_ssn; /* are written 123-45-6789 */
	int			dates;			/* are a date, yyyy-mm-dd or a native one */
	int			grown_up;		/* are a date that a living person of 15 to 100 has */
	int64_t		bytes;			/* length of them all */
	int			longest;

	/* of those that are numbers, in the order in which they came */
	double		lowest,
				highest,
				previous;
	int			steps;			/* are close to the one before */
} BvSample;

/* An empty sample, taken in that year. */
extern void bv_sample_init(BvSample *sample, int year);

/* Adds one distinct value, not blank; in any encoding that agrees with ASCII. */
extern void bv_sample_add(BvSample *sample, const char *value, size_t len);

/* Is there nothing but white space? */
extern bool bv_is_blank(const char *value, size_t len);

#endif							/* BV_SAMPLE_H */
