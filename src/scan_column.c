/*
 * scan_column.c: the columns of a relation as the catalogue has them: names,
 * types, keys, comments, and whether the caller may read them
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/pg_class.h"
#include "catalog/pg_description.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "nodes/bitmapset.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/relcache.h"

#include "compat.h"
#include "extra_class.h"
#include "fast_hash.h"
#include "scan.h"
#include "verdict.h"

/* How values of a type are read, as it was found for the first column of it. */
typedef struct ScanType
{
	Oid			declared;
	BvValueType value;
} ScanType;

BvValueType *
bv_scan_type(BvScan *scan, Oid declared)
{
	MemoryContext old;
	ScanType   *type;
	ListCell   *cell;

	foreach(cell, scan->types)
	{
		type = lfirst(cell);
		if (type->declared == declared)
			return &type->value;
	}
	old = MemoryContextSwitchTo(scan->lasting);
	type = palloc(sizeof(ScanType));
	type->declared = declared;
	type->value = bv_value_type(declared);
	scan->types = lappend(scan->types, type);
	MemoryContextSwitchTo(old);
	return &type->value;
}

/* A name of columns that was read; those with the same place in the table are chained. */
typedef struct BvScanName
{
	struct BvScanName *next;
	const char *text;
	BvReadName	read;			/* without the room for matches that it does not have */
} BvScanName;

#define NAME_PLACES	1024		/* a power of 2 */
#define NAMES_MAX	8192

/* What a name says, read once in a scan; NULL: there are too many. */
static const BvReadName *
read_name(BvScan *scan, const char *text)
{
	BvScanName **place;
	BvScanName *name;
	BvReadName	read;
	size_t		used;

	if (scan->names == NULL)
		scan->names = MemoryContextAllocZero(scan->lasting, NAME_PLACES * sizeof(BvScanName *));
	place = &scan->names[bv_fast_hash(text, strlen(text)) % NAME_PLACES];
	for (name = *place; name != NULL; name = name->next)
	{
		if (strcmp(name->text, text) == 0)
			return &name->read;
	}
	if (scan->name_count == NAMES_MAX)
		return NULL;
	bv_read_name(text, &read);
	used = offsetof(BvReadName, matches) + read.match_count * sizeof(BvColumnNameMatch);
	name = MemoryContextAlloc(scan->lasting, offsetof(BvScanName, read) + used);
	memcpy(&name->read, &read, used);
	name->text = MemoryContextStrdup(scan->lasting, text);
	name->next = *place;
	*place = name;
	scan->name_count++;
	return &name->read;
}

static BvStructure
structure_of(const BvValueType *value)
{
	if (value->is_array)
		return BV_PLAIN;
	if (value->type == JSONBOID)
		return BV_JSONB;
	if (value->type == JSONOID)
		return BV_JSON;
	return type_is_rowtype(value->type) ? BV_COMPOSITE : BV_PLAIN;
}

static bool
may_use_schema(Oid schema)
{
	return DatumGetBool(DirectFunctionCall2(has_schema_privilege_id,
											ObjectIdGetDatum(schema),
											CStringGetTextDatum("USAGE")));
}

/* Is the column alone the primary key, or a foreign key? */
static void
find_keys(Relation relation, BvScanColumn *columns, int count)
{
	Bitmapset  *primary;
	ListCell   *cell;

	if (relation->rd_rel->relkind != RELKIND_RELATION &&
		relation->rd_rel->relkind != RELKIND_PARTITIONED_TABLE)
		return;

	foreach(cell, RelationGetFKeyList(relation))
	{
		ForeignKeyCacheInfo *foreign = lfirst(cell);

		for (int i = 0; i < count && foreign->nkeys == 1; i++)
		{
			if (columns[i].attnum != foreign->conkey[0])
				continue;
			columns[i].known.key = BV_KEY_FOREIGN;
			columns[i].known.key_target = get_rel_name(foreign->confrelid);
		}
	}

	primary = RelationGetIndexAttrBitmap(relation, INDEX_ATTR_BITMAP_PRIMARY_KEY);
	for (int i = 0; i < count; i++)
	{
		if (bms_num_members(primary) == 1 && columns[i].known.key == BV_KEY_NONE &&
			bms_is_member(columns[i].attnum - FirstLowInvalidHeapAttributeNumber, primary))
			columns[i].known.key = BV_KEY_OWN;
	}
}

/* The comments on the columns, in one go. */
static void
find_comments(Oid relid, BvScanColumn *columns, int count)
{
	Relation	catalog = table_open(DescriptionRelationId, AccessShareLock);
	ScanKeyData keys[2];
	SysScanDesc scan;
	HeapTuple	tuple;

	ScanKeyInit(&keys[0], Anum_pg_description_objoid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(relid));
	ScanKeyInit(&keys[1], Anum_pg_description_classoid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(RelationRelationId));
	scan = systable_beginscan(catalog, DescriptionObjIndexId, true, NULL, 2, keys);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		int			attnum = ((Form_pg_description) GETSTRUCT(tuple))->objsubid;
		bool		isnull;
		Datum		comment = heap_getattr(tuple, Anum_pg_description_description,
										RelationGetDescr(catalog), &isnull);

		for (int i = 0; i < count && !isnull; i++)
		{
			if (columns[i].attnum == attnum)
				columns[i].known.comment = bv_name_in_utf8(TextDatumGetCString(comment));
		}
	}
	systable_endscan(scan);
	table_close(catalog, AccessShareLock);
}

void
bv_scan_columns(BvScan *scan)
{
	Relation	relation = scan->relation;
	BvColumn	extra;
	TupleDesc	descriptor = RelationGetDescr(relation);
	Oid			relid = RelationGetRelid(relation);
	bool		whole = may_use_schema(RelationGetNamespace(relation));
	bool		all = pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) == ACLCHECK_OK;
	int			year = bv_this_year();
	const char *table_name = bv_name_in_utf8(RelationGetRelationName(relation));

	bv_add_extra_classes(&extra);
	scan->count = 0;
	scan->columns = palloc0((descriptor->natts + 1) * sizeof(BvScanColumn));
	for (int i = 0; i < descriptor->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(descriptor, i);
		BvScanColumn *column = &scan->columns[scan->count];

		if (attribute->attisdropped)
			continue;
		scan->count++;
		column->name = pstrdup(NameStr(attribute->attname));
		column->attnum = attribute->attnum;
		column->sample.year = year;
		column->declared = attribute->atttypid;
		column->value = *bv_scan_type(scan, attribute->atttypid);
		column->structure = structure_of(&column->value);
		column->known.type = column->value.family;
		column->known.name = bv_name_in_utf8(column->name);
		column->known.read_name = read_name(scan, column->known.name);
		column->known.table_name = table_name;
		column->known.extra = extra.extra;
		column->known.extra_count = extra.extra_count;

		if (column->value.reading == BV_READ_NOTHING && column->structure == BV_PLAIN)
			column->unseen = BV_UNSEEN_TYPE;
		else if (!whole || (!all && pg_attribute_aclcheck(relid, attribute->attnum, GetUserId(),
														  ACL_SELECT) != ACLCHECK_OK))
			column->unseen = BV_UNSEEN_RIGHT;
		else if (scan->method == BV_SCAN_NAME)
			column->unseen = BV_UNSEEN_METHOD;
		column->wanted = column->unseen == BV_SEEN && scan->method != BV_SCAN_STATISTICS;
	}
	find_keys(relation, scan->columns, scan->count);
	find_comments(relid, scan->columns, scan->count);
}
