/* verdict.h: verdicts on columns in words, and as the composite type verdict */
#ifndef BV_VERDICT_H
#define BV_VERDICT_H

#include "fmgr.h"
#include "lib/stringinfo.h"

#include "evidence.h"
#include "profile.h"

/* Outcomes below this are not worth a word. */
#define BV_WORTH_NAMING	0.05

/* "email", "nothing personal". */
extern const char *bv_outcome_name(int number);

/* Appends what is seen in a name and in values, in words; never a value. */
extern void bv_append_name_words(StringInfo words, const BvColumn *column,
								 const BvVerdict *verdict);
extern void bv_append_value_words(StringInfo words, const BvColumn *column,
								  const BvVerdict *verdict);

/*
 * What would be said of it in a label: "email", "us_ssn (protected = hash)",
 * "email | phone" with shares of both; NULL for nothing.
 */
extern char *bv_verdict_label(const BvVerdict *verdict, const BvShare *shares, int count);

/* "email 0.62, phone 0.38" as jsonb, by class; NULL with fewer than one. */
extern char *bv_shares_text(const BvShare *shares, int count);

/* A probability with three decimals, as numeric; no verdict is quite certain. */
extern Datum bv_probability_datum(double probability, double highest);

/* A value of type verdict; profile may be NULL: nothing was looked at. */
extern Datum bv_verdict_datum(FunctionCallInfo fcinfo, const BvColumn *column,
							  const BvVerdict *verdict, const BvProfile *profile);

/* The year that it is, for ages. */
extern int	bv_this_year(void);

/* A name as the core wants it: in UTF-8, where the encoding is known at all. */
extern const char *bv_name_in_utf8(const char *name);

#endif							/* BV_VERDICT_H */
