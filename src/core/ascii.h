/*
 * ascii.h: one way to write characters that mean the same in an identifier
 */
#ifndef BV_ASCII_H
#define BV_ASCII_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Are all bytes below 128? */
static inline bool
bv_is_ascii(const char *value, size_t len)
{
	uint64_t	bytes;
	unsigned char high = 0;

	for (; len >= sizeof(bytes); value += sizeof(bytes), len -= sizeof(bytes))
	{
		memcpy(&bytes, value, sizeof(bytes));
		if ((bytes & UINT64_C(0x8080808080808080)) != 0)
			return false;
	}
	while (len > 0)
		high |= (unsigned char) value[--len];
	return high < 0x80;
}

/* No identifier is longer: what is, is left as it is. */
#define BV_ASCII_MAX		1024

/*
 * The value with decimal digits of all scripts, full-width letters and signs,
 * and the spaces and hyphens of Unicode written in ASCII, and with what cannot
 * be seen left out.  Returns value itself where there is nothing to do: it is
 * ASCII, not well-formed UTF-8, or too long.  Else folded, and its length.
 */
extern const char *bv_as_ascii(const char *value, size_t *len, char folded[BV_ASCII_MAX]);

#endif							/* BV_ASCII_H */
