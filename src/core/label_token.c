/* label_token.c: the words and symbols of a label */
#include "label_token.h"

#include <string.h>

#include "character.h"

bool
bv_label_is_word_part(char c)
{
	return bv_is_letter(c) || bv_is_digit(c) || c == '_' || (unsigned char) c > 127;
}

const char *
bv_label_behind_quoted(const char *p, const char *end)
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

void
bv_label_next(BvLabelTokens *stream)
{
	const char *p = stream->token.start + stream->token.length;

	while (p < stream->end && bv_is_space(*p))
		p++;
	stream->token.start = p;
	if (p == stream->end)
		stream->type = BV_TOKEN_END;
	else if (bv_label_is_word_part(*p))
	{
		stream->type = BV_TOKEN_WORD;
		while (p < stream->end && bv_label_is_word_part(*p))
			p++;
	}
	else if (*p == '"' || *p == '\'')
	{
		stream->type = *p == '"' ? BV_TOKEN_NAME : BV_TOKEN_STRING;
		p = bv_label_behind_quoted(p, stream->end);
		if (p == NULL)
		{
			stream->type = BV_TOKEN_UNCLOSED;
			p = stream->token.start + 1;
		}
	}
	else
	{
		stream->type = BV_TOKEN_SYMBOL;
		p++;
	}
	stream->token.length = (size_t) (p - stream->token.start);
}

bool
bv_label_fail(BvLabelTokens *stream, const char *expected)
{
	if (stream->type == BV_TOKEN_UNCLOSED)
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

bool
bv_label_check_length(BvLabelTokens *stream)
{
	if ((size_t) (stream->end - stream->token.start) > BV_LABEL_LENGTH)
		return bv_label_fail(stream, "a label of no more than 65536 bytes");
	return true;
}

bool
bv_label_token_is(const BvLabelTokens *stream, const char *word)
{
	return stream->type == BV_TOKEN_WORD &&
		stream->token.length == strlen(word) &&
		memcmp(stream->token.start, word, stream->token.length) == 0;
}

bool
bv_label_symbol_is(const BvLabelTokens *stream, char symbol)
{
	return stream->type == BV_TOKEN_SYMBOL && *stream->token.start == symbol;
}

bool
bv_label_skip(BvLabelTokens *stream, char symbol)
{
	if (!bv_label_symbol_is(stream, symbol))
		return false;
	bv_label_next(stream);
	return true;
}

void
bv_label_take(BvLabelTokens *stream, BvLabelSlice *slice)
{
	*slice = stream->token;
	bv_label_next(stream);
}

BvLabelTokens
bv_label_first(const char *text, size_t length, BvLabelError *error)
{
	BvLabelTokens stream = {
		.token = {text, 0},
		.end = text + length,
		.error = error,
	};

	memset(error, 0, sizeof(*error));
	bv_label_next(&stream);
	return stream;
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
