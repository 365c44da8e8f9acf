/*
 * label.h: what the columns of a relation hold, as their security labels say
 */
#ifndef BV_LABEL_H
#define BV_LABEL_H

#include "access/attnum.h"
#include "nodes/parsenodes.h"

#include "class_name.h"
#include "class_set.h"
#include "label_parser.h"

#define BV_LABEL_PROVIDER "breachvalue"

/* How to tell that a value is there at all. */
typedef enum BvBlank
{
	BV_BLANK_NEVER,				/* not null is enough */
	BV_BLANK_TEXT,				/* a string of white space alone is nothing */
	BV_BLANK_PARTS				/* there must be something in it: arrays, json, rows */
} BvBlank;

/* What the label of a column says. */
typedef struct BvColumnLabel
{
	const char *text;
	bool		plain;			/* whatever is there holds all of the classes */
	BvClassSet	classes;		/* any that it may hold; none for not_personal */
	BvClassSet	may_hold;		/* what may be within its text beside them */
	bool		has_protected;	/* some of them is protected */
	char		protection[BV_WORD_SIZE];	/* how all are, where it is plain; or empty */
} BvColumnLabel;

typedef struct BvLabelledColumn
{
	AttrNumber	attnum;
	Oid			type;
	BvColumnLabel label;
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

/* A copy in the current memory context, to be kept for longer. */
extern BvLabels *bv_copy_labels(const BvLabels *labels);

/* The relations that it inherits from, or is a partition of. */
extern List *bv_parents_of(Oid relid);

/* Changes whenever something that bv_labels_of() has returned may have. */
extern uint64 bv_label_generation(void);

/* How to tell that a value of a type is there. */
extern BvBlank bv_blank_of_type(Oid type);

/* What a label is worth now, the best first. */
typedef enum BvLabelFit
{
	BV_FIT_OK,
	BV_FIT_NO_LABEL,			/* a later version wrote it, or another hand */
	BV_FIT_PROTECTION_MISSING,	/* the label holds, and its classes count in full */
	BV_FIT_VALIDATOR_UNUSABLE,	/* the same, and values are not of its class: label_status() alone asks */
	BV_FIT_CLASS_MISSING,
	BV_FIT_TYPE_CHANGED,
	BV_FIT_TABLE_MISSING,		/* the table of the subject */
	BV_FIT_SUBJECT_MISSING,		/* a column of either, or they cannot be compared */
	BV_FIT_SUBJECT_NOT_PERMITTED,	/* to the owner of the labelled table */
	BV_FIT_SUBJECT_FAR,			/* at the end of too long a chain, or in none */
	BV_FIT_ON_PARTITION,		/* whose rows are counted by the labels of its parent */
	BV_FIT_CONDITION_INVALID
} BvLabelFit;

/*
 * Reads the label of a column of that type; label->text is the text itself.
 * What does not fit is no label: then there is a sentence about it in detail.
 */
extern BvLabelFit bv_read_label(const char *text, Oid type, BvColumnLabel *label,
								char **detail);

/*
 * The classes that a part of a label names, and how they are protected: empty
 * where they are not, or by what can be no name.
 */
extern BvClassSet bv_classes_of_part(const BvLabel *label, const BvLabelPart *part,
									 char protection[BV_WORD_SIZE]);

/* Does what has such a label count, though perhaps not as it says? */
static inline bool
bv_label_holds(BvLabelFit fit)
{
	return fit == BV_FIT_OK || fit == BV_FIT_PROTECTION_MISSING;
}

/* Raises what is wrong with the label of a column, if anything is. */
extern void bv_check_label(const char *text, Oid type);

/* Registers the label provider; called once from _PG_init. */
extern void bv_label_init(void);

/* Has the cache hear of changes; called by bv_label_init(). */
extern void bv_label_cache_init(void);

/*
 * Between label_cache.c and label_view.c: one look-up of a relation's labels in
 * progress, and the labels of another relation's columns on behalf of it.
 */
typedef struct BvLabelLookup BvLabelLookup;

extern bool bv_label_of_base_column(BvLabelLookup *lookup, Oid relid,
									AttrNumber attnum, BvColumnLabel *label);

/* The label that column resno of a view's query carries; false if none. */
extern bool bv_label_of_view_column(BvLabelLookup *lookup, Query *query,
									AttrNumber resno, BvColumnLabel *label);

#endif							/* BV_LABEL_H */
