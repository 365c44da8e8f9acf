/*
 * decoy_table.c: every kind of decoy, one row each
 *
 * chance is measured on 100,000 random strings of the shape, where it is neither
 * 0 nor 1; a test measures it again.
 */
#include "decoy.h"

#include "array.h"

const BvDecoy bv_decoys[] = {
	{
		.bit = BV_DECOY_LUHN, .name = "luhn_key", .title = "keys with Luhn's check digit",
		.chance = 0.1, .shape = "##########",
		.rule = "6-24 digits, the last of them Luhn's (ISO/IEC 7812-1, annex B)",
	},
	{
		.bit = BV_DECOY_VERHOEFF, .name = "verhoeff_key", .title = "keys with Verhoeff's check digit",
		.chance = 0.1, .shape = "##########",
		.rule = "6-24 digits, the last of them Verhoeff's",
	},
	{
		.bit = BV_DECOY_MOD_11_2, .name = "mod_11_2", .title = "keys with a check digit modulo 11-2",
		.chance = 0.091, .shape = "##########",
		.rule = "6-24 digits, the last (10 is X) by ISO 7064 MOD 11-2",
	},
	{
		.bit = BV_DECOY_MOD_11_10, .name = "mod_11_10", .title = "keys with a check digit modulo 11,10",
		.chance = 0.1, .shape = "##########",
		.rule = "6-24 digits, the last by ISO 7064 MOD 11,10",
	},
	{
		.bit = BV_DECOY_MOD_11_CYCLIC, .name = "mod_11_cyclic", .title = "keys with a check digit modulo 11",
		.chance = 0.091, .shape = "##########",
		.rule = "6-24 digits, weights 2 to 7 again and again from the last but one (10 is X or -)",
	},
	{
		.bit = BV_DECOY_MOD_11_FALLING, .name = "mod_11_falling", .title = "keys with a check digit modulo 11",
		.chance = 0.091, .shape = "#######",
		.rule = "6-10 digits, weights 2 and up from the last but one (10 is X)",
	},
	{
		.bit = BV_DECOY_MOD_97, .name = "mod_97_reference", .title = "references with check digits modulo 97",
		.chance = 0.0205, .shape = "############",
		.rule = "8-24 digits, ISO 7064 MOD 97-10, or the last two the others modulo 97 (0 is 97) as "
		"in Belgian payments",
	},
	{
		.bit = BV_DECOY_RF_REFERENCE, .name = "rf_reference", .title = "RF creditor references",
		.chance = 0.0103,
		.shape = "RF############",
		.rule = "RF, two check digits and 1-21 letters and digits, ISO 11649; in fours or not",
	},
	{
		.bit = BV_DECOY_EAN_8, .name = "ean_8", .title = "EAN-8",
		.chance = 0.1, .shape = "########",
		.rule = "8 digits of GS1, weights 3 and 1",
	},
	{
		.bit = BV_DECOY_UPC_A, .name = "upc_a", .title = "UPC-A",
		.chance = 0.1, .shape = "############",
		.rule = "12 digits of GS1, weights 3 and 1",
	},
	{
		.bit = BV_DECOY_EAN_13, .name = "ean_13", .title = "EAN-13",
		.chance = 0.1, .shape = "#############",
		.rule = "13 digits of GS1, weights 1 and 3",
	},
	{
		.bit = BV_DECOY_GTIN_14, .name = "gtin_14", .title = "GTIN-14",
		.chance = 0.1, .shape = "##############",
		.rule = "14 digits of GS1, weights 3 and 1",
	},
	{
		.bit = BV_DECOY_SSCC, .name = "sscc", .title = "SSCC",
		.chance = 0.1, .shape = "##################",
		.rule = "18 digits of GS1 for a shipment, weights 3 and 1",
	},
	{
		.bit = BV_DECOY_ISBN_10, .name = "isbn_10", .title = "ISBN-10",
		.chance = 0.091, .shape = "##########",
		.rule = "ten digits, weights 10 to 1, the last may be X; three hyphens or spaces or none",
	},
	{
		.bit = BV_DECOY_ISBN_13, .name = "isbn_13", .title = "ISBN-13",
		.chance = 0.1, .shape = "978##########",
		.rule = "EAN-13 that begins with 978 or 979; four hyphens or spaces or none",
	},
	{
		.bit = BV_DECOY_ISSN, .name = "issn", .title = "ISSN",
		.chance = 0.091, .shape = "####-####",
		.rule = "two fours with a hyphen, weights 8 to 1, the last may be X",
	},
	{
		.bit = BV_DECOY_EPOCH_SECONDS, .name = "epoch_seconds", .title = "seconds since 1970",
		.chance = 0.114, .shape = "##########",
		.rule = "seconds since 1970, of 2001 to 2036, with a fraction or not",
	},
	{
		.bit = BV_DECOY_EPOCH_MILLI, .name = "epoch_milliseconds", .title = "milliseconds since 1970",
		.chance = 0.114,
		.shape = "#############",
		.rule = "milliseconds since 1970, of 2001 to 2036",
	},
	{
		.bit = BV_DECOY_EPOCH_MICRO, .name = "epoch_microseconds", .title = "microseconds since 1970",
		.chance = 0.114,
		.shape = "################",
		.rule = "microseconds since 1970, of 2001 to 2036",
	},
	{
		.bit = BV_DECOY_EPOCH_NANO, .name = "epoch_nanoseconds", .title = "nanoseconds since 1970",
		.chance = 0.114,
		.shape = "###################",
		.rule = "nanoseconds since 1970, of 2001 to 2036",
	},
	{
		.bit = BV_DECOY_UUID, .name = "uuid", .title = "UUID",
		.chance = 1,
		.shape = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh",
		.rule = "8-4-4-4-12 hex digits, RFC 9562, in braces or after urn:uuid: or not",
	},
	{
		.bit = BV_DECOY_ULID, .name = "ulid", .title = "ULID",
		.chance = 1, .shape = "01H#H#H#H#H#H#H#H#H#H#H#H#",
		.rule = "26 digits of Crockford's base 32 in capitals, with both digits and letters, the first 0 to 7",
	},
	{
		.bit = BV_DECOY_OBJECT_ID, .name = "object_id", .title = "object identifiers",
		.chance = 1,
		.shape = "hhhhhhhhhhhhhhhhhhhhhhhh",
		.rule = "24 hex digits in small letters, as MongoDB's",
	},
	{
		.bit = BV_DECOY_MD5, .name = "md5", .title = "MD5",
		.chance = 1, .shape = "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh",
		.rule = "32 hex digits in one case: MD5, or a UUID without hyphens",
	},
	{
		.bit = BV_DECOY_SHA_1, .name = "sha_1", .title = "SHA-1",
		.chance = 1,
		.shape = "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh",
		.rule = "40 hex digits in one case: SHA-1, as of commits",
	},
	{
		.bit = BV_DECOY_SHA_256, .name = "sha_256", .title = "SHA-256",
		.chance = 1,
		.shape = "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh",
		.rule = "64 (or 56) hex digits in one case: SHA-256 or SHA-224 and others of their sizes",
	},
	{
		.bit = BV_DECOY_SHA_512, .name = "sha_512", .title = "SHA-512",
		.chance = 1,
		.shape = "hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh"
		"hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh",
		.rule = "128 (or 96) hex digits in one case: SHA-512 or SHA-384 and others of their sizes",
	},
	{
		.bit = BV_DECOY_CIPHERTEXT, .name = "ciphertext", .title = "ciphertext",
		.chance = 0.99,
		.shape = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
		.rule = "what names itself (OpenPGP, age, openssl, Fernet, Vault, SOPS, Rails), or base64 of 24 or "
		"more that decodes to bytes as if drawn at random",
	},
	{
		.bit = BV_DECOY_TIMESTAMP, .name = "timestamp", .title = "timestamps",
		.chance = 1, .shape = "2024-01-15 10:30:0#",
		.rule = "date and time of day, ISO 8601 in full or compact, or 14 digits, of 1970 to 2099",
	},
	{
		.bit = BV_DECOY_VERSION, .name = "version", .title = "versions",
		.chance = 1, .shape = "v#.#.#",
		.rule = "two to four numbers with dots between, after v or with more behind when there are two",
	},
	{
		.bit = BV_DECOY_PRICE, .name = "price", .title = "prices",
		.chance = 0.9, .shape = "####.##",
		.rule = "an amount with two decimals, in threes or not, or with a currency's sign or code",
	},
};

const int	bv_decoy_count = lengthof(bv_decoys);
