/*
 * recognize_index.c: which classes values of a shape may be of
 *
 * Follows from the forms, schemes and codes that classes declare (class.h).
 */
#include "recognize_index.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

RecognizeIndex bv_recognize;

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

#define FORMS_MAX	192

/* All forms, while the index is built. */
static struct
{
	const BvForm *form;
	int			number;
}			forms[FORMS_MAX];
static int	forms_count;

static void
add_form(int number, const BvForm *form)
{
	bool		known = is_known(form);
	unsigned	may = form->may | form->must | form->either | BV_FIRST_DIGIT | BV_LAST_DIGIT | BV_NOT_HEX;

	if (!known)
		may = (1 << BV_KINDS) - 1;
	may &= ~form->never;

	add_range(bv_recognize.length, LENGTHS, number, form->length[0],
			  form->length[1] > 0 ? form->length[1] : LENGTHS);
	add_range(bv_recognize.digits, COUNTS, number, form->digits[0], known ? form->digits[1] : COUNTS);
	add_range(bv_recognize.letters, COUNTS, number, form->letters[0], known ? form->letters[1] : COUNTS);
	assert(forms_count < FORMS_MAX);
	forms[forms_count].form = form;
	forms[forms_count++].number = number;
	for (int half = 0; half < 2; half++)
	{
		unsigned	may_have = may >> (half * HALF_KINDS);
		unsigned	must_have = form->must >> (half * HALF_KINDS) & ((1 << HALF_KINDS) - 1);

		for (unsigned kinds = 0; kinds < 1 << HALF_KINDS; kinds++)
		{
			if ((kinds & ~may_have) == 0 && (must_have & ~kinds) == 0 &&
				(half > 0 || form->either == 0 || (form->either & kinds) != 0))
				add_class(&bv_recognize.kinds[half][kinds], number);
		}
	}
}

const uint8_t bv_beginning_kinds[256] = {
	['A'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
	['a'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
	['0'] = 27, 28, 29, 30, 31, 32, 33, 34, 35, 36,
	[' '] = 37, ['#'] = 38, ['$'] = 39, ['('] = 40, ['*'] = 41, ['+'] = 42, ['-'] = 43, ['.'] = 44,
	['/'] = 45, [':'] = 46, ['@'] = 47, ['['] = 48, ['\\'] = 49, ['_'] = 50, ['{'] = 51,
	['!'] = 52, ['"'] = 52, ['%'] = 52, ['&'] = 52, ['\''] = 52, [')'] = 52, [','] = 52, [';'] = 52,
	['<'] = 52, ['='] = 52, ['>'] = 52, ['?'] = 52, [']'] = 52, ['^'] = 52, ['`'] = 52, ['|'] = 52,
	['}'] = 52, ['~'] = 52,
	[0x80 ... 0xFF] = 53
};

#define ENTRIES_MAX	2048

/* How values of a form begin: the kinds of their first two bytes, while the index is built. */
static struct
{
	uint8_t		first;
	uint8_t		second;			/* or BEGINNINGS, any */
	uint8_t		number;
}			entries[ENTRIES_MAX];
static int	entries_count;

static void
add_beginning(const char *word, size_t len, int number)
{
	assert(entries_count < ENTRIES_MAX);
	entries[entries_count].first = bv_beginning_kinds[(unsigned char) word[0]];
	entries[entries_count].second = len > 1 ? bv_beginning_kinds[(unsigned char) word[1]] : BEGINNINGS;
	entries[entries_count++].number = number;
}

/* False if the form leaves open how its values begin. */
static bool
add_beginnings(const BvForm *form, int number)
{
	const char *word = form->begins_with;

	for (const char *c = form->begins; c != NULL && *c != '\0'; c++)
		add_beginning(c, 1, number);
	while (word != NULL && *word != '\0')
	{
		size_t		len = strcspn(word, " ");

		add_beginning(word, len, number);
		word += len + (word[len] == ' ');
	}
	for (int i = 0; form->beginning != NULL && (word = form->beginning(i)) != NULL; i++)
		add_beginning(word, strlen(word), number);
	for (int i = 0; form->words != NULL && (word = form->words(i)) != NULL; i++)
		add_beginning(word, strlen(word), number);
	return form->begins != NULL || form->begins_with != NULL || form->beginning != NULL || form->words != NULL;
}

/* Sets that are the same, as most are, are there once. */
static uint16_t
beginning_set(const Classes *set)
{
	static int	count;
	static int	last;			/* the next is most often like that */
	int			i = 0;

	if (count > 0 && memcmp(&bv_recognize.beginnings[last], set, sizeof(*set)) == 0)
		return (uint16_t) last;
	while (i < count && memcmp(&bv_recognize.beginnings[i], set, sizeof(*set)) != 0)
		i++;
	if (i == count)
	{
		assert(count < BEGINNING_SETS);
		bv_recognize.beginnings[count++] = *set;
	}
	last = i;
	return (uint16_t) i;
}

static void
fill_beginnings(void)
{
	Classes		open = {{0}};

	for (int i = 0; i < forms_count; i++)
	{
		if (!add_beginnings(forms[i].form, forms[i].number))
			add_class(&open, forms[i].number);
	}
	for (int first = 0; first < BEGINNINGS; first++)
	{
		Classes		row[BEGINNINGS];

		for (int second = 0; second < BEGINNINGS; second++)
			row[second] = open;
		for (int i = 0; i < entries_count; i++)
		{
			if (entries[i].first != first)
				continue;
			if (entries[i].second < BEGINNINGS)
				add_class(&row[entries[i].second], entries[i].number);
			else
				add_range(row, BEGINNINGS, entries[i].number, 0, BEGINNINGS);
		}
		for (int second = 0; second < BEGINNINGS; second++)
			bv_recognize.beginning[first][second] = beginning_set(&row[second]);
	}
}

/* Notes the words of all lists, and for each set of lists all classes but those of the others. */
static void
fill_words(void)
{
	int			lists = 0;

	memset(bv_recognize.word_sets, 0xFF, sizeof(bv_recognize.word_sets));
	for (int i = 0; i < forms_count; i++)
	{
		int			number = forms[i].number;
		const char *word;

		if (forms[i].form->words == NULL)
			continue;
		assert(lists < LISTS_MAX);
		for (int j = 0; (word = forms[i].form->words(j)) != NULL; j++)
			bv_recognize.words[word_hash(word, strlen(word))] |= 1 << lists;
		for (int set = 0; set < 1 << LISTS_MAX; set++)
		{
			if ((set >> lists & 1) == 0)
				bv_recognize.word_sets[set].word[number / 64] &= ~(UINT64_C(1) << number % 64);
		}
		add_class(&bv_recognize.listed, number);
		lists++;
	}
}

/* ---------- numbers ---------- */

/* What a digit adds to a sum, from 0 to less than the modulus. */
static int
term_of(const BvSum *sum, int place, int digit)
{
	int			term;

	if (sum->kind == BV_LUHN)
		term = (sum->digits - place) % 2 != 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
	else
		term = digit * sum->weight[place];
	return (term % sum->modulus + sum->modulus) % sum->modulus;
}

/* What is added so that a sum leaves nothing. */
static int
start_of(const BvSum *sum)
{
	return (sum->modulus - sum->remainder) % sum->modulus;
}

/* What a sum may leave if the last digit is 0; -1 for nothing else. */
static int
if_zero_of(const BvSum *sum)
{
	return sum->if_zero != 0 ? (sum->if_zero + start_of(sum)) % sum->modulus : -1;
}

typedef enum SumWidth
{
	NARROW,
	WIDE,
	NO_SUM,
	SUM_WIDTHS
} SumWidth;

static SumWidth
width_of(const BvSum *sum)
{
	int			highest = 0;

	if (sum->modulus == 0)
		return NO_SUM;
	for (int place = 0; place < sum->digits; place++)
	{
		int			most = 0;

		for (int digit = 0; digit < 10; digit++)
			most = term_of(sum, place, digit) > most ? term_of(sum, place, digit) : most;
		highest += most;
	}
	return start_of(sum) + highest < 255 && sum->modulus < 255 ? NARROW : WIDE;
}

/* A sum in the lane's place among the narrow ones; NULL: it never holds, as 1 leaves 1. */
static void
set_narrow(NarrowSums *sums, int at, const BvSum *sum)
{
	sums->start[at] = sum != NULL ? start_of(sum) : 1;
	sums->if_zero[0][at] = sum != NULL && if_zero_of(sum) > 0 ? if_zero_of(sum) : UINT8_MAX;
	sums->if_zero[1][at] = UINT8_MAX;
	for (int i = 0; sum != NULL && i < REDUCTIONS; i++)
	{
		int			times = sum->modulus << (REDUCTIONS - 1 - i);

		sums->times[i][at] = times <= 255 ? times : 0;
	}
	for (int place = 0; sum != NULL && place < sum->digits; place++)
	{
		for (int digit = 0; digit < 10; digit++)
			sums->term[place][digit][at] = term_of(sum, place, digit);
	}
}

static void
set_wide(WideSums *sums, int at, const BvSum *sum)
{
	sums->start[at] = sum != NULL ? start_of(sum) : 1;
	sums->if_zero[0][at] = sum != NULL && if_zero_of(sum) > 0 ? if_zero_of(sum) : UINT16_MAX;
	sums->if_zero[1][at] = UINT16_MAX;
	sums->modulus[at] = sum != NULL ? sum->modulus : 2;
	sums->reciprocal[at] = 65536 / sums->modulus[at];
	for (int place = 0; sum != NULL && place < sum->digits; place++)
	{
		for (int digit = 0; digit < 10; digit++)
			sums->term[place][digit][at] = term_of(sum, place, digit);
	}
}

/*
 * Reads one of the places of BvSum.pairs and what may be there into a set of pairs
 * of digits; returns what is behind it, or NULL at the end.
 */
static const char *
read_pairs(const char *text, int digits, int *place, bool pairs[100])
{
	char	   *end;
	bool		single;

	while (*text == ' ')
		text++;
	if (*text == '\0')
		return NULL;
	memset(pairs, 0, 100 * sizeof(bool));
	*place = (int) strtol(text, &end, 10);
	single = *end == '=';
	assert(single || *end == ':');
	assert(*place < digits - (single ? 0 : 1));
	do
	{
		int			low = (int) strtol(end + 1, &end, 10);
		int			high = *end == '-' ? (int) strtol(end + 1, &end, 10) : low;

		assert(low <= high && high < (single ? 10 : 100));
		for (int part = low; part <= high; part++)
		{
			if (!single)
				pairs[part] = true;
			for (int other = 0; single && other < 10; other++)
				pairs[*place < digits - 1 ? 10 * part + other : 10 * other + part] = true;
		}
	} while (*end == ',');
	if (single && *place == digits - 1)
		(*place)--;
	return end;
}

/* Notes of a lane which pairs of digits it may have (0), or is not in doubt with (32). */
static void
add_pairs(Lanes *lanes, int lane, int digits, const char *text, int half)
{
	bool		pairs[100];
	int			place;

	while (text != NULL && (text = read_pairs(text, digits, &place, pairs)) != NULL)
	{
		lanes->lane[lane].pairs = true;
		for (int pair = 0; pair < 100; pair++)
		{
			if (pairs[pair] != (half == 0))
				lanes->told[place][pair] &= ~(UINT64_C(1) << (half + lane));
		}
	}
}

/* The same of the digits that a scheme's numbers begin with. */
static void
add_first(Lanes *lanes, int lane, int digits, unsigned first)
{
	char		text[32];
	int			len = sprintf(text, "0");

	for (int digit = 0; digit < 10; digit++)
	{
		if (first >> digit & 1)
			len += sprintf(text + len, "%c%d", len == 1 ? '=' : ',', digit);
	}
	add_pairs(lanes, lane, digits, text, 0);
}

/* Lets the lane have the layout of a format, if it is of so many digits. */
static void
add_layout(Lanes *lanes, int lane, int digits, const char *format)
{
	Layout	   *entry = layout_of(bv_layout_of(format), digits);

	if (*format == '\0' || *format == '|')
	{
		lanes->bare |= UINT32_C(1) << lane;
		return;
	}
	if (bv_format_digits(format) != digits || bv_layout_of(format) == 0)
		return;
	if (entry->lanes == 0)
		bv_recognize.layouts_count++;
	assert(bv_recognize.layouts_count <= LAYOUTS_SIZE / 2);
	entry->layout = bv_layout_of(format);
	entry->digits = digits;
	entry->lanes |= UINT32_C(1) << lane;
}

static void
add_lane(int number, const BvNumberScheme *scheme, const BvSum *sum)
{
	Lanes	   *lanes = &bv_recognize.lanes[sum->digits];
	int			at = lanes->count++;
	Lane	   *lane = &lanes->lane[at];
	uint32_t	bit = UINT32_C(1) << at;

	assert(at < LANES_MAX && sum->digits <= BV_NUMBER_MAX);
	if (at == 0)				/* they are read in fours */
		memset(lanes->told, 0xFF, (sum->digits + 3) / 4 * 4 * sizeof(lanes->told[0]));
	lane->number = number;
	lane->holds = scheme->holds;
	lane->spaced = scheme->spaced && sum->as == NULL;
	if (scheme->holds != NULL)
	{
		lanes->askable |= bit;
		if (sum->doubt == NULL)
			lanes->asked |= bit;
	}
	if (!scheme->various)
		lanes->uniform |= bit;
	if (sum->kind == BV_VERHOEFF)
		lanes->verhoeff |= bit;
	if (sum->kind == BV_MOD_11_10)
		lanes->mod_11_10 |= bit;
	if (scheme->first != 0)
		add_first(lanes, at, sum->digits, scheme->first);
	add_pairs(lanes, at, sum->digits, sum->pairs, 0);
	add_pairs(lanes, at, sum->digits, sum->doubt, 32);
	if (sum->as == NULL)
		lanes->bare |= bit;
	for (const char *format = sum->as != NULL ? sum->as : scheme->formats; format != NULL;
		 format = bv_next_format(format))
		add_layout(lanes, at, sum->digits, format);
	for (int some = 0; some < 16; some++)
	{
		if (some >> at % 4 & 1)
			add_found(&lanes->of_four[at / 4][some], number, true);
	}
	switch (width_of(sum))
	{
		case NARROW:
			lanes->narrow++;
			lanes->narrow_lanes |= bit;
			set_narrow(&lanes->narrow_sums, at, sum);
			break;
		case WIDE:
			assert(lanes->wide < WIDE_MAX);
			lanes->wide_lanes |= bit;
			set_wide(&lanes->wide_sums, lanes->wide++, sum);
			break;
		default:
			lanes->without_sum |= bit;
			break;
	}
}

/* ---------- codes ---------- */

static void
add_code(int number, const BvCodeScheme *code)
{
	int			which = 1;

	for (const char *text = code->patterns; text != NULL; text = bv_next_format(text), which++)
	{
		CodePattern *pattern = &bv_recognize.patterns[bv_recognize.patterns_count++];

		assert(bv_recognize.patterns_count <= PATTERNS_MAX);
		bv_read_pattern(text, &pattern->pattern);
		pattern->scheme = code;
		pattern->which = which;
		pattern->number = number;
		if (pattern->pattern.least_digits == 0 && pattern->pattern.len > bv_recognize.letters_max)
			bv_recognize.letters_max = pattern->pattern.len;
	}
}

static void
add_union(const BvClass *class)
{
	const char *name = class->any_of;

	while (*name != '\0')
	{
		size_t		size = strcspn(name, " ");
		int			part = bv_class_by_name(name, size)->number;

		add_class(&bv_recognize.of[part], class->number);
		name += size + (name[size] == ' ');
	}
}

/* Lists the patterns by how many bytes and digits values have, and where separators are. */
static void
group_patterns(void)
{
	int			uses = 0;
	int			groups = 0;

	for (int first = 0; first < bv_recognize.patterns_count; first++)
	{
		const BvPattern *pattern = &bv_recognize.patterns[first].pattern;

		for (int digits = pattern->least_digits; digits <= pattern->most_digits; digits++)
		{
			PatternGroup *group = group_of(group_key(pattern->len, digits, pattern->others));

			if (group->count > 0)
				continue;		/* with one before */
			groups++;
			assert(groups <= GROUPS_SIZE / 2);
			group->key = group_key(pattern->len, digits, pattern->others);
			group->first = uses;
			for (int i = first; i < bv_recognize.patterns_count; i++)
			{
				const BvPattern *other = &bv_recognize.patterns[i].pattern;

				if (other->len != pattern->len || other->others != pattern->others ||
					digits < other->least_digits || digits > other->most_digits)
					continue;
				assert(uses < PATTERN_USES_MAX);
				bv_recognize.places[uses] = places_of(other->digits, other->letters);
				bv_recognize.pattern_of[uses++] = i;
			}
			group->count = uses - group->first;
		}
	}
}

/* A form beside the first one has a place of its own in the sets. */
static void
add_second_form(int place, const BvClass *class, const BvForm *form)
{
	assert(place > bv_class_count);
	bv_recognize.number_of[place] = class->number;
	bv_recognize.is_valid[place] = class->is_valid;
	add_form(place, form);
}

void
bv_recognize_build(void)
{
	int			place = 64 * WORDS;	/* of second forms: from the last on, where no class is */

	for (int count = 0; count <= BV_NUMBER_MAX; count++)
	{
		for (int i = 0; i < LANES_MAX; i++)
			set_narrow(&bv_recognize.lanes[count].narrow_sums, i, NULL);
		for (int i = 0; i < WIDE_MAX; i++)
			set_wide(&bv_recognize.lanes[count].wide_sums, i, NULL);
	}
	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];

		if (class->is_valid == NULL)
			continue;
		add_class(&bv_recognize.of[class->number], class->number);
		if (class->any_of != NULL)
		{
			add_union(class);
			continue;
		}
		bv_recognize.number_of[class->number] = class->number;
		bv_recognize.is_valid[class->number] = class->is_valid;
		if ((class->scheme == NULL && class->code == NULL) || is_known(&class->form))
			add_form(class->number, &class->form);
		if (is_known(&class->or_form))
			add_second_form(--place, class, &class->or_form);
		for (const BvForm *form = class->more_forms; form != NULL && is_known(form); form++)
			add_second_form(--place, class, form);
		/* a form with a separator is of numbers that the scheme does not know */
		if (class->scheme != NULL && (class->form.must & BV_SEPARATORS) == 0)
		{
			add_class(&bv_recognize.bare_numbers, class->number);
			if (!class->scheme->bare)
				add_class(&bv_recognize.numbers, class->number);
		}
		if (class->code != NULL)
			add_code(class->number, class->code);
	}
	for (SumWidth width = NARROW; width < SUM_WIDTHS; width++)
	{
		for (int i = 0; i < bv_class_count; i++)
		{
			const BvNumberScheme *scheme = bv_classes[i].scheme;

			for (const BvSum *sum = scheme != NULL ? scheme->sums : NULL;
				 sum != NULL && sum->digits > 0; sum++)
			{
				if (width_of(sum) == width)
					add_lane(bv_classes[i].number, scheme, sum);
			}
		}
	}
	fill_beginnings();
	fill_words();
	group_patterns();
	bv_recognize.built = true;
}
