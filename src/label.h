/*
 * label.h: what the columns of a relation hold, as their security labels say
 */
#ifndef BV_LABEL_H
#define BV_LABEL_H

#include "access/attnum.h"

#include "class_set.h"

/* How to tell that a value is there at all. */
typedef enum BvBlank
{
	BV_BLANK_NEVER,				/* not null is enough */
	BV_BLANK_TEXT				/* a string of white space alone is nothing */
} BvBlank;

typedef struct BvLabelledColumn
{
	AttrNumber	attnum;
	BvClassSet	classes;
	BvBlank		blank;
} BvLabelledColumn;

/* The labelled columns of one relation, by attnum; lives in the label cache. */
typedef struct BvLabels
{
	Oid			relid;
	int			count;
	BvLabelledColumn column[FLEXIBLE_ARRAY_MEMBER];
} BvLabels;

/*
 * The labels that hold for a relation: its own, a view's from its base
 * columns, a partition's from its topmost parent where it has none itself.
 * Valid until the next catalogue invalidation: do not keep across one.
 */
extern const BvLabels *bv_labels_of(Oid relid);

/* Registers the label provider "breachvalue"; called once from _PG_init. */
extern void bv_label_init(void);

#endif							/* BV_LABEL_H */
