/*
 * number.c: identifiers of digits, or of letters and digits, and the rules that they keep
 */
#include "number.h"

#include <string.h>

#include "check_digit.h"

/* A separator in a layout: its kind in three bits, how many digits are before it in five. */
static int
separator_kind(char c)
{
	switch (c)
	{
		case ' ':
			return 1;
		case '-':
			return 2;
		case '.':
			return 3;
		case '/':
			return 4;
		case '+':
			return 5;
		case '(':
			return 6;
		case ')':
			return 7;
		default:
			return 0;
	}
}

static inline uint64_t
add_separator(uint64_t layout, int kind, int digits)
{
	return layout << 8 | (uint64_t) (digits << 3 | kind);
}

bool
bv_read_number(const char *value, size_t len, BvNumber *number)
{
	int			count = 0;
	int			separators = 0;
	bool		separated = true;	/* the last character was no digit */

	memset(number, 0, sizeof(*number));
	for (size_t i = 0; i < len; i++)
	{
		if (bv_is_digit(value[i]))
		{
			if (count == BV_NUMBER_MAX)
				return false;
			number->digit[count++] = value[i] - '0';
			separated = false;
		}
		else
		{
			int			kind = separator_kind(value[i]);

			if (kind == 0 || kind > 5 || separated || ++separators > 8)
				return false;
			number->layout = add_separator(number->layout, kind, count);
			separated = true;
		}
	}
	number->count = count;
	return !separated;
}

uint64_t
bv_layout_of(const char *format)
{
	uint64_t	layout = 0;
	int			digits = 0;

	for (; *format != '\0' && *format != '|'; format++)
	{
		if (*format == '9')
			digits++;
		else
			layout = add_separator(layout, separator_kind(*format), digits);
	}
	return layout;
}

const char *
bv_next_format(const char *format)
{
	const char *bar = strchr(format, '|');

	return bar != NULL ? bar + 1 : NULL;
}

int
bv_format_digits(const char *format)
{
	int			digits = 0;

	for (; *format != '\0' && *format != '|'; format++)
		digits += *format == '9';
	return digits;
}

static bool
has_format(const BvNumberScheme *scheme, const BvNumber *number)
{
	if (number->layout == 0)
		return true;
	for (const char *format = scheme->formats; format != NULL; format = bv_next_format(format))
	{
		if (bv_format_digits(format) == number->count && bv_layout_of(format) == number->layout)
			return true;
	}
	return false;
}

bool
bv_sum_holds(const BvSum *sum, const BvNumber *number)
{
	int			total = 0;

	if (sum->digits != number->count)
		return false;
	if (sum->modulus == 0)
		return true;
	for (int i = 0; i < sum->digits; i++)
	{
		int			digit = number->digit[i];

		if (sum->kind == BV_WEIGHTED)
			total += digit * sum->weight[i];
		else if ((sum->digits - i) % 2 == 0)
			total += digit < 5 ? digit * 2 : digit * 2 - 9;
		else
			total += digit;
	}
	total %= sum->modulus;
	if (total < 0)
		total += sum->modulus;
	return total == sum->remainder ||
		(sum->if_zero != 0 && total == sum->if_zero && number->digit[number->count - 1] == 0);
}

/* Does it begin as the scheme says, and is it not one digit if it must not? */
static bool
begins_well(const BvNumberScheme *scheme, const BvNumber *number)
{
	return !(scheme->various && bv_one_digit(number)) &&
		(scheme->first == 0 || (scheme->first >> number->digit[0] & 1));
}

bool
bv_number_holds(const BvNumberScheme *scheme, const BvNumber *number)
{
	for (const BvSum *sum = scheme->sums; sum->digits > 0; sum++)
	{
		if (bv_sum_holds(sum, number))
			return begins_well(scheme, number) &&
				(scheme->holds == NULL || scheme->holds(number));
	}
	return false;
}

bool
bv_is_number(const BvNumberScheme *scheme, const char *value, size_t len)
{
	BvNumber	number;

	bv_trim(&value, &len);
	return bv_read_number(value, len, &number) && has_format(scheme, &number) &&
		bv_number_holds(scheme, &number);
}

void
bv_read_pattern(const char *pattern, BvPattern *result)
{
	int			count = 0;

	memset(result, 0, sizeof(*result));
	for (; *pattern != '\0' && *pattern != '|'; pattern++)
	{
		uint32_t	bit = UINT32_C(1) << result->len++;

		if (*pattern == '9')
			result->digits |= bit;
		else if (*pattern == 'L')
			result->letters |= bit;
		else if (*pattern != 'X')
		{
			result->others |= bit;
			result->layout = add_separator(result->layout, separator_kind(*pattern), count);
			continue;
		}
		result->least_digits += *pattern == '9';
		result->most_digits += *pattern != 'L';
		count++;
	}
}

bool
bv_read_code(const char *value, size_t len, BvCode *code, uint64_t *layout)
{
	int			count = 0;
	int			separators = 0;

	*layout = 0;
	code->digits = 0;
	code->letters = 0;
	for (size_t i = 0; i < len; i++)
	{
		if (bv_is_digit(value[i]) || bv_is_letter(value[i]))
		{
			if (count == BV_CODE_MAX)
				return false;
			code->text[count] = bv_to_upper(value[i]);
			if (bv_is_digit(value[i]))
				code->digits++;
			else
				code->letters |= BV_LETTER(code->text[count]);
			count++;
		}
		else
		{
			int			kind = separator_kind(value[i]);

			if (kind == 0 || ++separators > 8)
				return false;
			*layout = add_separator(*layout, kind, count);
		}
	}
	code->text[count] = '\0';
	code->count = count;
	return code->letters != 0 || separators > 0;
}

/* Are letters and digits where the pattern has them? */
static bool
fits(const char *value, size_t len, const BvPattern *pattern)
{
	for (size_t i = 0; i < len; i++)
	{
		if (((pattern->digits >> i & 1) && !bv_is_digit(value[i])) ||
			((pattern->letters >> i & 1) && !bv_is_letter(value[i])))
			return false;
	}
	return true;
}

bool
bv_has_small_letter(const char *value, size_t len)
{
	for (size_t i = 0; i < len; i++)
	{
		if (value[i] >= 'a' && value[i] <= 'z')
			return true;
	}
	return false;
}

bool
bv_is_code(const BvCodeScheme *scheme, const char *value, size_t len)
{
	BvCode		code;
	uint64_t	layout;

	bv_trim(&value, &len);
	if (len > 32 || !bv_read_code(value, len, &code, &layout) ||
		(scheme->capitals && bv_has_small_letter(value, len)))
		return false;
	code.which = 1;
	for (const char *text = scheme->patterns; text != NULL; text = bv_next_format(text), code.which++)
	{
		BvPattern	pattern;

		bv_read_pattern(text, &pattern);
		if (pattern.len == (int) len && pattern.layout == layout && fits(value, len, &pattern) &&
			bv_code_holds(scheme, &code))
			return true;
	}
	return false;
}

bool
bv_one_digit(const BvNumber *number)
{
	for (int i = 1; i < number->count; i++)
	{
		if (number->digit[i] != number->digit[0])
			return false;
	}
	return true;
}

/* Verhoeff, 1969: multiplication in the dihedral group of order 10. */
static const unsigned char dihedral[10][10] = {
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
	{2, 3, 4, 0, 1, 7, 8, 9, 5, 6}, {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
	{4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
	{6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
	{8, 7, 6, 5, 9, 3, 2, 1, 0, 4}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
};

static const unsigned char permutation[8][10] = {
	{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
	{5, 8, 0, 3, 7, 9, 6, 1, 4, 2}, {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
	{9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
	{2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
};

bool
bv_verhoeff(const unsigned char *digit, int count)
{
	/* both tables in one, for two digits from the right on, filled when first asked */
	static unsigned char steps[4][10][100];
	int			check = 0;
	int			left = count;

	if (steps[0][0][1] == 0)
	{
		for (int i = 0; i < 4000; i++)
		{
			int			last = dihedral[i / 100 % 10][permutation[i / 1000 * 2][i % 10]];

			steps[i / 1000][i / 100 % 10][i % 100] = dihedral[last][permutation[i / 1000 * 2 + 1][i / 10 % 10]];
		}
	}
	for (int i = 0; left >= 2; left -= 2, i++)
		check = steps[i % 4][check][10 * digit[left - 2] + digit[left - 1]];
	return left == 0 ? check == 0 : dihedral[check][permutation[(count - 1) % 8][digit[0]]] == 0;
}

/* What a product is after one more digit. */
#define STEP(p, d)	((((p) + (d)) % 10 == 0 ? 10 : ((p) + (d)) % 10) * 2 % 11)
#define STEPS(p)	{STEP(p, 0), STEP(p, 1), STEP(p, 2), STEP(p, 3), STEP(p, 4), \
		STEP(p, 5), STEP(p, 6), STEP(p, 7), STEP(p, 8), STEP(p, 9)}

bool
bv_mod_11_10(const unsigned char *digit, int count)
{
	static const unsigned char steps[11][10] = {
		{0}, STEPS(1), STEPS(2), STEPS(3), STEPS(4), STEPS(5), STEPS(6), STEPS(7), STEPS(8),
		STEPS(9), STEPS(10)
	};
	static unsigned char two_steps[11][100];	/* filled when first asked */
	int			product = 10;
	int			at = 0;

	if (two_steps[1][0] == 0)
	{
		for (int i = 100; i < 1100; i++)
			two_steps[i / 100][i % 100] = steps[steps[i / 100][i / 10 % 10]][i % 10];
	}
	for (; at + 2 < count; at += 2)
		product = two_steps[product][10 * digit[at] + digit[at + 1]];
	if (at + 1 < count)
		product = steps[product][digit[at]];
	return (product + digit[count - 1]) % 10 == 1;
}
