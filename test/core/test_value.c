/* test_value.c: the value model against worked examples, exact comparison, and its own laws */
#include <stdlib.h>
#include <string.h>

#include "decimal_case.h"
#include "power.h"
#include "tap.h"
#include "value.h"

#define LENGTH(array) ((int) (sizeof(array) / sizeof((array)[0])))

/* Spread over the orders of magnitude. */
static int64_t
random_count(void)
{
	return 1 + (int64_t) random_number(UINT64_C(1) << random_number(50));
}

static BvDecimal
decimal(const char *text)
{
	BvDecimal	result;

	(void) bv_decimal_from_string(&result, text);
	return result;
}

static void
check(BvStatus status, const BvDecimal *result, const char *expected, const char *name)
{
	char		text[2000] = "no number";

	if (status == BV_OK)
		(void) bv_decimal_to_string(result, text, sizeof(text));
	if (!ok(strcmp(text, expected) == 0, "%s", name))
		printf("# got %s (status %d), expected %s\n", text, status, expected);
}

static BvPricedRecords
kind(int64_t records, int64_t price)
{
	BvPricedRecords result = {records, (__int128) records * price};

	return result;
}

/* Worked examples: the expected digits were computed elsewhere, to 90 digits. */
static void
test_mixed_sets(void)
{
	static const struct
	{
		const char *exponent;
		int64_t		reference_records;
		int64_t		weights[4][2];	/* price in billionths, records */
		const char *expected;
		const char *name;
	}			cases[] = {
		{"1.5", 1, {{10000000, 100000000}}, "10000000000", "one price: the formula"},
		{"1.5", 1, {{1000000000, 4}}, "8", "four records worth 1"},
		{"3", 1, {{8000000000, 1}, {27000000000, 1}}, "125", "(2 + 3)^3"},
		{"2", 1, {{4000000000, 1}, {9000000000, 1}, {0, 1000000}}, "25", "records worth nothing change nothing"},
		{"1.5", 1, {{8000000000, 1000000}, {1000000000, 1000000}},
		"11180339887.4989484820458683436563811772", "(4 * 10^6 + 10^6)^1.5"},
		{"1.5", 1000000, {{500000000, 20000000}, {2500000000, 7000000}, {11250000000, 300000}},
		"140292568.1333055857283655364191097351172", "three prices and a reference size"},
		{"1.5", 1, {{0, 5}}, "0", "all worthless"},
		{"1.5", 1, {{100000000000, 100}, {100000, 1000000}},
		"282842.7124746190097603377448419396157139", "rich and poor of equal mass"},
		{"1", 7, {{1, 1}, {INT64_C(9000000000000000000), 1000}}, "9000000000000.000000001", "m = 1: the exact sum"},
		{"3", 1, {{8000000000, INT64_C(123456789012345678)}, {27000000000, INT64_C(100000000000000000)}},
		"163589760557155739471389904080445407173474356468846016", "whole roots are exact"},
		{"3", 1, {{1000000000, INT64_C(100000000000000000)}, {1000000000, INT64_C(23456789012345678)}},
		"1881676372353657731338003115679818096684294558605752", "one price in two kinds is exact"},
	};
	BvDecimal	result;

	for (int i = 0; i < LENGTH(cases); i++)
	{
		BvPricedRecords kinds[4];
		BvDecimal	exponent = decimal(cases[i].exponent);
		int			count = 0;

		while (count < 4 && cases[i].weights[count][1] > 0)
		{
			kinds[count] = kind(cases[i].weights[count][1], cases[i].weights[count][0]);
			count++;
		}
		check(bv_value_of_kinds(kinds, count, &exponent, cases[i].reference_records, &result),
			  &result, cases[i].expected, cases[i].name);
	}
}

static void
test_effective_records(void)
{
	BvPricedRecords equal_prices[] = {kind(1000, 350000000)};
	BvPricedRecords two[] = {kind(1, 4000000000), kind(1, INT64_C(9000000000))};
	BvPricedRecords uneven[] = {kind(100, INT64_C(100000000000)), kind(1000000, 100000)};
	BvPricedRecords same[] = {kind(10, 7), kind(20, 7), kind(30, 0)};
	BvDecimal	m = decimal("1.5");
	BvDecimal	result;

	check(bv_effective_records_of_kinds(equal_prices, 1, &m, &result), &result, "1000", "equal prices: every record counts");
	check(bv_effective_records_of_kinds(same, 3, &m, &result), &result, "30", "worthless ones do not");
	check(bv_effective_records_of_kinds(uneven, 2, &m, &result), &result,
		  "784.2368395255367120870502891873345750417", "1 000 100 records act like 784");
	m = decimal("2");
	check(bv_effective_records_of_kinds(two, 2, &m, &result), &result,
		  "1.923076923076923076923076923076923076923", "25 / 13");
	m = decimal("1");
	check(bv_effective_records_of_kinds(two, 2, &m, &result), &result,
		  "1.853807754963530113883083289342400408907", "m = 1: exp of the entropy");
	m = decimal("1.00000000000000000000000000000000000000000000000000000000000001");
	check(bv_effective_records_of_kinds(two, 2, &m, &result), &result,
		  "1.853807754963530113883083289342400408907", "m next to 1: the same 40 digits");
	m = decimal("1.0000000000000000000000000000000000000000000001");
	ok(bv_effective_records_of_kinds(two, 2, &m, &result) == BV_OK, "m near 1");
	check(BV_OK, &result, "1.853807754963530113883083289342400408907", "the quotient keeps 40 digits there");
	check(bv_effective_records_of_kinds(NULL, 0, &m, &result), &result, "0", "no kinds");
}

/* Laws that hold whatever the records are. */
static void
test_laws(void)
{
	static const char *const exponents[] = {"0.42357", "0.5", "1", "1.1", "1.37", "1.5", "2", "2.25", "3", "7.77", "16"};
	enum {ROUNDS = 200, KINDS = 12};
	int			order = 0;
	int			spread = 0;
	int			masses = 0;
	int			power = 0;
	int			identity = 0;
	int			above = 0;
	int			linear = 0;

	for (int i = 0; i < ROUNDS; i++)
	{
		BvPricedRecords kinds[2 * KINDS];
		BvPricedRecords other[2 * KINDS + 1];
		BvDecimal	exponent = decimal(exponents[random_number(LENGTH(exponents))]);
		BvDecimal	one = decimal("1");
		BvDecimal	value;
		BvDecimal	value_a;
		BvDecimal	value_b;
		BvDecimal	mass;
		BvDecimal	mass_a;
		BvDecimal	mass_b;
		BvDecimal	x;
		BvDecimal	y;
		int64_t		n0 = random_number(2) ? 1 : random_count();
		int			prices = 1 + random_number(KINDS);
		bool		superlinear = bv_decimal_compare(&exponent, &one) >= 0;

		for (int k = 0; k < KINDS; k++)
			kinds[k] = kind(random_count(), 1 + random_number(UINT64_C(1) << (2 + (k % prices))));
		/* buckets have totals that no whole price gives */
		kinds[3].total += 1;
		(void) bv_value_of_kinds(kinds, KINDS, &exponent, n0, &value);
		(void) bv_mass_of_kinds(kinds, KINDS, &exponent, n0, &mass);

		/* the same kinds in another order, and one without worth */
		for (int k = 0; k < KINDS; k++)
			other[KINDS - k] = kinds[k];
		other[0] = kind(1000, 0);
		order += bv_value_of_kinds(other, KINDS + 1, &exponent, n0, &x) == BV_OK && equal(&x, &value) &&
			bv_mass_of_kinds(other, KINDS + 1, &exponent, n0, &x) == BV_OK && equal(&x, &mass);

		/* each kind in two parts of one price */
		for (int k = 0; k < KINDS; k++)
		{
			int64_t		part = kinds[k].total % kinds[k].records == 0 ? random_number(kinds[k].records) : 0;

			other[2 * k] = kind(part, kinds[k].total / kinds[k].records);
			other[2 * k + 1].records = kinds[k].records - part;
			other[2 * k + 1].total = kinds[k].total - other[2 * k].total;
		}
		spread += bv_value_of_kinds(other, 2 * KINDS, &exponent, n0, &x) == BV_OK && equal(&x, &value);

		/* two halves: masses add, and the whole is worth at least the sum */
		(void) bv_mass_of_kinds(kinds, 5, &exponent, n0, &mass_a);
		(void) bv_mass_of_kinds(kinds + 5, KINDS - 5, &exponent, n0, &mass_b);
		(void) bv_value_of_kinds(kinds, 5, &exponent, n0, &value_a);
		(void) bv_value_of_kinds(kinds + 5, KINDS - 5, &exponent, n0, &value_b);
		(void) bv_decimal_add(&x, &mass_a, &mass_b);
		masses += near(&x, &mass, 38);
		power += bv_value_of_mass(&mass, &exponent, &x) == BV_OK && near(&x, &value, 37);
		(void) bv_decimal_add(&x, &value_a, &value_b);
		above += near(&x, &value, 38) || (bv_decimal_compare(&value, &x) > 0) == superlinear;

		/* V = W (D/n0)^(m-1), and W <= V for n0 = 1 */
		(void) bv_value_of_kinds(kinds, KINDS, &one, 1, &x);
		(void) bv_value_of_kinds(kinds, KINDS, &exponent, 1, &y);
		linear += near(&x, &y, 38) || (bv_decimal_compare(&y, &x) > 0) == superlinear;
		(void) bv_effective_records_of_kinds(kinds, KINDS, &exponent, &y);
		bv_decimal_from_int64(&value_a, n0);
		(void) bv_decimal_divide(&y, &y, &value_a, 100);
		(void) bv_decimal_subtract(&value_a, &exponent, &one);
		(void) bv_decimal_power(&y, &y, &value_a);
		(void) bv_decimal_multiply(&x, &x, &y);
		identity += near(&x, &value, 37);
	}
	ok(order == ROUNDS, "neither the order of kinds nor worthless ones matter, to the last digit");
	ok(spread == ROUNDS, "nor how one price is spread over kinds");
	ok(masses == ROUNDS, "masses add");
	ok(power == ROUNDS, "V is Q^m");
	ok(above == ROUNDS, "the whole is worth more than its parts for m > 1, less for m < 1");
	ok(linear == ROUNDS, "and more than linear for m > 1, less for m < 1");
	ok(identity == ROUNDS, "V is W (D/n0)^(m-1)");
}

/* Many kinds: 16384 different prices, whose value is that of their merged parts. */
static void
test_many_kinds(void)
{
	enum {KINDS = 16384};
	BvPricedRecords *kinds = malloc(KINDS * sizeof(BvPricedRecords));
	BvDecimal	parts[2];
	BvDecimal	value;
	BvDecimal	merged;
	BvDecimal	exponent = decimal("1.37");

	for (int i = 0; i < KINDS; i++)
		kinds[i] = kind(1 + i % 1000, 1000000 + 12345 * i);
	ok(bv_value_of_kinds(kinds, KINDS, &exponent, 1, &value) == BV_OK, "16384 prices");
	(void) bv_value_of_kinds(kinds, KINDS / 3, &exponent, 1, &parts[0]);
	(void) bv_value_of_kinds(kinds + KINDS / 3, KINDS - KINDS / 3, &exponent, 1, &parts[1]);
	(void) bv_merged_value(parts, 2, &exponent, &merged);
	ok(near(&merged, &value, 38), "are worth what their merged parts are");

	/* more prices than are remembered, in turn and one after another */
	for (int i = 0; i < 100 * 100; i++)
		kinds[i] = kind(1 + i / 100, 1000000 * (1 + i % 100));
	(void) bv_value_of_kinds(kinds, 100 * 100, &exponent, 1, &value);
	for (int i = 0; i < 100 * 100; i++)
		kinds[i] = kind(1 + i % 100, 1000000 * (1 + i / 100));
	(void) bv_value_of_kinds(kinds, 100 * 100, &exponent, 1, &merged);
	ok(equal(&merged, &value), "100 prices of 100 kinds each, in any order");
	free(kinds);
}

/* The sign of price^q n^p - budget^q n0^(p-q): of V - B for m = p/q, in whole powers alone. */
static int
exact_order(const BvDecimal *price, int64_t n, const BvDecimal *budget, int64_t n0, int p, int q)
{
	BvDecimal	left;
	BvDecimal	right;
	BvDecimal	x;

	(void) bv_decimal_power_whole(&left, price, q);
	bv_decimal_from_int64(&x, n);
	(void) bv_decimal_power_whole(&x, &x, p);
	(void) bv_decimal_multiply(&left, &left, &x);
	(void) bv_decimal_power_whole(&right, budget, q);
	bv_decimal_from_int64(&x, n0);
	(void) bv_decimal_power_whole(&x, &x, p > q ? p - q : q - p);
	if (p > q)
		(void) bv_decimal_multiply(&right, &right, &x);
	else
		(void) bv_decimal_multiply(&left, &left, &x);
	return bv_decimal_compare(&left, &right);
}

static void
test_boundaries(void)
{
	static const struct
	{
		const char *m;
		int			p;
		int			q;
	}			exponents[] = {
		{"0.5", 1, 2}, {"0.8", 4, 5}, {"1", 1, 1}, {"1.1", 11, 10}, {"1.2", 6, 5}, {"1.25", 5, 4},
		{"1.5", 3, 2}, {"1.6", 8, 5}, {"1.9", 19, 10}, {"2", 2, 1}, {"2.5", 5, 2}, {"3", 3, 1}, {"16", 16, 1},
	};
	enum {ROUNDS = 1500};
	BvDecimal	least = decimal("0.000000001");
	int			last = 0;
	int			on_boundary = 0;
	int			below = 0;
	int			boundaries = 0;
	int			stores_right = 0;
	int			stores_tried = 0;

	for (int i = 0; i < ROUNDS; i++)
	{
		int			e = random_number(LENGTH(exponents));
		int			p = exponents[e].p;
		int			q = exponents[e].q;
		BvDecimal	m = decimal(exponents[e].m);
		BvDecimal	price;
		BvDecimal	budget;
		BvDecimal	value;
		int64_t		n0 = random_number(3) ? 1 : random_count();
		int64_t		n = random_count();
		int64_t		root = 1 + random_number(60);
		int64_t		found = -1;

		bv_decimal_from_int64(&price, 1 + random_number(1000000));
		(void) bv_decimal_shift(&price, &price, -(int) random_number(6));
		bv_decimal_from_int64(&budget, random_number(UINT64_C(1) << (1 + random_number(60))));
		(void) bv_decimal_shift(&budget, &budget, -(int) random_number(4));

		/* a random budget */
		last += bv_max_records(&budget, &price, &m, n0, &found) == BV_OK &&
			(found == 0 || exact_order(&price, found, &budget, n0, p, q) <= 0) &&
			(found == BV_RECORDS_MAX || exact_order(&price, found + 1, &budget, n0, p, q) > 0);

		/* a budget that is a value, exactly, and the least bit less */
		for (int k = 1; k < q && n < 1000000; k++)
			n = k == 1 ? root * root : n * root;
		if (bv_value(&price, n, &m, 1, &budget) == BV_OK &&
			exact_order(&price, n, &budget, 1, p, q) == 0)
		{
			boundaries++;
			on_boundary += bv_max_records(&budget, &price, &m, 1, &found) == BV_OK && found == n;
			(void) bv_decimal_subtract(&budget, &budget, &least);
			below += !budget.negative && bv_max_records(&budget, &price, &m, 1, &found) == BV_OK && found == n - 1;
		}

		/* V^q <= B^q k^(p-q) for the stores k that are said to be enough, not for one less */
		if (p > q)
		{
			int64_t		ratio = 1 + random_number(p >= 2 * q ? 1000000000 : 300);
			BvDecimal	left;
			BvDecimal	right;
			BvDecimal	k;

			bv_decimal_copy(&budget, &price);
			(void) bv_decimal_multiply_small(&value, &price, ratio);
			if (bv_min_stores(&value, &budget, &m, &found) == BV_OUT_OF_RANGE)
				continue;
			stores_tried++;
			(void) bv_decimal_power_whole(&left, &value, q);
			(void) bv_decimal_power_whole(&right, &budget, q);
			bv_decimal_from_int64(&k, found);
			(void) bv_decimal_power_whole(&k, &k, p - q);
			(void) bv_decimal_multiply(&k, &k, &right);
			if (bv_decimal_compare(&left, &k) > 0)
				continue;
			bv_decimal_from_int64(&k, found - 1);
			(void) bv_decimal_power_whole(&k, &k, p - q);
			(void) bv_decimal_multiply(&k, &k, &right);
			stores_right += found == 1 || bv_decimal_compare(&left, &k) > 0;
		}
	}
	ok(last == ROUNDS, "max_records is the last within the budget, by whole powers");
	ok(boundaries > ROUNDS / 10 && on_boundary == boundaries, "a budget that is a value allows its records");
	ok(below == boundaries, "a billionth less, one record less");
	ok(stores_tried > ROUNDS / 4 && stores_right == stores_tried, "min_stores is the first within the budget, by whole powers");
}

static void
test_marginal(void)
{
	BvDecimal	price = decimal("0.01");
	BvDecimal	m = decimal("1.5");
	BvDecimal	result;

	check(bv_marginal_value(&price, INT64_C(1000000000000), &m, 1, &result), &result,
		  "15000.00000000374999999999937500000000023", "the record after 10^12");
	check(bv_marginal_value(&price, 999999, &m, 1, &result), &result,
		  "14.99999624999937499976562488281243164058", "the millionth record");
	check(bv_marginal_value(&price, 0, &m, 1, &result), &result, "0.01", "the first record");
	m = decimal("2");
	check(bv_marginal_value(&price, INT64_C(1000000000000000000), &m, 1, &result), &result,
		  "20000000000000000.01", "the record after 10^18, exactly");
	m = decimal("1.1");
	check(bv_marginal_value(&price, INT64_MAX, &m, 7, &result), &result, "0.7134636541680845294395368165112174514672", "the record after 2^63 - 1");
	m = decimal("1e-100");
	check(bv_marginal_value(&price, 1000000, &m, 1, &result), &result, "0.0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000009999995000003333330833335333331666668095", "an exponent of 10^-100");
}

static void
test_refusals(void)
{
	BvDecimal	one = decimal("1");
	BvDecimal	two = decimal("2");
	BvDecimal	none = decimal("0");
	BvDecimal	negative = decimal("-1");
	BvDecimal	seventeen = decimal("17");
	BvPricedRecords odd[] = {{0, 5}};
	BvPricedRecords below[] = {{-1, 5}};
	BvPricedRecords many[] = {{BV_RECORDS_MAX, 1}, {1, 1}};
	BvDecimal	result;
	int64_t		count;

	ok(bv_value(&negative, 1, &two, 1, &result) == BV_INVALID, "a negative price");
	ok(bv_value(&one, -1, &two, 1, &result) == BV_INVALID, "negative records");
	ok(bv_value(&one, 1, &none, 1, &result) == BV_INVALID, "an exponent of 0");
	ok(bv_value(&one, 1, &negative, 1, &result) == BV_INVALID, "a negative exponent");
	ok(bv_value(&one, 1, &seventeen, 1, &result) == BV_INVALID, "an exponent above 16");
	ok(bv_value(&one, 1, &two, 0, &result) == BV_INVALID, "no reference records");
	ok(bv_max_records(&one, &none, &two, 1, &count) == BV_INVALID, "no price to count by");
	ok(bv_min_stores(&two, &one, &one, &count) == BV_INVALID, "m = 1: splitting does not help");
	ok(bv_min_stores(&two, &none, &two, &count) == BV_INVALID, "stores within no budget");
	ok(bv_reduced_value(&one, &two, &two, &result) == BV_INVALID, "a part above the whole");
	ok(bv_effective_stores(&none, 1, &two, &result) == BV_INVALID, "no share above 0");
	ok(bv_linked_value(&one, 1, &two, &two, &result) == BV_INVALID, "a linkage above 1");
	ok(bv_value_of_kinds(odd, 1, &two, 1, &result) == BV_INVALID, "worth without records");
	ok(bv_value_of_kinds(below, 1, &two, 1, &result) == BV_INVALID, "a kind of negative records");
	ok(bv_value_of_kinds(many, 2, &two, 1, &result) == BV_OUT_OF_RANGE, "more than 10^18 records");
	ok(bv_value_of_kinds(NULL, 0, &two, 1, &result) == BV_OK && bv_decimal_is_zero(&result), "no kinds are worth nothing");
}

int
main(void)
{
	test_mixed_sets();
	test_effective_records();
	test_laws();
	test_many_kinds();
	test_boundaries();
	test_marginal();
	test_refusals();
	return done_testing();
}
