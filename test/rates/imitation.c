/*
 * imitation.c: how often keys with a home-made check digit pass validators
 *
 * Writes src/core/imitation_table.h: of keys of 6 to 19 digits with one of the
 * usual check digits, the share of the scheme and length of which most pass,
 * where that is more than of digits at random.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "made_key.h"

#define DRAWS	600000

static uint64_t seed = 88172645463325252;

/* Shares of the length of which most pass, by class: at random, and with check digits. */
static double best_chance[256];
static double imitation[256];

static void
measure_imitation(void)
{
	for (int check = MADE_CHECK_NONE + 1; check < MADE_CHECKS; check++)
	{
		for (int length = 5; length <= 18; length++)
		{
			double		here[256] = {0};

			for (int i = 0; i < 20000; i++)
			{
				char		text[MADE_KEY_MAX];
				BvClassSet	set;

				made_digits(text, length, &seed);
				made_append_check(text, check);
				set = bv_classes_of(text, strlen(text));
				for (int a = bv_class_set_next(&set, 0); a < 256; a = bv_class_set_next(&set, a))
					here[a] += 1.0 / 20000;
			}
			for (int a = 1; a < 256; a++)
			{
				if (here[a] > imitation[a])
					imitation[a] = here[a];
			}
		}
	}
}

static void
measure_chance(void)
{
	for (int length = 5; length <= 19; length++)
	{
		double		here[256] = {0};

		for (int i = 0; i < DRAWS; i++)
		{
			char		text[MADE_KEY_MAX];
			BvClassSet	set;

			made_digits(text, length, &seed);
			set = bv_classes_of(text, length);
			for (int a = bv_class_set_next(&set, 0); a < 256; a = bv_class_set_next(&set, a))
				here[a] += 1.0 / DRAWS;
		}
		for (int a = 1; a < 256; a++)
		{
			if (here[a] > best_chance[a])
				best_chance[a] = here[a];
		}
	}
}

int
main(void)
{
	measure_chance();
	measure_imitation();
	printf("/*\n * imitation_table.h: how often keys with a home-made check digit pass validators\n"
		   " *\n * The share of the scheme and number of digits of which most pass, where that is\n"
		   " * more than by chance.  Generated: \"make rates\" measures it.\n */\n"
		   "static const float imitation[BV_USER_CLASS_FIRST] = {\n");
	for (int a = 1; a <= bv_class_count; a++)
	{
		if (imitation[a] > 0.02 && imitation[a] > 1.5 * best_chance[a] &&
			imitation[a] > 1.5 * bv_classes[a - 1].chance)
			printf("\t[%d] = %.3g,\t/* %s */\n", a, imitation[a], bv_classes[a - 1].name);
	}
	printf("};\n");
	return 0;
}
