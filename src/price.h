/*
 * price.h: models and their price lists, as the tables say, cached
 */
#ifndef BV_PRICE_H
#define BV_PRICE_H

#include "class_name.h"
#include "decimal.h"

/*
 * A row of breachvalue.model with its price list.  It lives until
 * bv_current_model or bv_model_by_name is called after a change of the tables:
 * fetch it once for each SQL function call, and never keep it across calls.
 */
typedef struct BvModel
{
	char		name[NAMEDATALEN];
	BvDecimal	exponent;
	uint64		reference_records;	/* n0, 1 .. 10^18 */
	char		currency[4];	/* ISO 4217 */
	struct BvPriceList *prices; /* price_list.h */
} BvModel;

/* The model that breachvalue.model names; error 22023 when there is none. */
extern const BvModel *bv_current_model(void);

/* The model of that name; error 22023 with the nearest names as hint. */
extern const BvModel *bv_model_by_name(const char *name);

/*
 * What one record that holds these classes is worth, in billionths; numbers of
 * users' classes are those of this database.
 */
extern int64 bv_record_price(const BvModel *model, const BvClassSet *classes);

/*
 * The same for a record that holds but a class that is not known here: somebody
 * made it for what he holds to be personal data.
 */
extern int64 bv_unknown_class_price(const BvModel *model);

/* The same, but NULL when there is none. */
extern const BvModel *bv_find_model(const char *name);

/*
 * All prices of a model that a record of no other classes can have, as text that
 * is the same as long as they are: a line each, "email 1234" in billionths; and
 * what is left of protected ones, "us_ssn/hmac 20000000".  The classes are by
 * those names.
 */
extern char *bv_model_prices(const BvModel *model, const BvNameTable *names,
							 const BvClassSet *classes);

/*
 * A model of such prices, in the current memory context: it stays as it was when
 * the tables change.  Name, exponent, reference size and currency are the
 * caller's to fill in.
 */
extern BvModel *bv_kept_model(const char *prices);

/* What is left of a class that is so protected by such text, "us_ssn/hmac"; all if it is not there. */
extern int64 bv_kept_factor(const char *prices, const char *name);

/* Defines the setting breachvalue.model; called once from _PG_init. */
extern void bv_price_init(void);

#endif							/* BV_PRICE_H */
