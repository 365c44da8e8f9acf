/*
 * recognize_index.h: which classes values of a shape may be of
 *
 * Private to recognize.c and recognize_index.c.
 */
#ifndef BV_RECOGNIZE_INDEX_H
#define BV_RECOGNIZE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "class.h"
#include "glance.h"
#include "number.h"
#include "vector.h"

/* Built-in classes have numbers below 256: four words of a class set. */
#define WORDS			4

typedef struct Classes
{
	_Alignas(16) uint64_t word[WORDS];
} Classes;

/* Where counts end: the last entry of a table is for this many and more. */
#define LENGTHS			129
#define COUNTS			33
#define BEGINNINGS		64		/* kinds of bytes that beginnings tell apart */
#define BEGINNING_SETS	1024
#define WORD_HASHES		4096	/* a power of 2 */
#define LISTS_MAX		3		/* classes that are lists of words */
#define HALF_KINDS		6		/* the tables for kinds of characters are two, each for half of them */

/* A row of a scheme: one sum over numbers of one length. */
typedef struct Lane
{
	int			number;			/* of the class */
	bool		(*holds) (const BvNumber *number);
	bool		pairs;			/* there are some that tell */
	bool		spaced;			/* also with what separators its class allows */
} Lane;

#define LANES_MAX		32		/* for numbers of one length, a bit each */
#define WIDE_MAX		8		/* those whose sum does not fit into a byte */
#define PLACES_MAX		28		/* of pairs of digits, in fours */
#define REDUCTIONS		5		/* by 16, 8, 4, 2 and 1 times the modulus */

/*
 * Sums in bytes: what a digit in a place adds to each, modulo its modulus.  One
 * holds if it leaves nothing when divided.
 */
typedef struct NarrowSums
{
	_Alignas(16) uint8_t term[BV_NUMBER_MAX][10][LANES_MAX];
	uint8_t		start[LANES_MAX];
	uint8_t		times[REDUCTIONS][LANES_MAX];	/* the modulus; 0 where that is too much */
	uint8_t		if_zero[2][LANES_MAX];	/* also right when the last digit is 0; or 255, as for others */
} NarrowSums;

typedef struct WideSums
{
	_Alignas(16) uint16_t term[BV_NUMBER_MAX][10][WIDE_MAX];
	uint16_t	start[WIDE_MAX];
	uint16_t	modulus[WIDE_MAX];
	uint16_t	reciprocal[WIDE_MAX];	/* 65536 / modulus */
	uint16_t	if_zero[2][WIDE_MAX];	/* or 65535 */
} WideSums;

/*
 * All lanes for numbers of one length: first those with a narrow sum, then with a
 * wide one, then those without.
 */
typedef struct Lanes
{
	int			count;
	int			narrow;
	int			wide;
	uint32_t	narrow_lanes;	/* those, a bit each; */
	uint32_t	wide_lanes;
	uint32_t	without_sum;
	uint32_t	bare;			/* those that need no separators */
	uint32_t	asked;			/* those whose function is always asked */
	uint32_t	askable;		/* those that have one */
	uint32_t	uniform;		/* those that may be one digit repeated */
	uint32_t	verhoeff;		/* those that want these checks */
	uint32_t	mod_11_10;
	Classes		of_four[LANES_MAX / 4][16]; /* the classes of four lanes, and what they are part of */
	uint64_t	told[PLACES_MAX][100];	/* by pairs of digits: in the low half who may have them, */
											/* in the high half who need not be asked for them */
	Lane		lane[LANES_MAX];
	NarrowSums	narrow_sums;
	WideSums	wide_sums;
} Lanes;

/* The lanes whose numbers of so many digits may have those separators. */
typedef struct Layout
{
	uint64_t	layout;
	uint32_t	lanes;			/* a bit each; 0 where there is no layout */
	int			digits;
} Layout;

#define LAYOUTS_SIZE	512		/* a power of 2, twice as many as there are or more */

/* A pattern of a code and what it belongs to. */
typedef struct CodePattern
{
	BvPattern	pattern;
	const BvCodeScheme *scheme;
	int			which;			/* of the patterns of its scheme, from 1 */
	int			number;			/* of the class */
} CodePattern;

#define CODE_LENGTHS	33		/* codes have at most 32 bytes */
#define PATTERNS_MAX	512
#define PATTERN_USES_MAX 4096
#define GROUPS_SIZE		2048	/* a power of 2, twice as many as there are or more */

/* The patterns for values of one length, with so many digits, and separators where they have them. */
typedef struct PatternGroup
{
	uint64_t	key;
	uint16_t	first;
	uint16_t	count;
} PatternGroup;

/* All of this follows from bv_classes alone; filled once, never changed. */
typedef struct RecognizeIndex
{
	bool		built;
	Classes		length[LENGTHS];
	Classes		digits[COUNTS];
	Classes		letters[COUNTS];
	Classes		kinds[2][1 << HALF_KINDS];
	uint16_t	beginning[BEGINNINGS][BEGINNINGS];	/* by the first two bytes, which of these sets */
	Classes		beginnings[BEGINNING_SETS];
	Classes		listed;			/* those that have a list of words, */
	uint8_t		words[WORD_HASHES];	/* which of these sets a word may be of */
	Classes		word_sets[1 << LISTS_MAX];
	uint8_t		number_of[64 * WORDS];	/* of the class: second forms have places of their own */
	BvValidator is_valid[64 * WORDS];	/* of the same, side by side: bv_classes is large */
	Classes		of[64 * WORDS]; /* each class, and what it is part of, by number */
	size_t		letters_max;	/* bytes of the longest code that may be without a digit */
	Classes		numbers;		/* whose schemes know all their numbers */
	Classes		bare_numbers;	/* all of digits alone */
	Lanes		lanes[BV_NUMBER_MAX + 1];
	int			layouts_count;
	Layout		layouts[LAYOUTS_SIZE];	/* hashed by layout_of() */
	int			patterns_count;
	CodePattern patterns[PATTERNS_MAX];
	PatternGroup groups[GROUPS_SIZE];	/* hashed by group_key(); count 0 where none is */
	uint64_t	places[PATTERN_USES_MAX];	/* of the patterns of all groups: places_of() */
	uint16_t	pattern_of[PATTERN_USES_MAX];
} RecognizeIndex;

extern RecognizeIndex bv_recognize;

/* To be called unless it is built. */
extern void bv_recognize_build(void);

static inline void
add_class(Classes *classes, int number)
{
	classes->word[number / 64] |= UINT64_C(1) << (number % 64);
}

/* Adds classes to others. */
static inline void
unite(Classes *classes, const Classes *more)
{
#ifdef __SSE2__
	__m128i    *to = (__m128i *) classes->word;
	const __m128i *from = (const __m128i *) more->word;

	/* always in such halves: what is written in quarters cannot be read as one at once */
	_mm_store_si128(to, _mm_or_si128(_mm_load_si128(to), _mm_load_si128(from)));
	_mm_store_si128(to + 1, _mm_or_si128(_mm_load_si128(to + 1), _mm_load_si128(from + 1)));
#else
	for (int i = 0; i < WORDS; i++)
		classes->word[i] |= more->word[i];
#endif
}

/* Adds a class that the value is of, if so, and what that is part of; without a branch. */
static inline void
add_found(Classes *found, int number, bool is_of)
{
	const Classes *classes = &bv_recognize.of[number];

#ifdef __SSE2__
	__m128i    *to = (__m128i *) found->word;
	const __m128i *from = (const __m128i *) classes->word;
	__m128i		all = _mm_set1_epi32(-(int) is_of);

	_mm_store_si128(to, _mm_or_si128(_mm_load_si128(to), _mm_and_si128(all, _mm_load_si128(from))));
	_mm_store_si128(to + 1, _mm_or_si128(_mm_load_si128(to + 1), _mm_and_si128(all, _mm_load_si128(from + 1))));
#else
	if (is_of)
		unite(found, classes);
#endif
}

/* Adds the classes of those lanes. */
static inline void
add_classes_of(const Lanes *lanes, uint32_t some, Classes *found)
{
	for (const Classes (*of)[16] = lanes->of_four; some != 0; of += 4, some >>= 16)
	{
		const Classes *first = &of[0][some & 15];
		const Classes *second = &of[1][some >> 4 & 15];
		const Classes *third = &of[2][some >> 8 & 15];
		const Classes *fourth = &of[3][some >> 12 & 15];

		unite(found, first);
		unite(found, second);
		unite(found, third);
		unite(found, fourth);
	}
}

/* The classes, and second forms, that have the form, but for the first byte. */
static inline void
classes_of_form(size_t len, const BvGlance *glance, Classes *classes)
{
	const Classes *length = &bv_recognize.length[len < LENGTHS ? len : LENGTHS - 1];
	const Classes *digits = &bv_recognize.digits[glance->digits < COUNTS ? glance->digits : COUNTS - 1];
	const Classes *letters = &bv_recognize.letters[glance->letters < COUNTS ? glance->letters : COUNTS - 1];
	const Classes *low_kinds = &bv_recognize.kinds[0][glance->kinds & ((1 << HALF_KINDS) - 1)];
	const Classes *high_kinds = &bv_recognize.kinds[1][glance->kinds >> HALF_KINDS];

	for (int i = 0; i < WORDS; i++)
		classes->word[i] = length->word[i] & digits->word[i] & letters->word[i] &
			low_kinds->word[i] & high_kinds->word[i];
}

/* What beginnings tell apart: small letters are as capitals, signs that none has are alike. */
extern const uint8_t bv_beginning_kinds[256];

/* The classes that have values with these first two bytes, or with the first alone. */
static inline const Classes *
classes_of_beginning(const char *value, size_t len)
{
	unsigned	first = bv_beginning_kinds[(unsigned char) value[0]];
	unsigned	second = len > 1 ? bv_beginning_kinds[(unsigned char) value[1]] : 0;

	return &bv_recognize.beginnings[bv_recognize.beginning[first][second]];
}

/* By its length, its first two bytes and the last: few words that are in no list share all with one. */
static inline unsigned
word_hash(const char *word, size_t len)
{
	uint32_t	ends = bv_beginning_kinds[(unsigned char) word[0]] |
		(uint32_t) bv_beginning_kinds[(unsigned char) word[len > 1]] << 6 |
		(uint32_t) bv_beginning_kinds[(unsigned char) word[len - 1]] << 12 | (uint32_t) len << 18;

	return ends * UINT32_C(0x9E3779B1) >> 20;
}

/* All classes but those whose lists the word is surely not in. */
static inline const Classes *
classes_of_words(const char *word, size_t len)
{
	return &bv_recognize.word_sets[bv_recognize.words[word_hash(word, len)]];
}

/* How numbers of so many digits are written; or where that should be put, without lanes. */
static inline Layout *
layout_of(uint64_t layout, int digits)
{
	unsigned	at = (unsigned) ((layout + digits) * UINT64_C(0x9E3779B97F4A7C15) >> 55);

	while (bv_recognize.layouts[at].lanes != 0 &&
		   (bv_recognize.layouts[at].layout != layout || bv_recognize.layouts[at].digits != digits))
		at = (at + 1) % LAYOUTS_SIZE;
	return &bv_recognize.layouts[at];
}

static inline uint64_t
group_key(size_t len, size_t digits, uint32_t others)
{
	return (uint64_t) others << 16 | len << 8 | digits;
}

/* Where digits and letters are, or must be. */
static inline uint64_t
places_of(uint32_t digits, uint32_t letters)
{
	return (uint64_t) letters << 32 | digits;
}

/* The group of that key, or the empty one where it should be put. */
static inline PatternGroup *
group_of(uint64_t key)
{
	/* by the golden ratio, Knuth, volume 3, section 6.4 */
	unsigned	at = (unsigned) (key * UINT64_C(0x9E3779B97F4A7C15) >> 53);

	while (bv_recognize.groups[at].count > 0 && bv_recognize.groups[at].key != key)
		at = (at + 1) % GROUPS_SIZE;
	return &bv_recognize.groups[at];
}

#endif							/* BV_RECOGNIZE_INDEX_H */
