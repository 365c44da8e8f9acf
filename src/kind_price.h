/*
 * kind_price.h: what a record of an exposure is worth, with classes that have names
 *
 * A record holds each class in clear or protected, with a factor from 0 to 1.
 * Let P be the price of a set of classes; of the classes with a factor of f or
 * more, S(f).  The record is worth the integral of P(S(f)) over f from 0 to 1:
 * P of all classes where all are in clear, the sum of factor times price where no
 * bundle has anything to say, and in between what a thief can expect who gets to
 * each protected class with a chance as large as its factor, the best protected
 * last (the Choquet integral of the factors by P).
 */
#ifndef BV_KIND_PRICE_H
#define BV_KIND_PRICE_H

#include "class_name.h"
#include "price.h"

/* What a name of an exposure stands for in this database. */
typedef struct BvMeaning
{
	int			number;			/* of the class; 0: there is none of that name here */
	int64		factor;			/* what its protection leaves, in billionths */
} BvMeaning;

/* The meanings of names, by number less BV_USER_CLASS_FIRST. */
typedef struct BvMeanings
{
	BvMeaning	meaning[BV_NAMES_MAX];
} BvMeanings;

extern void bv_read_meanings(const BvNames *names, BvMeanings *meanings);

/* The classes in the numbers of this database, protected or not; without those that are not known here. */
extern BvClassSet bv_known_classes(const BvMeanings *meanings, const BvClassSet *classes);

/* The same with what is left of protected ones as it was kept, see bv_model_prices(). */
extern void bv_read_kept_meanings(const BvNames *names, const char *prices,
								  BvMeanings *meanings);

/* What one record that holds these classes is worth, in billionths. */
extern int64 bv_kind_price(const BvModel *model, const BvMeanings *meanings,
						   const BvClassSet *classes);

#endif							/* BV_KIND_PRICE_H */
