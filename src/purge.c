/*
 * purge.c: what a retention rule would delete and save
 *
 * Nothing is deleted here.  A rule is a condition on the rows of a table, as in
 * the label former (condition): those for which it is false would go, those for
 * which it is true or null stay.  People are counted as people.c does, with all
 * rows and with those that stay; the rest follows.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"

#include "compat.h"
#include "exposure.h"
#include "label_condition.h"
#include "people.h"
#include "readable.h"

/* Counts all rows of a table, and those that a condition does not keep. */
static void
count_rows(Oid relid, const char *keep, int64 *rows, int64 *deleted)
{
	char	   *relation = quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)),
													  get_rel_name(relid));
	bool		isnull;

	SPI_connect();
	bv_run_query(psprintf("SELECT pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE (%s) IS FALSE)"
						  " FROM %s AS " BV_ROW_ALIAS, keep, relation), 0, NULL, NULL);
	*rows = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull));
	*deleted = DatumGetInt64(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 2, &isnull));
	SPI_finish();
}

/* All records of an exposure, whatever they hold. */
static int64
records_of(Datum exposure)
{
	const BvExposure *records = bv_exposure_from_datum(exposure);
	int64		count = 0;

	for (uint32 i = 0; i < records->count; i++)
		count += records->kind[i].records;
	return count;
}

static Numeric
value_of(Datum exposure)
{
	return bv_exposure_value(bv_exposure_from_datum(exposure));
}

static Datum
rounded(Datum amount)
{
	return DirectFunctionCall2(numeric_round, amount, Int32GetDatum(2));
}

PG_FUNCTION_INFO_V1(breachvalue_purge_plan);
Datum
breachvalue_purge_plan(PG_FUNCTION_ARGS)
{
	Oid			relid = bv_lock_readable(PG_GETARG_OID(0));
	char	   *keep = bv_check_condition(relid, text_to_cstring(PG_GETARG_TEXT_PP(1)));
	BvSubject  *subject = bv_subject_of(relid, true);
	BvPeople	before;
	BvPeople	after;
	Datum		rest;			/* what stays when orphans go as well */
	Datum		value;
	Datum		value_after;
	int64		rows;
	int64		deleted;
	bool		is_read = false;	/* are its rows among those counted? */
	TupleDesc	columns;
	Datum		values[8];
	bool		nulls[8] = {false};
	ListCell   *cell;

	if (get_call_result_type(fcinfo, NULL, &columns) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	count_rows(relid, keep, &rows, &deleted);
	bv_count_people(subject, false, &before);
	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);

		if (table->relation[0] == relid)
		{
			StringInfoData query;

			initStringInfo(&query);
			is_read = bv_append_rows(&query, subject, table, false) || table->hops == 0;
			table->keep = keep;
		}
	}
	bv_count_people(subject, false, &after);

	/*
	 * What leads to a row that is deleted goes with it.  Keys of people who are
	 * deleted are now nobody's: what has them goes too, and what was nobody's
	 * before stays.
	 */
	rest = after.unknown;
	if (relid == subject->relid && subject->key != NULL && after.unknown_rows > 0)
		rest = bv_unknown_of_all(subject);
	value = NumericGetDatum(value_of(bv_add_exposures(before.exposure, before.unknown)));
	value_after = NumericGetDatum(value_of(bv_add_exposures(after.exposure, rest)));

	values[0] = Int64GetDatum(rows);
	values[1] = Int64GetDatum(deleted);
	values[2] = Int64GetDatum(before.people);
	values[3] = Int64GetDatum(before.people - after.people);
	values[4] = Int64GetDatum(before.rows + before.unknown_rows - (is_read ? deleted : 0) -
							  after.rows - records_of(rest));
	values[5] = rounded(value);
	values[6] = rounded(value_after);
	values[7] = rounded(DirectFunctionCall2(numeric_sub, value, value_after));
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(columns), values, nulls));
}
