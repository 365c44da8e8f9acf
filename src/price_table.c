/* price_table.c: rows of the tables of prices and models, read by scans */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "class_set.h"
#include "packing.h"
#include "price_table.h"

const char *const bv_price_table[BV_PRICE_TABLES] = {"model", "price_list", "price", "bundle"};

Oid
bv_price_table_oid(BvPriceTable which)
{
	Oid			table = get_relname_relid(bv_price_table[which],
										  get_namespace_oid(BV_SCHEMA, false));

	if (!OidIsValid(table))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation \"%s.%s\" does not exist", BV_SCHEMA, bv_price_table[which])));
	return table;
}

Datum
bv_column_value(Relation table, HeapTuple row, const char *column, Oid type, bool *is_null)
{
	TupleDesc	desc = RelationGetDescr(table);

	for (int i = 0; i < desc->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(desc, i);

		if (attribute->attisdropped || strcmp(NameStr(attribute->attname), column) != 0)
			continue;
		if (OidIsValid(type) ? attribute->atttypid != type :
			attribute->attlen != sizeof(BvClassSet) || attribute->attbyval)
			ereport(ERROR,
					(errcode(ERRCODE_DATATYPE_MISMATCH),
					 errmsg("column \"%s\" of relation \"%s\" has an unexpected type",
							column, RelationGetRelationName(table))));
		return heap_getattr(row, i + 1, desc, is_null);
	}
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_COLUMN),
			 errmsg("column \"%s\" of relation \"%s\" does not exist",
					column, RelationGetRelationName(table))));
	return (Datum) 0;			/* keep the compiler quiet */
}

Datum
bv_needed_value(Relation table, HeapTuple row, const char *column, Oid type)
{
	bool		is_null;
	Datum		value = bv_column_value(table, row, column, type, &is_null);

	if (is_null)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("column \"%s\" of relation \"%s\" is null",
						column, RelationGetRelationName(table))));
	return value;
}

char *
bv_needed_text(Relation table, HeapTuple row, const char *column)
{
	return TextDatumGetCString(bv_needed_value(table, row, column, TEXTOID));
}

void
bv_read_rows(Relation table, Snapshot snapshot, BvRowReader reader, void *arg)
{
	SysScanDesc scan = systable_beginscan(table, InvalidOid, false, snapshot, 0, NULL);
	HeapTuple	row;

	while (HeapTupleIsValid(row = systable_getnext(scan)))
		reader(table, row, arg);
	systable_endscan(scan);
}

void
bv_too_many_bundles(const char *list)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("price list \"%s\" has more than %d bundles", list, BV_BUNDLE_LIMIT)));
}
