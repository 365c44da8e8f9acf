/*
 * budget.h: budgets of tables and stores, which triggers charge with what is written
 *
 * budget.c sets, drops and recounts them, on the tables of budget_member.c;
 * budget_table.c keeps their rows and budget_cache.c reads those.  When something
 * is written, budget_trigger.c has budget_row.c weigh it, or budget_count.c count it,
 * and budget_lease.c charges what the transaction has taken, by budget_ledger.c,
 * from slots.
 */
#ifndef BV_BUDGET_H
#define BV_BUDGET_H

#include "access/htup.h"
#include "datatype/timestamp.h"
#include "executor/tuptable.h"
#include "nodes/pg_list.h"
#include "storage/itemptr.h"
#include "storage/lockdefs.h"
#include "utils/hsearch.h"
#include "utils/rel.h"
#include "utils/snapshot.h"
#include "utils/tuplestore.h"

#include "compat.h"
#include "escrow.h"
#include "label.h"
#include "price.h"
#include "value.h"

#define BV_BUDGET_ID_SIZE	17	/* 16 hexadecimal digits, and a terminator */

/* What a column held when rows were counted last. */
typedef struct BvKeptLabel
{
	AttrNumber	attnum;			/* which it is found by when it was renamed */
	char	   *column;
	char	   *type;
	char	   *label;
} BvKeptLabel;

/* Rounding adds less than a unit for each row: for as many rows as there could be. */
#define BV_ROUNDING_MAX	((BvUnits) 1 << 40)

typedef struct BvBudgetMember
{
	Oid			relid;
	bool		is_root;		/* rather than a partition or child of one */
	bool		by_name;		/* its columns may have other numbers since it was restored */
	char	   *triggers;		/* as they were when rows were counted last */
	int			label_count;
	BvKeptLabel *label;
} BvBudgetMember;

/* How rows of a relation are weighed; private to budget_row.c. */
typedef struct BvWeigher BvWeigher;

typedef struct BvBudget
{
	char		id[BV_BUDGET_ID_SIZE];
	char	   *name;			/* of a store, or NULL */
	bool		by_mass;		/* units are 10^-18 of mass, or records */
	BvUnits		limit;
	int64		limit_records;	/* as it was set, or -1 */
	BvDecimal	limit_value;	/* as it was set, where that is */
	BvDecimal	warn_at;
	BvModel    *model;			/* with the prices that were kept */
	char	   *prices;			/* these as text, with what protection leaves */
	BvNameTable names;			/* of what rows hold that is not in the catalogue */
	int64		price;			/* the highest that a row can have, in billionths */
	TimestampTz counted_at;
	bool		restored;
	int			member_count;
	BvBudgetMember *member;

	/* what this backend knows beside */
	MemoryContext context;
	BvWeigher  *weighers;
	HTAB	   *weights;		/* by price */
	bool		is_rounded;		/* weights may be: at an exponent of 1 prices are masses */
	ItemPointerData place[BV_BUDGET_SLOTS]; /* where slots were met last */
	int			slot;			/* to begin with */
	BvUnits		warn_units;		/* from which on there are warnings */
	BvUnits		unchecked;		/* can be used before those are looked at again */
	bool		notified;		/* that they were reached */
	struct BvBudget *next;
} BvBudget;

/* ---------- budget_table.c: rows ---------- */

typedef enum BvBudgetTable
{
	BV_BUDGET_TABLE,
	BV_MEMBER_TABLE,
	BV_SLOT_TABLE
} BvBudgetTable;

extern Oid	bv_budget_table_oid(BvBudgetTable which);

/* Takes all rows of a budget away, and writes them anew; slots have a function of their own. */
extern void bv_delete_budget(const char *id);
extern void bv_insert_budget(const BvBudget *budget);
extern void bv_insert_slots(const BvBudget *budget, BvUnits used);

extern Datum bv_units_datum(BvUnits units);
extern BvUnits bv_datum_units(Datum datum);

/* ---------- budget_cache.c: budgets by id ---------- */

/* The budget of that id, or NULL; good until the end of the transaction at least. */
extern BvBudget *bv_budget_by_id(const char *id);

/* All budgets there are, as ids. */
extern List *bv_budget_ids(void);

/* The member that a relation is, or NULL. */
extern BvBudgetMember *bv_budget_member(const BvBudget *budget, Oid relid);

/* Makes every session read budgets again. */
extern void bv_forget_budgets(void);

/* And this one, even before it has been told so. */
extern void bv_reread_budgets(void);
extern void bv_budget_cache_init(void);

/* ---------- budget_row.c: what rows weigh ---------- */

/* The weigher of a relation's rows, by the labels of a member. */
extern BvWeigher *bv_weigher(BvBudget *budget, const BvBudgetMember *member, Relation relation);

/* Does every row weigh the same, as labels, types and NOT NULL are now? */
extern bool bv_is_even(const BvWeigher *weigher);

/* By count, and not by transition tables: rows are charged at the most that one can weigh. */
extern bool bv_weighs_count(const BvWeigher *weigher);

/* Are rows that go given back then?  Not when some came through a parent, unseen. */
extern bool bv_gives_back(const BvWeigher *weigher);

/* What so many rows more or less are charged then. */
extern BvUnits bv_weight_of_count(const BvWeigher *weigher, int64 rows);

/* What one row weighs, or all in a tuplestore, or in a table by a snapshot. */
extern BvUnits bv_weigh_row(BvWeigher *weigher, TupleTableSlot *slot);
extern BvUnits bv_weigh_rows(BvWeigher *weigher, Tuplestorestate *rows);

/* Records by price, as bv_value_of_kinds() wants them. */
typedef struct BvPriceCount
{
	int64		price;			/* the key */
	int64		records;
} BvPriceCount;

/* counts may be NULL, or an HTAB of BvPriceCount to add to. */
extern BvUnits bv_weigh_table(BvWeigher *weigher, Relation relation, Snapshot snapshot,
							  HTAB *counts);

/* What a record of that price weighs. */
extern BvUnits bv_weight_of_price(BvBudget *budget, int64 price);

/*
 * Classes that every row holds, and that any can: by labels, types and NOT NULL;
 * by names, which are added to.
 */
extern void bv_classes_of_rows(Relation relation, const BvBudgetMember *member,
							   BvNameTable *names, BvClassSet *every, BvClassSet *any);

/* What a row that holds these is worth, by the prices that the budget keeps. */
extern int64 bv_budget_price(const BvBudget *budget, const BvNameTable *names,
							 const BvClassSet *classes);

/* Are all rows that hold something worth the same, as far as they are worth anything? */
extern bool bv_have_one_price(const BvBudget *budget, const BvNameTable *names,
							  const BvClassSet *every, const BvClassSet *any);

/* ---------- budget_lease.c: what this transaction has taken ---------- */

/* Charges a budget for a relation; less than 0 gives back. */
extern void bv_charge_budget(BvBudget *budget, Relation relation, BvUnits amount);

/*
 * Charges a budget for all rows that this transaction has written to a table,
 * by count, as far as they are not charged yet.
 */
extern void bv_charge_count(BvBudget *budget, const BvWeigher *weigher, Relation relation);

/* So many are charged, however it was done. */
extern void bv_set_counted(const BvBudget *budget, Oid relid, int64 rows);

/* So much of what is missing in the slots is not used yet by this transaction. */
extern BvUnits bv_leased(const BvBudget *budget);

/* All was counted anew, the rows of this transaction among it: nothing is leased. */
extern void bv_forget_lease(const BvBudget *budget);
extern void bv_budget_lease_init(void);

/* Is so much more than may be, by more than rounding? */
extern bool bv_is_over(const BvBudget *budget, BvUnits used);

/* How a budget is called in messages: table "customer", or budget "crm" of several. */
extern char *bv_budget_title(const BvBudget *budget);
extern char *bv_budget_name(const BvBudget *budget);

/* An amount in words: records, or a mass to some places. */
extern char *bv_describe_units(const BvBudget *budget, BvUnits units);

/* What so many units are worth, to the cent; of records, at their highest price. */
extern void bv_value_of_units(const BvBudget *budget, BvUnits units, BvDecimal *value);

/* ---------- budget_trigger.c ---------- */

/* The name of a trigger; kind is begin, insert, update, delete, replica or truncate. */
extern const char *bv_budget_trigger_name(const char *id, const char *kind);

/* ---------- budget_count.c: rows written, by PostgreSQL's own counters ---------- */

/* Was everything counted that this transaction has written to a table? */
extern bool bv_can_count(Relation relation);

/* Error 55000 where it was not. */
extern void bv_require_counters(Relation relation);

/* How many rows this transaction has added to a table; needs bv_can_count(). */
extern int64 bv_rows_written(Relation relation);

/* Is it a partition or child, the rows of which may come and go through a parent? */
extern bool bv_is_below(Relation relation);

/* Can a budget go by count, if all rows weigh the same?  Does it, by its triggers? */
extern bool bv_may_go_by_count(Relation relation);
extern bool bv_goes_by_count(const BvBudget *budget, Relation relation);

extern void bv_budget_count_init(void);

/* ---------- budget_member.c: tables, and the triggers on them ---------- */

/* Nobody writes while rows are counted; reading goes on. */
#define BV_COUNT_LOCK	ShareRowExclusiveLock

/* Error 42501, or 42P01 when there is no such relation. */
extern void bv_require_owner(Oid relid);

/* Tables before what is below them, as whoever writes through them does. */
extern void bv_lock_members(const BvBudget *budget, LOCKMODE mode);

/* Locks tables and all below them, and makes them the members of a budget. */
extern void bv_add_members(BvBudget *budget, List *roots);

/* What a member's columns hold now, by the labels of its root, as it is kept. */
extern void bv_keep_labels(BvBudgetMember *member, Oid root);

/* Runs CREATE TRIGGER and ALTER TABLE as the caller. */
extern void bv_set_triggers(BvBudget *budget);

/* And DROP TRIGGER, on tables of one that are not of the other; NULL: on all. */
extern void bv_drop_triggers(const BvBudget *budget, const BvBudget *kept);

/* All triggers of a budget on a relation with the versions of their rows, each followed by a space. */
extern char *bv_budget_trigger_versions(const char *id, Oid relid);

/* ---------- budget_stale.c: what has changed since rows were counted ---------- */

/* A sentence about why the count may be wrong; NULL when it should be right. */
extern const char *bv_why_stale(BvBudget *budget);

/* The same about its prices. */
extern const char *bv_why_stale_model(const BvBudget *budget);

/* ---------- budget_slot.c: what is free, as rows ---------- */

/* Adds up what is free, by a snapshot; NULL: what is committed now, or our own. */
extern BvUnits bv_ledger_free(const BvBudget *budget, Snapshot snapshot);

/* ---------- budget_ledger.c: taking and giving back ---------- */

/* What a look at the slots found. */
typedef struct BvLedgerLook
{
	BvUnits		available;		/* could be taken now; less than 0: over the limit */
	BvUnits		held;			/* in slots that open transactions have changed, as before */
	int			busy;			/* how many of those there are */
	BvUnits		aside;			/* was given back while there was no slot for it */
	bool		closed;			/* everything goes by one slot */
} BvLedgerLook;

/*
 * Takes what is needed, and what the lease wants on top, into its pool; false
 * where that is not to be had, with what was found.  *slot is where the
 * transaction has been before, or -1.
 */
extern bool bv_ledger_take(BvBudget *budget, BvLease *lease, int *slot, BvUnits need,
						   BvLedgerLook *look);
extern void bv_ledger_give(BvBudget *budget, int slot, BvUnits amount);

/*
 * Puts all that is free in slot 0 and closes the others; false when open
 * transactions hold some of them for longer than we wait.
 */
extern bool bv_ledger_close(BvBudget *budget, BvUnits *available);
extern void bv_ledger_set_closed(BvBudget *budget, BvUnits available);

#endif							/* BV_BUDGET_H */
