/*
 * evidence_column.c: a column as every class meets it
 *
 * What does not depend on the class is found once: what its name and its comment
 * may say, what it refers to, and what its values are besides values of classes.
 */
#include "evidence_column.h"

#include <string.h>

#include "evidence_name.h"
#include "evidence_sample.h"
#include "evidence_shape.h"
#include "evidence_value.h"
#include "evidence_weight.h"

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
	read->message_id = bv_names_message_id(&read->name);
	read->person = bv_names_person(&read->name);
	read->thing = bv_names_thing(&read->name);
}

const BvColumnNameMatch *
bv_find_match(const BvColumnNameMatch *matches, int count, const char *class)
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
	const BvColumnNameMatch *match = bv_find_match(named->matches, named->match_count, "name");

	return match != NULL && match->whole && match->tokens == 1 &&
		(match->languages & BV_LANGUAGE_EN) == 0 &&
		bv_generic_penalty(named->name.text, named->name.len) < 0 &&
		bv_find_match(named->matches, named->match_count, "given_name") == NULL;
}

void
bv_know_column(const BvColumn *column, const BvTableContext *context, BvKnownColumn *known)
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
