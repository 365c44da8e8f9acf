/*
 * scan.h: what scanning a relation shares with sampling it
 */
#ifndef BV_SCAN_H
#define BV_SCAN_H

#include "access/attnum.h"
#include "utils/rel.h"

#include "evidence.h"

/* Why there are no values to go by. */
typedef enum BvUnseen
{
	BV_SEEN,
	BV_UNSEEN_TYPE,				/* of a type that is judged by name alone */
	BV_UNSEEN_RIGHT,			/* the caller may not read it */
	BV_UNSEEN_ERROR				/* reading failed */
} BvUnseen;

/* A column while its relation is scanned. */
typedef struct BvScanColumn
{
	const char *name;
	AttrNumber	attnum;
	Oid			declared;		/* its type as declared … */
	Oid			type;			/* … and below domains and arrays */
	bool		is_text;		/* reads as text without any function of a user */
	BvUnseen	unseen;
	const char *sqlstate;		/* of the failure */
	BvSample	sample;
	struct BvSeen *seen;		/* values met so far, as hashes */
	BvColumn	known;
	BvVerdict	verdict;
} BvScanColumn;

/*
 * Reads a sample of the relation's rows as the caller, and fills in the
 * samples of the columns that may be seen.  Repeats itself while the table
 * does not change.
 */
extern void bv_sample_relation(Relation relation, BvScanColumn *columns, int count);

/* The columns of a relation with verdicts by their names and types alone. */
extern BvScanColumn *bv_judge_by_name(Relation relation, int *count);

/* The confidence of a verdict, as scans show it. */
extern Datum bv_confidence_datum(const BvScanColumn *column);

#endif							/* BV_SCAN_H */
