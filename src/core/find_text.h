/*
 * find_text.h: what the parts of the finder share: kinds of characters, phrases
 * of digits, and the judgement of what they are
 */
#ifndef BV_FIND_TEXT_H
#define BV_FIND_TEXT_H

#include "class.h"
#include "find.h"

/*
 * Fewer digits than these, in so many bytes, are nobody's number, secrets and
 * addresses aside; of longer numbers so many are within.
 */
#define BV_DIGITS_LEAST		7
#define BV_DIGITS_MOST		12
#define BV_DIGITS_WITHIN	24

/* Kinds of bytes; a mask. */
#define BV_KIND_DIGIT	0x01
#define BV_KIND_LOWER	0x02
#define BV_KIND_UPPER	0x04
#define BV_KIND_LINE	0x08	/* _ */
#define BV_KIND_JOIN	0x10	/* - . +: one of them between word characters joins them */
#define BV_KIND_HIGH	0x20	/* beyond ASCII */
#define BV_KIND_BESIDE	0x40	/* other characters beside which a number may be part of something */
#define BV_KIND_LETTER	(BV_KIND_LOWER | BV_KIND_UPPER)
#define BV_KIND_WORD	(BV_KIND_DIGIT | BV_KIND_LETTER | BV_KIND_LINE)

extern const uint8_t bv_find_kinds[256];

/* The kind of the byte there; 0 outside the text. */
static inline int
bv_find_kind(const BvFinder *finder, size_t at)
{
	return at < finder->length ? bv_find_kinds[(unsigned char) finder->text[at]] : 0;
}

/* The byte there; 0 outside the text, also before it. */
static inline char
bv_find_char(const BvFinder *finder, size_t at)
{
	return at < finder->length ? finder->text[at] : '\0';
}

/* Is what begins there, or ends before it, part of a word? */
extern bool bv_find_word_at(const BvFinder *finder, size_t at);
extern bool bv_find_word_before(const BvFinder *finder, size_t at);

/* Does the text have that there? */
extern bool bv_find_has(const BvFinder *finder, size_t at, const char *expected);

/*
 * Digits in groups as people write them, folded to ASCII: full-width digits,
 * spaces and dashes of typography.
 */
#define BV_PHRASE_BYTES		64
#define BV_PHRASE_GROUPS	10
#define BV_PHRASE_DIGITS	24

typedef struct BvPhrase
{
	char		text[BV_PHRASE_BYTES];
	size_t		start;			/* in the text */
	int			groups;
	int			size[BV_PHRASE_GROUPS]; /* how many digits */
	int			digits[BV_PHRASE_GROUPS];	/* up to and with it */
	int			fold_end[BV_PHRASE_GROUPS]; /* where it ends, here */
	size_t		end[BV_PHRASE_GROUPS];	/* and in the text */
	bool		parenthesis[BV_PHRASE_GROUPS];	/* there was one up to and with it */
} BvPhrase;

/* What a candidate looks like, by which it may count without a word beside it. */
#define BV_SHAPE_DISTINCT	0x01	/* few things look so */
#define BV_SHAPE_SSN		0x02	/* 123-45-6789 */
#define BV_SHAPE_DIALLED	0x04	/* with +, trunk prefix and groups, or area code */
#define BV_SHAPE_CARD		0x08	/* as long as most cards, or in fours */
#define BV_SHAPE_VIN		0x10
#define BV_SHAPE_ADDRESS	0x20	/* no version number looks so */
#define BV_SHAPE_DATE		0x40	/* nothing else looks so */
#define BV_SHAPE_DOUBTFUL	0x80	/* what it stands beside speaks against it */

/*
 * Which class a candidate is of, of those that its value (perhaps folded)
 * passes, by its shape and the words before it; 0: none that counts.
 */
extern int	bv_find_judge(BvFinder *finder, const char *value, size_t value_len,
						  size_t start, size_t end, int shape);

/* find_policy.c: how a class is told in free text */
typedef enum BvFindPolicy
{
	BV_FIND_NEVER,
	BV_FIND_WITH_WORD,			/* only with a word near that speaks of it */
	BV_FIND_SHAPED,				/* alone where the shape is distinct */
	BV_FIND_SSN,				/* alone in its own shape; so are the next */
	BV_FIND_PHONE,
	BV_FIND_CARD,
	BV_FIND_VIN,
	BV_FIND_ADDRESS,
	BV_FIND_ALONE
} BvFindPolicy;

/* The classes that have code of their own, and how all are told. */
typedef struct BvFindClasses
{
	const BvClass *birth_date;
	const BvClass *crypto_wallet;
	const BvClass *email;
	const BvClass *iban;
	const BvClass *ip_address;
	const BvClass *mac;
	const BvClass *password_hash;
	const BvClass *payment_card;
	const BvClass *phone;
	const BvClass *private_key;
	const BvClass *us_ssn;
	uint8_t		policy[BV_CLASS_LIMIT]; /* BvFindPolicy, by number */
	uint8_t		digits_least[BV_CLASS_LIMIT];	/* that values have, near one another */
	BvClassSet	known;			/* all but BV_FIND_NEVER */
	BvClassSet	by_sign;		/* which signs can tell (find_sign.c) */
	BvClassSet	identifiers;	/* of a state */
} BvFindClasses;

extern const BvFindClasses *bv_find_classes(void);

/* find_context.c: what the words before a candidate speak of */
typedef struct BvFindContext
{
	BvClassSet	classes;
	bool		any_identifier; /* of a state, whatever its class */
	bool		denied;			/* it is an order, a version, … */
} BvFindContext;

/* How many words are read: fewer for what counts by itself, unless they deny it. */
#define BV_STRONG_WORDS	3
#define BV_BACK_WORDS	6

extern void bv_find_context(BvFinder *finder, size_t start, size_t end, int words,
							BvFindContext *context);

/* Is that class one to look for? */
static inline bool
bv_find_wants(const BvFinder *finder, int class_number)
{
	return finder->wanted == NULL || bv_class_set_has(finder->wanted, class_number);
}

/*
 * The candidates of an anchor.  Each moves finder->floor behind what need not be
 * looked at again, and returns whether something was found.
 */
extern bool bv_find_phrase(BvFinder *finder, size_t start, BvFound *found);	/* find_number.c */
extern bool bv_find_chain(BvFinder *finder, size_t at, BvFound *found);	/* find_word.c */
extern bool bv_find_sign(BvFinder *finder, size_t at, BvFound *found);	/* find_sign.c */
extern bool bv_find_secret(BvFinder *finder, size_t start, BvFound *found);	/* find_secret.c */
extern bool bv_find_hash(BvFinder *finder, size_t start, BvFound *found);
extern bool bv_find_private_key(BvFinder *finder, size_t at, BvFound *found);

/* Nothing that begins before that is looked for any more. */
static inline void
bv_find_skip(BvFinder *finder, size_t end)
{
	if (finder->floor < end)
		finder->floor = end;
}

/* Notes what was found, and returns true. */
extern bool bv_found(BvFinder *finder, BvFound *found, int class_number,
					 size_t start, size_t end);

#endif							/* BV_FIND_TEXT_H */
