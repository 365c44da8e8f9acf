/*
 * exposure.h: the exposure type, an exact histogram "kind of record -> count"
 *
 * A BvHistogram (core/histogram.h) as a varlena.  It is also the state of its
 * aggregates: a state is a working histogram with spare room, modified in
 * place; what users see is canonical, so that equal exposures are equal bytes.
 */
#ifndef BV_EXPOSURE_H
#define BV_EXPOSURE_H

#include "fmgr.h"
#include "utils/numeric.h"

#include "compat.h"
#include "histogram.h"

typedef BvHistogram BvExposure;

/* A canonical exposure to read; never to be changed. */
#define PG_GETARG_EXPOSURE(n)	bv_exposure_from_datum(PG_GETARG_DATUM(n))
extern const BvExposure *bv_exposure_from_datum(Datum datum);

/* An empty working exposure, in the current memory context. */
extern BvExposure *bv_exposure_empty(void);

/* A canonical copy of a working exposure, as functions return it. */
#define PG_RETURN_EXPOSURE(state)	PG_RETURN_POINTER(bv_exposure_canonical(state))
extern BvExposure *bv_exposure_canonical(const BvExposure *state);

/*
 * Argument 0 of an aggregate's transition function, to be modified in place;
 * NULL becomes an empty one.  An error outside an aggregate.
 */
extern BvExposure *bv_exposure_state(FunctionCallInfo fcinfo);

/*
 * Counts records of one kind in: their class set, and their explicit price in
 * billionths of the currency unit or BV_NO_PRICE.  Returns the state, moved to
 * new memory in the current context when it had to grow.
 */
extern BvExposure *bv_exposure_add(BvExposure *state, const BvClassSet *classes,
								   int64 price, int64 records);

/*
 * Takes records of one kind out, in place; false when that is impossible: they
 * are not there, or the state had to be coarsened and no longer knows.
 */
extern bool bv_exposure_remove(BvExposure *state, const BvClassSet *classes,
							   int64 price, int64 records);

/*
 * Counts records of one kind in whose numbers from BV_USER_CLASS_FIRST on stand
 * for those names; the exposure gives them numbers of its own.
 */
extern BvExposure *bv_exposure_add_named(BvExposure *state, const BvNames *names,
										 const BvClassSet *classes, int64 price, int64 records);

/* The reverse; false as above. */
extern bool bv_exposure_remove_named(BvExposure *state, const BvNames *names,
									 const BvClassSet *classes, int64 price, int64 records);

/*
 * Sees to it that the exposure knows all these names, and tells by what numbers;
 * returns it, moved when it had to grow.
 */
extern BvExposure *bv_exposure_learn(BvExposure *state, const BvNames *names,
									 BvRenaming *renaming);

/* Error 54000: more names than there are numbers for. */
pg_noreturn extern void bv_too_many_names(void);

/* Counts all of another exposure in. */
extern BvExposure *bv_exposure_merge(BvExposure *state, const BvExposure *other);

/* Takes all of another exposure out, in place; false as above. */
extern bool bv_exposure_reduce(BvExposure *state, const BvExposure *other);

/* A working copy, in the current memory context. */
extern BvExposure *bv_exposure_copy(const BvExposure *exposure);

/* Counts in records with a total of prices, as text and wire forms have them. */
extern BvExposure *bv_exposure_add_total(BvExposure *state, const BvClassSet *classes,
										 __int128 total, int64 records);

/* What it is worth under the current model. */
extern Numeric bv_exposure_value(const BvExposure *exposure);

#endif							/* BV_EXPOSURE_H */
