/*
 * fuzz_histogram.c: histograms under any series of operations
 *
 * Records are counted into one histogram, and by turns into one of two others
 * that are merged at the end: both ways must come to the same bytes.  The input
 * is operations: a byte, then what it takes.
 */
#include "fuzz.h"

#include "histogram.h"

const char *const fuzz_seeds[] = {
	"aA0001aB0002bC0003cA0001", "aAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "dddddddddddddddddddddddddddddddd",
	"eeee0000eeee1111eeee2222", NULL
};

static BvHistogram *
make(uint32_t capacity)
{
	BvHistogram *histogram = malloc(bv_histogram_size(capacity));

	bv_histogram_init(histogram, capacity);
	return histogram;
}

static BvHistogram *
grow(BvHistogram *histogram)
{
	BvHistogram *larger = make(bv_histogram_next_capacity(histogram));

	bv_histogram_copy(larger, histogram);
	free(histogram);
	return larger;
}

static BvHistogram *
add(BvHistogram *histogram, const BvClassSet *classes, int64_t price, int64_t records)
{
	BvAdded		added;

	while ((added = bv_histogram_add(histogram, classes, price, records)) == BV_FULL)
		histogram = grow(histogram);
	FUZZ_CHECK(added == BV_ADDED);
	return histogram;
}

static BvHistogram *
merge(BvHistogram *histogram, const BvHistogram *other)
{
	for (uint32_t i = 0; i < other->count; i++)
	{
		BvAdded		added;

		while ((added = bv_histogram_add_kind(histogram, other, i)) == BV_FULL)
			histogram = grow(histogram);
		FUZZ_CHECK(added == BV_ADDED);
	}
	return histogram;
}

static int64_t
records_of(const BvHistogram *histogram)
{
	int64_t		records = 0;

	for (uint32_t i = 0; i < histogram->count; i++)
	{
		BvClassSet	classes = bv_histogram_classes(histogram, &histogram->kind[i]);

		FUZZ_CHECK(bv_class_set_count(&classes) < BV_CLASS_LIMIT);
		FUZZ_CHECK(bv_kind_total(&histogram->kind[i]) >= 0);
		records += histogram->kind[i].records;
	}
	return records;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FuzzInput	input = {data, data + size};
	BvHistogram *whole = make(0);
	BvHistogram *part[2] = {make(0), make(0)};
	BvHistogram *again;
	int64_t		records = 0;
	int			turn = 0;
	bool		removed = false;

	while (input.next < input.end)
	{
		unsigned	operation = fuzz_byte(&input);
		BvClassSet	classes = {{0}};
		int64_t		price = BV_NO_PRICE;
		int64_t		count = 1 + fuzz_byte(&input) % 7;

		for (int i = 1 + operation % 3; i > 0; i--)
			bv_class_set_add(&classes, 1 + (int) (fuzz_number(&input, 2) % (BV_CLASS_LIMIT - 1)));
		if (operation & 4)
			price = (int64_t) (fuzz_number(&input, 4) << (operation >> 5 & 3) * 8);
		if (operation & 8 && whole->level == 0)
		{
			/* what is not there cannot be taken out, and what is can be put back */
			BvAdded		taken = bv_histogram_remove(whole, &classes, price, count);

			FUZZ_CHECK(taken == BV_ADDED || taken == BV_NOT_THERE);
			if (taken == BV_ADDED)
			{
				removed = true;
				whole = add(whole, &classes, price, count);
			}
			continue;
		}
		whole = add(whole, &classes, price, count);
		part[turn % 2] = add(part[turn % 2], &classes, price, count);
		turn += operation & 16 ? 1 : 0;
		records += count;
		if ((operation & 0xE0) == 0xE0 && !removed)
		{
			int			level = (int) (fuzz_byte(&input) % (BV_COARSEST_LEVEL + 1));

			FUZZ_CHECK(bv_histogram_raise(whole, level) && whole->level >= level);
			FUZZ_CHECK(bv_histogram_raise(part[0], level));
		}
	}
	FUZZ_CHECK(records_of(whole) == records);
	FUZZ_CHECK(records_of(part[0]) + records_of(part[1]) == records);

	again = make(0);
	again = merge(again, part[1]);
	again = merge(again, part[0]);
	bv_histogram_make_canonical(whole);
	bv_histogram_make_canonical(again);
	FUZZ_CHECK(records_of(whole) == records && records_of(again) == records);
	FUZZ_CHECK(whole->count == again->count && whole->level == again->level);
	FUZZ_CHECK(memcmp(whole->kind, again->kind, sizeof(BvKind) * whole->count) == 0);
	FUZZ_CHECK(bv_histogram_is_priced(whole) == bv_histogram_is_priced(again));

	free(again);
	free(part[0]);
	free(part[1]);
	free(whole);
	return 0;
}
