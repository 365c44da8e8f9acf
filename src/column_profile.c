/* column_profile.c: the aggregate column_profile, and profiles put together */
#include "postgres.h"

#include <math.h>

#include "miscadmin.h"
#include "nodes/execnodes.h"
#include "utils/builtins.h"

#include "column_profile.h"
#include "compat.h"
#include "user_class.h"
#include "value_text.h"

/* ---------- memory ---------- */

/* A capacity for that many entries: a power of two. */
static int
capacity_for(int room)
{
	int			capacity = BV_PROFILE_FIRST;

	while (capacity < room)
		capacity *= 2;
	return capacity;
}

BvProfile *
bv_profile_make(int room)
{
	int			capacity = capacity_for(room);
	size_t		size = bv_profile_open_size(capacity);
	BvProfile  *profile = palloc(size);

	bv_profile_init(profile, capacity);
	SET_VARSIZE(profile, size);
	return profile;
}

/* A copy with room for that many entries. */
static BvProfile *
open_copy(const BvProfile *from, int room)
{
	int			capacity = capacity_for(room);
	size_t		size = bv_profile_open_size(capacity);
	BvProfile  *profile = palloc(size);

	bv_profile_open(profile, capacity, from);
	SET_VARSIZE(profile, size);
	return profile;
}

BvProfile *
bv_profile_finish(const BvProfile *profile)
{
	size_t		size = bv_profile_closed_size(profile->count);
	BvProfile  *closed = palloc(size);

	bv_profile_close(closed, profile);
	SET_VARSIZE(closed, size);
	return closed;
}

/* ---------- counting ---------- */

/* Keeps as much of a value as is looked at, in place of what the entry was before. */
static void
keep(BvKept *kept, int number, const char *bytes, size_t len)
{
	BvKeptValue *value = &kept->value[number];
	size_t		size = Min(len, BV_LOOK_BYTES);

	if (size > value->room)
	{
		/* lengths of one column are alike: room for a little more is enough for most */
		value->room = Min(size + size / 2 + 8, BV_LOOK_BYTES);
		value->bytes = palloc(value->room);
	}
	memcpy(value->bytes, bytes, size);
	value->len = len;
}

pg_noreturn static void
too_many_rows(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("number of rows in a column profile is out of range")));
}

static inline void
add_rows(int64 *rows, int64 more)
{
	if (unlikely(__builtin_add_overflow(*rows, more, rows)))
		too_many_rows();
}

/* What a value is like; the first BV_LOOK_BYTES are enough. */
static BvLook
look_at(const char *bytes, size_t len)
{
	BvLook		look = bv_look_at(bytes, Min(len, BV_LOOK_BYTES));

	if (len <= BV_LOOK_BYTES)
		bv_add_user_classes_of(bytes, len, &look.classes);
	else
		look.length = Min(len, PG_UINT16_MAX);
	return look;
}

/* Room for one more. */
static inline BvProfile *
make_room(BvProfile *profile)
{
	return bv_profile_is_full(profile) ? open_copy(profile, profile->capacity + 1) : profile;
}

/* A value that is new to the sample, which is looked at now. */
static pg_noinline BvProfile *
put_value(BvProfile *profile, uint64 hash, const char *bytes, size_t len, int64 rows)
{
	BvProfileEntry entry = {
		.hash = hash,
		.rows = rows,
		.look = look_at(bytes, len)
	};

	profile = make_room(profile);
	bv_profile_put(profile, &entry);
	return profile;
}

/* One that is kept, to be looked at later. */
static pg_noinline BvProfile *
keep_value(BvProfile *profile, BvKept *kept, uint64 hash, const char *bytes, size_t len)
{
	BvProfileEntry entry = {.hash = hash, .rows = 1};

	profile = make_room(profile);
	keep(kept, bv_profile_put(profile, &entry), bytes, len);
	return profile;
}

static inline bool
may_be_blank(const char *bytes, size_t len)
{
	return len == 0 || (unsigned char) bytes[0] <= ' ';
}

/*
 * Counts a value in.  Returns whether it is to be put into the sample, with its
 * hash, since it is new to it.
 */
static inline bool
is_new(BvProfile *profile, const char *bytes, size_t len, int64 rows, uint64 *hash)
{
	BvProfileEntry *entry;

	add_rows(&profile->rows, rows);
	if (unlikely(may_be_blank(bytes, len)) &&
		bv_is_blank(bytes, Min(len, BV_PROFILE_BYTES)))
	{
		profile->blanks += rows;
		return false;
	}
	if (likely(len <= BV_PROFILE_BYTES))
		*hash = bv_fast_hash(bytes, len);
	else
		*hash = bv_fast_hash(bytes, BV_PROFILE_BYTES) ^ bv_fast_hash_number(len);
	if (*hash > profile->bar)
		return false;
	entry = bv_profile_find(profile, *hash);
	if (entry == NULL)
		return true;
	entry->rows += rows;
	return false;
}

/* A value of an aggregate. */
static inline BvProfile *
add_value(BvProfile *profile, const char *bytes, size_t len)
{
	uint64		hash;

	return is_new(profile, bytes, len, 1, &hash) ?
		put_value(profile, hash, bytes, len, 1) : profile;
}

BvProfile *
bv_profile_add(BvProfile *profile, const char *bytes, size_t len, int64 rows)
{
	uint64		hash;

	return is_new(profile, bytes, len, rows, &hash) ?
		put_value(profile, hash, bytes, len, rows) : profile;
}

BvProfile *
bv_profile_add_later(BvProfile *profile, BvKept *kept, const char *bytes, size_t len)
{
	uint64		hash;

	return is_new(profile, bytes, len, 1, &hash) ?
		keep_value(profile, kept, hash, bytes, len) : profile;
}

void
bv_profile_look(BvProfile *profile, const BvKept *kept)
{
	for (int i = 0; i < profile->count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		profile->entry[i].look = look_at(kept->value[i].bytes, kept->value[i].len);
	}
}

BvProfile *
bv_profile_add_null(BvProfile *profile)
{
	add_rows(&profile->rows, 1);
	profile->nulls++;
	return profile;
}

/* Counts all of another profile in. */
static BvProfile *
merge(BvProfile *profile, const BvProfile *other)
{
	add_rows(&profile->rows, other->rows);
	profile->nulls += other->nulls;
	profile->blanks += other->blanks;
	/* the lesser one, so that it does not matter which comes first */
	if (other->type != 0 && (profile->type == 0 || other->type < profile->type))
		profile->type = other->type;
	if (profile->name[0] == '\0')
		memcpy(profile->name, other->name, sizeof(profile->name));
	for (int i = 0; i < other->count; i++)
	{
		const BvProfileEntry *mine;
		BvProfileEntry *entry;

		mine = &other->entry[i];
		if (mine->hash > profile->bar)
			continue;
		entry = bv_profile_find(profile, mine->hash);
		if (entry != NULL)
		{
			entry->rows += mine->rows;
			continue;
		}
		if (bv_profile_is_full(profile))
			profile = open_copy(profile, profile->capacity + 1);
		bv_profile_put(profile, mine);
	}
	return profile;
}

/* ---------- aggregates ---------- */

/* As bv_profile_state(): in line, as this is called for every row. */
static inline BvProfile *
state_of(FunctionCallInfo fcinfo)
{
	BvProfile  *profile;

	if (unlikely(fcinfo->context == NULL || !IsA(fcinfo->context, AggState)) &&
		!AggCheckCallContext(fcinfo, NULL))
		elog(ERROR, "aggregate function called in non-aggregate context");
	if (unlikely(PG_ARGISNULL(0)))
		return bv_profile_make(0);
	profile = (BvProfile *) PG_GETARG_POINTER(0);
	return likely(profile->capacity > 0) ? profile : open_copy(profile, profile->count);
}

static inline BvProfile *
take_text(BvProfile *profile, FunctionCallInfo fcinfo)
{
	const char *bytes;
	size_t		len;

	if (PG_ARGISNULL(1))
		return bv_profile_add_null(profile);
	bytes = bv_text_bytes((struct varlena *) PG_GETARG_POINTER(1), BV_PROFILE_BYTES, &len);
	return add_value(profile, bytes, len);
}

BvProfile *
bv_profile_state(FunctionCallInfo fcinfo)
{
	return state_of(fcinfo);
}

BvProfile *
bv_profile_take_text(BvProfile *profile, FunctionCallInfo fcinfo)
{
	return take_text(profile, fcinfo);
}

BvProfile *
bv_profile_take_any(BvProfile *profile, FunctionCallInfo fcinfo)
{
	BvValueType *type = fcinfo->flinfo->fn_extra;
	const char *bytes;
	size_t		len;

	if (type == NULL)
	{
		MemoryContext old = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
		Oid			declared = get_fn_expr_argtype(fcinfo->flinfo, 1);

		if (!OidIsValid(declared))
			elog(ERROR, "could not determine input data type");
		type = palloc(sizeof(BvValueType));
		*type = bv_value_type(declared);
		MemoryContextSwitchTo(old);
		if (type->is_array || type->reading == BV_READ_NOTHING)
			ereport(ERROR,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("values of type %s cannot be classified", format_type_be(declared)),
					 errhint("Text, numbers, dates, uuid, inet, macaddr and enumerations can; others as text: elements of arrays by unnest(), of json by ->>.")));
		fcinfo->flinfo->fn_extra = type;
	}
	profile->type = type->family;
	if (PG_ARGISNULL(1))
		return bv_profile_add_null(profile);
	bytes = bv_value_text(type, PG_GETARG_DATUM(1), BV_PROFILE_BYTES, &len);
	return add_value(profile, bytes, len);
}

PG_FUNCTION_INFO_V1(breachvalue_column_profile_transition);
Datum
breachvalue_column_profile_transition(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(take_text(state_of(fcinfo), fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_column_profile_any_transition);
Datum
breachvalue_column_profile_any_transition(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(bv_profile_take_any(bv_profile_state(fcinfo), fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_column_profile_combine);
Datum
breachvalue_column_profile_combine(PG_FUNCTION_ARGS)
{
	BvProfile  *profile;

	if (PG_ARGISNULL(1))
	{
		if (PG_ARGISNULL(0))
			PG_RETURN_NULL();
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	profile = bv_profile_state(fcinfo);
	PG_RETURN_POINTER(merge(profile, PG_GETARG_COLUMN_PROFILE(1)));
}

PG_FUNCTION_INFO_V1(breachvalue_column_profile_final);
Datum
breachvalue_column_profile_final(PG_FUNCTION_ARGS)
{
	BvProfile  *profile = PG_ARGISNULL(0) ? bv_profile_make(0) :
		(BvProfile *) PG_GETARG_POINTER(0);

	PG_RETURN_POINTER(bv_profile_finish(profile));
}

/* ---------- of stored profiles ---------- */

PG_FUNCTION_INFO_V1(breachvalue_column_profile_plus);
Datum
breachvalue_column_profile_plus(PG_FUNCTION_ARGS)
{
	const BvProfile *left = PG_GETARG_COLUMN_PROFILE(0);
	BvProfile  *sum = open_copy(left, left->count);

	PG_RETURN_POINTER(bv_profile_finish(merge(sum, PG_GETARG_COLUMN_PROFILE(1))));
}

PG_FUNCTION_INFO_V1(breachvalue_profile_rows);
Datum
breachvalue_profile_rows(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_COLUMN_PROFILE(0)->rows);
}

PG_FUNCTION_INFO_V1(breachvalue_profile_nulls);
Datum
breachvalue_profile_nulls(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_COLUMN_PROFILE(0)->nulls);
}

PG_FUNCTION_INFO_V1(breachvalue_profile_blanks);
Datum
breachvalue_profile_blanks(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(PG_GETARG_COLUMN_PROFILE(0)->blanks);
}

PG_FUNCTION_INFO_V1(breachvalue_profile_distinct);
Datum
breachvalue_profile_distinct(PG_FUNCTION_ARGS)
{
	double		distinct = bv_profile_distinct(PG_GETARG_COLUMN_PROFILE(0));

	PG_RETURN_INT64(distinct < 9e18 ? (int64) rint(distinct) : PG_INT64_MAX);
}
