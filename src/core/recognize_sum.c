/*
 * recognize_sum.c: which of the check sums of all schemes come out for a number
 *
 * Eight sums to a vector; Luhn's, which is the same for all that have it, once.
 */
#include "recognize.h"

#include <string.h>

#include "vector.h"
#include "recognize_index.h"

/* The lanes that have the sums. */
static inline uint64_t
lanes_of(const Lanes *lanes, uint64_t sums)
{
	uint64_t	hold = 0;

	for (; sums != 0; sums &= sums - 1)
		hold |= lanes->of_sum[__builtin_ctzll(sums)];
	return hold;
}

uint64_t
bv_sums_that_hold_plain(const BvNumber *number, uint64_t wanted)
{
	const Lanes *lanes = &bv_recognize.lanes[number->count];
	bool		zero = number->digit[number->count - 1] == 0;
	uint64_t	hold = 0;
	int			luhn = 0;

	if (!bv_recognize.built)
		bv_recognize_build();
	for (int first = 0; first < lanes->sums; first += LANES_IN_BLOCK)
	{
		const LaneBlock *block = &lanes->block[first / LANES_IN_BLOCK];

		if ((wanted >> first & 0xFF) == 0)
			continue;
		for (int i = 0; i < LANES_IN_BLOCK; i++)
		{
			int32_t		sum = block->offset[i];
			int			left;

			for (int pair = 0; pair < lanes->pairs; pair++)
				sum += number->digit[2 * pair] * block->weight[pair][i][0] +
					number->digit[2 * pair + 1] * block->weight[pair][i][1];
			left = sum % block->modulus[i];
			if (left == 0 || (zero && left == block->if_zero[i]))
				hold |= UINT64_C(1) << (first + i);
		}
	}
	hold = lanes_of(lanes, hold);
	for (int i = 0; i < number->count; i++)
	{
		int			digit = number->digit[i];

		luhn += (number->count - i) % 2 == 1 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
	}
	return hold | lanes->luhn[luhn % 10];
}

#ifdef __SSE2__

/* Luhn's sum over up to 26 digits, modulo 10. */
static inline unsigned
luhn_of(__m128i low, __m128i high, int count)
{
	/* every second digit from the right is doubled: 9 less where that has two digits */
	const __m128i twice = count % 2 == 0 ? _mm_set1_epi16(0x00FF) : _mm_set1_epi16((short) 0xFF00);
	const __m128i four = _mm_set1_epi8(4);
	const __m128i nine = _mm_set1_epi8(9);
	__m128i		sum = _mm_add_epi8(low, high);
	unsigned	total;

	low = _mm_and_si128(low, twice);
	high = _mm_and_si128(high, twice);
	sum = _mm_add_epi8(sum, _mm_add_epi8(low, high));
	sum = _mm_sub_epi8(sum, _mm_and_si128(_mm_cmpgt_epi8(low, four), nine));
	sum = _mm_sub_epi8(sum, _mm_and_si128(_mm_cmpgt_epi8(high, four), nine));
	sum = _mm_sad_epu8(sum, _mm_setzero_si128());
	total = _mm_cvtsi128_si32(sum) + _mm_extract_epi16(sum, 4);
	return total % 10;
}

/* The sums of a block that hold, a bit each, from pairs of digits that fill a vector each. */
static inline __attribute__((always_inline)) unsigned
sum_block(const LaneBlock *block, const __m128i *pair, int pairs, __m128i if_zero)
{
	__m128i		low = _mm_loadu_si128((const __m128i *) block->offset);
	__m128i		high = _mm_loadu_si128((const __m128i *) (block->offset + 4));
	__m128i		modulus = _mm_loadu_si128((const __m128i *) block->modulus);
	__m128i		sum;
	__m128i		left;
	__m128i		holds;

#pragma GCC unroll 13
	for (int i = 0; i < pairs; i++)
	{
		const __m128i *weight = (const __m128i *) block->weight[i];

		low = _mm_add_epi32(low, _mm_madd_epi16(pair[i], _mm_loadu_si128(weight)));
		high = _mm_add_epi32(high, _mm_madd_epi16(pair[i], _mm_loadu_si128(weight + 1)));
	}
	sum = _mm_packs_epi32(low, high);
	left = _mm_mulhi_epu16(sum, _mm_loadu_si128((const __m128i *) block->reciprocal));
	left = _mm_sub_epi16(sum, _mm_mullo_epi16(left, modulus));
	/* the quotient may have been one too small */
	left = _mm_sub_epi16(left, _mm_andnot_si128(_mm_cmpgt_epi16(modulus, left), modulus));
	holds = _mm_cmpeq_epi16(left, _mm_loadu_si128((const __m128i *) block->if_zero));
	holds = _mm_or_si128(_mm_and_si128(holds, if_zero), _mm_cmpeq_epi16(left, _mm_setzero_si128()));
	return _mm_movemask_epi8(_mm_packs_epi16(holds, _mm_setzero_si128())) & 0xFF;
}

uint64_t
bv_sums_that_hold(const BvNumber *number, uint64_t wanted)
{
	const Lanes *lanes = &bv_recognize.lanes[number->count];
	const __m128i zero = _mm_setzero_si128();
	__m128i		low = _mm_loadu_si128((const __m128i *) number->digit);
	__m128i		high = _mm_loadu_si128((const __m128i *) (number->digit + 16));
	uint64_t	hold = 0;

	if (!bv_recognize.built)
		bv_recognize_build();
	if (lanes->sums > 0 && wanted != 0)
	{
		__m128i		pair[16];
		__m128i		if_zero = _mm_set1_epi16(number->digit[number->count - 1] == 0 ? -1 : 0);
		__m128i		words = _mm_unpacklo_epi8(low, zero);

		/* each pair of digits in all places of its vector */
		pair[0] = _mm_shuffle_epi32(words, 0x00);
		pair[1] = _mm_shuffle_epi32(words, 0x55);
		pair[2] = _mm_shuffle_epi32(words, 0xAA);
		pair[3] = _mm_shuffle_epi32(words, 0xFF);
		words = _mm_unpackhi_epi8(low, zero);
		pair[4] = _mm_shuffle_epi32(words, 0x00);
		pair[5] = _mm_shuffle_epi32(words, 0x55);
		pair[6] = _mm_shuffle_epi32(words, 0xAA);
		pair[7] = _mm_shuffle_epi32(words, 0xFF);
		if (number->count > 16)
		{
			words = _mm_unpacklo_epi8(high, zero);
			pair[8] = _mm_shuffle_epi32(words, 0x00);
			pair[9] = _mm_shuffle_epi32(words, 0x55);
			pair[10] = _mm_shuffle_epi32(words, 0xAA);
			pair[11] = _mm_shuffle_epi32(words, 0xFF);
			pair[12] = _mm_shuffle_epi32(_mm_unpackhi_epi8(high, zero), 0x00);
		}
		for (int first = 0; first < lanes->sums; first += LANES_IN_BLOCK)
		{
			const LaneBlock *block = &lanes->block[first / LANES_IN_BLOCK];
			unsigned	holds;

			if ((wanted >> first & 0xFF) == 0)
				continue;
			/* most numbers have 8 to 12 digits: written out, their loop takes half as long */
			switch (lanes->pairs)
			{
				case 4:
					holds = sum_block(block, pair, 4, if_zero);
					break;
				case 5:
					holds = sum_block(block, pair, 5, if_zero);
					break;
				case 6:
					holds = sum_block(block, pair, 6, if_zero);
					break;
				default:
					holds = sum_block(block, pair, lanes->pairs, if_zero);
					break;
			}
			hold |= (uint64_t) holds << first;
		}
		hold = lanes_of(lanes, hold);
	}
	if (lanes->has_luhn)
		hold |= lanes->luhn[luhn_of(low, high, number->count)];
	return hold;
}

#else

uint64_t
bv_sums_that_hold(const BvNumber *number, uint64_t wanted)
{
	return bv_sums_that_hold_plain(number, wanted);
}

#endif							/* __SSE2__ */
