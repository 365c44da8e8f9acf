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
#include "vector.h"

/* These two beside BV_SPACE and so on. */
#define GLANCE_DIGIT	0x1000
#define GLANCE_LETTER	0x2000

/* Of which kind a byte is. */
static const uint16_t kind_of[256] = {
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
	['0' ... '9'] = GLANCE_DIGIT,
	[':'] = BV_COLON,
	[';' ... '?'] = BV_OTHER,
	['@'] = BV_AT,
	['A' ... 'F'] = GLANCE_LETTER,
	['G' ... 'Z'] = GLANCE_LETTER | BV_NOT_HEX,
	['[' ... '`'] = BV_OTHER,
	['a' ... 'f'] = GLANCE_LETTER,
	['g' ... 'z'] = GLANCE_LETTER | BV_NOT_HEX,
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
		unsigned	kind = kind_of[(unsigned char) value[i]];

		glance->digits += (kind & GLANCE_DIGIT) != 0;
		glance->letters += (kind & GLANCE_LETTER) != 0;
		glance->kinds |= kind;
		if (i < 32)
		{
			glance->digit |= (uint32_t) ((kind & GLANCE_DIGIT) != 0) << i;
			glance->letter |= (uint32_t) ((kind & GLANCE_LETTER) != 0) << i;
		}
	}
	glance->kinds &= (1 << BV_KINDS) - 1;
	glance->kinds |= ends_of(value, len);
}

#ifdef __SSE2__

static inline size_t
sum_of_bytes(__m128i bytes)
{
	__m128i		sums = _mm_sad_epu8(bytes, _mm_setzero_si128());

	return _mm_cvtsi128_si32(sums) + _mm_extract_epi16(sums, 4);
}

/* How many bits are set, where the processor is not known to count them. */
static inline unsigned
count_bits(uint32_t bits)
{
	bits -= bits >> 1 & 0x55555555;
	bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
	return ((bits + (bits >> 4)) & 0x0F0F0F0F) * 0x01010101 >> 24;
}

/* What 16 bytes are: a bit for each that is a digit, a letter, a letter from G on. */
static inline void
look_at_block(__m128i bytes, uint32_t *digit, uint32_t *letter, uint32_t *not_hex)
{
	__m128i		lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));

	*digit = _mm_movemask_epi8(bv_bytes_between(bytes, '0', 9));
	*letter = _mm_movemask_epi8(bv_bytes_between(lower, 'a', 25));
	*not_hex = _mm_movemask_epi8(bv_bytes_between(lower, 'g', 'z' - 'g'));
}

/* The glance at up to 32 bytes: few of them are neither digit nor letter. */
static inline void
glance_at_few(const char *value, size_t len, BvGlance *glance)
{
	uint32_t	not_hex;
	uint32_t	others;
	unsigned	kinds = ends_of(value, len);

	look_at_block(len < 16 ? bv_load_few(value, len) : _mm_loadu_si128((const __m128i *) value),
				  &glance->digit, &glance->letter, &not_hex);
	if (len > 16)
	{
		uint32_t	digit;
		uint32_t	letter;
		uint32_t	more;

		/* the last 16, of which some were seen */
		look_at_block(_mm_loadu_si128((const __m128i *) (value + len - 16)), &digit, &letter, &more);
		glance->digit |= digit << (len - 16);
		glance->letter |= letter << (len - 16);
		not_hex |= more;
	}
	glance->digits = count_bits(glance->digit);
	glance->letters = len - glance->digits;
	others = ~(glance->digit | glance->letter) & (uint32_t) ((UINT64_C(1) << len) - 1);
	for (; others != 0; others &= others - 1)
	{
		kinds |= kind_of[(unsigned char) value[__builtin_ctz(others)]];
		glance->letters--;
	}
	glance->kinds = kinds | (not_hex != 0 ? BV_NOT_HEX : 0);
}

static void
glance_at_many(const char *value, size_t len, BvGlance *glance)
{
	__m128i		digits = _mm_setzero_si128();	/* counts, for each byte of a block */
	__m128i		letters = digits;
	__m128i		known = digits;
	__m128i		space = digits;
	__m128i		hyphen = digits;
	__m128i		dot = digits;
	__m128i		slash = digits;
	__m128i		colon = digits;
	__m128i		at_sign = digits;
	__m128i		sign = digits;
	__m128i		not_hex = digits;
	int			high = 0;
	unsigned	kinds = ends_of(value, len);

	glance->digit = 0;
	glance->letter = 0;
	for (size_t i = 0; i < len; i += 16)
	{
		__m128i		bytes = i + 16 <= len ? _mm_loadu_si128((const __m128i *) (value + i)) :
			bv_load_few(value + i, len - i);
		__m128i		lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
		__m128i		digit = bv_bytes_between(bytes, '0', 9);
		__m128i		letter = bv_bytes_between(lower, 'a', 25);
		__m128i		is_space = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(' '));
		__m128i		is_hyphen = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('-'));
		__m128i		is_dot = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('.'));
		__m128i		is_slash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('/'));
		__m128i		is_colon = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(':'));
		__m128i		is_at = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('@'));
		__m128i		is_sign = _mm_or_si128(bv_bytes_between(bytes, '(', 1),
										   _mm_cmpeq_epi8(bytes, _mm_set1_epi8('+')));
		__m128i		is_high = _mm_cmplt_epi8(bytes, _mm_setzero_si128());
		__m128i		one;

		if (i < 32)
		{
			glance->digit |= (uint32_t) _mm_movemask_epi8(digit) << i;
			glance->letter |= (uint32_t) _mm_movemask_epi8(letter) << i;
		}
		digits = _mm_sub_epi8(digits, digit);
		letters = _mm_sub_epi8(letters, letter);
		space = _mm_or_si128(space, is_space);
		hyphen = _mm_or_si128(hyphen, is_hyphen);
		dot = _mm_or_si128(dot, is_dot);
		slash = _mm_or_si128(slash, is_slash);
		colon = _mm_or_si128(colon, is_colon);
		at_sign = _mm_or_si128(at_sign, is_at);
		sign = _mm_or_si128(sign, is_sign);
		not_hex = _mm_or_si128(not_hex, bv_bytes_between(lower, 'g', 'z' - 'g'));
		high |= _mm_movemask_epi8(is_high);

		one = _mm_or_si128(_mm_or_si128(_mm_or_si128(digit, letter),
										_mm_or_si128(is_space, is_hyphen)),
						   _mm_or_si128(_mm_or_si128(is_dot, is_slash),
										_mm_or_si128(is_colon, is_at)));
		known = _mm_sub_epi8(known, _mm_or_si128(one, _mm_or_si128(is_sign, is_high)));
	}
	glance->digits = sum_of_bytes(digits);
	glance->letters = sum_of_bytes(letters);
	if (glance->digits + glance->letters < len)
	{
		kinds |= _mm_movemask_epi8(space) != 0 ? BV_SPACE : 0;
		kinds |= _mm_movemask_epi8(hyphen) != 0 ? BV_HYPHEN : 0;
		kinds |= _mm_movemask_epi8(dot) != 0 ? BV_DOT : 0;
		kinds |= _mm_movemask_epi8(slash) != 0 ? BV_SLASH : 0;
		kinds |= _mm_movemask_epi8(colon) != 0 ? BV_COLON : 0;
		kinds |= _mm_movemask_epi8(at_sign) != 0 ? BV_AT : 0;
		kinds |= _mm_movemask_epi8(sign) != 0 ? BV_SIGN : 0;
		kinds |= high != 0 ? BV_HIGH : 0;
		kinds |= sum_of_bytes(known) < len ? BV_OTHER : 0;
	}
	kinds |= _mm_movemask_epi8(not_hex) != 0 ? BV_NOT_HEX : 0;
	glance->kinds = kinds;
}

void
bv_glance(const char *value, size_t len, BvGlance *glance)
{
	if (len <= 32)
		glance_at_few(value, len, glance);
	else
		glance_at_many(value, len, glance);
}

#else

void
bv_glance(const char *value, size_t len, BvGlance *glance)
{
	bv_glance_plain(value, len, glance);
}

#endif							/* __SSE2__ */
