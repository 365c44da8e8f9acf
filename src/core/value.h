/*
 * value.h: the superlinear value of record sets
 *
 *     value = price * records * (records / reference_records) ^ (exponent - 1)
 *
 * and, for records of different prices w_i, with mass Q = sum w_i ^ (1 / exponent):
 *
 *     value = reference_records ^ (1 - exponent) * Q ^ exponent
 */
#ifndef BV_VALUE_H
#define BV_VALUE_H

#include <stdint.h>

#include "decimal.h"

#define BV_RECORDS_MAX	INT64_C(1000000000000000000)	/* 10^18 */

/* So many records that are worth so much together, linearly. */
typedef struct BvPricedRecords
{
	int64_t		records;
	__int128	total;			/* price * records, in billionths */
} BvPricedRecords;

/* The value of a mixed set; the order of kinds does not matter. */
extern BvStatus bv_value_of_kinds(const BvPricedRecords *kinds, int count,
								  const BvDecimal *exponent,
								  int64_t reference_records, BvDecimal *value);

#endif							/* BV_VALUE_H */
