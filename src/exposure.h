/*
 * exposure.h: the exposure type, an exact histogram "kind of record -> count"
 *
 * A flat varlena that is also the state of its aggregates: a state has spare
 * room and is modified in place; what users see is trimmed and sorted.
 */
#ifndef BV_EXPOSURE_H
#define BV_EXPOSURE_H

#include "fmgr.h"

#include "class_set.h"

typedef struct BvExposure BvExposure;

/* No price of its own: the model prices the class set. */
#define BV_NO_PRICE	INT64CONST(-1)

/* An exposure without records, in the current memory context. */
extern BvExposure *bv_exposure_empty(void);

/*
 * Argument 0 of an aggregate's transition function, to be modified in place;
 * NULL becomes an empty one.  Errors out of a call outside an aggregate.
 */
extern BvExposure *bv_exposure_state(FunctionCallInfo fcinfo);

/*
 * Counts records of one kind in: their class set, and their explicit price in
 * billionths of the currency unit or BV_NO_PRICE.  Returns the state, moved to
 * new memory in the current context when it had to grow.
 */
extern BvExposure *bv_exposure_add(BvExposure *state, const BvClassSet *classes,
								   int64 price, int64 records);

#endif							/* BV_EXPOSURE_H */
