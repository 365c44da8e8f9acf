/* own_function.h: calling functions of the extension by name */
#ifndef BV_OWN_FUNCTION_H
#define BV_OWN_FUNCTION_H

/*
 * The name of a function of ours, to be called in a query.  The owner of the
 * extension can put functions of the same name beside it that fit the call
 * better; a query of somebody else must not run those: error 42725.
 */
extern const char *bv_own_function(const char *name);

#endif							/* BV_OWN_FUNCTION_H */
