/* label.c: the provider of security labels on columns, and the functions over them */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "commands/seclabel.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"

#include "class.h"
#include "class_set_type.h"
#include "compat.h"
#include "label.h"
#include "label_parser.h"

/* ---------- the text of labels ---------- */

/* The part of a label, cut short so that it fits a message. */
static char *
slice_text(const BvLabelSlice *slice)
{
	return pnstrdup(slice->start,
					pg_mbcliplen(slice->start, slice->length, NAMEDATALEN - 1));
}

pg_noreturn static void
raise_invalid_label(const char *text, const BvLabelError *error)
{
	int			before = error->found.start - text;

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("invalid label: \"%s\"", text),
			 error->found.length == 0 ?
			 errdetail("Expected %s, but the label ends there.", error->expected) :
			 errdetail("Expected %s, but found \"%s\" at character %d.",
					   error->expected, slice_text(&error->found),
					   pg_mbstrlen_with_len(text, before) + 1),
			 errhint("A label is the name of a class, or not_personal.")));
}

/* The classes that a label speaks of, false if there is none of that name. */
static bool
classes_of_label(const BvLabel *label, BvClassSet *classes)
{
	const BvClass *class;

	memset(classes, 0, sizeof(*classes));
	if (label->not_personal)
		return true;
	class = bv_class_by_name(label->class_name.start, label->class_name.length);
	if (class == NULL)
		return false;
	bv_class_set_add(classes, class->number);
	return true;
}

bool
bv_read_label(const char *text, BvClassSet *classes)
{
	BvLabel		label;
	BvLabelError error;

	return bv_label_parse(text, strlen(text), &label, &error) &&
		classes_of_label(&label, classes);
}

/* Raises what is wrong with the text of a label, if anything is. */
static void
check_label_text(const char *text)
{
	BvLabel		label;
	BvLabelError error;
	BvClassSet	classes;

	if (!bv_label_parse(text, strlen(text), &label, &error))
		raise_invalid_label(text, &error);
	if (!classes_of_label(&label, &classes))
		bv_unrecognized_class(slice_text(&label.class_name),
							  ERRCODE_INVALID_PARAMETER_VALUE);
}

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
		if (object->classId != RelationRelationId || object->objectSubId <= 0)
			ereport(ERROR,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("cannot label %s for " BV_LABEL_PROVIDER,
							getObjectDescription(object, false)),
					 errdetail("Labels of " BV_LABEL_PROVIDER " say what the columns of tables, views, "
							   "foreign tables and composite types hold.")));
		check_label_text(text);
	}

	/*
	 * pg_seclabel is no part of what a relation's cache entry is made of, so
	 * nobody else would hear of the change.  Sent at the end of the command
	 * here, and at commit to others.
	 */
	if (object->classId == RelationRelationId)
		CacheInvalidateRelcacheByRelid(object->objectId);
}

/* Runs SECURITY LABEL as the caller, so that all its checks and triggers hold. */
static void
set_label(Oid relid, const char *column, const char *text)
{
	char	   *relation = get_rel_name(relid);
	StringInfoData command;

	if (relation == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	if (get_attnum(relid, column) == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist",
						column, relation)));

	initStringInfo(&command);
	appendStringInfo(&command, "SECURITY LABEL FOR " BV_LABEL_PROVIDER " ON COLUMN %s.%s IS %s",
					 quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)),
												relation),
					 quote_identifier(column),
					 text == NULL ? "NULL" : quote_literal_cstr(text));

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

PG_FUNCTION_INFO_V1(breachvalue_label);
Datum
breachvalue_label(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(required_argument(fcinfo, 0, "relation"));
	Name		column = DatumGetName(required_argument(fcinfo, 1, "column_name"));
	char	   *label;

	if (PG_ARGISNULL(2))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("label must not be null"),
				 errhint("Function breachvalue.unlabel() takes a label away.")));
	label = text_to_cstring(PG_GETARG_TEXT_PP(2));

	/* what is wrong is said here already, without the command as its context */
	check_label_text(label);
	set_label(relid, NameStr(*column), label);
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
		Datum		values[2];
		bool		nulls[2] = {false, false};

		/* dropped since */
		if (name == NULL || !OidIsValid(get_atttype(labels->relid, column->attnum)))
		{
			call->call_cntr++;
			continue;
		}
		namestrcpy(&column_name, name);
		values[0] = NameGetDatum(&column_name);
		values[1] = PointerGetDatum(&column->classes);
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
