/*
 * find_known.c: words that speak of classes, or against them
 *
 * Those that columns are called (column_name_table.c), and a few that are said but
 * are no name of a column.
 */
#include "find_known.h"

#include <assert.h>
#include <string.h>

#include "array.h"
#include "column_name.h"
#include "fast_hash.h"

/* Words as they are folded for names of columns, sorted; the class of those that say one. */
typedef struct KnownWord
{
	const char *word;
	int			says;
	const char *class_name;
} KnownWord;

static const KnownWord known_words[] = {
	{"abi", BV_IS_ORDINARY, NULL},
	{"account", BV_SAYS_EXTRA | BV_IS_WEAK, "bank_account"},
	{"aniversario", BV_IS_ORDINARY, NULL},
	{"appelez", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"appelle", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"appme", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"article", BV_DENIES, NULL},
	{"artikel", BV_DENIES, NULL},
	{"auftrag", BV_DENIES, NULL},
	{"auftragsnummer", BV_DENIES, NULL},
	{"awb", BV_DENIES, NULL},
	{"barcode", BV_DENIES, NULL},
	{"batch", BV_DENIES, NULL},
	{"bel", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"bellen", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"bellop", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"belmeop", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"belmijop", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"bereikbaar", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"bestallning", BV_DENIES, NULL},
	{"bestelling", BV_DENIES, NULL},
	{"bestellnummer", BV_DENIES, NULL},
	{"bestellung", BV_DENIES, NULL},
	{"bestelnummer", BV_DENIES, NULL},
	{"bestillingsnr", BV_DENIES, NULL},
	{"bestillingsnummer", BV_DENIES, NULL},
	{"birthday", BV_IS_ADJACENT, NULL},
	{"boeking", BV_DENIES, NULL},
	{"booking", BV_DENIES, NULL},
	{"born", BV_SAYS_EXTRA, "birth_date"},
	{"buchung", BV_DENIES, NULL},
	{"bug", BV_DENIES, NULL},
	{"build", BV_DENIES, NULL},
	{"bump", BV_DENIES, NULL},
	{"bumped", BV_DENIES, NULL},
	{"bytes", BV_DENIES, NULL},
	{"call", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"callmeat", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"callmeon", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"card", BV_SAYS_EXTRA, "payment_card"},
	{"carta", BV_IS_ORDINARY, NULL},
	{"carte", BV_IS_ORDINARY, NULL},
	{"case", BV_DENIES, NULL},
	{"cb", BV_IS_ORDINARY, NULL},
	{"cc", BV_IS_ORDINARY, NULL},
	{"cell", BV_IS_ORDINARY, NULL},
	{"chiamami", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"ci", BV_IS_ORDINARY, NULL},
	{"colis", BV_DENIES, NULL},
	{"comanda", BV_DENIES, NULL},
	{"commande", BV_DENIES, NULL},
	{"commit", BV_DENIES, NULL},
	{"consignment", BV_DENIES, NULL},
	{"contacto", BV_IS_ORDINARY, NULL},
	{"container", BV_DENIES, NULL},
	{"cve", BV_DENIES, NULL},
	{"dial", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"dns", BV_SAYS_EXTRA, "ip_address"},
	{"documento", BV_IS_ORDINARY, NULL},
	{"dossier", BV_DENIES, NULL},
	{"dossiernummer", BV_DENIES, NULL},
	{"downgrade", BV_DENIES, NULL},
	{"downgraded", BV_DENIES, NULL},
	{"drivinglicence", BV_SAYS_EXTRA, "gb_driving_licence"},
	{"dzwon", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"ean", BV_DENIES, NULL},
	{"encomenda", BV_DENIES, NULL},
	{"envio", BV_DENIES, NULL},
	{"epoch", BV_DENIES, NULL},
	{"erreichbar", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"expedition", BV_DENIES, NULL},
	{"factura", BV_DENIES, NULL},
	{"facture", BV_DENIES, NULL},
	{"factuur", BV_DENIES, NULL},
	{"faktura", BV_DENIES, NULL},
	{"fakturanr", BV_DENIES, NULL},
	{"fakturanummer", BV_DENIES, NULL},
	{"fattura", BV_DENIES, NULL},
	{"fin", BV_IS_ORDINARY, NULL},
	{"firmware", BV_DENIES, NULL},
	{"fodd", BV_SAYS_EXTRA, "birth_date"},
	{"fodt", BV_SAYS_EXTRA, "birth_date"},
	{"gateway", BV_SAYS_EXTRA, "ip_address"},
	{"geb", BV_SAYS_EXTRA, "birth_date"},
	{"gebam", BV_SAYS_EXTRA, "birth_date"},
	{"geboren", BV_SAYS_EXTRA, "birth_date"},
	{"geborenam", BV_SAYS_EXTRA, "birth_date"},
	{"gtin", BV_DENIES, NULL},
	{"handy", BV_IS_ORDINARY, NULL},
	{"hash", BV_DENIES, NULL},
	{"hawb", BV_DENIES, NULL},
	{"immatricule", BV_SAYS_EXTRA, "fr_plaque"},
	{"immatriculee", BV_SAYS_EXTRA, "fr_plaque"},
	{"invoice", BV_DENIES, NULL},
	{"invoiceno", BV_DENIES, NULL},
	{"invoicenumber", BV_DENIES, NULL},
	{"isbn", BV_DENIES, NULL},
	{"issn", BV_DENIES, NULL},
	{"issue", BV_DENIES, NULL},
	{"item", BV_DENIES, NULL},
	{"joignable", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"joindre", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"kaart", BV_SAYS_EXTRA, "payment_card"},
	{"kernel", BV_DENIES, NULL},
	{"klantnummer", BV_DENIES, NULL},
	{"kort", BV_IS_ORDINARY, NULL},
	{"kundennr", BV_DENIES, NULL},
	{"kundennummer", BV_DENIES, NULL},
	{"kundnummer", BV_DENIES, NULL},
	{"kvittering", BV_DENIES, NULL},
	{"kvitto", BV_DENIES, NULL},
	{"ligueme", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"llamame", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"llameme", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"llamenme", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"lot", BV_DENIES, NULL},
	{"mastercard", BV_SAYS_EXTRA, "payment_card"},
	{"mawb", BV_DENIES, NULL},
	{"meldcode", BV_IS_ORDINARY, NULL},
	{"mobile", BV_IS_ORDINARY, NULL},
	{"model", BV_DENIES, NULL},
	{"nacida", BV_SAYS_EXTRA, "birth_date"},
	{"nacido", BV_SAYS_EXTRA, "birth_date"},
	{"nameserver", BV_SAYS_EXTRA, "ip_address"},
	{"nas", BV_IS_ORDINARY, NULL},
	{"nascida", BV_SAYS_EXTRA, "birth_date"},
	{"nascido", BV_SAYS_EXTRA, "birth_date"},
	{"natail", BV_SAYS_EXTRA, "birth_date"},
	{"natoil", BV_SAYS_EXTRA, "birth_date"},
	{"neele", BV_SAYS_EXTRA, "birth_date"},
	{"nele", BV_SAYS_EXTRA, "birth_date"},
	{"nie", BV_IS_ORDINARY, NULL},
	{"objednavka", BV_DENIES, NULL},
	{"offset", BV_DENIES, NULL},
	{"orden", BV_DENIES, NULL},
	{"order", BV_DENIES, NULL},
	{"orderid", BV_DENIES, NULL},
	{"orderno", BV_DENIES, NULL},
	{"ordernr", BV_DENIES, NULL},
	{"ordernumber", BV_DENIES, NULL},
	{"ordernummer", BV_DENIES, NULL},
	{"ordine", BV_DENIES, NULL},
	{"ordre", BV_DENIES, NULL},
	{"ordreid", BV_DENIES, NULL},
	{"ordrenr", BV_DENIES, NULL},
	{"ordrenummer", BV_DENIES, NULL},
	{"pacco", BV_DENIES, NULL},
	{"paket", BV_DENIES, NULL},
	{"pan", BV_IS_ORDINARY, NULL},
	{"paquete", BV_DENIES, NULL},
	{"parcel", BV_DENIES, NULL},
	{"part", BV_DENIES, NULL},
	{"pass", BV_IS_ORDINARY, NULL},
	{"pedido", BV_DENIES, NULL},
	{"pesanan", BV_DENIES, NULL},
	{"phones", BV_SAYS_EXTRA, "phone"},
	{"pin", BV_IS_ORDINARY, NULL},
	{"policy", BV_DENIES, NULL},
	{"polisnummer", BV_DENIES, NULL},
	{"port", BV_DENIES | BV_IS_ORDINARY, NULL},
	{"portable", BV_IS_ORDINARY, NULL},
	{"product", BV_DENIES, NULL},
	{"przesylka", BV_DENIES, NULL},
	{"quadro", BV_IS_ORDINARY, NULL},
	{"rappelez", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"rappelle", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"reachable", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"reachmeat", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"reachmeon", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"rechnung", BV_DENIES, NULL},
	{"rechnungsnr", BV_DENIES, NULL},
	{"rechnungsnummer", BV_DENIES, NULL},
	{"ref", BV_DENIES, NULL},
	{"reference", BV_DENIES, NULL},
	{"referencia", BV_DENIES, NULL},
	{"referenz", BV_DENIES, NULL},
	{"registration", BV_IS_ORDINARY, NULL},
	{"rekening", BV_IS_ORDINARY, NULL},
	{"release", BV_DENIES, NULL},
	{"rendeles", BV_DENIES, NULL},
	{"reservation", BV_DENIES, NULL},
	{"rev", BV_DENIES, NULL},
	{"revision", BV_DENIES, NULL},
	{"rfc", BV_DENIES, NULL},
	{"rg", BV_IS_ORDINARY, NULL},
	{"rib", BV_IS_ORDINARY, NULL},
	{"ring", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"ruf", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"rufenan", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"rufmichan", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"said", BV_IS_ORDINARY, NULL},
	{"sendung", BV_DENIES, NULL},
	{"sendungsnummer", BV_DENIES, NULL},
	{"serial", BV_DENIES, NULL},
	{"shipment", BV_DENIES, NULL},
	{"sin", BV_IS_ORDINARY, NULL},
	{"siparis", BV_DENIES, NULL},
	{"size", BV_DENIES, NULL},
	{"sku", BV_DENIES, NULL},
	{"sms", BV_SAYS_EXTRA, "phone"},
	{"soita", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"spedizione", BV_DENIES, NULL},
	{"tarjeta", BV_IS_ORDINARY, NULL},
	{"terugbellenop", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"text", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"textmeat", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"ticket", BV_DENIES, NULL},
	{"ticketid", BV_DENIES, NULL},
	{"tilaus", BV_DENIES, NULL},
	{"tilausnumero", BV_DENIES, NULL},
	{"timestamp", BV_DENIES, NULL},
	{"tin", BV_IS_ORDINARY, NULL},
	{"trace", BV_DENIES, NULL},
	{"tracking", BV_DENIES, NULL},
	{"transaction", BV_DENIES, NULL},
	{"txn", BV_DENIES, NULL},
	{"upc", BV_DENIES, NULL},
	{"upgrade", BV_DENIES, NULL},
	{"upgraded", BV_DENIES, NULL},
	{"upgrading", BV_DENIES, NULL},
	{"urodzona", BV_SAYS_EXTRA, "birth_date"},
	{"urodzony", BV_SAYS_EXTRA, "birth_date"},
	{"uuid", BV_DENIES, NULL},
	{"v", BV_DENIES, NULL},
	{"ver", BV_DENIES, NULL},
	{"versie", BV_DENIES, NULL},
	{"version", BV_DENIES, NULL},
	{"versnr", BV_SAYS_EXTRA, "de_kvnr"},
	{"vin", BV_IS_ORDINARY, NULL},
	{"visa", BV_SAYS_EXTRA, "payment_card"},
	{"vorgang", BV_DENIES, NULL},
	{"waybill", BV_DENIES, NULL},
	{"zaaknummer", BV_DENIES, NULL},
	{"zadzwon", BV_SAYS_EXTRA | BV_IS_ADJACENT, "phone"},
	{"zamowienie", BV_DENIES, NULL},
	{"zending", BV_DENIES, NULL}
};

#define KNOWN_WORDS		(lengthof(known_words))

/*
 * Where to find what a word says: an index over both tables, made when it is
 * first needed, from constants, and never changed.
 */
#define INDEX_SLOTS		16384	/* a power of two, some three times the words */

uint32_t	bv_known_begun[1024];
uint32_t	bv_known_lengths[BV_KNOWN_LENGTHS];
static BvKnown index_slots[INDEX_SLOTS];
static uint8_t synonym_class[INDEX_SLOTS];	/* number of its class, by that of the synonym */
static uint8_t known_class[KNOWN_WORDS];
static uint8_t synonym_says[INDEX_SLOTS];	/* SYNONYM_* */
static bool index_made = false;

/* Of a synonym: */
#define SYNONYM_MORE		0x01	/* the next is the same word, of another class */
#define SYNONYM_IDENTIFIER	0x02	/* of a state, whatever its class */
#define SYNONYM_FAX			0x04	/* a phone, by its value */

static const char *
word_of(const BvKnown *slot)
{
	return slot->synonym != 0 ? bv_column_synonyms[slot->synonym - 1].name :
		known_words[slot->known - 1].word;
}

/* The slot of a word; an empty one if there is none. */
static inline BvKnown *
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

static BvKnown *
slot_named(const char *word)
{
	int			len = (int) strlen(word);
	uint32_t	hash = bv_fast_hash(word, len);
	BvKnown  *slot = slot_of(hash, word, len);

	slot->hash = hash;
	/* of words written together the first may have but one letter, or two */
	for (int i = 1; i <= 3 && i <= len; i++)
	{
		char		begin[3] = {0};
		uint32_t	letters;

		memcpy(begin, word, i);
		letters = bv_known_letters(begin, i);
		*bv_known_lengths_at(letters) |= bv_known_length(len);
		bv_known_begun[letters / 32] |= UINT32_C(1) << letters % 32;
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

void
bv_known_make(void)
{
	uint8_t		class_slots[CLASS_SLOTS] = {0}; /* numbers, by the hash of their names */

	if (index_made)
		return;
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
		BvKnown  *word;

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
		word->says = BV_SAYS_CLASS;
	}
	assert(KNOWN_WORDS < UINT8_MAX);
	for (int i = 0; i < KNOWN_WORDS; i++)
	{
		BvKnown  *word = slot_named(known_words[i].word);

		word->known = i + 1;
		if (known_words[i].class_name != NULL)
			known_class[i] = bv_class_by_name(known_words[i].class_name,
											  strlen(known_words[i].class_name))->number;
		word->says |= known_words[i].says;
	}
	index_made = true;
}

const BvKnown *
bv_known_of(const char *text, int len)
{
	return slot_of(bv_fast_hash(text, len), text, len);
}

void
bv_known_add(const BvKnown *word, BvFindContext *context)
{
	if ((word->says & BV_SAYS_CLASS) != 0)
	{
		int			i = word->synonym - 1;
		int			says;

		do
		{
			says = synonym_says[i];
			bv_class_set_add(&context->classes, synonym_class[i++]);
			context->any_identifier |= (says & SYNONYM_IDENTIFIER) != 0;
			if ((says & SYNONYM_FAX) != 0)
				bv_class_set_add(&context->classes, bv_find_classes()->phone->number);
		} while ((says & SYNONYM_MORE) != 0);
	}
	if ((word->says & BV_SAYS_EXTRA) != 0)
		bv_class_set_add(&context->classes, known_class[word->known - 1]);
}
