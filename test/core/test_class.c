/* test_class.c: the catalogue holds together, and names find their classes */
#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "column_name.h"
#include "tap.h"

static bool
is_name(const char *name)
{
	return name[0] >= 'a' && name[0] <= 'z' &&
		name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static void
test_table(void)
{
	int			numbers = 0;
	int			names = 0;
	int			texts = 0;
	int			ranges = 0;
	int			countries = 0;

	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];
		size_t		countries_len = strlen(class->jurisdiction);

		numbers += class->number == i + 1 && bv_class_by_number(i + 1) == class;
		names += is_name(class->name) && strlen(class->name) < 64 &&
			bv_class_by_name(class->name, strlen(class->name)) == class;
		texts += class->category[0] != '\0' && class->rule[0] != '\0' &&
			class->hibp[0] != '\0' && class->fideslang[0] != '\0' && class->dpv[0] != '\0' &&
			bv_role_name(class->role) != NULL && bv_subject_kind_name(class->subject) != NULL &&
			bv_evidence_name(class->evidence) != NULL;
		ranges += (class->tier == 1 || class->tier == 2) &&
			class->linkage >= 0 && class->linkage <= 1 &&
			class->domain >= 0 && class->chance >= 0 && class->chance <= 1 &&
			class->types != 0 &&
			(class->special == BV_SPECIAL_NONE || class->special == BV_SPECIAL_ARTICLE_9 ||
			 class->special == BV_SPECIAL_ARTICLE_10);
		countries += strcmp(class->jurisdiction, "*") == 0 ||
			(countries_len % 3 == 2 &&
			 strspn(class->jurisdiction, "ABCDEFGHIJKLMNOPQRSTUVWXYZ,") == countries_len);
	}
	ok(bv_class_count == 172, "172 classes");
	ok(numbers == bv_class_count, "numbers are contiguous from 1");
	ok(names == bv_class_count, "names are simple and unique");
	ok(texts == bv_class_count, "no text is missing");
	ok(ranges == bv_class_count, "numbers are in range");
	ok(countries == bv_class_count, "jurisdictions are countries or *");
	/* numbers are on disk: these must never move */
	ok(bv_class_by_number(1) == bv_class_by_name("name", 4) &&
	   bv_class_by_number(4) == bv_class_by_name("email", 5) &&
	   bv_class_by_number(15) == bv_class_by_name("us_ssn", 6) &&
	   bv_class_by_number(102) == bv_class_by_name("iban", 4) &&
	   bv_class_by_number(172) == bv_class_by_name("tax_id", 6), "numbers are where they were");
	ok(bv_class_by_number(0) == NULL && bv_class_by_number(-1) == NULL &&
	   bv_class_by_number(173) == NULL, "other numbers are no class");
	ok(bv_class_by_name("emai", 4) == NULL && bv_class_by_name("emails", 6) == NULL &&
	   bv_class_by_name("Email", 5) == NULL && bv_class_by_name("", 0) == NULL &&
	   bv_class_by_name("emailx", 5) != NULL, "names are exact and need no end");
}

static void
test_synonyms(void)
{
	int			sorted = 1;
	int			classes = 0;
	int			folded = 0;
	int			named = 0;
	int			words = 1;

	for (int i = 0; i < bv_column_synonym_count; i++)
	{
		const BvColumnSynonym *synonym = &bv_column_synonyms[i];
		BvColumnName name;

		if (i > 0)
		{
			int			order = strcmp(synonym[-1].name, synonym->name);

			sorted += order < 0 || (order == 0 &&
									strcmp(synonym[-1].class_name, synonym->class_name) < 0);
		}
		classes += bv_class_by_name(synonym->class_name, strlen(synonym->class_name)) != NULL;
		bv_column_name_fold(synonym->name, strlen(synonym->name), &name);
		folded += strcmp(name.text, synonym->name) == 0 && !name.cut && (synonym->languages & ~BV_LANGUAGES) == 0;
	}
	for (int i = 0; i < bv_class_count; i++)
	{
		BvColumnName name;
		BvColumnNameMatch matches[BV_NAME_MATCHES];
		int			count;

		bv_column_name_fold(bv_classes[i].name, strlen(bv_classes[i].name), &name);
		count = bv_column_name_match(&name, matches, BV_NAME_MATCHES);
		for (int j = 0; j < count; j++)
			named += matches[j].whole && matches[j].class == &bv_classes[i];
	}
	for (int i = 1; i < bv_negative_word_count; i++)
		words += strcmp(bv_negative_words[i - 1].word, bv_negative_words[i].word) < 0 &&
			bv_negative_words[i].where > 0 && bv_negative_words[i].where < 64;

	ok(sorted == bv_column_synonym_count, "column names are sorted, without duplicates");
	ok(classes == bv_column_synonym_count, "all are names of a class");
	ok(folded == bv_column_synonym_count, "all are folded");
	ok(named == bv_class_count, "each class is a name of its own columns");
	ok(words == bv_negative_word_count, "negative words are sorted, without duplicates");
}

/* The tokens of a name, with | between them. */
static void
fold(const char *name, const char *expected)
{
	BvColumnName folded;
	char		text[2 * BV_NAME_BYTES + 2] = "";
	char	   *exact = malloc(strlen(name) + 1);
	int			len = 0;

	memcpy(exact, name, strlen(name));
	exact = realloc(exact, strlen(name) > 0 ? strlen(name) : 1);
	bv_column_name_fold(exact, strlen(name), &folded);
	free(exact);
	for (int i = 0; i < folded.tokens; i++)
	{
		if (i > 0)
			text[len++] = '|';
		memcpy(text + len, folded.text + folded.start[i], folded.start[i + 1] - folded.start[i]);
		len += folded.start[i + 1] - folded.start[i];
	}
	text[len] = '\0';
	ok(strcmp(text, expected) == 0, "\"%s\" is %s", name, text);
}

/* What a name speaks for, best first, as "class covered/tokens", "!" for each negative. */
static void
match(const char *name, const char *expected)
{
	BvColumnName folded;
	BvColumnNameMatch matches[BV_NAME_MATCHES];
	char		text[2000] = "";
	int			len = 0;
	int			count;

	bv_column_name_fold(name, strlen(name), &folded);
	count = bv_column_name_match(&folded, matches, BV_NAME_MATCHES);
	for (int i = 0; i < count; i++)
	{
		len += snprintf(text + len, sizeof(text) - len, "%s%s %d/%d", i > 0 ? ", " : "",
						matches[i].class->name, matches[i].tokens, folded.tokens);
		for (int j = 0; j < matches[i].negatives; j++)
			len += snprintf(text + len, sizeof(text) - len, "!");
	}
	ok(strcmp(text, expected) == 0, "\"%s\" may hold %s", name, text);
}

static void
test_column_names(void)
{
	char		many[400];
	BvColumnName folded;
	BvColumnNameMatch matches[2];
	int			count;

	fold("", "");
	fold("__--  ", "");
	fold("customer_email_address", "customer|email|address");
	fold("CustomerEmailAddress", "customer|email|address");
	fold("EMAIL_ADDRESS", "email|address");
	fold("IPAddress", "ip|address");
	fold("phone2", "phone|2");
	fold("zip4code", "zip|4|code");
	fold("first-name (as given)", "first|name|as|given");
	fold("F\xC3\xB6" "delsedatum", "fodelsedatum");
	fold("fo\xCC\x88" "delsedatum", "fodelsedatum");	/* decomposed */
	fold("Stra\xC3\x9F" "e", "strasse");
	fold("STRA\xE1\xBA\x9E" "E", "strasse");
	fold("data\xC3\x9A" "ltimoAcesso", "data|ultimo|acesso");
	fold("pr\xC3\xA9nom\xC2\xA0" "d\xE2\x80\x99usage", "prenom|d|usage");
	fold("\xE5\x90\x8D\xE5\x89\x8D", "\xE5\x90\x8D\xE5\x89\x8D");
	fold("\xC3", "\xC3");		/* not UTF-8: kept */
	fold("a\xFF_b\xE2\x80", "a\xFF|b\xE2\x80");

	match("email", "email 1/1");
	match("emails", "email 1/1");
	match("E-Mail", "email 2/2");
	match("us_ssn", "us_ssn 2/2");
	match("customer_email_address", "email 2/3, address 1/3");
	match("primary_phone", "phone 1/2");
	match("email_verified", "email 1/2!");
	match("emailVerifiedAt", "email 1/3!!");
	match("has_phone", "phone 1/2!");
	match("opt_in_email", "email 1/3!");
	match("address_id", "address 1/2!");
	match("password_hash", "password_hash 2/2, password 1/2!");
	match("product_name", "name 1/2!");
	match("Geburtsdatum", "birth_date 1/1");
	match("Nationalit\xC3\xA4t", "nationality 1/1");
	match("nome", "name 1/1, given_name 1/1");
	match("planet", "");
	match("created_at", "");
	match("", "");

	memset(many, 'x', sizeof(many));
	bv_column_name_fold(many, sizeof(many), &folded);
	ok(folded.cut && folded.len == BV_NAME_BYTES && folded.tokens == 1, "a long name is cut");
	for (size_t i = 0; i < sizeof(many); i++)
		many[i] = i % 2 ? '_' : 'x';
	bv_column_name_fold(many, sizeof(many), &folded);
	ok(folded.cut && folded.tokens == BV_NAME_TOKENS, "so is one of many words");
	memset(many, 'a', sizeof(many));
	memcpy(many + BV_NAME_BYTES - 1, "_\xC3\x9F", 3);
	bv_column_name_fold(many, BV_NAME_BYTES + 2, &folded);
	ok(folded.cut && folded.tokens == 1 && folded.start[1] == folded.len,
	   "a word that does not fit at all is no token");

	bv_column_name_fold("nif", 3, &folded);
	count = bv_column_name_match(&folded, matches, 2);
	ok(count == 2 && matches[0].class->number < matches[1].class->number,
	   "of many classes the first come back");
	ok(bv_column_name_match(&folded, matches, 0) == 0, "or none, if there is no room");
}

static void
near(const char *name, const char *expected)
{
	const BvClass *nearest[3];
	int			count = bv_class_nearest(name, strlen(name), nearest, 3);
	char		text[200] = "";

	for (int i = 0; i < count; i++)
	{
		if (i > 0)
			strcat(text, " ");
		strcat(text, nearest[i]->name);
	}
	ok(strcmp(text, expected) == 0, "near \"%.60s\" is %s", name, text);
}

static void
test_nearest(void)
{
	const BvClass *nearest[20];
	char		long_name[1000];

	near("emial", "email");
	near("Email", "email");
	near("us-ssn", "us_ssn");
	near("ssn", "us_ssn");
	near("dob", "birth_date");
	near("credit_card", "payment_card");
	near("personnumer", "se_personnummer");
	near("drivers_license", "drivers_licence us_drivers_licence");
	near("geslacht", "gender");
	near("fooo", "");
	near("x", "");
	near("", "");
	near("\xC3\xA9\xC3\xA9", "");
	memset(long_name, 'e', sizeof(long_name));
	long_name[sizeof(long_name) - 1] = '\0';
	near(long_name, "");
	ok(bv_class_nearest("address", 7, nearest, 20) <= 8, "no more than a handful");
	ok(bv_class_nearest("email", 5, nearest, 0) == 0, "none when none is asked for");
}

static void
test_noise(void)
{
	unsigned	seed = 2;

	for (int i = 0; i < 20000; i++)
	{
		size_t		len = i % 97;
		char	   *name = malloc(len > 0 ? len : 1);
		BvColumnName folded;
		BvColumnNameMatch matches[3];
		const BvClass *nearest[3];

		for (size_t j = 0; j < len; j++)
		{
			seed = seed * 1103515245 + 12345;
			name[j] = i % 2 ? (char) (seed >> 16) : "aE_1\xC3\xA9\xE1 m"[(seed >> 16) % 9];
		}
		bv_column_name_fold(name, len, &folded);
		bv_column_name_match(&folded, matches, 3);
		bv_class_nearest(name, len, nearest, 3);
		free(name);
		if (folded.start[folded.tokens] != folded.len)
		{
			ok(0, "tokens end where the name does");
			return;
		}
	}
	ok(1, "noise does no harm");
}

int
main(void)
{
	test_table();
	test_synonyms();
	test_column_names();
	test_nearest();
	test_noise();
	return done_testing();
}
