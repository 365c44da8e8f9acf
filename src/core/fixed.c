/*
 * fixed.c: ln and exp of decimals in binary fixed point
 *
 * A decimal goes in as whole mantissa * 10^9^e, so that
 *
 *     ln x = ln f + k ln 2 + e ln 10^9        1 <= f < 2
 *
 * and comes out by e^y = 10^9^j * e^r with 0 <= r < ln 10^9, whose digits are
 * the decimal's limbs.  Everything truncates; error bounds are worst cases.
 */
#include "fixed.h"

#include <string.h>

#define LIMBS		BV_FIXED_LIMBS
#define TOP			(LIMBS - 1)

typedef BvFixed Fixed;
typedef unsigned __int128 uint128_t;

static const Fixed one = {{0, 0, 0, 0, 0, 0, 1}};

static const Fixed ln_2 = {{
		UINT64_C(0x559552fb4afa1b10), UINT64_C(0xe7b876206debac98),
		UINT64_C(0x8a0d175b8baafa2b), UINT64_C(0x40f343267298b62d),
		UINT64_C(0xc9e3b39803f2f6af), UINT64_C(0xb17217f7d1cf79ab), 0
}};

static const Fixed ln_base = {{ /* 9 ln 10 = 20.72… */
		UINT64_C(0xbfdca7063d5de2a6), UINT64_C(0x1e9c6654fba24d0c),
		UINT64_C(0x87dc4a4845c6641d), UINT64_C(0xdc3d5322b537060a),
		UINT64_C(0xf4361e1e65ad6dbf), UINT64_C(0xb927f32bffb83338), 20
}};

static int
fixed_compare(const Fixed *a, const Fixed *b)
{
	for (int i = TOP; i >= 0; i--)
	{
		if (a->limb[i] != b->limb[i])
			return a->limb[i] < b->limb[i] ? -1 : 1;
	}
	return 0;
}

static bool
fixed_is_zero(const Fixed *a)
{
	for (int i = 0; i < LIMBS; i++)
	{
		if (a->limb[i] != 0)
			return false;
	}
	return true;
}

static void
fixed_add(Fixed *result, const Fixed *a, const Fixed *b)
{
	uint128_t	sum = 0;

	for (int i = 0; i < LIMBS; i++)
	{
		sum += (uint128_t) a->limb[i] + b->limb[i];
		result->limb[i] = (uint64_t) sum;
		sum >>= 64;
	}
}

/* a - b, for a >= b */
static void
fixed_subtract(Fixed *result, const Fixed *a, const Fixed *b)
{
	uint64_t	borrow = 0;

	for (int i = 0; i < LIMBS; i++)
	{
		uint128_t	difference = (uint128_t) a->limb[i] - b->limb[i] - borrow;

		result->limb[i] = (uint64_t) difference;
		borrow = (difference >> 64) != 0;
	}
}

/* a * b + carry, and what flows over the top */
static uint64_t
fixed_multiply_small(Fixed *result, const Fixed *a, uint64_t b, uint64_t carry)
{
	for (int i = 0; i < LIMBS; i++)
	{
		uint128_t	product = (uint128_t) a->limb[i] * b + carry;

		result->limb[i] = (uint64_t) product;
		carry = (uint64_t) (product >> 64);
	}
	return carry;
}

/* a / b, for 0 < b < 2^32; inlined, so that a constant divisor costs no division */
static inline void
fixed_divide_small(Fixed *result, const Fixed *a, uint32_t b)
{
	uint64_t	rest = 0;

	for (int i = TOP; i >= 0; i--)
	{
		uint64_t	high = rest << 32 | a->limb[i] >> 32;
		uint64_t	low = (high % b) << 32 | (a->limb[i] & UINT32_MAX);

		result->limb[i] = (high / b) << 32 | low / b;
		rest = low % b;
	}
}

/* column += a * b; high counts what flows over */
static inline void
add_product(uint128_t *column, uint64_t *high, uint64_t a, uint64_t b)
{
	uint128_t	product = (uint128_t) a * b;

	*column += product;
	*high += *column < product;
}

/*
 * Column by column, a carry of up to 131 bits from one to the next.  The
 * columns that could only carry a few units into the last limb are left out.
 */
bool
bv_fixed_multiply(BvFixed *result, const BvFixed *a, const BvFixed *b)
{
	uint64_t	limbs[LIMBS];
	uint128_t	column = 0;
	uint64_t	high = 0;

	for (int i = 0; i < TOP; i++)
		add_product(&column, &high, a->limb[i], b->limb[TOP - 1 - i]);
	for (int k = TOP; k <= 2 * TOP; k++)
	{
		column = column >> 64 | (uint128_t) high << 64;
		high = 0;
		for (int i = k - TOP; i <= TOP; i++)
			add_product(&column, &high, a->limb[i], b->limb[k - i]);
		limbs[k - TOP] = (uint64_t) column;
	}
	memcpy(result->limb, limbs, sizeof(limbs));
	return column >> 64 != 0 || high != 0;
}

/* a * a, nearly twice as fast: the products of two different limbs count twice */
static void
fixed_square(Fixed *result, const Fixed *a)
{
	uint64_t	limbs[LIMBS];
	uint128_t	carry = 0;

	for (int k = TOP - 1; k <= 2 * TOP; k++)
	{
		uint128_t	column = 0;
		uint64_t	high = 0;

		for (int i = k > TOP ? k - TOP : 0; i < k - i; i++)
			add_product(&column, &high, a->limb[i], a->limb[k - i]);
		high = high << 1 | (uint64_t) (column >> 127);
		column <<= 1;
		if (k % 2 == 0)
			add_product(&column, &high, a->limb[k / 2], a->limb[k / 2]);
		column += carry;
		high += column < carry;
		if (k >= TOP)
			limbs[k - TOP] = (uint64_t) column;
		carry = column >> 64 | (uint128_t) high << 64;
	}
	memcpy(result->limb, limbs, sizeof(limbs));
}

static void
fixed_shift_left(Fixed *a, int bits)
{
	int			limbs = bits / 64;

	bits %= 64;
	for (int i = TOP; i >= 0; i--)
	{
		uint64_t	high = i >= limbs ? a->limb[i - limbs] : 0;
		uint64_t	low = i > limbs ? a->limb[i - limbs - 1] : 0;

		a->limb[i] = bits == 0 ? high : high << bits | low >> (64 - bits);
	}
}

static void
fixed_shift_right(Fixed *a, int bits)
{
	int			limbs = bits / 64;

	bits %= 64;
	for (int i = 0; i < LIMBS; i++)
	{
		uint64_t	low = i + limbs < LIMBS ? a->limb[i + limbs] : 0;
		uint64_t	high = i + limbs + 1 < LIMBS ? a->limb[i + limbs + 1] : 0;

		a->limb[i] = bits == 0 ? low : low >> bits | high << (64 - bits);
	}
}

BvStatus
bv_fixed_from_decimal(Fixed *result, const BvDecimal *a)
{
	int			top = a->exponent + a->count - 1;

	memset(result, 0, sizeof(*result));
	if (a->count == 0 || top < -13)
		return BV_OK;
	if (top > 2)
		return BV_OUT_OF_RANGE;

	/* 14 limbs behind the point are more than enough */
	for (int i = top < 0 ? -14 : (a->exponent > -14 ? a->exponent : -14); i < 0; i++)
	{
		int			index = i - a->exponent;

		result->limb[TOP] = index >= 0 && index < a->count ? a->limb[index] : 0;
		fixed_divide_small(result, result, BV_DECIMAL_BASE);
	}
	for (int i = top; i >= 0; i--)
	{
		int			index = i - a->exponent;
		uint128_t	whole = (uint128_t) result->limb[TOP] * BV_DECIMAL_BASE;

		/* the whole part alone: what is behind the point stays where it is */
		whole += index >= 0 ? a->limb[index] : 0;
		if (whole > UINT64_MAX)
			return BV_OUT_OF_RANGE;
		result->limb[TOP] = (uint64_t) whole;
	}
	return BV_OK;
}

BvStatus
bv_fixed_to_decimal(BvDecimal *result, bool negative, const Fixed *a, int exponent)
{
	enum {BEHIND = 13};			/* 117 digits */
	uint32_t	limbs[BEHIND + 3];
	Fixed		rest = *a;
	int			count = BEHIND;

	rest.limb[TOP] = 0;
	for (int i = BEHIND - 1; i >= 0; i--)
	{
		(void) fixed_multiply_small(&rest, &rest, BV_DECIMAL_BASE, 0);
		limbs[i] = (uint32_t) rest.limb[TOP];
		rest.limb[TOP] = 0;
	}
	for (uint64_t whole = a->limb[TOP]; whole > 0; whole /= BV_DECIMAL_BASE)
		limbs[count++] = whole % BV_DECIMAL_BASE;
	return bv_decimal_from_limbs(result, negative, limbs, count, exponent - BEHIND);
}

/*
 * e^r for 0 <= r < 32, relative error below 2^-362.
 *
 * r = k ln 2 + s 2^16 with s < 2^-16.5, so that the series to s^20/20! will
 * do: the next term is below 2^-411.  What is summed is 20! e^s, because its
 * coefficients 20!/i! are whole and below 2^62, four terms a step by Horner's
 * rule in s^4.  Sixteen squarings then double an error of 2^-380 as often.
 */
static void
exp_of_fixed(Fixed *result, const Fixed *r)
{
	enum {SQUARINGS = 16, TERMS = 20, STEP = 4};
	const uint64_t factorial = UINT64_C(2432902008176640000);	/* 20! */
	uint64_t	scaled = r->limb[TOP] << 32 | r->limb[TOP - 1] >> 32;
	uint64_t	k = scaled / UINT64_C(2977044471);	/* ln 2 * 2^32 */
	uint64_t	coefficient = 1;
	uint128_t	rest = 0;
	Fixed		powers[STEP + 1];	/* of s; [0] is not used */
	Fixed		part;

	(void) fixed_multiply_small(&part, &ln_2, k, 0);
	if (fixed_compare(&part, r) > 0)
	{
		k--;
		fixed_subtract(&part, &part, &ln_2);
	}
	fixed_subtract(&powers[1], r, &part);
	fixed_shift_right(&powers[1], SQUARINGS);
	for (int i = 2; i <= STEP; i++)
		(void) bv_fixed_multiply(&powers[i], &powers[i - 1], &powers[1]);

	*result = one;				/* 20!/20! */
	for (int i = TERMS - 1; i >= 0; i--)
	{
		int			power = i % STEP;

		coefficient *= i + 1;	/* 20!/i! */
		if (power == STEP - 1)
			(void) bv_fixed_multiply(result, result, &powers[STEP]);
		if (power == 0)
			result->limb[TOP] += coefficient;
		else
		{
			(void) fixed_multiply_small(&part, &powers[power], coefficient, 0);
			fixed_add(result, result, &part);
		}
	}
	for (int i = TOP; i >= 0; i--)
	{
		rest = rest << 64 | result->limb[i];
		result->limb[i] = (uint64_t) (rest / factorial);
		rest %= factorial;
	}
	for (int i = 0; i < SQUARINGS; i++)
		fixed_square(result, result);
	fixed_shift_left(result, (int) k);
}

/*
 * ln f for 1 <= f < 2, absolute error below 2^-360.
 *
 * A first y, a little above ln(2/f), comes from 50 binary digits of log2 f,
 * found by squaring: f^2 >= 2 tells the next digit.  Then f e^y / 2 = 1 + d
 * with 0 < d < 2^-48, and ln f = ln 2 - y + ln(1 + d), a series of 8 terms;
 * 840 times it has whole coefficients.
 */
static void
ln_of_fixed(Fixed *result, const Fixed *f)
{
	enum {BITS = 50, TERMS = 8, MULTIPLE = 840};
	uint64_t	power = UINT64_C(1) << 63 | f->limb[TOP - 1] >> 1; /* f * 2^63 */
	uint64_t	log2 = 0;
	Fixed		y;
	Fixed		d;
	Fixed		sum;

	if (fixed_compare(f, &one) == 0)
	{
		memset(result, 0, sizeof(*result));
		return;
	}
	for (int i = 0; i < BITS; i++)
	{
		uint128_t	square = (uint128_t) power * power;

		log2 <<= 1;
		if (square >> 127)
		{
			log2 |= 1;
			power = (uint64_t) (square >> 64);
		}
		else
			power = (uint64_t) (square >> 63);
	}

	/* y = (1 - log2 f) ln 2, log2 having been rounded down, and 2^-50 for safety */
	(void) fixed_multiply_small(&y, &ln_2, (UINT64_C(1) << BITS) - log2, 0);
	fixed_shift_right(&y, BITS);
	y.limb[TOP - 1] += UINT64_C(1) << (64 - BITS);

	exp_of_fixed(&d, &y);
	(void) bv_fixed_multiply(&d, &d, f);
	fixed_shift_right(&d, 1);
	fixed_subtract(&d, &d, &one);

	/* d (840 - d (840/2 - d (840/3 - …))) / 840 */
	memset(&sum, 0, sizeof(sum));
	for (int i = TERMS; i >= 1; i--)
	{
		Fixed		coefficient = {{0}};

		coefficient.limb[TOP] = MULTIPLE / i;
		(void) bv_fixed_multiply(&sum, &sum, &d);
		fixed_subtract(&sum, &coefficient, &sum);
	}
	(void) bv_fixed_multiply(&sum, &sum, &d);
	fixed_divide_small(&sum, &sum, MULTIPLE);

	fixed_add(&sum, &sum, &ln_2);
	if (fixed_compare(&sum, &y) < 0)
		memset(result, 0, sizeof(*result));
	else
		fixed_subtract(result, &sum, &y);
}

void
bv_fixed_ln(Fixed *result, bool *negative, const BvDecimal *a)
{
	enum {TAKEN = 14};			/* 14 * log2(10^9) = 419 bits */
	int			exponent = a->exponent;
	int			lowest = 0;
	int			bits = LIMBS * 64 - 1;	/* the first that is set */
	Fixed		f = {{0}};
	Fixed		logarithm;
	Fixed		part;

	if (a->count > TAKEN)
		lowest = a->count - TAKEN;
	exponent += lowest;
	for (int i = a->count - 1; i >= lowest; i--)
		(void) fixed_multiply_small(&f, &f, BV_DECIMAL_BASE, a->limb[i]);

	/* the whole mantissa as f * 2^bits */
	while ((f.limb[bits / 64] >> bits % 64 & 1) == 0)
		bits--;
	if (bits > TOP * 64)
		fixed_shift_right(&f, bits - TOP * 64);
	else
		fixed_shift_left(&f, TOP * 64 - bits);

	ln_of_fixed(&logarithm, &f);
	(void) fixed_multiply_small(&part, &ln_2, bits, 0);
	fixed_add(&logarithm, &logarithm, &part);

	*negative = false;
	(void) fixed_multiply_small(&part, &ln_base, exponent < 0 ? -(int64_t) exponent : exponent, 0);
	if (exponent >= 0)
		fixed_add(result, &logarithm, &part);
	else if (fixed_compare(&logarithm, &part) >= 0)
		fixed_subtract(result, &logarithm, &part);
	else
	{
		*negative = true;
		fixed_subtract(result, &part, &logarithm);
	}
}

BvStatus
bv_fixed_exp(BvDecimal *result, bool negative, const Fixed *y)
{
	uint64_t	j;
	Fixed		r;

	/* e^(2^24) has seven million digits: nothing here is near */
	if (y->limb[TOP] >> 24)
	{
		bv_decimal_zero(result);
		return negative ? BV_OK : BV_OUT_OF_RANGE;
	}

	/* y = j ln 10^9 + r; the divisor is cut off, so j may be one too large */
	j = (uint64_t) (((uint128_t) y->limb[TOP] << 64 | y->limb[TOP - 1]) /
					((uint128_t) ln_base.limb[TOP] << 64 | ln_base.limb[TOP - 1]));
	(void) fixed_multiply_small(&r, &ln_base, j, 0);
	if (fixed_compare(&r, y) > 0)
	{
		j--;
		fixed_subtract(&r, &r, &ln_base);
	}
	fixed_subtract(&r, y, &r);
	if (negative && !fixed_is_zero(&r))
	{
		j++;
		fixed_subtract(&r, &ln_base, &r);
	}

	exp_of_fixed(&r, &r);
	(void) bv_fixed_to_decimal(result, false, &r, negative ? -(int) j : (int) j);
	return bv_decimal_round(result, result, BV_WORKING_DIGITS);
}

