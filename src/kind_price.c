/* kind_price.c: what a record of an exposure is worth, with classes that have names */
#include "postgres.h"

#include "class_set_type.h"
#include "compat.h"
#include "kind_price.h"
#include "protection.h"
#include "user_class.h"

/* The classes that have one factor. */
typedef struct Level
{
	int64		factor;
	BvClassSet	classes;
	bool		unknown;		/* and some that are not known here */
} Level;

/* Factors are as they are now, or as they were kept in prices if not NULL. */
static void
read_meanings(const BvNames *names, const char *prices, BvMeanings *meanings)
{
	BvMeaning  *meaning = meanings->meaning;

	for (const char *name = names->text; name < names->text + names->size;
		 name += strlen(name) + 1)
	{
		const char *slash = strchr(name, '/');
		size_t		len = slash == NULL ? strlen(name) : slash - name;
		const BvClass *class = bv_any_class_by_name(name, len);

		meaning->number = class != NULL ? class->number : bv_class_number_in_text(name, len);
		meaning->factor = slash == NULL ? BV_FACTOR_ONE :
			prices != NULL ? bv_kept_factor(prices, name) :
			bv_protection_factor(slash + 1, class);
		meaning++;
	}
}

void
bv_read_meanings(const BvNames *names, BvMeanings *meanings)
{
	read_meanings(names, NULL, meanings);
}

void
bv_read_kept_meanings(const BvNames *names, const char *prices, BvMeanings *meanings)
{
	read_meanings(names, prices, meanings);
}

/* Adds a class to the level of its factor; levels are in descending order. */
static int
add_to_level(Level *level, int count, const BvMeaning *meaning)
{
	int			i = 0;

	while (i < count && level[i].factor > meaning->factor)
		i++;
	if (i == count || level[i].factor < meaning->factor)
	{
		memmove(&level[i + 1], &level[i], (count - i) * sizeof(Level));
		memset(&level[i], 0, sizeof(Level));
		level[i].factor = meaning->factor;
		count++;
	}
	if (meaning->number == 0)
		level[i].unknown = true;
	else
		bv_class_set_add(&level[i].classes, meaning->number);
	return count;
}

BvClassSet
bv_known_classes(const BvMeanings *meanings, const BvClassSet *classes)
{
	BvClassSet	known = *classes;

	for (int i = BV_USER_CLASS_FIRST / 64; i < BV_CLASS_SET_WORDS; i++)
		known.word[i] = 0;
	for (int n = bv_class_set_next(classes, BV_USER_CLASS_FIRST - 1); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		int			number = meanings->meaning[n - BV_USER_CLASS_FIRST].number;

		if (number != 0)
			bv_class_set_add(&known, number);
	}
	return known;
}

int64
bv_kind_price(const BvModel *model, const BvMeanings *meanings, const BvClassSet *classes)
{
	Level		level[BV_NAMES_MAX + 2];
	int			count = 1;
	__int128	price = 0;

	if (!bv_class_set_has_names(classes))
		return bv_record_price(model, classes);

	/* those of the catalogue are in clear */
	memset(&level[0], 0, sizeof(Level));
	level[0].factor = BV_FACTOR_ONE;
	level[0].classes = *classes;
	for (int i = BV_USER_CLASS_FIRST / 64; i < BV_CLASS_SET_WORDS; i++)
		level[0].classes.word[i] = 0;
	for (int n = bv_class_set_next(classes, BV_USER_CLASS_FIRST - 1); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
		count = add_to_level(level, count, &meanings->meaning[n - BV_USER_CLASS_FIRST]);

	for (int i = 0; i < count; i++)
	{
		int64		next = i + 1 < count ? level[i + 1].factor : 0;
		int64		all;

		if (i > 0)
		{
			level[i].classes = bv_class_set_union(&level[i].classes, &level[i - 1].classes);
			level[i].unknown |= level[i - 1].unknown;
		}
		all = bv_record_price(model, &level[i].classes);
		if (level[i].unknown)
			all = Max(all, bv_unknown_class_price(model));
		price += (__int128) (level[i].factor - next) * all;
	}
	return (int64) ((price + BV_FACTOR_ONE / 2) / BV_FACTOR_ONE);
}
