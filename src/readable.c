/* readable.c: relations whose rows can be counted */
#include "postgres.h"

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "fmgr.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "compat.h"
#include "readable.h"

Oid
bv_lock_readable(Oid relid)
{
	Relation	relation = try_relation_open(relid, AccessShareLock);

	if (relation == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	switch (relation->rd_rel->relkind)
	{
		case RELKIND_RELATION:
		case RELKIND_PARTITIONED_TABLE:
		case RELKIND_VIEW:
		case RELKIND_MATVIEW:
		case RELKIND_FOREIGN_TABLE:
			break;
		default:
			ereport(ERROR,
					(errcode(ERRCODE_WRONG_OBJECT_TYPE),
					 errmsg("\"%s\" is not a table or view",
							RelationGetRelationName(relation)),
					 errhint("Records are in tables, partitioned tables, foreign tables, "
							 "views and materialized views.")));
	}
	relation_close(relation, NoLock);
	return relid;
}

/*
 * What was listed as a table is one still, and stays so as long as the lock on
 * it lasts, until the end of the transaction: before 16, the owner of an empty
 * table can make a view of it.
 */
PG_FUNCTION_INFO_V1(breachvalue_locked_table);
Datum
breachvalue_locked_table(PG_FUNCTION_ARGS)
{
	Oid			relid = bv_lock_readable(PG_GETARG_OID(0));

	if (get_rel_relkind(relid) == RELKIND_VIEW)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" has become a view", get_rel_name(relid))));
	PG_RETURN_OID(relid);
}
