/* label_column.c: what the label of a column says, and whether it fits the column */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/typcache.h"

#include "class_set_type.h"
#include "compat.h"
#include "label.h"
#include "label_table.h"
#include "protection.h"
#include "user_class.h"

static const char column_hint[] =
"A label is the name of a class, several with | between them, fields in braces, or not_personal; "
"options follow in parentheses.";

/* The part of a label, cut short so that it fits a message. */
static char *
slice_text(const BvLabelSlice *slice)
{
	return pnstrdup(slice->start,
					pg_mbcliplen(slice->start, slice->length, NAMEDATALEN - 1));
}

/* Adds the named classes; returns the first name that is of none, or NULL. */
static const BvLabelSlice *
add_classes(const BvLabel *label, BvLabelRange names, BvClassSet *classes)
{
	for (int i = names.first; i < names.first + names.count; i++)
	{
		const BvLabelSlice *name = &label->name[i];
		const BvClass *class = bv_any_class_by_name(name->start, name->length);

		if (class == NULL)
			return name;
		bv_class_set_add(classes, class->number);
	}
	return NULL;
}

BvClassSet
bv_classes_of_part(const BvLabel *label, const BvLabelPart *part, char protection[BV_WORD_SIZE])
{
	BvClassSet	classes = {{0}};

	(void) add_classes(label, part->classes, &classes);
	protection[0] = '\0';
	if (bv_is_class_word(part->protected.start, part->protected.length))
		strlcpy(protection, pnstrdup(part->protected.start, part->protected.length),
				BV_WORD_SIZE);
	return classes;
}

/* Fills in the classes of a label; returns a name that is of none, or NULL. */
static const BvLabelSlice *
read_classes(const BvLabel *parsed, BvColumnLabel *label)
{
	const BvLabelSlice *missing = NULL;

	for (int i = 0; i < parsed->part_count && missing == NULL; i++)
	{
		missing = add_classes(parsed, parsed->part[i].classes, &label->classes);
		if (missing == NULL)
			missing = add_classes(parsed, parsed->part[i].may_hold, &label->may_hold);
		label->has_protected |= parsed->part[i].protected.length > 0;
	}
	label->plain = !parsed->has_fields && parsed->name_count <= 1 &&
		(parsed->part_count == 0 || parsed->part[0].absent.length == 0);
	if (label->plain && parsed->part_count > 0)
		(void) bv_classes_of_part(parsed, &parsed->part[0], label->protection);
	return missing;
}

/* A protection that is none, or NULL. */
static const BvLabelSlice *
missing_protection(const BvLabel *parsed)
{
	for (int i = 0; i < parsed->part_count; i++)
	{
		const BvLabelSlice *protection = &parsed->part[i].protected;

		if (protection->length > 0 &&
			!bv_protection_exists(pnstrdup(protection->start, protection->length)))
			return protection;
	}
	return NULL;
}

/* The type of the field of a row type, or InvalidOid. */
static Oid
field_type(Oid type, const BvLabelSlice *key)
{
	TupleDesc	descriptor = lookup_rowtype_tupdesc_copy(type, -1);
	char	   *name = palloc(key->length + 1);

	name[bv_label_unquote(key, name)] = '\0';
	for (int i = 0; i < descriptor->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(descriptor, i);

		if (!attribute->attisdropped && strcmp(NameStr(attribute->attname), name) == 0)
			return attribute->atttypid;
	}
	return InvalidOid;
}

/* Can there be such a field in values of the type?  NULL, or why not. */
static char *
misfit(const BvLabel *parsed, BvLabelRange path, Oid type)
{
	for (int i = 0; i < path.count; i++)
	{
		const BvLabelSlice *key = &parsed->key[path.first + i];
		Oid			element;

		type = getBaseType(type);
		element = get_element_type(type);
		if (OidIsValid(element))
			type = getBaseType(element);
		if (type == JSONOID || type == JSONBOID)
			return NULL;
		if (!type_is_rowtype(type) || type == RECORDOID)
			return psprintf("Values of type %s have no fields.", format_type_be(type));
		element = field_type(type, key);
		if (!OidIsValid(element))
			return psprintf("Values of type %s have no field %s.",
							format_type_be(type), slice_text(key));
		type = element;
	}
	return NULL;
}

static char *
first_misfit(const BvLabel *parsed, Oid type)
{
	char	   *detail = NULL;

	for (int i = 0; i < parsed->part_count && detail == NULL && OidIsValid(type); i++)
		detail = misfit(parsed, parsed->part[i].path, type);
	return detail;
}

BvLabelFit
bv_read_label(const char *text, Oid type, BvColumnLabel *label, char **detail)
{
	BvLabel		parsed;
	BvLabelError error;
	const BvLabelSlice *missing;

	memset(label, 0, sizeof(*label));
	label->text = text;
	if (!bv_label_parse(text, strlen(text), &parsed, &error))
	{
		*detail = psprintf("Expected %s.", error.expected);
		return BV_FIT_NO_LABEL;
	}
	missing = read_classes(&parsed, label);
	if (missing != NULL)
	{
		*detail = psprintf("There is no class \"%s\".", slice_text(missing));
		return BV_FIT_CLASS_MISSING;
	}
	*detail = first_misfit(&parsed, type);
	if (*detail != NULL)
		return BV_FIT_TYPE_CHANGED;
	missing = missing_protection(&parsed);
	if (missing == NULL)
		return BV_FIT_OK;
	*detail = psprintf("There is no protection \"%s\"; what it stands for counts in full.",
					   slice_text(missing));
	return BV_FIT_PROTECTION_MISSING;
}

void
bv_check_label(const char *text, Oid type)
{
	BvLabel		parsed;
	BvLabelError error;
	BvColumnLabel label = {0};
	const BvLabelSlice *missing;
	char	   *detail;

	if (!bv_label_parse(text, strlen(text), &parsed, &error))
		bv_raise_invalid_label(text, &error, column_hint);
	missing = read_classes(&parsed, &label);
	if (missing != NULL && !bv_may_be_to_come())
		bv_unrecognized_class(slice_text(missing), ERRCODE_INVALID_PARAMETER_VALUE);
	missing = missing_protection(&parsed);
	if (missing != NULL && !bv_may_be_to_come())
		bv_unrecognized_protection(slice_text(missing));
	detail = first_misfit(&parsed, type);
	if (detail != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("label \"%s\" does not fit the type of the column", text),
				 errdetail("%s", detail)));
}
