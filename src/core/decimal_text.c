/*
 * decimal_text.c: decimals from and to text, and base 10^4 as PostgreSQL keeps them
 */
#include "decimal.h"

#include <string.h>

#define DIGITS	BV_DECIMAL_LIMB_DIGITS

static const uint32_t powers_of_ten[DIGITS] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000
};

/*
 * Room to write digits into, any of which weighs at least 10^lowest; add them
 * with put().  The number is whole limbs from the one that lowest falls into.
 */
static void
start(BvDecimal *result, int lowest, int highest)
{
	int			bottom = lowest >= 0 ? lowest / DIGITS : -((DIGITS - 1 - lowest) / DIGITS);
	int			top = highest >= 0 ? highest / DIGITS : -((DIGITS - 1 - highest) / DIGITS);

	result->exponent = bottom;
	result->count = top - bottom + 1;
	memset(result->limb, 0, result->count * sizeof(uint32_t));
}

/* Adds digit * 10^weight, for a digit of at most 4 decimals in its own place. */
static void
put(BvDecimal *result, uint32_t digit, int weight)
{
	int			position = weight - result->exponent * DIGITS;
	uint64_t	part = (uint64_t) digit * powers_of_ten[position % DIGITS];

	result->limb[position / DIGITS] += (uint32_t) (part % BV_DECIMAL_BASE);
	if (part >= BV_DECIMAL_BASE)
		result->limb[position / DIGITS + 1] += (uint32_t) (part / BV_DECIMAL_BASE);
}

static BvStatus
finish(BvDecimal *result, bool negative)
{
	return bv_decimal_from_limbs(result, negative, result->limb, result->count,
								 result->exponent);
}

BvStatus
bv_decimal_from_string(BvDecimal *result, const char *text)
{
	const char *at = text;
	const char *digits;
	const char *end;
	bool		negative = false;
	bool		seen_point = false;
	int			length = 0;		/* digits */
	int			fraction = 0;	/* of them behind the point */
	int			power = 0;
	int			weight;

	if (*at == '+' || *at == '-')
		negative = *at++ == '-';
	for (digits = at; (*at >= '0' && *at <= '9') || (*at == '.' && !seen_point); at++)
	{
		if (*at == '.')
			seen_point = true;
		else
		{
			length++;
			fraction += seen_point;
		}
	}
	end = at;
	if (length == 0)
		return BV_INVALID;
	if (*at == 'e' || *at == 'E')
	{
		bool		down = false;

		at++;
		if (*at == '+' || *at == '-')
			down = *at++ == '-';
		if (*at < '0' || *at > '9')
			return BV_INVALID;
		for (; *at >= '0' && *at <= '9'; at++)
		{
			power = power * 10 + (*at - '0');
			if (power > BV_DECIMAL_EXPONENT_MAX)
				return BV_OUT_OF_RANGE;
		}
		if (down)
			power = -power;
	}
	if (*at != '\0')
		return BV_INVALID;
	if (length > (BV_DECIMAL_LIMBS - 1) * DIGITS)
		return BV_OUT_OF_RANGE;

	weight = power - fraction + length - 1;
	start(result, power - fraction, weight);
	for (at = digits; at < end; at++)
	{
		if (*at != '.')
			put(result, *at - '0', weight--);
	}
	return finish(result, negative);
}

BvStatus
bv_decimal_to_string(const BvDecimal *a, char *text, size_t size)
{
	int			magnitude;
	int			places = bv_decimal_places(a);
	char	   *at = text;

	if (size < 2)
		return BV_OUT_OF_RANGE;
	if (a->count == 0)
	{
		strcpy(text, "0");
		return BV_OK;
	}
	magnitude = bv_decimal_magnitude(a);
	if (magnitude < 0)
		magnitude = 0;
	/* sign, digits before the point, point, digits behind it, end */
	if (size < (size_t) magnitude + places + 4)
		return BV_OUT_OF_RANGE;
	if (a->negative)
		*at++ = '-';
	for (int weight = magnitude; weight >= -places; weight--)
	{
		int			position = weight - a->exponent * DIGITS;
		uint32_t	digit = 0;

		if (position >= 0 && position / DIGITS < a->count)
			digit = a->limb[position / DIGITS] / powers_of_ten[position % DIGITS] % 10;
		if (weight == -1)
			*at++ = '.';
		*at++ = '0' + digit;
	}
	*at = '\0';
	return BV_OK;
}

BvStatus
bv_decimal_from_myriads(BvDecimal *result, bool negative, const uint16_t *digits, int count,
						int weight)
{
	while (count > 0 && digits[0] == 0)
	{
		digits++;
		count--;
		weight--;
	}
	if (count == 0)
	{
		bv_decimal_zero(result);
		return BV_OK;
	}
	if (count * 4 > (BV_DECIMAL_LIMBS - 2) * DIGITS)
		return BV_OUT_OF_RANGE;
	start(result, (weight - count + 1) * 4, weight * 4 + 3);
	for (int i = 0; i < count; i++)
		put(result, digits[i], (weight - i) * 4);
	return finish(result, negative);
}

int
bv_decimal_to_myriads(const BvDecimal *a, uint16_t *digits, int *weight)
{
	int			first;
	int			last;
	int			count = 0;

	*weight = 0;
	if (a->count == 0)
		return 0;
	first = a->exponent * DIGITS + a->count * DIGITS - 1;
	last = a->exponent * DIGITS;
	first = first >= 0 ? first / 4 : -((3 - first) / 4);
	last = last >= 0 ? last / 4 : -((3 - last) / 4);
	for (int group = first; group >= last; group--)
	{
		uint32_t	value = 0;

		for (int weight_of_ten = group * 4 + 3; weight_of_ten >= group * 4; weight_of_ten--)
		{
			int			position = weight_of_ten - a->exponent * DIGITS;

			value *= 10;
			if (position >= 0 && position / DIGITS < a->count)
				value += a->limb[position / DIGITS] / powers_of_ten[position % DIGITS] % 10;
		}
		if (count == 0 && value == 0)
			continue;
		if (count == 0)
			*weight = group;
		digits[count++] = (uint16_t) value;
	}
	while (digits[count - 1] == 0)
		count--;
	return count;
}
