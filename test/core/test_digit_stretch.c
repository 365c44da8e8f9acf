/* test_digit_stretch.c: text that is let go by its digits alone holds nothing that is looked for */
#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "digit_stretch.h"
#include "find.h"
#include "tap.h"

#include "specimen.h"

/* the last one is the end of the list */
#define SPECIMENS	(sizeof(bv_specimens) / sizeof(bv_specimens[0]) - 1)

static uint64_t random_state = 42;

static unsigned
random_below(unsigned limit)
{
	random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned) (random_state >> 33) % limit;
}

static BvClassSet
set_of(int number)
{
	BvClassSet	set = {{0}};

	bv_class_set_add(&set, number);
	return set;
}

/* Is there one, in text that ends where memory that may be read does? */
static bool
has_stretch(const char *text, size_t length, int least)
{
	char	   *copy = malloc(length > 0 ? length : 1);
	bool		has;

	memcpy(copy, text, length);
	has = bv_has_stretch(copy, length, least);
	if (has != bv_has_stretch_portable(copy, length, least))
		ok(0, "as byte by byte: \"%.*s\", %d", (int) length, text, least);
	free(copy);
	return has;
}

static void
test_stretches(void)
{
	static const struct
	{
		const char *text;
		int			most;		/* digits in a stretch */
	}			cases[] = {
		{"", 0},
		{"no digits at all", 0},
		{"123456789", 9},
		{"a1b2c3", 1},
		{"12 34-56.78/9", 9},
		{"12 34x56 78", 4},
		{"12 34:56", 6},
		{"12\t34\r\n> 56", 6},
		{"12_34[56", 2},
		{"customer 123456 called on 2021-08-17 about the bill of 12.95 and will wait for a letter", 8},
		{"123456789012345678901234567890123456789012345678901234567890123456789", 69},
		{"..............................................................123456 789012.", 12},
		{"...............................................................12345x6789", 5},
		{"1234                                                                        5678", 8},
		{"1234        ~                                                               5678", 4},
		{"1234                                                                      | 5678", 4},
		{"x 123456                                                      1x2345678", 7},
		{"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx 12345xxxxxxxxxxxxxxxxxxxxx6789", 5},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		size_t		length = strlen(cases[i].text);

		ok(!has_stretch(cases[i].text, length, cases[i].most + 1) &&
		   (cases[i].most == 0 || has_stretch(cases[i].text, length, cases[i].most)),
		   "text %d has %d digits without a letter between", (int) i, cases[i].most);
	}
	ok(has_stretch("caf\xC3\xA9", 5, 9), "what is beyond ASCII may be digits");
}

static void
test_classes(void)
{
	const BvClass *card = bv_class_by_name("payment_card", 12);
	const BvClass *ssn = bv_class_by_name("us_ssn", 6);
	const BvClass *email = bv_class_by_name("email", 5);
	BvClassSet	set = set_of(card->number);
	BvClassSet	unknown = set_of(BV_CLASS_LIMIT - 1);

	ok(bv_stretch_least(&set) == 12, "cards have twelve digits");
	bv_class_set_add(&set, ssn->number);
	ok(bv_stretch_least(&set) == 9, "with social security numbers nine");
	bv_class_set_add(&set, email->number);
	ok(bv_stretch_least(&set) == 0, "addresses need none");
	ok(bv_stretch_least(&unknown) == 0, "nor does what we do not know");
}

/* One of its specimens, or of another's if it has none. */
static const char *
specimen_of(const BvClass *class)
{
	const BvSpecimen *specimen = NULL;

	for (int tries = 0; tries < 400; tries++)
	{
		specimen = &bv_specimens[random_below(SPECIMENS)];
		if (strcmp(specimen->class_name, class->name) == 0)
			break;
	}
	return specimen->value;
}

/* Random text around what is, or was, a number of the class. */
static size_t
make_text(char *text, const BvClass *class)
{
	static const char *const parts[] = {
		" ", " ", "-", ".", "/", "(", ")", "+", ",", ":", "\n", "\r\n", "=\n", "\n> ", "\t", "x", "no", "card ", "SSN ", " of ", "0", "12", "2021-08-17",
		"123", "4111", "1111 1111", "536-90-4399", "tel. ", "#", "'", "\xC2\xA0", "NL", "A"
	};
	size_t		length = 0;
	int			count = 1 + random_below(12);

	for (int i = 0; i < count; i++)
	{
		const char *part = parts[random_below(sizeof(parts) / sizeof(parts[0]))];

		if (random_below(4) == 0)
		{
			part = specimen_of(class);
		}
		if (length + strlen(part) > 250)
			break;
		memcpy(text + length, part, strlen(part));
		length += strlen(part);
	}
	if (length > 0 && random_below(3) == 0)
		text[random_below(length)] = " 0123456789-x"[random_below(13)];
	return length;
}

/* Whatever is valid, or found, has a stretch. */
static int
test_class(const BvClass *class)
{
	BvClassSet	set = set_of(class->number);
	int			least = bv_stretch_least(&set);
	int			valid = 0;
	int			finds = 0;
	int			missed = 0;
	int			let_go = 0;

	for (int round = 0; round < 4000; round++)
	{
		char		text[512];
		size_t		length = make_text(text, class);
		bool		has = has_stretch(text, length, least);
		BvFinder	finder;
		BvFound		found;
		BvFindResult result;

		if (bv_is_valid(class, text, length))
		{
			valid++;
			missed += !has;
		}
		bv_find_begin(&finder, text, length, BV_TEXT_UTF8, &set);
		while ((result = bv_find_next(&finder, &found)) == BV_FIND_PAUSE)
			;
		if (result == BV_FIND_FOUND)
		{
			finds++;
			missed += !has;
		}
		let_go += !has;
	}
	if (missed > 0 || let_go == 0)
		ok(0, "%s: %d let go, %d missed of %d valid and %d found", class->name, let_go, missed, valid, finds);
	return valid + finds;
}

int
main(void)
{
	int			classes = 0;
	int			seen = 0;

	test_stretches();
	test_classes();
	for (int n = 1; n <= bv_class_count; n++)
	{
		BvClassSet	set = set_of(n);

		if (bv_stretch_least(&set) == 0)
			continue;
		classes++;
		seen += test_class(bv_class_by_number(n));
	}
	ok(classes > 20 && seen > 5000, "%d classes of numbers, %d of which were met", classes, seen);
	return done_testing();
}
