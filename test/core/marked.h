/*
 * marked.h: texts in which what ought to be found is marked
 */
#ifndef MARKED_H
#define MARKED_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "find.h"
#include "tap.h"

#define FINDS_MAX	16

/*
 * A text in which each identifier is written {class:identifier}.  What is found
 * must be these, at these places, and nothing else.
 */
typedef struct Marked
{
	char		text[4096];
	size_t		length;
	int			count;
	char		class_name[FINDS_MAX][32];
	size_t		start[FINDS_MAX];
	size_t		end[FINDS_MAX];
} Marked;

static inline void
read_marked(const char *marked, Marked *result)
{
	memset(result, 0, sizeof(*result));
	while (*marked != '\0')
	{
		const char *colon = strchr(marked, ':');
		size_t		name = *marked == '{' && colon != NULL ? (size_t) (colon - marked - 1) : 0;

		if (name > 0 && name < 32 && strspn(marked + 1, "abcdefghijklmnopqrstuvwxyz_") == name &&
			result->count < FINDS_MAX)
		{
			memcpy(result->class_name[result->count], marked + 1, name);
			result->start[result->count] = result->length;
			marked = colon + 1;
			while (*marked != '}' && *marked != '\0')
				result->text[result->length++] = *marked++;
			result->end[result->count++] = result->length;
			if (*marked == '}')
				marked++;
		}
		else
			result->text[result->length++] = *marked++;
	}
}

static inline bool
find_marked(const char *description, const char *marked, BvTextEncoding encoding)
{
	Marked		expected;
	BvFinder	finder;
	BvFound		found;
	BvFindResult result;
	char	   *copy;
	int			count = 0;
	int			right = 1;

	read_marked(marked, &expected);
	copy = malloc(expected.length > 0 ? expected.length : 1);	/* the sanitizer sees what is read beyond */
	memcpy(copy, expected.text, expected.length);
	bv_find_begin(&finder, copy, expected.length, encoding, NULL);
	while ((result = bv_find_next(&finder, &found)) != BV_FIND_END)
	{
		if (result != BV_FIND_FOUND)
			continue;
		if (count >= expected.count ||
			strcmp(bv_class_by_number(found.class_number)->name, expected.class_name[count]) != 0 ||
			found.start != expected.start[count] ||
			found.start + found.length != expected.end[count])
		{
			printf("# found %s \"%.*s\" at %zu\n", bv_class_by_number(found.class_number)->name,
				   (int) found.length, copy + found.start, found.start);
			right = 0;
		}
		count++;
	}
	free(copy);
	return ok(right && count == expected.count, "%s: %s", description, marked);
}

#endif							/* MARKED_H */
