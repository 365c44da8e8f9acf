/*
 * statistics.c: what relations hold, as the planner's statistics tell
 *
 * Instant, and as old as the last ANALYZE.  The share of rows in which a column
 * is not null is known, but not which columns are filled together; the estimate
 * takes them as nested (who has filled in less common columns has filled in
 * the common ones too).  What is not known counts as held: no statistics, no
 * right to see them, row security.  Exactness is exposure_of()'s.
 */
#include "postgres.h"

#include <math.h>

#include "access/htup_details.h"
#include "access/table.h"
#include "access/tableam.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "storage/bufmgr.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/rls.h"
#include "utils/syscache.h"

#include "class_set_type.h"
#include "compat.h"
#include "exposure.h"
#include "label.h"

/* Statistics can be set by hand; not even 2^32 full pages hold as many rows as this. */
#define ROWS_MAX	1e13

/* Where figures come from, the best first. */
typedef enum Basis
{
	BASIS_STATISTICS,			/* ANALYZE has seen the column */
	BASIS_ROWS,					/* it has counted rows only: the column is taken as full */
	BASIS_SIZE					/* rows are guessed from the size of the file */
} Basis;

static const char *const basis_names[] = {
	"planner statistics", "row count", "file size"
};

typedef struct ColumnEstimate
{
	AttrNumber	attnum;
	BvClassSet	classes;
	double		rows;			/* rows in which it is not null */
	Basis		basis;			/* the worst of what went into it */
} ColumnEstimate;

typedef struct Estimate
{
	double		rows;
	Basis		basis;
	int			count;
	ColumnEstimate column[FLEXIBLE_ARRAY_MEMBER];
} Estimate;

/* ---------- rows and shares of one relation ---------- */

/* Rows of the relation itself, children not included. */
static double
own_rows(Relation relation, Basis *basis)
{
	double		rows = relation->rd_rel->reltuples;
	BlockNumber pages;
	BlockNumber own_pages;
	double		visible;

	*basis = BASIS_STATISTICS;
	if (relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE)
		return 0;				/* its count is that of its partitions */
	if (rows >= 0)
		return Min(rows, ROWS_MAX);
	if (!RELKIND_HAS_TABLE_AM(relation->rd_rel->relkind))
		return 0;
	*basis = BASIS_SIZE;
	table_relation_estimate_size(relation, NULL, &pages, &rows, &visible);

	/* the planner takes a small table for one of ten pages, as it will grow; we count what is there */
	own_pages = RelationGetNumberOfBlocks(relation);
	return pages > own_pages ? rint(rows * own_pages / pages) : rows;
}

/*
 * The share of nulls, if there are statistics and the caller may see them:
 * whoever may not read pg_stats' row of the column must not learn it from us.
 */
static bool
null_share(Oid relid, AttrNumber attnum, bool with_children, double *share)
{
	HeapTuple	tuple;

	if (pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) != ACLCHECK_OK &&
		pg_attribute_aclcheck(relid, attnum, GetUserId(), ACL_SELECT) != ACLCHECK_OK)
		return false;
	if (check_enable_rls(relid, InvalidOid, true) == RLS_ENABLED)
		return false;
	tuple = SearchSysCache3(STATRELATTINH, ObjectIdGetDatum(relid),
							Int16GetDatum(attnum), BoolGetDatum(with_children));
	if (!HeapTupleIsValid(tuple))
		return false;
	*share = ((Form_pg_statistic) GETSTRUCT(tuple))->stanullfrac;
	ReleaseSysCache(tuple);
	*share = isnan(*share) ? 0 : Min(Max(*share, 0), 1);
	return true;
}

/* Adds what one relation of the tree holds to the estimate of its root. */
static void
add_relation(Estimate *estimate, Oid root, Oid relid, bool is_tree)
{
	Relation	relation = try_table_open(relid, AccessShareLock);
	Basis		basis;
	double		rows;

	if (relation == NULL)		/* dropped since */
		return;
	rows = own_rows(relation, &basis);
	estimate->rows += rows;
	estimate->basis = Max(estimate->basis, basis);
	for (int i = 0; i < estimate->count; i++)
	{
		ColumnEstimate *column = &estimate->column[i];
		AttrNumber	attnum = column->attnum;
		Basis		column_basis = basis;
		double		nulls = 0;

		if (relid != root)
			attnum = get_attnum(relid, get_attname(root, column->attnum, false));
		if (!(attnum != InvalidAttrNumber && null_share(relid, attnum, false, &nulls)) &&
			!(is_tree && null_share(root, column->attnum, true, &nulls)))
			column_basis = Max(basis, BASIS_ROWS);
		column->rows += rows * (1 - nulls);
		if (rows > 0)
			column->basis = Max(column->basis, column_basis);
	}
	table_close(relation, AccessShareLock);
}

/* A column without a label may be given, as if it held those classes. */
static Estimate *
estimate_relation(Oid relid, const char *without_column,
				  AttrNumber with_column, const BvClassSet *with_classes)
{
	const BvLabels *labels = bv_labels_of(relid);
	Estimate   *estimate = palloc0(offsetof(Estimate, column) +
								   (labels->count + 1) * sizeof(ColumnEstimate));
	List	   *tree;
	ListCell   *cell;

	for (int i = 0; i < labels->count; i++)
	{
		ColumnEstimate *column = &estimate->column[estimate->count];

		column->attnum = labels->column[i].attnum;
		column->classes = labels->column[i].label.classes;
		if (without_column == NULL ||
			column->attnum != get_attnum(relid, without_column))
			estimate->count++;
	}
	if (with_column != InvalidAttrNumber)
	{
		estimate->column[estimate->count].attnum = with_column;
		estimate->column[estimate->count].classes = *with_classes;
		estimate->count++;
	}
	tree = find_all_inheritors(relid, AccessShareLock, NULL);
	foreach(cell, tree)
		add_relation(estimate, relid, lfirst_oid(cell), list_length(tree) > 1);
	return estimate;
}

static Oid
relation_arg(FunctionCallInfo fcinfo)
{
	Oid			relid = PG_GETARG_OID(0);
	char		relkind = get_rel_relkind(relid);

	if (relkind == '\0')
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	if (relkind != RELKIND_RELATION && relkind != RELKIND_PARTITIONED_TABLE &&
		relkind != RELKIND_MATVIEW && relkind != RELKIND_FOREIGN_TABLE)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("\"%s\" has no statistics of its own", get_rel_name(relid)),
				 errdetail("Tables, partitioned tables, materialized views and foreign tables have."),
				 errhint("Use exposure_of() to count its rows.")));
	return relid;
}

/* ---------- as an exposure ---------- */

static int
compare_rows(const void *a, const void *b)
{
	const ColumnEstimate *left = a;
	const ColumnEstimate *right = b;

	if (left->rows != right->rows)
		return left->rows > right->rows ? -1 : 1;
	return left->attnum - right->attnum;
}

static AttrNumber
column_arg(Oid relid, const char *column)
{
	AttrNumber	attnum = get_attnum(relid, column);

	if (attnum == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist",
						column, get_rel_name(relid))));
	return attnum;
}

/* The first kind holds nothing, each next one a less common column more. */
static BvExposure *
nested_exposure(Estimate *estimate)
{
	BvExposure *state = bv_exposure_empty();
	BvClassSet	classes = {{0}};
	int64		rows = (int64) rint(estimate->rows);

	qsort(estimate->column, estimate->count, sizeof(ColumnEstimate), compare_rows);
	for (int i = 0; i < estimate->count; i++)
	{
		int64		held = Min(rows, (int64) rint(estimate->column[i].rows));

		state = bv_exposure_add(state, &classes, BV_NO_PRICE, rows - held);
		classes = bv_class_set_union(&classes, &estimate->column[i].classes);
		rows = held;
	}
	return bv_exposure_add(state, &classes, BV_NO_PRICE, rows);
}

PG_FUNCTION_INFO_V1(breachvalue_estimated_exposure);
Datum
breachvalue_estimated_exposure(PG_FUNCTION_ARGS)
{
	Oid			relid;
	const char *without_column = NULL;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	relid = relation_arg(fcinfo);
	if (!PG_ARGISNULL(1))
	{
		without_column = NameStr(*PG_GETARG_NAME(1));
		(void) column_arg(relid, without_column);
	}
	PG_RETURN_EXPOSURE(nested_exposure(estimate_relation(relid, without_column,
														 InvalidAttrNumber, NULL)));
}

PG_FUNCTION_INFO_V1(breachvalue_estimated_exposure_with);
Datum
breachvalue_estimated_exposure_with(PG_FUNCTION_ARGS)
{
	Oid			relid = relation_arg(fcinfo);
	char	   *column = NameStr(*PG_GETARG_NAME(1));

	PG_RETURN_EXPOSURE(nested_exposure(estimate_relation(relid, column,
														 column_arg(relid, column),
														 PG_GETARG_CLASS_SET(2))));
}

PG_FUNCTION_INFO_V1(breachvalue_estimated_rows);
Datum
breachvalue_estimated_rows(PG_FUNCTION_ARGS)
{
	Oid			relid = relation_arg(fcinfo);

	PG_RETURN_INT64((int64) rint(estimate_relation(relid, NULL, InvalidAttrNumber, NULL)->rows));
}

/* ---------- by column ---------- */

PG_FUNCTION_INFO_V1(breachvalue_estimated_columns);
Datum
breachvalue_estimated_columns(PG_FUNCTION_ARGS)
{
	FuncCallContext *funcctx;
	Estimate   *estimate;

	if (SRF_IS_FIRSTCALL())
	{
		MemoryContext oldcontext;
		TupleDesc	columns;

		funcctx = SRF_FIRSTCALL_INIT();
		oldcontext = MemoryContextSwitchTo(funcctx->multi_call_memory_ctx);
		if (get_call_result_type(fcinfo, NULL, &columns) != TYPEFUNC_COMPOSITE)
			elog(ERROR, "return type must be a row type");
		funcctx->tuple_desc = BlessTupleDesc(columns);
		funcctx->user_fctx = estimate_relation(relation_arg(fcinfo), NULL,
												   InvalidAttrNumber, NULL);
		MemoryContextSwitchTo(oldcontext);
	}
	funcctx = SRF_PERCALL_SETUP();
	estimate = funcctx->user_fctx;
	if (funcctx->call_cntr < estimate->count)
	{
		ColumnEstimate *column = &estimate->column[funcctx->call_cntr];
		NameData	name;
		Datum		values[5];
		bool		nulls[5] = {false};

		namestrcpy(&name, get_attname(PG_GETARG_OID(0), column->attnum, false));
		values[0] = NameGetDatum(&name);
		values[1] = PointerGetDatum(&column->classes);
		values[2] = Int64GetDatum((int64) rint(estimate->rows));
		values[3] = Int64GetDatum((int64) rint(column->rows));
		values[4] = CStringGetTextDatum(basis_names[column->basis]);
		SRF_RETURN_NEXT(funcctx, HeapTupleGetDatum(heap_form_tuple(funcctx->tuple_desc,
																   values, nulls)));
	}
	SRF_RETURN_DONE(funcctx);
}
