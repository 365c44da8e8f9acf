/*
 * trace_block.h: what 64 bytes of a text are, a bit for each
 *
 * Private to trace_text.c.  by_vector is a constant: with it they are told sixteen
 * at once, where the processor can, else byte by byte.
 */
#ifndef BV_TRACE_BLOCK_H
#define BV_TRACE_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "character.h"
#include "vector.h"

#define BLOCK	64				/* bytes: a bit for each in a word */

#define FIRST_LETTER	'A'		/* from here on, a stretch of digits ends; beyond ASCII it does not */

#ifdef __SSE2__
/* A bit for each byte that is ones. */
static inline uint64_t
mask_of(__m128i a, __m128i b, __m128i c, __m128i d)
{
	uint32_t	low = _mm_movemask_epi8(a) | (uint32_t) _mm_movemask_epi8(b) << 16;
	uint32_t	high = _mm_movemask_epi8(c) | (uint32_t) _mm_movemask_epi8(d) << 16;

	return low | (uint64_t) high << 32;
}

static inline bool
is_any(__m128i a, __m128i b, __m128i c, __m128i d)
{
	return _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) != 0;
}

/* The four parts of a block, and what a test makes of each. */
#define LOAD_PARTS(block, a, b, c, d) \
	__m128i		a = _mm_loadu_si128((const __m128i *) (block)); \
	__m128i		b = _mm_loadu_si128((const __m128i *) (block) + 1); \
	__m128i		c = _mm_loadu_si128((const __m128i *) (block) + 2); \
	__m128i		d = _mm_loadu_si128((const __m128i *) (block) + 3)
#endif

/* The bytes of a block that are from low to low + span, a bit each. */
static inline uint64_t
bytes_between(const char *block, int low, int span, const bool by_vector)
{
	uint64_t	bytes = 0;

#ifdef __SSE2__
	if (by_vector)
	{
		LOAD_PARTS(block, a, b, c, d);

		a = bv_bytes_between(a, (char) low, (char) span);
		b = bv_bytes_between(b, (char) low, (char) span);
		c = bv_bytes_between(c, (char) low, (char) span);
		d = bv_bytes_between(d, (char) low, (char) span);
		return mask_of(a, b, c, d);
	}
#endif
	for (int i = 0; i < BLOCK; i++)
		bytes |= (uint64_t) ((unsigned char) (block[i] - low) <= span) << i;
	return bytes;
}

/* Those before the letters, or beyond ASCII. */
static inline uint64_t
belonging(const char *block, const bool by_vector)
{
	uint64_t	bytes = 0;

#ifdef __SSE2__
	if (by_vector)
	{
		const __m128i letter = _mm_set1_epi8(FIRST_LETTER);

		LOAD_PARTS(block, a, b, c, d);

		return mask_of(_mm_cmplt_epi8(a, letter), _mm_cmplt_epi8(b, letter),
					   _mm_cmplt_epi8(c, letter), _mm_cmplt_epi8(d, letter));
	}
#endif
	for (int i = 0; i < BLOCK; i++)
		bytes |= (uint64_t) ((signed char) block[i] < FIRST_LETTER) << i;
	return bytes;
}

/* Letters of ASCII and _. */
static inline uint64_t
letters_in(const char *block, const bool by_vector)
{
	uint64_t	bytes = 0;

#ifdef __SSE2__
	if (by_vector)
	{
		const __m128i small = _mm_set1_epi8(0x20);
		const __m128i line = _mm_set1_epi8('_');

		LOAD_PARTS(block, a, b, c, d);

		return mask_of(_mm_or_si128(bv_bytes_between(_mm_or_si128(a, small), 'a', 25), _mm_cmpeq_epi8(a, line)),
					   _mm_or_si128(bv_bytes_between(_mm_or_si128(b, small), 'a', 25), _mm_cmpeq_epi8(b, line)),
					   _mm_or_si128(bv_bytes_between(_mm_or_si128(c, small), 'a', 25), _mm_cmpeq_epi8(c, line)),
					   _mm_or_si128(bv_bytes_between(_mm_or_si128(d, small), 'a', 25), _mm_cmpeq_epi8(d, line)));
	}
#endif
	for (int i = 0; i < BLOCK; i++)
		bytes |= (uint64_t) ((unsigned char) ((block[i] | 0x20) - 'a') <= 25 || block[i] == '_') << i;
	return bytes;
}

static inline bool
is_ascii(const char *block, const bool by_vector)
{
	unsigned char bytes = 0;

#ifdef __SSE2__
	if (by_vector)
	{
		LOAD_PARTS(block, a, b, c, d);

		return !is_any(a, b, c, d);
	}
#endif
	for (int i = 0; i < BLOCK; i++)
		bytes |= block[i];
	return bytes < 0x80;
}

/* Most blocks of prose are of ASCII, and have no digits. */
static inline bool
is_plain(const char *block, const bool by_vector)
{
	bool		is_other = false;

#ifdef __SSE2__
	if (by_vector)
	{
		const __m128i zero = _mm_set1_epi8('0');
		const __m128i nine = _mm_set1_epi8(9);
		__m128i		high;
		__m128i		least;

		LOAD_PARTS(block, a, b, c, d);

		/* the highest bits of bytes: of those beyond ASCII, and of the least above '0' */
		high = _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d));
		least = _mm_min_epu8(_mm_min_epu8(_mm_sub_epi8(a, zero), _mm_sub_epi8(b, zero)),
							 _mm_min_epu8(_mm_sub_epi8(c, zero), _mm_sub_epi8(d, zero)));
		least = _mm_cmpeq_epi8(_mm_min_epu8(least, nine), least);
		return _mm_movemask_epi8(_mm_or_si128(high, least)) == 0;
	}
#endif
	for (int i = 0; i < BLOCK; i++)
		is_other |= bv_is_digit(block[i]) || (block[i] & 0x80) != 0;
	return !is_other;
}

/* Is a byte anywhere in a block? */
static inline bool
has_byte(const char *block, char byte, const bool by_vector)
{
	bool		has = false;

#ifdef __SSE2__
	if (by_vector)
	{
		const __m128i wanted = _mm_set1_epi8(byte);

		LOAD_PARTS(block, a, b, c, d);

		return is_any(_mm_cmpeq_epi8(a, wanted), _mm_cmpeq_epi8(b, wanted),
					  _mm_cmpeq_epi8(c, wanted), _mm_cmpeq_epi8(d, wanted));
	}
#endif
	for (int i = 0; i < BLOCK; i++)
		has |= block[i] == byte;
	return has;
}

/* Not by a built-in: without instructions of newer CPUs that is a call. */
static inline int
count_bits(uint64_t word)
{
	word -= word >> 1 & UINT64_C(0x5555555555555555);
	word = (word & UINT64_C(0x3333333333333333)) + (word >> 2 & UINT64_C(0x3333333333333333));
	word = (word + (word >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	return (int) (word * UINT64_C(0x0101010101010101) >> 56);
}

static inline uint64_t
lowest_bits(int count)
{
	return count < BLOCK ? (UINT64_C(1) << count) - 1 : ~UINT64_C(0);
}

static inline int
lowest_bit(uint64_t word)
{
	return word != 0 ? __builtin_ctzll(word) : BLOCK;
}

#endif							/* BV_TRACE_BLOCK_H */
