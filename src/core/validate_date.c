/*
 * validate_date.c: dates that may be of a birth
 */
#include "validate.h"

#include "check_digit.h"
#include "number.h"

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
static bool
holds_birth_date(const BvNumber *date)
{
	int			first = date->layout == 0 ? 4 : (int) (date->layout >> 11 & 31);
	int			second = date->layout == 0 ? 6 : (int) (date->layout >> 3 & 31);
	bool		dots = (date->layout & 7) == 3;
	int			parts[3];

	if (date->layout == 0 && date->count != 8)
		return false;
	parts[0] = bv_part(date, 0, first);
	parts[1] = bv_part(date, first, second - first);
	parts[2] = bv_part(date, second, date->count - second);
	if (first == 4)
		return is_birth(parts[0], parts[1], parts[2]);
	return is_birth(parts[2], parts[1], parts[0]) || (!dots && is_birth(parts[2], parts[0], parts[1]));
}

const BvNumberScheme bv_scheme_birth_date = {
	.formats = "9999-99-99|99-99-9999|9999/99/99|99/99/9999|9999.99.99|99.99.9999|"
	"9-99-9999|99-9-9999|9/99/9999|99/9/9999|9.99.9999|99.9.9999|9-9-9999|9/9/9999|9.9.9999",
	.sums = BV_SUMS({8}, {7}, {6}),
	.holds = holds_birth_date
};

bool
bv_is_birth_date(const char *value, size_t len)
{
	bv_trim(&value, &len);
	len = without_midnight(value, len);
	return bv_is_number(&bv_scheme_birth_date, value, len);
}
