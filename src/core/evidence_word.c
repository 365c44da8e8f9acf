/*
 * evidence_word.c: what the values of a column say, by lists of words
 *
 * Of n values k are on the list for a class.  How many there are in a column of the
 * class, and by chance in others, was measured for each list (lexicon.h).
 */
#include "evidence_word.h"

#include <math.h>
#include <string.h>

#include "array.h"
#include "evidence_sample.h"
#include "evidence_weight.h"
#include "lexicon.h"

/* Words of one column are chosen by one hand. */
#define WORDS_EFFECTIVE 40

/* As many names say by themselves that they are of people; fewer may be of anything. */
#define WORDS_ENOUGH	30

/* Where so many of the names are those of towns, they are towns. */
#define PLACES	0.6

/* A closed list has each of its words in as many rows. */
#define LIST_REPEATS	5

/* Where the sample counts them. */
#define ORDINARY_BIT	__builtin_ctz(BV_WORDS_ORDINARY)
#define CITY_BIT		__builtin_ctz(BV_WORDS_CITY)
#define COMPANY_BIT		__builtin_ctz(BV_WORDS_COMPANY)

/* How many of the values are on the list of words for the class; -1: it has none. */
static double
hits_of(const BvClass *class, const BvSample *sample, double *hit, double *chance)
{
	double		hits = -1;
	const char *listed = strcmp(class->name, "birth_place") == 0 ? "city" : class->name;

	for (int i = 0; i < BV_WORDS_KINDS; i++)
	{
		const BvWordsRate *rate = &bv_words_rates[i];
		double		of_kind = sample->words[__builtin_ctz(rate->kind)];

		if (of_kind <= hits || rate->class_name[0] != listed[0] ||
			strcmp(rate->class_name, listed) != 0)
			continue;
		hits = of_kind;
		*hit = rate->hit;
		*chance = rate->chance;
	}
	return hits;
}

double
bv_weigh_words(const BvClass *class, const BvSample *sample, bool named)
{
	double		n = bv_effective(sample);
	double		hit;
	double		chance;
	double		k = hits_of(class, sample, &hit, &chance);
	double		with = -INFINITY;
	double		without = -INFINITY;
	double		logit;
	double		most;
	bool		single = strcmp(class->name, "given_name") == 0 || strcmp(class->name, "family_name") == 0;

	if (k < 0 || n == 0)
		return 0;
	/* codes of states and provinces are on no list for most countries */
	if (k < n / 2 && sample->longest <= 3 && strcmp(class->name, "region") == 0)
		return 0;
	/* words of one column are of one kind, and so fewer than they seem */
	k *= n / sample->distinct;
	if (n > WORDS_EFFECTIVE)
	{
		k *= WORDS_EFFECTIVE / n;
		n = WORDS_EFFECTIVE;
	}
	/* some languages are known better than others; so are some others' words */
	for (int i = 0; i < 3; i++)
	{
		with = bv_log_sum(with, log(1 / 3.0) + bv_log_likelihood(n, k, hit + i * (0.98 - hit) / 2));
		without = bv_log_sum(without, log(i == 0 ? 0.7 : 0.15) +
							 bv_log_likelihood(n, k, chance * (1 + i) < 0.5 ? chance * (1 + i) : 0.5));
	}
	with = bv_log_sum(with + log1p(-BV_STRANGE_WORDS), log(BV_STRANGE_WORDS) + without);
	logit = with - without;
	if (named)
		return logit > BV_WORDS_NAMED ? BV_WORDS_NAMED : logit;
	/* London, Bath, Palermo: families are called after places, but not most of them */
	if (single && sample->words[CITY_BIT] > PLACES * hits_of(class, sample, &hit, &chance))
		return logit > 0 ? 0 : logit;
	/* Rose, Amber, Violet: colours as well */
	if (sample->words[ORDINARY_BIT] > 0.5 * hits_of(class, sample, &hit, &chance))
		return logit > 0 ? 0 : logit;
	most = BV_WORDS_UNNAMED;
	if (single && sample->distinct < WORDS_ENOUGH)
		most -= BV_WORDS_TOO_FEW * (1 - sample->distinct / (double) WORDS_ENOUGH);
	/* ships and brands are named after people too, but there are few, and they come again and again */
	if (single && sample->distinct <= WORDS_EFFECTIVE && sample->repeats >= LIST_REPEATS * (int64_t) sample->distinct)
		most -= BV_WORDS_OF_LIST;
	if (logit > most)
		logit = most;
	/* two words or more are seldom one name */
	if (single && bv_trait_share(sample, BV_LOOK_SPACE) > 0.6)
		logit += BV_WORDS_SEVERAL;
	return logit;
}

/* The classes for which words alone can speak. */
static const char *const spoken[] = {"given_name", "family_name", "name", "address"};

bool
bv_speaks_by_words(const BvClass *class, const BvSample *sample)
{
	double		hit;
	double		chance;

	/* a legal form now and then is enough: they are companies */
	if (bv_share_of(sample->words[COMPANY_BIT], sample) > 0.15 && strcmp(class->name, "address") != 0)
		return false;
	for (size_t i = 0; i < lengthof(spoken); i++)
	{
		if (class->name[0] == spoken[i][0] && strcmp(class->name, spoken[i]) == 0)
			return hits_of(class, sample, &hit, &chance) > 0.1 * sample->distinct;
	}
	return false;
}

void
bv_add_spoken(const BvSample *sample, BvClassSet *classes)
{
	static const BvClass *class[lengthof(spoken)];
	int			words = 0;

	for (int i = 0; i < BV_WORD_BITS; i++)
		words |= sample->words[i];
	for (size_t i = 0; i < lengthof(spoken) && words != 0; i++)
	{
		if (class[i] == NULL)
			class[i] = bv_class_by_name(spoken[i], strlen(spoken[i]));
		if (bv_speaks_by_words(class[i], sample))
			bv_class_set_add(classes, class[i]->number);
	}
}
