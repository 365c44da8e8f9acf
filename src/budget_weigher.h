/*
 * budget_weigher.h: what rows of a table weigh against a budget
 *
 * Private to budget_weigher.c and budget_row.c.
 */
#ifndef BV_BUDGET_WEIGHER_H
#define BV_BUDGET_WEIGHER_H

#include "lib/ilist.h"
#include "utils/palloc.h"

#include "budget.h"
#include "held.h"

/* Kinds of row that are remembered; a power of two. */
#define KINDS	64

/* Columns that can be told apart by the bits of a word. */
#define BITS	64

typedef struct WeighedColumn
{
	AttrNumber	attnum;
	bool		is_text;		/* white space alone is nothing */
	BvHeldRule *rule;			/* its values have to be looked at, or NULL */
	BvClassSet	classes;
	BvClassSet	possible;		/* these, and what may be within its values */
} WeighedColumn;

/* How to go over a column of a row that others are behind. */
typedef struct PassedColumn
{
	int16		length;			/* -1: text, or another type of any length */
	uint8		alignment;		/* in bytes */
	int8		bit;			/* of the labelled column that it is, where that is of text; or -1 */
} PassedColumn;

/* Columns that hold something, and what such a row weighs. */
typedef struct WeighedKind
{
	bool		known;
	uint64		columns;
	int64		price;
	BvUnits		weight;
} WeighedKind;

struct BvWeigher
{
	BvBudget   *budget;
	Oid			relid;
	bool		valid;			/* until the relation changes */
	bool		is_even;		/* every row weighs the same, */
	int64		price;			/* and has this price, */
	BvUnits		weight;
	bool		by_count;		/* no statement has its rows, only how many */
	bool		gives_back;		/* for rows that go, by count */
	bool		is_simple;		/* at most 64 columns, and none with a rule */
	AttrNumber	last;			/* the last labelled column */
	PassedColumn *passed;		/* those up to the last labelled one of text; NULL: some are odd */
	int			passed_count;
	uint64		no_text;		/* the other labelled columns, a bit each */
	int			count;
	WeighedColumn *column;
	WeighedKind kind[KINDS];
	MemoryContext context;
	BvWeigher  *next;			/* of this budget */
	dlist_node	node;			/* among all there are */
	MemoryContextCallback forget;
};

#endif							/* BV_BUDGET_WEIGHER_H */
