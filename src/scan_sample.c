/*
 * scan_sample.c: a sample of the rows of a relation, read as the caller
 *
 * Some 1,000 rows of blocks drawn from all over the table, the same ones each
 * time.  Nothing but built-in functions runs on the values: a cast or an
 * output function of a type's owner would run with the rights of the caller.
 */
#include "postgres.h"

#include <math.h>

#include "access/relation.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "optimizer/plancat.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"

#include "compat.h"
#include "scan.h"

/* Rows to look at: five times what the evidence can use, for columns that repeat themselves. */
#define SAMPLE_ROWS		1000

/* From so many blocks at least: rows of one block are often of one day, or one customer. */
#define SAMPLE_BLOCKS	20

/* No more, whatever the statistics made us believe. */
#define SAMPLE_ROWS_MAX (8 * SAMPLE_ROWS)

#define FETCH_ROWS		500

/* A set of hashes that doubles as it fills; 0 is free. */
typedef struct BvSeen
{
	MemoryContext context;		/* of the slots */
	uint64	   *slot;
	uint32		size;			/* a power of two */
	uint32		used;
} BvSeen;

/* Is it new?  It is not any more. */
static bool
first_seen(BvSeen *seen, uint64 hash)
{
	uint32		i;

	if (hash == 0)
		hash = 1;
	if (seen->used >= seen->size / 2)
	{
		uint32		old_size = seen->size;
		uint64	   *old = seen->slot;

		seen->size = old_size == 0 ? 64 : 2 * old_size;
		seen->slot = MemoryContextAllocZero(seen->context, seen->size * sizeof(uint64));
		for (uint32 j = 0; j < old_size; j++)
		{
			if (old[j] == 0)
				continue;
			i = old[j] & (seen->size - 1);
			while (seen->slot[i] != 0)
				i = (i + 1) & (seen->size - 1);
			seen->slot[i] = old[j];
		}
		if (old != NULL)
			pfree(old);
	}
	for (i = hash & (seen->size - 1); seen->slot[i] != 0; i = (i + 1) & (seen->size - 1))
	{
		if (seen->slot[i] == hash)
			return false;
	}
	seen->slot[i] = hash;
	seen->used++;
	return true;
}

/* How many blocks and live rows the relation has, its children included. */
static void
estimate_size(Relation relation, double *blocks, double *rows)
{
	List	   *members;
	ListCell   *cell;

	*blocks = 0;
	*rows = 0;
	members = find_all_inheritors(RelationGetRelid(relation), AccessShareLock, NULL);
	foreach(cell, members)
	{
		Relation	member = relation_open(lfirst_oid(cell), NoLock);
		char		kind = member->rd_rel->relkind;

		if (kind == RELKIND_RELATION || kind == RELKIND_MATVIEW)
		{
			BlockNumber member_blocks;
			double		member_rows;
			double		visible;

			estimate_rel_size(member, NULL, &member_blocks, &member_rows, &visible);
			*blocks += member_blocks;
			*rows += member_rows;
		}
		relation_close(member, NoLock);
	}
}

/*
 * The query that draws the rows.  Blocks may hold more of them than are wanted:
 * every how maniest is enough is told in stride.
 */
static char *
sample_query(Relation relation, BvScanColumn *columns, int count, int *stride)
{
	StringInfoData query;
	char		kind = relation->rd_rel->relkind;
	const char *separator = "SELECT ";

	*stride = 1;
	initStringInfo(&query);
	for (int i = 0; i < count; i++)
	{
		const char *name = quote_identifier(columns[i].name);

		if (columns[i].unseen != BV_SEEN)
			continue;
		appendStringInfoString(&query, separator);
		if (columns[i].is_text)
			appendStringInfo(&query, "pg_catalog.left(t.%s::pg_catalog.text, %d)",
							 name, BV_SAMPLE_VALUE_MAX);
		else
			appendStringInfo(&query, "t.%s", name);
		separator = ", ";
	}
	appendStringInfo(&query, " FROM %s t",
					 quote_qualified_identifier(get_namespace_name(RelationGetNamespace(relation)),
												RelationGetRelationName(relation)));

	if (kind == RELKIND_RELATION || kind == RELKIND_MATVIEW ||
		kind == RELKIND_PARTITIONED_TABLE)
	{
		double		blocks;
		double		rows;

		estimate_size(relation, &blocks, &rows);
		if (rows > 4 * SAMPLE_ROWS && blocks > 2 * SAMPLE_BLOCKS)
		{
			double		share = Max(SAMPLE_ROWS / rows, SAMPLE_BLOCKS / blocks);

			appendStringInfo(&query, " TABLESAMPLE SYSTEM (%.9f) REPEATABLE (0)",
							 Min(100 * share, 100.0));
			*stride = Max((int) (Min(rows * share, SAMPLE_ROWS_MAX) / SAMPLE_ROWS), 1);
		}
	}
	appendStringInfo(&query, " LIMIT %d", SAMPLE_ROWS_MAX);
	return query.data;
}

/* Dates as ISO 8601 has them, whatever DateStyle says; empty for an infinite one. */
static const char *
date_text(Datum value, Oid type, char *buffer, size_t size)
{
	int			year;
	int			month;
	int			day;

	if (type == DATEOID)
	{
		DateADT		date = DatumGetDateADT(value);

		if (DATE_NOT_FINITE(date))
			return "";
		j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	}
	else
	{
		Timestamp	timestamp = DatumGetTimestamp(value);
		struct pg_tm tm;
		fsec_t		fsec;

		if (TIMESTAMP_NOT_FINITE(timestamp) ||
			timestamp2tm(timestamp, NULL, &tm, &fsec, NULL, NULL) != 0)
			return "";
		year = tm.tm_year;
		month = tm.tm_mon;
		day = tm.tm_mday;
	}
	if (year < 1 || year > 9999)
		return "";
	snprintf(buffer, size, "%04d-%02d-%02d", year, month, day);
	return buffer;
}

/* Takes one value of a column into its sample. */
static void
take_value(BvScanColumn *column, Datum value, FmgrInfo *output)
{
	char		buffer[16];
	const char *bytes;
	size_t		len;

	if (column->is_text)
	{
		struct varlena *text = PG_DETOAST_DATUM_PACKED(value);

		bytes = VARDATA_ANY(text);
		len = VARSIZE_ANY_EXHDR(text);
	}
	else
	{
		if (column->type == DATEOID || column->type == TIMESTAMPOID ||
			column->type == TIMESTAMPTZOID)
			bytes = date_text(value, column->type, buffer, sizeof(buffer));
		else
			bytes = OutputFunctionCall(output, value);
		len = strlen(bytes);
	}

	if (bv_is_blank(bytes, len))
		column->sample.blanks++;
	else if (first_seen(column->seen, hash_bytes_extended((const unsigned char *) bytes, len, 0)))
		bv_sample_add(&column->sample, bytes, Min(len, BV_SAMPLE_VALUE_MAX));
}

void
bv_sample_relation(Relation relation, BvScanColumn *columns, int count)
{
	MemoryContext long_context = CurrentMemoryContext;
	MemoryContext row_context;
	MemoryContext spi_context;
	FmgrInfo   *output = palloc0(count * sizeof(FmgrInfo));
	SPIPlanPtr	plan;
	Portal		portal;
	char	   *query;
	uint64		rows_met = 0;
	int			stride;
	bool		any = false;

	for (int i = 0; i < count; i++)
	{
		Oid			function;
		bool		is_varlena;

		if (columns[i].unseen != BV_SEEN)
			continue;
		any = true;
		columns[i].seen = palloc0(sizeof(BvSeen));
		columns[i].seen->context = CurrentMemoryContext;
		getTypeOutputInfo(columns[i].type, &function, &is_varlena);
		fmgr_info(function, &output[i]);
	}
	if (!any)
		return;

	query = sample_query(relation, columns, count, &stride);
	row_context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue sample row",
										ALLOCSET_DEFAULT_SIZES);
	if (SPI_connect() != SPI_OK_CONNECT)
		elog(ERROR, "could not connect to SPI");
	plan = SPI_prepare(query, 0, NULL);
	if (plan == NULL)
		elog(ERROR, "could not prepare the sample: %s", SPI_result_code_string(SPI_result));
	portal = SPI_cursor_open(NULL, plan, NULL, NULL, true);

	for (;;)
	{
		SPI_cursor_fetch(portal, true, FETCH_ROWS);
		if (SPI_processed == 0)
			break;
		spi_context = MemoryContextSwitchTo(row_context);
		for (uint64 row = 0; row < SPI_processed; row++)
		{
			int			field = 0;

			CHECK_FOR_INTERRUPTS();
			if (rows_met++ % stride != 0)
				continue;
			for (int i = 0; i < count; i++)
			{
				BvScanColumn *column = &columns[i];
				Datum		value;
				bool		isnull;

				if (column->unseen != BV_SEEN)
					continue;
				value = SPI_getbinval(SPI_tuptable->vals[row], SPI_tuptable->tupdesc,
									  ++field, &isnull);
				column->sample.rows++;
				if (isnull)
				{
					column->sample.nulls++;
					continue;
				}
				take_value(column, value, &output[i]);
			}
			MemoryContextReset(row_context);
		}
		MemoryContextSwitchTo(spi_context);
		SPI_freetuptable(SPI_tuptable);
	}
	SPI_cursor_close(portal);
	SPI_finish();
	MemoryContextSwitchTo(long_context);
	MemoryContextDelete(row_context);
}
