/*
 * validate_password_hash.c: passwords as programs store them
 *
 * Each format names itself, so a value that is one is one.  Plain digests in hex
 * are those of anything: only the name of their column makes them passwords, and
 * bv_is_password_hash() leaves them to bv_decoys_of().
 */
#include "validate.h"

#include "array.h"
#include "check_digit.h"
#include "token_text.h"

/* Base64 of crypt(3), bcrypt and phpass, the order of letters aside. */
#define CRYPT_CHARS	(BV_CHARS_ALNUM | BV_CHAR_DOT | BV_CHAR_PLUS_SLASH)

/* A value that is taken apart from its beginning. */
typedef struct Rest
{
	const char *at;
	size_t		len;
} Rest;

static bool
take(Rest *rest, const char *text)
{
	size_t		size = strlen(text);

	if (!bv_begins(rest->at, rest->len, text))
		return false;
	rest->at += size;
	rest->len -= size;
	return true;
}

/* Takes from shortest to longest characters of these kinds, as many as there are. */
static bool
take_span(Rest *rest, size_t shortest, size_t longest, unsigned kinds)
{
	size_t		span = bv_span(rest->at, rest->len, kinds);

	if (span < shortest || span > longest)
		return false;
	rest->at += span;
	rest->len -= span;
	return true;
}

/* crypt(3) has / and . but no +. */
static bool
take_crypt(Rest *rest, size_t shortest, size_t longest)
{
	const char *from = rest->at;

	return take_span(rest, shortest, longest, CRYPT_CHARS) &&
		(rest->at == from || memchr(from, '+', (size_t) (rest->at - from)) == NULL);
}

/* A salt is any printed characters up to the next $. */
static bool
take_salt(Rest *rest, size_t longest)
{
	size_t		span = 0;

	while (span < rest->len && rest->at[span] != '$' &&
		   bv_is_of(rest->at[span], BV_CHAR_PRINTED))
		span++;
	if (span > longest)
		return false;
	rest->at += span;
	rest->len -= span;
	return true;
}

/* $2b$12$ and 53 characters: 22 of salt, whose last has only two bits, 31 of hash. */
static bool
is_bcrypt(Rest rest)
{
	int			cost;

	if (rest.len != 60 || rest.at[0] != '$' || rest.at[1] != '2')
		return false;
	if ((rest.at[2] != 'a' && rest.at[2] != 'b' && rest.at[2] != 'x' && rest.at[2] != 'y') ||
		rest.at[3] != '$' || rest.at[6] != '$')
		return false;
	if (!bv_all_of(rest.at + 4, 2, BV_CHAR_DIGIT))
		return false;
	cost = bv_number(rest.at + 4, 2);
	rest.at += 7;
	rest.len -= 7;
	return cost >= 4 && cost <= 31 && take_crypt(&rest, 53, 53);
}

/* $argon2id$v=19$m=65536,t=3,p=4$salt$hash, the reference implementation's. */
static bool
is_argon2(Rest rest)
{
	if (!take(&rest, "$argon2id$") && !take(&rest, "$argon2i$") && !take(&rest, "$argon2d$"))
		return false;
	if (take(&rest, "v=") && (!take_span(&rest, 2, 2, BV_CHAR_DIGIT) || !take(&rest, "$")))
		return false;
	if (!take(&rest, "m=") || !take_span(&rest, 1, 10, BV_CHAR_DIGIT) ||
		!take(&rest, ",t=") || !take_span(&rest, 1, 10, BV_CHAR_DIGIT) ||
		!take(&rest, ",p=") || !take_span(&rest, 1, 8, BV_CHAR_DIGIT))
		return false;
	if (take(&rest, ",keyid=") && !take_span(&rest, 1, 11, BV_CHARS_BASE64))
		return false;
	if (take(&rest, ",data=") && !take_span(&rest, 1, 43, BV_CHARS_BASE64))
		return false;
	return take(&rest, "$") && take_span(&rest, 11, 64, BV_CHARS_BASE64) &&
		take(&rest, "$") && take_span(&rest, 16, 512, BV_CHARS_BASE64) && rest.len == 0;
}

/* $5$rounds=5000$salt$hash; MD5 has no rounds, yescrypt parameters in their place. */
static bool
is_crypt(Rest rest)
{
	char		method = rest.len > 3 && rest.at[0] == '$' ? rest.at[1] : 0;

	if (method == 0 || rest.at[2] != '$' || strchr("1567y", method) == NULL)
	{
		if (take(&rest, "$apr1$"))
			return take_salt(&rest, 8) && take(&rest, "$") && take_crypt(&rest, 22, 22) &&
				rest.len == 0;
		if (take(&rest, "$gy$"))	/* yescrypt within GOST */
			return take_crypt(&rest, 3, 24) && take(&rest, "$") && take_crypt(&rest, 1, 86) &&
				take(&rest, "$") && take_crypt(&rest, 43, 43) && rest.len == 0;
		return false;
	}
	rest.at += 3;
	rest.len -= 3;
	switch (method)
	{
		case '1':
			return take_salt(&rest, 8) && take(&rest, "$") && take_crypt(&rest, 22, 22) &&
				rest.len == 0;
		case '5':
		case '6':
			if (take(&rest, "rounds=") &&
				(!take_span(&rest, 1, 9, BV_CHAR_DIGIT) || !take(&rest, "$")))
				return false;
			return take_salt(&rest, 16) && take(&rest, "$") &&
				(method == '5' ? take_crypt(&rest, 43, 43) : take_crypt(&rest, 86, 86)) &&
				rest.len == 0;
		case '7':				/* scrypt: N, r, p in 11 characters before the salt */
			return take_crypt(&rest, 11, 97) && take(&rest, "$") && take_crypt(&rest, 43, 43) &&
				rest.len == 0;
		default:
			return take_crypt(&rest, 3, 24) && take(&rest, "$") && take_crypt(&rest, 1, 86) &&
				take(&rest, "$") && take_crypt(&rest, 43, 43) && rest.len == 0;
	}
}

/* Portable PHP hashes: $P$ (or phpBB's $H$), a letter of cost, salt of 8, hash of 22. */
static bool
is_phpass(Rest rest)
{
	if (rest.len != 34 || (!take(&rest, "$P$") && !take(&rest, "$H$")))
		return false;
	return strchr("56789ABCDEFGHIJKLMNOPQRS", rest.at[0]) != NULL && rest.at[0] != '\0' &&
		take_crypt(&rest, 31, 31);
}

/* Drupal 7, phpass with SHA-512 cut to 55 characters. */
static bool
is_drupal(Rest rest)
{
	return rest.len == 55 && take(&rest, "$S$") && take_crypt(&rest, 52, 52);
}

/* passlib: $pbkdf2-sha256$29000$salt$hash, $scrypt$ln=16,r=8,p=1$salt$hash, bcrypt over SHA-256. */
static bool
is_passlib(Rest rest)
{
	const unsigned ab64 = BV_CHARS_ALNUM | BV_CHAR_PLUS_SLASH | BV_CHAR_DOT;

	if (take(&rest, "$scrypt$"))
	{
		return take(&rest, "ln=") && take_span(&rest, 1, 2, BV_CHAR_DIGIT) &&
			take(&rest, ",r=") && take_span(&rest, 1, 5, BV_CHAR_DIGIT) &&
			take(&rest, ",p=") && take_span(&rest, 1, 5, BV_CHAR_DIGIT) &&
			take(&rest, "$") && take_span(&rest, 1, 128, ab64) &&
			take(&rest, "$") && take_span(&rest, 22, 128, ab64) && rest.len == 0;
	}
	if (take(&rest, "$bcrypt-sha256$"))
	{
		if (take(&rest, "v=2,t=2b,r="))
			return take_span(&rest, 1, 2, BV_CHAR_DIGIT) && take(&rest, "$") &&
				take_crypt(&rest, 22, 22) && take(&rest, "$") && take_crypt(&rest, 31, 31) &&
				rest.len == 0;
		return take_span(&rest, 2, 2, BV_CHARS_ALNUM) && take(&rest, ",") &&
			take_span(&rest, 1, 2, BV_CHAR_DIGIT) && take(&rest, "$") &&
			take_crypt(&rest, 22, 22) && take(&rest, "$") && take_crypt(&rest, 31, 31) &&
			rest.len == 0;
	}
	if (!take(&rest, "$pbkdf2"))
		return false;
	if (take(&rest, "-") && !take(&rest, "sha256") && !take(&rest, "sha512") &&
		!take(&rest, "sha1"))
		return false;
	return take(&rest, "$") && take_span(&rest, 1, 9, BV_CHAR_DIGIT) &&
		take(&rest, "$") && take_span(&rest, 1, 128, ab64) &&
		take(&rest, "$") && take_span(&rest, 22, 128, ab64) && rest.len == 0;
}

/* Django: method$parameters$salt$hash; what comes after bcrypt$ and argon2 is theirs. */
static bool
is_django(Rest rest)
{
	if (take(&rest, "bcrypt_sha256$") || take(&rest, "bcrypt$"))
		return is_bcrypt(rest);
	if (bv_begins(rest.at, rest.len, "argon2$"))
	{
		rest.at += 6;
		rest.len -= 6;
		return is_argon2(rest);
	}
	if (take(&rest, "pbkdf2_sha256$") || take(&rest, "pbkdf2_sha1$") || take(&rest, "pbkdf2_sha512$"))
		return take_span(&rest, 1, 9, BV_CHAR_DIGIT) && take(&rest, "$") &&
			take_salt(&rest, 128) && take(&rest, "$") && rest.len >= 28 && rest.len <= 88 &&
			bv_base64_size(rest.at, rest.len, BV_CHARS_BASE64) >= 20;
	if (take(&rest, "scrypt$"))
		return take_salt(&rest, 128) && take(&rest, "$") &&
			take_span(&rest, 1, 9, BV_CHAR_DIGIT) && take(&rest, "$") &&
			take_span(&rest, 1, 4, BV_CHAR_DIGIT) && take(&rest, "$") &&
			take_span(&rest, 1, 4, BV_CHAR_DIGIT) && take(&rest, "$") &&
			bv_base64_size(rest.at, rest.len, BV_CHARS_BASE64) == 64;
	if (take(&rest, "sha1$"))
		return take_salt(&rest, 64) && take(&rest, "$") && rest.len == 40 &&
			bv_all_of(rest.at, 40, BV_CHARS_HEX);
	if (take(&rest, "md5$"))
		return take_salt(&rest, 64) && take(&rest, "$") && rest.len == 32 &&
			bv_all_of(rest.at, 32, BV_CHARS_HEX);
	return false;
}

/* Werkzeug: pbkdf2:sha256:600000$salt$hex, scrypt:32768:8:1$salt$hex. */
static bool
is_werkzeug(Rest rest)
{
	if (take(&rest, "pbkdf2:"))
	{
		if (!take(&rest, "sha256") && !take(&rest, "sha512") && !take(&rest, "sha1") &&
			!take(&rest, "md5"))
			return false;
		if (take(&rest, ":") && !take_span(&rest, 1, 9, BV_CHAR_DIGIT))
			return false;
	}
	else if (take(&rest, "scrypt:"))
	{
		if (!take_span(&rest, 1, 9, BV_CHAR_DIGIT) || !take(&rest, ":") ||
			!take_span(&rest, 1, 4, BV_CHAR_DIGIT) || !take(&rest, ":") ||
			!take_span(&rest, 1, 4, BV_CHAR_DIGIT))
			return false;
	}
	else
		return false;
	return take(&rest, "$") && take_salt(&rest, 64) && take(&rest, "$") &&
		rest.len % 2 == 0 && rest.len >= 32 && rest.len <= 128 &&
		bv_all_of(rest.at, rest.len, BV_CHARS_SMALL_HEX);
}

/* LDAP, RFC 2307 and its kin: {SCHEME} and base64 of digest and salt, or a crypt hash. */
static bool
is_ldap(Rest rest)
{
	static const struct
	{
		const char *scheme;
		int			digest;		/* bytes */
		bool		salted;
	}			schemes[] = {
		{"{sha}", 20, false}, {"{ssha}", 20, true}, {"{md5}", 16, false}, {"{smd5}", 16, true},
		{"{sha256}", 32, false}, {"{ssha256}", 32, true}, {"{sha384}", 48, false},
		{"{ssha384}", 48, true}, {"{sha512}", 64, false}, {"{ssha512}", 64, true}
	};

	if (bv_begins_in_any_case(rest.at, rest.len, "{crypt}"))
	{
		rest.at += 7;
		rest.len -= 7;
		return is_bcrypt(rest) || is_crypt(rest) ||
			(rest.len == 13 && take_crypt(&rest, 13, 13));
	}
	for (size_t i = 0; i < lengthof(schemes); i++)
	{
		size_t		size = strlen(schemes[i].scheme);
		long		bytes;

		if (!bv_begins_in_any_case(rest.at, rest.len, schemes[i].scheme))
			continue;
		bytes = bv_base64_size(rest.at + size, rest.len - size, BV_CHARS_BASE64);
		return schemes[i].salted ?
			bytes > schemes[i].digest && bytes <= schemes[i].digest + 32 :
			bytes == schemes[i].digest;
	}
	if (take(&rest, "{PBKDF2-SHA256}") || take(&rest, "{PBKDF2-SHA512}") || take(&rest, "{PBKDF2}"))
		return take_span(&rest, 1, 9, BV_CHAR_DIGIT) && take(&rest, "$") &&
			take_span(&rest, 1, 128, CRYPT_CHARS) && take(&rest, "$") &&
			take_span(&rest, 22, 128, CRYPT_CHARS) && rest.len == 0;
	if (take(&rest, "{bcrypt}"))	/* Spring Security */
		return is_bcrypt(rest);
	if (take(&rest, "{argon2}"))
		return is_argon2(rest);
	if (take(&rest, "{PKCS5S2}"))	/* Atlassian: 16 bytes of salt, 32 of PBKDF2 */
		return rest.len == 64 && bv_base64_size(rest.at, 64, BV_CHARS_BASE64) == 48;
	return false;
}

/* PostgreSQL: md5 and 32 hex digits, SCRAM-SHA-256$4096:salt$stored:server. */
static bool
is_postgresql(Rest rest)
{
	const char *colon;

	if (rest.len == 35 && take(&rest, "md5"))
		return bv_all_of(rest.at, 32, BV_CHARS_SMALL_HEX);
	if (!take(&rest, "SCRAM-SHA-256$") || !take_span(&rest, 1, 9, BV_CHAR_DIGIT) ||
		!take(&rest, ":"))
		return false;
	if (!take_span(&rest, 16, 128, BV_CHARS_BASE64 | BV_CHAR_EQUALS) || !take(&rest, "$"))
		return false;
	colon = rest.len == 89 ? memchr(rest.at, ':', rest.len) : NULL;
	return colon != NULL && colon - rest.at == 44 &&
		bv_base64_size(rest.at, 44, BV_CHARS_BASE64) == 32 &&
		bv_base64_size(colon + 1, 44, BV_CHARS_BASE64) == 32;
}

/* MySQL since 4.1: * and SHA-1 of SHA-1 in capitals; caching_sha2: $A$005$. */
static bool
is_mysql(Rest rest)
{
	if (rest.len == 41 && rest.at[0] == '*')
		return bv_all_of(rest.at + 1, 40, BV_CHAR_DIGIT | BV_CHAR_UPPER_HEX);
	return rest.len == 70 && take(&rest, "$A$005$") && take_crypt(&rest, 63, 63);
}

/* SQL Server: a version, four bytes of salt, SHA-1 (of 2000 two) or SHA-512. */
static bool
is_sql_server(Rest rest)
{
	if (take(&rest, "0x0100"))
		return (rest.len == 48 || rest.len == 88) && bv_all_of(rest.at, rest.len, BV_CHARS_HEX);
	return take(&rest, "0x0200") && rest.len == 136 && bv_all_of(rest.at, rest.len, BV_CHARS_HEX);
}

/* Defuse's PasswordHash, in many languages: sha256:1000:salt:hash, or with the size of the hash. */
static bool
is_defuse(Rest rest)
{
	if (!take(&rest, "sha1:") && !take(&rest, "sha256:") && !take(&rest, "sha512:"))
		return false;
	if (!take_span(&rest, 3, 7, BV_CHAR_DIGIT) || !take(&rest, ":"))
		return false;
	if (rest.len > 3 && rest.at[2] == ':' && !(take_span(&rest, 2, 2, BV_CHAR_DIGIT) && take(&rest, ":")))
		return false;
	return take_span(&rest, 8, 64, BV_CHARS_BASE64 | BV_CHAR_EQUALS) && take(&rest, ":") &&
		rest.len >= 24 && rest.len <= 88 && bv_all_of(rest.at, rest.len, BV_CHARS_BASE64 | BV_CHAR_EQUALS);
}

/*
 * ASP.NET Core Identity: base64 of a format byte, for version 3 the function,
 * iterations and salt size as big-endian words, then salt and key: 61 bytes for
 * salts of 16 and keys of 32; version 2 is a zero byte and 48.
 */
static bool
is_aspnet(Rest rest)
{
	uint8_t		bytes[64];
	size_t		size;

	if ((rest.len != 84 && rest.len != 68) || rest.at[0] != 'A')
		return false;
	if (bv_base64_size(rest.at, rest.len, BV_CHARS_BASE64) != (rest.len == 84 ? 61 : 49))
		return false;
	size = bv_base64_decode(rest.at, rest.len, bytes, sizeof(bytes));
	if (rest.len == 68)
	{
		bool		varied = false;

		for (size_t i = 2; i < size; i++)
			varied |= bytes[i] != bytes[1];
		return bytes[0] == 0 && varied && bytes[1] != 0;
	}
	return bytes[0] == 1 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0 && bytes[4] <= 2 &&
		bytes[5] == 0 && bytes[9] == 0 && bytes[10] == 0 && bytes[11] == 0 && bytes[12] == 16;
}

bool
bv_is_password_hash(const char *value, size_t len)
{
	Rest		rest;

	bv_trim(&value, &len);
	if (len < 16 || len > 1024)
		return false;
	rest.at = value;
	rest.len = len;
	switch (value[0])
	{
		case '$':
			return is_bcrypt(rest) || is_argon2(rest) || is_crypt(rest) || is_phpass(rest) ||
				is_drupal(rest) || is_passlib(rest) || is_mysql(rest);
		case '{':
			return is_ldap(rest);
		case '*':
			return is_mysql(rest);
		case 'A':
			return is_aspnet(rest);
		case 'S':
			return is_postgresql(rest);
		case 'm':
			return is_postgresql(rest) || is_django(rest);
		case '0':
			return is_sql_server(rest);
		case 's':
			return is_django(rest) || is_werkzeug(rest) || is_defuse(rest);
		case 'p':
			return is_django(rest) || is_werkzeug(rest);
		case 'a':
		case 'b':
			return is_django(rest);
	}
	return false;
}
