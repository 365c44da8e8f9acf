/* test_label_parser.c: what is a label, what is none, and where it stops being one */
#include "label_parser.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"

#define END		"the end of the label"
#define CLASS	"the name of a class"
#define OPTION	"one of absent, may_hold and protected, each once"
#define CLAUSE	"one of subject and former, each once"
#define QUOTE	"a closing quote"

/* A label, and what was understood, as describe() writes it. */
static const struct
{
	const char *text;
	const char *meaning;
}			labels[] = {
	{"email", "email"},
	{"us_ssn", "us_ssn"},
	{"not_personal", "not_personal"},
	{" \t\r\n\v\femail\n ", "email"},
	{"  not_personal  ", "not_personal"},
	/* words that are no class of ours: that is not for the parser to say */
	{"Email", "Email"},
	{"NOT_PERSONAL", "NOT_PERSONAL"},
	{"not_personally", "not_personally"},
	{"_", "_"},
	{"0", "0"},
	{"2fa_secret", "2fa_secret"},
	{"\303\251mail", "\303\251mail"},
	{"\377\200", "\377\200"},
	{"absent", "absent"},
	{"may_hold (may_hold = may_hold)", "may_hold may_hold may_hold"},
	/* alternatives */
	{"email | phone", "email|phone"},
	{"a|b\n|c | a", "a|b|c|a"},
	{"email|not_personal", "email|not_personal"},
	/* options */
	{"phone (absent = '000, n/a')", "phone absent '000, n/a'"},
	{"phone(absent='')", "phone absent ''"},
	{"phone (absent = 'it''s, ''')", "phone absent 'it''s, '''"},
	{"phone (absent = ') | \" {')", "phone absent ') | \" {'"},
	{"free_text (may_hold = payment_card | us_ssn)", "free_text may_hold payment_card|us_ssn"},
	{"us_ssn (protected = hmac)", "us_ssn protected hmac"},
	{"a | b (protected = x, may_hold = c, absent = '-')",
	"a|b may_hold c absent '-' protected x"},
	/* fields */
	{"{contact.email: email}", "{contact.email: email}"},
	{"{a:b}", "{a: b}"},
	{" { contact . email : email , contact.phone: phone (absent = '-') } ",
	"{contact.email: email, contact.phone: phone absent '-'}"},
	{"{\"e-mail\".\"a.b\".\"c \"\" d\": email | phone}",
	"{\"e-mail\".\"a.b\".\"c \"\" d\": email|phone}"},
	{"{a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p: x}", "{a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p: x}"},
};

static const struct
{
	const char *text;
	const char *meaning;
}			table_labels[] = {
	{"subject (customer_id = customer.id)", "subject customer_id = .customer.id"},
	{"subject(id)", "subject id = .."},
	{"subject (a = b.c.d)", "subject a = b.c.d"},
	{"subject (\"a b\" = \"c.d\" . \"e\"\"f\")", "subject \"a b\" = .\"c.d\".\"e\"\"f\""},
	{"former (ended_on < now())", "former [ended_on < now()]"},
	{"former(a)", "former [a]"},
	{" former ( ( a ) and (b) ) ", "former [( a ) and (b)]"},
	{"former (a = ')')", "former [a = ')']"},
	{"former (a = 'it''s )')", "former [a = 'it''s )']"},
	{"former (\")\" = 1)", "former [\")\" = 1]"},
	{"former (a = $$)$$)", "former [a = $$)$$]"},
	{"former (a = $x$ $$ ) $y$ $x$)", "former [a = $x$ $$ ) $y$ $x$]"},
	{"former (a = $1)", "former [a = $1]"},
	{"former (a$b$c = 1)", "former [a$b$c = 1]"},
	{"former (a = E'\\')')", "former [a = E'\\')']"},
	{"former (a = e'\\\\')", "former [a = e'\\\\']"},
	{"former (type'x' = '\\')", "former [type'x' = '\\']"},
	{"former (a = '--' or b = '/*' or c = ';')", "former [a = '--' or b = '/*' or c = ';']"},
	{"subject (a = b.c), former (d)", "subject a = .b.c former [d]"},
	{"former (d) , subject (a)", "subject a = .. former [d]"},
	{"subject (subject = former.subject), former (former)",
	"subject subject = .former.subject former [former]"},
};

typedef struct Failure
{
	const char *text;
	const char *expected;
	size_t		position;		/* of what was found */
	const char *found;
} Failure;

static const Failure failures[] = {
	{"", CLASS, 0, ""},
	{"   ", CLASS, 3, ""},
	{"|", CLASS, 0, "|"},
	{" \"email\"", CLASS, 1, "\"email\""},
	{"'email'", CLASS, 0, "'email'"},
	{"'email", QUOTE, 6, ""},
	{"-- email", CLASS, 0, "-"},
	{"email phone", END, 6, "phone"},
	{"email,phone", END, 5, ","},
	{"email;", END, 5, ";"},
	{"e-mail", END, 1, "-"},
	{"not_personal email", END, 13, "email"},
	{"not_personal not_personal", END, 13, "not_personal"},
	{"not_personal | email", END, 13, "|"},
	{"email \302\240phone", END, 6, "\302\240phone"},
	{"email \001", END, 6, "\001"},
	{"email'; DROP", QUOTE, 12, ""},
	{"email |", CLASS, 7, ""},
	{"email || phone", CLASS, 7, "|"},
	{"email ()", OPTION, 7, ")"},
	{"email (", OPTION, 7, ""},
	{"email (absent)", "\"=\"", 13, ")"},
	{"email (absent = )", "values in single quotes, separated by commas", 16, ")"},
	{"email (absent = n/a)", "values in single quotes, separated by commas", 16, "n"},
	{"email (absent = \"n/a\")", "values in single quotes, separated by commas", 16, "\"n/a\""},
	{"email (absent = 'n/a)", QUOTE, 21, ""},
	{"email (absent = 'a' 'b')", "\",\" or \")\"", 20, "'b'"},
	{"email (absent = '', absent = '')", OPTION, 20, "absent"},
	{"email (may_hold = )", CLASS, 18, ")"},
	{"email (may_hold = a, may_hold = a)", OPTION, 21, "may_hold"},
	{"email (protected = 'x')", "a way of protection", 19, "'x'"},
	{"email (absent = '',)", OPTION, 19, ")"},
	{"email (absent = '') | phone", END, 20, "|"},
	{"{}", "the name of a field", 1, "}"},
	{"{", "the name of a field", 1, ""},
	{"{a}", "\".\" or \":\"", 2, "}"},
	{"{a.: b}", "the name of a field", 3, ":"},
	{"{a..b: c}", "the name of a field", 3, "."},
	{"{a: }", CLASS, 4, "}"},
	{"{a: {b: c}}", CLASS, 4, "{"},
	{"{a: b", "\",\" or \"}\"", 5, ""},
	{"{a: b,}", "the name of a field", 6, "}"},
	{"{a: b} c", END, 7, "c"},
	{"{a-b: c}", "\".\" or \":\"", 2, "-"},
	{"{a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q: x}",
	"no more than 16 names in a row, and 256 in all", 33, "q"},
	{"subject (customer_id = customer.id)", OPTION, 9, "customer_id"},
};

static const Failure table_failures[] = {
	{"", CLAUSE, 0, ""},
	{"email", CLAUSE, 0, "email"},
	{"subject", "\"(\"", 7, ""},
	{"subject ()", "a column of the table", 9, ")"},
	{"subject (a", "\"=\" or \")\"", 10, ""},
	{"subject (a.b = c.d)", "\"=\" or \")\"", 10, "."},
	{"subject (a = )", "a table", 13, ")"},
	{"subject (a = b)", "\".\" and a column of the table", 14, ")"},
	{"subject (a = b.)", "a column of the table", 15, ")"},
	{"subject (a = b.c.d.e)", "\")\"", 18, "."},
	{"subject (\"a = b.c)", QUOTE, 18, ""},
	{"subject (a), subject (b)", CLAUSE, 13, "subject"},
	{"subject (a) former (b)", "\",\" or the end of the label", 12, "former"},
	{"subject (a),", CLAUSE, 12, ""},
	{"former (a), former (b)", CLAUSE, 12, "former"},
	{"former ()", "a condition", 8, ")"},
	{"former (  )", "a condition", 10, ")"},
	{"former (a", "\")\"", 9, ""},
	{"former ((a)", "\")\"", 11, ""},
	{"former (a))", "\",\" or the end of the label", 10, ")"},
	{"former (a = 'b)", QUOTE, 15, ""},
	{"former (a = E'\\')", QUOTE, 17, ""},
	{"former (a = E'\\", QUOTE, 15, ""},
	{"former (a = $$)", QUOTE, 15, ""},
	{"former (a = $x$)$X$)", QUOTE, 20, ""},
	{"former (a -- b)", "one condition without comments", 10, "-"},
	{"former (a /* b */)", "one condition without comments", 10, "/"},
	{"former (a); drop", "\",\" or the end of the label", 10, ";"},
	{"former (a; b)", "one condition without comments", 9, ";"},
};

static char written[100000];

static void
write_slice(const char *before, const BvLabelSlice *slice)
{
	size_t		length = strlen(written);

	snprintf(written + length, sizeof(written) - length, "%s%.*s", before,
			 (int) slice->length, slice->length > 0 ? slice->start : "");
}

static void
write_range(const char *first, const char *next, BvLabelRange range, const BvLabelSlice *slice)
{
	for (int i = 0; i < range.count; i++)
		write_slice(i == 0 ? first : next, &slice[range.first + i]);
}

static const char *
describe(const BvLabel *label)
{
	strcpy(written, label->has_fields ? "{" : "");
	if (label->not_personal)
		strcat(written, "not_personal");
	for (int i = 0; i < label->part_count; i++)
	{
		const BvLabelPart *part = &label->part[i];

		strcat(written, i > 0 ? ", " : "");
		write_range("", ".", part->path, label->key);
		write_range(label->has_fields ? ": " : "", "|", part->classes, label->name);
		write_range(" may_hold ", "|", part->may_hold, label->name);
		if (part->absent.length > 0)
			write_slice(" absent ", &part->absent);
		if (part->protected.length > 0)
			write_slice(" protected ", &part->protected);
	}
	return strcat(written, label->has_fields ? "}" : "");
}

static const char *
describe_table(const BvTableLabel *label)
{
	strcpy(written, "");
	if (label->has_subject)
	{
		write_slice("subject ", &label->column);
		write_slice(" = ", &label->subject_schema);
		write_slice(".", &label->subject_table);
		write_slice(".", &label->subject_column);
	}
	if (label->former.length > 0)
	{
		write_slice(label->has_subject ? " former [" : "former [", &label->former);
		strcat(written, "]");
	}
	return written;
}

static bool
slice_is(const BvLabelSlice *slice, const char *text)
{
	return slice->length == strlen(text) &&
		memcmp(slice->start, text, slice->length) == 0;
}

/* A copy that ends where the text does, so that the sanitizer sees a byte too far. */
static char *
copy_of(const char *text, size_t length)
{
	return memcpy(malloc(length > 0 ? length : 1), text, length);
}

static void
check_failure(const Failure *failure, bool parsed, const BvLabelError *error, const char *copy)
{
	ok(!parsed && strcmp(error->expected, failure->expected) == 0 &&
	   error->found.start == copy + failure->position &&
	   slice_is(&error->found, failure->found),
	   "at %zu there is no %s: %s", failure->position, failure->expected, failure->text);
}

static bool
is_within(const BvLabelSlice *slice, const char *text, size_t length)
{
	return slice->length == 0 ||
		(slice->start >= text && slice->start + slice->length <= text + length);
}

/* Does whatever was found of any text lie within it? */
static bool
is_safe(const char *text, size_t length)
{
	BvLabel		label;
	BvTableLabel table;
	BvLabelError error;
	bool		safe = true;

	if (bv_label_parse(text, length, &label, &error))
	{
		for (int i = 0; i < label.name_count; i++)
			safe &= label.name[i].length > 0 && is_within(&label.name[i], text, length);
		for (int i = 0; i < label.part_count; i++)
			safe &= is_within(&label.part[i].absent, text, length);
		safe &= label.not_personal || label.part_count > 0;
	}
	else
		safe &= is_within(&error.found, text, length) && error.expected != NULL;
	if (bv_table_label_parse(text, length, &table, &error))
		safe &= is_within(&table.column, text, length) && is_within(&table.former, text, length);
	else
		safe &= is_within(&error.found, text, length) && error.expected != NULL;
	return safe;
}

static uint64_t seed = 20261122;

static unsigned
next_random(unsigned limit)
{
	seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407;
	return (unsigned) (seed >> 33) % limit;
}

static void
check_limits(void)
{
	static char text[10000];
	BvLabel		label;
	BvLabelError error;

	strcpy(text, "{a: b");
	for (int i = 1; i < BV_LABEL_PARTS; i++)
		strcat(text, ", a: b");
	strcat(text, "}");
	ok(bv_label_parse(text, strlen(text), &label, &error) &&
	   label.part_count == BV_LABEL_PARTS, "64 fields");
	strcpy(text + strlen(text) - 1, ", a: b}");
	ok(!bv_label_parse(text, strlen(text), &label, &error) &&
	   strcmp(error.expected, "no more than 64 fields") == 0, "but no more");

	strcpy(text, "a");
	for (int i = 1; i < BV_LABEL_NAMES; i++)
		strcat(text, "|a");
	ok(bv_label_parse(text, strlen(text), &label, &error) &&
	   label.part[0].classes.count == BV_LABEL_NAMES, "256 alternatives");
	strcat(text, "|a");
	ok(!bv_label_parse(text, strlen(text), &label, &error) &&
	   strcmp(error.expected, "no more than 256 classes") == 0, "but no more");
}

static void
check_unquote(const char *text, const char *expected)
{
	BvLabelSlice slice = {text, strlen(text)};
	char	   *result = malloc(strlen(text) + 1);

	result[bv_label_unquote(&slice, result)] = '\0';
	ok(strcmp(result, expected) == 0, "%s is %s", text, expected);
	free(result);
}

int
main(void)
{
	BvLabel		label;
	BvTableLabel table;
	BvLabelError error;
	char	   *bytes;
	bool		safe = true;

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
	{
		size_t		length = strlen(labels[i].text);
		char	   *copy = copy_of(labels[i].text, length);

		ok(bv_label_parse(copy, length, &label, &error) &&
		   strcmp(describe(&label), labels[i].meaning) == 0,
		   "a label: %s", labels[i].meaning);
		free(copy);
	}
	for (size_t i = 0; i < sizeof(table_labels) / sizeof(table_labels[0]); i++)
	{
		size_t		length = strlen(table_labels[i].text);
		char	   *copy = copy_of(table_labels[i].text, length);

		ok(bv_table_label_parse(copy, length, &table, &error) &&
		   strcmp(describe_table(&table), table_labels[i].meaning) == 0,
		   "of a table: %s", table_labels[i].meaning);
		free(copy);
	}
	for (size_t i = 0; i < sizeof(failures) / sizeof(failures[0]); i++)
	{
		size_t		length = strlen(failures[i].text);
		char	   *copy = copy_of(failures[i].text, length);

		check_failure(&failures[i], bv_label_parse(copy, length, &label, &error),
					  &error, copy);
		free(copy);
	}
	for (size_t i = 0; i < sizeof(table_failures) / sizeof(table_failures[0]); i++)
	{
		size_t		length = strlen(table_failures[i].text);
		char	   *copy = copy_of(table_failures[i].text, length);

		check_failure(&table_failures[i],
					  bv_table_label_parse(copy, length, &table, &error), &error, copy);
		free(copy);
	}
	check_limits();
	check_unquote("a", "a");
	check_unquote("\"A b\"", "A b");
	check_unquote("\"\"\"\"", "\"");
	check_unquote("''", "");
	check_unquote("'it''s \"\"'", "it's \"\"");

	/* every text of two bytes, zero bytes among them */
	bytes = malloc(2);
	for (int i = 0; i < 65536; i++)
	{
		bytes[0] = (char) (i >> 8);
		bytes[1] = (char) i;
		safe &= is_safe(bytes, 2);
	}
	free(bytes);
	ok(safe, "no text of two bytes leads astray");

	/* labels that were cut off, had a byte changed, or were shuffled */
	safe = true;
	for (int i = 0; i < 200000; i++)
	{
		const char *text = i % 2 ?
			labels[next_random(sizeof(labels) / sizeof(labels[0]))].text :
			table_labels[next_random(sizeof(table_labels) / sizeof(table_labels[0]))].text;
		size_t		length = strlen(text);

		bytes = copy_of(text, length);
		for (unsigned changes = next_random(4); changes > 0; changes--)
			bytes[next_random(length)] = i % 3 ?
				"(){}'\"$|,.:=\\-/*E a"[next_random(19)] : (char) next_random(256);
		safe &= is_safe(bytes, next_random(length + 1)) && is_safe(bytes, length);
		free(bytes);
	}
	ok(safe, "no label that was spoilt leads astray");

	/* a long one */
	bytes = malloc(BV_LABEL_LENGTH);
	memset(bytes, 'a', BV_LABEL_LENGTH);
	ok(bv_label_parse(bytes, BV_LABEL_LENGTH, &label, &error) &&
	   label.name[0].length == BV_LABEL_LENGTH, "a word as long as a label can be");
	memset(bytes, ' ', BV_LABEL_LENGTH);
	ok(!bv_label_parse(bytes, BV_LABEL_LENGTH, &label, &error) &&
	   error.found.length == 0, "spaces up to the limit");
	memset(bytes, '(', BV_LABEL_LENGTH);
	memcpy(bytes, "former (", 8);
	ok(!bv_table_label_parse(bytes, BV_LABEL_LENGTH, &table, &error) &&
	   error.found.length == 0, "parentheses up to the limit");
	free(bytes);

	return done_testing();
}
