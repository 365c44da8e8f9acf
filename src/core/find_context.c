/*
 * find_context.c: what the words beside a candidate speak of
 *
 * The last few words before it, back to another number, and one in parentheses
 * behind it.  Words are those that columns are called (column_name_table.c),
 * alone or up to four together, and a few that are said but are no name of a
 * column.  The nearest word that denies ends the search: "order 123456782".
 */
#include "find_text.h"

#include <string.h>

#include "column_name.h"

#define BACK_BYTES		64
#define BACK_TOKENS		6		/* words that count */
#define RUN_TOKENS		4		/* words that make a name */
#define NUMBER_DIGITS	4		/* so many are a number of their own */
#define BEHIND_BYTES	24

typedef struct SaidWord
{
	const char *word;			/* folded, as names of columns are */
	const char *class_name;
} SaidWord;

static const SaidWord said[] = {
	{"bel", "phone"},
	{"bellen", "phone"},
	{"born", "birth_date"},
	{"call", "phone"},
	{"card", "payment_card"},
	{"dial", "phone"},
	{"drivinglicence", "gb_driving_licence"},
	{"kaart", "payment_card"},
	{"mastercard", "payment_card"},
	{"phones", "phone"},
	{"ring", "phone"},
	{"ruf", "phone"},
	{"sms", "phone"},
	{"text", "phone"},
	{"visa", "payment_card"}
};

/* Of those, what says more than one thing: it counts right before the number. */
static const char *const adjacent[] = {
	"bel", "bellen", "call", "dial", "ring", "ruf", "text"
};

/* What is counted, ordered, built or read is no person's. */
static const char *const denials[] = {
	"article", "artikel", "barcode", "bestelling", "bestelnummer", "bestellnummer", "bestellung",
	"bug", "build", "bytes", "case", "commande", "commit", "ean", "epoch", "factura", "facture",
	"factuur", "fattura", "firmware", "gtin", "hash", "invoice", "isbn", "issn", "issue", "item",
	"kernel", "lot", "model", "offset", "order", "ordernummer", "ordine", "ordre", "parcel",
	"part", "pedido", "port", "product", "rechnung", "ref", "reference", "release", "rev",
	"revision", "rfc", "serial", "size", "sku", "ticket", "timestamp", "tracking", "upc", "uuid",
	"v", "ver", "versie", "version"
};

/*
 * Names of columns that are ordinary words as well, in some language: they count
 * where they stand right before the number, and are in capitals or bear a colon.
 */
static const char *const ordinary[] = {
	"account", "aniversario", "carta", "carte", "cb", "cc", "cell", "ci", "contacto", "documento",
	"fin", "handy", "kort", "meldcode", "mobile", "nas", "nie", "pan", "pass", "pin", "portable",
	"quadro", "rekening", "rg", "rib", "sin", "tarjeta", "tin", "vin"
};

/*
 * Where to find the classes of a word: an index over the synonyms, made when it
 * is first needed, from constants, and never changed.
 */
#define INDEX_SLOTS		8192	/* a power of two, some three times the synonyms */

static uint16_t index_slots[INDEX_SLOTS];	/* number of a synonym, plus 1 */
static uint8_t synonym_class[INDEX_SLOTS];	/* number of its class */
static bool index_made = false;

static uint32_t
hash_of(const char *text, size_t len)
{
	uint32_t	hash = 2166136261u;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char) text[i]) * 16777619u;
	return hash ^ hash >> 15;
}

#define CLASS_SLOTS		1024

static void
make_index(void)
{
	uint8_t		class_slots[CLASS_SLOTS] = {0}; /* numbers, by the hash of their names */

	for (int n = 1; n <= bv_class_count; n++)
	{
		const char *name = bv_class_by_number(n)->name;
		uint32_t	slot = hash_of(name, strlen(name)) % CLASS_SLOTS;

		while (class_slots[slot] != 0)
			slot = (slot + 1) % CLASS_SLOTS;
		class_slots[slot] = n;
	}
	for (int i = 0; i < bv_column_synonym_count && i < INDEX_SLOTS / 2; i++)
	{
		const char *name = bv_column_synonyms[i].name;
		const char *class_name = bv_column_synonyms[i].class_name;
		uint32_t	slot = hash_of(class_name, strlen(class_name)) % CLASS_SLOTS;

		while (class_slots[slot] != 0 &&
			   strcmp(bv_class_by_number(class_slots[slot])->name, class_name) != 0)
			slot = (slot + 1) % CLASS_SLOTS;
		synonym_class[i] = class_slots[slot];
		if (i > 0 && strcmp(name, bv_column_synonyms[i - 1].name) == 0)
			continue;			/* the first of them leads to the others */
		for (slot = hash_of(name, strlen(name)) % INDEX_SLOTS; index_slots[slot] != 0;
			 slot = (slot + 1) % INDEX_SLOTS)
			;
		index_slots[slot] = i + 1;
	}
	index_made = true;
}

static bool
is_word(const char *word, const char *text, size_t len)
{
	return strncmp(word, text, len) == 0 && word[len] == '\0';
}

static bool
is_among(const char *const *words, size_t count, const char *text, size_t len)
{
	for (size_t i = 0; i < count; i++)
	{
		if (is_word(words[i], text, len))
			return true;
	}
	return false;
}

/* Adds the classes that a word speaks of; false if it speaks of none. */
static bool
add_classes(const char *text, size_t len, const BvClass *phone, BvFindContext *context)
{
	bool		any = false;
	uint32_t	slot = hash_of(text, len) % INDEX_SLOTS;

	for (; index_slots[slot] != 0; slot = (slot + 1) % INDEX_SLOTS)
	{
		int			i = index_slots[slot] - 1;

		if (!is_word(bv_column_synonyms[i].name, text, len))
			continue;
		for (; i < bv_column_synonym_count && is_word(bv_column_synonyms[i].name, text, len); i++)
		{
			const char *name = bv_column_synonyms[i].class_name;

			bv_class_set_add(&context->classes, synonym_class[i]);
			if (strcmp(name, "national_id") == 0 || strcmp(name, "tax_id") == 0)
				context->any_identifier = true;
			if (strcmp(name, "fax") == 0)
				bv_class_set_add(&context->classes, phone->number);
		}
		any = true;
		break;
	}
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
	{
		if (is_word(said[i].word, text, len))
		{
			const char *name = said[i].class_name;

			bv_class_set_add(&context->classes, bv_class_by_name(name, strlen(name))->number);
			any = true;
		}
	}
	return any;
}

/* Is the last word before the number in capitals, or does it bear a colon? */
static bool
is_stressed(const BvFinder *finder, size_t start)
{
	size_t		i = start;
	bool		any = false;

	while (i > 0 && strchr(" \t\"'(", finder->text[i - 1]) != NULL)
		i--;
	if (i > 0 && strchr(":=#", finder->text[i - 1]) != NULL)
		return true;
	if (i > 0 && finder->text[i - 1] == '.')
		i--;
	while (i > 0 && (bv_find_kind(finder, i - 1) & BV_KIND_UPPER) != 0)
	{
		any = true;
		i--;
	}
	return any && !bv_find_word_before(finder, i);
}

static void
read_words(const BvFinder *finder, const BvColumnName *words, bool partial, size_t start,
		   BvFindContext *context)
{
	int			last = words->tokens - 1;

	for (int t = last; t >= (partial ? 1 : 0) && last - t < BACK_TOKENS; t--)
	{
		const char *text = words->text + words->start[t];
		int			len = words->start[t + 1] - words->start[t];

		if (*text >= '0' && *text <= '9')
		{
			if (len >= NUMBER_DIGITS)
				return;
			continue;
		}
		if (is_among(denials, sizeof(denials) / sizeof(denials[0]), text, len))
		{
			context->denied = bv_class_set_is_empty(&context->classes);
			return;
		}
		for (int run = RUN_TOKENS; run > 0; run--)
		{
			int			run_len;

			if (t + run > last + 1)
				continue;
			run_len = words->start[t + run] - words->start[t];
			if (is_among(ordinary, sizeof(ordinary) / sizeof(ordinary[0]), text, run_len) &&
				(t + run != last + 1 || !is_stressed(finder, start)))
				continue;
			if (t + run != last + 1 &&
				is_among(adjacent, sizeof(adjacent) / sizeof(adjacent[0]), text, run_len))
				continue;
			if (add_classes(text, run_len, finder->classes->phone, context))
				break;
		}
	}
}

void
bv_find_context(BvFinder *finder, size_t start, size_t end, BvFindContext *context)
{
	BvColumnName words;
	size_t		from = start > BACK_BYTES ? start - BACK_BYTES : 0;
	size_t		to;

	memset(context, 0, sizeof(*context));
	if (!index_made)
		make_index();
	finder->work += start - from;
	bv_column_name_fold(finder->text + from, start - from, &words);
	read_words(finder, &words, bv_find_word_before(finder, from) && bv_find_word_at(finder, from),
			   start, context);
	if (!bv_class_set_is_empty(&context->classes) || context->denied)
		return;

	/* "123456782 (BSN)" */
	if (bv_find_char(finder, end) == ' ')
		end++;
	if (bv_find_char(finder, end) != '(')
		return;
	for (to = ++end; to < finder->length && to - end < BEHIND_BYTES && finder->text[to] != ')'; to++)
		;
	if (bv_find_char(finder, to) != ')')
		return;
	finder->work += to - end;
	bv_column_name_fold(finder->text + end, to - end, &words);
	read_words(finder, &words, false, to, context);
	context->denied = false;
}
