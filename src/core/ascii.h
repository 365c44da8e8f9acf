/*
 * ascii.h: one way to write characters that mean the same in an identifier
 */
#ifndef BV_ASCII_H
#define BV_ASCII_H

#include <stddef.h>

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
