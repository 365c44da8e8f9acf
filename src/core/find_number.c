/*
 * find_number.c: numbers in groups of digits inside free text
 *
 * A phrase is digits with one separator between each two groups, as telephone
 * and card numbers are written.  Prose puts other numbers behind it ("4111 1111
 * 1111 1111 12/25"), so that it is tried up to each space, the longest first.
 */
#include "find_text.h"

#include <string.h>

#include "check_digit.h"

/*
 * The character there folded to ASCII, and how many bytes it has; '\0' when it
 * has no part in a phrase.
 */
static int
fold_high(const BvFinder *finder, size_t at, char *folded)
{
	static const struct
	{
		char		bytes[4];
		char		folded;
	}			typography[] = {
		{"\xC2\xA0", ' '},		/* no-break space */
		{"\xE2\x80\x87", ' '},	/* figure space */
		{"\xE2\x80\x89", ' '},	/* thin space */
		{"\xE2\x80\xAF", ' '},	/* narrow no-break space */
		{"\xE3\x80\x80", ' '},	/* ideographic space */
		{"\xE2\x80\x90", '-'},	/* hyphen */
		{"\xE2\x80\x91", '-'},	/* non-breaking hyphen */
		{"\xE2\x80\x92", '-'},	/* figure dash */
		{"\xE2\x80\x93", '-'},	/* en dash */
		{"\xE2\x88\x92", '-'},	/* minus */
		{"\xEF\xBC\x88", '('},	/* full-width from here on */
		{"\xEF\xBC\x89", ')'},
		{"\xEF\xBC\x8B", '+'},
		{"\xEF\xBC\x8D", '-'}
	};
	unsigned char c;

	*folded = '\0';
	c = finder->text[at];
	if (finder->encoding == BV_TEXT_ONE_BYTE && c == 0xA0)
		*folded = ' ';
	if (finder->encoding != BV_TEXT_UTF8 || at + 2 > finder->length)
		return 1;
	if (c == 0xEF && at + 3 <= finder->length &&
		(unsigned char) finder->text[at + 1] == 0xBC &&
		(unsigned char) finder->text[at + 2] >= 0x90 &&
		(unsigned char) finder->text[at + 2] <= 0x99)
	{
		*folded = '0' + ((unsigned char) finder->text[at + 2] - 0x90);
		return 3;
	}
	for (size_t i = 0; i < sizeof(typography) / sizeof(typography[0]); i++)
	{
		if (bv_find_has(finder, at, typography[i].bytes))
		{
			*folded = typography[i].folded;
			return (int) strlen(typography[i].bytes);
		}
	}
	return 1;
}

static inline int
fold(const BvFinder *finder, size_t at, char *folded)
{
	if (at >= finder->length)
	{
		*folded = '\0';
		return 0;
	}
	*folded = finder->text[at];
	return (unsigned char) *folded < 0x80 ? 1 : fold_high(finder, at, folded);
}

static inline bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/*
 * Reads what may stand between two groups: one of " -./", with parentheses
 * around one group at most.  Returns its length in the text if a digit follows,
 * else 0; appends it to the fold, of which *open says whether one is open.
 */
static int
read_separator(const BvFinder *finder, size_t at, char *folded, int *folded_len,
			   bool *open, bool *closed)
{
	size_t		begin = at;
	int			len = 0;
	char		c;
	int			bytes = fold(finder, at, &c);

	if (*open)
	{
		if (c != ')')
			return 0;
		folded[len++] = c;
		*open = false;
		*closed = true;
		at += bytes;
		bytes = fold(finder, at, &c);
	}
	if (c == ' ' || c == '-' || c == '.' || c == '/')
	{
		folded[len++] = c;
		at += bytes;
		bytes = fold(finder, at, &c);
	}
	if (c == '(' && !*closed)
	{
		folded[len++] = c;
		*open = true;
		at += bytes;
		fold(finder, at, &c);
	}
	if (!is_digit(c))
		return 0;
	*folded_len = len;
	return (int) (at - begin);
}

/* Reads a phrase that begins there, with + ( or a digit. */
static bool
read_phrase(BvFinder *finder, size_t start, BvPhrase *phrase)
{
	size_t		at = start;
	int			len = 0;
	int			digits = 0;
	bool		open = false;
	bool		closed = false;
	char		c;
	int			bytes = fold(finder, at, &c);

	phrase->start = start;
	phrase->groups = 0;
	if (c == '+')
	{
		phrase->text[len++] = c;
		at += bytes;
		bytes = fold(finder, at, &c);
	}
	if (c == '(')
	{
		phrase->text[len++] = c;
		open = true;
		at += bytes;
		bytes = fold(finder, at, &c);
	}
	while (is_digit(c) && phrase->groups < BV_PHRASE_GROUPS)
	{
		int			group = phrase->groups;
		char		separator[4];
		int			separator_len;
		int			size = 0;

		while (is_digit(c) && digits < BV_PHRASE_DIGITS && len < BV_PHRASE_BYTES - 4)
		{
			phrase->text[len++] = c;
			digits++;
			size++;
			at += bytes;
			bytes = fold(finder, at, &c);
		}
		if (is_digit(c))
			break;				/* that many are no number of anybody */
		phrase->size[group] = size;
		phrase->digits[group] = digits;
		phrase->fold_end[group] = len;
		phrase->end[group] = at;
		phrase->parenthesis[group] = closed;
		if (!open)
			phrase->groups = group + 1;
		bytes = read_separator(finder, at, separator, &separator_len, &open, &closed);
		if (bytes == 0)
			break;
		memcpy(phrase->text + len, separator, separator_len);
		len += separator_len;
		at += bytes;
		if (phrase->groups <= group)	/* the one in parentheses has ended */
			phrase->groups = group + 1;
		bytes = fold(finder, at, &c);
	}
	finder->work += at - start + 1;
	return phrase->groups > 0;
}

/* Are the first groups of these sizes, and no others up to that one? */
static inline bool
has_sizes(const BvPhrase *phrase, int last, const char *sizes)
{
	for (int i = 0; i <= last; i++)
	{
		if (sizes[i] != '0' + phrase->size[i])
			return false;
	}
	return sizes[last + 1] == '\0';
}

/* What stands between that group and the next, folded: its first character. */
static char
separator_after(const BvPhrase *phrase, int group)
{
	return phrase->text[phrase->fold_end[group]];
}

/* Is the number written as one that is dialled?  Its value is one, others say. */
static bool
is_dialled(const BvPhrase *phrase, int last, bool is_whole)
{
	const char *text = phrase->text;
	int			digits = phrase->digits[last];
	bool		spaces = true;
	int			largest = 0;

	for (int i = 0; i <= last; i++)
	{
		if (i < last && separator_after(phrase, i) != ' ')
			spaces = false;
		if (phrase->size[i] > largest)
			largest = phrase->size[i];
	}
	if (text[0] == '+')			/* but a decimal fraction with its sign */
		return digits >= 8 &&
			!(last == 1 && separator_after(phrase, 0) == '.' && phrase->size[0] > 4);
	if (!is_whole && spaces)
		return false;			/* what follows may be more of the same */
	if (phrase->parenthesis[last])
		return digits >= 8;
	if (last == 0)
		return false;
	if (has_sizes(phrase, last, "444"))
		return false;			/* characters by number, words of memory */
	if (text[0] == '0' && text[1] == '0')
		return digits >= 10 && phrase->size[0] <= 5;

	/* North America, whose numbers have no trunk prefix */
	if (has_sizes(phrase, last, "334") && !spaces)
		return text[0] >= '2' && text[4] >= '2' && separator_after(phrase, 0) != '/' &&
			separator_after(phrase, 0) == separator_after(phrase, 1);
	if (has_sizes(phrase, last, "1334") && !spaces)
		return text[0] == '1' && text[2] >= '2' && text[6] >= '2';

	if (text[0] != '0' || digits < 10 || digits > 11 || phrase->size[0] > 6)
		return false;
	if (spaces)
		return phrase->size[0] >= 3 || has_sizes(phrase, last, "28") ||
			has_sizes(phrase, last, "22222");
	return phrase->size[0] >= 2 && (largest >= 3 || has_sizes(phrase, last, "22222"));
}

/* Digits and two kinds of separators, or a hyphen: numbers of states, and little else. */
static bool
is_distinct(const BvPhrase *phrase, int last)
{
	bool		hyphen = false;
	bool		dot = false;

	for (int i = 0; i < last; i++)
	{
		char		separator = separator_after(phrase, i);

		hyphen |= separator == '-';
		dot |= separator == '.';
	}
	/* Switzerland's and France's social security numbers */
	if (has_sizes(phrase, last, "3442") || has_sizes(phrase, last, "1222332"))
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

	return has_sizes(phrase, last, "44") && separator_after(phrase, 0) != ' ' &&
		(memcmp(text, "19", 2) == 0 || memcmp(text, "20", 2) == 0) &&
		(memcmp(text + 5, "19", 2) == 0 || memcmp(text + 5, "20", 2) == 0);
}

/*
 * Is there a group of four or five hexadecimal digits beside a number in fours,
 * so that it is out of a list of code points or a dump?  A year is none.
 */
static bool
is_in_dump(const BvFinder *finder, const BvPhrase *phrase, int last)
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
	return phrase->size[0] == 4 && digits >= 14 && !is_in_dump(finder, phrase, last);
}

static int
shape_of(const BvFinder *finder, const BvPhrase *phrase, int last, bool is_whole)
{
	int			shape = 0;

	if (last == 0 && phrase->digits[0] < 15 && phrase->text[0] != '+')
		return 0;
	if (is_distinct(phrase, last))
		shape |= BV_SHAPE_DISTINCT;
	if (has_sizes(phrase, last, "324") && separator_after(phrase, 0) == '-' &&
		separator_after(phrase, 1) == '-')
		shape |= BV_SHAPE_SSN;
	if (is_dialled(phrase, last, is_whole))
		shape |= BV_SHAPE_DIALLED;
	if (phrase->digits[last] == 8 && last == 2 && separator_after(phrase, 0) != ' ' &&
		separator_after(phrase, 1) != ' ' &&
		(has_sizes(phrase, last, "422") || has_sizes(phrase, last, "224")))
		return BV_SHAPE_DATE;
	if (is_card(finder, phrase, last))
		shape |= BV_SHAPE_CARD;
	return shape;
}

/* Does the text go on behind a number so that it is only part of something? */
static bool
goes_on(const BvFinder *finder, size_t end)
{
	char		c = bv_find_char(finder, end);

	if (bv_find_word_at(finder, end))
		return true;
	switch (c)
	{
		case '-':
		case '.':
		case '+':
		case '/':
		case ':':
			return bv_find_word_at(finder, end + 1);
		case ',':
			/* amounts, with a comma for the thousands or the decimals */
			return false;
		case '@':
		case '%':
		case '=':
			return true;
		case '\\':				/* of a path, but the end of a line in JSON */
			return strchr("nrt\"", bv_find_char(finder, end + 1)) == NULL;
	}
	return false;
}

/* Is what stands there part of the address of a page? */
static bool
is_of_page(BvFinder *finder, size_t start)
{
	size_t		least = start > 256 ? start - 256 : 0;
	size_t		i;

	for (i = start; i > least; i--)
	{
		unsigned char c = finder->text[i - 1];

		if (c <= ' ' || c == '"' || c == '<')
			break;
		if (c == ':' && bv_find_has(finder, i, "//"))
			return true;
	}
	finder->work += start - i;
	return false;
}

/*
 * Is a number part of what stands before it?  If not, *doubtful says whether
 * that speaks against it: a path, money, a number of an issue.
 */
static bool
began_before(BvFinder *finder, size_t start, bool *doubtful)
{
	char		c;

	*doubtful = false;
	if (start == 0)
		return false;
	c = finder->text[start - 1];
	if (bv_find_word_before(finder, start))
		return !(start >= 2 && finder->text[start - 2] == '\\' &&
				 (c == 'n' || c == 't' || c == 'r'));
	switch (c)
	{
		case '.':
		case '-':
		case '+':
			/* "BSN-123456782": of what is before the hyphen, the words will tell */
			if (start >= 2 && c != '+' &&
				(bv_find_kind(finder, start - 2) & BV_KIND_LETTER) != 0)
			{
				*doubtful = true;
				return false;
			}
			return true;
		case '@':
			return true;
		case '=':
			return is_of_page(finder, start);
		case '#':
		case '/':
		case '\\':
		case '$':
		case '%':
		case '&':
		case '?':
		case '~':
			*doubtful = true;
			return false;
		case '\xA3':			/* the last bytes of pound, yen and euro signs */
		case '\xA5':
			*doubtful = start >= 2 && finder->text[start - 2] == '\xC2';
			return false;
		case '\xAC':
			*doubtful = start >= 3 && finder->text[start - 3] == '\xE2' &&
				finder->text[start - 2] == '\x82';
			return false;
	}
	return false;
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

/* Where a phrase is tried up to a space, what follows must not belong to it. */
#define TRIES	5

bool
bv_find_phrase(BvFinder *finder, size_t start, BvFound *found)
{
	BvPhrase	phrase;
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
	if (start < finder->floor || began_before(finder, start, &doubtful))
		return false;
	if (!read_phrase(finder, start, &phrase))
		return false;

	for (int last = phrase.groups - 1; last >= 0 && phrase.digits[last] >= 7; last--)
	{
		bool		is_whole = last == phrase.groups - 1;
		int			shape;
		int			class_number;

		if (is_whole ? goes_on(finder, phrase.end[last]) :
			separator_after(&phrase, last) != ' ')
			continue;
		if (is_years(&phrase, last))
			continue;
		if (tries++ == TRIES)
			break;
		shape = shape_of(finder, &phrase, last, is_whole);
		class_number = bv_find_judge(finder, phrase.text, phrase.fold_end[last],
									 start, phrase.end[last],
									 shape | (doubtful ? BV_SHAPE_DOUBTFUL : 0));
		if (class_number != 0)
			return bv_found(finder, found, class_number, start, phrase.end[last]);
	}
	return false;
}
