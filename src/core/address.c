/*
 * address.c: lines of an address: streets with house numbers, and PO boxes
 *
 * Where the number stands says in which order people write: before the street
 * (12 Main Street, 12 rue de la Paix) or after it (Dorpsstraat 12 a, Via Roma, 3).
 */
#include "address.h"

#include <string.h>

#include "check_digit.h"
#include "lexicon_table.h"

#define HOUSE_NUMBER	5		/* digits at most */

/* What names of streets end in, by the last letter: Dutch, German, Nordic, Finnish, Hungarian. */
static const char *const endings[] = {
	"straat", "gracht", "markt", "tstr", "sstr", "nstr", "rstr", "estr", "lstr", "kstr", "hstr",
	"laan", "gatan", "vagen", "plein", "veien", "vejen", "stigen", "tgarten",
	"strasse", "gasse", "allee", "kade", "gade", "gate", "chaussee", "straede", "bruecke",
	"weg", "steg", "singel", "dreef", "steeg", "dijk", "damm", "ring", "ufer", "platz", "graben",
	"gata", "vag", "vei", "vej", "grand", "torget", "plass", "backen",
	"katu", "tie", "kuja", "polku", "utca"
};

static bool
ends_as_a_street(const char *word, int size)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
	{
		const char *ending = endings[i];
		int			length = strlen(ending);

		/* "tie" and "vag" end other words, too: more must stand before them */
		if (size >= length + (length <= 3 ? 5 : 2) && word[size - 1] == ending[length - 1] &&
			memcmp(word + size - length, ending, length) == 0)
			return true;
	}
	return false;
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
		for (size_t j = 0; j < sizeof(boxes) / sizeof(boxes[0]); j++)
		{
			int			size = strlen(boxes[j]);

			if (size == words->start[i] - 1 && memcmp(words->text, boxes[j], size) == 0)
				return size > 3 || last == i;	/* "box 12", and nothing more */
		}
		return false;
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

	if (words->count == 0)
		return 0;
	if (words->has_digit && is_box(words))
		return BV_ADDRESS_BOX;

	for (int i = 0; i < words->count; i++)
	{
		const char *word = words->text + words->start[i];
		int			size = bv_word_size(words, i);

		if ((kinds[i] & BV_WORD_STREET) != 0 || (size >= 6 && ends_as_a_street(word, size)))
		{
			if (!known)
				street = i;
			known = true;
		}
		else if ((kinds[i] & BV_WORD_WAY) != 0 && street < 0)
			street = i;
	}
	if (street < 0)
		return 0;

	for (int i = 0; i < words->count && words->has_digit; i++)
	{
		if (!is_house_number(words->text + words->start[i], bv_word_size(words, i)))
			continue;
		before |= i < street && (i == 0 || (known && i >= street - 4));
		after |= i > street && i <= street + 6;
	}
	/* a street has a name: "Street 12" has none, "Calle 12" is one */
	if ((before || after) && words->count >= 2 && (known || words->count >= 3))
		return BV_ADDRESS_STREET | BV_ADDRESS_NUMBER;
	/* the word alone is none, nor are words that begin with a street of English */
	if (!known || words->has_digit)
		return 0;
	if (words->count == 1 && (kinds[0] & BV_WORD_STREET) != 0)
		return 0;
	return BV_ADDRESS_STREET;
}

int
bv_address_of(const char *value, size_t len)
{
	BvWords		words;
	int			kinds[BV_FOLD_WORDS];

	bv_fold(value, len, &words);
	for (int i = 0; i < words.count; i++)
		kinds[i] = bv_lexicon_find(bv_fold_hash(words.text + words.start[i], bv_word_size(&words, i)));
	return bv_address_of_words(&words, kinds);
}

bool
bv_is_address(const char *value, size_t len)
{
	return (bv_address_of(value, len) & (BV_ADDRESS_NUMBER | BV_ADDRESS_BOX)) != 0;
}
