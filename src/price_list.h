/* price_list.h: the prices behind a model, between price.c and kept_price.c */
#ifndef BV_PRICE_LIST_H
#define BV_PRICE_LIST_H

#include "utils/hsearch.h"

#include "class_name.h"
#include "packing.h"

typedef struct BvPriceList
{
	bool		is_flat;		/* one price whatever a record holds? */
	int64		record_price;	/* that price, in billionths */
	BvPrices	prices;			/* else the prices of classes and bundles */
	int16		like[BV_NAMES_MAX]; /* by user's class: whose price it has, if not its own */
	HTAB	   *memo;			/* of record prices by class set; NULL until needed */
	MemoryContext context;		/* that all of it is in */
	char		name[NAMEDATALEN];
} BvPriceList;

#endif							/* BV_PRICE_LIST_H */
