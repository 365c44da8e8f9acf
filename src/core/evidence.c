/*
 * evidence.c: the verdict on a column
 *
 * Everything is in natural log-odds against "nothing personal".  The verdict is the
 * softmax over the candidates, the schemes of things that their values might be as
 * well, and "nothing" at 0; its confidence is calibrated to how often such verdicts
 * are right.
 *
 * Each file of evidence calls those below it alone:
 *
 *     evidence_mixed   which classes there are, where there are several
 *     evidence         the verdict
 *     evidence_rival   the classes that a column may be of, against each other
 *     evidence_class   what speaks for one class
 *     evidence_column  what is known of a column, whatever the class
 *     evidence_table   what its table says
 *     evidence_name    what names say
 *     evidence_value, evidence_word, evidence_shape
 *                      what values say, by validators, lists of words and looks
 *     evidence_sample  what a sample of values is worth
 *     evidence_weight  how much everything weighs
 */
#include "evidence.h"

#include <math.h>
#include <string.h>

#include "array.h"
#include "evidence_rival.h"
#include "evidence_weight.h"

/* Is every value of the one class also one of the other? */
static bool
is_kind_of(const char *part, const char *whole)
{
	static const char *const kinds[][2] = {
		{"de_ausweis", "passport"},
		{"de_kennzeichen", "license_plate"},
		{"es_matricula", "license_plate"},
		{"fr_plaque", "license_plate"},
		{"gb_driving_licence", "drivers_licence"},
		{"gb_plate", "license_plate"},
		{"iban", "bank_account"},
		{"it_targa", "license_plate"},
		{"jwt", "api_secret"},
		{"nl_id_document", "passport"},
		{"nl_kenteken", "license_plate"},
		{"nl_rijbewijs", "drivers_licence"},
		{"se_regnr", "license_plate"},
		{"us_drivers_licence", "drivers_licence"},
	};

	for (size_t i = 0; i < lengthof(kinds); i++)
	{
		if (strcmp(part, kinds[i][0]) == 0 && strcmp(whole, kinds[i][1]) == 0)
			return true;
	}
	return false;
}

/* The number of an identity document is that of a passport where the name says so. */
static const BvCandidate *
as_named(const BvCandidate *winner, const BvCandidate *candidates, int count)
{
	for (int i = 0; i < count; i++)
	{
		if (strcmp(candidates[i].class->name, "passport") == 0 &&
			candidates[i].verdict.by_name && candidates[i].logit > 0 &&
			is_kind_of(winner->class->name, "passport"))
			return &candidates[i];
	}
	return winner;
}

/* With 95 in 100 confidence, of the values at most this share is of some class; -1 cannot tell. */
static double
highest_share(const BvSample *sample)
{
	double		n;
	double		k = 0;
	double		z = 1.645;
	double		share;

	if (sample == NULL || sample->distinct == 0)
		return -1;
	for (int number = bv_class_set_next(&sample->passed, 0); number <= bv_class_count;
		 number = bv_class_set_next(&sample->passed, number))
	{
		const BvClass *class = bv_class_by_number(number);

		if (class->is_valid != NULL && class->chance < BV_STRICT_RULE && sample->passes[number] > k)
			k = sample->passes[number];
	}
	n = sample->distinct;
	/* all of them were seen */
	if (sample->population <= n)
		return k / n;
	if (k == 0)
		return 1 - pow(0.05, 1 / n);
	/* Wilson's interval */
	share = k / n;
	return (share + z * z / (2 * n) + z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))) /
		(1 + z * z / n);
}

/*
 * Platt's map (1999) from what the weights make of a verdict to how often such
 * verdicts are right: a straight line in log-odds, one for classes and one for
 * nothing, of which whoever overlooks a name is too sure.
 */
static double
calibrated(double probability, bool nothing)
{
	double		logit = log(probability / (1 - probability));

	if (!isfinite(logit))
		return logit > 0 ? 1 : 0;
	logit = nothing ? BV_NOTHING_SHIFT + BV_NOTHING_SLOPE * logit :
		BV_CLASS_SHIFT + BV_CLASS_SLOPE * logit;
	return 1 / (1 + exp(-logit));
}

/* A verdict with the probability of its outcome, and of the next best. */
static BvVerdict
with_confidence(BvVerdict verdict, double confidence, double runner_up)
{
	verdict.confidence = calibrated(confidence, verdict.number == 0);
	verdict.runner_up_confidence = confidence < 1 ?
		runner_up * (1 - verdict.confidence) / (1 - confidence) : 0;
	/* nothing is said with less confidence than it seems to have: the next is no likelier yet */
	if (verdict.runner_up_confidence > verdict.confidence)
		verdict.runner_up_confidence = verdict.confidence;
	return verdict;
}

/* The odds of a candidate against "nothing personal", as far as sums of them are finite. */
static double
odds_of(const BvCandidate *candidate)
{
	return exp(candidate->logit > 500 ? 500 : candidate->logit);
}

BvVerdict
bv_weigh(const BvColumn *column, const BvTableContext *context)
{
	BvKnownColumn known;
	BvVerdict	nothing = {0};
	BvVerdict	verdict;
	double		total = 1;		/* odds, those of "nothing personal" are 1 */
	double		best = 0;
	double		second = 1;		/* so far "nothing personal" */
	const BvCandidate *winner = NULL;
	BvCandidate	candidates[BV_CLASS_LIMIT];
	int			count;

	bv_know_column(column, context, &known);
	nothing.generated = known.generated;
	nothing.share = -1;
	nothing.not_above = -1;
	nothing.decoy = known.decoy != NULL ? known.decoy->name : NULL;
	count = bv_weigh_all(&known, &nothing, candidates);
	for (int i = 0; i < count; i++)
	{
		double		odds = odds_of(&candidates[i]);

		total += odds;
		if (odds > best)
		{
			best = odds;
			winner = &candidates[i];
		}
	}

	/*
	 * Personal, when that is likelier than not: rivals that share a name, as
	 * driving licences of all countries do, must not lose to nothing together.
	 */
	if (total <= 2)
	{
		nothing.runner_up = winner != NULL ? winner->class->number : 0;
		nothing.not_above = highest_share(column->sample);
		return with_confidence(nothing, 1 / total, best / total);
	}

	winner = as_named(winner, candidates, count);
	best = odds_of(winner);

	/* a Dutch driving licence is one as well: what speaks for it speaks for both */
	verdict = winner->verdict;
	verdict.decoy = NULL;
	for (int i = 0; i < count; i++)
	{
		const BvClass *class = candidates[i].class;
		double		odds = odds_of(&candidates[i]);

		if (class != winner->class && (is_kind_of(class->name, winner->class->name) ||
									   is_kind_of(winner->class->name, class->name)))
			best += odds;
		else if (class != winner->class && odds > second)
		{
			second = odds;
			verdict.runner_up = class->number;
		}
	}
	return with_confidence(verdict, best / total, second / total);
}
