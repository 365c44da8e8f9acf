/* placeholder.c: values that stand for a value that is not there */
#include "placeholder.h"

#include <stdbool.h>
#include <string.h>

#include "array.h"
#include "check_digit.h"

typedef struct Placeholder
{
	const char *text;			/* in lower case */
	const char *reason;
} Placeholder;

/* in order of their first characters */
static const Placeholder placeholders[] = {
	{"#n/a", "a word for nothing"},
	{"(null)", "a word for nothing"},
	{"-infinity", "no day"},
	{"0001-01-01", "the first day of a calendar"},
	{"000-00-0000", "zeros"},
	{"00000000-0000-0000-0000-000000000000", "zeros"},
	{"0.0.0.0", "zeros"},
	{"00:00:00:00:00:00", "zeros"},
	{"1900-01-01", "the first day of a calendar"},
	{"1970-01-01", "the first day of a calendar"},
	{"9999-12-31", "the last day of a calendar"},
	{"desconocido", "a word for nothing"},
	{"inconnu", "a word for nothing"},
	{"infinity", "no day"},
	{"n/a", "a word for nothing"},
	{"n.a.", "a word for nothing"},
	{"none", "a word for nothing"},
	{"null", "a word for nothing"},
	{"nan", "a word for nothing"},
	{"not available", "a word for nothing"},
	{"not applicable", "a word for nothing"},
	{"not provided", "a word for nothing"},
	{"onbekend", "a word for nothing"},
	{"sconosciuto", "a word for nothing"},
	{"test", "a test"},
	{"test@test.com", "a test"},
	{"test@example.com", "a test"},
	{"test@example.org", "a test"},
	{"unknown", "a word for nothing"},
	{"undefined", "a word for nothing"},
	{"unbekannt", "a word for nothing"},
};

#define PLACEHOLDERS	(lengthof(placeholders))

static bool
is_text(const char *value, size_t length, const char *text)
{
	if (strlen(text) != length)
		return false;
	for (size_t i = 0; i < length; i++)
	{
		if (bv_to_lower(value[i]) != text[i])
			return false;
	}
	return true;
}

/* The first placeholder that begins with that character or one behind it. */
static size_t
first_that_begins(char first)
{
	size_t		low = 0;
	size_t		high = PLACEHOLDERS;

	while (low < high)
	{
		size_t		middle = (low + high) / 2;

		if (placeholders[middle].text[0] < first)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const char *
bv_placeholder(const char *value, size_t length)
{
	size_t		same = 1;
	char		first;

	bv_trim(&value, &length);
	if (length == 0)
		return "blank";
	first = bv_to_lower(*value);
	for (size_t i = first_that_begins(first);
		 i < PLACEHOLDERS && placeholders[i].text[0] == first; i++)
	{
		if (is_text(value, length, placeholders[i].text))
			return placeholders[i].reason;
	}

	while (same < length && bv_to_lower(value[same]) == first)
		same++;
	if (same < length || (unsigned char) *value > 127)
		return NULL;
	if (*value == '0')
		return "zeros";
	if (first == 'x')
		return "one character over and over";
	if (strchr("-.?*/_", *value) != NULL)
		return "punctuation alone";
	return length >= 3 ? "one character over and over" : NULL;
}
