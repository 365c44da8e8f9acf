/* unlabelled.c: columns that look like personal data, and have no label */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "commands/seclabel.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "compat.h"
#include "label.h"
#include "rows.h"
#include "unlabelled.h"
#include "user_class.h"

/* A column looks like personal data from this probability on. */
#define LIKELY				0.5

/* Has a parent in the same schema the column, so that it is told of that? */
static bool
is_of_parent(Relation relation, const char *column)
{
	ListCell   *cell;

	foreach(cell, bv_parents_of(RelationGetRelid(relation)))
	{
		if (get_rel_namespace(lfirst_oid(cell)) == RelationGetNamespace(relation) &&
			get_attnum(lfirst_oid(cell), column) != InvalidAttrNumber)
			return true;
	}
	return false;
}

bool
bv_may_need_labels(Relation relation)
{
	char		kind = relation->rd_rel->relkind;

	return (kind == RELKIND_RELATION || kind == RELKIND_PARTITIONED_TABLE ||
			kind == RELKIND_FOREIGN_TABLE) &&
		relation->rd_rel->relpersistence != RELPERSISTENCE_TEMP;
}

static bool
has_label(const BvLabels *labels, Oid relid, AttrNumber attnum)
{
	ObjectAddress object = {RelationRelationId, relid, attnum};

	for (int i = 0; i < labels->count; i++)
	{
		if (labels->column[i].attnum == attnum)
			return true;		/* of its own, or inherited */
	}
	return GetSecurityLabel(&object, BV_LABEL_PROVIDER) != NULL;
}

void
bv_read_unlabelled(Relation relation, AttrNumber attnum, BvUnlabelledReader reader, void *arg)
{
	int			count;
	BvScanColumn *columns = bv_judge_by_name(relation, &count);
	const BvLabels *labels = bv_copy_labels(bv_labels_of(RelationGetRelid(relation)));

	for (int i = 0; i < count; i++)
	{
		const BvScanColumn *column = &columns[i];
		const BvClass *class = bv_any_class_by_number(column->verdict.number);
		Form_pg_attribute attribute =
			TupleDescAttr(RelationGetDescr(relation), column->attnum - 1);

		if ((attnum == 0 || attnum == column->attnum) && class != NULL &&
			(class->role == BV_ROLE_DIRECT || class->role == BV_ROLE_ATTRIBUTE) &&
			column->verdict.confidence >= LIKELY &&
			(attribute->attinhcount == 0 || attribute->attislocal ||
			 !is_of_parent(relation, column->name)) &&
			!has_label(labels, RelationGetRelid(relation), column->attnum))
			reader(relation, column, arg);
	}
}

/* ---------- a function that shows them ---------- */

typedef struct RowWriter
{
	Tuplestorestate *store;
	TupleDesc	descriptor;
} RowWriter;

static void
write_row(Relation relation, const BvScanColumn *column, void *arg)
{
	RowWriter  *writer = arg;
	NameData	name;
	Datum		values[3];
	bool		nulls[3] = {false};

	namestrcpy(&name, column->name);
	values[0] = NameGetDatum(&name);
	values[1] = CStringGetTextDatum(bv_any_class_by_number(column->verdict.number)->name);
	values[2] = bv_confidence_datum(column);
	tuplestore_putvalues(writer->store, writer->descriptor, values, nulls);
}

PG_FUNCTION_INFO_V1(breachvalue_unlabelled_columns);
Datum
breachvalue_unlabelled_columns(PG_FUNCTION_ARGS)
{
	Oid			relid = PG_GETARG_OID(0);
	Relation	relation = try_relation_open(relid, AccessShareLock);
	RowWriter	writer;

	if (relation == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	writer.store = bv_begin_rows(fcinfo, &writer.descriptor);
	if (bv_may_need_labels(relation))
		bv_read_unlabelled(relation, 0, write_row, &writer);
	relation_close(relation, AccessShareLock);
	return (Datum) 0;
}
