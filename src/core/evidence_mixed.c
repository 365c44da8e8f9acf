/*
 * evidence_mixed.c: which classes a column holds, and how much of each
 *
 * What the first class does not explain is weighed again by its values alone.
 */
#include "evidence.h"

/* What is left by the first class is of another when it is as sure as this. */
#define CLEAR	0.9

int
bv_shares_of(const BvColumn *column, const BvProfile *profile, const BvVerdict *verdict,
			 BvShare shares[BV_SHARES])
{
	bool		left[BV_PROFILE_VALUES];
	int			count = 0;
	int			number = verdict->number;
	double		rows = 0;

	for (int i = 0; i < profile->count; i++)
	{
		left[i] = true;
		rows += profile->entry[i].rows;
	}
	while (number != 0 && count < BV_SHARES && rows > 0)
	{
		BvColumn	rest = *column;
		BvSample	sample;
		BvVerdict	next;
		double		holding = 0;
		int			holders = 0;

		for (int i = 0; i < profile->count; i++)
		{
			if (!left[i] || !bv_class_set_has(&profile->entry[i].look.classes, number))
				continue;
			left[i] = false;
			holders++;
			holding += profile->entry[i].rows;
		}
		if (holders == 0)
			break;
		shares[count].number = number;
		shares[count++].share = holding / rows;

		/* a few that are left over may be anything */
		bv_sample_init(&sample, column->sample != NULL ? column->sample->year : 0);
		for (int i = 0; i < profile->count; i++)
		{
			if (left[i])
				bv_sample_take(&sample, &profile->entry[i].look, profile->entry[i].rows);
		}
		bv_sample_end(&sample);
		if (sample.distinct < 5)
			break;
		rest.name = "";
		rest.read_name = NULL;
		rest.remembered = NULL;
		rest.comment = NULL;
		rest.key = BV_KEY_NONE;
		rest.sample = &sample;
		next = bv_weigh(&rest, NULL);
		number = next.confidence >= CLEAR ? next.number : 0;
	}

	/* the largest first */
	for (int i = 1; i < count; i++)
	{
		for (int j = i; j > 0 && shares[j].share > shares[j - 1].share; j--)
		{
			BvShare		spare = shares[j];

			shares[j] = shares[j - 1];
			shares[j - 1] = spare;
		}
	}
	return count;
}
