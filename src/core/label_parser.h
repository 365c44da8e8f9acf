/*
 * label_parser.h: the text of a label, what it says a column holds
 *
 *     label = "not_personal" | class
 *     class = word
 *     word  = ( letter | digit | "_" | byte above 127 ) +
 *
 * White space may stand between any two words or symbols.  Whether there is a
 * class of that name is for the caller to find out: users add classes.
 */
#ifndef BV_LABEL_PARSER_H
#define BV_LABEL_PARSER_H

#include <stdbool.h>
#include <stddef.h>

/* Part of the text that was parsed; not terminated. */
typedef struct BvLabelSlice
{
	const char *start;
	size_t		length;			/* in bytes */
} BvLabelSlice;

/* What a label says. */
typedef struct BvLabel
{
	bool		not_personal;	/* looked at, and nothing there: no class */
	BvLabelSlice class_name;
} BvLabel;

/* Where a text stops being a label. */
typedef struct BvLabelError
{
	const char *expected;		/* what could have stood there, in words */
	BvLabelSlice found;			/* what does; empty at the end of the text */
} BvLabelError;

/*
 * Parses a label in any encoding that agrees with ASCII below 128.  Returns
 * false, and fills in error alone, when the text is none.
 */
extern bool bv_label_parse(const char *text, size_t length,
						   BvLabel *label, BvLabelError *error);

#endif							/* BV_LABEL_PARSER_H */
