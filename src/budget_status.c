/*
 * budget_status.c: what budgets there are, how much of them is used, and whether that is so
 *
 * Slots change in the transactions that change rows, so one snapshot shows both
 * as they belong together: nobody has to be kept from writing to compare them.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/relation.h"
#include "access/xact.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

#include "budget.h"
#include "numeric.h"
#include "rows.h"
#include "value.h"

/* ---------- whose budgets ---------- */

typedef bool (*MaySee) (Oid relid);

static bool
may_read(Oid relid)
{
	return pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) == ACLCHECK_OK ||
		object_ownercheck(RelationRelationId, relid, GetUserId());
}

static bool
owns(Oid relid)
{
	return object_ownercheck(RelationRelationId, relid, GetUserId());
}

/* Budgets on whose tables the caller has the right, all of them; none of tables that are no more. */
static List *
budgets_of(MaySee may_see)
{
	List	   *ids = bv_budget_ids();
	List	   *budgets = NIL;
	ListCell   *cell;

	foreach(cell, ids)
	{
		BvBudget   *budget = bv_budget_by_id(lfirst(cell));
		bool		is_his = true;
		int			roots = 0;

		for (int i = 0; budget != NULL && i < budget->member_count; i++)
		{
			if (!budget->member[i].is_root || get_rel_name(budget->member[i].relid) == NULL)
				continue;
			roots++;
			is_his &= may_see(budget->member[i].relid);
		}
		if (roots > 0 && is_his)
			budgets = lappend(budgets, budget);
	}
	return budgets;
}

static Datum
relations_of(const BvBudget *budget)
{
	Datum	   *relations = palloc(Max(budget->member_count, 1) * sizeof(Datum));
	int			count = 0;

	for (int i = 0; i < budget->member_count; i++)
	{
		if (budget->member[i].is_root && get_rel_name(budget->member[i].relid) != NULL)
			relations[count++] = ObjectIdGetDatum(budget->member[i].relid);
	}
	return PointerGetDatum(construct_array(relations, count, REGCLASSOID, sizeof(Oid), true,
										   TYPALIGN_INT));
}

/* ---------- figures ---------- */

/* A result while it is put together. */
typedef struct Rows
{
	Tuplestorestate *store;
	TupleDesc	descriptor;
	Datum	   *values;
	bool	   *nulls;
	int			next;
} Rows;

static void
begin_rows(FunctionCallInfo fcinfo, Rows *rows)
{
	rows->store = bv_begin_rows(fcinfo, &rows->descriptor);
	rows->values = palloc(rows->descriptor->natts * sizeof(Datum));
	rows->nulls = palloc(rows->descriptor->natts * sizeof(bool));
	rows->next = 0;
}

static void
put(Rows *rows, Datum value, bool is_null)
{
	rows->values[rows->next] = value;
	rows->nulls[rows->next++] = is_null;
}

static void
put_decimal(Rows *rows, const BvDecimal *value, int places)
{
	BvDecimal	rounded;

	bv_check_status(bv_decimal_round_places(&rounded, value, places));
	put(rows, NumericGetDatum(bv_decimal_to_numeric(&rounded)), false);
}

static void
put_text(Rows *rows, const char *text)
{
	put(rows, text == NULL ? (Datum) 0 : CStringGetTextDatum(text), text == NULL);
}

static void
end_row(Rows *rows)
{
	Assert(rows->next == rows->descriptor->natts);
	tuplestore_putvalues(rows->store, rows->descriptor, rows->values, rows->nulls);
	rows->next = 0;
}

/* The mass of so many units; of records, at their highest price. */
static void
mass_of(const BvBudget *budget, BvUnits units, BvDecimal *mass)
{
	BvPricedRecords records;

	if (units <= 0)
		bv_decimal_zero(mass);
	else if (budget->by_mass)
		bv_mass_of_units(units, mass);
	else
	{
		records.records = (int64) Min(units, BV_RECORDS_MAX);
		records.total = (BvUnits) budget->price * records.records;
		bv_check_status(bv_mass_of_kinds(&records, 1, &budget->model->exponent,
										 budget->model->reference_records, mass));
	}
}

/* Records of so many units; of masses, how many at the highest price there is room for. */
static int64
records_of(BvBudget *budget, BvUnits units)
{
	BvUnits		weight = budget->by_mass ? bv_weight_of_price(budget, budget->price) : 1;

	if (units <= 0)
		return 0;
	return weight == 0 ? BV_RECORDS_MAX : (int64) Min(units / weight, BV_RECORDS_MAX);
}

/* Are all tables of this one among those of that? */
static bool
is_part_of(const BvBudget *part, const BvBudget *whole)
{
	for (int i = 0; i < part->member_count; i++)
	{
		if (part->member[i].is_root && bv_budget_member(whole, part->member[i].relid) == NULL)
			return false;
	}
	return true;
}

static bool
same_model(const BvModel *a, const BvModel *b)
{
	return bv_decimal_compare(&a->exponent, &b->exponent) == 0 &&
		a->reference_records == b->reference_records && strcmp(a->currency, b->currency) == 0;
}

/*
 * What all budgets of the same model are worth if they are full: their masses add
 * up.  A table's own budget is not counted beside that of a store it is part of.
 */
static void
value_if_full(const BvBudget *budget, List *budgets, BvDecimal *value)
{
	BvDecimal	sum;
	ListCell   *cell;

	bv_decimal_zero(&sum);
	foreach(cell, budgets)
	{
		const BvBudget *one = lfirst(cell);
		bool		is_covered = false;
		BvDecimal	mass;
		ListCell   *other;

		if (!same_model(one->model, budget->model))
			continue;
		foreach(other, budgets)
		{
			const BvBudget *store = lfirst(other);

			is_covered |= one->name == NULL && store->name != NULL &&
				same_model(store->model, budget->model) && is_part_of(one, store);
		}
		if (is_covered)
			continue;
		mass_of(one, one->limit, &mass);
		bv_check_status(bv_decimal_add(&sum, &sum, &mass));
	}
	if (bv_decimal_is_zero(&sum))
		bv_decimal_copy(value, &sum);
	else
		bv_check_status(bv_value_of_mass(&sum, &budget->model->exponent, value));
}

static void
put_figures(Rows *rows, BvBudget *budget, BvUnits used)
{
	BvUnits		headroom = budget->limit - used;
	BvDecimal	limit;
	BvDecimal	used_now;
	BvDecimal	left;

	if (budget->limit_records >= 0)
		bv_value_of_units(budget, budget->limit, &limit);
	else
		limit = budget->limit_value;
	bv_value_of_units(budget, used, &used_now);
	put_decimal(rows, &limit, 9);
	put_decimal(rows, &used_now, 9);
	bv_decimal_zero(&left);
	if (bv_decimal_compare(&limit, &used_now) > 0)
		bv_check_status(bv_decimal_subtract(&left, &limit, &used_now));
	put_decimal(rows, &left, 9);

	put(rows, Int64GetDatum(records_of(budget, budget->limit)), false);
	put(rows, Int64GetDatum(records_of(budget, used)), budget->by_mass);
	put(rows, Int64GetDatum(records_of(budget, headroom)), false);

	mass_of(budget, budget->limit, &limit);
	put_decimal(rows, &limit, BV_MASS_PLACES);
	mass_of(budget, used, &used_now);
	put_decimal(rows, &used_now, BV_MASS_PLACES);
	mass_of(budget, headroom, &left);
	put_decimal(rows, &left, BV_MASS_PLACES);

	bv_decimal_from_int128(&used_now, Max(used, 0));
	bv_decimal_from_int128(&limit, budget->limit);
	if (budget->limit == 0)
		put(rows, (Datum) 0, true);
	else
	{
		bv_check_status(bv_decimal_divide(&left, &used_now, &limit, BV_RESULT_DIGITS));
		put_decimal(rows, &left, 6);
	}
}

/*
 * Why a budget is stale; whoever counts it anew at this moment may have changed its
 * triggers while we had what was counted before.
 */
static const char *
why_stale(BvBudget **budget)
{
	const char *reason = bv_why_stale(*budget);

	for (int i = 0; i < 3 && reason != NULL; i++)
	{
		BvBudget   *now;

		bv_reread_budgets();
		now = bv_budget_by_id((*budget)->id);
		if (now == NULL || now->counted_at == (*budget)->counted_at)
			break;
		*budget = now;
		reason = bv_why_stale(*budget);
	}
	return reason;
}

PG_FUNCTION_INFO_V1(breachvalue_budget_status);
Datum
breachvalue_budget_status(PG_FUNCTION_ARGS)
{
	List	   *budgets = budgets_of(may_read);
	ListCell   *cell;
	Rows		rows;

	begin_rows(fcinfo, &rows);
	foreach(cell, budgets)
	{
		BvBudget   *budget = lfirst(cell);
		const char *reason = why_stale(&budget);
		const char *state = reason != NULL ? "stale" : NULL;
		BvUnits		used = budget->limit - bv_leased(budget) -
			bv_ledger_free(budget, GetActiveSnapshot());
		BvDecimal	all_full;

		if (reason == NULL)
		{
			reason = bv_why_stale_model(budget);
			state = reason != NULL ? "stale model" : bv_is_over(budget, used) ? "over" :
				used >= budget->limit ? "full" : used >= budget->warn_units ? "warning" : "ok";
		}
		put_text(&rows, bv_budget_name(budget));
		put(&rows, relations_of(budget), false);
		put_text(&rows, budget->limit_records >= 0 ? "records" : "value");
		put_figures(&rows, budget, used);
		put(&rows, NumericGetDatum(bv_decimal_to_numeric(&budget->warn_at)), false);
		put_text(&rows, budget->model->name);
		put_text(&rows, budget->model->currency);
		value_if_full(budget, budgets, &all_full);
		put_decimal(&rows, &all_full, 9);
		put_text(&rows, state);
		put_text(&rows, reason);
		put(&rows, TimestampTzGetDatum(budget->counted_at), false);
		end_row(&rows);
	}
	return (Datum) 0;
}

/* ---------- comparing with what there is ---------- */

/* Units as users see them: records, or mass. */
static void
put_units(Rows *rows, const BvBudget *budget, BvUnits units)
{
	BvDecimal	number;

	if (budget->by_mass)
		bv_mass_of_units(units, &number);
	else
		bv_decimal_from_int128(&number, units);
	put(rows, NumericGetDatum(bv_decimal_to_numeric(&number)), false);
}

/* Opens the members of a budget, NULL for those that are no more. */
static Relation *
open_members(const BvBudget *budget)
{
	Relation   *relation = palloc(Max(budget->member_count, 1) * sizeof(Relation));

	for (int i = 0; i < budget->member_count; i++)
		relation[i] = try_relation_open(budget->member[i].relid, AccessShareLock);
	return relation;
}

static void
close_members(const BvBudget *budget, Relation *relation)
{
	for (int i = 0; i < budget->member_count; i++)
	{
		if (relation[i] != NULL)
			relation_close(relation[i], AccessShareLock);
	}
	pfree(relation);
}

/*
 * What is used of a budget, and what there is, by one snapshot.  It is taken after
 * the locks, for it would not show what a table held before it was truncated; and
 * the budget may have been set again, or dropped, while those were waited for.
 */
static BvBudget *
compare(BvBudget *budget, BvUnits *used, BvUnits *counted)
{
	Relation   *relation = open_members(budget);
	BvBudget   *now = bv_budget_by_id(budget->id);
	Snapshot	snapshot;

	while (now == NULL || now->counted_at != budget->counted_at)
	{
		close_members(budget, relation);
		budget = now;
		if (budget == NULL)
			return NULL;
		relation = open_members(budget);
		now = bv_budget_by_id(budget->id);
	}
	snapshot = RegisterSnapshot(IsolationUsesXactSnapshot() ? GetActiveSnapshot() :
								GetLatestSnapshot());
	*used = budget->limit - bv_leased(budget) - bv_ledger_free(budget, snapshot);
	*counted = 0;
	for (int i = 0; i < budget->member_count; i++)
	{
		if (relation[i] != NULL && RELKIND_HAS_TABLE_AM(relation[i]->rd_rel->relkind))
			*counted += bv_weigh_table(bv_weigher(budget, &budget->member[i], relation[i]),
									   relation[i], snapshot, NULL);
	}
	UnregisterSnapshot(snapshot);
	close_members(budget, relation);
	return budget;
}

PG_FUNCTION_INFO_V1(breachvalue_verify_budgets);
Datum
breachvalue_verify_budgets(PG_FUNCTION_ARGS)
{
	List	   *budgets = budgets_of(owns);
	ListCell   *cell;
	Rows		rows;

	begin_rows(fcinfo, &rows);
	foreach(cell, budgets)
	{
		BvUnits		used;
		BvUnits		counted;
		BvBudget   *budget = compare(lfirst(cell), &used, &counted);

		if (budget == NULL)
			continue;
		put_text(&rows, bv_budget_name(budget));
		put(&rows, relations_of(budget), false);
		put_text(&rows, budget->by_mass ? "mass" : "record");
		put_units(&rows, budget, used);
		put_units(&rows, budget, counted);
		put_units(&rows, budget, counted - used);
		end_row(&rows);
	}
	return (Datum) 0;
}
