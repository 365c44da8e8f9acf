/*
 * digest.c: the digests that identifiers carry as check sums
 *
 * SHA-256 after FIPS 180-4, Keccak[512] after the Keccak reference (version
 * 3.0, 2011), CRC-32 after ISO 3309; each is tested on published vectors.
 */
#include "digest.h"

#include <stdbool.h>
#include <string.h>

#define ROTATE_RIGHT_32(x, n)	(((x) >> (n)) | ((x) << (32 - (n))))

/* The fractional parts of the cube roots of the first 64 primes. */
static const uint32_t sha_constants[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
};

/*
 * A round; the names of the words rotate from one to the next instead of the words,
 * so that eight rounds written out keep all of them in registers: half the time of
 * a loop that moves them.
 */
#define SHA_ROUND(a, b, c, d, e, f, g, h, i) \
	do { \
		h += (ROTATE_RIGHT_32(e, 6) ^ ROTATE_RIGHT_32(e, 11) ^ ROTATE_RIGHT_32(e, 25)) + \
			(g ^ (e & (f ^ g))) + sha_constants[i] + w[i]; \
		d += h; \
		h += (ROTATE_RIGHT_32(a, 2) ^ ROTATE_RIGHT_32(a, 13) ^ ROTATE_RIGHT_32(a, 22)) + \
			((a & b) | (c & (a | b))); \
	} while (0)

static void
sha_block(uint32_t state[8], const uint8_t *block)
{
	uint32_t	w[64];
	uint32_t	a = state[0];
	uint32_t	b = state[1];
	uint32_t	c = state[2];
	uint32_t	d = state[3];
	uint32_t	e = state[4];
	uint32_t	f = state[5];
	uint32_t	g = state[6];
	uint32_t	h = state[7];

	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t) block[4 * i] << 24 | (uint32_t) block[4 * i + 1] << 16 |
			(uint32_t) block[4 * i + 2] << 8 | block[4 * i + 3];
	for (int i = 16; i < 64; i++)
	{
		uint32_t	old = w[i - 15];
		uint32_t	new = w[i - 2];

		w[i] = w[i - 16] + w[i - 7] +
			(ROTATE_RIGHT_32(old, 7) ^ ROTATE_RIGHT_32(old, 18) ^ (old >> 3)) +
			(ROTATE_RIGHT_32(new, 17) ^ ROTATE_RIGHT_32(new, 19) ^ (new >> 10));
	}
	for (int i = 0; i < 64; i += 8)
	{
		SHA_ROUND(a, b, c, d, e, f, g, h, i);
		SHA_ROUND(h, a, b, c, d, e, f, g, i + 1);
		SHA_ROUND(g, h, a, b, c, d, e, f, i + 2);
		SHA_ROUND(f, g, h, a, b, c, d, e, i + 3);
		SHA_ROUND(e, f, g, h, a, b, c, d, i + 4);
		SHA_ROUND(d, e, f, g, h, a, b, c, i + 5);
		SHA_ROUND(c, d, e, f, g, h, a, b, i + 6);
		SHA_ROUND(b, c, d, e, f, g, h, a, i + 7);
	}
	state[0] += a;
	state[1] += b;
	state[2] += c;
	state[3] += d;
	state[4] += e;
	state[5] += f;
	state[6] += g;
	state[7] += h;
}

void
bv_sha_256(const void *data, size_t len, uint8_t digest[BV_DIGEST_BYTES])
{
	uint32_t	state[8] = {
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
	};
	const uint8_t *bytes = data;
	uint64_t	bits = (uint64_t) len * 8;
	uint8_t		last[128] = {0};
	size_t		rest;
	size_t		last_len;

	for (rest = len; rest >= 64; rest -= 64, bytes += 64)
		sha_block(state, bytes);

	if (rest > 0)
		memcpy(last, bytes, rest);
	last[rest] = 0x80;
	last_len = rest < 56 ? 64 : 128;
	for (int i = 0; i < 8; i++)
		last[last_len - 1 - i] = (uint8_t) (bits >> (8 * i));
	for (size_t at = 0; at < last_len; at += 64)
		sha_block(state, last + at);

	for (int i = 0; i < BV_DIGEST_BYTES; i++)
		digest[i] = (uint8_t) (state[i / 4] >> (24 - 8 * (i % 4)));
}

static uint64_t
rotate_left_64(uint64_t x, int n)
{
	return n == 0 ? x : (x << n) | (x >> (64 - n));
}

static void
keccak_permute(uint64_t a[25])
{
	static const uint64_t constants[24] = {
		0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
		0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
		0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
		0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
		0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
		0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008
	};
	static const int rotations[25] = {
		0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14
	};

	for (int round = 0; round < 24; round++)
	{
		uint64_t	b[25];
		uint64_t	c[5];

		for (int x = 0; x < 5; x++)
			c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
		for (int i = 0; i < 25; i++)
			a[i] ^= c[(i % 5 + 4) % 5] ^ rotate_left_64(c[(i % 5 + 1) % 5], 1);
		for (int x = 0; x < 5; x++)
		{
			for (int y = 0; y < 5; y++)
				b[y + 5 * ((2 * x + 3 * y) % 5)] = rotate_left_64(a[x + 5 * y], rotations[x + 5 * y]);
		}
		for (int i = 0; i < 25; i++)
		{
			int			row = i - i % 5;

			a[i] = b[i] ^ (~b[row + (i % 5 + 1) % 5] & b[row + (i % 5 + 2) % 5]);
		}
		a[0] ^= constants[round];
	}
}

void
bv_keccak_256(const void *data, size_t len, uint8_t digest[BV_DIGEST_BYTES])
{
	enum
	{
		RATE = 136				/* bytes of a block: 1600 bits less twice 256 */
	};
	uint64_t	state[25] = {0};
	const uint8_t *bytes = data;
	size_t		at = 0;

	for (size_t i = 0; i < len; i++)
	{
		state[at / 8] ^= (uint64_t) bytes[i] << (8 * (at % 8));
		if (++at == RATE)
		{
			keccak_permute(state);
			at = 0;
		}
	}
	state[at / 8] ^= (uint64_t) 0x01 << (8 * (at % 8));
	state[(RATE - 1) / 8] ^= (uint64_t) 0x80 << (8 * ((RATE - 1) % 8));
	keccak_permute(state);

	for (int i = 0; i < BV_DIGEST_BYTES; i++)
		digest[i] = (uint8_t) (state[i / 8] >> (8 * (i % 8)));
}

/* The remainder of each byte, filled when first asked for. */
static const uint32_t *
crc_table(void)
{
	static uint32_t table[256];
	static bool built;

	for (uint32_t byte = 0; !built && byte < 256; byte++)
	{
		uint32_t	crc = byte;

		for (int bit = 0; bit < 8; bit++)
			crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
		table[byte] = crc;
	}
	built = true;
	return table;
}

uint32_t
bv_crc_32(const void *data, size_t len)
{
	const uint32_t *table = crc_table();
	const uint8_t *bytes = data;
	uint32_t	crc = 0xffffffff;

	for (size_t i = 0; i < len; i++)
		crc = crc >> 8 ^ table[(crc ^ bytes[i]) & 0xff];
	return ~crc;
}
