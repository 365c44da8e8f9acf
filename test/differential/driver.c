/*
 * driver.c: verdicts of the validators, for programs that compare them
 *
 *     driver judge                     reads CLASS<TAB>VALUE lines, prints 1 or 0 for each;
 *                                      postcode:NL is a class here, codes of one country
 *     driver make SEED COUNT CLASS...  makes COUNT values of each kind for each class and
 *                                      prints CLASS<TAB>KIND<TAB>VALUE<TAB>1 or 0
 *
 * Kinds are true (valid by our own judgement), candidate (of the same form,
 * whatever its check digits), damaged (true but for one change) and shape
 * (random digits and letters).  The same seed makes the same values.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "made_value.h"
#include "postcode.h"

static void
judge(void)
{
	static char line[2 * PATTERN_TEXT_MAX];

	while (fgets(line, sizeof(line), stdin) != NULL)
	{
		char	   *value = strchr(line, '\t');
		const BvClass *class;

		line[strcspn(line, "\n")] = '\0';
		if (value != NULL && strncmp(line, "postcode:", 9) == 0)
		{
			*value++ = '\0';
			puts(bv_is_postcode_of(value, strlen(value), line + 9) ? "1" : "0");
			continue;
		}
		if (value == NULL || (class = bv_class_by_name(line, (size_t) (value - line))) == NULL)
		{
			fprintf(stderr, "not a class and a value: %s\n", line);
			exit(2);
		}
		value++;
		puts(bv_is_valid(class, value, strlen(value)) ? "1" : "0");
	}
}

static void
print(const BvClass *class, const char *kind, const char *text, size_t length)
{
	/* a line is a value: none has line breaks */
	if (length > 0 && memchr(text, '\n', length) == NULL && memchr(text, '\t', length) == NULL)
		printf("%s\t%s\t%.*s\t%d\n", class->name, kind, (int) length, text,
			   bv_is_valid(class, text, length));
}

static int
count_patterns(const char *const *pattern)
{
	int			count = 0;

	while (count < MADE_PATTERNS_MAX && pattern[count] != NULL)
		count++;
	return count;
}

static void
make(const char *name, uint64_t seed, int count)
{
	const BvClass *class = bv_class_by_name(name, strlen(name));
	const MadeClass *made = class != NULL ? made_class_of(class) : NULL;
	char		text[PATTERN_TEXT_MAX];

	if (made == NULL || class->is_valid == NULL)
		return;
	seed += (uint64_t) class->number * 1000003;
	for (int i = 0; i < count; i++)
	{
		size_t		length = made_value(class, &seed, text);
		int			truths = count_patterns(made->truth);
		int			shapes = count_patterns(made->shape);

		print(class, "true", text, length);
		if (length > 0)
			print(class, "damaged", text, damage_text(text, length, &seed));
		print(class, "candidate", text,
			  pattern_text(made->truth[random_below(&seed, truths)], &seed, text));
		if (shapes > 0)
			print(class, "shape", text,
				  pattern_text(made->shape[random_below(&seed, shapes)], &seed, text));
	}
}

int
main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "judge") == 0)
		judge();
	else if (argc >= 4 && strcmp(argv[1], "make") == 0)
	{
		for (int i = 4; i < argc; i++)
			make(argv[i], strtoull(argv[2], NULL, 10), atoi(argv[3]));
	}
	else
	{
		fprintf(stderr, "usage: driver judge | driver make SEED COUNT CLASS...\n");
		return 2;
	}
	return ferror(stdout) != 0;
}
