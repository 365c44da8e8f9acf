/*
 * evidence_shape.c: what the values of a column look like
 *
 * Where no validator tells, they look as those of a class do, or do not; or they
 * look as what protects them makes them.
 */
#include "evidence_shape.h"

#include <string.h>

#include "array.h"
#include "evidence_sample.h"

/* So many values, at least, look protected where they are; two in three of base64 has padding. */
#define PROTECTED_SHARE	0.9
#define CIPHER_SHARE	0.3

/* What is left of a number that was cut: the last four digits, or the first eight. */
#define TRUNCATED_BYTES	8

/* The share of days and times. */
static double
dated_share(const BvSample *sample)
{
	return bv_share_of(sample->traits[BV_LOOK_DATE] + sample->traits[BV_LOOK_DAY], sample);
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
			return bv_trait_share(sample, BV_LOOK_LETTERED) *
				(bv_trait_share(sample, BV_LOOK_SENTENCE) > 0.5 || sample->longest < 2 ? 0.2 : 1);
		case BV_SHAPE_FEW:
			return n <= 40 && (n <= 15 || repeated < 0.5) && mean <= 40 ? 1 : 0;
		case BV_SHAPE_SEX:
			return n <= 12 && mean <= 12 && bv_trait_share(sample, BV_LOOK_SPACE) < 0.3 ? 1 : 0;
		case BV_SHAPE_CODE:
			return bv_trait_share(sample, BV_LOOK_DIGIT) *
				(mean >= 4 && mean <= 45 && bv_trait_share(sample, BV_LOOK_SENTENCE) < 0.3 ? 1 : 0.2);
		case BV_SHAPE_ACCOUNT:
			return (bv_trait_share(sample, BV_LOOK_ALL_DIGITS) +
					bv_trait_share(sample, BV_LOOK_UPPER_CODE) +
					bv_trait_share(sample, BV_LOOK_DIALLED) > 0.6 ? 1 : 0) *
				(mean >= 5 && mean <= 34 && sample->traits[BV_LOOK_UUID] == 0 &&
				 bv_trait_share(sample, BV_LOOK_DATE) < 0.5 ? 1 : 0);
		case BV_SHAPE_SHORT_NUMBER:
			return bv_trait_share(sample, BV_LOOK_ALL_DIGITS) *
				(sample->longest <= 8 && mean >= 2.5 ? 1 : 0);
		case BV_SHAPE_PLACE_CODE:
			return (mean >= 2 && mean <= 11 ? 1 : 0) *
				(bv_trait_share(sample, BV_LOOK_DIGIT) > 0.6 ? 1 : 0);
		case BV_SHAPE_AMOUNT:
			/* an amount may have a currency sign and thousands in text */
			return type == BV_TYPE_TEXT ?
				bv_trait_share(sample, BV_LOOK_DIGIT) - dated_share(sample) -
				bv_trait_share(sample, BV_LOOK_UPPER_CODE) :
				bv_trait_share(sample, BV_LOOK_NUMBER);
		case BV_SHAPE_LATITUDE:
			return (type == BV_TYPE_INTEGER) ? -1 : bv_trait_share(sample, BV_LOOK_NUMBER) *
				(sample->traits[BV_LOOK_IN_90] == sample->traits[BV_LOOK_NUMBER] ? 1 : 0);
		case BV_SHAPE_LONGITUDE:
			return (type == BV_TYPE_INTEGER) ? -1 : bv_trait_share(sample, BV_LOOK_NUMBER) *
				(sample->traits[BV_LOOK_IN_180] == sample->traits[BV_LOOK_NUMBER] ? 1 : 0);
		case BV_SHAPE_YEARS:
			return sample->traits[BV_LOOK_NUMBER] > 0 ?
				(sample->traits[BV_LOOK_IN_125] == sample->traits[BV_LOOK_NUMBER] && sample->longest >= 2 ? 1 : 0) :
				-1;
		case BV_SHAPE_SCORE:
			return bv_trait_share(sample, BV_LOOK_NUMBER) *
				(sample->traits[BV_LOOK_IN_1000] == sample->traits[BV_LOOK_NUMBER] && sample->longest >= 2 ? 1 : 0);
		case BV_SHAPE_BIRTH:
			if (sample->dated < 0.5 * n)
				return type == BV_TYPE_DATE ? 0 : -1;
			return (double) sample->grown_up / sample->dated;
		case BV_SHAPE_STREET:
			/* numbers of houses are a part of an address that has a column of its own */
			if (bv_trait_share(sample, BV_LOOK_NUMBER) > 0.9 && sample->longest <= 5)
				return -1;
			return bv_trait_share(sample, BV_LOOK_LINK) < 0.3 &&
				bv_trait_share(sample, BV_LOOK_NUMBER) < 0.3 &&
				bv_trait_share(sample, BV_LOOK_AT) < 0.3 && mean >= 4 ? 1 : 0;
		case BV_SHAPE_LOGIN:
			return 1 - bv_trait_share(sample, BV_LOOK_SPACE) - dated_share(sample) > 0 ?
				1 - bv_trait_share(sample, BV_LOOK_SPACE) - dated_share(sample) : 0;
		case BV_SHAPE_SECRET:
			return (1 - bv_trait_share(sample, BV_LOOK_SPACE)) *
				(bv_trait_share(sample, BV_LOOK_NUMBER) > 0.5 && mean < 5 ? 0 : 1);
		case BV_SHAPE_HASH:
			return bv_share_of(sample->traits[BV_LOOK_DIGEST] + sample->traits[BV_LOOK_CRYPT] +
							   (sample->traits[BV_LOOK_DIGEST] + sample->traits[BV_LOOK_CRYPT] == 0 ?
								sample->traits[BV_LOOK_CIPHER] : 0), sample);
		case BV_SHAPE_LINK:
			return bv_trait_share(sample, BV_LOOK_LINK);
		case BV_SHAPE_PROSE:
			return bv_trait_share(sample, BV_LOOK_SPACE);
		case BV_SHAPE_REMARK:
			return 1 - bv_share_of(sample->traits[BV_LOOK_NUMBER] + sample->traits[BV_LOOK_DATE], sample);
		case BV_SHAPE_REFERENCE:
			/* the third child, player number nine */
			if (sample->longest <= 2 && repeated < 0.2)
				return 0;
			return (1 - bv_trait_share(sample, BV_LOOK_SPACE)) * (mean <= 64 ? 1 : 0);
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
		bv_trait_share(sample, BV_LOOK_SENTENCE) > 0.6)
		return BV_SHAPE_SENTENCES;
	/* few values say less than many: half of the weight at two */
	return (share * BV_SHAPE_FITS + (1 - share) * BV_SHAPE_FAILS) *
		sample->distinct / (sample->distinct + 2.0);
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

const char *
bv_protection_name(BvProtection protection)
{
	switch (protection)
	{
		case BV_PROTECTION_NONE:
			return NULL;
		case BV_PROTECTION_HASH:
			return "hash";
		case BV_PROTECTION_HMAC:
			return "hmac";
		case BV_PROTECTION_KEY_INSIDE:
			return "key_inside";
		case BV_PROTECTION_KEY_OUTSIDE:
			return "key_outside";
		case BV_PROTECTION_TOKEN:
			return "token";
		case BV_PROTECTION_MASKED:
			return "masked";
		case BV_PROTECTION_TRUNCATED:
			return "truncated";
	}
	return NULL;
}
