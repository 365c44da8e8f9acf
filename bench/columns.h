/*
 * columns.h: columns of values to measure with
 *
 * A column is made from a specimen by changing its characters for others of the
 * same kind until it is a value of its class, or from a pattern; none is in the
 * order in which it was made.
 */
#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "specimen.h"

typedef struct BvBenchColumn
{
	char		name[48];
	int			count;
	const char **value;
	int		   *len;
} BvBenchColumn;

static uint64_t bench_seed = UINT64_C(88172645463325252);

static unsigned
bench_draw(unsigned limit)
{
	bench_seed ^= bench_seed << 13;
	bench_seed ^= bench_seed >> 7;
	bench_seed ^= bench_seed << 17;
	return (unsigned) (bench_seed >> 33) % limit;
}

/* Another character of the same kind: hexadecimal letters stay that if asked. */
static char
bench_another(char c, int hex)
{
	if (c >= '0' && c <= '9')
		return '0' + bench_draw(10);
	if (c >= 'A' && c <= 'Z')
		return 'A' + bench_draw(hex ? 6 : 26);
	if (c >= 'a' && c <= 'z')
		return 'a' + bench_draw(hex ? 6 : 26);
	return c;
}

static BvBenchColumn
bench_column(const char *name, int count)
{
	BvBenchColumn column = {{0}};

	snprintf(column.name, sizeof(column.name), "%s", name);
	column.count = count;
	column.value = malloc(count * sizeof(char *));
	column.len = malloc(count * sizeof(int));
	return column;
}

/* Values of a class like its specimen. */
static BvBenchColumn
bench_specimens(const BvSpecimen *specimen, int count)
{
	const BvClass *class = bv_class_by_name(specimen->class_name, strlen(specimen->class_name));
	char		name[48];
	BvBenchColumn column;
	size_t		len = strlen(specimen->value);
	char	   *last = strdup(specimen->value);
	int			misses = 0;

	snprintf(name, sizeof(name), "%s %.24s", specimen->class_name, specimen->value);
	column = bench_column(name, count);
	for (int i = 0; i < count;)
	{
		char	   *value = strdup(last);
		int			changes = 1 + bench_draw(3);

		for (int j = 0; j < changes; j++)
		{
			size_t		at = bench_draw((unsigned) len);

			value[at] = bench_another(value[at], 0);
		}
		/* the last digit is the check of most */
		for (size_t j = len; misses < 100000 && !bv_is_valid(class, value, len) && j-- > len - 1;)
		{
			for (int k = 0; k < 10 && !bv_is_valid(class, value, len); k++)
				value[j] = bench_another(value[j], 0);
		}
		if (misses < 100000 && !bv_is_valid(class, value, len))
		{
			misses++;
			free(value);
			continue;
		}
		if (misses >= 100000)
			memcpy(value, last, len);	/* it is hard to find another */
		memcpy(last, value, len);
		column.value[i] = value;
		column.len[i] = (int) len;
		i++;
	}
	free(last);
	return column;
}

/* Values like a pattern: 9 a digit, L a capital, l a letter, h hexadecimal, all else itself. */
static BvBenchColumn
bench_pattern(const char *name, const char *pattern, int count)
{
	BvBenchColumn column = bench_column(name, count);
	size_t		len = strlen(pattern);

	for (int i = 0; i < count; i++)
	{
		char	   *value = strdup(pattern);

		for (size_t j = 0; j < len; j++)
		{
			switch (pattern[j])
			{
				case '9':
					value[j] = '0' + bench_draw(10);
					break;
				case 'L':
					value[j] = 'A' + bench_draw(26);
					break;
				case 'l':
					value[j] = 'a' + bench_draw(26);
					break;
				case 'h':
					value[j] = "0123456789abcdef"[bench_draw(16)];
					break;
			}
		}
		column.value[i] = value;
		column.len[i] = (int) len;
	}
	return column;
}

/* A column of values from others, each from one of them. */
static BvBenchColumn
bench_mix(const char *name, const BvBenchColumn *columns, int columns_count, int count)
{
	BvBenchColumn column = bench_column(name, count);

	for (int i = 0; i < count; i++)
	{
		const BvBenchColumn *from = &columns[bench_draw(columns_count)];
		int			row = bench_draw(from->count);

		/* copied, as the values of a column are next to each other */
		column.value[i] = strdup(from->value[row]);
		column.len[i] = from->len[row];
	}
	return column;
}

/* What columns hold that is of no class, or could be of many. */
static const struct
{
	const char *name;
	const char *pattern;
}			bench_patterns[] = {
	{"5 digits", "99999"}, {"6 digits", "999999"}, {"7 digits", "9999999"}, {"8 digits", "99999999"},
	{"9 digits", "999999999"}, {"10 digits", "9999999999"}, {"11 digits", "99999999999"},
	{"12 digits", "999999999999"}, {"13 digits", "9999999999999"}, {"14 digits", "99999999999999"},
	{"15 digits", "999999999999999"}, {"16 digits", "9999999999999999"}, {"18 digits", "999999999999999999"},
	{"19 digits", "9999999999999999999"}, {"price", "99.99"}, {"amount", "9999.99"},
	{"timestamp", "2024-05-19 19:59:19"}, {"uuid", "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh"},
	{"order number", "SO-999999"}, {"product code", "LLL-9999-L"}, {"word", "llllllll"},
	{"name", "Llllll Lllllllll"}, {"address", "Llllllllstraat 99"}, {"url", "https://www.lllllll.com/llllll/999999.html"},
	{"md5", "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh"}, {"sentence", "lll llllll llll ll llllllll llllll, lll llll lllllll ll."}
};

#endif							/* COLUMNS_H */
