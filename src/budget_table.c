/*
 * budget_table.c: the rows of budgets, their members and slots
 *
 * They are written here and in budget_ledger.c, past all rights and triggers:
 * whoever comes here has been asked what he may do.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/indexing.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/timestamp.h"

#include "budget.h"
#include "numeric.h"
#include "price_table.h"

/* By BvBudgetTable. */
static const char *const tables[] = {"budget", "budget_member", "budget_slot"};

Oid
bv_budget_table_oid(BvBudgetTable which)
{
	Oid			table = get_relname_relid(tables[which],
										  get_namespace_oid(BV_SCHEMA, false));

	if (!OidIsValid(table))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation \"%s.%s\" does not exist", BV_SCHEMA, tables[which])));
	return table;
}

Datum
bv_units_datum(BvUnits units)
{
	BvDecimal	decimal;

	bv_decimal_from_int128(&decimal, units);
	return NumericGetDatum(bv_decimal_to_numeric(&decimal));
}

BvUnits
bv_datum_units(Datum datum)
{
	BvDecimal	decimal;
	__int128	units;

	if (!bv_numeric_read(DatumGetNumeric(datum), &decimal) ||
		bv_decimal_to_int128(&decimal, &units) != BV_OK)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("a budget has an amount that is no number of units")));
	return units;
}

/* ---------- writing ---------- */

/* A row of one of the tables while it is put together. */
typedef struct NewRow
{
	Relation	table;
	Datum		values[MaxHeapAttributeNumber];
	bool		nulls[MaxHeapAttributeNumber];
} NewRow;

static NewRow *
begin_row(Relation table)
{
	NewRow	   *row = palloc(sizeof(NewRow));

	row->table = table;
	memset(row->nulls, true, sizeof(row->nulls));
	return row;
}

static void
put(NewRow *row, const char *column, Datum value)
{
	AttrNumber	attnum = get_attnum(RelationGetRelid(row->table), column);

	if (attnum == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist",
						column, RelationGetRelationName(row->table))));
	row->values[attnum - 1] = value;
	row->nulls[attnum - 1] = false;
}

static void
insert_row(NewRow *row)
{
	HeapTuple	tuple = heap_form_tuple(RelationGetDescr(row->table), row->values, row->nulls);

	CatalogTupleInsert(row->table, tuple);
	heap_freetuple(tuple);
	pfree(row);
}

void
bv_delete_budget(const char *id)
{
	for (int i = 0; i <= BV_SLOT_TABLE; i++)
	{
		Relation	table = table_open(bv_budget_table_oid(i), RowExclusiveLock);
		SysScanDesc scan = systable_beginscan(table, InvalidOid, false, NULL, 0, NULL);
		const char *column = i == BV_BUDGET_TABLE ? "id" : "budget";
		HeapTuple	row;

		while (HeapTupleIsValid(row = systable_getnext(scan)))
		{
			if (strcmp(bv_needed_text(table, row, column), id) == 0)
				CatalogTupleDelete(table, &row->t_self);
		}
		systable_endscan(scan);
		table_close(table, NoLock);
	}
	CommandCounterIncrement();
	bv_forget_budgets();
}

/* What a column holds as the text array that is kept. */
static Datum
labels_datum(const BvBudgetMember *member)
{
	Datum	   *texts = palloc((member->label_count * 4 + 1) * sizeof(Datum));

	for (int i = 0; i < member->label_count; i++)
	{
		texts[i * 4] = CStringGetTextDatum(psprintf("%d", member->label[i].attnum));
		texts[i * 4 + 1] = CStringGetTextDatum(member->label[i].column);
		texts[i * 4 + 2] = CStringGetTextDatum(member->label[i].type);
		texts[i * 4 + 3] = CStringGetTextDatum(member->label[i].label);
	}
	return PointerGetDatum(construct_array(texts, member->label_count * 4, TEXTOID, -1, false,
										   TYPALIGN_INT));
}

void
bv_insert_budget(const BvBudget *budget)
{
	Relation	table = table_open(bv_budget_table_oid(BV_BUDGET_TABLE), RowExclusiveLock);
	NewRow	   *row = begin_row(table);

	put(row, "id", CStringGetTextDatum(budget->id));
	if (budget->name != NULL)
		put(row, "name", CStringGetTextDatum(budget->name));
	put(row, "unit", CStringGetTextDatum(budget->by_mass ? "mass" : "record"));
	put(row, "limit_units", bv_units_datum(budget->limit));
	if (budget->limit_records >= 0)
		put(row, "limit_records", Int64GetDatum(budget->limit_records));
	else
		put(row, "limit_value", NumericGetDatum(bv_decimal_to_numeric(&budget->limit_value)));
	put(row, "warn_at", NumericGetDatum(bv_decimal_to_numeric(&budget->warn_at)));
	put(row, "model", CStringGetTextDatum(budget->model->name));
	put(row, "exponent", NumericGetDatum(bv_decimal_to_numeric(&budget->model->exponent)));
	put(row, "reference_records", Int64GetDatum(budget->model->reference_records));
	put(row, "currency", CStringGetTextDatum(budget->model->currency));
	put(row, "prices", CStringGetTextDatum(budget->prices));
	put(row, "price", Int64GetDatum(budget->price));
	put(row, "counted_at", TimestampTzGetDatum(GetCurrentTimestamp()));
	put(row, "restored", BoolGetDatum(false));
	insert_row(row);
	table_close(table, NoLock);

	table = table_open(bv_budget_table_oid(BV_MEMBER_TABLE), RowExclusiveLock);
	for (int i = 0; i < budget->member_count; i++)
	{
		row = begin_row(table);
		put(row, "budget", CStringGetTextDatum(budget->id));
		put(row, "relation", ObjectIdGetDatum(budget->member[i].relid));
		put(row, "relation_number", ObjectIdGetDatum(budget->member[i].relid));
		put(row, "is_root", BoolGetDatum(budget->member[i].is_root));
		put(row, "labels", labels_datum(&budget->member[i]));
		put(row, "triggers", CStringGetTextDatum(budget->member[i].triggers));
		insert_row(row);
	}
	table_close(table, NoLock);
	CommandCounterIncrement();
	bv_forget_budgets();
}

/* Over the limit, one slot has it all: whoever writes has to see it. */
void
bv_insert_slots(const BvBudget *budget, BvUnits used)
{
	Relation	table = table_open(bv_budget_table_oid(BV_SLOT_TABLE), RowExclusiveLock);
	bool		closed = used > budget->limit;

	for (int slot = 0; slot < BV_BUDGET_SLOTS; slot++)
	{
		NewRow	   *row = begin_row(table);

		put(row, "budget", CStringGetTextDatum(budget->id));
		put(row, "slot", Int32GetDatum(slot));
		if (!closed)
			put(row, "free", bv_units_datum(bv_slot_share(budget->limit - used, slot)));
		else if (slot == 0)
			put(row, "free", bv_units_datum(budget->limit - used));
		insert_row(row);
	}
	table_close(table, NoLock);
	CommandCounterIncrement();
}

/* ---------- rows that somebody else writes ---------- */

/* Anybody may make a trigger of it on a table of his own: it changes nothing but our rows. */
PG_FUNCTION_INFO_V1(breachvalue_mark_restored);
Datum
breachvalue_mark_restored(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	Relation	table;
	HeapTuple	row;
	Datum		restored = BoolGetDatum(true);
	bool		is_null = false;
	int			attnum;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_FOR_ROW(data->tg_event) ||
		!TRIGGER_FIRED_BEFORE(data->tg_event) ||
		(RelationGetRelid(data->tg_relation) != bv_budget_table_oid(BV_BUDGET_TABLE) &&
		 RelationGetRelid(data->tg_relation) != bv_budget_table_oid(BV_MEMBER_TABLE)))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function was not called by the trigger that it is made for")));
	table = data->tg_relation;
	row = TRIGGER_FIRED_BY_UPDATE(data->tg_event) ? data->tg_newtuple : data->tg_trigtuple;
	bv_forget_budgets();
	if (TRIGGER_FIRED_BY_DELETE(data->tg_event) ||
		RelationGetRelid(table) != bv_budget_table_oid(BV_BUDGET_TABLE))
		return PointerGetDatum(row);
	attnum = get_attnum(RelationGetRelid(table), "restored");
	return PointerGetDatum(heap_modify_tuple_by_cols(row, RelationGetDescr(table), 1, &attnum,
													 &restored, &is_null));
}
