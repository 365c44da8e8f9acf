/*
 * validate_date.c: dates that may be of a birth
 */
#include "validate.h"

#include "check_digit.h"

#define FIRST_YEAR	1880
#define LAST_YEAR	2035

static bool
is_birth(int year, int month, int day)
{
	return year >= FIRST_YEAR && year <= LAST_YEAR && bv_is_date(year, month, day);
}

/*
 * The length of the date in a value that goes on with midnight, as the text of a
 * timestamp does: "1980-02-29 00:00:00+01".  A birth has no time of day.
 */
static size_t
without_midnight(const char *value, size_t len)
{
	size_t		at = 10;

	if (len < 16 || (value[10] != ' ' && value[10] != 'T'))
		return len;
	for (int part = 0; part < 3; part++)
	{
		if (part == 2 && (at >= len || value[at] != ':'))
			break;
		if (at + 3 > len || (part > 0 && value[at] != ':') ||
			value[at + 1] != '0' || value[at + 2] != '0')
			return len;
		at += 3;
	}
	if (at < len && value[at] == '.')
	{
		for (at++; at < len && value[at] == '0'; at++)
			;
	}
	if (at < len && value[at] == 'Z')
		at++;
	else if (at < len && (value[at] == '+' || value[at] == '-'))
	{
		for (at++; at < len && (bv_is_digit(value[at]) || value[at] == ':'); at++)
			;
	}
	return at == len ? 10 : len;
}

/*
 * ISO 8601 (1980-02-29, 19800229), with slashes or dots for hyphens, or the year
 * last with day and month in either order; only the day goes first with dots.
 */
bool
bv_is_birth_date(const char *value, size_t len)
{
	BvDigits	date;
	int			first;
	int			second;
	int			third;

	bv_trim(&value, &len);
	len = without_midnight(value, len);
	if (!bv_read_digits(value, len, "-/.", &date))
		return false;
	if (date.groups == 1 && date.count == 8)
		return is_birth(bv_number(date.digit, 4), bv_number(date.digit + 4, 2),
						bv_number(date.digit + 6, 2));
	if (date.groups != 3 || date.count > 8)
		return false;

	first = bv_number(date.digit, date.group[0]);
	second = bv_number(date.digit + date.group[0], date.group[1]);
	third = bv_number(date.digit + date.group[0] + date.group[1], date.group[2]);
	if (date.group[0] == 4)
		return date.group[1] == 2 && date.group[2] == 2 && is_birth(first, second, third);
	if (date.group[2] != 4 || date.group[0] > 2 || date.group[1] > 2)
		return false;
	return is_birth(third, second, first) ||
		(date.separator != '.' && is_birth(third, first, second));
}
