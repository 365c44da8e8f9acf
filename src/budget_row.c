/*
 * budget_row.c: what rows weigh against a budget, by the labels and prices it keeps
 *
 * Where NOT NULL and types say that every row weighs the same, rows are counted:
 * by PostgreSQL's own counters, if the triggers are such (budget_count.c).
 * Elsewhere only labelled columns are read, and the weight of each set of
 * columns that hold something is remembered.
 */
#include "postgres.h"

#include "access/tableam.h"
#include "catalog/pg_class.h"
#include "executor/executor.h"
#include "lib/ilist.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"

#include "budget.h"
#include "held.h"
#include "kind_price.h"
#include "named_class.h"
#include "numeric.h"
#include "value.h"

/* Kinds of row that are remembered; a power of two. */
#define KINDS	64

/* Columns that can be told apart by the bits of a word. */
#define BITS	64

typedef struct WeighedColumn
{
	AttrNumber	attnum;
	bool		is_text;		/* white space alone is nothing */
	BvHeldRule *rule;			/* its values have to be looked at, or NULL */
	BvClassSet	classes;
	BvClassSet	possible;		/* these, and what may be within its values */
} WeighedColumn;

/* Columns that hold something, and what such a row weighs. */
typedef struct WeighedKind
{
	bool		known;
	uint64		columns;
	int64		price;
	BvUnits		weight;
} WeighedKind;

struct BvWeigher
{
	BvBudget   *budget;
	Oid			relid;
	bool		valid;			/* until the relation changes */
	bool		is_even;		/* every row weighs the same, */
	int64		price;			/* and has this price, */
	BvUnits		weight;
	bool		by_count;		/* no statement has its rows, only how many */
	bool		gives_back;		/* for rows that go, by count */
	bool		is_simple;		/* at most 64 columns, and none with a rule */
	AttrNumber	last;			/* the last labelled column */
	int			count;
	WeighedColumn *column;
	WeighedKind kind[KINDS];
	MemoryContext context;
	BvWeigher  *next;			/* of this budget */
	dlist_node	node;			/* among all there are */
	MemoryContextCallback forget;
};

/* All weighers, to be told of changes of their relations; they leave with their memory. */
static dlist_head weighers = DLIST_STATIC_INIT(weighers);
static bool is_registered = false;

typedef struct Weight
{
	int64		price;			/* the key */
	BvUnits		units;
} Weight;

/* ---------- weights of prices ---------- */

BvUnits
bv_weight_of_price(BvBudget *budget, int64 price)
{
	Weight	   *weight;
	bool		found;

	if (price == 0)
		return 0;
	if (!budget->by_mass)
		return 1;
	if (budget->weights == NULL)
	{
		HASHCTL		control = {
			.keysize = sizeof(int64),
			.entrysize = sizeof(Weight),
			.hcxt = budget->context
		};

		budget->weights = hash_create("breachvalue weights", 64, &control,
									  HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	}
	weight = hash_search(budget->weights, &price, HASH_FIND, NULL);
	if (weight == NULL)
	{
		BvPricedRecords record = {.records = 1, .total = price};
		BvDecimal	mass;
		BvStatus	status = bv_mass_of_kinds(&record, 1, &budget->model->exponent,
											  budget->model->reference_records, &mass);

		/* beyond all limits that there can be */
		if (status != BV_OK && status != BV_OUT_OF_RANGE)
			bv_check_status(status);
		weight = hash_search(budget->weights, &price, HASH_ENTER, &found);
		weight->units = status == BV_OK ? bv_units_of_mass(&mass, true) : BV_UNITS_MAX;
	}
	return weight->units;
}

int64
bv_budget_price(const BvBudget *budget, const BvNameTable *table, const BvClassSet *classes)
{
	BvNames		names = bv_name_table_names(table);
	BvMeanings	meanings;

	if (!bv_class_set_has_names(classes))
		return bv_record_price(budget->model, classes);
	bv_read_kept_meanings(&names, budget->prices, &meanings);
	return bv_kind_price(budget->model, &meanings, classes);
}

/* ---------- weighers ---------- */

static void
relation_changed(Datum arg, Oid relid)
{
	dlist_iter	cell;

	dlist_foreach(cell, &weighers)
	{
		BvWeigher  *weigher = dlist_container(BvWeigher, node, cell.cur);

		if (relid == InvalidOid || relid == weigher->relid)
			weigher->valid = false;
	}
}

static void
leave(void *arg)
{
	dlist_delete(&((BvWeigher *) arg)->node);
}

/*
 * The column that a kept label is of; InvalidAttrNumber when it is no more.  Columns
 * that are renamed keep their numbers, those that are restored their names.
 */
static AttrNumber
column_of(Relation relation, const BvBudgetMember *member, const BvKeptLabel *label)
{
	TupleDesc	descriptor = RelationGetDescr(relation);
	AttrNumber	by_name = get_attnum(RelationGetRelid(relation), label->column);
	bool		is_there = label->attnum > 0 && label->attnum <= descriptor->natts &&
		!TupleDescAttr(descriptor, label->attnum - 1)->attisdropped;

	if (by_name != InvalidAttrNumber && (member->by_name || !is_there))
		return by_name;
	return is_there ? label->attnum : InvalidAttrNumber;
}

/* Reads a kept label as it is now; false when it says nothing any more. */
static bool
read_column(Relation relation, const BvBudgetMember *member, const BvKeptLabel *kept,
			BvNameTable *names, WeighedColumn *column)
{
	BvColumnLabel label;
	Oid			type;
	char	   *detail;

	column->attnum = column_of(relation, member, kept);
	if (column->attnum == InvalidAttrNumber)
		return false;
	type = TupleDescAttr(RelationGetDescr(relation), column->attnum - 1)->atttypid;
	if (!bv_label_holds(bv_read_label(kept->label, type, &label, &detail)))
		return false;
	column->classes = bv_name_label_classes(names, &label);
	column->possible = bv_name_possible_classes(names, &label);
	column->rule = bv_held_rule(label.plain ? NULL : kept->label, &column->classes, type, names);
	column->is_text = bv_blank_of_type(type) == BV_BLANK_TEXT;
	return !bv_class_set_is_empty(&column->possible);
}

/* Adds the classes of a column to those that every row holds, and that any can. */
static void
add_classes(Relation relation, const WeighedColumn *column, BvClassSet *every, BvClassSet *any)
{
	if (BV_IS_NEVER_NULL(RelationGetDescr(relation), column->attnum - 1) && column->rule == NULL &&
		!column->is_text)
		*every = bv_class_set_union(every, &column->classes);
	*any = bv_class_set_union(any, &column->possible);
}

void
bv_classes_of_rows(Relation relation, const BvBudgetMember *member, BvNameTable *names,
				   BvClassSet *every, BvClassSet *any)
{
	WeighedColumn column;

	for (int i = 0; i < member->label_count; i++)
	{
		if (read_column(relation, member, &member->label[i], names, &column))
			add_classes(relation, &column, every, any);
	}
}

/*
 * All rows that hold no class but of those, and all of every, are worth the same or
 * nothing: either every row has the price of the most that one can hold, or each
 * class alone has, but for some that are worth nothing even together.
 */
bool
bv_have_one_price(const BvBudget *budget, const BvNameTable *names, const BvClassSet *every,
				  const BvClassSet *any)
{
	int64		most = bv_budget_price(budget, names, any);
	BvClassSet	worthless = {{0}};

	if (bv_budget_price(budget, names, every) == most)
		return true;
	for (int n = bv_class_set_next(any, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(any, n))
	{
		BvClassSet	single = {{0}};
		int64		price;

		bv_class_set_add(&single, n);
		price = bv_budget_price(budget, names, &single);
		if (price == 0)
			bv_class_set_add(&worthless, n);
		else if (price != most)
			return false;
	}
	return bv_budget_price(budget, names, &worthless) == 0;
}

static BvWeigher *
make_weigher(BvBudget *budget, const BvBudgetMember *member, Relation relation)
{
	MemoryContext context = AllocSetContextCreate(budget->context, "breachvalue weigher",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	BvWeigher  *weigher = palloc0(sizeof(BvWeigher));
	BvClassSet	every = {{0}};
	BvClassSet	any = {{0}};
	int64		least;
	int64		most;

	weigher->budget = budget;
	weigher->relid = RelationGetRelid(relation);
	weigher->context = context;
	weigher->is_simple = true;

	/* a message that comes on the way makes it invalid again */
	weigher->valid = true;
	dlist_push_head(&weighers, &weigher->node);
	weigher->forget.func = leave;
	weigher->forget.arg = weigher;
	MemoryContextRegisterResetCallback(context, &weigher->forget);
	weigher->column = palloc(Max(member->label_count, 1) * sizeof(WeighedColumn));
	for (int i = 0; i < member->label_count; i++)
	{
		WeighedColumn *column = &weigher->column[weigher->count];

		if (!read_column(relation, member, &member->label[i], &budget->names, column))
			continue;
		add_classes(relation, column, &every, &any);
		weigher->last = Max(weigher->last, column->attnum);
		weigher->is_simple &= column->rule == NULL && weigher->count < BITS;
		weigher->count++;
	}

	/*
	 * Whoever holds more is worth no less, so all between have the price of both
	 * ends; but rows of children come by their parent, and NOT NULL may end with it.
	 */
	least = bv_budget_price(budget, &budget->names, &every);
	most = bv_budget_price(budget, &budget->names, &any);
	weigher->price = most;
	weigher->weight = bv_weight_of_price(budget, most);
	weigher->is_even = bv_weight_of_price(budget, least) == weigher->weight &&
		(relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE || !relation->rd_rel->relhassubclass);

	/* what goes through a parent was charged to nobody, or is given back by its triggers */
	weigher->by_count = bv_goes_by_count(budget, relation);
	weigher->gives_back = weigher->by_count && !bv_is_below(relation);
	MemoryContextSwitchTo(caller);
	return weigher;
}

BvWeigher *
bv_weigher(BvBudget *budget, const BvBudgetMember *member, Relation relation)
{
	BvWeigher **link = &budget->weighers;
	BvWeigher  *weigher;

	if (!is_registered)
	{
		CacheRegisterRelcacheCallback(relation_changed, (Datum) 0);
		is_registered = true;
	}
	while ((weigher = *link) != NULL)
	{
		if (weigher->relid == RelationGetRelid(relation))
		{
			if (weigher->valid)
				return weigher;

			/* somebody may be using it */
			*link = weigher->next;
			MemoryContextSetParent(weigher->context, TopTransactionContext);
			continue;
		}
		link = &weigher->next;
	}
	weigher = make_weigher(budget, member, relation);
	weigher->next = budget->weighers;
	budget->weighers = weigher;
	return weigher;
}

bool
bv_is_even(const BvWeigher *weigher)
{
	return weigher->is_even;
}

bool
bv_gives_back(const BvWeigher *weigher)
{
	return weigher->gives_back;
}

bool
bv_weighs_count(const BvWeigher *weigher)
{
	return weigher->by_count;
}

/* ---------- rows ---------- */

static inline bool
holds_something(const WeighedColumn *column, TupleTableSlot *slot)
{
	int			i = column->attnum - 1;

	return !slot->tts_isnull[i] && !(column->is_text && bv_is_blank_text(slot->tts_values[i]));
}

/* Of which columns that hold something, the price is looked up. */
static WeighedKind *
kind_of_columns(BvWeigher *weigher, uint64 columns)
{
	WeighedKind *kind = &weigher->kind[(columns * UINT64CONST(0x9E3779B97F4A7C15) >> 32) % KINDS];

	if (!kind->known || kind->columns != columns)
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
		add_units(&sum, kind_of_row(weigher, slot)->weight);
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
