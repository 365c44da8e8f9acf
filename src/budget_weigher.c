/*
 * budget_weigher.c: what is known of the rows of a table that a budget counts
 *
 * Where NOT NULL and types say that every row weighs the same, rows are counted:
 * by PostgreSQL's own counters, if the triggers are such (budget_count.c).
 * Elsewhere it is known of each labelled column what it holds, by the labels and
 * prices that the budget keeps.
 */
#include "postgres.h"

#include "catalog/pg_class.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"

#include "budget_weigher.h"
#include "kind_price.h"
#include "named_class.h"
#include "numeric.h"
#include "value.h"

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

static int
bytes_of_alignment(char alignment)
{
	switch (alignment)
	{
		case TYPALIGN_CHAR:
			return 1;
		case TYPALIGN_SHORT:
			return ALIGNOF_SHORT;
		case TYPALIGN_INT:
			return ALIGNOF_INT;
		default:
			return ALIGNOF_DOUBLE;
	}
}

/* How rows are gone over to see which labelled columns hold something. */
static void
plan_passing(BvWeigher *weigher, TupleDesc descriptor)
{
	PassedColumn *passed;

	for (int i = 0; i < weigher->count; i++)
	{
		if (weigher->column[i].is_text)
			weigher->passed_count = Max(weigher->passed_count, weigher->column[i].attnum);
		else
			weigher->no_text |= UINT64CONST(1) << i;
	}
	passed = palloc(Max(weigher->passed_count, 1) * sizeof(PassedColumn));
	for (int i = 0; i < weigher->passed_count; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(descriptor, i);

		passed[i].length = attribute->attlen;
		passed[i].alignment = bytes_of_alignment(attribute->attalign);
		passed[i].bit = -1;
		if (attribute->attlen < -1)
			return;				/* a C string, which no table has */
	}
	for (int i = 0; i < weigher->count; i++)
	{
		if (weigher->column[i].is_text)
			passed[weigher->column[i].attnum - 1].bit = i;
	}
	weigher->passed = passed;
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
	if (weigher->is_simple)
		plan_passing(weigher, RelationGetDescr(relation));

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
