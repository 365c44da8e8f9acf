/*
 * validate_document.c: passports, identity cards and driving licences
 *
 * Hardly any has a check digit: what is told here is a shape, and a column is
 * judged by its name as well.
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"
#include "number.h"
#include "token_text.h"

/* Italy, carta d'identità: electronic ones of two kinds, and on paper. */
BV_CODE_CLASS(it_id_card, .patterns = "LL99999LL|LL9999999|9999999LL|LL 9999999|LL 99999 LL");

/* A character of a machine-readable zone as a number, or -1. */
static int
zone_value(char c)
{
	if (bv_is_digit(c))
		return c - '0';
	if (c == '<')
		return 0;
	return bv_is_letter(c) ? bv_to_upper(c) - 'A' + 10 : -1;
}

/* Is the character after count of them their check digit (ICAO Doc 9303: weights 7, 3, 1)? */
static bool
is_checked(const char *zone, int count)
{
	static const int weights[] = {7, 3, 1};
	int			sum = 0;

	for (int i = 0; i < count; i++)
	{
		if (zone_value(zone[i]) < 0)
			return false;
		sum += zone_value(zone[i]) * weights[i % 3];
	}
	return zone[count] == '0' + sum % 10;
}

/*
 * The machine-readable zone of a passport (TD3): its second line of 44, or both.
 * Number, date of birth, of which parts may be unknown, and of expiry each have a
 * check digit; between are the nationality, in letters, and the sex.
 */
static bool
is_zone(const char *value, size_t len)
{
	if (len >= 88 && len <= 90 && bv_to_upper(value[0]) == 'P')
	{
		for (int i = 0; i < 44; i++)
		{
			if (zone_value(value[i]) < 0)
				return false;
		}
		value += len - 44;
		len = 44;
	}
	for (size_t i = 0; i < len; i++)
	{
		if (zone_value(value[i]) < 0)
			return false;
	}
	return len == 44 && value[0] != '<' && bv_is_letter(value[10]) &&
		!bv_is_digit(value[11]) && !bv_is_digit(value[12]) && strchr("MFmf<", value[20]) != NULL &&
		bv_all_of(value + 21, 6, BV_CHAR_DIGIT) &&
		is_checked(value, 9) && is_checked(value + 13, 6) && is_checked(value + 21, 6);
}

/*
 * Passport, as countries number theirs: 7 to 9 digits or 11; one to three letters
 * before 6 to 8 digits; French, Philippine, Canadian and Korean ones; German, Dutch
 * and Lithuanian ones, that mix them.  Or a machine-readable zone.
 */
const BvNumberScheme bv_scheme_passport = {
	.formats = "99 9999999|99 99 999999",
	.sums = BV_SUMS({7}, {8}, {9}, {10}, {11}),
	.various = true
};

#define PASSPORTS_OF_MIXED	2	/* the first patterns: letters anywhere */

/*
 * Nine characters without letters that look like digits.  The last is a digit in
 * most; the offices that end numbers with a letter as well begin with one of six,
 * and a digit after it.
 */
static bool
is_german_passport(const BvCode *code)
{
	const uint32_t like_digits = BV_LETTER('A') | BV_LETTER('E') | BV_LETTER('I') | BV_LETTER('O') |
		BV_LETTER('Q') | BV_LETTER('U');

	if (bv_is_digit(code->text[8]))
		return (code->letters & like_digits) == 0;
	return strchr("CFGHJK", code->text[0]) != NULL && bv_is_digit(code->text[1]) &&
		(code->letters & (like_digits | BV_LETTER('B') | BV_LETTER('D') | BV_LETTER('S'))) == 0;
}

static bool
holds_code_passport(const BvCode *code)
{
	/* where letters and digits mix: eight; nine of Germany or the like, or of the Netherlands */
	return code->digits >= 3 && code->digits < code->count &&
		(code->count == 8 || is_german_passport(code) || bv_is_code(&bv_code_nl_id_document, code->text, 9));
}

const BvCodeScheme bv_code_passport = {
	.patterns = "LXXXXXXXX|XXXXXXXX|"
	"L99999999|LL9999999|L9999999|LL999999|LLL999999|L999999|99LL99999|L 9999999|LL 9999999|"
	"LL 999999|L9999999L|L999999LL|L999L9999|LLL9999999",
	.holds = holds_code_passport,
	.asked = PASSPORTS_OF_MIXED
};

bool
bv_is_passport(const char *value, size_t len)
{
	if (bv_is_number(&bv_scheme_passport, value, len) || bv_is_code(&bv_code_passport, value, len))
		return true;
	bv_trim(&value, &len);
	return is_zone(value, len);
}

/*
 * United States, driving licences: what the states have, without those that any
 * word or any small number is (New York's of eight letters, fewer than four digits).
 */
const BvNumberScheme bv_scheme_us_drivers_licence = {
	.formats = "99-999-9999|9999-99-9999|999 999 999|99 999 999|99-99-9999",
	.sums = BV_SUMS({4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14}, {16})
};

const BvCodeScheme bv_code_us_drivers_licence = {
	.patterns = "L999|L9999|L99999|L999999|L9999999|L99999999|L999999999|L9999999999|L99999999999|"
	"L999999999999|L9999999999999|L99999999999999|L999999999999999999|"
	"LL99|LL999|LL9999|LL99999|LL999999|LL9999999|LLL999999|"
	"LL999999L|L9L9L|999LL9999|99LLL99999|9999999L|999L999999|999999999L|99999999LL|L999999L|"
	"L999-999-999-999|L-999-999-999-999|L999-999-99-999-9|L999-999-99-999|L999-9999-9999-99|"
	"L999-9999-9999|L9999 99999 99999|L9999-99999-99999|L99-999-999|LL 999999|L999 999 999 999"
};

/*
 * Washington: name and initials, in which * may stand for a letter, digits of the
 * year of birth, two more; twelve in all.
 */
static bool
is_washington_licence(const char *value, size_t len)
{
	int			digits = 0;
	int			letters = 0;

	if (len != 12 || !bv_is_letter(value[0]))
		return false;
	for (size_t i = 0; i < len; i++)
	{
		digits += bv_is_digit(value[i]);
		letters += bv_is_letter(value[i]) || value[i] == '*';
	}
	return digits >= 3 && digits <= 5 && digits + letters == 12;
}

bool
bv_is_us_drivers_licence(const char *value, size_t len)
{
	if (bv_is_number(&bv_scheme_us_drivers_licence, value, len) ||
		bv_is_code(&bv_code_us_drivers_licence, value, len))
		return true;
	bv_trim(&value, &len);
	return is_washington_licence(value, len);
}

/*
 * Driving licences of other countries: Germany (11 characters), Italy (two kinds),
 * Portugal, France (12 digits), the Netherlands (10 digits), Korea (12), Poland
 * (11, with slashes); where the number is that of the holder, it is told by that class.
 */
const BvNumberScheme bv_scheme_drivers_licence = {
	.formats = "99-99-999999-99|99 99 999999 99",
	.sums = BV_SUMS({10}, {12}),
	.various = true
};

static bool
holds_code_drivers_licence(const BvCode *code)
{
	switch (code->which)
	{
		case 1:
			/* an office, most often a letter and two digits, a number, a check digit */
			return (code->digits >= 4 || (bv_is_digit(code->text[1]) && bv_is_digit(code->text[2]))) &&
				code->digits < 11 && bv_is_digit(code->text[9]);
		case 2:
			return memcmp(code->text, "U1", 2) == 0 && strcspn(code->text + 2, "AIOQV") >= 7;
		default:
			return bv_code_gb_driving_licence.holds(code);
	}
}

const BvCodeScheme bv_code_drivers_licence = {
	.patterns = "LXXXXXXXXXX|L9XXXXXXXL|LXXXX999999XXXLL|"
	"LL9999999L|99999/99/9999|L-999999 9|LL-99999 9|LL-999999 9|LL-9999999 9|L-9999999 9",
	.holds = holds_code_drivers_licence,
	.asked = 3
};

BV_NUMBER_OR_CODE_CLASS(drivers_licence);
