/*
 * find.c: identifiers inside free text: the way through the text
 *
 * A window at a time the marks of find_mark.c are made; then each anchor, the
 * first of a run of digits or a sign, is looked at once, from left to right.
 * Most digits are a small number with nothing beside it and are let go by the
 * marks alone.  What a candidate may be is read outward from its anchor, over a
 * bounded number of bytes, and where it was part of something long the anchors
 * up to its end are skipped: the time is linear in the length, whatever is in it.
 */
#include "find.h"

#include "find_text.h"

/* How many windows are looked at between pauses: 256 kB. */
#define PAUSE_WINDOWS	64

/* What need not be looked at, as it is not wanted. */
static void
want_less(BvFinder *finder)
{
	const BvFindClasses *classes = finder->classes;
	int			least = BV_DIGITS_MOST;
	BvClassSet	by_sign = bv_class_set_intersection(finder->wanted, &classes->by_sign);

	for (int n = bv_class_set_next(finder->wanted, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(finder->wanted, n))
	{
		if (classes->digits_least[n] < least)
			least = classes->digits_least[n];
	}
	finder->digits_least = least;
	finder->wants_colons = bv_find_wants(finder, classes->mac->number) ||
		bv_find_wants(finder, classes->ip_address->number);
	finder->wants_hash = bv_find_wants(finder, classes->password_hash->number);
	finder->wants_signs = !bv_class_set_is_empty(&by_sign);
}

void
bv_find_again(BvFinder *finder, const char *text, size_t length)
{
	finder->text = text;
	finder->length = length;
	finder->window = 0;
	finder->blocks = 0;
	finder->block = -1;
	finder->anchors = 0;
	finder->windows = 0;
	finder->floor = 0;
	finder->found_end = 0;
	finder->no_key_end = 0;
	finder->bare_start = 0;
	finder->bare_end = 0;
	finder->work = 0;
}

void
bv_find_begin(BvFinder *finder, const char *text, size_t length, BvTextEncoding encoding,
			  const BvClassSet *wanted)
{
	bv_find_again(finder, text, length);
	finder->encoding = encoding;
	finder->wanted = wanted;
	finder->classes = bv_find_classes();
	finder->digits_least = BV_DIGITS_LEAST;
	finder->wants_colons = true;
	finder->wants_hash = true;
	finder->wants_signs = true;
	if (wanted != NULL)
		want_less(finder);
}

/* Makes the marks of a window that begins there. */
static void
mark_window(BvFinder *finder, size_t window)
{
	size_t		left = finder->length - window;
	int			marked = finder->wants_signs ?
		bv_find_mark(finder->text + window, left, &finder->marks) :
		bv_find_mark_digits(finder->text + window, left, &finder->marks);

	finder->window = window;
	finder->blocks = marked <= BV_FIND_BLOCKS ? marked : BV_FIND_BLOCKS;
	finder->block = -1;
	finder->anchors = 0;
}

/* Is what is wanted by digits alone at least so many of them? */
static inline bool
wants_many(const BvFinder *finder)
{
	return finder->digits_least > BV_DIGITS_LEAST && !finder->wants_colons &&
		!finder->wants_hash;
}

/* How many are near.  Not by a built-in: without instructions of newer CPUs that is a call. */
static inline int
count_near(uint64_t digits)
{
	uint32_t	bits = digits & ((UINT32_C(1) << BV_DIGITS_WITHIN) - 1);

	bits -= bits >> 1 & 0x55555555;
	bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
	bits = (bits + (bits >> 4)) & 0x0F0F0F0F;
	return bits * UINT32_C(0x01010101) >> 24;
}

/* Of anchors at digits, those with so many digits near that it may be wanted. */
static inline uint64_t
with_many(const BvFinder *finder, int block, uint64_t anchors)
{
	size_t		at = finder->window + (size_t) block * BV_FIND_BLOCK;
	int			least = finder->digits_least;
	uint64_t	kept = 0;

	for (uint64_t rest = anchors; rest != 0; rest &= rest - 1)
	{
		int			near = count_near(bv_find_digits(finder, at + __builtin_ctzll(rest)));

		/* without a branch, as nobody can guess it */
		kept |= rest & -rest & -(uint64_t) (near >= least);
	}
	return kept;
}

/* Goes to the next block that has anchors; false at the end of the window. */
static bool
next_block(BvFinder *finder)
{
	const BvFindMarks *marks = &finder->marks;

	while (++finder->block < finder->blocks)
	{
		int			block = finder->block;
		uint64_t	digit = marks->digit[block];
		uint64_t	before;

		if (block > 0)
			before = marks->digit[block - 1] >> 63;
		else
			before = finder->window > 0 &&
				(bv_find_kind(finder, finder->window - 1) & BV_KIND_DIGIT) != 0;
		finder->anchors = digit & ~(digit << 1 | before);
		if (finder->anchors != 0 && wants_many(finder))
			finder->anchors = with_many(finder, block, finder->anchors);
		finder->anchors |= marks->sign[block] | marks->wide[block];
		if (finder->anchors != 0)
			return true;
	}
	finder->block = finder->blocks;
	return false;
}

/* Where a time of day ends, that is no hexadecimal with colons; 0: it is none. */
static inline size_t
end_of_time(const BvFinder *finder, size_t at, int run)
{
	const int	no_time = BV_KIND_WORD | BV_KIND_JOIN | BV_KIND_HIGH;

	if (run > 2 || bv_find_char(finder, at + run) != ':')
		return 0;
	for (int part = 0; part < 2; part++)
	{
		at += run + 1;
		run = 2;
		if ((bv_find_kind(finder, at) & bv_find_kind(finder, at + 1) & BV_KIND_DIGIT) == 0)
			return 0;
		if (bv_find_char(finder, at + run) != ':')
			return (bv_find_kind(finder, at + run) & no_time) == 0 ? at + run : 0;
	}
	return 0;
}

/*
 * Looks at digits joined by dots and hyphens, that nothing is before: amounts,
 * dates, telephone numbers.  What is part of more, or may be an address, is left
 * to bv_find_chain.
 */
static bool
look_at_joined(BvFinder *finder, size_t at, uint64_t digits, int run, BvFound *found)
{
	int			end = run;
	int			count = run;
	int			dots = 0;
	int			after;

	while (end < BV_FIND_BLOCK - 2 && (digits >> end & 2) != 0)
	{
		char		c = finder->text[at + end];
		uint64_t	others;

		if (c != '.' && c != '-')
			break;
		dots += c == '.';
		end++;
		others = ~(digits >> end);
		run = __builtin_ctzll(others);
		end += run;
		count += run;
	}
	after = bv_find_kind(finder, at + end);
	if (after == BV_KIND_JOIN && !bv_find_word_at(finder, at + end + 1))
		after = 0;
	if (after != 0 || dots >= 3 || end >= BV_FIND_BLOCK - 2)
		return bv_find_chain(finder, at, found);

	/* few digits, unless more follow behind a space */
	if (count >= BV_DIGITS_LEAST ||
		(bv_find_char(finder, at + end) == ' ' &&
		 (bv_find_char(finder, at + end + 1) == '(' ||
		  (bv_find_kind(finder, at + end + 1) & (BV_KIND_DIGIT | BV_KIND_HIGH)) != 0)))
	{
		if (bv_find_phrase(finder, at, found))
			return true;
	}
	bv_find_skip(finder, at + end);
	return false;
}

/*
 * A time of ISO 8601, yyyy-mm-ddThh:mm, which is nobody's but for the day, if it is
 * of birth.  False if it is none.
 */
static inline bool
look_at_timestamp(BvFinder *finder, size_t at, uint64_t digits, BvFound *found, bool *is_found)
{
	size_t		end = at + 16;
	const char *text = finder->text + at;

	/* dddd-dd-ddTdd:dd */
	if ((digits & 0xFFFF) != 0xDB6F || end > finder->length || text[4] != '-' ||
		text[7] != '-' || text[10] != 'T' || text[13] != ':')
		return false;
	*is_found = bv_find_date(finder, at, at + 10, found);
	while ((bv_find_kind(finder, end) & BV_KIND_DIGIT) != 0 || bv_find_char(finder, end) == ':' ||
		   bv_find_char(finder, end) == '.')
		end++;
	bv_find_skip(finder, end);
	return true;
}

/*
 * Looks at digits that begin at an anchor; digits has a bit for each byte from
 * there on.  What is decided here is what most numbers in prose are.
 */
static inline bool
look_at_digits(BvFinder *finder, size_t at, uint64_t digits, BvFound *found)
{
	int			run = ~digits != 0 ? __builtin_ctzll(~digits) : 64;
	int			before;
	int			after;
	int			least = finder->digits_least;
	bool		many = run >= least || count_near(digits) >= least;

	before = at > 0 ? bv_find_kind(finder, at - 1) : 0;
	after = bv_find_kind(finder, at + run);

	/* the dot behind it may be that of the sentence */
	if (after == BV_KIND_JOIN && !bv_find_word_at(finder, at + run + 1))
		after = 0;
	if ((before | after) == 0)
	{
		if (!many)
			return false;
		if (run < least &&
			!(bv_find_char(finder, at + run) == ' ' && (digits >> (run + 1) & 1) != 0))
			return false;
		return bv_find_phrase(finder, at, found);
	}
	if (before == 0 && after == BV_KIND_JOIN && run < BV_FIND_BLOCK / 2)
	{
		bool		is_found;

		if (run == 4 && look_at_timestamp(finder, at, digits, found, &is_found))
			return is_found;
		return look_at_joined(finder, at, digits, run, found);
	}
	if (bv_find_char(finder, at + run) == '@' && before != BV_KIND_JOIN)
	{
		bv_find_skip(finder, at + run); /* of an e-mail address */
		return false;
	}

	/* money, years in parentheses, parts of dates and paths */
	if (!many && ((before | after) & ~BV_KIND_BESIDE) == 0)
	{
		char		next = bv_find_char(finder, at + run);
		char		previous = at > 0 ? finder->text[at - 1] : '\0';
		size_t		time;

		if (next != ':' && previous != ':' && !(previous == '$' && next == '$'))
			return false;
		time = end_of_time(finder, at, run);
		if (time > 0)
		{
			bv_find_skip(finder, time);
			return false;
		}
	}
	return bv_find_chain(finder, at, found);
}

BvFindResult
bv_find_next(BvFinder *finder, BvFound *found)
{
	for (;;)
	{
		while (finder->anchors != 0)
		{
			const BvFindMarks *marks = &finder->marks;
			int			block = finder->block;
			int			bit = __builtin_ctzll(finder->anchors);
			size_t		at = finder->window + (size_t) block * BV_FIND_BLOCK + bit;

			finder->anchors &= finder->anchors - 1;
			if (at < finder->floor)
				continue;
			if ((marks->digit[block] >> bit & 1) != 0)
			{
				if (look_at_digits(finder, at, bv_find_digits(finder, at), found))
					return BV_FIND_FOUND;
			}
			else if ((marks->sign[block] >> bit & 1) != 0)
			{
				if (bv_find_sign(finder, at, found))
					return BV_FIND_FOUND;
			}
			else if (bv_find_phrase(finder, at, found))
				return BV_FIND_FOUND;
		}
		if (next_block(finder))
			continue;
		if (finder->windows == PAUSE_WINDOWS)
		{
			finder->windows = 0;
			return BV_FIND_PAUSE;
		}
		finder->windows++;

		/* windows in which nothing is looked at again are not read */
		{
			size_t		next = finder->window + (size_t) finder->blocks * BV_FIND_BLOCK;

			if (finder->floor > next)
				next = finder->floor;
			if (next >= finder->length)
				return BV_FIND_END;
			mark_window(finder, next);
		}
	}
}
