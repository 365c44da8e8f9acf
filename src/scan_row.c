/* scan_row.c: a column that was scanned as a row, with the evidence in words */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"

#include "compat.h"
#include "scan.h"
#include "verdict.h"

#define SCAN_COLUMNS	10

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
			appendStringInfo(&words, "its values could not be read (%s)", column->failure);
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

	if (column->verdict.number == 0)
		return blind ? BV_NOTHING_UNSEEN : BV_NOTHING_SEEN;
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

void
bv_scan_put(const BvScan *scan, const BvScanColumn *column, const char *schema_name,
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
