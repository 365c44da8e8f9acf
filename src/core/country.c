/*
 * country.c: the countries of ISO 3166-1, by code and by name
 */
#include "country.h"

#include <string.h>

#include "check_digit.h"
#include "country_names.h"
#include "fold.h"

/* The longest name has 67 bytes. */
#define NAME_BYTES	80

int
bv_country_by_code(const char *value, size_t len)
{
	char		code[3];
	int			low = 0;
	int			high = bv_country_count - 1;

	bv_trim(&value, &len);
	if (len != 2 && len != 3)
		return -1;
	for (size_t i = 0; i < len; i++)
	{
		if (!bv_is_letter(value[i]))
			return -1;
		code[i] = bv_to_upper(value[i]);
	}
	if (len == 3)
	{
		for (int i = 0; i < bv_country_count; i++)
		{
			if (memcmp(bv_countries[i].alpha3, code, 3) == 0)
				return i;
		}
		return -1;
	}
	while (low <= high)
	{
		int			middle = (low + high) / 2;
		int			order = memcmp(bv_countries[middle].alpha2, code, 2);

		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle - 1;
	}
	return -1;
}

int
bv_country_by_number(int number)
{
	for (int i = 0; i < bv_country_count; i++)
	{
		if (bv_countries[i].numeric == number)
			return i;
	}
	return -1;
}

/* Words that a name may have or not: "the Netherlands", "Trinidad & Tobago". */
static bool
is_little_word(const BvWords *words, int word)
{
	return bv_word_size(words, word) <= 3 &&
		(bv_word_is(words, word, "the") || bv_word_is(words, word, "and") ||
		 bv_word_is(words, word, "of"));
}

int
bv_country_by_words(const BvWords *words)
{
	uint64_t	hash = bv_fold_hash_begin();
	uint32_t	fingerprint;
	int			bytes = 0;
	int			low;
	int			high;

	if (!words->whole || words->has_digit)
		return -1;
	if (words->count == 1)
	{
		bytes = words->size;
		hash = words->hash[0];
	}
	else
	{
		for (int i = 0; i < words->count; i++)
		{
			if (is_little_word(words, i))
				continue;
			for (int j = words->start[i]; j < words->start[i + 1] - 1; j++, bytes++)
				hash = bv_fold_hash_add(hash, words->text[j]);
		}
		hash = bv_fold_hash_end(hash);
	}
	if (bytes < 2 || bytes > NAME_BYTES)
		return -1;

	fingerprint = hash >> 32;
	low = bv_country_name_bucket[fingerprint >> 24];
	high = bv_country_name_bucket[(fingerprint >> 24) + 1] - 1;
	while (low <= high)
	{
		int			middle = (low + high) / 2;

		if (bv_country_name_fingerprint[middle] == fingerprint)
			return bv_country_name_owner[middle];
		if (bv_country_name_fingerprint[middle] < fingerprint)
			low = middle + 1;
		else
			high = middle - 1;
	}
	return -1;
}

int
bv_country_by_name(const char *value, size_t len)
{
	BvWords		words;

	bv_fold(value, len, &words);
	return bv_country_by_words(&words);
}

int
bv_country_of(const char *value, size_t len)
{
	int			country = bv_country_by_code(value, len);

	return country >= 0 ? country : bv_country_by_name(value, len);
}
