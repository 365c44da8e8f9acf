/*
 * test_walk.c: no valid value is overlooked for what it looks like
 *
 *     test_walk [STEPS [SEED [CLASS]]]
 *
 * Which validators are asked about a value is decided by its form and picture
 * (class.h), which are told apart from the validator and may be too narrow.  So this
 * walks from valid values of each class to others of ever new pictures: a value
 * is changed a little, then its digits and letters until it is valid or that
 * seems hopeless.  What is valid and looks like none before is where the quick
 * way to the classes of a value is compared with asking all validators, and where
 * the walk goes on from.  Of what is not valid, some is compared as well.
 */
#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "made_value.h"
#include "picture.h"
#include "recognize.h"
#include "specimen.h"
#include "tap.h"

#define STEPS		5000		/* for each class */
#define PUBLISHED	"test/data/published.tsv"

#define VALUE_MAX	160
#define POOL_MAX	2048		/* values to go on from */
#define SEEN		16384		/* a power of 2, several times as many */
#define REFILLS		24			/* other digits and letters of one picture */
#define INVALID		256			/* one of so many is compared */
#define REPORTED	40

typedef struct Value
{
	char		text[VALUE_MAX];
	int			len;
} Value;

static Value pool[POOL_MAX];
static int	pool_count;
static uint64_t seen[SEEN];
static uint64_t seed;
static int	compared;
static int	differing;

static unsigned
draw(unsigned limit)
{
	return random_below(&seed, limit);
}

/* ---------- the comparison ---------- */

static void
report(const Value *value, const BvClassSet *one, const BvClassSet *other, const char *what)
{
	BvClassSet	difference = bv_class_set_difference(one, other);
	int			which = bv_class_set_next(&difference, 0);

	if (which < BV_CLASS_LIMIT && differing++ < REPORTED)
		ok(0, "\"%.*s\" is %s %s", value->len, value->text, what, bv_class_by_number(which)->name);
}

static void
compare(const Value *value)
{
	char	   *exact = malloc(value->len > 0 ? value->len : 1);
	BvClassSet	asked = {{0}};

	memcpy(exact, value->text, value->len);
	for (int i = 0; i < bv_class_count; i++)
	{
		if (bv_is_valid(&bv_classes[i], exact, value->len))
			bv_class_set_add(&asked, bv_classes[i].number);
	}
	/* by its form; what looks the same again has a plan */
	for (int again = 0; again < 3; again++)
	{
		BvClassSet	quick = bv_classes_of(exact, value->len);

		report(value, &asked, &quick, again == 0 ? "overlooked as" : "by its plan overlooked as");
		report(value, &quick, &asked, again == 0 ? "wrongly" : "by its plan wrongly");
	}
	compared++;
	free(exact);
}

/* ---------- what a value looks like ---------- */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/*
 * A hash of all that forms and pictures tell apart: where digits and letters are,
 * what else there is, whether letters are hexadecimal; and the first character.
 */
static uint64_t
look_of(const Value *value)
{
	uint64_t	hash = UINT64_C(0xCBF29CE484222325);
	bool		not_hex = false;

	for (int i = 0; i < value->len; i++)
	{
		char		c = value->text[i];

		not_hex |= is_letter(c) && (c | 0x20) > 'f';
		if (i > 0)
			c = is_digit(c) ? '0' : is_letter(c) ? 'a' : c;
		hash = (hash ^ (unsigned char) c) * UINT64_C(0x100000001B3);	/* FNV-1a */
	}
	return (hash ^ not_hex) | 1;
}

/* Is it the first that looks so? */
static bool
is_new(const Value *value)
{
	uint64_t	look = look_of(value);
	unsigned	at = (look >> 20) % SEEN;

	for (int probes = 0; probes < 16; probes++, at = (at + 1) % SEEN)
	{
		if (seen[at] == look)
			return false;
		if (seen[at] == 0)
		{
			seen[at] = look;
			return true;
		}
	}
	return false;				/* there are enough */
}

static void
add(const Value *value)
{
	if (!is_new(value))
		return;
	if (pool_count < POOL_MAX)
		pool[pool_count++] = *value;
	else
		pool[draw(POOL_MAX)] = *value;
	compare(value);
}

static void
add_text(const BvClass *class, const char *text, size_t len)
{
	Value		value;

	if (len == 0 || len > VALUE_MAX - 8 || !bv_is_valid(class, text, len))
		return;
	memcpy(value.text, text, len);
	value.len = len;
	add(&value);
}

/* ---------- changes ---------- */

static const char signs[] = " -./:+()@#_<>,;'\"%*|=[]{}$!?&~^\\";

/* A digit, letter, or sign; the separators more often than others. */
static char
any_character(void)
{
	switch (draw(6))
	{
		case 0:
			return '0' + draw(10);
		case 1:
			return 'A' + draw(26);
		case 2:
			return 'a' + draw(26);
		case 3:
			return signs[draw(sizeof(signs) - 1)];
		default:
			return signs[draw(4)];
	}
}

static void
insert(Value *value, int at, char c)
{
	if (value->len == VALUE_MAX)
		return;
	memmove(value->text + at + 1, value->text + at, value->len - at);
	value->text[at] = c;
	value->len++;
}

/* What is more than a byte, folded or not, or the mark of something. */
static const char *const pieces[] = {
	"\xC2\xA0", "\xE2\x80\x93", "\xEF\xBC\x91", "\xEF\xBC\xA1", "\xC3\xB1", "\xF1", "\xC3\xA4", "\xDC", "\xC2\xB7",
	"\xC2\xB0", "\xB0", "\xE2\x80\xB2", "(0)", " ext. ", "::", "0x", "+", "00", " - ", ", "
};

static void
insert_piece(Value *value, int at)
{
	const char *piece = pieces[draw(sizeof(pieces) / sizeof(pieces[0]))];

	for (; *piece != '\0'; piece++)
		insert(value, at++, *piece);
}

static void
drop(Value *value, int at)
{
	memmove(value->text + at, value->text + at + 1, value->len - at - 1);
	value->len--;
}

/* All characters like that one are left out, or become another sign. */
static void
change_all(Value *value, char from)
{
	char		to = draw(2) ? signs[draw(5)] : '\0';

	for (int i = value->len - 1; i >= 0; i--)
	{
		if (value->text[i] != from)
			continue;
		if (to == '\0')
			drop(value, i);
		else
			value->text[i] = to;
	}
}

/* Its head and the tail of another. */
static void
splice(Value *value, const Value *other)
{
	int			head = draw(value->len + 1);
	int			from = draw(other->len + 1);
	int			tail = other->len - from;

	if (head + tail > VALUE_MAX)
		return;
	memcpy(value->text + head, other->text + from, tail);
	value->len = head + tail;
}

static void
change(Value *value)
{
	int			at = value->len > 0 ? draw(value->len) : 0;
	int			change = draw(13);

	if (value->len == 0)
		change = 0;
	switch (change)
	{
		case 0:
		case 1:
			at = draw(value->len + 1);
			insert(value, at, any_character());
			break;
		case 2:
			drop(value, at);
			break;
		case 3:
			value->text[at] = any_character();
			break;
		case 4:
			insert(value, at, value->text[at]);
			break;
		case 5:
			change_all(value, value->text[at]);
			break;
		case 6:
			splice(value, &pool[draw(pool_count)]);
			break;
		case 7:					/* where a group might end, from either side */
			at = draw(5) % (value->len + 1);
			insert(value, draw(2) ? at : value->len - at, signs[draw(4)]);
			break;
		case 8:					/* its neighbour and it change places */
			if (at + 1 < value->len)
			{
				char		c = value->text[at];

				value->text[at] = value->text[at + 1];
				value->text[at + 1] = c;
			}
			break;
		case 9:					/* a letter for a digit, a digit for a letter */
			value->text[at] = is_digit(value->text[at]) ? 'A' + draw(26) : '0' + draw(10);
			break;
		case 10:
			for (int i = 0; i < value->len; i++)
			{
				if (is_letter(value->text[i]))
					value->text[i] ^= draw(2) ? 0x20 : 0;
			}
			break;
		case 11:				/* hexadecimal letters alone, and others */
			for (int i = 0; i < value->len; i++)
			{
				if (is_letter(value->text[i]))
					value->text[i] = (value->text[i] & 0x20) | ('A' + draw(draw(2) ? 6 : 26));
			}
			break;
		case 12:
			insert_piece(value, draw(value->len + 1));
			break;
	}
}

/* Another digit for some digits, another letter for some letters. */
static void
refill(Value *value)
{
	for (int i = 1 + draw(4); i > 0; i--)
	{
		int			at = draw(value->len);
		char		c = value->text[at];

		if (is_digit(c))
			value->text[at] = '0' + draw(10);
		else if (is_letter(c))
			value->text[at] = (c & 0x20) | ('A' + draw(26));
	}
}

static void
walk(const BvClass *class, int steps)
{
	for (int step = 0; step < steps && pool_count > 0; step++)
	{
		Value		value = pool[draw(2) ? draw(pool_count) : pool_count - 1 - draw(pool_count < 16 ? pool_count : 16)];
		Value		filled;
		bool		valid;

		for (int i = draw(8) == 0 ? 4 : 1 + draw(2); i > 0; i--)
			change(&value);
		if (value.len == 0)
			continue;
		valid = bv_is_valid(class, value.text, value.len);
		filled = value;
		for (int i = 0; i < REFILLS && !valid; i++)
		{
			if (i % 8 == 0)
				filled = value;
			refill(&filled);
			valid = bv_is_valid(class, filled.text, filled.len);
		}
		if (valid)
			add(&filled);
		else if (step % INVALID == 0)
			compare(&value);
	}
}

/* ---------- where walks begin ---------- */

static char *
read_published(void)
{
	FILE	   *file = fopen(PUBLISHED, "rb");
	char	   *text = calloc(1, 1 << 20);

	if (file == NULL || text == NULL || fread(text, 1, (1 << 20) - 1, file) == 0)
	{
		fprintf(stderr, "cannot read %s: run it where the Makefile is\n", PUBLISHED);
		exit(1);
	}
	fclose(file);
	return text;
}

static void
begin(const BvClass *class, const char *published)
{
	size_t		name_len = strlen(class->name);

	memset(seen, 0, sizeof(seen));
	pool_count = 0;
	for (const BvSpecimen *specimen = bv_specimens; specimen->class_name != NULL; specimen++)
	{
		if (strcmp(specimen->class_name, class->name) == 0)
			add_text(class, specimen->value, strlen(specimen->value));
	}
	for (const char *line = published; *line != '\0'; line += strcspn(line, "\n") + 1)
	{
		if (strncmp(line, class->name, name_len) == 0 && line[name_len] == '\t')
			add_text(class, line + name_len + 1, strcspn(line + name_len + 1, "\t"));
		if (strchr(line, '\n') == NULL)
			break;
	}
	for (int i = 0; i < 16; i++)
	{
		char		text[PATTERN_TEXT_MAX];

		add_text(class, text, made_value(class, &seed, text));
	}
}

int
main(int argc, char **argv)
{
	int			steps = argc > 1 ? atoi(argv[1]) : STEPS;
	uint64_t	first_seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
	char	   *published = read_published();
	int			walks = 0;

	bv_plan_patience = 1;
	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];
		int			before = compared;

		if (class->is_valid == NULL || (argc > 3 && strcmp(argv[3], class->name) != 0))
			continue;
		seed = first_seed + (uint64_t) class->number * 1000003;	/* no walk depends on another */
		begin(class, published);
		ok(pool_count > 0, "there are values of %s", class->name);
		walk(class, steps);
		if (argc > 1)
			printf("# %s: %d\n", class->name, compared - before);
		walks++;
	}
	ok(differing == 0, "%d values of %d classes are told as their validators tell them", compared, walks);
	free(published);
	return done_testing();
}
