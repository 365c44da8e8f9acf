/* scan_progress.c: how far a scan is, for those who watch */
#include "postgres.h"

#include "commands/progress.h"
#include "pgstat.h"

#include "scan.h"

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
		PROGRESS_ANALYZE_BLOCKS_TOTAL,
		PROGRESS_ANALYZE_BLOCKS_DONE,
		PARAMETER_STARTED
	};
	int64		values[lengthof(index)];

	values[0] = PHASE_OF_A_SCAN;
	values[1] = scan->tables;
	values[2] = scan->table_number;
	values[3] = RelationGetRelid(scan->relation);
	values[4] = 0;
	values[5] = 0;
	values[6] = scan->started;
	pgstat_progress_start_command(PROGRESS_COMMAND_ANALYZE, RelationGetRelid(scan->relation));
	pgstat_progress_update_multi_param(lengthof(index), index, values);
}

void
bv_scan_progress_expect(double rows)
{
	pgstat_progress_update_param(PROGRESS_ANALYZE_BLOCKS_TOTAL, (int64) Max(rows, 0));
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
