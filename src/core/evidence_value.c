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

#include "decoy.h"
#include "lexicon.h"
#include "imitation_table.h"

/* So many distinct values say all that values can; more depend on each other. */
#define VALUES_EFFECTIVE 200

/* The planner's values are the commonest ones and neighbours in order: half as good. */
#define STATISTICS_EFFECTIVE 100

/* Words of one column are chosen by one hand. */
#define WORDS_EFFECTIVE 40

/* The bit of BV_WORDS_ORDINARY. */
#define ORDINARY_BIT	15

/* The bit of BV_WORDS_COMPANY. */
#define COMPANY_BIT		__builtin_ctz(BV_WORDS_COMPANY)

/* So many of the values are of a decoy's scheme, and more clearly than by chance. */
#define DECOY_SHARE		0.95
#define DECOY_CLEAR		9.0

/* One counter made them all: so many values tell what all do. */
#define GENERATED_EFFECTIVE 30

/* Whole numbers per number of their range: of a counter; of a counter with check digits appended. */
#define DENSE			0.05
#define SCATTERED		0.004

/* So many values, at least, look protected where they are; two in three of base64 has padding. */
#define PROTECTED_SHARE	0.9
#define CIPHER_SHARE	0.3

/* What is left of a number that was cut: the last four digits, or the first eight. */
#define TRUNCATED_BYTES	8

bool
bv_is_generated(const BvSample *sample)
{
	if (sample->traits[BV_LOOK_ALL_DIGITS] < sample->distinct || sample->distinct < 10)
		return false;
	/* numbers of the state lie scattered, unless all of its people are here */
	if (sample->density > DENSE || (sample->density > SCATTERED && sample->population < 1e5))
		return true;
	return sample->traits[BV_LOOK_CLOCK] == sample->distinct;
}

/*
 * Do whole numbers of one length lie in a thousandth of their range?  Numbers of
 * a state do not; those of one bank or maker do.
 */
static bool
is_narrow(const BvSample *sample)
{
	return sample->density > 0 && sample->distinct >= 10 && sample->shortest == sample->longest &&
		sample->population / sample->density < 1e-3 * pow(10, sample->longest);
}

/* How many independent values the sample is worth. */
static double
effective(const BvSample *sample)
{
	double		most = sample->source == BV_SOURCE_STATISTICS ? STATISTICS_EFFECTIVE :
		VALUES_EFFECTIVE;

	if (bv_is_generated(sample) && most > GENERATED_EFFECTIVE)
		most = GENERATED_EFFECTIVE;
	return sample->distinct < most ? sample->distinct : most;
}

/* ln(n over k) cancels; both chances are strictly between 0 and 1. */
static double
log_likelihood(double n, double k, double chance)
{
	double		logit = 0;

	if (k > 0)
		logit = k * log(chance);
	if (k < n)
		logit += (n - k) * log1p(-chance);
	return logit;
}

static double
log_sum(double a, double b)
{
	double		high = a > b ? a : b;
	double		below = a > b ? a - b : b - a;

	/* what is far below adds nothing that a double can hold */
	return below > 40 ? high : high + log1p(exp(-below));
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

double
bv_weigh_values(const BvClass *class, const BvSample *sample, double background, bool reference,
				const BvDecoy *decoy)
{
	bool		generated = bv_is_generated(sample);
	double		n = effective(sample);
	double		k = sample->passes[class->number];
	double		chance = class->chance > 0 ? class->chance : 0.05;
	double		with = -INFINITY;
	double		without;
	double		foreign;
	double		strange = BV_STRANGE_FORMAT;

	if (n == 0)
		return 0;
	/* of births the year is often all that is kept */
	if (strcmp(class->name, "birth_date") == 0 && sample->traits[BV_LOOK_YEAR] + k <= sample->distinct)
		k += sample->traits[BV_LOOK_YEAR];
	k *= n / sample->distinct;

	/* separators where they belong leave little to chance */
	if (strcmp(class->name, "us_ssn") == 0 && bv_share_of(sample->traits[BV_LOOK_SSN], sample) > 0.5)
		chance = 0.001;
	if (strcmp(class->name, "phone") == 0)
	{
		/* there are more plans than we know, and numbers that were made up */
		if (sample->traits[BV_LOOK_ALL_DIGITS] + sample->traits[BV_LOOK_DIALLED] > 0.8 * sample->distinct &&
			sample->bytes >= 7 * sample->distinct && sample->bytes <= 18 * sample->distinct)
			strange = BV_STRANGE_PHONE;
		chance = bv_share_of(sample->traits[BV_LOOK_DIALLED], sample) > 0.5 ? 0.02 : 0.35;
	}
	if (chance < background)
		chance = background;
	if (chance < 1e-6)
		chance = 1e-6;
	if (chance > 0.95)
		chance = 0.95;
	generated = generated || (is_narrow(sample) && !has_issuer(class));
	if (generated && (chance >= BV_LOOSE_RULE || is_unchecked(class)))
		return BV_GENERATED;

	for (size_t i = 0; i < lengthof(shares); i++)
	{
		double		pass = shares[i].share * BV_VALID_SHARE + (1 - shares[i].share) * chance;

		with = log_sum(with, log(shares[i].weight) + log_likelihood(n, k, pass));
	}

	without = log(0.85) + log_likelihood(n, k, chance);
	for (size_t i = 0; i < lengthof(stray); i++)
		without = log_sum(without, log(0.05) +
						  log_likelihood(n, k, stray[i] + (1 - stray[i]) * chance));
	for (size_t i = 0; i < lengthof(fitting) && chance > BV_STRICT_RULE; i++)
		without = log_sum(without, log(0.02) + log_likelihood(n, k, fitting[i]));
	/* counters with a check digit appended are far from rare */
	foreign = foreign_schemes(class, chance);
	if (generated)
		foreign = BV_GENERATED_CHECKED;
	else if (chance > BV_STRICT_RULE && !has_letters(class))
	{
		if (reference && foreign < BV_REFERENCE_CHECKED)
			foreign = BV_REFERENCE_CHECKED;
		/* a scheme of things that is as strict explains the values as well */
		if (decoy != NULL && decoy->chance <= 2.5 * chance && foreign < BV_DECOY_EXPLAINS)
			foreign = BV_DECOY_EXPLAINS;
	}
	without = log_sum(without, log(foreign) +
					  log_likelihood(n, k, BV_VALID_SHARE));

	/* home-made check digits pass as often as measured: those modulo 11 with 10 as 0, 10 in 11 */
	if (class->number < BV_USER_CLASS_FIRST && imitation[class->number] > 0)
		without = log_sum(without, log(BV_IMITATED) +
						  log_likelihood(n, k, imitation[class->number] > 0.99 ? 0.99 :
										 imitation[class->number]));

	/* a true column may be in a format that the validator does not know */
	with = log_sum(with, log(strange) + without);

	/* a scheme of things with the same kind of check digit, of which many keep the rest as well */
	if (decoy != NULL && decoy->chance <= 2.5 * chance && !has_letters(class) && k > 0 && k < n)
		without = log_sum(without, log(BV_DECOY_EXPLAINS) + log_likelihood(n, k, k / n));

	/* digits are not random: a rule this loose is met by whole schemes of them */
	if (chance >= BV_LOOSE_RULE && with - without > BV_LOOSE_GAIN)
		return BV_LOOSE_GAIN;
	/* not in another format, but something else */
	if (k == 0 && 2 * sample->bytes < class->form.length[0] * (int64_t) sample->distinct)
		return with - without + BV_TOO_SHORT;
	return with - without;
}

/* Does that protection need a key? */
static bool
says_key(BvProtection named)
{
	return named == BV_PROTECTION_HMAC || named == BV_PROTECTION_KEY_INSIDE ||
		named == BV_PROTECTION_KEY_OUTSIDE;
}

BvProtection
bv_protection_of(const BvSample *sample, BvProtection named)
{
	double		n = sample != NULL ? sample->distinct : 0;

	if (n == 0)
		return named;
	if (sample->traits[BV_LOOK_DIGEST] + sample->traits[BV_LOOK_CRYPT] >= PROTECTED_SHARE * n)
		return named == BV_PROTECTION_HMAC ? BV_PROTECTION_HMAC : BV_PROTECTION_HASH;
	if (sample->traits[BV_LOOK_MASKED] >= PROTECTED_SHARE * n)
		return BV_PROTECTION_MASKED;
	if ((sample->traits[BV_LOOK_CIPHER] >= CIPHER_SHARE * n || says_key(named)) &&
		sample->traits[BV_LOOK_CIPHER] + sample->traits[BV_LOOK_OPAQUE] >= PROTECTED_SHARE * n)
	{
		/* digests are written in base64 too */
		if (named == BV_PROTECTION_HMAC || named == BV_PROTECTION_KEY_OUTSIDE)
			return named;
		return sample->traits[BV_LOOK_SEALED] >= PROTECTED_SHARE * n ? BV_PROTECTION_KEY_OUTSIDE :
			BV_PROTECTION_KEY_INSIDE;
	}
	if (sample->traits[BV_LOOK_UUID] >= PROTECTED_SHARE * n)
		return BV_PROTECTION_TOKEN;
	if (named == BV_PROTECTION_TRUNCATED && sample->longest <= TRUNCATED_BYTES)
		return BV_PROTECTION_TRUNCATED;
	return BV_PROTECTION_NONE;
}

bool
bv_may_be_protected(const BvClass *class)
{
	static const char *const categories[] = {
		"contact", "government_id", "financial", "health", "demographic", "vehicle"
	};

	for (size_t i = 0; i < lengthof(categories); i++)
	{
		if (strcmp(class->category, categories[i]) == 0)
			return true;
	}
	return false;
}

const BvDecoy *
bv_decoy_of(const BvSample *sample)
{
	const BvDecoy *best = NULL;
	double		n = effective(sample);

	for (int i = 0; i < bv_decoy_count; i++)
	{
		const BvDecoy *decoy = &bv_decoys[i];
		double		share = bv_share_of(sample->decoys[__builtin_ctz(decoy->bit)], sample);
		double		chance = decoy->chance > 1e-6 ? decoy->chance : 1e-6;

		if (share >= DECOY_SHARE && n * log(1 / chance) >= DECOY_CLEAR &&
			(best == NULL || decoy->chance < best->chance))
			best = decoy;
	}
	return best;
}

/* How many of the values are on the list of words for the class; -1: it has none. */
static double
hits_of(const BvClass *class, const BvSample *sample, double *hit, double *chance)
{
	double		hits = -1;

	for (int i = 0; i < BV_WORDS_KINDS; i++)
	{
		const BvWordsRate *rate = &bv_words_rates[i];
		double		of_kind = sample->words[__builtin_ctz(rate->kind)];

		if (of_kind <= hits || rate->class_name[0] != class->name[0] ||
			strcmp(rate->class_name, class->name) != 0)
			continue;
		hits = of_kind;
		*hit = rate->hit;
		*chance = rate->chance;
	}
	return hits;
}

double
bv_weigh_words(const BvClass *class, const BvSample *sample, bool named)
{
	double		n = effective(sample);
	double		hit;
	double		chance;
	double		k = hits_of(class, sample, &hit, &chance);
	double		with = -INFINITY;
	double		without = -INFINITY;
	double		logit;

	if (k < 0 || n == 0)
		return 0;
	/* words of one column are of one kind, and so fewer than they seem */
	k *= n / sample->distinct;
	if (n > WORDS_EFFECTIVE)
	{
		k *= WORDS_EFFECTIVE / n;
		n = WORDS_EFFECTIVE;
	}
	/* some languages are known better than others; so are some others' words */
	for (int i = 0; i < 3; i++)
	{
		with = log_sum(with, log(1 / 3.0) + log_likelihood(n, k, hit + i * (0.98 - hit) / 2));
		without = log_sum(without, log(i == 0 ? 0.7 : 0.15) +
						  log_likelihood(n, k, chance * (1 + i) < 0.5 ? chance * (1 + i) : 0.5));
	}
	with = log_sum(with + log1p(-BV_STRANGE_WORDS), log(BV_STRANGE_WORDS) + without);
	logit = with - without;
	if (named)
		return logit > BV_WORDS_NAMED ? BV_WORDS_NAMED : logit;
	/* Rose, Amber, Violet: colours as well */
	if (sample->words[ORDINARY_BIT] > 0.5 * hits_of(class, sample, &hit, &chance))
		return logit > 0 ? 0 : logit;
	if (logit > BV_WORDS_UNNAMED)
		logit = BV_WORDS_UNNAMED;
	/* two words or more are seldom one name */
	if ((strcmp(class->name, "given_name") == 0 || strcmp(class->name, "family_name") == 0) &&
		bv_share_of(sample->traits[BV_LOOK_SPACE], sample) > 0.6)
		logit += BV_WORDS_SEVERAL;
	return logit;
}

/* The classes for which words alone can speak. */
static const char *const spoken[] = {"given_name", "family_name", "name", "address"};

bool
bv_speaks_by_words(const BvClass *class, const BvSample *sample)
{
	double		hit;
	double		chance;

	/* a legal form now and then is enough: they are companies */
	if (bv_share_of(sample->words[COMPANY_BIT], sample) > 0.15 && strcmp(class->name, "address") != 0)
		return false;
	for (size_t i = 0; i < lengthof(spoken); i++)
	{
		if (class->name[0] == spoken[i][0] && strcmp(class->name, spoken[i]) == 0)
			return hits_of(class, sample, &hit, &chance) > 0.1 * sample->distinct;
	}
	return false;
}

void
bv_add_spoken(const BvSample *sample, BvClassSet *classes)
{
	static const BvClass *class[lengthof(spoken)];
	int			words = 0;

	for (int i = 0; i < BV_WORD_BITS; i++)
		words |= sample->words[i];
	for (size_t i = 0; i < lengthof(spoken) && words != 0; i++)
	{
		if (class[i] == NULL)
			class[i] = bv_class_by_name(spoken[i], strlen(spoken[i]));
		if (bv_speaks_by_words(class[i], sample))
			bv_class_set_add(classes, class[i]->number);
	}
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
			return bv_share_of(sample->traits[BV_LOOK_LETTERED], sample) *
				(bv_share_of(sample->traits[BV_LOOK_SENTENCE], sample) > 0.5 || sample->longest < 2 ? 0.2 : 1);
		case BV_SHAPE_FEW:
			return n <= 40 && (n <= 15 || repeated < 0.5) && mean <= 40 ? 1 : 0;
		case BV_SHAPE_SEX:
			return n <= 12 && mean <= 12 && bv_share_of(sample->traits[BV_LOOK_SPACE], sample) < 0.3 ? 1 : 0;
		case BV_SHAPE_CODE:
			return bv_share_of(sample->traits[BV_LOOK_DIGIT], sample) *
				(mean >= 4 && mean <= 45 && bv_share_of(sample->traits[BV_LOOK_SENTENCE], sample) < 0.3 ? 1 : 0.2);
		case BV_SHAPE_ACCOUNT:
			return (bv_share_of(sample->traits[BV_LOOK_ALL_DIGITS], sample) +
					bv_share_of(sample->traits[BV_LOOK_UPPER_CODE], sample) +
					bv_share_of(sample->traits[BV_LOOK_DIALLED], sample) > 0.6 ? 1 : 0) *
				(mean >= 5 && mean <= 34 && sample->traits[BV_LOOK_UUID] == 0 &&
				 bv_share_of(sample->traits[BV_LOOK_DATE], sample) < 0.5 ? 1 : 0);
		case BV_SHAPE_SHORT_NUMBER:
			return bv_share_of(sample->traits[BV_LOOK_ALL_DIGITS], sample) *
				(sample->longest <= 8 && mean >= 2.5 ? 1 : 0);
		case BV_SHAPE_PLACE_CODE:
			return (mean >= 2 && mean <= 11 ? 1 : 0) *
				(bv_share_of(sample->traits[BV_LOOK_DIGIT], sample) > 0.6 ? 1 : 0);
		case BV_SHAPE_AMOUNT:
			/* an amount may have a currency sign and thousands in text */
			return type == BV_TYPE_TEXT ? bv_share_of(sample->traits[BV_LOOK_DIGIT], sample) :
				bv_share_of(sample->traits[BV_LOOK_NUMBER], sample);
		case BV_SHAPE_LATITUDE:
			return (type == BV_TYPE_INTEGER) ? -1 : bv_share_of(sample->traits[BV_LOOK_NUMBER], sample) *
				(sample->traits[BV_LOOK_IN_90] == sample->traits[BV_LOOK_NUMBER] ? 1 : 0);
		case BV_SHAPE_LONGITUDE:
			return (type == BV_TYPE_INTEGER) ? -1 : bv_share_of(sample->traits[BV_LOOK_NUMBER], sample) *
				(sample->traits[BV_LOOK_IN_180] == sample->traits[BV_LOOK_NUMBER] ? 1 : 0);
		case BV_SHAPE_YEARS:
			return sample->traits[BV_LOOK_NUMBER] > 0 ?
				(sample->traits[BV_LOOK_IN_125] == sample->traits[BV_LOOK_NUMBER] && sample->longest >= 2 ? 1 : 0) :
				-1;
		case BV_SHAPE_SCORE:
			return bv_share_of(sample->traits[BV_LOOK_NUMBER], sample) *
				(sample->traits[BV_LOOK_IN_1000] == sample->traits[BV_LOOK_NUMBER] ? 1 : 0);
		case BV_SHAPE_BIRTH:
			if (sample->dated < 0.5 * n)
				return type == BV_TYPE_DATE ? 0 : -1;
			return (double) sample->grown_up / sample->dated;
		case BV_SHAPE_STREET:
			return bv_share_of(sample->traits[BV_LOOK_LINK], sample) < 0.3 &&
				bv_share_of(sample->traits[BV_LOOK_NUMBER], sample) < 0.3 &&
				bv_share_of(sample->traits[BV_LOOK_AT], sample) < 0.3 && mean >= 4 ? 1 : 0;
		case BV_SHAPE_LOGIN:
			return 1 - bv_share_of(sample->traits[BV_LOOK_SPACE], sample);
		case BV_SHAPE_SECRET:
			return (1 - bv_share_of(sample->traits[BV_LOOK_SPACE], sample)) *
				(bv_share_of(sample->traits[BV_LOOK_NUMBER], sample) > 0.5 && mean < 5 ? 0 : 1);
		case BV_SHAPE_HASH:
			return bv_share_of(sample->traits[BV_LOOK_DIGEST] + sample->traits[BV_LOOK_CRYPT], sample);
		case BV_SHAPE_LINK:
			return bv_share_of(sample->traits[BV_LOOK_LINK], sample);
		case BV_SHAPE_PROSE:
			return bv_share_of(sample->traits[BV_LOOK_SPACE], sample);
		case BV_SHAPE_REMARK:
			return 1 - bv_share_of(sample->traits[BV_LOOK_NUMBER] + sample->traits[BV_LOOK_DATE], sample);
		case BV_SHAPE_REFERENCE:
			return (1 - bv_share_of(sample->traits[BV_LOOK_SPACE], sample)) * (mean <= 64 ? 1 : 0);
	}
	return -1;
}

double
bv_weigh_shape(BvShape shape, const BvSample *sample, int type)
{
	double		share = shape_share(shape, sample, type);

	if (share < 0 || sample->distinct == 0)
		return 0;
	/* sentences, each another, are what people write */
	if (shape == BV_SHAPE_PROSE && sample->distinct >= 5 && type == BV_TYPE_TEXT &&
		bv_share_of(sample->traits[BV_LOOK_SENTENCE], sample) > 0.6)
		return BV_SHAPE_SENTENCES;
	/* few values say less than many: half of the weight at two */
	return (share * BV_SHAPE_FITS + (1 - share) * BV_SHAPE_FAILS) *
		sample->distinct / (sample->distinct + 2.0);
}
