/*
 * sample.c: what the distinct values of a column are like, counted as they come
 */
#include "sample.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "class.h"

static inline bool
is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
is_letter(unsigned char c)
{
	/* bytes above 127 are letters of some script, or as good as */
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

static inline bool
is_hex(unsigned char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static inline bool
is_space(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool
bv_is_blank(const char *value, size_t len)
{
	for (size_t i = 0; i < len; i++)
	{
		if (!is_space((unsigned char) value[i]))
			return false;
	}
	return true;
}

/* Does the value have this form?  9 is a digit, everything else itself. */
static bool
has_form(const char *value, size_t len, const char *form)
{
	if (len != strlen(form))
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (form[i] == '9' ? !is_digit((unsigned char) value[i]) : value[i] != form[i])
			return false;
	}
	return true;
}

/* A decimal number as PostgreSQL writes it, in at most 40 characters. */
static bool
read_number(const char *value, size_t len, double *number)
{
	char		text[41];
	size_t		digits = 0;
	size_t		points = 0;

	if (len == 0 || len >= sizeof(text))
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (is_digit((unsigned char) value[i]))
			digits++;
		else if (value[i] == '.')
			points++;
		else if (value[i] != '-' || i != 0)
			return false;
	}
	if (digits == 0 || points > 1)
		return false;
	memcpy(text, value, len);
	text[len] = '\0';
	*number = strtod(text, NULL);
	return true;
}

/* As crypt, Argon2 and LDAP write a password, or the hex of a common digest. */
static bool
is_stored_password(const char *value, size_t len)
{
	if (len >= 20 && (value[0] == '$' || value[0] == '{'))
		return memchr(value + 1, value[0] == '$' ? '$' : '}', len - 1) != NULL;
	if (len != 32 && len != 40 && len != 56 && len != 64 && len != 96 && len != 128)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (!is_hex((unsigned char) value[i]))
			return false;
	}
	return true;
}

/* A web address, a host name with a path, or a path of files. */
static bool
is_link(const char *value, size_t len)
{
	bool		dot = false;
	bool		slash = false;

	for (size_t i = 0; i < len; i++)
	{
		if (is_space((unsigned char) value[i]))
			return false;
		if (i + 2 < len && memcmp(value + i, "://", 3) == 0)
			return true;
		dot |= value[i] == '.' && i > 0 && i + 2 < len;
		slash |= value[i] == '/' || value[i] == '\\';
	}
	return slash || (dot && !memchr(value, '@', len));
}

/*
 * Written as only telephone numbers are: digits with a leading plus, a
 * bracketed area code, or groups of two to five digits with separators, at
 * least 7 digits in all; but not as a date is.
 */
static bool
is_dialled(const char *value, size_t len)
{
	int			digits = 0;
	int			group = 0;
	int			groups = 0;
	bool		mark = value[0] == '+';

	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) value[i];

		if (is_digit(c))
		{
			digits++;
			if (group++ == 0)
				groups++;
			continue;
		}
		if (c == '(' || c == ')')
			mark = true;
		else if (c != ' ' && c != '-' && c != '.' && c != '/' && !(c == '+' && i == 0) &&
				 !(c == 'x' && digits >= 7))
			return false;
		group = 0;
	}
	if (digits < 7 || digits > 20)
		return false;
	if (has_form(value, len, "9999-99-99") || has_form(value, len, "99-99-9999") ||
		has_form(value, len, "99/99/9999") || has_form(value, len, "99.99.9999") ||
		has_form(value, len, "999-99-9999"))
		return false;
	return mark || groups >= 3;
}

/* yyyy-mm-dd, perhaps with a time after it; says how the year is. */
static bool
is_date(const char *value, size_t len, int *year)
{
	int			month;
	int			day;

	if (len < 10 || !has_form(value, 10, "9999-99-99") ||
		(len > 10 && is_digit((unsigned char) value[10])))
		return false;
	*year = (value[0] - '0') * 1000 + (value[1] - '0') * 100 +
		(value[2] - '0') * 10 + (value[3] - '0');
	month = (value[5] - '0') * 10 + (value[6] - '0');
	day = (value[8] - '0') * 10 + (value[9] - '0');
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

void
bv_sample_init(BvSample *sample, int year)
{
	memset(sample, 0, sizeof(*sample));
	sample->year = year;
}

void
bv_sample_add(BvSample *sample, const char *value, size_t len)
{
	BvClassSet	classes;
	double		number;
	int			year;
	int			words = 1;
	bool		lettered = true;
	bool		digit = false;
	bool		all_digits = true;
	bool		space = false;
	bool		at = false;

	while (len > 0 && is_space((unsigned char) value[0]))
		value++, len--;
	while (len > 0 && is_space((unsigned char) value[len - 1]))
		len--;
	if (len == 0)
		return;

	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) value[i];

		if (is_digit(c))
			digit = true;
		else
			all_digits = false;
		at |= c == '@';
		if (is_space(c))
		{
			space = true;
			if (!is_space((unsigned char) value[i - 1]))
				words++;
		}
		else if (!is_letter(c) && c != '\'' && c != '-' && c != '.' && c != ',' &&
				 c != '(' && c != ')' && c != '&' && c != '/')
			lettered = false;
	}

	sample->lettered += lettered;
	sample->with_digit += digit;
	sample->all_digits += all_digits;
	sample->with_space += space;
	sample->with_at += at;
	sample->sentences += words >= 5;
	sample->links += is_link(value, len);
	sample->hashes += is_stored_password(value, len);
	sample->dialled += is_dialled(value, len);
	sample->hyphenated_ssn += has_form(value, len, "999-99-9999");
	if (is_date(value, len, &year))
	{
		sample->dates++;
		sample->grown_up += year >= sample->year - 100 && year <= sample->year - 15;
	}
	if (read_number(value, len, &number))
	{
		if (sample->numbers > 0)
		{
			sample->steps += fabs(number - sample->previous) <= 10;
		}
		if (sample->numbers == 0 || number < sample->lowest)
			sample->lowest = number;
		if (sample->numbers == 0 || number > sample->highest)
			sample->highest = number;
		sample->previous = number;
		sample->numbers++;
	}

	if ((int) len > sample->longest)
		sample->longest = (int) len;
	sample->bytes += (int64_t) len;
	sample->distinct++;

	/* no identifier is as long as what was cut off */
	if (len >= BV_SAMPLE_VALUE_MAX)
		return;
	classes = bv_classes_of(value, len);
	for (int n = bv_class_set_next(&classes, 0); n < BV_USER_CLASS_FIRST;
		 n = bv_class_set_next(&classes, n))
		sample->passes[n]++;
}
