/*
 * find_address.c: addresses of hosts inside free text, and of network cards
 *
 * Versions, object identifiers and what else has four numbers with dots look like
 * IPv4: what may be one of them counts only beside a word that speaks of addresses.
 */
#include "find_text.h"

#include <string.h>

#include "check_digit.h"

/* ---------- IPv4 ---------- */

#define OCTETS	4

/* Up to four numbers with dots between; returns how many there are, all below 256. */
static int
read_octets(const char *text, size_t len, int octets[OCTETS])
{
	int			count = 0;

	for (size_t i = 0; i < len && count < OCTETS; i++)
	{
		int			octet = 0;
		size_t		begin = i;

		while (i < len && i - begin < 3 && bv_is_digit(text[i]))
			octet = 10 * octet + (text[i++] - '0');
		if (i == begin || octet > 255)
			break;
		octets[count++] = octet;
		if (i == len || text[i] != '.')
			break;
	}
	return count;
}

/* Is it the address of one host?  Not that of oneself, of all, of groups or of a network. */
static bool
is_host_ipv4(const int octets[OCTETS])
{
	return octets[0] != 0 && octets[0] != 127 && octets[0] < 224 && (octets[2] | octets[3]) != 0 &&
		!(octets[0] == 169 && octets[1] == 254 && octets[2] == 169 && octets[3] == 254);
}

/* The end of an IPv6 address that stands for one of IPv4. */
static bool
is_mapped_host(const char *value, size_t len)
{
	int			octets[OCTETS];

	if (memchr(value, '.', len) != NULL)
		return read_octets(value, len, octets) == OCTETS && is_host_ipv4(octets);
	return !(len == 9 && (memcmp(value, "7f00:", 5) == 0 || memcmp(value, "7F00:", 5) == 0));
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
		return is_mapped_host(value + 7, len - 7);
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

/* Is the whole of what is hexadecimal, with colons, an address? */
static bool
find_address(BvFinder *finder, size_t start, size_t end, BvFound *found)
{
	const BvClass *mac = finder->classes->mac;
	const BvClass *address = finder->classes->ip_address;
	const char *value;

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
	if (end - start == 20 && bv_find_has(finder, start, "01:"))
		start += 3;				/* the kind of hardware, in client identifiers of DHCP */
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

/* Small groups of digits with colons between are nobody's, the last one aside, which may go on. */
static void
skip_small_groups(BvFinder *finder, size_t at, size_t end)
{
	size_t		colon = 0;
	int			digits = 0;

	for (size_t i = at; i < end; i++)
	{
		if (finder->text[i] == ':')
		{
			colon = i;
			digits = 0;
		}
		else if (!bv_is_digit(finder->text[i]) || ++digits > 4)
			break;
	}
	bv_find_skip(finder, colon);
}

bool
bv_find_colons(BvFinder *finder, size_t at, BvFound *found)
{
	size_t		start = at;
	size_t		end = at;

	if (at < finder->no_colons_end)
		return false;
	while (start > finder->floor && at - start < COLONS_MAX &&
		   (bv_hex_value(finder->text[start - 1]) >= 0 || finder->text[start - 1] == ':'))
		start--;
	while (end < finder->length && end - start < COLONS_MAX &&
		   (bv_hex_value(finder->text[end]) >= 0 || finder->text[end] == ':' ||
			(finder->text[end] == '.' && end - start > 6)))
		end++;
	finder->no_colons_end = end;
	while (end - start == COLONS_MAX && finder->no_colons_end < finder->length &&
		   (bv_hex_value(finder->text[finder->no_colons_end]) >= 0 ||
			finder->text[finder->no_colons_end] == ':'))
		finder->no_colons_end++;	/* too long, as a whole */
	finder->work += finder->no_colons_end - start + 1;
	while (end > start && (finder->text[end - 1] == ':' || finder->text[end - 1] == '.'))
		end--;
	if (end - start >= 8 && find_address(finder, start, end, found))
		return true;
	skip_small_groups(finder, at, finder->no_colons_end);
	return false;
}

/* ---------- versions and the like ---------- */

#define BESIDE_BYTES	40

/* Where the token that ends there, spaces aside, begins; *end becomes where it ends. */
static size_t
token_before(const BvFinder *finder, size_t *end)
{
	size_t		least = *end > BESIDE_BYTES ? *end - BESIDE_BYTES : 0;
	size_t		begin;

	while (*end > least && (finder->text[*end - 1] == ' ' || finder->text[*end - 1] == '\t'))
		--*end;
	begin = *end;
	while (begin > least && (unsigned char) finder->text[begin - 1] > ' ')
		begin--;
	return begin;
}

/* Are there only digits with a dot among them, but no address? */
static bool
is_decimal(const char *text, size_t len)
{
	int			octets[OCTETS];
	int			dots = 0;

	for (size_t i = 0; i < len; i++)
	{
		if (text[i] == '.')
			dots++;
		else if (!bv_is_digit(text[i]) && text[i] != '-')
			return false;
	}
	return dots > 0 && read_octets(text, len, octets) < OCTETS;
}

/* Are there decimal numbers on both sides, as in the path of a drawing? */
static bool
is_among_decimals(const BvFinder *finder, size_t start, size_t end)
{
	size_t		before_end = start;
	size_t		before = token_before(finder, &before_end);
	size_t		after = end + 1;

	if (before_end == start || before == before_end || bv_find_char(finder, end) != ' ' ||
		!is_decimal(finder->text + before, before_end - before))
		return false;
	for (end = after; end < finder->length && end - after < BESIDE_BYTES &&
		 (unsigned char) finder->text[end] > ' '; end++)
		;
	return is_decimal(finder->text + after, end - after);
}

/* Does a name stand right before it, as packages are called: "at-spi2-core 2.39.90.1"? */
static bool
is_behind_name(const BvFinder *finder, size_t start)
{
	size_t		end = start;
	size_t		begin = token_before(finder, &end);
	bool		letter = false;
	bool		joined = false;

	for (size_t i = begin; i < end; i++)
	{
		char		c = finder->text[i];

		if ((bv_find_kinds[(unsigned char) c] & BV_KIND_LETTER) != 0)
			letter = true;
		else if ((c == '-' || c == '_') && letter && i + 1 < end)
			joined = true;
		else if (c == '.' || c == ':' || c == '=')
			return false;		/* of a host; or what is called so */
	}
	return joined;
}

/* Is there another such number beside it that begins as it does, as in "from 4.5.103.33 to"? */
static bool
is_one_of_two(const BvFinder *finder, size_t start, size_t end, const int octets[OCTETS])
{
	size_t		from = start > BESIDE_BYTES ? start - BESIDE_BYTES : 0;
	size_t		to = end + BESIDE_BYTES < finder->length ? end + BESIDE_BYTES : finder->length;

	for (size_t i = from; i < to; i++)
	{
		int			others[OCTETS];

		if (i >= start && i < end)
			i = end;
		if (i > from && (bv_find_kind(finder, i - 1) & (BV_KIND_DIGIT | BV_KIND_JOIN)) != 0)
			continue;
		if (i < to && bv_is_digit(finder->text[i]) &&
			read_octets(finder->text + i, (i < start ? start : to) - i, others) == OCTETS &&
			others[0] == octets[0])
			return true;
	}
	return false;
}

/* Is it one more of a list: nothing but commas, quotes and the like since the last address? */
static bool
is_one_more(const BvFinder *finder, size_t start)
{
	size_t		at = finder->found_end;

	if (finder->found_class != finder->classes->ip_address->number || start - at > 8)
		return false;
	while (at < start && strchr(" ,;`'\"", finder->text[at]) != NULL)
		at++;
	return at == start;
}

/*
 * Which shape is it of: may it be a version, an object identifier or another number with
 * dots, so that only a word tells that it is an address?
 */
static int
shape_of_address(const BvFinder *finder, size_t start, size_t end, const int octets[OCTETS])
{
	bool		is_private = octets[0] == 10;
	int			large = 0;		/* how many no version number has */

	for (int i = 0; i < OCTETS; i++)
		large += octets[i] >= 32;
	if (is_one_more(finder, start))
		return BV_SHAPE_ADDRESS;
	if (large < (octets[0] < 10 ? 2 : 1))
		return 0;
	if (octets[3] == 0)
		return BV_SHAPE_DOUBTFUL;	/* of a network, or cut so that it is nobody's */
	if (octets[0] >= 32 || is_private)
		return BV_SHAPE_ADDRESS;
	if ((octets[0] == 1 && octets[1] > 0 && octets[1] <= 3 && octets[2] >= 32) ||	/* arcs of ISO */
		is_behind_name(finder, start) || is_one_of_two(finder, start, end, octets))
		return BV_SHAPE_DOUBTFUL;
	return BV_SHAPE_ADDRESS;
}

bool
bv_find_ipv4(BvFinder *finder, size_t start, size_t end, BvFound *found)
{
	const char *value = finder->text + start;
	char		before = bv_find_char(finder, start - 1);
	int			octets[OCTETS];
	int			class_number;

	if (!bv_find_wants(finder, finder->classes->ip_address->number) ||
		read_octets(value, end - start, octets) < OCTETS || !is_host_ipv4(octets))
		return false;
	if (bv_find_char(finder, end) == '/' && (bv_find_kind(finder, end + 1) & BV_KIND_DIGIT) != 0 &&
		!bv_find_has(finder, end, "/32"))
		return false;			/* a network */
	if (bv_find_char(finder, end) == '-' || bv_find_char(finder, end) == '~' ||
		bv_find_word_at(finder, end) || bv_find_word_before(finder, start))
		return false;
	if (before == '/' && bv_find_char(finder, start - 2) != '/')
		return false;			/* of a product: Chrome/96.0.1.2 */
	if (before == '-' || before == '+' || before == '.' || before == '~' ||
		is_among_decimals(finder, start, end))
		return false;
	class_number = bv_find_judge(finder, value, end - start, start, end,
								 shape_of_address(finder, start, end, octets), NULL);
	return class_number != 0 && bv_found(finder, found, class_number, start, end);
}
