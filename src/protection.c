/* protection.c: what protected values are still worth, as the table says */
#include "postgres.h"

#include "access/table.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "nodes/pg_list.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/numeric.h"
#include "utils/rel.h"

#include "class_name.h"
#include "class_set_type.h"
#include "compat.h"
#include "numeric.h"
#include "own_table.h"
#include "protection.h"
#include "user_class.h"

/* A row of the table; factors are billionths, 0 .. BV_FACTOR_ONE. */
typedef struct Protection
{
	char		name[BV_WORD_SIZE];
	int64		factor;
	int64		enumerable_factor;	/* where all values can be tried */
} Protection;

/* The cache; thrown away by the first look-up after a callback made it stale. */
static List *protections;
static MemoryContext protection_context;
static bool is_stale = true;
static Oid	table_oid;			/* valid while not stale */

static void
relation_changed(Datum arg, Oid relid)
{
	if (relid == InvalidOid || relid == table_oid)
		is_stale = true;
}

void
bv_protection_init(void)
{
	CacheRegisterRelcacheCallback(relation_changed, (Datum) 0);
}

static void
load_protection(Relation table, HeapTuple row, void *arg)
{
	List	  **loaded = arg;
	Protection *protection = palloc0(sizeof(Protection));
	bool		is_null;
	Datum		value;

	strlcpy(protection->name, bv_needed_text(table, row, "name"), BV_WORD_SIZE);
	value = bv_needed_value(table, row, "factor", NUMERICOID);
	protection->factor = bv_numeric_to_billionths(DatumGetNumeric(value), "factor");
	value = bv_column_value(table, row, "enumerable_factor", NUMERICOID, &is_null);
	protection->enumerable_factor = is_null ? protection->factor :
		bv_numeric_to_billionths(DatumGetNumeric(value), "factor");
	*loaded = lappend(*loaded, protection);
}

static const Protection *
find(const char *name)
{
	ListCell   *cell;

	if (is_stale)
	{
		MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue protections",
													  ALLOCSET_SMALL_SIZES);
		MemoryContext caller = MemoryContextSwitchTo(context);
		Relation	table;
		List	   *loaded = NIL;

		table_oid = bv_own_table_oid("protection", false);
		table = table_open(table_oid, AccessShareLock);
		is_stale = false;		/* what is said while we read is for the next look-up */
		PG_TRY();
		{
			bv_read_rows(table, NULL, load_protection, &loaded);
		}
		PG_CATCH();
		{
			is_stale = true;
			PG_RE_THROW();
		}
		PG_END_TRY();
		table_close(table, AccessShareLock);
		MemoryContextSwitchTo(caller);
		MemoryContextSetParent(context, CacheMemoryContext);
		if (protection_context != NULL)
			MemoryContextDelete(protection_context);
		protection_context = context;
		protections = loaded;
	}
	foreach(cell, protections)
	{
		const Protection *protection = lfirst(cell);

		if (strcmp(protection->name, name) == 0)
			return protection;
	}
	return NULL;
}

bool
bv_protection_exists(const char *name)
{
	return find(name) != NULL;
}

void
bv_unrecognized_protection(const char *name)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unrecognized protection \"%s\"", name),
			 errhint("Table breachvalue.protection lists all of them.")));
}

/* Can all values be tried?  Of a user's class that is like none nobody knows: then yes. */
static bool
is_enumerable(const BvClass *class)
{
	if (class->number >= BV_USER_CLASS_FIRST && bv_user_class_like(class) == NULL)
		return true;
	return class->domain > 0 && class->domain <= BV_ENUMERABLE;
}

int64
bv_protection_factor(const char *name, const BvClass *class)
{
	const Protection *protection = find(name);

	if (protection == NULL)
		return BV_FACTOR_ONE;
	return class != NULL && is_enumerable(class) ? protection->enumerable_factor :
		protection->factor;
}

PG_FUNCTION_INFO_V1(breachvalue_protection_factor);
Datum
breachvalue_protection_factor(PG_FUNCTION_ARGS)
{
	text	   *class = PG_GETARG_TEXT_PP(0);
	char	   *protection = text_to_cstring(PG_GETARG_TEXT_PP(1));
	int			number = bv_class_number(VARDATA_ANY(class), VARSIZE_ANY_EXHDR(class),
										 ERRCODE_INVALID_PARAMETER_VALUE);

	if (!bv_protection_exists(protection))
		bv_unrecognized_protection(protection);
	PG_RETURN_NUMERIC(bv_billionths_to_numeric(bv_protection_factor(protection,
																	bv_any_class_by_number(number))));
}
