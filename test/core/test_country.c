/*
 * test_country.c: countries by their codes and by their names
 *
 * Each value is in memory of just its length, so that reading on is seen.
 */
#include <stdlib.h>
#include <string.h>

#include "country.h"
#include "fold.h"
#include "tap.h"

typedef int (*Lookup) (const char *value, size_t len);

static const char *
look_up(Lookup lookup, const char *value, size_t len)
{
	char	   *copy = malloc(len > 0 ? len : 1);
	int			country;

	memcpy(copy, value, len);
	country = lookup(copy, len);
	free(copy);
	return country < 0 ? "" : bv_countries[country].alpha2;
}

static void
check(Lookup lookup, const char *value, const char *expected)
{
	const char *found = look_up(lookup, value, strlen(value));

	ok(strcmp(found, expected) == 0, "\"%s\" is \"%s\", not \"%s\"", value, expected, found);
}

static void
test_codes(void)
{
	for (int i = 0; i < bv_country_count; i++)
	{
		const BvCountry *country = &bv_countries[i];

		if (i > 0 && strcmp(bv_countries[i - 1].alpha2, country->alpha2) >= 0)
			ok(0, "%s comes in order", country->alpha2);
		if (bv_country_by_code(country->alpha2, 2) != i || bv_country_by_code(country->alpha3, 3) != i ||
			bv_country_by_number(country->numeric) != i ||
			bv_country_by_name(country->name, strlen(country->name)) != i)
			ok(0, "%s is found by its codes and its name", country->alpha2);
	}
	ok(bv_country_count == 250, "the 249 countries of ISO 3166-1, and Kosovo");
	check(bv_country_by_code, "nl", "NL");
	check(bv_country_by_code, " NLD\n", "NL");
	check(bv_country_by_code, "Deu", "DE");
	check(bv_country_by_code, "UK", "");
	check(bv_country_by_code, "", "");
	check(bv_country_by_code, "N", "");
	check(bv_country_by_code, "NLDX", "");
	check(bv_country_by_code, "N1", "");
	check(bv_country_by_code, "ZZ", "");
	check(bv_country_by_code, "zzz", "");
	ok(bv_country_by_number(528) >= 0 && bv_country_by_number(0) < 0 && bv_country_by_number(999) < 0,
	   "numbers that are assigned are found");
}

static void
test_names(void)
{
	static const char *const names[][2] = {
		{"Netherlands", "NL"}, {"the netherlands", "NL"}, {"NEDERLAND", "NL"}, {"Holland", "NL"},
		{"Niederlande", "NL"}, {"Pays-Bas", "NL"}, {"Pa\xC3\xADses Bajos", "NL"}, {"Holandia", "NL"},
		{"Deutschland", "DE"}, {"Duitsland", "DE"}, {"Germany", "DE"}, {"Allemagne", "DE"},
		{"Alemania", "DE"}, {"Alemanha", "DE"}, {"Germania", "DE"}, {"Tyskland", "DE"}, {"Niemcy", "DE"},
		{"N\xC4\x9Bmecko", "DE"}, {"Saksa", "DE"}, {"\xC3\x96sterreich", "AT"}, {"Osterreich", "AT"},
		{"\xD6sterreich", "AT"}, {"United States", "US"}, {"U.S.A.", "US"}, {"USA", "US"},
		{"United States of America", "US"}, {"\xC3\x89tats-Unis", "US"}, {"Stati Uniti", "US"},
		{"C\xC3\xB4te d\xE2\x80\x99Ivoire", "CI"}, {"Cote d'Ivoire", "CI"}, {"Ivory Coast", "CI"},
		{"Korea, Republic of", "KR"}, {"Republic of Korea", "KR"}, {"South Korea", "KR"},
		{"Trinidad & Tobago", "TT"}, {"Trinidad and Tobago", "TT"}, {"T\xC3\xBCrkiye", "TR"},
		{"Turkey", "TR"}, {"\xD0\xA0\xD0\xBE\xD1\x81\xD1\x81\xD0\xB8\xD1\x8F", "RU"},
		{"\xE6\x97\xA5\xE6\x9C\xAC", "JP"}, {"\xE4\xB8\xAD\xE5\x9B\xBD", "CN"}, {"England", "GB"},
		{"\xCE\x95\xCE\xBB\xCE\xBB\xCE\xAC\xCE\xB4\xCE\xB1", "GR"}, {"\xC5\x81otwa", "LV"},
		{"Espan\xCC\x83" "a", "ES"}, {"", ""}, {" ", ""}, {"NL", ""}, {"Amsterdam", ""}, {"the", ""},
		{"Netherlands 2", ""}, {"Free", ""}, {"Red", ""}, {"of the and", ""}
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		check(bv_country_by_name, names[i][0], names[i][1]);
	check(bv_country_of, "NL", "NL");
	check(bv_country_of, "Sverige", "SE");
	check(bv_country_of, "none", "");
}

/* Bytes of no encoding, ends in the middle of a character, and more than there is room for. */
static void
test_hostile(void)
{
	char		text[1000];
	uint32_t	random = 1;
	int			hits = 0;

	for (int i = 0; i < 20000; i++)
	{
		size_t		len;

		random = random * 1664525 + 1013904223;
		len = (random >> 16) % 40;
		for (size_t j = 0; j < len; j++)
		{
			random = random * 1664525 + 1013904223;
			text[j] = random >> 24;
		}
		hits += look_up(bv_country_of, text, len)[0] != '\0';
	}
	ok(hits <= 40, "%d of 20000 random strings are countries, most of two letters", hits);
	for (int c = 0x80; c <= 0xFF; c++)
	{
		char		bytes[3] = {c, c, c};

		for (size_t len = 1; len <= 3; len++)
		{
			if (look_up(bv_country_by_name, bytes, len)[0] != '\0')
				ok(0, "bytes %02x are a country", c);
		}
	}
	memset(text, 'a', sizeof(text));
	ok(look_up(bv_country_by_name, text, sizeof(text))[0] == '\0', "a long word is none");
	memset(text, 0xDF, sizeof(text));
	ok(look_up(bv_country_by_name, text, sizeof(text))[0] == '\0', "nor is one that grows");
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = "ab "[i % 3];
	ok(look_up(bv_country_by_name, text, sizeof(text))[0] == '\0', "nor are many words");
}

static void
check_fold(const char *value, const char *expected)
{
	BvWords		words;

	bv_fold(value, strlen(value), &words);
	ok(words.size == (int) strlen(expected) && memcmp(words.text, expected, words.size) == 0,
	   "\"%s\" is folded to \"%s\"", value, expected);
}

static void
test_fold(void)
{
	BvWords		words;

	check_fold("", "");
	check_fold("J\xC3\xBCrgen", "jurgen");
	check_fold("J\xFCrgen", "jurgen");
	check_fold("  O'Neil--SMITH, 3rd ", "oneil smith 3rd");
	check_fold("O\xE2\x80\x99Neil", "oneil");
	check_fold("Stra\xC3\x9F" "e", "strasse");
	check_fold("\xC3\x86r\xC3\xB8sk\xC3\xB8" "bing", "aeroskobing");
	check_fold("Nguy\xE1\xBB\x85n V\xC4\x83n", "nguyen van");
	check_fold("Jo\xCC\x81zef", "jozef");
	check_fold("\xD0\x99\xD0\x9E\xD0\x93", "\xD0\xB8\xD0\xBE\xD0\xB3");
	bv_fold("Jan de Vries", 12, &words);
	ok(words.count == 3 && words.whole && !words.has_digit && bv_word_is(&words, 1, "de") &&
	   !bv_word_is(&words, 1, "d") && !bv_word_is(&words, 1, "deg") && bv_word_size(&words, 2) == 5,
	   "three words are told apart");
}

int
main(void)
{
	test_codes();
	test_names();
	test_hostile();
	test_fold();
	return done_testing();
}
