/* readable.h: relations whose rows can be counted */
#ifndef BV_READABLE_H
#define BV_READABLE_H

/*
 * Locks a relation until the end of the transaction, so that its labels and
 * columns stay together.  None of that OID: 42P01; not a table or view: 42809.
 * Returns the OID.
 */
extern Oid bv_lock_readable(Oid relid);

#endif							/* BV_READABLE_H */
