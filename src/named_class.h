/*
 * named_class.h: classes by the names that they have in an exposure
 *
 * A class of the catalogue in clear has its permanent number everywhere.  A class
 * that a user has made, or that is protected, has in an exposure the number of its
 * name, in a table of names.
 */
#ifndef BV_NAMED_CLASS_H
#define BV_NAMED_CLASS_H

#include "utils/array.h"

#include "class_name.h"
#include "label.h"

/*
 * The classes, in the numbers of this database, by their names; protected in that
 * way, or in clear where it is NULL or empty.  Adds what names are new; error 54000
 * when there is no room.
 */
extern BvClassSet bv_name_classes(BvNameTable *names, const BvClassSet *classes,
								  const char *protection);

/* The reverse: protected or not, in the numbers of this database. */
extern BvClassSet bv_unname_classes(const BvNameTable *names, const BvClassSet *classes);

/*
 * Takes in names from an array of text, in order, where there are none yet; error
 * 22023 for what can be none, and for one that is there twice.
 */
extern void bv_read_name_array(BvNameTable *names, ArrayType *array);

/* The names as an array of text. */
extern Datum bv_name_array(const BvNames *names);

/* All classes that the label of a column may mean, by their names. */
extern BvClassSet bv_name_label_classes(BvNameTable *names, const BvColumnLabel *label);

/* These, and all that may be within its values. */
extern BvClassSet bv_name_possible_classes(BvNameTable *names, const BvColumnLabel *label);

#endif							/* BV_NAMED_CLASS_H */
