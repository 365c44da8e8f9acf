/*
 * price.c: models and price lists, read from their tables and cached
 *
 * The tables are read by scans of our own rather than by SQL: names in them
 * cannot be taken for anything else, whatever the search_path, and a scan works
 * in parallel workers and in the middle of any other query.  It takes a fresh
 * snapshot as the system's own caches do: that of the transaction may be old,
 * and leave old prices in the cache after the message that they changed.
 *
 * A model is read when it is first asked for, in memory of its own that joins
 * the cache when all is well.  Triggers on the tables send relcache messages;
 * one of them, or a message about everything, makes the cache stale, and the
 * next look-up throws it away.
 */
#include "postgres.h"

#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/syscache.h"
#include "utils/varlena.h"

#include "class.h"
#include "class_name.h"
#include "class_set_type.h"
#include "compat.h"
#include "numeric.h"
#include "packing.h"
#include "price.h"
#include "price_list.h"
#include "price_table.h"
#include "user_class.h"
#include "value.h"

/*
 * Packings remembered for each model: as many as one exposure has kinds.  When
 * they are all taken we forget them and begin again; it costs time alone.
 */
#define MEMO_LIMIT		16384

typedef struct Memo
{
	BvClassSet	classes;		/* the key */
	int64		price;
} Memo;

typedef struct CachedModel
{
	BvModel		model;
	BvPriceList list;
	struct CachedModel *next;
} CachedModel;

/* The setting breachvalue.model. */
static char *model_setting;

/* The cache; thrown away by the first look-up after a callback made it stale. */
static CachedModel *models;
static bool is_stale = true;
static Oid	table_oid[BV_PRICE_TABLES]; /* valid while not stale */
static Oid	checked_user;		/* one who may read the tables, or invalid */

/* ---------- invalidation ---------- */

static void
relation_changed(Datum arg, Oid relid)
{
	if (relid == InvalidOid)
		is_stale = true;
	for (int i = 0; i < BV_PRICE_TABLES; i++)
	{
		if (relid == table_oid[i])
			is_stale = true;
	}
}

/* Rights may have changed: of the schema, or by membership in a role. */
static void
rights_changed(Datum arg, int cache, uint32 hash)
{
	checked_user = InvalidOid;
}

void
bv_price_init(void)
{
	DefineCustomStringVariable(BV_SCHEMA ".model",
							   "Sets the model by which records are valued.",
							   "The name of a row of table breachvalue.model.",
							   &model_setting, "seed",
							   PGC_USERSET, 0, NULL, NULL, NULL);

	CacheRegisterRelcacheCallback(relation_changed, (Datum) 0);
	CacheRegisterSyscacheCallback(NAMESPACEOID, rights_changed, (Datum) 0);
	CacheRegisterSyscacheCallback(AUTHMEMROLEMEM, rights_changed, (Datum) 0);
	CacheRegisterSyscacheCallback(AUTHOID, rights_changed, (Datum) 0);
}

/* ---------- loading a model ---------- */

static int64
price_from_datum(Datum amount)
{
	int64		price = bv_numeric_to_billionths(DatumGetNumeric(amount), "amount");

	if (price > BV_PRICE_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("amount must be less than or equal to %d",
						(int) (BV_PRICE_LIMIT / 1000000000))));
	return price;
}

static void
read_table(BvPriceTable which, BvRowReader reader, void *arg)
{
	Relation	table = table_open(table_oid[which], AccessShareLock);

	bv_read_rows(table, NULL, reader, arg);
	table_close(table, AccessShareLock);
}

typedef struct Loading
{
	CachedModel *cached;
	bool		found;			/* was there such a row? */
	BvClassSet	priced;			/* classes of users that have prices of their own */
} Loading;

static bool
is_of_list(Relation table, HeapTuple row, const char *column, const Loading *loading)
{
	char	   *name = bv_needed_text(table, row, column);
	bool		same = strcmp(name, loading->cached->list.name) == 0;

	pfree(name);
	return same;
}

static void
load_model_row(Relation table, HeapTuple row, void *arg)
{
	Loading    *loading = arg;
	BvModel    *model = &loading->cached->model;
	Datum		exponent;

	if (strcmp(bv_needed_text(table, row, "name"), model->name) != 0)
		return;
	exponent = bv_needed_value(table, row, "exponent", NUMERICOID);
	bv_numeric_to_exponent(DatumGetNumeric(exponent), &model->exponent);
	model->reference_records =
		DatumGetInt64(bv_needed_value(table, row, "reference_records", INT8OID));
	strlcpy(loading->cached->list.name, bv_needed_text(table, row, "price_list"), NAMEDATALEN);
	loading->found = true;
}

static void
load_list_row(Relation table, HeapTuple row, void *arg)
{
	Loading    *loading = arg;
	BvPriceList *list = &loading->cached->list;
	Datum		record_price;
	bool		is_null;

	if (!is_of_list(table, row, "name", loading))
		return;
	strlcpy(loading->cached->model.currency, bv_needed_text(table, row, "currency"),
			sizeof(loading->cached->model.currency));
	record_price = bv_column_value(table, row, "record_price", NUMERICOID, &is_null);
	list->is_flat = !is_null;
	if (list->is_flat)
		list->record_price = price_from_datum(record_price);
	loading->found = true;
}

static void
load_price_row(Relation table, HeapTuple row, void *arg)
{
	Loading    *loading = arg;
	char	   *name;
	const BvClass *class;

	if (!is_of_list(table, row, "price_list", loading))
		return;
	name = bv_needed_text(table, row, "class");
	class = bv_any_class_by_name(name, strlen(name));
	if (class == NULL)
		return;					/* nothing can hold it */
	loading->cached->list.prices.single[class->number] =
		price_from_datum(bv_needed_value(table, row, "amount", NUMERICOID));
	bv_class_set_add(&loading->priced, class->number);
}

/* A user's class without a price has that of the class that it is like. */
static void
price_as_like(Loading *loading)
{
	int64	   *single = loading->cached->list.prices.single;

	for (const BvClass *class = bv_next_user_class(0); class != NULL;
		 class = bv_next_user_class(class->number))
	{
		const BvClass *like = bv_user_class_like(class);

		if (like == NULL || bv_class_set_has(&loading->priced, class->number))
			continue;
		single[class->number] = single[like->number];
		loading->cached->list.like[class->number - BV_USER_CLASS_FIRST] = like->number;
	}
}

static void
load_bundle_row(Relation table, HeapTuple row, void *arg)
{
	Loading    *loading = arg;
	BvPriceList *list = &loading->cached->list;
	BvBundle   *bundle;

	if (!is_of_list(table, row, "price_list", loading))
		return;
	if (list->prices.bundle_count == BV_BUNDLE_LIMIT)
		bv_too_many_bundles(list->name);
	if (list->prices.bundles == NULL)
		list->prices.bundles =
			MemoryContextAlloc(list->context, BV_BUNDLE_LIMIT * sizeof(BvBundle));
	bundle = unconstify(BvBundle *, list->prices.bundles) + list->prices.bundle_count++;
	memcpy(&bundle->classes,
		   DatumGetPointer(bv_needed_value(table, row, "classes", InvalidOid)),
		   sizeof(BvClassSet));
	bundle->price = price_from_datum(bv_needed_value(table, row, "amount", NUMERICOID));
}

/*
 * Reads a model with its prices, or NULL when there is none of that name.  The
 * result is in a child of the current memory context.
 */
static CachedModel *
load_model(const char *name)
{
	MemoryContext caller = CurrentMemoryContext;
	MemoryContext context = AllocSetContextCreate(caller, "breachvalue model", ALLOCSET_SMALL_SIZES);
	MemoryContext scratch = AllocSetContextCreate(caller, "breachvalue rows", ALLOCSET_DEFAULT_SIZES);
	CachedModel *cached = MemoryContextAllocZero(context, sizeof(CachedModel));
	Loading		loading = {.cached = cached};

	cached->list.context = context;
	cached->model.prices = &cached->list;
	strlcpy(cached->model.name, name, NAMEDATALEN);

	MemoryContextSwitchTo(scratch);
	read_table(BV_MODEL_TABLE, load_model_row, &loading);
	if (loading.found)
	{
		loading.found = false;
		read_table(BV_LIST_TABLE, load_list_row, &loading);
		if (!loading.found)
			ereport(ERROR,
					(errcode(ERRCODE_UNDEFINED_OBJECT),
					 errmsg("price list \"%s\" of model \"%s\" does not exist",
							cached->list.name, name)));
		if (!cached->list.is_flat)
		{
			read_table(BV_PRICE_TABLE, load_price_row, &loading);
			price_as_like(&loading);
			read_table(BV_BUNDLE_TABLE, load_bundle_row, &loading);
		}
	}
	MemoryContextSwitchTo(caller);
	MemoryContextDelete(scratch);
	if (!loading.found)
	{
		MemoryContextDelete(context);
		return NULL;
	}
	return cached;
}

/* ---------- looking a model up ---------- */

/* Throws a stale cache away. */
static void
renew_cache(void)
{
	while (models != NULL)
	{
		CachedModel *next = models->next;

		MemoryContextDelete(models->list.context);
		models = next;
	}
	checked_user = InvalidOid;

	for (int i = 0; i < BV_PRICE_TABLES; i++)
		table_oid[i] = bv_price_table_oid(i);
	is_stale = false;
}

/* What is in the cache was perhaps read for somebody else. */
static void
check_rights(void)
{
	Oid			user = GetUserId();
	Oid			namespace;
	AclResult	result;

	if (user == checked_user)
		return;

	namespace = get_namespace_oid(BV_SCHEMA, false);
	result = object_aclcheck(NamespaceRelationId, namespace, user, ACL_USAGE);
	if (result != ACLCHECK_OK)
		aclcheck_error(result, OBJECT_SCHEMA, BV_SCHEMA);
	for (int i = 0; i < BV_PRICE_TABLES; i++)
	{
		result = pg_class_aclcheck(table_oid[i], user, ACL_SELECT);
		if (result != ACLCHECK_OK)
			aclcheck_error(result, OBJECT_TABLE, bv_price_table[i]);
	}
	checked_user = user;
}

/* Names of models that may have been meant, best first. */
typedef struct Nearest
{
	const char *wanted;
	char	   *name[3];
	int			distance[3];
	int			count;
} Nearest;

static void
compare_model_row(Relation table, HeapTuple row, void *arg)
{
	Nearest    *nearest = arg;
	char	   *name = bv_needed_text(table, row, "name");
	int			wanted_len = strlen(nearest->wanted);
	int			limit = Max(1, wanted_len / 2);
	int			distance;
	int			i;

	distance = varstr_levenshtein_less_equal(nearest->wanted, wanted_len, name, strlen(name),
											 1, 1, 1, limit, true);
	if (distance > limit)
		return;
	for (i = nearest->count; i > 0; i--)
	{
		if (nearest->distance[i - 1] < distance ||
			(nearest->distance[i - 1] == distance && strcmp(nearest->name[i - 1], name) < 0))
			break;
		if (i < lengthof(nearest->name))
		{
			nearest->name[i] = nearest->name[i - 1];
			nearest->distance[i] = nearest->distance[i - 1];
		}
	}
	if (i < lengthof(nearest->name))
	{
		nearest->name[i] = name;
		nearest->distance[i] = distance;
		if (nearest->count < lengthof(nearest->name))
			nearest->count++;
	}
}

pg_noreturn static void
unrecognized_model(const char *name, bool is_setting)
{
	Nearest		nearest = {.wanted = name};
	StringInfoData hint;

	if (strlen(name) < NAMEDATALEN)
		read_table(BV_MODEL_TABLE, compare_model_row, &nearest);
	initStringInfo(&hint);
	for (int i = 0; i < nearest.count; i++)
		appendStringInfo(&hint, "%s\"%s\"",
						 i == 0 ? "" : i == nearest.count - 1 ? " or " : ", ",
						 nearest.name[i]);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unrecognized model \"%s\"", name),
			 is_setting ? errdetail("The setting \"%s\" names it.", BV_SCHEMA ".model") : 0,
			 nearest.count > 0 ?
			 errhint("Perhaps you meant %s.", hint.data) :
			 errhint("Table breachvalue.model lists all models.")));
}

static const BvModel *
look_up(const char *name)
{
	CachedModel *cached;

	if (is_stale)
		renew_cache();
	check_rights();

	for (cached = models; cached != NULL; cached = cached->next)
	{
		if (strcmp(cached->model.name, name) == 0)
			return &cached->model;
	}

	cached = strlen(name) < NAMEDATALEN ? load_model(name) : NULL;
	if (cached == NULL)
		return NULL;

	/* if a message came in while we read, the next look-up reads again */
	MemoryContextSetParent(cached->list.context, CacheMemoryContext);
	cached->next = models;
	models = cached;
	return &cached->model;
}

const BvModel *
bv_find_model(const char *name)
{
	return look_up(name);
}

const BvModel *
bv_model_by_name(const char *name)
{
	const BvModel *model = look_up(name);

	if (model == NULL)
		unrecognized_model(name, false);
	return model;
}

const BvModel *
bv_current_model(void)
{
	const BvModel *model = look_up(model_setting);

	if (model == NULL)
		unrecognized_model(model_setting, true);
	return model;
}

/* ---------- prices of records ---------- */

/* Does it hold anything that names a person or tells something about one? */
static bool
is_worth_something(const BvClassSet *classes)
{
	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		const BvClass *class = bv_any_class_by_number(n);

		/* users make classes for what they hold to be personal data */
		if (class == NULL || class->role == BV_ROLE_DIRECT || class->role == BV_ROLE_ATTRIBUTE)
			return true;
	}
	return false;
}

static Memo *
remembered(BvPriceList *list, const BvClassSet *classes, HASHACTION action)
{
	if (list->memo != NULL && action == HASH_ENTER &&
		hash_get_num_entries(list->memo) >= MEMO_LIMIT)
	{
		hash_destroy(list->memo);
		list->memo = NULL;
	}
	if (list->memo == NULL)
	{
		HASHCTL		control = {
			.keysize = sizeof(BvClassSet),
			.entrysize = sizeof(Memo),
			.hcxt = list->context
		};

		list->memo = hash_create("breachvalue record prices", 64, &control,
								 HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	}
	return hash_search(list->memo, classes, action, NULL);
}

/*
 * The classes, with those of the catalogue in place of users' that are priced like
 * them, where they are not there themselves: bundles name them.
 */
static BvClassSet
as_priced(const BvPriceList *list, const BvClassSet *classes)
{
	BvClassSet	result = *classes;

	for (int n = bv_class_set_next(classes, BV_USER_CLASS_FIRST - 1); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		int			like = list->like[n - BV_USER_CLASS_FIRST];

		if (like == 0 || bv_class_set_has(&result, like))
			continue;
		result.word[n / 64] &= ~(UINT64CONST(1) << (n % 64));
		bv_class_set_add(&result, like);
	}
	return result;
}

static int64
packed_price(const BvPriceList *list, const BvClassSet *classes)
{
	int64		price;

	if (!bv_best_packing(&list->prices, classes, &price))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("bundles of price list \"%s\" overlap in too many ways", list->name),
				 errdetail("The best packing of a record was not found within %lld steps.",
						   (long long) BV_PACKING_WORK),
				 errhint("Remove bundles that are worth little more than their parts.")));
	return price;
}

int64
bv_record_price(const BvModel *model, const BvClassSet *classes)
{
	BvPriceList *list = model->prices;
	Memo	   *memo;
	int64		price;

	if (list->is_flat)
		return is_worth_something(classes) ? list->record_price : 0;

	/* a sum is found as fast as what is remembered */
	if (list->prices.bundle_count > 0)
	{
		memo = remembered(list, classes, HASH_FIND);
		if (memo != NULL)
			return memo->price;
	}

	CHECK_FOR_INTERRUPTS();
	price = packed_price(list, classes);
	if (list->prices.bundle_count > 0 && bv_class_set_has_names(classes))
	{
		BvClassSet	priced = as_priced(list, classes);

		if (!bv_class_set_equal(&priced, classes))
			price = Max(price, packed_price(list, &priced));
	}

	if (list->prices.bundle_count > 0)
		remembered(list, classes, HASH_ENTER)->price = price;
	return price;
}

int64
bv_unknown_class_price(const BvModel *model)
{
	return model->prices->is_flat ? model->prices->record_price : 0;
}

/* ---------- functions ---------- */

PG_FUNCTION_INFO_V1(breachvalue_current_model);
Datum
breachvalue_current_model(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(bv_current_model()->name));
}

PG_FUNCTION_INFO_V1(breachvalue_record_price);
Datum
breachvalue_record_price(PG_FUNCTION_ARGS)
{
	const BvClassSet *classes = PG_GETARG_CLASS_SET(0);

	PG_RETURN_NUMERIC(bv_billionths_to_numeric(bv_record_price(bv_current_model(), classes)));
}

PG_FUNCTION_INFO_V1(breachvalue_record_price_in_model);
Datum
breachvalue_record_price_in_model(PG_FUNCTION_ARGS)
{
	const BvClassSet *classes = PG_GETARG_CLASS_SET(0);
	const BvModel *model = bv_model_by_name(text_to_cstring(PG_GETARG_TEXT_PP(1)));

	PG_RETURN_NUMERIC(bv_billionths_to_numeric(bv_record_price(model, classes)));
}

PG_FUNCTION_INFO_V1(breachvalue_value_in_current_model);
Datum
breachvalue_value_in_current_model(PG_FUNCTION_ARGS)
{
	const BvModel *model = bv_current_model();
	BvDecimal	price;
	BvDecimal	value;
	int64		records;

	bv_numeric_to_amount(PG_GETARG_NUMERIC(0), &price, "price");
	records = bv_numeric_to_count(PG_GETARG_NUMERIC(1), 0, PG_INT64_MAX, "records");
	bv_check_status(bv_value(&price, records, &model->exponent, model->reference_records, &value));
	PG_RETURN_NUMERIC(bv_decimal_to_numeric(&value));
}
