/*
 * look.c: what one value is like
 *
 * Everything that evidence wants to know of a value is told once, when it is
 * met for the first time; the value itself is not kept.
 */
#include "look.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "array.h"
#include "class.h"
#include "decoy.h"
#include "fast_hash.h"
#include "lexicon.h"
#include "look_text.h"
#include "placeholder.h"

/* What each character is, and how patterns write it; 0: as itself. */
static const struct
{
	uint16_t	seen;
	char		kind;
}			characters[256] = {
	[0 ... 8] = {SEEN_OTHER | SEEN_NO_TOKEN, 0},
	['\t' ... '\r'] = {SEEN_SPACE | SEEN_NO_TOKEN, ' '},
	[14 ... 31] = {SEEN_OTHER | SEEN_NO_TOKEN, 0},
	[' '] = {SEEN_SPACE | SEEN_NO_TOKEN, ' '},
	['!' ... '"'] = {SEEN_OTHER | SEEN_NO_TOKEN, 0},
	['#'] = {SEEN_OTHER | SEEN_NO_TOKEN | SEEN_MASK, 0},
	['$' ... '%'] = {SEEN_OTHER | SEEN_NO_TOKEN, 0},
	['&' ... ')'] = {SEEN_IN_NAMES | SEEN_NO_TOKEN, 0},
	['*'] = {SEEN_OTHER | SEEN_NO_TOKEN | SEEN_MASK, 0},
	['+'] = {SEEN_OTHER, 0},
	[','] = {SEEN_IN_NAMES | SEEN_NO_TOKEN, 0},
	['-'] = {SEEN_HYPHEN, 0},
	['.'] = {SEEN_DOT, 0},
	['/'] = {SEEN_SLASH, 0},
	['0' ... '9'] = {SEEN_DIGIT, '9'},
	[':' ... '<'] = {SEEN_OTHER | SEEN_NO_TOKEN, 0},
	['='] = {SEEN_OTHER, 0},
	['>' ... '?'] = {SEEN_OTHER | SEEN_NO_TOKEN, 0},
	['@'] = {SEEN_AT | SEEN_OTHER | SEEN_NO_TOKEN, 0},
	['A' ... 'W'] = {SEEN_UPPER, 'A'},
	['X'] = {SEEN_UPPER | SEEN_MASK, 'A'},
	['Y' ... 'Z'] = {SEEN_UPPER, 'A'},
	['['] = {SEEN_OTHER | SEEN_NO_TOKEN, 0},
	['\\'] = {SEEN_OTHER | SEEN_NO_TOKEN | SEEN_SLASH, 0},
	[']' ... '^'] = {SEEN_OTHER | SEEN_NO_TOKEN, 0},
	['_'] = {SEEN_OTHER, 0},
	['`'] = {SEEN_OTHER | SEEN_NO_TOKEN, 0},
	['a' ... 'w'] = {SEEN_LOWER, 'a'},
	['x'] = {SEEN_LOWER | SEEN_MASK, 'a'},
	['y' ... 'z'] = {SEEN_LOWER, 'a'},
	['{' ... 0x7F] = {SEEN_OTHER | SEEN_NO_TOKEN, 0},
	[0x80 ... 0xE1] = {SEEN_HIGH | SEEN_NO_TOKEN, 'A'},
	[0xE2] = {SEEN_HIGH | SEEN_NO_TOKEN | SEEN_MASK, 'A'},
	[0xE3 ... 0xFF] = {SEEN_HIGH | SEEN_NO_TOKEN, 'A'},
};

bool
bv_is_blank(const char *value, size_t len)
{
	for (size_t i = 0; i < len; i++)
	{
		if (!is_space((unsigned char) value[i]))
			return false;
	}
	return true;
}

/* Does a value of its length have this form?  9 is a digit, everything else itself. */
static bool
has_form(const char *value, const char *form)
{
	for (size_t i = 0; form[i] != '\0'; i++)
	{
		if (form[i] == '9' ? !is_digit((unsigned char) value[i]) : value[i] != form[i])
			return false;
	}
	return true;
}

static const double power_of_ten[] = {
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
};

/* A decimal number as PostgreSQL writes it, in at most 40 characters. */
static bool
read_number(const char *value, size_t len, double *number, int *decimals)
{
	char		text[41];
	size_t		digits = 0;
	size_t		point = 0;
	uint64_t	all = 0;		/* the digits as one number */

	*decimals = 0;
	if (len == 0 || len >= sizeof(text))
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (is_digit((unsigned char) value[i]))
		{
			digits++;
			*decimals += point > 0;
			all = 10 * all + (uint64_t) (value[i] - '0');
		}
		else if (value[i] == '.' && point == 0)
			point = i + 1;
		else if (value[i] != '-' || i != 0)
			return false;
	}
	if (digits == 0)
		return false;
	if (digits <= lengthof(power_of_ten) - 1)
	{
		/* both are exact, so that the quotient is rounded as strtod() does */
		*number = (double) all / power_of_ten[*decimals];
		if (value[0] == '-')
			*number = -*number;
		return true;
	}
	memcpy(text, value, len);
	text[len] = '\0';
	*number = strtod(text, NULL);
	return true;
}

/* A web address, a host name with a path, or a path of files. */
static bool
is_link(const char *value, size_t len, unsigned seen)
{
	if (!(seen & SEEN_SLASH))
		/* a dot inside, with two characters behind it */
		return !(seen & (SEEN_SPACE | SEEN_AT)) && len > 3 && memchr(value + 1, '.', len - 3) != NULL;
	if (!(seen & SEEN_SPACE))
		return true;
	for (size_t i = 0; i + 2 < len && !is_space((unsigned char) value[i]); i++)
	{
		if (memcmp(value + i, "://", 3) == 0)
			return true;
	}
	return false;
}

/*
 * Written as only telephone numbers are: digits with a leading plus, a
 * bracketed area code, or groups of two to five digits with separators, at
 * least 7 digits in all; but not as a date is.
 */
static bool
is_dialled(const char *value, size_t len)
{
	int			digits = 0;
	int			group = 0;
	int			groups = 0;
	bool		mark = value[0] == '+';

	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) value[i];

		if (is_digit(c))
		{
			digits++;
			if (group++ == 0)
				groups++;
			continue;
		}
		if (c == '(' || c == ')')
			mark = true;
		else if (c != ' ' && c != '-' && c != '.' && c != '/' && !(c == '+' && i == 0) &&
				 !(c == 'x' && digits >= 7))
			return false;
		group = 0;
	}
	if (digits < 7 || digits > 20)
		return false;
	if (len == 10 && (has_form(value, "9999-99-99") || has_form(value, "99-99-9999") ||
					  has_form(value, "99/99/9999") || has_form(value, "99.99.9999")))
		return false;
	if (len == 11 && has_form(value, "999-99-9999"))
		return false;
	return mark || groups >= 3;
}

/* What only numbers that are dialled have, as far as this one has it. */
static uint32_t
forms_of_dialled(const char *value, size_t len)
{
	if (value[0] == '+')
		return FORM(CALLED) | FORM(PLUS);
	if (value[0] == '0' || value[0] == '(')
		return FORM(CALLED);
	return len == 12 && !is_digit((unsigned char) value[3]) && !is_digit((unsigned char) value[7]) ?
		FORM(CALLED) : 0;
}

static inline int
number_at(const char *digits, int count)
{
	int			number = 0;

	for (int i = 0; i < count; i++)
		number = 10 * number + digits[i] - '0';
	return number;
}

/* yyyy-mm-dd, perhaps with a time after it; says how the year is. */
static bool
is_date(const char *value, size_t len, int *year)
{
	int			month;
	int			day;

	if (len < 10 || !has_form(value, "9999-99-99") ||
		(len > 10 && is_digit((unsigned char) value[10])))
		return false;
	*year = number_at(value, 4);
	month = number_at(value + 5, 2);
	day = number_at(value + 8, 2);
	return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* A day in another order of day, month and year; says how the year is, if it has four digits. */
static bool
is_day(const char *value, size_t len, int *year)
{
	int			part[3] = {0};
	int			digits[3] = {0};
	int			count = 0;
	char		separator = 0;
	size_t		i;

	*year = 0;
	for (i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) value[i];

		if (is_digit(c) && digits[count] < 4)
		{
			part[count] = 10 * part[count] + c - '0';
			digits[count]++;
		}
		else if (count < 2 && digits[count] > 0 && (c == '/' || c == '.' || c == '-') &&
				 (separator == 0 || (unsigned char) separator == c))
		{
			separator = (char) c;
			count++;
		}
		else
			break;
	}
	if (count != 2 || (i < len && value[i] != ' ') || digits[0] > 2 || digits[1] > 2 ||
		(digits[2] != 2 && digits[2] != 4))
		return false;
	if (part[0] < 1 || part[1] < 1 || part[0] > 31 || part[1] > 31 || (part[0] > 12 && part[1] > 12))
		return false;
	*year = digits[2] == 4 ? part[2] : 0;
	return true;
}

/* Seconds since 1970 in 2001 to 2033, or milli-, micro- or nanoseconds. */
static bool
is_clock(const char *value, size_t len)
{
	return (len == 10 || len == 13 || len == 16 || len == 19) && value[0] == '1';
}

/*
 * What characters the value has, and a hash of its shape: the pattern of letters,
 * digits and marks, runs taken as one, but for their length below five.
 */
static unsigned
read_characters(const char *value, size_t len, uint16_t *shape)
{
	char		pattern[BV_LOOK_BYTES];
	size_t		length = 0;
	unsigned	seen = 0;
	char		before = 0;
	int			run = 0;

	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) value[i];
		char		kind = characters[c].kind != 0 ? characters[c].kind : (char) c;

		seen |= characters[c].seen;
		run = kind == before ? run + 1 : 1;
		before = kind;
		pattern[length] = kind;
		length += run <= 4;
	}
	*shape = (uint16_t) (bv_fast_hash(pattern, length) >> 48);
	return seen;
}

/* Which blocks of numbers a whole number lies in. */
static void
find_blocks(const char *digits, size_t len, uint8_t *block)
{
	uint64_t	number = 0;

	for (size_t i = 0; i < len; i++)
		number = 10 * number + (uint64_t) (digits[i] - '0');
	for (int level = 0; level < BV_BLOCK_LEVELS; level++)
	{
		uint64_t	place = number >> BV_BLOCK_SHIFT(level);

		block[level] = (uint8_t) (bv_fast_hash_number(place) % 255 + 1);
	}
}

static uint8_t
step_of_year(int year)
{
	if (year < 1850)
		return 1;
	return year >= 2105 ? 52 : (uint8_t) (1 + (year - 1850) / 5);
}

static uint32_t
form_of_number(const char *value, size_t len)
{
	uint32_t	form;
	double		number;
	int			decimals;

	if (!read_number(value, len, &number, &decimals))
		return 0;
	form = FORM(NUMBER);
	if (fabs(number) <= 90)
		form |= FORM(IN_90);
	if (fabs(number) <= 180)
		form |= FORM(IN_180);
	if (number >= 0 && number <= 125)
		form |= FORM(IN_125);
	if (number >= 0 && number <= 1000)
		form |= FORM(IN_1000);
	if (decimals >= 3)
		form |= FORM(PRECISE);
	return form;
}

/* Runs of characters between white space, of which there is some. */
static int
count_words(const char *value, size_t len)
{
	int			words = 1;

	for (size_t i = 1; i < len; i++)
		words += is_space((unsigned char) value[i]) && !is_space((unsigned char) value[i - 1]);
	return words;
}

/* Form by its characters alone. */
static uint32_t
form_of_characters(const char *value, size_t len, unsigned seen)
{
	uint32_t	form = 0;

	if (seen & SEEN_DIGIT)
		form |= FORM(DIGIT);
	if (seen == SEEN_DIGIT)
		form |= FORM(ALL_DIGITS);
	if ((seen & SEEN_LETTER) && !(seen & (SEEN_DIGIT | SEEN_OTHER)))
		form |= FORM(LETTERED);
	if (seen & SEEN_AT)
		form |= FORM(AT);
	if (seen & SEEN_SPACE)
	{
		form |= FORM(SPACE);
		if (count_words(value, len) >= 5)
			form |= FORM(SENTENCE);
	}
	if (len <= 2 && is_letter((unsigned char) value[0]) +
		(len == 2 && is_letter((unsigned char) value[1])) == 1)
		form |= FORM(ONE_LETTER);
	if ((value[0] >= 'A' && value[0] <= 'Z') || (unsigned char) value[0] >= 0x80)
		form |= FORM(CAPITAL);
	if ((seen & SEEN_UPPER) && (seen & SEEN_DIGIT) &&
		!(seen & ~(SEEN_UPPER | SEEN_DIGIT | SEEN_HYPHEN | SEEN_MASK)))
		form |= FORM(UPPER_CODE);
	return form;
}

BvLook
bv_look_at(const char *value, size_t len)
{
	BvLook		look = {0};
	unsigned	seen;
	int			year = 0;

	while (len > 0 && is_space((unsigned char) value[0]))
		value++, len--;
	while (len > 0 && is_space((unsigned char) value[len - 1]))
		len--;
	if (len == 0)
		return look;
	look.length = len > UINT16_MAX ? UINT16_MAX : (uint16_t) len;
	if (len > BV_LOOK_BYTES)
		len = BV_LOOK_BYTES;

	seen = read_characters(value, len, &look.shape);
	look.traits = form_of_characters(value, len, seen);
	if (!(seen & ~(SEEN_DIGIT | SEEN_DOT | SEEN_HYPHEN)))
		look.traits |= form_of_number(value, len);
	if ((seen & (SEEN_SLASH | SEEN_DOT)) && is_link(value, len, seen))
		look.traits |= FORM(LINK);
	if ((seen & SEEN_DIGIT) && !(seen & (SEEN_UPPER | SEEN_HIGH | SEEN_AT)) && is_dialled(value, len))
		look.traits |= FORM(DIALLED) | forms_of_dialled(value, len);
	if (len == 11 && has_form(value, "999-99-9999"))
		look.traits |= FORM(SSN);
	look.traits |= bv_secret_traits(value, len, seen);
	if (bv_placeholder(value, len) != NULL)
		look.traits |= FORM(PLACEHOLDER);
	if (is_digit((unsigned char) value[0]) && is_date(value, len, &year))
	{
		look.traits |= FORM(DATE);
		look.years = step_of_year(year);
	}
	else if (is_digit((unsigned char) value[0]) && is_day(value, len, &year))
	{
		look.traits |= FORM(DAY);
		look.years = year > 0 ? step_of_year(year) : 0;
	}
	if ((look.traits & FORM(ALL_DIGITS)) && len <= 19)
	{
		find_blocks(value, len, look.block);
		if (is_clock(value, len))
			look.traits |= FORM(CLOCK);
		if (len == 4 && number_at(value, 4) >= 1880 && number_at(value, 4) <= 2035)
		{
			look.traits |= FORM(YEAR);
			look.years = step_of_year(number_at(value, 4));
		}
	}
	/* no identifier is as long as what was cut off */
	if (len < BV_LOOK_BYTES)
	{
		look.classes = bv_classes_of(value, len);
		look.decoys = bv_decoys_of(value, len);
		/* numbers and keys are no words */
		if ((seen & SEEN_LETTER) && look.traits != 0 &&
			!(look.traits & (FORM(DIGEST) | FORM(UUID))))
			look.words = bv_words_of(value, len);
	}
	return look;
}
