/*
 * validator.c: functions in SQL that tell whether values are of a user's class
 *
 * They are called for each value, so what is looked up is kept for as long as the
 * transaction lasts and nothing changes.  What fails on a value may quote it, and
 * is not passed on.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/xact.h"
#include "catalog/pg_authid.h"
#include "catalog/pg_namespace.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/syscache.h"

#include "compat.h"
#include "validator.h"

/* Why a function cannot be a validator. */
typedef struct Problem
{
	int			sqlstate;		/* 0: it can */
	const char *detail;
	const char *hint;			/* or NULL */
} Problem;

/* A validator that was looked up; lasts as long as the transaction. */
typedef struct BvPrepared
{
	MemoryContext context;		/* that all of it is in */
	Problem		problem;
	Oid			owner;
	FmgrInfo	function;
	bool		is_busy;		/* it is being called, and what it calls has come back here */
} BvPrepared;

/* What is prepared is of the present generation, or is not used. */
static uint64 generation = 1;

/* In which the transaction began: what was prepared before is gone with its memory. */
static uint64 first_generation = 1;

/* ---------- what can change ---------- */

static void
catalog_changed(Datum arg, int cache, uint32 hash)
{
	generation++;
}

static void
transaction_event(XactEvent event, void *arg)
{
	generation++;
	if (event != XACT_EVENT_PRE_COMMIT && event != XACT_EVENT_PRE_PREPARE &&
		event != XACT_EVENT_PARALLEL_PRE_COMMIT)
		first_generation = generation;
}

/* A function that failed may be in no state to be called again. */
static void
subtransaction_event(SubXactEvent event, SubTransactionId me, SubTransactionId parent, void *arg)
{
	if (event == SUBXACT_EVENT_ABORT_SUB)
		generation++;
}

void
bv_validator_init(void)
{
	CacheRegisterSyscacheCallback(PROCOID, catalog_changed, (Datum) 0);
	CacheRegisterSyscacheCallback(NAMESPACEOID, catalog_changed, (Datum) 0);
	CacheRegisterSyscacheCallback(AUTHOID, catalog_changed, (Datum) 0);
	CacheRegisterSyscacheCallback(AUTHMEMROLEMEM, catalog_changed, (Datum) 0);
	RegisterXactCallback(transaction_event, NULL);
	RegisterSubXactCallback(subtransaction_event, NULL);
}

/* ---------- what can be a validator ---------- */

/* Values are other people's: it must not be one that writes, nor one of the user's superiors. */
static Problem
problem_of(Oid function, Oid user)
{
	HeapTuple	tuple = SearchSysCache1(PROCOID, ObjectIdGetDatum(function));
	Problem		problem = {0};
	Form_pg_proc form;

	if (!HeapTupleIsValid(tuple))
	{
		problem.sqlstate = ERRCODE_UNDEFINED_FUNCTION;
		problem.detail = "There is no such function.";
		return problem;
	}
	form = (Form_pg_proc) GETSTRUCT(tuple);
	if (form->prokind != PROKIND_FUNCTION || form->proretset || form->pronargs != 1 ||
		form->proargtypes.values[0] != TEXTOID || form->prorettype != BOOLOID)
	{
		problem.sqlstate = ERRCODE_INVALID_PARAMETER_VALUE;
		problem.detail = "A validator takes one argument of type text and returns boolean.";
	}
	else if (form->provolatile == PROVOLATILE_VOLATILE)
	{
		problem.sqlstate = ERRCODE_INVALID_PARAMETER_VALUE;
		problem.detail = "It is volatile, so that it could keep values.";
		problem.hint = "Declare it IMMUTABLE or STABLE.";
	}
	else if (form->proparallel != PROPARALLEL_SAFE)
	{
		problem.sqlstate = ERRCODE_INVALID_PARAMETER_VALUE;
		problem.detail = "It is not parallel safe, and rows are counted in parallel.";
		problem.hint = "Declare it PARALLEL SAFE; it can have no EXCEPTION block then.";
	}
	else if (object_aclcheck(ProcedureRelationId, function, user, ACL_EXECUTE) != ACLCHECK_OK ||
			 object_aclcheck(NamespaceRelationId, form->pronamespace, user, ACL_USAGE) != ACLCHECK_OK)
	{
		problem.sqlstate = ERRCODE_INSUFFICIENT_PRIVILEGE;
		problem.detail = psprintf("It would run as role \"%s\", which may not execute it.",
								  GetUserNameFromId(user, false));
	}
	ReleaseSysCache(tuple);
	return problem;
}

pg_noreturn static void
raise_problem(const char *class, const char *signature, const Problem *problem)
{
	ereport(ERROR,
			(errcode(problem->sqlstate),
			 errmsg("function %s cannot validate values of class \"%s\"", signature, class),
			 errdetail("%s", problem->detail),
			 problem->hint != NULL ? errhint("%s", problem->hint) : 0));
}

Oid
bv_find_validator(const char *class, const char *signature)
{
	Oid			function =
		DatumGetObjectId(DirectFunctionCall1(regprocedurein, CStringGetDatum(signature)));
	Problem		problem = problem_of(function, GetUserId());

	if (problem.sqlstate != 0)
		raise_problem(class, signature, &problem);
	return function;
}

/* ---------- one that is in the table ---------- */

/* The function of that signature, whoever may use its schema, or InvalidOid. */
static Oid
function_of(const char *signature)
{
	LOCAL_FCINFO(call, 1);
	Datum		function;
	Oid			caller;
	int			context;

	GetUserIdAndSecContext(&caller, &context);
	SetUserIdAndSecContext(BOOTSTRAP_SUPERUSERID, context | SECURITY_LOCAL_USERID_CHANGE);
	InitFunctionCallInfoData(*call, NULL, 1, InvalidOid, NULL, NULL);
	call->args[0].value = CStringGetTextDatum(signature);
	call->args[0].isnull = false;
	function = to_regprocedure(call);
	SetUserIdAndSecContext(caller, context);
	return call->isnull ? InvalidOid : DatumGetObjectId(function);
}

static BvPrepared *
prepare(BvSqlValidator *validator)
{
	uint64		present = generation;	/* what is said from here on is for the next call */
	MemoryContext context = AllocSetContextCreate(TopTransactionContext, "breachvalue validator",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	BvPrepared *prepared = palloc0(sizeof(BvPrepared));
	Oid			function = function_of(validator->signature);

	prepared->context = context;
	prepared->owner = get_role_oid(validator->owner, true);
	if (!OidIsValid(prepared->owner))
	{
		prepared->problem.sqlstate = ERRCODE_UNDEFINED_OBJECT;
		prepared->problem.detail = psprintf("There is no role \"%s\", as which it ran.",
											validator->owner);
	}
	else
		prepared->problem = problem_of(function, prepared->owner);
	if (prepared->problem.sqlstate == 0)
		fmgr_info_cxt(function, &prepared->function, context);
	MemoryContextSwitchTo(caller);

	/* many are forgotten where many subtransactions are rolled back */
	if (validator->prepared != NULL && validator->generation >= first_generation &&
		!validator->prepared->is_busy)
		MemoryContextDelete(validator->prepared->context);
	validator->prepared = prepared;
	validator->generation = present;
	return prepared;
}

static BvPrepared *
prepared_of(BvSqlValidator *validator)
{
	return validator->prepared != NULL && validator->generation == generation ?
		validator->prepared : prepare(validator);
}

const char *
bv_validator_problem(BvSqlValidator *validator)
{
	BvPrepared *prepared = prepared_of(validator);

	return prepared->problem.sqlstate == 0 ? NULL :
		psprintf("Function %s cannot validate values of class \"%s\". %s",
				 validator->signature, validator->class, prepared->problem.detail);
}

void
bv_require_validator(BvSqlValidator *validator)
{
	BvPrepared *prepared = prepared_of(validator);

	if (prepared->problem.sqlstate != 0)
		raise_problem(validator->class, validator->signature, &prepared->problem);
}

/* ---------- calling it ---------- */

/* Raises what went wrong in a validator, without the value that it may quote. */
pg_noreturn static void
rethrow(MemoryContext context, const char *class)
{
	int			sqlstate = geterrcode();
	int			category = ERRCODE_TO_CATEGORY(sqlstate);

	MemoryContextSwitchTo(context);
	if (category == ERRCODE_OPERATOR_INTERVENTION || category == ERRCODE_INSUFFICIENT_RESOURCES ||
		category == ERRCODE_TRANSACTION_ROLLBACK || category == ERRCODE_INTERNAL_ERROR)
		PG_RE_THROW();
	FlushErrorState();
	ereport(ERROR,
			(errcode(sqlstate),
			 errmsg("validator of class \"%s\" failed on a value", class),
			 errhint("It is to return false for what is not of the class.")));
}

static bool
call_function(BvPrepared *prepared, FmgrInfo *function, const char *value, size_t len)
{
	LOCAL_FCINFO(call, 1);
	Oid			caller;
	int			context;
	int			level;
	Datum		result;

	GetUserIdAndSecContext(&caller, &context);
	SetUserIdAndSecContext(prepared->owner, context | SECURITY_LOCAL_USERID_CHANGE |
						   SECURITY_RESTRICTED_OPERATION);
	level = NewGUCNestLevel();
	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET,
							 PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	InitFunctionCallInfoData(*call, function, 1, InvalidOid, NULL, NULL);
	call->args[0].value = PointerGetDatum(cstring_to_text_with_len(value, len));
	call->args[0].isnull = false;
	result = FunctionCallInvoke(call);

	AtEOXact_GUC(false, level);
	SetUserIdAndSecContext(caller, context);
	pfree(DatumGetPointer(call->args[0].value));
	return !call->isnull && DatumGetBool(result);
}

bool
bv_validator_accepts(BvSqlValidator *validator, const char *value, size_t len)
{
	/* the table may be read again while the function runs: nothing of it is used behind it */
	MemoryContext context = CurrentMemoryContext;
	BvPrepared *prepared = prepared_of(validator);
	FmgrInfo   *function = &prepared->function;
	FmgrInfo	own;
	bool		was_busy = prepared->is_busy;
	char		class[NAMEDATALEN];
	bool		was_read_only = XactReadOnly;
	volatile bool accepted = false;

	if (prepared->problem.sqlstate != 0)
		return false;
	strlcpy(class, validator->class, sizeof(class));
	if (was_busy)
	{
		check_stack_depth();
		fmgr_info(prepared->function.fn_oid, &own);
		function = &own;
	}
	prepared->is_busy = true;

	/* as the setting does, which newer servers do not let functions set */
	XactReadOnly = true;
	PG_TRY();
	{
		accepted = call_function(prepared, function, value, len);
	}
	PG_CATCH();
	{
		generation++;			/* it is in no state to be called again */
		prepared->is_busy = was_busy;
		XactReadOnly = was_read_only;
		rethrow(context, class);
	}
	PG_END_TRY();
	prepared->is_busy = was_busy;
	XactReadOnly = was_read_only;
	return accepted;
}
