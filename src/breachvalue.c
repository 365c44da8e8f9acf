/* breachvalue.c: module entry point */
#include "postgres.h"

#include "fmgr.h"
#include "utils/guc.h"

#include "compat.h"
#include "label.h"

BV_MODULE_MAGIC;

void		_PG_init(void);

void
_PG_init(void)
{
	bv_label_init();
	MarkGUCPrefixReserved("breachvalue");
}
