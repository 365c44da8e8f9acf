/*
 * made_key.c: keys as programs number things, plain or with a home-made check digit
 */
#include "made_key.h"

#include <stdbool.h>
#include <string.h>

#include "pattern.h"

const char *const made_check_name[MADE_CHECKS] = {
	[MADE_CHECK_NONE] = "no check digit",
	[MADE_CHECK_LUHN] = "Luhn digit",
	[MADE_CHECK_MOD_11] = "mod 11 digit",
	[MADE_CHECK_MOD_11_LESS] = "subtracted mod 11 digit",
	[MADE_CHECK_MOD_11_SEVEN] = "mod 11 digit of weights to 7",
	[MADE_CHECK_MOD_11_SEVEN_LESS] = "subtracted mod 11 digit of weights to 7",
	[MADE_CHECK_MOD_97] = "mod 97 digits",
	[MADE_CHECK_MOD_97_LESS] = "complement mod 97 digits",
	[MADE_CHECK_GTIN] = "GTIN digit",
	[MADE_CHECK_MOD_11_10] = "mod 11,10 digit",
};

void
made_digits(char *text, int digits, uint64_t *seed)
{
	for (int i = 0; i < digits; i++)
		text[i] = '0' + (i == 0 ? 1 + random_below(seed, 9) : random_below(seed, 10));
	text[digits] = '\0';
}

static int
luhn(const char *text, int n)
{
	int			sum = 0;

	for (int i = 0; i < n; i++)
	{
		int			d = text[n - 1 - i] - '0';

		if (i % 2 == 0)
			d = d < 5 ? 2 * d : 2 * d - 9;
		sum += d;
	}
	return (10 - sum % 10) % 10;
}

/* Weights 2, 3, … from the right, back at 2 after the highest; 10 becomes 0. */
static int
mod_11(const char *text, int n, int highest, bool subtract)
{
	int			sum = 0;

	for (int i = 0; i < n; i++)
		sum += (text[n - 1 - i] - '0') * (2 + i % (highest - 1));
	sum %= 11;
	if (subtract)
		sum = (11 - sum) % 11;
	return sum % 10;
}

static int
mod_97(const char *text, int n, bool complement)
{
	int			rest = 0;

	for (int i = 0; i < n; i++)
		rest = (10 * rest + text[i] - '0') % 97;
	return complement ? 97 - rest : 98 - rest * 100 % 97;
}

static int
gtin(const char *text, int n)
{
	int			sum = 0;

	for (int i = 0; i < n; i++)
		sum += (text[n - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1);
	return (10 - sum % 10) % 10;
}

static int
mod_11_10(const char *text, int n)
{
	int			product = 10;

	for (int i = 0; i < n; i++)
	{
		int			sum = (text[i] - '0' + product) % 10;

		product = 2 * (sum == 0 ? 10 : sum) % 11;
	}
	return (11 - product) % 10;
}

void
made_append_check(char *text, MadeCheck check)
{
	int			n = (int) strlen(text);
	int			number = 0;

	switch (check)
	{
		case MADE_CHECK_NONE:
			return;
		case MADE_CHECK_LUHN:
			number = luhn(text, n);
			break;
		case MADE_CHECK_MOD_11:
		case MADE_CHECK_MOD_11_LESS:
			number = mod_11(text, n, 10, check == MADE_CHECK_MOD_11_LESS);
			break;
		case MADE_CHECK_MOD_11_SEVEN:
		case MADE_CHECK_MOD_11_SEVEN_LESS:
			number = mod_11(text, n, 7, check == MADE_CHECK_MOD_11_SEVEN_LESS);
			break;
		case MADE_CHECK_MOD_97:
		case MADE_CHECK_MOD_97_LESS:
			number = mod_97(text, n, check == MADE_CHECK_MOD_97_LESS);
			text[n++] = '0' + number / 10;
			number %= 10;
			break;
		case MADE_CHECK_GTIN:
			number = gtin(text, n);
			break;
		case MADE_CHECK_MOD_11_10:
			number = mod_11_10(text, n);
			break;
	}
	text[n] = '0' + number;
	text[n + 1] = '\0';
}
