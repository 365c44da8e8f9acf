/*
 * seed_word_table.h: the English words of recovery phrases, BIP 39
 */
#ifndef BV_SEED_WORD_TABLE_H
#define BV_SEED_WORD_TABLE_H

#define BV_SEED_WORDS	2048

/* In the order of the alphabet; of 3 to 8 letters. */
extern const char bv_seed_words[BV_SEED_WORDS][9];

#endif							/* BV_SEED_WORD_TABLE_H */
