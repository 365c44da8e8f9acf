/*
 * scan_value.c: values into the profiles of columns: the elements of arrays, the
 * leaves of json, the fields of composites
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "executor/executor.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/numeric.h"
#include "utils/typcache.h"

#include "class.h"
#include "compat.h"
#include "scan.h"
#include "verdict.h"

/* Json that is nested deeper has no paths of its own. */
#define DEPTH_MAX	8

/* A part of a column, made on first use; NULL: there are too many. */
static BvScanColumn *
part_of(BvScan *scan, BvScanColumn *column, const char *path)
{
	BvScanColumn *part;
	MemoryContext old;
	ListCell   *cell;

	foreach(cell, column->parts)
	{
		part = lfirst(cell);
		if (strcmp(part->path, path) == 0)
			return part;
	}
	if (list_length(column->parts) == BV_SCAN_PARTS)
		return NULL;
	old = MemoryContextSwitchTo(scan->context);
	part = palloc0(sizeof(BvScanColumn));
	part->name = column->name;
	part->path = pstrdup(path);
	part->attnum = column->attnum;
	part->declared = column->declared;
	part->profile = bv_profile_make(0);
	part->kept = palloc0(sizeof(BvKept));
	part->value.family = BV_TYPE_TEXT;
	part->known.type = BV_TYPE_TEXT;
	part->known.name = bv_name_in_utf8(part->path);
	part->known.table_name = column->known.table_name;
	part->known.extra = column->known.extra;
	part->known.extra_count = column->known.extra_count;
	column->parts = lappend(column->parts, part);
	MemoryContextSwitchTo(old);
	return part;
}

/* Counts bytes in, in memory that stays. */
static void
add_bytes(BvScan *scan, BvScanColumn *column, const char *bytes, size_t len)
{
	MemoryContext old = MemoryContextSwitchTo(scan->context);

	column->profile = bv_profile_add_later(column->profile, column->kept, bytes, len);
	MemoryContextSwitchTo(old);
}

static void
add_null(BvScanColumn *column)
{
	column->profile = bv_profile_add_null(column->profile);
}

static void
add_scalar(BvScan *scan, BvScanColumn *column, BvValueType *type, Datum value)
{
	size_t		len;
	const char *bytes = bv_value_text(type, value, BV_PROFILE_BYTES, &len);

	add_bytes(scan, column, bytes, len);
}

static void
add_array(BvScan *scan, BvScanColumn *column, Datum value)
{
	ArrayType  *array = DatumGetArrayTypeP(value);
	int16		length;
	bool		by_value;
	char		alignment;
	Datum	   *elements;
	bool	   *nulls;
	int			count;

	get_typlenbyvalalign(ARR_ELEMTYPE(array), &length, &by_value, &alignment);
	deconstruct_array(array, ARR_ELEMTYPE(array), length, by_value, alignment,
					  &elements, &nulls, &count);
	if (count == 0)
		add_null(column);
	for (int i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (nulls[i])
			add_null(column);
		else
			add_scalar(scan, column, &column->value, elements[i]);
	}
}

/* One scalar of json: text and numbers; true and false say nothing. */
static void
add_json_scalar(BvScan *scan, BvScanColumn *column, const char *path, const JsonbValue *value)
{
	BvScanColumn *part = part_of(scan, column, path);
	char	   *text;

	if (part == NULL)
		return;
	switch (value->type)
	{
		case jbvString:
			add_bytes(scan, part, value->val.string.val, value->val.string.len);
			break;
		case jbvNumeric:
			text = DatumGetCString(DirectFunctionCall1(numeric_out,
													   NumericGetDatum(value->val.numeric)));
			add_bytes(scan, part, text, strlen(text));
			pfree(text);
			break;
		default:
			add_null(part);
	}
}

/*
 * A key as part of a path.  Objects are used as maps too, from what is data:
 * keys that look so are not told, and all of them are one.
 */
static void
append_key(StringInfo path, const JsonbValue *key)
{
	const char *bytes = key->val.string.val;
	int			len = key->val.string.len;
	BvClassSet	classes = {{0}};
	bool		is_data = len == 0 || len >= NAMEDATALEN || (bytes[0] >= '0' && bytes[0] <= '9') ||
		memchr(bytes, '@', len) != NULL || memchr(bytes, ' ', len) != NULL;

	if (!is_data)
		classes = bv_classes_of(bytes, len);
	if (path->len > 0)
		appendStringInfoChar(path, '.');
	if (is_data || !bv_class_set_is_empty(&classes))
		appendStringInfoChar(path, '*');
	else
		appendBinaryStringInfo(path, bytes, len);
}

/*
 * The leaves of json, by path; those of an array are of the array's path, and
 * those that lie deeper than DEPTH_MAX of the path that leads there.
 */
static void
add_json(BvScan *scan, BvScanColumn *column, Datum value)
{
	Jsonb	   *jsonb = DatumGetJsonbP(value);
	JsonbIterator *iterator = JsonbIteratorInit(&jsonb->root);
	JsonbIteratorToken token;
	JsonbValue	item;
	StringInfoData path;
	int			end[DEPTH_MAX + 1] = {0};	/* of the path at each depth */
	int			depth = 0;

	initStringInfo(&path);
	column->profile->rows++;
	while ((token = JsonbIteratorNext(&iterator, &item, false)) != WJB_DONE)
	{
		CHECK_FOR_INTERRUPTS();
		switch (token)
		{
			case WJB_BEGIN_ARRAY:
			case WJB_BEGIN_OBJECT:
				if (++depth <= DEPTH_MAX)
					end[depth] = path.len;
				break;
			case WJB_END_ARRAY:
			case WJB_END_OBJECT:
				if (--depth <= DEPTH_MAX)
				{
					path.len = end[depth];
					path.data[path.len] = '\0';
				}
				break;
			case WJB_KEY:
				if (depth <= DEPTH_MAX)
				{
					path.len = end[depth];
					append_key(&path, &item);
				}
				break;
			case WJB_ELEM:
			case WJB_VALUE:
				add_json_scalar(scan, column, path.data, &item);
				break;
			default:
				break;
		}
	}
}

/* The fields of a composite, those that read as text. */
static void
add_composite(BvScan *scan, BvScanColumn *column, Datum value)
{
	HeapTupleHeader header = DatumGetHeapTupleHeader(value);
	TupleDesc	descriptor = lookup_rowtype_tupdesc(HeapTupleHeaderGetTypeId(header),
													HeapTupleHeaderGetTypMod(header));

	column->profile->rows++;
	for (int i = 0; i < descriptor->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(descriptor, i);
		BvScanColumn *part;
		Datum		field;
		bool		isnull;

		if (attribute->attisdropped)
			continue;
		part = part_of(scan, column, NameStr(attribute->attname));
		if (part == NULL)
			break;
		if (!OidIsValid(part->value.type))
		{
			MemoryContext old = MemoryContextSwitchTo(scan->context);

			part->value = bv_value_type(attribute->atttypid);
			part->declared = attribute->atttypid;
			part->known.type = part->value.family;
			MemoryContextSwitchTo(old);
		}
		field = GetAttributeByNum(header, attribute->attnum, &isnull);
		if (isnull || part->value.reading == BV_READ_NOTHING)
			add_null(part);
		else if (part->value.is_array)
			add_array(scan, part, field);
		else
			add_scalar(scan, part, &part->value, field);
	}
	ReleaseTupleDesc(descriptor);
}

void
bv_scan_take(BvScan *scan, BvScanColumn *column, Datum value, bool isnull)
{
	if (isnull)
		add_null(column);
	else if (column->structure == BV_COMPOSITE)
		add_composite(scan, column, value);
	else if (column->structure != BV_PLAIN)
		add_json(scan, column, value);
	else if (column->value.is_array)
		add_array(scan, column, value);
	else
		add_scalar(scan, column, &column->value, value);
}
