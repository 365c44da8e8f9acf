/* scan.c: what the columns of a schema, or of one relation, hold: the functions in SQL */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/pg_class.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/catcache.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/syscache.h"
#include "utils/timestamp.h"

#include "compat.h"
#include "rows.h"
#include "scan.h"

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
	List	   *relations;
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
	relations = bv_fetched_oids(context);
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
		bv_scan_relation(&scan, lfirst_oid(cell), false, store, descriptor);
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
	bv_scan_relation(&scan, relid, true, store, descriptor);
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
