/*
 * picture_test.c: of which classes values of a picture may be
 *
 * Where a validator cares for few digits and letters, it is asked about values
 * that stand for all of the picture.  Otherwise what it wants of the form is said
 * here once more, roughly.
 */
#include "picture_test.h"

#include <string.h>

#include "check_digit.h"
#include "class.h"
#include "picture.h"
#include "token_text.h"
#include "validate.h"

/*
 * Is the value valid that a picture becomes with that for each of its digits, and
 * the letters in turn, the last of them again and again?
 */
static bool
holds_for(BvValidator is_valid, const char *picture, size_t len, char digit, const char *letters)
{
	char		value[BV_PICTURE_MAX];

	for (size_t i = 0; i < len; i++)
	{
		value[i] = picture[i];
		if (picture[i] == '0')
			value[i] = digit;
		else if (picture[i] == 'a')
		{
			value[i] = letters[0];
			letters += letters[1] != '\0';
		}
	}
	return is_valid(value, len);
}

static size_t
count_of(const char *picture, size_t len, char kind)
{
	size_t		count = 0;

	for (size_t i = 0; i < len; i++)
		count += picture[i] == kind;
	return count;
}

static size_t
span_of(const char *picture, size_t len, char kind)
{
	size_t		span = 0;

	while (span < len && picture[span] == kind)
		span++;
	return span;
}

/* Is that part of it of letters and digits alone? */
static bool
is_compact(const char *picture, size_t len)
{
	return count_of(picture, len, '0') + count_of(picture, len, 'a') == len;
}

/* Is it like that, with x for letters and digits? */
static bool
is_like(const char *picture, size_t len, const char *form)
{
	if (strlen(form) < len)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if (form[i] != picture[i] && (form[i] != 'x' || !is_compact(picture + i, 1)))
			return false;
	}
	return form[len] == '\0';
}

/* ---------- places ---------- */

/* Ones are degrees that there are, minutes and seconds; three of them no latitude is anyway. */
bool
bv_may_be_latitude(const char *picture, size_t len)
{
	return holds_for(bv_is_latitude, picture, len, '1', "N");
}

bool
bv_may_be_longitude(const char *picture, size_t len)
{
	return holds_for(bv_is_longitude, picture, len, '1', "E");
}

/*
 * Of plain decimals, with three decimals or more, the note is how many digits are
 * before the point; of other forms ASK_WHOLE.
 */
#define ASK_WHOLE	8

static unsigned
note_degrees(const char *picture, size_t len, BvPictureTest may_be)
{
	size_t		sign = picture[0] == '+' || picture[0] == '-';
	size_t		whole = span_of(picture + sign, len - sign, '0');
	size_t		point = sign + whole;

	if (!may_be(picture, len))
		return 0;
	if (whole >= 1 && whole <= 3 && point + 3 < len && picture[point] == '.' &&
		span_of(picture + point + 1, len - point - 1, '0') == len - point - 1)
		return (unsigned) whole;
	return ASK_WHOLE;
}

static unsigned
note_latitude(const char *picture, size_t len)
{
	/* ones stand for all that begin with them: 111.000 is none, and 090.000 neither */
	return note_degrees(picture, len, bv_may_be_latitude);
}

static unsigned
note_longitude(const char *picture, size_t len)
{
	return note_degrees(picture, len, bv_may_be_longitude);
}

/* Is it within the limit?  What is just there, or has other marks, is asked. */
static inline bool
is_noted_degrees(const char *value, size_t len, const BvNumber *digits, unsigned note, int limit,
				 BvValidator is_valid)
{
	int			whole;

	if (note == ASK_WHOLE)
		return is_valid(value, len);
	whole = bv_part(digits, 0, (int) note);
	if (note > 1 && digits->digit[0] == 0)
		return false;
	return whole < limit || (whole == limit && is_valid(value, len));
}

static bool
is_noted_latitude(const char *value, size_t len, const BvNumber *digits, unsigned note)
{
	return is_noted_degrees(value, len, digits, note, 90, bv_is_latitude);
}

static bool
is_noted_longitude(const char *value, size_t len, const BvNumber *digits, unsigned note)
{
	return is_noted_degrees(value, len, digits, note, 180, bv_is_longitude);
}

const BvNotedValidator bv_noted_latitude = {note_latitude, is_noted_latitude};
const BvNotedValidator bv_noted_longitude = {note_longitude, is_noted_longitude};

/* Two letters are sides; more are words: POINT(, SRID, geo: */
bool
bv_may_be_geo_point(const char *picture, size_t len)
{
	if (count_of(picture, len, 'a') > 2)
		return memchr(picture, '(', len) != NULL || memchr(picture, ':', len) != NULL;
	return holds_for(bv_is_geo_point, picture, len, '1', "NE");
}

/* ---------- networks and devices ---------- */

/* Every letter is hexadecimal but those of a zone, after %; what / allows depends on the address. */
bool
bv_may_be_ip_address(const char *picture, size_t len)
{
	return memchr(picture, '%', len) != NULL || memchr(picture, '/', len) != NULL ||
		holds_for(bv_is_ip_address, picture, len, '1', "b");
}

bool
bv_may_be_mac(const char *picture, size_t len)
{
	return holds_for(bv_is_mac, picture, len, '1', "b");
}

bool
bv_may_be_meid(const char *picture, size_t len)
{
	BvDigits	decimal;
	size_t		count;

	if (picture[0] == '0')
		return bv_read_digits(picture, len, " -", &decimal) &&
			(decimal.count == 18 || decimal.count == 19) &&
			(decimal.groups == 1 || bv_has_groups(&decimal, "5544") || bv_has_groups(&decimal, "55441"));
	count = count_of(picture, len, '0') + count_of(picture, len, 'a');
	return count == 14 || count == 15;
}

/* Of 16 characters, or 8 and 16. */
bool
bv_may_be_device_id(const char *picture, size_t len)
{
	return (len == 16 || (len == 25 && picture[8] == '-')) && count_of(picture, len, 'a') > 0;
}

/* With a scheme or www, or names with dots between, the last of two to six letters. */
bool
bv_may_be_url(const char *picture, size_t len)
{
	size_t		host = 0;
	size_t		last = 0;

	if (span_of(picture, len, 'a') >= 2 &&
		(is_like(picture, 4, "aaa.") || memchr(picture, ':', len) != NULL))
		return true;
	for (; host < len && (is_compact(picture + host, 1) || picture[host] == '-' || picture[host] == '.'); host++)
	{
		if (picture[host] == '.')
			last = host + 1;
	}
	return last > 1 && last < host && (host == len || picture[host] == '/') &&
		host - last >= 2 && host - last <= 6 && span_of(picture + last, host - last, 'a') == host - last;
}

/* With @ before it or a number after it, of Bluesky or Skype, or a page. */
bool
bv_may_be_social_handle(const char *picture, size_t len)
{
	if (picture[0] == '@' || (len > 5 && picture[len - 5] == '#'))
		return true;
	if (len > 12 && memcmp(picture + len - 12, ".aaaa.aaaaaa", 12) == 0)
		return true;
	return (len > 4 && (picture[4] == ':' || is_like(picture, 4, "aaa."))) || memchr(picture, '/', len) != NULL;
}

/* ---------- numbers with letters ---------- */

bool
bv_may_be_iban(const char *picture, size_t len)
{
	return picture[0] == 'a' && picture[1] == 'a' &&
		(memcmp(picture + 2, "00", 2) == 0 || memcmp(picture + 3, "00", 2) == 0);
}

/* After the letters of the country, or before the B of the Dutch, at least so many digits. */
bool
bv_may_be_vat_id(const char *picture, size_t len)
{
	size_t		digits = count_of(picture, len, '0');
	size_t		letters = count_of(picture, len, 'a');

	if (picture[0] == '0')
		return letters == 1 && digits == 11;
	if (picture[0] != 'a' || picture[1] != 'a' || letters > 7)
		return false;
	if (digits + letters < 10)	/* of Romania, or an office of Great Britain */
		return letters == 2 || (letters == 4 && digits == 3);
	return digits >= 6;
}

/* Germany: something that ends with A, B or R, up to six digits, up to three letters. */
static bool
may_be_register(const char *picture, size_t len)
{
	size_t		end = len;
	size_t		digits = 0;

	while (end > 0 && len - end < 3 && picture[end - 1] == 'a')
		end--;
	if (end < len && (end == 0 || picture[--end] != ' '))
		return false;
	while (end > 0 && picture[end - 1] == '0')
	{
		end--;
		digits++;
	}
	if (end > 0 && picture[end - 1] == ' ')
		end--;
	return digits >= 1 && digits <= 6 && end >= 2 && memcmp(picture + end - 2, "aa", 2) == 0;
}

/* Of digits just what the validator takes: their sums are found without it. */
bool
bv_may_be_org_number(const char *picture, size_t len)
{
	BvDigits	digits;
	bool		first = picture[0] == '0';

	if (first && bv_read_digits(picture, len, " -.", &digits))
	{
		if (digits.count < 8 || digits.count > 14)
			return false;
		if (digits.separator == '.')
			return bv_has_groups(&digits, "433");
		if (digits.separator == '-')
			return bv_has_groups(&digits, "71") || bv_has_groups(&digits, "64") ||
				bv_has_groups(&digits, "84") || bv_has_groups(&digits, "325");
		for (int i = 1; i < digits.groups; i++)
		{
			if (digits.group[i] < 2)
				return false;
		}
		return true;
	}
	if (len == 18 && is_like(picture, len, "xx.xxx.xxx/xxxx-00"))
		return true;
	if (memcmp(picture, "aaa", 3) == 0 && count_of(picture, len, '0') == 9 &&
		count_of(picture, len, 'a') == 3)
		return true;			/* CHE */
	if (is_compact(picture, len))
	{
		switch (len)
		{
			case 8:
				if (is_like(picture, len, "xx000000"))
					return true;
				break;
			case 9:
				if (is_like(picture, len, "a0000000x") || is_like(picture, len, "00000000a"))
					return true;
				break;
			case 10:
				if (is_like(picture, len, "000000000a") || is_like(picture, len, "a00aa0000x"))
					return true;
				break;
			case 14:
				return is_like(picture, len, "xxxxxxxxxxxx00");
			case 18:
				return is_like(picture, len, "xx000000xxxxxxxxxx");
			case 20:
				return is_like(picture, len, "xxxxxxxxxxxxxxxxxx00");
		}
	}
	return !first && may_be_register(picture, len);
}

/* An address, or as many characters as services hand out; spaces and = aside. */
bool
bv_may_be_otp_secret(const char *picture, size_t len)
{
	size_t		size = count_of(picture, len, '0') + count_of(picture, len, 'a');

	return memchr(picture, ':', len) != NULL ||
		size == 16 || size == 20 || size == 24 || size == 26 || size == 32;
}

/* A number after rs, ss or i; HGVS has a colon, an HLA allele a star; two alleles; a sequence. */
bool
bv_may_be_genetic(const char *picture, size_t len)
{
	size_t		letters = span_of(picture, len, 'a');
	size_t		digits = span_of(picture + letters, len - letters, '0');

	return (letters >= 1 && letters <= 2 && letters + digits == len) ||
		memchr(picture, ':', len) != NULL || memchr(picture, '*', len) != NULL ||
		is_like(picture, len, "a/a") || is_like(picture, len, "a|a") ||
		(len >= 20 && count_of(picture, len, '0') == 0);
}

/* A letter, a digit, and a digit or letter; or more of them after a dot, and a sign. */
bool
bv_may_be_health_condition(const char *picture, size_t len)
{
	return len >= 3 && picture[0] == 'a' && picture[1] == '0' && is_compact(picture + 2, 1) &&
		(len == 3 || !is_compact(picture + 3, 1));
}

/* ---------- dates ---------- */

/* With midnight after it, or with the month in words: two numbers and the word. */
bool
bv_may_be_birth_date(const char *picture, size_t len)
{
	size_t		numbers = 0;
	size_t		longest = 0;

	if (count_of(picture, len, 'a') < 3)
		return len >= 16 && (picture[10] == ' ' || picture[10] == 'a') && picture[13] == ':';
	for (size_t at = 0; at < len;)
	{
		size_t		digits = span_of(picture + at, len - at, '0');
		size_t		letters = span_of(picture + at, len - at, 'a');

		if (digits > 4)
			return false;
		numbers += digits > 0;
		if (letters > longest)
			longest = letters;
		at += digits + letters > 0 ? digits + letters : 1;
	}
	return numbers == 2 && longest >= 3 && picture[len - 1] == '0';
}

/* ---------- plates ---------- */

/* I and Z on plates of Northern Ireland allow a digit more. */
bool
bv_may_be_gb_plate(const char *picture, size_t len)
{
	return holds_for(bv_is_gb_plate, picture, len, '1', "B") ||
		holds_for(bv_is_gb_plate, picture, len, '1', "I");
}

bool
bv_may_be_se_regnr(const char *picture, size_t len)
{
	return holds_for(bv_is_se_regnr, picture, len, '1', "B");
}

bool
bv_may_be_it_targa(const char *picture, size_t len)
{
	return holds_for(bv_is_it_targa, picture, len, '1', "B");
}

/* B is a province, and so is BA. */
bool
bv_may_be_es_matricula(const char *picture, size_t len)
{
	return holds_for(bv_is_es_matricula, picture, len, '1', "B") ||
		holds_for(bv_is_es_matricula, picture, len, '1', "BAB");
}

/* Of the form of today; or the older one, a number, letters, and a department. */
bool
bv_may_be_fr_plaque(const char *picture, size_t len)
{
	return holds_for(bv_is_fr_plaque, picture, len, '1', "B") ||
		(picture[0] == '0' && count_of(picture, len, 'a') <= 4);
}

/* Letters, a number of up to four digits, maybe a letter. */
bool
bv_may_be_de_kennzeichen(const char *picture, size_t len)
{
	size_t		letters = 0;
	size_t		groups = 1;
	size_t		at = 0;
	size_t		digits;

	for (; at < len && picture[at] != '0'; at++)
	{
		letters += picture[at] == 'a';
		groups += picture[at] != 'a';
	}
	digits = span_of(picture + at, len - at, '0');
	if (groups == 2 && picture[at - 1] != 'a')
		return false;			/* letters follow those of the district */
	at += digits;
	if (letters < 2 || letters > 5 || groups > 3 || digits < 1 || digits > 4 || letters + digits > 8)
		return false;
	return at == len || (len - at <= 2 && picture[len - 1] == 'a');
}

/* For its form alone: no German plate has a number of zeros. */
bool
bv_must_be_license_plate(const char *picture, size_t len)
{
	return bv_is_license_plate(picture, len);
}
