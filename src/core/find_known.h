/*
 * find_known.h: words that speak of classes, or against them
 *
 * Private to find_known.c and find_context.c.
 */
#ifndef BV_FIND_KNOWN_H
#define BV_FIND_KNOWN_H

#include "find_text.h"

/* What is known of a word, or of some words written together; a mask. */
#define BV_SAYS_CLASS	0x01	/* it is what columns of a class are called */
#define BV_SAYS_EXTRA	0x02	/* it is said of one */
#define BV_DENIES		0x04	/* what is counted, ordered, built or read is no person's */
#define BV_IS_ORDINARY	0x08	/* it counts right before the number, stressed; or else denies */
#define BV_IS_ADJACENT	0x10	/* it counts right before the number */
#define BV_IS_WEAK		0x20	/* it counts beside another that says the same */

typedef struct BvKnown
{
	uint32_t	hash;
	uint16_t	synonym;		/* of a column: the first of that name, plus 1; or 0 */
	uint8_t		known;			/* number of the known word, plus 1; or 0 */
	uint8_t		says;			/* BV_SAYS_* and so on; 0: nothing is known of it */
} BvKnown;

/*
 * Most words of prose begin as none that is known, or have not as many letters:
 * the first three letters (as many as there are) tell whether there are any, and
 * of which lengths.
 */
#define BV_KNOWN_LENGTH_MOST	31	/* a bit for this many letters and more */
#define BV_KNOWN_LENGTHS	2048

extern uint32_t bv_known_begun[1024];	/* how words begin, a bit each */
extern uint32_t bv_known_lengths[BV_KNOWN_LENGTHS]; /* by how they begin, hashed */

/* Three bytes can be read there, however few letters the word has. */
static inline uint32_t
bv_known_letters(const char *text, int len)
{
	static const uint32_t masks[] = {0, 0x1F, 0x3FF, 0x7FFF};
	uint32_t	letters = (text[0] & 31) | (text[1] & 31) << 5 | (text[2] & 31) << 10;

	return letters & masks[len < 3 ? len : 3];
}

static inline uint32_t
bv_known_length(int len)
{
	return UINT32_C(1) << (len < BV_KNOWN_LENGTH_MOST ? len : BV_KNOWN_LENGTH_MOST);
}

static inline uint32_t *
bv_known_lengths_at(uint32_t letters)
{
	return &bv_known_lengths[(letters * 2654435761u) >> 21];
}

/* The lengths, a bit each, of words that begin so; they may have an s behind them. */
static inline uint32_t
bv_known_lengths_of(uint32_t letters)
{
	uint32_t	begun = bv_known_begun[letters / 32] >> letters % 32 & 1;
	uint32_t	lengths = *bv_known_lengths_at(letters) & -begun;

	return lengths | lengths << 1;
}

/* To be called before all else. */
extern void bv_known_make(void);

/* What is known of words in small letters, written together. */
extern const BvKnown *bv_known_of(const char *text, int len);

/* Adds the classes that a word speaks of. */
extern void bv_known_add(const BvKnown *word, BvFindContext *context);

#endif							/* BV_FIND_KNOWN_H */
