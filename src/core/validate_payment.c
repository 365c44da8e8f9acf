/*
 * validate_payment.c: cards and accounts
 */
#include "validate.h"

#include <string.h>

#include "array.h"
#include "check_digit.h"
#include "marks.h"
#include "number.h"

/* The ranges that card schemes issue in, by the first four digits, and lengths. */
typedef struct CardRange
{
	int			low;
	int			high;
	int			shortest;
	int			longest;
} CardRange;

static const CardRange card_ranges[] = {
	{1000, 1999, 15, 15},			/* UATP */
	{2200, 2204, 16, 19},	/* Mir */
	{2221, 2720, 16, 16},	/* Mastercard */
	{3000, 3059, 14, 19},		/* Diners Club */
	{3095, 3095, 14, 19},
	{3400, 3499, 15, 15},		/* American Express */
	{3528, 3589, 16, 19},	/* JCB */
	{3600, 3699, 14, 19},		/* Diners Club */
	{3700, 3799, 15, 15},		/* American Express */
	{3800, 3999, 14, 19},		/* Diners Club */
	{4000, 4999, 16, 16},			/* Visa */
	{4000, 4999, 13, 13},
	{4000, 4999, 19, 19},
	{5018, 5018, 12, 19},	/* Maestro */
	{5019, 5019, 16, 16},		/* Dankort */
	{5020, 5020, 12, 19},
	{5038, 5038, 12, 19},
	{5060, 5061, 16, 19},		/* Verve */
	{5066, 5067, 16, 16},		/* Elo */
	{5080, 5089, 16, 16},		/* RuPay */
	{5090, 5099, 16, 16},		/* Elo */
	{5100, 5599, 16, 16},		/* Mastercard */
	{5893, 5893, 12, 19},	/* Maestro */
	{6000, 6099, 16, 16},		/* RuPay, Discover */
	{6011, 6011, 16, 19},	/* Discover */
	{6200, 6299, 16, 19},		/* UnionPay */
	{6277, 6277, 16, 16},		/* Elo */
	{6304, 6304, 12, 19},	/* Maestro */
	{6362, 6363, 16, 16},		/* Elo */
	{6440, 6499, 16, 19},		/* Discover */
	{6500, 6599, 16, 19},
	{6759, 6759, 12, 19},	/* Maestro */
	{6760, 6769, 12, 19},
	{8100, 8199, 16, 19},		/* UnionPay */
	{8200, 8299, 16, 16},		/* RuPay */
	{8600, 8600, 16, 16},		/* Uzcard */
	{9792, 9792, 16, 16},		/* Troy */
	{9860, 9860, 16, 16}		/* Humo */
};

static bool
holds_payment_card(const BvNumber *card)
{
	int			first = bv_part(card, 0, 4);

	for (size_t i = 0; i < lengthof(card_ranges); i++)
	{
		const CardRange *range = &card_ranges[i];

		if (first >= range->low && first <= range->high &&
			card->count >= range->shortest && card->count <= range->longest)
			return true;
	}
	return false;
}

/* The first two digits of cards with more than sixteen, and those where the next two matter. */
#define LONG_CARD		"0:22,30,35-36,38-39,50,58,60,62-65,67,81"
#define LONG_CARD_DOUBT	"0:22,30,35,50,58,60,63-64,67"

/*
 * Payment card number, ISO/IEC 7812: an issuer's range, its length, and Luhn.  Fours
 * with the rest at the end, or as three schemes print them.
 */
BV_NUMBER_CLASS(payment_card,
				.formats = "9999 999999 99999|9999-999999-99999|9999 999999 9999|9999-999999-9999|"
				"999999 9999999999999|999999-9999999999999|9999 9999 9999|9999-9999-9999|"
				"9999 9999 9999 9|9999-9999-9999-9|9999 9999 9999 99|9999-9999-9999-99|"
				"9999 9999 9999 999|9999-9999-9999-999|9999 9999 9999 9999|9999-9999-9999-9999|"
				"9999 9999 9999 9999 9|9999-9999-9999-9999-9|9999 9999 9999 9999 99|9999-9999-9999-9999-99|"
				"9999 9999 9999 9999 999|9999-9999-9999-9999-999",
				.sums = BV_SUMS({12, 10, .kind = BV_LUHN, .pairs = "0:50,58,63,67"},
								{13, 10, .kind = BV_LUHN, .pairs = "0:40-50,58,63,67", .doubt = "0:50,58,63,67"},
								{14, 10, .kind = BV_LUHN, .pairs = "0:30,36,38-39,50,58,63,67",
								.doubt = "0:30,50,58,63,67"},
								{15, 10, .kind = BV_LUHN, .pairs = "0:10-19,30,34,36-39,50,58,63,67",
								.doubt = "0:30,50,58,63,67"},
								{16, 10, .kind = BV_LUHN, .pairs = "0:22-27,30,35-36,38-55,58,60,62-65,67,81-82,86,97-98",
								.doubt = "0:22,27,30,35,50,58,63-64,67,86,97-98"},
								{17, 10, .kind = BV_LUHN, .pairs = LONG_CARD, .doubt = LONG_CARD_DOUBT},
								{18, 10, .kind = BV_LUHN, .pairs = LONG_CARD, .doubt = LONG_CARD_DOUBT},
								{19, 10, .kind = BV_LUHN, .pairs = LONG_CARD ",40-49", .doubt = LONG_CARD_DOUBT}),
				.various = true, .holds = holds_payment_card);

/*
 * What follows country and check digits in an IBAN: runs of digits (n), capital
 * letters (a) and either (c), from the SWIFT registry (ISO 13616); those of
 * countries that use IBANs without being in it are among them.
 */
typedef struct IbanFormat
{
	char		country[3];
	const char *runs;
} IbanFormat;

static const IbanFormat iban_formats[] = {
	{"AD", "n8c12"}, {"AE", "n19"}, {"AL", "n8c16"}, {"AO", "n21"},
	{"AT", "n16"}, {"AZ", "a4c20"}, {"BA", "n16"}, {"BE", "n12"},
	{"BF", "c24"}, {"BG", "a4n6c8"}, {"BH", "a4c14"}, {"BI", "n23"},
	{"BJ", "c24"}, {"BR", "n23a1c1"}, {"BY", "c4n4c16"}, {"CF", "n23"},
	{"CG", "n23"}, {"CH", "n5c12"}, {"CI", "c24"}, {"CM", "n23"},
	{"CR", "n18"}, {"CV", "n21"}, {"CY", "n8c16"}, {"CZ", "n20"},
	{"DE", "n18"}, {"DJ", "n23"}, {"DK", "n14"}, {"DO", "c4n20"},
	{"DZ", "n22"}, {"EE", "n16"}, {"EG", "n25"}, {"ES", "n20"}, {"FI", "n14"},
	{"FK", "a2n12"}, {"FO", "n14"}, {"FR", "n10c11n2"}, {"GA", "n23"},
	{"GB", "a4n14"}, {"GE", "a2n16"}, {"GI", "a4c15"}, {"GL", "n14"},
	{"GQ", "n23"}, {"GR", "n7c16"}, {"GT", "c24"}, {"GW", "c21"},
	{"HN", "a4n20"}, {"HR", "n17"}, {"HU", "n24"}, {"IE", "a4n14"},
	{"IL", "n19"}, {"IQ", "a4n15"}, {"IR", "n22"}, {"IS", "n22"},
	{"IT", "a1n10c12"}, {"JO", "a4n4c18"}, {"KM", "n23"}, {"KW", "a4c22"},
	{"KZ", "n3c13"}, {"LB", "n4c20"}, {"LC", "a4c24"}, {"LI", "n5c12"},
	{"LT", "n16"}, {"LU", "n3c13"}, {"LV", "a4c13"}, {"LY", "n21"},
	{"MA", "n24"}, {"MC", "n10c11n2"}, {"MD", "c20"}, {"ME", "n18"},
	{"MG", "n23"}, {"MK", "n3c10n2"}, {"ML", "c24"}, {"MN", "n16"},
	{"MR", "n23"}, {"MT", "a4n5c18"}, {"MU", "a4n19a3"}, {"MZ", "n21"},
	{"NE", "c24"}, {"NI", "a4n20"}, {"NL", "a4n10"}, {"NO", "n11"},
	{"OM", "n3c16"}, {"PK", "a4c16"}, {"PL", "n24"}, {"PS", "a4c21"},
	{"PT", "n21"}, {"QA", "a4c21"}, {"RO", "a4c16"}, {"RS", "n18"},
	{"RU", "n14c15"}, {"SA", "n2c18"}, {"SC", "a4n20a3"}, {"SD", "n14"},
	{"SE", "n20"}, {"SI", "n15"}, {"SK", "n20"}, {"SM", "a1n10c12"},
	{"SN", "c24"}, {"SO", "n19"}, {"ST", "n21"}, {"SV", "a4n20"},
	{"TD", "n23"}, {"TG", "c24"}, {"TL", "n19"}, {"TN", "n20"},
	{"TR", "n6c16"}, {"UA", "n6c19"}, {"VA", "n18"}, {"VG", "a4n16"},
	{"XK", "n16"}, {"YE", "a4n4c18"}
};

/* The format of a country, of two capitals; or NULL. */
static const IbanFormat *
iban_format(char first, char second)
{
	static unsigned char format_of[26][26];	/* from 1, filled when first asked */

	if (format_of['A' - 'A']['D' - 'A'] == 0)
	{
		for (size_t i = 0; i < lengthof(iban_formats); i++)
			format_of[iban_formats[i].country[0] - 'A'][iban_formats[i].country[1] - 'A'] = i + 1;
	}
	if (format_of[first - 'A'][second - 'A'] == 0)
		return NULL;
	return &iban_formats[format_of[first - 'A'][second - 'A'] - 1];
}

/* The length of the account part of a format. */
static int
runs_length(const char *runs)
{
	int			total = 0;

	while (*runs != '\0')
	{
		int			count = 0;

		for (runs++; bv_is_digit(*runs); runs++)
			count = count * 10 + (*runs - '0');
		total += count;
	}
	return total;
}

/* Does a text of the right length keep to the runs? */
static bool
has_runs(const char *text, const char *runs)
{
	while (*runs != '\0')
	{
		char		kind = *runs++;
		int			count = 0;

		for (; bv_is_digit(*runs); runs++)
			count = count * 10 + (*runs - '0');
		for (; count > 0; count--, text++)
		{
			if (bv_is_digit(*text) ? kind == 'a' : kind == 'n')
				return false;
		}
	}
	return true;
}

#define IBAN_MAX	34

/* Account numbers as banks print them at home: the sizes of groups after the check digits. */
static const char *const home_groups[] = {
	"BE372", "CH5C", "DE8A", "ES442A", "FR55B2", "IT155C", "MC55B2", "NO425", "PT44B2", "SM155C"
};

/* Where separators stand, a bit each, when all groups but the last are of four. */
static uint64_t
fours(int first, int count)
{
	uint64_t	places = 0;

	for (int at = first; at < count; at += 4)
		places |= UINT64_C(1) << at;
	return places;
}

/* Do separators stand where people put them? */
static bool
is_iban_layout(const char *iban, int count, uint64_t places)
{
	const uint64_t country = UINT64_C(1) << 2;
	const uint64_t check = UINT64_C(1) << 4;

	if (places == 0 || places == (country | fours(6, count)))
		return true;
	places &= ~country;			/* it may have one behind it in any case, */
	if (places == 0 || places == check || places == fours(4, count))
		return true;
	for (size_t i = 0; i < lengthof(home_groups); i++)
	{
		uint64_t	home = 0;
		int			at = 4;

		if (memcmp(home_groups[i], iban, 2) != 0)
			continue;
		for (const char *size = home_groups[i] + 2; at < count; size++)
		{
			home |= UINT64_C(1) << at;
			if (*size == '\0')
				break;
			at += bv_is_digit(*size) ? *size - '0' : *size - 'A' + 10;
		}
		/* and so may the check digits */
		if (places == home || places == (home & ~check))
			return true;
	}
	return false;
}

/*
 * Copies the letters and digits of a value, in capitals.  Separators are all of one
 * kind, and stand after every fourth, the country, or where the account has them.
 * Returns how many there are, or 0 if it is written in another way.
 */
static int
read_iban(const char *value, size_t len, char *iban)
{
	BvMarks		marks;
	uint64_t	places = 0;
	size_t		at = 0;
	int			count = 0;
	char		separator = 0;

	if (len < 4 || len > BV_MARKS_MAX)
		return 0;
	bv_mark(value, len, &marks);
	if (marks.high != 0)
		return 0;
	for (uint64_t rest = marks.other;; rest &= rest - 1)
	{
		size_t		end = rest != 0 ? (size_t) __builtin_ctzll(rest) : len;

		if (end == at || count + (int) (end - at) > IBAN_MAX)
			return 0;
		for (; at < end; at++)
			iban[count++] = value[at] & (value[at] > 'Z' ? ~0x20 : ~0);
		if (rest == 0)
			break;
		if ((value[at] != ' ' && value[at] != '-' && value[at] != '.') ||
			(separator != 0 && value[at] != separator))
			return 0;
		separator = value[at++];
		places |= UINT64_C(1) << count;
	}
	return is_iban_layout(iban, count, places) ? count : 0;
}

const char *
bv_iban_beginning(int which)
{
	return which < lengthof(iban_formats) ? iban_formats[which].country : NULL;
}

/* IBAN, ISO 13616: the country's length and format, and 1 modulo 97. */
bool
bv_is_iban(const char *value, size_t len)
{
	char		iban[IBAN_MAX];
	const IbanFormat *format;
	int			count;
	int			check;

	bv_trim(&value, &len);
	if (len < 15 || !bv_is_letter(value[0]) || !bv_is_letter(value[1]))
		return false;
	format = iban_format(bv_to_upper(value[0]), bv_to_upper(value[1]));
	if (format == NULL)
		return false;
	count = read_iban(value, len, iban);
	if (count < 15 || !bv_is_digit(iban[2]) || !bv_is_digit(iban[3]))
		return false;
	check = bv_number(iban + 2, 2);
	if (check < 2 || check > 98)
		return false;			/* the computation never gives these */
	return count == 4 + runs_length(format->runs) && has_runs(iban + 4, format->runs) &&
		bv_mod_97(iban, 4, bv_mod_97(iban + 4, count - 4, 0)) == 1;
}
