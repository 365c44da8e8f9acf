/*
 * find_word.c: digits that are part of a word inside free text
 *
 * A chain is word characters with one of "-.+" between them: a date, an IBAN, a
 * licence plate, a UUID, a version.  It is read once, whichever digit of it
 * comes first, and is taken as a whole or not at all.
 */
#include "find_text.h"

#include <string.h>

#include "array.h"
#include "check_digit.h"

/* Longer chains are data: nothing but secrets is looked for in them. */
#define CHAIN_MAX	64
#define CHAIN_BACK	128

typedef struct Chain
{
	size_t		start;
	size_t		end;
	int			digits;
	int			lower;
	int			upper;
	int			lines;			/* _ */
	int			dots;
	int			joins;			/* others of them */
	size_t		first_digit;
	size_t		last_join;		/* before the first digit, plus 1; or 0 */
} Chain;

/* Are the bytes on either side of a joining character those of words? */
static inline bool
joins(const BvFinder *finder, size_t at)
{
	return (bv_find_kind(finder, at) & BV_KIND_JOIN) != 0 &&
		(bv_find_kind(finder, at + 1) & BV_KIND_WORD) != 0;
}

static void
read_chain(BvFinder *finder, size_t at, Chain *chain)
{
	size_t		least = at > finder->floor + CHAIN_BACK ? at - CHAIN_BACK : finder->floor;
	size_t		i = at;

	memset(chain, 0, sizeof(*chain));
	while (i > least)
	{
		int			kind = bv_find_kind(finder, i - 1);

		if ((kind & BV_KIND_WORD) != 0)
			i--;
		else if ((kind & BV_KIND_JOIN) != 0 && i - 1 > least &&
				 (bv_find_kind(finder, i - 2) & BV_KIND_WORD) != 0)
			i -= 2;
		else
			break;
	}

	/* in JSON and code, the letter of an escape is none */
	if (i > 0 && i < at && finder->text[i - 1] == '\\' && strchr("nrt", finder->text[i]) != NULL)
		i++;
	chain->start = i;
	chain->first_digit = at;

	for (;; i++)
	{
		int			kind = bv_find_kind(finder, i);

		if ((kind & BV_KIND_DIGIT) != 0)
			chain->digits++;
		else if ((kind & BV_KIND_LOWER) != 0)
			chain->lower++;
		else if ((kind & BV_KIND_UPPER) != 0)
			chain->upper++;
		else if ((kind & BV_KIND_LINE) != 0)
			chain->lines++;
		else if ((kind & BV_KIND_JOIN) != 0 && joins(finder, i))
		{
			if (finder->text[i] == '.')
				chain->dots++;
			else
				chain->joins++;
			if (i < at)
				chain->last_join = i + 1;
		}
		else
			break;
	}
	chain->end = i;
	finder->work += chain->end - chain->start + 1;
}

/* ---------- IBANs in fours ---------- */

#define SPACED_MOST	6			/* bytes before the first space of other codes */
#define IBAN_BYTES	42			/* 34 and the spaces */

/* "NL91 ABNA 0417 1643 00": at is where its digits begin. */
static bool
find_spaced_iban(BvFinder *finder, size_t at, BvFound *found)
{
	const BvClass *iban = finder->classes->iban;
	size_t		start = at - 2;
	size_t		ends[IBAN_BYTES / 5 + 2];
	char		value[IBAN_BYTES];
	int			lengths[IBAN_BYTES / 5 + 2];
	int			length = 0;
	int			groups = 0;
	int			letters = 0;
	bool		broken = false;
	size_t		i = start;

	if (!bv_find_wants(finder, iban->number) || bv_find_word_before(finder, start))
		return false;
	while (length < IBAN_BYTES - 4 && groups < IBAN_BYTES / 5 + 1)
	{
		int			size = 0;

		while (size < 4 && (bv_find_kind(finder, i) & (BV_KIND_DIGIT | BV_KIND_UPPER)) != 0)
		{
			letters += (bv_find_kind(finder, i) & BV_KIND_UPPER) != 0;
			value[length++] = finder->text[i++];
			size++;
		}
		if (size == 0 || bv_find_word_at(finder, i))
			break;				/* the last one is longer than a group */
		ends[groups] = i;
		lengths[groups++] = length;
		if (size < 4)
			break;
		if (bv_find_char(finder, i) == ' ')
			i++;
		else if (!broken && bv_find_line_end(finder, i) > 0)
		{
			i += bv_find_line_end(finder, i);	/* once, in the midst */
			broken = true;
		}
		else if (finder->encoding == BV_TEXT_UTF8 && bv_find_has(finder, i, "\xC2\xA0"))
			i += 2;				/* no-break space */
		else
			break;
	}
	finder->work += i - start + 1;
	for (int group = groups - 1; group >= 3; group--)
	{
		if (iban->is_valid(value, lengths[group]))
			return bv_found(finder, found, iban->number, start, ends[group]);
	}

	/* mistyped, or something else with letters in fours: no numbers are in it */
	if (groups >= 4 && letters > 2)
		bv_find_skip(finder, ends[groups - 1]);
	return false;
}

/* ---------- other codes with spaces ---------- */

static inline bool
is_upper(const BvFinder *finder, size_t at)
{
	return (bv_find_kind(finder, at) & BV_KIND_UPPER) != 0;
}

/* "AB 12 34 56 C", as national insurance numbers are printed: at is where the first pair is. */
bool
bv_find_spaced_nino(BvFinder *finder, size_t at, BvFound *found)
{
	const BvClass *nino = finder->classes->gb_nino;
	size_t		start = at - 3;
	size_t		end = at + 10;

	if (at < 3 || start < finder->floor || finder->text[at - 1] != ' ' || !is_upper(finder, start) ||
		!is_upper(finder, start + 1) || bv_find_word_before(finder, start) ||
		bv_find_char(finder, at + 2) != ' ' || bv_find_char(finder, at + 5) != ' ' ||
		bv_find_char(finder, at + 8) != ' ' || !is_upper(finder, at + 9) ||
		bv_find_word_at(finder, end) || !bv_find_wants(finder, nino->number) ||
		!nino->is_valid(finder->text + start, end - start))
		return false;
	return bv_found(finder, found, nino->number, start, end);
}

/* "AB12 CDE": a plate of which a word before it speaks. */
static bool
find_spaced_code(BvFinder *finder, const Chain *chain, const BvFindContext *context, BvFound *found)
{
	size_t		end = chain->end + 1;
	int			class_number;

	while (end - chain->end <= 4 &&
		   (bv_find_kind(finder, end) & (BV_KIND_UPPER | BV_KIND_DIGIT)) != 0)
		end++;
	if (end - chain->end < 2 || bv_find_word_at(finder, end) ||
		bv_find_word_before(finder, chain->start))
		return false;
	class_number = bv_find_judge(finder, finder->text + chain->start, end - chain->start,
								 chain->start, end, BV_SHAPE_DOUBTFUL, context);
	return class_number != 0 && bv_found(finder, found, class_number, chain->start, end);
}

/*
 * "M-AB 1234", "ABC 123" and "1234 BCD": plates of which the digits stand alone, from at
 * to end; a word before them has to speak of them.
 */
bool
bv_find_spaced_plate(BvFinder *finder, size_t at, size_t end, BvFound *found)
{
	size_t		start = at;
	size_t		letters = end + 1;
	int			class_number;

	if (at > 0 && finder->text[at - 1] == ' ')
	{
		start--;
		while (start > finder->floor && at - start <= SPACED_MOST &&
			   (is_upper(finder, start - 1) ||
				(finder->text[start - 1] == '-' && start < at - 1 && start - 1 > finder->floor)))
			start--;
		if (start < at - 1 && is_upper(finder, start) && !bv_find_word_before(finder, start))
		{
			class_number = bv_find_judge(finder, finder->text + start, end - start, start, end,
										 BV_SHAPE_DOUBTFUL, NULL);
			if (class_number != 0)
				return bv_found(finder, found, class_number, start, end);
		}
	}
	if (bv_find_char(finder, end) != ' ')
		return false;
	while (letters - end <= 3 && is_upper(finder, letters))
		letters++;
	if (letters - end < 3 || bv_find_word_at(finder, letters))
		return false;
	class_number = bv_find_judge(finder, finder->text + at, letters - at, at, letters,
								 BV_SHAPE_DOUBTFUL, NULL);
	return class_number != 0 && bv_found(finder, found, class_number, at, letters);
}

/* ---------- chains ---------- */

#define WALLET_BACK	48

/*
 * Is 0x and forty hexadecimal digits that of Ethereum: with capitals that check, or beside
 * a word that no digest has?
 */
static bool
is_ether(BvFinder *finder, const Chain *chain)
{
	static const char *const words[] = {
		"eth", "addr", "wallet", "account", "contract", "owner", "send", "sent", "from", " to ", "pay"
	};
	size_t		least = chain->start > WALLET_BACK ? chain->start - WALLET_BACK : 0;

	if (chain->upper > 0 && chain->lower > 1)
		return true;			/* the x is one of them */
	finder->work += chain->start - least;
	for (size_t i = least; i < chain->start; i++)
	{
		for (size_t w = 0; w < lengthof(words); w++)
		{
			size_t		len = strlen(words[w]);
			size_t		same = 0;

			while (same < len && i + same < chain->start &&
				   (finder->text[i + same] | 0x20) == words[w][same])
				same++;
			if (same == len)
				return true;
		}
	}
	return false;
}

/* A word of letters, or letters and digits, of one case at most. */
static bool
find_mixed(BvFinder *finder, const Chain *chain, const BvFindContext *context, BvFound *found)
{
	const BvClass *wallet = finder->classes->crypto_wallet;
	const BvClass *iban = finder->classes->iban;
	size_t		start = chain->start;
	size_t		len = chain->end - start;
	const char *value = finder->text + start;
	int			letters = chain->lower + chain->upper;
	bool		is_word = chain->dots + chain->joins + chain->lines == 0;
	char		before = bv_find_char(finder, start - 1);
	char		after = bv_find_char(finder, chain->end);
	int			shape = 0;
	int			class_number;

	if (bv_find_word_before(finder, start) || bv_find_word_at(finder, chain->end) ||
		after == '@' || (before != '\0' && strchr("@.-+", before) != NULL))
		return false;

	if (is_word && len >= 15 && len <= 34 && bv_is_digit(value[2]) && bv_is_digit(value[3]) &&
		chain->lower == 0 && bv_find_wants(finder, iban->number) && iban->is_valid(value, len))
		return bv_found(finder, found, iban->number, start, chain->end);

	/* base58, bech32 and hexadecimal with a prefix */
	if (is_word && len >= 26)
	{
		if (wallet->is_valid != NULL && bv_find_wants(finder, wallet->number) &&
			(!(value[0] == '0' && value[1] == 'x') || (len == 42 && is_ether(finder, chain))) &&
			wallet->is_valid(value, len))
			return bv_found(finder, found, wallet->number, start, chain->end);
	}
	if (len < 6 || len > 40 || chain->lines > 0 || (chain->lower > 0 && chain->upper > 0))
		return false;
	if (is_word && chain->upper == letters && len == 17 && letters >= 3)
		shape |= BV_SHAPE_VIN;
	if (chain->joins == 5 || (chain->dots == 2 && chain->lower > 0))
		shape |= BV_SHAPE_DISTINCT; /* of MAC addresses */
	else if (chain->upper == letters && len >= 9 && chain->digits >= 4 &&
			 (chain->dots == 0 || chain->joins > 0) && !(len == 14 && chain->joins == 2))
		shape |= BV_SHAPE_DISTINCT;
	if (len == 36 && chain->joins == 4)
		shape |= BV_SHAPE_DOUBTFUL; /* a UUID: only a word tells whether it is of a device */
	if (strchr("#/$%&?~=", before) != NULL && before != '\0' && before != '=')
		shape |= BV_SHAPE_DOUBTFUL;
	if (strchr("/\\(=", after) != NULL && after != '\0')
		shape |= BV_SHAPE_DOUBTFUL;
	class_number = bv_find_judge(finder, value, len, start, chain->end, shape, context);
	if (class_number != 0)
		return bv_found(finder, found, class_number, start, chain->end);
	return false;
}

bool
bv_find_chain(BvFinder *finder, size_t at, BvFound *found)
{
	char		before = bv_find_char(finder, at - 1);
	const BvFindContext *known = NULL;
	BvFindContext context;
	Chain		chain;

	read_chain(finder, at, &chain);
	if (bv_find_char(finder, chain.end) == '@' && chain.dots < 3)
	{
		bv_find_skip(finder, chain.end);	/* of an e-mail address */
		return false;
	}
	if (bv_find_char(finder, chain.end) == ':' || bv_find_char(finder, chain.start - 1) == ':')
	{
		if (bv_find_colons(finder, at, found))
			return true;
	}
	if (bv_find_char(finder, chain.start - 1) == '$' && bv_find_hash(finder, chain.start, found))
		return true;
	if (chain.upper + chain.lower > 0 && bv_find_secret(finder, chain.start, found))
		return true;

	/* capitals, then digits, then another group */
	if (at == chain.start + 2 && chain.upper >= 2 && chain.lower == 0 &&
		bv_find_char(finder, chain.end) != '-' && chain.end == at + 2 &&
		find_spaced_iban(finder, at, found))
		return true;
	if (finder->floor > chain.end)
		return false;
	if (chain.lower + chain.upper == 0)
	{
		/* "1_000_000" is a number of code; what is short and stands alone is nobody's */
		if (chain.lines > 0 ||
			(chain.digits < 7 && chain.dots < 3 && before != '(' && before != '+' &&
			 (bv_find_kind(finder, chain.end) & BV_KIND_HIGH) == 0 &&
			 bv_find_char(finder, chain.end) != ' ' && bv_find_char(finder, chain.end) != '/'))
		{
			bv_find_skip(finder, chain.end);
			return false;
		}
		if (chain.dots == 3 && chain.joins == 0 && chain.end - chain.start <= 15 &&
			finder->classes->ip_address->is_valid(finder->text + chain.start,
												  chain.end - chain.start))
		{
			if (bv_find_ipv4(finder, chain.start, chain.end, found))
				return true;
			bv_find_skip(finder, chain.end);
			return false;
		}
		if (chain.start == at && bv_find_phrase(finder, at, found))
			return true;
		/* groups with spaces between may go on behind the chain, but not begin in it */
		bv_find_skip(finder, chain.end);
		return false;
	}

	/* "BSN-123456782": a word, then the number that it speaks of */
	if (chain.end - chain.start <= CHAIN_MAX && chain.last_join > chain.start &&
		chain.last_join == at && chain.lines == 0 && bv_find_phrase(finder, at, found))
		return true;
	if (chain.end - chain.start <= CHAIN_MAX)
	{
		int			len = chain.end - chain.start;
		bool		is_spaced = len <= SPACED_MOST && chain.lower + chain.lines == 0 &&
			bv_find_char(finder, chain.end) == ' ' &&
			(bv_find_kind(finder, chain.end + 1) & (BV_KIND_UPPER | BV_KIND_DIGIT)) != 0;

		/* what is so short counts only beside a word: it is read once for both */
		if (len == SPACED_MOST || is_spaced)
		{
			bv_find_context(finder, chain.start, chain.end, BV_BACK_WORDS, &context);
			if (bv_find_speaks(finder, &context))
				known = &context;
		}
		if ((len > SPACED_MOST || known != NULL) && find_mixed(finder, &chain, known, found))
			return true;
		if (known != NULL && is_spaced &&
			find_spaced_code(finder, &chain, known, found))
			return true;
	}
	bv_find_skip(finder, chain.end);
	return false;
}
