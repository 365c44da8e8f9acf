/*
 * exposure_io.c: exposures as text and on the wire, both without loss
 *
 *	exposure = [header ":"] ("empty" | kind {"," kind})
 *	header   = currency ["level" number] | "level" number
 *	kind     = records what
 *	what     = "x" classes				no price of its own
 *			 | "x" [classes "at"] price	so much each
 *			 | ["x" classes] "for" total	so much together, from level 1 on
 *
 *	classes  = "{" [class {"," class}] "}"
 *	class    = word | '"' word ["/" word] '"'
 *
 * as in "EUR: 1200 x {email,"us_ssn/hmac"}, 7 x 0.01".  Text never reads a table:
 * classes of users, and protected ones, are names in quotes, any that there can be.
 */
#include "postgres.h"

#include <ctype.h>

#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"

#include "class.h"
#include "class_set_type.h"
#include "compat.h"
#include "exposure.h"

#define WIRE_VERSION	1

/* Most digits that a total can have, and a point and a sign. */
#define TOTAL_SIZE		48

/* ---------- text out ---------- */

/* Billionths of a unit as units, without superfluous zeros. */
static void
append_billionths(StringInfo text, __int128 total)
{
	char		digits[TOTAL_SIZE];
	char	   *end = digits + TOTAL_SIZE - 1;
	char	   *p = end;
	int			places = 9;

	*p = '\0';
	for (; total > 0 || places >= 0; places--, total /= 10)
	{
		if (places == 0 && *p != '\0')
			*--p = '.';
		/* nothing to say behind the point: leave trailing zeros out */
		if (places > 0 && *p == '\0' && total % 10 == 0)
			continue;
		*--p = '0' + (int) (total % 10);
	}
	appendStringInfoString(text, p);
}

static void
append_classes(StringInfo text, const BvNames *names, const BvClassSet *classes)
{
	char		separator = '{';

	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		const char *name = bv_names_get(names, n);
		char		buffer[BV_CLASS_NAME_SIZE];

		appendStringInfoChar(text, separator);
		if (name == NULL)
			appendStringInfoString(text, bv_class_text(n, buffer));
		else
			appendStringInfo(text, bv_class_number_in_text(name, strlen(name)) != 0 ? "%s" : "\"%s\"", name);
		separator = ',';
	}
	appendStringInfoString(text, separator == '{' ? "{}" : "}");
}

static void
append_kind(StringInfo text, const BvExposure *exposure, const BvKind *kind)
{
	BvClassSet	classes = bv_histogram_classes(exposure, kind);
	BvNames		names = bv_histogram_names(exposure);
	bool		is_priced = (kind->price != BV_NO_PRICE);
	bool		is_bare = is_priced && bv_class_set_is_empty(&classes);

	appendStringInfo(text, INT64_FORMAT, kind->records);
	if (!is_bare || exposure->level == 0)
		appendStringInfoString(text, " x ");
	if (!is_bare)
		append_classes(text, &names, &classes);
	if (is_priced && exposure->level == 0)
	{
		appendStringInfoString(text, is_bare ? "" : " at ");
		append_billionths(text, kind->price);
	}
	else if (is_priced)
	{
		appendStringInfoString(text, " for ");
		append_billionths(text, bv_kind_total(kind));
	}
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_out);
Datum
breachvalue_exposure_out(PG_FUNCTION_ARGS)
{
	const BvExposure *exposure = PG_GETARG_EXPOSURE(0);
	StringInfoData text;

	initStringInfo(&text);
	appendStringInfoString(&text, exposure->currency);
	if (exposure->level > 0)
		appendStringInfo(&text, "%slevel %d", text.len > 0 ? " " : "", exposure->level);
	if (text.len > 0)
		appendStringInfoString(&text, ": ");
	if (exposure->count == 0)
		appendStringInfoString(&text, "empty");
	for (uint32 i = 0; i < exposure->count; i++)
	{
		if (i > 0)
			appendStringInfoString(&text, ", ");
		append_kind(&text, exposure, &exposure->kind[i]);
	}
	PG_RETURN_CSTRING(text.data);
}

/* ---------- text in ---------- */

typedef struct Parser
{
	const char *whole;			/* all of the text */
	const char *at;				/* what is left of it */
	BvNameTable names;			/* in it so far */
} Parser;

pg_noreturn static void
refuse(const Parser *parser, const char *expected)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s: \"%s\"", "exposure", parser->whole),
			 *parser->at == '\0' ?
			 errdetail("Expected %s at the end.", expected) :
			 errdetail("Expected %s at \"%.*s\".", expected,
					   pg_mbcliplen(parser->at, strlen(parser->at), 20), parser->at)));
}

/* Whoever casts a price to exposure means to count records of that price. */
static void
refuse_bare_number(const char *text)
{
	char	   *end;

	(void) strtod(text, &end);
	if (end == text || end[strspn(end, " \t\n\r")] != '\0')
		return;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s: \"%s\"", "exposure", text),
			 errhint("A number is no exposure; the aggregate exposure(price) counts records of that price.")));
}

static void
skip_space(Parser *parser)
{
	parser->at += strspn(parser->at, " \t\n\r");
}

/* Takes the word, if it is next and ends there. */
static bool
take(Parser *parser, const char *word)
{
	size_t		len = strlen(word);

	skip_space(parser);
	if (strncmp(parser->at, word, len) != 0 ||
		(isalnum((unsigned char) word[len - 1]) && isalnum((unsigned char) parser->at[len])))
		return false;
	parser->at += len;
	return true;
}

pg_noreturn static void
refuse_size(const Parser *parser)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("value is out of range for type %s: \"%s\"", "exposure",
					parser->whole)));
}

/* A number of units with at most that many decimals, as a whole of the last. */
static __int128
take_number(Parser *parser, int places, const char *what)
{
	__int128	number = 0;
	bool		overflow = false;
	const char *start;

	skip_space(parser);
	start = parser->at;
	for (; isdigit((unsigned char) *parser->at); parser->at++)
	{
		overflow |= __builtin_mul_overflow(number, 10, &number);
		overflow |= __builtin_add_overflow(number, *parser->at - '0', &number);
	}
	if (parser->at == start)
		refuse(parser, what);
	if (places > 0 && *parser->at == '.')
	{
		parser->at++;
		for (; places > 0 && isdigit((unsigned char) *parser->at); parser->at++, places--)
		{
			overflow |= __builtin_mul_overflow(number, 10, &number);
			overflow |= __builtin_add_overflow(number, *parser->at - '0', &number);
		}
	}
	for (; places > 0; places--)
		overflow |= __builtin_mul_overflow(number, 10, &number);
	if (overflow)
		refuse_size(parser);
	return number;
}

static int64
take_int64(Parser *parser, int places, int64 least, int64 most, const char *what)
{
	__int128	number = take_number(parser, places, what);

	if (number < least || number > most)
		refuse_size(parser);
	return (int64) number;
}

/* A class in quotes, or as class_<number>. */
static int
take_name(Parser *parser)
{
	bool		quoted = (*parser->at == '"');
	const char *start = parser->at + quoted;
	size_t		len = strspn(start, "abcdefghijklmnopqrstuvwxyz0123456789_/");
	char		name[BV_NAME_SIZE];
	int			number;

	if (quoted ? !bv_is_class_name(start, len) || start[len] != '"' :
		bv_class_number_in_text(start, len) == 0)
		return 0;
	parser->at = start + len + quoted;
	memcpy(name, start, len);	/* strlcpy would read all of the text behind it */
	name[len] = '\0';
	number = bv_name_table_add(&parser->names, name);
	if (number == 0)
		bv_too_many_names();
	return number;
}

static BvClassSet
take_classes(Parser *parser)
{
	BvClassSet	classes = {{0}};

	parser->at++;				/* the brace */
	if (take(parser, "}"))
		return classes;
	do
	{
		int			number;

		skip_space(parser);
		number = take_name(parser);
		if (number == 0)
		{
			size_t		len = strspn(parser->at, "abcdefghijklmnopqrstuvwxyz0123456789_");
			const BvClass *class = bv_class_by_name(parser->at, len);

			if (len == 0)
				refuse(parser, "a class");
			if (class == NULL)
				bv_unrecognized_class(pnstrdup(parser->at, len), ERRCODE_INVALID_TEXT_REPRESENTATION);
			parser->at += len;
			number = class->number;
		}
		bv_class_set_add(&classes, number);
	} while (take(parser, ","));
	if (!take(parser, "}"))
		refuse(parser, "\",\" or \"}\"");
	return classes;
}

static BvExposure *
take_kind(Parser *parser, BvExposure *state)
{
	int64		records = take_int64(parser, 0, 1, PG_INT64_MAX, "a number of records");
	BvClassSet	classes = {{0}};
	bool		has_classes = false;

	if (take(parser, "x"))
	{
		skip_space(parser);
		if (*parser->at == '{')
		{
			BvNames		names;
			BvRenaming	renaming;	/* none: all names are of this text */

			classes = take_classes(parser);
			has_classes = true;
			names = bv_name_table_names(&parser->names);
			state = bv_exposure_learn(state, &names, &renaming);
		}
		if (!has_classes || take(parser, "at"))
			return bv_exposure_add(state, &classes,
								   take_int64(parser, 9, 0, PG_INT64_MAX,
											  "classes or a price"), records);
	}
	if (take(parser, "for"))
	{
		__int128	total;

		if (state->level == 0)
			refuse(parser, "the price of each record, at level 0,");
		total = take_number(parser, 9, "a total of prices");
		if (total / records > PG_INT64_MAX)
			refuse_size(parser);
		return bv_exposure_add_total(state, &classes, total, records);
	}
	if (!has_classes)
		refuse(parser, "\"x\"");
	return bv_exposure_add(state, &classes, BV_NO_PRICE, records);
}

static void
take_header(Parser *parser, BvExposure *state)
{
	skip_space(parser);
	if (strspn(parser->at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3)
	{
		memcpy(state->currency, parser->at, 3);
		parser->at += 3;
	}
	if (take(parser, "level"))
		bv_histogram_raise(state, (int) take_int64(parser, 0, 1, BV_COARSEST_LEVEL,
												   "a level of coarseness"));
	if ((state->currency[0] || state->level > 0) && !take(parser, ":"))
		refuse(parser, "\":\"");
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_in);
Datum
breachvalue_exposure_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	Parser		parser;
	BvExposure *state = bv_exposure_empty();

	parser.whole = parser.at = text;
	parser.names.size = parser.names.count = 0;
	refuse_bare_number(text);
	take_header(&parser, state);
	if (!take(&parser, "empty"))
	{
		do
		{
			CHECK_FOR_INTERRUPTS();
			state = take_kind(&parser, state);
		} while (take(&parser, ","));
	}
	skip_space(&parser);
	if (*parser.at != '\0')
		refuse(&parser, "\",\" or the end");
	PG_RETURN_EXPOSURE(state);
}

/* ---------- wire ---------- */

PG_FUNCTION_INFO_V1(breachvalue_exposure_send);
Datum
breachvalue_exposure_send(PG_FUNCTION_ARGS)
{
	const BvExposure *exposure = PG_GETARG_EXPOSURE(0);
	BvNames		names = bv_histogram_names(exposure);
	StringInfoData message;

	pq_begintypsend(&message);
	pq_sendbyte(&message, WIRE_VERSION);
	pq_sendbyte(&message, exposure->level);
	pq_sendbytes(&message, exposure->currency, 4);
	pq_sendint16(&message, exposure->names_size);
	pq_sendbytes(&message, names.text, names.size);
	pq_sendint32(&message, exposure->count);
	for (uint32 i = 0; i < exposure->count; i++)
	{
		const BvKind *kind = &exposure->kind[i];
		BvClassSet	classes = bv_histogram_classes(exposure, kind);

		for (int j = 0; j < BV_CLASS_SET_WORDS; j++)
			pq_sendint64(&message, classes.word[j]);
		pq_sendint64(&message, kind->records);
		pq_sendbyte(&message, kind->price != BV_NO_PRICE);
		pq_sendint64(&message, kind->total_high);
		pq_sendint64(&message, kind->total_low);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

pg_noreturn static void
refuse_wire(const char *what)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid %s in binary exposure", what)));
}

/* Takes in the names behind the header; what they are is checked as nothing else is text. */
static BvExposure *
receive_names(StringInfo message, BvExposure *state)
{
	BvNameTable table = {0};
	BvNames		names;
	BvRenaming	renaming;

	names.size = pq_getmsgint(message, 2);
	names.text = pq_getmsgbytes(message, names.size);
	if (names.size > 0 && names.text[names.size - 1] != '\0')
		refuse_wire("name");
	for (const char *name = names.text; name < names.text + names.size;
		 name += strlen(name) + 1)
	{
		uint32		before = table.count;

		if (!bv_is_class_name(name, strlen(name)) || before == BV_NAMES_MAX ||
			bv_name_table_add(&table, name) != BV_USER_CLASS_FIRST + before)
			refuse_wire("name");
	}
	return bv_exposure_learn(state, &names, &renaming);
}

/* Every number of a name must be one of those that came first. */
static void
check_numbers(const BvClassSet *classes, const BvNames *names)
{
	for (int n = bv_class_set_next(classes, BV_USER_CLASS_FIRST - 1); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		if (bv_names_get(names, n) == NULL)
			refuse_wire("class number");
	}
}

static BvExposure *
receive_kind(StringInfo message, BvExposure *state)
{
	BvNames		names = bv_histogram_names(state);
	BvClassSet	classes;
	int64		records;
	int			is_priced;
	int64		total_high;
	uint64		total_low;
	__int128	total;

	for (int j = 0; j < BV_CLASS_SET_WORDS; j++)
		classes.word[j] = pq_getmsgint64(message);
	bv_check_class_set(&classes);
	check_numbers(&classes, &names);
	records = pq_getmsgint64(message);
	if (records < 1)
		refuse_wire("number of records");
	is_priced = pq_getmsgbyte(message);
	total_high = pq_getmsgint64(message);
	total_low = pq_getmsgint64(message);
	total = ((__int128) total_high << 64) | total_low;
	if (is_priced > 1 || (is_priced == 0 && total != 0) || total < 0 ||
		total / records > PG_INT64_MAX || (state->level == 0 && total % records != 0))
		refuse_wire("price");
	return is_priced ? bv_exposure_add_total(state, &classes, total, records) :
		bv_exposure_add(state, &classes, BV_NO_PRICE, records);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_recv);
Datum
breachvalue_exposure_recv(PG_FUNCTION_ARGS)
{
	StringInfo	message = (StringInfo) PG_GETARG_POINTER(0);
	BvExposure *state = bv_exposure_empty();
	int			level;
	uint32		count;

	if (pq_getmsgbyte(message) != WIRE_VERSION)
		refuse_wire("version");
	level = pq_getmsgbyte(message);
	if (level > BV_COARSEST_LEVEL)
		refuse_wire("level");
	bv_histogram_raise(state, level);
	memcpy(state->currency, pq_getmsgbytes(message, 4), 4);
	if (state->currency[3] != '\0' ||
		(strspn(state->currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3 &&
		 memcmp(state->currency, "\0\0\0", 3) != 0))
		refuse_wire("currency");
	state = receive_names(message, state);
	count = pq_getmsgint(message, 4);
	if (count > BV_KINDS_MAX)
		refuse_wire("number of kinds");
	for (uint32 i = 0; i < count; i++)
		state = receive_kind(message, state);
	if (state->count != count || state->level != level)
		refuse_wire("kind");
	PG_RETURN_EXPOSURE(state);
}
