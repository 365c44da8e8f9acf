/*
 * validate_national.c: numbers that a state gives to its people
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"

/*
 * United States, social security number: area, group, serial.  There is no
 * check digit; the Social Security Administration never issued area 000, 666
 * or 900 and above, group 00, serial 0000, nor some numbers that were printed
 * in advertisements.
 */
bool
bv_is_us_ssn(const char *value, size_t len)
{
	static const char *const never[] = {
		"078051120", "219099999", "457555462", "123456789"
	};
	BvDigits	ssn;
	int			area;

	bv_trim(&value, &len);
	if (!bv_read_digits(value, len, "- ", &ssn) || ssn.count != 9)
		return false;
	if (ssn.groups > 1 && !bv_has_groups(&ssn, "324"))
		return false;

	area = bv_number(ssn.digit, 3);
	if (area == 0 || area == 666 || area >= 900)
		return false;
	if (bv_number(ssn.digit + 3, 2) == 0 || bv_number(ssn.digit + 5, 4) == 0)
		return false;
	for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++)
	{
		if (memcmp(ssn.digit, never[i], 9) == 0)
			return false;
	}
	return !bv_all_equal(ssn.digit, 9);
}

/*
 * Netherlands, burgerservicenummer: 9 digits, the first of which may be left
 * out if it is 0, that pass the eleven test with -1 as the last weight.  Written
 * 1234.56.789 or by threes.
 */
bool
bv_is_nl_bsn(const char *value, size_t len)
{
	static const int weights[] = {9, 8, 7, 6, 5, 4, 3, 2, -1};
	BvDigits	bsn;
	const int  *first = weights;

	bv_trim(&value, &len);
	if (!bv_read_digits(value, len, ". ", &bsn))
		return false;
	if (bsn.count == 8)
		first++;
	else if (bsn.count != 9)
		return false;
	if (bsn.groups > 1 && !bv_has_groups(&bsn, "423") && !bv_has_groups(&bsn, "323") &&
		!bv_has_groups(&bsn, "333"))
		return false;
	return bv_weighted_sum(bsn.digit, first, bsn.count) % 11 == 0 &&
		!bv_all_equal(bsn.digit, bsn.count);
}

/*
 * Sweden, personnummer and samordningsnummer (day + 60): YYMMDD-NNNC, with + for
 * - from the year in which one turns 100, or YYYYMMDD-NNNC; the sign may be
 * left out.  Luhn over the last ten digits; the century is not part of it.
 */
bool
bv_is_se_personnummer(const char *value, size_t len)
{
	BvDigits	number;
	const char *last_ten;
	int			year;
	int			month;
	int			day;

	bv_trim(&value, &len);
	if (!bv_read_digits(value, len, "-+", &number))
		return false;
	if (number.count != 10 && number.count != 12)
		return false;
	if (number.groups > 1 && !bv_has_groups(&number, "64") && !bv_has_groups(&number, "84"))
		return false;

	last_ten = number.digit + number.count - 10;
	year = bv_number(last_ten, 2);
	month = bv_number(last_ten + 2, 2);
	day = bv_number(last_ten + 4, 2);
	if (number.count == 12)
	{
		year += 100 * bv_number(number.digit, 2);
		if (year < 1840 || year > 2035 || (number.separator == '+' && year > 1935))
			return false;
	}
	else
		year += number.separator == '+' ? 1900 : 2000;	/* all that matters is leap years */
	if (day > 60)
		day -= 60;
	return bv_is_date(year, month, day) && bv_luhn(last_ten, 10);
}
