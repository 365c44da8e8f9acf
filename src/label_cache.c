/* label_cache.c: the labels that hold for a relation, and a cache of them */
#include "postgres.h"

#include "access/genam.h"
#include "access/htup_details.h"
#include "access/relation.h"
#include "access/table.h"
#include "catalog/pg_class.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_seclabel.h"
#include "catalog/pg_type.h"
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

#include "compat.h"
#include "label.h"

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
	BvColumnLabel label;
} ColumnLabel;

/* Emptied entry by entry, by invalidate_labels(). */
static HTAB *label_cache = NULL;
static MemoryContext label_context = NULL;
static uint64 generation = 1;	/* see bv_label_generation() */
static uint64 invalidations = 0;	/* of any relation whatever */

static LabelEntry *look_up(Oid relid, BvLabelLookup *outer);

/* ---------- looking labels up ---------- */

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
		char	   *detail;

		/* a column that was added after natts was read is for the next look-up */
		if (attnum < 1 || attnum > natts ||
			strcmp(TextDatumGetCString(provider), BV_LABEL_PROVIDER) != 0)
			continue;

		/* what does not fit is no label here: label_status() tells of it */
		column[attnum - 1].labelled =
			bv_label_holds(bv_read_label(TextDatumGetCString(label), get_atttype(relid, attnum),
										 &column[attnum - 1].label, &detail));
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
				bv_label_of_view_column(lookup, query, i + 1, &column[i].label);
	}
}

List *
bv_parents_of(Oid relid)
{
	Relation	catalog = table_open(InheritsRelationId, AccessShareLock);
	List	   *parents = NIL;
	ScanKeyData key;
	SysScanDesc scan;
	HeapTuple	tuple;

	ScanKeyInit(&key, Anum_pg_inherits_inhrelid, BTEqualStrategyNumber,
				F_OIDEQ, ObjectIdGetDatum(relid));
	scan = systable_beginscan(catalog, InheritsRelidSeqnoIndexId, true, NULL, 1, &key);
	while (HeapTupleIsValid(tuple = systable_getnext(scan)))
		parents = lappend_oid(parents, ((Form_pg_inherits) GETSTRUCT(tuple))->inhparent);
	systable_endscan(scan);
	table_close(catalog, AccessShareLock);
	return parents;
}

/* Appends a relation's ancestors to sources, each behind all of its own. */
static void
collect_ancestors(BvLabelLookup *lookup, Oid relid)
{
	ListCell   *lc;

	check_stack_depth();
	foreach(lc, bv_parents_of(relid))
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
	if (type == JSONOID || type == JSONBOID || type_is_rowtype(type) ||
		OidIsValid(get_element_type(type)))
		return BV_BLANK_PARTS;
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
		if (bv_class_set_is_empty(&column[i].label.classes))
			continue;
		labelled->attnum = i + 1;
		labelled->type = type;
		labelled->label = column[i].label;
		labels->count++;
	}
	return labels;
}

/* ---------- the cache ---------- */

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

BvLabels *
bv_copy_labels(const BvLabels *labels)
{
	Size		size = offsetof(BvLabels, column) +
		labels->count * sizeof(BvLabelledColumn);
	Size		text_size = 0;
	BvLabels   *copy;
	char	   *text;

	/* the texts stand behind the columns */
	for (int i = 0; i < labels->count; i++)
		text_size += strlen(labels->column[i].label.text) + 1;
	copy = palloc(size + text_size);
	memcpy(copy, labels, size);
	text = (char *) copy + size;
	for (int i = 0; i < labels->count; i++)
	{
		copy->column[i].label.text = strcpy(text, labels->column[i].label.text);
		text += strlen(text) + 1;
	}
	return copy;
}

/* Keeps what was found, in place of what may be there. */
static LabelEntry *
store_labels(const BvLabels *labels, const List *sources)
{
	MemoryContext caller = MemoryContextSwitchTo(label_context);
	BvLabels   *kept = bv_copy_labels(labels);
	Oid		   *kept_sources = MemoryContextAlloc(label_context,
												  list_length(sources) * sizeof(Oid));
	LabelEntry *entry;
	bool		found;

	MemoryContextSwitchTo(caller);
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
	/* changes are heard of with new locks, but this transaction may have them all */
	AcceptInvalidationMessages();
	return look_up(relid, NULL)->labels;
}

uint64
bv_label_generation(void)
{
	return generation;
}

bool
bv_label_of_base_column(BvLabelLookup *lookup, Oid relid, AttrNumber attnum,
						BvColumnLabel *label)
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
			*label = labels->column[i].label;
			label->text = pstrdup(label->text);
			return true;
		}
	}
	return false;
}

void
bv_label_cache_init(void)
{
	CacheRegisterRelcacheCallback(invalidate_labels, (Datum) 0);
}
