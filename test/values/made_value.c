/* made_value.c: made-up values of every class that a value can show */
#include "made_value.h"

#include <string.h>

#include "recognize.h"

/* Of the candidates for the rarest check digits, one in 10,000 is right. */
#define CANDIDATES_MAX	200000

const MadeClass *
made_class_of(const BvClass *class)
{
	for (int i = 0; i < made_class_count; i++)
	{
		if (strcmp(made_classes[i].class_name, class->name) == 0)
			return &made_classes[i];
	}
	return NULL;
}

static int
count_patterns(const char *const *pattern)
{
	int			count = 0;

	while (count < MADE_PATTERNS_MAX && pattern[count] != NULL)
		count++;
	return count;
}

size_t
made_value(const BvClass *class, uint64_t *seed, char text[PATTERN_TEXT_MAX])
{
	const MadeClass *made = made_class_of(class);
	int			count = made != NULL ? count_patterns(made->truth) : 0;

	if (count == 0)
		return 0;
	if (class->is_valid == NULL)
		return pattern_text(made->truth[random_below(seed, count)], seed, text);
	for (int i = 0; i < CANDIDATES_MAX;)
	{
		const char *pattern = made->truth[random_below(seed, count)];

		/* stay with one pattern: what passes easily must not crowd out the rest */
		for (int end = i + CANDIDATES_MAX / 8; i < end; i++)
		{
			size_t		length = pattern_text(pattern, seed, text);

			if (bv_is_valid(class, text, length))
				return length;
		}
	}
	return 0;
}

/* So many that pass tell a share to one part in a hundred. */
#define PASSED_ENOUGH	10000

int
made_passes(const BvClass *class, uint64_t seed, int values, int passed[BV_CLASS_LIMIT])
{
	int			made = 0;

	memset(passed, 0, BV_CLASS_LIMIT * sizeof(passed[0]));
	while (made < values)
	{
		char		text[PATTERN_TEXT_MAX];
		size_t		length = made_value(class, &seed, text);
		BvClassSet	set;

		if (length == 0)
			break;
		made++;
		set = bv_classes_of(text, length);
		for (int n = bv_class_set_next(&set, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(&set, n))
			passed[n]++;
	}
	return made;
}

double
made_share(const BvClass *class, const char *pattern, uint64_t *seed, int tries)
{
	char		text[PATTERN_TEXT_MAX];
	int			passed = 0;
	int			tried = 0;

	while (tried < tries && passed < PASSED_ENOUGH)
	{
		passed += bv_is_valid(class, text, pattern_text(pattern, seed, text));
		tried++;
	}
	return (double) passed / tried;
}

double
made_chance(const BvClass *class, uint64_t *seed, int tries)
{
	const MadeClass *made = made_class_of(class);
	int			count = made != NULL ? count_patterns(made->shape) : 0;
	double		chance = 0;

	for (int i = 0; i < count; i++)
	{
		double		share = made_share(class, made->shape[i], seed, tries);

		if (share > chance)
			chance = share;
	}
	return chance;
}
