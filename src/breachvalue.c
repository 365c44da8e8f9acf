/* breachvalue.c: module entry point */
#include "postgres.h"

#include "fmgr.h"
#include "utils/guc.h"

#include "budget.h"
#include "compat.h"
#include "label.h"
#include "price.h"
#include "protection.h"
#include "require.h"
#include "user_class.h"
#include "validator.h"

BV_MODULE_MAGIC;

void		_PG_init(void);

void
_PG_init(void)
{
	bv_price_init();
	bv_protection_init();
	bv_user_class_init();
	bv_validator_init();
	bv_new_columns_init();
	MarkGUCPrefixReserved("breachvalue");
	bv_label_init();
	bv_budget_cache_init();
	bv_budget_lease_init();
	bv_budget_count_init();
}
