/* label_parser.c: a recursive-descent parser of the text of labels */
#include "label_parser.h"

#include <string.h>

typedef enum TokenType
{
	TOKEN_WORD,
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
parse_class(TokenStream *stream, BvLabelSlice *class_name)
{
	if (stream->type != TOKEN_WORD)
		return fail(stream, "the name of a class");
	*class_name = stream->token;
	next_token(stream);
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
	else if (!parse_class(stream, &label->class_name))
		return false;
	if (stream->type != TOKEN_END)
		return fail(stream, "the end of the label");
	return true;
}

bool
bv_label_parse(const char *text, size_t length, BvLabel *label, BvLabelError *error)
{
	TokenStream stream = {
		.token = {text, 0},
		.end = text + length,
		.error = error,
	};

	memset(label, 0, sizeof(*label));
	memset(error, 0, sizeof(*error));
	next_token(&stream);
	return parse_label(&stream, label);
}
