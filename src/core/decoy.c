/*
 * decoy.c: what looks like an identifier of a person and is none
 */
#include "decoy.h"

#include "check_digit.h"
#include "company_check.h"
#include "token_text.h"

/* Keys with a check digit have as many digits; shorter ones prove nothing. */
#define KEY_SHORTEST	6
#define KEY_LONGEST		24

/* The sum of GS1's check: weights 1 and 3 from the right. */
static bool
has_gs1_sum(const char *digits, int count)
{
	int			sum = 0;

	for (int i = 0; i < count; i++)
		sum += (digits[count - 1 - i] - '0') * (i % 2 == 0 ? 1 : 3);
	return sum % 10 == 0;
}

/* Verhoeff, 1969: the dihedral group of order ten, permuted by the place. */
static bool
has_verhoeff(const char *digits, int count)
{
	static const char product[10][11] = {
		"0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
		"5987604321", "6598710432", "7659821043", "8765932104", "9876543210"
	};
	static const char permuted[8][11] = {
		"0123456789", "1576283094", "5803796142", "8916043527",
		"9453126870", "4286573901", "2793806415", "7046913258"
	};
	int			check = 0;

	for (int i = 0; i < count; i++)
		check = product[check][permuted[i % 8][digits[count - 1 - i] - '0'] - '0'] - '0';
	return check == 0;
}

/* The value of a last character that may be X for ten. */
static int
last_value(char c)
{
	return c == 'X' || c == 'x' ? 10 : c - '0';
}

/* ISO 7064 MOD 11-2: weights are powers of two. */
static bool
has_mod_11_2(const char *digits, int count, int last)
{
	int			check = 0;

	for (int i = 0; i < count; i++)
		check = (check + digits[i] - '0') * 2 % 11;
	return (check + last) % 11 == 1;
}

/* Weights from 2 on, from the right; from the seventh on again 2, or on and on. */
static bool
has_mod_11(const char *digits, int count, int last, bool cyclic)
{
	int			sum = last;

	for (int i = 0; i < count; i++)
		sum += (digits[count - 1 - i] - '0') * (cyclic ? 2 + i % 6 : 2 + i);
	return sum % 11 == 0;
}

/* A number of any length modulo 97. */
static int
mod_97(const char *digits, int count)
{
	int			rest = 0;

	for (int i = 0; i < count; i++)
		rest = (rest * 10 + digits[i] - '0') % 97;
	return rest;
}

static uint32_t
weighted_keys(const char *digits, int count, int last)
{
	uint32_t	decoys = 0;

	if (has_mod_11_2(digits, count, last))
		decoys |= BV_DECOY_MOD_11_2;
	if (has_mod_11(digits, count, last, true))
		decoys |= BV_DECOY_MOD_11_CYCLIC;
	if (count < 10 && has_mod_11(digits, count, last, false))
	{
		decoys |= BV_DECOY_MOD_11_FALLING;
		if (count == 9)
			decoys |= BV_DECOY_ISBN_10;
	}
	return decoys;
}

/* Between the first and the last second of those years, in units of so many digits. */
static bool
is_epoch(const char *digits)
{
	return memcmp(digits, "0978307200", 10) >= 0 && memcmp(digits, "2114380800", 10) < 0;
}

/* 14 digits that are a date and a time of day. */
static bool
is_clock(const char *digits)
{
	int			year = bv_number(digits, 4);

	return year >= 1970 && year <= 2099 &&
		bv_is_date(year, bv_number(digits + 4, 2), bv_number(digits + 6, 2)) &&
		bv_number(digits + 8, 2) < 24 && bv_number(digits + 10, 2) < 60 &&
		bv_number(digits + 12, 2) < 61;
}

/* Digits alone. */
static uint32_t
decoys_of_digits(const char *digits, int count)
{
	uint32_t	decoys = 0;
	int			last = digits[count - 1] - '0';

	if (count < KEY_SHORTEST || count > KEY_LONGEST || bv_all_equal(digits, count))
		return 0;
	if (bv_luhn(digits, count))
		decoys |= BV_DECOY_LUHN;
	if (has_verhoeff(digits, count))
		decoys |= BV_DECOY_VERHOEFF;
	if (bv_has_mod_11_10(digits, count))
		decoys |= BV_DECOY_MOD_11_10;
	decoys |= weighted_keys(digits, count - 1, last);
	if (count >= 8)
	{
		int			check = mod_97(digits, count - 2);

		if (mod_97(digits, count) == 1 ||
			bv_number(digits + count - 2, 2) == (check == 0 ? 97 : check))
			decoys |= BV_DECOY_MOD_97;
	}

	switch (count)
	{
		case 8:
			if (has_gs1_sum(digits, 8))
				decoys |= BV_DECOY_EAN_8;
			break;
		case 10:
			if (is_epoch(digits))
				decoys |= BV_DECOY_EPOCH_SECONDS;
			break;
		case 12:
			if (has_gs1_sum(digits, 12))
				decoys |= BV_DECOY_UPC_A;
			break;
		case 13:
			if (has_gs1_sum(digits, 13))
			{
				decoys |= BV_DECOY_EAN_13;
				if (memcmp(digits, "978", 3) == 0 || memcmp(digits, "979", 3) == 0)
					decoys |= BV_DECOY_ISBN_13;
			}
			if (is_epoch(digits))
				decoys |= BV_DECOY_EPOCH_MILLI;
			break;
		case 14:
			if (has_gs1_sum(digits, 14))
				decoys |= BV_DECOY_GTIN_14;
			if (is_clock(digits))
				decoys |= BV_DECOY_TIMESTAMP;
			break;
		case 16:
			if (is_epoch(digits))
				decoys |= BV_DECOY_EPOCH_MICRO;
			break;
		case 18:
			if (has_gs1_sum(digits, 18))
				decoys |= BV_DECOY_SSCC;
			break;
		case 19:
			if (is_epoch(digits))
				decoys |= BV_DECOY_EPOCH_NANO;
			break;
	}
	return decoys;
}

/* Digits and a last X; groups with hyphens or spaces, as books and series have them. */
static uint32_t
decoys_of_groups(const char *value, size_t len)
{
	char		digits[KEY_LONGEST];
	int			count = 0;
	int			groups = 1;
	char		separator = 0;
	bool		after = true;
	uint32_t	decoys;

	for (size_t i = 0; i < len; i++)
	{
		char		c = value[i];

		if (bv_is_digit(c) || ((c == 'X' || c == 'x') && i + 1 == len && count > 0))
		{
			if (count == KEY_LONGEST)
				return 0;
			digits[count++] = c;
			after = false;
			continue;
		}
		if ((c != '-' && c != ' ') || after || (separator != 0 && c != separator))
			return 0;
		separator = c;
		groups++;
		after = true;
	}
	if (after || count < KEY_SHORTEST)
		return 0;
	if (count == 8 && groups == 2 && len == 9 && value[4] == '-')
		return has_mod_11(digits, 7, last_value(digits[7]), false) ? BV_DECOY_ISSN : 0;
	if (bv_is_digit(digits[count - 1]))
	{
		/* in groups only some decoys are written */
		decoys = decoys_of_digits(digits, count);
		if ((count != 10 || groups != 4) && (count != 13 || groups != 5))
			return decoys & (BV_DECOY_LUHN | BV_DECOY_MOD_97 | BV_DECOY_VERHOEFF);
		return decoys & (BV_DECOY_ISBN_10 | BV_DECOY_ISBN_13 | BV_DECOY_LUHN);
	}
	if (groups > 1 && groups != 4)
		return 0;
	return weighted_keys(digits, count - 1, 10);
}

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

static bool
is_uuid(const char *value, size_t len)
{
	if (len == 38 && value[0] == '{' && value[37] == '}')
	{
		value++;
		len -= 2;
	}
	else if (len == 45 && bv_begins_in_any_case(value, len, "urn:uuid:"))
	{
		value += 9;
		len -= 9;
	}
	if (len != 36)
		return false;
	for (size_t i = 0; i < 36; i++)
	{
		bool		hyphen = i == 8 || i == 13 || i == 18 || i == 23;

		if (hyphen ? value[i] != '-' : !bv_is_of(value[i], BV_CHARS_HEX))
			return false;
	}
	return true;
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
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++)
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
	return at == len && is_clock(digits);
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
	if (numbers < 2)
		return false;
	if (at == len)
		return marked || numbers > 2;
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
	static const char *const currencies[] = {
		"$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "\xE2\x82\xB9", "EUR", "USD", "GBP", "JPY", "CHF",
		"SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "CAD", "AUD", "CNY", "INR", "BRL", "MXN", "ZAR", "kr",
		"z\xC5\x82"
	};

	for (size_t i = 0; i < sizeof(currencies) / sizeof(currencies[0]); i++)
	{
		if (bv_begins(text, len, currencies[i]))
			return strlen(currencies[i]);
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
		decoys = decoys_of_digits(value, (int) len);
		return len > KEY_LONGEST ? decoys_of_hex(value, len) : decoys;
	}
	if (len <= 48)
	{
		if (digits >= 1 && bv_span(value, len, BV_CHAR_DIGIT | BV_CHAR_MINUS_LINE | BV_CHAR_SPACE) >= len - 1)
			decoys |= decoys_of_groups(value, len);
		if (digits == 10 && value[10] == '.' && is_epoch(value) &&
			bv_all_of(value + 11, len - 11, BV_CHAR_DIGIT))
			decoys |= BV_DECOY_EPOCH_SECONDS;
		if ((digits >= 4) && is_timestamp(value, len))
			decoys |= BV_DECOY_TIMESTAMP;
		if (is_version(value, len))
			decoys |= BV_DECOY_VERSION;
		if (is_price(value, len))
			decoys |= BV_DECOY_PRICE;
		if (is_rf_reference(value, len))
			decoys |= BV_DECOY_RF_REFERENCE;
		if (is_uuid(value, len))
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
