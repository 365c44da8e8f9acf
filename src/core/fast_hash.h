/*
 * fast_hash.h: 64-bit hashes of short strings, the same on every machine
 *
 * Two multiplications of 64 by 64 bits for up to 16 bytes, folded to 64: the
 * construction of wyhash, with constants of our own.  Not for secrets: whoever
 * knows the constants can make collisions.
 */
#ifndef BV_FAST_HASH_H
#define BV_FAST_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* odd, half of their bits set: the fractions of the roots of 2, 3 and 5 */
#define BV_HASH_0	UINT64_C(0x6a09e667f3bcc909)
#define BV_HASH_1	UINT64_C(0xbb67ae8584caa73b)
#define BV_HASH_2	UINT64_C(0x3c6ef372fe94f82b)

static inline uint64_t
bv_hash_fold(uint64_t a, uint64_t b)
{
	unsigned __int128 product = (unsigned __int128) a * b;

	return (uint64_t) product ^ (uint64_t) (product >> 64);
}

/* Little endian, wherever we are. */
static inline uint64_t
bv_hash_load_8(const char *from)
{
	uint64_t	word;

	memcpy(&word, from, sizeof(word));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap64(word);
#endif
	return word;
}

static inline uint64_t
bv_hash_load_4(const char *from)
{
	uint32_t	word;

	memcpy(&word, from, sizeof(word));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	word = __builtin_bswap32(word);
#endif
	return word;
}

static inline uint64_t
bv_fast_hash(const char *value, size_t len)
{
	uint64_t	seed = BV_HASH_0;
	uint64_t	a = 0;
	uint64_t	b = 0;
	size_t		rest = len;

	while (rest > 16)
	{
		seed = bv_hash_fold(bv_hash_load_8(value) ^ BV_HASH_1, bv_hash_load_8(value + 8) ^ seed);
		value += 16;
		rest -= 16;
	}
	if (rest >= 8)
	{
		a = bv_hash_load_8(value);
		b = bv_hash_load_8(value + rest - 8);
	}
	else if (rest >= 4)
	{
		a = bv_hash_load_4(value);
		b = bv_hash_load_4(value + rest - 4);
	}
	else if (rest > 0)
	{
		a = (uint64_t) (unsigned char) value[0] << 16 |
			(uint64_t) (unsigned char) value[rest >> 1] << 8 | (unsigned char) value[rest - 1];
	}
	return bv_hash_fold(BV_HASH_2 ^ len, bv_hash_fold(a ^ BV_HASH_1, b ^ seed));
}

static inline uint64_t
bv_fast_hash_number(uint64_t number)
{
	return bv_hash_fold(BV_HASH_2, bv_hash_fold(number ^ BV_HASH_1, BV_HASH_0));
}

#endif							/* BV_FAST_HASH_H */
