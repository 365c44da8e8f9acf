/*
 * evidence_value.h: what the distinct values of a column say
 *
 * Between the files of evidence only: what others call is in evidence.h.
 */
#ifndef BV_EVIDENCE_VALUE_H
#define BV_EVIDENCE_VALUE_H

#include <stdbool.h>

#include "evidence_weight.h"
#include "sample.h"

/* The share of the distinct values that some of its counts make up. */
static inline double
bv_share_of(int part, const BvSample *sample)
{
	return sample->distinct > 0 ? (double) part / sample->distinct : 0;
}

/*
 * Numbers as a counter or a clock gives them: dense, or seconds since 1970.
 * They pass check digits by chance alone, and loose checks, as those of an
 * SSN, nearly always.
 */
extern bool bv_is_generated(const BvSample *sample);

/*
 * Log-odds from how many values are valid for a class that has a validator;
 * generated is what bv_is_generated() says of them.
 */
extern double bv_weigh_values(const BvClass *class, const BvSample *sample, bool generated);

/* Log-odds from what the values look like, in a column of one of BV_TYPE_*. */
extern double bv_weigh_shape(BvShape shape, const BvSample *sample, int type);

#endif							/* BV_EVIDENCE_VALUE_H */
