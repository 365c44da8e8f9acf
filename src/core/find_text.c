/*
 * find_text.c: kinds of characters, and where words begin and end
 *
 * Digits beside letters of scripts that put spaces between words are part of a
 * word; beside those of scripts that do not (Chinese, Japanese, Thai) or that
 * append to numbers (Korean) they are not.
 */
#include "find_text.h"

#include <string.h>

#define D BV_KIND_DIGIT
#define L BV_KIND_LOWER
#define U BV_KIND_UPPER
#define N BV_KIND_LINE
#define J BV_KIND_JOIN
#define H BV_KIND_HIGH
#define B BV_KIND_BESIDE

const uint8_t bv_find_kinds[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	/* space ! " # $ % & ' ( ) * + , - . / */
	0, 0, 0, B, B, B, B, 0, B, B, 0, J, 0, J, J, B,
	D, D, D, D, D, D, D, D, D, D, B, 0, 0, B, 0, B,	/* : ; < = > ? */
	B, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, 0, B, 0, 0, N,	/* [ \ ] ^ _ */
	0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, B, 0,	/* { | } ~ */
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
};

#undef D
#undef L
#undef U
#undef N
#undef J
#undef H
#undef B

/* Is a character beyond ASCII, which begins there in UTF-8, part of a word? */
static bool
is_word_utf8(const unsigned char *c, size_t left)
{
	unsigned	code;

	if (c[0] < 0xC0)
		return true;			/* not UTF-8: some letter, most likely */
	if (c[0] < 0xE0)
	{
		if (left < 2)
			return true;
		code = (c[0] & 0x1Fu) << 6 | (c[1] & 0x3Fu);
		return (code >= 0xC0 && code != 0xD7 && code != 0xF7) ||
			code == 0xAA || code == 0xB5 || code == 0xBA;
	}
	if (c[0] >= 0xF0)
		return false;			/* pictures, rare ideographs */
	if (left < 3)
		return true;
	code = (c[0] & 0x0Fu) << 12 | (c[1] & 0x3Fu) << 6 | (c[2] & 0x3Fu);
	if (code >= 0xFF10 && code <= 0xFF5A)
		return code <= 0xFF19 || (code >= 0xFF21 && code <= 0xFF3A) || code >= 0xFF41;
	if (code >= 0x2000)
		return code >= 0xA640 && code < 0xA980;	/* Latin, Cyrillic and others, extended */
	return !(code >= 0x0E00 && code < 0x0F00) &&	/* Thai, Lao */
		!(code >= 0x1000 && code < 0x10A0) &&	/* Burmese */
		!(code >= 0x1780 && code < 0x1800); /* Khmer */
}

static bool
is_high_word(const BvFinder *finder, size_t at)
{
	unsigned char c = finder->text[at];

	if (finder->encoding == BV_TEXT_UTF8)
		return is_word_utf8((const unsigned char *) finder->text + at, finder->length - at);
	if (finder->encoding == BV_TEXT_MULTIBYTE)
		return false;
	return c > 0xA0 && c != 0xAB && c != 0xBB;	/* not NBSP and the angle quotes */
}

bool
bv_find_word_at(const BvFinder *finder, size_t at)
{
	int			kind = bv_find_kind(finder, at);

	if ((kind & BV_KIND_HIGH) != 0)
		return is_high_word(finder, at);
	return (kind & BV_KIND_WORD) != 0;
}

bool
bv_find_word_before(const BvFinder *finder, size_t at)
{
	int			kind;

	if (at == 0)
		return false;
	kind = bv_find_kind(finder, at - 1);
	if ((kind & BV_KIND_HIGH) == 0)
		return (kind & BV_KIND_WORD) != 0;
	at--;
	if (finder->encoding == BV_TEXT_UTF8)
	{
		for (int i = 0; i < 3 && at > 0 && ((unsigned char) finder->text[at] & 0xC0) == 0x80; i++)
			at--;
	}
	if ((bv_find_kind(finder, at) & BV_KIND_HIGH) == 0)
		return true;			/* not UTF-8 */
	return is_high_word(finder, at);
}

bool
bv_find_has(const BvFinder *finder, size_t at, const char *expected)
{
	size_t		length = strlen(expected);

	return at <= finder->length && length <= finder->length - at &&
		memcmp(finder->text + at, expected, length) == 0;
}

bool
bv_found(BvFinder *finder, BvFound *found, int class_number, size_t start, size_t end)
{
	found->class_number = class_number;
	found->start = start;
	found->length = end - start;
	finder->floor = end;
	finder->found_end = end;
	finder->found_start = start;
	finder->found_class = class_number;
	return true;
}
