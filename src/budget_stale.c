/* budget_stale.c: why what a budget has counted may not be so any more */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/pg_am.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_trigger.h"
#include "commands/trigger.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "budget.h"

/* Is there such a trigger, and does it fire when it should? */
static bool
trigger_is_set(Relation relation, const char *id, const char *kind, char enabled)
{
	const char *name = bv_budget_trigger_name(id, kind);

	for (int i = 0; relation->trigdesc != NULL && i < relation->trigdesc->numtriggers; i++)
	{
		const Trigger *trigger = &relation->trigdesc->triggers[i];

		if (strcmp(trigger->tgname, name) == 0)
			return trigger->tgenabled == enabled ||
				(trigger->tgenabled == TRIGGER_FIRES_ALWAYS && enabled == TRIGGER_FIRES_ON_ORIGIN);
	}
	return false;
}

static bool
triggers_are_set(const BvBudget *budget, Oid relid)
{
	Relation	relation = try_relation_open(relid, AccessShareLock);
	bool		is_set;

	if (relation == NULL)
		return true;
	is_set = trigger_is_set(relation, budget->id, "insert", TRIGGER_FIRES_ON_ORIGIN) &&
		trigger_is_set(relation, budget->id, "update", TRIGGER_FIRES_ON_ORIGIN) &&
		trigger_is_set(relation, budget->id, "delete", TRIGGER_FIRES_ON_ORIGIN) &&
		(!bv_goes_by_count(budget, relation) ||
		 trigger_is_set(relation, budget->id, "begin", TRIGGER_FIRES_ON_ORIGIN));
	if (relation->rd_rel->relkind != RELKIND_PARTITIONED_TABLE)
		is_set &= trigger_is_set(relation, budget->id, "replica", TRIGGER_FIRES_ON_REPLICA) &&
			trigger_is_set(relation, budget->id, "truncate", TRIGGER_FIRES_ALWAYS);
	relation_close(relation, AccessShareLock);
	return is_set;
}

/*
 * Has none of them been changed?  Only of those that are the same as then: what
 * was restored is said by another mark, and pg_upgrade makes them all anew.
 */
static bool
triggers_are_kept(const BvBudget *budget, const BvBudgetMember *member)
{
	char	   *versions = bv_budget_trigger_versions(budget->id, member->relid);

	for (char *version = versions; *version != '\0';)
	{
		size_t		oid = strcspn(version, "/") + 1;
		size_t		length = strcspn(version, " ") + 1;
		const char *kept = member->triggers;

		while (*kept != '\0' && strncmp(kept, version, oid) != 0)
			kept += strcspn(kept, " ") + 1;
		if (*kept != '\0' && strncmp(kept, version, length) != 0)
			return false;
		version += length;
	}
	return true;
}

static bool
labels_are_kept(const BvBudgetMember *member)
{
	BvBudgetMember now = {.relid = member->relid};

	bv_keep_labels(&now, member->relid);
	if (now.label_count != member->label_count)
		return false;
	for (int i = 0; i < now.label_count; i++)
	{
		if (strcmp(now.label[i].column, member->label[i].column) != 0 ||
			strcmp(now.label[i].type, member->label[i].type) != 0 ||
			strcmp(now.label[i].label, member->label[i].label) != 0)
			return false;
	}
	return true;
}

/* Of a budget of records that are all of one price: are they still? */
static bool
price_is_kept(const BvBudget *budget, const BvBudgetMember *root)
{
	Relation	relation = try_relation_open(root->relid, AccessShareLock);
	BvNameTable *names = palloc0(sizeof(BvNameTable));
	BvClassSet	every = {{0}};
	BvClassSet	any = {{0}};

	if (relation == NULL)
		return true;
	bv_classes_of_rows(relation, root, names, &every, &any);
	relation_close(relation, AccessShareLock);
	return bv_have_one_price(budget, names, &every, &any);
}

/* Why what is charged may not be what a table holds, labels and triggers aside. */
static const char *
why_table_is_stale(BvBudget *budget, const BvBudgetMember *root)
{
	Relation	relation = try_relation_open(root->relid, AccessShareLock);
	const char *name = get_rel_name(root->relid);
	const char *reason = NULL;

	if (relation == NULL)
		return NULL;
	if (bv_is_below(relation))
		reason = psprintf("\"%s\" has become a partition or child, and is written to through its parent.", name);
	else if (bv_goes_by_count(budget, relation))
	{
		if (relation->rd_rel->relam != HEAP_TABLE_AM_OID)
			reason = psprintf("Rows of \"%s\" are not counted, as its access method has changed.", name);
		else if (!bv_is_even(bv_weigher(budget, root, relation)))
			reason = psprintf("Rows of \"%s\" may differ in what they weigh by now; all count like the highest.", name);
	}
	relation_close(relation, AccessShareLock);
	return reason;
}

const char *
bv_why_stale(BvBudget *budget)
{
	int			found = 0;
	int			expected = 0;

	if (budget->restored)
		return "It was restored, or written by hand, and not counted since.";
	for (int i = 0; i < budget->member_count; i++)
	{
		const BvBudgetMember *member = &budget->member[i];
		const char *reason;

		if (get_rel_name(member->relid) == NULL)
			return "A table or partition of it was dropped.";
		if (!triggers_are_set(budget, member->relid))
			return psprintf("A trigger of it on \"%s\" is missing or disabled.",
							get_rel_name(member->relid));
		if (!triggers_are_kept(budget, member))
			return psprintf("A trigger of it on \"%s\" was disabled, or changed otherwise.",
							get_rel_name(member->relid));
		expected++;
		if (!member->is_root)
			continue;
		if (!labels_are_kept(member))
			return psprintf("Labels or columns of \"%s\" have changed.",
							get_rel_name(member->relid));
		if (!budget->by_mass && budget->limit_records < 0 && !price_is_kept(budget, member))
			return psprintf("Rows of \"%s\" may differ in price by now.",
							get_rel_name(member->relid));
		reason = why_table_is_stale(budget, member);
		if (reason != NULL)
			return reason;
	}
	for (int i = 0; i < budget->member_count; i++)
	{
		List	   *tree;
		ListCell   *cell;

		if (!budget->member[i].is_root)
			continue;
		tree = find_all_inheritors(budget->member[i].relid, NoLock, NULL);
		foreach(cell, tree)
		{
			found++;
			if (bv_budget_member(budget, lfirst_oid(cell)) == NULL && get_rel_name(lfirst_oid(cell)) != NULL)
				return psprintf("Partition or child \"%s\" was added.",
								get_rel_name(lfirst_oid(cell)));
		}
	}
	return found < expected ? "A partition or child was detached." : NULL;
}

const char *
bv_why_stale_model(const BvBudget *budget)
{
	const BvModel *now = bv_find_model(budget->model->name);
	BvNameTable *names = palloc0(sizeof(BvNameTable));
	BvClassSet	possible = {{0}};

	if (now == NULL)
		return psprintf("There is no model \"%s\" any more.", budget->model->name);
	if (bv_decimal_compare(&now->exponent, &budget->model->exponent) != 0 ||
		now->reference_records != budget->model->reference_records ||
		strcmp(now->currency, budget->model->currency) != 0)
		return psprintf("Model \"%s\" has changed.", budget->model->name);
	for (int i = 0; i < budget->member_count; i++)
	{
		Relation	relation;
		BvClassSet	every = {{0}};

		if (!budget->member[i].is_root)
			continue;
		relation = try_relation_open(budget->member[i].relid, AccessShareLock);
		if (relation == NULL)
			continue;
		bv_classes_of_rows(relation, &budget->member[i], names, &every, &possible);
		relation_close(relation, AccessShareLock);
	}
	return strcmp(bv_model_prices(now, names, &possible), budget->prices) == 0 ? NULL :
		psprintf("Prices of model \"%s\" have changed, or what protection leaves of them.", budget->model->name);
}
