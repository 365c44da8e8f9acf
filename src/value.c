/* value.c: SQL functions of the value model; the formulas are in core/value.h */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

#include "compat.h"
#include "numeric.h"
#include "value.h"

/*
 * Decimals of masses in total_value's state: 40 significant digits of a mass
 * down to 10^-40, and up to 10^27 none behind those that are known, so that a
 * whole mass comes out whole.  Below an exponent of 1 masses are as much smaller
 * as there are more decimals, while the sum has room for them.
 */
#define MASS_PLACES			80
#define MASS_PLACES_LIMIT	800

/* Digits that a mass must have for its value to have 20 right ones. */
#define MASS_DIGITS			25

static const char *
decimal_text(const BvDecimal *decimal)
{
	return DatumGetCString(DirectFunctionCall1(numeric_out,
											   NumericGetDatum(bv_decimal_to_numeric(decimal))));
}

static void
refuse(const char *argument, const char *rule, const BvDecimal *value)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s must be %s, not %s", argument, rule, decimal_text(value))));
}

/* As many as bigint holds; what models are made of stays below 10^18. */
static int64
get_records(FunctionCallInfo fcinfo, int number)
{
	return bv_numeric_to_count(PG_GETARG_NUMERIC(number), 0, PG_INT64_MAX, "records");
}

static int64
get_reference_records(FunctionCallInfo fcinfo, int number)
{
	return bv_numeric_to_count(PG_GETARG_NUMERIC(number), 1, BV_RECORDS_MAX, "reference_records");
}

/* The elements of an array of amounts. */
static BvDecimal *
get_amounts(FunctionCallInfo fcinfo, int number, int *count, const char *argument)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(number);
	BvDecimal  *amounts;
	Datum	   *elements;
	bool	   *nulls;

	deconstruct_array(array, NUMERICOID, -1, false, TYPALIGN_INT, &elements, &nulls, count);
	amounts = palloc_extended(Max(*count, 1) * sizeof(BvDecimal), MCXT_ALLOC_HUGE);
	for (int i = 0; i < *count; i++)
	{
		if (nulls[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("%s must not contain null values", argument)));
		bv_numeric_to_decimal(DatumGetNumeric(elements[i]), &amounts[i], argument);
		if (amounts[i].negative)
			refuse(argument, "greater than or equal to zero", &amounts[i]);
	}
	return amounts;
}

/* Shares of which at least one is above zero. */
static BvDecimal *
get_shares(FunctionCallInfo fcinfo, int number, int *count)
{
	BvDecimal  *shares = get_amounts(fcinfo, number, count, "shares");

	for (int i = 0; i < *count; i++)
	{
		if (!bv_decimal_is_zero(&shares[i]))
			return shares;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("shares must contain a number greater than zero")));
	return NULL;				/* for compilers that do not know */
}

static Datum
give(BvStatus status, const BvDecimal *result)
{
	bv_check_status(status);
	return NumericGetDatum(bv_decimal_to_numeric(result));
}

PG_FUNCTION_INFO_V1(breachvalue_value);
Datum
breachvalue_value(PG_FUNCTION_ARGS)
{
	BvDecimal	price;
	BvDecimal	exponent;
	BvDecimal	result;
	int64		records;
	int64		reference_records;

	bv_numeric_to_amount(PG_GETARG_NUMERIC(0), &price, "price");
	records = get_records(fcinfo, 1);
	bv_numeric_to_exponent(PG_GETARG_NUMERIC(2), &exponent);
	reference_records = get_reference_records(fcinfo, 3);
	return give(bv_value(&price, records, &exponent, reference_records, &result), &result);
}

PG_FUNCTION_INFO_V1(breachvalue_marginal_value);
Datum
breachvalue_marginal_value(PG_FUNCTION_ARGS)
{
	BvDecimal	price;
	BvDecimal	exponent;
	BvDecimal	result;
	int64		records;
	int64		reference_records;

	bv_numeric_to_amount(PG_GETARG_NUMERIC(0), &price, "price");
	records = get_records(fcinfo, 1);
	bv_numeric_to_exponent(PG_GETARG_NUMERIC(2), &exponent);
	reference_records = get_reference_records(fcinfo, 3);
	return give(bv_marginal_value(&price, records, &exponent, reference_records, &result),
				&result);
}

PG_FUNCTION_INFO_V1(breachvalue_max_records);
Datum
breachvalue_max_records(PG_FUNCTION_ARGS)
{
	BvDecimal	budget;
	BvDecimal	price;
	BvDecimal	exponent;
	int64		reference_records;
	int64		records;

	bv_numeric_to_amount(PG_GETARG_NUMERIC(0), &budget, "budget");
	bv_numeric_to_amount(PG_GETARG_NUMERIC(1), &price, "price");
	if (bv_decimal_is_zero(&price))
		refuse("price", "greater than zero", &price);
	bv_numeric_to_exponent(PG_GETARG_NUMERIC(2), &exponent);
	reference_records = get_reference_records(fcinfo, 3);
	bv_check_status(bv_max_records(&budget, &price, &exponent, reference_records, &records));
	PG_RETURN_INT64(records);
}

PG_FUNCTION_INFO_V1(breachvalue_merged_value);
Datum
breachvalue_merged_value(PG_FUNCTION_ARGS)
{
	int			count;
	BvDecimal  *parts = get_amounts(fcinfo, 0, &count, "parts");
	BvDecimal	exponent;
	BvDecimal	result;

	bv_numeric_to_exponent(PG_GETARG_NUMERIC(1), &exponent);
	return give(bv_merged_value(parts, count, &exponent, &result), &result);
}

PG_FUNCTION_INFO_V1(breachvalue_reduced_value);
Datum
breachvalue_reduced_value(PG_FUNCTION_ARGS)
{
	BvDecimal	value;
	BvDecimal	removed;
	BvDecimal	exponent;
	BvDecimal	result;

	bv_numeric_to_amount(PG_GETARG_NUMERIC(0), &value, "value");
	bv_numeric_to_amount(PG_GETARG_NUMERIC(1), &removed, "removed");
	bv_numeric_to_exponent(PG_GETARG_NUMERIC(2), &exponent);
	if (bv_decimal_compare(&removed, &value) > 0)
		refuse("removed", "at most the value it is removed from", &removed);
	return give(bv_reduced_value(&value, &removed, &exponent, &result), &result);
}

PG_FUNCTION_INFO_V1(breachvalue_split_value);
Datum
breachvalue_split_value(PG_FUNCTION_ARGS)
{
	BvDecimal	value;
	BvDecimal	exponent;
	BvDecimal	result;
	int32		stores = PG_GETARG_INT32(1);

	bv_numeric_to_amount(PG_GETARG_NUMERIC(0), &value, "value");
	if (stores < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("stores must be at least 1, not %d", stores)));
	bv_numeric_to_exponent(PG_GETARG_NUMERIC(2), &exponent);
	return give(bv_split_value(&value, stores, &exponent, &result), &result);
}

PG_FUNCTION_INFO_V1(breachvalue_split_value_by_share);
Datum
breachvalue_split_value_by_share(PG_FUNCTION_ARGS)
{
	int			count;
	BvDecimal  *shares;
	BvDecimal	value;
	BvDecimal	exponent;
	BvDecimal	result;

	bv_numeric_to_amount(PG_GETARG_NUMERIC(0), &value, "value");
	shares = get_shares(fcinfo, 1, &count);
	bv_numeric_to_exponent(PG_GETARG_NUMERIC(2), &exponent);
	return give(bv_split_value_by_share(&value, shares, count, &exponent, &result), &result);
}

PG_FUNCTION_INFO_V1(breachvalue_effective_stores);
Datum
breachvalue_effective_stores(PG_FUNCTION_ARGS)
{
	int			count;
	BvDecimal  *shares = get_shares(fcinfo, 0, &count);
	BvDecimal	exponent;
	BvDecimal	result;

	bv_numeric_to_exponent(PG_GETARG_NUMERIC(1), &exponent);
	return give(bv_effective_stores(shares, count, &exponent, &result), &result);
}

PG_FUNCTION_INFO_V1(breachvalue_linked_value);
Datum
breachvalue_linked_value(PG_FUNCTION_ARGS)
{
	int			count;
	BvDecimal  *parts = get_amounts(fcinfo, 0, &count, "parts");
	BvDecimal	linkage;
	BvDecimal	unit;
	BvDecimal	exponent;
	BvDecimal	result;

	bv_numeric_to_decimal(PG_GETARG_NUMERIC(1), &linkage, "linkage");
	bv_decimal_from_int64(&unit, 1);
	if (linkage.negative || bv_decimal_compare(&linkage, &unit) > 0)
		refuse("linkage", "between 0 and 1", &linkage);
	bv_numeric_to_exponent(PG_GETARG_NUMERIC(2), &exponent);
	return give(bv_linked_value(parts, count, &linkage, &exponent, &result), &result);
}

PG_FUNCTION_INFO_V1(breachvalue_min_stores);
Datum
breachvalue_min_stores(PG_FUNCTION_ARGS)
{
	BvDecimal	value;
	BvDecimal	budget;
	BvDecimal	exponent;
	BvDecimal	unit;
	int64		stores;

	bv_numeric_to_amount(PG_GETARG_NUMERIC(0), &value, "value");
	bv_numeric_to_amount(PG_GETARG_NUMERIC(1), &budget, "budget");
	bv_numeric_to_exponent(PG_GETARG_NUMERIC(2), &exponent);
	if (bv_decimal_compare(&value, &budget) > 0)
	{
		bv_decimal_from_int64(&unit, 1);
		if (bv_decimal_is_zero(&budget))
			refuse("budget", "greater than zero", &budget);
		if (bv_decimal_compare(&exponent, &unit) <= 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("no number of stores brings the value within the budget"),
					 errdetail("Splitting lowers the total only when the exponent is greater than 1.")));
	}
	bv_check_status(bv_min_stores(&value, &budget, &exponent, &stores));
	PG_RETURN_INT64(stores);
}

/*
 * total_value: the state is {exponent, mass}, empty before the first row.
 * Masses of one exponent have so many decimals at most, so their sum is exact,
 * the same for any order of rows and any number of workers.
 */
static int
mass_places(const BvDecimal *exponent)
{
	BvDecimal	places;
	int64		whole;

	bv_decimal_from_int64(&places, MASS_PLACES);
	bv_check_status(bv_decimal_divide(&places, &places, exponent, 9));
	bv_decimal_truncate(&places, &places);
	bv_check_status(bv_decimal_to_int64(&places, &whole));
	return (int) Max(MASS_PLACES, Min(whole, MASS_PLACES_LIMIT));
}

static bool
get_state(FunctionCallInfo fcinfo, int number, BvDecimal *exponent, BvDecimal *mass)
{
	Datum	   *elements;
	int			count;

	deconstruct_array(PG_GETARG_ARRAYTYPE_P(number), NUMERICOID, -1, false, TYPALIGN_INT,
					  &elements, NULL, &count);
	if (count == 0)
		return false;
	if (count != 2)
		elog(ERROR, "state of total_value has %d elements", count);
	if (!bv_numeric_read(DatumGetNumeric(elements[0]), exponent) ||
		!bv_numeric_read(DatumGetNumeric(elements[1]), mass))
		bv_check_status(BV_OUT_OF_RANGE);
	return true;
}

static Datum
give_state(const BvDecimal *exponent, const BvDecimal *mass)
{
	Datum		elements[2];

	elements[0] = NumericGetDatum(bv_decimal_to_numeric(exponent));
	elements[1] = NumericGetDatum(bv_decimal_to_numeric(mass));
	return PointerGetDatum(construct_array(elements, 2, NUMERICOID, -1, false, TYPALIGN_INT));
}

static void
check_same_exponent(const BvDecimal *a, const BvDecimal *b)
{
	if (bv_decimal_compare(a, b) != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("values of different exponents cannot be added up"),
				 errdetail("There is one of exponent %s and one of exponent %s.",
						   decimal_text(a), decimal_text(b))));
}

PG_FUNCTION_INFO_V1(breachvalue_total_value_add);
Datum
breachvalue_total_value_add(PG_FUNCTION_ARGS)
{
	BvDecimal	value;
	BvDecimal	exponent;
	BvDecimal	mass;
	BvDecimal	total_exponent;
	BvDecimal	total;
	int			places;

	bv_numeric_to_amount(PG_GETARG_NUMERIC(1), &value, "value");
	bv_numeric_to_exponent(PG_GETARG_NUMERIC(2), &exponent);
	places = mass_places(&exponent);
	bv_check_status(bv_mass(&value, &exponent, places, &mass));
	if (bv_decimal_is_zero(&mass) && !bv_decimal_is_zero(&value))
	{
		/* too small to count, but the sum must not pass for nothing */
		bv_decimal_from_int64(&mass, 1);
		bv_check_status(bv_decimal_shift(&mass, &mass, -places));
	}
	if (get_state(fcinfo, 0, &total_exponent, &total))
	{
		check_same_exponent(&total_exponent, &exponent);
		bv_check_status(bv_decimal_add(&mass, &mass, &total));
	}
	return give_state(&exponent, &mass);
}

PG_FUNCTION_INFO_V1(breachvalue_total_value_combine);
Datum
breachvalue_total_value_combine(PG_FUNCTION_ARGS)
{
	BvDecimal	exponent;
	BvDecimal	mass;
	BvDecimal	other_exponent;
	BvDecimal	other;

	if (!get_state(fcinfo, 1, &other_exponent, &other))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (!get_state(fcinfo, 0, &exponent, &mass))
		PG_RETURN_DATUM(PG_GETARG_DATUM(1));
	check_same_exponent(&exponent, &other_exponent);
	bv_check_status(bv_decimal_add(&mass, &mass, &other));
	return give_state(&exponent, &mass);
}

PG_FUNCTION_INFO_V1(breachvalue_total_value_final);
Datum
breachvalue_total_value_final(PG_FUNCTION_ARGS)
{
	BvDecimal	exponent;
	BvDecimal	mass;
	BvDecimal	result;
	int			places;

	if (!get_state(fcinfo, 0, &exponent, &mass))
	{
		bv_decimal_zero(&result);
		return give(BV_OK, &result);
	}

	/* a mass cut off so early that little of it is known */
	places = mass_places(&exponent);
	if (!bv_decimal_is_zero(&mass) && bv_decimal_places(&mass) == places &&
		bv_decimal_magnitude(&mass) < MASS_DIGITS - places)
		bv_check_status(BV_OUT_OF_RANGE);
	return give(bv_value_of_mass(&mass, &exponent, &result), &result);
}
