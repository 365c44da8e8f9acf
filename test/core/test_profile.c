/* test_profile.c: profiles of columns, and what single values look like */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "profile.h"
#include "sample.h"
#include "tap.h"

/* An open profile with room for all. */
static BvProfile *
begin(void)
{
	BvProfile  *profile = malloc(bv_profile_open_size(BV_PROFILE_VALUES));

	bv_profile_init(profile, BV_PROFILE_VALUES);
	return profile;
}

static void
add(BvProfile *profile, const char *value)
{
	BvProfileEntry entry = {0};
	BvProfileEntry *known;

	profile->rows++;
	entry.hash = bv_fast_hash(value, strlen(value));
	if (entry.hash > profile->bar)
		return;
	known = bv_profile_find(profile, entry.hash);
	if (known != NULL)
	{
		known->rows++;
		return;
	}
	entry.rows = 1;
	entry.look = bv_look_at(value, strlen(value));
	bv_profile_put(profile, &entry);
}

static BvProfile *
closed(const BvProfile *profile)
{
	BvProfile  *copy = malloc(bv_profile_closed_size(profile->count));

	bv_profile_close(copy, profile);
	return copy;
}

static void
test_hash(void)
{
	char		text[64] = {0};
	uint64_t	seen[65];
	int			same = 0;
	double		low = 0;

	/* lengths alone differ */
	for (int len = 0; len <= 64; len++)
	{
		seen[len] = bv_fast_hash(text, len);
		for (int i = 0; i < len; i++)
			same += seen[i] == seen[len];
	}
	ok(same == 0, "zeros of 65 lengths have 65 hashes");
	/* they are stored, so they are the same on every machine and for ever */
	ok(bv_fast_hash("abc", 3) == UINT64_C(0xeeabc52792bd834b) &&
	   bv_fast_hash("user1@example.com", 17) == UINT64_C(0x50e29540d6fe3246) &&
	   bv_fast_hash_number(42) == UINT64_C(0x1321fa96866b8e06), "hashes stay what they are");

	/* consecutive numbers fall evenly: the mean of n uniforms is within 4 / sqrt(12 n) of a half */
	for (int i = 0; i < 100000; i++)
	{
		int			len = sprintf(text, "%d", 100000000 + i);

		low += bv_fast_hash(text, len) / 18446744073709551616.0;
	}
	ok(low / 100000 > 0.4963 && low / 100000 < 0.5037, "hashes of consecutive keys are even: %.4f",
	   low / 100000);
}

static void
test_distinct(void)
{
	static const int counts[] = {0, 1, 255, 256, 5000, 200000};

	for (size_t c = 0; c < sizeof(counts) / sizeof(counts[0]); c++)
	{
		BvProfile  *profile = begin();
		double		estimate;
		char		text[32];

		for (int i = 0; i < counts[c]; i++)
		{
			sprintf(text, "value %d", i);
			add(profile, text);
		}
		estimate = bv_profile_distinct(profile);
		/* one standard deviation is 1 / sqrt(254) */
		ok(counts[c] < BV_PROFILE_VALUES ? estimate == counts[c] :
		   estimate > 0.8 * counts[c] && estimate < 1.2 * counts[c],
		   "%d distinct values are taken for %.0f", counts[c], estimate);
		free(profile);
	}
}

static int
compare_hashes(const void *a, const void *b)
{
	uint64_t	left = *(const uint64_t *) a;
	uint64_t	right = *(const uint64_t *) b;

	return left < right ? -1 : left > right;
}

/* Are the entries of a closed profile of the numbers below count those with the lowest hashes? */
static bool
has_lowest_hashes(const BvProfile *profile, int count)
{
	uint64_t   *hashes = malloc(count * sizeof(uint64_t));
	char		text[32];
	bool		same = profile->count == BV_PROFILE_VALUES;

	for (int i = 0; i < count; i++)
		hashes[i] = bv_fast_hash(text, sprintf(text, "%d", i));
	qsort(hashes, count, sizeof(uint64_t), compare_hashes);
	for (int i = 0; i < profile->count; i++)
		same = same && profile->entry[i].hash == hashes[i];
	same = same && profile->bar == hashes[BV_PROFILE_VALUES - 1];
	free(hashes);
	return same;
}

/* Rows in any order make the same profile, with the rows of each value exact. */
static void
test_order(void)
{
	BvProfile  *up = begin();
	BvProfile  *down = begin();
	BvProfile  *left;
	BvProfile  *right;
	int64_t		wrong = 0;
	char		text[32];

	for (int i = 0; i < 30000; i++)
	{
		sprintf(text, "%d", i % 10000);
		add(up, text);
		sprintf(text, "%d", (29999 - i) % 10000);
		add(down, text);
	}
	left = closed(up);
	right = closed(down);
	ok(left->count == BV_PROFILE_VALUES && memcmp(left, right, bv_profile_closed_size(left->count)) == 0,
	   "two orders make one profile");
	for (int i = 0; i < left->count; i++)
		wrong += left->entry[i].rows != 3;
	ok(wrong == 0, "every sampled value has its three rows");
	ok(bv_profile_fault(left) == NULL, "it is sound");

	/* of all hashes these are the lowest */
	ok(has_lowest_hashes(left, 10000), "it has the values with the lowest hashes");

	/* closed in the middle and opened again, it comes out the same */
	for (int parts = 2; parts <= 5; parts++)
	{
		BvProfile  *whole = begin();
		BvProfile  *middle;

		for (int i = 0; i < 30000; i++)
		{
			if (i % (30000 / parts) == 100)
			{
				middle = closed(whole);
				bv_profile_open(whole, BV_PROFILE_VALUES, middle);
				free(middle);
			}
			sprintf(text, "%d", i % 10000);
			add(whole, text);
		}
		middle = closed(whole);
		ok(memcmp(left, middle, bv_profile_closed_size(left->count)) == 0,
		   "closed and opened %d times it is the same", parts);
		free(middle);
		free(whole);
	}

	/* opened again it goes on */
	bv_profile_open(up, BV_PROFILE_VALUES, left);
	ok(bv_profile_find(up, left->entry[7].hash) != NULL &&
	   bv_profile_find(up, left->entry[7].hash)->rows == 3, "opened again, values are found");

	left->entry[3].rows = 0;
	ok(bv_profile_fault(left) != NULL, "a value without rows is a fault");
	left->entry[3] = left->entry[2];
	ok(bv_profile_fault(left) != NULL, "so is a value twice");
	free(up);
	free(down);
	free(left);
	free(right);
}

static bool
has(const char *value, BvTrait trait)
{
	return (bv_look_at(value, strlen(value)).traits >> trait) & 1;
}

static void
test_looks(void)
{
	char		longest[1000];

	ok(has("Jos\xc3\xa9 O'Neil-Smith", BV_LOOK_LETTERED), "names are letters");
	ok(!has("R2-D2", BV_LOOK_LETTERED), "codes are not");
	ok(has(" 12.5000 ", BV_LOOK_PRECISE) && has("-89.5", BV_LOOK_IN_90) &&
	   !has("-90.5", BV_LOOK_IN_90), "numbers and their ranges");
	ok(!has("1.2.3", BV_LOOK_NUMBER) && !has("--1", BV_LOOK_NUMBER) && !has(".", BV_LOOK_NUMBER),
	   "what is no number");
	ok(has("d41d8cd98f00b204e9800998ecf8427e", BV_LOOK_DIGEST) &&
	   has("\\xd41d8cd98f00b204e9800998ecf8427e", BV_LOOK_DIGEST), "a digest, as text and as bytea");
	ok(!has("12345678901234567890123456789012", BV_LOOK_DIGEST), "digits alone are no digest");
	ok(has("$2b$12$abcdefghijklmnopqrstuv", BV_LOOK_CRYPT), "a stored password");
	ok(has("**** **** **** 1234", BV_LOOK_MASKED) && has("XXX-XX-6789", BV_LOOK_MASKED) &&
	   has("j***@example.com", BV_LOOK_MASKED), "masked values");
	ok(!has("Maxxx Mustermann", BV_LOOK_MASKED) && !has("xxx", BV_LOOK_MASKED), "words are not masked");
	ok(has("gAAAAABkXyZ0123456789abcdef", BV_LOOK_CIPHER), "an envelope of ciphertext");
	ok(has("2024-02-29", BV_LOOK_DATE) && has("31.12.1980", BV_LOOK_DAY) &&
	   has("12/31/80", BV_LOOK_DAY) && !has("13.13.1980", BV_LOOK_DAY), "dates in several orders");
	ok(has("+31 6 12345678", BV_LOOK_DIALLED) && !has("123-45-6789", BV_LOOK_DIALLED) &&
	   has("123-45-6789", BV_LOOK_SSN), "written as a telephone number, or not");
	ok(has("1700000000", BV_LOOK_CLOCK) && !has("2700000000", BV_LOOK_CLOCK), "seconds since 1970");
	ok(has("1984", BV_LOOK_YEAR) && !has("1784", BV_LOOK_YEAR), "years");
	ok(has("n/a", BV_LOOK_PLACEHOLDER), "a word for nothing");
	ok(bv_look_at(" \t", 2).length == 0 && bv_look_at("", 0).traits == 0, "blanks look like nothing");

	memset(longest, 'a', sizeof(longest));
	ok(bv_look_at(longest, sizeof(longest)).length == sizeof(longest), "a long value keeps its length");
}

/* Numbers in a row are dense, numbers at random are not. */
static void
test_density(void)
{
	BvSample	sample;
	char		text[32];
	uint64_t	state = 99;

	bv_sample_init(&sample, 2026);
	for (int i = 0; i < 200; i++)
	{
		sprintf(text, "%d", 734000000 + i);
		bv_sample_add(&sample, text, strlen(text));
	}
	bv_sample_end(&sample);
	ok(sample.density > 0.3 && sample.density < 3, "consecutive keys: density %.2f", sample.density);

	bv_sample_init(&sample, 2026);
	for (int i = 0; i < 200; i++)
	{
		state = state * UINT64_C(6364136223846793005) + 1442695040888963407;
		sprintf(text, "%llu", (unsigned long long) (100000000 + (state >> 33) % 900000000));
		bv_sample_add(&sample, text, strlen(text));
	}
	bv_sample_end(&sample);
	ok(sample.density < 1e-5, "random keys: density %g", sample.density);
	ok(sample.traits[BV_LOOK_ALL_DIGITS] == 200 && sample.longest == 9 && sample.shapes == 1,
	   "they are counted");
}

int
main(void)
{
	test_hash();
	test_distinct();
	test_order();
	test_looks();
	test_density();
	return done_testing();
}
