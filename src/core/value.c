/*
 * value.c: the superlinear value of equal records, of parts and of stores
 *
 *     V = w n (n/n0)^(m-1)          Q = V^(1/m) is additive, V = Q^m
 *
 * Why 40 digits: money is counted to 20 digits at most, so 40 leave room for
 * differences of values that agree in their first 20.  Calculations carry
 * BV_WORKING_DIGITS (108), so that the 40 are those of the true value unless
 * it lies within 10^-60 of half a digit, and an answer that ends within 40
 * digits comes out exact by itself.  Longer ones are exact where said so.
 */
#include "value.h"

#include "power.h"
#include "scale.h"

bool
bv_exponent_is_valid(const BvDecimal *exponent)
{
	BvDecimal	limit;

	bv_decimal_from_int64(&limit, BV_EXPONENT_MAX);
	return !exponent->negative && !bv_decimal_is_zero(exponent) &&
		bv_decimal_compare(exponent, &limit) <= 0;
}

BvStatus
bv_equal_records(BvDecimal *value, bool *exact, const BvDecimal *price, uint64_t records,
				 const BvDecimal *exponent, uint64_t reference_records)
{
	BvDecimal	power;

	*exact = true;
	if (records == 0 || bv_decimal_is_zero(price))
	{
		bv_decimal_zero(value);
		return BV_OK;
	}
	BV_TRY(bv_less_one(&power, exponent));
	BV_TRY(bv_decimal_multiply_small(value, price, records));
	return bv_scale_by_power(value, exact, value, records, reference_records, &power);
}

bool
bv_arguments_are_valid(const BvDecimal *amount, int64_t records, const BvDecimal *exponent,
					   int64_t reference_records)
{
	return !amount->negative && records >= 0 && bv_exponent_is_valid(exponent) &&
		reference_records >= 1 && reference_records <= BV_RECORDS_MAX;
}

BvStatus
bv_value(const BvDecimal *price, int64_t records, const BvDecimal *exponent,
		 int64_t reference_records, BvDecimal *value)
{
	bool		exact;

	if (!bv_arguments_are_valid(price, records, exponent, reference_records))
		return BV_INVALID;
	BV_TRY(bv_equal_records(value, &exact, price, records, exponent, reference_records));
	return bv_hand_out(value, exact);
}

/*
 * V(n+1) - V(n) = V(n) (e^(m ln(1 + 1/n)) - 1): the difference itself would
 * lose as many digits as n has.
 */
BvStatus
bv_marginal_value(const BvDecimal *price, int64_t records, const BvDecimal *exponent,
				  int64_t reference_records, BvDecimal *value)
{
	BvDecimal	before;
	BvDecimal	growth;
	BvDecimal	count;
	bool		exact;
	bool		exact_before;

	if (!bv_arguments_are_valid(price, records, exponent, reference_records))
		return BV_INVALID;
	BV_TRY(bv_equal_records(&before, &exact_before, price, records, exponent,
							reference_records));
	if (exact_before)
	{
		BV_TRY(bv_equal_records(value, &exact, price, (uint64_t) records + 1, exponent,
								reference_records));
		if (exact)
			return bv_decimal_subtract(value, value, &before);
		if (records == 0)
			return bv_hand_out(value, false);
	}
	bv_decimal_from_int64(&count, records);
	BV_TRY(bv_reciprocal(&growth, &count));
	BV_TRY(bv_decimal_log1p(&growth, &growth));
	BV_TRY(bv_decimal_multiply(&growth, &growth, exponent));
	BV_TRY(bv_decimal_expm1(&growth, &growth));
	BV_TRY(bv_decimal_multiply(value, &before, &growth));
	return bv_hand_out(value, false);
}

/* The largest member of parts, or NULL when none is above zero; counts those that are. */
static const BvDecimal *
largest(const BvDecimal *parts, int count, int *positive)
{
	const BvDecimal *most = NULL;

	*positive = 0;
	for (int i = 0; i < count; i++)
	{
		if (bv_decimal_is_zero(&parts[i]))
			continue;
		(*positive)++;
		if (most == NULL || bv_decimal_compare(&parts[i], most) > 0)
			most = &parts[i];
	}
	return most;
}

/* sum (part / unit)^power, no part above unit; exact for what it adds */
static BvStatus
sum_of_powers(BvDecimal *sum, const BvDecimal *parts, int count, const BvDecimal *unit,
			  const BvDecimal *power)
{
	BvDecimal	ratio;

	bv_decimal_zero(sum);
	for (int i = 0; i < count; i++)
	{
		if (bv_decimal_is_zero(&parts[i]))
			continue;
		BV_TRY(bv_decimal_divide(&ratio, &parts[i], unit, BV_RATIO_DIGITS));
		BV_TRY(bv_decimal_power(&ratio, &ratio, power));
		BV_TRY(bv_decimal_round_places(&ratio, &ratio, BV_ROOT_PLACES));
		BV_TRY(bv_decimal_add(sum, sum, &ratio));
	}
	return BV_OK;
}

/*
 * (sum V_j^(1/m))^m, as V_max (sum (V_j/V_max)^(1/m))^m: no root can then be
 * too big to write down, and equal parts count as whole numbers.
 */
BvStatus
bv_merged_value(const BvDecimal *parts, int count, const BvDecimal *exponent, BvDecimal *value)
{
	BvDecimal	sum;
	BvDecimal	power;
	const BvDecimal *most;
	int			positive;
	int64_t		whole;
	bool		exact;
	BvStatus	status;

	if (!bv_exponent_is_valid(exponent))
		return BV_INVALID;
	for (int i = 0; i < count; i++)
	{
		if (parts[i].negative)
			return BV_INVALID;
	}
	most = largest(parts, count, &positive);
	if (positive <= 1 || bv_decimal_is_one(exponent))
	{
		bv_decimal_zero(&sum);
		for (int i = 0; i < count; i++)
			BV_TRY(bv_decimal_add(&sum, &sum, &parts[i]));
		bv_decimal_copy(value, &sum);
		return BV_OK;
	}

	/* masses that are finite decimals add without any rounding */
	bv_decimal_zero(&sum);
	status = BV_OK;
	for (int i = 0; i < count && status == BV_OK; i++)
	{
		status = bv_mass_exact(&power, &parts[i], exponent);
		if (status == BV_OK)
			status = bv_decimal_add(&sum, &sum, &power);
	}
	if (status == BV_OK && bv_value_of_mass_exact(&power, &sum, exponent) == BV_OK)
	{
		bv_decimal_copy(value, &power);
		return BV_OK;
	}

	BV_TRY(bv_reciprocal(&power, exponent));
	BV_TRY(sum_of_powers(&sum, parts, count, most, &power));
	if (bv_decimal_to_int64(&sum, &whole) == BV_OK)
	{
		BV_TRY(bv_scale_by_power(&sum, &exact, most, whole, 1, exponent));
		bv_decimal_copy(value, &sum);
		return bv_hand_out(value, exact);
	}
	BV_TRY(bv_decimal_power(&sum, &sum, exponent));
	BV_TRY(bv_decimal_multiply(value, most, &sum));
	return bv_hand_out(value, false);
}

/*
 * V (1 - (R/V)^(1/m))^m.  When R is more than half of V, the difference in
 * the bracket comes from ln(1 - (V-R)/V) instead, to keep its digits.
 */
BvStatus
bv_reduced_value(const BvDecimal *value, const BvDecimal *removed, const BvDecimal *exponent,
				 BvDecimal *left)
{
	BvDecimal	ratio;
	BvDecimal	power;
	BvDecimal	rest;
	int			order;

	if (value->negative || removed->negative || !bv_exponent_is_valid(exponent))
		return BV_INVALID;
	order = bv_decimal_compare(removed, value);
	if (order > 0)
		return BV_INVALID;
	if (order == 0)
	{
		bv_decimal_zero(left);
		return BV_OK;
	}
	if (bv_decimal_is_zero(removed) || bv_decimal_is_one(exponent))
		return bv_decimal_subtract(left, value, removed);

	if (bv_mass_exact(&rest, value, exponent) == BV_OK &&
		bv_mass_exact(&ratio, removed, exponent) == BV_OK &&
		bv_decimal_subtract(&rest, &rest, &ratio) == BV_OK &&
		bv_value_of_mass_exact(&ratio, &rest, exponent) == BV_OK)
	{
		bv_decimal_copy(left, &ratio);
		return BV_OK;
	}

	BV_TRY(bv_reciprocal(&power, exponent));
	BV_TRY(bv_decimal_subtract(&rest, removed, value));
	BV_TRY(bv_decimal_divide(&rest, &rest, value, BV_RATIO_DIGITS));	/* R/V - 1 */
	BV_TRY(bv_decimal_add(&ratio, removed, removed));
	if (bv_decimal_compare(&ratio, value) > 0)
	{
		BV_TRY(bv_decimal_log1p(&rest, &rest));
		BV_TRY(bv_decimal_multiply(&rest, &rest, &power));
		BV_TRY(bv_decimal_expm1(&rest, &rest));
		rest.negative = false;
	}
	else
	{
		BV_TRY(bv_decimal_divide(&ratio, removed, value, BV_RATIO_DIGITS));
		BV_TRY(bv_decimal_power(&ratio, &ratio, &power));
		BV_TRY(bv_decimal_round_places(&ratio, &ratio, BV_RATIO_DIGITS));
		bv_decimal_from_int64(&rest, 1);
		BV_TRY(bv_decimal_subtract(&rest, &rest, &ratio));
	}
	BV_TRY(bv_decimal_power(&rest, &rest, exponent));
	BV_TRY(bv_decimal_multiply(left, value, &rest));
	return bv_hand_out(left, false);
}

BvStatus
bv_split_value(const BvDecimal *value, int64_t stores, const BvDecimal *exponent,
			   BvDecimal *total)
{
	BvDecimal	power;
	bool		exact;

	if (value->negative || stores < 1 || !bv_exponent_is_valid(exponent))
		return BV_INVALID;
	BV_TRY(bv_less_one(&power, exponent));
	BV_TRY(bv_scale_by_power(total, &exact, value, 1, stores, &power));
	return bv_hand_out(total, exact);
}

/* V sum r_j^m / (sum r_j)^m with r_j = s_j / s_max: shares need not add up to 1 */
BvStatus
bv_split_value_by_share(const BvDecimal *value, const BvDecimal *shares, int count,
						const BvDecimal *exponent, BvDecimal *total)
{
	BvDecimal	sum;
	BvDecimal	whole;
	BvDecimal	unit;
	const BvDecimal *most;
	int			positive;
	int64_t		equal;

	if (value->negative || !bv_exponent_is_valid(exponent))
		return BV_INVALID;
	for (int i = 0; i < count; i++)
	{
		if (shares[i].negative)
			return BV_INVALID;
	}
	most = largest(shares, count, &positive);
	if (most == NULL)
		return BV_INVALID;
	if (bv_decimal_is_one(exponent))
	{
		bv_decimal_copy(total, value);
		return BV_OK;
	}
	bv_decimal_from_int64(&unit, 1);
	BV_TRY(sum_of_powers(&whole, shares, count, most, &unit));
	if (bv_decimal_to_int64(&whole, &equal) == BV_OK && equal == positive)
		return bv_split_value(value, positive, exponent, total);

	BV_TRY(sum_of_powers(&sum, shares, count, most, exponent));
	BV_TRY(bv_decimal_multiply(&sum, &sum, value));
	BV_TRY(bv_decimal_power(&whole, &whole, exponent));
	return bv_decimal_divide(total, &sum, &whole, BV_RESULT_DIGITS);
}

BvStatus
bv_effective_stores(const BvDecimal *shares, int count, const BvDecimal *exponent,
					BvDecimal *stores)
{
	BvDecimal	powers;
	BvDecimal	whole;
	BvDecimal	ratio;
	BvDecimal	logarithm;
	const BvDecimal *most;
	int			positive;

	if (!bv_exponent_is_valid(exponent))
		return BV_INVALID;
	for (int i = 0; i < count; i++)
	{
		if (shares[i].negative)
			return BV_INVALID;
	}
	most = largest(shares, count, &positive);
	if (most == NULL)
		return BV_INVALID;
	bv_decimal_from_int64(&ratio, 1);
	BV_TRY(sum_of_powers(&whole, shares, count, most, &ratio));
	if (bv_order_is_one(exponent))
	{
		bv_decimal_zero(&powers);
		for (int i = 0; i < count; i++)
		{
			if (bv_decimal_is_zero(&shares[i]))
				continue;
			BV_TRY(bv_decimal_divide(&ratio, &shares[i], most, BV_RATIO_DIGITS));
			BV_TRY(bv_decimal_ln(&logarithm, &ratio));
			BV_TRY(bv_decimal_multiply(&ratio, &ratio, &logarithm));
			BV_TRY(bv_decimal_round_places(&ratio, &ratio, BV_ROOT_PLACES));
			BV_TRY(bv_decimal_add(&powers, &powers, &ratio));
		}
	}
	else
		BV_TRY(sum_of_powers(&powers, shares, count, most, exponent));
	return bv_hill_number(stores, &powers, &whole, exponent);
}

/* theta = m^(1-linkage) makes it the merged value at exponent m / theta = m^linkage */
BvStatus
bv_linked_value(const BvDecimal *parts, int count, const BvDecimal *linkage,
				const BvDecimal *exponent, BvDecimal *value)
{
	BvDecimal	linked;
	BvDecimal	unit;

	bv_decimal_from_int64(&unit, 1);
	if (!bv_exponent_is_valid(exponent) || linkage->negative ||
		bv_decimal_compare(linkage, &unit) > 0)
		return BV_INVALID;
	BV_TRY(bv_decimal_power(&linked, exponent, linkage));
	return bv_merged_value(parts, count, &linked, value);
}

BvStatus
bv_mass(const BvDecimal *value, const BvDecimal *exponent, int places, BvDecimal *mass)
{
	BvDecimal	power;

	if (value->negative || !bv_exponent_is_valid(exponent))
		return BV_INVALID;
	if (bv_decimal_is_one(exponent))
	{
		bv_decimal_copy(mass, value);
		return BV_OK;
	}
	BV_TRY(bv_reciprocal(&power, exponent));
	BV_TRY(bv_decimal_power(mass, value, &power));
	return bv_decimal_round_places(mass, mass, places);
}

BvStatus
bv_value_of_mass(const BvDecimal *mass, const BvDecimal *exponent, BvDecimal *value)
{
	BvDecimal	power;

	if (mass->negative || !bv_exponent_is_valid(exponent))
		return BV_INVALID;
	if (bv_decimal_is_one(exponent))
	{
		bv_decimal_copy(value, mass);
		return BV_OK;
	}

	/* a root with an end has few places; one without an end fills all that it is given */
	if (bv_decimal_places(mass) <= BV_RESULT_DIGITS &&
		bv_value_of_mass_exact(&power, mass, exponent) == BV_OK)
	{
		bv_decimal_copy(value, &power);
		return BV_OK;
	}
	BV_TRY(bv_decimal_power(value, mass, exponent));
	return bv_hand_out(value, false);
}
