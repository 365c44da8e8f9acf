/*
 * scan_sample.c: rows of a relation, read as the caller: all of them, or a sample
 *
 * A sample is some 1,000 rows of blocks drawn from all over the table, the same
 * ones each time.  Nothing but built-in functions runs on the values.
 */
#include "postgres.h"

#include <math.h>

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "optimizer/plancat.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"

#include "compat.h"
#include "scan.h"

/* Rows to look at: five times what the evidence can use, for columns that repeat themselves. */
#define SAMPLE_ROWS		1000

/* From so many blocks at least: rows of one block are often of one day, or one customer. */
#define SAMPLE_BLOCKS	20

/* No more, whatever the statistics made us believe. */
#define SAMPLE_ROWS_MAX (8 * SAMPLE_ROWS)

#define FETCH_ROWS		500

/* How many blocks and live rows the relation has, its children included. */
static void
estimate_size(Relation relation, double *blocks, double *rows)
{
	List	   *members;
	ListCell   *cell;

	*blocks = 0;
	*rows = 0;
	members = find_all_inheritors(RelationGetRelid(relation), AccessShareLock, NULL);
	foreach(cell, members)
	{
		Relation	member = relation_open(lfirst_oid(cell), NoLock);
		char		kind = member->rd_rel->relkind;

		if (kind == RELKIND_RELATION || kind == RELKIND_MATVIEW)
		{
			BlockNumber member_blocks;
			double		member_rows;
			double		visible;

			estimate_rel_size(member, NULL, &member_blocks, &member_rows, &visible);
			*blocks += member_blocks;
			*rows += member_rows;
		}
		relation_close(member, NoLock);
	}
}

/* What is read of a column: long text only in part, json as jsonb. */
static void
append_column(StringInfo query, const BvScanColumn *column)
{
	const char *name = quote_identifier(column->name);

	if (column->structure == BV_JSON)
		appendStringInfo(query, "t.%s::pg_catalog.json::pg_catalog.jsonb", name);
	else if (column->value.reading == BV_READ_TEXT && !column->value.is_array)
		appendStringInfo(query, "pg_catalog.left(t.%s::pg_catalog.text, %d)",
						 name, BV_PROFILE_BYTES + 1);
	else
		appendStringInfo(query, "t.%s", name);
}

/*
 * The query that draws the rows.  Blocks may hold more of them than are wanted:
 * every how maniest is enough is told in stride.
 */
static char *
rows_query(BvScan *scan, int *stride)
{
	Relation	relation = scan->relation;
	StringInfoData query;
	char		kind = relation->rd_rel->relkind;
	const char *separator = "SELECT ";

	*stride = 1;
	initStringInfo(&query);
	for (int i = 0; i < scan->count; i++)
	{
		if (!scan->columns[i].wanted)
			continue;
		appendStringInfoString(&query, separator);
		append_column(&query, &scan->columns[i]);
		separator = ", ";
	}
	appendStringInfo(&query, " FROM %s t",
					 quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)),
												RelationGetRelationName(relation)));
	if (scan->method == BV_SCAN_FULL)
		return query.data;

	if (kind == RELKIND_RELATION || kind == RELKIND_MATVIEW ||
		kind == RELKIND_PARTITIONED_TABLE)
	{
		double		blocks;
		double		rows;

		estimate_size(relation, &blocks, &rows);
		if (rows > 4 * SAMPLE_ROWS && blocks > 2 * SAMPLE_BLOCKS)
		{
			double		share = Max(SAMPLE_ROWS / rows, SAMPLE_BLOCKS / blocks);

			appendStringInfo(&query, " TABLESAMPLE SYSTEM (%.9f) REPEATABLE (0)",
							 Min(100 * share, 100.0));
			*stride = Max((int) (Min(rows * share, SAMPLE_ROWS_MAX) / SAMPLE_ROWS), 1);
		}
	}
	appendStringInfo(&query, " LIMIT %d", SAMPLE_ROWS_MAX);
	return query.data;
}

void
bv_scan_rows(BvScan *scan)
{
	MemoryContext row_context;
	MemoryContext spi_context;
	SPIPlanPtr	plan;
	Portal		portal;
	char	   *query;
	int64		rows_met = 0;
	int			stride;
	bool		any = false;

	for (int i = 0; i < scan->count; i++)
	{
		BvScanColumn *column = &scan->columns[i];

		if (!column->wanted)
			continue;
		any = true;
		column->estimated = false;
		column->parts = NIL;
		column->judged = false;
		column->profile = bv_profile_make(0);
	}
	if (!any)
		return;

	query = rows_query(scan, &stride);
	row_context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue sample row",
										ALLOCSET_DEFAULT_SIZES);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "could not connect to SPI");
	plan = SPI_prepare(query, 0, NULL);
	if (plan == NULL)
		elog(ERROR, "could not prepare the sample: %s", SPI_result_code_string(SPI_result));
	portal = SPI_cursor_open(NULL, plan, NULL, NULL, true);

	for (;;)
	{
		SPI_cursor_fetch(portal, true, FETCH_ROWS);
		if (SPI_processed == 0)
			break;
		spi_context = MemoryContextSwitchTo(row_context);
		for (uint64 row = 0; row < SPI_processed; row++)
		{
			int			field = 0;

			CHECK_FOR_INTERRUPTS();
			if (rows_met++ % stride != 0)
				continue;
			for (int i = 0; i < scan->count; i++)
			{
				Datum		value;
				bool		isnull;

				if (!scan->columns[i].wanted)
					continue;
				value = SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc,
									  ++field, &isnull);
				bv_scan_take(scan, &scan->columns[i], value, isnull);
			}
			MemoryContextReset(row_context);
		}
		MemoryContextSwitchTo(spi_context);
		SPI_freetuptable(SPI_tuptable);
		bv_scan_progress_rows(rows_met);
	}
	SPI_cursor_close(portal);
	SPI_finish();
	MemoryContextSwitchTo(scan->context);
	MemoryContextDelete(row_context);
}
