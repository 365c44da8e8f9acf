/*
 * token_text.h: of what characters a token is made, and how it begins
 */
#ifndef BV_TOKEN_TEXT_H
#define BV_TOKEN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Kinds of characters, of ASCII alone; a mask. */
#define BV_CHAR_DIGIT		0x0001
#define BV_CHAR_LOWER		0x0002
#define BV_CHAR_UPPER		0x0004
#define BV_CHAR_LOWER_HEX	0x0008	/* a to f */
#define BV_CHAR_UPPER_HEX	0x0010	/* A to F */
#define BV_CHAR_PLUS_SLASH	0x0020	/* of base64 */
#define BV_CHAR_MINUS_LINE	0x0040	/* - and _, of base64 in addresses */
#define BV_CHAR_DOT			0x0080
#define BV_CHAR_EQUALS		0x0100
#define BV_CHAR_SPACE		0x0200	/* space, tab, line ends */
#define BV_CHAR_2_TO_7		0x0400	/* of base32 */
#define BV_CHAR_PRINTED		0x0800	/* all that is printed, the space aside */

#define BV_CHARS_LETTER		(BV_CHAR_LOWER | BV_CHAR_UPPER)
#define BV_CHARS_ALNUM		(BV_CHAR_DIGIT | BV_CHAR_LOWER | BV_CHAR_UPPER)
#define BV_CHARS_HEX		(BV_CHAR_DIGIT | BV_CHAR_LOWER_HEX | BV_CHAR_UPPER_HEX)
#define BV_CHARS_SMALL_HEX	(BV_CHAR_DIGIT | BV_CHAR_LOWER_HEX)
#define BV_CHARS_BASE32		(BV_CHAR_UPPER | BV_CHAR_2_TO_7)
#define BV_CHARS_BASE64		(BV_CHARS_ALNUM | BV_CHAR_PLUS_SLASH)
#define BV_CHARS_BASE64_URL	(BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE)

extern const uint16_t bv_char_kinds[256];

static inline bool
bv_is_of(char c, unsigned kinds)
{
	return (bv_char_kinds[(unsigned char) c] & kinds) != 0;
}

/* How many characters at the beginning are of these kinds. */
extern size_t bv_span(const char *text, size_t len, unsigned kinds);

/* Is it 8-4-4-4-12 hexadecimal digits, in either case (RFC 9562)? */
extern bool bv_is_uuid(const char *text, size_t len);

/* Are all?  None is not enough. */
static inline bool
bv_all_of(const char *text, size_t len, unsigned kinds)
{
	return len > 0 && bv_span(text, len, kinds) == len;
}

static inline bool
bv_begins(const char *text, size_t len, const char *beginning)
{
	size_t		size = strlen(beginning);

	return len >= size && memcmp(text, beginning, size) == 0;
}

static inline bool
bv_ends(const char *text, size_t len, const char *end)
{
	size_t		size = strlen(end);

	return len >= size && memcmp(text + len - size, end, size) == 0;
}

/* The same in any case of ASCII; the beginning is in lower case.  Most texts differ in the first character. */
extern bool bv_begins_alike(const char *text, size_t len, const char *beginning);

static inline bool
bv_begins_in_any_case(const char *text, size_t len, const char *beginning)
{
	return len > 0 && ((text[0] ^ beginning[0]) & ~0x20) == 0 && bv_begins_alike(text, len, beginning);
}

/* Is the text that word, in any case?  The word is in lower case. */
extern bool bv_is_word(const char *text, size_t len, const char *word);

/*
 * Base64 of whole groups of four, filled up with = or not; the size of what it
 * encodes in bytes, or -1.
 */
extern long bv_base64_size(const char *text, size_t len, unsigned kinds);

/* Decodes as much as fits; base64 or its form for addresses, which is its bytes' count. */
extern size_t bv_base64_decode(const char *text, size_t len, uint8_t *bytes, size_t size);

/* Bits for each byte, by how often each byte value occurs in it. */
extern double bv_entropy(const char *text, size_t len);

#endif							/* BV_TOKEN_TEXT_H */
