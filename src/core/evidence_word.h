/*
 * evidence_word.h: what the values of a column say, by lists of words
 *
 * Between the files of evidence only: what others call is in evidence.h.
 */
#ifndef BV_EVIDENCE_WORD_H
#define BV_EVIDENCE_WORD_H

#include <stdbool.h>

#include "class.h"
#include "class_set.h"
#include "sample.h"

/* Log-odds from how many values are words of the class, of a column that is named for it or not. */
extern double bv_weigh_words(const BvClass *class, const BvSample *sample, bool named);

/* May words alone, without a name, make a column a candidate for the class? */
extern bool bv_speaks_by_words(const BvClass *class, const BvSample *sample);

/* Adds the classes for which they do. */
extern void bv_add_spoken(const BvSample *sample, BvClassSet *classes);

#endif							/* BV_EVIDENCE_WORD_H */
