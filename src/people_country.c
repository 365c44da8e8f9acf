/*
 * people_country.c: the countries of people, as what is known of them tells
 *
 * The same query as that of people.c, with a column for each kind of evidence
 * in each row.  The country of a person is what the best evidence tells of him,
 * in whatever tables; where that contradicts itself he is of no known country.
 * Countries of few people are told as one, so that nobody is singled out.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "mb/pg_wchar.h"
#include "parser/parse_coerce.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"

#include "class_set_type.h"
#include "compat.h"
#include "country_of.h"
#include "exposure.h"
#include "label.h"
#include "own_function.h"
#include "readable.h"
#include "rows.h"
#include "small_cell.h"
#include "subject.h"
#include "user_class.h"

/* The class of the catalogue that tells the countries of values of a class, or NULL. */
static const BvClass *
telling_class(int number)
{
	const BvClass *class = bv_any_class_by_number(number);

	return class == NULL || number < BV_USER_CLASS_FIRST ? class : bv_user_class_like(class);
}

PG_FUNCTION_INFO_V1(breachvalue_country_of);
Datum
breachvalue_country_of(PG_FUNCTION_ARGS)
{
	text	   *value = PG_GETARG_TEXT_PP(0);
	text	   *name = PG_GETARG_TEXT_PP(1);
	const BvClass *class =
		telling_class(bv_class_number(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name),
									  ERRCODE_INVALID_PARAMETER_VALUE));
	const char *text = VARDATA_ANY(value);
	int			len = VARSIZE_ANY_EXHDR(value);
	int			country;

	if (class == NULL || bv_country_evidence(class) == BV_COUNTRY_NONE)
		PG_RETURN_NULL();
	if (GetDatabaseEncoding() != PG_UTF8 && GetDatabaseEncoding() != PG_SQL_ASCII)
	{
		text = pg_server_to_any(text, len, PG_UTF8);
		if (text != VARDATA_ANY(value))
			len = strlen(text);
	}
	country = bv_country_of_value(class, text, len);
	if (country < 0)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(bv_countries[country].alpha2));
}

/* ---------- the query ---------- */

/*
 * Is a type written as text by PostgreSQL's own functions?  Others have casts
 * that their owners can replace.
 */
static bool
is_read_as_text(Oid type)
{
	type = getBaseType(type);
	return IsBinaryCoercible(type, TEXTOID) || type == BPCHAROID || type == NAMEOID ||
		type == INT2OID || type == INT4OID || type == INT8OID || type == NUMERICOID;
}

/* Appends the countries that one kind of evidence in a row tells; returns how many there can be. */
static int
append_evidence(StringInfo list, const BvLabels *labels, BvCountryEvidence evidence)
{
	int			count = 0;

	for (int i = 0; i < labels->count; i++)
	{
		const BvLabelledColumn *column = &labels->column[i];
		const BvClassSet *classes = &column->label.classes;

		if (!is_read_as_text(column->type))
			continue;
		for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
			 n = bv_class_set_next(classes, n))
		{
			const BvClass *class = telling_class(n);

			if (class == NULL || bv_country_evidence(class) != evidence)
				continue;
			appendStringInfo(list, "%s%s(" BV_ROW_ALIAS ".%s::%s::pg_catalog.text, %s)"
							 " COLLATE pg_catalog.\"C\"", count++ > 0 ? ", " : "",
							 bv_own_function("country_of"),
							 quote_identifier(get_attname(labels->relid, column->attnum, false)),
							 format_type_extended(getBaseType(column->type), -1,
												  FORMAT_TYPE_TYPEMOD_GIVEN | FORMAT_TYPE_FORCE_QUALIFY),
							 quote_literal_cstr(class->name));
		}
	}
	return count;
}

/* Which kinds of evidence there are in the tables of a subject. */
static void
find_evidence(const BvSubject *subject, bool *is_there)
{
	ListCell   *cell;

	memset(is_there, 0, BV_COUNTRY_EVIDENCE_COUNT * sizeof(bool));
	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);
		const BvLabels *labels = bv_copy_labels(bv_labels_of(table->relation[0]));
		StringInfoData list;

		initStringInfo(&list);
		for (int i = 0; i < BV_COUNTRY_EVIDENCE_COUNT; i++)
			is_there[i] |= append_evidence(&list, labels, i) > 0;
	}
}

/*
 * Gives the rows of each table what they tell of countries: the first and, where
 * there can be several, the last in the order of their codes.
 */
static void
add_evidence(BvSubject *subject, const bool *is_there)
{
	ListCell   *cell;

	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);
		const BvLabels *labels = bv_copy_labels(bv_labels_of(table->relation[0]));
		StringInfoData columns;

		initStringInfo(&columns);
		for (int i = 0; i < BV_COUNTRY_EVIDENCE_COUNT; i++)
		{
			StringInfoData list;
			int			count;

			if (!is_there[i])
				continue;
			initStringInfo(&list);
			count = append_evidence(&list, labels, i);
			appendStringInfo(&columns, ", LEAST(%s) AS least_%d, GREATEST(%s) AS most_%d",
							 count > 0 ? list.data : "NULL::pg_catalog.text", i,
							 count > 1 ? list.data : "NULL::pg_catalog.text", i);
			table->tells |= count > 0;
		}
		table->columns = columns.data;
	}
}

/* Appends the country of a row, or of a group of them, which are those of a person. */
static void
append_country(StringInfo query, bool is_group, const bool *is_there)
{
	appendStringInfoString(query, "CASE WHEN false THEN NULL::pg_catalog.text");
	for (int i = 0; i < BV_COUNTRY_EVIDENCE_COUNT; i++)
	{
		char	   *least = psprintf("%s(r.least_%d COLLATE pg_catalog.\"C\")",
									 is_group ? "pg_catalog.min" : "", i);
		char	   *most = psprintf("%s(GREATEST(r.least_%d, r.most_%d COLLATE pg_catalog.\"C\"))",
									is_group ? "pg_catalog.max" : "", i, i);

		if (is_there[i])
			appendStringInfo(query, " WHEN %s IS NOT NULL THEN"
							 " CASE WHEN %s OPERATOR(pg_catalog.=) %s THEN %s END",
							 least, least, most, least);
	}
	appendStringInfoString(query, " END AS country");
}

static char *
country_query(BvSubject *subject)
{
	StringInfoData query;
	bool		is_there[BV_COUNTRY_EVIDENCE_COUNT];

	find_evidence(subject, is_there);
	add_evidence(subject, is_there);
	initStringInfo(&query);
	appendStringInfoString(&query, "SELECT g.country, pg_catalog.count(*), ");
	bv_append_exposure(&query, subject, "g.classes");
	appendStringInfoString(&query, " FROM (SELECT ");
	if (subject->key == NULL)
		appendStringInfoString(&query, "r.classes, r.known, ");
	else
		appendStringInfoString(&query, "breachvalue.class_set_union(r.classes) AS classes,"
							   " pg_catalog.bool_or(r.known) AND r.key IS NOT NULL AS known, ");
	append_country(&query, subject->key != NULL, is_there);
	appendStringInfoString(&query, " FROM (");
	bv_append_all_rows(&query, subject, false);
	appendStringInfo(&query, ") AS r%s) AS g WHERE g.known GROUP BY g.country"
					 " ORDER BY g.country COLLATE pg_catalog.\"C\"",
					 subject->key == NULL ? "" : " GROUP BY r.key");
	return query.data;
}

/* ---------- the answer ---------- */

typedef struct Countries
{
	int			count;
	const char **name;			/* "unknown" among them */
	int64	   *people;
	const BvExposure **exposure;
	bool	   *is_merged;
} Countries;

static void
count_countries(BvSubject *subject, Countries *result)
{
	MemoryContext caller = CurrentMemoryContext;
	char	   *query = country_query(subject);

	SPI_connect();
	bv_run_query(query, 0, NULL, NULL);
	MemoryContextSwitchTo(caller);
	result->count = (int) SPI_processed;
	result->name = palloc(Max(result->count, 1) * sizeof(char *));
	result->people = palloc(Max(result->count, 1) * sizeof(int64));
	result->exposure = palloc(Max(result->count, 1) * sizeof(BvExposure *));
	result->is_merged = palloc(Max(result->count, 1) * sizeof(bool));
	for (int i = 0; i < result->count; i++)
	{
		HeapTuple	row = SPI_tuptable->vals[i];
		TupleDesc	columns = SPI_tuptable->tupdesc;
		char	   *name = SPI_getvalue(row, columns, 1);
		bool		isnull;

		result->name[i] = name == NULL ? "unknown" : pstrdup(name);
		result->people[i] = DatumGetInt64(SPI_getbinval(row, columns, 2, &isnull));
		result->exposure[i] =
			bv_exposure_from_datum(PointerGetDatum(PG_DETOAST_DATUM_COPY(SPI_getbinval(row, columns,
																					   3, &isnull))));
	}
	SPI_finish();
}

static void
put_country(Tuplestorestate *store, TupleDesc descriptor, const char *name, int64 people,
			const BvExposure *exposure)
{
	Datum		values[3];
	bool		nulls[3] = {false};

	values[0] = CStringGetTextDatum(name);
	nulls[1] = nulls[2] = people < BV_SMALL_CELL;
	values[1] = Int64GetDatum(people);
	values[2] = nulls[2] ? (Datum) 0 :
		DirectFunctionCall2(numeric_round, NumericGetDatum(bv_exposure_value(exposure)),
							Int32GetDatum(2));
	tuplestore_putvalues(store, descriptor, values, nulls);
}

PG_FUNCTION_INFO_V1(breachvalue_people_by_country);
Datum
breachvalue_people_by_country(PG_FUNCTION_ARGS)
{
	BvSubject  *subject = bv_subject_of(bv_lock_readable(PG_GETARG_OID(0)), false);
	TupleDesc	descriptor;
	Tuplestorestate *store = bv_begin_rows(fcinfo, &descriptor);
	BvExposure *others = bv_exposure_empty();
	bool		has_unknown = false;
	Countries	countries;
	int64		merged;

	count_countries(subject, &countries);
	merged = bv_merge_small_cells(countries.people, countries.count, countries.is_merged);
	for (int i = 0; i < countries.count; i++)
	{
		if (!countries.is_merged[i])
		{
			put_country(store, descriptor, countries.name[i], countries.people[i],
						countries.exposure[i]);
			continue;
		}
		others = bv_exposure_merge(others, countries.exposure[i]);
		has_unknown |= strcmp(countries.name[i], "unknown") == 0;
	}
	if (merged > 0)
		put_country(store, descriptor, has_unknown ? "other or unknown" : "other", merged,
					bv_exposure_canonical(others));
	return (Datum) 0;
}
