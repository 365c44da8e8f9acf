/* forbid.h: rules that keep classes out of columns, which are triggers */
#ifndef BV_FORBID_H
#define BV_FORBID_H

#include "utils/reltrigger.h"

#include "class_set.h"

/* The words in which a rule says what it does. */
#define BV_REFUSE	"refuse"
#define BV_WARN		"warn"

/*
 * How the values of a type are looked at: as text, by the values in them, or
 * not at all.
 */
typedef enum BvForbidForm
{
	BV_FORBID_NONE,
	BV_FORBID_TEXT,
	BV_FORBID_JSON,
	BV_FORBID_JSONB,
	BV_FORBID_TEXT_ARRAY,
	BV_FORBID_OUTPUT			/* numbers: as PostgreSQL writes them */
} BvForbidForm;

extern BvForbidForm bv_forbid_form(Oid type);

/* The column that a trigger is for, or its condition names; 0 if it is not just one. */
extern AttrNumber bv_forbid_column(const Trigger *trigger);

#endif							/* BV_FORBID_H */
