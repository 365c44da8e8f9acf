/* breachvalue.c: module entry point */
#include "postgres.h"

#include "fmgr.h"
#include "utils/guc.h"

#include "compat.h"
#include "label.h"
#include "price.h"
#include "require.h"

BV_MODULE_MAGIC;

void		_PG_init(void);

void
_PG_init(void)
{
	bv_price_init();
	bv_require_init();
	MarkGUCPrefixReserved("breachvalue");
	bv_label_init();
}
