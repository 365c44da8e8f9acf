/* test_evidence.c: verdicts on columns whose truth is known */
#include <stdlib.h>
#include <string.h>

#include "evidence.h"
#include "table_word.h"
#include "tap.h"

static uint64_t state = 42;

static uint64_t
draw(uint64_t below)
{
	/* xorshift64*: the same values everywhere */
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (state * UINT64_C(2685821657736338717)) % below;
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

/* A number of that many digits, the last of them Luhn's. */
static void
draw_luhn(char *text, int digits)
{
	int			sum = 0;

	for (int i = 0; i < digits - 1; i++)
	{
		int			d = i == 0 ? 1 + draw(9) : draw(10);
		int			doubled = (digits - 2 - i) % 2 == 0 ? 2 * d : d;

		text[i] = '0' + d;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	text[digits - 1] = '0' + (10 - sum % 10) % 10;
	text[digits] = '\0';
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
			draw_luhn(text, digits);
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

int
main(void)
{
	test_names();
	test_tables();
	test_siblings();
	test_values();
	test_dates();
	test_noise();
	return done_testing();
}
