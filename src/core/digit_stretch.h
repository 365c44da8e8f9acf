/*
 * digit_stretch.h: text that has no number of so many digits in it
 *
 * To look for a class whose values are all numbers, it is enough to look at text
 * in which as many digits as the shortest of them has follow each other without a
 * letter between, on one line or over its end.  Hardly any prose has them.
 */
#ifndef BV_DIGIT_STRETCH_H
#define BV_DIGIT_STRETCH_H

#include <stdbool.h>
#include <stddef.h>

#include "class_set.h"

/*
 * How many digits any value of these classes has at least; 0 when there is a class
 * among them whose values are not all numbers, or that is not built in.
 */
extern int	bv_stretch_least(const BvClassSet *classes);

/*
 * Is there a stretch with at least so many digits, of characters before the letters of
 * ASCII, or anything beyond ASCII, which may stand for digits?
 */
extern bool bv_has_stretch(const char *text, size_t length, int least);
extern bool bv_has_stretch_portable(const char *text, size_t length, int least);

#endif							/* BV_DIGIT_STRETCH_H */
