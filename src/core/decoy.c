/*
 * decoy.c: what looks like an identifier of a person and is none
 */
#include "decoy.h"

#include "array.h"
#include "check_digit.h"
#include "company_check.h"
#include "decoy_number.h"
#include "token_text.h"

/* Of that many hex digits in one case; digits alone are numbers, and told before. */
static uint32_t
decoys_of_hex(const char *value, size_t len)
{
	if (!bv_all_of(value, len, BV_CHARS_SMALL_HEX) &&
		!bv_all_of(value, len, BV_CHAR_DIGIT | BV_CHAR_UPPER_HEX))
		return 0;
	switch (len)
	{
		case 24:
			return bv_all_of(value, len, BV_CHARS_SMALL_HEX) ? BV_DECOY_OBJECT_ID : 0;
		case 32:
			return BV_DECOY_MD5;
		case 40:
			return BV_DECOY_SHA_1;
		case 56:
		case 64:
			return BV_DECOY_SHA_256;
		case 96:
		case 128:
			return BV_DECOY_SHA_512;
	}
	return 0;
}

/* As it is, in braces, or as a name (RFC 9562). */
static bool
is_written_uuid(const char *value, size_t len)
{
	if (len == 38 && value[0] == '{' && value[37] == '}')
		return bv_is_uuid(value + 1, 36);
	if (len == 45 && bv_begins_in_any_case(value, len, "urn:uuid:"))
		return bv_is_uuid(value + 9, 36);
	return bv_is_uuid(value, len);
}

/* Crockford's base 32 has no I, L, O, U; 48 bits of time come first. */
static bool
is_ulid(const char *value, size_t len)
{
	size_t		letters = 0;

	if (len != 26 || value[0] < '0' || value[0] > '7')
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (!bv_is_of(value[i], BV_CHAR_DIGIT | BV_CHAR_UPPER) || value[i] == 'I' ||
			value[i] == 'L' || value[i] == 'O' || value[i] == 'U')
			return false;
		letters += bv_is_of(value[i], BV_CHAR_UPPER);
	}
	return letters > 0 && letters < len;
}

static bool
is_rf_reference(const char *value, size_t len)
{
	char		reference[25];
	int			count;

	if (len < 5 || len > 32 || bv_to_upper(value[0]) != 'R' || bv_to_upper(value[1]) != 'F' ||
		!bv_is_digit(value[2]) || !bv_is_digit(value[3]))
		return false;
	if (memchr(value, ' ', len) != NULL)
	{
		for (size_t i = 4; i < len; i += 5)
		{
			if (value[i] != ' ')
				return false;
		}
	}
	count = bv_read_compact(value, len, " ", reference, sizeof(reference));
	return count >= 5 &&
		bv_mod_97(reference, 4, bv_mod_97(reference + 4, (size_t) count - 4, 0)) == 1;
}

/* Base64 that decodes to what is neither text nor a run of the same. */
static bool
is_random_base64(const char *value, size_t len)
{
	uint8_t		bytes[96];
	size_t		head = len < 128 ? len : 128;
	size_t		size;
	size_t		strange = 0;
	unsigned	kinds;
	double		most = 0;

	kinds = memchr(value, '-', head) != NULL || memchr(value, '_', head) != NULL ?
		BV_CHARS_BASE64_URL : BV_CHARS_BASE64;
	if (len < 24 || (kinds == BV_CHARS_BASE64 && len % 4 != 0) ||
		bv_base64_size(value, len, kinds) < 16)
		return false;
	size = bv_base64_decode(value, head, bytes, sizeof(bytes));
	for (size_t i = 0; i < size; i++)
		strange += bytes[i] >= 0x7f || (bytes[i] < 0x20 && bytes[i] != '\n' && bytes[i] != '\t');
	/* of random bytes five in eight are no text; words in one case decode to others */
	if (strange * 10 < size * 4 || bv_span(value, len, BV_CHARS_LETTER) == len)
		return false;
	/* n characters out of 64 have at most log2(n) bits, and random ones nearly so */
	for (size_t n = 1; n < head && n < 64; n *= 2)
		most++;
	return bv_entropy(value, head) >= 0.78 * most;
}

static bool
is_ciphertext(const char *value, size_t len)
{
	static const char *const beginnings[] = {
		"-----BEGIN PGP MESSAGE-----", "-----BEGIN AGE ENCRYPTED FILE-----", "age-encryption.org/v",
		"Salted__", "U2FsdGVkX1", "gAAAAA", "vault:v", "ENC[AES256_GCM,", "ENC(", "$ANSIBLE_VAULT;",
		"AQICAH", "\\x53616c7465645f5f", "\\xc30d04", "\\xc1c04c", "\\xc1c14c", "\\x85010c", "\\x84"
	};

	if (len < 20)
		return false;
	for (size_t i = 0; i < lengthof(beginnings); i++)
	{
		if (beginnings[i][0] == value[0] && bv_begins(value, len, beginnings[i]))
		{
			if (value[0] == '\\')	/* bytea in hex */
				return len >= 40 && bv_all_of(value + 2, len - 2, BV_CHARS_SMALL_HEX);
			return true;
		}
	}
	/* as Rails seals values: three parts, or two */
	if (bv_is_of(value[0], BV_CHARS_BASE64))
	{
		size_t		part = bv_span(value, len, BV_CHARS_BASE64 | BV_CHAR_EQUALS);

		if (part >= 16 && part + 22 < len && memcmp(value + part, "--", 2) == 0)
			return bv_span(value + part + 2, len - part - 2,
						   BV_CHARS_BASE64 | BV_CHAR_EQUALS | BV_CHAR_MINUS_LINE) == len - part - 2;
		return is_random_base64(value, len);
	}
	return false;
}

/* 2024-01-15 10:30, with seconds, fraction and zone or not; 20240115T103000Z. */
static bool
is_timestamp(const char *value, size_t len)
{
	char		digits[14];
	int			count = 0;
	size_t		at;

	if (len < 13 || len > 40 || (value[4] != '-' && value[4] != '/' && value[8] != 'T'))
		return false;
	memcpy(digits + 12, "00", 2);
	if (value[8] == 'T')
	{
		if (!bv_all_of(value, 8, BV_CHAR_DIGIT))
			return false;
		memcpy(digits, value, 8);
		count = 8;
		for (at = 9; at < len && count < 14 && bv_is_digit(value[at]); at++)
			digits[count++] = value[at];
		if (count != 12 && count != 14)
			return false;
	}
	else
	{
		static const char shape[] = "dddd-dd-ddTdd:dd:dd";

		for (at = 0; at < len && shape[at] != '\0'; at++)
		{
			bool		fits = shape[at] == 'd' ? bv_is_digit(value[at]) :
				value[at] == shape[at] || (shape[at] == '-' && value[at] == '/') ||
				(shape[at] == 'T' && value[at] == ' ');

			if (!fits)
				break;
			if (shape[at] == 'd')
				digits[count++] = value[at];
		}
		if (at != 19 && at != 16)
			return false;
	}
	if (at < len && (value[at] == '.' || value[at] == ','))
	{
		size_t		fraction = bv_span(value + at + 1, len - at - 1, BV_CHAR_DIGIT);

		if (fraction == 0 || fraction > 9)
			return false;
		at += 1 + fraction;
	}
	if (at < len && value[at] == ' ')
		at++;
	if (at < len && value[at] == 'Z')
		at++;
	else if (bv_begins(value + at, len - at, "UTC"))
		at += 3;
	else if (at < len && (value[at] == '+' || value[at] == '-'))
	{
		size_t		zone = 0;

		at++;
		while (at + zone < len && (bv_is_digit(value[at + zone]) || value[at + zone] == ':'))
			zone++;
		if (zone < 2 || zone > 5)
			return false;
		at += zone;
	}
	return at == len && bv_is_clock(digits);
}

/* 555.123.4567, 0475.12.34.56: numbers that are dialled are written so, versions are not. */
static bool
is_dialled_with_dots(const char *value, size_t len)
{
	size_t		first = bv_span(value, len, BV_CHAR_DIGIT);
	size_t		second = first < len ? bv_span(value + first + 1, len - first - 1, BV_CHAR_DIGIT) : 0;

	return (first > 1 && value[0] == '0') ||
		(len == 12 && first == 3 && second == 3 && value[7] == '.');
}

/*
 * Four numbers of which the first has three digits, as no version's has, or that are in
 * the largest network of one's own: addresses, whatever else they may be.
 */
static bool
is_in_network(const char *value, size_t len)
{
	return bv_span(value, len, BV_CHAR_DIGIT) >= 3 || bv_begins(value, len, "10.");
}

static bool
is_version(const char *value, size_t len)
{
	size_t		at = 0;
	int			numbers = 0;
	bool		marked = len > 0 && (value[0] == 'v' || value[0] == 'V');

	if (len < 3 || len > 48)
		return false;
	at += marked;
	for (;;)
	{
		size_t		digits = bv_span(value + at, len - at, BV_CHAR_DIGIT);

		if (digits == 0 || digits > 5 || numbers == 4)
			return false;
		numbers++;
		at += digits;
		if (at == len || value[at] != '.')
			break;
		at++;
	}
	if (numbers < 2 || is_dialled_with_dots(value, len))
		return false;
	if (at == len)
		return marked || (numbers > 2 && !(numbers == 4 && is_in_network(value, len)));
	/* 1.2-rc1, 10.4.1+build.5, 1.2b3 */
	if (bv_is_of(value[at], BV_CHAR_DOT) || !bv_is_of(value[len - 1], BV_CHARS_ALNUM))
		return false;
	for (; at < len; at++)
	{
		if (!bv_is_of(value[at], BV_CHARS_ALNUM | BV_CHAR_DOT | BV_CHAR_MINUS_LINE) &&
			value[at] != '+' && value[at] != '~')
			return false;
	}
	return true;
}

/* A sign or code of a currency at the beginning; its length. */
static size_t
currency_at(const char *text, size_t len)
{
	static const char codes[][4] = {
		"EUR", "USD", "GBP", "JPY", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "CAD", "AUD", "CNY",
		"INR", "BRL", "MXN", "ZAR"
	};
	static const char *const signs[] = {
		"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "\xE2\x82\xB9", "kr", "z\xC5\x82"
	};

	if (len >= 3 && bv_is_of(text[0], BV_CHAR_UPPER))
	{
		if (!bv_is_of(text[1], BV_CHAR_UPPER) || !bv_is_of(text[2], BV_CHAR_UPPER))
			return 0;
		for (size_t i = 0; i < lengthof(codes); i++)
		{
			if (memcmp(text, codes[i], 3) == 0)
				return 3;
		}
		return 0;
	}
	for (size_t i = 0; i < lengthof(signs); i++)
	{
		if (len > 0 && text[0] == signs[i][0] && bv_begins(text, len, signs[i]))
			return strlen(signs[i]);
	}
	return 0;
}

static bool
is_price(const char *value, size_t len)
{
	size_t		at = 0;
	size_t		digits;
	size_t		size;
	char		thousands = 0;
	int			decimals = 0;
	bool		currency;

	if (len < 2 || len > 32 ||
		(!bv_is_digit(value[len - 1]) && !bv_is_digit(value[0]) && value[0] != '-'))
		return false;
	if (value[0] == '-' || value[0] == '+')
		at++;
	size = at < len && bv_is_digit(value[at]) ? 0 : currency_at(value + at, len - at);
	currency = size > 0;
	at += size;
	if (currency && at < len && value[at] == ' ')
		at++;
	digits = bv_span(value + at, len - at, BV_CHAR_DIGIT);
	if (digits == 0 || digits > 12 || (digits > 1 && value[at] == '0'))
		return false;
	at += digits;
	while (digits <= 3 && len - at >= 4 && (value[at] == ',' || value[at] == '.' || value[at] == ' ') &&
		   (thousands == 0 || thousands == value[at]) &&
		   bv_span(value + at + 1, len - at - 1, BV_CHAR_DIGIT) == 3)
	{
		thousands = value[at];
		at += 4;
	}
	if (at < len && (value[at] == '.' || value[at] == ',') && value[at] != thousands)
	{
		decimals = (int) bv_span(value + at + 1, len - at - 1, BV_CHAR_DIGIT);
		if (decimals != 2)
			return false;
		at += 3;
	}
	if (!currency && at < len && len - at <= 4)
	{
		size_t		space = at < len && value[at] == ' ';

		size = currency_at(value + at + space, len - at - space);
		currency = size > 0;
		if (currency)
			at += space + size;
	}
	return at == len && (currency || decimals == 2);
}

uint32_t
bv_decoys_of(const char *value, size_t len)
{
	uint32_t	decoys = 0;
	size_t		digits;

	bv_trim(&value, &len);
	if (len < 2)
		return 0;
	digits = bv_span(value, len < 64 ? len : 64, BV_CHAR_DIGIT);
	if (digits == len)
	{
		decoys = bv_decoys_of_digits(value, (int) len);
		return len > BV_DECOY_DIGITS_MAX ? decoys_of_hex(value, len) : decoys;
	}
	if (len <= 48)
	{
		if (digits >= 1 && bv_span(value, len, BV_CHAR_DIGIT | BV_CHAR_MINUS_LINE | BV_CHAR_SPACE) >= len - 1)
			decoys |= bv_decoys_of_groups(value, len);
		if (digits == 10 && value[10] == '.' && bv_is_epoch(value) &&
			bv_all_of(value + 11, len - 11, BV_CHAR_DIGIT))
			decoys |= BV_DECOY_EPOCH_SECONDS;
		if ((digits >= 4) && is_timestamp(value, len))
			decoys |= BV_DECOY_TIMESTAMP;
		if ((digits > 0 || value[0] == 'v' || value[0] == 'V') && is_version(value, len))
			decoys |= BV_DECOY_VERSION;
		if (is_price(value, len))
			decoys |= BV_DECOY_PRICE;
		if (is_rf_reference(value, len))
			decoys |= BV_DECOY_RF_REFERENCE;
		if (is_written_uuid(value, len))
			decoys |= BV_DECOY_UUID;
		if (is_ulid(value, len))
			decoys |= BV_DECOY_ULID;
	}
	if (len >= 24 && len <= 128)
		decoys |= decoys_of_hex(value, len);
	if (len >= 20 && (decoys & ~(uint32_t) BV_DECOY_ULID) == 0 && is_ciphertext(value, len))
		decoys |= BV_DECOY_CIPHERTEXT;
	return decoys;
}
