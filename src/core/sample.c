/*
 * sample.c: what the distinct values of a column are like, counted as they come
 */
#include "sample.h"

#include <math.h>
#include <string.h>

#include "array.h"

void
bv_sample_init(BvSample *sample, int year)
{
	memset(sample, 0, sizeof(*sample));
	sample->year = year;
}

static void
count_bits(int *counts, uint32_t bits)
{
	for (; bits != 0; bits &= bits - 1)
		counts[__builtin_ctz(bits)]++;
}

static void
take_shape(BvSample *sample, uint16_t shape)
{
	int			i = 0;

	while (i < sample->shapes && sample->shape[i] != shape)
		i++;
	if (i == lengthof(sample->shape))
		return;
	if (i == sample->shapes)
		sample->shape[sample->shapes++] = shape;
	sample->shape_values[i]++;
}

void
bv_sample_take(BvSample *sample, const BvLook *look, int64_t rows)
{
	count_bits(sample->traits, look->traits);
	count_bits(sample->decoys, look->decoys);
	count_bits(sample->words, look->words);
	take_shape(sample, look->shape);
	if (look->years > 0)
	{
		int			year = 1850 + 5 * (look->years - 1);

		sample->dated++;
		sample->decade_bits |= UINT64_C(1) << (look->years / 2 % 64);
		/* steps of five years: the one in which people turn 15 counts, that of 100 as well */
		sample->grown_up += year >= sample->year - 104 && year <= sample->year - 15;
	}
	if (look->block[0] != 0)
	{
		sample->whole_numbers++;
		for (int level = 0; level < BV_BLOCK_LEVELS; level++)
			sample->blocks[level][look->block[level] / 64] |=
				UINT64_C(1) << (look->block[level] % 64);
	}
	if (sample->distinct == 0 || look->length < sample->shortest)
		sample->shortest = look->length;
	if (look->length > sample->longest)
		sample->longest = look->length;
	sample->bytes += look->length;
	sample->repeats += rows;
	sample->distinct++;
	sample->passed = bv_class_set_union(&sample->passed, &look->classes);
	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
	{
		for (uint64_t bits = look->classes.word[i]; bits != 0; bits &= bits - 1)
			sample->passes[64 * i + __builtin_ctzll(bits)]++;
	}
}

/*
 * How densely whole numbers lie in their range, from how many blocks of it the
 * sampled ones fall into: at the finest level at which blocks are shared.
 * Blocks are known by hashes of 255 values, so their number is estimated.
 */
static double
density_of(const BvSample *sample)
{
	double		n = sample->whole_numbers;

	if (n < 10 || n < sample->distinct)
		return 0;
	for (int level = 0; level < BV_BLOCK_LEVELS; level++)
	{
		int			cells = 0;

		for (int i = 0; i < 4; i++)
			cells += __builtin_popcountll(sample->blocks[level][i]);
		if (cells <= 100 && cells <= n / 2)
		{
			double		blocks = -255 * log1p(-cells / 255.0);

			return sample->population / (blocks * ldexp(1, BV_BLOCK_SHIFT(level)));
		}
	}
	return 0;
}

void
bv_sample_end(BvSample *sample)
{
	if (sample->population < sample->distinct)
		sample->population = sample->distinct;
	if (sample->repeats < sample->distinct)
		sample->repeats = sample->distinct;
	for (int i = 0; i < sample->shapes; i++)
	{
		if (sample->shape_values[i] > sample->commonest_shape)
			sample->commonest_shape = sample->shape_values[i];
	}
	sample->decades = __builtin_popcountll(sample->decade_bits);
	sample->density = density_of(sample);
}

void
bv_sample_add(BvSample *sample, const char *value, size_t len)
{
	BvLook		look = bv_look_at(value, len);

	if (look.length > 0)
		bv_sample_take(sample, &look, 1);
}

void
bv_sample_of_profile(BvSample *sample, const BvProfile *profile, int year)
{
	bv_sample_init(sample, year);
	sample->rows = profile->rows;
	sample->nulls = profile->nulls;
	sample->blanks = profile->blanks;
	for (int i = 0; i < profile->count; i++)
		bv_sample_take(sample, &profile->entry[i].look, profile->entry[i].rows);
	sample->population = bv_profile_distinct(profile);
	bv_sample_end(sample);
}
