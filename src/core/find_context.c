/*
 * find_context.c: what the words beside a candidate speak of
 *
 * The last few words before it, back to another number, and one in parentheses
 * behind it.  Words are those that columns are called (column_name_table.c),
 * alone or up to four together, and a few that are said but are no name of a
 * column.  They are read from the number backwards, and the first that denies
 * ends it: "order 123456782".
 */
#include "find_text.h"

#include <string.h>

#include "column_name.h"

#define BACK_BYTES		64
#define BACK_WORDS		6		/* that count */
#define STRONG_WORDS	3		/* for what counts alone, unless denied */
#define RUN_WORDS		4		/* that make a name */
#define NUMBER_DIGITS	4		/* so many are a number of their own */
#define BEHIND_BYTES	24
#define ABBREVIATION	2		/* letters that may stand for anything */

/* What is known of a word, or of some words written together; a mask. */
#define SAYS_CLASS		0x01	/* it is what columns of a class are called */
#define SAYS_EXTRA		0x02	/* it is said of one */
#define DENIES			0x04	/* what is counted, ordered, built or read is no person's */
#define IS_ORDINARY		0x08	/* it counts right before the number, stressed */
#define IS_ADJACENT		0x10	/* it counts right before the number */

/* Words as they are folded for names of columns, sorted; the class of those that say one. */
typedef struct KnownWord
{
	const char *word;
	int			says;
	const char *class_name;
} KnownWord;

static const KnownWord known_words[] = {
	{"account", IS_ORDINARY, NULL},
	{"aniversario", IS_ORDINARY, NULL},
	{"article", DENIES, NULL},
	{"artikel", DENIES, NULL},
	{"barcode", DENIES, NULL},
	{"bel", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"bellen", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"bestelling", DENIES, NULL},
	{"bestellnummer", DENIES, NULL},
	{"bestellung", DENIES, NULL},
	{"bestelnummer", DENIES, NULL},
	{"born", SAYS_EXTRA, "birth_date"},
	{"bug", DENIES, NULL},
	{"build", DENIES, NULL},
	{"bytes", DENIES, NULL},
	{"call", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"card", SAYS_EXTRA, "payment_card"},
	{"carta", IS_ORDINARY, NULL},
	{"carte", IS_ORDINARY, NULL},
	{"case", DENIES, NULL},
	{"cb", IS_ORDINARY, NULL},
	{"cc", IS_ORDINARY, NULL},
	{"cell", IS_ORDINARY, NULL},
	{"ci", IS_ORDINARY, NULL},
	{"commande", DENIES, NULL},
	{"commit", DENIES, NULL},
	{"contacto", IS_ORDINARY, NULL},
	{"dial", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"documento", IS_ORDINARY, NULL},
	{"drivinglicence", SAYS_EXTRA, "gb_driving_licence"},
	{"ean", DENIES, NULL},
	{"epoch", DENIES, NULL},
	{"factura", DENIES, NULL},
	{"facture", DENIES, NULL},
	{"factuur", DENIES, NULL},
	{"fattura", DENIES, NULL},
	{"fin", IS_ORDINARY, NULL},
	{"firmware", DENIES, NULL},
	{"gtin", DENIES, NULL},
	{"handy", IS_ORDINARY, NULL},
	{"hash", DENIES, NULL},
	{"invoice", DENIES, NULL},
	{"isbn", DENIES, NULL},
	{"issn", DENIES, NULL},
	{"issue", DENIES, NULL},
	{"item", DENIES, NULL},
	{"kaart", SAYS_EXTRA, "payment_card"},
	{"kernel", DENIES, NULL},
	{"kort", IS_ORDINARY, NULL},
	{"lot", DENIES, NULL},
	{"mastercard", SAYS_EXTRA, "payment_card"},
	{"meldcode", IS_ORDINARY, NULL},
	{"mobile", IS_ORDINARY, NULL},
	{"model", DENIES, NULL},
	{"nas", IS_ORDINARY, NULL},
	{"nie", IS_ORDINARY, NULL},
	{"offset", DENIES, NULL},
	{"order", DENIES, NULL},
	{"ordernummer", DENIES, NULL},
	{"ordine", DENIES, NULL},
	{"ordre", DENIES, NULL},
	{"pan", IS_ORDINARY, NULL},
	{"parcel", DENIES, NULL},
	{"part", DENIES, NULL},
	{"pass", IS_ORDINARY, NULL},
	{"pedido", DENIES, NULL},
	{"phones", SAYS_EXTRA, "phone"},
	{"pin", IS_ORDINARY, NULL},
	{"port", DENIES, NULL},
	{"portable", IS_ORDINARY, NULL},
	{"product", DENIES, NULL},
	{"quadro", IS_ORDINARY, NULL},
	{"rechnung", DENIES, NULL},
	{"ref", DENIES, NULL},
	{"reference", DENIES, NULL},
	{"rekening", IS_ORDINARY, NULL},
	{"release", DENIES, NULL},
	{"rev", DENIES, NULL},
	{"revision", DENIES, NULL},
	{"rfc", DENIES, NULL},
	{"rg", IS_ORDINARY, NULL},
	{"rib", IS_ORDINARY, NULL},
	{"ring", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"ruf", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"serial", DENIES, NULL},
	{"sin", IS_ORDINARY, NULL},
	{"size", DENIES, NULL},
	{"sku", DENIES, NULL},
	{"sms", SAYS_EXTRA, "phone"},
	{"tarjeta", IS_ORDINARY, NULL},
	{"text", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"ticket", DENIES, NULL},
	{"timestamp", DENIES, NULL},
	{"tin", IS_ORDINARY, NULL},
	{"tracking", DENIES, NULL},
	{"upc", DENIES, NULL},
	{"uuid", DENIES, NULL},
	{"v", DENIES, NULL},
	{"ver", DENIES, NULL},
	{"versie", DENIES, NULL},
	{"version", DENIES, NULL},
	{"vin", IS_ORDINARY, NULL},
	{"visa", SAYS_EXTRA, "payment_card"}
};

#define KNOWN_WORDS		((int) (sizeof(known_words) / sizeof(known_words[0])))

/*
 * Where to find what a word says: an index over both tables, made when it is
 * first needed, from constants, and never changed.
 */
#define INDEX_SLOTS		8192	/* a power of two, some three times the words */

typedef struct IndexSlot
{
	uint32_t	hash;
	uint16_t	synonym;		/* the first of that name, plus 1; or 0 */
	uint8_t		known;			/* number of the known word, plus 1; or 0 */
	uint8_t		says;			/* 0: the slot is empty */
} IndexSlot;

static IndexSlot index_slots[INDEX_SLOTS];
static uint64_t index_filter[256];	/* a bit for each hash there is: most words go no further */
static uint8_t synonym_class[INDEX_SLOTS];	/* number of its class, by that of the synonym */
static bool index_made = false;

/*
 * Words are hashed from their last letter to the first, so that the hash of a
 * run of words goes on when the word before it is read.
 */
#define HASH_BASIS	2166136261u

static inline uint32_t
hash_letter(uint32_t hash, char c)
{
	return (hash ^ (unsigned char) c) * 16777619u;
}

static inline uint32_t
hash_on(uint32_t hash, const char *text, int len)
{
	while (len-- > 0)
		hash = hash_letter(hash, text[len]);
	return hash;
}

static const char *
word_of(const IndexSlot *slot)
{
	return slot->synonym != 0 ? bv_column_synonyms[slot->synonym - 1].name :
		known_words[slot->known - 1].word;
}

/* The slot of a word; an empty one if there is none. */
static inline IndexSlot *
slot_of(uint32_t hash, const char *text, int len)
{
	uint32_t	slot = (hash ^ hash >> 15) % INDEX_SLOTS;

	while (index_slots[slot].says != 0 &&
		   !(index_slots[slot].hash == hash &&
			 strncmp(word_of(&index_slots[slot]), text, len) == 0 &&
			 word_of(&index_slots[slot])[len] == '\0'))
		slot = (slot + 1) % INDEX_SLOTS;
	return &index_slots[slot];
}

/* Is there perhaps such a word? */
static inline bool
may_be_known(uint32_t hash)
{
	return (index_filter[hash >> 24] >> (hash >> 18 & 63) & 1) != 0;
}

static IndexSlot *
slot_named(const char *word)
{
	int			len = (int) strlen(word);
	uint32_t	hash = hash_on(HASH_BASIS, word, len);
	IndexSlot  *slot = slot_of(hash, word, len);

	slot->hash = hash;
	index_filter[hash >> 24] |= UINT64_C(1) << (hash >> 18 & 63);
	return slot;
}

#define CLASS_SLOTS		1024

static void
make_index(void)
{
	uint8_t		class_slots[CLASS_SLOTS] = {0}; /* numbers, by the hash of their names */

	for (int n = 1; n <= bv_class_count; n++)
	{
		const char *name = bv_class_by_number(n)->name;
		uint32_t	slot = hash_on(HASH_BASIS, name, (int) strlen(name)) % CLASS_SLOTS;

		while (class_slots[slot] != 0)
			slot = (slot + 1) % CLASS_SLOTS;
		class_slots[slot] = n;
	}
	for (int i = 0; i < bv_column_synonym_count && i < INDEX_SLOTS / 2; i++)
	{
		const char *name = bv_column_synonyms[i].class_name;
		uint32_t	slot = hash_on(HASH_BASIS, name, (int) strlen(name)) % CLASS_SLOTS;
		IndexSlot  *word;

		while (class_slots[slot] != 0 &&
			   strcmp(bv_class_by_number(class_slots[slot])->name, name) != 0)
			slot = (slot + 1) % CLASS_SLOTS;
		synonym_class[i] = class_slots[slot];
		word = slot_named(bv_column_synonyms[i].name);
		if (word->says == 0)	/* the first of them leads to the others */
			word->synonym = i + 1;
		word->says = SAYS_CLASS;
	}
	for (int i = 0; i < KNOWN_WORDS; i++)
	{
		IndexSlot  *word = slot_named(known_words[i].word);

		word->known = i + 1;
		word->says |= known_words[i].says;
	}
	index_made = true;
}

/* Adds the classes that a word speaks of. */
static void
add_classes(const IndexSlot *slot, const BvClass *phone, BvFindContext *context)
{
	if ((slot->says & SAYS_CLASS) != 0)
	{
		const char *word = word_of(slot);

		for (int i = slot->synonym - 1; i < bv_column_synonym_count &&
			 strcmp(bv_column_synonyms[i].name, word) == 0; i++)
		{
			const char *name = bv_column_synonyms[i].class_name;

			bv_class_set_add(&context->classes, synonym_class[i]);
			if (strcmp(name, "national_id") == 0 || strcmp(name, "tax_id") == 0)
				context->any_identifier = true;
			if (strcmp(name, "fax") == 0)
				bv_class_set_add(&context->classes, phone->number);
		}
	}
	if ((slot->says & SAYS_EXTRA) != 0)
	{
		const char *name = known_words[slot->known - 1].class_name;

		bv_class_set_add(&context->classes, bv_class_by_name(name, strlen(name))->number);
	}
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

/* Words as they are read backwards: each is put before the one read last. */
typedef struct Words
{
	char		text[2 * BACK_BYTES];	/* filled from its end */
	int			start;
	int			count;
	int			end[BACK_WORDS + 1];	/* of each in text, the nearest first */
	uint32_t	hash[RUN_WORDS];	/* from the last read to the end of each of the last */
} Words;

/*
 * Reads the word that ends there, letters of any script.  Returns where it
 * begins.  A word in camelCase counts as several.
 */
static size_t
read_word(const BvFinder *finder, size_t end, size_t least, Words *words)
{
	const unsigned char *text = (const unsigned char *) finder->text;
	size_t		begin = end;
	int			kinds = 0;
	int			kind = 0;
	int			start = words->start;
	uint32_t	hash[RUN_WORDS];

	while (begin > least)
	{
		int			behind = kind;

		kind = bv_find_kinds[text[begin - 1]];
		if ((kind & (BV_KIND_LETTER | BV_KIND_HIGH)) == 0 ||
			((kind & BV_KIND_LOWER) != 0 && (behind & BV_KIND_UPPER) != 0))
			break;
		kinds |= kind;
		begin--;
		words->text[--start] = text[begin] | 0x20;
	}
	if ((kinds & BV_KIND_HIGH) != 0)
	{
		BvColumnName folded;

		bv_column_name_fold(finder->text + begin, end - begin, &folded);
		start = folded.len <= words->start ? words->start - folded.len : words->start;
		memcpy(words->text + start, folded.text, words->start - start);
	}

	/* it goes before the runs of the words behind it, and begins one of its own */
	hash[0] = HASH_BASIS;
	for (int run = 1; run < RUN_WORDS; run++)
		hash[run] = words->hash[run - 1];
	for (int i = words->start - 1; i >= start; i--)
	{
		for (int run = 0; run < RUN_WORDS; run++)
			hash[run] = hash_letter(hash[run], words->text[i]);
	}
	memcpy(words->hash, hash, sizeof(hash));
	words->end[words->count++] = words->start;
	words->start = start;
	return begin;
}

/*
 * Looks up the word that was read last, with those behind it, the most first.
 * False: it denies.
 */
static bool
look_up(const BvFinder *finder, const Words *words, size_t start, BvFindContext *context)
{
	int			last = words->count - 1;

	for (int run = last < RUN_WORDS - 1 ? last : RUN_WORDS - 1; run >= 0; run--)
	{
		int			len = words->end[last - run] - words->start;
		const IndexSlot *slot;
		bool		is_ordinary;

		if (!may_be_known(words->hash[run]))
			continue;
		slot = slot_of(words->hash[run], words->text + words->start, len);
		if (slot->says == 0)
			continue;
		is_ordinary = (slot->says & IS_ORDINARY) != 0 || len <= ABBREVIATION;
		if ((slot->says & DENIES) != 0)
			return false;
		if ((is_ordinary || (slot->says & IS_ADJACENT) != 0) &&
			(run != last || (is_ordinary && !is_stressed(finder, start))))
			continue;
		add_classes(slot, finder->classes->phone, context);
		break;
	}
	return true;
}

/* Reads the words between two places, backwards. */
static void
read_words(BvFinder *finder, size_t least, size_t start, int limit, BvFindContext *context)
{
	size_t		at = start;
	Words		words;

	words.start = sizeof(words.text);
	words.count = 0;
	while (at > least && words.count < limit)
	{
		int			kind = bv_find_kind(finder, at - 1);
		size_t		end = at;

		if ((kind & BV_KIND_DIGIT) != 0)
		{
			while (at > least && (bv_find_kind(finder, at - 1) & BV_KIND_DIGIT) != 0)
				at--;
			if (end - at >= NUMBER_DIGITS)
				break;
		}
		else if ((kind & (BV_KIND_LETTER | BV_KIND_HIGH)) != 0)
		{
			at = read_word(finder, at, least, &words);
			if (at == least && least > 0 && bv_find_word_before(finder, least))
				break;			/* only the end of a word */
			if (at > 0 && (bv_find_kind(finder, at - 1) & BV_KIND_DIGIT) != 0)
				continue;		/* of a hexadecimal number, or the like */
			if (!look_up(finder, &words, start, context))
			{
				context->denied = bv_class_set_is_empty(&context->classes);
				break;
			}
		}
		else
			at--;
	}
	finder->work += start - at;
}

void
bv_find_context(BvFinder *finder, size_t start, size_t end, bool strong,
				BvFindContext *context)
{
	size_t		to;

	memset(context, 0, sizeof(*context));
	if (!index_made)
		make_index();
	read_words(finder, start > BACK_BYTES ? start - BACK_BYTES : 0, start,
			   strong ? STRONG_WORDS : BACK_WORDS, context);
	if (strong || !bv_class_set_is_empty(&context->classes) || context->denied)
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
	read_words(finder, end, to, BACK_WORDS, context);
	context->denied = false;
}
