/*
 * check_digit.c: what validators share: trimming, digits in groups, check sums
 */
#include "check_digit.h"

#include <stdint.h>
#include <string.h>

void
bv_trim_spaces(const char **value, size_t *len)
{
	while (*len > 0 && bv_is_space((*value)[0]))
	{
		(*value)++;
		(*len)--;
	}
	while (*len > 0 && bv_is_space((*value)[*len - 1]))
		(*len)--;
}

static inline bool
is_one_of(char c, const char *characters)
{
	while (*characters != '\0' && *characters != c)
		characters++;
	return *characters != '\0';
}

bool
bv_read_digits(const char *value, size_t len, const char *separators, BvDigits *digits)
{
	int			in_group = 0;

	digits->count = 0;
	digits->groups = 0;
	digits->separator = 0;

	/* most values that are none end otherwise */
	if (len == 0 || !bv_is_digit(value[len - 1]))
		return false;
	for (size_t i = 0; i < len; i++)
	{
		char		c = value[i];

		if (bv_is_digit(c))
		{
			if (digits->count == BV_DIGITS_MAX)
				return false;
			digits->digit[digits->count++] = c;
			in_group++;
			continue;
		}
		if (!is_one_of(c, separators) || in_group == 0 || digits->groups == BV_GROUPS_MAX - 1 ||
			(digits->separator != 0 && digits->separator != c))
			return false;
		digits->separator = c;
		digits->group[digits->groups++] = in_group;
		in_group = 0;
	}
	digits->group[digits->groups++] = in_group;
	digits->digit[digits->count] = '\0';
	return true;
}

bool
bv_has_groups(const BvDigits *digits, const char *sizes)
{
	int			i;

	for (i = 0; i < digits->groups && sizes[i] != '\0'; i++)
	{
		if (digits->group[i] != sizes[i] - '0')
			return false;
	}
	return i == digits->groups && sizes[i] == '\0';
}

bool
bv_all_equal(const char *text, int len)
{
	for (int i = 1; i < len; i++)
	{
		if (text[i] != text[0])
			return false;
	}
	return true;
}

int
bv_number(const char *digits, int count)
{
	int			number = 0;

	for (int i = 0; i < count; i++)
		number = number * 10 + (digits[i] - '0');
	return number;
}

bool
bv_luhn(const char *digits, int count)
{
	int			sum = 0;

	for (int i = 0; i < count; i++)
	{
		int			digit = digits[count - 1 - i] - '0';

		if (i % 2 == 1)
			digit = digit < 5 ? digit * 2 : digit * 2 - 9;
		sum += digit;
	}
	return sum % 10 == 0;
}

int
bv_weighted_sum(const char *digits, const int *weights, int count)
{
	int			sum = 0;

	for (int i = 0; i < count; i++)
		sum += (digits[i] - '0') * weights[i];
	return sum;
}

int
bv_mod_97(const char *text, size_t len, int remainder)
{
	/* what a character is worth, plus one */
	static const uint8_t worth[256] = {
		['0'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
		['A'] = 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36,
		['a'] = 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36
	};
	uint64_t	number = remainder;
	bool		valid = true;

	for (size_t i = 0; i < len;)
	{
		/* division is slow: once for eight characters, before the number would not fit */
		for (size_t end = len - i < 8 ? len : i + 8; i < end; i++)
		{
			unsigned	value = worth[(unsigned char) text[i]];

			valid &= value > 0;
			number = number * (value > 10 ? 100 : 10) + (value - 1);
		}
		number %= 97;
	}
	return valid ? (int) number : -1;
}

bool
bv_is_date(int year, int month, int day)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool		leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	if (month < 1 || month > 12 || day < 1)
		return false;
	return day <= days[month - 1] + (month == 2 && leap);
}
