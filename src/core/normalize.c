/*
 * normalize.c: a value as it is always written, to join and to count by
 */
#include "normalize.h"

#include <stdio.h>
#include <string.h>

#include "ascii.h"
#include "canonical.h"
#include "check_digit.h"
#include "phone.h"
#include "validate.h"

static int
copy(const char *value, size_t len, char *result)
{
	memcpy(result, value, len);
	return (int) len;
}

static int
nine_digits(const char *value, size_t len, char *result)
{
	int			count = bv_write_compact(value, len, result);

	if (count < 9)
	{
		memmove(result + 9 - count, result, count);
		memset(result, '0', 9 - count);
	}
	return count < 9 ? 9 : count;
}

/* What people add to the number itself: it is valid without. */
static int
without_check(const BvClass *class, const char *value, size_t len, char *result)
{
	int			count = bv_write_compact(value, len, result);

	return class->is_valid(result, (size_t) count - 1) ? count - 1 : count;
}

/* An F may fill it up. */
static int
iccid(const char *value, size_t len, char *result)
{
	int			count = bv_write_compact(value, len, result);

	return result[count - 1] == 'F' ? count - 1 : count;
}

static int
last_ten_digits(const char *value, size_t len, char *result)
{
	int			count = bv_write_compact(value, len, result);

	if (count <= 10)
		return count;
	memmove(result, result + count - 10, 10);
	return 10;
}

/* What is before the @ is for the mail server to read; names of domains have no case. */
static int
email(const char *value, size_t len, char *result)
{
	size_t		at = len;

	while (at > 0 && value[at - 1] != '@')
		at--;
	memcpy(result, value, at);
	bv_write_lower(value + at, len - at, result + at);
	for (size_t i = at + 1; i < len; i++)
	{
		unsigned char c = (unsigned char) result[i];

		if ((unsigned char) result[i - 1] == 0xC3 && c >= 0x80 && c <= 0x9E)
			result[i] = (char) (c + 0x20);	/* Latin letters with accents, in UTF-8 */
	}
	return (int) len;
}

static int
phone(const char *value, size_t len, char *result)
{
	BvPhone		number;
	char		text[BV_PHONE_TEXT];
	int			size;

	if (!bv_phone_parse(value, len, &number))
		return copy(value, len, result);
	size = bv_phone_text(&number, text);
	/* digits of no country in particular mean what they mean without their groups */
	if (number.calling_code == 0 && bv_phone_parse(text, (size_t) size, &number))
		size = bv_phone_text(&number, text);
	return copy(text, size, result);
}

/* ISO 8601; where day and month could be either, the day is first. */
static int
date(const char *value, size_t len, char *result)
{
	BvDate		birth;

	bv_read_birth_date(value, len, &birth);
	return sprintf(result, "%04d-%02d-%02d", birth.year, birth.month, birth.day);
}

/* The end of a card: year and month, as ISO 8601 has them. */
static int
month(const char *value, size_t len, char *result)
{
	bool		year_first = len > 4 && !bv_is_digit(value[4]);
	char		digits[48];
	int			count = bv_write_compact(value, len, digits);

	memcpy(result, "20", 2);
	memcpy(result + 2, digits + (year_first ? 2 : count - 2), 2);
	result[4] = '-';
	memcpy(result + 5, digits + (year_first ? 4 : 0), 2);
	return 7;
}

/* Pairs with colons, in small letters. */
static int
mac(const char *value, size_t len, char *result)
{
	int			digits = 0;
	int			count = 0;

	for (size_t i = 0; i < len; i++)
	{
		if (bv_hex_value(value[i]) < 0)
			continue;
		if (digits > 0 && digits % 2 == 0)
			result[count++] = ':';
		result[count++] = (char) (bv_is_digit(value[i]) ? value[i] : value[i] | 0x20);
		digits++;
	}
	return count;
}

/* Reads the groups before "::", or those after it; returns how many. */
static int
read_groups(const char *value, size_t len, int *groups)
{
	int			count = 0;
	size_t		i = 0;

	while (i < len)
	{
		size_t		start = i;
		int			group = 0;
		int			octets[4];

		for (; i < len && bv_hex_value(value[i]) >= 0; i++)
			group = group * 16 + bv_hex_value(value[i]);
		if (i < len && value[i] == '.')
		{
			char		quad[16] = {0};

			memcpy(quad, value + start, len - start < 15 ? len - start : 15);
			if (sscanf(quad, "%d.%d.%d.%d", &octets[0], &octets[1], &octets[2], &octets[3]) == 4)
			{
				groups[count++] = octets[0] * 256 + octets[1];
				groups[count++] = octets[2] * 256 + octets[3];
			}
			return count;
		}
		groups[count++] = group;
		i++;					/* the colon */
	}
	return count;
}

/*
 * RFC 5952: small letters, no leading zeros, the longest run of two or more zero
 * groups as "::", the first of several; an IPv4 address that was mapped as such.
 * Without network and port: they are no part of the address.
 */
static int
ip(const char *value, size_t len, char *result)
{
	const char *slash = memchr(value, '/', len);
	const char *colon;
	const char *zone;
	const char *gap = NULL;
	int			groups[10] = {0};
	int			first;
	int			longest = 0;
	int			start = -1;
	int			count = 0;

	if (slash != NULL)
		len = slash - value;
	if (value[0] == '[')
	{
		value++;
		len = (const char *) memchr(value, ']', len - 1) - value;
	}
	colon = memchr(value, ':', len);
	if (colon == NULL || memchr(value, '.', colon - value) != NULL)
		return copy(value, colon == NULL ? len : colon - value, result);
	zone = memchr(value, '%', len);
	if (zone == NULL)
		zone = value + len;
	for (const char *c = value; c + 1 < zone && gap == NULL; c++)
	{
		if (c[0] == ':' && c[1] == ':')
			gap = c;
	}
	if (gap == NULL)
		read_groups(value, zone - value, groups);
	else
	{
		int			last[10] = {0};
		int			last_count = read_groups(gap + 2, zone - gap - 2, last);

		read_groups(value, gap - value, groups);
		for (int i = 0; i < last_count; i++)
			groups[8 - last_count + i] = last[i];
	}

	for (int i = 0; i < 8; i++)
	{
		int			run = 0;

		while (i + run < 8 && groups[i + run] == 0)
			run++;
		if (run > longest && run > 1)
		{
			longest = run;
			start = i;
		}
	}
	first = 0;
	while (first < 8)
	{
		if (first == start)
		{
			result[count++] = ':';
			result[count++] = ':';
			first += longest;
			continue;
		}
		if (count > 0 && result[count - 1] != ':')
			result[count++] = ':';
		if (first == 6 && start == 0 && longest == 5 && groups[5] == 0xFFFF)
		{
			count += sprintf(result + count, "%d.%d.%d.%d", groups[6] >> 8, groups[6] & 255,
							 groups[7] >> 8, groups[7] & 255);
			break;
		}
		count += sprintf(result + count, "%x", groups[first++]);
	}
	return count + copy(zone, value + len - zone, result + count);
}

int
bv_normalize(const BvClass *class, const char *value, size_t len, char *result)
{
	char		ascii[BV_ASCII_MAX];

	if (class->is_valid != NULL)
	{
		value = bv_as_ascii(value, &len, ascii);
		if (!class->is_valid(value, len))
			return -1;
	}
	bv_trim(&value, &len);
	switch (class->canonical)
	{
		case BV_AS_IT_IS:
			break;
		case BV_COMPACT:
			return bv_write_code(class, value, len, result);
		case BV_LOWER_CASE:
			return bv_write_lower(value, len, result);
		case BV_UPPER_CASE:
			return bv_write_upper(value, len, result);
		case BV_WITHOUT_CHECK:
			return without_check(class, value, len, result);
		case BV_NINE_DIGITS:
			return nine_digits(value, len, result);
		case BV_LAST_TEN_DIGITS:
			return last_ten_digits(value, len, result);
		case BV_WORD:
			return bv_write_word(value, len, result);
		case BV_EMAIL:
			return email(value, len, result);
		case BV_PHONE:
			return phone(value, len, result);
		case BV_DATE:
			return date(value, len, result);
		case BV_MONTH:
			return month(value, len, result);
		case BV_UUID:
			if (len == 36)
				return bv_write_lower(value, len, result);
			break;
		case BV_MAC:
			return mac(value, len, result);
		case BV_IP:
			return ip(value, len, result);
		case BV_ADDRESS:
			return bv_write_address(value, len, result);
		case BV_DEGREES:
			return bv_write_degrees(value, len, result);
		case BV_POINT:
			return bv_write_point(value, len, result);
		case BV_POSTCODE:
			return bv_write_postcode(class, value, len, result);
		case BV_KENNZEICHEN:
			return bv_write_kennzeichen(value, len, result);
		case BV_PASSPORT:
			return bv_write_passport(class, value, len, result);
		case BV_BANK_ACCOUNT:
			return bv_write_bank_account(value, len, result);
		case BV_VAT_ID:
			return bv_write_vat_id(value, len, result);
		case BV_ORG_NUMBER:
			return bv_write_org_number(class, value, len, result);
		case BV_MEID:
			return bv_write_meid(value, len, result);
		case BV_ICCID:
			return iccid(value, len, result);
		case BV_BLOOD_TYPE:
			return bv_write_blood_type(value, len, result);
		case BV_GENETIC:
			return bv_write_genetic(value, len, result);
		case BV_WALLET:
			return bv_write_wallet(class, value, len, result);
		case BV_OTP_SECRET:
			return bv_write_otp_secret(class, value, len, result);
	}
	return copy(value, len, result);
}
