/*
 * recognize_plan.h: what there is to do for values of one picture
 *
 * Private to recognize.c and recognize_plan.c.  A plan follows from the picture
 * alone: it is made for one of so many pictures (bv_plan_patience) that are seen
 * again, and kept while there is room.  So what does not depend on the characters themselves is done
 * once for a column of values that look alike, and a class that no value of the
 * picture can be of costs nothing.
 */
#ifndef BV_RECOGNIZE_PLAN_H
#define BV_RECOGNIZE_PLAN_H

#include "picture.h"
#include "recognize_index.h"

#define PLAN_CODES_MAX	30

#define PLAN_NOTES_MAX	3
#define PLAN_GAPS_MAX	15

/* What a validator noted of the picture. */
typedef struct PlanNote
{
	bool		(*is_valid) (const char *value, size_t len, const BvNumber *digits, unsigned note);
	unsigned	note;
	int			number;			/* of the class */
} PlanNote;

typedef struct Plan
{
	BvPicture	picture;
	bool		asks;			/* there are validators to ask, */
	bool		reads;			/* and lanes or notes that want the digits */
	bool		number;			/* it is one, or looks like one */
	uint8_t		digits;			/* where there are no letters; 0 where there are, or too many */
	uint8_t		characters;		/* of a code, letters and digits */
	uint8_t		notes;
	uint8_t		codes;			/* patterns of codes that it has */
	Classes		sure;			/* which all values of the picture are of */
	Classes		ask;			/* whose validators are to be asked; second forms apart */
	Classes		various;		/* which all are of but one digit repeated */
	uint32_t	lanes;			/* if it is a number: those that it may be of, a bit each */
	uint64_t	layout;			/* of the separators of a number */
	PlanNote	note[PLAN_NOTES_MAX];
	uint8_t		gaps;			/* what is neither digit nor letter, the last first; not where too much is */
	uint8_t		gap[PLAN_GAPS_MAX];
	uint32_t	letters;		/* which characters of a code are, a bit each */
	uint16_t	code[PLAN_CODES_MAX];	/* those to be asked */
} Plan;

/* A column has few pictures; where it has many, most are seen but once. */
#define PLAN_SETS	1024		/* powers of 2 */
#define PLAN_WAYS	2			/* plans in a set */

extern Plan bv_plans[PLAN_SETS][PLAN_WAYS];

/* Makes the plan of a picture that was seen before; or NULL. */
extern const Plan *bv_make_plan(const BvPicture *picture, uint64_t hash);

/* Of the value before: in a column it is the same again and again, and need not be looked for. */
extern const Plan *bv_last_plan;

/* The plan for values of that picture, none of whose bytes are high; or NULL where none was made. */
static inline const Plan *
known_plan(const BvPicture *picture, uint64_t hash)
{
	const Plan *plan = bv_plans[hash % PLAN_SETS];

	for (int way = 0; way < PLAN_WAYS; way++)
	{
		if (bv_same_picture(&plan[way].picture, picture))
			return bv_last_plan = &plan[way];
	}
	return NULL;
}

/* The same; what was seen before may have one from now on. */
static inline const Plan *
plan_of(const BvPicture *picture)
{
	uint64_t	hash = bv_picture_hash(picture);
	const Plan *plan = known_plan(picture, hash);

	return plan != NULL ? plan : bv_make_plan(picture, hash);
}

#endif							/* BV_RECOGNIZE_PLAN_H */
