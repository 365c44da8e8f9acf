/*
 * value_text.c: values of any type as the text that classes are told by
 *
 * Nothing but built-in functions runs on the values: a cast or an output
 * function of a type's owner would run with the rights of the caller.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "catalog/pg_type.h"
#include "parser/parse_coerce.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/lsyscache.h"
#include "utils/timestamp.h"

#include "class.h"
#include "compat.h"
#include "value_text.h"

/* Types that others make, by name: PostGIS, citext's neighbours. */
static int
family_by_name(Oid type)
{
	char	   *name = format_type_extended(type, -1, FORMAT_TYPE_ALLOW_INVALID);
	char	   *dot = strrchr(name, '.');
	const char *bare = dot != NULL ? dot + 1 : name;

	if (strcmp(bare, "geometry") == 0 || strcmp(bare, "geography") == 0)
		return BV_TYPE_GEOMETRY;
	if (strcmp(bare, "hstore") == 0)
		return BV_TYPE_JSON;
	return BV_TYPE_OTHER;
}

/* The family of a base type, and how values of it are read. */
static int
type_family(Oid type, BvReading *reading)
{
	*reading = BV_READ_OUTPUT;
	switch (type)
	{
		case TEXTOID:
		case VARCHAROID:
		case BPCHAROID:
			*reading = BV_READ_TEXT;
			return BV_TYPE_TEXT;
		case NAMEOID:
			return BV_TYPE_TEXT;
		case INT2OID:
		case INT4OID:
		case INT8OID:
			return BV_TYPE_INTEGER;
		case NUMERICOID:
			return BV_TYPE_NUMERIC;
		case FLOAT4OID:
		case FLOAT8OID:
			return BV_TYPE_FLOAT;
		case DATEOID:
		case TIMESTAMPOID:
		case TIMESTAMPTZOID:
			*reading = BV_READ_DAY;
			return BV_TYPE_DATE;
		case UUIDOID:
			return BV_TYPE_UUID;
		case INETOID:
		case CIDROID:
			return BV_TYPE_INET;
		case MACADDROID:
		case MACADDR8OID:
			return BV_TYPE_MAC;
	}
	if (get_typtype(type) == TYPTYPE_ENUM)
		return BV_TYPE_ENUM;
	if (IsBinaryCoercible(type, TEXTOID))
	{
		*reading = BV_READ_TEXT;
		return BV_TYPE_TEXT;
	}

	*reading = BV_READ_NOTHING;
	switch (type)
	{
		case BOOLOID:
			return BV_TYPE_BOOLEAN;
		case BYTEAOID:
			return BV_TYPE_BYTES;
		case JSONOID:
		case JSONBOID:
		case XMLOID:
			return BV_TYPE_JSON;
		case CASHOID:
			return BV_TYPE_MONEY;
		case POINTOID:
			return BV_TYPE_GEOMETRY;
	}
	return family_by_name(type);
}

BvValueType
bv_value_type(Oid declared)
{
	BvValueType type = {0};
	Oid			base = getBaseType(declared);
	Oid			element = get_element_type(base);
	Oid			function;
	bool		is_varlena;

	type.is_array = OidIsValid(element);
	type.type = type.is_array ? getBaseType(element) : base;
	type.family = type_family(type.type, &type.reading);
	if (type.reading == BV_READ_OUTPUT)
	{
		getTypeOutputInfo(type.type, &function, &is_varlena);
		fmgr_info(function, &type.output);
	}
	return type;
}

/* Dates as ISO 8601 has them; empty for an infinite one. */
static const char *
day_text(Datum value, Oid type)
{
	char	   *text;
	int			year;
	int			month;
	int			day;

	if (type == DATEOID)
	{
		DateADT		date = DatumGetDateADT(value);

		if (DATE_NOT_FINITE(date))
			return "";
		j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	}
	else
	{
		Timestamp	timestamp = DatumGetTimestamp(value);
		struct pg_tm tm;
		fsec_t		fsec;

		if (TIMESTAMP_NOT_FINITE(timestamp) ||
			timestamp2tm(timestamp, NULL, &tm, &fsec, NULL, NULL) != 0)
			return "";
		year = tm.tm_year;
		month = tm.tm_mon;
		day = tm.tm_mday;
	}
	if (year < 1 || year > 9999)
		return "";
	text = palloc(16);
	snprintf(text, 16, "%04d-%02d-%02d", year, month, day);
	return text;
}

const char *
bv_stored_text(struct varlena *text, size_t limit, size_t *len)
{
	*len = toast_raw_datum_size(PointerGetDatum(text)) - VARHDRSZ;
	text = *len > limit ?
		PG_DETOAST_DATUM_SLICE(PointerGetDatum(text), 0, (int32) limit + 1) :
		PG_DETOAST_DATUM_PACKED(PointerGetDatum(text));
	return VARDATA_ANY(text);
}

const char *
bv_value_text(BvValueType *type, Datum value, size_t limit, size_t *len)
{
	const char *bytes;

	switch (type->reading)
	{
		case BV_READ_TEXT:
			return bv_text_bytes((struct varlena *) DatumGetPointer(value), limit, len);
		case BV_READ_DAY:
			bytes = day_text(value, type->type);
			break;
		case BV_READ_OUTPUT:
			bytes = OutputFunctionCall(&type->output, value);
			break;
		default:
			bytes = "";
	}
	*len = strlen(bytes);
	return bytes;
}
