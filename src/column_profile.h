/*
 * column_profile.h: column_profile as an SQL type, a BvProfile as a varlena
 *
 * An aggregate's state is an open profile, changed in place and moved when it
 * grows; what users see is closed, so that equal profiles are equal bytes.
 */
#ifndef BV_COLUMN_PROFILE_H
#define BV_COLUMN_PROFILE_H

#include "fmgr.h"

#include "profile.h"

/* Longer values are told apart by so many bytes and by their length. */
#define BV_PROFILE_BYTES	1024

/* A closed profile to read; never to be changed. */
#define PG_GETARG_COLUMN_PROFILE(n) \
	((const BvProfile *) PG_DETOAST_DATUM(PG_GETARG_DATUM(n)))

/* An empty open profile with room for so many values, in the current memory context; it grows. */
extern BvProfile *bv_profile_make(int room);

/* A closed copy, in the current memory context. */
extern BvProfile *bv_profile_finish(const BvProfile *profile);

/*
 * Counts values: a row without one, and one of these bytes (len in all, of
 * which at least the first BV_PROFILE_BYTES are there) in so many rows.
 * Returns the profile, moved to new memory in the current context if it grew.
 */
extern BvProfile *bv_profile_add_null(BvProfile *profile);
extern BvProfile *bv_profile_add(BvProfile *profile, const char *bytes, size_t len, int64 rows);

/* Values of a profile that are still to be looked at, by the number of their entry. */
typedef struct BvKeptValue
{
	char	   *bytes;			/* the first BV_LOOK_BYTES, if it is longer */
	size_t		len;			/* of the value */
	uint32		room;
} BvKeptValue;

typedef struct BvKept
{
	BvKeptValue value[BV_PROFILE_VALUES];
} BvKept;

/*
 * Counts a value in and keeps it, to be looked at in the end: of a column most of
 * whose values differ, most that come into the sample go again.  What is kept is
 * in the current memory context, and begins as zeros.
 */
extern BvProfile *bv_profile_add_later(BvProfile *profile, BvKept *kept, const char *bytes,
									   size_t len);

/* Looks at all values that were kept. */
extern void bv_profile_look(BvProfile *profile, const BvKept *kept);

/*
 * Argument 0 of an aggregate's transition function, open and to be modified in
 * place; NULL becomes an empty one.  An error outside an aggregate.
 */
extern BvProfile *bv_profile_state(FunctionCallInfo fcinfo);

/*
 * Counts argument 1 in, of type text, or of any type: then it is remembered
 * in fn_extra, and of which family in the profile.
 */
extern BvProfile *bv_profile_take_text(BvProfile *profile, FunctionCallInfo fcinfo);
extern BvProfile *bv_profile_take_any(BvProfile *profile, FunctionCallInfo fcinfo);

#endif							/* BV_COLUMN_PROFILE_H */
