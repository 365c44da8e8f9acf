/* test_evidence.c: verdicts on columns whose truth is known */
#include <stdlib.h>
#include <string.h>

#include "evidence.h"
#include "made_key.h"
#include "pattern.h"
#include "table_word.h"
#include "tap.h"

static uint64_t seed = 42;

static uint64_t
draw(uint64_t below)
{
	return random_bits(&seed) % below;
}

static BvSample sample;

static void
begin(void)
{
	bv_sample_init(&sample, 2026);
}

static void
add(const char *value)
{
	sample.rows++;
	bv_sample_add(&sample, value, strlen(value));
}

static const char *
name_of(int number)
{
	const BvClass *class = bv_class_by_number(number);

	return class != NULL ? class->name : "none";
}

/* Is that the verdict?  The table is known by its name alone. */
static BvVerdict
expect(const char *class, const char *table, const char *column, int type,
	   const BvSample *values, const char *what)
{
	BvColumn	known = {0};
	BvTableContext context;
	BvVerdict	verdict;

	known.name = column;
	known.table_name = table;
	known.type = type;
	known.sample = values;
	if (values != NULL)
		bv_sample_end(&sample);
	context = bv_table_context(table, NULL, 0);
	verdict = bv_weigh(&known, &context);
	ok(strcmp(name_of(verdict.number), class) == 0, "%s: %s.%s is %s (%s %.3f, then %s %.3f)",
	   what, table, column, class, name_of(verdict.number), verdict.confidence,
	   name_of(verdict.runner_up), verdict.runner_up_confidence);
	return verdict;
}

static void
draw_bsn(char *text)
{
	for (;;)
	{
		int			sum = 0;

		for (int i = 0; i < 8; i++)
		{
			text[i] = '0' + (i == 0 ? 1 + draw(9) : draw(10));
			sum += (9 - i) * (text[i] - '0');
		}
		text[8] = '0' + sum % 11;
		text[9] = '\0';
		if (sum % 11 < 10)
			return;
	}
}

static void
test_names(void)
{
	expect("email", "t", "email", BV_TYPE_TEXT, NULL, "a name says it");
	expect("email", "t", "billing_email", BV_TYPE_TEXT, NULL, "a part of a name");
	expect("email", "t", "emailAddress", BV_TYPE_TEXT, NULL, "not an address");
	expect("none", "t", "email_verified", BV_TYPE_TEXT, NULL, "a word denies it");
	expect("none", "t", "email", BV_TYPE_BOOLEAN, NULL, "the type forbids it");
	expect("none", "t", "planning", BV_TYPE_TEXT, NULL, "no part of a word");
	expect("nl_bsn", "t", "bsn", BV_TYPE_INTEGER, NULL, "a number of the state");
	expect("family_name", "klanten", "achternaam", BV_TYPE_TEXT, NULL, "Dutch");
	expect("ip_address", "t", "source", BV_TYPE_INET, NULL, "the type says it");
	expect("de_kvnr", "t", "krankenversicherungsnr", BV_TYPE_TEXT, NULL, "nr is nummer");
	expect("phone", "t", "kontaktperson_telefon", BV_TYPE_TEXT, NULL, "not the name of a contact");
	expect("card_expiry", "t", "CCExpires", BV_TYPE_TEXT, NULL, "a card's end");
	expect("none", "users", "expires", BV_TYPE_TEXT, NULL, "an account's end");
	expect("vin", "t", "vin", BV_TYPE_TEXT, NULL, "the last of the weights");
	expect("none", "t", "", BV_TYPE_TEXT, NULL, "no name");
	expect("none", "", "\xff\xfe", BV_TYPE_TEXT, NULL, "not UTF-8");
}

/* Short names, other languages, their own scripts; and where a word stands. */
static void
test_languages(void)
{
	expect("postcode", "kna1", "pstlz", BV_TYPE_TEXT, NULL, "a column of SAP");
	expect("birth_date", "t", "GBDAT", BV_TYPE_DATE, NULL, "another");
	expect("phone", "clientes", "tfno_contacto", BV_TYPE_TEXT, NULL, "short Spanish");
	expect("city", "medewerkers", "wpl", BV_TYPE_TEXT, NULL, "short Dutch");
	expect("phone", "kokyaku", "denwa_bango", BV_TYPE_TEXT, NULL, "Japanese in Latin letters");
	expect("birth_date", "\xE9\xA1\xA7\xE5\xAE\xA2", "\xE7\x94\x9F\xE5\xB9\xB4\xE6\x9C\x88\xE6\x97\xA5",
		   BV_TYPE_DATE, NULL, "Japanese");
	expect("family_name", "t", "\xD0\xA4\xD0\xB0\xD0\xBC\xD0\xB8\xD0\xBB\xD0\xB8\xD1\x8F", BV_TYPE_TEXT, NULL,
		   "Russian with a capital");
	expect("birth_date", "t", "\xD0\x94\xD0\xB0\xD1\x82\xD0\xB0\xD0\xA0\xD0\xBE\xD0\xB6\xD0\xB4\xD0\xB5\xD0\xBD\xD0\xB8\xD1\x8F",
		   BV_TYPE_DATE, NULL, "Russian camel case");
	expect("phone", "t", "\xCE\xA4\xCE\xB7\xCE\xBB\xCE\xAD\xCF\x86\xCF\x89\xCE\xBD\xCE\xBF", BV_TYPE_TEXT, NULL,
		   "Greek with an accent");
	expect("none", "employees", "title", BV_TYPE_TEXT, NULL, "a doctor's, or a director's");
	expect("none", "films", "title", BV_TYPE_TEXT, NULL, "what a film is called");
	expect("email", "users", "unconfirmed_email", BV_TYPE_TEXT, NULL, "before it an adjective says which");
	expect("none", "users", "email_unconfirmed", BV_TYPE_TEXT, NULL, "behind it how it stands");
	expect("phone", "t", "num_telefono", BV_TYPE_TEXT, NULL, "a number in Spanish");
	expect("none", "t", "num_phones", BV_TYPE_TEXT, NULL, "a number of them in English");
	expect("none", "t", "tipo_documento", BV_TYPE_TEXT, NULL, "a kind of document");
	expect("none", "pictures", "image_alt", BV_TYPE_TEXT, NULL, "what is said of a picture");
	expect("none", "films", "genre", BV_TYPE_TEXT, NULL, "of a film");
	expect("gender", "salaries", "genre", BV_TYPE_TEXT, NULL, "of a French employee");
	expect("none", "jobs", "last_run", BV_TYPE_TEXT, NULL, "no number of Chile");
	expect("none", "orders", "email_frequency", BV_TYPE_TEXT, NULL, "how often");
	expect("none", "products", "gueltig_bis", BV_TYPE_DATE, NULL, "no card");
}

/* Is the verdict that class, protected so? */
static void
expect_protected(const char *class, const char *protection, const char *column, int type,
				 const BvSample *values)
{
	BvVerdict	verdict = expect(class, "customers", column, type, values, protection);
	const char *said = bv_protection_name(verdict.protection);

	ok(strcmp(said != NULL ? said : "none", protection) == 0, "protected = %s", protection);
}

static void
test_protections(void)
{
	char		text[128];

	begin();
	for (int i = 0; i < 40; i++)
	{
		for (int j = 0; j < 64; j++)
			text[j] = "0123456789abcdef"[draw(16)];
		text[64] = '\0';
		add(text);
	}
	expect_protected("us_ssn", "hash", "ssn_sha256", BV_TYPE_TEXT, &sample);
	expect_protected("us_ssn", "hmac", "ssn_hmac", BV_TYPE_TEXT, &sample);
	expect_protected("email", "hmac", "email_bidx", BV_TYPE_TEXT, &sample);
	begin();
	for (int i = 0; i < 40; i++)
	{
		snprintf(text, sizeof(text), "%04d", (int) draw(10000));
		add(text);
	}
	expect_protected("payment_card", "truncated", "card_last4", BV_TYPE_TEXT, &sample);
	expect_protected("us_ssn", "truncated", "ssnLast4", BV_TYPE_TEXT, &sample);
	expect("none", "customers", "last4", BV_TYPE_TEXT, &sample, "of what, nothing says");
	begin();
	for (int i = 0; i < 40; i++)
	{
		snprintf(text, sizeof(text), "vault:v1:%08x%08xQm%08xZz==", (unsigned) draw(1u << 31),
				 (unsigned) draw(1u << 31), (unsigned) draw(1u << 31));
		add(text);
	}
	expect_protected("iban", "key_outside", "iban", BV_TYPE_TEXT, &sample);
	begin();
	for (int i = 0; i < 40; i++)
	{
		for (int j = 0; j < 64; j++)
			text[j] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[draw(64)];
		text[64] = '\0';
		add(text);
	}
	expect_protected("phone", "key_inside", "phone_enc", BV_TYPE_TEXT, &sample);
	expect_protected("phone", "key_outside", "phone_kms", BV_TYPE_TEXT, &sample);
	begin();
	for (int i = 0; i < 40; i++)
	{
		snprintf(text, sizeof(text), "%c****@example.org", (int) ('a' + i % 26));
		text[1] = i < 26 ? '*' : '_';
		add(text);
	}
	expect_protected("email", "masked", "email_masked", BV_TYPE_TEXT, &sample);
	/* by the name alone, also of bytes, which nobody reads */
	expect_protected("email", "hmac", "email_hmac", BV_TYPE_BYTES, NULL);
	expect_protected("us_ssn", "key_inside", "ssn_encrypted", BV_TYPE_BYTES, NULL);
	expect_protected("payment_card", "truncated", "card_last_four", BV_TYPE_TEXT, NULL);
	expect_protected("api_secret", "none", "email_token", BV_TYPE_TEXT, NULL);
	expect_protected("none", "none", "file_hash", BV_TYPE_BYTES, NULL);
	expect_protected("email", "none", "email", BV_TYPE_TEXT, NULL);
}

static void
test_tables(void)
{
	expect("name", "customer", "name", BV_TYPE_TEXT, NULL, "people have names");
	expect("name", "Mitarbeiter", "Name", BV_TYPE_TEXT, NULL, "so do Germans");
	expect("none", "product", "name", BV_TYPE_TEXT, NULL, "things have names");
	expect("none", "customer_categories", "name", BV_TYPE_TEXT, NULL, "the last word counts");
	expect("none", "t", "name", BV_TYPE_TEXT, NULL, "nothing known");
	expect("name", "invoice", "customer_name", BV_TYPE_TEXT, NULL, "the column says whose");
	expect("none", "person", "product_name", BV_TYPE_TEXT, NULL, "the column says of what");
	expect("none", "orders", "state", BV_TYPE_TEXT, NULL, "a state of affairs");
	expect("region", "customers", "state", BV_TYPE_TEXT, NULL, "a state of the union");
	expect("account_id", "orders", "customer_id", BV_TYPE_INTEGER, NULL, "a link");
	expect("account_id", "orders", "kundnr", BV_TYPE_TEXT, NULL, "a link in Swedish");
	expect("none", "customer", "id", BV_TYPE_INTEGER, NULL, "a key");
	expect("none", "orders", "product_id", BV_TYPE_INTEGER, NULL, "a link to a thing");

	ok(bv_word_kind("customer", 8) == BV_WORD_PERSON &&
	   bv_word_kind("customers", 9) == BV_WORD_PERSON, "plural in -s");
	ok(bv_word_kind("categories", 10) == BV_WORD_THING, "plural in -ies");
	ok(bv_word_kind("boxes", 5) == BV_WORD_UNKNOWN, "no such word");
	ok(bv_word_kind("", 0) == BV_WORD_UNKNOWN, "no word");
	ok(bv_word_kind("customer", 6) == BV_WORD_UNKNOWN, "a prefix is another word");
}

static void
test_siblings(void)
{
	static const char *const personal[] = {"first_name", "email", "birth_date"};
	BvVerdict	beside[3];
	BvColumn	column = {0};
	BvTableContext context;
	BvVerdict	alone;
	BvVerdict	company;

	column.table_name = "t1";
	column.type = BV_TYPE_TEXT;
	for (int i = 0; i < 3; i++)
	{
		column.name = personal[i];
		beside[i] = bv_weigh(&column, NULL);
	}
	column.name = "name";
	alone = bv_weigh(&column, NULL);
	context = bv_table_context("t1", beside, 3);
	company = bv_weigh(&column, &context);
	ok(alone.number == 0 && strcmp(name_of(company.number), "name") == 0,
	   "a name beside email and birth date is a person's");
	context = bv_table_context("t1", &alone, 1);
	ok(context.people == 0, "a table of one column has no others");
}

/* Values tell whether a title is a trade. */
static void
test_titles(void)
{
	static const char *const trades[] = {
		"Sales Manager", "Accountant", "Software Engineer", "Nurse", "Sales Representative", "Office Manager"
	};

	begin();
	for (size_t i = 0; i < sizeof(trades) / sizeof(trades[0]); i++)
		add(trades[i]);
	expect("occupation", "employees", "title", BV_TYPE_TEXT, &sample, "what an employee is");
	begin();
	add("Mr");
	add("Mrs");
	add("Dr");
	expect("none", "employees", "title", BV_TYPE_TEXT, &sample, "how an employee is called");
}

/* "nom" is the family's beside "prenom", the whole name without. */
static void
test_rest_of_name(void)
{
	BvVerdict	beside;
	BvColumn	column = {0};
	BvTableContext context;

	column.table_name = "clients";
	column.type = BV_TYPE_TEXT;
	column.name = "prenom";
	beside = bv_weigh(&column, NULL);
	context = bv_table_context("clients", &beside, 1);
	column.name = "nom";
	ok(strcmp(name_of(bv_weigh(&column, &context).number), "family_name") == 0, "nom beside prenom");
	column.name = "name";
	ok(strcmp(name_of(bv_weigh(&column, &context).number), "name") == 0, "name beside prenom");
	column.name = "nom";
	context = bv_table_context("clients", &beside, 0);
	ok(strcmp(name_of(bv_weigh(&column, &context).number), "name") == 0, "nom alone");
}

static void
test_values(void)
{
	char		text[64];
	BvVerdict	verdict;

	begin();
	for (int i = 0; i < 200; i++)
	{
		draw_bsn(text);
		add(text);
	}
	verdict = expect("nl_bsn", "t", "c", BV_TYPE_TEXT, &sample, "two hundred BSNs");
	ok(verdict.share == 1, "all are valid");
	expect("nl_bsn", "t", "c", BV_TYPE_INTEGER, &sample, "as integers");
	expect("nl_bsn", "klant", "bsn", BV_TYPE_TEXT, &sample, "with their name");

	begin();
	draw_bsn(text);
	add(text);
	expect("none", "t", "c", BV_TYPE_TEXT, &sample, "one BSN is luck");

	begin();
	for (int i = 0; i < 200; i++)
	{
		snprintf(text, sizeof(text), "%d", (int) (100000000 + draw(900000000)));
		add(text);
	}
	expect("none", "t", "c", BV_TYPE_INTEGER, &sample, "keys of nine digits");
	expect("none", "t", "ssn", BV_TYPE_TEXT, &sample, "a tenth of which are no SSN, whatever its name");

	begin();
	for (int i = 0; i < 200; i++)
	{
		snprintf(text, sizeof(text), "%03d%02d%04d", (int) (1 + draw(600)),
				 (int) (1 + draw(99)), (int) (1 + draw(9999)));
		add(text);
	}
	expect("us_ssn", "t", "ssn", BV_TYPE_TEXT, &sample, "nine digits called SSN");
	expect("none", "t", "c", BV_TYPE_TEXT, &sample, "nine digits called nothing");

	begin();
	for (int i = 0; i < 200; i++)
	{
		snprintf(text, sizeof(text), "%d", 123456700 + i);
		add(text);
	}
	verdict = expect("none", "t", "c", BV_TYPE_INTEGER, &sample, "a counter");
	ok(verdict.generated, "seen to be one");
	expect("none", "orders", "bsn_order", BV_TYPE_INTEGER, &sample, "whatever its name hints at");

	begin();
	for (int i = 0; i < 200; i++)
	{
		snprintf(text, sizeof(text), "%d", (int) (1500000000 + draw(100000000)));
		add(text);
	}
	verdict = expect("none", "t", "c", BV_TYPE_INTEGER, &sample, "a clock");
	ok(verdict.generated, "seen to be one");

	for (int digits = 8; digits <= 19; digits++)
	{
		begin();
		for (int i = 0; i < 300; i++)
		{
			made_digits(text, digits - 1, &seed);
			made_append_check(text, MADE_CHECK_LUHN);
			add(text);
		}
		expect("none", "t", "c", BV_TYPE_TEXT, &sample, "keys with Luhn's digit");
	}

	begin();
	for (int i = 0; i < 100; i++)
	{
		snprintf(text, sizeof(text), "%03d-%02d-%04d", (int) (1 + draw(600)),
				 (int) (1 + draw(99)), (int) (1 + draw(9999)));
		add(text);
	}
	expect("us_ssn", "t", "c", BV_TYPE_TEXT, &sample, "hyphens where an SSN has them");

	begin();
	for (int i = 0; i < 100; i++)
	{
		snprintf(text, sizeof(text), i % 10 < 6 ? "u%d@example.com" : "unknown %d", i);
		add(text);
	}
	verdict = expect("email", "t", "c", BV_TYPE_TEXT, &sample, "a dirty column");
	ok(verdict.share == 0.6, "its share is told");

	begin();
	for (int i = 0; i < 100; i++)
	{
		snprintf(text, sizeof(text), i < 2 ? "u%d@example.com" : "unknown %d", i);
		add(text);
	}
	expect("none", "t", "c", BV_TYPE_TEXT, &sample, "two strays");
	expect("none", "t", "email", BV_TYPE_TEXT, &sample, "a name that its values belie");
}

static void
test_dates(void)
{
	char		text[32];

	begin();
	for (int i = 0; i < 100; i++)
	{
		snprintf(text, sizeof(text), "%04d-%02d-%02d", (int) (1940 + draw(60)),
				 (int) (1 + draw(12)), (int) (1 + draw(28)));
		add(text);
	}
	expect("birth_date", "person", "birth_date", BV_TYPE_DATE, &sample, "dates of birth");
	expect("none", "person", "hired", BV_TYPE_DATE, &sample, "never without a name");
	expect("none", "person", "created_at", BV_TYPE_DATE, &sample, "nor with another one");

	begin();
	for (int i = 0; i < 100; i++)
	{
		snprintf(text, sizeof(text), "2025-%02d-%02d", (int) (1 + draw(12)), (int) (1 + draw(28)));
		add(text);
	}
	ok(sample.dated == sample.distinct && sample.grown_up == 0, "dates of this decade");
}

/* Whatever comes in, probabilities come out, and nothing is read out of bounds. */
static void
test_noise(void)
{
	static const int types[] = {
		BV_TYPE_TEXT, BV_TYPE_INTEGER, BV_TYPE_NUMERIC, BV_TYPE_FLOAT, BV_TYPE_DATE,
		BV_TYPE_BOOLEAN, BV_TYPE_BYTES, BV_TYPE_UUID, BV_TYPE_INET, BV_TYPE_MAC,
		BV_TYPE_ENUM, BV_TYPE_JSON, BV_TYPE_MONEY, BV_TYPE_GEOMETRY, BV_TYPE_OTHER
	};
	int			wrong = 0;

	for (int round = 0; round < 3000; round++)
	{
		char		name[64];
		char		table[64];
		BvColumn	column = {0};
		BvVerdict	verdict[2];
		BvTableContext context;
		int			values = draw(40);
		int			alphabet = draw(3);

		begin();
		for (int v = 0; v < values; v++)
		{
			size_t		len = draw(300);
			char	   *value = malloc(len + 1);

			for (size_t i = 0; i < len; i++)
				value[i] = alphabet == 0 ? (char) draw(256) :
					alphabet == 1 ? "0123456789-. "[draw(13)] : "ab@. :/$"[draw(8)];
			bv_sample_add(&sample, value, len);
			free(value);
		}
		if (draw(2))
			snprintf(name, sizeof(name), "%s", bv_classes[draw(bv_class_count)].name);
		else
			snprintf(name, sizeof(name), "%c%c_\xc3\xa9%d", (int) ('a' + draw(26)),
					 (int) (128 + draw(128)), (int) draw(100));
		snprintf(table, sizeof(table), "%s", draw(2) ? "customer" : "\xf0\x9f\x98");
		column.name = name;
		column.table_name = table;
		column.type = types[draw(sizeof(types) / sizeof(types[0]))];
		column.key = draw(3);
		column.key_target = draw(2) ? "person" : NULL;
		column.sample = draw(4) ? &sample : NULL;
		verdict[0] = bv_weigh(&column, NULL);
		context = bv_table_context(table, verdict, 1);
		verdict[1] = bv_weigh(&column, &context);
		for (int i = 0; i < 2; i++)
			wrong += !(verdict[i].confidence >= 0 &&
					   verdict[i].runner_up_confidence >= 0 &&
					   verdict[i].confidence + verdict[i].runner_up_confidence <= 1 + 1e-9 &&
					   (verdict[i].number == 0 || bv_class_by_number(verdict[i].number)));
	}
	ok(wrong == 0, "probabilities out of noise");
}

/* Sixty values of a pattern. */
static void
add_pattern(const char *pattern)
{
	char		text[PATTERN_TEXT_MAX];

	begin();
	for (int i = 0; i < 60; i++)
	{
		text[pattern_text(pattern, &seed, text)] = '\0';
		add(text);
	}
}

/* Columns of things whose values are on lists of names, or pass for identifiers, and what is near them. */
static void
test_things(void)
{
	static const char *const ships[] = {
		"Aurora", "Victoria", "Diana", "Isabella", "Amalia", "Beatrix", "Charlotte", "Astrid", "Sofia",
		"Helena", "Carolina", "Louise"
	};
	static const char *const months[] = {
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
		"November", "December"
	};
	static const char *const towns[] = {
		"London", "Bath", "Lincoln", "Lancaster", "Palermo", "Napoli", "Milano", "Verona", "Jackson",
		"Houston", "Austin", "Dallas", "Paris", "Lyon", "Marseille", "Berlin", "Hamburg", "Leeds",
		"Bradford", "Sheffield", "Preston", "Burton", "Durham", "York", "Chester", "Hull", "Toledo",
		"Salerno", "Messina", "Pisa", "Trento", "Bergamo"
	};
	static const char *const plain[] = {
		"Jansen", "Bakker", "Visser", "Smit", "Meijer", "Mulder", "Bos", "Vos", "Peters", "Hendriks",
		"Dekker", "Brouwer", "Dijkstra", "Smits", "Maas", "Verhoeven", "Kok", "Jacobs", "Vermeulen",
		"Schouten", "Willems", "Hoekstra", "Koster", "Prins", "Blom", "Huisman", "Peeters", "Kuipers",
		"Veenstra", "Kramer", "Postma", "Martens"
	};
	begin();
	for (size_t i = 0; i < sizeof(ships) / sizeof(ships[0]); i++)
		add(ships[i]);
	expect("none", "t", "c1", BV_TYPE_TEXT, &sample, "too few for names of people");
	expect("none", "voyage", "vessel_name", BV_TYPE_TEXT, &sample, "ships have names of people");
	expect("given_name", "member", "vorname", BV_TYPE_TEXT, &sample, "but it says so");
	begin();
	for (size_t i = 0; i < sizeof(months) / sizeof(months[0]); i++)
		add(months[i]);
	expect("none", "t", "c1", BV_TYPE_TEXT, &sample, "months have names of people");
	begin();
	for (size_t i = 0; i < sizeof(towns) / sizeof(towns[0]); i++)
		add(towns[i]);
	expect("none", "t", "c1", BV_TYPE_TEXT, &sample, "families are called after towns");
	expect("birth_place", "ospiti", "luogo_nascita", BV_TYPE_TEXT, &sample, "towns of birth");
	begin();
	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		add(plain[i]);
	expect("family_name", "t", "c1", BV_TYPE_TEXT, &sample, "families that are called after nothing");

	add_pattern("LH[1-9]\\d{3}");
	expect("none", "t", "c1", BV_TYPE_TEXT, &sample, "flights look as plates of one series do");
	add_pattern("[A-Z]{2}\\d{6}");
	expect("none", "t", "c1", BV_TYPE_TEXT, &sample, "two letters and six digits");
	add_pattern("[0-8].1?\\d.\\d{1,2}.(\\d{1,2}|1\\d\\d|2[0-4]\\d)");
	expect("none", "t", "c1", BV_TYPE_TEXT, &sample, "versions of four numbers");
	add_pattern("10.0.1?\\d.(\\d{1,2}|1\\d\\d|2[0-4]\\d)");
	expect("ip_address", "t", "c1", BV_TYPE_TEXT, &sample, "addresses of one's own network");
	add_pattern("10.0.1[0-9]\\d{3}");
	expect("none", "t", "c1", BV_TYPE_TEXT, &sample, "versions with dots as in telephone numbers");
	add_pattern("\\d{5}-\\d{4}-\\d{2}");
	expect("none", "t", "c1", BV_TYPE_TEXT, &sample, "digits in groups");
	add_pattern("+39 [1-9]\\d{2} \\d{7}");
	expect("phone", "t", "c1", BV_TYPE_TEXT, &sample, "a country's code, whatever the plan");
	add_pattern("\\d{1,5}.\\d{1,2}@example.org");
	expect("none", "post", "outbound_message_id", BV_TYPE_TEXT, &sample, "identifiers of messages");
	expect("email", "post", "c1", BV_TYPE_TEXT, &sample, "which look like addresses");
}

/* Whose it is, and what of theirs; short forms; words that things have too. */
static void
test_owners(void)
{
	expect("phone", "patient", "emergency_contact_phone", BV_TYPE_TEXT, NULL, "not the contact");
	expect("phone", "pupil", "guardian_phone", BV_TYPE_TEXT, NULL, "the number of kin");
	expect("name", "pupil", "guardian_name", BV_TYPE_TEXT, NULL, "the name of kin");
	expect("name", "approval_step", "approver_name", BV_TYPE_TEXT, NULL, "a person's, in a table of things");
	expect("family_name", "users", "lastnamephonetic", BV_TYPE_TEXT, NULL, "a name and a word in one");
	expect("passport", "crew", "passport_id", BV_TYPE_TEXT, NULL, "an id, not of a row");
	expect("nationality", "party", "ctzn", BV_TYPE_TEXT, NULL, "short English");
	expect("birth_date", "klienty", "data_rozhd", BV_TYPE_TEXT, NULL, "short Russian");
	expect("birth_date", "isikud", "synniaeg", BV_TYPE_DATE, NULL, "Estonian");
	expect("income", "ovdim", "maskoret", BV_TYPE_NUMERIC, NULL, "Hebrew");
	expect("none", "customers", "role", BV_TYPE_TEXT, NULL, "a role in a program");
	expect("none", "herd", "raza", BV_TYPE_TEXT, NULL, "a breed");
	expect("none", "orders", "gift", BV_TYPE_TEXT, NULL, "a present, not married");
	expect("none", "invoice", "numero_documento", BV_TYPE_TEXT, NULL, "any document");
	expect("none", "batch", "exp_dt", BV_TYPE_TEXT, NULL, "what expires is no card");
	expect("none", "products", "description", BV_TYPE_TEXT, NULL, "of what is sold");
}

int
main(void)
{
	test_names();
	test_languages();
	test_protections();
	test_tables();
	test_siblings();
	test_titles();
	test_rest_of_name();
	test_values();
	test_dates();
	test_noise();
	test_things();
	test_owners();
	return done_testing();
}
