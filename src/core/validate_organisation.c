/*
 * validate_organisation.c: numbers of companies in their countries' registers
 *
 * Those that are a VAT number with another beginning are in company_check.c.  Bare
 * digits are tried against every register that has so many: several do, so that a
 * quarter of all numbers of some lengths pass.
 */
#include "validate.h"

#include "array.h"
#include "check_digit.h"
#include "company_check.h"
#include "number.h"
#include "token_text.h"

#define NUMBER_MAX	20

/* Australia, ABN: the first digit less one, modulo 89. */
static bool
is_abn(const char *digits)
{
	static const int weights[] = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};

	return digits[0] != '0' && (bv_weighted_sum(digits, weights, 11) - 10) % 89 == 0;
}

/* Australia, ACN. */
static bool
is_acn(const char *digits)
{
	static const int weights[] = {8, 7, 6, 5, 4, 3, 2, 1, 1};

	return bv_weights_fit(digits, weights, 9, 10) && bv_number(digits, 9) > 0;
}

/* Poland, REGON of nine digits, fourteen of a branch. */
static bool
is_regon(const char *digits, int count)
{
	static const int nine[] = {8, 9, 2, 3, 4, 5, 6, 7};
	static const int fourteen[] = {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8};

	if (bv_weighted_sum(digits, nine, 8) % 11 % 10 != digits[8] - '0' || bv_number(digits, 9) == 0)
		return false;
	return count == 9 || bv_weighted_sum(digits, fourteen, 13) % 11 % 10 == digits[13] - '0';
}

/* France, SIRET: SIREN and five digits, Luhn; the post office only sums its digits. */
static bool
is_siret(const char *digits)
{
	int			sum = 0;

	if (!bv_is_siren(digits))
		return false;
	for (int i = 0; i < 14; i++)
		sum += digits[i] - '0';
	return bv_luhn(digits, 14) || (memcmp(digits, "356000000", 9) == 0 && sum % 5 == 0);
}

/* Korea, business registration number. */
static bool
is_korean(const char *digits)
{
	static const int weights[] = {1, 3, 7, 1, 3, 7, 1, 3, 5};
	int			sum = bv_weighted_sum(digits, weights, 9) + (digits[8] - '0') * 5 / 10;

	return bv_number(digits, 3) >= 101 && bv_number(digits + 3, 2) > 0 &&
		(10 - sum % 10) % 10 == digits[9] - '0';
}

/* Brazil, CNPJ: since 2026 letters too, worth their code less that of 0; two check digits. */
static bool
is_cnpj(const char *text)
{
	int			sum[2] = {0, 0};
	int			first;

	if (!bv_all_of(text, 12, BV_CHARS_ALNUM) || !bv_all_of(text + 12, 2, BV_CHAR_DIGIT) ||
		bv_all_equal(text, 14))
		return false;
	for (int i = 0; i < 12; i++)
	{
		sum[0] += (text[i] - '0') * (2 + (11 - i) % 8);
		sum[1] += (text[i] - '0') * (2 + (12 - i) % 8);
	}
	first = sum[0] % 11 < 2 ? 0 : 11 - sum[0] % 11;
	sum[1] += first * 2;
	return text[12] - '0' == first &&
		text[13] - '0' == (sum[1] % 11 < 2 ? 0 : 11 - sum[1] % 11);
}

/* Japan, corporate number: the first digit is 9 less the weighted sum modulo 9. */
static bool
is_japanese(const char *digits)
{
	int			sum = 0;

	for (int i = 1; i < 13; i++)
		sum += (digits[i] - '0') * (i % 2 == 1 ? 2 : 1);
	return digits[0] - '0' == 9 - sum % 9;
}

/* Russia: INN of ten digits, OGRN of thirteen. */
static bool
is_russian(const char *digits, int count)
{
	static const int weights[] = {2, 4, 10, 3, 5, 9, 4, 6, 8};

	if (count == 10)
		return bv_weighted_sum(digits, weights, 9) % 11 % 10 == digits[9] - '0' &&
			bv_number(digits, 2) > 0;
	return (digits[0] == '1' || digits[0] == '5') &&
		(bv_number(digits, 6) % 11 * (1000000 % 11) + bv_number(digits + 6, 6)) % 11 % 10 ==
		digits[12] - '0';
}

/* China, unified social credit code, GB 32100: 17 characters and one modulo 31. */
static bool
is_chinese(const char *text)
{
	static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	static const int weights[] = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
	int			sum = 0;

	if (strchr("159Y", text[0]) == NULL || !bv_all_of(text + 2, 6, BV_CHAR_DIGIT))
		return false;
	for (int i = 0; i < 17; i++)
	{
		const char *place = memchr(alphabet, text[i], 31);

		if (place == NULL)
			return false;
		sum += (int) (place - alphabet) * weights[i];
	}
	return text[17] == alphabet[(31 - sum % 31) % 31];
}

/* Singapore, UEN: businesses, local companies, others. */
static bool
is_singaporean(const char *text, int count)
{
	static const int business[] = {10, 4, 9, 3, 8, 2, 7, 1};
	static const int company[] = {10, 8, 6, 4, 9, 7, 5, 3, 1};
	static const int other[] = {4, 3, 5, 3, 10, 2, 2, 5, 7};
	static const char alphabet[] = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
	static const char kinds[] =
		"CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF "
		"RP SM SS TC TU VH XL";
	int			sum = 0;

	if (count == 9)
		return bv_all_of(text, 8, BV_CHAR_DIGIT) &&
			text[8] == "XMKECAWLJDB"[bv_weighted_sum(text, business, 8) % 11];
	if (bv_is_digit(text[0]))
	{
		int			year = bv_number(text, 4);

		return bv_all_of(text, 9, BV_CHAR_DIGIT) && year >= 1819 && year <= 2035 &&
			text[9] == "ZKCMDNERGWH"[bv_weighted_sum(text, company, 9) % 11];
	}
	if (strchr("RST", text[0]) == NULL || !bv_all_of(text + 1, 2, BV_CHAR_DIGIT) ||
		!bv_all_of(text + 5, 4, BV_CHAR_DIGIT))
		return false;
	for (const char *kind = kinds;; kind += 3)
	{
		if (memcmp(kind, text + 3, 2) == 0)
			break;
		if (kind[2] == '\0')
			return false;
	}
	for (int i = 0; i < 9; i++)
	{
		const char *place = strchr(alphabet, text[i]);

		if (place == NULL || *place == '\0')
			return false;
		sum += (int) (place - alphabet) * other[i];
	}
	return text[9] == alphabet[((sum - 5) % 11 + 11) % 11];
}

/* Great Britain: letters of a register before six digits; eight bare digits have no check. */
static bool
is_british(const char *text)
{
	static const char registers[] =
		"SC NI OC SO NC R0 FC BR GE IP SP RS NP IC SI LP SL NL AC SA NA PC RC NR NF NO CE CS ZC SZ RO";

	if (!bv_all_of(text + 2, 6, BV_CHAR_DIGIT))
		return false;
	for (const char *kind = registers;; kind += 3)
	{
		if (memcmp(kind, text, 2) == 0)
			return true;
		if (kind[2] == '\0')
			return false;
	}
}

/* Legal entity identifier, ISO 17442: 18 characters and two digits, 1 modulo 97. */
static bool
is_lei(const char *text)
{
	return bv_all_of(text + 18, 2, BV_CHAR_DIGIT) &&
		!bv_all_of(text, 20, BV_CHAR_DIGIT) && bv_mod_97(text, 20, 0) == 1;
}

/*
 * Germany: the court, HRA, HRB, GnR, PR, VR or GsR, a number of three to six digits
 * (shorter ones are rare, and words with a small number are not), maybe one or two
 * letters.
 */
static bool
is_german(const char *value, size_t len)
{
	static const char *const registers[] = {"HRA", "HRB", "GNR", "GSR", "PR", "VR", "GUR"};
	size_t		end = len;
	size_t		digits;

	while (end > 0 && bv_is_of(value[end - 1], BV_CHAR_UPPER))
		end--;
	if (len - end > 3)
		return false;
	if (end < len)
	{
		if (end == 0 || value[end - 1] != ' ')
			return false;
		end--;
	}
	digits = end;
	while (digits > 0 && bv_is_digit(value[digits - 1]))
		digits--;
	if (end - digits < 3 || end - digits > 6 || digits == 0)
		return false;
	if (value[digits - 1] == ' ')
		digits--;
	if (digits == 0 || strchr("ABR", bv_to_upper(value[digits - 1])) == NULL)
		return false;			/* as all of them end */
	for (size_t i = 0; i < lengthof(registers); i++)
	{
		size_t		size = strlen(registers[i]);

		if (digits < size || !bv_is_word(value + digits - size, size, registers[i]))
			continue;
		if (digits == size)		/* without a court three letters are wanted */
			return size == 3;
		if (value[digits - size - 1] != ' ')
			continue;
		/* the court: words of letters */
		for (size_t j = 0; j < digits - size; j++)
		{
			if (!bv_is_of(value[j], BV_CHARS_LETTER | BV_CHAR_DOT | BV_CHAR_MINUS_LINE) &&
				value[j] != ' ' && value[j] != '(' && value[j] != ')' && value[j] != '/' &&
				(unsigned char) value[j] < 0x80)
				return false;
		}
		return bv_is_of(value[0], BV_CHAR_UPPER) || (unsigned char) value[0] >= 0x80;
	}
	return false;
}

static bool
is_of_digits(const char *digits, int count)
{
	switch (count)
	{
		case 8:
			return bv_is_danish_company(digits) || bv_is_czech_company(digits);
		case 9:
			return bv_is_siren(digits) || bv_is_norwegian_company(digits) || is_acn(digits) ||
				is_regon(digits, 9);
		case 10:
			return bv_is_swedish_company(digits) || bv_is_belgian_company(digits) ||
				is_korean(digits) || is_russian(digits, 10);
		case 11:
			return is_abn(digits) || bv_is_italian_company(digits);
		case 12:				/* the Swedish with their prefix of juristic persons */
			return memcmp(digits, "16", 2) == 0 && bv_is_swedish_company(digits + 2);
		case 13:
			return is_japanese(digits) || is_russian(digits, 13);
		case 14:
			return is_siret(digits) || is_regon(digits, 14) || is_cnpj(digits);
	}
	return false;
}

/*
 * Are the groups such as registers print?  Spaces between twos or more, of which
 * the first may be one; hyphens and dots only where a register has them.
 */
static bool
is_grouped(const BvDigits *digits)
{
	if (digits->separator == '-')
		return bv_has_groups(digits, "64") || bv_has_groups(digits, "84") ||
			bv_has_groups(digits, "325");
	if (digits->separator == '.')
		return bv_has_groups(digits, "433");
	for (int i = 1; i < digits->groups; i++)
	{
		if (digits->group[i] < 2)
			return false;
	}
	return true;
}

/* Of numbers with separators only those that is_grouped() takes come here (bv_may_be_org_number). */
static bool
holds_org_number(const BvNumber *number)
{
	char		digits[BV_NUMBER_MAX];

	for (int i = 0; i < number->count; i++)
		digits[i] = '0' + number->digit[i];
	if (number->layout != 0 && number->layout == bv_layout_of("9999999-9"))
		return bv_is_finnish_company(digits);
	return is_of_digits(digits, number->count);
}

/*
 * The sums of is_of_digits(), for all registers at once: few numbers are left.
 * Korea's adds half of the ninth digit, rounded down: doubled, it is one of two.
 */
const BvNumberScheme bv_scheme_org_number = {
	.bare = true,
	.spaced = true,
	.sums = BV_SUMS({8, 11, .weight = {2, 7, 6, 5, 4, 3, 2, 1}, .pairs = "0=1-9", .doubt = ""},	/* Denmark */
					{8, 11, .weight = {8, 7, 6, 5, 4, 3, 2, 1}, .if_zero = 1, .doubt = "7=0"},	/* Czechia */
					{8, 11, 1, .weight = {8, 7, 6, 5, 4, 3, 2, 1}, .pairs = "7=0-1", .doubt = ""},	/* the same, with 1 for 11 */
					{8, 11, .weight = {7, 9, 10, 5, 8, 4, 2, 1}, .as = "9999999-9", .doubt = ""},	/* Finland */
					{9, 10, .kind = BV_LUHN, .doubt = ""},	/* France */
					{9, 11, .weight = {3, 2, 7, 6, 5, 4, 3, 2, 1}, .pairs = "0=8-9", .doubt = ""},	/* Norway */
					{9, 10, .weight = {8, 7, 6, 5, 4, 3, 2, 1, 1}, .doubt = ""},	/* Australia */
					{9, 11, .weight = {8, 9, 2, 3, 4, 5, 6, 7, -1}, .if_zero = 10, .doubt = ""},	/* Poland */
					{10, 10, .kind = BV_LUHN, .pairs = "0=1-3,5-9 2=2-9", .doubt = ""},	/* Sweden */
					{10, 97, .weight = {76, 27, 90, 9, 30, 3, 10, 1, 10, 1},	/* Belgium */
					.pairs = "0=0-1 8:01-97", .doubt = "0:00"},
					{10, 20, .weight = {2, 6, 14, 2, 6, 14, 2, 6, 11, 2},	/* Korea */
					.pairs = "0:10-99 3:01-99 8=0,2,4,6,8", .doubt = "0:10"},
					{10, 20, 1, .weight = {2, 6, 14, 2, 6, 14, 2, 6, 11, 2},
					.pairs = "0:10-99 3:01-99 8=1,3,5,7,9", .doubt = "0:10"},
					{10, 11, .weight = {2, 4, 10, 3, 5, 9, 4, 6, 8, -1}, .if_zero = 10,	/* Russia */
					.pairs = "0:01-99", .doubt = ""},
					{11, 89, 10, .weight = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19},	/* Australia */
					.pairs = "0=1-9", .doubt = ""},
					{11, 10, .kind = BV_LUHN, .pairs = "7:00-10,12,88,99"},	/* Italy */
					{12, 10, 8, .kind = BV_LUHN, .pairs = "0:16 2=1-3,5-9 4=2-9", .doubt = ""},	/* Sweden, after 16 */
					{13, 9, .weight = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1},	/* Japan */
					.pairs = "0=1-9", .doubt = ""},
					{13, 11, .weight = {-1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, -1}, .if_zero = 10,	/* Russia */
					.pairs = "0=1,5", .doubt = ""},
					{14, 10, .kind = BV_LUHN},	/* France, */
					{14, 5, .weight = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1},	/* and its post office */
					.pairs = "0:35 2:60 4:00 6:00"},
					{14, 11, .weight = {2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8, -1}, .if_zero = 10},	/* Poland */
					{14, 11, .weight = {6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2, 1}, .if_zero = 1}),	/* Brazil */
	.holds = holds_org_number
};

bool
bv_is_org_number(const char *value, size_t len)
{
	char		number[NUMBER_MAX];
	BvDigits	digits;
	bool		letter;
	int			count = 0;

	bv_trim(&value, &len);
	if (len < 4 || len > 80)
		return false;
	letter = bv_is_letter(value[0]);

	if (letter && !bv_is_letter(value[3]) && bv_begins_in_any_case(value, len, "che"))
	{
		size_t		start = 3 + (size_t) (len > 3 && (value[3] == '-' || value[3] == ' '));

		return bv_read_compact(value + start, len - start, ". ", number, 9) == 9 &&
			bv_all_of(number, 9, BV_CHAR_DIGIT) && bv_is_swiss_company(number);
	}
	if (len == 18 && value[2] == '.' && value[6] == '.' && value[10] == '/' && value[15] == '-')
	{
		memcpy(number, value, 2);	/* 12.345.678/0001-95 */
		memcpy(number + 2, value + 3, 3);
		memcpy(number + 5, value + 7, 3);
		memcpy(number + 8, value + 11, 4);
		memcpy(number + 12, value + 16, 2);
		for (int i = 0; i < 14; i++)
			number[i] = bv_to_upper(number[i]);
		return is_cnpj(number);
	}
	if (!letter && bv_read_digits(value, len, " -.", &digits))
	{
		if (digits.count == 8 && bv_has_groups(&digits, "71") && digits.separator == '-')
			return bv_is_finnish_company(digits.digit);
		return is_grouped(&digits) && is_of_digits(digits.digit, digits.count);
	}
	if ((len >= 8 && len <= 10) || len == 14 || len == 18 || len == 20)
		count = bv_read_compact(value, len, "", number, NUMBER_MAX);
	if (count > 0)				/* with letters they are written as one */
	{
		switch (count)
		{
			case 8:
				if (is_british(number))
					return true;
				break;
			case 9:
				if (bv_is_spanish_company(number) || is_singaporean(number, 9))
					return true;
				break;
			case 10:
				if (is_singaporean(number, 10))
					return true;
				break;
			case 14:
				return is_cnpj(number);
			case 18:
				return is_chinese(number);
			case 20:
				return is_lei(number);
		}
	}
	return !bv_is_digit(value[0]) && is_german(value, len);
}
