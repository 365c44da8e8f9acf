/*
 * fuzz_decimal.c: decimal numbers from text and back, and the laws of arithmetic
 *
 * The input is two numbers with a space between.
 */
#include "fuzz.h"

#include "decimal.h"

const char *const fuzz_seeds[] = {
	"-12.5 1e-9", "999999999999999999999 0.000000001", "1e400 -1e-400", "123456789012345678901234567890 7",
	"0 -0", "1e10000000 1", "1e90000001 1e-90000001", "00000000012.500 +3.", ".5 5.", NULL
};

static bool
is_canonical(const BvDecimal *a)
{
	if (a->count == 0)
		return a->exponent == 0 && !a->negative;
	for (int i = 0; i < a->count; i++)
	{
		if (a->limb[i] >= BV_DECIMAL_BASE)
			return false;
	}
	return a->limb[0] != 0 && a->limb[a->count - 1] != 0;
}

/* Text and myriads of a number give it back, if they have no more digits than it may have. */
static void
check_round_trip(const BvDecimal *a)
{
	static char text[20000];
	uint16_t	myriads[BV_DECIMAL_MYRIADS];
	int			weight;
	int			count;
	BvDecimal	again;

	FUZZ_CHECK(is_canonical(a));
	if (bv_decimal_to_string(a, text, sizeof(text)) == BV_OK && strlen(text) <= 1700)
	{
		FUZZ_CHECK(bv_decimal_from_string(&again, text) == BV_OK);
		FUZZ_CHECK(bv_decimal_compare(a, &again) == 0 && is_canonical(&again));
	}
	count = bv_decimal_to_myriads(a, myriads, &weight);
	FUZZ_CHECK(count <= BV_DECIMAL_MYRIADS);
	if (4 * count <= 1700)
	{
		FUZZ_CHECK(bv_decimal_from_myriads(&again, a->negative, myriads, count, weight) == BV_OK);
		FUZZ_CHECK(bv_decimal_compare(a, &again) == 0);
	}
}

static void
check_arithmetic(const BvDecimal *a, const BvDecimal *b)
{
	BvDecimal	sum;
	BvDecimal	product;
	BvDecimal	back;

	FUZZ_CHECK(bv_decimal_compare(a, b) == -bv_decimal_compare(b, a));
	if (bv_decimal_add(&sum, a, b) == BV_OK)
	{
		FUZZ_CHECK(is_canonical(&sum));
		if (bv_decimal_subtract(&back, &sum, b) == BV_OK)
			FUZZ_CHECK(bv_decimal_compare(&back, a) == 0);
	}
	if (bv_decimal_multiply(&product, a, b) == BV_OK)
	{
		FUZZ_CHECK(is_canonical(&product));
		FUZZ_CHECK(bv_decimal_is_zero(&product) == (bv_decimal_is_zero(a) || bv_decimal_is_zero(b)));
		if (!bv_decimal_is_zero(b) && bv_decimal_digits(a) < 1000 &&
			bv_decimal_divide(&back, &product, b, bv_decimal_digits(a) + 1) == BV_OK)
			FUZZ_CHECK(bv_decimal_compare(&back, a) == 0);
	}
	if (bv_decimal_is_zero(b))
		FUZZ_CHECK(bv_decimal_divide(&back, a, b, 10) == BV_INVALID);
}

static void
check_rounding(const BvDecimal *a, int digits)
{
	BvDecimal	rounded;
	int64_t		whole;

	if (bv_decimal_round(&rounded, a, digits) == BV_OK)
		FUZZ_CHECK(is_canonical(&rounded) && bv_decimal_digits(&rounded) <= digits);
	if (bv_decimal_round_places(&rounded, a, digits) == BV_OK)
		FUZZ_CHECK(is_canonical(&rounded) && bv_decimal_places(&rounded) <= digits);
	bv_decimal_truncate(&rounded, a);
	FUZZ_CHECK(is_canonical(&rounded) && bv_decimal_is_whole(&rounded));
	if (bv_decimal_to_int64(a, &whole) == BV_OK)
	{
		bv_decimal_from_int64(&rounded, whole);
		FUZZ_CHECK(bv_decimal_compare(&rounded, a) == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, data + size};
	BvDecimal	number[2];
	bool		known[2];

	for (int i = 0; i < 2; i++)
	{
		size_t		length;
		char	   *part = fuzz_part(&input, i == 0 ? ' ' : -1, &length);
		char	   *text = malloc(length + 1);

		memcpy(text, part, length);
		text[length] = '\0';
		known[i] = bv_decimal_from_string(&number[i], text) == BV_OK;
		if (known[i])
		{
			check_round_trip(&number[i]);
			check_rounding(&number[i], 1 + (int) (length % 60));
		}
		free(text);
		free(part);
	}
	if (known[0] && known[1])
		check_arithmetic(&number[0], &number[1]);
	return 0;
}
