/*
 * column_name.h: which classes the name of a column speaks for
 *
 * A name is folded (lower case, no diacritics, no separators) and cut into
 * tokens at separators, at digits and where camelCase changes; then the whole
 * and every run of tokens is looked up among the synonyms of the catalogue.
 * A token of two words that we know is two ("kundennummer", "custemail"); else
 * nothing is ever matched inside a token: "plan" does not hold "lan".
 */
#ifndef BV_COLUMN_NAME_H
#define BV_COLUMN_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "class.h"

#define BV_LANGUAGE_EN	0x01
#define BV_LANGUAGE_NL	0x02
#define BV_LANGUAGE_DE	0x04
#define BV_LANGUAGE_FR	0x08
#define BV_LANGUAGE_ES	0x10
#define BV_LANGUAGE_IT	0x20
#define BV_LANGUAGE_PT	0x40
#define BV_LANGUAGE_SV	0x80
#define BV_LANGUAGE_PL	0x0100
#define BV_LANGUAGE_CS	0x0200
#define BV_LANGUAGE_DA	0x0400
#define BV_LANGUAGE_NO	0x0800
#define BV_LANGUAGE_FI	0x1000
#define BV_LANGUAGE_TR	0x2000
#define BV_LANGUAGE_HU	0x4000
#define BV_LANGUAGE_RO	0x8000
#define BV_LANGUAGE_ID	0x10000
#define BV_LANGUAGE_SK	0x20000
#define BV_LANGUAGE_HR	0x40000	/* and what is like it: Serbian, Bosnian, Slovene */
#define BV_LANGUAGE_RU	0x80000
#define BV_LANGUAGE_UK	0x100000
#define BV_LANGUAGE_EL	0x200000
#define BV_LANGUAGE_JA	0x400000
#define BV_LANGUAGE_ZH	0x800000
#define BV_LANGUAGE_KO	0x1000000
#define BV_LANGUAGE_AR	0x2000000
#define BV_LANGUAGE_VI	0x4000000
#define BV_LANGUAGE_ET	0x8000000
#define BV_LANGUAGE_LT	0x10000000	/* and Latvian */
#define BV_LANGUAGE_HE	0x20000000	/* in Latin letters */
#define BV_LANGUAGES	0x3FFFFFFF	/* all of them */

#define BV_NAME_BYTES	192		/* of a folded name; PostgreSQL's have 63 at most */
#define BV_NAME_TOKENS	24

/* A folded name; its tokens lie back to back, so a run of them is one string. */
typedef struct BvColumnName
{
	char		text[BV_NAME_BYTES + 1];	/* terminated */
	int			len;
	int			tokens;
	uint8_t		start[BV_NAME_TOKENS + 1];	/* of each token; then the end of the last */
	bool		cut;			/* it was longer than fits: the rest is not here */
} BvColumnName;

/* One class that a name speaks for. */
typedef struct BvColumnNameMatch
{
	const BvClass *class;
	int			first;			/* of the tokens that the synonym covers, */
	int			tokens;			/* how many these are, */
	int			letters;		/* and of how many characters */
	int			negatives;		/* negative words among the tokens it leaves */
	bool		whole;			/* it covers all of them */
	unsigned	languages;		/* in which the synonym is used; 0: the class's own name */
} BvColumnNameMatch;

/* A name that columns of a class have; the table is sorted by name and class. */
typedef struct BvColumnSynonym
{
	const char *name;			/* folded */
	const char *class_name;
	unsigned	languages;
} BvColumnSynonym;

extern const BvColumnSynonym bv_column_synonyms[];
extern const int bv_column_synonym_count;

/* Where a word counts against the class; a mask. */
#define BV_NEGATIVE_FIRST	1	/* as the first token: is_, has_ */
#define BV_NEGATIVE_LAST	2	/* as the last: _at, _id */
#define BV_NEGATIVE_ANY		4
#define BV_NEGATIVE_THING	8	/* anywhere: it is about a thing, not a person */
#define BV_NEGATIVE_AFTER	16	/* behind the name of the class: email_verified, not verified_email */
#define BV_NEGATIVE_COUNT	32	/* as the first, before a plural: num_phones, not num_phone */

typedef struct BvNegativeWord
{
	const char *word;			/* folded */
	int			where;
} BvNegativeWord;

extern const BvNegativeWord bv_negative_words[];
extern const int bv_negative_word_count;

/*
 * Folds a name in UTF-8 (bytes that are not stay as they are) and cuts it into
 * tokens.  Letters outside Latin script are kept, in their own case.
 */
extern void bv_column_name_fold(const char *name, size_t len, BvColumnName *folded);

/*
 * The classes of which a synonym is the whole name or a run of its tokens, each
 * once with its longest run: those that cover most tokens first, then most
 * letters, then in order of number.  Returns how many of the at most limit
 * there are; BV_NAME_MATCHES is room for all that a real name has.
 *
 * A trailing plural s may be missing from the synonym.
 */
#define BV_NAME_MATCHES	32
extern int	bv_column_name_match(const BvColumnName *name,
								 BvColumnNameMatch *matches, int limit);

/* The synonyms with that folded name: the first, and how many follow it. */
extern const BvColumnSynonym *bv_column_synonyms_of(const char *name, size_t len,
													int *count);

#endif							/* BV_COLUMN_NAME_H */
