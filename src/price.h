/*
 * price.h: models and their price lists, as the tables say, cached
 */
#ifndef BV_PRICE_H
#define BV_PRICE_H

#include "class_set.h"
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
	struct BvPriceList *prices; /* private to price.c */
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

/* Defines the setting breachvalue.model; called once from _PG_init. */
extern void bv_price_init(void);

#endif							/* BV_PRICE_H */
