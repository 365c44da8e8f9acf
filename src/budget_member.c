/* budget_member.c: the tables of a budget, and the triggers on them */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/catalog.h"
#include "catalog/namespace.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_trigger.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "budget.h"
#include "own_function.h"

/* ---------- who may, and what on ---------- */

void
bv_require_owner(Oid relid)
{
	if (get_rel_name(relid) == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	if (!object_ownercheck(RelationRelationId, relid, GetUserId()))
		aclcheck_error(ACLCHECK_NOT_OWNER, get_relkind_objtype(get_rel_relkind(relid)),
					   get_rel_name(relid));
}

/* Can triggers see all that is written to it? */
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
	if (is_root && bv_is_below(relation))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("cannot set a budget on \"%s\" alone", name),
				 errdetail("It is a partition or child: its triggers do not see what is written through its parent."),
				 errhint("Set the budget on the parent.")));
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

void
bv_lock_members(const BvBudget *budget, LOCKMODE mode)
{
	for (int pass = 0; pass < 2; pass++)
	{
		for (int i = 0; i < budget->member_count; i++)
		{
			if (budget->member[i].is_root == (pass == 0))
				LockRelationOid(budget->member[i].relid, mode);
		}
	}
}

void
bv_add_members(BvBudget *budget, List *roots)
{
	ListCell   *cell;

	foreach(cell, roots)
	{
		Oid			root = lfirst_oid(cell);
		List	   *tree;
		ListCell   *below;

		bv_require_owner(root);
		LockRelationOid(root, BV_COUNT_LOCK);
		tree = find_all_inheritors(root, BV_COUNT_LOCK, NULL);
		bv_require_owner(root);	/* whose it is may have changed before the lock */
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
			member->by_name = false;
			member->triggers = NULL;

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

/* Makes a trigger, or makes it another, and says when it fires. */
static void
set_trigger(const char *id, Oid relid, const char *kind, const char *event, const char *how,
			const char *enable)
{
	/* to replace it locks no more than to make it does, and to drop it would */
	run_command(psprintf("CREATE OR REPLACE TRIGGER %s %s ON %s %s EXECUTE FUNCTION %s(%s)",
						 bv_budget_trigger_name(id, kind), event, qualified_name(relid), how,
						 bv_own_function("keep_budget"), quote_literal_cstr(id)));
	run_command(psprintf("ALTER TABLE ONLY %s ENABLE %s TRIGGER %s", qualified_name(relid), enable,
						 bv_budget_trigger_name(id, kind)));
}

/* Do counts tell all that the budget has to know of what is written? */
static bool
suits_count(BvBudget *budget, const BvBudgetMember *member)
{
	Relation	relation = table_open(member->relid, NoLock);
	bool		suits = bv_may_go_by_count(relation) &&
		bv_is_even(bv_weigher(budget, member, relation));

	table_close(relation, NoLock);
	return suits;
}

static void
drop_trigger(const char *id, Oid relid, const char *kind)
{
	const char *name = bv_budget_trigger_name(id, kind);

	if (OidIsValid(get_trigger_oid(relid, name, true)))
		run_command(psprintf("DROP TRIGGER %s ON %s", name, qualified_name(relid)));
}

char *
bv_budget_trigger_versions(const char *id, Oid relid)
{
	Relation	table = table_open(TriggerRelationId, AccessShareLock);
	char	   *prefix = pstrdup(bv_budget_trigger_name(id, ""));
	StringInfoData versions;
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	row;

	initStringInfo(&versions);
	ScanKeyInit(&key, Anum_pg_trigger_tgrelid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(relid));
	scan = systable_beginscan(table, TriggerRelidNameIndexId, true, NULL, 1, &key);
	while (HeapTupleIsValid(row = systable_getnext(scan)))
	{
		Form_pg_trigger trigger = (Form_pg_trigger) GETSTRUCT(row);

		if (strncmp(NameStr(trigger->tgname), prefix, strlen(prefix)) == 0)
			appendStringInfo(&versions, "%u/%u ", trigger->oid,
							 HeapTupleHeaderGetRawXmin(row->t_data));
	}
	systable_endscan(scan);
	table_close(table, AccessShareLock);
	return versions.data;
}

void
bv_set_triggers(BvBudget *budget)
{
	SPI_connect();
	for (int i = 0; i < budget->member_count; i++)
	{
		Oid			relid = budget->member[i].relid;
		const char *id = budget->id;
		bool		by_count = suits_count(budget, &budget->member[i]);

		if (by_count)
		{
			set_trigger(id, relid, "begin", "BEFORE INSERT OR DELETE", "FOR EACH STATEMENT", "");
			set_trigger(id, relid, "insert", "AFTER INSERT", "FOR EACH STATEMENT", "");
			set_trigger(id, relid, "update", "AFTER UPDATE", "FOR EACH STATEMENT", "");
			set_trigger(id, relid, "delete", "AFTER DELETE", "FOR EACH STATEMENT", "");
		}
		else
		{
			set_trigger(id, relid, "insert", "AFTER INSERT",
						"REFERENCING NEW TABLE AS breachvalue_new FOR EACH STATEMENT", "");
			set_trigger(id, relid, "update", "AFTER UPDATE",
						"REFERENCING OLD TABLE AS breachvalue_old NEW TABLE AS breachvalue_new "
						"FOR EACH STATEMENT", "");
			set_trigger(id, relid, "delete", "AFTER DELETE",
						"REFERENCING OLD TABLE AS breachvalue_old FOR EACH STATEMENT", "");
		}
		if (get_rel_relkind(relid) == RELKIND_PARTITIONED_TABLE)
			continue;			/* rows, and what truncates them, are in partitions */

		/* where one for each row is but there, PostgreSQL fetches all rows as they were */
		set_trigger(id, relid, "replica",
					by_count ? "AFTER INSERT OR DELETE" : "AFTER INSERT OR UPDATE OR DELETE",
					"FOR EACH ROW", "REPLICA");
		set_trigger(id, relid, "truncate", "BEFORE TRUNCATE", "FOR EACH STATEMENT", "ALWAYS");
	}
	SPI_finish();
	for (int i = 0; i < budget->member_count; i++)
		budget->member[i].triggers =
			bv_budget_trigger_versions(budget->id, budget->member[i].relid);
}

void
bv_drop_triggers(const BvBudget *budget, const BvBudget *kept)
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
		drop_trigger(budget->id, relid, "begin");
		drop_trigger(budget->id, relid, "insert");
		drop_trigger(budget->id, relid, "update");
		drop_trigger(budget->id, relid, "delete");
		drop_trigger(budget->id, relid, "replica");
		drop_trigger(budget->id, relid, "truncate");
	}
	SPI_finish();
}
