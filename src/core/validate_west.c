/*
 * validate_west.c: numbers that the states of Western Europe give to people
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"
#include "number.h"

#define LAST_YEAR	2035

/*
 * Netherlands, burgerservicenummer: 9 digits, the first of which may be left
 * out if it is 0, that pass the eleven test with -1 as the last weight.  Written
 * 1234.56.789 or by threes.
 */
BV_NUMBER_CLASS(nl_bsn,
				.formats = "9999.99.999|999.99.999|999.999.999|9999 99 999|999 99 999|999 999 999",
				.sums = BV_SUMS({8, 11, .weight = {8, 7, 6, 5, 4, 3, 2, -1}},
								{9, 11, .weight = {9, 8, 7, 6, 5, 4, 3, 2, -1}}),
				.various = true);

/* Netherlands, passport and identity card: no letter O, and a digit at the end. */
static bool
holds_code_nl_id_document(const BvCode *code)
{
	return (code->letters & BV_LETTER('O')) == 0;
}

BV_CODE_CLASS(nl_id_document,
			  .patterns = "LLXXXXXX9",
			  .holds = holds_code_nl_id_document);

/* Belgium, rijksregisternummer: the last two are 97 less the rest modulo 97, with a 2 before it from 2000 on. */
static bool
holds_be_nrn(const BvNumber *number)
{
	int			year = bv_part(number, 0, 2);
	int			month = bv_part(number, 2, 2);
	int			day = bv_part(number, 4, 2);
	int			check = bv_part(number, 9, 2);

	/* with a 2 before it or without one? */
	if (check < 1 || check > 97)
		return false;
	year += 97 - bv_part(number, 0, 9) % 97 == check ? 1900 : 2000;
	if (year > LAST_YEAR)
		return false;
	/* + 20 and + 40 are BIS numbers, of people who are not registered; what is unknown is 0 */
	if (month >= 40)
		month -= 40;
	else if (month >= 20)
		month -= 20;
	if (month == 0 || day == 0)
		return month <= 12 && day <= 31;
	return bv_is_date(year, month, day);
}

#define TEN_TO_8_MODULO_97	81, 76, 27, 90, 9, 30, 3, 10, 1
#define NRN_PAIRS			"2:00-12,20-32,40-52 4:00-31 9:01-97"

BV_NUMBER_CLASS(be_nrn,
				.formats = "99.99.99-999.99|99.99.99-999-99|99.99.99-999 99|99.99.99 999 99|"
				"999999-999-99|999999-999.99|999999-999 99|999999 999 99|99 99 99 999 99",
				.sums = BV_SUMS({11, 97, .weight = {TEN_TO_8_MODULO_97, 10, 1}, .pairs = NRN_PAIRS},
								{11, 97, .remainder = 29, .weight = {TEN_TO_8_MODULO_97, 10, 1}, .pairs = NRN_PAIRS}),
				.holds = holds_be_nrn);

/* Luxembourg, matricule: date of birth, serial, a digit of Luhn's and one of Verhoeff's over the first eleven. */
static bool
holds_lu_matricule(const BvNumber *number)
{
	static const BvSum luhn = {12, 10, .kind = BV_LUHN};
	BvNumber	twelve = *number;
	unsigned char with_verhoeff[12];

	twelve.count = 12;
	memcpy(with_verhoeff, number->digit, 11);
	with_verhoeff[11] = number->digit[12];
	return bv_part(number, 0, 4) >= 1850 && bv_part(number, 0, 4) <= 2035 &&
		bv_is_date(bv_part(number, 0, 4), bv_part(number, 4, 2), bv_part(number, 6, 2)) &&
		bv_sum_holds(&luhn, &twelve) && bv_verhoeff(with_verhoeff, 12);
}

BV_NUMBER_CLASS(lu_matricule, .formats = "99999999 99999|9999 99 99 99999|9999 9999 999 99",
				.sums = BV_SUMS({13, .pairs = "0:18-20 4:01-12 6:01-31"}), .holds = holds_lu_matricule);

/*
 * Germany, Steuer-Identifikationsnummer: of the first ten digits one occurs twice
 * or, but not in a row, three times, the others once at most.
 */
static bool
holds_de_steuer_id(const BvNumber *number)
{
	int			times[10] = {0};
	int			repeated = 0;

	if (!bv_mod_11_10(number->digit, 11))
		return false;
	for (int i = 0; i < 10; i++)
	{
		times[number->digit[i]]++;
		if (i >= 2 && number->digit[i] == number->digit[i - 1] && number->digit[i] == number->digit[i - 2])
			return false;
	}
	for (int i = 0; i < 10; i++)
	{
		if (times[i] > 3)
			return false;
		repeated += times[i] > 1;
	}
	return repeated == 1;
}

BV_NUMBER_CLASS(de_steuer_id, .formats = "99 999 999 999|99/999/999/999|99-999-999-999",
				.sums = BV_SUMS({11, .kind = BV_MOD_11_10}), .first = BV_DIGITS(1, 9), .holds = holds_de_steuer_id);

/*
 * Germany, Steuernummer: as ten or eleven digits, written in as many ways as there
 * are states, or as thirteen for all of them, with the state's at the beginning and
 * a 0 in the fifth place.
 */
static bool
holds_de_steuernummer(const BvNumber *number)
{
	int			state = bv_part(number, 0, 2);

	if (number->count < 13)
		return true;
	return number->digit[4] == 0 && (state / 10 == 5 || state / 10 == 9 || state == 10 || state == 11 ||
									 (state >= 21 && state <= 28 && state != 25) ||
									 (state >= 30 && state <= 32) || state == 40 || state == 41);
}

BV_NUMBER_CLASS(de_steuernummer,
				.formats = "99/999/99999|999/999/9999|99 999 99999|999 999 9999|99999/99999|99/999/9999/9|"
				"999/999/99999|999/9999/9999|999 999 99999|999 9999 9999",
				.sums = BV_SUMS({10, .doubt = ""}, {11, .doubt = ""},
								{13, .pairs = "0:10-11,21-24,26-28,30-32,40-41,50-59,90-99 4=0", .doubt = ""}),
				.various = true, .holds = holds_de_steuernummer);

/* The sum of the digits of digit times weight, and so on; the digits up to the check. */
static int
sum_of_digit_sums(const char *digits, const char *weights)
{
	int			sum = 0;

	for (; *weights != '\0'; digits++, weights++)
	{
		int			product = (*digits - '0') * (*weights - '0');

		sum += product / 10 + product % 10;
	}
	return sum;
}

/* Germany, Rentenversicherungsnummer: area, date of birth, letter of the name, serial, check. */
static bool
holds_code_de_svnr(const BvCode *code)
{
	const char *number = code->text;
	char		digits[16];
	int			day;
	int			letter;

	/* areas begin at 02; day + 50 where two would have the same number */
	day = bv_number(number + 2, 2);
	if (bv_number(number, 2) < 2 ||
		!bv_is_date(2000 + bv_number(number + 6, 2), bv_number(number + 4, 2), day > 50 ? day - 50 : day))
		return false;
	letter = number[8] - 'A' + 1;
	memcpy(digits, number, 8);
	digits[8] = '0' + letter / 10;
	digits[9] = '0' + letter % 10;
	memcpy(digits + 10, number + 9, 3);
	return sum_of_digit_sums(digits, "212571212121") % 10 == digits[12] - '0';
}

BV_CODE_CLASS(de_svnr,
			  .patterns = "99999999L999|99 999999 L 999|99-999999-L-999|99 999999 L999|99 999999L999|99 999999 L 99 9",
			  .holds = holds_code_de_svnr);

/* Germany, Krankenversichertennummer: a letter as two digits, Luhn's weights from the left. */
static bool
holds_code_de_kvnr(const BvCode *code)
{
	const char *number = code->text;
	char		digits[12];
	int			letter;

	letter = number[0] - 'A' + 1;
	digits[0] = '0' + letter / 10;
	digits[1] = '0' + letter % 10;
	memcpy(digits + 2, number + 1, 9);
	return sum_of_digit_sums(digits, "1212121212") % 10 == digits[10] - '0';
}

BV_CODE_CLASS(de_kvnr,
			  .patterns = "L999999999|L 999999999",
			  .holds = holds_code_de_kvnr);

/* ICAO Doc 9303, part 3, 4.9: weights 7, 3, 1; letters from 10, '<' is 0. */
static int
icao_check(const char *text, int count)
{
	static const int weights[] = {7, 3, 1};
	int			sum = 0;

	for (int i = 0; i < count; i++)
	{
		int			value = bv_is_digit(text[i]) ? text[i] - '0' :
			text[i] == '<' ? 0 : bv_to_upper(text[i]) - 'A' + 10;

		sum += value * weights[i % 3];
	}
	return sum % 10;
}

/*
 * Germany, identity card and passport: nine characters of which the first is a
 * letter, without vowels and letters that look like others; on paper and in the
 * machine-readable zone a tenth is the check digit.  Old cards have T and digits.
 */
static bool
holds_code_de_ausweis(const BvCode *code)
{
	const uint32_t never = BV_LETTER('A') | BV_LETTER('B') | BV_LETTER('D') | BV_LETTER('E') | BV_LETTER('I') |
		BV_LETTER('O') | BV_LETTER('Q') | BV_LETTER('S') | BV_LETTER('U');

	if ((code->letters & never) != 0 || code->digits == 0)
		return false;
	return code->count == 9 || icao_check(code->text, 9) == code->text[9] - '0';
}

BV_CODE_CLASS(de_ausweis,
			  .patterns = "LXXXXXXXX|LXXXXXXXX9",
			  .holds = holds_code_de_ausweis);

/* Austria, Sozialversicherungsnummer: the fourth digit is the check; months 13 to 15 when days run out. */
static bool
holds_at_svnr(const BvNumber *number)
{
	int			month = bv_part(number, 6, 2);

	return bv_is_date(2000 + bv_part(number, 8, 2), month >= 13 && month <= 15 ? 1 : month,
				   bv_part(number, 4, 2));
}

BV_NUMBER_CLASS(at_svnr, .formats = "9999 999999|9999-999999|9999/999999|9999 99 99 99|9999.999999",
				.sums = BV_SUMS({10, 11, .weight = {3, 7, 9, -1, 5, 8, 4, 2, 1, 6},
								.pairs = "4:01-31 6:01-15", .doubt = "4:29-31"}),
				.first = BV_DIGITS(1, 9), .holds = holds_at_svnr);

/* Switzerland, AHV-Nummer: an EAN-13 with the country's code. */
static bool
holds_ch_ahv(const BvNumber *number)
{
	return bv_part(number, 0, 3) == 756;
}

BV_NUMBER_CLASS(ch_ahv, .formats = "999.9999.9999.99|999 9999 9999 99|999-9999-9999-99",
				.sums = BV_SUMS({13, 10, .weight = {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1},
								.pairs = "0:75 1:56", .doubt = ""}),
				.holds = holds_ch_ahv);

/*
 * France, numéro d'inscription au répertoire: sex, year, month (20 to 42 and 50 to
 * 99 where it is unknown), department, commune, order, and 97 less the rest modulo 97.
 * Corsica's departments 2A and 2B are 19 and 18 in that sum.
 */
static bool
holds_fr_nir(const BvNumber *number)
{
	int			sex = number->digit[0];
	int			month = bv_part(number, 3, 2);
	int			department = bv_part(number, 5, 2);
	int			key = bv_part(number, 13, 2);

	return (sex == 1 || sex == 2 || sex == 3 || sex == 4 || sex == 7 || sex == 8) &&
		((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50) &&
		department >= 1 && bv_part(number, 10, 3) != 0 && key >= 1 && key <= 97;
}

const BvNumberScheme bv_scheme_fr_nir = {
	.formats = "9 99 99 99 999 999 99|9 99 99 99 999 999|9999999999999 99|9 99 99 99 999 999-99|"
	"9-99-99-99-999-999-99|9.99.99.99.999.999.99|9 99 99 99999 999 99",
	.sums = BV_SUMS({15, 97, .weight = {50, 5, 49, 34, 81, 76, 27, 90, 9, 30, 3, 10, 1, 10, 1}}),
	.holds = holds_fr_nir
};

static bool
holds_code_fr_nir(const BvCode *code)
{
	BvNumber	number = {{0}, 15, 0};

	if (code->text[5] != '2' || code->text[6] > 'B')
		return false;
	for (int i = 0; i < 15; i++)
		number.digit[i] = code->text[i] - '0';
	number.digit[5] = 1;
	number.digit[6] = code->text[6] == 'A' ? 9 : 8;
	return bv_sum_holds(bv_scheme_fr_nir.sums, &number) && holds_fr_nir(&number);
}

const BvCodeScheme bv_code_fr_nir = {
	.patterns = "999999L99999999|9 99 99 9L 999 999 99|999999L999999 99|"
	"9-99-99-9L-999-999-99|9.99.99.9L.999.999.99|9 99 99 9L 999 999-99",
	.holds = holds_code_fr_nir
};

BV_NUMBER_OR_CODE_CLASS(fr_nir);

/* France, numéro fiscal de référence: the last three are the rest modulo 511. */
static bool
holds_fr_spi(const BvNumber *number)
{
	/* what powers of 100 leave */
	return (366 * bv_part(number, 0, 2) + 484 * bv_part(number, 2, 2) + 291 * bv_part(number, 4, 2) +
			100 * bv_part(number, 6, 2) + bv_part(number, 8, 2)) % 511 == bv_part(number, 10, 3);
}

BV_NUMBER_CLASS(fr_spi, .formats = "99 99 999 999 999|9999999999 999", .sums = BV_SUMS({13}),
				.various = true, .first = BV_DIGITS(0, 3), .holds = holds_fr_spi);

/* The letter of Spanish numbers. */
static char
spanish_letter(const char *digits, int count)
{
	return "TRWAGMYFPDXBNJZSQVHLCKE"[bv_number(digits, count) % 23];
}

/* Spain, documento nacional de identidad; K, L and M stand for children, Spaniards abroad and foreigners. */
static bool
holds_code_es_dni(const BvCode *code)
{
	const char *dni = code->text;
	bool		letter = dni[0] > '9';

	return (!letter || (dni[0] >= 'K' && dni[0] <= 'M')) && dni[8] == spanish_letter(dni + letter, 8 - letter) &&
		(letter || bv_number(dni, 8) > 0);
}

BV_CODE_CLASS(es_dni,
			  .patterns = "L9999999L|L-9999999-L|99999999L|99999999-L|99999999 L|99.999.999-L|99.999.999L|"
			  "99.999.999 L",
			  .holds = holds_code_es_dni);

/* Spain, número de identidad de extranjero: X, Y and Z are 0, 1 and 2. */
static bool
holds_code_es_nie(const BvCode *code)
{
	char		number[8];

	if (code->text[0] < 'X')
		return false;
	memcpy(number, code->text, 8);
	number[0] = code->text[0] - 'X' + '0';
	return code->text[8] == spanish_letter(number, 8);
}

BV_CODE_CLASS(es_nie,
			  .patterns = "L9999999L|L-9999999-L|L9999999-L|L-9999999L|L 9999999 L|L-9.999.999-L|L.9999999.L",
			  .holds = holds_code_es_nie);

/*
 * Spain, número de la Seguridad Social: province, number, and both modulo 97; a
 * number below ten million is put after the province without its zero.
 */
static bool
holds_es_nuss(const BvNumber *number)
{
	int			province = bv_part(number, 0, 2);

	/* 100 leaves 3, ten million 76, a hundred million 81 */
	return province != 0 &&
		((number->digit[2] == 0 ? 76 : 81) * province + 27 * bv_part(number, 2, 2) + 9 * bv_part(number, 4, 2) +
		 3 * bv_part(number, 6, 2) + bv_part(number, 8, 2)) % 97 == bv_part(number, 10, 2);
}

BV_NUMBER_CLASS(es_nuss, .formats = "99 99999999 99|99/99999999/99|99-99999999-99|99 9999999999|99/9999999999",
				.sums = BV_SUMS({12, .pairs = "0:01-99 10:00-96"}), .holds = holds_es_nuss);

/* Portugal, número de identificação fiscal: kinds of taxpayers are told by how it begins. */
static bool
holds_pt_nif(const BvNumber *number)
{
	int			kind = bv_part(number, 0, 2);

	switch (kind / 10)
	{
		case 1:
		case 2:
		case 3:
		case 5:
		case 6:
		case 8:
		case 9:
			return true;
		case 7:
			return kind != 73 && kind != 76;
		default:
			return kind == 45;
	}
}

BV_NUMBER_CLASS(pt_nif, .formats = "999 999 999|999.999.999|999-999-999",
				.sums = BV_SUMS({9, 11, .if_zero = 1, .weight = {9, 8, 7, 6, 5, 4, 3, 2, 1},
								.pairs = "0:10-39,45,50-72,74-75,77-99", .doubt = ""}),
				.holds = holds_pt_nif);

/* Portugal, cartão de cidadão: number and check, version and check over all, Luhn with letters from 10. */
static bool
holds_code_pt_cc(const BvCode *code)
{
	const char *card = code->text;
	int			sum = 0;

	for (int i = 0; i < 12; i++)
	{
		int			digit = bv_is_digit(card[i]) ? card[i] - '0' : card[i] - 'A' + 10;

		if (i % 2 == 0)
			digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
		sum += digit;
	}
	return sum % 10 == 0;
}

BV_CODE_CLASS(pt_cc,
			  .patterns = "999999999LX9|99999999 9 LX9|99999999 9LX9|99999999-9-LX9|99999999-9LX9|99999999 9 LX 9",
			  .holds = holds_code_pt_cc);

/*
 * Italy, codice fiscale: consonants of the names, year, month, day (+ 40 for
 * women), place, check.  Where two would have the same, digits are replaced by
 * letters, from the right (omocodia).
 */
static bool
holds_code_it_codice_fiscale(const BvCode *code)
{
	/* in odd places; of 0 to 9, what there is not, and A to Z */
	static const unsigned char odd[] = {
		1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 0, 0, 0, 0, 0, 0, 0,
		1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
	};
	/* and in even ones */
	static const unsigned char even[] = {
		0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0, 0, 0, 0, 0,
		0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25
	};
	static const char as_digits[] = "..........." "012.3456789....";	/* A to K, L to Z: LMNPQRSTUV */
	static const char months[] = "\1\2\3\4\5\0\0\6\0\0\0\7\10\0\0\11\0\12\13\14\0\0\0\0\0\0";	/* A to Z */
	static const unsigned char places[] = {6, 7, 9, 10, 12, 13, 14};	/* of what are digits */
	const char *text = code->text;
	char		digits[16];
	int			sum = 0;
	int			day;

	for (int i = 0; i < 14; i += 2)
		sum += odd[text[i] - '0'] + even[text[i + 1] - '0'];
	sum += odd[text[14] - '0'];
	if (text[15] != 'A' + sum % 26)
		return false;
	for (size_t i = 0; i < sizeof(places); i++)
	{
		char		c = text[places[i]];

		digits[places[i]] = bv_is_digit(c) ? c : as_digits[c - 'A'];
		if (digits[places[i]] == '.')
			return false;
	}
	day = bv_number(digits + 9, 2);
	/* no month is 0 */
	return bv_is_date(2000 + bv_number(digits + 6, 2), months[text[8] - 'A'], day > 40 ? day - 40 : day);
}

BV_CODE_CLASS(it_codice_fiscale,
			  .patterns = "LLLLLLXXLXXLXXXL|LLL LLL XXLXX LXXXL|LLLLLL XXLXX LXXXL|LLLLLL-XXLXX-LXXXL",
			  .holds = holds_code_it_codice_fiscale);
