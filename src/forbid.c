/*
 * forbid.c: what may not be written into a column
 *
 * A rule is triggers on the table and nothing else, so that it is dumped, renamed
 * and dropped with it, and goes to the partitions.  They name the column: that is
 * what PostgreSQL keeps in step when the column is renamed, and what it keeps the
 * column from being dropped for unnoticed.
 *
 * The first is for INSERT and UPDATE OF the column, as that costs bulk writes least.
 * What other triggers write into a column that an UPDATE does not name is for the
 * second, which names it in a condition.  It is one that is always true, which
 * PostgreSQL finds out once for each statement: to read the column twice for each
 * row would cost as much as the call.
 */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "commands/defrem.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "parser/parse_func.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "class.h"
#include "class_set_type.h"
#include "compat.h"
#include "find.h"
#include "forbid.h"
#include "label.h"
#include "user_class.h"

/*
 * Triggers of a row fire in order of their names, and what a later one makes of
 * the value is not looked at: few names come after this.  The trigger refuses to
 * work where one does.
 */
#define TRIGGER_NAME	"zzzz_forbid"

/* At the end of the second one's. */
#define SECOND_LABEL	"update"

BvForbidForm
bv_forbid_form(Oid type)
{
	Oid			element;

	type = getBaseType(type);
	if (bv_blank_of_type(type) == BV_BLANK_TEXT)
		return BV_FORBID_TEXT;
	switch (type)
	{
		case JSONOID:
			return BV_FORBID_JSON;
		case JSONBOID:
			return BV_FORBID_JSONB;
		case INT4OID:
		case INT8OID:
		case NUMERICOID:
		case INETOID:
		case MACADDROID:
		case MACADDR8OID:
		case XMLOID:
		case NAMEOID:
			return BV_FORBID_OUTPUT;
	}
	element = get_element_type(type);
	return OidIsValid(element) && bv_blank_of_type(getBaseType(element)) == BV_BLANK_TEXT ?
		BV_FORBID_TEXT_ARRAY : BV_FORBID_NONE;
}

static Datum
required_argument(FunctionCallInfo fcinfo, int number, const char *name)
{
	if (PG_ARGISNULL(number))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be null", name)));
	return PG_GETARG_DATUM(number);
}

/* Opens a table of the caller's, and finds its column. */
static Relation
open_table(Oid relid, const char *column, AttrNumber *attnum)
{
	Relation	relation = try_relation_open(relid, ShareRowExclusiveLock);

	if (relation == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	if (relation->rd_rel->relkind != RELKIND_RELATION &&
		relation->rd_rel->relkind != RELKIND_PARTITIONED_TABLE &&
		relation->rd_rel->relkind != RELKIND_FOREIGN_TABLE)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" is not a table", RelationGetRelationName(relation)),
				 errhint("What is written through a view is looked at in the table behind it.")));
	if (!object_ownercheck(RelationRelationId, relid, GetUserId()))
		aclcheck_error(ACLCHECK_NOT_OWNER, get_relkind_objtype(relation->rd_rel->relkind),
					   RelationGetRelationName(relation));
	*attnum = get_attnum(relid, column);
	if (*attnum == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist",
						column, RelationGetRelationName(relation))));
	if (*attnum < 0)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("column \"%s\" is a system column", column)));
	return relation;
}

static void
run(const char *command)
{
	SPI_connect();
	if (SPI_execute(command, false, 0) != SPI_OK_UTILITY)
		elog(ERROR, "could not run \"%s\"", command);
	SPI_finish();
}

/* ---------- the triggers there are ---------- */

/* The function of the triggers. */
static Oid
trigger_function(void)
{
	return LookupFuncName(list_make2(makeString("breachvalue"), makeString("keep_out")),
						  0, NULL, false);
}

/* The names of the rule's triggers on a column; NIL if there are none. */
static List *
triggers_of(Relation relation, AttrNumber attnum)
{
	TriggerDesc *triggers = relation->trigdesc;
	Oid			function = trigger_function();
	List	   *names = NIL;

	for (int i = 0; triggers != NULL && i < triggers->numtriggers; i++)
	{
		Trigger    *trigger = &triggers->triggers[i];

		if (trigger->tgfoid == function && bv_forbid_column(trigger) == attnum)
		{
			if (trigger->tgisclone)
				ereport(ERROR,
						(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
						 errmsg("what column \"%s\" of partition \"%s\" may hold is said for its partitioned table",
								get_attname(RelationGetRelid(relation), attnum, false),
								RelationGetRelationName(relation))));
			names = lappend(names, pstrdup(trigger->tgname));
		}
	}
	return names;
}

/* A name that no trigger of the table has, those aside that will go. */
static char *
new_trigger_name(Relation relation, const char *column, const char *label, const List *old)
{
	char	   *name = makeObjectName(TRIGGER_NAME, column, label);
	ListCell   *cell;

	for (int i = 1; OidIsValid(get_trigger_oid(RelationGetRelid(relation), name, true)); i++)
	{
		foreach(cell, old)
		{
			if (strcmp(lfirst(cell), name) == 0)
				return name;
		}
		name = makeObjectName(TRIGGER_NAME, column,
							  label == NULL ? psprintf("%d", i) : psprintf("%s_%d", label, i));
	}
	return name;
}

static char *
qualified_name(Relation relation)
{
	return quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)),
									  RelationGetRelationName(relation));
}

static void
drop_triggers(const char *table, const List *names)
{
	ListCell   *cell;

	foreach(cell, names)
		run(psprintf("DROP TRIGGER %s ON %s", quote_identifier(lfirst(cell)), table));
}

/* What comes after its name. */
static void
create_trigger(const char *table, const char *name, const char *events, const char *condition,
			   const char *classes, const char *action)
{
	run(psprintf("CREATE TRIGGER %s %s ON %s FOR EACH ROW %s EXECUTE FUNCTION breachvalue.keep_out(%s, %s)",
				 quote_identifier(name), events, table, condition, quote_literal_cstr(classes),
				 quote_literal_cstr(action)));
	run(psprintf("ALTER TABLE %s ENABLE ALWAYS TRIGGER %s", table, quote_identifier(name)));
}

/* ---------- rules ---------- */

static void
check_classes(const BvClassSet *classes)
{
	char		buffer[BV_CLASS_NAME_SIZE];

	if (bv_class_set_is_empty(classes))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("no class is to be forbidden"),
				 errhint("Function breachvalue.permit() takes a rule away.")));
	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(classes, n))
	{
		const BvClass *class = bv_any_class_by_number(n);

		if (class == NULL || (!bv_class_is_validated(class) && !bv_find_knows(n)))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("values of class \"%s\" cannot be told from others",
							bv_class_name(n, buffer)),
					 errhint("Column \"validated\" of view breachvalue.classes says which can.")));
	}
}

PG_FUNCTION_INFO_V1(breachvalue_forbid);
Datum
breachvalue_forbid(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(required_argument(fcinfo, 0, "relation"));
	char	   *column = NameStr(*DatumGetName(required_argument(fcinfo, 1, "column_name")));
	BvClassSet *classes = (BvClassSet *) DatumGetPointer(required_argument(fcinfo, 2, "classes"));
	char	   *action = TextDatumGetCString(required_argument(fcinfo, 3, "action"));
	AttrNumber	attnum;
	Relation	relation;
	Form_pg_attribute attribute;
	StringInfoData set;
	bool		is_generated;
	const char *quoted;
	const char *condition;
	char	   *table;
	List	   *old;
	char	   *name;
	char	   *second;

	if (strcmp(action, BV_REFUSE) != 0 && strcmp(action, BV_WARN) != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unrecognized action \"%s\"", action),
				 errhint("Actions are \"" BV_REFUSE "\" and \"" BV_WARN "\".")));
	check_classes(classes);
	relation = open_table(relid, column, &attnum);
	attribute = TupleDescAttr(RelationGetDescr(relation), attnum - 1);
	if (bv_forbid_form(attribute->atttypid) == BV_FORBID_NONE)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"%s\" of relation \"%s\" is of type %s, which is not looked into",
						column, RelationGetRelationName(relation),
						format_type_be(attribute->atttypid)),
				 errhint("Text, numbers, JSON and arrays of text are.")));
	if (attribute->attgenerated != '\0' && attribute->attgenerated != ATTRIBUTE_GENERATED_STORED)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("column \"%s\" of relation \"%s\" is not stored",
						column, RelationGetRelationName(relation)),
				 errhint("Forbid it in the columns from which it is generated.")));

	is_generated = attribute->attgenerated != '\0';
	old = triggers_of(relation, attnum);
	name = new_trigger_name(relation, column, NULL, old);
	second = new_trigger_name(relation, column, SECOND_LABEL, old);
	table = qualified_name(relation);
	initStringInfo(&set);
	bv_append_class_set(&set, classes);
	quoted = quote_identifier(column);
	condition = psprintf("WHEN (NEW.%s IS NOT NULL OR true)", quoted);

	/* locked from here on, but not in use: commands do not work on tables that are */
	relation_close(relation, NoLock);
	drop_triggers(table, old);

	/*
	 * Before the row is written, which costs bulk writes least; generated columns
	 * have their values only afterwards, and no statement names them.
	 */
	if (is_generated)
		create_trigger(table, name, "AFTER INSERT OR UPDATE", condition, set.data, action);
	else
	{
		create_trigger(table, name, psprintf("BEFORE INSERT OR UPDATE OF %s", quoted), "", set.data,
					   action);
		create_trigger(table, second, "BEFORE UPDATE", condition, set.data, action);
	}
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(breachvalue_permit);
Datum
breachvalue_permit(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(required_argument(fcinfo, 0, "relation"));
	char	   *column = NameStr(*DatumGetName(required_argument(fcinfo, 1, "column_name")));
	AttrNumber	attnum;
	Relation	relation = open_table(relid, column, &attnum);
	List	   *names = triggers_of(relation, attnum);
	char	   *table;

	if (names == NIL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("nothing is forbidden in column \"%s\" of relation \"%s\"",
						column, RelationGetRelationName(relation))));
	table = qualified_name(relation);
	relation_close(relation, NoLock);
	drop_triggers(table, names);
	PG_RETURN_VOID();
}
