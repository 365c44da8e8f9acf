/*
 * fuzz_worth.c: packings and values of any prices, counts and exponents
 *
 * The input is up to eight bundles, a class set and their prices; then price,
 * records and exponent.
 */
#include "fuzz.h"

#include "packing.h"
#include "value.h"

const char *const fuzz_seeds[] = {
	"abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "\1\2\3\4\5\6\7", "zzzzzzzzzzzzzzzz", NULL
};

static void
check_packing(FuzzInput *input)
{
	static BvPrices prices;
	BvBundle	bundles[8];
	BvClassSet	classes = {{0}};
	BvClassSet	all = {{0}};
	int64_t		apart = 0;
	int64_t		best;
	int64_t		more;

	memset(&prices, 0, sizeof(prices));
	for (int i = 0; i < 8; i++)
	{
		int			number = 1 + (int) (fuzz_number(input, 2) % (BV_CLASS_LIMIT - 1));

		prices.single[number] = (int64_t) (fuzz_number(input, 8) % (uint64_t) (BV_PRICE_LIMIT + 1));
		bv_class_set_add(&all, number);
		if (fuzz_byte(input) & 1)
			bv_class_set_add(&classes, number);
	}
	prices.bundles = bundles;
	prices.bundle_count = (int) (fuzz_byte(input) % 9);
	for (int i = 0; i < prices.bundle_count; i++)
	{
		unsigned	members = fuzz_byte(input);
		int			place = 0;

		memset(&bundles[i], 0, sizeof(bundles[i]));
		for (int n = bv_class_set_next(&all, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(&all, n), place++)
		{
			if (members >> place & 1)
				bv_class_set_add(&bundles[i].classes, n);
		}
		if (bv_class_set_count(&bundles[i].classes) < 2)
			bundles[i].classes = all;
		bundles[i].price = (int64_t) (fuzz_number(input, 8) % (uint64_t) (BV_PRICE_LIMIT + 1));
	}
	for (int n = bv_class_set_next(&classes, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(&classes, n))
		apart += prices.single[n];
	if (!bv_best_packing(&prices, &classes, &best))
		return;
	FUZZ_CHECK(best >= apart);
	/* who holds more is worth no less */
	if (bv_best_packing(&prices, &all, &more))
		FUZZ_CHECK(more >= best);
}

static void
check_value(FuzzInput *input)
{
	BvDecimal	price;
	BvDecimal	exponent;
	BvDecimal	value;
	BvDecimal	next;
	BvDecimal	mass;
	int64_t		records = (int64_t) (fuzz_number(input, 8) % (uint64_t) BV_RECORDS_MAX);
	int64_t		within;

	bv_decimal_from_int64(&price, (int64_t) (fuzz_number(input, 6) + 1));
	bv_decimal_shift(&price, &price, -(int) (fuzz_byte(input) % 20));
	bv_decimal_from_int64(&exponent, (int64_t) (100 + fuzz_number(input, 2) % 1501));
	bv_decimal_shift(&exponent, &exponent, -2);
	FUZZ_CHECK(bv_exponent_is_valid(&exponent));

	FUZZ_CHECK(bv_value(&price, records, &exponent, 1, &value) == BV_OK);
	FUZZ_CHECK(bv_value(&price, records + 1, &exponent, 1, &next) == BV_OK);
	FUZZ_CHECK(bv_decimal_compare(&next, &value) >= 0);
	FUZZ_CHECK(bv_max_records(&value, &price, &exponent, 1, &within) == BV_OK);
	/* a value was rounded to 40 digits: what it buys may be one record off */
	FUZZ_CHECK(within >= records - 1 && within <= records + 1);
	FUZZ_CHECK(bv_mass(&value, &exponent, 18, &mass) == BV_OK);
	FUZZ_CHECK(bv_value_of_mass(&mass, &exponent, &value) == BV_OK);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, data + size};

	check_packing(&input);
	/* a value takes a hundred times as long as a packing */
	if (size % 16 == 0)
		check_value(&input);
	return 0;
}
