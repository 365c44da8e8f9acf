/*
 * picture.h: what a short value looks like: where digits, letters and which signs are
 *
 * A picture is the value with '0' for every digit and 'a' for every letter, and
 * zeros behind it.  Whatever reads the form of a value alone can read its picture
 * instead, once for all values that look so.
 */
#ifndef BV_PICTURE_H
#define BV_PICTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "fast_hash.h"
#include "vector.h"

#define BV_PICTURE_MAX	32		/* of longer values there are too many */

typedef struct BvPicture
{
	_Alignas(16) char text[BV_PICTURE_MAX];
	uint16_t	len;
	bool		not_hex;		/* the value has a letter from G on */
	bool		high;			/* or a byte from 128 on */
} BvPicture;

/* The bytes of all but the text, without holes: compared as one word. */
#define BV_PICTURE_KINDS	4

/*
 * The bytes of such a value and zeros behind them, so that vectors may be loaded from any
 * place; and which of them are digits and letters, a bit each.
 */
typedef struct BvPadded
{
	_Alignas(16) char text[BV_PICTURE_MAX + 16];
	uint32_t	digit;
	uint32_t	letter;
} BvPadded;

/* The picture of a value of 1 to BV_PICTURE_MAX bytes. */
static inline void bv_picture(const char *value, size_t len, BvPicture *picture, BvPadded *padded);

/* The same, without the processor's vectors. */
extern void bv_picture_plain(const char *value, size_t len, BvPicture *picture);

#ifdef __SSE2__

/* Sixteen bytes of a picture; those that are letters from G on go to not_hex, a bit for each kind to the marks. */
static inline __m128i
bv_picture_block(__m128i bytes, __m128i *not_hex, uint32_t *digits, uint32_t *letters)
{
	__m128i		lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
	__m128i		digit = bv_bytes_between(bytes, '0', 9);
	__m128i		letter = bv_bytes_between(lower, 'a', 25);

	*not_hex = bv_bytes_between(lower, 'g', 'z' - 'g');
	*digits = (uint32_t) _mm_movemask_epi8(digit);
	*letters = (uint32_t) _mm_movemask_epi8(letter);
	/* what of a digit is not the '0' in it is in four bits */
	bytes = _mm_andnot_si128(_mm_and_si128(digit, _mm_set1_epi8(0x0F)), bytes);
	return _mm_or_si128(_mm_andnot_si128(letter, bytes), _mm_and_si128(letter, _mm_set1_epi8('a')));
}

static inline void
bv_picture(const char *value, size_t len, BvPicture *picture, BvPadded *padded)
{
	__m128i		low = len < 16 ? bv_load_few(value, len) : _mm_loadu_si128((const __m128i *) value);
	__m128i		high = _mm_setzero_si128();
	__m128i		any = low;
	__m128i		not_hex;
	__m128i		more;
	uint32_t	kinds;

	_mm_store_si128((__m128i *) padded->text, low);
	_mm_store_si128((__m128i *) (padded->text + 16), high);
	_mm_store_si128((__m128i *) (padded->text + 32), high);
	_mm_store_si128((__m128i *) picture->text, bv_picture_block(low, &not_hex, &padded->digit, &padded->letter));
	if (len > 16)
	{
		uint32_t	digit;
		uint32_t	letter;

		high = len < 32 ? bv_load_few(value + 16, len - 16) :
			_mm_loadu_si128((const __m128i *) (value + 16));
		any = _mm_or_si128(low, high);
		_mm_store_si128((__m128i *) (padded->text + 16), high);
		high = bv_picture_block(high, &more, &digit, &letter);
		padded->digit |= digit << 16;
		padded->letter |= letter << 16;
		not_hex = _mm_or_si128(not_hex, more);
	}
	_mm_store_si128((__m128i *) (picture->text + 16), high);
	/* in one piece, as they are compared: what is written in pieces cannot be read as one at once */
	kinds = (uint32_t) len | (uint32_t) (_mm_movemask_epi8(not_hex) != 0) << 16 |
		(uint32_t) (_mm_movemask_epi8(any) != 0) << 24;
	memcpy(&picture->len, &kinds, BV_PICTURE_KINDS);
}

static inline bool
bv_same_picture(const BvPicture *one, const BvPicture *other)
{
	const __m128i *a = (const __m128i *) one->text;
	const __m128i *b = (const __m128i *) other->text;

	return _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_load_si128(a), _mm_load_si128(b))) == 0xFFFF &&
		memcmp(&one->len, &other->len, BV_PICTURE_KINDS) == 0 &&
		(one->len <= 16 || _mm_movemask_epi8(_mm_cmpeq_epi8(_mm_load_si128(a + 1), _mm_load_si128(b + 1))) == 0xFFFF);
}

#else

static inline void
bv_picture(const char *value, size_t len, BvPicture *picture, BvPadded *padded)
{
	bv_picture_plain(value, len, picture);
	memset(padded, 0, sizeof(*padded));
	memcpy(padded->text, value, len);
	for (size_t i = 0; i < len; i++)
	{
		padded->digit |= (uint32_t) (picture->text[i] == '0') << i;
		padded->letter |= (uint32_t) (picture->text[i] == 'a') << i;
	}
}

static inline bool
bv_same_picture(const BvPicture *one, const BvPicture *other)
{
	return memcmp(one->text, other->text, BV_PICTURE_MAX) == 0 &&
		memcmp(&one->len, &other->len, BV_PICTURE_KINDS) == 0;
}

#endif							/* __SSE2__ */

static inline uint64_t
bv_picture_hash(const BvPicture *picture)
{
	uint64_t	part[4];
	uint64_t	hash;

	memcpy(part, picture->text, sizeof(part));
	hash = bv_hash_fold(part[0] ^ BV_HASH_0, part[1] ^ BV_HASH_1 ^ picture->not_hex);
	if (picture->len > 16)
		hash ^= bv_hash_fold(part[2] ^ BV_HASH_1, part[3] ^ BV_HASH_2);
	return hash;
}

#endif							/* BV_PICTURE_H */
