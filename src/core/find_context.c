/*
 * find_context.c: what the words beside a candidate speak of
 *
 * The last few words before it, back to another number, and one in parentheses
 * behind it, alone or up to four together (find_known.c).  They are read from the
 * number backwards, and the first that denies ends it: "order 123456782".
 */
#include "find_known.h"
#include "find_near.h"

#include <string.h>

#include "array.h"
#include "column_name.h"

#define RUN_WORDS		4		/* that make a name */
#define ADJACENT_WORDS	4		/* that may be between, where it is likely anyhow */
#define BEHIND_BYTES	24
#define FOLD_BYTES		16			/* at a time */
#define PLURAL_LEAST	5			/* letters of words in small letters that have one; but "SSNs" */
#define ABBREVIATION	2		/* letters that may stand for anything */
#define NAME_LEAST		5		/* letters of what is no abbreviation */
#define BEYOND_LATIN	0xCA	/* with which characters of UTF-8 begin */

/* Is the last word before the number in capitals, or does it bear a colon? */
static bool
is_stressed(const BvFinder *finder, size_t start)
{
	size_t		i = start;
	bool		any = false;

	while (i > 0 && strchr(" \t\"'(", finder->text[i - 1]) != NULL)
		i--;
	if (i > 0 && strchr(":=#", finder->text[i - 1]) != NULL)
		return true;
	if (i > 0 && finder->text[i - 1] == '.')
		i--;
	while (i > 0 && (bv_find_kind(finder, i - 1) & (BV_KIND_UPPER | BV_KIND_HIGH)) != 0)
	{
		any = true;
		i--;
	}
	return any && !bv_find_word_before(finder, i);
}

/* The words before a number, in a copy of the text there: the nearest first. */
typedef struct Words
{
	char		text[BV_FIND_BLOCK + FOLD_BYTES];	/* as far back as is looked, and zeros */
	BvFindLetters letters;
	int			count;
	uint8_t		begin[BV_BACK_WORDS];
	uint8_t		end[BV_BACK_WORDS];
} Words;

/* The bits of a word. */
static inline uint64_t
bits_of(const Words *words, int word)
{
	int			len = words->end[word] - words->begin[word];

	return (len < 64 ? (UINT64_C(1) << len) - 1 : ~UINT64_C(0)) << words->begin[word];
}

/* Is a word of a script that no name of a column is written in, as full-width digits are? */
static inline bool
is_foreign(const BvFinder *finder, const Words *words, int word)
{
	uint64_t	bits = bits_of(words, word);

	return (words->letters.high & bits) != 0 && finder->encoding == BV_TEXT_UTF8 &&
		((words->letters.lower | words->letters.upper) & bits) == 0 &&
		(unsigned char) words->text[words->begin[word]] >= BEYOND_LATIN;
}

/*
 * Copies a word, folded as names of columns are; returns its length.  Words with
 * letters beyond ASCII are folded as there, which is slower.
 */
static int
fold_word(const Words *words, int word, char *folded)
{
	int			begin = words->begin[word];
	int			len = words->end[word] - begin;

	if ((words->letters.high & bits_of(words, word)) != 0)
	{
		BvColumnName name;

		bv_column_name_fold(words->text + begin, len, &name);
		if (name.len > BV_FIND_BLOCK)
			return 0;
		memcpy(folded, name.text, name.len);
		return name.len;
	}
	/* as a whole: what is behind its end will be overwritten */
	for (int i = 0; i < len; i += FOLD_BYTES)
	{
		for (int j = 0; j < FOLD_BYTES; j += 8)
		{
			uint64_t	part;

			memcpy(&part, words->text + begin + i + j, 8);
			part |= UINT64_C(0x2020202020202020);
			memcpy(folded + i + j, &part, 8);
		}
	}
	return len;
}

/*
 * Is a word that counts right before a number near enough where few are between?
 * "bel me even op 0612345678": with a trunk prefix it is clear what is meant.
 */
static bool
is_near(const BvFinder *finder, const Words *words, int word, size_t start)
{
	int			end = words->end[word];

	return word <= ADJACENT_WORDS && bv_find_char(finder, start) == '0' &&
		memchr(words->text + end, '\n', BV_FIND_BLOCK - end) == NULL;
}

/* Does a name of several words, which begins with one, run over brackets and the like? */
static bool
is_torn(const Words *words, int first, int run)
{
	for (int word = first; word > first - run; word--)
	{
		if (!bv_find_may_join(words->text, words->end[word], words->begin[word - 1]))
			return true;
	}
	return false;
}

/* "orders on 4111 …": is what is counted or ordered not the number itself? */
static bool
is_of_something_else(const Words *words, int word)
{
	static const char between[][6] = {
		"auf", "avec", "by", "con", "med", "met", "mit", "on", "op", "pa", "par", "sur", "using", "via",
		"with"
	};

	while (--word >= 0)
	{
		const char *text = words->text + words->begin[word];
		size_t		len = words->end[word] - words->begin[word];

		for (size_t i = 0; i < lengthof(between); i++)
		{
			if (strlen(between[i]) == len && memcmp(text, between[i], len) == 0)
				return true;
		}
	}
	return false;
}

/* Is a paragraph between the end of a word and the number? */
static bool
is_paragraph_ago(const Words *words, int word)
{
	for (int i = words->end[word]; i + 1 < BV_FIND_BLOCK; i++)
	{
		if (words->text[i] == '\n' && words->text[i + 1] == '\n')
			return true;
	}
	return false;
}

/* Is a word in capitals, of three letters or more? */
static inline bool
is_capital(const Words *words, int word)
{
	uint64_t	bits = bits_of(words, word);

	return words->end[word] - words->begin[word] > ABBREVIATION && (words->letters.upper & bits) == bits;
}

/* Adds the classes that a name speaks of, of so many letters up to that word, and whether it is near. */
static void
add_spoken(const BvFinder *finder, const Words *words, int last, const BvKnown *word, int letters,
		   int nearness, size_t start, BvFindContext *context)
{
	BvFindContext spoken;
	bool		is_name = letters >= NAME_LEAST;

	bv_find_no_context(&spoken);
	bv_known_add(word, &spoken);
	if (nearness == 0 && is_paragraph_ago(words, last))
	{
		/* only those that are told by more than the word */
		for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
			spoken.classes.word[i] &= ~finder->classes->unchecked.word[i];
	}
	context->classes = bv_class_set_union(&context->classes, &spoken.classes);
	context->any_identifier |= spoken.any_identifier;
	if ((nearness & BV_NEAR_BUT_ONE) != 0 ? !is_name : (nearness & BV_NEAR) == 0)
		return;
	/* "642 DL 104": what is so short says what follows only with a colon */
	if (letters <= ABBREVIATION && (nearness & BV_NEAR_MARKED) == 0 &&
		(bv_find_kind(finder, start) & BV_KIND_DIGIT) != 0)
		return;
	bv_find_begin_near(context);
	context->near = bv_class_set_union(&context->near, &spoken.classes);
	context->near_identifier |= spoken.any_identifier;
	if (is_name && (nearness & BV_NEAR_RIGHT) != 0)
		context->near_name = bv_class_set_union(&context->near_name, &spoken.classes);
}

/* The same of a word that may as well mean something else. */
static void
add_weak(const BvKnown *word, BvFindContext *context)
{
	BvFindContext spoken;

	bv_find_no_context(&spoken);
	bv_known_add(word, &spoken);
	bv_find_begin_near(context);
	context->weak = bv_class_set_union(&context->weak, &spoken.classes);
}

/*
 * Looks up the last of the words, with some of those behind it, the most first.  False: it
 * denies.
 */
static bool
look_up(const BvFinder *finder, const Words *words, size_t start, int runs, bool strong,
		BvFindContext *context)
{
	int			last = words->count - 1;
	char		text[RUN_WORDS * BV_FIND_BLOCK + FOLD_BYTES];
	int			ends[RUN_WORDS];
	uint32_t	possible;
	int			len = 0;

	/* ".IP" at the beginning of a line: for troff */
	if (words->begin[last] > 1 && words->text[words->begin[last] - 1] == '.' &&
		words->text[words->begin[last] - 2] == '\n')
		return true;
	/* "GET /phone/12": of a path, not of a number */
	if (words->begin[last] > 0 && words->text[words->begin[last] - 1] == '/' &&
		words->text[words->end[last]] == '/')
		return true;
	for (int run = 0; run < runs; run++)
	{
		if (is_foreign(finder, words, last - run))
		{
			runs = run;
			break;
		}
		len += fold_word(words, last - run, text + len);
		ends[run] = len;
	}
	if (runs == 0)
		return true;
	possible = bv_known_lengths_of(bv_known_letters(text, ends[0]));
	for (int run = runs - 1; run >= 0; run--)
	{
		const BvKnown *word;
		bool		is_ordinary;
		int			nearness;

		if ((possible & bv_known_length(ends[run])) == 0)
			continue;
		word = bv_known_of(text, ends[run]);
		if (word->says == 0 && text[ends[run] - 1] == 's' &&
			(ends[run] > PLURAL_LEAST || (words->letters.upper >> words->begin[last] & 3) == 3))
			word = bv_known_of(text, ends[run] - 1);
		if (word->says == 0 || (run > 0 && is_torn(words, last, run)))
			continue;
		is_ordinary = (word->says & BV_IS_ORDINARY) != 0 ||
			(ends[run] <= ABBREVIATION && (word->says & BV_DENIES) == 0);
		if ((word->says & BV_DENIES) != 0)
		{
			if (is_ordinary && run == last && is_stressed(finder, start))
				continue;
			if (strong && is_of_something_else(words, last - run))
				continue;
			return false;
		}
		nearness = bv_find_nearness(words->text, words->end[last - run], BV_FIND_BLOCK);
		if ((word->says & BV_IS_WEAK) != 0)
		{
			if ((nearness & BV_NEAR_IN_PROSE) != 0)
				add_weak(word, context);
			continue;
		}
		if (is_ordinary && (run != last || !is_stressed(finder, start)) &&
			!((nearness & BV_NEAR_IN_PROSE) != 0 && is_capital(words, last)))
		{
			if ((nearness & BV_NEAR_IN_PROSE) != 0)
				add_weak(word, context);
			continue;
		}
		/* "… the call.  20051015": of a sentence that has ended */
		if ((word->says & BV_IS_ADJACENT) != 0 &&
			(words->text[words->end[last - run]] == '.' ||
			 ((nearness & BV_NEAR_IN_PROSE) == 0 && !is_near(finder, words, last, start))))
			continue;
		add_spoken(finder, words, last - run, word, ends[run], nearness, start, context);
		break;
	}
	return true;
}

/* The bits below one. */
static inline uint64_t
below(int bit)
{
	return (UINT64_C(1) << bit) - 1;
}

static inline int
highest(uint64_t bits)
{
	return 63 - __builtin_clzll(bits);
}

/*
 * Where words begin in the part of the text that was looked at, which begins at a
 * place; all of it: there is nothing more to look at before that.
 */
static uint64_t
beginnings(const BvFinder *finder, const BvFindLetters *letters, uint64_t word, int from,
		   size_t place, bool all)
{
	uint64_t	begins = (word & ~(word << 1)) | (letters->upper & letters->lower << 1);

	begins &= ~(letters->digit << 1);
	/* it may be only the end of a word */
	if ((word >> from & 1) != 0 &&
		(all ? bv_find_word_before(finder, place) :
		 (bv_find_kind(finder, place - 1) & (BV_KIND_WORD | BV_KIND_HIGH)) != 0))
		begins &= ~(UINT64_C(1) << from);
	return begins;
}

/* Where numbers of their own end: four digits, three and three, or four times two. */
static inline uint64_t
ends_of_numbers(uint64_t digit)
{
	uint64_t	two = digit & digit << 1;
	uint64_t	three = two & digit << 2;

	return (two & two << 2) | (three & three << 4) |
		(two & two << 3 & two << 6 & two << 9);
}

/*
 * Reads the words between two places, backwards, at most 64 bytes of them, and no
 * more than half of that if there are enough.  A word in camelCase counts as
 * several; letters behind a digit are none.
 */
static void
read_words(BvFinder *finder, size_t least, size_t start, int limit, BvFindContext *context)
{
	size_t		back = start - least < BV_FIND_BLOCK ? start - least : BV_FIND_BLOCK;
	int			cut = BV_FIND_BLOCK - (int) back;	/* text begins there */
	int			from = cut < BV_FIND_BLOCK / 2 ? BV_FIND_BLOCK / 2 : cut;	/* looked at */
	uint64_t	total = 0;		/* letters of the last word, of the last two, …: 16 bits each */
	BvFindLetters *letters;
	Words		words;

	finder->work += back;
	words.count = 0;
	letters = &words.letters;
	if (back == BV_FIND_BLOCK)
		memcpy(words.text, finder->text + start - BV_FIND_BLOCK, BV_FIND_BLOCK);
	else
	{
		memset(words.text, 0, BV_FIND_BLOCK);
		memcpy(words.text + cut, finder->text + start - back, back);
	}
	memset(words.text + BV_FIND_BLOCK, 0, FOLD_BYTES);

	for (;;)
	{
		uint64_t	word;
		uint64_t	begins;
		uint64_t	number;

		bv_find_letters(words.text, from & ~15, letters);
		word = letters->lower | letters->upper | letters->high;
		context->high |= letters->high != 0;
		if (word != 0)
			finder->letters_end = start - BV_FIND_BLOCK + highest(word) + 1;
		else if (from == cut && (least == 0 || back == BV_FIND_BLOCK ||
								 finder->letters_end + BV_FIND_BLOCK <= start))
			context->bare = true;
		begins = from == BV_FIND_BLOCK ? 0 :
			beginnings(finder, letters, word, from, start - (BV_FIND_BLOCK - from), from == cut);

		/* a number of its own, and what is before it, speak of something else */
		number = ends_of_numbers(letters->digit);
		if (finder->found_end < start && start - finder->found_end < BV_FIND_BLOCK &&
			finder->found_end > 0)
			number |= UINT64_C(1) << (BV_FIND_BLOCK - 1 - (start - finder->found_end));
		if (number != 0)
			begins &= ~below(highest(number));
		if (words.count > 0)
			begins &= below(words.begin[words.count - 1]);	/* they were looked up */

		while (begins != 0 && words.count < limit)
		{
			int			begin = highest(begins);
			uint64_t	ends = ~word & ~below(begin);
			int			end = ends != 0 ? __builtin_ctzll(ends) : BV_FIND_BLOCK;
			uint32_t	first;
			uint64_t	possible;	/* lengths; all beyond 30 as one */
			int			runs;		/* how many words may be known together */

			if (words.count > 0 && end > words.begin[words.count - 1])
				end = words.begin[words.count - 1]; /* in camelCase */
			begins &= below(begin);
			words.begin[words.count] = begin;
			words.end[words.count++] = end;

			/* nearly without branches: most words are none that is known, alone or with others */
			first = bv_known_letters(words.text + begin, end - begin);
			possible = (uint64_t) (int64_t) (int32_t) bv_known_lengths_of(first);
			total = (total << 16) + (uint64_t) (end - begin) * UINT64_C(0x0001000100010001);
			if (((possible >> (total & 63) | possible >> (total >> 16 & 63) |
				  possible >> (total >> 32 & 63) | possible >> (total >> 48 & 63)) & 1) == 0 &&
				letters->high >> begin == 0)
				continue;
			runs = RUN_WORDS;
			while (letters->high >> begin == 0 && (possible >> (total >> 16 * (runs - 1) & 63) & 1) == 0)
				runs--;
			if (runs > words.count)
				runs = words.count;
			if (!look_up(finder, &words, start, runs, limit == BV_STRONG_WORDS, context))
			{
				context->denied = bv_class_set_is_empty(&context->classes);
				return;
			}
		}
		if (from == cut || words.count == limit || (number != 0 && word != 0))
			return;
		from = cut;				/* all that is left */
	}
}

void
bv_find_words(BvFinder *finder, size_t start, int limit, BvFindContext *context)
{
	bv_find_no_context(context);
	bv_known_make();
	/* what was before another candidate and spoke of nothing is not read again */
	read_words(finder, finder->quiet <= start ? finder->quiet : 0, start, limit, context);
	if (limit == BV_BACK_WORDS && !context->denied && !context->any_near && !context->high &&
		bv_class_set_is_empty(&context->classes))
		finder->quiet = start;
	if (context->high && finder->encoding == BV_TEXT_UTF8 && !context->denied &&
		bv_class_set_is_empty(&context->classes))
		bv_find_foreign(finder, start, context);
}

bool
bv_find_speaks(const BvFinder *finder, const BvFindContext *context)
{
	bool		any = context->any_identifier;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		any |= (context->classes.word[i] & finder->classes->known.word[i]) != 0;
	return any || (context->any_near && !bv_class_set_is_empty(&context->weak));
}

size_t
bv_find_parenthesis(const BvFinder *finder, size_t end)
{
	if (bv_find_char(finder, end) == ' ')
		end++;
	return bv_find_char(finder, end) == '(' ? end + 1 : 0;
}

void
bv_find_context(BvFinder *finder, size_t start, size_t end, int limit,
				BvFindContext *context)
{
	size_t		from;
	size_t		to;

	bv_find_words(finder, start, limit, context);
	if (limit < BV_BACK_WORDS || !bv_class_set_is_empty(&context->classes) || context->denied)
		return;

	/* "123456782 (BSN)" */
	from = bv_find_parenthesis(finder, end);
	if (from == 0)
		return;
	for (to = from; to < finder->length && to - from < BEHIND_BYTES && finder->text[to] != ')'; to++)
		;
	if (bv_find_char(finder, to) != ')')
		return;
	read_words(finder, from, to, BV_BACK_WORDS, context);
	context->denied = false;
}
