/* label_table.h: the labels of tables, whose rows they are and which are of the past */
#ifndef BV_LABEL_TABLE_H
#define BV_LABEL_TABLE_H

#include "access/attnum.h"

#include "label.h"
#include "label_parser.h"

/* Labels lead from a table to its subject in at most so many steps. */
#define BV_SUBJECT_STEPS	8

/* What the label of a table comes to; what does not fit is left out. */
typedef struct BvTableMeaning
{
	AttrNumber	column;			/* or InvalidAttrNumber: no subject */
	Oid			subject;
	AttrNumber	subject_column;
	char	   *former;			/* with all names in full, or NULL */
} BvTableMeaning;

/* Is it a table, view or foreign table? */
extern bool bv_has_records(Oid relid);

/* Raises what is wrong with the label of a table; one yet missing may be told only. */
extern void bv_check_table_label(Oid relid, const char *text, bool strict);

/*
 * The same for reports, without an error.  Returns the worst of what is found,
 * with a sentence about it if it is not BV_FIT_OK.
 */
extern BvLabelFit bv_table_label_fit(Oid relid, const char *text,
									 BvTableMeaning *meaning, char **detail);

/* Raises where the text of a label stops being one. */
pg_noreturn extern void bv_raise_invalid_label(const char *text, const BvLabelError *error,
											   const char *hint);

#endif							/* BV_LABEL_TABLE_H */
