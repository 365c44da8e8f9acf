/*
 * decimal.c: exact decimal arithmetic in base 10^9, by the school methods
 */
#include "decimal.h"

#include <string.h>

#define BASE	BV_DECIMAL_BASE
#define DIGITS	BV_DECIMAL_LIMB_DIGITS

static const uint32_t powers_of_ten[DIGITS + 1] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000
};

/* floor(a / b) and what is left, 0 .. b - 1 */
static int
floor_divide(int a, int b, int *rest)
{
	int			quotient = a / b;

	if (a % b < 0)
		quotient--;
	*rest = a - quotient * b;
	return quotient;
}

/* Decimal digits of a limb that is not zero: to its first, from its last. */
static int
limb_length(uint32_t limb)
{
	int			length = 1;

	while (length < DIGITS && limb >= powers_of_ten[length])
		length++;
	return length;
}

static int
limb_trailing_zeros(uint32_t limb)
{
	int			zeros = 0;

	while (limb % 10 == 0)
	{
		limb /= 10;
		zeros++;
	}
	return zeros;
}

BvStatus
bv_decimal_from_limbs(BvDecimal *result, bool negative, const uint32_t *limbs, int count,
					  int exponent)
{
	while (count > 0 && limbs[count - 1] == 0)
		count--;
	while (count > 0 && limbs[0] == 0)
	{
		limbs++;
		count--;
		exponent++;
	}
	if (count == 0)
	{
		bv_decimal_zero(result);
		return BV_OK;
	}
	if (count > BV_DECIMAL_LIMBS ||
		exponent < -BV_DECIMAL_EXPONENT_MAX || exponent > BV_DECIMAL_EXPONENT_MAX)
		return BV_OUT_OF_RANGE;

	memmove(result->limb, limbs, count * sizeof(uint32_t));
	result->count = count;
	result->exponent = exponent;
	result->negative = negative;
	return BV_OK;
}

void
bv_decimal_zero(BvDecimal *result)
{
	result->count = 0;
	result->exponent = 0;
	result->negative = false;
}

void
bv_decimal_copy(BvDecimal *result, const BvDecimal *a)
{
	if (result == a)
		return;
	memcpy(result, a, offsetof(BvDecimal, limb) + a->count * sizeof(uint32_t));
}

void
bv_decimal_from_int64(BvDecimal *result, int64_t a)
{
	bv_decimal_from_int128(result, a);
}

void
bv_decimal_from_int128(BvDecimal *result, __int128 a)
{
	unsigned __int128 rest = a < 0 ? -(unsigned __int128) a : (unsigned __int128) a;
	uint32_t	limbs[5];
	int			count = 0;

	while (rest > UINT64_MAX)
	{
		limbs[count++] = (uint32_t) (rest % BASE);
		rest /= BASE;
	}
	for (uint64_t low = (uint64_t) rest; low > 0; low /= BASE)
		limbs[count++] = low % BASE;
	(void) bv_decimal_from_limbs(result, a < 0, limbs, count, 0);
}

BvStatus
bv_decimal_to_int64(const BvDecimal *a, int64_t *result)
{
	__int128	wide;
	BvStatus	status = bv_decimal_to_int128(a, &wide);

	if (status != BV_OK)
		return status;
	if (wide < INT64_MIN || wide > INT64_MAX)
		return BV_OUT_OF_RANGE;
	*result = (int64_t) wide;
	return BV_OK;
}

BvStatus
bv_decimal_to_int128(const BvDecimal *a, __int128 *result)
{
	const unsigned __int128 limit = (unsigned __int128) 1 << 127;
	unsigned __int128 magnitude = 0;

	if (!bv_decimal_is_whole(a))
		return BV_INEXACT;
	if (a->exponent + a->count > 5)
		return BV_OUT_OF_RANGE;
	for (int i = a->exponent + a->count - 1; i >= 0; i--)
	{
		uint32_t	limb = i >= a->exponent ? a->limb[i - a->exponent] : 0;

		if (magnitude > (limit - limb) / BASE)
			return BV_OUT_OF_RANGE;
		magnitude = magnitude * BASE + limb;
	}
	if (magnitude == limit)
	{
		if (!a->negative)
			return BV_OUT_OF_RANGE;
		*result = -(__int128) (limit - 1) - 1;
		return BV_OK;
	}
	*result = a->negative ? -(__int128) magnitude : (__int128) magnitude;
	return BV_OK;
}

bool
bv_decimal_is_one(const BvDecimal *a)
{
	return a->count == 1 && a->exponent == 0 && a->limb[0] == 1 && !a->negative;
}

int
bv_decimal_magnitude(const BvDecimal *a)
{
	return (a->exponent + a->count - 1) * DIGITS + limb_length(a->limb[a->count - 1]) - 1;
}

int
bv_decimal_digits(const BvDecimal *a)
{
	if (a->count == 0)
		return 0;
	return (a->count - 1) * DIGITS + limb_length(a->limb[a->count - 1]) -
		limb_trailing_zeros(a->limb[0]);
}

int
bv_decimal_places(const BvDecimal *a)
{
	int			places;

	if (a->count == 0)
		return 0;
	places = -(a->exponent * DIGITS + limb_trailing_zeros(a->limb[0]));
	return places > 0 ? places : 0;
}

/* Compares without the signs. */
static int
compare_magnitude(const BvDecimal *a, const BvDecimal *b)
{
	int			top_a = a->exponent + a->count;
	int			top_b = b->exponent + b->count;
	int			i = a->count;
	int			j = b->count;

	if (a->count == 0 || b->count == 0)
		return (a->count != 0) - (b->count != 0);
	if (top_a != top_b)
		return top_a < top_b ? -1 : 1;
	while (i > 0 && j > 0)
	{
		i--;
		j--;
		if (a->limb[i] != b->limb[j])
			return a->limb[i] < b->limb[j] ? -1 : 1;
	}
	return (i > 0) - (j > 0);
}

int
bv_decimal_compare(const BvDecimal *a, const BvDecimal *b)
{
	if (a->negative != b->negative)
		return a->negative ? -1 : 1;
	return a->negative ? -compare_magnitude(a, b) : compare_magnitude(a, b);
}

/* limb of weight BASE^position */
static inline uint32_t
limb_at(const BvDecimal *a, int position)
{
	int			i = position - a->exponent;

	return i >= 0 && i < a->count ? a->limb[i] : 0;
}

/* a + b, b's sign replaced by the one given */
static BvStatus
add_signed(BvDecimal *result, const BvDecimal *a, const BvDecimal *b, bool b_negative)
{
	uint32_t	limbs[BV_DECIMAL_LIMBS + 1];
	bool		negative = a->negative;
	int			low;
	int			span;
	int			top;

	if (b->count == 0)
	{
		bv_decimal_copy(result, a);
		return BV_OK;
	}
	if (a->count == 0)
	{
		bv_decimal_copy(result, b);
		result->negative = b_negative;
		return BV_OK;
	}

	low = a->exponent < b->exponent ? a->exponent : b->exponent;
	top = a->exponent + a->count;
	if (b->exponent + b->count > top)
		top = b->exponent + b->count;
	span = top - low;
	if (span > BV_DECIMAL_LIMBS)
		return BV_OUT_OF_RANGE;

	if (a->negative == b_negative)
	{
		uint32_t	carry = 0;

		for (int i = 0; i < span; i++)
		{
			uint32_t	sum = limb_at(a, low + i) + limb_at(b, low + i) + carry;

			carry = sum >= BASE;
			limbs[i] = carry ? sum - BASE : sum;
		}
		limbs[span++] = carry;
	}
	else
	{
		int32_t		borrow = 0;

		/* take the smaller from the larger */
		if (compare_magnitude(a, b) < 0)
		{
			const BvDecimal *larger = b;

			b = a;
			a = larger;
			negative = b_negative;
		}
		for (int i = 0; i < span; i++)
		{
			int32_t		difference = (int32_t) limb_at(a, low + i) -
				(int32_t) limb_at(b, low + i) - borrow;

			borrow = difference < 0;
			limbs[i] = borrow ? difference + BASE : difference;
		}
	}
	return bv_decimal_from_limbs(result, negative, limbs, span, low);
}

BvStatus
bv_decimal_add(BvDecimal *result, const BvDecimal *a, const BvDecimal *b)
{
	return add_signed(result, a, b, b->negative);
}

BvStatus
bv_decimal_subtract(BvDecimal *result, const BvDecimal *a, const BvDecimal *b)
{
	return add_signed(result, a, b, b->count > 0 && !b->negative);
}

BvStatus
bv_decimal_multiply(BvDecimal *result, const BvDecimal *a, const BvDecimal *b)
{
	uint32_t	limbs[BV_DECIMAL_LIMBS + 1];
	int			count = a->count + b->count;

	if (a->count == 0 || b->count == 0)
	{
		bv_decimal_zero(result);
		return BV_OK;
	}
	/* the highest limb of the product may yet turn out to be zero */
	if (count > BV_DECIMAL_LIMBS + 1)
		return BV_OUT_OF_RANGE;

	memset(limbs, 0, count * sizeof(uint32_t));
	for (int i = 0; i < a->count; i++)
	{
		uint64_t	factor = a->limb[i];
		uint64_t	carry = 0;

		for (int j = 0; j < b->count; j++)
		{
			/* below 10^9 + (10^9 - 1)^2 + 10^9 < 2^64 */
			uint64_t	sum = limbs[i + j] + factor * b->limb[j] + carry;

			carry = sum / BASE;
			limbs[i + j] = (uint32_t) (sum - carry * BASE);
		}
		limbs[i + b->count] = (uint32_t) carry;
	}
	return bv_decimal_from_limbs(result, a->negative != b->negative, limbs, count,
								 a->exponent + b->exponent);
}

BvStatus
bv_decimal_multiply_small(BvDecimal *result, const BvDecimal *a, uint64_t b)
{
	uint32_t	limbs[BV_DECIMAL_LIMBS + 1];
	uint64_t	carry = 0;
	int			count = a->count;

	if (b >= BASE)
	{
		BvDecimal	factor;

		bv_decimal_from_int128(&factor, b);
		return bv_decimal_multiply(result, a, &factor);
	}
	for (int i = 0; i < count; i++)
	{
		carry += a->limb[i] * b;
		limbs[i] = (uint32_t) (carry % BASE);
		carry /= BASE;
	}
	limbs[count++] = (uint32_t) carry;
	return bv_decimal_from_limbs(result, a->negative, limbs, count, a->exponent);
}

BvStatus
bv_decimal_power_whole(BvDecimal *result, const BvDecimal *a, unsigned power)
{
	BvDecimal	square;
	BvStatus	status = BV_OK;

	bv_decimal_copy(&square, a);
	bv_decimal_from_int64(result, 1);
	while (status == BV_OK && power > 0)
	{
		if (power & 1)
			status = bv_decimal_multiply(result, result, &square);
		power >>= 1;
		if (power > 0 && status == BV_OK)
			status = bv_decimal_multiply(&square, &square, &square);
	}
	return status;
}

BvStatus
bv_decimal_shift(BvDecimal *result, const BvDecimal *a, int places)
{
	int			rest;
	int			limbs = floor_divide(places, DIGITS, &rest);
	BvStatus	status;

	if (a->count == 0)
	{
		bv_decimal_zero(result);
		return BV_OK;
	}
	if (rest == 0)
		bv_decimal_copy(result, a);
	else
	{
		status = bv_decimal_multiply_small(result, a, powers_of_ten[rest]);
		if (status != BV_OK)
			return status;
	}
	return bv_decimal_from_limbs(result, result->negative, result->limb, result->count,
								 result->exponent + limbs);
}

void
bv_decimal_truncate(BvDecimal *result, const BvDecimal *a)
{
	if (a->exponent >= 0)
		bv_decimal_copy(result, a);
	else if (a->exponent + a->count <= 0)
		bv_decimal_zero(result);
	else
		(void) bv_decimal_from_limbs(result, a->negative, a->limb - a->exponent,
									 a->count + a->exponent, 0);
}
