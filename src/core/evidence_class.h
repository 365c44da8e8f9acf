/*
 * evidence_class.h: what speaks for one class
 *
 * Between the files of evidence only: what others call is in evidence.h.
 */
#ifndef BV_EVIDENCE_CLASS_H
#define BV_EVIDENCE_CLASS_H

#include "evidence_column.h"

/*
 * The log-odds of a class, and in the verdict what speaks for it; -INFINITY where
 * it is no candidate.  The verdict comes as that on nothing, with the number of the
 * class.  background is the share of its values, 0 to 1, that rivals explain.
 */
extern double bv_weigh_class(const BvKnownColumn *known, const BvClass *class, double background,
							 BvVerdict *verdict);

/*
 * The log-odds of a user's class, likewise: by the names that he gave, and by
 * what his rule accepts.  No more is known of it.
 */
extern double bv_weigh_extra(const BvKnownColumn *known, const BvExtraClass *extra,
							 BvVerdict *verdict);

#endif							/* BV_EVIDENCE_CLASS_H */
