/*
 * test_phone.c: telephone numbers as people write them, and where they are from
 *
 * Each value is in memory of just its length, so that reading on is seen.
 * Numbers are the plans' examples or of no one.
 */
#include <stdlib.h>
#include <string.h>

#include "phone.h"
#include "tap.h"
#include "validate.h"

static bool
parse(const char *value, size_t len, BvPhone *phone)
{
	char	   *copy = malloc(len > 0 ? len : 1);
	bool		found;

	memcpy(copy, value, len);
	found = bv_phone_parse(copy, len, phone);
	if (bv_is_phone(copy, len) != found)
		ok(0, "both say the same of \"%.*s\"", (int) len, value);
	free(copy);
	return found;
}

/* The form to compare by and the country, "" where either is not known. */
static const struct
{
	const char *value;
	const char *text;
	const char *country;
}			numbers[] = {
	{"+31612345678", "+31612345678", "NL"},
	{"+31 6 12345678", "+31612345678", "NL"},
	{"+31 (0)6 12345678", "+31612345678", "NL"},
	{"+31(0)20-1234567", "+31201234567", "NL"},
	{"+31 06 12345678", "+31612345678", "NL"},
	{"0031612345678", "+31612345678", "NL"},
	{"00 31 6 12345678", "+31612345678", "NL"},
	{"011 31 6 12345678", "+31612345678", "NL"},
	{"31612345678", "+31612345678", "NL"},
	{"\xEF\xBC\x8B\xEF\xBC\x93\xEF\xBC\x91\xEF\xBC\x96\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x93\xEF\xBC\x94"
	"\xEF\xBC\x95\xEF\xBC\x96\xEF\xBC\x97\xEF\xBC\x98", "+31612345678", "NL"},
	{"+31\xC2\xA0" "6\xC2\xA0" "12345678", "+31612345678", "NL"},
	{"+31\xE2\x80\x91" "6\xE2\x80\x91" "12345678", "+31612345678", "NL"},
	{"\xE2\x80\x8E+31612345678", "+31612345678", "NL"},
	{"+44 20 7946 0018", "+442079460018", "GB"},
	{"+44 (0)20 7946 0018", "+442079460018", "GB"},
	{"+44 7700 900123", "+447700900123", "GB"},
	{"+44 1481 256789", "+441481256789", "GG"},
	{"+49 30 901820", "+4930901820", "DE"},
	{"+49 (0) 30 / 90 18 20", "", ""},
	{"+39 06 698 82345", "+390669882345", "VA"},
	{"+39 (0)6 42012345", "+390642012345", "IT"},
	{"+358 41 2345678", "+358412345678", "FI"},
	{"+7 912 345-67-89", "+79123456789", "RU"},
	{"8 (912) 345-67-89", "+79123456789", "RU"},
	{"+7 701 123 4567", "+77011234567", "KZ"},
	{"+61 412 345 678", "+61412345678", "AU"},
	{"+1 212 555 0123", "+12125550123", "US"},
	{"(212) 555-0123", "+12125550123", "US"},
	{"212.555.0123", "+12125550123", "US"},
	{"1-416-555-0123", "+14165550123", "CA"},
	{"+1 876 210 1234", "+18762101234", "JM"},
	{"+1 800 234 5678", "+18002345678", ""},
	{"+1 581 896 0013 x3890", "+15818960013", "CA"},
	{"+1 (209) 896-0013, ext. 38", "+12098960013", "US"},
	{"+18 06 55 51 23 4", "", ""},
	{"+800 1234 5678", "+80012345678", ""},
	{"+383 43 201 234", "+38343201234", "XK"},
	{"+380 50 123 4567", "+380501234567", "UA"},
	{"06-12345678", "0612345678", ""},
	{"030/901820", "030901820", "DE"},
	{"9123456789012", "", ""},
};

static void
test_numbers(void)
{
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
	{
		const char *value = numbers[i].value;
		char		text[BV_PHONE_TEXT] = "";
		BvPhone		phone = {0};

		if (parse(value, strlen(value), &phone))
			bv_phone_text(&phone, text);
		if (numbers[i].text[0] != '\0' && numbers[i].text[0] != '+')
			ok(text[0] != '\0', "\"%s\" is a number at home", value);
		else
			ok(strcmp(text, numbers[i].text) == 0 && strcmp(phone.country, numbers[i].country) == 0,
			   "\"%s\" is \"%s\" in \"%s\", not \"%s\" in \"%s\"", value, numbers[i].text,
			   numbers[i].country, text, phone.country);
	}
}

static void
test_kinds(void)
{
	BvPhone		phone;

	ok(parse("+31612345678", 12, &phone) && phone.flags ==
	   (BV_PHONE_NUMBER | BV_PHONE_ASSIGNED | BV_PHONE_MOBILE) && phone.international &&
	   phone.dialled && phone.calling_code == 31 && strcmp(phone.digit, "612345678") == 0 &&
	   phone.digits == 9, "a mobile number of the Netherlands");
	ok(parse("+31201234567", 12, &phone) && (phone.flags & BV_PHONE_FIXED), "a fixed one");
	ok(parse("+263561890123", 13, &phone) && phone.flags == BV_PHONE_NUMBER,
	   "one of a range that is not in use");
	ok(parse("0612345678", 10, &phone) && !phone.international && !phone.dialled &&
	   phone.calling_code == 0 && strcmp(phone.digit, "0612345678") == 0,
	   "what several countries dial keeps its trunk prefix");
	ok(parse("020-1234567 ext. 12", 19, &phone) && phone.dialled && phone.digits == 10,
	   "an extension is left out");
	ok(parse("012 345 6789", 12, &phone) == false, "digits in sequence are none");
}

/* Every state of the automaton leads to states and labels that are there. */
static void
test_plan(void)
{
	char		digits[16];
	uint32_t	random = 1;
	int			numbers_found = 0;

	for (int i = 0; i < 200000; i++)
	{
		const BvPhoneLabel *label;
		int			count = 1 + i % 15;

		for (int j = 0; j < count; j++)
		{
			random = random * 1664525 + 1013904223;
			digits[j] = '0' + (random >> 16) % 10;
		}
		label = bv_phone_label(i % 2 ? bv_phone_international : bv_phone_national, digits, count);
		numbers_found += label->flags != 0;
		if ((label->flags & ~15) != 0 || (label->country[0] != '\0' && label->country[2] != '\0'))
			ok(0, "a label is one");
	}
	ok(numbers_found > 1000 && numbers_found < 100000, "%d of 200000 random strings are numbers", numbers_found);
	for (int i = 0; i < bv_calling_code_count; i++)
	{
		if (bv_calling_code(bv_calling_codes[i].code) != &bv_calling_codes[i])
			ok(0, "calling code %d is found", bv_calling_codes[i].code);
	}
	ok(bv_calling_code(999) == NULL && bv_calling_code(0) == NULL && bv_calling_code(-1) == NULL,
	   "those that are not assigned are not");
}

/* Cut, doubled and disturbed, they are read without reading on. */
static void
test_hostile(void)
{
	static const char bytes[] = "0123456789+-./() x#;\xEF\xBC\x90\xD9\xE2\x80\0";
	char		text[80];
	uint32_t	random = 1;
	BvPhone		phone;
	int			found = 0;

	for (int i = 0; i < 300000; i++)
	{
		size_t		len;

		random = random * 1664525 + 1013904223;
		len = (random >> 16) % 26;
		for (size_t j = 0; j < len; j++)
		{
			random = random * 1664525 + 1013904223;
			text[j] = (random >> 30) != 0 ? '0' + (random >> 16) % 10 :
				bytes[(random >> 16) % sizeof(bytes)];
		}
		found += parse(text, len, &phone);
	}
	/* in every grouping: both functions must say the same */
	for (int i = 0; i < 100000; i++)
	{
		static const char *const forms[] = {
			"999-999-9999", "9-999-999-9999", "(999) 999 9999", "99 99 99 99", "999 999 999", "099-9999999",
			"9 (999) 999-99-99", "+99 9 99999999", "999-9999", "9999 9999 9999"
		};
		const char *form = forms[i % (sizeof(forms) / sizeof(forms[0]))];
		size_t		len = strlen(form);

		for (size_t j = 0; j < len; j++)
		{
			random = random * 1664525 + 1013904223;
			text[j] = form[j] == '9' ? '0' + (random >> 16) % 10 : form[j];
		}
		parse(text, len, &phone);
	}
	ok(found > 100, "%d of 300000 disturbed strings are numbers", found);
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
	{
		for (size_t len = 0; len < strlen(numbers[i].value); len++)
			parse(numbers[i].value, len, &phone);
	}
	memset(text, '1', sizeof(text));
	for (size_t len = 16; len <= sizeof(text); len++)
	{
		if (parse(text, len, &phone))
			ok(0, "%zu digits are no number", len);
	}
	ok(!parse("", 0, &phone) && !parse("+", 1, &phone) && !parse("()", 2, &phone), "nothing is none");
}

int
main(void)
{
	test_numbers();
	test_kinds();
	test_plan();
	test_hostile();
	return done_testing();
}
