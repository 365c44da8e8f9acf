/*
 * pattern.h: random text of a pattern, and random damage to a text
 *
 * A pattern is a regular expression of the plain kind: characters, \d, \ before
 * one of its own signs, [a-z_], groups with alternatives (a|b), and behind any
 * of these ? {n} {m,n}.  Alternatives are equally likely.  <word> stands for an
 * ordinary English word.
 *
 * All that is random comes from a seed, and is the same everywhere.
 */
#ifndef PATTERN_H
#define PATTERN_H

#include <stddef.h>
#include <stdint.h>

/* Room for any text that is made. */
#define PATTERN_TEXT_MAX	4096

/* The next 64 random bits of a seed (splitmix64). */
extern uint64_t random_bits(uint64_t *seed);

/* A whole number from 0 to below the limit, all equally likely for all that matters. */
extern uint32_t random_below(uint64_t *seed, uint32_t limit);

/* Makes a text of the pattern, not terminated; returns its length. */
extern size_t pattern_text(const char *pattern, uint64_t *seed, char text[PATTERN_TEXT_MAX]);

/*
 * Damages a text as people and programs do: a character changed, dropped,
 * doubled, swapped with its neighbour, a separator too many or too few, an end
 * cut off.  Returns its new length, one more at most.
 */
extern size_t damage_text(char *text, size_t length, uint64_t *seed);

#endif							/* PATTERN_H */
