/*
 * address.h: lines of an address: streets with house numbers, and PO boxes
 */
#ifndef BV_ADDRESS_H
#define BV_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "fold.h"

/* What tells that a line is one of an address; a mask, 0: nothing does. */
#define BV_ADDRESS_STREET	0x01	/* a word for a street, or one that ends in it */
#define BV_ADDRESS_NUMBER	0x02	/* a house number where it belongs beside that */
#define BV_ADDRESS_BOX		0x04	/* a PO box */

/* Is a word of theirs as numbers of houses are?  Without one no line has a number or a box. */
extern bool bv_has_house_number(const BvWords *words);

/*
 * Of the words of a whole value, one line or more, in thirteen languages: folded,
 * and what each is (BV_WORD_*).
 */
extern int	bv_address_of_words(const BvWords *words, const int *kinds);

/* A street with a house number, or a PO box. */
extern bool bv_is_address(const char *value, size_t len);

#endif							/* BV_ADDRESS_H */
