/*
 * recognize.c: of which classes a value may be
 *
 * One look at a value tells how long it is, how many digits and letters it has,
 * and what else.  From the forms that classes declare (class.h) tables are built
 * that leave, for what was seen, the few classes whose validators are worth
 * asking.  Numbers, of which dozens of schemes have the same length, are summed
 * up for all schemes at once, eight to a vector.  So a class costs nothing to
 * values of another shape.  The answers are those of bv_is_valid for each class.
 */
#include "recognize.h"

#include <assert.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "check_digit.h"
#include "class.h"
#include "ascii.h"

/* Built-in classes have numbers below 256: four words of a class set. */
#define WORDS			4

typedef struct Classes
{
	uint64_t	word[WORDS];
} Classes;

/* Where counts end: the last entry of a table is for this many and more. */
#define LENGTHS			129
#define COUNTS			33
#define HALF_KINDS		6		/* the tables for kinds of characters are two, each for half of them */

/* A row of a scheme: one sum over numbers of one length. */
typedef struct Lane
{
	int			number;			/* of the class */
	bool		(*holds) (const BvNumber *number);
	const BvSum *unsure;		/* NULL, or the vector could not tell */
} Lane;

#define LANES_IN_BLOCK	8
#define LANES_MAX		64		/* for numbers of one length */
#define BLOCKS_MAX		(LANES_MAX / LANES_IN_BLOCK)
#define PAIRS_MAX		(BV_NUMBER_MAX / 2 + 1)

/*
 * Eight lanes: the sum over pairs of digits, plus what makes it neither negative
 * nor too large for 16 bits, leaves nothing when divided.  The last pair holds
 * how many digits are 5 or more, in places counted from 0 that are even, odd:
 * doubled for Luhn's sum such a digit is 1 more, modulo 10, than twice itself.
 */
typedef struct LaneBlock
{
	int16_t		weight[PAIRS_MAX][LANES_IN_BLOCK][2];
	int32_t		offset[LANES_IN_BLOCK];
	int16_t		modulus[LANES_IN_BLOCK];
	uint16_t	reciprocal[LANES_IN_BLOCK];	/* 65536 / modulus */
	int16_t		if_zero[LANES_IN_BLOCK];	/* also right when the last digit is 0; or -1 */
} LaneBlock;

/*
 * All lanes for numbers of one length: first those with a sum, then those
 * without.  Of the latter, those that have nothing else to ask are in the sets.
 */
typedef struct Lanes
{
	int			count;
	int			summed;
	uint64_t	to_ask;			/* of those without a sum, a bit each */
	uint64_t	without_sum;
	uint64_t	first[10];		/* those that may begin with that digit, a bit each */
	uint64_t	uniform;		/* those that may be one digit repeated */
	Classes		any;			/* every number without separators is one */
	Classes		any_various;	/* every one but a digit repeated */
	int			pairs;			/* of digits, and the last */
	Lane		lane[LANES_MAX];
	LaneBlock	block[BLOCKS_MAX];
} Lanes;

/* The lanes whose numbers of so many digits may have those separators. */
typedef struct Layout
{
	uint64_t	layout;
	uint64_t	lanes;			/* a bit each; 0 where there is no layout */
	int			digits;
} Layout;

#define LAYOUTS_SIZE	512		/* a power of 2, twice as many as there are or more */

/* A pattern of a code and what it belongs to. */
typedef struct CodePattern
{
	BvPattern	pattern;
	const BvCodeScheme *scheme;
	int			which;			/* of the patterns of its scheme, from 1 */
	int			number;			/* of the class */
} CodePattern;

#define UNIONS_MAX		4
#define CODE_LENGTHS	33		/* codes have at most 32 bytes */
#define PATTERNS_MAX	512
#define PATTERN_USES_MAX 4096
#define GROUPS_SIZE		2048	/* a power of 2, twice as many as there are or more */

/* The patterns for values of one length, with so many digits, and separators where they have them. */
typedef struct PatternGroup
{
	uint64_t	key;
	uint16_t	first;
	uint16_t	count;
} PatternGroup;

/* All of this follows from bv_classes alone; filled once, never changed. */
static struct
{
	bool		built;
	uint16_t	kind_of[256];	/* BV_SPACE and so on, of bytes that are neither digit nor letter */
	Classes		length[LENGTHS];
	Classes		digits[COUNTS];
	Classes		letters[COUNTS];
	Classes		kinds[2][1 << HALF_KINDS];
	Classes		first[256];		/* by the first byte */
	uint8_t		number_of[64 * WORDS];	/* of the class: second forms have places of their own */
	int			unions_count;
	struct
	{
		int			number;
		Classes		parts;
	}			unions[UNIONS_MAX];	/* classes that others are part of */
	Classes		numbers;		/* whose schemes know all their numbers */
	Classes		bare_numbers;	/* all of digits alone */
	Lanes		lanes[BV_NUMBER_MAX + 1];
	int			layouts_count;
	Layout		layouts[LAYOUTS_SIZE];	/* hashed by layout_of() */
	int			patterns_count;
	CodePattern patterns[PATTERNS_MAX];
	PatternGroup groups[GROUPS_SIZE];	/* hashed by group_key(); count 0 where none is */
	uint64_t	places[PATTERN_USES_MAX];	/* of the patterns of all groups: places_of() */
	uint16_t	pattern_of[PATTERN_USES_MAX];
}			tables;

/* ---------- building ---------- */

#define GLANCE_DIGIT	0x1000	/* these two beside the kinds */
#define GLANCE_LETTER	0x2000

static unsigned
kind_of(unsigned char c)
{
	if (c >= '0' && c <= '9')
		return GLANCE_DIGIT;
	if (bv_is_letter(c))
		return GLANCE_LETTER | (bv_to_upper(c) > 'F' ? BV_NOT_HEX : 0);
	switch (c)
	{
		case ' ':
			return BV_SPACE;
		case '-':
			return BV_HYPHEN;
		case '.':
			return BV_DOT;
		case '/':
			return BV_SLASH;
		case ':':
			return BV_COLON;
		case '@':
			return BV_AT;
		case '+':
		case '(':
		case ')':
			return BV_SIGN;
		default:
			return c >= 0x80 ? BV_HIGH : BV_OTHER;
	}
}

static inline void
add_class(Classes *classes, int number)
{
	classes->word[number / 64] |= UINT64_C(1) << (number % 64);
}

static void
add_range(Classes *table, int size, int number, int lowest, int highest)
{
	if (lowest >= size)
		lowest = size - 1;
	for (int i = lowest; i <= highest && i < size; i++)
		add_class(&table[i], number);
}

static bool
is_known(const BvForm *form)
{
	static const BvForm unknown = {{0}};

	return memcmp(form, &unknown, sizeof(unknown)) != 0;
}

static void
add_form(int number, const BvForm *form)
{
	bool		known = is_known(form);
	unsigned	may = form->may | form->must | form->either | BV_FIRST_DIGIT | BV_LAST_DIGIT | BV_NOT_HEX;

	if (!known)
		may = (1 << BV_KINDS) - 1;
	may &= ~form->never;

	add_range(tables.length, LENGTHS, number, form->length[0],
			  form->length[1] > 0 ? form->length[1] : LENGTHS);
	add_range(tables.digits, COUNTS, number, form->digits[0], known ? form->digits[1] : COUNTS);
	add_range(tables.letters, COUNTS, number, form->letters[0], known ? form->letters[1] : COUNTS);
	for (int c = 0; c < 256; c++)
	{
		if (form->begins == NULL || (c != 0 && strchr(form->begins, c) != NULL))
			add_class(&tables.first[c], number);
	}
	for (int half = 0; half < 2; half++)
	{
		unsigned	may_have = may >> (half * HALF_KINDS);
		unsigned	must_have = form->must >> (half * HALF_KINDS) & ((1 << HALF_KINDS) - 1);

		for (unsigned kinds = 0; kinds < 1 << HALF_KINDS; kinds++)
		{
			if ((kinds & ~may_have) == 0 && (must_have & ~kinds) == 0 &&
				(half > 0 || form->either == 0 || (form->either & kinds) != 0))
				add_class(&tables.kinds[half][kinds], number);
		}
	}
}

static int
weight_of(const BvSum *sum, int place)
{
	int			weight;

	if (place >= sum->digits || sum->modulus == 0)
		return 0;
	if (sum->kind == BV_LUHN)
		return (sum->digits - place) % 2 == 0 ? 2 : 1;
	weight = sum->weight[place] % sum->modulus;
	/* the nearest to 0 of those that leave the same */
	if (weight > sum->modulus / 2)
		weight -= sum->modulus;
	else if (weight < -(sum->modulus / 2))
		weight += sum->modulus;
	return weight;
}

/* How numbers of so many digits are written; or where that should be put, without lanes. */
static inline Layout *
layout_of(uint64_t layout, int digits)
{
	unsigned	at = (unsigned) ((layout + digits) * UINT64_C(0x9E3779B97F4A7C15) >> 55);

	while (tables.layouts[at].lanes != 0 &&
		   (tables.layouts[at].layout != layout || tables.layouts[at].digits != digits))
		at = (at + 1) % LAYOUTS_SIZE;
	return &tables.layouts[at];
}

static void
add_lane(int number, const BvNumberScheme *scheme, const BvSum *sum)
{
	Lanes	   *lanes = &tables.lanes[sum->digits];
	Lane	   *lane = &lanes->lane[lanes->count];
	LaneBlock  *block = &lanes->block[lanes->count / LANES_IN_BLOCK];
	int			at = lanes->count % LANES_IN_BLOCK;
	int			modulus = sum->modulus > 0 ? sum->modulus : 2;
	int			lowest = 0;
	int			highest = 0;
	uint64_t	bit = UINT64_C(1) << lanes->count;

	assert(lanes->count < LANES_MAX && sum->digits <= BV_NUMBER_MAX);
	lanes->pairs = (sum->digits + 1) / 2 + 1;
	lane->number = number;
	lane->holds = scheme->holds;
	for (int digit = 0; digit < 10; digit++)
	{
		if (scheme->first == 0 || (scheme->first >> digit & 1))
			lanes->first[digit] |= bit;
	}
	if (!scheme->various)
		lanes->uniform |= bit;
	for (const char *format = scheme->formats; format != NULL; format = bv_next_format(format))
	{
		Layout	   *entry = layout_of(bv_layout_of(format), sum->digits);

		if (bv_format_digits(format) != sum->digits || bv_layout_of(format) == 0)
			continue;
		if (entry->lanes == 0)
			tables.layouts_count++;
		assert(tables.layouts_count <= LAYOUTS_SIZE / 2);
		entry->layout = bv_layout_of(format);
		entry->digits = sum->digits;
		entry->lanes |= bit;
	}

	for (int place = 0; place < sum->digits; place++)
	{
		int			weight = weight_of(sum, place);

		block->weight[place / 2][at][place % 2] = weight;
		*(weight < 0 ? &lowest : &highest) += 9 * weight;
	}
	if (sum->kind == BV_LUHN)
	{
		/* which places are doubled: even ones of a number with an even count */
		block->weight[lanes->pairs - 1][at][sum->digits % 2] = 1;
		highest += sum->digits;
	}
	block->offset[at] = (-lowest / modulus + 2) * modulus - sum->remainder;
	block->modulus[at] = modulus;
	block->reciprocal[at] = 65536 / modulus;
	block->if_zero[at] = sum->if_zero != 0 ?
		(sum->if_zero - sum->remainder + modulus) % modulus : -1;
	if (sum->modulus == 0)
		block->offset[at] = 0;
	else if (highest + block->offset[at] > INT16_MAX)
	{
		/* out of reach: let all pass here */
		for (int pair = 0; pair < lanes->pairs; pair++)
			memset(block->weight[pair][at], 0, sizeof(block->weight[pair][at]));
		block->offset[at] = 0;
		lane->unsure = sum;
	}
	if (sum->modulus == 0)
	{
		lanes->without_sum |= bit;
		if (scheme->holds != NULL || scheme->first != 0)
			lanes->to_ask |= bit;
		else
			add_class(scheme->various ? &lanes->any_various : &lanes->any, number);
	}
	else
		lanes->summed++;
	lanes->count++;
}

static void
add_code(int number, const BvCodeScheme *code)
{
	int			which = 1;

	for (const char *text = code->patterns; text != NULL; text = bv_next_format(text), which++)
	{
		CodePattern *pattern = &tables.patterns[tables.patterns_count++];

		assert(tables.patterns_count <= PATTERNS_MAX);
		bv_read_pattern(text, &pattern->pattern);
		pattern->scheme = code;
		pattern->which = which;
		pattern->number = number;
	}
}

static void
add_union(const BvClass *class)
{
	const char *name = class->any_of;

	assert(tables.unions_count < UNIONS_MAX);
	tables.unions[tables.unions_count].number = class->number;
	while (*name != '\0')
	{
		size_t		size = strcspn(name, " ");

		add_class(&tables.unions[tables.unions_count].parts, bv_class_by_name(name, size)->number);
		name += size + (name[size] == ' ');
	}
	tables.unions_count++;
}

static inline uint64_t
group_key(size_t len, size_t digits, uint32_t others)
{
	return (uint64_t) others << 16 | len << 8 | digits;
}

/* Where digits and letters are, or must be. */
static inline uint64_t
places_of(uint32_t digits, uint32_t letters)
{
	return (uint64_t) letters << 32 | digits;
}

/* The group of that key, or the empty one where it should be put. */
static inline PatternGroup *
group_of(uint64_t key)
{
	/* by the golden ratio, Knuth, volume 3, section 6.4 */
	unsigned	at = (unsigned) (key * UINT64_C(0x9E3779B97F4A7C15) >> 53);

	while (tables.groups[at].count > 0 && tables.groups[at].key != key)
		at = (at + 1) % GROUPS_SIZE;
	return &tables.groups[at];
}

/* Lists the patterns by how many bytes and digits values have, and where separators are. */
static void
group_patterns(void)
{
	int			uses = 0;
	int			groups = 0;

	for (int first = 0; first < tables.patterns_count; first++)
	{
		const BvPattern *pattern = &tables.patterns[first].pattern;

		for (int digits = pattern->least_digits; digits <= pattern->most_digits; digits++)
		{
			PatternGroup *group = group_of(group_key(pattern->len, digits, pattern->others));

			if (group->count > 0)
				continue;		/* with one before */
			groups++;
			assert(groups <= GROUPS_SIZE / 2);
			group->key = group_key(pattern->len, digits, pattern->others);
			group->first = uses;
			for (int i = first; i < tables.patterns_count; i++)
			{
				const BvPattern *other = &tables.patterns[i].pattern;

				if (other->len != pattern->len || other->others != pattern->others ||
					digits < other->least_digits || digits > other->most_digits)
					continue;
				assert(uses < PATTERN_USES_MAX);
				tables.places[uses] = places_of(other->digits, other->letters);
				tables.pattern_of[uses++] = i;
			}
			group->count = uses - group->first;
		}
	}
}

static void
build(void)
{
	int			place = 64 * WORDS;	/* of second forms: from the last on, where no class is */

	for (int c = 0; c < 256; c++)
	{
		unsigned	kind = kind_of(c);

		tables.kind_of[c] = kind & (GLANCE_DIGIT | GLANCE_LETTER) ? 0 : kind;
	}
	/* lanes that are not in use never hold: 1 leaves 1 */
	for (int count = 0; count <= BV_NUMBER_MAX; count++)
	{
		for (int i = 0; i < LANES_MAX; i++)
		{
			LaneBlock  *block = &tables.lanes[count].block[i / LANES_IN_BLOCK];

			block->offset[i % LANES_IN_BLOCK] = 1;
			block->modulus[i % LANES_IN_BLOCK] = 2;
			block->reciprocal[i % LANES_IN_BLOCK] = 32768;
			block->if_zero[i % LANES_IN_BLOCK] = -1;
		}
	}
	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];

		if (class->is_valid == NULL)
			continue;
		if (class->any_of != NULL)
		{
			add_union(class);
			continue;
		}
		tables.number_of[class->number] = class->number;
		if ((class->scheme == NULL && class->code == NULL) || is_known(&class->form))
			add_form(class->number, &class->form);
		if (is_known(&class->or_form))
		{
			tables.number_of[--place] = class->number;
			add_form(place, &class->or_form);
		}
		/* a form with a separator is of numbers that the scheme does not know */
		if (class->scheme != NULL && (class->form.must & BV_SEPARATORS) == 0)
		{
			add_class(&tables.bare_numbers, class->number);
			if (!class->scheme->bare)
				add_class(&tables.numbers, class->number);
		}
		if (class->code != NULL)
			add_code(class->number, class->code);
	}
	for (int without_sum = 0; without_sum < 2; without_sum++)
	{
		for (int i = 0; i < bv_class_count; i++)
		{
			const BvNumberScheme *scheme = bv_classes[i].scheme;

			for (const BvSum *sum = scheme != NULL ? scheme->sums : NULL;
				 sum != NULL && sum->digits > 0; sum++)
			{
				if ((sum->modulus == 0) == without_sum)
					add_lane(bv_classes[i].number, scheme, sum);
			}
		}
	}
	group_patterns();
	tables.built = true;
}

/* ---------- a value at a glance ---------- */

static inline unsigned
ends_of(const char *value, size_t len)
{
	return (bv_is_digit(value[0]) ? BV_FIRST_DIGIT : 0) |
		(bv_is_digit(value[len - 1]) ? BV_LAST_DIGIT : 0);
}

void
bv_glance_plain(const char *value, size_t len, BvGlance *glance)
{
	memset(glance, 0, sizeof(*glance));
	for (size_t i = 0; i < len; i++)
	{
		unsigned	kind = kind_of((unsigned char) value[i]);

		glance->digits += (kind & GLANCE_DIGIT) != 0;
		glance->letters += (kind & GLANCE_LETTER) != 0;
		glance->kinds |= kind;
		if (i < 32)
		{
			glance->digit |= (uint32_t) ((kind & GLANCE_DIGIT) != 0) << i;
			glance->letter |= (uint32_t) ((kind & GLANCE_LETTER) != 0) << i;
		}
	}
	glance->kinds &= (1 << BV_KINDS) - 1;
	glance->kinds |= ends_of(value, len);
}

#ifdef __SSE2__

/* Up to 15 bytes, and zeros; reads no byte outside. */
static inline __m128i
load_few(const char *value, size_t len)
{
	uint64_t	low = 0;
	uint64_t	high = 0;

	if (len >= 8)
	{
		memcpy(&low, value, 8);
		if (len > 8)
		{
			memcpy(&high, value + len - 8, 8);
			high >>= 8 * (16 - len);
		}
	}
	else if (len >= 4)
	{
		uint32_t	first;
		uint32_t	last;

		memcpy(&first, value, 4);
		memcpy(&last, value + len - 4, 4);
		low = first | (uint64_t) last << (8 * (len - 4));
	}
	else if (len > 0)
	{
		low = (unsigned char) value[0];
		if (len > 1)
			low |= (uint64_t) (unsigned char) value[1] << 8;
		if (len > 2)
			low |= (uint64_t) (unsigned char) value[2] << 16;
	}
	return _mm_set_epi64x((int64_t) high, (int64_t) low);
}

/* All ones in the bytes that are from low to low + span. */
static inline __m128i
between(__m128i bytes, char low, char span)
{
	__m128i		from_low = _mm_sub_epi8(bytes, _mm_set1_epi8(low));

	return _mm_cmpeq_epi8(_mm_min_epu8(from_low, _mm_set1_epi8(span)), from_low);
}

static inline size_t
sum_of_bytes(__m128i bytes)
{
	__m128i		sums = _mm_sad_epu8(bytes, _mm_setzero_si128());

	return _mm_cvtsi128_si32(sums) + _mm_extract_epi16(sums, 4);
}

/* How many bits are set, where the processor is not known to count them. */
static inline unsigned
count_bits(uint32_t bits)
{
	bits -= bits >> 1 & 0x55555555;
	bits = (bits & 0x33333333) + (bits >> 2 & 0x33333333);
	return ((bits + (bits >> 4)) & 0x0F0F0F0F) * 0x01010101 >> 24;
}

/* What 16 bytes are: a bit for each that is a digit, a letter, a letter from G on. */
static inline void
look_at_block(__m128i bytes, uint32_t *digit, uint32_t *letter, uint32_t *not_hex)
{
	__m128i		lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));

	*digit = _mm_movemask_epi8(between(bytes, '0', 9));
	*letter = _mm_movemask_epi8(between(lower, 'a', 25));
	*not_hex = _mm_movemask_epi8(between(lower, 'g', 'z' - 'g'));
}

/* The glance at up to 32 bytes: few of them are neither digit nor letter. */
static inline void
glance_at_few(const char *value, size_t len, BvGlance *glance)
{
	uint32_t	not_hex;
	uint32_t	others;
	unsigned	kinds = ends_of(value, len);

	look_at_block(len < 16 ? load_few(value, len) : _mm_loadu_si128((const __m128i *) value),
				  &glance->digit, &glance->letter, &not_hex);
	if (len > 16)
	{
		uint32_t	digit;
		uint32_t	letter;
		uint32_t	more;

		/* the last 16, of which some were seen */
		look_at_block(_mm_loadu_si128((const __m128i *) (value + len - 16)), &digit, &letter, &more);
		glance->digit |= digit << (len - 16);
		glance->letter |= letter << (len - 16);
		not_hex |= more;
	}
	glance->digits = count_bits(glance->digit);
	glance->letters = len - glance->digits;
	others = ~(glance->digit | glance->letter) & (uint32_t) ((UINT64_C(1) << len) - 1);
	for (; others != 0; others &= others - 1)
	{
		kinds |= tables.kind_of[(unsigned char) value[__builtin_ctz(others)]];
		glance->letters--;
	}
	glance->kinds = kinds | (not_hex != 0 ? BV_NOT_HEX : 0);
}

static void
glance_at_many(const char *value, size_t len, BvGlance *glance)
{
	__m128i		digits = _mm_setzero_si128();	/* counts, for each byte of a block */
	__m128i		letters = digits;
	__m128i		known = digits;
	__m128i		space = digits;
	__m128i		hyphen = digits;
	__m128i		dot = digits;
	__m128i		slash = digits;
	__m128i		colon = digits;
	__m128i		at_sign = digits;
	__m128i		sign = digits;
	__m128i		not_hex = digits;
	int			high = 0;
	unsigned	kinds = ends_of(value, len);

	glance->digit = 0;
	glance->letter = 0;
	for (size_t i = 0; i < len; i += 16)
	{
		__m128i		bytes = i + 16 <= len ? _mm_loadu_si128((const __m128i *) (value + i)) :
			load_few(value + i, len - i);
		__m128i		lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
		__m128i		digit = between(bytes, '0', 9);
		__m128i		letter = between(lower, 'a', 25);
		__m128i		is_space = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(' '));
		__m128i		is_hyphen = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('-'));
		__m128i		is_dot = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('.'));
		__m128i		is_slash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('/'));
		__m128i		is_colon = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(':'));
		__m128i		is_at = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('@'));
		__m128i		is_sign = _mm_or_si128(between(bytes, '(', 1),
										   _mm_cmpeq_epi8(bytes, _mm_set1_epi8('+')));
		__m128i		is_high = _mm_cmplt_epi8(bytes, _mm_setzero_si128());
		__m128i		one;

		if (i < 32)
		{
			glance->digit |= (uint32_t) _mm_movemask_epi8(digit) << i;
			glance->letter |= (uint32_t) _mm_movemask_epi8(letter) << i;
		}
		digits = _mm_sub_epi8(digits, digit);
		letters = _mm_sub_epi8(letters, letter);
		space = _mm_or_si128(space, is_space);
		hyphen = _mm_or_si128(hyphen, is_hyphen);
		dot = _mm_or_si128(dot, is_dot);
		slash = _mm_or_si128(slash, is_slash);
		colon = _mm_or_si128(colon, is_colon);
		at_sign = _mm_or_si128(at_sign, is_at);
		sign = _mm_or_si128(sign, is_sign);
		not_hex = _mm_or_si128(not_hex, between(lower, 'g', 'z' - 'g'));
		high |= _mm_movemask_epi8(is_high);

		one = _mm_or_si128(_mm_or_si128(_mm_or_si128(digit, letter),
										_mm_or_si128(is_space, is_hyphen)),
						   _mm_or_si128(_mm_or_si128(is_dot, is_slash),
										_mm_or_si128(is_colon, is_at)));
		known = _mm_sub_epi8(known, _mm_or_si128(one, _mm_or_si128(is_sign, is_high)));
	}
	glance->digits = sum_of_bytes(digits);
	glance->letters = sum_of_bytes(letters);
	if (glance->digits + glance->letters < len)
	{
		kinds |= _mm_movemask_epi8(space) != 0 ? BV_SPACE : 0;
		kinds |= _mm_movemask_epi8(hyphen) != 0 ? BV_HYPHEN : 0;
		kinds |= _mm_movemask_epi8(dot) != 0 ? BV_DOT : 0;
		kinds |= _mm_movemask_epi8(slash) != 0 ? BV_SLASH : 0;
		kinds |= _mm_movemask_epi8(colon) != 0 ? BV_COLON : 0;
		kinds |= _mm_movemask_epi8(at_sign) != 0 ? BV_AT : 0;
		kinds |= _mm_movemask_epi8(sign) != 0 ? BV_SIGN : 0;
		kinds |= high != 0 ? BV_HIGH : 0;
		kinds |= sum_of_bytes(known) < len ? BV_OTHER : 0;
	}
	kinds |= _mm_movemask_epi8(not_hex) != 0 ? BV_NOT_HEX : 0;
	glance->kinds = kinds;
}

void
bv_glance(const char *value, size_t len, BvGlance *glance)
{
	if (!tables.built)
		build();
	if (len <= 32)
		glance_at_few(value, len, glance);
	else
		glance_at_many(value, len, glance);
}

#else

void
bv_glance(const char *value, size_t len, BvGlance *glance)
{
	bv_glance_plain(value, len, glance);
}

#endif							/* __SSE2__ */

/* ---------- numbers ---------- */

/* Writes the digits as pairs, and the last pair as LaneBlock has it. */
static void
pairs_of(const BvNumber *number, int pairs, int16_t digit[PAIRS_MAX][2])
{
	int16_t		large[2] = {0, 0};

	for (int i = 0; i < 2 * (pairs - 1); i++)
	{
		digit[i / 2][i % 2] = number->digit[i];
		large[i % 2] += number->digit[i] >= 5;
	}
	digit[pairs - 1][0] = large[0];
	digit[pairs - 1][1] = large[1];
}

uint64_t
bv_sums_that_hold_plain(const BvNumber *number)
{
	const Lanes *lanes = &tables.lanes[number->count];
	bool		zero = number->digit[number->count - 1] == 0;
	int16_t		digit[PAIRS_MAX][2];
	uint64_t	hold = 0;

	if (!tables.built)
		build();
	if (lanes->summed == 0)
		return 0;
	pairs_of(number, lanes->pairs, digit);
	for (int first = 0; first < lanes->summed; first += LANES_IN_BLOCK)
	{
		const LaneBlock *block = &lanes->block[first / LANES_IN_BLOCK];
		int32_t		sum[LANES_IN_BLOCK];

		memcpy(sum, block->offset, sizeof(sum));
		for (int pair = 0; pair < lanes->pairs; pair++)
		{
			for (int i = 0; i < LANES_IN_BLOCK; i++)
				sum[i] += digit[pair][0] * block->weight[pair][i][0] +
					digit[pair][1] * block->weight[pair][i][1];
		}
		for (int i = 0; i < LANES_IN_BLOCK; i++)
		{
			int			left = sum[i] % block->modulus[i];

			if (left == 0 || (zero && left == block->if_zero[i]))
				hold |= UINT64_C(1) << (first + i);
		}
	}
	return hold;
}

#ifdef __SSE2__

uint64_t
bv_sums_that_hold(const BvNumber *number)
{
	const Lanes *lanes = &tables.lanes[number->count];
	const __m128i zero = _mm_setzero_si128();
	__m128i		pair[PAIRS_MAX + 3];
	__m128i		bytes;
	__m128i		more;
	__m128i		words;
	__m128i		large;
	__m128i		if_zero;
	uint64_t	hold = 0;

	if (!tables.built)
		build();
	if (lanes->summed == 0)
		return 0;

	/* each pair of digits in all places of its vector */
	bytes = _mm_loadu_si128((const __m128i *) number->digit);
	more = _mm_loadu_si128((const __m128i *) (number->digit + 16));
	words = _mm_unpacklo_epi8(bytes, zero);
	pair[0] = _mm_shuffle_epi32(words, 0x00);
	pair[1] = _mm_shuffle_epi32(words, 0x55);
	pair[2] = _mm_shuffle_epi32(words, 0xAA);
	pair[3] = _mm_shuffle_epi32(words, 0xFF);
	words = _mm_unpackhi_epi8(bytes, zero);
	pair[4] = _mm_shuffle_epi32(words, 0x00);
	pair[5] = _mm_shuffle_epi32(words, 0x55);
	pair[6] = _mm_shuffle_epi32(words, 0xAA);
	pair[7] = _mm_shuffle_epi32(words, 0xFF);
	if (number->count > 16)
	{
		words = _mm_unpacklo_epi8(more, zero);
		pair[8] = _mm_shuffle_epi32(words, 0x00);
		pair[9] = _mm_shuffle_epi32(words, 0x55);
		pair[10] = _mm_shuffle_epi32(words, 0xAA);
		pair[11] = _mm_shuffle_epi32(words, 0xFF);
		pair[12] = _mm_shuffle_epi32(_mm_unpackhi_epi8(more, zero), 0x00);
	}

	/* how many are 5 or more in even places (low half of each word) and in odd ones */
	large = _mm_add_epi8(_mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(4)), _mm_set1_epi8(1)),
						 _mm_and_si128(_mm_cmpgt_epi8(more, _mm_set1_epi8(4)), _mm_set1_epi8(1)));
	words = _mm_sad_epu8(_mm_and_si128(large, _mm_set1_epi16(0x00FF)), zero);
	large = _mm_sad_epu8(_mm_srli_epi16(large, 8), zero);
	words = _mm_or_si128(words, _mm_slli_epi64(large, 16));
	words = _mm_add_epi16(words, _mm_srli_si128(words, 8));
	pair[lanes->pairs - 1] = _mm_shuffle_epi32(words, 0x00);

	if_zero = _mm_set1_epi16(number->digit[number->count - 1] == 0 ? -1 : 0);
	for (int first = 0; first < lanes->summed; first += LANES_IN_BLOCK)
	{
		const LaneBlock *block = &lanes->block[first / LANES_IN_BLOCK];
		__m128i		low = _mm_loadu_si128((const __m128i *) block->offset);
		__m128i		high = _mm_loadu_si128((const __m128i *) (block->offset + 4));
		__m128i		modulus = _mm_loadu_si128((const __m128i *) block->modulus);
		__m128i		sum;
		__m128i		left;
		__m128i		holds;

		for (int i = 0; i < lanes->pairs; i++)
		{
			const __m128i *weight = (const __m128i *) block->weight[i];

			low = _mm_add_epi32(low, _mm_madd_epi16(pair[i], _mm_loadu_si128(weight)));
			high = _mm_add_epi32(high, _mm_madd_epi16(pair[i], _mm_loadu_si128(weight + 1)));
		}
		sum = _mm_packs_epi32(low, high);
		left = _mm_mulhi_epu16(sum, _mm_loadu_si128((const __m128i *) block->reciprocal));
		left = _mm_sub_epi16(sum, _mm_mullo_epi16(left, modulus));
		/* the quotient may have been one too small */
		left = _mm_sub_epi16(left, _mm_andnot_si128(_mm_cmpgt_epi16(modulus, left), modulus));
		holds = _mm_cmpeq_epi16(left, _mm_loadu_si128((const __m128i *) block->if_zero));
		holds = _mm_or_si128(_mm_and_si128(holds, if_zero), _mm_cmpeq_epi16(left, zero));
		hold |= (uint64_t) (_mm_movemask_epi8(_mm_packs_epi16(holds, zero)) & 0xFF) << first;
	}
	return hold;
}

#else

uint64_t
bv_sums_that_hold(const BvNumber *number)
{
	return bv_sums_that_hold_plain(number);
}

#endif							/* __SSE2__ */

#ifdef __SSE2__

/* Reads digits that are alone. */
static inline void
read_digits(const char *value, size_t len, BvNumber *number)
{
	const __m128i zero = _mm_set1_epi8('0');
	__m128i		low;
	__m128i		high = _mm_setzero_si128();

	if (len <= 16)
		/* zeros after the last, not characters */
		low = len == 16 ? _mm_loadu_si128((const __m128i *) value) : load_few(value, len);
	else
	{
		low = _mm_loadu_si128((const __m128i *) value);
		high = _mm_subs_epu8(load_few(value + 16, len - 16), zero);
	}
	_mm_storeu_si128((__m128i *) number->digit, _mm_subs_epu8(low, zero));
	_mm_storeu_si128((__m128i *) (number->digit + 16), high);
	number->count = (int) len;
	number->layout = 0;
}

#else

static inline void
read_digits(const char *value, size_t len, BvNumber *number)
{
	bv_read_number(value, len, number);
}

#endif							/* __SSE2__ */

static inline void
unite(Classes *classes, const Classes *more)
{
	for (int i = 0; i < WORDS; i++)
		classes->word[i] |= more->word[i];
}

/*
 * Reads a number with separators, as bv_read_number does, if there is a lane for
 * its layout; those go to written.
 */
static inline bool
read_written(const char *value, size_t len, const BvGlance *glance, BvNumber *number,
			 uint64_t *written)
{
	static const uint8_t kinds[256] = {[' '] = 1, ['-'] = 2, ['.'] = 3, ['/'] = 4, ['+'] = 5};
	uint32_t	others;
	uint64_t	layout = 0;
	int			separators = 0;
	int			start = 0;
	int			count = 0;

	if (len > 32)
	{
		if (!bv_read_number(value, len, number))
			return false;
		*written = layout_of(number->layout, number->count)->lanes;
		return *written != 0;
	}
	others = ~glance->digit & (uint32_t) ((UINT64_C(1) << len) - 1);
	if ((glance->kinds & (BV_FIRST_DIGIT | BV_LAST_DIGIT)) != (BV_FIRST_DIGIT | BV_LAST_DIGIT) ||
		(others & others >> 1) != 0 || glance->digits > BV_NUMBER_MAX)
		return false;
	for (uint32_t rest = others; rest != 0; rest &= rest - 1)
	{
		int			at = __builtin_ctz(rest);
		int			kind = kinds[(unsigned char) value[at]];

		if (kind == 0 || separators == 8)
			return false;
		layout = layout << 8 | (uint64_t) ((at - separators++) << 3 | kind);
	}
	*written = layout_of(layout, glance->digits)->lanes;
	if (*written == 0)
		return false;
	memset(number, 0, sizeof(*number));
	for (uint32_t rest = others; start < (int) len; rest &= rest - 1)
	{
		int			end = rest != 0 ? __builtin_ctz(rest) : (int) len;

		while (start < end)
			number->digit[count++] = value[start++] - '0';
		start++;
	}
	number->count = count;
	number->layout = layout;
	return true;
}

/* The classes whose scheme the value is a number of. */
static inline void
find_numbers(const char *value, size_t len, const BvGlance *glance, Classes *found)
{
	BvNumber	number;
	const Lanes *lanes;
	uint64_t	hold;
	uint64_t	written = 0;
	bool		various;

	if (glance->digits == len)
	{
		if (len > BV_NUMBER_MAX)
			return;
		read_digits(value, len, &number);
	}
	else if (!read_written(value, len, glance, &number, &written))
		return;
	lanes = &tables.lanes[number.count];
	various = !bv_one_digit(&number);
	hold = bv_sums_that_hold(&number);
	if (number.layout == 0)
	{
		hold |= lanes->to_ask;
		unite(found, &lanes->any);
		if (various)
			unite(found, &lanes->any_various);
	}
	else
		hold = (hold | lanes->without_sum) & written;
	hold &= lanes->first[number.digit[0]];
	if (!various)
		hold &= lanes->uniform;
	for (; hold != 0; hold &= hold - 1)
	{
		const Lane *lane = &lanes->lane[__builtin_ctzll(hold)];

		if ((lane->unsure == NULL || bv_sum_holds(lane->unsure, &number)) &&
			(lane->holds == NULL || lane->holds(&number)))
			add_class(found, lane->number);
	}
}

/* ---------- codes ---------- */

/* The classes whose code the value is. */
static inline void
find_codes(const char *value, size_t len, const BvGlance *glance, Classes *found)
{
	uint32_t	others = ~(glance->digit | glance->letter) & (uint32_t) ((UINT64_C(1) << len) - 1);
	const PatternGroup *group = group_of(group_key(len, glance->digits, others));
	uint64_t	elsewhere = ~places_of(glance->digit, glance->letter);
	BvCode		code;
	uint64_t	layout;
	bool		read = false;

	for (int i = group->first; i < group->first + group->count; i++)
	{
		const CodePattern *pattern;

		if ((tables.places[i] & elsewhere) != 0)
			continue;
		pattern = &tables.patterns[tables.pattern_of[i]];
		if (!read)
		{
			if (!bv_read_code(value, len, &code, &layout))
				return;
			read = true;
		}
		if (pattern->pattern.layout != layout ||
			(pattern->scheme->capitals && bv_has_small_letter(value, len)))
			continue;
		code.which = pattern->which;
		if (pattern->scheme->holds == NULL || pattern->scheme->holds(&code))
			add_class(found, pattern->number);
	}
}

/* ---------- all classes ---------- */

#define NO_NUMBER	(BV_COLON | BV_AT | BV_OTHER | BV_HIGH)

BvClassSet
bv_classes_of(const char *value, size_t len)
{
	BvClassSet	set = {{0}};
	Classes		found = {{0}};
	Classes		candidates;
	char		ascii[BV_ASCII_MAX];

	if (!tables.built)
		build();
	bv_trim(&value, &len);
	if (len == 0)
		return set;
	candidates = tables.length[len < LENGTHS ? len : LENGTHS - 1];
	if (len <= BV_GLANCE_MAX)
	{
		BvGlance	glance;
		const Classes *filter[5];

		bv_glance(value, len, &glance);
		if (glance.kinds & BV_HIGH)
		{
			const char *same = value;

			value = bv_as_ascii(value, &len, ascii);
			if (value != same)
			{
				bv_trim(&value, &len);
				if (len == 0)
					return set;
				candidates = tables.length[len < LENGTHS ? len : LENGTHS - 1];
				bv_glance(value, len, &glance);
			}
		}
		filter[0] = &tables.digits[glance.digits < COUNTS ? glance.digits : COUNTS - 1];
		filter[1] = &tables.letters[glance.letters < COUNTS ? glance.letters : COUNTS - 1];
		filter[2] = &tables.kinds[0][glance.kinds & ((1 << HALF_KINDS) - 1)];
		filter[3] = &tables.kinds[1][glance.kinds >> HALF_KINDS];
		filter[4] = &tables.first[(unsigned char) value[0]];
		for (int i = 0; i < WORDS; i++)
			candidates.word[i] &= filter[0]->word[i] & filter[1]->word[i] &
				filter[2]->word[i] & filter[3]->word[i] & filter[4]->word[i];
		if (glance.letters == 0 && (glance.kinds & NO_NUMBER) == 0 && glance.digits > 0)
		{
			find_numbers(value, len, &glance, &found);
			filter[0] = glance.digits == len ? &tables.bare_numbers : &tables.numbers;
			for (int i = 0; i < WORDS; i++)
				candidates.word[i] &= ~filter[0]->word[i];
		}
		if (len < CODE_LENGTHS && glance.digits < len)
			find_codes(value, len, &glance, &found);
	}
	for (int i = 0; i < WORDS; i++)
	{
		for (uint64_t rest = candidates.word[i]; rest != 0; rest &= rest - 1)
		{
			int			number = tables.number_of[64 * i + __builtin_ctzll(rest)];

			if (bv_classes[number - 1].is_valid(value, len))
				found.word[number / 64] |= UINT64_C(1) << (number % 64);
		}
	}
	for (int i = 0; i < tables.unions_count; i++)
	{
		const Classes *parts = &tables.unions[i].parts;
		int			number = tables.unions[i].number;
		uint64_t	any = 0;

		for (int j = 0; j < WORDS; j++)
			any |= found.word[j] & parts->word[j];
		found.word[number / 64] |= (uint64_t) (any != 0) << (number % 64);
	}
	for (int i = 0; i < WORDS; i++)
		set.word[i] = found.word[i];
	return set;
}

bool
bv_is_valid(const BvClass *class, const char *value, size_t len)
{
	char		folded[BV_ASCII_MAX];

	if (class->is_valid == NULL)
		return false;
	value = bv_as_ascii(value, &len, folded);
	return class->is_valid(value, len);
}
