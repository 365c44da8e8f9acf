/*
 * evidence_name.h: what the names of columns and tables say
 *
 * Between the files of evidence only: what others call is in evidence.h.
 */
#ifndef BV_EVIDENCE_NAME_H
#define BV_EVIDENCE_NAME_H

#include <stdbool.h>

#include "column_name.h"
#include "evidence.h"
#include "evidence_weight.h"

/*
 * Log-odds, to be added to the class's own, from a name with a synonym for it:
 * match is one of the matches of that name.  Where values are protected, words that say so deny nothing.
 */
extern double bv_weigh_name(const BvColumnName *name, const BvColumnNameMatch *match,
							const BvColumnNameMatch *matches, int count,
							const BvWeight *weight, bool is_protected);

/*
 * How a name says that its values are protected: "ssn_hmac", "pan_last4",
 * "email_kms"; none where it does not.
 */
extern BvProtection bv_names_protection(const BvColumnName *name);

/* "order_no", "invoice": something that has numbers, and check digits, of its own. */
extern bool bv_names_reference(const BvColumnName *name);

/* "approver_name": a word for people, and none for things; accounts may be of either. */
extern bool bv_names_person(const BvColumnName *name);

/* "message_id", "msgid". */
extern bool bv_names_message_id(const BvColumnName *name);

/* "vessel_name", "month": a word for things, and none for people. */
extern bool bv_names_thing(const BvColumnName *name);

/* "customer_no", "kundnr": a word for people, then one for a key. */
extern bool bv_names_person_key(const BvColumnName *name);

/* "judge", "lead_author": it ends with a word for people. */
extern bool bv_names_people_last(const BvColumnName *name);

/* Log-odds from the name of a table that its rows are about people. */
extern double bv_weigh_table_name(const char *table_name);

/* Does the name of a table, which may be NULL, say that its rows are people? */
extern bool bv_names_people(const char *table_name);

#endif							/* BV_EVIDENCE_NAME_H */
