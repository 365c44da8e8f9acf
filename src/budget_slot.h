/* budget_slot.h: what is free of a budget, as rows that are read and changed without waiting */
#ifndef BV_BUDGET_SLOT_H
#define BV_BUDGET_SLOT_H

#include "storage/itemptr.h"
#include "utils/relcache.h"

#include "budget.h"

/* A slot as it was read. */
typedef struct BvSlot
{
	ItemPointerData place;
	bool		busy;			/* an open transaction has changed it: this is from before */
	bool		closed;			/* go by slot 0 */
	BvUnits		free;
} BvSlot;

extern Relation bv_open_slots(LOCKMODE mode);

/* Reads a slot as it is now; false when it is not to be found. */
extern bool bv_read_slot(BvBudget *budget, int number, Relation table, BvSlot *slot);

/*
 * Changes a slot that was read, to an amount or, with NULL, to closed; false when
 * somebody else was there before.  Waits for the transaction that has it, if so
 * asked, and then it may have changed.
 */
extern bool bv_write_slot(BvBudget *budget, int number, Relation table, const BvSlot *slot,
						  const BvUnits *amount, bool wait);

/* What all slots will have when the transactions that have them now commit. */
extern BvUnits bv_left_in_slots(const BvBudget *budget, Relation table);

/* What transactions that have ended put aside. */
extern BvUnits bv_sum_aside(const BvBudget *budget, Relation table);

/* Puts an amount aside, for which there is no slot: nobody waits for anybody. */
extern void bv_put_aside(const BvBudget *budget, Relation table, BvUnits amount);

/*
 * Takes all that was put aside away, and returns it: by somebody who has a slot,
 * so that whoever has all slots knows that no one else has taken anything.
 */
extern BvUnits bv_take_aside(const BvBudget *budget, Relation table);

/* Puts it into a slot that nobody has; false when somebody has it, or it is closed. */
extern bool bv_fold_aside(BvBudget *budget, int number, Relation table);

#endif							/* BV_BUDGET_SLOT_H */
