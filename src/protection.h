/*
 * protection.h: what protected values are still worth, as the table says
 *
 * A protection multiplies the price of a class.  What a plain hash leaves depends
 * on the class: values of which there are few enough are found by trying them
 * all.
 */
#ifndef BV_PROTECTION_H
#define BV_PROTECTION_H

#include "class.h"
#include "compat.h"

/* A factor of 1, in billionths. */
#define BV_FACTOR_ONE	INT64CONST(1000000000)

/*
 * So many values can all be tried: one graphics card computes some 2 * 10^10
 * SHA-256 hashes a second, and 10^15 in a day.
 */
#define BV_ENUMERABLE	1e15

/* Is there a protection of that name? */
extern bool bv_protection_exists(const char *name);

/* Error 22023. */
pg_noreturn extern void bv_unrecognized_protection(const char *name);

/*
 * What a protected value of the class is worth of one in clear, in billionths.
 * One in full where there is no such protection: what is not known does not
 * protect.  class is NULL where it is not known here.
 */
extern int64 bv_protection_factor(const char *name, const BvClass *class);

/* Has the cache hear of changes; called once from _PG_init. */
extern void bv_protection_init(void);

#endif							/* BV_PROTECTION_H */
