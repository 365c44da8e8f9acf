/* exposure.c: exposures in memory, and what can be done with two of them */
#include "postgres.h"

#include "common/hashfn.h"

#include "compat.h"
#include "exposure.h"

/* ---------- memory ---------- */

static BvExposure *
working(uint32 capacity, const BvNames *names)
{
	Size		size = bv_histogram_size(capacity, names->size);
	BvExposure *state = palloc(size);

	bv_histogram_init(state, capacity, names);
	SET_VARSIZE(state, size);
	return state;
}

static BvExposure *
working_copy(const BvExposure *exposure, uint32 capacity)
{
	BvNames		names = bv_histogram_names(exposure);
	BvExposure *state = working(capacity, &names);

	bv_histogram_copy(state, exposure);
	return state;
}

BvExposure *
bv_exposure_empty(void)
{
	static const BvNames no_names;

	return working(0, &no_names);
}

BvExposure *
bv_exposure_copy(const BvExposure *exposure)
{
	uint32		capacity = 0;

	while (capacity < exposure->count)
		capacity = capacity == 0 ? 2 : capacity * 2;
	return working_copy(exposure, capacity);
}

BvExposure *
bv_exposure_canonical(const BvExposure *state)
{
	BvExposure *result = palloc(VARSIZE(state));

	memcpy(result, state, VARSIZE(state));
	bv_histogram_make_canonical(result);
	SET_VARSIZE(result, bv_histogram_stored_size(result->count, result->names_size));
	return result;
}

const BvExposure *
bv_exposure_from_datum(Datum datum)
{
	BvExposure *exposure = (BvExposure *) PG_DETOAST_DATUM(datum);

	/* a partial aggregate's state may travel between servers as it is */
	return exposure->canonical ? exposure : bv_exposure_canonical(exposure);
}

BvExposure *
bv_exposure_state(FunctionCallInfo fcinfo)
{
	BvExposure *state;

	if (!AggCheckCallContext(fcinfo, NULL))
		elog(ERROR, "aggregate function called in non-aggregate context");
	if (PG_ARGISNULL(0))
		return bv_exposure_empty();
	state = (BvExposure *) PG_GETARG_POINTER(0);
	if (unlikely(!VARATT_IS_4B_U(state)))
		state = (BvExposure *) PG_GETARG_VARLENA_P(0);
	return state->canonical ? bv_exposure_copy(state) : state;
}

/* ---------- counting ---------- */

static void
check_added(BvAdded added)
{
	if (added == BV_TOO_MANY)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("number or total price of records of one kind is out of range")));
}

/* One step of doubling, so that filling takes linear time. */
static BvExposure *
grow(BvExposure *state)
{
	return working_copy(state, bv_histogram_next_capacity(state));
}

BvExposure *
bv_exposure_add(BvExposure *state, const BvClassSet *classes, int64 price, int64 records)
{
	BvAdded		added;

	while ((added = bv_histogram_add(state, classes, price, records)) == BV_FULL)
		state = grow(state);
	check_added(added);
	return state;
}

BvExposure *
bv_exposure_add_total(BvExposure *state, const BvClassSet *classes,
					  __int128 total, int64 records)
{
	BvAdded		added;

	while ((added = bv_histogram_add_total(state, classes, total, records)) == BV_FULL)
		state = grow(state);
	check_added(added);
	return state;
}

bool
bv_exposure_remove(BvExposure *state, const BvClassSet *classes, int64 price, int64 records)
{
	BvAdded		added = bv_histogram_remove(state, classes, price, records);

	check_added(added);
	return added == BV_ADDED;
}

/* ---------- names ---------- */

void
bv_too_many_names(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("an exposure has room for %d classes of users and protected classes",
					BV_NAMES_MAX)));
}

/* Are these the first names that the exposure knows, in that order? */
static bool
knows(const BvExposure *state, const BvNames *names)
{
	BvNames		known = bv_histogram_names(state);

	return names->size <= known.size && memcmp(names->text, known.text, names->size) == 0;
}

BvExposure *
bv_exposure_learn(BvExposure *state, const BvNames *names, BvRenaming *renaming)
{
	BvNameTable table;
	BvNames		known = bv_histogram_names(state);
	BvExposure *larger;

	renaming->is_identity = true;
	if (knows(state, names))
		return state;
	bv_name_table_set(&table, &known);
	if (!bv_name_table_join(&table, names, renaming))
	{
		/* in a moving window, names of what was taken out are still there */
		state = bv_exposure_copy(bv_exposure_canonical(state));
		known = bv_histogram_names(state);
		bv_name_table_set(&table, &known);
		if (!bv_name_table_join(&table, names, renaming))
			bv_too_many_names();
	}
	if (table.size == known.size)
		return state;
	known = bv_name_table_names(&table);
	larger = working(state->capacity, &known);
	bv_histogram_copy(larger, state);
	return larger;
}

BvExposure *
bv_exposure_add_named(BvExposure *state, const BvNames *names, const BvClassSet *classes,
					  int64 price, int64 records)
{
	BvRenaming	renaming;
	BvClassSet	renamed;

	if (!bv_class_set_has_names(classes))
		return bv_exposure_add(state, classes, price, records);
	state = bv_exposure_learn(state, names, &renaming);
	renamed = bv_rename_classes(classes, &renaming);
	return bv_exposure_add(state, &renamed, price, records);
}

bool
bv_exposure_remove_named(BvExposure *state, const BvNames *names, const BvClassSet *classes,
						 int64 price, int64 records)
{
	BvNameTable table;
	BvNames		known = bv_histogram_names(state);
	BvRenaming	renaming;
	BvClassSet	renamed;

	if (!bv_class_set_has_names(classes) || knows(state, names))
		return bv_exposure_remove(state, classes, price, records);

	/* a name that is new has a number that no kind has */
	bv_name_table_set(&table, &known);
	if (!bv_name_table_join(&table, names, &renaming))
		return false;
	renamed = bv_rename_classes(classes, &renaming);
	return bv_exposure_remove(state, &renamed, price, records);
}

/* ---------- two exposures ---------- */

/*
 * One currency only: explicit prices of different ones cannot be summed, and
 * the model's (no currency given) is not any particular one.
 */
static void
merge_currency(BvExposure *state, const BvExposure *other)
{
	if (strcmp(state->currency, other->currency) == 0 || !bv_histogram_is_priced(other))
		return;
	if (bv_histogram_is_priced(state))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cannot mix exposures in different currencies"),
				 errdetail("One has prices in %s, the other in %s.",
						   state->currency[0] ? state->currency : "the currency of the model",
						   other->currency[0] ? other->currency : "the currency of the model"),
				 errhint("Function breachvalue.in_currency() converts one to the currency of the other, "
						 "and priced_in() says what it is where none is given.")));
	memcpy(state->currency, other->currency, sizeof(state->currency));
}

BvExposure *
bv_exposure_merge(BvExposure *state, const BvExposure *other)
{
	BvNames		names = bv_histogram_names(other);
	BvRenaming	renaming;

	merge_currency(state, other);
	state = bv_exposure_learn(state, &names, &renaming);
	for (uint32 i = 0; i < other->count; i++)
	{
		BvAdded		added;

		while ((added = bv_histogram_add_kind(state, other, &renaming, i)) == BV_FULL)
			state = grow(state);
		check_added(added);
	}
	return state;
}

bool
bv_exposure_reduce(BvExposure *state, const BvExposure *other)
{
	BvNames		names = bv_histogram_names(other);

	if (other->level > 0)
		return false;
	merge_currency(state, other);
	for (uint32 i = 0; i < other->count; i++)
	{
		const BvKind *kind = &other->kind[i];

		if (!bv_exposure_remove_named(state, &names, &kind->classes, kind->price, kind->records))
			return false;
	}
	return true;
}

/* ---------- operators ---------- */

PG_FUNCTION_INFO_V1(breachvalue_exposure_plus);
Datum
breachvalue_exposure_plus(PG_FUNCTION_ARGS)
{
	BvExposure *sum = bv_exposure_copy(PG_GETARG_EXPOSURE(0));

	sum = bv_exposure_merge(sum, PG_GETARG_EXPOSURE(1));
	PG_RETURN_EXPOSURE(sum);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_minus);
Datum
breachvalue_exposure_minus(PG_FUNCTION_ARGS)
{
	const BvExposure *whole = PG_GETARG_EXPOSURE(0);
	const BvExposure *part = PG_GETARG_EXPOSURE(1);
	BvExposure *rest = bv_exposure_copy(whole);

	if (whole->level > 0 || part->level > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cannot subtract coarsened exposures"),
				 errdetail("One holds so many kinds of records that it no longer tells all of them apart."),
				 errhint("Aggregate the records that remain instead.")));
	if (!bv_exposure_reduce(rest, part))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("exposure to subtract is not part of the other"),
				 errdetail("It has more records of some kind.")));
	PG_RETURN_EXPOSURE(rest);
}

/* ---------- comparison: of bytes, since equal exposures have equal ones ---------- */

static int
compare(FunctionCallInfo fcinfo)
{
	const BvExposure *a = PG_GETARG_EXPOSURE(0);
	const BvExposure *b = PG_GETARG_EXPOSURE(1);

	if (VARSIZE(a) != VARSIZE(b))
		return VARSIZE(a) < VARSIZE(b) ? -1 : 1;
	return memcmp(a, b, VARSIZE(a));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_cmp);
Datum
breachvalue_exposure_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare(fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_lt);
Datum
breachvalue_exposure_lt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) < 0);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_le);
Datum
breachvalue_exposure_le(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) <= 0);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_eq);
Datum
breachvalue_exposure_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) == 0);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_ne);
Datum
breachvalue_exposure_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) != 0);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_ge);
Datum
breachvalue_exposure_ge(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) >= 0);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_gt);
Datum
breachvalue_exposure_gt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) > 0);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_hash);
Datum
breachvalue_exposure_hash(PG_FUNCTION_ARGS)
{
	const BvExposure *exposure = PG_GETARG_EXPOSURE(0);

	return hash_any((const unsigned char *) exposure, VARSIZE(exposure));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_hash_extended);
Datum
breachvalue_exposure_hash_extended(PG_FUNCTION_ARGS)
{
	const BvExposure *exposure = PG_GETARG_EXPOSURE(0);

	return hash_any_extended((const unsigned char *) exposure, VARSIZE(exposure),
							 PG_GETARG_INT64(1));
}
