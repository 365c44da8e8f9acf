/*
 * recognize_plan.c: what there is to do for values of one picture
 */
#include "recognize_plan.h"

#include <string.h>

#include "check_digit.h"
#include "recognize.h"
#include "recognize_shape.h"

#define SEEN		4096		/* a power of 2 */

Plan		bv_plans[PLAN_SETS][PLAN_WAYS];
const Plan *bv_last_plan = &bv_plans[0][0];	/* of no picture yet */

static uint8_t next_way[PLAN_SETS];	/* where the next plan of a set goes */
static uint32_t seen[SEEN];		/* part of the hash of the last picture without a plan */

/*
 * To make a plan takes as long as to do without it for some ten values: where there
 * are so many pictures that plans do not stay, few of them are made.
 */
unsigned	bv_plan_patience = 16;

static unsigned again;			/* pictures seen again since the last plan was made */

/* Finds what is between digits, and letters; returns how many of those there are, or 0 with too much between. */
static int
find_gaps(Plan *plan)
{
	int			count = 0;

	plan->gaps = 0;
	for (int i = plan->picture.len - 1; i >= 0; i--)
	{
		char		c = plan->picture.text[i];

		if (c == '0' || c == 'a')
			count++;
		else if (plan->gaps == PLAN_GAPS_MAX)
			return 0;
		else
			plan->gap[plan->gaps++] = i;
	}
	return count;
}

static void
plan_number(Plan *plan)
{
	BvNumber	number;
	const Lanes *lanes;

	if (!bv_read_number(plan->picture.text, plan->picture.len, &number))
		return;
	lanes = &bv_recognize.lanes[number.count];
	plan->lanes = number.layout == 0 ? lanes->bare : layout_of(number.layout, number.count)->lanes;
	plan->layout = number.layout;
	plan->number = true;
}

/* Numbers of a class that have separators where its test allows, unless a sum has that layout for its own. */
static void
plan_spaced(Plan *plan, const BvClass *class)
{
	const Lanes *lanes = &bv_recognize.lanes[plan->digits];
	uint32_t	spaced = 0;

	for (int i = 0; i < lanes->count; i++)
	{
		if (lanes->lane[i].number != class->number)
			continue;
		if (plan->lanes >> i & 1)
			return;
		spaced |= (uint32_t) lanes->lane[i].spaced << i;
	}
	plan->lanes |= spaced;
}

/* Takes out of the lanes what holds anyway. */
static void
plan_lanes(Plan *plan)
{
	const Lanes *lanes = &bv_recognize.lanes[plan->digits];

	for (int i = lanes->narrow + lanes->wide; i < lanes->count; i++)
	{
		uint32_t	bit = UINT32_C(1) << i;

		if ((plan->lanes & bit) == 0 ||
			((lanes->asked | lanes->verhoeff | lanes->mod_11_10) & bit) != 0 || lanes->lane[i].pairs)
			continue;
		add_classes_of(lanes, bit, (lanes->uniform & bit) != 0 ? &plan->sure : &plan->various);
		plan->lanes &= ~bit;
	}
}

/* What to do about a class whose form the picture has, the first or the second. */
static void
plan_class(Plan *plan, const BvClass *class, int form)
{
	const char *text = plan->picture.text;
	size_t		len = plan->picture.len;

	if (class->must_be != NULL && class->must_be(text, len))
		add_found(&plan->sure, class->number, true);
	else if (class->noted != NULL && plan->digits > 0 && plan->notes < PLAN_NOTES_MAX)
	{
		plan->note[plan->notes].note = class->noted->note(text, len);
		plan->note[plan->notes].is_valid = class->noted->is_valid;
		plan->note[plan->notes].number = class->number;
		plan->notes += plan->note[plan->notes].note != 0;
	}
	else if (class->may_be == NULL || class->may_be(text, len))
	{
		if (class->scheme != NULL && class->scheme->spaced && plan->number)
			plan_spaced(plan, class);
		else
		{
			add_class(&plan->ask, form);
			plan->asks = true;
		}
	}
}

/* A class of which one pattern is sure need not be asked of others. */
static void
drop_sure_codes(Plan *plan)
{
	int			kept = 0;

	for (int i = 0; i < plan->codes; i++)
	{
		const CodePattern *pattern = &bv_recognize.patterns[plan->code[i]];

		if (!pattern->scheme->capitals && bv_code_is_sure(pattern->scheme, pattern->which))
			add_found(&plan->sure, pattern->number, true);
	}
	for (int i = 0; i < plan->codes; i++)
	{
		int			number = bv_recognize.patterns[plan->code[i]].number;

		if ((plan->sure.word[number / 64] >> number % 64 & 1) == 0)
			plan->code[kept++] = plan->code[i];
	}
	plan->codes = kept;
}

/* False if there are too many patterns. */
static bool
plan_codes(Plan *plan, const BvGlance *glance)
{
	size_t		len = plan->picture.len;
	uint32_t	others = ~(glance->digit | glance->letter) & (uint32_t) ((UINT64_C(1) << len) - 1);
	const PatternGroup *group = group_of(group_key(len, glance->digits, others));
	uint64_t	elsewhere = ~places_of(glance->digit, glance->letter);
	BvCode		code;
	uint64_t	layout;

	if (group->count == 0 || !bv_read_code(plan->picture.text, len, &code, &layout))
		return true;
	for (int i = group->first; i < group->first + group->count; i++)
	{
		int			pattern = bv_recognize.pattern_of[i];

		if ((bv_recognize.places[i] & elsewhere) != 0 ||
			bv_recognize.patterns[pattern].pattern.layout != layout)
			continue;
		if (plan->codes == PLAN_CODES_MAX)
			return false;
		plan->code[plan->codes++] = pattern;
	}
	drop_sure_codes(plan);
	if (plan->codes == 0)
		return true;
	plan->characters = find_gaps(plan);
	for (int i = 0; i < code.count; i++)
		plan->letters |= (uint32_t) (code.text[i] == 'A') << i;	/* for any letter, in capitals */
	return true;
}

/* Makes the plan of a picture; false if it has no room for what there is to do. */
static bool
make_plan(const BvPicture *picture, Plan *plan)
{
	size_t		len = picture->len;
	const char *text = picture->text;
	BvGlance	glance;
	Classes		candidates;

	memset(plan, 0, sizeof(*plan));
	plan->picture = *picture;
	bv_glance(text, len, &glance);
	if (picture->not_hex)
		glance.kinds |= BV_NOT_HEX;
	classes_of_form(len, &glance, &candidates);
	if (glance.letters == 0 && glance.digits <= BV_NUMBER_MAX)
		plan->digits = find_gaps(plan);
	if (glance.letters == 0 && (glance.kinds & NO_NUMBER) == 0 && glance.digits > 0)
	{
		const Classes *known = glance.digits == len ? &bv_recognize.bare_numbers :
			&bv_recognize.numbers;

		plan_number(plan);
		for (int i = 0; i < WORDS; i++)
			candidates.word[i] &= ~known->word[i];
	}
	if (glance.digits < len && !plan_codes(plan, &glance))
		return false;
	for (int i = 0; i < 64 * WORDS; i++)
	{
		if (candidates.word[i / 64] >> i % 64 & 1)
			plan_class(plan, &bv_classes[bv_recognize.number_of[i] - 1], i);
	}
	if (plan->number)
		plan_lanes(plan);
	plan->reads = plan->notes > 0 || plan->number;
	return true;
}

const Plan *
bv_make_plan(const BvPicture *picture, uint64_t hash)
{
	unsigned	set = hash % PLAN_SETS;
	uint32_t	tag = (uint32_t) (hash >> 32) | 1;
	uint32_t   *last = &seen[hash / PLAN_SETS % SEEN];
	Plan	   *plan = &bv_plans[set][next_way[set]];

	if (*last != tag)
	{
		*last = tag;
		return NULL;
	}
	if (++again < bv_plan_patience)
		return NULL;
	again = 0;
	next_way[set] = (next_way[set] + 1) % PLAN_WAYS;
	if (make_plan(picture, plan))
		return plan;
	memset(plan, 0, sizeof(*plan));		/* of no picture: they have a length */
	return NULL;
}
