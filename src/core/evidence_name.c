/*
 * evidence_name.c: what the names of columns and tables say, word by word
 *
 * The synonyms of classes (column_name.h) say which class a name speaks for,
 * the kinds of its other words (table_word.h) how much that counts.
 */
#include "evidence_name.h"

#include <string.h>

#include "table_word.h"

/* A name of which only a run of tokens speaks for the class. */
#define NAME_RUN		(-0.5)		/* "home_phone": nearly as good as the whole */
#define NAME_STRANGER	(-1.2)		/* for each other token that we do not know */
#define NAME_THING		(-2.0)		/* for one that speaks of things: "product_name" … */
#define NAME_THING_MORE (-1.5)		/* … and as much as the class depends on its table */
#define NAME_PERSON		1.5			/* for one that speaks of people, so likewise */
#define NAME_REFERENCE	(-2.5)		/* "address_id" refers to an address */
#define NAME_EXPLAINED	(-2.0)		/* a part of a longer name for another class */
#define NAME_DENIED		(-6.0)		/* "email_verified", "phone_count" */

static BvWordKind
token_kind(const BvColumnName *name, int token)
{
	return bv_word_kind(name->text + name->start[token],
						name->start[token + 1] - name->start[token]);
}

/* Is the run of tokens a name for the class? */
static bool
run_names(const BvColumnName *name, int first, int tokens, const BvClass *class)
{
	const char *run = name->text + name->start[first];
	size_t		len = name->start[first + tokens] - name->start[first];

	for (int plural = 0; plural < 2; plural++)
	{
		int			count;
		const BvColumnSynonym *synonym = bv_column_synonyms_of(run, len, &count);

		for (int i = 0; i < count; i++)
		{
			if (strcmp(synonym[i].class_name, class->name) == 0)
				return true;
		}
		if (len < 2 || run[len - 1] != 's')
			break;
		len--;
	}
	return false;
}

/* May values that look so be keys themselves, rather than be referred to by one? */
static bool
may_be_key(BvShape shape)
{
	return shape == BV_SHAPE_CODE || shape == BV_SHAPE_REFERENCE ||
		shape == BV_SHAPE_SHORT_NUMBER || shape == BV_SHAPE_PLACE_CODE ||
		shape == BV_SHAPE_ANY;
}

double
bv_weigh_name(const BvColumnName *name, const BvColumnNameMatch *match, int longest,
			  const BvWeight *weight)
{
	double		logit = weight->named;
	int			first = 0;

	while (first + match->tokens < name->tokens &&
		   !run_names(name, first, match->tokens, match->class))
		first++;
	/* as a key of people they are not generic at all */
	if (match->class->role != BV_ROLE_LINK)
		logit += bv_generic_penalty(name->text + name->start[first],
									name->start[first + match->tokens] - name->start[first]);
	if (!match->whole)
		logit += NAME_RUN;

	for (int i = 0; i < name->tokens; i++)
	{
		bool		inside = i >= first && i < first + match->tokens;
		unsigned char c = (unsigned char) name->text[name->start[i]];

		switch (token_kind(name, i))
		{
			case BV_WORD_PERSON:
				if (!inside || match->tokens > 1)
					logit += NAME_PERSON * weight->table;
				break;
			case BV_WORD_THING:
				if (!inside && match->negatives == 0)
					logit += NAME_THING + NAME_THING_MORE * weight->table;
				break;
			case BV_WORD_KEY:
				if (!inside && !may_be_key(weight->shape))
					logit += NAME_REFERENCE;
				break;
			case BV_WORD_QUALIFIER:
				break;
			case BV_WORD_UNKNOWN:
				if (!inside && (c < '0' || c > '9'))
					logit += NAME_STRANGER;
				break;
		}
	}
	if (match->negatives > 0)
		logit += NAME_DENIED * (match->negatives > 2 ? 2 : match->negatives);
	/* the address in "email_address" is explained */
	if (match->tokens < longest)
		logit += NAME_EXPLAINED;
	return logit;
}

bool
bv_names_person_key(const BvColumnName *name)
{
	static const char *const suffix[] = {"nummer", "number", "code", "key", "nr", "no", "id"};
	int			last = name->tokens - 1;
	const char *token;
	size_t		len;

	if (last < 0)
		return false;
	if (last > 0 && token_kind(name, last) == BV_WORD_KEY)
		return token_kind(name, last - 1) == BV_WORD_PERSON;
	token = name->text + name->start[last];
	len = name->start[last + 1] - name->start[last];
	for (size_t i = 0; i < lengthof(suffix); i++)
	{
		size_t		tail = strlen(suffix[i]);

		if (len > tail + 2 && memcmp(token + len - tail, suffix[i], tail) == 0)
			return bv_word_kind(token, len - tail) == BV_WORD_PERSON;
	}
	return false;
}

double
bv_weigh_table_name(const char *table_name)
{
	BvColumnName name;
	double		logit = 0;

	/* the last word is what the rows are, those before it say of what */
	bv_column_name_fold(table_name, strlen(table_name), &name);
	for (int i = name.tokens - 1, weight = 2; i >= 0; i--)
	{
		BvWordKind	kind = token_kind(&name, i);

		if (kind == BV_WORD_PERSON)
			logit += weight;
		else if (kind == BV_WORD_THING)
			logit -= 0.75 * weight;
		weight = 1;
	}
	return logit;
}

bool
bv_names_people(const char *table_name)
{
	BvColumnName name;

	if (table_name == NULL)
		return false;
	bv_column_name_fold(table_name, strlen(table_name), &name);
	for (int i = name.tokens - 1; i >= 0; i--)
	{
		BvWordKind	kind = token_kind(&name, i);

		if (kind == BV_WORD_PERSON || kind == BV_WORD_THING)
			return kind == BV_WORD_PERSON;
	}
	return false;
}
