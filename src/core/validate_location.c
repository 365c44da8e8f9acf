/*
 * validate_location.c: places on earth by their coordinates
 */
#include "validate.h"

#include <stdio.h>

#include "check_digit.h"
#include "token_text.h"

/* A coordinate as it is written. */
typedef struct Coordinate
{
	double		degrees;
	int			decimals;		/* digits after the point; of seconds, two more */
	bool		sign;			/* + or - before it */
	char		side;			/* N, S, E, W, or 0 */
} Coordinate;

/* Digits and a point: three before it at most, without needless zeros. */
static size_t
read_number(const char *text, size_t len, int whole, double *number, int *decimals)
{
	size_t		digits = bv_span(text, len, BV_CHAR_DIGIT);
	size_t		at = digits;
	double		unit = 1;

	if (digits == 0 || digits > (size_t) whole || (digits > 1 && text[0] == '0' && whole == 3))
		return 0;
	*number = bv_number(text, (int) digits);
	*decimals = 0;
	if (at < len && text[at] == '.')
	{
		size_t		count = bv_span(text + at + 1, len - at - 1, BV_CHAR_DIGIT);

		if (count == 0 || count > 20)
			return 0;
		for (size_t i = 0; i < count; i++)
		{
			unit /= 10;
			*number += unit * (text[at + 1 + i] - '0');
		}
		*decimals = (int) count;
		at += 1 + count;
	}
	return at;
}

/* One of the marks of degrees, minutes or seconds, in ASCII, UTF-8 or Latin 1; its bytes. */
static size_t
mark_size(const char *text, size_t len, const char *const *marks)
{
	for (; *marks != NULL; marks++)
	{
		if (bv_begins(text, len, *marks))
			return strlen(*marks);
	}
	return 0;
}

static size_t
skip_spaces(const char *text, size_t len, size_t at)
{
	while (at < len && text[at] == ' ')
		at++;
	return at;
}

static bool
is_side(char c)
{
	return c == 'N' || c == 'S' || c == 'E' || c == 'W';
}

/* Reads a coordinate; returns the place after it, or 0. */
static size_t
read_coordinate(const char *text, size_t len, Coordinate *coordinate)
{
	static const char *const degree_marks[] = {"\xC2\xB0", "\xB0", "\xC2\xBA", "\xBA", NULL};
	static const char *const minute_marks[] = {"'", "\xE2\x80\xB2", "\xE2\x80\x99", NULL};
	static const char *const second_marks[] = {"\"", "''", "\xE2\x80\xB3", "\xE2\x80\x9D", NULL};
	size_t		at = 0;
	size_t		size;
	double		part;
	int			decimals;
	bool		negative = false;

	memset(coordinate, 0, sizeof(*coordinate));
	if (at < len && is_side(text[at]))
	{
		coordinate->side = text[at];
		at = skip_spaces(text, len, at + 1);
	}
	if (at < len && (text[at] == '+' || text[at] == '-'))
	{
		coordinate->sign = true;
		negative = text[at++] == '-';
	}
	size = read_number(text + at, len - at, 3, &coordinate->degrees, &coordinate->decimals);
	if (size == 0)
		return 0;
	at += size;

	size = mark_size(text + at, len - at, degree_marks);
	if (size > 0)
	{
		at += size;
		for (int step = 0; step < 2 && coordinate->decimals == 0; step++)
		{
			const char *const *marks = step == 0 ? minute_marks : second_marks;
			size_t		next = skip_spaces(text, len, at);

			size = read_number(text + next, len - next, 2, &part, &decimals);
			if (size == 0)
				break;
			next += size;
			size = mark_size(text + next, len - next, marks);
			if (size == 0 || part >= 60)
				return 0;
			at = next + size;
			coordinate->degrees += part / (step == 0 ? 60 : 3600);
			coordinate->decimals = decimals > 0 || step == 1 ? decimals + 2 * (step + 1) : 0;
			if (step == 0 && decimals > 0)
				break;
		}
	}
	if (coordinate->side == 0)
	{
		size_t		next = skip_spaces(text, len, at);

		if (next < len && is_side(text[next]) &&
			(next + 1 == len || !bv_is_of(text[next + 1], BV_CHARS_ALNUM)))
		{
			coordinate->side = text[next];
			at = next + 1;
		}
	}
	if (coordinate->side != 0 && coordinate->sign)
		return 0;
	if (negative || coordinate->side == 'S' || coordinate->side == 'W')
		coordinate->degrees = -coordinate->degrees;
	return at;
}

static bool
is_within(const Coordinate *coordinate, double limit)
{
	return coordinate->degrees >= -limit && coordinate->degrees <= limit;
}

/* One coordinate alone: to a hundred metres, or with its side. */
static bool
is_single(const char *value, size_t len, double limit, const char *sides)
{
	Coordinate	coordinate;

	bv_trim(&value, &len);
	if (len < 5 || len > 32 || read_coordinate(value, len, &coordinate) != len)
		return false;
	if (coordinate.side != 0 ? strchr(sides, coordinate.side) == NULL : coordinate.decimals < 3)
		return false;
	return is_within(&coordinate, limit);
}

bool
bv_is_latitude(const char *value, size_t len)
{
	return is_single(value, len, 90, "NS");
}

bool
bv_is_longitude(const char *value, size_t len)
{
	return is_single(value, len, 180, "EW");
}

/* Well-known text: POINT(longitude latitude), with an SRID of degrees or none. */
static bool
is_point_text(const char *value, size_t len, Coordinate *latitude, Coordinate *longitude)
{
	size_t		at = 0;
	size_t		size;

	if (bv_begins_in_any_case(value, len, "srid=4326;"))
		at = 10;
	if (!bv_begins_in_any_case(value + at, len - at, "point"))
		return false;
	at = skip_spaces(value, len, at + 5);
	if (at == len || value[at] != '(' || value[len - 1] != ')')
		return false;
	len--;
	at = skip_spaces(value, len, at + 1);
	size = read_coordinate(value + at, len - at, longitude);
	if (size == 0)
		return false;
	at += size;
	size = skip_spaces(value, len, at);
	if (size == at)
		return false;
	at = size;
	size = read_coordinate(value + at, len - at, latitude);
	return size > 0 && skip_spaces(value, len, at + size) == len &&
		is_within(longitude, 180) && is_within(latitude, 90);
}

/* A number of eight bytes in hex, the lowest first. */
static double
read_double(const char *hex)
{
	uint64_t	bits = 0;
	double		number;

	for (int i = 7; i >= 0; i--)
		bits = bits << 8 | (uint64_t) (bv_hex_value(hex[2 * i]) << 4 | bv_hex_value(hex[2 * i + 1]));
	memcpy(&number, &bits, sizeof(number));
	return number;
}

/* Extended well-known binary of PostGIS in hex: a point in degrees (SRID 4326). */
static bool
is_point_binary(const char *value, size_t len, Coordinate *latitude, Coordinate *longitude)
{
	if (len != 50 || !bv_all_of(value, len, BV_CHARS_HEX) ||
		!bv_begins_in_any_case(value, len, "0101000020e6100000"))
		return false;
	longitude->degrees = read_double(value + 18);
	latitude->degrees = read_double(value + 34);
	return is_within(longitude, 180) && is_within(latitude, 90);
}

/*
 * Latitude and longitude with a comma between, in parentheses or not; whole
 * degrees only where something shows that it is no decimal comma.
 */
static bool
read_point(const char *value, size_t len, Coordinate *latitude, Coordinate *longitude)
{
	bool		clear = false;
	bool		spaced = false;
	size_t		at;
	size_t		size;

	bv_trim(&value, &len);
	if (len < 5 || len > 80)
		return false;
	switch (value[0])
	{
		case '0':
			if (is_point_binary(value, len, latitude, longitude))
				return true;
			break;
		case 'P':
		case 'p':
			return is_point_text(value, len, latitude, longitude);
		case 'S':
		case 's':
			if (bv_begins_in_any_case(value, len, "srid="))
				return is_point_text(value, len, latitude, longitude);
			break;
		case 'g':				/* RFC 5870 */
			if (!bv_begins(value, len, "geo:"))
				return false;
			value += 4;
			len -= 4;
			break;
		case '(':
		case '[':
			if (value[len - 1] != (value[0] == '(' ? ')' : ']'))
				return false;
			value++;
			len -= 2;
			clear = true;
			break;
	}
	at = read_coordinate(value, len, latitude);
	if (at == 0 || at == len)
		return false;
	if (value[at] == ',' || value[at] == ';')
	{
		clear |= value[at] == ';';
		at++;
		size = skip_spaces(value, len, at);
		clear |= size > at;
		at = size;
	}
	else
	{
		size = skip_spaces(value, len, at);
		if (size == at && !is_side(value[at]))
			return false;
		/* two numbers side by side: to a hundred metres they are a place */
		spaced = latitude->side == 0;
		at = size;
	}
	size = read_coordinate(value + at, len - at, longitude);
	if (size == 0 || at + size != len || (latitude->side == 0) != (longitude->side == 0))
		return false;
	if (latitude->side != 0)
		return strchr("NS", latitude->side) != NULL && strchr("EW", longitude->side) != NULL &&
			is_within(latitude, 90) && is_within(longitude, 180);
	if (spaced && (latitude->decimals < 3 || longitude->decimals < 3))
		return false;
	clear |= longitude->sign || (latitude->decimals > 0 && longitude->decimals > 0);
	return clear && is_within(latitude, 90) && is_within(longitude, 180);
}

bool
bv_is_geo_point(const char *value, size_t len)
{
	Coordinate	latitude;
	Coordinate	longitude;

	return read_point(value, len, &latitude, &longitude);
}

/* Degrees with six decimals, a tenth of a metre; without the locale's ideas of a point. */
static int
write_degrees(double degrees, char *result)
{
	int			millionths = (int) (degrees < 0 ? degrees * -1e6 + 0.5 : degrees * 1e6 + 0.5);

	return sprintf(result, "%s%d.%06d", degrees < 0 && millionths > 0 ? "-" : "",
				   millionths / 1000000, millionths % 1000000);
}

int
bv_write_degrees(const char *value, size_t len, char *result)
{
	Coordinate	coordinate;

	read_coordinate(value, len, &coordinate);
	return write_degrees(coordinate.degrees, result);
}

int
bv_write_point(const char *value, size_t len, char *result)
{
	Coordinate	latitude;
	Coordinate	longitude;
	int			count;

	read_point(value, len, &latitude, &longitude);
	count = write_degrees(latitude.degrees, result);
	result[count++] = ',';
	return count + write_degrees(longitude.degrees, result + count);
}
