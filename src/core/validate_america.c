/*
 * validate_america.c: numbers that the states of America give to people and firms
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"
#include "number.h"

#define LAST_YEAR	2035

/*
 * United States, social security number: area, group, serial.  There is no
 * check digit; the Social Security Administration never issued area 000, 666
 * or 900 and above, group 00, serial 0000, nor some numbers that were printed
 * in advertisements.
 */
static bool
holds_us_ssn(const BvNumber *ssn)
{
	int			number = bv_part(ssn, 0, 9);
	int			area = number / 1000000;

	if (area == 0 || area == 666 || area >= 900)
		return false;
	if (number / 10000 % 100 == 0 || number % 10000 == 0)
		return false;
	return number != 78051120 && number != 219099999 && number != 457555462 && number != 123456789;
}

BV_NUMBER_CLASS(us_ssn, .formats = "999-99-9999|999 99 9999",
				.sums = BV_SUMS({9, .pairs = "0:00-89 3:01-99", .doubt = "0:00,07,12,21,45,66 5:00"}),
				.various = true, .holds = holds_us_ssn);

/* Individual taxpayer identification number: the groups that the IRS assigns. */
static bool
holds_us_itin(const BvNumber *itin)
{
	int			group = bv_part(itin, 3, 2);

	return ((group >= 50 && group <= 65) || (group >= 70 && group <= 88) ||
		 (group >= 90 && group <= 92) || group >= 94);
}

BV_NUMBER_CLASS(us_itin, .formats = "999-99-9999|999 99 9999",
				.sums = BV_SUMS({9, .pairs = "3:50-65,70-88,90-92,94-99", .doubt = ""}),
				.first = BV_DIGITS(9, 9), .holds = holds_us_itin);

/* Employer identification number: prefixes that no campus of the IRS has. */
static bool
holds_us_ein(const BvNumber *ein)
{
	static const unsigned char unused[] = {
		0, 7, 8, 9, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97
	};

	return memchr(unused, bv_part(ein, 0, 2), sizeof(unused)) == NULL;
}

BV_NUMBER_CLASS(us_ein, .formats = "99-9999999",
				.sums = BV_SUMS({9, .pairs = "0:01-06,10-16,20-27,30-48,50-68,71-77,80-88,90-95,98-99", .doubt = ""}),
				.holds = holds_us_ein);

/* Routing number of a bank: its Federal Reserve district, or kind, comes first. */
static bool
holds_us_aba(const BvNumber *aba)
{
	int			district = bv_part(aba, 0, 2);

	return district <= 12 || (district >= 21 && district <= 32) ||
		(district >= 61 && district <= 72) || district == 80;
}

BV_NUMBER_CLASS(us_aba, .formats = "9999-9999-9",
				.sums = BV_SUMS({9, 10, .weight = {3, 7, 1, 3, 7, 1, 3, 7, 1},
								.pairs = "0:00-12,21-32,61-72,80", .doubt = ""}),
				.various = true, .holds = holds_us_aba);

/* National provider identifier: Luhn with 80840 before it, which adds 24. */
BV_NUMBER_CLASS(us_npi, .formats = "9999 999 999|9999-999-999|999-999-9999",
				.sums = BV_SUMS({10, 10, .remainder = 6, .kind = BV_LUHN}), .first = BV_DIGITS(1, 2));

/* Drug Enforcement Administration: type of registrant, initial of the name (or 9), check. */
static bool
holds_code_us_dea(const BvCode *code)
{
	const uint32_t never = BV_LETTER('I') | BV_LETTER('N') | BV_LETTER('O') | BV_LETTER('Q') | BV_LETTER('V') |
		BV_LETTER('W') | BV_LETTER('Y') | BV_LETTER('Z');
	const char *dea = code->text;
	int			sum = dea[2] + dea[4] + dea[6] + 2 * (dea[3] + dea[5] + dea[7]) - 9 * '0';

	/* the sum first: few have it */
	return sum % 10 == dea[8] - '0' && (BV_LETTER(dea[0]) & never) == 0 && dea[1] >= '9';
}

BV_CODE_CLASS(us_dea,
			  .patterns = "LX9999999",
			  .holds = holds_code_us_dea);

/* Medicare beneficiary identifier: which kind each of its characters is (CMS, 2018). */
static bool
holds_code_us_mbi(const BvCode *code)
{
	const char *mbi = code->text;
	static const char kinds[] = "CAXNAXNAANN";

	if (mbi[0] == '0')
		return false;
	for (int i = 0; i < 11; i++)
	{
		if (kinds[i] != 'N' && strchr("SLOIBZ", mbi[i]) != NULL)
			return false;
	}
	return true;
}

BV_CODE_CLASS(us_mbi,
			  .patterns = "9LX9LX9LL99|9LX9-LX9-LL99|9LX9 LX9 LL99",
			  .holds = holds_code_us_mbi);

/* Canada, social insurance number: 0 and 8 are not the first of a person's. */
BV_NUMBER_CLASS(ca_sin, .formats = "999-999-999|999 999 999",
				.sums = BV_SUMS({9, 10, .kind = BV_LUHN}), .first = BV_DIGITS(1, 7) | BV_DIGITS(9, 9));

/* Brazil, cadastro de pessoas físicas: the sum is over the second check digit. */
static bool
holds_br_cpf(const BvNumber *cpf)
{
	static const BvSum first = {
		11, 11, 0, 1, BV_WEIGHTED, {10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
	};
	BvNumber	without = *cpf;

	/* if_zero looks at the last digit, which here is the last but one */
	without.digit[10] = cpf->digit[9];
	return bv_sum_holds(&first, &without);
}

BV_NUMBER_CLASS(br_cpf, .formats = "999.999.999-99|999999999-99|999 999 999 99",
				.sums = BV_SUMS({11, 11, .if_zero = 1, .weight = {11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}}),
				.various = true, .holds = holds_br_cpf);

/* Argentina, CUIT and CUIL: kind of person, document, check. */
static bool
holds_ar_cuit(const BvNumber *cuit)
{
	static const unsigned char kinds[] = {20, 23, 24, 27, 30, 33, 34};

	return memchr(kinds, bv_part(cuit, 0, 2), sizeof(kinds)) != NULL;
}

BV_NUMBER_CLASS(ar_cuit, .formats = "99-99999999-9|99 99999999 9|99.99999999.9",
				.sums = BV_SUMS({11, 11, .weight = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1},
								.pairs = "0:20,23-24,27,30,33-34", .doubt = ""}),
				.holds = holds_ar_cuit);

/* Chile, rol único tributario: the check may be K, for 10; a zero may fill it up to nine. */
#define RUT_8	{8, 11, .weight = {2, 7, 6, 5, 4, 3, 2, 1}, .pairs = "0=1-9", .doubt = ""}
#define RUT_9	{9, 11, .weight = {3, 2, 7, 6, 5, 4, 3, 2, 1}, .pairs = "0:01-99", .doubt = ""}

static bool
holds_cl_rut(const BvNumber *rut)
{
	return rut->digit[0] != 0 || (rut->count == 9 && rut->digit[1] != 0);
}

const BvNumberScheme bv_scheme_cl_rut = {
	.formats = "9999999-9|99999999-9|9.999.999-9|99.999.999-9",
	.sums = BV_SUMS(RUT_8, RUT_9),
	.various = true,
	.holds = holds_cl_rut
};

static bool
holds_code_cl_rut(const BvCode *code)
{
	const char *rut = code->text;
	static const int weights[] = {3, 2, 7, 6, 5, 4, 3, 2};
	int			count;

	count = (int) strlen(rut) - 1;
	return rut[count] == 'K' && (rut[0] != '0' || (count == 8 && rut[1] != '0')) &&
		bv_weighted_sum(rut, weights + 8 - count, count) % 11 == 1;
}

const BvCodeScheme bv_code_cl_rut = {
	.patterns = "9999999L|99999999L|9999999-L|99999999-L|9.999.999-L|99.999.999-L",
	.holds = holds_code_cl_rut
};

BV_NUMBER_OR_CODE_CLASS(cl_rut);

/* Colombia, NIT: after primes as weights, a remainder of 1 is written 1, others as 11 less it. */
#define NIT_A	{8, 11, .weight = {29, 23, 19, 17, 13, 7, 3, 1}, .pairs = "0=1-9", .doubt = ""}
#define NIT_B	{9, 11, .weight = {37, 29, 23, 19, 17, 13, 7, 3, 1}, .pairs = "0=1-9", .doubt = ""}
#define NIT_C	{10, 11, .weight = {41, 37, 29, 23, 19, 17, 13, 7, 3, 1}, .pairs = "0=1-9", .doubt = ""}
#define NIT_D	{11, 11, .weight = {43, 41, 37, 29, 23, 19, 17, 13, 7, 3, 1}, .pairs = "0=1-9", .doubt = ""}
#define NIT_A1	{8, 11, .remainder = 2, .weight = {29, 23, 19, 17, 13, 7, 3, 1}, .pairs = "0=1-9 7=1", .doubt = ""}
#define NIT_B1	{9, 11, .remainder = 2, .weight = {37, 29, 23, 19, 17, 13, 7, 3, 1}, .pairs = "0=1-9 8=1", .doubt = ""}
#define NIT_C1	{10, 11, .remainder = 2, .weight = {41, 37, 29, 23, 19, 17, 13, 7, 3, 1}, .pairs = "0=1-9 9=1", .doubt = ""}
#define NIT_D1	{11, 11, .remainder = 2, .weight = {43, 41, 37, 29, 23, 19, 17, 13, 7, 3, 1}, .pairs = "0=1-9 10=1", .doubt = ""}

static bool
holds_co_nit(const BvNumber *nit)
{
	static const int weights[] = {43, 41, 37, 29, 23, 19, 17, 13, 7, 3};
	int			count = nit->count - 1;
	int			sum = 0;

	for (int i = 0; i < count; i++)
		sum += nit->digit[i] * weights[10 - count + i];
	sum %= 11;
	return nit->digit[count] == (sum < 2 ? sum : 11 - sum) && nit->digit[0] != 0;
}

const BvNumberScheme bv_scheme_co_nit = {
	.formats = "9999999-9|99999999-9|999999999-9|9999999999-9|9.999.999-9|99.999.999-9|"
	"999.999.999-9|9.999.999.999-9|99.999.999.9|999.999.999.9|999 999 999-9",
	.sums = BV_SUMS(NIT_A, NIT_A1, NIT_B, NIT_B1, NIT_C, NIT_C1, NIT_D, NIT_D1),
	.holds = holds_co_nit
};

/* With spaces around the hyphen: no scheme of numbers has two separators in a row. */
static bool
holds_code_co_nit(const BvCode *code)
{
	BvNumber	nit = {{0}, code->count, 0};

	for (int i = 0; i < code->count; i++)
		nit.digit[i] = code->text[i] - '0';
	return holds_co_nit(&nit);
}

const BvCodeScheme bv_code_co_nit = {
	.patterns = "99999999 - 9|999999999 - 9|9999999999 - 9|99.999.999 - 9|999.999.999 - 9|999 999 999 - 9",
	.holds = holds_code_co_nit
};

BV_NUMBER_OR_CODE_CLASS(co_nit);

/* Peru: eight digits, with or without a check that is a digit or a letter. */
#define DNI_WEIGHTS		3, 2, 7, 6, 5, 4, 3, 2

static int
dni_remainder(const unsigned char *digit)
{
	static const int weights[] = {DNI_WEIGHTS};
	int			sum = 0;

	for (int i = 0; i < 8; i++)
		sum += digit[i] * weights[i];
	return sum % 11;
}

static bool
holds_pe_dni(const BvNumber *dni)
{
	return (dni->count == 8 || dni->digit[8] == "65432110987"[dni_remainder(dni->digit)] - '0');
}

const BvNumberScheme bv_scheme_pe_dni = {
	.formats = "99999999-9",
	.sums = BV_SUMS({8, .doubt = ""},
					{9, 11, .remainder = 6, .weight = {DNI_WEIGHTS, 1}, .pairs = "8=1-9", .doubt = ""},
					{9, 11, .remainder = 7, .weight = {DNI_WEIGHTS, 1}, .pairs = "8=0-1", .doubt = ""}),
	.various = true,
	.holds = holds_pe_dni
};

static bool
holds_code_pe_dni(const BvCode *code)
{
	const char *dni = code->text;
	unsigned char digit[8];

	for (int i = 0; i < 8; i++)
		digit[i] = dni[i] - '0';
	return dni[8] == "KJIHGFEDCBA"[dni_remainder(digit)];
}

const BvCodeScheme bv_code_pe_dni = {
	.patterns = "99999999L|99999999-L",
	.holds = holds_code_pe_dni
};

BV_NUMBER_OR_CODE_CLASS(pe_dni);

/* Ecuador, cédula: province, kind of person, Luhn. */
static bool
holds_ec_ci(const BvNumber *ci)
{
	int			province = bv_part(ci, 0, 2);

	return ((province >= 1 && province <= 24) || province == 30) && ci->digit[2] <= 6;
}

BV_NUMBER_CLASS(ec_ci, .formats = "999999999-9",
				.sums = BV_SUMS({10, 10, .kind = BV_LUHN, .pairs = "0:01-24,30 2=0-6", .doubt = ""}),
				.holds = holds_ec_ci);

/* Dominican Republic, cédula de identidad y electoral. */
BV_NUMBER_CLASS(do_cedula, .formats = "999-9999999-9|999 9999999 9",
				.sums = BV_SUMS({11, 10, .kind = BV_LUHN}), .various = true);

/* Letters that would be a word which nobody wants; one is replaced by an X. */
static bool
is_among_words(const char *letters, const char *words)
{
	for (; *words != '\0'; words += 5)
	{
		if (memcmp(words, letters, 4) == 0)
			return true;
	}
	return false;
}

/* Mexico, clave única de registro de población: words of annex 2 of its instructions (RENAPO). */
static const char curp_words[] =
	"BACA BAKA BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COGI COJA COJE COJI COJO COLA CULO FALO FETO GETA GUEI "
	"GUEY JETA JOTO KACA KACO KAGA KAGO KAKA KAKO KOGE KOGI KOJA KOJE KOJI KOJO KOLA KULO LILO LOCA LOCO LOKA LOKO "
	"MAME MAMO MEAR MEAS MEON MIAR MION MOCO MOKO MULA MULO NACA NACO PEDA PEDO PENE PIPI PITO POPO PUTA PUTO QULO "
	"RATA ROBA ROBE ROBO RUIN SENO TETA VACA VAGA VAGO VAKA VUEI VUEY WUEI WUEY ";

/* Registro federal de contribuyentes: those of the tax office (SAT). */
static const char rfc_words[] =
	"BUEI BUEY CACA CACO CAGA CAGO CAKA CAKO COGE COJA COJE COJI COJO CULO FETO GUEY JOTO KACA KACO KAGA KAGO KAKA "
	"KOGE KOJO KULO MAME MAMO MEAR MEAS MEON MION MOCO MULA PEDA PEDO PENE PUTA PUTO QULO RATA RUIN ";

/* Mexico, clave única de registro de población: letters of names, date, sex, state, check. */
static bool
holds_code_mx_curp(const BvCode *code)
{
	const char *curp = code->text;
	static const char states[] =
		"AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE ";
	char		state[4] = {0};
	const char *found;
	int			sum = 0;
	int			year;

	if (strchr("HMX", curp[10]) == NULL || is_among_words(curp, curp_words))
		return false;
	memcpy(state, curp + 11, 2);
	found = strstr(states, state);
	if (found == NULL || (found - states) % 3 != 0)
		return false;
	/* those born from 2000 on have a letter before the check */
	year = bv_number(curp + 4, 2) + (bv_is_digit(curp[16]) ? 1900 : 2000);
	if (year > LAST_YEAR || !bv_is_date(year, bv_number(curp + 6, 2), bv_number(curp + 8, 2)))
		return false;
	for (int i = 0; i < 17; i++)
	{
		/* Ñ has a place in the alphabet, after N */
		int			place = bv_is_digit(curp[i]) ? curp[i] - '0' :
			curp[i] - 'A' + 10 + (curp[i] > 'N');

		sum += place * (18 - i);
	}
	return (10 - sum % 10) % 10 == curp[17] - '0';
}

BV_CODE_CLASS(mx_curp,
			  .patterns = "LLLL999999LLLLLLX9",
			  .holds = holds_code_mx_curp);

/*
 * Mexico, registro federal de contribuyentes: four letters of a person's name or
 * three of a firm's, which may be & and Ñ, a date, two more characters, check.
 */
bool
bv_is_mx_rfc(const char *value, size_t len)
{
	static const char alphabet[] = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ #";
	char		rfc[16];
	char		separator = 0;
	int			count = 0;
	int			letters = 0;	/* before the date */
	int			ended = 0;		/* where the last separator was */
	int			sum = 0;

	bv_trim(&value, &len);
	if (len > 20)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		char		c = bv_to_upper(value[i]);

		if (c == ' ' || c == '-')
		{
			/* behind the letters, the date, and before the check digit */
			if ((count != letters && count != letters + 6 && count != letters + 8) ||
				ended == count || i + 1 == len || (separator != 0 && c != separator) ||
				(count == letters && !bv_is_digit(value[i + 1])))
				return false;
			separator = c;
			ended = count;
			continue;
		}
		if ((unsigned char) c == 0xC3 && i + 1 < len && ((unsigned char) value[i + 1] | 0x20) == 0xB1)
		{
			c = '#';			/* Ñ in UTF-8 */
			i++;
		}
		else if (((unsigned char) c | 0x20) == 0xF1)
			c = '#';			/* and in Latin 1 */
		if ((!bv_is_digit(c) && !bv_is_letter(c) && c != '&' && c != '#') || count == 13)
			return false;
		letters += letters == count && !bv_is_digit(c);
		rfc[count++] = c;
	}
	if (count != letters + 9 || letters < 3)
		return false;
	for (int i = 0; i < count; i++)
	{
		if (i < letters ? bv_is_digit(rfc[i]) : i < letters + 6 ? !bv_is_digit(rfc[i]) :
			rfc[i] == '&' || rfc[i] == '#')
			return false;
	}
	/* the second are what the tax office has for the public, and for foreigners */
	if (letters == 4 && (is_among_words(rfc, rfc_words) || memcmp(rfc, "XAXX010101000", 13) == 0 ||
						 memcmp(rfc, "XEXX010101000", 13) == 0))
		return false;
	if (!bv_is_date(2000 + bv_number(rfc + letters, 2), bv_number(rfc + letters + 2, 2),
					bv_number(rfc + letters + 4, 2)))
		return false;
	/* a firm's has a space before it */
	if (count == 12)
		sum = 37 * 13;
	for (int i = 0; i < count - 1; i++)
		sum += (int) (strchr(alphabet, rfc[i]) - alphabet) * (count - i);
	sum %= 11;
	return rfc[count - 1] == (sum == 0 ? '0' : sum == 1 ? 'A' : '0' + 11 - sum);
}
