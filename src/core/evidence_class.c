/*
 * evidence_class.c: what speaks for one class
 *
 *     logit = prior + name + type + table + values
 *
 * in natural log-odds against "nothing personal".  A class that has neither a name
 * nor passing values for it, or whose type cannot be, is no candidate.
 */
#include "evidence_class.h"

#include <math.h>
#include <string.h>

#include "evidence_name.h"
#include "evidence_sample.h"
#include "evidence_shape.h"
#include "evidence_table.h"
#include "evidence_value.h"
#include "evidence_weight.h"
#include "evidence_word.h"

/*
 * Log-odds from the type, or -INFINITY where the class cannot be.  What is
 * protected may be bytes, whatever it was.
 */
static double
weigh_type(const BvClass *class, int type, bool is_protected)
{
	const int	number = BV_TYPE_INTEGER | BV_TYPE_NUMERIC | BV_TYPE_FLOAT;

	if (class->types & type)
		return 0;
	if (is_protected && (type & (BV_TYPE_BYTES | BV_TYPE_TEXT)) && bv_may_be_protected(class))
		return BV_NEAR_TYPE;
	if (type == BV_TYPE_ENUM && (class->types & BV_TYPE_TEXT))
		return BV_NEAR_TYPE;
	if ((type & (number | BV_TYPE_MONEY)) && (class->types & number))
		return BV_NEAR_TYPE;
	if (type == BV_TYPE_TEXT && (class->types & (number | BV_TYPE_DATE | BV_TYPE_GEOMETRY)))
		return BV_NEAR_TYPE;
	return -INFINITY;
}

/* May values alone make a column a candidate?  A pair of degrees is hardly anything else. */
static bool
speaks_by_values(const BvClass *class)
{
	return class->evidence == BV_BY_VALUE || strcmp(class->name, "geo_point") == 0;
}

/* What speaks for a class at all: its prior and name in the verdict, or not. */
static bool
weigh_name(const BvKnownColumn *known, const BvClass *class, const BvWeight *weight, BvVerdict *verdict)
{
	const BvColumn *column = known->column;
	const BvSample *sample = column->sample;
	const BvColumnNameMatch *match = bv_find_match(known->named->matches, known->named->match_count,
												   class->name);
	bool		link = strcmp(class->name, "account_id") == 0;
	BvParts    *parts = &verdict->parts;

	if (match != NULL)
	{
		parts->prior = weight->named;
		parts->name = bv_weigh_name(&known->named->name, match, known->named->matches,
									known->named->match_count, weight,
									known->protection != BV_PROTECTION_NONE);
		verdict->by_name = true;
		verdict->whole_name = match->whole;
		if (known->rest_of_name && strcmp(class->name, "name") == 0)
			parts->name += BV_NAME_NOT_REST;
		verdict->name_denied = match->negatives > 0 && parts->name <= BV_NAME_DENIED;
	}
	else if (known->rest_of_name && strcmp(class->name, "family_name") == 0)
	{
		parts->prior = weight->named;
		parts->name = BV_NAME_REST;
		verdict->by_name = true;
	}
	else if (link && known->named->person_key)
	{
		parts->prior = weight->named;
		verdict->by_name = true;
	}
	else if (link && known->to_people)
		parts->prior = 0;
	else if ((match = bv_find_match(known->comment_matches, known->comment_match_count,
									class->name)) != NULL && match->negatives == 0 && !link)
	{
		parts->prior = weight->named;
		parts->name = BV_COMMENT + bv_weigh_name(&known->comment, match,
												 known->comment_matches, known->comment_match_count,
												 weight, false);
		verdict->by_comment = true;
	}
	else if (verdict->by_type)
		parts->prior = weight->unnamed;
	else if (sample != NULL && class->is_valid != NULL && speaks_by_values(class) &&
			 sample->passes[class->number] > 0)
	{
		parts->prior = weight->unnamed;
		if (known->named->thing)
			parts->name = BV_NAMED_THING;
		if (known->named->message_id && strcmp(class->name, "email") == 0)
			parts->name = BV_MESSAGE_ID;
	}
	else if (sample != NULL && bv_speaks_by_words(class, sample))
	{
		parts->prior = weight->unnamed;
		verdict->by_words = true;
		if (bv_names_people_last(&known->named->name))
			parts->name = BV_NAMED_PERSON;
		else if (known->named->thing)
			parts->name = BV_WORDS_OF_THING;
		else if (known->named->reference)
			parts->name = BV_NAME_THING;
	}
	else
		return false;
	if (match != NULL && strcmp(class->jurisdiction, "*") != 0)
		parts->name += BV_NAME_SOMEWHERE;
	return true;
}

/* Log-odds from the values of a column that may be of the class; background as there. */
static double
weigh_values(const BvKnownColumn *known, const BvClass *class, const BvWeight *weight,
			 double background, BvVerdict *verdict)
{
	const BvSample *sample = known->column->sample;
	double		logit;

	if (sample == NULL || sample->distinct == 0)
	{
		/* the name alone says that they are protected */
		if (verdict->by_name && bv_may_be_protected(class))
			verdict->protection = known->protection;
		if (sample == NULL)
			return 0;
	}
	if (class->is_valid == NULL)
		logit = bv_weigh_shape(weight->shape, sample, known->column->type);
	else
	{
		logit = bv_weigh_values(class, sample, background, known->named->reference && !verdict->by_name,
								known->decoy);
		/* a validator of words and links knows not all of them */
		if ((class->evidence != BV_BY_VALUE && weight->shape != BV_SHAPE_ANY &&
			 weight->shape != BV_SHAPE_BIRTH && weight->shape != BV_SHAPE_CODE) ||
			(weight->shape == BV_SHAPE_SECRET && verdict->by_name))
		{
			double		shape = bv_weigh_shape(weight->shape, sample, known->column->type);

			/* of the few words there are for a sex none is here */
			if ((weight->shape == BV_SHAPE_SEX || weight->shape == BV_SHAPE_FEW) &&
				sample->passes[class->number] == 0 && sample->distinct > 1)
				shape += BV_NOT_ON_LIST;
			else if (shape > 0)
				shape += BV_NOT_KNOWN;
			if (shape > BV_NOT_ON_LIST && logit < shape)
				logit = shape;
		}
		/* any date is valid; children have been born too, hence the half */
		if (weight->shape == BV_SHAPE_BIRTH)
			logit += 0.5 * bv_weigh_shape(BV_SHAPE_BIRTH, sample, known->column->type);
		if (sample->distinct > 0)
			verdict->share = bv_share_of(sample->passes[class->number], sample);
	}
	logit += bv_weigh_words(class, sample, verdict->by_name || verdict->by_comment);
	if (known->protection != BV_PROTECTION_NONE && (verdict->by_name || verdict->by_comment) &&
		bv_may_be_protected(class))
	{
		/* an address of mail with asterisks in it is still valid */
		if (logit < BV_PROTECTED || known->protection == BV_PROTECTION_MASKED)
			verdict->protection = known->protection;
		if (logit < BV_PROTECTED)
			logit = BV_PROTECTED;
	}
	return logit;
}

/* The same, from memory where they have been weighed before. */
static double
weigh_values_once(const BvKnownColumn *known, const BvClass *class, const BvWeight *weight,
				  double background, BvVerdict *verdict)
{
	BvRemembered *remembered = known->column->remembered;
	BvParts		parts = verdict->parts;
	double		logit;

	for (int i = 0; remembered != NULL && i < remembered->count; i++)
	{
		if (remembered->value[i].verdict.number != class->number ||
			remembered->value[i].background != background ||
			remembered->value[i].verdict.by_name != verdict->by_name)
			continue;
		*verdict = remembered->value[i].verdict;
		verdict->parts = parts;
		return remembered->value[i].logit;
	}
	logit = weigh_values(known, class, weight, background, verdict);
	if (remembered != NULL && remembered->count < BV_REMEMBERED)
	{
		remembered->value[remembered->count].background = background;
		remembered->value[remembered->count].logit = logit;
		remembered->value[remembered->count++].verdict = *verdict;
	}
	return logit;
}

double
bv_weigh_class(const BvKnownColumn *known, const BvClass *class, double background, BvVerdict *verdict)
{
	const BvColumn *column = known->column;
	const BvWeight *weight = bv_weight_of(class);
	bool		link = strcmp(class->name, "account_id") == 0;
	double		type = weigh_type(class, column->type, known->protection != BV_PROTECTION_NONE);
	BvParts    *parts = &verdict->parts;

	if (isinf(type))
		return type;
	verdict->by_type =
		(column->type == BV_TYPE_INET && strcmp(class->name, "ip_address") == 0) ||
		(column->type == BV_TYPE_MAC && strcmp(class->name, "mac") == 0);
	if (!weigh_name(known, class, weight, verdict))
		return -INFINITY;

	parts->type = type;
	if (verdict->by_type)
		parts->type += BV_TELLING_TYPE;
	if (link && column->key == BV_KEY_FOREIGN)
		parts->type += known->to_people ? BV_KEY_TO_PEOPLE : BV_KEY_TO_OTHERS;
	else if (!link && column->key != BV_KEY_NONE && !verdict->whole_name &&
			 (column->type & (BV_TYPE_INTEGER | BV_TYPE_NUMERIC | BV_TYPE_UUID)))
		parts->type += BV_KEY_IS_NOT_DATA;

	if (known->context != NULL)
	{
		double		depends = verdict->by_words ? BV_TABLE_AND_WORDS : weight->table;

		/* "approver_name" is that of a person in a table of things as well */
		if (known->context->people < 0 && verdict->by_name && known->named->person &&
			depends > BV_TABLE_AND_PERSON)
			depends = BV_TABLE_AND_PERSON;
		parts->table = depends * known->context->people + bv_weigh_company(class, known->context);
	}
	parts->values = weigh_values_once(known, class, weight, background, verdict);
	/* medicines and sessions expire as cards do */
	if (parts->values > BV_EXPIRY_ALONE && (known->context == NULL || !known->context->card) &&
		strcmp(class->name, "card_expiry") == 0)
		parts->values = BV_EXPIRY_ALONE;
	return parts->prior + parts->name + parts->type + parts->table + parts->values;
}

/* How much of the name of a column is one that columns of a user's class have: none, part, all. */
static int
named_as(const BvKnownColumn *known, const BvExtraClass *extra)
{
	const BvColumnName *name = &known->named->name;
	int			best = 0;

	for (int i = 0; extra->names[i] != NULL; i++)
	{
		size_t		len = strlen(extra->names[i]);

		if (len == (size_t) name->len && memcmp(name->text, extra->names[i], len) == 0)
			return 2;
		for (int from = 0; from < name->tokens; from++)
		{
			for (int to = from + 1; to <= name->tokens; to++)
			{
				if (len > 0 && (size_t) (name->start[to] - name->start[from]) == len &&
					memcmp(name->text + name->start[from], extra->names[i], len) == 0)
					best = 1;
			}
		}
	}
	return best;
}

double
bv_weigh_extra(const BvKnownColumn *known, const BvExtraClass *extra, BvVerdict *verdict)
{
	const BvSample *sample = known->column->sample;
	int			named = named_as(known, extra);
	bool		seen = extra->has_rule && sample != NULL && sample->distinct > 0;
	BvParts    *parts = &verdict->parts;
	double		type = weigh_type(&extra->class, known->column->type, false);

	if (isinf(type) || (named == 0 && !(seen && sample->passes[extra->class.number] > 0)))
		return -INFINITY;
	verdict->by_name = named > 0;
	verdict->whole_name = named == 2;
	parts->prior = named > 0 ? BV_EXTRA_NAMED : BV_EXTRA_UNNAMED;
	parts->name = named == 1 ? BV_EXTRA_PART : 0;
	parts->type = type;
	if (seen)
	{
		parts->values = bv_weigh_values(&extra->class, sample, 0, false, NULL);
		verdict->share = bv_share_of(sample->passes[extra->class.number], sample);
	}
	return parts->prior + parts->name + parts->type + parts->values;
}
