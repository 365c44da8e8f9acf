/*
 * replay.c: runs a fuzz harness on a fixed series of inputs, or on files
 *
 *     replay              inputs made from the harness's seeds and made-up values
 *     replay FILE...      what libFuzzer has found
 */
#include "fuzz.h"
#include "made_value.h"
#include "tap.h"

#define RUNS		6000
#define INPUT_MAX	(2 * PATTERN_TEXT_MAX)

/* A beginning: a seed, a value of some class, or noise. */
static size_t
make_beginning(uint64_t *seed, char text[PATTERN_TEXT_MAX])
{
	uint32_t	seeds = 0;

	while (fuzz_seeds[seeds] != NULL)
		seeds++;
	switch (random_below(seed, 4))
	{
		case 0:
			return pattern_text("[ -~]{0,80}", seed, text);
		case 1:
			for (;;)
			{
				const MadeClass *made = &made_classes[random_below(seed, made_class_count)];
				int			count = 0;

				while (count < MADE_PATTERNS_MAX && made->truth[count] != NULL)
					count++;
				if (count > 0)
					return pattern_text(made->truth[random_below(seed, count)], seed, text);
			}
		default:
			if (seeds == 0)
				return pattern_text("\\d{0,30}", seed, text);
			else
			{
				const char *chosen = fuzz_seeds[random_below(seed, seeds)];
				size_t		length = strlen(chosen);

				if (length > PATTERN_TEXT_MAX / 2)
					length = PATTERN_TEXT_MAX / 2;
				memcpy(text, chosen, length);
				return length;
			}
	}
}

static size_t
make_input(uint64_t seed, char input[INPUT_MAX])
{
	char		text[PATTERN_TEXT_MAX];
	size_t		length = 0;

	for (int parts = 1 + random_below(&seed, 3); parts > 0; parts--)
	{
		size_t		more = make_beginning(&seed, text);

		for (int changes = random_below(&seed, 4); changes > 0; changes--)
		{
			more = damage_text(text, more, &seed);
			/* any byte, and those that mean something to parsers */
			if (more > 0 && random_below(&seed, 3) == 0)
				text[random_below(&seed, (uint32_t) more)] = random_below(&seed, 2) ?
					"\0\n\"'\\(){}[]|=,.:;$\xC3\xFF"[random_below(&seed, 20)] :
					(char) random_below(&seed, 256);
		}
		if (length + more > INPUT_MAX)
			break;
		memcpy(input + length, text, more);
		length += more;
	}
	return length;
}

static void
run(const char *input, size_t length)
{
	uint8_t    *exact = malloc(length > 0 ? length : 1);

	memcpy(exact, input, length);
	LLVMFuzzerTestOneInput(exact, length);
	free(exact);
}

int
main(int argc, char **argv)
{
	static char input[1 << 20];

	for (int i = 1; i < argc; i++)
	{
		FILE	   *file = fopen(argv[i], "rb");
		size_t		length = file != NULL ? fread(input, 1, sizeof(input), file) : 0;

		if (file == NULL)
		{
			perror(argv[i]);
			return 2;
		}
		fclose(file);
		run(input, length);
		ok(1, "%s", argv[i]);
	}
	if (argc == 1)
	{
		for (uint64_t seed = 1; seed <= RUNS; seed++)
			run(input, make_input(seed, input));
		ok(1, "%d inputs", RUNS);
	}
	return done_testing();
}
