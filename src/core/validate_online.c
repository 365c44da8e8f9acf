/*
 * validate_online.c: addresses, names and programs of people on line
 */
#include "validate.h"

#include "check_digit.h"
#include "token_text.h"

/* Four numbers up to 255 without leading zeros, into four bytes. */
static bool
read_ipv4(const char *value, size_t len, uint8_t *address)
{
	int			part = 0;
	int			number = -1;

	if (len < 7 || len > 15)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (bv_is_digit(value[i]))
		{
			if (number == 0)
				return false;
			number = (number < 0 ? 0 : number * 10) + (value[i] - '0');
			if (number > 255)
				return false;
			continue;
		}
		if (value[i] != '.' || number < 0 || part == 3)
			return false;
		address[part++] = (uint8_t) number;
		number = -1;
	}
	if (part != 3 || number < 0)
		return false;
	address[3] = (uint8_t) number;
	return true;
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

/* Names between dots, RFC 1123, the last of letters or xn--; names beyond ASCII as they are. */
static bool
is_host_name(const char *host, size_t len)
{
	size_t		start = 0;
	int			labels = 0;

	if (len > 253)
		return false;
	if (len > 0 && host[len - 1] == '.')
		len--;
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
		if (i == len && (size < 2 || bv_is_digit(host[start]) ||
						 (!bv_begins_in_any_case(host + start, size, "xn--") &&
						  bv_span(host + start, size, BV_CHAR_DIGIT | BV_CHAR_MINUS_LINE) > 0)))
			return false;
		start = i + 1;
	}
	return labels >= 2;
}

/* The parts of a URL that we look at. */
typedef struct Url
{
	const char *host;			/* without a port */
	size_t		host_len;
	const char *path;			/* with all that follows */
	size_t		path_len;
} Url;

/* RFC 3986, of schemes that lead to a host; or without one where it begins with www. */
static bool
read_url(const char *value, size_t len, Url *url)
{
	static const char *const schemes[] = {
		"https://", "http://", "ftp://", "ftps://", "sftp://", "ws://", "wss://"
	};
	size_t		at = 0;
	size_t		end;
	const char *mark;

	if (len < 8 || len > 8192)
		return false;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]) && at == 0; i++)
	{
		if (bv_begins_in_any_case(value, len, schemes[i]))
			at = strlen(schemes[i]);
	}
	if (at == 0 && !bv_begins_in_any_case(value, len, "www."))
		return false;

	for (size_t i = at; i < len; i++)
	{
		if (!bv_is_of(value[i], BV_CHAR_PRINTED) && (unsigned char) value[i] < 0x80)
			return false;
		if (value[i] == '<' || value[i] == '>' || value[i] == '"')
			return false;
	}
	end = at;
	while (end < len && value[end] != '/' && value[end] != '?' && value[end] != '#')
		end++;
	url->path = value + end;
	url->path_len = len - end;

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

bool
bv_is_url(const char *value, size_t len)
{
	Url			url;
	uint8_t		address[4];

	bv_trim(&value, &len);
	return read_url(value, len, &url) &&
		((url.host_len > 0 && url.host[0] == '[') ||
		 is_host_name(url.host, url.host_len) || read_ipv4(url.host, url.host_len, address) ||
		 bv_is_word(url.host, url.host_len, "localhost"));
}

/* A product as RFC 9110 has it: a token, and a slash and version. */
static size_t
skip_product(const char *value, size_t len, bool *versioned)
{
	size_t		at = 0;

	while (at < len && (bv_is_of(value[at], BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE | BV_CHAR_DOT |
								 BV_CHAR_EQUALS) ||
						(value[at] != '\0' && strchr("!#$%&'*+^`|~:@;,[]", value[at]) != NULL)))
		at++;
	*versioned = at > 0 && at < len && value[at] == '/';
	if (*versioned)
	{
		for (at++; at < len && bv_is_of(value[at], BV_CHAR_PRINTED) && value[at] != '(' &&
			 value[at] != ')'; at++)
			;
	}
	return at;
}

/* Programs that name themselves alone, without the system that they run on. */
static const char *const programs[] = {
	"curl/", "wget/", "okhttp/", "python-requests/", "python-urllib", "python/", "aiohttp/",
	"go-http-client/", "java/", "apache-httpclient/", "jakarta commons-httpclient/", "axios/",
	"node-fetch/", "node-superagent/", "got/", "postmanruntime/", "insomnia/", "libwww-perl/",
	"lwp", "ruby", "faraday", "guzzlehttp/", "php", "cfnetwork/", "dart/", "dalvik/", "httpie/",
	"http_request", "googlebot", "bingbot", "slackbot", "twitterbot", "facebookexternalhit",
	"whatsapp/", "telegrambot", "applebot", "yandexbot", "duckduckbot", "opera/", "lynx/", "links",
	"elinks/", "w3m/", "dillo/", "nokia", "samsung-", "blackberry", "sonyericsson", "lg-", "mot-"
};

/*
 * User agent: Mozilla/ or another program with its version, then products and
 * comments; a program that is not known needs a comment about its system.
 */
bool
bv_is_user_agent(const char *value, size_t len)
{
	bool		versioned;
	bool		known = false;
	bool		comment = false;
	size_t		at;

	bv_trim(&value, &len);
	if (len < 6 || len > 2048 || !bv_is_of(value[0], BV_CHARS_LETTER))
		return false;
	at = skip_product(value, len, &versioned);
	if (bv_begins(value, len, "Mozilla/"))
		known = len > 11 && bv_is_digit(value[8]);
	else
	{
		for (size_t i = 0; i < sizeof(programs) / sizeof(programs[0]) && !known; i++)
			known = bv_begins_in_any_case(value, len, programs[i]) &&
				(versioned || bv_begins_in_any_case(value, len, "jakarta")) &&
				bv_span(value, len, BV_CHAR_SPACE | BV_CHAR_PRINTED) == len;
	}
	if (!known && !versioned)
		return false;

	while (at < len)
	{
		if (value[at] == ' ')
			at++;
		else if (value[at] == '(')
		{
			int			depth = 0;

			do
			{
				if (at == len || (unsigned char) value[at] < 0x20)
					return false;
				depth += value[at] == '(';
				depth -= value[at] == ')';
				at++;
			} while (depth > 0);
			comment = true;
		}
		else
		{
			bool		with_version;
			size_t		size = skip_product(value + at, len - at, &with_version);

			/* words that follow, as in "Mobile Safari/537.36" or "Version 4" */
			if (size == 0)
				return false;
			at += size;
		}
	}
	/* an unknown program says where it runs, and its version begins with a digit */
	if (known)
		return true;
	at = bv_span(value, len, BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE | BV_CHAR_DOT);
	return comment && at + 1 < len && value[at] == '/' &&
		(bv_is_digit(value[at + 1]) || value[at + 1] == 'v');
}

/* Sites where a person has a page of their own, by their name after any www. or m. */
static const struct
{
	const char *host;
	const char *before;			/* what stands before the name in the path */
}			profile_sites[] = {
	{"twitter.com", "/"}, {"x.com", "/"}, {"facebook.com", "/"}, {"fb.com", "/"},
	{"instagram.com", "/"}, {"linkedin.com", "/in/"}, {"linkedin.com", "/pub/"},
	{"tiktok.com", "/@"}, {"t.me", "/"}, {"telegram.me", "/"}, {"github.com", "/"},
	{"gitlab.com", "/"}, {"youtube.com", "/@"}, {"youtube.com", "/user/"}, {"youtube.com", "/c/"},
	{"youtube.com", "/channel/"}, {"reddit.com", "/user/"}, {"reddit.com", "/u/"},
	{"snapchat.com", "/add/"}, {"pinterest.com", "/"}, {"medium.com", "/@"}, {"vk.com", "/"},
	{"threads.net", "/@"}, {"threads.com", "/@"}, {"twitch.tv", "/"}, {"soundcloud.com", "/"},
	{"discord.com", "/users/"}, {"discordapp.com", "/users/"}, {"bsky.app", "/profile/"},
	{"keybase.io", "/"}, {"xing.com", "/profile/"}, {"mastodon.social", "/@"}, {"wa.me", "/"},
	{"flickr.com", "/people/"}, {"quora.com", "/profile/"}, {"ok.ru", "/"}
};

/* Of letters, digits, dots and lines, beginning and ending with a letter, digit or line. */
static bool
is_handle(const char *value, size_t len)
{
	if (len < 2 || len > 50 || !bv_all_of(value, len, BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE | BV_CHAR_DOT))
		return false;
	return bv_is_of(value[0], BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE) && value[len - 1] != '.' &&
		value[0] != '-';
}

static bool
is_profile(const char *value, size_t len)
{
	static const char *const pages[] = {
		"about", "help", "login", "signup", "home", "search", "explore", "settings", "privacy",
		"terms", "share", "sharer", "intent", "hashtag", "watch", "groups", "events", "pages"
	};
	Url			url;

	if (!read_url(value, len, &url) || url.path_len < 3)
		return false;
	if (bv_begins_in_any_case(url.host, url.host_len, "www."))
	{
		url.host += 4;
		url.host_len -= 4;
	}
	else if (bv_begins_in_any_case(url.host, url.host_len, "m."))
	{
		url.host += 2;
		url.host_len -= 2;
	}
	for (size_t i = 0; i < sizeof(profile_sites) / sizeof(profile_sites[0]); i++)
	{
		size_t		before = strlen(profile_sites[i].before);
		const char *name = url.path + before;
		size_t		size = 0;

		if (!bv_is_word(url.host, url.host_len, profile_sites[i].host) ||
			!bv_begins(url.path, url.path_len, profile_sites[i].before))
			continue;
		while (before + size < url.path_len && strchr("/?#", name[size]) == NULL)
			size++;
		/* deeper pages are somebody's works, not somebody */
		if (before + size < url.path_len && name[size] == '/' && before + size + 1 < url.path_len &&
			name[size + 1] != '?' && name[size + 1] != '#')
			continue;
		/* names of people with accents are kept as %C3%A9 */
		if (!is_handle(name, size) && memchr(name, '%', size) == NULL)
			continue;
		for (size_t page = 0; page < sizeof(pages) / sizeof(pages[0]); page++)
		{
			if (before == 1 && bv_is_word(name, size, pages[page]))
				return false;
		}
		return true;
	}
	return false;
}

/* @name, @name@server of the fediverse, name.bsky.social, name#1234, or a profile's address. */
bool
bv_is_social_handle(const char *value, size_t len)
{
	bv_trim(&value, &len);
	if (len < 3 || len > 512)
		return false;
	if (value[0] == '@')
	{
		const char *at = memchr(value + 1, '@', len - 1);

		if (at == NULL)
			return is_handle(value + 1, len - 1) &&
				bv_span(value + 1, len - 1, BV_CHAR_DIGIT | BV_CHAR_DOT) < len - 1;
		return is_handle(value + 1, (size_t) (at - value) - 1) &&
			is_host_name(at + 1, len - (size_t) (at - value) - 1);
	}
	if (len > 5 && len <= 37 && value[len - 5] == '#' &&
		bv_all_of(value + len - 4, 4, BV_CHAR_DIGIT))
		return is_handle(value, len - 5) && bv_span(value, len - 5, BV_CHAR_DIGIT) < len - 5;
	if (len > 12 && len <= 63 && bv_ends(value, len, ".bsky.social"))
		return is_handle(value, len - 12);
	if (bv_begins_in_any_case(value, len, "live:"))		/* Skype */
		return is_handle(value + 5, len - 5);
	return len > 10 && is_profile(value, len);
}
