/* test_json_path.c: the values that JSON has at a path */
#include "json_path.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"

static const struct
{
	const char *json;
	const char *path;			/* keys with dots between */
	const char *values;			/* each in brackets */
}			cases[] = {
	{"\"a\"", "", "[a]"},
	{" 12.5e3 ", "", "[12.5e3]"},
	{"true", "", "[true]"},
	{"null", "", ""},
	{"\"null\"", "", "[null]"},
	{"{}", "", ""},
	{"[]", "", ""},
	{"[1, \"\", null, [false, {\"a\": \"b\"}]]", "", "[1][][false][b]"},
	{"{\"a\": \"b\", \"c\" : {\"d\": [\"e\", 1]}}", "", "[b][e][1]"},
	{"{\"a\": \"b\"}", "a", "[b]"},
	{"{\"a\": \"b\"}", "b", ""},
	{"{\"a\": \"b\"}", "a.b", ""},
	{"{\"a\": {\"b\": 1}, \"b\": 2}", "a.b", "[1]"},
	{"{\"x\": {\"a\": {\"b\": 1}}}", "a.b", ""},
	{"{\"a\": [{\"b\": 1}, [{\"b\": 2}], {\"c\": 3}, 4, null]}", "a.b", "[1][2]"},
	{"[{\"a\": 1}, {\"a\": {\"b\": [2, 3]}}]", "a", "[1][2][3]"},
	{"{\"a\": 1, \"a\": 2}", "a", "[1][2]"},
	{"{\"a\\\"\\u0062\": \"\\u00e9\\u20ac\\n\\\\x\"}", "a\"b", "[\303\251\342\202\254 \\x]"},
	{"{\"a\": \"]}\", \"b\": \"{\\\"c\\\": 1}\", \"c\": 2}", "c", "[2]"},
	/* a pair of surrogates is one character; a half without the other is left as it is */
	{"{\"\\ud83d\\uDE00\": \"\\uD83D\\uDE00!\"}", "\360\237\230\200", "[\360\237\230\200!]"},
	{"\"\\ud83dx\"", "", "[\355\240\275x]"},
	{"\"\\ud83d\\u0041\"", "", "[\355\240\275A]"},
	{"\"\\ud83d\\ud83d\\ude00\"", "", "[\355\240\275\360\237\230\200]"},
	{"\"\\ude00\\ud83d\"", "", "[\355\270\200\355\240\275]"},
	{"\"\\ud83d\\u", "", "[\355\240\275]"},
	/* of what is no JSON, something */
	{"", "a", ""},
	{"{", "a", ""},
	{"{\"a", "a", ""},
	{"{\"a\"", "a", ""},
	{"{\"a\":", "a", ""},
	{"{\"a\": \"\\", "a", "[\\]"},
	{"]]]}}}", "a", ""},
};

static char found[100000];

static void
note(void *context, const char *value, size_t length)
{
	size_t		end = strlen(found);

	if (end + length + 3 < sizeof(found))
		snprintf(found + end, sizeof(found) - end, "[%.*s]", (int) length, value);
}

/* Visits a copy in memory of its own, so that the sanitizer sees a byte too far. */
static void
visit(const char *json, size_t length, const char *path)
{
	char	   *copy = memcpy(malloc(length > 0 ? length : 1), json, length);
	char	   *scratch = malloc(length > 0 ? length : 1);
	BvLabelSlice keys[BV_LABEL_DEPTH];
	int			count = 0;

	while (*path != '\0')
	{
		keys[count].start = path;
		keys[count].length = strcspn(path, ".");
		path += keys[count++].length;
		path += *path == '.';
	}
	found[0] = '\0';
	bv_json_visit(copy, length, keys, count, scratch, note, NULL);
	free(scratch);
	free(copy);
}

int
main(void)
{
	uint64_t	seed = 3;
	char	   *deep = malloc(2000000);
	const char *with_keys = "{\"a\\u0040b\": {\"c\" : null, \"d\": [1, {\"\": \"e\"}]}}";

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		visit(cases[i].json, strlen(cases[i].json), cases[i].path);
		ok(strcmp(found, cases[i].values) == 0, "\"%s\" of %s: %s",
		   cases[i].path, cases[i].json, cases[i].values);
	}

	/* JSON that was cut off or spoilt */
	for (int i = 0; i < 200000; i++)
	{
		const char *json = cases[i % (sizeof(cases) / sizeof(cases[0]))].json;
		size_t		length = strlen(json);
		char		copy[200];

		memcpy(copy, json, length);
		for (int changes = 0; changes < 3 && length > 0; changes++)
		{
			seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407;
			copy[(seed >> 33) % length] = "{}[]\",:\\u0a \377n"[(seed >> 50) % 14];
		}
		visit(copy, length - (length > 0 ? (seed >> 40) % length : 0), i % 2 ? "a.b" : "a");
	}
	ok(1, "spoilt JSON is read within its bounds");

	/* and keys */
	found[0] = '\0';
	bv_json_visit_all(with_keys, strlen(with_keys), deep, note, NULL);
	ok(strcmp(found, "[a@b][c][d][1][][e]") == 0, "keys of all objects: %s", found);

	/* nesting costs no stack */
	memset(deep, '[', 1000000);
	memset(deep + 1000000, ']', 1000000);
	visit(deep, 2000000, "a");
	ok(found[0] == '\0', "a million arrays on the way");
	visit(deep, 2000000, "");
	ok(found[0] == '\0', "a million arrays at the end of it");
	free(deep);
	return done_testing();
}
