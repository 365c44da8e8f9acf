/*
 * glance.c: what one look at all bytes of a value tells
 *
 * How many digits and letters there are, what else, and where in the beginning:
 * by the processor's vectors where it has them.
 */
#include "glance.h"

#include <string.h>

#include "check_digit.h"
#include "class.h"
#include "marks.h"

const uint16_t bv_glance_kinds[256] = {
	[0 ... ' ' - 1] = BV_OTHER,
	[' '] = BV_SPACE,
	['!' ... '\''] = BV_OTHER,
	['(' ... ')'] = BV_SIGN,
	['*'] = BV_OTHER,
	['+'] = BV_SIGN,
	[','] = BV_OTHER,
	['-'] = BV_HYPHEN,
	['.'] = BV_DOT,
	['/'] = BV_SLASH,
	['0' ... '9'] = BV_GLANCE_DIGIT,
	[':'] = BV_COLON,
	[';' ... '?'] = BV_OTHER,
	['@'] = BV_AT,
	['A' ... 'F'] = BV_GLANCE_LETTER,
	['G' ... 'Z'] = BV_GLANCE_LETTER | BV_NOT_HEX,
	['[' ... '`'] = BV_OTHER,
	['a' ... 'f'] = BV_GLANCE_LETTER,
	['g' ... 'z'] = BV_GLANCE_LETTER | BV_NOT_HEX,
	['{' ... 0x7F] = BV_OTHER,
	[0x80 ... 0xFF] = BV_HIGH
};

static inline unsigned
ends_of(const char *value, size_t len)
{
	return (bv_is_digit(value[0]) ? BV_FIRST_DIGIT : 0) |
		(bv_is_digit(value[len - 1]) ? BV_LAST_DIGIT : 0);
}

void
bv_glance_plain(const char *value, size_t len, BvGlance *glance)
{
	memset(glance, 0, sizeof(*glance));
	for (size_t i = 0; i < len; i++)
	{
		unsigned	kind = bv_glance_kinds[(unsigned char) value[i]];

		glance->digits += (kind & BV_GLANCE_DIGIT) != 0;
		glance->letters += (kind & BV_GLANCE_LETTER) != 0;
		glance->kinds |= kind;
		if (i < 32)
		{
			glance->digit |= (uint32_t) ((kind & BV_GLANCE_DIGIT) != 0) << i;
			glance->letter |= (uint32_t) ((kind & BV_GLANCE_LETTER) != 0) << i;
		}
	}
	glance->kinds &= (1 << BV_KINDS) - 1;
	glance->kinds |= ends_of(value, len);
}

#ifdef __SSE2__

void
bv_glance(const char *value, size_t len, BvGlance *glance)
{
	BvMarks		marks;
	uint64_t	not_hex = 0;
	unsigned	kinds = ends_of(value, len);

	glance->digits = 0;
	glance->letters = 0;
	for (size_t at = 0; at < len; at += BV_MARKS_MAX)
	{
		bv_mark(value + at, len - at < BV_MARKS_MAX ? len - at : BV_MARKS_MAX, &marks);
		if (at == 0)
		{
			glance->digit = (uint32_t) marks.digit;
			glance->letter = (uint32_t) marks.letter;
		}
		glance->digits += bv_count_bits(marks.digit);
		glance->letters += bv_count_bits(marks.letter);
		not_hex |= marks.not_hex;
		kinds |= marks.high != 0 ? BV_HIGH : 0;
		kinds |= bv_kinds_at(value + at, marks.other);
	}
	glance->kinds = kinds | (not_hex != 0 ? BV_NOT_HEX : 0);
}

#else

void
bv_glance(const char *value, size_t len, BvGlance *glance)
{
	bv_glance_plain(value, len, glance);
}

#endif							/* __SSE2__ */
