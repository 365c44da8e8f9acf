/* named_class.c: classes by the names that they have in an exposure */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"

#include "class_set_type.h"
#include "compat.h"
#include "exposure.h"
#include "label_parser.h"
#include "named_class.h"
#include "user_class.h"

BvClassSet
bv_name_classes(BvNameTable *names, const BvClassSet *classes, const char *protection)
{
	bool		is_protected = protection != NULL && *protection != '\0';
	BvClassSet	named = {{0}};

	if (!is_protected && !bv_class_set_has_names(classes))
		return *classes;
	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		char		class[BV_CLASS_NAME_SIZE];
		char		name[BV_NAME_SIZE];
		int			number = n;

		if (is_protected || n >= BV_USER_CLASS_FIRST)
		{
			snprintf(name, sizeof(name), is_protected ? "%s/%s" : "%s",
					 bv_class_name(n, class), protection);
			number = bv_name_table_add(names, name);
			if (number == 0)
				bv_too_many_names();
		}
		bv_class_set_add(&named, number);
	}
	return named;
}

BvClassSet
bv_unname_classes(const BvNameTable *table, const BvClassSet *classes)
{
	BvNames		names = bv_name_table_names(table);
	BvClassSet	unnamed = {{0}};

	if (!bv_class_set_has_names(classes))
		return *classes;
	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		const char *name = bv_names_get(&names, n);

		bv_class_set_add(&unnamed, name == NULL ? n :
						 bv_class_number(name, strcspn(name, "/"), ERRCODE_INTERNAL_ERROR));
	}
	return unnamed;
}

BvClassSet
bv_name_label_classes(BvNameTable *names, const BvColumnLabel *label)
{
	BvClassSet	named = {{0}};
	BvLabel		parsed;
	BvLabelError error;

	if (label->plain || label->text == NULL ||
		!bv_label_parse(label->text, strlen(label->text), &parsed, &error))
		return bv_name_classes(names, &label->classes, label->protection);
	for (int i = 0; i < parsed.part_count; i++)
	{
		char		protection[BV_WORD_SIZE];
		BvClassSet	classes = bv_classes_of_part(&parsed, &parsed.part[i], protection);

		classes = bv_name_classes(names, &classes, protection);
		named = bv_class_set_union(&named, &classes);
	}
	return named;
}

BvClassSet
bv_name_possible_classes(BvNameTable *names, const BvColumnLabel *label)
{
	BvClassSet	named = bv_name_label_classes(names, label);
	BvLabel		parsed;
	BvLabelError error;

	if (bv_class_set_is_empty(&label->may_hold) || label->text == NULL ||
		!bv_label_parse(label->text, strlen(label->text), &parsed, &error))
		return named;
	for (int i = 0; i < parsed.part_count; i++)
	{
		char		protection[BV_WORD_SIZE];
		BvClassSet	within;

		/* what is in it is protected as it is */
		(void) bv_classes_of_part(&parsed, &parsed.part[i], protection);
		within = bv_name_classes(names, &label->may_hold, protection);
		named = bv_class_set_union(&named, &within);
	}
	return named;
}

void
bv_read_name_array(BvNameTable *names, ArrayType *array)
{
	Datum	   *elements;
	bool	   *nulls;
	int			count;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &elements, &nulls, &count);
	for (int i = 0; i < count; i++)
	{
		char	   *name = nulls[i] ? "" : TextDatumGetCString(elements[i]);
		int			number;

		if (!bv_is_class_name(name, strlen(name)))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("invalid name of a class or protected class: \"%s\"", name)));
		number = bv_name_table_add(names, name);
		if (number == 0)
			bv_too_many_names();
		if (number != BV_USER_CLASS_FIRST + i)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("name \"%s\" is given more than once", name)));
	}
}

Datum
bv_name_array(const BvNames *names)
{
	Datum		elements[BV_NAMES_MAX];
	int			count = 0;

	for (const char *p = names->text; p < names->text + names->size; p += strlen(p) + 1)
		elements[count++] = CStringGetTextDatum(p);
	return PointerGetDatum(construct_array(elements, count, TEXTOID, -1, false, TYPALIGN_INT));
}
