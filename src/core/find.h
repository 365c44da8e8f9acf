/*
 * find.h: identifiers inside free text
 *
 * A finder goes through a text once and gives what it finds in order of
 * position, without overlaps.  Where several readings begin at one place the
 * longest counts, then the most specific.  It is stricter than validators are:
 * in prose, logs and code most numbers are nobody's, so that a class counts
 * only by evidence that is strong there (find_policy.c).
 */
#ifndef BV_FIND_H
#define BV_FIND_H

#include "class_set.h"
#include "find_mark.h"

/* How text is to be read beyond ASCII. */
typedef enum BvTextEncoding
{
	BV_TEXT_UTF8,
	BV_TEXT_ONE_BYTE,			/* one byte a character: letters, most of them */
	BV_TEXT_MULTIBYTE			/* of scripts without spaces between words */
} BvTextEncoding;

/* What was found, and where: in bytes, from 0. */
typedef struct BvFound
{
	int			class_number;
	size_t		start;
	size_t		length;
} BvFound;

/* So many anchors are listed at a time, at most; those of some blocks. */
#define BV_FIND_LIST	128

typedef enum BvFindResult
{
	BV_FIND_END,				/* there is no more */
	BV_FIND_FOUND,
	BV_FIND_PAUSE				/* so much was looked at that one may want to be interrupted */
} BvFindResult;

/* The state of a search, of fixed size.  Nothing in it is for others but work. */
typedef struct BvFinder
{
	const char *text;
	size_t		length;
	BvTextEncoding encoding;
	const BvClassSet *wanted;	/* NULL: all */
	const struct BvFindClasses *classes;
	int			digits_least;	/* fewer within some bytes are no identifier's that is wanted */
	bool		wants_colons;	/* addresses, which may have fewer */
	bool		wants_hash;
	bool		wants_signs;	/* what can be told without digits, by signs */
	size_t		window;			/* where the marks begin */
	int			blocks;			/* how many blocks have marks */
	int			windows;		/* since the last pause */
	uint64_t	occupied;		/* the blocks with anchors that are not listed, a bit each */
	int			listed;			/* how many anchors are */
	int			next;			/* the one to be looked at */
	size_t		floor;			/* nothing before it is looked at again, */
	size_t		found_end;		/* but for what is not found yet, by signs behind it */
	size_t		found_start;	/* of what ends there, */
	int			found_class;	/* and its class */
	size_t		no_key_end;		/* no private key ends before it */
	size_t		no_colons_end;	/* no address with colons begins before it */
	size_t		quiet;			/* the words before it speak of nothing, */
	size_t		letters_end;	/* and the last of them ends there */
	size_t		bare_start;		/* from there on are no letters, */
	size_t		bare_end;		/* up to there */
	size_t		work;			/* bytes that candidates were read with, for tests */
	uint16_t	list[BV_FIND_LIST]; /* anchors, from the beginning of the window */
	uint64_t	anchors[BV_FIND_BLOCKS];
	BvFindMarks marks;
} BvFinder;

/*
 * Begins a search for classes that are wanted (NULL: all).  Text and set must
 * stay as they are until its end.
 */
extern void bv_find_begin(BvFinder *finder, const char *text, size_t length,
						  BvTextEncoding encoding, const BvClassSet *wanted);

/* Begins a search in another text, for the same. */
extern void bv_find_again(BvFinder *finder, const char *text, size_t length);

/* The next identifier.  After a pause or a find, call again. */
extern BvFindResult bv_find_next(BvFinder *finder, BvFound *found);

/* Can the class be found in free text at all? */
extern bool bv_find_knows(int class_number);

#endif							/* BV_FIND_H */
