/*
 * price_table.h: the tables of prices and models
 */
#ifndef BV_PRICE_TABLE_H
#define BV_PRICE_TABLE_H

#include "compat.h"
#include "own_table.h"

typedef enum BvPriceTable
{
	BV_MODEL_TABLE,
	BV_LIST_TABLE,
	BV_PRICE_TABLE,
	BV_BUNDLE_TABLE,
	BV_PRICE_TABLES				/* how many */
} BvPriceTable;

/* Their names, in schema breachvalue. */
extern const char *const bv_price_table[BV_PRICE_TABLES];

extern Oid	bv_price_table_oid(BvPriceTable which);

/* Error 54000. */
pg_noreturn extern void bv_too_many_bundles(const char *list);

#endif							/* BV_PRICE_TABLE_H */
