/* extra_class.h: classes of users as evidence is weighed for them */
#ifndef BV_EXTRA_CLASS_H
#define BV_EXTRA_CLASS_H

#include "evidence.h"

/* Gives the column all classes of users, in the current memory context. */
extern void bv_add_extra_classes(BvColumn *column);

#endif							/* BV_EXTRA_CLASS_H */
