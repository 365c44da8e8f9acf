/* pattern.c: random text of a pattern, and random damage to a text */
#include "pattern.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "class.h"

uint64_t
random_bits(uint64_t *seed)
{
	uint64_t	bits = *seed += UINT64_C(0x9E3779B97F4A7C15);

	bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
	return bits ^ (bits >> 31);
}

uint32_t
random_below(uint64_t *seed, uint32_t limit)
{
	return (uint32_t) (((random_bits(seed) >> 32) * limit) >> 32);
}

/* What is being made. */
typedef struct Making
{
	uint64_t   *seed;
	char	   *text;
	size_t		length;
} Making;

static void
put(Making *making, char c)
{
	assert(making->length < PATTERN_TEXT_MAX);
	making->text[making->length++] = c;
}

/*
 * Words as they come in the rules of the catalogue, which are plain English: a
 * list of ordinary words that is at hand.
 */
static void
put_word(Making *making)
{
	for (;;)
	{
		const char *rule = bv_classes[random_below(making->seed, bv_class_count)].rule;
		size_t		start = random_below(making->seed, (uint32_t) strlen(rule));
		size_t		length;

		while (start > 0 && rule[start - 1] >= 'a' && rule[start - 1] <= 'z')
			start--;
		length = strspn(rule + start, "abcdefghijklmnopqrstuvwxyz");
		if (length < 3)
			continue;
		for (size_t i = 0; i < length; i++)
			put(making, rule[start + i]);
		return;
	}
}

/* Behind the atom that begins at p. */
static const char *
behind_atom(const char *p)
{
	int			depth = 0;

	do
	{
		if (*p == '(')
			depth++;
		else if (*p == ')')
			depth--;
		else if (*p == '[')
		{
			for (p++; *p != ']'; p++)
				p += *p == '\\';
		}
		else if (*p == '<')
			p = strchr(p, '>');
		else if (*p == '\\')
			p++;
		p++;
	} while (depth > 0);
	return p;
}

/* One of the characters between the brackets. */
static char
class_character(const char *p, uint64_t *seed)
{
	char		set[256];
	int			count = 0;

	for (p++; *p != ']'; p++)
	{
		int			first = *p == '\\' ? *++p : *p;
		int			last = first;

		if (p[1] == '-' && p[2] != ']')
		{
			p += 2;
			last = *p == '\\' ? *++p : *p;
		}
		for (int c = first; c <= last; c++)
			set[count++] = (char) c;
	}
	return set[random_below(seed, count)];
}

static void put_alternatives(Making *making, const char *p, const char *end);

static void
put_atom(Making *making, const char *p, const char *end)
{
	if (*p == '(')
		put_alternatives(making, p + 1, end - 1);
	else if (*p == '[')
		put(making, class_character(p, making->seed));
	else if (*p == '<')
		put_word(making);
	else if (*p == '\\' && p[1] == 'd')
		put(making, (char) ('0' + random_below(making->seed, 10)));
	else if (*p == '\\')
		put(making, p[1] == 'n' ? '\n' : p[1]);
	else
		put(making, *p);
}

static void
put_sequence(Making *making, const char *p, const char *end)
{
	while (p < end)
	{
		const char *atom = p;
		const char *behind = behind_atom(p);
		int			least = 1;
		int			most = 1;

		p = behind;
		if (*p == '?' && p < end)
		{
			least = 0;
			p++;
		}
		else if (*p == '{' && p < end)
		{
			char	   *number_end;

			least = most = (int) strtol(p + 1, &number_end, 10);
			if (*number_end == ',')
				most = (int) strtol(number_end + 1, &number_end, 10);
			p = number_end + 1;
		}
		for (int i = least + (int) random_below(making->seed, most - least + 1); i > 0; i--)
			put_atom(making, atom, behind);
	}
}

static void
put_alternatives(Making *making, const char *p, const char *end)
{
	uint32_t	count = 1;
	uint32_t	chosen;

	for (const char *q = p; q < end; q = behind_atom(q))
		count += *q == '|';
	chosen = count == 1 ? 0 : random_below(making->seed, count);
	for (;;)
	{
		const char *start = p;

		while (p < end && *p != '|')
			p = behind_atom(p);
		if (chosen-- == 0)
		{
			put_sequence(making, start, p);
			return;
		}
		p++;
	}
}

size_t
pattern_text(const char *pattern, uint64_t *seed, char text[PATTERN_TEXT_MAX])
{
	Making		making = {seed, text, 0};

	put_alternatives(&making, pattern, pattern + strlen(pattern));
	return making.length;
}

/* Another character of the same kind: digit, capital or small letter; else any. */
static char
other_of_kind(char c, uint64_t *seed)
{
	if (c >= '0' && c <= '9')
		return (char) ('0' + (c - '0' + 1 + random_below(seed, 9)) % 10);
	if (c >= 'A' && c <= 'Z')
		return (char) ('A' + (c - 'A' + 1 + random_below(seed, 25)) % 26);
	if (c >= 'a' && c <= 'z')
		return (char) ('a' + (c - 'a' + 1 + random_below(seed, 25)) % 26);
	return " -./:@"[random_below(seed, 6)];
}

size_t
damage_text(char *text, size_t length, uint64_t *seed)
{
	size_t		at;

	if (length == 0)
		return 0;
	at = random_below(seed, (uint32_t) length);
	switch (random_below(seed, 8))
	{
		case 0:
		case 1:
			text[at] = other_of_kind(text[at], seed);
			break;
		case 2:
			if (at + 1 < length)
			{
				char		c = text[at];

				text[at] = text[at + 1];
				text[at + 1] = c;
			}
			break;
		case 3:					/* one too few */
			memmove(text + at, text + at + 1, length - at - 1);
			length--;
			break;
		case 4:					/* one twice */
			memmove(text + at + 1, text + at, length - at);
			length++;
			break;
		case 5:					/* a separator too many */
			memmove(text + at + 1, text + at, length - at);
			text[at] = " -./"[random_below(seed, 4)];
			length++;
			break;
		case 6:					/* the last one of another kind */
			text[length - 1] = "0A9zX"[random_below(seed, 5)];
			break;
		case 7:
			length = at;
			break;
	}
	return length;
}
