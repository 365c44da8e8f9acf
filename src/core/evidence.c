/*
 * evidence.c: what a column holds, weighed as evidence against its rivals
 *
 * Everything is in natural log-odds against "nothing personal".  A class that
 * has neither a name nor passing values for it is no candidate.  For the rest
 *
 *     logit = prior + name + type + table + values
 *
 * and the verdict is the softmax over the candidates and "nothing" at 0.  The
 * priors are in evidence_weight.c, names in evidence_name.c, values in
 * evidence_value.c; type, table and verdict are here.
 */
#include "evidence.h"

#include <math.h>
#include <string.h>

#include "evidence_name.h"
#include "evidence_value.h"
#include "evidence_weight.h"

/* A name alone does not tell the country: rather the class that has none. */
#define SOMEWHERE		(-0.5)

/* Types */
#define TYPE_COUSIN		(-0.8)		/* a number where digits in text are usual, or so */
#define TYPE_SPEAKS		6.0			/* inet and macaddr have hardly another use */

/* Keys */
#define KEY_TO_PEOPLE	2.5			/* a foreign key into a table of people */
#define KEY_ELSEWHERE	(-2.0)		/* into another table */
#define KEY_IS_NOT_DATA (-3.0)		/* a key is seldom anything but a reference */

/* Columns that come in company */
#define COMPANY_ADDRESS 1.2			/* city, region and country beside an address */
#define COMPANY_CARD	3.5			/* "exp" and "cvv" beside a card number */
#define COMPANY_POINT	1.2			/* a latitude beside a longitude */

/* Log-odds from the type, or -INFINITY where the class cannot be. */
static double
weigh_type(const BvClass *class, int type)
{
	const int	number = BV_TYPE_INTEGER | BV_TYPE_NUMERIC | BV_TYPE_FLOAT;

	if (class->types & type)
		return 0;
	if (type == BV_TYPE_ENUM && (class->types & BV_TYPE_TEXT))
		return TYPE_COUSIN;
	if ((type & (number | BV_TYPE_MONEY)) && (class->types & number))
		return TYPE_COUSIN;
	if (type == BV_TYPE_TEXT && (class->types & (number | BV_TYPE_DATE | BV_TYPE_GEOMETRY)))
		return TYPE_COUSIN;
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

	context.people = bv_weigh_table_name(table_name);
	for (int i = 0; i < columns; i++)
	{
		const BvClass *class = bv_class_by_number(verdicts[i].number);

		if (class == NULL || bv_class_set_has(&seen, class->number))
			continue;
		bv_class_set_add(&seen, class->number);
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
		return context->address ? COMPANY_ADDRESS : 0;
	if (strcmp(class->name, "card_cvv") == 0 || strcmp(class->name, "card_expiry") == 0)
		return context->card ? COMPANY_CARD : 0;
	if (strcmp(class->name, "latitude") == 0)
		return context->longitude ? COMPANY_POINT : 0;
	if (strcmp(class->name, "longitude") == 0)
		return context->latitude ? COMPANY_POINT : 0;
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
	BvColumnName name;
	BvColumnNameMatch matches[BV_NAME_MATCHES];	/* the longest first */
	int			match_count;
	bool		person_key;		/* the name says that it is a key of people */
	bool		to_people;		/* it refers to a table of people */
	bool		generated;		/* numbers as a counter or clock gives them */
} Known;

static void
get_to_know(const BvColumn *column, const BvTableContext *context, Known *known)
{
	known->column = column;
	known->context = context;
	bv_column_name_fold(column->name, strlen(column->name), &known->name);
	known->match_count = bv_column_name_match(&known->name, known->matches, BV_NAME_MATCHES);
	if (known->match_count > BV_NAME_MATCHES)
		known->match_count = BV_NAME_MATCHES;
	known->person_key = bv_names_person_key(&known->name);
	known->to_people = column->key == BV_KEY_FOREIGN && bv_names_people(column->key_target);
	known->generated = column->sample != NULL && bv_is_generated(column->sample);
}

/* How the name of the column speaks for the class, or NULL. */
static const BvColumnNameMatch *
match_of(const Known *known, const BvClass *class)
{
	for (int i = 0; i < known->match_count; i++)
	{
		if (known->matches[i].class == class)
			return &known->matches[i];
	}
	return NULL;
}

/*
 * The log-odds of a class, and in the verdict what speaks for it; -INFINITY
 * where it is no candidate.
 */
static double
weigh_class(const Known *known, const BvClass *class, BvVerdict *verdict)
{
	const BvColumn *column = known->column;
	const BvSample *sample = column->sample;
	const BvWeight *weight = bv_weight_of(class);
	const BvColumnNameMatch *match = match_of(known, class);
	bool		link = strcmp(class->name, "account_id") == 0;
	double		type = weigh_type(class, column->type);
	double		logit;

	if (isinf(type))
		return type;
	verdict->by_type =
		(column->type == BV_TYPE_INET && strcmp(class->name, "ip_address") == 0) ||
		(column->type == BV_TYPE_MAC && strcmp(class->name, "mac") == 0);

	if (match != NULL)
	{
		logit = bv_weigh_name(&known->name, match, known->matches[0].tokens, weight);
		verdict->by_name = true;
		verdict->whole_name = match->whole;
		verdict->name_denied = match->negatives > 0;
	}
	else if (link && known->person_key)
	{
		logit = weight->named;
		verdict->by_name = true;
	}
	else if (link && known->to_people)
		logit = 0;
	else if (verdict->by_type ||
			 (class->is_valid != NULL && class->evidence == BV_BY_VALUE &&
			  sample != NULL && sample->passes[class->number] > 0))
		logit = weight->unnamed;
	else
		return -INFINITY;
	logit += type;
	if (match != NULL && strcmp(class->jurisdiction, "*") != 0)
		logit += SOMEWHERE;
	if (known->context != NULL)
		logit += weight->table * known->context->people + weigh_company(class, known->context);
	if (verdict->by_type)
		logit += TYPE_SPEAKS;

	if (link && column->key == BV_KEY_FOREIGN)
		logit += known->to_people ? KEY_TO_PEOPLE : KEY_ELSEWHERE;
	else if (!link && column->key != BV_KEY_NONE && !verdict->whole_name &&
			 (column->type & (BV_TYPE_INTEGER | BV_TYPE_NUMERIC | BV_TYPE_UUID)))
		logit += KEY_IS_NOT_DATA;

	if (sample != NULL && class->is_valid != NULL)
	{
		logit += bv_weigh_values(class, sample, known->generated);
		/* any date is valid; children have been born too, hence the half */
		if (weight->shape == BV_SHAPE_BIRTH)
			logit += 0.5 * bv_weigh_shape(BV_SHAPE_BIRTH, sample, column->type);
		if (sample->distinct > 0)
			verdict->share = bv_share_of(sample->passes[class->number], sample);
	}
	else if (sample != NULL)
		logit += bv_weigh_shape(weight->shape, sample, column->type);
	return logit;
}

BvVerdict
bv_weigh(const BvColumn *column, const BvTableContext *context)
{
	Known		known;
	BvVerdict	nothing = {0};
	BvVerdict	verdict = {0};
	double		total = 1;		/* odds, those of "nothing personal" are 1 */
	double		best = 0;
	double		second = 1;		/* so far "nothing personal" */
	const BvClass *winner = NULL;
	struct
	{
		const BvClass *class;
		double		odds;
	}			candidates[BV_USER_CLASS_FIRST];
	int			candidate_count = 0;

	get_to_know(column, context, &known);
	nothing.generated = known.generated;
	nothing.share = -1;

	for (int c = 0; c < bv_class_count; c++)
	{
		BvVerdict	mine = nothing;
		double		logit = weigh_class(&known, &bv_classes[c], &mine);
		double		odds;

		if (isinf(logit))
			continue;
		mine.number = bv_classes[c].number;
		odds = exp(logit > 500 ? 500 : logit);
		total += odds;
		candidates[candidate_count].class = &bv_classes[c];
		candidates[candidate_count++].odds = odds;
		if (odds > best)
		{
			best = odds;
			winner = &bv_classes[c];
			verdict = mine;
		}
	}

	/*
	 * Personal, when that is likelier than not: rivals that share a name, as
	 * driving licences of all countries do, must not lose to nothing together.
	 */
	if (total <= 2)
	{
		nothing.runner_up = best > 0 ? verdict.number : 0;
		nothing.runner_up_confidence = best / total;
		nothing.confidence = 1 / total;
		return nothing;
	}

	/* a Dutch driving licence is one as well: what speaks for it speaks for both */
	for (int i = 0; i < candidate_count; i++)
	{
		const BvClass *class = candidates[i].class;

		if (class != winner && is_kind_of(class->name, winner->name))
			best += candidates[i].odds;
		else if (class != winner && candidates[i].odds > second)
		{
			second = candidates[i].odds;
			verdict.runner_up = class->number;
		}
	}
	verdict.confidence = best / total;
	verdict.runner_up_confidence = second / total;
	return verdict;
}
