/*
 * look_text.h: characters, as looking at a value takes them
 *
 * Between the files of looking only: what others call is in look.h.
 */
#ifndef BV_LOOK_TEXT_H
#define BV_LOOK_TEXT_H

#include "look.h"

#define FORM(name) (UINT32_C(1) << BV_LOOK_##name)

static inline bool
is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_letter(unsigned char c)
{
	/* bytes above 127 are letters of some script, or as good as */
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

static inline bool
is_hex(unsigned char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static inline bool
is_space(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* What characters a value has: a mask of what there is of each kind. */
#define SEEN_DIGIT		0x0001
#define SEEN_LOWER		0x0002
#define SEEN_UPPER		0x0004
#define SEEN_HIGH		0x0008	/* above 127 */
#define SEEN_SPACE		0x0010
#define SEEN_AT			0x0020
#define SEEN_HYPHEN		0x0040
#define SEEN_DOT		0x0080
#define SEEN_SLASH		0x0100	/* either way */
#define SEEN_IN_NAMES	0x0200	/* marks that names have, those above aside */
#define SEEN_OTHER		0x0400	/* what names do not have */
#define SEEN_MASK		0x0800	/* what hides characters: * # X, and the first byte of a bullet */
#define SEEN_NO_TOKEN	0x1000	/* neither a letter nor a digit, nor as base64 has it */

#define SEEN_LETTER		(SEEN_LOWER | SEEN_UPPER | SEEN_HIGH)

/*
 * What hides a value, or what it is hidden as: digests, stored passwords,
 * ciphertext, tokens and masks, as traits; seen is a mask of its characters.
 */
extern uint32_t bv_secret_traits(const char *value, size_t len, unsigned seen);

#endif							/* BV_LOOK_TEXT_H */
