/*
 * canonical.c: values that can be written in more ways than with and without separators
 */
#include "canonical.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "check_digit.h"
#include "token_text.h"

static int
copy(const char *value, size_t len, char *result)
{
	memcpy(result, value, len);
	return (int) len;
}

int
bv_write_lower(const char *value, size_t len, char *result)
{
	for (size_t i = 0; i < len; i++)
		result[i] = bv_to_lower(value[i]);
	return (int) len;
}

int
bv_write_upper(const char *value, size_t len, char *result)
{
	for (size_t i = 0; i < len; i++)
		result[i] = bv_to_upper(value[i]);
	return (int) len;
}

/* How many bytes of a separator begin here: one of " -./+()" or a middle dot, in UTF-8 or Latin 1. */
static size_t
separator_size(const char *value, size_t len, size_t at)
{
	unsigned char c = (unsigned char) value[at];

	if (c == 0xC2 && at + 1 < len && (unsigned char) value[at + 1] == 0xB7)
		return 2;
	return c == 0xB7 || (c != '\0' && strchr(" -./+()", c) != NULL);
}

int
bv_write_compact(const char *value, size_t len, char *result)
{
	int			count = 0;

	for (size_t i = 0; i < len;)
	{
		size_t		size = separator_size(value, len, i);

		if (size == 0)
			result[count++] = bv_to_upper(value[i++]);
		i += size;
	}
	return count;
}

int
bv_write_code(const BvClass *class, const char *value, size_t len, char *result)
{
	int			count = bv_write_compact(value, len, result);

	if (class->is_valid == NULL || class->is_valid(result, (size_t) count))
		return count;
	count = 0;
	for (size_t i = 0; i < len;)
	{
		size_t		size = separator_size(value, len, i);

		result[count++] = size > 0 ? '-' : bv_to_upper(value[i]);
		i += size > 0 ? size : 1;
	}
	return class->is_valid(result, (size_t) count) ? count : bv_write_upper(value, len, result);
}

int
bv_write_word(const char *value, size_t len, char *result)
{
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) bv_to_lower(value[i]);

		if (c == '_' || c == '-')
			c = ' ';
		else if (i > 0 && (unsigned char) value[i - 1] == 0xC3 && c >= 0x80 && c <= 0x9E)
			c += 0x20;
		result[i] = (char) c;
	}
	return (int) len;
}

int
bv_write_blood_type(const char *value, size_t len, char *result)
{
	size_t		group = value[1] == 'B' ? 2 : 1;
	bool		negative = false;

	/* a minus, or the n of a word for it: those for the other have none before their p */
	for (size_t i = group; i < len && bv_to_upper(value[i]) != 'P'; i++)
		negative |= value[i] == '-' || bv_to_upper(value[i]) == 'N' || (unsigned char) value[i] == 0xE2;
	memcpy(result, value[0] == '0' ? "O" : value, group);
	result[group] = negative ? '-' : '+';
	return (int) group + 1;
}

int
bv_write_genetic(const char *value, size_t len, char *result)
{
	int			count = 0;

	if (bv_begins(value, len, "HLA-"))
		return copy(value + 4, len - 4, result);
	if (len < 20 || bv_span(value, len, BV_CHARS_LETTER | BV_CHAR_SPACE) < len)
		return copy(value, len, result);
	for (size_t i = 0; i < len; i++)
	{
		if (value[i] != '\n')
			result[count++] = bv_to_upper(value[i]);
	}
	return count;
}

int
bv_write_vat_id(const char *value, size_t len, char *result)
{
	int			count;
	int			zeros = 0;

	if (bv_is_digit(value[0]))		/* Dutch ones are told by their B */
	{
		memcpy(result, "NL", 2);
		count = 2 + bv_write_compact(value, len, result + 2);
	}
	else
		count = bv_write_compact(value, len, result);
	if (memcmp(result, "GR", 2) == 0)
		memcpy(result, "EL", 2);
	else if (memcmp(result, "CHE", 3) == 0)
	{
		memcpy(result + 12, "MWST", 4);
		return 16;
	}
	else if (memcmp(result, "NO", 2) == 0)
		return 11;
	else if (memcmp(result, "BE", 2) == 0)
		zeros = 12 - count;
	else if (memcmp(result, "NL", 2) == 0)
		zeros = 14 - count;
	if (zeros > 0)
	{
		memmove(result + 2 + zeros, result + 2, (size_t) count - 2);
		memset(result + 2, '0', (size_t) zeros);
	}
	return count + (zeros > 0 ? zeros : 0);
}

int
bv_write_org_number(const BvClass *class, const char *value, size_t len, char *result)
{
	int			count = bv_write_compact(value, len, result);
	size_t		number = len;

	if (count == 12 && bv_all_of(result, 12, BV_CHAR_DIGIT))
	{
		memmove(result, result + 2, 10);	/* Swedish, behind what stands for a century */
		return 10;
	}
	if (class->is_valid(result, (size_t) count))
		return count;

	/* court, register, number, letters: in capitals, with single spaces between them */
	while (number > 0 && !bv_is_digit(value[number - 1]))
		number--;
	while (number > 0 && bv_is_digit(value[number - 1]))
		number--;
	count = 0;
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) bv_to_upper(value[i]);

		if (i == number && i > 0 && bv_is_letter(value[i - 1]))
			result[count++] = ' ';
		if (c == ' ' && count > 0 && result[count - 1] == ' ')
			continue;
		if (i > 0 && (unsigned char) value[i - 1] == 0xC3 && c >= 0xA0 && c <= 0xBE)
			c -= 0x20;
		result[count++] = (char) c;
	}
	return count;
}

int
bv_write_bank_account(const char *value, size_t len, char *result)
{
	const char *slash = memchr(value, '/', len);
	const char *hyphen;
	int			count = 0;

	if (slash == NULL)
		return bv_write_compact(value, len, result);

	/* zeros before prefix and number mean nothing */
	hyphen = memchr(value, '-', (size_t) (slash - value));
	if (hyphen != NULL)
	{
		for (const char *c = value; c < hyphen; c++)
		{
			if (count > 0 || *c != '0')
				result[count++] = *c;
		}
		if (count > 0)
			result[count++] = '-';
		value = hyphen + 1;
	}
	while (*value == '0')
		value++;
	memcpy(result + count, value, (size_t) (slash + 5 - value));
	return count + (int) (slash + 5 - value);
}

int
bv_write_postcode(const BvClass *class, const char *value, size_t len, char *result)
{
	size_t		letters = bv_span(value, len, BV_CHARS_LETTER);

	if (letters > 0 && letters <= 3 && letters + 3 < len && value[letters] == '-' &&
		class->is_valid(value + letters + 1, len - letters - 1))
	{
		value += letters + 1;
		len -= letters + 1;
	}
	return bv_write_code(class, value, len, result);
}

int
bv_write_passport(const BvClass *class, const char *value, size_t len, char *result)
{
	if (len >= 44)
		return bv_write_upper(value + len - 44, 44, result);
	return bv_write_code(class, value, len, result);
}

int
bv_write_meid(const char *value, size_t len, char *result)
{
	char		decimal[32];
	int			count = bv_write_compact(value, len, result);

	if (count < 18)
		return 14;
	/* ten decimal digits are four bytes, eight more the other three */
	memcpy(decimal, result, 18);
	sprintf(result, "%08X%06X",
			(unsigned) bv_number(decimal, 5) * 100000u + (unsigned) bv_number(decimal + 5, 5),
			(unsigned) bv_number(decimal + 10, 8));
	return 14;
}

int
bv_write_wallet(const BvClass *class, const char *value, size_t len, char *result)
{
	const char *colon = memchr(value, ':', len);

	if (colon != NULL)				/* the network of a cash address may be left out */
	{
		len -= (size_t) (colon + 1 - value);
		value = colon + 1;
	}
	/* hex, and what is not in both cases: base 58 has letters of both */
	bv_write_lower(value, len, result);
	if ((value[0] == '0' || bv_span(value, len, BV_CHAR_DIGIT | BV_CHAR_UPPER) == len) &&
		class->is_valid(result, len))
		return (int) len;
	return copy(value, len, result);
}

int
bv_write_otp_secret(const BvClass *class, const char *value, size_t len, char *result)
{
	size_t		start = 0;
	size_t		end;
	int			count = 0;

	if (bv_begins(value, len, "otpauth://"))
	{
		while (start + 8 < len && ((value[start] != '?' && value[start] != '&') ||
								   memcmp(value + start + 1, "secret=", 7) != 0))
			start++;
		start += 8;
	}
	end = start + bv_span(value + start, len - start, BV_CHARS_BASE32 | BV_CHAR_LOWER | BV_CHAR_SPACE);
	for (size_t i = start; i < end; i++)
	{
		if (value[i] != ' ')
			result[count++] = bv_to_upper(value[i]);
	}
	return class->is_valid(result, (size_t) count) ? count : copy(value, len, result);
}

int
bv_write_address(const char *value, size_t len, char *result)
{
	size_t		at = 0;
	size_t		end;

	if (value[0] == '@')
		return bv_write_lower(value, len, result);
	copy(value, len, result);
	for (size_t i = 0; i + 2 < len && at == 0; i++)
	{
		if (value[i] == ':' && value[i + 1] == '/' && value[i + 2] == '/')
			at = i + 3;
		else if (!bv_is_letter(value[i]))
			break;
	}
	for (end = at; end < len && value[end] != '/' && value[end] != '?' && value[end] != '#'; end++)
		;
	if (at == 0 && end < len && value[end] == '#')
		return (int) len;			/* a name and a number behind it */
	bv_write_lower(value, at, result);
	/* what is before an @ is for the server to read */
	for (size_t i = at; i < end; i++)
	{
		if (value[i] == '@')
			at = i + 1;
	}
	bv_write_lower(value + at, end - at, result + at);
	return (int) len;
}
