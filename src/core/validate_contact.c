/*
 * validate_contact.c: e-mail addresses
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"
#include "marks.h"

/* A character of an unquoted local part (RFC 5322 atext), or beyond ASCII (RFC 6531). */
static bool
is_atext(char c)
{
	/* !#$%&'*+-/=? ^_`{|}~, a bit for each character below 64 and from there on */
	static const uint64_t signs[] = {UINT64_C(0xA000ACFA00000000), UINT64_C(0x78000001C0000000)};

	if (bv_is_letter(c) || bv_is_digit(c) || (unsigned char) c >= 0x80)
		return true;
	return signs[(unsigned char) c / 64] >> (unsigned char) c % 64 & 1;
}

static bool
is_local_part(const char *local, size_t len)
{
	if (len < 1 || len > 64)
		return false;
	if (local[0] == '"')
	{
		if (len < 3 || local[len - 1] != '"')
			return false;
		for (size_t i = 1; i < len - 1; i++)
		{
			if (local[i] == '\\')
			{
				i++;
				if (i == len - 1)
					return false;	/* what it quotes is the closing quote */
			}
			else if (local[i] == '"')
				return false;
			if ((unsigned char) local[i] < ' ' || local[i] == 0x7F)
				return false;
		}
		return true;
	}
	if (local[0] == '/')
		return false;			/* "//user@host" is the rest of an address of a page */
	for (size_t i = 0; i < len; i++)
	{
		if (local[i] == '.')
		{
			if (i == 0 || i == len - 1 || local[i - 1] == '.')
				return false;
		}
		else if (!is_atext(local[i]))
			return false;
	}
	return true;
}

/* Is a label one of another script as ASCII has it? */
static bool
is_punycode(const char *label, size_t size)
{
	return size > 4 && (memcmp(label, "xn--", 4) == 0 || memcmp(label, "XN--", 4) == 0);
}

/*
 * Two or more labels of letters (of any script, RFC 5890), digits and inner hyphens;
 * the last is a top-level domain.
 */
static bool
is_mail_domain(const char *domain, size_t len)
{
	const char *label = domain;
	size_t		size = 0;
	int			labels = 0;

	for (size_t i = 0; i <= len; i++)
	{
		if (i < len && domain[i] != '.')
		{
			if (!bv_is_letter(domain[i]) && !bv_is_digit(domain[i]) && domain[i] != '-' &&
				((unsigned char) domain[i] < 0x80 ||
				 (i >= 2 && memcmp(domain + i - 2, "\xEF\xBF\xBD", 3) == 0)))
				return false;	/* nor what stands for a character that was lost */
			continue;
		}
		size = domain + i - label;
		if (size < 1 || size > 63 || label[0] == '-' || label[size - 1] == '-')
			return false;
		labels++;
		if (i < len)
			label = domain + i + 1;
	}
	if (labels < 2 || size < 2)
		return false;
	if (is_punycode(label, size))
		return true;
	for (size_t i = 0; i < size; i++)
	{
		if (!bv_is_letter(label[i]) && (unsigned char) label[i] < 0x80)
			return false;
	}
	return true;
}

/* Are the labels between those dots of one character or more, not beginning or ending with a hyphen? */
static inline bool
has_labels(uint64_t dots, uint64_t hyphens, int from, size_t len)
{
	uint64_t	ends = dots | UINT64_C(1) << (from - 1) | (len < 64 ? UINT64_C(1) << len : 0);

	/* what ends a label, or a hyphen, follows what ended the one before */
	return (((dots | hyphens) & ends << 1) | (ends >> 1 & (dots | hyphens))) == 0 &&
		((dots | hyphens) >> (len - 1) & 1) == 0;
}

/*
 * The same of most addresses by where their few signs are: of up to 64 bytes, not
 * quoted, and without a byte beyond ASCII in the domain.
 */
static bool
is_short_email(const char *value, size_t len, bool *is_other)
{
	BvMarks		marks;
	uint64_t	rest;
	uint64_t	dots = 0;
	uint64_t	hyphens = 0;
	int			at;
	int			label;

	bv_mark(value, len, &marks);
	for (rest = marks.other;; rest ^= UINT64_C(1) << at)
	{
		if (rest == 0)
			return false;
		at = bv_last_bit(rest);
		if (value[at] == '@')
			break;
		if (value[at] != '.' && value[at] != '-')
			return false;
		*(value[at] == '.' ? &dots : &hyphens) |= UINT64_C(1) << at;
	}
	if (at == 0 || dots == 0 || !has_labels(dots, hyphens, at + 1, len))
		return false;
	*is_other = value[0] == '"' || marks.high >> at != 0;
	if (*is_other)
		return false;
	label = bv_last_bit(dots) + 1;
	if ((int) len - label < 2)
		return false;
	if ((hyphens | marks.digit) >> label != 0 && !is_punycode(value + label, len - label))
		return false;

	if (value[0] == '/')
		return false;
	rest ^= UINT64_C(1) << at;
	for (dots = 0; rest != 0; rest &= rest - 1)
	{
		int			place = __builtin_ctzll(rest);

		if (value[place] == '.')
			dots |= UINT64_C(1) << place;
		else if (!is_atext(value[place]))
			return false;
	}
	return (dots & (dots << 1 | 1 | UINT64_C(1) << (at - 1))) == 0;
}

/* E-mail address, RFC 5321: a mailbox at a domain name, not at an address literal. */
bool
bv_is_email(const char *value, size_t len)
{
	bool		is_other = false;
	size_t		at;

	bv_trim(&value, &len);
	if (len > 254 || len == 0)
		return false;
	if (len <= BV_MARKS_MAX)
	{
		if (is_short_email(value, len, &is_other))
			return true;
		if (!is_other)
			return false;
	}
	for (at = len; at > 0 && value[at - 1] != '@'; at--)
		;
	if (at < 2)
		return false;
	return is_local_part(value, at - 1) && is_mail_domain(value + at, len - at);
}
