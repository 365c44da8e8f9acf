/*
 * test_free_text.c: what is found in texts as people and programs write them
 *
 * test/data/free_text.tsv has a kind and a text in each row, in which all that
 * ought to be found is marked: nothing else may be found.
 */
#include <stdio.h>

#include "marked.h"

#define TEXTS		"test/data/free_text.tsv"
#define TEXTS_LEAST	150
#define LINE_BYTES	4096

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
		texts++;
		marks += marked.count;
	}
	fclose(file);
	ok(texts >= TEXTS_LEAST, "there are %d texts, with %d finds", texts, marks);
	return done_testing();
}
