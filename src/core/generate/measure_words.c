/*
 * measure_words.c: how many lines of a list each kind of words is said of
 *
 * For measure_words.js: reads "list<TAB>value" lines, writes the counts by list:
 * values, then of each kind those said and those said that are neither ordinary nor rare.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "lexicon.h"

#define NAMES	3					/* the kinds that can be rare, the first */

int
main(void)
{
	char		line[1000];
	char		name[1000] = "";
	long		values = 0;
	long		said[BV_WORDS_KINDS][2] = {{0}};
	bool		more = true;

	while (more)
	{
		char	   *value;

		more = fgets(line, sizeof(line), stdin) != NULL;
		value = more ? strchr(line, '\t') : NULL;
		if (more && value == NULL)
			continue;
		if (more)
			*value++ = '\0';
		if (!more || strcmp(line, name) != 0)
		{
			if (values > 0)
			{
				printf("%s\t%ld", name, values);
				for (int i = 0; i < BV_WORDS_KINDS; i++)
					printf("\t%ld\t%ld", said[i][0], said[i][1]);
				putchar('\n');
			}
			values = 0;
			memset(said, 0, sizeof(said));
			if (more)
				strcpy(name, line);
		}
		if (more)
		{
			uint32_t	kinds = bv_words_of(value, strcspn(value, "\n"));
			bool		ordinary = (kinds & BV_WORDS_ORDINARY) != 0;
			bool		rare = (kinds & BV_WORDS_RARE) != 0;

			values++;
			for (int i = 0; i < BV_WORDS_KINDS; i++)
			{
				said[i][0] += kinds >> i & 1;
				said[i][1] += (kinds >> i & 1) && !ordinary && !(rare && i < NAMES);
			}
		}
	}
	return 0;
}
