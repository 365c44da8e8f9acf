/* test_held_text.c: what a value holds by what is said of it */
#include "held_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"

static const BvClass *
class_of(const char *name)
{
	return bv_class_by_name(name, strlen(name));
}

static bool
accepts(const BvClass *class, const char *value, size_t length)
{
	return class->is_valid != NULL && class->is_valid(value, length);
}

/* The names of what a copy of the text holds, each behind a blank. */
static const char *
holds(const BvHeldText *said, const char *text, size_t length)
{
	static char names[1000];
	char	   *copy = memcpy(malloc(length > 0 ? length : 1), text, length);
	BvClassSet	held = {{0}};

	bv_hold_text(said, copy, length, &held);
	free(copy);
	names[0] = '\0';
	for (int n = bv_class_set_next(&held, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(&held, n))
	{
		strcat(names, " ");
		strcat(names, bv_class_by_number(n)->name);
	}
	return names;
}

static void
check(const BvHeldText *said, const char *text, const char *expected)
{
	ok(strcmp(holds(said, text, strlen(text)), expected) == 0, "\"%.*s\" holds%s",
	   (int) strcspn(text, "\r\n\t"), text, expected);
}

int
main(void)
{
	const BvClass *either[] = {class_of("email"), class_of("phone")};
	const BvClass *unknowable[] = {class_of("name"), class_of("email")};
	const BvClass *carried[] = {class_of("payment_card"), class_of("email"), class_of("name")};
	BvLabelSlice absent[] = {{"000", 3}, {"N/a", 3}, {"", 0}};
	BvHeldText	plain = {.accepts = accepts, .absent_count = 3, .absent = absent};
	BvHeldText	alternatives = {.accepts = accepts, .alternative_count = 2, .alternative = either};
	BvHeldText	names = {.accepts = accepts, .alternative_count = 2, .alternative = unknowable};
	BvHeldText	carrier = {.accepts = accepts, .carried_count = 3, .carried = carried};
	char	   *long_text = malloc(200000);

	bv_class_set_add(&plain.classes, class_of("phone")->number);
	bv_class_set_add(&alternatives.classes, either[0]->number);
	bv_class_set_add(&names.classes, unknowable[0]->number);
	bv_class_set_add(&carrier.classes, class_of("free_text")->number);

	check(&plain, "", "");
	check(&plain, " \t\r\n\v\f", "");
	check(&plain, "000", "");
	check(&plain, " 000\n", "");
	check(&plain, "n/A", "");
	check(&plain, "0000", " phone");
	check(&plain, "00", " phone");
	check(&plain, "n/ a", " phone");
	check(&alternatives, "a@example.org", " email");
	check(&alternatives, "+31201234567", " phone");
	check(&alternatives, "neither", " email");
	check(&alternatives, "", "");
	check(&names, "Jan", " name");
	check(&names, "jan@example.org", " email");
	check(&carrier, "nothing", " free_text");
	check(&carrier, "card 4111111111111111, thanks", " payment_card free_text");
	check(&carrier, "4111 1111 1111 1111", " payment_card free_text");
	check(&carrier, "\"<jan@example.org>\" (4111111111111111)", " email payment_card free_text");
	check(&carrier, ". , ; : ()", " free_text");
	check(&carrier, "Jan", " free_text");

	memset(long_text, 'x', 200000);
	memcpy(long_text + 50000, " jan@example.org ", 17);
	ok(strcmp(holds(&carrier, long_text, 200000), " email free_text") == 0, "within 64 kB");
	memset(long_text, 'x', 200000);
	memcpy(long_text + 70000, " jan@example.org ", 17);
	ok(strcmp(holds(&carrier, long_text, 200000), " free_text") == 0, "not behind them");
	memset(long_text, '\0', 200000);
	ok(strcmp(holds(&carrier, long_text, 200000), " free_text") == 0, "zero bytes");
	free(long_text);
	return done_testing();
}
