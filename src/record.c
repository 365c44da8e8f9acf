/*
 * record.c: what the rows of tables hold, by the labels of their columns
 *
 * A record holds the classes of each labelled column that has something in it:
 * not null, and text not of white space alone.  Whole rows know their table,
 * and so their labels; held_exposure() and held_classes() are given chosen
 * columns and what each of them holds, which reads less and needs fewer rights.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/typcache.h"

#include "class_set_type.h"
#include "compat.h"
#include "exposure.h"
#include "held.h"
#include "label.h"
#include "named_class.h"

/* Kinds of record that a call site remembers; a power of two. */
#define KINDS		32

/* A kind of record: the columns that hold something, and so what they hold. */
typedef struct HeldKind
{
	uint64		columns;		/* a bit for each; zeroed memory is right for none */
	BvClassSet	classes;
	uint32		place;			/* among the kinds of the latest state, most likely */
} HeldKind;

/* A labelled column of a record, or an argument. */
typedef struct HeldColumn
{
	int16		number;			/* from 0 */
	bool		is_text;		/* white space alone is nothing */
} HeldColumn;

/* One whose values have to be looked at. */
typedef struct RuledColumn
{
	int16		number;
	BvHeldRule *rule;
} RuledColumn;

/* What a call site knows of its records; in fn_extra. */
typedef struct HeldColumns
{
	/* of whole rows */
	Oid			type;			/* of the latest record */
	int32		typmod;
	uint64		generation;		/* of the labels that were copied here */
	MemoryContext context;		/* of all that is pointed to */
	TupleDesc	descriptor;
	Datum	   *values;			/* room for one record */
	bool	   *nulls;

	/* of chosen columns */
	bool		constant;		/* the class sets are the same for every record */
	ArrayType  *sets;			/* the argument as it was last */
	ArrayType  *given;			/* names that come first, or NULL */
	int			given_count;

	BvNameTable names;			/* by which the sets below are; given ones come first */
	int			count;			/* of columns that hold all of their classes or none */
	HeldColumn *column;
	BvClassSet *classes;		/* of each column */
	int			ruled_count;	/* of others */
	RuledColumn *ruled;
	HeldKind	kind[KINDS];
	HeldKind	wide;			/* the latest, of more than 64 columns or ruled ones */
} HeldColumns;

/* ---------- what a call site remembers ---------- */

static HeldColumns *
held_columns(FunctionCallInfo fcinfo)
{
	if (fcinfo->flinfo->fn_extra == NULL)
		fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt,
														  sizeof(HeldColumns));
	return fcinfo->flinfo->fn_extra;
}

/* Empties what is remembered of columns; makes room for so many in context. */
static void
forget_columns(HeldColumns *held, MemoryContext parent, int count)
{
	held->type = InvalidOid;
	held->sets = NULL;
	held->names.size = held->names.count = 0;
	held->count = 0;
	held->ruled_count = 0;
	memset(held->kind, 0, sizeof(held->kind));
	held->wide.place = 0;
	if (held->context == NULL)
		held->context = AllocSetContextCreate(parent, "columns of records",
											  ALLOCSET_SMALL_SIZES);
	MemoryContextReset(held->context);
	held->column = MemoryContextAlloc(held->context, Max(count, 1) * sizeof(HeldColumn));
	held->classes = MemoryContextAlloc(held->context, Max(count, 1) * sizeof(BvClassSet));
	held->ruled = MemoryContextAlloc(held->context, Max(count, 1) * sizeof(RuledColumn));
}

/* Takes a column by its label, whose text is NULL where the classes say it all. */
static void
add_column(HeldColumns *held, int number, Oid type, const BvColumnLabel *label)
{
	BvClassSet	classes = bv_name_label_classes(&held->names, label);
	BvBlank		blank = BV_BLANK_NEVER;
	BvHeldRule *rule = NULL;

	/* a literal that is not yet of any type is no varlena either */
	if (OidIsValid(type) && type != UNKNOWNOID)
	{
		MemoryContext caller = MemoryContextSwitchTo(held->context);

		rule = bv_held_rule(label->plain ? NULL : label->text, &classes, type, &held->names);
		blank = bv_blank_of_type(type);
		MemoryContextSwitchTo(caller);
	}
	if (rule != NULL)
	{
		held->ruled[held->ruled_count].number = number;
		held->ruled[held->ruled_count].rule = rule;
		held->ruled_count++;
		return;
	}
	held->column[held->count].number = number;
	held->column[held->count].is_text = blank == BV_BLANK_TEXT;
	held->classes[held->count] = classes;
	held->count++;
}

/* The kind of record that holds something in these of the first 64 columns. */
static inline HeldKind *
kind_of_columns(HeldColumns *held, uint64 columns)
{
	HeldKind   *kind = &held->kind[(columns * UINT64CONST(0x9E3779B97F4A7C15) >> 32) % KINDS];

	if (kind->columns != columns)
	{
		memset(kind, 0, sizeof(*kind));
		kind->columns = columns;
		for (int i = 0; i < held->count && i < 64; i++)
		{
			if ((columns >> i) & 1)
				kind->classes = bv_class_set_union(&kind->classes, &held->classes[i]);
		}
	}
	return kind;
}

static inline bool
is_held(HeldColumn column, const Datum *values, const bool *nulls,
		const NullableDatum *arguments)
{
	if (arguments ? arguments[column.number].isnull : nulls[column.number])
		return false;
	return !column.is_text ||
		!bv_is_blank_text(arguments ? arguments[column.number].value : values[column.number]);
}

/* The kind of a record, which is given as arrays, or as arguments if not NULL. */
static inline HeldKind *
kind_of_values(HeldColumns *held, const Datum *values, const bool *nulls,
			   const NullableDatum *arguments)
{
	const HeldColumn *column = held->column;
	int			count = Min(held->count, 64);
	uint64		columns = 0;

	for (int i = 0; i < count; i++)
		columns |= (uint64) is_held(column[i], values, nulls, arguments) << i;
	if (held->count <= 64 && held->ruled_count == 0)
		return kind_of_columns(held, columns);

	held->wide.classes = kind_of_columns(held, columns)->classes;
	for (int i = 0; i < held->ruled_count; i++)
	{
		const RuledColumn *ruled = &held->ruled[i];
		BvClassSet	classes;

		if (arguments ? arguments[ruled->number].isnull : nulls[ruled->number])
			continue;
		classes = bv_held_by_rule(ruled->rule, arguments ? arguments[ruled->number].value :
								  values[ruled->number]);
		held->wide.classes = bv_class_set_union(&held->wide.classes, &classes);
	}
	for (int i = 64; i < held->count; i++)
	{
		if (is_held(column[i], values, nulls, arguments))
			held->wide.classes = bv_class_set_union(&held->wide.classes, &held->classes[i]);
	}
	return &held->wide;
}

/* One more record of the kind, in the place where the last one was. */
static Datum
count_record(FunctionCallInfo fcinfo, HeldKind *kind)
{
	BvExposure *state = bv_exposure_state(fcinfo);
	BvNames		names = bv_name_table_names(&held_columns(fcinfo)->names);

	/* a guess: where it is wrong, the kind is searched for */
	state->latest = kind->place;
	state = bv_exposure_add_named(state, &names, &kind->classes, BV_NO_PRICE, 1);
	kind->place = state->latest;
	PG_RETURN_POINTER(state);
}

/* One less; a NULL where that cannot be told, so that a window begins anew. */
static Datum
discount_record(FunctionCallInfo fcinfo, const HeldKind *kind)
{
	BvExposure *state = bv_exposure_state(fcinfo);
	BvNames		names = bv_name_table_names(&held_columns(fcinfo)->names);

	if (!bv_exposure_remove_named(state, &names, &kind->classes, BV_NO_PRICE, 1))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(state);
}

/* The classes of a record of the kind, protected or not, in the numbers of this database. */
static Datum
classes_of_kind(FunctionCallInfo fcinfo, const HeldKind *kind)
{
	BvClassSet	classes = bv_unname_classes(&held_columns(fcinfo)->names, &kind->classes);

	PG_RETURN_CLASS_SET(classes);
}

/* ---------- whole rows ---------- */

/* A record whose table cannot be told is never an empty one. */
static void
require_table(bool known)
{
	if (!known)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("cannot tell which table a record is of"),
				 errdetail("Rows of subqueries, common table expressions and joins are of no table, "
						   "so that no labels say what they hold."),
				 errhint("Name a table or view in FROM and give its name or alias, "
						 "or count chosen columns with breachvalue.held_exposure().")));
}

/* Copies what is needed to read records of a type, as its labels are now. */
static void
read_labels(HeldColumns *held, MemoryContext parent, Oid type, int32 typmod)
{
	Oid			relid = type == RECORDOID ? InvalidOid : get_typ_typrelid(type);
	uint64		generation = bv_label_generation();
	const BvLabels *labels;
	MemoryContext caller;
	TupleDesc	descriptor;

	require_table(OidIsValid(relid));
	labels = bv_labels_of(relid);
	forget_columns(held, parent, labels->count);
	caller = MemoryContextSwitchTo(held->context);
	descriptor = lookup_rowtype_tupdesc_copy(type, typmod);
	held->descriptor = descriptor;
	held->values = palloc(Max(descriptor->natts, 1) * sizeof(Datum));
	held->nulls = palloc(Max(descriptor->natts, 1) * sizeof(bool));
	for (int i = 0; i < labels->count; i++)
	{
		const BvLabelledColumn *column = &labels->column[i];

		if (column->attnum <= descriptor->natts)
			add_column(held, column->attnum - 1, column->type, &column->label);
	}
	MemoryContextSwitchTo(caller);

	held->generation = generation;
	held->type = type;
	held->typmod = typmod;
}

/* The kind of the record in an argument. */
static HeldKind *
kind_of_record(FunctionCallInfo fcinfo, int argument)
{
	HeldColumns *held = held_columns(fcinfo);
	HeapTupleHeader record = PG_GETARG_HEAPTUPLEHEADER(argument);
	Oid			type = HeapTupleHeaderGetTypeId(record);
	int32		typmod = HeapTupleHeaderGetTypMod(record);
	HeapTupleData tuple;

	if (type != held->type || typmod != held->typmod ||
		held->generation != bv_label_generation())
		read_labels(held, fcinfo->flinfo->fn_mcxt, type, typmod);
	if (held->count == 0 && held->ruled_count == 0)
		return kind_of_columns(held, 0);

	tuple.t_len = HeapTupleHeaderGetDatumLength(record);
	ItemPointerSetInvalid(&tuple.t_self);
	tuple.t_tableOid = InvalidOid;
	tuple.t_data = record;
	heap_deform_tuple(&tuple, held->descriptor, held->values, held->nulls);

	return kind_of_values(held, held->values, held->nulls, NULL);
}

PG_FUNCTION_INFO_V1(breachvalue_held_classes_record);
Datum
breachvalue_held_classes_record(PG_FUNCTION_ARGS)
{
	require_table(get_fn_expr_argtype(fcinfo->flinfo, 0) != RECORDOID);
	return classes_of_kind(fcinfo, kind_of_record(fcinfo, 0));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_add_record);
Datum
breachvalue_exposure_add_record(PG_FUNCTION_ARGS)
{
	return count_record(fcinfo, kind_of_record(fcinfo, 1));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_remove_record);
Datum
breachvalue_exposure_remove_record(PG_FUNCTION_ARGS)
{
	return discount_record(fcinfo, kind_of_record(fcinfo, 1));
}

/* Where no row came by, it is here that a record of no table is found out. */
PG_FUNCTION_INFO_V1(breachvalue_exposure_final_record);
Datum
breachvalue_exposure_final_record(PG_FUNCTION_ARGS)
{
	BvExposure *state;

	require_table(get_fn_expr_argtype(fcinfo->flinfo, 1) != RECORDOID);
	state = bv_exposure_state(fcinfo);
	PG_RETURN_EXPOSURE(state);
}

/* ---------- chosen columns ---------- */

/* Is the first argument of this aggregate the same for all of its rows? */
static bool
first_is_constant(FunctionCallInfo fcinfo)
{
	Aggref	   *call = AggGetAggref(fcinfo);
	Expr	   *expression;

	if (call == NULL)			/* a window function, or none */
		return false;
	expression = linitial_node(TargetEntry, call->args)->expr;
	return IsA(expression, Const) ||
		(IsA(expression, Param) && ((Param *) expression)->paramkind == PARAM_EXTERN);
}

/* Takes a column with its label in a text of an array. */
static void
add_labelled_column(HeldColumns *held, int number, Oid type, Datum said)
{
	MemoryContext caller = MemoryContextSwitchTo(held->context);
	char	   *copy = TextDatumGetCString(said);
	BvColumnLabel label;
	char	   *detail;

	MemoryContextSwitchTo(caller);
	type = type == UNKNOWNOID ? InvalidOid : type;
	if (!bv_label_holds(bv_read_label(copy, type, &label, &detail)))
		bv_check_label(copy, type);
	if (!bv_class_set_is_empty(&label.classes))
		add_column(held, number, type, &label);
}

/*
 * Reads an array of class sets or labels, one for each of the arguments behind
 * it.
 */
static void
read_sets(FunctionCallInfo fcinfo, HeldColumns *held, int argument)
{
	ArrayType  *sets;
	bool		by_label = get_fn_expr_argtype(fcinfo->flinfo, argument) == TEXTARRAYOID;
	const char *name = by_label ? "labels" : "classes";
	Datum	   *labels = NULL;
	int			given;
	int			count = PG_NARGS() - argument - 1;

	if (PG_ARGISNULL(argument))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be null", name)));
	sets = PG_GETARG_ARRAYTYPE_P(argument);

	/* much the same for every record, but nobody promises */
	if (held->sets != NULL && VARSIZE(held->sets) == VARSIZE(sets) &&
		memcmp(held->sets, sets, VARSIZE(sets)) == 0)
		return;

	given = ArrayGetNItems(ARR_NDIM(sets), ARR_DIMS(sets));
	if (get_fn_expr_variadic(fcinfo->flinfo))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("columns cannot be given as a VARIADIC array")));
	if (given != count)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must have one %s for each column",
						name, by_label ? "label" : "class set"),
				 errdetail("%s: %d. Columns: %d.",
						   by_label ? "Labels" : "Class sets", given, count)));
	if (array_contains_nulls(sets))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not contain a null", name)));

	forget_columns(held, fcinfo->flinfo->fn_mcxt, count);
	if (held->given != NULL)
		bv_read_name_array(&held->names, held->given);
	held->given_count = held->names.count;
	if (by_label)
		deconstruct_array(sets, TEXTOID, -1, false, TYPALIGN_INT, &labels, NULL, &given);
	for (int i = 0; i < count; i++)
	{
		Oid			type = get_fn_expr_argtype(fcinfo->flinfo, argument + 1 + i);

		if (by_label)
			add_labelled_column(held, argument + 1 + i, type, labels[i]);
		else
		{
			BvColumnLabel label = {
				.plain = true,
				.classes = ((BvClassSet *) ARR_DATA_PTR(sets))[i]
			};

			add_column(held, argument + 1 + i, type, &label);
		}
	}
	held->sets = MemoryContextAlloc(held->context, VARSIZE(sets));
	memcpy(held->sets, sets, VARSIZE(sets));
	held->constant = first_is_constant(fcinfo);
}

/* The kind of the record whose columns stand behind the class sets or labels. */
static HeldKind *
kind_of_arguments(FunctionCallInfo fcinfo, int sets)
{
	HeldColumns *held = held_columns(fcinfo);

	if (held->sets == NULL || !held->constant)
		read_sets(fcinfo, held, sets);
	return kind_of_values(held, NULL, NULL, fcinfo->args);
}

PG_FUNCTION_INFO_V1(breachvalue_held_classes);
Datum
breachvalue_held_classes(PG_FUNCTION_ARGS)
{
	return classes_of_kind(fcinfo, kind_of_arguments(fcinfo, 0));
}

/* The same, in the numbers of names that are given: what labels hold must be among them. */
PG_FUNCTION_INFO_V1(breachvalue_named_classes);
Datum
breachvalue_named_classes(PG_FUNCTION_ARGS)
{
	HeldColumns *held = held_columns(fcinfo);
	ArrayType  *given = PG_ARGISNULL(0) ? NULL : PG_GETARG_ARRAYTYPE_P(0);
	HeldKind   *kind;

	if (given == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("names must not be null")));
	if (held->given == NULL || VARSIZE(held->given) != VARSIZE(given) ||
		memcmp(held->given, given, VARSIZE(given)) != 0)
	{
		if (held->given != NULL)
			pfree(held->given);
		held->given = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, VARSIZE(given));
		memcpy(held->given, given, VARSIZE(given));
		held->sets = NULL;
	}
	kind = kind_of_arguments(fcinfo, 1);
	if (held->names.count > held->given_count)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a label holds a class that has no number among the names given")));
	PG_RETURN_CLASS_SET(kind->classes);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_add_held);
Datum
breachvalue_exposure_add_held(PG_FUNCTION_ARGS)
{
	return count_record(fcinfo, kind_of_arguments(fcinfo, 1));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_remove_held);
Datum
breachvalue_exposure_remove_held(PG_FUNCTION_ARGS)
{
	return discount_record(fcinfo, kind_of_arguments(fcinfo, 1));
}
