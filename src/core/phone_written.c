/*
 * phone_written.c: how a telephone number is written: its groups of digits
 *
 * It must look like a number that people dial: groups that are alike, one area
 * code in parentheses, an extension; and not like a date, an amount or an address.
 */
#include "phone_written.h"

#include <string.h>

#include "array.h"
#include "ascii.h"

#define READ_BYTES		48		/* longer values are no number */
#define LEAST_DIGITS	6		/* of a number with its calling code */

/* The length of a value without an extension: " x12", " ext. 12", "#12". */
static size_t
without_extension(const char *value, size_t len)
{
	static const char *const marks[] = {
		"extension", "extn.", "extn", "ext.", "ext", "anexo", "poste", "toestel", "tst.", "int.", "x", "#"
	};
	size_t		end = len;
	size_t		digits;
	size_t		mark = 0;

	while (end > 0 && bv_is_digit(value[end - 1]))
		end--;
	digits = len - end;
	if (digits < 1 || digits > 7)
		return len;
	while (end > 0 && value[end - 1] == ' ')
		end--;
	if (end == 0 || !(bv_is_letter(value[end - 1]) || value[end - 1] == '#' ||
					  (value[end - 1] == '.' && end > 1 && bv_is_letter(value[end - 2]))))
		return len;
	for (size_t i = 0; i < lengthof(marks) && mark == 0; i++)
	{
		size_t		size = strlen(marks[i]);

		if (size > end)
			continue;
		for (mark = size; mark > 0; mark--)
		{
			if (bv_to_lower(value[end - size + mark - 1]) != marks[i][mark - 1])
				break;
		}
		mark = mark == 0 ? size : 0;
	}
	if (mark == 0)
		return len;
	end -= mark;
	while (end > 0 && (value[end - 1] == ' ' || value[end - 1] == ',' || value[end - 1] == ';'))
		end--;
	return end;
}

/*
 * Reads groups of digits with one of " .-/" between them, one of which may be
 * in parentheses: the area code, or the 0 to leave out after a calling code.
 */
static bool
read_written(const char *value, size_t len, BvWrittenPhone *written)
{
	bool		open = false;
	int			in_group = 0;
	char		separator = 0;	/* since the last group */
	size_t		i = 0;

	written->zero = -1;
	written->count = 0;
	written->groups = 0;
	written->bracketed = false;
	if (len > 1 && value[0] == '+')
		i = value[1] == ' ' ? 2 : 1;
	else if (len > 2 && value[0] == '0' && value[1] == '0')
		i = value[2] == ' ' || value[2] == '-' ? 3 : 2;
	written->plus = i > 0;

	for (; i < len; i++)
	{
		char		c = value[i];

		if (bv_is_digit(c))
		{
			if (written->groups == BV_PHONE_READ_GROUPS)
				return false;
			if (written->groups > 0)
				written->separator[written->groups - 1] = separator;
			for (; i < len && bv_is_digit(value[i]); i++)
			{
				if (written->count == BV_PHONE_READ_DIGITS)
					return false;
				written->digit[written->count++] = value[i];
				in_group++;
			}
			i--;
			separator = 0;
			continue;
		}
		if (in_group > 0)
		{
			/* what ends a group in parentheses is the second one */
			if (open != (c == ')'))
				return false;
			if (c == ')' && in_group == 1 && written->groups == 1 &&
				written->digit[written->count - 1] == '0')
			{
				written->zero = written->count - 1; /* "(0)" is dialled instead of the calling code */
				written->bracketed = true;
				open = false;
				in_group = 0;
				continue;
			}
			written->group[written->groups++] = in_group;
			in_group = 0;
			if (c == ')')
			{
				open = false;
				written->bracketed = true;
				continue;
			}
		}
		if (c == '(' && !open && !written->bracketed && written->groups <= 1)
			open = true;
		else if ((c == ' ' || c == '-' || c == '.' || c == '/') && separator == 0 && !open &&
				 written->groups > 0)
			separator = c;
		else if (c == '-' && separator == ' ' && i + 1 < len && value[i + 1] == ' ')
		{
			separator = '-';	/* " - " is one */
			i++;
		}
		else
			return false;
	}
	if (in_group == 0 || open || written->groups == BV_PHONE_READ_GROUPS)
		return false;
	written->group[written->groups++] = in_group;
	return true;
}

/*
 * Are the groups as people make them?  What stands after the calling code (or a
 * trunk prefix) and after the area code may differ from what is between the rest.
 */
static bool
has_written_groups(const BvWrittenPhone *written)
{
	bool		prefixed = written->group[0] == 3 && written->groups > 3 &&
		memcmp(written->digit, "011", 3) == 0;
	int			own = prefixed ? 3 : written->plus || written->group[0] == 1 ? 2 : 1;

	for (int i = own; i < written->groups; i++)
	{
		if (written->group[i] < 2 || written->group[i] > 8)
			return false;
		if (i < written->groups - 1 &&
			(written->separator[i] != written->separator[own] || written->separator[i] == '/'))
			return false;
	}
	return true;
}

/* Would one rather read a date, a social security number, an IP address or an amount? */
static bool
is_other_number(const BvWrittenPhone *written)
{
	bool		thousands = written->groups > 1 && written->group[0] <= 2;
	bool		octets = written->groups == 4 && written->separator[0] == '.';
	const char *group = written->digit;

	if (bv_is_grouped(written, "422") || bv_is_grouped(written, "224"))
		return written->separator[0] != ' ';
	if (bv_is_grouped(written, "324"))
		return true;
	if (written->groups == 2 && written->separator[0] == '.')
		return true;

	for (int i = 0; i < written->groups; i++)
	{
		thousands &= i == 0 || written->group[i] == 3;
		octets &= written->group[i] <= 3 && bv_number(group, written->group[i]) <= 255;
		group += written->group[i];
	}
	return (thousands && !written->bracketed) || octets;
}

bool
bv_is_north_american_style(const BvWrittenPhone *written)
{
	return written->digit[0] != '0' && (bv_is_grouped(written, "334") || bv_is_grouped(written, "1334")) &&
		(written->bracketed || written->separator[written->groups - 2] != ' ');
}

bool
bv_read_phone_form(const char *value, size_t len, BvWrittenPhone *written)
{
	if (!read_written(value, len, written) || !has_written_groups(written))
		return false;
	if (written->plus)
		return written->count >= LEAST_DIGITS;
	return written->count >= BV_PHONE_LEAST_AT_HOME && written->zero <= 0 &&
		!is_other_number(written);
}

bool
bv_read_phone(const char *value, size_t len, BvWrittenPhone *written)
{
	char		ascii[BV_ASCII_MAX];
	int			zero;

	bv_trim(&value, &len);
	/* most values begin with a letter */
	if (len < LEAST_DIGITS || len > 3 * READ_BYTES || bv_is_letter(value[0]))
		return false;
	if (!bv_is_ascii(value, len))
	{
		value = bv_as_ascii(value, &len, ascii);
		if (!bv_is_ascii(value, len))
			return false;
		bv_trim(&value, &len);
	}
	if (len < LEAST_DIGITS || len > READ_BYTES)
		return false;
	len = without_extension(value, len);
	if (!bv_read_phone_form(value, len, written))
		return false;
	if (written->plus)
		return !bv_ends_alike(written->digit, written->count);
	zero = written->digit[0] == '0';
	return !bv_is_made_up(written->digit + zero, written->count - zero);
}
