/*
 * find_mark.h: where in a text an identifier may be, 64 bytes at a time
 */
#ifndef BV_FIND_MARK_H
#define BV_FIND_MARK_H

#include <stddef.h>
#include <stdint.h>

/* As many as fit a page or so: the text is still in the nearest cache when it is read again. */
#define BV_FIND_BLOCKS	64
#define BV_FIND_BLOCK	64		/* bytes */
#define BV_FIND_WINDOW	(BV_FIND_BLOCKS * BV_FIND_BLOCK)

/* Bit i of word b stands for byte 64 b + i; one block more than is searched. */
typedef struct BvFindMarks
{
	uint64_t	digit[BV_FIND_BLOCKS + 2];	/* 0 .. 9; the last word is 0 */
	uint64_t	sign[BV_FIND_BLOCKS + 1];	/* @ _, and A and I next but one to another, and few others */
	uint64_t	wide[BV_FIND_BLOCKS + 1];	/* the beginnings of full-width digits in UTF-8 */
} BvFindMarks;

/*
 * Marks the text, at most a window and a block of it; returns how many blocks
 * that are.  Bits behind the end are 0.
 */
extern int	bv_find_mark(const char *text, size_t length, BvFindMarks *marks);

/* The same without signs, for searches that need none: in less than half the time. */
extern int	bv_find_mark_digits(const char *text, size_t length, BvFindMarks *marks);

/* The same as the first without vector instructions, for other CPUs and for tests. */
extern int	bv_find_mark_portable(const char *text, size_t length, BvFindMarks *marks);

/* What 64 bytes are, a bit each. */
typedef struct BvFindLetters
{
	uint64_t	lower;			/* of ASCII */
	uint64_t	upper;
	uint64_t	digit;
	uint64_t	high;			/* beyond ASCII */
} BvFindLetters;

/* Looks at the bytes from one on that is a multiple of 16: bits before it are 0. */
extern void bv_find_letters(const char text[BV_FIND_BLOCK], int from, BvFindLetters *letters);
extern void bv_find_letters_portable(const char text[BV_FIND_BLOCK], int from,
									 BvFindLetters *letters);

#endif							/* BV_FIND_MARK_H */
