/*
 * test_postcode.c: postal codes, and whose they are
 *
 * Each value is in memory of just its length, so that reading on is seen.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "postcode.h"
#include "tap.h"

static const struct
{
	const char *country;
	const char *is[12];
	const char *is_not[14];
}			cases[] = {
	{"NL", {"1012 AB", "1012AB", "1012ab", "NL-2611ET", "9999 XX", " 1012 AB "},
		{"", "0603 JV", "1234", "9164 SD", "1012 SA", "1012 SS", "1012-AB", "1012  AB", "1012 A", "10123 AB", "1012 A1"}},
	{"GB", {"SW1A 1AA", "M1 1AA", "M60 1NW", "CR2 6XH", "DN55 1PT", "DN551PT", "EC1A1BB", "GIR 0AA", "w1n 4dj", "AA99 9AA"},
		{"", "SW1A 1A", "SW1A 1CA", "Q1 1AA", "AI1 1AA", "SW1A-1AA", "SW1AA 1AA", "1AA 1AA", "BS98 1T"}},
	{"CA", {"K1A 0B1", "V5K0A1", "b3k 5x5"}, {"", "D1A 0B1", "W1A 0B1", "K1A-0B1", "K1O 0B1", "K1A 0B"}},
	{"IE", {"D02 AF30", "A65F4E2", "D6W XH12"}, {"", "B02 AF30", "D02 AG30", "D02-AF30"}},
	{"US", {"12345", "12345-6789", "00501"}, {"", "1234", "123456", "00000", "12345-678", "12345 6789"}},
	{"DE", {"10115", "01067", "D-10115", "DE-10115"}, {"", "01000", "99999", "1011", "F-10115"}},
	{"FR", {"75001", "01000", "98000", "F-75001"}, {"", "00100", "99000"}},
	{"ES", {"01000", "52001"}, {"", "53000", "520000", "00123"}},
	{"IT", {"00118", "98168"}, {"", "98169", "00009"}},
	{"SE", {"114 18", "11418", "SE-114 18"}, {"", "01418", "1145 18", "114018", "114-18"}},
	{"PL", {"05-800"}, {"", "05800", "05 800", "005-80"}},
	{"PT", {"1000-001", "8156-392"}, {"", "0000-001", "1000 001"}},
	{"BR", {"39400-152", "39400152"}, {"", "3940-152"}},
	{"JP", {"470-0156"}, {"", "470-156"}},
	{"CZ", {"110 00", "39949"}, {"", "938 29"}},
	{"SK", {"938 29", "81101"}, {"", "1938 2"}},
	{"MT", {"VLT 2345", "VLT2345"}, {"", "VL 2345"}},
	{"LV", {"LV-1010"}, {"", "LT-1010"}},
	{"AD", {"AD400"}, {"", "AX400"}},
	{"AR", {"C1000WAM", "1000"}, {""}},
	{"GI", {"GX11 1AA"}, {"", "GX12 1AA"}},
	{"AT", {"5090", "A-1010"}, {"", "0123"}},
	{"LI", {"9491", "FL-9494"}, {"", "9484"}},
	{"RU", {"101000"}, {"", "100000"}},
	{"IN", {"364240", "364 240"}, {"", "064240"}},
};

static char *
copy_of(const char *value, size_t len)
{
	char	   *copy = malloc(len > 0 ? len : 1);

	memcpy(copy, value, len);
	return copy;
}

static void
test_countries(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		for (int kind = 0; kind < 2; kind++)
		{
			const char *const *values = kind == 0 ? cases[i].is : cases[i].is_not;

			for (int j = 0; j < (kind == 0 ? 12 : 14) && values[j] != NULL; j++)
			{
				size_t		len = strlen(values[j]);
				char	   *copy = copy_of(values[j], len);

				ok(bv_is_postcode_of(copy, len, cases[i].country) == (kind == 0) &&
				   (kind == 1 || bv_is_postcode(copy, len)), "\"%s\" is %s of %s", values[j],
				   kind == 0 ? "one" : "none", cases[i].country);
				free(copy);
			}
		}
	}
}

static void
test_any(void)
{
	static const char *const written[] = {"1012 AB", "SW1A 1AA", "K1A 0B1", "12345-6789", "05-800", "D-10115"};
	static const char *const bare[] = {"123", "1234", "12345", "123456", "1234567", "12345678"};
	static const char *const none[] = {
		"", "12", "123456789", "abc", "Amsterdam", "A1", "1.5", "12,50", "2024-01-15", "12:30", "PLZ: 10115", "1145 18",
		"B-52", "-12345", "12345-", "\303\274123", "D-1", "1012 AB Amsterdam"
	};
	const char *countries[4];

	for (size_t i = 0; i < sizeof(written) / sizeof(written[0]); i++)
		ok(bv_is_postcode(written[i], strlen(written[i])), "\"%s\" is one", written[i]);
	for (size_t i = 0; i < sizeof(bare) / sizeof(bare[0]); i++)
		ok(bv_is_postcode(bare[i], strlen(bare[i])), "\"%s\" is one as well", bare[i]);
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		ok(!bv_is_postcode(none[i], strlen(none[i])) && bv_postcode_countries(none[i], strlen(none[i]), countries, 4) == 0,
		   "\"%s\" is none", none[i]);
	ok(bv_postcode_countries("1012 AB", 7, countries, 4) == 1 && strcmp(countries[0], "NL") == 0,
	   "\"1012 AB\" is of one country");
	ok(bv_postcode_countries("1234", 4, countries, 4) > 20, "\"1234\" is of many");
	ok(bv_postcode_countries("1234", 4, NULL, 0) > 20, "there need not be room for any");
}

static void
test_hostile(void)
{
	static const char some[] = "0123456789ABZ -~@#9\xFF\0";
	uint32_t	random = 1;
	int			wrong = 0;

	for (int i = 0; i < 200000; i++)
	{
		char		text[16];
		char	   *copy;
		size_t		len;

		random = random * 1664525 + 1013904223;
		len = (random >> 16) % sizeof(text);
		for (size_t j = 0; j < len; j++)
		{
			random = random * 1664525 + 1013904223;
			text[j] = some[(random >> 16) % sizeof(some)];
		}
		copy = copy_of(text, len);
		wrong += bv_is_postcode(copy, len) != (bv_postcode_countries(copy, len, NULL, 0) > 0);
		free(copy);
	}
	ok(wrong == 0, "a value is one if it is one of some country (%d differ)", wrong);
}

int
main(void)
{
	test_countries();
	test_any();
	test_hostile();
	return done_testing();
}
