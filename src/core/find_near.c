/*
 * find_near.c: how near a word that speaks of a class is to the number, and words
 * of other scripts than Latin
 *
 * Numbers that nothing checks, as those of plates and passports, are told by the
 * word right before them alone: "plate: AB12 CDE", "passport no. is 925665416".
 */
#include "find_near.h"

#include <string.h>

#include "array.h"

/* ---------- words that may stand between ---------- */

#define FILLER_MOST		8

/* Sorted by their first letter. */
static const char fillers[][FILLER_MOST + 1] = {
	"a", "al", "am", "an", "and", "ao", "at", "au", "auf", "car", "code", "con", "da", "das", "de", "del",
	"dem", "den", "der", "des", "di", "do", "dos", "du", "e", "een", "el", "em", "en", "er", "es", "est",
	"et", "for", "get", "het", "his", "her", "i", "id", "il", "in", "is", "ist", "jest", "la", "las", "laut",
	"lautet", "le", "les", "los", "maar", "me", "med", "mein", "meine", "met", "mi", "mich", "mig", "mij",
	"mijn", "min", "mit", "moi", "mon", "my", "n", "na", "nb", "new", "no", "nr", "nro", "num", "number",
	"numer", "numero", "nummer", "of", "on", "op", "our", "pa", "par", "per", "pod", "pour", "reads", "s",
	"sob", "sul", "su", "sur", "the", "their", "them", "til", "to", "uk", "un", "und", "unter", "us", "van",
	"vehicle", "von", "war", "was", "with", "y", "your"
};

/* By the letters that fillers begin with: the first of them, plus 1; 0: there is none. */
static uint8_t first_filler[26];
static bool first_made = false;

static void
make_first(void)
{
	for (int i = lengthof(fillers) - 1; i >= 0; i--)
		first_filler[fillers[i][0] - 'a'] = i + 1;
	first_made = true;
}

static bool
is_filler(const char *word, int len)
{
	char		folded[FILLER_MOST + 1] = {0};

	if (len > FILLER_MOST)
		return false;
	if (!first_made)
		make_first();
	for (int i = 0; i < len; i++)
		folded[i] = word[i] | 0x20;
	for (int i = first_filler[folded[0] - 'a'] - 1;
		 i >= 0 && i < lengthof(fillers) && fillers[i][0] == folded[0]; i++)
	{
		if (memcmp(fillers[i], folded, sizeof(folded)) == 0)
			return true;
	}
	return false;
}

/* Does it say that what follows is the thing: "is", "no."? */
static bool
is_copula(const char *word, int len)
{
	static const char words[][8] = {
		"er", "es", "est", "is", "ist", "jest", "lautet", "n", "no", "nr", "nro", "number", "numero", "nummer"
	};

	for (size_t i = 0; i < lengthof(words); i++)
	{
		if ((size_t) len == strlen(words[i]) && memcmp(word, words[i], len) == 0)
			return true;
	}
	return false;
}

static inline bool
is_letter(char c)
{
	return (bv_find_kinds[(unsigned char) c] & (BV_KIND_LETTER | BV_KIND_HIGH)) != 0;
}

int
bv_find_nearness(const char *text, int end, int start)
{
	int			fillers_between = 0;
	int			others = 0;
	int			lines = 0;
	int			nearness = BV_NEAR | BV_NEAR_RIGHT | BV_NEAR_IN_PROSE;

	for (int i = end; i < start; i++)
	{
		char		c = text[i];
		int			word = i;

		if (is_letter(c))
		{
			while (i < start && is_letter(text[i]))
				i++;
			/* a number sign, "n°", "№", and whatever else is no Latin */
			if ((bv_find_kinds[(unsigned char) c] & BV_KIND_HIGH) != 0 || is_filler(text + word, i - word))
				fillers_between++;
			else if (++others > 1)
				return 0;
			if (!is_copula(text + word, i - word))
				nearness &= ~BV_NEAR_RIGHT;
			i--;
			continue;
		}
		if ((bv_find_kinds[(unsigned char) c] & BV_KIND_DIGIT) != 0)
			return 0;
		switch (c)
		{
			case '\n':
				if (++lines > 1)
					return 0;
				break;
			case '.':			/* of an abbreviation, or of a sentence that has ended */
				if (i + 1 < start && text[i + 1] == '\n')
					return 0;
				break;
			case ':':
				nearness |= BV_NEAR_MARKED;
				break;
			case '#':
			case '=':
				nearness |= BV_NEAR_MARKED;
				nearness &= ~BV_NEAR_IN_PROSE;
				break;
			case ' ':
			case '"':
			case '\'':
			case '-':
			case '*':
			case '\r':
				break;
			case '\t':
			case '(':
			case ')':
			case ',':
			case '/':
			case '<':
			case '>':
			case '[':
			case '{':
			case '\\':
				nearness &= ~BV_NEAR_IN_PROSE;
				break;
			default:
				return 0;
		}
	}
	if (others > 0)
		nearness = BV_NEAR_BUT_ONE;
	if (lines > 0)
		nearness = others + fillers_between > 0 ? 0 : BV_NEAR;
	else if (fillers_between > 0)
		nearness |= BV_NEAR_MARKED;
	return nearness;
}

bool
bv_find_may_join(const char *text, int end, int begin)
{
	for (int i = end; i < begin; i++)
	{
		if (text[i] != '\0' && strchr("()[]{}<>|;=,\"!?\t", text[i]) != NULL)
			return false;
	}
	return true;
}

/* ---------- words of other scripts ---------- */

typedef struct ForeignWord
{
	const char *word;			/* in UTF-8, all of it that does not change */
	const char *class_name;		/* NULL: it speaks of nobody's number */
} ForeignWord;

static const ForeignWord foreign_words[] = {
	{"телефон", "phone"}, {"Телефон", "phone"}, {"тел.", "phone"}, {"Тел.", "phone"}, {"мобильн", "phone"},
	{"ИНН", "ru_inn"}, {"РНОКПП", "ua_rnokpp"}, {"ЕГН", "bg_egn"}, {"ЈМБГ", "jmbg"}, {"ЕМБГ", "jmbg"},
	{"заказ", NULL}, {"Заказ", NULL}, {"замовлення", NULL}, {"номер заявки", NULL},
	{"τηλ", "phone"}, {"Τηλ", "phone"}, {"κινητό", "phone"}, {"ΑΦΜ", "gr_afm"}, {"ΑΜΚΑ", "gr_amka"},
	{"παραγγελ", NULL}, {"Παραγγελ", NULL},
	{"电话", "phone"}, {"電話", "phone"}, {"手机", "phone"}, {"手機", "phone"}, {"携帯", "phone"},
	{"身份证", "cn_ric"}, {"マイナンバー", "jp_my_number"}, {"個人番号", "jp_my_number"},
	{"身分證", "tw_id"}, {"统一编号", "tw_id"}, {"订单", NULL}, {"訂單", NULL}, {"注文", NULL},
	{"전화", "phone"}, {"휴대폰", "phone"}, {"핸드폰", "phone"}, {"연락처", "phone"}, {"주민등록번호", "kr_rrn"},
	{"주문", NULL},
	{"โทร", "phone"}, {"มือถือ", "phone"}, {"บัตรประชาชน", "th_id"},
	{"هاتف", "phone"}, {"جوال", "phone"}, {"موبايل", "phone"}, {"الطلب", NULL}, {"תלפון", "phone"},
	{"טלפון", "phone"}, {"נייד", "phone"}, {"תעודת זהות", "il_id"}, {"הזמנה", NULL}
};

#define FOREIGN_WORDS	(lengthof(foreign_words))
#define FOREIGN_BYTES	32		/* that are looked at before a number */

static uint8_t foreign_length[FOREIGN_WORDS];
static uint8_t foreign_class[FOREIGN_WORDS];

static void
make_foreign(void)
{
	for (int i = 0; i < FOREIGN_WORDS; i++)
	{
		const char *name = foreign_words[i].class_name;

		if (name != NULL)
			foreign_class[i] = bv_class_by_name(name, strlen(name))->number;
		foreign_length[i] = (uint8_t) strlen(foreign_words[i].word);
	}
}

void
bv_find_foreign(BvFinder *finder, size_t start, BvFindContext *context)
{
	size_t		least = start < FOREIGN_BYTES ? 0 : start - FOREIGN_BYTES;

	if (foreign_length[0] == 0)
		make_foreign();
	if (least < finder->found_end)
		least = finder->found_end;
	finder->work += start - least;
	for (size_t i = start; i > least; i--)
	{
		unsigned char c = finder->text[i - 1];

		if (c == '\n' || (bv_find_kinds[c] & BV_KIND_DIGIT) != 0)
			return;				/* what is before another number speaks of that */
		if (c < 0xCE || c > 0xED)
			continue;			/* no word of these scripts begins there */
		for (int w = 0; w < FOREIGN_WORDS; w++)
		{
			if (start - (i - 1) < foreign_length[w] ||
				memcmp(finder->text + i - 1, foreign_words[w].word, foreign_length[w]) != 0)
				continue;
			if (foreign_class[w] != 0)
			{
				bv_class_set_add(&context->classes, foreign_class[w]);
				bv_find_begin_near(context);
				bv_class_set_add(&context->near, foreign_class[w]);
			}
			else
				context->denied = true;
			return;
		}
	}
}
