/*
 * scale.c: powers of ratios, exact wherever they are finite
 *
 * (a/b)^(p/q) in lowest terms is rational only if a and b are perfect q-th
 * powers (unique factorisation), and then it is a finite decimal if what is
 * left of b divides into tens.  A decimal exponent's q divides a power of ten,
 * and a root of a number below 2^64 is whole only for q < 64: so an exponent
 * of more than 5 decimals (2^6 | q or 5^6 | q) gives nothing exact unless a = b.
 */
#include "scale.h"

#include "power.h"

#define PLACES_MAX	5

BvStatus
bv_reciprocal(BvDecimal *result, const BvDecimal *a)
{
	BvDecimal	unit;

	bv_decimal_from_int64(&unit, 1);
	return bv_decimal_divide(result, &unit, a, BV_RATIO_DIGITS);
}

BvStatus
bv_less_one(BvDecimal *result, const BvDecimal *a)
{
	BvDecimal	unit;

	bv_decimal_from_int64(&unit, 1);
	return bv_decimal_subtract(result, a, &unit);
}

BvStatus
bv_hand_out(BvDecimal *result, bool exact)
{
	return exact ? BV_OK : bv_decimal_round(result, result, BV_RESULT_DIGITS);
}

static uint64_t
greatest_common_divisor(uint64_t a, uint64_t b)
{
	while (b != 0)
	{
		uint64_t	rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

/* |power| = p/q in lowest terms; false when q is too large to give whole roots. */
static bool
as_fraction(const BvDecimal *power, unsigned *p, unsigned *q)
{
	BvDecimal	shifted;
	int64_t		numerator;
	uint64_t	denominator = 1;
	uint64_t	divisor;
	int			places = bv_decimal_places(power);

	if (places > PLACES_MAX || bv_decimal_shift(&shifted, power, places) != BV_OK ||
		bv_decimal_to_int64(&shifted, &numerator) != BV_OK)
		return false;
	if (numerator < 0)
		numerator = -numerator;
	if (numerator > UINT32_MAX)
		return false;
	while (places-- > 0)
		denominator *= 10;
	divisor = greatest_common_divisor(numerator, denominator);
	*p = (unsigned) (numerator / divisor);
	*q = (unsigned) (denominator / divisor);
	return *q < 64;
}

/* base * factor^power or base / factor^power, as many factors at once as fit into 64 bits. */
static BvStatus
scale_by_whole(BvDecimal *base, uint64_t factor, unsigned power, bool up)
{
	if (factor == 1)
		return BV_OK;
	while (power > 0)
	{
		uint64_t	together = factor;

		for (power--; power > 0 && together <= UINT64_MAX / factor; power--)
			together *= factor;
		BV_TRY(up ? bv_decimal_multiply_small(base, base, together) :
			   bv_decimal_divide_small(base, base, together));
	}
	return BV_OK;
}

BvStatus
bv_scale_by_power(BvDecimal *result, bool *exact, const BvDecimal *base,
				  uint64_t a, uint64_t b, const BvDecimal *power)
{
	uint64_t	divisor = greatest_common_divisor(a, b);
	uint64_t	root_a;
	uint64_t	root_b;
	unsigned	p;
	unsigned	q;
	BvDecimal	scaled;
	BvDecimal	ratio;

	a /= divisor;
	b /= divisor;
	*exact = true;
	if (a == b || bv_decimal_is_zero(power) || bv_decimal_is_zero(base))
	{
		bv_decimal_copy(result, base);
		return BV_OK;
	}
	if (as_fraction(power, &p, &q) && bv_whole_root(a, q, &root_a) && bv_whole_root(b, q, &root_b))
	{
		bool		up = !power->negative;

		/* a result of too many digits, like one without an end, is rounded */
		bv_decimal_copy(&scaled, base);
		if (scale_by_whole(&scaled, up ? root_a : root_b, p, true) == BV_OK &&
			scale_by_whole(&scaled, up ? root_b : root_a, p, false) == BV_OK)
		{
			bv_decimal_copy(result, &scaled);
			return BV_OK;
		}
	}

	*exact = false;
	bv_decimal_from_int128(&scaled, b);
	bv_decimal_from_int128(&ratio, a);
	BV_TRY(bv_decimal_divide(&ratio, &ratio, &scaled, BV_RATIO_DIGITS));
	BV_TRY(bv_decimal_power(&ratio, &ratio, power));
	BV_TRY(bv_decimal_multiply(result, base, &ratio));
	return bv_decimal_round(result, result, BV_WORKING_DIGITS);
}

BvStatus
bv_mass_exact(BvDecimal *mass, const BvDecimal *value, const BvDecimal *exponent)
{
	unsigned	p;
	unsigned	q;

	if (!as_fraction(exponent, &p, &q) || p >= 64)
		return BV_INEXACT;
	BV_TRY(bv_decimal_root_exact(mass, value, p));
	return bv_decimal_power_whole(mass, mass, q);
}

BvStatus
bv_value_of_mass_exact(BvDecimal *value, const BvDecimal *mass, const BvDecimal *exponent)
{
	unsigned	p;
	unsigned	q;

	if (!as_fraction(exponent, &p, &q))
		return BV_INEXACT;
	BV_TRY(bv_decimal_root_exact(value, mass, q));
	return bv_decimal_power_whole(value, value, p);
}

/*
 * Next to order 1 the number differs from its limit by a part of 1 - t times
 * less than the square of a logarithm, so within 10^-55 the limit has 50
 * digits right; further off the division by 1 - t leaves that many of 108.
 */
bool
bv_order_is_one(const BvDecimal *order)
{
	BvDecimal	difference;

	bv_decimal_from_int64(&difference, 1);
	if (bv_decimal_subtract(&difference, order, &difference) != BV_OK)
		return false;
	return bv_decimal_is_zero(&difference) || bv_decimal_magnitude(&difference) < -55;
}

BvStatus
bv_hill_number(BvDecimal *number, const BvDecimal *powers, const BvDecimal *whole,
			   const BvDecimal *order)
{
	BvDecimal	logarithm;
	BvDecimal	part;

	BV_TRY(bv_decimal_ln(&logarithm, whole));
	if (bv_order_is_one(order))
	{
		/* ln S - (sum r ln r) / S */
		BV_TRY(bv_decimal_divide(&part, powers, whole, BV_RATIO_DIGITS));
		BV_TRY(bv_decimal_subtract(&logarithm, &logarithm, &part));
	}
	else
	{
		/* (ln A - t ln S) / (1 - t) */
		BV_TRY(bv_decimal_multiply(&logarithm, &logarithm, order));
		BV_TRY(bv_decimal_ln(&part, powers));
		BV_TRY(bv_decimal_subtract(&logarithm, &part, &logarithm));
		bv_decimal_from_int64(&part, 1);
		BV_TRY(bv_decimal_subtract(&part, &part, order));
		BV_TRY(bv_decimal_divide(&logarithm, &logarithm, &part, BV_RATIO_DIGITS));
	}
	BV_TRY(bv_decimal_exp(number, &logarithm));
	return bv_hand_out(number, false);
}
