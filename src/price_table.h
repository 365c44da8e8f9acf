/*
 * price_table.h: rows of the tables of prices and models, read by scans
 */
#ifndef BV_PRICE_TABLE_H
#define BV_PRICE_TABLE_H

#include "access/htup.h"
#include "utils/rel.h"
#include "utils/snapshot.h"

#include "compat.h"

#define BV_SCHEMA		"breachvalue"

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

/*
 * The value of a column that is found by name: nothing depends on where it is.
 * type InvalidOid stands for class_set, which has no fixed number.
 */
extern Datum bv_column_value(Relation table, HeapTuple row, const char *column, Oid type,
							 bool *is_null);

/* Of a column that must not be null. */
extern Datum bv_needed_value(Relation table, HeapTuple row, const char *column, Oid type);
extern char *bv_needed_text(Relation table, HeapTuple row, const char *column);

/* Gives every row of a table to a function; snapshot NULL for what is committed by now. */
typedef void (*BvRowReader) (Relation table, HeapTuple row, void *arg);
extern void bv_read_rows(Relation table, Snapshot snapshot, BvRowReader reader, void *arg);

/* Error 54000. */
pg_noreturn extern void bv_too_many_bundles(const char *list);

#endif							/* BV_PRICE_TABLE_H */
