/*
 * recognize_sum.c: which of the check sums of all schemes come out for a number
 *
 * What each digit adds to the sums is looked up for all of them at once: sixteen
 * sums in bytes to a vector, eight that are too large for that.
 */
#include "recognize.h"

#include <string.h>

#include "vector.h"
#include "recognize_index.h"

/* The lanes with a sum, a bit each. */
static inline uint32_t
first_lanes(int count)
{
	return (uint32_t) ((UINT64_C(1) << count) - 1);
}

/* Those that hold without a sum: two checks that are none are made once for all who want them. */
static inline uint32_t
without_sum(const Lanes *lanes, const BvNumber *number, uint32_t wanted)
{
	uint32_t	hold = ~first_lanes(lanes->narrow + lanes->wide);

	if ((lanes->verhoeff & wanted) != 0)
		hold &= ~lanes->verhoeff | -(uint32_t) bv_verhoeff(number->digit, number->count);
	if ((lanes->mod_11_10 & wanted) != 0)
		hold &= ~lanes->mod_11_10 | -(uint32_t) bv_mod_11_10(number->digit, number->count);
	return hold & first_lanes(lanes->count);
}

uint32_t
bv_lanes_that_hold_plain(const BvNumber *number, uint32_t wanted)
{
	const Lanes *lanes = &bv_recognize.lanes[number->count];
	const NarrowSums *narrow = &lanes->narrow_sums;
	const WideSums *wide = &lanes->wide_sums;
	bool		zero = number->digit[number->count - 1] == 0;
	uint32_t	hold = 0;

	if (!bv_recognize.built)
		bv_recognize_build();
	for (int i = 0; i < lanes->narrow; i++)
	{
		unsigned	sum = narrow->start[i];

		for (int place = 0; place < number->count; place++)
			sum += narrow->term[place][number->digit[place]][i];
		sum %= narrow->times[REDUCTIONS - 1][i];
		hold |= (uint32_t) (sum == 0 || (zero && sum == narrow->if_zero[i])) << i;
	}
	for (int i = 0; i < lanes->wide; i++)
	{
		unsigned	sum = wide->start[i];

		for (int place = 0; place < number->count; place++)
			sum += wide->term[place][number->digit[place]][i];
		sum %= wide->modulus[i];
		hold |= (uint32_t) (sum == 0 || (zero && sum == wide->if_zero[i])) << (lanes->narrow + i);
	}
	return (hold | without_sum(lanes, number, UINT32_MAX)) & wanted;
}

#ifdef __SSE2__

/* The narrow sums that hold, a bit each, of the first sixteen lanes or of all. */
static inline __attribute__((always_inline)) uint32_t
add_narrow(const NarrowSums *sums, const BvNumber *number, bool all, __m128i if_zero)
{
	__m128i		low = _mm_load_si128((const __m128i *) sums->start);
	__m128i		high = _mm_load_si128((const __m128i *) (sums->start + 16));
	const unsigned char *digit = number->digit;
	const unsigned char *end = digit + number->count;
	const uint8_t (*terms)[10][LANES_MAX] = sums->term;
	uint32_t	hold;

	for (; digit < end; digit += 4, terms += 4)
	{
#pragma GCC unroll 4
		for (int i = 0; i < 4; i++)
		{
			const __m128i *term = (const __m128i *) terms[i][digit[i]];

			low = _mm_add_epi8(low, _mm_load_si128(term));
			if (all)
				high = _mm_add_epi8(high, _mm_load_si128(term + 1));
		}
	}
#pragma GCC unroll 5
	for (int i = 0; i < REDUCTIONS; i++)
	{
		const __m128i *times = (const __m128i *) sums->times[i];

		/* what would be below 0 is above 255 */
		low = _mm_min_epu8(low, _mm_sub_epi8(low, _mm_load_si128(times)));
		if (all)
			high = _mm_min_epu8(high, _mm_sub_epi8(high, _mm_load_si128(times + 1)));
	}
	low = _mm_or_si128(_mm_cmpeq_epi8(low, _mm_setzero_si128()),
					   _mm_and_si128(if_zero, _mm_cmpeq_epi8(low, _mm_load_si128((const __m128i *) sums->if_zero))));
	hold = _mm_movemask_epi8(low);
	if (all)
	{
		high = _mm_or_si128(_mm_cmpeq_epi8(high, _mm_setzero_si128()),
							_mm_and_si128(if_zero, _mm_cmpeq_epi8(high, _mm_load_si128((const __m128i *) (sums->if_zero + 16)))));
		hold |= (uint32_t) _mm_movemask_epi8(high) << 16;
	}
	return hold;
}

/* The wide sums that hold, a bit each. */
static inline uint32_t
add_wide(const WideSums *sums, const BvNumber *number, __m128i if_zero)
{
	__m128i		modulus = _mm_load_si128((const __m128i *) sums->modulus);
	__m128i		sum = _mm_load_si128((const __m128i *) sums->start);
	const unsigned char *digit = number->digit;
	const unsigned char *end = digit + number->count;
	const uint16_t (*terms)[10][WIDE_MAX] = sums->term;
	__m128i		left;
	__m128i		hold;

	for (; digit < end; digit += 4, terms += 4)
	{
#pragma GCC unroll 4
		for (int i = 0; i < 4; i++)
			sum = _mm_add_epi16(sum, _mm_load_si128((const __m128i *) terms[i][digit[i]]));
	}
	left = _mm_mulhi_epu16(sum, _mm_load_si128((const __m128i *) sums->reciprocal));
	left = _mm_sub_epi16(sum, _mm_mullo_epi16(left, modulus));
	/* the quotient may have been one too small */
	left = _mm_sub_epi16(left, _mm_andnot_si128(_mm_cmpgt_epi16(modulus, left), modulus));
	hold = _mm_or_si128(_mm_cmpeq_epi16(left, _mm_setzero_si128()),
						_mm_and_si128(if_zero, _mm_cmpeq_epi16(left, _mm_load_si128((const __m128i *) sums->if_zero))));
	return _mm_movemask_epi8(_mm_packs_epi16(hold, _mm_setzero_si128()));
}

uint32_t
bv_lanes_that_hold(const BvNumber *number, uint32_t wanted)
{
	const Lanes *lanes = &bv_recognize.lanes[number->count];
	__m128i		if_zero = _mm_set1_epi8(number->digit[number->count - 1] == 0 ? -1 : 0);
	uint32_t	narrow = first_lanes(lanes->narrow) & wanted;
	uint32_t	hold = 0;

	if (!bv_recognize.built)
		bv_recognize_build();
	if (narrow >> 16 != 0)
		hold = add_narrow(&lanes->narrow_sums, number, true, if_zero);
	else if (narrow != 0)
		hold = add_narrow(&lanes->narrow_sums, number, false, if_zero);
	if ((first_lanes(lanes->wide) << lanes->narrow & wanted) != 0)
		hold |= add_wide(&lanes->wide_sums, number, if_zero) << lanes->narrow;
	return (hold | without_sum(lanes, number, wanted)) & wanted;
}

#else

uint32_t
bv_lanes_that_hold(const BvNumber *number, uint32_t wanted)
{
	return bv_lanes_that_hold_plain(number, wanted);
}

#endif							/* __SSE2__ */
