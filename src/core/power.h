/*
 * power.h: ln, exp and powers of decimals, the same digits on every machine
 *
 * Integer arithmetic only.  Results are rounded to BV_WORKING_DIGITS (108)
 * significant digits; where a function says "absolute", an error counts from
 * the point instead.
 */
#ifndef BV_POWER_H
#define BV_POWER_H

#include "decimal.h"

/*
 * Called before each power, the long step of any long loop.  It does nothing,
 * unless the program has one of its own, which may leave by a longjmp.
 */
extern void bv_interruption_point(void);

/* a > 0; absolute error below 10^-107 */
extern BvStatus bv_decimal_ln(BvDecimal *result, const BvDecimal *a);

/* Relative error below 10^-107. */
extern BvStatus bv_decimal_exp(BvDecimal *result, const BvDecimal *a);

/*
 * ln(1 + a) and exp(a) - 1 for small a too: at least 85 significant digits,
 * however small.  a > -1
 */
extern BvStatus bv_decimal_log1p(BvDecimal *result, const BvDecimal *a);
extern BvStatus bv_decimal_expm1(BvDecimal *result, const BvDecimal *a);

/*
 * base ^ exponent for base >= 0, relative error below (1 + |exponent|) * 10^-107;
 * 0 when it is too small to write down.
 */
extern BvStatus bv_decimal_power(BvDecimal *result, const BvDecimal *base,
								 const BvDecimal *exponent);

/* The exact n-th root of a >= 0, or BV_INEXACT when it is not a finite decimal. */
extern BvStatus bv_decimal_root_exact(BvDecimal *result, const BvDecimal *a, unsigned n);

/* The exact n-th root of a whole number, or false when it is not whole; n >= 1. */
extern bool bv_whole_root(uint64_t a, unsigned n, uint64_t *root);

#endif							/* BV_POWER_H */
