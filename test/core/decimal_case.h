/* decimal_case.h: made-up numbers, and decimals that are compared, for the plain C tests */
#ifndef DECIMAL_CASE_H
#define DECIMAL_CASE_H

#include <stdbool.h>
#include <stdint.h>

#include "decimal.h"

/* xorshift64: the same numbers on every run */
static uint64_t random_state = UINT64_C(88172645463325252);

static uint64_t
random_number(uint64_t below)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return random_state % below;
}

static int
equal(const BvDecimal *a, const BvDecimal *b)
{
	return bv_decimal_compare(a, b) == 0;
}

/* |a - b| <= 10^-digits * |b| */
static int
near(const BvDecimal *a, const BvDecimal *b, int digits)
{
	BvDecimal	difference;
	BvDecimal	limit;

	if (bv_decimal_subtract(&difference, a, b) != BV_OK ||
		bv_decimal_shift(&limit, b, -digits) != BV_OK)
		return 0;
	difference.negative = false;
	limit.negative = false;
	return bv_decimal_compare(&difference, &limit) <= 0;
}

#endif							/* DECIMAL_CASE_H */
