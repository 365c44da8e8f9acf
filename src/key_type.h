/* key_type.h: types of keys, and how their values are compared */
#ifndef BV_KEY_TYPE_H
#define BV_KEY_TYPE_H

#include "lib/stringinfo.h"

/* The type of a column, below domains. */
extern Oid	bv_key_type(Oid relid, const char *column);

/*
 * The type of two to which keys of the other go by themselves, and in which it
 * can be told which are equal; InvalidOid if there is none.
 */
extern Oid	bv_common_key_type(Oid left, Oid right);

/* The collation of a column by which values of a type are equal, or InvalidOid. */
extern Oid	bv_key_collation(Oid relid, const char *column, Oid type);

/* Appends a column as a key of that type and collation. */
extern void bv_append_key(StringInfo query, const char *alias, const char *column,
						  Oid type, Oid collation);

/* Appends the operator by which values of a type are equal. */
extern void bv_append_equals(StringInfo query, Oid type);

#endif							/* BV_KEY_TYPE_H */
