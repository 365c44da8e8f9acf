/*
 * validate_east.c: numbers that the states of Eastern Europe and Turkey give to people
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"
#include "number.h"

#define LAST_YEAR	2035

/* A year of two digits and a month that has the century in it, 20 for each; of no one who is yet to be born. */
static bool
is_date_with_century(int year, int month, int day, const int centuries[5])
{
	int			century = month / 20;

	return century < 5 && centuries[century] > 0 && centuries[century] + year <= LAST_YEAR &&
		bv_is_date(centuries[century] + year, month % 20, day);
}

/* Poland, PESEL. */
static bool
holds_pl_pesel(const BvNumber *number)
{
	static const int centuries[] = {1900, 2000, 0, 0, 1800};

	return is_date_with_century(bv_part(number, 0, 2), bv_part(number, 2, 2),
								bv_part(number, 4, 2), centuries);
}

BV_NUMBER_CLASS(pl_pesel, .formats = "999999-99999|999999 99999",
				.sums = BV_SUMS({11, 10, .weight = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1},
								.pairs = "2:01-12,21-32,81-92 4:01-31", .doubt = "2:21-32 4:29-31"}),
				.holds = holds_pl_pesel);

/* Poland, NIP. */
BV_NUMBER_CLASS(pl_nip, .formats = "999-999-99-99|999-99-99-999|999 999 99 99|999 99 99 999",
				.sums = BV_SUMS({10, 11, .weight = {6, 5, 7, 2, 3, 4, 5, 6, 7, -1}}),
				.various = true);

/*
 * Czechia and Slovakia, rodné číslo: month + 50 for women, + 20 more since 2004
 * when a day's serials are used up.  Where the check would be 10 it is 0: such
 * serials were to be left out from 1986 on, and some were not, until the law of 2004.
 * Those born until 1953 have nine digits, without a check.
 */
static bool
holds_cz_rodne_cislo(const BvNumber *number)
{
	int			year = bv_part(number, 0, 2);
	int			month = bv_part(number, 2, 2) % 50;
	int			day = bv_part(number, 4, 2);

	if (number->count == 9)
	{
		if (year > 53 && year < 80)
			return false;
		year += year > 53 ? 1800 : 1900;
	}
	else
		year += year >= 54 ? 1900 : 2000;
	if (month > 20 && year >= 2004)
		month -= 20;
	if (number->count == 10 && year >= 2004 && bv_part(number, 0, 9) % 11 == 10)
		return false;
	return year <= LAST_YEAR && bv_is_date(year, month, day);
}

BV_NUMBER_CLASS(cz_rodne_cislo, .formats = "999999/9999|999999/999|999999 9999|999999-9999",
				.sums = BV_SUMS({9, .pairs = "0:00-53,80-99 2:01-12,51-62 4:01-31", .doubt = "4:29-31"},
								{10, 11, .if_zero = 1, .weight = {-1, 1, -1, 1, -1, 1, -1, 1, -1, 1},
								.pairs = "0:00-35,54-99 2:01-12,21-32,51-62,71-82 4:01-31",
								.doubt = "2:21-32,71-82 4:29-31 9=0"}),
				.holds = holds_cz_rodne_cislo);

/*
 * Romania, cod numeric personal: sex and century (which 7 to 9, of foreigners, do
 * not tell), date, county (48 and two, 70 since 2023 for those who have none, 80 to
 * 83 of consulates), serial, check: 1 where it would be 10.
 */
static bool
holds_ro_cnp(const BvNumber *number)
{
	static const int weights[] = {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9};
	static const int centuries[] = {0, 1900, 1900, 1800, 1800, 2000, 2000, 2000, 2000, 2000};
	int			year = centuries[number->digit[0]] + bv_part(number, 1, 2);
	int			county = bv_part(number, 7, 2);
	int			sum = 0;

	if (number->digit[0] >= 7 && year > LAST_YEAR)
		year -= 100;
	if (centuries[number->digit[0]] == 0 || year > LAST_YEAR || county < 1 || county == 49 || county == 50 ||
		(county > 52 && county != 70 && (county < 80 || county > 83)))
		return false;
	for (int i = 0; i < 12; i++)
		sum += number->digit[i] * weights[i];
	sum %= 11;
	return number->digit[12] == (sum == 10 ? 1 : sum) &&
		bv_is_date(year, bv_part(number, 3, 2), bv_part(number, 5, 2));
}

#define CNP_WEIGHTS		2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9, -1
#define CNP_PAIRS		"0:10-53,60-63,70-99 3:01-12 5:01-31 7:01-48,51-52,70,80-83"
#define CNP_DOUBT		"0:53,63 5:29-31"

BV_NUMBER_CLASS(ro_cnp,
				.sums = BV_SUMS({13, 11, .weight = {CNP_WEIGHTS}, .pairs = CNP_PAIRS, .doubt = CNP_DOUBT},
								{13, 11, .remainder = 9, .weight = {CNP_WEIGHTS}, .pairs = CNP_PAIRS " 12=1",
								.doubt = CNP_DOUBT}),
				.holds = holds_ro_cnp);

/* Bulgaria, ЕГН. */
static bool
holds_bg_egn(const BvNumber *number)
{
	static const int centuries[] = {1900, 1800, 2000, 0, 0};

	return is_date_with_century(bv_part(number, 0, 2), bv_part(number, 2, 2),
								bv_part(number, 4, 2), centuries);
}

BV_NUMBER_CLASS(bg_egn, .formats = "999999 9999|999999-9999|999999 999 9",
				.sums = BV_SUMS({10, 11, .if_zero = 10, .weight = {2, 4, 8, 5, 10, 9, 7, 3, 6, -1},
								.pairs = "2:01-12,21-32,41-52 4:01-31", .doubt = "2:41-52 4:29-31"}),
				.holds = holds_bg_egn);

/* Croatia, OIB. */
static bool
holds_hr_oib(const BvNumber *number)
{
	return bv_mod_11_10(number->digit, 11);
}

BV_NUMBER_CLASS(hr_oib, .formats = "999 9999 9999|999 999 999 99",
				.sums = BV_SUMS({11, .kind = BV_MOD_11_10, .doubt = ""}),
				.various = true, .holds = holds_hr_oib);

/* What was Yugoslavia, JMBG: three digits of the year, so that 900 and more are of the last millennium. */
static bool
holds_jmbg(const BvNumber *number)
{
	int			year = bv_part(number, 4, 3);

	year += year >= 850 ? 1000 : 2000;
	return year <= LAST_YEAR && bv_is_date(year, bv_part(number, 2, 2), bv_part(number, 0, 2));
}

BV_NUMBER_CLASS(jmbg, .formats = "9999999 99 999 9|9999999-99-999-9|9999999 999999",
				.sums = BV_SUMS({13, 11, .if_zero = 1, .weight = {7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1},
								.pairs = "0:01-31 2:01-12 4:00-03,85-99", .doubt = "0:29-31 4:03"}),
				.holds = holds_jmbg);

/* Greece, AMKA: a date and Luhn. */
static bool
holds_gr_amka(const BvNumber *number)
{
	return bv_is_date(2000 + bv_part(number, 4, 2), bv_part(number, 2, 2), bv_part(number, 0, 2));
}

BV_NUMBER_CLASS(gr_amka, .formats = "999999 99999|999999-99999",
				.sums = BV_SUMS({11, 10, .kind = BV_LUHN, .pairs = "0:01-31 2:01-12", .doubt = "0:29-31"}),
				.holds = holds_gr_amka);

/* Greece, ΑΦΜ. */
BV_NUMBER_CLASS(gr_afm, .formats = "999 999 999",
				.sums = BV_SUMS({9, 11, .if_zero = 10, .weight = {256, 128, 64, 32, 16, 8, 4, 2, -1}}),
				.various = true);

/* Ukraine, РНОКПП: days since the end of 1899, serial with the sex, check. */
static bool
holds_ua_rnokpp(const BvNumber *number)
{
	int			days = bv_part(number, 0, 5);

	return days >= 1 && days <= 49674;	/* to the end of 2035 */
}

BV_NUMBER_CLASS(ua_rnokpp,
				.sums = BV_SUMS({10, 11, .if_zero = 10, .weight = {-1, 5, 7, 9, 4, 6, 10, 5, 7, -1},
								.pairs = "0:00-49", .doubt = "0:00,49"}),
				.holds = holds_ua_rnokpp);

/*
 * Russia, ИНН of twelve digits (people) or ten (firms), and СНИЛС, of eleven: its
 * weights end at 1 before the two digits of the check, and 100 is written 00.
 */
static bool
holds_ru_inn(const BvNumber *number)
{
	static const int weights[] = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
	int			sum = 0;

	if (number->count == 11)
	{
		for (int i = 0; i < 9; i++)
			sum += number->digit[i] * (9 - i);
		return bv_part(number, 9, 2) == sum % 101 % 100 && bv_part(number, 0, 9) > 1001998;
	}
	if (number->count == 12)
	{
		for (int i = 0; i < 10; i++)
			sum += number->digit[i] * weights[i];
		if (sum % 11 % 10 != number->digit[10])
			return false;
	}
	return bv_part(number, 0, 2) != 0;
}

const BvNumberScheme bv_scheme_ru_inn = {
	.formats = "999-999-999 99|999-999-999-99|99 99 999999 99",
	.sums = BV_SUMS({10, 11, .if_zero = 10, .weight = {2, 4, 10, 3, 5, 9, 4, 6, 8, -1}, .pairs = "0:01-99", .doubt = ""},
					{11, 101, .weight = {9, 8, 7, 6, 5, 4, 3, 2, 1, -10, -1}, .doubt = "0:00"},
					{11, 101, .if_zero = 100, .weight = {9, 8, 7, 6, 5, 4, 3, 2, 1, -10, -1}, .pairs = "9:00", .doubt = "0:00"},
					{12, 11, .if_zero = 10, .weight = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8, -1}, .pairs = "0:01-99"}),
	.holds = holds_ru_inn
};

bool
bv_is_ru_inn(const char *value, size_t len)
{
	return bv_is_number(&bv_scheme_ru_inn, value, len);
}

/* Turkey, T.C. kimlik numarası: the sum is for the tenth digit. */
static bool
holds_tr_tckn(const BvNumber *number)
{
	int			sum = 0;

	for (int i = 0; i < 10; i++)
		sum += number->digit[i];
	return number->digit[10] == sum % 10;
}

BV_NUMBER_CLASS(tr_tckn, .formats = "999 999 999 99|99999999999",
				.sums = BV_SUMS({11, 10, .weight = {7, -1, 7, -1, 7, -1, 7, -1, 7, -1, 0}}),
				.first = BV_DIGITS(1, 9), .holds = holds_tr_tckn);
