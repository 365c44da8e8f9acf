/* fuzz_label.c: the text of labels, of columns and of tables */
#include "fuzz.h"

#include "label_parser.h"

const char *const fuzz_seeds[] = {
	"us_ssn", "email | phone", "us_ssn (protected = hmac)", "phone (absent = '000, n/a')",
	"free_text (may_hold = payment_card | iban, absent = 'it''s')",
	"{contact.email: email, \"contact\".\"pho\"\"ne\": phone | fax (absent = '')}", "not_personal",
	"subject (customer_id = customer.id)", "subject (id)", "former (ended_on < now())",
	"subject (\"a\" = b.\"c\".d), former (status = $x$ a ) $x$ AND e = E'\\'' AND (1 = 1))", NULL
};

static void
check_slice(const BvLabelSlice *slice, const char *text, size_t size)
{
	char	   *unquoted;

	if (slice->start == NULL && slice->length == 0)
		return;
	FUZZ_CHECK(slice->start >= text && slice->start + slice->length <= text + size);
	unquoted = malloc(slice->length > 0 ? slice->length : 1);
	FUZZ_CHECK(bv_label_unquote(slice, unquoted) <= slice->length);
	free(unquoted);
}

static void
check_range(const BvLabelRange *range, int count)
{
	FUZZ_CHECK(range->first >= 0 && range->count >= 0 && range->first + range->count <= count);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static BvLabel label;
	static BvTableLabel table;
	BvLabelError error = {0};
	const char *text = (const char *) data;

	if (bv_label_parse(text, size, &label, &error))
	{
		FUZZ_CHECK(label.part_count >= 0 && label.part_count <= BV_LABEL_PARTS);
		FUZZ_CHECK(label.name_count >= 0 && label.name_count <= BV_LABEL_NAMES);
		FUZZ_CHECK(label.key_count >= 0 && label.key_count <= BV_LABEL_KEYS);
		FUZZ_CHECK(label.not_personal == (label.part_count == 0));
		for (int i = 0; i < label.name_count; i++)
			check_slice(&label.name[i], text, size);
		for (int i = 0; i < label.key_count; i++)
			check_slice(&label.key[i], text, size);
		for (int i = 0; i < label.part_count; i++)
		{
			const BvLabelPart *part = &label.part[i];

			check_range(&part->path, label.key_count);
			check_range(&part->classes, label.name_count);
			check_range(&part->may_hold, label.name_count);
			FUZZ_CHECK(part->classes.count > 0 && part->path.count <= BV_LABEL_DEPTH);
			FUZZ_CHECK(label.has_fields == (part->path.count > 0));
			check_slice(&part->absent, text, size);
			check_slice(&part->protected, text, size);
		}
	}
	else
	{
		FUZZ_CHECK(error.expected != NULL);
		check_slice(&error.found, text, size);
	}

	memset(&error, 0, sizeof(error));
	if (bv_table_label_parse(text, size, &table, &error))
	{
		FUZZ_CHECK(table.has_subject || table.former.length > 0);
		check_slice(&table.column, text, size);
		check_slice(&table.subject_schema, text, size);
		check_slice(&table.subject_table, text, size);
		check_slice(&table.subject_column, text, size);
		check_slice(&table.former, text, size);
	}
	else
	{
		FUZZ_CHECK(error.expected != NULL);
		check_slice(&error.found, text, size);
	}
	return 0;
}
