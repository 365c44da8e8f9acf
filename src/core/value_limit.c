/*
 * value_limit.c: how many records, and how few stores, stay within a budget
 *
 * The inverse of a power gives a guess; then counts next to it are tried, and
 * each is decided exactly, so the answer at the boundary is right.
 */
#include "value.h"

#include "power.h"
#include "scale.h"

/* What a search asks of a count. */
typedef struct Boundary
{
	const BvDecimal *amount;	/* price, or value */
	const BvDecimal *exponent;
	const BvDecimal *budget;
	int64_t		reference_records;
	BvStatus	status;			/* of a question that could not be answered */
} Boundary;

typedef bool (*Question) (Boundary *boundary, int64_t count);

/*
 * Is it within the budget?  An exact value is compared exactly.  Another is
 * irrational, or has no end, so it never equals a budget; should the two agree
 * in 95 digits, it counts as over the budget.
 */
static bool
within_budget(Boundary *boundary, BvStatus status, BvDecimal *value, bool exact)
{
	BvDecimal	margin;

	if (status == BV_OK && !exact)
		status = bv_decimal_shift(&margin, value, -95);
	if (status == BV_OK && !exact)
		status = bv_decimal_add(value, value, &margin);
	if (status != BV_OK)
	{
		boundary->status = status;
		return false;
	}
	return bv_decimal_compare(value, boundary->budget) <= 0;
}

static bool
records_within_budget(Boundary *boundary, int64_t records)
{
	BvDecimal	value;
	bool		exact = false;
	BvStatus	status;

	status = bv_equal_records(&value, &exact, boundary->amount, records, boundary->exponent,
							  boundary->reference_records);
	return within_budget(boundary, status, &value, exact);
}

static bool
stores_over_budget(Boundary *boundary, int64_t stores)
{
	BvDecimal	total;
	BvDecimal	power;
	bool		exact = false;
	BvStatus	status;

	status = bv_less_one(&power, boundary->exponent);
	if (status == BV_OK)
		status = bv_scale_by_power(&total, &exact, boundary->amount, 1, stores, &power);
	return !within_budget(boundary, status, &total, exact);
}

/*
 * The largest count up to BV_RECORDS_MAX whose answer is yes, given that it is
 * yes for lowest and, once no, stays so.  Goes from a guess in steps that
 * double, then halves: a good guess takes two questions.
 */
static int64_t
last_yes(Question question, Boundary *boundary, int64_t lowest, int64_t guess)
{
	int64_t		yes = lowest;
	int64_t		no = BV_RECORDS_MAX + 1;

	if (guess > yes && guess < no)
	{
		int64_t		step = 1;

		if (question(boundary, guess))
		{
			for (yes = guess; no - yes > step; step *= 2)
			{
				if (!question(boundary, yes + step))
				{
					no = yes + step;
					break;
				}
				yes += step;
			}
		}
		else
		{
			for (no = guess; no - yes > step; step *= 2)
			{
				if (question(boundary, no - step))
				{
					yes = no - step;
					break;
				}
				no -= step;
			}
		}
	}
	while (no - yes > 1)
	{
		int64_t		middle = yes + (no - yes) / 2;

		if (question(boundary, middle))
			yes = middle;
		else
			no = middle;
	}
	return yes;
}

/* The whole part of a guess, or the bound that it is beyond. */
static int64_t
whole_guess(BvStatus status, BvDecimal *guess)
{
	int64_t		whole;

	if (status == BV_OK)
	{
		bv_decimal_truncate(guess, guess);
		if (bv_decimal_to_int64(guess, &whole) == BV_OK && whole <= BV_RECORDS_MAX)
			return whole;
	}
	return BV_RECORDS_MAX;
}

/* (B n0^(m-1) / w)^(1/m), and then the exact test on both sides */
BvStatus
bv_max_records(const BvDecimal *budget, const BvDecimal *price, const BvDecimal *exponent,
			   int64_t reference_records, int64_t *records)
{
	Boundary	boundary = {price, exponent, budget, reference_records, BV_OK};
	BvDecimal	guess;
	BvDecimal	power;
	BvStatus	status;

	if (budget->negative || bv_decimal_is_zero(price) ||
		!bv_arguments_are_valid(price, 0, exponent, reference_records))
		return BV_INVALID;
	BV_TRY(bv_less_one(&power, exponent));
	bv_decimal_from_int64(&guess, reference_records);
	BV_TRY(bv_decimal_power(&guess, &guess, &power));
	BV_TRY(bv_decimal_multiply(&guess, &guess, budget));
	BV_TRY(bv_decimal_divide(&guess, &guess, price, BV_RATIO_DIGITS));
	BV_TRY(bv_reciprocal(&power, exponent));
	status = bv_decimal_power(&guess, &guess, &power);
	*records = last_yes(records_within_budget, &boundary, 0, whole_guess(status, &guess));
	return boundary.status;
}

/* ceil((V/B)^(1/(m-1))): one more than the most stores that do not suffice */
BvStatus
bv_min_stores(const BvDecimal *value, const BvDecimal *budget, const BvDecimal *exponent,
			  int64_t *stores)
{
	Boundary	boundary = {value, exponent, budget, 1, BV_OK};
	BvDecimal	guess;
	BvDecimal	power;
	int64_t		most;
	BvStatus	status;

	if (value->negative || budget->negative || !bv_exponent_is_valid(exponent))
		return BV_INVALID;
	*stores = 1;
	if (bv_decimal_compare(value, budget) <= 0)
		return BV_OK;
	BV_TRY(bv_less_one(&power, exponent));
	if (bv_decimal_is_zero(budget) || power.negative || bv_decimal_is_zero(&power))
		return BV_INVALID;

	BV_TRY(bv_decimal_divide(&guess, value, budget, BV_RATIO_DIGITS));
	BV_TRY(bv_reciprocal(&power, &power));
	status = bv_decimal_power(&guess, &guess, &power);
	most = last_yes(stores_over_budget, &boundary, 1, whole_guess(status, &guess));
	if (boundary.status != BV_OK)
		return boundary.status;
	if (most >= BV_RECORDS_MAX)
		return BV_OUT_OF_RANGE;
	*stores = most + 1;
	return BV_OK;
}
