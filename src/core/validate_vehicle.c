/*
 * validate_vehicle.c: vehicles and their plates
 */
#include "validate.h"

#include <string.h>

#include "check_digit.h"

/*
 * Netherlands, kenteken: three groups in one of fourteen orders ("sidecodes").
 * From the seventh on no vowels, C or Q; before it, I and Q are not used and O
 * only begins a pair (semi-trailers).  Some letters together are never issued.
 */
static const char *const sidecodes[] = {
	"LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9",
	"9-LLL-99", "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9"
};

/* Does the plate have the shape, its separators (of one kind) all there or none? */
static bool
has_sidecode(const char *plate, size_t len, const char *sidecode)
{
	char		separator = 0;
	size_t		at = 0;

	for (const char *shape = sidecode; *shape != '\0'; shape++)
	{
		if (*shape == '-')
		{
			if (len == 6)
				continue;
			if (plate[at] != '-' && plate[at] != ' ')
				return false;
			if (separator != 0 && plate[at] != separator)
				return false;
			separator = plate[at++];
		}
		else if (*shape == 'L' ? bv_is_letter(plate[at]) : bv_is_digit(plate[at]))
			at++;
		else
			return false;
	}
	return true;
}

/* May these letters stand together on a plate of that sidecode (1 .. 14)? */
static bool
may_stand(const char *letters, size_t count, int sidecode)
{
	static const char *const never[] = {
		"GVD", "KKK", "KVT", "LPF", "NSB", "PKK", "PSV", "TBS",
		"PVV", "SGP", "VVD"		/* these three since sidecode 11 */
	};

	for (size_t i = 0; i < count; i++)
	{
		if (strchr(sidecode < 7 ? "IQ" : "AEIOUCQ", letters[i]) != NULL)
			return false;
		if (letters[i] == 'O' && i > 0)
			return false;
		if (i > 0 && letters[i - 1] == 'S' && (letters[i] == 'S' || letters[i] == 'D'))
			return false;
	}
	if (count == 3)
	{
		for (int i = 0; i < (sidecode < 11 ? 8 : 11); i++)
		{
			if (memcmp(letters, never[i], 3) == 0)
				return false;
		}
	}
	return true;
}

bool
bv_is_nl_kenteken(const char *value, size_t len)
{
	bv_trim(&value, &len);
	if (len != 6 && len != 8)
		return false;
	for (int i = 0; i < 14; i++)
	{
		const char *shape = sidecodes[i];
		size_t		at = 0;

		if (!has_sidecode(value, len, shape))
			continue;
		while (*shape != '\0')
		{
			char		letters[3];
			size_t		count = 0;

			for (; *shape == 'L'; shape++)
				letters[count++] = bv_to_upper(value[at++]);
			if (!may_stand(letters, count, i + 1))
				return false;
			for (; *shape == '9'; shape++)
				at++;
			if (*shape == '-')
			{
				shape++;
				if (len == 8)
					at++;
			}
		}
		return true;
	}
	return false;
}

/*
 * Vehicle identification number, ISO 3779: 17 letters and digits without I, O
 * and Q, the last four digits.  North America (first character 1 to 5) and
 * China (L) keep a check digit in the ninth place and the model year in the
 * tenth, 49 CFR 565.15; elsewhere there is only the shape, so there must be a
 * letter in the code of the maker, which the first three are.
 */
bool
bv_is_vin(const char *value, size_t len)
{
	static const int weights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
	static const char values[] = "12345678.12345.7.923456789";	/* A to Z */
	char		vin[17];
	int			sum = 0;
	int			first_letter = 17;

	bv_trim(&value, &len);
	if (len != 17)
		return false;
	for (int i = 0; i < 17; i++)
	{
		char		c = bv_to_upper(value[i]);

		vin[i] = c;
		if (bv_is_digit(c))
			sum += weights[i] * (c - '0');
		else if (i < 13 && bv_is_letter(c) && values[c - 'A'] != '.')
		{
			sum += weights[i] * (values[c - 'A'] - '0');
			if (first_letter > i)
				first_letter = i;
		}
		else
			return false;
	}
	if ((vin[0] >= '1' && vin[0] <= '5') || vin[0] == 'L')
		return vin[8] == "0123456789X"[sum % 11] &&
			strchr("UZ0", vin[9]) == NULL && first_letter < 17;
	return first_letter < 3 && vin[0] != '0';
}
