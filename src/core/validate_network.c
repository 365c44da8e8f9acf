/*
 * validate_network.c: addresses of hosts and of pages on them
 */
#include "validate.h"

#include "array.h"
#include "check_digit.h"
#include "fast_hash.h"
#include "marks.h"
#include "network_text.h"
#include "token_text.h"

/* Four numbers up to 255 without leading zeros, into four bytes. */
static bool
read_ipv4(const char *value, size_t len, uint8_t *address)
{
	BvMarks		marks;
	int			start = 0;
	bool		valid = true;

	if (len < 7 || len > 15)
		return false;
	bv_mark(value, len, &marks);
	if ((marks.digit | marks.other) != bv_low_bits(len) || bv_count_bits(marks.other) != 3)
		return false;
	marks.other |= UINT64_C(1) << len;
	for (int part = 0; part < 4; part++, marks.other &= marks.other - 1)
	{
		int			end = __builtin_ctzll(marks.other);
		int			digits = end - start;
		int			number;

		if (digits < 1 || digits > 3)
			return false;
		/* without a branch on how many digits there are, which nobody can foresee */
		number = (value[end - 1] - '0') + (digits > 1) * 10 * (value[end - 1 - (digits > 1)] - '0') +
			(digits > 2) * 100 * (value[start] - '0');
		valid &= number <= 255 && (digits == 1) | (value[start] != '0') && (part == 3 || value[end] == '.');
		address[part] = (uint8_t) number;
		start = end + 1;
	}
	return valid;
}

/* RFC 4291, section 2.2: eight groups, one run of zero groups as "::", IPv4 at the end. */
static bool
read_ipv6(const char *value, size_t len, uint8_t *address)
{
	uint8_t		bytes[16];
	size_t		size = 0;
	int			gap = -1;		/* how many bytes are before "::" */
	size_t		i = 0;

	if (len < 2 || len > 45)
		return false;
	if (value[0] == ':' && value[1] == ':')
	{
		gap = 0;
		i = 2;
	}
	while (i < len)
	{
		size_t		start = i;
		unsigned	group = 0;

		while (i < len && i - start < 5 && bv_hex_value(value[i]) >= 0)
			group = group << 4 | (unsigned) bv_hex_value(value[i++]);
		if (i < len && value[i] == '.')
		{
			if (size > 12 || !read_ipv4(value + start, len - start, bytes + size))
				return false;
			size += 4;
			break;
		}
		if (i == start || i - start > 4 || size == 16)
			return false;
		bytes[size++] = (uint8_t) (group >> 8);
		bytes[size++] = (uint8_t) group;
		if (i == len)
			break;
		if (value[i++] != ':' || i == len)
			return false;
		if (value[i] == ':')
		{
			if (gap >= 0)
				return false;
			gap = (int) size;
			i++;
		}
	}
	if (gap < 0 ? size != 16 : size > 14)
		return false;

	memset(address, 0, 16);
	if (gap < 0)
		gap = (int) size;
	memcpy(address, bytes, (size_t) gap);
	memcpy(address + 16 - (size - (size_t) gap), bytes + gap, size - (size_t) gap);
	return true;
}

/* The zone of a link-local address, RFC 4007: an interface. */
static bool
is_zone(const char *value, size_t len)
{
	return len <= 32 && bv_all_of(value, len, BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE | BV_CHAR_DOT);
}

/*
 * May the prefix follow that address?  An address of one host is wanted: with a
 * whole mask, or with the mask of the network that it is in, as interfaces and
 * inet have it, but not the network itself.
 */
static bool
may_have_prefix(const uint8_t *address, int bits, const char *prefix, size_t len)
{
	int			size;

	if (len > 3 || !bv_all_of(prefix, len, BV_CHAR_DIGIT) || (len > 1 && prefix[0] == '0'))
		return false;
	size = bv_number(prefix, (int) len);
	if (size == bits)
		return true;
	if (size < 1 || size > bits)
		return false;
	for (int bit = size; bit < bits; bit++)
	{
		if (address[bit / 8] >> (7 - bit % 8) & 1)
			return true;
	}
	return false;
}

static bool
is_port(const char *value, size_t len)
{
	return len <= 5 && bv_all_of(value, len, BV_CHAR_DIGIT) && value[0] != '0' &&
		bv_number(value, (int) len) < 65536;
}

/*
 * Is it an IPv6 address, told by where the colons between hexadecimal digits are?  Up to
 * 64 bytes; other if it has more than those.
 */
static bool
is_plain_ipv6(const char *value, size_t len, bool *is_other)
{
	BvMarks		marks;
	uint64_t	hex;
	uint64_t	pairs;
	int			groups;

	bv_mark(value, len, &marks);
	hex = marks.digit | (marks.letter & ~marks.not_hex);
	for (uint64_t rest = marks.other; rest != 0; rest &= rest - 1)
		*is_other |= value[__builtin_ctzll(rest)] != ':';
	*is_other |= (marks.not_hex | marks.high) != 0;
	if (*is_other || (hex & hex >> 1 & hex >> 2 & hex >> 3 & hex >> 4) != 0)
		return false;			/* five digits */
	pairs = marks.other & marks.other >> 1;
	groups = (int) bv_count_bits(hex & ~(hex << 1));
	if (pairs == 0)
		return groups == 8 && (marks.other & (1 | UINT64_C(1) << (len - 1))) == 0;
	/* one pair of colons, and at an end no other */
	return (pairs & (pairs - 1)) == 0 && groups <= 7 &&
		((marks.other & 1) == 0 || (pairs & 1) != 0) &&
		((marks.other >> (len - 1) & 1) == 0 || (pairs >> (len - 2) & 1) != 0);
}

/* An address of one host, with the mask of its network or a port, or without. */
bool
bv_is_ip_address(const char *value, size_t len)
{
	uint8_t		address[16];
	const char *end;
	size_t		size;

	bv_trim(&value, &len);
	if (len < 2 || len > 84)
		return false;
	if (value[0] == '[')		/* RFC 3986: in brackets, for the sake of the port */
	{
		end = memchr(value, ']', len);
		if (end == NULL)
			return false;
		size = (size_t) (end - value) - 1;
		return read_ipv6(value + 1, size, address) &&
			(size + 2 == len || (end[1] == ':' && is_port(end + 2, len - size - 3)));
	}
	if (bv_hex_value(value[0]) < 0 && value[0] != ':')
		return false;
	if (len <= 15 && read_ipv4(value, len, address))
		return true;
	if (len <= 39 && memchr(value, '.', len) == NULL)
	{
		bool		is_other = false;
		bool		is_plain = is_plain_ipv6(value, len, &is_other);

		if (!is_other)
			return is_plain;
	}

	/* a part of three digits and a dot, or a group of four and a colon */
	size = bv_span(value, len < 5 ? len : 5, BV_CHARS_HEX);
	if (size > 4 || size == len || (value[size] != '.' && value[size] != ':'))
		return false;
	size = bv_span(value, len, BV_CHAR_DIGIT | BV_CHAR_DOT);
	if (size >= 7 && read_ipv4(value, size, address))
	{
		if (size == len)
			return true;
		return value[size] == '/' ?
			may_have_prefix(address, 32, value + size + 1, len - size - 1) :
			value[size] == ':' && is_port(value + size + 1, len - size - 1);
	}

	size = 0;
	while (size < len && (bv_hex_value(value[size]) >= 0 || value[size] == ':' || value[size] == '.'))
		size++;
	if (!read_ipv6(value, size, address))
		return false;
	if (size == len)
		return true;
	if (value[size] == '%')
	{
		end = memchr(value + size, '/', len - size);
		return is_zone(value + size + 1, (end == NULL ? len : (size_t) (end - value)) - size - 1) &&
			(end == NULL || may_have_prefix(address, 128, end + 1, len - (size_t) (end - value) - 1));
	}
	return value[size] == '/' && may_have_prefix(address, 128, value + size + 1, len - size - 1);
}

/* Does a name end in a label that can be a top-level domain: letters first, or of another script? */
static bool
is_top_label(const char *label, size_t size)
{
	return size >= 2 && !bv_is_digit(label[0]) &&
		(bv_begins_in_any_case(label, size, "xn--") ||
		 bv_span(label, size, BV_CHAR_DIGIT | BV_CHAR_MINUS_LINE) == 0);
}

/* The names of up to 64 bytes by where their dots and hyphens are. */
static bool
is_short_host_name(const char *host, size_t len)
{
	BvMarks		marks;
	uint64_t	dots = 0;
	uint64_t	hyphens = 0;
	uint64_t	ends;

	bv_mark(host, len, &marks);
	for (uint64_t rest = marks.other; rest != 0; rest &= rest - 1)
	{
		char		c = host[__builtin_ctzll(rest)];

		if (c == '.')
			dots |= rest & -rest;
		else if (c == '-')
			hyphens |= rest & -rest;
		else if (c != '_')
			return false;
	}
	/* a label has a character, and begins and ends with no hyphen */
	ends = dots | UINT64_C(1) << (len - 1) << 1;
	if (dots == 0 || ((dots | hyphens) & (dots << 1 | 1)) != 0 ||
		(hyphens & (ends >> 1 | UINT64_C(1) << (len - 1))) != 0 || len - (size_t) bv_last_bit(dots) - 1 < 1)
		return false;
	return is_top_label(host + bv_last_bit(dots) + 1, len - (size_t) bv_last_bit(dots) - 1);
}

/* Names between dots, RFC 1123, the last of letters or xn--; names beyond ASCII as they are. */
bool
bv_is_host_name(const char *host, size_t len)
{
	size_t		start = 0;
	int			labels = 0;

	if (len > 253)
		return false;
	if (len > 0 && host[len - 1] == '.')
		len--;
	if (len > 0 && len < BV_MARKS_MAX)
		return is_short_host_name(host, len);
	for (size_t i = 0; i <= len; i++)
	{
		size_t		size = i - start;

		if (i < len && host[i] != '.')
		{
			if (!bv_is_of(host[i], BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE) &&
				(unsigned char) host[i] < 0x80)
				return false;
			continue;
		}
		if (size == 0 || size > 63 || host[start] == '-' || host[i - 1] == '-')
			return false;
		labels++;
		if (i == len && !is_top_label(host + start, size))
			return false;
		start = i + 1;
	}
	return labels >= 2;
}

/* The size of the scheme that leads to a host at the beginning, or 0; the value has eight bytes. */
static size_t
scheme_size(const char *value)
{
	static const struct
	{
		char		text[9];
		char		letters[9];	/* what makes its letters small */
		size_t		size;
	}			schemes[] = {
		{"https://", "     ", 8}, {"http://", "    ", 7}, {"ftp://", "   ", 6}, {"ftps://", "    ", 7},
		{"sftp://", "    ", 7}, {"ws://", "  ", 5}, {"wss://", "   ", 6}
	};
	uint64_t	word = bv_hash_load_8(value);

	for (size_t i = 0; i < lengthof(schemes); i++)
	{
		uint64_t	differs = (word | bv_hash_load_8(schemes[i].letters)) ^ bv_hash_load_8(schemes[i].text);

		if ((differs & (UINT64_MAX >> (64 - 8 * schemes[i].size))) == 0)
			return schemes[i].size;
	}
	return 0;
}

#ifdef __SSE2__

/* All ones where a byte is in no address: white space, what cannot be seen, < > " */
static inline __m128i
no_address(__m128i bytes)
{
	__m128i		sign = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('<')),
									_mm_cmpeq_epi8(bytes, _mm_set1_epi8('>')));

	sign = _mm_or_si128(sign, _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
										   _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x7F))));
	return _mm_or_si128(sign, bv_bytes_between(bytes, 0, ' '));
}

#endif							/* __SSE2__ */

/* Are all of sixteen bytes or more such as addresses have? */
static bool
is_address_text(const char *value, size_t len)
{
#ifdef __SSE2__
	__m128i		bad = no_address(_mm_loadu_si128((const __m128i *) (value + len - 16)));

	for (size_t i = 0; i + 16 < len; i += 16)
		bad = _mm_or_si128(bad, no_address(_mm_loadu_si128((const __m128i *) (value + i))));
	return _mm_movemask_epi8(bad) == 0;
#else
	for (size_t i = 0; i < len; i++)
	{
		if ((!bv_is_of(value[i], BV_CHAR_PRINTED) && (unsigned char) value[i] < 0x80) ||
			value[i] == '<' || value[i] == '>' || value[i] == '"')
			return false;
	}
	return true;
#endif
}

/*
 * How many bytes are before the path, the query or the fragment; plain if there is
 * neither a user nor a port nor an address in brackets among them.
 */
static size_t
host_size(const char *text, size_t len, bool *plain)
{
	size_t		size = 0;

	*plain = true;
#ifdef __SSE2__
	for (; size < len; size += 16)
	{
		__m128i		bytes = len - size < 16 ? bv_load_few(text + size, len - size) :
			_mm_loadu_si128((const __m128i *) (text + size));
		__m128i		end = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('/')),
									   _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('?')),
													_mm_cmpeq_epi8(bytes, _mm_set1_epi8('#'))));
		__m128i		mark = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('@')),
										_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(':')),
													 _mm_cmpeq_epi8(bytes, _mm_set1_epi8('['))));
		unsigned	ends = (unsigned) _mm_movemask_epi8(end);
		unsigned	marks = (unsigned) _mm_movemask_epi8(mark);

		if (ends != 0)
		{
			*plain &= (marks & (ends ^ (ends - 1))) == 0;
			return size + (size_t) __builtin_ctz(ends);
		}
		*plain &= marks == 0;
	}
	return len;
#else
	for (; size < len && text[size] != '/' && text[size] != '?' && text[size] != '#'; size++)
		*plain &= text[size] != '@' && text[size] != ':' && text[size] != '[';
	return size;
#endif
}

/* RFC 3986, of schemes that lead to a host; or without one where it begins with www. */
bool
bv_read_url(const char *value, size_t len, BvUrl *url)
{
	size_t		at;
	size_t		end;
	const char *mark = NULL;
	bool		plain;

	if (len < 8 || len > 8192 || memchr("hfsw", value[0] | 0x20, 4) == NULL)
		return false;
	at = scheme_size(value);
	if (at == 0 && !bv_begins_in_any_case(value, len, "www."))
		return false;

	if (len >= 16 && !is_address_text(value, len))
		return false;
	for (size_t i = at; i < len && len < 16; i++)
	{
		if (!bv_is_of(value[i], BV_CHAR_PRINTED) && (unsigned char) value[i] < 0x80)
			return false;
		if (value[i] == '<' || value[i] == '>' || value[i] == '"')
			return false;
	}
	end = at + host_size(value + at, len - at, &plain);
	url->path = value + end;
	url->path_len = len - end;

	if (plain)
	{
		url->host = value + at;
		url->host_len = end - at;
		return true;
	}
	mark = end > at ? memchr(value + at, '@', end - at) : NULL;
	if (mark != NULL)
		at = (size_t) (mark - value) + 1;
	if (at < end && value[at] == '[')
	{
		uint8_t		address[16];

		mark = memchr(value + at, ']', end - at);
		if (mark == NULL || !read_ipv6(value + at + 1, (size_t) (mark - value) - at - 1, address))
			return false;
		url->host = value + at;
		url->host_len = (size_t) (mark - value) - at + 1;
		at += url->host_len;
		return at == end || (value[at] == ':' && is_port(value + at + 1, end - at - 1));
	}
	mark = end > at ? memchr(value + at, ':', end - at) : NULL;
	if (mark != NULL)
	{
		if (!is_port(mark + 1, (size_t) (value + end - mark) - 1))
			return false;
		end = (size_t) (mark - value);
	}
	url->host = value + at;
	url->host_len = end - at;
	return true;
}

/* The top-level domains that people are found under.  In order of the alphabet. */
static bool
is_known_end(const char *label, size_t len)
{
	static const char *const ends[] = {
		"app", "ar", "at", "au", "be", "berlin", "bg", "biz", "blog", "br", "ca", "cat", "ch", "cl",
		"cn", "co", "com", "cz", "de", "dev", "dk", "edu", "ee", "es", "eu", "fi", "fr", "gov", "gr",
		"hk", "hr", "hu", "ie", "il", "info", "io", "is", "it", "jp", "kr", "lt", "lu", "lv",
		"me", "mil", "mobi", "mx", "net", "nl", "no", "nz", "online", "org", "pl", "pt", "ro", "rs",
		"ru", "se", "shop", "si", "site", "sk", "store", "tr", "tv", "tw", "ua", "uk", "us", "xyz", "za"
	};

	if (len < 2 || len > 6)
		return false;
	for (size_t i = 0; i < lengthof(ends) && ends[i][0] <= (label[0] | 0x20); i++)
	{
		if (ends[i][0] == (label[0] | 0x20) && bv_is_word(label, len, ends[i]))
			return true;
	}
	return false;
}

/*
 * Is it a domain name with an end that is known?  People leave out the scheme, but
 * most words with a dot between are files and fields.
 */
static bool
is_known_domain(const char *host, size_t len)
{
	static const char *const seconds[] = {"ac.", "co.", "com.", "edu.", "gov.", "net.", "org."};
	size_t		end = len;
	const char *dot = memchr(host, '.', len);
	size_t		name;

	while (end > 0 && host[end - 1] != '.')
		end--;
	if (end < 2 || !is_known_end(host + end, len - end) || memchr(host, '_', len) != NULL ||
		!bv_is_host_name(host, len))
		return false;
	/* longer names are of machines: only co.uk and the like have three parts */
	name = (size_t) (dot - host) + 1;
	for (size_t i = 0; i < lengthof(seconds) && name < end; i++)
	{
		if (bv_is_word(host + name, end - name, seconds[i]))
			name = end;
	}
	return name == end;
}

/* A domain name without a scheme, and maybe a path: example.com/jane. */
static bool
is_bare_address(const char *value, size_t len)
{
	size_t		host = bv_span(value, len, BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE | BV_CHAR_DOT);

	if (host < 4 || (host < len && value[host] != '/') || !is_known_domain(value, host))
		return false;
	return host == len || bv_all_of(value + host, len - host, BV_CHAR_PRINTED);
}

bool
bv_is_url(const char *value, size_t len)
{
	BvUrl		url;
	uint8_t		address[4];

	bv_trim(&value, &len);
	if (len < 4 || len > 8192 || (!bv_is_of(value[0], BV_CHARS_ALNUM) && (unsigned char) value[0] < 0x80))
		return false;
	if (!bv_read_url(value, len, &url))
		return memchr(value, '.', len < 64 ? len : 64) != NULL && is_bare_address(value, len);
	if ((url.host_len > 0 && url.host[0] == '[') || bv_is_host_name(url.host, url.host_len) ||
		read_ipv4(url.host, url.host_len, address) || bv_is_word(url.host, url.host_len, "localhost"))
		return true;
	/* one name alone is a machine near by, when there is a path on it */
	return url.path_len > 1 && url.path[0] == '/' && url.host_len >= 2 && url.host_len <= 63 &&
		bv_is_of(url.host[0], BV_CHARS_LETTER) &&
		bv_all_of(url.host, url.host_len, BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE);
}
