/* rows.h: the rows that a set-returning function gives */
#ifndef BV_ROWS_H
#define BV_ROWS_H

#include "fmgr.h"
#include "utils/tuplestore.h"

/* A store for all rows of the function that is called, and their descriptor. */
extern Tuplestorestate *bv_begin_rows(FunctionCallInfo fcinfo, TupleDesc *descriptor);

#endif							/* BV_ROWS_H */
