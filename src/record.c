/*
 * record.c: what the rows of tables hold, by the labels of their columns
 *
 * A record holds the classes of each labelled column that has something in it:
 * not null, and text not of white space alone.  Whole rows know their table,
 * and so their labels; held_exposure() and held_classes() are given chosen
 * columns and what each of them holds, which reads less and needs fewer rights.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

#include "class_set_type.h"
#include "compat.h"
#include "exposure.h"
#include "label.h"

/* Columns that one call of held_exposure() takes, beside state and classes. */
#define COLUMNS_MAX	(FUNC_MAX_ARGS - 2)

/* One labelled column of a record, or one argument. */
typedef struct HeldColumn
{
	int			number;			/* from 0 */
	BvBlank		blank;
	int			first_word;		/* of classes that is not empty */
	int			end_word;		/* behind the last one */
	BvClassSet	classes;
} HeldColumn;

/* What a call site knows of its records; in fn_extra. */
typedef struct HeldColumns
{
	/* of whole rows */
	Oid			type;			/* of the latest record */
	int32		typmod;
	uint64		generation;		/* of the labels that were copied here */
	MemoryContext context;		/* of all that follows */
	TupleDesc	descriptor;
	Datum	   *values;			/* room for one record */
	bool	   *nulls;

	/* of chosen columns */
	ArrayType  *classes;		/* argument 1 as it was last, of so many bytes */
	Size		classes_size;

	int			count;
	HeldColumn *column;
} HeldColumns;

/* ---------- is a value there? ---------- */

static bool
is_white_space(const char *text, Size length)
{
	for (Size i = 0; i < length; i++)
	{
		if (text[i] != ' ' && !(text[i] >= '\t' && text[i] <= '\r'))
			return false;
	}
	return true;
}

/*
 * Text of white space alone.  That is decided from its first megabyte, read
 * from a toast table only as far as needed: what is all white space so far and
 * goes on behind that is taken to hold something.
 */
static bool
is_blank_text(Datum value)
{
	struct varlena *text = (struct varlena *) DatumGetPointer(value);
	const Size	limit = 1024 * 1024;
	Size		size;

	if (!VARATT_IS_EXTERNAL(text) && !VARATT_IS_COMPRESSED(text))
	{
		size = VARSIZE_ANY_EXHDR(text);
		return size <= limit && is_white_space(VARDATA_ANY(text), size);
	}

	size = toast_raw_datum_size(value) - VARHDRSZ;
	for (Size slice = 256; size <= limit; slice *= 16)
	{
		struct varlena *start = detoast_attr_slice(text, 0, Min(slice, size));
		bool		blank = is_white_space(VARDATA_ANY(start), VARSIZE_ANY_EXHDR(start));

		pfree(start);
		if (!blank || slice >= size)
			return blank;
	}
	return false;
}

/* Counts a column's classes into held if the record has something there. */
static inline void
hold(BvClassSet *held, const HeldColumn *column, Datum value, bool isnull)
{
	if (isnull || (column->blank == BV_BLANK_TEXT && is_blank_text(value)))
		return;
	for (int i = column->first_word; i < column->end_word; i++)
		held->word[i] |= column->classes.word[i];
}

static void
set_column(HeldColumn *column, int number, BvBlank blank, const BvClassSet *classes)
{
	column->number = number;
	column->blank = blank;
	column->classes = *classes;
	column->first_word = 0;
	column->end_word = BV_CLASS_SET_WORDS;
	while (column->end_word > 0 && classes->word[column->end_word - 1] == 0)
		column->end_word--;
	while (column->first_word < column->end_word && classes->word[column->first_word] == 0)
		column->first_word++;
}

static HeldColumns *
held_columns(FunctionCallInfo fcinfo)
{
	if (fcinfo->flinfo->fn_extra == NULL)
		fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt,
														  sizeof(HeldColumns));
	return fcinfo->flinfo->fn_extra;
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
	if (held->context == NULL)
		held->context = AllocSetContextCreate(parent, "labels of a record",
											  ALLOCSET_SMALL_SIZES);
	held->type = InvalidOid;
	MemoryContextReset(held->context);
	caller = MemoryContextSwitchTo(held->context);

	descriptor = lookup_rowtype_tupdesc_copy(type, typmod);
	held->descriptor = descriptor;
	held->values = palloc(Max(descriptor->natts, 1) * sizeof(Datum));
	held->nulls = palloc(Max(descriptor->natts, 1) * sizeof(bool));

	labels = bv_labels_of(relid);
	held->column = palloc(Max(labels->count, 1) * sizeof(HeldColumn));
	held->count = 0;
	for (int i = 0; i < labels->count; i++)
	{
		const BvLabelledColumn *label = &labels->column[i];

		if (label->attnum <= descriptor->natts)
			set_column(&held->column[held->count++], label->attnum - 1,
					   label->blank, &label->classes);
	}
	MemoryContextSwitchTo(caller);

	held->generation = generation;
	held->type = type;
	held->typmod = typmod;
}

/* The classes that the record in an argument holds. */
static BvClassSet
held_by_record(FunctionCallInfo fcinfo, int argument)
{
	HeldColumns *held = held_columns(fcinfo);
	HeapTupleHeader record = PG_GETARG_HEAPTUPLEHEADER(argument);
	Oid			type = HeapTupleHeaderGetTypeId(record);
	int32		typmod = HeapTupleHeaderGetTypMod(record);
	BvClassSet	classes = {{0}};
	HeapTupleData tuple;

	if (type != held->type || typmod != held->typmod ||
		held->generation != bv_label_generation())
		read_labels(held, fcinfo->flinfo->fn_mcxt, type, typmod);
	if (held->count == 0)
		return classes;

	tuple.t_len = HeapTupleHeaderGetDatumLength(record);
	ItemPointerSetInvalid(&tuple.t_self);
	tuple.t_tableOid = InvalidOid;
	tuple.t_data = record;
	heap_deform_tuple(&tuple, held->descriptor, held->values, held->nulls);
	for (int i = 0; i < held->count; i++)
	{
		const HeldColumn *column = &held->column[i];

		hold(&classes, column, held->values[column->number], held->nulls[column->number]);
	}
	return classes;
}

PG_FUNCTION_INFO_V1(breachvalue_held_classes_record);
Datum
breachvalue_held_classes_record(PG_FUNCTION_ARGS)
{
	BvClassSet	classes;

	require_table(get_fn_expr_argtype(fcinfo->flinfo, 0) != RECORDOID);
	classes = held_by_record(fcinfo, 0);
	PG_RETURN_CLASS_SET(classes);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_add_record);
Datum
breachvalue_exposure_add_record(PG_FUNCTION_ARGS)
{
	BvExposure *state = bv_exposure_state(fcinfo);
	BvClassSet	classes = held_by_record(fcinfo, 1);

	PG_RETURN_POINTER(bv_exposure_add(state, &classes, BV_NO_PRICE, 1));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_remove_record);
Datum
breachvalue_exposure_remove_record(PG_FUNCTION_ARGS)
{
	BvExposure *state = bv_exposure_state(fcinfo);
	BvClassSet	classes = held_by_record(fcinfo, 1);

	if (!bv_exposure_remove(state, &classes, BV_NO_PRICE, 1))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(state);
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

/* Reads argument 1, a class set for each of the arguments behind it. */
static void
read_classes(FunctionCallInfo fcinfo, HeldColumns *held, ArrayType *classes, int first)
{
	int			count = PG_NARGS() - first;
	BvClassSet *sets = (BvClassSet *) ARR_DATA_PTR(classes);

	if (get_fn_expr_variadic(fcinfo->flinfo))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("columns cannot be given as a VARIADIC array")));
	if (ARR_NDIM(classes) > 1 ||
		ArrayGetNItems(ARR_NDIM(classes), ARR_DIMS(classes)) != count)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("classes must have one class set for each column"),
				 errdetail("There are %d class sets and %d columns.",
						   ArrayGetNItems(ARR_NDIM(classes), ARR_DIMS(classes)), count)));
	if (array_contains_nulls(classes))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("classes must not contain a null")));

	if (held->column == NULL)
	{
		held->column = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt,
											  count * sizeof(HeldColumn));
		for (int i = 0; i < count; i++)
		{
			Oid			type = get_fn_expr_argtype(fcinfo->flinfo, first + i);

			if (OidIsValid(type) && type != UNKNOWNOID)
				held->column[i].blank = bv_blank_of_type(type);
		}
	}
	held->count = count;
	for (int i = 0; i < count; i++)
		set_column(&held->column[i], first + i, held->column[i].blank, &sets[i]);

	if (held->classes != NULL)
		pfree(held->classes);
	held->classes = NULL;
	held->classes_size = 0;
	held->classes = MemoryContextAlloc(fcinfo->flinfo->fn_mcxt, VARSIZE(classes));
	memcpy(held->classes, classes, VARSIZE(classes));
	held->classes_size = VARSIZE(classes);
}

/* The classes held by the arguments from first + 1 on; first says which is which. */
static BvClassSet
held_by_columns(FunctionCallInfo fcinfo, int first)
{
	HeldColumns *held = held_columns(fcinfo);
	BvClassSet	classes = {{0}};
	ArrayType  *array;

	if (PG_ARGISNULL(first))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("classes must not be null")));
	array = PG_GETARG_ARRAYTYPE_P(first);

	/* the same for every row, as a rule, but nobody promises */
	if (held->classes_size != VARSIZE(array) ||
		memcmp(held->classes, array, held->classes_size) != 0)
		read_classes(fcinfo, held, array, first + 1);

	for (int i = 0; i < held->count; i++)
	{
		const HeldColumn *column = &held->column[i];

		hold(&classes, column, PG_GETARG_DATUM(column->number),
			 PG_ARGISNULL(column->number));
	}
	return classes;
}

PG_FUNCTION_INFO_V1(breachvalue_held_classes);
Datum
breachvalue_held_classes(PG_FUNCTION_ARGS)
{
	BvClassSet	classes = held_by_columns(fcinfo, 0);

	PG_RETURN_CLASS_SET(classes);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_add_held);
Datum
breachvalue_exposure_add_held(PG_FUNCTION_ARGS)
{
	BvExposure *state = bv_exposure_state(fcinfo);
	BvClassSet	classes = held_by_columns(fcinfo, 1);

	PG_RETURN_POINTER(bv_exposure_add(state, &classes, BV_NO_PRICE, 1));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_remove_held);
Datum
breachvalue_exposure_remove_held(PG_FUNCTION_ARGS)
{
	BvExposure *state = bv_exposure_state(fcinfo);
	BvClassSet	classes = held_by_columns(fcinfo, 1);

	if (!bv_exposure_remove(state, &classes, BV_NO_PRICE, 1))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(state);
}

/* ---------- whole relations ---------- */

/* Locks the relation, so that labels and columns stay together. */
static void
open_for_reading(Oid relid)
{
	Relation	relation = try_relation_open(relid, AccessShareLock);

	if (relation == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	switch (relation->rd_rel->relkind)
	{
		case RELKIND_RELATION:
		case RELKIND_PARTITIONED_TABLE:
		case RELKIND_VIEW:
		case RELKIND_MATVIEW:
		case RELKIND_FOREIGN_TABLE:
			break;
		default:
			ereport(ERROR,
					(errcode(ERRCODE_WRONG_OBJECT_TYPE),
					 errmsg("\"%s\" is not a table or view",
							RelationGetRelationName(relation)),
					 errhint("Records are in tables, partitioned tables, foreign tables, "
							 "views and materialized views.")));
	}
	relation_close(relation, NoLock);
}

static Oid
class_set_type(void)
{
	return GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("class_set"),
						   ObjectIdGetDatum(get_namespace_oid("breachvalue", false)));
}

/*
 * Appends the call of a function with an array of class sets as parameter and
 * so many labelled columns behind it.  Returns the array.
 */
static Datum
append_held_call(StringInfo query, const char *function, int parameter,
				 const BvLabels *labels, int first, int count)
{
	Datum	   *sets = palloc(count * sizeof(Datum));

	appendStringInfo(query, "breachvalue.%s($%d", function, parameter);
	for (int i = 0; i < count; i++)
	{
		const BvLabelledColumn *column = &labels->column[first + i];

		appendStringInfo(query, ", r.%s",
						 quote_identifier(get_attname(labels->relid, column->attnum, false)));
		sets[i] = PointerGetDatum(&column->classes);
	}
	appendStringInfoChar(query, ')');
	return PointerGetDatum(construct_array(sets, count, class_set_type(),
										   sizeof(BvClassSet), false, TYPALIGN_DOUBLE));
}

/*
 * Appends what counts the records of r: one call for as many columns as a
 * function can take, the union of several for more.  Returns the number of
 * parameters.
 */
static int
append_exposure(StringInfo query, const BvLabels *labels, Datum *parameters)
{
	int			calls = 0;

	if (labels->count <= COLUMNS_MAX)
	{
		parameters[0] = append_held_call(query, "held_exposure", 1, labels,
										 0, labels->count);
		return 1;
	}
	appendStringInfoString(query, "breachvalue.exposure(");
	for (int first = 0; first < labels->count; first += COLUMNS_MAX)
	{
		if (first > 0)
			appendStringInfoString(query, " OPERATOR(pg_catalog.|) ");
		parameters[calls] = append_held_call(query, "held_classes", calls + 1, labels, first,
											 Min(COLUMNS_MAX, labels->count - first));
		calls++;
	}
	appendStringInfoChar(query, ')');
	return calls;
}

/* The one value that a query gives, read as the caller; in the caller's memory. */
static Datum
query_value(const char *query, int count, Datum *parameters, Oid type, bool byval, int16 length)
{
	Oid		   *types = palloc((count + 1) * sizeof(Oid));
	bool		isnull;
	Datum		value;

	for (int i = 0; i < count; i++)
		types[i] = type;
	SPI_connect();
	if (SPI_execute_with_args(query, count, types, parameters, NULL, true, 0) != SPI_OK_SELECT ||
		SPI_processed != 1)
		elog(ERROR, "could not run \"%s\"", query);
	value = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull);
	if (isnull)
		elog(ERROR, "no value from \"%s\"", query);
	value = SPI_datumTransfer(value, byval, length);
	SPI_finish();
	return value;
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_of);
Datum
breachvalue_exposure_of(PG_FUNCTION_ARGS)
{
	Oid			relid = PG_GETARG_OID(0);
	StringInfoData query;
	const BvLabels *labels;
	Datum		parameters[MaxAttrNumber / COLUMNS_MAX + 1];
	int			count;
	char	   *relation;

	open_for_reading(relid);
	relation = quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)),
										  get_rel_name(relid));
	initStringInfo(&query);
	appendStringInfoString(&query, "SELECT ");

	labels = bv_labels_of(relid);
	if (labels->count == 0)
	{
		BvClassSet	nothing = {{0}};
		BvExposure *exposure = bv_exposure_empty();
		int64		records;

		if (labels->reviewed == 0)
			ereport(NOTICE,
					(errmsg("no column of \"%s\" has a label", get_rel_name(relid)),
					 errdetail("Its records are counted as holding nothing.")));
		appendStringInfo(&query, "pg_catalog.count(*) FROM %s", relation);
		records = DatumGetInt64(query_value(query.data, 0, NULL, InvalidOid, true, 8));
		if (records > 0)
			exposure = bv_exposure_add(exposure, &nothing, BV_NO_PRICE, records);
		PG_RETURN_EXPOSURE(exposure);
	}

	count = append_exposure(&query, labels, parameters);
	appendStringInfo(&query, " FROM %s AS r", relation);
	return query_value(query.data, count, parameters,
					   get_array_type(class_set_type()), false, -1);
}
