/* require.h: labels that new columns must have */
#ifndef BV_REQUIRE_H
#define BV_REQUIRE_H

#include "utils/relcache.h"

/* What becomes of a new column that looks like personal data and has no label. */
typedef enum BvRequirement
{
	BV_REQUIRE_NOTHING,
	BV_REQUIRE_WARN,
	BV_REQUIRE_REFUSE,
	BV_REQUIRE_AUTO
} BvRequirement;

/* What is required of the columns of a relation. */
extern BvRequirement bv_required_of(Relation relation);

/* Defines the setting breachvalue.require_labels, and looks at transactions before they commit. */
extern void bv_new_columns_init(void);

#endif							/* BV_REQUIRE_H */
