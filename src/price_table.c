/* price_table.c: the tables of prices and models */
#include "postgres.h"

#include "packing.h"
#include "price_table.h"

const char *const bv_price_table[BV_PRICE_TABLES] = {"model", "price_list", "price", "bundle"};

Oid
bv_price_table_oid(BvPriceTable which)
{
	return bv_own_table_oid(bv_price_table[which], false);
}

void
bv_too_many_bundles(const char *list)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("price list \"%s\" has more than %d bundles", list, BV_BUNDLE_LIMIT)));
}
