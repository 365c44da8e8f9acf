/*
 * label_table.c: the labels of tables, whose rows they are and which are of the past
 *
 * The table of a subject without a schema is in that of the labelled table:
 * what a label means must not hang on anybody's search_path.
 */
#include "postgres.h"

#include "access/htup_details.h"
#include "catalog/namespace.h"
#include "catalog/objectaddress.h"
#include "catalog/partition.h"
#include "catalog/pg_class.h"
#include "commands/seclabel.h"
#include "mb/pg_wchar.h"
#include "parser/scansup.h"
#include "utils/acl.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"

#include "compat.h"
#include "key_type.h"
#include "label.h"
#include "label_condition.h"
#include "label_table.h"

static const char table_hint[] =
"A label of a table is subject (column = table.column), former (condition), or both, "
"separated by a comma.";

/* How much of a label an error cites, in bytes. */
#define MESSAGE_LIMIT	1024

/* ---------- subjects ---------- */

/* A name as SQL has it: folded, but for quoted ones. */
static char *
name_of(const BvLabelSlice *key)
{
	char	   *name = palloc(key->length + 1);

	if (*key->start != '"')
		return downcase_truncate_identifier(key->start, key->length, false);
	name[bv_label_unquote(key, name)] = '\0';
	return name;
}

static Oid
subject_table(Oid relid, const BvTableLabel *label)
{
	Oid			schema = get_rel_namespace(relid);

	if (label->subject_table.length == 0)
		return relid;
	if (label->subject_schema.length > 0)
		schema = get_namespace_oid(name_of(&label->subject_schema), true);
	return OidIsValid(schema) ?
		get_relname_relid(name_of(&label->subject_table), schema) : InvalidOid;
}

bool
bv_has_records(Oid relid)
{
	switch (get_rel_relkind(relid))
	{
		case RELKIND_RELATION:
		case RELKIND_PARTITIONED_TABLE:
		case RELKIND_VIEW:
		case RELKIND_MATVIEW:
		case RELKIND_FOREIGN_TABLE:
			return true;
		default:
			return false;
	}
}

/* May the owner of a relation know which values there are in a column of another? */
static bool
is_permitted(Oid relid, Oid subject, AttrNumber column)
{
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relid));
	Oid			owner;

	if (!HeapTupleIsValid(tuple))
		return false;			/* dropped meanwhile */
	owner = ((Form_pg_class) GETSTRUCT(tuple))->relowner;
	ReleaseSysCache(tuple);
	return pg_class_aclcheck(subject, owner, ACL_SELECT) == ACLCHECK_OK ||
		pg_class_aclcheck(subject, owner, ACL_REFERENCES) == ACLCHECK_OK ||
		pg_attribute_aclcheck(subject, column, owner, ACL_SELECT) == ACLCHECK_OK ||
		pg_attribute_aclcheck(subject, column, owner, ACL_REFERENCES) == ACLCHECK_OK;
}

/* The table to which the label of another leads, or InvalidOid. */
static Oid
next_table(Oid relid)
{
	ObjectAddress object = {.classId = RelationRelationId, .objectId = relid};
	char	   *text = GetSecurityLabel(&object, BV_LABEL_PROVIDER);
	BvTableLabel label;
	BvLabelError error;
	Oid			next;

	if (text == NULL || !bv_table_label_parse(text, strlen(text), &label, &error) ||
		!label.has_subject)
		return InvalidOid;
	next = subject_table(relid, &label);
	return next == relid ? InvalidOid : next;
}

/* Do labels come to an end within so many steps, from a table whose own leads to the subject? */
static bool
is_near(Oid relid, Oid subject)
{
	int			steps = 0;

	if (subject == relid)
		return true;
	while (OidIsValid(subject))
	{
		if (++steps > BV_SUBJECT_STEPS || subject == relid)
			return false;
		subject = next_table(subject);
	}
	return true;
}

/* Finds whose rows they are; else says what is missing. */
static BvLabelFit
find_subject(Oid relid, const BvTableLabel *label, BvTableMeaning *meaning, char **detail)
{
	char	   *column = name_of(&label->column);
	AttrNumber	attnum = get_attnum(relid, column);
	Oid			subject = subject_table(relid, label);
	char	   *subject_column = column;
	AttrNumber	subject_attnum;
	Oid			type;
	Oid			subject_type;

	if (attnum <= 0)
	{
		*detail = psprintf("Column \"%s\" of relation \"%s\" does not exist.",
						   column, get_rel_name(relid));
		return BV_FIT_SUBJECT_MISSING;
	}
	if (label->subject_table.length > 0 && !(OidIsValid(subject) && bv_has_records(subject)))
	{
		*detail = psprintf("There is no table \"%s\" in schema \"%s\".",
						   name_of(&label->subject_table),
						   label->subject_schema.length > 0 ? name_of(&label->subject_schema) :
						   get_namespace_name(get_rel_namespace(relid)));
		return BV_FIT_TABLE_MISSING;
	}
	if (label->subject_column.length > 0)
		subject_column = name_of(&label->subject_column);
	subject_attnum = get_attnum(subject, subject_column);
	if (subject_attnum <= 0)
	{
		*detail = psprintf("Column \"%s\" of relation \"%s\" does not exist.",
						   subject_column, get_rel_name(subject));
		return BV_FIT_SUBJECT_MISSING;
	}
	type = get_atttype(relid, attnum);
	subject_type = get_atttype(subject, subject_attnum);
	if (!OidIsValid(bv_common_key_type(getBaseType(type), getBaseType(subject_type))))
	{
		*detail = type == subject_type ?
			psprintf("It cannot be told which values of type %s are equal.", format_type_be(type)) :
			psprintf("Values of type %s and of type %s cannot be compared.",
					 format_type_be(type), format_type_be(subject_type));
		return BV_FIT_SUBJECT_MISSING;
	}
	if (!is_permitted(relid, subject, subject_attnum))
	{
		*detail = psprintf("The owner of relation \"%s\" may neither select from nor refer to \"%s\".",
						   get_rel_name(relid), get_rel_name(subject));
		return BV_FIT_SUBJECT_NOT_PERMITTED;
	}
	if (!is_near(relid, subject))
	{
		*detail = psprintf("Labels lead through more than %d tables from there, or in a circle.",
						   BV_SUBJECT_STEPS);
		return BV_FIT_SUBJECT_FAR;
	}
	meaning->column = attnum;
	meaning->subject = subject;
	meaning->subject_column = subject_attnum;
	return BV_FIT_OK;
}

/* ---------- labels ---------- */

void
bv_raise_invalid_label(const char *text, const BvLabelError *error, const char *hint)
{
	int			before = error->found.start - text;
	char	   *found = pnstrdup(error->found.start,
								 pg_mbcliplen(error->found.start, error->found.length,
											  NAMEDATALEN - 1));

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("invalid label: \"%s\"",
					pnstrdup(text, pg_mbcliplen(text, strlen(text), MESSAGE_LIMIT))),
			 error->found.length == 0 ?
			 errdetail("Expected %s, but the label ends there.", error->expected) :
			 errdetail("Expected %s, but found \"%s\" at character %d.",
					   error->expected, found, pg_mbstrlen_with_len(text, before) + 1),
			 errhint("%s", hint)));
}

void
bv_check_table_label(Oid relid, const char *text, bool strict)
{
	BvTableLabel label;
	BvLabelError error;
	BvTableMeaning meaning = {0};
	char	   *detail = NULL;

	if (!bv_table_label_parse(text, strlen(text), &label, &error))
		bv_raise_invalid_label(text, &error, table_hint);
	if (label.has_subject)
	{
		BvLabelFit	fit = find_subject(relid, &label, &meaning, &detail);

		/* a dump sets labels before it has made all tables, and grants rights later */
		if (fit == BV_FIT_SUBJECT_NOT_PERMITTED || fit == BV_FIT_SUBJECT_FAR)
			ereport(strict ? ERROR : NOTICE,
					(errcode(fit == BV_FIT_SUBJECT_FAR ? ERRCODE_INVALID_PARAMETER_VALUE :
							 ERRCODE_INSUFFICIENT_PRIVILEGE),
					 errmsg("label \"%s\" leads to no subject of relation \"%s\"",
							text, get_rel_name(relid)),
					 errdetail("%s", detail)));
		else if (fit == BV_FIT_TABLE_MISSING)
			ereport(strict ? ERROR : NOTICE,
					(errcode(ERRCODE_UNDEFINED_TABLE),
					 errmsg("label \"%s\" names a subject that does not exist", text),
					 errdetail("%s", detail)));
		else if (fit != BV_FIT_OK)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("label \"%s\" does not fit relation \"%s\"",
							text, get_rel_name(relid)),
					 errdetail("%s", detail)));
	}
	if (label.former.length > 0)
		(void) bv_check_condition(relid, pnstrdup(label.former.start, label.former.length));
}

/* The table with which the rows of a partition are counted, by labels of its own; or InvalidOid. */
static Oid
counted_with(Oid relid)
{
	ListCell   *cell;

	if (!get_rel_relispartition(relid))
		return InvalidOid;
	foreach(cell, get_partition_ancestors(relid))
	{
		ObjectAddress object = {.classId = RelationRelationId, .objectId = lfirst_oid(cell)};

		if (GetSecurityLabel(&object, BV_LABEL_PROVIDER) != NULL ||
			bv_labels_of(lfirst_oid(cell))->count > 0)
			return lfirst_oid(cell);
	}
	return InvalidOid;
}

BvLabelFit
bv_table_label_fit(Oid relid, const char *text, BvTableMeaning *meaning, char **detail)
{
	BvTableLabel label;
	BvLabelError error;
	BvLabelFit	fit = BV_FIT_OK;

	memset(meaning, 0, sizeof(*meaning));
	if (!bv_table_label_parse(text, strlen(text), &label, &error))
	{
		*detail = psprintf("Expected %s.", error.expected);
		return BV_FIT_NO_LABEL;
	}
	if (label.has_subject)
		fit = find_subject(relid, &label, meaning, detail);
	if (fit == BV_FIT_OK && OidIsValid(counted_with(relid)))
	{
		*detail = psprintf("Its rows are counted with those of \"%s\".",
						   get_rel_name(counted_with(relid)));
		memset(meaning, 0, sizeof(*meaning));
		return BV_FIT_ON_PARTITION;
	}
	if (label.former.length > 0)
	{
		char	   *message = NULL;

		meaning->former =
			bv_read_condition(relid, pnstrdup(label.former.start, label.former.length), &message);
		if (meaning->former == NULL)
		{
			if (fit == BV_FIT_OK)
				*detail = psprintf("The condition does not hold any more: %s.", message);
			fit = Max(fit, BV_FIT_CONDITION_INVALID);
		}
	}
	return fit;
}
