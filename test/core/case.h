/*
 * case.h: values that are of a class, and values that are not
 *
 * Each value is in memory of just its length, so that reading on is seen.
 */
#ifndef CASE_H
#define CASE_H

#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "tap.h"

typedef struct Case
{
	const char *class_name;
	const char *valid[40];
	const char *invalid[60];
} Case;

/* Is the class tested in test_national.c? */
static inline bool
is_national(const BvClass *class)
{
	return strcmp(class->category, "government_id") == 0 || strcmp(class->category, "health") == 0;
}

static bool
is_valid(BvValidator validator, const char *value, size_t len)
{
	char	   *exact = malloc(len > 0 ? len : 1);
	bool		result;

	memcpy(exact, value, len);
	result = validator(exact, len);
	free(exact);
	return result;
}

static void
test_cases(const Case *of)
{
	const BvClass *class = bv_class_by_name(of->class_name, strlen(of->class_name));
	int			wrong = 0;
	int			count = 0;

	if (!ok(class != NULL && class->is_valid != NULL, "%s can be told", of->class_name))
		return;
	for (const char *const *value = of->valid; *value != NULL; value++, count++)
	{
		BvClassSet	set = bv_classes_of(*value, strlen(*value));

		if (!is_valid(class->is_valid, *value, strlen(*value)) ||
			!bv_class_set_has(&set, class->number))
			wrong += !ok(0, "%s takes \"%s\"", of->class_name, *value);
	}
	for (const char *const *value = of->invalid; *value != NULL; value++, count++)
	{
		if (is_valid(class->is_valid, *value, strlen(*value)))
			wrong += !ok(0, "%s refuses \"%s\"", of->class_name, *value);
	}
	ok(wrong == 0, "%d values of %s are told", count, of->class_name);
}

/* Every beginning and end, and every change of one byte, of every case. */
static void
test_damage(const Case *of)
{
	const BvClass *class = bv_class_by_name(of->class_name, strlen(of->class_name));
	int			passed = 0;

	for (const char *const *value = of->valid; *value != NULL; value++)
	{
		size_t		len = strlen(*value);
		char		damaged[300];

		for (size_t i = 0; i < len; i++)
		{
			is_valid(class->is_valid, *value, i);
			is_valid(class->is_valid, *value + i, len - i);
			for (int c = 0; c < 256; c += i % 2 ? 1 : 5)
			{
				memcpy(damaged, *value, len);
				damaged[i] = c;
				is_valid(class->is_valid, damaged, len);
			}
			/* none takes a zero byte or a letter of another script in its midst */
			memcpy(damaged, *value, len);
			damaged[i] = '\0';
			passed += is_valid(class->is_valid, damaged, len);
		}
		passed += is_valid(class->is_valid, *value, 0);
	}
	ok(passed == 0, "no damaged value of %s is taken", of->class_name);
}

/* Runs the cases; returns how many classes there are. */
static int
test_all_cases(const Case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
	{
		test_cases(&cases[i]);
		test_damage(&cases[i]);
	}
	return (int) count;
}

#endif							/* CASE_H */
