/* find_beside.c: is a number part of what stands beside it? */
#include "find_text.h"

#include <string.h>

/* Does the text go on behind a number so that it is only part of something? */
bool
bv_find_goes_on(const BvFinder *finder, size_t end)
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
		case '=':				/* but a line broken in mail */
			return strchr("\r\n", bv_find_char(finder, end + 1)) == NULL;
		case '@':
		case '%':
			return true;
		case '\\':				/* of a path, but the end of a line in JSON */
			return strchr("nrt\"", bv_find_char(finder, end + 1)) == NULL;
	}
	return false;
}

/* Is what stands there part of the address of a page? */
bool
bv_find_is_of_page(BvFinder *finder, size_t start)
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
bool
bv_find_began_before(BvFinder *finder, size_t start, bool *doubtful)
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
			return bv_find_is_of_page(finder, start);
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
