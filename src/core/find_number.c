/*
 * find_number.c: numbers in groups of digits inside free text
 *
 * A phrase is digits with one separator between each two groups, as telephone
 * and card numbers are written.  Prose puts other numbers behind it ("4111 1111
 * 1111 1111 12/25"), so that it is tried up to each space, the longest first.
 */
#include "find_text.h"

#include <string.h>

#include "array.h"
#include "check_digit.h"

/* Are the groups up to that one of these sizes?  A byte each: 0x040404 is 4, 4 and 4. */
static inline bool
has_sizes(const BvPhrase *phrase, int last, uint64_t sizes)
{
	return phrase->sizes[last] == sizes;
}

/* Are two hexadecimal digits there? */
static inline bool
is_pair(const BvFinder *finder, size_t at)
{
	return bv_hex_value(bv_find_char(finder, at)) >= 0 &&
		bv_hex_value(bv_find_char(finder, at + 1)) >= 0;
}

/*
 * Are there pairs of hexadecimal digits beside pairs, so that they are out of a dump?
 * One that has no digit may be a word: "appel de 06 12 34 56 78".
 */
static bool
is_in_row_of_pairs(const BvFinder *finder, size_t start, size_t end)
{
	if (bv_find_char(finder, end) == ' ' && is_pair(finder, end + 1) &&
		((bv_find_kind(finder, end + 1) | bv_find_kind(finder, end + 2)) & BV_KIND_DIGIT) != 0 &&
		!bv_find_word_at(finder, end + 3))
		return true;
	if (start < 3 || finder->text[start - 1] != ' ' || !is_pair(finder, start - 3))
		return false;
	if (((bv_find_kind(finder, start - 3) | bv_find_kind(finder, start - 2)) & BV_KIND_DIGIT) != 0)
		return !bv_find_word_before(finder, start - 3);
	return start >= 6 && finder->text[start - 4] == ' ' && is_pair(finder, start - 6);
}

/* 01 02 03 04 05, as in examples. */
static bool
is_counted(const BvPhrase *phrase, int last)
{
	const char *text = phrase->text;

	for (int i = 0; i <= last; i++)
	{
		const char *pair = text + phrase->text_end[i] - 2;

		if (phrase->size[i] != 2 ||
			10 * (pair[0] - text[0]) + pair[1] - text[1] != i)
			return false;
	}
	return last > 0;
}

/* Is it behind the abbreviation of a state: "Boston, MA 02110-1307"? */
static bool
is_zip(const BvFinder *finder, size_t start)
{
	return start >= 4 && finder->text[start - 1] == ' ' && finder->text[start - 4] == ' ' &&
		(bv_find_kind(finder, start - 2) & bv_find_kind(finder, start - 3) & BV_KIND_UPPER) != 0;
}

/* A number and one with decimals, as coordinates of a page are written. */
static bool
is_decimal(const BvPhrase *phrase, int last)
{
	return last > 0 && phrase->text[0] != '0' && phrase->text[0] != '+' && phrase->size[last] >= 5 &&
		bv_phrase_separator(phrase, last - 1) == '.' &&
		(last == 1 || bv_phrase_separator(phrase, last - 2) == ' ');
}

/* Is the number written as one that is dialled?  Its value is one, others say. */
static bool
is_dialled(const BvFinder *finder, const BvPhrase *phrase, int last, bool is_whole)
{
	const char *text = phrase->text;
	int			digits = phrase->digits[last];
	bool		spaces = (phrase->separators[last] & ~(1 << BV_SEPARATOR_SPACE)) == 0;
	int			largest = 0;

	for (int i = 0; i <= last; i++)
	{
		if (phrase->size[i] > largest)
			largest = phrase->size[i];
	}
	if (text[0] == '+')			/* but a decimal fraction with its sign */
		return digits >= 8 &&
			!(last == 1 && bv_phrase_separator(phrase, 0) == '.' && phrase->size[0] > 4);
	if (!is_whole && spaces)
		return false;			/* what follows may be more of the same */
	/* but "(17)260400", a date of GS1 */
	if (phrase->parenthesis[last])
		return digits >= 8 &&
			!(last == 1 && phrase->size[0] == 2 && phrase->size[1] == 6 && text[0] == '(' &&
			  text[1] != '0' && bv_is_digit(text[4]));
	if (last == 0)
		return false;
	if (has_sizes(phrase, last, 0x040404))
		return false;			/* characters by number, words of memory */
	if (text[0] == '0' && text[1] == '0')	/* but seconds with zeros before */
		return digits >= 10 && phrase->size[0] <= 5 && (last < 4 || phrase->size[last] > 2) &&
			!(last == 1 && bv_phrase_separator(phrase, 0) == '.');

	/* North America, whose numbers have no trunk prefix */
	if (has_sizes(phrase, last, 0x030304) && !spaces)
		return text[0] >= '2' && text[4] >= '2' && bv_phrase_separator(phrase, 0) != '/' &&
			bv_phrase_separator(phrase, 0) == bv_phrase_separator(phrase, 1);
	if (has_sizes(phrase, last, 0x01030304) && !spaces)
		return text[0] == '1' && text[2] >= '2' && text[6] >= '2';

	if (text[0] != '0' || digits < 10 || digits > 12 || phrase->size[0] > 6 ||
		is_counted(phrase, last) || is_zip(finder, phrase->start))
		return false;
	if (spaces)
		return phrase->size[0] >= 3 || has_sizes(phrase, last, 0x0208) ||
			(has_sizes(phrase, last, 0x0202020202) && !is_in_row_of_pairs(finder, phrase->start, phrase->end[last]));
	return phrase->size[0] >= 2 && (largest >= 3 || has_sizes(phrase, last, 0x0202020202));
}

/* Digits and two kinds of separators, or a hyphen: numbers of states, and little else. */
static bool
is_distinct(const BvPhrase *phrase, int last)
{
	bool		hyphen = (phrase->separators[last] >> BV_SEPARATOR_HYPHEN & 1) != 0;
	bool		dot = (phrase->separators[last] >> BV_SEPARATOR_DOT & 1) != 0;

	if (bv_find_is_distinct(phrase->sizes[last]))
		return true;
	if (!hyphen || phrase->digits[last] < 9)
		return false;
	return dot || (last == 1 && phrase->size[0] >= 6);
}

/* From a year to a year? */
static bool
is_years(const BvPhrase *phrase, int last)
{
	const char *text = phrase->text;

	return has_sizes(phrase, last, 0x0404) && bv_phrase_separator(phrase, 0) != ' ' &&
		(memcmp(text, "19", 2) == 0 || memcmp(text, "20", 2) == 0) &&
		(memcmp(text + 5, "19", 2) == 0 || memcmp(text + 5, "20", 2) == 0);
}

/*
 * Is there a group of four or five hexadecimal digits beside a number in fours,
 * so that it is out of a list of code points or a dump?  A year is none.
 */
bool
bv_find_is_in_dump(const BvFinder *finder, const BvPhrase *phrase, int last)
{
	size_t		start = phrase->start;
	size_t		end = phrase->end[last];
	int			size = 0;

	if (bv_find_char(finder, end) == ' ')
	{
		for (end++; size < 6 && bv_hex_value(bv_find_char(finder, end + size)) >= 0; size++)
			;
		if ((size == 4 || size == 5) && !bv_find_word_at(finder, end + size))
			return true;
	}
	if (bv_find_char(finder, start - 1) != ' ')
		return false;
	start--;
	for (size = 0; size < 6 && bv_hex_value(bv_find_char(finder, start - size - 1)) >= 0; size++)
		;
	return (size == 4 || size == 5) && !bv_find_word_before(finder, start - size) &&
		!bv_find_has(finder, start - size, "19") && !bv_find_has(finder, start - size, "20");
}

/* Four by four, or as long as nearly all cards are. */
static bool
is_card(const BvFinder *finder, const BvPhrase *phrase, int last)
{
	int			digits = phrase->digits[last];

	if (last == 0)
		return digits == 16 || (digits == 15 && phrase->text[0] == '3');
	return phrase->size[0] == 4 && digits >= 14 && !bv_find_is_in_dump(finder, phrase, last);
}

/* A day, month and year; or the other way round. */
static inline bool
is_date(const BvPhrase *phrase, int last)
{
	return phrase->digits[last] == 8 && last == 2 && bv_phrase_separator(phrase, 0) != ' ' &&
		bv_phrase_separator(phrase, 1) != ' ' &&
		(has_sizes(phrase, last, 0x040202) || has_sizes(phrase, last, 0x020204));
}

/* May it be one that is dialled, by how it begins? */
static inline bool
may_be_dialled(const BvPhrase *phrase, int last)
{
	return phrase->text[0] == '+' || phrase->text[0] == '0' || phrase->parenthesis[last] ||
		(last > 0 && phrase->size[last] == 4 && phrase->size[last - 1] == 3);
}

/* may_be is what its spelling allows. */
static int
shape_of(const BvFinder *finder, const BvPhrase *phrase, int last, bool is_whole, int may_be)
{
	int			shape = 0;

	if (last == 0 && phrase->digits[0] < 15 && phrase->text[0] != '+')
		return 0;
	if (is_date(phrase, last))
		return BV_SHAPE_DATE;
	if ((may_be & BV_MAY_BE_SHAPED) != 0 && is_distinct(phrase, last))
		shape |= BV_SHAPE_DISTINCT;
	if ((may_be & BV_MAY_BE_SSN) != 0 && has_sizes(phrase, last, 0x030204) &&
		bv_phrase_separator(phrase, 0) == '-' && bv_phrase_separator(phrase, 1) == '-')
		shape |= BV_SHAPE_SSN;
	if (may_be_dialled(phrase, last) && is_dialled(finder, phrase, last, is_whole))
		shape |= BV_SHAPE_DIALLED;
	if ((may_be & BV_MAY_BE_CARD) != 0 && is_card(finder, phrase, last))
		shape |= BV_SHAPE_CARD;
	return shape;
}

/* Are few digits there, with parentheses around them? */
static bool
is_area_code(const BvFinder *finder, size_t start)
{
	size_t		end = start;

	if (bv_find_char(finder, start - 1) != '(' || bv_find_word_before(finder, start - 1))
		return false;
	while (end - start < 6 && (bv_find_kind(finder, end) & BV_KIND_DIGIT) != 0)
		end++;
	return end - start < 6 && bv_find_char(finder, end) == ')';
}

/* Do the words before a phrase speak of something?  They are read once for all its ends. */
typedef enum Spoken
{
	SPOKEN_UNKNOWN,
	SPOKEN_NOT,
	SPOKEN_OF
} Spoken;

/*
 * Is it known that there are no letters before a phrase?  In rows of numbers that
 * was seen from the number before.
 */
static inline bool
is_bare(BvFinder *finder, size_t start)
{
	size_t		back = start < BV_FIND_BLOCK ? 0 : start - BV_FIND_BLOCK;

	return back >= finder->bare_start && start <= finder->bare_end;
}

/* No phrase has more bytes, typography aside. */
#define PHRASE_ROOM		40

/*
 * Does a phrase, which no word is before, begin as no number that needs none?  The
 * numbers in a table are passed over by this.
 */
static bool
is_in_row(const BvFinder *finder, size_t start)
{
	uint64_t	digits = start >= finder->window ? bv_find_digits(finder, start) : 0;
	size_t		left = finder->length - start;
	size_t		at = start;
	int			size[3] = {0};

	if (finder->text[start] == '0')
		return false;
	for (int group = 0; group < 3; group++)
	{
		if ((digits & 1) == 0 || ~digits == 0)
			return false;
		size[group] = __builtin_ctzll(~digits);
		at += size[group];
		digits >>= size[group];
		if (group == 2 || bv_find_char(finder, at) != ' ')
			break;
		at++;
		digits >>= 1;
	}
	return size[1] > 0 && bv_find_separators[(unsigned char) bv_find_char(finder, at)] <= 1 &&
		!bv_find_may_begin(size[0], size[1], size[2]) &&
		memchr(finder->text + start, '(', left < PHRASE_ROOM ? left : PHRASE_ROOM) == NULL;
}

static void
read_words(BvFinder *finder, const BvPhrase *phrase, int words, Spoken *spoken,
		   BvFindContext *context)
{
	size_t		back = phrase->start < BV_FIND_BLOCK ? 0 : phrase->start - BV_FIND_BLOCK;
	size_t		last = phrase->end[phrase->groups - 1];
	bool		bare = is_bare(finder, phrase->start);

	*spoken = SPOKEN_NOT;
	if (!bare)
	{
		bv_find_words(finder, phrase->start, words, context);
		if (bv_find_speaks(finder, context))
			*spoken = SPOKEN_OF;
		if (!context->bare)
			return;
		if (back > finder->bare_end || phrase->start < finder->bare_start)
			finder->bare_start = back;
	}
	if (last > finder->bare_end)
		finder->bare_end = last;
}

/*
 * Is it one more of a list, "BSN 123456782 and 111222333": written as long as the one
 * before it, and nothing but a comma, a line end or a word such as "and" between?
 */
static bool
is_one_more(const BvFinder *finder, size_t start, size_t end)
{
	static const char *const words[] = {
		"and", "or", "en", "of", "und", "oder", "et", "ou", "y", "o", "e", "i", "och", "eller", "lub",
		"oraz"
	};
	size_t		at = finder->found_end;
	bool		between = false;	/* is anything but spaces */
	size_t		letters;
	size_t		len;

	if (finder->found_class == 0 || start - at > 12 ||
		end - start != finder->found_end - finder->found_start)
		return false;
	while (at < start && strchr(" ,;/&\r\n", finder->text[at]) != NULL)
		between |= finder->text[at++] != ' ';
	letters = at;
	while (at < start && (bv_find_kind(finder, at) & BV_KIND_LOWER) != 0)
		at++;
	len = at - letters;
	while (at < start && finder->text[at] == ' ')
		at++;
	if (at != start)
		return false;
	for (size_t i = 0; len > 0 && i < lengthof(words); i++)
	{
		if (strlen(words[i]) == len && memcmp(words[i], finder->text + letters, len) == 0)
			return true;
	}
	return len == 0 && between;
}

/* Digits of E.164. */
#define INTERNATIONAL_MOST	15

/* Where a phrase is tried up to a space, what follows must not belong to it. */
#define TRIES	5

/* Is it of a class that is told by digits alone?  There are few, so that they are asked first. */
static bool
is_alone(const BvFinder *finder, const BvPhrase *phrase, int last)
{
	const BvClassSet *alone = &finder->classes->alone_by_digits;

	for (int n = bv_class_set_next(alone, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(alone, n))
	{
		if (bv_class_by_number(n)->is_valid(phrase->text, phrase->text_end[last]))
			return true;
	}
	return false;
}

bool
bv_find_phrase(BvFinder *finder, size_t start, BvFound *found)
{
	BvPhrase	phrase;
	BvFindContext context;
	Spoken		spoken = SPOKEN_UNKNOWN;
	bool		doubtful;
	int			tries = 0;

	/* with what is dialled before it */
	if (is_area_code(finder, start))
		start--;
	if (bv_find_char(finder, start - 1) == '+')
		start--;
	else if (finder->encoding == BV_TEXT_UTF8 && start >= 3 &&
			 (bv_find_kind(finder, start - 1) & BV_KIND_HIGH) != 0 &&
			 bv_find_has(finder, start - 3, "\xEF\xBC\x8B"))
		start -= 3;				/* full-width plus */
	if (start < finder->floor || bv_find_began_before(finder, start, &doubtful) ||
		(is_bare(finder, start) && is_in_row(finder, start)))
		return false;
	if (!bv_read_phrase(finder, start, &phrase))
		return false;
	if (doubtful && finder->text[start - 1] == '/' && phrase.digits[phrase.groups - 1] >= BV_DIGITS_LEAST &&
		bv_find_is_of_page(finder, start))
	{
		bv_find_skip(finder, phrase.end[0]);
		return false;
	}
	if (phrase.groups > 3 && is_date(&phrase, 2) && bv_phrase_separator(&phrase, 2) == ' ')
		phrase.groups = 3;		/* what is behind a day is another number */

	for (int last = phrase.groups - 1; last >= 0 && phrase.digits[last] >= 7; last--)
	{
		bool		is_whole = last == phrase.groups - 1;
		size_t		end = phrase.end[last];
		int			may_be;
		int			shape;
		int			class_number;
		bool		one_more = false;

		if (is_whole ? bv_find_goes_on(finder, end) : bv_phrase_separator(&phrase, last) != ' ')
			continue;
		if (is_years(&phrase, last) || is_decimal(&phrase, last))
			continue;
		if (tries++ == TRIES)
			break;
		may_be = bv_find_may_be(phrase.spelling[last], phrase.digits[last]);
		shape = shape_of(finder, &phrase, last, is_whole, may_be);
		if (shape == BV_SHAPE_DATE && spoken == SPOKEN_UNKNOWN)
		{
			read_words(finder, &phrase, BV_DATE_WORDS, &spoken, &context);
			if (spoken == SPOKEN_NOT && bv_find_parenthesis(finder, end) == 0)
			{
				bv_find_skip(finder, end);
				return false;
			}
			spoken = SPOKEN_UNKNOWN;
		}
		if (doubtful || (shape == 0 && ((may_be & BV_MAY_BE_ALONE) == 0 || !is_alone(finder, &phrase, last))))
		{
			if (spoken == SPOKEN_UNKNOWN)
				read_words(finder, &phrase, BV_BACK_WORDS, &spoken, &context);
			if (spoken == SPOKEN_NOT && bv_find_parenthesis(finder, end) == 0)
			{
				if (doubtful || !is_one_more(finder, start, end))
					continue;
				bv_find_no_context(&context);
				bv_class_set_add(&context.classes, finder->found_class);
				one_more = true;
			}
		}
		class_number = bv_find_judge(finder, phrase.text, phrase.text_end[last], start, end,
									 shape | (doubtful ? BV_SHAPE_DOUBTFUL : 0),
									 spoken == SPOKEN_OF || one_more ? &context : NULL);
		if (class_number != 0)
			return bv_found(finder, found, class_number, start, end);
	}
	/* nor is a part of what was meant to be international */
	if (phrase.text[0] == '+' && phrase.digits[phrase.groups - 1] <= INTERNATIONAL_MOST)
		bv_find_skip(finder, phrase.end[phrase.groups - 1]);
	/* so many groups joined by hyphens, dots and slashes are nobody's number, nor is one in them */
	if (phrase.groups == BV_PHRASE_GROUPS &&
		(phrase.separators[BV_PHRASE_GROUPS - 1] >> BV_SEPARATOR_SPACE & 1) == 0)
		bv_find_skip(finder, phrase.end[BV_PHRASE_GROUPS - 2]);
	return !doubtful && bv_find_broken(finder, &phrase, found);
}

/* The day of a time, where it is one of birth. */
bool
bv_find_date(BvFinder *finder, size_t start, size_t end, BvFound *found)
{
	int			class_number = is_bare(finder, start) ? 0 :
		bv_find_judge(finder, finder->text + start, end - start, start, end, BV_SHAPE_DATE, NULL);

	return class_number != 0 && bv_found(finder, found, class_number, start, end);
}
