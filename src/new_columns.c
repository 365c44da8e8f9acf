/*
 * new_columns.c: columns that a transaction makes, where labels are required
 *
 * A command that makes a column cannot label it, so an event trigger only notes
 * new columns, and what the transaction has made is looked at before it commits:
 * by then somebody may have labelled, renamed or dropped it.  Columns are judged
 * by their names and types; there are no values yet.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/relation.h"
#include "access/xact.h"
#include "catalog/pg_database.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "commands/event_trigger.h"
#include "commands/extension.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/snapmgr.h"
#include "utils/syscache.h"

#include "compat.h"
#include "own_function.h"
#include "own_table.h"
#include "require.h"
#include "rows.h"
#include "unlabelled.h"
#include "user_class.h"

/* So many columns are named by a message. */
#define NAMED_COLUMNS		10

/*
 * The setting breachvalue.require_labels.  Who restores a dump, whose labels come
 * after its tables, may switch the requirement off; nobody else may, so that it
 * is for superusers to set.
 */
static bool is_enabled = true;

/* A column that the transaction has made, or all of a table. */
typedef struct NewColumn
{
	Oid			relid;
	AttrNumber	attnum;			/* 0: all */
} NewColumn;

/* Those of the present transaction, in its memory; reset at its end. */
static NewColumn *new_columns;
static int	new_count;
static int	new_room;

/* ---------- before a transaction commits ---------- */

/* The columns without a label, in words. */
typedef struct Findings
{
	StringInfoData words;
	int			count;
	bool		is_refused;		/* some of them are to be refused */
} Findings;

static void
describe_column(Relation relation, const BvScanColumn *column, void *arg)
{
	Findings   *findings = arg;

	if (findings->count++ >= NAMED_COLUMNS)
		return;
	appendStringInfo(&findings->words, "%s%s.%s (%s)", findings->words.len > 0 ? ", " : "",
					 quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)),
												RelationGetRelationName(relation)),
					 quote_identifier(column->name),
					 bv_any_class_by_number(column->verdict.number)->name);
}

/*
 * Does somebody restore a dump who could drop the requirement, or the database,
 * as well?  Labels come after tables there, in transactions of their own.
 */
static bool
is_restoring(void)
{
	HeapTuple	tuple;
	Oid			owner;

	if (application_name == NULL || strcmp(application_name, "pg_restore") != 0)
		return false;
	if (superuser_arg(GetSessionUserId()))
		return true;
	tuple = SearchSysCache1(DATABASEOID, ObjectIdGetDatum(MyDatabaseId));
	if (!HeapTupleIsValid(tuple))
		return false;
	owner = ((Form_pg_database) GETSTRUCT(tuple))->datdba;
	ReleaseSysCache(tuple);
	return has_privs_of_role(GetSessionUserId(), owner);
}

static void
find_new_columns(Findings *findings)
{
	initStringInfo(&findings->words);
	for (int i = 0; i < new_count; i++)
	{
		Relation	relation = try_relation_open(new_columns[i].relid, AccessShareLock);
		int			before = findings->count;
		BvRequirement action;

		if (relation == NULL)
			continue;			/* dropped since */
		action = bv_may_need_labels(relation) ? bv_required_of(relation) : BV_REQUIRE_NOTHING;
		if (action == BV_REQUIRE_WARN || action == BV_REQUIRE_REFUSE)
			bv_read_unlabelled(relation, new_columns[i].attnum, describe_column, findings);
		if (findings->count > before && action == BV_REQUIRE_REFUSE)
			findings->is_refused = true;
		relation_close(relation, NoLock);
	}
	if (findings->count > NAMED_COLUMNS)
		appendStringInfo(&findings->words, " and %d more", findings->count - NAMED_COLUMNS);
}

static void
check_new_columns(void)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue new columns",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	Findings	findings = {.count = 0};

	PushActiveSnapshot(GetTransactionSnapshot());
	find_new_columns(&findings);
	if (findings.count > 0)
		ereport(findings.is_refused && !is_restoring() ? ERROR : WARNING,
				(errcode(ERRCODE_CHECK_VIOLATION),
				 errmsg("new columns look like personal data and have no label"),
				 errdetail("%s.", findings.words.data),
				 errhint("Label them in the transaction that makes them, for example with "
						 "breachvalue.label(); the label \"not_personal\" says that there is nothing.")));
	PopActiveSnapshot();
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(context);
}

static void
forget_new_columns(void)
{
	new_columns = NULL;			/* gone with the memory of the transaction */
	new_count = new_room = 0;
}

static void
transaction_event(XactEvent event, void *arg)
{
	switch (event)
	{
		case XACT_EVENT_PRE_COMMIT:
		case XACT_EVENT_PRE_PREPARE:
			if (new_count > 0)
				check_new_columns();
			break;
		case XACT_EVENT_COMMIT:
		case XACT_EVENT_ABORT:
		case XACT_EVENT_PREPARE:
			forget_new_columns();
			break;
		default:
			break;
	}
}

void
bv_new_columns_init(void)
{
	DefineCustomBoolVariable(BV_SCHEMA ".require_labels",
							 "Heeds what breachvalue.require_labels() has been told.",
							 "Off while a dump is restored whose labels come after its tables.",
							 &is_enabled, true, PGC_SUSET, 0, NULL, NULL, NULL);
	RegisterXactCallback(transaction_event, NULL);
}

/* ---------- after a command ---------- */

static void
note_column(Oid relid, AttrNumber attnum)
{
	if (new_count == new_room)
	{
		new_room = Max(8, new_room * 2);
		new_columns = new_columns == NULL ?
			MemoryContextAlloc(TopTransactionContext, new_room * sizeof(NewColumn)) :
			repalloc(new_columns, new_room * sizeof(NewColumn));
	}
	new_columns[new_count].relid = relid;
	new_columns[new_count++].attnum = attnum;
}

/* Labels a column as the one who made it. */
static void
label_column(Relation relation, const BvScanColumn *column, void *arg)
{
	const char *class = bv_any_class_by_number(column->verdict.number)->name;
	Oid			types[3] = {REGCLASSOID, NAMEOID, TEXTOID};
	NameData	name;
	Datum		values[3];

	namestrcpy(&name, column->name);
	values[0] = ObjectIdGetDatum(RelationGetRelid(relation));
	values[1] = NameGetDatum(&name);
	values[2] = CStringGetTextDatum(class);
	SPI_connect();
	if (SPI_execute_with_args(psprintf("SELECT %s($1, $2, $3)", bv_own_function("label")),
							  3, types, values, NULL, false, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not label a column");
	SPI_finish();
	ereport(NOTICE,
			(errmsg("column \"%s\" of relation \"%s\" is labelled %s",
					column->name, RelationGetRelationName(relation), class)));
}

/* The names of the columns that a command made or changed; false: all that there are. */
static bool
names_of_columns(Node *command, List **names)
{
	ListCell   *cell;

	*names = NIL;
	switch (nodeTag(command))
	{
		case T_AlterTableStmt:
			foreach(cell, ((AlterTableStmt *) command)->cmds)
			{
				AlterTableCmd *part = lfirst(cell);

				if (part->subtype == AT_AddColumn)
					*names = lappend(*names, ((ColumnDef *) part->def)->colname);
				else if (part->subtype == AT_AlterColumnType)
					*names = lappend(*names, part->name);
			}
			return true;
		case T_RenameStmt:
			if (((RenameStmt *) command)->renameType == OBJECT_COLUMN)
				*names = list_make1(((RenameStmt *) command)->newname);
			return true;
		case T_CreateStmt:
		case T_CreateForeignTableStmt:
		case T_CreateTableAsStmt:
		case T_CreateSchemaStmt:
		case T_ImportForeignSchemaStmt:
		case T_AlterObjectSchemaStmt:	/* what comes from another schema is new in this one */
			return false;
		default:
			return true;
	}
}

/* The number of a column that this transaction has made or changed, or 0. */
static AttrNumber
changed_column(Oid relid, const char *name)
{
	HeapTuple	tuple = SearchSysCacheAttName(relid, name);
	AttrNumber	attnum = 0;

	if (!HeapTupleIsValid(tuple))
		return 0;
	if (TransactionIdIsCurrentTransactionId(HeapTupleHeaderGetRawXmin(tuple->t_data)))
		attnum = ((Form_pg_attribute) GETSTRUCT(tuple))->attnum;
	ReleaseSysCache(tuple);
	return attnum;
}

static void
note_relation(Oid relid, Node *command)
{
	Relation	relation = try_relation_open(relid, AccessShareLock);
	BvRequirement action;
	List	   *names;
	ListCell   *cell;

	if (relation == NULL)
		return;
	action = bv_may_need_labels(relation) ? bv_required_of(relation) : BV_REQUIRE_NOTHING;
	if (action != BV_REQUIRE_NOTHING)
	{
		List	   *numbers = names_of_columns(command, &names) ? NIL : list_make1_int(0);

		/* ADD COLUMN IF NOT EXISTS changes none that does */
		foreach(cell, names)
		{
			AttrNumber	attnum = changed_column(relid, lfirst(cell));

			if (attnum != 0)
				numbers = lappend_int(numbers, attnum);
		}
		foreach(cell, numbers)
		{
			if (action == BV_REQUIRE_AUTO)
				bv_read_unlabelled(relation, lfirst_int(cell), label_column, NULL);
			else
				note_column(relid, lfirst_int(cell));
		}
	}
	relation_close(relation, NoLock);
}

/* The children in other schemas, of which the same may not be required, get its columns as well. */
static void
note_children(Oid relid, Node *command)
{
	ListCell   *cell;

	if (nodeTag(command) != T_AlterTableStmt && nodeTag(command) != T_RenameStmt)
		return;
	foreach(cell, find_all_inheritors(relid, NoLock, NULL))
	{
		if (get_rel_namespace(lfirst_oid(cell)) != get_rel_namespace(relid))
			note_relation(lfirst_oid(cell), command);
	}
}

PG_FUNCTION_INFO_V1(breachvalue_note_new_columns);
Datum
breachvalue_note_new_columns(PG_FUNCTION_ARGS)
{
	Node	   *command;
	MemoryContext context = CurrentMemoryContext;
	List	   *relations;
	ListCell   *cell;

	if (!CALLED_AS_EVENT_TRIGGER(fcinfo) ||
		strcmp(((EventTriggerData *) fcinfo->context)->event, "ddl_command_end") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_EVENT_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function was not called by the event trigger that it is made for")));
	if (!is_enabled || IsBinaryUpgrade || creating_extension)
		return PointerGetDatum(NULL);

	command = ((EventTriggerData *) fcinfo->context)->parsetree;
	SPI_connect();
	if (SPI_execute("SELECT DISTINCT c.objid FROM pg_catalog.pg_event_trigger_ddl_commands() c"
					" WHERE c.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass"
					" AND NOT c.in_extension", true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not list what the command has made");
	relations = bv_fetched_oids(context);
	SPI_finish();
	foreach(cell, relations)
	{
		note_relation(lfirst_oid(cell), command);
		note_children(lfirst_oid(cell), command);
	}
	return PointerGetDatum(NULL);
}
