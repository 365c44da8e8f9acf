/*
 * trace.h: text that has no trace of what is looked for
 *
 * Whatever is of a class leaves something in the text that most prose has not: so
 * many digits without a letter between, an @, a digit beside a letter.  Text without
 * any of it need not be looked at, which is known at a fraction of what that costs.
 */
#ifndef BV_TRACE_H
#define BV_TRACE_H

#include <stdbool.h>
#include <stddef.h>

#include "class_set.h"

/* What else is a trace, beside digits in a row; a mask. */
#define BV_TRACE_ANYTHING	0x01	/* all text has to be looked at */
#define BV_TRACE_AT			0x02	/* @ */
#define BV_TRACE_MIXED		0x04	/* a digit and a letter in one word, or joined by one of -.+ */
#define BV_TRACE_COLONS		0x08	/* a digit in hexadecimal that has two colons */
#define BV_TRACE_DOTS		0x10	/* three dots between digits */
#define BV_TRACE_DOLLAR		0x20	/* $ beside a digit */
#define BV_TRACE_KEY		0x40	/* _, IA and --, which are in keys */
#define BV_TRACE_SPACED		0x80	/* a digit and a capital, a space between */

/* The traces that values of some classes leave; all zero: there can be none. */
typedef struct BvTraces
{
	int			digits;			/* so many in one stretch, at least; 0: no number is looked for */
	bool		days;			/* also where all of them are a day, month and year */
	unsigned	signs;			/* BV_TRACE_* */
} BvTraces;

/* What a text has that as a whole is of one of these classes, by bv_is_valid. */
extern BvTraces bv_traces_of_values(const BvClassSet *classes);

/* What a text has in which a finder finds one of them. */
extern BvTraces bv_traces_of_finds(const BvClassSet *classes);

/* Has a text any of them? */
extern bool bv_has_trace(const BvTraces *traces, const char *text, size_t length);

/* The same without vector instructions, for other CPUs and for tests. */
extern bool bv_has_trace_portable(const BvTraces *traces, const char *text, size_t length);

#endif							/* BV_TRACE_H */
