/*
 * find_text.h: what the parts of the finder share: kinds of characters, phrases
 * of digits, and the judgement of what they are
 */
#ifndef BV_FIND_TEXT_H
#define BV_FIND_TEXT_H

#include <stddef.h>
#include <string.h>

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

/* How many bytes the end of a line has that is there; 0: none is. */
static inline int
bv_find_line_end(const BvFinder *finder, size_t at)
{
	if (bv_find_char(finder, at) == '\n')
		return 1;
	return bv_find_char(finder, at) == '\r' && bv_find_char(finder, at + 1) == '\n' ? 2 : 0;
}

/* Does the text have that there? */
extern bool bv_find_has(const BvFinder *finder, size_t at, const char *expected);

/* The digits of the text from there on, a bit for each byte, for what lies in the window. */
static inline uint64_t
bv_find_digits(const BvFinder *finder, size_t at)
{
	const uint64_t *digit = &finder->marks.digit[(at - finder->window) / BV_FIND_BLOCK];
	int			bit = (at - finder->window) % BV_FIND_BLOCK;

	/* in two steps, as a shift by 64 would be none */
	return digit[0] >> bit | digit[1] << 1 << (63 - bit);
}

/*
 * How digits are written: for each group a byte, of how many digits and what is
 * before it.  0 is in none of the ways that a class has.
 */
#define BV_SPELLING_GROUPS	8

static inline uint64_t
bv_spelling_with(uint64_t spelling, int separator, int size)
{
	return spelling << 8 | (uint64_t) (separator << 5 | size);
}

/* The sizes of the groups alone. */
#define BV_SPELLING_SIZES	UINT64_C(0x1F1F1F1F1F1F1F1F)

/* The number of a separator in spellings; 0 for what is none. */
#define BV_SEPARATOR_SPACE	1
#define BV_SEPARATOR_HYPHEN	2
#define BV_SEPARATOR_DOT	3
#define BV_SEPARATOR_SLASH	4

extern const uint8_t bv_find_separators[256];

/* What digits in such a spelling may be without a word beside them; a mask. */
#define BV_MAY_BE_CARD		0x01
#define BV_MAY_BE_SSN		0x02
#define BV_MAY_BE_SHAPED	0x04	/* of a class that wants a distinct shape */
#define BV_MAY_BE_ALONE		0x08	/* of a class that wants none */

extern int	bv_find_may_be(uint64_t spelling, int digits);

/* Have few things but numbers of states groups of these sizes? */
extern bool bv_find_is_distinct(uint64_t sizes);

/* May groups of so many digits, with spaces between, begin anything of the kind?  0: there is none. */
extern bool bv_find_may_begin(int first, int second, int third);

/*
 * Digits in groups as people write them: as they stand in the text, or folded to
 * ASCII if there are full-width digits, spaces and dashes of typography.
 */
#define BV_PHRASE_BYTES		64
#define BV_PHRASE_GROUPS	10
#define BV_PHRASE_DIGITS	24

typedef struct BvPhrase
{
	const char *text;
	char		folded[BV_PHRASE_BYTES];
	size_t		start;			/* in the text */
	int			groups;
	uint8_t		size[BV_PHRASE_GROUPS]; /* how many digits */
	uint8_t		digits[BV_PHRASE_GROUPS];	/* up to and with it */
	uint8_t		text_end[BV_PHRASE_GROUPS]; /* where it ends, in text */
	uint8_t		separators[BV_PHRASE_GROUPS];	/* a bit for each kind of them before it */
	bool		parenthesis[BV_PHRASE_GROUPS];	/* there was one up to and with it */
	size_t		end[BV_PHRASE_GROUPS];	/* where it ends in the text searched */
	uint64_t	spelling[BV_PHRASE_GROUPS]; /* up to and with it; 0 if there is anything else */
	uint64_t	sizes[BV_PHRASE_GROUPS];	/* a byte each, as in spellings; 0 if there are too many */
} BvPhrase;

/* What stands between that group and the next, folded: its first character. */
static inline char
bv_phrase_separator(const BvPhrase *phrase, int group)
{
	return phrase->text[phrase->text_end[group]];
}

/* find_phrase.c: reads a phrase that begins there, with + ( or a digit. */
extern bool bv_read_phrase(BvFinder *finder, size_t start, BvPhrase *phrase);

/* What a candidate looks like, by which it may count without a word beside it. */
#define BV_SHAPE_DISTINCT	0x01	/* few things look so */
#define BV_SHAPE_SSN		0x02	/* 123-45-6789 */
#define BV_SHAPE_DIALLED	0x04	/* with +, trunk prefix and groups, or area code */
#define BV_SHAPE_CARD		0x08	/* as long as most cards, or in fours */
#define BV_SHAPE_VIN		0x10
#define BV_SHAPE_ADDRESS	0x20	/* no version number looks so */
#define BV_SHAPE_DATE		0x40	/* nothing else looks so */
#define BV_SHAPE_DOUBTFUL	0x80	/* what it stands beside speaks against it */

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
	const BvClass *bank_account;
	const BvClass *birth_date;
	const BvClass *crypto_wallet;
	const BvClass *email;
	const BvClass *gb_nino;
	const BvClass *iban;
	const BvClass *ip_address;
	const BvClass *mac;
	const BvClass *password_hash;
	const BvClass *payment_card;
	const BvClass *phone;
	const BvClass *private_key;
	const BvClass *us_aba;
	const BvClass *us_ssn;
	uint8_t		policy[BV_CLASS_LIMIT]; /* BvFindPolicy, by number */
	uint8_t		digits_least[BV_CLASS_LIMIT];	/* that values have, near one another */
	BvClassSet	known;			/* all but BV_FIND_NEVER */
	BvClassSet	by_sign;		/* which signs can tell (find_sign.c) */
	BvClassSet	identifiers;	/* of a state */
	BvClassSet	loose;			/* which nothing but a word right before them tells */
	BvClassSet	unchecked;		/* these, days and telephone numbers */
	BvClassSet	alone_by_digits;	/* which their digits tell */
	BvClassSet	of_digits;		/* of digits alone, or spoken of as they are */
} BvFindClasses;

extern const BvFindClasses *bv_find_classes(void);

/* find_context.c: what the words before a candidate speak of */
typedef struct BvFindContext
{
	BvClassSet	classes;
	bool		any_identifier; /* of a state, whatever its class */
	bool		denied;			/* it is an order, a version, … */
	bool		bare;			/* there is no letter at all within 64 bytes */
	bool		high;			/* there are letters beyond ASCII */
	bool		any_near;		/* only then is the rest set */
	bool		near_identifier;
	BvClassSet	near;			/* those of which the word right before it speaks */
	BvClassSet	near_name;		/* the same, where that is no abbreviation */
	BvClassSet	weak;			/* the same, where it means other things as well */
} BvFindContext;

/* Nothing is spoken of. */
static inline void
bv_find_no_context(BvFindContext *context)
{
	memset(context, 0, offsetof(BvFindContext, near));
}

/* Before anything is added to what is set only then. */
static inline void
bv_find_begin_near(BvFindContext *context)
{
	if (context->any_near)
		return;
	context->any_near = true;
	memset(&context->near, 0, sizeof(*context) - offsetof(BvFindContext, near));
}

/* How many words are read: fewer for what counts by itself, unless they deny it. */
#define BV_STRONG_WORDS	3
#define BV_DATE_WORDS	4
#define BV_BACK_WORDS	6

extern void bv_find_context(BvFinder *finder, size_t start, size_t end, int words,
							BvFindContext *context);

/* The same of what is before it alone. */
extern void bv_find_words(BvFinder *finder, size_t start, int words, BvFindContext *context);

/* Does it speak of any class that can be found? */
extern bool bv_find_speaks(const BvFinder *finder, const BvFindContext *context);

/* Where parentheses begin right behind that, or after a space, is their inside; else 0. */
extern size_t bv_find_parenthesis(const BvFinder *finder, size_t end);

/*
 * Which class a candidate is of, of those that its value (perhaps folded)
 * passes, by its shape and the words before it; 0: none that counts.  context is
 * of BV_BACK_WORDS, if they were read and speak of something, else NULL.
 */
extern int	bv_find_judge(BvFinder *finder, const char *value, size_t value_len,
						  size_t start, size_t end, int shape, const BvFindContext *context);

/* find_beside.c: does the text go on behind a number, or has it begun before it? */
extern bool bv_find_goes_on(const BvFinder *finder, size_t end);
extern bool bv_find_is_of_page(BvFinder *finder, size_t start);
extern bool bv_find_began_before(BvFinder *finder, size_t start, bool *doubtful);

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
extern bool bv_find_is_in_dump(const BvFinder *finder, const BvPhrase *phrase, int last);
extern bool bv_find_broken(BvFinder *finder, const BvPhrase *first, BvFound *found);	/* find_broken.c */
extern bool bv_find_spaced_nino(BvFinder *finder, size_t at, BvFound *found);
extern bool bv_find_date(BvFinder *finder, size_t start, size_t end, BvFound *found);
extern bool bv_find_chain(BvFinder *finder, size_t at, BvFound *found);	/* find_word.c */
extern bool bv_find_colons(BvFinder *finder, size_t at, BvFound *found);	/* find_address.c */
extern bool bv_find_ipv4(BvFinder *finder, size_t start, size_t end, BvFound *found);
extern bool bv_find_spaced_plate(BvFinder *finder, size_t at, size_t end, BvFound *found);	/* find_word.c */
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
