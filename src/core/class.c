/*
 * class.c: finding classes in the catalogue, by number, name and misspelt name
 */
#include "class.h"

#include <string.h>

#include "column_name.h"

/* Names of ours are shorter, and nobody means a class with a longer one. */
#define NAME_MAX_BYTES	48

const BvClass *
bv_class_by_number(int number)
{
	if (number < 1 || number > bv_class_count)
		return NULL;
	return &bv_classes[number - 1];
}

const BvClass *
bv_class_by_name(const char *name, size_t len)
{
	for (int i = 0; i < bv_class_count; i++)
	{
		const char *candidate = bv_classes[i].name;

		/* most are told apart by their first letter, which is cheaper */
		if (len > 0 && candidate[0] == name[0] && strncmp(candidate, name, len) == 0 &&
			candidate[len] == '\0')
			return &bv_classes[i];
	}
	return NULL;
}

/*
 * How many letters to insert, drop, replace or swap with their neighbour to get
 * from one name to the other (optimal string alignment).
 */
static int
edit_distance(const char *a, int a_len, const char *b, int b_len)
{
	int			row[3][NAME_MAX_BYTES + 1];
	int		   *before = row[0];
	int		   *last = row[1];
	int		   *now = row[2];

	for (int j = 0; j <= b_len; j++)
		last[j] = j;
	for (int i = 1; i <= a_len; i++)
	{
		int		   *spare;

		now[0] = i;
		for (int j = 1; j <= b_len; j++)
		{
			int			best = last[j - 1] + (a[i - 1] != b[j - 1]);

			if (last[j] + 1 < best)
				best = last[j] + 1;
			if (now[j - 1] + 1 < best)
				best = now[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
				before[j - 2] + 1 < best)
				best = before[j - 2] + 1;
			now[j] = best;
		}
		spare = before;
		before = last;
		last = now;
		now = spare;
	}
	return last[b_len];
}

static bool
has_token(const BvColumnName *name, const BvColumnName *other, int token)
{
	int			len = other->start[token + 1] - other->start[token];

	for (int i = 0; i < name->tokens; i++)
	{
		if (name->start[i + 1] - name->start[i] == len &&
			memcmp(name->text + name->start[i], other->text + other->start[token], len) == 0)
			return true;
	}
	return false;
}

/*
 * How far a class is from what was written; FAR when it cannot be meant.  A
 * synonym of the class counts as much as its name with one letter wrong; a word
 * in common counts by the letters it leaves.
 */
#define FAR	1000

static int
distance_of(const BvClass *class, const BvColumnName *written,
			const BvColumnNameMatch *matches, int match_count)
{
	BvColumnName name;
	int			distance;
	int			words = FAR;
	int			shared = 0;
	int			letters = 0;

	bv_column_name_fold(class->name, strlen(class->name), &name);

	for (int i = 0; i < match_count; i++)
	{
		if (matches[i].class == class && matches[i].whole)
			return matches[i].languages == 0 ? 0 : 2;
		if (matches[i].class == class && matches[i].letters >= 3)
			words = 10 + written->len - matches[i].letters;
	}

	distance = edit_distance(written->text, written->len, name.text, name.len);
	if (distance == 1 || distance * 3 <= written->len)
		return 2 * distance;

	/* not alike as a whole: do they share words? */
	for (int i = 0; i < name.tokens; i++)
	{
		int			len = name.start[i + 1] - name.start[i];

		if (len >= 3 && strncmp(name.text + name.start[i], "number", len) != 0 &&
			has_token(written, &name, i))
		{
			shared++;
			letters += len;
		}
	}
	if (shared > 0 && 10 + name.len + written->len - 2 * letters < words)
		words = 10 + name.len + written->len - 2 * letters;
	return words;
}

int
bv_class_nearest(const char *name, size_t len, const BvClass **nearest, int limit)
{
	BvColumnName written;
	BvColumnNameMatch matches[BV_NAME_MATCHES];
	int			match_count;
	int			distances[8];
	int			count = 0;

	if (limit > 8)
		limit = 8;
	bv_column_name_fold(name, len, &written);
	if (written.len == 0 || written.len > NAME_MAX_BYTES)
		return 0;
	match_count = bv_column_name_match(&written, matches, BV_NAME_MATCHES);

	for (int i = 0; i < bv_class_count; i++)
	{
		int			distance = distance_of(&bv_classes[i], &written, matches, match_count);
		int			place = count;

		if (distance == FAR)
			continue;
		while (place > 0 && distances[place - 1] > distance)
			place--;
		if (place >= limit)
			continue;
		if (count < limit)
			count++;
		for (int j = count - 1; j > place; j--)
		{
			distances[j] = distances[j - 1];
			nearest[j] = nearest[j - 1];
		}
		distances[place] = distance;
		nearest[place] = &bv_classes[i];
	}

	/* a near miss makes the far ones noise */
	while (count > 1 && distances[0] <= 2 && distances[count - 1] > 4)
		count--;
	return count;
}

const char *
bv_role_name(BvRole role)
{
	switch (role)
	{
		case BV_ROLE_DIRECT:
			return "direct";
		case BV_ROLE_ATTRIBUTE:
			return "attribute";
		case BV_ROLE_LINK:
			return "link";
		case BV_ROLE_CARRIER:
			return "carrier";
	}
	return NULL;
}

const char *
bv_subject_kind_name(BvSubjectKind subject)
{
	switch (subject)
	{
		case BV_SUBJECT_PERSON:
			return "person";
		case BV_SUBJECT_ORGANISATION:
			return "organisation";
		case BV_SUBJECT_EITHER:
			return "either";
	}
	return NULL;
}

const char *
bv_evidence_name(BvEvidence evidence)
{
	switch (evidence)
	{
		case BV_BY_NAME:
			return "name";
		case BV_BY_NAME_AND_VALUE:
			return "name+value";
		case BV_BY_VALUE:
			return "value";
	}
	return NULL;
}

const char *
bv_special_name(BvSpecial special)
{
	switch (special)
	{
		case BV_SPECIAL_ARTICLE_9:
			return "Art. 9 GDPR";
		case BV_SPECIAL_ARTICLE_10:
			return "Art. 10 GDPR";
		case BV_SPECIAL_NONE:
			break;
	}
	return NULL;
}
