/* label.c: the provider of security labels, and the functions over them */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "commands/seclabel.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"

#include "compat.h"
#include "label.h"
#include "label_table.h"

/* ---------- the provider ---------- */

/*
 * Called by SECURITY LABEL, which has checked ownership and that the object is
 * one whose kind can have a label, before the label is written.
 */
static void
check_label(const ObjectAddress *object, const char *text)
{
	if (text != NULL)			/* taking one away is always right */
	{
		if (object->classId != RelationRelationId || object->objectSubId < 0 ||
			get_rel_relkind(object->objectId) == RELKIND_SEQUENCE)
			ereport(ERROR,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("cannot label %s for " BV_LABEL_PROVIDER,
							getObjectDescription(object, false)),
					 errdetail("Labels of " BV_LABEL_PROVIDER " say what the columns of tables, views, "
							   "foreign tables and composite types hold, and whose rows are in tables.")));
		if (object->objectSubId > 0)
			bv_check_label(text, get_atttype(object->objectId, object->objectSubId));
		else
			bv_check_table_label(object->objectId, text, false);
	}

	/*
	 * pg_seclabel is no part of what a relation's cache entry is made of, so
	 * nobody else would hear of the change.  Sent at the end of the command
	 * here, and at commit to others.
	 */
	if (object->classId == RelationRelationId)
		CacheInvalidateRelcacheByRelid(object->objectId);
}

/* What SECURITY LABEL calls a relation of that kind. */
static const char *
kind_name(Oid relid)
{
	switch (get_rel_relkind(relid))
	{
		case RELKIND_VIEW:
			return "VIEW";
		case RELKIND_MATVIEW:
			return "MATERIALIZED VIEW";
		case RELKIND_FOREIGN_TABLE:
			return "FOREIGN TABLE";
		default:				/* the command says what it is instead, if none */
			return "TABLE";
	}
}

static void
require_relation(Oid relid)
{
	if (get_rel_name(relid) == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
}

/*
 * Runs SECURITY LABEL as the caller, so that all its checks and triggers hold;
 * on the relation itself where column is NULL.
 */
static void
set_label(Oid relid, const char *column, const char *text)
{
	char	   *relation;
	StringInfoData command;

	require_relation(relid);
	if (column != NULL && get_attnum(relid, column) == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist",
						column, get_rel_name(relid))));
	relation = quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)),
										  get_rel_name(relid));

	initStringInfo(&command);
	appendStringInfoString(&command, "SECURITY LABEL FOR " BV_LABEL_PROVIDER " ON ");
	if (column != NULL)
		appendStringInfo(&command, "COLUMN %s.%s", relation, quote_identifier(column));
	else
		appendStringInfo(&command, "%s %s", kind_name(relid), relation);
	appendStringInfo(&command, " IS %s", text == NULL ? "NULL" : quote_literal_cstr(text));

	SPI_connect();
	if (SPI_execute(command.data, false, 0) != SPI_OK_UTILITY)
		elog(ERROR, "could not run \"%s\"", command.data);
	SPI_finish();
}

/* An argument that must not be NULL: a command that did nothing would look done. */
static Datum
required_argument(FunctionCallInfo fcinfo, int number, const char *name)
{
	if (PG_ARGISNULL(number))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be null", name)));
	return PG_GETARG_DATUM(number);
}

/* The text of a label in an argument. */
static char *
label_argument(FunctionCallInfo fcinfo, int number)
{
	if (PG_ARGISNULL(number))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("label must not be null"),
				 errhint("Function breachvalue.unlabel() takes a label away.")));
	return text_to_cstring(PG_GETARG_TEXT_PP(number));
}

PG_FUNCTION_INFO_V1(breachvalue_label);
Datum
breachvalue_label(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(required_argument(fcinfo, 0, "relation"));
	Name		column = DatumGetName(required_argument(fcinfo, 1, "column_name"));
	char	   *label = label_argument(fcinfo, 2);

	/* what is wrong is said here already, without the command as its context */
	bv_check_label(label, get_atttype(relid, get_attnum(relid, NameStr(*column))));
	set_label(relid, NameStr(*column), label);
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(breachvalue_label_table);
Datum
breachvalue_label_table(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(required_argument(fcinfo, 0, "relation"));
	char	   *label = label_argument(fcinfo, 1);

	require_relation(relid);
	if (bv_has_records(relid))	/* the command says what it is instead */
		bv_check_table_label(relid, label, true);
	set_label(relid, NULL, label);
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(breachvalue_unlabel);
Datum
breachvalue_unlabel(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(required_argument(fcinfo, 0, "relation"));
	Name		column = DatumGetName(required_argument(fcinfo, 1, "column_name"));

	set_label(relid, NameStr(*column), NULL);
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(breachvalue_unlabel_table);
Datum
breachvalue_unlabel_table(PG_FUNCTION_ARGS)
{
	set_label(DatumGetObjectId(required_argument(fcinfo, 0, "relation")), NULL, NULL);
	PG_RETURN_VOID();
}

/* ---------- the labels that hold ---------- */

PG_FUNCTION_INFO_V1(breachvalue_labels_of);
Datum
breachvalue_labels_of(PG_FUNCTION_ARGS)
{
	FuncCallContext *call;
	BvLabels   *labels;

	if (SRF_IS_FIRSTCALL())
	{
		const BvLabels *cached = bv_labels_of(PG_GETARG_OID(0));
		Size		size = offsetof(BvLabels, column) +
			cached->count * sizeof(BvLabelledColumn);
		MemoryContext caller;

		call = SRF_FIRSTCALL_INIT();
		caller = MemoryContextSwitchTo(call->multi_call_memory_ctx);
		call->user_fctx = memcpy(palloc(size), cached, size);
		if (get_call_result_type(fcinfo, NULL, &call->tuple_desc) != TYPEFUNC_COMPOSITE)
			elog(ERROR, "return type must be a row type");
		BlessTupleDesc(call->tuple_desc);
		MemoryContextSwitchTo(caller);
	}

	call = SRF_PERCALL_SETUP();
	labels = call->user_fctx;
	while (call->call_cntr < labels->count)
	{
		BvLabelledColumn *column = &labels->column[call->call_cntr];
		char	   *name = get_attname(labels->relid, column->attnum, true);
		NameData	column_name;
		Datum		values[3];
		bool		nulls[3] = {false};

		/* dropped since */
		if (name == NULL || !OidIsValid(get_atttype(labels->relid, column->attnum)))
		{
			call->call_cntr++;
			continue;
		}
		namestrcpy(&column_name, name);
		values[0] = NameGetDatum(&column_name);
		values[1] = PointerGetDatum(&column->label.classes);
		values[2] = PointerGetDatum(&column->label.may_hold);
		SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc,
																values, nulls)));
	}
	SRF_RETURN_DONE(call);
}

void
bv_label_init(void)
{
	register_label_provider(BV_LABEL_PROVIDER, check_label);
	bv_label_cache_init();
}
