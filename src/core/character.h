/*
 * character.h: kinds of characters of ASCII
 *
 * The locale has no say in what an identifier is; bytes above 127 are of no kind.
 */
#ifndef BV_CHARACTER_H
#define BV_CHARACTER_H

#include <stdbool.h>

static inline bool
bv_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
bv_is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static inline bool
bv_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline char
bv_to_upper(char c)
{
	return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
}

static inline char
bv_to_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

/* The value of a hexadecimal digit, or -1. */
static inline int
bv_hex_value(char c)
{
	if (bv_is_digit(c))
		return c - '0';
	c = bv_to_upper(c);
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

#endif							/* BV_CHARACTER_H */
