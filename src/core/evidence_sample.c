/*
 * evidence_sample.c: what a sample of values is worth as evidence
 *
 * Values that one counter made, or that the planner chose, tell less than as many
 * that were drawn.
 */
#include "evidence_sample.h"

#include <math.h>

/* So many distinct values say all that values can; more depend on each other. */
#define VALUES_EFFECTIVE 200

/* The planner's values are the commonest ones and neighbours in order: half as good. */
#define STATISTICS_EFFECTIVE 100

/* One counter made them all: so many values tell what all do. */
#define GENERATED_EFFECTIVE 30

/* Whole numbers per number of their range: of a counter; of a counter with check digits appended. */
#define DENSE			0.05
#define SCATTERED		0.004

bool
bv_is_generated(const BvSample *sample)
{
	if (sample->traits[BV_LOOK_ALL_DIGITS] < sample->distinct || sample->distinct < 5)
		return false;
	/* numbers of the state lie scattered, unless all of its people are here */
	if (sample->density > DENSE || (sample->density > SCATTERED && sample->population < 1e5))
		return true;
	return sample->traits[BV_LOOK_CLOCK] == sample->distinct;
}

bool
bv_is_narrow(const BvSample *sample)
{
	return sample->density > 0 && sample->distinct >= 10 && sample->shortest == sample->longest &&
		sample->population / sample->density < 1e-3 * pow(10, sample->longest);
}

double
bv_effective(const BvSample *sample)
{
	double		most = sample->source == BV_SOURCE_STATISTICS ? STATISTICS_EFFECTIVE :
		VALUES_EFFECTIVE;

	if (bv_is_generated(sample) && most > GENERATED_EFFECTIVE)
		most = GENERATED_EFFECTIVE;
	return sample->distinct < most ? sample->distinct : most;
}
