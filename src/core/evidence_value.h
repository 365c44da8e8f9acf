/*
 * evidence_value.h: what the values of a column say, by validators and by schemes of things
 *
 * Between the files of evidence only: what others call is in evidence.h.
 */
#ifndef BV_EVIDENCE_VALUE_H
#define BV_EVIDENCE_VALUE_H

#include <stdbool.h>

#include "class.h"
#include "decoy.h"
#include "sample.h"

/*
 * Log-odds from how many values are valid for a class that has a validator;
 * background is the share of values that rivals explain, 0 if none does;
 * reference says that the name is that of a thing with numbers of its own,
 * decoy is the scheme of things that the values keep, or NULL.
 */
extern double bv_weigh_values(const BvClass *class, const BvSample *sample, double background,
							  bool reference, const BvDecoy *decoy);

/* The scheme of things that the values keep, the strictest; NULL: none. */
extern const BvDecoy *bv_decoy_of(const BvSample *sample);

#endif							/* BV_EVIDENCE_VALUE_H */
