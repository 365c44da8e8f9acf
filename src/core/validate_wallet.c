/*
 * validate_wallet.c: addresses of crypto-currencies, by the check sums in them
 *
 * Base58Check (Bitcoin and its kin), Bech32 and Bech32m (BIP 173, BIP 350),
 * CashAddr, EIP-55 for Ethereum, StrKey for Stellar, blockwise Base58 for
 * Monero.  Solana and Polkadot are left out: no sum there, or one of another
 * digest.
 */
#include "validate.h"

#include "array.h"
#include "check_digit.h"
#include "digest.h"
#include "token_text.h"
#include "wallet_text.h"

static const char bitcoin_alphabet[] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
static const char ripple_alphabet[] = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";

#define BASE58_WORDS	24		/* of 32 bits: no address has as many */

/* The digits of Base58 by character, or -1; filled for one alphabet on the stack. */
static void
invert(const char *alphabet, int8_t digits[128])
{
	memset(digits, -1, 128);
	for (int i = 0; i < 58; i++)
		digits[(int) alphabet[i]] = (int8_t) i;
}

/*
 * Decodes a number in base 58 to just size bytes, highest first; each leading
 * digit zero is one zero byte.  False if it has another size.
 */
static bool
decode_base58(const char *text, size_t len, const char *alphabet, uint8_t *bytes, size_t size)
{
	int8_t		digits[128];
	uint32_t	words[BASE58_WORDS];	/* the number so far, lowest first */
	int			count = 0;
	size_t		zeros = 0;
	size_t		used;

	invert(alphabet, digits);
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) text[i];

		if (c > 127 || digits[c] < 0)
			return false;
	}
	while (zeros < len && text[zeros] == alphabet[0])
		zeros++;

	for (size_t i = zeros; i < len;)
	{
		uint32_t	factor = 1;
		uint64_t	carry = 0;

		/* five digits at once: 58 ^ 5 is below 2 ^ 32 */
		for (size_t end = len - i < 5 ? len : i + 5; i < end; i++)
		{
			factor *= 58;
			carry = carry * 58 + (uint64_t) digits[(unsigned char) text[i]];
		}
		for (int j = 0; j < count; j++)
		{
			carry += (uint64_t) words[j] * factor;
			words[j] = (uint32_t) carry;
			carry >>= 32;
		}
		if (carry > 0)
		{
			if (count == BASE58_WORDS)
				return false;
			words[count++] = (uint32_t) carry;
		}
	}
	used = 4 * (size_t) count;
	while (used > 0 && words[(used - 1) / 4] >> (used - 1) % 4 * 8 == 0)
		used--;
	if (zeros + used != size)
		return false;
	memset(bytes, 0, zeros);
	for (size_t i = 0; i < used; i++)
		bytes[size - 1 - i] = (uint8_t) (words[i / 4] >> i % 4 * 8);
	return true;
}

static bool
has_base58_check(const uint8_t *bytes, size_t size)
{
	uint8_t		digest[BV_DIGEST_BYTES];

	bv_sha_256(bytes, size - 4, digest);
	bv_sha_256(digest, sizeof(digest), digest);
	return memcmp(digest, bytes + size - 4, 4) == 0;
}

bool
bv_base58_check(const char *text, size_t len, const uint8_t *version, size_t version_size,
				size_t payload)
{
	uint8_t		bytes[96];
	size_t		size = version_size + payload + 4;

	return size <= sizeof(bytes) &&
		decode_base58(text, len, bitcoin_alphabet, bytes, size) &&
		memcmp(bytes, version, version_size) == 0 && has_base58_check(bytes, size);
}

/* Version bytes, by the character that they make the first. */
static const struct
{
	char		first;
	uint8_t		version[3];
	uint8_t		version_size;
	uint8_t		payload;
}			versions[] = {
	{'1', {0x00}, 1, 20},		/* Bitcoin, to a key */
	{'3', {0x05}, 1, 20},		/* to a script; Litecoin's once too */
	{'m', {0x6f}, 1, 20},		/* the test network */
	{'n', {0x6f}, 1, 20},
	{'2', {0xc4}, 1, 20},
	{'L', {0x30}, 1, 20},		/* Litecoin */
	{'M', {0x32}, 1, 20},
	{'D', {0x1e}, 1, 20},		/* Dogecoin */
	{'A', {0x16}, 1, 20},
	{'9', {0x16}, 1, 20},
	{'X', {0x4c}, 1, 20},		/* Dash */
	{'7', {0x10}, 1, 20},
	{'T', {0x41}, 1, 20},		/* Tron */
	{'t', {0x1c, 0xb8}, 2, 20},	/* Zcash, transparent */
	{'t', {0x1c, 0xbd}, 2, 20},
	{'t', {0x06, 0xa1, 0x9f}, 3, 20},	/* Tezos */
	{'t', {0x06, 0xa1, 0xa1}, 3, 20},
	{'t', {0x06, 0xa1, 0xa4}, 3, 20},
	{'K', {0x02, 0x5a, 0x79}, 3, 20},
};

static bool
is_base58_address(const char *value, size_t len)
{
	if (memchr("123mnLMDA9X7TtKr", value[0], 16) == NULL || bv_span(value, len, BV_CHARS_ALNUM) != len)
		return false;
	if (value[0] == 'r')		/* XRP Ledger */
	{
		uint8_t		bytes[25];

		return decode_base58(value, len, ripple_alphabet, bytes, sizeof(bytes)) &&
			bytes[0] == 0 && has_base58_check(bytes, sizeof(bytes));
	}
	for (size_t i = 0; i < lengthof(versions); i++)
	{
		if (versions[i].first == value[0] &&
			bv_base58_check(value, len, versions[i].version, versions[i].version_size,
							versions[i].payload))
			return true;
	}
	return false;
}

/*
 * The digits of Bech32 and CashAddr, in one case; the whole value has been seen
 * to be of one.  False if one is no digit.
 */
static bool
decode_bech32_digits(const char *text, size_t len, uint8_t *digits)
{
	/* QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L, the place of each plus one */
	static const uint8_t places[256] = {
		['0'] = 16, ['2'] = 11, 18, 22, 21, 27, 31, 8, 6,
		['A'] = 30, ['C'] = 25, 14, 26, 10, 9, 24, ['J'] = 19, 23, 32, 28, 20, ['P'] = 2, 1, 4, 17, 12, 29, 13, 15, 7, 5, 3,
		['a'] = 30, ['c'] = 25, 14, 26, 10, 9, 24, ['j'] = 19, 23, 32, 28, 20, ['p'] = 2, 1, 4, 17, 12, 29, 13, 15, 7, 5, 3
	};

	for (size_t i = 0; i < len; i++)
	{
		uint8_t		place = places[(unsigned char) text[i]];

		if (place == 0)
			return false;
		digits[i] = place - 1;
	}
	return true;
}

/* What the five highest bits of a sum add to the next: each its generator. */
static uint32_t
bech32_top(uint32_t top)
{
	static const uint32_t generator[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
	uint32_t	sum = 0;

	for (int i = 0; i < 5; i++)
		sum ^= -(top >> i & 1) & generator[i];
	return sum;
}

static uint32_t
bech32_step(uint32_t sum, uint8_t digit)
{
	return ((sum & 0x1ffffff) << 5 ^ digit) ^ bech32_top(sum >> 25);
}

#define BECH32_SUM	1
#define BECH32M_SUM	0x2bc830a3
#define BECH32_MAX	128

/* Human-readable parts; those of a witness have a version and one sum for each. */
static const struct
{
	const char *part;			/* lower case, with the 1 that ends it */
	bool		witness;
	size_t		shortest;
	size_t		longest;
}			bech32_parts[] = {
	{"bc1", true, 14, 74},		/* Bitcoin, BIP 173 */
	{"tb1", true, 14, 74},
	{"bcrt1", true, 14, 76},
	{"ltc1", true, 14, 75},		/* Litecoin */
	{"addr1", false, 58, 108},	/* Cardano, CIP 19 */
	{"stake1", false, 59, 59},
	{"cosmos1", false, 45, 65},
	{"bnb1", false, 42, 42},
};

static bool
is_bech32_address(const char *value, size_t len)
{
	uint8_t		digits[BECH32_MAX];
	size_t		part_len = 0;
	size_t		count;
	uint32_t	sum = 1;
	bool		witness = false;
	size_t		program;

	if (bv_span(value, len, BV_CHAR_DIGIT | BV_CHAR_LOWER) != len &&
		bv_span(value, len, BV_CHAR_DIGIT | BV_CHAR_UPPER) != len)
		return false;			/* never in both cases */
	for (size_t i = 0; i < lengthof(bech32_parts); i++)
	{
		if (bv_begins_in_any_case(value, len, bech32_parts[i].part))
		{
			if (len < bech32_parts[i].shortest || len > bech32_parts[i].longest)
				return false;
			part_len = strlen(bech32_parts[i].part) - 1;
			witness = bech32_parts[i].witness;
		}
	}
	if (part_len == 0)
		return false;

	count = len - part_len - 1;
	if (count < 8 || count > BECH32_MAX || !decode_bech32_digits(value + part_len + 1, count, digits))
		return false;
	/* letters in either case give the same five low bits; the high ones are of lower case */
	for (size_t i = 0; i < part_len; i++)
		sum = bech32_step(sum, 3);
	sum = bech32_step(sum, 0);
	for (size_t i = 0; i < part_len; i++)
		sum = bech32_step(sum, value[i] & 31);
	for (size_t i = 0; i < count; i++)
		sum = bech32_step(sum, digits[i]);
	if (!witness)
		return sum == BECH32_SUM;

	if (digits[0] > 16 || sum != (digits[0] == 0 ? BECH32_SUM : BECH32M_SUM))
		return false;
	program = (count - 7) * 5 / 8;
	/* the bits that fill up are fewer than five, and zero */
	if ((count - 7) * 5 % 8 >= 5 || (digits[count - 7] & ((1 << (count - 7) * 5 % 8) - 1)) != 0)
		return false;
	return digits[0] == 0 ? program == 20 || program == 32 : program >= 2 && program <= 40;
}

/* Bitcoin Cash: a prefix, which may be left out, and a sum of 40 bits. */
static bool
is_cash_address(const char *value, size_t len)
{
	static const uint64_t generator[] = {
		0x98f2bc8e61, 0x79b76d99e2, 0xf33e5fb3c4, 0xae2eabe2a8, 0x1e4f43e470
	};
	static const char prefix[] = "bitcoincash";
	uint8_t		digits[42];
	uint64_t	sum = 1;

	if (len == 54 && bv_begins_in_any_case(value, len, prefix) && value[11] == ':')
	{
		value += 12;
		len -= 12;
	}
	if (len != 42 || !decode_bech32_digits(value, len, digits) ||
		(bv_span(value, len, BV_CHAR_DIGIT | BV_CHAR_LOWER) != len &&
		 bv_span(value, len, BV_CHAR_DIGIT | BV_CHAR_UPPER) != len))
		return false;
	for (size_t i = 0; i < 12 + len; i++)
	{
		uint8_t		digit = i < 11 ? prefix[i] & 31 : i == 11 ? 0 : digits[i - 12];
		uint64_t	top = sum >> 35;

		sum = (sum & 0x07ffffffff) << 5 ^ digit;
		for (int bit = 0; bit < 5; bit++)
			sum ^= top >> bit & 1 ? generator[bit] : 0;
	}
	return sum == 1;
}

/* Ethereum and its kin: forty hex digits; in both cases the case is a sum, EIP-55. */
static bool
is_ethereum_address(const char *hex)
{
	char		lower[40];
	uint8_t		digest[BV_DIGEST_BYTES];

	if (!bv_all_of(hex, 40, BV_CHARS_HEX) || bv_all_equal(hex, 40))
		return false;
	if (bv_all_of(hex, 40, BV_CHARS_SMALL_HEX) ||
		bv_all_of(hex, 40, BV_CHAR_DIGIT | BV_CHAR_UPPER_HEX))
		return true;
	for (int i = 0; i < 40; i++)
		lower[i] = hex[i] >= 'A' && hex[i] <= 'F' ? hex[i] - 'A' + 'a' : hex[i];
	bv_keccak_256(lower, sizeof(lower), digest);
	for (int i = 0; i < 40; i++)
	{
		int			nibble = i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2] & 15;

		if (!bv_is_digit(hex[i]) && (hex[i] <= 'F') != (nibble >= 8))
			return false;
	}
	return true;
}

/* Stellar, SEP 23: version 6 (G), 32 bytes of key, CRC-16 of XModem, low byte first. */
static bool
is_stellar_address(const char *value)
{
	uint8_t		bytes[35];
	uint32_t	bits = 0;
	int			count = 0;
	size_t		done = 0;
	uint16_t	crc = 0;

	if (!bv_all_of(value, 56, BV_CHARS_BASE32))
		return false;
	for (int i = 0; i < 56; i++)
	{
		bits = bits << 5 | (uint32_t) (bv_is_digit(value[i]) ? value[i] - '2' + 26 : value[i] - 'A');
		count += 5;
		if (count >= 8)
		{
			count -= 8;
			bytes[done++] = (uint8_t) (bits >> count);
		}
	}
	for (int i = 0; i < 33; i++)
	{
		crc ^= (uint16_t) (bytes[i] << 8);
		for (int bit = 0; bit < 8; bit++)
			crc = (uint16_t) (crc << 1 ^ (crc & 0x8000 ? 0x1021 : 0));
	}
	return bytes[0] == 6 << 3 && bytes[33] == (crc & 0xff) && bytes[34] == crc >> 8;
}

/*
 * Monero: 65 bytes (77 with a payment) in blocks of 8, each 11 digits, the rest
 * 2 digits for 1 byte or 7 for 5; the last four bytes are Keccak of the others.
 */
static bool
is_monero_address(const char *value, size_t len)
{
	int8_t		digits[128];
	uint8_t		bytes[77];
	uint8_t		digest[BV_DIGEST_BYTES];
	size_t		size = 0;

	invert(bitcoin_alphabet, digits);
	for (size_t at = 0; at < len; at += 11)
	{
		size_t		block = len - at < 11 ? len - at : 11;
		size_t		block_size = block == 11 ? 8 : block == 7 ? 5 : 1;
		uint64_t	number = 0;

		for (size_t i = 0; i < block; i++)
		{
			unsigned char c = (unsigned char) value[at + i];
			uint64_t	digit;

			if (c > 127 || digits[c] < 0)
				return false;
			digit = (uint64_t) digits[c];
			if (number > (UINT64_MAX - digit) / 58)
				return false;
			number = number * 58 + digit;
		}
		if (block_size < 8 && number >> (8 * block_size) != 0)
			return false;
		for (size_t i = 0; i < block_size; i++)
			bytes[size++] = (uint8_t) (number >> (8 * (block_size - 1 - i)));
	}
	if (bytes[0] != 18 && bytes[0] != 19 && bytes[0] != 42)
		return false;
	bv_keccak_256(bytes, size - 4, digest);
	return memcmp(digest, bytes + size - 4, 4) == 0;
}

bool
bv_is_crypto_wallet(const char *value, size_t len)
{
	static const uint8_t extended_public[][4] = {
		{0x04, 0x88, 0xb2, 0x1e}, {0x04, 0x9d, 0x7c, 0xb2}, {0x04, 0xb2, 0x47, 0x46}
	};

	bv_trim(&value, &len);
	if (len < 14 || len > 111)
		return false;
	if (len == 42 && value[0] == '0' && value[1] == 'x')
		return is_ethereum_address(value + 2);
	if (len >= 26 && len <= 36 && is_base58_address(value, len))
		return true;
	if (len == 56 && value[0] == 'G')
		return is_stellar_address(value);
	if ((len == 95 || len == 106) && (value[0] == '4' || value[0] == '8'))
		return is_monero_address(value, len);
	if (len == 111 && memcmp(value + 1, "pub", 3) == 0)		/* BIP 32, BIP 49, BIP 84 */
	{
		for (int i = 0; i < 3; i++)
		{
			if (value[0] == "xyz"[i])
				return bv_base58_check(value, len, extended_public[i], 4, 74);
		}
		return false;
	}
	switch (bv_to_upper(value[0]))
	{
		case 'Q':
		case 'P':
			return len == 42 && is_cash_address(value, len);
		case 'B':
			if (len == 54 && value[11] == ':')
				return is_cash_address(value, len);
			return is_bech32_address(value, len);
		case 'A':
		case 'C':
		case 'L':
		case 'S':
		case 'T':
			return is_bech32_address(value, len);
	}
	return false;
}
