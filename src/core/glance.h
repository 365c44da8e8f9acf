/*
 * glance.h: what one look at all bytes of a value tells
 */
#ifndef BV_GLANCE_H
#define BV_GLANCE_H

#include <stddef.h>
#include <stdint.h>

/* A value at a glance: what BvForm (class.h) is compared with. */
typedef struct BvGlance
{
	size_t		digits;
	size_t		letters;
	unsigned	kinds;			/* BV_SPACE and so on */
	uint32_t	digit;			/* which of the first 32 bytes are digits, */
	uint32_t	letter;			/* and which letters */
} BvGlance;

/* Of which kind a byte is, BV_SPACE and so on; or one of these two. */
#define BV_GLANCE_DIGIT		0x1000
#define BV_GLANCE_LETTER	0x2000

extern const uint16_t bv_glance_kinds[256];

/* The kinds of those bytes, a bit each: few of a text are neither digit nor letter. */
static inline unsigned
bv_kinds_at(const char *text, uint64_t places)
{
	unsigned	kinds = 0;

	for (; places != 0; places &= places - 1)
		kinds |= bv_glance_kinds[(unsigned char) text[__builtin_ctzll(places)]];
	return kinds;
}

/* Looks at all bytes of a value, of which there is one or more; not for the longest ones. */
#define BV_GLANCE_MAX	2048

extern void bv_glance(const char *value, size_t len, BvGlance *glance);

/* The same, without the processor's vectors. */
extern void bv_glance_plain(const char *value, size_t len, BvGlance *glance);

#endif							/* BV_GLANCE_H */
