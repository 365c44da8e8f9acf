/*
 * array.h: how many entries an array has
 */
#ifndef BV_ARRAY_H
#define BV_ARRAY_H

/* As an int, which counts that are signed or not can be compared with. */
#define lengthof(array) ((int) (sizeof(array) / sizeof((array)[0])))

#endif							/* BV_ARRAY_H */
