/* value_text.h: values of any type as the text that classes are told by */
#ifndef BV_VALUE_TEXT_H
#define BV_VALUE_TEXT_H

#include "fmgr.h"

/* How values of a type are read. */
typedef enum BvReading
{
	BV_READ_TEXT,				/* they are text, below domains */
	BV_READ_OUTPUT,				/* by the output function of a built-in type */
	BV_READ_DAY,				/* as a date, whatever DateStyle says */
	BV_READ_NOTHING				/* the type says it all, or another's function would run */
} BvReading;

typedef struct BvValueType
{
	Oid			type;			/* below domains and, if is_array, that of the elements */
	int			family;			/* BV_TYPE_* */
	BvReading	reading;
	bool		is_array;
	FmgrInfo	output;
} BvValueType;

/* How the values of a type are read; in the current memory context. */
extern BvValueType bv_value_type(Oid declared);

/*
 * The bytes of a value, at most limit + 1 of them, and how many it has in all.
 * They are good until the value goes, or the current memory context.
 */
extern const char *bv_value_text(BvValueType *type, Datum value, size_t limit, size_t *len);

/* The same of a value that is text; what is stored out of line is read only as far. */
extern const char *bv_stored_text(struct varlena *text, size_t limit, size_t *len);

static inline const char *
bv_text_bytes(struct varlena *text, size_t limit, size_t *len)
{
	/* pointers to what is elsewhere are short to VARATT_IS_SHORT() */
	if (likely(VARATT_IS_SHORT(text) && !VARATT_IS_EXTERNAL(text)))
	{
		*len = VARSIZE_SHORT(text) - VARHDRSZ_SHORT;
		return VARDATA_SHORT(text);
	}
	if (unlikely(VARATT_IS_EXTENDED(text)))
		return bv_stored_text(text, limit, len);
	*len = VARSIZE(text) - VARHDRSZ;
	return VARDATA(text);
}

#endif							/* BV_VALUE_TEXT_H */
