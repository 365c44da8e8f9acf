/*
 * budget_lease.c: what a transaction has taken out of budgets, and not yet used
 *
 * A lease lives in the memory of the backend that writes, as long as the
 * transaction.  What is left of it goes back to a slot before the commit, or
 * before the transaction is prepared; a rollback undoes what was done to slots,
 * and so all there is to do is forget.  The same holds for savepoints: at the
 * first use in a subtransaction the lease is put aside as it was, and comes back
 * when the subtransaction fails.
 */
#include "postgres.h"

#include "access/relation.h"
#include "access/xact.h"
#include "catalog/pg_class.h"
#include "commands/async.h"
#include "miscadmin.h"
#include "storage/lmgr.h"
#include "utils/builtins.h"
#include "utils/json.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/snapmgr.h"

#include "budget.h"
#include "numeric.h"

/* Rows of a table that are charged, by count; what one replaces stays behind it. */
typedef struct CountedRows
{
	Oid			relid;
	SubTransactionId owner;		/* which may change it */
	int64		rows;			/* less than 0: so many are given back */
	struct CountedRows *before;
} CountedRows;

/* A lease as it was before a subtransaction, and what was charged by count. */
typedef struct SavedLease
{
	int			level;			/* nesting level of the subtransaction */
	BvLease		lease;
	int			slot;
	CountedRows *counted;
	struct SavedLease *outer;
} SavedLease;

typedef struct LeaseEntry
{
	char		id[BV_BUDGET_ID_SIZE];	/* the key */
	BvLease		lease;
	int			slot;			/* that this transaction has changed, or -1 */
	bool		warned;
	char	   *notice;			/* to be sent before the commit, or NULL */
	CountedRows *counted;		/* the last first */
	SavedLease *saved;			/* the innermost first */
} LeaseEntry;

/* In TopTransactionContext; NULL when this transaction has no lease. */
static HTAB *leases;

/* ---------- transactions ---------- */

/* A transaction that has sent a notice cannot be prepared, so this is the last thing it does. */
static void
send_notices(void)
{
	HASH_SEQ_STATUS status;
	LeaseEntry *entry;

	hash_seq_init(&status, leases);
	while ((entry = hash_seq_search(&status)) != NULL)
	{
		BvBudget   *budget = entry->notice == NULL ? NULL : bv_budget_by_id(entry->id);

		if (budget == NULL)
			continue;
		Async_Notify("breachvalue", entry->notice);
		budget->notified = true;
	}
}

static void
return_leases(void)
{
	HASH_SEQ_STATUS status;
	LeaseEntry *entry;

	/* so that no version of a slot is removed, and its place used again, between reading and writing */
	PushActiveSnapshot(GetTransactionSnapshot());
	hash_seq_init(&status, leases);
	while ((entry = hash_seq_search(&status)) != NULL)
	{
		BvBudget   *budget;

		if (entry->lease.pool == 0)
			continue;
		budget = bv_budget_by_id(entry->id);
		if (budget != NULL)		/* dropped on the way, by ourselves */
			bv_ledger_give(budget, entry->slot, entry->lease.pool);
		entry->lease.pool = 0;
	}
	PopActiveSnapshot();
}

static void
end_transaction(XactEvent event, void *arg)
{
	if (leases == NULL)
		return;
	switch (event)
	{
		case XACT_EVENT_PRE_COMMIT:
			return_leases();
			send_notices();
			break;
		case XACT_EVENT_PRE_PREPARE:
			return_leases();
			break;
		case XACT_EVENT_COMMIT:
		case XACT_EVENT_ABORT:
		case XACT_EVENT_PREPARE:
			leases = NULL;
			break;
		default:
			break;
	}
}

static void
end_subtransaction(SubXactEvent event, SubTransactionId mine, SubTransactionId parent, void *arg)
{
	int			level = GetCurrentTransactionNestLevel();
	HASH_SEQ_STATUS status;
	LeaseEntry *entry;

	if (leases == NULL || (event != SUBXACT_EVENT_COMMIT_SUB && event != SUBXACT_EVENT_ABORT_SUB))
		return;
	hash_seq_init(&status, leases);
	while ((entry = hash_seq_search(&status)) != NULL)
	{
		SavedLease *saved = entry->saved;

		if (saved == NULL || saved->level < level)
			continue;
		if (event == SUBXACT_EVENT_ABORT_SUB)
		{
			entry->lease = saved->lease;
			entry->slot = saved->slot;
			entry->counted = saved->counted;
			entry->saved = saved->outer;
		}
		else if (level - 1 <= 1 || (saved->outer != NULL && saved->outer->level == level - 1))
			entry->saved = saved->outer;	/* known already, or nothing to come back to */
		else
			saved->level = level - 1;
	}
}

void
bv_budget_lease_init(void)
{
	RegisterXactCallback(end_transaction, NULL);
	RegisterSubXactCallback(end_subtransaction, NULL);
}

static LeaseEntry *
lease_of(const BvBudget *budget)
{
	LeaseEntry *entry;
	int			level = GetCurrentTransactionNestLevel();
	bool		found;

	if (leases == NULL)
	{
		HASHCTL		control = {
			.keysize = BV_BUDGET_ID_SIZE,
			.entrysize = sizeof(LeaseEntry),
			.hcxt = TopTransactionContext
		};

		leases = hash_create("breachvalue leases", 16, &control,
							 HASH_ELEM | HASH_STRINGS | HASH_CONTEXT);
	}
	entry = hash_search(leases, budget->id, HASH_ENTER, &found);
	if (!found)
	{
		memset(&entry->lease, 0, sizeof(entry->lease));
		entry->slot = -1;
		entry->warned = false;
		entry->notice = NULL;
		entry->counted = NULL;
		entry->saved = NULL;
	}
	if (level > 1 && (entry->saved == NULL || entry->saved->level < level))
	{
		SavedLease *saved = MemoryContextAlloc(TopTransactionContext, sizeof(SavedLease));

		saved->level = level;
		saved->lease = entry->lease;
		saved->slot = entry->slot;
		saved->counted = entry->counted;
		saved->outer = entry->saved;
		entry->saved = saved;
	}
	return entry;
}

BvUnits
bv_leased(const BvBudget *budget)
{
	LeaseEntry *entry = leases == NULL ? NULL : hash_search(leases, budget->id, HASH_FIND, NULL);

	return entry == NULL ? 0 : entry->lease.pool;
}

void
bv_forget_lease(const BvBudget *budget)
{
	if (leases != NULL && hash_search(leases, budget->id, HASH_FIND, NULL) != NULL)
		lease_of(budget)->lease.pool = 0;
}

/* ---------- rows that are charged by count ---------- */

static CountedRows *
find_counted(const BvBudget *budget, Oid relid)
{
	LeaseEntry *entry = leases == NULL ? NULL : hash_search(leases, budget->id, HASH_FIND, NULL);
	CountedRows *counted = entry == NULL ? NULL : entry->counted;

	while (counted != NULL && counted->relid != relid)
		counted = counted->before;
	return counted;
}

void
bv_set_counted(const BvBudget *budget, Oid relid, int64 rows)
{
	CountedRows *counted = find_counted(budget, relid);
	LeaseEntry *entry;

	if ((counted == NULL ? 0 : counted->rows) == rows)
		return;
	entry = lease_of(budget);	/* which is put aside as it was, if this is a new subtransaction */
	if (counted == NULL || counted->owner != GetCurrentSubTransactionId())
	{
		counted = MemoryContextAlloc(TopTransactionContext, sizeof(CountedRows));
		counted->relid = relid;
		counted->owner = GetCurrentSubTransactionId();
		counted->before = entry->counted;
		entry->counted = counted;
	}
	counted->rows = rows;
}

void
bv_charge_count(BvBudget *budget, const BvWeigher *weigher, Relation relation)
{
	CountedRows *counted = find_counted(budget, RelationGetRelid(relation));
	int64		written = bv_rows_written(relation);
	int64		change = written - (counted == NULL ? 0 : counted->rows);

	if (change == 0)
		return;
	bv_set_counted(budget, RelationGetRelid(relation), written);
	bv_charge_budget(budget, relation, bv_weight_of_count(weigher, change));
}

bool
bv_is_over(const BvBudget *budget, BvUnits used)
{
	return used - budget->limit > (budget->by_mass ? BV_ROUNDING_MAX : 0);
}

/* ---------- words ---------- */

char *
bv_budget_name(const BvBudget *budget)
{
	Oid			relid = InvalidOid;

	if (budget->name != NULL)
		return pstrdup(budget->name);
	for (int i = 0; i < budget->member_count; i++)
	{
		if (budget->member[i].is_root)
			relid = budget->member[i].relid;
	}
	if (!OidIsValid(relid) || get_rel_name(relid) == NULL)
		return pstrdup("a table that is no more");
	return quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)),
									  get_rel_name(relid));
}

char *
bv_budget_title(const BvBudget *budget)
{
	for (int i = 0; i < budget->member_count && budget->name == NULL; i++)
	{
		if (budget->member[i].is_root && get_rel_name(budget->member[i].relid) != NULL)
			return psprintf("table \"%s\"", get_rel_name(budget->member[i].relid));
	}
	return psprintf("store \"%s\"", bv_budget_name(budget));
}

/* A decimal with so many places. */
static char *
decimal_text(const BvDecimal *number, int places)
{
	BvDecimal	rounded;
	char	   *text = palloc(BV_DECIMAL_LIMBS * BV_DECIMAL_LIMB_DIGITS);

	if (bv_decimal_round_places(&rounded, number, places) != BV_OK ||
		bv_decimal_to_string(&rounded, text, BV_DECIMAL_LIMBS * BV_DECIMAL_LIMB_DIGITS) != BV_OK)
		strcpy(text, "beyond measure");
	return text;
}

char *
bv_describe_units(const BvBudget *budget, BvUnits units)
{
	BvDecimal	number;

	if (!budget->by_mass)
	{
		bv_decimal_from_int128(&number, units);
		return psprintf("%s record%s", decimal_text(&number, 0), units == 1 ? "" : "s");
	}
	bv_mass_of_units(units, &number);
	return psprintf("a mass of %s", decimal_text(&number, 6));
}

void
bv_value_of_units(const BvBudget *budget, BvUnits units, BvDecimal *value)
{
	BvDecimal	mass;

	if (units <= 0)
		bv_decimal_zero(value);
	else if (budget->by_mass)
	{
		bv_mass_of_units(units, &mass);
		bv_check_status(bv_value_of_mass(&mass, &budget->model->exponent, value));
	}
	else
	{
		bv_decimal_from_int64(&mass, budget->price);
		(void) bv_decimal_shift(&mass, &mass, -9);
		bv_check_status(bv_value(&mass, (int64) Min(units, BV_RECORDS_MAX),
								 &budget->model->exponent, budget->model->reference_records,
								 value));
	}
}

static char *
limit_text(const BvBudget *budget)
{
	if (budget->limit_records >= 0)
		return bv_describe_units(budget, budget->limit);
	return psprintf("%s %s, which is %s", decimal_text(&budget->limit_value, 2),
					budget->model->currency, bv_describe_units(budget, budget->limit));
}

/* ---------- warnings ---------- */

/* Tells, once for each transaction, when so much is used as warnings begin with. */
static void
check_warning(BvBudget *budget, LeaseEntry *entry, BvUnits amount)
{
	BvUnits		used;
	BvDecimal	share;
	BvDecimal	limit;
	char	   *percent;

	if (entry->warned)
		return;
	if (budget->unchecked > amount)
	{
		budget->unchecked -= amount;
		return;
	}
	used = budget->limit - bv_ledger_free(budget, NULL) - entry->lease.pool;
	if (used < budget->warn_units)
	{
		/* as many as there are slots may each use so much before it is reached */
		budget->unchecked = (budget->warn_units - used) / BV_BUDGET_SLOTS;
		budget->notified = false;
		return;
	}
	budget->unchecked = 0;
	entry->warned = true;
	bv_decimal_from_int128(&share, used * 100);
	bv_decimal_from_int128(&limit, budget->limit);
	if (budget->limit == 0 || bv_decimal_divide(&share, &share, &limit, 20) != BV_OK)
		bv_decimal_from_int64(&share, 100);
	percent = decimal_text(&share, 1);
	ereport(WARNING,
			(errmsg("records of %s use %s %% of their budget", bv_budget_title(budget), percent),
			 errdetail("The budget is %s; used are %s.", limit_text(budget),
					   bv_describe_units(budget, used))));
	if (!budget->notified)
	{
		StringInfoData payload;

		initStringInfo(&payload);
		appendStringInfoString(&payload, "{\"event\": \"budget_warning\", \"budget\": ");
		escape_json(&payload, bv_budget_name(budget));
		appendStringInfo(&payload, ", \"used_percent\": %s}", percent);
		entry->notice = MemoryContextStrdup(TopTransactionContext, payload.data);
	}
}

/* ---------- charging ---------- */

pg_noreturn static void
refuse(const BvBudget *budget, Relation relation, const LeaseEntry *entry, BvUnits amount,
	   const BvLedgerLook *look)
{
	BvUnits		used = budget->limit - look->available - look->held - entry->lease.pool;
	StringInfoData detail;

	initStringInfo(&detail);
	appendStringInfo(&detail, "The budget is %s; used are %s", limit_text(budget),
					 bv_describe_units(budget, used));
	if (look->held > 0)
		appendStringInfo(&detail, ", and %s could be taken by transactions that are still open",
						 bv_describe_units(budget, look->held));
	appendStringInfo(&detail, "; %s more were to be added.", bv_describe_units(budget, amount));
	ereport(ERROR,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("records of %s would exceed their budget", bv_budget_title(budget)),
			 errdetail_internal("%s", detail.data),
			 look->held > 0 ?
			 errhint("Try again when those transactions have ended, or delete records.") :
			 errhint("Delete records, or have the owner raise the budget with breachvalue.%s().",
					 budget->name == NULL ? "set_budget" : "set_store_budget"),
			 errtable(relation)));
}

/*
 * What all rows are worth that are committed, and our own, is within the limit,
 * exactly.  Whoever empties a table now may be waiting for a slot, and those are
 * all ours: there is no waiting for him.
 */
static bool
is_within_limit(BvBudget *budget)
{
	HASHCTL		control = {
		.keysize = sizeof(int64),
		.entrysize = sizeof(BvPriceCount),
		.hcxt = CurrentMemoryContext
	};
	HTAB	   *counts = hash_create("breachvalue prices", 64, &control,
									 HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	Snapshot	snapshot = RegisterSnapshot(GetLatestSnapshot());
	HASH_SEQ_STATUS status;
	BvPriceCount *entry;
	BvPricedRecords *kinds;
	int			count = 0;
	BvDecimal	value;

	for (int i = 0; i < budget->member_count; i++)
	{
		Relation	relation;

		if (!ConditionalLockRelationOid(budget->member[i].relid, AccessShareLock))
		{
			UnregisterSnapshot(snapshot);
			return false;
		}
		relation = try_relation_open(budget->member[i].relid, NoLock);
		if (relation == NULL)
		{
			UnlockRelationOid(budget->member[i].relid, AccessShareLock);
			continue;
		}
		if (RELKIND_HAS_TABLE_AM(relation->rd_rel->relkind))
			bv_weigh_table(bv_weigher(budget, &budget->member[i], relation), relation,
						   snapshot, counts);
		relation_close(relation, NoLock);
	}
	UnregisterSnapshot(snapshot);
	kinds = palloc(Max(hash_get_num_entries(counts), 1) * sizeof(BvPricedRecords));
	hash_seq_init(&status, counts);
	while ((entry = hash_seq_search(&status)) != NULL)
	{
		kinds[count].records = entry->records;
		kinds[count++].total = (__int128) entry->price * entry->records;
	}
	bv_check_status(bv_value_of_kinds(kinds, count, &budget->model->exponent,
									  budget->model->reference_records, &value));
	return bv_decimal_compare(&value, &budget->limit_value) <= 0;
}

/*
 * The last step: masses are rounded up and the limit down, so what is refused by
 * less than a unit for each row may fit.  Then all slots are ours, and all rows
 * are counted.  What rounding puts over the limit stands as less than nothing
 * in the one slot that is left open.
 */
static bool
fits_exactly(BvBudget *budget, LeaseEntry *entry, BvUnits amount, const BvLedgerLook *look)
{
	BvUnits		available;

	if (!budget->by_mass || !budget->is_rounded ||
		amount - entry->lease.pool - look->available - look->held > BV_ROUNDING_MAX ||
		!bv_ledger_close(budget, &available) || !is_within_limit(budget))
		return false;
	bv_ledger_set_closed(budget, available + entry->lease.pool - amount);
	entry->lease.pool = 0;
	entry->slot = 0;
	return true;
}

void
bv_charge_budget(BvBudget *budget, Relation relation, BvUnits amount)
{
	LeaseEntry *entry;
	BvUnits		need;
	BvLedgerLook look;

	if (amount == 0)
		return;
	entry = lease_of(budget);
	if (amount < 0)
	{
		bv_lease_refund(&entry->lease, -amount);
		return;
	}
	need = bv_lease_use(&entry->lease, amount);
	if (need > 0)
	{
		if (bv_ledger_take(budget, &entry->lease, &entry->slot, need, &look))
		{
			if (bv_lease_use(&entry->lease, amount) > 0)
				elog(ERROR, "a lease has less than was taken for it");
		}
		else if (!fits_exactly(budget, entry, amount, &look))
			refuse(budget, relation, entry, amount, &look);
	}
	check_warning(budget, entry, amount);
}
