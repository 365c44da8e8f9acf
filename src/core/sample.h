/*
 * sample.h: what the distinct values of a column are like, in counts
 */
#ifndef BV_SAMPLE_H
#define BV_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "look.h"
#include "profile.h"

#define BV_DECOY_BITS	32
#define BV_WORD_BITS	32

/* Where the values come from, which decides what they can prove. */
typedef enum BvSource
{
	BV_SOURCE_SAMPLE,			/* distinct values drawn at random, or all of them */
	BV_SOURCE_STATISTICS		/* the planner's: the commonest and some in order */
} BvSource;

/* What the distinct values of a column are like. */
typedef struct BvSample
{
	int			year;			/* today's, for ages */
	BvSource	source;
	int64_t		rows;			/* rows looked at */
	int64_t		nulls;			/* without a value */
	int64_t		blanks;			/* empty or white space */
	int			distinct;		/* different values looked at that are something */
	int64_t		repeats;		/* rows that these are in */
	double		population;		/* different values that the column has, estimated */
	int			passes[BV_CLASS_LIMIT]; /* of them, valid for each class */
	BvClassSet	passed;			/* the classes for which any are */
	int			decoys[BV_DECOY_BITS];
	int			words[BV_WORD_BITS];
	int			traits[BV_TRAITS];
	int			shapes;			/* how many different patterns they have; at most 64 are told apart */
	int			commonest_shape;	/* values of the most usual pattern */
	int			grown_up;		/* are a date that a living person of 15 to 100 has */
	int			dated;			/* have a year at all */
	int			decades;		/* in how many different ones */
	int64_t		bytes;			/* length of them all */
	int			longest;
	int			shortest;
	double		density;		/* different whole numbers per number in their range; 0 not told */

	/* while it is taken */
	uint16_t	shape[64];
	int			shape_values[64];
	uint64_t	decade_bits;
	uint64_t	blocks[BV_BLOCK_LEVELS][4];
	int			whole_numbers;
} BvSample;

/* An empty sample, taken in that year. */
extern void bv_sample_init(BvSample *sample, int year);

/* Adds what one distinct value is like, which is in so many rows. */
extern void bv_sample_take(BvSample *sample, const BvLook *look, int64_t rows);

/* Ends the taking: what depends on all values. */
extern void bv_sample_end(BvSample *sample);

/* Adds one distinct value, not blank; in any encoding that agrees with ASCII. */
extern void bv_sample_add(BvSample *sample, const char *value, size_t len);

/* All that a profile tells. */
extern void bv_sample_of_profile(BvSample *sample, const BvProfile *profile, int year);

#endif							/* BV_SAMPLE_H */
