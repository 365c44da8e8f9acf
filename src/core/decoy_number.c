/*
 * decoy_number.c: decoys that are numbers: keys and references with a check digit, clocks
 */
#include "decoy_number.h"

#include "check_digit.h"
#include "company_check.h"
#include "decoy.h"
#include "token_text.h"

/* Keys with a check digit have as many digits; shorter ones prove nothing. */
#define KEY_SHORTEST	6
#define KEY_LONGEST		BV_DECOY_DIGITS_MAX

/*
 * Sums of digits times weights by their place, of the schemes that differ in
 * nothing else: the last digit has place 0.
 */
typedef struct Sums
{
	int			luhn;			/* Luhn: every other digit is doubled, and 9 taken off from 10 on */
	int			gs1;			/* GS1: every other digit three times */
	int			powers;			/* ISO 7064 MOD 11-2: powers of 2, modulo 11 */
	int			cyclic;			/* 2 to 7, again and again, before the last digit */
	int			falling;		/* 2 and on */
} Sums;

/* Of so many digits, of which the last may be 10. */
static Sums
sums_of(const char *digits, int count, int last)
{
	static const int8_t doubled[] = {0, 2, 4, 6, 8, 1, 3, 5, 7, 9};
	static const struct
	{
		int8_t		powers;
		int8_t		cyclic;
	}			weights[KEY_LONGEST] = {
		{1, 1}, {2, 2}, {4, 3}, {8, 4}, {5, 5}, {10, 6}, {9, 7}, {7, 2}, {3, 3}, {6, 4}, {1, 5}, {2, 6},
		{4, 7}, {8, 2}, {5, 3}, {10, 4}, {9, 5}, {7, 6}, {3, 7}, {6, 2}, {1, 3}, {2, 4}, {4, 5}, {8, 6}
	};
	Sums		sums = {last, last, last, last, last};

	for (int place = 1; place < count; place++)
	{
		int			digit = digits[count - 1 - place] - '0';

		sums.luhn += place % 2 == 1 ? doubled[digit] : digit;
		sums.gs1 += place % 2 == 1 ? 3 * digit : digit;
		sums.powers += digit * weights[place].powers;
		sums.cyclic += digit * weights[place].cyclic;
		sums.falling += digit * (place + 1);
	}
	return sums;
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

/* A number of any length modulo 97. */
static int
mod_97(const char *digits, int count)
{
	uint64_t	number = 0;

	for (int i = 0; i < count; i++)
	{
		/* with a rest of two digits, so many more fit into 64 bits */
		if (i == 17)
			number %= 97;
		number = number * 10 + (uint64_t) (digits[i] - '0');
	}
	return (int) (number % 97);
}

/* The sums modulo 11 of a key of so many digits and one to check them. */
static uint32_t
weighted_keys(const Sums *sums, int count)
{
	uint32_t	decoys = 0;

	if (sums->powers % 11 == 1)
		decoys |= BV_DECOY_MOD_11_2;
	if (sums->cyclic % 11 == 0)
		decoys |= BV_DECOY_MOD_11_CYCLIC;
	if (count < 10 && sums->falling % 11 == 0)
	{
		decoys |= BV_DECOY_MOD_11_FALLING;
		if (count == 9)
			decoys |= BV_DECOY_ISBN_10;
	}
	return decoys;
}

/* Between the first and the last second of those years, in units of so many digits. */
bool
bv_is_epoch(const char *digits)
{
	return memcmp(digits, "0978307200", 10) >= 0 && memcmp(digits, "2114380800", 10) < 0;
}

/* 14 digits that are a date and a time of day. */
bool
bv_is_clock(const char *digits)
{
	int			year = bv_number(digits, 4);

	return year >= 1970 && year <= 2099 &&
		bv_is_date(year, bv_number(digits + 4, 2), bv_number(digits + 6, 2)) &&
		bv_number(digits + 8, 2) < 24 && bv_number(digits + 10, 2) < 60 &&
		bv_number(digits + 12, 2) < 61;
}

/* Digits alone. */
uint32_t
bv_decoys_of_digits(const char *digits, int count)
{
	uint32_t	decoys = 0;
	Sums		sums;

	if (count < KEY_SHORTEST || count > KEY_LONGEST || bv_all_equal(digits, count))
		return 0;
	sums = sums_of(digits, count, digits[count - 1] - '0');
	if (sums.luhn % 10 == 0)
		decoys |= BV_DECOY_LUHN;
	if (has_verhoeff(digits, count))
		decoys |= BV_DECOY_VERHOEFF;
	if (bv_has_mod_11_10(digits, count))
		decoys |= BV_DECOY_MOD_11_10;
	decoys |= weighted_keys(&sums, count - 1);
	if (count >= 8)
	{
		int			check = mod_97(digits, count - 2);
		int			checked_by = bv_number(digits + count - 2, 2);

		if ((100 * check + checked_by) % 97 == 1 || checked_by == (check == 0 ? 97 : check))
			decoys |= BV_DECOY_MOD_97;
	}

	switch (count)
	{
		case 8:
			if (sums.gs1 % 10 == 0)
				decoys |= BV_DECOY_EAN_8;
			break;
		case 10:
			if (bv_is_epoch(digits))
				decoys |= BV_DECOY_EPOCH_SECONDS;
			break;
		case 12:
			if (sums.gs1 % 10 == 0)
				decoys |= BV_DECOY_UPC_A;
			break;
		case 13:
			if (sums.gs1 % 10 == 0)
			{
				decoys |= BV_DECOY_EAN_13;
				if (memcmp(digits, "978", 3) == 0 || memcmp(digits, "979", 3) == 0)
					decoys |= BV_DECOY_ISBN_13;
			}
			if (bv_is_epoch(digits))
				decoys |= BV_DECOY_EPOCH_MILLI;
			break;
		case 14:
			if (sums.gs1 % 10 == 0)
				decoys |= BV_DECOY_GTIN_14;
			if (bv_is_clock(digits))
				decoys |= BV_DECOY_TIMESTAMP;
			break;
		case 16:
			if (bv_is_epoch(digits))
				decoys |= BV_DECOY_EPOCH_MICRO;
			break;
		case 18:
			if (sums.gs1 % 10 == 0)
				decoys |= BV_DECOY_SSCC;
			break;
		case 19:
			if (bv_is_epoch(digits))
				decoys |= BV_DECOY_EPOCH_NANO;
			break;
	}
	return decoys;
}

/* Digits and a last X; groups with hyphens or spaces, as books and series have them. */
uint32_t
bv_decoys_of_groups(const char *value, size_t len)
{
	char		digits[KEY_LONGEST];
	int			count = 0;
	int			groups = 1;
	char		separator = 0;
	bool		after = true;
	uint32_t	decoys;
	Sums		sums;

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
		return sums_of(digits, 8, last_value(digits[7])).falling % 11 == 0 ? BV_DECOY_ISSN : 0;
	if (bv_is_digit(digits[count - 1]))
	{
		/* in groups only some decoys are written */
		decoys = bv_decoys_of_digits(digits, count);
		if ((count != 10 || groups != 4) && (count != 13 || groups != 5))
			return decoys & (BV_DECOY_LUHN | BV_DECOY_MOD_97 | BV_DECOY_VERHOEFF);
		return decoys & (BV_DECOY_ISBN_10 | BV_DECOY_ISBN_13 | BV_DECOY_LUHN);
	}
	if (groups > 1 && groups != 4)
		return 0;
	sums = sums_of(digits, count, 10);
	return weighted_keys(&sums, count - 1);
}
