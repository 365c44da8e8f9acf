/*
 * find_sign.c: what is found by a sign inside free text: e-mail addresses, and
 * the secrets whose prefix needs no digit
 */
#include "find_text.h"

#include <string.h>

#include "array.h"

#define LOCAL_MAX	64
#define DOMAIN_MAX	253

/* Ends of names that are no domains: of files, and of units of systemd. */
static bool
is_no_domain(const char *end, size_t len)
{
	static const char names[][8] = {	/* sorted by their first letter */
		"bmp", "cfg", "conf", "css", "csv", "device", "dll", "doc", "docx", "exe", "gif", "gz",
		"h", "hpp", "html", "ico", "ini", "jar", "java", "jpeg", "jpg", "js", "json", "jsx", "log",
		"lua", "mount", "patch", "pdf", "php", "png", "rb", "scope", "scss", "service", "slice",
		"socket", "svg", "swap", "tar", "target", "tgz", "timer", "ts", "tsx", "txt", "vue",
		"webp", "xls", "xlsx", "xml", "yaml", "yml"
	};

	char		folded[8] = {0};

	if (len >= sizeof(folded))
		return false;
	for (size_t i = 0; i < len; i++)
		folded[i] = end[i] | 0x20;
	for (size_t i = 0; i < lengthof(names) && names[i][0] <= folded[0]; i++)
	{
		if (names[i][0] == folded[0] && memcmp(names[i], folded, sizeof(folded)) == 0)
			return true;
	}
	return false;
}

/*
 * How many bytes the character of a local part has that ends before i, and is none
 * of words; 0: there is none.
 */
static size_t
local_before(const BvFinder *finder, size_t i, size_t least)
{
	int			kind = bv_find_kind(finder, i - 1);
	size_t		bytes = 1;

	switch (finder->text[i - 1])
	{
		case '%':
		case '&':
			return 1;
		case '\'':				/* O'Brien, but no quote */
			return i - 1 > least && (bv_find_kind(finder, i - 2) & BV_KIND_LETTER) != 0;
	}
	if ((kind & BV_KIND_HIGH) == 0 || !bv_find_word_before(finder, i))
		return 0;
	if (finder->encoding == BV_TEXT_UTF8)
	{
		while (bytes < 4 && i - bytes > least &&
			   ((unsigned char) finder->text[i - bytes] & 0xC0) == 0x80)
			bytes++;
	}
	return bytes;
}

/* Is what begins there the user in the address of a page: "://user:password@host"? */
static bool
is_user_of_page(const BvFinder *finder, size_t start)
{
	size_t		least = start > 80 ? start - 80 : 0;

	for (size_t i = start; i > least; i--)
	{
		char		c = finder->text[i - 1];

		if (c == '/')
			return i >= 3 && bv_find_has(finder, i - 3, "://");
		if ((unsigned char) c <= ' ' || c == '<' || c == '"')
			return false;
	}
	return false;
}

/* Is what begins there the name of a message, in a header that says so? */
static bool
is_message(const BvFinder *finder, size_t start)
{
	static const char *const headers[] = {"message-id:", "in-reply-to:", "references:", "content-id:"};
	size_t		end = start - 1;	/* of the header, where < is */

	if (bv_find_char(finder, end) != '<')
		return false;
	while (end > 0 && start - end < 4 && finder->text[end - 1] == ' ')
		end--;
	for (size_t i = 0; i < lengthof(headers); i++)
	{
		size_t		len = strlen(headers[i]);
		size_t		same = 0;

		while (same < len && same < end &&
			   (finder->text[end - 1 - same] | 0x20) == (headers[i][len - 1 - same] | 0x20))
			same++;
		if (same == len)
			return true;
	}
	return false;
}

static bool
find_email(BvFinder *finder, size_t at, BvFound *found)
{
	const BvClass *email = finder->classes->email;
	const char *text = finder->text;
	size_t		start = at;
	size_t		end = at + 1;
	size_t		top;
	size_t		bytes;

	while (start > finder->found_end && at - start < LOCAL_MAX)
	{
		if ((bv_find_kind(finder, start - 1) & (BV_KIND_WORD | BV_KIND_JOIN)) != 0)
			start--;
		else if ((bytes = local_before(finder, start, finder->found_end)) > 0)
			start -= bytes;
		else
			break;
	}
	while (start < at && (bv_find_kind(finder, start) & BV_KIND_JOIN) != 0)
		start++;
	while (start < at && strchr("%&'", text[start]) != NULL)
		start++;
	while (end - at <= DOMAIN_MAX &&
		   ((bv_find_kind(finder, end) & (BV_KIND_DIGIT | BV_KIND_LETTER)) != 0 ||
			bv_find_char(finder, end) == '.' || bv_find_char(finder, end) == '-'))
		end++;
	while (end > at + 1 && (text[end - 1] == '.' || text[end - 1] == '-'))
		end--;
	finder->work += end - start + 1;
	if (start == at || end - at < 4 || bv_find_char(finder, end) == '@' ||
		bv_find_char(finder, start - 1) == '@' || (start > finder->found_end && at - start >= LOCAL_MAX))
		return false;

	for (top = end; text[top - 1] != '.' && text[top - 1] != '@'; top--)
		;
	if (is_no_domain(text + top, end - top))
		return false;
	/* an account on a server of code is nobody's mailbox */
	if (at - start == 3 && memcmp(text + start, "git", 3) == 0)
		return false;
	if (!email->is_valid(text + start, end - start) || is_user_of_page(finder, start) ||
		is_message(finder, start))
		return false;
	return bv_found(finder, found, email->number, start, end);
}

bool
bv_find_sign(BvFinder *finder, size_t at, BvFound *found)
{
	size_t		start = at;

	switch (finder->text[at])
	{
		case '@':
			return bv_find_wants(finder, finder->classes->email->number) &&
				find_email(finder, at, found);
		case '_':
			if (bv_find_char(finder, at - 1) == '_')
				return false;
			while (start > finder->floor && at - start < 12 &&
				   (bv_find_kind(finder, start - 1) & (BV_KIND_LETTER | BV_KIND_DIGIT)) != 0)
				start--;
			finder->work += at - start + 1;
			return at - start >= 2 && at - start <= 6 && bv_find_secret(finder, start, found);
		case 'A':				/* of AKIA and ASIA */
			return bv_find_secret(finder, at, found);
		case 'I':				/* of PRIVATE KEY */
			return bv_find_private_key(finder, at, found);
	}
	return false;
}
