/*
 * exposure_of.c: the exposure of a whole relation, counted in a query of its own
 *
 * The query gives the labelled columns, and what each holds, to the functions
 * of record.c: it reads no other column, and needs no right to any other.
 */
#include "postgres.h"

#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "exposure.h"
#include "label.h"
#include "own_function.h"
#include "readable.h"

/* Columns that one call of held_exposure() takes, beside state and classes. */
#define COLUMNS_MAX	(FUNC_MAX_ARGS - 2)

static Oid
class_set_type(void)
{
	return GetSysCacheOid2(TYPENAMENSP, Anum_pg_type_oid, CStringGetDatum("class_set"),
						   ObjectIdGetDatum(get_namespace_oid("breachvalue", false)));
}

/* Do the class sets of its columns say all there is to say? */
static bool
is_plain(const BvLabels *labels)
{
	for (int i = 0; i < labels->count; i++)
	{
		if (!labels->column[i].label.plain || labels->column[i].label.has_protected)
			return false;
	}
	return true;
}

/*
 * Appends the call of a function with an array of class sets or labels as
 * parameter and so many labelled columns behind it.  Returns the array.
 */
static Datum
append_held_call(StringInfo query, const char *function, int parameter,
				 const BvLabels *labels, int first, int count)
{
	Datum	   *said = palloc(count * sizeof(Datum));
	bool		plain = is_plain(labels);

	appendStringInfo(query, "%s($%d", bv_own_function(function), parameter);
	for (int i = 0; i < count; i++)
	{
		const BvLabelledColumn *column = &labels->column[first + i];

		appendStringInfo(query, ", r.%s",
						 quote_identifier(get_attname(labels->relid, column->attnum, false)));
		said[i] = plain ? PointerGetDatum(&column->label.classes) :
			CStringGetTextDatum(column->label.text);
	}
	appendStringInfoChar(query, ')');
	if (!plain)
		return PointerGetDatum(construct_array(said, count, TEXTOID, -1, false, TYPALIGN_INT));
	return PointerGetDatum(construct_array(said, count, class_set_type(),
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
	bool		plain = is_plain(labels);

	if (labels->count <= COLUMNS_MAX)
	{
		parameters[0] = append_held_call(query, plain ? "held_exposure" : "labelled_exposure", 1, labels,
										 0, labels->count);
		return 1;
	}
	appendStringInfoString(query, "breachvalue.exposure(");
	for (int first = 0; first < labels->count; first += COLUMNS_MAX)
	{
		if (first > 0)
			appendStringInfoString(query, " OPERATOR(pg_catalog.|) ");
		parameters[calls] = append_held_call(query, plain ? "held_classes" : "labelled_classes",
											 calls + 1, labels, first,
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

	bv_lock_readable(relid);
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
					   is_plain(labels) ? get_array_type(class_set_type()) : TEXTARRAYOID,
					   false, -1);
}
