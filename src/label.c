/* label.c: security labels on columns, and the cache of what they say */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "catalog/indexing.h"
#include "catalog/namespace.h"
#include "catalog/objectaddress.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_seclabel.h"
#include "catalog/pg_type.h"
#include "commands/seclabel.h"
#include "executor/spi.h"
#include "fmgr.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "parser/parse_coerce.h"
#include "rewrite/prs2lock.h"
#include "utils/builtins.h"
#include "utils/fmgroids.h"
#include "utils/hsearch.h"
#include "utils/inval.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/rel.h"
#include "utils/syscache.h"

#include "class.h"
#include "compat.h"
#include "label.h"
#include "label_parser.h"

#define PROVIDER "breachvalue"

/* What the labels of one relation were found to be, and from what. */
typedef struct LabelEntry
{
	Oid			relid;			/* hash key */
	bool		valid;			/* false: look it up again */
	BvLabels   *labels;
	int			source_count;
	Oid		   *sources;		/* the relation, its ancestors or base relations */
} LabelEntry;

struct BvLabelLookup
{
	Oid			relid;
	BvLabelLookup *outer;		/* on whose behalf, or NULL */
	List	   *sources;
};

/* A column while the labels of its relation are looked up. */
typedef struct ColumnLabel
{
	bool		labelled;
	BvClassSet	classes;
} ColumnLabel;

/* Emptied entry by entry, by invalidate_labels(). */
static HTAB *label_cache = NULL;
static MemoryContext label_context = NULL;
static uint64 generation = 1;	/* see bv_label_generation() */
static uint64 invalidations = 0;	/* of any relation whatever */

static LabelEntry *look_up(Oid relid, BvLabelLookup *outer);

/* -- the text of labels ------------------------------------------------ */

/* The part of a label, cut short so that it fits a message. */
static char *
slice_text(const BvLabelSlice *slice)
{
	return pnstrdup(slice->start,
					pg_mbcliplen(slice->start, slice->length, NAMEDATALEN - 1));
}

static void
raise_invalid_label(const char *text, const BvLabelError *error)
{
	int			before = error->found.start - text;

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("invalid label: \"%s\"", text),
			 error->found.length == 0 ?
			 errdetail("Expected %s, but the label ends there.", error->expected) :
			 errdetail("Expected %s, but found \"%s\" at character %d.",
					   error->expected, slice_text(&error->found),
					   pg_mbstrlen_with_len(text, before) + 1),
			 errhint("A label is the name of a class, or not_personal.")));
}

static void
raise_unrecognized_class(const BvLabelSlice *name)
{
	const BvClass *nearest[1];
	int			found = bv_class_nearest(name->start, name->length, nearest, 1);

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unrecognized class \"%s\"", slice_text(name)),
			 found > 0 ? errhint("Perhaps you meant \"%s\".", nearest[0]->name) :
			 errhint("View breachvalue.classes lists all classes.")));
}

/* The classes that a label speaks of, false if there is none of that name. */
static bool
classes_of_label(const BvLabel *label, BvClassSet *classes)
{
	const BvClass *class;

	memset(classes, 0, sizeof(*classes));
	if (label->not_personal)
		return true;
	class = bv_class_by_name(label->class_name.start, label->class_name.length);
	if (class == NULL)
		return false;
	bv_class_set_add(classes, class->number);
	return true;
}

/* Raises what is wrong with the text of a label, if anything is. */
static void
check_label_text(const char *text)
{
	BvLabel		label;
	BvLabelError error;
	BvClassSet	classes;

	if (!bv_label_parse(text, strlen(text), &label, &error))
		raise_invalid_label(text, &error);
	if (!classes_of_label(&label, &classes))
		raise_unrecognized_class(&label.class_name);
}

/* -- the provider ------------------------------------------------------ */

/*
 * Called by SECURITY LABEL, which has checked ownership and that the object is
 * one whose kind can have a label, before the label is written.
 */
static void
check_label(const ObjectAddress *object, const char *text)
{
	if (text != NULL)			/* taking one away is always right */
	{
		if (object->classId != RelationRelationId || object->objectSubId <= 0)
			ereport(ERROR,
					(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
					 errmsg("cannot label %s for " PROVIDER,
							getObjectDescription(object, false)),
					 errdetail("Labels of " PROVIDER " say what the columns of tables, views, "
							   "foreign tables and composite types hold.")));
		check_label_text(text);
	}

	/*
	 * pg_seclabel is no part of what a relation's cache entry is made of, so
	 * nobody else would hear of the change.  Sent at the end of the command
	 * here, and at commit to others.
	 */
	if (object->classId == RelationRelationId)
		CacheInvalidateRelcacheByRelid(object->objectId);
}

/* Runs SECURITY LABEL as the caller, so that all its checks and triggers hold. */
static void
set_label(Oid relid, const char *column, const char *text)
{
	char	   *relation = get_rel_name(relid);
	StringInfoData command;

	if (relation == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_TABLE),
				 errmsg("relation with OID %u does not exist", relid)));
	if (get_attnum(relid, column) == InvalidAttrNumber)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist",
						column, relation)));

	initStringInfo(&command);
	appendStringInfo(&command, "SECURITY LABEL FOR " PROVIDER " ON COLUMN %s.%s IS %s",
					 quote_qualified_identifier(get_namespace_name(get_rel_namespace(relid)),
												relation),
					 quote_identifier(column),
					 text == NULL ? "NULL" : quote_literal_cstr(text));

	SPI_connect();
	if (SPI_execute(command.data, false, 0) != SPI_OK_UTILITY)
		elog(ERROR, "could not run \"%s\"", command.data);
	SPI_finish();
}

/* An argument that must not be NULL: a command that did nothing would look done. */
static Datum
required_argument(FunctionCallInfo fcinfo, int number, const char *name)
{
	if (PG_ARGISNULL(number))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be null", name)));
	return PG_GETARG_DATUM(number);
}

PG_FUNCTION_INFO_V1(breachvalue_label);
Datum
breachvalue_label(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(required_argument(fcinfo, 0, "relation"));
	Name		column = DatumGetName(required_argument(fcinfo, 1, "column_name"));
	char	   *label;

	if (PG_ARGISNULL(2))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("label must not be null"),
				 errhint("Function breachvalue.unlabel() takes a label away.")));
	label = text_to_cstring(PG_GETARG_TEXT_PP(2));

	/* what is wrong is said here already, without the command as its context */
	check_label_text(label);
	set_label(relid, NameStr(*column), label);
	PG_RETURN_VOID();
}

PG_FUNCTION_INFO_V1(breachvalue_unlabel);
Datum
breachvalue_unlabel(PG_FUNCTION_ARGS)
{
	Oid			relid = DatumGetObjectId(required_argument(fcinfo, 0, "relation"));
	Name		column = DatumGetName(required_argument(fcinfo, 1, "column_name"));

	set_label(relid, NameStr(*column), NULL);
	PG_RETURN_VOID();
}

/* -- looking labels up ------------------------------------------------- */

/*
 * What a label in the catalogue says.  One that we cannot read (a later
 * version wrote it, or its class is gone) is no label, but no secret either.
 */
static bool
read_label(const char *text, Oid relid, AttrNumber attnum, BvClassSet *classes)
{
	BvLabel		label;
	BvLabelError error;

	if (bv_label_parse(text, strlen(text), &label, &error) &&
		classes_of_label(&label, classes))
		return true;

	ereport(WARNING,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("ignoring label \"%s\" of column \"%s\" of relation \"%s\"",
					text, get_attname(relid, attnum, false), get_rel_name(relid)),
			 errdetail("It names no class that is known here.")));
	return false;
}

/* The labels on a relation's own columns; column[0] is attnum 1. */
static ColumnLabel *
read_own_labels(Oid relid, int natts)
{
	ColumnLabel *column = palloc0(Max(natts, 1) * sizeof(ColumnLabel));
	Relation	catalog = table_open(SecLabelRelationId, AccessShareLock);
	ScanKeyData key[2];
	SysScanDesc scan;
	HeapTuple	tuple;

	ScanKeyInit(&key[0], Anum_pg_seclabel_objoid, BTEqualStrategyNumber,
				F_OIDEQ, ObjectIdGetDatum(relid));
	ScanKeyInit(&key[1], Anum_pg_seclabel_classoid, BTEqualStrategyNumber,
				F_OIDEQ, ObjectIdGetDatum(RelationRelationId));
	scan = systable_beginscan(catalog, SecLabelObjectIndexId, true, NULL, 2, key);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
	{
		AttrNumber	attnum = ((FormData_pg_seclabel *) GETSTRUCT(tuple))->objsubid;
		bool		isnull;
		Datum		provider = heap_getattr(tuple, Anum_pg_seclabel_provider,
											RelationGetDescr(catalog), &isnull);
		Datum		label = heap_getattr(tuple, Anum_pg_seclabel_label,
										 RelationGetDescr(catalog), &isnull);

		/* a column that was added after natts was read is for the next look-up */
		if (attnum < 1 || attnum > natts ||
			strcmp(TextDatumGetCString(provider), PROVIDER) != 0)
			continue;
		column[attnum - 1].labelled =
			read_label(TextDatumGetCString(label), relid, attnum,
					   &column[attnum - 1].classes);
	}
	systable_endscan(scan);
	table_close(catalog, AccessShareLock);
	return column;
}

/* The query behind a view or a materialized view, or NULL; in our own memory. */
static Query *
query_of_view(Oid relid)
{
	Relation	view = try_relation_open(relid, AccessShareLock);
	Query	   *query = NULL;

	if (view == NULL)
		return NULL;			/* dropped just now */
	for (int i = 0; view->rd_rules != NULL && i < view->rd_rules->numLocks; i++)
	{
		RewriteRule *rule = view->rd_rules->rules[i];

		if (rule->event == CMD_SELECT && list_length(rule->actions) == 1)
			query = copyObject(linitial_node(Query, rule->actions));
	}
	relation_close(view, AccessShareLock);
	return query;
}

static void
add_view_labels(BvLabelLookup *lookup, ColumnLabel *column, int natts)
{
	Query	   *query = query_of_view(lookup->relid);

	if (query == NULL)
		return;
	for (int i = 0; i < natts; i++)
	{
		if (!column[i].labelled)
			column[i].labelled =
				bv_label_of_view_column(lookup, query, i + 1, &column[i].classes);
	}
}

/* Appends a relation's ancestors to sources, each behind all of its own. */
static void
collect_ancestors(BvLabelLookup *lookup, Oid relid)
{
	Relation	catalog = table_open(InheritsRelationId, AccessShareLock);
	List	   *parents = NIL;
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	tuple;
	ListCell   *lc;

	check_stack_depth();
	ScanKeyInit(&key, Anum_pg_inherits_inhrelid, BTEqualStrategyNumber,
				F_OIDEQ, ObjectIdGetDatum(relid));
	scan = systable_beginscan(catalog, InheritsRelidSeqnoIndexId, true, NULL, 1, &key);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
		parents = lappend_oid(parents, ((Form_pg_inherits) GETSTRUCT(tuple))->inhparent);
	systable_endscan(scan);
	table_close(catalog, AccessShareLock);

	foreach(lc, parents)
	{
		collect_ancestors(lookup, lfirst_oid(lc));
		lookup->sources = list_append_unique_oid(lookup->sources, lfirst_oid(lc));
	}
}

static int
column_count(Oid relid, char *relkind)
{
	HeapTuple	tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relid));
	Form_pg_class class;
	int			natts;

	if (!HeapTupleIsValid(tuple))
		return 0;
	class = (Form_pg_class) GETSTRUCT(tuple);
	natts = class->relnatts;
	*relkind = class->relkind;
	ReleaseSysCache(tuple);
	return natts;
}

/* Columns keep their names in inheritance, not their numbers. */
static void
add_inherited_labels(BvLabelLookup *lookup, ColumnLabel *column, int natts)
{
	ListCell   *lc;

	collect_ancestors(lookup, lookup->relid);
	foreach(lc, lookup->sources)
	{
		Oid			ancestor = lfirst_oid(lc);
		char		relkind;
		int			count = column_count(ancestor, &relkind);
		ColumnLabel *own;

		if (ancestor == lookup->relid)
			continue;
		own = read_own_labels(ancestor, count);
		for (int i = 0; i < count; i++)
		{
			char	   *name;
			AttrNumber	attnum;

			if (!own[i].labelled)
				continue;
			name = get_attname(ancestor, i + 1, true);
			attnum = name == NULL ? InvalidAttrNumber : get_attnum(lookup->relid, name);
			if (attnum >= 1 && attnum <= natts && !column[attnum - 1].labelled)
				column[attnum - 1] = own[i];
		}
	}
}

BvBlank
bv_blank_of_type(Oid type)
{
	type = getBaseType(type);

	/* what can be read as text as it is: varchar, citext */
	if (type == BPCHAROID ||
		(get_typlen(type) == -1 && IsBinaryCoercible(type, TEXTOID)))
		return BV_BLANK_TEXT;
	return BV_BLANK_NEVER;
}

/* Finds the labels of lookup->relid; in the current memory context. */
static BvLabels *
find_labels(BvLabelLookup *lookup)
{
	char		relkind = '\0';
	int			natts = column_count(lookup->relid, &relkind);
	ColumnLabel *column = read_own_labels(lookup->relid, natts);
	BvLabels   *labels = palloc0(offsetof(BvLabels, column) +
								 natts * sizeof(BvLabelledColumn));

	if (relkind == RELKIND_VIEW || relkind == RELKIND_MATVIEW)
		add_view_labels(lookup, column, natts);
	else if (relkind != '\0')
		add_inherited_labels(lookup, column, natts);

	labels->relid = lookup->relid;
	for (int i = 0; i < natts; i++)
	{
		BvLabelledColumn *labelled = &labels->column[labels->count];
		Oid			type = get_atttype(lookup->relid, i + 1);

		if (!column[i].labelled || !OidIsValid(type))
			continue;
		labels->reviewed++;
		if (bv_class_set_is_empty(&column[i].classes))
			continue;
		labelled->attnum = i + 1;
		labelled->classes = column[i].classes;
		labelled->blank = bv_blank_of_type(type);
		labels->count++;
	}
	return labels;
}

/* -- the cache --------------------------------------------------------- */

/* The relation has changed, or all have if it is none. */
static void
invalidate_labels(Datum arg, Oid relid)
{
	HASH_SEQ_STATUS status;
	LabelEntry *entry;

	invalidations++;
	if (label_cache == NULL)
		return;
	hash_seq_init(&status, label_cache);
	while ((entry = hash_seq_search(&status)) != NULL)
	{
		bool		stale = !OidIsValid(relid);

		for (int i = 0; entry->valid && !stale && i < entry->source_count; i++)
			stale = entry->sources[i] == relid;
		if (entry->valid && stale)
		{
			entry->valid = false;	/* freed when it is looked up again */
			generation++;
		}
	}
}

static void
create_cache(void)
{
	HASHCTL		control = {0};

	if (label_context == NULL)
		label_context = AllocSetContextCreate(CacheMemoryContext, "breachvalue labels",
											  ALLOCSET_SMALL_SIZES);
	control.keysize = sizeof(Oid);
	control.entrysize = sizeof(LabelEntry);
	control.hcxt = label_context;
	label_cache = hash_create("breachvalue labels", 128, &control,
							  HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
}

/* Keeps what was found, in place of what may be there. */
static LabelEntry *
store_labels(const BvLabels *labels, const List *sources)
{
	Size		size = offsetof(BvLabels, column) +
		labels->count * sizeof(BvLabelledColumn);
	BvLabels   *kept = MemoryContextAlloc(label_context, size);
	Oid		   *kept_sources = MemoryContextAlloc(label_context,
												  list_length(sources) * sizeof(Oid));
	LabelEntry *entry;
	bool		found;

	memcpy(kept, labels, size);
	for (int i = 0; i < list_length(sources); i++)
		kept_sources[i] = list_nth_oid(sources, i);

	entry = hash_search(label_cache, &labels->relid, HASH_ENTER, &found);
	if (found)
	{
		pfree(entry->labels);
		pfree(entry->sources);
	}
	entry->labels = kept;
	entry->source_count = list_length(sources);
	entry->sources = kept_sources;
	return entry;
}

static LabelEntry *
look_up(Oid relid, BvLabelLookup *outer)
{
	LabelEntry *entry;

	if (label_cache == NULL)
		create_cache();
	entry = hash_search(label_cache, &relid, HASH_FIND, NULL);
	if (entry == NULL || !entry->valid)
	{
		BvLabelLookup lookup = {.relid = relid, .outer = outer};
		uint64		start = invalidations;
		MemoryContext scratch = AllocSetContextCreate(CurrentMemoryContext,
													  "look-up of labels",
													  ALLOCSET_SMALL_SIZES);
		MemoryContext caller = MemoryContextSwitchTo(scratch);
		BvLabels   *labels;

		check_stack_depth();
		lookup.sources = list_make1_oid(relid);
		labels = find_labels(&lookup);
		entry = store_labels(labels, lookup.sources);

		/* good for this time, but something may have changed on the way */
		entry->valid = invalidations == start;
		if (!entry->valid)
			generation++;
		MemoryContextSwitchTo(caller);
		MemoryContextDelete(scratch);
	}

	if (outer != NULL)
	{
		for (int i = 0; i < entry->source_count; i++)
			outer->sources = list_append_unique_oid(outer->sources, entry->sources[i]);
	}
	return entry;
}

const BvLabels *
bv_labels_of(Oid relid)
{
	return look_up(relid, NULL)->labels;
}

uint64
bv_label_generation(void)
{
	return generation;
}

bool
bv_label_of_base_column(BvLabelLookup *lookup, Oid relid, AttrNumber attnum,
						BvClassSet *classes)
{
	const BvLabels *labels;

	/* views can be made to stand on each other in a circle; nobody can read them */
	for (BvLabelLookup *open = lookup; open != NULL; open = open->outer)
	{
		if (open->relid == relid)
			return false;
	}

	labels = look_up(relid, lookup)->labels;
	for (int i = 0; i < labels->count; i++)
	{
		if (labels->column[i].attnum == attnum)
		{
			*classes = labels->column[i].classes;
			return true;
		}
	}
	return false;
}

void
bv_label_init(void)
{
	register_label_provider(PROVIDER, check_label);
	CacheRegisterRelcacheCallback(invalidate_labels, (Datum) 0);
}
