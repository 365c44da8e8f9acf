/*
 * column_name.c: folding the names of columns and looking them up
 */
#include "column_name.h"

#include <string.h>

#include "array.h"
#include "table_word.h"

/* What a character is for the cutting of a name into tokens. */
typedef enum Kind
{
	SEPARATOR,
	LOWER,
	UPPER,
	DIGIT,
	MARK						/* a combining accent: goes, and cuts nothing */
} Kind;

/*
 * The basic letters of U+00C0 .. U+017F and U+1E00 .. U+1EFF; '2' for those that
 * become two (see digraph()), '.' for what is no Latin letter.
 */
static const char latin_1_and_a[] =
	"AAAAAA2CEEEEIIIIDNOOOOO.OUUUUY22aaaaaa2ceeeeiiiidnooooo.ouuuuy2y"
	"AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi22JjKkkLlLlLlLlLl"
	"NnNnNnnNnOoOoOo22RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
static const char latin_additional[] =
	"AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMm"
	"NnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWw"
	"WwXxXxYyZzZzZzhtwy....2.AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIi"
	"OoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......";

static const char *
digraph(uint32_t code)
{
	switch (code)
	{
		case 0x00C6:			/* AE */
			return "AE";
		case 0x00E6:
			return "ae";
		case 0x00DE:			/* thorn */
			return "TH";
		case 0x00FE:
			return "th";
		case 0x0132:			/* Dutch ij as one letter */
			return "IJ";
		case 0x0133:
			return "ij";
		case 0x0152:
			return "OE";
		case 0x0153:
			return "oe";
		case 0x1E9E:			/* capital sharp s */
			return "SS";
		default:				/* U+00DF */
			return "ss";
	}
}

/* The basic letters of an accented one, or NULL. */
static const char *
basic_letters(uint32_t code, char *buffer)
{
	char		letter;

	if (code >= 0x00C0 && code <= 0x017F)
		letter = latin_1_and_a[code - 0x00C0];
	else if (code >= 0x1E00 && code <= 0x1EFF)
		letter = latin_additional[code - 0x1E00];
	else
	{
		switch (code)
		{
			case 0x01A0:		/* Vietnamese o and u with horn */
				letter = 'O';
				break;
			case 0x01A1:
				letter = 'o';
				break;
			case 0x01AF:
				letter = 'U';
				break;
			case 0x01B0:
				letter = 'u';
				break;
			case 0x0218:		/* Romanian s and t with comma */
				letter = 'S';
				break;
			case 0x0219:
				letter = 's';
				break;
			case 0x021A:
				letter = 'T';
				break;
			case 0x021B:
				letter = 't';
				break;
			default:
				letter = '.';
		}
	}
	if (letter == '.')
		return NULL;
	if (letter == '2')
		return digraph(code);
	buffer[0] = letter;
	buffer[1] = '\0';
	return buffer;
}

/* The code point of the sequence at s and its length; one byte, as 0, if it is none. */
static int
decode(const unsigned char *s, size_t len, uint32_t *code)
{
	int			more;

	if (s[0] < 0x80)
	{
		*code = s[0];
		return 1;
	}
	*code = 0;
	if (s[0] >= 0xC2 && s[0] <= 0xDF)
		more = 1;
	else if (s[0] >= 0xE0 && s[0] <= 0xEF)
		more = 2;
	else if (s[0] >= 0xF0 && s[0] <= 0xF4)
		more = 3;
	else
		return 1;
	if ((size_t) more >= len)
		return 1;
	for (int i = 1; i <= more; i++)
	{
		if ((s[i] & 0xC0) != 0x80)
			return 1;
	}
	*code = s[0] & (0x3F >> more);
	for (int i = 1; i <= more; i++)
		*code = *code << 6 | (s[i] & 0x3F);
	return more + 1;
}

/* The small letter of a capital one in Greek and Cyrillic, without its accent; else itself. */
static uint32_t
small_letter(uint32_t code)
{
	static const uint16_t accented[][2] = {
		{0x0386, 0x03B1}, {0x0388, 0x03B5}, {0x0389, 0x03B7}, {0x038A, 0x03B9}, {0x038C, 0x03BF},
		{0x038E, 0x03C5}, {0x038F, 0x03C9}, {0x03AC, 0x03B1}, {0x03AD, 0x03B5}, {0x03AE, 0x03B7},
		{0x03AF, 0x03B9}, {0x03CC, 0x03BF}, {0x03CD, 0x03C5}, {0x03CE, 0x03C9},
		{0x03C2, 0x03C3},		/* the sigma at the end of words */
		{0x0401, 0x0435}, {0x0451, 0x0435}	/* yo is written ye */
	};

	for (size_t i = 0; i < lengthof(accented); i++)
	{
		if (code == accented[i][0])
			return accented[i][1];
	}
	if ((code >= 0x0391 && code <= 0x03AB) || (code >= 0x0410 && code <= 0x042F))
		return code + 0x20;
	return code >= 0x0400 && code <= 0x040F ? code + 0x50 : code;
}

/*
 * Reads one character: its kind, and up to four bytes to keep of it.  Returns
 * how many bytes of the name it took.
 */
static int
read_character(const unsigned char *s, size_t len, Kind *kind, char *kept, int *kept_len)
{
	uint32_t	code;
	int			used = decode(s, len, &code);
	char		buffer[2];
	const char *letters;

	*kept_len = 0;
	if (used == 1 && s[0] < 0x80)
	{
		if (s[0] >= 'a' && s[0] <= 'z')
			*kind = LOWER;
		else if (s[0] >= 'A' && s[0] <= 'Z')
			*kind = UPPER;
		else if (s[0] >= '0' && s[0] <= '9')
			*kind = DIGIT;
		else
		{
			*kind = SEPARATOR;
			return used;
		}
		kept[(*kept_len)++] = *kind == UPPER ? s[0] - 'A' + 'a' : s[0];
		return used;
	}
	if (code >= 0x0300 && code <= 0x036F)
	{
		*kind = MARK;
		return used;
	}
	/* spaces, dashes and other punctuation beyond ASCII */
	if ((code >= 0x0080 && code <= 0x00BF &&
		 code != 0x00AA && code != 0x00B5 && code != 0x00BA) ||
		code == 0x00D7 || code == 0x00F7 ||
		(code >= 0x2000 && code <= 0x206F) || code == 0x3000)
	{
		*kind = SEPARATOR;
		return used;
	}
	letters = basic_letters(code, buffer);
	if (letters != NULL)
	{
		*kind = letters[0] >= 'A' && letters[0] <= 'Z' ? UPPER : LOWER;
		for (; *letters != '\0'; letters++)
			kept[(*kept_len)++] = *kind == UPPER ? *letters - 'A' + 'a' : *letters;
		return used;
	}
	*kind = LOWER;
	memcpy(kept, s, used);
	*kept_len = used;
	if (code >= 0x0386 && code <= 0x0451)
	{
		uint32_t	small = small_letter(code);

		/* two bytes in UTF-8 as well */
		*kind = small != code && code != 0x03C2 && code != 0x0451 && (code < 0x03AC || code > 0x03CE) ?
			UPPER : LOWER;
		kept[0] = (char) (0xC0 | small >> 6);
		kept[1] = (char) (0x80 | (small & 0x3F));
	}
	return used;
}

/* Does a token begin between these characters?  after is what follows the second. */
static bool
is_boundary(Kind before, Kind now, Kind after)
{
	if (before == SEPARATOR || (before == DIGIT) != (now == DIGIT))
		return true;
	if (before == LOWER && now == UPPER)
		return true;
	/* the last capital of a run begins the next word: IPAddress */
	return before == UPPER && now == UPPER && after == LOWER;
}

/* Compares a terminated string with one of known length, as bytes. */
static int
compare(const char *entry, const char *name, size_t len)
{
	int			order = strncmp(entry, name, len);
	size_t		entry_len = strlen(entry);

	return order != 0 ? order : (entry_len > len) - (entry_len < len);
}

const BvColumnSynonym *
bv_column_synonyms_of(const char *name, size_t len, int *count)
{
	int			low = 0;
	int			high = bv_column_synonym_count;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (compare(bv_column_synonyms[middle].name, name, len) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*count = 0;
	while (low + *count < bv_column_synonym_count &&
		   compare(bv_column_synonyms[low + *count].name, name, len) == 0)
		(*count)++;
	return *count > 0 ? &bv_column_synonyms[low] : NULL;
}

/* The shortest parts of a compound: shorter ones are found in any word. */
#define COMPOUND_LEFT	4
#define COMPOUND_RIGHT	3
#define COMPOUND_NAME	6

static bool
is_name_or_word(const char *text, int len)
{
	int			count;

	return bv_column_synonyms_of(text, len, &count) != NULL ||
		bv_word_kind(text, len) != BV_WORD_UNKNOWN;
}

/* Where a compound is cut, or 0: it is none. */
static int
compound_cut(const char *token, int len)
{
	int			count;

	if (len < COMPOUND_LEFT + COMPOUND_RIGHT || is_name_or_word(token, len))
		return 0;
	for (int cut = len - COMPOUND_RIGHT; cut >= COMPOUND_LEFT; cut--)
	{
		int			bare = cut;

		if (!is_name_or_word(token + cut, len - cut))
			continue;
		if (bv_word_kind(token, cut) != BV_WORD_UNKNOWN)
			return cut;
		/* "lastnamephonetic": a name of a class, and a word behind it */
		if (cut >= COMPOUND_NAME && bv_word_kind(token + cut, len - cut) != BV_WORD_UNKNOWN &&
			bv_column_synonyms_of(token, cut, &count) != NULL)
			return cut;
		/* German, Dutch and Scandinavian put an s, n or en between */
		if (token[bare - 1] == 's' || token[bare - 1] == 'n')
			bare--;
		if (bare < cut && token[cut - 1] == 'n' && token[bare - 1] == 'e' &&
			bv_word_kind(token, bare - 1) != BV_WORD_UNKNOWN && bare - 1 >= COMPOUND_LEFT)
			return cut;
		if (bare < cut && bare >= COMPOUND_LEFT && bv_word_kind(token, bare) != BV_WORD_UNKNOWN)
			return cut;
	}
	return 0;
}

/*
 * Cuts tokens that are two words written as one, as "kundennummer" and
 * "custemail": a word for people, things or kinds, and behind it a name of a
 * class or another such word.  What is a name or a word itself stays whole.
 */
static void
cut_compounds(BvColumnName *name)
{
	for (int i = 0; i < name->tokens && name->tokens < BV_NAME_TOKENS; i++)
	{
		const char *token = name->text + name->start[i];
		int			len = name->start[i + 1] - name->start[i];
		int			cut = compound_cut(token, len);

		if (cut == 0)
			continue;
		memmove(&name->start[i + 2], &name->start[i + 1],
				(name->tokens - i) * sizeof(name->start[0]));
		name->start[i + 1] = name->start[i] + cut;
		name->tokens++;
	}
}

void
bv_column_name_fold(const char *name, size_t len, BvColumnName *folded)
{
	const unsigned char *s = (const unsigned char *) name;
	const unsigned char *end = s + len;
	Kind		before = SEPARATOR;

	folded->len = 0;
	folded->tokens = 0;
	folded->cut = false;

	while (s < end)
	{
		Kind		kind;
		Kind		after = SEPARATOR;
		char		kept[4];
		char		ignored[4];
		int			kept_len;
		int			ignored_len;

		s += read_character(s, end - s, &kind, kept, &kept_len);
		if (kind == MARK)
			continue;
		if (kind == SEPARATOR)
		{
			before = kind;
			continue;
		}
		if (s < end)
			read_character(s, end - s, &after, ignored, &ignored_len);

		if (is_boundary(before, kind, after))
		{
			if (folded->tokens == BV_NAME_TOKENS)
			{
				folded->cut = true;
				break;
			}
			folded->start[folded->tokens++] = folded->len;
		}
		if (folded->len + kept_len > BV_NAME_BYTES)
		{
			folded->cut = true;
			break;
		}
		memcpy(folded->text + folded->len, kept, kept_len);
		folded->len += kept_len;
		before = kind;
	}
	/* the character that did not fit may have begun a token */
	if (folded->tokens > 0 && folded->start[folded->tokens - 1] == folded->len)
		folded->tokens--;
	folded->start[folded->tokens] = folded->len;
	folded->text[folded->len] = '\0';
	cut_compounds(folded);
}

static int
negative_places(const char *word, size_t len)
{
	int			low = 0;
	int			high = bv_negative_word_count;

	while (low < high)
	{
		int			middle = (low + high) / 2;
		int			order = compare(bv_negative_words[middle].word, word, len);

		if (order == 0)
			return bv_negative_words[middle].where;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

/*
 * Are these tokens, count of them from the first on, a negative word where they
 * stand?  Behind the name of the class, or not.
 */
static bool
is_negative(const BvColumnName *name, int first, int count, bool behind)
{
	int			where = negative_places(name->text + name->start[first],
										name->start[first + count] - name->start[first]);

	if (where & (BV_NEGATIVE_ANY | BV_NEGATIVE_THING))
		return true;
	if ((where & BV_NEGATIVE_FIRST) && first == 0)
		return true;
	if ((where & BV_NEGATIVE_AFTER) && behind)
		return true;
	if ((where & BV_NEGATIVE_COUNT) && first == 0 && name->len > 0 && name->text[name->len - 1] == 's')
		return true;
	return (where & BV_NEGATIVE_LAST) && first + count == name->tokens && !name->cut;
}

/* Negative words among the tokens outside first .. last - 1. */
static int
negatives_outside(const BvColumnName *name, int first, int last)
{
	int			found = 0;

	for (int i = 0; i < name->tokens; i++)
	{
		bool		behind = i >= last;

		if (i >= first && i < last)
			continue;
		if (i + 1 < name->tokens && i + 1 != first && is_negative(name, i, 2, behind))
		{
			found++;
			i++;
		}
		else if (is_negative(name, i, 1, behind))
			found++;
	}
	return found;
}

/* Is a better evidence than b? */
static bool
is_better(const BvColumnNameMatch *a, const BvColumnNameMatch *b)
{
	if (a->tokens != b->tokens)
		return a->tokens > b->tokens;
	if (a->letters != b->letters)
		return a->letters > b->letters;
	return a->class->number < b->class->number;
}

/* Puts a match in its place; the list is full at limit.  Returns the new length. */
static int
insert(BvColumnNameMatch *matches, int count, int limit, const BvColumnNameMatch *match)
{
	int			place;

	for (int i = 0; i < count; i++)
	{
		if (matches[i].class == match->class)
		{
			if (!is_better(match, &matches[i]))
				return count;
			memmove(&matches[i], &matches[i + 1], (count - i - 1) * sizeof(*matches));
			count--;
			break;
		}
	}
	for (place = count; place > 0 && is_better(match, &matches[place - 1]); place--)
		;
	if (place == limit)
		return count;
	if (count == limit)
		count--;
	memmove(&matches[place + 1], &matches[place], (count - place) * sizeof(*matches));
	matches[place] = *match;
	return count + 1;
}

int
bv_column_name_match(const BvColumnName *name, BvColumnNameMatch *matches, int limit)
{
	int			count = 0;

	if (limit <= 0)
		return 0;

	for (int first = 0; first < name->tokens; first++)
	{
		for (int last = first + 1; last <= name->tokens; last++)
		{
			const char *run = name->text + name->start[first];
			int			len = name->start[last] - name->start[first];
			int			found;
			const BvColumnSynonym *synonym = bv_column_synonyms_of(run, len, &found);

			if (found == 0 && len >= 5 && run[len - 1] == 's')
				synonym = bv_column_synonyms_of(run, len - 1, &found);

			for (int i = 0; i < found; i++)
			{
				BvColumnNameMatch match;

				match.class = bv_class_by_name(synonym[i].class_name,
											   strlen(synonym[i].class_name));
				match.first = first;
				match.tokens = last - first;
				match.letters = len;
				match.negatives = negatives_outside(name, first, last);
				match.whole = match.tokens == name->tokens && !name->cut;
				match.languages = synonym[i].languages;
				count = insert(matches, count, limit, &match);
			}
		}
	}
	return count;
}
