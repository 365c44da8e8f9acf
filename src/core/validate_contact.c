/*
 * validate_contact.c: e-mail addresses
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"

/* A character of an unquoted local part (RFC 5322 atext), or beyond ASCII (RFC 6531). */
static bool
is_atext(char c)
{
	if (bv_is_letter(c) || bv_is_digit(c) || (unsigned char) c >= 0x80)
		return true;
	return c != '\0' && strchr("!#$%&'*+-/=?^_`{|}~", c) != NULL;
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
	if (size > 4 && (memcmp(label, "xn--", 4) == 0 || memcmp(label, "XN--", 4) == 0))
		return true;
	for (size_t i = 0; i < size; i++)
	{
		if (!bv_is_letter(label[i]) && (unsigned char) label[i] < 0x80)
			return false;
	}
	return true;
}

/* E-mail address, RFC 5321: a mailbox at a domain name, not at an address literal. */
bool
bv_is_email(const char *value, size_t len)
{
	size_t		at;

	bv_trim(&value, &len);
	if (len > 254)
		return false;
	for (at = len; at > 0 && value[at - 1] != '@'; at--)
		;
	if (at < 2)
		return false;
	return is_local_part(value, at - 1) && is_mail_domain(value + at, len - at);
}
