/*
 * token_text.c: of what characters a token is made, and how it begins
 */
#include "token_text.h"

#include <math.h>

#include "check_digit.h"
#include "marks.h"
#include "vector.h"

/* BV_CHAR_* of each byte; none above 127. */
const uint16_t bv_char_kinds[256] = {
	0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000,
	0x000, 0x200, 0x200, 0x200, 0x200, 0x200, 0x000, 0x000,
	0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000,
	0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000,
	0x200, 0x800, 0x800, 0x800, 0x800, 0x800, 0x800, 0x800,
	0x800, 0x800, 0x800, 0x820, 0x800, 0x840, 0x880, 0x820,
	0x801, 0x801, 0xc01, 0xc01, 0xc01, 0xc01, 0xc01, 0xc01,
	0x801, 0x801, 0x800, 0x800, 0x800, 0x900, 0x800, 0x800,
	0x800, 0x814, 0x814, 0x814, 0x814, 0x814, 0x814, 0x804,
	0x804, 0x804, 0x804, 0x804, 0x804, 0x804, 0x804, 0x804,
	0x804, 0x804, 0x804, 0x804, 0x804, 0x804, 0x804, 0x804,
	0x804, 0x804, 0x804, 0x800, 0x800, 0x800, 0x800, 0x840,
	0x800, 0x80a, 0x80a, 0x80a, 0x80a, 0x80a, 0x80a, 0x802,
	0x802, 0x802, 0x802, 0x802, 0x802, 0x802, 0x802, 0x802,
	0x802, 0x802, 0x802, 0x802, 0x802, 0x802, 0x802, 0x802,
	0x802, 0x802, 0x802, 0x800, 0x800, 0x800, 0x800, 0x000
};

#ifdef __SSE2__

/* A bit for each of sixteen bytes that is of one of the kinds. */
static inline unsigned
bytes_of(__m128i bytes, unsigned kinds)
{
	__m128i		lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
	__m128i		is = _mm_setzero_si128();

	if (kinds & BV_CHAR_PRINTED)
	{
		is = bv_bytes_between(bytes, '!', '~' - '!');
		kinds &= BV_CHAR_SPACE;
	}
	if (kinds & BV_CHAR_DIGIT)
		is = _mm_or_si128(is, bv_bytes_between(bytes, '0', 9));
	else if (kinds & BV_CHAR_2_TO_7)
		is = _mm_or_si128(is, bv_bytes_between(bytes, '2', 5));
	if ((kinds & BV_CHARS_LETTER) == BV_CHARS_LETTER)
		is = _mm_or_si128(is, bv_bytes_between(lower, 'a', 25));
	else if (kinds & BV_CHAR_LOWER)
		is = _mm_or_si128(is, bv_bytes_between(bytes, 'a', 25));
	else if (kinds & BV_CHAR_UPPER)
		is = _mm_or_si128(is, bv_bytes_between(bytes, 'A', 25));
	if (kinds & BV_CHAR_LOWER_HEX)
		is = _mm_or_si128(is, bv_bytes_between(bytes, 'a', 5));
	if (kinds & BV_CHAR_UPPER_HEX)
		is = _mm_or_si128(is, bv_bytes_between(bytes, 'A', 5));
	if (kinds & BV_CHAR_PLUS_SLASH)
		is = _mm_or_si128(is, _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('+')),
										   _mm_cmpeq_epi8(bytes, _mm_set1_epi8('/'))));
	if (kinds & BV_CHAR_MINUS_LINE)
		is = _mm_or_si128(is, _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('-')),
										   _mm_cmpeq_epi8(bytes, _mm_set1_epi8('_'))));
	if (kinds & BV_CHAR_DOT)
		is = _mm_or_si128(is, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')));
	if (kinds & BV_CHAR_EQUALS)
		is = _mm_or_si128(is, _mm_cmpeq_epi8(bytes, _mm_set1_epi8('=')));
	if (kinds & BV_CHAR_SPACE)
		is = _mm_or_si128(is, _mm_or_si128(bv_bytes_between(bytes, '\t', '\r' - '\t'),
										   _mm_cmpeq_epi8(bytes, _mm_set1_epi8(' '))));
	return (unsigned) _mm_movemask_epi8(is);
}

#endif							/* __SSE2__ */

size_t
bv_span(const char *text, size_t len, unsigned kinds)
{
	size_t		i = 0;

#ifdef __SSE2__
	/* most end early, or go on for long */
	while (i < len && i < 4 && bv_is_of(text[i], kinds))
		i++;
	if (i < 4)
		return i;
	for (; i + 16 <= len; i += 16)
	{
		unsigned	others = bytes_of(_mm_loadu_si128((const __m128i *) (text + i)), kinds) ^ 0xFFFF;

		if (others != 0)
			return i + (size_t) __builtin_ctz(others);
	}
	if (len >= 16)
	{
		/* the last sixteen, of which some were seen */
		unsigned	others = bytes_of(_mm_loadu_si128((const __m128i *) (text + len - 16)), kinds) ^ 0xFFFF;

		others >>= 16 - (len - i);
		return others != 0 ? i + (size_t) __builtin_ctz(others) : len;
	}
#endif
	while (i < len && bv_is_of(text[i], kinds))
		i++;
	return i;
}

bool
bv_is_uuid(const char *text, size_t len)
{
	static const uint64_t hyphens = UINT64_C(1) << 8 | UINT64_C(1) << 13 | UINT64_C(1) << 18 | UINT64_C(1) << 23;
	BvMarks		marks;

	if (len != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
		return false;
	bv_mark(text, len, &marks);
	return marks.other == hyphens && (marks.not_hex | marks.high) == 0;
}

bool
bv_begins_alike(const char *text, size_t len, const char *beginning)
{
	for (size_t i = 0; beginning[i] != '\0'; i++)
	{
		if (i == len || bv_to_upper(text[i]) != bv_to_upper(beginning[i]))
			return false;
	}
	return true;
}

bool
bv_is_word(const char *text, size_t len, const char *word)
{
	for (size_t i = 0; i < len; i++)
	{
		/* '\0' ends the word, and the text may have some */
		if (word[i] == '\0' || bv_to_upper(text[i]) != bv_to_upper(word[i]))
			return false;
	}
	return word[len] == '\0';
}

long
bv_base64_size(const char *text, size_t len, unsigned kinds)
{
	size_t		chars = bv_span(text, len, kinds);
	size_t		filled = len - chars;

	if (chars % 4 == 1 || filled > 2 || (filled > 0 && len % 4 != 0) ||
		bv_span(text + chars, filled, BV_CHAR_EQUALS) != filled)
		return -1;
	return (long) (chars * 3 / 4);
}

/* What a character of base64, or of its form for addresses, stands for, plus one; 0: it is none. */
static const uint8_t base64_values[256] = {
	['A'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
	['a'] = 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52,
	['0'] = 53, 54, 55, 56, 57, 58, 59, 60, 61, 62,
	['+'] = 63, ['-'] = 63, ['/'] = 64, ['_'] = 64
};

size_t
bv_base64_decode(const char *text, size_t len, uint8_t *bytes, size_t size)
{
	uint32_t	bits = 0;
	int			count = 0;
	size_t		done = 0;

	for (size_t i = 0; i < len && done < size; i++)
	{
		uint32_t	value = base64_values[(unsigned char) text[i]];

		if (value == 0)
			break;
		bits = (bits << 6 | (value - 1)) & 0xffffff;
		count += 6;
		if (count >= 8)
		{
			count -= 8;
			bytes[done++] = (uint8_t) (bits >> count);
		}
	}
	return done;
}

double
bv_entropy(const char *text, size_t len)
{
	unsigned	counts[256] = {0};
	double		bits = 0;

	for (size_t i = 0; i < len; i++)
		counts[(unsigned char) text[i]]++;
	for (int i = 0; i < 256; i++)
	{
		if (counts[i] > 0)
			bits -= counts[i] * log2((double) counts[i] / (double) len);
	}
	return len > 0 ? bits / (double) len : 0;
}
