/* look_secret.c: digests, stored passwords, ciphertext, tokens and masks, by their looks */
#include "look_text.h"

#include <string.h>

#include "token_text.h"

static bool
is_digest(const char *value, size_t len)
{
	size_t		digits = 0;

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
	static const char *const prefixes[] = {"pbkdf2_", "bcrypt$", "argon2$", "sha1$", "scrypt:", "pbkdf2:"};

	if (len < 20)
		return false;
	if (value[0] == '$' || value[0] == '{')
		return memchr(value + 1, value[0] == '$' ? '$' : '}', len - 1) != NULL;
	for (size_t i = 0; i < lengthof(prefixes); i++)
	{
		if (value[0] == prefixes[i][0] && strncmp(value, prefixes[i], strlen(prefixes[i])) == 0)
			return true;
	}
	return len == 41 && value[0] == '*' && memchr(value + 1, '*', len - 1) == NULL;
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

/* One word of letters and digits in which the two change places often. */
static bool
is_opaque(const char *value, size_t len)
{
	size_t		changes = 0;
	size_t		digits = 0;
	int			before = -1;

	if (len < 16)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) value[i];
		int			kind = is_digit(c) ? 0 : c >= 'a' && c <= 'z' ? 1 : c >= 'A' && c <= 'Z' ? 2 : 3;

		if (kind == 3 && c != '_' && c != '-' && c != '+' && c != '/' && c != '=' && c != '.')
			return false;
		if (kind == 3)
			continue;
		digits += kind == 0;
		changes += before >= 0 && kind != before;
		before = kind;
	}
	return 4 * changes >= len && digits > 0;
}

/* As common ways to encrypt write it: an envelope's prefix, or long base64 with padding. */
static bool
is_cipher(const char *value, size_t len)
{
	static const char *const prefixes[] = {
		"gAAAAA", "vault:v", "ENC[", "enc:", "{enc}", "-----BEGIN PGP MESSAGE", "\\xc30d04", "\\xc1c0",
		"AQICAH", "U2FsdGVkX1"
	};

	for (size_t i = 0; i < lengthof(prefixes); i++)
	{
		size_t		prefix;

		if (value[0] != prefixes[i][0])
			continue;
		prefix = strlen(prefixes[i]);
		if (len > prefix + 8 && memcmp(value, prefixes[i], prefix) == 0)
			return true;
	}
	return len >= 24 && len % 4 == 0 && value[len - 1] == '=' && is_opaque(value, len);
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
