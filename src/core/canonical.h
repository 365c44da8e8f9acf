/*
 * canonical.h: values that can be written in more ways than with and without separators
 *
 * Each writes a valid value, without white space around it, to the result, which
 * has room for BV_NORMALIZE_EXTRA bytes more; not terminated.  They return how many
 * bytes.
 */
#ifndef BV_CANONICAL_H
#define BV_CANONICAL_H

#include <stddef.h>

#include "class.h"

/* Without separators and parentheses, in capitals. */
extern int	bv_write_compact(const char *value, size_t len, char *result);

/* The same where that is valid as well; else hyphens for them, or if need be as they are. */
extern int	bv_write_code(const BvClass *class, const char *value, size_t len, char *result);

/* In small letters, those with accents in UTF-8 too, with spaces for what joins words. */
extern int	bv_write_word(const char *value, size_t len, char *result);

extern int	bv_write_lower(const char *value, size_t len, char *result);
extern int	bv_write_upper(const char *value, size_t len, char *result);

/* Group and factor: O+, AB-. */
extern int	bv_write_blood_type(const char *value, size_t len, char *result);

/* Bases in capitals, without line ends; alleles without the HLA before them. */
extern int	bv_write_genetic(const char *value, size_t len, char *result);

/* With the country's prefix, all its digits, and nothing that only says it is VAT. */
extern int	bv_write_vat_id(const char *value, size_t len, char *result);

/* Compact, but for courts and registers, and a Finnish hyphen. */
extern int	bv_write_org_number(const BvClass *class, const char *value, size_t len, char *result);

/* Compact, but for the slash before the code of a Czech bank. */
extern int	bv_write_bank_account(const char *value, size_t len, char *result);

/* Without the letters of the country before it. */
extern int	bv_write_postcode(const BvClass *class, const char *value, size_t len, char *result);

/* Of a machine-readable zone its second line. */
extern int	bv_write_passport(const BvClass *class, const char *value, size_t len, char *result);

/* Fourteen hex digits. */
extern int	bv_write_meid(const char *value, size_t len, char *result);

/* In small letters where capitals mean the same. */
extern int	bv_write_wallet(const BvClass *class, const char *value, size_t len, char *result);

/* The key alone, in capitals, where it is one by itself. */
extern int	bv_write_otp_secret(const BvClass *class, const char *value, size_t len, char *result);

/* Scheme and host, or a name after @, in small letters. */
extern int	bv_write_address(const char *value, size_t len, char *result);

#endif							/* BV_CANONICAL_H */
