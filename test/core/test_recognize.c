/*
 * test_recognize.c: the short way to the classes of a value gives what the long way does
 *
 * The long way asks each validator.  Values are valid ones with some of their
 * characters changed for others of the same kind, which keeps many of them valid,
 * then for others of any kind, and noise.
 */
#include <stdlib.h>
#include <string.h>

#include "ascii.h"
#include "class.h"
#include "glance.h"
#include "normalize.h"
#include "picture.h"
#include "recognize.h"
#include "specimen.h"
#include "tap.h"

static unsigned seed = 1;

static unsigned
draw(unsigned limit)
{
	seed = seed * 1103515245 + 12345;
	return (seed >> 8) % limit;
}

static BvClassSet
by_asking_all(const char *value, size_t len)
{
	BvClassSet	set = {{0}};

	for (int i = 0; i < bv_class_count; i++)
	{
		if (bv_is_valid(&bv_classes[i], value, len))
			bv_class_set_add(&set, bv_classes[i].number);
	}
	return set;
}

static int	compared = 0;
static int	differing = 0;
static int	normalized = 0;

static void
compare(const char *text, size_t len)
{
	char	   *value = malloc(len > 0 ? len : 1);
	BvClassSet	all;
	BvClassSet	few;
	BvGlance	glance = {0};
	BvGlance	plain = {0};
	BvNumber	number;
	uint32_t	ask;
	uint32_t	plain_ask;
	unsigned char pair[32];

	memcpy(value, text, len);
	all = by_asking_all(value, len);
	few = bv_classes_of(value, len);
	compared++;
	if (!bv_class_set_equal(&all, &few))
	{
		BvClassSet	missing = bv_class_set_difference(&all, &few);
		BvClassSet	extra = bv_class_set_difference(&few, &all);
		int			which = bv_class_set_next(&missing, 0);

		if (which == BV_CLASS_LIMIT)
			which = bv_class_set_next(&extra, 0);
		if (differing++ < 20)
			ok(0, "\"%.*s\" of %d bytes is told alike: not %s", (int) len, value, (int) len,
			   bv_class_by_number(which)->name);
	}
	/* what looks the same the second time and from then on has a plan */
	for (int again = 0; again < 2; again++)
	{
		BvClassSet	planned = bv_classes_of(value, len);

		if (!bv_class_set_equal(&few, &planned) && differing++ < 20)
			ok(0, "\"%.*s\" of %d bytes is told alike again", (int) len, value, (int) len);
	}
	if (len > 0 && len <= BV_PICTURE_MAX)
	{
		BvPicture	picture;
		BvPicture	plain_picture;
		BvPadded	padded;

		bv_picture(value, len, &picture, &padded);
		bv_picture_plain(value, len, &plain_picture);
		if ((!bv_same_picture(&picture, &plain_picture) || picture.high != plain_picture.high) &&
			differing++ < 20)
			ok(0, "\"%.*s\" has the same picture", (int) len, value);
	}
	if (len > 0 && len <= BV_GLANCE_MAX)
	{
		bv_glance(value, len, &glance);
		bv_glance_plain(value, len, &plain);
		if (memcmp(&glance, &plain, sizeof(glance)) != 0 && differing++ < 20)
			ok(0, "\"%.*s\" looks alike", (int) len, value);
	}
	if (bv_read_number(value, len, &number))
		bv_read_pairs(&number, pair);
	if (bv_read_number(value, len, &number) &&
		(bv_lanes_that_hold(&number, pair, UINT32_MAX, &ask) != bv_lanes_that_hold_plain(&number, UINT32_MAX, &plain_ask) ||
		 ask != plain_ask) && differing++ < 20)
		ok(0, "\"%.*s\" sums up alike", (int) len, value);
	free(value);
}

/* The normal form of a value is of its class, and its own normal form. */
static void
normalize_twice(const BvClass *class, const char *value, size_t len)
{
	char	   *once = malloc(len + BV_NORMALIZE_EXTRA);
	int			once_len = bv_normalize(class, value, len, once);
	char	   *twice = malloc((once_len > 0 ? once_len : 0) + BV_NORMALIZE_EXTRA);
	int			twice_len = once_len > 0 ? bv_normalize(class, once, once_len, twice) : -1;

	if (once_len < 1 || twice_len != once_len || memcmp(once, twice, once_len) != 0)
		ok(0, "the normal form of %s \"%s\" is normal: %.*s", class->name, value, once_len, once);
	normalized++;
	free(once);
	free(twice);
}

/* Another character of the same kind. */
static char
another(char c)
{
	if (c >= '0' && c <= '9')
		return '0' + draw(10);
	if (c >= 'A' && c <= 'Z')
		return 'A' + draw(26);
	if (c >= 'a' && c <= 'z')
		return 'a' + draw(26);
	return c;
}

static void
test_specimen(const BvSpecimen *specimen)
{
	static const char signs[] = " -./+:()@#_<>,;\\'\"%*\t\n\xC3\xA9\xEF\xBC\x91" "09AZaz";
	const BvClass *class = bv_class_by_name(specimen->class_name, strlen(specimen->class_name));
	size_t		len = strlen(specimen->value);
	char		value[600];

	if (class == NULL || len > 500 || !bv_is_valid(class, specimen->value, len))
	{
		ok(0, "%s is of the class %s", specimen->value, specimen->class_name);
		return;
	}
	compare(specimen->value, len);
	normalize_twice(class, specimen->value, len);
	for (int i = 0; i < 120; i++)
	{
		size_t		now = len;
		int			changes = 1 + draw(4);

		memcpy(value, specimen->value, len);
		for (int j = 0; j < changes; j++)
		{
			size_t		at = draw((unsigned) now);

			if (i % 3 != 0)
				value[at] = another(value[at]);
			else if (draw(4) == 0 && now > 1)
			{
				memmove(value + at, value + at + 1, now - at - 1);
				now--;
			}
			else if (draw(3) == 0)
			{
				memmove(value + at + 1, value + at, now - at);
				value[at] = signs[draw(sizeof(signs) - 1)];
				now++;
			}
			else
				value[at] = signs[draw(sizeof(signs) - 1)];
		}
		compare(value, now);
	}
}

static void
test_noise(void)
{
	static const char alphabet[] = "0123456789+-./: ()@%#ANLabXx\"\\\xC3";
	char		value[300];

	for (int i = 0; i < 15000; i++)
	{
		size_t		len = i % 50;

		for (size_t j = 0; j < len; j++)
			value[j] = i % 3 == 0 ? (char) draw(256) :
				alphabet[draw(i % 3 == 1 ? 10 : sizeof(alphabet) - 1)];
		compare(value, len);
	}
	for (size_t len = 0; len < sizeof(value); len++)
	{
		memset(value, len % 2 ? '4' : 'f', len);
		compare(value, len);
		if (len > 0)
			value[len - 1] = ' ' + (char) (len % 90);
		compare(value, len);
	}
}

static void
test_long(void)
{
	char	   *value = malloc(1000000);
	BvClassSet	set;

	for (int i = 0; i < 1000000; i++)
		value[i] = "lorem ipsum 4111 a@b.nl "[i % 24];
	for (size_t len = BV_ASCII_MAX - 2; len < BV_ASCII_MAX + 3; len++)
		compare(value, len);
	for (size_t len = BV_GLANCE_MAX - 2; len < BV_GLANCE_MAX + 3; len++)
		compare(value, len);
	memset(value, ' ', 1000000);
	memcpy(value + 500000, "a@b.nl", 6);
	set = bv_classes_of(value, 1000000);
	ok(bv_class_set_has(&set, bv_class_by_name("email", 5)->number), "a value in much white space");
	compare(value, 1000000);
	free(value);
}

static void
expect_fold(const char *value, const char *expected)
{
	char		folded[BV_ASCII_MAX];
	size_t		len = strlen(value);
	const char *result = bv_as_ascii(value, &len, folded);

	ok(len == strlen(expected) && memcmp(result, expected, len) == 0 &&
	   (result == value) == (strcmp(value, expected) == 0), "\"%s\" is folded", value);
}

static void
test_fold(void)
{
	char	   *big = malloc(BV_ASCII_MAX + 3);
	char		folded[BV_ASCII_MAX];
	size_t		len;

	expect_fold("123", "123");
	expect_fold("\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x8D\xEF\xBC\xA1\xEF\xBD\x81\xEF\xBC\xA0", "12-Aa@");	/* full width */
	expect_fold("\xD9\xA1\xD9\xA9\xDB\xB0", "190");	/* Arabic, Persian */
	expect_fold("\xE0\xA5\xA6\xE0\xA5\xAF", "09");	/* Devanagari */
	expect_fold("\xF0\x9D\x9F\x98\xF0\x9D\x9F\xBF", "09");	/* mathematical */
	expect_fold("1\xC2\xA0" "2\xE2\x80\xAF" "3\xE3\x80\x80" "4", "1 2 3 4");
	expect_fold("1\xE2\x80\x90" "2\xE2\x80\x93" "3\xE2\x88\x92" "4", "1-2-3-4");
	expect_fold("\xEF\xBB\xBF" "1\xE2\x80\x8E", "1");
	expect_fold("J\xC3\xBCrgen", "J\xC3\xBCrgen");
	expect_fold("\xEF\xBC\x91\xFF", "\xEF\xBC\x91\xFF");	/* not UTF-8 as a whole */
	expect_fold("\xEF\xBC", "\xEF\xBC");
	expect_fold("\xC0\xB1\xED\xA0\x80", "\xC0\xB1\xED\xA0\x80");	/* overlong, surrogate */
	expect_fold("", "");
	memset(big, '1', BV_ASCII_MAX + 3);
	memcpy(big, "\xEF\xBC\x91", 3);
	len = BV_ASCII_MAX;
	ok(bv_as_ascii(big, &len, folded) == folded && len == BV_ASCII_MAX - 2, "the longest that is folded");
	len = BV_ASCII_MAX + 1;
	ok(bv_as_ascii(big, &len, folded) == big && len == BV_ASCII_MAX + 1, "longer is left as it is");
	free(big);
}

int
main(void)
{
	int			specimens = 0;
	int			without = 0;

	bv_plan_patience = 1;
	test_fold();
	for (const BvSpecimen *specimen = bv_specimens; specimen->class_name != NULL; specimen++, specimens++)
		test_specimen(specimen);
	for (int i = 0; i < bv_class_count; i++)
	{
		const BvSpecimen *specimen = bv_specimens;

		while (specimen->class_name != NULL && strcmp(specimen->class_name, bv_classes[i].name) != 0)
			specimen++;
		if (specimen->class_name == NULL && bv_classes[i].is_valid != NULL)
			without += !ok(0, "there is a specimen of %s", bv_classes[i].name);
	}
	test_noise();
	test_long();
	ok(normalized == specimens, "%d values have a normal form", normalized);
	ok(without == 0, "%d specimens, of all classes that can be told", specimens);
	ok(differing == 0, "%d values are told as their validators tell them", compared);
	return done_testing();
}
