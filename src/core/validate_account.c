/*
 * validate_account.c: bank accounts as countries number theirs, banks, and expiry dates of cards
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"
#include "number.h"

/* The sum of digits times weights from start on. */
static int
sum_from(const BvNumber *number, int start, const char *weights)
{
	int			sum = 0;

	for (int i = 0; weights[i] != '\0'; i++)
		sum += number->digit[start + i] * (weights[i] == 'A' ? 10 : weights[i] - '0');
	return sum;
}

/* A number modulo 97, of any length. */
static int
modulo_97(const BvNumber *number, int count)
{
	int			rest = 0;

	for (int i = 0; i < count; i++)
		rest = (rest * 10 + number->digit[i]) % 97;
	return rest;
}

/* The formats of bank_account whose numbers have something to check. */
#define NETHERLANDS		"99.99.99.999"
#define BELGIUM			"999-9999999-99"
#define NORWAY			"9999.99.99999"
#define NEW_ZEALAND_15	"99-9999-9999999-99|99 9999 9999999 99|99-9999-9999-999-99"
#define NEW_ZEALAND_16	"99-9999-9999999-999|99 9999 9999999 999"

/*
 * New Zealand: bank, branch, account, suffix of two or three.  Eight banks have
 * other weights, and are let through.
 */
static bool
holds_new_zealand(const BvNumber *number)
{
	static const unsigned char others[] = {8, 9, 25, 26, 28, 29, 31, 33};
	int			bank = bv_part(number, 0, 2);

	if (bank < 1 || bank > 38)
		return false;
	if (memchr(others, bank, sizeof(others)) != NULL)
		return true;
	return ((bv_part(number, 6, 7) < 990000 ? sum_from(number, 2, "6379") : 0) +
			sum_from(number, 6, "0A58421")) % 11 == 0;
}

/*
 * What countries check: the Netherlands (before IBAN), Belgium, Norway, Spain
 * (CCC), Argentina (CBU) and Poland (NRB).  Others have no more than a length.
 */
static bool
holds_bank_account(const BvNumber *number)
{
	int			check;

	if (number->layout == 0 && number->count < 20)
		return true;			/* only how they are written tells where they are from */
	switch (number->count)
	{
		case 9:
			return number->layout != bv_layout_of(NETHERLANDS) ||
				sum_from(number, 0, "987654321") % 11 == 0;
		case 11:
			return number->layout != bv_layout_of(NORWAY) ||
				sum_from(number, 0, "54327654321") % 11 == 0;
		case 15:
		case 16:
			return holds_new_zealand(number);
		case 12:
			if (number->layout != bv_layout_of(BELGIUM))
				return true;
			check = modulo_97(number, 10);
			return bv_part(number, 10, 2) == (check == 0 ? 97 : check);
		case 20:
			/* bank and branch, then the account, each have a digit; 10 is written 1 */
			check = (11 - sum_from(number, 0, "485A9736") % 11) % 11;
			if (number->digit[8] != (check == 10 ? 1 : check))
				return false;
			check = (11 - sum_from(number, 10, "1248" "5A" "9736") % 11) % 11;
			return number->digit[9] == (check == 10 ? 1 : check);
		case 22:
			return (sum_from(number, 0, "7139713") + number->digit[7]) % 10 == 0 &&
				(sum_from(number, 8, "3971397139713") + number->digit[21]) % 10 == 0;
		case 26:
			/* PL is 2521 in the IBAN of the account, and the check stands before it */
			check = 0;
			for (int i = 2; i < 26; i++)
				check = (check * 10 + number->digit[i]) % 97;
			check = (check * 10000 + 2521) % 97;
			return (check * 100 + bv_part(number, 0, 2)) % 97 == 1;
		default:
			return true;
	}
}

const BvNumberScheme bv_scheme_bank_account = {
	.formats = NETHERLANDS "|999.999.999|" BELGIUM "|" NORWAY "|9999 99 99999|9999 9999 99 9999999999|"
	"9999-9999-99-9999999999|99999999-99999999|99999999-99999999-99999999|99-99-99 99999999|"
	"99 9999 9999 9999 9999 9999 9999|999999 99999999|9999 9999|99-99-99-99999999|"
	NEW_ZEALAND_15 "|" NEW_ZEALAND_16,
	.sums = BV_SUMS({6, .doubt = ""}, {7, .doubt = ""}, {8, .doubt = ""}, {9, .as = "", .doubt = ""}, {10, .doubt = ""},
					{11, .as = "", .doubt = ""}, {12, .as = "", .doubt = ""}, {13, .doubt = ""}, {14, .doubt = ""},
					{15, .as = "", .doubt = ""}, {16, .as = "", .doubt = ""}, {17, .doubt = ""}, {18, .doubt = ""},
					{9, .as = NETHERLANDS "|999.999.999"}, {11, .as = NORWAY "|9999 99 99999"}, {12, .as = BELGIUM},
					{15, .as = NEW_ZEALAND_15}, {16, .as = NEW_ZEALAND_16 "|99999999-99999999"},
					{20}, {22}, {24, .doubt = ""}, {26}),
	.various = true,
	.holds = holds_bank_account
};

/*
 * Czechia and Slovakia: a prefix, a number and the code of the bank, "19-2000145399/0800",
 * the first two with a sum of their own.
 */
static bool
is_czech_account(const char *value, size_t len)
{
	static const int weights[] = {6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
	const char *slash = memchr(value, '/', len);
	const char *hyphen = memchr(value, '-', len);
	int			sums[2] = {0, 0};
	int			counts[2] = {0, 0};

	if (slash == NULL || value + len - slash != 5 || bv_number(slash + 1, 4) < 100)
		return false;
	for (int part = 0; part < 2; part++)
	{
		const char *end = part == 0 ? (hyphen != NULL && hyphen < slash ? hyphen : value) : slash;
		const char *start = part == 0 || hyphen == NULL ? value : hyphen + 1;

		counts[part] = (int) (end - start);
		if (counts[part] > (part == 0 ? 6 : 10))
			return false;
		for (int i = 0; i < counts[part]; i++)
		{
			if (!bv_is_digit(start[i]))
				return false;
			sums[part] += (start[i] - '0') * weights[10 - counts[part] + i];
		}
	}
	for (int i = 1; i < 5; i++)
	{
		if (!bv_is_digit(slash[i]))
			return false;
	}
	return counts[1] >= 2 && sums[0] % 11 == 0 && sums[1] % 11 == 0 && sums[1] > 0 &&
		(hyphen == NULL || counts[0] >= 2);
}

bool
bv_is_bank_account(const char *value, size_t len)
{
	if (memchr(value, '/', len) == NULL)
		return bv_is_number(&bv_scheme_bank_account, value, len);
	bv_trim(&value, &len);
	return len <= 30 && len >= 7 && is_czech_account(value, len);
}

/* Is it, of two capitals, a country of ISO 3166 (or Kosovo, XK)? */
static bool
is_country(const char *code)
{
	static const char countries[] =
		"AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
		"CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR "
		"GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
		"KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT "
		"MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
		"SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ "
		"UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW ";

	static uint32_t second[26];	/* the letters after each, a bit for each; filled from the list */

	if (second[0] == 0)
	{
		for (const char *country = countries; *country != '\0'; country += 3)
			second[country[0] - 'A'] |= UINT32_C(1) << (country[1] - 'A');
	}
	return second[code[0] - 'A'] >> (code[1] - 'A') & 1;
}

/* Business identifier code, ISO 9362: institution, country, location, branch. */
static bool
holds_bic(const BvCode *code)
{
	return is_country(code->text + 4);
}

/* In capitals: small letters are words. */
BV_CODE_CLASS(bic, .patterns = "LLLLLLXX|LLLLLLXXXXX|LLLL LL XX|LLLL LL XX XXX", .capitals = true,
			  .holds = holds_bic);

/* When a card ends: month and year. */
#define FIRST_EXPIRY	10
#define LAST_EXPIRY		50

static bool
holds_card_expiry(const BvNumber *number)
{
	bool		year_first = number->layout >> 3 == 4;
	int			month = bv_part(number, year_first ? 4 : 0, 2);
	int			year = year_first ? bv_part(number, 0, 4) : bv_part(number, 2, number->count - 2);

	if (number->count == 6)
		year -= 2000;
	return month >= 1 && month <= 12 && year >= FIRST_EXPIRY && year <= LAST_EXPIRY;
}

BV_NUMBER_CLASS(card_expiry, .formats = "99/99|99/9999|99-99|99-9999|99.99|99.9999|99 99|9999-99|9999/99",
				.sums = BV_SUMS({4, .pairs = "0:01-12 2:10-50", .doubt = ""},
								{6, .as = "|99/9999|99-9999|99.9999", .pairs = "0:01-12 2:20 4:10-50", .doubt = ""},
								{6, .as = "9999-99|9999/99", .pairs = "0:20 2:10-50 4:01-12", .doubt = ""}),
				.holds = holds_card_expiry);
