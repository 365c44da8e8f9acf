/*
 * phone_plan.c: the numbering plans of the world: is a string of digits a number?
 */
#include "phone_plan.h"

#include <stddef.h>

#include "check_digit.h"

/* How many of ten bits are set, where the processor is not known to count them. */
static inline int
bits(unsigned int mask)
{
	static const uint8_t of_five[] = {
		0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 1, 2, 2, 3, 2, 3, 3, 4, 2, 3, 3, 4, 3, 4, 4, 5
	};

	return of_five[mask & 31] + of_five[mask >> 5];
}

const BvPhoneLabel *
bv_phone_label(uint16_t state, const char *digits, int count)
{
	/* state 0 is where no number is, and leads to itself */
	for (int i = 0; i < count && state != 0; i++)
	{
		const BvPhoneState *from = &bv_phone_states[state];
		unsigned int begun = from->starts & ((2u << (digits[i] - '0')) - 1);

		state = bv_phone_steps[from->first + bits(begun) - 1];
	}
	return &bv_phone_labels[bv_phone_state_label[state]];
}

const BvCallingCode *
bv_calling_code(int code)
{
	int			low = 0;
	int			high = bv_calling_code_count - 1;

	while (low <= high)
	{
		int			middle = (low + high) / 2;

		if (bv_calling_codes[middle].code == code)
			return &bv_calling_codes[middle];
		if (bv_calling_codes[middle].code < code)
			low = middle + 1;
		else
			high = middle - 1;
	}
	return NULL;
}

const BvCallingCode *
bv_calling_code_of(const char *digits, int count, int *size)
{
	for (*size = 1; *size <= 3 && *size <= count; (*size)++)
	{
		const BvCallingCode *found = bv_calling_code(bv_number(digits, *size));

		if (found != NULL && digits[0] != '0')
			return found;		/* none is the beginning of another */
	}
	return NULL;
}
