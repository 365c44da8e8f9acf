/*
 * budget_count.c: how many rows a transaction has written to a table, by PostgreSQL's own counters
 *
 * Where all rows weigh the same, nothing is needed but their number, and no table
 * of what each statement wrote.  For its statistics PostgreSQL counts what each
 * subtransaction inserts into a heap and deletes from it, takes that back when the
 * subtransaction fails, and begins anew with TRUNCATE.  What the whole transaction
 * has done so far, less what of it is charged already, is what is to be charged:
 * it does not matter then which of several statements, one within another,
 * wrote what.
 *
 * Counting can be switched off, even in the midst of a statement, by whoever may
 * set track_counts; so that is watched from the beginning of the first statement
 * on, and where it happens, nothing is written.
 */
#include "postgres.h"

#include "access/xact.h"
#include "catalog/pg_am.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "pgstat.h"
#include "utils/guc_tables.h"
#include "utils/rel.h"

#include "budget.h"

/* When the transaction began in which track_counts was changed last; set by its assign hook. */
static TimestampTz changed_in = DT_NOBEGIN;

/* The hook that was there before; is the setting watched at all? */
static GucBoolAssignHook assign_before;
static bool is_watched;

static void
assign_track_counts(bool value, void *extra)
{
	if (value != pgstat_track_counts)
		changed_in = GetCurrentTransactionStartTimestamp();
	if (assign_before != NULL)
		assign_before(value, extra);
}

void
bv_budget_count_init(void)
{
	int			count;
	struct config_generic **settings = BV_SETTINGS(&count);

	for (int i = 0; i < count; i++)
	{
		if (settings[i]->vartype == PGC_BOOL && strcmp(settings[i]->name, "track_counts") == 0)
		{
			struct config_bool *setting = (struct config_bool *) settings[i];

			assign_before = setting->assign_hook;
			setting->assign_hook = assign_track_counts;
			is_watched = true;
		}
	}
}

bool
bv_can_count(Relation relation)
{
	return is_watched && pgstat_track_counts &&
		changed_in != GetCurrentTransactionStartTimestamp() &&
		relation->rd_rel->relam == HEAP_TABLE_AM_OID && pgstat_should_count_relation(relation);
}

void
bv_require_counters(Relation relation)
{
	if (bv_can_count(relation))
		return;
	ereport(ERROR,
			(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
			 errmsg("cannot count what is written to table \"%s\"",
					RelationGetRelationName(relation)),
			 relation->rd_rel->relam != HEAP_TABLE_AM_OID ?
			 errdetail("Its budget was set when it had another access method.") :
			 errdetail("Its budget goes by PostgreSQL's counters of rows, and track_counts is off, or was changed in this transaction."),
			 relation->rd_rel->relam != HEAP_TABLE_AM_OID ?
			 errhint("Have the owner of the table call breachvalue.recount_budget().") :
			 errhint("Try again with track_counts on. Where it is to be off, have the owner of the table call breachvalue.recount_budget(): then the budget does without.")));
}

int64
bv_rows_written(Relation relation)
{
	PgStat_TableXactStatus *status = relation->pgstat_info->trans;
	int64		rows = 0;

	/* the innermost first; what was before TRUNCATE is no more */
	for (; status != NULL; status = status->upper)
	{
		rows += status->tuples_inserted - status->tuples_deleted;
		if (BV_WAS_TRUNCATED(status))
			break;
	}
	return rows;
}

bool
bv_is_below(Relation relation)
{
	return relation->rd_rel->relispartition || has_superclass(RelationGetRelid(relation));
}

bool
bv_may_go_by_count(Relation relation)
{
	return relation->rd_rel->relkind == RELKIND_RELATION && !relation->rd_rel->relhassubclass &&
		!bv_is_below(relation) && bv_can_count(relation);
}

bool
bv_goes_by_count(const BvBudget *budget, Relation relation)
{
	static const char *const kinds[] = {"insert", "update", "delete"};
	const TriggerDesc *triggers = relation->trigdesc;
	int			found = 0;

	for (int i = 0; triggers != NULL && i < triggers->numtriggers; i++)
	{
		const Trigger *trigger = &triggers->triggers[i];

		for (int j = 0; j < lengthof(kinds); j++)
		{
			if (strcmp(trigger->tgname, bv_budget_trigger_name(budget->id, kinds[j])) != 0)
				continue;
			if (trigger->tgoldtable != NULL || trigger->tgnewtable != NULL)
				return false;
			found++;
		}
	}
	return found > 0;
}
