/* test_label_parser.c: what is a label, what is none, and where it stops being one */
#include "label_parser.h"

#include <stdlib.h>
#include <string.h>

#include "tap.h"

#define END	"the end of the label"
#define CLASS "the name of a class"

static const struct
{
	const char *text;
	const char *class_name;		/* NULL: not_personal */
}			labels[] = {
	{"email", "email"},
	{"us_ssn", "us_ssn"},
	{"not_personal", NULL},
	{" \t\r\n\v\femail\n ", "email"},
	{"  not_personal  ", NULL},
	/* words that are no class of ours: that is not for the parser to say */
	{"Email", "Email"},
	{"NOT_PERSONAL", "NOT_PERSONAL"},
	{"not_personally", "not_personally"},
	{"not_persona", "not_persona"},
	{"_", "_"},
	{"0", "0"},
	{"2fa_secret", "2fa_secret"},
	{"\303\251mail", "\303\251mail"},
	{"\377\200", "\377\200"},
};

static const struct
{
	const char *text;
	const char *expected;
	size_t		position;		/* of what was found */
	const char *found;
}			errors[] = {
	{"", CLASS, 0, ""},
	{"   ", CLASS, 3, ""},
	{"|", CLASS, 0, "|"},
	{" \"email\"", CLASS, 1, "\""},
	{"'email'", CLASS, 0, "'"},
	{"-- email", CLASS, 0, "-"},
	{"email phone", END, 6, "phone"},
	{"email,phone", END, 5, ","},
	{"email;", END, 5, ";"},
	{"e-mail", END, 1, "-"},
	{"not_personal email", END, 13, "email"},
	{"not_personal not_personal", END, 13, "not_personal"},
	/* the grammar to come is not taken for less than it says */
	{"email | phone", END, 6, "|"},
	{"us_ssn (protected = hmac)", END, 7, "("},
	{"phone(absent = '000, n/a')", END, 5, "("},
	{"{contact.email: email}", CLASS, 0, "{"},
	{"subject (customer_id = customer.id)", END, 8, "("},
	{"former (ended_on < now())", END, 7, "("},
	{"email \302\240phone", END, 6, "\302\240phone"},
	{"email \001", END, 6, "\001"},
};

/* Parses a copy that ends where the text does, so that the sanitizer sees a byte too far. */
static bool
parse(char *copy, size_t length, const char *text, BvLabel *label, BvLabelError *error)
{
	memcpy(copy, text, length);
	return bv_label_parse(copy, length, label, error);
}

static bool
slice_is(const BvLabelSlice *slice, const char *text)
{
	return slice->length == strlen(text) &&
		memcmp(slice->start, text, slice->length) == 0;
}

int
main(void)
{
	BvLabel		label;
	BvLabelError error;
	char	   *bytes;
	bool		safe = true;

	for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
	{
		size_t		length = strlen(labels[i].text);
		char	   *copy = malloc(length);
		bool		parsed = parse(copy, length, labels[i].text, &label, &error);

		ok(parsed &&
		   (labels[i].class_name == NULL ? label.not_personal && label.class_name.length == 0 :
			!label.not_personal && slice_is(&label.class_name, labels[i].class_name)),
		   "label %zu is %s", i,
		   labels[i].class_name ? labels[i].class_name : "not_personal");
		free(copy);
	}

	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
	{
		size_t		length = strlen(errors[i].text);
		char	   *copy = malloc(length);
		bool		parsed = parse(copy, length, errors[i].text, &label, &error);

		ok(!parsed && strcmp(error.expected, errors[i].expected) == 0 &&
		   error.found.start == copy + errors[i].position &&
		   slice_is(&error.found, errors[i].found),
		   "text %zu stops being a label at %zu", i, errors[i].position);
		free(copy);
	}

	/* every text of two bytes, zero bytes among them */
	bytes = malloc(2);
	for (int i = 0; i < 65536; i++)
	{
		bytes[0] = (char) (i >> 8);
		bytes[1] = (char) i;
		if (bv_label_parse(bytes, 2, &label, &error))
			safe &= !label.not_personal && label.class_name.length > 0 &&
				label.class_name.start + label.class_name.length <= bytes + 2;
		else
			safe &= error.found.start + error.found.length <= bytes + 2;
	}
	ok(safe, "no text of two bytes leads astray");

	/* a long one */
	bytes = realloc(bytes, 1000000);
	memset(bytes, 'a', 1000000);
	ok(bv_label_parse(bytes, 1000000, &label, &error) &&
	   label.class_name.length == 1000000, "a word of a million letters");
	memset(bytes, ' ', 1000000);
	ok(!bv_label_parse(bytes, 1000000, &label, &error) &&
	   error.found.length == 0, "a million spaces");
	free(bytes);

	return done_testing();
}
