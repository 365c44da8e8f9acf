/*
 * trace.c: what values of classes leave in a text, by their forms
 */
#include "trace.h"

#include <string.h>

#include "class.h"
#include "find_text.h"

/* Fewer digits than these in a row are in too many texts for a trace. */
#define DIGITS_LEAST	5

static inline bool
is_form(const BvForm *form)
{
	static const BvForm none;

	return memcmp(form, &none, sizeof(none)) != 0;
}

/* Values of the class have so many digits. */
static void
need_digits(BvTraces *traces, int digits)
{
	if (digits < DIGITS_LEAST)
		traces->signs |= BV_TRACE_ANYTHING;
	else if (traces->digits == 0 || digits < traces->digits)
		traces->digits = digits;
}

/* Values of that form are in a text. */
static void
need_form(BvTraces *traces, const BvForm *form)
{
	if ((form->must & BV_AT) != 0)
		traces->signs |= BV_TRACE_AT;
	else if (form->letters[1] == 0)
		need_digits(traces, form->digits[0]);
	else
		traces->signs |= BV_TRACE_ANYTHING;
}

/* The numbers of a scheme are. */
static void
need_numbers(BvTraces *traces, const BvNumberScheme *scheme)
{
	for (const BvSum *sum = scheme->sums; sum->digits != 0; sum++)
		need_digits(traces, sum->digits);
}

BvTraces
bv_traces_of_values(const BvClassSet *classes)
{
	BvTraces	traces = {.days = true};

	for (int n = bv_class_set_next(classes, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(classes, n))
	{
		const BvClass *class = bv_class_by_number(n);
		bool		has_form;

		if (class == NULL)
			traces.signs |= BV_TRACE_ANYTHING;	/* a user's */
		if (class == NULL || class->is_valid == NULL)
			continue;
		has_form = is_form(&class->form);
		if (class->code != NULL || class->any_of != NULL || (class->scheme == NULL && !has_form))
			traces.signs |= BV_TRACE_ANYTHING;
		if (class->scheme != NULL)
			need_numbers(&traces, class->scheme);
		if (has_form)
			need_form(&traces, &class->form);
		if (is_form(&class->or_form))
			need_form(&traces, &class->or_form);
		for (const BvForm *form = class->more_forms; form != NULL && is_form(form); form++)
			need_form(&traces, form);
	}
	return traces;
}

/* Values of the class may have letters, or none; those of a code either. */
static void
need_word(BvTraces *traces, const BvClass *class, int digits)
{
	bool		has_form = is_form(&class->form);
	bool		has_or_form = is_form(&class->or_form);

	if (strcmp(class->category, "vehicle") == 0)
		traces->signs |= BV_TRACE_SPACED;	/* plates: "AB 123", "1234 BCD" */
	for (const BvForm *form = class->more_forms; form != NULL && is_form(form); form++)
	{
		if (form->letters[0] == 0)
			need_digits(traces, digits);
		if (form->letters[1] > 0)
			traces->signs |= BV_TRACE_MIXED;
	}
	if (class->scheme != NULL || (has_form && class->form.letters[0] == 0) ||
		(has_or_form && class->or_form.letters[0] == 0) || class->code != NULL ||
		class->any_of != NULL)
		need_digits(traces, digits);
	if (class->code != NULL || class->form.letters[1] > 0 || class->or_form.letters[1] > 0 ||
		class->any_of != NULL)
		traces->signs |= BV_TRACE_MIXED;
}

/* "AB 12 34 56 C": the one code with spaces in which no digit is beside a letter. */
#define SPACED_DIGITS	6

/*
 * Numbers are found as phrases of digits, codes as chains of digits and letters; a
 * number written as a day is of no class but that (find_policy.c).
 */
BvTraces
bv_traces_of_finds(const BvClassSet *wanted)
{
	const BvFindClasses *classes = bv_find_classes();
	BvTraces	traces = {0};

	for (int n = bv_class_set_next(wanted, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(wanted, n))
	{
		const BvClass *class = bv_class_by_number(n);

		if (class == NULL || !bv_find_knows(n))
			continue;
		if (class == classes->email)
		{
			traces.signs |= BV_TRACE_AT;
			continue;
		}
		if (bv_class_set_has(&classes->by_sign, n))
			traces.signs |= BV_TRACE_KEY;
		if (class == classes->password_hash)
			traces.signs |= BV_TRACE_DOLLAR;
		if (class == classes->mac || class == classes->ip_address)
			traces.signs |= BV_TRACE_COLONS;
		if (class == classes->ip_address)
			traces.signs |= BV_TRACE_DOTS;
		if (class == classes->gb_nino)
			need_digits(&traces, SPACED_DIGITS);
		traces.days |= class == classes->birth_date;
		need_word(&traces, class, classes->digits_least[n]);
	}
	return traces;
}
