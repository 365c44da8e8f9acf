/*
 * number.h: identifiers of digits, or of letters and digits, and the rules that they keep
 *
 * A scheme is data: how it is written, one weighted sum or more of which one must
 * come out, and a function for what sums do not tell (dates, prefixes, regions).
 */
#ifndef BV_NUMBER_H
#define BV_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BV_NUMBER_MAX		26	/* no number that we know has more digits */

/* A value of digits alone or with single separators between them. */
typedef struct BvNumber
{
	unsigned char digit[32];	/* 0 .. 9; zeros after the last */
	int			count;
	uint64_t	layout;			/* a byte for each separator (bv_layout_of); 0: there is none */
} BvNumber;

/* How the weights of a sum are meant. */
typedef enum BvSumKind
{
	BV_WEIGHTED,				/* digit times weight */
	BV_LUHN,					/* every second digit from the right twice, its digits added up */
	BV_VERHOEFF,				/* modulus 0: there is no sum, but the function of the scheme */
	BV_MOD_11_10				/* takes only what passes that check over all digits */
} BvSumKind;

/*
 * A sum over the digits of a number, those of the check included, with what it
 * must leave.  A check digit is a digit with a weight as well: if it is the
 * remainder of the rest it has -1.
 */
typedef struct BvSum
{
	int			digits;			/* that numbers with this sum have */
	int			modulus;		/* 0: there is no sum, and every number passes */
	int			remainder;		/* that a valid number leaves */
	int			if_zero;		/* that it may leave as well if the last digit is 0; 0: none */
	BvSumKind	kind;
	short		weight[20];		/* of the digits from the left; none for BV_LUHN */

	/*
	 * What the function of the scheme tells of such numbers, said once more, so that
	 * it need hardly be asked.  "2:01-12,21-32 9=0" is a pair of digits from the
	 * third on, and a digit 0 as the tenth.  All that it takes of them have those
	 * pairs; all that have them it takes, but for numbers with a doubtful one, or
	 * of one digit repeated.  Tests and fuzz_value compare.
	 */
	const char *as;				/* only of numbers written so, "" for no separators; NULL: as the scheme says */
	const char *pairs;			/* NULL: any */
	const char *doubt;			/* NULL: the function is always asked */
} BvSum;

typedef struct BvNumberScheme
{
	/*
	 * How it is written with separators, 9 for a digit: "999-99-9999|999 99 9999".
	 * Without any it may always be written.
	 */
	const char *formats;
	const BvSum *sums;			/* up to one without digits; one must come out */
	bool		bare;			/* of numbers with separators the validator must be asked, */
	bool		spaced;			/* or the lanes where may_be of the class (class.h) allows the separators */
	bool		various;		/* not one digit, repeated */
	unsigned short first;		/* the digits that it may begin with, a bit each; 0: any */
	bool		(*holds) (const BvNumber *number);	/* all else, or NULL */
} BvNumberScheme;

/*
 * Reads a value, trimmed: false unless it has 1 to BV_NUMBER_MAX digits, begins
 * and ends with one, and has at most eight of " -./+" between them, never two
 * in a row.
 */
extern bool bv_read_number(const char *value, size_t len, BvNumber *number);

/* The layout of a format up to its end or '|', as bv_read_number would find it. */
extern uint64_t bv_layout_of(const char *format);

/* The beginning of the format after this one, or NULL. */
extern const char *bv_next_format(const char *format);

/* How many digits a format has. */
extern int	bv_format_digits(const char *format);

/* Does the sum come out? */
extern bool bv_sum_holds(const BvSum *sum, const BvNumber *number);

/* Is the value, white space around it aside, a number of the scheme? */
extern bool bv_is_number(const BvNumberScheme *scheme, const char *value, size_t len);

/* Is it a number of the scheme, however it is written? */
extern bool bv_number_holds(const BvNumberScheme *scheme, const BvNumber *number);

/* The number that count digits from start stand for; count at most 9. */
static inline int
bv_part(const BvNumber *number, int start, int count)
{
	int			part = 0;

	for (int i = start; i < start + count; i++)
		part = part * 10 + number->digit[i];
	return part;
}

/* Is there but one digit, repeated? */
extern bool bv_one_digit(const BvNumber *number);

/* Verhoeff's check over the first count digits, the last of which is the check. */
extern bool bv_verhoeff(const unsigned char *digit, int count);

/* ISO 7064 modulus 11,10 over the first count digits, the last is the check. */
extern bool bv_mod_11_10(const unsigned char *digit, int count);

/* The digits from low to high, for BvNumberScheme.first. */
#define BV_DIGITS(low, high)	((2u << (high)) - (1u << (low)))

#define BV_SUMS(...)	((const BvSum[]) {__VA_ARGS__, {0}})

/*
 * Defines the validator of a class and its scheme; what follows are the fields
 * of BvNumberScheme.
 */
#define BV_NUMBER_CLASS(class, ...) \
	const BvNumberScheme bv_scheme_##class = {__VA_ARGS__}; \
	bool \
	bv_is_##class(const char *value, size_t len) \
	{ \
		return bv_is_number(&bv_scheme_##class, value, len); \
	} \
	extern const BvNumberScheme bv_scheme_##class

/*
 * Identifiers of letters and digits: patterns of how they are written, and a
 * function for the rest.  In a pattern 9 is a digit, L a letter, X either, one of
 * " -./+()" itself; several have '|' between them.
 */
#define BV_CODE_MAX		31

typedef struct BvCode
{
	char		text[BV_CODE_MAX + 1];	/* letters, in capitals, and digits; terminated */
	int			count;
	int			which;			/* of the patterns it is like, from 1 */
	int			digits;			/* how many there are */
	uint32_t	letters;		/* which there are: BV_LETTER() */
} BvCode;

#define BV_LETTER(letter)	(UINT32_C(1) << ((letter) - 'A'))

typedef struct BvCodeScheme
{
	const char *patterns;
	bool		capitals;		/* small letters are not taken */
	bool		(*holds) (const BvCode *code);	/* or NULL */
	int			asked;			/* it is asked of the first so many patterns, the others hold; 0: of all */
} BvCodeScheme;

/* Does a code that is like a pattern of the scheme hold without being asked? */
static inline bool
bv_code_is_sure(const BvCodeScheme *scheme, int which)
{
	return scheme->holds == NULL || (scheme->asked > 0 && which > scheme->asked);
}

static inline bool
bv_code_holds(const BvCodeScheme *scheme, const BvCode *code)
{
	return bv_code_is_sure(scheme, code->which) || scheme->holds(code);
}

/* A pattern ready to compare with: a bit for each character of the value. */
typedef struct BvPattern
{
	int			len;
	uint32_t	digits;			/* where only digits are */
	uint32_t	letters;		/* where only letters are */
	uint32_t	others;			/* where neither is */
	int			least_digits;	/* and with X taken for digits: */
	int			most_digits;
	uint64_t	layout;			/* of the others, as in BvNumber */
} BvPattern;

/* Reads a pattern up to its end or '|'. */
extern void bv_read_pattern(const char *pattern, BvPattern *result);

/*
 * Reads a value, trimmed: false unless it has letters and digits, at most
 * BV_CODE_MAX, and up to eight others of those that patterns may have.  The others
 * make the layout.  A value of digits alone is a number, not a code.
 */
extern bool bv_read_code(const char *value, size_t len, BvCode *code, uint64_t *layout);

/* Has the value a small letter? */
extern bool bv_has_small_letter(const char *value, size_t len);

/* Is the value, white space around it aside, a code of the scheme? */
extern bool bv_is_code(const BvCodeScheme *scheme, const char *value, size_t len);

#define BV_CODE_CLASS(class, ...) \
	const BvCodeScheme bv_code_##class = {__VA_ARGS__}; \
	bool \
	bv_is_##class(const char *value, size_t len) \
	{ \
		return bv_is_code(&bv_code_##class, value, len); \
	} \
	extern const BvCodeScheme bv_code_##class

/* For a class of which some values are numbers and others codes. */
#define BV_NUMBER_OR_CODE_CLASS(class) \
	bool \
	bv_is_##class(const char *value, size_t len) \
	{ \
		return bv_is_number(&bv_scheme_##class, value, len) || \
			bv_is_code(&bv_code_##class, value, len); \
	} \
	extern const BvNumberScheme bv_scheme_##class

#endif							/* BV_NUMBER_H */
