/*
 * find_secret.c: keys, tokens and password hashes inside free text, by how they
 * begin
 */
#include "find_text.h"

#include <string.h>

#include "array.h"

/* What a secret is written with. */
typedef enum Alphabet
{
	LETTERS,					/* letters and digits */
	WORDS,						/* and _ */
	BASE64_URL,					/* and - */
	DOTTED,						/* and . */
	CRYPT,						/* and / + = $ */
	CRYPT_COMMA,				/* and , */
	HASH						/* and : */
} Alphabet;

typedef struct Prefix
{
	const char *text;
	const char *class_name;
	Alphabet	alphabet;
	int			shortest;		/* with the prefix, in bytes */
} Prefix;

/* As their makers document them; sorted, so that those of a letter are together. */
static const Prefix prefixes[] = {
	{"AGE-SECRET-KEY-1", "api_secret", BASE64_URL, 74},
	{"AIza", "api_secret", BASE64_URL, 39},
	{"AKIA", "api_secret", LETTERS, 20},
	{"ASIA", "api_secret", LETTERS, 20},
	{"EAACEdEose0cBA", "api_secret", LETTERS, 30},
	{"PuTTY-User-Key-File-", "private_key", BASE64_URL, 21},
	{"SCRAM-SHA-256$", "password_hash", HASH, 80},
	{"SG.", "api_secret", DOTTED, 69},
	{"dckr_pat_", "api_secret", BASE64_URL, 36},
	{"dop_v1_", "api_secret", WORDS, 71},
	{"eyJ", "jwt", DOTTED, 20},
	{"gho_", "api_secret", WORDS, 40},
	{"ghp_", "api_secret", WORDS, 40},
	{"ghr_", "api_secret", WORDS, 40},
	{"ghs_", "api_secret", WORDS, 40},
	{"ghu_", "api_secret", WORDS, 40},
	{"github_pat_", "api_secret", WORDS, 82},
	{"glpat-", "api_secret", DOTTED, 26},
	{"hf_", "api_secret", LETTERS, 37},
	{"npm_", "api_secret", WORDS, 40},
	{"pbkdf2_sha", "password_hash", HASH, 40},
	{"pypi-", "api_secret", BASE64_URL, 60},
	{"rk_live_", "api_secret", WORDS, 32},
	{"scrypt:", "password_hash", HASH, 60},
	{"shpat_", "api_secret", WORDS, 38},
	{"shpss_", "api_secret", WORDS, 38},
	{"sk-", "api_secret", BASE64_URL, 40},
	{"sk_live_", "api_secret", WORDS, 32},
	{"whsec_", "api_secret", WORDS, 38},
	{"xoxa-", "api_secret", BASE64_URL, 24},
	{"xoxb-", "api_secret", BASE64_URL, 24},
	{"xoxp-", "api_secret", BASE64_URL, 24},
	{"xoxr-", "api_secret", BASE64_URL, 24},
	{"xoxs-", "api_secret", BASE64_URL, 24},
	{"ya29.", "api_secret", DOTTED, 30}
};

#define PREFIXES	(lengthof(prefixes))

/* Secrets are not longer, private keys aside. */
#define SECRET_MAX	8192

static bool
is_of(Alphabet alphabet, char c)
{
	int			kind = bv_find_kinds[(unsigned char) c];

	if ((kind & (BV_KIND_DIGIT | BV_KIND_LETTER)) != 0)
		return true;
	switch (alphabet)
	{
		case LETTERS:
			return false;
		case WORDS:
			return c == '_';
		case BASE64_URL:
			return c == '_' || c == '-';
		case DOTTED:
			return c == '_' || c == '-' || c == '.';
		case CRYPT:
			return c != '\0' && strchr("./+=$_-", c) != NULL;
		case CRYPT_COMMA:
			return c != '\0' && strchr("./+=$_-,", c) != NULL;
		case HASH:
			return c != '\0' && strchr("./+=$_-,:", c) != NULL;
	}
	return false;
}

/* Where what begins there with an alphabet ends, the punctuation of a sentence aside. */
static size_t
end_of(BvFinder *finder, size_t start, Alphabet alphabet)
{
	size_t		end = start;

	while (end < finder->length && end - start <= SECRET_MAX && is_of(alphabet, finder->text[end]))
		end++;
	finder->work += end - start;
	return end;
}

static bool
is_secret(BvFinder *finder, const BvClass *class, size_t start, size_t end)
{
	const char *value = finder->text + start;

	return class->is_valid != NULL && class->is_valid(value, end - start);
}

/* The whole of it, or all but what ends the sentence. */
static bool
find_until(BvFinder *finder, const BvClass *class, size_t start, size_t end, size_t shortest,
		   BvFound *found)
{
	while (end - start >= shortest)
	{
		if (is_secret(finder, class, start, end))
			return bv_found(finder, found, class->number, start, end);
		if (strchr(".,:=-", finder->text[end - 1]) == NULL)
			break;
		end--;
		if (end > start && finder->text[end - 1] == finder->text[end])
			break;				/* "..." and the like would be read again and again */
	}
	return false;
}

/* By the letters that a prefix begins with: the first of them, plus 1; 0: there is none. */
static uint8_t first_prefix[128];
static bool first_made = false;

static void
make_first(void)
{
	for (int i = PREFIXES - 1; i >= 0; i--)
		first_prefix[(unsigned char) prefixes[i].text[0]] = i + 1;
	first_made = true;
}

bool
bv_find_secret(BvFinder *finder, size_t start, BvFound *found)
{
	const char *text = finder->text + start;
	size_t		left = finder->length - start;

	if (!first_made)
		make_first();

	/* most words do not begin as one of them does */
	if (left < 20 || (unsigned char) *text >= 128 || first_prefix[(unsigned char) *text] == 0)
		return false;
	for (int i = first_prefix[(unsigned char) *text] - 1;
		 i < PREFIXES && prefixes[i].text[0] == *text; i++)
	{
		const Prefix *prefix = &prefixes[i];
		const BvClass *class;
		size_t		end;

		if (prefix->text[1] != text[1] || left < (size_t) prefix->shortest ||
			memcmp(text, prefix->text, strlen(prefix->text)) != 0)
			continue;
		class = bv_class_by_name(prefix->class_name, strlen(prefix->class_name));
		if (!bv_find_wants(finder, class->number) || bv_find_word_before(finder, start))
			return false;
		end = end_of(finder, start, prefix->alphabet);
		if (find_until(finder, class, start, end, prefix->shortest, found))
			return true;
		bv_find_skip(finder, end);
		return false;
	}
	return false;
}

/*
 * A hash in the form of crypt(3): start is behind a $, which need not be the
 * first ("$argon2id$v=19", "$y$j9T").
 */
bool
bv_find_hash(BvFinder *finder, size_t start, BvFound *found)
{
	const BvClass *class = finder->classes->password_hash;
	Alphabet	alphabet;
	size_t		end;

	start--;
	if (start >= 2 && (bv_find_kind(finder, start - 1) & BV_KIND_LETTER) != 0 &&
		finder->text[start - 2] == '$')
		start -= 2;
	if (start < finder->floor || !bv_find_wants(finder, class->number) ||
		bv_find_word_before(finder, start))
		return false;

	/* an identifier, and another $ */
	for (end = start + 1; end - start < 20 &&
		 ((bv_find_kind(finder, end) & BV_KIND_WORD) != 0 || bv_find_char(finder, end) == '-'); end++)
		;
	if (bv_find_char(finder, end) != '$')
		return false;
	alphabet = bv_find_has(finder, start, "$argon2") ? CRYPT_COMMA : CRYPT;
	end = end_of(finder, start, alphabet);
	if (find_until(finder, class, start, end, 20, found))
		return true;
	bv_find_skip(finder, end);
	return false;
}

/* ---------- private keys ---------- */

#define KEY_MAX		16384
#define HYPHENS		"-----"

/* Where the text next has that, before a limit; the limit if it has not. */
static size_t
find_text(const BvFinder *finder, size_t from, size_t limit, const char *wanted)
{
	size_t		len = strlen(wanted);

	for (size_t i = from; i + len <= limit; i++)
	{
		const char *next = memchr(finder->text + i, wanted[0], limit - len + 1 - i);

		if (next == NULL)
			break;
		i = next - finder->text;
		if (memcmp(next, wanted, len) == 0)
			return i;
	}
	return limit;
}

/* Between the hyphens before the words of a frame and PRIVATE. */
#define LABEL_MAX	40

/* "-----BEGIN … PRIVATE KEY-----" to the end of what it begins; at is the I of PRIVATE. */
bool
bv_find_private_key(BvFinder *finder, size_t at, BvFound *found)
{
	const BvClass *class = finder->classes->private_key;
	size_t		start = at;
	size_t		limit;
	size_t		line;
	size_t		end;

	if (at < 13 || !bv_find_has(finder, at - 2, "PRIVATE KEY") || !bv_find_wants(finder, class->number))
		return false;
	while (start > finder->floor && at - start < LABEL_MAX &&
		   ((bv_find_kind(finder, start - 1) & BV_KIND_UPPER) != 0 || finder->text[start - 1] == ' '))
		start--;
	finder->work += at - start;
	start -= strlen(HYPHENS);
	if (start > at || start < finder->floor || !bv_find_has(finder, start, HYPHENS "BEGIN "))
		return false;
	limit = finder->length - at < 64 ? finder->length : at + 64;
	line = find_text(finder, at, limit, HYPHENS);
	finder->work += line - at;
	if (line == limit)
		return false;
	line += strlen(HYPHENS);

	limit = finder->length - line < KEY_MAX ? finder->length : line + KEY_MAX;
	end = limit;
	if (finder->no_key_end < limit)
	{
		size_t		from = finder->no_key_end > line ? finder->no_key_end : line;

		end = find_text(finder, from, limit, HYPHENS);
		while (end < limit && !bv_find_has(finder, end, HYPHENS "END ") &&
			   !bv_find_has(finder, end, HYPHENS "BEGIN "))
			end = find_text(finder, end + 1, limit, HYPHENS);
		finder->work += end - from;
		if (end == limit)
			finder->no_key_end = limit - 8;	/* it may have begun there */
		else if (bv_find_has(finder, end, HYPHENS "BEGIN "))
			end = limit;		/* another one begins, so that this is none */
	}
	if (end < limit)
	{
		size_t		last = finder->length - end < 80 ? finder->length : end + 80;

		end = find_text(finder, end + strlen(HYPHENS), last, HYPHENS);
		if (end < last)
		{
			end += strlen(HYPHENS);
			finder->work += end - start;
			if (class->is_valid(finder->text + start, end - start))
				return bv_found(finder, found, class->number, start, end);
			bv_find_skip(finder, end);
			return false;
		}
		finder->no_key_end = last;
	}
	bv_find_skip(finder, line);
	return false;
}
