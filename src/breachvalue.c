/* breachvalue.c: module entry point */
#include "postgres.h"

#include "fmgr.h"
#include "utils/guc.h"

#include "budget.h"
#include "compat.h"
#include "label.h"
#include "price.h"

BV_MODULE_MAGIC;

void		_PG_init(void);

void
_PG_init(void)
{
	bv_price_init();
	MarkGUCPrefixReserved("breachvalue");
	bv_label_init();
	bv_budget_cache_init();
	bv_budget_lease_init();
}
