/*
 * recognize_shape.c: which classes values with letters, of up to 64 bytes, may be of
 */
#include "recognize_shape.h"

Shape		bv_shapes[SHAPES];

/*
 * Is it a text: words, an address, hexadecimal digits?  Those have too many pictures to
 * have plans for, and are of few classes: what looks like a code or a plate is none.
 */
static bool
is_text(size_t len, const BvGlance *glance, uint64_t places)
{
	if ((glance->kinds & NO_NUMBER) != 0 || len > BV_PICTURE_MAX ||
		(glance->digits == 0 && len > bv_recognize.letters_max))
		return true;
	if (glance->digits > 0 && glance->letters < 3 * glance->digits &&
		(len < 12 || (glance->kinds & BV_NOT_HEX) != 0))
		return false;
	return group_of(group_key(len, glance->digits, (uint32_t) places))->count == 0;
}

void
bv_make_shape(Shape *shape, size_t len, const BvGlance *glance, uint64_t places)
{
	shape->key = shape_key(len, glance);
	shape->places = places;
	shape->text = is_text(len, glance, places);
	shape->listed = false;
	classes_of_form(len, glance, &shape->ask);
	for (int i = 0; i < WORDS; i++)
		shape->listed |= (shape->ask.word[i] & bv_recognize.listed.word[i]) != 0;
}
