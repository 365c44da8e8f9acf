/*
 * evidence.h: what a column holds, weighed as evidence against its rivals
 *
 * A verdict is a posterior over all classes and "nothing personal".  Names,
 * types, neighbours and values each add to the log-odds of a class; no value
 * is kept, only counts of what values were like.
 */
#ifndef BV_EVIDENCE_H
#define BV_EVIDENCE_H

#include <stdbool.h>

#include "class.h"
#include "sample.h"

/* How a column is meant by those who made it. */
typedef enum BvKey
{
	BV_KEY_NONE,
	BV_KEY_OWN,					/* alone the primary key */
	BV_KEY_FOREIGN				/* alone a foreign key */
} BvKey;

/* Everything known of one column. */
typedef struct BvColumn
{
	const char *name;
	const char *table_name;
	const char *key_target;		/* the table a foreign key points at, or NULL */
	BvKey		key;
	int			type;			/* one of BV_TYPE_* */
	const BvSample *sample;		/* NULL: no values were looked at */
} BvColumn;

/* What tipped the scales, for those who want it in words. */
typedef struct BvVerdict
{
	int			number;			/* class, or 0: nothing personal */
	double		confidence;		/* probability of that outcome */
	int			runner_up;		/* next best outcome; 0 nothing personal */
	double		runner_up_confidence;
	double		share;			/* of the distinct values, valid for the class; -1 no validator */
	bool		by_name;		/* the name speaks for the class */
	bool		whole_name;		/* all of it does */
	bool		name_denied;	/* it has a word that says otherwise, as "verified" */
	bool		by_type;		/* the type alone speaks for it */
	bool		generated;		/* numbers as a counter or clock gives them */
} BvVerdict;

/* What the table of a column tells. */
typedef struct BvTableContext
{
	double		people;			/* log-odds that its rows are about people, bounded */
	bool		address;		/* there is a column of each of these */
	bool		card;
	bool		latitude;
	bool		longitude;
} BvTableContext;

/*
 * What the table says of its columns: by its name, and by what the others were
 * found to hold without that knowledge.
 */
extern BvTableContext bv_table_context(const char *table_name, const BvVerdict *verdicts,
									   int columns);

/* The verdict on a column of a table with that context, or NULL: not known yet. */
extern BvVerdict bv_weigh(const BvColumn *column, const BvTableContext *context);

#endif							/* BV_EVIDENCE_H */
