/*
 * find_near.h: how near a word that speaks of a class is to the number
 *
 * Private to find_near.c and find_context.c.
 */
#ifndef BV_FIND_NEAR_H
#define BV_FIND_NEAR_H

#include "find_text.h"

/* What is between a word and the number; a mask.  0: more than that, or another number. */
#define BV_NEAR				0x01	/* nothing but such words as "is", "of the" and "no." */
#define BV_NEAR_BUT_ONE		0x02	/* the same, and another word */
#define BV_NEAR_MARKED		0x04	/* a colon or such words: it says what follows */
#define BV_NEAR_RIGHT		0x10	/* with BV_NEAR: nothing but "is", "no." and the like */
#define BV_NEAR_IN_PROSE	0x08	/* with BV_NEAR: nothing that only code and tables have */

/* Of a word that ends there and a number that begins there, in the same text. */
extern int	bv_find_nearness(const char *text, int end, int start);

/* Are words one name that end and begin there?  "social security", but no "f(one)". */
extern bool bv_find_may_join(const char *text, int end, int begin);

/* Adds what words beyond Latin speak of, which need not have spaces around them. */
extern void bv_find_foreign(BvFinder *finder, size_t start, BvFindContext *context);

#endif							/* BV_FIND_NEAR_H */
