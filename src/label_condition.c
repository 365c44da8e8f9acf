/*
 * label_condition.c: conditions in labels, on the rows of a table
 *
 * Whoever owns a table writes the condition; whoever reads a report runs it,
 * with rights of his own that may be far greater.  So it can do nothing but
 * look at the row: columns of types that no user wrote, functions that come
 * with PostgreSQL and give the same for the same row (or read the clock), no
 * subqueries.  It is looked at as written before PostgreSQL analyzes it, since
 * the analysis reads literals, with the input function of their type.
 */
#include "postgres.h"

#include "access/relation.h"
#include "access/transam.h"
#include "access/xact.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "parser/parse_clause.h"
#include "parser/parse_collate.h"
#include "parser/parse_relation.h"
#include "parser/parse_type.h"
#include "parser/parser.h"
#include "utils/builtins.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/resowner.h"
#include "utils/ruleutils.h"
#include "utils/syscache.h"

#include "compat.h"
#include "label_condition.h"

/* ---------- what a condition may use ---------- */

/* Does no code of users run when a value of the type is read or compared? */
static bool
is_plain_type(Oid type)
{
	Oid			element = get_element_type(type);

	if (OidIsValid(element))
		type = element;
	switch (get_typtype(type))
	{
		case TYPTYPE_BASE:		/* made by superusers alone */
		case TYPTYPE_ENUM:
			return true;
		case TYPTYPE_RANGE:
		case TYPTYPE_MULTIRANGE:
			return type < FirstNormalObjectId;
		default:
			return false;
	}
}

static bool
is_of_time(Oid type)
{
	return type == DATEOID || type == TIMEOID || type == TIMETZOID ||
		type == TIMESTAMPOID || type == TIMESTAMPTZOID || type == INTERVALOID;
}

/*
 * Functions that only compute.  Of those that look around them, the ones that
 * have to do with time: others would run a query, or read any type from text.
 */
static bool
is_refused_function(Oid function, void *context)
{
	Oid		   *types;
	int			count;
	bool		may_look = false;

	if (function >= FirstNormalObjectId ||
		func_volatile(function) == PROVOLATILE_VOLATILE)
		return true;
	if (func_volatile(function) == PROVOLATILE_IMMUTABLE)
		return false;
	get_func_signature(function, &types, &count);
	may_look = count == 0;
	for (int i = 0; i < count; i++)
		may_look |= is_of_time(types[i]);
	return !may_look;
}

static bool
is_refused(Node *node, void *context)
{
	if (node == NULL)
		return false;
	if (IsA(node, CoerceToDomain) || IsA(node, SubLink) || IsA(node, Query) ||
		IsA(node, NextValueExpr) || check_functions_in_node(node, is_refused_function, NULL))
		return true;
	return expression_tree_walker(node, is_refused, context);
}

pg_noreturn static void
refuse(const char *what)
{
	ereport(ERROR,
			(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
			 errmsg("condition of a label cannot use %s", what),
			 errdetail("It runs with the rights of whoever reads a report, so that it may use "
					   "columns of plain types, and functions and operators that come with "
					   "PostgreSQL and only compute, or have to do with time."),
			 errhint("A generated column can tell what a condition cannot.")));
}

/* A schema that is written before the name of a function or operator. */
static void
check_schema(List *name)
{
	if (list_length(name) != 1 &&
		(list_length(name) != 2 || strcmp(strVal(linitial(name)), "pg_catalog") != 0))
		refuse("functions and operators of users");
}

/* What the queries in which conditions stand call columns of their own. */
#define RESERVED_PREFIX	"breachvalue_"

/* Before the analysis; context is the relation. */
static bool
check_raw(Node *node, void *context)
{
	Relation	relation = context;

	if (node == NULL)
		return false;
	if (IsA(node, SubLink))
		refuse("subqueries");
	if (IsA(node, FuncCall))
		check_schema(((FuncCall *) node)->funcname);
	if (IsA(node, A_Expr))
		check_schema(((A_Expr *) node)->name);
	if (IsA(node, ColumnRef))
	{
		List	   *fields = ((ColumnRef *) node)->fields;
		AttrNumber	attnum;

		if (list_length(fields) != 1 || !IsA(linitial(fields), String))
			refuse("columns but by their name alone");
		if (strncmp(strVal(linitial(fields)), RESERVED_PREFIX, strlen(RESERVED_PREFIX)) == 0)
			refuse("columns whose names begin with \"" RESERVED_PREFIX "\"");
		attnum = get_attnum(RelationGetRelid(relation), strVal(linitial(fields)));
		if (attnum <= 0)
			ereport(ERROR,
					(errcode(ERRCODE_UNDEFINED_COLUMN),
					 errmsg("column \"%s\" of relation \"%s\" does not exist",
							strVal(linitial(fields)), RelationGetRelationName(relation))));
		if (!is_plain_type(getBaseType(get_atttype(RelationGetRelid(relation), attnum))))
			refuse("columns of types that are made of others");
	}
	if (IsA(node, TypeName) && !is_plain_type(typenameTypeId(NULL, (TypeName *) node)))
		refuse("types that are made of others");
	return raw_expression_tree_walker(node, check_raw, context);
}

/* ---------- reading one ---------- */

/* Errors are about the condition, not about the query in which a label is set. */
static void
point_into_condition(void *query)
{
	int			position = geterrposition();

	if (position > 0)
	{
		errposition(0);
		internalerrposition(position);
		internalerrquery(query);
	}
}

/* The expression of "SELECT (condition)", which is nothing more than that. */
static Node *
parse_condition(const char *query)
{
	List	   *statements = raw_parser(query, RAW_PARSE_DEFAULT);
	SelectStmt *select = makeNode(SelectStmt);
	ResTarget  *target;

	if (list_length(statements) == 1 &&
		IsA(linitial_node(RawStmt, statements)->stmt, SelectStmt))
		select = (SelectStmt *) linitial_node(RawStmt, statements)->stmt;
	if (list_length(select->targetList) == 1)
	{
		SelectStmt *bare = makeNode(SelectStmt);

		target = linitial_node(ResTarget, select->targetList);
		bare->targetList = select->targetList;
		bare->limitOption = select->limitOption;
		if (equal(select, bare) && target->name == NULL && target->indirection == NIL)
			return target->val;
	}
	ereport(ERROR,
			(errcode(ERRCODE_SYNTAX_ERROR),
			 errmsg("condition of a label must be one expression")));
}

static char *
check_condition(Relation relation, char *query)
{
	ParseState *state = make_parsestate(NULL);
	Node	   *raw = parse_condition(query);
	Node	   *expression;
	List	   *context;

	check_raw(raw, relation);
	state->p_sourcetext = query;
	addNSItemToQuery(state, addRangeTableEntryForRelation(state, relation, AccessShareLock,
														  NULL, false, true),
					 true, true, true);
	expression = transformWhereClause(state, raw, EXPR_KIND_WHERE, "former");
	assign_expr_collations(state, expression);
	if (state->p_hasSubLinks)
		refuse("subqueries");
	if (is_refused(expression, NULL))
		refuse("this function, operator or type");
	context = deparse_context_for(RelationGetRelationName(relation),
								  RelationGetRelid(relation));
	free_parsestate(state);
	return deparse_expression(expression, context, false, false);
}

/* Until the end of the present nest level of settings. */
static void
set_for_now(const char *name, const char *value)
{
	(void) set_config_option(name, value, PGC_USERSET, PGC_S_SESSION, GUC_ACTION_SAVE,
							 true, 0, false);
}

char *
bv_check_condition(Oid relid, const char *condition)
{
	char	   *query = psprintf("SELECT (%s)", condition);
	ErrorContextCallback callback = {
		.callback = point_into_condition,
		.arg = query,
		.previous = error_context_stack,
	};
	int			level = NewGUCNestLevel();
	Relation	relation = relation_open(relid, AccessShareLock);
	char	   *result;

	/* the same for every reader, whatever his session prefers */
	set_for_now("search_path", "pg_catalog, pg_temp");
	set_for_now("datestyle", "ISO, MDY");
	set_for_now("intervalstyle", "postgres");
	error_context_stack = &callback;
	result = check_condition(relation, query);
	error_context_stack = callback.previous;
	relation_close(relation, NoLock);
	AtEOXact_GUC(true, level);
	return result;
}

char *
bv_read_condition(Oid relid, const char *condition, char **message)
{
	MemoryContext context = CurrentMemoryContext;
	ResourceOwner owner = CurrentResourceOwner;
	char	   *volatile result = NULL;

	/* what went wrong in the middle is cleaned up by a subtransaction alone */
	BeginInternalSubTransaction(NULL);
	MemoryContextSwitchTo(context);
	PG_TRY();
	{
		result = bv_check_condition(relid, condition);
		ReleaseCurrentSubTransaction();
	}
	PG_CATCH();
	{
		ErrorData  *error;

		MemoryContextSwitchTo(context);
		error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();

		/* who cancels the query does not mean the condition */
		if (ERRCODE_TO_CATEGORY(error->sqlerrcode) == ERRCODE_OPERATOR_INTERVENTION ||
			ERRCODE_TO_CATEGORY(error->sqlerrcode) == ERRCODE_INSUFFICIENT_RESOURCES)
		{
			CurrentResourceOwner = owner;
			ReThrowError(error);
		}
		*message = pstrdup(error->message);
		FreeErrorData(error);
	}
	PG_END_TRY();
	MemoryContextSwitchTo(context);
	CurrentResourceOwner = owner;
	return result;
}
