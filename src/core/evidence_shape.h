/*
 * evidence_shape.h: what the values of a column look like
 *
 * Between the files of evidence only: bv_protection_name(), which others call, is
 * in evidence.h.
 */
#ifndef BV_EVIDENCE_SHAPE_H
#define BV_EVIDENCE_SHAPE_H

#include <stdbool.h>

#include "evidence.h"
#include "evidence_weight.h"

/* Log-odds from what the values look like, in a column of one of BV_TYPE_*. */
extern double bv_weigh_shape(BvShape shape, const BvSample *sample, int type);

/*
 * How the values are protected, by what they look like, which the name may say
 * more exactly; by the name alone where there are none, or no sample at all.
 */
extern BvProtection bv_protection_of(const BvSample *sample, BvProtection named);

/* Is data of that class kept as digests, tokens or ciphertext?  Not what looks so itself. */
extern bool bv_may_be_protected(const BvClass *class);

#endif							/* BV_EVIDENCE_SHAPE_H */
