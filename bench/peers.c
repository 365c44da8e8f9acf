/*
 * peers.c: how fast values are recognised, beside Hyperscan and PCRE2 with its JIT
 *
 *     peers [ROUNDS]
 *
 * All three get the same columns of short values, each of one kind, and one of
 * all kinds shuffled.  Ours says of each value of which classes it is, check
 * digits, dates and lists of codes included.  The others say which of the
 * patterns match, one pattern a class, which leaves out what no regular
 * expression can tell; classes that words decide have no pattern.  Hyperscan has
 * them all in one database, PCRE2 goes through them one by one, as a value may
 * be of many classes.
 *
 * Times of the processor are taken in turn, round after round; medians are shown, in nanoseconds
 * a value, and medians of the ratios within a round.
 */
#define PCRE2_CODE_UNIT_WIDTH 8

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <hs/hs.h>
#include <pcre2.h>

#include "made_value.h"

#define VALUES		20000
#define ROUNDS_MAX	101
#define PATTERN_MAX	4000

/* ---------- patterns ---------- */

/* Where the forms that are made up (made_class.c) are a small part of the class. */
static const struct
{
	const char *class_name;
	const char *pattern;		/* NULL: words decide, no pattern can */
}			own_patterns[] = {
	{"name", NULL},
	{"given_name", NULL},
	{"family_name", NULL},
	{"address", NULL},
	{"city", NULL},
	{"region", NULL},
	{"country", NULL},
	{"nationality", NULL},
	{"language", NULL},
	{"occupation", NULL},
	{"employer", NULL},
	{"birth_place", NULL},
	{"free_text", NULL},
	{"gender", NULL},
	{"marital_status", NULL},
	{"password", NULL},
	{"username", NULL},
	{"email", "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}"},
	{"phone", "(\\+|00)[1-9]\\d{0,2}[ .-]?(\\(\\d{1,4}\\)[ .-]?)?\\d{1,4}([ .-]?\\d{2,4}){1,4}|0\\d{1,4}[ .-]?\\d{2,4}([ .-]?\\d{2,4}){1,3}|\\(\\d{3}\\) ?\\d{3}-\\d{4}|\\d{3}-\\d{3}-\\d{4}|\\d{7,13}"},
	{"iban", "[A-Za-z]{2}\\d\\d( ?[A-Za-z0-9]{4}){2,7}( ?[A-Za-z0-9]{1,3})?"},
	{"bic", "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?"},
	{"payment_card", "\\d{12,19}|\\d{4}([ -]\\d{4}){3}|\\d{4}[ -]\\d{6}[ -]\\d{5}"},
	{"ip_address", "((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)|([0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4}"},
	{"url", "(https?|ftp)://[A-Za-z0-9.-]+(:\\d+)?([/?#][!-~]*)?"},
	{"social_handle", "@[A-Za-z0-9_.]{3,30}|https?://(www\\.)?(twitter|x|facebook|instagram|linkedin|tiktok)\\.com/[!-~]+"},
	{"user_agent", "(Mozilla|Opera|curl|okhttp|Dalvik|Wget)/\\d[ -~]*"},
	{"jwt", "eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*"},
	{"private_key", "-----BEGIN ([A-Z]+ )?PRIVATE KEY-----[A-Za-z0-9+/=\\s]+-----END ([A-Z]+ )?PRIVATE KEY-----\\s*"},
	{"crypto_wallet", "0x[0-9A-Fa-f]{40}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71}"},
	{"photo", "data:image/(png|jpeg|webp|heif);base64,[A-Za-z0-9+/]+={0,2}"},
	{"genetic", "rs[1-9]\\d{2,9}|[ACGT]{20,200}"},
	{"geo_point", "-?\\d{1,2}\\.\\d{4,15}, ?-?\\d{1,3}\\.\\d{4,15}"},
	{"birth_date", "\\d{4}[-/.]?\\d\\d[-/.]?\\d\\d|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}"},
};

static char patterns[BV_USER_CLASS_FIRST][PATTERN_MAX];
static unsigned pattern_class[BV_USER_CLASS_FIRST];
static int	pattern_count;

static void
make_patterns(void)
{
	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];
		const MadeClass *made = made_class_of(class);
		const char *own = "";

		if (class->is_valid == NULL || made == NULL)
			continue;
		for (size_t j = 0; j < sizeof(own_patterns) / sizeof(own_patterns[0]); j++)
		{
			if (strcmp(own_patterns[j].class_name, class->name) == 0)
				own = own_patterns[j].pattern;
		}
		if (own == NULL)
			continue;
		strcpy(patterns[pattern_count], "^(");
		if (own[0] != '\0')
			strcat(patterns[pattern_count], own);
		else
		{
			for (int j = 0; j < MADE_PATTERNS_MAX && made->truth[j] != NULL; j++)
			{
				strcat(patterns[pattern_count], j > 0 ? "|" : "");
				strcat(patterns[pattern_count], made->truth[j]);
			}
		}
		strcat(patterns[pattern_count], ")\\z");
		pattern_class[pattern_count++] = (unsigned) class->number;
	}
}

/* ---------- columns ---------- */

typedef struct Column
{
	const char *title;
	char	   *text;
	int			offset[VALUES + 1];
} Column;

/* Kinds of values, beside those of classes, that columns hold. */
static const struct
{
	const char *title;
	const char *pattern;
}			others[] = {
	{"uuid", "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"},
	{"key", "[1-9]\\d{5,8}"},
	{"amount", "[1-9]\\d{0,3}\\.\\d\\d"},
	{"timestamp", "20[0-2]\\d-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8]) ([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d"},
	{"word", "<word>"},
	{"words", "<word> <word> <word> <word>"},
	{"code", "[A-Z]{2,3}-\\d{4,6}"},
	{"hash", "[0-9a-f]{64}"},
	{"full name", "(Anna|Peter|Maria|Jan|Sofia|Thomas) (de |van )?(Jansen|Smith|Garcia|Rossi|Silva|Nowak|Weber)"},
};

static const char *const of_class[] = {
	"email", "phone", "us_ssn", "nl_bsn", "se_personnummer", "pl_pesel", "br_cpf", "it_codice_fiscale",
	"fr_nir", "payment_card", "iban", "bic", "vin", "nl_kenteken", "imei", "mac", "ip_address", "postcode",
	"birth_date", "url", "user_agent", "jwt", "password_hash", "given_name", "city", "address",
};

#define OTHERS		((int) (sizeof(others) / sizeof(others[0])))
#define OF_CLASS	((int) (sizeof(of_class) / sizeof(of_class[0])))
#define COLUMNS		(OTHERS + OF_CLASS + 1)

static Column columns[COLUMNS];

static void
start_column(Column *column, const char *title)
{
	column->title = title;
	column->text = malloc((size_t) VALUES * 512);
}

static void
append(Column *column, int i, const char *text, size_t length)
{
	if (length > 511)
		length = 511;
	memcpy(column->text + column->offset[i], text, length);
	column->offset[i + 1] = column->offset[i] + (int) length;
}

static void
make_columns(void)
{
	uint64_t	seed = 42;
	char		text[PATTERN_TEXT_MAX];
	Column	   *mix = &columns[COLUMNS - 1];

	for (int c = 0; c < OF_CLASS; c++)
	{
		const BvClass *class = bv_class_by_name(of_class[c], strlen(of_class[c]));

		start_column(&columns[c], of_class[c]);
		for (int i = 0; i < VALUES; i++)
			append(&columns[c], i, text, made_value(class, &seed, text));
	}
	for (int c = 0; c < OTHERS; c++)
	{
		start_column(&columns[OF_CLASS + c], others[c].title);
		for (int i = 0; i < VALUES; i++)
			append(&columns[OF_CLASS + c], i, text, pattern_text(others[c].pattern, &seed, text));
	}
	start_column(mix, "all, shuffled");
	for (int i = 0; i < VALUES; i++)
	{
		const Column *from = &columns[random_below(&seed, COLUMNS - 1)];
		int			which = (int) random_below(&seed, VALUES);

		append(mix, i, from->text + from->offset[which],
			   (size_t) (from->offset[which + 1] - from->offset[which]));
	}
}

/* ---------- the three ---------- */

static uint64_t sink;			/* what was found, so that nothing is optimised away */

static void
run_ours(const Column *column)
{
	for (int i = 0; i < VALUES; i++)
	{
		BvClassSet	set = bv_classes_of(column->text + column->offset[i],
										(size_t) (column->offset[i + 1] - column->offset[i]));

		sink += set.word[0] ^ set.word[1] ^ set.word[2] ^ set.word[3];
	}
}

static hs_database_t *hs_database;
static hs_scratch_t *hs_scratch;

static int
hs_found(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context)
{
	bv_class_set_add(context, (int) id);
	return 0;
}

static void
start_hyperscan(void)
{
	const char *expressions[BV_USER_CLASS_FIRST];
	unsigned	flags[BV_USER_CLASS_FIRST];
	hs_compile_error_t *error;

	for (int i = 0; i < pattern_count; i++)
	{
		expressions[i] = patterns[i];
		flags[i] = HS_FLAG_SINGLEMATCH;
	}
	if (hs_compile_multi(expressions, flags, pattern_class, pattern_count, HS_MODE_BLOCK, NULL,
						 &hs_database, &error) != HS_SUCCESS)
	{
		fprintf(stderr, "hyperscan: pattern of %s: %s\n",
				error->expression >= 0 ? bv_class_by_number((int) pattern_class[error->expression])->name : "all",
				error->message);
		exit(1);
	}
	if (hs_alloc_scratch(hs_database, &hs_scratch) != HS_SUCCESS)
		exit(1);
}

static BvClassSet
hyperscan_of(const char *value, size_t len)
{
	BvClassSet	set = {{0}};

	hs_scan(hs_database, value, (unsigned) len, 0, hs_scratch, hs_found, &set);
	return set;
}

static void
run_hyperscan(const Column *column)
{
	for (int i = 0; i < VALUES; i++)
	{
		BvClassSet	set = hyperscan_of(column->text + column->offset[i],
									   (size_t) (column->offset[i + 1] - column->offset[i]));

		sink += set.word[0] ^ set.word[1] ^ set.word[2] ^ set.word[3];
	}
}

static pcre2_code *pcre2_codes[BV_USER_CLASS_FIRST];
static pcre2_match_data *pcre2_data;

static void
start_pcre2(void)
{
	for (int i = 0; i < pattern_count; i++)
	{
		int			error;
		PCRE2_SIZE	offset;

		pcre2_codes[i] = pcre2_compile((PCRE2_SPTR) patterns[i], PCRE2_ZERO_TERMINATED,
									   PCRE2_NO_AUTO_CAPTURE, &error, &offset, NULL);
		if (pcre2_codes[i] == NULL || pcre2_jit_compile(pcre2_codes[i], PCRE2_JIT_COMPLETE) != 0)
		{
			fprintf(stderr, "pcre2: pattern of %s\n", bv_class_by_number((int) pattern_class[i])->name);
			exit(1);
		}
	}
	pcre2_data = pcre2_match_data_create(1, NULL);
}

static BvClassSet
pcre2_of(const char *value, size_t len)
{
	BvClassSet	set = {{0}};

	for (int i = 0; i < pattern_count; i++)
	{
		if (pcre2_jit_match(pcre2_codes[i], (PCRE2_SPTR) value, len, 0, 0, pcre2_data, NULL) >= 0)
			bv_class_set_add(&set, (int) pattern_class[i]);
	}
	return set;
}

static void
run_pcre2(const Column *column)
{
	for (int i = 0; i < VALUES; i++)
	{
		BvClassSet	set = pcre2_of(column->text + column->offset[i],
								   (size_t) (column->offset[i + 1] - column->offset[i]));

		sink += set.word[0] ^ set.word[1] ^ set.word[2] ^ set.word[3];
	}
}

/* ---------- times ---------- */

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double) now.tv_sec + 1e-9 * (double) now.tv_nsec;
}

static int
compare(const void *a, const void *b)
{
	double		x = *(const double *) a;
	double		y = *(const double *) b;

	return (x > y) - (x < y);
}

static double
median(const double *values, int count)
{
	double		sorted[ROUNDS_MAX];

	memcpy(sorted, values, sizeof(double) * (size_t) count);
	qsort(sorted, (size_t) count, sizeof(double), compare);
	return sorted[count / 2];
}

/* Do Hyperscan and PCRE2 find the same, so that the work is the same? */
static void
check(const Column *column)
{
	for (int i = 0; i < VALUES; i += 10)
	{
		const char *value = column->text + column->offset[i];
		size_t		len = (size_t) (column->offset[i + 1] - column->offset[i]);
		BvClassSet	one = hyperscan_of(value, len);
		BvClassSet	other = pcre2_of(value, len);

		if (!bv_class_set_equal(&one, &other))
		{
			fprintf(stderr, "hyperscan and pcre2 differ on a value of %s\n", column->title);
			exit(1);
		}
	}
}

/* A line for all columns: their quartiles, and how many are at least, or at most, what is the goal. */
static void
summarize(const char *title, double *values, double goal, bool at_least)
{
	int			within = 0;

	for (int c = 0; c < COLUMNS; c++)
		within += at_least ? values[c] >= goal : values[c] <= goal;
	qsort(values, COLUMNS, sizeof(double), compare);
	printf("%-36s %8.1f %8.1f %8.1f %8.1f %8.1f %10d of %d\n", title, values[0], values[COLUMNS / 4],
		   values[COLUMNS / 2], values[COLUMNS * 3 / 4], values[COLUMNS - 1], within, COLUMNS);
}

int
main(int argc, char **argv)
{
	static void (*const run[3]) (const Column *) = {run_ours, run_hyperscan, run_pcre2};
	int			rounds = argc > 1 ? atoi(argv[1]) : 9;
	static double ours[COLUMNS];
	static double times_as_fast[2][COLUMNS];	/* as Hyperscan, as PCRE2 */

	if (rounds < 1 || rounds > ROUNDS_MAX)
		return 2;
	make_patterns();
	start_hyperscan();
	start_pcre2();
	make_columns();

	printf("%d classes, %d patterns; medians of %d rounds, nanoseconds a value\n\n",
		   bv_class_count, pattern_count, rounds);
	printf("%-18s %6s %10s %12s %8s %8s %8s\n", "column", "bytes", "breachvalue", "hyperscan", "pcre2",
		   "ratio", "ratio");
	for (int c = 0; c < COLUMNS; c++)
	{
		const Column *column = &columns[c];
		double		time[3][ROUNDS_MAX];
		double		ratio[3][ROUNDS_MAX];

		check(column);
		for (int engine = 0; engine < 3; engine++)
			run[engine] (column);
		for (int round = 0; round < rounds; round++)
		{
			for (int turn = 0; turn < 3; turn++)
			{
				int			engine = (turn + round) % 3;
				double		start = seconds();

				run[engine] (column);
				time[engine][round] = (seconds() - start) / VALUES * 1e9;
			}
			for (int engine = 1; engine < 3; engine++)
				ratio[engine][round] = time[engine][round] / time[0][round];
		}
		ours[c] = median(time[0], rounds);
		for (int engine = 1; engine < 3; engine++)
			times_as_fast[engine - 1][c] = median(ratio[engine], rounds);
		printf("%-18s %6d %10.1f %12.1f %8.0f %8.1f %8.1f\n", column->title, column->offset[VALUES] / VALUES,
			   median(time[0], rounds), median(time[1], rounds), median(time[2], rounds),
			   median(ratio[1], rounds), median(ratio[2], rounds));
		fflush(stdout);
	}
	printf("\n%-36s %8s %8s %8s %8s %8s %16s\n", "", "least", "quarter", "median", "quarter", "most", "within the goal");
	summarize("ns a value (at most 40)", ours, 40, false);
	summarize("times Hyperscan's speed (at least 3)", times_as_fast[0], 3, true);
	summarize("times PCRE2's speed (at least 6)", times_as_fast[1], 6, true);
	return sink == 42;			/* nobody knows */
}
