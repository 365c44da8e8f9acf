/*
 * recognize_plan.h: what there is to do for values of one picture
 *
 * Private to recognize.c and recognize_plan.c.  A plan follows from the picture
 * alone: it is made when a picture is seen for the second time, and kept while
 * there is room.  So what does not depend on the characters themselves is done
 * once for a column of values that look alike, and a class that no value of the
 * picture can be of costs nothing.
 */
#ifndef BV_RECOGNIZE_PLAN_H
#define BV_RECOGNIZE_PLAN_H

#include "picture.h"
#include "recognize_index.h"

#define PLAN_CODES_MAX	30

#define PLAN_NOTES_MAX	2

/* What a validator noted of the picture. */
typedef struct PlanNote
{
	unsigned	note;
	int			number;			/* of the class */
} PlanNote;

typedef struct Plan
{
	BvPicture	picture;
	Classes		sure;			/* which all values of the picture are of */
	Classes		ask;			/* whose validators are to be asked; second forms apart */
	bool		asks;			/* there are some */
	uint64_t	summed;			/* if it is a number: the lanes whose sum may come out, */
	uint64_t	sums;			/* the sums in blocks that they have, */
	uint64_t	without_sum;	/* and the lanes to be asked anyway */
	uint64_t	layout;			/* of the separators of a number */
	bool		number;			/* it is one, or looks like one */
	uint8_t		digits;			/* where there are no letters; 0 where there are, or too many */
	uint8_t		characters;		/* of a code, letters and digits */
	uint8_t		notes;
	PlanNote	note[PLAN_NOTES_MAX];
	uint8_t		codes;			/* patterns of codes that it has */
	uint16_t	code[PLAN_CODES_MAX];
	uint8_t		place[BV_PICTURE_MAX];	/* where digits, and letters if any, are */
} Plan;

/* The plan for values of that picture, none of whose bytes are high; or NULL. */
extern const Plan *bv_plan_of(const BvPicture *picture);

#endif							/* BV_RECOGNIZE_PLAN_H */
