/* verdict.c: verdicts on columns in words, and as the composite type verdict */
#include "postgres.h"

#include <math.h>

#include "access/htup_details.h"
#include "access/xact.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/json.h"
#include "utils/numeric.h"
#include "utils/timestamp.h"

#include "class_set_type.h"
#include "compat.h"
#include "verdict.h"

#define VERDICT_COLUMNS	10

int
bv_this_year(void)
{
	struct pg_tm tm;
	fsec_t		fsec;
	int			zone;

	if (timestamp2tm(GetCurrentTransactionStartTimestamp(), &zone, &tm, &fsec, NULL, NULL) != 0)
		elog(ERROR, "could not tell the date");
	return tm.tm_year;
}

const char *
bv_name_in_utf8(const char *name)
{
	if (GetDatabaseEncoding() == PG_SQL_ASCII)
		return name;
	return pg_server_to_any(name, strlen(name), PG_UTF8);
}

const char *
bv_outcome_name(int number)
{
	char		buffer[BV_CLASS_NAME_SIZE];

	return number != 0 ? pstrdup(bv_class_name(number, buffer)) : "nothing personal";
}

/*
 * Words are put together for every column of a scan: piece by piece, which costs
 * a tenth of formats.
 */
static void
append_count(StringInfo words, int64 number)
{
	char		digits[MAXINT8LEN + 1];

	appendBinaryStringInfo(words, digits, pg_lltoa(number, digits));
}

static void
append_rows(StringInfo words, int64 rows)
{
	append_count(words, rows);
	appendStringInfoString(words, rows == 1 ? " row" : " rows");
}

static void
append_name(StringInfo words, const char *before, const char *name)
{
	appendStringInfoString(words, before);
	appendStringInfoString(words, name);
	appendStringInfoString(words, "\"; ");
}

void
bv_append_name_words(StringInfo words, const BvColumn *column, const BvVerdict *verdict)
{
	if (verdict->number != 0)
	{
		if (verdict->by_name)
			append_name(words, verdict->whole_name ? "column name \"" :
						"part of column name \"", column->name);
		else if (verdict->by_comment)
			appendStringInfoString(words, "its comment; ");
		if (column->key == BV_KEY_FOREIGN && column->key_target != NULL)
			append_name(words, "refers to \"", column->key_target);
	}
	if (verdict->name_denied)
		appendStringInfoString(words, "another word of the name speaks against it; ");
}

/* How many values were looked at, of how many, and how many of these are valid. */
static void
append_values(StringInfo words, const BvSample *sample, const BvVerdict *verdict)
{
	const char *distinct = sample->distinct == 1 ? " distinct value" : " distinct values";

	if (verdict->number != 0 && verdict->share >= 0)
	{
		append_count(words, sample->passes[verdict->number]);
		appendStringInfoString(words, " of ");
		append_count(words, sample->distinct);
		appendStringInfoString(words, distinct);
		appendStringInfoString(words, sample->distinct == 1 ? " is valid" : " are valid");
		return;
	}
	append_count(words, sample->distinct);
	if (sample->population > 1.5 * sample->distinct)
	{
		appendStringInfoString(words, " of about ");
		append_count(words, sample->population < 9e18 ? (int64) rint(sample->population) :
					 PG_INT64_MAX);
		distinct = " distinct values";
	}
	appendStringInfoString(words, distinct);
	appendStringInfoString(words, " in ");
	append_rows(words, sample->rows);
}

void
bv_append_value_words(StringInfo words, const BvColumn *column, const BvVerdict *verdict)
{
	const BvSample *sample = column->sample;
	const BvDecoy *decoy;
	double		share = 0;

	if (sample->rows == 0)
		appendStringInfoString(words, "no rows");
	else if (sample->distinct == 0)
	{
		appendStringInfoString(words, "no value in ");
		append_rows(words, sample->rows);
	}
	else
		append_values(words, sample, verdict);
	if (sample->distinct > 0 && sample->nulls + sample->blanks > 0)
	{
		appendStringInfoString(words, "; ");
		append_count(words, sample->nulls + sample->blanks);
		appendStringInfoString(words, " of ");
		append_count(words, sample->rows);
		appendStringInfoString(words, " rows without one");
	}
	if (verdict->protection != BV_PROTECTION_NONE)
		appendStringInfo(words, "; values look protected: %s",
						 bv_protection_name(verdict->protection));
	if (verdict->generated)
		appendStringInfoString(words, "; numbers as a counter or a clock gives them");
	decoy = verdict->number == 0 && sample->distinct > 0 ? bv_looks_like(sample, &share) : NULL;
	if (decoy != NULL)
		appendStringInfo(words, "; looks like %s: %.0f %%", decoy->title, floor(100 * share));
}

/* Classes with a smaller share of a mixed column are not worth a label. */
#define WORTH_A_LABEL	0.1

char *
bv_verdict_label(const BvVerdict *verdict, const BvShare *shares, int count)
{
	const char *protection = bv_protection_name(verdict->protection);
	StringInfoData label;

	if (verdict->number == 0)
		return NULL;
	initStringInfo(&label);
	if (count < 2 || protection != NULL)
		appendStringInfoString(&label, bv_outcome_name(verdict->number));
	for (int i = 0; i < count && count >= 2 && protection == NULL; i++)
	{
		if (shares[i].number == verdict->number || shares[i].share >= WORTH_A_LABEL)
			appendStringInfo(&label, "%s%s", label.len > 0 ? " | " : "",
							 bv_outcome_name(shares[i].number));
	}
	if (protection != NULL)
		appendStringInfo(&label, " (protected = %s)", protection);
	return label.data;
}

char *
bv_shares_text(const BvShare *shares, int count)
{
	StringInfoData text;

	if (count == 0)
		return NULL;
	initStringInfo(&text);
	for (int i = 0; i < count; i++)
	{
		appendStringInfoString(&text, i == 0 ? "{" : ", ");
		escape_json(&text, bv_outcome_name(shares[i].number));
		appendStringInfo(&text, ": %.3f", shares[i].share);
	}
	appendStringInfoChar(&text, '}');
	return text.data;
}

Datum
bv_probability_datum(double probability, double highest)
{
	double		thousandths = rint(1000 * Min(Max(probability, 0.001), highest));

	return NumericGetDatum(int64_div_fast_to_numeric((int64) thousandths, 3));
}

static Datum
share_datum(double share)
{
	char		text[16];

	snprintf(text, sizeof(text), "%.4f", Min(Max(share, 0), 1));
	return DirectFunctionCall3(numeric_in, CStringGetDatum(text),
							   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1));
}

static Datum
jsonb_datum(const char *text)
{
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(text));
}

/* What was seen, and what each kind of it weighs, in natural log-odds. */
static char *
evidence_json(const BvColumn *column, const BvVerdict *verdict, const BvShare *shares, int count)
{
	const BvParts *parts = &verdict->parts;
	const BvDecoy *decoy;
	double		share = 0;
	StringInfoData json;
	StringInfoData words;

	initStringInfo(&words);
	initStringInfo(&json);
	bv_append_name_words(&words, column, verdict);
	if (column->sample != NULL)
		bv_append_value_words(&words, column, verdict);
	else
		appendStringInfoString(&words, "no values were looked at");
	appendStringInfoString(&json, "{\"summary\": ");
	escape_json(&json, words.data);
	if (verdict->number != 0)
		appendStringInfo(&json, ", \"log_odds\": {\"prior\": %.1f, \"name\": %.1f, \"type\": %.1f,"
						 " \"table\": %.1f, \"values\": %.1f}", parts->prior, parts->name,
						 parts->type, parts->table, parts->values);
	if (verdict->number != 0 && column->sample != NULL && verdict->share >= 0)
		appendStringInfo(&json, ", \"valid\": %d", column->sample->passes[verdict->number]);
	if (column->sample != NULL)
		appendStringInfo(&json, ", \"looked_at\": %d", column->sample->distinct);
	decoy = verdict->number == 0 && column->sample != NULL && column->sample->distinct > 0 ?
		bv_looks_like(column->sample, &share) : NULL;
	if (decoy != NULL)
	{
		appendStringInfo(&json, ", \"looks_like\": {\"decoy\": \"%s\", \"share\": %.3f, \"rule\": ",
						 decoy->name, floor(1000 * share) / 1000);
		escape_json(&json, decoy->rule);
		appendStringInfoChar(&json, '}');
	}
	if (verdict->number != 0)
	{
		appendStringInfoString(&json, ", \"label\": ");
		escape_json(&json, bv_verdict_label(verdict, shares, count));
	}
	appendStringInfoChar(&json, '}');
	return json.data;
}

Datum
bv_verdict_datum(FunctionCallInfo fcinfo, const BvColumn *column, const BvVerdict *verdict,
				 const BvProfile *profile)
{
	TupleDesc	descriptor;
	Datum		values[VERDICT_COLUMNS] = {0};
	bool		nulls[VERDICT_COLUMNS] = {false};
	BvShare		shares[BV_SHARES];
	int			count = 0;
	double		distinct;

	if (get_call_result_type(fcinfo, NULL, &descriptor) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	BlessTupleDesc(descriptor);
	nulls[0] = verdict->number == 0;
	if (!nulls[0])
		values[0] = CStringGetTextDatum(bv_outcome_name(verdict->number));
	values[1] = bv_probability_datum(verdict->confidence,
									 verdict->number != 0 ? 0.999 :
									 profile == NULL || profile->count == 0 ? BV_NOTHING_UNSEEN :
									 BV_NOTHING_SEEN);
	nulls[2] = verdict->runner_up == 0;
	if (!nulls[2])
		values[2] = CStringGetTextDatum(bv_outcome_name(verdict->runner_up));
	nulls[3] = verdict->runner_up_confidence <= 0;
	if (!nulls[3])
		values[3] = bv_probability_datum(verdict->runner_up_confidence, 0.999);

	if (profile != NULL)
		count = bv_shares_of(column, profile, verdict, shares);
	nulls[4] = count == 0;
	if (!nulls[4])
		values[4] = jsonb_datum(bv_shares_text(shares, count));
	nulls[5] = nulls[6] = profile == NULL;
	nulls[7] = profile == NULL || profile->rows == 0;
	if (profile != NULL)
	{
		distinct = bv_profile_distinct(profile);
		values[5] = Int64GetDatum(profile->rows - profile->nulls - profile->blanks);
		values[6] = Int64GetDatum((int64) rint(distinct));
	}
	if (!nulls[7])
		values[7] = share_datum((double) (profile->nulls + profile->blanks) / profile->rows);
	nulls[8] = verdict->number != 0 || verdict->not_above < 0;
	if (!nulls[8])
		values[8] = share_datum(verdict->not_above);
	values[9] = jsonb_datum(evidence_json(column, verdict, shares, count));
	return HeapTupleGetDatum(heap_form_tuple(descriptor, values, nulls));
}
