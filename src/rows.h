/* rows.h: the rows that a set-returning function gives, or a query */
#ifndef BV_ROWS_H
#define BV_ROWS_H

#include "fmgr.h"
#include "nodes/pg_list.h"
#include "utils/tuplestore.h"

/* A store for all rows of the function that is called, and their descriptor. */
extern Tuplestorestate *bv_begin_rows(FunctionCallInfo fcinfo, TupleDesc *descriptor);

/* The first column, of type oid, of the rows that SPI has fetched, as a list in the context. */
extern List *bv_fetched_oids(MemoryContext context);

#endif							/* BV_ROWS_H */
