/*
 * budget_slot.c: what is free of a budget, as rows
 *
 * A slot is an ordinary row, so that rollback, savepoints, prepared transactions,
 * crashes and replicas are right by construction.  But it is read as it is now,
 * whatever the snapshot, and changed only if it has not changed since: without
 * waiting, without a serialization failure, and without a lock before the update.
 * Whoever changed one has it until the end of his transaction.  What is given
 * back while others have all slots is put aside, in a row of its own, and comes
 * into a slot by who has one.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/index.h"
#include "executor/executor.h"
#include "storage/bufmgr.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "budget_slot.h"
#include "price_table.h"

/* Columns of the table of slots, in the order in which it was made. */
#define COLUMN_BUDGET	1
#define COLUMN_SLOT		2
#define COLUMN_FREE		3
#define COLUMNS			3

/* ---------- reading ---------- */

Relation
bv_open_slots(LOCKMODE mode)
{
	Relation	table = table_open(bv_budget_table_oid(BV_SLOT_TABLE), mode);

	if (RelationGetDescr(table)->natts != COLUMNS)
		elog(ERROR, "table of budget slots has an unexpected shape");
	return table;
}

/* Takes a row apart, if it is the right one. */
static bool
read_row(const BvBudget *budget, int number, Relation table, HeapTuple row, BvSlot *slot)
{
	TupleDesc	descriptor = RelationGetDescr(table);
	bool		is_null;
	Datum		value = heap_getattr(row, COLUMN_BUDGET, descriptor, &is_null);
	text	   *id = DatumGetTextPP(value);

	if (VARSIZE_ANY_EXHDR(id) != strlen(budget->id) ||
		memcmp(VARDATA_ANY(id), budget->id, strlen(budget->id)) != 0 ||
		DatumGetInt32(heap_getattr(row, COLUMN_SLOT, descriptor, &is_null)) != number)
		return false;
	value = heap_getattr(row, COLUMN_FREE, descriptor, &is_null);
	slot->closed = is_null;
	slot->free = is_null ? 0 : bv_datum_units(value);
	slot->place = row->t_self;
	return true;
}

bool
bv_read_slot(BvBudget *budget, int number, Relation table, BvSlot *slot)
{
	SnapshotData dirty;
	bool		found = false;
	SysScanDesc scan;
	ScanKeyData key[2];
	HeapTuple	row;
	Oid			index;

	InitDirtySnapshot(dirty);

	/* where it was last, if it has not moved since */
	if (ItemPointerIsValid(&budget->place[number]) &&
		ItemPointerGetBlockNumber(&budget->place[number]) < RelationGetNumberOfBlocks(table))
	{
		TupleTableSlot *tuple = table_slot_create(table, NULL);

		if (table_tuple_fetch_row_version(table, &budget->place[number], &dirty, tuple) &&
			!TransactionIdIsValid(dirty.xmin))
		{
			bool		should_free;

			row = ExecFetchSlotHeapTuple(tuple, false, &should_free);
			found = read_row(budget, number, table, row, slot);
			slot->busy = TransactionIdIsValid(dirty.xmax);
			if (should_free)
				heap_freetuple(row);
		}
		ExecDropSingleTupleTableSlot(tuple);
		if (found)
			return true;
	}

	index = RelationGetReplicaIndex(table);	/* the primary key */
	ScanKeyInit(&key[0], COLUMN_BUDGET, BTEqualStrategyNumber, F_TEXTEQ,
				CStringGetTextDatum(budget->id));
	ScanKeyInit(&key[1], COLUMN_SLOT, BTEqualStrategyNumber, F_INT4EQ, Int32GetDatum(number));
	key[0].sk_collation = TupleDescAttr(RelationGetDescr(table), COLUMN_BUDGET - 1)->attcollation;
	scan = systable_beginscan(table, index, OidIsValid(index), &dirty, 2, key);
	while (HeapTupleIsValid(row = systable_getnext(scan)))
	{
		/* a version that is not committed yet is somebody else's, but what it replaces is there */
		if (TransactionIdIsValid(dirty.xmin) || !read_row(budget, number, table, row, slot))
			continue;
		found = true;
		slot->busy = TransactionIdIsValid(dirty.xmax);
		if (!slot->busy)
			break;
	}
	systable_endscan(scan);
	if (found)
		budget->place[number] = slot->place;
	return found;
}

/* ---------- writing ---------- */

/* Enters a row into the index, or a new version of one that did not fit beside the old. */
static void
insert_index_entries(Relation table, TupleTableSlot *row, IndexUniqueCheck unique)
{
	List	   *indexes = RelationGetIndexList(table);
	ListCell   *cell;

	foreach(cell, indexes)
	{
		Relation	index = index_open(lfirst_oid(cell), RowExclusiveLock);
		IndexInfo  *info = BuildIndexInfo(index);
		Datum		values[INDEX_MAX_KEYS];
		bool		nulls[INDEX_MAX_KEYS];

		if (info->ii_ReadyForInserts)	/* it may be about to be rebuilt */
		{
			FormIndexDatum(info, row, NULL, values, nulls);
			index_insert(index, values, nulls, &row->tts_tid, table, unique, unique == UNIQUE_CHECK_NO,
						 info);
		}
		index_close(index, NoLock);
	}
}

/* Makes a row; without an amount, one of a slot that is closed. */
static void
set_row(TupleTableSlot *row, const BvBudget *budget, int number, const BvUnits *amount)
{
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS] = {false};

	values[COLUMN_BUDGET - 1] = CStringGetTextDatum(budget->id);
	values[COLUMN_SLOT - 1] = Int32GetDatum(number);
	nulls[COLUMN_FREE - 1] = amount == NULL;
	values[COLUMN_FREE - 1] = amount == NULL ? (Datum) 0 : bv_units_datum(*amount);
	ExecForceStoreHeapTuple(heap_form_tuple(row->tts_tupleDescriptor, values, nulls), row, true);
}

bool
bv_write_slot(BvBudget *budget, int number, Relation table, const BvSlot *slot, const BvUnits *amount,
		   bool wait)
{
	TupleTableSlot *row = MakeSingleTupleTableSlot(RelationGetDescr(table), &TTSOpsHeapTuple);
	ItemPointerData place = slot->place;
	TM_FailureData failure;
	LockTupleMode mode;
	TU_UpdateIndexes update_indexes;
	TM_Result	result;

	set_row(row, budget, number, amount);
	result = table_tuple_update(table, &place, row, GetCurrentCommandId(true), InvalidSnapshot,
								InvalidSnapshot, wait, &failure, &mode, &update_indexes);
	if (result == TM_Ok)
	{
		if (update_indexes != TU_None)
			insert_index_entries(table, row, UNIQUE_CHECK_NO);
		budget->place[number] = row->tts_tid;

		/* we may come back to it, and a command cannot update what it has written itself */
		CommandCounterIncrement();
	}
	else if (result == TM_SelfModified || result == TM_Invisible)
		elog(ERROR, "budget slot was changed within a command");
	ExecDropSingleTupleTableSlot(row);
	return result == TM_Ok;
}

/* ---------- sums ---------- */

/* The rows of a budget from that number on. */
static SysScanDesc
begin_scan(const BvBudget *budget, Relation table, int number, Snapshot snapshot)
{
	Oid			index = RelationGetReplicaIndex(table);
	ScanKeyData key[2];

	ScanKeyInit(&key[0], COLUMN_BUDGET, BTEqualStrategyNumber, F_TEXTEQ,
				CStringGetTextDatum(budget->id));
	ScanKeyInit(&key[1], COLUMN_SLOT, BTGreaterEqualStrategyNumber, F_INT4GE, Int32GetDatum(number));
	key[0].sk_collation = TupleDescAttr(RelationGetDescr(table), COLUMN_BUDGET - 1)->attcollation;
	return systable_beginscan(table, index, OidIsValid(index), snapshot, 2, key);
}

BvUnits
bv_left_in_slots(const BvBudget *budget, Relation table)
{
	SnapshotData dirty;
	SysScanDesc scan;
	HeapTuple	row;
	BvUnits		sum = 0;

	InitDirtySnapshot(dirty);
	scan = begin_scan(budget, table, 0, &dirty);
	while (HeapTupleIsValid(row = systable_getnext(scan)))
	{
		bool		is_null;
		Datum		value = heap_getattr(row, COLUMN_FREE, RelationGetDescr(table), &is_null);

		/* the last version of each */
		if (!is_null && !TransactionIdIsValid(dirty.xmax) &&
			(!TransactionIdIsValid(dirty.xmin) ||
			 ItemPointerEquals(&row->t_self, &row->t_data->t_ctid)))
			sum += bv_datum_units(value);
	}
	systable_endscan(scan);
	return sum;
}

BvUnits
bv_ledger_free(const BvBudget *budget, Snapshot snapshot)
{
	Relation	table = bv_open_slots(AccessShareLock);
	SnapshotData dirty;
	SysScanDesc scan;
	HeapTuple	row;
	BvUnits		sum = 0;

	InitDirtySnapshot(dirty);
	scan = begin_scan(budget, table, 0, snapshot != NULL ? snapshot : &dirty);
	while (HeapTupleIsValid(row = systable_getnext(scan)))
	{
		bool		is_null;
		Datum		value = heap_getattr(row, COLUMN_FREE, RelationGetDescr(table), &is_null);

		if (!is_null && (snapshot != NULL || !TransactionIdIsValid(dirty.xmin)))
			sum += bv_datum_units(value);
	}
	systable_endscan(scan);
	table_close(table, NoLock);
	return sum;
}

/* ---------- what was put aside ---------- */

void
bv_put_aside(const BvBudget *budget, Relation table, BvUnits amount)
{
	/* another for each transaction: the row is gone before numbers come again */
	int			number = BV_BUDGET_SLOTS + (int) (GetCurrentTransactionId() & 0x3FFFFFFF);
	TupleTableSlot *row = MakeSingleTupleTableSlot(RelationGetDescr(table), &TTSOpsHeapTuple);

	set_row(row, budget, number, &amount);
	table_tuple_insert(table, row, GetCurrentCommandId(true), 0, NULL);
	insert_index_entries(table, row, UNIQUE_CHECK_YES);
	CommandCounterIncrement();
	ExecDropSingleTupleTableSlot(row);
}

/*
 * Goes through what was put aside and is not taken by anybody now; takes it away,
 * if so asked.
 */
static BvUnits
walk_aside(const BvBudget *budget, Relation table, bool take)
{
	SnapshotData dirty;
	SysScanDesc scan;
	HeapTuple	row;
	BvUnits		sum = 0;

	InitDirtySnapshot(dirty);
	scan = begin_scan(budget, table, BV_BUDGET_SLOTS, &dirty);
	while (HeapTupleIsValid(row = systable_getnext(scan)))
	{
		TM_FailureData failure;
		bool		is_null;
		BvUnits		amount;

		if (TransactionIdIsValid(dirty.xmin) || TransactionIdIsValid(dirty.xmax))
			continue;
		amount = bv_datum_units(heap_getattr(row, COLUMN_FREE, RelationGetDescr(table), &is_null));
		if (take && table_tuple_delete(table, &row->t_self, GetCurrentCommandId(true), InvalidSnapshot,
									   InvalidSnapshot, false, &failure, false) != TM_Ok)
			continue;			/* somebody else was there before */
		sum += amount;
	}
	systable_endscan(scan);
	if (take && sum > 0)
		CommandCounterIncrement();
	return sum;
}

BvUnits
bv_sum_aside(const BvBudget *budget, Relation table)
{
	return walk_aside(budget, table, false);
}

BvUnits
bv_take_aside(const BvBudget *budget, Relation table)
{
	return walk_aside(budget, table, true);
}

bool
bv_fold_aside(BvBudget *budget, int number, Relation table)
{
	BvSlot		slot;
	BvUnits		sum;

	if (!bv_read_slot(budget, number, table, &slot) || slot.busy || slot.closed ||
		!bv_write_slot(budget, number, table, &slot, &slot.free, false))
		return false;
	sum = slot.free + bv_take_aside(budget, table);
	if (sum != slot.free && (!bv_read_slot(budget, number, table, &slot) ||
							 !bv_write_slot(budget, number, table, &slot, &sum, false)))
		elog(ERROR, "budget slot was changed while it was held");
	return true;
}
