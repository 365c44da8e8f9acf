/*
 * evidence_weight.h: what is known of a class before a column is looked at
 *
 * Between the files of evidence only: what others call is in evidence.h.
 */
#ifndef BV_EVIDENCE_WEIGHT_H
#define BV_EVIDENCE_WEIGHT_H

#include <stddef.h>

#include "class.h"

/*
 * What each kind of evidence weighs, in natural log-odds, for every class alike.
 * Set by judgement, with the reason beside each, and held to columns of known
 * content (bench/accuracy): a class's own weights are in evidence_weight.c.
 */

/* Names */
#define BV_NAME_RUN			(-0.5)	/* "home_phone": nearly as good as the whole */
#define BV_NAME_STRANGER	(-1.2)	/* each other token that we do not know */
#define BV_NAME_THING		(-2.0)	/* one that speaks of things: "product_name" … */
#define BV_NAME_THING_MORE	(-1.5)	/* … and as much as the class depends on its table */
#define BV_NAME_PERSON		1.5		/* one that speaks of people, so likewise */
#define BV_NAME_REFERENCE	(-2.5)	/* "address_id" refers to an address */
#define BV_NAME_EXPLAINED	(-2.0)	/* a part of a longer name for another class */
#define BV_NAME_EXPLAINED_WHOLLY (-3.5)	/* … that is all of the name; or an owner, as the guardian in "guardian_phone" */
#define BV_NAME_REST		0.5		/* "nom" beside "prenom" is the family's … */
#define BV_NAME_NOT_REST	(-1.0)	/* … and not the whole name */
#define BV_NAME_DENIED		(-6.0)	/* "email_verified", "phone_count" */
#define BV_NAME_SOMEWHERE	(-0.5)	/* a name does not tell the country: rather the class without */
#define BV_COMMENT			(-1.0)	/* a comment has more words, and so says less */

/* Types */
#define BV_NEAR_TYPE		(-0.8)	/* a number where digits in text are usual, or so */
#define BV_TELLING_TYPE		6.0		/* inet and macaddr have hardly another use */

/* Keys */
#define BV_KEY_TO_PEOPLE	2.5		/* a foreign key into a table of people */
#define BV_KEY_TO_OTHERS	(-2.0)	/* into another table */
#define BV_KEY_IS_NOT_DATA	(-3.0)	/* a key is seldom anything but a reference */

/* Columns that come in company */
#define BV_COMPANY_ADDRESS	1.2		/* city, region and country beside an address */
#define BV_COMPANY_CARD		3.5		/* "exp" and "cvv" beside a card number */
#define BV_EXPIRY_ALONE		2.0		/* months and years, without a card beside them */
#define BV_COMPANY_POINT	1.2		/* a latitude beside a longitude */

/*
 * All together: how often a verdict is right, as a line in the log-odds that the
 * rest adds up to.  Between what bench/calibration.py fits to collections that rules
 * were mended with and to verdicts at first sight (doc/classification.md).
 */
#define BV_CLASS_SHIFT		0.30
#define BV_CLASS_SLOPE		1.17
#define BV_NOTHING_SHIFT	(-0.60)
#define BV_NOTHING_SLOPE	1.00

/* Classes of users, of which no more is known than they say */
#define BV_EXTRA_NAMED		3.0		/* as most classes that the whole name says */
#define BV_EXTRA_PART		(-1.5)	/* part of it does */
#define BV_EXTRA_UNNAMED	(-7.0)	/* rarer than those that we know, and the rule may be loose */

/* Values */
#define BV_VALID_SHARE		0.97	/* of true values that pass, typing errors aside */
#define BV_STRANGE_FORMAT	0.03	/* a true column whose format we do not know */
#define BV_STRANGE_PHONE	0.3		/* digits as a telephone number may have, in no known plan */
#define BV_PHONE_PLUS		7.5		/* +39 578 5418422: as telephone numbers are written, and nothing else */
#define BV_DECOY_EXPLAINS	0.05	/* keys of a scheme of things that is as strict as the class's */
#define BV_IMITATED			0.02	/* keys with a home-made check digit of the common kinds */
#define BV_TOO_SHORT		(-4.0)	/* values of half the length that any of the class has */
#define BV_NOT_KNOWN		(-0.7)	/* looks as the class does, but is not known to be valid */
#define BV_NOT_ON_LIST		(-2.5)	/* the same where there are few that are valid: "m", "single" */
#define BV_SHAPE_FITS		0.7		/* values look as those of the class do … */
#define BV_SHAPE_FAILS		(-4.0)	/* … or do not */
#define BV_SHAPE_SENTENCES	2.2		/* prose, of sentences that differ */
#define BV_STRICT_RULE		1e-3	/* rules as strict as this are met by no other scheme */
#define BV_LOOSE_RULE		0.25		/* nine digits are an SSN, eight to fifteen a phone … */
#define BV_LOOSE_GAIN		1.0		/* … which says next to nothing */
#define BV_GENERATED		(-4.0)	/* counters and clocks pass a loose rule as they are */
#define BV_GENERATED_CHECKED 0.05	/* and one in twenty has a check digit of its own */
#define BV_REFERENCE_CHECKED 0.02	/* so has one in fifty "account_no" and "invoice" … */
#define BV_STRANGE_WORDS	0.15	/* names of a language that our lists do not know */
#define BV_WORDS_NAMED		5.0		/* lists add to a name no more than this … */
#define BV_NAMED_PERSON	3.0		/* "judge", "author": words of names are those of people there */
#define BV_NAMED_THING		(-2.0)	/* "version", "flight": what values look like is what such things are */
#define BV_MESSAGE_ID		(-14.0) /* "message_id" (RFC 5322): written as addresses of mail are */
#define BV_WORDS_OF_THING	(-4.0)	/* "vessel_name", "brand": things are named after people */
#define BV_TABLE_AND_WORDS	0.3		/* names of people are that in a table of things as well */
#define BV_TABLE_AND_PERSON	0.2		/* so is what the column itself says is a person's */
#define BV_WORDS_EXPLAINED	(-3.0)	/* another part of a name than the one that the column is named for */
#define BV_WORDS_SEVERAL	(-4.0)	/* full names are on the lists of their parts as well */
#define BV_WORDS_UNNAMED	10.5	/* … and make no name by themselves against a table of things */
#define BV_WORDS_TOO_FEW	4.5		/* … by as much less as there are fewer than thirty … */
#define BV_WORDS_OF_LIST	1.5		/* … and where they are a list of a few that repeat */
#define BV_PROTECTED		(-1.0)	/* digests in a column named for a class: of its values, mostly */

/* What the values of a class look like, where a validator does not tell. */
typedef enum BvShape
{
	BV_SHAPE_ANY,
	BV_SHAPE_WORDS,				/* names of people and places */
	BV_SHAPE_FEW,				/* a handful of different short values */
	BV_SHAPE_SEX,				/* even fewer, and single words */
	BV_SHAPE_CODE,				/* short, without spaces, mostly with digits */
	BV_SHAPE_ACCOUNT,			/* 5 to 34 letters and digits, more of the latter */
	BV_SHAPE_SHORT_NUMBER,		/* 3 to 8 digits */
	BV_SHAPE_PLACE_CODE,		/* postcodes: 3 to 10, nearly always with digits */
	BV_SHAPE_AMOUNT,			/* a number */
	BV_SHAPE_LATITUDE,
	BV_SHAPE_LONGITUDE,
	BV_SHAPE_YEARS,				/* an age */
	BV_SHAPE_SCORE,				/* of credit: 0 to 1,000 */
	BV_SHAPE_BIRTH,				/* a date, most of them of a living adult */
	BV_SHAPE_STREET,			/* addresses: words, often with a number */
	BV_SHAPE_LOGIN,				/* one word */
	BV_SHAPE_SECRET,			/* one word, not a few that repeat */
	BV_SHAPE_HASH,				/* as a stored password is written */
	BV_SHAPE_LINK,				/* a web address or path */
	BV_SHAPE_PROSE,				/* sentences */
	BV_SHAPE_REMARK,			/* words or a code, no numbers nor dates */
	BV_SHAPE_REFERENCE			/* a key: short, no spaces */
} BvShape;

/*
 * Weights of a class.  "named" is the log-odds that a column is of the class
 * when its whole name says so, in a table of which nothing is known; "unnamed"
 * when it has no such name, before its values are seen.
 */
typedef struct BvWeight
{
	const char *name;
	float		named;
	float		unnamed;
	float		table;
	BvShape		shape;
} BvWeight;

/* The weights of a class; there are some for every class. */
extern const BvWeight *bv_weight_of(const BvClass *class);

/* Log-odds, 0 or less, of a folded name that other things than its class have too. */
extern double bv_generic_penalty(const char *name, size_t len);

#endif							/* BV_EVIDENCE_WEIGHT_H */
