/*
 * scan.h: what scanning a relation shares with the ways to its values
 */
#ifndef BV_SCAN_H
#define BV_SCAN_H

#include "access/attnum.h"
#include "nodes/pg_list.h"
#include "utils/rel.h"
#include "utils/tuplestore.h"

#include "column_profile.h"
#include "evidence.h"
#include "value_text.h"

/* How to come by values. */
typedef enum BvScanMethod
{
	BV_SCAN_AUTO,				/* statistics, and a sample of what they do not decide */
	BV_SCAN_NAME,				/* not at all */
	BV_SCAN_STATISTICS,			/* the planner's statistics alone */
	BV_SCAN_SAMPLE,				/* a sample of blocks */
	BV_SCAN_FULL				/* every row */
} BvScanMethod;

/* Why there are no values to go by. */
typedef enum BvUnseen
{
	BV_SEEN,
	BV_UNSEEN_METHOD,			/* nobody wanted them, or there are no statistics */
	BV_UNSEEN_TYPE,				/* of a type that is judged by name alone */
	BV_UNSEEN_RIGHT,			/* the caller may not read it */
	BV_UNSEEN_ERROR				/* reading failed */
} BvUnseen;

/* Parts of a column: leaves of json, fields of a composite. */
typedef enum BvStructure
{
	BV_PLAIN,
	BV_JSON,
	BV_JSONB,
	BV_COMPOSITE
} BvStructure;

/* Values of a column that its statistics have, looked at or still to be. */
typedef struct BvScanPicks BvScanPicks;

/* A column, or a part of one, while its relation is scanned. */
typedef struct BvScanColumn
{
	const char *name;			/* of the column */
	const char *path;			/* of the part within it, or NULL */
	AttrNumber	attnum;
	Oid			declared;		/* its type as declared */
	BvValueType value;
	BvStructure structure;
	BvUnseen	unseen;
	const char *failure;		/* why reading failed, in words without a value */
	bool		wanted;			/* its values are to be read */
	bool		estimated;		/* its values are from statistics */
	bool		judged;			/* alone is of the values that there are */
	BvScanPicks *picks;			/* NULL: no statistics */
	BvProfile  *profile;		/* NULL: no values */
	BvKept	   *kept;			/* its values while rows are read */
	List	   *parts;			/* of BvScanColumn */
	BvSample	sample;
	BvColumn	known;
	BvRemembered remembered;
	BvVerdict	alone;			/* not knowing what is beside it */
	BvVerdict	verdict;		/* knowing it, if weighed */
	bool		weighed;
	BvTableContext beside;
} BvScanColumn;

/* A scan, and the relation that it is at. */
typedef struct BvScan
{
	Relation	relation;
	BvScanMethod method;
	MemoryContext lasting;		/* that lives as long as the scan */
	MemoryContext context;		/* as long as the scan of the relation */
	List	   *types;			/* lasting, of scan_column.c */
	struct BvScanName **names;
	int			name_count;
	BvScanColumn *columns;
	int			count;
	int			table_number;	/* for progress */
	int			tables;
	int64		started;		/* when, in microseconds as timestamps have them */
} BvScan;

/* More parts of one column than this are not told apart. */
#define BV_SCAN_PARTS	64

/* ---------- scan_column.c ---------- */

/* Lists the columns of the relation, with all that the catalogue tells of them. */
extern void bv_scan_columns(BvScan *scan);

/* How values of a type are read; looked up once in a scan. */
extern BvValueType *bv_scan_type(BvScan *scan, Oid declared);

/* ---------- scan_statistics.c ---------- */

/*
 * Looks at a few values of the planner's statistics, into the profiles of all
 * columns that may be seen; then at the rest of those of a column, if there are
 * any: false if not.
 */
extern void bv_scan_statistics(BvScan *scan);
extern bool bv_scan_more_statistics(BvScanColumn *column);

/* ---------- scan_sample.c, scan_value.c ---------- */

/*
 * Reads rows of the relation as the caller, all or a sample that repeats itself
 * while the table does not change, into the profiles of the wanted columns.
 */
extern void bv_scan_rows(BvScan *scan);

/* Takes one value of a column, or of a part of it. */
extern void bv_scan_take(BvScan *scan, BvScanColumn *column, Datum value, bool isnull);

/* ---------- scan_relation.c ---------- */

/* Scans one relation, and adds a row for each column; on_request: a view as well. */
extern void bv_scan_relation(BvScan *scan, Oid relid, bool on_request,
							 Tuplestorestate *store, TupleDesc descriptor);

/* The columns of a relation with verdicts by their names and types alone. */
extern BvScanColumn *bv_judge_by_name(Relation relation, int *count);

/* ---------- scan_failure.c ---------- */

/*
 * Reads rows, in a subtransaction: what goes wrong is said of the wanted columns
 * and not raised, unless it is that somebody cancels, or that there is no room.
 */
extern void bv_scan_try_rows(BvScan *scan);

/* ---------- scan_row.c ---------- */

/* Adds the row of a column, or of a part of one. */
extern void bv_scan_put(const BvScan *scan, const BvScanColumn *column, const char *schema_name,
						Tuplestorestate *store, TupleDesc descriptor);

/* The confidence of a verdict, as scans show it. */
extern Datum bv_confidence_datum(const BvScanColumn *column);

/* ---------- scan_progress.c ---------- */

/* Says how far the scan is, in pg_stat_progress_analyze; start again after an abort. */
extern void bv_scan_progress_start(const BvScan *scan);
extern void bv_scan_progress_expect(double rows);
extern void bv_scan_progress_rows(int64 rows);
extern void bv_scan_progress_end(void);

#endif							/* BV_SCAN_H */
