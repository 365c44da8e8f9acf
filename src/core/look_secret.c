/* look_secret.c: digests, stored passwords, ciphertext, tokens and masks, by their looks */
#include "look_text.h"

#include <string.h>

#include "token_text.h"

/* Shorter ones are none. */
#define DIGEST_SHORTEST	32
#define CRYPT_SHORTEST	20
#define CIPHER_SHORTEST	13

/* Does a value that is long enough begin so? */
static bool
begins(const char *value, const char *prefix)
{
	return memcmp(value, prefix, strlen(prefix)) == 0;
}

static bool
is_digest(const char *value, size_t len)
{
	size_t		digits = 0;

	if (len < DIGEST_SHORTEST)
		return false;
	/* SHA-1, 224, 256, 384 and 512, MD5, as hexadecimal; bytea writes \x before it */
	if (len > 2 && value[0] == '\\' && value[1] == 'x')
	{
		value += 2;
		len -= 2;
	}
	if (len != 32 && len != 40 && len != 56 && len != 64 && len != 96 && len != 128)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (!is_hex((unsigned char) value[i]))
			return false;
		digits += is_digit((unsigned char) value[i]);
	}
	/* ten of sixteen are digits; a number of all digits is a number */
	return digits < len;
}

/* As crypt, Argon2 and LDAP write a password. */
static bool
is_crypt(const char *value, size_t len)
{
	if (len < CRYPT_SHORTEST)
		return false;
	switch (value[0])
	{
		case '$':
			return memchr(value + 1, '$', len - 1) != NULL;
		case '{':
			return memchr(value + 1, '}', len - 1) != NULL;
		case 'a':
			return begins(value, "argon2$");
		case 'b':
			return begins(value, "bcrypt$");
		case 'p':
			return begins(value, "pbkdf2_") || begins(value, "pbkdf2:");
		case 's':
			return begins(value, "sha1$") || begins(value, "scrypt:");
		case '*':
			return len == 41 && memchr(value + 1, '*', len - 1) == NULL;
	}
	return false;
}

/* Three asterisks or bullets in a row, or three of X or # that are a third of it. */
static bool
is_masked(const char *value, size_t len)
{
	size_t		marks = 0;
	size_t		run = 0;
	size_t		longest = 0;
	size_t		stars = 0;		/* the longest run of what is in no word */
	char		before = 0;

	for (size_t i = 0; i < len; i++)
	{
		char		c = value[i];
		bool		mark = c == '*' || c == 'X' || c == 'x' || c == '#' ||
			((unsigned char) c == 0xE2 && i + 2 < len && memcmp(value + i, "\xE2\x80\xA2", 3) == 0);

		if (!mark)
			run = 0;
		else
		{
			run = c == before ? run + 1 : 1;
			if (run > longest)
				longest = run;
			if (c != 'X' && c != 'x' && c != '#' && run > stars)
				stars = run;
			marks++;
			if ((unsigned char) c == 0xE2)
				i += 2;
		}
		before = c;
	}
	return marks < len && (stars >= 3 || (longest >= 3 && 3 * marks >= len));
}

/* Of what kind a character of a token is; 0: none of a token. */
enum
{
	TOKEN_DIGIT = 1,
	TOKEN_LOWER,
	TOKEN_UPPER,
	TOKEN_MARK
};

static const uint8_t token_kinds[256] = {
	['0' ... '9'] = TOKEN_DIGIT,
	['a' ... 'z'] = TOKEN_LOWER,
	['A' ... 'Z'] = TOKEN_UPPER,
	['_'] = TOKEN_MARK, ['-'] = TOKEN_MARK, ['+'] = TOKEN_MARK,
	['/'] = TOKEN_MARK, ['='] = TOKEN_MARK, ['.'] = TOKEN_MARK
};

/* One word of letters and digits in which the two change places often. */
static bool
is_opaque(const char *value, size_t len)
{
	size_t		changes = 0;
	size_t		digits = 0;
	int			before = 0;

	if (len < 16)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		int			kind = token_kinds[(unsigned char) value[i]];

		if (kind == 0)
			return false;
		if (kind == TOKEN_MARK)
			continue;
		digits += kind == TOKEN_DIGIT;
		changes += kind != before;
		before = kind;
	}
	/* the first is none */
	changes -= before != 0;
	return 4 * changes >= len && digits > 0;
}

/* An envelope's prefix, and something in it. */
static bool
is_envelope(const char *value, size_t len, const char *prefix)
{
	return len > strlen(prefix) + 8 && begins(value, prefix);
}

/* As common ways to encrypt write it: an envelope's prefix, or long base64 with padding. */
static bool
is_cipher(const char *value, size_t len)
{
	bool		envelope = false;

	if (len < CIPHER_SHORTEST)
		return false;
	switch (value[0])
	{
		case 'g':
			envelope = is_envelope(value, len, "gAAAAA");
			break;
		case 'v':
			envelope = is_envelope(value, len, "vault:v");
			break;
		case 'E':
			envelope = is_envelope(value, len, "ENC[");
			break;
		case 'e':
			envelope = is_envelope(value, len, "enc:");
			break;
		case '{':
			envelope = is_envelope(value, len, "{enc}");
			break;
		case '-':
			envelope = is_envelope(value, len, "-----BEGIN PGP MESSAGE");
			break;
		case '\\':
			envelope = is_envelope(value, len, "\\xc30d04") || is_envelope(value, len, "\\xc1c0");
			break;
		case 'A':
			envelope = is_envelope(value, len, "AQICAH");
			break;
		case 'U':
			envelope = is_envelope(value, len, "U2FsdGVkX1");
			break;
	}
	return envelope ||
		(len >= 24 && len % 4 == 0 && value[len - 1] == '=' && is_opaque(value, len));
}

/* HashiCorp Vault's transit engine, a key service of AWS, SOPS: their keys never leave them. */
static bool
is_sealed(const char *value, size_t len)
{
	return len > 16 && (memcmp(value, "vault:v", 7) == 0 || memcmp(value, "AQICAH", 6) == 0 ||
						memcmp(value, "ENC[AES", 7) == 0);
}

uint32_t
bv_secret_traits(const char *value, size_t len, unsigned seen)
{
	uint32_t	traits = 0;

	if (is_digest(value, len))
		traits |= FORM(DIGEST);
	if (is_crypt(value, len))
		traits |= FORM(CRYPT);
	if ((seen & SEEN_MASK) && is_masked(value, len))
		traits |= FORM(MASKED);
	if ((seen & SEEN_DIGIT) && !(seen & SEEN_NO_TOKEN) && is_opaque(value, len))
		traits |= FORM(OPAQUE);
	if (is_cipher(value, len))
		traits |= FORM(CIPHER) | (is_sealed(value, len) ? FORM(SEALED) : 0);
	if (bv_is_uuid(value, len))
		traits |= FORM(UUID);
	return traits;
}
