/* label_token.h: the words and symbols of a label, for the parsers of its two kinds */
#ifndef BV_LABEL_TOKEN_H
#define BV_LABEL_TOKEN_H

#include "label_parser.h"

typedef enum BvLabelTokenType
{
	BV_TOKEN_WORD,
	BV_TOKEN_NAME,		/* in double quotes */
	BV_TOKEN_STRING,		/* in single quotes */
	BV_TOKEN_UNCLOSED,		/* a quote, and no other up to the end */
	BV_TOKEN_SYMBOL,		/* any other single byte */
	BV_TOKEN_END
} BvLabelTokenType;

/* The tokens of a text, one at a time. */
typedef struct BvLabelTokens
{
	BvLabelTokenType type;		/* of the token that comes next */
	BvLabelSlice token;
	const char *end;			/* of the text */
	BvLabelError *error;
} BvLabelTokens;

/* The stream of a text, its first token being next. */
extern BvLabelTokens bv_label_first(const char *text, size_t length, BvLabelError *error);

/* Is there room for all of the text, of which the first token is next? */
extern bool bv_label_check_length(BvLabelTokens *stream);

/* Goes on to the next token. */
extern void bv_label_next(BvLabelTokens *stream);

/* Says what was expected in place of the token that comes next; returns false. */
extern bool bv_label_fail(BvLabelTokens *stream, const char *expected);

extern bool bv_label_token_is(const BvLabelTokens *stream, const char *word);
extern bool bv_label_symbol_is(const BvLabelTokens *stream, char symbol);

/* Goes past the token if it is that symbol. */
extern bool bv_label_skip(BvLabelTokens *stream, char symbol);

/* Gives the token and goes past it. */
extern void bv_label_take(BvLabelTokens *stream, BvLabelSlice *slice);

/* Bytes above 127 are of letters, for all we know: errors then cite them whole. */
extern bool bv_label_is_word_part(char c);

/* Behind the quote that closes the one at p, where doubled ones do not; or NULL. */
extern const char *bv_label_behind_quoted(const char *p, const char *end);

#endif							/* BV_LABEL_TOKEN_H */
