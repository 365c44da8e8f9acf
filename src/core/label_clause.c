/* label_clause.c: a recursive-descent parser of the labels of tables */
#include "label_token.h"

#include <string.h>

#include "character.h"

static bool
parse_key(BvLabelTokens *stream, const char *expected, BvLabelSlice *key)
{
	if (stream->type != BV_TOKEN_WORD && stream->type != BV_TOKEN_NAME)
		return bv_label_fail(stream, expected);
	bv_label_take(stream, key);
	return true;
}

static bool
parse_subject(BvLabelTokens *stream, BvTableLabel *label)
{
	label->has_subject = true;
	if (!parse_key(stream, "a column of the table", &label->column))
		return false;
	if (bv_label_symbol_is(stream, ')'))
		return true;
	if (!bv_label_skip(stream, '='))
		return bv_label_fail(stream, "\"=\" or \")\"");
	if (!parse_key(stream, "a table", &label->subject_table))
		return false;
	if (!bv_label_skip(stream, '.'))
		return bv_label_fail(stream, "\".\" and a column of the table");
	if (!parse_key(stream, "a column of the table", &label->subject_column))
		return false;
	if (bv_label_skip(stream, '.'))
	{
		label->subject_schema = label->subject_table;
		label->subject_table = label->subject_column;
		return parse_key(stream, "a column of the table", &label->subject_column);
	}
	return true;
}

/* Behind the SQL string at p, where a backslash may escape; or NULL. */
static const char *
behind_escaped(const char *p, const char *end)
{
	for (p++; p < end && *p != '\''; p++)
	{
		if (*p == '\\' && p + 1 < end)
			p++;
	}
	return p < end ? p + 1 : NULL;
}

/* Behind the dollar-quoted string at p; p itself if it is none; NULL if it never ends. */
static const char *
behind_dollars(const char *p, const char *end)
{
	const char *tag_end = p + 1;
	size_t		length;

	while (tag_end < end && bv_label_is_word_part(*tag_end))
		tag_end++;
	if (tag_end == end || *tag_end != '$' || (p[1] >= '0' && p[1] <= '9'))
		return p;
	length = (size_t) (tag_end + 1 - p);
	for (const char *q = tag_end + 1; (size_t) (end - q) >= length; q++)
	{
		if (memcmp(q, p, length) == 0)
			return q + length;
	}
	return NULL;
}

/*
 * Behind what stands at p and hides parentheses: a string or a name.  p itself
 * if nothing does, NULL if it never ends.
 */
static const char *
behind_hidden(const char *start, const char *p, const char *end)
{
	bool		behind_word = p > start && (bv_label_is_word_part(p[-1]) || p[-1] == '$');

	if (*p == '$' && !behind_word)
		return behind_dollars(p, end);
	if (*p == '\'' && behind_word && (p[-1] == 'e' || p[-1] == 'E') &&
		(p - 1 == start || !bv_label_is_word_part(p[-2])))
		return behind_escaped(p, end);
	if (*p == '\'' || *p == '"')
		return bv_label_behind_quoted(p, end);
	return p;
}

/* Stands before the first byte of the condition, behind its "(". */
static bool
parse_condition(BvLabelTokens *stream, BvLabelSlice *condition)
{
	const char *start = stream->token.start;
	const char *p = start;
	int			depth = 0;

	while (p < stream->end && !(depth == 0 && *p == ')'))
	{
		const char *behind = behind_hidden(start, p, stream->end);

		stream->token.start = p;
		stream->token.length = 1;
		stream->type = BV_TOKEN_SYMBOL;
		if (behind == NULL)
		{
			stream->type = BV_TOKEN_UNCLOSED;
			return bv_label_fail(stream, NULL);
		}
		if (behind > p)
		{
			p = behind;
			continue;
		}
		if (*p == ';' || (p + 1 < stream->end &&
						  ((*p == '-' && p[1] == '-') || (*p == '/' && p[1] == '*'))))
			return bv_label_fail(stream, "one condition without comments");
		depth += (*p == '(') - (*p == ')');
		p++;
	}

	stream->token.start = p;
	stream->token.length = 0;
	bv_label_next(stream);
	while (p > start && bv_is_space(p[-1]))
		p--;
	condition->start = start;
	condition->length = (size_t) (p - start);
	if (condition->length == 0)
		return bv_label_fail(stream, "a condition");
	return true;
}

static bool
parse_clause(BvLabelTokens *stream, BvTableLabel *label)
{
	bool		is_subject = bv_label_token_is(stream, "subject") && !label->has_subject;
	bool		is_former = bv_label_token_is(stream, "former") && label->former.length == 0;

	if (!is_subject && !is_former)
		return bv_label_fail(stream, "one of subject and former, each once");
	bv_label_next(stream);
	if (!bv_label_skip(stream, '('))
		return bv_label_fail(stream, "\"(\"");
	if (is_subject ? !parse_subject(stream, label) :
		!parse_condition(stream, &label->former))
		return false;
	if (!bv_label_skip(stream, ')'))
		return bv_label_fail(stream, "\")\"");
	return true;
}

static bool
parse_table_label(BvLabelTokens *stream, BvTableLabel *label)
{
	do
	{
		if (!parse_clause(stream, label))
			return false;
	} while (bv_label_skip(stream, ','));
	if (stream->type != BV_TOKEN_END)
		return bv_label_fail(stream, "\",\" or the end of the label");
	return true;
}

bool
bv_table_label_parse(const char *text, size_t length, BvTableLabel *label,
					 BvLabelError *error)
{
	BvLabelTokens stream = bv_label_first(text, length, error);

	memset(label, 0, sizeof(*label));
	return bv_label_check_length(&stream) && parse_table_label(&stream, label);
}
