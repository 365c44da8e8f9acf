/* own_table.c: rows of the extension's own tables, read by scans */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"

#include "class_set.h"
#include "own_table.h"

Oid
bv_own_table_oid(const char *name, bool missing_ok)
{
	Oid			schema = get_namespace_oid(BV_SCHEMA, missing_ok);
	Oid			table = OidIsValid(schema) ? get_relname_relid(name, schema) : InvalidOid;

	if (!OidIsValid(table) && !missing_ok)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation \"%s.%s\" does not exist", BV_SCHEMA, name)));
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

/*
 * The trigger on tables whose rows are rare, and can be in any label or price: all
 * is read again by everybody.  Of a change that is replicated row triggers alone
 * hear.
 */
PG_FUNCTION_INFO_V1(breachvalue_forget_definitions);
Datum
breachvalue_forget_definitions(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo) ||
		(RelationGetRelid(data->tg_relation) != bv_own_table_oid("user_class", false) &&
		 RelationGetRelid(data->tg_relation) != bv_own_table_oid("protection", false)))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function was not called by the trigger that it is made for")));
	CacheInvalidateRelcacheAll();
	if (!TRIGGER_FIRED_FOR_ROW(data->tg_event))
		return PointerGetDatum(NULL);
	return PointerGetDatum(TRIGGER_FIRED_BY_UPDATE(data->tg_event) ? data->tg_newtuple :
						   data->tg_trigtuple);
}
