/*
 * power.c: ln, exp and powers of decimals, and exact roots
 */
#include "power.h"

#include "fixed.h"

/* Digits of decimals on their way in: more than fixed point has. */
#define SPARE_DIGITS	(BV_WORKING_DIGITS + 9)

/* Below 10^-SMALL a few terms of a series are right to 100 digits. */
#define SMALL			20

__attribute__((weak)) void
bv_interruption_point(void)
{
}

BvStatus
bv_decimal_ln(BvDecimal *result, const BvDecimal *a)
{
	BvFixed		logarithm;
	bool		negative;

	if (a->count == 0 || a->negative)
		return BV_INVALID;
	bv_fixed_ln(&logarithm, &negative, a);
	return bv_fixed_to_decimal(result, negative, &logarithm, 0);
}

BvStatus
bv_decimal_exp(BvDecimal *result, const BvDecimal *a)
{
	BvFixed		y;
	bool		negative = a->negative;

	if (bv_fixed_from_decimal(&y, a) != BV_OK)
	{
		bv_decimal_zero(result);
		return negative ? BV_OK : BV_OUT_OF_RANGE;
	}
	return bv_fixed_exp(result, negative, &y);
}

BvStatus
bv_decimal_power(BvDecimal *result, const BvDecimal *base, const BvDecimal *exponent)
{
	BvFixed		logarithm;
	BvFixed		y;
	bool		negative;

	bv_interruption_point();
	if (base->negative)
		return BV_INVALID;
	if (bv_decimal_is_zero(exponent) || bv_decimal_is_one(base))
	{
		bv_decimal_from_int64(result, 1);
		return BV_OK;
	}
	if (bv_decimal_is_zero(base))
	{
		if (exponent->negative)
			return BV_INVALID;
		bv_decimal_zero(result);
		return BV_OK;
	}
	if (bv_decimal_is_one(exponent))
	{
		bv_decimal_copy(result, base);
		return BV_OK;
	}

	bv_fixed_ln(&logarithm, &negative, base);
	negative = negative != exponent->negative;
	if (bv_fixed_from_decimal(&y, exponent) != BV_OK || bv_fixed_multiply(&y, &y, &logarithm))
	{
		bv_decimal_zero(result);
		return negative ? BV_OK : BV_OUT_OF_RANGE;
	}
	return bv_fixed_exp(result, negative, &y);
}

/* sum over i of coefficient_i a^i for i = 1 .. 5, a small: |a| < 10^-SMALL */
static BvStatus
short_series(BvDecimal *result, const BvDecimal *a, const int *divisors, bool alternating)
{
	BvDecimal	sum;
	BvDecimal	term;
	BvDecimal	small;
	BvDecimal	unit;
	BvStatus	status = bv_decimal_round(&small, a, SPARE_DIGITS);

	/* small * (1 / d1 -+ small * (1 / d2 -+ …)) */
	bv_decimal_from_int64(&unit, 1);
	bv_decimal_zero(&sum);
	for (int i = 4; i >= 0 && status == BV_OK; i--)
	{
		bv_decimal_from_int64(&term, divisors[i]);
		status = bv_decimal_divide(&term, &unit, &term, SPARE_DIGITS);
		/* a term too small to reach the last digit counted is left out */
		if (status == BV_OK && sum.count > 0 &&
			bv_decimal_magnitude(&sum) > -2 * SPARE_DIGITS)
		{
			if (alternating)
				status = bv_decimal_subtract(&term, &term, &sum);
			else
				status = bv_decimal_add(&term, &term, &sum);
		}
		if (status == BV_OK)
			status = bv_decimal_multiply(&sum, &term, &small);
		if (status == BV_OK)
			status = bv_decimal_round(&sum, &sum, SPARE_DIGITS);
	}
	bv_decimal_copy(result, &sum);
	return status;
}

BvStatus
bv_decimal_log1p(BvDecimal *result, const BvDecimal *a)
{
	static const int divisors[] = {1, 2, 3, 4, 5};
	BvDecimal	sum;
	BvStatus	status;

	if (a->count == 0 || bv_decimal_magnitude(a) < -SMALL)
		return short_series(result, a, divisors, true);
	bv_decimal_from_int64(&sum, 1);
	status = bv_decimal_add(&sum, &sum, a);
	return status == BV_OK ? bv_decimal_ln(result, &sum) : status;
}

BvStatus
bv_decimal_expm1(BvDecimal *result, const BvDecimal *a)
{
	static const int divisors[] = {1, 2, 6, 24, 120};
	BvDecimal	unit;
	BvStatus	status;

	if (a->count == 0 || bv_decimal_magnitude(a) < -SMALL)
		return short_series(result, a, divisors, false);
	status = bv_decimal_exp(result, a);
	if (status != BV_OK)
		return status;
	bv_decimal_from_int64(&unit, 1);
	if (result->count > 0 && bv_decimal_magnitude(result) < -SPARE_DIGITS)
		bv_decimal_zero(result);
	return bv_decimal_subtract(result, result, &unit);
}

bool
bv_whole_root(uint64_t a, unsigned n, uint64_t *root)
{
	uint64_t	low = 1;		/* low^n <= a < high^n */
	uint64_t	high;

	if (a <= 1 || n == 1)
	{
		*root = a;
		return true;
	}
	if (n >= 64)
		return false;
	high = UINT64_C(1) << (63 / n + 1);
	while (high - low > 1)
	{
		uint64_t	middle = low + (high - low) / 2;
		unsigned __int128 power = 1;

		for (unsigned i = 0; i < n && power <= a; i++)
			power *= middle;
		if (power <= a)
			low = middle;
		else
			high = middle;
		if (power == a)
		{
			*root = middle;
			return true;
		}
	}
	return false;
}

BvStatus
bv_decimal_root_exact(BvDecimal *result, const BvDecimal *a, unsigned n)
{
	BvDecimal	mantissa;
	BvDecimal	root;
	BvDecimal	power;
	int			places;
	BvStatus	status;

	if (a->negative || n == 0)
		return BV_INVALID;
	if (a->count == 0 || n == 1)
	{
		bv_decimal_copy(result, a);
		return BV_OK;
	}

	/*
	 * The power of ten of the last digit is that of the root's last digit n
	 * times, and the digits are those of the whole root's n-th power.
	 */
	places = bv_decimal_digits(a) - 1 - bv_decimal_magnitude(a);
	if (places % (int) n != 0)
		return BV_INEXACT;
	status = bv_decimal_shift(&mantissa, a, places);
	if (status != BV_OK)
		return status;

	/* a whole root has so few digits that its approximation rounds to it */
	if ((bv_decimal_digits(&mantissa) - 1) / (int) n + 1 > BV_WORKING_DIGITS - 2)
		return BV_INEXACT;
	bv_decimal_from_int64(&root, 1);
	bv_decimal_from_int64(&power, n);
	status = bv_decimal_divide(&power, &root, &power, SPARE_DIGITS);
	if (status == BV_OK)
		status = bv_decimal_power(&root, &mantissa, &power);
	if (status == BV_OK)
		status = bv_decimal_round_places(&root, &root, 0);
	if (status == BV_OK)
		status = bv_decimal_power_whole(&power, &root, n);
	if (status != BV_OK)
		return status;
	if (bv_decimal_compare(&power, &mantissa) != 0)
		return BV_INEXACT;
	return bv_decimal_shift(result, &root, -places / (int) n);
}
