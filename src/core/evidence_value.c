/*
 * evidence_value.c: what the values of a column say of a class, by its validator
 *
 * Of n distinct values k are valid.  The share s of values that carry the class
 * is unknown, so the likelihood is averaged over a grid of shares, and so is that
 * of "nothing", which may be chance, a few strays, or a foreign scheme (a key
 * with a check digit of its own) that passes every time.
 */
#include "evidence_value.h"

#include <math.h>
#include <string.h>

#include "array.h"
#include "evidence.h"
#include "evidence_sample.h"
#include "evidence_weight.h"
#include "fast_hash.h"
#include "imitation_table.h"

/* So many of the values are of a decoy's scheme, and more clearly than by chance. */
#define DECOY_SHARE		0.95
#define DECOY_CLEAR		9.0

/* So many are told of, and a form of which so many random strings are is no check digit. */
#define DECOY_SHOWN		0.8
#define DECOY_FORM		0.5

/* So many of those that pass have one pattern of letters and digits where all are codes of one maker. */
#define ONE_SHAPE		0.9

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

/*
 * How often values pass and fail, in logarithms, where a share of them carries the
 * class and the others pass by chance: for the last few chances, which are those of
 * classes mostly, and the same for column after column.
 */
typedef struct PassLogarithms
{
	double		chance;
	struct
	{
		double		pass;
		double		fail;
	}			of_share[lengthof(shares)];
} PassLogarithms;

#define CHANCES_KEPT	64

static const PassLogarithms *
pass_logarithms(double chance)
{
	static PassLogarithms kept[CHANCES_KEPT];
	PassLogarithms *logarithms;
	uint64_t	bits;

	memcpy(&bits, &chance, sizeof(bits));
	logarithms = &kept[bv_fast_hash_number(bits) % CHANCES_KEPT];
	if (logarithms->chance == chance)
		return logarithms;
	logarithms->chance = chance;
	for (size_t i = 0; i < lengthof(shares); i++)
	{
		double		pass = shares[i].share * BV_VALID_SHARE + (1 - shares[i].share) * chance;

		logarithms->of_share[i].pass = log(pass);
		logarithms->of_share[i].fail = log1p(-pass);
	}
	return logarithms;
}

/* What strays a column may have that is not of the class. */
static const double stray[] = {0.01, 0.03, 0.08};

/*
 * A scheme with the same check digit but other rules for the rest, as keys of
 * sixteen digits with Luhn's, passes where the rest happens to fit.  Strict
 * rules are met by no such scheme.
 */
static const double fitting[] = {0.12, 0.2, 0.35, 0.5};

/*
 * By how many columns of another scheme, all of whose values pass, do there
 * come for one column of strings at random?  Stricter rules have fewer.
 */
static double
foreign_schemes(const BvClass *class, double chance)
{
	if (chance <= BV_STRICT_RULE)
		return 1e-6;
	if (chance <= 0.05)
		return 1e-5;
	/* Luhn's digit is what keys are given first of all */
	return class->scheme != NULL && class->scheme->sums[0].kind == BV_LUHN ? 0.5 : 1e-4;
}

/* Numbers that begin with their issuer's: those of one issuer lie close together. */
static bool
has_issuer(const BvClass *class)
{
	static const char *const names[] = {"payment_card", "imei", "imsi", "iccid"};

	for (size_t i = 0; i < lengthof(names); i++)
	{
		if (strcmp(class->name, names[i]) == 0)
			return true;
	}
	return false;
}

/*
 * Do all values of the class have letters where it wants them?  Keys that are
 * digits, or a check digit behind anything, are not met by chance then.
 */
static bool
has_letters(const BvClass *class)
{
	return class->form.letters[0] > 0 && class->or_form.length[1] == 0;
}

/* A number without a check digit, as a date is: clocks run through many. */
static bool
is_unchecked(const BvClass *class)
{
	return class->scheme != NULL && class->scheme->sums[0].modulus == 0;
}

/*
 * How often codes pass that look as all values of the sample do, where that is far
 * more than others of the class's forms do; or 0.
 */
static double
loose_form(const BvClass *class, const BvSample *sample)
{
	double		mean = sample->bytes / (double) sample->distinct;
	bool		spaced = bv_trait_share(sample, BV_LOOK_SPACE) > 0.5;

	/* plates of the first series are two letters and four digits; others are mixed */
	if (strcmp(class->name, "nl_kenteken") == 0 && mean <= 6 &&
		sample->commonest_shape > ONE_SHAPE * sample->passes[class->number])
		return 0.9;
	/* without the letter at the end, two letters and six digits */
	if (strcmp(class->name, "gb_nino") == 0 && mean <= (spaced ? 9 : 8))
		return 0.7;
	/* versions of four numbers; addresses have larger ones, and so are longer */
	if (strcmp(class->name, "ip_address") == 0 && mean < 11.2 &&
		bv_share_of(sample->decoys[__builtin_ctz(BV_DECOY_VERSION)], sample) > 0.5)
		return 0.9;
	return 0;
}

double
bv_weigh_values(const BvClass *class, const BvSample *sample, double background, bool reference,
				const BvDecoy *decoy)
{
	bool		generated = bv_is_generated(sample);
	double		n = bv_effective(sample);
	double		k = sample->passes[class->number];
	double		chance = class->chance > 0 ? class->chance : 0.05;
	const PassLogarithms *logarithms;
	BvLikelihood with_any;		/* share of values */
	BvLikelihood without_any;	/* reason why values pass */
	double		with;
	double		without;
	double		foreign;
	double		strange = BV_STRANGE_FORMAT;
	bool		grouped = false;	/* digits in groups, with nothing that only telephone numbers have */

	if (n == 0)
		return 0;
	/* of births the year is often all that is kept */
	if (strcmp(class->name, "birth_date") == 0 && sample->traits[BV_LOOK_YEAR] + k <= sample->distinct)
		k += sample->traits[BV_LOOK_YEAR];
	k *= n / sample->distinct;

	/* separators where they belong leave little to chance */
	if (strcmp(class->name, "us_ssn") == 0 && bv_trait_share(sample, BV_LOOK_SSN) > 0.5)
		chance = 0.001;
	if (strcmp(class->name, "phone") == 0)
	{
		/* there are more plans than we know, and numbers that were made up */
		if (sample->traits[BV_LOOK_ALL_DIGITS] + sample->traits[BV_LOOK_DIALLED] > 0.8 * sample->distinct &&
			sample->bytes >= 7 * sample->distinct && sample->bytes <= 18 * sample->distinct)
			strange = BV_STRANGE_PHONE;
		chance = bv_trait_share(sample, BV_LOOK_DIALLED) > 0.5 ? 0.02 : 0.35;
		/* "10.0.19045" has dots where some telephone numbers have them */
		if (bv_share_of(sample->decoys[__builtin_ctz(BV_DECOY_VERSION)], sample) > 0.5)
			chance = 0.95;
		grouped = bv_trait_share(sample, BV_LOOK_DIALLED) > 0.5 && bv_trait_share(sample, BV_LOOK_CALLED) < 0.3;
	}
	if (chance < loose_form(class, sample))
		chance = loose_form(class, sample);
	if (chance < background)
		chance = background;
	if (chance < 1e-6)
		chance = 1e-6;
	if (chance > 0.95)
		chance = 0.95;
	generated = generated || (bv_is_narrow(sample) && !has_issuer(class));
	/* years of birth lie close together */
	if (strcmp(class->name, "birth_date") == 0 && bv_trait_share(sample, BV_LOOK_YEAR) > 0.8)
		generated = false;
	if (generated && (chance >= BV_LOOSE_RULE || is_unchecked(class)))
		return BV_GENERATED;

	bv_likelihood_begin(&with_any);
	logarithms = pass_logarithms(chance);
	for (size_t i = 0; i < lengthof(shares); i++)
		bv_likelihood_add(&with_any, shares[i].weight,
						  k * logarithms->of_share[i].pass + (n - k) * logarithms->of_share[i].fail);

	bv_likelihood_begin(&without_any);
	bv_likelihood_add(&without_any, 0.85, bv_log_likelihood(n, k, chance));
	for (size_t i = 0; i < lengthof(stray); i++)
		bv_likelihood_add(&without_any, 0.05,
						  bv_log_likelihood(n, k, stray[i] + (1 - stray[i]) * chance));
	for (size_t i = 0; i < lengthof(fitting) && chance > BV_STRICT_RULE; i++)
		bv_likelihood_add(&without_any, 0.02, bv_log_likelihood(n, k, fitting[i]));
	/* counters with a check digit appended are far from rare */
	foreign = foreign_schemes(class, chance);
	if (generated)
		foreign = BV_GENERATED_CHECKED;
	else if (chance > BV_STRICT_RULE && !has_letters(class))
	{
		/*
		 * Keys with its check digit that do not keep the rest are imitations, weighed
		 * below; those that begin alike may keep it every time.
		 */
		if (reference && foreign < BV_REFERENCE_CHECKED &&
			(class->number >= BV_USER_CLASS_FIRST || imitation[class->number] <= 0 ||
			 imitation[class->number] > 0.5 || bv_is_narrow(sample)))
			foreign = BV_REFERENCE_CHECKED;
		/* a scheme of things that is as strict explains the values as well */
		if (decoy != NULL && decoy->chance <= 2.5 * chance && foreign < BV_DECOY_EXPLAINS)
			foreign = BV_DECOY_EXPLAINS;
	}
	if (grouped && foreign < BV_DECOY_EXPLAINS)
		foreign = BV_DECOY_EXPLAINS;
	bv_likelihood_add(&without_any, foreign, bv_log_likelihood(n, k, BV_VALID_SHARE));

	/* home-made check digits pass as often as measured: those modulo 11 with 10 as 0, 10 in 11 */
	if (class->number < BV_USER_CLASS_FIRST && imitation[class->number] > 0)
		bv_likelihood_add(&without_any, BV_IMITATED,
						  bv_log_likelihood(n, k, imitation[class->number] > 0.99 ? 0.99 :
											imitation[class->number]));
	with = bv_likelihood_log(&with_any);
	without = bv_likelihood_log(&without_any);

	/* a true column may be in a format that the validator does not know */
	with = bv_log_sum(with, log(strange) + without);

	/* a scheme of things with the same kind of check digit, of which many keep the rest as well */
	if (decoy != NULL && decoy->chance <= 2.5 * chance && !has_letters(class) && k > 0 && k < n)
		without = bv_log_sum(without, log(BV_DECOY_EXPLAINS) + bv_log_likelihood(n, k, k / n));

	/* digits are not random: a rule this loose is met by whole schemes of them */
	if (chance >= BV_LOOSE_RULE && with - without > BV_LOOSE_GAIN)
		return BV_LOOSE_GAIN;
	/* numbers with the code of a country before them, of a plan that we do not know */
	if (strcmp(class->name, "phone") == 0 && bv_trait_share(sample, BV_LOOK_PLUS) > 0.9 &&
		with - without < BV_PHONE_PLUS * n / (n + 2))
		return BV_PHONE_PLUS * n / (n + 2);
	/* not in another format, but something else */
	if (k == 0 && 2 * sample->bytes < class->form.length[0] * (int64_t) sample->distinct)
		return with - without + BV_TOO_SHORT;
	return with - without;
}

const BvDecoy *
bv_looks_like(const BvSample *sample, double *share)
{
	const BvDecoy *best = NULL;
	double		n = bv_effective(sample);

	for (int i = 0; i < bv_decoy_count; i++)
	{
		const BvDecoy *decoy = &bv_decoys[i];
		double		mine = bv_share_of(sample->decoys[__builtin_ctz(decoy->bit)], sample);
		/* of a form that nothing else has, or more of a check digit than by chance */
		bool		clear = decoy->chance > DECOY_FORM ||
			bv_log_likelihood(n, mine * n, mine < 1 ? mine : 1 - 1e-9) -
			bv_log_likelihood(n, mine * n, decoy->chance) >= DECOY_CLEAR;

		/* the later are the narrower: ISBN-13 are EAN-13 too */
		if (mine >= DECOY_SHOWN && clear &&
			(best == NULL || mine > *share || (mine == *share && decoy->chance <= best->chance)))
		{
			best = decoy;
			*share = mine;
		}
	}
	return best;
}

const BvDecoy *
bv_decoy_of(const BvSample *sample)
{
	const BvDecoy *best = NULL;
	double		n = bv_effective(sample);

	for (int i = 0; i < bv_decoy_count; i++)
	{
		const BvDecoy *decoy = &bv_decoys[i];
		int			count = sample->decoys[__builtin_ctz(decoy->bit)];
		double		chance = decoy->chance > 1e-6 ? decoy->chance : 1e-6;

		if (count > 0 && bv_share_of(count, sample) >= DECOY_SHARE && n * log(1 / chance) >= DECOY_CLEAR &&
			(best == NULL || decoy->chance < best->chance))
			best = decoy;
	}
	return best;
}
