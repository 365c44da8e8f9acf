/*
 * statistics.c: what relations hold, as the planner's statistics tell
 *
 * Instant, and as old as the last ANALYZE.  The share of rows in which a column
 * is not null is known, but not which columns are filled together; the estimate
 * takes them as nested (who has filled in less common columns has filled in
 * the common ones too).  Values that are not held are known where they are among
 * the most common ones.  What is not known counts as held: no statistics, no
 * right to see them, row security.  Exactness is exposure_of()'s.
 */
#include "postgres.h"

#include <math.h>

#include "access/htup_details.h"
#include "access/relation.h"
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
#include "held.h"
#include "label.h"
#include "named_class.h"
#include "statistics.h"

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
	const BvLabelledColumn *labelled;
	double		filled;			/* rows in which it is not null */
	double		rows;			/* those in which it is held: not blank or absent either */
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

/* The share of rows whose value is among the most common ones and not held. */
static double
absent_share(HeapTuple statistics, const BvLabelledColumn *labelled)
{
	AttStatsSlot slot;
	BvHeldRule *rule;
	double		share = 0;

	if (!get_attstatsslot(&slot, statistics, STATISTIC_KIND_MCV, InvalidOid,
						  ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
		return 0;
	rule = bv_held_rule(labelled->label.plain ? NULL : labelled->label.text,
						&labelled->label.classes, slot.valuetype, NULL);
	for (int i = 0; i < slot.nvalues && i < slot.nnumbers; i++)
	{
		bool		held = true;

		if (rule != NULL)
		{
			BvClassSet	classes = bv_held_by_rule(rule, slot.values[i]);

			held = !bv_class_set_is_empty(&classes);
		}
		else if (bv_blank_of_type(slot.valuetype) == BV_BLANK_TEXT)
			held = !bv_is_blank_text(slot.values[i]);
		if (!held)
			share += slot.numbers[i];
	}
	free_attstatsslot(&slot);
	return share;
}

/*
 * The statistics of a column, if there are any and the caller may see them:
 * whoever may not read pg_stats' row of the column must not learn it from us.
 * To be released.
 */
HeapTuple
bv_column_statistics(Oid relid, AttrNumber attnum, bool with_children)
{
	if (pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) != ACLCHECK_OK &&
		pg_attribute_aclcheck(relid, attnum, GetUserId(), ACL_SELECT) != ACLCHECK_OK)
		return NULL;
	if (check_enable_rls(relid, InvalidOid, true) == RLS_ENABLED)
		return NULL;
	return SearchSysCache3(STATRELATTINH, ObjectIdGetDatum(relid),
						   Int16GetDatum(attnum), BoolGetDatum(with_children));
}

/* The shares of rows in which a column is null, and in which it is something but not held. */
static bool
shares(Oid relid, AttrNumber attnum, bool with_children,
	   const BvLabelledColumn *labelled, double *nulls, double *absent)
{
	HeapTuple	tuple = bv_column_statistics(relid, attnum, with_children);

	if (!HeapTupleIsValid(tuple))
		return false;
	*nulls = ((Form_pg_statistic) GETSTRUCT(tuple))->stanullfrac;
	*nulls = isnan(*nulls) ? 0 : Min(Max(*nulls, 0), 1);
	*absent = absent_share(tuple, labelled);
	*absent = isnan(*absent) ? 0 : Min(Max(*absent, 0), 1 - *nulls);
	ReleaseSysCache(tuple);
	return true;
}

/* Adds what one relation of the tree holds to the estimate of its root. */
static void
add_relation(Estimate *estimate, Oid root, Oid relid, bool is_tree)
{
	Relation	relation = try_relation_open(relid, AccessShareLock);
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
		double		absent = 0;

		if (relid != root)
			attnum = get_attnum(relid, get_attname(root, column->attnum, false));
		if (!(attnum != InvalidAttrNumber &&
			  shares(relid, attnum, false, column->labelled, &nulls, &absent)) &&
			!(is_tree && shares(root, column->attnum, true, column->labelled,
								&nulls, &absent)))
			column_basis = Max(basis, BASIS_ROWS);
		column->filled += rows * (1 - nulls);
		column->rows += rows * (1 - nulls - absent);
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
	const BvLabels *labels = bv_copy_labels(bv_labels_of(relid));
	Estimate   *estimate = palloc0(offsetof(Estimate, column) +
								   (labels->count + 1) * sizeof(ColumnEstimate));
	List	   *tree;
	ListCell   *cell;

	for (int i = 0; i < labels->count; i++)
	{
		ColumnEstimate *column = &estimate->column[estimate->count];

		column->attnum = labels->column[i].attnum;
		column->labelled = &labels->column[i];
		if (without_column == NULL ||
			column->attnum != get_attnum(relid, without_column))
			estimate->count++;
	}
	if (with_column != InvalidAttrNumber)
	{
		BvLabelledColumn *labelled = palloc0(sizeof(BvLabelledColumn));

		labelled->attnum = with_column;
		labelled->type = get_atttype(relid, with_column);
		labelled->label.plain = true;
		labelled->label.classes = *with_classes;
		estimate->column[estimate->count].attnum = with_column;
		estimate->column[estimate->count].labelled = labelled;
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
	BvNameTable *table = palloc0(sizeof(BvNameTable));
	BvClassSet	classes = {{0}};
	int64		rows = (int64) rint(estimate->rows);
	BvNames		names;

	qsort(estimate->column, estimate->count, sizeof(ColumnEstimate), compare_rows);
	for (int i = 0; i < estimate->count; i++)
	{
		int64		held = Min(rows, (int64) rint(estimate->column[i].rows));
		BvClassSet	more = bv_name_label_classes(table, &estimate->column[i].labelled->label);

		names = bv_name_table_names(table);
		state = bv_exposure_add_named(state, &names, &classes, BV_NO_PRICE, rows - held);
		classes = bv_class_set_union(&classes, &more);
		rows = held;
	}
	names = bv_name_table_names(table);
	return bv_exposure_add_named(state, &names, &classes, BV_NO_PRICE, rows);
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

double
bv_estimated_rows(Oid relid)
{
	return rint(estimate_relation(relid, NULL, InvalidAttrNumber, NULL)->rows);
}

PG_FUNCTION_INFO_V1(breachvalue_estimated_rows);
Datum
breachvalue_estimated_rows(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64((int64) bv_estimated_rows(relation_arg(fcinfo)));
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
		BvNameTable *named = palloc0(sizeof(BvNameTable));
		BvNames		names;
		Datum		values[7];
		bool		nulls[7] = {false};

		(void) bv_name_label_classes(named, &column->labelled->label);
		names = bv_name_table_names(named);
		namestrcpy(&name, get_attname(PG_GETARG_OID(0), column->attnum, false));
		values[0] = NameGetDatum(&name);
		values[1] = PointerGetDatum(&column->labelled->label.classes);
		values[2] = Int64GetDatum((int64) rint(estimate->rows));
		values[3] = Int64GetDatum((int64) rint(column->rows));
		values[4] = CStringGetTextDatum(basis_names[column->basis]);
		values[5] = Int64GetDatum((int64) rint(column->filled));
		values[6] = bv_name_array(&names);
		SRF_RETURN_NEXT(funcctx, HeapTupleGetDatum(heap_form_tuple(funcctx->tuple_desc,
																   values, nulls)));
	}
	SRF_RETURN_DONE(funcctx);
}
