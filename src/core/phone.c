/*
 * phone.c: telephone numbers as people write them
 *
 * What is written must look like a number that people dial (groups, one area code
 * in parentheses, an extension), and its digits must be one by the numbering plans
 * (phone_plan.h).  A number of North America is taken by its form, NXX-NXX-XXXX:
 * area codes are opened there every year.
 */
#include "phone.h"

#include <string.h>

#include "ascii.h"
#include "check_digit.h"
#include "class.h"
#include "picture.h"
#include "picture_test.h"
#include "validate.h"

#define READ_DIGITS		20		/* an international prefix of four, and one too many */
#define READ_GROUPS		8
#define READ_BYTES		48		/* longer values are no number */
#define LEAST_DIGITS	6		/* of a number with its calling code */
#define LEAST_DIGITS_HOME 7
#define MOST_DIGITS_HOME 13		/* with the trunk prefix */

/* A number as written: its groups and what stands between them. */
typedef struct Written
{
	bool		plus;			/* began with + or 00, not among the digits */
	int			zero;			/* where in digit the 0 of "(0)" is, or -1 */
	char		digit[READ_DIGITS];
	int			count;
	int			group[READ_GROUPS];
	char		separator[READ_GROUPS]; /* after the group; 0 where only a parenthesis is */
	int			groups;
	bool		bracketed;
} Written;

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
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]) && mark == 0; i++)
	{
		size_t		size = strlen(marks[i]);

		if (size > end)
			continue;
		for (mark = size; mark > 0; mark--)
		{
			char		c = value[end - size + mark - 1];

			if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != marks[i][mark - 1])
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
read_written(const char *value, size_t len, Written *written)
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
			if (written->groups == READ_GROUPS)
				return false;
			if (written->groups > 0)
				written->separator[written->groups - 1] = separator;
			for (; i < len && bv_is_digit(value[i]); i++)
			{
				if (written->count == READ_DIGITS)
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
	if (in_group == 0 || open || written->groups == READ_GROUPS)
		return false;
	written->group[written->groups++] = in_group;
	return true;
}

/*
 * Are the groups as people make them?  What stands after the calling code (or a
 * trunk prefix) and after the area code may differ from what is between the rest.
 */
static bool
has_written_groups(const Written *written)
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

static bool
is_grouped(const Written *written, const char *sizes)
{
	for (int i = 0; i < written->groups; i++)
	{
		if (sizes[i] == '\0' || written->group[i] != sizes[i] - '0')
			return false;
	}
	return sizes[written->groups] == '\0';
}

/* Would one rather read a date, a social security number, an IP address or an amount? */
static bool
is_other_number(const Written *written)
{
	bool		thousands = written->groups > 1 && written->group[0] <= 2;
	bool		octets = written->groups == 4 && written->separator[0] == '.';
	const char *group = written->digit;

	if (is_grouped(written, "422") || is_grouped(written, "224"))
		return written->separator[0] != ' ';
	if (is_grouped(written, "324"))
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

/* Nobody's number ends in so many digits that are the same, however it is written. */
#define ALIKE	8

static bool
ends_alike(const char *digits, int count)
{
	return count >= ALIKE && bv_all_equal(digits + count - ALIKE, ALIKE);
}

/* One digit again and again, or up or down the keyboard: nobody's number. */
static bool
is_made_up(const char *digits, int count)
{
	int			step = (digits[1] - digits[0] + 10) % 10;

	if (ends_alike(digits, count))
		return true;
	if (step != 0 && step != 1 && step != 9)
		return false;
	for (int i = 2; i < count; i++)
	{
		if ((digits[i] - digits[i - 1] + 10) % 10 != step)
			return false;
	}
	return true;
}

/* North America's form: neither area code nor exchange begins with 0 or 1. */
static bool
is_north_american(const char *digits, int count)
{
	return count == 10 && digits[0] >= '2' && digits[3] >= '2';
}

static void
set_number(BvPhone *phone, int code, const char *country, int flags, const char *digits, int count)
{
	phone->calling_code = code;
	for (int i = 0; i < 3; i++)
		phone->country[i] = country[0] == '\0' ? '\0' : country[i];
	phone->flags = flags;
	memcpy(phone->digit, digits, count);
	phone->digit[count] = '\0';
	phone->digits = count;
}

/* Is it a calling code and a number under it? */
static bool
read_with_code(const char *digits, int count, BvPhone *phone)
{
	const BvCallingCode *code;
	const BvPhoneLabel *label;
	int			size;
	int			flags;

	if (count > BV_PHONE_DIGITS)
		return false;
	code = bv_calling_code_of(digits, count, &size);
	if (code == NULL)
		return false;
	label = bv_phone_label(bv_phone_international, digits, count);
	flags = label->flags;
	if (code->code == 1)
	{
		if (!is_north_american(digits + 1, count - 1))
			return false;
		flags |= BV_PHONE_NUMBER;
	}
	if (flags == 0)
		return false;
	set_number(phone, code->code, label->country[0] != '\0' ? label->country : code->country,
			   flags, digits + size, count - size);
	return true;
}

/* The same, with the trunk prefix that should be left out after a calling code. */
static bool
read_international(const char *digits, int count, BvPhone *phone)
{
	char		without[READ_DIGITS];
	const BvCallingCode *code;
	int			size;
	int			trunk;

	if (read_with_code(digits, count, phone))
		return true;
	code = bv_calling_code_of(digits, count, &size);
	if (code == NULL)
		return false;
	trunk = strlen(code->trunk);
	if (trunk == 0 || count - size <= trunk || memcmp(digits + size, code->trunk, trunk) != 0)
		return false;
	memcpy(without, digits, size);
	memcpy(without + size, digits + size + trunk, count - size - trunk);
	return read_with_code(without, count - trunk, phone);
}

/* A number after the calling code in brackets or not: "+44 (0)20 …", "+39 (0)6 …". */
static bool
read_plus(const Written *written, BvPhone *phone)
{
	char		without[READ_DIGITS];
	int			zero = written->zero;

	if (zero > 0)
	{
		memcpy(without, written->digit, zero);
		memcpy(without + zero, written->digit + zero + 1, written->count - zero - 1);
		if (read_with_code(without, written->count - 1, phone))
			return true;
	}
	return read_international(written->digit, written->count, phone);
}

/* Is it dialled so in a country that we know, with the trunk prefix that it has there? */
static bool
read_at_home(const char *digits, int count, BvPhone *phone)
{
	const BvPhoneLabel *label = bv_phone_label(bv_phone_national, digits, count);
	const BvCallingCode *code;
	int			trunk;

	if (label->flags == 0)
		return false;
	if (label->code == 0)
	{
		set_number(phone, 0, "", label->flags, digits, count);
		return true;
	}
	code = bv_calling_code(label->code);
	trunk = strlen(code->trunk);
	if (trunk > 0 && (memcmp(digits, code->trunk, trunk) != 0 || (label->code == 1 && count == 10)))
		trunk = 0;
	set_number(phone, label->code, label->country, label->flags, digits + trunk, count - trunk);
	return true;
}

/* A number of North America, with or without its 1; country as far as it is known. */
static bool
read_north_american(const char *digits, int count, BvPhone *phone)
{
	char		whole[11];

	if (count == 11 && digits[0] == '1')
	{
		digits++;
		count--;
	}
	if (!is_north_american(digits, count))
		return false;
	whole[0] = '1';
	memcpy(whole + 1, digits, 10);
	return read_with_code(whole, 11, phone);
}

/* What is dialled in front of a calling code, where it is not 00. */
static bool
read_other_prefix(const char *digits, int count, BvPhone *phone)
{
	static const char *const prefixes[] = {"011", "010", "810"};

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
	{
		int			size = strlen(prefixes[i]);

		if (count >= size + 9 && memcmp(digits, prefixes[i], size) == 0 &&
			read_with_code(digits + size, count - size, phone) &&
			(phone->flags & BV_PHONE_ASSIGNED) != 0)
			return true;
	}
	return false;
}

/* "(212) 555-0123", "1-212-555-0123", but not "212 555 0123", which others write, too. */
static bool
is_north_american_style(const Written *written)
{
	return written->digit[0] != '0' && (is_grouped(written, "334") || is_grouped(written, "1334")) &&
		(written->bracketed || written->separator[written->groups - 2] != ' ');
}

/*
 * Without + or 00.  What several plans allow is a number of none in particular,
 * unless it is written as in one of them.
 */
static bool
read_national(const Written *written, BvPhone *phone)
{
	const char *digits = written->digit;
	int			count = written->count;
	BvPhone		other;
	bool		found;

	if (digits[0] == '0')
	{
		if (count <= MOST_DIGITS_HOME && read_at_home(digits, count, phone))
			return true;
		phone->international = read_other_prefix(digits, count, phone);
		return phone->international;
	}
	if (is_north_american_style(written))
		return read_north_american(digits, count, phone) || read_at_home(digits, count, phone);
	/* in one town of North America */
	if (is_grouped(written, "34") && digits[0] >= '2')
	{
		set_number(phone, 0, "", BV_PHONE_NUMBER, digits, count);
		return true;
	}
	if (count > BV_PHONE_DIGITS)
		return false;

	found = count <= MOST_DIGITS_HOME && read_at_home(digits, count, phone);
	/* with its calling code and no +: long, and in a range that is in use */
	if (count >= 9 && read_with_code(digits, count, &other) && (other.flags & BV_PHONE_ASSIGNED) != 0)
	{
		/* hardly any country dials as many without a trunk prefix */
		if (!found || (count >= 11 && phone->calling_code != 1 && phone->calling_code != 7))
		{
			other.dialled = phone->dialled;
			*phone = other;
			phone->international = true;
			return true;
		}
		if (phone->calling_code != other.calling_code)
			set_number(phone, 0, "", phone->flags | other.flags, digits, count);
	}
	/* without the trunk prefix, as a column of numbers loses it */
	if (count <= (found ? 10 : 11))
	{
		const BvPhoneLabel *label = bv_phone_label(bv_phone_bare, digits, count);

		if (label->flags != 0)
		{
			set_number(phone, found ? 0 : label->code, found ? "" : label->country,
					   label->flags, digits, count);
			return true;
		}
	}
	if (found || (is_grouped(written, "334") && read_north_american(digits, count, phone)))
		return true;
	phone->international = read_other_prefix(digits, count, phone);
	return phone->international;
}

/* Groups, if they are such as numbers have, and not those of something else. */
static bool
read_form(const char *value, size_t len, Written *written)
{
	if (!read_written(value, len, written) || !has_written_groups(written))
		return false;
	if (written->plus)
		return written->count >= LEAST_DIGITS;
	return written->count >= LEAST_DIGITS_HOME && written->zero <= 0 && !is_other_number(written);
}

/* The groups of a value, if it is written as a number may be and is not something else. */
static bool
read_value(const char *value, size_t len, Written *written)
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
	if (!read_form(value, len, written))
		return false;
	if (written->plus)
		return !ends_alike(written->digit, written->count);
	zero = written->digit[0] == '0';
	return !is_made_up(written->digit + zero, written->count - zero);
}

bool
bv_phone_parse(const char *value, size_t len, BvPhone *phone)
{
	Written		written;

	if (!read_value(value, len, &written))
		return false;
	phone->international = written.plus;
	phone->dialled = written.plus || written.bracketed || written.groups > 1;
	return written.plus ? read_plus(&written, phone) : read_national(&written, phone);
}

int
bv_phone_text(const BvPhone *phone, char text[BV_PHONE_TEXT])
{
	int			size = 0;

	if (phone->calling_code > 0)
	{
		text[size++] = '+';
		if (phone->calling_code >= 100)
			text[size++] = '0' + phone->calling_code / 100;
		if (phone->calling_code >= 10)
			text[size++] = '0' + phone->calling_code / 10 % 10;
		text[size++] = '0' + phone->calling_code % 10;
	}
	memcpy(text + size, phone->digit, phone->digits);
	size += phone->digits;
	text[size] = '\0';
	return size;
}

/* Without + or 00, nor another prefix in front of a calling code. */
static bool
is_plain_number(const char *text, int count)
{
	unsigned char digit[BV_PHONE_DIGITS];

	if (count < LEAST_DIGITS_HOME || count > BV_PHONE_DIGITS)
		return false;
	for (int i = 0; i < count; i++)
		digit[i] = text[i] - '0';
	return bv_is_plain_phone(digit, count);
}

/* The answer that bv_phone_parse() has, sooner: where it is from does not matter. */
bool
bv_is_phone(const char *value, size_t len)
{
	Written		written;
	BvPhone		phone;
	size_t		digits = 0;

	bv_trim(&value, &len);
	while (digits < len && bv_is_digit(value[digits]))
		digits++;
	if (digits == len && len > 2 && (value[0] != '0' || value[1] != '0'))
	{
		int			zero = value[0] == '0';

		if (len > READ_DIGITS || is_made_up(value + zero, len - zero))
			return false;
		if (is_plain_number(value, len))
			return true;
		if (value[0] != '0' && memcmp(value, "810", 3) != 0)
			return false;
	}
	if (!read_value(value, len, &written))
		return false;
	if (written.plus)
		return read_plus(&written, &phone);
	if (is_north_american_style(&written))
	{
		int			one = written.count - 10;	/* the trunk prefix */

		if ((one == 0 || written.digit[0] == '1') && is_north_american(written.digit + one, 10))
			return true;
	}
	else if (is_plain_number(written.digit, written.count))
		return true;
	return read_national(&written, &phone);
}

/* ---------- in two steps ---------- */

/* What of the form of a number its picture tells. */
#define NOTE_FORM		0x01	/* it has one, whatever its digits */
#define NOTE_PLUS		0x02	/* + is before it */
#define NOTE_AMERICAN	0x04	/* is_north_american_style(), the first digit aside */
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
	Written		written;
	unsigned	note = 0;

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
		if ((way % 2 == 1 && !zero) || len < 3 || memcmp(picture, "000", strlen(prefix)) != 0)
			continue;
		memcpy(value, prefix, strlen(prefix));
		if (!read_form(value, len, &written))
			continue;
		if (way > 0)
		{
			note |= way > 1 ? NOTE_PREFIXED : NOTE_SPECIAL;
			continue;
		}
		note = NOTE_FORM;
		if (written.plus)
			note |= NOTE_PLUS;
		else if (is_north_american_style(&written))
			note |= NOTE_AMERICAN;
		if (is_grouped(&written, "34") || is_grouped(&written, "334"))
			note |= NOTE_GROUPED;
		/* with other digits it may be an address */
		if (written.groups == 4 && written.separator[0] == '.')
			note |= NOTE_SPECIAL;
	}
	return note;
}

bool
bv_may_be_phone(const char *picture, size_t len)
{
	return note_phone(picture, len) != 0;
}

/* What ends_alike() and is_made_up() say of a number, from its first digit that counts. */
static bool
is_noted_made_up(const BvNumber *number, bool plus)
{
	const char *digits = (const char *) number->digit;
	int			zero = number->digit[0] == 0;

	return plus ? ends_alike(digits, number->count) : is_made_up(digits + zero, number->count - zero);
}

/* The answer of bv_is_phone() for a value whose picture has that note. */
static bool
is_noted_phone(const char *value, size_t len, const BvNumber *number, unsigned note)
{
	const unsigned char *digit = number->digit;
	int			count = number->count;
	int			one = count - 10;	/* the trunk prefix */

	if ((note & NOTE_PREFIXED) && digit[0] == 0 && (digit[1] == 0 || (digit[1] == 1 && digit[2] == 1)))
		return bv_is_phone(value, len);
	if (note & NOTE_SPECIAL)
		return bv_is_phone(value, len);
	if ((note & NOTE_FORM) == 0)
		return false;
	if (note & NOTE_PLUS)
	{
		if (is_noted_made_up(number, true))
			return false;
		/* or it has a trunk prefix after its calling code */
		return (digit[0] == 1 ? count == 11 && digit[1] >= 2 && digit[4] >= 2 :
				count <= BV_PHONE_DIGITS && bv_is_international(digit, count)) || bv_is_phone(value, len);
	}
	if (is_noted_made_up(number, false))
		return false;
	if ((note & NOTE_AMERICAN) && digit[0] != 0)
		return ((one == 0 || digit[0] == 1) && digit[one] >= 2 && digit[one + 3] >= 2) ||
			bv_is_phone(value, len);
	if (count <= BV_PHONE_DIGITS && bv_is_plain_phone(digit, count))
		return true;
	/* what of read_national() is not in that automaton */
	return (digit[0] == 0 || (note & NOTE_GROUPED) || (digit[0] == 8 && digit[1] == 1 && digit[2] == 0)) &&
		bv_is_phone(value, len);
}

const BvNotedValidator bv_noted_phone = {note_phone, is_noted_phone};
