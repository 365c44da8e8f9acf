/* unlabelled.h: columns that look like personal data, and have no label */
#ifndef BV_UNLABELLED_H
#define BV_UNLABELLED_H

#include "scan.h"

/* Does a relation have columns that labels can be required of? */
extern bool bv_may_need_labels(Relation relation);

/*
 * Gives a function every column of a relation that looks like what names a person,
 * or says something about one, by its name and type, and has no label, nor comes
 * from a parent in the same schema; or the column of that number alone, if it is one.
 */
typedef void (*BvUnlabelledReader) (Relation relation, const BvScanColumn *column, void *arg);
extern void bv_read_unlabelled(Relation relation, AttrNumber attnum, BvUnlabelledReader reader,
							   void *arg);

#endif							/* BV_UNLABELLED_H */
