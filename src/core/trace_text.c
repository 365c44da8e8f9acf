/*
 * trace_text.c: text that has no trace of what is looked for
 *
 * A text is gone through 64 bytes at a time, with a bit for each.  Most have no digit
 * and are let go by that.
 */
#include "trace.h"

#include <string.h>

#include "find_text.h"
#include "trace_block.h"

/* Digits of a day, month and year. */
#define DAY_DIGITS		8

/* Hexadecimal with colons in it is no longer. */
#define COLONS_MAX		48

/* All that is told by what stands beside a digit. */
#define BESIDE			(BV_TRACE_MIXED | BV_TRACE_SPACED | BV_TRACE_COLONS | BV_TRACE_DOTS | BV_TRACE_DOLLAR)

/* A text, and where in it a block begins. */
typedef struct Place
{
	const char *text;
	size_t		length;
	const char *block;			/* which may begin earlier, */
	int			seen;			/* by so many bytes */
	size_t		at;
} Place;

static inline char
byte_at(const Place *place, size_t at)
{
	return at < place->length ? place->text[at] : '\0';
}

/*
 * May there be digits or signs that only Unicode has?  In UTF-8 none begins with C2 to
 * D8, the letters of Europe, or E2 to E9, typography and ideographs.
 */
static __attribute__((noinline)) bool
may_fold(const char *block)
{
	for (int i = 0; i < BLOCK; i++)
	{
		unsigned char c = block[i];

		if (c >= 0xD9 && !(c >= 0xE2 && c <= 0xE9))
			return true;
	}
	return false;
}

/* ---------- stretches of digits ---------- */

/* The stretch that reaches the end of a block. */
typedef struct Stretch
{
	int			digits;
	size_t		begin;			/* in the text */
} Stretch;

/* Are its digits, eight of them, a day, month and year, or the other way round? */
static __attribute__((noinline)) bool
is_day(const char *text, size_t begin, size_t end)
{
	int			sizes = 0;		/* of the groups, a decimal place each */
	size_t		at = begin;

	while (!bv_is_digit(text[at]))
		at++;
	for (int group = 0; group < 3; group++)
	{
		int			size = 0;

		while (at < end && bv_is_digit(text[at]))
			at++, size++;
		sizes = 10 * sizes + size;
		if (group < 2)
		{
			char		c = at < end ? text[at++] : '\0';

			if (c != '-' && c != '.' && c != '/')
				return false;
		}
	}
	return sizes == 422 || sizes == 224;
}

/* Is a stretch a trace that has so many digits up to here? */
static inline bool
is_trace(const BvTraces *traces, int digits)
{
	return digits >= traces->digits && (traces->days || digits > DAY_DIGITS);
}

/* Is one that is whole? */
static inline bool
is_trace_whole(const BvTraces *traces, const char *text, size_t begin, size_t end, int digits)
{
	return digits >= traces->digits &&
		(traces->days || digits != DAY_DIGITS || !is_day(text, begin, end));
}

/*
 * Goes on with the digits of a block, and the bytes in it that may belong to a
 * stretch with them.
 */
static inline bool
has_stretch(const BvTraces *traces, const Place *place, uint64_t digit, uint64_t belongs,
			Stretch *stretch)
{
	const char *text = place->text;
	size_t		at = place->at;
	const int	least = traces->digits;
	uint64_t	runs;
	int			size = 1;

	if (stretch->digits > 0)
	{
		int			head = lowest_bit(~belongs);

		stretch->digits += count_bits(digit & lowest_bits(head));
		if (is_trace(traces, stretch->digits))
			return true;
		if (head == BLOCK)
			return false;
		if (is_trace_whole(traces, text, stretch->begin, at + head, stretch->digits))
			return true;
		stretch->digits = 0;
		belongs &= ~lowest_bits(head);
	}

	/* where as many bytes as that, or more, belong to one */
	runs = belongs;
	for (; 2 * size <= least; size *= 2)
		runs &= runs >> size;
	runs &= runs >> (least - size);
	while (runs != 0)
	{
		int			from = __builtin_ctzll(runs);
		int			to = lowest_bit(~belongs & ~lowest_bits(from));
		int			digits;

		if (to == BLOCK)
			break;
		digits = count_bits(digit & lowest_bits(to) & ~lowest_bits(from));
		if (is_trace_whole(traces, text, at + from, at + to, digits))
			return true;
		runs &= ~lowest_bits(to);
	}
	if (belongs >> (BLOCK - 1) != 0)
	{
		int			tail = belongs == ~UINT64_C(0) ? BLOCK : __builtin_clzll(~belongs);

		stretch->digits = count_bits(digit >> (BLOCK - tail));
		stretch->begin = at + BLOCK - tail;
		return is_trace(traces, stretch->digits);
	}
	return false;
}

/* ---------- what is beside digits ---------- */

/* Does hexadecimal with two colons or more go through there? */
static bool
has_colons(const char *text, size_t length, size_t at)
{
	size_t		begin = at;
	int			colons = 0;

	while (begin > 0 && at - begin < COLONS_MAX &&
		   (bv_hex_value(text[begin - 1]) >= 0 || text[begin - 1] == ':'))
		begin--;
	for (size_t i = begin; i < length && i - begin < 2 * COLONS_MAX &&
		 (bv_hex_value(text[i]) >= 0 || text[i] == ':'); i++)
		colons += text[i] == ':';
	return colons >= 2;
}

/* Bytes of some kind in a block, and those right before it and behind it. */
typedef struct Bytes
{
	uint64_t	in;
	unsigned	before;			/* the nearest in the lowest bit */
	unsigned	behind;
} Bytes;

/* What of them is so many bytes before each byte of the block, or behind it: 1 or 2. */
static inline uint64_t
before(const Bytes *bytes, int distance)
{
	return bytes->in << distance |
		(distance == 1 ? bytes->before & 1 : (bytes->before & 1) << 1 | bytes->before >> 1);
}

static inline uint64_t
behind(const Bytes *bytes, int distance)
{
	uint64_t	outside = distance == 1 ? bytes->behind & 1 : bytes->behind;

	return bytes->in >> distance | outside << (BLOCK - distance);
}

static inline bool
is_letter(char c)
{
	return (bv_find_kinds[(unsigned char) c] & (BV_KIND_LETTER | BV_KIND_LINE)) != 0;
}

/* - . and +; nobody writes a comma so. */
#define FIRST_JOIN	'+'
#define JOINS		('.' - '+')

static inline bool
is_join(char c)
{
	return (unsigned char) (c - FIRST_JOIN) <= JOINS;
}

static inline bool
is_upper(char c)
{
	return (unsigned char) (c - 'A') <= 'Z' - 'A';
}

static inline bool
is_space(char c)
{
	return c == ' ';
}

/* The four bytes around a block, outside the text 0. */
typedef struct Around
{
	char		before[2];		/* the nearest first */
	char		behind[2];
} Around;

static inline Bytes
bytes_of(uint64_t in, const Around *around, bool (*is_one) (char c))
{
	Bytes		bytes;

	bytes.in = in;
	bytes.before = is_one(around->before[0]) | is_one(around->before[1]) << 1;
	bytes.behind = is_one(around->behind[0]) | is_one(around->behind[1]) << 1;
	return bytes;
}

/* Where a byte is beside digits. */
static inline uint64_t
digits_beside(const Place *place, uint64_t digit, const Around *around, char c, const bool by_vector)
{
	uint64_t	in = bytes_between(place->block, c, 0, by_vector) >> place->seen;

	return digit & (in << 1 | in >> 1 | (around->before[0] == c) |
					(uint64_t) (around->behind[0] == c) << (BLOCK - 1));
}

/* Is what stands beside the digits of a block a trace?  dots is how many there were between digits. */
static inline bool
has_beside(unsigned signs, const Place *place, uint64_t digit, int *dots, const bool by_vector)
{
	size_t		at = place->at;
	Around		around = {
		{byte_at(place, at - 1), byte_at(place, at - 2)},
		{byte_at(place, at + BLOCK), byte_at(place, at + BLOCK + 1)}
	};

	if ((signs & BV_TRACE_MIXED) != 0)
	{
		Bytes		letter = bytes_of(letters_in(place->block, by_vector) >> place->seen, &around,
									  is_letter);
		Bytes		join = bytes_of(bytes_between(place->block, FIRST_JOIN, JOINS, by_vector) >> place->seen,
									&around, is_join);

		if ((digit & (before(&letter, 1) | behind(&letter, 1) |
					  (before(&join, 1) & before(&letter, 2)) |
					  (behind(&join, 1) & behind(&letter, 2)))) != 0)
			return true;
	}
	if ((signs & BV_TRACE_SPACED) != 0)
	{
		Bytes		upper = bytes_of(bytes_between(place->block, 'A', 'Z' - 'A', by_vector) >> place->seen,
									 &around, is_upper);
		Bytes		space = bytes_of(bytes_between(place->block, ' ', 0, by_vector) >> place->seen, &around,
									 is_space);

		if ((digit & ((before(&space, 1) & before(&upper, 2)) |
					  (behind(&space, 1) & behind(&upper, 2)))) != 0)
			return true;
	}
	if ((signs & BV_TRACE_DOTS) != 0)
	{
		Bytes		digits = bytes_of(digit, &around, bv_is_digit);
		uint64_t	dot = bytes_between(place->block, '.', 0, by_vector) >> place->seen;

		*dots += count_bits(digit & (dot << 1 | (around.before[0] == '.')) & before(&digits, 2));
		if (*dots >= 3)
			return true;
	}
	if ((signs & BV_TRACE_DOLLAR) != 0 && digits_beside(place, digit, &around, '$', by_vector) != 0)
		return true;
	if ((signs & BV_TRACE_COLONS) != 0)
	{
		for (uint64_t beside = digits_beside(place, digit, &around, ':', by_vector); beside != 0;
			 beside &= beside - 1)
		{
			if (has_colons(place->text, place->length, at + __builtin_ctzll(beside)))
				return true;
		}
	}
	return false;
}

/* "_", and the pairs "IA" and "--", of which the second byte may be the next behind the block. */
static inline bool
has_key(const char *block, char next, const bool by_vector)
{
	uint64_t	first;

	if (has_byte(block, '_', by_vector))
		return true;
	first = bytes_between(block, 'I', 0, by_vector);
	if (first != 0 && ((first & bytes_between(block, 'A', 0, by_vector) >> 1) != 0 ||
					   (first >> (BLOCK - 1) != 0 && next == 'A')))
		return true;
	first = bytes_between(block, '-', 0, by_vector);
	return (first & first >> 1) != 0 || (first >> (BLOCK - 1) != 0 && next == '-');
}

/* ---------- text ---------- */

/* What is known of the blocks before. */
typedef struct Before
{
	Stretch		stretch;
	int			dots;
} Before;

/* Is there a trace in a block that has digits, or goes on with a stretch of them? */
static inline bool
has_trace_of_digits(const BvTraces *traces, const Place *place, Before *past, const bool by_vector)
{
	uint64_t	digit;

	if (!is_ascii(place->block, by_vector) && may_fold(place->block))
		return true;
	digit = bytes_between(place->block, '0', 9, by_vector) >> place->seen;
	if (traces->digits > 0 &&
		has_stretch(traces, place, digit, belonging(place->block, by_vector) >> place->seen,
					&past->stretch))
		return true;
	return (traces->signs & BESIDE) != 0 && digit != 0 &&
		has_beside(traces->signs, place, digit, &past->dots, by_vector);
}

/* Is there a trace in a block, of which some bytes were seen with the one before? */
static inline __attribute__((always_inline)) bool
has_trace_in(const BvTraces *traces, const char *text, size_t length, const char *block, int seen,
			 Before *past, const bool by_vector)
{
	if ((traces->signs & (BV_TRACE_AT | BV_TRACE_KEY)) != 0)
	{
		if ((traces->signs & BV_TRACE_AT) != 0 && has_byte(block, '@', by_vector))
			return true;
		if ((traces->signs & BV_TRACE_KEY) != 0 &&
			has_key(block, block + BLOCK < text + length ? block[BLOCK] : '\0', by_vector))
			return true;
	}
	if (past->stretch.digits > 0 || !is_plain(block, by_vector))
	{
		Place		place = {text, length, block, seen, block + seen - text};

		return has_trace_of_digits(traces, &place, past, by_vector);
	}
	return false;
}

/* In text of which at least a block can be read. */
static inline __attribute__((always_inline)) bool
has_trace(const BvTraces *traces, const char *text, size_t length, const bool by_vector)
{
	Before		past = {{0}};
	const char *block = text;
	const char *end = text + length;

	for (; end - block >= BLOCK; block += BLOCK)
	{
		if (has_trace_in(traces, text, length, block, 0, &past, by_vector))
			return true;
	}
	if (block < end)
	{
		/* the last one ends with the text, unless that is all there is */
		int			seen = block > text ? BLOCK - (int) (end - block) : 0;

		if (has_trace_in(traces, text, length, block - seen, seen, &past, by_vector))
			return true;
	}
	return past.stretch.digits > 0 &&
		is_trace_whole(traces, text, past.stretch.begin, length, past.stretch.digits);
}

/* Apart, as the copy makes functions slower that have it. */
static __attribute__((noinline)) bool
has_trace_of_short(const BvTraces *traces, const char *text, size_t length, const bool by_vector)
{
	char		copy[BLOCK + 1] = {0};

	memcpy(copy, text, length);
	return by_vector ? has_trace(traces, copy, length, true) :
		has_trace(traces, copy, length, false);
}

bool
bv_has_trace(const BvTraces *traces, const char *text, size_t length)
{
#ifdef __SSE2__
	const bool	by_vector = true;
#else
	const bool	by_vector = false;
#endif

	if ((traces->signs & BV_TRACE_ANYTHING) != 0)
		return true;
	return length < BLOCK ? has_trace_of_short(traces, text, length, by_vector) :
		has_trace(traces, text, length, by_vector);
}

bool
bv_has_trace_portable(const BvTraces *traces, const char *text, size_t length)
{
	if ((traces->signs & BV_TRACE_ANYTHING) != 0)
		return true;
	return length < BLOCK ? has_trace_of_short(traces, text, length, false) :
		has_trace(traces, text, length, false);
}
