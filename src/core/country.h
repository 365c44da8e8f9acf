/*
 * country.h: the countries of ISO 3166-1, by code and by name
 *
 * A country is an index into bv_countries; -1 is none.
 */
#ifndef BV_COUNTRY_H
#define BV_COUNTRY_H

#include <stddef.h>

#include "fold.h"

typedef struct BvCountry
{
	char		alpha2[3];
	char		alpha3[4];
	short		numeric;
	const char *name;			/* in English, short */
} BvCountry;

extern const BvCountry bv_countries[];	/* in order of alpha2 */
extern const int bv_country_count;

/* By alpha-2 or alpha-3 code, in either case, white space around it aside. */
extern int	bv_country_by_code(const char *value, size_t len);

/* By the number of ISO 3166-1. */
extern int	bv_country_by_number(int number);

/*
 * By what it is called, in any of 63 languages, case and diacritics aside;
 * official and short names, and abbreviations in use as "USA".  Codes are not
 * names, but those in use as such are.
 */
extern int	bv_country_by_name(const char *value, size_t len);

/* The same of words that were folded. */
extern int	bv_country_by_words(const BvWords *words);

/* By code or name. */
extern int	bv_country_of(const char *value, size_t len);

#endif							/* BV_COUNTRY_H */
