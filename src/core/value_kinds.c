/*
 * value_kinds.c: value, mass and effective number of records of different prices
 *
 * With w_i = total_i / records_i, w the highest and r_i = (w_i/w)^(1/m):
 *
 *     V = w (sum n_i r_i)^m n0^(1-m)
 *
 * Each r_i is rounded to BV_ROOT_PLACES on its own and depends on the price
 * alone, so the sum is exact: the same for any order, and however the records
 * of one price are spread over kinds.  Relative error of a sum of k terms at
 * most 10^-107: its largest term is at least 1.
 */
#include "value.h"

#include "power.h"
#include "scale.h"

/* A price as a fraction in lowest terms, in billionths: total / records. */
typedef struct Price
{
	unsigned __int128 total;
	uint64_t	records;
} Price;

/* Kinds differ by class more than by price: most prices have been seen before. */
#define CACHE_SIZE		64		/* a power of two */
#define CACHE_PROBES	8

/* A root found before; roots are at most 1, so they have few limbs. */
typedef struct CachedRoot
{
	Price		price;			/* records 0: an empty place */
	BvDecimal	root;
} CachedRoot;

typedef BvStatus (*Term) (BvDecimal *term, const BvDecimal *ratio, const BvDecimal *power);

static Price
price_of(const BvPricedRecords *kind)
{
	Price		price = {(unsigned __int128) kind->total, (uint64_t) kind->records};
	unsigned __int128 a = price.total;
	unsigned __int128 b = price.records;

	while (b != 0)
	{
		unsigned __int128 rest = a > UINT64_MAX ? a % b : (uint64_t) a % (uint64_t) b;

		a = b;
		b = rest;
	}
	price.total /= a;
	price.records /= (uint64_t) a;
	return price;
}

static bool
same_price(const Price *a, const Price *b)
{
	return a->total == b->total && a->records == b->records;
}

/*
 * The place in the cache that has the price, or else one to put it: the first
 * empty one of a few, from where the high bits of a product say.
 */
static CachedRoot *
place_of(CachedRoot *cache, const Price *price)
{
	uint64_t	mixed = ((uint64_t) price->total ^ price->records << 32) *
		UINT64_C(0x9e3779b97f4a7c15);
	CachedRoot *first = &cache[(mixed >> 32) & (CACHE_SIZE - 1)];

	for (int i = 0; i < CACHE_PROBES; i++)
	{
		CachedRoot *place = &cache[((mixed >> 32) + i) & (CACHE_SIZE - 1)];

		if (place->price.records == 0 || same_price(&place->price, price))
			return place;
	}
	return first;
}

/* in currency units: total / records / 10^9 = numerator / denominator */
static BvStatus
price_terms(const Price *price, BvDecimal *numerator, BvDecimal *denominator)
{
	bv_decimal_from_int128(numerator, (__int128) price->total);
	bv_decimal_from_int128(denominator, price->records);
	return bv_decimal_shift(numerator, numerator, -9);
}

/* a/b of two prices */
static BvStatus
price_ratio(BvDecimal *ratio, const Price *a, const Price *b)
{
	BvDecimal	below;

	bv_decimal_from_int128(ratio, (__int128) a->total);
	bv_decimal_from_int128(&below, (__int128) b->total);
	BV_TRY(bv_decimal_multiply_small(ratio, ratio, b->records));
	BV_TRY(bv_decimal_multiply_small(&below, &below, a->records));
	return bv_decimal_divide(ratio, ratio, &below, BV_RATIO_DIGITS);
}

/* the sign of a - b: exactly, by the products across */
static int
price_compare(const Price *a, const Price *b)
{
	BvDecimal	left;
	BvDecimal	right;

	if (a->records == b->records)
		return (a->total > b->total) - (a->total < b->total);
	bv_decimal_from_int128(&left, (__int128) a->total);
	bv_decimal_from_int128(&right, (__int128) b->total);
	(void) bv_decimal_multiply_small(&left, &left, b->records);
	(void) bv_decimal_multiply_small(&right, &right, a->records);
	return bv_decimal_compare(&left, &right);
}

/* What a set is, before any power is taken. */
typedef struct Survey
{
	Price		highest;
	bool		one_price;		/* all that are worth something have the same */
	__int128	records;		/* that are worth something */
	__int128	total;			/* W, in billionths */
} Survey;

static BvStatus
survey_kinds(Survey *survey, const BvPricedRecords *kinds, int count)
{
	survey->highest.total = 0;
	survey->highest.records = 1;
	survey->one_price = true;
	survey->records = 0;
	survey->total = 0;
	for (int i = 0; i < count; i++)
	{
		Price		price;
		int			order;

		if (kinds[i].records < 0 || kinds[i].total < 0 ||
			(kinds[i].records == 0 && kinds[i].total != 0))
			return BV_INVALID;
		if (kinds[i].total == 0)
			continue;
		price = price_of(&kinds[i]);
		order = price_compare(&price, &survey->highest);
		if (survey->records > 0 && order != 0)
			survey->one_price = false;
		if (order > 0)
			survey->highest = price;
		survey->records += kinds[i].records;
		if (__builtin_add_overflow(survey->total, kinds[i].total, &survey->total))
			return BV_OUT_OF_RANGE;
	}
	return survey->records <= BV_RECORDS_MAX ? BV_OK : BV_OUT_OF_RANGE;
}

/* sum n_i term(w_i / w) */
static BvStatus
sum_over_kinds(BvDecimal *sum, const BvPricedRecords *kinds, int count, const Price *highest,
			   Term term, const BvDecimal *power)
{
	CachedRoot	cache[CACHE_SIZE];
	BvDecimal	part;

	for (int i = 0; i < CACHE_SIZE; i++)
		cache[i].price.records = 0;
	bv_decimal_zero(sum);
	for (int i = 0; i < count; i++)
	{
		Price		price;
		CachedRoot *place;

		if (kinds[i].total == 0)
			continue;
		price = price_of(&kinds[i]);
		place = place_of(cache, &price);
		if (!same_price(&place->price, &price))
		{
			place->price.records = 0;
			BV_TRY(price_ratio(&part, &price, highest));
			BV_TRY(term(&part, &part, power));
			BV_TRY(bv_decimal_round_places(&place->root, &part, BV_ROOT_PLACES));
			place->price = price;
		}
		BV_TRY(bv_decimal_multiply_small(&part, &place->root, kinds[i].records));
		BV_TRY(bv_decimal_add(sum, sum, &part));
	}
	return BV_OK;
}

/*
 * V where every price has a root that ends, (2 + 3)^3 of the prices 8 and 27:
 * then nothing is rounded before n0 comes in.  BV_INEXACT otherwise.
 */
static BvStatus
value_of_exact_masses(BvDecimal *value, bool *exact, const BvPricedRecords *kinds, int count,
					  const BvDecimal *exponent, int64_t reference_records)
{
	BvDecimal	sum;
	BvDecimal	power;
	BvDecimal	part;

	bv_decimal_zero(&sum);
	for (int i = 0; i < count; i++)
	{
		if (kinds[i].total == 0)
			continue;
		bv_decimal_from_int128(&part, kinds[i].total);
		BV_TRY(bv_decimal_shift(&part, &part, -9));
		BV_TRY(bv_decimal_divide_small(&part, &part, kinds[i].records));
		BV_TRY(bv_mass_exact(&part, &part, exponent));
		BV_TRY(bv_decimal_multiply_small(&part, &part, kinds[i].records));
		BV_TRY(bv_decimal_add(&sum, &sum, &part));
	}
	BV_TRY(bv_value_of_mass_exact(&sum, &sum, exponent));
	BV_TRY(bv_less_one(&power, exponent));
	return bv_scale_by_power(value, exact, &sum, 1, reference_records, &power);
}

/* r ln r, whose sum over shares r is less than 0: the terms of an entropy */
static BvStatus
entropy_term(BvDecimal *term, const BvDecimal *ratio, const BvDecimal *power)
{
	BvDecimal	logarithm;

	(void) power;
	BV_TRY(bv_decimal_ln(&logarithm, ratio));
	return bv_decimal_multiply(term, ratio, &logarithm);
}

/* W as a decimal */
static BvStatus
linear_value(BvDecimal *value, const Survey *survey)
{
	bv_decimal_from_int128(value, survey->total);
	return bv_decimal_shift(value, value, -9);
}

/* x * n0^power; most models have n0 = 1 */
static BvStatus
scale_by_reference(BvDecimal *result, const BvDecimal *x, int64_t reference_records,
				   const BvDecimal *power)
{
	BvDecimal	factor;

	if (reference_records == 1)
	{
		bv_decimal_copy(result, x);
		return BV_OK;
	}
	bv_decimal_from_int64(&factor, reference_records);
	BV_TRY(bv_decimal_power(&factor, &factor, power));
	return bv_decimal_multiply(result, x, &factor);
}

static bool
model_is_valid(const BvDecimal *exponent, int64_t reference_records)
{
	return bv_exponent_is_valid(exponent) &&
		reference_records >= 1 && reference_records <= BV_RECORDS_MAX;
}

BvStatus
bv_value_of_kinds(const BvPricedRecords *kinds, int count, const BvDecimal *exponent,
				  int64_t reference_records, BvDecimal *value)
{
	Survey		survey;
	BvDecimal	power;
	BvDecimal	sum;
	BvDecimal	part;
	bool		exact;

	if (!model_is_valid(exponent, reference_records))
		return BV_INVALID;
	BV_TRY(survey_kinds(&survey, kinds, count));
	if (survey.total == 0 || bv_decimal_is_one(exponent))
		return linear_value(value, &survey);

	if (survey.one_price)
	{
		BV_TRY(bv_less_one(&power, exponent));
		BV_TRY(linear_value(&sum, &survey));
		BV_TRY(bv_scale_by_power(value, &exact, &sum, (uint64_t) survey.records,
								 (uint64_t) reference_records, &power));
		return bv_hand_out(value, exact);
	}

	if (value_of_exact_masses(value, &exact, kinds, count, exponent, reference_records) == BV_OK)
		return bv_hand_out(value, exact);

	BV_TRY(bv_reciprocal(&power, exponent));
	BV_TRY(sum_over_kinds(&sum, kinds, count, &survey.highest, bv_decimal_power, &power));
	BV_TRY(bv_decimal_power(&sum, &sum, exponent));
	bv_decimal_from_int64(&part, 1);
	BV_TRY(bv_decimal_subtract(&power, &part, exponent));
	BV_TRY(scale_by_reference(&sum, &sum, reference_records, &power));
	BV_TRY(price_terms(&survey.highest, &part, &power));
	BV_TRY(bv_decimal_multiply(&sum, &sum, &part));
	return bv_decimal_divide(value, &sum, &power, BV_RESULT_DIGITS);
}

BvStatus
bv_mass_of_kinds(const BvPricedRecords *kinds, int count, const BvDecimal *exponent,
				 int64_t reference_records, BvDecimal *mass)
{
	Survey		survey;
	BvDecimal	power;
	BvDecimal	sum;
	BvDecimal	part;

	if (!model_is_valid(exponent, reference_records))
		return BV_INVALID;
	BV_TRY(survey_kinds(&survey, kinds, count));
	if (survey.total == 0 || bv_decimal_is_one(exponent))
		return linear_value(mass, &survey);

	/* w^(1/m) (sum n_i r_i) n0^(1/m - 1) */
	BV_TRY(bv_reciprocal(&power, exponent));
	BV_TRY(sum_over_kinds(&sum, kinds, count, &survey.highest, bv_decimal_power, &power));
	BV_TRY(price_terms(&survey.highest, &part, mass));
	BV_TRY(bv_decimal_divide(&part, &part, mass, BV_RATIO_DIGITS));
	BV_TRY(bv_decimal_power(&part, &part, &power));
	BV_TRY(bv_decimal_multiply(&sum, &sum, &part));
	BV_TRY(bv_less_one(&power, &power));
	BV_TRY(scale_by_reference(mass, &sum, reference_records, &power));
	return bv_hand_out(mass, false);
}

/* The Hill number of order 1/m of the records' shares of W; sum r_i = W/w. */
BvStatus
bv_effective_records_of_kinds(const BvPricedRecords *kinds, int count,
							  const BvDecimal *exponent, BvDecimal *records)
{
	Survey		survey;
	BvDecimal	order;
	BvDecimal	powers;
	BvDecimal	whole;
	BvDecimal	below;

	if (!bv_exponent_is_valid(exponent))
		return BV_INVALID;
	BV_TRY(survey_kinds(&survey, kinds, count));
	if (survey.one_price)
	{
		bv_decimal_from_int128(records, survey.records);
		return BV_OK;
	}
	BV_TRY(bv_reciprocal(&order, exponent));
	BV_TRY(sum_over_kinds(&powers, kinds, count, &survey.highest,
						  bv_order_is_one(&order) ? entropy_term : bv_decimal_power, &order));
	bv_decimal_from_int128(&whole, survey.total);
	BV_TRY(bv_decimal_multiply_small(&whole, &whole, survey.highest.records));
	bv_decimal_from_int128(&below, (__int128) survey.highest.total);
	BV_TRY(bv_decimal_divide(&whole, &whole, &below, BV_RATIO_DIGITS));
	return bv_hill_number(records, &powers, &whole, &order);
}
