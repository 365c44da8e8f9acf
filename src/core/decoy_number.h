/*
 * decoy_number.h: decoys that are numbers, for decoy.c
 */
#ifndef BV_DECOY_NUMBER_H
#define BV_DECOY_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* So many digits have a key or a reference at most. */
#define BV_DECOY_DIGITS_MAX	24

/* Decoys of digits alone, and of digits (the last may be X) in groups. */
extern uint32_t bv_decoys_of_digits(const char *digits, int count);
extern uint32_t bv_decoys_of_groups(const char *value, size_t len);

/* Are the first ten digits seconds since 1970, of 2001 to 2036? */
extern bool bv_is_epoch(const char *digits);

/* Are 14 digits a date and a time of day, of 1970 to 2099? */
extern bool bv_is_clock(const char *digits);

#endif							/* BV_DECOY_NUMBER_H */
