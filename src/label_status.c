/* label_status.c: all labels there are, and what they are worth */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/pg_class.h"
#include "catalog/pg_seclabel.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "compat.h"
#include "label.h"
#include "label_table.h"
#include "user_class.h"

static const char *const fit_names[] = {
	"ok", "label unreadable", "protection missing", "validator unusable", "class missing",
	"column type changed",
	"table missing", "subject missing", "subject not permitted", "subject too far",
	"on a partition", "condition invalid"
};

/* A label in the catalogue. */
typedef struct LabelRow
{
	Oid			relid;
	AttrNumber	attnum;			/* 0: of the relation itself */
	char	   *label;
} LabelRow;

/* All labels of relations and their columns, in the current memory context. */
static LabelRow *
read_labels(int *count)
{
	Relation	catalog = table_open(SecLabelRelationId, AccessShareLock);
	int			room = 64;
	LabelRow   *row = palloc(room * sizeof(LabelRow));
	SysScanDesc scan = systable_beginscan(catalog, InvalidOid, false, NULL, 0, NULL);
	HeapTuple	tuple;

	*count = 0;
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		FormData_pg_seclabel *form = (FormData_pg_seclabel *) GETSTRUCT(tuple);
		bool		isnull;
		Datum		provider = heap_getattr(tuple, Anum_pg_seclabel_provider,
											RelationGetDescr(catalog), &isnull);
		Datum		label = heap_getattr(tuple, Anum_pg_seclabel_label,
										 RelationGetDescr(catalog), &isnull);

		if (form->classoid != RelationRelationId ||
			strcmp(TextDatumGetCString(provider), BV_LABEL_PROVIDER) != 0)
			continue;
		if (*count == room)
			row = repalloc(row, (room *= 2) * sizeof(LabelRow));
		row[*count].relid = form->objoid;
		row[*count].attnum = form->objsubid;
		row[(*count)++].label = TextDatumGetCString(label);
	}
	systable_endscan(scan);
	table_close(catalog, AccessShareLock);
	return row;
}

/* The call of a function that returns a row for each label. */
static FuncCallContext *
label_rows(FunctionCallInfo fcinfo)
{
	FuncCallContext *call;

	if (SRF_IS_FIRSTCALL())
	{
		MemoryContext caller;
		int			count;

		call = SRF_FIRSTCALL_INIT();
		caller = MemoryContextSwitchTo(call->multi_call_memory_ctx);
		if (get_call_result_type(fcinfo, NULL, &call->tuple_desc) != TYPEFUNC_COMPOSITE)
			elog(ERROR, "return type must be a row type");
		BlessTupleDesc(call->tuple_desc);
		call->user_fctx = read_labels(&count);
		call->max_calls = count;
		MemoryContextSwitchTo(caller);
	}
	return SRF_PERCALL_SETUP();
}

PG_FUNCTION_INFO_V1(breachvalue_table_labels);
Datum
breachvalue_table_labels(PG_FUNCTION_ARGS)
{
	FuncCallContext *call = label_rows(fcinfo);

	while (call->call_cntr < call->max_calls)
	{
		LabelRow   *row = &((LabelRow *) call->user_fctx)[call->call_cntr];
		BvTableMeaning meaning = {0};
		char	   *detail;
		NameData	column;
		NameData	subject_column;
		Datum		values[5];
		bool		nulls[5] = {false};

		if (row->attnum == 0 && bv_has_records(row->relid))
			(void) bv_table_label_fit(row->relid, row->label, &meaning, &detail);
		if (meaning.column == InvalidAttrNumber && meaning.former == NULL)
		{
			call->call_cntr++;
			continue;
		}
		values[0] = ObjectIdGetDatum(row->relid);
		nulls[1] = nulls[2] = nulls[3] = meaning.column == InvalidAttrNumber;
		nulls[4] = meaning.former == NULL;
		if (!nulls[1])
		{
			namestrcpy(&column, get_attname(row->relid, meaning.column, false));
			namestrcpy(&subject_column,
					   get_attname(meaning.subject, meaning.subject_column, false));
			values[1] = NameGetDatum(&column);
			values[2] = ObjectIdGetDatum(meaning.subject);
			values[3] = NameGetDatum(&subject_column);
		}
		if (!nulls[4])
			values[4] = CStringGetTextDatum(meaning.former);
		SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc,
																values, nulls)));
	}
	SRF_RETURN_DONE(call);
}

/* What is wrong with validators that a label that fits counts on, or NULL. */
static const char *
validator_problem(const BvColumnLabel *label)
{
	BvClassSet	asked = bv_class_set_union(&label->classes, &label->may_hold);
	const char *problem = NULL;

	if (label->plain)			/* values are not looked at */
		return NULL;
	for (int n = bv_class_set_next(&asked, BV_USER_CLASS_FIRST - 1);
		 n < BV_CLASS_LIMIT && problem == NULL; n = bv_class_set_next(&asked, n))
	{
		const BvClass *class = bv_any_class_by_number(n);

		problem = class == NULL ? NULL : bv_class_problem(class);
	}
	return problem;
}

PG_FUNCTION_INFO_V1(breachvalue_label_status);
Datum
breachvalue_label_status(PG_FUNCTION_ARGS)
{
	FuncCallContext *call = label_rows(fcinfo);

	while (call->call_cntr < call->max_calls)
	{
		LabelRow   *row = &((LabelRow *) call->user_fctx)[call->call_cntr];
		char	   *column = row->attnum == 0 ? NULL : get_attname(row->relid, row->attnum, true);
		BvLabelFit	fit;
		BvTableMeaning meaning;
		BvColumnLabel label;
		char	   *detail = NULL;
		const char *problem;
		NameData	name;
		Datum		values[5];
		bool		nulls[5] = {false};

		if (get_rel_name(row->relid) == NULL ||
			(row->attnum != 0 &&
			 (column == NULL || !OidIsValid(get_atttype(row->relid, row->attnum)))))
		{
			call->call_cntr++;	/* dropped since */
			continue;
		}
		fit = row->attnum == 0 ?
			bv_table_label_fit(row->relid, row->label, &meaning, &detail) :
			bv_read_label(row->label, get_atttype(row->relid, row->attnum), &label, &detail);
		problem = fit == BV_FIT_OK && row->attnum != 0 ? validator_problem(&label) : NULL;
		if (problem != NULL)
		{
			fit = BV_FIT_VALIDATOR_UNUSABLE;
			detail = unconstify(char *, problem);
		}
		values[0] = ObjectIdGetDatum(row->relid);
		nulls[1] = column == NULL;
		if (column != NULL)
			namestrcpy(&name, column);
		values[1] = NameGetDatum(&name);
		values[2] = CStringGetTextDatum(row->label);
		values[3] = CStringGetTextDatum(fit_names[fit]);
		nulls[4] = fit == BV_FIT_OK;
		if (fit != BV_FIT_OK)
			values[4] = CStringGetTextDatum(detail);
		SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc,
																values, nulls)));
	}
	SRF_RETURN_DONE(call);
}
