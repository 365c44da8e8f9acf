/*
 * evidence_table.h: what the table of a column tells of it
 *
 * Between the files of evidence only: bv_table_context(), which others call, is in
 * evidence.h.
 */
#ifndef BV_EVIDENCE_TABLE_H
#define BV_EVIDENCE_TABLE_H

#include "evidence.h"

/* Log-odds of a class from columns that it comes in company with, 0 or more. */
extern double bv_weigh_company(const BvClass *class, const BvTableContext *context);

#endif							/* BV_EVIDENCE_TABLE_H */
