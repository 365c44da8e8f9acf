/*
 * address.c: lines of an address: streets with house numbers, and PO boxes
 *
 * Where the number stands says in which order people write: before the street
 * (12 Main Street, 12 rue de la Paix) or after it (Dorpsstraat 12 a, Via Roma, 3).
 */
#include "address.h"

#include <string.h>

#include "array.h"
#include "check_digit.h"
#include "lexicon_table.h"

#define HOUSE_NUMBER	5		/* digits at most */

/* What names of streets end in, by the last letter: Dutch, German, Nordic, Finnish, Hungarian. */
static const char *const endings[26] = {
	['a' - 'a'] = "gata kuja utca",
	['e' - 'a'] = "strasse gasse allee kade gade gate chaussee straede vaenge intie",
	['f' - 'a'] = "dreef",
	['g' - 'a'] = "weg vag steeg",
	['i' - 'a'] = "vei",
	['j' - 'a'] = "vej",
	['l' - 'a'] = "singel",
	['n' - 'a'] = "laan gatan vagen plein veien vejen stigen gaden toften",
	['r' - 'a'] = "tstr sstr nstr rstr estr lstr kstr hstr",
	['s' - 'a'] = "plass",
	['t' - 'a'] = "straat gracht torget vaenget straedet stroget hegnet",
	['u' - 'a'] = "katu polku",
	['z' - 'a'] = "platz",
};

/* Other words end in these as well: with a number only. */
static const char *const endings_with_number[26] = {
	['d' - 'a'] = "grand pad wald strand",
	['e' - 'a'] = "tie brucke hohe",
	['f' - 'a'] = "hof",
	['g' - 'a'] = "ring steg berg",
	['k' - 'a'] = "dijk park",
	['l' - 'a'] = "wal",
	['m' - 'a'] = "damm dam",
	['n' - 'a'] = "backen graben bakken parken haven lunden vangen krogen garten veld",
	['r' - 'a'] = "ufer ager",
	['t' - 'a'] = "markt",
};

/* Two letters at least stand before an ending. */
static bool
ends_in(const char *word, int size, const char *const list[26])
{
	int			length = size >= 5 ? bv_ending(word, size, list) : 0;

	return length > 0 && size >= length + 2;
}

/* "12", "12a", "12bis": digits, and a letter or two. */
static bool
is_house_number(const char *word, int size)
{
	int			digits = 0;

	while (digits < size && bv_is_digit(word[digits]))
		digits++;
	return digits >= 1 && digits <= HOUSE_NUMBER && word[0] != '0' &&
		(size - digits <= 2 || (size - digits == 3 && memcmp(word + digits, "bis", 3) == 0));
}

bool
bv_has_house_number(const BvWords *words)
{
	for (int i = 0; i < words->count && words->has_digit; i++)
	{
		if (is_house_number(words->text + words->start[i], bv_word_size(words, i)))
			return true;
	}
	return false;
}

/* The words that say that a number is that of a box at a post office. */
static bool
is_box(const BvWords *words)
{
	static const char *const boxes[] = {
		"po box", "p o box", "pobox", "post office box", "postbus", "postfach", "bp", "b p",
		"boite postale", "apartado", "apartado de correos", "apartado postal", "apdo", "casella postale",
		"caixa postal", "box", "postboks", "postbox", "skrytka pocztowa", "skr poczt", "postilokero",
		"private bag", "gpo box", "locked bag", "postschliessfach", "case postale", "cp"
	};
	int			last = words->count - 1;

	for (int i = 1; i <= last && i <= 4; i++)
	{
		if (!is_house_number(words->text + words->start[i], bv_word_size(words, i)))
			continue;
		for (size_t j = 0; j < lengthof(boxes); j++)
		{
			int			size;

			if (boxes[j][0] != words->text[0])
				continue;
			size = strlen(boxes[j]);
			if (size == words->start[i] - 1 && memcmp(words->text, boxes[j], size) == 0)
				return size > 3 || last == i;	/* "box 12", and nothing more */
		}
		return false;
	}
	return false;
}

/* Is there a word of letters that is more than an initial? */
static bool
has_longer_word(const BvWords *words)
{
	for (int i = 0; i < words->count; i++)
	{
		if (bv_word_size(words, i) > 1 && !bv_is_digit(words->text[words->start[i]]))
			return true;
	}
	return false;
}

int
bv_address_of_words(const BvWords *words, const int *kinds)
{
	int			street = -1;
	bool		known = false;	/* a word that is a street without a number */
	bool		before = false;
	bool		after = false;
	bool		single = false; /* the whole name of a street in one word */

	if (words->count == 0)
		return 0;
	if (words->has_digit && is_box(words))
		return BV_ADDRESS_BOX;

	for (int i = 0; i < words->count; i++)
	{
		const char *word = words->text + words->start[i];
		int			size = bv_word_size(words, i);

		if ((kinds[i] & BV_WORD_STREET) != 0 || ends_in(word, size, endings))
		{
			if (!known)
				street = i;
			known = true;
		}
		else if (street < 0 && ((kinds[i] & BV_WORD_WAY) != 0 ||
								(words->has_digit && ends_in(word, size, endings_with_number))))
		{
			street = i;
			single = (kinds[i] & BV_WORD_WAY) == 0;
		}
	}
	if (street < 0)
		return 0;
	/* "R. 12" is a key as well as a street: one letter needs a word beside it */
	if (bv_word_size(words, street) == 1 && !has_longer_word(words))
		return 0;

	for (int i = 0; i < words->count && words->has_digit; i++)
	{
		if (!is_house_number(words->text + words->start[i], bv_word_size(words, i)))
			continue;
		before |= i < street && (i == 0 || (known && i >= street - 4));
		after |= i > street && i <= street + 6;
	}
	/* a street has a name: "Street 12" has none, "Calle 12" is one */
	if ((before || after) && words->count >= 2 && (known || words->count >= 3 || single))
		return BV_ADDRESS_STREET | BV_ADDRESS_NUMBER;
	/* the word alone is none, nor are words that begin with a street of English */
	if (!known || words->has_digit)
		return 0;
	if (words->count == 1 && (kinds[0] & BV_WORD_STREET) != 0)
		return 0;
	return BV_ADDRESS_STREET;
}

bool
bv_is_address(const char *value, size_t len)
{
	BvWords		words;
	int			kinds[BV_FOLD_WORDS];

	bv_fold(value, len, &words);
	if (!bv_has_house_number(&words))
		return false;
	for (int i = 0; i < words.count; i++)
		kinds[i] = bv_lexicon_find(words.hash[i]);
	return (bv_address_of_words(&words, kinds) & (BV_ADDRESS_NUMBER | BV_ADDRESS_BOX)) != 0;
}
