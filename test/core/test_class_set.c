/* test_class_set.c: the bitmap of classes */
#include "class_set.h"
#include "tap.h"

/* The set of those numbers, ended by 0. */
static BvClassSet
set_of(const int *number)
{
	BvClassSet	set = {{0}};

	for (; *number != 0; number++)
		bv_class_set_add(&set, *number);
	return set;
}

#define SET(...) set_of((const int[]) {__VA_ARGS__, 0})

static bool
same(BvClassSet a, BvClassSet b)
{
	return bv_class_set_equal(&a, &b);
}

int
main(void)
{
	BvClassSet	empty = {{0}};
	BvClassSet	edges = SET(1, 63, 64, 65, 255, BV_USER_CLASS_FIRST, BV_CLASS_LIMIT - 1);
	BvClassSet	low = SET(1, 63, 64);
	BvClassSet	other = SET(64, 70);
	BvClassSet	every = {{0}};
	int			seen[8];
	int			count = 0;
	int			n;

	ok(bv_class_set_is_empty(&empty), "no member, empty");
	ok(bv_class_set_count(&empty) == 0, "no member, count 0");
	ok(bv_class_set_next(&empty, 0) == BV_CLASS_LIMIT, "no member, none is next");
	ok(!bv_class_set_is_empty(&edges), "members, not empty");
	ok(bv_class_set_count(&edges) == 7, "each member counts once");

	for (n = bv_class_set_next(&edges, 0); n < BV_CLASS_LIMIT && count < 8;
		 n = bv_class_set_next(&edges, n))
		seen[count++] = n;
	ok(count == 7 && seen[0] == 1 && seen[1] == 63 && seen[2] == 64 && seen[3] == 65 &&
	   seen[4] == 255 && seen[5] == BV_USER_CLASS_FIRST && seen[6] == BV_CLASS_LIMIT - 1,
	   "members come in order, across words");

	for (n = 1; n < BV_CLASS_LIMIT; n++)
		bv_class_set_add(&every, n);
	for (n = 1; n < BV_CLASS_LIMIT && bv_class_set_next(&every, n - 1) == n; n++)
		;
	ok(n == BV_CLASS_LIMIT, "every number is found as next after the one before it");
	ok(bv_class_set_count(&every) == BV_CLASS_LIMIT - 1, "every number but 0 can be a member");
	ok(!bv_class_set_has(&every, 0), "0 is never one");

	ok(bv_class_set_has(&edges, 64) && !bv_class_set_has(&edges, 66), "has");
	ok(bv_class_set_contains(&edges, &low), "a whole contains its part");
	ok(!bv_class_set_contains(&low, &edges), "a part does not contain the whole");
	ok(bv_class_set_contains(&low, &empty), "all contain the empty set");

	ok(same(bv_class_set_union(&low, &other), SET(1, 63, 64, 70)), "union");
	ok(same(bv_class_set_intersection(&low, &other), SET(64)), "intersection");
	ok(same(bv_class_set_difference(&low, &other), SET(1, 63)), "difference");

	return done_testing();
}
