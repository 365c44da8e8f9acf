/*
 * find.c: speed of the finder on free text, beside Hyperscan and PCRE2
 *
 * Notes of a kilobyte, one core.  The peers look for the same families with
 * patterns of their own, in block mode and with JIT, and report where they match;
 * checksums and the words around are left out for them.  Texts differ in how many
 * numbers there are among the words, a third of them identifiers.  Rounds go in
 * turn, the order rotated; medians of processor time are printed.
 *
 * Then short texts, and texts that are one thing again and again: what programs
 * write, and what is hard to look through.
 *
 * make bench-find [NOTES=…] [ROUNDS=…]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef WITH_HYPERSCAN
#include <hs/hs.h>
#endif
#ifdef WITH_PCRE2
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#endif

#include "find.h"

#define NOTE_BYTES	1000
#define ROUNDS_MAX	99

static const char *const patterns[] = {
	"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,24}",
	"\\b(?:\\d[ -]?){12,18}\\d\\b",
	"\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b",
	"\\b\\d{3}-\\d{2}-\\d{4}\\b",
	"\\+\\d{1,3}[ .-]?(?:\\(0\\))?(?:\\d[ .-]?){6,12}\\d\\b",
	"\\(\\d{2,5}\\) ?\\d{3,4}[ -]?\\d{3,4}\\b",
	"\\b0\\d{1,4}[ -/]\\d{3,4}[ -]?\\d{3,4}\\b",
	"\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b",
	"\\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\\b",
	"\\b[A-HJ-NPR-Z0-9]{17}\\b",
	"\\b\\d{6}[-+]\\d{4}\\b",
	"\\b\\d{8,11}\\b",
	"\\beyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+",
	"\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b",
	"\\bgh[oprsu]_[A-Za-z0-9]{36}\\b",
	"-----BEGIN [A-Z ]*PRIVATE KEY-----"
};

#define PATTERNS	(sizeof(patterns) / sizeof(patterns[0]))

/* ---------- text ---------- */

static uint64_t random_state = 20210817;

static unsigned
below(unsigned limit)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return (unsigned) ((random_state >> 33) % limit);
}

static const char *const words[] = {
	"customer", "called", "about", "the", "bill", "of", "last", "month", "and", "said", "that",
	"it", "was", "too", "high", "she", "will", "wait", "for", "a", "letter", "we", "sent", "new",
	"router", "on", "Monday", "he", "asked", "to", "move", "contract", "address", "is", "correct",
	"please", "check", "again", "no", "answer", "yet", "technician", "came", "by", "yesterday",
	"phone", "does", "not", "work", "in", "cellar", "explained", "steps", "by", "mail", "line"
};

#define WORDS	(sizeof(words) / sizeof(words[0]))

/* What there is in a note beside words: numbers of somebody, and of nobody. */
static int
write_number(char *to)
{
	switch (below(15))
	{
		case 0:
			return sprintf(to, "j.%s%u@example.org ", words[below(WORDS)], below(100));
		case 1:
			return sprintf(to, "+31 6 1%07u ", below(8000000));
		case 2:
			return sprintf(to, "4111 1111 1111 1111 ");
		case 3:
			return sprintf(to, "NL91ABNA0417164300 ");
		case 4:
			return sprintf(to, "%u-%02u-%04u ", 100 + below(500), 1 + below(98), 1 + below(9998));
		case 5:
		case 6:
			return sprintf(to, "20%02u-%02u-%02u ", below(30), 1 + below(12), 1 + below(28));
		case 7:
		case 8:
			return sprintf(to, "%02u:%02u ", below(24), below(60));
		case 9:
		case 10:
			return sprintf(to, "%u.%02u ", below(200), below(100));
		case 11:
		case 12:
			return sprintf(to, "order %u ", 10000000 + below(80000000));
		default:
			return sprintf(to, "%u ", below(1000));
	}
}

/* A note; numbers is how many there are, in tenths. */
static void
write_note(char *note, unsigned numbers)
{
	char		item[64];
	int			length = 0;

	while (length < NOTE_BYTES)
	{
		int			size;

		/* a word and its space have some five and a half bytes */
		if (below(1800) < numbers)
			size = write_number(item);
		else
			size = sprintf(item, "%s%s ", words[below(WORDS)], below(12) == 0 ? "." : "");
		if (size > NOTE_BYTES - length)
			size = NOTE_BYTES - length;
		memcpy(note + length, item, size);
		length += size;
	}
}

/* ---------- the searches ---------- */

static char *notes;
static int	note_count = 100000;

static long
run_finder(void)
{
	BvFinder	finder;
	BvFound		found;
	BvFindResult result;
	long		count = 0;

	for (int i = 0; i < note_count; i++)
	{
		bv_find_begin(&finder, notes + (size_t) i * NOTE_BYTES, NOTE_BYTES, BV_TEXT_UTF8, NULL);
		while ((result = bv_find_next(&finder, &found)) != BV_FIND_END)
			count += result == BV_FIND_FOUND;
	}
	return count;
}

#ifdef WITH_HYPERSCAN
static hs_database_t *database;
static hs_scratch_t *scratch;

static int
on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context)
{
	(void) id;
	(void) from;
	(void) to;
	(void) flags;
	++*(long *) context;
	return 0;
}

static long
run_hyperscan(void)
{
	long		count = 0;

	for (int i = 0; i < note_count; i++)
		hs_scan(database, notes + (size_t) i * NOTE_BYTES, NOTE_BYTES, 0, scratch, on_match, &count);
	return count;
}

static void
make_hyperscan(void)
{
	unsigned	flags[PATTERNS] = {0};
	unsigned	ids[PATTERNS];
	hs_compile_error_t *error;

	for (unsigned i = 0; i < PATTERNS; i++)
		ids[i] = i;
	if (hs_compile_multi(patterns, flags, ids, PATTERNS, HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS)
	{
		fprintf(stderr, "Hyperscan: %s\n", error->message);
		exit(1);
	}
	if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS)
		exit(1);
}
#endif

#ifdef WITH_PCRE2
static pcre2_code *codes[PATTERNS];
static pcre2_match_data *match;

static long
run_pcre2(void)
{
	long		count = 0;

	for (int i = 0; i < note_count; i++)
	{
		PCRE2_SPTR	note = (PCRE2_SPTR) notes + (size_t) i * NOTE_BYTES;

		for (unsigned p = 0; p < PATTERNS; p++)
		{
			size_t		at = 0;

			while (pcre2_jit_match(codes[p], note, NOTE_BYTES, at, 0, match, NULL) >= 0)
			{
				at = pcre2_get_ovector_pointer(match)[1];
				count++;
			}
		}
	}
	return count;
}

static void
make_pcre2(void)
{
	for (unsigned p = 0; p < PATTERNS; p++)
	{
		int			error;
		PCRE2_SIZE	offset;

		codes[p] = pcre2_compile((PCRE2_SPTR) patterns[p], PCRE2_ZERO_TERMINATED, 0, &error,
								 &offset, NULL);
		if (codes[p] == NULL || pcre2_jit_compile(codes[p], PCRE2_JIT_COMPLETE) != 0)
		{
			fprintf(stderr, "PCRE2: pattern %u\n", p);
			exit(1);
		}
	}
	match = pcre2_match_data_create(16, NULL);
}
#endif

/* ---------- rounds ---------- */

typedef struct Candidate
{
	const char *name;
	long		(*run) (void);
	long		count;
	double		seconds[ROUNDS_MAX];
} Candidate;

static double
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);	/* others may be on the core */
	return time.tv_sec + time.tv_nsec * 1e-9;
}

static int
by_value(const void *a, const void *b)
{
	double		x = *(const double *) a;
	double		y = *(const double *) b;

	return (x > y) - (x < y);
}

/* Runs all candidates on notes with so many numbers, in tenths, and prints a table. */
static void
compare(Candidate *candidates, int count, unsigned numbers, int rounds)
{
	double		ratios[ROUNDS_MAX];
	double		sorted[ROUNDS_MAX];

	for (int i = 0; i < note_count; i++)
		write_note(notes + (size_t) i * NOTE_BYTES, numbers);
	for (int round = 0; round < rounds; round++)
	{
		for (int i = 0; i < count; i++)
		{
			Candidate  *candidate = &candidates[(i + round) % count];
			double		started = now();

			candidate->count = candidate->run();
			candidate->seconds[round] = now() - started;
		}
	}

	printf("\n%d notes of %d bytes with %.1f numbers each, %d rounds in turn\n",
		   note_count, NOTE_BYTES, numbers / 10.0, rounds);
	for (int i = 0; i < count; i++)
	{
		double		median;

		for (int round = 0; round < rounds; round++)
			ratios[round] = candidates[i].seconds[round] / candidates[0].seconds[round];
		memcpy(sorted, candidates[i].seconds, sizeof(sorted));
		qsort(ratios, rounds, sizeof(double), by_value);
		qsort(sorted, rounds, sizeof(double), by_value);
		median = sorted[rounds / 2];
		printf("%-24s %8.2f GB/s %8.0f ns a note %8.2f times the time %10ld found\n",
			   candidates[i].name, (double) note_count * NOTE_BYTES / median / 1e9,
			   median / note_count * 1e9, ratios[rounds / 2], candidates[i].count);
	}
}

/* ---------- short texts, and one thing again and again ---------- */

/* How long a call takes on texts of so many bytes of prose. */
static void
time_short(int bytes, int rounds)
{
	double		seconds[ROUNDS_MAX];
	int			calls = note_count < 20000 ? note_count : 20000;
	long		count = 0;

	for (int round = 0; round < rounds; round++)
	{
		double		started = now();

		for (int i = 0; i < calls; i++)
		{
			BvFinder	finder;
			BvFound		found;

			bv_find_begin(&finder, notes + (size_t) i * NOTE_BYTES, bytes, BV_TEXT_UTF8, NULL);
			while (bv_find_next(&finder, &found) != BV_FIND_END)
				count++;
		}
		seconds[round] = now() - started;
	}
	qsort(seconds, rounds, sizeof(double), by_value);
	printf("%4d bytes %8.1f ns a text\n", bytes, seconds[rounds / 2] / calls * 1e9);
}

/* In a pattern # is a digit, % a hexadecimal one, ^ a capital, ~ of base64, * a word. */
typedef struct Shape
{
	const char *name;
	const char *pattern;
} Shape;

static const Shape shapes[] = {
	{"spaces", " "}, {"@", "@"}, {".", "."}, {"-", "-"}, {"+", "+"}, {":", ":"}, {"/", "/"}, {"_", "_"},
	{"digits", "#"}, {"digits, spaces", "# "}, {"digits, tabs", "#\t"}, {"digits, hyphens", "#-"},
	{"digits, dots", "#."}, {"digits, slashes", "#/"}, {"digits, colons", "#:"}, {"digits, commas", "#,"},
	{"two digits, spaces", "## "}, {"three digits, spaces", "### "}, {"four digits, spaces", "#### "},
	{"four digits, hyphens", "####-"}, {"groups of all sizes", "# ### ##### ## #### ###### "},
	{"9 digits", "######### "}, {"10 digits", "########## "}, {"13 digits", "#############\n"},
	{"16 digits", "4###############\n"}, {"18 digits", "################## "}, {"a1", "a1"}, {"a1 a1", "a1 "},
	{"a@a.", "a@a."}, {"in parentheses", "(###) "}, {"+1", "+# "}, {"hexadecimal", "%"},
	{"dump", "%%%%%%%%  %% %% %% %% %% %% %% %% %% %% %% %% %% %% %% %%\n"}, {"hexadecimal in fours", "%%%% "},
	{"base64", "~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"},
	{"capitals and digits", "^^#^ ^#^^##^ ##^^#^^#^^ ^^^### "}, {"17 capitals and digits", "^^^^^##^#^^###### "},
	{"plates", "^^-##-^^ ##-^^^-# "}, {"telephone numbers", "0## ### #### "}, {"with +", "+## ### ### ####\n"},
	{"of North America", "2##-5##-#### "}, {"cards", "4### #### #### #### "}, {"social security", "5##-4#-4### "},
	{"BSN", "bsn #########, "}, {"IBANs in fours", "DE## #### #### #### #### ## "},
	{"coordinates", "##.######, #.######\n"}, {"numbers with decimals", "##.###### #.###### "},
	{"IPv4", "1##.2#.#.## "}, {"IPv6", "2001:%%%%:%%%%:%%%%:%%%%:%%%%:%%%%:%%%% "}, {"colons and hexadecimal", "%%%%:"},
	{"MAC", "%%:%%:%%:%%:%%:%% "}, {"UUID", "%%%%%%%%-%%%%-4%%%-8%%%-%%%%%%%%%%%%\n"},
	{"days", "202#-0#-1# "}, {"days, slashes", "0#/1#/202# "}, {"times of ISO 8601", "202#-0#-1#T1#:2#:3#.###Z\n"},
	{"seconds since 1970", "17######## "}, {"milliseconds", "17###########\n"}, {"e-mail", "*.*##@example.org, "},
	{"JSON", "{\"id\":######,\"name\":\"* *\",\"total\":##.##,\"created_at\":\"202#-0#-1#T1#:2#:3#Z\",\"active\":true},"},
	{"CSV", "######,*,*,202#-0#-1#,##.##,########\n"},
	{"CSV with persons", "######,*,*##@example.com,202#-0#-1#,+31 6 1#######,##.##\n"},
	{"log", "202#-0#-1# 1#:2#:3#,### INFO  [worker-#] c.e.app.Service - request ###### took ### ms for customer ######\n"},
	{"log of requests", "1##.##.4#.# - - [1#/Oct/2025:1#:2#:3# +0000] \"GET /*/#### HTTP/1.1\" 200 ##### \"-\" \"Mozilla/5.0\"\n"},
	{"addresses of pages", "https://example.org/*/######?id=#########&x=* "},
	{"SQL", "INSERT INTO t VALUES (######, '*', ##.##, '202#-0#-1#', NULL);\n"},
	{"C", "\tfor (int i_# = 0; i_# < ###; i_#++)\n\t\t*_*[i] += 0x%%%% << #; /* * * */\n"},
	{"HTML", "<tr class=\"row-#\"><td>*</td><td style=\"width:###px\">####</td><td>&#160;*</td></tr>\n"},
	{"quoted-printable", "* *=20*=C3=A9* *=E2=82=AC *=\n"}, {"letters beyond ASCII", "\xC3\xBC* \xD0\xBA\xD0\xBB\xD1\x8E\xD1\x87 * "},
	{"full-width digits", "\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x93\xEF\xBC\x94 "}, {"$2b$", "$2b$12$~~~~~~~~~~~~~~~~~~~~~~~~ "},
	{"eyJ", "eyJ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~. "}
};

#define SHAPE_BYTES	1000000

static void
write_shape(char *text, const char *pattern)
{
	static const char digits[] = "0123456789abcdef";
	static const char base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *next = pattern;

	for (int length = 0; length < SHAPE_BYTES; next = next[1] == '\0' ? pattern : next + 1)
	{
		const char *word = words[below(WORDS)];

		switch (*next)
		{
			case '#':
				text[length++] = digits[below(10)];
				break;
			case '%':
				text[length++] = digits[below(16)];
				break;
			case '^':
				text[length++] = base64[below(26)];
				break;
			case '~':
				text[length++] = base64[below(64)];
				break;
			case '*':
				while (*word != '\0' && length < SHAPE_BYTES)
					text[length++] = *word++;
				break;
			default:
				text[length++] = *next;
		}
	}
}

static void
time_shape(const Shape *shape, int rounds)
{
	double		seconds[ROUNDS_MAX];
	long		count = 0;

	write_shape(notes, shape->pattern);
	for (int round = 0; round < rounds; round++)
	{
		BvFinder	finder;
		BvFound		found;
		BvFindResult result;
		double		started = now();

		count = 0;
		bv_find_begin(&finder, notes, SHAPE_BYTES, BV_TEXT_UTF8, NULL);
		while ((result = bv_find_next(&finder, &found)) != BV_FIND_END)
			count += result == BV_FIND_FOUND;
		seconds[round] = now() - started;
	}
	qsort(seconds, rounds, sizeof(double), by_value);
	printf("%-24s %8.0f MB/s %8ld found", shape->name, SHAPE_BYTES / seconds[rounds / 2] / 1e6, count);
#ifdef WITH_HYPERSCAN
	for (int round = 0; round < rounds; round++)
	{
		double		started = now();

		hs_scan(database, notes, SHAPE_BYTES, 0, scratch, on_match, &count);
		seconds[round] = now() - started;
	}
	qsort(seconds, rounds, sizeof(double), by_value);
	printf("%10.0f MB/s by Hyperscan", SHAPE_BYTES / seconds[rounds / 2] / 1e6);
#endif
	printf("\n");
}

int
main(int argc, char **argv)
{
	static Candidate candidates[] = {
		{"breachvalue", run_finder, 0, {0}},
#ifdef WITH_HYPERSCAN
		{"Hyperscan, block mode", run_hyperscan, 0, {0}},
#endif
#ifdef WITH_PCRE2
		{"PCRE2, JIT", run_pcre2, 0, {0}},
#endif
	};
	static const unsigned numbers[] = {0, 3, 10, 30, 60};
	int			rounds = argc > 2 ? atoi(argv[2]) : 15;

	if (argc > 1)
		note_count = atoi(argv[1]);
	if (rounds < 1 || rounds > ROUNDS_MAX || note_count < SHAPE_BYTES / NOTE_BYTES)
		return 1;
	notes = malloc((size_t) note_count * NOTE_BYTES);
	if (notes == NULL)
		return 1;
#ifdef WITH_HYPERSCAN
	make_hyperscan();
#endif
#ifdef WITH_PCRE2
	make_pcre2();
#endif
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		compare(candidates, sizeof(candidates) / sizeof(candidates[0]), numbers[i], rounds);

	printf("\nthe beginnings of these notes\n");
	for (int bytes = 20; bytes <= 320; bytes *= 2)
		time_short(bytes, rounds);

	printf("\na megabyte of one thing\n");
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		time_shape(&shapes[i], rounds < 5 ? rounds : 5);
	return 0;
}
