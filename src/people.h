/* people.h: what each subject's records hold together, in whatever tables */
#ifndef BV_PEOPLE_H
#define BV_PEOPLE_H

#include "subject.h"

/* What was counted; figures of the past only where they were asked for. */
typedef struct BvPeople
{
	int64		people;
	int64		rows;			/* of known people */
	int64		former_people;
	int64		former_rows;
	int64		unknown_rows;
	Datum		exposure;		/* of known people */
	Datum		current;		/* of those that are not of the past */
	Datum		unknown;		/* of rows of unknown people */
} BvPeople;

extern void bv_count_people(const BvSubject *subject, bool with_former, BvPeople *result);

/*
 * Of the rows that are kept, the exposure of those whose key is that of nobody
 * in the subject's table even with all of its rows.
 */
extern Datum bv_unknown_of_all(const BvSubject *subject);

/* All records of two exposures. */
extern Datum bv_add_exposures(Datum left, Datum right);

#endif							/* BV_PEOPLE_H */
