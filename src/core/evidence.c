/*
 * evidence.c: what a column holds, weighed as evidence against its rivals
 *
 * Everything is in natural log-odds against "nothing personal".  A class that
 * has neither a name nor passing values for it is no candidate.  For the rest
 *
 *     logit = prior + name + type + table + values
 *
 * and the verdict is the softmax over the candidates and "nothing" at 0.
 *
 * Values: of n distinct ones k are valid.  The share s of values that carry
 * the class is unknown, so the likelihood is averaged over a grid of shares,
 * and so is that of "nothing", which may be chance, a few strays, or a foreign
 * scheme (a key with a check digit of its own) that passes every time.
 */
#include "evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "column_name.h"
#include "table_word.h"

/* What the values of a class look like, where a validator does not tell. */
typedef enum Shape
{
	ANY_SHAPE,
	WORDS,						/* names of people and places */
	FEW,						/* a handful of different short values */
	SEX,						/* even fewer, and single words */
	CODE,						/* short, without spaces, mostly with digits */
	SHORT_NUMBER,				/* 3 to 8 digits */
	PLACE_CODE,					/* postcodes: 3 to 10, nearly always with digits */
	AMOUNT,						/* a number */
	LATITUDE,
	LONGITUDE,
	YEARS,						/* an age */
	SCORE,						/* of credit: 0 to 1,000 */
	BIRTH,						/* a date, most of them of a living adult */
	STREET,						/* addresses: words, often with a number */
	LOGIN,						/* one word */
	SECRET,						/* one word, not a few that repeat */
	HASH,						/* as a stored password is written */
	LINK,						/* a web address or path */
	PROSE,						/* sentences */
	REFERENCE					/* a key: short, no spaces */
} Shape;

/* How much the table decides: a city is about a person only beside people. */
#define ALONE		0.3			/* the class speaks for itself */
#define BESIDE		0.8			/* worth more beside people */
#define DEPENDS		1.5			/* means nothing without its table */

/*
 * Weights of a class.  "named" is the log-odds that a column is of the class
 * when its whole name says so, in a table of which nothing is known; "unnamed"
 * when it has no such name, before its values are seen.
 */
typedef struct Weight
{
	const char *name;
	float		named;
	float		unnamed;
	float		table;
	Shape		shape;
} Weight;

/*
 * Government numbers have names that mean nothing else (bsn, personnummer), and
 * without the name there are dozens of them for any string of digits.
 */
static const Weight government_weight = {NULL, 3.0, -7.0, ALONE, CODE};

/* Everything else that is not in the table below. */
static const Weight other_weight = {NULL, 2.2, -7.0, BESIDE, ANY_SHAPE};

/* in order of name */
static const Weight weights[] = {
	{"account_balance", 2.0, -9.0, DEPENDS, AMOUNT},	/* of people, or of ledgers */
	{"account_id", 1.5, -9.0, ALONE, REFERENCE},
	{"address", 2.0, -9.0, BESIDE, STREET},
	{"age", 1.5, -9.0, DEPENDS, YEARS}, /* of accounts, wine and caches too */
	{"api_secret", 2.0, -6.0, ALONE, SECRET},
	{"bank_account", 2.0, -9.0, ALONE, CODE},
	{"bic", 2.5, -7.0, ALONE, CODE},
	{"biometric", 2.0, -9.0, BESIDE, ANY_SHAPE},
	{"birth_date", 3.5, -9.0, ALONE, BIRTH},	/* never by its values alone */
	{"birth_place", 2.5, -9.0, BESIDE, WORDS},
	{"blood_type", 3.0, -5.0, ALONE, FEW},
	{"card_cvv", 2.0, -9.0, BESIDE, SHORT_NUMBER},
	{"card_expiry", 2.5, -9.0, BESIDE, ANY_SHAPE},
	{"city", 1.8, -9.0, BESIDE, WORDS},
	{"cookie_id", 2.2, -9.0, BESIDE, SECRET},
	{"country", 0.8, -9.0, DEPENDS, WORDS},
	{"credit_score", 2.5, -9.0, BESIDE, SCORE},
	{"criminal_record", 1.5, -9.0, BESIDE, ANY_SHAPE},
	{"crypto_wallet", 1.8, -6.0, ALONE, SECRET},
	{"device_id", 2.5, -9.0, ALONE, REFERENCE},
	{"education", 1.0, -9.0, DEPENDS, WORDS},
	{"email", 3.5, -5.0, ALONE, ANY_SHAPE},
	{"employer", 2.2, -9.0, DEPENDS, ANY_SHAPE},
	{"ethnicity", 2.0, -9.0, BESIDE, FEW},
	{"family", 1.0, -9.0, DEPENDS, ANY_SHAPE},
	{"family_name", 3.3, -9.0, ALONE, WORDS},
	{"fax", 2.5, -9.0, BESIDE, ANY_SHAPE},
	{"free_text", 0.8, -9.0, BESIDE, PROSE},
	{"gender", 2.0, -9.0, BESIDE, SEX},
	{"geo_point", 1.5, -9.0, BESIDE, ANY_SHAPE},
	{"given_name", 3.3, -9.0, ALONE, WORDS},
	{"health_condition", 2.5, -9.0, BESIDE, ANY_SHAPE},
	{"iban", 3.5, -5.0, ALONE, CODE},
	{"iccid", 3.0, -6.0, ALONE, CODE},
	{"imei", 3.5, -5.5, ALONE, CODE},
	{"imsi", 3.5, -8.0, ALONE, CODE},
	{"income", 1.8, -9.0, BESIDE, AMOUNT},
	{"insurance_policy", 2.0, -9.0, BESIDE, CODE},
	{"ip_address", 2.5, -5.0, ALONE, ANY_SHAPE},
	{"jwt", 2.5, -5.0, ALONE, SECRET},
	{"language", 1.0, -9.0, DEPENDS, WORDS},
	{"latitude", 2.0, -9.0, BESIDE, LATITUDE},
	{"license_plate", 3.0, -9.0, ALONE, CODE},
	{"longitude", 2.0, -9.0, BESIDE, LONGITUDE},
	{"mac", 3.0, -5.0, ALONE, ANY_SHAPE},
	{"marital_status", 3.0, -9.0, ALONE, FEW},
	{"medical_record_no", 2.8, -9.0, ALONE, REFERENCE},
	{"medication", 1.5, -9.0, BESIDE, ANY_SHAPE},
	{"message_content", 0.8, -9.0, BESIDE, PROSE},
	{"name", 2.5, -9.0, DEPENDS, WORDS},
	{"nationality", 2.5, -9.0, ALONE, WORDS},
	{"occupation", 2.5, -9.0, BESIDE, WORDS},
	{"otp_secret", 2.0, -9.0, ALONE, SECRET},
	{"password", 3.2, -9.0, ALONE, SECRET},
	{"password_hash", 3.2, -5.0, ALONE, HASH},
	{"password_hint", 2.5, -9.0, ALONE, ANY_SHAPE},
	{"payment_card", 2.5, -5.0, ALONE, CODE},
	{"phone", 3.0, -5.5, ALONE, ANY_SHAPE},
	{"photo", 1.8, -9.0, DEPENDS, LINK},
	{"pin", 1.0, -9.0, BESIDE, SHORT_NUMBER},
	{"political_opinion", 2.8, -9.0, BESIDE, WORDS},
	{"postcode", 2.2, -9.0, BESIDE, PLACE_CODE},
	{"private_key", 2.5, -5.0, ALONE, ANY_SHAPE},
	{"region", 1.5, -9.0, BESIDE, WORDS},
	{"religion", 2.5, -9.0, BESIDE, WORDS},
	{"security_answer", 2.8, -9.0, ALONE, ANY_SHAPE},
	{"serial_number", 0.5, -9.0, BESIDE, CODE},
	{"sexual_orientation", 3.0, -9.0, ALONE, FEW},
	{"social_handle", 1.8, -9.0, BESIDE, LOGIN},
	{"trade_union", 2.8, -9.0, BESIDE, WORDS},
	{"url", 0.8, -9.0, BESIDE, LINK},	/* by name: any value is some link */
	{"user_agent", 2.5, -6.0, ALONE, ANY_SHAPE},
	{"username", 2.5, -9.0, ALONE, LOGIN},
	{"vin", 2.5, -5.5, ALONE, CODE},
};

/* Names that other things than the class have too. */
typedef struct GenericName
{
	const char *name;			/* folded */
	float		penalty;
} GenericName;

/* in order of name */
static const GenericName generic_names[] = {
	{"age", -0.5},				/* of an account, a building, a wine */
	{"alias", -3.5},
	{"balance", -2.0},
	{"browser", -4.0},
	{"cid", -3.0},
	{"client", -2.5},
	{"clientid", -2.0},			/* of OAuth, and of customers */
	{"company", -2.5},			/* a customer rather than an employer */
	{"companyname", -2.5},
	{"condition", -3.5},		/* of a used car */
	{"county", -0.3},
	{"degree", -2.5},
	{"empresa", -2.0},
	{"exp", -2.5},				/* of anything that ends */
	{"expdate", -2.5},
	{"expiration", -3.0},
	{"expirationdate", -3.0},
	{"expires", -3.0},
	{"expiry", -2.5},
	{"expirydate", -3.0},
	{"fin", -3.0},
	{"fingerprint", -3.0},		/* of a browser or a key */
	{"firma", -2.0},
	{"geldigtot", -3.0},
	{"handle", -2.0},
	{"idioma", -1.5},
	{"image", -2.0},			/* of whatever is sold */
	{"iris", -3.0},
	{"job", -2.5},				/* of a scheduler */
	{"lang", -3.5},
	{"language", -3.5},			/* of a film, a page, a setting */
	{"langue", -1.5},
	{"lingua", -1.5},
	{"locale", -5.0},
	{"location", -3.0},
	{"login", -0.5},
	{"marca", -3.0},
	{"memberid", -2.5},			/* of a club or a relation, before an insurance */
	{"naam", -3.5},				/* everything has a name */
	{"name", -3.5},
	{"namn", -3.5},
	{"nom", -3.5},
	{"nombre", -3.5},
	{"nome", -3.5},
	{"organisation", -2.5},
	{"organization", -2.5},
	{"partij", -2.0},
	{"partner", -3.0},
	{"party", -2.5},
	{"pass", -2.0},
	{"picture", -0.8},
	{"position", -3.5},
	{"race", -1.0},
	{"role", -6.0},				/* of an account */
	{"scheme", -2.0},
	{"school", -2.0},
	{"serial", -1.5},
	{"session", -2.0},
	{"signature", -2.0},
	{"sprache", -1.5},
	{"sprak", -1.5},
	{"state", -1.5},			/* of an order */
	{"subjectid", -3.0},
	{"subscriberid", -3.0},
	{"taal", -1.5},
	{"titel", -4.0},
	{"title", -4.0},			/* of a book, a page, a job */
	{"titular", -1.0},
	{"titulo", -4.0},
	{"token", -0.5},
	{"union", -2.5},
	{"university", -2.0},
	{"user", -0.5},
	{"userid", -1.5},			/* a key rather than what is typed in */
	{"webhook", -3.5},			/* an address rather than a secret */
};

/* A name of which only a run of tokens speaks for the class. */
#define NAME_RUN		(-0.5)		/* "home_phone": nearly as good as the whole */
#define NAME_STRANGER	(-1.2)		/* for each other token that we do not know */
#define NAME_THING		(-2.0)		/* for one that speaks of things: "product_name" … */
#define NAME_THING_MORE (-1.5)		/* … and as much as the class depends on its table */
#define NAME_PERSON		1.5			/* for one that speaks of people, so likewise */
#define NAME_REFERENCE	(-2.5)		/* "address_id" refers to an address */
#define NAME_EXPLAINED	(-2.0)		/* a part of a longer name for another class */
#define NAME_DENIED		(-6.0)		/* "email_verified", "phone_count" */

/* A name alone does not tell the country: rather the class that has none */
#define SOMEWHERE		(-0.5)

/* Types */
#define TYPE_COUSIN		(-0.8)		/* a number where digits in text are usual, or so */
#define TYPE_SPEAKS		6.0			/* inet and macaddr have hardly another use */

/* Keys */
#define KEY_TO_PEOPLE	2.5			/* a foreign key into a table of people */
#define KEY_ELSEWHERE	(-2.0)		/* into another table */
#define KEY_IS_NOT_DATA (-3.0)		/* a key is seldom anything but a reference */

/* Columns that come in company */
#define COMPANY_ADDRESS 1.2			/* city, region and country beside an address */
#define COMPANY_CARD	3.5			/* "exp" and "cvv" beside a card number */
#define COMPANY_POINT	1.2			/* a latitude beside a longitude */

/* Values */
#define VALID_SHARE		0.97		/* of true values that pass, typing errors aside */
#define STRANGE_FORMAT	0.03		/* a true column whose format we do not know */
#define SHAPE_FITS		0.7
#define SHAPE_FAILS		(-4.0)
#define LOOSE_RULE		0.3			/* nine digits are an SSN, eight to fifteen a phone … */
#define LOOSE_GAIN		1.0			/* … which says next to nothing */
#define GENERATED		(-4.0)		/* counters and clocks pass a loose rule as they are */
#define GENERATED_CHECKED 0.05		/* and one in twenty has a check digit of its own */

#define lengthof(array) (sizeof(array) / sizeof((array)[0]))

static double
share_of(int part, const BvSample *sample)
{
	return sample->distinct > 0 ? (double) part / sample->distinct : 0;
}

/*
 * Numbers as a counter or a clock gives them: dense, or seconds since 1970.
 * They pass check digits by chance alone, and loose checks, as those of an
 * SSN, nearly always.
 */
static bool
is_generated(const BvSample *sample)
{
	if (sample->numbers < 10 || sample->all_digits < sample->distinct)
		return false;
	if (sample->steps > 0.5 * sample->numbers ||
		sample->numbers > 0.05 * (sample->highest - sample->lowest + 1))
		return true;
	/* 2001 to 2033, in seconds, milli-, micro- or nanoseconds */
	for (double unit = 1; unit <= 1e9; unit *= 1e3)
	{
		if (sample->lowest >= 1.0e9 * unit && sample->highest < 2.0e9 * unit)
			return true;
	}
	return false;
}

/* ln(n over k) cancels; both chances are strictly between 0 and 1. */
static double
log_likelihood(double n, double k, double chance)
{
	return k * log(chance) + (n - k) * log1p(-chance);
}

static double
log_sum(double a, double b)
{
	double		high = a > b ? a : b;

	return high + log(exp(a - high) + exp(b - high));
}

/* What share of values carries the class, in a column of that class. */
static const struct
{
	double		share;
	double		weight;
}			shares[] = {
	{1.00, 0.60},
	{0.95, 0.12},
	{0.90, 0.08},
	{0.80, 0.06},
	{0.65, 0.05},
	{0.50, 0.04},
	{0.35, 0.03},
	{0.20, 0.02},
};

/* What strays a column may have that is not of the class. */
static const double stray[] = {0.01, 0.03, 0.08};

/*
 * A scheme with the same check digit but other rules for the rest, as keys of
 * sixteen digits with Luhn's, passes where the rest happens to fit.  Strict
 * rules are met by no such scheme.
 */
static const double fitting[] = {0.12, 0.2, 0.35, 0.5};

#define STRICT_RULE		1e-3

/*
 * By how many columns of another scheme, all of whose values pass, do there
 * come for one column of strings at random?  Stricter rules have fewer.
 */
static double
foreign_schemes(double chance)
{
	if (chance <= STRICT_RULE)
		return 1e-6;
	if (chance <= 0.05)
		return 1e-5;
	return 1e-4;
}

/* Log-odds from the distinct values: k of n are valid. */
static double
weigh_values(const BvClass *class, const BvSample *sample, bool generated)
{
	double		n = sample->distinct;
	double		k = sample->passes[class->number];
	double		chance = class->chance > 0 ? class->chance : 0.05;
	double		with = -INFINITY;
	double		without;

	if (n == 0)
		return 0;
	if (n > BV_SAMPLE_EFFECTIVE)
	{
		k *= BV_SAMPLE_EFFECTIVE / n;
		n = BV_SAMPLE_EFFECTIVE;
	}

	/* separators where they belong leave little to chance */
	if (strcmp(class->name, "us_ssn") == 0 && share_of(sample->hyphenated_ssn, sample) > 0.5)
		chance = 0.001;
	if (strcmp(class->name, "phone") == 0)
		chance = share_of(sample->dialled, sample) > 0.5 ? 0.02 : 0.35;
	if (chance < 1e-6)
		chance = 1e-6;
	if (chance > 0.95)
		chance = 0.95;
	if (generated && chance >= LOOSE_RULE)
		return GENERATED;

	for (size_t i = 0; i < lengthof(shares); i++)
	{
		double		pass = shares[i].share * VALID_SHARE + (1 - shares[i].share) * chance;

		with = log_sum(with, log(shares[i].weight) + log_likelihood(n, k, pass));
	}

	without = log(0.85) + log_likelihood(n, k, chance);
	for (size_t i = 0; i < lengthof(stray); i++)
		without = log_sum(without, log(0.05) +
						  log_likelihood(n, k, stray[i] + (1 - stray[i]) * chance));
	for (size_t i = 0; i < lengthof(fitting) && chance > STRICT_RULE; i++)
		without = log_sum(without, log(0.02) + log_likelihood(n, k, fitting[i]));
	/* counters with a check digit appended are far from rare */
	without = log_sum(without, log(generated ? GENERATED_CHECKED : foreign_schemes(chance)) +
					  log_likelihood(n, k, VALID_SHARE));

	/* a true column may be in a format that the validator does not know */
	with = log_sum(with, log(STRANGE_FORMAT) + without);

	/* digits are not random: a rule this loose is met by whole schemes of them */
	if (chance >= LOOSE_RULE && with - without > LOOSE_GAIN)
		return LOOSE_GAIN;
	return with - without;
}

/* Does the sample look as values of that shape do?  A share, or -1: cannot tell. */
static double
shape_share(Shape shape, const BvSample *sample, int type)
{
	double		n = sample->distinct;
	double		mean = n > 0 ? sample->bytes / n : 0;
	double		repeated = n / (double) (sample->rows - sample->nulls - sample->blanks + 1);

	switch (shape)
	{
		case ANY_SHAPE:
			return -1;
		case WORDS:
			/* codes of places and languages are words of two or three letters */
			return share_of(sample->lettered, sample) *
				(share_of(sample->sentences, sample) > 0.5 || sample->longest < 2 ? 0.2 : 1);
		case FEW:
			return n <= 40 && (n <= 15 || repeated < 0.5) && mean <= 40 ? 1 : 0;
		case SEX:
			return n <= 12 && mean <= 12 && share_of(sample->with_space, sample) < 0.3 ? 1 : 0;
		case CODE:
			return share_of(sample->with_digit, sample) *
				(mean >= 4 && mean <= 45 && share_of(sample->sentences, sample) < 0.3 ? 1 : 0.2);
		case SHORT_NUMBER:
			return share_of(sample->all_digits, sample) *
				(sample->longest <= 8 && mean >= 2.5 ? 1 : 0);
		case PLACE_CODE:
			return (mean >= 2 && mean <= 11 ? 1 : 0) *
				(share_of(sample->with_digit, sample) > 0.6 ? 1 : 0);
		case AMOUNT:
			/* an amount may have a currency sign and thousands in text */
			return type == BV_TYPE_TEXT ? share_of(sample->with_digit, sample) :
				share_of(sample->numbers, sample);
		case LATITUDE:
			return (type == BV_TYPE_INTEGER) ? -1 : share_of(sample->numbers, sample) *
				(sample->lowest >= -90 && sample->highest <= 90 ? 1 : 0);
		case LONGITUDE:
			return (type == BV_TYPE_INTEGER) ? -1 : share_of(sample->numbers, sample) *
				(sample->lowest >= -180 && sample->highest <= 180 ? 1 : 0);
		case YEARS:
			return sample->numbers > 0 ?
				(sample->lowest >= 0 && sample->highest <= 125 && sample->highest >= 10 ? 1 : 0) :
				-1;
		case SCORE:
			return share_of(sample->numbers, sample) *
				(sample->lowest >= 0 && sample->highest <= 1000 ? 1 : 0);
		case BIRTH:
			if (sample->dates < 0.5 * n)
				return type == BV_TYPE_DATE ? 0 : -1;
			return (double) sample->grown_up / sample->dates;
		case STREET:
			return share_of(sample->links, sample) < 0.3 &&
				share_of(sample->numbers, sample) < 0.3 &&
				share_of(sample->with_at, sample) < 0.3 && mean >= 4 ? 1 : 0;
		case LOGIN:
			return 1 - share_of(sample->with_space, sample);
		case SECRET:
			return (1 - share_of(sample->with_space, sample)) *
				(share_of(sample->numbers, sample) > 0.5 && mean < 5 ? 0 : 1);
		case HASH:
			return share_of(sample->hashes, sample);
		case LINK:
			return share_of(sample->links, sample);
		case PROSE:
			return share_of(sample->with_space, sample);
		case REFERENCE:
			return (1 - share_of(sample->with_space, sample)) * (mean <= 64 ? 1 : 0);
	}
	return -1;
}

/* Few values say less than many: half of the weight at two. */
static double
weigh_shape(Shape shape, const BvSample *sample, int type)
{
	double		share = shape_share(shape, sample, type);

	if (share < 0 || sample->distinct == 0)
		return 0;
	return (share * SHAPE_FITS + (1 - share) * SHAPE_FAILS) *
		sample->distinct / (sample->distinct + 2.0);
}

static const Weight *
weight_of(const BvClass *class)
{
	size_t		low = 0;
	size_t		high = lengthof(weights);

	while (low < high)
	{
		size_t		middle = (low + high) / 2;
		int			order = strcmp(class->name, weights[middle].name);

		if (order == 0)
			return &weights[middle];
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	if (strcmp(class->category, "government_id") == 0 || strcmp(class->category, "vehicle") == 0)
		return &government_weight;
	return &other_weight;
}

static double
generic_penalty(const char *name, size_t len)
{
	for (size_t i = 0; i < lengthof(generic_names); i++)
	{
		size_t		known = strlen(generic_names[i].name);

		if (memcmp(generic_names[i].name, name, known < len ? known : len) == 0 &&
			(known == len || (known + 1 == len && name[known] == 's')))
			return generic_names[i].penalty;
	}
	return 0;
}

static BvWordKind
token_kind(const BvColumnName *name, int token)
{
	return bv_word_kind(name->text + name->start[token],
						name->start[token + 1] - name->start[token]);
}

/* Is the run of tokens a name for the class? */
static bool
run_names(const BvColumnName *name, int first, int tokens, const BvClass *class)
{
	const char *run = name->text + name->start[first];
	size_t		len = name->start[first + tokens] - name->start[first];

	for (int plural = 0; plural < 2; plural++)
	{
		int			count;
		const BvColumnSynonym *synonym = bv_column_synonyms_of(run, len, &count);

		for (int i = 0; i < count; i++)
		{
			if (strcmp(synonym[i].class_name, class->name) == 0)
				return true;
		}
		if (len < 2 || run[len - 1] != 's')
			break;
		len--;
	}
	return false;
}

/* Log-odds from the name, a synonym for the class being in it. */
static double
weigh_name(const BvColumnName *name, const BvColumnNameMatch *match, const Weight *weight,
		   BvVerdict *verdict)
{
	double		logit = weight->named;
	int			first = 0;

	while (first + match->tokens < name->tokens &&
		   !run_names(name, first, match->tokens, match->class))
		first++;
	/* as a key of people they are not generic at all */
	if (match->class->role != BV_ROLE_LINK)
		logit += generic_penalty(name->text + name->start[first],
								 name->start[first + match->tokens] - name->start[first]);
	if (!match->whole)
		logit += NAME_RUN;

	for (int i = 0; i < name->tokens; i++)
	{
		bool		inside = i >= first && i < first + match->tokens;
		unsigned char c = (unsigned char) name->text[name->start[i]];

		switch (token_kind(name, i))
		{
			case BV_WORD_PERSON:
				if (!inside || match->tokens > 1)
					logit += NAME_PERSON * weight->table;
				break;
			case BV_WORD_THING:
				if (!inside && match->negatives == 0)
					logit += NAME_THING + NAME_THING_MORE * weight->table;
				break;
			case BV_WORD_KEY:
				if (!inside && weight->shape != CODE && weight->shape != REFERENCE &&
					weight->shape != SHORT_NUMBER && weight->shape != PLACE_CODE &&
					weight->shape != ANY_SHAPE)
					logit += NAME_REFERENCE;
				break;
			case BV_WORD_QUALIFIER:
				break;
			case BV_WORD_UNKNOWN:
				if (!inside && (c < '0' || c > '9'))
					logit += NAME_STRANGER;
				break;
		}
	}
	if (match->negatives > 0)
	{
		logit += NAME_DENIED * (match->negatives > 2 ? 2 : match->negatives);
		verdict->name_denied = true;
	}
	return logit;
}

/* "customer_no", "kundnr": a word for people, then one for a key. */
static bool
names_a_person_key(const BvColumnName *name)
{
	static const char *const suffix[] = {"nummer", "number", "code", "key", "nr", "no", "id"};
	int			last = name->tokens - 1;
	const char *token;
	size_t		len;

	if (last < 0)
		return false;
	if (last > 0 && token_kind(name, last) == BV_WORD_KEY)
		return token_kind(name, last - 1) == BV_WORD_PERSON;
	token = name->text + name->start[last];
	len = name->start[last + 1] - name->start[last];
	for (size_t i = 0; i < lengthof(suffix); i++)
	{
		size_t		tail = strlen(suffix[i]);

		if (len > tail + 2 && memcmp(token + len - tail, suffix[i], tail) == 0)
			return bv_word_kind(token, len - tail) == BV_WORD_PERSON;
	}
	return false;
}

static bool
is_about_people(const char *table_name)
{
	BvColumnName name;

	if (table_name == NULL)
		return false;
	bv_column_name_fold(table_name, strlen(table_name), &name);
	for (int i = name.tokens - 1; i >= 0; i--)
	{
		BvWordKind	kind = token_kind(&name, i);

		if (kind == BV_WORD_PERSON || kind == BV_WORD_THING)
			return kind == BV_WORD_PERSON;
	}
	return false;
}

/* Log-odds from the type, or -INFINITY where the class cannot be. */
static double
weigh_type(const BvClass *class, int type)
{
	const int	number = BV_TYPE_INTEGER | BV_TYPE_NUMERIC | BV_TYPE_FLOAT;

	if (class->types & type)
		return 0;
	if (type == BV_TYPE_ENUM && (class->types & BV_TYPE_TEXT))
		return TYPE_COUSIN;
	if ((type & (number | BV_TYPE_MONEY)) && (class->types & number))
		return TYPE_COUSIN;
	if (type == BV_TYPE_TEXT && (class->types & (number | BV_TYPE_DATE | BV_TYPE_GEOMETRY)))
		return TYPE_COUSIN;
	return -INFINITY;
}

/* Classes that only people have, not companies. */
static bool
is_of_people_alone(const BvClass *class)
{
	static const char *const others[] = {"given_name", "family_name", "username", "password", "password_hash"};

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
	BvColumnName name;
	BvTableContext context = {0};
	double		siblings = 0;
	BvClassSet	seen = {{0}};

	/* the last word is what the rows are, those before it say of what */
	bv_column_name_fold(table_name, strlen(table_name), &name);
	for (int i = name.tokens - 1, weight = 2; i >= 0; i--)
	{
		BvWordKind	kind = token_kind(&name, i);

		if (kind == BV_WORD_PERSON)
			context.people += weight;
		else if (kind == BV_WORD_THING)
			context.people -= 0.75 * weight;
		weight = 1;
	}

	for (int i = 0; i < columns; i++)
	{
		const BvClass *class = bv_class_by_number(verdicts[i].number);

		if (class == NULL || bv_class_set_has(&seen, class->number))
			continue;
		bv_class_set_add(&seen, class->number);
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

/* Log-odds from columns that come in company. */
static double
weigh_company(const BvClass *class, const BvTableContext *context)
{
	if (strcmp(class->name, "city") == 0 || strcmp(class->name, "region") == 0 ||
		strcmp(class->name, "country") == 0)
		return context->address ? COMPANY_ADDRESS : 0;
	if (strcmp(class->name, "card_cvv") == 0 || strcmp(class->name, "card_expiry") == 0)
		return context->card ? COMPANY_CARD : 0;
	if (strcmp(class->name, "latitude") == 0)
		return context->longitude ? COMPANY_POINT : 0;
	if (strcmp(class->name, "longitude") == 0)
		return context->latitude ? COMPANY_POINT : 0;
	return 0;
}

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

BvVerdict
bv_weigh(const BvColumn *column, const BvTableContext *context)
{
	BvVerdict	verdict = {0};
	BvColumnName name;
	BvColumnNameMatch matches[BV_NAME_MATCHES];
	int			match_count;
	const BvSample *sample = column->sample;
	bool		person_key;
	BvVerdict	base = {0};
	double		total = 1;		/* odds, those of "nothing personal" are 1 */
	double		best = 0;
	double		second = 1;		/* so far "nothing personal" */
	const BvClass *winner = NULL;
	struct
	{
		const BvClass *class;
		double		odds;
	}			candidates[BV_USER_CLASS_FIRST];
	int			candidate_count = 0;

	bv_column_name_fold(column->name, strlen(column->name), &name);
	match_count = bv_column_name_match(&name, matches, BV_NAME_MATCHES);
	if (match_count > BV_NAME_MATCHES)
		match_count = BV_NAME_MATCHES;
	person_key = names_a_person_key(&name);
	base.generated = sample != NULL && is_generated(sample);
	base.share = -1;

	for (int c = 0; c < bv_class_count; c++)
	{
		const BvClass *class = &bv_classes[c];
		const Weight *weight = weight_of(class);
		const BvColumnNameMatch *match = NULL;
		double		type = weigh_type(class, column->type);
		double		logit;
		double		odds;
		BvVerdict	mine = base;
		bool		link = strcmp(class->name, "account_id") == 0;

		if (isinf(type))
			continue;
		for (int i = 0; i < match_count && match == NULL; i++)
		{
			if (matches[i].class == class)
				match = &matches[i];
		}
		mine.by_type = (column->type == BV_TYPE_INET && strcmp(class->name, "ip_address") == 0) ||
			(column->type == BV_TYPE_MAC && strcmp(class->name, "mac") == 0);

		if (match != NULL)
		{
			logit = weigh_name(&name, match, weight, &mine);
			/* the address in "email_address" is explained */
			if (match->tokens < matches[0].tokens)
				logit += NAME_EXPLAINED;
			mine.by_name = true;
			mine.whole_name = match->whole;
		}
		else if (link && person_key)
		{
			logit = weight->named;
			mine.by_name = true;
		}
		else if (link && column->key == BV_KEY_FOREIGN && is_about_people(column->key_target))
			logit = 0;
		else if (mine.by_type ||
				 (class->is_valid != NULL && class->evidence == BV_BY_VALUE &&
				  sample != NULL && sample->passes[class->number] > 0))
			logit = weight->unnamed;
		else
			continue;
		logit += type;
		if (match != NULL && strcmp(class->jurisdiction, "*") != 0)
			logit += SOMEWHERE;
		if (context != NULL)
			logit += weight->table * context->people + weigh_company(class, context);
		if (mine.by_type)
			logit += TYPE_SPEAKS;

		if (link && column->key == BV_KEY_FOREIGN)
			logit += is_about_people(column->key_target) ? KEY_TO_PEOPLE : KEY_ELSEWHERE;
		else if (!link && column->key != BV_KEY_NONE && !mine.whole_name &&
				 (column->type & (BV_TYPE_INTEGER | BV_TYPE_NUMERIC | BV_TYPE_UUID)))
			logit += KEY_IS_NOT_DATA;

		if (sample != NULL && class->is_valid != NULL)
		{
			logit += weigh_values(class, sample, mine.generated);
			/* any date is valid; children have been born too, hence the half */
			if (weight->shape == BIRTH)
				logit += 0.5 * weigh_shape(BIRTH, sample, column->type);
			mine.share = sample->distinct > 0 ? share_of(sample->passes[class->number], sample) : -1;
		}
		else if (sample != NULL)
			logit += weigh_shape(weight->shape, sample, column->type);

		odds = exp(logit > 500 ? 500 : logit);
		total += odds;
		candidates[candidate_count].class = class;
		candidates[candidate_count++].odds = odds;
		if (odds > best)
		{
			best = odds;
			winner = class;
			verdict = mine;
			verdict.number = class->number;
		}
	}

	/*
	 * Personal, when that is likelier than not: rivals that share a name, as
	 * driving licences of all countries do, must not lose to nothing together.
	 */
	if (total <= 2)
	{
		base.runner_up = best > 0 ? verdict.number : 0;
		base.runner_up_confidence = best / total;
		base.confidence = 1 / total;
		return base;
	}

	/* a Dutch driving licence is one as well: what speaks for it speaks for both */
	for (int i = 0; i < candidate_count; i++)
	{
		const BvClass *class = candidates[i].class;

		if (class != winner && is_kind_of(class->name, winner->name))
			best += candidates[i].odds;
		else if (class != winner && candidates[i].odds > second)
		{
			second = candidates[i].odds;
			verdict.runner_up = class->number;
		}
	}
	verdict.confidence = best / total;
	verdict.runner_up_confidence = second / total;
	return verdict;
}
