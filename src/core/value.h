/*
 * value.h: the superlinear value of record sets
 *
 *     value = price * records * (records / reference_records) ^ (exponent - 1)
 *
 * and, for records of different prices w_i, with mass Q = sum w_i ^ (1 / exponent):
 *
 *     value = reference_records ^ (1 - exponent) * Q ^ exponent
 *
 * Every function is pure.  Amounts are in one currency unit, records and
 * stores are counts, the exponent m is a pure number, 0 < m <= 16.  A result
 * is exact where the comment says so and otherwise rounded to 40 significant
 * digits, half away from zero.  Amounts may have 200 significant digits and be
 * anything from 10^-200 to 10^200; there results have room, except where a
 * root or a count of stores grows beyond all bounds as m comes near 0 or 1.
 *
 * Statuses: BV_INVALID when an argument is outside its domain (callers check
 * first, to say which), BV_OUT_OF_RANGE when there is no room for the result.
 */
#ifndef BV_VALUE_H
#define BV_VALUE_H

#include <stdint.h>

#include "decimal.h"

#define BV_RECORDS_MAX	INT64_C(1000000000000000000)	/* 10^18 */
#define BV_EXPONENT_MAX	16

/* In memory that is aligned to 8 bytes, as PostgreSQL's is, and not to 16. */
typedef __int128 BvTotal __attribute__((aligned(8)));

/* So many records that are worth so much together, linearly. */
typedef struct BvPricedRecords
{
	int64_t		records;
	BvTotal		total;			/* price * records, in billionths */
} BvPricedRecords;

/* 0 < exponent <= 16 */
extern bool bv_exponent_is_valid(const BvDecimal *exponent);

/* The value of equal records; exact when it is a finite decimal. */
extern BvStatus bv_value(const BvDecimal *price, int64_t records,
						 const BvDecimal *exponent, int64_t reference_records,
						 BvDecimal *value);

/* What the next record adds: value(records + 1) - value(records). */
extern BvStatus bv_marginal_value(const BvDecimal *price, int64_t records,
								  const BvDecimal *exponent, int64_t reference_records,
								  BvDecimal *value);

/*
 * The most records, up to BV_RECORDS_MAX, whose value is within the budget;
 * exact at the boundary.  price > 0.
 */
extern BvStatus bv_max_records(const BvDecimal *budget, const BvDecimal *price,
							   const BvDecimal *exponent, int64_t reference_records,
							   int64_t *records);

/* The whole from the values of its parts: (sum V_j ^ (1/m)) ^ m. */
extern BvStatus bv_merged_value(const BvDecimal *parts, int count,
								const BvDecimal *exponent, BvDecimal *value);

/* What is left: (V ^ (1/m) - R ^ (1/m)) ^ m; BV_INVALID when R > V. */
extern BvStatus bv_reduced_value(const BvDecimal *value, const BvDecimal *removed,
								 const BvDecimal *exponent, BvDecimal *left);

/* The total over equal stores: V / k ^ (m-1); exact when finite. */
extern BvStatus bv_split_value(const BvDecimal *value, int64_t stores,
							   const BvDecimal *exponent, BvDecimal *total);

/*
 * The total over stores with these shares of the mass: V * sum s_j ^ m, with
 * sum s_j = 1.  Shares may come in any unit, here and below: they are divided
 * by their sum.
 */
extern BvStatus bv_split_value_by_share(const BvDecimal *value,
										const BvDecimal *shares, int count,
										const BvDecimal *exponent, BvDecimal *total);

/* As many equal stores would protect as well: (sum s_j ^ m) ^ (1 / (1-m)). */
extern BvStatus bv_effective_stores(const BvDecimal *shares, int count,
									const BvDecimal *exponent, BvDecimal *stores);

/*
 * Stores that can be linked to a degree: (sum Q_j ^ t) ^ (m/t) with
 * t = m ^ (1 - linkage); 0 gives the sum, 1 the merged value.
 */
extern BvStatus bv_linked_value(const BvDecimal *parts, int count, const BvDecimal *linkage,
								const BvDecimal *exponent, BvDecimal *value);

/*
 * The fewest equal stores whose total is within the budget; exact at the
 * boundary.  BV_INVALID when no number is: a budget of 0, or m <= 1.
 */
extern BvStatus bv_min_stores(const BvDecimal *value, const BvDecimal *budget,
							  const BvDecimal *exponent, int64_t *stores);

/* V ^ (1/m), rounded to that many decimal places. */
extern BvStatus bv_mass(const BvDecimal *value, const BvDecimal *exponent, int places,
						BvDecimal *mass);

/* Q ^ m: the value of a mass. */
extern BvStatus bv_value_of_mass(const BvDecimal *mass, const BvDecimal *exponent,
								 BvDecimal *value);

/*
 * The value of a mixed set; the order of kinds does not matter, nor how equal
 * prices are spread over kinds.  Exact for one price, and for m = 1.
 */
extern BvStatus bv_value_of_kinds(const BvPricedRecords *kinds, int count,
								  const BvDecimal *exponent,
								  int64_t reference_records, BvDecimal *value);

/* Its mass, Q = n0 ^ ((1-m)/m) * sum n_i w_i ^ (1/m): masses add, V = Q ^ m. */
extern BvStatus bv_mass_of_kinds(const BvPricedRecords *kinds, int count,
								 const BvDecimal *exponent,
								 int64_t reference_records, BvDecimal *mass);

/*
 * Effective records D: so many records of one price would be worth as much,
 * V = W * (D/n0) ^ (m-1).  For m = 1 the limit, exp of the entropy of the
 * shares of W.
 */
extern BvStatus bv_effective_records_of_kinds(const BvPricedRecords *kinds, int count,
											  const BvDecimal *exponent, BvDecimal *records);

#endif							/* BV_VALUE_H */
