/*
 * decimal_divide.c: division and rounding of decimals
 */
#include "decimal.h"

#include <string.h>

#define BASE	BV_DECIMAL_BASE
#define DIGITS	BV_DECIMAL_LIMB_DIGITS

static const uint32_t powers_of_ten[DIGITS] = {
	1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000
};

/*
 * quotient[0 .. length - divisor->count] = dividend / divisor, and the dividend
 * becomes the remainder; Knuth's algorithm D.  The dividend has a spare limb
 * at [length], zero.
 */
static void
long_divide(uint32_t *quotient, uint32_t *dividend, int length, const BvDecimal *divisor)
{
	uint32_t	scaled[BV_DECIMAL_LIMBS];
	int			n = divisor->count;
	uint32_t	factor = BASE / (divisor->limb[n - 1] + 1);
	uint64_t	carry = 0;

	if (n == 1)
	{
		for (int i = length - 1; i >= 0; i--)
		{
			uint64_t	part = carry * BASE + dividend[i];

			quotient[i] = (uint32_t) (part / divisor->limb[0]);
			carry = part % divisor->limb[0];
		}
		return;
	}

	/* scale both, so that the divisor's first limb is at least half the base */
	for (int i = 0; i < n; i++)
	{
		uint64_t	part = (uint64_t) divisor->limb[i] * factor + carry;

		scaled[i] = part % BASE;
		carry = part / BASE;
	}
	carry = 0;
	for (int i = 0; i <= length; i++)
	{
		uint64_t	part = (uint64_t) dividend[i] * factor + carry;

		dividend[i] = part % BASE;
		carry = part / BASE;
	}

	for (int i = length - n; i >= 0; i--)
	{
		uint64_t	first = (uint64_t) dividend[i + n] * BASE + dividend[i + n - 1];
		uint64_t	guess = first / scaled[n - 1];
		uint64_t	rest = first % scaled[n - 1];
		int64_t		borrow = 0;

		/* at most one too large afterwards */
		while (guess >= BASE ||
			   guess * scaled[n - 2] > rest * BASE + dividend[i + n - 2])
		{
			guess--;
			rest += scaled[n - 1];
			if (rest >= BASE)
				break;
		}
		for (int j = 0; j < n; j++)
		{
			int64_t		part = (int64_t) dividend[i + j] - borrow -
				(int64_t) (guess * scaled[j] % BASE);

			borrow = guess * scaled[j] / BASE;
			while (part < 0)
			{
				part += BASE;
				borrow++;
			}
			dividend[i + j] = (uint32_t) part;
		}
		if (dividend[i + n] < borrow)
		{
			uint32_t	over = 0;

			guess--;
			for (int j = 0; j < n; j++)
			{
				uint32_t	sum = dividend[i + j] + scaled[j] + over;

				over = sum >= BASE;
				dividend[i + j] = over ? sum - BASE : sum;
			}
		}
		dividend[i + n] = 0;
		quotient[i] = (uint32_t) guess;
	}
}

BvStatus
bv_decimal_divide(BvDecimal *result, const BvDecimal *a, const BvDecimal *b, int digits)
{
	uint32_t	dividend[3 * BV_DECIMAL_LIMBS];
	uint32_t	quotient[3 * BV_DECIMAL_LIMBS];
	int			wanted = digits / DIGITS + 3;
	int			length = b->count + wanted;
	int			pad;
	int			count;
	int			skip = 0;
	BvStatus	status;

	if (b->count == 0)
		return BV_INVALID;
	if (a->count == 0)
	{
		bv_decimal_zero(result);
		return BV_OK;
	}
	if (digits < 1 || wanted > BV_DECIMAL_LIMBS)
		return BV_OUT_OF_RANGE;

	/* zeros behind the dividend, until there are limbs enough for the quotient */
	if (length < a->count)
		length = a->count;
	pad = length - a->count;
	memset(dividend, 0, pad * sizeof(uint32_t));
	memcpy(dividend + pad, a->limb, a->count * sizeof(uint32_t));
	dividend[length] = 0;
	long_divide(quotient, dividend, length, b);

	/*
	 * More limbs than wanted are dropped: rounding half away from zero looks
	 * at nothing behind the first digit that goes.
	 */
	count = b->count == 1 ? length : length - b->count + 1;
	while (count > 0 && quotient[count - 1] == 0)
		count--;
	if (count > wanted)
		skip = count - wanted;
	status = bv_decimal_from_limbs(result, a->negative != b->negative, quotient + skip,
								   count - skip, a->exponent - pad - b->exponent + skip);
	return status == BV_OK ? bv_decimal_round(result, result, digits) : status;
}

BvStatus
bv_decimal_divide_small(BvDecimal *result, const BvDecimal *a, uint64_t b)
{
	/* 1 / 2^63 has 63 digits behind the point: 7 limbs more end every quotient that ends */
	enum {MORE = 7};
	uint32_t	limbs[BV_DECIMAL_LIMBS + MORE];
	unsigned __int128 rest = 0;
	int			exponent = a->exponent;
	int			low = MORE;

	for (int i = a->count - 1; i >= 0; i--)
	{
		rest = rest * BASE + a->limb[i];
		limbs[MORE + i] = (uint32_t) (rest / b);
		rest %= b;
	}
	while (rest > 0 && low > 0)
	{
		rest *= BASE;
		limbs[--low] = (uint32_t) (rest / b);
		rest %= b;
		exponent--;
	}
	if (rest > 0)
		return BV_INEXACT;
	return bv_decimal_from_limbs(result, a->negative, limbs + low, a->count + MORE - low,
								 exponent);
}

BvStatus
bv_decimal_round_places(BvDecimal *result, const BvDecimal *a, int places)
{
	int			drop = -places - a->exponent * DIGITS;	/* digits from the end */
	int			first = drop / DIGITS;
	int			rest = drop % DIGITS;
	int			count = a->count;
	uint32_t	limbs[BV_DECIMAL_LIMBS + 1];
	uint32_t	carry;

	if (a->count == 0 || drop <= 0)
	{
		bv_decimal_copy(result, a);
		return BV_OK;
	}
	if (drop > count * DIGITS)
	{
		bv_decimal_zero(result);
		return BV_OK;
	}

	/* the first digit dropped decides */
	if (rest > 0)
		carry = a->limb[first] / powers_of_ten[rest - 1] % 10 >= 5;
	else
		carry = a->limb[first - 1] >= BASE / 2;
	count -= first;
	memcpy(limbs, a->limb + first, count * sizeof(uint32_t));
	limbs[count] = 0;
	limbs[0] -= limbs[0] % powers_of_ten[rest];
	carry *= powers_of_ten[rest];
	for (int i = 0; carry > 0; i++)
	{
		uint32_t	sum = limbs[i] + carry;

		carry = sum >= BASE;
		limbs[i] = carry ? sum - BASE : sum;
	}
	return bv_decimal_from_limbs(result, a->negative, limbs, count + 1, a->exponent + first);
}

BvStatus
bv_decimal_round(BvDecimal *result, const BvDecimal *a, int digits)
{
	if (a->count == 0)
	{
		bv_decimal_zero(result);
		return BV_OK;
	}
	return bv_decimal_round_places(result, a, digits - 1 - bv_decimal_magnitude(a));
}
