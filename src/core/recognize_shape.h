/*
 * recognize_shape.h: which classes values with letters, of up to 64 bytes, may be of
 *
 * Private to recognize.c and recognize_shape.c.  A shape is less than a picture:
 * how many digits and letters a value has, and what else, but not where; where the
 * others are only if it may be a code.  A column of texts has few of them.
 */
#ifndef BV_RECOGNIZE_SHAPE_H
#define BV_RECOGNIZE_SHAPE_H

#include "picture.h"
#include "recognize_index.h"

/* What makes a value neither number nor code. */
#define NO_NUMBER	(BV_COLON | BV_AT | BV_OTHER | BV_HIGH)

typedef struct Shape
{
	uint64_t	key;
	uint64_t	places;			/* of what is neither digit nor letter, a bit each; 0 in what is no code */
	bool		text;			/* it has no plan (recognize_plan.h), what it may be is below */
	bool		listed;			/* some of that have a list of words */
	Classes		ask;			/* whose validators are to be asked, first bytes aside */
} Shape;

#define SHAPES		1024		/* a power of 2 */

extern Shape bv_shapes[SHAPES];

/* Fills the shape of values that have that at a glance, with others in these places if it may be a code. */
extern void bv_make_shape(Shape *shape, size_t len, const BvGlance *glance, uint64_t places);

static inline uint64_t
shape_key(size_t len, const BvGlance *glance)
{
	return glance->kinds | len << 16 | (uint64_t) glance->digits << 24 | (uint64_t) glance->letters << 32;
}

/* The places are those of what is neither digit nor letter. */
static inline const Shape *
shape_of(size_t len, const BvGlance *glance, uint64_t places)
{
	uint64_t	key = shape_key(len, glance);
	Shape	   *shape;

	if ((glance->kinds & NO_NUMBER) != 0 || len > BV_PICTURE_MAX ||
		(glance->digits == 0 && len > bv_recognize.letters_max))
		places = 0;			/* it is no code */
	shape = &bv_shapes[((key ^ places << 31) * BV_HASH_1) >> 54];
	if (shape->key != key || shape->places != places)
		bv_make_shape(shape, len, glance, places);
	return shape;
}

#endif							/* BV_RECOGNIZE_SHAPE_H */
