/*
 * validate_isles.c: numbers that the United Kingdom and Ireland give to people
 */
#include "validate.h"

#include <string.h>

#include "array.h"
#include "check_digit.h"
#include "number.h"

/* United Kingdom, National Insurance number: prefixes that are used, a suffix A to D that may be left out. */
static bool
holds_code_gb_nino(const BvCode *code)
{
	const char *nino = code->text;
	static const char *const unused[] = {"BG", "GB", "NK", "KN", "NT", "TN", "ZZ"};

	if (strchr("DFIQUV", nino[0]) != NULL || strchr("DFIOQUV", nino[1]) != NULL || nino[8] > 'D')
		return false;
	for (size_t i = 0; i < lengthof(unused); i++)
	{
		if (memcmp(unused[i], nino, 2) == 0)
			return false;
	}
	return true;
}

BV_CODE_CLASS(gb_nino,
			  .patterns = "LL999999L|LL999999|LL 99 99 99 L|LL 99 99 99|LL 999999 L|LL 999999|"
			  "LL-99-99-99-L|LL 99 99 99L|LL999999 L",
			  .holds = holds_code_gb_nino);

/* United Kingdom, NHS number. */
BV_NUMBER_CLASS(gb_nhs, .formats = "999 999 9999|999-999-9999",
				.sums = BV_SUMS({10, 11, .weight = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}}),
				.various = true);

/* United Kingdom, unique taxpayer reference: the first digit is the check. */
static bool
holds_gb_utr(const BvNumber *number)
{
	static const int weights[] = {6, 7, 8, 9, 10, 5, 4, 3, 2};
	int			sum = 0;

	for (int i = 0; i < 9; i++)
		sum += number->digit[i + 1] * weights[i];
	return number->digit[0] == "21987654321"[sum % 11] - '0';
}

BV_NUMBER_CLASS(gb_utr, .formats = "99999 99999|999 9999999",
				.sums = BV_SUMS({10, 11, .weight = {1, 6, 7, 8, 9, 10, 5, 4, 3, 2}, .pairs = "0=1-9", .doubt = ""},
								{10, 11, .remainder = 2, .weight = {1, 6, 7, 8, 9, 10, 5, 4, 3, 2},
								.pairs = "0=1-2", .doubt = ""}),
				.holds = holds_gb_utr);

/*
 * Great Britain, driver number: surname filled up with 9, decade, month (+ 50 for
 * women) and day of birth, year in the decade, initials (or 9), two or three more;
 * two for the issue of the card may follow.  How its check is made is not public.
 */
static bool
holds_code_gb_driving_licence(const BvCode *code)
{
	const char *number = code->text;
	int			letters = 0;
	int			month;

	while (letters < 5 && bv_is_letter(number[letters]))
		letters++;
	for (int i = letters; i < 5; i++)
	{
		if (number[i] != '9')
			return false;
	}
	/* who has no second name has a 9 there, who has none at all two of them */
	for (int i = 11; i < 13; i++)
	{
		if (bv_is_digit(number[i]) && number[i] != '9')
			return false;
	}
	if (number[11] == '9' && number[12] != '9')
		return false;
	month = bv_number(number + 6, 2);
	return bv_is_date(2000 + 10 * (number[5] - '0') % 100 + (number[10] - '0'),
					  month > 50 ? month - 50 : month, bv_number(number + 8, 2));
}

BV_CODE_CLASS(gb_driving_licence,
			  .patterns = "LXXXX999999XXXLL|LXXXX 999999 XXXLL|LXXXX999999XXXLL99|LXXXX999999XXXLL 99|"
			  "LXXXX 999999 XXXLL 99",
			  .holds = holds_code_gb_driving_licence);

/*
 * Ireland, PPS number: a check letter, and since 2013 A, B or H, which is in the
 * sum with 9; T, W and X are older, and are not.
 */
static bool
holds_code_ie_pps(const BvCode *code)
{
	const char *pps = code->text;
	static const int weights[] = {8, 7, 6, 5, 4, 3, 2};
	int			sum;

	sum = bv_weighted_sum(pps, weights, 7);
	if (pps[8] != '\0')
	{
		if (strchr("ABHTWX", pps[8]) == NULL)
			return false;
		if (pps[8] <= 'H')
			sum += 9 * (pps[8] - 'A' + 1);
	}
	return pps[7] == "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23];
}

BV_CODE_CLASS(ie_pps,
			  .patterns = "9999999L|9999999LL|9999999 L|9999999 LL|9999999-L|9999999-LL",
			  .holds = holds_code_ie_pps);
