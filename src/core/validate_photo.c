/*
 * validate_photo.c: pictures, by what their bytes begin with
 */
#include "validate.h"

#include "check_digit.h"
#include "token_text.h"

/* So much of a picture is looked at: its head names it. */
#define HEAD_MAX	512

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

static bool
is_picture_in_base64(const char *text, size_t len)
{
	uint8_t		bytes[24];
	size_t		head = len < HEAD_MAX ? len : HEAD_MAX;
	size_t		filled = 0;

	while (len == head && filled < 2 && head > 0 && text[head - 1] == '=')
	{
		head--;
		filled++;
	}
	return bv_all_of(text, head, BV_CHARS_BASE64 | BV_CHAR_SPACE) &&
		is_picture(bytes, bv_base64_decode(text, head, bytes, sizeof(bytes)));
}

static bool
is_picture_in_hex(const char *text, size_t len)
{
	uint8_t		bytes[24];
	size_t		size = 0;

	if (len % 2 != 0 || !bv_all_of(text, len < HEAD_MAX ? len : HEAD_MAX, BV_CHARS_HEX))
		return false;
	for (; size < sizeof(bytes) && 2 * size < len; size++)
		bytes[size] = (uint8_t) (bv_hex_value(text[2 * size]) << 4 | bv_hex_value(text[2 * size + 1]));
	return is_picture(bytes, size);
}

/* data:image/png;base64, as RFC 2397 has it; or the name of a file with its address. */
static bool
is_image_link(const char *value, size_t len)
{
	static const char *const endings[] = {
		".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".avif", ".bmp", ".tif", ".tiff"
	};
	size_t		end = len;
	const char *mark;

	if (!bv_is_url(value, len))
		return false;
	mark = memchr(value, '?', len);
	if (mark != NULL)
		end = (size_t) (mark - value);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
	{
		size_t		size = strlen(endings[i]);

		if (end > size && bv_is_word(value + end - size, size, endings[i]))
			return true;
	}
	return false;
}

bool
bv_is_photo(const char *value, size_t len)
{
	bv_trim(&value, &len);		/* no picture begins with white space */
	if (is_picture((const uint8_t *) value, len))
		return true;
	if (len < 16)
		return false;
	switch (value[0])
	{
		case 'd':
			if (bv_begins_in_any_case(value, len, "data:image/"))
			{
				size_t		type = bv_span(value + 11, len - 11, BV_CHARS_ALNUM | BV_CHAR_MINUS_LINE |
										   BV_CHAR_PLUS_SLASH | BV_CHAR_DOT);
				const char *data = value + 11 + type;
				size_t		data_len = len - 11 - type;

				if (type == 0 || !bv_begins(data, data_len, ";base64,"))
					return false;
				return data_len > 24 &&
					bv_span(data + 8, data_len - 8, BV_CHARS_BASE64 | BV_CHAR_EQUALS | BV_CHAR_SPACE) >=
					(data_len - 8 < HEAD_MAX ? data_len - 8 : HEAD_MAX);
			}
			return false;
		case '\\':
			return value[1] == 'x' && is_picture_in_hex(value + 2, len - 2);
		case '/':				/* JPEG */
		case 'i':				/* PNG */
		case 'R':				/* GIF */
		case 'U':				/* WebP */
		case 'A':				/* HEIF */
			return is_picture_in_base64(value, len);
		case 'F':
		case 'f':
		case '8':
			if (is_picture_in_hex(value, len))
				return true;
			return false;
		case 'h':
		case 'H':
			return is_image_link(value, len);
	}
	return false;
}
