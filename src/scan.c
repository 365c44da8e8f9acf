/*
 * scan.c: what the columns of a schema hold, by names, types and samples of values
 */
#include "postgres.h"

#include "access/relation.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "nodes/bitmapset.h"
#include "parser/parse_coerce.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/catcache.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/numeric.h"
#include "utils/relcache.h"
#include "utils/resowner.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"
#include "utils/tuplestore.h"

#include "compat.h"
#include "rows.h"
#include "scan.h"

#define SCAN_COLUMNS	6

/* Outcomes below this are not worth a word. */
#define RUNNER_UP_WORTH_NAMING	0.05

/* Types that others make, by name: PostGIS, citext's neighbours. */
static int
family_by_name(Oid type)
{
	char	   *name = format_type_extended(type, -1, FORMAT_TYPE_ALLOW_INVALID);
	char	   *dot = strrchr(name, '.');
	const char *bare = dot != NULL ? dot + 1 : name;

	if (strcmp(bare, "geometry") == 0 || strcmp(bare, "geography") == 0)
		return BV_TYPE_GEOMETRY;
	if (strcmp(bare, "hstore") == 0)
		return BV_TYPE_JSON;
	return BV_TYPE_OTHER;
}

/* The family of a base type, and whether values of it may be read. */
static int
type_family(Oid type, bool *is_text, bool *readable)
{
	*is_text = false;
	*readable = true;
	switch (type)
	{
		case TEXTOID:
		case VARCHAROID:
		case BPCHAROID:
		case NAMEOID:
			*is_text = true;
			return BV_TYPE_TEXT;
		case INT2OID:
		case INT4OID:
		case INT8OID:
			return BV_TYPE_INTEGER;
		case NUMERICOID:
			return BV_TYPE_NUMERIC;
		case FLOAT4OID:
		case FLOAT8OID:
			return BV_TYPE_FLOAT;
		case DATEOID:
		case TIMESTAMPOID:
		case TIMESTAMPTZOID:
			return BV_TYPE_DATE;
		case UUIDOID:
			return BV_TYPE_UUID;
		case INETOID:
		case CIDROID:
			return BV_TYPE_INET;
		case MACADDROID:
		case MACADDR8OID:
			return BV_TYPE_MAC;
	}

	if (get_typtype(type) == TYPTYPE_ENUM)
		return BV_TYPE_ENUM;
	if (IsBinaryCoercible(type, TEXTOID))
	{
		*is_text = true;
		return BV_TYPE_TEXT;
	}

	*readable = false;
	switch (type)
	{
		case BOOLOID:
			return BV_TYPE_BOOLEAN;
		case BYTEAOID:
			return BV_TYPE_BYTES;
		case JSONOID:
		case JSONBOID:
		case XMLOID:
			return BV_TYPE_JSON;
		case CASHOID:
			return BV_TYPE_MONEY;
		case POINTOID:
			return BV_TYPE_GEOMETRY;
	}
	return family_by_name(type);
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

static int
this_year(void)
{
	struct pg_tm tm;
	fsec_t		fsec;
	int			zone;

	if (timestamp2tm(GetCurrentTransactionStartTimestamp(), &zone, &tm, &fsec, NULL, NULL) != 0)
		elog(ERROR, "could not tell the date");
	return tm.tm_year;
}

/* A name as the core wants it: in UTF-8, where the encoding is known at all. */
static const char *
name_in_utf8(const char *name)
{
	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return name;
	return pg_server_to_any(name, strlen(name), PG_UTF8);
}

/* The columns of a relation as the catalogue has them. */
static BvScanColumn *
list_columns(Relation relation, int *count)
{
	TupleDesc	descriptor = RelationGetDescr(relation);
	BvScanColumn *columns = palloc0((descriptor->natts + 1) * sizeof(BvScanColumn));
	Oid			relid = RelationGetRelid(relation);
	bool		whole = may_use_schema(RelationGetNamespace(relation));
	bool		all = pg_class_aclcheck(relid, GetUserId(), ACL_SELECT) == ACLCHECK_OK;
	int			year = this_year();
	const char *table_name = name_in_utf8(RelationGetRelationName(relation));

	*count = 0;
	for (int i = 0; i < descriptor->natts; i++)
	{
		Form_pg_attribute attribute = TupleDescAttr(descriptor, i);
		BvScanColumn *column = &columns[*count];
		Oid			base;
		Oid			element;
		bool		readable;

		if (attribute->attisdropped)
			continue;
		(*count)++;
		column->name = pstrdup(NameStr(attribute->attname));
		column->attnum = attribute->attnum;
		bv_sample_init(&column->sample, year);

		column->declared = attribute->atttypid;
		base = getBaseType(attribute->atttypid);
		element = get_element_type(base);
		column->type = OidIsValid(element) ? getBaseType(element) : base;
		column->known.type = type_family(column->type, &column->is_text, &readable);
		column->known.name = name_in_utf8(column->name);
		column->known.table_name = table_name;

		if (!readable || OidIsValid(element))
			column->unseen = BV_UNSEEN_TYPE;
		else if (!whole || (!all && pg_attribute_aclcheck(relid, attribute->attnum, GetUserId(),
														  ACL_SELECT) != ACLCHECK_OK))
			column->unseen = BV_UNSEEN_RIGHT;
	}
	find_keys(relation, columns, *count);
	return columns;
}

/*
 * Reads the sample in a subtransaction: one table that cannot be read, as that
 * of a server which is down, shall not end the scan of a schema.  It writes
 * nothing, so it is always rolled back, which gives up its locks: those on all
 * tables of a large schema and their indexes would not fit into the lock table.
 */
static void
try_sample(Relation relation, BvScanColumn *columns, int count)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;

	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		bv_sample_relation(relation, columns, count);
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
		for (int i = 0; i < count; i++)
		{
			if (columns[i].unseen != BV_SEEN)
				continue;
			columns[i].unseen = BV_UNSEEN_ERROR;
			columns[i].sqlstate = pstrdup(unpack_sql_state(error->sqlerrcode));
		}
		FreeErrorData(error);
	}
	PG_END_TRY();
}

/* Judges each column alone, then again knowing what is beside it. */
static void
judge(const char *table_name, BvScanColumn *columns, int count)
{
	BvVerdict  *verdicts = palloc(Max(count, 1) * sizeof(BvVerdict));
	BvTableContext context;

	for (int i = 0; i < count; i++)
	{
		if (columns[i].unseen == BV_SEEN && columns[i].sample.distinct > 0)
			columns[i].known.sample = &columns[i].sample;
		verdicts[i] = bv_weigh(&columns[i].known, NULL);
	}
	context = bv_table_context(table_name, verdicts, count);
	for (int i = 0; i < count; i++)
		columns[i].verdict = bv_weigh(&columns[i].known, &context);
	pfree(verdicts);
}

BvScanColumn *
bv_judge_by_name(Relation relation, int *count)
{
	BvScanColumn *columns = list_columns(relation, count);

	judge(name_in_utf8(RelationGetRelationName(relation)), columns, *count);
	return columns;
}

static const char *
class_name(int number)
{
	const BvClass *class = bv_class_by_number(number);

	return class != NULL ? class->name : "nothing personal";
}

/* The evidence in words; names of columns and counts, never a value. */
static char *
evidence_words(const BvScanColumn *column)
{
	const BvVerdict *verdict = &column->verdict;
	const BvSample *sample = &column->sample;
	StringInfoData words;

	initStringInfo(&words);
	if (verdict->number != 0)
	{
		if (verdict->by_name)
			appendStringInfo(&words, verdict->whole_name ? "column name \"%s\"; " :
							 "part of column name \"%s\"; ", column->name);
		if (verdict->by_type)
			appendStringInfo(&words, "type %s; ", format_type_be(column->type));
		if (column->known.key == BV_KEY_FOREIGN && column->known.key_target != NULL)
			appendStringInfo(&words, "refers to \"%s\"; ", column->known.key_target);
	}
	if (verdict->name_denied)
		appendStringInfoString(&words, "another word of the name speaks against it; ");

	switch (column->unseen)
	{
		case BV_SEEN:
			if (sample->rows == 0)
				appendStringInfoString(&words, "no rows");
			else if (sample->distinct == 0)
				appendStringInfo(&words, "no value in " INT64_FORMAT " row%s",
								 sample->rows, sample->rows == 1 ? "" : "s");
			else if (verdict->number != 0 && verdict->share >= 0)
				appendStringInfo(&words, "%d of %d distinct value%s valid",
								 sample->passes[verdict->number], sample->distinct,
								 sample->distinct == 1 ? " is" : "s are");
			else
				appendStringInfo(&words, "%d distinct value%s in " INT64_FORMAT " row%s",
								 sample->distinct, sample->distinct == 1 ? "" : "s",
								 sample->rows, sample->rows == 1 ? "" : "s");
			if (sample->distinct > 0 && sample->nulls + sample->blanks > 0)
				appendStringInfo(&words, "; " INT64_FORMAT " of " INT64_FORMAT " rows without one",
								 sample->nulls + sample->blanks, sample->rows);
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
	if (verdict->generated)
		appendStringInfoString(&words, "; numbers as a counter or a clock gives them");
	if (verdict->runner_up_confidence >= RUNNER_UP_WORTH_NAMING)
		appendStringInfo(&words, "; else %s (%.2f)", class_name(verdict->runner_up),
						 verdict->runner_up_confidence);
	return words.data;
}

/*
 * No verdict of a sample is certain; less so that there is nothing personal in
 * values that nobody has looked at, since one column in ten or so is.
 */
Datum
bv_confidence_datum(const BvScanColumn *column)
{
	bool		blind = column->unseen == BV_UNSEEN_RIGHT || column->unseen == BV_UNSEEN_ERROR ||
		(column->unseen == BV_SEEN && column->sample.distinct == 0);
	double		highest = blind && column->verdict.number == 0 ? 0.9 : 0.999;
	char		text[16];

	snprintf(text, sizeof(text), "%.3f",
			 Min(Max(column->verdict.confidence, 0.001), highest));
	return DirectFunctionCall3(numeric_in, CStringGetDatum(text),
							   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

/* Scans one relation, and adds a row for each column. */
static void
scan_relation(Oid relid, bool survive, Tuplestorestate *store, TupleDesc descriptor)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue scan",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);
	Relation	relation = try_relation_open(relid, AccessShareLock);
	BvScanColumn *columns;
	int			count;
	char	   *schema_name;

	/* dropped since it was listed, or made a view, whose query nobody has asked for */
	if (relation == NULL || (survive && relation->rd_rel->relkind == RELKIND_VIEW))
	{
		if (relation != NULL)
			relation_close(relation, AccessShareLock);
		MemoryContextSwitchTo(old);
		MemoryContextDelete(context);
		return;
	}

	columns = list_columns(relation, &count);
	if (survive)
		try_sample(relation, columns, count);
	else
		bv_sample_relation(relation, columns, count);
	judge(name_in_utf8(RelationGetRelationName(relation)), columns, count);

	schema_name = get_namespace_name(RelationGetNamespace(relation));
	for (int i = 0; i < count; i++)
	{
		NameData	names[3];
		Datum		values[SCAN_COLUMNS];
		bool		nulls[SCAN_COLUMNS] = {false};

		namestrcpy(&names[0], schema_name);
		namestrcpy(&names[1], RelationGetRelationName(relation));
		namestrcpy(&names[2], columns[i].name);
		for (int j = 0; j < lengthof(names); j++)
			values[j] = NameGetDatum(&names[j]);
		nulls[3] = columns[i].verdict.number == 0;
		values[3] = nulls[3] ? (Datum) 0 : CStringGetTextDatum(class_name(columns[i].verdict.number));
		values[4] = bv_confidence_datum(&columns[i]);
		values[5] = CStringGetTextDatum(evidence_words(&columns[i]));
		tuplestore_putvalues(store, descriptor, values, nulls);
	}

	relation_close(relation, AccessShareLock);
	MemoryContextSwitchTo(old);
	MemoryContextDelete(context);
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
	TupleDesc	descriptor;
	Tuplestorestate *store;
	List	   *relations;
	ListCell   *cell;

	if (schema_name != NULL && !OidIsValid(get_namespace_oid(schema_name, true)))
		refuse_schema(schema_name);

	store = bv_begin_rows(fcinfo, &descriptor);
	relations = list_relations(schema_name);
	foreach(cell, relations)
	{
		CHECK_FOR_INTERRUPTS();
		scan_relation(lfirst_oid(cell), true, store, descriptor);
	}
	return (Datum) 0;
}

PG_FUNCTION_INFO_V1(breachvalue_scan_table);
Datum
breachvalue_scan_table(PG_FUNCTION_ARGS)
{
	Oid			relid = PG_GETARG_OID(0);
	char	   *name = get_rel_name(relid);
	TupleDesc	descriptor;
	Tuplestorestate *store;

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
	scan_relation(relid, false, store, descriptor);
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
