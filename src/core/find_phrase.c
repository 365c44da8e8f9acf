/*
 * find_phrase.c: digits in groups, as they are read inside free text
 *
 * Nearly all are of ASCII and have nothing but single separators between the
 * groups: where their digits are is known from the marks, so that they are read
 * group by group.  All else is read character by character, and folded.
 */
#include "find_text.h"

#include <string.h>

#include "array.h"
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
	for (size_t i = 0; i < lengthof(typography); i++)
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
	if (!bv_is_digit(c))
		return 0;
	*folded_len = len;
	return (int) (at - begin);
}

/* Reads a phrase character by character, and folds it. */
static bool
read_folded(BvFinder *finder, size_t start, BvPhrase *phrase)
{
	size_t		at = start;
	int			len = 0;
	int			digits = 0;
	uint64_t	spelling = 0;
	int			kind = 0;		/* of the separator before the group */
	int			separators = 0;
	bool		plain = true;	/* nothing but such separators */
	bool		open = false;
	bool		closed = false;
	char		c;
	int			bytes = fold(finder, at, &c);

	phrase->text = phrase->folded;
	phrase->start = start;
	phrase->groups = 0;
	if (c == '+')
	{
		phrase->folded[len++] = c;
		plain = false;
		at += bytes;
		bytes = fold(finder, at, &c);
	}
	if (c == '(')
	{
		phrase->folded[len++] = c;
		plain = false;
		open = true;
		at += bytes;
		bytes = fold(finder, at, &c);
	}
	while (bv_is_digit(c) && phrase->groups < BV_PHRASE_GROUPS)
	{
		int			group = phrase->groups;
		char		separator[4];
		int			separator_len;
		int			size = 0;

		while (bv_is_digit(c) && digits < BV_PHRASE_DIGITS && len < BV_PHRASE_BYTES - 4)
		{
			phrase->folded[len++] = c;
			digits++;
			size++;
			at += bytes;
			bytes = fold(finder, at, &c);
		}
		if (bv_is_digit(c))
			break;				/* that many are no number of anybody */
		phrase->size[group] = size;
		phrase->digits[group] = digits;
		phrase->text_end[group] = len;
		phrase->end[group] = at;
		phrase->separators[group] = separators;
		phrase->parenthesis[group] = closed;
		spelling = bv_spelling_with(spelling, kind, size);
		phrase->spelling[group] = plain && group < BV_SPELLING_GROUPS ? spelling : 0;
		phrase->sizes[group] = group < BV_SPELLING_GROUPS ? spelling & BV_SPELLING_SIZES : 0;
		if (!open)
			phrase->groups = group + 1;
		bytes = read_separator(finder, at, separator, &separator_len, &open, &closed);
		if (bytes == 0)
			break;
		memcpy(phrase->folded + len, separator, separator_len);
		kind = bv_find_separators[(unsigned char) separator[0]];
		separators |= 1 << kind;
		plain &= separator_len == 1 && kind != 0;
		len += separator_len;
		at += bytes;
		if (phrase->groups <= group)	/* the one in parentheses has ended */
			phrase->groups = group + 1;
		bytes = fold(finder, at, &c);
	}
	finder->work += at - start + 1;
	return phrase->groups > 0;
}

/*
 * Reads a phrase of ASCII that has nothing but single separators, perhaps with a +
 * before it.  False if it may be more than that, and must be read the other way.
 */
static bool
read_plain(const BvFinder *finder, size_t start, int lead, BvPhrase *phrase)
{
	size_t		first = start + lead;
	uint64_t	digits = bv_find_digits(finder, first);
	uint64_t	spelling = 0;
	uint64_t	none = ~UINT64_C(0);	/* no more fit into a spelling: 0 */
	int			kind = 0;
	int			separators = 0;
	int			count = 0;
	int			group = 0;
	int			at = 0;
	unsigned char next;

	if ((digits & 1) == 0)
		return false;
	phrase->text = finder->text + start;
	phrase->start = start;
	phrase->groups = 0;
	for (;;)
	{
		uint64_t	others = ~(digits >> at);
		int			size = others != 0 ? __builtin_ctzll(others) : BV_FIND_BLOCK;

		count += size;
		if (count > BV_PHRASE_DIGITS)
			return true;		/* that many are no number of anybody */
		at += size;
		spelling = bv_spelling_with(spelling, kind, size);
		phrase->size[group] = size;
		phrase->digits[group] = count;
		phrase->text_end[group] = at + lead;
		phrase->separators[group] = separators;
		phrase->parenthesis[group] = false;
		phrase->end[group] = first + at;
		if (group == BV_SPELLING_GROUPS)
			none = 0;
		phrase->spelling[group] = lead == 0 ? spelling & none : 0;
		phrase->sizes[group] = spelling & none & BV_SPELLING_SIZES;
		phrase->groups = ++group;
		if (group == BV_PHRASE_GROUPS)
			return true;
		next = bv_find_char(finder, first + at);
		kind = bv_find_separators[next];
		if (kind == 0 || (digits >> at & 2) == 0)
			break;
		separators |= 1 << kind;
		at++;
	}
	if (kind != 0)
		next = bv_find_char(finder, first + at + 1);
	return next != '(' && next < 0x80;
}

bool
bv_read_phrase(BvFinder *finder, size_t start, BvPhrase *phrase)
{
	bool		lead = bv_find_char(finder, start) == '+';

	if (start >= finder->window && read_plain(finder, start, lead, phrase))
	{
		if (phrase->groups > 0)
			finder->work += phrase->end[phrase->groups - 1] - start + 1;
		return phrase->groups > 0;
	}
	return read_folded(finder, start, phrase);
}
