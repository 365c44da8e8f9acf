/*
 * validate_nordic.c: personal numbers of the Nordic and Baltic countries
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"
#include "number.h"

#define LAST_YEAR	2035

/*
 * Sweden, personnummer and samordningsnummer (day + 60): YYMMDD-NNNC, with + for
 * - from the year in which one turns 100, or YYYYMMDD-NNNC; the sign may be
 * left out.  Luhn over the last ten digits; the century is not part of it.
 */
static bool
holds_se_personnummer(const BvNumber *number)
{
	static const BvSum luhn = {10, 10, .kind = BV_LUHN};
	BvNumber	last_ten = {{0}, 10, 0};
	bool		plus = number->layout != 0 && (number->layout & 7) == 5;
	int			year;
	int			day;

	memcpy(last_ten.digit, number->digit + number->count - 10, 10);
	year = bv_part(&last_ten, 0, 2) + (plus ? 1900 : 2000);	/* all that matters is leap years */
	if (number->count == 12)
	{
		year = bv_part(number, 0, 4);
		if (year < 1840 || year > LAST_YEAR || (plus && year > 1935))
			return false;
	}
	day = bv_part(&last_ten, 4, 2);
	return bv_is_date(year, bv_part(&last_ten, 2, 2), day > 60 ? day - 60 : day) &&
		bv_sum_holds(&luhn, &last_ten);
}

/* The sums over twelve digits: 18, 19 and 20 add 10, 11 and 4. */
BV_NUMBER_CLASS(se_personnummer, .formats = "999999-9999|999999+9999|99999999-9999|99999999+9999",
				.sums = BV_SUMS({10, 10, .kind = BV_LUHN, .pairs = "2:01-12 4:01-31,61-91", .doubt = "4:29-31,89-91"},
								{12, 10, .kind = BV_LUHN, .pairs = "0:18 4:01-12 6:01-31,61-91"},
								{12, 10, .remainder = 1, .kind = BV_LUHN, .pairs = "0:19 4:01-12 6:01-31,61-91"},
								{12, 10, .remainder = 4, .kind = BV_LUHN, .pairs = "0:20 4:01-12 6:01-31,61-91"}),
				.holds = holds_se_personnummer);

/*
 * Norway, fødselsnummer: day + 40 is a D number, month + 40 a hospital's, + 80
 * made up for tests.  The individual number tells the century.
 */
static bool
holds_no_fodselsnummer(const BvNumber *number)
{
	static const BvSum first = {11, 11, .weight = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0}};
	int			day = bv_part(number, 0, 2);
	int			month = bv_part(number, 2, 2);
	int			year = bv_part(number, 4, 2);
	int			individual = bv_part(number, 6, 3);

	if (individual < 500)
		year += 1900;
	else if (individual < 750 && year >= 54)
		year += 1800;
	else if (year < 40)
		year += 2000;
	else if (individual >= 900)
		year += 1900;
	else
		return false;
	return bv_is_date(year, month > 80 ? month - 80 : month > 40 ? month - 40 : month,
					  day > 40 ? day - 40 : day) &&
		year <= LAST_YEAR && bv_sum_holds(&first, number);
}

BV_NUMBER_CLASS(no_fodselsnummer, .formats = "999999 99999|999999-99999|99 99 99 99999|999999 999 99|99 99 99 999 99",
				.sums = BV_SUMS({11, 11, .weight = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1},
								.pairs = "0:01-31,41-71 2:01-12,41-52,81-92"}),
				.holds = holds_no_fodselsnummer);

/*
 * Denmark, CPR: the seventh digit tells the century.  Since 2007 numbers are given
 * out whose check digit does not hold, so it decides nothing.
 */
static bool
holds_dk_cpr(const BvNumber *number)
{
	int			year = bv_part(number, 4, 2);
	int			seventh = number->digit[6];

	if (seventh <= 3)
		year += 1900;
	else if (seventh == 4 || seventh == 9)
		year += year <= 36 ? 2000 : 1900;
	else
		year += year <= 57 ? 2000 : 1800;
	return year <= LAST_YEAR && bv_is_date(year, bv_part(number, 2, 2), bv_part(number, 0, 2));
}

BV_NUMBER_CLASS(dk_cpr, .formats = "999999-9999|999999 9999",
				.sums = BV_SUMS({10, .pairs = "0:01-31 2:01-12", .doubt = "0:29-31 4:36-57"}),
				.holds = holds_dk_cpr);

/* Finland, henkilötunnus: the sign tells the century; those added in 2023 as well. */
static bool
holds_fi_hetu(const BvCode *code)
{
	static const char nineteens[] = "YXWVU";
	const char *text = code->text;
	bool		sign = code->count == 10;	/* + or -, else a letter */
	const char *last = text + (sign ? 6 : 7);
	int			year = bv_number(text + 4, 2);

	if (sign)
		year += code->which == 1 ? 1800 : 1900;
	else if (strchr(nineteens, text[6]) != NULL)
		year += 1900;
	else if (text[6] >= 'A' && text[6] <= 'F')
		year += 2000;
	else
		return false;
	return year <= LAST_YEAR && bv_number(last, 3) >= 2 &&
		bv_is_date(year, bv_number(text + 2, 2), bv_number(text, 2)) &&
		last[3] == "0123456789ABCDEFHJKLMNPRSTUVWXY"[(bv_number(text, 6) * 1000 + bv_number(last, 3)) % 31];
}

BV_CODE_CLASS(fi_hetu, .patterns = "999999+999X|999999-999X|999999L999X", .holds = holds_fi_hetu);

/* Iceland, kennitala: firms have day + 40; the last digit tells the century. */
static bool
holds_is_kennitala(const BvNumber *number)
{
	int			day = bv_part(number, 0, 2);
	int			century = number->digit[9];
	int			year = bv_part(number, 4, 2) + (century == 0 ? 2000 : century == 9 ? 1900 : 1800);

	return (century == 0 || century >= 8) && year <= LAST_YEAR &&
		bv_is_date(year, bv_part(number, 2, 2), day > 40 ? day - 40 : day);
}

BV_NUMBER_CLASS(is_kennitala, .formats = "999999-9999|999999 9999",
				.sums = BV_SUMS({10, 11, .weight = {3, 2, 7, 6, 5, 4, 3, 2, 1, 0},
								.pairs = "0:01-31,41-71 2:01-12 9=0,8-9", .doubt = "0:29-31,69-71 9=0"}),
				.holds = holds_is_kennitala);

/*
 * Estonia, isikukood, and Lithuania, asmens kodas: the first digit tells sex and
 * century.  Where the first weights leave 10, which is no digit, others count.
 */
static bool
holds_ee_isikukood(const BvNumber *number)
{
	static const int first[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1};
	static const int second[] = {3, 4, 5, 6, 7, 8, 9, 1, 2, 3};
	int			century = number->digit[0];
	int			year = 1800 + (century - 1) / 2 * 100 + bv_part(number, 1, 2);
	int			sum = 0;
	int			other = 0;

	for (int i = 0; i < 10; i++)
	{
		sum += number->digit[i] * first[i];
		other += number->digit[i] * second[i];
	}
	sum %= 11;
	if (sum == 10)
		sum = other % 11 % 10;
	return sum == number->digit[10] && century >= 1 && year <= LAST_YEAR &&
		bv_is_date(year, bv_part(number, 3, 2), bv_part(number, 5, 2));
}

#define ISIKUKOOD_PAIRS		"0:10-53,60-63 3:01-12 5:01-31"

BV_NUMBER_CLASS(ee_isikukood,
				.sums = BV_SUMS({11, 11, .weight = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1, -1},
								.pairs = ISIKUKOOD_PAIRS, .doubt = "0:53,63 5:29-31"},
								{11, 11, .if_zero = 10, .weight = {3, 4, 5, 6, 7, 8, 9, 1, 2, 3, -1},
								.pairs = ISIKUKOOD_PAIRS}),
				.holds = holds_ee_isikukood);

/* Latvia, personas kods: a date and its century, or since 2017 no date, after 32. */
static bool
holds_lv_personas_kods(const BvNumber *number)
{
	int			year = 1800 + 100 * number->digit[6] + bv_part(number, 4, 2);

	if (number->digit[0] == 3 && number->digit[1] >= 2)
		return true;
	return year <= LAST_YEAR && bv_is_date(year, bv_part(number, 2, 2), bv_part(number, 0, 2));
}

BV_NUMBER_CLASS(lv_personas_kods, .formats = "999999-99999",
				.sums = BV_SUMS({11, 11, .remainder = 10, .if_zero = 9,
								.weight = {10, 5, 8, 4, 2, 1, 6, 3, 7, 9, -1}, .pairs = "0:01-39"}),
				.holds = holds_lv_personas_kods);
