/*
 * price_trigger.c: triggers on the tables of prices and models
 *
 * They take the place of foreign keys between them: rows of users are restored
 * in any order, by several workers at once.  So a price whose list is not there
 * brings a notice, which a restore does not show; a list that is in use stays.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "class_set_type.h"
#include "packing.h"
#include "price_table.h"
#include "user_class.h"

/* Anybody may make a trigger of these functions on a table, or view, of his own. */
static bool
is_price_table(Relation relation)
{
	for (int i = 0; i < BV_PRICE_TABLES; i++)
	{
		if (RelationGetRelid(relation) == bv_price_table_oid(i))
			return true;
	}
	return false;
}

/* The trigger's data, when it was made as its function needs it. */
static TriggerData *
trigger_data(FunctionCallInfo fcinfo, uint32 level, uint32 timing)
{
	TriggerData *data = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo) ||
		(data->tg_event & TRIGGER_EVENT_ROW) != level ||
		(data->tg_event & TRIGGER_EVENT_TIMINGMASK) != timing ||
		!is_price_table(data->tg_relation))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function was not called by the trigger that it is made for")));
	return data;
}

PG_FUNCTION_INFO_V1(breachvalue_check_price_class);
Datum
breachvalue_check_price_class(PG_FUNCTION_ARGS)
{
	TriggerData *data = trigger_data(fcinfo, TRIGGER_EVENT_ROW, TRIGGER_EVENT_BEFORE);
	HeapTuple	row = TRIGGER_FIRED_BY_UPDATE(data->tg_event) ?
		data->tg_newtuple : data->tg_trigtuple;
	bool		is_null;
	Datum		class = bv_column_value(data->tg_relation, row, "class", TEXTOID, &is_null);

	if (!is_null)
	{
		char	   *name = TextDatumGetCString(class);

		if (bv_any_class_by_name(name, strlen(name)) == NULL && !bv_may_be_to_come())
			bv_unrecognized_class(name, ERRCODE_INVALID_PARAMETER_VALUE);
	}
	return PointerGetDatum(row);
}

/* ---------- price lists by name ---------- */

typedef struct ListEntry
{
	char		name[NAMEDATALEN];	/* the key */
	bool		is_there;		/* is there such a list? */
	int			rows;			/* rows of a table that refer to it */
} ListEntry;

static ListEntry *
list_entry(HTAB *lists, const char *name)
{
	bool		is_old;
	ListEntry  *entry = hash_search(lists, name, HASH_ENTER, &is_old);

	if (!is_old)
	{
		entry->is_there = false;
		entry->rows = 0;
	}
	return entry;
}

static void
note_list(Relation table, HeapTuple row, void *lists)
{
	list_entry(lists, bv_needed_text(table, row, "name"))->is_there = true;
}

static void
note_reference(Relation table, HeapTuple row, void *lists)
{
	list_entry(lists, bv_needed_text(table, row, "price_list"))->rows++;
}

/*
 * The lists there are and those a table refers to, with what this very statement
 * has written.
 */
static HTAB *
lists_and_references(Relation table)
{
	HASHCTL		control = {
		.keysize = NAMEDATALEN,
		.entrysize = sizeof(ListEntry),
		.hcxt = CurrentMemoryContext
	};
	HTAB	   *lists = hash_create("breachvalue price lists", 64, &control,
									HASH_ELEM | HASH_STRINGS | HASH_CONTEXT);
	Relation	list_table = table_open(bv_price_table_oid(BV_LIST_TABLE), AccessShareLock);

	bv_read_rows(list_table, SnapshotSelf, note_list, lists);
	table_close(list_table, AccessShareLock);
	bv_read_rows(table, SnapshotSelf, note_reference, lists);
	return lists;
}

PG_FUNCTION_INFO_V1(breachvalue_forget_prices);
Datum
breachvalue_forget_prices(PG_FUNCTION_ARGS)
{
	bool		of_row = CALLED_AS_TRIGGER(fcinfo) &&
		TRIGGER_FIRED_FOR_ROW(((TriggerData *) fcinfo->context)->tg_event);
	TriggerData *data = of_row ?
		trigger_data(fcinfo, TRIGGER_EVENT_ROW, TRIGGER_EVENT_BEFORE) :
		trigger_data(fcinfo, 0, TRIGGER_EVENT_AFTER);
	Relation	table = data->tg_relation;
	const char *table_name = RelationGetRelationName(table);

	/*
	 * Statements that fail, and changes that are replicated, come no further
	 * than this; but functions that a statement calls may read its rows.
	 */
	if (of_row)
	{
		CacheInvalidateRelcache(table);
		return PointerGetDatum(TRIGGER_FIRED_BY_UPDATE(data->tg_event) ?
							   data->tg_newtuple : data->tg_trigtuple);
	}

	if ((TRIGGER_FIRED_BY_INSERT(data->tg_event) || TRIGGER_FIRED_BY_UPDATE(data->tg_event)) &&
		strcmp(table_name, bv_price_table[BV_LIST_TABLE]) != 0)
	{
		HTAB	   *lists = lists_and_references(table);
		HASH_SEQ_STATUS sequence;
		ListEntry  *entry;

		hash_seq_init(&sequence, lists);
		while ((entry = hash_seq_search(&sequence)) != NULL)
		{
			if (entry->rows > BV_BUNDLE_LIMIT &&
				strcmp(table_name, bv_price_table[BV_BUNDLE_TABLE]) == 0)
				bv_too_many_bundles(entry->name);
			if (entry->rows > 0 && !entry->is_there)
				ereport(NOTICE,
						(errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
						 errmsg("price list \"%s\" does not exist", entry->name),
						 errdetail("Table \"%s\" refers to it.", table_name)));
		}
	}

	CacheInvalidateRelcache(table);
	return PointerGetDatum(NULL);
}

PG_FUNCTION_INFO_V1(breachvalue_keep_used_list);
Datum
breachvalue_keep_used_list(PG_FUNCTION_ARGS)
{
	TriggerData *data = trigger_data(fcinfo, TRIGGER_EVENT_ROW, TRIGGER_EVENT_AFTER);
	const char *name = bv_needed_text(data->tg_relation, data->tg_trigtuple, "name");

	for (int i = 0; i < BV_PRICE_TABLES; i++)
	{
		Relation	table;
		ListEntry  *entry;

		if (i == BV_LIST_TABLE)
			continue;
		table = table_open(bv_price_table_oid(i), AccessShareLock);
		entry = list_entry(lists_and_references(table), name);
		table_close(table, AccessShareLock);
		if (entry->rows > 0 && !entry->is_there)
			ereport(ERROR,
					(errcode(ERRCODE_FOREIGN_KEY_VIOLATION),
					 errmsg("price list \"%s\" is still in use", name),
					 errdetail("Table \"%s\" refers to it.", bv_price_table[i])));
	}
	return PointerGetDatum(NULL);
}
