/*
 * token_text.c: of what characters a token is made, and how it begins
 */
#include "token_text.h"

#include <math.h>

#include "check_digit.h"

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

size_t
bv_span(const char *text, size_t len, unsigned kinds)
{
	size_t		i = 0;

	while (i < len && bv_is_of(text[i], kinds))
		i++;
	return i;
}

bool
bv_begins_in_any_case(const char *text, size_t len, const char *beginning)
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

static int
base64_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (bv_is_digit(c))
		return c - '0' + 52;
	if (c == '+' || c == '-')
		return 62;
	return c == '/' || c == '_' ? 63 : -1;
}

size_t
bv_base64_decode(const char *text, size_t len, uint8_t *bytes, size_t size)
{
	uint32_t	bits = 0;
	int			count = 0;
	size_t		done = 0;

	for (size_t i = 0; i < len && done < size; i++)
	{
		int			value = base64_value(text[i]);

		if (value < 0)
			break;
		bits = (bits << 6 | (uint32_t) value) & 0xffffff;
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
