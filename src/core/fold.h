/*
 * fold.h: text as words that compare equal however they are written
 *
 * Letters lose case and marks (Jürgen, JURGEN and jurgen are one), apostrophes
 * vanish, all else that is neither letter nor digit parts words.  UTF-8 is read
 * as such; a byte that is no part of it is taken for Latin-1.
 */
#ifndef BV_FOLD_H
#define BV_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BV_FOLD_BYTES	160
#define BV_FOLD_WORDS	12

typedef struct BvWords
{
	int			count;
	int			size;			/* bytes of text */
	bool		has_digit;
	bool		whole;			/* false: there was more than there is room for */
	uint8_t		start[BV_FOLD_WORDS + 1];	/* of each word; the last one is where the next would be */
	uint64_t	hash[BV_FOLD_WORDS];	/* bv_fold_hash() of each */
	uint64_t	hash_of_all;	/* and of text */
	char		text[BV_FOLD_BYTES];	/* words with a space between, not terminated */
} BvWords;

/* The first words of a text, folded. */
extern void bv_fold(const char *value, size_t len, BvWords *words);

/* The bytes of one word. */
static inline int
bv_word_size(const BvWords *words, int word)
{
	return words->start[word + 1] - 1 - words->start[word];
}

/* Is it that word? */
extern bool bv_word_is(const BvWords *words, int word, const char *text);

/*
 * Which ending of a list a word has: the length of the first such, or 0.
 * Endings are by their last letter, with a space between.
 */
extern int	bv_ending(const char *word, int size, const char *const endings[26]);

/*
 * A hash of folded text, good in its high bits: FNV-1a, multiplied once more.
 * The generated tables are made with it.
 */
static inline uint64_t
bv_fold_hash_begin(void)
{
	return UINT64_C(0xcbf29ce484222325);
}

static inline uint64_t
bv_fold_hash_add(uint64_t hash, char c)
{
	return (hash ^ (unsigned char) c) * UINT64_C(0x100000001b3);
}

static inline uint64_t
bv_fold_hash_end(uint64_t hash)
{
	return (hash ^ hash >> 32) * UINT64_C(0x9e3779b97f4a7c15);
}

extern uint64_t bv_fold_hash(const char *text, size_t len);

/* fold_table.c: lower-case ASCII as it is, '\'' for what is dropped, 0 for what parts words */
extern const char bv_fold_ascii[128];

/* U+00C0 to U+04FF, then U+1E00 to U+1EFF */
#define BV_FOLD_FIRST	0x00C0
#define BV_FOLD_LAST	0x04FF
#define BV_FOLD_FIRST_2 0x1E00
#define BV_FOLD_LAST_2	0x1EFF

extern const uint16_t bv_fold_table[];

#endif							/* BV_FOLD_H */
