/*
 * validate_person.c: what a person is: sex, marital status, blood, genes, conditions
 *
 * Words are in lower case, in English, Dutch, German, French, Spanish, Italian,
 * Portuguese, Swedish, Polish, and other languages where they are short and known;
 * letters beyond ASCII in UTF-8; in order of bytes.
 */
#include "validate.h"

#include "array.h"
#include "check_digit.h"
#include "token_text.h"

#define WORD_MAX	40

/*
 * Copies a value in lower case, those of Latin letters with accents in UTF-8 as
 * well, one space for each separator.  Returns its length, 0 if it is too long or has digits.
 */
static size_t
fold_word(const char *value, size_t len, char *word)
{
	if (len >= WORD_MAX)
		return 0;
	for (size_t i = 0; i < len; i++)
	{
		char		c = value[i];

		if (c == '\0' || bv_is_digit(c))
			return 0;
		if (c >= 'A' && c <= 'Z')
			c = (char) (c - 'A' + 'a');
		else if (c == '_' || c == '-')
			c = ' ';
		else if (i > 0 && (unsigned char) value[i - 1] == 0xC3 &&
				 (unsigned char) c >= 0x80 && (unsigned char) c <= 0x9E)
			c = (char) ((unsigned char) c + 0x20);
		word[i] = c;
	}
	word[len] = '\0';
	return len;
}

/* Words in order of bytes, and how they begin: filled when first asked. */
typedef struct WordList
{
	const char *const *words;
	size_t		count;
	bool		built;
	uint32_t	firsts[WORD_MAX];	/* by length, the low five bits of first bytes, a bit each, */
	uint32_t	lasts[WORD_MAX];	/* and of last ones */
} WordList;

#define WORD_LIST(words) {words, lengthof(words)}

/* Is the value among the words? */
static bool
is_listed(const char *value, size_t len, WordList *list)
{
	char		word[WORD_MAX];
	size_t		low = 0;
	size_t		high = list->count;

	if (!list->built)
	{
		for (size_t i = 0; i < list->count; i++)
		{
			const char *word = list->words[i];
			size_t		size = strlen(word);

			list->firsts[size] |= UINT32_C(1) << (word[0] & 31);
			list->lasts[size] |= UINT32_C(1) << (word[size - 1] & 31);
		}
		list->built = true;
	}
	/* folding changes neither the length nor those bits of the first and last byte, of letters */
	if (len >= WORD_MAX || (list->firsts[len] >> (value[0] & 31) & 1) == 0 ||
		(list->lasts[len] >> (value[len - 1] & 31) & 1) == 0)
		return false;
	if (fold_word(value, len, word) == 0)
		return false;
	while (low < high)
	{
		size_t		middle = (low + high) / 2;
		int			order = strcmp(list->words[middle], word);

		if (order == 0)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static const char *const genders[] = {
	"agender", "altro", "anders", "annan", "autre", "boy", "desconocido", "divers",
	"diverse", "donna", "erkek", "fem", "female", "femenino", "feminin", "feminine",
	"feminino", "femme", "femmina", "femminile", "frau", "f\xC3\xA9minin", "f\xC3\xA9rfi",
	"genderfluid", "genderqueer", "girl", "heer", "hembra", "herr", "hombre", "homem",
	"homme", "inconnu", "intersex", "kad\xC4\xB1n", "keine angabe", "kobieta", "kvinde",
	"kvinna", "kvinne", "madame", "maennlich", "male", "man", "mand", "mann", "mannelijk",
	"masc", "maschile", "maschio", "masculin", "masculine", "masculino", "men", "mevrouw",
	"mezczyzna", "mies", "monsieur", "mr", "mrs", "ms", "mujer", "mujski", "mulher", "muz",
	"mu\xC5\xBE", "m\xC3\xA4nnlich", "m\xC4\x99\xC5\xBC" "czyzna", "nainen", "neutral",
	"non binary", "nonbinary", "not applicable", "not known", "not specified", "n\xC5\x91",
	"ok\xC3\xA4nd", "onbekend", "onzijdig", "other", "otro", "outro", "prefer not to say",
	"trans", "trans man", "trans woman", "transgender", "unbekannt", "undisclosed",
	"unknown", "unspecified", "uomo", "varon", "var\xC3\xB3n", "vrouw", "vrouwelijk",
	"weiblich", "woman", "women", "zena", "\xC5\xBE" "ena", "\xD0\xB6", "\xD0\xBC",
	"\xE5\xA5\xB3", "\xE5\xA5\xB3\xE6\x80\xA7", "\xE7\x94\xB7", "\xE7\x94\xB7\xE6\x80\xA7"
};

const char *
bv_gender_word(int which)
{
	return which < lengthof(genders) ? genders[which] : NULL;
}

/* Letters, ISO/IEC 5218 (0, 1, 2, 9) and words. */
bool
bv_is_gender(const char *value, size_t len)
{
	static WordList list = WORD_LIST(genders);

	bv_trim(&value, &len);
	if (len == 0 || len > 20)
		return false;
	if (len == 1 && (unsigned char) value[0] < 0x80)
		return value[0] != '\0' && strchr("mfxvwdhoukMFXVWDHOUK0129", value[0]) != NULL;
	return is_listed(value, len, &list);
}

static const char *const marital_statuses[] = {
	"alleenstaand", "alleinstehend", "annulled", "casada", "casado", "celibataire", "celibe",
	"civil partner", "civil partnership", "civil union", "cohabitating", "cohabiting",
	"common law", "concubinage", "coniugata", "coniugato", "convivente",
	"c\xC3\xA9libataire", "divorced", "divorciada", "divorciado", "divorc\xC3\xA9",
	"divorc\xC3\xA9" "e", "divorziata", "divorziato", "domestic partner",
	"domestic partnership", "eingetragene lebenspartnerschaft", "engaged", "enke",
	"enkemand", "enkemann", "fr\xC3\xA5nskild", "gehuwd", "geregistreerd partnerschap",
	"gescheiden", "geschieden", "getrennt", "getrennt lebend", "getrouwd", "gift",
	"in a relationship", "kawaler", "ledig", "legally separated", "living together", "marie",
	"mari\xC3\xA9", "mari\xC3\xA9" "e", "married", "married af spouse", "married civ spouse",
	"married spouse absent", "m\xC4\x99\xC5\xBC" "atka", "never married", "nubile", "ogift",
	"ongehuwd", "pacs", "pacs\xC3\xA9", "pacs\xC3\xA9" "e", "panna", "pareja de hecho",
	"partnered", "partnerschap", "registered partnership", "rozwiedziona", "rozwiedziony",
	"sambo", "samenwonend", "separada", "separado", "separata", "separated", "separato",
	"single", "skild", "skilt", "solteira", "solteiro", "soltera", "soltero", "sposata",
	"sposato", "s\xC3\xA9par\xC3\xA9", "s\xC3\xA9par\xC3\xA9" "e", "ugift", "union libre",
	"uni\xC3\xA3o est\xC3\xA1vel", "uni\xC3\xB3n libre", "unmarried", "vedova", "vedovo",
	"verheiratet", "verpartnert", "verweduwd", "verwitwet", "veuf", "veuve", "viuda",
	"viudo", "viuva", "viuvo", "vi\xC3\xBAva", "vi\xC3\xBAvo", "vrijgezel", "wdowa",
	"wdowiec", "weduwe", "weduwnaar", "widow", "widowed", "widower", "\xC3\xA4nka",
	"\xC3\xA4nkling", "\xC5\xBConaty"
};

const char *
bv_marital_status_word(int which)
{
	return which < lengthof(marital_statuses) ? marital_statuses[which] : NULL;
}

bool
bv_is_marital_status(const char *value, size_t len)
{
	static WordList list = WORD_LIST(marital_statuses);

	bv_trim(&value, &len);
	return len >= 4 && len < WORD_MAX && is_listed(value, len, &list);
}

/* A group, and what begins a factor, as many bytes as tell it from a word. */
const char *
bv_blood_type_beginning(int which)
{
	static const char *const beginnings[] = {
		"A+", "A-", "A(", "A ", "Ap", "An", "Ar", "A\xE2", "AB", "B+", "B-", "B(", "B ", "Bp", "Bn", "Br", "B\xE2",
		"O+", "O-", "O(", "O ", "Op", "On", "Or", "O\xE2", "0+", "0-", "0(", "0 ", "0p", "0n", "0r", "0\xE2"
	};

	return which < lengthof(beginnings) ? beginnings[which] : NULL;
}

/* ABO and Rhesus, both: O+, AB neg, A Rh positive; the zero stands for O. */
bool
bv_is_blood_type(const char *value, size_t len)
{
	static const char *const factors[] = {
		"+", "-", "pos", "neg", "positive", "negative", "rh+", "rh-", "rhd+", "rhd-", "rh pos",
		"rh neg", "rh positive", "rh negative", "(+)", "(-)", "+ve", "-ve", "positief", "negatief",
		"positiv", "negativ", "positivo", "negativo", "positif", "n\xC3\xA9gatif", "\xE2\x88\x92"
	};
	size_t		group;

	bv_trim(&value, &len);
	if (len < 2 || len > 14)
		return false;
	switch (value[0])
	{
		case 'A':
			group = value[1] == 'B' ? 2 : 1;
			break;
		case 'B':
		case 'O':
		case '0':
			group = 1;
			break;
		default:
			return false;
	}
	while (group < len - 1 && value[group] == ' ')
		group++;
	/* most letters that follow are of a word: Anna, Bruno */
	if (group == len || (bv_is_letter(value[group]) && group + 1 < len && bv_is_letter(value[group + 1]) &&
						 strchr("oehOEH", value[group + 1]) == NULL))
		return false;
	for (size_t i = 0; i < lengthof(factors); i++)
	{
		if (((factors[i][0] ^ value[group]) & ~0x20) == 0 && bv_is_word(value + group, len - group, factors[i]))
			return true;
	}
	return false;
}

static bool
is_base(char c)
{
	return c == 'A' || c == 'C' || c == 'G' || c == 'T';
}

/* A number of a variant, as in dbSNP (rs) and 23andMe's own (i), or GenBank's (ss). */
static bool
is_variant_number(const char *value, size_t len)
{
	size_t		letters = value[0] == 'i' ? 1 : 2;

	if (letters == 2 && memcmp(value, "rs", 2) != 0 && memcmp(value, "ss", 2) != 0)
		return false;
	return len >= letters + (letters == 1 ? 7 : 2) && len <= letters + 11 && value[letters] != '0' &&
		bv_all_of(value + letters, len - letters, BV_CHAR_DIGIT);
}

/* HGVS: a reference sequence, a colon, and a change: NM_004006.2:c.4375C>T. */
static bool
is_hgvs(const char *value, size_t len)
{
	const char *colon;

	if (!bv_begins(value, len, "NM_") && !bv_begins(value, len, "NC_") &&
		!bv_begins(value, len, "NP_") && !bv_begins(value, len, "NG_") &&
		!bv_begins(value, len, "ENST") && !bv_begins(value, len, "LRG_"))
		return false;
	colon = memchr(value, ':', len);
	if (colon == NULL || (size_t) (colon - value) + 5 > len)
		return false;
	return strchr("cgmnrp", colon[1]) != NULL && colon[2] == '.' &&
		bv_all_of(value, len, BV_CHAR_PRINTED);
}

/* HLA alleles: HLA-A*02:01, DRB1*15:01:01. */
static bool
is_hla(const char *value, size_t len)
{
	const char *star = memchr(value, '*', len);
	size_t		gene;

	if (star == NULL)
		return false;
	gene = (size_t) (star - value);
	if (bv_begins(value, len, "HLA-"))
	{
		value += 4;
		len -= 4;
		gene -= 4;
	}
	if (gene < 1 || gene > 4 || !bv_all_of(value, gene, BV_CHAR_UPPER | BV_CHAR_DIGIT) ||
		strchr("ABCDEFG", value[0]) == NULL || len < gene + 6)
		return false;
	if (!bv_all_of(value + gene + 1, 2, BV_CHAR_DIGIT))
		return false;
	/* up to three fields more, of two or three digits, and a letter for its expression */
	value += gene + 3;
	len -= gene + 3;
	for (int field = 0; field < 3 && len > 0 && value[0] == ':'; field++)
	{
		size_t		digits = bv_span(value + 1, len - 1, BV_CHAR_DIGIT);

		if (digits < 2 || digits > 3)
			return false;
		value += digits + 1;
		len -= digits + 1;
	}
	return len == 0 || (len == 1 && strchr("NLSCAQ", value[0]) != NULL && value[0] != '\0');
}

/*
 * Genes: a variant's number, a genotype of two alleles with / or | between, a
 * sequence of twenty bases or more, a change in HGVS, an HLA allele.
 */
bool
bv_is_genetic(const char *value, size_t len)
{
	bv_trim(&value, &len);
	if (len < 3)
		return false;
	switch (value[0])
	{
		case 'r':
		case 's':
		case 'i':
			return is_variant_number(value, len);
		case 'N':
		case 'E':
		case 'L':
			return is_hgvs(value, len);
		case 'H':
			return len <= 32 && is_hla(value, len);
	}
	if (len == 3 && is_base(value[0]) && is_base(value[2]) && (value[1] == '/' || value[1] == '|'))
		return true;
	if (len >= 20)
	{
		size_t		bases = 0;
		size_t		line_ends = 0;
		bool		lower = value[0] >= 'a';
		unsigned	seen = 0;

		while (bases < len && (is_base(lower ? bv_to_upper(value[bases]) : value[bases]) ||
							   value[bases] == (lower ? 'n' : 'N') || value[bases] == '\n') &&
			   (!lower || value[bases] >= 'a' || value[bases] == '\n'))
		{
			seen |= 1u << (value[bases] & 31);
			line_ends += value[bases] == '\n';
			bases++;
		}
		/* three of the four bases at least */
		if (bases == len && bases - line_ends >= 20)
			return ((seen >> ('A' & 31)) & 1) + ((seen >> ('C' & 31)) & 1) +
				((seen >> ('G' & 31)) & 1) + ((seen >> ('T' & 31)) & 1) >= 3;
	}
	return len <= 24 && value[0] >= 'A' && value[0] <= 'G' && is_hla(value, len);
}

/*
 * ICD-10: a letter, a digit, a digit or letter, and up to four more after a dot.
 * With a dot it is one; three characters alone are many a code.
 */
bool
bv_is_health_condition(const char *value, size_t len)
{
	size_t		end;

	bv_trim(&value, &len);
	end = len;
	if (len < 3 || len > 8 || !bv_is_of(value[0], BV_CHAR_UPPER) || !bv_is_digit(value[1]))
		return false;
	if (!bv_is_digit(value[2]) && value[2] != 'A' && value[2] != 'B')
		return false;			/* C4A, M1A, Z3A are the only ones with a letter */
	if (end > 3 && (value[end - 1] == '+' || value[end - 1] == '*' || value[end - 1] == '!'))
		end--;					/* dagger and star */
	if (end == 3)
		return true;
	return end >= 5 && value[3] == '.' &&
		bv_all_of(value + 4, end - 4, BV_CHAR_DIGIT | BV_CHAR_UPPER) &&
		(bv_is_digit(value[4]) || value[4] == 'X');
}
