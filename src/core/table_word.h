/*
 * table_word.h: what a word in a name says the rows are: people, things, or neither
 */
#ifndef BV_TABLE_WORD_H
#define BV_TABLE_WORD_H

#include <stddef.h>

typedef enum BvWordKind
{
	BV_WORD_UNKNOWN,
	BV_WORD_PERSON,				/* customer, employee, patient … */
	BV_WORD_THING,				/* product, country, log … */
	BV_WORD_QUALIFIER,			/* says which one, not of what: home, billing, number … */
	BV_WORD_KEY					/* id, no, number, key: a reference */
} BvWordKind;

/* The kind of a word, folded to lower-case ASCII; plurals are understood. */
extern BvWordKind bv_word_kind(const char *word, size_t len);

#endif							/* BV_TABLE_WORD_H */
