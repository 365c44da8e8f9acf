/*
 * vector.h: sixteen bytes of a text at once, by SSE2, where the processor has it
 */
#ifndef BV_VECTOR_H
#define BV_VECTOR_H

#ifdef __SSE2__

#include <emmintrin.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* All ones in the bytes that are from low to low + span. */
static inline __m128i
bv_bytes_between(__m128i bytes, char low, char span)
{
	__m128i		from_low = _mm_sub_epi8(bytes, _mm_set1_epi8(low));

	return _mm_cmpeq_epi8(_mm_min_epu8(from_low, _mm_set1_epi8(span)), from_low);
}

/* Up to 15 bytes, and zeros; reads no byte outside. */
static inline __m128i
bv_load_few(const char *value, size_t len)
{
	uint64_t	low = 0;

	if (len >= 8)
	{
		/* the last eight, of which some are among the first; shifted by 64 there is nothing left */
		__m128i		first = _mm_loadl_epi64((const __m128i *) value);
		__m128i		last = _mm_loadl_epi64((const __m128i *) (value + len - 8));

		return _mm_unpacklo_epi64(first, _mm_srl_epi64(last, _mm_cvtsi32_si128((int) (8 * (16 - len)))));
	}
	if (len >= 4)
	{
		uint32_t	first;
		uint32_t	last;

		memcpy(&first, value, 4);
		memcpy(&last, value + len - 4, 4);
		low = first | (uint64_t) last << (8 * (len - 4));
	}
	else if (len > 0)
	{
		low = (unsigned char) value[0];
		if (len > 1)
			low |= (uint64_t) (unsigned char) value[1] << 8;
		if (len > 2)
			low |= (uint64_t) (unsigned char) value[2] << 16;
	}
	return _mm_set_epi64x(0, (int64_t) low);
}

#endif							/* __SSE2__ */

#endif							/* BV_VECTOR_H */
