/*
 * evidence_value.c: what the distinct values of a column say of a class, by its
 * validator or by what they look like
 *
 * Of n distinct values k are valid.  The share s of values that carry the class
 * is unknown, so the likelihood is averaged over a grid of shares, and so is that
 * of "nothing", which may be chance, a few strays, or a foreign scheme (a key
 * with a check digit of its own) that passes every time.
 */
#include "evidence_value.h"

#include <math.h>
#include <string.h>

/* So many distinct values say all that values can; more depend on each other. */
#define VALUES_EFFECTIVE 200

#define VALID_SHARE		0.97		/* of true values that pass, typing errors aside */
#define STRANGE_FORMAT	0.03		/* a true column whose format we do not know */
#define SHAPE_FITS		0.7
#define SHAPE_FAILS		(-4.0)
#define LOOSE_RULE		0.25		/* nine digits are an SSN, eight to fifteen a phone … */
#define LOOSE_GAIN		1.0			/* … which says next to nothing */
#define GENERATED		(-4.0)		/* counters and clocks pass a loose rule as they are */
#define GENERATED_CHECKED 0.05		/* and one in twenty has a check digit of its own */

bool
bv_is_generated(const BvSample *sample)
{
	if (sample->numbers < 10 || sample->all_digits < sample->distinct)
		return false;
	if (sample->steps > 0.5 * sample->numbers ||
		sample->numbers > 0.05 * (sample->highest - sample->lowest + 1))
		return true;
	/* 2001 to 2033, in seconds, milli-, micro- or nanoseconds */
	for (double unit = 1; unit <= 1e9; unit *= 1e3)
	{
		if (sample->lowest >= 1.0e9 * unit && sample->highest < 2.0e9 * unit)
			return true;
	}
	return false;
}

/* ln(n over k) cancels; both chances are strictly between 0 and 1. */
static double
log_likelihood(double n, double k, double chance)
{
	return k * log(chance) + (n - k) * log1p(-chance);
}

static double
log_sum(double a, double b)
{
	double		high = a > b ? a : b;

	return high + log(exp(a - high) + exp(b - high));
}

/* What share of values carries the class, in a column of that class. */
static const struct
{
	double		share;
	double		weight;
}			shares[] = {
	{1.00, 0.60},
	{0.95, 0.12},
	{0.90, 0.08},
	{0.80, 0.06},
	{0.65, 0.05},
	{0.50, 0.04},
	{0.35, 0.03},
	{0.20, 0.02},
};

/* What strays a column may have that is not of the class. */
static const double stray[] = {0.01, 0.03, 0.08};

/*
 * A scheme with the same check digit but other rules for the rest, as keys of
 * sixteen digits with Luhn's, passes where the rest happens to fit.  Strict
 * rules are met by no such scheme.
 */
static const double fitting[] = {0.12, 0.2, 0.35, 0.5};

#define STRICT_RULE		1e-3

/*
 * By how many columns of another scheme, all of whose values pass, do there
 * come for one column of strings at random?  Stricter rules have fewer.
 */
static double
foreign_schemes(const BvClass *class, double chance)
{
	if (chance <= STRICT_RULE)
		return 1e-6;
	if (chance <= 0.05)
		return 1e-5;
	/* Luhn's digit is what keys are given first of all */
	return class->scheme != NULL && class->scheme->sums[0].kind == BV_LUHN ? 0.5 : 1e-4;
}

/* A number without a check digit, as a date is: clocks run through many. */
static bool
is_unchecked(const BvClass *class)
{
	return class->scheme != NULL && class->scheme->sums[0].modulus == 0;
}

double
bv_weigh_values(const BvClass *class, const BvSample *sample, bool generated)
{
	double		n = sample->distinct;
	double		k = sample->passes[class->number];
	double		chance = class->chance > 0 ? class->chance : 0.05;
	double		with = -INFINITY;
	double		without;

	if (n == 0)
		return 0;
	if (n > VALUES_EFFECTIVE)
	{
		k *= VALUES_EFFECTIVE / n;
		n = VALUES_EFFECTIVE;
	}

	/* separators where they belong leave little to chance */
	if (strcmp(class->name, "us_ssn") == 0 && bv_share_of(sample->hyphenated_ssn, sample) > 0.5)
		chance = 0.001;
	if (strcmp(class->name, "phone") == 0)
		chance = bv_share_of(sample->dialled, sample) > 0.5 ? 0.02 : 0.35;
	if (chance < 1e-6)
		chance = 1e-6;
	if (chance > 0.95)
		chance = 0.95;
	if (generated && (chance >= LOOSE_RULE || is_unchecked(class)))
		return GENERATED;

	for (size_t i = 0; i < lengthof(shares); i++)
	{
		double		pass = shares[i].share * VALID_SHARE + (1 - shares[i].share) * chance;

		with = log_sum(with, log(shares[i].weight) + log_likelihood(n, k, pass));
	}

	without = log(0.85) + log_likelihood(n, k, chance);
	for (size_t i = 0; i < lengthof(stray); i++)
		without = log_sum(without, log(0.05) +
						  log_likelihood(n, k, stray[i] + (1 - stray[i]) * chance));
	for (size_t i = 0; i < lengthof(fitting) && chance > STRICT_RULE; i++)
		without = log_sum(without, log(0.02) + log_likelihood(n, k, fitting[i]));
	/* counters with a check digit appended are far from rare */
	without = log_sum(without, log(generated ? GENERATED_CHECKED : foreign_schemes(class, chance)) +
					  log_likelihood(n, k, VALID_SHARE));

	/* a true column may be in a format that the validator does not know */
	with = log_sum(with, log(STRANGE_FORMAT) + without);

	/* digits are not random: a rule this loose is met by whole schemes of them */
	if (chance >= LOOSE_RULE && with - without > LOOSE_GAIN)
		return LOOSE_GAIN;
	return with - without;
}

/* Does the sample look as values of that shape do?  A share, or -1: cannot tell. */
static double
shape_share(BvShape shape, const BvSample *sample, int type)
{
	double		n = sample->distinct;
	double		mean = n > 0 ? sample->bytes / n : 0;
	double		repeated = n / (double) (sample->rows - sample->nulls - sample->blanks + 1);

	switch (shape)
	{
		case BV_SHAPE_ANY:
			return -1;
		case BV_SHAPE_WORDS:
			/* codes of places and languages are words of two or three letters */
			return bv_share_of(sample->lettered, sample) *
				(bv_share_of(sample->sentences, sample) > 0.5 || sample->longest < 2 ? 0.2 : 1);
		case BV_SHAPE_FEW:
			return n <= 40 && (n <= 15 || repeated < 0.5) && mean <= 40 ? 1 : 0;
		case BV_SHAPE_SEX:
			return n <= 12 && mean <= 12 && bv_share_of(sample->with_space, sample) < 0.3 ? 1 : 0;
		case BV_SHAPE_CODE:
			return bv_share_of(sample->with_digit, sample) *
				(mean >= 4 && mean <= 45 && bv_share_of(sample->sentences, sample) < 0.3 ? 1 : 0.2);
		case BV_SHAPE_SHORT_NUMBER:
			return bv_share_of(sample->all_digits, sample) *
				(sample->longest <= 8 && mean >= 2.5 ? 1 : 0);
		case BV_SHAPE_PLACE_CODE:
			return (mean >= 2 && mean <= 11 ? 1 : 0) *
				(bv_share_of(sample->with_digit, sample) > 0.6 ? 1 : 0);
		case BV_SHAPE_AMOUNT:
			/* an amount may have a currency sign and thousands in text */
			return type == BV_TYPE_TEXT ? bv_share_of(sample->with_digit, sample) :
				bv_share_of(sample->numbers, sample);
		case BV_SHAPE_LATITUDE:
			return (type == BV_TYPE_INTEGER) ? -1 : bv_share_of(sample->numbers, sample) *
				(sample->lowest >= -90 && sample->highest <= 90 ? 1 : 0);
		case BV_SHAPE_LONGITUDE:
			return (type == BV_TYPE_INTEGER) ? -1 : bv_share_of(sample->numbers, sample) *
				(sample->lowest >= -180 && sample->highest <= 180 ? 1 : 0);
		case BV_SHAPE_YEARS:
			return sample->numbers > 0 ?
				(sample->lowest >= 0 && sample->highest <= 125 && sample->highest >= 10 ? 1 : 0) :
				-1;
		case BV_SHAPE_SCORE:
			return bv_share_of(sample->numbers, sample) *
				(sample->lowest >= 0 && sample->highest <= 1000 ? 1 : 0);
		case BV_SHAPE_BIRTH:
			if (sample->dates < 0.5 * n)
				return type == BV_TYPE_DATE ? 0 : -1;
			return (double) sample->grown_up / sample->dates;
		case BV_SHAPE_STREET:
			return bv_share_of(sample->links, sample) < 0.3 &&
				bv_share_of(sample->numbers, sample) < 0.3 &&
				bv_share_of(sample->with_at, sample) < 0.3 && mean >= 4 ? 1 : 0;
		case BV_SHAPE_LOGIN:
			return 1 - bv_share_of(sample->with_space, sample);
		case BV_SHAPE_SECRET:
			return (1 - bv_share_of(sample->with_space, sample)) *
				(bv_share_of(sample->numbers, sample) > 0.5 && mean < 5 ? 0 : 1);
		case BV_SHAPE_HASH:
			return bv_share_of(sample->hashes, sample);
		case BV_SHAPE_LINK:
			return bv_share_of(sample->links, sample);
		case BV_SHAPE_PROSE:
			return bv_share_of(sample->with_space, sample);
		case BV_SHAPE_REFERENCE:
			return (1 - bv_share_of(sample->with_space, sample)) * (mean <= 64 ? 1 : 0);
	}
	return -1;
}

double
bv_weigh_shape(BvShape shape, const BvSample *sample, int type)
{
	double		share = shape_share(shape, sample, type);

	if (share < 0 || sample->distinct == 0)
		return 0;
	/* few values say less than many: half of the weight at two */
	return (share * SHAPE_FITS + (1 - share) * SHAPE_FAILS) *
		sample->distinct / (sample->distinct + 2.0);
}
