/*
 * load_few.h: the last bytes of a text into a vector, where there are fewer than fill it
 */
#ifndef BV_LOAD_FEW_H
#define BV_LOAD_FEW_H

#ifdef __SSE2__

#include <emmintrin.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Up to 15 bytes, and zeros; reads no byte outside. */
static inline __m128i
bv_load_few(const char *value, size_t len)
{
	uint64_t	low = 0;
	uint64_t	high = 0;

	if (len >= 8)
	{
		memcpy(&low, value, 8);
		if (len > 8)
		{
			memcpy(&high, value + len - 8, 8);
			high >>= 8 * (16 - len);
		}
	}
	else if (len >= 4)
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
	return _mm_set_epi64x((int64_t) high, (int64_t) low);
}

#endif							/* __SSE2__ */

#endif							/* BV_LOAD_FEW_H */
