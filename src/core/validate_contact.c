/*
 * validate_contact.c: e-mail addresses and telephone numbers
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

/* Two or more labels of letters, digits and inner hyphens; the last is a top-level domain. */
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
			if (!bv_is_letter(domain[i]) && !bv_is_digit(domain[i]) && domain[i] != '-')
				return false;
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
		if (!bv_is_letter(label[i]))
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

/*
 * Calling codes that are assigned (ITU-T E.164) and how many digits follow, a
 * little wider than national plans are.  None is the beginning of another.
 */
typedef struct CallingCode
{
	short		code;
	char		shortest;
	char		longest;
} CallingCode;

static const CallingCode calling_codes[] = {
	{1, 10, 10}, {7, 10, 10}, {20, 8, 10}, {27, 9, 10}, {30, 10, 10}, {31, 7, 11},
	{32, 8, 9}, {33, 9, 9}, {34, 9, 9}, {36, 8, 9}, {39, 6, 12}, {40, 9, 9},
	{41, 9, 12}, {43, 6, 13}, {44, 9, 10}, {45, 8, 8}, {46, 7, 10}, {47, 8, 8},
	{48, 9, 9}, {49, 6, 13}, {51, 8, 9}, {52, 10, 11}, {53, 6, 8}, {54, 10, 11},
	{55, 10, 11}, {56, 8, 9}, {57, 8, 10}, {58, 10, 10}, {60, 8, 10}, {61, 6, 10},
	{62, 7, 12}, {63, 8, 10}, {64, 8, 10}, {65, 8, 11}, {66, 8, 10}, {81, 9, 10},
	{82, 8, 11}, {84, 9, 10}, {86, 9, 12}, {90, 10, 10}, {91, 10, 10}, {92, 8, 10},
	{93, 9, 9}, {94, 9, 9}, {95, 7, 10}, {98, 10, 10}, {211, 9, 9}, {212, 9, 9},
	{213, 8, 9}, {216, 8, 8}, {218, 8, 9}, {220, 7, 7}, {221, 9, 9}, {222, 8, 8},
	{223, 8, 8}, {224, 8, 9}, {225, 8, 10}, {226, 8, 8}, {227, 8, 8}, {228, 8, 8},
	{229, 8, 10}, {230, 7, 8}, {231, 7, 9}, {232, 8, 8}, {233, 9, 9}, {234, 8, 10},
	{235, 8, 8}, {236, 8, 8}, {237, 8, 9}, {238, 7, 7}, {239, 7, 7}, {240, 9, 9},
	{241, 7, 8}, {242, 9, 9}, {243, 7, 9}, {244, 9, 9}, {245, 7, 9}, {246, 7, 7},
	{247, 4, 6}, {248, 7, 7}, {249, 9, 9}, {250, 8, 9}, {251, 9, 9}, {252, 6, 9},
	{253, 8, 8}, {254, 7, 10}, {255, 9, 9}, {256, 9, 9}, {257, 8, 8}, {258, 8, 9},
	{260, 9, 9}, {261, 9, 9}, {262, 9, 9}, {263, 5, 10}, {264, 8, 9}, {265, 7, 9},
	{266, 8, 8}, {267, 7, 8}, {268, 8, 8}, {269, 7, 7}, {290, 4, 5}, {291, 7, 7},
	{297, 7, 7}, {298, 6, 6}, {299, 6, 6}, {350, 8, 8}, {351, 9, 9}, {352, 5, 11},
	{353, 7, 10}, {354, 7, 9}, {355, 6, 9}, {356, 8, 8}, {357, 8, 8}, {358, 5, 12},
	{359, 6, 9}, {370, 8, 8}, {371, 8, 8}, {372, 7, 8}, {373, 8, 8}, {374, 8, 8},
	{375, 9, 9}, {376, 6, 9}, {377, 8, 9}, {378, 6, 10}, {380, 9, 9}, {381, 7, 10},
	{382, 8, 9}, {383, 8, 9}, {385, 7, 9}, {386, 8, 8}, {387, 8, 9}, {389, 8, 8},
	{420, 9, 12}, {421, 9, 9}, {423, 7, 9}, {500, 5, 5}, {501, 7, 7}, {502, 8, 8},
	{503, 7, 8}, {504, 8, 8}, {505, 8, 8}, {506, 8, 8}, {507, 7, 8}, {508, 6, 9},
	{509, 8, 8}, {590, 9, 9}, {591, 8, 8}, {592, 7, 7}, {593, 8, 9}, {594, 9, 9},
	{595, 7, 9}, {596, 9, 9}, {597, 6, 7}, {598, 8, 8}, {599, 7, 8}, {670, 7, 8},
	{672, 5, 7}, {673, 7, 7}, {674, 7, 7}, {675, 7, 8}, {676, 5, 7}, {677, 5, 7},
	{678, 5, 7}, {679, 7, 7}, {680, 7, 7}, {681, 6, 6}, {682, 5, 5}, {683, 4, 7},
	{685, 5, 7}, {686, 5, 8}, {687, 6, 6}, {688, 5, 7}, {689, 6, 9}, {690, 4, 7},
	{691, 7, 7}, {692, 7, 7}, {800, 8, 8}, {808, 8, 8}, {850, 6, 10}, {852, 8, 9},
	{853, 8, 8}, {855, 8, 9}, {856, 8, 10}, {870, 9, 12}, {878, 12, 12}, {880, 6, 10},
	{881, 8, 10}, {882, 7, 12}, {883, 9, 12}, {886, 8, 10}, {888, 8, 11}, {960, 7, 7},
	{961, 7, 8}, {962, 8, 9}, {963, 8, 9}, {964, 8, 10}, {965, 7, 8}, {966, 8, 10},
	{967, 7, 9}, {968, 7, 8}, {970, 8, 10}, {971, 8, 9}, {972, 8, 9}, {973, 8, 8},
	{974, 7, 8}, {975, 7, 8}, {976, 8, 10}, {977, 8, 10}, {979, 9, 9}, {992, 9, 9},
	{993, 8, 8}, {994, 9, 9}, {995, 9, 9}, {996, 9, 9}, {998, 9, 9}
};

#define PHONE_DIGITS	15
#define PHONE_GROUPS	7

/* A telephone number as written: its groups and what stands between them. */
typedef struct Phone
{
	bool		international;	/* began with + or 00, not among the digits */
	char		digit[PHONE_DIGITS + 1];
	int			count;
	int			group[PHONE_GROUPS];
	char		separator[PHONE_GROUPS];	/* after the group; 0 where only a parenthesis is */
	int			groups;
} Phone;

/* The length of a value without an extension: " x12", " ext. 12", "#12". */
static size_t
without_extension(const char *value, size_t len)
{
	size_t		end = len;
	size_t		digits;

	while (end > 0 && bv_is_digit(value[end - 1]))
		end--;
	digits = len - end;
	if (digits < 1 || digits > 6)
		return len;
	while (end > 0 && value[end - 1] == ' ')
		end--;
	if (end > 4 && (memcmp(value + end - 4, "ext.", 4) == 0 || memcmp(value + end - 4, "Ext.", 4) == 0))
		end -= 4;
	else if (end > 3 && (memcmp(value + end - 3, "ext", 3) == 0 || memcmp(value + end - 3, "Ext", 3) == 0))
		end -= 3;
	else if (end > 1 && (value[end - 1] == 'x' || value[end - 1] == '#'))
		end--;
	else
		return len;
	while (end > 0 && value[end - 1] == ' ')
		end--;
	return end;
}

/*
 * Reads groups of digits with one of " .-/" between them, one of which may be
 * in parentheses: the area code, or the 0 to leave out after a calling code.
 */
static bool
read_phone(const char *value, size_t len, Phone *phone)
{
	bool		open = false;
	bool		closed = false; /* there was a pair */
	int			in_group = 0;
	char		separator = 0;	/* since the last group */
	size_t		i = 0;

	memset(phone, 0, sizeof(*phone));
	if (len > 1 && value[0] == '+')
		i = 1;
	else if (len > 2 && value[0] == '0' && value[1] == '0')
		i = value[2] == ' ' || value[2] == '-' ? 3 : 2;
	phone->international = i > 0;

	for (; i < len; i++)
	{
		char		c = value[i];

		if (bv_is_digit(c))
		{
			if (in_group == 0 && phone->groups > 0)
				phone->separator[phone->groups - 1] = separator;
			if (phone->count == PHONE_DIGITS || phone->groups == PHONE_GROUPS)
				return false;
			phone->digit[phone->count++] = c;
			in_group++;
			separator = 0;
			continue;
		}
		if (in_group > 0)
		{
			phone->group[phone->groups++] = in_group;
			in_group = 0;
			/* what ends a group in parentheses is the second one */
			if (open != (c == ')'))
				return false;
			if (c == ')')
			{
				if (phone->international && phone->groups == 2 && phone->group[1] == 1 &&
					phone->digit[phone->count - 1] == '0')
				{
					phone->count--;
					phone->groups--;	/* "(0)" is dialled instead of the calling code */
				}
				open = false;
				closed = true;
				continue;
			}
		}
		if (c == '(' && !open && !closed && phone->groups <= 1)
			open = true;
		else if (c != '\0' && strchr(" .-/", c) != NULL && separator == 0 && !open &&
				 phone->groups > 0)
			separator = c;
		else
			return false;
	}
	if (in_group == 0 || open || phone->groups == PHONE_GROUPS)
		return false;
	phone->group[phone->groups++] = in_group;
	return true;
}

/*
 * Are the groups as people make them?  What stands after the calling code (or a
 * trunk prefix) and after the area code may differ from what is between the rest.
 */
static bool
has_phone_groups(const Phone *phone)
{
	int			own = phone->international || phone->group[0] == 1 ? 2 : 1;

	for (int i = own; i < phone->groups; i++)
	{
		if (phone->group[i] < 2 || phone->group[i] > 8)
			return false;
		if (i < phone->groups - 1 &&
			(phone->separator[i] != phone->separator[own] || phone->separator[i] == '/'))
			return false;
	}
	return true;
}

static bool
is_grouped(const Phone *phone, const char *sizes)
{
	for (int i = 0; i < phone->groups; i++)
	{
		if (sizes[i] == '\0' || phone->group[i] != sizes[i] - '0')
			return false;
	}
	return sizes[phone->groups] == '\0';
}

/* Would one rather read a date, a social security number, an IP address or an amount? */
static bool
is_other_number(const Phone *phone)
{
	bool		thousands = phone->groups > 1 && phone->group[0] <= 2;
	bool		octets = phone->groups == 4 && phone->separator[0] == '.';
	const char *group = phone->digit;

	if (is_grouped(phone, "422") || is_grouped(phone, "224"))
		return phone->separator[0] != ' ';
	if (is_grouped(phone, "324"))
		return true;
	if (phone->groups == 2 && phone->separator[0] == '.')
		return true;

	for (int i = 0; i < phone->groups; i++)
	{
		thousands &= i == 0 || phone->group[i] == 3;
		octets &= phone->group[i] <= 3 && bv_number(group, phone->group[i]) <= 255;
		group += phone->group[i];
	}
	return thousands || octets;
}

/* Is it a calling code followed by as many digits as belong to it? */
static bool
has_calling_code(const char *digits, int count)
{
	if (digits[0] == '0')
		return false;
	for (int size = 1; size <= 3 && size < count; size++)
	{
		int			code = bv_number(digits, size);
		const char *national = digits + size;

		for (size_t i = 0; i < sizeof(calling_codes) / sizeof(calling_codes[0]); i++)
		{
			if (calling_codes[i].code != code)
				continue;
			if (count - size < calling_codes[i].shortest ||
				count - size > calling_codes[i].longest)
				return false;
			/* North America: neither area nor exchange begins with 0 or 1 */
			return code != 1 || (national[0] >= '2' && national[3] >= '2');
		}
	}
	return false;
}

/* One digit again and again, or up or down the keyboard: nobody's number. */
static bool
is_made_up(const char *digits, int count)
{
	int			step = (digits[1] - digits[0] + 10) % 10;

	if (step != 0 && step != 1 && step != 9)
		return false;
	for (int i = 2; i < count; i++)
	{
		if ((digits[i] - digits[i - 1] + 10) % 10 != step)
			return false;
	}
	return true;
}

/*
 * Telephone number: E.164 with + or 00, a calling code that exists and a length
 * that it has; or a national number with the trunk prefix 0 (9 to 12 digits) or
 * without it (7 to 10), or with the calling code but no + (up to 13).
 */
bool
bv_is_phone(const char *value, size_t len)
{
	Phone		phone;
	const char *digits = phone.digit;

	bv_trim(&value, &len);
	len = without_extension(value, len);
	if (!read_phone(value, len, &phone) || !has_phone_groups(&phone) || phone.count < 7)
		return false;

	if (phone.international)
		return has_calling_code(digits, phone.count) &&
			!bv_all_equal(digits + 3, phone.count - 3);
	if (digits[0] == '0')
		return phone.count >= 9 && phone.count <= 12 && digits[1] != '0' &&
			!is_made_up(digits + 1, phone.count - 1) && !is_other_number(&phone);
	if (is_made_up(digits, phone.count) || is_other_number(&phone))
		return false;
	if (phone.count <= 10)
		return true;
	/* longer ones exist, but without a + they are more likely something else */
	if (phone.count <= 13 && has_calling_code(digits, phone.count))
		return true;
	if (phone.count != 11)
		return false;
	/* within Russia after an 8, China's and Brazil's mobile numbers */
	return (digits[0] == '8' && strchr("3489", digits[1]) != NULL) ||
		(digits[0] == '1' && digits[1] >= '3') ||
		(digits[1] != '0' && digits[2] == '9');
}
