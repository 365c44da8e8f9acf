/*
 * exposure_value.c: what an exposure is worth under a model
 *
 * An exposure says how many records there are of which kind; prices, exponent
 * and reference size are the model's, applied when a figure is asked for.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "common/int.h"
#include "funcapi.h"
#include "utils/builtins.h"
#include "utils/numeric.h"

#include "class_set_type.h"
#include "compat.h"
#include "currency.h"
#include "exposure.h"
#include "kind_price.h"
#include "numeric.h"
#include "price.h"
#include "subject_kind.h"
#include "user_class.h"
#include "value.h"

/* The kinds that are worth something, as the value model wants them. */
typedef struct Priced
{
	BvPricedRecords *kinds;
	int			count;
	int64		records;
	__int128	total;			/* billionths */
} Priced;

static Priced
priced_kinds(const BvExposure *exposure, const BvModel *model)
{
	Priced		priced = {0};
	BvNames		names;
	BvMeanings	meanings;

	exposure = bv_exposure_in_currency(exposure, model->currency);
	names = bv_histogram_names(exposure);
	bv_read_meanings(&names, &meanings);
	priced.kinds = palloc(sizeof(BvPricedRecords) * Max(exposure->count, 1));
	for (uint32 i = 0; i < exposure->count; i++)
	{
		const BvKind *kind = &exposure->kind[i];
		BvPricedRecords *entry = &priced.kinds[priced.count];

		entry->records = kind->records;
		if (kind->price == BV_NO_PRICE)
		{
			BvClassSet	classes = bv_histogram_classes(exposure, kind);

			entry->total = (__int128) bv_kind_price(model, &meanings, &classes) * kind->records;
		}
		else
			entry->total = bv_kind_total(kind);
		if (entry->total == 0)
			continue;
		if (__builtin_add_overflow(priced.records, entry->records, &priced.records) ||
			__builtin_add_overflow(priced.total, entry->total, &priced.total))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("number or total price of records is out of range")));
		priced.count++;
	}
	return priced;
}

static Numeric
value_of(const Priced *priced, const BvModel *model, const BvDecimal *exponent)
{
	BvDecimal	value;

	bv_check_status(bv_value_of_kinds(priced->kinds, priced->count, exponent,
									  model->reference_records, &value));
	return bv_decimal_to_numeric(&value);
}

/* ---------- value ---------- */

Numeric
bv_exposure_value(const BvExposure *exposure)
{
	const BvModel *model = bv_current_model();
	Priced		priced = priced_kinds(exposure, model);

	return value_of(&priced, model, &model->exponent);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_value);
Datum
breachvalue_exposure_value(PG_FUNCTION_ARGS)
{
	PG_RETURN_NUMERIC(bv_exposure_value(PG_GETARG_EXPOSURE(0)));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_value_exponent);
Datum
breachvalue_exposure_value_exponent(PG_FUNCTION_ARGS)
{
	const BvModel *model = bv_current_model();
	Priced		priced = priced_kinds(PG_GETARG_EXPOSURE(0), model);
	BvDecimal	exponent;

	bv_numeric_to_exponent(PG_GETARG_NUMERIC(1), &exponent);
	PG_RETURN_NUMERIC(value_of(&priced, model, &exponent));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_value_model);
Datum
breachvalue_exposure_value_model(PG_FUNCTION_ARGS)
{
	const BvModel *model = bv_model_by_name(text_to_cstring(PG_GETARG_TEXT_PP(1)));
	Priced		priced = priced_kinds(PG_GETARG_EXPOSURE(0), model);

	PG_RETURN_NUMERIC(value_of(&priced, model, &model->exponent));
}

/* ---------- whom it is about ---------- */

/* Those of the records that are worth something which are about organisations. */
static int64
organisations_in(const BvExposure *exposure)
{
	const BvModel *model = bv_current_model();
	BvNames		names = bv_histogram_names(exposure);
	BvMeanings	meanings;
	int64		organisations = 0;

	bv_read_meanings(&names, &meanings);
	for (uint32 i = 0; i < exposure->count; i++)
	{
		const BvKind *kind = &exposure->kind[i];
		BvClassSet	classes = bv_histogram_classes(exposure, kind);
		BvClassSet	known = bv_known_classes(&meanings, &classes);

		if (bv_record_kind(&known, bv_any_class_by_number) != BV_RECORD_ORGANISATION ||
			(kind->price == BV_NO_PRICE ? bv_kind_price(model, &meanings, &classes) == 0 :
			 bv_kind_total(kind) == 0))
			continue;
		if (pg_add_s64_overflow(organisations, kind->records, &organisations))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("number of records is out of range")));
	}
	return organisations;
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_organisations);
Datum
breachvalue_exposure_organisations(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT64(organisations_in(PG_GETARG_EXPOSURE(0)));
}

/* ---------- other figures, under the current model ---------- */

PG_FUNCTION_INFO_V1(breachvalue_exposure_records);
Datum
breachvalue_exposure_records(PG_FUNCTION_ARGS)
{
	Priced		priced = priced_kinds(PG_GETARG_EXPOSURE(0), bv_current_model());

	PG_RETURN_INT64(priced.records);
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_linear_value);
Datum
breachvalue_exposure_linear_value(PG_FUNCTION_ARGS)
{
	Priced		priced = priced_kinds(PG_GETARG_EXPOSURE(0), bv_current_model());

	PG_RETURN_NUMERIC(bv_int128_billionths_to_numeric(priced.total));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_mass);
Datum
breachvalue_exposure_mass(PG_FUNCTION_ARGS)
{
	const BvModel *model = bv_current_model();
	Priced		priced = priced_kinds(PG_GETARG_EXPOSURE(0), model);
	BvDecimal	mass;

	bv_check_status(bv_mass_of_kinds(priced.kinds, priced.count, &model->exponent,
									 model->reference_records, &mass));
	PG_RETURN_NUMERIC(bv_decimal_to_numeric(&mass));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_effective_records);
Datum
breachvalue_exposure_effective_records(PG_FUNCTION_ARGS)
{
	const BvModel *model = bv_current_model();
	Priced		priced = priced_kinds(PG_GETARG_EXPOSURE(0), model);
	BvDecimal	records;

	bv_check_status(bv_effective_records_of_kinds(priced.kinds, priced.count,
												  &model->exponent, &records));
	PG_RETURN_NUMERIC(bv_decimal_to_numeric(&records));
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_describe);
Datum
breachvalue_exposure_describe(PG_FUNCTION_ARGS)
{
	const BvExposure *exposure = PG_GETARG_EXPOSURE(0);
	const BvModel *model = bv_current_model();
	Priced		priced = priced_kinds(exposure, model);
	TupleDesc	columns;
	Datum		values[6];
	bool		nulls[6] = {false};

	if (get_call_result_type(fcinfo, NULL, &columns) != TYPEFUNC_COMPOSITE)
		elog(ERROR, "return type must be a row type");
	values[0] = Int64GetDatum(priced.records);
	values[1] = NumericGetDatum(bv_int128_billionths_to_numeric(priced.total));
	values[2] = NumericGetDatum(value_of(&priced, model, &model->exponent));
	values[3] = CStringGetTextDatum(model->name);
	values[4] = CStringGetTextDatum(model->currency);
	values[5] = Int64GetDatum(organisations_in(exposure));
	PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(columns),
													  values, nulls)));
}

/* How far it had to be coarsened to keep its size: 0 is exact. */
PG_FUNCTION_INFO_V1(breachvalue_exposure_coarseness);
Datum
breachvalue_exposure_coarseness(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32(PG_GETARG_EXPOSURE(0)->level);
}

/* ---------- by class ---------- */

/* All that the exposure knows of a class, in clear and protected; error when there is none. */
static BvClassSet
variants_of(const BvNames *names, const char *class)
{
	BvClassSet	variants = {{0}};
	size_t		len = strlen(class);
	int			number = bv_names_find(names, class);
	int			n = BV_USER_CLASS_FIRST;

	if (number == 0)
		number = bv_class_number(class, len, ERRCODE_INVALID_PARAMETER_VALUE);
	if (number < BV_USER_CLASS_FIRST)
		bv_class_set_add(&variants, number);
	for (const char *name = names->text; name < names->text + names->size;
		 name += strlen(name) + 1, n++)
	{
		if (strncmp(name, class, len) == 0 && (name[len] == '\0' || name[len] == '/'))
			bv_class_set_add(&variants, n);
	}
	return variants;
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_without_class);
Datum
breachvalue_exposure_without_class(PG_FUNCTION_ARGS)
{
	const BvExposure *exposure = PG_GETARG_EXPOSURE(0);
	BvNames		names = bv_histogram_names(exposure);
	BvClassSet	dropped = variants_of(&names, text_to_cstring(PG_GETARG_TEXT_PP(1)));
	BvExposure *rest = bv_exposure_empty();
	BvRenaming	renaming;

	rest = bv_exposure_learn(rest, &names, &renaming);
	bv_histogram_raise(rest, exposure->level);
	memcpy(rest->currency, exposure->currency, sizeof(rest->currency));
	for (uint32 i = 0; i < exposure->count; i++)
	{
		const BvKind *kind = &exposure->kind[i];
		BvClassSet	classes = bv_histogram_classes(exposure, kind);

		classes = bv_class_set_difference(&classes, &dropped);
		rest = kind->price == BV_NO_PRICE ?
			bv_exposure_add(rest, &classes, BV_NO_PRICE, kind->records) :
			bv_exposure_add_total(rest, &classes, bv_kind_total(kind), kind->records);
	}
	PG_RETURN_EXPOSURE(rest);
}

/* One row for each class: how many records hold it. */
typedef struct ClassCounts
{
	int64		records[BV_CLASS_LIMIT];
	BvNames		names;
	int			next;			/* the class to look at next */
} ClassCounts;

static ClassCounts *
count_classes(const BvExposure *exposure)
{
	ClassCounts *counts = palloc0(sizeof(ClassCounts));

	counts->names = bv_histogram_names(exposure);
	for (uint32 i = 0; i < exposure->count; i++)
	{
		const BvKind *kind = &exposure->kind[i];
		BvClassSet	classes = bv_histogram_classes(exposure, kind);

		for (int n = bv_class_set_next(&classes, 0); n < BV_CLASS_LIMIT;
			 n = bv_class_set_next(&classes, n))
		{
			if (pg_add_s64_overflow(counts->records[n], kind->records, &counts->records[n]))
				ereport(ERROR,
						(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						 errmsg("number of records is out of range")));
		}
	}
	return counts;
}

PG_FUNCTION_INFO_V1(breachvalue_exposure_class_counts);
Datum
breachvalue_exposure_class_counts(PG_FUNCTION_ARGS)
{
	FuncCallContext *funcctx;
	ClassCounts *counts;

	if (SRF_IS_FIRSTCALL())
	{
		MemoryContext oldcontext;
		TupleDesc	columns;

		funcctx = SRF_FIRSTCALL_INIT();
		oldcontext = MemoryContextSwitchTo(funcctx->multi_call_memory_ctx);
		if (get_call_result_type(fcinfo, NULL, &columns) != TYPEFUNC_COMPOSITE)
			elog(ERROR, "return type must be a row type");
		funcctx->tuple_desc = BlessTupleDesc(columns);
		funcctx->user_fctx = count_classes(bv_exposure_copy(PG_GETARG_EXPOSURE(0)));
		MemoryContextSwitchTo(oldcontext);
	}
	funcctx = SRF_PERCALL_SETUP();
	counts = funcctx->user_fctx;
	while (counts->next < BV_CLASS_LIMIT && counts->records[counts->next] == 0)
		counts->next++;
	if (counts->next < BV_CLASS_LIMIT)
	{
		const char *name = bv_names_get(&counts->names, counts->next);
		char		buffer[BV_CLASS_NAME_SIZE];
		Datum		values[3];
		bool		nulls[3] = {false};

		if (name == NULL)
			name = bv_class_text(counts->next, buffer);
		values[0] = PointerGetDatum(cstring_to_text_with_len(name, strcspn(name, "/")));
		values[1] = Int64GetDatum(counts->records[counts->next]);
		nulls[2] = strchr(name, '/') == NULL;
		if (!nulls[2])
			values[2] = CStringGetTextDatum(strchr(name, '/') + 1);
		counts->next++;
		SRF_RETURN_NEXT(funcctx, HeapTupleGetDatum(heap_form_tuple(funcctx->tuple_desc,
																   values, nulls)));
	}
	SRF_RETURN_DONE(funcctx);
}
