/*
 * decoy.h: what looks like an identifier of a person and is none
 *
 * Keys with a check digit, references, article numbers, clocks, digests and
 * ciphertext pass the rules of classes now and then, or always.  A column of them
 * is told from one of a class by how many of its values are such a decoy, against
 * how many would be by chance.  Consecutive keys are no matter of one value: a
 * sample of a column tells them.
 */
#ifndef BV_DECOY_H
#define BV_DECOY_H

#include <stddef.h>
#include <stdint.h>

/* A bit each; a value may be several. */
typedef enum BvDecoyBit
{
	BV_DECOY_LUHN = 1u << 0,
	BV_DECOY_VERHOEFF = 1u << 1,
	BV_DECOY_MOD_11_2 = 1u << 2,
	BV_DECOY_MOD_11_10 = 1u << 3,
	BV_DECOY_MOD_11_CYCLIC = 1u << 4,
	BV_DECOY_MOD_11_FALLING = 1u << 5,
	BV_DECOY_MOD_97 = 1u << 6,
	BV_DECOY_RF_REFERENCE = 1u << 7,
	BV_DECOY_EAN_8 = 1u << 8,
	BV_DECOY_UPC_A = 1u << 9,
	BV_DECOY_EAN_13 = 1u << 10,
	BV_DECOY_GTIN_14 = 1u << 11,
	BV_DECOY_SSCC = 1u << 12,
	BV_DECOY_ISBN_10 = 1u << 13,
	BV_DECOY_ISBN_13 = 1u << 14,
	BV_DECOY_ISSN = 1u << 15,
	BV_DECOY_EPOCH_SECONDS = 1u << 16,
	BV_DECOY_EPOCH_MILLI = 1u << 17,
	BV_DECOY_EPOCH_MICRO = 1u << 18,
	BV_DECOY_EPOCH_NANO = 1u << 19,
	BV_DECOY_UUID = 1u << 20,
	BV_DECOY_ULID = 1u << 21,
	BV_DECOY_OBJECT_ID = 1u << 22,
	BV_DECOY_MD5 = 1u << 23,
	BV_DECOY_SHA_1 = 1u << 24,
	BV_DECOY_SHA_256 = 1u << 25,
	BV_DECOY_SHA_512 = 1u << 26,
	BV_DECOY_CIPHERTEXT = 1u << 27,
	BV_DECOY_TIMESTAMP = 1u << 28,
	BV_DECOY_VERSION = 1u << 29,
	BV_DECOY_PRICE = 1u << 30
} BvDecoyBit;

/* One kind of decoy; chance is of the shape that passes most easily, as of classes. */
typedef struct BvDecoy
{
	uint32_t	bit;
	const char *name;			/* lower case, [a-z0-9_] */
	const char *title;			/* what people call them */
	double		chance;			/* share of random strings of its shape that are one */
	const char *shape;			/* that shape: # a digit, h or H a hex digit, b of base64 */
	const char *rule;			/* in words */
} BvDecoy;

extern const BvDecoy bv_decoys[];	/* in order of bit */
extern const int bv_decoy_count;

/* All that a value is, white space around it aside; 0 for most. */
extern uint32_t bv_decoys_of(const char *value, size_t len);

#endif							/* BV_DECOY_H */
