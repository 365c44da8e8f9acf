/* label_condition.h: conditions in labels, on the rows of a table */
#ifndef BV_LABEL_CONDITION_H
#define BV_LABEL_CONDITION_H

/*
 * Checks a condition and gives it back as PostgreSQL understands it, to be put
 * behind WHERE in a query of that table alone, with pg_catalog first in the
 * search_path.  Error if it is none, or might do what its reader does not want.
 */
extern char *bv_check_condition(Oid relid, const char *condition);

/* The same, but NULL and the message of the error in place of an error. */
extern char *bv_read_condition(Oid relid, const char *condition, char **message);

#endif							/* BV_LABEL_CONDITION_H */
