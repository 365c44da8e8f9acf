/* test_trace.c: text that is let go without a trace holds nothing that is looked for */
#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "find.h"
#include "tap.h"
#include "trace.h"

#include "specimen.h"

/* the last one is the end of the list */
#define SPECIMENS	(sizeof(bv_specimens) / sizeof(bv_specimens[0]) - 1)

static uint64_t random_state = 42;

static unsigned
random_below(unsigned limit)
{
	random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned) (random_state >> 33) % limit;
}

static BvClassSet
set_of(int number)
{
	BvClassSet	set = {{0}};

	bv_class_set_add(&set, number);
	return set;
}

static BvClassSet
set_named(const char *first, const char *second)
{
	BvClassSet	set = set_of(bv_class_by_name(first, strlen(first))->number);

	if (second != NULL)
		bv_class_set_add(&set, bv_class_by_name(second, strlen(second))->number);
	return set;
}

/* Is there one, in text that ends where memory that may be read does? */
static bool
has_trace(const BvTraces *traces, const char *text, size_t length)
{
	char	   *copy = malloc(length > 0 ? length : 1);
	bool		has;

	memcpy(copy, text, length);
	has = bv_has_trace(traces, copy, length);
	if (has != bv_has_trace_portable(traces, copy, length))
		ok(0, "as byte by byte: \"%.*s\"", (int) length, text);
	free(copy);
	return has;
}

static void
test_stretches(void)
{
	static const struct
	{
		const char *text;
		int			most;		/* digits in a stretch */
	}			cases[] = {
		{"", 0},
		{"no digits at all", 0},
		{"123456789", 9},
		{"a1b2c3", 1},
		{"12 34-56.78/9", 9},
		{"12 34x56 78", 4},
		{"12 34:56", 6},
		{"12\t34\r\n> 56", 6},
		{"12_34[56", 2},
		{"customer 123456 called on 2021-08-17 about the bill of 12.95 and will wait for a letter", 8},
		{"123456789012345678901234567890123456789012345678901234567890123456789", 69},
		{"1234567890123456789012345678901234567890123456789012345678901234", 64},
		{"..............................................................123456 789012.", 12},
		{"...............................................................12345x6789", 5},
		{"1234                                                                        5678", 8},
		{"1234        ~                                                               5678", 4},
		{"1234                                                                      | 5678", 4},
		{"x 123456                                                      1x2345678", 7},
		{"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 12345xxxxxxxxxxxxxxxxxxxxx6789", 5},
		{"12\xC3\xA9" "34 caf\xC3\xA9 5 \xE2\x80\x93 67 \xD0\x9F", 4},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		size_t		length = strlen(cases[i].text);
		BvTraces	more = {.digits = cases[i].most + 1, .days = true};
		BvTraces	most = {.digits = cases[i].most, .days = true};

		ok(!has_trace(&more, cases[i].text, length) &&
		   (cases[i].most == 0 || has_trace(&most, cases[i].text, length)),
		   "text %d has %d digits without a letter between", (int) i, cases[i].most);
	}
}

static void
test_signs(void)
{
	static const struct
	{
		unsigned	signs;
		const char *text;
		bool		has;
	}			cases[] = {
		{0, "mail a@b.nl about NL12 or 10.0.0.1", false},
		{BV_TRACE_ANYTHING, "", true},
		{BV_TRACE_AT, "nobody", false},
		{BV_TRACE_AT, "a@b", true},
		{BV_TRACE_AT, "................................................................................@", true},
		{BV_TRACE_MIXED, "1 of 22, 3. 4- 5: 6/7 8_", true},
		{BV_TRACE_MIXED, "1 of 22, 3. x 4- 5: 6/7 x 2021-08-17, 12.95", false},
		{BV_TRACE_MIXED, "no A1", true},
		{BV_TRACE_MIXED, "no 1a", true},
		{BV_TRACE_MIXED, "no 1.a", true},
		{BV_TRACE_MIXED, "no a-1", true},
		{BV_TRACE_MIXED, "no a--1, a 1 a", false},
		{BV_TRACE_MIXED, "                                                              12x", true},
		{BV_TRACE_MIXED, "                                                             123x", true},
		{BV_TRACE_MIXED, "                                                             x123", true},
		{BV_TRACE_MIXED, "                                                            x-123", true},
		{BV_TRACE_MIXED, "                                                             x-12", true},
		{BV_TRACE_MIXED, "                                                              x-1", true},
		{BV_TRACE_MIXED, "                                                             1-x", true},
		{BV_TRACE_MIXED, "                                                              1-x", true},
		{BV_TRACE_MIXED, "                                                               1-x", true},
		{BV_TRACE_COLONS, "at 12:30, or 1: 2: 3:", false},
		{BV_TRACE_COLONS, "00:1b", false},
		{BV_TRACE_COLONS, "fe80::1", true},
		{BV_TRACE_COLONS, "ab:cd:ef:0", true},
		{BV_TRACE_DOTS, "1.2.3 of 4. and 5", false},
		{BV_TRACE_DOTS, "10.0.0.1", true},
		{BV_TRACE_DOTS, "                                                            10.0.0.1", true},
		{BV_TRACE_DOLLAR, "12 dollar$", false},
		{BV_TRACE_DOLLAR, "$6$", true},
		{BV_TRACE_KEY, "I - A -", false},
		{BV_TRACE_KEY, "ghp_", true},
		{BV_TRACE_KEY, "AKIA", true},
		{BV_TRACE_KEY, "--", true},
		{BV_TRACE_KEY, "                                                               IA", true},
		{BV_TRACE_KEY, "                                                               -- ", true},
		{BV_TRACE_KEY, "                                                               -", false},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		BvTraces	traces = {.signs = cases[i].signs};

		ok(has_trace(&traces, cases[i].text, strlen(cases[i].text)) == cases[i].has,
		   "\"%s\" has%s traces %x", cases[i].text, cases[i].has ? "" : " no", cases[i].signs);
	}
}

/* A day alone is no number that is found; what goes on with it may be. */
static void
test_days(void)
{
	static const struct
	{
		const char *text;
		bool		has;		/* seven digits that are not just a day */
	}			cases[] = {
		{"on 2021-08-17 at noon", false},
		{"17.08.2021", false},
		{"17/08.2021, then", false},
		{"from 2021-08-17T10:00 on", false},
		{"2021-08-17 10:00", true},
		{"4 2021-08-17", true},
		{"2021 08 17", true},
		{"2021-8-170", true},
		{"20210817", true},
		{"1234567", true},
		{"                                                          2021-08-17 and", false},
		{"                                                      2021-08-17", false},
		{"                                                          2021-08-17", false},
		{"                                                          2021-08-171", true},
	};
	BvTraces	numbers = {.digits = 7};
	BvTraces	days = {.digits = 7, .days = true};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ok(has_trace(&numbers, cases[i].text, strlen(cases[i].text)) == cases[i].has &&
		   has_trace(&days, cases[i].text, strlen(cases[i].text)),
		   "\"%s\" has %s", cases[i].text, cases[i].has ? "a number" : "only a day");
}

static void
test_classes(void)
{
	BvClassSet	set = set_named("payment_card", NULL);
	BvTraces	traces = bv_traces_of_values(&set);

	ok(traces.digits == 12 && traces.signs == 0, "cards have twelve digits");
	set = set_named("payment_card", "us_ssn");
	traces = bv_traces_of_values(&set);
	ok(traces.digits == 9 && traces.signs == 0, "with social security numbers nine");
	set = set_named("payment_card", "email");
	traces = bv_traces_of_values(&set);
	ok(traces.digits == 12 && traces.signs == BV_TRACE_AT, "addresses have an @");
	traces = bv_traces_of_finds(&set);
	ok(traces.digits == 12 && traces.signs == BV_TRACE_AT && !traces.days, "as they are found, too");
	set = set_named("vin", NULL);
	traces = bv_traces_of_values(&set);
	ok(traces.signs == BV_TRACE_ANYTHING, "codes may be anything");
	traces = bv_traces_of_finds(&set);
	ok(traces.digits == 7 && traces.signs == (BV_TRACE_MIXED | BV_TRACE_SPACED),
	   "but not as they are found");
	set = set_named("birth_date", NULL);
	traces = bv_traces_of_finds(&set);
	ok(traces.days, "days count where they are looked for");
	set = set_of(BV_CLASS_LIMIT - 1);
	traces = bv_traces_of_values(&set);
	ok(traces.signs == BV_TRACE_ANYTHING, "so may what we do not know");
	traces = bv_traces_of_finds(&set);
	ok(traces.digits == 0 && traces.signs == 0, "which is not found");
}

/* One of its specimens, or of another's if it has none. */
static const char *
specimen_of(const BvClass *class)
{
	const BvSpecimen *specimen = NULL;

	for (int tries = 0; tries < 400; tries++)
	{
		specimen = &bv_specimens[random_below(SPECIMENS)];
		if (strcmp(specimen->class_name, class->name) == 0)
			break;
	}
	return specimen->value;
}

/* Random text around what is, or was, a value of the class. */
static size_t
make_text(char *text, const BvClass *class)
{
	static const char *const parts[] = {
		" ", " ", "-", ".", "/", "(", ")", "+", ",", ":", "\n", "\r\n", "=\n", "\n> ", "\t", "x", "no", "card ", "SSN ", " of ", "0", "12", "2021-08-17",
		"123", "4111", "1111 1111", "536-90-4399", "tel. ", "#", "'", "\xC2\xA0", "NL", "A", "$", "_", "--", "IA", "::", " born ", " call ", " plate ", "@b.nl",
		"10.0", ".0.1", "e\xCC\x81", "\xEF\xBC\x94", "\xD9\xA3", "all work and no play "
	};
	size_t		length = 0;
	int			count = 1 + random_below(12);

	for (int i = 0; i < count; i++)
	{
		const char *part = parts[random_below(sizeof(parts) / sizeof(parts[0]))];

		if (random_below(4) == 0)
			part = specimen_of(class);
		else if (random_below(8) == 0)
			part = class->name;
		if (length + strlen(part) > 250)
			break;
		memcpy(text + length, part, strlen(part));
		length += strlen(part);
	}
	if (length > 0 && random_below(3) == 0)
		text[random_below(length)] = " 0123456789-x"[random_below(13)];
	return length;
}

/* Whatever is valid, or found, leaves traces. */
static int
test_class(const BvClass *class, const BvClassSet *set)
{
	BvTraces	of_values = bv_traces_of_values(set);
	BvTraces	of_finds = bv_traces_of_finds(set);
	int			valid = 0;
	int			finds = 0;
	int			missed = 0;
	int			let_go = 0;

	for (int round = 0; round < 4000; round++)
	{
		char		text[512];
		size_t		length = make_text(text, class);
		bool		as_value = has_trace(&of_values, text, length);
		bool		as_find = has_trace(&of_finds, text, length);
		BvFinder	finder;
		BvFound		found;
		BvFindResult result;

		if (bv_is_valid(class, text, length))
		{
			valid++;
			missed += !as_value;
		}
		bv_find_begin(&finder, text, length, BV_TEXT_UTF8, set);
		while ((result = bv_find_next(&finder, &found)) == BV_FIND_PAUSE)
			;
		if (result == BV_FIND_FOUND)
		{
			finds++;
			if (!as_find && missed++ == 0)
				ok(0, "%s found in \"%.*s\"", class->name, (int) length, text);
		}
		let_go += !as_find;
	}
	if (missed > 0 || let_go == 0)
		ok(0, "%s: %d let go, %d missed of %d valid and %d found", class->name, let_go, missed, valid, finds);
	return valid + finds;
}

int
main(void)
{
	int			seen = 0;

	test_stretches();
	test_signs();
	test_days();
	test_classes();
	for (int n = 1; n <= bv_class_count; n++)
	{
		BvClassSet	set = set_of(n);
		const BvClass *class = bv_class_by_number(n);

		if (class->is_valid == NULL)
			continue;
		seen += test_class(class, &set);

		/* and among others, which do not hide it */
		bv_class_set_add(&set, 1 + random_below(bv_class_count));
		seen += test_class(class, &set);
	}
	ok(seen > 20000, "values were valid and found %d times", seen);
	return done_testing();
}
