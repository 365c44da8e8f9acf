/*
 * made_value.h: made-up values of every class that a value can show
 *
 * Two kinds of text are made for a class.  True values look as its real values
 * do, and are valid: a pattern with the rough form (dates that can be, codes
 * that are in use) gives candidates, and the class's own validator, if it has
 * one, says which of them have the right check digits.  Shapes are what rival columns hold that
 * look alike at first sight: digits and letters at the same places, all equally
 * likely, without what only values of the class have.  How many of those are
 * valid is the chance of the class.
 */
#ifndef MADE_VALUE_H
#define MADE_VALUE_H

#include "class.h"
#include "pattern.h"

#define MADE_PATTERNS_MAX	8

typedef struct MadeClass
{
	const char *class_name;
	const char *truth[MADE_PATTERNS_MAX];	/* equally likely */
	const char *shape[MADE_PATTERNS_MAX];	/* none of them better than another */
} MadeClass;

extern const MadeClass made_classes[];
extern const int made_class_count;

/* How values of a class are made, or NULL. */
extern const MadeClass *made_class_of(const BvClass *class);

/*
 * Makes a true value of the class, not terminated; returns its length, or 0
 * when none was found among 200,000 candidates.
 */
extern size_t made_value(const BvClass *class, uint64_t *seed, char text[PATTERN_TEXT_MAX]);

/*
 * Of so many true values of the class, how many are of each class, by its number;
 * returns how many could be made.
 */
extern int	made_passes(const BvClass *class, uint64_t seed, int values, int passed[BV_CLASS_LIMIT]);

/*
 * The share of text of a pattern that the class, which has a validator, takes,
 * of that many at most: fewer do where many pass.
 */
extern double made_share(const BvClass *class, const char *pattern, uint64_t *seed, int tries);

/* The same for that shape of the class that passes most easily. */
extern double made_chance(const BvClass *class, uint64_t *seed, int tries);

#endif							/* MADE_VALUE_H */
