/* class_set.c: the type class_set, the classes of personal data that a record holds */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "utils/array.h"
#include "utils/builtins.h"

#include "class.h"
#include "class_set_type.h"
#include "compat.h"
#include "user_class.h"

/* ---------- names and text ---------- */

void
bv_unrecognized_class(const char *name, int sqlstate)
{
	const BvClass *nearest[3];
	int			count = bv_class_nearest(name, strlen(name), nearest, lengthof(nearest));
	StringInfoData names;

	initStringInfo(&names);
	for (int i = 0; i < count; i++)
		appendStringInfo(&names, "%s\"%s\"", i == 0 ? "" : i == count - 1 ? " or " : ", ",
						 nearest[i]->name);
	ereport(ERROR,
			(errcode(sqlstate),
			 errmsg("unrecognized class \"%s\"", name),
			 count > 0 ?
			 errhint("Perhaps you meant %s.", names.data) :
			 errhint("View breachvalue.classes lists all classes.")));
}

const char *
bv_class_text(int number, char buffer[BV_CLASS_NAME_SIZE])
{
	const BvClass *class = bv_class_by_number(number);

	if (class != NULL)
		return class->name;
	snprintf(buffer, BV_CLASS_NAME_SIZE, "class_%d", number);
	return buffer;
}

const char *
bv_class_name(int number, char buffer[BV_CLASS_NAME_SIZE])
{
	const BvClass *class = bv_any_class_by_number(number);

	if (class == NULL)
		return bv_class_text(number, buffer);
	strlcpy(buffer, class->name, BV_CLASS_NAME_SIZE);
	return buffer;
}

int
bv_class_number_in_text(const char *name, size_t len)
{
	int			number = 0;

	if (len != 9 || memcmp(name, "class_", 6) != 0)
		return 0;
	for (size_t i = 6; i < len; i++)
	{
		if (name[i] < '0' || name[i] > '9')
			return 0;
		number = 10 * number + (name[i] - '0');
	}
	return number >= BV_USER_CLASS_FIRST && number < BV_CLASS_LIMIT ? number : 0;
}

int
bv_class_number(const char *name, size_t len, int sqlstate)
{
	const BvClass *class = bv_any_class_by_name(name, len);
	int			number = class != NULL ? class->number : bv_class_number_in_text(name, len);

	if (number == 0)
		bv_unrecognized_class(pnstrdup(name, len), sqlstate);
	return number;
}

void
bv_append_class_set(StringInfo text, const BvClassSet *set)
{
	char		separator = '{';
	char		buffer[BV_CLASS_NAME_SIZE];

	for (int n = bv_class_set_next(set, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(set, n))
	{
		appendStringInfoChar(text, separator);
		appendStringInfoString(text, bv_class_text(n, buffer));
		separator = ',';
	}
	appendStringInfoString(text, separator == '{' ? "{}" : "}");
}

static const char *
skip_space(const char *cursor)
{
	return cursor + strspn(cursor, " \t\n\r");
}

BvClassSet
bv_parse_class_set(const char **cursor, const char *type, const char *whole)
{
	const char *p = skip_space(*cursor);
	BvClassSet	set = {{0}};

	if (*p == '{')
	{
		p = skip_space(p + 1);
		if (*p == '}')
		{
			*cursor = p + 1;
			return set;
		}
		for (;;)
		{
			size_t		len = strspn(p, "abcdefghijklmnopqrstuvwxyz0123456789_");

			if (len == 0)
				len = strcspn(p, ",{} \t\n\r");
			if (len == 0)
				break;
			bv_class_set_add(&set, bv_class_number(p, len, ERRCODE_INVALID_TEXT_REPRESENTATION));
			p = skip_space(p + len);
			if (*p == '}')
			{
				*cursor = p + 1;
				return set;
			}
			if (*p != ',')
				break;
			p = skip_space(p + 1);
		}
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s: \"%s\"", type, whole),
			 errdetail("A set of classes is written as {email,us_ssn}.")));
}

void
bv_check_class_set(const BvClassSet *set)
{
	for (int n = (set->word[0] & 1) ? 0 : bv_class_set_next(set, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(set, n))
	{
		if (n < BV_USER_CLASS_FIRST && bv_class_by_number(n) == NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
					 errmsg("unrecognized class number %d in binary data", n)));
	}
}

BvClassSet
bv_class_set_from_text(const char *text)
{
	const char *cursor = text;
	BvClassSet	set = bv_parse_class_set(&cursor, "class_set", text);

	if (*skip_space(cursor) != '\0')
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type %s: \"%s\"", "class_set", text),
				 errdetail("Junk after closing brace.")));
	return set;
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_in);
Datum
breachvalue_class_set_in(PG_FUNCTION_ARGS)
{
	BvClassSet	set = bv_class_set_from_text(PG_GETARG_CSTRING(0));

	PG_RETURN_CLASS_SET(set);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_out);
Datum
breachvalue_class_set_out(PG_FUNCTION_ARGS)
{
	StringInfoData text;

	initStringInfo(&text);
	bv_append_class_set(&text, PG_GETARG_CLASS_SET(0));
	PG_RETURN_CSTRING(text.data);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_recv);
Datum
breachvalue_class_set_recv(PG_FUNCTION_ARGS)
{
	StringInfo	message = (StringInfo) PG_GETARG_POINTER(0);
	BvClassSet	set;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		set.word[i] = pq_getmsgint64(message);
	bv_check_class_set(&set);
	PG_RETURN_CLASS_SET(set);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_send);
Datum
breachvalue_class_set_send(PG_FUNCTION_ARGS)
{
	BvClassSet *set = PG_GETARG_CLASS_SET(0);
	StringInfoData message;

	pq_begintypsend(&message);
	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		pq_sendint64(&message, set->word[i]);
	PG_RETURN_BYTEA_P(pq_endtypsend(&message));
}

/* ---------- casts ---------- */

PG_FUNCTION_INFO_V1(breachvalue_class_set_from_array);
Datum
breachvalue_class_set_from_array(PG_FUNCTION_ARGS)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(0);
	BvClassSet	set = {{0}};
	Datum	   *names;
	bool	   *nulls;
	int			count;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &names, &nulls, &count);
	for (int i = 0; i < count; i++)
	{
		text	   *name;

		if (nulls[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("a set of classes must not contain a null")));
		name = DatumGetTextPP(names[i]);
		bv_class_set_add(&set, bv_class_number(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name),
											   ERRCODE_INVALID_PARAMETER_VALUE));
	}
	PG_RETURN_CLASS_SET(set);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_to_array);
Datum
breachvalue_class_set_to_array(PG_FUNCTION_ARGS)
{
	BvClassSet *set = PG_GETARG_CLASS_SET(0);
	Datum		names[BV_CLASS_LIMIT];
	char		buffer[BV_CLASS_NAME_SIZE];
	int			count = 0;

	for (int n = bv_class_set_next(set, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(set, n))
		names[count++] = CStringGetTextDatum(bv_class_name(n, buffer));
	PG_RETURN_ARRAYTYPE_P(construct_array(names, count, TEXTOID, -1, false, TYPALIGN_INT));
}

/* ---------- operators ---------- */

PG_FUNCTION_INFO_V1(breachvalue_class_set_or);
Datum
breachvalue_class_set_or(PG_FUNCTION_ARGS)
{
	BvClassSet	set = bv_class_set_union(PG_GETARG_CLASS_SET(0), PG_GETARG_CLASS_SET(1));

	/* the state of an aggregate is ours, and there may be one for each of a million people */
	if (AggCheckCallContext(fcinfo, NULL) == AGG_CONTEXT_AGGREGATE)
	{
		*PG_GETARG_CLASS_SET(0) = set;
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	PG_RETURN_CLASS_SET(set);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_and);
Datum
breachvalue_class_set_and(PG_FUNCTION_ARGS)
{
	BvClassSet	set = bv_class_set_intersection(PG_GETARG_CLASS_SET(0), PG_GETARG_CLASS_SET(1));

	PG_RETURN_CLASS_SET(set);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_minus);
Datum
breachvalue_class_set_minus(PG_FUNCTION_ARGS)
{
	BvClassSet	set = bv_class_set_difference(PG_GETARG_CLASS_SET(0), PG_GETARG_CLASS_SET(1));

	PG_RETURN_CLASS_SET(set);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_contains);
Datum
breachvalue_class_set_contains(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(bv_class_set_contains(PG_GETARG_CLASS_SET(0), PG_GETARG_CLASS_SET(1)));
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_contained);
Datum
breachvalue_class_set_contained(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(bv_class_set_contains(PG_GETARG_CLASS_SET(1), PG_GETARG_CLASS_SET(0)));
}

/* Any total order serves; this one goes by class number. */
static int
compare(FunctionCallInfo fcinfo)
{
	BvClassSet *a = PG_GETARG_CLASS_SET(0);
	BvClassSet *b = PG_GETARG_CLASS_SET(1);

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
	{
		if (a->word[i] != b->word[i])
			return a->word[i] < b->word[i] ? -1 : 1;
	}
	return 0;
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_cmp);
Datum
breachvalue_class_set_cmp(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(compare(fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_eq);
Datum
breachvalue_class_set_eq(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) == 0);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_ne);
Datum
breachvalue_class_set_ne(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) != 0);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_lt);
Datum
breachvalue_class_set_lt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) < 0);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_le);
Datum
breachvalue_class_set_le(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) <= 0);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_gt);
Datum
breachvalue_class_set_gt(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) > 0);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_ge);
Datum
breachvalue_class_set_ge(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(compare(fcinfo) >= 0);
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_hash);
Datum
breachvalue_class_set_hash(PG_FUNCTION_ARGS)
{
	return hash_any((unsigned char *) PG_GETARG_CLASS_SET(0), sizeof(BvClassSet));
}

PG_FUNCTION_INFO_V1(breachvalue_class_set_hash_extended);
Datum
breachvalue_class_set_hash_extended(PG_FUNCTION_ARGS)
{
	return hash_any_extended((unsigned char *) PG_GETARG_CLASS_SET(0),
							 sizeof(BvClassSet), PG_GETARG_INT64(1));
}

/* ---------- operators between a class set and an array of names ---------- */

/*
 * As anyarray, not text[], so that no operator of ours fits two arrays; that it
 * is one of names is left to us.  The argument must not be written to: a constant
 * is put there once for all calls.
 */
static Datum
names_arg(FunctionCallInfo fcinfo, int number)
{
	Oid			element = ARR_ELEMTYPE(PG_GETARG_ARRAYTYPE_P(number));

	if (element != TEXTOID && element != VARCHAROID)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("a set of classes cannot be told from an array of type %s",
						format_type_be(element)),
				 errhint("Names of classes are of type text.")));
	return DirectFunctionCall1(breachvalue_class_set_from_array, PG_GETARG_DATUM(number));
}

#define WITH_ARRAY(verb) \
PG_FUNCTION_INFO_V1(breachvalue_class_set_##verb##_array); \
Datum \
breachvalue_class_set_##verb##_array(PG_FUNCTION_ARGS) \
{ \
	return DirectFunctionCall2(breachvalue_class_set_##verb, \
							   PG_GETARG_DATUM(0), names_arg(fcinfo, 1)); \
} \
PG_FUNCTION_INFO_V1(breachvalue_class_set_array_##verb); \
Datum \
breachvalue_class_set_array_##verb(PG_FUNCTION_ARGS) \
{ \
	return DirectFunctionCall2(breachvalue_class_set_##verb, \
							   names_arg(fcinfo, 0), PG_GETARG_DATUM(1)); \
}

WITH_ARRAY(or)
WITH_ARRAY(and)
WITH_ARRAY(minus)
WITH_ARRAY(contains)
WITH_ARRAY(contained)
WITH_ARRAY(eq)
WITH_ARRAY(ne)
