/*
 * validate_asia.c: numbers that the states of Asia give to people
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"
#include "number.h"

#define LAST_YEAR	2035

/* Is a number among ranges of two, the first and the last, up to 0? */
static bool
is_among(int number, const unsigned char *ranges)
{
	for (; ranges[1] != 0; ranges += 2)
	{
		if (number >= ranges[0] && number <= ranges[1])
			return true;
	}
	return false;
}

/* Israel, mispar zehut: nine digits; zeros before it may be left out. */
BV_NUMBER_CLASS(il_id, .formats = "99999999-9|9999999-9|999999-9|9-9999999-9",
				.sums = BV_SUMS({5, 10, .kind = BV_LUHN}, {6, 10, .kind = BV_LUHN},
								{7, 10, .kind = BV_LUHN}, {8, 10, .kind = BV_LUHN},
								{9, 10, .kind = BV_LUHN}),
				.various = true);

/* India, Aadhaar. */
static bool
holds_in_aadhaar(const BvNumber *number)
{
	bool		palindrome = true;

	for (int i = 0; i < 6; i++)
		palindrome &= number->digit[i] == number->digit[11 - i];
	return !palindrome && bv_verhoeff(number->digit, 12);
}

BV_NUMBER_CLASS(in_aadhaar, .formats = "9999 9999 9999|9999-9999-9999",
				.sums = BV_SUMS({12, .kind = BV_VERHOEFF}),
				.first = BV_DIGITS(2, 9), .holds = holds_in_aadhaar);

/* India, permanent account number: the fourth letter tells what the holder is. */
static bool
holds_code_in_pan(const BvCode *code)
{
	const char *pan = code->text;

	return strchr("ABCFGHJLPT", pan[3]) != NULL &&
		memcmp(pan + 5, "0000", 4) != 0;
}

BV_CODE_CLASS(in_pan,
			  .patterns = "LLLLL9999L|LLLLL 9999 L",
			  .holds = holds_code_in_pan);

/* India, electors photo identity card: Luhn over the digits. */
static bool
holds_code_in_epic(const BvCode *code)
{
	const char *epic = code->text;

	return bv_luhn(epic + 3, 7);
}

BV_CODE_CLASS(in_epic,
			  .patterns = "LLL9999999|LLL 9999999",
			  .holds = holds_code_in_epic);

/*
 * China, resident identity card, GB 11643: province (GB/T 2260), date of birth,
 * serial, ISO 7064 modulus 11-2, where 10 is X.
 */
static bool
holds_cn_ric(const BvNumber *number)
{
	static const unsigned char provinces[] = {
		11, 15, 21, 23, 31, 37, 41, 46, 50, 54, 61, 65, 71, 71, 81, 83, 91, 91, 0, 0
	};
	int			year = bv_part(number, 6, 4);

	return is_among(bv_part(number, 0, 2), provinces) && year >= 1850 && year <= LAST_YEAR &&
		bv_is_date(year, bv_part(number, 10, 2), bv_part(number, 12, 2));
}

#define RIC_WEIGHTS		7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2

const BvNumberScheme bv_scheme_cn_ric = {
	.formats = "999999 99999999 9999|999999-99999999-9999",
	.sums = BV_SUMS({18, 11, .remainder = 1, .weight = {RIC_WEIGHTS, 1},
					.pairs = "0:11-15,21-23,31-37,41-46,50-54,61-65,71,81-83,91 6:18-20 7:00-03,85-99 10:01-12 12:01-31",
					.doubt = "7:03 12:29-31"}),
	.holds = holds_cn_ric
};

static bool
holds_code_cn_ric(const BvCode *code)
{
	static const int weights[] = {RIC_WEIGHTS};
	BvNumber	number = {{0}, 17, 0};

	if (code->text[17] != 'X' || bv_weighted_sum(code->text, weights, 17) % 11 != 2)
		return false;
	for (int i = 0; i < 17; i++)
		number.digit[i] = code->text[i] - '0';
	return holds_cn_ric(&number);
}

const BvCodeScheme bv_code_cn_ric = {
	.patterns = "99999999999999999L|999999 99999999 999L|999999-99999999-999L",
	.holds = holds_code_cn_ric
};

BV_NUMBER_OR_CODE_CLASS(cn_ric);

/* Japan, My Number. */
BV_NUMBER_CLASS(jp_my_number, .formats = "9999 9999 9999|9999-9999-9999",
				.sums = BV_SUMS({12, 11, .if_zero = 1, .weight = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1}}),
				.various = true);

/*
 * Korea, resident registration number: date, sex and century (5 to 8 are
 * foreigners), and until October 2020 place, serial and check; since then there
 * is nothing in it to check.  Foreigners had another check digit for a while.
 */
static bool
holds_kr_rrn(const BvNumber *number)
{
	static const int weights[] = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
	static const int centuries[] = {1800, 1900, 1900, 2000, 2000, 1900, 1900, 2000, 2000, 1800};
	int			sex = number->digit[6];
	int			year = centuries[sex] + bv_part(number, 0, 2);
	int			month = bv_part(number, 2, 2);
	int			sum = 0;

	if (year > LAST_YEAR || !bv_is_date(year, month, bv_part(number, 4, 2)))
		return false;
	if (year > 2020 || (year == 2020 && month >= 10))
		return true;
	for (int i = 0; i < 12; i++)
		sum += number->digit[i] * weights[i];
	sum %= 11;
	return number->digit[12] == (11 - sum) % 10 ||
		(sex >= 5 && sex <= 8 && number->digit[12] == (13 - sum) % 10);
}

BV_NUMBER_CLASS(kr_rrn, .formats = "999999-9999999|999999 9999999",
				.sums = BV_SUMS({13, .pairs = "2:01-12 4:01-31"}),
				.holds = holds_kr_rrn);

/* Singapore, NRIC and FIN: each first letter has its letters for the check. */
static bool
holds_code_sg_nric(const BvCode *code)
{
	const uint32_t first = BV_LETTER('S') | BV_LETTER('T') | BV_LETTER('F') | BV_LETTER('G') | BV_LETTER('M');
	const char *nric = code->text;
	static const int weights[] = {2, 7, 6, 5, 4, 3, 2};
	int			sum;

	if ((BV_LETTER(nric[0]) & first) == 0)
		return false;
	sum = bv_weighted_sum(nric + 1, weights, 7);
	switch (nric[0])
	{
		case 'S':
			return nric[8] == "JZIHGFEDCBA"[sum % 11];
		case 'T':
			return nric[8] == "JZIHGFEDCBA"[(sum + 4) % 11];
		case 'F':
			return nric[8] == "XWUTRQPNMLK"[sum % 11];
		case 'G':
			return nric[8] == "XWUTRQPNMLK"[(sum + 4) % 11];
		default:
			return nric[8] == "XWUTRQPNJLK"[(sum + 3) % 11];
	}
}

BV_CODE_CLASS(sg_nric,
			  .patterns = "L9999999L",
			  .holds = holds_code_sg_nric);

/* Malaysia, MyKad: date, place of birth (states from 1, countries from 60), serial. */
static bool
holds_my_nric(const BvNumber *number)
{
	static const unsigned char places[] = {1, 16, 21, 68, 71, 72, 74, 79, 82, 93, 98, 99, 0, 0};

	return bv_is_date(2000 + bv_part(number, 0, 2), bv_part(number, 2, 2), bv_part(number, 4, 2)) &&
		is_among(bv_part(number, 6, 2), places) && !(bv_part(number, 0, 2) % 4 != 0 &&
													bv_part(number, 2, 4) == 229);
}

BV_NUMBER_CLASS(my_nric, .formats = "999999-99-9999|999999 99 9999",
				.sums = BV_SUMS({12, .pairs = "2:01-12 4:01-31 6:01-16,21-68,71-72,74-79,82-93,98-99", .doubt = "4:29-31"}),
				.holds = holds_my_nric);

/* Thailand: the first digit tells how one came into the register. */
static bool
holds_th_id(const BvNumber *number)
{
	int			sum = 0;

	for (int i = 0; i < 12; i++)
		sum += number->digit[i] * (13 - i);
	return number->digit[12] == (11 - sum % 11) % 10;
}

#define THAI_WEIGHTS	13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1

BV_NUMBER_CLASS(th_id, .formats = "9-9999-99999-99-9|9 9999 99999 99 9",
				.sums = BV_SUMS({13, 11, .weight = {THAI_WEIGHTS}, .pairs = "12=1-9", .doubt = ""},
								{13, 11, .remainder = 1, .weight = {THAI_WEIGHTS}, .pairs = "12=0-1", .doubt = ""}),
				.various = true, .first = BV_DIGITS(1, 8), .holds = holds_th_id);

/* Indonesia, nomor induk kependudukan: province and district, date (day + 40 for women), serial. */
static bool
holds_id_nik(const BvNumber *number)
{
	static const unsigned char provinces[] = {
		11, 19, 21, 21, 31, 36, 51, 53, 61, 65, 71, 76, 81, 82, 91, 97, 0, 0
	};
	int			day = bv_part(number, 6, 2);

	return is_among(bv_part(number, 0, 2), provinces) && bv_part(number, 12, 4) != 0 &&
		bv_is_date(2000 + bv_part(number, 10, 2), bv_part(number, 8, 2), day > 40 ? day - 40 : day);
}

BV_NUMBER_CLASS(id_nik, .formats = "999999.999999.9999|999999-999999-9999|9999 9999 9999 9999",
				.sums = BV_SUMS({16, .pairs = "0:11-19,21,31-36,51-53,61-65,71-76,81-82,91-97 6:01-31,41-71 8:01-12",
								.doubt = "6:29-31,69-71 12:00"}),
				.holds = holds_id_nik);

/* Pakistan, CNIC: the first digit is a province. */
BV_NUMBER_CLASS(pk_cnic, .formats = "99999-9999999-9|99999 9999999 9", .sums = BV_SUMS({13}),
				.various = true, .first = BV_DIGITS(1, 7));

/* Taiwan: a county, sex (A to D for foreigners until 2021, 8 and 9 since), check. */
static bool
holds_code_tw_id(const BvCode *code)
{
	const char *id = code->text;
	/* the numbers of counties, A to Z */
	static const unsigned char counties[] = {
		10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33
	};
	int			county = counties[id[0] - 'A'];
	int			second = bv_is_digit(id[1]) ? id[1] - '0' : counties[id[1] - 'A'] % 10;
	int			sum = county / 10 + county % 10 * 9 + second * 8;

	for (int i = 2; i < 9; i++)
		sum += (id[i] - '0') * (9 - i);
	return (sum + id[9] - '0') % 10 == 0 && strchr("1289ABCD", id[1]) != NULL;
}

BV_CODE_CLASS(tw_id,
			  .patterns = "LX99999999",
			  .holds = holds_code_tw_id);

/* Hong Kong: one or two letters, six digits, and a check, often in parentheses. */
static bool
holds_code_hk_id(const BvCode *code)
{
	const char *last = code->text + code->count - 1;
	/* a letter is 10 and more; for the one that is not there a space counts as 36 */
	int			sum = code->count == 8 ? 9 * 36 : 9 * (last[-8] - 'A' + 10);

	sum += 8 * (last[-7] - 'A' + 10) + 7 * (last[-6] - '0') + 6 * (last[-5] - '0') + 5 * (last[-4] - '0') +
		4 * (last[-3] - '0') + 3 * (last[-2] - '0') + 2 * (last[-1] - '0');
	sum += *last == 'A' ? 10 : *last - '0';
	return sum % 11 == 0 && *last <= 'A';
}

BV_CODE_CLASS(hk_id,
			  .patterns = "L999999(X)|LL999999(X)|L999999X|LL999999X|L999999 (X)|LL999999 (X)",
			  .holds = holds_code_hk_id);
