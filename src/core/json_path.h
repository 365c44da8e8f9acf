/*
 * json_path.h: the values that JSON text has at a path
 *
 * Arrays on the way stand for each of their elements, and what is at the end
 * of the path for all that is in it.
 */
#ifndef BV_JSON_PATH_H
#define BV_JSON_PATH_H

#include "label_parser.h"

/* Called with a string without its quotes, a number, true or false. */
typedef void (*BvJsonVisit) (void *context, const char *value, size_t length);

/*
 * Visits each value but null at the path of so many keys, which have no quotes
 * any more.  Scratch has room for as many bytes as the JSON, which is taken to
 * be valid: of what is not, only that it is read within its bounds is certain.
 */
extern void bv_json_visit(const char *json, size_t length,
						  const BvLabelSlice *keys, int key_count, char *scratch,
						  BvJsonVisit visit, void *context);

/* Visits each value but null, wherever it is, and the keys of all objects. */
extern void bv_json_visit_all(const char *json, size_t length, char *scratch, BvJsonVisit visit,
							  void *context);

#endif							/* BV_JSON_PATH_H */
