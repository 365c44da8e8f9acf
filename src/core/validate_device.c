/*
 * validate_device.c: devices, and the cards and subscribers in them
 */
#include "validate.h"

#include <string.h>

#include "array.h"
#include "check_digit.h"
#include "marks.h"
#include "number.h"
#include "token_text.h"

/*
 * IMEI, 3GPP TS 23.003: 15 digits with a Luhn digit.  The first two say which
 * reporting body allocated the type: few do, and that tells it from other
 * numbers with a Luhn digit.
 */
static bool
holds_imei(const BvNumber *imei)
{
	static const unsigned char bodies[] = {
		1, 10, 30, 33, 35, 44, 45, 49, 50, 51, 52, 53, 54, 86, 91, 98, 99
	};

	return memchr(bodies, bv_part(imei, 0, 2), sizeof(bodies)) != NULL;
}

BV_NUMBER_CLASS(imei, .formats = "99-999999-999999-9|99 999999 999999 9|999999-99-999999-9|"
				"999999 99 999999 9|99999999-999999-9|99999999 999999 9|999999/99/999999/9",
				.sums = BV_SUMS({15, 10, .kind = BV_LUHN, .pairs = "0:01,10,30,33,35,44-45,49-54,86,91,98-99", .doubt = ""}),
				.holds = holds_imei);

/*
 * Mobile country codes that are assigned, a bit each: ITU-T E.212, in the
 * operational bulletin's list, with 289 (Abkhazia) that networks use without.  The
 * codes of test networks, 001 and 999, are nobody's.
 */
static const uint32_t mobile_countries[] = {
	0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000000,
	0x7d715400, 0x85d54dd4, 0x5d55545a, 0x1fd042f7, 0x55544400, 0x01557d55,
	0xf4370000, 0x03753f7f, 0x014c13d4, 0x42400000, 0xfb05210c, 0x00000fff,
	0xfc000000, 0xffffffff, 0x000effef, 0x40000000, 0x54141555, 0x00005555,
	0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x00000060, 0x00000000,
	0x80000000, 0x00000008
};

/*
 * IMSI, ITU-T E.212: the country's code, two or three digits of the network, the
 * subscriber; fifteen digits, of a few networks fourteen.  Written as one, or
 * with the parts apart.
 */
static bool
holds_imsi(const BvNumber *imsi)
{
	int			country = bv_part(imsi, 0, 3);

	return (mobile_countries[country / 32] >> (country % 32) & 1) != 0 &&
		!bv_all_equal((const char *) imsi->digit + 3, imsi->count - 3);
}

BV_NUMBER_CLASS(imsi,
				.formats = "999-99-9999999999|999-999-999999999|999 99 9999999999|999 999 999999999|"
				"999-99-999999999|999-999-99999999|999 99 999999999|999 999 99999999",
				.sums = BV_SUMS({14}, {15}), .holds = holds_imsi);

/*
 * Country codes of ITU-T E.164 that have just two digits; 1 and 7 have one, all
 * others three.
 */
static const char two_digit_countries[] =
	"20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 "
	"60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98";

/* Three-digit codes, by their first two, and which third digits are assigned. */
static const struct
{
	char		first[3];
	const char *third;
}			three_digit_countries[] = {
	{"21", "12368"}, {"22", "0123456789"}, {"23", "0123456789"}, {"24", "0123456789"},
	{"25", "012345678"}, {"26", "0123456789"}, {"29", "0178"}, {"35", "0123456789"},
	{"37", "0123456789"}, {"38", "012356789"}, {"42", "013"}, {"50", "0123456789"},
	{"59", "0123456789"}, {"67", "023456789"}, {"68", "0123456789"}, {"69", "012"},
	{"80", "08"}, {"85", "02356"}, {"87", "0138"}, {"88", "01236"}, {"96", "012345678"},
	{"97", "0123456789"}, {"99", "2345689"}
};

static bool
has_country_code(const char *digits)
{
	if (digits[0] == '1' || digits[0] == '7' || memcmp(digits, "01", 2) == 0)
		return true;			/* issuers of North America write 01 */
	for (const char *two = two_digit_countries; *two != '\0'; two += two[2] == ' ' ? 3 : 2)
	{
		if (two[0] == digits[0] && two[1] == digits[1])
			return true;
	}
	for (size_t i = 0; i < lengthof(three_digit_countries); i++)
	{
		if (memcmp(three_digit_countries[i].first, digits, 2) == 0)
			return strchr(three_digit_countries[i].third, digits[2]) != NULL;
	}
	return false;
}

/*
 * ICCID of a SIM card, ITU-T E.118: 89, the country's code, the issuer, and a Luhn
 * digit: 19 digits, or 18 or 20 of some issuers; an F may fill up the tenth byte.
 */
bool
bv_is_iccid(const char *value, size_t len)
{
	BvDigits	iccid;

	bv_trim(&value, &len);
	if (len < 18 || len > 25 || value[0] != '8' || value[1] != '9')
		return false;
	if (value[len - 1] == 'F' || value[len - 1] == 'f')
		len--;
	if (!bv_read_digits(value, len, " -", &iccid) || iccid.count < 18 || iccid.count > 20)
		return false;
	if (iccid.groups > 1)		/* fours with the rest at the end, or as printed: 2-2-.. */
	{
		for (int i = 0; i < iccid.groups - 1; i++)
		{
			if (iccid.group[i] != 4 && iccid.group[i] != 5)
				return false;
		}
	}
	return has_country_code(iccid.digit + 2) && bv_luhn(iccid.digit, iccid.count) &&
		!bv_all_equal(iccid.digit + 4, iccid.count - 4);
}

/* Luhn's sum in base 16: the check digit of a MEID. */
static bool
has_luhn_16(const char *hex, int count)
{
	int			sum = 0;

	for (int i = 0; i < count; i++)
	{
		int			digit = bv_hex_value(hex[count - 1 - i]);

		if (i % 2 == 1)
			digit = digit < 8 ? digit * 2 : digit * 2 - 15;
		sum += digit;
	}
	return sum % 16 == 0;
}

/*
 * MEID, 3GPP2 C.R1001: 14 hex digits, the first two A0 to FF (the rest are IMEIs),
 * with a check digit or without; or in decimal, 10 digits for the first four bytes
 * and 8 for the other three, and maybe a Luhn digit.
 */
bool
bv_is_meid(const char *value, size_t len)
{
	char		hex[16];
	BvDigits	decimal;
	unsigned	maker;			/* what decimal digits say of it: four bytes */
	unsigned	serial;			/* and three */
	int			count = 0;

	bv_trim(&value, &len);
	if (len < 14 || len > 24)
		return false;
	if (!bv_is_digit(value[0]))
	{
		char		separator = 0;

		for (size_t i = 0; i < len; i++)
		{
			if (bv_hex_value(value[i]) >= 0)
			{
				if (count == 15)
					return false;
				hex[count++] = bv_to_upper(value[i]);
				continue;
			}
			/* pairs, or the parts of an IMEI: 2-6-6-1 */
			if ((value[i] != ' ' && value[i] != '-') || count == 0 || i + 1 == len || count % 2 != 0 ||
				!bv_is_of(value[i - 1], BV_CHARS_HEX) || (separator != 0 && separator != value[i]))
				return false;
			separator = value[i];
		}
		return (count == 14 || (count == 15 && has_luhn_16(hex, 15))) &&
			bv_hex_value(hex[0]) >= 10 && !bv_all_equal(hex, 14);
	}
	if (!bv_read_digits(value, len, " -", &decimal) ||
		(decimal.count != 18 && decimal.count != 19))
		return false;
	if (decimal.groups > 1 && !bv_has_groups(&decimal, "5544") && !bv_has_groups(&decimal, "55441"))
		return false;
	maker = (unsigned) bv_number(decimal.digit, 5) * 100000u + (unsigned) bv_number(decimal.digit + 5, 5);
	serial = (unsigned) bv_number(decimal.digit + 10, 8);
	if (maker % 0x11111111 == 0 && serial == maker / 0x11111111 * 0x111111)
		return false;			/* one hex digit again and again */
	/* 2684354560 is A0000000, 4294967295 FFFFFFFF */
	return memcmp(decimal.digit, "2684354560", 10) >= 0 &&
		memcmp(decimal.digit, "4294967295", 10) <= 0 &&
		memcmp(decimal.digit + 10, "16777215", 8) <= 0 &&
		(decimal.count == 18 || bv_luhn(decimal.digit, 19));
}

/*
 * MAC, EUI-48 or EUI-64: pairs with colons, hyphens or spaces, fours with dots,
 * hyphens or colons, or two sixes with a hyphen.  All zero and all ones
 * (broadcast) are no device's.  Twelve bare digits are anything.
 */
bool
bv_is_mac(const char *value, size_t len)
{
	size_t		size;
	char		separator;
	const char *separators;
	BvMarks		marks;
	uint64_t	places = 0;		/* of separators */
	bool		same = true;
	bool		all_zero = true;
	bool		all_ones = true;

	bv_trim(&value, &len);
	switch (len)
	{
		case 17:
		case 23:
			size = 2;
			separators = ":- ";
			break;
		case 14:
		case 19:
			size = 4;
			separators = ".-:";
			break;
		case 13:
			size = 6;
			separators = "-:";
			break;
		default:
			return false;
	}
	separator = value[size];
	if (separator == '\0' || strchr(separators, separator) == NULL)
		return false;
	bv_mark(value, len, &marks);
	for (size_t i = size; i < len; i += size + 1)
	{
		places |= UINT64_C(1) << i;
		same &= value[i] == separator;
	}
	if (!same || marks.other != places || (marks.not_hex | marks.high) != 0)
		return false;
	for (size_t i = 0; i < len && (all_zero || all_ones); i++)
	{
		if (value[i] == separator)
			continue;
		all_zero &= value[i] == '0';
		all_ones &= (value[i] | 0x20) == 'f';
	}
	/* decimals between spaces, or in fours with hyphens, are other numbers */
	return !all_zero && !all_ones &&
		(marks.letter != 0 || separator == '.' || (size == 2 && separator != ' '));
}

/*
 * What systems call a device by: a UUID (IDFA, IDFV, GAID), 16 hex digits
 * (Android), 40 (iOS) or 8-16 (iOS since 2018).  Keys of all kinds look so.
 */
bool
bv_is_device_id(const char *value, size_t len)
{
	bv_trim(&value, &len);
	switch (len)
	{
		case 36:
			/* of one case; no device's: the nil UUID stands for refused consent */
			return bv_is_uuid(value, len) && !bv_all_equal(value + 24, 12) &&
				(bv_all_of(value, len, BV_CHARS_SMALL_HEX | BV_CHAR_MINUS_LINE) ||
				 bv_all_of(value, len, BV_CHAR_DIGIT | BV_CHAR_UPPER_HEX | BV_CHAR_MINUS_LINE));
		case 16:
		case 40:
			return bv_all_of(value, len, BV_CHARS_SMALL_HEX) && !bv_all_equal(value, (int) len) &&
				!bv_all_of(value, len, BV_CHAR_DIGIT);
		case 25:
			return value[8] == '-' && memcmp(value, "0000", 4) == 0 &&
				bv_all_of(value, 8, BV_CHAR_DIGIT | BV_CHAR_UPPER_HEX) &&
				bv_all_of(value + 9, 16, BV_CHAR_DIGIT | BV_CHAR_UPPER_HEX);
	}
	return false;
}
