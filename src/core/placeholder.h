/*
 * placeholder.h: values that stand for a value that is not there
 */
#ifndef BV_PLACEHOLDER_H
#define BV_PLACEHOLDER_H

#include <stddef.h>

/*
 * Why a value, white space around it aside, is nobody's: in words, or NULL if
 * it may be somebody's.  What is recognised can be shown: it is on a list, or
 * one character over and over.
 */
extern const char *bv_placeholder(const char *value, size_t length);

#endif							/* BV_PLACEHOLDER_H */
