/*
 * validate_photo.c: pictures, by what their bytes begin with
 */
#include "validate.h"

#include "array.h"
#include "check_digit.h"
#include "token_text.h"

/* So much of a picture is looked at: its head names it. */
#define HEAD_MAX	512

/* How files begin whose first byte is of ASCII: GIF, WebP, TIFF; HEIF with the zeros of a size. */
const char *
bv_photo_beginning(int which)
{
	static const char *const beginnings[] = {"GIF8", "RIFF", "II*", "MM", ""};

	return which < lengthof(beginnings) ? beginnings[which] : NULL;
}

/* Does a file of so many bytes (known from its head on) begin as a picture does? */
static bool
is_picture(const uint8_t *bytes, size_t size)
{
	static const uint8_t png[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

	if (size < 12)
		return false;
	if (bytes[0] == 0xff && bytes[1] == 0xd8 && bytes[2] == 0xff && bytes[3] >= 0xc0)
		return true;			/* JPEG */
	if (memcmp(bytes, png, sizeof(png)) == 0)
		return true;
	if (memcmp(bytes, "GIF8", 4) == 0)
		return (bytes[4] == '7' || bytes[4] == '9') && bytes[5] == 'a';
	if (memcmp(bytes, "RIFF", 4) == 0)
		return memcmp(bytes + 8, "WEBP", 4) == 0;
	if (bytes[0] == 0 && memcmp(bytes + 4, "ftyp", 4) == 0)	/* HEIF and AVIF, after a size */
		return memcmp(bytes + 8, "hei", 3) == 0 || memcmp(bytes + 8, "hev", 3) == 0 ||
			memcmp(bytes + 8, "mif1", 4) == 0 || memcmp(bytes + 8, "msf1", 4) == 0 ||
			memcmp(bytes + 8, "avif", 4) == 0;
	if (memcmp(bytes, "II*\0", 4) == 0 || memcmp(bytes, "MM\0*", 4) == 0)
		return true;			/* TIFF */
	return bytes[0] == 0xff && bytes[1] == 0x0a && bytes[2] == 0xfa;	/* JPEG XL, its stream */
}

/* Base64, or its form for addresses; with line breaks or without. */
static bool
is_picture_in_base64(const char *text, size_t len)
{
	uint8_t		bytes[24];
	size_t		head = len < HEAD_MAX ? len : HEAD_MAX;
	size_t		filled = 0;

	if (!is_picture(bytes, bv_base64_decode(text, head, bytes, sizeof(bytes))))
		return false;
	while (len == head && filled < 2 && text[head - 1] == '=')
	{
		head--;
		filled++;
	}
	return bv_all_of(text, head, BV_CHARS_BASE64 | BV_CHAR_SPACE) ||
		bv_all_of(text, head, BV_CHARS_BASE64_URL | BV_CHAR_SPACE);
}

static bool
is_picture_in_hex(const char *text, size_t len)
{
	uint8_t		bytes[24];
	size_t		size = 0;

	for (; size < sizeof(bytes) && 2 * size + 1 < len; size++)
	{
		int			high = bv_hex_value(text[2 * size]);
		int			low = bv_hex_value(text[2 * size + 1]);

		if (high < 0 || low < 0)
			return false;
		bytes[size] = (uint8_t) (high << 4 | low);
	}
	return is_picture(bytes, size) && len % 2 == 0 &&
		bv_all_of(text, len < HEAD_MAX ? len : HEAD_MAX, BV_CHARS_HEX);
}

/*
 * RFC 2397: data:image/png;base64, and the like, with parameters or without; or a
 * drawing, in SVG, as it is.
 */
static bool
is_image_data(const char *value, size_t len)
{
	const char *data;
	size_t		at = 11;
	bool		drawing;

	if (!bv_begins_in_any_case(value, len, "data:image/") ||
		memchr(value, '\0', len < HEAD_MAX ? len : HEAD_MAX) != NULL)
		return false;
	drawing = bv_begins_in_any_case(value + at, len - at, "svg+xml");
	at += bv_span(value + at, len - at,
				  BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE | BV_CHAR_PLUS_SLASH | BV_CHAR_DOT);
	if (at == 11)
		return false;
	data = memchr(value + at, ',', len - at < HEAD_MAX ? len - at : HEAD_MAX);
	if (data == NULL || (value[at] != ';' && data != value + at))
		return false;
	at = (size_t) (data - value);
	if (bv_begins_in_any_case(value + at - 7, len - at + 7, ";base64"))
	{
		size_t		head = len - at - 1 < HEAD_MAX ? len - at - 1 : HEAD_MAX;

		return head >= 16 &&
			bv_span(data + 1, head, BV_CHARS_BASE64 | BV_CHARS_BASE64_URL | BV_CHAR_EQUALS | BV_CHAR_SPACE) == head;
	}
	return drawing && (bv_begins(data, len - at, ",<") || bv_begins_in_any_case(data, len - at, ",%3c"));
}

/* The address in the web of a file whose name says that it is a picture. */
static bool
is_image_link(const char *value, size_t len)
{
	static const char *const endings[] = {
		".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".avif", ".bmp", ".tif", ".tiff"
	};
	size_t		end = len;
	const char *mark;

	if (!bv_begins_in_any_case(value, len, "http://") && !bv_begins_in_any_case(value, len, "https://"))
		return false;
	mark = memchr(value, '?', len);
	if (mark != NULL)
		end = (size_t) (mark - value);
	if (end < 6 || (value[end - 4] != '.' && value[end - 5] != '.'))
		return false;			/* as all of them have it */
	for (size_t i = 0; i < lengthof(endings); i++)
	{
		size_t		size = strlen(endings[i]);

		if (end > size && value[end - size] == '.' && bv_is_word(value + end - size, size, endings[i]))
			return bv_is_url(value, len);
	}
	return false;
}

/* The characters that may follow the first one of a picture in base64 or hex. */
static const char *
second_of(char first)
{
	switch (first)
	{
		case '/':				/* JPEG in base64, */
		case '_':
			return "9w";
		case 'i':				/* PNG, */
			return "V";
		case 'R':				/* GIF, */
			return "0";
		case 'U':				/* WebP, */
			return "k";
		case 'A':				/* HEIF, */
			return "A";
		case 'S':				/* and TIFF */
		case 'T':
			return "U";
		case 'f':				/* JPEG in hex, */
		case 'F':
			return "fF";
		case '8':				/* PNG, */
			return "9";
		case '4':				/* GIF and TIFF, */
			return "79dD";
		case '5':				/* WebP, */
			return "2";
		case '0':				/* HEIF, and 0x before any */
			return "0xX";
		default:
			return "";
	}
}

bool
bv_is_photo(const char *value, size_t len)
{
	bv_trim(&value, &len);		/* no picture begins with white space */
	if (is_picture((const uint8_t *) value, len))
		return true;
	if (len < 16 || value[1] == '\0')
		return false;
	switch (value[0])
	{
		case 'd':
		case 'D':
			return is_image_data(value, len);
		case '\\':
			return value[1] == 'x' && is_picture_in_hex(value + 2, len - 2);
		case 'h':
		case 'H':
			return is_image_link(value, len);
	}
	if (strchr(second_of(value[0]), value[1]) == NULL)
		return false;
	if (value[0] == '0' && value[1] != '0')
		return is_picture_in_hex(value + 2, len - 2);
	if (bv_is_digit(value[0]) || (value[0] | 0x20) == 'f')
		return is_picture_in_hex(value, len) &&
			bv_span(value, len, BV_CHAR_DIGIT) < len;	/* digits alone are a number */
	return is_picture_in_base64(value, len);
}
