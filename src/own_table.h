/* own_table.h: rows of the extension's own tables, read by scans */
#ifndef BV_OWN_TABLE_H
#define BV_OWN_TABLE_H

#include "access/htup.h"
#include "utils/rel.h"
#include "utils/snapshot.h"

#define BV_SCHEMA		"breachvalue"

/* A table of schema breachvalue; InvalidOid where it may be missing, and is. */
extern Oid	bv_own_table_oid(const char *name, bool missing_ok);

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

#endif							/* BV_OWN_TABLE_H */
