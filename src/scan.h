/*
 * scan.h: what scanning a relation shares with the ways to its values
 */
#ifndef BV_SCAN_H
#define BV_SCAN_H

#include "access/attnum.h"
#include "nodes/pg_list.h"
#include "utils/rel.h"

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
	const char *sqlstate;		/* of the failure */
	bool		wanted;			/* its values are to be read */
	bool		estimated;		/* its values are from statistics */
	BvProfile  *profile;		/* NULL: no values */
	List	   *parts;			/* of BvScanColumn */
	BvSample	sample;
	BvColumn	known;
	BvVerdict	verdict;
} BvScanColumn;

/* A relation while it is scanned. */
typedef struct BvScan
{
	Relation	relation;
	BvScanMethod method;
	MemoryContext context;		/* that lives as long as the scan */
	BvScanColumn *columns;
	int			count;
	int			table_number;	/* for progress */
	int			tables;
	int64		started;		/* when, in microseconds as timestamps have them */
} BvScan;

/* More parts of one column than this are not told apart. */
#define BV_SCAN_PARTS	64

/* Takes one value of a column, or of a part of it. */
extern void bv_scan_take(BvScan *scan, BvScanColumn *column, Datum value, bool isnull);

/*
 * Reads rows of the relation as the caller, all or a sample that repeats itself
 * while the table does not change, into the profiles of the wanted columns.
 */
extern void bv_scan_rows(BvScan *scan);

/* Reads the planner's statistics into the profiles of all columns that may be seen. */
extern void bv_scan_statistics(BvScan *scan);

/* Says how far the scan is, in pg_stat_progress_analyze; start again after an abort. */
extern void bv_scan_progress_start(const BvScan *scan);
extern void bv_scan_progress_rows(int64 rows);
extern void bv_scan_progress_end(void);

/* The columns of a relation with verdicts by their names and types alone. */
extern BvScanColumn *bv_judge_by_name(Relation relation, int *count);

/* The confidence of a verdict, as scans show it. */
extern Datum bv_confidence_datum(const BvScanColumn *column);

#endif							/* BV_SCAN_H */
