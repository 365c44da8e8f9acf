/*
 * pass_rate.h: how often values pass validators that are not their own
 *
 * A check digit in ten passes by luck, and a number that truly is of one class
 * often passes as another: whoever weighs evidence has to know how often.  Both
 * are measured on made-up values, by "make rates".
 */
#ifndef BV_PASS_RATE_H
#define BV_PASS_RATE_H

#include "class.h"

/*
 * The share of the true values of one class that the validator of another
 * takes: 1 for its own, 0 when the other has none, and 0 rather than less than
 * BV_PASS_RATE_MIN.
 */
#define BV_PASS_RATE_MIN	0.0005
extern double bv_pass_rate(const BvClass *true_class, const BvClass *tested);

/*
 * Rates above 0, and of each class with itself, in order of true class, then of
 * the class tested.
 */
typedef struct BvPassRate
{
	uint8_t		true_class;		/* number */
	uint8_t		tested;			/* number */
	float		rate;
} BvPassRate;

extern const BvPassRate bv_pass_rates[];	/* pass_rate_table.c */
extern const int bv_pass_rate_count;

#endif							/* BV_PASS_RATE_H */
