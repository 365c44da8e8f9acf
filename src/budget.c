/* budget.c: setting, recounting and dropping budgets */
#include "postgres.h"

#include "access/table.h"
#include "access/xact.h"
#include "catalog/catalog.h"
#include "catalog/namespace.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "tcop/utility.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"

#include "budget.h"
#include "numeric.h"
#include "own_function.h"
#include "value.h"

/* Nobody writes while rows are counted; reading goes on. */
#define COUNT_LOCK	ShareRowExclusiveLock

/* ---------- who may, and what on ---------- */

static void
require_owner(Oid relid)
{
	if (get_rel_name(relid) == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	if (!object_ownercheck(RelationRelationId, relid, GetUserId()))
		aclcheck_error(ACLCHECK_NOT_OWNER, get_relkind_objtype(get_rel_relkind(relid)),
					   get_rel_name(relid));
}

/* Can triggers see what is written to it? */
static void
require_table(Oid relid, bool is_root)
{
	Relation	relation = table_open(relid, NoLock);
	const char *name = RelationGetRelationName(relation);
	char		kind = relation->rd_rel->relkind;

	if (is_root && kind != RELKIND_RELATION && kind != RELKIND_PARTITIONED_TABLE)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("cannot set a budget on \"%s\"", name),
				 errdetail("Budgets are kept by triggers on tables and partitioned tables.")));
	if (kind == RELKIND_FOREIGN_TABLE)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("cannot set a budget on a table with a foreign table below it"),
				 errdetail("Triggers cannot see what is written to foreign table \"%s\".", name)));
	if (relation->rd_rel->relpersistence == RELPERSISTENCE_TEMP)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("cannot set a budget on temporary table \"%s\"", name)));
	if (IsCatalogRelation(relation) ||
		get_namespace_oid("breachvalue", false) == RelationGetNamespace(relation))
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("cannot set a budget on system table \"%s\"", name)));
	table_close(relation, NoLock);
}

void
bv_keep_labels(BvBudgetMember *member, Oid root)
{
	BvLabels   *labels = bv_copy_labels(bv_labels_of(root));

	member->label_count = labels->count;
	member->label = palloc(Max(labels->count, 1) * sizeof(BvKeptLabel));
	for (int i = 0; i < labels->count; i++)
	{
		BvKeptLabel *kept = &member->label[i];

		kept->column = get_attname(root, labels->column[i].attnum, false);
		kept->attnum = get_attnum(member->relid, kept->column);
		kept->type = format_type_be_qualified(labels->column[i].type);
		kept->label = pstrdup(labels->column[i].label.text);
	}
}

/* Triggers cannot see what is computed when it is read. */
static void
require_stored(Relation relation, const BvBudgetMember *member)
{
	for (int i = 0; i < member->label_count; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(RelationGetDescr(relation),
													member->label[i].attnum - 1);

		if (attribute->attgenerated == 'v')
			ereport(ERROR,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("cannot set a budget on a table with a label on virtual column \"%s\"",
							NameStr(attribute->attname))));
	}
}

/* Locks tables and all below them, and makes them the members of a budget. */
static void
add_members(BvBudget *budget, List *roots)
{
	ListCell   *cell;

	foreach(cell, roots)
	{
		Oid			root = lfirst_oid(cell);
		List	   *tree;
		ListCell   *below;

		require_owner(root);
		tree = find_all_inheritors(root, COUNT_LOCK, NULL);
		require_owner(root);	/* whose it is may have changed before the lock */
		foreach(below, tree)
		{
			BvBudgetMember *member;
			Relation	relation;

			require_table(lfirst_oid(below), lfirst_oid(below) == root);
			for (int i = 0; i < budget->member_count; i++)
			{
				if (budget->member[i].relid == lfirst_oid(below))
					ereport(ERROR,
							(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
							 errmsg("table \"%s\" is named twice", get_rel_name(lfirst_oid(below))),
							 errdetail("Partitions and children are in the budget of their parent.")));
			}
			budget->member = budget->member == NULL ? palloc(sizeof(BvBudgetMember)) :
				repalloc(budget->member, (budget->member_count + 1) * sizeof(BvBudgetMember));
			member = &budget->member[budget->member_count++];
			member->relid = lfirst_oid(below);
			member->is_root = member->relid == root;

			/* rows of partitions and children go by the labels of the table that they are read through */
			bv_keep_labels(member, root);
			if (member->is_root)
			{
				relation = table_open(root, NoLock);
				require_stored(relation, member);
				table_close(relation, NoLock);
			}
			if (member->label_count == 0 && member->is_root)
				ereport(NOTICE,
						(errmsg("no column of \"%s\" has a label", get_rel_name(root)),
						 errdetail("Its records are counted as holding nothing.")));
		}
	}
}

/* ---------- triggers ---------- */

static void
run_command(const char *command)
{
	if (SPI_execute(command, false, 0) != SPI_OK_UTILITY)
		elog(ERROR, "could not run \"%s\"", command);
}

static char *
qualified_name(Oid relid)
{
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)),
									  get_rel_name(relid));
}

/* Makes a trigger, unless it is there, and says when it fires. */
static void
set_trigger(const char *id, Oid relid, const char *kind, const char *event, const char *enable)
{
	const char *name = bv_budget_trigger_name(id, kind);

	if (!OidIsValid(get_trigger_oid(relid, name, true)))
		run_command(psprintf("CREATE TRIGGER %s %s ON %s %s EXECUTE FUNCTION %s(%s)",
							 name, event, qualified_name(relid),
							 strcmp(kind, "insert") == 0 ?
							 "REFERENCING NEW TABLE AS breachvalue_new FOR EACH STATEMENT" :
							 strcmp(kind, "update") == 0 ?
							 "REFERENCING OLD TABLE AS breachvalue_old NEW TABLE AS breachvalue_new"
							 " FOR EACH STATEMENT" :
							 strcmp(kind, "delete") == 0 ?
							 "REFERENCING OLD TABLE AS breachvalue_old FOR EACH STATEMENT" :
							 strcmp(kind, "replica") == 0 ? "FOR EACH ROW" : "FOR EACH STATEMENT",
							 bv_own_function("keep_budget"), quote_literal_cstr(id)));
	run_command(psprintf("ALTER TABLE ONLY %s ENABLE %s TRIGGER %s", qualified_name(relid), enable,
						 bv_budget_trigger_name(id, kind)));
}

static void
drop_trigger(const char *id, Oid relid, const char *kind)
{
	const char *name = bv_budget_trigger_name(id, kind);

	if (OidIsValid(get_trigger_oid(relid, name, true)))
		run_command(psprintf("DROP TRIGGER %s ON %s", name, qualified_name(relid)));
}

static void
set_triggers(const BvBudget *budget)
{
	SPI_connect();
	for (int i = 0; i < budget->member_count; i++)
	{
		Oid			relid = budget->member[i].relid;

		set_trigger(budget->id, relid, "insert", "AFTER INSERT", "");
		set_trigger(budget->id, relid, "update", "AFTER UPDATE", "");
		set_trigger(budget->id, relid, "delete", "AFTER DELETE", "");
		if (get_rel_relkind(relid) == RELKIND_PARTITIONED_TABLE)
			continue;			/* rows, and what truncates them, are in partitions */
		set_trigger(budget->id, relid, "replica", "AFTER INSERT OR UPDATE OR DELETE", "REPLICA");
		set_trigger(budget->id, relid, "truncate", "BEFORE TRUNCATE", "ALWAYS");
	}
	SPI_finish();
}

/* Of tables that were members, and are not among those that are to be kept. */
static void
drop_triggers(const BvBudget *budget, const BvBudget *kept)
{
	SPI_connect();
	for (int i = 0; i < budget->member_count; i++)
	{
		Oid			relid = budget->member[i].relid;
		bool		keep = get_rel_name(relid) == NULL;

		for (int j = 0; kept != NULL && j < kept->member_count; j++)
			keep |= kept->member[j].relid == relid;
		if (keep)
			continue;
		drop_trigger(budget->id, relid, "insert");
		drop_trigger(budget->id, relid, "update");
		drop_trigger(budget->id, relid, "delete");
		drop_trigger(budget->id, relid, "replica");
		drop_trigger(budget->id, relid, "truncate");
	}
	SPI_finish();
}

/* ---------- counting ---------- */

/* Do all rows that are worth something have the same price?  Else 0. */
static void
settle_prices(BvBudget *budget, const BvModel *model)
{
	BvClassSet	possible = {{0}};
	bool		one_price = true;
	int64		price = -1;

	for (int pass = 0; pass < 2; pass++)
	{
		for (int i = 0; i < budget->member_count; i++)
		{
			Relation	relation;
			BvClassSet	every = {{0}};
			BvClassSet	any = {{0}};
			int64		most;

			if (!budget->member[i].is_root)
				continue;
			relation = table_open(budget->member[i].relid, NoLock);
			bv_classes_of_rows(relation, &budget->member[i], &every, &any);
			table_close(relation, NoLock);
			possible = bv_class_set_union(&possible, &any);
			if (pass == 0)
				continue;
			most = bv_record_price(budget->model, &any);
			if (bv_record_price(budget->model, &every) != most || (price >= 0 && price != most))
				one_price = false;
			price = Max(price, most);
		}
		if (pass == 0)
		{
			budget->prices = bv_model_prices(model, &possible);
			budget->model = bv_kept_model(budget->prices);
			strlcpy(budget->model->name, model->name, NAMEDATALEN);
			budget->model->exponent = model->exponent;
			budget->model->reference_records = model->reference_records;
			strlcpy(budget->model->currency, model->currency, sizeof(budget->model->currency));
		}
	}
	budget->price = Max(price, 0);
	budget->by_mass = budget->limit_records < 0 && !(one_price && price > 0);
}

/* The limit in units: rounded down, so that it is never more than was meant. */
static void
settle_limit(BvBudget *budget)
{
	BvDecimal	amount;
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
		budget->limit = records;
	}
}

/* All rows of all members, by what is committed now and what we have written. */
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
		table_close(relation, NoLock);
	}
	UnregisterSnapshot(snapshot);
	return used;
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
	for (int i = 0; before != NULL && i < before->member_count; i++)
	{
		if (get_rel_name(before->member[i].relid) == NULL)
			continue;
		require_owner(before->member[i].relid);
		LockRelationOid(before->member[i].relid, COUNT_LOCK);
	}
	add_members(budget, roots);
	settle_prices(budget, model_name == NULL ? bv_current_model() : bv_model_by_name(model_name));
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
		drop_triggers(before, budget);
		bv_delete_budget(budget->id);
	}
	set_triggers(budget);
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
	require_owner(relid);
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
	for (int i = 0; i < budget->member_count; i++)
	{
		if (get_rel_name(budget->member[i].relid) != NULL)
			require_owner(budget->member[i].relid);
	}
	drop_triggers(budget, NULL);
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
	require_owner(relid);
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
	require_owner(relid);
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
