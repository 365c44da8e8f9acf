/*
 * held_text.h: which classes a value holds that is text, by what its label says
 */
#ifndef BV_HELD_TEXT_H
#define BV_HELD_TEXT_H

#include "class.h"
#include "label_parser.h"

/* How much of a text is searched for classes within it, in bytes. */
#define BV_HELD_TEXT_LIMIT	(64 * 1024)

/* Is the value one of the class?  False where a value cannot tell. */
typedef bool (*BvClassTest) (const BvClass *class, const char *value, size_t length);

/* What a label says of one value; of names that are classes. */
typedef struct BvHeldText
{
	BvClassTest accepts;		/* for classes of the catalogue and others */
	BvClassSet	classes;		/* held by any value, if there are no alternatives */
	int			alternative_count;
	const BvClass **alternative;	/* the first is in classes */
	int			absent_count;
	BvLabelSlice *absent;		/* trimmed */
	int			carried_count;
	const BvClass **carried;	/* may be within it */
} BvHeldText;

/* Text without the white space around it. */
extern BvLabelSlice bv_trimmed(const char *text, size_t length);

/* Adds the classes that the value holds. */
extern void bv_hold_text(const BvHeldText *said, const char *text, size_t length,
						 BvClassSet *held);

#endif							/* BV_HELD_TEXT_H */
