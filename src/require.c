/*
 * require.c: labels that new columns must have
 *
 * A command that makes a column cannot label it, so an event trigger only notes
 * new columns, and what the transaction has made is looked at before it commits:
 * by then somebody may have labelled, renamed or dropped it.  Columns are judged
 * by their names and types; there are no values yet.
 *
 * The event trigger is made by a superuser who asks for it, never by the install
 * script, and becomes a part of the extension: it is dropped with it.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "catalog/pg_database.h"
#include "catalog/pg_type.h"
#include "commands/event_trigger.h"
#include "commands/extension.h"
#include "commands/trigger.h"
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
#include "unlabelled.h"
#include "user_class.h"

#define REQUIREMENT_TABLE	"label_requirement"
#define TRIGGER_NAME		"breachvalue_note_new_columns"

/* So many columns are named by a message. */
#define NAMED_COLUMNS		10

/*
 * The setting breachvalue.require_labels.  Who restores a dump, whose labels come
 * after its tables, may switch the requirement off; nobody else may, so that it
 * is for superusers to set.
 */
static bool is_enabled = true;

typedef enum Action
{
	ACTION_NONE,
	ACTION_WARN,
	ACTION_REFUSE,
	ACTION_AUTO
} Action;

static const char *const action_names[] = {"", "warn", "refuse", "auto"};

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

/* ---------- what is required ---------- */

static Action
action_named(const char *name)
{
	for (int i = ACTION_WARN; i < lengthof(action_names); i++)
	{
		if (strcmp(action_names[i], name) == 0)
			return i;
	}
	return ACTION_NONE;
}

typedef struct Requirement
{
	const char *schema_name;
	Action		action;
} Requirement;

static void
compare_requirement(Relation table, HeapTuple row, void *arg)
{
	Requirement *wanted = arg;
	Datum		name = bv_needed_value(table, row, "schema_name", NAMEOID);

	if (strcmp(NameStr(*DatumGetName(name)), wanted->schema_name) == 0)
		wanted->action = action_named(bv_needed_text(table, row, "action"));
}

/* What is required of the columns of a relation. */
static Action
required_of(Relation relation)
{
	Oid			table_oid = bv_own_table_oid(REQUIREMENT_TABLE, true);
	Requirement wanted = {get_namespace_name(RelationGetNamespace(relation)), ACTION_NONE};
	Relation	table;

	if (!OidIsValid(table_oid) || wanted.schema_name == NULL)
		return ACTION_NONE;		/* the extension is being dropped, or the schema */
	table = table_open(table_oid, AccessShareLock);
	bv_read_rows(table, NULL, compare_requirement, &wanted);
	table_close(table, AccessShareLock);
	return wanted.action;
}

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
		Action		action;

		if (relation == NULL)
			continue;			/* dropped since */
		action = bv_has_own_columns(relation) ? required_of(relation) : ACTION_NONE;
		if (action == ACTION_WARN || action == ACTION_REFUSE)
			bv_read_unlabelled(relation, new_columns[i].attnum, describe_column, findings);
		if (findings->count > before && action == ACTION_REFUSE)
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
bv_require_init(void)
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
	Action		action;
	List	   *names;
	ListCell   *cell;

	if (relation == NULL)
		return;
	action = bv_has_own_columns(relation) ? required_of(relation) : ACTION_NONE;
	if (action != ACTION_NONE)
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
			if (action == ACTION_AUTO)
				bv_read_unlabelled(relation, lfirst_int(cell), label_column, NULL);
			else
				note_column(relid, lfirst_int(cell));
		}
	}
	relation_close(relation, NoLock);
}

PG_FUNCTION_INFO_V1(breachvalue_note_new_columns);
Datum
breachvalue_note_new_columns(PG_FUNCTION_ARGS)
{
	Node	   *command;
	MemoryContext context = CurrentMemoryContext;
	List	   *relations = NIL;
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
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		bool		isnull;
		Oid			relid = DatumGetObjectId(SPI_getbinval(SPI_tuptable->vals[i],
														   SPI_tuptable->tupdesc, 1, &isnull));
		MemoryContext spi = MemoryContextSwitchTo(context);

		relations = lappend_oid(relations, relid);
		MemoryContextSwitchTo(spi);
	}
	SPI_finish();
	foreach(cell, relations)
		note_relation(lfirst_oid(cell), command);
	return PointerGetDatum(NULL);
}

/* ---------- saying what is required ---------- */

static void
run_command(const char *command, int count, Datum *values)
{
	Oid			types[2] = {NAMEOID, TEXTOID};

	if (SPI_execute_with_args(command, count, types, values, NULL, false, 0) < 0)
		elog(ERROR, "could not run \"%s\"", command);
}

static void
check_superuser(void)
{
	if (!superuser())
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("must be superuser to say what labels are required"),
				 errdetail("An event trigger is of the whole database.")));
}

/*
 * The trigger on the table: the extension's owner restores what was required, but
 * while it is enforced superusers alone require.
 */
PG_FUNCTION_INFO_V1(breachvalue_check_requirement);
Datum
breachvalue_check_requirement(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_BY_INSERT(data->tg_event) ||
		!TRIGGER_FIRED_FOR_ROW(data->tg_event))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function was not called by the trigger that it is made for")));
	if (OidIsValid(get_event_trigger_oid(TRIGGER_NAME, true)))
		check_superuser();
	return PointerGetDatum(data->tg_trigtuple);
}

PG_FUNCTION_INFO_V1(breachvalue_require_labels);
Datum
breachvalue_require_labels(PG_FUNCTION_ARGS)
{
	Name		schema_name = PG_GETARG_NAME(0);
	char	   *action = text_to_cstring(PG_GETARG_TEXT_PP(1));
	Datum		values[2] = {NameGetDatum(schema_name), PG_GETARG_DATUM(1)};

	check_superuser();
	(void) get_namespace_oid(NameStr(*schema_name), false);
	if (action_named(action) == ACTION_NONE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unrecognized action \"%s\"", action),
				 errhint("Actions are \"warn\", \"refuse\" and \"auto\".")));
	SPI_connect();
	run_command("INSERT INTO breachvalue." REQUIREMENT_TABLE " VALUES ($1, $2)"
				" ON CONFLICT (schema_name) DO UPDATE SET action = EXCLUDED.action", 2, values);
	if (!OidIsValid(get_event_trigger_oid(TRIGGER_NAME, true)))
	{
		run_command("CREATE EVENT TRIGGER " TRIGGER_NAME " ON ddl_command_end"
					" WHEN TAG IN ('CREATE TABLE', 'CREATE TABLE AS', 'SELECT INTO', 'CREATE SCHEMA',"
					" 'ALTER TABLE', 'CREATE FOREIGN TABLE', 'ALTER FOREIGN TABLE',"
					" 'IMPORT FOREIGN SCHEMA') EXECUTE FUNCTION breachvalue.note_new_columns()", 0, NULL);
		run_command("ALTER EXTENSION breachvalue ADD EVENT TRIGGER " TRIGGER_NAME, 0, NULL);
	}
	SPI_finish();
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(breachvalue_drop_label_requirement);
Datum
breachvalue_drop_label_requirement(PG_FUNCTION_ARGS)
{
	Name		schema_name = PG_GETARG_NAME(0);
	Datum		values[1] = {NameGetDatum(schema_name)};

	check_superuser();
	SPI_connect();
	run_command("DELETE FROM breachvalue." REQUIREMENT_TABLE
				" WHERE schema_name OPERATOR(pg_catalog.=) $1", 1, values);
	if (SPI_processed == 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("labels are not required in schema \"%s\"", NameStr(*schema_name))));
	run_command("SELECT FROM breachvalue." REQUIREMENT_TABLE, 0, NULL);
	if (SPI_processed == 0 && OidIsValid(get_event_trigger_oid(TRIGGER_NAME, true)))
	{
		run_command("ALTER EXTENSION breachvalue DROP EVENT TRIGGER " TRIGGER_NAME, 0, NULL);
		run_command("DROP EVENT TRIGGER " TRIGGER_NAME, 0, NULL);
	}
	SPI_finish();
	PG_RETURN_VOID();
}
