/*
 * scan_statistics.c: values of columns from the planner's statistics
 *
 * The most common values and the bounds of the histogram: no sample, since
 * common values are often defaults and bounds lie in order, so they prove less.
 * With the rights that pg_stats asks for: those to the columns were looked at
 * when they were listed, row security is here.
 *
 * A few values are looked at first, more only where they leave doubts: to look
 * at values costs most of what a scan by statistics does.  The catalogue is read
 * in one pass for each table, past the cache of rows, which is no place for the
 * statistics of a whole database.
 */
#include "postgres.h"

#include <math.h>

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "access/tupmacs.h"
#include "catalog/pg_class.h"
#include "catalog/pg_statistic.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/rls.h"

#include "compat.h"
#include "scan.h"

/* So many of each kind are enough to decide by, spread evenly over what there are. */
#define VALUES_OF_A_KIND	40

/* So many of both are looked at first. */
#define FIRST_VALUES		20

/* Statistics can be set by hand; not even 2^32 full pages hold as many rows as this. */
#define ROWS_MAX			1e13

/* A value to look at, in how many rows it is, and how it is read. */
typedef struct Pick
{
	Datum		value;
	int64		rows;
	BvValueType *type;
} Pick;

struct BvScanPicks
{
	double		rows;			/* of the relation */
	double		nulls;			/* share of them without a value */
	double		population;		/* different values; 0 not known */
	double		filled;			/* rows that the values looked at are in */
	int			count;
	int			step;			/* every how maniest is looked at first; 1 all were */
	Pick		pick[2 * VALUES_OF_A_KIND];
};

/* ---------- the catalogue ---------- */

/* How values of that type are read: mostly as those of the column. */
static BvValueType *
slot_type(BvScan *scan, BvScanColumn *column, Oid type)
{
	return (type == column->declared || type == column->value.type) && !column->value.is_array ?
		&column->value : bv_scan_type(scan, type);
}

/* Where the value is before which so many lie that go by. */
static char *
pass_by(char *at, int count, int16 length, char alignment)
{
	/* of one length: one like the other */
	if (length > 0)
		return at + count * att_align_nominal(length, alignment);
	for (int i = 0; i < count; i++)
	{
		at = att_addlength_pointer(at, length, at);
		at = (char *) att_align_nominal(at, alignment);
	}
	return at;
}

/*
 * Picks values of one slot, the most common ones with their share of the rows.
 * Values of the array that are picked stay in memory; all are passed by.
 */
static void
pick_values(BvScan *scan, BvScanColumn *column, Datum values, const ArrayType *shares)
{
	BvScanPicks *picks = column->picks;
	ArrayType  *array = DatumGetArrayTypePCopy(values);
	Oid			element = ARR_ELEMTYPE(array);
	BvValueType *type = slot_type(scan, column, element);
	int			share_count = shares != NULL ? ArrayGetNItems(ARR_NDIM(shares), ARR_DIMS(shares)) : 0;
	int			count = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	int			step = Max((count + VALUES_OF_A_KIND - 1) / VALUES_OF_A_KIND, 1);
	char	   *at = ARR_DATA_PTR(array);
	int16		length;
	bool		by_value;
	char		alignment;

	if (type->reading == BV_READ_NOTHING || type->is_array || ARR_HASNULL(array))
		return;
	get_typlenbyvalalign(element, &length, &by_value, &alignment);
	for (int i = 0; i < count; i += step)
	{
		Pick	   *pick = &picks->pick[picks->count++];
		double		share = i < share_count ? ((float4 *) ARR_DATA_PTR(shares))[i] : 0;

		pick->value = fetch_att(at, by_value, length);
		pick->type = type;
		pick->rows = isnan(share) || share * picks->rows < 1 ? 1 :
			(int64) rint(Min(share, 1) * picks->rows);
		/* nothing is read behind the last one that is wanted */
		if (i + step < count)
			at = pass_by(at, step, length, alignment);
	}
}

/* The values of a row of pg_statistic that are worth a look. */
static void
read_row(BvScan *scan, BvScanColumn *column, Relation catalog, HeapTuple tuple)
{
	static const int kinds[] = {STATISTIC_KIND_MCV, STATISTIC_KIND_HISTOGRAM};
	static const int kinds_of_elements[] = {STATISTIC_KIND_MCELEM, STATISTIC_KIND_MCELEM};
	const int  *wanted = column->value.is_array ? kinds_of_elements : kinds;
	Form_pg_statistic form = (Form_pg_statistic) GETSTRUCT(tuple);
	double		rows = Min(Max(scan->relation->rd_rel->reltuples, 0), ROWS_MAX);
	Datum		values[Natts_pg_statistic];
	bool		nulls[Natts_pg_statistic];
	BvScanPicks *picks = palloc(sizeof(BvScanPicks));

	picks->rows = rows;
	picks->nulls = isnan(form->stanullfrac) ? 0 : Min(Max(form->stanullfrac, 0), 1);
	picks->population = form->stadistinct > 0 ? form->stadistinct :
		form->stadistinct < 0 ? Min(-form->stadistinct, 1) * rows : 0;
	picks->filled = 0;
	picks->count = 0;
	column->picks = picks;
	heap_deform_tuple(tuple, RelationGetDescr(catalog), values, nulls);
	for (int i = 0; i < (column->value.is_array ? 1 : 2); i++)
	{
		for (int slot = 0; slot < STATISTIC_NUM_SLOTS; slot++)
		{
			int			numbers = Anum_pg_statistic_stanumbers1 - 1 + slot;

			if (DatumGetInt16(values[Anum_pg_statistic_stakind1 - 1 + slot]) != wanted[i] ||
				nulls[Anum_pg_statistic_stavalues1 - 1 + slot])
				continue;
			pick_values(scan, column, values[Anum_pg_statistic_stavalues1 - 1 + slot],
						wanted[i] == STATISTIC_KIND_HISTOGRAM || nulls[numbers] ? NULL :
						DatumGetArrayTypeP(values[numbers]));
			break;
		}
	}
	picks->step = Max((picks->count + FIRST_VALUES - 1) / FIRST_VALUES, 1);
}

/* ---------- values ---------- */

static void
add_pick(BvScanColumn *column, const Pick *pick)
{
	size_t		len;
	const char *bytes = bv_value_text(pick->type, pick->value, BV_PROFILE_BYTES, &len);

	column->profile = bv_profile_add(column->profile, bytes, len, pick->rows);
	column->picks->filled += pick->rows;
}

/* What the values that were looked at tell of all of them. */
static void
end_values(BvScanColumn *column)
{
	const BvScanPicks *picks = column->picks;
	BvSample   *sample = &column->sample;

	bv_sample_of_profile(sample, column->profile, sample->year);
	sample->source = BV_SOURCE_STATISTICS;
	sample->nulls = (int64) rint(picks->nulls * picks->rows);
	sample->rows = (int64) Max(picks->rows, picks->filled + sample->nulls);
	if (picks->population > 0)
		sample->population = picks->population;
	bv_sample_end(sample);
	column->estimated = true;
	column->judged = false;
}

static void
look_at_first(BvScanColumn *column)
{
	const BvScanPicks *picks = column->picks;

	column->profile = bv_profile_make(Min(picks->count, FIRST_VALUES));
	for (int i = 0; i < picks->count; i += picks->step)
		add_pick(column, &picks->pick[i]);
	end_values(column);
}

bool
bv_scan_more_statistics(BvScanColumn *column)
{
	BvScanPicks *picks = column->picks;

	if (!column->estimated || picks->step == 1)
		return false;
	for (int i = 0; i < picks->count; i++)
	{
		if (i % picks->step != 0)
			add_pick(column, &picks->pick[i]);
	}
	picks->step = 1;
	end_values(column);
	return true;
}

void
bv_scan_statistics(BvScan *scan)
{
	Relation	relation = scan->relation;
	bool		tree = relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE;
	Relation	catalog;
	ScanKeyData key;
	SysScanDesc rows;
	HeapTuple	tuple;
	int			i = 0;

	if (check_enable_rls(RelationGetRelid(relation), InvalidOid, true) == RLS_ENABLED)
		return;
	catalog = table_open(StatisticRelationId, AccessShareLock);
	ScanKeyInit(&key, Anum_pg_statistic_starelid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(RelationGetRelid(relation)));
	rows = systable_beginscan(catalog, StatisticRelidAttnumInhIndexId, true, NULL, 1, &key);
	while (HeapTupleIsValid(tuple = systable_getnext(rows)))
	{
		Form_pg_statistic form = (Form_pg_statistic) GETSTRUCT(tuple);

		if (form->stainherit != tree)
			continue;
		/* the index has them in order of column, and so have we, but for a damaged one */
		while (i < scan->count && scan->columns[i].attnum < form->staattnum)
			i++;
		if (i == scan->count)
			break;
		if (scan->columns[i].attnum == form->staattnum && scan->columns[i].picks == NULL &&
			scan->columns[i].unseen == BV_SEEN && scan->columns[i].structure == BV_PLAIN)
			read_row(scan, &scan->columns[i], catalog, tuple);
	}
	systable_endscan(rows);
	table_close(catalog, AccessShareLock);

	for (i = 0; i < scan->count; i++)
	{
		if (scan->columns[i].picks != NULL)
			look_at_first(&scan->columns[i]);
	}
}
