/*
 * ascii.c: one way to write characters that mean the same in an identifier
 *
 * Only well-formed UTF-8 is touched, so that text in another encoding is not
 * taken for it; beyond ASCII hardly any is well-formed by accident.
 */
#include "ascii.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "array.h"

/* The zeros of the scripts: nine digits follow each (Unicode 15, category Nd). */
static const uint32_t zeros[] = {
	0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
	0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0,
	0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0,
	0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0,
	0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0,
	0x11F50, 0x16A60, 0x16AC0, 0x16B50, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140,
	0x1E2F0, 0x1E4F0, 0x1E950, 0x1FBF0
};

#define NOTHING		0			/* leave the character out */

/* The ASCII character that stands for a code point, NOTHING, or -1. */
static int
ascii_of(uint32_t c)
{
	int			low = 0;
	int			high = lengthof(zeros);

	if (c >= 0xFF01 && c <= 0xFF5E)
		return c - 0xFF01 + '!';	/* full width */
	if (c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
		c == 0x205F || c == 0x3000)
		return ' ';
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63)
		return '-';
	if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
		(c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF)
		return NOTHING;
	while (high - low > 1)
	{
		int			middle = (low + high) / 2;

		if (zeros[middle] <= c)
			low = middle;
		else
			high = middle;
	}
	return c >= zeros[low] && c - zeros[low] <= 9 ? (int) (c - zeros[low]) + '0' : -1;
}

/*
 * Decodes the character that begins with a byte above 127; returns how many
 * bytes it has, or 0 when they are no UTF-8 (overlong, surrogate, cut off).
 */
static size_t
decode(const unsigned char *text, size_t len, uint32_t *c)
{
	size_t		size;
	uint32_t	least;

	if (text[0] >= 0xC2 && text[0] <= 0xDF)
	{
		size = 2;
		least = 0x80;
		*c = text[0] & 0x1F;
	}
	else if ((text[0] & 0xF0) == 0xE0)
	{
		size = 3;
		least = 0x800;
		*c = text[0] & 0x0F;
	}
	else if (text[0] >= 0xF0 && text[0] <= 0xF4)
	{
		size = 4;
		least = 0x10000;
		*c = text[0] & 0x07;
	}
	else
		return 0;
	if (size > len)
		return 0;
	for (size_t i = 1; i < size; i++)
	{
		if ((text[i] & 0xC0) != 0x80)
			return 0;
		*c = *c << 6 | (text[i] & 0x3F);
	}
	return *c >= least && *c <= 0x10FFFF && (*c < 0xD800 || *c > 0xDFFF) ? size : 0;
}

/*
 * Is there surely nothing to fold?  Of what is folded, in UTF-8, the first byte is C2 or
 * one that begins a character from U+0640 on, but for most of what is Chinese or Korean.
 */
static bool
has_none_to_fold(const unsigned char *text, size_t len)
{
	static const uint8_t none[256] = {
		[0xC3 ... 0xD8] = 1, [0x00 ... 0xBF] = 1, [0xE4 ... 0xE9] = 1, [0xEB ... 0xEC] = 1
	};

	while (len > 0 && none[text[len - 1]])
		len--;
	return len == 0;
}

const char *
bv_as_ascii(const char *value, size_t *len, char folded[BV_ASCII_MAX])
{
	const unsigned char *text = (const unsigned char *) value;
	size_t		count = 0;
	bool		changed = false;
	size_t		i;

	if (*len > BV_ASCII_MAX || has_none_to_fold(text, *len))
		return value;
	for (i = 0; i < *len && text[i] < 0x80; i++)
		;
	if (i == *len)
		return value;

	memcpy(folded, value, i);
	count = i;
	while (i < *len)
	{
		uint32_t	c = 0;
		size_t		size;
		int			ascii;

		if (text[i] < 0x80)
		{
			folded[count++] = value[i++];
			continue;
		}
		size = decode(text + i, *len - i, &c);
		if (size == 0)
			return value;
		ascii = ascii_of(c);
		if (ascii < 0)
		{
			memcpy(folded + count, value + i, size);
			count += size;
		}
		else
		{
			changed = true;
			if (ascii != NOTHING)
				folded[count++] = ascii;
		}
		i += size;
	}
	if (!changed)
		return value;
	*len = count;
	return folded;
}
