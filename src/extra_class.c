/* extra_class.c: classes of users as evidence is weighed for them */
#include "postgres.h"

#include "column_name.h"
#include "extra_class.h"
#include "user_class.h"

/* How often values of something else pass a user's rule: nobody has measured it. */
#define CHANCE	0.02

/* A name as evidence compares it. */
static const char *
folded(const char *name)
{
	BvColumnName fold;

	bv_column_name_fold(name, strlen(name), &fold);
	return pstrdup(fold.text);
}

static const char *const *
folded_names(const BvClass *class)
{
	int			count;
	char	  **given = bv_user_class_column_names(class, &count);
	const char **names = palloc((count + 2) * sizeof(char *));

	names[0] = folded(class->name);
	for (int i = 0; i < count; i++)
		names[i + 1] = folded(given[i]);
	names[count + 1] = NULL;
	return names;
}

void
bv_add_extra_classes(BvColumn *column)
{
	BvExtraClass *extra;

	column->extra = NULL;
	column->extra_count = 0;
	if (bv_next_user_class(0) == NULL)
		return;
	extra = palloc0(BV_NAMES_MAX * sizeof(BvExtraClass));
	for (const BvClass *class = bv_next_user_class(0); class != NULL;
		 class = bv_next_user_class(class->number))
	{
		BvExtraClass *added = &extra[column->extra_count++];

		added->class = *class;
		added->class.name = pstrdup(class->name);
		added->class.chance = CHANCE;
		added->class.is_valid = NULL;
		added->class.scheme = NULL;
		added->has_rule = bv_class_is_validated(class);
		added->names = folded_names(class);
	}
	column->extra = extra;
}
