/* exposure_aggregate.c: the aggregates that count records into an exposure */
#include "postgres.h"

#include <math.h>

#include "utils/numeric.h"

#include "class_set_type.h"
#include "compat.h"
#include "exposure.h"
#include "named_class.h"
#include "numeric.h"

static const BvClassSet no_classes;

/* ---------- prices as billionths ---------- */

pg_noreturn static void
price_out_of_range(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("price is out of range"),
			 errdetail("An explicit price is at most 9223372036.854775807.")));
}

static int64
price_of_numeric(FunctionCallInfo fcinfo)
{
	return bv_numeric_to_billionths(PG_GETARG_NUMERIC(1), "price");
}

static int64
price_of_bigint(FunctionCallInfo fcinfo)
{
	int64		units = PG_GETARG_INT64(1);
	int64		price;

	if (units < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("price must be greater than or equal to zero, not " INT64_FORMAT,
						units)));
	if (__builtin_mul_overflow(units, INT64CONST(1000000000), &price))
		price_out_of_range();
	return price;
}

static int64
price_of_double(FunctionCallInfo fcinfo)
{
	double		units = PG_GETARG_FLOAT8(1);
	double		price = rint(units * 1e9);

	if (isnan(units) || isinf(units))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("price must be a finite number")));
	if (units < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("price must be greater than or equal to zero, not %g", units)));
	if (price >= 9223372036854775808.0)
		price_out_of_range();
	return (int64) price;
}

/* ---------- transitions, forward and inverse ---------- */

static Datum
add_record(FunctionCallInfo fcinfo, const BvClassSet *classes, int64 price)
{
	PG_RETURN_POINTER(bv_exposure_add(bv_exposure_state(fcinfo), classes, price, 1));
}

/* A NULL makes the window begin anew: right, if slow, where a state is coarse. */
static Datum
remove_record(FunctionCallInfo fcinfo, const BvClassSet *classes, int64 price)
{
	BvExposure *state = bv_exposure_state(fcinfo);

	if (!bv_exposure_remove(state, classes, price, 1))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_add_numeric);
Datum
breachvalue_exposure_add_numeric(PG_FUNCTION_ARGS)
{
	return add_record(fcinfo, &no_classes, price_of_numeric(fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_remove_numeric);
Datum
breachvalue_exposure_remove_numeric(PG_FUNCTION_ARGS)
{
	return remove_record(fcinfo, &no_classes, price_of_numeric(fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_add_bigint);
Datum
breachvalue_exposure_add_bigint(PG_FUNCTION_ARGS)
{
	return add_record(fcinfo, &no_classes, price_of_bigint(fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_remove_bigint);
Datum
breachvalue_exposure_remove_bigint(PG_FUNCTION_ARGS)
{
	return remove_record(fcinfo, &no_classes, price_of_bigint(fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_add_double);
Datum
breachvalue_exposure_add_double(PG_FUNCTION_ARGS)
{
	return add_record(fcinfo, &no_classes, price_of_double(fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_remove_double);
Datum
breachvalue_exposure_remove_double(PG_FUNCTION_ARGS)
{
	return remove_record(fcinfo, &no_classes, price_of_double(fcinfo));
}

/* The names for the classes of a call; in fn_extra. */
typedef struct CallNames
{
	BvNameTable table;
	ArrayType  *given;			/* argument 2 as it was last, if there is one */
} CallNames;

/* The names in argument 2: the same for all rows as a rule, but nobody promises. */
static void
read_given_names(FunctionCallInfo fcinfo, CallNames *names)
{
	ArrayType  *given = PG_GETARG_ARRAYTYPE_P(2);

	if (names->given != NULL && VARSIZE(names->given) == VARSIZE(given) &&
		memcmp(names->given, given, VARSIZE(given)) == 0)
		return;
	names->table.size = names->table.count = 0;
	bv_read_name_array(&names->table, given);
	if (names->given != NULL)
		pfree(names->given);
	names->given = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, VARSIZE(given));
	memcpy(names->given, given, VARSIZE(given));
}

/* The names of what is in the class set of a call, and the set by these names. */
static BvNames
names_of_call(FunctionCallInfo fcinfo, BvClassSet *classes)
{
	CallNames  *names = fcinfo->flinfo->fn_extra;
	BvNames		none = {0};

	*classes = *PG_GETARG_CLASS_SET(1);
	if (!bv_class_set_has_names(classes))
		return none;
	if (names == NULL)
		names = fcinfo->flinfo->fn_extra =
			MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(CallNames));
	if (PG_NARGS() == 2)
		*classes = bv_name_classes(&names->table, classes, NULL);
	else
	{
		read_given_names(fcinfo, names);
		for (int n = bv_class_set_next(classes, BV_USER_CLASS_FIRST - 1); n < BV_CLASS_LIMIT;
			 n = bv_class_set_next(classes, n))
		{
			if (n - BV_USER_CLASS_FIRST >= names->table.count)
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("class number %d has no name", n),
						 errdetail("Names given: %u; the first is for number %d.",
								   names->table.count, BV_USER_CLASS_FIRST)));
		}
	}
	return bv_name_table_names(&names->table);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_add_classes);
Datum
breachvalue_exposure_add_classes(PG_FUNCTION_ARGS)
{
	BvClassSet	classes;
	BvNames		names = names_of_call(fcinfo, &classes);

	PG_RETURN_POINTER(bv_exposure_add_named(bv_exposure_state(fcinfo), &names, &classes,
											BV_NO_PRICE, 1));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_remove_classes);
Datum
breachvalue_exposure_remove_classes(PG_FUNCTION_ARGS)
{
	BvClassSet	classes;
	BvNames		names = names_of_call(fcinfo, &classes);
	BvExposure *state = bv_exposure_state(fcinfo);

	if (!bv_exposure_remove_named(state, &names, &classes, BV_NO_PRICE, 1))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_combine);
Datum
breachvalue_exposure_combine(PG_FUNCTION_ARGS)
{
	BvExposure *state = bv_exposure_state(fcinfo);

	PG_RETURN_POINTER(bv_exposure_merge(state, PG_GETARG_EXPOSURE(1)));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_remove_exposure);
Datum
breachvalue_exposure_remove_exposure(PG_FUNCTION_ARGS)
{
	BvExposure *state = bv_exposure_state(fcinfo);

	if (!bv_exposure_reduce(state, PG_GETARG_EXPOSURE(1)))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_final);
Datum
breachvalue_exposure_final(PG_FUNCTION_ARGS)
{
	if (!AggCheckCallContext(fcinfo, NULL))
		elog(ERROR, "aggregate function called in non-aggregate context");
	PG_RETURN_EXPOSURE((BvExposure *) PG_GETARG_VARLENA_P(0));
}
