/*
 * label_parser.h: the text of a label, what it says a column or a table holds
 *
 *     label     = "not_personal" | content | fields
 *     fields    = "{" field { "," field } "}"
 *     field     = key { "." key } ":" content
 *     content   = class { "|" class } [ "(" option { "," option } ")" ]
 *     option    = "absent" "=" string
 *               | "may_hold" "=" class { "|" class }
 *               | "protected" "=" word
 *
 *     table     = clause { "," clause }
 *     clause    = "subject" "(" key [ "=" [ key "." ] key "." key ] ")"
 *               | "former" "(" condition ")"
 *
 *     class     = word
 *     key       = word | name
 *     word      = ( letter | digit | "_" | byte above 127 ) +
 *     name      = '"' { any byte but '"', or '""' } '"'
 *     string    = "'" { any byte but "'", or "''" } "'"
 *     condition = SQL, with quotes and parentheses in pairs, and neither
 *                 comments nor semicolons outside of them
 *
 * White space may stand between any two words or symbols.  No option and no
 * clause stands twice.  Whether there is a class, a column or a table of that
 * name is for the caller to find out: users add classes.
 */
#ifndef BV_LABEL_PARSER_H
#define BV_LABEL_PARSER_H

#include <stdbool.h>
#include <stddef.h>

/* What one label has room for. */
#define BV_LABEL_LENGTH	65536	/* bytes: whoever labels a table must not fill others' memory */
#define BV_LABEL_PARTS	64		/* fields */
#define BV_LABEL_NAMES	256		/* classes, of all fields together */
#define BV_LABEL_KEYS	256		/* keys, likewise */
#define BV_LABEL_DEPTH	16		/* keys of one field */

/* Part of the text that was parsed; not terminated, and quoted as it was there. */
typedef struct BvLabelSlice
{
	const char *start;
	size_t		length;			/* in bytes; 0 where there is none */
} BvLabelSlice;

/* Some of the names or keys of a label. */
typedef struct BvLabelRange
{
	int			first;
	int			count;
} BvLabelRange;

/* What a label says of a column, or of one of its fields. */
typedef struct BvLabelPart
{
	BvLabelRange path;			/* of keys; none for the column itself */
	BvLabelRange classes;		/* of names: the alternatives, in order */
	BvLabelRange may_hold;		/* of names */
	BvLabelSlice absent;		/* a string in quotes */
	BvLabelSlice protected;		/* a word */
} BvLabelPart;

/* What a label of a column says. */
typedef struct BvLabel
{
	bool		not_personal;	/* looked at, and nothing there: no parts */
	bool		has_fields;		/* in braces */
	int			part_count;
	BvLabelPart part[BV_LABEL_PARTS];
	int			name_count;
	BvLabelSlice name[BV_LABEL_NAMES];
	int			key_count;
	BvLabelSlice key[BV_LABEL_KEYS];
} BvLabel;

/* What a label of a table says. */
typedef struct BvTableLabel
{
	bool		has_subject;
	BvLabelSlice column;		/* of the table itself; the others are keys too */
	BvLabelSlice subject_schema;	/* none: the schema of the table itself */
	BvLabelSlice subject_table; /* none: the rows are subjects themselves */
	BvLabelSlice subject_column;
	BvLabelSlice former;		/* a condition, without its parentheses; or none */
} BvTableLabel;

/* Where a text stops being a label. */
typedef struct BvLabelError
{
	const char *expected;		/* what could have stood there, in words */
	BvLabelSlice found;			/* what does; empty at the end of the text */
} BvLabelError;

/*
 * Parses the label of a column, in any encoding that agrees with ASCII below
 * 128.  Returns false, and fills in error alone, when the text is none.
 */
extern bool bv_label_parse(const char *text, size_t length,
						   BvLabel *label, BvLabelError *error);

/* The same for the label of a table. */
extern bool bv_table_label_parse(const char *text, size_t length,
								 BvTableLabel *label, BvLabelError *error);

/*
 * What is within the quotes of a name or a string, if there are any; as long
 * as the slice at most, not terminated.  Returns its length.
 */
extern size_t bv_label_unquote(const BvLabelSlice *slice, char *result);

#endif							/* BV_LABEL_PARSER_H */
