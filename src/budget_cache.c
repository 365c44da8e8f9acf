/*
 * budget_cache.c: budgets by id, read from their tables and cached
 *
 * They are read by a fresh snapshot, as the system's own caches do.  What the
 * functions of budget.c and rows that are restored change is told by relcache
 * messages of the first table; a budget that became stale lives on to the end of
 * the transaction, for whoever is using it.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "budget.h"
#include "numeric.h"
#include "price_table.h"

/* Thrown away by the first look-up after a callback made it stale. */
static BvBudget *budgets;
static bool is_stale = true;
static Oid	table_oid;			/* of the first table; valid while not stale */

static void
relation_changed(Datum arg, Oid relid)
{
	if (relid == InvalidOid || relid == table_oid)
		is_stale = true;
}

void
bv_budget_cache_init(void)
{
	CacheRegisterRelcacheCallback(relation_changed, (Datum) 0);
}

void
bv_forget_budgets(void)
{
	CacheInvalidateRelcacheByRelid(bv_budget_table_oid(BV_BUDGET_TABLE));
	is_stale = true;
}

void
bv_reread_budgets(void)
{
	is_stale = true;
}

/* ---------- loading ---------- */

/* A budget that is read, and what was met of it. */
typedef struct Loading
{
	BvBudget   *budget;
	bool		found;
	List	   *ids;			/* of all, where no budget is wanted */
} Loading;

static void
load_budget_row(Relation table, HeapTuple row, void *arg)
{
	Loading    *loading = arg;
	BvBudget   *budget = loading->budget;
	char	   *id = bv_needed_text(table, row, "id");
	Datum		value;
	bool		is_null;

	if (budget == NULL)
		loading->ids = lappend(loading->ids, id);
	if (budget == NULL || strcmp(id, budget->id) != 0)
		return;
	loading->found = true;
	value = bv_column_value(table, row, "name", TEXTOID, &is_null);
	budget->name = is_null ? NULL : TextDatumGetCString(value);
	budget->by_mass = strcmp(bv_needed_text(table, row, "unit"), "mass") == 0;
	budget->limit = bv_datum_units(bv_needed_value(table, row, "limit_units", NUMERICOID));
	value = bv_column_value(table, row, "limit_records", INT8OID, &is_null);
	budget->limit_records = is_null ? -1 : DatumGetInt64(value);
	value = bv_column_value(table, row, "limit_value", NUMERICOID, &is_null);
	if (!is_null)
		bv_numeric_to_amount(DatumGetNumeric(value), &budget->limit_value, "limit_value");
	bv_numeric_to_amount(DatumGetNumeric(bv_needed_value(table, row, "warn_at", NUMERICOID)),
						 &budget->warn_at, "warn_at");
	budget->prices = bv_needed_text(table, row, "prices");
	budget->model = bv_kept_model(budget->prices);
	strlcpy(budget->model->name, bv_needed_text(table, row, "model"), NAMEDATALEN);
	bv_numeric_to_exponent(DatumGetNumeric(bv_needed_value(table, row, "exponent", NUMERICOID)),
						   &budget->model->exponent);
	budget->model->reference_records =
		DatumGetInt64(bv_needed_value(table, row, "reference_records", INT8OID));
	strlcpy(budget->model->currency, bv_needed_text(table, row, "currency"),
			sizeof(budget->model->currency));
	budget->price = DatumGetInt64(bv_needed_value(table, row, "price", INT8OID));
	budget->counted_at =
		DatumGetTimestampTz(bv_needed_value(table, row, "counted_at", TIMESTAMPTZOID));
	budget->restored = DatumGetBool(bv_needed_value(table, row, "restored", BOOLOID));
}

static void
load_member_row(Relation table, HeapTuple row, void *arg)
{
	BvBudget   *budget = ((Loading *) arg)->budget;
	BvBudgetMember *member;
	Datum	   *texts;
	int			count;

	if (strcmp(bv_needed_text(table, row, "budget"), budget->id) != 0)
		return;
	if (budget->member == NULL)
		budget->member = palloc(sizeof(BvBudgetMember));
	else
		budget->member = repalloc(budget->member,
								  (budget->member_count + 1) * sizeof(BvBudgetMember));
	member = &budget->member[budget->member_count++];
	member->relid = DatumGetObjectId(bv_needed_value(table, row, "relation", REGCLASSOID));
	budget->restored |= member->relid !=
		DatumGetObjectId(bv_needed_value(table, row, "relation_number", OIDOID));
	member->is_root = DatumGetBool(bv_needed_value(table, row, "is_root", BOOLOID));
	member->triggers = bv_needed_text(table, row, "triggers");
	deconstruct_array(DatumGetArrayTypePCopy(bv_needed_value(table, row, "labels", TEXTARRAYOID)),
					  TEXTOID, -1, false, TYPALIGN_INT, &texts, NULL, &count);
	member->label_count = count / 4;
	member->label = palloc(Max(count, 1) * sizeof(BvKeptLabel));
	for (int i = 0; i < member->label_count; i++)
	{
		member->label[i].attnum = pg_strtoint32(TextDatumGetCString(texts[i * 4]));
		member->label[i].column = TextDatumGetCString(texts[i * 4 + 1]);
		member->label[i].type = TextDatumGetCString(texts[i * 4 + 2]);
		member->label[i].label = TextDatumGetCString(texts[i * 4 + 3]);
	}
}

static void
read_table(BvBudgetTable which, BvRowReader reader, Loading *loading)
{
	Relation	table = table_open(bv_budget_table_oid(which), AccessShareLock);

	bv_read_rows(table, NULL, reader, loading);
	table_close(table, AccessShareLock);
}

/* The least number of units that is that share of the limit. */
static BvUnits
units_of_share(const BvBudget *budget)
{
	BvDecimal	share;
	BvDecimal	whole;
	__int128	units;

	bv_decimal_from_int128(&share, budget->limit);
	if (bv_decimal_multiply(&share, &share, &budget->warn_at) != BV_OK)
		return budget->limit;
	bv_decimal_truncate(&whole, &share);
	if (bv_decimal_to_int128(&whole, &units) != BV_OK)
		return budget->limit;
	return bv_decimal_compare(&whole, &share) < 0 ? units + 1 : units;
}

/* Reads a budget, in a child of the current memory context; NULL when there is none. */
static BvBudget *
load_budget(const char *id)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue budget",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	BvBudget   *budget = palloc0(sizeof(BvBudget));
	Loading		loading = {.budget = budget};
	BvDecimal	one;

	budget->context = context;
	strlcpy(budget->id, id, sizeof(budget->id));
	bv_decimal_from_int64(&one, 1);
	read_table(BV_BUDGET_TABLE, load_budget_row, &loading);
	if (loading.found)
	{
		read_table(BV_MEMBER_TABLE, load_member_row, &loading);
		for (int i = 0; i < budget->member_count; i++)
			budget->member[i].by_name = budget->restored;
		budget->is_rounded = bv_decimal_compare(&budget->model->exponent, &one) != 0;
		budget->slot = MyProcPid % BV_BUDGET_SLOTS;
		for (int i = 0; i < BV_BUDGET_SLOTS; i++)
			ItemPointerSetInvalid(&budget->place[i]);
		budget->warn_units = units_of_share(budget);
	}
	MemoryContextSwitchTo(caller);
	if (!loading.found)
	{
		MemoryContextDelete(context);
		return NULL;
	}
	return budget;
}

BvBudget *
bv_budget_by_id(const char *id)
{
	BvBudget   *budget;

	/* changes are heard of with new locks, but this transaction may have them all */
	AcceptInvalidationMessages();
	if (is_stale)
	{
		while (budgets != NULL)
		{
			MemoryContextSetParent(budgets->context, TopTransactionContext);
			budgets = budgets->next;
		}
		is_stale = false;		/* before reading: a message on the way makes it so again */
		table_oid = bv_budget_table_oid(BV_BUDGET_TABLE);
	}
	for (budget = budgets; budget != NULL; budget = budget->next)
	{
		if (strcmp(budget->id, id) == 0)
			return budget;
	}
	budget = strlen(id) < BV_BUDGET_ID_SIZE ? load_budget(id) : NULL;
	if (budget == NULL)
		return NULL;
	MemoryContextSetParent(budget->context, CacheMemoryContext);
	budget->next = budgets;
	budgets = budget;
	return budget;
}

List *
bv_budget_ids(void)
{
	Loading		loading = {0};

	read_table(BV_BUDGET_TABLE, load_budget_row, &loading);
	return loading.ids;
}

BvBudgetMember *
bv_budget_member(const BvBudget *budget, Oid relid)
{
	for (int i = 0; i < budget->member_count; i++)
	{
		if (budget->member[i].relid == relid)
			return &budget->member[i];
	}
	return NULL;
}
