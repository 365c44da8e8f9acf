/* find_pii.c: identifiers inside free text, and how many documents hold them */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"

#include "class.h"
#include "compat.h"
#include "find_pii.h"

/* ---------- text of the server's encoding ---------- */

void
bv_find_begin_text(BvFinder *finder, const char *text, size_t length, const BvClassSet *wanted)
{
	BvTextEncoding encoding = GetDatabaseEncoding() == PG_UTF8 ? BV_TEXT_UTF8 :
		pg_database_encoding_max_length() == 1 ? BV_TEXT_ONE_BYTE : BV_TEXT_MULTIBYTE;

	bv_find_begin(finder, text, length, encoding, wanted);
}

bool
bv_find_next_text(BvFinder *finder, BvFound *found)
{
	for (;;)
	{
		CHECK_FOR_INTERRUPTS();
		switch (bv_find_next(finder, found))
		{
			case BV_FIND_FOUND:
				return true;
			case BV_FIND_END:
				return false;
			case BV_FIND_PAUSE:
				break;
		}
	}
}

/* Text is counted in pieces of so many bytes, with a look at interrupts between. */
#define PIECE_BYTES	(1024 * 1024)

int
bv_characters(const char *text, size_t length)
{
	int			characters = 0;

	if (pg_database_encoding_max_length() == 1)
		return length;
	while (length > PIECE_BYTES)
	{
		int			piece = pg_mbcliplen(text, length, PIECE_BYTES);

		CHECK_FOR_INTERRUPTS();
		characters += pg_mbstrlen_with_len(text, piece);
		text += piece;
		length -= piece;
	}
	return characters + pg_mbstrlen_with_len(text, length);
}

/* ---------- one document ---------- */

typedef struct Search
{
	BvFinder	finder;
	size_t		counted;		/* bytes */
	int			characters;		/* that these are */
} Search;

PG_FUNCTION_INFO_V1(breachvalue_find_pii);
Datum
breachvalue_find_pii(PG_FUNCTION_ARGS)
{
	FuncCallContext *call;
	Search	   *search;
	BvFound		found;
	Datum		values[3];
	bool		nulls[3] = {false};
	int			length;

	if (SRF_IS_FIRSTCALL())
	{
		MemoryContext caller;
		text	   *document;

		call = SRF_FIRSTCALL_INIT();
		caller = MemoryContextSwitchTo(call->multi_call_memory_ctx);
		document = PG_GETARG_TEXT_PP(0);
		search = palloc(sizeof(Search));
		bv_find_begin_text(&search->finder, VARDATA_ANY(document),
						   VARSIZE_ANY_EXHDR(document), NULL);
		search->counted = 0;
		search->characters = 0;
		call->user_fctx = search;
		if (get_call_result_type(fcinfo, NULL, &call->tuple_desc) != TYPEFUNC_COMPOSITE)
			elog(ERROR, "return type must be a row type");
		BlessTupleDesc(call->tuple_desc);
		MemoryContextSwitchTo(caller);
	}

	call = SRF_PERCALL_SETUP();
	search = call->user_fctx;
	if (!bv_find_next_text(&search->finder, &found))
		SRF_RETURN_DONE(call);

	search->characters += bv_characters(search->finder.text + search->counted,
										found.start - search->counted);
	length = bv_characters(search->finder.text + found.start, found.length);
	values[0] = CStringGetTextDatum(bv_class_by_number(found.class_number)->name);
	values[1] = Int32GetDatum(search->characters + 1);
	values[2] = Int32GetDatum(length);
	search->characters += length;
	search->counted = found.start + found.length;
	SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc, values, nulls)));
}

/* ---------- many documents ---------- */

/*
 * The state is an array of bigint: documents, those that hold anything, then
 * for each class by number how many hold one.  Classes behind its end: none.
 */
#define COUNT_DOCUMENTS	0
#define COUNT_CARRIERS	1
#define COUNT_CLASS		2		/* plus number - 1 */
#define COUNTS_MAX		(COUNT_CLASS + BV_CLASS_LIMIT - 1)

static void
check_aggregate(FunctionCallInfo fcinfo, MemoryContext *context)
{
	if (!AggCheckCallContext(fcinfo, context))
		elog(ERROR, "aggregate function called in non-aggregate context");
}

/* A state in an argument, which may come from an aggregate that somebody made. */
static ArrayType *
state_argument(FunctionCallInfo fcinfo, int number)
{
	ArrayType  *state = PG_GETARG_ARRAYTYPE_P(number);

	if (ARR_NDIM(state) != 1 || ARR_HASNULL(state) || ARR_ELEMTYPE(state) != INT8OID ||
		ARR_DIMS(state)[0] < COUNT_CLASS || ARR_DIMS(state)[0] > COUNTS_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid state of aggregate pii_carriers")));
	return state;
}

static inline int64 *
counts_of(ArrayType *state)
{
	return (int64 *) ARR_DATA_PTR(state);
}

/* The state with room for so many counts: itself, or a copy. */
static ArrayType *
with_room(ArrayType *state, int counts)
{
	int			present = ARR_DIMS(state)[0];
	Size		size = ARR_OVERHEAD_NONULLS(1) + counts * sizeof(int64);
	ArrayType  *larger;

	if (present >= counts)
		return state;
	larger = palloc0(size);
	memcpy(larger, state, ARR_OVERHEAD_NONULLS(1));
	SET_VARSIZE(larger, size);
	ARR_DIMS(larger)[0] = counts;
	memcpy(counts_of(larger), counts_of(state), present * sizeof(int64));
	return larger;
}

PG_FUNCTION_INFO_V1(breachvalue_pii_carriers_add);
Datum
breachvalue_pii_carriers_add(PG_FUNCTION_ARGS)
{
	ArrayType  *state;
	text	   *document;
	BvFinder	finder;
	BvFound		found;
	BvClassSet	held = {{0}};
	int64	   *counts;

	check_aggregate(fcinfo, NULL);
	state = with_room(state_argument(fcinfo, 0), COUNT_CLASS + bv_class_count);
	counts = counts_of(state);
	document = PG_GETARG_TEXT_PP(1);
	bv_find_begin_text(&finder, VARDATA_ANY(document), VARSIZE_ANY_EXHDR(document), NULL);
	while (bv_find_next_text(&finder, &found))
		bv_class_set_add(&held, found.class_number);

	counts[COUNT_DOCUMENTS]++;
	if (!bv_class_set_is_empty(&held))
		counts[COUNT_CARRIERS]++;
	for (int n = bv_class_set_next(&held, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(&held, n))
		counts[COUNT_CLASS + n - 1]++;
	PG_FREE_IF_COPY(document, 1);
	PG_RETURN_POINTER(state);
}

PG_FUNCTION_INFO_V1(breachvalue_pii_carriers_combine);
Datum
breachvalue_pii_carriers_combine(PG_FUNCTION_ARGS)
{
	ArrayType  *state;
	ArrayType  *other;

	check_aggregate(fcinfo, NULL);
	other = state_argument(fcinfo, 1);
	state = with_room(state_argument(fcinfo, 0), ARR_DIMS(other)[0]);
	for (int i = 0; i < ARR_DIMS(other)[0]; i++)
		counts_of(state)[i] += counts_of(other)[i];
	PG_RETURN_POINTER(state);
}

static void
push_count(JsonbParseState **parse, const char *key, int64 count)
{
	JsonbValue	value;

	value.type = jbvString;
	value.val.string.val = unconstify(char *, key);
	value.val.string.len = strlen(key);
	pushJsonbValue(parse, WJB_KEY, &value);
	value.type = jbvNumeric;
	value.val.numeric = int64_to_numeric(count);
	pushJsonbValue(parse, WJB_VALUE, &value);
}

PG_FUNCTION_INFO_V1(breachvalue_pii_carriers_final);
Datum
breachvalue_pii_carriers_final(PG_FUNCTION_ARGS)
{
	JsonbParseState *parse = NULL;
	ArrayType  *state;

	check_aggregate(fcinfo, NULL);
	state = state_argument(fcinfo, 0);
	pushJsonbValue(&parse, WJB_BEGIN_OBJECT, NULL);
	push_count(&parse, "documents", counts_of(state)[COUNT_DOCUMENTS]);
	push_count(&parse, "carriers", counts_of(state)[COUNT_CARRIERS]);
	for (int n = 1; COUNT_CLASS + n - 1 < ARR_DIMS(state)[0]; n++)
	{
		const BvClass *class = bv_class_by_number(n);
		int64		count = counts_of(state)[COUNT_CLASS + n - 1];

		if (class != NULL && count != 0)
			push_count(&parse, class->name, count);
	}
	PG_RETURN_JSONB_P(JsonbValueToJsonb(pushJsonbValue(&parse, WJB_END_OBJECT, NULL)));
}
