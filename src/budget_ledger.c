/*
 * budget_ledger.c: taking from the slots of a budget and giving back
 *
 * Whoever changed a slot has it until the end of his transaction; others go on to
 * the next.  Only where little is left do they meet.
 */
#include "postgres.h"

#include "access/table.h"
#include "miscadmin.h"
#include "pgstat.h"
#include "storage/latch.h"
#include "storage/proc.h"
#include "utils/rel.h"
#include "utils/timestamp.h"

#include "budget_slot.h"

/* How long to wait before the slots are looked at again, in milliseconds. */
#define PAUSE	5

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
draw(BvBudget *budget, int number, Relation table, const BvSlot *slot, BvLease *lease, BvUnits need,
	 bool wait)
{
	BvUnits		taken = bv_lease_draw(lease, need, slot->free);
	BvUnits		rest = slot->free - taken;

	if (!bv_write_slot(budget, number, table, slot, &rest, wait))
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
		BvSlot		slot;

		available[number] = 0;
		if (!bv_read_slot(budget, number, table, &slot))
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
	look->aside = bv_sum_aside(budget, table);
}

/* Puts what was put aside into some slot; false when there is none to be had. */
static bool
fold_aside(BvBudget *budget, Relation table, int *held)
{
	for (int i = 0; i < BV_BUDGET_SLOTS; i++)
	{
		int			number = (budget->slot + i) % BV_BUDGET_SLOTS;

		if (bv_fold_aside(budget, number, table))
		{
			*held = budget->slot = number;
			return true;
		}
	}
	return false;
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
		BvSlot		slot;

		number = is_plenty ? (first + i) % BV_BUDGET_SLOTS : best_slot(available, need);
		if (number < 0)
			break;
		available[number] = 0;
		if (bv_read_slot(budget, number, table, &slot) && !slot.busy && !slot.closed && slot.free > 0)
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
	Relation	table = bv_open_slots(RowExclusiveLock);
	int			first = *held >= 0 ? *held : budget->slot;
	TimestampTz start = 0;
	BvUnits		wanted = need;
	BvUnits		available[BV_BUDGET_SLOTS];
	BvSlot		slot;

	/* far from the limit it ends here */
	if (bv_read_slot(budget, first, table, &slot) && !slot.busy && !slot.closed && slot.free >= need)
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
		if (look->aside > 0 && fold_aside(budget, table, held))
			continue;
		if (look->busy == BV_BUDGET_SLOTS && *held < 0 && need == wanted &&
			bv_left_in_slots(budget, table) / BV_BUDGET_SLOTS >= need)
		{
			/* far from the limit, but more transactions than slots: in the end, queue up for one */
			first = (first + 1) % BV_BUDGET_SLOTS;
			if (!pause_too_long(&start))
				continue;
			if (bv_read_slot(budget, first, table, &slot) && slot.busy && !slot.closed && slot.free > 0)
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
	BvSlot		slot;
	BvUnits		sum;

	if (!bv_read_slot(budget, 0, table, &slot) || slot.busy ||
		slot.free < bv_slot_share(budget->limit, 0) || slot.free < BV_BUDGET_SLOTS)
		return;
	sum = slot.free;
	for (int number = BV_BUDGET_SLOTS - 1; number >= 0; number--)
	{
		BvUnits		share = bv_slot_share(sum, number);

		if (!bv_read_slot(budget, number, table, &slot) || slot.busy ||
			!bv_write_slot(budget, number, table, &slot, &share, false))
			elog(ERROR, "budget slot was changed while it was held");
	}
}

/*
 * There need not be a slot to give back to: all may be busy, or all but one closed.
 * Who waited for one could come to wait in a circle, with those who write to other
 * budgets in another order; so then it is put aside.
 */
void
bv_ledger_give(BvBudget *budget, int held, BvUnits amount)
{
	Relation	table = bv_open_slots(RowExclusiveLock);
	int			first = held >= 0 ? held : budget->slot;
	bool		closed = false;
	bool		given = false;

	for (int i = 0; i < BV_BUDGET_SLOTS && !given && !closed; i++)
	{
		int			number = (first + i) % BV_BUDGET_SLOTS;
		BvSlot		slot;
		BvUnits		sum;

		if (!bv_read_slot(budget, number, table, &slot))
			continue;
		closed = slot.closed;
		if (closed)
		{
			number = 0;			/* one for all */
			if (!bv_read_slot(budget, number, table, &slot))
				break;
		}
		sum = slot.free + amount;
		given = !slot.busy && bv_write_slot(budget, number, table, &slot, &sum, false);
	}
	if (!given)
		bv_put_aside(budget, table, amount);
	else if (closed)
	{
		(void) bv_fold_aside(budget, 0, table);
		open_closed(budget, table);
	}
	table_close(table, NoLock);
}

/* ---------- all of it ---------- */

bool
bv_ledger_close(BvBudget *budget, BvUnits *available)
{
	Relation	table = bv_open_slots(RowExclusiveLock);
	TimestampTz start = 0;
	BvUnits		sum = 0;

	for (int number = 0; number < BV_BUDGET_SLOTS;)
	{
		BvUnits		none = 0;
		BvSlot		slot;

		CHECK_FOR_INTERRUPTS();
		if (bv_read_slot(budget, number, table, &slot) && !slot.busy &&
			bv_write_slot(budget, number, table, &slot, number == 0 ? &none : NULL, false))
		{
			sum += slot.free;
			number++;
			continue;
		}
		if (pause_too_long(&start))
			return false;
	}
	*available = sum + bv_take_aside(budget, table);
	table_close(table, NoLock);
	return true;
}

void
bv_ledger_set_closed(BvBudget *budget, BvUnits available)
{
	Relation	table = bv_open_slots(RowExclusiveLock);
	BvSlot		slot;

	if (!bv_read_slot(budget, 0, table, &slot) ||
		!bv_write_slot(budget, 0, table, &slot, &available, false))
		elog(ERROR, "budget slot was changed while it was held");
	table_close(table, NoLock);
}
