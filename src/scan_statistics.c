/*
 * scan_statistics.c: values of columns from the planner's statistics, and how
 * far a scan is
 *
 * The most common values and the bounds of the histogram: no sample, since
 * common values are often defaults and bounds lie in order, so they prove less.
 * With the rights that pg_stats asks for, which is what statistics.c sees to.
 */
#include "postgres.h"

#include <math.h>

#include "access/htup_details.h"
#include "catalog/pg_class.h"
#include "catalog/pg_statistic.h"
#include "commands/progress.h"
#include "pgstat.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "compat.h"
#include "scan.h"
#include "statistics.h"

/* So many of each kind are enough to decide by, spread evenly over what there are. */
#define VALUES_OF_A_KIND	40

/* Adds the values of one slot; the most common ones come with their share of the rows. */
static void
add_slot(BvScanColumn *column, HeapTuple tuple, int kind, double rows, double *filled)
{
	AttStatsSlot slot;
	bool		common = kind != STATISTIC_KIND_HISTOGRAM;
	BvValueType type;
	int			step;

	if (!get_attstatsslot(&slot, tuple, kind, InvalidOid,
						  ATTSTATSSLOT_VALUES | (common ? ATTSTATSSLOT_NUMBERS : 0)))
		return;
	type = bv_value_type(slot.valuetype);
	step = Max((slot.nvalues + VALUES_OF_A_KIND - 1) / VALUES_OF_A_KIND, 1);
	for (int i = 0; i < slot.nvalues && type.reading != BV_READ_NOTHING && !type.is_array; i += step)
	{
		size_t		len;
		const char *bytes = bv_value_text(&type, slot.values[i], BV_PROFILE_BYTES, &len);
		double		share = common && i < slot.nnumbers ? slot.numbers[i] : 0;
		int64		in_rows = isnan(share) || share * rows < 1 ? 1 : (int64) rint(Min(share, 1) * rows);

		column->profile = bv_profile_add(column->profile, bytes, len, in_rows);
		*filled += in_rows;
	}
	free_attstatsslot(&slot);
}

static void
read_column(BvScan *scan, BvScanColumn *column)
{
	Relation	relation = scan->relation;
	bool		tree = relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE;
	HeapTuple	tuple = bv_column_statistics(RelationGetRelid(relation), column->attnum, tree);
	Form_pg_statistic form;
	double		rows = Max(relation->rd_rel->reltuples, 0);
	double		nulls;
	double		filled = 0;

	if (!HeapTupleIsValid(tuple))
		return;
	form = (Form_pg_statistic) GETSTRUCT(tuple);
	nulls = isnan(form->stanullfrac) ? 0 : Min(Max(form->stanullfrac, 0), 1);
	rows = Min(rows, 1e13);
	column->profile = bv_profile_make();
	if (column->value.is_array)
		add_slot(column, tuple, STATISTIC_KIND_MCELEM, rows, &filled);
	else
	{
		add_slot(column, tuple, STATISTIC_KIND_MCV, rows, &filled);
		add_slot(column, tuple, STATISTIC_KIND_HISTOGRAM, rows, &filled);
	}
	column->estimated = true;
	bv_sample_of_profile(&column->sample, column->profile, column->sample.year);
	column->sample.source = BV_SOURCE_STATISTICS;
	column->sample.nulls = (int64) rint(nulls * rows);
	column->sample.rows = (int64) Max(rows, filled + column->sample.nulls);
	if (form->stadistinct > 0)
		column->sample.population = form->stadistinct;
	else if (form->stadistinct < 0)
		column->sample.population = Min(-form->stadistinct, 1) * rows;
	bv_sample_end(&column->sample);
	ReleaseSysCache(tuple);
}

void
bv_scan_statistics(BvScan *scan)
{
	for (int i = 0; i < scan->count; i++)
	{
		BvScanColumn *column = &scan->columns[i];

		if (column->unseen == BV_SEEN && column->structure == BV_PLAIN)
			read_column(scan, column);
	}
}

/* ---------- progress ---------- */

/*
 * A scan shows itself as the analysis of a tree of tables, in a phase of its own
 * that ANALYZE does not have: that is what is there without preloading.
 */
#define PHASE_OF_A_SCAN		66
#define PARAMETER_STARTED	12

void
bv_scan_progress_start(const BvScan *scan)
{
	const int	index[] = {
		PROGRESS_ANALYZE_PHASE,
		PROGRESS_ANALYZE_CHILD_TABLES_TOTAL,
		PROGRESS_ANALYZE_CHILD_TABLES_DONE,
		PROGRESS_ANALYZE_CURRENT_CHILD_TABLE_RELID,
		PROGRESS_ANALYZE_BLOCKS_DONE,
		PARAMETER_STARTED
	};
	int64		values[6];

	values[0] = PHASE_OF_A_SCAN;
	values[1] = scan->tables;
	values[2] = scan->table_number;
	values[3] = RelationGetRelid(scan->relation);
	values[4] = 0;
	values[5] = scan->started;
	pgstat_progress_start_command(PROGRESS_COMMAND_ANALYZE, RelationGetRelid(scan->relation));
	pgstat_progress_update_multi_param(lengthof(index), index, values);
}

void
bv_scan_progress_rows(int64 rows)
{
	pgstat_progress_update_param(PROGRESS_ANALYZE_BLOCKS_DONE, rows);
}

void
bv_scan_progress_end(void)
{
	pgstat_progress_end_command();
}
