/*
 * recognize_index.c: which classes values of a shape may be of
 *
 * Follows from the forms, schemes and codes that classes declare (class.h).
 */
#include "recognize_index.h"

#include <assert.h>
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

/* A form's values that begin so: in the row of the first byte's kind, by the second byte's. */
static void
add_beginning(const char *word, size_t len, int number, int first, Classes row[BEGINNINGS])
{
	if (bv_beginning_kinds[(unsigned char) word[0]] != first)
		return;
	if (len > 1)
		add_class(&row[bv_beginning_kinds[(unsigned char) word[1]]], number);
	else
		add_range(row, BEGINNINGS, number, 0, BEGINNINGS);
}

static void
add_beginnings(const BvForm *form, int number, int first, Classes row[BEGINNINGS])
{
	const char *word = form->begins_with;

	for (const char *c = form->begins; c != NULL && *c != '\0'; c++)
		add_beginning(c, 1, number, first, row);
	while (word != NULL && *word != '\0')
	{
		size_t		len = strcspn(word, " ");

		add_beginning(word, len, number, first, row);
		word += len + (word[len] == ' ');
	}
	for (int i = 0; form->beginning != NULL && (word = form->beginning(i)) != NULL; i++)
		add_beginning(word, strlen(word), number, first, row);
	for (int i = 0; form->words != NULL && (word = form->words(i)) != NULL; i++)
		add_beginning(word, strlen(word), number, first, row);
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
	for (int first = 0; first < BEGINNINGS; first++)
	{
		Classes		row[BEGINNINGS] = {{{0}}};

		for (int i = 0; i < forms_count; i++)
		{
			const BvForm *form = forms[i].form;

			if (form->begins == NULL && form->begins_with == NULL && form->beginning == NULL &&
				form->words == NULL)
				add_range(row, BEGINNINGS, forms[i].number, 0, BEGINNINGS);
			else
				add_beginnings(form, forms[i].number, first, row);
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

/* What is not in use never holds: 1 leaves 1. */
static void
set_unused(LaneBlock *block, int at)
{
	for (int pair = 0; pair < PAIRS_MAX; pair++)
		memset(block->weight[pair][at], 0, sizeof(block->weight[pair][at]));
	block->offset[at] = 1;
	block->modulus[at] = 2;
	block->reciprocal[at] = 32768;
	block->if_zero[at] = -1;
}

static int
weight_of(const BvSum *sum, int place)
{
	int			weight;

	if (place >= sum->digits)
		return 0;
	weight = sum->weight[place] % sum->modulus;
	/* the nearest to 0 of those that leave the same */
	if (weight > sum->modulus / 2)
		weight -= sum->modulus;
	else if (weight < -(sum->modulus / 2))
		weight += sum->modulus;
	return weight;
}

/* Is a sum in the blocks like the last one there? */
static bool
is_like_last(const Lanes *lanes, int sum)
{
	const LaneBlock *block = &lanes->block[sum / LANES_IN_BLOCK];
	const LaneBlock *last = &lanes->block[lanes->sums / LANES_IN_BLOCK];
	int			at = sum % LANES_IN_BLOCK;
	int			last_at = lanes->sums % LANES_IN_BLOCK;

	for (int pair = 0; pair < lanes->pairs; pair++)
	{
		if (memcmp(block->weight[pair][at], last->weight[pair][last_at], sizeof(block->weight[pair][at])) != 0)
			return false;
	}
	return block->offset[at] == last->offset[last_at] && block->modulus[at] == last->modulus[last_at] &&
		block->if_zero[at] == last->if_zero[last_at];
}

/* Puts the sum of a lane into the blocks; true if it is out of reach there, and holds always. */
static bool
add_sum(Lanes *lanes, const BvSum *sum, uint64_t lane)
{
	LaneBlock  *block = &lanes->block[lanes->sums / LANES_IN_BLOCK];
	int			at = lanes->sums % LANES_IN_BLOCK;
	int			lowest = 0;
	int			highest = 0;
	bool		unsure;

	for (int place = 0; place < 2 * lanes->pairs; place++)
	{
		int			weight = weight_of(sum, place);

		block->weight[place / 2][at][place % 2] = weight;
		*(weight < 0 ? &lowest : &highest) += 9 * weight;
	}
	block->offset[at] = (-lowest / sum->modulus + 2) * sum->modulus - sum->remainder;
	block->modulus[at] = sum->modulus;
	block->reciprocal[at] = 65536 / sum->modulus;
	block->if_zero[at] = sum->if_zero != 0 ?
		(sum->if_zero - sum->remainder + sum->modulus) % sum->modulus : -1;
	unsure = highest + block->offset[at] > INT16_MAX;
	if (unsure)
	{
		for (int pair = 0; pair < lanes->pairs; pair++)
			memset(block->weight[pair][at], 0, sizeof(block->weight[pair][at]));
		block->offset[at] = 0;
	}
	for (int i = 0; i < lanes->sums; i++)
	{
		if (is_like_last(lanes, i))
		{
			lanes->of_sum[i] |= lane;
			set_unused(block, at);
			return unsure;
		}
	}
	lanes->of_sum[lanes->sums++] = lane;
	return unsure;
}

static void
add_lane(int number, const BvNumberScheme *scheme, const BvSum *sum)
{
	Lanes	   *lanes = &bv_recognize.lanes[sum->digits];
	Lane	   *lane = &lanes->lane[lanes->count];
	uint64_t	bit = UINT64_C(1) << lanes->count;

	assert(lanes->count < LANES_MAX && sum->digits <= BV_NUMBER_MAX);
	lanes->pairs = (sum->digits + 1) / 2;
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
			bv_recognize.layouts_count++;
		assert(bv_recognize.layouts_count <= LAYOUTS_SIZE / 2);
		entry->layout = bv_layout_of(format);
		entry->digits = sum->digits;
		entry->lanes |= bit;
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
	{
		lanes->summed++;
		if (sum->kind == BV_LUHN)
		{
			assert(sum->modulus == 10 && sum->if_zero == 0);
			lanes->luhn[sum->remainder] |= bit;
			lanes->has_luhn = true;
		}
		else if (add_sum(lanes, sum, bit))
			lane->unsure = sum;
	}
	lanes->count++;
}

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
	}
}

static void
add_union(const BvClass *class)
{
	const char *name = class->any_of;

	assert(bv_recognize.unions_count < UNIONS_MAX);
	bv_recognize.unions[bv_recognize.unions_count].number = class->number;
	while (*name != '\0')
	{
		size_t		size = strcspn(name, " ");

		add_class(&bv_recognize.unions[bv_recognize.unions_count].parts, bv_class_by_name(name, size)->number);
		add_class(&bv_recognize.united, bv_class_by_name(name, size)->number);
		name += size + (name[size] == ' ');
	}
	bv_recognize.unions_count++;
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
			set_unused(&bv_recognize.lanes[count].block[i / LANES_IN_BLOCK], i % LANES_IN_BLOCK);
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
	fill_beginnings();
	fill_words();
	group_patterns();
	bv_recognize.built = true;
}
