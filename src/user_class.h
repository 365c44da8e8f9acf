/*
 * user_class.h: classes that users have made, as the table user_class says
 *
 * Beside those of the catalogue in core/class.h, and like them in all that is
 * known of them; only that a value is one of them is told by a pattern or by a
 * function in SQL.
 */
#ifndef BV_USER_CLASS_H
#define BV_USER_CLASS_H

#include "class.h"
#include "class_name.h"

/*
 * The class of that number or name, of the catalogue or a user's, or NULL.  What
 * is pointed to stays where it is, but a user's class can be changed or dropped
 * whenever another one is looked up.
 */
extern const BvClass *bv_any_class_by_number(int number);
extern const BvClass *bv_any_class_by_name(const char *name, size_t len);

/* The classes of users there are, from the lowest number on: the first above number, or NULL. */
extern const BvClass *bv_next_user_class(int number);

/* The class of the catalogue that a user's class is like, or NULL. */
extern const BvClass *bv_user_class_like(const BvClass *class);

/* Can a value tell whether it is one of the class? */
extern bool bv_class_is_validated(const BvClass *class);

/*
 * Is this value, in the server's encoding, one of the class?  False where a value
 * cannot tell.  A user's validator runs as whoever made the class.
 */
extern bool bv_class_accepts(const BvClass *class, const char *value, size_t len);

/* Why its values cannot be told any more, as a sentence, or NULL. */
extern const char *bv_class_problem(const BvClass *class);

/* An error if its values cannot be told any more. */
extern void bv_require_class(const BvClass *class);

/* Fails as a regular expression fails that cannot be compiled. */
extern void bv_check_pattern(const char *pattern);

/* What columns of a user's class are called, in the current memory context. */
extern char **bv_user_class_column_names(const BvClass *class, int *count);

/*
 * Adds the user's classes that accept the value, to those of the catalogue that
 * the core knows of already.
 */
extern void bv_add_user_classes_of(const char *value, size_t len, BvClassSet *classes);

/* Is a dump being restored, so that what is named may be still to come? */
extern bool bv_may_be_to_come(void);

/* Has the registry hear of changes; called once from _PG_init. */
extern void bv_user_class_init(void);

#endif							/* BV_USER_CLASS_H */
