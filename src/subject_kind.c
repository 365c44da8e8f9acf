/* subject_kind.c: persons, organisations and special categories, in SQL */
#include "postgres.h"

#include "common/int.h"
#include "fmgr.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/tuplestore.h"

#include "class_set_type.h"
#include "exposure.h"
#include "kind_price.h"
#include "rows.h"
#include "subject_kind.h"
#include "user_class.h"

PG_FUNCTION_INFO_V1(breachvalue_subject_kind);
Datum
breachvalue_subject_kind(PG_FUNCTION_ARGS)
{
	switch (bv_record_kind(PG_GETARG_CLASS_SET(0), bv_any_class_by_number))
	{
		case BV_RECORD_PERSON:
			PG_RETURN_TEXT_P(cstring_to_text("person"));
		case BV_RECORD_ORGANISATION:
			PG_RETURN_TEXT_P(cstring_to_text("organisation"));
		case BV_RECORD_EITHER:
			PG_RETURN_TEXT_P(cstring_to_text("either"));
		case BV_RECORD_EMPTY:
			break;
	}
	PG_RETURN_NULL();
}

/* ---------- special categories ---------- */

/* What records of a kind hold, protected or not. */
static BvClassSet
held_by_kind(const BvExposure *exposure, const BvMeanings *meanings, uint32 which)
{
	BvClassSet	classes = bv_histogram_classes(exposure, &exposure->kind[which]);

	return bv_known_classes(meanings, &classes);
}

/* Records that hold any of some classes. */
static int64
records_with(const BvExposure *exposure, const BvMeanings *meanings, const BvClassSet *wanted)
{
	int64		records = 0;

	for (uint32 i = 0; i < exposure->count; i++)
	{
		BvClassSet	classes = held_by_kind(exposure, meanings, i);
		BvClassSet	common = bv_class_set_intersection(&classes, wanted);

		if (!bv_class_set_is_empty(&common) &&
			pg_add_s64_overflow(records, exposure->kind[i].records, &records))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("number of records is out of range")));
	}
	return records;
}

/* A row for an article and one of its classes, or all of them where number is 0. */
static void
put_row(Tuplestorestate *store, TupleDesc descriptor, const char *article, int number,
		int64 records)
{
	const BvClass *class = number == 0 ? NULL : bv_any_class_by_number(number);
	Datum		values[3];
	bool		nulls[3] = {false};

	values[0] = CStringGetTextDatum(article);
	nulls[1] = class == NULL;
	values[1] = nulls[1] ? (Datum) 0 : CStringGetTextDatum(class->name);
	values[2] = Int64GetDatum(records);
	tuplestore_putvalues(store, descriptor, values, nulls);
}

PG_FUNCTION_INFO_V1(breachvalue_special_categories);
Datum
breachvalue_special_categories(PG_FUNCTION_ARGS)
{
	static const BvSpecial articles[] = {BV_SPECIAL_ARTICLE_9, BV_SPECIAL_ARTICLE_10};
	const BvExposure *exposure = PG_GETARG_EXPOSURE(0);
	BvNames		names = bv_histogram_names(exposure);
	BvMeanings	meanings;
	BvClassSet	held = {{0}};
	TupleDesc	descriptor;
	Tuplestorestate *store = bv_begin_rows(fcinfo, &descriptor);

	bv_read_meanings(&names, &meanings);
	for (uint32 i = 0; i < exposure->count; i++)
	{
		BvClassSet	classes = held_by_kind(exposure, &meanings, i);

		held = bv_class_set_union(&held, &classes);
	}
	for (int i = 0; i < lengthof(articles); i++)
	{
		BvClassSet	special = bv_special_classes(&held, articles[i], bv_any_class_by_number);
		const char *name = bv_special_name(articles[i]);

		if (bv_class_set_is_empty(&special))
			continue;
		put_row(store, descriptor, name, 0, records_with(exposure, &meanings, &special));
		for (int n = bv_class_set_next(&special, 0); n < BV_CLASS_LIMIT;
			 n = bv_class_set_next(&special, n))
		{
			BvClassSet	one = {{0}};

			bv_class_set_add(&one, n);
			put_row(store, descriptor, name, n, records_with(exposure, &meanings, &one));
		}
	}
	return (Datum) 0;
}
