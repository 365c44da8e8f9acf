/*
 * recognize.h: what recognize.c is made of, for tests that compare its paths
 */
#ifndef BV_RECOGNIZE_H
#define BV_RECOGNIZE_H

#include <stdbool.h>
#include <stdint.h>

#include "number.h"

/*
 * Which of the lanes (rows of all schemes for numbers of so many digits) have a
 * sum that comes out, a bit each; of those whose sums in blocks (recognize_index.h)
 * are wanted, or also of others.  The same by vectors or without them.
 */
extern uint64_t bv_sums_that_hold(const BvNumber *number, uint64_t wanted);
extern uint64_t bv_sums_that_hold_plain(const BvNumber *number, uint64_t wanted);

/*
 * A plan (recognize_plan.h) is made for one of so many pictures that are seen
 * again; tests set it to 1, so that what they see twice has one.
 */
extern unsigned bv_plan_patience;

#endif							/* BV_RECOGNIZE_H */
