/*
 * measure.c: measures how often values pass validators
 *
 *     measure chance      of each class with a validator: number, name, chance
 *     measure pass        the whole of src/core/pass_rate_table.c
 *
 * See test/values/made_value.h for what is made up, and "make rates".
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "made_value.h"
#include "pass_rate.h"

#define CHANCE_TRIES	400000	/* at most */
#define CHANCE_SEED		1
#define TRUE_VALUES		20000
#define TRUE_SEED		2

/* Finer differences than these are noise, and make the table hard to read. */
static double
rounded(double share)
{
	double		unit;

	if (share <= 0)
		return 0;
	unit = pow(10, floor(log10(share)) - 2);
	return share > 0.9995 ? 1 : round(share / unit) * unit;
}

static void
print_chances(void)
{
	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];
		const MadeClass *made = made_class_of(class);
		uint64_t	seed = CHANCE_SEED + (uint64_t) class->number * 1000;
		double		chance;

		if (class->is_valid == NULL || made == NULL || made->shape[0] == NULL)
			continue;
		chance = made_chance(class, &seed, CHANCE_TRIES);
		/* none of them: rarer than can be told */
		printf("%d\t%s\t%.6g\n", class->number, class->name,
			   chance > 0 ? rounded(chance) : 1e-6);
	}
}

static void
print_pass_rates(void)
{
	puts("/*\n"
		 " * pass_rate_table.c: the share of true values of each class that pass as another\n"
		 " *\n"
		 " * Generated: \"make rates\" measures it on 20,000 made-up values of each class.\n"
		 " * A test fails when validators and table disagree.\n"
		 " */\n"
		 "#include \"pass_rate.h\"\n\n"
		 "const BvPassRate bv_pass_rates[] = {");
	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];
		int			passed[BV_CLASS_LIMIT];
		int			made = made_passes(class, TRUE_SEED + (uint64_t) class->number * 1000, TRUE_VALUES, passed);

		if (made == 0)
			continue;
		printf("\t/* %s */\n", class->name);
		for (int n = 1; n <= bv_class_count; n++)
		{
			double		share = (double) passed[n] / made;

			/* with itself always: it shows that something is known */
			if (share >= BV_PASS_RATE_MIN || n == class->number)
				printf("\t{%d, %d, %.6g},\t/* %s */\n", class->number, n, rounded(share),
					   bv_classes[n - 1].name);
		}
	}
	puts("};\n\n"
		 "const int	bv_pass_rate_count = sizeof(bv_pass_rates) / sizeof(bv_pass_rates[0]);");
}

int
main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "chance") == 0)
		print_chances();
	else if (argc == 2 && strcmp(argv[1], "pass") == 0)
		print_pass_rates();
	else
	{
		fprintf(stderr, "usage: measure chance | pass\n");
		return 2;
	}
	return ferror(stdout) != 0;
}
