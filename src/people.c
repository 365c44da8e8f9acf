/*
 * people.c: what each subject's records hold together, in whatever tables
 *
 * A thief joins, so the honest record is the person: the union of the class
 * sets of all rows that lead to one row of the subject's table, as the labels
 * of tables tell.  All is one query, so that PostgreSQL can hash and go
 * parallel, run as the caller:
 *
 *	   SELECT exposure(classes) FROM (
 *		   SELECT class_set_union(classes) AS classes FROM (
 *			   SELECT key, held_classes(...) AS classes FROM customer
 *			   UNION ALL
 *			   SELECT customer_id, held_classes(...) FROM contact) rows
 *		   GROUP BY key) people
 *
 * A table that holds nothing, or links alone, is not read at all.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "utils/lsyscache.h"

#include "compat.h"
#include "exposure.h"
#include "people.h"
#include "readable.h"
#include "subject.h"

/* ---------- by people ---------- */

static int64
integer_at(int column)
{
	bool		isnull;
	Datum		value = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc,
									  column, &isnull);

	return isnull ? 0 : DatumGetInt64(value);
}

/* An exposure that a query gave, in the caller's memory. */
static Datum
exposure_at(int column)
{
	bool		isnull;
	Datum		value = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc,
									  column, &isnull);

	if (isnull)
		elog(ERROR, "no exposure was counted");
	return SPI_datumTransfer(value, false, -1);
}

/*
 * The exposure of the rows whose key is null or that of nobody, whether the
 * subject's rows are all kept or not.
 */
static Datum
unknown_rows(const BvSubject *subject, bool of_kept)
{
	BvSubjectTable *own = linitial(subject->tables);
	BvSubjectTable all = *own;
	StringInfoData query;

	if (!of_kept)
		all.keep = NULL;
	initStringInfo(&query);
	appendStringInfoString(&query, "SELECT ");
	bv_append_exposure(&query, subject, "u.classes");
	appendStringInfoString(&query, " FROM (");
	bv_append_all_rows(&query, subject, false);
	appendStringInfoString(&query, ") AS u LEFT JOIN (SELECT s.key FROM (");
	bv_append_rows(&query, subject, &all, false);
	appendStringInfoString(&query, ") AS s WHERE s.key IS NOT NULL GROUP BY s.key) AS k ON u.key");
	bv_append_equals(&query, subject->key_type);
	appendStringInfoString(&query, "k.key WHERE k.key IS NULL");
	bv_run_query(query.data, 0, NULL, NULL);
	return exposure_at(1);
}

void
bv_count_people(const BvSubject *subject, bool with_former, BvPeople *result)
{
	StringInfoData query;
	const char *former = with_former ? "g.former" : "false";

	initStringInfo(&query);
	appendStringInfo(&query,
					 "SELECT pg_catalog.count(*) FILTER (WHERE g.known),"
					 " pg_catalog.sum(g.rows) FILTER (WHERE g.known)::pg_catalog.int8,"
					 " pg_catalog.count(*) FILTER (WHERE g.known AND %s),"
					 " pg_catalog.sum(g.rows) FILTER (WHERE g.known AND %s)::pg_catalog.int8,"
					 " pg_catalog.sum(g.rows) FILTER (WHERE NOT g.known)::pg_catalog.int8, ",
					 former, former);
	bv_append_exposure(&query, subject, "g.classes");
	appendStringInfoString(&query, " FILTER (WHERE g.known)");
	if (with_former)
	{
		appendStringInfoString(&query, ", ");
		bv_append_exposure(&query, subject, "g.classes");
		appendStringInfoString(&query, " FILTER (WHERE g.known AND NOT g.former)");
	}
	appendStringInfoString(&query, " FROM (SELECT ");
	if (subject->key == NULL)
		appendStringInfo(&query, "r.classes, r.known, 1::pg_catalog.int8 AS rows%s",
						 with_former ? ", r.former IS TRUE AS former" : "");
	else
		appendStringInfo(&query, "breachvalue.class_set_union(r.classes) AS classes,"
						 " pg_catalog.bool_or(r.known) AND r.key IS NOT NULL AS known,"
						 " pg_catalog.count(*) AS rows%s",
						 with_former ? ", pg_catalog.bool_and(r.former) IS TRUE AS former" : "");
	appendStringInfoString(&query, " FROM (");
	bv_append_all_rows(&query, subject, with_former);
	appendStringInfo(&query, ") AS r%s) AS g", subject->key == NULL ? "" : " GROUP BY r.key");

	SPI_connect();
	bv_run_query(query.data, 0, NULL, NULL);
	result->people = integer_at(1);
	result->rows = integer_at(2);
	result->former_people = integer_at(3);
	result->former_rows = integer_at(4);
	result->unknown_rows = integer_at(5);
	result->exposure = exposure_at(6);
	result->current = with_former ? exposure_at(7) : result->exposure;
	if (result->unknown_rows > 0)
		result->unknown = unknown_rows(subject, true);
	SPI_finish();
	if (result->unknown_rows == 0)
		result->unknown = PointerGetDatum(bv_exposure_canonical(bv_exposure_empty()));
}

Datum
bv_unknown_of_all(const BvSubject *subject)
{
	Datum		unknown;

	SPI_connect();
	unknown = unknown_rows(subject, false);
	SPI_finish();
	return unknown;
}

static Datum
return_row(FunctionCallInfo fcinfo, Datum *values)
{
	TupleDesc	columns;
	bool		nulls[6] = {false};

	if (get_call_result_type(fcinfo, NULL, &columns) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(columns), values, nulls));
}

PG_FUNCTION_INFO_V1(breachvalue_people_exposure);
Datum
breachvalue_people_exposure(PG_FUNCTION_ARGS)
{
	BvSubject  *subject = bv_subject_of(bv_lock_readable(PG_GETARG_OID(0)), false);
	BvPeople	result;

	bv_count_people(subject, false, &result);
	return return_row(fcinfo, (Datum[])
	{
		Int64GetDatum(result.people), result.exposure, Int64GetDatum(result.rows),
		Int64GetDatum(result.unknown_rows), result.unknown
	});
}

/* ---------- of the past ---------- */

static void
note_nobody_former(const BvSubject *subject)
{
	if (!subject->knows_former)
		ereport(NOTICE,
				(errmsg("no label says who in \"%s\" is of the past",
						get_rel_name(subject->relid)),
				 errdetail("All are counted as current."),
				 errhint("A label such as former (ended_on < now()) on a table would tell.")));
}

Datum
bv_add_exposures(Datum left, Datum right)
{
	BvExposure *sum = bv_exposure_copy(bv_exposure_from_datum(left));

	sum = bv_exposure_merge(sum, bv_exposure_from_datum(right));
	return PointerGetDatum(bv_exposure_canonical(sum));
}

PG_FUNCTION_INFO_V1(breachvalue_former_people);
Datum
breachvalue_former_people(PG_FUNCTION_ARGS)
{
	BvSubject  *subject = bv_subject_of(bv_lock_readable(PG_GETARG_OID(0)), false);
	BvPeople	result;

	note_nobody_former(subject);
	bv_count_people(subject, true, &result);
	return return_row(fcinfo, (Datum[])
	{
		Int64GetDatum(result.people), Int64GetDatum(result.former_people),
		Int64GetDatum(result.rows + result.unknown_rows), Int64GetDatum(result.former_rows),
		bv_add_exposures(result.exposure, result.unknown),
		bv_add_exposures(result.current, result.unknown)
	});
}

/* Appends what gives the keys of people of the past. */
static void
append_former_keys(StringInfo query, const BvSubject *subject)
{
	const char *before = "";
	ListCell   *cell;

	appendStringInfoString(query, "SELECT r.key FROM (");
	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);

		if (table->former == NULL)
			continue;
		appendStringInfoString(query, before);
		bv_append_rows(query, subject, table, true);
		before = " UNION ALL ";
	}
	appendStringInfoString(query, ") AS r WHERE r.key IS NOT NULL GROUP BY r.key"
						   " HAVING pg_catalog.bool_and(r.former)");
}

PG_FUNCTION_INFO_V1(breachvalue_former_exposure);
Datum
breachvalue_former_exposure(PG_FUNCTION_ARGS)
{
	Oid			relid = bv_lock_readable(PG_GETARG_OID(0));
	BvSubject  *subject = bv_subject_of(relid, true);
	bool		by_key = subject->key != NULL && subject->knows_former;
	const char *former = by_key ? "f.key IS NOT NULL" : "r.former IS TRUE";
	StringInfoData query;
	ListCell   *cell;
	Datum		values[2];

	note_nobody_former(subject);
	initStringInfo(&query);
	appendStringInfoString(&query, "SELECT ");
	bv_append_exposure(&query, subject, "r.classes");
	appendStringInfo(&query, " FILTER (WHERE NOT (%s)), ", former);
	bv_append_exposure(&query, subject, "r.classes");
	appendStringInfo(&query, " FILTER (WHERE %s) FROM (", former);
	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);

		if (table->relation[0] == relid)
			bv_append_rows(&query, subject, table, true);
	}
	appendStringInfoString(&query, ") AS r");
	if (by_key)
	{
		appendStringInfoString(&query, " LEFT JOIN (");
		append_former_keys(&query, subject);
		appendStringInfoString(&query, ") AS f ON r.key");
		bv_append_equals(&query, subject->key_type);
		appendStringInfoString(&query, "f.key");
	}
	SPI_connect();
	bv_run_query(query.data, 0, NULL, NULL);
	values[0] = exposure_at(1);
	values[1] = exposure_at(2);
	SPI_finish();
	return return_row(fcinfo, values);
}
