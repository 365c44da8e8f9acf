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
#include "fast_hash.h"

#define RUN_WORDS		4		/* that make a name */
#define NUMBER_DIGITS	4		/* so many are a number of their own */
#define ADJACENT_WORDS	4		/* that may be between, where it is likely anyhow */
#define BEHIND_BYTES	24
#define FOLD_BYTES		16			/* at a time */
#define PLURAL_LEAST	5			/* letters of words in small letters that have one; but "SSNs" */
#define ABBREVIATION	2		/* letters that may stand for anything */

/* What is known of a word, or of some words written together; a mask. */
#define SAYS_CLASS		0x01	/* it is what columns of a class are called */
#define SAYS_EXTRA		0x02	/* it is said of one */
#define DENIES			0x04	/* what is counted, ordered, built or read is no person's */
#define IS_ORDINARY		0x08	/* it counts right before the number, stressed; or else denies */
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
	{"auftrag", DENIES, NULL},
	{"auftragsnummer", DENIES, NULL},
	{"barcode", DENIES, NULL},
	{"batch", DENIES, NULL},
	{"bel", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"bellen", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"bellop", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"belmeop", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"belmijop", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"bestallning", DENIES, NULL},
	{"bestelling", DENIES, NULL},
	{"bestellnummer", DENIES, NULL},
	{"bestellung", DENIES, NULL},
	{"bestelnummer", DENIES, NULL},
	{"boeking", DENIES, NULL},
	{"booking", DENIES, NULL},
	{"born", SAYS_EXTRA, "birth_date"},
	{"buchung", DENIES, NULL},
	{"bug", DENIES, NULL},
	{"build", DENIES, NULL},
	{"bytes", DENIES, NULL},
	{"call", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"callmeat", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"callmeon", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"card", SAYS_EXTRA, "payment_card"},
	{"carta", IS_ORDINARY, NULL},
	{"carte", IS_ORDINARY, NULL},
	{"case", DENIES, NULL},
	{"cb", IS_ORDINARY, NULL},
	{"cc", IS_ORDINARY, NULL},
	{"cell", IS_ORDINARY, NULL},
	{"chiamami", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"ci", IS_ORDINARY, NULL},
	{"colis", DENIES, NULL},
	{"commande", DENIES, NULL},
	{"commit", DENIES, NULL},
	{"contacto", IS_ORDINARY, NULL},
	{"dial", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"documento", IS_ORDINARY, NULL},
	{"dossier", DENIES, NULL},
	{"dossiernummer", DENIES, NULL},
	{"drivinglicence", SAYS_EXTRA, "gb_driving_licence"},
	{"dns", SAYS_EXTRA, "ip_address"},
	{"ean", DENIES, NULL},
	{"encomenda", DENIES, NULL},
	{"envio", DENIES, NULL},
	{"epoch", DENIES, NULL},
	{"expedition", DENIES, NULL},
	{"factura", DENIES, NULL},
	{"facture", DENIES, NULL},
	{"factuur", DENIES, NULL},
	{"fattura", DENIES, NULL},
	{"fin", IS_ORDINARY, NULL},
	{"firmware", DENIES, NULL},
	{"fodd", SAYS_EXTRA, "birth_date"},
	{"fodt", SAYS_EXTRA, "birth_date"},
	{"gateway", SAYS_EXTRA, "ip_address"},
	{"geb", SAYS_EXTRA, "birth_date"},
	{"gebam", SAYS_EXTRA, "birth_date"},
	{"geboren", SAYS_EXTRA, "birth_date"},
	{"geborenam", SAYS_EXTRA, "birth_date"},
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
	{"klantnummer", DENIES, NULL},
	{"kort", IS_ORDINARY, NULL},
	{"kundennr", DENIES, NULL},
	{"kundennummer", DENIES, NULL},
	{"kundnummer", DENIES, NULL},
	{"kvittering", DENIES, NULL},
	{"kvitto", DENIES, NULL},
	{"ligueme", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"llamame", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"lot", DENIES, NULL},
	{"mastercard", SAYS_EXTRA, "payment_card"},
	{"meldcode", IS_ORDINARY, NULL},
	{"mobile", IS_ORDINARY, NULL},
	{"model", DENIES, NULL},
	{"nacida", SAYS_EXTRA, "birth_date"},
	{"nacido", SAYS_EXTRA, "birth_date"},
	{"nameserver", SAYS_EXTRA, "ip_address"},
	{"nas", IS_ORDINARY, NULL},
	{"nascida", SAYS_EXTRA, "birth_date"},
	{"nascido", SAYS_EXTRA, "birth_date"},
	{"natail", SAYS_EXTRA, "birth_date"},
	{"natoil", SAYS_EXTRA, "birth_date"},
	{"neele", SAYS_EXTRA, "birth_date"},
	{"nele", SAYS_EXTRA, "birth_date"},
	{"nie", IS_ORDINARY, NULL},
	{"offset", DENIES, NULL},
	{"orden", DENIES, NULL},
	{"order", DENIES, NULL},
	{"ordernr", DENIES, NULL},
	{"ordernummer", DENIES, NULL},
	{"ordine", DENIES, NULL},
	{"ordre", DENIES, NULL},
	{"pacco", DENIES, NULL},
	{"paket", DENIES, NULL},
	{"pan", IS_ORDINARY, NULL},
	{"paquete", DENIES, NULL},
	{"parcel", DENIES, NULL},
	{"part", DENIES, NULL},
	{"pass", IS_ORDINARY, NULL},
	{"pedido", DENIES, NULL},
	{"phones", SAYS_EXTRA, "phone"},
	{"pin", IS_ORDINARY, NULL},
	{"policy", DENIES, NULL},
	{"polisnummer", DENIES, NULL},
	{"port", DENIES | IS_ORDINARY, NULL},
	{"portable", IS_ORDINARY, NULL},
	{"product", DENIES, NULL},
	{"przesylka", DENIES, NULL},
	{"quadro", IS_ORDINARY, NULL},
	{"reachmeat", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"reachmeon", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"rechnung", DENIES, NULL},
	{"ref", DENIES, NULL},
	{"reference", DENIES, NULL},
	{"referencia", DENIES, NULL},
	{"referenz", DENIES, NULL},
	{"rekening", IS_ORDINARY, NULL},
	{"release", DENIES, NULL},
	{"reservation", DENIES, NULL},
	{"rev", DENIES, NULL},
	{"revision", DENIES, NULL},
	{"rfc", DENIES, NULL},
	{"rg", IS_ORDINARY, NULL},
	{"rib", IS_ORDINARY, NULL},
	{"ring", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"ruf", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"rufenan", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"rufmichan", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"said", IS_ORDINARY, NULL},
	{"sendung", DENIES, NULL},
	{"sendungsnummer", DENIES, NULL},
	{"serial", DENIES, NULL},
	{"sin", IS_ORDINARY, NULL},
	{"size", DENIES, NULL},
	{"sku", DENIES, NULL},
	{"sms", SAYS_EXTRA, "phone"},
	{"spedizione", DENIES, NULL},
	{"tarjeta", IS_ORDINARY, NULL},
	{"terugbellenop", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"text", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"textmeat", SAYS_EXTRA | IS_ADJACENT, "phone"},
	{"ticket", DENIES, NULL},
	{"tilaus", DENIES, NULL},
	{"timestamp", DENIES, NULL},
	{"tin", IS_ORDINARY, NULL},
	{"trace", DENIES, NULL},
	{"tracking", DENIES, NULL},
	{"transaction", DENIES, NULL},
	{"txn", DENIES, NULL},
	{"upc", DENIES, NULL},
	{"urodzona", SAYS_EXTRA, "birth_date"},
	{"urodzony", SAYS_EXTRA, "birth_date"},
	{"uuid", DENIES, NULL},
	{"v", DENIES, NULL},
	{"ver", DENIES, NULL},
	{"versie", DENIES, NULL},
	{"version", DENIES, NULL},
	{"vin", IS_ORDINARY, NULL},
	{"visa", SAYS_EXTRA, "payment_card"},
	{"vorgang", DENIES, NULL},
	{"zaaknummer", DENIES, NULL},
	{"zamowienie", DENIES, NULL},
	{"zending", DENIES, NULL}
};

#define KNOWN_WORDS		((int) (sizeof(known_words) / sizeof(known_words[0])))

/*
 * Where to find what a word says: an index over both tables, made when it is
 * first needed, from constants, and never changed.
 */
#define INDEX_SLOTS		16384	/* a power of two, some three times the words */

typedef struct IndexSlot
{
	uint32_t	hash;
	uint16_t	synonym;		/* the first of that name, plus 1; or 0 */
	uint8_t		known;			/* number of the known word, plus 1; or 0 */
	uint8_t		says;			/* 0: the slot is empty */
} IndexSlot;

static IndexSlot index_slots[INDEX_SLOTS];
static uint32_t begun[1024];	/* how words begin, a bit each */
static uint32_t lengths[2048];	/* of words, by how they begin: see lengths_of() */
static uint8_t synonym_class[INDEX_SLOTS];	/* number of its class, by that of the synonym */
static uint8_t synonym_says[INDEX_SLOTS];	/* SYNONYM_* */
static bool index_made = false;

/* Of a synonym: */
#define SYNONYM_MORE		0x01	/* the next is the same word, of another class */
#define SYNONYM_IDENTIFIER	0x02	/* of a state, whatever its class */
#define SYNONYM_FAX			0x04	/* a phone, by its value */

/*
 * Most words of prose begin as none that is known, or have not as many letters:
 * the first three letters (as many as there are) tell whether there are any, and
 * of which lengths.
 */
#define BEYOND_LATIN	0xCA		/* with which characters of UTF-8 begin */
#define LENGTH_LIMIT	31		/* a bit for this many letters and more */

static inline uint32_t
first_letters(const char *text, int len)
{
	/* what is behind the end is masked, if it is there at all */
	uint32_t	letters = (text[0] & 31) | (text[len > 1] & 31) << 5 | (text[len > 2 ? 2 : 0] & 31) << 10;

	return letters & (len > 2 ? 0x7FFF : len > 1 ? 0x3FF : 0x1F);
}

static inline uint32_t *
lengths_of(uint32_t letters)
{
	return &lengths[(letters * 2654435761u) >> 21];
}

static inline bool
is_begun(uint32_t letters)
{
	return (begun[letters / 32] >> letters % 32 & 1) != 0;
}

static inline uint32_t
length_bit(int len)
{
	return UINT32_C(1) << (len < LENGTH_LIMIT ? len : LENGTH_LIMIT);
}

/* Words may have an s behind them. */
static inline uint32_t
with_plurals(uint32_t possible)
{
	return possible | possible << 1;
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

static IndexSlot *
slot_named(const char *word)
{
	int			len = (int) strlen(word);
	uint32_t	hash = bv_fast_hash(word, len);
	IndexSlot  *slot = slot_of(hash, word, len);

	slot->hash = hash;
	/* of words written together the first may have but one letter, or two */
	for (int i = 1; i <= 3 && i <= len; i++)
	{
		uint32_t	letters = first_letters(word, i);

		*lengths_of(letters) |= length_bit(len);
		begun[letters / 32] |= UINT32_C(1) << letters % 32;
	}
	return slot;
}

/* Does a name of a class help to tell what a number is? */
static bool
speaks_of(int class_number, const char *class_name)
{
	return bv_class_set_has(&bv_find_classes()->known, class_number) ||
		strcmp(class_name, "fax") == 0 || strcmp(class_name, "national_id") == 0 ||
		strcmp(class_name, "tax_id") == 0;
}

#define CLASS_SLOTS		1024

static void
make_index(void)
{
	uint8_t		class_slots[CLASS_SLOTS] = {0}; /* numbers, by the hash of their names */

	for (int n = 1; n <= bv_class_count; n++)
	{
		const char *name = bv_class_by_number(n)->name;
		uint32_t	slot = bv_fast_hash(name, strlen(name)) % CLASS_SLOTS;

		while (class_slots[slot] != 0)
			slot = (slot + 1) % CLASS_SLOTS;
		class_slots[slot] = n;
	}
	for (int i = 0; i < bv_column_synonym_count && i < INDEX_SLOTS / 2; i++)
	{
		const char *name = bv_column_synonyms[i].class_name;
		uint32_t	slot = bv_fast_hash(name, strlen(name)) % CLASS_SLOTS;
		IndexSlot  *word;

		while (class_slots[slot] != 0 &&
			   strcmp(bv_class_by_number(class_slots[slot])->name, name) != 0)
			slot = (slot + 1) % CLASS_SLOTS;
		synonym_class[i] = class_slots[slot];
		if (strcmp(name, "national_id") == 0 || strcmp(name, "tax_id") == 0)
			synonym_says[i] = SYNONYM_IDENTIFIER;
		else if (strcmp(name, "fax") == 0)
			synonym_says[i] = SYNONYM_FAX;
		if (i > 0 && strcmp(bv_column_synonyms[i - 1].name, bv_column_synonyms[i].name) == 0)
			synonym_says[i - 1] |= SYNONYM_MORE;
		if (!speaks_of(class_slots[slot], name))
			continue;
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
		int			i = slot->synonym - 1;
		int			says;

		do
		{
			says = synonym_says[i];
			bv_class_set_add(&context->classes, synonym_class[i++]);
			context->any_identifier |= (says & SYNONYM_IDENTIFIER) != 0;
			if ((says & SYNONYM_FAX) != 0)
				bv_class_set_add(&context->classes, phone->number);
		} while ((says & SYNONYM_MORE) != 0);
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

/* The words before a number, in a copy of the text there: the nearest first. */
typedef struct Words
{
	char		text[BV_FIND_BLOCK + FOLD_BYTES];	/* as far back as is looked, and zeros */
	BvFindLetters letters;
	int			count;
	uint8_t		begin[BV_BACK_WORDS];
	uint8_t		end[BV_BACK_WORDS];
} Words;

/* The bits of a word. */
static inline uint64_t
bits_of(const Words *words, int word)
{
	int			len = words->end[word] - words->begin[word];

	return (len < 64 ? (UINT64_C(1) << len) - 1 : ~UINT64_C(0)) << words->begin[word];
}

/* Is a word of a script that no name of a column is written in, as full-width digits are? */
static inline bool
is_foreign(const BvFinder *finder, const Words *words, int word)
{
	uint64_t	bits = bits_of(words, word);

	return (words->letters.high & bits) != 0 && finder->encoding == BV_TEXT_UTF8 &&
		((words->letters.lower | words->letters.upper) & bits) == 0 &&
		(unsigned char) words->text[words->begin[word]] >= BEYOND_LATIN;
}

/*
 * Copies a word, folded as names of columns are; returns its length.  Words with
 * letters beyond ASCII are folded as there, which is slower.
 */
static int
fold_word(const Words *words, int word, char *folded)
{
	int			begin = words->begin[word];
	int			len = words->end[word] - begin;

	if ((words->letters.high & bits_of(words, word)) != 0)
	{
		BvColumnName name;

		bv_column_name_fold(words->text + begin, len, &name);
		if (name.len > BV_FIND_BLOCK)
			return 0;
		memcpy(folded, name.text, name.len);
		return name.len;
	}
	/* as a whole: what is behind its end will be overwritten */
	for (int i = 0; i < len; i += FOLD_BYTES)
	{
		for (int j = 0; j < FOLD_BYTES; j += 8)
		{
			uint64_t	part;

			memcpy(&part, words->text + begin + i + j, 8);
			part |= UINT64_C(0x2020202020202020);
			memcpy(folded + i + j, &part, 8);
		}
	}
	return len;
}

/*
 * Is a word that counts right before a number near enough where few are between?
 * "bel me even op 0612345678": with a trunk prefix it is clear what is meant.
 */
static bool
is_near(const BvFinder *finder, const Words *words, int word, size_t start)
{
	int			end = words->end[word];

	return word <= ADJACENT_WORDS && bv_find_char(finder, start) == '0' &&
		memchr(words->text + end, '\n', BV_FIND_BLOCK - end) == NULL;
}

/*
 * Looks up the last of the words, with some of those behind it, the most first.  False: it
 * denies.
 */
static bool
look_up(const BvFinder *finder, const Words *words, size_t start, int runs,
		BvFindContext *context)
{
	int			last = words->count - 1;
	char		text[RUN_WORDS * BV_FIND_BLOCK + FOLD_BYTES];
	int			ends[RUN_WORDS];
	uint32_t	possible;
	int			len = 0;

	for (int run = 0; run < runs; run++)
	{
		if (is_foreign(finder, words, last - run))
		{
			runs = run;
			break;
		}
		len += fold_word(words, last - run, text + len);
		ends[run] = len;
	}
	if (runs == 0)
		return true;
	possible = with_plurals(*lengths_of(first_letters(text, ends[0])));
	for (int run = runs - 1; run >= 0; run--)
	{
		const IndexSlot *slot;
		bool		is_ordinary;

		if ((possible & length_bit(ends[run])) == 0)
			continue;
		slot = slot_of(bv_fast_hash(text, ends[run]), text, ends[run]);
		if (slot->says == 0 && text[ends[run] - 1] == 's' &&
			(ends[run] > PLURAL_LEAST || (words->letters.upper >> words->begin[last] & 3) == 3))
			slot = slot_of(bv_fast_hash(text, ends[run] - 1), text, ends[run] - 1);
		if (slot->says == 0)
			continue;
		is_ordinary = (slot->says & IS_ORDINARY) != 0 ||
			(ends[run] <= ABBREVIATION && (slot->says & DENIES) == 0);
		if ((slot->says & DENIES) != 0)
		{
			if (is_ordinary && run == last && is_stressed(finder, start))
				continue;
			return false;
		}
		if (is_ordinary && (run != last || !is_stressed(finder, start)))
			continue;
		if ((slot->says & IS_ADJACENT) != 0 && run != last &&
			!is_near(finder, words, last, start))
			continue;
		add_classes(slot, finder->classes->phone, context);
		break;
	}
	return true;
}

/* The bits below one. */
static inline uint64_t
below(int bit)
{
	return (UINT64_C(1) << bit) - 1;
}

static inline int
highest(uint64_t bits)
{
	return 63 - __builtin_clzll(bits);
}

/*
 * Where words begin in the part of the text that was looked at, which begins at a
 * place; all of it: there is nothing more to look at before that.
 */
static uint64_t
beginnings(const BvFinder *finder, const BvFindLetters *letters, uint64_t word, int from,
		   size_t place, bool all)
{
	uint64_t	begins = (word & ~(word << 1)) | (letters->upper & letters->lower << 1);

	begins &= ~(letters->digit << 1);
	/* it may be only the end of a word */
	if ((word >> from & 1) != 0 &&
		(all ? bv_find_word_before(finder, place) :
		 (bv_find_kind(finder, place - 1) & (BV_KIND_WORD | BV_KIND_HIGH)) != 0))
		begins &= ~(UINT64_C(1) << from);
	return begins;
}

/* Where numbers of their own end: four digits, three and three, or four times two. */
static inline uint64_t
ends_of_numbers(uint64_t digit)
{
	uint64_t	two = digit & digit << 1;
	uint64_t	three = two & digit << 2;

	return (two & two << 2) | (three & three << 4) |
		(two & two << 3 & two << 6 & two << 9);
}

/*
 * Reads the words between two places, backwards, at most 64 bytes of them, and no
 * more than half of that if there are enough.  A word in camelCase counts as
 * several; letters behind a digit are none.
 */
static void
read_words(BvFinder *finder, size_t least, size_t start, int limit, BvFindContext *context)
{
	size_t		back = start - least < BV_FIND_BLOCK ? start - least : BV_FIND_BLOCK;
	int			cut = BV_FIND_BLOCK - (int) back;	/* text begins there */
	int			from = cut < BV_FIND_BLOCK / 2 ? BV_FIND_BLOCK / 2 : cut;	/* looked at */
	int			total[RUN_WORDS] = {0}; /* letters of the last word, of the last two, … */
	BvFindLetters *letters;
	Words		words;

	finder->work += back;
	words.count = 0;
	letters = &words.letters;
	if (back == BV_FIND_BLOCK)
		memcpy(words.text, finder->text + start - BV_FIND_BLOCK, BV_FIND_BLOCK);
	else
	{
		memset(words.text, 0, BV_FIND_BLOCK);
		memcpy(words.text + cut, finder->text + start - back, back);
	}
	memset(words.text + BV_FIND_BLOCK, 0, FOLD_BYTES);

	for (;;)
	{
		uint64_t	word;
		uint64_t	begins;
		uint64_t	number;

		bv_find_letters(words.text, from & ~15, letters);
		word = letters->lower | letters->upper | letters->high;
		if (word == 0 && from == cut)
			context->bare = true;
		begins = from == BV_FIND_BLOCK ? 0 :
			beginnings(finder, letters, word, from, start - (BV_FIND_BLOCK - from), from == cut);

		/* a number of its own, and what is before it, speak of something else */
		number = ends_of_numbers(letters->digit);
		if (number != 0)
			begins &= ~below(highest(number));
		if (words.count > 0)
			begins &= below(words.begin[words.count - 1]);	/* they were looked up */

		while (begins != 0 && words.count < limit)
		{
			int			begin = highest(begins);
			uint64_t	ends = ~word & ~below(begin);
			int			end = ends != 0 ? __builtin_ctzll(ends) : BV_FIND_BLOCK;
			uint32_t	first;
			uint32_t	possible;
			uint32_t	bit[RUN_WORDS];
			int			runs;

			if (words.count > 0 && end > words.begin[words.count - 1])
				end = words.begin[words.count - 1]; /* in camelCase */
			begins &= below(begin);
			words.begin[words.count] = begin;
			words.end[words.count++] = end;

			/* without branches: most words are none that is known, alone or with others */
			first = first_letters(words.text + begin, end - begin);
			possible = with_plurals(*lengths_of(first)) & -(uint32_t) is_begun(first);
			for (int i = RUN_WORDS - 1; i > 0; i--)
				total[i] = total[i - 1] + end - begin;
			total[0] = end - begin;
			for (int i = 0; i < RUN_WORDS; i++)
				bit[i] = length_bit(total[i]) & possible;
			runs = bit[3] != 0 ? 4 : bit[2] != 0 ? 3 : bit[1] != 0 ? 2 : bit[0] != 0;
			if (letters->high >> begin != 0)
				runs = RUN_WORDS;
			if (runs == 0)
				continue;
			if (runs > words.count)
				runs = words.count;
			if (!look_up(finder, &words, start, runs, context))
			{
				context->denied = bv_class_set_is_empty(&context->classes);
				return;
			}
		}
		if (from == cut || words.count == limit || (number != 0 && word != 0))
			return;
		from = cut;				/* all that is left */
	}
}

void
bv_find_words(BvFinder *finder, size_t start, int limit, BvFindContext *context)
{
	memset(context, 0, sizeof(*context));
	if (!index_made)
		make_index();
	read_words(finder, 0, start, limit, context);
}

bool
bv_find_speaks(const BvFinder *finder, const BvFindContext *context)
{
	bool		any = context->any_identifier;

	for (int i = 0; i < BV_CLASS_SET_WORDS; i++)
		any |= (context->classes.word[i] & finder->classes->known.word[i]) != 0;
	return any;
}

size_t
bv_find_parenthesis(const BvFinder *finder, size_t end)
{
	if (bv_find_char(finder, end) == ' ')
		end++;
	return bv_find_char(finder, end) == '(' ? end + 1 : 0;
}

void
bv_find_context(BvFinder *finder, size_t start, size_t end, int limit,
				BvFindContext *context)
{
	size_t		from;
	size_t		to;

	bv_find_words(finder, start, limit, context);
	if (limit < BV_BACK_WORDS || !bv_class_set_is_empty(&context->classes) || context->denied)
		return;

	/* "123456782 (BSN)" */
	from = bv_find_parenthesis(finder, end);
	if (from == 0)
		return;
	for (to = from; to < finder->length && to - from < BEHIND_BYTES && finder->text[to] != ')'; to++)
		;
	if (bv_find_char(finder, to) != ')')
		return;
	read_words(finder, from, to, BV_BACK_WORDS, context);
	context->denied = false;
}
