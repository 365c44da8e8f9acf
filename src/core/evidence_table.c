/*
 * evidence_table.c: what the table of a column tells of it
 *
 * A city is about a person beside people: the name of the table and the classes of
 * its other columns tell whether its rows are.  Some columns come in company.
 */
#include "evidence_table.h"

#include <string.h>

#include "array.h"
#include "evidence_name.h"
#include "evidence_weight.h"

/* Classes that only people have, not companies. */
static bool
is_of_people_alone(const BvClass *class)
{
	static const char *const others[] = {
		"given_name", "family_name", "username", "password", "password_hash"
	};

	for (size_t i = 0; i < lengthof(others); i++)
	{
		if (strcmp(class->name, others[i]) == 0)
			return true;
	}
	return class->subject == BV_SUBJECT_PERSON &&
		(strcmp(class->category, "government_id") == 0 ||
		 strcmp(class->category, "demographic") == 0 ||
		 strcmp(class->category, "health") == 0);
}

BvTableContext
bv_table_context(const char *table_name, const BvVerdict *verdicts, int columns)
{
	BvTableContext context = {0};
	double		siblings = 0;
	BvClassSet	seen = {{0}};
	bool		family = false;

	context.people = bv_weigh_table_name(table_name);
	for (int i = 0; i < columns; i++)
	{
		const BvClass *class = bv_class_by_number(verdicts[i].number);

		if (class == NULL || bv_class_set_has(&seen, class->number))
			continue;
		bv_class_set_add(&seen, class->number);
		if (verdicts[i].by_name && strcmp(class->name, "given_name") == 0)
			context.given = true;
		if (verdicts[i].by_name && strcmp(class->name, "family_name") == 0)
			family = true;
		if (is_of_people_alone(class))
			siblings += verdicts[i].confidence;
		else if (strcmp(class->name, "email") == 0)
			siblings += 0.8 * verdicts[i].confidence;
		else if (strcmp(class->name, "phone") == 0)
			siblings += 0.4 * verdicts[i].confidence;
		else if (strcmp(class->name, "address") == 0)
		{
			siblings += 0.4 * verdicts[i].confidence;
			context.address = true;
		}
		else if (strcmp(class->name, "postcode") == 0)
			context.address = true;
		else if (strcmp(class->name, "payment_card") == 0)
			context.card = true;
		else if (strcmp(class->name, "latitude") == 0)
			context.latitude = true;
		else if (strcmp(class->name, "longitude") == 0)
			context.longitude = true;
	}
	if (family)
		context.given = false;
	if (siblings > 2.5)
		siblings = 2.5;
	if (siblings == 0 && columns > 1)
		siblings = -0.7;
	context.people += siblings;
	if (context.people < -2.5)
		context.people = -2.5;
	if (context.people > 3.0)
		context.people = 3.0;
	return context;
}

double
bv_weigh_company(const BvClass *class, const BvTableContext *context)
{
	if (strcmp(class->name, "city") == 0 || strcmp(class->name, "region") == 0 ||
		strcmp(class->name, "country") == 0)
		return context->address ? BV_COMPANY_ADDRESS : 0;
	if (strcmp(class->name, "card_cvv") == 0 || strcmp(class->name, "card_expiry") == 0)
		return context->card ? BV_COMPANY_CARD : 0;
	if (strcmp(class->name, "latitude") == 0)
		return context->longitude ? BV_COMPANY_POINT : 0;
	if (strcmp(class->name, "longitude") == 0)
		return context->latitude ? BV_COMPANY_POINT : 0;
	return 0;
}
