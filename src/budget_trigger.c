/*
 * budget_trigger.c: the trigger that charges budgets with what is written
 *
 * Statement triggers with transition tables see what a statement really did to
 * a table, and to its partitions through it: on ON CONFLICT, MERGE, COPY and
 * cascades alike.  Where all rows of a table weigh the same, they have none, and
 * go by PostgreSQL's own counters.  Where they do not fire, in the replica role and for rows that
 * a subscription applies, a row trigger that fires only there takes their place.
 * TRUNCATE tells nobody what it takes away, but nobody else can write then.
 */
#include "postgres.h"

#include "access/xact.h"
#include "commands/trigger.h"
#include "executor/executor.h"
#include "fmgr.h"
#include "utils/lsyscache.h"
#include "utils/snapmgr.h"

#include "budget.h"

#define NAME_PREFIX	"breachvalue_budget_"

const char *
bv_budget_trigger_name(const char *id, const char *kind)
{
	static char name[NAMEDATALEN];

	snprintf(name, sizeof(name), NAME_PREFIX "%s_%s", id, kind);
	return name;
}

/* Is it called so?  Asked for every statement. */
static bool
is_named(const char *name, const char *id, const char *kind)
{
	size_t		prefix = strlen(NAME_PREFIX);
	size_t		length = strlen(id);

	return strncmp(name, NAME_PREFIX, prefix) == 0 && strncmp(name + prefix, id, length) == 0 &&
		name[prefix + length] == '_' && strcmp(name + prefix + length + 1, kind) == 0;
}

static void
refuse_call(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
			 errmsg("function was not called by the trigger that it is made for")));
}

/* Tells that a budget is not there, as after a restore of the table alone. */
static void
tell_missing(const TriggerData *data)
{
	static TimestampTz told;	/* in the transaction that began then, */
	static Oid	told_of;		/* of this table */

	if (told == GetCurrentTransactionStartTimestamp() &&
		told_of == RelationGetRelid(data->tg_relation))
		return;
	told = GetCurrentTransactionStartTimestamp();
	told_of = RelationGetRelid(data->tg_relation);
	ereport(WARNING,
			(errmsg("the budget of table \"%s\" is not in force",
					RelationGetRelationName(data->tg_relation)),
			 errdetail("Its trigger \"%s\" names a budget that the table has no part in.",
					   data->tg_trigger->tgname),
			 errhint("Set the budget again, or drop the trigger.")));
}

/*
 * What a statement changed.  The columns that an update names say nothing: where
 * several parts of it update the table, by WITH or by foreign keys, the trigger
 * fires once, for the rows of all, and knows the columns of the last.
 */
static BvUnits
change_of_statement(const TriggerData *data, BvWeigher *weigher)
{
	BvUnits		change = 0;

	if (data->tg_newtable != NULL)
		change += bv_weigh_rows(weigher, data->tg_newtable);
	if (data->tg_oldtable != NULL)
		change -= bv_weigh_rows(weigher, data->tg_oldtable);
	return change;
}

static BvUnits
change_of_row(const TriggerData *data, BvWeigher *weigher)
{
	if (TRIGGER_FIRED_BY_INSERT(data->tg_event))
		return bv_weigh_row(weigher, data->tg_trigslot);
	if (TRIGGER_FIRED_BY_DELETE(data->tg_event))
		return -bv_weigh_row(weigher, data->tg_trigslot);
	return bv_weigh_row(weigher, data->tg_newslot) - bv_weigh_row(weigher, data->tg_trigslot);
}

/* All rows there are; the lock keeps everybody else away. */
static BvUnits
change_of_truncate(const TriggerData *data, BvWeigher *weigher)
{
	Snapshot	snapshot = RegisterSnapshot(GetLatestSnapshot());
	BvUnits		change = -bv_weigh_table(weigher, data->tg_relation, snapshot, NULL);

	UnregisterSnapshot(snapshot);
	return change;
}

/* Charges by count; when a statement begins, it is only seen to that this will be possible. */
static void
keep_count(const TriggerData *data, BvBudget *budget, BvWeigher *weigher)
{
	Relation	relation = data->tg_relation;

	if (TRIGGER_FIRED_BY_TRUNCATE(data->tg_event))
	{
		/* it begins the count anew */
		if (bv_can_count(relation))
			bv_charge_count(budget, weigher, relation);
		if (bv_gives_back(weigher))
			bv_charge_budget(budget, relation, change_of_truncate(data, weigher));
		bv_set_counted(budget, RelationGetRelid(relation), 0);
	}
	else if (TRIGGER_FIRED_BY_UPDATE(data->tg_event))
		return;					/* as many rows as before */
	else if (TRIGGER_FIRED_FOR_ROW(data->tg_event) && !bv_can_count(relation))
		bv_charge_budget(budget, relation,
						 bv_weight_of_count(weigher,
											TRIGGER_FIRED_BY_INSERT(data->tg_event) ? 1 : -1));
	else
	{
		bv_require_counters(relation);
		if (TRIGGER_FIRED_AFTER(data->tg_event))
			bv_charge_count(budget, weigher, relation);
	}
}

PG_FUNCTION_INFO_V1(breachvalue_keep_budget);
Datum
breachvalue_keep_budget(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	BvBudget   *budget;
	BvBudgetMember *member;
	BvWeigher  *weigher;
	bool		has_tables = true;	/* of the rows of the statement */
	BvUnits		change;
	const char *kind;

	if (!CALLED_AS_TRIGGER(fcinfo) || data->tg_trigger->tgnargs != 1)
		refuse_call();
	if (TRIGGER_FIRED_FOR_ROW(data->tg_event))
	{
		if (!TRIGGER_FIRED_AFTER(data->tg_event))
			refuse_call();
		kind = "replica";

		/* the statement trigger has its turn; a copy on a new partition may fire here */
		if (SessionReplicationRole != SESSION_REPLICATION_ROLE_REPLICA)
			return PointerGetDatum(NULL);
	}
	else if (TRIGGER_FIRED_BY_TRUNCATE(data->tg_event))
	{
		if (!TRIGGER_FIRED_BEFORE(data->tg_event))
			refuse_call();
		kind = "truncate";
	}
	else if (TRIGGER_FIRED_BEFORE(data->tg_event))
	{
		/* from here on it is seen when somebody switches counting off */
		if (bv_can_count(data->tg_relation))
			return PointerGetDatum(NULL);
		kind = "begin";
	}
	else
	{
		kind = TRIGGER_FIRED_BY_INSERT(data->tg_event) ? "insert" :
			TRIGGER_FIRED_BY_DELETE(data->tg_event) ? "delete" : "update";
		has_tables = (TRIGGER_FIRED_BY_DELETE(data->tg_event) || data->tg_newtable != NULL) &&
			(TRIGGER_FIRED_BY_INSERT(data->tg_event) || data->tg_oldtable != NULL);
	}

	/* anybody can make a trigger of this function, but not charge somebody else's budget */
	budget = bv_budget_by_id(data->tg_trigger->tgargs[0]);
	member = budget == NULL ? NULL : bv_budget_member(budget, RelationGetRelid(data->tg_relation));
	if (member == NULL || !is_named(data->tg_trigger->tgname, budget->id, kind))
	{
		tell_missing(data);
		return PointerGetDatum(NULL);
	}

	weigher = bv_weigher(budget, member, data->tg_relation);
	if (bv_weighs_count(weigher))
	{
		keep_count(data, budget, weigher);
		return PointerGetDatum(NULL);
	}
	if (strcmp(kind, "begin") == 0)
		return PointerGetDatum(NULL);
	if (!has_tables)
		refuse_call();
	if (TRIGGER_FIRED_FOR_ROW(data->tg_event))
		change = change_of_row(data, weigher);
	else if (TRIGGER_FIRED_BY_TRUNCATE(data->tg_event))
		change = change_of_truncate(data, weigher);
	else
		change = change_of_statement(data, weigher);
	bv_charge_budget(budget, data->tg_relation, change);
	return PointerGetDatum(NULL);
}
