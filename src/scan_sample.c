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
#include "executor/tuptable.h"
#include "miscadmin.h"
#include "optimizer/plancat.h"
#include "tcop/dest.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"

#include "compat.h"
#include "own_table.h"
#include "scan.h"

/* Rows to look at: five times what the evidence can use, for columns that repeat themselves. */
#define SAMPLE_ROWS		1000

/* From so many blocks at least: rows of one block are often of one day, or one customer. */
#define SAMPLE_BLOCKS	20

/* No more, whatever the statistics made us believe. */
#define SAMPLE_ROWS_MAX (8 * SAMPLE_ROWS)

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

/* ---------- the query ---------- */

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
		appendStringInfo(&query, "%st.%s%s", separator, quote_identifier(scan->columns[i].name),
						 scan->columns[i].structure == BV_JSON ?
						 "::pg_catalog.json::pg_catalog.jsonb" : "");
		separator = ", ";
	}
	appendStringInfo(&query, " FROM %s t",
					 quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)),
												RelationGetRelationName(relation)));
	if (kind == RELKIND_RELATION || kind == RELKIND_MATVIEW ||
		kind == RELKIND_PARTITIONED_TABLE)
	{
		double		blocks;
		double		rows;

		estimate_size(relation, &blocks, &rows);
		if (scan->method != BV_SCAN_FULL && rows > 4 * SAMPLE_ROWS && blocks > 2 * SAMPLE_BLOCKS)
		{
			double		share = Min(Max(SAMPLE_ROWS / rows, SAMPLE_BLOCKS / blocks), 1);

			appendStringInfo(&query, " TABLESAMPLE " BV_SCHEMA ".spread_blocks (%.9g)", share);
			rows = Min(rows * share, SAMPLE_ROWS_MAX);
			*stride = Max((int) (rows / SAMPLE_ROWS), 1);
		}
		bv_scan_progress_expect(rows);
	}
	return query.data;
}

/* ---------- reading ---------- */

/* Rows as the executor hands them over, one by one and without a copy. */
typedef struct Receiver
{
	DestReceiver receiver;		/* comes first */
	BvScan	   *scan;
	MemoryContext row_context;
	int64		met;
	int64		limit;			/* 0: none */
	int			stride;			/* every how maniest is looked at */
} Receiver;

/* So many rows go by between two reports. */
#define REPORT_ROWS		1024

static bool
receive_row(TupleTableSlot *slot, DestReceiver *self)
{
	Receiver   *receiver = (Receiver *) self;
	BvScan	   *scan = receiver->scan;
	MemoryContext old;
	int			field = 0;

	CHECK_FOR_INTERRUPTS();
	if (receiver->met % REPORT_ROWS == 0)
		bv_scan_progress_rows(receiver->met);
	if (receiver->met++ % receiver->stride == 0)
	{
		slot_getallattrs(slot);
		old = MemoryContextSwitchTo(receiver->row_context);
		for (int i = 0; i < scan->count; i++)
		{
			if (!scan->columns[i].wanted)
				continue;
			bv_scan_take(scan, &scan->columns[i], slot->tts_values[field],
						 slot->tts_isnull[field]);
			field++;
		}
		MemoryContextSwitchTo(old);
		MemoryContextReset(receiver->row_context);
	}
	return receiver->limit == 0 || receiver->met < receiver->limit;
}

static void
start_receiver(DestReceiver *self, int operation, TupleDesc descriptor)
{
}

static void
end_receiver(DestReceiver *self)
{
}

/* Values into the profiles of the wanted columns, and of their parts; they are looked at after. */
static void
read_rows(BvScan *scan)
{
	Receiver	receiver = {
		.receiver = {
			.receiveSlot = receive_row,
			.rStartup = start_receiver,
			.rShutdown = end_receiver,
			.rDestroy = end_receiver,
			.mydest = DestTuplestore
		},
		.scan = scan
	};
	SPIExecuteOptions options = {.read_only = true, .dest = (DestReceiver *) &receiver};
	char	   *query = rows_query(scan, &receiver.stride);
	int			code;

	receiver.limit = scan->method == BV_SCAN_FULL ? 0 : SAMPLE_ROWS_MAX;
	receiver.row_context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue sample row",
												 ALLOCSET_DEFAULT_SIZES);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "could not connect to SPI");
	code = SPI_execute_extended(query, &options);
	if (code != SPI_OK_SELECT)
		elog(ERROR, "could not read the rows: %s", SPI_result_code_string(code));
	SPI_finish();
	MemoryContextDelete(receiver.row_context);
	bv_scan_progress_rows(receiver.met);
}

void
bv_scan_rows(BvScan *scan)
{
	MemoryContext old = MemoryContextSwitchTo(scan->context);
	ListCell   *cell;

	for (int i = 0; i < scan->count; i++)
	{
		BvScanColumn *column = &scan->columns[i];

		if (!column->wanted)
			continue;
		column->estimated = false;
		column->judged = false;
		column->parts = NIL;
		column->profile = bv_profile_make(0);
		column->kept = palloc0(sizeof(BvKept));
	}
	read_rows(scan);
	for (int i = 0; i < scan->count; i++)
	{
		BvScanColumn *column = &scan->columns[i];

		if (!column->wanted)
			continue;
		bv_profile_look(column->profile, column->kept);
		foreach(cell, column->parts)
		{
			BvScanColumn *part = lfirst(cell);

			bv_profile_look(part->profile, part->kept);
		}
	}
	MemoryContextSwitchTo(old);
}
