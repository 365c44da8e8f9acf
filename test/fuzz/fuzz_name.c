/* fuzz_name.c: names of columns, tables and classes, in any bytes */
#include "fuzz.h"

#include "class.h"
#include "column_name.h"
#include "evidence_name.h"
#include "table_word.h"

const char *const fuzz_seeds[] = {
	"customerEmailAddress", "E_MAIL", "straße_und_Hausnummer", "dateOfBirth2", "is_email_verified",
	"téléphone-portable", "KUNDENNR", "HTTPServerID", "fecha_nacimiento", "номер_телефона", "us_snn", NULL
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *) data;
	BvColumnName name;
	BvColumnNameMatch matches[BV_NAME_MATCHES];
	const BvClass *nearest[8];
	int			count;
	char	   *terminated;

	memset(&name, 0xFF, sizeof(name));
	bv_column_name_fold(text, size, &name);
	FUZZ_CHECK(name.len >= 0 && name.len <= BV_NAME_BYTES && name.text[name.len] == '\0');
	FUZZ_CHECK(name.tokens >= 0 && name.tokens <= BV_NAME_TOKENS);
	for (int i = 0; i < name.tokens; i++)
		FUZZ_CHECK(name.start[i] < name.start[i + 1]);
	if (name.tokens > 0)
		FUZZ_CHECK(name.start[0] == 0 && name.start[name.tokens] <= name.len);

	count = bv_column_name_match(&name, matches, BV_NAME_MATCHES);
	FUZZ_CHECK(count >= 0 && count <= BV_NAME_MATCHES);
	for (int i = 0; i < count; i++)
	{
		FUZZ_CHECK(matches[i].class != NULL && matches[i].tokens >= 1 && matches[i].tokens <= name.tokens);
		FUZZ_CHECK(matches[i].whole == (matches[i].tokens == name.tokens));
	}
	FUZZ_CHECK(bv_column_name_match(&name, matches, 1) <= 1);
	bv_names_person_key(&name);

	count = bv_class_nearest(text, size, nearest, 3);
	FUZZ_CHECK(count >= 0 && count <= 3);
	for (int i = 0; i < count; i++)
		FUZZ_CHECK(nearest[i] != NULL);
	bv_class_by_name(text, size);
	bv_column_synonyms_of(text, size, &count);
	bv_word_kind(text, size);

	terminated = malloc(size + 1);
	memcpy(terminated, text, size);
	terminated[size] = '\0';
	bv_weigh_table_name(terminated);
	bv_names_people(terminated);
	free(terminated);
	return 0;
}
