/*
 * kept_price.c: the prices of a model as text, and a model of such text
 *
 * For whoever has to go by prices as they were on a day, whatever becomes of the
 * tables: budgets keep them in their rows.
 */
#include "postgres.h"

#include "lib/stringinfo.h"

#include "class_set_type.h"
#include "compat.h"
#include "named_class.h"
#include "price.h"
#include "price_list.h"
#include "protection.h"
#include "user_class.h"

static int
compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

/* Appends what the protected ones among the classes leave, in the order of their names. */
static void
append_factors(StringInfo text, const BvNameTable *table, const BvClassSet *classes)
{
	BvNames		names = bv_name_table_names(table);
	char	   *line[BV_NAMES_MAX];
	int			count = 0;

	for (int n = bv_class_set_next(classes, BV_USER_CLASS_FIRST - 1); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		const char *name = bv_names_get(&names, n);
		const char *slash = strchr(name, '/');
		int64		factor;

		if (slash == NULL)
			continue;
		factor = bv_protection_factor(slash + 1, bv_any_class_by_name(name, slash - name));
		line[count++] = psprintf("%s %lld\n", name, (long long) factor);
	}
	qsort(line, count, sizeof(char *), compare_lines);
	for (int i = 0; i < count; i++)
		appendStringInfoString(text, line[i]);
}

char *
bv_model_prices(const BvModel *model, const BvNameTable *names, const BvClassSet *named)
{
	const BvPriceList *list = model->prices;
	const BvPrices *prices = &list->prices;
	BvClassSet	unnamed = bv_unname_classes(names, named);
	const BvClassSet *classes = &unnamed;
	StringInfoData text;
	char	   *line[BV_BUNDLE_LIMIT];
	int			count = 0;

	initStringInfo(&text);
	append_factors(&text, names, named);
	if (list->is_flat)
	{
		appendStringInfo(&text, "record %lld\n", (long long) list->record_price);
		return text.data;
	}
	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		char		name[BV_CLASS_NAME_SIZE];

		if (prices->single[n] > 0)
			appendStringInfo(&text, "%s %lld\n", bv_class_text(n, name),
							 (long long) prices->single[n]);
	}
	for (int i = 0; i < prices->bundle_count; i++)
	{
		StringInfoData bundle;

		if (!bv_class_set_contains(classes, &prices->bundles[i].classes))
			continue;
		initStringInfo(&bundle);
		bv_append_class_set(&bundle, &prices->bundles[i].classes);
		appendStringInfo(&bundle, " %lld\n", (long long) prices->bundles[i].price);
		line[count++] = bundle.data;
	}
	qsort(line, count, sizeof(char *), compare_lines);	/* rows are in any order */
	for (int i = 0; i < count; i++)
		appendStringInfoString(&text, line[i]);
	return text.data;
}

BvModel *
bv_kept_model(const char *text)
{
	BvModel    *model = palloc0(sizeof(BvModel));
	BvPriceList *list = palloc0(sizeof(BvPriceList));
	BvBundle   *bundles = palloc0(BV_BUNDLE_LIMIT * sizeof(BvBundle));

	list->context = CurrentMemoryContext;
	list->prices.bundles = bundles;
	model->prices = list;
	for (const char *cursor = text; *cursor != '\0'; cursor = strchr(cursor, '\n') + 1)
	{
		const char *space;
		int64		price;

		if (strchr(cursor, '\n') == NULL)
			elog(ERROR, "prices end within a line");
		if (*cursor == '{')
		{
			BvBundle   *bundle = &bundles[list->prices.bundle_count++];

			if (list->prices.bundle_count > BV_BUNDLE_LIMIT)
				elog(ERROR, "too many bundles are kept");
			bundle->classes = bv_parse_class_set(&cursor, "class_set", cursor);
			bundle->price = strtoll(cursor, NULL, 10);
			continue;
		}
		space = strchr(cursor, ' ');
		if (space == NULL)
			elog(ERROR, "prices have a line without a price");
		price = strtoll(space, NULL, 10);
		if (memchr(cursor, '/', space - cursor) != NULL)
			continue;			/* bv_kept_factor() finds it */
		if (strncmp(cursor, "record ", 7) == 0)
		{
			list->is_flat = true;
			list->record_price = price;
		}
		else
			list->prices.single[bv_class_number(cursor, space - cursor,
												ERRCODE_INVALID_PARAMETER_VALUE)] = price;
	}
	return model;
}

int64
bv_kept_factor(const char *prices, const char *name)
{
	size_t		len = strlen(name);

	for (const char *line = prices; *line != '\0'; line = strchr(line, '\n') + 1)
	{
		if (strncmp(line, name, len) == 0 && line[len] == ' ')
			return strtoll(line + len, NULL, 10);
	}
	return BV_FACTOR_ONE;
}
