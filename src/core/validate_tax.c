/*
 * validate_tax.c: numbers that authorities tax by, of whatever country
 */
#include "validate.h"

#include <string.h>

#include "class.h"

/* Is it a value of one of the classes that the catalogue lists for this one? */
bool
bv_is_tax_id(const char *value, size_t len)
{
	const char *name = bv_class_by_name("tax_id", 6)->any_of;

	while (*name != '\0')
	{
		size_t		size = strcspn(name, " ");

		if (bv_class_by_name(name, size)->is_valid(value, len))
			return true;
		name += size + (name[size] == ' ');
	}
	return false;
}
