/*
 * lexicon_table.h: fingerprints of words, with what they are
 *
 * Between the files of words only.  The first bits of bv_fold_hash() choose
 * a bucket, the sixteen that follow are the fingerprint; in a bucket they ascend.
 * Three in ten thousand words that are not in the table are taken for one that is.
 */
#ifndef BV_LEXICON_TABLE_H
#define BV_LEXICON_TABLE_H

#include <stdint.h>

#define BV_LEXICON_BITS 14		/* that choose a bucket */

/* What a word is; also that of a phrase, with spaces between its words. */
#define BV_WORD_GIVEN		0x0001
#define BV_WORD_FAMILY		0x0002
#define BV_WORD_PARTICLE	0x0004
#define BV_WORD_TITLE		0x0008
#define BV_WORD_CITY		0x0010
#define BV_WORD_REGION		0x0020
#define BV_WORD_OCCUPATION	0x0040
#define BV_WORD_COMPANY		0x0080
#define BV_WORD_LANGUAGE	0x0100
#define BV_WORD_RELIGION	0x0200
#define BV_WORD_ORDINARY	0x0400	/* a word of the dictionary, too */
#define BV_WORD_STREET		0x0800
#define BV_WORD_WAY			0x1000	/* a street, if a number is near */
#define BV_WORD_RARE		0x2000	/* a name that only the longest list has */

extern const uint16_t bv_lexicon_masks[];	/* BV_WORD_* by code */
extern const uint32_t bv_lexicon_buckets[]; /* the first entry of each, and the end */
extern const uint16_t bv_lexicon_fingerprints[];
extern const uint8_t bv_lexicon_codes[];

/* What a word or phrase is, by its hash; 0: it is not known. */
extern int	bv_lexicon_find(uint64_t hash);

#endif							/* BV_LEXICON_TABLE_H */
