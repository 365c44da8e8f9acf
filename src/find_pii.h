/* find_pii.h: identifiers inside text of the server's encoding */
#ifndef BV_FIND_PII_H
#define BV_FIND_PII_H

#include "find.h"

/* Begins a search in text of the server's encoding; wanted NULL: all classes. */
extern void bv_find_begin_text(BvFinder *finder, const char *text, size_t length,
							   const BvClassSet *wanted);

/* The next find; false at the end. Can be interrupted. */
extern bool bv_find_next_text(BvFinder *finder, BvFound *found);

/* How many characters so many bytes are, which end with a character. Can be interrupted. */
extern int	bv_characters(const char *text, size_t length);

#endif							/* BV_FIND_PII_H */
