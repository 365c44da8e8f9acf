/* test_decimal.c: identities, edges and known digits of decimals and their powers */
#include <string.h>

#include "decimal_case.h"
#include "power.h"
#include "tap.h"

#define ROUNDS	2000

/* Up to 80 digits around the point, with the patterns that break carries. */
static void
random_decimal(BvDecimal *result)
{
	char		text[120];
	int			length = 1 + random_number(80);
	int			pattern = random_number(5);
	char	   *at = text;

	if (random_number(2))
		*at++ = '-';
	for (int i = 0; i < length; i++)
	{
		if (pattern == 0)
			*at++ = '9';
		else if (pattern == 1)
			*at++ = i == 0 || i == length - 1 ? '1' : '0';
		else
			*at++ = '0' + random_number(10);
	}
	sprintf(at, "e%d", (int) random_number(120) - 90);
	(void) bv_decimal_from_string(result, text);
}

static void
test_identities(void)
{
	int			sums = 0;
	int			products = 0;
	int			laws = 0;
	int			texts = 0;
	int			myriads = 0;
	int			shifts = 0;
	int			roundings = 0;

	for (int i = 0; i < ROUNDS; i++)
	{
		BvDecimal	a;
		BvDecimal	b;
		BvDecimal	c;
		BvDecimal	x;
		BvDecimal	y;
		char		text[400];
		uint16_t	digits[BV_DECIMAL_MYRIADS];
		int			count;
		int			weight;
		int			places = (int) random_number(60) - 30;

		random_decimal(&a);
		random_decimal(&b);
		random_decimal(&c);

		sums += bv_decimal_add(&x, &a, &b) == BV_OK &&
			bv_decimal_subtract(&x, &x, &b) == BV_OK && equal(&x, &a) &&
			bv_decimal_subtract(&x, &x, &x) == BV_OK && bv_decimal_is_zero(&x) && !x.negative;

		products += bv_decimal_multiply(&x, &a, &b) == BV_OK &&
			(bv_decimal_is_zero(&b) ||
			 (bv_decimal_divide(&x, &x, &b, 90) == BV_OK && equal(&x, &a)));

		laws += bv_decimal_add(&x, &b, &c) == BV_OK &&
			bv_decimal_multiply(&x, &a, &x) == BV_OK &&
			bv_decimal_multiply(&b, &a, &b) == BV_OK &&
			bv_decimal_multiply(&c, &c, &a) == BV_OK &&
			bv_decimal_add(&y, &b, &c) == BV_OK && equal(&x, &y) &&
			bv_decimal_compare(&b, &c) == -bv_decimal_compare(&c, &b);

		texts += bv_decimal_to_string(&a, text, sizeof(text)) == BV_OK &&
			bv_decimal_from_string(&x, text) == BV_OK && equal(&x, &a);

		count = bv_decimal_to_myriads(&a, digits, &weight);
		myriads += bv_decimal_from_myriads(&x, a.negative, digits, count, weight) == BV_OK &&
			equal(&x, &a) && (count == 0 || (digits[0] != 0 && digits[count - 1] != 0));

		shifts += bv_decimal_shift(&x, &a, places) == BV_OK &&
			bv_decimal_shift(&x, &x, -places) == BV_OK && equal(&x, &a);

		/* rounded, it differs by at most half a unit */
		(void) bv_decimal_round_places(&x, &a, places);
		(void) bv_decimal_subtract(&y, &x, &a);
		(void) bv_decimal_shift(&y, &y, places);
		y.negative = false;
		(void) bv_decimal_from_string(&b, "0.5");
		roundings += bv_decimal_compare(&y, &b) <= 0 && bv_decimal_places(&x) <= (places > 0 ? places : 0);
	}
	ok(sums == ROUNDS, "(a + b) - b is a, a - a is 0");
	ok(products == ROUNDS, "a * b / b is a");
	ok(laws == ROUNDS, "a * (b + c) is a * b + c * a, and order is antisymmetric");
	ok(texts == ROUNDS, "text and back");
	ok(myriads == ROUNDS, "base 10^4 and back");
	ok(shifts == ROUNDS, "shifted and back");
	ok(roundings == ROUNDS, "rounding moves by at most half a unit");
}

static void
text_is(const BvDecimal *a, const char *expected, const char *name)
{
	char		text[2000];

	if (bv_decimal_to_string(a, text, sizeof(text)) != BV_OK)
		strcpy(text, "too long");
	if (!ok(strcmp(text, expected) == 0, "%s", name))
		printf("# got %s, expected %s\n", text, expected);
}

static void
test_rounding(void)
{
	static const struct
	{
		const char *number;
		int			places;
		const char *expected;
	}			cases[] = {
		{"0.5", 0, "1"}, {"-0.5", 0, "-1"}, {"0.4999999999999999999999", 0, "0"},
		{"1.5", 0, "2"}, {"2.5", 0, "3"}, {"9.995", 2, "10"}, {"999999999.5", 0, "1000000000"},
		{"999999999999999999.9", 0, "1000000000000000000"}, {"12345", -2, "12300"},
		{"12350", -2, "12400"}, {"4", -1, "0"}, {"5", -1, "10"}, {"50", -3, "0"}, {"500", -3, "1000"},
		{"0.0000000005", 9, "0.000000001"}, {"0.00000000049", 9, "0"},
		{"0.000000001", 9, "0.000000001"}, {"1e-50", 40, "0"}, {"0", 3, "0"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		BvDecimal	a;
		char		name[100];

		(void) bv_decimal_from_string(&a, cases[i].number);
		(void) bv_decimal_round_places(&a, &a, cases[i].places);
		snprintf(name, sizeof(name), "%s to %d places", cases[i].number, cases[i].places);
		text_is(&a, cases[i].expected, name);
	}
}

static void
test_edges(void)
{
	static const char *const malformed[] = {"", "-", ".", "+.", "1e", "1e+", "e5", "1x", "1..2", " 1", "1 ", "NaN"};
	const __int128 largest = (__int128) (((unsigned __int128) 1 << 127) - 1);
	BvDecimal	a;
	BvDecimal	b;
	char		text[1800];
	int64_t		whole;
	__int128	wide;
	uint64_t	root;

	for (size_t i = 0; i < sizeof(malformed) / sizeof(malformed[0]); i++)
		ok(bv_decimal_from_string(&a, malformed[i]) == BV_INVALID, "\"%s\" is no number", malformed[i]);
	ok(bv_decimal_from_string(&a, "-00.500e1") == BV_OK, "zeros around a number");
	text_is(&a, "-5", "which are not kept");
	(void) bv_decimal_from_string(&a, "-0.000");
	ok(bv_decimal_is_zero(&a) && !a.negative, "there is one zero");

	bv_decimal_from_int64(&a, INT64_MIN);
	text_is(&a, "-9223372036854775808", "the smallest int64");
	ok(bv_decimal_to_int64(&a, &whole) == BV_OK && whole == INT64_MIN, "and back");
	(void) bv_decimal_from_string(&a, "9223372036854775808");
	ok(bv_decimal_to_int64(&a, &whole) == BV_OUT_OF_RANGE, "one above the largest int64");
	(void) bv_decimal_from_string(&a, "0.5");
	ok(bv_decimal_to_int64(&a, &whole) == BV_INEXACT, "a half is not whole");
	bv_decimal_from_int128(&a, -largest - 1);
	text_is(&a, "-170141183460469231731687303715884105728", "the smallest int128");
	ok(bv_decimal_to_int128(&a, &wide) == BV_OK && wide == -largest - 1, "and back");
	a.negative = false;
	ok(bv_decimal_to_int128(&a, &wide) == BV_OUT_OF_RANGE, "one above the largest int128");
	bv_decimal_from_int128(&a, largest);
	ok(bv_decimal_to_int128(&a, &wide) == BV_OK && wide == largest, "the largest int128 and back");

	bv_decimal_from_int64(&a, 2);
	bv_decimal_from_int64(&b, 3);
	(void) bv_decimal_divide(&a, &a, &b, 12);
	text_is(&a, "0.666666666667", "two thirds to 12 digits");
	bv_decimal_zero(&b);
	ok(bv_decimal_divide(&a, &a, &b, 12) == BV_INVALID, "nothing is divided by zero");
	bv_decimal_from_int64(&a, 1);
	ok(bv_decimal_divide_small(&a, &a, UINT64_C(1) << 63) == BV_OK, "1 / 2^63 has an end");
	text_is(&a, "0.000000000000000000108420217248550443400745280086994171142578125", "after 63 digits");
	bv_decimal_from_int64(&a, 1);
	ok(bv_decimal_divide_small(&a, &a, 3) == BV_INEXACT, "1 / 3 has none");

	memset(text, '9', 1719);
	text[1719] = '\0';
	ok(bv_decimal_from_string(&a, text) == BV_OK && bv_decimal_digits(&a) == 1719, "a number of 1719 digits");
	ok(bv_decimal_multiply(&b, &a, &a) == BV_OUT_OF_RANGE, "its square is too long");
	(void) bv_decimal_from_string(&a, "1e1000");
	(void) bv_decimal_from_string(&b, "1e-1000");
	ok(bv_decimal_add(&a, &a, &b) == BV_OUT_OF_RANGE, "so is a sum over 2000 digits");
	bv_decimal_from_int64(&a, 10);
	ok(bv_decimal_power_whole(&a, &a, 4000000000u) == BV_OUT_OF_RANGE, "10^4000000000 is out of range");
	bv_decimal_from_int64(&a, 7);
	(void) bv_decimal_power_whole(&a, &a, 30);
	text_is(&a, "22539340290692258087863249", "7^30");
	(void) bv_decimal_from_string(&a, "-12.75");
	bv_decimal_truncate(&a, &a);
	text_is(&a, "-12", "truncated towards zero");

	ok(bv_whole_root(UINT64_C(18446744065119617025), 2, &root) && root == 4294967295u, "the largest square");
	ok(!bv_whole_root(UINT64_MAX, 2, &root), "2^64 - 1 is none");
	ok(bv_whole_root(UINT64_C(1) << 63, 63, &root) && root == 2, "2^63 is a 63rd power");
	ok(!bv_whole_root(2, 64, &root) && bv_whole_root(1, 64, &root), "of 64th powers there is 1");
	(void) bv_decimal_from_string(&a, "0.000000008");
	ok(bv_decimal_root_exact(&b, &a, 3) == BV_OK, "a cube behind the point");
	text_is(&b, "0.002", "and its root");
	ok(bv_decimal_root_exact(&b, &a, 2) == BV_INEXACT, "which is not a square");
}

static void
test_known_digits(void)
{
	static const struct
	{
		const char *function;
		const char *a;
		const char *b;
		const char *expected;
	}			cases[] = {
		{"ln", "2", "",
			"0.6931471805599453094172321214581765680755001343602552541206800094933936219696947156058633269964186875"},
		{"ln", "3", "",
			"1.098612288668109691395245236922525704647490557822749451734694333637494293218608966873615754813732089"},
		{"ln", "10", "",
			"2.302585092994045684017991454684364207601101488628772976033327900967572609677352480235997205089598298"},
		{"ln", "0.5", "",
			"-0.6931471805599453094172321214581765680755001343602552541206800094933936219696947156058633269964186875"},
		{"ln", "1e-100", "",
			"-230.2585092994045684017991454684364207601101488628772976033327900967572609677352480235997205089598298"},
		{"ln", "1.000000000000000000001", "",
			"0.0000000000000000000009999999999999999999995000000000000000000003333333333333333333330833333333333333333335"},
		{"exp", "1", "",
			"2.718281828459045235360287471352662497757247093699959574966967627724076630353547594571382178525166427"},
		{"exp", "-1", "",
			"0.3678794411714423215955237701614608674458111310317678345078368016974614957448998033571472743459196437"},
		{"exp", "0.5", "",
			"1.648721270700128146848650787814163571653776100710148011575079311640661021194215608632776520056366643"},
		{"exp", "100", "",
			"26881171418161354484126255515800135873611118.77374192241519160861528028703490956491415887109721984571"},
		{"power", "2", "0.5",
			"1.414213562373095048801688724209698078569671875376948073176679737990732478462107038850387534327641573"},
		{"power", "3", "0.1",
			"1.116123174033904434442614138377092581118316925350683788711901606407269387763874127706328580433762421"},
		{"power", "1000000000000000000", "1.1",
			"63095734448019324943.43601366223438646729452571882287245277295288334949432976868075729140677436522649"},
		{"power", "7", "-0.3",
			"0.5577898253032460068144276707287085768533648050261656445455215617379107126517668077937957700182568842"},
		{"power", "0.001", "2.2",
			"0.0000002511886431509580111085032067799327394158518100782475428679888420908243247723561308453851008877796959"},
		{"log1p", "1e-30", "",
			"0.0000000000000000000000000000009999999999999999999999999999995000000000000000000000000000003333333333333333333333333333330833333333"},
		{"log1p", "-1e-19", "",
			"-0.0000000000000000001000000000000000000050000000000000000003333333333333333333583333333333333333353333333333333333335"},
		{"expm1", "1e-150", "",
			"0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001"},
		{"expm1", "-1e-18", "",
			"-0.0000000000000000009999999999999999995000000000000000001666666666666666666250000000000000000083333333333333333319444444"},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		const char *function = cases[i].function;
		BvDecimal	a;
		BvDecimal	b;
		BvDecimal	expected;
		BvDecimal	result;
		BvStatus	status = BV_INVALID;

		(void) bv_decimal_from_string(&a, cases[i].a);
		(void) bv_decimal_from_string(&b, cases[i].b);
		(void) bv_decimal_from_string(&expected, cases[i].expected);
		if (strcmp(function, "ln") == 0)
			status = bv_decimal_ln(&result, &a);
		else if (strcmp(function, "exp") == 0)
			status = bv_decimal_exp(&result, &a);
		else if (strcmp(function, "log1p") == 0)
			status = bv_decimal_log1p(&result, &a);
		else if (strcmp(function, "expm1") == 0)
			status = bv_decimal_expm1(&result, &a);
		else
			status = bv_decimal_power(&result, &a, &b);
		ok(status == BV_OK && near(&result, &expected, 83), "%s %s %s", function, cases[i].a, cases[i].b);
	}
}

static void
test_powers(void)
{
	int			inverses = 0;
	int			sums = 0;
	int			roots = 0;
	int			exact = 0;
	int			small = 0;
	int			rounds = ROUNDS / 4;
	BvDecimal	a;
	BvDecimal	b;

	for (int i = 0; i < rounds; i++)
	{
		BvDecimal	x;
		BvDecimal	y;
		BvDecimal	z;
		BvDecimal	half;
		unsigned	n = 2 + random_number(13);

		do
			random_decimal(&x);
		while (bv_decimal_is_zero(&x));
		x.negative = false;

		inverses += bv_decimal_ln(&y, &x) == BV_OK && bv_decimal_exp(&y, &y) == BV_OK &&
			near(&y, &x, 104);

		/* x^p x^q = x^(p+q) */
		bv_decimal_from_int64(&y, random_number(1000000));
		(void) bv_decimal_shift(&y, &y, -6);
		bv_decimal_from_int64(&half, 7);
		(void) bv_decimal_add(&half, &half, &y);
		sums += bv_decimal_power(&z, &x, &y) == BV_OK &&
			bv_decimal_from_string(&y, "7") == BV_OK &&
			bv_decimal_power_whole(&y, &x, 7) == BV_OK &&
			bv_decimal_multiply(&z, &z, &y) == BV_OK &&
			bv_decimal_power(&y, &x, &half) == BV_OK && near(&z, &y, 104);

		/* (x^(1/n))^n = x, and exactly so for an n-th power */
		bv_decimal_from_int64(&y, n);
		bv_decimal_from_int64(&z, 1);
		(void) bv_decimal_divide(&y, &z, &y, 117);
		roots += bv_decimal_power(&z, &x, &y) == BV_OK &&
			bv_decimal_power_whole(&z, &z, n) == BV_OK && near(&z, &x, 104);
		exact += bv_decimal_power_whole(&z, &x, n) == BV_OK &&
			bv_decimal_root_exact(&z, &z, n) == BV_OK && equal(&z, &x);

		/* expm1(log1p(x)) = x for an x that 1 + x would drown */
		(void) bv_decimal_round(&x, &x, 30);
		(void) bv_decimal_shift(&x, &x, -bv_decimal_magnitude(&x) - 1 - (int) random_number(60));
		small += bv_decimal_log1p(&y, &x) == BV_OK && bv_decimal_expm1(&y, &y) == BV_OK &&
			near(&y, &x, 80);
	}
	ok(inverses == rounds, "exp(ln x) is x");
	ok(sums == rounds, "x^p * x^7 is x^(p + 7)");
	ok(roots == rounds, "the power of a root is the number");
	ok(exact == rounds, "the root of a power is exact");
	ok(small == rounds, "expm1(log1p(x)) is x, however small");

	bv_decimal_zero(&a);
	ok(bv_decimal_ln(&b, &a) == BV_INVALID, "no logarithm of 0");
	bv_decimal_from_int64(&a, -1);
	ok(bv_decimal_ln(&b, &a) == BV_INVALID && bv_decimal_power(&b, &a, &a) == BV_INVALID, "nor of -1");
	(void) bv_decimal_from_string(&a, "1e8");
	ok(bv_decimal_exp(&b, &a) == BV_OUT_OF_RANGE, "exp(10^8) is out of range");
	a.negative = true;
	ok(bv_decimal_exp(&b, &a) == BV_OK && bv_decimal_is_zero(&b), "exp(-10^8) is nothing");
}

int
main(void)
{
	test_identities();
	test_rounding();
	test_edges();
	test_known_digits();
	test_powers();
	return done_testing();
}
