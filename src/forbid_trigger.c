/*
 * forbid_trigger.c: the triggers that keep classes out of a column
 *
 * They look at whole values with the validators, as short values are one thing,
 * and inside them with the finder; but not at text that has no trace of what is
 * forbidden, as most has none.  What is found is told by class and place.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/sysattr.h"
#include "access/xact.h"
#include "catalog/pg_trigger.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/tuptable.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "nodes/bitmapset.h"
#include "optimizer/optimizer.h"
#include "rewrite/prs2lock.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/datum.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "check_digit.h"
#include "class.h"
#include "class_set_type.h"
#include "compat.h"
#include "find_pii.h"
#include "forbid.h"
#include "json_path.h"
#include "trace.h"
#include "user_class.h"

/* Longer values than this are no single identifier, private keys aside, which are found. */
#define WHOLE_VALUE_MAX	128

/* A rule, as long as the statement runs. */
typedef struct Rule
{
	Oid			trigger;		/* of which it is */
	AttrNumber	attnum;
	BvForbidForm form;
	BvClassSet	classes;
	int			count;			/* of classes with validators */
	const BvClass **validated;
	BvTraces	of_values;		/* that there are of them in a text that is one */
	BvTraces	of_finds;		/* that there are where one is found */
	bool		is_second;		/* what the statement names is for the other trigger of the rule */
	bool		refuses;
	bool		warned;			/* in this statement; then others of the transaction are asked */
	BvFinder	finder;			/* begun anew for each value */
	FmgrInfo	output;			/* of BV_FORBID_OUTPUT */
	ArrayMetaState element;		/* of BV_FORBID_TEXT_ARRAY */
} Rule;

/* What was found, and where in the value. */
typedef struct Finding
{
	Rule	   *rule;
	int			class_number;	/* 0: nothing */
	int			character;		/* from 1, of the text or the part that holds it */
	int			element;		/* of an array, from 1; or 0 */
} Finding;

/* ---------- values ---------- */

static void
look_at_text(Finding *finding, const char *text, size_t length)
{
	Rule	   *rule = finding->rule;
	BvFound		found;

	if (length <= WHOLE_VALUE_MAX && bv_has_trace(&rule->of_values, text, length))
	{
		for (int i = 0; i < rule->count; i++)
		{
			if (bv_class_accepts(rule->validated[i], text, length))
			{
				const char *start = text;

				bv_trim(&start, &length);
				finding->class_number = rule->validated[i]->number;
				finding->character = bv_characters(text, start - text) + 1;
				return;
			}
		}
	}
	if (!bv_has_trace(&rule->of_finds, text, length))
		return;
	bv_find_again(&rule->finder, text, length);
	if (bv_find_next_text(&rule->finder, &found))
	{
		finding->class_number = found.class_number;
		finding->character = bv_characters(text, found.start) + 1;
	}
}

/* One value of JSON, or key of an object. */
static void
look_at_json_value(void *context, const char *text, size_t length)
{
	Finding    *finding = context;

	CHECK_FOR_INTERRUPTS();
	if (finding->class_number == 0)
		look_at_text(finding, text, length);
}

static void
look_at_json(Finding *finding, const char *json, Size length)
{
	char	   *scratch = palloc(length + 1);

	bv_json_visit_all(json, length, scratch, look_at_json_value, finding);
	pfree(scratch);
}

static void
look_at_varlena(Finding *finding, Datum value)
{
	struct varlena *text = PG_DETOAST_DATUM_PACKED(value);

	look_at_text(finding, VARDATA_ANY(text), VARSIZE_ANY_EXHDR(text));
	if (PointerGetDatum(text) != value)
		pfree(text);
}

static void
look_at_array(Finding *finding, Datum value)
{
	ArrayType  *array = DatumGetArrayTypeP(value);
	ArrayMetaState *element = &finding->rule->element;
	Datum	   *values;
	bool	   *nulls;
	int			count;

	deconstruct_array(array, ARR_ELEMTYPE(array), element->typlen, element->typbyval,
					  element->typalign, &values, &nulls, &count);
	for (int i = 0; i < count && finding->class_number == 0; i++)
	{
		finding->element = i + 1;
		if (!nulls[i])
			look_at_varlena(finding, values[i]);
	}
	pfree(values);
	pfree(nulls);
	if (PointerGetDatum(array) != value)
		pfree(array);
}

static void
look_at_value(Finding *finding, Datum value)
{
	switch (finding->rule->form)
	{
		case BV_FORBID_TEXT:
			look_at_varlena(finding, value);
			break;
		case BV_FORBID_JSON:
			{
				text	   *json = DatumGetTextPP(value);

				look_at_json(finding, VARDATA_ANY(json), VARSIZE_ANY_EXHDR(json));
				if (PointerGetDatum(json) != value)
					pfree(json);
				break;
			}
		case BV_FORBID_JSONB:
			{
				Jsonb	   *json = DatumGetJsonbP(value);
				char	   *text = JsonbToCString(NULL, &json->root, VARSIZE(json));

				look_at_json(finding, text, strlen(text));
				pfree(text);
				if (PointerGetDatum(json) != value)
					pfree(json);
				break;
			}
		case BV_FORBID_TEXT_ARRAY:
			look_at_array(finding, value);
			break;
		case BV_FORBID_OUTPUT:
			{
				char	   *text = OutputFunctionCall(&finding->rule->output, value);

				look_at_text(finding, text, strlen(text));
				pfree(text);
				break;
			}
		case BV_FORBID_NONE:
			break;
	}
}

/* ---------- messages ---------- */

/* Rules that have warned in this transaction; forgotten with it. */
static TransactionId warned_in = InvalidTransactionId;
static List *warned = NIL;

/* True once for each trigger in a transaction. */
static bool
first_warning(Oid trigger)
{
	TransactionId current = GetTopTransactionId();
	MemoryContext caller;

	if (!TransactionIdEquals(warned_in, current))
	{
		warned_in = current;
		warned = NIL;			/* its memory went with its transaction */
	}
	if (list_member_oid(warned, trigger))
		return false;
	caller = MemoryContextSwitchTo(TopTransactionContext);
	warned = lappend_oid(warned, trigger);
	MemoryContextSwitchTo(caller);
	return true;
}

static char *
place_of(const Finding *finding)
{
	switch (finding->rule->form)
	{
		case BV_FORBID_JSON:
		case BV_FORBID_JSONB:
			return psprintf("at character %d of a value or key in the JSON document", finding->character);
		case BV_FORBID_TEXT_ARRAY:
			return psprintf("at character %d of element %d", finding->character, finding->element);
		default:
			return psprintf("at character %d of the new value", finding->character);
	}
}

static void
report(Relation relation, Finding *finding)
{
	Rule	   *rule = finding->rule;
	char		buffer[BV_CLASS_NAME_SIZE];
	const char *class = bv_class_name(finding->class_number, buffer);
	const char *column =
		NameStr(TupleDescAttr(RelationGetDescr(relation), rule->attnum - 1)->attname);
	ErrorContextCallback *context = error_context_stack;

	if (!rule->refuses && (rule->warned || !first_warning(rule->trigger)))
	{
		rule->warned = true;
		return;
	}

	/*
	 * Neither the line of a COPY nor the text of the statement, which hold the
	 * value, may go along with the message.
	 */
	error_context_stack = NULL;
	ereport(rule->refuses ? ERROR : WARNING,
			(errcode(ERRCODE_CHECK_VIOLATION),
			 errmsg("column \"%s\" of relation \"%s\" %s not hold a value of class \"%s\"",
					column, RelationGetRelationName(relation),
					rule->refuses ? "must" : "should", class),
			 errdetail("One begins %s.", place_of(finding)),
			 rule->refuses ?
			 errhint("Leave it out or mask it. The owner of the table can allow it with function breachvalue.permit().") :
			 errhint("It was written, as may be more in this transaction: the rule of the column is to warn, once."),
			 errhidestmt(true),
			 errtablecol(relation, rule->attnum)));
	error_context_stack = context;
	rule->warned = true;
}

/* ---------- rules ---------- */

pg_noreturn static void
protocol_violated(const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
			 errmsg("function was not called by a trigger as breachvalue.forbid() makes them"),
			 errdetail("%s", detail)));
}

AttrNumber
bv_forbid_column(const Trigger *trigger)
{
	Bitmapset  *columns = NULL;
	int			member;

	if (trigger->tgnattr > 0)
		return trigger->tgnattr == 1 ? trigger->tgattr[0] : InvalidAttrNumber;
	if (trigger->tgqual != NULL)
		pull_varattnos(stringToNode(trigger->tgqual), PRS2_NEW_VARNO, &columns);
	if (!bms_get_singleton_member(columns, &member))
		return InvalidAttrNumber;
	member += FirstLowInvalidHeapAttributeNumber;
	return member > 0 ? member : InvalidAttrNumber;
}

/* Is there another trigger of the same rule, for statements that name the column? */
static bool
is_second(Relation relation, const Trigger *own, AttrNumber attnum)
{
	TriggerDesc *triggers = relation->trigdesc;

	for (int i = 0; own->tgnattr == 0 && i < triggers->numtriggers; i++)
	{
		Trigger    *other = &triggers->triggers[i];

		if (other->tgfoid == own->tgfoid && other->tgnattr == 1 && other->tgattr[0] == attnum &&
			TRIGGER_FOR_UPDATE(other->tgtype) && TRIGGER_FOR_ROW(other->tgtype) &&
			TRIGGER_FOR_BEFORE(other->tgtype) && other->tgnargs == own->tgnargs &&
			strcmp(other->tgargs[0], own->tgargs[0]) == 0 &&
			strcmp(other->tgargs[1], own->tgargs[1]) == 0)
			return true;
	}
	return false;
}

/*
 * What a later trigger makes of the value would not be looked at, and the
 * generated columns are filled in after all of them.
 */
static void
check_order(Relation relation, const Trigger *own, TriggerEvent event)
{
	TriggerDesc *triggers = relation->trigdesc;
	int16		wanted = TRIGGER_FIRED_BY_INSERT(event) ? TRIGGER_TYPE_INSERT : TRIGGER_TYPE_UPDATE;

	for (int i = 0; i < triggers->numtriggers; i++)
	{
		Trigger    *other = &triggers->triggers[i];

		if (TRIGGER_TYPE_MATCHES(other->tgtype, TRIGGER_TYPE_ROW, TRIGGER_TYPE_BEFORE, wanted) &&
			other->tgenabled != TRIGGER_DISABLED && other->tgfoid != own->tgfoid &&
			strcmp(other->tgname, own->tgname) > 0)
			ereport(ERROR,
					(errcode(ERRCODE_OBJECT_NOT_IN_PREREQUISITE_STATE),
					 errmsg("trigger \"%s\" of relation \"%s\" would fire after trigger \"%s\", which looks at what is written",
							other->tgname, RelationGetRelationName(relation), own->tgname),
					 errhint("Triggers fire in order of their names: give it one that comes before.")));
	}
}

static pg_noinline Rule *
make_rule(FunctionCallInfo fcinfo, TriggerData *data)
{
	Trigger    *trigger = data->tg_trigger;
	Relation	relation = data->tg_relation;
	MemoryContext caller;
	Rule	   *rule;
	const char *action;
	Oid			type;
	Oid			function;
	bool		is_varlena;

	if (!TRIGGER_FOR_ROW(trigger->tgtype) || TRIGGER_FOR_INSTEAD(trigger->tgtype) ||
		TRIGGER_FOR_DELETE(trigger->tgtype))
		protocol_violated("It must fire for each row that is inserted or updated in a table.");
	if (trigger->tgnargs != 2)
		protocol_violated("Its arguments must be a set of classes and an action.");
	action = trigger->tgargs[1];
	if (strcmp(action, BV_REFUSE) != 0 && strcmp(action, BV_WARN) != 0)
		protocol_violated("Its second argument must be an action.");
	if (TRIGGER_FIRED_BEFORE(data->tg_event))
		check_order(relation, trigger, data->tg_event);

	caller = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	rule = palloc0(sizeof(Rule));
	rule->trigger = trigger->tgoid;
	rule->attnum = bv_forbid_column(trigger);
	if (rule->attnum == InvalidAttrNumber)
		protocol_violated("It must be for one column, or its condition name one of NEW.");
	rule->is_second = is_second(relation, trigger, rule->attnum);
	rule->refuses = strcmp(action, BV_REFUSE) == 0;
	rule->classes = bv_class_set_from_text(trigger->tgargs[0]);
	rule->validated = palloc(sizeof(BvClass *) * Max(bv_class_set_count(&rule->classes), 1));
	for (int n = bv_class_set_next(&rule->classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(&rule->classes, n))
	{
		const BvClass *class = bv_any_class_by_number(n);

		if (class != NULL && bv_class_is_validated(class))
			rule->validated[rule->count++] = class;
	}

	rule->of_values = bv_traces_of_values(&rule->classes);
	rule->of_finds = bv_traces_of_finds(&rule->classes);
	bv_find_begin_text(&rule->finder, "", 0, &rule->classes);

	type = TupleDescAttr(RelationGetDescr(relation), rule->attnum - 1)->atttypid;
	rule->form = bv_forbid_form(type);
	type = getBaseType(type);
	if (rule->form == BV_FORBID_OUTPUT)
	{
		getTypeOutputInfo(type, &function, &is_varlena);
		fmgr_info_cxt(function, &rule->output, fcinfo->flinfo->fn_mcxt);
	}
	else if (rule->form == BV_FORBID_TEXT_ARRAY)
		get_typlenbyvalalign(get_element_type(type), &rule->element.typlen,
							 &rule->element.typbyval, &rule->element.typalign);
	MemoryContextSwitchTo(caller);
	fcinfo->flinfo->fn_extra = rule;
	return rule;
}

/* An attribute of a row, read where it is rather than with all that are before it. */
static inline Datum
attribute_of(HeapTuple row, TupleTableSlot *slot, AttrNumber attnum, TupleDesc descriptor,
			 bool *is_null)
{
	return slot->tts_nvalid >= attnum ? slot_getattr(slot, attnum, is_null) :
		heap_getattr(row, attnum, descriptor, is_null);
}

/* Is it nothing new: a column that was not written to, or the same bytes? */
static pg_noinline bool
is_as_before(const Rule *rule, const TriggerData *data, Datum value)
{
	TupleDesc	descriptor = RelationGetDescr(data->tg_relation);
	Form_pg_attribute attribute = TupleDescAttr(descriptor, rule->attnum - 1);
	Datum		old_value;
	bool		is_null;

	if (rule->is_second &&
		bms_is_member(rule->attnum - FirstLowInvalidHeapAttributeNumber, data->tg_updatedcols))
		return true;
	old_value = attribute_of(data->tg_trigtuple, data->tg_trigslot, rule->attnum, descriptor,
							 &is_null);
	return !is_null && datumIsEqual(value, old_value, attribute->attbyval, attribute->attlen);
}

/* What most text is: longer than what is looked at as a whole, and without a trace. */
static inline bool
is_harmless(const Rule *rule, Datum value)
{
	struct varlena *text = (struct varlena *) DatumGetPointer(value);
	Size		length;

	if (rule->form != BV_FORBID_TEXT || VARATT_IS_EXTERNAL(text) || VARATT_IS_COMPRESSED(text))
		return false;
	length = VARSIZE_ANY_EXHDR(text);
	return length > WHOLE_VALUE_MAX && !bv_has_trace(&rule->of_finds, VARDATA_ANY(text), length);
}

/* Apart from what is done for each row. */
static pg_noinline void
look(Rule *rule, Relation relation, Datum value)
{
	Finding		finding = {.rule = rule};

	look_at_value(&finding, value);
	if (finding.class_number != 0)
		report(relation, &finding);
}

PG_FUNCTION_INFO_V1(breachvalue_keep_out);
Datum
breachvalue_keep_out(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	Rule	   *rule = fcinfo->flinfo->fn_extra;
	bool		is_update;
	HeapTuple	row;
	Datum		value;
	bool		is_null;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function was not called by a trigger as breachvalue.forbid() makes them")));
	if (rule == NULL || rule->trigger != data->tg_trigger->tgoid)
		rule = make_rule(fcinfo, data);

	is_update = TRIGGER_FIRED_BY_UPDATE(data->tg_event);
	row = is_update ? data->tg_newtuple : data->tg_trigtuple;
	value = attribute_of(row, is_update ? data->tg_newslot : data->tg_trigslot, rule->attnum,
						 RelationGetDescr(data->tg_relation), &is_null);
	if (!is_null && !(is_update && is_as_before(rule, data, value)) && !is_harmless(rule, value))
		look(rule, data->tg_relation, value);
	return PointerGetDatum(TRIGGER_FIRED_AFTER(data->tg_event) ? NULL : row);
}
