/*
 * normalize.h: a value as it is always written, to join and to count by
 */
#ifndef BV_NORMALIZE_H
#define BV_NORMALIZE_H

#include <stddef.h>

#include "class.h"

/* What a buffer must have room for, beside the bytes of the value. */
#define BV_NORMALIZE_EXTRA	64

/*
 * Writes the value, folded, as BvCanonical of its class says; not terminated.
 * Returns how many bytes, or -1 if the class can tell values and this is none.
 */
extern int	bv_normalize(const BvClass *class, const char *value, size_t len, char *result);

#endif							/* BV_NORMALIZE_H */
