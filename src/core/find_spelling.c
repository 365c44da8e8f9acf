/*
 * find_spelling.c: in which ways digits are written that need no word beside them
 *
 * From the catalogue: the formats of the classes that may count by value and shape.
 * Most groups of digits in a text are written in none of them, and are let go
 * before anybody sums them up.
 */
#include "find_text.h"

#include <assert.h>
#include <string.h>

const uint8_t bv_find_separators[256] = {
	[' '] = BV_SEPARATOR_SPACE, ['-'] = BV_SEPARATOR_HYPHEN, ['.'] = BV_SEPARATOR_DOT,
	['/'] = BV_SEPARATOR_SLASH
};

typedef struct Spelling
{
	uint64_t	spelling;		/* 0: none */
	int			may_be;
} Spelling;

/* A group of so many digits may be a number of its own, whatever follows. */
#define ALONE_LEAST		13

#define SPELLING_BITS	9
#define SPELLINGS		(1 << SPELLING_BITS)	/* twice as many as there are, or more */

static Spelling spellings[SPELLINGS];	/* hashed */
static uint8_t of_any_spelling[BV_PHRASE_DIGITS + 1];	/* by how many digits */
/* By the sizes of two groups with a space between: a bit for that of the third; bit 0: none. */
static uint32_t begins[BV_PHRASE_DIGITS + 1][BV_PHRASE_DIGITS + 1];
static bool made = false;

/* Where a spelling is, or would be. */
static inline Spelling *
place_of(uint64_t spelling)
{
	unsigned	at = (unsigned) (spelling * UINT64_C(0x9E3779B97F4A7C15) >> (64 - SPELLING_BITS));

	while (spellings[at].spelling != 0 && spellings[at].spelling != spelling)
		at = (at + 1) % SPELLINGS;
	return &spellings[at];
}

static void
add_spelling(uint64_t spelling, int may_be)
{
	Spelling   *place = place_of(spelling);

	place->spelling = spelling;
	place->may_be |= may_be;
}

/* Adds a format up to its end or '|'. */
static void
add_format(const char *format, int may_be)
{
	const char *at = format;
	uint64_t	spelling = 0;
	int			separator[BV_PHRASE_GROUPS] = {0};	/* before the group */
	int			size[BV_PHRASE_GROUPS] = {0};
	int			groups = 0;

	for (;; at++)
	{
		if (*at == '9')
		{
			size[groups]++;
			continue;
		}
		spelling = bv_spelling_with(spelling, separator[groups], size[groups]);
		groups++;
		if (*at == '\0' || *at == '|')
			break;
		separator[groups] = bv_find_separators[(unsigned char) *at];
		if (separator[groups] == 0 || groups == BV_SPELLING_GROUPS)
			return;				/* in no phrase */
	}
	if (may_be == BV_MAY_BE_SHAPED && memchr(format, '-', at - format) == NULL &&
		!bv_find_is_distinct(spelling & BV_SPELLING_SIZES))
		return;
	add_spelling(spelling, may_be);
	if (groups >= 2 && separator[1] == BV_SEPARATOR_SPACE)
		begins[size[0]][size[1]] |= UINT32_C(1) << size[2];
}

static void
add_class(const BvClass *class, int may_be)
{
	const BvNumberScheme *scheme = class->scheme;

	if (scheme == NULL || class->form.digits[1] > 0)
	{
		/* of its form we know how many digits there are */
		if (class->form.letters[0] > 0 || (scheme == NULL && class->code != NULL))
			return;
		for (int n = class->form.digits[0]; n <= class->form.digits[1] && n <= BV_PHRASE_DIGITS; n++)
			of_any_spelling[n] |= may_be;
	}
	if (scheme == NULL)
		return;
	for (const BvSum *sum = scheme->sums; sum->digits > 0; sum++)
	{
		if (may_be != BV_MAY_BE_SHAPED)
			add_spelling(bv_spelling_with(0, 0, sum->digits), may_be);
	}
	for (const char *format = scheme->formats; format != NULL; format = bv_next_format(format))
		add_format(format, may_be);
}

static void
make_spellings(void)
{
	const BvFindClasses *classes = bv_find_classes();
	int			count = 0;

	for (int n = 1; n <= bv_class_count; n++)
	{
		const BvClass *class = bv_class_by_number(n);
		int			may_be = 0;

		switch ((BvFindPolicy) classes->policy[n])
		{
			case BV_FIND_CARD:
				may_be = BV_MAY_BE_CARD;
				break;
			case BV_FIND_SSN:
				may_be = BV_MAY_BE_SSN;
				break;
			case BV_FIND_SHAPED:
				may_be = BV_MAY_BE_SHAPED;
				break;
			case BV_FIND_ALONE:
				may_be = BV_MAY_BE_ALONE;
				break;
			case BV_FIND_NEVER:
			case BV_FIND_WITH_WORD:
			case BV_FIND_PHONE:
			case BV_FIND_VIN:
			case BV_FIND_ADDRESS:
				break;
		}
		/* secrets are found by how they begin, not by their digits */
		if (may_be != 0 && class->is_valid != NULL && !bv_class_set_has(&classes->by_sign, n))
			add_class(class, may_be);
	}
	for (int i = 0; i < SPELLINGS; i++)
		count += spellings[i].spelling != 0;
	assert(count <= SPELLINGS / 2);
	made = true;
}

int
bv_find_may_be(uint64_t spelling, int digits)
{
	if (!made)
		make_spellings();
	return place_of(spelling)->may_be | of_any_spelling[digits];
}

bool
bv_find_may_begin(int first, int second, int third)
{
	if (!made)
		make_spellings();
	return first >= ALONE_LEAST || second > BV_PHRASE_DIGITS || third > BV_PHRASE_DIGITS ||
		(begins[first][second] & (UINT32_C(1) << third | 1)) != 0;
}

bool
bv_find_is_distinct(uint64_t sizes)
{
	/* Switzerland's and France's social security numbers */
	return sizes == 0x03040402 || sizes == 0x01020202030302;
}
