/*
 * find_broken.c: cards inside free text that are broken over a line
 */
#include "find_text.h"

#include <string.h>

/* Do the first groups of a card end a line, so that the others may be on the next? */
static bool
may_be_broken(const BvFinder *finder, const BvPhrase *phrase)
{
	int			last = phrase->groups - 1;
	uint64_t	sizes = phrase->sizes[last];

	if (sizes != 0x04 && sizes != 0x0404 && sizes != 0x040404 && sizes != 0x0406)
		return false;
	return phrase->spelling[last] != 0 && bv_find_line_end(finder, phrase->end[last]) > 0;
}

/* Puts what follows a phrase on the next line behind it. */
static bool
join_lines(BvFinder *finder, const BvPhrase *first, BvPhrase *whole)
{
	size_t		end = first->end[first->groups - 1];
	size_t		next = end + bv_find_line_end(finder, end);
	int			len = first->text_end[first->groups - 1];
	int			digits = first->digits[first->groups - 1];
	uint64_t	spelling = first->spelling[first->groups - 1];
	char		between;		/* the line end stands for what is between the others */
	BvPhrase	rest;

	while (next - end < 5 && (bv_find_char(finder, next) == '>' || bv_find_char(finder, next) == ' '))
		next++;					/* a quotation */
	if (!bv_read_phrase(finder, next, &rest) || rest.spelling[0] == 0)
		return false;
	between = first->groups > 1 ? bv_phrase_separator(first, 0) :
		rest.groups > 1 ? bv_phrase_separator(&rest, 0) : ' ';
	*whole = *first;
	memcpy(whole->folded, first->text, len);
	whole->text = whole->folded;
	whole->folded[len++] = between;
	memcpy(whole->folded + len, rest.text, rest.text_end[rest.groups - 1]);
	for (int i = 0; i < rest.groups && whole->groups < BV_SPELLING_GROUPS; i++)
	{
		int			group = whole->groups;
		char		separator = i == 0 ? between : bv_phrase_separator(&rest, i - 1);

		if (rest.spelling[i] == 0 || digits + rest.digits[i] > BV_PHRASE_DIGITS)
			break;
		spelling = bv_spelling_with(spelling, bv_find_separators[(unsigned char) separator],
									rest.size[i]);
		whole->size[group] = rest.size[i];
		whole->digits[group] = digits + rest.digits[i];
		whole->text_end[group] = len + rest.text_end[i];
		whole->end[group] = rest.end[i];
		whole->spelling[group] = spelling;
		whole->groups++;
	}
	return true;
}

/* A card that begins at the end of a line; not if there are more such numbers around it. */
bool
bv_find_broken(BvFinder *finder, const BvPhrase *first, BvFound *found)
{
	const BvClass *card = finder->classes->payment_card;
	size_t		start = first->start;
	BvPhrase	whole;

	if (!may_be_broken(finder, first) ||
		(start > 0 && finder->text[start - 1] == '\n' &&
		 (bv_find_kind(finder, start - 2) & BV_KIND_DIGIT) != 0))
		return false;
	if (!bv_find_wants(finder, card->number) || !join_lines(finder, first, &whole))
		return false;
	for (int last = first->groups; last < whole.groups; last++)
	{
		size_t		end = whole.end[last];
		int			class_number;

		if ((bv_find_may_be(whole.spelling[last], whole.digits[last]) & BV_MAY_BE_CARD) == 0 ||
			last < 2 || whole.digits[last] < 15 || bv_find_goes_on(finder, end) ||
			bv_find_is_in_dump(finder, &whole, last) ||
			(bv_find_line_end(finder, end) > 0 && last + 1 < whole.groups) ||
			(bv_find_kind(finder, end + bv_find_line_end(finder, end)) & BV_KIND_DIGIT) != 0)
			continue;
		class_number = bv_find_judge(finder, whole.text, whole.text_end[last], start, end,
									 BV_SHAPE_CARD, NULL);
		if (class_number == card->number)
			return bv_found(finder, found, class_number, start, end);
	}
	return false;
}
