/* digit_stretch.c: text that has no number of so many digits in it */
#include "digit_stretch.h"

#include <string.h>

#include "class.h"
#include "vector.h"

#define BLOCK	64				/* bytes: a bit for each in a word */

#define FIRST_LETTER	'A'		/* from here on, a stretch ends */

/* ---------- classes ---------- */

/* Is nothing valid but numbers of the scheme? */
static bool
is_number(const BvClass *class)
{
	static const BvForm none;

	return class->is_valid != NULL && class->scheme != NULL && class->code == NULL &&
		class->any_of == NULL && memcmp(&class->form, &none, sizeof(none)) == 0 &&
		memcmp(&class->or_form, &none, sizeof(none)) == 0;
}

int
bv_stretch_least(const BvClassSet *classes)
{
	int			least = BV_NUMBER_MAX + 1;

	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(classes, n))
	{
		const BvClass *class = bv_class_by_number(n);

		if (class == NULL || !is_number(class))
			return 0;
		for (const BvSum *sum = class->scheme->sums; sum->digits != 0; sum++)
		{
			if (sum->digits < least)
				least = sum->digits;
		}
	}
	return least <= BV_NUMBER_MAX ? least : 0;
}

/* ---------- text ---------- */

/* Not by a built-in: without instructions of newer CPUs that is a call. */
static inline int
count_bits(uint64_t word)
{
	word -= word >> 1 & UINT64_C(0x5555555555555555);
	word = (word & UINT64_C(0x3333333333333333)) + (word >> 2 & UINT64_C(0x3333333333333333));
	word = (word + (word >> 4)) & UINT64_C(0x0F0F0F0F0F0F0F0F);
	return (int) (word * UINT64_C(0x0101010101010101) >> 56);
}

/*
 * Goes on with the digits of a block, of which there is one, and what belongs to a
 * stretch with them: *digits is how many there were in the stretch that reaches
 * the block, and becomes how many there are in the one that reaches its end.
 */
static inline bool
stretch_of_block(uint64_t digit, uint64_t belongs, int least, int *digits)
{
	uint64_t	ends = ~belongs;

	while (digit != 0)
	{
		uint64_t	before = (digit & -digit) - 1;
		uint64_t	end;

		if ((ends & before) != 0)
			*digits = 0;
		ends &= ~before;
		end = ends & -ends;
		*digits += count_bits(digit & (end - 1));	/* an end of 0 is that of the block */
		if (*digits >= least)
			return true;
		digit &= -end;
	}
	if (ends != 0)
		*digits = 0;
	return false;
}

bool
bv_has_stretch_portable(const char *text, size_t length, int least)
{
	int			digits = 0;

	for (size_t i = 0; i < length; i++)
	{
		unsigned char c = text[i];

		if (c >= 0x80)
			return true;
		if (c >= FIRST_LETTER)
			digits = 0;
		else if (c >= '0' && c <= '9' && ++digits >= least)
			return true;
	}
	return false;
}

#ifdef __SSE2__
/* A bit for each byte that is ones. */
static inline uint64_t
mask_of(__m128i a, __m128i b, __m128i c, __m128i d)
{
	uint32_t	low = _mm_movemask_epi8(a) | (uint32_t) _mm_movemask_epi8(b) << 16;
	uint32_t	high = _mm_movemask_epi8(c) | (uint32_t) _mm_movemask_epi8(d) << 16;

	return low | (uint64_t) high << 32;
}

/* What may belong to a stretch, in text of ASCII. */
static inline uint64_t
belonging(const char *text)
{
	const __m128i *part = (const __m128i *) text;

	const __m128i letter = _mm_set1_epi8(FIRST_LETTER);

	return mask_of(_mm_cmplt_epi8(_mm_loadu_si128(part), letter),
				   _mm_cmplt_epi8(_mm_loadu_si128(part + 1), letter),
				   _mm_cmplt_epi8(_mm_loadu_si128(part + 2), letter),
				   _mm_cmplt_epi8(_mm_loadu_si128(part + 3), letter));
}

/* In text of at least a block. */
static inline bool
has_stretch(const char *text, size_t length, int least)
{
	int			digits = 0;
	size_t		at = 0;

	for (;;)
	{
		const __m128i *part;
		__m128i		a;
		__m128i		b;
		__m128i		c;
		__m128i		d;
		uint64_t	known = 0;	/* bytes of the last block that were in the one before */

		/* the last one begins where it ends with the text */
		if (at + BLOCK > length)
		{
			known = (UINT64_C(1) << (at + BLOCK - length)) - 1;
			at = length - BLOCK;
		}
		part = (const __m128i *) (text + at);
		a = _mm_loadu_si128(part);
		b = _mm_loadu_si128(part + 1);
		c = _mm_loadu_si128(part + 2);
		d = _mm_loadu_si128(part + 3);
		if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) != 0)
			return true;
		a = bv_bytes_between(a, '0', 9);
		b = bv_bytes_between(b, '0', 9);
		c = bv_bytes_between(c, '0', 9);
		d = bv_bytes_between(d, '0', 9);

		/* most blocks of prose end here */
		if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) != 0)
		{
			if (stretch_of_block(mask_of(a, b, c, d) & ~known, belonging(text + at) | known, least,
								 &digits))
				return true;
		}
		else if (digits > 0 && ~(belonging(text + at) | known) != 0)
			digits = 0;
		at += BLOCK;
		if (at >= length)
			return false;
	}
}

/* Apart, as the copy makes functions slower that have it. */
static __attribute__((noinline)) bool
has_stretch_of_short(const char *text, size_t length, int least)
{
	char		copy[BLOCK] = {0};

	memcpy(copy, text, length);
	return has_stretch(copy, BLOCK, least);
}

bool
bv_has_stretch(const char *text, size_t length, int least)
{
	return length < BLOCK ? has_stretch_of_short(text, length, least) :
		has_stretch(text, length, least);
}
#else
bool
bv_has_stretch(const char *text, size_t length, int least)
{
	return bv_has_stretch_portable(text, length, least);
}
#endif
