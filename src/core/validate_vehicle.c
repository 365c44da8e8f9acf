/*
 * validate_vehicle.c: vehicles and their plates
 */
#include "validate.h"

#include <stdint.h>
#include <string.h>

#include "check_digit.h"
#include "number.h"

/*
 * Netherlands, kenteken: three groups in one of fourteen orders ("sidecodes").
 * From the seventh on no vowels, C or Q; before it, I and Q are not used and O
 * only begins a pair (semi-trailers).  Some letters together are never issued.
 */
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

static bool
holds_nl_kenteken(const BvCode *code)
{
	static const uint32_t vowels = BV_LETTER('A') | BV_LETTER('E') | BV_LETTER('I') | BV_LETTER('O') | BV_LETTER('U');
	int			sidecode = (code->which - 1) % 14 + 1;
	bool		threes = sidecode == 7 || sidecode == 8 || sidecode == 11 || sidecode == 12;
	uint32_t	never = sidecode < 7 ? BV_LETTER('I') | BV_LETTER('Q') : vowels | BV_LETTER('C') | BV_LETTER('Q');
	uint32_t	doubtful = BV_LETTER('S');	/* or of what may not stand together, with one of these in each */
	size_t		start = 0;

	if ((code->letters & never) != 0)
		return false;
	if (sidecode < 7)
		doubtful |= BV_LETTER('O');
	if (threes)
		doubtful |= BV_LETTER('K') | BV_LETTER('P') | BV_LETTER('V');
	if ((code->letters & doubtful) == 0)
		return true;

	/* letters that stand together are one group: no two groups of letters meet but in sidecode 5 */
	while (code->text[start] != '\0')
	{
		size_t		count = 0;

		while (bv_is_letter(code->text[start + count]) && (sidecode > 6 || count < 2))
			count++;
		if (count > 0 && !may_stand(code->text + start, count, sidecode))
			return false;
		start += count > 0 ? count : 1;
	}
	return true;
}

/* The sidecodes in their order, with hyphens, with spaces and without either. */
BV_CODE_CLASS(nl_kenteken,
			  .patterns =
			  "LL-99-99|99-99-LL|99-LL-99|LL-99-LL|LL-LL-99|99-LL-LL|99-LLL-9|9-LLL-99|LL-999-L|L-999-LL|"
			  "LLL-99-L|L-99-LLL|9-LL-999|999-LL-9|"
			  "LL 99 99|99 99 LL|99 LL 99|LL 99 LL|LL LL 99|99 LL LL|99 LLL 9|9 LLL 99|LL 999 L|L 999 LL|"
			  "LLL 99 L|L 99 LLL|9 LL 999|999 LL 9|"
			  "LL9999|9999LL|99LL99|LL99LL|LLLL99|99LLLL|99LLL9|9LLL99|LL999L|L999LL|LLL99L|L99LLL|9LL999|999LL9",
			  .holds = holds_nl_kenteken);

/*
 * Vehicle identification number, ISO 3779: 17 letters and digits without I, O
 * and Q, the last four digits.  North America (first character 1 to 5) and
 * China (L) keep a check digit in the ninth place and the model year in the
 * tenth, 49 CFR 565.15; elsewhere there is only the shape, so there must be a
 * letter in the code of the maker, which the first three are.
 */
static bool
holds_vin(const BvCode *code)
{
	static const int weights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
	/* of 0 to 9, what there is not, and A to Z */
	static const char values[] = "0123456789" "......." "12345678.12345.7.923456789";
	const char *vin = code->text;
	int			sum = 0;

	if ((code->letters & (BV_LETTER('I') | BV_LETTER('O') | BV_LETTER('Q'))) != 0)
		return false;
	if ((vin[0] < '1' || vin[0] > '5') && vin[0] != 'L')
		return (vin[0] > '9' || vin[1] > '9' || vin[2] > '9') && vin[0] != '0';
	for (int i = 0; i < 17; i++)
		sum += weights[i] * (values[vin[i] - '0'] - '0');
	return vin[8] == "0123456789X"[sum % 11] && strchr("UZ0", vin[9]) == NULL && code->letters != 0;
}

BV_CODE_CLASS(vin, .patterns = "XXXXXXXXXXXXX9999", .holds = holds_vin);
