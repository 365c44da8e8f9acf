/*
 * class.h: the catalogue of classes, the kinds of personal data that we know
 *
 * One table (class_table.c) from which SQL listings, label checks, hints,
 * validators and reference docs all come.  Numbers are permanent: they are on
 * disk in class sets and exposures.  A class is never renumbered or reused.
 */
#ifndef BV_CLASS_H
#define BV_CLASS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "class_set.h"

/* What a class does for a thief. */
typedef enum BvRole
{
	BV_ROLE_DIRECT,				/* names a person */
	BV_ROLE_ATTRIBUTE,			/* worth something about a person */
	BV_ROLE_LINK,				/* joins records, worth nothing alone */
	BV_ROLE_CARRIER				/* free text: worth what is found inside it */
} BvRole;

/* Whom it is about. */
typedef enum BvSubjectKind
{
	BV_SUBJECT_PERSON,
	BV_SUBJECT_ORGANISATION,
	BV_SUBJECT_EITHER
} BvSubjectKind;

/* Special categories: GDPR article, or 0. */
typedef enum BvSpecial
{
	BV_SPECIAL_NONE = 0,
	BV_SPECIAL_ARTICLE_9 = 9,
	BV_SPECIAL_ARTICLE_10 = 10
} BvSpecial;

/* What can tell that a column holds the class. */
typedef enum BvEvidence
{
	BV_BY_NAME,					/* only its name and type */
	BV_BY_NAME_AND_VALUE,
	BV_BY_VALUE
} BvEvidence;

/* Families of column types in which a class is found; a mask. */
#define BV_TYPE_TEXT		0x0001	/* text, varchar, char, citext, name */
#define BV_TYPE_INTEGER		0x0002	/* int2, int4, int8 */
#define BV_TYPE_NUMERIC		0x0004	/* numeric */
#define BV_TYPE_FLOAT		0x0008	/* float4, float8 */
#define BV_TYPE_DATE		0x0010	/* date, timestamp, timestamptz */
#define BV_TYPE_BOOLEAN		0x0020
#define BV_TYPE_BYTES		0x0040	/* bytea */
#define BV_TYPE_UUID		0x0080
#define BV_TYPE_INET		0x0100	/* inet, cidr */
#define BV_TYPE_MAC			0x0200	/* macaddr, macaddr8 */
#define BV_TYPE_ENUM		0x0400
#define BV_TYPE_JSON		0x0800	/* json, jsonb, xml, hstore */
#define BV_TYPE_MONEY		0x1000
#define BV_TYPE_GEOMETRY	0x2000	/* point, PostGIS types */
#define BV_TYPE_OTHER		0x8000

/*
 * Is this value one of the class?  Bytes in any encoding that agrees with
 * ASCII below 128, not terminated; never reads past len.
 */
typedef bool (*BvValidator) (const char *value, size_t len);

typedef struct BvClass
{
	int			number;			/* permanent, 1 .. 255 */
	const char *name;			/* lower case, [a-z0-9_] */
	int			tier;			/* 1 common, 2 less so */
	const char *category;		/* contact, government_id, health, financial, … */
	const char *jurisdiction;	/* ISO 3166 codes, comma separated; "*" anywhere */
	BvRole		role;
	BvSubjectKind subject;
	BvSpecial	special;
	double		linkage;		/* 0 .. 1: how well two stores join by it */
	double		domain;			/* how many values there can be; 0 unbounded or unknown */
	BvEvidence	evidence;
	int			types;			/* BV_TYPE_* in which it is found */
	double		chance;			/* share of random strings of its shape that pass; 0 unknown */
	BvValidator is_valid;		/* NULL: a value alone cannot tell */
	const char *rule;			/* what makes a value valid, in words */
	const char *hibp;			/* the same in other vocabularies, or NULL */
	const char *fideslang;
	const char *dpv;
} BvClass;

extern const BvClass bv_classes[];	/* in order of number */
extern const int bv_class_count;

/* The built-in class of that number, or NULL. */
extern const BvClass *bv_class_by_number(int number);

/* The built-in class of that name (exact, lower case), or NULL. */
extern const BvClass *bv_class_by_name(const char *name, size_t len);

/*
 * The names nearest to a misspelt one, best first, by edit distance and
 * shared tokens; returns how many of the at most limit were near enough.
 */
extern int	bv_class_nearest(const char *name, size_t len,
							 const BvClass **nearest, int limit);

/* Every built-in class whose validator accepts the value. */
extern BvClassSet bv_classes_of(const char *value, size_t len);

/* "direct", "person", "name+value": the words used in SQL. */
extern const char *bv_role_name(BvRole role);
extern const char *bv_subject_kind_name(BvSubjectKind subject);
extern const char *bv_evidence_name(BvEvidence evidence);
extern const char *bv_special_name(BvSpecial special);

#endif							/* BV_CLASS_H */
