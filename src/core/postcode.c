/*
 * postcode.c: postal codes of some hundred and thirty countries
 *
 * By the formats of the Universal Postal Union and the postal services.  Letters
 * are read in either case.
 */
#include "postcode.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "array.h"
#include "check_digit.h"
#include "number.h"
#include "picture_test.h"

#define POSTCODE_BYTES 12
/*
 * A format, of characters: 9 a digit, @ a letter, # either; a space that may be
 * left out, a hyphen that may not, ~ one of the two or nothing; others as they
 * are.  Where first and last are given, that many leading digits are in that range.
 */
typedef struct Format
{
	char		country[3];
	const char *pattern;
	int			length;			/* of the pattern */
	int			digits;
	int			first;
	int			last;
	bool		(*is_allowed) (const char *code);	/* without separators; NULL: all are */
} Format;

static bool
has_none_of(const char *text, int count, const char *letters)
{
	for (int i = 0; i < count; i++)
	{
		if (strchr(letters, text[i]) != NULL)
			return false;
	}
	return true;
}

/* Royal Mail: letters of the inward code, and which of the outward code. */
static bool
is_british(const char *code)
{
	int			size = strlen(code);
	int			letters = bv_is_letter(code[1]) ? 2 : 1;

	if (strcmp(code, "GIR0AA") == 0)
		return true;
	return has_none_of(code + size - 2, 2, "CIKMOV") && has_none_of(code, 1, "QVX") &&
		(letters == 1 || has_none_of(code + 1, 1, "IJZ"));
}

/* PostNL uses no letters that the Germans used as marks. */
static bool
is_dutch(const char *code)
{
	return strcmp(code + 4, "SA") != 0 && strcmp(code + 4, "SD") != 0 && strcmp(code + 4, "SS") != 0;
}

/* Canada Post: no D, F, I, O, Q, U, which scanners confuse, nor W and Z at first. */
static bool
is_canadian(const char *code)
{
	return has_none_of(code, 1, "WZ") && has_none_of(code, 6, "DFIOQU");
}

/* Eircode: a routing key, of which one alone ends with a letter, and a unique identifier. */
static bool
is_irish(const char *code)
{
	return has_none_of(code, 1, "BGIJLMOQSUZ") && (bv_is_digit(code[2]) || memcmp(code, "D6W", 3) == 0) &&
		has_none_of(code + 3, 4, "BGIJLMOQSUZ");
}

#define P(pattern) pattern, sizeof(pattern) - 1

/* With letters, or digits in groups. */
static const Format written[] = {
	{"NL", P("9999 @@"), 1, 1, 9, is_dutch},
	{"GB", P("@9 9@@"), 0, 0, 0, is_british},
	{"GB", P("@99 9@@"), 0, 0, 0, is_british},
	{"GB", P("@@9 9@@"), 0, 0, 0, is_british},
	{"GB", P("@@99 9@@"), 0, 0, 0, is_british},
	{"GB", P("@9@ 9@@"), 0, 0, 0, is_british},
	{"GB", P("@@9@ 9@@"), 0, 0, 0, is_british},
	{"GB", P("GIR 0AA")},
	{"CA", P("@9@ 9@9"), 0, 0, 0, is_canadian},
	{"IE", P("@9# ####"), 0, 0, 0, is_irish},
	{"MT", P("@@@ 9999")}, {"AD", P("AD999")}, {"AI", P("AI-2640")}, {"BM", P("@@ 99")},
	{"BN", P("@@9999")}, {"BB", P("BB99999")}, {"KY", P("KY9-9999")}, {"VG", P("VG9999")}, {"LC", P("LC99 999")},
	{"VC", P("VC9999")}, {"MS", P("MSR 9999")}, {"SZ", P("@999")}, {"SO", P("@@ 99999")}, {"LV", P("LV-9999")},
	{"LT", P("LT-99999")}, {"AZ", P("AZ 9999")}, {"AZ", P("AZ9999")}, {"HT", P("HT9999")}, {"FK", P("FIQQ 1ZZ")},
	{"GI", P("GX11 1AA")}, {"SH", P("STHL 1ZZ")}, {"AC", P("ASCN 1ZZ")}, {"IO", P("BBND 1ZZ")}, {"TC", P("TKCA 1ZZ")},
	{"TA", P("TDCU 1ZZ")},
	{"PN", P("PCRN 1ZZ")}, {"GS", P("SIQQ 1ZZ")}, {"AR", P("@9999@@@")}, {"MD", P("MD~9999")}, {"LU", P("L-9999")},
	{"US", P("99999-9999")}, {"PR", P("99999-9999"), 3, 6, 9}, {"BR", P("99999-999")}, {"PT", P("9999-999"), 1, 1, 9},
	{"PL", P("99-999")}, {"JP", P("999-9999")}, {"CL", P("999-9999")}, {"SE", P("999 99"), 1, 1, 9},
	{"SK", P("999 99"), 1, 0, 9}, {"CZ", P("999 99"), 1, 1, 7}, {"GR", P("999 99"), 1, 1, 8}, {"IN", P("999 999"), 1, 1, 9},
	{"TW", P("999-99")}, {"TW", P("999-999")}, {"SA", P("99999-9999")}, {"IR", P("99999-99999")}, {"KR", P("999-999")},
	{"LB", P("9999 9999")}, };

/* Digits alone: of nearly any number there is some country that has it. */
static const Format bare[] = {
	{"AT", P("9999"), 1, 1, 9}, {"BE", P("9999"), 1, 1, 9}, {"CH", P("9999"), 1, 1, 9}, {"LI", P("9999"), 4, 9485, 9498},
	{"DK", P("9999"), 2, 8, 99}, {"NO", P("9999")}, {"AU", P("9999"), 2, 2, 99}, {"NZ", P("9999")}, {"HU", P("9999"), 1, 1, 9},
	{"BG", P("9999"), 1, 1, 9}, {"SI", P("9999"), 1, 1, 9}, {"CY", P("9999"), 1, 1, 9}, {"LV", P("9999")},
	{"LU", P("9999"), 1, 1, 9}, {"GE", P("9999")}, {"AM", P("9999")}, {"ZA", P("9999")}, {"TN", P("9999"), 1, 1, 9},
	{"PH", P("9999")}, {"BD", P("9999"), 1, 1, 9}, {"AL", P("9999"), 1, 1, 9}, {"MK", P("9999"), 1, 1, 9}, {"VE", P("9999")},
	{"AR", P("9999"), 1, 1, 9}, {"PY", P("9999"), 1, 1, 9}, {"GL", P("9999"), 2, 39, 39}, {"MD", P("9999")}, {"CV", P("9999")},
	{"NE", P("9999")}, {"MZ", P("9999")}, {"HT", P("9999")}, {"SJ", P("9999")}, {"CX", P("9999"), 4, 6798, 6798}, {"PW", P("99999"), 5, 96939, 96940},
	{"IS", P("999"), 1, 1, 9}, {"FO", P("999"), 1, 1, 9}, {"MG", P("999"), 1, 1, 6}, {"OM", P("999")}, {"LS", P("999")},
	{"PG", P("999")}, {"BH", P("999"), 1, 1, 9}, {"BH", P("9999"), 2, 10, 12}, {"TW", P("999"), 1, 1, 9}, {"TW", P("99999"), 1, 1, 9}, {"GN", P("999")},
	{"AF", P("9999")}, {"AZ", P("9999")}, {"ET", P("9999")}, {"GW", P("9999")}, {"LR", P("9999")}, {"PA", P("9999")}, {"PT", P("9999"), 1, 1, 9},
	{"DE", P("99999"), 5, 1001, 99998}, {"FR", P("99999"), 2, 1, 98}, {"ES", P("99999"), 2, 1, 52},
	{"IT", P("99999"), 5, 10, 98168}, {"US", P("99999"), 5, 501, 99950}, {"MX", P("99999"), 4, 100, 9999},
	{"FI", P("99999")}, {"EE", P("99999")}, {"HR", P("99999"), 1, 1, 5}, {"RS", P("99999"), 1, 1, 3},
	{"BA", P("99999"), 1, 7, 8}, {"ME", P("99999"), 1, 8, 8}, {"UA", P("99999")}, {"TR", P("99999"), 2, 1, 81},
	{"MY", P("99999")}, {"TH", P("99999"), 2, 10, 96}, {"KR", P("99999"), 2, 1, 63}, {"ID", P("99999"), 1, 1, 9},
	{"SA", P("99999")}, {"EG", P("99999")}, {"MA", P("99999"), 1, 1, 9}, {"DZ", P("99999")}, {"PK", P("99999")},
	{"LT", P("99999")}, {"GR", P("99999"), 1, 1, 8}, {"SE", P("99999"), 1, 1, 9}, {"CZ", P("99999"), 1, 1, 7},
	{"SK", P("99999")}, {"KW", P("99999")}, {"JO", P("99999")}, {"IL", P("99999")}, {"PE", P("99999")}, {"CR", P("99999")},
	{"GT", P("99999")}, {"CU", P("99999")}, {"LK", P("99999")}, {"NP", P("99999")}, {"VN", P("99999")}, {"MM", P("99999")},
	{"IQ", P("99999")}, {"UY", P("99999")}, {"DO", P("99999")}, {"MC", P("99999"), 3, 980, 980}, {"SM", P("99999"), 4, 4789, 4789},
	{"VA", P("99999"), 5, 120, 120}, {"PR", P("99999"), 3, 6, 9}, {"GP", P("99999"), 3, 971, 971}, {"SN", P("99999")},
	{"KE", P("99999")}, {"SV", P("9999")}, {"NI", P("99999")}, {"HN", P("99999")}, {"ZM", P("99999")}, {"LY", P("99999")},
	{"BT", P("99999")}, {"KH", P("99999")}, {"LA", P("99999")}, {"MN", P("99999")}, {"MU", P("99999")}, {"MV", P("99999")}, {"NA", P("99999")},
	{"SD", P("99999")}, {"TZ", P("99999")}, {"XK", P("99999"), 1, 1, 7},
	{"BR", P("99999999")}, {"PT", P("9999999"), 1, 1, 9}, {"JP", P("9999999")}, {"IL", P("9999999")}, {"CL", P("9999999")},
	{"RU", P("999999"), 3, 101, 999}, {"IN", P("999999"), 1, 1, 9}, {"CN", P("999999")}, {"SG", P("999999"), 2, 1, 82},
	{"RO", P("999999")}, {"KZ", P("999999")}, {"BY", P("999999"), 2, 21, 24}, {"KG", P("999999"), 2, 72, 72}, {"TJ", P("999999"), 2, 73, 73},
	{"UZ", P("999999"), 1, 1, 2}, {"TM", P("999999"), 2, 74, 74}, {"CO", P("999999")}, {"VN", P("999999")}, {"EC", P("999999")},
	{"NG", P("999999")}, {"TT", P("999999")}, {"MN", P("999999")}, {"KH", P("999999")}, {"TW", P("999999")}
};

/* Are codes written behind the letters of the country, "D-10115", "NL-2611 ET"? */
static const char *const prefixes[][2] = {
	{"AT", "A"}, {"BE", "B"}, {"CH", "CH"}, {"DE", "D"}, {"DK", "DK"}, {"ES", "E"}, {"FI", "FI"}, {"FI", "FIN"}, {"FI", "AX"},
	{"FR", "F"}, {"HR", "HR"}, {"HU", "H"}, {"IT", "I"}, {"LI", "FL"}, {"NL", "NL"}, {"NO", "N"}, {"NO", "NO"},
	{"PL", "PL"}, {"PT", "P"}, {"RO", "RO"}, {"SE", "S"}, {"SE", "SE"}, {"SI", "SI"}, {"CZ", "CZ"}, {"SK", "SK"},
	{"DE", "DE"}, {"AT", "AT"}, {"FR", "FR"}, {"IT", "IT"}, {"GR", "GR"}, {"BG", "BG"}, {"EE", "EE"}, {"TR", "TR"},
	{"FO", "FO"}, {"CY", "CY"}, {"IS", "IS"}, {"RS", "RS"}, {"BE", "BE"}, {"PT", "PT"}, {"ES", "ES"}
};

static bool
is_of_kind(char c, char kind)
{
	switch (kind)
	{
		case '9':
			return bv_is_digit(c);
		case '@':
			return bv_is_letter(c);
		case '#':
			return bv_is_digit(c) || bv_is_letter(c);
		default:
			return c == kind;
	}
}

/* Is it of the format?  Its characters without separators go to code. */
static bool
is_of_format(const char *value, int len, const Format *format, char *code)
{
	int			at = 0;
	int			size = 0;

	/* one separator at most may be missing */
	if ((len != format->length && len != format->length - 1) ||
		!is_of_kind(value[0], format->pattern[0]))
		return false;
	for (const char *pattern = format->pattern; *pattern != '\0'; pattern++)
	{
		char		c = at < len ? value[at] : '\0';

		if (*pattern == ' ' || *pattern == '~')
		{
			if (c == ' ' || (c == '-' && *pattern == '~'))
				at++;
			continue;
		}
		if (!is_of_kind(c, *pattern))
			return false;
		at++;
		if (c != '-')
			code[size++] = c;
	}
	code[size] = '\0';
	if (at != len)
		return false;
	if (format->digits > 0)
	{
		int			number = bv_number(code, format->digits);

		if (number < format->first || number > format->last)
			return false;
	}
	return format->is_allowed == NULL || format->is_allowed(code);
}

/*
 * A value without white space around it, in capitals, and without the letters of
 * its country, which go to only; false if it is too long or short for a postcode.
 */
static bool
read_code(const char *value, size_t len, char *text, int *size, const char **only)
{
	int			letters = 0;
	int			separators = 0;
	bool		digit = false;

	bv_trim(&value, &len);
	if (len < 3 || len > POSTCODE_BYTES)
		return false;
	*only = NULL;
	while (letters < (int) len && bv_is_letter(value[letters]))
		letters++;
	if (letters >= 1 && letters <= 3 && (int) len > letters + 3 && value[letters] == '-')
	{
		for (int i = 0; i < lengthof(prefixes) && *only == NULL; i++)
		{
			int			same = 0;

			while (same < letters && bv_to_upper(value[same]) == prefixes[i][1][same])
				same++;
			if (same == letters && prefixes[i][1][same] == '\0')
				*only = prefixes[i][0];
		}
		if (*only != NULL)
		{
			value += letters + 1;
			len -= letters + 1;
		}
	}
	for (size_t i = 0; i < len; i++)
	{
		char		c = value[i];

		if (bv_is_digit(c))
			digit = true;
		else if (bv_is_letter(c))
			c &= ~0x20;			/* a capital */
		else if ((c != ' ' && c != '-') || ++separators > 1)
			return false;
		text[i] = c;
	}
	*size = len;
	return digit;
}

/* Adds the countries of the formats that the code has; returns how many there are then. */
static int
add_countries(const char *text, int size, const char *only, const Format *formats, int count,
			  const char **countries, int found, int limit)
{
	char		code[POSTCODE_BYTES + 1];

	for (int i = 0; i < count; i++)
	{
		bool		known = false;

		if ((only != NULL && memcmp(formats[i].country, only, 2) != 0) ||
			!is_of_format(text, size, &formats[i], code))
			continue;
		for (int j = 0; j < found && j < limit; j++)
			known |= strcmp(countries[j], formats[i].country) == 0;
		if (known)
			continue;
		if (found < limit)
			countries[found] = formats[i].country;
		found++;
	}
	return found;
}

static bool
has_format(const char *text, int size, const char *only, const Format *formats, int count)
{
	const char *country[1];

	return add_countries(text, size, only, formats, count, country, 0, 0) > 0;
}

static bool
is_bare(const char *text, int size)
{
	for (int i = 0; i < size; i++)
	{
		if (!bv_is_digit(text[i]))
			return false;
	}
	return true;
}

int
bv_postcode_countries(const char *value, size_t len, const char **countries, int limit)
{
	char		text[POSTCODE_BYTES];
	const char *only;
	int			size;
	int			found;

	if (!read_code(value, len, text, &size, &only))
		return 0;
	found = add_countries(text, size, only, written, lengthof(written), countries, 0, limit);
	return add_countries(text, size, only, bare, lengthof(bare), countries, found, limit);
}

bool
bv_is_postcode_of(const char *value, size_t len, const char *country)
{
	char		text[POSTCODE_BYTES];
	const char *only;
	int			size;

	if (!read_code(value, len, text, &size, &only) || (only != NULL && strcmp(only, country) != 0))
		return false;
	return has_format(text, size, country, written, lengthof(written)) ||
		has_format(text, size, country, bare, lengthof(bare));
}

/* Every number of three to eight digits is one somewhere, and no longer one. */
const BvNumberScheme bv_scheme_postcode = {
	.bare = true,
	.sums = BV_SUMS({3}, {4}, {5}, {6}, {7}, {8})
};

/*
 * The formats with letters or groups by where their digits are, a bit for each
 * place and a separator that is left out or not: a code with digits elsewhere has
 * none of them, and one of few others.  Filled once, from the formats.
 */
#define WRITTEN_MAX		11		/* bytes of the longest */
#define USES_MAX		256

static struct
{
	int			uses;			/* 0: not filled yet; the first is none */
	uint16_t	first[WRITTEN_MAX + 1][1 << WRITTEN_MAX];
	uint16_t	next[USES_MAX];
	uint8_t		format[USES_MAX];
}			places;

static void
add_places(int format, const char *pattern, int at, unsigned digits)
{
	for (; *pattern != '\0'; pattern++, at++)
	{
		if (*pattern == ' ' || *pattern == '~')
			add_places(format, pattern + 1, at, digits);	/* it may be left out */
		else if (*pattern == '#')
			add_places(format, pattern + 1, at + 1, digits);	/* a letter here */
		if (*pattern == '#' || bv_is_digit(*pattern))
			digits |= 1u << at;
	}
	assert(places.uses < USES_MAX && at <= WRITTEN_MAX);
	places.format[places.uses] = format;
	places.next[places.uses] = places.first[at][digits];
	places.first[at][digits] = places.uses++;
}

static bool
has_written_format(const char *text, int size, const char *only)
{
	unsigned	digits = 0;
	const char *country[1];

	if (size > WRITTEN_MAX)
		return false;
	if (places.uses == 0)
	{
		places.uses = 1;
		for (int i = 0; i < lengthof(written); i++)
			add_places(i, written[i].pattern, 0, 0);
	}
	for (int i = 0; i < size; i++)
		digits |= (unsigned) bv_is_digit(text[i]) << i;
	for (int use = places.first[size][digits]; use != 0; use = places.next[use])
	{
		if (add_countries(text, size, only, &written[places.format[use]], 1, country, 0, 0) > 0)
			return true;
	}
	return false;
}

bool
bv_is_postcode(const char *value, size_t len)
{
	char		text[POSTCODE_BYTES];
	const char *only;
	int			size;

	if (!read_code(value, len, text, &size, &only))
		return false;
	/* every number of three to eight digits is one somewhere */
	if (only == NULL && size <= 8 && is_bare(text, size))
		return true;
	return has_written_format(text, size, only) ||
		(is_bare(text, size) && has_format(text, size, only, bare, lengthof(bare)));
}

/* Is a picture, in part, one of a format whose own letters and digits are any? */
static bool
is_picture_of(const char *picture, int len, const Format *format)
{
	int			at = 0;

	for (const char *pattern = format->pattern; *pattern != '\0'; pattern++)
	{
		char		c = at < len ? picture[at] : '\0';

		if (*pattern == ' ' || *pattern == '~')
		{
			at += c == ' ' || (c == '-' && *pattern == '~');
			continue;
		}
		if (*pattern == '#' ? c != '0' && c != 'a' : *pattern == '@' || bv_is_letter(*pattern) ? c != 'a' :
			bv_is_digit(*pattern) ? c != '0' : c != *pattern)
			return false;
		at++;
	}
	return at == len;
}

/* With letters and a hyphen: behind those of their country, or as their own formats have them. */
const char *
bv_postcode_beginning(int which)
{
	if (which < lengthof(prefixes))
		return prefixes[which][1];
	which -= lengthof(prefixes);
	for (int i = 0; i < lengthof(written); i++)
	{
		const char *pattern = written[i].pattern;

		if (bv_is_letter(pattern[0]) && strpbrk(pattern, "-~") != NULL && which-- == 0)
			return pattern;
	}
	return NULL;
}

bool
bv_may_be_postcode(const char *picture, size_t len)
{
	size_t		letters = 0;

	if (len > POSTCODE_BYTES)
		return false;
	while (letters < len && picture[letters] == 'a')
		letters++;
	/* the letters of a country may be in front of any, which are looked at again */
	if (letters > 0 && letters <= 3 && len > letters + 3 && picture[letters] == '-' &&
		bv_may_be_postcode(picture + letters + 1, len - letters - 1))
		return true;
	if (is_bare(picture, len))
		return len <= 8;
	for (int i = 0; i < lengthof(written); i++)
	{
		if (is_picture_of(picture, len, &written[i]))
			return true;
	}
	return false;
}
