/*
 * validate_device.c: devices and their addresses
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"
#include "number.h"

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
				.sums = BV_SUMS({15, 10, .kind = BV_LUHN}), .holds = holds_imei);

/*
 * MAC, EUI-48 or EUI-64: pairs with colons or hyphens, or fours with dots.  All
 * zero and all ones (broadcast) are no device's.
 */
bool
bv_is_mac(const char *value, size_t len)
{
	size_t		size;
	char		separator;
	bool		all_zero = true;
	bool		all_ones = true;

	bv_trim(&value, &len);
	if (len != 17 && len != 23 && len != 14 && len != 19)
		return false;
	size = len == 17 || len == 23 ? 2 : 4;
	separator = value[size];
	if (size == 2 ? separator != ':' && separator != '-' : separator != '.')
		return false;

	for (size_t i = 0; i < len; i++)
	{
		int			digit;

		if (i % (size + 1) == size)
		{
			if (value[i] != separator)
				return false;
			continue;
		}
		digit = bv_hex_value(value[i]);
		if (digit < 0)
			return false;
		all_zero &= digit == 0;
		all_ones &= digit == 15;
	}
	return !all_zero && !all_ones;
}

/* Four numbers up to 255 without leading zeros. */
static bool
is_ipv4(const char *value, size_t len)
{
	BvDigits	address;
	const char *part;

	if (len > 15 || !bv_read_digits(value, len, ".", &address) || address.groups != 4)
		return false;
	part = address.digit;
	for (int i = 0; i < 4; i++)
	{
		if (address.group[i] > 3 || (address.group[i] > 1 && part[0] == '0') ||
			bv_number(part, address.group[i]) > 255)
			return false;
		part += address.group[i];
	}
	return true;
}

/* RFC 4291, section 2.2: eight groups, one run of zero groups as "::", IPv4 at the end. */
static bool
is_ipv6(const char *value, size_t len)
{
	int			groups = 0;
	bool		compressed = false;
	size_t		i = 0;

	if (len >= 2 && value[0] == ':' && value[1] == ':')
	{
		compressed = true;
		i = 2;
		if (i == len)
			return true;
	}
	for (;;)
	{
		size_t		start = i;

		while (i < len && i - start < 5 && bv_hex_value(value[i]) >= 0)
			i++;
		if (i < len && value[i] == '.')
		{
			if (!is_ipv4(value + start, len - start))
				return false;
			groups += 2;
			break;
		}
		if (i == start || i - start > 4)
			return false;
		groups++;
		if (i == len)
			break;
		if (value[i] != ':')
			return false;
		i++;
		if (i < len && value[i] == ':')
		{
			if (compressed)
				return false;
			compressed = true;
			i++;
			if (i == len)
				break;
		}
		else if (i == len)
			return false;		/* ends with a single colon */
	}
	return compressed ? groups < 8 : groups == 8;
}

/* The zone of a link-local address, RFC 4007: an interface. */
static bool
is_zone(const char *value, size_t len)
{
	if (len == 0 || len > 32)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (!bv_is_digit(value[i]) && !bv_is_letter(value[i]) &&
			value[i] != '.' && value[i] != '_' && value[i] != '~' && value[i] != '-')
			return false;
	}
	return true;
}

/* An address of one host: of a network, only with a mask that leaves just one. */
bool
bv_is_ip_address(const char *value, size_t len)
{
	const char *percent;

	bv_trim(&value, &len);
	if (len > 3 && memcmp(value + len - 3, "/32", 3) == 0)
		return is_ipv4(value, len - 3);
	if (is_ipv4(value, len))
		return true;
	if (len > 4 && memcmp(value + len - 4, "/128", 4) == 0)
		len -= 4;
	percent = len > 0 ? memchr(value, '%', len) : NULL;
	if (percent != NULL)
	{
		if (!is_zone(percent + 1, len - (percent - value) - 1))
			return false;
		len = percent - value;
	}
	return is_ipv6(value, len);
}
