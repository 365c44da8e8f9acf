/* escrow.c: a budget as a bounded counter, cut into slots and leased in doubling parts */
#include "escrow.h"

BvUnits
bv_units_of_mass(const BvDecimal *mass, bool up)
{
	BvDecimal	scaled;
	BvDecimal	whole;
	__int128	units;

	if (bv_decimal_is_zero(mass))
		return 0;
	if (bv_decimal_magnitude(mass) > 18 ||
		bv_decimal_shift(&scaled, mass, BV_MASS_PLACES) != BV_OK)
		return BV_UNITS_MAX;
	bv_decimal_truncate(&whole, &scaled);
	if (bv_decimal_to_int128(&whole, &units) != BV_OK || units >= BV_UNITS_MAX)
		return BV_UNITS_MAX;
	return up && bv_decimal_compare(&whole, &scaled) < 0 ? units + 1 : units;
}

void
bv_mass_of_units(BvUnits units, BvDecimal *mass)
{
	bv_decimal_from_int128(mass, units);
	(void) bv_decimal_shift(mass, mass, -BV_MASS_PLACES);
}

BvUnits
bv_slot_share(BvUnits total, int slot)
{
	return total / BV_BUDGET_SLOTS + (slot < total % BV_BUDGET_SLOTS);
}

BvUnits
bv_lease_use(BvLease *lease, BvUnits amount)
{
	if (amount > lease->pool)
		return amount - lease->pool;
	lease->pool -= amount;
	return 0;
}

void
bv_lease_refund(BvLease *lease, BvUnits amount)
{
	lease->pool += amount;
}

BvUnits
bv_lease_draw(const BvLease *lease, BvUnits need, BvUnits available)
{
	BvUnits		rest = available - need;

	if (rest <= 0)
		return available;
	return need + (lease->extra < rest / 2 ? lease->extra : rest / 2);
}

void
bv_lease_drawn(BvLease *lease, BvUnits taken)
{
	lease->pool += taken;
	lease->extra = lease->extra == 0 ? taken : lease->extra * 2;
	if (lease->extra > BV_UNITS_MAX)
		lease->extra = BV_UNITS_MAX;
}
