/* class_set_type.h: class_set as an SQL type, a BvClassSet passed by reference */
#ifndef BV_CLASS_SET_TYPE_H
#define BV_CLASS_SET_TYPE_H

#include "fmgr.h"
#include "lib/stringinfo.h"

#include "class_set.h"
#include "compat.h"

#define PG_GETARG_CLASS_SET(n)	((BvClassSet *) PG_GETARG_POINTER(n))
#define PG_RETURN_CLASS_SET(set) \
	return PointerGetDatum(memcpy(palloc(sizeof(BvClassSet)), &(set), sizeof(BvClassSet)))

/* The longest name of a class that text can hold, and its terminator. */
#define BV_CLASS_NAME_SIZE	64

/*
 * Name of a class for text, which never reads a table: a built-in one's own,
 * "class_<number>" else.
 */
extern const char *bv_class_text(int number, char buffer[BV_CLASS_NAME_SIZE]);

/* Name of a class, a user's too if there is one of that number. */
extern const char *bv_class_name(int number, char buffer[BV_CLASS_NAME_SIZE]);

/* The number in "class_<number>", as text writes a user's class; 0 if it is none. */
extern int	bv_class_number_in_text(const char *name, size_t len);

/* "unrecognized class", with the nearest names as hint. */
pg_noreturn extern void bv_unrecognized_class(const char *name, int sqlstate);

/*
 * The number of the class so named, in the catalogue, by a user, or in text; error
 * of that SQLSTATE when there is none.
 */
extern int	bv_class_number(const char *name, size_t len, int sqlstate);

/* Appends "{email,us_ssn}". */
extern void bv_append_class_set(StringInfo text, const BvClassSet *set);

/*
 * Reads "{email,us_ssn}" and moves *cursor behind it; error 22P02 that quotes
 * whole, the text of which it is a part, as an invalid value of that type.
 */
extern BvClassSet bv_parse_class_set(const char **cursor, const char *type,
									 const char *whole);

/* The class set that a text is; error 22P02 if it is none. */
extern BvClassSet bv_class_set_from_text(const char *text);

/* Error 22P03 unless every member is a class that we know or may be a user's. */
extern void bv_check_class_set(const BvClassSet *set);

#endif							/* BV_CLASS_SET_TYPE_H */
