/*
 * user_class.c: classes that users have made, read from their table and kept
 *
 * Each number has one place that stays for the life of the backend, so that a
 * class can be pointed to; the table is read again into these places after a
 * message that it changed.  A validator is text until it is called: a function
 * that is gone, or whose owner is, is no reason to fail for whoever looks at
 * another class.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "miscadmin.h"
#include "regex/regex.h"
#include "utils/acl.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "class_set_type.h"
#include "compat.h"
#include "own_table.h"
#include "user_class.h"

/* A class and what tells its values; all text is in user_class_context. */
typedef struct UserClass
{
	BvClass		class;			/* comes first; number 0: there is none */
	const BvClass *like;		/* of the catalogue, or NULL */
	char	   *pattern;		/* of whole values, or NULL */
	char	   *validator;		/* signature of a function, or NULL */
	char	   *owner;			/* role that it runs as */
	ArrayType  *column_names;
} UserClass;

static UserClass user_class[BV_NAMES_MAX];

/* What the places point to; replaced when the table is read again. */
static MemoryContext user_class_context;
static bool is_stale = true;
static Oid	table_oid;			/* valid while not stale */

/* ---------- the registry ---------- */

static void
relation_changed(Datum arg, Oid relid)
{
	if (relid == InvalidOid || relid == table_oid)
		is_stale = true;
}

void
bv_user_class_init(void)
{
	CacheRegisterRelcacheCallback(relation_changed, (Datum) 0);
}

static char *
optional_text(Relation table, HeapTuple row, const char *column)
{
	bool		is_null;
	Datum		value = bv_column_value(table, row, column, TEXTOID, &is_null);

	return is_null ? NULL : TextDatumGetCString(value);
}

static BvRole
role_by_name(const char *name)
{
	for (BvRole role = BV_ROLE_DIRECT; role <= BV_ROLE_CARRIER; role++)
	{
		if (strcmp(bv_role_name(role), name) == 0)
			return role;
	}
	return BV_ROLE_ATTRIBUTE;
}

/* Reads a row in memory that lasts; arg is the array of places. */
static void
load_class(Relation table, HeapTuple row, void *arg)
{
	UserClass  *place = arg;
	bool		is_null;
	int			number = DatumGetInt32(bv_needed_value(table, row, "number", INT4OID));
	char	   *like_name = optional_text(table, row, "like_class");
	const BvClass *like = like_name == NULL ? NULL :
		bv_class_by_name(like_name, strlen(like_name));
	UserClass  *user;

	if (number < BV_USER_CLASS_FIRST || number >= BV_CLASS_LIMIT ||
		DatumGetBool(bv_needed_value(table, row, "dropped", BOOLOID)))
		return;
	user = &place[number - BV_USER_CLASS_FIRST];
	user->like = like;
	if (like != NULL)
		user->class = *like;
	else
	{
		user->class.jurisdiction = "*";
		user->class.subject = BV_SUBJECT_EITHER;
		user->class.types = BV_TYPE_TEXT | BV_TYPE_INTEGER | BV_TYPE_NUMERIC;
	}
	user->class.number = number;
	user->class.name = bv_needed_text(table, row, "name");
	user->class.tier = 1;
	user->class.category = bv_needed_text(table, row, "category");
	user->class.role = role_by_name(bv_needed_text(table, row, "role"));
	user->class.hibp = user->class.fideslang = user->class.dpv = NULL;
	user->pattern = optional_text(table, row, "pattern");
	user->validator = optional_text(table, row, "validator");
	user->owner = bv_needed_text(table, row, "owner");
	if (user->pattern != NULL || user->validator != NULL)
	{
		user->class.evidence = BV_BY_VALUE;
		user->class.chance = 0;
		user->class.is_valid = NULL;
		user->class.rule = user->pattern == NULL ? psprintf("%s accepts it", user->validator) :
			psprintf("matches %s%s%s", user->pattern, user->validator ? ", and is accepted by " : "",
					 user->validator ? user->validator : "");
	}
	else if (like == NULL)
		user->class.rule = "only the name of the column tells";
	user->column_names =
		DatumGetArrayTypePCopy(bv_column_value(table, row, "column_names", TEXTARRAYOID, &is_null));
}

/* Reads the table, if there is one and it has changed. */
static void
renew(void)
{
	MemoryContext context;
	MemoryContext caller;
	UserClass  *fresh;
	Relation	table;

	if (!is_stale || !IsTransactionState())
		return;
	table_oid = bv_own_table_oid("user_class", true);

	/* whatever is said while we read is for the next look-up */
	is_stale = false;
	context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue user classes",
									ALLOCSET_SMALL_SIZES);
	caller = MemoryContextSwitchTo(context);
	fresh = palloc0(sizeof(user_class));
	if (OidIsValid(table_oid))
	{
		table = table_open(table_oid, AccessShareLock);
		PG_TRY();
		{
			bv_read_rows(table, NULL, load_class, fresh);
		}
		PG_CATCH();
		{
			is_stale = true;
			PG_RE_THROW();
		}
		PG_END_TRY();
		table_close(table, AccessShareLock);
	}
	MemoryContextSwitchTo(caller);
	MemoryContextSetParent(context, CacheMemoryContext);
	memcpy(user_class, fresh, sizeof(user_class));
	if (user_class_context != NULL)
		MemoryContextDelete(user_class_context);
	user_class_context = context;
}

const BvClass *
bv_any_class_by_number(int number)
{
	if (number < BV_USER_CLASS_FIRST)
		return bv_class_by_number(number);
	renew();
	return number < BV_CLASS_LIMIT && user_class[number - BV_USER_CLASS_FIRST].class.number != 0 ?
		&user_class[number - BV_USER_CLASS_FIRST].class : NULL;
}

const BvClass *
bv_any_class_by_name(const char *name, size_t len)
{
	const BvClass *class = bv_class_by_name(name, len);

	if (class != NULL)
		return class;
	for (class = bv_next_user_class(0); class != NULL;
		 class = bv_next_user_class(class->number))
	{
		if (strlen(class->name) == len && memcmp(class->name, name, len) == 0)
			return class;
	}
	return NULL;
}

const BvClass *
bv_next_user_class(int number)
{
	renew();
	for (int n = Max(number + 1, BV_USER_CLASS_FIRST); n < BV_CLASS_LIMIT; n++)
	{
		if (user_class[n - BV_USER_CLASS_FIRST].class.number != 0)
			return &user_class[n - BV_USER_CLASS_FIRST].class;
	}
	return NULL;
}

const BvClass *
bv_user_class_like(const BvClass *class)
{
	return ((const UserClass *) class)->like;
}

char **
bv_user_class_column_names(const BvClass *class, int *count)
{
	const UserClass *user = (const UserClass *) class;
	Datum	   *names;
	bool	   *nulls;
	char	  **result;
	int			given;

	deconstruct_array(user->column_names, TEXTOID, -1, false, TYPALIGN_INT, &names, &nulls, &given);
	result = palloc(Max(given, 1) * sizeof(char *));
	*count = 0;
	for (int i = 0; i < given; i++)
	{
		if (!nulls[i])
			result[(*count)++] = TextDatumGetCString(names[i]);
	}
	return result;
}

/*
 * Restores set check_function_bodies off, which says that what is referred to
 * may come later; and labels and prices are restored before classes.
 */
bool
bv_may_be_to_come(void)
{
	return !check_function_bodies;
}

/* ---------- values ---------- */

/*
 * Whoever made the class lent it his rights, so the function must be one that
 * he may call, and one that cannot write: values are other people's.
 */
Oid
bv_find_validator(const char *class, const char *signature)
{
	Oid			function =
		DatumGetObjectId(DirectFunctionCall1(regprocedurein, CStringGetDatum(signature)));
	HeapTuple	tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(function));
	Form_pg_proc form;

	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for function %u", function);
	form = (Form_pg_proc) GETSTRUCT(tuple);
	if (form->prokind != PROKIND_FUNCTION || form->proretset || form->pronargs != 1 ||
		form->proargtypes.values[0] != TEXTOID || form->prorettype != BOOLOID)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("function %s cannot validate values of class \"%s\"", signature, class),
				 errdetail("A validator takes one argument of type text and returns boolean.")));
	if (form->provolatile == PROVOLATILE_VOLATILE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("function %s cannot validate values of class \"%s\"", signature, class),
				 errdetail("It is volatile, so that it could keep values."),
				 errhint("Declare it IMMUTABLE or STABLE.")));
	ReleaseSysCache(tuple);
	if (object_aclcheck(ProcedureRelationId, function, GetUserId(), ACL_EXECUTE) != ACLCHECK_OK)
		ereport(ERROR,
				(errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
				 errmsg("permission denied for function %s", signature),
				 errdetail("The validator of class \"%s\" runs as role \"%s\".", class,
						   GetUserNameFromId(GetUserId(), false))));
	return function;
}

static bool
validator_accepts(const UserClass *user, const char *value, size_t len)
{
	Oid			owner = get_role_oid(user->owner, false);
	Oid			caller;
	int			context;
	int			level;
	FmgrInfo	function;
	LOCAL_FCINFO(call, 1);
	Datum		result;

	GetUserIdAndSecContext(&caller, &context);
	SetUserIdAndSecContext(owner, context | SECURITY_LOCAL_USERID_CHANGE |
						   SECURITY_RESTRICTED_OPERATION);
	level = NewGUCNestLevel();
	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET,
							 PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);

	fmgr_info(bv_find_validator(user->class.name, user->validator), &function);
	InitFunctionCallInfoData(*call, &function, 1, InvalidOid, NULL, NULL);
	call->args[0].value = PointerGetDatum(cstring_to_text_with_len(value, len));
	call->args[0].isnull = false;
	result = FunctionCallInvoke(call);

	AtEOXact_GUC(false, level);
	SetUserIdAndSecContext(caller, context);
	return !call->isnull && DatumGetBool(result);
}

/* Does all of the value match?  Cached by PostgreSQL, and can be cancelled. */
static bool
pattern_matches(const char *pattern, const char *value, size_t len)
{
	text	   *whole = cstring_to_text(psprintf("^(?:%s)$", pattern));

	return RE_compile_and_execute(whole, unconstify(char *, value), len, REG_ADVANCED,
								  C_COLLATION_OID, 0, NULL);
}

bool
bv_class_is_validated(const BvClass *class)
{
	const UserClass *user = (const UserClass *) class;

	return class->is_valid != NULL ||
		(class->number >= BV_USER_CLASS_FIRST && (user->pattern != NULL || user->validator != NULL));
}

bool
bv_class_accepts(const BvClass *class, const char *value, size_t len)
{
	const UserClass *user = (const UserClass *) class;

	if (class->is_valid != NULL)
		return bv_is_valid(class, value, len);
	if (!bv_class_is_validated(class))
		return false;
	return (user->pattern == NULL || pattern_matches(user->pattern, value, len)) &&
		(user->validator == NULL || validator_accepts(user, value, len));
}
