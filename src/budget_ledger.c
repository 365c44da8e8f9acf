/*
 * budget_ledger.c: the slots of a budget, as rows
 *
 * A slot is an ordinary row, so that rollback, savepoints, prepared transactions,
 * crashes and replicas are right by construction.  But it is read as it is now,
 * whatever the snapshot, and changed only if it has not changed since: without
 * waiting, without a serialization failure, and without a lock before the update.
 * Whoever changed one has it until the end of his transaction; others go on to
 * the next.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/index.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "pgstat.h"
#include "storage/bufmgr.h"
#include "storage/latch.h"
#include "storage/lmgr.h"
#include "storage/proc.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"

#include "budget.h"
#include "price_table.h"

/* How long to wait before the slots are looked at again, in milliseconds. */
#define PAUSE	5

/* How often to go on for as long as a deadlock is waited for, before it may come to one. */
#define MAX_PAUSES	10

/* Columns of the table of slots, in the order in which it was made. */
#define COLUMN_BUDGET	1
#define COLUMN_SLOT		2
#define COLUMN_FREE		3
#define COLUMNS			3

/* A slot as it was read. */
typedef struct Slot
{
	ItemPointerData place;
	bool		busy;			/* an open transaction has changed it: this is from before */
	bool		closed;			/* go by slot 0 */
	BvUnits		free;
} Slot;

/* ---------- reading ---------- */

/* Takes a row apart, if it is the right one. */
static bool
read_row(const BvBudget *budget, int number, Relation table, HeapTuple row, Slot *slot)
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

/* Reads a slot as it is now; false when it is not to be found. */
static bool
read_slot(BvBudget *budget, int number, Relation table, Slot *slot)
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

/* Enters a new version of a row that did not fit beside the old one into the index. */
static void
insert_index_entries(Relation table, TupleTableSlot *row)
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
			index_insert(index, values, nulls, &row->tts_tid, table, UNIQUE_CHECK_NO, true, info);
		}
		index_close(index, NoLock);
	}
}

/*
 * Changes a slot that was read; false when somebody else was there before.  Waits
 * for the transaction that has it, if so asked, and then it may have changed.
 */
static bool
write_slot(BvBudget *budget, int number, Relation table, const Slot *slot, const BvUnits *amount,
		   bool wait)
{
	Datum		values[COLUMNS];
	bool		nulls[COLUMNS] = {false};
	TupleTableSlot *row = MakeSingleTupleTableSlot(RelationGetDescr(table), &TTSOpsHeapTuple);
	ItemPointerData place = slot->place;
	TM_FailureData failure;
	LockTupleMode mode;
	TU_UpdateIndexes update_indexes;
	TM_Result	result;

	values[COLUMN_BUDGET - 1] = CStringGetTextDatum(budget->id);
	values[COLUMN_SLOT - 1] = Int32GetDatum(number);
	nulls[COLUMN_FREE - 1] = amount == NULL;
	values[COLUMN_FREE - 1] = amount == NULL ? (Datum) 0 : bv_units_datum(*amount);
	ExecForceStoreHeapTuple(heap_form_tuple(RelationGetDescr(table), values, nulls), row, true);

	result = table_tuple_update(table, &place, row, GetCurrentCommandId(true), InvalidSnapshot,
								InvalidSnapshot, wait, &failure, &mode, &update_indexes);
	if (result == TM_Ok)
	{
		if (update_indexes != TU_None)
			insert_index_entries(table, row);
		budget->place[number] = row->tts_tid;

		/* we may come back to it, and a command cannot update what it has written itself */
		CommandCounterIncrement();
	}
	else if (result == TM_SelfModified || result == TM_Invisible)
		elog(ERROR, "budget slot was changed within a command");
	ExecDropSingleTupleTableSlot(row);
	return result == TM_Ok;
}

static Relation
open_slots(LOCKMODE mode)
{
	Relation	table = table_open(bv_budget_table_oid(BV_SLOT_TABLE), mode);

	if (RelationGetDescr(table)->natts != COLUMNS)
		elog(ERROR, "table of budget slots has an unexpected shape");
	return table;
}

/*
 * Waits a little; true when that went on for as long as is waited before a deadlock
 * is looked for.  It is no lock that is waited for, then no deadlock can come of it.
 */
static bool
pause_too_long(TimestampTz *start)
{
	if (*start == 0)
		*start = GetCurrentTimestamp();
	else if (TimestampDifferenceExceeds(*start, GetCurrentTimestamp(), DeadlockTimeout))
		return true;
	(void) WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH, PAUSE,
					 PG_WAIT_EXTENSION);
	ResetLatch(MyLatch);
	return false;
}

/* ---------- taking ---------- */

/* Draws from one slot; returns how much of the need is then still to be had. */
static BvUnits
draw(BvBudget *budget, int number, Relation table, const Slot *slot, BvLease *lease, BvUnits need,
	 bool wait)
{
	BvUnits		taken = bv_lease_draw(lease, need, slot->free);
	BvUnits		rest = slot->free - taken;

	if (!write_slot(budget, number, table, slot, &rest, wait))
		return need;
	bv_lease_drawn(lease, taken);
	budget->slot = number;
	return taken >= need ? 0 : need - taken;
}

/* Looks at all slots; available is what each has for us, where asked for. */
static void
look_at_slots(BvBudget *budget, Relation table, BvLedgerLook *look,
			  BvUnits available[BV_BUDGET_SLOTS])
{
	memset(look, 0, sizeof(*look));
	for (int number = 0; number < BV_BUDGET_SLOTS; number++)
	{
		Slot		slot;

		available[number] = 0;
		if (!read_slot(budget, number, table, &slot))
			look->busy++;		/* it was moved while we looked */
		else if (slot.closed)
			look->closed = true;
		else if (slot.busy)
		{
			look->busy++;
			look->held += slot.free;
		}
		else
		{
			available[number] = slot.free;
			look->available += slot.free;
		}
	}
}

/*
 * The slot to draw a need from when little is left: one that it empties, for what
 * it leaves in a slot is out of reach for others; and whole ones before that.
 */
static int
best_slot(const BvUnits available[BV_BUDGET_SLOTS], BvUnits need)
{
	int			best = -1;

	for (int i = 0; i < BV_BUDGET_SLOTS; i++)
	{
		if (available[i] <= 0)
			continue;
		if (best < 0 ||
			(available[i] <= need ? available[best] > need || available[i] > available[best] :
			 available[best] > need && available[i] < available[best]))
			best = i;
	}
	return best;
}

/* What all slots will have when the transactions that have them now commit. */
static BvUnits
left_in_slots(const BvBudget *budget, Relation table)
{
	SnapshotData dirty;
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	row;
	Oid			index = RelationGetReplicaIndex(table);
	BvUnits		sum = 0;

	InitDirtySnapshot(dirty);
	ScanKeyInit(&key, COLUMN_BUDGET, BTEqualStrategyNumber, F_TEXTEQ,
				CStringGetTextDatum(budget->id));
	key.sk_collation = TupleDescAttr(RelationGetDescr(table), COLUMN_BUDGET - 1)->attcollation;
	scan = systable_beginscan(table, index, OidIsValid(index), &dirty, 1, &key);
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

/* Draws from as many slots as it takes; returns what is still needed. */
static BvUnits
gather(BvBudget *budget, Relation table, int first, BvLease *lease, BvUnits need,
	   const BvLedgerLook *look, BvUnits available[BV_BUDGET_SLOTS])
{
	bool		is_plenty = look->available / 16 > need + lease->extra;
	BvUnits		extra = lease->extra;
	int			number;

	if (!is_plenty)
		lease->extra = 0;
	for (int i = 0; i < BV_BUDGET_SLOTS && need > 0; i++)
	{
		Slot		slot;

		number = is_plenty ? (first + i) % BV_BUDGET_SLOTS : best_slot(available, need);
		if (number < 0)
			break;
		available[number] = 0;
		if (read_slot(budget, number, table, &slot) && !slot.busy && !slot.closed && slot.free > 0)
			need = draw(budget, number, table, &slot, lease, need, false);
		if (!is_plenty)
			lease->extra = 0;
	}
	if (!is_plenty)
		lease->extra = extra;
	return need;
}

bool
bv_ledger_take(BvBudget *budget, BvLease *lease, int *held, BvUnits need, BvLedgerLook *look)
{
	Relation	table = open_slots(RowExclusiveLock);
	int			first = *held >= 0 ? *held : budget->slot;
	TimestampTz start = 0;
	BvUnits		wanted = need;
	BvUnits		available[BV_BUDGET_SLOTS];
	Slot		slot;

	/* far from the limit it ends here */
	if (read_slot(budget, first, table, &slot) && !slot.busy && !slot.closed && slot.free >= need)
		need = draw(budget, first, table, &slot, lease, need, false);

	while (need > 0)
	{
		CHECK_FOR_INTERRUPTS();
		look_at_slots(budget, table, look, available);
		if (look->closed)
			first = budget->slot = 0;
		if (look->available >= need)
		{
			need = gather(budget, table, first, lease, need, look, available);
			continue;
		}
		if (look->busy == BV_BUDGET_SLOTS && *held < 0 && need == wanted &&
			left_in_slots(budget, table) / BV_BUDGET_SLOTS >= need)
		{
			/* far from the limit, but more transactions than slots: in the end, queue up for one */
			first = (first + 1) % BV_BUDGET_SLOTS;
			if (!pause_too_long(&start))
				continue;
			if (read_slot(budget, first, table, &slot) && slot.busy && !slot.closed && slot.free > 0)
				need = draw(budget, first, table, &slot, lease, need, true);
			if (need < wanted)
				*held = first;
			start = 0;
			continue;
		}

		/*
		 * It is to be had only if an open transaction returns something.  Whoever
		 * holds a slot himself may be who they wait for.
		 */
		if (look->busy == 0 || *held >= 0 || pause_too_long(&start))
			break;
	}
	table_close(table, NoLock);
	if (need > 0)
		return false;
	*held = budget->slot;
	return true;
}

/* ---------- giving back ---------- */

/*
 * One slot is enough where little is left, and it is ours.  With as much as a
 * share of the whole in it, all are opened again.
 */
static void
open_closed(BvBudget *budget, Relation table)
{
	Slot		slot;
	BvUnits		sum;

	if (!read_slot(budget, 0, table, &slot) || slot.busy ||
		slot.free < bv_slot_share(budget->limit, 0) || slot.free < BV_BUDGET_SLOTS)
		return;
	sum = slot.free;
	for (int number = BV_BUDGET_SLOTS - 1; number >= 0; number--)
	{
		BvUnits		share = bv_slot_share(sum, number);

		if (!read_slot(budget, number, table, &slot) || slot.busy ||
			!write_slot(budget, number, table, &slot, &share, false))
			elog(ERROR, "budget slot was changed while it was held");
	}
}

/*
 * There need not be a slot to give back to: all may be busy, or all but one closed.
 * One who waits for a lock on it can come to wait for a whole transaction of which
 * a part that had the slot was rolled back, and have others wait for him; so locks
 * are waited for in the end only, where it may be a deadlock indeed.
 */
void
bv_ledger_give(BvBudget *budget, int held, BvUnits amount)
{
	Relation	table = open_slots(RowExclusiveLock);
	int			first = held >= 0 ? held : budget->slot;
	int			missing = 0;
	TimestampTz start = 0;
	int			pauses = 0;		/* of deadlock_timeout each */
	bool		closed = false;

	for (int i = 0;; i++)
	{
		int			number = (first + i) % BV_BUDGET_SLOTS;
		bool		queue = false;
		Slot		slot;
		BvUnits		sum;

		CHECK_FOR_INTERRUPTS();
		if (!read_slot(budget, number, table, &slot))
		{
			if (missing++ > 4 * BV_BUDGET_SLOTS)
				ereport(ERROR,
						(errcode(ERRCODE_DATA_CORRUPTED),
						 errmsg("a budget has lost its slots"),
						 errhint("Recount it with breachvalue.recount_budget().")));
			continue;
		}
		missing = 0;
		closed = slot.closed;
		if (closed)
		{
			number = 0;			/* one for all */
			if (!read_slot(budget, number, table, &slot))
				continue;
		}
		if (slot.busy)
		{
			/* there may be others that are not */
			if (!closed && i % BV_BUDGET_SLOTS < BV_BUDGET_SLOTS - 1)
				continue;
			if (!pause_too_long(&start))
				continue;
			start = 0;
			queue = ++pauses >= MAX_PAUSES;
			if (!queue)
				continue;
		}
		sum = slot.free + amount;
		if (write_slot(budget, number, table, &slot, &sum, queue))
			break;
	}
	if (closed)
		open_closed(budget, table);
	table_close(table, NoLock);
}

/* ---------- all of it ---------- */

BvUnits
bv_ledger_free(const BvBudget *budget, Snapshot snapshot)
{
	Relation	table = open_slots(AccessShareLock);
	Oid			index = RelationGetReplicaIndex(table);
	SnapshotData dirty;
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	row;
	BvUnits		sum = 0;

	InitDirtySnapshot(dirty);
	ScanKeyInit(&key, COLUMN_BUDGET, BTEqualStrategyNumber, F_TEXTEQ,
				CStringGetTextDatum(budget->id));
	key.sk_collation = TupleDescAttr(RelationGetDescr(table), COLUMN_BUDGET - 1)->attcollation;
	scan = systable_beginscan(table, index, OidIsValid(index), snapshot != NULL ? snapshot : &dirty,
							  1, &key);
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

bool
bv_ledger_close(BvBudget *budget, BvUnits *available)
{
	Relation	table = open_slots(RowExclusiveLock);
	TimestampTz start = 0;
	BvUnits		sum = 0;

	for (int number = 0; number < BV_BUDGET_SLOTS;)
	{
		BvUnits		none = 0;
		Slot		slot;

		CHECK_FOR_INTERRUPTS();
		if (read_slot(budget, number, table, &slot) && !slot.busy &&
			write_slot(budget, number, table, &slot, number == 0 ? &none : NULL, false))
		{
			sum += slot.free;
			number++;
			continue;
		}
		if (pause_too_long(&start))
			return false;
	}
	table_close(table, NoLock);
	*available = sum;
	return true;
}

void
bv_ledger_set_closed(BvBudget *budget, BvUnits available)
{
	Relation	table = open_slots(RowExclusiveLock);
	Slot		slot;

	if (!read_slot(budget, 0, table, &slot) ||
		!write_slot(budget, 0, table, &slot, &available, false))
		elog(ERROR, "budget slot was changed while it was held");
	table_close(table, NoLock);
}
