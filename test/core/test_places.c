/* test_places.c: whom records are about, the countries that values tell, and small cells */
#include <stdlib.h>
#include <string.h>

#include "country_of.h"
#include "small_cell.h"
#include "subject_kind.h"
#include "tap.h"

static const struct
{
	const char *class_name;
	const char *value;
	const char *country;		/* NULL: none */
}			values[] = {
	{"country", "NL", "NL"},
	{"country", " nld ", "NL"},
	{"country", "528", "NL"},
	{"country", "Nederland", "NL"},
	{"country", "Côte d'Ivoire", "CI"},
	{"country", "999", NULL},
	{"country", "nowhere", NULL},
	{"country", "", NULL},
	{"nationality", "BEL", "BE"},
	{"nationality", "Deutschland", "DE"},
	{"nationality", "unclear", NULL},
	{"iban", "NL91 ABNA 0417 1643 00", "NL"},
	{"iban", "GB82 WEST 1234 5698 7654 32", "GB"},
	{"iban", "NL92 ABNA 0417 1643 00", NULL},
	{"iban", "N", NULL},
	{"phone", "+31 6 12345678", "NL"},
	{"phone", "0049 30 901820", "DE"},
	{"phone", "+1 212-555-0123", "US"},
	{"phone", "+1 416 555 0123", "CA"},
	{"fax", "+44 20 7946 0958", "GB"},
	{"phone", "06-12345678", NULL},
	{"phone", "(212) 555-0123", NULL},
	{"phone", "+800 1234 5678", NULL},
	{"phone", "nobody", NULL},
	{"bic", "ABNANL2A", "NL"},
	{"bic", "DEUTDEFF500", "DE"},
	{"bic", "DEUTDEFF50", NULL},
	{"bic", "DEUTQQFF", NULL},
	{"vat_id", "FR40303265045", "FR"},
	{"vat_id", "EL094259216", "GR"},
	{"vat_id", "XI980780684", "GB"},
	{"vat_id", "BE 0403.019.261", "BE"},
	{"vat_id", "EU372012345", NULL},
	{"vat_id", "NL", NULL},
	{"vat_id", "French number", NULL},
	{"us_ssn", "536-22-8726", "US"},
	{"us_ssn", "000-00-0000", NULL},
	{"nl_bsn", "111222333", "NL"},
	{"nl_kenteken", "12-ABC-3", NULL},
	{"de_ausweis", "T22000129", "DE"},
	{"us_aba", "011000015", "US"},
	{"passport", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", NULL},
	{"passport", "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<SPECI20142NLD6503101F2403096999999990<<<<<84", "NL"},
	{"passport", "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<", "DE"},
	{"passport", "PMGBOSPECIMEN<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<", "GB"},
	{"passport", "P<RKSSPECIMEN<<ANNA<<<<<<<<<<<<<<<<<<<<<<<<<", "XK"},
	{"passport", "NX0000001", NULL},
	{"cz_rodne_cislo", "7103192745", NULL},
	{"email", "jan@example.nl", NULL},
	{"account_id", "1", NULL},
};

static const struct
{
	const char *classes[4];
	BvRecordKind kind;
}			records[] = {
	{{NULL}, BV_RECORD_EMPTY},
	{{"account_id", "free_text", "cookie_id", "message_content"}, BV_RECORD_EMPTY},
	{{"email"}, BV_RECORD_EITHER},
	{{"name"}, BV_RECORD_PERSON},
	{{"nl_kvk"}, BV_RECORD_ORGANISATION},
	{{"nl_kvk", "email", "account_id"}, BV_RECORD_ORGANISATION},
	{{"bic", "iban"}, BV_RECORD_ORGANISATION},
	{{"name", "nl_kvk"}, BV_RECORD_PERSON},
	{{"org_number", "cookie_id", "message_content"}, BV_RECORD_ORGANISATION},
};

/* Cells, then those that are merged, as letters. */
static const struct
{
	int64_t		people[6];
	const char *merged;
	int64_t		total;
}			cells[] = {
	{{0}, "", 0},
	{{10, 10, 1000}, "", 0},
	{{9}, "a", 9},
	{{3, 4, 2}, "abc", 9},
	{{3, 4, 3, 100}, "abc", 10},
	{{1, 100, 50, 70}, "ac", 51},
	{{9, 10, 10, 11}, "ac", 19},
	{{5, 0, 0, 0, 10}, "ae", 15},
	{{9, 9}, "ab", 18},
	{{INT64_C(9000000000000000000), 1}, "ab", INT64_C(9000000000000000001)},
};

int
main(void)
{
	for (int i = 0; i < (int) (sizeof(values) / sizeof(values[0])); i++)
	{
		size_t		len = strlen(values[i].value);
		char	   *copy = memcpy(malloc(len > 0 ? len : 1), values[i].value, len);
		const BvClass *class = bv_class_by_name(values[i].class_name, strlen(values[i].class_name));
		int			country = bv_country_of_value(class, copy, len);

		ok(values[i].country == NULL ? country < 0 :
		   country >= 0 && strcmp(bv_countries[country].alpha2, values[i].country) == 0,
		   "%s \"%s\" tells %s", values[i].class_name, values[i].value,
		   values[i].country == NULL ? "no country" : values[i].country);
		free(copy);
	}
	for (int i = 0; i < bv_class_count; i++)
	{
		int			country = bv_country_of_value(&bv_classes[i], "P<", 2);

		if (bv_country_evidence(&bv_classes[i]) == BV_COUNTRY_NONE && country >= 0)
			ok(false, "%s tells no country", bv_classes[i].name);
	}

	for (int i = 0; i < (int) (sizeof(records) / sizeof(records[0])); i++)
	{
		BvClassSet	set = {{0}};

		for (int j = 0; j < 4 && records[i].classes[j] != NULL; j++)
			bv_class_set_add(&set, bv_class_by_name(records[i].classes[j],
													strlen(records[i].classes[j]))->number);
		ok(bv_record_kind(&set, bv_class_by_number) == records[i].kind, "record %d is about whom it is", i + 1);
	}
	{
		BvClassSet	set = {{0}};
		BvClassSet	special;

		bv_class_set_add(&set, bv_class_by_name("religion", 8)->number);
		bv_class_set_add(&set, bv_class_by_name("criminal_record", 15)->number);
		bv_class_set_add(&set, bv_class_by_name("name", 4)->number);
		bv_class_set_add(&set, 300);
		special = bv_special_classes(&set, BV_SPECIAL_ARTICLE_9, bv_class_by_number);
		ok(bv_class_set_next(&special, 0) == bv_class_by_name("religion", 8)->number &&
		   bv_class_set_next(&special, bv_class_by_name("religion", 8)->number) == BV_CLASS_LIMIT,
		   "article 9");
		special = bv_special_classes(&set, BV_SPECIAL_ARTICLE_10, bv_class_by_number);
		ok(bv_class_set_next(&special, 0) == bv_class_by_name("criminal_record", 15)->number,
		   "article 10");
	}

	for (int i = 0; i < (int) (sizeof(cells) / sizeof(cells[0])); i++)
	{
		bool		is_merged[6];
		char		letters[7] = "";
		int64_t		total = bv_merge_small_cells(cells[i].people, 6, is_merged);
		int			count = 0;

		for (int j = 0; j < 6; j++)
		{
			if (is_merged[j])
				letters[count++] = (char) ('a' + j);
		}
		ok(strcmp(letters, cells[i].merged) == 0 && total == cells[i].total,
		   "cells %d: \"%s\" are merged", i + 1, letters);
	}
	return done_testing();
}
