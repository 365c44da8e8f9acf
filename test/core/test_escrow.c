/* test_escrow.c: units, slots and leases of budgets */
#include <string.h>

#include "escrow.h"
#include "tap.h"

static BvUnits
units(const char *mass, bool up)
{
	BvDecimal	decimal;

	if (bv_decimal_from_string(&decimal, mass) != BV_OK)
		return -1;
	return bv_units_of_mass(&decimal, up);
}

static void
test_units(void)
{
	BvDecimal	mass;
	char		text[64];

	ok(units("0", true) == 0 && units("0", false) == 0, "nothing is no units");
	ok(units("1", true) == INT64_C(1000000000000000000), "one is 10^18 units");
	ok(units("0.000000000000000001", false) == 1, "the last place is one unit");
	ok(units("0.0000000000000000011", false) == 1, "the rest goes down");
	ok(units("0.0000000000000000011", true) == 2, "or up");
	ok(units("1e-30", true) == 1 && units("1e-30", false) == 0, "far below a unit");
	ok(units("1329227995784915872", true) < BV_UNITS_MAX, "below the greatest");
	ok(units("1e19", false) == BV_UNITS_MAX && units("1e100", true) == BV_UNITS_MAX,
	   "what is too big is the greatest");
	bv_mass_of_units(units("46.415888336127788924", false), &mass);
	ok(bv_decimal_to_string(&mass, text, sizeof(text)) == BV_OK &&
	   strcmp(text, "46.415888336127788924") == 0, "there and back");
}

static void
test_slots(void)
{
	static const BvUnits totals[] = {0, 1, 63, 64, 65, 1000000007, BV_UNITS_MAX};

	for (size_t i = 0; i < sizeof(totals) / sizeof(totals[0]); i++)
	{
		BvUnits		sum = 0;
		BvUnits		least = BV_UNITS_MAX;
		BvUnits		most = 0;

		for (int slot = 0; slot < BV_BUDGET_SLOTS; slot++)
		{
			BvUnits		share = bv_slot_share(totals[i], slot);

			sum += share;
			least = share < least ? share : least;
			most = share > most ? share : most;
		}
		ok(sum == totals[i] && most - least <= 1, "shares are even and add up");
	}
}

/* Every amount is used or still there, and the slot is never overdrawn. */
static void
test_lease(void)
{
	BvLease		lease = {0};
	BvUnits		available = 100000;
	BvUnits		used = 0;
	int			visits = 0;
	unsigned	random = 1;
	bool		adds_up = true;

	for (int i = 0; i < 40000; i++)
	{
		BvUnits		need = bv_lease_use(&lease, 1);

		if (need > 0)
		{
			BvUnits		taken = bv_lease_draw(&lease, need, available);

			if (visits == 0)
				ok(taken == 1, "the first draw takes no more than is needed");
			adds_up &= taken >= need && taken <= available;
			available -= taken;
			bv_lease_drawn(&lease, taken);
			(void) bv_lease_use(&lease, 1);
			visits++;
		}
		used++;
		adds_up &= used + lease.pool + available == 100000;
	}
	ok(adds_up, "nothing is lost in 40,000 uses");
	ok(visits <= 32, "which take few visits");

	while (adds_up && available + lease.pool > 0)
	{
		BvUnits		amount = (random = random * 1103515245 + 12345) >> 16 & 1023;
		BvUnits		need;
		BvUnits		taken;

		if (amount % 3 == 0)
		{
			bv_lease_refund(&lease, amount < used ? amount : used);
			used -= amount < used ? amount : used;
		}
		else if ((need = bv_lease_use(&lease, amount)) == 0)
			used += amount;
		else
		{
			taken = bv_lease_draw(&lease, need, available);
			available -= taken;
			if (taken < need)	/* all there is: refused, and returned */
			{
				adds_up &= available == 0;
				available += taken;
				break;
			}
			bv_lease_drawn(&lease, taken);
			adds_up &= bv_lease_use(&lease, amount) == 0;
			used += amount;
		}
		adds_up &= lease.pool >= 0 && available >= 0 && used + lease.pool + available == 100000;
	}
	ok(adds_up, "nor in a mix of uses and refunds up to the limit");
	lease.extra = BV_UNITS_MAX;
	bv_lease_drawn(&lease, 1);
	ok(lease.extra == BV_UNITS_MAX, "leases stop growing");
	lease.extra = 1000;
	ok(bv_lease_draw(&lease, 10, 30) == 20, "half of what is left stays for others");
	ok(bv_lease_draw(&lease, 10, 10) == 10 && bv_lease_draw(&lease, 10, 7) == 7,
	   "the last is taken where it is needed");
}

int
main(void)
{
	test_units();
	test_slots();
	test_lease();
	return done_testing();
}
