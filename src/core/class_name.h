/*
 * class_name.h: names of classes that are not in the catalogue
 *
 * Numbers from BV_USER_CLASS_FIRST on mean something in one database, or in one
 * exposure.  So that an exposure can leave its database it carries a name for
 * each of them: that of a user's class, "loyalty_card", or of a class that is
 * protected, with the kind of protection: "us_ssn/hmac", "loyalty_card/token".
 */
#ifndef BV_CLASS_NAME_H
#define BV_CLASS_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "class_set.h"

/* A word is [a-z][a-z0-9_]*, with room for its terminator. */
#define BV_WORD_SIZE	64

/* A name is one word, or two with a slash between them. */
#define BV_NAME_SIZE	(2 * BV_WORD_SIZE)

/* How many names there can be, and the bytes of all of them. */
#define BV_NAMES_MAX	(BV_CLASS_LIMIT - BV_USER_CLASS_FIRST)
#define BV_NAMES_SIZE	(BV_NAMES_MAX * BV_NAME_SIZE)

/* Terminated names, one behind the other; the first stands for BV_USER_CLASS_FIRST. */
typedef struct BvNames
{
	uint32_t	size;			/* bytes */
	const char *text;
} BvNames;

/* Names with room for more. */
typedef struct BvNameTable
{
	uint32_t	size;
	uint32_t	count;
	char		text[BV_NAMES_SIZE];
} BvNameTable;

/* The numbers of some names among others. */
typedef struct BvRenaming
{
	bool		is_identity;
	int16_t		number[BV_NAMES_MAX];	/* by number less BV_USER_CLASS_FIRST */
} BvRenaming;

/* Is it a word, as names of classes and of protections are? */
extern bool bv_is_class_word(const char *word, size_t len);

/* Is it one word, or two with a slash between them? */
extern bool bv_is_class_name(const char *name, size_t len);

/* The number that a name stands for, or 0. */
extern int	bv_names_find(const BvNames *names, const char *name);

/* The name that a number stands for, or NULL. */
extern const char *bv_names_get(const BvNames *names, int number);

extern BvNames bv_name_table_names(const BvNameTable *table);

/* Empties the table, then takes in names as they are numbered. */
extern void bv_name_table_set(BvNameTable *table, const BvNames *names);

/* The number of a name, which is added if it is new; 0 where there is no room. */
extern int	bv_name_table_add(BvNameTable *table, const char *name);

/*
 * Adds all names to the table, and tells their numbers there; false where there
 * is no room.
 */
extern bool bv_name_table_join(BvNameTable *table, const BvNames *names,
							   BvRenaming *renaming);

/* A class set by other numbers. */
extern BvClassSet bv_rename_classes(const BvClassSet *classes, const BvRenaming *renaming);

static inline bool
bv_class_set_has_names(const BvClassSet *set)
{
	uint64_t	any = 0;

	for (int i = BV_USER_CLASS_FIRST / 64; i < BV_CLASS_SET_WORDS; i++)
		any |= set->word[i];
	return any != 0;
}

#endif							/* BV_CLASS_NAME_H */
