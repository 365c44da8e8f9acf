/*
 * recognize.c: of which classes a value may be
 *
 * One look at a value tells how long it is, how many digits and letters it has,
 * and what else (glance.h).  An index (recognize_index.h) leaves, for what was
 * seen, the few classes whose validators are worth asking.  Numbers, of which
 * dozens of schemes have the same length, are summed up for all schemes at once
 * (recognize_sum.c).  For short values that look like others before, all that is
 * known from their picture is at hand (recognize_plan.h); for texts, what their
 * shape leaves (recognize_shape.h).  So a class costs nothing to values of another
 * shape.  The answers are those of bv_is_valid for each class.
 */
#include "recognize.h"

#include <string.h>

#include "ascii.h"
#include "check_digit.h"
#include "class.h"
#include "glance.h"
#include "marks.h"
#include "vector.h"
#include "recognize_index.h"
#include "recognize_plan.h"
#include "recognize_shape.h"

/* ---------- numbers ---------- */

/*
 * Reads a number with separators, as bv_read_number does, if there is a lane for
 * its layout; those go to written.
 */
static inline bool
read_written(const char *value, size_t len, const BvGlance *glance, BvNumber *number,
			 uint32_t *written)
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

/* Has a number more than one digit? */
static inline bool
is_various(const BvNumber *number)
{
#ifdef __SSE2__
	if (number->count <= 16)
	{
		__m128i		digits = _mm_loadu_si128((const __m128i *) number->digit);
		__m128i		same = _mm_cmpeq_epi8(digits, _mm_srli_si128(digits, 1));

		return (~_mm_movemask_epi8(same) & ((1 << (number->count - 1)) - 1)) != 0;
	}
#endif
	return !bv_one_digit(number);
}

/*
 * The classes of those lanes that take the number.  Its pairs of digits leave few
 * that must be asked.  A number of one digit repeated, which pairs do not speak for,
 * is rare.
 */
static inline __attribute__((always_inline)) void
find_lanes(const BvNumber *number, uint32_t wanted, bool various, Classes *found)
{
	const Lanes *lanes = &bv_recognize.lanes[number->count];
	_Alignas(16) unsigned char pair[32];
	uint32_t	ask;
	uint32_t	hold;

	bv_read_pairs(number, pair);
	hold = bv_lanes_that_hold(number, pair, wanted, &ask);

	if (!various)
	{
		hold &= lanes->uniform;
		ask = hold & lanes->askable;
	}
	for (; ask != 0; ask &= ask - 1)
	{
		int			at = __builtin_ctz(ask);

		if (!lanes->lane[at].holds(number))
			hold &= ~(UINT32_C(1) << at);
	}
	add_classes_of(lanes, hold, found);
}

/* The classes whose scheme the value is a number of. */
static inline void
find_numbers(const char *value, size_t len, const BvGlance *glance, Classes *found)
{
	BvNumber	number;
	const Lanes *lanes;
	uint32_t	written = 0;

	if (glance->digits == len)
	{
		if (len > BV_NUMBER_MAX)
			return;
		bv_read_number(value, len, &number);
	}
	else if (!read_written(value, len, glance, &number, &written))
		return;
	lanes = &bv_recognize.lanes[number.count];
	find_lanes(&number, number.layout == 0 ? lanes->bare : written, is_various(&number), found);
}

/*
 * The letters and digits of a value, one after the other, and zeros behind them:
 * what is between is taken out, from the last on.
 */
static inline void
join(const BvPadded *padded, const Plan *plan, char joined[BV_PICTURE_MAX])
{
#ifdef __SSE2__
	static const char before[32] = {[0 ... 15] = -1};
	__m128i		low = _mm_load_si128((const __m128i *) padded->text);
	__m128i		high = _mm_load_si128((const __m128i *) (padded->text + 16));

	for (int i = 0; i < plan->gaps; i++)
	{
		__m128i		next = _mm_srli_si128(low, 1);
		int			at = plan->gap[i];

		if (plan->picture.len > 16)
		{
			__m128i		keep = _mm_loadu_si128((const __m128i *) (before + 16 - (at > 16 ? at - 16 : 0)));

			next = _mm_or_si128(next, _mm_slli_si128(high, 15));
			high = _mm_or_si128(_mm_and_si128(keep, high), _mm_andnot_si128(keep, _mm_srli_si128(high, 1)));
			if (at >= 16)
				continue;
		}
		{
			__m128i		keep = _mm_loadu_si128((const __m128i *) (before + 16 - at));

			low = _mm_or_si128(_mm_and_si128(keep, low), _mm_andnot_si128(keep, next));
		}
	}
	_mm_storeu_si128((__m128i *) joined, low);
	_mm_storeu_si128((__m128i *) (joined + 16), high);
#else
	memcpy(joined, padded->text, BV_PICTURE_MAX);
	for (int i = 0; i < plan->gaps; i++)
		memmove(joined + plan->gap[i], joined + plan->gap[i] + 1, BV_PICTURE_MAX - plan->gap[i] - 1);
#endif
}

/* The classes whose scheme or noted validator takes the digits. */
static inline void
find_planned_numbers(const char *value, size_t len, const BvPadded *padded, const Plan *plan,
					 Classes *found)
{
	BvNumber	number;

	join(padded, plan, (char *) number.digit);
	/* of '0' to '9', and zeros */
#ifdef __SSE2__
	for (int i = 0; i < BV_PICTURE_MAX; i += 16)
	{
		__m128i		block = _mm_loadu_si128((const __m128i *) (number.digit + i));

		_mm_storeu_si128((__m128i *) (number.digit + i), _mm_and_si128(block, _mm_set1_epi8(0x0F)));
	}
#else
	for (int i = 0; i < BV_PICTURE_MAX; i++)
		number.digit[i] &= 0x0F;
#endif
	number.count = plan->digits;
	number.layout = plan->layout;
	if (plan->number)
	{
		bool		various = is_various(&number);

		if (various)
			unite(found, &plan->various);
		if (plan->lanes != 0)
			find_lanes(&number, plan->lanes, various, found);
	}
	for (int i = 0; i < plan->notes; i++)
	{
		const PlanNote *note = &plan->note[i];

		add_found(found, note->number, note->is_valid(value, len, &number, note->note));
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

		if ((bv_recognize.places[i] & elsewhere) != 0)
			continue;
		pattern = &bv_recognize.patterns[bv_recognize.pattern_of[i]];
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
		add_found(found, pattern->number, bv_code_holds(pattern->scheme, &code));
	}
}

/* Makes small letters among letters, digits and zeros capitals; were there any? */
static inline bool
make_capitals(char text[BV_PICTURE_MAX])
{
	bool		small = false;

#ifdef __SSE2__
	for (int i = 0; i < BV_PICTURE_MAX; i += 16)
	{
		__m128i		block = _mm_loadu_si128((const __m128i *) (text + i));
		__m128i		is_small = _mm_cmpgt_epi8(block, _mm_set1_epi8('Z'));

		small |= _mm_movemask_epi8(is_small) != 0;
		block = _mm_andnot_si128(_mm_and_si128(is_small, _mm_set1_epi8(0x20)), block);
		_mm_storeu_si128((__m128i *) (text + i), block);
	}
#else
	for (int i = 0; i < BV_PICTURE_MAX; i++)
	{
		small |= text[i] > 'Z';
		text[i] = bv_to_upper(text[i]);
	}
#endif
	return small;
}

/* The same, where the plan tells which patterns it has. */
static inline void
find_planned_codes(const BvPadded *padded, const Plan *plan, Classes *found)
{
	BvCode		code;
	bool		small;

	join(padded, plan, code.text);
	code.count = plan->characters;
	small = make_capitals(code.text);
	code.digits = plan->characters;
	code.letters = 0;
	for (uint32_t rest = plan->letters; rest != 0; rest &= rest - 1)
	{
		code.letters |= BV_LETTER(code.text[__builtin_ctz(rest)]);
		code.digits--;
	}
	for (int i = 0; i < plan->codes; i++)
	{
		const CodePattern *pattern = &bv_recognize.patterns[plan->code[i]];

		if (small && pattern->scheme->capitals)
			continue;
		code.which = pattern->which;
		add_found(found, pattern->number, bv_code_holds(pattern->scheme, &code));
	}
}

/* ---------- all classes ---------- */

/* Asks the validators of the classes; a second form stands for its class. */
static inline void
ask_validators(const char *value, size_t len, const Classes *classes, Classes *found)
{
	for (int i = 0; i < WORDS; i++)
	{
		for (uint64_t rest = classes->word[i]; rest != 0; rest &= rest - 1)
		{
			int			place = 64 * i + __builtin_ctzll(rest);
			int			number = bv_recognize.number_of[place];

			/* it may have two forms of a class */
			if ((found->word[number / 64] >> number % 64 & 1) == 0)
				add_found(found, number, bv_recognize.is_valid[place](value, len));
		}
	}
}

/* The classes of a value whose picture there is a plan for. */
static inline void
find_by_plan(const char *value, size_t len, const BvPadded *padded, const Plan *plan, Classes *found)
{
	const Classes *first = classes_of_beginning(value, len);
	Classes		ask;

	*found = plan->sure;
	if (plan->reads)
		find_planned_numbers(value, len, padded, plan, found);
	if (plan->codes > 0)
		find_planned_codes(padded, plan, found);
	if (!plan->asks)
		return;
	for (int i = 0; i < WORDS; i++)
		ask.word[i] = plan->ask.word[i] & first->word[i];
	ask_validators(value, len, &ask, found);
}

/* The classes of a value, folded or without high bytes, by what it has at a glance. */
static inline void
find_by_form(const char *value, size_t len, const BvGlance *glance, Classes *found)
{
	const Classes *first = classes_of_beginning(value, len);
	Classes		ask;

	classes_of_form(len, glance, &ask);
	for (int i = 0; i < WORDS; i++)
		ask.word[i] &= first->word[i];
	if (glance->letters == 0 && (glance->kinds & NO_NUMBER) == 0 && glance->digits > 0)
	{
		const Classes *known = glance->digits == len ? &bv_recognize.bare_numbers :
			&bv_recognize.numbers;

		find_numbers(value, len, glance, found);
		for (int i = 0; i < WORDS; i++)
			ask.word[i] &= ~known->word[i];
	}
	if (len < CODE_LENGTHS && glance->digits < len && (glance->kinds & NO_NUMBER) == 0)
		find_codes(value, len, glance, found);
	ask_validators(value, len, &ask, found);
}

/* A glance at up to 64 bytes that were marked: what is neither digit nor letter is looked up. */
static inline void
glance_at_marks(const char *value, size_t len, const BvMarks *marks, BvGlance *glance)
{
	unsigned	kinds = marks->not_hex != 0 ? BV_NOT_HEX : 0;
	size_t		count = 0;

	glance->digit = (uint32_t) marks->digit;
	glance->letter = (uint32_t) marks->letter;
	glance->digits = 0;
	if (marks->digit != 0)
	{
		glance->digits = bv_count_bits(marks->digit);
		kinds |= (marks->digit & 1 ? BV_FIRST_DIGIT : 0) | (marks->digit >> (len - 1) & 1 ? BV_LAST_DIGIT : 0);
	}
	for (uint64_t rest = marks->other; rest != 0; rest &= rest - 1)
	{
		kinds |= bv_glance_kinds[(unsigned char) value[__builtin_ctzll(rest)]];
		count++;
	}
	if (marks->high != 0)
	{
		kinds |= BV_HIGH;
		count += bv_count_bits(marks->high);
	}
	glance->letters = len - glance->digits - count;
	glance->kinds = kinds;
}

/* Finds the classes of up to 64 bytes with letters, and nothing to fold, if it is a text. */
static inline __attribute__((always_inline)) bool
find_text(const char *value, size_t len, const BvMarks *marks, Classes *found)
{
	const Classes *first = classes_of_beginning(value, len);
	const Shape *shape;
	BvGlance	glance;
	Classes		ask;
	uint64_t	any = 0;

	glance_at_marks(value, len, marks, &glance);
	shape = shape_of(len, &glance, marks->other);
	if (!shape->text)
		return false;
	for (int i = 0; i < WORDS; i++)
		any |= ask.word[i] = shape->ask.word[i] & first->word[i];
	if (any == 0)
		return true;
	if (shape->listed)
	{
		const Classes *listed = classes_of_words(value, len);

		for (int i = 0; i < WORDS; i++)
			ask.word[i] &= listed->word[i];
	}
	ask_validators(value, len, &ask, found);
	return true;
}

/* The same of a short value whose picture was made. */
static inline __attribute__((always_inline)) bool
find_short_text(const char *value, size_t len, const BvPicture *picture, const BvPadded *padded,
				Classes *found)
{
	BvMarks		marks;

	marks.digit = padded->digit;
	marks.letter = padded->letter;
	marks.not_hex = picture->not_hex;
	marks.high = 0;
	marks.other = ~(marks.digit | marks.letter) & bv_low_bits(len);
	return find_text(value, len, &marks, found);
}

/* The classes of a value for which there is no plan, and no shape. */
static __attribute__((noinline)) void
find_unplanned(const char *value, size_t len, Classes *found)
{
	char		ascii[BV_ASCII_MAX];
	BvGlance	glance;

	if (len <= BV_MARKS_MAX)
	{
		BvMarks		marks;
		size_t		size = len;

		bv_mark(value, len, &marks);
		if (marks.letter != 0 && (marks.high == 0 || bv_as_ascii(value, &size, ascii) == value) &&
			find_text(value, len, &marks, found))
			return;
	}
	if (len > BV_GLANCE_MAX)
	{
		const Classes *first = classes_of_beginning(value, len);
		Classes		ask;

		for (int i = 0; i < WORDS; i++)
			ask.word[i] = bv_recognize.length[LENGTHS - 1].word[i] & first->word[i];
		ask_validators(value, len, &ask, found);
		return;
	}
	bv_glance(value, len, &glance);
	if (glance.kinds & BV_HIGH)
	{
		const char *same = value;

		value = bv_as_ascii(value, &len, ascii);
		if (value != same)
		{
			bv_trim(&value, &len);
			if (len == 0)
				return;
			bv_glance(value, len, &glance);
		}
	}
	find_by_form(value, len, &glance, found);
}

/* The classes of any value that is not empty. */
static inline void
find_classes(const char *value, size_t len, Classes *found)
{
	if (len <= BV_PICTURE_MAX)
	{
		BvPicture	picture;
		BvPadded	padded;

		bv_picture(value, len, &picture, &padded);
		if (!picture.high)
		{
			/* what has a plan is no text */
			const Plan *plan = bv_last_plan;

			if (!bv_same_picture(&plan->picture, &picture))
			{
				plan = NULL;
				/* letters alone are hardly ever a code */
				if (padded.letter != 0 && padded.digit != 0)
					plan = known_plan(&picture, bv_picture_hash(&picture));
				if (plan == NULL)
				{
					if (padded.letter != 0 && find_short_text(value, len, &picture, &padded, found))
						return;
					plan = plan_of(&picture);
				}
			}
			if (plan != NULL)
			{
				find_by_plan(value, len, &padded, plan, found);
				return;
			}
		}
	}
	find_unplanned(value, len, found);
}

BvClassSet
bv_classes_of(const char *value, size_t len)
{
	BvClassSet	set = {{0}};
	Classes		found = {{0}};

	if (!bv_recognize.built)
		bv_recognize_build();
	bv_trim(&value, &len);
	if (len == 0)
		return set;
	find_classes(value, len, &found);
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
