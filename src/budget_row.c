/*
 * budget_row.c: what rows weigh against a budget
 *
 * Where rows of a table do not all weigh the same, only labelled columns are read,
 * and the weight of each set of columns that hold something is remembered.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/tableam.h"
#include "access/tupmacs.h"
#include "executor/executor.h"
#include "miscadmin.h"
#include "port/pg_bitutils.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "budget_weigher.h"

static inline bool
holds_something(const WeighedColumn *column, TupleTableSlot *slot)
{
	int			i = column->attnum - 1;

	return !slot->tts_isnull[i] && !(column->is_text && bv_is_blank_text(slot->tts_values[i]));
}

static pg_noinline void
look_up_kind(BvWeigher *weigher, uint64 columns, WeighedKind *kind)
{
	BvClassSet	classes = {{0}};

	for (int i = 0; i < weigher->count; i++)
	{
		if ((columns >> i) & 1)
			classes = bv_class_set_union(&classes, &weigher->column[i].classes);
	}
	kind->known = false;
	kind->columns = columns;
	kind->price = bv_budget_price(weigher->budget, &weigher->budget->names, &classes);
	kind->weight = bv_weight_of_price(weigher->budget, kind->price);
	kind->known = true;
}

/* Of which columns that hold something, the price is looked up. */
static inline WeighedKind *
kind_of_columns(BvWeigher *weigher, uint64 columns)
{
	WeighedKind *kind = &weigher->kind[(columns * UINT64CONST(0x9E3779B97F4A7C15) >> 32) % KINDS];

	if (!kind->known || kind->columns != columns)
		look_up_kind(weigher, columns, kind);
	return kind;
}

/* The same where values are looked at; it lasts until the next row. */
static WeighedKind *
kind_of_values(BvWeigher *weigher, TupleTableSlot *slot)
{
	WeighedKind *kind = &weigher->kind[0];
	BvClassSet	classes = {{0}};

	for (int i = 0; i < weigher->count; i++)
	{
		const WeighedColumn *column = &weigher->column[i];
		BvClassSet	held;

		if (column->rule == NULL ? !holds_something(column, slot) :
			slot->tts_isnull[column->attnum - 1])
			continue;
		held = column->rule == NULL ? column->classes :
			bv_held_by_rule(column->rule, slot->tts_values[column->attnum - 1]);
		classes = bv_class_set_union(&classes, &held);
	}
	kind->price = bv_budget_price(weigher->budget, &weigher->budget->names, &classes);
	kind->weight = bv_weight_of_price(weigher->budget, kind->price);
	return kind;
}

/*
 * Which columns of a row of a transition table hold something, a bit each.  Most need
 * no value but whether there is one, so that the row is read up to the last of text,
 * and only for it.  The caller sees to it that the row has them all.
 */
static inline uint64
columns_of_tuple(const BvWeigher *weigher, MinimalTuple tuple)
{
	const bits8 *nulls = (tuple->t_infomask & HEAP_HASNULL) != 0 ? tuple->t_bits : NULL;
	const char *at = (const char *) tuple - MINIMAL_TUPLE_OFFSET + tuple->t_hoff;
	uint64		columns = weigher->no_text;

	if (nulls != NULL)
	{
		for (uint64 rest = columns; rest != 0; rest &= rest - 1)
		{
			int			i = pg_rightmost_one_pos64(rest);

			if (att_isnull(weigher->column[i].attnum - 1, nulls))
				columns &= ~(UINT64CONST(1) << i);
		}
	}
	for (int i = 0; i < weigher->passed_count; i++)
	{
		const PassedColumn *passed = &weigher->passed[i];

		if (nulls != NULL && att_isnull(i, nulls))
			continue;
		/* a value of any length begins at once, if it is short, and behind zeros if not */
		if (passed->length > 0 || *at == 0)
			at = (const char *) TYPEALIGN(passed->alignment, at);
		if (passed->bit >= 0 && !bv_is_blank_text(PointerGetDatum(at)))
			columns |= UINT64CONST(1) << passed->bit;
		at += passed->length > 0 ? passed->length : VARSIZE_ANY(at);
	}
	return columns;
}

static inline WeighedKind *
kind_of_row(BvWeigher *weigher, TupleTableSlot *slot)
{
	uint64		columns = 0;

	if (weigher->last > 0)
		slot_getsomeattrs(slot, weigher->last);
	if (!weigher->is_simple)
		return kind_of_values(weigher, slot);
	for (int i = 0; i < weigher->count; i++)
		columns |= (uint64) holds_something(&weigher->column[i], slot) << i;
	return kind_of_columns(weigher, columns);
}

/* The kind of a row of a transition table. */
static inline WeighedKind *
kind_of_tuple(BvWeigher *weigher, TupleTableSlot *slot)
{
	MinimalTuple tuple = ((MinimalTupleTableSlot *) slot)->mintuple;

	/* what a row has not, as its column was added later, is in the catalogue */
	if (weigher->passed == NULL || HeapTupleHeaderGetNatts(tuple) < weigher->last)
		return kind_of_row(weigher, slot);
	return kind_of_columns(weigher, columns_of_tuple(weigher, tuple));
}

BvUnits
bv_weigh_row(BvWeigher *weigher, TupleTableSlot *slot)
{
	return weigher->is_even ? weigher->weight : kind_of_row(weigher, slot)->weight;
}

/* Sums of a few limits fit into 128 bits; more than that is over any. */
static inline void
add_units(BvUnits *sum, BvUnits units)
{
	*sum += units;
	if (*sum > BV_UNITS_MAX)
		*sum = BV_UNITS_MAX;
}

/* So many of the dearest. */
static BvUnits
weight_of_rows(const BvWeigher *weigher, int64 rows)
{
	return rows > 0 && weigher->weight > BV_UNITS_MAX / rows ? BV_UNITS_MAX :
		rows * weigher->weight;
}

/*
 * Rows are charged by the most that one can weigh also when they need not weigh
 * the same any more: then no update can add to them, and what is charged is no
 * less than what there is until all is counted anew.
 */
BvUnits
bv_weight_of_count(const BvWeigher *weigher, int64 rows)
{
	if (rows >= 0)
		return weight_of_rows(weigher, rows);
	return weigher->gives_back ? -weight_of_rows(weigher, -rows) : 0;
}

BvUnits
bv_weigh_rows(BvWeigher *weigher, Tuplestorestate *rows)
{
	MemoryContext scratch;
	MemoryContext caller;
	TupleTableSlot *slot;
	Relation	relation;
	BvUnits		sum = 0;
	int			since = 0;

	if (weigher->is_even)
		return weight_of_rows(weigher, tuplestore_tuple_count(rows));
	relation = RelationIdGetRelation(weigher->relid);
	slot = MakeSingleTupleTableSlot(RelationGetDescr(relation), &TTSOpsMinimalTuple);
	scratch = AllocSetContextCreate(CurrentMemoryContext, "breachvalue values",
									ALLOCSET_DEFAULT_SIZES);
	caller = MemoryContextSwitchTo(scratch);

	/* whoever else reads it has a pointer of his own, or begins anew as well */
	tuplestore_select_read_pointer(rows, 0);
	tuplestore_rescan(rows);
	for (;;)
	{
		bool		more;

		/* the slot's rows are freed with it, not with what rules leave behind */
		MemoryContextSwitchTo(caller);
		more = tuplestore_gettupleslot(rows, true, false, slot);
		MemoryContextSwitchTo(scratch);
		if (!more)
			break;
		add_units(&sum, kind_of_tuple(weigher, slot)->weight);
		if (!weigher->is_simple || ++since == 1024)
		{
			CHECK_FOR_INTERRUPTS();
			MemoryContextReset(scratch);
			since = 0;
		}
	}
	MemoryContextSwitchTo(caller);
	ExecDropSingleTupleTableSlot(slot);
	MemoryContextDelete(scratch);
	RelationClose(relation);
	return sum;
}

BvUnits
bv_weigh_table(BvWeigher *weigher, Relation relation, Snapshot snapshot, HTAB *counts)
{
	MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext, "breachvalue values",
												  ALLOCSET_DEFAULT_SIZES);
	TupleTableSlot *slot = table_slot_create(relation, NULL);
	TableScanDesc scan = table_beginscan(relation, snapshot, 0, NULL);
	MemoryContext caller = MemoryContextSwitchTo(scratch);
	BvUnits		sum = 0;

	while (table_scan_getnextslot(scan, ForwardScanDirection, slot))
	{
		CHECK_FOR_INTERRUPTS();
		if (counts != NULL)
		{
			int64		price = kind_of_row(weigher, slot)->price;
			bool		found;
			BvPriceCount *entry = hash_search(counts, &price, HASH_ENTER, &found);

			entry->records = found ? entry->records + 1 : 1;
		}
		add_units(&sum, bv_weigh_row(weigher, slot));
		if (!weigher->is_simple)
			MemoryContextReset(scratch);
	}
	MemoryContextSwitchTo(caller);
	table_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
	MemoryContextDelete(scratch);
	return sum;
}
