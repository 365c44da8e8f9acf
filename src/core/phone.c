/*
 * phone.c: telephone numbers: what is written, by the numbering plans
 *
 * What is written must look like a number that people dial (phone_written.h), and
 * its digits must be one by the numbering plans (phone_plan.h).  A number of North
 * America is taken by its form, NXX-NXX-XXXX: area codes are opened there every year.
 */
#include "phone.h"

#include <string.h>

#include "array.h"
#include "check_digit.h"
#include "phone_written.h"
#include "validate.h"

#define MOST_DIGITS_HOME 13		/* with the trunk prefix */

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
	char		without[BV_PHONE_READ_DIGITS];
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
read_plus(const BvWrittenPhone *written, BvPhone *phone)
{
	char		without[BV_PHONE_READ_DIGITS];
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

	for (size_t i = 0; i < lengthof(prefixes); i++)
	{
		int			size = strlen(prefixes[i]);

		if (count >= size + 9 && memcmp(digits, prefixes[i], size) == 0 &&
			read_with_code(digits + size, count - size, phone) &&
			(phone->flags & BV_PHONE_ASSIGNED) != 0)
			return true;
	}
	return false;
}

/*
 * Without + or 00.  What several plans allow is a number of none in particular,
 * unless it is written as in one of them.
 */
static bool
read_national(const BvWrittenPhone *written, BvPhone *phone)
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
	if (bv_is_north_american_style(written))
		return read_north_american(digits, count, phone) || read_at_home(digits, count, phone);
	/* in one town of North America */
	if (bv_is_grouped(written, "34") && digits[0] >= '2')
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
	if (found || (bv_is_grouped(written, "334") && read_north_american(digits, count, phone)))
		return true;
	phone->international = read_other_prefix(digits, count, phone);
	return phone->international;
}

bool
bv_phone_parse(const char *value, size_t len, BvPhone *phone)
{
	BvWrittenPhone written;

	if (!bv_read_phone(value, len, &written))
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

	if (count < BV_PHONE_LEAST_AT_HOME || count > BV_PHONE_DIGITS)
		return false;
	for (int i = 0; i < count; i++)
		digit[i] = text[i] - '0';
	return bv_is_plain_phone(digit, count);
}

/* The answer that bv_phone_parse() has, sooner: where it is from does not matter. */
bool
bv_is_phone(const char *value, size_t len)
{
	BvWrittenPhone written;
	BvPhone		phone;
	size_t		digits = 0;

	bv_trim(&value, &len);
	while (digits < len && bv_is_digit(value[digits]))
		digits++;
	if (digits == len && len > 2 && (value[0] != '0' || value[1] != '0'))
	{
		int			zero = value[0] == '0';

		if (len > BV_PHONE_READ_DIGITS || bv_is_made_up(value + zero, len - zero))
			return false;
		if (is_plain_number(value, len))
			return true;
		if (value[0] != '0' && memcmp(value, "810", 3) != 0)
			return false;
	}
	if (!bv_read_phone(value, len, &written))
		return false;
	if (written.plus)
		return read_plus(&written, &phone);
	if (bv_is_north_american_style(&written))
	{
		int			one = written.count - 10;	/* the trunk prefix */

		if ((one == 0 || written.digit[0] == '1') && is_north_american(written.digit + one, 10))
			return true;
	}
	else if (is_plain_number(written.digit, written.count))
		return true;
	return read_national(&written, &phone);
}
