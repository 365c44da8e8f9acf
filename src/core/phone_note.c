/*
 * phone_note.c: is it a telephone number? told in two steps
 *
 * What the picture of a value tells of its form is noted once for all values of
 * that picture (BvNotedValidator): the digits of a value are then all that is to be
 * looked at.  The answers are those of bv_is_phone(), which is asked where a note
 * does not tell.
 */
#include <string.h>

#include "phone.h"
#include "phone_written.h"
#include "picture.h"
#include "picture_test.h"
#include "validate.h"

/* What of the form of a number its picture tells. */
#define NOTE_FORM		0x01	/* it has one, whatever its digits */
#define NOTE_PLUS		0x02	/* + is before it */
#define NOTE_AMERICAN	0x04	/* bv_is_north_american_style(), the first digit aside */
#define NOTE_GROUPED	0x08	/* has groups that North America has */
#define NOTE_PREFIXED	0x10	/* it has a form with 00 or 011 in front */
#define NOTE_SPECIAL	0x20	/* other digits matter to the form */

/*
 * Digits matter to the form only as 00 or 011 in front, as a 0 in parentheses, and
 * as octets, which fives are not in threes.  What letters there are mark an extension.
 */
static unsigned
note_phone(const char *picture, size_t len)
{
	char		value[BV_PICTURE_MAX];
	BvWrittenPhone written;
	unsigned	note = 0;
	size_t		front = len > 0 && picture[0] == '(';	/* "(011) 49 …", too */

	for (size_t i = 0; i < len; i++)
	{
		if (picture[i] == 'a' || picture[i] == '#')
			return NOTE_SPECIAL;
	}
	for (int way = 0; way < 6; way++)
	{
		const char *prefix = way < 2 ? "" : way < 4 ? "00" : "011";
		bool		zero = false;	/* in parentheses */

		for (size_t i = 0; i < len; i++)
		{
			bool		bracketed = i > 0 && i + 1 < len && picture[i - 1] == '(' && picture[i + 1] == ')';

			value[i] = picture[i] != '0' ? picture[i] : bracketed && way % 2 == 1 ? '0' : '5';
			zero |= bracketed && picture[i] == '0';
		}
		if ((way % 2 == 1 && !zero) || len < front + 3 || memcmp(picture + front, "000", strlen(prefix)) != 0)
			continue;
		memcpy(value + front, prefix, strlen(prefix));
		if (!bv_read_phone_form(value, len, &written))
		{
			if (way == 1 && note != 0)
				note |= NOTE_SPECIAL;	/* without + it is none with that 0 */
			continue;
		}
		if (way > 0)
		{
			note |= way > 1 ? NOTE_PREFIXED : NOTE_SPECIAL;
			continue;
		}
		note = NOTE_FORM;
		if (written.plus)
			note |= NOTE_PLUS;
		else if (bv_is_north_american_style(&written))
			note |= NOTE_AMERICAN;
		if (bv_is_grouped(&written, "34") || bv_is_grouped(&written, "334"))
			note |= NOTE_GROUPED;
		/* with other digits it may be an address */
		if (written.groups == 4 && written.separator[0] == '.' && written.group[0] <= 3 &&
			written.group[1] <= 3 && written.group[2] <= 3 && written.group[3] <= 3)
			note |= NOTE_SPECIAL;
	}
	return note;
}

bool
bv_may_be_phone(const char *picture, size_t len)
{
	return note_phone(picture, len) != 0;
}

/* The answer of bv_is_phone() for a value whose picture has that note. */
static __attribute__((noinline)) bool
is_noted_phone_at_length(const char *value, size_t len, const BvNumber *number, unsigned note)
{
	const unsigned char *digit = number->digit;
	int			count = number->count;
	int			one = count - 10;	/* the trunk prefix */
	int			zero = digit[0] == 0;
	int			first = 100 * digit[0] + 10 * digit[1] + digit[2];

	if ((note & NOTE_PREFIXED) && (first < 10 || first == 11))
		return bv_is_phone(value, len);
	if (note & NOTE_SPECIAL)
		return bv_is_phone(value, len);
	if ((note & NOTE_FORM) == 0)
		return false;
	if (note & NOTE_PLUS)
	{
		if (bv_ends_alike((const char *) digit, count))
			return false;
		/* or it has a trunk prefix after its calling code */
		return (digit[0] == 1 ? count == 11 && digit[1] >= 2 && digit[4] >= 2 :
				count <= BV_PHONE_DIGITS && bv_is_international(digit, count)) || bv_is_phone(value, len);
	}
	if (bv_is_made_up((const char *) digit + zero, count - zero))
		return false;
	if ((note & NOTE_AMERICAN) && digit[0] != 0)
		return ((one == 0 || digit[0] == 1) && digit[one] >= 2 && digit[one + 3] >= 2) ||
			bv_is_phone(value, len);
	if (count <= BV_PHONE_DIGITS && bv_is_plain_phone(digit, count))
		return true;
	/* what else is read as dialled at home (phone.c) is not in that automaton */
	return (digit[0] == 0 || (note & NOTE_GROUPED) ||
			first == 810) && bv_is_phone(value, len);
}

/* The same, sooner for most numbers: without a prefix in front of them, and told by three digits. */
static bool
is_noted_phone(const char *value, size_t len, const BvNumber *number, unsigned note)
{
	const unsigned char *digit = number->digit;
	int			count = number->count;
	int			first = 100 * digit[0] + 10 * digit[1] + digit[2];

	if (note == NOTE_PREFIXED && first > 11)
		return false;
	if (note == (NOTE_FORM | NOTE_PREFIXED) && first > 11 && count > 4)
	{
		BvPhoneTold told = bv_phone_after_three[first].told;

		if (count <= BV_PHONE_DIGITS && (told.number >> (count - 3) & 1) != 0 &&
			!bv_ends_evenly((const char *) digit, count))
			return true;
		if ((count > BV_PHONE_DIGITS || (told.none >> (count - 3) & 1) != 0) && digit[0] != 0 && first != 810)
			return false;
	}
	return is_noted_phone_at_length(value, len, number, note);
}

const BvNotedValidator bv_noted_phone = {note_phone, is_noted_phone};
