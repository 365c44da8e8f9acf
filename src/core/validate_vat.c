/*
 * validate_vat.c: VAT numbers of the European Union and its neighbours
 *
 * A prefix for the country, then that country's number with its own check, as the
 * Commission's VIES describes them; Great Britain, Northern Ireland (XI), Norway
 * and Switzerland too.  Without a prefix only the Dutch are told, by their B.
 */
#include "validate.h"

#include "array.h"
#include "check_digit.h"
#include "company_check.h"
#include "token_text.h"

#define VAT_MAX	18

/* Births are before that: nothing here reads a clock. */
#define LAST_YEAR	2035

/* The check of a country: characters after the prefix, capitals and digits, and how many. */
typedef bool (*Check) (const char *number, int len);

static bool
all_digits(const char *number, int len)
{
	return bv_all_of(number, (size_t) len, BV_CHAR_DIGIT);
}

static int
digit_sum_of_double(char digit)
{
	int			twice = 2 * (digit - '0');

	return twice > 9 ? twice - 9 : twice;
}

/* U and eight digits; the last makes the others' Luhn sum 96 modulo 10. */
static bool
is_austrian(const char *number, int len)
{
	int			sum = 4;

	if (len != 9 || number[0] != 'U' || !all_digits(number + 1, 8))
		return false;
	for (int i = 1; i < 8; i++)
		sum += i % 2 == 1 ? number[i] - '0' : digit_sum_of_double(number[i]);
	return (sum + number[8] - '0') % 10 == 0;
}

static bool
is_belgian(const char *number, int len)
{
	char		digits[10] = "0";

	if ((len != 9 && len != 10) || !all_digits(number, len))
		return false;
	memcpy(digits + 10 - len, number, (size_t) len);
	return bv_is_belgian_company(digits);
}

/* Bulgaria: the month is 20 more in the 19th century, 40 more in the 21st. */
static bool
begins_with_birth(const char *number)
{
	int			month = bv_number(number + 2, 2);
	int			year = bv_number(number, 2) + (month > 40 ? 2000 : month > 20 ? 1800 : 1900);

	return year <= LAST_YEAR && bv_is_date(year, month % 20, bv_number(number + 4, 2)) &&
		month <= 52;
}

/* Nine digits for companies; ten for persons (EGN), foreigners and others. */
static bool
is_bulgarian(const char *number, int len)
{
	static const int first[] = {1, 2, 3, 4, 5, 6, 7, 8};
	static const int second[] = {3, 4, 5, 6, 7, 8, 9, 10};
	static const int person[] = {2, 4, 8, 5, 10, 9, 7, 3, 6};
	static const int foreigner[] = {21, 19, 17, 13, 11, 9, 7, 3, 1};
	static const int other[] = {4, 3, 2, 7, 6, 5, 4, 3, 2};
	int			last;
	int			check;

	if ((len != 9 && len != 10) || !all_digits(number, len))
		return false;
	last = number[len - 1] - '0';
	if (len == 9)
	{
		check = bv_weighted_sum(number, first, 8) % 11;
		if (check == 10)
			check = bv_weighted_sum(number, second, 8) % 11;
		return last == check % 10;
	}
	check = 11 - bv_weighted_sum(number, other, 9) % 11;
	return (last == bv_weighted_sum(number, person, 9) % 11 % 10 && begins_with_birth(number)) ||
		last == bv_weighted_sum(number, foreigner, 9) % 10 ||
		(check != 10 && last == check % 11);
}

static bool
is_cypriot(const char *number, int len)
{
	static const int odd[] = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
	int			sum = 0;

	if (len != 9 || !all_digits(number, 8) || memcmp(number, "12", 2) == 0)
		return false;
	for (int i = 0; i < 8; i++)
		sum += i % 2 == 0 ? odd[number[i] - '0'] : number[i] - '0';
	return number[8] == 'A' + sum % 26;
}

/* Is it a birth number of Czechia or Slovakia, of ten digits, or nine until 1953? */
static bool
is_birth_number(const char *number, int len)
{
	int			year = bv_number(number, 2);
	int			month = bv_number(number + 2, 2) % 50;

	year += len == 9 || year >= 54 ? 1900 : 2000;
	if (month > 20 && year >= 2004)
		month -= 20;
	if (year > LAST_YEAR || !bv_is_date(year, month, bv_number(number + 4, 2)))
		return false;
	if (len == 9)
		return year < 1954;
	return bv_number(number, 9) % 11 % 10 == number[9] - '0';
}

/* Companies have eight digits, others nine from 6 on, persons their birth number. */
static bool
is_czech(const char *number, int len)
{
	static const int weights[] = {8, 7, 6, 5, 4, 3, 2};

	if (len < 8 || len > 10 || !all_digits(number, len))
		return false;
	if (len == 8)
		return number[0] != '9' && bv_is_czech_company(number);
	if (len == 9 && number[0] == '6')
	{
		int			rest = bv_weighted_sum(number + 1, weights, 7) % 11;

		return number[8] - '0' == (8 - (10 - rest) % 11 + 10) % 10;
	}
	return is_birth_number(number, len);
}

static bool
is_german(const char *number, int len)
{
	return len == 9 && number[0] != '0' && all_digits(number, 9) && bv_has_mod_11_10(number, 9);
}

static bool
is_danish(const char *number, int len)
{
	return len == 8 && all_digits(number, 8) && bv_is_danish_company(number);
}

static bool
is_estonian(const char *number, int len)
{
	static const int weights[] = {3, 7, 1, 3, 7, 1, 3, 7, 1};

	return len == 9 && all_digits(number, 9) && bv_weights_fit(number, weights, 9, 10) &&
		!bv_all_equal(number, 9);
}

static bool
is_greek(const char *number, int len)
{
	static const int weights[] = {256, 128, 64, 32, 16, 8, 4, 2};

	return len == 9 && all_digits(number, 9) && bv_number(number, 9) > 0 &&
		bv_weighted_sum(number, weights, 8) % 11 % 10 == number[8] - '0';
}

/* A company's, or a person's: digits and a letter, K, L, M, X, Y or Z before them. */
static bool
is_spanish(const char *number, int len)
{
	char		digits[8];

	if (len != 9)
		return false;
	if (bv_is_spanish_company(number))
		return true;
	memcpy(digits, number, 8);
	switch (number[0])
	{
		case 'K':
		case 'L':
		case 'M':
		case 'X':
			digits[0] = '0';
			break;
		case 'Y':
			digits[0] = '1';
			break;
		case 'Z':
			digits[0] = '2';
			break;
	}
	return all_digits(digits, 8) &&
		number[8] == "TRWAGMYFPDXBNJZSQVHLCKE"[bv_number(digits, 8) % 23];
}

static bool
is_finnish(const char *number, int len)
{
	return len == 8 && all_digits(number, 8) && bv_is_finnish_company(number);
}

/* A key of two characters and the SIREN; Monaco's begin with 000 and fit no SIREN. */
static bool
is_french(const char *number, int len)
{
	static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";
	const char *first;
	const char *second;
	int			siren;
	int			key;

	if (len != 11 || !all_digits(number + 2, 9))
		return false;
	if (!bv_is_siren(number + 2) && memcmp(number + 2, "000", 3) != 0)
		return false;
	siren = bv_number(number + 2, 9);
	if (all_digits(number, 2))
		return bv_number(number, 2) == (12 + 3 * (siren % 97)) % 97;
	first = strchr(alphabet, number[0]);
	second = strchr(alphabet, number[1]);
	if (first == NULL || second == NULL || *first == '\0' || *second == '\0')
		return false;
	key = bv_is_digit(number[0]) ?
		(int) (first - alphabet) * 24 + (int) (second - alphabet) - 10 :
		(int) (first - alphabet) * 34 + (int) (second - alphabet) - 100;
	return (siren % 11 + 1 + key / 11) % 11 == key % 11;
}

/* Nine digits, twelve of a branch; or GD and HA with three of an office. */
static bool
is_british(const char *number, int len)
{
	static const int weights[] = {8, 7, 6, 5, 4, 3, 2, 10, 1};
	int			rest;

	if (len == 5 && all_digits(number + 2, 3))
		return memcmp(number, "GD", 2) == 0 ? number[2] < '5' :
			memcmp(number, "HA", 2) == 0 && number[2] >= '5';
	if ((len != 9 && len != 12) || !all_digits(number, len) || bv_number(number, 9) == 0)
		return false;
	rest = bv_weighted_sum(number, weights, 9) % 97;
	return rest == 0 || (bv_number(number, 3) >= 100 && (rest == 42 || rest == 55));
}

static bool
is_croatian(const char *number, int len)
{
	return len == 11 && all_digits(number, 11) && bv_has_mod_11_10(number, 11);
}

static bool
is_hungarian(const char *number, int len)
{
	static const int weights[] = {9, 7, 3, 1, 9, 7, 3, 1};

	return len == 8 && all_digits(number, 8) && bv_weights_fit(number, weights, 8, 10) &&
		bv_number(number, 8) > 0;
}

/* Seven digits, a check letter, maybe one more letter; before 2013 a letter or + * second. */
static bool
is_irish(const char *number, int len)
{
	static const int weights[] = {8, 7, 6, 5, 4, 3, 2};
	char		digits[7];
	int			sum;

	if (len != 8 && len != 9)
		return false;
	if (all_digits(number, 7))
		memcpy(digits, number, 7);
	else if (len == 8 && bv_is_digit(number[0]) && bv_is_letter(number[1]) &&
			 all_digits(number + 2, 5))
	{
		digits[0] = '0';
		memcpy(digits + 1, number + 2, 5);
		digits[6] = number[0];
	}
	else
		return false;
	sum = bv_weighted_sum(digits, weights, 7);
	if (len == 9)
	{
		if (number[8] != 'W' && (number[8] < 'A' || number[8] > 'I'))
			return false;
		sum += number[8] == 'W' ? 0 : 9 * (number[8] - 'A' + 1);
	}
	return number[7] == "WABCDEFGHIJKLMNOPQRSTUV"[sum % 23];
}

static bool
is_italian(const char *number, int len)
{
	return len == 11 && all_digits(number, 11) && bv_is_italian_company(number);
}

static bool
is_lithuanian(const char *number, int len)
{
	int			sum[2] = {0, 0};

	if ((len != 9 && len != 12) || !all_digits(number, len) || number[len - 2] != '1')
		return false;
	for (int i = 0; i < len - 1; i++)
	{
		sum[0] += (1 + i % 9) * (number[i] - '0');
		sum[1] += (1 + (i + 2) % 9) * (number[i] - '0');
	}
	return number[len - 1] - '0' == (sum[0] % 11 == 10 ? sum[1] % 11 % 10 : sum[0] % 11);
}

static bool
is_luxembourgish(const char *number, int len)
{
	return len == 8 && all_digits(number, 8) && bv_number(number, 6) > 0 &&
		bv_number(number, 6) % 89 == bv_number(number + 6, 2);
}

/* Companies begin with 4 to 9; persons have a date, or 32 since 2017. */
static bool
is_latvian(const char *number, int len)
{
	static const int company[] = {9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1};
	static const int person[] = {10, 5, 8, 4, 2, 1, 6, 3, 7, 9};
	int			century;

	if (len != 11 || !all_digits(number, 11))
		return false;
	if (number[0] > '3')
		return bv_weighted_sum(number, company, 11) % 11 == 3;
	century = number[6] - '0';
	if (memcmp(number, "32", 2) != 0 &&
		!bv_is_date((century == 0 ? 1800 : century == 1 ? 1900 : 2000) + bv_number(number + 4, 2),
					bv_number(number + 2, 2), bv_number(number, 2)))
		return false;
	return (1 + bv_weighted_sum(number, person, 10)) % 11 % 10 == number[10] - '0';
}

static bool
is_maltese(const char *number, int len)
{
	static const int weights[] = {3, 4, 6, 7, 8, 9, 10, 1};

	return len == 8 && number[0] != '0' && all_digits(number, 8) &&
		bv_weights_fit(number, weights, 8, 37);
}

/* Nine digits, B, two digits; of companies as a BSN, of persons since 2020 modulo 97. */
static bool
is_dutch(const char *number, int len)
{
	static const int weights[] = {9, 8, 7, 6, 5, 4, 3, 2, -1};
	char		padded[14] = "NL000000000";
	int			digits = len - 3;

	/* the zeros before it are left out at times */
	if (digits < 7 || digits > 9 || number[digits] != 'B' || !all_digits(number, digits) ||
		!all_digits(number + digits + 1, 2) || bv_number(number + digits + 1, 2) == 0)
		return false;
	memcpy(padded + 2 + 9 - digits, number, (size_t) len);
	return bv_number(padded + 2, 9) > 0 &&
		(bv_weights_fit(padded + 2, weights, 9, 11) || bv_mod_97(padded, 14, 0) == 1);
}

static bool
is_norwegian(const char *number, int len)
{
	return (len == 9 || (len == 12 && memcmp(number + 9, "MVA", 3) == 0)) &&
		all_digits(number, 9) && bv_is_norwegian_company(number);
}

static bool
is_polish(const char *number, int len)
{
	static const int weights[] = {6, 5, 7, 2, 3, 4, 5, 6, 7, -1};

	return len == 10 && all_digits(number, 10) && bv_weights_fit(number, weights, 10, 11) &&
		bv_number(number, 9) > 0;
}

static bool
is_portuguese(const char *number, int len)
{
	static const int weights[] = {9, 8, 7, 6, 5, 4, 3, 2};

	return len == 9 && number[0] != '0' && all_digits(number, 9) &&
		(11 - bv_weighted_sum(number, weights, 8) % 11) % 11 % 10 == number[8] - '0';
}

static bool
is_romanian(const char *number, int len)
{
	static const int weights[] = {7, 5, 3, 2, 1, 7, 5, 3, 2};
	char		padded[10];

	if (len < 4 || len > 10 || number[0] == '0' || !all_digits(number, len))
		return false;
	memset(padded, '0', sizeof(padded));
	memcpy(padded + 10 - len, number, (size_t) len);
	return 10 * bv_weighted_sum(padded, weights, 9) % 11 % 10 == padded[9] - '0';
}

static bool
is_swedish(const char *number, int len)
{
	return len == 12 && all_digits(number, 12) && memcmp(number + 10, "01", 2) == 0 &&
		bv_luhn(number, 10) && bv_number(number, 9) > 0;
}

static bool
is_slovenian(const char *number, int len)
{
	static const int weights[] = {8, 7, 6, 5, 4, 3, 2};
	int			check;

	if (len != 8 || number[0] == '0' || !all_digits(number, 8))
		return false;
	check = 11 - bv_weighted_sum(number, weights, 7) % 11;
	return check != 11 && check % 10 == number[7] - '0';
}

static bool
is_slovak(const char *number, int len)
{
	return len == 10 && number[0] != '0' && all_digits(number, 10) &&
		strchr("234789", number[2]) != NULL &&
		(bv_number(number, 5) % 11 * (100000 % 11) + bv_number(number + 5, 5)) % 11 == 0;
}

/* CHE is the prefix; VAT is said behind, in the languages of the country. */
static bool
is_swiss(const char *number, int len)
{
	if (len < 13 || number[0] != 'E' || !all_digits(number + 1, 9) ||
		!bv_is_swiss_company(number + 1))
		return false;
	return (len == 14 && memcmp(number + 10, "MWST", 4) == 0) ||
		(len == 13 && (memcmp(number + 10, "TVA", 3) == 0 || memcmp(number + 10, "IVA", 3) == 0 ||
					   memcmp(number + 10, "TPV", 3) == 0));
}

static const struct
{
	char		prefix[3];
	Check		check;
}			countries[] = {
	{"AT", is_austrian}, {"BE", is_belgian}, {"BG", is_bulgarian}, {"CH", is_swiss},
	{"CY", is_cypriot}, {"CZ", is_czech}, {"DE", is_german}, {"DK", is_danish},
	{"EE", is_estonian}, {"EL", is_greek}, {"ES", is_spanish}, {"FI", is_finnish},
	{"FR", is_french}, {"GB", is_british}, {"GR", is_greek}, {"HR", is_croatian},
	{"HU", is_hungarian}, {"IE", is_irish}, {"IT", is_italian}, {"LT", is_lithuanian},
	{"LU", is_luxembourgish}, {"LV", is_latvian}, {"MT", is_maltese}, {"NL", is_dutch},
	{"NO", is_norwegian}, {"PL", is_polish}, {"PT", is_portuguese}, {"RO", is_romanian},
	{"SE", is_swedish}, {"SI", is_slovenian}, {"SK", is_slovak}, {"XI", is_british}
};

const char *
bv_vat_id_beginning(int which)
{
	return which < lengthof(countries) ? countries[which].prefix : NULL;
}

bool
bv_is_vat_id(const char *value, size_t len)
{
	char		number[VAT_MAX];
	char		first;
	char		second;
	int			count;

	bv_trim(&value, &len);
	if (len < 7 || len > 24)
		return false;
	first = bv_to_upper(value[0]);
	second = bv_to_upper(value[1]);
	if (bv_is_digit(first))
	{
		if (bv_to_upper(value[len - 3]) != 'B' && bv_to_upper(value[len - 4]) != 'B')
			return false;		/* two digits after it, between which nothing may stand */
		count = len <= 16 ? bv_read_compact(value, len, " .-", number, VAT_MAX) : 0;
		return count == 12 && is_dutch(number, count);
	}
	if (!bv_is_letter(first) || !bv_is_letter(second) || !bv_is_of(value[len - 2], BV_CHARS_ALNUM))
		return false;
	for (size_t i = 0; i < lengthof(countries); i++)
	{
		if (countries[i].prefix[0] < first)
			continue;
		if (countries[i].prefix[0] > first)
			return false;
		if (countries[i].prefix[1] != second)
			continue;
		if (first == 'C' && second == 'H')	/* CHE-123.456.789 MWST */
		{
			char		digits[VAT_MAX];
			size_t		letters = bv_span(value, len, BV_CHARS_LETTER);
			size_t		end = len;

			while (end > letters && bv_is_letter(value[end - 1]))
				end--;
			count = (int) (len - end);
			if (letters != 3 || count > 4)
				return false;
			if (end > letters && (value[end - 1] == ' ' || value[end - 1] == '-'))
				end--;
			if (value[3] == ' ' || value[3] == '-')
				letters++;
			if (end <= letters ||
				bv_read_compact(value + letters, end - letters, " .", digits, 9) != 9)
				return false;
			number[0] = bv_to_upper(value[2]);
			memcpy(number + 1, digits, 9);
			for (int j = 0; j < count; j++)
				number[10 + j] = bv_to_upper(value[len - (size_t) count + (size_t) j]);
			return is_swiss(number, 10 + count);
		}
		value += 2;
		len -= 2;
		if (value[0] == ' ' || value[0] == '-' || value[0] == '.')
		{
			value++;
			len--;
		}
		count = bv_read_compact(value, len, " .-", number, VAT_MAX);
		return count > 0 && countries[i].check(number, count);
	}
	return false;
}
