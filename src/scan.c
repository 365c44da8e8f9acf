/*
 * scan.c: what the columns of a schema hold, by names, types and samples of values
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "access/tableam.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_description.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "nodes/bitmapset.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/catcache.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/numeric.h"
#include "utils/relcache.h"
#include "utils/resowner.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

#include "compat.h"
#include "extra_class.h"
#include "rows.h"
#include "scan.h"
#include "verdict.h"

#define SCAN_COLUMNS	10

/* As sure as statistics must be of a column for its rows to be left alone. */
#define ENOUGH_FOR_STATISTICS	0.98

/* Surer that there is nothing: what few values do not prove, more may. */
#define ENOUGH_FOR_NOTHING		0.998

static BvStructure
structure_of(const BvValueType *value)
{
	if (value->is_array)
		return BV_PLAIN;
	if (value->type == JSONBOID)
		return BV_JSONB;
	if (value->type == JSONOID)
		return BV_JSON;
	return type_is_rowtype(value->type) ? BV_COMPOSITE : BV_PLAIN;
}

static bool
may_use_schema(Oid schema)
{
	return DatumGetBool(DirectFunctionCall2(has_schema_privilege_id,
											ObjectIdGetDatum(schema),
											CStringGetTextDatum("USAGE")));
}

/* Is the column alone the primary key, or a foreign key? */
static void
find_keys(Relation relation, BvScanColumn *columns, int count)
{
	Bitmapset  *primary;
	ListCell   *cell;

	if (relation->rd_rel->relkind != RELKIND_RELATION &&
		relation->rd_rel->relkind != RELKIND_PARTITIONED_TABLE)
		return;

	foreach(cell, RelationGetFKeyList(relation))
	{
		ForeignKeyCacheInfo *foreign = lfirst(cell);

		for (int i = 0; i < count && foreign->nkeys == 1; i++)
		{
			if (columns[i].attnum != foreign->conkey[0])
				continue;
			columns[i].known.key = BV_KEY_FOREIGN;
			columns[i].known.key_target = get_rel_name(foreign->confrelid);
		}
	}

	primary = RelationGetIndexAttrBitmap(relation, INDEX_ATTR_BITMAP_PRIMARY_KEY);
	for (int i = 0; i < count; i++)
	{
		if (bms_num_members(primary) == 1 && columns[i].known.key == BV_KEY_NONE &&
			bms_is_member(columns[i].attnum - FirstLowInvalidHeapAttributeNumber, primary))
			columns[i].known.key = BV_KEY_OWN;
	}
}

/* The comments on the columns, in one go. */
static void
find_comments(Oid relid, BvScanColumn *columns, int count)
{
	Relation	catalog = table_open(DescriptionRelationId, AccessShareLock);
	ScanKeyData keys[2];
	SysScanDesc scan;
	HeapTuple	tuple;

	ScanKeyInit(&keys[0], Anum_pg_description_objoid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(relid));
	ScanKeyInit(&keys[1], Anum_pg_description_classoid, BTEqualStrategyNumber, F_OIDEQ,
				ObjectIdGetDatum(RelationRelationId));
	scan = systable_beginscan(catalog, DescriptionObjIndexId, true, NULL, 2, keys);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		int			attnum = ((Form_pg_description) GETSTRUCT(tuple))->objsubid;
		bool		isnull;
		Datum		comment = heap_getattr(tuple, Anum_pg_description_description,
										RelationGetDescr(catalog), &isnull);

		for (int i = 0; i < count && !isnull; i++)
		{
			if (columns[i].attnum == attnum)
				columns[i].known.comment = bv_name_in_utf8(TextDatumGetCString(comment));
		}
	}
	systable_endscan(scan);
	table_close(catalog, AccessShareLock);
}

/* The columns of a relation as the catalogue has them. */
static void
list_columns(BvScan *scan)
{
	Relation	relation = scan->relation;
	BvColumn	extra;
	TupleDesc	descriptor = RelationGetDescr(relation);
	Oid			relid = RelationGetRelid(relation);
	bool		whole = may_use_schema(RelationGetNamespace(relation));
	bool		all = pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) == ACLCHECK_OK;
	int			year = bv_this_year();
	const char *table_name = bv_name_in_utf8(RelationGetRelationName(relation));

	bv_add_extra_classes(&extra);
	scan->columns = palloc0((descriptor->natts + 1) * sizeof(BvScanColumn));
	for (int i = 0; i < descriptor->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(descriptor, i);
		BvScanColumn *column = &scan->columns[scan->count];

		if (attribute->attisdropped)
			continue;
		scan->count++;
		column->name = pstrdup(NameStr(attribute->attname));
		column->attnum = attribute->attnum;
		bv_sample_init(&column->sample, year);
		column->declared = attribute->atttypid;
		column->value = bv_value_type(attribute->atttypid);
		column->structure = structure_of(&column->value);
		column->known.type = column->value.family;
		column->known.name = bv_name_in_utf8(column->name);
		column->known.table_name = table_name;
		column->known.extra = extra.extra;
		column->known.extra_count = extra.extra_count;

		if (column->value.reading == BV_READ_NOTHING && column->structure == BV_PLAIN)
			column->unseen = BV_UNSEEN_TYPE;
		else if (!whole || (!all && pg_attribute_aclcheck(relid, attribute->attnum, GetUserId(),
														  ACL_SELECT) != ACLCHECK_OK))
			column->unseen = BV_UNSEEN_RIGHT;
		else if (scan->method == BV_SCAN_NAME)
			column->unseen = BV_UNSEEN_METHOD;
		column->wanted = column->unseen == BV_SEEN && scan->method != BV_SCAN_STATISTICS;
	}
	find_keys(relation, scan->columns, scan->count);
	find_comments(relid, scan->columns, scan->count);
}

/*
 * Reads rows in a subtransaction: one table that cannot be read, as that
 * of a server which is down, shall not end the scan of a schema.  It writes
 * nothing, so it is always rolled back, which gives up its locks: those on all
 * tables of a large schema and their indexes would not fit into the lock table.
 */
static void
try_rows(BvScan *scan)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		bv_scan_rows(scan);
		RollbackAndReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(context);
		CurrentResourceOwner = owner;
	}
	PG_CATCH();
	{
		ErrorData  *error;

		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(context);
		CurrentResourceOwner = owner;

		/* whoever cancels means all of it, and a full memory stays full */
		if (error->sqlerrcode == ERRCODE_QUERY_CANCELED ||
			error->sqlerrcode == ERRCODE_OUT_OF_MEMORY)
			ReThrowError(error);

		/* the message may have a value in it, the code has not */
		for (int i = 0; i < scan->count; i++)
		{
			BvScanColumn *column = &scan->columns[i];

			if (!column->wanted)
				continue;
			column->unseen = BV_UNSEEN_ERROR;
			column->profile = NULL;
			column->parts = NIL;
			column->sqlstate = pstrdup(unpack_sql_state(error->sqlerrcode));
		}
		FreeErrorData(error);
	}
	PG_END_TRY();
}

/* The columns and their parts, those of a column behind it. */
static List *
all_parts(BvScan *scan)
{
	List	   *all = NIL;
	ListCell   *cell;

	for (int i = 0; i < scan->count; i++)
	{
		BvScanColumn *column = &scan->columns[i];

		all = lappend(all, column);
		foreach(cell, column->parts)
		{
			BvScanColumn *part = lfirst(cell);

			/* a key that one row has alone may be data, not structure */
			if (part->profile->rows >= 2 || column->profile->rows < 10)
				all = lappend(all, part);
		}
	}
	return all;
}

/* Judges each column alone, then again knowing what is beside it. */
static void
judge(BvScan *scan)
{
	const char *table_name = bv_name_in_utf8(RelationGetRelationName(scan->relation));
	List	   *all = all_parts(scan);
	int			count = list_length(all);
	BvVerdict  *verdicts = palloc(Max(count, 1) * sizeof(BvVerdict));
	BvTableContext context;
	ListCell   *cell;

	foreach(cell, all)
	{
		BvScanColumn *column = lfirst(cell);

		if (column->profile != NULL && !column->estimated)
			bv_sample_of_profile(&column->sample, column->profile, bv_this_year());
		column->known.sample = column->profile != NULL && column->sample.distinct > 0 ?
			&column->sample : NULL;
		verdicts[foreach_current_index(cell)] = bv_weigh(&column->known, NULL);
	}
	context = bv_table_context(table_name, verdicts, count);
	foreach(cell, all)
	{
		BvScanColumn *column = lfirst(cell);

		column->verdict = bv_weigh(&column->known, &context);
	}
	pfree(verdicts);
	list_free(all);
}

BvScanColumn *
bv_judge_by_name(Relation relation, int *count)
{
	BvScan		scan = {.relation = relation, .method = BV_SCAN_NAME, .context = CurrentMemoryContext};

	list_columns(&scan);
	judge(&scan);
	*count = scan.count;
	return scan.columns;
}

/* Has the table changed since its statistics were taken, as far as its size tells? */
static bool
is_stale(Relation relation)
{
	double		counted = relation->rd_rel->reltuples;
	BlockNumber blocks;
	double		rows;
	double		visible;

	if (counted < 0 || relation->rd_rel->relkind == RELKIND_PARTITIONED_TABLE)
		return counted < 0;
	if (!RELKIND_HAS_TABLE_AM(relation->rd_rel->relkind))
		return true;
	table_relation_estimate_size(relation, NULL, &blocks, &rows, &visible);
	return rows > 2 * counted + 1000 || counted > 2 * rows + 1000;
}

/* Of what statistics decide no rows are read. */
static void
want_undecided(BvScan *scan)
{
	bool		stale = is_stale(scan->relation);

	for (int i = 0; i < scan->count; i++)
	{
		BvScanColumn *column = &scan->columns[i];

		if (column->wanted && !stale && column->estimated &&
			(column->sample.distinct > 0 || column->sample.nulls == column->sample.rows) &&
			column->verdict.confidence >= (column->verdict.number != 0 ? ENOUGH_FOR_STATISTICS :
										   ENOUGH_FOR_NOTHING))
			column->wanted = false;
	}
}

/* The evidence in words; names of columns and counts, never a value. */
static char *
evidence_words(const BvScanColumn *column)
{
	const BvVerdict *verdict = &column->verdict;
	StringInfoData words;

	initStringInfo(&words);
	bv_append_name_words(&words, &column->known, verdict);
	if (verdict->number != 0 && verdict->by_type)
		appendStringInfo(&words, "type %s; ", format_type_be(column->value.type));

	switch (column->unseen)
	{
		case BV_SEEN:
			if (column->profile == NULL)
				appendStringInfoString(&words, "no statistics");
			else if (column->structure != BV_PLAIN)
				appendStringInfo(&words, "%d part%s in " INT64_FORMAT " row%s",
								 list_length(column->parts),
								 list_length(column->parts) == 1 ? "" : "s", column->profile->rows,
								 column->profile->rows == 1 ? "" : "s");
			else
			{
				BvColumn	seen = column->known;

				seen.sample = &column->sample;
				bv_append_value_words(&words, &seen, verdict);
				if (column->estimated)
					appendStringInfoString(&words, "; by planner statistics");
			}
			break;
		case BV_UNSEEN_METHOD:
			appendStringInfoString(&words, "values are not looked at");
			break;
		case BV_UNSEEN_TYPE:
			appendStringInfo(&words, "values of type %s are not looked at",
							 format_type_be(column->declared));
			break;
		case BV_UNSEEN_RIGHT:
			appendStringInfoString(&words, "no right to read its values");
			break;
		case BV_UNSEEN_ERROR:
			appendStringInfo(&words, "its values could not be read (SQLSTATE %s)",
							 column->sqlstate);
			break;
	}
	if (verdict->runner_up_confidence >= BV_WORTH_NAMING)
		appendStringInfo(&words, "; else %s (%.2f)", bv_outcome_name(verdict->runner_up),
						 verdict->runner_up_confidence);
	return words.data;
}

/*
 * No verdict of a sample is certain, less so one of statistics; least that there
 * is nothing personal in values that nobody has looked at.
 */
static double
highest_confidence(const BvScanColumn *column)
{
	bool		blind = column->unseen == BV_UNSEEN_RIGHT || column->unseen == BV_UNSEEN_ERROR ||
		column->unseen == BV_UNSEEN_METHOD ||
		(column->unseen == BV_UNSEEN_TYPE &&
		 (column->known.type & (BV_TYPE_BYTES | BV_TYPE_JSON | BV_TYPE_OTHER))) ||
		(column->unseen == BV_SEEN && column->structure == BV_PLAIN && column->sample.distinct == 0);

	if (blind && column->verdict.number == 0)
		return 0.96;
	return column->estimated ? 0.99 : 0.999;
}

Datum
bv_confidence_datum(const BvScanColumn *column)
{
	return bv_probability_datum(column->verdict.confidence, highest_confidence(column));
}

static const char *
basis_of(const BvScanColumn *column, const BvScan *scan)
{
	if (column->unseen != BV_SEEN || column->profile == NULL)
		return "name";
	if (column->estimated)
		return "statistics";
	return scan->method == BV_SCAN_FULL ? "full" : "sample";
}

static void
put_row(const BvScan *scan, const BvScanColumn *column, const char *schema_name,
		Tuplestorestate *store, TupleDesc descriptor)
{
	const BvVerdict *verdict = &column->verdict;
	NameData	names[3];
	Datum		values[SCAN_COLUMNS] = {0};
	bool		nulls[SCAN_COLUMNS] = {false};
	BvShare		shares[BV_SHARES];
	int			count = 0;

	namestrcpy(&names[0], schema_name);
	namestrcpy(&names[1], RelationGetRelationName(scan->relation));
	namestrcpy(&names[2], column->name);
	for (int j = 0; j < lengthof(names); j++)
		values[j] = NameGetDatum(&names[j]);
	nulls[3] = nulls[7] = verdict->number == 0;
	if (!nulls[3])
		values[3] = CStringGetTextDatum(bv_outcome_name(verdict->number));
	values[4] = bv_confidence_datum(column);
	values[5] = CStringGetTextDatum(evidence_words(column));
	nulls[6] = column->path == NULL;
	if (!nulls[6])
		values[6] = CStringGetTextDatum(column->path);
	if (column->known.sample != NULL && verdict->number != 0)
		count = bv_shares_of(&column->known, column->profile, verdict, shares);
	if (!nulls[7])
		values[7] = CStringGetTextDatum(bv_verdict_label(verdict, shares, count));
	nulls[8] = count == 0;
	if (!nulls[8])
		values[8] = DirectFunctionCall1(jsonb_in,
										CStringGetDatum(bv_shares_text(shares, count)));
	values[9] = CStringGetTextDatum(basis_of(column, scan));
	tuplestore_putvalues(store, descriptor, values, nulls);
}

static bool
is_any_wanted(const BvScan *scan)
{
	for (int i = 0; i < scan->count; i++)
	{
		if (scan->columns[i].wanted)
			return true;
	}
	return false;
}

/* Scans one relation, and adds a row for each column. */
static void
scan_relation(Oid relid, BvScan *scan, bool survive, Tuplestorestate *store,
			  TupleDesc descriptor)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue scan",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);
	char	   *schema_name;
	List	   *all;
	ListCell   *cell;

	scan->relation = try_relation_open(relid, AccessShareLock);
	scan->context = context;
	scan->count = 0;

	/* dropped since it was listed, or made a view, whose query nobody has asked for */
	if (scan->relation == NULL || (survive && scan->relation->rd_rel->relkind == RELKIND_VIEW))
	{
		if (scan->relation != NULL)
			relation_close(scan->relation, AccessShareLock);
		MemoryContextSwitchTo(old);
		MemoryContextDelete(context);
		return;
	}

	bv_scan_progress_start(scan);
	list_columns(scan);
	if (scan->method == BV_SCAN_AUTO || scan->method == BV_SCAN_STATISTICS)
	{
		bv_scan_statistics(scan);
		judge(scan);
		want_undecided(scan);
	}
	if (is_any_wanted(scan))
	{
		if (survive)
			try_rows(scan);
		else
			bv_scan_rows(scan);
		judge(scan);
	}
	else if (scan->method != BV_SCAN_AUTO && scan->method != BV_SCAN_STATISTICS)
		judge(scan);

	schema_name = get_namespace_name(RelationGetNamespace(scan->relation));
	all = all_parts(scan);
	foreach(cell, all)
		put_row(scan, lfirst(cell), schema_name, store, descriptor);

	bv_scan_progress_end();
	relation_close(scan->relation, AccessShareLock);
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
}

/* ---------- the functions ---------- */

static BvScanMethod
method_arg(FunctionCallInfo fcinfo, int argument)
{
	static const char *const names[] = {"auto", "name", "statistics", "sample", "full"};
	char	   *name;

	if (PG_ARGISNULL(argument))
		return BV_SCAN_AUTO;
	name = text_to_cstring(PG_GETARG_TEXT_PP(argument));
	for (int i = 0; i < lengthof(names); i++)
	{
		if (strcmp(name, names[i]) == 0)
			return i;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unrecognized scan method \"%s\"", name),
			 errhint("Methods are auto, name, statistics, sample and full.")));
}

/* The relations of a schema, or of all schemas that users made. */
static List *
list_relations(const char *schema_name)
{
	MemoryContext context = CurrentMemoryContext;
	List	   *relations = NIL;
	Oid			types[1] = {NAMEOID};
	Datum		values[1];
	char		nulls[1] = {' '};

	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "could not connect to SPI");
	if (schema_name == NULL)
		nulls[0] = 'n';
	else
		values[0] = CStringGetDatum(schema_name);
	if (SPI_execute_with_args("SELECT c.oid"
							  " FROM pg_catalog.pg_class c"
							  " JOIN pg_catalog.pg_namespace n"
							  " ON n.oid OPERATOR(pg_catalog.=) c.relnamespace"
							  " WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p,m}')"
							  " AND NOT c.relispartition"
							  " AND CASE WHEN $1 IS NULL THEN"
							  " pg_catalog.left(n.nspname::pg_catalog.text, 3) OPERATOR(pg_catalog.<>) 'pg_'"
							  " AND n.nspname OPERATOR(pg_catalog.<>) ALL ('{information_schema,breachvalue}')"
							  " ELSE n.nspname OPERATOR(pg_catalog.=) $1 END"
							  " ORDER BY n.nspname USING OPERATOR(pg_catalog.<),"
							  " c.relname USING OPERATOR(pg_catalog.<)",
							  1, types, values, nulls, true, 0) != SPI_OK_SELECT)
		elog(ERROR, "could not list the relations");
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		bool		isnull;
		Oid			relid = DatumGetObjectId(SPI_getbinval(SPI_tuptable->vals[i],
														   SPI_tuptable->tupdesc, 1, &isnull));
		MemoryContext spi = MemoryContextSwitchTo(context);

		relations = lappend_oid(relations, relid);
		MemoryContextSwitchTo(spi);
	}
	SPI_finish();
	return relations;
}

/* A relation that whoever took its name for a schema's may have meant. */
static Oid
relation_named(const char *name)
{
	const char *dot = strchr(name, '.');
	Oid			relid = RelnameGetRelid(name);

	if (!OidIsValid(relid) && dot != NULL)
	{
		Oid			schema = get_namespace_oid(pnstrdup(name, dot - name), true);

		relid = OidIsValid(schema) ? get_relname_relid(dot + 1, schema) : InvalidOid;
	}
	if (!OidIsValid(relid))
	{
		CatCList   *list = SearchSysCacheList1(RELNAMENSP, CStringGetDatum(name));

		if (list->n_members > 0)
			relid = ((Form_pg_class) GETSTRUCT(&list->members[0]->tuple))->oid;
		ReleaseSysCacheList(list);
	}
	return relid;
}

pg_noreturn static void
refuse_schema(const char *name)
{
	Oid			relid = relation_named(name);
	const char *qualified = OidIsValid(relid) ?
		quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)),
								   get_rel_name(relid)) : NULL;

	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_SCHEMA),
			 errmsg("schema \"%s\" does not exist", name),
			 qualified != NULL ?
			 errhint("To scan a relation of that name, use breachvalue.scan_table(%s).",
					 quote_literal_cstr(qualified)) : 0));
}

PG_FUNCTION_INFO_V1(breachvalue_scan);
Datum
breachvalue_scan(PG_FUNCTION_ARGS)
{
	const char *schema_name = PG_ARGISNULL(0) ? NULL : NameStr(*PG_GETARG_NAME(0));
	BvScan		scan = {0};
	TupleDesc	descriptor;
	Tuplestorestate *store;
	List	   *relations;
	ListCell   *cell;

	scan.method = method_arg(fcinfo, 1);
	if (schema_name != NULL && !OidIsValid(get_namespace_oid(schema_name, true)))
		refuse_schema(schema_name);

	store = bv_begin_rows(fcinfo, &descriptor);
	relations = list_relations(schema_name);
	scan.tables = list_length(relations);
	scan.started = GetCurrentTimestamp();
	foreach(cell, relations)
	{
		CHECK_FOR_INTERRUPTS();
		scan_relation(lfirst_oid(cell), &scan, true, store, descriptor);
		scan.table_number++;
	}
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(breachvalue_scan_table);
Datum
breachvalue_scan_table(PG_FUNCTION_ARGS)
{
	BvScan		scan = {0};
	Oid			relid;
	char	   *name;
	TupleDesc	descriptor;
	Tuplestorestate *store;

	if (PG_ARGISNULL(0))
	{
		(void) bv_begin_rows(fcinfo, &descriptor);
		return (Datum) 0;
	}
	relid = PG_GETARG_OID(0);
	name = get_rel_name(relid);
	scan.method = method_arg(fcinfo, 1);
	if (name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	switch (get_rel_relkind(relid))
	{
		case RELKIND_RELATION:
		case RELKIND_PARTITIONED_TABLE:
		case RELKIND_MATVIEW:
		case RELKIND_VIEW:
		case RELKIND_FOREIGN_TABLE:
			break;
		default:
			ereport(ERROR,
					(errcode(ERRCODE_WRONG_OBJECT_TYPE),
					 errmsg("\"%s\" has no rows of columns to scan", name),
					 errhint("Tables, materialized views, views and foreign tables can be scanned.")));
	}

	store = bv_begin_rows(fcinfo, &descriptor);
	scan.tables = 1;
	scan.started = GetCurrentTimestamp();
	scan_relation(relid, &scan, false, store, descriptor);
	return (Datum) 0;
}

/* The least confidence with which a column is to be labelled. */
PG_FUNCTION_INFO_V1(breachvalue_checked_confidence);
Datum
breachvalue_checked_confidence(PG_FUNCTION_ARGS)
{
	Numeric		confidence = PG_GETARG_NUMERIC(0);
	double		value = DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow,
														   NumericGetDatum(confidence)));

	if (!(value >= 0 && value <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("min_confidence must be between 0 and 1, not %s",
						numeric_normalize(confidence))));
	PG_RETURN_NUMERIC(confidence);
}
