/*
 * test_lexicon.c: what values look like by their words
 *
 * Each value is in memory of just its length, so that reading on is seen.
 */
#include <stdlib.h>
#include <string.h>

#include "address.h"
#include "class.h"
#include "lexicon.h"
#include "tap.h"

static uint32_t
look_up(const char *value, size_t len)
{
	char	   *copy = malloc(len > 0 ? len : 1);
	uint32_t	kinds;

	memcpy(copy, value, len);
	kinds = bv_words_of(copy, len);
	bv_is_address(copy, len);
	free(copy);
	return kinds;
}

#define LISTED 24

static const struct
{
	uint32_t	kind;
	const char *is[LISTED];
	const char *is_not[LISTED];
}			cases[] = {
	{
		BV_WORDS_GIVEN_NAME,
		{"Jan", "Maria", "J\xC3\xBCrgen", "J\xFCrgen", "JURGEN", "Anne-Marie", "Mohammed", "Priya", "Wei", "Olumide",
			"Agnieszka", "Bj\xC3\xB6rn", "Jos\xC3\xA9 Luis", "Zeynep", "Siobhan", "Thijs", "Fran\xC3\xA7oise"},
		{"", "x", "Q", "table", "pending", "Jan 2", "12", "NL", "EUR", "the", "Ziekenhuis", "de", "http", "asdf"}
	},
	{
		BV_WORDS_FAMILY_NAME,
		{"Jansen", "de Vries", "van den Berg", "M\xC3\xBCller", "O'Brien", "Garc\xC3\xAD" "a L\xC3\xB3pez",
			"Kowalski", "Andersson", "Nguy\xE1\xBB\x85n", "Rossi", "da Silva", "Yilmaz", "Singh", "Zhang", "el Amrani",
			"Smith-Jones"},
		{"", "shipped", "van", "de", "Jansen & Co 2", "kubernetes", "A1", "USD"}
	},
	{
		BV_WORDS_FULL_NAME,
		{"Jan de Vries", "Jansen, Piet", "Dr. Anna van den Berg", "Mr John Smith Jr.", "J. Smith", "Mar\xC3\xAD" "a Jos\xC3\xA9 "
			"Garc\xC3\xAD" "a", "Nagy Istv\xC3\xA1n", "Wei Zhang", "Priya Sharma", "Mohammed El Amrani", "ANNA KOWALSKA",
			"Lars Andersson", "Giulia Rossi", "John F. Kennedy"},
		{"", "Jan", "Star Wars", "New orders", "Order 66", "red shirt", "in progress", "Project manager", "Lorem ipsum dolor",
			"Mozilla Firefox", "a b", "United States"}
	},
	{
		BV_WORDS_CITY,
		{"Amsterdam", "Den Haag", "'s-Gravenhage", "New York", "S\xC3\xA3o Paulo", "M\xC3\xBCnchen", "Rotterdam", "Lyon",
			"Sevilla", "Torino", "Lisboa", "G\xC3\xB6teborg", "Krak\xC3\xB3w", "Mumbai"},
		{"", "Hague The", "shipped", "Amsterdam 3", "drums"}
	},
	{
		BV_WORDS_REGION,
		{"Noord-Holland", "California", "Bayern", "Andaluc\xC3\xAD" "a", "NL-NH", "US-CA", "FR-75C", "CA", "NY", "Ontario"},
		{"", "nl-nh", "XX-99", "ZZ", "QQ", "US-", "shipped"}
	},
	{
		BV_WORDS_COUNTRY,
		{"Netherlands", "Deutschland", "C\xC3\xB4te d'Ivoire", "France", "Italia", "Espa\xC3\xB1" "a", "Polska"},
		{"", "NL", "Europe 1", "table", "free"}
	},
	{
		BV_WORDS_COUNTRY_CODE,
		{"NL", "NLD", "US", "USA", "DE"},
		{"nl", "Nl", "ZZ", "N", "NLDE", "AAA"}
	},
	{
		BV_WORDS_STREET,
		{"Kerkstraat 12", "Kerkstraat", "Dorpsweg 3 a", "221B Baker Street", "12 rue de la Paix", "Via Roma, 3", "Hauptstr. 5a",
			"Hauptstra\xC3\x9F" "e 5", "Calle Mayor 7", "Avenida da Liberdade 10", "Storgatan 4", "ul. Marsza\xC5\x82kowska 10",
			"Postbus 1234", "P.O. Box 77", "PO Box 77", "Postfach 12", "Apartado 44", "12 Main St, Springfield", "Nygade 3",
			"Mannerheimintie 5", "1600 Pennsylvania Ave NW", "10 Downing Street", "Goldring 12"},
		{"", "street", "way 3", "Release 12", "iPhone 12", "square 2", "2024-01-15", "drive", "boxer 3", "12", "hard drive",
			"straat", "12 apples", "Chapter 3", "06-12345678", "wiring", "spring", "politie"}
	},
	{
		BV_WORDS_OCCUPATION,
		{"Software Engineer", "nurse", "Projectmedewerker", "Krankenschwester", "Infirmi\xC3\xA8re", "abogado", "Idraulico",
			"enfermeira", "Sjuksk\xC3\xB6terska", "nauczyciel", "Project manager", "Senior Consultant"},
		{"", "engine", "pending", "12", "Monday"}
	},
	{
		BV_WORDS_COMPANY,
		{"Apple Inc.", "Ziggo B.V.", "Siemens AG", "Bosch GmbH", "Renault S.A.", "Fiat S.p.A.", "Volvo AB", "Smith & Sons Ltd",
			"Orlen sp. z o.o.", "Stichting Lezen"},
		{"", "Inc", "B.V.", "Jan de Vries", "a b c", "group"}
	},
	{
		BV_WORDS_LANGUAGE,
		{"English", "Nederlands", "fran\xC3\xA7" "ais", "Deutsch", "espa\xC3\xB1ol"},
		{"", "C++", "sql", "en"}
	},
	{
		BV_WORDS_RELIGION,
		{"Catholic", "Muslim", "rooms-katholiek", "evangelisch", "Musulmane", "Hindu"},
		{"", "pending", "none"}
	},
};

static void
test_kinds(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		for (int j = 0; j < LISTED && cases[i].is[j] != NULL; j++)
			ok((look_up(cases[i].is[j], strlen(cases[i].is[j])) & cases[i].kind) != 0,
			   "\"%s\" looks like 0x%04x", cases[i].is[j], cases[i].kind);
		for (int j = 0; j < LISTED && cases[i].is_not[j] != NULL; j++)
			ok((look_up(cases[i].is_not[j], strlen(cases[i].is_not[j])) & cases[i].kind) == 0,
			   "\"%s\" does not look like 0x%04x", cases[i].is_not[j], cases[i].kind);
	}
	ok((look_up("Adalmir da Rosa", 15) & (BV_WORDS_FULL_NAME | BV_WORDS_RARE)) ==
	   (BV_WORDS_FULL_NAME | BV_WORDS_RARE) && (look_up("Anna Kowalska", 13) & BV_WORDS_RARE) == 0,
	   "so are those of which a part is not known");
	ok((look_up("Grace", 5) & BV_WORDS_ORDINARY) != 0 && (look_up("Jansen", 6) & BV_WORDS_ORDINARY) == 0,
	   "names that are words are known as such");
}

static void
test_address(void)
{
	static const char *const is[] = {
		"Kerkstraat 12", "Kerkstraat 12-2", "12 Main St", "Via Roma, 3", "Postbus 1234", "Calle Mayor, n\xC2\xBA 7",
		"10 Downing Street, London", "Rua Augusta 12, 3 Esq.", "Flat 3, 12 High Street"
	};
	static const char *const is_not[] = {
		"", "Kerkstraat", "High Street", "Main", "12", "box", "12 34 56", "Jan de Vries", "Amsterdam", "12 Monkeys",
		"Version 12", "Street 12345678"
	};

	for (size_t i = 0; i < sizeof(is) / sizeof(is[0]); i++)
		ok(bv_is_address(is[i], strlen(is[i])), "\"%s\" is an address", is[i]);
	for (size_t i = 0; i < sizeof(is_not) / sizeof(is_not[0]); i++)
		ok(!bv_is_address(is_not[i], strlen(is_not[i])), "\"%s\" is none", is_not[i]);
}

static void
test_rates(void)
{
	for (int i = 0; i < BV_WORDS_KINDS; i++)
	{
		const BvWordsRate *rate = &bv_words_rates[i];

		ok(rate->kind == UINT32_C(1) << i && rate->hit > rate->chance && rate->chance > 0 &&
		   bv_class_by_name(rate->class_name, strlen(rate->class_name)) != NULL,
		   "0x%04x speaks for a class", rate->kind);
	}
}

/* Bytes of no encoding, and words without end, are read without reading on. */
static void
test_hostile(void)
{
	static const char some[] = "aeinrst AN-'.,0\xC3\xBC\xE2\x80\xFF\xF0";
	char		text[600];
	uint32_t	random = 1;
	int			names = 0;

	for (int i = 0; i < 100000; i++)
	{
		size_t		len;

		random = random * 1664525 + 1013904223;
		len = (random >> 16) % (i % 100 == 0 ? sizeof(text) : 30);
		for (size_t j = 0; j < len; j++)
		{
			random = random * 1664525 + 1013904223;
			text[j] = i % 2 ? some[(random >> 16) % sizeof(some)] : (char) (random >> 24);
		}
		names += (look_up(text, len) & (BV_WORDS_FULL_NAME | BV_WORDS_RARE)) == BV_WORDS_FULL_NAME;
	}
	ok(names < 2000, "%d of 100000 random strings look like whole names", names);
	memset(text, 'x', sizeof(text));
	for (size_t len = 0; len < sizeof(text); len += 7)
	{
		if (look_up(text, len) != 0)
			ok(0, "%zu letters are nothing", len);
	}
	memset(text, 0xDF, sizeof(text));
	ok(look_up(text, 100) == 0 && look_up(text, sizeof(text)) == 0, "nor are letters that double");
}

int
main(void)
{
	test_kinds();
	test_address();
	test_rates();
	test_hostile();
	return done_testing();
}
