/*
 * find_word.c: digits that are part of a word inside free text
 *
 * A chain is word characters with one of "-.+" between them: a date, an IBAN, a
 * licence plate, a UUID, a version.  It is read once, whichever digit of it
 * comes first, and is taken as a whole or not at all.
 */
#include "find_text.h"

#include <string.h>

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

/* ---------- hexadecimal with colons: MAC and IPv6 addresses ---------- */

#define COLONS_MAX	48

/* Addresses of one host that may be a person's; no C++, no times of day. */
static bool
is_host_ipv6(const char *value, size_t len)
{
	int			colons = 0;

	for (size_t i = 0; i < len; i++)
		colons += value[i] == ':';
	if (len >= 12 && memcmp(value, "::ffff:", 7) == 0)
		return true;
	if (colons < 2 || len < 8 || value[4] != ':')
		return false;
	switch (value[0] | 0x20)	/* in lower case */
	{
		case '2':
		case '3':				/* global */
			return true;
		case 'f':				/* fc00::/7 private, fe80::/10 of a link */
			return strchr("cdCD", value[1]) != NULL ||
				((value[1] == 'e' || value[1] == 'E') && strchr("89abAB", value[2]) != NULL);
	}
	return false;
}

/*
 * Is there another pair before, so that these are the end of a digest or a dump?
 * But 01 alone is Ethernet, in the client identifiers of DHCP.
 */
static bool
is_end_of_pairs(const BvFinder *finder, size_t start)
{
	const char *pair = finder->text + start - 3;

	if (start < 3 || pair[2] != ':' || bv_hex_value(pair[0]) < 0 || bv_hex_value(pair[1]) < 0 ||
		bv_find_word_before(finder, start - 3))
		return false;
	return memcmp(pair, "01", 2) != 0 || bv_find_char(finder, start - 4) == ':';
}

static bool
find_colons(BvFinder *finder, size_t at, BvFound *found)
{
	const BvClass *mac = finder->classes->mac;
	const BvClass *address = finder->classes->ip_address;
	size_t		start = at;
	size_t		end = at;
	const char *value;

	while (start > finder->floor && at - start < COLONS_MAX &&
		   (bv_hex_value(finder->text[start - 1]) >= 0 || finder->text[start - 1] == ':'))
		start--;
	while (end < finder->length && end - start < COLONS_MAX &&
		   (bv_hex_value(finder->text[end]) >= 0 || finder->text[end] == ':' ||
			(finder->text[end] == '.' && end - start > 6)))
		end++;
	while (end > start && (finder->text[end - 1] == ':' || finder->text[end - 1] == '.'))
		end--;
	finder->work += end - start + 1;
	if (end - start < 8)
		return false;
	/* "host:2001:db8::1" and "a:b" are what they are: no colon begins one but two do */
	while (start < end && finder->text[start] == ':' && !bv_find_has(finder, start, "::"))
		start++;
	/* "MAC:00:1b:…": the end of a word is none of it */
	if (bv_find_word_before(finder, start))
	{
		if (bv_hex_value(finder->text[start - 1]) >= 0)
			return false;		/* too long */
		while (start < end && finder->text[start] != ':')
			start++;
		if (start == end || finder->text[++start] == ':')
			return false;
	}
	if (bv_find_word_at(finder, end) || bv_find_char(finder, start - 1) == '.')
		return false;
	value = finder->text + start;
	if (end - start == 17 && bv_find_wants(finder, mac->number) &&
		!is_end_of_pairs(finder, start) && mac->is_valid(value, end - start))
		return bv_found(finder, found, mac->number, start, end);
	if (bv_find_wants(finder, address->number) && is_host_ipv6(value, end - start) &&
		address->is_valid(value, end - start))
	{
		/* a mask behind it: of a network, unless it leaves just one */
		if (bv_find_char(finder, end) == '/' &&
			(bv_find_kind(finder, end + 1) & BV_KIND_DIGIT) != 0 &&
			!bv_find_has(finder, end, "/128"))
			return false;
		return bv_found(finder, found, address->number, start, end);
	}
	return false;
}

/* ---------- IPv4 ---------- */

/*
 * Addresses of hosts: not those of all, of oneself and of groups, nor masks.
 * Nor what is more likely a version: small numbers all.
 */
static bool
find_ipv4(BvFinder *finder, const Chain *chain, BvFound *found)
{
	const BvClass *address = finder->classes->ip_address;
	const char *value = finder->text + chain->start;
	size_t		len = chain->end - chain->start;
	int			octet = 0;
	int			first = -1;
	int			large = 0;		/* how many no version number has */
	char		before = bv_find_char(finder, chain->start - 1);
	int			shape = 0;
	int			class_number;

	if (!bv_find_wants(finder, address->number))
		return false;
	for (size_t i = 0; i <= len; i++)
	{
		if (i < len && value[i] != '.')
		{
			octet = octet * 10 + (value[i] - '0');
			continue;
		}
		if (first < 0)
			first = octet;
		large += octet >= 32;
		octet = 0;
	}
	if (first == 0 || first == 127 || first >= 224)
		return false;
	if (bv_find_char(finder, chain->end) == '/' &&
		(bv_find_kind(finder, chain->end + 1) & BV_KIND_DIGIT) != 0 &&
		!bv_find_has(finder, chain->end, "/32"))
		return false;			/* a network */
	if (bv_find_char(finder, chain->end) == '-' || bv_find_char(finder, chain->end) == '~' ||
		bv_find_word_at(finder, chain->end) || bv_find_word_before(finder, chain->start))
		return false;
	if (before == '/' && bv_find_char(finder, chain->start - 2) != '/')
		return false;			/* of a product: Chrome/96.0.1.2 */
	if (before == '-' || before == '+' || before == '.' || before == '~')
		return false;
	if (large >= (first < 10 ? 2 : 1))
		shape = BV_SHAPE_ADDRESS;
	class_number = bv_find_judge(finder, value, len, chain->start, chain->end, shape, NULL);
	return class_number != 0 &&
		bv_found(finder, found, class_number, chain->start, chain->end);
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
find_spaced_code(BvFinder *finder, const Chain *chain, BvFound *found)
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
								 chain->start, end, BV_SHAPE_DOUBTFUL, NULL);
	return class_number != 0 && bv_found(finder, found, class_number, chain->start, end);
}

/* ---------- chains ---------- */

/* A word of letters, or letters and digits, of one case at most. */
static bool
find_mixed(BvFinder *finder, const Chain *chain, BvFound *found)
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
			(len == 42 || !(value[0] == '0' && value[1] == 'x')) &&
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
	if (strchr("#/$%&?~=", before) != NULL && before != '\0' && before != '=')
		shape |= BV_SHAPE_DOUBTFUL;
	if (strchr("/\\(=", after) != NULL && after != '\0')
		shape |= BV_SHAPE_DOUBTFUL;
	class_number = bv_find_judge(finder, value, len, start, chain->end, shape, NULL);
	if (class_number != 0)
		return bv_found(finder, found, class_number, start, chain->end);
	return false;
}

bool
bv_find_chain(BvFinder *finder, size_t at, BvFound *found)
{
	char		before = bv_find_char(finder, at - 1);
	Chain		chain;

	read_chain(finder, at, &chain);
	if (bv_find_char(finder, chain.end) == '@' && chain.dots < 3)
	{
		bv_find_skip(finder, chain.end);	/* of an e-mail address */
		return false;
	}
	if (bv_find_char(finder, chain.end) == ':' || bv_find_char(finder, chain.start - 1) == ':')
	{
		if (find_colons(finder, at, found))
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
			if (find_ipv4(finder, &chain, found))
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

	if (chain.end - chain.start <= CHAIN_MAX)
	{
		/* "BSN-123456782": a word, then the number that it speaks of */
		if (chain.last_join > chain.start && chain.last_join == at && chain.lines == 0 &&
			bv_find_phrase(finder, at, found))
			return true;
		if (find_mixed(finder, &chain, found))
			return true;
		if (chain.lower + chain.lines == 0 && chain.end - chain.start <= SPACED_MOST &&
			bv_find_char(finder, chain.end) == ' ' && find_spaced_code(finder, &chain, found))
			return true;
	}
	bv_find_skip(finder, chain.end);
	return false;
}
