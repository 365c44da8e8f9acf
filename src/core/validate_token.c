/*
 * validate_token.c: tokens and keys: JWT, private keys, second factors
 */
#include "validate.h"

#include "array.h"
#include "check_digit.h"
#include "digest.h"
#include "seed_word_table.h"
#include "token_text.h"
#include "wallet_text.h"

#define JWT_HEADER_MAX	2048

static size_t
skip_space(const char *text, size_t len, size_t at)
{
	return at + bv_span(text + at, len - at, BV_CHAR_SPACE);
}

/*
 * The place after a JSON string that begins at that place, or 0.  Escapes are
 * passed over as they are.
 */
static size_t
skip_string(const char *text, size_t len, size_t at)
{
	if (at >= len || text[at] != '"')
		return 0;
	for (at++; at < len; at++)
	{
		if ((unsigned char) text[at] < 0x20)
			return 0;
		if (text[at] == '\\')
			at++;
		else if (text[at] == '"')
			return at + 1;
	}
	return 0;
}

/* The place after a JSON value: a string, an object or array in full, or a bare word. */
static size_t
skip_json(const char *text, size_t len, size_t at)
{
	int			depth = 0;

	do
	{
		if (at >= len)
			return 0;
		if (text[at] == '"')
		{
			at = skip_string(text, len, at);
			if (at == 0)
				return 0;
			continue;
		}
		if (text[at] == '{' || text[at] == '[')
			depth++;
		else if (text[at] == '}' || text[at] == ']')
			depth--;
		else if (depth == 0)
		{
			size_t		span = bv_span(text + at, len - at, BV_CHARS_ALNUM | BV_CHAR_DOT |
									   BV_CHAR_MINUS_LINE | BV_CHAR_PLUS_SLASH);

			return span == 0 ? 0 : at + span;
		}
		at++;
	} while (depth > 0);
	return depth == 0 ? at : 0;
}

/* Is it a JSON object with the member "alg", a string? */
static bool
has_algorithm(const char *text, size_t len)
{
	bool		found = false;
	size_t		at = skip_space(text, len, 0);

	if (at >= len || text[at] != '{')
		return false;
	at = skip_space(text, len, at + 1);
	for (;;)
	{
		size_t		key = at;
		size_t		key_end = skip_string(text, len, at);
		size_t		value;

		if (key_end == 0)
			return false;
		at = skip_space(text, len, key_end);
		if (at >= len || text[at] != ':')
			return false;
		value = skip_space(text, len, at + 1);
		at = skip_json(text, len, value);
		if (at == 0)
			return false;
		if (key_end - key == 5 && memcmp(text + key, "\"alg\"", 5) == 0)
			found = text[value] == '"' && at - value > 2;
		at = skip_space(text, len, at);
		if (at >= len)
			return false;
		if (text[at] == '}')
			return found && skip_space(text, len, at + 1) == len;
		if (text[at] != ',')
			return false;
		at = skip_space(text, len, at + 1);
	}
}

/*
 * Is that the header of a token: an object that names an algorithm, in base64?  The
 * tokens of a column have few headers, so the last ones of each length are kept.
 */
static bool
is_jwt_header(const char *text, size_t len)
{
	static struct
	{
		char		text[96];
		size_t		len;
		bool		valid;
	}			kept[8];
	char		header[JWT_HEADER_MAX];
	size_t		which = len / 4 % 8;
	bool		valid;

	if (len / 4 * 3 + 3 > sizeof(header))
		return false;
	if (kept[which].len == len && memcmp(kept[which].text, text, len) == 0)
		return kept[which].valid;
	valid = has_algorithm(header, bv_base64_decode(text, len, (uint8_t *) header, sizeof(header)));
	if (len > 0 && len <= sizeof(kept[which].text))
	{
		memcpy(kept[which].text, text, len);
		kept[which].len = len;
		kept[which].valid = valid;
	}
	return valid;
}

/*
 * JSON Web Token, RFC 7519, in its compact form: three parts signed (RFC 7515)
 * or five encrypted (RFC 7516), the first a JSON object that names an algorithm.
 * A signature may only be left out where the header says "none".
 */
bool
bv_is_jwt(const char *value, size_t len)
{
	char		header[JWT_HEADER_MAX];
	size_t		parts[5];
	size_t		count = 0;
	size_t		start = 0;
	size_t		size;

	bv_trim(&value, &len);
	if (len > 7 && bv_begins_in_any_case(value, len, "bearer "))
	{
		value += 7;
		len -= 7;
	}
	if (len < 20 || value[0] != 'e' || (value[1] != 'y' && value[1] != 'w'))
		return false;			/* {" and { with white space after it */
	for (;;)
	{
		size_t		span = bv_span(value + start, len - start, BV_CHARS_BASE64_URL);

		if (count == 5 || span % 4 == 1)
			return false;
		parts[count++] = span;
		start += span;
		if (start == len)
			break;
		if (value[start] != '.')
			return false;
		start++;
	}
	if (count != 3 && count != 5)
		return false;
	if (!is_jwt_header(value, parts[0]))
		return false;
	if (count == 5)				/* the key may be empty, not the rest */
		return parts[2] > 0 && parts[3] > 0 && parts[4] > 0;
	if (parts[2] == 0)
	{
		size = bv_base64_decode(value, parts[0], (uint8_t *) header, sizeof(header));
		for (size_t i = 0; i + 6 <= size; i++)
		{
			if (memcmp(header + i, "\"none\"", 6) == 0)
				return parts[1] > 0;
		}
		return false;
	}
	return parts[1] > 0 && parts[2] >= 16;
}

/* What stands between BEGIN and PRIVATE KEY: nothing, or one of these. */
static const char *const key_kinds[] = {
	"", "RSA ", "EC ", "DSA ", "ENCRYPTED ", "OPENSSH ", "ANY ", "SSH2 ENCRYPTED "
};

/* The text of a key: base64 and headers in lines; \n may be written as such. */
static bool
is_armour(const char *text, size_t len)
{
	size_t		base64 = 0;

	for (size_t i = 0; i < len; i++)
	{
		char		c = text[i];

		if (bv_is_of(c, BV_CHARS_BASE64))
			base64++;
		else if (c == '\\' && i + 1 < len && (text[i + 1] == 'n' || text[i + 1] == 'r'))
			i++;
		else if (!bv_is_of(c, BV_CHAR_SPACE | BV_CHAR_EQUALS | BV_CHAR_MINUS_LINE | BV_CHAR_DOT) &&
				 c != ':' && c != ',' && c != '(' && c != ')' && c != '@' && c != '<' && c != '>')
			return false;
	}
	return base64 >= 40;
}

/* Is the label in a frame that of a private key? */
static bool
is_key_label(const char *label, size_t len)
{
	if (len == 21 && memcmp(label, "PGP PRIVATE KEY BLOCK", 21) == 0)
		return true;
	for (size_t i = 0; i < lengthof(key_kinds); i++)
	{
		size_t		kind = strlen(key_kinds[i]);

		if (len == kind + 11 && memcmp(label, key_kinds[i], kind) == 0 &&
			memcmp(label + kind, "PRIVATE KEY", 11) == 0)
			return true;
	}
	return false;
}

/*
 * -----BEGIN ... PRIVATE KEY-----, RFC 7468, or ---- BEGIN ... ---- as RFC 4716
 * has it; of PKCS 1 and 8, OpenSSH, OpenPGP (RFC 9580).  The end repeats the label.
 */
static bool
is_pem(const char *value, size_t len)
{
	const char *rule = value[4] == '-' ? "-----" : " ----";
	const char *label = value + 11;
	const char *label_end;
	const char *end;
	size_t		label_len;

	if (!bv_begins(value, len, "-----BEGIN ") && !bv_begins(value, len, "---- BEGIN "))
		return false;
	label_end = memchr(label, '-', len - 11);
	if (label_end == NULL)
		return false;
	label_end -= rule[0] == ' ';
	if (label_end <= label || !is_key_label(label, (size_t) (label_end - label)))
		return false;
	label_len = (size_t) (label_end - label);
	if (len < 2 * (label_len + 16) || memcmp(label_end, rule, 5) != 0)
		return false;

	end = value + len - 5;
	if (memcmp(end, rule, 5) != 0 || memcmp(end - label_len, label, label_len) != 0)
		return false;
	end -= label_len + 9;
	if (memcmp(end, rule[0] == '-' ? "-----END " : "---- END ", 9) != 0)
		return false;
	return end > label_end + 5 && is_armour(label_end + 5, (size_t) (end - label_end) - 5);
}

/* A key of PuTTY: lines of names and values. */
static bool
is_putty_key(const char *value, size_t len)
{
	if (len < 120 || !bv_begins(value, len, "PuTTY-User-Key-File-") ||
		(value[20] != '2' && value[20] != '3') || value[21] != ':')
		return false;
	return bv_all_of(value, len, BV_CHAR_PRINTED | BV_CHAR_SPACE);
}

/* Wallet import format: version 0x80 (0xef for tests), a key, maybe one byte that says compressed. */
static bool
is_wallet_key(const char *value, size_t len)
{
	static const uint8_t main_net[] = {0x80};
	static const uint8_t test_net[] = {0xef};
	static const uint8_t encrypted[][2] = {{0x01, 0x42}, {0x01, 0x43}};
	static const uint8_t extended[][4] = {
		{0x04, 0x88, 0xad, 0xe4}, {0x04, 0x9d, 0x78, 0x78}, {0x04, 0xb2, 0x43, 0x0c}
	};

	if (len == 58 && value[0] == '6' && value[1] == 'P')	/* BIP 38: under a passphrase */
		return bv_base58_check(value, len, encrypted[0], 2, 37) || bv_base58_check(value, len, encrypted[1], 2, 37);
	if (len == 51 && (value[0] == '5' || value[0] == '9'))
		return bv_base58_check(value, len, value[0] == '5' ? main_net : test_net, 1, 32);
	if (len == 52 && (value[0] == 'K' || value[0] == 'L' || value[0] == 'c'))
		return bv_base58_check(value, len, value[0] == 'c' ? test_net : main_net, 1, 33);
	if (len == 111 && memcmp(value + 1, "prv", 3) == 0)
	{
		for (int i = 0; i < 3; i++)
		{
			if (value[0] == "xyz"[i])
				return bv_base58_check(value, len, extended[i], 4, 74);
		}
	}
	return false;
}

/* The place of a word in the list, or -1. */
static int
seed_word(const char *word, size_t len)
{
	int			low = 0;
	int			high = BV_SEED_WORDS;

	while (low < high)
	{
		int			middle = (low + high) / 2;
		int			order = strncmp(bv_seed_words[middle], word, len);

		if (order == 0)
			order = bv_seed_words[middle][len] != '\0';
		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

/*
 * The words of a wallet, BIP 39: 12, 15, 18, 21 or 24 out of 2048, 11 bits each, of
 * which one in 33 begins the SHA-256 of the others.
 */
static bool
is_seed_phrase(const char *value, size_t len)
{
	uint8_t		bytes[34] = {0};	/* 24 words: 264 bits, and the ends of words */
	uint8_t		digest[BV_DIGEST_BYTES];
	int			words = 0;
	int			check_bits;
	size_t		at = 0;

	for (;;)
	{
		size_t		size = bv_span(value + at, len - at, BV_CHAR_LOWER);
		int			place;

		if (size < 3 || size > 8 || words == 24)
			return false;
		place = seed_word(value + at, size);
		if (place < 0)
			return false;
		for (int bit = 0; bit < 11; bit++)
		{
			int			to = words * 11 + bit;

			if (place >> (10 - bit) & 1)
				bytes[to / 8] |= (uint8_t) (0x80 >> to % 8);
		}
		words++;
		at += size;
		if (at == len)
			break;
		if (value[at++] != ' ')
			return false;
	}
	if (words < 12 || words % 3 != 0)
		return false;
	check_bits = words / 3;		/* and the others are whole bytes */
	bv_sha_256(bytes, (size_t) words * 4 / 3, digest);
	return (bytes[words * 4 / 3] ^ digest[0]) >> (8 - check_bits) == 0;
}

bool
bv_is_private_key(const char *value, size_t len)
{
	bv_trim(&value, &len);
	if (len < 47)				/* twelve words of three letters */
		return false;
	switch (value[0])
	{
		case '-':
			return is_pem(value, len);
		case 'P':
			return is_putty_key(value, len);
		case 'A':				/* age, an X25519 identity */
			return len == 74 && memcmp(value, "AGE-SECRET-KEY-1", 16) == 0 &&
				bv_all_of(value + 16, 58, BV_CHAR_DIGIT | BV_CHAR_UPPER);
		case '5':
		case '6':
		case '9':
		case 'K':
		case 'L':
		case 'c':
		case 'x':
		case 'y':
		case 'z':
			if (is_wallet_key(value, len))
				return true;
			break;
	}
	return len <= 24 * 9 && bv_is_of(value[0], BV_CHAR_LOWER) && is_seed_phrase(value, len);
}

/* Base32 as authenticators take it: 80 bits or more, no = within. */
static bool
is_otp_key(const char *text, size_t len, bool any_case)
{
	size_t		span = bv_span(text, len, any_case ? BV_CHARS_BASE32 | BV_CHAR_LOWER : BV_CHARS_BASE32);
	size_t		fill = len - span;

	if (span < 16 || span > 128 || span % 8 == 1 || span % 8 == 3 || span % 8 == 6)
		return false;
	return fill == 0 || (len % 8 == 0 && fill < 8 &&
						 bv_span(text + span, fill, BV_CHAR_EQUALS) == fill);
}

/*
 * The key of one-time passwords, RFC 4226 and 6238: an otpauth address with its
 * secret, or the secret in base32, of the lengths that services hand out, in
 * fours with spaces or not.  Bare letters may be a code of another kind: there
 * must be a digit, and two thirds as many kinds of characters as can be.
 */
bool
bv_is_otp_secret(const char *value, size_t len)
{
	char		key[128];
	size_t		size = 0;
	size_t		digits = 0;
	uint32_t	seen = 0;
	int			kinds = 0;

	bv_trim(&value, &len);
	if (len < 16 || len > 512)
		return false;
	if (value[0] == 'o')
	{
		if (!bv_begins(value, len, "otpauth://totp/") && !bv_begins(value, len, "otpauth://hotp/"))
			return false;
		if (!bv_all_of(value, len, BV_CHAR_PRINTED))
			return false;
		for (size_t i = 15; i + 8 < len; i++)
		{
			if ((value[i] == '?' || value[i] == '&') && memcmp(value + i + 1, "secret=", 7) == 0)
			{
				size_t		start = i + 8;
				const char *end = memchr(value + start, '&', len - start);

				return is_otp_key(value + start,
								  end == NULL ? len - start : (size_t) (end - value) - start, true);
			}
		}
		return false;
	}
	for (size_t i = 0; i < len; i++)
	{
		char		c = value[i];

		if (c == ' ' && i % 5 == 4)
			continue;
		if (size == sizeof(key) || !bv_is_of(c, BV_CHARS_BASE32 | BV_CHAR_LOWER | BV_CHAR_EQUALS))
			return false;
		key[size++] = c;
	}
	/* all in capitals, or all small as sites show it */
	if (!is_otp_key(key, size, bv_span(key, size, BV_CHAR_LOWER | BV_CHAR_2_TO_7) == size))
		return false;
	size = bv_span(key, size, BV_CHARS_BASE32 | BV_CHAR_LOWER);
	if (size != 16 && size != 20 && size != 24 && size != 26 && size != 32 && size != 40 &&
		size != 48 && size != 52 && size != 56 && size != 64 && size != 103 && size != 104)
		return false;
	for (size_t i = 0; i < size; i++)
	{
		uint32_t	bit = bv_is_digit(key[i]) ? 1u << (key[i] - '2' + 26) :
			1u << (bv_to_upper(key[i]) - 'A');

		digits += bv_is_digit(key[i]);
		kinds += (seen & bit) == 0;
		seen |= bit;
	}
	return digits > 0 && digits < size && kinds >= 8;
}
