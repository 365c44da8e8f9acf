/*
 * postcode.h: postal codes of some hundred and thirty countries
 */
#ifndef BV_POSTCODE_H
#define BV_POSTCODE_H

#include <stdbool.h>
#include <stddef.h>

#include "number.h"

/*
 * How many countries have a postcode like this; the alpha-2 codes of the first of
 * them go to countries, at most limit.
 */
extern int	bv_postcode_countries(const char *value, size_t len, const char **countries, int limit);

/* Is it one of that country (alpha-2, in capitals)? */
extern bool bv_is_postcode_of(const char *value, size_t len, const char *country);

/* Is it one of any? */
extern bool bv_is_postcode(const char *value, size_t len);
extern const BvNumberScheme bv_scheme_postcode;

/* What those with letters and a hyphen begin with, one after the other; NULL after the last. */
extern const char *bv_postcode_beginning(int which);

#endif							/* BV_POSTCODE_H */
