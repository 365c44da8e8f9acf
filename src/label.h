/*
 * label.h: what the columns of a relation hold, as their security labels say
 */
#ifndef BV_LABEL_H
#define BV_LABEL_H

#include "access/attnum.h"
#include "nodes/parsenodes.h"

#include "class_set.h"

#define BV_LABEL_PROVIDER "breachvalue"

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
	int			reviewed;		/* columns with a label, not_personal among them */
	int			count;
	BvLabelledColumn column[FLEXIBLE_ARRAY_MEMBER];
} BvLabels;

/*
 * The labels that hold for a relation: its own, and for columns without one
 * a view's from its base columns, a partition's or an inheritance child's
 * from its topmost ancestor that has one.  Valid until the next catalogue
 * invalidation: do not keep across one.
 */
extern const BvLabels *bv_labels_of(Oid relid);

/* Changes whenever something that bv_labels_of() has returned may have. */
extern uint64 bv_label_generation(void);

/* How to tell that a value of a type is there. */
extern BvBlank bv_blank_of_type(Oid type);

/*
 * The classes that a label in the catalogue speaks of: none for not_personal.
 * False when it cannot be read: a later version wrote it, or its class is gone.
 */
extern bool bv_read_label(const char *text, BvClassSet *classes);

/* Registers the label provider; called once from _PG_init. */
extern void bv_label_init(void);

/* Has the cache hear of changes; called by bv_label_init(). */
extern void bv_label_cache_init(void);

/*
 * Between label_cache.c and label_view.c: one look-up of a relation's labels in
 * progress, and the class sets of another relation's columns on behalf of it.
 */
typedef struct BvLabelLookup BvLabelLookup;

extern bool bv_label_of_base_column(BvLabelLookup *lookup, Oid relid,
									AttrNumber attnum, BvClassSet *classes);

/* The label that column resno of a view's query carries; false if none. */
extern bool bv_label_of_view_column(BvLabelLookup *lookup, Query *query,
									AttrNumber resno, BvClassSet *classes);

#endif							/* BV_LABEL_H */
