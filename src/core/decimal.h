/*
 * decimal.h: decimal numbers of up to 1728 digits, exact, on the stack
 *
 * A number is  (-1)^negative * 10^(9 * exponent) * sum limb[i] * 10^(9 * i).
 *
 * Invariants: the lowest and the highest limb in use are not zero, so every
 * number has one form; zero has no limbs, exponent 0 and no sign.  Functions
 * touch only the limbs in use.  A result may be the same variable as an
 * argument.  What is left in the result after a status other than BV_OK is
 * undefined.  ln, exp and powers are in power.h.
 */
#ifndef BV_DECIMAL_H
#define BV_DECIMAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum BvStatus
{
	BV_OK = 0,
	BV_INVALID,					/* an argument is outside the domain */
	BV_OUT_OF_RANGE,			/* the result has too many digits, or is too big */
	BV_INEXACT					/* asked to be exact, but no finite answer is */
} BvStatus;

#define BV_DECIMAL_BASE			1000000000
#define BV_DECIMAL_LIMB_DIGITS	9
#define BV_DECIMAL_LIMBS		192 /* 1728 digits */

/* Limits of the exponent: far beyond any result, far from an overflow. */
#define BV_DECIMAL_EXPONENT_MAX	10000000

/* What an exact result is too long for is rounded to so many digits. */
#define BV_RESULT_DIGITS		40

/* Digits carried through a calculation whose result is rounded at the end. */
#define BV_WORKING_DIGITS		108

typedef struct BvDecimal
{
	int32_t		count;			/* limbs in use; 0 for zero */
	int32_t		exponent;		/* weight of limb[0], in limbs */
	bool		negative;
	uint32_t	limb[BV_DECIMAL_LIMBS]; /* 0 .. 10^9 - 1, lowest first */
} BvDecimal;

extern void bv_decimal_zero(BvDecimal *result);
extern void bv_decimal_copy(BvDecimal *result, const BvDecimal *a);
extern void bv_decimal_from_int64(BvDecimal *result, int64_t a);
extern void bv_decimal_from_int128(BvDecimal *result, __int128 a);

/* From limbs, lowest first, which may be the result's own; zeros at both ends go. */
extern BvStatus bv_decimal_from_limbs(BvDecimal *result, bool negative,
									  const uint32_t *limbs, int count, int exponent);

/* BV_INEXACT when it is not whole, BV_OUT_OF_RANGE when it does not fit. */
extern BvStatus bv_decimal_to_int64(const BvDecimal *a, int64_t *result);
extern BvStatus bv_decimal_to_int128(const BvDecimal *a, __int128 *result);

/*
 * From plain or scientific notation ("-12.5", "1e-9"); BV_INVALID when it is
 * neither.  To plain notation without superfluous zeros; BV_OUT_OF_RANGE when
 * size is too small.
 */
extern BvStatus bv_decimal_from_string(BvDecimal *result, const char *text);
extern BvStatus bv_decimal_to_string(const BvDecimal *a, char *text, size_t size);

/*
 * Digits in base 10^4, highest first, digits[0] weighing 10^(4 * weight), as
 * in PostgreSQL's numeric.  BV_DECIMAL_MYRIADS is room enough for any number;
 * how many there are is returned, without zeros at either end.
 */
#define BV_DECIMAL_MYRIADS	(BV_DECIMAL_LIMBS * 9 / 4 + 2)

extern BvStatus bv_decimal_from_myriads(BvDecimal *result, bool negative,
										const uint16_t *digits, int count, int weight);
extern int	bv_decimal_to_myriads(const BvDecimal *a, uint16_t *digits, int *weight);

static inline bool
bv_decimal_is_zero(const BvDecimal *a)
{
	return a->count == 0;
}

static inline bool
bv_decimal_is_whole(const BvDecimal *a)
{
	return a->exponent >= 0;
}

extern bool bv_decimal_is_one(const BvDecimal *a);

/* -1, 0 or 1: the sign of a - b. */
extern int	bv_decimal_compare(const BvDecimal *a, const BvDecimal *b);

/* The power of ten of the first digit: 2 for 123, -3 for 0.00456; not for zero. */
extern int	bv_decimal_magnitude(const BvDecimal *a);

/* How many digits there are from the first to the last that is not zero. */
extern int	bv_decimal_digits(const BvDecimal *a);

/* How many digits stand behind the point. */
extern int	bv_decimal_places(const BvDecimal *a);

/* Exact. */
extern BvStatus bv_decimal_add(BvDecimal *result, const BvDecimal *a, const BvDecimal *b);
extern BvStatus bv_decimal_subtract(BvDecimal *result, const BvDecimal *a, const BvDecimal *b);
extern BvStatus bv_decimal_multiply(BvDecimal *result, const BvDecimal *a, const BvDecimal *b);
extern BvStatus bv_decimal_multiply_small(BvDecimal *result, const BvDecimal *a, uint64_t b);
extern BvStatus bv_decimal_power_whole(BvDecimal *result, const BvDecimal *a, unsigned power);

/* a * 10^places, exact. */
extern BvStatus bv_decimal_shift(BvDecimal *result, const BvDecimal *a, int places);

/* Rounded to that many significant digits; BV_INVALID when b is zero. */
extern BvStatus bv_decimal_divide(BvDecimal *result, const BvDecimal *a, const BvDecimal *b,
								  int digits);

/* Exact, or BV_INEXACT when the quotient has no end; b must not be zero. */
extern BvStatus bv_decimal_divide_small(BvDecimal *result, const BvDecimal *a, uint64_t b);

/*
 * To that many significant digits, or places behind the point (before it, when
 * negative); half is rounded away from zero.
 */
extern BvStatus bv_decimal_round(BvDecimal *result, const BvDecimal *a, int digits);
extern BvStatus bv_decimal_round_places(BvDecimal *result, const BvDecimal *a, int places);

/* The whole part, towards zero. */
extern void bv_decimal_truncate(BvDecimal *result, const BvDecimal *a);

#endif							/* BV_DECIMAL_H */
