/* held.h: which classes a value holds, by the label of its column */
#ifndef BV_HELD_H
#define BV_HELD_H

#include "class_name.h"
#include "compat.h"
#include "label.h"

/* What there is to be looked at in the values of a column. */
typedef struct BvHeldRule BvHeldRule;

/*
 * The rule for the values of a type, in the current memory context; NULL where
 * the classes are held by whatever is not null and not blank.  The label is
 * NULL where the classes alone are known.  What a label says is held by its name
 * among names; those may be NULL if nobody asks which classes are held.
 */
extern BvHeldRule *bv_held_rule(const char *label, const BvClassSet *classes, Oid type,
								BvNameTable *names);

/* The classes that a value holds, which is not null. */
extern BvClassSet bv_held_by_rule(BvHeldRule *rule, Datum value);

/* A value as text, as rules look at it; NULL for arrays, json and rows. */
extern char *bv_text_of_value(Oid type, Datum value);

/*
 * Text of white space alone.  That is decided from its first megabyte: what is
 * white space so far and goes on behind that is taken to hold something.
 */
extern bool bv_is_white_space(struct varlena *text);

static inline bool
bv_is_blank_text(Datum value)
{
	struct varlena *text = (struct varlena *) DatumGetPointer(value);

	if (!VARATT_IS_EXTERNAL(text) && !VARATT_IS_COMPRESSED(text) &&
		VARSIZE_ANY_EXHDR(text) > 0 && *(unsigned char *) VARDATA_ANY(text) > ' ')
		return false;
	return bv_is_white_space(text);
}

#endif							/* BV_HELD_H */
