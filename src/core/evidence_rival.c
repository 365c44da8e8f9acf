/*
 * evidence_rival.c: the classes that a column may be of, weighed against each other
 *
 * What a likelier rival explains is weighed again: values that pass because they
 * are of the rival prove nothing.
 */
#include "evidence_rival.h"

#include <math.h>
#include <string.h>

#include "evidence_class.h"
#include "evidence_weight.h"
#include "evidence_word.h"
#include "pass_rate.h"

/* The classes for which there is anything that might speak: most of the time few. */
static BvClassSet
possible_classes(const BvKnownColumn *known)
{
	const BvSample *sample = known->column->sample;
	bool		all = (known->column->type & (BV_TYPE_INET | BV_TYPE_MAC)) != 0;
	bool		links = known->named->person_key || known->to_people;
	BvClassSet	classes = {{0}};

	for (int i = 0; i < known->named->match_count; i++)
		bv_class_set_add(&classes, known->named->matches[i].class->number);
	for (int i = 0; i < known->comment_match_count; i++)
		bv_class_set_add(&classes, known->comment_matches[i].class->number);
	if (known->rest_of_name)
		bv_class_set_add(&classes, bv_class_by_name("family_name", strlen("family_name"))->number);
	for (int c = 0; c < bv_class_count && (all || links); c++)
	{
		if (all || bv_classes[c].role == BV_ROLE_LINK)
			bv_class_set_add(&classes, bv_classes[c].number);
	}
	if (sample != NULL)
	{
		for (int number = bv_class_set_next(&sample->passed, 0); number <= bv_class_count;
			 number = bv_class_set_next(&sample->passed, number))
			bv_class_set_add(&classes, number);
		bv_add_spoken(sample, &classes);
	}
	return classes;
}

/* A class of which nothing is known yet. */
static void
begin(BvCandidate *candidate, const BvClass *class, const BvVerdict *nothing)
{
	candidate->class = class;
	candidate->verdict = *nothing;
	candidate->verdict.number = class->number;
}

/* Which part of a name it is, the column's own name tells better than lists of names. */
static void
explain_words(BvCandidate *candidates, int count)
{
	bool		named = false;

	for (int i = 0; i < count; i++)
	{
		const char *class = candidates[i].class->name;

		named = named || (candidates[i].verdict.by_name && candidates[i].logit > 0 &&
						  (strcmp(class, "name") == 0 || strcmp(class, "given_name") == 0 ||
						   strcmp(class, "family_name") == 0));
	}
	for (int i = 0; i < count && named; i++)
	{
		if (!candidates[i].verdict.by_words)
			continue;
		candidates[i].logit += BV_WORDS_EXPLAINED;
		candidates[i].verdict.parts.values += BV_WORDS_EXPLAINED;
	}
}

int
bv_weigh_all(const BvKnownColumn *known, const BvVerdict *nothing, BvCandidate *candidates)
{
	const BvSample *sample = known->column->sample;
	BvClassSet	possible = possible_classes(known);
	int			count = 0;

	for (int number = bv_class_set_next(&possible, 0); number < BV_CLASS_LIMIT;
		 number = bv_class_set_next(&possible, number))
	{
		BvCandidate *candidate = &candidates[count];

		begin(candidate, bv_class_by_number(number), nothing);
		candidate->logit = bv_weigh_class(known, candidate->class, 0, &candidate->verdict);
		if (!isinf(candidate->logit))
			count++;
	}
	for (int i = 0; i < known->column->extra_count; i++)
	{
		const BvExtraClass *extra = &known->column->extra[i];
		BvCandidate *candidate = &candidates[count];

		begin(candidate, &extra->class, nothing);
		candidate->logit = bv_weigh_extra(known, extra, &candidate->verdict);
		if (!isinf(candidate->logit))
			count++;
	}
	explain_words(candidates, count);
	for (int i = 0; i < count && sample != NULL; i++)
	{
		BvCandidate *candidate = &candidates[i];
		double		background = 0;

		if (candidate->class->is_valid == NULL || sample->passes[candidate->class->number] == 0)
			continue;
		for (int j = 0; j < count; j++)
		{
			double		rate;

			if (j == i || candidates[j].logit <= 0 || candidates[j].verdict.share <= 0)
				continue;
			/* the likelier explains the other, and what is named what is not */
			if (candidates[j].logit < candidate->logit &&
				(!candidates[j].verdict.by_name || candidate->verdict.by_name))
				continue;
			rate = bv_pass_rate(candidates[j].class, candidate->class) *
				candidates[j].verdict.share;
			if (rate > background)
				background = rate;
		}
		if (background > candidate->class->chance)
		{
			begin(candidate, candidate->class, nothing);
			candidate->logit = bv_weigh_class(known, candidate->class, background,
											  &candidate->verdict);
		}
	}
	return count;
}

int
bv_rivals(const BvColumn *column, const BvTableContext *context, BvVerdict *rivals)
{
	BvKnownColumn known;
	BvVerdict	nothing = {0};
	BvCandidate	candidates[BV_CLASS_LIMIT];
	int			count;

	bv_know_column(column, context, &known);
	nothing.share = -1;
	count = bv_weigh_all(&known, &nothing, candidates);
	for (int i = 0; i < count; i++)
		rivals[i] = candidates[i].verdict;
	return count;
}
