/*
 * recognize.h: what recognize.c is made of, for tests that compare its paths
 */
#ifndef BV_RECOGNIZE_H
#define BV_RECOGNIZE_H

#include <stdbool.h>
#include <stdint.h>

#include "number.h"
#include "vector.h"

/* Pairs of digits as numbers: the first and the second, the second and the third, and so on. */
static inline void
bv_read_pairs(const BvNumber *number, unsigned char pair[32])
{
#ifdef __SSE2__
	__m128i		low = _mm_loadu_si128((const __m128i *) number->digit);
	__m128i		high = _mm_loadu_si128((const __m128i *) (number->digit + 16));
	__m128i		next = _mm_or_si128(_mm_srli_si128(low, 1), _mm_slli_si128(high, 15));

	/* ten times a digit is 8 and 2 times: none of it gets into the next byte */
	low = _mm_add_epi8(_mm_slli_epi16(low, 3), _mm_slli_epi16(low, 1));
	_mm_storeu_si128((__m128i *) pair, _mm_add_epi8(low, next));
	next = _mm_srli_si128(high, 1);
	high = _mm_add_epi8(_mm_slli_epi16(high, 3), _mm_slli_epi16(high, 1));
	_mm_storeu_si128((__m128i *) (pair + 16), _mm_add_epi8(high, next));
#else
	for (int i = 0; i < 31; i++)
		pair[i] = 10 * number->digit[i] + number->digit[i + 1];
	pair[31] = 0;
#endif
}

/*
 * Which of the wanted lanes (rows of all schemes for numbers of so many digits) have
 * a sum that comes out, or none, and pairs of digits that the number has; a bit
 * each.  The function of those in ask is to be asked, of a number of more than one
 * digit.  The same by vectors or without them.
 */
extern uint32_t bv_lanes_that_hold(const BvNumber *number, const unsigned char *pair, uint32_t wanted,
								   uint32_t *ask);
extern uint32_t bv_lanes_that_hold_plain(const BvNumber *number, uint32_t wanted, uint32_t *ask);

/*
 * A plan (recognize_plan.h) is made for one of so many pictures that are seen
 * again; tests set it to 1, so that what they see twice has one.
 */
extern unsigned bv_plan_patience;

#endif							/* BV_RECOGNIZE_H */
