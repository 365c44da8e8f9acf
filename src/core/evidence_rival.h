/*
 * evidence_rival.h: the classes that a column may be of, weighed against each other
 *
 * Between the files of evidence only: bv_rivals(), which others call, is in
 * evidence.h.
 */
#ifndef BV_EVIDENCE_RIVAL_H
#define BV_EVIDENCE_RIVAL_H

#include "evidence_column.h"

/* A class that may be it. */
typedef struct BvCandidate
{
	const BvClass *class;
	double		logit;			/* against "nothing personal"; never -INFINITY */
	BvVerdict	verdict;		/* as far as this class goes */
} BvCandidate;

/*
 * Weighs all classes, those that a likelier one explains again.  nothing is the
 * verdict from which all begin, and candidates has room for BV_CLASS_LIMIT.
 * Returns how many there are.
 */
extern int	bv_weigh_all(const BvKnownColumn *known, const BvVerdict *nothing,
						 BvCandidate *candidates);

#endif							/* BV_EVIDENCE_RIVAL_H */
