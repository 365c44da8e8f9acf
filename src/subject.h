/* subject.h: whose rows those of a table are, and queries that read them with their key */
#ifndef BV_SUBJECT_H
#define BV_SUBJECT_H

#include "lib/stringinfo.h"
#include "nodes/pg_list.h"

#include "class_name.h"
#include "key_type.h"

/* What the table whose rows are read is called in queries, whatever it is called itself. */
#define BV_ROW_ALIAS	"breachvalue_row"

/* A table whose rows belong to a subject; the subject's own has no hops. */
typedef struct BvSubjectTable
{
	int			hops;			/* steps to the subject */
	Oid		   *relation;		/* hops + 1 of them, the last the subject's */
	char	  **column;			/* of relation[i], by which it leads on ... */
	char	  **target;			/* ... to this column of relation[i + 1] */
	char	   *former;			/* SQL condition, or NULL */
	char	   *keep;			/* SQL condition: rows for which it is false are left out,
								 * and so are those that lead by them */
	char	   *columns;		/* ", expression AS name" of its rows, or NULL */
	bool		tells;			/* its rows are read for these, whatever they hold */
} BvSubjectTable;

/* What queries call the row of a table, whatever that is called itself. */
#define BV_ROW_ALIAS	"breachvalue_row"

/* A subject and its tables. */
typedef struct BvSubject
{
	Oid			relid;
	char	   *key;			/* NULL: each row is somebody else */
	Oid			key_type;		/* to which keys of all tables can be cast */
	Oid			key_collation;	/* by which they are equal, or InvalidOid */
	List	   *tables;			/* of BvSubjectTable */
	bool		knows_former;	/* some table tells who is of the past */
	BvNameTable names;			/* of what its tables hold that is not in the catalogue */
} BvSubject;

/*
 * The subject behind a relation: itself, or with any_table that which its rows
 * lead to; an error without, if they do.
 */
extern BvSubject *bv_subject_of(Oid relid, bool any_table);

/*
 * Appends a query of the rows of a table: key, classes, whether they make the
 * subject known, and if asked whether they are of the past (null: they do not
 * tell).  Returns whether it holds anything.
 */
extern bool bv_append_rows(StringInfo query, const BvSubject *subject,
						   const BvSubjectTable *table, bool with_former);

/*
 * Appends a query of the rows of all tables of a subject that hold something,
 * tell something or, if asked, tell who is of the past; the
 * first is always the subject's own.
 */
extern void bv_append_all_rows(StringInfo query, const BvSubject *subject, bool with_former);

/* Appends the call that counts records of a class set, an expression of such a query. */
extern void bv_append_exposure(StringInfo query, const BvSubject *subject,
							   const char *classes);

/* Runs a query as the caller, under a path that leads nowhere else; connected to SPI. */
extern void bv_run_query(const char *query, int count, Oid *types, Datum *values);

#endif							/* BV_SUBJECT_H */
