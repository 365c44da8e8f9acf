/*
 * currency.c: exchange rates, and exposures of explicit prices in another currency
 *
 * Table exchange_rate says how many units of a currency one euro buys, as the
 * European Central Bank publishes it, so that any two currencies go by way of
 * the euro: amount / rate(from) * rate(to).  The euro itself is always 1.  It is
 * read by a scan of our own, as the tables of prices are (see price.c), and
 * nothing of it is kept: a rate that changes needs nobody to hear of it.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/fmgroids.h"
#include "utils/lsyscache.h"
#include "utils/numeric.h"
#include "utils/rel.h"

#include "compat.h"
#include "currency.h"
#include "numeric.h"
#include "own_table.h"

#define RATE_TABLE	"exchange_rate"

/* The latest rates there are: no day is later. */
#define LATEST		DATEVAL_NOEND

/* ---------- rates ---------- */

static void
check_code(const char *currency)
{
	if (strlen(currency) != 3 || strspn(currency, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid currency code \"%s\"", currency),
				 errhint("Currencies go by their codes in ISO 4217, such as EUR or USD.")));
}

pg_noreturn static void
missing_rate(const char *currency, DateADT as_of)
{
	char		day[32] = "";

	if (!DATE_NOT_FINITE(as_of))
	{
		int			year;
		int			month;
		int			of_month;

		j2date(as_of + POSTGRES_EPOCH_JDATE, &year, &month, &of_month);
		snprintf(day, sizeof(day), " on or before %04d-%02d-%02d", year, month, of_month);
	}
	ereport(ERROR,
			(errcode(ERRCODE_UNDEFINED_OBJECT),
			 errmsg("no exchange rate for %s%s", currency, day),
			 errhint("A row of table breachvalue." RATE_TABLE " would say how many %s one euro buys.",
					 currency)));
}

/* The last rate on or before a day: units of the currency that one euro buys. */
static Numeric
rate_of(const char *currency, DateADT as_of)
{
	Oid			table_oid = bv_own_table_oid(RATE_TABLE, false);
	Oid			index_oid = get_relname_relid(RATE_TABLE "_pkey",
											  get_namespace_oid(BV_SCHEMA, false));
	Relation	table;
	Relation	index;
	SysScanDesc scan;
	ScanKeyData keys[2];
	HeapTuple	row;
	Numeric		rate = NULL;

	check_code(currency);
	if (strcmp(currency, "EUR") == 0)
		return int64_to_numeric(1);
	if (!OidIsValid(index_oid))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_OBJECT),
				 errmsg("index \"%s.%s\" does not exist", BV_SCHEMA, RATE_TABLE "_pkey")));
	if (pg_class_aclcheck(table_oid, GetUserId(), ACL_SELECT) != ACLCHECK_OK)
		aclcheck_error(ACLCHECK_NO_PRIV, OBJECT_TABLE, RATE_TABLE);

	table = table_open(table_oid, AccessShareLock);
	index = index_open(index_oid, AccessShareLock);
	ScanKeyEntryInitialize(&keys[0], 0, get_attnum(table_oid, "currency"), BTEqualStrategyNumber,
						   InvalidOid, C_COLLATION_OID, F_TEXTEQ, CStringGetTextDatum(currency));
	ScanKeyEntryInitialize(&keys[1], 0, get_attnum(table_oid, "as_of"), BTLessEqualStrategyNumber,
						   InvalidOid, InvalidOid, F_DATE_LE, DateADTGetDatum(as_of));
	scan = systable_beginscan_ordered(table, index, NULL, lengthof(keys), keys);
	row = systable_getnext_ordered(scan, BackwardScanDirection);
	if (HeapTupleIsValid(row))
		rate = DatumGetNumericCopy(bv_needed_value(table, row, "rate", NUMERICOID));
	systable_endscan_ordered(scan);
	index_close(index, AccessShareLock);
	table_close(table, AccessShareLock);
	if (rate == NULL)
		missing_rate(currency, as_of);
	return rate;
}

/* From one currency to another. */
typedef struct Exchange
{
	bool		is_same;		/* nothing is to be done */
	Numeric		from;			/* units of it that one euro buys */
	Numeric		to;
	const char *currency;		/* to which */
} Exchange;

static Exchange
exchange_between(const char *from, const char *to, DateADT as_of)
{
	Exchange	exchange = {.currency = to};

	check_code(from);
	check_code(to);
	exchange.is_same = strcmp(from, to) == 0;
	if (!exchange.is_same)
	{
		exchange.from = rate_of(from, as_of);
		exchange.to = rate_of(to, as_of);
	}
	return exchange;
}

/* Decimals that a quotient has at least. */
#define QUOTIENT_SCALE	20

static Numeric
exchanged(const Exchange *exchange, Numeric amount)
{
	Datum		product;
	Datum		zero;

	if (exchange->is_same)
		return amount;
	product = DirectFunctionCall2(numeric_mul, NumericGetDatum(amount),
								  NumericGetDatum(exchange->to));

	/* a quotient has no fewer decimals than what is divided */
	zero = DirectFunctionCall2(numeric_round, NumericGetDatum(int64_to_numeric(0)),
							   Int32GetDatum(QUOTIENT_SCALE));
	product = DirectFunctionCall2(numeric_add, product, zero);
	return DatumGetNumeric(DirectFunctionCall1(numeric_trim_scale,
											   DirectFunctionCall2(numeric_div, product,
																   NumericGetDatum(exchange->from))));
}

static DateADT
day_argument(FunctionCallInfo fcinfo, int number)
{
	return PG_ARGISNULL(number) ? LATEST : PG_GETARG_DATEADT(number);
}

PG_FUNCTION_INFO_V1(breachvalue_exchanged);
Datum
breachvalue_exchanged(PG_FUNCTION_ARGS)
{
	Exchange	exchange;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	exchange = exchange_between(text_to_cstring(PG_GETARG_TEXT_PP(1)),
								text_to_cstring(PG_GETARG_TEXT_PP(2)), day_argument(fcinfo, 3));
	PG_RETURN_NUMERIC(exchanged(&exchange, PG_GETARG_NUMERIC(0)));
}

/* ---------- exposures ---------- */

/* A numeric as whole billionths, rounded half away from zero. */
static __int128
billionths_of(Numeric amount)
{
	Datum		billionths = DirectFunctionCall2(numeric_mul, NumericGetDatum(amount),
												 NumericGetDatum(int64_to_numeric(1000000000)));
	char	   *text;
	__int128	result = 0;

	billionths = DirectFunctionCall2(numeric_round, billionths, Int32GetDatum(0));
	text = DatumGetCString(DirectFunctionCall1(numeric_out, billionths));
	for (char *digit = text; *digit != '\0'; digit++)
	{
		if (__builtin_mul_overflow(result, (__int128) 10, &result) ||
			__builtin_add_overflow(result, (__int128) (*digit - '0'), &result))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("number or total price of records is out of range")));
	}
	return result;
}

static void
check_not_lost(const Exchange *exchange, bool was_something, bool is_something)
{
	if (was_something && !is_something)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("price is too small in %s", exchange->currency),
				 errdetail("Prices have at most nine decimals.")));
}

/*
 * Of an exact exposure each price is exchanged and rounded for itself; of a
 * coarsened one, the total of each bucket.
 */
static BvExposure *
exchanged_exposure(const Exchange *exchange, const BvExposure *exposure)
{
	BvNames		names = bv_histogram_names(exposure);
	BvRenaming	renaming;
	BvExposure *result = bv_exposure_learn(bv_exposure_empty(), &names, &renaming);

	bv_histogram_raise(result, exposure->level);
	memset(result->currency, 0, sizeof(result->currency));
	strlcpy(result->currency, exchange->currency, sizeof(result->currency));
	for (uint32 i = 0; i < exposure->count; i++)
	{
		const BvKind *kind = &exposure->kind[i];
		BvClassSet	classes = bv_histogram_classes(exposure, kind);

		if (kind->price == BV_NO_PRICE)
			result = bv_exposure_add(result, &classes, BV_NO_PRICE, kind->records);
		else if (exposure->level == 0)
		{
			Numeric		price = bv_billionths_to_numeric(kind->price);
			int64		exchanged_price = bv_numeric_to_billionths(exchanged(exchange, price), "price");

			check_not_lost(exchange, kind->price > 0, exchanged_price > 0);
			result = bv_exposure_add(result, &classes, exchanged_price, kind->records);
		}
		else
		{
			__int128	total = bv_kind_total(kind);
			Numeric		amount = bv_int128_billionths_to_numeric(total);
			__int128	exchanged_total = billionths_of(exchanged(exchange, amount));

			check_not_lost(exchange, total > 0, exchanged_total > 0);
			result = bv_exposure_add_total(result, &classes, exchanged_total, kind->records);
		}
	}
	return bv_exposure_canonical(result);
}

const BvExposure *
bv_exposure_in_currency(const BvExposure *exposure, const char *currency)
{
	Exchange	exchange;

	if (exposure->currency[0] == '\0' || strcmp(exposure->currency, currency) == 0)
		return exposure;
	exchange = exchange_between(exposure->currency, currency, LATEST);
	return exchanged_exposure(&exchange, exposure);
}

PG_FUNCTION_INFO_V1(breachvalue_in_currency);
Datum
breachvalue_in_currency(PG_FUNCTION_ARGS)
{
	const BvExposure *exposure;
	char	   *currency;
	Exchange	exchange;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	exposure = PG_GETARG_EXPOSURE(0);
	currency = text_to_cstring(PG_GETARG_TEXT_PP(1));
	check_code(currency);
	if (!bv_histogram_is_priced(exposure))
		PG_RETURN_POINTER(exposure);
	if (exposure->currency[0] == '\0')
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("exposure does not say in which currency its prices are"),
				 errhint("Function breachvalue.priced_in() says so.")));
	exchange = exchange_between(exposure->currency, currency, day_argument(fcinfo, 2));
	PG_RETURN_POINTER(exchange.is_same ? exposure : exchanged_exposure(&exchange, exposure));
}

PG_FUNCTION_INFO_V1(breachvalue_priced_in);
Datum
breachvalue_priced_in(PG_FUNCTION_ARGS)
{
	const BvExposure *exposure = PG_GETARG_EXPOSURE(0);
	char	   *currency = text_to_cstring(PG_GETARG_TEXT_PP(1));
	BvExposure *result;

	check_code(currency);
	if (exposure->currency[0] != '\0' && strcmp(exposure->currency, currency) != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("prices of the exposure are in %s already", exposure->currency),
				 errhint("Function breachvalue.in_currency() converts them.")));
	result = bv_exposure_copy(exposure);
	if (bv_histogram_is_priced(exposure))
		strlcpy(result->currency, currency, sizeof(result->currency));
	PG_RETURN_EXPOSURE(result);
}
