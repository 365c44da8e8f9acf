/*
 * fuzz_column.c: a column as a scan sees it: its name, type and values
 *
 * The input is a byte for the type and one for what else is known, the names of
 * column and table, and values, with zero bytes between.
 */
#include "fuzz.h"

#include <math.h>

#include "evidence.h"
#include "held_text.h"
#include "placeholder.h"

const char *const fuzz_seeds[] = {
	"aaemail", "acphone", "abbirth_date", "n/a", "1900-01-01", "0000000000", "123-45-6789", "1980-02-29",
	"1699999999", "10001", "10002", "https://example.org/x", "$2b$12$abcdefghijklmnopqrstuv", NULL
};

#define VALUES_MAX	64

static bool
accepts(const BvClass *class, const char *value, size_t length)
{
	return class->is_valid != NULL && class->is_valid(value, length);
}

static void
check_held(const char *value, size_t length, const BvLabelSlice *absent, int absent_count)
{
	static const BvClass *all[BV_USER_CLASS_FIRST];
	BvHeldText	said = {.accepts = accepts, .absent_count = absent_count};
	BvLabelSlice absences[VALUES_MAX];
	BvClassSet	held = {{0}};
	BvLabelSlice trimmed = bv_trimmed(value, length);

	FUZZ_CHECK(trimmed.length <= length);
	FUZZ_CHECK(bv_is_blank(value, length) == (trimmed.length == 0));
	for (int i = 0; i < bv_class_count; i++)
		all[i] = &bv_classes[i];
	memcpy(absences, absent, sizeof(absences[0]) * absent_count);
	said.absent = absences;
	said.alternative = all;
	said.alternative_count = bv_class_count;
	said.carried = all;
	said.carried_count = bv_class_count;
	bv_hold_text(&said, value, length, &held);
	if (trimmed.length == 0)
		FUZZ_CHECK(bv_class_set_is_empty(&held));
	bv_placeholder(value, length);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, data + size};
	int			type = 1 << fuzz_byte(&input) % 16;
	unsigned	what = fuzz_byte(&input);
	char		name[64] = "";
	char		table_name[64] = "";
	BvSample	sample;
	BvLabelSlice absent[VALUES_MAX];
	char	   *values[VALUES_MAX];
	int			count = 0;
	BvColumn	column = {.name = name, .table_name = table_name, .type = type, .sample = &sample};
	BvTableContext context;
	BvVerdict	verdict;

	bv_sample_init(&sample, 2024);
	while (input.next < input.end && count < VALUES_MAX)
	{
		size_t		length;
		char	   *part = fuzz_part(&input, 0, &length);

		if (count < 2)
		{
			size_t		fits = length < 63 ? length : 63;

			memcpy(count == 0 ? name : table_name, part, fits);
		}
		if (!bv_is_blank(part, length))
			bv_sample_add(&sample, part, length);
		sample.rows++;
		absent[count].start = part;
		absent[count].length = length;
		values[count++] = part;
	}
	for (int i = 0; i < count; i++)
	{
		check_held(absent[i].start, absent[i].length, absent, count / 2);
		FUZZ_CHECK(sample.distinct <= sample.rows);
	}

	bv_sample_end(&sample);
	if (what & 4)
		column.sample = NULL;
	if (what & 8)
		column.key = what & 16 ? BV_KEY_OWN : BV_KEY_FOREIGN;
	if (what & 32)
		column.key_target = table_name;
	verdict = bv_weigh(&column, NULL);
	context = bv_table_context(table_name, &verdict, 1);
	verdict = bv_weigh(&column, &context);
	FUZZ_CHECK(verdict.number >= 0 && verdict.number <= bv_class_count);
	FUZZ_CHECK(verdict.runner_up >= 0 && verdict.runner_up <= bv_class_count);
	FUZZ_CHECK(isfinite(verdict.confidence) && verdict.confidence >= 0 && verdict.confidence <= 1);
	FUZZ_CHECK(isfinite(verdict.runner_up_confidence) && verdict.runner_up_confidence >= 0 &&
			   verdict.confidence + verdict.runner_up_confidence <= 1 + 1e-9);
	for (int i = 0; i < count; i++)
		free(values[i]);
	return 0;
}
