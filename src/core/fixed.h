/*
 * fixed.h: ln and exp of decimals in binary fixed point; for power.c alone
 *
 * 384 bits behind the point (2^-384 = 10^-115.6), 64 before it, no sign.
 * Everything is integer arithmetic, so the digits do not depend on a machine's
 * floating point or mathematical library.
 */
#ifndef BV_FIXED_H
#define BV_FIXED_H

#include "decimal.h"

#define BV_FIXED_LIMBS	7

typedef struct BvFixed
{
	uint64_t	limb[BV_FIXED_LIMBS];	/* lowest first */
} BvFixed;

/* |a|; BV_OUT_OF_RANGE from 2^64 on. */
extern BvStatus bv_fixed_from_decimal(BvFixed *result, const BvDecimal *a);

/* (-1)^negative * a * 10^(9 * exponent), to 117 digits behind a's point */
extern BvStatus bv_fixed_to_decimal(BvDecimal *result, bool negative, const BvFixed *a,
									int exponent);

/* a * b, too small by less than 2^-380; true when it does not fit. */
extern bool bv_fixed_multiply(BvFixed *result, const BvFixed *a, const BvFixed *b);

/* |ln a| and its sign, for a > 0; absolute error below 2^-360 + |a's exponent| 2^-384 */
extern void bv_fixed_ln(BvFixed *result, bool *negative, const BvDecimal *a);

/* e^y or e^-y, to BV_WORKING_DIGITS; 0 or BV_OUT_OF_RANGE where y is beyond 2^24 */
extern BvStatus bv_fixed_exp(BvDecimal *result, bool negative, const BvFixed *y);

#endif							/* BV_FIXED_H */
