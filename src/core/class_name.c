/* class_name.c: names of classes that are not in the catalogue */
#include "class_name.h"

#include <string.h>

bool
bv_is_class_word(const char *word, size_t len)
{
	if (len == 0 || len >= BV_WORD_SIZE || word[0] < 'a' || word[0] > 'z')
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (!((word[i] >= 'a' && word[i] <= 'z') || (word[i] >= '0' && word[i] <= '9') ||
			  word[i] == '_'))
			return false;
	}
	return true;
}

bool
bv_is_class_name(const char *name, size_t len)
{
	const char *slash = memchr(name, '/', len);

	if (slash == NULL)
		return bv_is_class_word(name, len);
	return bv_is_class_word(name, (size_t) (slash - name)) &&
		bv_is_class_word(slash + 1, len - (size_t) (slash + 1 - name));
}

int
bv_names_find(const BvNames *names, const char *name)
{
	int			number = BV_USER_CLASS_FIRST;

	for (const char *p = names->text; p < names->text + names->size; p += strlen(p) + 1)
	{
		if (strcmp(p, name) == 0)
			return number;
		number++;
	}
	return 0;
}

const char *
bv_names_get(const BvNames *names, int number)
{
	const char *p = names->text;

	if (number < BV_USER_CLASS_FIRST)
		return NULL;
	for (int n = BV_USER_CLASS_FIRST; p < names->text + names->size; n++)
	{
		if (n == number)
			return p;
		p += strlen(p) + 1;
	}
	return NULL;
}

BvNames
bv_name_table_names(const BvNameTable *table)
{
	BvNames		names = {table->size, table->text};

	return names;
}

void
bv_name_table_set(BvNameTable *table, const BvNames *names)
{
	table->size = names->size;
	table->count = 0;
	if (names->size > 0)
		memcpy(table->text, names->text, names->size);
	for (uint32_t i = 0; i < names->size; i++)
		table->count += table->text[i] == '\0';
}

int
bv_name_table_add(BvNameTable *table, const char *name)
{
	BvNames		names = bv_name_table_names(table);
	int			number = bv_names_find(&names, name);
	size_t		size = strlen(name) + 1;

	if (number != 0)
		return number;
	if (table->count == BV_NAMES_MAX)
		return 0;
	memcpy(table->text + table->size, name, size);
	table->size += (uint32_t) size;
	return BV_USER_CLASS_FIRST + (int) table->count++;
}

bool
bv_name_table_join(BvNameTable *table, const BvNames *names, BvRenaming *renaming)
{
	int			i = 0;

	renaming->is_identity = true;
	for (const char *p = names->text; p < names->text + names->size; p += strlen(p) + 1)
	{
		int			number = bv_name_table_add(table, p);

		if (number == 0)
			return false;
		renaming->number[i] = (int16_t) number;
		renaming->is_identity &= number == BV_USER_CLASS_FIRST + i;
		i++;
	}
	return true;
}

BvClassSet
bv_rename_classes(const BvClassSet *classes, const BvRenaming *renaming)
{
	BvClassSet	renamed = *classes;

	if (renaming->is_identity || !bv_class_set_has_names(classes))
		return renamed;
	for (int i = BV_USER_CLASS_FIRST / 64; i < BV_CLASS_SET_WORDS; i++)
		renamed.word[i] = 0;
	for (int n = bv_class_set_next(classes, BV_USER_CLASS_FIRST - 1); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
		bv_class_set_add(&renamed, renaming->number[n - BV_USER_CLASS_FIRST]);
	return renamed;
}
