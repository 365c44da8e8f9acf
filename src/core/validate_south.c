/*
 * validate_south.c: numbers that Australia, New Zealand and states of Africa give to people
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"
#include "number.h"

/* Australia, tax file number: of nine digits, or of eight, with weights of their own. */
BV_NUMBER_CLASS(au_tfn, .formats = "999 999 999|999-999-999|99 999 999",
				.sums = BV_SUMS({8, 11, .weight = {10, 7, 8, 4, 6, 3, 5, 1}},
								{9, 11, .weight = {1, 4, 3, 7, 5, 8, 6, 9, 10}}),
				.various = true);

/* Australia, Medicare: the ninth digit is the check, then the issue of the card, then the person on it. */
static bool
holds_au_medicare(const BvNumber *number)
{
	return number->digit[9] != 0;
}

BV_NUMBER_CLASS(au_medicare,
				.formats = "9999 99999 9|9999-99999-9|9999 99999 9/9|9999 99999 9-9|9999 99999 9 9|9999-99999-9-9|"
				"9999999999/9|9999999999-9",
				.sums = BV_SUMS({10, 10, .weight = {1, 3, 7, 9, 1, 3, 7, 9, -1, 0}, .pairs = "9=1-9", .doubt = ""},
								{11, 10, .weight = {1, 3, 7, 9, 1, 3, 7, 9, -1, 0, 0}, .pairs = "9=1-9", .doubt = ""}),
				.first = BV_DIGITS(2, 6), .holds = holds_au_medicare);

/* New Zealand, IRD number: up to 150,000,000; where the first weights leave 10, others count. */
static bool
holds_nz_ird(const BvNumber *number)
{
	static const int first[] = {3, 2, 7, 6, 5, 4, 3, 2};
	static const int second[] = {7, 4, 3, 2, 5, 2, 7, 6};
	int			places = number->count - 1;
	int			sum = 0;
	int			other = 0;

	if (bv_part(number, 0, number->count) < 10000000 || bv_part(number, 0, number->count) > 150000000)
		return false;
	for (int i = 0; i < places; i++)
	{
		sum += number->digit[i] * first[8 - places + i];
		other += number->digit[i] * second[8 - places + i];
	}
	sum = (11 - sum % 11) % 11;
	if (sum == 10)
		sum = (11 - other % 11) % 11;
	return number->digit[places] == sum;
}

BV_NUMBER_CLASS(nz_ird, .formats = "99-999-999|999-999-999|99 999 999|999 999 999",
				.sums = BV_SUMS({8, 11, .weight = {2, 7, 6, 5, 4, 3, 2, 1}, .pairs = "0=1-9", .doubt = ""},
								{8, 11, .weight = {4, 3, 2, 5, 2, 7, 6, 1}, .pairs = "0=1-9"},
								{9, 11, .weight = {3, 2, 7, 6, 5, 4, 3, 2, 1}, .pairs = "0:01-15", .doubt = "0:15"},
								{9, 11, .weight = {7, 4, 3, 2, 5, 2, 7, 6, 1}, .pairs = "0:01-15"}),
				.holds = holds_nz_ird);

/* South Africa: date, sex and serial, citizenship, a digit that was race, Luhn. */
static bool
holds_za_id(const BvNumber *number)
{
	return number->digit[10] <= 2 &&
		bv_is_date(2000 + bv_part(number, 0, 2), bv_part(number, 2, 2), bv_part(number, 4, 2));
}

BV_NUMBER_CLASS(za_id, .formats = "999999 9999 999|999999 9999999|999999 9999 99 9|999999 9999 9 9 9|999999-9999-99-9",
				.sums = BV_SUMS({13, 10, .kind = BV_LUHN, .pairs = "2:01-12 4:01-31 10=0-2", .doubt = "4:29-31"}),
				.holds = holds_za_id);

/* Nigeria, NIN. */
static bool
holds_ng_nin(const BvNumber *number)
{
	return bv_verhoeff(number->digit, 11);
}

BV_NUMBER_CLASS(ng_nin, .formats = "9999 999 9999|999-9999-9999",
				.sums = BV_SUMS({11, .kind = BV_VERHOEFF, .doubt = ""}), .various = true,
				.holds = holds_ng_nin);
