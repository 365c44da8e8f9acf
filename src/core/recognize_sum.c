/*
 * recognize_sum.c: which lanes (rows of all schemes for numbers of one length) a number has
 *
 * What each digit adds to the check sums is looked up for all of them at once:
 * sixteen sums in bytes to a vector, eight that are too large for that.  So is what
 * each pair of digits says of the lanes.
 */
#include "recognize.h"

#include <string.h>

#include "vector.h"
#include "recognize_index.h"

/* The lanes without a sum: two checks that are none are made once for all who want them. */
static inline uint32_t
without_sum(const Lanes *lanes, const BvNumber *number, uint32_t wanted)
{
	uint32_t	hold = lanes->without_sum;

	if (((lanes->verhoeff | lanes->mod_11_10) & wanted) != 0)
	{
		if ((lanes->verhoeff & wanted) != 0)
			hold &= ~lanes->verhoeff | -(uint32_t) bv_verhoeff(number->digit, number->count);
		if ((lanes->mod_11_10 & wanted) != 0)
			hold &= ~lanes->mod_11_10 | -(uint32_t) bv_mod_11_10(number->digit, number->count);
	}
	return hold;
}

/* Of the lanes whose sums hold, those that may have the pairs of digits, and which are to be asked. */
static inline uint32_t
told_apart(const Lanes *lanes, uint32_t hold, uint64_t told, uint32_t *ask)
{
	hold &= (uint32_t) told;
	*ask = hold & (lanes->asked | ~(uint32_t) (told >> 32));
	return hold;
}

uint32_t
bv_lanes_that_hold_plain(const BvNumber *number, uint32_t wanted, uint32_t *ask)
{
	const Lanes *lanes = &bv_recognize.lanes[number->count];
	const NarrowSums *narrow = &lanes->narrow_sums;
	const WideSums *wide = &lanes->wide_sums;
	bool		zero = number->digit[number->count - 1] == 0;
	uint32_t	hold = 0;
	uint64_t	told = UINT64_MAX;

	for (int i = 0; i < lanes->narrow; i++)
	{
		unsigned	sum = narrow->start[i];

		for (int place = 0; place < number->count; place++)
			sum += narrow->term[place][number->digit[place]][i];
		sum %= narrow->times[REDUCTIONS - 1][i];
		hold |= (uint32_t) (sum == 0 || (zero && sum == narrow->if_zero[0][i])) << i;
	}
	for (int i = 0; i < lanes->wide; i++)
	{
		unsigned	sum = wide->start[i];

		for (int place = 0; place < number->count; place++)
			sum += wide->term[place][number->digit[place]][i];
		sum %= wide->modulus[i];
		hold |= (uint32_t) (sum == 0 || (zero && sum == wide->if_zero[0][i])) << (lanes->narrow + i);
	}
	for (int place = 0; place < number->count - 1; place++)
		told &= lanes->told[place][10 * number->digit[place] + number->digit[place + 1]];
	hold |= without_sum(lanes, number, wanted);
	return told_apart(lanes, hold & wanted, told, ask);
}

#ifdef __SSE2__

/* What is to be done for each digit, from any of them down to the first, as cases of a switch. */
#define ADD_DIGITS \
	ADD_DIGIT(25); ADD_DIGIT(24); ADD_DIGIT(23); ADD_DIGIT(22); ADD_DIGIT(21); ADD_DIGIT(20); \
	ADD_DIGIT(19); ADD_DIGIT(18); ADD_DIGIT(17); ADD_DIGIT(16); ADD_DIGIT(15); ADD_DIGIT(14); \
	ADD_DIGIT(13); ADD_DIGIT(12); ADD_DIGIT(11); ADD_DIGIT(10); ADD_DIGIT(9); ADD_DIGIT(8); \
	ADD_DIGIT(7); ADD_DIGIT(6); ADD_DIGIT(5); ADD_DIGIT(4); ADD_DIGIT(3); ADD_DIGIT(2); \
	ADD_DIGIT(1); ADD_DIGIT(0)

/*
 * What the digits add to the narrow sums, of the first sixteen lanes or of all, and
 * what pairs say.  Written out, as a loop would take twice as long.
 */
static inline __attribute__((always_inline)) uint64_t
add_digits(const Lanes *lanes, const BvNumber *number, const unsigned char *pair, bool all,
		   __m128i sum[2])
{
	const uint8_t (*terms)[10][LANES_MAX] = lanes->narrow_sums.term;
	const uint64_t (*by)[100] = lanes->told;
	uint64_t	told = UINT64_MAX;
	__m128i		low = sum[0];
	__m128i		high = sum[1];

#define ADD_DIGIT(place) \
	case place + 1: \
		low = _mm_add_epi8(low, _mm_load_si128((const __m128i *) terms[place][number->digit[place]])); \
		if (all) \
			high = _mm_add_epi8(high, _mm_load_si128((const __m128i *) (terms[place][number->digit[place]] + 16))); \
		told &= by[place][pair[place]]; \
		__attribute__((fallthrough))

	/* the last digit has no pair: its row says nothing */
	switch (number->count)
	{
			ADD_DIGITS;
		default:
			break;
	}
#undef ADD_DIGIT

	sum[0] = low;
	sum[1] = high;
	return told;
}

/* What pairs say where there is nothing to add. */
static inline uint64_t
told_by_pairs(const Lanes *lanes, int count, const unsigned char *pair)
{
	const unsigned char *end = pair + count - 1;
	const uint64_t (*by)[100] = lanes->told;
	uint64_t	told = UINT64_MAX;

	for (; pair < end; pair += 4, by += 4)
		told &= by[0][pair[0]] & by[1][pair[1]] & by[2][pair[2]] & by[3][pair[3]];
	return told;
}

/* Which of sixteen narrow sums leave nothing, a bit each. */
static inline uint32_t
divide_narrow(const NarrowSums *sums, int first, __m128i sum, int last)
{
	const uint8_t *if_zero = sums->if_zero[last != 0] + first;

#pragma GCC unroll 5
	for (int i = 0; i < REDUCTIONS; i++)
	{
		/* what would be below 0 is above 255 */
		__m128i		less = _mm_sub_epi8(sum, _mm_load_si128((const __m128i *) (sums->times[i] + first)));

		sum = _mm_min_epu8(sum, less);
	}
	return _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(sum, _mm_setzero_si128()),
										  _mm_cmpeq_epi8(sum, _mm_load_si128((const __m128i *) if_zero))));
}

/* The wide sums that hold, a bit each. */
static inline uint32_t
add_wide(const WideSums *sums, const BvNumber *number, int last)
{
	__m128i		modulus = _mm_load_si128((const __m128i *) sums->modulus);
	__m128i		sum = _mm_load_si128((const __m128i *) sums->start);
	__m128i		left;
	__m128i		hold;
	const uint16_t (*terms)[10][WIDE_MAX] = sums->term;

#define ADD_DIGIT(place) \
	case place + 1: \
		sum = _mm_add_epi16(sum, _mm_load_si128((const __m128i *) terms[place][number->digit[place]])); \
		__attribute__((fallthrough))

	switch (number->count)
	{
			ADD_DIGITS;
		default:
			break;
	}
#undef ADD_DIGIT

	left = _mm_mulhi_epu16(sum, _mm_load_si128((const __m128i *) sums->reciprocal));
	left = _mm_sub_epi16(sum, _mm_mullo_epi16(left, modulus));
	/* the quotient may have been one too small */
	left = _mm_sub_epi16(left, _mm_andnot_si128(_mm_cmpgt_epi16(modulus, left), modulus));
	hold = _mm_or_si128(_mm_cmpeq_epi16(left, _mm_setzero_si128()),
						_mm_cmpeq_epi16(left, _mm_load_si128((const __m128i *) sums->if_zero[last != 0])));
	return _mm_movemask_epi8(_mm_packs_epi16(hold, _mm_setzero_si128()));
}

uint32_t
bv_lanes_that_hold(const BvNumber *number, const unsigned char *pair, uint32_t wanted, uint32_t *ask)
{
	const Lanes *lanes = &bv_recognize.lanes[number->count];
	const NarrowSums *sums = &lanes->narrow_sums;
	int			last = number->digit[number->count - 1];
	uint32_t	narrow = lanes->narrow_lanes & wanted;
	uint64_t	told;
	uint32_t	hold = 0;
	__m128i		sum[2];

	sum[0] = _mm_load_si128((const __m128i *) sums->start);
	sum[1] = _mm_load_si128((const __m128i *) (sums->start + 16));
	if (narrow >> 16 != 0)
	{
		told = add_digits(lanes, number, pair, true, sum);
		hold = divide_narrow(sums, 0, sum[0], last) | divide_narrow(sums, 16, sum[1], last) << 16;
	}
	else if (narrow != 0)
	{
		told = add_digits(lanes, number, pair, false, sum);
		hold = divide_narrow(sums, 0, sum[0], last);
	}
	else
		told = told_by_pairs(lanes, number->count, pair);
	if ((lanes->wide_lanes & wanted & told) != 0)
		hold |= add_wide(&lanes->wide_sums, number, last) << lanes->narrow;
	hold |= without_sum(lanes, number, wanted);
	return told_apart(lanes, hold & wanted, told, ask);
}

#else

uint32_t
bv_lanes_that_hold(const BvNumber *number, const unsigned char *pair, uint32_t wanted, uint32_t *ask)
{
	return bv_lanes_that_hold_plain(number, wanted, ask);
}

#endif							/* __SSE2__ */
