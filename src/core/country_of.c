/*
 * country_of.c: the country that a value tells its subject to be of
 *
 * By the class: country names and codes; the only country that issues a number;
 * the calling code of a telephone number; the two letters in an IBAN (ISO
 * 13616), a BIC (ISO 9362) or a VAT number; the issuing state in the machine
 * readable zone of a passport (ICAO 9303-4).
 */
#include "country_of.h"

#include <string.h>

#include "ascii.h"
#include "check_digit.h"
#include "phone.h"

/* Does one country alone issue it?  Of the two letters "EU" is none. */
static bool
has_one_country(const BvClass *class)
{
	return strlen(class->jurisdiction) == 2 && strcmp(class->jurisdiction, "EU") != 0;
}

static bool
is_class(const BvClass *class, const char *name)
{
	return strcmp(class->name, name) == 0;
}

BvCountryEvidence
bv_country_evidence(const BvClass *class)
{
	if (is_class(class, "country"))
		return BV_COUNTRY_SAID;
	if (has_one_country(class))
		return class->role == BV_ROLE_DIRECT ? BV_COUNTRY_ISSUED : BV_COUNTRY_BANKED;
	if (is_class(class, "phone") || is_class(class, "fax"))
		return BV_COUNTRY_CALLED;
	if (is_class(class, "iban") || is_class(class, "bic") || is_class(class, "vat_id"))
		return BV_COUNTRY_BANKED;
	if (is_class(class, "nationality") || is_class(class, "passport"))
		return BV_COUNTRY_CITIZEN;
	return BV_COUNTRY_NONE;
}

/* Three digits are the number of a country, where they stand alone. */
static int
country_said(const char *value, size_t len)
{
	bv_trim(&value, &len);
	if (len == 3 && bv_is_digit(value[0]) && bv_is_digit(value[1]) && bv_is_digit(value[2]))
		return bv_country_by_number((value[0] - '0') * 100 + (value[1] - '0') * 10 + value[2] - '0');
	return bv_country_of(value, len);
}

/* Of a number that is written as it is dialled at home, several countries could be meant. */
static int
country_called(const char *value, size_t len)
{
	BvPhone		phone;

	if (!bv_phone_parse(value, len, &phone) || !phone.international || phone.country[0] == '\0')
		return -1;
	return bv_country_by_code(phone.country, 2);
}

/* Four letters or digits, a country, two more for a place, and three for a branch or none. */
static int
country_of_bic(const char *value, size_t len)
{
	if (len != 8 && len != 11)
		return -1;
	for (size_t i = 0; i < len; i++)
	{
		if (!bv_is_letter(value[i]) && !bv_is_digit(value[i]))
			return -1;
	}
	return bv_country_by_code(value + 4, 2);
}

/* A country and two to thirteen letters and digits, at least two of them digits, with marks between. */
static int
country_of_vat_id(const char *value, size_t len)
{
	int			digits = 0;
	int			count = 0;
	char		code[2];

	if (len < 4)
		return -1;
	for (size_t i = 2; i < len; i++)
	{
		if (bv_is_digit(value[i]))
			digits++;
		else if (value[i] == ' ' || value[i] == '.' || value[i] == '-')
			continue;
		else if (!bv_is_letter(value[i]) && value[i] != '+' && value[i] != '*')
			return -1;
		count++;
	}
	if (digits < 2 || count > 13)
		return -1;
	code[0] = bv_to_upper(value[0]);
	code[1] = bv_to_upper(value[1]);

	/* what tax offices call Greece, and Northern Ireland */
	if (memcmp(code, "EL", 2) == 0)
		return bv_country_by_code("GR", 2);
	if (memcmp(code, "XI", 2) == 0)
		return bv_country_by_code("GB", 2);
	return bv_country_by_code(code, 2);
}

/* Two lines of 44, of which the first begins with P, one more, and the state that issued it. */
static int
country_of_passport(const char *value, size_t len)
{
	const char *state = value + 2;
	size_t		letters = 3;

	if (len < 44 || value[0] != 'P' || memchr(value, '<', len) == NULL)
		return -1;
	while (letters > 0 && state[letters - 1] == '<')
		letters--;
	if (letters == 1 && state[0] == 'D')
		return bv_country_by_code("DE", 2);
	if (letters != 3)
		return -1;

	/* British nationals who are not citizens, and Kosovo */
	if (memcmp(state, "GB", 2) == 0)
		return bv_country_by_code("GB", 2);
	if (memcmp(state, "RKS", 3) == 0)
		return bv_country_by_code("XK", 2);
	return bv_country_by_code(state, 3);
}

int
bv_country_of_value(const BvClass *class, const char *value, size_t len)
{
	BvCountryEvidence evidence = bv_country_evidence(class);
	char		ascii[BV_ASCII_MAX];

	if (class->is_valid != NULL)
		value = bv_as_ascii(value, &len, ascii);
	bv_trim(&value, &len);
	if (len == 0 || evidence == BV_COUNTRY_NONE)
		return -1;
	/* a machine readable zone is more than the number in it */
	if (class->is_valid != NULL && evidence != BV_COUNTRY_CITIZEN && !class->is_valid(value, len))
		return -1;
	if (has_one_country(class))
		return bv_country_by_code(class->jurisdiction, 2);
	if (is_class(class, "iban"))
		return len < 2 ? -1 : bv_country_by_code(value, 2);
	if (is_class(class, "bic"))
		return country_of_bic(value, len);
	if (is_class(class, "vat_id"))
		return country_of_vat_id(value, len);
	if (is_class(class, "passport"))
		return country_of_passport(value, len);
	if (evidence == BV_COUNTRY_CALLED)
		return country_called(value, len);
	return country_said(value, len);
}
