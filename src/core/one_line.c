/* one_line.c: numbers that are broken over a line, as they are found in free text */
#include "one_line.h"

#include <string.h>

#define QUOTE_MOST	5			/* bytes of marks of quotation and spaces */

/* The classes that the finder looks for over the end of a line. */
static bool
may_be_broken(const BvClass *class)
{
	return strcmp(class->name, "payment_card") == 0 || strcmp(class->name, "iban") == 0;
}

const char *
bv_as_one_line(const BvClass *class, const char *value, size_t *len, char joined[BV_ONE_LINE_MAX])
{
	const char *end = *len > 0 && *len <= BV_ONE_LINE_MAX ? memchr(value, '\n', *len) : NULL;
	size_t		before;
	size_t		after;

	if (end == NULL || !may_be_broken(class))
		return NULL;
	before = end - value;
	after = before + 1;
	if (before > 0 && value[before - 1] == '\r')
		before--;
	while (after < *len && after <= (size_t) (end - value) + QUOTE_MOST &&
		   (value[after] == '>' || value[after] == ' '))
		after++;
	if (before == 0 || after == *len || memchr(value + after, '\n', *len - after) != NULL)
		return NULL;
	memcpy(joined, value, before);
	joined[before] = memchr(value, '-', *len) != NULL ? '-' : ' ';
	memcpy(joined + before + 1, value + after, *len - after);
	*len = before + 1 + *len - after;
	return joined;
}
