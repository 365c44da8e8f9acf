/*
 * recognize.h: what recognize.c is made of, for tests that compare its paths
 */
#ifndef BV_RECOGNIZE_H
#define BV_RECOGNIZE_H

#include <stdbool.h>
#include <stddef.h>

#include "number.h"

/* A value at a glance: what BvForm is compared with. */
typedef struct BvGlance
{
	size_t		digits;
	size_t		letters;
	unsigned	kinds;			/* BV_SPACE and so on */
	uint32_t	digit;			/* which of the first 32 bytes are digits, */
	uint32_t	letter;			/* and which letters */
} BvGlance;

/* Looks at all bytes of a value; not for the longest ones. */
#define BV_GLANCE_MAX	2048

extern void bv_glance(const char *value, size_t len, BvGlance *glance);

/* The same, by the processor's vectors or without them. */
extern void bv_glance_plain(const char *value, size_t len, BvGlance *glance);

/*
 * Which of the lanes (rows of all schemes for numbers of so many digits) have a
 * sum that comes out; a bit each.  The same by vectors or without them.
 */
extern uint64_t bv_sums_that_hold(const BvNumber *number);
extern uint64_t bv_sums_that_hold_plain(const BvNumber *number);

#endif							/* BV_RECOGNIZE_H */
