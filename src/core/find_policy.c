/*
 * find_policy.c: which classes count in free text, and by what evidence
 *
 * From the catalogue: what a state, a bank, a hospital or a maker of devices
 * gives out counts by its value alone where hardly any random number of its
 * shape passes, in a distinct shape where few do, and else only beside a word
 * that speaks of it.  The table is for the classes of which more is known.
 */
#include "find_text.h"

#include <string.h>

#include "array.h"
#include "number.h"

/* The share of random values that pass: hardly any among all numbers of a shop; few. */
#define CHANCE_ALONE	0.00005
#define CHANCE_SHAPED	0.012
#define CHANCE_LOOSE	0.15	/* and more: the value itself says next to nothing */

typedef struct NamedPolicy
{
	const char *class_name;
	BvFindPolicy policy;
} NamedPolicy;

static const NamedPolicy named[] = {
	{"api_secret", BV_FIND_ALONE},
	{"birth_date", BV_FIND_WITH_WORD},
	{"card_cvv", BV_FIND_NEVER},
	{"card_expiry", BV_FIND_NEVER},
	{"crypto_wallet", BV_FIND_ALONE},
	{"email", BV_FIND_ALONE},
	{"fax", BV_FIND_NEVER},		/* a phone, by its value */
	{"gb_nino", BV_FIND_SHAPED},
	{"iban", BV_FIND_ALONE},
	{"in_pan", BV_FIND_SHAPED},
	{"ip_address", BV_FIND_ADDRESS},
	{"jwt", BV_FIND_ALONE},
	{"mac", BV_FIND_SHAPED},
	{"mx_curp", BV_FIND_ALONE},
	{"password_hash", BV_FIND_ALONE},
	{"payment_card", BV_FIND_CARD},
	{"phone", BV_FIND_PHONE},
	{"private_key", BV_FIND_ALONE},
	{"serial_number", BV_FIND_NEVER},
	{"us_itin", BV_FIND_SSN},
	{"us_ssn", BV_FIND_SSN},
	{"vin", BV_FIND_VIN}
};

/* Of a category the classes of which are identifiers? */
static bool
is_identifier(const BvClass *class)
{
	static const char *const categories[] = {
		"government_id", "health", "financial", "device", "vehicle"
	};

	for (size_t i = 0; i < lengthof(categories); i++)
	{
		if (strcmp(class->category, categories[i]) == 0)
			return true;
	}
	return false;
}

static BvFindPolicy
policy_of(const BvClass *class)
{
	for (size_t i = 0; i < lengthof(named); i++)
	{
		if (strcmp(class->name, named[i].class_name) == 0)
			return named[i].policy;
	}
	if (class->is_valid == NULL || !is_identifier(class))
		return BV_FIND_NEVER;
	if (strcmp(class->category, "vehicle") == 0 || class->evidence != BV_BY_VALUE ||
		class->chance == 0)
		return BV_FIND_WITH_WORD;
	if (class->chance <= CHANCE_ALONE)
		return BV_FIND_ALONE;
	return class->chance <= CHANCE_SHAPED ? BV_FIND_SHAPED : BV_FIND_WITH_WORD;
}

/* How many digits the values of a class have near one another, at least. */
static int
digits_least(const BvClass *class, const BvFindClasses *classes)
{
	int			least = BV_DIGITS_MOST;

	if (class == classes->email || class == classes->private_key)
		return least;			/* they are found by signs */
	if (class->scheme == NULL)
		return BV_DIGITS_LEAST;
	for (const BvSum *sum = class->scheme->sums; sum->digits != 0; sum++)
	{
		if (sum->digits < least)
			least = sum->digits;
	}
	return least > BV_DIGITS_LEAST ? least : BV_DIGITS_LEAST;
}

static const BvClass *
class_named(const char *name)
{
	return bv_class_by_name(name, strlen(name));
}

/* Addresses, keys, and all that bv_find_secret knows by how it begins. */
static void
add_by_sign(BvClassSet *set)
{
	static const char *const names[] = {"api_secret", "email", "jwt", "password_hash", "private_key"};

	for (size_t i = 0; i < lengthof(names); i++)
		bv_class_set_add(set, class_named(names[i])->number);
}

/* Made when it is first needed, from the catalogue, and never changed. */
const BvFindClasses *
bv_find_classes(void)
{
	static BvFindClasses classes;
	static bool made = false;

	if (made)
		return &classes;
	classes.bank_account = class_named("bank_account");
	classes.us_aba = class_named("us_aba");
	classes.crypto_wallet = class_named("crypto_wallet");
	classes.email = class_named("email");
	classes.gb_nino = class_named("gb_nino");
	classes.iban = class_named("iban");
	classes.ip_address = class_named("ip_address");
	classes.mac = class_named("mac");
	classes.password_hash = class_named("password_hash");
	classes.phone = class_named("phone");
	classes.private_key = class_named("private_key");
	classes.payment_card = class_named("payment_card");
	classes.us_ssn = class_named("us_ssn");
	classes.birth_date = class_named("birth_date");
	for (int n = 1; n <= bv_class_count; n++)
	{
		const BvClass *class = bv_class_by_number(n);

		classes.policy[n] = policy_of(class);
		classes.digits_least[n] = digits_least(class, &classes);
		if (classes.policy[n] != BV_FIND_NEVER)
			bv_class_set_add(&classes.known, n);
		if (class->form.letters[0] == 0 || class->scheme != NULL || class->is_valid == NULL)
			bv_class_set_add(&classes.of_digits, n);
		if (strcmp(class->category, "government_id") == 0)
			bv_class_set_add(&classes.identifiers, n);
		if (classes.policy[n] == BV_FIND_WITH_WORD && class != classes.birth_date &&
			(class->chance == 0 || class->chance > CHANCE_LOOSE ||
			 strcmp(class->category, "vehicle") == 0))
			bv_class_set_add(&classes.loose, n);
		if (classes.policy[n] == BV_FIND_ALONE && class->scheme != NULL)
			bv_class_set_add(&classes.alone_by_digits, n);
		if (bv_class_set_has(&classes.loose, n) || class == classes.birth_date || class == classes.phone)
			bv_class_set_add(&classes.unchecked, n);
	}
	add_by_sign(&classes.by_sign);
	made = true;
	return &classes;
}

bool
bv_find_knows(int class_number)
{
	const BvFindClasses *classes = bv_find_classes();
	const BvClass *class = bv_class_by_number(class_number);

	return class != NULL && classes->policy[class_number] != BV_FIND_NEVER &&
		class->is_valid != NULL;
}

/* Does the class count by its value and shape, with no word beside it? */
static bool
is_strong(BvFindPolicy policy, int shape)
{
	switch (policy)
	{
		case BV_FIND_NEVER:
		case BV_FIND_WITH_WORD:
			return false;
		case BV_FIND_SHAPED:
			return (shape & BV_SHAPE_DISTINCT) != 0;
		case BV_FIND_SSN:
			return (shape & BV_SHAPE_SSN) != 0;
		case BV_FIND_PHONE:
			return (shape & BV_SHAPE_DIALLED) != 0;
		case BV_FIND_CARD:
			return (shape & BV_SHAPE_CARD) != 0;
		case BV_FIND_VIN:
			return (shape & BV_SHAPE_VIN) != 0;
		case BV_FIND_ADDRESS:
			return (shape & BV_SHAPE_ADDRESS) != 0;
		case BV_FIND_ALONE:
			return true;
	}
	return false;
}

/* Is a class the better reading: the one that fewer random values pass? */
static bool
is_better(const BvClass *class, const BvClass *best)
{
	if (best == NULL)
		return true;
	if (best->evidence != class->evidence)
		return class->evidence > best->evidence;
	return class->chance != 0 && (best->chance == 0 || class->chance < best->chance);
}

/* What a value is written with, as far as it matters for words. */
typedef struct Written
{
	bool		small;			/* has letters that identifiers of code have */
	bool		mixed;			/* capitals and digits */
	bool		day;			/* is a date as 19991231 */
	bool		dialled;		/* with a + or trunk prefix, as telephone numbers are */
	bool		version;		/* begins with a small number and a dot */
	bool		doubtful;		/* what is beside it speaks against it */
} Written;

static Written
written_as(const char *value, size_t len, int shape)
{
	Written		written;
	int			kinds = 0;

	for (size_t i = 0; i < len; i++)
		kinds |= bv_find_kinds[(unsigned char) value[i]];
	written.small = (kinds & BV_KIND_LOWER) != 0;
	written.mixed = kinds & BV_KIND_UPPER && (kinds & BV_KIND_DIGIT) != 0 && !written.small;
	written.dialled = value[0] == '+' || value[0] == '0' || value[0] == '(';
	written.version = len > 2 && (value[1] == '.' || value[2] == '.');
	written.doubtful = (shape & BV_SHAPE_DOUBTFUL) != 0;
	written.day = len == 8 && kinds == BV_KIND_DIGIT &&
		(memcmp(value, "19", 2) == 0 || memcmp(value, "20", 2) == 0) &&
		(value[4] == '0' || (value[4] == '1' && value[5] <= '2')) && value[6] <= '3';
	return written;
}

/*
 * Is a class spoken of?  Of those that a value does not tell the word has to be right
 * before it, and of codes in small letters, as identifiers of code are, no abbreviation.
 */
static inline bool
is_spoken_of(const BvFinder *finder, int n, const BvFindContext *context, Written written)
{
	const BvFindClasses *classes = finder->classes;
	bool		is_identifier = bv_class_set_has(&classes->identifiers, n);
	bool		any = bv_class_set_has(&context->classes, n);

	if (classes->policy[n] == BV_FIND_NEVER)
		return false;
	if (n == classes->phone->number)
	{
		if (!any || (written.dialled && !written.day && !written.doubtful))
			return any;
		return context->any_near && !written.version &&
			bv_class_set_has(written.doubtful ? &context->near_name : &context->near, n);
	}
	if (!bv_class_set_has(&classes->loose, n))
		return any || (context->any_identifier && is_identifier);
	if (!context->any_near)
		return false;
	if (written.small)
		return bv_class_set_has(&context->near_name, n);
	return bv_class_set_has(&context->near, n) || (context->near_identifier && is_identifier) ||
		(bv_class_set_has(&context->weak, n) && (any || written.mixed));
}

/* The best of the classes that words near by speak of. */
static const BvClass *
spoken_of(const BvFinder *finder, const char *value, size_t value_len, int shape,
		  const BvClassSet *passed, const BvFindContext *context)
{
	const BvClass *best = NULL;
	Written		written = written_as(value, value_len, shape);

	for (int n = bv_class_set_next(passed, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(passed, n))
	{
		const BvClass *class = bv_class_by_number(n);

		if (is_spoken_of(finder, n, context, written) && is_better(class, best))
			best = class;
	}
	return best;
}

/* The best of the classes that need no word. */
static const BvClass *
strong_one(const BvFinder *finder, const BvClassSet *passed, int shape, bool *any)
{
	const BvClass *best = NULL;

	*any = false;
	for (int n = bv_class_set_next(passed, 0); n < BV_CLASS_LIMIT; n = bv_class_set_next(passed, n))
	{
		BvFindPolicy policy = finder->classes->policy[n];
		const BvClass *class = bv_class_by_number(n);

		*any |= policy != BV_FIND_NEVER;
		if ((shape & BV_SHAPE_DOUBTFUL) == 0 && is_strong(policy, shape) && is_better(class, best))
			best = class;
	}
	return best;
}

/*
 * Whatever is shorter and of no distinct shape needs a word: the numbers that
 * count by their value alone are long.
 */
#define ALONE_LEAST	13

/*
 * The class whose own shape it is, if the value is one of it: most of what is
 * found is told by asking that alone.
 */
static const BvClass *
own_shape(const BvFinder *finder, const char *value, size_t value_len, int shape)
{
	const BvFindClasses *classes = finder->classes;
	const BvClass *class = (shape & BV_SHAPE_SSN) != 0 ? classes->us_ssn :
		(shape & BV_SHAPE_CARD) != 0 ? classes->payment_card :
		(shape & BV_SHAPE_DIALLED) != 0 ? classes->phone :
		(shape & BV_SHAPE_ADDRESS) != 0 ? classes->ip_address : NULL;
	BvNumber	number;
	bool		valid;

	if (class == NULL || !bv_find_wants(finder, class->number))
		return NULL;

	/* that it is written as one was seen by who saw its shape */
	if ((shape & (BV_SHAPE_SSN | BV_SHAPE_CARD)) != 0)
		valid = bv_read_number(value, value_len, &number) && bv_number_holds(class->scheme, &number);
	else
		valid = class->is_valid(value, value_len);
	return valid ? class : NULL;
}

/* "account 12345678, sort code 20-00-00", or behind a routing number? */
static bool
is_account(const BvFinder *finder, size_t start, size_t end, const BvFindContext *context)
{
	const BvFindClasses *classes = finder->classes;

	return context->any_near && bv_class_set_has(&context->weak, classes->bank_account->number) &&
		(bv_find_has(finder, end, " sort code") || bv_find_has(finder, end, ", sort code") ||
		 (finder->found_class == classes->us_aba->number && start - finder->found_end < 32));
}

int
bv_find_judge(BvFinder *finder, const char *value, size_t value_len,
			  size_t start, size_t end, int shape, const BvFindContext *known)
{
	const BvFindClasses *classes = finder->classes;
	BvFindContext context;
	BvClassSet	passed;
	const BvClass *strong = NULL;
	const BvClass *spoken;
	bool		needs_word = (shape & BV_SHAPE_DOUBTFUL) != 0 ||
		((shape & ~BV_SHAPE_DATE) == 0 && value_len < ALONE_LEAST);
	bool		any;

	if ((shape & (BV_SHAPE_DOUBTFUL | BV_SHAPE_DISTINCT)) == 0 &&
		(strong = own_shape(finder, value, value_len, shape)) != NULL)
	{
		bv_find_context(finder, start, end, BV_STRONG_WORDS, &context);
		if (context.denied)
			return 0;
		if ((shape & BV_SHAPE_ADDRESS) == 0)
			context.classes = bv_class_set_intersection(&context.classes, &classes->of_digits);
		if (bv_class_set_is_empty(&context.classes) ||
			bv_class_set_has(&context.classes, strong->number))
			return strong->number;
		/* something else is spoken of */
	}
	else if (shape == BV_SHAPE_DIALLED || shape == BV_SHAPE_CARD)
		needs_word = true;		/* of no other class by that shape */

	/* where most numbers have none near, that is what is asked first */
	if (needs_word)
	{
		bool		is_date = (shape & BV_SHAPE_DATE) != 0;

		if (known != NULL && !is_date)
			context = *known;
		else
			bv_find_context(finder, start, end, is_date ? BV_DATE_WORDS : BV_BACK_WORDS,
							&context);
		if (is_date)
			return bv_class_set_has(&context.classes, classes->birth_date->number) &&
				bv_find_wants(finder, classes->birth_date->number) &&
				classes->birth_date->is_valid(value, value_len) ?
				classes->birth_date->number : 0;
		if (!bv_find_speaks(finder, &context))
			return 0;
	}

	passed = bv_classes_of(value, value_len);
	finder->work += value_len;
	if (finder->wanted != NULL)
		passed = bv_class_set_intersection(&passed, finder->wanted);
	if (!needs_word)
	{
		strong = strong_one(finder, &passed, shape, &any);
		if (!any)
			return 0;
		bv_find_context(finder, start, end,
						strong != NULL ? BV_STRONG_WORDS : BV_BACK_WORDS, &context);
	}
	if (is_account(finder, start, end, &context))
		bv_class_set_add(&context.classes, classes->bank_account->number);
	spoken = spoken_of(finder, value, value_len, shape, &passed, &context);
	if (spoken != NULL)
		return spoken->number;
	return strong != NULL && !context.denied ? strong->number : 0;
}
