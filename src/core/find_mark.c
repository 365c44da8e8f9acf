/*
 * find_mark.c: where in a text an identifier may be, 64 bytes at a time
 *
 * Without branches but on bytes beyond ASCII, so that its speed does not depend
 * on what the text is.  What is marked: digits, as all identifiers but those of
 * find_sign.c have some near their beginning; and the signs by which those are told.
 */
#include "find_mark.h"

#include <stdbool.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/*
 * A character and the next but one are compared by their sum: A and I, in either order, as
 * in AKIA, ASIA and PRIVATE.  Few others have it, and they are seen through later.
 */
#define SUM_AI	('A' + 'I')

/* The next two bytes may tell what the last ones of a block are. */
#define PADDED	(BV_FIND_BLOCK + 2)

typedef void (*MarkBlock) (const char *text, BvFindMarks *marks, int block);

/* A full-width digit in UTF-8: U+FF10 to U+FF19. */
static void
mark_wide(const char *text, BvFindMarks *marks, int block)
{
	uint64_t	wide = 0;
	const char *at = text;

	while ((at = memchr(at, 0xEF, text + BV_FIND_BLOCK - at)) != NULL)
	{
		/* they may lie in the next block */
		if ((unsigned char) at[1] == 0xBC && (unsigned char) at[2] >= 0x90 &&
			(unsigned char) at[2] <= 0x99)
			wide |= UINT64_C(1) << (at - text);
		at++;
	}
	marks->wide[block] = wide;
}

static void
mark_block_portable(const char *text, BvFindMarks *marks, int block)
{
	uint64_t	digit = 0;
	uint64_t	sign = 0;
	unsigned char high = 0;

	for (int i = 0; i < BV_FIND_BLOCK; i++)
	{
		unsigned char c = text[i];
		unsigned char next = text[i + 2];

		high |= c;
		digit |= (uint64_t) ((unsigned char) (c - '0') <= 9) << i;
		sign |= (uint64_t) (c == '@' || c == '_' || c + next == SUM_AI) << i;
	}
	marks->digit[block] = digit;
	marks->sign[block] = sign;
	marks->wide[block] = 0;
	if (high >= 0x80)
		mark_wide(text, marks, block);
}

#ifdef __SSE2__
/* Signs: @ and _, and where A and I are, or the few pairs that have the same sum. */
static inline __m128i
signs(__m128i c, __m128i next)
{
	__m128i		sum = _mm_adds_epu8(c, next);	/* of bytes beyond ASCII: 255 */

	return _mm_or_si128(_mm_cmpeq_epi8(sum, _mm_set1_epi8((char) SUM_AI)),
						_mm_or_si128(_mm_cmpeq_epi8(c, _mm_set1_epi8('@')),
									 _mm_cmpeq_epi8(c, _mm_set1_epi8('_'))));
}

/* Ones where digits are: 0 .. 9 become the least of signed bytes. */
static inline __m128i
digits(__m128i c)
{
	return _mm_cmplt_epi8(_mm_add_epi8(c, _mm_set1_epi8((char) (0x80 - '0'))),
						  _mm_set1_epi8(-128 + 10));
}

/* A bit for each byte that is a digit; high gets a bit where any is beyond ASCII. */
static inline uint64_t
digit_mask(const char *text, int *high)
{
	uint64_t	digit = 0;
	__m128i		any_high = _mm_setzero_si128();

#pragma GCC unroll 4
	for (int part = 0; part < 4; part++)
	{
		__m128i		c = _mm_loadu_si128((const __m128i *) (text + 16 * part));

		digit |= (uint64_t) (unsigned) _mm_movemask_epi8(digits(c)) << (16 * part);
		any_high = _mm_or_si128(any_high, c);
	}
	*high = _mm_movemask_epi8(any_high);
	return digit;
}

static inline bool
is_ascii(const char *text)
{
	const __m128i *part = (const __m128i *) text;

	return _mm_movemask_epi8(_mm_or_si128(_mm_or_si128(_mm_loadu_si128(part), _mm_loadu_si128(part + 1)),
										  _mm_or_si128(_mm_loadu_si128(part + 2), _mm_loadu_si128(part + 3)))) == 0;
}

/* Most blocks have neither signs nor bytes beyond ASCII: that there are none is asked once. */
static void
mark_block_sse2(const char *text, BvFindMarks *marks, int block)
{
	uint64_t	digit = 0;
	uint64_t	sign = 0;
	__m128i		sign_part[4];
	__m128i		any = _mm_setzero_si128();

	marks->wide[block] = 0;
#pragma GCC unroll 4
	for (int part = 0; part < 4; part++)
	{
		__m128i		c = _mm_loadu_si128((const __m128i *) (text + 16 * part));
		__m128i		next = _mm_loadu_si128((const __m128i *) (text + 16 * part + 2));

		digit |= (uint64_t) (unsigned) _mm_movemask_epi8(digits(c)) << (16 * part);
		sign_part[part] = signs(c, next);
		any = _mm_or_si128(any, _mm_or_si128(sign_part[part], c));
	}
	if (_mm_movemask_epi8(any) != 0)
	{
		for (int part = 0; part < 4; part++)
			sign |= (uint64_t) (unsigned) _mm_movemask_epi8(sign_part[part]) << (16 * part);
		if (!is_ascii(text))
			mark_wide(text, marks, block);
	}
	marks->digit[block] = digit;
	marks->sign[block] = sign;
}
#endif

/* Blocks are read with the two bytes behind them: the last one goes by way of a copy. */
static inline int
mark_text(const char *text, size_t length, BvFindMarks *marks, MarkBlock mark_block)
{
	int			block = 0;
	size_t		at = 0;

	for (; block <= BV_FIND_BLOCKS && at + PADDED <= length; at += BV_FIND_BLOCK)
		mark_block(text + at, marks, block++);
	for (; block <= BV_FIND_BLOCKS && at < length; at += BV_FIND_BLOCK)
	{
		char		copy[PADDED] = {0};

		memcpy(copy, text + at, length - at < PADDED ? length - at : PADDED);
		mark_block(copy, marks, block++);
	}
	marks->digit[block] = 0;
	return block;
}

int
bv_find_mark_portable(const char *text, size_t length, BvFindMarks *marks)
{
	return mark_text(text, length, marks, mark_block_portable);
}

int
bv_find_mark(const char *text, size_t length, BvFindMarks *marks)
{
#ifdef __SSE2__
	return mark_text(text, length, marks, mark_block_sse2);
#else
	return mark_text(text, length, marks, mark_block_portable);
#endif
}

#ifdef __SSE2__
/* Apart, as the copies make functions slower that have them. */
static __attribute__((noinline)) uint64_t
digit_mask_of_short(const char *text, size_t length, int *high)
{
	char		copy[BV_FIND_BLOCK] = {0};

	memcpy(copy, text, length);
	return digit_mask(copy, high);
}

static __attribute__((noinline)) void
mark_wide_at(const char *text, size_t left, BvFindMarks *marks, int block)
{
	char		copy[PADDED] = {0};

	memcpy(copy, text, left < PADDED ? left : PADDED);
	mark_wide(copy, marks, block);
}
#endif

int
bv_find_mark_digits(const char *text, size_t length, BvFindMarks *marks)
{
#ifdef __SSE2__
	size_t		all = (length + BV_FIND_BLOCK - 1) / BV_FIND_BLOCK;
	int			blocks = all <= BV_FIND_BLOCKS ? (int) all : BV_FIND_BLOCKS + 1;

	for (int block = 0; block < blocks; block++)
	{
		size_t		at = (size_t) block * BV_FIND_BLOCK;
		size_t		left = length - at;
		int			high;

		/* the last block is read with what is before it, and short texts from a copy */
		if (left >= BV_FIND_BLOCK)
			marks->digit[block] = digit_mask(text + at, &high);
		else if (block > 0)
			marks->digit[block] = digit_mask(text + length - BV_FIND_BLOCK, &high) >>
				(BV_FIND_BLOCK - left);
		else
			marks->digit[block] = digit_mask_of_short(text, left, &high);
		marks->sign[block] = 0;
		marks->wide[block] = 0;
		if (high != 0)
			mark_wide_at(text + at, left, marks, block);
	}
	marks->digit[blocks] = 0;
	return blocks;
#else
	return mark_text(text, length, marks, mark_block_portable);
#endif
}

void
bv_find_letters_portable(const char text[BV_FIND_BLOCK], int from, BvFindLetters *letters)
{
	BvFindLetters found = {0};

	for (int i = from; i < BV_FIND_BLOCK; i++)
	{
		unsigned char c = text[i];

		found.lower |= (uint64_t) (c >= 'a' && c <= 'z') << i;
		found.upper |= (uint64_t) (c >= 'A' && c <= 'Z') << i;
		found.digit |= (uint64_t) (c >= '0' && c <= '9') << i;
		found.high |= (uint64_t) (c >= 0x80) << i;
	}
	*letters = found;
}

#ifdef __SSE2__
/* All ones in the bytes that are low .. low + count - 1. */
static inline __m128i
in_range(__m128i c, char low, int count)
{
	__m128i		value = _mm_sub_epi8(c, _mm_set1_epi8(low));

	return _mm_cmpeq_epi8(_mm_min_epu8(value, _mm_set1_epi8((char) (count - 1))), value);
}

static inline uint64_t
mask_of(__m128i bytes)
{
	return (uint64_t) (unsigned) _mm_movemask_epi8(bytes);
}
#endif

void
bv_find_letters(const char text[BV_FIND_BLOCK], int from, BvFindLetters *letters)
{
#ifdef __SSE2__
	BvFindLetters found = {0};

	for (int i = from; i < BV_FIND_BLOCK; i += 16)
	{
		__m128i		c = _mm_loadu_si128((const __m128i *) (text + i));
		__m128i		letter = in_range(_mm_or_si128(c, _mm_set1_epi8(0x20)), 'a', 26);
		/* the bit by which small letters differ, where the mask takes it from */
		__m128i		is_lower = _mm_and_si128(letter, _mm_slli_epi16(c, 2));
		uint64_t	lower = mask_of(is_lower);

		found.lower |= lower << i;
		found.upper |= (mask_of(letter) ^ lower) << i;
		found.digit |= mask_of(in_range(c, '0', 10)) << i;
		found.high |= mask_of(c) << i;
	}
	*letters = found;
#else
	bv_find_letters_portable(text, from, letters);
#endif
}
