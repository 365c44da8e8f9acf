/* small_cell.h: which counts of a table are not to be told */
#ifndef BV_SMALL_CELL_H
#define BV_SMALL_CELL_H

#include <stdbool.h>
#include <stdint.h>

/* Fewer people than this are not counted apart. */
#define BV_SMALL_CELL	10

/*
 * Marks the cells that are to be told as one: those with fewer than
 * BV_SMALL_CELL, and, so that what is left of the total tells nothing of so
 * few either, the next smallest until there are that many in them together;
 * of equal ones the last.  Returns how many there are: fewer than
 * BV_SMALL_CELL, but not 0, when all cells together are.
 */
extern int64_t bv_merge_small_cells(const int64_t *people, int count, bool *is_merged);

#endif							/* BV_SMALL_CELL_H */
