/*
 * classify.c: what a column holds, by a profile of its values, by its name, or both
 *
 * The aggregates' state is an open column profile, in which the name that was
 * given with the first row is kept as well.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "class.h"
#include "column_profile.h"
#include "compat.h"
#include "extra_class.h"
#include "value_text.h"
#include "verdict.h"

/* The family of a type that is named, or of the values themselves. */
static int
family_of(FunctionCallInfo fcinfo, int argument, const BvProfile *profile)
{
	Oid			type;

	if (argument < PG_NARGS() && !PG_ARGISNULL(argument))
	{
		type = PG_GETARG_OID(argument);
		if (!SearchSysCacheExists1(TYPEOID, ObjectIdGetDatum(type)))
			ereport(ERROR,
					(errcode(ERRCODE_UNDEFINED_OBJECT),
					 errmsg("type with OID %u does not exist", type)));
		return bv_value_type(type).family;
	}
	return profile != NULL && profile->type != 0 ? profile->type : BV_TYPE_TEXT;
}

static const char *
text_arg(FunctionCallInfo fcinfo, int argument)
{
	if (PG_ARGISNULL(argument))
		return NULL;
	return bv_name_in_utf8(text_to_cstring(PG_GETARG_TEXT_PP(argument)));
}

/* The verdict on a profile, of a column of that name and family. */
static Datum
judge_profile(FunctionCallInfo fcinfo, const BvProfile *profile, const char *name, int family)
{
	BvColumn	column = {0};
	BvSample   *sample = palloc(sizeof(BvSample));
	BvVerdict	verdict;

	bv_sample_of_profile(sample, profile, bv_this_year());
	column.name = name != NULL ? name : "";
	column.type = family;
	column.sample = sample;
	bv_add_extra_classes(&column);
	verdict = bv_weigh(&column, NULL);
	return bv_verdict_datum(fcinfo, &column, &verdict, profile);
}

PG_FUNCTION_INFO_V1(breachvalue_classify_profile);
Datum
breachvalue_classify_profile(PG_FUNCTION_ARGS)
{
	const BvProfile *profile;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	profile = PG_GETARG_COLUMN_PROFILE(0);
	PG_RETURN_DATUM(judge_profile(fcinfo, profile, text_arg(fcinfo, 1),
								  family_of(fcinfo, 2, profile)));
}

/* The name that came with the first row that had one; longer ones are cut as PostgreSQL does. */
static void
keep_name(BvProfile *profile, FunctionCallInfo fcinfo)
{
	text	   *name;
	int			len;

	if (profile->name[0] != '\0' || PG_ARGISNULL(2))
		return;
	name = PG_GETARG_TEXT_PP(2);
	len = pg_mbcliplen(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), BV_PROFILE_NAME - 1);
	memcpy(profile->name, VARDATA_ANY(name), len);
}

PG_FUNCTION_INFO_V1(breachvalue_classify_named_transition);
Datum
breachvalue_classify_named_transition(PG_FUNCTION_ARGS)
{
	BvProfile  *profile = bv_profile_state(fcinfo);

	keep_name(profile, fcinfo);
	PG_RETURN_POINTER(bv_profile_take_text(profile, fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_classify_named_any_transition);
Datum
breachvalue_classify_named_any_transition(PG_FUNCTION_ARGS)
{
	BvProfile  *profile = bv_profile_state(fcinfo);

	keep_name(profile, fcinfo);
	PG_RETURN_POINTER(bv_profile_take_any(profile, fcinfo));
}

PG_FUNCTION_INFO_V1(breachvalue_classify_final);
Datum
breachvalue_classify_final(PG_FUNCTION_ARGS)
{
	const BvProfile *profile = PG_ARGISNULL(0) ? bv_profile_make(0) :
		(const BvProfile *) PG_GETARG_POINTER(0);
	const BvProfile *closed = bv_profile_finish(profile);

	PG_RETURN_DATUM(judge_profile(fcinfo, closed, bv_name_in_utf8(profile->name),
								  family_of(fcinfo, PG_NARGS(), closed)));
}

/*
 * The verdict on a name.  Without a type any class will do that has values of
 * some type: the best of what each type allows.
 */
PG_FUNCTION_INFO_V1(breachvalue_classify_name);
Datum
breachvalue_classify_name(PG_FUNCTION_ARGS)
{
	static const int families[] = {
		BV_TYPE_TEXT, BV_TYPE_DATE, BV_TYPE_NUMERIC, BV_TYPE_GEOMETRY, BV_TYPE_BYTES
	};
	BvColumn	column = {0};
	BvTableContext context;
	BvVerdict	verdict;
	const char *table_name;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	column.name = text_arg(fcinfo, 0);
	table_name = text_arg(fcinfo, 2);
	column.table_name = table_name;
	column.comment = text_arg(fcinfo, 3);
	context = bv_table_context(table_name != NULL ? table_name : "", NULL, 0);
	column.type = family_of(fcinfo, 1, NULL);
	bv_add_extra_classes(&column);
	verdict = bv_weigh(&column, &context);
	for (int i = 1; i < lengthof(families) && PG_ARGISNULL(1); i++)
	{
		BvVerdict	other;

		column.type = families[i];
		other = bv_weigh(&column, &context);
		if (other.number != 0 &&
			(verdict.number == 0 || other.confidence > verdict.confidence))
			verdict = other;
	}
	PG_RETURN_DATUM(bv_verdict_datum(fcinfo, &column, &verdict, NULL));
}
