/* class.c: the catalogue of classes in SQL, and what class a value is of */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "class.h"
#include "class_set_type.h"
#include "column_name.h"
#include "compat.h"
#include "normalize.h"
#include "one_line.h"
#include "user_class.h"

/* Columns of the view breachvalue.classes, in order. */
#define CLASS_COLUMNS	18

static Datum
text_array(Datum *texts, int count)
{
	return PointerGetDatum(construct_array(texts, count, TEXTOID, -1, false, TYPALIGN_INT));
}

/* "CZ,SK" as an array. */
static Datum
jurisdictions_of(const BvClass *class)
{
	Datum		countries[16];
	int			count = 0;
	const char *start = class->jurisdiction;

	while (count < lengthof(countries))
	{
		const char *end = strchr(start, ',');
		int			len = end != NULL ? end - start : strlen(start);

		countries[count++] = PointerGetDatum(cstring_to_text_with_len(start, len));
		if (end == NULL)
			break;
		start = end + 1;
	}
	return text_array(countries, count);
}

/* What columns are called that hold the class. */
static Datum
column_names_of(const BvClass *class)
{
	Datum	   *names = palloc(sizeof(Datum) * bv_column_synonym_count);
	int			count = 0;

	if (class->number >= BV_USER_CLASS_FIRST)
	{
		char	  **given = bv_user_class_column_names(class, &count);

		names = repalloc(names, sizeof(Datum) * Max(count, 1));
		for (int i = 0; i < count; i++)
			names[i] = CStringGetTextDatum(given[i]);
		return text_array(names, count);
	}
	for (int i = 0; i < bv_column_synonym_count; i++)
	{
		if (strcmp(bv_column_synonyms[i].class_name, class->name) == 0)
			names[count++] = CStringGetTextDatum(bv_column_synonyms[i].name);
	}
	return text_array(names, count);
}

static Datum
class_row(const BvClass *class, TupleDesc desc)
{
	Datum		values[CLASS_COLUMNS];
	bool		nulls[CLASS_COLUMNS] = {0};
	int			i = 0;

	values[i++] = Int32GetDatum(class->number);
	values[i++] = CStringGetTextDatum(class->name);
	values[i++] = Int32GetDatum(class->tier);
	values[i++] = CStringGetTextDatum(class->category);
	nulls[i] = strcmp(class->jurisdiction, "*") == 0;
	values[i] = nulls[i] ? (Datum) 0 : jurisdictions_of(class);
	i++;
	values[i++] = CStringGetTextDatum(bv_role_name(class->role));
	values[i++] = CStringGetTextDatum(bv_subject_kind_name(class->subject));
	nulls[i] = class->special == BV_SPECIAL_NONE;
	values[i] = nulls[i] ? (Datum) 0 : CStringGetTextDatum(bv_special_name(class->special));
	i++;
	values[i++] = Float8GetDatum(class->linkage);
	nulls[i] = class->domain == 0;
	values[i++] = DirectFunctionCall1(float8_numeric, Float8GetDatum(class->domain));
	values[i++] = CStringGetTextDatum(bv_evidence_name(class->evidence));
	nulls[i] = class->chance == 0;
	values[i++] = Float8GetDatum(class->chance);
	values[i++] = BoolGetDatum(bv_class_is_validated(class));
	values[i++] = CStringGetTextDatum(class->rule);
	nulls[i] = class->hibp == NULL;
	values[i++] = CStringGetTextDatum(class->hibp != NULL ? class->hibp : "");
	nulls[i] = class->fideslang == NULL;
	values[i++] = CStringGetTextDatum(class->fideslang != NULL ? class->fideslang : "");
	nulls[i] = class->dpv == NULL;
	values[i++] = CStringGetTextDatum(class->dpv != NULL ? class->dpv : "");
	values[i++] = column_names_of(class);
	Assert(i == CLASS_COLUMNS);

	return HeapTupleGetDatum(heap_form_tuple(desc, values, nulls));
}

/* The class behind that of a number: those of users come last. */
static const BvClass *
next_class(int number)
{
	return number < bv_class_count ? &bv_classes[number] : bv_next_user_class(number);
}

PG_FUNCTION_INFO_V1(breachvalue_classes);
Datum
breachvalue_classes(PG_FUNCTION_ARGS)
{
	FuncCallContext *context;
	const BvClass *class;

	if (SRF_IS_FIRSTCALL())
	{
		MemoryContext old;
		TupleDesc	desc;

		context = SRF_FIRSTCALL_INIT();
		old = MemoryContextSwitchTo(context->multi_call_memory_ctx);
		if (get_call_result_type(fcinfo, NULL, &desc) != TYPEFUNC_COMPOSITE ||
			desc->natts != CLASS_COLUMNS)
			elog(ERROR, "return type must be a row of %d columns", CLASS_COLUMNS);
		context->tuple_desc = BlessTupleDesc(desc);
		context->user_fctx = palloc0(sizeof(int));	/* the number of the last one */
		MemoryContextSwitchTo(old);
	}
	context = SRF_PERCALL_SETUP();
	class = next_class(*(int *) context->user_fctx);
	if (class != NULL)
	{
		*(int *) context->user_fctx = class->number;
		SRF_RETURN_NEXT(context, class_row(class, context->tuple_desc));
	}
	SRF_RETURN_DONE(context);
}

PG_FUNCTION_INFO_V1(breachvalue_is_valid);
Datum
breachvalue_is_valid(PG_FUNCTION_ARGS)
{
	text	   *value = PG_GETARG_TEXT_PP(0);
	text	   *name = PG_GETARG_TEXT_PP(1);
	int			number = bv_class_number(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name),
										 ERRCODE_INVALID_PARAMETER_VALUE);
	const BvClass *class = bv_any_class_by_number(number);

	if (class == NULL || !bv_class_is_validated(class))
		PG_RETURN_NULL();		/* the value alone cannot tell */
	bv_require_class(class);
	PG_RETURN_BOOL(bv_class_accepts(class, VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)));
}

PG_FUNCTION_INFO_V1(breachvalue_normalized);
Datum
breachvalue_normalized(PG_FUNCTION_ARGS)
{
	static const BvClass any = {0};
	text	   *value = PG_GETARG_TEXT_PP(0);
	text	   *name = PG_GETARG_TEXT_PP(1);
	int			number = bv_class_number(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name),
										 ERRCODE_INVALID_PARAMETER_VALUE);
	const BvClass *class = bv_any_class_by_number(number);
	size_t		len = VARSIZE_ANY_EXHDR(value);
	text	   *result = palloc(VARHDRSZ + len + BV_NORMALIZE_EXTRA);
	const char *joined;
	char		line[BV_ONE_LINE_MAX];
	int			result_len;

	if (class != NULL && bv_class_is_validated(class) &&
		!bv_class_accepts(class, VARDATA_ANY(value), len))
		PG_RETURN_NULL();

	/* what a user's pattern or validator has told has no form that we know of */
	if (class == NULL || (class->number >= BV_USER_CLASS_FIRST && class->is_valid == NULL))
		class = &any;
	result_len = bv_normalize(class, VARDATA_ANY(value), len, VARDATA(result));
	if (result_len < 0 && (joined = bv_as_one_line(class, VARDATA_ANY(value), &len, line)) != NULL)
		result_len = bv_normalize(class, joined, len, VARDATA(result));
	if (result_len < 0)
		PG_RETURN_NULL();
	SET_VARSIZE(result, VARHDRSZ + result_len);
	PG_RETURN_TEXT_P(result);
}

/* What is broken over a line, as it may be found in free text. */
static void
add_broken(const char *value, size_t len, BvClassSet *set)
{
	static const char *const names[] = {"iban", "payment_card"};

	for (size_t i = 0; i < lengthof(names); i++)
	{
		const BvClass *class = bv_class_by_name(names[i], strlen(names[i]));
		char		line[BV_ONE_LINE_MAX];
		size_t		joined_len = len;
		const char *joined = bv_as_one_line(class, value, &joined_len, line);

		if (joined != NULL && bv_is_valid(class, joined, joined_len))
			bv_class_set_add(set, class->number);
	}
}

PG_FUNCTION_INFO_V1(breachvalue_classes_of);
Datum
breachvalue_classes_of(PG_FUNCTION_ARGS)
{
	text	   *value = PG_GETARG_TEXT_PP(0);
	BvClassSet	set = bv_classes_of(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));

	add_broken(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), &set);
	bv_add_user_classes_of(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value), &set);
	PG_RETURN_CLASS_SET(set);
}
