/*
 * one_line.h: numbers that are broken over a line, as they are found in free text
 */
#ifndef BV_ONE_LINE_H
#define BV_ONE_LINE_H

#include "class.h"

/* No such number is longer, the line end and marks of quotation included. */
#define BV_ONE_LINE_MAX		64

/*
 * A card or an IBAN that goes on on the next line, perhaps quoted (> 1111), with the
 * separator there that is in it elsewhere; *len becomes its length.  NULL where the class
 * is no such one, or where the value is not broken just once.
 */
extern const char *bv_as_one_line(const BvClass *class, const char *value, size_t *len,
								  char joined[BV_ONE_LINE_MAX]);

#endif							/* BV_ONE_LINE_H */
