/* budget.c: setting, recounting and dropping budgets */
#include "postgres.h"

#include "access/table.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "tcop/utility.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "budget.h"
#include "numeric.h"
#include "value.h"

/* ---------- counting ---------- */

/* Adds the classes that every row of a member holds, and that any can. */
static void
add_classes(BvBudget *budget, const BvBudgetMember *member, BvClassSet *every, BvClassSet *any)
{
	Relation	relation = table_open(member->relid, NoLock);

	bv_classes_of_rows(relation, member, &budget->names, every, any);
	table_close(relation, NoLock);
}

/* Keeps the prices of a model that rows of the members can have. */
static void
keep_prices(BvBudget *budget, const BvModel *model)
{
	BvClassSet	every = {{0}};
	BvClassSet	possible = {{0}};

	for (int i = 0; i < budget->member_count; i++)
	{
		if (budget->member[i].is_root)
			add_classes(budget, &budget->member[i], &every, &possible);
	}
	budget->prices = bv_model_prices(model, &budget->names, &possible);
	budget->model = bv_kept_model(budget->prices);
	strlcpy(budget->model->name, model->name, NAMEDATALEN);
	budget->model->exponent = model->exponent;
	budget->model->reference_records = model->reference_records;
	strlcpy(budget->model->currency, model->currency, sizeof(budget->model->currency));
}

/* Settles what is counted: records where all rows have one price, or records were asked for. */
static void
settle_unit(BvBudget *budget)
{
	bool		one_price = true;
	int64		price = -1;

	for (int i = 0; i < budget->member_count; i++)
	{
		BvClassSet	every = {{0}};
		BvClassSet	any = {{0}};
		int64		most;

		if (!budget->member[i].is_root)
			continue;
		add_classes(budget, &budget->member[i], &every, &any);
		most = bv_budget_price(budget, &budget->names, &any);
		one_price &= bv_have_one_price(budget, &budget->names, &every, &any) &&
			(price < 0 || price == most);
		price = Max(price, most);
	}
	budget->price = price;
	budget->by_mass = budget->limit_records < 0 && !(one_price && price > 0);
}

/* The limit in units: rounded down, so that it is never more than was meant. */
static void
settle_limit(BvBudget *budget)
{
	BvDecimal	amount;
	BvDecimal	value;
	int64		records;

	if (budget->limit_records >= 0)
		budget->limit = budget->limit_records;
	else if (budget->by_mass)
	{
		bv_check_status(bv_mass(&budget->limit_value, &budget->model->exponent, 60, &amount));
		budget->limit = bv_units_of_mass(&amount, false);
		if (budget->limit >= BV_UNITS_MAX)
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("value of a budget is out of range"),
					 errdetail("Its mass must be less than 10^18.")));
	}
	else
	{
		bv_decimal_from_int64(&amount, budget->price);
		bv_check_status(bv_decimal_shift(&amount, &amount, -9));
		bv_check_status(bv_max_records(&budget->limit_value, &amount, &budget->model->exponent,
									   budget->model->reference_records, &records));

		/* who gives what value() says of so many records means these, however it was rounded */
		bv_check_status(bv_value(&amount, records + 1, &budget->model->exponent,
								 budget->model->reference_records, &value));
		budget->limit = bv_decimal_compare(&value, &budget->limit_value) <= 0 ? records + 1 : records;
	}
}

/*
 * All rows of all members, by what is committed now and what we have written: so
 * that is charged.
 */
static BvUnits
count_members(BvBudget *budget)
{
	Snapshot	snapshot = RegisterSnapshot(GetLatestSnapshot());
	BvUnits		used = 0;

	for (int i = 0; i < budget->member_count; i++)
	{
		Relation	relation = table_open(budget->member[i].relid, NoLock);

		if (RELKIND_HAS_TABLE_AM(relation->rd_rel->relkind))
			used += bv_weigh_table(bv_weigher(budget, &budget->member[i], relation), relation,
								   snapshot, NULL);
		if (bv_goes_by_count(budget, relation))
			bv_set_counted(budget, budget->member[i].relid, bv_rows_written(relation));
		table_close(relation, NoLock);
	}
	UnregisterSnapshot(snapshot);
	return used;
}

/* Of all its tables that are there. */
static void
require_owner_of_all(const BvBudget *budget)
{
	for (int i = 0; i < budget->member_count; i++)
	{
		if (get_rel_name(budget->member[i].relid) != NULL)
			bv_require_owner(budget->member[i].relid);
	}
}

/*
 * Puts a budget into force: counts what its tables hold, under today's labels and
 * the prices of the model, and writes it all down in place of what there was.
 */
static void
put_in_force(BvBudget *budget, List *roots, const char *model_name)
{
	BvBudget   *before = budget->id[0] == '\0' ? NULL : bv_budget_by_id(budget->id);
	BvBudget   *stored;
	BvUnits		used;

	/* tables that left it may still be written to, and charge it */
	if (before != NULL)
	{
		require_owner_of_all(before);
		bv_lock_members(before, BV_COUNT_LOCK);
	}
	budget->context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue budget",
											ALLOCSET_SMALL_SIZES);
	bv_add_members(budget, roots);
	keep_prices(budget, model_name == NULL ? bv_current_model() : bv_model_by_name(model_name));
	settle_unit(budget);
	settle_limit(budget);
	if (before == NULL)
	{
		uint64		number;

		if (!pg_strong_random(&number, sizeof(number)))
			ereport(ERROR,
					(errcode(ERRCODE_INTERNAL_ERROR),
					 errmsg("could not generate random values")));
		snprintf(budget->id, sizeof(budget->id), "%016llx", (unsigned long long) number);
	}
	else
	{
		bv_drop_triggers(before, budget);
		bv_delete_budget(budget->id);
	}
	bv_set_triggers(budget);
	bv_insert_budget(budget);
	stored = bv_budget_by_id(budget->id);
	used = count_members(stored);
	bv_insert_slots(stored, used);
	bv_forget_lease(stored);
	if (bv_is_over(stored, used))
		ereport(WARNING,
				(errmsg("%s is over its budget", bv_budget_title(stored)),
				 errdetail("It holds %s, and the budget is %s.", bv_describe_units(stored, used),
						   bv_describe_units(stored, stored->limit)),
				 errhint("Records can be deleted, but none added until it is within its budget.")));
}

/* ---------- finding budgets ---------- */

static List *
roots_of(const BvBudget *budget)
{
	List	   *roots = NIL;

	for (int i = 0; i < budget->member_count; i++)
	{
		if (budget->member[i].is_root && get_rel_name(budget->member[i].relid) != NULL)
			roots = lappend_oid(roots, budget->member[i].relid);
	}
	return roots;
}

/* The budget of a store, or with name NULL that of one table. */
static BvBudget *
find_budget(const char *name, Oid relid)
{
	List	   *ids = bv_budget_ids();
	ListCell   *cell;

	foreach(cell, ids)
	{
		BvBudget   *budget = bv_budget_by_id(lfirst(cell));

		if (budget == NULL || (budget->name == NULL) != (name == NULL))
			continue;
		if (name != NULL ? strcmp(budget->name, name) == 0 :
			list_member_oid(roots_of(budget), relid))
			return budget;
	}
	return NULL;
}

/* Two who set the same budget at once would make two of it. */
static void
begin_change(const char *function)
{
	PreventCommandIfReadOnly(function);
	PreventCommandIfParallelMode(function);
	LockRelationOid(bv_budget_table_oid(BV_BUDGET_TABLE), ShareRowExclusiveLock);
}

/* Budgets of tables that are no more. */
static void
sweep(void)
{
	List	   *ids = bv_budget_ids();
	ListCell   *cell;

	foreach(cell, ids)
	{
		BvBudget   *budget = bv_budget_by_id(lfirst(cell));

		if (budget != NULL && roots_of(budget) == NIL)
			bv_delete_budget(lfirst(cell));
	}
}

/* ---------- functions ---------- */

static Datum
needed_argument(FunctionCallInfo fcinfo, int number, const char *name)
{
	if (PG_ARGISNULL(number))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be null", name)));
	return PG_GETARG_DATUM(number);
}

static void
read_warn_at(FunctionCallInfo fcinfo, int number, BvBudget *budget)
{
	BvDecimal	one;

	bv_numeric_to_amount(DatumGetNumeric(needed_argument(fcinfo, number, "warn_at")),
						 &budget->warn_at, "warn_at");
	bv_decimal_from_int64(&one, 1);
	if (bv_decimal_is_zero(&budget->warn_at) || bv_decimal_compare(&budget->warn_at, &one) > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("warn_at must be greater than 0 and at most 1")));
}

PG_FUNCTION_INFO_V1(breachvalue_set_budget);
Datum
breachvalue_set_budget(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(needed_argument(fcinfo, 0, "relation"));
	BvBudget   *budget = palloc0(sizeof(BvBudget));
	BvBudget   *before;

	if (PG_ARGISNULL(1) == PG_ARGISNULL(2))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a budget is either of records or of value"),
				 errhint("Give one of records and value.")));
	budget->limit_records = PG_ARGISNULL(1) ? -1 : PG_GETARG_INT64(1);
	if (!PG_ARGISNULL(1) &&
		(budget->limit_records < 0 || budget->limit_records > BV_RECORDS_MAX))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("records must be between 0 and %lld, not %lld",
						(long long) BV_RECORDS_MAX, (long long) budget->limit_records)));
	if (!PG_ARGISNULL(2))
		bv_numeric_to_amount(PG_GETARG_NUMERIC(2), &budget->limit_value, "value");
	read_warn_at(fcinfo, 3, budget);
	begin_change("set_budget()");
	bv_require_owner(relid);
	sweep();
	before = find_budget(NULL, relid);
	if (before != NULL)
		strlcpy(budget->id, before->id, sizeof(budget->id));
	put_in_force(budget, list_make1_oid(relid), NULL);
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(breachvalue_set_store_budget);
Datum
breachvalue_set_store_budget(PG_FUNCTION_ARGS)
{
	char	   *name = text_to_cstring(DatumGetTextPP(needed_argument(fcinfo, 0, "name")));
	ArrayType  *relations = DatumGetArrayTypeP(needed_argument(fcinfo, 1, "relations"));
	BvBudget   *budget = palloc0(sizeof(BvBudget));
	BvBudget   *before;
	List	   *roots = NIL;
	Datum	   *values;
	bool	   *nulls;
	int			count;

	if (*name == '\0' || strlen(name) >= NAMEDATALEN)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("name must have between 1 and %d bytes", NAMEDATALEN - 1)));
	deconstruct_array(relations, REGCLASSOID, sizeof(Oid), true, TYPALIGN_INT, &values, &nulls,
					  &count);
	for (int i = 0; i < count; i++)
	{
		if (nulls[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("relations must not contain a null")));
		roots = lappend_oid(roots, DatumGetObjectId(values[i]));
	}
	if (roots == NIL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("relations must name a table")));
	budget->name = name;
	budget->limit_records = -1;
	bv_numeric_to_amount(DatumGetNumeric(needed_argument(fcinfo, 2, "value")),
						 &budget->limit_value, "value");
	read_warn_at(fcinfo, 3, budget);
	begin_change("set_store_budget()");
	sweep();
	before = find_budget(name, InvalidOid);
	if (before != NULL)
		strlcpy(budget->id, before->id, sizeof(budget->id));
	put_in_force(budget, roots, NULL);
	PG_RETURN_VOID();
}

/* Takes a budget away, and its triggers. */
static void
drop_budget(BvBudget *budget)
{
	require_owner_of_all(budget);
	bv_lock_members(budget, AccessExclusiveLock);
	bv_drop_triggers(budget, NULL);
	bv_delete_budget(budget->id);
	sweep();
}

PG_FUNCTION_INFO_V1(breachvalue_drop_budget);
Datum
breachvalue_drop_budget(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(needed_argument(fcinfo, 0, "relation"));
	BvBudget   *budget;

	begin_change("drop_budget()");
	bv_require_owner(relid);
	budget = find_budget(NULL, relid);
	if (budget == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("table \"%s\" has no budget of its own", get_rel_name(relid)),
				 errhint("View breachvalue.budgets lists all budgets.")));
	drop_budget(budget);
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(breachvalue_drop_store_budget);
Datum
breachvalue_drop_store_budget(PG_FUNCTION_ARGS)
{
	char	   *name = text_to_cstring(DatumGetTextPP(needed_argument(fcinfo, 0, "name")));
	BvBudget   *budget;

	begin_change("drop_store_budget()");
	budget = find_budget(name, InvalidOid);
	if (budget == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("there is no store budget \"%s\"", name),
				 errhint("View breachvalue.budgets lists all budgets.")));
	drop_budget(budget);
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(breachvalue_recount_budget);
Datum
breachvalue_recount_budget(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(needed_argument(fcinfo, 0, "relation"));
	List	   *ids;
	ListCell   *cell;
	bool		found = false;

	begin_change("recount_budget()");
	bv_require_owner(relid);
	ids = bv_budget_ids();
	foreach(cell, ids)
	{
		BvBudget   *before = bv_budget_by_id(lfirst(cell));
		BvBudget   *budget;
		bool		concerned = false;

		for (int i = 0; before != NULL && i < before->member_count; i++)
			concerned |= before->member[i].relid == relid;
		if (!concerned)
			continue;
		found = true;

		/* what was set stays as it was set: the model by its name, whatever the session's is */
		budget = palloc0(sizeof(BvBudget));
		strlcpy(budget->id, before->id, sizeof(budget->id));
		budget->name = before->name;
		budget->limit_records = before->limit_records;
		budget->limit_value = before->limit_value;
		budget->warn_at = before->warn_at;
		put_in_force(budget, roots_of(before), before->model->name);
	}
	if (!found)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("table \"%s\" has no budget", get_rel_name(relid)),
				 errhint("View breachvalue.budgets lists all budgets.")));
	PG_RETURN_VOID();
}
