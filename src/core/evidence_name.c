/*
 * evidence_name.c: what the names of columns and tables say, word by word
 *
 * The synonyms of classes (column_name.h) say which class a name speaks for,
 * the kinds of its other words (table_word.h) how much that counts.
 */
#include "evidence_name.h"

#include <string.h>

#include "array.h"
#include "table_word.h"

static BvWordKind
token_kind(const BvColumnName *name, int token)
{
	return bv_word_kind(name->text + name->start[token],
						name->start[token + 1] - name->start[token]);
}

/* May values that look so be keys themselves, rather than be referred to by one? */
static bool
may_be_key(BvShape shape)
{
	return shape == BV_SHAPE_CODE || shape == BV_SHAPE_REFERENCE || shape == BV_SHAPE_ACCOUNT ||
		shape == BV_SHAPE_SHORT_NUMBER || shape == BV_SHAPE_PLACE_CODE ||
		shape == BV_SHAPE_ANY;
}

/* "email_hash", "ssn_encrypted", "masked_pan": it is there, in another form. */
static const struct
{
	const char *word;
	BvProtection protection;
}			protection_words[] = {
	{"hmac", BV_PROTECTION_HMAC},
	{"keyed", BV_PROTECTION_HMAC},
	{"peppered", BV_PROTECTION_HMAC},
	{"bidx", BV_PROTECTION_HMAC},	/* a blind index is a keyed hash to search by */
	{"kms", BV_PROTECTION_KEY_OUTSIDE},
	{"vault", BV_PROTECTION_KEY_OUTSIDE},
	{"hsm", BV_PROTECTION_KEY_OUTSIDE},
	{"cmk", BV_PROTECTION_KEY_OUTSIDE},
	{"truncated", BV_PROTECTION_TRUNCATED},
	{"trunc", BV_PROTECTION_TRUNCATED},
	{"partial", BV_PROTECTION_TRUNCATED},
	{"masked", BV_PROTECTION_MASKED},
	{"mask", BV_PROTECTION_MASKED},
	{"redacted", BV_PROTECTION_MASKED},
	{"encrypted", BV_PROTECTION_KEY_INSIDE},
	{"enc", BV_PROTECTION_KEY_INSIDE},
	{"cipher", BV_PROTECTION_KEY_INSIDE},
	{"ciphertext", BV_PROTECTION_KEY_INSIDE},
	{"hash", BV_PROTECTION_HASH},
	{"hashed", BV_PROTECTION_HASH},
	{"digest", BV_PROTECTION_HASH},
	{"sha", BV_PROTECTION_HASH},
	{"md", BV_PROTECTION_HASH},
	/* of these the name alone does not say that values are protected: "email_token" */
	{"token", BV_PROTECTION_NONE},
	{"tokenized", BV_PROTECTION_NONE},
	{"tokenised", BV_PROTECTION_NONE},
	{"pseudonym", BV_PROTECTION_NONE},
};

static bool
token_is(const BvColumnName *name, int token, const char *word)
{
	size_t		len = name->start[token + 1] - name->start[token];

	return strlen(word) == len && memcmp(word, name->text + name->start[token], len) == 0;
}

/* The number in protection_words of a token, or -1. */
static int
protection_word(const BvColumnName *name, int token)
{
	char		first = name->text[name->start[token]];

	for (int i = 0; i < lengthof(protection_words); i++)
	{
		if (protection_words[i].word[0] == first && token_is(name, token, protection_words[i].word))
			return i;
	}
	return -1;
}

static int
count_protection_words(const BvColumnName *name)
{
	int			count = 0;

	for (int i = 0; i < name->tokens; i++)
		count += protection_word(name, i) >= 0;
	return count;
}

BvProtection
bv_names_protection(const BvColumnName *name)
{
	BvProtection said = BV_PROTECTION_NONE;
	int			best = lengthof(protection_words);

	for (int i = 0; i < name->tokens; i++)
	{
		int			word = protection_word(name, i);

		/* "ssn_hmac_sha256": the words are in order of what they say */
		if (word >= 0 && word < best)
		{
			best = word;
			said = protection_words[word].protection;
		}
		/* "last4", "first_6", "last_four" */
		if (best == lengthof(protection_words) && i + 1 < name->tokens &&
			(token_is(name, i, "last") || token_is(name, i, "first")) &&
			(token_is(name, i + 1, "4") || token_is(name, i + 1, "6") ||
			 token_is(name, i + 1, "four") || token_is(name, i + 1, "six") ||
			 token_is(name, i + 1, "digits") || token_is(name, i + 1, "8")))
			return BV_PROTECTION_TRUNCATED;
	}
	return said;
}

/* Whose is it?  What such a name stands before says what of theirs it is: "guardian_phone". */
static bool
is_owner(const BvClass *class)
{
	return class->role == BV_ROLE_LINK || strcmp(class->name, "name") == 0 ||
		strcmp(class->name, "family") == 0;
}

/* How to reach people, and when they were born: said by the last word wherever it stands. */
static bool
is_owned(const BvClass *class)
{
	static const char *const names[] = {"phone", "email", "fax", "postcode", "birth_date"};

	for (size_t i = 0; i < lengthof(names); i++)
	{
		if (strcmp(class->name, names[i]) == 0)
			return true;
	}
	return false;
}

/* What it weighs that it is a part of another match, as the address in "email_address", or its owner. */
static double
explained(const BvColumnNameMatch *match, const BvColumnNameMatch *matches, int count)
{
	int			last = match->first + match->tokens;

	for (int i = 0; i < count; i++)
	{
		const BvColumnNameMatch *other = &matches[i];
		int			end = other->first + other->tokens;

		if (other->tokens > match->tokens &&
			!(is_owned(match->class) && is_owner(other->class) &&
			  (last > end || last <= other->first)))
			return matches[0].whole ? BV_NAME_EXPLAINED_WHOLLY : BV_NAME_EXPLAINED;
		if (is_owner(match->class) && is_owned(other->class) &&
			(end > last || end <= match->first))
			return BV_NAME_EXPLAINED_WHOLLY;
		/* the name of kin is a name of someone */
		if (strcmp(match->class->name, "family") == 0 && strcmp(other->class->name, "name") == 0 &&
			other->first >= last)
			return BV_NAME_EXPLAINED;
	}
	return 0;
}

double
bv_weigh_name(const BvColumnName *name, const BvColumnNameMatch *match,
			  const BvColumnNameMatch *matches, int count,
			  const BvWeight *weight, bool is_protected)
{
	double		logit = 0;
	int			negatives = match->negatives;
	int			first = match->first;

	if (is_protected)
	{
		negatives -= count_protection_words(name);
		if (negatives < 0)
			negatives = 0;
	}

	/* "passport_id": an identity document is what an id is in words */
	if (negatives > 0 && strcmp(match->class->category, "government_id") == 0 &&
		token_is(name, name->tokens - 1, "id"))
		negatives--;

	/* as a key of people they are not generic at all */
	if (match->class->role != BV_ROLE_LINK)
		logit += bv_generic_penalty(name->text + name->start[first],
									name->start[first + match->tokens] - name->start[first]);
	if (!match->whole)
		logit += BV_NAME_RUN;

	for (int i = 0; i < name->tokens; i++)
	{
		bool		inside = i >= first && i < first + match->tokens;
		unsigned char c = (unsigned char) name->text[name->start[i]];

		switch (token_kind(name, i))
		{
			case BV_WORD_PERSON:
				if (!inside || match->tokens > 1)
					logit += BV_NAME_PERSON * weight->table;
				break;
			case BV_WORD_THING:
				if (is_protected && protection_word(name, i) >= 0)
					break;
				/* a password of a thing is a secret too */
				if (!inside && negatives == 0)
					logit += (strcmp(match->class->category, "credentials") == 0 ? 0.5 : 1) *
						(BV_NAME_THING + BV_NAME_THING_MORE * weight->table);
				break;
			case BV_WORD_KEY:
				if (!inside && !may_be_key(weight->shape))
					logit += BV_NAME_REFERENCE;
				break;
			case BV_WORD_QUALIFIER:
				break;
			case BV_WORD_UNKNOWN:
				if (!inside && (c < '0' || c > '9') &&
					!(is_protected && protection_word(name, i) >= 0))
					logit += BV_NAME_STRANGER;
				break;
		}
	}
	if (negatives > 0)
		logit += BV_NAME_DENIED * (negatives > 2 ? 2 : negatives);
	logit += explained(match, matches, count);
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

bool
bv_names_people_last(const BvColumnName *name)
{
	return name->tokens > 0 && token_kind(name, name->tokens - 1) == BV_WORD_PERSON;
}

bool
bv_names_reference(const BvColumnName *name)
{
	static const char *const things[] = {
		"acct", "account", "barcode", "batch", "bestelling", "code", "commande", "ean", "faktura",
		"invoice", "isbn", "konto", "lot", "ocr", "order", "pedido", "receipt", "rechnung",
		"reference", "serial", "shipment", "sku", "ticket", "tracking", "transaction", "txn",
		"upc", "voucher"
	};

	for (int i = 0; i < name->tokens; i++)
	{
		size_t		len = name->start[i + 1] - name->start[i];
		BvWordKind	kind = token_kind(name, i);

		if (kind == BV_WORD_KEY || kind == BV_WORD_THING)
			return true;
		for (size_t j = 0; j < lengthof(things); j++)
		{
			if (strlen(things[j]) == len &&
				memcmp(things[j], name->text + name->start[i], len) == 0)
				return true;
		}
	}
	return false;
}

bool
bv_names_person(const BvColumnName *name)
{
	static const char *const either[] = {"account", "acct", "client", "partner", "agent", "contact", "user"};
	bool		person = false;

	for (int i = 0; i < name->tokens; i++)
	{
		BvWordKind	kind = token_kind(name, i);

		if (kind == BV_WORD_THING)
			return false;
		for (size_t j = 0; j < lengthof(either) && kind == BV_WORD_PERSON; j++)
		{
			if (token_is(name, i, either[j]))
				kind = BV_WORD_UNKNOWN;
		}
		person = person || kind == BV_WORD_PERSON;
	}
	return person;
}

bool
bv_names_message_id(const BvColumnName *name)
{
	int			last = name->tokens - 1;

	return last >= 0 &&
		(token_is(name, last, "messageid") || token_is(name, last, "msgid") ||
		 (last > 0 && token_is(name, last, "id") &&
		  (token_is(name, last - 1, "message") || token_is(name, last - 1, "msg"))));
}

bool
bv_names_thing(const BvColumnName *name)
{
	bool		thing = false;

	for (int i = 0; i < name->tokens; i++)
	{
		BvWordKind	kind = token_kind(name, i);

		if (kind == BV_WORD_PERSON)
			return false;
		thing = thing || kind == BV_WORD_THING;
	}
	return thing;
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
