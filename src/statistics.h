/* statistics.h: what the planner's statistics tell of a column */
#ifndef BV_STATISTICS_H
#define BV_STATISTICS_H

#include "access/attnum.h"
#include "access/htup.h"

extern HeapTuple bv_column_statistics(Oid relid, AttrNumber attnum, bool with_children);

/* Rows of a table, partitions and children included. */
extern double bv_estimated_rows(Oid relid);

#endif							/* BV_STATISTICS_H */
