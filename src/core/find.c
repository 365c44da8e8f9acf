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
	finder->occupied = 0;
	finder->listed = 0;
	finder->next = 0;
	finder->windows = 0;
	finder->floor = 0;
	finder->found_end = 0;
	finder->found_start = 0;
	finder->found_class = 0;
	finder->no_key_end = 0;
	finder->no_colons_end = 0;
	finder->quiet = 0;
	finder->letters_end = 0;
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

/*
 * Makes the marks of a window that begins there, and of them its anchors: the first
 * digit of each run, and signs.
 */
static void
mark_window(BvFinder *finder, size_t window)
{
	BvFindMarks *marks = &finder->marks;
	size_t		left = finder->length - window;
	int			marked = finder->wants_signs ?
		bv_find_mark(finder->text + window, left, marks) :
		bv_find_mark_digits(finder->text + window, left, marks);
	int			blocks = marked <= BV_FIND_BLOCKS ? marked : BV_FIND_BLOCKS;
	uint64_t	before = window > 0 && (bv_find_kind(finder, window - 1) & BV_KIND_DIGIT) != 0;
	uint64_t	occupied = 0;

	for (int block = 0; block < blocks; block++)
	{
		uint64_t	digit = marks->digit[block];
		uint64_t	anchors = (digit & ~(digit << 1 | before)) | marks->sign[block] |
			marks->wide[block];

		before = digit >> 63;
		finder->anchors[block] = anchors;
		occupied |= (uint64_t) (anchors != 0) << block;
	}
	finder->window = window;
	finder->blocks = blocks;
	finder->occupied = occupied;
	finder->listed = 0;
	finder->next = 0;
}

/* Is what is wanted by digits alone at least so many of them? */
static inline bool
wants_many(const BvFinder *finder)
{
	return finder->digits_least > BV_DIGITS_LEAST && !finder->wants_colons &&
		!finder->wants_hash;
}

/* The first digits of a number, and what is beside them. */
typedef struct Beside
{
	int			run;			/* of digits */
	int			before;			/* kinds of the bytes */
	int			after;
	bool		many;			/* digits near */
} Beside;

/* Three pairs of digits with something between. */
#define TWO_TWO_TWO	0xDB

static inline void
look_beside(const BvFinder *finder, size_t at, uint64_t digits, Beside *beside)
{
	int			run = __builtin_ctzll(~digits | UINT64_C(1) << 63);

	beside->run = run;
	beside->before = at > 0 ? bv_find_kinds[(unsigned char) finder->text[at - 1]] : 0;
	beside->after = bv_find_kind(finder, at + run);
	beside->many = count_near(digits) >= finder->digits_least;
}

/* Are there capitals beside few digits, behind a space, as plates have them? */
static inline bool
may_be_plate(const BvFinder *finder, size_t at, int run)
{
	const int	upper = BV_KIND_UPPER;

	return run <= 4 &&
		((at >= 2 && finder->text[at - 1] == ' ' && (bv_find_kind(finder, at - 2) & upper) != 0) ||
		 (bv_find_char(finder, at + run) == ' ' &&
		  (bv_find_kind(finder, at + run + 1) & bv_find_kind(finder, at + run + 2) &
		   bv_find_kind(finder, at + run + 3) & upper) != 0));
}

/*
 * May digits that begin there be part of anything that is wanted?  Most numbers in
 * prose are small ones with nothing beside them, amounts and times of day.  Nearly
 * without branches, as nobody can guess what numbers are.  *joined is where one ends
 * that is none, and has a dot or a colon in it.
 */
static inline bool
may_be_wanted(const BvFinder *finder, size_t at, size_t *joined)
{
	uint64_t	digits = bv_find_digits(finder, at);
	uint64_t	rest;
	Beside		beside;
	unsigned char next;
	unsigned char previous;
	int			second;
	int			end;
	bool		is_joined;
	bool		is_plain;

	if (at < *joined)
		return false;
	look_beside(finder, at, digits, &beside);
	if (beside.many || (digits & 0xFF) == TWO_TWO_TWO)
		return true;
	next = bv_find_char(finder, at + beside.run);
	previous = at > 0 ? finder->text[at - 1] : 0;

	/* 12.50 and 12:30 */
	rest = digits >> beside.run >> 1;
	second = __builtin_ctzll(~rest | UINT64_C(1) << 63);
	end = beside.run + 1 + second;
	is_joined = (second > 0) & (beside.before == 0) &
		((next == '.') | (next == ',') | ((next == ':') & (beside.run <= 2) & (second == 2))) &
		(bv_find_kind(finder, at + end) == 0);
	is_plain = (((beside.before | beside.after) & ~BV_KIND_BESIDE) == 0) &
		(next != ':') & (previous != ':') & ((next != '$') | (previous != '$'));
	*joined = is_joined ? at + end : *joined;
	return (!is_joined & !is_plain) || (is_plain && may_be_plate(finder, at, beside.run));
}

/*
 * Lists the next anchors that are worth a look, from as many blocks as fit; false
 * at the end of the window.
 */
static bool
list_anchors(BvFinder *finder)
{
	const bool	many = wants_many(finder);
	size_t		joined = 0;
	int			count = 0;

	while (finder->occupied != 0 && count <= BV_FIND_LIST - BV_FIND_BLOCK)
	{
		int			block = __builtin_ctzll(finder->occupied);
		uint64_t	digit = finder->marks.digit[block];

		finder->occupied &= finder->occupied - 1;
		for (uint64_t anchors = finder->anchors[block]; anchors != 0; anchors &= anchors - 1)
		{
			int			bit = __builtin_ctzll(anchors);
			int			place = block * BV_FIND_BLOCK + bit;
			size_t		at = finder->window + place;

			finder->list[count] = place;
			if ((digit >> bit & 1) == 0)
				count++;
			else if (many)
				count += count_near(bv_find_digits(finder, at)) >= finder->digits_least;
			else
				count += may_be_wanted(finder, at, &joined);
		}
	}
	finder->listed = count;
	finder->next = 0;
	return count > 0 || finder->occupied != 0;
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
	Beside		beside;
	int			least = finder->digits_least;
	int			run;
	int			before;
	int			after;
	bool		many;

	look_beside(finder, at, digits, &beside);
	run = beside.run;
	before = beside.before;
	after = beside.after;
	many = beside.many || run >= least;

	/* the dot behind it may be that of the sentence */
	if (after == BV_KIND_JOIN && !bv_find_word_at(finder, at + run + 1))
		after = 0;
	if ((before | after) == 0)
	{
		if ((digits & 0xFF) == TWO_TWO_TWO && bv_find_spaced_nino(finder, at, found))
			return true;
		if (may_be_plate(finder, at, run) && bv_find_spaced_plate(finder, at, at + run, found))
			return true;
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
		while (finder->next < finder->listed)
		{
			size_t		at = finder->window + finder->list[finder->next++];
			unsigned char c;

			if (at < finder->floor)
				continue;
			c = finder->text[at];
			if (c >= '0' && c <= '9')
			{
				if (look_at_digits(finder, at, bv_find_digits(finder, at), found))
					return BV_FIND_FOUND;
			}
			else if (c < 0x80)
			{
				if (bv_find_sign(finder, at, found))
					return BV_FIND_FOUND;
			}
			else if (c == 0xEF && bv_find_phrase(finder, at, found))
				return BV_FIND_FOUND;
		}
		if (list_anchors(finder))
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
