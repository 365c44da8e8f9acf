/*
 * require.c: what labels new columns of a schema must have
 *
 * The event trigger by which new columns are noted (new_columns.c) is made by a
 * superuser who asks for it, never by the install script, and becomes a part of
 * the extension: it is dropped with it.
 */
#include "postgres.h"

#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_type.h"
#include "commands/event_trigger.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "own_table.h"
#include "require.h"

#define REQUIREMENT_TABLE	"label_requirement"
#define TRIGGER_NAME		"breachvalue_note_new_columns"

static const char *const action_names[] = {"", "warn", "refuse", "auto"};

static BvRequirement
action_named(const char *name)
{
	for (int i = BV_REQUIRE_WARN; i < lengthof(action_names); i++)
	{
		if (strcmp(action_names[i], name) == 0)
			return i;
	}
	return BV_REQUIRE_NOTHING;
}

typedef struct Requirement
{
	const char *schema_name;
	BvRequirement action;
} Requirement;

static void
compare_requirement(Relation table, HeapTuple row, void *arg)
{
	Requirement *wanted = arg;
	Datum		name = bv_needed_value(table, row, "schema_name", NAMEOID);

	if (strcmp(NameStr(*DatumGetName(name)), wanted->schema_name) == 0)
		wanted->action = action_named(bv_needed_text(table, row, "action"));
}

BvRequirement
bv_required_of(Relation relation)
{
	Oid			table_oid = bv_own_table_oid(REQUIREMENT_TABLE, true);
	Requirement wanted = {get_namespace_name(RelationGetNamespace(relation)), BV_REQUIRE_NOTHING};
	Relation	table;

	if (!OidIsValid(table_oid) || wanted.schema_name == NULL)
		return BV_REQUIRE_NOTHING;		/* the extension is being dropped, or the schema */
	table = table_open(table_oid, AccessShareLock);
	bv_read_rows(table, NULL, compare_requirement, &wanted);
	table_close(table, AccessShareLock);
	return wanted.action;
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
	if (action_named(action) == BV_REQUIRE_NOTHING)
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
