/*
 * evidence_value.h: what the distinct values of a column say
 *
 * Between the files of evidence only: what others call is in evidence.h.
 */
#ifndef BV_EVIDENCE_VALUE_H
#define BV_EVIDENCE_VALUE_H

#include <stdbool.h>

#include "decoy.h"
#include "evidence.h"
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
 * background is the share of values that rivals explain, 0 if none does;
 * reference says that the name is that of a thing with numbers of its own,
 * decoy is the scheme of things that the values keep, or NULL.
 */
extern double bv_weigh_values(const BvClass *class, const BvSample *sample, double background,
							  bool reference, const BvDecoy *decoy);

/* Log-odds from how many values are words of the class, of a column that is named for it or not. */
extern double bv_weigh_words(const BvClass *class, const BvSample *sample, bool named);

/* May words alone, without a name, make a column a candidate for the class? */
extern bool bv_speaks_by_words(const BvClass *class, const BvSample *sample);

/* Adds the classes for which they do. */
extern void bv_add_spoken(const BvSample *sample, BvClassSet *classes);

/* The scheme of things that the values keep, the strictest; NULL: none. */
extern const BvDecoy *bv_decoy_of(const BvSample *sample);

/*
 * How the values are protected, by what they look like, which the name may say
 * more exactly; by the name alone where there are none, or no sample at all.
 */
extern BvProtection bv_protection_of(const BvSample *sample, BvProtection named);

/* Is data of that class kept as digests, tokens or ciphertext?  Not what looks so itself. */
extern bool bv_may_be_protected(const BvClass *class);

/* Log-odds from what the values look like, in a column of one of BV_TYPE_*. */
extern double bv_weigh_shape(BvShape shape, const BvSample *sample, int type);

#endif							/* BV_EVIDENCE_VALUE_H */
