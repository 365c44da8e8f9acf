/*
 * power.c: ln, exp and powers in binary fixed point
 *
 * A decimal goes in as whole mantissa * 10^9^e, so that
 *
 *     ln x = ln f + k ln 2 + e ln 10^9        1 <= f < 2
 *
 * and comes out by e^y = 10^9^j * e^r with 0 <= r < ln 10^9, whose digits are
 * the decimal's limbs.  In between numbers have 384 bits behind the point,
 * 2^-384 = 10^-115.6.
 *
 * Everything is integer arithmetic and truncates, so the digits do not depend
 * on a machine's floating point or mathematical library.
 */
#include "power.h"

#include <string.h>

#define LIMBS		7			/* of 64 bits: 6 behind the point, one before it */
#define TOP			(LIMBS - 1)

/* Digits of decimals on their way in: more than fixed point has. */
#define SPARE_DIGITS	(BV_WORKING_DIGITS + 9)

/* Below 10^-SMALL a few terms of a series are right to 100 digits. */
#define SMALL		20

typedef struct Fixed
{
	uint64_t	limb[LIMBS];	/* lowest first */
} Fixed;

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

/* a / b, for 0 < b < 2^32 */
static void
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

/*
 * a * b, too small by less than 2^-380; true when it does not fit.  The
 * columns that could only carry a few units into the last limb are left out.
 */
static bool
fixed_multiply(Fixed *result, const Fixed *a, const Fixed *b)
{
	uint64_t	product[2 * LIMBS] = {0};

	for (int i = 0; i < LIMBS; i++)
	{
		uint64_t	carry = 0;

		for (int j = i < TOP - 1 ? TOP - 1 - i : 0; j < LIMBS; j++)
		{
			uint128_t	sum = (uint128_t) a->limb[i] * b->limb[j] + product[i + j] + carry;

			product[i + j] = (uint64_t) sum;
			carry = (uint64_t) (sum >> 64);
		}
		product[i + LIMBS] = carry;
	}
	memcpy(result->limb, product + TOP, sizeof(result->limb));
	return product[2 * LIMBS - 1] != 0;
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

/* |a| in fixed point; BV_OUT_OF_RANGE from 2^64 on. */
static BvStatus
fixed_from_decimal(Fixed *result, const BvDecimal *a)
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

/* (-1)^negative * a * 10^(9 * exponent) */
static BvStatus
fixed_to_decimal(BvDecimal *result, bool negative, const Fixed *a, int exponent)
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
 * e^r for 0 <= r < 32, relative error below 2^-364.
 *
 * r = k ln 2 + s 2^12 with s < 2^-12.5, so the terms of the series to s^26/26!
 * suffice (the next is below 2^-420); it is summed two terms a step,
 *
 *     1 + s/(i-1) + s^2/((i-1) i) (1 + …)  =  ((i-1) i + i s + s^2 (…)) / ((i-1) i),
 *
 * and twelve squarings double its relative error of 2^-378 as often.
 */
static void
fixed_exp(Fixed *result, const Fixed *r)
{
	enum {SQUARINGS = 12, TERMS = 26};
	uint64_t	scaled = r->limb[TOP] << 32 | r->limb[TOP - 1] >> 32;
	uint64_t	k = scaled / UINT64_C(2977044471);	/* ln 2 * 2^32 */
	Fixed		multiple;
	Fixed		s;
	Fixed		square;

	(void) fixed_multiply_small(&multiple, &ln_2, k, 0);
	if (fixed_compare(&multiple, r) > 0)
	{
		k--;
		fixed_subtract(&multiple, &multiple, &ln_2);
	}
	fixed_subtract(&s, r, &multiple);
	fixed_shift_right(&s, SQUARINGS);
	(void) fixed_multiply(&square, &s, &s);

	*result = one;
	for (uint32_t i = TERMS; i >= 2; i -= 2)
	{
		Fixed		part;

		(void) fixed_multiply(result, result, &square);
		(void) fixed_multiply_small(&part, &s, i, 0);
		fixed_add(result, result, &part);
		result->limb[TOP] += (i - 1) * i;
		fixed_divide_small(result, result, (i - 1) * i);
	}
	for (int i = 0; i < SQUARINGS; i++)
		(void) fixed_multiply(result, result, result);
	fixed_shift_left(result, (int) k);
}

/*
 * ln f for 1 <= f < 2, absolute error below 2^-362.
 *
 * A first y, a little above ln(2/f), comes from 50 binary digits of log2 f,
 * found by squaring: f^2 >= 2 tells the next digit.  Then f e^y / 2 = 1 + d
 * with 0 < d < 2^-48, and ln f = ln 2 - y + ln(1 + d), a series of 8 terms.
 */
static void
fixed_ln(Fixed *result, const Fixed *f)
{
	enum {BITS = 50, TERMS = 8};
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

	fixed_exp(&d, &y);
	(void) fixed_multiply(&d, &d, f);
	fixed_shift_right(&d, 1);
	fixed_subtract(&d, &d, &one);

	/* d (1 - d (1/2 - d (1/3 - …))) */
	fixed_divide_small(&sum, &one, TERMS);
	for (uint32_t i = TERMS - 1; i >= 1; i--)
	{
		Fixed		term;

		(void) fixed_multiply(&sum, &sum, &d);
		fixed_divide_small(&term, &one, i);
		fixed_subtract(&sum, &term, &sum);
	}
	(void) fixed_multiply(&sum, &sum, &d);

	fixed_add(&sum, &sum, &ln_2);
	if (fixed_compare(&sum, &y) < 0)
		memset(result, 0, sizeof(*result));
	else
		fixed_subtract(result, &sum, &y);
}

/* |ln a| and its sign, for a > 0; absolute error below 2^-362 + |exponent| 2^-384 */
static void
decimal_ln(Fixed *result, bool *negative, const BvDecimal *a)
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

	fixed_ln(&logarithm, &f);
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

/* e^y or e^-y, to BV_WORKING_DIGITS */
static BvStatus
exp_of_fixed(BvDecimal *result, bool negative, const Fixed *y)
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

	fixed_exp(&r, &r);
	(void) fixed_to_decimal(result, false, &r, negative ? -(int) j : (int) j);
	return bv_decimal_round(result, result, BV_WORKING_DIGITS);
}

BvStatus
bv_decimal_ln(BvDecimal *result, const BvDecimal *a)
{
	Fixed		logarithm;
	bool		negative;

	if (a->count == 0 || a->negative)
		return BV_INVALID;
	decimal_ln(&logarithm, &negative, a);
	return fixed_to_decimal(result, negative, &logarithm, 0);
}

BvStatus
bv_decimal_exp(BvDecimal *result, const BvDecimal *a)
{
	Fixed		y;
	bool		negative = a->negative;

	if (fixed_from_decimal(&y, a) != BV_OK)
	{
		bv_decimal_zero(result);
		return negative ? BV_OK : BV_OUT_OF_RANGE;
	}
	return exp_of_fixed(result, negative, &y);
}

BvStatus
bv_decimal_power(BvDecimal *result, const BvDecimal *base, const BvDecimal *exponent)
{
	Fixed		logarithm;
	Fixed		y;
	bool		negative;

	if (base->negative)
		return BV_INVALID;
	if (bv_decimal_is_zero(exponent) || bv_decimal_is_one(base))
	{
		bv_decimal_from_int64(result, 1);
		return BV_OK;
	}
	if (bv_decimal_is_zero(base))
	{
		if (exponent->negative)
			return BV_INVALID;
		bv_decimal_zero(result);
		return BV_OK;
	}
	if (bv_decimal_is_one(exponent))
	{
		bv_decimal_copy(result, base);
		return BV_OK;
	}

	decimal_ln(&logarithm, &negative, base);
	negative = negative != exponent->negative;
	if (fixed_from_decimal(&y, exponent) != BV_OK || fixed_multiply(&y, &y, &logarithm))
	{
		bv_decimal_zero(result);
		return negative ? BV_OK : BV_OUT_OF_RANGE;
	}
	return exp_of_fixed(result, negative, &y);
}

/* sum over i of coefficient_i a^i for i = 1 .. 5, a small: |a| < 10^-SMALL */
static BvStatus
short_series(BvDecimal *result, const BvDecimal *a, const int *divisors, bool alternating)
{
	BvDecimal	sum;
	BvDecimal	term;
	BvDecimal	small;
	BvDecimal	unit;
	BvStatus	status = bv_decimal_round(&small, a, SPARE_DIGITS);

	/* small * (1 / d1 -+ small * (1 / d2 -+ …)) */
	bv_decimal_from_int64(&unit, 1);
	bv_decimal_zero(&sum);
	for (int i = 4; i >= 0 && status == BV_OK; i--)
	{
		bv_decimal_from_int64(&term, divisors[i]);
		status = bv_decimal_divide(&term, &unit, &term, SPARE_DIGITS);
		/* a term too small to reach the last digit counted is left out */
		if (status == BV_OK && sum.count > 0 &&
			bv_decimal_magnitude(&sum) > -2 * SPARE_DIGITS)
		{
			if (alternating)
				status = bv_decimal_subtract(&term, &term, &sum);
			else
				status = bv_decimal_add(&term, &term, &sum);
		}
		if (status == BV_OK)
			status = bv_decimal_multiply(&sum, &term, &small);
		if (status == BV_OK)
			status = bv_decimal_round(&sum, &sum, SPARE_DIGITS);
	}
	bv_decimal_copy(result, &sum);
	return status;
}

BvStatus
bv_decimal_log1p(BvDecimal *result, const BvDecimal *a)
{
	static const int divisors[] = {1, 2, 3, 4, 5};
	BvDecimal	sum;
	BvStatus	status;

	if (a->count == 0 || bv_decimal_magnitude(a) < -SMALL)
		return short_series(result, a, divisors, true);
	bv_decimal_from_int64(&sum, 1);
	status = bv_decimal_add(&sum, &sum, a);
	return status == BV_OK ? bv_decimal_ln(result, &sum) : status;
}

BvStatus
bv_decimal_expm1(BvDecimal *result, const BvDecimal *a)
{
	static const int divisors[] = {1, 2, 6, 24, 120};
	BvDecimal	unit;
	BvStatus	status;

	if (a->count == 0 || bv_decimal_magnitude(a) < -SMALL)
		return short_series(result, a, divisors, false);
	status = bv_decimal_exp(result, a);
	if (status != BV_OK)
		return status;
	bv_decimal_from_int64(&unit, 1);
	if (result->count > 0 && bv_decimal_magnitude(result) < -SPARE_DIGITS)
		bv_decimal_zero(result);
	return bv_decimal_subtract(result, result, &unit);
}

bool
bv_whole_root(uint64_t a, unsigned n, uint64_t *root)
{
	uint64_t	low = 1;		/* low^n <= a < high^n */
	uint64_t	high;

	if (a <= 1 || n == 1)
	{
		*root = a;
		return true;
	}
	if (n >= 64)
		return false;
	high = UINT64_C(1) << (63 / n + 1);
	while (high - low > 1)
	{
		uint64_t	middle = low + (high - low) / 2;
		uint128_t	power = 1;

		for (unsigned i = 0; i < n && power <= a; i++)
			power *= middle;
		if (power <= a)
			low = middle;
		else
			high = middle;
		if (power == a)
		{
			*root = middle;
			return true;
		}
	}
	return false;
}

BvStatus
bv_decimal_root_exact(BvDecimal *result, const BvDecimal *a, unsigned n)
{
	BvDecimal	mantissa;
	BvDecimal	root;
	BvDecimal	power;
	int			places;
	BvStatus	status;

	if (a->negative || n == 0)
		return BV_INVALID;
	if (a->count == 0 || n == 1)
	{
		bv_decimal_copy(result, a);
		return BV_OK;
	}

	/*
	 * The power of ten of the last digit is that of the root's last digit n
	 * times, and the digits are those of the whole root's n-th power.
	 */
	places = bv_decimal_digits(a) - 1 - bv_decimal_magnitude(a);
	if (places % (int) n != 0)
		return BV_INEXACT;
	status = bv_decimal_shift(&mantissa, a, places);
	if (status != BV_OK)
		return status;

	/* a whole root has so few digits that its approximation rounds to it */
	if ((bv_decimal_digits(&mantissa) - 1) / (int) n + 1 > BV_WORKING_DIGITS - 2)
		return BV_INEXACT;
	bv_decimal_from_int64(&root, 1);
	bv_decimal_from_int64(&power, n);
	status = bv_decimal_divide(&power, &root, &power, SPARE_DIGITS);
	if (status == BV_OK)
		status = bv_decimal_power(&root, &mantissa, &power);
	if (status == BV_OK)
		status = bv_decimal_round_places(&root, &root, 0);
	if (status == BV_OK)
		status = bv_decimal_power_whole(&power, &root, n);
	if (status != BV_OK)
		return status;
	if (bv_decimal_compare(&power, &mantissa) != 0)
		return BV_INEXACT;
	return bv_decimal_shift(result, &root, -places / (int) n);
}
