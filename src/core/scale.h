/*
 * scale.h: powers of ratios, exact wherever they are finite; for value*.c alone
 */
#ifndef BV_SCALE_H
#define BV_SCALE_H

#include "decimal.h"

/* Digits of quotients that go into a logarithm. */
#define BV_RATIO_DIGITS	(BV_WORKING_DIGITS + 9)

/* Roots of ratios are kept to so many places: their sums are exact, whatever the order. */
#define BV_ROOT_PLACES	BV_WORKING_DIGITS

/* Leaves the function when a step fails. */
#define BV_TRY(step) \
	do { \
		BvStatus	try_status = (step); \
		if (try_status != BV_OK) \
			return try_status; \
	} while (0)

/* 1 / a, to BV_RATIO_DIGITS */
extern BvStatus bv_reciprocal(BvDecimal *result, const BvDecimal *a);

/* a - 1 */
extern BvStatus bv_less_one(BvDecimal *result, const BvDecimal *a);

/* What is given to callers: all digits of an exact result, 40 of another. */
extern BvStatus bv_hand_out(BvDecimal *result, bool exact);

/*
 * base * (a/b)^power for whole a, b >= 1; exact when it is a finite decimal,
 * otherwise to BV_WORKING_DIGITS, and exact says which.
 */
extern BvStatus bv_scale_by_power(BvDecimal *result, bool *exact, const BvDecimal *base,
								  uint64_t a, uint64_t b, const BvDecimal *power);

/* Amount, exponent and counts within their domains? */
extern bool bv_arguments_are_valid(const BvDecimal *amount, int64_t records,
								   const BvDecimal *exponent, int64_t reference_records);

/* w n (n/n0)^(m-1) as bv_scale_by_power gives it: not rounded yet when not exact */
extern BvStatus bv_equal_records(BvDecimal *value, bool *exact, const BvDecimal *price,
								 uint64_t records, const BvDecimal *exponent,
								 uint64_t reference_records);

/*
 * V^(1/m) and Q^m, or BV_INEXACT when that is not a finite decimal, or not
 * easily seen to be.
 */
extern BvStatus bv_mass_exact(BvDecimal *mass, const BvDecimal *value,
							  const BvDecimal *exponent);
extern BvStatus bv_value_of_mass_exact(BvDecimal *value, const BvDecimal *mass,
									   const BvDecimal *exponent);

/*
 * How many equal shares are as uneven as some shares r_i: their Hill number of
 * order t, from powers = sum r_i^t and whole = sum r_i,
 *
 *     (powers / whole^t)^(1/(1-t))
 *
 * and for t = 1 its limit, exp of the entropy, from powers = sum r_i ln r_i.
 */
extern BvStatus bv_hill_number(BvDecimal *number, const BvDecimal *powers,
							   const BvDecimal *whole, const BvDecimal *order);

/* Is an order so near 1 that only the limit keeps 40 digits right? */
extern bool bv_order_is_one(const BvDecimal *order);

#endif							/* BV_SCALE_H */
