/*
 * validator.h: functions in SQL that tell whether values are of a user's class
 *
 * Whoever made the class lent it his rights: the function runs as he, restricted
 * as what REFRESH and ANALYZE run for others, in a read-only transaction, and with
 * pg_catalog for a search_path.
 */
#ifndef BV_VALIDATOR_H
#define BV_VALIDATOR_H

#include "compat.h"

/* What the table says of a validator, and what this transaction knows of it. */
typedef struct BvSqlValidator
{
	const char *class;
	const char *signature;
	const char *owner;			/* role that it runs as */
	struct BvPrepared *prepared;
	uint64		generation;		/* in which prepared is valid */
} BvSqlValidator;

/* The function of that signature, if it can be a validator of the current user; or an error. */
extern Oid	bv_find_validator(const char *class, const char *signature);

/* Why it cannot be used any more, as a sentence, or NULL. */
extern const char *bv_validator_problem(BvSqlValidator *validator);

/* An error if it cannot be used any more. */
extern void bv_require_validator(BvSqlValidator *validator);

/* Does it accept the value?  False where it cannot be used any more. */
extern bool bv_validator_accepts(BvSqlValidator *validator, const char *value, size_t len);

/* Has the cache hear of changes; called once from _PG_init. */
extern void bv_validator_init(void);

#endif							/* BV_VALIDATOR_H */
