/* held_text.c: which classes a value holds that is text, by what its label says */
#include "held_text.h"

#include <string.h>

#include "check_digit.h"

static bool
is_punctuation(char c)
{
	return c != '\0' && strchr(".,;:!?()[]{}<>\"'", c) != NULL;
}

BvLabelSlice
bv_trimmed(const char *text, size_t length)
{
	BvLabelSlice slice = {text, length};

	bv_trim(&slice.start, &slice.length);
	return slice;
}

/* In upper or lower case of ASCII. */
static bool
is_absent(const BvHeldText *said, BvLabelSlice value)
{
	for (int i = 0; i < said->absent_count; i++)
	{
		const BvLabelSlice *absent = &said->absent[i];
		size_t		same = 0;

		if (absent->length != value.length)
			continue;
		while (same < value.length &&
			   bv_to_lower(value.start[same]) == bv_to_lower(absent->start[same]))
			same++;
		if (same == value.length)
			return true;
	}
	return false;
}

/* Is that one of the class' values, with or without punctuation around it? */
static bool
is_of_class(const BvHeldText *said, const BvClass *class, const char *word, size_t length)
{
	if (said->accepts(class, word, length))
		return true;
	while (length > 0 && is_punctuation(*word))
	{
		word++;
		length--;
	}
	while (length > 0 && is_punctuation(word[length - 1]))
		length--;
	return length > 0 && said->accepts(class, word, length);
}

/* Is the text, or one of its words, of the class? */
static bool
carries(const BvHeldText *said, const BvClass *class, BvLabelSlice text)
{
	size_t		start = 0;

	if (is_of_class(said, class, text.start, text.length))
		return true;
	while (start < text.length)
	{
		size_t		end = start;

		while (end < text.length && !bv_is_space(text.start[end]))
			end++;
		if (end > start && is_of_class(said, class, text.start + start, end - start))
			return true;
		start = end + 1;
	}
	return false;
}

void
bv_hold_text(const BvHeldText *said, const char *text, size_t length, BvClassSet *held)
{
	BvLabelSlice value = bv_trimmed(text, length);
	bool		accepted = false;

	if (value.length == 0 || is_absent(said, value))
		return;
	for (int i = 0; i < said->alternative_count; i++)
	{
		const BvClass *class = said->alternative[i];

		if (said->accepts(class, value.start, value.length))
		{
			bv_class_set_add(held, class->number);
			accepted = true;
		}
	}

	/* what none of them knows must not look safe: then it is the first */
	if (!accepted)
		*held = bv_class_set_union(held, &said->classes);

	if (value.length > BV_HELD_TEXT_LIMIT)
		value.length = BV_HELD_TEXT_LIMIT;
	for (int i = 0; i < said->carried_count; i++)
	{
		const BvClass *class = said->carried[i];

		if (!bv_class_set_has(held, class->number) && carries(said, class, value))
			bv_class_set_add(held, class->number);
	}
}
