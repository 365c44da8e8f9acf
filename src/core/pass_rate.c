/* pass_rate.c: how often values pass validators that are not their own */
#include "pass_rate.h"

/* The first rate of a true class from that tested class on, or the end. */
static int
find_rate(int true_class, int tested)
{
	int			low = 0;
	int			high = bv_pass_rate_count;

	while (low < high)
	{
		int			middle = (low + high) / 2;
		const BvPassRate *rate = &bv_pass_rates[middle];

		if (rate->true_class < true_class ||
			(rate->true_class == true_class && rate->tested < tested))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

double
bv_pass_rate(const BvClass *true_class, const BvClass *tested)
{
	int			found = find_rate(true_class->number, tested->number);

	if (found < bv_pass_rate_count &&
		bv_pass_rates[found].true_class == true_class->number &&
		bv_pass_rates[found].tested == tested->number)
		return bv_pass_rates[found].rate;
	return 0;
}
