/*
 * fold.c: text as words that compare equal however they are written
 */
#include "fold.h"

#include <string.h>

#include "check_digit.h"

/*
 * The character at the beginning of a text, and how many bytes it has; a byte
 * that does not begin one of UTF-8 stands for itself, as in Latin-1.
 */
static uint32_t
read_character(const unsigned char *text, size_t len, int *size)
{
	unsigned char c = text[0];
	int			more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
	uint32_t	code = c & (0x3F >> more);

	*size = 1;
	if (c < 0xC2 || c > 0xF4 || (size_t) more >= len)
		return c;
	for (int i = 1; i <= more; i++)
	{
		if ((text[i] & 0xC0) != 0x80)
			return c;
		code = code << 6 | (text[i] & 0x3F);
	}
	*size = more + 1;
	return code;
}

static int
write_character(uint32_t code, char *out)
{
	if (code < 0x80)
	{
		out[0] = code;
		return 1;
	}
	out[0] = 0xC0 | code >> 6;	/* the table has nothing beyond two bytes */
	out[1] = 0x80 | (code & 0x3F);
	return 2;
}

/*
 * What a character beyond ASCII is folded to, of at most four bytes; 0 when it
 * parts words, -1 when it is dropped.
 */
static int
fold_character(const unsigned char *text, size_t len, int *size, char *out)
{
	uint32_t	code = read_character(text, len, size);
	uint16_t	folded;

	if (code >= BV_FOLD_FIRST && code <= BV_FOLD_LAST)
		folded = bv_fold_table[code - BV_FOLD_FIRST];
	else if (code >= BV_FOLD_FIRST_2 && code <= BV_FOLD_LAST_2)
		folded = bv_fold_table[code - BV_FOLD_FIRST_2 + BV_FOLD_LAST - BV_FOLD_FIRST + 1];
	else if (code == 0x2018 || code == 0x2019)
		return -1;				/* apostrophes, as they are printed */
	else if (code < BV_FOLD_FIRST || (code >= 0x2000 && code <= 0x206F) || code == 0x3000)
		return 0;
	else
	{
		/* of other scripts, as it is */
		memcpy(out, text, *size);
		return *size;
	}

	if (folded == 0)
		return -1;
	if (folded == ' ')
		return 0;
	if (folded < 0x6100)
		return write_character(folded, out);
	out[0] = folded >> 8;
	out[1] = folded & 0xFF;
	return 2;
}

/* What a character of ASCII is folded to, '\'' for nothing, or 0: another, or it parts words. */
static inline char
plain_character(char c)
{
	return (unsigned char) c < 0x80 ? bv_fold_ascii[(unsigned char) c] : 0;
}

void
bv_fold(const char *value, size_t len, BvWords *words)
{
	uint64_t	hash = bv_fold_hash_begin();	/* of the word that is being read, */
	uint64_t	all = bv_fold_hash_begin(); /* of what was read up to there */
	uint64_t	before = all;	/* and up to the end of the word before */
	int			used = 0;		/* bytes of text */
	int			begin = 0;		/* of the word */
	bool		digit = false;

	words->count = 0;
	words->whole = true;
	words->start[0] = 0;

	for (size_t i = 0; i <= len;)
	{
		char		out[4];
		int			size = 1;
		int			folded = 0;

		/* most characters follow one of their word, and are as plain */
		while (i < len && used > begin && used + 1 < BV_FOLD_BYTES &&
			   (out[0] = plain_character(value[i])) > '\'')
		{
			words->text[used++] = out[0];
			hash = bv_fold_hash_add(hash, out[0]);
			all = bv_fold_hash_add(all, out[0]);
			digit |= bv_is_digit(out[0]);
			i++;
		}

		if (i < len && (unsigned char) value[i] < 0x80)
		{
			out[0] = plain_character(value[i]);
			folded = out[0] == 0 ? 0 : out[0] == '\'' ? -1 : 1;
		}
		else if (i < len)
			folded = fold_character((const unsigned char *) value + i, len - i, &size, out);
		i += size;

		if (folded < 0 || (folded == 0 && used == begin))
			continue;
		/* room for it and for the space after its word */
		if (words->count == BV_FOLD_WORDS || used + folded >= BV_FOLD_BYTES)
		{
			words->whole = false;
			break;
		}
		if (folded > 0)
		{
			if (used == begin && words->count > 0)
				all = bv_fold_hash_add(all, ' ');
			digit |= bv_is_digit(out[0]);
			for (int j = 0; j < folded; j++)
			{
				words->text[used++] = out[j];
				hash = bv_fold_hash_add(hash, out[j]);
				all = bv_fold_hash_add(all, out[j]);
			}
			continue;
		}
		words->hash[words->count++] = bv_fold_hash_end(hash);
		words->text[used++] = ' ';
		words->start[words->count] = begin = used;
		hash = bv_fold_hash_begin();
		before = all;
	}
	words->has_digit = digit;
	words->size = begin > 0 ? begin - 1 : 0;
	words->hash_of_all = bv_fold_hash_end(before);
}

bool
bv_word_is(const BvWords *words, int word, const char *text)
{
	int			size = bv_word_size(words, word);

	return (size_t) size == strlen(text) && memcmp(words->text + words->start[word], text, size) == 0;
}

int
bv_ending(const char *word, int size, const char *const endings[26])
{
	char		last = size > 0 ? word[size - 1] : '\0';
	const char *ending = last >= 'a' && last <= 'z' ? endings[last - 'a'] : NULL;

	while (ending != NULL)
	{
		int			length = 0;

		while (ending[length] != ' ' && ending[length] != '\0')
			length++;
		if (length <= size && word[size - length] == ending[0] &&
			memcmp(word + size - length, ending, length) == 0)
			return length;
		ending = ending[length] == ' ' ? ending + length + 1 : NULL;
	}
	return 0;
}

uint64_t
bv_fold_hash(const char *text, size_t len)
{
	uint64_t	hash = bv_fold_hash_begin();

	for (size_t i = 0; i < len; i++)
		hash = bv_fold_hash_add(hash, text[i]);
	return bv_fold_hash_end(hash);
}
