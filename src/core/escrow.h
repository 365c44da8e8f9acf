/*
 * escrow.h: a budget as a bounded counter, cut into slots and leased in doubling parts
 *
 * An amount is a whole number of units: records, or masses in 10^-18.  What is
 * free of a budget lies in slots, so that writers meet only when theirs is
 * empty.  A transaction takes from a slot what it needs, and after the first
 * time as much again on top, so that the number of visits grows with the
 * logarithm of what it writes.
 */
#ifndef BV_ESCROW_H
#define BV_ESCROW_H

#include <stdbool.h>

#include "decimal.h"

/* In memory that is aligned to 8 bytes, as PostgreSQL's is, and not to 16. */
typedef __int128 BvUnits __attribute__((aligned(8)));

/* Slots of a budget: as many transactions as can write at once without meeting. */
#define BV_BUDGET_SLOTS		64

/* Decimal places of a mass in units. */
#define BV_MASS_PLACES		18

/* No amount is greater; sums of a few stay within 128 bits. */
#define BV_UNITS_MAX		((BvUnits) 1 << 120)

/* A mass in units, rounded up or down; what is too big becomes BV_UNITS_MAX. */
extern BvUnits bv_units_of_mass(const BvDecimal *mass, bool up);

/* And back. */
extern void bv_mass_of_units(BvUnits units, BvDecimal *mass);

/* The share of a slot when so much is spread over all of them; they add up. */
extern BvUnits bv_slot_share(BvUnits total, int slot);

/* What one transaction has taken out of the slots and not yet used. */
typedef struct BvLease
{
	BvUnits		pool;			/* >= 0 */
	BvUnits		extra;			/* to take on top, next time */
} BvLease;

/* Uses so much of the pool, and returns how much is missing: nothing is used then. */
extern BvUnits bv_lease_use(BvLease *lease, BvUnits amount);

/* Deleted rows give back what they used. */
extern void bv_lease_refund(BvLease *lease, BvUnits amount);

/*
 * How much to take out of a slot for that need: all of it and what the lease
 * wants on top, but of what the need leaves no more than half; less than the
 * need only where there is less.
 */
extern BvUnits bv_lease_draw(const BvLease *lease, BvUnits need, BvUnits available);

/* So much was taken out of slots into the pool; the next extra is twice this one. */
extern void bv_lease_drawn(BvLease *lease, BvUnits taken);

#endif							/* BV_ESCROW_H */
