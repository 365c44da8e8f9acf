/*
 * test_free_text.c: what is found in texts as people and programs write them
 *
 * test/data/free_text.tsv has a kind and a text in each row, in which all that
 * ought to be found is marked: nothing else may be found.
 */
#include <stdio.h>

#include "marked.h"
#include "normalize.h"
#include "pattern.h"
#include "one_line.h"

#define TEXTS		"test/data/free_text.tsv"
#define TEXTS_LEAST	500
#define LINE_BYTES	4096

/*
 * What was found can be written in one way, and is valid, whatever it is; cards and IBANs
 * once they are on one line.  Returns how many finds that is not so of.
 */
static int
not_written(const char *text, size_t length, int *finds)
{
	BvFinder	finder;
	BvFound		found;
	BvFindResult result;
	int			wrong = 0;

	bv_find_begin(&finder, text, length, BV_TEXT_UTF8, NULL);
	while ((result = bv_find_next(&finder, &found)) != BV_FIND_END)
	{
		const BvClass *class = bv_class_by_number(found.class_number);
		const char *value = text + found.start;
		size_t		size = found.length;
		char		line[BV_ONE_LINE_MAX];
		char	   *written;
		const char *joined;

		if (result != BV_FIND_FOUND)
			continue;
		++*finds;
		joined = bv_is_valid(class, value, size) ? value : bv_as_one_line(class, value, &size, line);
		if (joined == NULL || !bv_is_valid(class, joined, size))
		{
			printf("# %s is not valid: \"%.*s\"\n", class->name, (int) found.length, value);
			wrong++;
			continue;
		}
		written = malloc(size + BV_NORMALIZE_EXTRA);
		if (bv_normalize(class, joined, size, written) <= 0)
		{
			printf("# %s cannot be written: \"%.*s\"\n", class->name, (int) found.length, value);
			wrong++;
		}
		free(written);
	}
	return wrong;
}

static uint64_t seed = 20250312;

/* The same in texts put together of words, separators and pieces of identifiers. */
static void
test_generated(void)
{
	static const char *const pieces[] = {
		"4111", "1111", "1111 1111", "4111111111111111", "3782", "822463", "10005", "NL91", "ABNA", "0417", "1643", "00",
		"DE89", "3704 0044 0532 0130 00", "GB82 WEST 1234 5698 7654 32", "123456782", "111222333", "536-90-4399", "+31",
		"(0)", "(212)", "555", "-0187", "6 12345678", "06 12 34 56 78", "0044 20 7946 0958", "a@b.nl", "j.doe@example.org",
		"203.0.113.9", "2001:db8::1", "::ffff:192.0.2.1", "00:1b:44:11:3a:b7", "1980-02-29", "29/02/1980", "born ", "BSN ",
		"SSN: ", "tel. ", "passport ", "account ", "sort code ", "plate ", "M-AB 1234", "AB12 CDE", "XX-99-XX", "VIN ",
		"1HGCM82633A004352", "IMEI 490154203237518", "756.9217.0769.85", "811228-9874", "\n", "\n> ", "\r\n", " ", " ", "-",
		".", ", ", ": ", "\xC2\xA0", "\xE2\x80\x91", "\xEF\xBC\x94", "-----BEGIN PRIVATE KEY-----\n",
		"MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n", "-----END PRIVATE KEY-----", "eyJ", "AKIA"
	};
	int			finds = 0;
	int			wrong = 0;

	for (int round = 0; round < 40000; round++)
	{
		char		text[1024] = "";
		int			count = 2 + (int) random_below(&seed, 12);

		for (int i = 0; i < count; i++)
			strcat(text, pieces[random_below(&seed, sizeof(pieces) / sizeof(pieces[0]))]);
		wrong += not_written(text, strlen(text), &finds);
	}
	ok(wrong == 0, "all %d finds in generated texts can be written in one way", finds);
	ok(finds > 10000, "and there are many");
}

/* Replaces \n, \r, \t and \\ by what they stand for. */
static void
unescape(char *text)
{
	static const char letters[] = "nrt\\";
	static const char meant[] = "\n\r\t\\";
	char	   *to = text;

	for (; *text != '\0'; text++)
	{
		const char *letter = *text == '\\' && text[1] != '\0' ? strchr(letters, text[1]) : NULL;

		if (letter == NULL)
			*to++ = *text;
		else
		{
			*to++ = meant[letter - letters];
			text++;
		}
	}
	*to = '\0';
}

int
main(void)
{
	FILE	   *file = fopen(TEXTS, "rb");
	char		line[LINE_BYTES];
	int			texts = 0;
	int			marks = 0;
	int			finds = 0;
	int			wrong = 0;

	if (file == NULL)
	{
		fprintf(stderr, "cannot read %s: run it where the Makefile is\n", TEXTS);
		return 1;
	}
	while (fgets(line, sizeof(line), file) != NULL)
	{
		char	   *text = strchr(line, '\t');
		Marked		marked;

		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#')
			continue;
		if (text == NULL)
		{
			ok(0, "a row has a kind and a text: %s", line);
			continue;
		}
		*text++ = '\0';
		unescape(text);
		find_marked(line, text, BV_TEXT_UTF8);
		read_marked(text, &marked);
		wrong += not_written(marked.text, marked.length, &finds);
		texts++;
		marks += marked.count;
	}
	fclose(file);
	ok(texts >= TEXTS_LEAST, "there are %d texts, with %d finds", texts, marks);
	ok(wrong == 0, "all %d finds can be written in one way", finds);
	test_generated();
	return done_testing();
}
