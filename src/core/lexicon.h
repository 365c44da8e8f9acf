/*
 * lexicon.h: what a value looks like by its words: a name, a place, a trade
 *
 * Evidence about a column of values, no verdict on one: names are words, and
 * words names.  How often true values are hit, and others by chance, is measured
 * (doc/words.md) and given below.
 */
#ifndef BV_LEXICON_H
#define BV_LEXICON_H

#include <stddef.h>
#include <stdint.h>

/* What the whole value may be; bits of one mask. */
#define BV_WORDS_GIVEN_NAME		0x0001	/* one to three given names */
#define BV_WORDS_FAMILY_NAME	0x0002	/* a family name, with particles or double */
#define BV_WORDS_FULL_NAME		0x0004	/* given and family name, in either order, titles, initials */
#define BV_WORDS_CITY			0x0008
#define BV_WORDS_REGION			0x0010	/* state, province …, or its code of ISO 3166-2, "NL-NH" */
#define BV_WORDS_COUNTRY		0x0020	/* by name */
#define BV_WORDS_COUNTRY_CODE	0x0040	/* in capitals */
#define BV_WORDS_STREET			0x0080	/* has a word for a street, a house number or not; or a PO box */
#define BV_WORDS_OCCUPATION		0x0100
#define BV_WORDS_COMPANY		0x0200	/* has a legal form, or what firms call themselves */
#define BV_WORDS_LANGUAGE		0x0400
#define BV_WORDS_RELIGION		0x0800

/*
 * A name that says less: all of its words are of the dictionary ("Rose", "Mark
 * Young"), or of no list but the longest, which has words of other languages, or
 * one of them is not known.
 */
#define BV_WORDS_ORDINARY		0x8000
#define BV_WORDS_RARE			0x4000

#define BV_WORDS_KINDS	12		/* bits that are kinds, the lowest */

/* What a value looks like; 0: nothing that is known. */
extern uint32_t bv_words_of(const char *value, size_t len);

/*
 * How often a kind's bit is set, of values that are of the kind and of ones that
 * are of none: words of the dictionary, titles, products, tags, codes.
 */
typedef struct BvWordsRate
{
	uint32_t	kind;			/* one bit */
	const char *class_name;		/* the class for which it speaks */
	double		hit;			/* share of true values: what a column has at least, as a rule */
	double		chance;			/* share of words of the dictionary, of the language that fares worst */
	double		strong_hit;		/* the same without those that are ordinary or rare */
	double		strong_chance;
} BvWordsRate;

extern const BvWordsRate bv_words_rates[BV_WORDS_KINDS];

#endif							/* BV_LEXICON_H */
