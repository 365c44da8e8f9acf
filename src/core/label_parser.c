/* label_parser.c: a recursive-descent parser of the text of labels */
#include "label_parser.h"

#include <string.h>

typedef enum TokenType
{
	TOKEN_WORD,
	TOKEN_NAME,					/* in double quotes */
	TOKEN_STRING,				/* in single quotes */
	TOKEN_UNCLOSED,				/* a quote, and no other up to the end */
	TOKEN_SYMBOL,				/* any other single byte */
	TOKEN_END
} TokenType;

/* The tokens of a text, one at a time. */
typedef struct TokenStream
{
	TokenType	type;			/* of the token that comes next */
	BvLabelSlice token;
	const char *end;			/* of the text */
	BvLabelError *error;
} TokenStream;

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Bytes above 127 are of letters, for all we know: errors then cite them whole. */
static bool
is_word_part(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		(c >= '0' && c <= '9') || c == '_' || (unsigned char) c > 127;
}

/* Behind the quote that closes the one at p, where doubled ones do not; or NULL. */
static const char *
behind_quoted(const char *p, const char *end)
{
	char		quote = *p;

	for (p++; p < end; p++)
	{
		if (*p != quote)
			continue;
		if (p + 1 == end || p[1] != quote)
			return p + 1;
		p++;
	}
	return NULL;
}

static void
next_token(TokenStream *stream)
{
	const char *p = stream->token.start + stream->token.length;

	while (p < stream->end && is_space(*p))
		p++;
	stream->token.start = p;
	if (p == stream->end)
		stream->type = TOKEN_END;
	else if (is_word_part(*p))
	{
		stream->type = TOKEN_WORD;
		while (p < stream->end && is_word_part(*p))
			p++;
	}
	else if (*p == '"' || *p == '\'')
	{
		stream->type = *p == '"' ? TOKEN_NAME : TOKEN_STRING;
		p = behind_quoted(p, stream->end);
		if (p == NULL)
		{
			stream->type = TOKEN_UNCLOSED;
			p = stream->token.start + 1;
		}
	}
	else
	{
		stream->type = TOKEN_SYMBOL;
		p++;
	}
	stream->token.length = (size_t) (p - stream->token.start);
}

static bool
fail(TokenStream *stream, const char *expected)
{
	if (stream->type == TOKEN_UNCLOSED)
	{
		stream->error->expected = "a closing quote";
		stream->error->found.start = stream->end;
		stream->error->found.length = 0;
		return false;
	}
	stream->error->expected = expected;
	stream->error->found = stream->token;
	return false;
}

static bool
token_is(const TokenStream *stream, const char *word)
{
	return stream->type == TOKEN_WORD &&
		stream->token.length == strlen(word) &&
		memcmp(stream->token.start, word, stream->token.length) == 0;
}

static bool
symbol_is(const TokenStream *stream, char symbol)
{
	return stream->type == TOKEN_SYMBOL && *stream->token.start == symbol;
}

/* Goes past the token if it is that symbol. */
static bool
skip_symbol(TokenStream *stream, char symbol)
{
	if (!symbol_is(stream, symbol))
		return false;
	next_token(stream);
	return true;
}

static void
take(TokenStream *stream, BvLabelSlice *slice)
{
	*slice = stream->token;
	next_token(stream);
}

/* ---------- columns ---------- */

static bool
parse_class(TokenStream *stream, BvLabel *label, BvLabelRange *names)
{
	if (stream->type != TOKEN_WORD)
		return fail(stream, "the name of a class");
	if (label->name_count == BV_LABEL_NAMES)
		return fail(stream, "no more than 256 classes");
	take(stream, &label->name[label->name_count++]);
	names->count++;
	return true;
}

static bool
parse_alternatives(TokenStream *stream, BvLabel *label, BvLabelRange *names)
{
	names->first = label->name_count;
	do
	{
		if (!parse_class(stream, label, names))
			return false;
	} while (skip_symbol(stream, '|'));
	return true;
}

static bool
parse_option(TokenStream *stream, BvLabel *label, BvLabelPart *part)
{
	bool		is_absent = token_is(stream, "absent") && part->absent.length == 0;
	bool		is_may_hold = token_is(stream, "may_hold") && part->may_hold.count == 0;
	bool		is_protected = token_is(stream, "protected") && part->protected.length == 0;

	if (!is_absent && !is_may_hold && !is_protected)
		return fail(stream, "one of absent, may_hold and protected, each once");
	next_token(stream);
	if (!skip_symbol(stream, '='))
		return fail(stream, "\"=\"");
	if (is_may_hold)
		return parse_alternatives(stream, label, &part->may_hold);
	if (is_absent)
	{
		if (stream->type != TOKEN_STRING)
			return fail(stream, "values in single quotes, separated by commas");
		take(stream, &part->absent);
		return true;
	}
	if (stream->type != TOKEN_WORD)
		return fail(stream, "a way of protection");
	take(stream, &part->protected);
	return true;
}

static bool
parse_content(TokenStream *stream, BvLabel *label, BvLabelPart *part)
{
	if (!parse_alternatives(stream, label, &part->classes))
		return false;
	if (!skip_symbol(stream, '('))
		return true;
	do
	{
		if (!parse_option(stream, label, part))
			return false;
	} while (skip_symbol(stream, ','));
	if (!skip_symbol(stream, ')'))
		return fail(stream, "\",\" or \")\"");
	return true;
}

static bool
parse_path(TokenStream *stream, BvLabel *label, BvLabelRange *path)
{
	path->first = label->key_count;
	do
	{
		if (stream->type != TOKEN_WORD && stream->type != TOKEN_NAME)
			return fail(stream, "the name of a field");
		if (label->key_count == BV_LABEL_KEYS || path->count == BV_LABEL_DEPTH)
			return fail(stream, "no more than 16 names in a row, and 256 in all");
		take(stream, &label->key[label->key_count++]);
		path->count++;
	} while (skip_symbol(stream, '.'));
	return true;
}

static bool
parse_fields(TokenStream *stream, BvLabel *label)
{
	label->has_fields = true;
	do
	{
		BvLabelPart *part = &label->part[label->part_count];

		if (label->part_count == BV_LABEL_PARTS)
			return fail(stream, "no more than 64 fields");
		label->part_count++;
		if (!parse_path(stream, label, &part->path))
			return false;
		if (!skip_symbol(stream, ':'))
			return fail(stream, "\".\" or \":\"");
		if (!parse_content(stream, label, part))
			return false;
	} while (skip_symbol(stream, ','));
	if (!skip_symbol(stream, '}'))
		return fail(stream, "\",\" or \"}\"");
	return true;
}

static bool
parse_label(TokenStream *stream, BvLabel *label)
{
	if (token_is(stream, "not_personal"))
	{
		label->not_personal = true;
		next_token(stream);
	}
	else if (skip_symbol(stream, '{'))
	{
		if (!parse_fields(stream, label))
			return false;
	}
	else
	{
		label->part_count = 1;
		if (!parse_content(stream, label, &label->part[0]))
			return false;
	}
	if (stream->type != TOKEN_END)
		return fail(stream, "the end of the label");
	return true;
}

/* ---------- tables ---------- */

static bool
parse_key(TokenStream *stream, const char *expected, BvLabelSlice *key)
{
	if (stream->type != TOKEN_WORD && stream->type != TOKEN_NAME)
		return fail(stream, expected);
	take(stream, key);
	return true;
}

static bool
parse_subject(TokenStream *stream, BvTableLabel *label)
{
	label->has_subject = true;
	if (!parse_key(stream, "a column of the table", &label->column))
		return false;
	if (symbol_is(stream, ')'))
		return true;
	if (!skip_symbol(stream, '='))
		return fail(stream, "\"=\" or \")\"");
	if (!parse_key(stream, "a table", &label->subject_table))
		return false;
	if (!skip_symbol(stream, '.'))
		return fail(stream, "\".\" and a column of the table");
	if (!parse_key(stream, "a column of the table", &label->subject_column))
		return false;
	if (skip_symbol(stream, '.'))
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

	while (tag_end < end && is_word_part(*tag_end))
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
	bool		behind_word = p > start && (is_word_part(p[-1]) || p[-1] == '$');

	if (*p == '$' && !behind_word)
		return behind_dollars(p, end);
	if (*p == '\'' && behind_word && (p[-1] == 'e' || p[-1] == 'E') &&
		(p - 1 == start || !is_word_part(p[-2])))
		return behind_escaped(p, end);
	if (*p == '\'' || *p == '"')
		return behind_quoted(p, end);
	return p;
}

/* Stands before the first byte of the condition, behind its "(". */
static bool
parse_condition(TokenStream *stream, BvLabelSlice *condition)
{
	const char *start = stream->token.start;
	const char *p = start;
	int			depth = 0;

	while (p < stream->end && !(depth == 0 && *p == ')'))
	{
		const char *behind = behind_hidden(start, p, stream->end);

		stream->token.start = p;
		stream->token.length = 1;
		stream->type = TOKEN_SYMBOL;
		if (behind == NULL)
		{
			stream->type = TOKEN_UNCLOSED;
			return fail(stream, NULL);
		}
		if (behind > p)
		{
			p = behind;
			continue;
		}
		if (*p == ';' || (p + 1 < stream->end &&
						  ((*p == '-' && p[1] == '-') || (*p == '/' && p[1] == '*'))))
			return fail(stream, "one condition without comments");
		depth += (*p == '(') - (*p == ')');
		p++;
	}

	stream->token.start = p;
	stream->token.length = 0;
	next_token(stream);
	while (p > start && is_space(p[-1]))
		p--;
	condition->start = start;
	condition->length = (size_t) (p - start);
	if (condition->length == 0)
		return fail(stream, "a condition");
	return true;
}

static bool
parse_clause(TokenStream *stream, BvTableLabel *label)
{
	bool		is_subject = token_is(stream, "subject") && !label->has_subject;
	bool		is_former = token_is(stream, "former") && label->former.length == 0;

	if (!is_subject && !is_former)
		return fail(stream, "one of subject and former, each once");
	next_token(stream);
	if (!skip_symbol(stream, '('))
		return fail(stream, "\"(\"");
	if (is_subject ? !parse_subject(stream, label) :
		!parse_condition(stream, &label->former))
		return false;
	if (!skip_symbol(stream, ')'))
		return fail(stream, "\")\"");
	return true;
}

static bool
parse_table_label(TokenStream *stream, BvTableLabel *label)
{
	do
	{
		if (!parse_clause(stream, label))
			return false;
	} while (skip_symbol(stream, ','));
	if (stream->type != TOKEN_END)
		return fail(stream, "\",\" or the end of the label");
	return true;
}

/* ---------- labels ---------- */

static TokenStream
first_token(const char *text, size_t length, BvLabelError *error)
{
	TokenStream stream = {
		.token = {text, 0},
		.end = text + length,
		.error = error,
	};

	memset(error, 0, sizeof(*error));
	next_token(&stream);
	return stream;
}

bool
bv_label_parse(const char *text, size_t length, BvLabel *label, BvLabelError *error)
{
	TokenStream stream = first_token(text, length, error);

	memset(label, 0, sizeof(*label));
	return parse_label(&stream, label);
}

bool
bv_table_label_parse(const char *text, size_t length, BvTableLabel *label,
					 BvLabelError *error)
{
	TokenStream stream = first_token(text, length, error);

	memset(label, 0, sizeof(*label));
	return parse_table_label(&stream, label);
}

size_t
bv_label_unquote(const BvLabelSlice *slice, char *result)
{
	char		quote = slice->length > 0 ? *slice->start : '\0';
	size_t		length = 0;

	if (quote != '"' && quote != '\'')
	{
		memcpy(result, slice->start, slice->length);
		return slice->length;
	}
	for (size_t i = 1; i + 1 < slice->length; i++)
	{
		result[length++] = slice->start[i];
		if (slice->start[i] == quote)
			i++;
	}
	return length;
}
