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
make(uint32_t capacity, BvNames names)
{
	BvHistogram *histogram = malloc(bv_histogram_size(capacity, names.size));

	bv_histogram_init(histogram, capacity, &names);
	return histogram;
}

/* As many names as there can be, from a different one on for each histogram. */
static BvHistogram *
make_named(int first)
{
	static BvNameTable table;
	char		name[16];

	table.size = table.count = 0;
	for (int i = 0; i < BV_NAMES_MAX; i++)
	{
		snprintf(name, sizeof(name), "name_%u", (unsigned) (first + i) % BV_NAMES_MAX);
		bv_name_table_add(&table, name);
	}
	return make(0, bv_name_table_names(&table));
}

/* The classes by the numbers that name_0, name_1 … have in the histogram. */
static BvClassSet
by_names(const BvHistogram *histogram, const BvClassSet *classes)
{
	BvNames		names = bv_histogram_names(histogram);
	BvClassSet	named = {{0}};

	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(classes, n))
	{
		char		name[16];

		snprintf(name, sizeof(name), "name_%u", (unsigned) (n - BV_USER_CLASS_FIRST) % BV_NAMES_MAX);
		bv_class_set_add(&named, n < BV_USER_CLASS_FIRST ? n : bv_names_find(&names, name));
	}
	return named;
}

static BvHistogram *
grow(BvHistogram *histogram)
{
	BvHistogram *larger = make(bv_histogram_next_capacity(histogram),
							   bv_histogram_names(histogram));

	bv_histogram_copy(larger, histogram);
	free(histogram);
	return larger;
}

static BvHistogram *
add(BvHistogram *histogram, const BvClassSet *classes, int64_t price, int64_t records)
{
	BvClassSet	named = by_names(histogram, classes);
	BvAdded		added;

	while ((added = bv_histogram_add(histogram, &named, price, records)) == BV_FULL)
		histogram = grow(histogram);
	FUZZ_CHECK(added == BV_ADDED);
	return histogram;
}

static BvHistogram *
merge(BvHistogram *histogram, const BvHistogram *other)
{
	static BvNameTable table;
	BvNames		names = bv_histogram_names(histogram);
	BvRenaming	renaming;
	BvHistogram *named;

	bv_name_table_set(&table, &names);
	names = bv_histogram_names(other);
	FUZZ_CHECK(bv_name_table_join(&table, &names, &renaming));
	named = make(histogram->capacity, bv_name_table_names(&table));
	bv_histogram_copy(named, histogram);
	free(histogram);
	histogram = named;
	for (uint32_t i = 0; i < other->count; i++)
	{
		BvAdded		added;

		while ((added = bv_histogram_add_kind(histogram, other, &renaming, i)) == BV_FULL)
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
	BvHistogram *whole = make_named(0);
	BvHistogram *part[2] = {make_named(0), make_named(37)};
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
			BvClassSet	named = by_names(whole, &classes);
			BvAdded		taken = bv_histogram_remove(whole, &named, price, count);

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

	again = make(0, (BvNames) {0});
	again = merge(again, part[1]);
	again = merge(again, part[0]);
	bv_histogram_make_canonical(whole);
	bv_histogram_make_canonical(again);
	FUZZ_CHECK(records_of(whole) == records && records_of(again) == records);
	FUZZ_CHECK(whole->count == again->count && whole->level == again->level);
	FUZZ_CHECK(whole->names_size == again->names_size);
	FUZZ_CHECK(memcmp(whole->kind, again->kind, sizeof(BvKind) * whole->count + whole->names_size) == 0);
	FUZZ_CHECK(bv_histogram_is_priced(whole) == bv_histogram_is_priced(again));

	free(again);
	free(part[0]);
	free(part[1]);
	free(whole);
	return 0;
}
