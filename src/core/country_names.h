/*
 * country_names.h: fingerprints of the names of countries, in order
 *
 * Between country.c and its table only.
 */
#ifndef BV_COUNTRY_NAMES_H
#define BV_COUNTRY_NAMES_H

#include <stdint.h>

extern const uint16_t bv_country_name_bucket[257];	/* the first with those high bits */
extern const uint32_t bv_country_name_fingerprint[];
extern const uint8_t bv_country_name_owner[];	/* the country that each means */

#endif							/* BV_COUNTRY_NAMES_H */
