/*
 * evidence.c: what a column holds, weighed as evidence against its rivals
 *
 * Everything is in natural log-odds against "nothing personal".  A class that
 * has neither a name nor passing values for it is no candidate.  For the rest
 *
 *     logit = prior + name + type + table + values
 *
 * and the verdict is the softmax over the candidates, the schemes of things
 * that their values might be as well, and "nothing" at 0.  What a likelier
 * rival explains is weighed again: values that pass because they are of the
 * rival prove nothing.  Weights are in evidence_weight.h and .c, names in
 * evidence_name.c, values in evidence_value.c; type, table and verdict are here.
 */
#include "evidence.h"

#include <math.h>
#include <string.h>

#include "decoy.h"
#include "evidence_name.h"
#include "evidence_value.h"
#include "evidence_weight.h"
#include "pass_rate.h"

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

/* Classes that only people have, not companies. */
static bool
is_of_people_alone(const BvClass *class)
{
	static const char *const others[] = {
		"given_name", "family_name", "username", "password", "password_hash"
	};

	for (size_t i = 0; i < lengthof(others); i++)
	{
		if (strcmp(class->name, others[i]) == 0)
			return true;
	}
	return class->subject == BV_SUBJECT_PERSON &&
		(strcmp(class->category, "government_id") == 0 ||
		 strcmp(class->category, "demographic") == 0 ||
		 strcmp(class->category, "health") == 0);
}

BvTableContext
bv_table_context(const char *table_name, const BvVerdict *verdicts, int columns)
{
	BvTableContext context = {0};
	double		siblings = 0;
	BvClassSet	seen = {{0}};
	bool		family = false;

	context.people = bv_weigh_table_name(table_name);
	for (int i = 0; i < columns; i++)
	{
		const BvClass *class = bv_class_by_number(verdicts[i].number);

		if (class == NULL || bv_class_set_has(&seen, class->number))
			continue;
		bv_class_set_add(&seen, class->number);
		if (verdicts[i].by_name && strcmp(class->name, "given_name") == 0)
			context.given = true;
		if (verdicts[i].by_name && strcmp(class->name, "family_name") == 0)
			family = true;
		if (is_of_people_alone(class))
			siblings += verdicts[i].confidence;
		else if (strcmp(class->name, "email") == 0)
			siblings += 0.8 * verdicts[i].confidence;
		else if (strcmp(class->name, "phone") == 0)
			siblings += 0.4 * verdicts[i].confidence;
		else if (strcmp(class->name, "address") == 0)
		{
			siblings += 0.4 * verdicts[i].confidence;
			context.address = true;
		}
		else if (strcmp(class->name, "postcode") == 0)
			context.address = true;
		else if (strcmp(class->name, "payment_card") == 0)
			context.card = true;
		else if (strcmp(class->name, "latitude") == 0)
			context.latitude = true;
		else if (strcmp(class->name, "longitude") == 0)
			context.longitude = true;
	}
	if (family)
		context.given = false;
	if (siblings > 2.5)
		siblings = 2.5;
	if (siblings == 0 && columns > 1)
		siblings = -0.7;
	context.people += siblings;
	if (context.people < -2.5)
		context.people = -2.5;
	if (context.people > 3.0)
		context.people = 3.0;
	return context;
}

/* Log-odds from columns that come in company. */
static double
weigh_company(const BvClass *class, const BvTableContext *context)
{
	if (strcmp(class->name, "city") == 0 || strcmp(class->name, "region") == 0 ||
		strcmp(class->name, "country") == 0)
		return context->address ? BV_COMPANY_ADDRESS : 0;
	if (strcmp(class->name, "card_cvv") == 0 || strcmp(class->name, "card_expiry") == 0)
		return context->card ? BV_COMPANY_CARD : 0;
	if (strcmp(class->name, "latitude") == 0)
		return context->longitude ? BV_COMPANY_POINT : 0;
	if (strcmp(class->name, "longitude") == 0)
		return context->latitude ? BV_COMPANY_POINT : 0;
	return 0;
}

/* Is every value of the one class also one of the other? */
static bool
is_kind_of(const char *part, const char *whole)
{
	static const char *const kinds[][2] = {
		{"de_ausweis", "passport"},
		{"de_kennzeichen", "license_plate"},
		{"es_matricula", "license_plate"},
		{"fr_plaque", "license_plate"},
		{"gb_driving_licence", "drivers_licence"},
		{"gb_plate", "license_plate"},
		{"iban", "bank_account"},
		{"it_targa", "license_plate"},
		{"jwt", "api_secret"},
		{"nl_id_document", "passport"},
		{"nl_kenteken", "license_plate"},
		{"nl_rijbewijs", "drivers_licence"},
		{"se_regnr", "license_plate"},
		{"us_drivers_licence", "drivers_licence"},
	};

	for (size_t i = 0; i < lengthof(kinds); i++)
	{
		if (strcmp(part, kinds[i][0]) == 0 && strcmp(whole, kinds[i][1]) == 0)
			return true;
	}
	return false;
}

/* A column as every class meets it. */
typedef struct Known
{
	const BvColumn *column;
	const BvTableContext *context;	/* NULL: not known yet */
	const BvReadName *named;	/* what the name says */
	BvReadName	own_name;		/* where that is kept, if nobody else does */
	BvColumnName comment;
	BvColumnNameMatch comment_matches[BV_NAME_MATCHES];
	int			comment_match_count;
	bool		rest_of_name;	/* it is "name" alone, beside a given name */
	bool		to_people;		/* it refers to a table of people */
	bool		generated;		/* numbers as a counter or clock gives them */
	BvProtection protection;	/* its values look protected that way */
	const BvDecoy *decoy;		/* they keep this scheme of things, or NULL */
} Known;

static int
match_name(const char *text, BvColumnName *name, BvColumnNameMatch *matches)
{
	int			count;

	bv_column_name_fold(text, strlen(text), name);
	count = bv_column_name_match(name, matches, BV_NAME_MATCHES);
	return count < BV_NAME_MATCHES ? count : BV_NAME_MATCHES;
}

void
bv_read_name(const char *name, BvReadName *read)
{
	read->match_count = match_name(name, &read->name, read->matches);
	read->person_key = bv_names_person_key(&read->name);
	read->reference = read->person_key || bv_names_reference(&read->name);
}

static const BvColumnNameMatch *
find_match(const BvColumnNameMatch *matches, int count, const char *class)
{
	for (int i = 0; i < count; i++)
	{
		if (strcmp(matches[i].class->name, class) == 0)
			return &matches[i];
	}
	return NULL;
}

/*
 * "nom", "naam": the family's where another column has the given name.  Not
 * "name", which in English is the whole, nor "nombre", which may be given itself.
 */
static bool
is_rest_of_name(const BvReadName *named)
{
	const BvColumnNameMatch *match = find_match(named->matches, named->match_count, "name");

	return match != NULL && match->whole && match->tokens == 1 &&
		(match->languages & BV_LANGUAGE_EN) == 0 &&
		bv_generic_penalty(named->name.text, named->name.len) < 0 &&
		find_match(named->matches, named->match_count, "given_name") == NULL;
}

static void
get_to_know(const BvColumn *column, const BvTableContext *context, Known *known)
{
	known->column = column;
	known->context = context;
	known->named = column->read_name;
	if (known->named == NULL)
	{
		bv_read_name(column->name, &known->own_name);
		known->named = &known->own_name;
	}
	known->comment_match_count = column->comment == NULL ? 0 :
		match_name(column->comment, &known->comment, known->comment_matches);
	known->rest_of_name = context != NULL && context->given && is_rest_of_name(known->named);
	known->to_people = column->key == BV_KEY_FOREIGN && bv_names_people(column->key_target);
	known->generated = column->sample != NULL && bv_is_generated(column->sample);
	known->decoy = column->sample != NULL && column->sample->distinct > 0 ?
		bv_decoy_of(column->sample) : NULL;
	known->protection = bv_protection_of(column->sample, bv_names_protection(&known->named->name));
}

/* May values alone make a column a candidate?  A pair of degrees is hardly anything else. */
static bool
speaks_by_values(const BvClass *class)
{
	return class->evidence == BV_BY_VALUE || strcmp(class->name, "geo_point") == 0;
}

/* What speaks for a class at all: its prior and name in the verdict, or not. */
static bool
weigh_name(const Known *known, const BvClass *class, const BvWeight *weight, BvVerdict *verdict)
{
	const BvColumn *column = known->column;
	const BvSample *sample = column->sample;
	const BvColumnNameMatch *match = find_match(known->named->matches, known->named->match_count,
												class->name);
	bool		link = strcmp(class->name, "account_id") == 0;
	BvParts    *parts = &verdict->parts;

	if (match != NULL)
	{
		parts->prior = weight->named;
		parts->name = bv_weigh_name(&known->named->name, match, known->named->matches[0].tokens, weight,
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
	else if ((match = find_match(known->comment_matches, known->comment_match_count,
								 class->name)) != NULL && match->negatives == 0 && !link)
	{
		parts->prior = weight->named;
		parts->name = BV_COMMENT + bv_weigh_name(&known->comment, match,
												 known->comment_matches[0].tokens, weight, false);
		verdict->by_comment = true;
	}
	else if (verdict->by_type)
		parts->prior = weight->unnamed;
	else if (sample != NULL && class->is_valid != NULL && speaks_by_values(class) &&
			 sample->passes[class->number] > 0)
		parts->prior = weight->unnamed;
	else if (sample != NULL && bv_speaks_by_words(class, sample))
	{
		parts->prior = weight->unnamed;
		verdict->by_words = true;
		if (bv_names_people_last(&known->named->name))
			parts->name = BV_NAMED_PERSON;
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
weigh_values(const Known *known, const BvClass *class, const BvWeight *weight,
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

			if (shape > 0 && logit < shape + BV_NOT_KNOWN)
				logit = shape + BV_NOT_KNOWN;
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
weigh_values_once(const Known *known, const BvClass *class, const BvWeight *weight,
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

/*
 * The log-odds of a class, and in the verdict what speaks for it; -INFINITY
 * where it is no candidate.
 */
static double
weigh_class(const Known *known, const BvClass *class, double background, BvVerdict *verdict)
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
		parts->table = (verdict->by_words ? BV_TABLE_AND_WORDS : weight->table) *
			known->context->people + weigh_company(class, known->context);
	parts->values = weigh_values_once(known, class, weight, background, verdict);
	return parts->prior + parts->name + parts->type + parts->table + parts->values;
}

/* A class that may be it. */
typedef struct Candidate
{
	const BvClass *class;
	double		logit;
	BvVerdict	verdict;		/* as far as this class goes */
} Candidate;

/* The classes for which there is anything that might speak: most of the time few. */
static BvClassSet
possible_classes(const Known *known)
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
		for (int number = 1; number <= bv_class_count; number++)
		{
			if (sample->passes[number] > 0)
				bv_class_set_add(&classes, number);
		}
		bv_add_spoken(sample, &classes);
	}
	return classes;
}

/* How much of the name of a column is one that columns of a user's class have: none, part, all. */
static int
named_as(const Known *known, const BvExtraClass *extra)
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

/*
 * The log-odds of a user's class, likewise: by the names that he gave, and by
 * what his rule accepts.  No more is known of it.
 */
static double
weigh_extra(const Known *known, const BvExtraClass *extra, BvVerdict *verdict)
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

/*
 * Weighs all classes, those that a likelier one explains again.  Returns how
 * many are candidates.
 */
static int
weigh_all(const Known *known, const BvVerdict *nothing, Candidate *candidates)
{
	const BvSample *sample = known->column->sample;
	BvClassSet	possible = possible_classes(known);
	int			count = 0;

	for (int number = bv_class_set_next(&possible, 0); number < BV_CLASS_LIMIT;
		 number = bv_class_set_next(&possible, number))
	{
		Candidate  *candidate = &candidates[count];

		candidate->class = bv_class_by_number(number);
		candidate->verdict = *nothing;
		candidate->verdict.number = number;
		candidate->logit = weigh_class(known, candidate->class, 0, &candidate->verdict);
		if (!isinf(candidate->logit))
			count++;
	}
	for (int i = 0; i < known->column->extra_count; i++)
	{
		const BvExtraClass *extra = &known->column->extra[i];
		Candidate  *candidate = &candidates[count];

		candidate->class = &extra->class;
		candidate->verdict = *nothing;
		candidate->verdict.number = extra->class.number;
		candidate->logit = weigh_extra(known, extra, &candidate->verdict);
		if (!isinf(candidate->logit))
			count++;
	}
	for (int i = 0; i < count && sample != NULL; i++)
	{
		Candidate  *candidate = &candidates[i];
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
			candidate->verdict = *nothing;
			candidate->verdict.number = candidate->class->number;
			candidate->logit = weigh_class(known, candidate->class, background,
										   &candidate->verdict);
		}
	}
	return count;
}

/* The number of an identity document is that of a passport where the name says so. */
static const Candidate *
as_named(const Candidate *winner, const Candidate *candidates, int count)
{
	for (int i = 0; i < count; i++)
	{
		if (strcmp(candidates[i].class->name, "passport") == 0 &&
			candidates[i].verdict.by_name && candidates[i].logit > 0 &&
			is_kind_of(winner->class->name, "passport"))
			return &candidates[i];
	}
	return winner;
}

/* With 95 in 100 confidence, of the values at most this share is of some class; -1 cannot tell. */
static double
highest_share(const BvSample *sample)
{
	double		n;
	double		k = 0;
	double		z = 1.645;
	double		share;

	if (sample == NULL || sample->distinct == 0)
		return -1;
	for (int c = 0; c < bv_class_count; c++)
	{
		if (bv_classes[c].is_valid != NULL && bv_classes[c].chance < BV_STRICT_RULE &&
			sample->passes[bv_classes[c].number] > k)
			k = sample->passes[bv_classes[c].number];
	}
	n = sample->distinct;
	/* all of them were seen */
	if (sample->population <= n)
		return k / n;
	if (k == 0)
		return 1 - pow(0.05, 1 / n);
	/* Wilson's interval */
	share = k / n;
	return (share + z * z / (2 * n) + z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))) /
		(1 + z * z / n);
}

/*
 * Platt's map (1999) from what the weights make of a verdict to how often such
 * verdicts are right: a straight line in log-odds, one for classes and one for
 * nothing, of which whoever overlooks a name is too sure.
 */
static double
calibrated(double probability, bool nothing)
{
	double		logit = log(probability / (1 - probability));

	if (!isfinite(logit))
		return logit > 0 ? 1 : 0;
	logit = nothing ? BV_NOTHING_SHIFT + BV_NOTHING_SLOPE * logit :
		BV_CLASS_SHIFT + BV_CLASS_SLOPE * logit;
	return 1 / (1 + exp(-logit));
}

/* A verdict with the probability of its outcome, and of the next best. */
static BvVerdict
with_confidence(BvVerdict verdict, double confidence, double runner_up)
{
	verdict.confidence = calibrated(confidence, verdict.number == 0);
	verdict.runner_up_confidence = confidence < 1 ?
		runner_up * (1 - verdict.confidence) / (1 - confidence) : 0;
	/* nothing is said with less confidence than it seems to have: the next is no likelier yet */
	if (verdict.runner_up_confidence > verdict.confidence)
		verdict.runner_up_confidence = verdict.confidence;
	return verdict;
}

BvVerdict
bv_weigh(const BvColumn *column, const BvTableContext *context)
{
	Known		known;
	BvVerdict	nothing = {0};
	BvVerdict	verdict;
	double		total = 1;		/* odds, those of "nothing personal" are 1 */
	double		best = 0;
	double		second = 1;		/* so far "nothing personal" */
	const Candidate *winner = NULL;
	Candidate	candidates[BV_CLASS_LIMIT];
	int			count;

	get_to_know(column, context, &known);
	nothing.generated = known.generated;
	nothing.share = -1;
	nothing.not_above = -1;
	nothing.decoy = known.decoy != NULL ? known.decoy->name : NULL;
	count = weigh_all(&known, &nothing, candidates);
	for (int i = 0; i < count; i++)
	{
		double		odds = exp(candidates[i].logit > 500 ? 500 : candidates[i].logit);

		total += odds;
		if (odds > best)
		{
			best = odds;
			winner = &candidates[i];
		}
	}

	/*
	 * Personal, when that is likelier than not: rivals that share a name, as
	 * driving licences of all countries do, must not lose to nothing together.
	 */
	if (total <= 2)
	{
		nothing.runner_up = winner != NULL ? winner->class->number : 0;
		nothing.not_above = highest_share(column->sample);
		return with_confidence(nothing, 1 / total, best / total);
	}

	winner = as_named(winner, candidates, count);
	best = exp(winner->logit > 500 ? 500 : winner->logit);

	/* a Dutch driving licence is one as well: what speaks for it speaks for both */
	verdict = winner->verdict;
	verdict.decoy = NULL;
	for (int i = 0; i < count; i++)
	{
		const BvClass *class = candidates[i].class;
		double		odds = exp(candidates[i].logit > 500 ? 500 : candidates[i].logit);

		if (class != winner->class && (is_kind_of(class->name, winner->class->name) ||
									   is_kind_of(winner->class->name, class->name)))
			best += odds;
		else if (class != winner->class && odds > second)
		{
			second = odds;
			verdict.runner_up = class->number;
		}
	}
	return with_confidence(verdict, best / total, second / total);
}

int
bv_rivals(const BvColumn *column, const BvTableContext *context, BvVerdict *rivals)
{
	Known		known;
	BvVerdict	nothing = {0};
	Candidate	candidates[BV_CLASS_LIMIT];
	int			count;

	get_to_know(column, context, &known);
	nothing.share = -1;
	count = weigh_all(&known, &nothing, candidates);
	for (int i = 0; i < count; i++)
		rivals[i] = candidates[i].verdict;
	return count;
}

const char *
bv_protection_name(BvProtection protection)
{
	switch (protection)
	{
		case BV_PROTECTION_NONE:
			return NULL;
		case BV_PROTECTION_HASH:
			return "hash";
		case BV_PROTECTION_HMAC:
			return "hmac";
		case BV_PROTECTION_KEY_INSIDE:
			return "key_inside";
		case BV_PROTECTION_KEY_OUTSIDE:
			return "key_outside";
		case BV_PROTECTION_TOKEN:
			return "token";
		case BV_PROTECTION_MASKED:
			return "masked";
		case BV_PROTECTION_TRUNCATED:
			return "truncated";
	}
	return NULL;
}
