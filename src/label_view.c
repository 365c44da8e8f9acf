/*
 * label_view.c: which columns of a view are columns of its base relations
 *
 * A column of a view carries a label when its values are those of a labelled
 * column as they are: through subqueries, joins, common table expressions and
 * changes of type that leave the bytes alone, and through UNION, INTERSECT and
 * coalesce() where every branch carries the same one.  Whatever is computed
 * from a column carries nothing.
 */
#include "postgres.h"

#include "miscadmin.h"
#include "nodes/nodeFuncs.h"
#include "optimizer/optimizer.h"
#include "optimizer/tlist.h"
#include "parser/parsetree.h"

#include "compat.h"
#include "label.h"

/* What an expression carries. */
typedef enum Carried
{
	CARRIES_NOTHING,
	CARRIES_LABEL,
	CARRIES_NO_VALUE			/* nothing but NULL: agrees with any label */
} Carried;

/* A query within those that it may refer to. */
typedef struct QueryLevel
{
	Query	   *query;
	const struct QueryLevel *outer;
} QueryLevel;

static Carried carried_by_query(BvLabelLookup *lookup, Query *query, AttrNumber resno,
								const QueryLevel *outer, BvColumnLabel *label);
static Carried carried_by_expression(BvLabelLookup *lookup, Node *expression,
									 const QueryLevel *level, BvColumnLabel *label);

static bool
are_same(const BvColumnLabel *left, const BvColumnLabel *right)
{
	return strcmp(left->text, right->text) == 0 ||
		(left->plain && right->plain && bv_class_set_equal(&left->classes, &right->classes));
}

/* What a column carries that takes its values from either of two. */
static Carried
agreed(Carried left, const BvColumnLabel *left_label,
	   Carried right, const BvColumnLabel *right_label, BvColumnLabel *label)
{
	if (left == CARRIES_NO_VALUE)
	{
		*label = *right_label;
		return right;
	}
	*label = *left_label;
	if (right == CARRIES_NO_VALUE ||
		(left == CARRIES_LABEL && right == CARRIES_LABEL &&
		 are_same(left_label, right_label)))
		return left;
	return CARRIES_NOTHING;
}

static Carried
carried_by_cte(BvLabelLookup *lookup, RangeTblEntry *rte, AttrNumber attnum,
			   const QueryLevel *level, BvColumnLabel *label)
{
	ListCell   *lc;

	/* the recursive branch adds no values but those of the others */
	if (rte->self_reference)
		return CARRIES_NO_VALUE;
	for (Index up = 0; up < rte->ctelevelsup && level != NULL; up++)
		level = level->outer;
	if (level == NULL)
		return CARRIES_NOTHING;
	foreach(lc, level->query->cteList)
	{
		CommonTableExpr *cte = lfirst_node(CommonTableExpr, lc);

		if (strcmp(cte->ctename, rte->ctename) == 0)
			return carried_by_query(lookup, castNode(Query, cte->ctequery),
									attnum, level, label);
	}
	return CARRIES_NOTHING;
}

static Carried
carried_by_var(BvLabelLookup *lookup, Var *var, const QueryLevel *level,
			   BvColumnLabel *label)
{
	RangeTblEntry *rte;
	List	   *expressions;

	for (Index up = 0; up < var->varlevelsup && level != NULL; up++)
		level = level->outer;
	if (level == NULL || var->varattno <= 0 ||
		var->varno > list_length(level->query->rtable))
		return CARRIES_NOTHING;

	rte = rt_fetch(var->varno, level->query->rtable);
	switch (rte->rtekind)
	{
		case RTE_RELATION:
			return bv_label_of_base_column(lookup, rte->relid, var->varattno, label) ?
				CARRIES_LABEL : CARRIES_NOTHING;
		case RTE_SUBQUERY:
			return carried_by_query(lookup, rte->subquery, var->varattno, level, label);
		case RTE_CTE:
			return carried_by_cte(lookup, rte, var->varattno, level, label);
		default:
			expressions = rte->rtekind == RTE_JOIN ? rte->joinaliasvars :
				BV_RTE_GROUP_EXPRESSIONS(rte);
			if (var->varattno > list_length(expressions))
				return CARRIES_NOTHING;
			return carried_by_expression(lookup, list_nth(expressions, var->varattno - 1),
										 level, label);
	}
}

static Carried
carried_by_expression(BvLabelLookup *lookup, Node *expression,
					  const QueryLevel *level, BvColumnLabel *label)
{
	Carried		carried = CARRIES_NO_VALUE;
	ListCell   *lc;

	/* a common table expression is gone through once for each reference to it */
	CHECK_FOR_INTERRUPTS();
	check_stack_depth();
	if (expression == NULL)		/* a column of a join that is no longer there */
		return CARRIES_NOTHING;
	switch (nodeTag(expression))
	{
		case T_Var:
			return carried_by_var(lookup, (Var *) expression, level, label);
		case T_RelabelType:
			return carried_by_expression(lookup, (Node *) ((RelabelType *) expression)->arg,
										 level, label);
		case T_CollateExpr:
			return carried_by_expression(lookup, (Node *) ((CollateExpr *) expression)->arg,
										 level, label);
		case T_CoerceToDomain:
			return carried_by_expression(lookup, (Node *) ((CoerceToDomain *) expression)->arg,
										 level, label);
		case T_Const:
			return ((Const *) expression)->constisnull ? CARRIES_NO_VALUE : CARRIES_NOTHING;
		case T_CoalesceExpr:	/* also the merged column of FULL JOIN … USING */
			foreach(lc, ((CoalesceExpr *) expression)->args)
			{
				BvColumnLabel	left = *label;
				BvColumnLabel	right = {0};
				Carried		next = carried_by_expression(lookup, lfirst(lc), level, &right);

				carried = agreed(carried, &left, next, &right, label);
			}
			return carried;
		default:
			return CARRIES_NOTHING;
	}
}

static Carried
carried_by_set_operation(BvLabelLookup *lookup, Node *node, AttrNumber resno,
						 const QueryLevel *level, BvColumnLabel *label)
{
	SetOperationStmt *operation;
	BvColumnLabel	left_label = {0};
	BvColumnLabel	right_label = {0};
	Carried		left;
	Carried		right;

	check_stack_depth();
	if (IsA(node, RangeTblRef))
	{
		RangeTblEntry *rte = rt_fetch(((RangeTblRef *) node)->rtindex,
									  level->query->rtable);

		return carried_by_query(lookup, rte->subquery, resno, level, label);
	}

	operation = castNode(SetOperationStmt, node);
	left = carried_by_set_operation(lookup, operation->larg, resno, level, &left_label);
	if (operation->op == SETOP_EXCEPT)	/* the right gives no values */
	{
		*label = left_label;
		return left;
	}
	right = carried_by_set_operation(lookup, operation->rarg, resno, level, &right_label);
	return agreed(left, &left_label, right, &right_label, label);
}

static Carried
carried_by_query(BvLabelLookup *lookup, Query *query, AttrNumber resno,
				 const QueryLevel *outer, BvColumnLabel *label)
{
	QueryLevel	level = {query, outer};
	TargetEntry *entry;

	check_stack_depth();
	if (query->commandType != CMD_SELECT)
		return CARRIES_NOTHING;
	if (query->setOperations != NULL)
		return carried_by_set_operation(lookup, query->setOperations, resno,
										&level, label);
	entry = get_tle_by_resno(query->targetList, resno);
	if (entry == NULL || entry->resjunk)
		return CARRIES_NOTHING;
	return carried_by_expression(lookup, (Node *) entry->expr, &level, label);
}

bool
bv_label_of_view_column(BvLabelLookup *lookup, Query *query, AttrNumber resno,
						BvColumnLabel *label)
{
	memset(label, 0, sizeof(*label));
	return carried_by_query(lookup, query, resno, NULL, label) == CARRIES_LABEL;
}
