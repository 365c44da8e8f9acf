/*
 * numeric.c: numeric <-> the core's decimals, and <-> whole billionths
 *
 * A numeric on disk (the same since 9.1, and pg_upgrade keeps it so) is a
 * varlena of 16-bit words: a header, for the long form a weight, and digits in
 * base 10^4, highest first, the first of which weighs 10^(4 * weight).
 *
 *     00.. / 01..   long: sign; 14 bits of display scale; weight in the next word
 *     10sddddddwwwwwww   short: sign, 6 bits of display scale, weight (signed 7 bits)
 *     1100 / 1101 / 1111 NaN, infinity, -infinity
 */
#include "postgres.h"

#include "common/int.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

#include "compat.h"
#include "numeric.h"
#include "power.h"
#include "value.h"

#define SIGN_MASK			0xC000
#define SIGN_NEGATIVE		0x4000
#define FORM_SHORT			0x8000
#define FORM_SPECIAL		0xC000
#define SHORT_NEGATIVE		0x2000
#define SHORT_WEIGHT_SIGN	0x0040
#define SHORT_WEIGHT_MASK	0x003F

#define BILLION				INT64CONST(1000000000)

/* numeric_recv's words for a sign */
#define RECV_POSITIVE		0x0000
#define RECV_NEGATIVE		0x4000

/* Behind the point numeric can show so many digits, and before it hold so many. */
#define PLACES_MAX			16383
#define MAGNITUDE_MAX		131071

/* A numeric taken apart; digits points into it, at any alignment. */
typedef struct Parts
{
	bool		special;		/* NaN or infinite: nothing else is set */
	bool		negative;
	int			weight;
	int			count;
	const char *digits;
} Parts;

static inline uint16
word_at(const char *words, int i)
{
	uint16		word;

	memcpy(&word, words + i * sizeof(uint16), sizeof(uint16));
	return word;
}

static inline void
take_apart(Numeric number, Parts *parts)
{
	const char *words = VARDATA_ANY(number);
	int			count = VARSIZE_ANY_EXHDR(number) / sizeof(uint16);
	uint16		header = word_at(words, 0);
	int			taken = 1;

	parts->special = (header & SIGN_MASK) == FORM_SPECIAL;
	if (parts->special)
		return;
	if ((header & SIGN_MASK) == FORM_SHORT)
	{
		parts->negative = (header & SHORT_NEGATIVE) != 0;
		parts->weight = header & SHORT_WEIGHT_MASK;
		if (header & SHORT_WEIGHT_SIGN)
			parts->weight -= SHORT_WEIGHT_MASK + 1;
	}
	else
	{
		parts->negative = (header & SIGN_MASK) == SIGN_NEGATIVE;
		parts->weight = (int16) word_at(words, 1);
		taken = 2;
	}
	parts->count = count - taken;
	parts->digits = words + taken * sizeof(uint16);
}

/* What is wrong with an argument, and the argument. */
static void
refuse(Numeric number, const char *argument, const char *reason)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s %s, not %s", argument, reason, numeric_normalize(number))));
}

static bool
read_parts(Parts *parts, BvDecimal *decimal)
{
	uint16		digits[BV_DECIMAL_MYRIADS];

	if (parts->special || parts->count > lengthof(digits))
		return false;
	for (int i = 0; i < parts->count; i++)
		digits[i] = word_at(parts->digits, i);
	return bv_decimal_from_myriads(decimal, parts->negative, digits, parts->count,
								   parts->weight) == BV_OK;
}

bool
bv_numeric_read(Numeric number, BvDecimal *decimal)
{
	Parts		parts;

	take_apart(number, &parts);
	return read_parts(&parts, decimal);
}

void
bv_numeric_to_decimal(Numeric number, BvDecimal *decimal, const char *argument)
{
	Parts		parts;

	take_apart(number, &parts);
	if (parts.special)
		refuse(number, argument, "must be a finite number");
	if (!read_parts(&parts, decimal) || bv_decimal_digits(decimal) > BV_NUMERIC_DIGITS_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must have at most %d significant digits",
						argument, BV_NUMERIC_DIGITS_MAX)));
	if (!bv_decimal_is_zero(decimal) &&
		(bv_decimal_magnitude(decimal) >= BV_NUMERIC_MAGNITUDE_MAX ||
		 bv_decimal_magnitude(decimal) < -BV_NUMERIC_MAGNITUDE_MAX))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be zero, or between 10^-%d and 10^%d", argument,
						BV_NUMERIC_MAGNITUDE_MAX, BV_NUMERIC_MAGNITUDE_MAX)));
}

void
bv_numeric_to_exponent(Numeric number, BvDecimal *exponent)
{
	bv_numeric_to_decimal(number, exponent, "exponent");
	if (!bv_exponent_is_valid(exponent))
		refuse(number, "exponent", "must be greater than 0 and at most 16");
}

void
bv_numeric_to_amount(Numeric number, BvDecimal *amount, const char *argument)
{
	bv_numeric_to_decimal(number, amount, argument);
	if (amount->negative)
		refuse(number, argument, "must be greater than or equal to zero");
}

int64
bv_numeric_to_count(Numeric number, int64 least, int64 most, const char *argument)
{
	BvDecimal	decimal;
	int64		count;

	bv_numeric_to_decimal(number, &decimal, argument);
	if (!bv_decimal_is_whole(&decimal))
		refuse(number, argument, "must be a whole number");
	if (bv_decimal_to_int64(&decimal, &count) != BV_OK || count < least || count > most)
		refuse(number, argument,
			   psprintf("must be between " INT64_FORMAT " and " INT64_FORMAT, least, most));
	return count;
}

/* Puts together what numeric_recv reads. */
static Numeric
put_together(bool negative, const uint16 *digits, int count, int weight, int places)
{
	StringInfoData message;
	Datum		number;

	initStringInfo(&message);
	pq_sendint16(&message, count);
	pq_sendint16(&message, weight);
	pq_sendint16(&message, negative ? RECV_NEGATIVE : RECV_POSITIVE);
	pq_sendint16(&message, places);
	for (int i = 0; i < count; i++)
		pq_sendint16(&message, digits[i]);
	number = DirectFunctionCall3(numeric_recv, PointerGetDatum(&message),
								 ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
	pfree(message.data);
	return DatumGetNumeric(number);
}

Numeric
bv_decimal_to_numeric(const BvDecimal *decimal)
{
	uint16		digits[BV_DECIMAL_MYRIADS];
	int			places = bv_decimal_places(decimal);
	int			weight;
	int			count;

	if (!bv_decimal_is_zero(decimal) &&
		(places > PLACES_MAX || bv_decimal_magnitude(decimal) > MAGNITUDE_MAX))
		bv_check_status(BV_OUT_OF_RANGE);
	count = bv_decimal_to_myriads(decimal, digits, &weight);
	return put_together(decimal->negative, digits, count, weight, places);
}

int64
bv_numeric_to_billionths(Numeric number, const char *argument)
{
	Parts		parts;
	int64		billionths = 0;
	int			group = 0;

	take_apart(number, &parts);
	if (parts.special)
		refuse(number, argument, "must be a finite number");
	if (parts.negative && parts.count > 0)
		refuse(number, argument, "must be greater than or equal to zero");

	/* groups of four digits from the first down to 10^-8, the last but one place */
	for (int weight = parts.weight; group < parts.count && weight >= -2; group++, weight--)
	{
		if (pg_mul_s64_overflow(billionths, 10000, &billionths) ||
			pg_add_s64_overflow(billionths, word_at(parts.digits, group), &billionths))
			goto out_of_range;
	}
	/* groups that are not there, because they are zero */
	if (parts.weight > -3 && billionths > 0)
	{
		for (int weight = parts.weight - group; weight >= -2; weight--)
		{
			if (pg_mul_s64_overflow(billionths, 10000, &billionths))
				goto out_of_range;
		}
	}
	if (pg_mul_s64_overflow(billionths, 10, &billionths))
		goto out_of_range;

	/* the ninth place, and the tenth that rounds it */
	if (parts.weight >= -3 && parts.weight + 3 < parts.count)
	{
		uint16		last = word_at(parts.digits, parts.weight + 3);

		if (pg_add_s64_overflow(billionths, last / 1000 + (last / 100 % 10 >= 5), &billionths))
			goto out_of_range;
	}
	return billionths;

out_of_range:
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("%s must be at most %s, not %s", argument, "9223372036.854775807",
					numeric_normalize(number))));
	return 0;					/* for compilers that do not know */
}

Numeric
bv_billionths_to_numeric(int64 billionths)
{
	return bv_int128_billionths_to_numeric(billionths);
}

Numeric
bv_int128_billionths_to_numeric(__int128 billionths)
{
	BvDecimal	decimal;

	bv_decimal_from_int128(&decimal, billionths);
	bv_check_status(bv_decimal_shift(&decimal, &decimal, -9));
	return bv_decimal_to_numeric(&decimal);
}

/* An array may have millions of numbers. */
void
bv_interruption_point(void)
{
	CHECK_FOR_INTERRUPTS();
}

void
bv_check_status(BvStatus status)
{
	if (likely(status == BV_OK))
		return;
	if (status == BV_OUT_OF_RANGE)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("value out of range")));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("argument outside the domain of the value model")));
}
