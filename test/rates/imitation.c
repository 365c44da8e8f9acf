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

#define DRAWS	600000

static uint64_t state = 88172645463325252;

static uint64_t
draw(uint64_t below)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (state * UINT64_C(2685821657736338717)) % below;
}

/* Shares of the length of which most pass, by class: at random, and with check digits. */
static double best_chance[256];
static double imitation[256];

/* ---------- keys with check digits ---------- */

static int
append_luhn(char *text, int n)
{
	int			sum = 0;

	for (int i = 0; i < n; i++)
	{
		int			d = text[i] - '0';

		if ((n - i) % 2 == 1)
			d = 2 * d > 9 ? 2 * d - 9 : 2 * d;
		sum += d;
	}
	text[n] = '0' + (10 - sum % 10) % 10;
	return n + 1;
}

/* Weights 2, 3, ... from the right, back at 2 after the highest; 10 becomes 0. */
static int
append_mod_11(char *text, int n, int highest, int subtract)
{
	int			sum = 0;

	for (int i = 0; i < n; i++)
		sum += (text[n - 1 - i] - '0') * (2 + i % (highest - 1));
	sum %= 11;
	if (subtract)
		sum = (11 - sum) % 11;
	text[n] = '0' + sum % 10;
	return n + 1;
}

static int
append_mod_97(char *text, int n, int complement)
{
	int			rest = 0;

	for (int i = 0; i < n; i++)
		rest = (10 * rest + text[i] - '0') % 97;
	rest = complement ? 97 - rest : 98 - rest * 100 % 97;
	text[n] = '0' + rest / 10;
	text[n + 1] = '0' + rest % 10;
	return n + 2;
}

static int
append_gtin(char *text, int n)
{
	int			sum = 0;

	for (int i = 0; i < n; i++)
		sum += (text[n - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1);
	text[n] = '0' + (10 - sum % 10) % 10;
	return n + 1;
}

static int
append_mod_11_10(char *text, int n)
{
	int			product = 10;

	for (int i = 0; i < n; i++)
	{
		int			sum = (text[i] - '0' + product) % 10;

		product = 2 * (sum == 0 ? 10 : sum) % 11;
	}
	text[n] = '0' + (11 - product) % 10;
	return n + 1;
}

#define SCHEMES	9

static int
append_check(int scheme, char *text, int n)
{
	switch (scheme)
	{
		case 0:
			return append_luhn(text, n);
		case 1:
			return append_mod_11(text, n, 10, 0);
		case 2:
			return append_mod_11(text, n, 10, 1);
		case 3:
			return append_mod_11(text, n, 7, 0);
		case 4:
			return append_mod_11(text, n, 7, 1);
		case 5:
			return append_mod_97(text, n, 0);
		case 6:
			return append_mod_97(text, n, 1);
		case 7:
			return append_gtin(text, n);
		default:
			return append_mod_11_10(text, n);
	}
}

static void
draw_digits(char *text, int digits)
{
	for (int i = 0; i < digits; i++)
		text[i] = '0' + (i == 0 ? 1 + draw(9) : draw(10));
}

static void
measure_imitation(void)
{
	for (int scheme = 0; scheme < SCHEMES; scheme++)
	{
		for (int length = 5; length <= 18; length++)
		{
			double		here[256] = {0};

			for (int i = 0; i < 20000; i++)
			{
				char		text[32];
				BvClassSet	set;

				draw_digits(text, length);
				set = bv_classes_of(text, append_check(scheme, text, length));
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
			char		text[32];
			BvClassSet	set;

			draw_digits(text, length);
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
