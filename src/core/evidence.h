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
#include "column_name.h"
#include "decoy.h"
#include "sample.h"

/* How the column is meant by those who made it. */
typedef enum BvKey
{
	BV_KEY_NONE,
	BV_KEY_OWN,					/* alone the primary key */
	BV_KEY_FOREIGN				/* alone a foreign key */
} BvKey;

/* A class that users made, beside those of the catalogue. */
typedef struct BvExtraClass
{
	BvClass		class;			/* is_valid is not called: the looks have what passes */
	bool		has_rule;		/* values can tell */
	const char *const *names;	/* folded names of columns of it, the class's own first; then NULL */
} BvExtraClass;

/*
 * What the name of a column says by itself.  Columns of many tables have the
 * same names: whoever weighs many columns reads a name once.
 */
typedef struct BvReadName
{
	BvColumnName name;
	bool		person_key;		/* it says that it is a key of people */
	bool		reference;		/* it names something that has numbers of its own */
	bool		person;			/* it has a word for one person, whoever it is of, and none for things */
	bool		thing;			/* it has a word for things and none for people */
	bool		message_id;		/* it is called as the identifiers of messages are */
	int			match_count;
	BvColumnNameMatch matches[BV_NAME_MATCHES]; /* the longest first; what is behind the last is never read */
} BvReadName;

extern void bv_read_name(const char *name, BvReadName *read);

/* Everything known of one column. */
typedef struct BvColumn
{
	const char *name;			/* "" where it has none */
	const BvReadName *read_name;	/* what that says, or NULL: it is still to be read */
	const char *table_name;
	const char *comment;		/* on the column, or NULL */
	const char *key_target;		/* the table a foreign key points at, or NULL */
	BvKey		key;
	int			type;			/* one of BV_TYPE_* */
	const BvSample *sample;		/* NULL: no values were looked at */
	const BvExtraClass *extra;	/* classes to be weighed as well */
	int			extra_count;
	struct BvRemembered *remembered;	/* of these values, or NULL */
} BvColumn;

/*
 * That there is nothing personal in a column is no surer than this where its
 * values were not seen: so many of two thousand columns without values and
 * without a name that we know held nothing.
 */
#define BV_NOTHING_UNSEEN	0.945

/*
 * Nor than this where they were: of 3,960 such verdicts on four collections, two of
 * them at first sight, so many were right; of those at first sight 0.92.
 */
#define BV_NOTHING_SEEN		0.96

/* How the values of a column are protected; named as in labels. */
typedef enum BvProtection
{
	BV_PROTECTION_NONE,
	BV_PROTECTION_HASH,
	BV_PROTECTION_HMAC,
	BV_PROTECTION_KEY_INSIDE,
	BV_PROTECTION_KEY_OUTSIDE,
	BV_PROTECTION_TOKEN,
	BV_PROTECTION_MASKED,
	BV_PROTECTION_TRUNCATED
} BvProtection;

/* What the log-odds of a verdict are made of. */
typedef struct BvParts
{
	float		prior;			/* of the class, by its name or without */
	float		name;			/* what else is in the name, or in a comment */
	float		type;			/* and keys */
	float		table;			/* its name, and the columns beside */
	float		values;
} BvParts;

/* What tipped the scales, for those who want it in words. */
typedef struct BvVerdict
{
	int			number;			/* class, or 0: nothing personal */
	double		confidence;		/* probability of that outcome */
	int			runner_up;		/* next best outcome; 0 nothing personal */
	double		runner_up_confidence;
	double		share;			/* of the distinct values, valid for the class; -1 no validator */
	double		not_above;		/* when nothing: the share that may yet be of some class; -1 cannot tell */
	BvProtection protection;
	BvParts		parts;			/* of the class; all 0 for nothing */
	bool		by_name;		/* the name speaks for the class */
	bool		by_comment;		/* only the comment does */
	bool		whole_name;		/* all of it does */
	bool		name_denied;	/* it has a word that says otherwise, as "verified" */
	bool		by_type;		/* the type alone speaks for it */
	bool		by_words;		/* the values are on lists of words for the class */
	bool		generated;		/* numbers as a counter or clock gives them */
	const char *decoy;			/* scheme of things that explains the values, by its name, or NULL */
} BvVerdict;

/*
 * What the values of a column weigh, remembered from one weighing to the next:
 * the second differs in what is known of the table alone.  Begins as zeros, and
 * count is to be 0 again when there are other values.
 */
#define BV_REMEMBERED	8

typedef struct BvRemembered
{
	int			count;
	struct
	{
		double		background;
		double		logit;
		BvVerdict	verdict;
	}			value[BV_REMEMBERED];
} BvRemembered;

/* What the table of a column tells. */
typedef struct BvTableContext
{
	double		people;			/* log-odds that its rows are about people, bounded */
	bool		address;		/* there is a column of each of these */
	bool		card;
	bool		given;			/* and none of family_name */
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

/*
 * All that the column may be, in no order, each with what speaks for it in its
 * parts: for those who fit weights.  There is room for BV_CLASS_LIMIT; returns
 * how many there are.
 */
extern int	bv_rivals(const BvColumn *column, const BvTableContext *context,
					  BvVerdict *rivals);

/* A class in a mixed column, and the share of the rows with a value that hold it. */
typedef struct BvShare
{
	int			number;
	double		share;
} BvShare;

#define BV_SHARES	6

/*
 * The classes that values of the column tell: the verdict's own, and what is
 * clear of the rest; the largest share first.  Returns how many there are.
 */
extern int	bv_shares_of(const BvColumn *column, const BvProfile *profile,
						 const BvVerdict *verdict, BvShare shares[BV_SHARES]);

/*
 * The scheme of things that most of the values keep, and the share that does; or
 * NULL.  Wider than what is weighed: also forms that pass for no class, as UUIDs.
 */
extern const BvDecoy *bv_looks_like(const BvSample *sample, double *share);

/* "hash", "masked": as in a label; NULL for none. */
extern const char *bv_protection_name(BvProtection protection);

#endif							/* BV_EVIDENCE_H */
