/*
 * lexicon.c: what a value looks like by its words: a name, a place, a trade
 */
#include "lexicon.h"

#include <stdbool.h>
#include <string.h>

#include "array.h"
#include "address.h"
#include "check_digit.h"
#include "country.h"
#include "fold.h"
#include "lexicon_table.h"

#define NAME_WORDS	7			/* a name has no more, titles and particles with it */
#define VALUE_BYTES 120			/* longer values are prose */

int
bv_lexicon_find(uint64_t hash)
{
	uint32_t	bucket = hash >> (64 - BV_LEXICON_BITS);
	uint16_t	fingerprint = hash >> (48 - BV_LEXICON_BITS);
	uint32_t	at = bv_lexicon_buckets[bucket];
	uint32_t	end = bv_lexicon_buckets[bucket + 1];

	/* the first that is not below it: no processor can foresee which half that is in, and none has to */
	for (uint32_t count = end - at; count > 0;)
	{
		uint32_t	half = (count + 1) / 2;

		at += half & -(uint32_t) (bv_lexicon_fingerprints[at + half - 1] < fingerprint);
		count -= half;
	}
	if (at < end && bv_lexicon_fingerprints[at] == fingerprint)
		return bv_lexicon_masks[bv_lexicon_codes[at]];
	return 0;
}

/* The words of a value as parts of a name. */
typedef struct NameParts
{
	int			parts;			/* titles and particles aside */
	int			initials;		/* single letters */
	int			given;			/* parts that can be given names, */
	int			family;			/* family names, */
	int			either;			/* one of the two */
	int			ordinary;		/* of those, words of the dictionary, */
	int			rare;			/* and rare ones */
	int			first;			/* what the first and the last are; 0: not known */
	int			last;
	bool		first_initial;
} NameParts;

#define NAMES	(BV_WORD_GIVEN | BV_WORD_FAMILY)

static NameParts
name_parts(const BvWords *words, const int *kinds)
{
	NameParts	name = {0};
	int			from = 0;
	int			to = words->count;

	while (from < to - 1 && (kinds[from] & BV_WORD_TITLE) != 0 &&
		   !((kinds[from] & NAMES) != 0 && to - from <= 2))
		from++;
	while (to - 1 > from && (kinds[to - 1] & BV_WORD_TITLE) != 0 && (kinds[to - 1] & NAMES) == 0)
		to--;

	for (int i = from; i < to; i++)
	{
		int			kind = kinds[i];
		bool		initial = bv_word_size(words, i) == 1;

		if (!initial && (kind & BV_WORD_PARTICLE) != 0 && (kind & NAMES) == 0)
			continue;
		if (name.parts == 0)
		{
			name.first = initial ? 0 : kind & NAMES;
			name.first_initial = initial;
		}
		name.last = initial ? 0 : kind & NAMES;
		name.parts++;
		if (initial)
		{
			name.initials++;
			continue;
		}
		name.given += (kind & BV_WORD_GIVEN) != 0;
		name.family += (kind & BV_WORD_FAMILY) != 0;
		name.either += (kind & NAMES) != 0;
		name.ordinary += (kind & NAMES) != 0 && (kind & BV_WORD_ORDINARY) != 0;
		name.rare += (kind & NAMES) != 0 && (kind & BV_WORD_RARE) != 0;
	}
	return name;
}

/* Is it what people are called?  Their names in any order, as lists of them have. */
static uint32_t
names_of(const BvWords *words, const int *kinds)
{
	NameParts	name = name_parts(words, kinds);
	uint32_t	found = 0;
	int			whole = name.parts - name.initials;
	int			unknown = whole - name.either;
	bool		titled = words->count > 1 && (kinds[0] & (BV_WORD_TITLE | NAMES)) == BV_WORD_TITLE;

	if (whole == 0 || name.either == 0)
		return 0;
	/* "Dr. Schmidt" is the whole of what is known of a name */
	if (titled && whole == 1 && name.initials == 0)
		return BV_WORDS_FULL_NAME | (name.ordinary + name.rare == name.either ? BV_WORDS_RARE : 0);
	if (whole <= 3 && name.given == whole && !name.first_initial)
		found |= BV_WORDS_GIVEN_NAME;
	if (whole <= 3 && name.initials == 0 && name.family > 0 && name.either == whole)
		found |= BV_WORDS_FAMILY_NAME;
	if (name.parts >= 2 && unknown <= (whole >= 3 ? 1 : 0))
	{
		bool		both = name.first != 0 && name.last != 0;

		if ((both && ((name.first | name.last) & BV_WORD_GIVEN) != 0) ||
			(name.initials > 0 && ((name.first | name.last) & BV_WORD_FAMILY) != 0))
			found |= BV_WORDS_FULL_NAME;
	}
	/* a name that we do not know beside one that is nothing else */
	if (found == 0 && name.parts >= 2 && whole <= 3 && unknown == 1 && name.ordinary == 0 && name.rare == 0 &&
		((name.first & BV_WORD_GIVEN) != 0 || (name.last & BV_WORD_FAMILY) != 0))
		return BV_WORDS_FULL_NAME | BV_WORDS_RARE;
	if (found != 0 && name.ordinary + name.rare == name.either)
		found |= name.rare > 0 ? BV_WORDS_RARE : BV_WORDS_ORDINARY;
	return found;
}

/* Compounds of Dutch, German and Swedish: "projectmedewerker", "Bauleiter". */
static bool
ends_as_an_occupation(const char *word, int size)
{
	static const char *const endings[26] = {
		['e' - 'a'] = "kundige skotare arbetare ledare",
		['n' - 'a'] = "assistentin",
		['r' - 'a'] = "medewerker leider manager chauffeur monteur techniker ingenieur leiter fahrer lehrer "
		"verkaufer arbeiter berater entwickler tekniker ingenjor beheerder werker",
		['t' - 'a'] = "assistent specialist",
	};
	int			length = bv_ending(word, size, endings);

	return length > 0 && size >= length + 2;
}

static bool
is_occupation(const BvWords *words, const int *kinds, int whole)
{
	int			last = words->count - 1;

	if (((whole | kinds[0] | kinds[last]) & BV_WORD_OCCUPATION) != 0)
		return true;
	return ends_as_an_occupation(words->text + words->start[last], bv_word_size(words, last));
}

/* A legal form at the end, also letter by letter ("b v", "s p a"), or a word such as "Stichting" before. */
static bool
is_company(const BvWords *words, const int *kinds)
{
	int			last = words->count - 1;
	int			letters = last;
	char		joined[BV_FOLD_WORDS];
	int			size = 0;

	if (last < 1)
		return false;
	if ((kinds[last] & BV_WORD_COMPANY) != 0 ||
		((kinds[0] & BV_WORD_COMPANY) != 0 && bv_word_size(words, 0) >= 4))
		return true;
	while (letters > 0 && bv_word_size(words, letters) == 1)
		letters--;
	for (int i = letters + 1; i <= last; i++)
		joined[size++] = words->text[words->start[i]];
	if (size == 3 && memcmp(joined, "zoo", 3) == 0)
		return true;			/* "sp. z o.o." */
	return size >= 2 && letters >= 0 && (bv_lexicon_find(bv_fold_hash(joined, size)) & BV_WORD_COMPANY) != 0;
}

/* A state's letters as they are used within a country, "CA", or those of ISO 3166-2, "US-CA". */
static bool
is_region_code(const char *value, size_t len)
{
	static const char *const countries[] = {"us", "ca", "au", "br", "mx"};
	char		code[8] = "us ";
	size_t		prefix = len >= 4 && value[2] == '-' ? 3 : 0;

	if (len > 6 || len - prefix < 1 || len - prefix > 3 || (prefix == 0 && len < 2))
		return false;
	for (size_t i = 0; i < len; i++)
	{
		bool		digit = bv_is_digit(value[i]) && prefix > 0 && i >= prefix;

		if (!digit && !(value[i] >= 'A' && value[i] <= 'Z') && !(i == 2 && prefix > 0))
			return false;
		code[i + 3 - prefix] = digit ? value[i] : value[i] - 'A' + 'a';
	}
	for (size_t i = 0; i < (prefix > 0 ? 1 : lengthof(countries)); i++)
	{
		code[0] = prefix > 0 ? value[0] - 'A' + 'a' : countries[i][0];
		code[1] = prefix > 0 ? value[1] - 'A' + 'a' : countries[i][1];
		code[2] = ' ';
		if ((bv_lexicon_find(bv_fold_hash(code, len + 3 - prefix)) & BV_WORD_REGION) != 0)
			return true;
	}
	return false;
}

/* Two or three letters, all capitals: a code more often than a word. */
static bool
is_code(const char *value, size_t len)
{
	if (len < 2 || len > 3)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (value[i] < 'A' || value[i] > 'Z')
			return false;
	}
	return true;
}

/* Numbers, dates and the like are no words. */
static bool
has_letter(const char *value, size_t len)
{
	for (size_t i = 0; i < len; i++)
	{
		if (bv_is_letter(value[i]) || (unsigned char) value[i] >= 0x80)
			return true;
	}
	return false;
}

/* What paths, zones and keys have between their words is in no name. */
static bool
has_mark_of_things(const char *value, size_t len)
{
	for (size_t i = 0; i < len; i++)
	{
		if (value[i] == '/' || value[i] == '_' || value[i] == ':' || value[i] == '@')
			return true;
	}
	return false;
}

/*
 * Months, days, seasons and points of the compass, folded, by their first letter: many
 * are names of people and places as well, but a column of them is of the calendar.
 */
static const char *const calendar[26] = {
	['a' - 'a'] = "abril agosto agustos agustus aout apr april aprile aprilie aprilis aralik aug "
		"august augusti augustus augusztus automne autumn autunno avril",
	['b' - 'a'] = "brezen",
	['c' - 'a'] = "carsamba center central centre cerven cervenec csutortok ctvrtek cuma "
		"cumartesi czerwiec czwartek",
	['d' - 'a'] = "dec december decembre decembrie desember dez dezember dezembro dicembre "
		"diciembre dienstag dimanche dinsdag domenica domingo donderdag donnerstag "
		"duben duminica",
	['e' - 'a'] = "east ekim elokuu enero est estate este eylul",
	['f' - 'a'] = "feb febbraio febrero februar februari februarie february fevereiro fevrier "
		"fredag freitag friday fruhling",
	['g' - 'a'] = "gennaio giovedi giugno grudzien",
	['h' - 'a'] = "haziran heinakuu helmikuu herbst herfst hetfo huhtikuu",
	['i' - 'a'] = "ianuarie inverno invierno iulie iunie",
	['j' - 'a'] = "jan janeiro janner januar januari january janvier jeudi joi joulukuu jueves "
		"juillet juin jul julho juli julio julius july jun june junho juni junio junius",
	['k' - 'a'] = "kasim kedd kesakuu keskiviikko kolovoz kveten kwiecien",
	['l' - 'a'] = "lauantai leden lente leste lipanj lipiec listopad lokakuu lordag luglio lundi "
		"lunedi lunes luni luty",
	['m' - 'a'] = "maaliskuu maanantai maandag maart maerz maggio mai maio maj majus mandag mar "
		"march marcius marco mardi marec maret marraskuu mars mart martedi martes marti "
		"martie marts marz marzec marzo may mayis mayo mei mercoledi mercredi miercoles "
		"miercuri mittwoch monday montag mrt",
	['n' - 'a'] = "nedele niedziela nisan noiembrie noord nord norte north northeast northwest "
		"nov november novembre novembro noviembre",
	['o' - 'a'] = "ocak oct october octobre octombrie octubre oeste okt oktober onsdag oost ost "
		"oster otono ottobre ouest outono outubro ovest ozujak",
	['p' - 'a'] = "patek pazar pazartesi pazdziernik pentek perjantai persembe piatek polnoc "
		"poludnie pondeli poniedzialek primavera printemps prosinac prosinec",
	['q' - 'a'] = "quarta quinta",
	['r' - 'a'] = "rijen rujan",
	['s' - 'a'] = "sabado sabato sali sambata samedi samstag saturday segunda sep sept september "
		"septembre septembrie septiembre setembro setiembre settembre sexta sierpien "
		"sijecanj sobota sommer sondag sonnabend sonntag south southeast southwest "
		"spring sroda srpanj srpen streda studeni styczen subat sud sul summer sunday "
		"sunnuntai sur svibanj syd syyskuu szeptember szerda szombat",
	['t' - 'a'] = "tammikuu temmuz terca thursday tiistai tirsdag tisdag torsdag torstai toukokuu "
		"travanj tuesday",
	['u' - 'a'] = "unor utery",
	['v' - 'a'] = "vasarnap vast veljaca vendredi venerdi verano verao viernes vineri vrijdag",
	['w' - 'a'] = "wednesday west winter woensdag wrzesien wschod wtorek",
	['z' - 'a'] = "zachod zari zaterdag zomer zondag zuid",
};

static bool
is_of_calendar(const char *word, int size)
{
	const char *list = word[0] >= 'a' && word[0] <= 'z' ? calendar[word[0] - 'a'] : NULL;

	while (list != NULL)
	{
		const char *space = strchr(list, ' ');
		int			len = space != NULL ? space - list : (int) strlen(list);

		if (len == size && memcmp(list, word, len) == 0)
			return true;
		list = space != NULL ? space + 1 : NULL;
	}
	return false;
}

uint32_t
bv_words_of(const char *value, size_t len)
{
	static const struct
	{
		int			word;
		uint32_t	kind;
	}			wholes[] = {
		{BV_WORD_CITY, BV_WORDS_CITY},
		{BV_WORD_REGION, BV_WORDS_REGION},
		{BV_WORD_LANGUAGE, BV_WORDS_LANGUAGE},
		{BV_WORD_RELIGION, BV_WORDS_RELIGION}
	};
	BvWords		words;
	int			kinds[BV_FOLD_WORDS];
	int			whole;
	uint32_t	found = 0;

	bv_trim(&value, &len);
	if (len < 2 || len > VALUE_BYTES)
		return 0;
	if (is_code(value, len))
		return (bv_country_by_code(value, len) >= 0 ? BV_WORDS_COUNTRY_CODE : 0) |
			(is_region_code(value, len) ? BV_WORDS_REGION : 0);
	if (!has_letter(value, len))
		return 0;
	bv_fold(value, len, &words);
	if (words.count == 0 || !words.whole)
		return 0;
	if (words.count <= 2 && len <= 6 && is_region_code(value, len))
		return BV_WORDS_REGION;

	/* with digits, nothing but an address is known */
	if (words.has_digit && !bv_has_house_number(&words))
		return 0;
	for (int i = 0; i < words.count; i++)
		kinds[i] = bv_lexicon_find(words.hash[i]);
	if (bv_address_of_words(&words, kinds) != 0)
		found |= BV_WORDS_STREET;
	if (words.has_digit)
		return found;

	whole = words.count == 1 ? kinds[0] : bv_lexicon_find(words.hash_of_all);
	if (words.count <= NAME_WORDS && !has_mark_of_things(value, len))
		found |= names_of(&words, kinds);
	for (size_t i = 0; i < lengthof(wholes); i++)
	{
		/* codes of regions are in the lexicon as two words, "nl nh" */
		if ((whole & wholes[i].word) != 0 && words.size > 2 && (words.count != 2 || words.size > 6))
			found |= wholes[i].kind;
	}
	if ((whole & BV_WORD_ORDINARY) != 0)
		found |= BV_WORDS_ORDINARY;
	if (found != 0 && words.count == 1 && is_of_calendar(words.text, words.size))
		return BV_WORDS_ORDINARY | (found & (BV_WORDS_GIVEN_NAME | BV_WORDS_FAMILY_NAME));
	if (words.size >= 4 && bv_country_by_words(&words) >= 0)
		found |= BV_WORDS_COUNTRY;
	if (is_occupation(&words, kinds, whole))
		found |= BV_WORDS_OCCUPATION;
	if (is_company(&words, kinds))
		found |= BV_WORDS_COMPANY;
	return found;
}

/*
 * Measured by generate/measure_words.js on lists that the table is not made from
 * (doc/words.md).  hit is that of the language that fares worst among en, nl, de,
 * fr, es, it, pt, sv and pl, for names as frequent as they are; chance that of the
 * language whose dictionary fares worst, for codes that of all pairs of letters.
 */
const BvWordsRate bv_words_rates[BV_WORDS_KINDS] = {
	{BV_WORDS_GIVEN_NAME, "given_name", 0.75, 0.041, 0.73, 0.038},
	{BV_WORDS_FAMILY_NAME, "family_name", 0.74, 0.076, 0.62, 0.039},
	{BV_WORDS_FULL_NAME, "name", 0.92, 0.073, 0.64, 0.023},
	{BV_WORDS_CITY, "city", 0.70, 0.019, 0.70, 0.013},
	{BV_WORDS_REGION, "region", 0.87, 0.005, 0.87, 0.003},
	{BV_WORDS_COUNTRY, "country", 0.90, 0.004, 0.90, 0.003},
	{BV_WORDS_COUNTRY_CODE, "country", 0.99, 0.37, 0.99, 0.37},
	{BV_WORDS_STREET, "address", 0.60, 0.006, 0.60, 0.006},
	{BV_WORDS_OCCUPATION, "occupation", 0.24, 0.007, 0.20, 0.003},
	{BV_WORDS_COMPANY, "employer", 0.3, 0.006, 0.3, 0.006},
	{BV_WORDS_LANGUAGE, "language", 0.9, 0.003, 0.9, 0.003},
	{BV_WORDS_RELIGION, "religion", 0.7, 0.001, 0.7, 0.001},
};
