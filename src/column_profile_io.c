/*
 * column_profile_io.c: column profiles as text and on the wire
 *
 * As text, "(rows 1200, nulls 3, blanks 0, type 1; hash rows length decoys words
 * form shape block years {classes}, …)" with hashes and bits in hexadecimal.
 * Values are not in it; yet who can guess a value can tell whether its hash is.
 */
#include "postgres.h"

#include <inttypes.h>

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"

#include "class_set_type.h"
#include "column_profile.h"
#include "compat.h"

#define WIRE_VERSION	1

/* ---------- text ---------- */

static void
append_entry(StringInfo text, const BvProfileEntry *entry)
{
	const BvLook *look = &entry->look;

	appendStringInfo(text, "%016" PRIx64 " " INT64_FORMAT " %u %x %x %x %x ",
					 entry->hash, entry->rows, look->length, look->decoys, look->words,
					 look->traits, look->shape);
	for (int i = 0; i < BV_BLOCK_LEVELS; i++)
		appendStringInfo(text, "%02x", look->block[i]);
	appendStringInfo(text, " %u ", look->years);
	bv_append_class_set(text, &look->classes);
}

PG_FUNCTION_INFO_V1(breachvalue_column_profile_out);
Datum
breachvalue_column_profile_out(PG_FUNCTION_ARGS)
{
	const BvProfile *profile = PG_GETARG_COLUMN_PROFILE(0);
	StringInfoData text;

	initStringInfo(&text);
	appendStringInfo(&text, "(rows " INT64_FORMAT ", nulls " INT64_FORMAT ", blanks " INT64_FORMAT
					 ", type %u", profile->rows, profile->nulls, profile->blanks, profile->type);
	for (int i = 0; i < profile->count; i++)
	{
		appendStringInfoString(&text, i == 0 ? "; " : ", ");
		append_entry(&text, &profile->entry[i]);
	}
	appendStringInfoChar(&text, ')');
	PG_RETURN_CSTRING(text.data);
}

typedef struct Parser
{
	const char *at;
} Parser;

/* The text is not quoted: it may be a value that somebody took for a profile. */
pg_noreturn static void
refuse(const char *expected)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s", "column_profile"),
			 errdetail("Expected %s.", expected),
			 errhint("A column profile comes from the aggregate breachvalue.column_profile().")));
}

static void
skip_space(Parser *parser)
{
	while (*parser->at == ' ' || *parser->at == '\n')
		parser->at++;
}

static bool
take(Parser *parser, const char *token)
{
	skip_space(parser);
	if (strncmp(parser->at, token, strlen(token)) != 0)
		return false;
	parser->at += strlen(token);
	return true;
}

static void
expect(Parser *parser, const char *token)
{
	if (!take(parser, token))
		refuse(psprintf("\"%s\"", token));
}

static int
digit_value(char c, int base)
{
	int			value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;

	return value < base ? value : -1;
}

/* A number of that base, at most max. */
static uint64
take_number(Parser *parser, int base, uint64 max)
{
	uint64		number = 0;

	skip_space(parser);
	if (digit_value(*parser->at, base) < 0)
		refuse("a number");
	for (; digit_value(*parser->at, base) >= 0; parser->at++)
	{
		uint64		digit = digit_value(*parser->at, base);

		if (number > (max - digit) / base)
			refuse("a number in range");
		number = number * base + digit;
	}
	return number;
}

static void
take_entry(Parser *parser, BvProfileEntry *entry)
{
	BvLook	   *look = &entry->look;

	memset(entry, 0, sizeof(*entry));
	entry->hash = take_number(parser, 16, PG_UINT64_MAX);
	entry->rows = take_number(parser, 10, PG_INT64_MAX);
	look->length = take_number(parser, 10, PG_UINT16_MAX);
	look->decoys = take_number(parser, 16, PG_UINT32_MAX);
	look->words = take_number(parser, 16, PG_UINT32_MAX);
	look->traits = take_number(parser, 16, PG_UINT32_MAX);
	look->shape = take_number(parser, 16, PG_UINT16_MAX);
	skip_space(parser);
	for (int i = 0; i < BV_BLOCK_LEVELS; i++)
	{
		for (int half = 0; half < 2; half++)
		{
			int			digit = digit_value(*parser->at, 16);

			if (digit < 0)
				refuse("a number");
			parser->at++;
			look->block[i] = look->block[i] * 16 + digit;
		}
	}
	look->years = take_number(parser, 10, 255);
	skip_space(parser);
	if (*parser->at != '{')
		refuse("\"{\"");
	look->classes = bv_parse_class_set(&parser->at, "column_profile", "…");
}

static void
check_profile(const BvProfile *profile, int sqlstate)
{
	const char *fault = bv_profile_fault(profile);

	if (fault != NULL)
		ereport(ERROR,
				(errcode(sqlstate),
				 errmsg("invalid %s in column profile", fault)));
}

/* An empty closed profile with room for all entries. */
static BvProfile *
make_closed(void)
{
	BvProfile  *profile = palloc0(bv_profile_closed_size(BV_PROFILE_VALUES));

	profile->bar = PG_UINT64_MAX;
	return profile;
}

static void
end_closed(BvProfile *profile, int sqlstate)
{
	if (profile->count == BV_PROFILE_VALUES)
		profile->bar = profile->entry[profile->count - 1].hash;
	check_profile(profile, sqlstate);
	SET_VARSIZE(profile, bv_profile_closed_size(profile->count));
}

PG_FUNCTION_INFO_V1(breachvalue_column_profile_in);
Datum
breachvalue_column_profile_in(PG_FUNCTION_ARGS)
{
	Parser		parser = {PG_GETARG_CSTRING(0)};
	BvProfile  *profile = make_closed();
	const char *separator = ";";

	expect(&parser, "(");
	expect(&parser, "rows");
	profile->rows = take_number(&parser, 10, PG_INT64_MAX);
	expect(&parser, ",");
	expect(&parser, "nulls");
	profile->nulls = take_number(&parser, 10, PG_INT64_MAX);
	expect(&parser, ",");
	expect(&parser, "blanks");
	profile->blanks = take_number(&parser, 10, PG_INT64_MAX);
	expect(&parser, ",");
	expect(&parser, "type");
	profile->type = take_number(&parser, 10, PG_UINT16_MAX);
	while (take(&parser, separator))
	{
		if (profile->count == BV_PROFILE_VALUES)
			refuse(psprintf("at most %d values", BV_PROFILE_VALUES));
		take_entry(&parser, &profile->entry[profile->count++]);
		separator = ",";
	}
	expect(&parser, ")");
	skip_space(&parser);
	if (*parser.at != '\0')
		refuse("the end");
	end_closed(profile, ERRCODE_INVALID_TEXT_REPRESENTATION);
	PG_RETURN_POINTER(profile);
}

/* ---------- wire ---------- */

PG_FUNCTION_INFO_V1(breachvalue_column_profile_send);
Datum
breachvalue_column_profile_send(PG_FUNCTION_ARGS)
{
	const BvProfile *profile = PG_GETARG_COLUMN_PROFILE(0);
	StringInfoData message;

	pq_begintypsend(&message);
	pq_sendbyte(&message, WIRE_VERSION);
	pq_sendint64(&message, profile->rows);
	pq_sendint64(&message, profile->nulls);
	pq_sendint64(&message, profile->blanks);
	pq_sendint32(&message, profile->type);
	pq_sendint16(&message, profile->count);
	for (int i = 0; i < profile->count; i++)
	{
		const BvProfileEntry *entry = &profile->entry[i];
		const BvLook *look = &entry->look;

		pq_sendint64(&message, entry->hash);
		pq_sendint64(&message, entry->rows);
		for (int j = 0; j < BV_CLASS_SET_WORDS; j++)
			pq_sendint64(&message, look->classes.word[j]);
		pq_sendint32(&message, look->decoys);
		pq_sendint32(&message, look->words);
		pq_sendint32(&message, look->traits);
		pq_sendint16(&message, look->length);
		pq_sendint16(&message, look->shape);
		pq_sendbytes(&message, (const char *) look->block, BV_BLOCK_LEVELS);
		pq_sendbyte(&message, look->years);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

static void
receive_entry(StringInfo message, BvProfileEntry *entry)
{
	BvLook	   *look = &entry->look;

	memset(entry, 0, sizeof(*entry));
	entry->hash = pq_getmsgint64(message);
	entry->rows = pq_getmsgint64(message);
	for (int j = 0; j < BV_CLASS_SET_WORDS; j++)
		look->classes.word[j] = pq_getmsgint64(message);
	bv_check_class_set(&look->classes);
	look->decoys = pq_getmsgint(message, 4);
	look->words = pq_getmsgint(message, 4);
	look->traits = pq_getmsgint(message, 4);
	look->length = pq_getmsgint(message, 2);
	look->shape = pq_getmsgint(message, 2);
	memcpy(look->block, pq_getmsgbytes(message, BV_BLOCK_LEVELS), BV_BLOCK_LEVELS);
	look->years = pq_getmsgbyte(message);
}

PG_FUNCTION_INFO_V1(breachvalue_column_profile_recv);
Datum
breachvalue_column_profile_recv(PG_FUNCTION_ARGS)
{
	StringInfo	message = (StringInfo) PG_GETARG_POINTER(0);
	BvProfile  *profile = make_closed();
	int			count;

	if (pq_getmsgbyte(message) != WIRE_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid version in binary column profile")));
	profile->rows = pq_getmsgint64(message);
	profile->nulls = pq_getmsgint64(message);
	profile->blanks = pq_getmsgint64(message);
	profile->type = pq_getmsgint(message, 4);
	count = pq_getmsgint(message, 2);
	if (count > BV_PROFILE_VALUES)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid number of values in column profile")));
	for (int i = 0; i < count; i++)
		receive_entry(message, &profile->entry[i]);
	profile->count = count;
	end_closed(profile, ERRCODE_INVALID_BINARY_REPRESENTATION);
	PG_RETURN_POINTER(profile);
}
