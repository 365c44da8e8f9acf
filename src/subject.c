/*
 * subject.c: whose rows those of a table are, and queries that read them with their key
 *
 * A column that leads from table to table and holds a link alone is left out of
 * what a row holds: it has done its work, and so a total does not depend on how
 * many tables a person's data are normalised into.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/relation.h"
#include "access/sysattr.h"
#include "catalog/pg_class.h"
#include "catalog/pg_constraint.h"
#include "catalog/pg_type.h"
#include "executor/spi.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "class_set_type.h"
#include "compat.h"
#include "key_type.h"
#include "label.h"
#include "named_class.h"
#include "own_function.h"
#include "subject.h"
#include "user_class.h"

/* Columns that one call of held_classes() takes, beside their classes. */
#define COLUMNS_MAX	(FUNC_MAX_ARGS - 1)

/* Columns of the tables between; conditions cannot name one of a user's like that. */
#define STEP_TARGET	"breachvalue_step_target"
#define STEP_NEXT	"breachvalue_step_next"
#define STEP_KEEP	"breachvalue_step_keep"

/* ---------- keys ---------- */

/* The type to which keys of two types go by themselves. */
static Oid
common_type(Oid left, Oid right)
{
	Oid			type = bv_common_key_type(left, right);

	if (!OidIsValid(type))
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("cannot compare keys of types %s and %s",
						format_type_be(left), format_type_be(right)),
				 errdetail("Labels of tables say that one leads to the other.")));
	return type;
}

/* Settles the type and the collation that keys of all tables have in common. */
static void
settle_key_type(BvSubject *subject)
{
	ListCell   *cell;

	if (subject->key == NULL)
		return;
	subject->key_type = bv_key_type(subject->relid, subject->key);
	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);

		/* one that leads to another column of the subject has its key from there */
		if (table->hops > 0 && strcmp(table->target[table->hops - 1], subject->key) == 0)
			subject->key_type = common_type(subject->key_type,
											bv_key_type(table->relation[table->hops - 1],
														table->column[table->hops - 1]));
	}
	subject->key_collation = bv_key_collation(subject->relid, subject->key, subject->key_type);
}

/* ---------- the tables of a subject ---------- */

/*
 * Cuts the lines of an error's context that tell the query: it is long, and none
 * of the user's own.
 */
static char *
context_without(char *context, const char *query)
{
	char	   *found = context == NULL ? NULL : strstr(context, query);
	char	   *end;

	if (found == NULL)
		return context;
	end = strchr(found + strlen(query), '\n');
	while (found > context && found[-1] != '\n')
		found--;
	if (end == NULL && found > context)
		found--;
	memmove(found, end == NULL ? "" : end + 1, end == NULL ? 1 : strlen(end));
	return context[0] == '\0' ? NULL : context;
}

/*
 * Raises what went wrong, without our query.  Of a condition that cannot be
 * evaluated PostgreSQL quotes the value that it failed on: that is not told.
 */
pg_noreturn static void
rethrow(MemoryContext context, const char *query)
{
	ErrorData  *error;

	MemoryContextSwitchTo(context);
	error = CopyErrorData();
	FlushErrorState();
	if (ERRCODE_TO_CATEGORY(error->sqlerrcode) == ERRCODE_DATA_EXCEPTION)
		ereport(ERROR,
				(errcode(error->sqlerrcode),
				 errmsg("a condition or key in a label cannot be evaluated for every row"),
				 errhint("View breachvalue.labels has the labels.")));
	error->context = context_without(error->context, query);
	if (error->internalquery != NULL && strcmp(error->internalquery, query) == 0)
	{
		error->internalquery = NULL;
		error->internalpos = 0;
	}
	ReThrowError(error);
}

void
bv_run_query(const char *query, int count, Oid *types, Datum *values)
{
	MemoryContext context = CurrentMemoryContext;
	int			nest_level = NewGUCNestLevel();

	(void) set_config_option("search_path", "pg_catalog, pg_temp", PGC_USERSET,
							 PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false);
	PG_TRY();
	{
		if (SPI_execute_with_args(query, count, types, values, NULL, true, 0) != SPI_OK_SELECT)
			elog(ERROR, "could not run \"%s\"", query);
	}
	PG_CATCH();
	{
		rethrow(context, query);
	}
	PG_END_TRY();
	AtEOXact_GUC(true, nest_level);
}

/* The names in an array of a row that SPI has read. */
static char **
names_of(Datum array, int *count)
{
	Datum	   *elements;
	char	  **names;

	deconstruct_array(DatumGetArrayTypeP(array), NAMEOID, NAMEDATALEN, false, TYPALIGN_CHAR,
					  &elements, NULL, count);
	names = palloc(Max(*count, 1) * sizeof(char *));
	for (int i = 0; i < *count; i++)
		names[i] = pstrdup(NameStr(*DatumGetName(elements[i])));
	return names;
}

static BvSubjectTable *
read_table(HeapTuple row, TupleDesc columns)
{
	BvSubjectTable *table = palloc0(sizeof(BvSubjectTable));
	Datum	   *elements;
	int			count;
	bool		isnull;

	table->column = names_of(SPI_getbinval(row, columns, 4, &isnull), &table->hops);
	table->target = names_of(SPI_getbinval(row, columns, 5, &isnull), &count);
	deconstruct_array(DatumGetArrayTypeP(SPI_getbinval(row, columns, 3, &isnull)), REGCLASSOID,
					  sizeof(Oid), true, TYPALIGN_INT, &elements, NULL, &count);
	table->relation = palloc(count * sizeof(Oid));
	for (int i = 0; i < count; i++)
		table->relation[i] = DatumGetObjectId(elements[i]);
	table->former = SPI_getvalue(row, columns, 6);
	return table;
}

/* A table of which no label says whose rows it has: each is somebody's. */
static void
add_unlabelled_table(BvSubject *subject)
{
	BvSubjectTable *table = palloc0(sizeof(BvSubjectTable));
	Oid			constraint;
	Bitmapset  *primary = get_primary_key_attnos(subject->relid, false, &constraint);

	table->relation = palloc(sizeof(Oid));
	table->relation[0] = subject->relid;
	subject->tables = list_make1(table);
	if (bms_num_members(primary) == 1)
		subject->key = get_attname(subject->relid, bms_singleton_member(primary) +
								   FirstLowInvalidHeapAttributeNumber, false);
}

/*
 * Locks the tables of a subject, so that their names mean them as long as the
 * transaction lasts: otherwise an owner could put a view in place of his table
 * before it is read, and have his functions run by whoever asks for people.
 */
static void
lock_tables(const BvSubject *subject)
{
	ListCell   *cell;

	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);

		for (int i = 0; i <= table->hops; i++)
		{
			Relation	relation = try_relation_open(table->relation[i], AccessShareLock);

			if (relation == NULL)
				ereport(ERROR,
						(errcode(ERRCODE_UNDEFINED_TABLE),
						 errmsg("a table whose rows belong to \"%s\" has just been dropped",
								get_rel_name(subject->relid))));
			if (i < table->hops && relation->rd_rel->relkind == RELKIND_VIEW)
				ereport(ERROR,
						(errcode(ERRCODE_WRONG_OBJECT_TYPE),
						 errmsg("\"%s\" has become a view",
								RelationGetRelationName(relation))));
			relation_close(relation, NoLock);
		}
	}
}

static void collect_names(BvSubject *subject);

BvSubject *
bv_subject_of(Oid relid, bool any_table)
{
	MemoryContext caller = CurrentMemoryContext;
	BvSubject  *subject = palloc0(sizeof(BvSubject));
	Oid			types[1] = {REGCLASSOID};
	Datum		values[1] = {ObjectIdGetDatum(relid)};

	SPI_connect();
	bv_run_query("SELECT t.subject, t.subject_key, t.relations, t.columns, t.targets, t.former"
				 " FROM breachvalue.subject_tables() t"
				 " WHERE t.subject = (SELECT o.subject FROM breachvalue.subject_tables() o"
				 " WHERE o.relation = $1)"
				 " ORDER BY pg_catalog.cardinality(t.columns), t.relation",
				 1, types, values);
	MemoryContextSwitchTo(caller);
	subject->relid = relid;
	for (uint64 i = 0; i < SPI_processed; i++)
	{
		HeapTuple	row = SPI_tuptable->vals[i];
		TupleDesc	columns = SPI_tuptable->tupdesc;
		BvSubjectTable *table = read_table(row, columns);
		bool		isnull;

		subject->relid = DatumGetObjectId(SPI_getbinval(row, columns, 1, &isnull));
		subject->key = SPI_getvalue(row, columns, 2);
		subject->tables = lappend(subject->tables, table);
		subject->knows_former |= table->former != NULL;
	}
	SPI_finish();

	if (subject->tables == NIL)
		add_unlabelled_table(subject);
	if (subject->relid != relid && !any_table)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("\"%s\" is not the table of a subject", get_rel_name(relid)),
				 errdetail("Its label says that its rows are those of \"%s\".",
						   get_rel_name(subject->relid))));
	lock_tables(subject);
	settle_key_type(subject);
	collect_names(subject);
	return subject;
}

/* ---------- what a table holds, with the key of its subject ---------- */

static bool
is_link(const BvClassSet *classes)
{
	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT;
		 n = bv_class_set_next(classes, n))
	{
		const BvClass *class = bv_any_class_by_number(n);

		if (class == NULL || class->role != BV_ROLE_LINK)
			return false;
	}
	return true;
}

/* Does a column lead from table to table? */
static bool
leads_on(const BvSubject *subject, Oid relid, const char *column)
{
	ListCell   *cell;

	if (relid == subject->relid && subject->key != NULL && strcmp(column, subject->key) == 0)
		return true;
	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);

		for (int i = 0; i < table->hops; i++)
		{
			if ((table->relation[i] == relid && strcmp(table->column[i], column) == 0) ||
				(table->relation[i + 1] == relid && strcmp(table->target[i], column) == 0))
				return true;
		}
	}
	return false;
}

/* Appends an array of the subject's names. */
static void
append_names(StringInfo query, const BvSubject *subject)
{
	BvNames		names = bv_name_table_names(&subject->names);

	appendStringInfo(query, "%s::pg_catalog.text[]",
					 quote_literal_cstr(OidOutputFunctionCall(F_ARRAY_OUT, bv_name_array(&names))));
}

void
bv_append_exposure(StringInfo query, const BvSubject *subject, const char *classes)
{
	appendStringInfo(query, "breachvalue.exposure(%s", classes);
	if (subject->names.count > 0)
	{
		appendStringInfoString(query, ", ");
		append_names(query, subject);
	}
	appendStringInfoChar(query, ')');
}

/* How what columns hold is told: by class sets, labels, or labels and the subject's names. */
typedef enum Telling
{
	BY_CLASSES,
	BY_LABELS,
	BY_NAMES
} Telling;

/* Appends the call that tells the classes of some columns. */
static void
append_held_call(StringInfo query, const BvSubject *subject, Telling telling,
				 const char *said, const char *columns)
{
	static const char *const function[] = {"held_classes", "labelled_classes", "named_classes"};

	appendStringInfo(query, "%s(", bv_own_function(function[telling]));
	if (telling == BY_NAMES)
	{
		append_names(query, subject);
		appendStringInfoString(query, ", ");
	}
	appendStringInfo(query, "ARRAY[%s]::%s[]%s)", said,
					 telling == BY_CLASSES ? "breachvalue.class_set" : "pg_catalog.text", columns);
}

/* Takes in the names of all that the tables of the subject hold. */
static void
collect_names(BvSubject *subject)
{
	ListCell   *cell;

	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);
		const BvLabels *labels = bv_copy_labels(bv_labels_of(table->relation[0]));

		for (int i = 0; i < labels->count; i++)
			(void) bv_name_possible_classes(&subject->names, &labels->column[i].label);
	}
}

/*
 * Appends the class set that a row holds, without what but links it to others.
 * Returns false if that is nothing whatever the row.
 */
static bool
append_held(StringInfo query, const BvSubject *subject, Oid relid)
{
	const BvLabels *labels = bv_copy_labels(bv_labels_of(relid));
	Telling		telling = subject->names.count > 0 ? BY_NAMES : BY_CLASSES;
	int			count = 0;
	StringInfoData said;
	StringInfoData columns;

	initStringInfo(&said);
	initStringInfo(&columns);
	for (int i = 0; i < labels->count; i++)
	{
		if (!labels->column[i].label.plain)
			telling = Max(telling, BY_LABELS);
	}
	for (int i = 0; i < labels->count; i++)
	{
		const BvColumnLabel *label = &labels->column[i].label;
		char	   *column = get_attname(relid, labels->column[i].attnum, false);
		StringInfoData classes;

		if (is_link(&label->classes) && bv_class_set_is_empty(&label->may_hold) &&
			leads_on(subject, relid, column))
			continue;
		if (count > 0 && count % COLUMNS_MAX == 0)
		{
			append_held_call(query, subject, telling, said.data, columns.data);
			appendStringInfoString(query, " OPERATOR(pg_catalog.|) ");
			resetStringInfo(&said);
			resetStringInfo(&columns);
		}
		initStringInfo(&classes);
		bv_append_class_set(&classes, &label->classes);
		appendStringInfo(&said, "%s%s", said.len > 0 ? "," : "",
						 quote_literal_cstr(telling == BY_CLASSES ? classes.data : label->text));
		appendStringInfo(&columns, ", " BV_ROW_ALIAS ".%s", quote_identifier(column));
		count++;
	}
	if (count == 0)
		appendStringInfoString(query, "'{}'::breachvalue.class_set");
	else
		append_held_call(query, subject, telling, said.data, columns.data);
	return count > 0;
}

static void
append_relation(StringInfo query, Oid relid)
{
	appendStringInfoString(query,
						   quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)),
													  get_rel_name(relid)));
}

/* The condition on the rows of a relation that are kept, or NULL. */
static const char *
keep_of(const BvSubject *subject, Oid relid)
{
	ListCell   *cell;

	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);

		if (table->relation[0] == relid)
			return table->keep;
	}
	return NULL;
}

/*
 * Appends the FROM clause of a table and of those by which it leads to its
 * subject, with a WHERE clause where not all rows are kept: one goes with those
 * by which it leads.  Sets the alias and the column that have the key.  Tables between
 * are seen through subqueries, so that no name in the condition of the first
 * could mean one of theirs.
 */
static void
append_from(StringInfo query, const BvSubject *subject, const BvSubjectTable *table,
			char **alias, char **column)
{
	Oid			type;
	int			joins = table->hops - 1;
	StringInfoData where;

	initStringInfo(&where);
	if (table->keep != NULL)
		appendStringInfo(&where, " WHERE (%s) IS NOT FALSE", table->keep);
	append_relation(query, table->relation[0]);
	appendStringInfoString(query, " AS " BV_ROW_ALIAS);
	*alias = BV_ROW_ALIAS;
	*column = table->hops > 0 ? table->column[0] : subject->key;
	type = *column == NULL ? InvalidOid : bv_key_type(table->relation[0], *column);

	/* whoever leads to another column of the subject than its key joins it as well */
	if (table->hops > 0 && strcmp(table->target[table->hops - 1], subject->key) != 0)
		joins++;
	for (int i = 0; i < joins; i++)
	{
		Oid			relid = table->relation[i + 1];
		char	   *target = table->target[i];
		char	   *next = i + 1 < table->hops ? table->column[i + 1] : subject->key;
		Oid			joined = common_type(type, bv_key_type(relid, target));
		Oid			collation = bv_key_collation(relid, target, joined);
		char	   *step = psprintf("breachvalue_step_%d", i + 1);
		const char *keep = keep_of(subject, relid);

		appendStringInfo(query, " LEFT JOIN (SELECT s.%s AS " STEP_TARGET ", ",
						 quote_identifier(target));
		appendStringInfo(query, "s.%s AS " STEP_NEXT, quote_identifier(next));
		if (keep != NULL)
		{
			appendStringInfo(query, ", (%s) IS NOT FALSE AS " STEP_KEEP, keep);
			appendStringInfo(&where, "%s %s." STEP_KEEP " IS NOT FALSE",
							 where.len == 0 ? " WHERE" : " AND", quote_identifier(step));
		}
		appendStringInfoString(query, " FROM ");
		append_relation(query, relid);
		appendStringInfo(query, " AS s) AS %s ON ", quote_identifier(step));
		bv_append_key(query, *alias, *column, joined, collation);
		bv_append_equals(query, joined);
		bv_append_key(query, step, STEP_TARGET, joined, collation);
		*alias = step;
		*column = STEP_NEXT;
		type = bv_key_type(relid, next);
	}
	appendStringInfoString(query, where.data);
}

bool
bv_append_rows(StringInfo query, const BvSubject *subject, const BvSubjectTable *table,
			   bool with_former)
{
	StringInfoData from;
	char	   *alias;
	char	   *column;
	bool		holds;

	initStringInfo(&from);
	append_from(&from, subject, table, &alias, &column);
	appendStringInfoString(query, "SELECT ");
	if (subject->key != NULL)
	{
		bv_append_key(query, alias, column, subject->key_type, subject->key_collation);
		appendStringInfoString(query, " AS key, ");
	}
	holds = append_held(query, subject, table->relation[0]);
	appendStringInfo(query, " AS classes, %s AS known", table->hops == 0 ? "true" : "false");
	if (with_former && table->former != NULL)
		appendStringInfo(query, ", (%s) IS TRUE AS former", table->former);
	else if (with_former)
		appendStringInfoString(query, ", NULL::pg_catalog.bool AS former");
	if (table->columns != NULL)
		appendStringInfoString(query, table->columns);
	appendStringInfo(query, " FROM %s", from.data);
	return holds;
}

void
bv_append_all_rows(StringInfo query, const BvSubject *subject, bool with_former)
{
	ListCell   *cell;

	foreach(cell, subject->tables)
	{
		BvSubjectTable *table = lfirst(cell);
		int			length = query->len;

		if (table->hops > 0)
			appendStringInfoString(query, " UNION ALL ");
		if (bv_append_rows(query, subject, table, with_former) || table->hops == 0 ||
			table->tells || (with_former && table->former != NULL))
			continue;
		query->len = length;
		query->data[length] = '\0';
	}
}
