/*
 * recognize.h: what recognize.c is made of, for tests that compare its paths
 */
#ifndef BV_RECOGNIZE_H
#define BV_RECOGNIZE_H

#include <stdbool.h>
#include <stdint.h>

#include "number.h"

/*
 * Which of the wanted lanes (rows of all schemes for numbers of so many digits) have
 * a sum that comes out, or none, and pairs of digits that the number has; a bit
 * each.  The function of those in ask is to be asked, of a number of more than one
 * digit.  The same by vectors or without them.
 */
extern uint32_t bv_lanes_that_hold(const BvNumber *number, uint32_t wanted, uint32_t *ask);
extern uint32_t bv_lanes_that_hold_plain(const BvNumber *number, uint32_t wanted, uint32_t *ask);

/*
 * A plan (recognize_plan.h) is made for one of so many pictures that are seen
 * again; tests set it to 1, so that what they see twice has one.
 */
extern unsigned bv_plan_patience;

#endif							/* BV_RECOGNIZE_H */
