/*
 * fuzz_find.c: identifiers inside free text
 *
 * What is found lies within the text, in order, without overlaps, is of a class
 * that was wanted, and valid for it; and the text has a trace of it.  The input is
 * a byte for the encoding, one for the classes wanted, and the text.
 */
#include "fuzz.h"

#include "class.h"
#include "find.h"
#include "normalize.h"
#include "one_line.h"
#include "trace.h"

const char *const fuzz_seeds[] = {
	"\1\1Call me on +31 6 12345678 or mail jan@example.org, card 4111 1111 1111 1111.",
	"\1\1{\"iban\":\"NL91ABNA0417164300\",\"ip\":\"192.0.2.1\"} SSN: 123-45-6789;",
	"\1\1-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PRIVATE KEY----- AKIAABCDEFGHIJKLMNOP",
	"\1\1BSN 123456782, 2001:db8::1, 00:1A:2B:3C:4D:5E, born 1980-02-29",
	"\1\1\xEF\xBC\x94\xEF\xBC\x91 \xE2\x80\x93 a@b", "\2\1" "aaaaaaaa@aaaaaaaa@aaaaaaa.aa", "\1\1" "1111111111111111111111111111111",
	"\1\1charge 4111-1111\n> 1111-1111, IBAN DE89 3704 0044\r\n0532 0130 00 and 5555 5555 5555\n4444.",
	"\1\1NI AB 12 34 56 C, plate AB12 CDE, BSNs 123456782 and 111222333\n123456782", NULL
};

/* Is it valid, and can it be written in one way, once it is on one line? */
static bool
is_valid_on_one_line(const BvClass *class, const char *text, size_t length)
{
	char		line[BV_ONE_LINE_MAX];
	char	   *written = malloc(length + BV_NORMALIZE_EXTRA);
	const char *joined = bv_is_valid(class, text, length) ? text :
		bv_as_one_line(class, text, &length, line);
	bool		valid = joined != NULL && bv_is_valid(class, joined, length) &&
		bv_normalize(class, joined, length, written) > 0;

	free(written);
	return valid;
}

static void
check_found(const char *text, size_t size, BvTextEncoding encoding, const BvClassSet *wanted)
{
	BvFinder	finder;
	BvFound		found;
	BvFindResult result;
	size_t		end = 0;
	size_t		steps = 0;

	bv_find_begin(&finder, text, size, encoding, wanted);
	while ((result = bv_find_next(&finder, &found)) != BV_FIND_END)
	{
		const BvClass *class;

		FUZZ_CHECK(++steps <= 2 * size + 2);
		if (result == BV_FIND_PAUSE)
			continue;
		FUZZ_CHECK(found.length > 0 && found.start >= end && found.start + found.length <= size);
		end = found.start + found.length;
		class = bv_class_by_number(found.class_number);
		FUZZ_CHECK(class != NULL && bv_find_knows(found.class_number));
		FUZZ_CHECK(wanted == NULL || bv_class_set_has(wanted, found.class_number));
		if (encoding == BV_TEXT_UTF8 &&
			!is_valid_on_one_line(class, text + found.start, found.length))
		{
			fprintf(stderr, "# %s\n", class->name);
			FUZZ_CHECK(!"what is found is valid");
		}
	}
	FUZZ_CHECK(bv_find_next(&finder, &found) == BV_FIND_END);
	FUZZ_CHECK(finder.work <= 64 * size + 4096);
	if (wanted != NULL)
	{
		BvTraces	traces = bv_traces_of_finds(wanted);
		bool		has = bv_has_trace(&traces, text, size);

		FUZZ_CHECK(has || end == 0);
		FUZZ_CHECK(has == bv_has_trace_portable(&traces, text, size));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static BvFindMarks quick;
	static BvFindMarks plain;
	FuzzInput	input = {data, data + size};
	BvTextEncoding encoding = (BvTextEncoding) ((fuzz_byte(&input) + 2) % 3);
	unsigned	which = fuzz_byte(&input);
	BvClassSet	wanted = {{0}};
	size_t		length;
	char	   *text = fuzz_part(&input, -1, &length);

	/* a few classes, or one */
	for (int n = 1; n <= bv_class_count; n++)
	{
		if (which < 100 ? (unsigned) n % 7 == which % 7 :
			(unsigned) n == (which - 100) % bv_class_count + 1)
			bv_class_set_add(&wanted, n);
	}
	check_found(text, length, encoding, NULL);
	check_found(text, length, encoding, &wanted);

	FUZZ_CHECK(bv_find_mark(text, length, &quick) == bv_find_mark_portable(text, length, &plain));
	FUZZ_CHECK(memcmp(&quick, &plain, sizeof(quick)) == 0);
	free(text);
	return 0;
}
