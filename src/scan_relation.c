/*
 * scan_relation.c: how one relation is decided: by names and types, by the
 * planner's statistics, by rows where these leave doubts, and by what is beside
 */
#include "postgres.h"

#include "access/relation.h"
#include "access/tableam.h"
#include "catalog/pg_class.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"

#include "compat.h"
#include "scan.h"
#include "verdict.h"

/* As sure as statistics must be of a column for its rows to be left alone. */
#define ENOUGH_FOR_STATISTICS	0.97

/* Surer that there is nothing: what few values do not prove, more may. */
#define ENOUGH_FOR_NOTHING		0.975

/* What one relation mostly needs: kept from one to the next. */
#define ROOM_FOR_A_RELATION		(256 * 1024)

/* The columns and their parts, those of a column behind it. */
static List *
scan_parts(BvScan *scan)
{
	List	   *all = NIL;
	ListCell   *cell;

	for (int i = 0; i < scan->count; i++)
	{
		BvScanColumn *column = &scan->columns[i];

		all = lappend(all, column);
		foreach(cell, column->parts)
		{
			BvScanColumn *part = lfirst(cell);

			/* a key that one row has alone may be data, not structure */
			if (part->profile->rows >= 2 || column->profile->rows < 10)
				all = lappend(all, part);
		}
	}
	return all;
}

static bool
is_same_context(const BvTableContext *a, const BvTableContext *b)
{
	return a->people == b->people && a->address == b->address && a->card == b->card &&
		a->latitude == b->latitude && a->longitude == b->longitude;
}

/*
 * Judges each column alone, then again knowing what is beside it.  What has been
 * judged and has no other values since is as it was; and where nothing speaks
 * for any class, whatever is beside it does not either.
 */
static void
judge(BvScan *scan)
{
	const char *table_name = bv_name_in_utf8(RelationGetRelationName(scan->relation));
	List	   *all = scan_parts(scan);
	int			count = list_length(all);
	BvVerdict  *verdicts = palloc(Max(count, 1) * sizeof(BvVerdict));
	BvTableContext context;
	ListCell   *cell;

	foreach(cell, all)
	{
		BvScanColumn *column = lfirst(cell);

		if (!column->judged)
		{
			column->weighed = false;
			column->remembered.count = 0;
			column->known.remembered = &column->remembered;
			if (column->profile != NULL && !column->estimated)
				bv_sample_of_profile(&column->sample, column->profile, column->sample.year);
			column->known.sample = column->profile != NULL && column->sample.distinct > 0 ?
				&column->sample : NULL;
			column->alone = bv_weigh(&column->known, NULL);
			column->judged = true;
		}
		verdicts[foreach_current_index(cell)] = column->alone;
	}
	context = bv_table_context(table_name, verdicts, count);
	foreach(cell, all)
	{
		BvScanColumn *column = lfirst(cell);

		if (column->alone.number == 0 && column->alone.confidence >= 1)
			column->verdict = column->alone;
		else if (!column->weighed || !is_same_context(&context, &column->beside))
			column->verdict = bv_weigh(&column->known, &context);
		column->weighed = true;
		column->beside = context;
	}
	pfree(verdicts);
	list_free(all);
}

BvScanColumn *
bv_judge_by_name(Relation relation, int *count)
{
	BvScan		scan = {
		.relation = relation,
		.method = BV_SCAN_NAME,
		.lasting = CurrentMemoryContext,
		.context = CurrentMemoryContext
	};

	bv_scan_columns(&scan);
	judge(&scan);
	*count = scan.count;
	return scan.columns;
}

/* Do the values that were looked at leave no doubt? */
static bool
is_decided(const BvScanColumn *column)
{
	return (column->sample.distinct > 0 || column->sample.nulls == column->sample.rows) &&
		column->verdict.confidence >= (column->verdict.number != 0 ? ENOUGH_FOR_STATISTICS :
									   ENOUGH_FOR_NOTHING);
}

/* Judges by a few values of the statistics, and by all that they have where these leave doubts. */
static void
judge_by_statistics(BvScan *scan)
{
	bool		any = false;

	bv_scan_statistics(scan);
	judge(scan);
	for (int i = 0; i < scan->count; i++)
	{
		BvScanColumn *column = &scan->columns[i];

		if (column->estimated && !is_decided(column) && bv_scan_more_statistics(column))
			any = true;
	}
	if (any)
		judge(scan);
}

/* Has the table changed since its statistics were taken, as far as its size tells? */
static bool
is_stale(Relation relation)
{
	double		counted = relation->rd_rel->reltuples;
	BlockNumber blocks;
	double		rows;
	double		visible;

	if (counted < 0 || relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE)
		return counted < 0;
	if (!RELKIND_HAS_TABLE_AM(relation->rd_rel->relkind))
		return true;
	table_relation_estimate_size(relation, NULL, &blocks, &rows, &visible);
	return rows > 2 * counted + 1000 || counted > 2 * rows + 1000;
}

/* Of what statistics decide no rows are read. */
static void
want_undecided(BvScan *scan)
{
	bool		stale = is_stale(scan->relation);

	for (int i = 0; i < scan->count; i++)
	{
		BvScanColumn *column = &scan->columns[i];

		if (column->wanted && !stale && column->estimated && is_decided(column))
			column->wanted = false;
	}
}

static bool
is_any_wanted(const BvScan *scan)
{
	for (int i = 0; i < scan->count; i++)
	{
		if (scan->columns[i].wanted)
			return true;
	}
	return false;
}

/* Decides what the columns of the relation hold. */
static void
decide(BvScan *scan)
{
	bool		by_statistics = scan->method == BV_SCAN_AUTO || scan->method == BV_SCAN_STATISTICS;

	bv_scan_columns(scan);
	if (by_statistics)
	{
		judge_by_statistics(scan);
		want_undecided(scan);
	}
	if (is_any_wanted(scan))
		bv_scan_try_rows(scan);
	else if (by_statistics)
		return;
	judge(scan);
}

void
bv_scan_relation(BvScan *scan, Oid relid, bool on_request, Tuplestorestate *store,
				 TupleDesc descriptor)
{
	MemoryContext old;
	char	   *schema_name;
	ListCell   *cell;

	if (scan->context == NULL)
	{
		scan->lasting = CurrentMemoryContext;
		scan->context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue scan",
											  ROOM_FOR_A_RELATION, ALLOCSET_DEFAULT_INITSIZE,
											  ALLOCSET_DEFAULT_MAXSIZE);
	}
	scan->relation = try_relation_open(relid, AccessShareLock);

	/* dropped since it was listed */
	if (scan->relation == NULL)
		return;

	/* made a view since, whose query nobody has asked for */
	if (on_request || scan->relation->rd_rel->relkind != RELKIND_VIEW)
	{
		old = MemoryContextSwitchTo(scan->context);
		bv_scan_progress_start(scan);
		decide(scan);
		schema_name = get_namespace_name(RelationGetNamespace(scan->relation));
		foreach(cell, scan_parts(scan))
			bv_scan_put(scan, lfirst(cell), schema_name, store, descriptor);
		bv_scan_progress_end();
		MemoryContextSwitchTo(old);
	}
	relation_close(scan->relation, AccessShareLock);
	MemoryContextReset(scan->context);
}
