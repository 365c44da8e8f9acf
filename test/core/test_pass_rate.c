/*
 * test_pass_rate.c: chance and pass rates in the tables are those of the validators
 *
 * Both are measured again on fewer values from other seeds.  Of n values with a
 * true rate p, k that pass are not believed when k is six standard deviations
 * from n p; where p was rounded or found in none, as much as those hide is
 * allowed on top.
 */
#include <math.h>
#include <string.h>

#include "made_value.h"
#include "pass_rate.h"
#include "tap.h"

#define TRIES			4000
#define TRUE_VALUES		400
#define CHANCE_SEED		77
#define TRUE_SEED		78

/* The table has three digits, and nothing below BV_PASS_RATE_MIN. */
static bool
is_believable(double rate, double unseen, int passed, int tries)
{
	double		most = rate > unseen ? rate : unseen;
	double		deviation = 6 * sqrt(tries * most * (1 - most)) + 0.006 * tries * rate + 3;

	return passed <= tries * most + deviation && passed >= tries * rate - deviation;
}

/* Says what is wrong the first times: a table that is out of date is so in many places. */
#define SHOWN	12
static int	wrong;

#define WRONG(...) \
	do { \
		if (++wrong <= SHOWN) \
			ok(0, __VA_ARGS__); \
	} while (0)

/* Each form of the true values of a class is one that its validator takes. */
static void
test_forms(void)
{
	int			forms = 0;

	wrong = 0;
	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];
		const MadeClass *made = made_class_of(class);

		if (class->is_valid == NULL)
			continue;
		for (int j = 0; made != NULL && j < MADE_PATTERNS_MAX && made->truth[j] != NULL; j++)
		{
			uint64_t	seed = TRUE_SEED;
			char		text[PATTERN_TEXT_MAX];
			int			tries = 0;

			forms++;
			while (tries < 50000 && !bv_is_valid(class, text, pattern_text(made->truth[j], &seed, text)))
				tries++;
			if (tries == 50000)
				WRONG("%s takes values of the form %s", class->name, made->truth[j]);
		}
	}
	ok(forms > 0 && wrong == 0, "%d forms of true values are taken", forms);
}

static void
test_chances(void)
{
	int			tested = 0;

	wrong = 0;
	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];
		const MadeClass *made = made_class_of(class);
		uint64_t	seed = CHANCE_SEED + (uint64_t) class->number * 1000;
		double		measured;

		if (class->is_valid == NULL)
			continue;
		tested++;
		if (made == NULL || made->shape[0] == NULL)
		{
			WRONG("%s has shapes to measure its chance on", class->name);
			continue;
		}
		measured = made_chance(class, &seed, TRIES);
		if (!is_believable(class->chance, 1e-6, (int) lrint(measured * TRIES), TRIES))
			WRONG("the chance of %s is %g, in the table %g", class->name, measured,
						 class->chance);
	}
	ok(tested > 0 && wrong == 0, "the chances of %d classes are as in the table (or: make rates)", tested);
}

static void
test_pass_rates(void)
{
	int			tested = 0;

	wrong = 0;
	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];
		int			passed[BV_CLASS_LIMIT];
		int			made = made_passes(class, TRUE_SEED + (uint64_t) class->number * 1000, TRUE_VALUES, passed);

		if (made == 0)
		{
			if (class->is_valid != NULL)
				WRONG("there are true values of %s", class->name);
			continue;
		}
		tested++;
		for (int n = 1; n <= bv_class_count; n++)
		{
			double		rate = bv_pass_rate(class, &bv_classes[n - 1]);

			if (!is_believable(rate, BV_PASS_RATE_MIN, passed[n], made))
				WRONG("of true values of %s, %d of %d pass as %s, in the table %g",
							 class->name, passed[n], made, bv_classes[n - 1].name, rate);
		}
		if (class->is_valid != NULL && bv_pass_rate(class, class) != 1)
			WRONG("all true values of %s pass", class->name);
	}
	ok(tested > 0 && wrong == 0, "true values of %d classes pass as in the table (or: make rates)", tested);
}

static void
test_lookup(void)
{
	int			sorted = 0;
	int			found = 0;

	for (int i = 0; i < bv_pass_rate_count; i++)
	{
		const BvPassRate *rate = &bv_pass_rates[i];

		sorted += i == 0 || rate[-1].true_class < rate->true_class ||
			(rate[-1].true_class == rate->true_class && rate[-1].tested < rate->tested);
		found += bv_pass_rate(bv_class_by_number(rate->true_class),
							  bv_class_by_number(rate->tested)) == (double) rate->rate;
	}
	ok(bv_pass_rate_count > 0 && sorted == bv_pass_rate_count && found == bv_pass_rate_count,
	   "%d rates are in order and found", bv_pass_rate_count);
	ok(bv_pass_rate(bv_class_by_name("iban", 4), bv_class_by_name("email", 5)) == 0,
	   "others are 0");
}

int
main(void)
{
	test_forms();
	test_chances();
	test_pass_rates();
	test_lookup();
	return done_testing();
}
