/*
 * numeric.h: numeric <-> the core's decimals, and <-> whole billionths
 *
 * An argument's name goes into the error message.
 */
#ifndef BV_NUMERIC_H
#define BV_NUMERIC_H

#include "utils/numeric.h"

#include "decimal.h"

/* Limits of what is taken in: significant digits, and powers of ten. */
#define BV_NUMERIC_DIGITS_MAX		200
#define BV_NUMERIC_MAGNITUDE_MAX	200

/* Errors: NaN, infinite, more than 200 digits or beyond 10^200: 22023. */
extern void bv_numeric_to_decimal(Numeric number, BvDecimal *decimal, const char *argument);

/* The same without those limits; false when it is not finite, or too long. */
extern bool bv_numeric_read(Numeric number, BvDecimal *decimal);

/* The exponent of a model; outside 0 < exponent <= 16 22023. */
extern void bv_numeric_to_exponent(Numeric number, BvDecimal *exponent);

/* An amount of money, a share, a budget: zero or more, else 22023. */
extern void bv_numeric_to_amount(Numeric number, BvDecimal *amount, const char *argument);

/* A count; a fraction, or outside least .. most, 22023. */
extern int64 bv_numeric_to_count(Numeric number, int64 least, int64 most, const char *argument);

/* Without superfluous zeros; beyond what numeric can hold: 22003. */
extern Numeric bv_decimal_to_numeric(const BvDecimal *decimal);

/*
 * The number times 10^9, rounded half away from zero.  Errors: negative, NaN
 * or infinite 22023, beyond int64 22003.
 */
extern int64 bv_numeric_to_billionths(Numeric number, const char *argument);

extern Numeric bv_billionths_to_numeric(int64 billionths);
extern Numeric bv_int128_billionths_to_numeric(__int128 billionths);

/* Raises what a core function's status says; returns when it is BV_OK. */
extern void bv_check_status(BvStatus status);

#endif							/* BV_NUMERIC_H */
