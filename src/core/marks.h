/*
 * marks.h: which of up to 64 bytes are digits and letters, a bit each
 *
 * What a text is made of can be told from a few such words, however long it is; the
 * characters that are neither are few, and are looked at one by one.
 */
#ifndef BV_MARKS_H
#define BV_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "character.h"
#include "vector.h"

#define BV_MARKS_MAX	64

typedef struct BvMarks
{
	uint64_t	digit;
	uint64_t	letter;			/* of ASCII */
	uint64_t	not_hex;		/* letters from G on */
	uint64_t	high;			/* from 128 on */
	uint64_t	other;			/* all else */
} BvMarks;

/* The lowest bits, as many: 1 to 64. */
static inline uint64_t
bv_low_bits(size_t count)
{
	return ~UINT64_C(0) >> (64 - count);
}

/* How many bits are set, where the processor is not known to count them. */
static inline unsigned
bv_count_bits(uint64_t bits)
{
	bits -= bits >> 1 & UINT64_C(0x5555555555555555);
	bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
	return (unsigned) (((bits + (bits >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F)) * UINT64_C(0x0101010101010101) >> 56);
}

/* Where the last of those is; there must be one. */
static inline int
bv_last_bit(uint64_t bits)
{
	return 63 - __builtin_clzll(bits);
}

#ifdef __SSE2__

/* Sixteen bytes, of which the first were seen before, to the bits from that place on. */
static inline __attribute__((always_inline)) void
bv_mark_block(__m128i bytes, size_t place, size_t seen, BvMarks *marks)
{
	__m128i		lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
	uint64_t	digit = (uint32_t) _mm_movemask_epi8(bv_bytes_between(bytes, '0', 9));
	uint64_t	letter = (uint32_t) _mm_movemask_epi8(bv_bytes_between(lower, 'a', 25));
	uint64_t	not_hex = (uint32_t) _mm_movemask_epi8(bv_bytes_between(lower, 'g', 'z' - 'g'));
	uint64_t	high = (uint32_t) _mm_movemask_epi8(bytes);

	marks->digit |= digit >> seen << place;
	marks->letter |= letter >> seen << place;
	marks->not_hex |= not_hex >> seen << place;
	marks->high |= high >> seen << place;
}

#endif							/* __SSE2__ */

/* Marks 1 to 64 bytes. */
static inline void
bv_mark(const char *text, size_t len, BvMarks *marks)
{
	memset(marks, 0, sizeof(*marks));
#ifdef __SSE2__
	if (len < 16)
		bv_mark_block(bv_load_few(text, len), 0, 0, marks);
	else
	{
		size_t		at = 0;

		for (; at + 16 <= len; at += 16)
			bv_mark_block(_mm_loadu_si128((const __m128i *) (text + at)), at, 0, marks);
		if (at < len)
			bv_mark_block(_mm_loadu_si128((const __m128i *) (text + len - 16)), at, at + 16 - len, marks);
	}
#else
	for (size_t i = 0; i < len; i++)
	{
		uint64_t	bit = UINT64_C(1) << i;

		marks->digit |= bv_is_digit(text[i]) ? bit : 0;
		marks->letter |= bv_is_letter(text[i]) ? bit : 0;
		marks->not_hex |= bv_is_letter(text[i]) && bv_to_lower(text[i]) > 'f' ? bit : 0;
		marks->high |= (unsigned char) text[i] >= 0x80 ? bit : 0;
	}
#endif
	marks->other = ~(marks->digit | marks->letter | marks->high) & bv_low_bits(len);
}

#endif							/* BV_MARKS_H */
