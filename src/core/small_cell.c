/*
 * small_cell.c: which counts of a table are not to be told
 *
 * A cell that is merged is always merged with others: those below the limit
 * alone are too few, and those at or above it are not merged but for them.
 */
#include "small_cell.h"

int64_t
bv_merge_small_cells(const int64_t *people, int count, bool *is_merged)
{
	int64_t		merged = 0;

	for (int i = 0; i < count; i++)
	{
		is_merged[i] = people[i] > 0 && people[i] < BV_SMALL_CELL;
		if (is_merged[i])
			merged += people[i];
	}
	while (merged > 0 && merged < BV_SMALL_CELL)
	{
		int			smallest = -1;

		for (int i = 0; i < count; i++)
		{
			if (!is_merged[i] && people[i] > 0 && (smallest < 0 || people[i] <= people[smallest]))
				smallest = i;
		}
		if (smallest < 0)
			break;
		is_merged[smallest] = true;
		merged += people[smallest];
	}
	return merged;
}
