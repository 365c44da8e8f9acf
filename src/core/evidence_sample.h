/*
 * evidence_sample.h: what a sample of values is worth as evidence
 *
 * Between the files of evidence only: what others call is in evidence.h.  Shares
 * are of the distinct values, 0 to 1; likelihoods are natural logarithms.
 */
#ifndef BV_EVIDENCE_SAMPLE_H
#define BV_EVIDENCE_SAMPLE_H

#include <math.h>
#include <stdbool.h>

#include "sample.h"

/* What is so far below another, in logarithms, adds nothing to it that a double can hold. */
#define BV_FAR_BELOW	40

/* The share of the distinct values that some of its counts make up. */
static inline double
bv_share_of(int part, const BvSample *sample)
{
	return sample->distinct > 0 ? (double) part / sample->distinct : 0;
}

/* The share of them that have one of BV_LOOK_*. */
static inline double
bv_trait_share(const BvSample *sample, int trait)
{
	return bv_share_of(sample->traits[trait], sample);
}

/*
 * Numbers as a counter or a clock gives them: dense, or seconds since 1970.
 * They pass check digits by chance alone, and loose checks, as those of an
 * SSN, nearly always.
 */
extern bool bv_is_generated(const BvSample *sample);

/*
 * Do whole numbers of one length lie in a thousandth of their range?  Numbers of
 * a state do not; those of one bank or maker do.
 */
extern bool bv_is_narrow(const BvSample *sample);

/* How many independent values the sample is worth: at most as many as are distinct. */
extern double bv_effective(const BvSample *sample);

/*
 * How likely it is that k of n values pass, each with that chance, strictly between
 * 0 and 1.  n over k is left out: it is the same for all that are compared.
 */
static inline double
bv_log_likelihood(double n, double k, double chance)
{
	double		logit = 0;

	if (k > 0)
		logit = k * log(chance);
	if (k < n)
		logit += (n - k) * log1p(-chance);
	return logit;
}

/* The logarithm of the sum of two, of which the logarithms are given. */
static inline double
bv_log_sum(double a, double b)
{
	double		high = a > b ? a : b;
	double		below = a > b ? a - b : b - a;

	return below > BV_FAR_BELOW ? high : high + log1p(exp(-below));
}

/*
 * A sum of likelihoods, each with its weight, while its logarithm is all that a
 * double can hold: as a multiple of the highest one so far.
 */
typedef struct BvLikelihood
{
	double		highest;		/* its logarithm */
	double		multiple;
} BvLikelihood;

static inline void
bv_likelihood_begin(BvLikelihood *sum)
{
	sum->highest = -INFINITY;
	sum->multiple = 0;
}

/* Adds one of which the logarithm is given. */
static inline void
bv_likelihood_add(BvLikelihood *sum, double weight, double logarithm)
{
	double		above = logarithm - sum->highest;

	if (above > 0)
	{
		sum->multiple = (above > BV_FAR_BELOW ? 0 : sum->multiple * exp(-above)) + weight;
		sum->highest = logarithm;
	}
	else if (above > -BV_FAR_BELOW)
		sum->multiple += weight * exp(above);
}

static inline double
bv_likelihood_log(const BvLikelihood *sum)
{
	return sum->highest + log(sum->multiple);
}

#endif							/* BV_EVIDENCE_SAMPLE_H */
