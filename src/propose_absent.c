/*
 * propose_absent.c: frequent values that stand for nothing
 *
 * From planner statistics alone, of those who may see them.  A value is shown
 * only when it is one that everybody knows to be a placeholder: what else is
 * frequent where values should be different may be somebody's.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_statistic.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/syscache.h"

#include "compat.h"
#include "held.h"
#include "label.h"
#include "placeholder.h"
#include "statistics.h"

/* Values of a column that has more than this share of different ones are mostly of one person. */
#define DIFFERENT_SHARE	0.2

/* A value that has more than this share of their rows is then of nobody. */
#define FREQUENT_SHARE	0.01

typedef struct Proposal
{
	AttrNumber	attnum;
	char	   *value;			/* or NULL: not to be shown */
	double		share;
	const char *reason;
} Proposal;

typedef struct Proposals
{
	int			count;
	int			room;
	Proposal   *proposal;
} Proposals;

static void
add_proposal(Proposals *proposals, Proposal proposal)
{
	if (proposals->count == proposals->room)
	{
		proposals->room = Max(16, 2 * proposals->room);
		proposals->proposal = proposals->proposal == NULL ?
			palloc(proposals->room * sizeof(Proposal)) :
			repalloc(proposals->proposal, proposals->room * sizeof(Proposal));
	}
	proposals->proposal[proposals->count++] = proposal;
}

/* Looks at one frequent value, if it is held so far. */
static void
consider(Proposals *proposals, const BvLabelledColumn *column, BvHeldRule *rule,
		 Oid type, Datum value, double share, bool different)
{
	char	   *text = bv_text_of_value(type, value);
	const char *reason;
	Proposal	proposal = {.attnum = column->attnum, .share = share};

	if (text == NULL)
		return;
	if (rule != NULL)
	{
		BvClassSet	held = bv_held_by_rule(rule, value);

		if (bv_class_set_is_empty(&held))
			return;
	}
	reason = bv_placeholder(text, strlen(text));
	if (reason != NULL && strcmp(reason, "blank") == 0)
		return;					/* is not held anyway */
	if (reason != NULL)
	{
		proposal.value = text;
		proposal.reason = reason;
	}
	else if (different && share > FREQUENT_SHARE)
		proposal.reason = "too frequent to be one person's, among values that mostly differ";
	else
		return;
	add_proposal(proposals, proposal);
}

static void
consider_column(Proposals *proposals, Oid relid, const BvLabelledColumn *column)
{
	HeapTuple	tuple = bv_column_statistics(relid, column->attnum, false);
	AttStatsSlot slot;
	double		distinct;

	if (!HeapTupleIsValid(tuple))
		tuple = bv_column_statistics(relid, column->attnum, true);
	if (!HeapTupleIsValid(tuple))
		return;
	distinct = ((Form_pg_statistic) GETSTRUCT(tuple))->stadistinct;
	if (get_attstatsslot(&slot, tuple, STATISTIC_KIND_MCV, InvalidOid,
						 ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
	{
		BvHeldRule *rule = bv_held_rule(column->label.plain ? NULL : column->label.text,
										&column->label.classes, slot.valuetype, NULL);

		for (int i = 0; i < slot.nvalues && i < slot.nnumbers; i++)
			consider(proposals, column, rule, slot.valuetype, slot.values[i],
					 slot.numbers[i], distinct < -DIFFERENT_SHARE);
		free_attstatsslot(&slot);
	}
	ReleaseSysCache(tuple);
}

PG_FUNCTION_INFO_V1(breachvalue_propose_absent);
Datum
breachvalue_propose_absent(PG_FUNCTION_ARGS)
{
	Oid			relid = PG_GETARG_OID(0);
	FuncCallContext *call;
	Proposals  *proposals;

	if (SRF_IS_FIRSTCALL())
	{
		MemoryContext caller;
		BvLabels   *labels;

		call = SRF_FIRSTCALL_INIT();
		caller = MemoryContextSwitchTo(call->multi_call_memory_ctx);
		if (get_call_result_type(fcinfo, NULL, &call->tuple_desc) != TYPEFUNC_COMPOSITE)
			elog(ERROR, "return type must be a row type");
		BlessTupleDesc(call->tuple_desc);
		labels = bv_copy_labels(bv_labels_of(relid));
		proposals = palloc0(sizeof(Proposals));
		for (int i = 0; i < labels->count; i++)
			consider_column(proposals, relid, &labels->column[i]);
		call->user_fctx = proposals;
		MemoryContextSwitchTo(caller);
	}

	call = SRF_PERCALL_SETUP();
	proposals = call->user_fctx;
	if (call->call_cntr < proposals->count)
	{
		Proposal   *proposal = &proposals->proposal[call->call_cntr];
		NameData	name;
		Datum		values[4];
		bool		nulls[4] = {false};

		namestrcpy(&name, get_attname(relid, proposal->attnum, false));
		values[0] = NameGetDatum(&name);
		nulls[1] = proposal->value == NULL;
		if (proposal->value != NULL)
			values[1] = CStringGetTextDatum(proposal->value);
		values[2] = DirectFunctionCall2(numeric_round,
										DirectFunctionCall1(float8_numeric,
															Float8GetDatum(proposal->share)),
										Int32GetDatum(4));
		values[3] = CStringGetTextDatum(proposal->reason);
		SRF_RETURN_NEXT(call, HeapTupleGetDatum(heap_form_tuple(call->tuple_desc,
																values, nulls)));
	}
	SRF_RETURN_DONE(call);
}
