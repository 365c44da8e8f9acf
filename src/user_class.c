/*
 * user_class.c: classes that users have made, read from their table and kept
 *
 * Each number has one place that stays for the life of the backend, so that a
 * class can be pointed to; the table is read again into these places after a
 * message that it changed.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/table.h"
#include "access/xact.h"
#include "catalog/namespace.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_type.h"
#include "regex/regex.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/inval.h"
#include "utils/memutils.h"
#include "utils/rel.h"

#include "class_set_type.h"
#include "compat.h"
#include "one_line.h"
#include "own_table.h"
#include "user_class.h"
#include "validator.h"

/* A class and what tells its values; all text is in user_class_context. */
typedef struct UserClass
{
	BvClass		class;			/* comes first; number 0: there is none */
	const BvClass *like;		/* of the catalogue, or NULL */
	char	   *pattern;		/* of whole values, or NULL */
	BvSqlValidator validator;		/* its signature is NULL where there is none */
	ArrayType  *column_names;
} UserClass;

static UserClass user_class[BV_NAMES_MAX];
static int	user_class_count;

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
	const char *signature;
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
	user->validator.class = user->class.name;
	user->validator.signature = signature = optional_text(table, row, "validator");
	user->validator.owner = bv_needed_text(table, row, "owner");
	if (user->pattern != NULL || signature != NULL)
	{
		user->class.evidence = BV_BY_VALUE;
		user->class.chance = 0;
		user->class.is_valid = NULL;
		user->class.rule = user->pattern == NULL ? psprintf("%s accepts it", signature) :
			psprintf("matches %s%s%s", user->pattern, signature ? ", and is accepted by " : "",
					 signature ? signature : "");
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

	context = AllocSetContextCreate(CurrentMemoryContext, "breachvalue user classes",
									ALLOCSET_SMALL_SIZES);
	caller = MemoryContextSwitchTo(context);
	fresh = palloc0(sizeof(user_class));
	table = OidIsValid(table_oid) ? table_open(table_oid, AccessShareLock) : NULL;

	/* whatever is said while we read is for the next look-up */
	is_stale = false;
	if (table != NULL)
	{
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
	user_class_count = 0;
	for (int i = 0; i < lengthof(user_class); i++)
		user_class_count += user_class[i].class.number != 0;
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
	if (user_class_count == 0)
		return NULL;
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

/* Options of a regular expression, "(?i)", which are none in the middle of one. */
static int
options_of(const char *pattern)
{
	int			len = strncmp(pattern, "(?", 2) == 0 ?
		2 + strspn(pattern + 2, "abcdefghijklmnopqrstuvwxyz") : 0;

	return len > 2 && pattern[len] == ')' ? len + 1 : 0;
}

/* Does all of the value match?  Cached by PostgreSQL, and can be cancelled. */
static bool
pattern_matches(const char *pattern, const char *value, size_t len)
{
	int			options = options_of(pattern);
	char	   *whole = psprintf("%.*s^(?:%s)$", options, pattern, pattern + options);
	text	   *expression = cstring_to_text(whole);
	bool		matches = RE_compile_and_execute(expression, unconstify(char *, value), len,
												 REG_ADVANCED, C_COLLATION_OID, 0, NULL);

	pfree(expression);
	pfree(whole);
	return matches;
}

void
bv_check_pattern(const char *pattern)
{
	/* by itself as well: "a)|(?:b" is none */
	(void) RE_compile_and_execute(cstring_to_text(pattern), "", 0, REG_ADVANCED,
								  C_COLLATION_OID, 0, NULL);
	(void) pattern_matches(pattern, "", 0);
}

bool
bv_class_is_validated(const BvClass *class)
{
	const UserClass *user = (const UserClass *) class;

	return class->is_valid != NULL ||
		(class->number >= BV_USER_CLASS_FIRST &&
		 (user->pattern != NULL || user->validator.signature != NULL));
}

/* The validator of a class, or NULL. */
static BvSqlValidator *
validator_of(const BvClass *class)
{
	UserClass  *user = (UserClass *) unconstify(BvClass *, class);

	return class->number < BV_USER_CLASS_FIRST || user->validator.signature == NULL ? NULL :
		&user->validator;
}

const char *
bv_class_problem(const BvClass *class)
{
	BvSqlValidator *validator = validator_of(class);

	return validator == NULL ? NULL : bv_validator_problem(validator);
}

void
bv_require_class(const BvClass *class)
{
	BvSqlValidator *validator = validator_of(class);

	if (validator != NULL)
		bv_require_validator(validator);
}

bool
bv_class_accepts(const BvClass *class, const char *value, size_t len)
{
	const UserClass *user = (const UserClass *) class;
	BvSqlValidator *validator;

	if (class->is_valid != NULL)
	{
		char		joined[BV_ONE_LINE_MAX];

		if (bv_is_valid(class, value, len))
			return true;
		value = bv_as_one_line(class, value, &len, joined);
		return value != NULL && bv_is_valid(class, value, len);
	}
	if (!bv_class_is_validated(class) ||
		(user->pattern != NULL && !pattern_matches(user->pattern, value, len)))
		return false;
	validator = validator_of(class);
	return validator == NULL || bv_validator_accepts(validator, value, len);
}

void
bv_add_user_classes_of(const char *value, size_t len, BvClassSet *classes)
{
	for (const BvClass *class = bv_next_user_class(0); class != NULL;
		 class = bv_next_user_class(class->number))
	{
		int			number = class->number; /* a validator can drop it */

		if (bv_class_accepts(class, value, len))
			bv_class_set_add(classes, number);
	}
}
