/*
 * company_check.c: checks on numbers of companies that are VAT numbers as well
 */
#include "company_check.h"

#include <stdint.h>
#include <string.h>

#include "check_digit.h"

int
bv_read_compact(const char *value, size_t len, const char *separators, char *compact, int max)
{
	char		separator = 0;
	int			count = 0;
	int			group = 0;
	int			groups = 0;

	for (size_t i = 0; i < len; i++)
	{
		char		c = value[i];

		if (bv_is_digit(c) || bv_is_letter(c))
		{
			if (count == max)
				return 0;
			compact[count++] = bv_to_upper(c);
			group++;
			continue;
		}
		if (c == '\0' || strchr(separators, c) == NULL || (separator != 0 && separator != c) ||
			group == 0 || (group == 1 && groups > 0))
			return 0;
		separator = c;
		group = 0;
		groups++;
	}
	return group == 0 ? 0 : count;
}

bool
bv_weights_fit(const char *digits, const int *weights, int count, int modulus)
{
	return bv_weighted_sum(digits, weights, count) % modulus == 0;
}

bool
bv_has_mod_11_10(const char *digits, int count)
{
	/* a sum modulo 10, with 10 for 0, doubled modulo 11 */
	static const int8_t doubled[] = {9, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 2, 4, 6, 8, 10, 1, 3, 5, 7};
	int			check = 10;

	for (int i = 0; i < count - 1; i++)
		check = doubled[check + digits[i] - '0'];
	return (check + digits[count - 1] - '0') % 10 == 1;
}

/* France, INSEE: Luhn. */
bool
bv_is_siren(const char *nine_digits)
{
	return bv_luhn(nine_digits, 9) && !bv_all_equal(nine_digits, 9);
}

/* Belgium, KBO/BCE: two digits are 97 less the others modulo 97. */
bool
bv_is_belgian_company(const char *ten_digits)
{
	return (ten_digits[0] == '0' || ten_digits[0] == '1') && bv_number(ten_digits, 8) > 0 &&
		97 - bv_number(ten_digits, 8) % 97 == bv_number(ten_digits + 8, 2);
}

/* Denmark, CVR. */
bool
bv_is_danish_company(const char *eight_digits)
{
	static const int weights[] = {2, 7, 6, 5, 4, 3, 2, 1};

	return eight_digits[0] != '0' && bv_weights_fit(eight_digits, weights, 8, 11);
}

/* Finland, Y-tunnus. */
bool
bv_is_finnish_company(const char *eight_digits)
{
	static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1};

	return bv_weights_fit(eight_digits, weights, 8, 11) && !bv_all_equal(eight_digits, 8);
}

/* Norway, Brønnøysund: the first digit is 8 or 9. */
bool
bv_is_norwegian_company(const char *nine_digits)
{
	static const int weights[] = {3, 2, 7, 6, 5, 4, 3, 2, 1};

	return (nine_digits[0] == '8' || nine_digits[0] == '9') &&
		bv_weights_fit(nine_digits, weights, 9, 11);
}

/* Sweden: Luhn, and no month where persons have theirs. */
bool
bv_is_swedish_company(const char *ten_digits)
{
	return ten_digits[0] != '0' && ten_digits[0] != '4' && ten_digits[2] >= '2' &&
		bv_luhn(ten_digits, 10);
}

/* Switzerland, UID, after CHE. */
bool
bv_is_swiss_company(const char *nine_digits)
{
	static const int weights[] = {5, 4, 3, 2, 7, 6, 5, 4, 1};

	return bv_weights_fit(nine_digits, weights, 9, 11) && !bv_all_equal(nine_digits, 9);
}

/* Czechia, IČO (and VAT numbers of companies, which do not begin with 9). */
bool
bv_is_czech_company(const char *eight_digits)
{
	static const int weights[] = {8, 7, 6, 5, 4, 3, 2};
	int			check = 11 - bv_weighted_sum(eight_digits, weights, 7) % 11;

	return eight_digits[7] - '0' == check % 10 && bv_number(eight_digits, 8) > 0;
}

/* Italy, partita IVA: seven digits of the company, three of the province's office, Luhn. */
bool
bv_is_italian_company(const char *eleven_digits)
{
	int			office = bv_number(eleven_digits + 7, 3);

	return ((office >= 1 && office <= 100) || office == 120 || office == 121 || office == 888 ||
			office == 999) && bv_number(eleven_digits, 7) > 0 && bv_luhn(eleven_digits, 11);
}

/*
 * Spain, CIF: the form of company, province and serial number, and a check digit
 * or, of some forms, a letter for it.
 */
bool
bv_is_spanish_company(const char *nine_characters)
{
	char		form = nine_characters[0];
	char		last = nine_characters[8];
	int			sum = 0;
	int			check;

	if (form == '\0' || strchr("ABCDEFGHJNPQRSUVW", form) == NULL)
		return false;
	for (int i = 1; i < 8; i++)
	{
		int			digit = nine_characters[i] - '0';

		if (!bv_is_digit(nine_characters[i]))
			return false;
		/* Luhn's: the last of them is doubled, and every second before it */
		sum += i % 2 == 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
	}
	check = (10 - sum % 10) % 10;
	if (bv_is_digit(last))
		return strchr("NPQRSW", form) == NULL && last - '0' == check;
	return strchr("ABEH", form) == NULL && last == "JABCDEFGHI"[check];
}
