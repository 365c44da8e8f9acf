/*
 * company_check.h: checks on numbers of companies that are VAT numbers as well
 *
 * Each takes digits (letters in capitals) without separators, of its length.
 */
#ifndef BV_COMPANY_CHECK_H
#define BV_COMPANY_CHECK_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Copies letters (in capitals) and digits.  What separates them are single
 * characters out of a few, all of one kind, before groups of two or more.  Returns
 * how many there are, 0 if it is written in another way or has more than max.
 */
extern int	bv_read_compact(const char *value, size_t len, const char *separators,
							char *compact, int max);

/* Is the sum of digits times weights a multiple of the modulus? */
extern bool bv_weights_fit(const char *digits, const int *weights, int count, int modulus);

extern bool bv_has_mod_11_10(const char *digits, int count);	/* ISO 7064, hybrid */
extern bool bv_is_siren(const char *nine_digits);
extern bool bv_is_belgian_company(const char *ten_digits);
extern bool bv_is_danish_company(const char *eight_digits);
extern bool bv_is_finnish_company(const char *eight_digits);
extern bool bv_is_norwegian_company(const char *nine_digits);
extern bool bv_is_swedish_company(const char *ten_digits);
extern bool bv_is_swiss_company(const char *nine_digits);
extern bool bv_is_italian_company(const char *eleven_digits);
extern bool bv_is_czech_company(const char *eight_digits);
extern bool bv_is_spanish_company(const char *nine_characters);

#endif							/* BV_COMPANY_CHECK_H */
