/* country_of.h: the country that a value tells its subject to be of */
#ifndef BV_COUNTRY_OF_H
#define BV_COUNTRY_OF_H

#include "class.h"
#include "country.h"

/* How well values of a class tell a country, the best first. */
typedef enum BvCountryEvidence
{
	BV_COUNTRY_SAID,			/* the country itself */
	BV_COUNTRY_ISSUED,			/* by whom a number or plate is issued */
	BV_COUNTRY_CALLED,			/* the calling code of a telephone number */
	BV_COUNTRY_BANKED,			/* the country of a bank account or a tax number */
	BV_COUNTRY_CITIZEN,			/* of which state a citizen, wherever he lives */
	BV_COUNTRY_EVIDENCE_COUNT,
	BV_COUNTRY_NONE				/* values of the class tell nothing */
} BvCountryEvidence;

extern BvCountryEvidence bv_country_evidence(const BvClass *class);

/*
 * The country that a value of the class tells, in UTF-8 where that matters: an
 * index into bv_countries, or -1.  A value that is not one of the class tells
 * none, where the class has a validator.
 */
extern int	bv_country_of_value(const BvClass *class, const char *value, size_t len);

#endif							/* BV_COUNTRY_OF_H */
