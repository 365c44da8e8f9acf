/*
 * digest.h: the digests that identifiers carry as check sums
 *
 * Written for addresses and tokens of at most a few hundred bytes, not for speed
 * on long input; nothing here keeps a secret, so nothing is constant in time.
 */
#ifndef BV_DIGEST_H
#define BV_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#define BV_DIGEST_BYTES	32

/* SHA-256, FIPS 180-4. */
extern void bv_sha_256(const void *data, size_t len, uint8_t digest[BV_DIGEST_BYTES]);

/* Keccak-256 as Ethereum has it: the padding is that of the submission, not of SHA-3. */
extern void bv_keccak_256(const void *data, size_t len, uint8_t digest[BV_DIGEST_BYTES]);

/* CRC-32 of IEEE 802.3, as in gzip and PNG. */
extern uint32_t bv_crc_32(const void *data, size_t len);

#endif							/* BV_DIGEST_H */
