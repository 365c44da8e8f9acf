/*
 * fuzz.h: what the fuzz harnesses of src/core share
 *
 * A harness feeds one part of the core with bytes and checks what must hold for
 * all of them.  With libFuzzer it looks for inputs itself ("make fuzz"); with
 * replay.c it gets a fixed series of them ("make check-core").
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The harness; libFuzzer has chosen its name. */
extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What inputs can begin with, up to a NULL. */
extern const char *const fuzz_seeds[];

/* Stops the run, as the sanitizers do, when something does not hold. */
#define FUZZ_CHECK(holds) \
	do { \
		if (!(holds)) { \
			fprintf(stderr, "# %s:%d: %s does not hold\n", __FILE__, __LINE__, #holds); \
			abort(); \
		} \
	} while (0)

/* An input that is read in parts. */
typedef struct FuzzInput
{
	const uint8_t *next;
	const uint8_t *end;
} FuzzInput;

/* The next byte, or 0 behind the end. */
static inline unsigned
fuzz_byte(FuzzInput *input)
{
	return input->next < input->end ? *input->next++ : 0;
}

/* A whole number of so many bytes. */
static inline uint64_t
fuzz_number(FuzzInput *input, int bytes)
{
	uint64_t	number = 0;

	for (int i = 0; i < bytes; i++)
		number = number << 8 | fuzz_byte(input);
	return number;
}

/*
 * The bytes up to the next one of that value, or to the end, in memory of their
 * own, so that the sanitizer sees one too many; to be freed.
 */
static inline char *
fuzz_part(FuzzInput *input, int stop, size_t *length)
{
	const uint8_t *start = input->next;
	char	   *part;

	while (input->next < input->end && *input->next != stop)
		input->next++;
	*length = (size_t) (input->next - start);
	part = malloc(*length > 0 ? *length : 1);
	memcpy(part, start, *length);
	input->next += input->next < input->end;
	return part;
}

#endif							/* FUZZ_H */
