/*
 * validate_date.c: dates that may be of a birth
 */
#include "validate.h"

#include "check_digit.h"
#include "number.h"
#include "token_text.h"

#define FIRST_YEAR	1880
#define LAST_YEAR	2035

/* May somebody be born then?  Notes the date. */
static bool
is_birth(int year, int month, int day, BvDate *date)
{
	date->year = year;
	date->month = month;
	date->day = day;
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
 * Months in English, Dutch, German, French, Spanish, Italian, Portuguese, Swedish,
 * Polish and Finnish, in full and cut, between spaces.
 */
static const char *const months[] = {
	" january jan januari januar janv janvier enero ene gennaio gen janeiro stycznia "
	"stycze\xC5\x84 sty tammikuu ",
	" february feb februari februar f\xC3\xA9vrier f\xC3\xA9vr fevrier febrero febbraio "
	"fevereiro fev lutego luty lut helmikuu ",
	" march mar maart mrt m\xC3\xA4rz maerz mrz mars marzo mar\xC3\xA7o marco marca marzec "
	"maaliskuu ",
	" april apr avril avr abril abr aprile kwietnia kwiecie\xC5\x84 kwi huhtikuu ",
	" may mei mai mayo maggio mag maio maj maja toukokuu ",
	" june jun juni juin junio giugno giu junho czerwca czerwiec cze kes\xC3\xA4kuu ",
	" july jul juli juillet juil julio luglio lug julho lipca lipiec lip hein\xC3\xA4kuu ",
	" august aug augustus ao\xC3\xBBt aout agosto ago augusti sierpnia sierpie\xC5\x84 sie "
	"elokuu ",
	" september sep sept septembre septiembre settembre set setembro wrze\xC5\x9Bnia "
	"wrzesie\xC5\x84 wrz syyskuu ",
	" october oct oktober okt octobre octubre ottobre ott outubro out pa\xC5\xBA" "dziernika "
	"pa\xC5\xBA" "dziernik pa\xC5\xBA lokakuu ",
	" november nov novembre noviembre novembro listopada listopad lis marraskuu ",
	" december dec dezember dez d\xC3\xA9" "cembre d\xC3\xA9" "c decembre diciembre dic dicembre "
	"dezembro grudnia grudzie\xC5\x84 gru joulukuu "
};

#define MONTH_MAX	24

/* The month of that name, or 0; a dot after it has been left out. */
static int
month_of(const char *name, size_t len)
{
	char		word[MONTH_MAX];

	if (len < 3 || len > MONTH_MAX - 3)
		return 0;
	word[0] = ' ';
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) name[i];

		if (bv_is_letter(name[i]))
			c |= 0x20;
		else if (c < 0x80)
			return 0;
		else if (i > 0 && (unsigned char) name[i - 1] == 0xC3 && c <= 0x9E)
			c += 0x20;			/* accented capitals, in UTF-8 */
		word[i + 1] = (char) c;
	}
	word[len + 1] = ' ';
	word[len + 2] = '\0';
	for (int month = 0; month < 12; month++)
	{
		if (strstr(months[month], word) != NULL)
			return month + 1;
	}
	return 0;
}

/* Skips what stands between the parts of a date in words: a space, hyphen, slash, dot, comma. */
static size_t
skip_between(const char *value, size_t len, size_t at)
{
	if (at < len && (value[at] == '.' || value[at] == ','))
		at++;
	if (at < len && (value[at] == ' ' || value[at] == '-' || value[at] == '/'))
		at++;
	return at;
}

/* Takes digits, at most longest of them; the number, or -1. */
static int
take_number(const char *value, size_t len, size_t *at, size_t longest)
{
	size_t		digits = bv_span(value + *at, len - *at, BV_CHAR_DIGIT);
	int			number;

	if (digits == 0 || digits > longest)
		return -1;
	number = bv_number(value + *at, (int) digits);
	*at += digits;
	return number;
}

/*
 * With the month in words: 29 February 1980, 29-Feb-1980, February 29th, 1980,
 * 1980-Feb-29, 29 de febrero de 1980.
 */
static bool
is_in_words(const char *value, size_t len, BvDate *date)
{
	size_t		at = 0;
	int			first = -1;
	int			second;
	int			month;
	size_t		word;
	size_t		word_end;

	if (!bv_is_digit(value[len - 1]))
		return false;			/* a year is last, or a day */
	if (bv_is_digit(value[0]))
	{
		first = take_number(value, len, &at, 4);
		if (first < 0)
			return false;
		if (len - at > 3 && (memcmp(value + at, "st ", 3) == 0 || memcmp(value + at, "nd ", 3) == 0 ||
							 memcmp(value + at, "rd ", 3) == 0 || memcmp(value + at, "th ", 3) == 0 ||
							 memcmp(value + at, "er ", 3) == 0))
			at += 2;
		word = skip_between(value, len, at);
		if (word == at)
			return false;
		at = word;
		if (bv_begins(value + at, len - at, "de "))
			at += 3;
	}
	word = at;
	while (at < len && (bv_is_letter(value[at]) || (unsigned char) value[at] >= 0x80))
		at++;
	word_end = at;
	at = skip_between(value, len, at);
	if (at == word_end)
		return false;
	if (bv_begins(value + at, len - at, "de "))
		at += 3;
	second = take_number(value, len, &at, 4);
	if (second < 0 || (first >= 0) != (at == len))
		return false;			/* the words alone of many a text are no month, and take longest */
	month = month_of(value + word, word_end - word);
	if (month == 0)
		return false;
	if (first >= 0)
		return (first > 31 ? second <= 31 && is_birth(first, month, second, date) :
							 is_birth(second, month, first, date));
	if (len - at > 2 && (memcmp(value + at, "st", 2) == 0 || memcmp(value + at, "nd", 2) == 0 ||
						 memcmp(value + at, "rd", 2) == 0 || memcmp(value + at, "th", 2) == 0))
		at += 2;
	word = at;
	at = skip_between(value, len, at);
	if (at == word)
		return false;
	first = second;
	second = take_number(value, len, &at, 4);
	return at == len && is_birth(second, month, first, date);
}

/*
 * ISO 8601 (1980-02-29, 19800229), with slashes or dots for hyphens, or the year
 * last with day and month in either order; only the day goes first with dots.  Or
 * with the month in words.
 */
static bool
is_in_digits(const BvNumber *number, BvDate *date)
{
	int			first = number->layout == 0 ? 4 : (int) (number->layout >> 11 & 31);
	int			second = number->layout == 0 ? 6 : (int) (number->layout >> 3 & 31);
	bool		dots = (number->layout & 7) == 3;
	int			parts[3];

	if (number->layout == 0 && number->count != 8)
		return false;
	parts[0] = bv_part(number, 0, first);
	parts[1] = bv_part(number, first, second - first);
	parts[2] = bv_part(number, second, number->count - second);
	if (first == 4)
		return is_birth(parts[0], parts[1], parts[2], date);
	return is_birth(parts[2], parts[1], parts[0], date) ||
		(!dots && is_birth(parts[2], parts[0], parts[1], date));
}

static bool
holds_birth_date(const BvNumber *number)
{
	BvDate		date;

	return is_in_digits(number, &date);
}

const BvNumberScheme bv_scheme_birth_date = {
	.formats = "9999-99-99|99-99-9999|9999/99/99|99/99/9999|9999.99.99|99.99.9999|"
	"9-99-9999|99-9-9999|9/99/9999|99/9/9999|9.99.9999|99.9.9999|9-9-9999|9/9/9999|9.9.9999",
	.sums = BV_SUMS({8, .as = "|9999-99-99|9999/99/99|9999.99.99",
					.pairs = "0:18-20 1:00-03,88-99 4:01-12 6:01-31", .doubt = "1:03 6:29-31"},
					{8, .as = "99.99.9999",
					.pairs = "0:01-31 2:01-12 4:18-20 5:00-03,88-99", .doubt = "0:29-31 5:03"},
					{8, .as = "99-99-9999|99/99/9999",
					.pairs = "0:01-31 2:01-31 4:18-20 5:00-03,88-99", .doubt = "0:29-31 2:13-31 5:03"},
					{7, .as = "9-99-9999|99-9-9999|9/99/9999|99/9/9999|9.99.9999|99.9.9999", .pairs = "3:18-20"},
					{6, .as = "9-9-9999|9/9/9999|9.9.9999", .pairs = "2:18-20"}),
	.holds = holds_birth_date
};

/* Are there digits, and what separates them, alone? */
static bool
has_no_words(const char *value, size_t len)
{
	return bv_span(value, len, BV_CHAR_DIGIT | BV_CHAR_DOT | BV_CHAR_MINUS_LINE | BV_CHAR_PLUS_SLASH) == len;
}

bool
bv_is_birth_date(const char *value, size_t len)
{
	BvDate		date;

	bv_trim(&value, &len);
	if (len < 6 || len > 40)
		return false;
	if (bv_is_letter(value[0]) || (unsigned char) value[0] >= 0x80)
		return is_in_words(value, len, &date);
	if (!bv_is_digit(value[0]))
		return false;
	len = without_midnight(value, len);
	if (!has_no_words(value, len))
		return is_in_words(value, len, &date);
	return bv_is_number(&bv_scheme_birth_date, value, len);
}

void
bv_read_birth_date(const char *value, size_t len, BvDate *date)
{
	BvNumber	number;

	if (bv_is_digit(value[0]))
		len = without_midnight(value, len);
	if (has_no_words(value, len))
	{
		bv_read_number(value, len, &number);
		is_in_digits(&number, date);
	}
	else
		is_in_words(value, len, date);
}
