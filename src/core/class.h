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
#include "number.h"

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
 * ASCII below 128, not terminated; never reads past len.  Digits and signs that
 * only Unicode has must have been folded (ascii.h), as bv_is_valid does.
 */
typedef bool (*BvValidator) (const char *value, size_t len);

/* Kinds of characters, beside digits and letters, that a value has; a mask. */
#define BV_DOT				0x0001
#define BV_SLASH			0x0002
#define BV_COLON			0x0004
#define BV_AT				0x0008
#define BV_SIGN				0x0010	/* + and parentheses */
#define BV_OTHER			0x0020	/* of ASCII */
#define BV_SPACE			0x0040
#define BV_HYPHEN			0x0080
#define BV_HIGH				0x0100	/* bytes from 128 on */
#define BV_FIRST_DIGIT		0x0200	/* it begins with a digit, */
#define BV_LAST_DIGIT		0x0400	/* ends with one, */
#define BV_NOT_HEX			0x0800	/* has a letter from G to Z */
#define BV_KINDS			12

#define BV_SEPARATORS		(BV_SPACE | BV_HYPHEN | BV_DOT | BV_SLASH)
#define BV_PRINTABLE		(BV_SEPARATORS | BV_COLON | BV_AT | BV_SIGN | BV_OTHER)

/*
 * What all values of a class look like, white space around them aside: how many
 * bytes they have, how many of them are digits and letters (of ASCII), what
 * else there is.  Whatever does not fit is not shown to the validator, so it
 * must not be narrower than that (a test compares).  All zero leaves everything
 * to the validator; in a class with a scheme of numbers or codes it leaves all to
 * those, and a form is for what else is valid.
 */
typedef struct BvForm BvForm;

/* The beginnings of values, one after the other, and NULL after the last. */
typedef const char *(*BvBeginning) (int which);

struct BvForm
{
	unsigned char length[2];	/* lowest, highest; a highest of 0 is no limit */
	unsigned char digits[2];	/* a highest of 0 is none, of 255 no limit */
	unsigned char letters[2];
	unsigned short may;			/* BV_DOT .. BV_HIGH that some have */
	unsigned short must;		/* any of BV_* that all have */
	unsigned short either;		/* of these all have one or more; BV_DOT .. BV_OTHER, or 0 */
	unsigned short never;		/* BV_FIRST_DIGIT, BV_LAST_DIGIT, BV_NOT_HEX that none has */
	const char *begins;			/* with one of these, or NULL: with any */
	const char *begins_with;	/* or with one of these words, in any case of ASCII; their first two bytes are compared */
	BvBeginning beginning;		/* or with one of these, which a table of the validator has */
	BvBeginning words;			/* or are one of these, none longer than 63 bytes, in any case, signs and high bytes aside */
};

#define BV_FORMS(...)		((const BvForm[]) {__VA_ARGS__, {{0}}})

/*
 * The same of a picture (picture.h): what the form of values tells beyond BvForm.
 * It is asked once for all values that look so.
 */
typedef bool (*BvPictureTest) (const char *picture, size_t len);

/*
 * A validator in two steps, for values without letters: what the picture tells
 * goes into a note, 0 where no value of the picture is valid; with that note its
 * digits alone are looked at, and the value only where they do not tell.
 */
typedef struct BvNotedValidator
{
	unsigned	(*note) (const char *picture, size_t len);
	bool		(*is_valid) (const char *value, size_t len, const BvNumber *digits, unsigned note);
} BvNotedValidator;

/* How a valid value is written in one way only, for joining and counting. */
typedef enum BvCanonical
{
	BV_AS_IT_IS,				/* without the white space around it */
	BV_COMPACT,					/* without separators, in capitals; if need be with hyphens */
	BV_LOWER_CASE,
	BV_UPPER_CASE,
	BV_WITHOUT_CHECK,			/* compact, and without a last character that may be left out */
	BV_NINE_DIGITS,				/* compact, with zeros before it */
	BV_LAST_TEN_DIGITS,			/* compact, without the century */
	BV_WORD,					/* in lower case, with spaces */
	BV_EMAIL,					/* the domain in lower case */
	BV_PHONE,					/* E.164 where the plan tells */
	BV_DATE,					/* ISO 8601 */
	BV_MONTH,					/* year and month, ISO 8601 */
	BV_UUID,					/* in small letters; what is no UUID as it is */
	BV_MAC,						/* pairs with colons, in lower case */
	BV_IP,						/* RFC 5952 */
	BV_ADDRESS,					/* scheme and host in lower case */
	BV_DEGREES,					/* six decimals */
	BV_POINT,					/* latitude and longitude so */
	BV_POSTCODE,				/* compact, without the country */
	BV_KENNZEICHEN,				/* M-AB 123 */
	BV_PASSPORT,				/* compact; of a machine-readable zone the second line */
	BV_BANK_ACCOUNT,			/* compact, but for Czech ones */
	BV_VAT_ID,					/* with prefix and zeros */
	BV_ORG_NUMBER,				/* compact, but for courts */
	BV_MEID,					/* 14 hex digits */
	BV_ICCID,					/* digits alone */
	BV_BLOOD_TYPE,				/* O+ */
	BV_GENETIC,
	BV_WALLET,					/* in lower case where it makes no difference */
	BV_OTP_SECRET				/* the key alone */
} BvCanonical;

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
	BvForm		form;			/* which values is_valid may accept */
	BvForm		or_form;		/* others that it may accept as well */
	const BvForm *more_forms;	/* and others, up to one of all zeros; or NULL */
	BvPictureTest may_be;		/* false where no value of a picture is valid; or NULL */
	BvPictureTest must_be;		/* true where all of them are; or NULL */
	const BvNotedValidator *noted;	/* is_valid in two steps; or NULL */
	const BvNumberScheme *scheme;	/* the rule of values that are numbers, or NULL */
	const BvCodeScheme *code;	/* and of those with letters */
	const char *any_of;			/* names of classes whose values are all of this one; or NULL */
	BvCanonical canonical;		/* how the same value is always written */
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

/*
 * Is the value, folded, one of the class?  False for a class without validator.
 */
extern bool bv_is_valid(const BvClass *class, const char *value, size_t len);

/* Every built-in class that bv_is_valid finds the value to be of (recognize.c). */
extern BvClassSet bv_classes_of(const char *value, size_t len);

/* "direct", "person", "name+value": the words used in SQL. */
extern const char *bv_role_name(BvRole role);
extern const char *bv_subject_kind_name(BvSubjectKind subject);
extern const char *bv_evidence_name(BvEvidence evidence);
extern const char *bv_special_name(BvSpecial special);

#endif							/* BV_CLASS_H */
