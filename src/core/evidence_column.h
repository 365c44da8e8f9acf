/*
 * evidence_column.h: a column as every class meets it
 *
 * Between the files of evidence only: bv_read_name(), which others call, is in
 * evidence.h.
 */
#ifndef BV_EVIDENCE_COLUMN_H
#define BV_EVIDENCE_COLUMN_H

#include <stdbool.h>

#include "decoy.h"
#include "evidence.h"

/* A column as every class meets it.  Not to be copied: named may point into it. */
typedef struct BvKnownColumn
{
	const BvColumn *column;
	const BvTableContext *context;	/* NULL: not known yet */
	const BvReadName *named;	/* what the name says */
	BvReadName	own_name;		/* where that is kept, if nobody else does */
	BvColumnName comment;		/* what that says, if there is one */
	BvColumnNameMatch comment_matches[BV_NAME_MATCHES];
	int			comment_match_count;
	bool		rest_of_name;	/* it is "name" alone, beside a given name */
	bool		to_people;		/* it refers to a table of people */
	bool		generated;		/* numbers as a counter or clock gives them */
	BvProtection protection;	/* its values look protected that way */
	const BvDecoy *decoy;		/* they keep this scheme of things, or NULL */
} BvKnownColumn;

/* Fills it from a column and the context of its table, which it points at. */
extern void bv_know_column(const BvColumn *column, const BvTableContext *context,
						   BvKnownColumn *known);

/* The first of the matches that is for the class of that name, or NULL. */
extern const BvColumnNameMatch *bv_find_match(const BvColumnNameMatch *matches, int count,
											  const char *class);

#endif							/* BV_EVIDENCE_COLUMN_H */
