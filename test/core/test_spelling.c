/*
 * test_spelling.c: one value, however it is spelt, is written in one way
 *
 * Made-up values of every class that can be told are spelt in the ways that people
 * and programs have: white space around them, digits and signs of Unicode, small
 * letters and capitals, separators in every place that the class takes.  What the
 * class accepts then is normalized to the same text, which is a value of the class
 * and normalized to itself.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ascii.h"
#include "check_digit.h"
#include "made_value.h"
#include "normalize.h"
#include "tap.h"

#define VALUES		60			/* of each class */
#define SPELLING_MAX	4096	/* bytes: every character of a value as three */

typedef struct Spelling
{
	char		text[SPELLING_MAX];
	size_t		len;
} Spelling;

/* What a class makes of a value: false if it is none of it. */
static bool
write_canonical(const BvClass *class, const char *text, size_t len, Spelling *written)
{
	char	   *exact = malloc(len > 0 ? len : 1);
	char	   *result = malloc(len + BV_NORMALIZE_EXTRA);
	int			count;

	memcpy(exact, text, len);
	count = bv_normalize(class, exact, len, result);
	if (count >= 0)
	{
		memcpy(written->text, result, (size_t) count);
		written->len = (size_t) count;
	}
	free(result);
	free(exact);
	return count >= 0;
}

static bool
same(const Spelling *a, const Spelling *b)
{
	return a->len == b->len && memcmp(a->text, b->text, a->len) == 0;
}

static void
add(Spelling *spelling, const char *text)
{
	memcpy(spelling->text + spelling->len, text, strlen(text));
	spelling->len += strlen(text);
}

/* The value with what stands for each character of ASCII, by full width or another space or hyphen. */
typedef enum Script
{
	FULL_WIDTH, NO_BREAK, THIN_SPACE, EN_DASH, SCRIPTS
} Script;

static void
in_script(const char *value, size_t len, Script script, Spelling *spelling)
{
	spelling->len = 0;
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) value[i];

		if (script == FULL_WIDTH && c > ' ' && c < 0x7F)
		{
			char		wide[4] = {(char) 0xEF, (char) (0xBC + (c - 0x20) / 0x40),
				(char) (0x80 + (c - 0x20) % 0x40), 0};

			add(spelling, wide);
		}
		else if (script != FULL_WIDTH && c == ' ')
			add(spelling, script == NO_BREAK ? "\xC2\xA0" : "\xE2\x80\x89");
		else if (script != FULL_WIDTH && c == '-')
			add(spelling, script == NO_BREAK ? "\xE2\x80\x91" : script == EN_DASH ? "\xE2\x80\x93" : "-");
		else
			spelling->text[spelling->len++] = (char) c;
	}
}

/* How each class may be spelt in other cases and with other separators, and mean the same. */
static bool
has_no_case(const BvClass *class)
{
	switch (class->canonical)
	{
		case BV_AS_IT_IS:
		case BV_EMAIL:
		case BV_ADDRESS:
			return false;
		default:
			return true;
	}
}

static bool
has_free_separators(const BvClass *class)
{
	switch (class->canonical)
	{
		case BV_COMPACT:
		case BV_WITHOUT_CHECK:
		case BV_NINE_DIGITS:
		case BV_LAST_TEN_DIGITS:
		case BV_POSTCODE:
		case BV_PASSPORT:
		case BV_VAT_ID:
		case BV_MEID:
		case BV_ICCID:
		case BV_MAC:
			return true;
		default:
			return false;
	}
}

/* Puts the letters and digits of a value where a format has some; false if it has more or fewer. */
static bool
in_format(const char *compact, size_t len, const char *format, Spelling *spelling)
{
	size_t		at = 0;

	spelling->len = 0;
	for (; *format != '\0' && *format != '|'; format++)
	{
		if (*format != '9' && *format != 'L' && *format != 'X')
			spelling->text[spelling->len++] = *format;
		else if (at == len)
			return false;
		else
			spelling->text[spelling->len++] = compact[at++];
	}
	return at == len;
}

typedef struct Report
{
	const BvClass *class;
	const char *value;
	size_t		len;
	Spelling	canonical;
	int			spelt;			/* ways that were accepted */
	int			wrong;
} Report;

/* Is the spelling, if the class accepts it, the same value?  must: the class has to. */
static void
look(Report *report, const Spelling *spelling, bool must)
{
	Spelling	written;

	if (!write_canonical(report->class, spelling->text, spelling->len, &written))
	{
		if (must)
			report->wrong += !ok(0, "%s \"%.*s\" is valid as \"%.*s\" too", report->class->name, (int) report->len,
								 report->value, (int) spelling->len, spelling->text);
		return;
	}
	report->spelt++;
	if (!same(&written, &report->canonical))
		report->wrong += !ok(0, "%s \"%.*s\" is \"%.*s\", and as \"%.*s\" it is \"%.*s\"", report->class->name,
							 (int) report->len, report->value, (int) report->canonical.len,
							 report->canonical.text, (int) spelling->len, spelling->text,
							 (int) written.len, written.text);
}

static void
look_at_formats(Report *report, const char *formats)
{
	char		compact[SPELLING_MAX];
	size_t		len = 0;
	Spelling	spelling;

	for (size_t i = 0; i < report->len; i++)
	{
		if (bv_is_digit(report->value[i]) || bv_is_letter(report->value[i]))
			compact[len++] = report->value[i];
	}
	for (; formats != NULL; formats = bv_next_format(formats))
	{
		if (in_format(compact, len, formats, &spelling))
			look(report, &spelling, false);
	}
	memcpy(spelling.text, compact, len);
	spelling.len = len;
	look(report, &spelling, false);
}

static void
look_at_separators(Report *report)
{
	static const char *const changes[] = {"- ", " -", ". ", ".-", "/-", "/ ", ":-", "-:", "-."};
	Spelling	spelling;

	if (report->class->scheme != NULL)
		look_at_formats(report, report->class->scheme->formats);
	if (report->class->code != NULL)
		look_at_formats(report, report->class->code->patterns);
	look_at_formats(report, NULL);
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++)
	{
		memcpy(spelling.text, report->value, report->len);
		spelling.len = report->len;
		for (size_t j = 0; j < report->len; j++)
		{
			if (spelling.text[j] == changes[i][0])
				spelling.text[j] = changes[i][1];
		}
		look(report, &spelling, false);
	}
}

static void
test_value(Report *report)
{
	const BvClass *class = report->class;
	Spelling	again;
	Spelling	spelling;

	if (!write_canonical(class, report->value, report->len, &report->canonical))
	{
		report->wrong += !ok(0, "%s \"%.*s\" is valid", class->name, (int) report->len, report->value);
		return;
	}
	if (!write_canonical(class, report->canonical.text, report->canonical.len, &again))
		report->wrong += !ok(0, "%s \"%.*s\" is valid as it is written, \"%.*s\"", class->name,
							 (int) report->len, report->value, (int) report->canonical.len,
							 report->canonical.text);
	else if (!same(&again, &report->canonical))
		report->wrong += !ok(0, "%s \"%.*s\" is written \"%.*s\", and that as it is", class->name,
							 (int) report->len, report->value, (int) report->canonical.len,
							 report->canonical.text);

	spelling.len = 0;
	add(&spelling, " \t");
	memcpy(spelling.text + spelling.len, report->value, report->len);
	spelling.len += report->len;
	add(&spelling, "\r\n ");
	look(report, &spelling, true);
	for (Script script = FULL_WIDTH; script < SCRIPTS; script++)
	{
		in_script(report->value, report->len, script, &spelling);
		if (spelling.len <= BV_ASCII_MAX)
			look(report, &spelling, true);
	}
	if (report->len < BV_ASCII_MAX / 4)
	{
		spelling.len = 0;
		add(&spelling, "\xC2\xA0");
		memcpy(spelling.text + spelling.len, report->value, report->len);
		spelling.len += report->len;
		add(&spelling, "\xE2\x80\x8B");
		look(report, &spelling, true);
	}
	if (has_no_case(class))
	{
		for (int upper = 0; upper < 2; upper++)
		{
			for (size_t i = 0; i < report->len; i++)
			{
				char		c = report->value[i];

				spelling.text[i] = upper ? bv_to_upper(c) : (char) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
			}
			spelling.len = report->len;
			look(report, &spelling, false);
		}
	}
	/* the hyphen is all that a Finnish company has */
	if (has_free_separators(class) ||
		(class->canonical == BV_ORG_NUMBER && report->value[report->len - 2] != '-'))
		look_at_separators(report);
}

static void
test_class(const BvClass *class)
{
	uint64_t	seed = 20260000 + (uint64_t) class->number;
	Report		report = {class, NULL, 0, {{0}, 0}, 0, 0};
	int			values = 0;

	for (int i = 0; i < VALUES && report.wrong < 5; i++)
	{
		char		value[PATTERN_TEXT_MAX];

		report.value = value;
		report.len = made_value(class, &seed, value);
		if (report.len == 0)
			continue;
		values++;
		test_value(&report);
	}
	ok(report.wrong == 0 && values > 0, "%d values of %s in %d spellings are written in one way", values,
	   class->name, report.spelt);
}

/* Spellings that separators and case do not make. */
static const struct
{
	const char *class_name;
	const char *spellings[12];
}			cases[] = {
	{"birth_date", {"1980-02-29", "29-02-1980", "29/2/1980", "29.02.1980", "19800229", "1980/02/29", "29 February 1980",
		"February 29th, 1980", "29 de febrero de 1980", "29-Feb-1980", "1980-02-29 00:00:00+01"}},
	{"birth_date", {"1980-02-01", "1/2/1980", "01.02.1980", "1 Feb 1980", "FEB 1, 1980"}},
	{"email", {"Jane@m\xC3\xBCnchen.de", "Jane@M\xC3\x9CNCHEN.DE"}},
	{"ip_address", {"2001:db8::1", "2001:DB8:0:0:0:0:0:1", "[2001:db8::1]", "[2001:db8::1]:443", "2001:db8::1/64"}},
	{"ip_address", {"1:2:3:4:5:6:7:8", "[1:2:3:4:5:6:7:8]:80", "1:2:3:4:5:6:0.7.0.8"}},
	{"ip_address", {"192.0.2.1", "192.0.2.1:8080", "192.0.2.1/24"}},
	{"postcode", {"2611ET", "2611 ET", "2611 et", "NL-2611 ET"}},
	{"postcode", {"10115", "D-10115", "DE-10115"}},
	{"postcode", {"01310100", "01310-100"}},
	{"postcode", {"SW1A1AA", "sw1a 1aa"}},
	{"license_plate", {"AB123CD", "ab-123-cd", "AB 123 CD", "AB\xC2\xB7" "123\xC2\xB7" "CD", "AB\xB7" "123\xB7" "CD"}},
	{"license_plate", {"ABC-DEF-12", "ABC DEF 12", "abc-def 12"}},
	{"de_kennzeichen", {"M\xC3\x9C-AB 123", "m\xC3\xBC-ab 123", "M\xC3\x9C AB 123", "M\xC3\x9C-AB123", "M\xC3\x9C-AB-123"}},
	{"de_kennzeichen", {"BAB123", "bab123"}},
	{"de_kennzeichen", {"B-AB 123", "b-ab123", "B AB 123"}},
	{"de_kennzeichen", {"BA-B 123", "ba b 123"}},
	{"de_kennzeichen", {"M-XY 123", "mxy123"}},
	{"de_kennzeichen", {"M-XY 123E", "M XY 123 E", "m-xy123e"}},
	{"gender", {"f\xC3\xA9minin", "F\xC3\x89MININ", " F\xC3\xA9minin"}},
	{"gender", {"non binary", "Non-Binary", "NON_BINARY"}},
	{"marital_status", {"never married", "Never-Married", "NEVER_MARRIED"}},
	{"blood_type", {"O+", "0+", "O pos", "O positive", "0 Rh+", "O (+)", "O+ve", "O Rh positive", "0 positiv"}},
	{"blood_type", {"AB-", "AB neg", "AB negative", "AB Rh-", "AB (-)", "AB\xE2\x88\x92", "AB n\xC3\xA9gatif", "AB RhD-"}},
	{"genetic", {"ACGTACGTACGTACGTACGTA", "acgtacgtacgtacgtacgta", "ACGTACGTACGT\nACGTACGTA"}},
	{"genetic", {"A*02:01", "HLA-A*02:01"}},
	{"geo_point", {"52.370200,4.895200", "52.3702,4.8952", "52.3702, 4.8952", "(52.3702, 4.8952)", "geo:52.3702,4.8952",
		"POINT(4.8952 52.3702)", "SRID=4326;POINT(4.8952 52.3702)", "52.3702 4.8952", "52.3702N 4.8952E",
		"0101000020e61000004d840d4faf941340567daeb6622f4a40"}},
	{"geo_point", {"-33.868800,151.209300", "33.8688 S, 151.2093 E", "-33.8688;151.2093"}},
	{"latitude", {"52.500000", "52\xC2\xB0" "30'N", "52.5N", "N52.5", "+52.500"}},
	{"longitude", {"-4.500000", "4.50W", "4\xC2\xB0" "30'00\"W", "-4.500"}},
	{"url", {"https://example.com/Jane", "HTTPS://Example.COM/Jane"}},
	{"url", {"http://User:Pass@example.com", "http://User:Pass@EXAMPLE.com"}},
	{"social_handle", {"@jane", "@Jane"}},
	{"social_handle", {"https://twitter.com/jane", "HTTPS://Twitter.com/jane"}},
	{"vat_id", {"NL123456782B01", "123456782B01", "nl 123456782 b01", "NL123456782.B01"}},
	{"vat_id", {"EL094259216", "GR 094259216", "EL 094 259 216"}},
	{"vat_id", {"BE0776091951", "BE 776.091.951", "BE 0776.091.951"}},
	{"vat_id", {"CHE107787577MWST", "CHE-107.787.577 IVA", "CHE-107.787.577 TVA", "CHE107787577TPV"}},
	{"vat_id", {"NO988077917", "NO 988 077 917 MVA"}},
	{"org_number", {"5560360793", "556036-0793", "165560360793"}},
	{"org_number", {"HRB12345", "HRB 12345", "hrb 12345"}},
	{"org_number", {"K\xC3\x96LN HRB 49263", "K\xC3\xB6ln HRB 49263", "K\xC3\xB6ln HRB49263"}},
	{"org_number", {"1572860-0"}},
	{"bank_account", {"19-2000145399/0800", "000019-2000145399/0800"}},
	{"bank_account", {"2000145399/0800", "000000-2000145399/0800"}},
	{"cl_rut", {"076543216", "7.654.321-6", "07.654.321-6", "7654321-6"}},
	{"co_nit", {"8002260984", "800.226.098-4", "800226098 - 4", "800 226 098-4"}},
	{"iban", {"NO9386011117947", "NO93 8601 1117 947", "NO 93 8601 1117 947", "NO93 8601 11 17947", "NO 9386011117947"}},
	{"iban", {"DE89370400440532013000", "DE89 37040044 0532013000", "DE 89 3704 0044 0532 0130 00"}},
	{"de_ausweis", {"L01X00T47", "L01X00T471"}},
	{"pe_dni", {"10117410", "10117410-2", "10117410G"}},
	{"meid", {"AF0123450ABCDE", "AF 01 23 45 0A BC DE", "af0123450abcdec", "293608736500703710", "29360 87365 0070 3710"}},
	{"iccid", {"8931440400000000008", "8931440400000000008F", "8931 4404 0000 0000 008"}},
	{"crypto_wallet", {"0xde709f2102306220921060314715629080e2fb77", "0xDE709F2102306220921060314715629080E2FB77"}},
	{"crypto_wallet", {"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4"}},
	{"crypto_wallet", {"qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a", "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
		"BITCOINCASH:QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A"}},
	{"otp_secret", {"JBSWY3DPEHPK3PXP", "jbsw y3dp ehpk 3pxp", "otpauth://totp/Example:jane?secret=JBSWY3DPEHPK3PXP&issuer=Example"}},
	{"passport", {"L898902C36UTO7408122F1204159ZE184226B<<<<<10",
		"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"}},
	{"card_expiry", {"2027-12", "12/27", "12/2027", "1227", "122027", "2027/12"}},
	{"se_personnummer", {"8112189876", "811218-9876", "19811218-9876", "198112189876"}},
};

static void
test_spellings(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		const BvClass *class = bv_class_by_name(cases[i].class_name, strlen(cases[i].class_name));
		const char *first = cases[i].spellings[0];
		int			wrong = 0;

		for (const char *const *spelling = cases[i].spellings; *spelling != NULL; spelling++)
		{
			Spelling	written = {{0}, 0};

			if (!write_canonical(class, *spelling, strlen(*spelling), &written))
				wrong += !ok(0, "%s takes \"%s\"", class->name, *spelling);
			else if (written.len != strlen(first) || memcmp(written.text, first, written.len) != 0)
				wrong += !ok(0, "%s \"%s\" is \"%.*s\", not \"%s\"", class->name, *spelling, (int) written.len,
							 written.text, first);
		}
		ok(wrong == 0, "%s \"%s\" is written so, however it is spelt", class->name, first);
	}
}

int
main(void)
{
	test_spellings();
	for (int i = 0; i < bv_class_count; i++)
	{
		if (bv_classes[i].is_valid != NULL)
			test_class(&bv_classes[i]);
	}
	return done_testing();
}
