/*
 * former_share.c: what share of the rows of a table is of the past, from a sample
 *
 * Statistics do not know the condition of a label, so rows are looked at: those
 * of some blocks from all over the table, the same ones each time, read as the
 * caller.  What may not be read, or not be sampled, has no share.
 */
#include "postgres.h"

#include <math.h>

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"

#include "compat.h"
#include "statistics.h"
#include "subject.h"

/* Rows to look at, about: a share of a quarter is then right within a point. */
#define SAMPLE_ROWS	10000

/* Can the rows be sampled, and may the caller read them?  Locked, if so. */
static bool
can_sample(Oid relid)
{
	Relation	relation = try_relation_open(relid, AccessShareLock);
	char		kind;

	if (relation == NULL)
		return false;
	kind = relation->rd_rel->relkind;
	relation_close(relation, NoLock);
	return (kind == RELKIND_RELATION || kind == RELKIND_PARTITIONED_TABLE ||
			kind == RELKIND_MATVIEW) &&
		pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) == ACLCHECK_OK;
}

/* The condition of the label of the table, or NULL; connected to SPI. */
static char *
former_condition(Oid relid)
{
	Oid			type = REGCLASSOID;
	Datum		value = ObjectIdGetDatum(relid);

	bv_run_query("SELECT t.former FROM breachvalue.table_labels() t WHERE t.relation = $1",
				 1, &type, &value);
	return SPI_processed == 0 ? NULL :
		SPI_getvalue(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1);
}

PG_FUNCTION_INFO_V1(breachvalue_sampled_former_share);
Datum
breachvalue_sampled_former_share(PG_FUNCTION_ARGS)
{
	Oid			relid = PG_GETARG_OID(0);
	Oid			type = FLOAT4OID;
	double		rows;
	Datum		percent;
	char	   *condition;
	StringInfoData query;
	bool		isnull = true;
	Datum		share = (Datum) 0;

	if (!can_sample(relid))
		PG_RETURN_NULL();
	rows = bv_estimated_rows(relid);
	percent = Float4GetDatum(rows <= SAMPLE_ROWS ? 100 : 100 * SAMPLE_ROWS / rows);

	SPI_connect();
	condition = former_condition(relid);
	if (condition != NULL)
	{
		initStringInfo(&query);
		appendStringInfo(&query, "SELECT pg_catalog.avg(CASE WHEN (%s) IS TRUE THEN 1.0 ELSE 0 END)"
						 " FROM %s AS " BV_ROW_ALIAS " TABLESAMPLE pg_catalog.system($1) REPEATABLE (0)",
						 condition,
						 quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)),
													get_rel_name(relid)));
		bv_run_query(query.data, 1, &type, &percent);
		share = SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &isnull);
		if (!isnull)
			share = SPI_datumTransfer(share, false, -1);
	}
	SPI_finish();
	if (isnull)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(share);
}
