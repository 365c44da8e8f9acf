/* test_histogram.c: a histogram depends on the multiset of records alone */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "histogram.h"
#include "tap.h"

static uint64_t seed = 42;

static uint64_t
random_bits(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}

static BvHistogram *
make_named(uint32_t capacity, BvNames names)
{
	BvHistogram *histogram = malloc(bv_histogram_size(capacity, names.size));

	bv_histogram_init(histogram, capacity, &names);
	return histogram;
}

static BvHistogram *
make(uint32_t capacity)
{
	return make_named(capacity, (BvNames) {0});
}

static BvHistogram *
grow(BvHistogram *histogram)
{
	BvHistogram *larger = make_named(bv_histogram_next_capacity(histogram),
									 bv_histogram_names(histogram));

	bv_histogram_copy(larger, histogram);
	free(histogram);
	return larger;
}

typedef struct Record
{
	BvClassSet	classes;
	int64_t		price;
} Record;

static BvHistogram *
add(BvHistogram *histogram, const Record *record)
{
	while (bv_histogram_add(histogram, &record->classes, record->price, 1) == BV_FULL)
		histogram = grow(histogram);
	return histogram;
}

static BvHistogram *
merge(BvHistogram *histogram, const BvHistogram *other)
{
	static BvNameTable table;
	BvNames		names = bv_histogram_names(histogram);
	BvRenaming	renaming;

	bv_name_table_set(&table, &names);
	names = bv_histogram_names(other);
	bv_name_table_join(&table, &names, &renaming);
	if (table.size > histogram->names_size)
	{
		BvHistogram *larger = make_named(histogram->capacity, bv_name_table_names(&table));

		bv_histogram_copy(larger, histogram);
		free(histogram);
		histogram = larger;
	}
	for (uint32_t i = 0; i < other->count; i++)
	{
		while (bv_histogram_add_kind(histogram, other, &renaming, i) == BV_FULL)
			histogram = grow(histogram);
	}
	return histogram;
}

static int
is_same(BvHistogram *a, BvHistogram *b)
{
	bv_histogram_make_canonical(a);
	bv_histogram_make_canonical(b);
	return a->count == b->count &&
		a->names_size == b->names_size &&
		memcmp(a, b, bv_histogram_stored_size(a->count, a->names_size)) == 0;
}

/* Records of up to 2 ^ set_bits sets and so many prices. */
static Record *
random_records(int count, int set_bits, int prices)
{
	Record	   *records = calloc(count, sizeof(Record));

	for (int i = 0; i < count; i++)
	{
		uint64_t	bits = random_bits();

		for (int b = 0; b < set_bits; b++)
		{
			if ((bits >> b) & 1)
				bv_class_set_add(&records[i].classes, 1 + b * 19);
		}
		records[i].price = (prices == 0 || bits >> 63) ? BV_NO_PRICE :
			(int64_t) (random_bits() % prices) * 7919 + 13;
	}
	return records;
}

static void
check_order(const char *what, int count, int set_bits, int prices, int level)
{
	Record	   *records = random_records(count, set_bits, prices);
	BvHistogram *forward = make(0);
	BvHistogram *backward = make(0);
	BvHistogram *parts = make(0);
	__int128	total = 0;
	int64_t		n = 0;
	__int128	expected = 0;

	for (int i = 0; i < count; i++)
	{
		forward = add(forward, &records[i]);
		backward = add(backward, &records[count - 1 - i]);
		if (records[i].price != BV_NO_PRICE)
			expected += records[i].price;
	}
	for (int from = 0, to; from < count; from = to)
	{
		BvHistogram *part = make(0);

		to = from + 1 + random_bits() % (count / 5 + 1);
		if (to > count)
			to = count;
		for (int i = from; i < to; i++)
			part = add(part, &records[i]);
		if (random_bits() & 1)
			bv_histogram_make_canonical(part);
		parts = merge(parts, part);
		free(part);
	}
	ok(is_same(forward, backward), "%s: backward is as forward", what);
	ok(is_same(forward, parts), "%s: merged parts are the whole", what);
	ok(forward->level == level, "%s: level %d is %d", what, forward->level, level);
	for (uint32_t i = 0; i < forward->count; i++)
	{
		n += forward->kind[i].records;
		total += bv_kind_total(&forward->kind[i]);
	}
	ok(n == count && total == expected, "%s: no record and no price is lost", what);
	free(records);
	free(forward);
	free(backward);
	free(parts);
}

static void
check_never_undervalued(void)
{
	int			count = 40000;
	Record	   *records = random_records(count, 20, 0);
	BvHistogram *histogram = make(0);
	int			missing = 0;

	for (int i = 0; i < count; i++)
		histogram = add(histogram, &records[i]);
	bv_histogram_make_canonical(histogram);
	for (int i = 0; i < count; i += 997)
	{
		int			covered = 0;

		for (uint32_t j = 0; j < histogram->count && !covered; j++)
		{
			BvClassSet	classes = bv_histogram_classes(histogram, &histogram->kind[j]);

			covered = bv_class_set_contains(&classes, &records[i].classes);
		}
		missing += !covered;
	}
	ok(histogram->level > 1 && missing == 0,
	   "coarse kinds cover the classes of their records");
	free(records);
	free(histogram);
}

static void
check_removal(void)
{
	int			count = 5000;
	Record	   *records = random_records(count, 8, 200);
	BvHistogram *histogram = make(0);
	BvHistogram *rest = make(0);
	Record		stranger = {{{0}}, 1};
	BvAdded		added = BV_ADDED;

	for (int i = 0; i < count; i++)
		histogram = add(histogram, &records[i]);
	for (int i = 0; i < count; i += 2)
		added |= bv_histogram_remove(histogram, &records[i].classes, records[i].price, 1);
	for (int i = 1; i < count; i += 2)
		rest = add(rest, &records[i]);
	ok(added == BV_ADDED && histogram->level == 0 && is_same(histogram, rest),
	   "what was removed was never there");
	ok(bv_histogram_remove(rest, &stranger.classes, stranger.price, 1) == BV_NOT_THERE,
	   "what is not there cannot be removed");
	free(records);
	free(histogram);
	free(rest);
}

/* A window over more and more prices: those that left must not count. */
static void
check_sliding(void)
{
	BvHistogram *histogram = make(0);
	Record		record = {{{0}}, 0};
	BvAdded		added = BV_ADDED;

	for (int64_t price = 0; price < 100000; price++)
	{
		record.price = price;
		histogram = add(histogram, &record);
		if (price >= 255)
			added |= bv_histogram_remove(histogram, &record.classes, price - 255, 1);
	}
	ok(added == BV_ADDED && histogram->level == 0, "a window of 256 prices stays exact");
	record.price = 1000000;
	histogram = add(histogram, &record);
	record.price = 1000001;
	histogram = add(histogram, &record);
	ok(histogram->level == 1, "the 257th price makes it coarse");
	ok(bv_histogram_remove(histogram, &record.classes, record.price, 1) == BV_NOT_THERE,
	   "which nothing can be removed from");
	free(histogram);
}

/* Callers guess where a kind is, from what they saw in other histograms. */
static void
check_guess(void)
{
	BvHistogram *guessed = make(0);
	BvHistogram *plain = make(0);
	Record		records[] = {{{{2}}, BV_NO_PRICE}, {{{4}}, BV_NO_PRICE}, {{{6}}, BV_NO_PRICE}};

	for (int i = 0; i < 30; i++)
	{
		plain = add(plain, &records[i % 3]);
		guessed->latest = i % 2 ? (uint32_t) i : UINT32_MAX - i;
		guessed = add(guessed, &records[i % 3]);
	}
	ok(is_same(guessed, plain), "a wrong guess does no harm");
	free(guessed);
	free(plain);
}

/* Prices that have all been taken out again are those of nothing. */
static void
check_priced(void)
{
	BvHistogram *histogram = make(2);
	BvClassSet	none = {{0}};

	bv_histogram_add(histogram, &none, 7, 1);
	ok(bv_histogram_is_priced(histogram), "a price is one");
	bv_histogram_remove(histogram, &none, 7, 1);
	ok(!bv_histogram_is_priced(histogram), "but not when it was taken out");
	free(histogram);
}

static void
check_overflow(void)
{
	BvHistogram *histogram = make(2);
	BvClassSet	none = {{0}};

	ok(bv_histogram_add(histogram, &none, INT64_MAX, INT64_MAX) == BV_ADDED,
	   "2^63 - 1 records of the highest price");
	ok(bv_histogram_add(histogram, &none, INT64_MAX, 1) == BV_TOO_MANY,
	   "and not one more");
	ok(histogram->kind[0].records == INT64_MAX, "nothing was counted then");
	ok(bv_histogram_add(histogram, &none, BV_NO_PRICE, 0) == BV_ADDED && histogram->count == 1,
	   "no records are no kind");
	free(histogram);
}

/* ---------- names ---------- */

/* Adds a record that holds those of so many named classes that are set in bits. */
static BvHistogram *
add_named(BvHistogram *histogram, const char *const *names, int count, uint64_t bits)
{
	BvNames		there = bv_histogram_names(histogram);
	Record		record = {.price = BV_NO_PRICE};

	if (bits >> 40 & 1)
		bv_class_set_add(&record.classes, 4);
	for (int i = 0; i < count; i++)
	{
		if ((bits >> i) & 1)
			bv_class_set_add(&record.classes, bv_names_find(&there, names[i]));
	}
	return add(histogram, &record);
}

/* Two orders of names and records, and parts with names of their own, to that level. */
static void
check_names(int count, int level)
{
	static const char *const names[] = {
		"loyalty_card", "us_ssn/hmac", "a", "us_ssn/hash", "zebra/token", "b_1"
	};
	static BvNameTable all, reversed;
	const int	n = sizeof(names) / sizeof(names[0]);
	BvHistogram *forward;
	BvHistogram *backward;
	BvHistogram *parts = make(0);
	bool		has_unused = false;
	BvNames		kept;

	all.size = all.count = reversed.size = reversed.count = 0;
	for (int i = 0; i < n; i++)
	{
		bv_name_table_add(&all, names[i]);
		bv_name_table_add(&reversed, names[n - 1 - i]);
	}
	bv_name_table_add(&reversed, "nobody_has_it");
	forward = make_named(0, bv_name_table_names(&all));
	backward = make_named(0, bv_name_table_names(&reversed));
	bv_histogram_raise(forward, level);
	for (int i = 0; i < count; i++)
	{
		uint64_t	bits = random_bits();
		BvHistogram *part = make_named(0, bv_name_table_names(i % 2 ? &all : &reversed));

		forward = add_named(forward, names, n, bits);
		part = add_named(part, names, n, bits);
		if (i % 3 == 0)
			bv_histogram_make_canonical(part);
		parts = merge(parts, part);
		backward = merge(backward, part);
		free(part);
	}
	bv_histogram_raise(backward, level);
	bv_histogram_raise(parts, level);
	ok(is_same(forward, backward) && is_same(forward, parts),
	   "names mean the same whatever their numbers, level %d", level);
	kept = bv_histogram_names(forward);
	for (const char *p = kept.text; p < kept.text + kept.size; p += strlen(p) + 1)
		has_unused |= strcmp(p, "nobody_has_it") == 0;
	ok(kept.size > 0 && !has_unused && strcmp(kept.text, "a") == 0,
	   "names are sorted, and none is kept that nothing has, level %d", level);
	free(forward);
	free(backward);
	free(parts);
}

static void
check_words(void)
{
	char		longest[2 * BV_WORD_SIZE];
	BvNameTable *table = calloc(1, sizeof(BvNameTable));
	BvNames		names;
	int			added = 0;

	memset(longest, 'a', sizeof(longest));
	longest[BV_WORD_SIZE - 1] = '/';
	ok(bv_is_class_name("us_ssn", 6) && bv_is_class_name("us_ssn/hmac", 11) &&
	   bv_is_class_name(longest, sizeof(longest) - 1), "one word, or two");
	ok(!bv_is_class_name("", 0) && !bv_is_class_name("/a", 2) && !bv_is_class_name("a/", 2) &&
	   !bv_is_class_name("a/b/c", 5) && !bv_is_class_name("A", 1) && !bv_is_class_name("1a", 2) &&
	   !bv_is_class_name("a\0b", 3) && !bv_is_class_name("a b", 3) &&
	   !bv_is_class_name(longest, sizeof(longest)), "nothing else");
	for (int i = 0; i < BV_NAMES_MAX + 2; i++)
	{
		char		name[32];

		snprintf(name, sizeof(name), "name_%d", i);
		added += bv_name_table_add(table, name) != 0;
	}
	names = bv_name_table_names(table);
	ok(added == BV_NAMES_MAX && bv_name_table_add(table, "name_7") == BV_USER_CLASS_FIRST + 7 &&
	   strcmp(bv_names_get(&names, BV_CLASS_LIMIT - 1), "name_127") == 0 &&
	   bv_names_get(&names, BV_CLASS_LIMIT) == NULL && bv_names_get(&names, 4) == NULL,
	   "as many names as there are numbers");
	free(table);
}

int
main(void)
{
	check_order("few kinds", 2000, 3, 0, 0);
	check_order("few prices", 2000, 0, 256, 0);
	check_order("sets and prices", 20000, 5, 100, 0);
	check_order("many prices", 30000, 0, 20000, 1);
	check_order("sets and many prices", 30000, 2, 5000, 1);
	check_order("too many sets", 60000, 16, 0, 6);
	check_order("far too many sets", 60000, 20, 0, 6);
	check_order("too many of both", 60000, 14, 2000, 7);
	check_never_undervalued();
	check_removal();
	check_sliding();
	check_guess();
	check_priced();
	check_overflow();
	check_names(3000, 0);
	check_names(3000, 1);
	check_names(3000, 2);
	check_names(3000, 9);
	check_names(3000, BV_COARSEST_LEVEL);
	check_words();
	return done_testing();
}
