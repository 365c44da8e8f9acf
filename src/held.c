/*
 * held.c: which classes a value holds, by the label of its column
 *
 * A value is looked at as text, as PostgreSQL writes it, but for dates, which
 * are written as ISO 8601 has them whatever the session prefers, and numerics,
 * without zeros behind them.  Of text, the first 64 kB are looked at.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "datatype/timestamp.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/jsonb.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/timestamp.h"
#include "utils/typcache.h"

#include "class.h"
#include "compat.h"
#include "held.h"
#include "held_text.h"
#include "json_path.h"
#include "label_parser.h"
#include "named_class.h"
#include "sample.h"
#include "user_class.h"

/* How much of a text is looked at, in bytes. */
#define TEXT_LIMIT	BV_HELD_TEXT_LIMIT

/* How the values of a type are taken apart, or made text. */
typedef enum Form
{
	FORM_TEXT,
	FORM_DATE,
	FORM_TIMESTAMP,
	FORM_TIMESTAMPTZ,
	FORM_NUMERIC,
	FORM_OTHER,
	FORM_JSON,
	FORM_JSONB,
	FORM_ARRAY,
	FORM_COMPOSITE
} Form;

typedef struct TypeForm
{
	Oid			type;
	Form		form;
	FmgrInfo	output;			/* of FORM_OTHER */
	struct TypeForm *element;	/* of FORM_ARRAY, and how its elements are stored */
	int16		length;
	bool		by_value;
	char		alignment;
	struct TypeForm *next;
} TypeForm;

/* What is said of the value, or of what is in it at a path. */
typedef struct Part
{
	int			key_count;
	BvLabelSlice *key;
	BvHeldText	text;
	int16	   *named;			/* numbers of its classes by their names; NULL: their own */
} Part;

struct BvHeldRule
{
	MemoryContext context;
	TypeForm   *forms;			/* known so far */
	TypeForm   *form;			/* of the column */
	int			count;
	Part		part[FLEXIBLE_ARRAY_MEMBER];
};

/* A part of a rule that is being looked at, and what it was found to hold. */
typedef struct Finding
{
	const Part *part;
	BvClassSet	held;
} Finding;

/* ---------- text ---------- */

/* How far to look for something in text that begins with white space, in bytes. */
#define BLANK_LIMIT	(1024 * 1024)

bool
bv_is_white_space(struct varlena *text)
{
	Size		size = toast_raw_datum_size(PointerGetDatum(text)) - VARHDRSZ;

	if (!VARATT_IS_EXTERNAL(text) && !VARATT_IS_COMPRESSED(text))
		return size <= BLANK_LIMIT && bv_is_blank(VARDATA_ANY(text), VARSIZE_ANY_EXHDR(text));

	/* no more of it is read than needed */
	for (Size slice = 256; slice <= BLANK_LIMIT; slice *= 16)
	{
		struct varlena *start = detoast_attr_slice(text, 0, Min(slice, size));
		bool		blank = bv_is_blank(VARDATA_ANY(start), VARSIZE_ANY_EXHDR(start));

		pfree(start);
		if (!blank || slice >= size)
			return blank;
	}
	return false;
}

/* One value, as text. */
static void
hold_text(void *context, const char *text, size_t length)
{
	Finding    *finding = context;

	CHECK_FOR_INTERRUPTS();
	bv_hold_text(&finding->part->text, text, length, &finding->held);
}

/* ---------- values ---------- */

static void
hold_varlena(Finding *finding, Datum value)
{
	struct varlena *text = (struct varlena *) DatumGetPointer(value);
	Size		size = toast_raw_datum_size(value) - VARHDRSZ;
	struct varlena *start;

	if (bv_is_blank_text(value))
		return;
	start = size > TEXT_LIMIT ? detoast_attr_slice(text, 0, TEXT_LIMIT) :
		pg_detoast_datum_packed(text);
	if (size > TEXT_LIMIT)		/* whatever it is, it is there */
		finding->held = bv_class_set_union(&finding->held, &finding->part->text.classes);
	hold_text(finding, VARDATA_ANY(start), VARSIZE_ANY_EXHDR(start));
	if (start != text)
		pfree(start);
}

static char *
text_of_timestamp(Timestamp value, bool with_zone)
{
	char		text[MAXDATELEN + 1] = "";
	struct pg_tm tm;
	fsec_t		fraction;
	int			zone;
	const char *name;

	if (TIMESTAMP_NOT_FINITE(value))
		EncodeSpecialTimestamp(value, text);
	else if (timestamp2tm(value, with_zone ? &zone : NULL, &tm, &fraction,
						  with_zone ? &name : NULL, NULL) != 0)
		return pstrdup("");
	else if (tm.tm_hour == 0 && tm.tm_min == 0 && tm.tm_sec == 0 && fraction == 0)
		EncodeDateOnly(&tm, USE_ISO_DATES, text);
	else
		EncodeDateTime(&tm, fraction, false, 0, NULL, USE_ISO_DATES, text);
	return pstrdup(text);
}

static char *
text_of_date(DateADT value)
{
	char		text[MAXDATELEN + 1] = "";
	struct pg_tm tm;

	if (DATE_NOT_FINITE(value))
		EncodeSpecialDate(value, text);
	else
	{
		j2date(value + POSTGRES_EPOCH_JDATE, &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
		EncodeDateOnly(&tm, USE_ISO_DATES, text);
	}
	return pstrdup(text);
}

/* A value that is not taken apart. */
static char *
text_of(TypeForm *form, Datum value)
{
	switch (form->form)
	{
		case FORM_TEXT:
			return TextDatumGetCString(value);
		case FORM_DATE:
			return text_of_date(DatumGetDateADT(value));
		case FORM_TIMESTAMP:
			return text_of_timestamp(DatumGetTimestamp(value), false);
		case FORM_TIMESTAMPTZ:
			return text_of_timestamp(DatumGetTimestampTz(value), true);
		case FORM_NUMERIC:
			return numeric_normalize(DatumGetNumeric(value));
		default:
			return OutputFunctionCall(&form->output, value);
	}
}

static void
hold_json(Finding *finding, const char *json, Size length, int depth)
{
	char	   *scratch = palloc(length + 1);

	bv_json_visit(json, length, finding->part->key + depth, finding->part->key_count - depth,
				  scratch, hold_text, finding);
	pfree(scratch);
}

static TypeForm *
form_of_type(BvHeldRule *rule, Oid type)
{
	MemoryContext caller;
	TypeForm   *form;
	Oid			function;
	bool		is_varlena;

	for (form = rule->forms; form != NULL; form = form->next)
	{
		if (form->type == type)
			return form;
	}
	check_stack_depth();
	caller = MemoryContextSwitchTo(rule->context);
	form = palloc0(sizeof(TypeForm));
	form->type = type;
	type = getBaseType(type);
	if (bv_blank_of_type(type) == BV_BLANK_TEXT)
		form->form = FORM_TEXT;
	else if (OidIsValid(get_element_type(type)))
	{
		form->form = FORM_ARRAY;
		form->element = form_of_type(rule, get_element_type(type));
		get_typlenbyvalalign(get_element_type(type), &form->length, &form->by_value,
							 &form->alignment);
	}
	else if (type_is_rowtype(type))
		form->form = FORM_COMPOSITE;
	else
	{
		form->form = type == DATEOID ? FORM_DATE : type == TIMESTAMPOID ? FORM_TIMESTAMP :
			type == TIMESTAMPTZOID ? FORM_TIMESTAMPTZ : type == NUMERICOID ? FORM_NUMERIC :
			type == JSONOID ? FORM_JSON : type == JSONBOID ? FORM_JSONB : FORM_OTHER;
		getTypeOutputInfo(type, &function, &is_varlena);
		fmgr_info_cxt(function, &form->output, rule->context);
	}
	form->next = rule->forms;
	rule->forms = form;
	MemoryContextSwitchTo(caller);
	return form;
}

static void hold_value(BvHeldRule *rule, Finding *finding, TypeForm *form,
					   Datum value, int depth);

static void
hold_array(BvHeldRule *rule, Finding *finding, TypeForm *form, Datum value, int depth)
{
	ArrayType  *array = DatumGetArrayTypeP(value);
	Datum	   *values;
	bool	   *nulls;
	int			count;

	deconstruct_array(array, ARR_ELEMTYPE(array), form->length, form->by_value,
					  form->alignment, &values, &nulls, &count);
	for (int i = 0; i < count; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (!nulls[i])
			hold_value(rule, finding, form->element, values[i], depth);
	}
	pfree(values);
	pfree(nulls);
	if (PointerGetDatum(array) != value)
		pfree(array);
}

static void
hold_composite(BvHeldRule *rule, Finding *finding, Datum value, int depth)
{
	const Part *part = finding->part;
	HeapTupleHeader record = DatumGetHeapTupleHeader(value);
	TupleDesc	descriptor = lookup_rowtype_tupdesc_copy(HeapTupleHeaderGetTypeId(record),
														 HeapTupleHeaderGetTypMod(record));
	HeapTupleData tuple = {0};
	Datum	   *values = palloc(descriptor->natts * sizeof(Datum));
	bool	   *nulls = palloc(descriptor->natts * sizeof(bool));

	tuple.t_len = HeapTupleHeaderGetDatumLength(record);
	ItemPointerSetInvalid(&tuple.t_self);
	tuple.t_data = record;
	heap_deform_tuple(&tuple, descriptor, values, nulls);
	for (int i = 0; i < descriptor->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(descriptor, i);
		const char *name = NameStr(attribute->attname);

		if (nulls[i] || attribute->attisdropped ||
			(depth < part->key_count &&
			 (strlen(name) != part->key[depth].length ||
			  memcmp(name, part->key[depth].start, strlen(name)) != 0)))
			continue;
		hold_value(rule, finding, form_of_type(rule, attribute->atttypid), values[i],
				   Min(depth + 1, part->key_count));
	}

	/* there may be millions of them in an array */
	pfree(values);
	pfree(nulls);
	FreeTupleDesc(descriptor);
	if (PointerGetDatum(record) != value)
		pfree(record);
}

/* A value to which so many keys of the path have led. */
static void
hold_value(BvHeldRule *rule, Finding *finding, TypeForm *form, Datum value, int depth)
{
	char	   *text;

	check_stack_depth();
	switch (form->form)
	{
		case FORM_ARRAY:
			hold_array(rule, finding, form, value, depth);
			return;
		case FORM_COMPOSITE:
			hold_composite(rule, finding, value, depth);
			return;
		case FORM_JSON:
			{
				struct varlena *json = PG_DETOAST_DATUM_PACKED(value);

				hold_json(finding, VARDATA_ANY(json), VARSIZE_ANY_EXHDR(json), depth);
				if (PointerGetDatum(json) != value)
					pfree(json);
				return;
			}
		case FORM_JSONB:
			{
				Jsonb	   *json = DatumGetJsonbP(value);

				text = JsonbToCString(NULL, &json->root, VARSIZE(json));
				hold_json(finding, text, strlen(text), depth);
				pfree(text);
				if (PointerGetDatum(json) != value)
					pfree(json);
				return;
			}
		default:
			break;
	}
	if (depth < finding->part->key_count)	/* there are no fields in it */
		return;
	if (form->form == FORM_TEXT)
	{
		hold_varlena(finding, value);
		return;
	}
	text = text_of(form, value);
	if (*text == '\0')			/* such as a name: it is there, in any type but text */
		finding->held = bv_class_set_union(&finding->held, &finding->part->text.classes);
	else
		hold_text(finding, text, strlen(text));
	pfree(text);
}

/* ---------- rules ---------- */

/* The classes of that name that are known; a label that names others is not used. */
static const BvClass **
classes_named(const BvLabel *label, BvLabelRange names, int *count)
{
	const BvClass **classes = palloc(Max(names.count, 1) * sizeof(BvClass *));

	*count = 0;
	for (int i = names.first; i < names.first + names.count; i++)
	{
		const BvClass *class = bv_any_class_by_name(label->name[i].start,
													label->name[i].length);

		if (class != NULL)
			classes[(*count)++] = class;
	}
	return classes;
}

static BvLabelSlice
unquoted(const BvLabelSlice *slice)
{
	char	   *text = palloc(slice->length + 1);
	BvLabelSlice result = {text, bv_label_unquote(slice, text)};

	return result;
}

/* "000, N/A" as "000" and "n/a". */
static void
read_absent(BvHeldText *held, const BvLabelSlice *quoted)
{
	BvLabelSlice list = unquoted(quoted);
	const char *end = list.start + list.length;
	int			room = 1;

	for (const char *p = list.start; p < end; p++)
		room += *p == ',';
	held->absent = palloc(room * sizeof(BvLabelSlice));
	for (const char *p = list.start; p <= end;)
	{
		const char *comma = memchr(p, ',', end - p);
		BvLabelSlice *absent = &held->absent[held->absent_count++];

		absent->start = p;
		absent->length = (comma == NULL ? end : comma) - p;
		p += absent->length + 1;
		*absent = bv_trimmed(absent->start, absent->length);
	}
}

/* What numbers the classes of a part have by their names. */
static int16 *
named_classes(const BvHeldText *held, BvNameTable *names, const char *protection)
{
	BvClassSet	all = held->classes;
	int16	   *named;

	for (int i = 0; i < held->alternative_count; i++)
		bv_class_set_add(&all, held->alternative[i]->number);
	for (int i = 0; i < held->carried_count; i++)
		bv_class_set_add(&all, held->carried[i]->number);
	if (names == NULL || (*protection == '\0' && !bv_class_set_has_names(&all)))
		return NULL;
	named = palloc0(BV_CLASS_LIMIT * sizeof(int16));
	for (int n = bv_class_set_next(&all, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(&all, n))
	{
		BvClassSet	one = {{0}};

		bv_class_set_add(&one, n);
		one = bv_name_classes(names, &one, protection);
		named[n] = bv_class_set_next(&one, 0);
	}
	return named;
}

static void
read_part(Part *part, const BvLabel *label, const BvLabelPart *said, BvNameTable *names)
{
	BvHeldText *held = &part->text;
	char		protection[BV_WORD_SIZE];

	held->accepts = bv_class_accepts;
	held->alternative = classes_named(label, said->classes, &held->alternative_count);
	held->carried = classes_named(label, said->may_hold, &held->carried_count);
	if (held->alternative_count > 0)
		bv_class_set_add(&held->classes, held->alternative[0]->number);
	if (held->alternative_count == 1)
		held->alternative_count = 0;
	if (said->absent.length > 0)
		read_absent(held, &said->absent);
	(void) bv_classes_of_part(label, said, protection);
	part->named = named_classes(held, names, protection);
	part->key_count = said->path.count;
	part->key = palloc(Max(part->key_count, 1) * sizeof(BvLabelSlice));
	for (int i = 0; i < part->key_count; i++)
		part->key[i] = unquoted(&label->key[said->path.first + i]);
}

BvHeldRule *
bv_held_rule(const char *text, const BvClassSet *classes, Oid type, BvNameTable *names)
{
	BvLabel		label;
	BvLabelError error;
	BvHeldRule *rule;

	if (text == NULL && bv_blank_of_type(type) != BV_BLANK_PARTS)
		return NULL;
	if (text != NULL && !bv_label_parse(text, strlen(text), &label, &error))
		return NULL;			/* it was read before */
	rule = palloc0(offsetof(BvHeldRule, part) +
				   (text == NULL ? 1 : label.part_count) * sizeof(Part));
	rule->context = CurrentMemoryContext;
	if (text == NULL)
	{
		rule->count = 1;
		rule->part[0].text.classes = *classes;
		rule->part[0].text.accepts = bv_class_accepts;
	}
	else
	{
		for (int i = 0; i < label.part_count; i++)
			read_part(&rule->part[rule->count++], &label, &label.part[i], names);
	}
	rule->form = form_of_type(rule, type);
	return rule;
}

static BvClassSet
by_name(const Finding *finding)
{
	BvClassSet	named = {{0}};

	for (int n = bv_class_set_next(&finding->held, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(&finding->held, n))
		bv_class_set_add(&named, finding->part->named[n]);
	return named;
}

BvClassSet
bv_held_by_rule(BvHeldRule *rule, Datum value)
{
	BvClassSet	held = {{0}};

	for (int i = 0; i < rule->count; i++)
	{
		Finding		finding = {.part = &rule->part[i]};

		hold_value(rule, &finding, rule->form, value, 0);
		if (finding.part->named != NULL)
			finding.held = by_name(&finding);
		held = bv_class_set_union(&held, &finding.held);
	}
	return held;
}

char *
bv_text_of_value(Oid type, Datum value)
{
	BvHeldRule	rule = {.context = CurrentMemoryContext};
	TypeForm   *form = form_of_type(&rule, type);

	switch (form->form)
	{
		case FORM_JSON:
		case FORM_JSONB:
		case FORM_ARRAY:
		case FORM_COMPOSITE:
			return NULL;
		default:
			return text_of(form, value);
	}
}
