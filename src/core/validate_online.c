/*
 * validate_online.c: what people and their programs are called on line
 */
#include "validate.h"

#include "array.h"
#include "check_digit.h"
#include "network_text.h"
#include "token_text.h"

/* Where a character may be: in the name of a product, in its version, in a comment but for its ends. */
#define IN_NAME		0x01
#define IN_VERSION	0x02
#define IN_COMMENT	0x04

static const uint8_t places[256] = {
	[' '] = IN_COMMENT,
	['!'] = IN_NAME | IN_VERSION | IN_COMMENT,
	['"'] = IN_VERSION | IN_COMMENT,
	['#' ... '\''] = IN_NAME | IN_VERSION | IN_COMMENT,
	['*' ... '.'] = IN_NAME | IN_VERSION | IN_COMMENT,
	['/'] = IN_VERSION | IN_COMMENT,
	['0' ... ';'] = IN_NAME | IN_VERSION | IN_COMMENT,
	['<'] = IN_VERSION | IN_COMMENT,
	['=' ... '~'] = IN_NAME | IN_VERSION | IN_COMMENT,
	[0x7F ... 0xFF] = IN_COMMENT
};

static inline size_t
skip_in(const char *value, size_t len, size_t at, unsigned place)
{
	while (at < len && (places[(unsigned char) value[at]] & place) != 0)
		at++;
	return at;
}

/* A product, roughly as RFC 9110 has it: a token, and a slash and version. */
static inline size_t
skip_product(const char *value, size_t len, bool *versioned)
{
	size_t		at = skip_in(value, len, 0, IN_NAME);

	*versioned = at > 0 && at < len && value[at] == '/';
	return *versioned ? skip_in(value, len, at + 1, IN_VERSION) : at;
}

/* Programs that name themselves alone, without the system that they run on; in order of their first letters. */
static const char *const programs[] = {
	"aiohttp/", "apache-httpclient/", "applebot", "axios/", "bingbot", "blackberry", "cfnetwork/",
	"curl/", "dalvik/", "dart/", "dillo/", "duckduckbot", "elinks/", "facebookexternalhit",
	"faraday", "go-http-client/", "googlebot", "got/", "guzzlehttp/", "http_request", "httpie/",
	"insomnia/", "jakarta commons-httpclient/", "java/", "jetty/", "lg-", "libwww-perl/", "links", "lwp",
	"lynx/", "meta-external", "mot-", "node-fetch/", "node-superagent/", "nokia", "okhttp/", "opera/", "php",
	"postmanruntime/", "python-httpx/", "python-requests/", "python-urllib", "python/", "ruby", "samsung-", "scrapy/",
	"slackbot", "sonyericsson", "telegrambot", "twitterbot", "undici", "w3c-", "w3c_", "w3m/", "wget/", "whatsapp/",
	"yandexbot", "zgrab/"
};

const char *
bv_user_agent_beginning(int which)
{
	int			count = lengthof(programs);

	return which < count ? programs[which] : which == count ? "Mozilla/" : NULL;
}

static bool
is_known_program(const char *value, size_t len)
{
	static uint8_t first_of[32];	/* by the low five bits of a letter, the first program with it or a later one */
	static bool built;
	const size_t count = lengthof(programs);
	char		letter = value[0] | 0x20;

	if (!built)
	{
		for (size_t i = count; i-- > 0;)
			first_of[programs[i][0] & 31] = (uint8_t) i;
		built = true;
	}
	for (size_t i = first_of[letter & 31]; i < count && programs[i][0] == letter; i++)
	{
		if (bv_begins_in_any_case(value, len, programs[i]))
			return true;
	}
	return false;
}

/* Does the name of a program, up to its version, say that it is a robot? */
static bool
is_robot(const char *value, size_t len)
{
	static const char *const kinds[] = {"bot", "crawler", "spider"};

	for (size_t i = 0; i < lengthof(kinds); i++)
	{
		size_t		size = strlen(kinds[i]);

		if (len >= size && bv_is_word(value + len - size, size, kinds[i]))
			return true;
	}
	return false;
}

/*
 * User agent: Mozilla/ or another program with its version, then products and
 * comments; a program that is not known needs a comment about its system, or says
 * that it is a robot, or after a plus where its page is.  The comment of a browser
 * may be cut off, as columns are too narrow for some.
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
	if (bv_begins(value, len, "Mozilla/"))
		known = len > 11 && bv_is_digit(value[8]);
	else if (is_known_program(value, len))
		known = bv_span(value, len, BV_CHAR_SPACE | BV_CHAR_PRINTED) == len;
	if (!known && memchr(value, '(', len) == NULL && !bv_begins(value, len, "Mozilla/"))
	{
		size_t		name = bv_span(value, len, BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE | BV_CHAR_DOT);

		return len <= 80 && name < len && value[name] == '/' && is_robot(value, name) && bv_is_digit(value[len - 1]) &&
			bv_all_of(value + name + 1, len - name - 1, BV_CHAR_DIGIT | BV_CHAR_DOT);
	}
	at = skip_product(value, len, &versioned);
	if (!versioned && value[len - 1] == ')' &&
		(bv_begins(value + at, len - at, " (+http://") || bv_begins(value + at, len - at, " (+https://")))
		return bv_all_of(value + at + 3, len - at - 4, BV_CHAR_PRINTED);
	if (!versioned && !bv_begins_in_any_case(value, len, "jakarta "))
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
				at = skip_in(value, len, at, IN_COMMENT);
				if (at == len)
					return value[0] == 'M' && known && len >= 32;
				if ((unsigned char) value[at] < 0x20)
					return false;
				depth += value[at] == '(' ? 1 : -1;
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

/*
 * May the value be an address on one of these sites?  Without a user before the host,
 * the first two letters after the scheme, and www. or m., are those of one.
 */
static bool
may_be_profile(const char *value, size_t len)
{
	static uint32_t seconds[32];	/* by the low five bits of first letters, those of second ones, a bit each */
	static bool built;
	const char *host = memchr(value, ':', len < 8 ? len : 8);
	size_t		at = host == NULL ? 0 : (size_t) (host - value) + 3;

	if (!built)
	{
		for (size_t i = 0; i < lengthof(profile_sites); i++)
			seconds[profile_sites[i].host[0] & 31] |= UINT32_C(1) << (profile_sites[i].host[1] & 31);
		built = true;
	}
	if (len < at + 6)
		return false;
	if (bv_begins_in_any_case(value + at, len - at, "www."))
		at += 4;
	else if (bv_begins_in_any_case(value + at, len - at, "m."))
		at += 2;
	return (seconds[value[at] & 31] >> (value[at + 1] & 31) & 1) != 0 ||
		memchr(value + at, '@', len - at) != NULL;
}

static bool
is_profile(const char *value, size_t len)
{
	static const char *const pages[] = {
		"about", "help", "login", "signup", "home", "search", "explore", "settings", "privacy",
		"terms", "share", "sharer", "intent", "hashtag", "watch", "groups", "events", "pages"
	};
	BvUrl		url;

	if (!bv_read_url(value, len, &url) || url.path_len < 3)
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
	for (size_t i = 0; i < lengthof(profile_sites); i++)
	{
		size_t		before;
		const char *name;
		size_t		size = 0;

		if (((profile_sites[i].host[1] ^ url.host[1]) & ~0x20) != 0 ||
			!bv_is_word(url.host, url.host_len, profile_sites[i].host) ||
			!bv_begins(url.path, url.path_len, profile_sites[i].before))
			continue;
		before = strlen(profile_sites[i].before);
		name = url.path + before;
		while (before + size < url.path_len && strchr("/?#", name[size]) == NULL)
			size++;
		/* deeper pages are somebody's works, not somebody */
		if (before + size < url.path_len && name[size] == '/' && before + size + 1 < url.path_len &&
			name[size + 1] != '?' && name[size + 1] != '#')
			continue;
		/* names of people with accents are kept as %C3%A9 */
		if (!is_handle(name, size) && memchr(name, '%', size) == NULL)
			continue;
		for (size_t page = 0; page < lengthof(pages); page++)
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
			bv_is_host_name(at + 1, len - (size_t) (at - value) - 1);
	}
	if (len > 5 && len <= 37 && value[len - 5] == '#' &&
		bv_all_of(value + len - 4, 4, BV_CHAR_DIGIT))
		return is_handle(value, len - 5) && bv_span(value, len - 5, BV_CHAR_DIGIT) < len - 5;
	if (len > 12 && len <= 63 && bv_ends(value, len, ".bsky.social"))
		return is_handle(value, len - 12);
	if (bv_begins_in_any_case(value, len, "live:"))		/* Skype */
		return is_handle(value + 5, len - 5);
	return len > 10 && may_be_profile(value, len) && is_profile(value, len);
}
