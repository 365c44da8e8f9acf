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

/*
 * After some digits nothing but their count matters any more, for most plans: the
 * counts of digits yet to come that make a number, a bit each, and a bit that
 * says that it is so; or OTHERS, where those digits matter.  Filled when first
 * asked for, from the automata: with them three or four digits tell, not all.
 */
#define LENGTHS_ALONE	0x8000
#define OTHERS			1
#define PLAIN_MAX		2400	/* as many states or more */
#define STATES_MAX		11200

static uint16_t international_lengths[STATES_MAX];
static bool lengths_built = false;

/* The same for plain numbers. */
static BvPhoneTold plain_told[PLAIN_MAX];

BvPhoneAfterThree bv_phone_after_three[1000];

/* What a state's lengths are by one of the next states; OTHERS if those before differ. */
static inline void
add_lengths(uint16_t *lengths, uint16_t next, bool first, bool number)
{
	uint16_t	longer = (next & LENGTHS_ALONE) == 0 ? OTHERS :
		LENGTHS_ALONE | (next << 1 & (LENGTHS_ALONE - 1)) | number;

	*lengths = first || *lengths == longer ? longer : OTHERS;
}

static void
build_plain_told(uint16_t state)
{
	BvPhoneTold told = {UINT16_MAX, UINT16_MAX};

	for (int digit = 0; digit < 10; digit++)
	{
		uint16_t	next = bv_phone_plain_steps[state][digit];

		if (plain_told[next].number == 0 && plain_told[next].none == 0)
			build_plain_told(next);
		told.number &= plain_told[next].number << 1 | bv_phone_plain_number[state];
		told.none &= plain_told[next].none << 1 | !bv_phone_plain_number[state];
	}
	plain_told[state] = told;
}

static void
build_after_three(void)
{
	for (int digits = 0; digits < 1000; digits++)
	{
		uint16_t	state = bv_phone_plain;

		for (int part = 100; part > 0; part /= 10)
			state = bv_phone_plain_steps[state][digits / part % 10];
		bv_phone_after_three[digits].told = plain_told[state];
		bv_phone_after_three[digits].state = state;
	}
}

static void
build_international_lengths(uint16_t state)
{
	const BvPhoneState *from = &bv_phone_states[state];
	bool		number = bv_phone_labels[bv_phone_state_label[state]].flags != 0;
	uint16_t	lengths = OTHERS;

	for (int step = 0; step < bits(from->starts); step++)
	{
		uint16_t	next = bv_phone_steps[from->first + step];

		if (next != 0 && international_lengths[next] == 0)
			build_international_lengths(next);
		add_lengths(&lengths, international_lengths[next], step == 0, number);
	}
	international_lengths[state] = lengths;
}

static void
build_lengths(void)
{
	plain_told[0].none = UINT16_MAX;	/* no number, however it goes on */
	international_lengths[0] = LENGTHS_ALONE;
	build_plain_told(bv_phone_plain);
	build_after_three();
	build_international_lengths(bv_phone_international);
	lengths_built = true;
}

bool
bv_is_plain_phone_at_length(const unsigned char *digit, int count)
{
	const BvPhoneAfterThree *after;
	BvPhoneTold told;
	uint16_t	state;
	int			left = count - 3;	/* digits yet to come */

	if (!lengths_built)
		build_lengths();
	after = &bv_phone_after_three[100 * digit[0] + 10 * digit[1] + digit[2]];
	told = after->told;
	state = after->state;
	for (; ((told.number | told.none) >> left & 1) == 0; left--)
	{
		state = bv_phone_plain_steps[state][digit[count - left]];
		told = plain_told[state];
	}
	return told.number >> left & 1;
}

bool
bv_is_international(const unsigned char *digit, int count)
{
	uint16_t	state = bv_phone_international;
	int			i = 0;

	if (!lengths_built)
		build_lengths();
	for (; i < count && (international_lengths[state] & LENGTHS_ALONE) == 0; i++)
	{
		const BvPhoneState *from = &bv_phone_states[state];
		unsigned int begun = from->starts & ((2u << digit[i]) - 1);

		state = bv_phone_steps[from->first + bits(begun) - 1];
	}
	if (i == count)
		return bv_phone_labels[bv_phone_state_label[state]].flags != 0;
	return international_lengths[state] >> (count - i) & 1;
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
