/*
 * create_class.c: making and dropping classes of users
 *
 * Rows of the table user_class are written as its owner, after all checks, by
 * whoever may call these functions; a class remembers who made it, whose rights
 * its validator has.  A number is never given to another name: class sets on
 * disk know classes by number.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "miscadmin.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/regproc.h"
#include "utils/rel.h"

#include "class_set_type.h"
#include "compat.h"
#include "numeric.h"
#include "own_table.h"
#include "user_class.h"
#include "validator.h"

/* Arguments of create_class(), in order. */
enum
{
	ARGUMENT_NAME,
	ARGUMENT_LIKE,
	ARGUMENT_CATEGORY,
	ARGUMENT_ROLE,
	ARGUMENT_PATTERN,
	ARGUMENT_VALIDATOR,
	ARGUMENT_COLUMN_NAMES,
	ARGUMENT_PRICE
};

/* ---------- writing as the owner of the table ---------- */

/* Runs one statement; its NULL parameters are blanks in nulls. */
static void
write_as_owner(const char *statement, int count, Oid *types, Datum *values, const char *nulls)
{
	Relation	table = RelationIdGetRelation(bv_own_table_oid("user_class", false));
	Oid			owner = table->rd_rel->relowner;
	Oid			caller;
	int			context;
	int			level;

	RelationClose(table);
	GetUserIdAndSecContext(&caller, &context);
	SetUserIdAndSecContext(owner, context | SECURITY_LOCAL_USERID_CHANGE);
	level = NewGUCNestLevel();
	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET,
							 PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	if (SPI_execute_with_args(statement, count, types, values, nulls, false, 0) < 0)
		elog(ERROR, "could not run \"%s\"", statement);
	AtEOXact_GUC(false, level);
	SetUserIdAndSecContext(caller, context);
}

/* ---------- checks ---------- */

static char *
text_argument(FunctionCallInfo fcinfo, int number)
{
	return PG_ARGISNULL(number) ? NULL : text_to_cstring(PG_GETARG_TEXT_PP(number));
}

static void
check_name(const char *name)
{
	size_t		len = name == NULL ? 0 : strlen(name);

	if (name == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("name must not be null")));
	if (!bv_is_class_word(name, len))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_NAME),
				 errmsg("invalid name for a class: \"%s\"", name),
				 errdetail("It begins with a lower-case letter, has lower-case letters, digits and _ alone, "
						   "and at most %d of them.", BV_WORD_SIZE - 1)));
	if (strncmp(name, "class_", 6) == 0 || strcmp(name, "not_personal") == 0)
		ereport(ERROR,
				(errcode(ERRCODE_RESERVED_NAME),
				 errmsg("name \"%s\" means something else already", name)));
	if (bv_any_class_by_name(name, len) != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_DUPLICATE_OBJECT),
				 errmsg("class \"%s\" already exists", name)));
}

static const BvClass *
like_class(const char *name)
{
	const BvClass *like;

	if (name == NULL)
		return NULL;
	like = bv_class_by_name(name, strlen(name));
	if (like == NULL && bv_any_class_by_name(name, strlen(name)) != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("class \"%s\" is itself a user's", name),
				 errhint("Name a class of the catalogue that is like both.")));
	if (like == NULL)
		bv_unrecognized_class(name, ERRCODE_INVALID_PARAMETER_VALUE);
	return like;
}

static void
check_role(const char *name)
{
	for (BvRole role = BV_ROLE_DIRECT; role <= BV_ROLE_CARRIER; role++)
	{
		if (strcmp(bv_role_name(role), name) == 0)
			return;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unrecognized role of a class: \"%s\"", name),
			 errhint("A class is direct, attribute, link or carrier.")));
}

/* What was given, or what the class is like has; there must be one of them. */
static const char *
given_or_like(const char *given, const char *like, const char *what)
{
	if (given == NULL && like == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("a class needs a %s", what),
				 errhint("Give it, or name a class of the catalogue that it is like.")));
	return given != NULL ? given : like;
}

/* The full signature of the function, which is text so that pg_upgrade can carry it over. */
static char *
full_signature(const char *name, const char *signature)
{
	return format_procedure_qualified(bv_find_validator(name, signature));
}

/* ---------- the owner ---------- */

/* May the current user say that a class is of that role? */
static bool
may_act_as(const char *name)
{
	Oid			role = get_role_oid(name, true);

	return superuser() || (OidIsValid(role) && has_privs_of_role(GetUserId(), role));
}

/*
 * The trigger on the table: whoever restores a dump writes rows, and a class of a
 * role that he could not act as becomes his, as objects do with pg_restore
 * --no-owner.  Else he could have a function of his run as anybody.
 */
PG_FUNCTION_INFO_V1(breachvalue_own_class);
Datum
breachvalue_own_class(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	HeapTuple	row;
	int			column;
	Datum		owner;
	bool		is_null = false;

	if (!CALLED_AS_TRIGGER(fcinfo) || !TRIGGER_FIRED_FOR_ROW(data->tg_event) ||
		!TRIGGER_FIRED_BEFORE(data->tg_event) || TRIGGER_FIRED_BY_DELETE(data->tg_event) ||
		RelationGetRelid(data->tg_relation) != bv_own_table_oid("user_class", false))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function was not called by the trigger that it is made for")));
	row = TRIGGER_FIRED_BY_UPDATE(data->tg_event) ? data->tg_newtuple : data->tg_trigtuple;
	owner = bv_column_value(data->tg_relation, row, "owner", TEXTOID, &is_null);
	if (is_null || may_act_as(TextDatumGetCString(owner)))
		return PointerGetDatum(row);
	column = get_attnum(RelationGetRelid(data->tg_relation), "owner");
	owner = CStringGetTextDatum(GetUserNameFromId(GetUserId(), false));
	return PointerGetDatum(heap_modify_tuple_by_cols(row, RelationGetDescr(data->tg_relation),
													 1, &column, &owner, &is_null));
}

/* ---------- numbers ---------- */

/* The number that the name had before, or the first that no name ever had. */
static int
free_number(const char *name)
{
	Oid			type = TEXTOID;
	Datum		value = CStringGetTextDatum(name);
	bool		is_null;
	int			number;

	write_as_owner("SELECT coalesce("
				   " (SELECT u.number FROM breachvalue.user_class u WHERE u.name = $1),"
				   " (SELECT max(u.number) + 1 FROM breachvalue.user_class u), 256)",
				   1, &type, &value, NULL);
	number = DatumGetInt32(SPI_getbinval(SPI_tuptable->vals[0], SPI_tuptable->tupdesc, 1, &is_null));
	if (number >= BV_CLASS_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("there are no more than %d classes of users", BV_NAMES_MAX),
				 errdetail("Numbers of dropped classes are kept for their names.")));
	return number;
}

PG_FUNCTION_INFO_V1(breachvalue_create_class);
Datum
breachvalue_create_class(PG_FUNCTION_ARGS)
{
	char	   *name = text_argument(fcinfo, ARGUMENT_NAME);
	char	   *like_name = text_argument(fcinfo, ARGUMENT_LIKE);
	const BvClass *like = like_class(like_name);
	const char *category = given_or_like(text_argument(fcinfo, ARGUMENT_CATEGORY),
										 like == NULL ? NULL : like->category, "category");
	const char *role = given_or_like(text_argument(fcinfo, ARGUMENT_ROLE),
									 like == NULL ? NULL : bv_role_name(like->role), "role");
	char	   *pattern = text_argument(fcinfo, ARGUMENT_PATTERN);
	char	   *validator = text_argument(fcinfo, ARGUMENT_VALIDATOR);
	Oid			types[] = {
		INT4OID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTOID, TEXTARRAYOID
	};
	Datum		values[lengthof(types)] = {0};
	char		nulls[lengthof(types) + 1] = "         ";
	int			number;

	check_name(name);
	check_role(role);
	if (!PG_ARGISNULL(ARGUMENT_PRICE))
		(void) bv_numeric_to_billionths(PG_GETARG_NUMERIC(ARGUMENT_PRICE), "price");
	if (pattern != NULL)
		bv_check_pattern(pattern);
	if (validator != NULL)
		validator = full_signature(name, validator);

	SPI_connect();
	write_as_owner("LOCK TABLE breachvalue.user_class IN SHARE ROW EXCLUSIVE MODE", 0, NULL, NULL, NULL);
	check_name(name);			/* somebody may have been quicker */
	number = free_number(name);
	values[0] = Int32GetDatum(number);
	values[1] = CStringGetTextDatum(name);
	values[2] = like == NULL ? (Datum) 0 : CStringGetTextDatum(like_name);
	nulls[2] = like == NULL ? 'n' : ' ';
	values[3] = CStringGetTextDatum(category);
	values[4] = CStringGetTextDatum(role);
	values[5] = pattern == NULL ? (Datum) 0 : CStringGetTextDatum(pattern);
	nulls[5] = pattern == NULL ? 'n' : ' ';
	values[6] = validator == NULL ? (Datum) 0 : CStringGetTextDatum(validator);
	nulls[6] = validator == NULL ? 'n' : ' ';
	values[7] = CStringGetTextDatum(GetUserNameFromId(GetUserId(), false));
	values[8] = PG_ARGISNULL(ARGUMENT_COLUMN_NAMES) ? (Datum) 0 : PG_GETARG_DATUM(ARGUMENT_COLUMN_NAMES);
	nulls[8] = PG_ARGISNULL(ARGUMENT_COLUMN_NAMES) ? 'n' : ' ';
	write_as_owner("DELETE FROM breachvalue.user_class WHERE number = $1", 1, types, values, NULL);
	write_as_owner("INSERT INTO breachvalue.user_class"
				   " (number, name, like_class, category, role, pattern, validator, owner, column_names)"
				   " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, '{}'))",
				   lengthof(types), types, values, nulls);
	if (!PG_ARGISNULL(ARGUMENT_PRICE))
	{
		Oid			price_types[] = {TEXTOID, NUMERICOID};
		Datum		price_values[] = {values[1], PG_GETARG_DATUM(ARGUMENT_PRICE)};

		write_as_owner("INSERT INTO breachvalue.price (price_list, class, amount, detail)"
					   " SELECT m.price_list, $1, $2, 'given when the class was made'"
					   " FROM breachvalue.model m WHERE m.name = breachvalue.current_model()",
					   lengthof(price_types), price_types, price_values, NULL);
	}
	SPI_finish();
	PG_RETURN_INT32(number);
}

PG_FUNCTION_INFO_V1(breachvalue_drop_class);
Datum
breachvalue_drop_class(PG_FUNCTION_ARGS)
{
	char	   *name = text_to_cstring(PG_GETARG_TEXT_PP(0));
	const BvClass *class = bv_any_class_by_name(name, strlen(name));
	Oid			type = TEXTOID;
	Datum		value = PG_GETARG_DATUM(0);

	if (class == NULL)
		bv_unrecognized_class(name, ERRCODE_UNDEFINED_OBJECT);
	if (class->number < BV_USER_CLASS_FIRST)
		ereport(ERROR,
				(errcode(ERRCODE_WRONG_OBJECT_TYPE),
				 errmsg("class \"%s\" is of the catalogue", name),
				 errhint("Only classes that users have made can be dropped.")));
	SPI_connect();
	write_as_owner("UPDATE breachvalue.user_class SET dropped = true, pattern = NULL,"
				   " validator = NULL, column_names = '{}' WHERE name = $1", 1, &type, &value, NULL);
	write_as_owner("DELETE FROM breachvalue.price WHERE class = $1", 1, &type, &value, NULL);
	SPI_finish();
	PG_RETURN_VOID();
}
