/* currency.h: exchange rates, and exposures of explicit prices in another currency */
#ifndef BV_CURRENCY_H
#define BV_CURRENCY_H

#include "exposure.h"

/*
 * The exposure with its explicit prices in that currency, by the latest exchange
 * rates; as it is when it has none, or is in that currency, or in none of its
 * own: then its prices are in that of whoever values them.
 */
extern const BvExposure *bv_exposure_in_currency(const BvExposure *exposure,
												 const char *currency);

#endif							/* BV_CURRENCY_H */
