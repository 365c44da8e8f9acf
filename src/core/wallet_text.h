/*
 * wallet_text.h: Base58Check, in which addresses and keys of wallets are written
 */
#ifndef BV_WALLET_TEXT_H
#define BV_WALLET_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Is it that version and so many bytes of payload, with a check sum that fits? */
extern bool bv_base58_check(const char *text, size_t len, const uint8_t *version,
							size_t version_size, size_t payload);

#endif							/* BV_WALLET_TEXT_H */
