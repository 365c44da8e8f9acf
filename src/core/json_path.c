/*
 * json_path.c: the values that JSON text has at a path
 *
 * The stack grows with the path, never with the JSON: arrays and whatever is
 * not on the path are gone through by counting brackets.
 */
#include "json_path.h"

#include <string.h>

typedef struct Reader
{
	const char *p;
	const char *end;
	const BvLabelSlice *keys;
	int			key_count;
	char	   *scratch;
	bool		with_keys;		/* visits them as well */
	BvJsonVisit visit;
	void	   *context;
} Reader;

static void
skip_space(Reader *reader)
{
	while (reader->p < reader->end &&
		   (*reader->p == ' ' || *reader->p == '\t' || *reader->p == '\n' || *reader->p == '\r'))
		reader->p++;
}

/* The four hexadecimal digits behind "\u"; 0 for others. */
static unsigned
read_unit(Reader *reader)
{
	unsigned	unit = 0;

	for (int i = 0; i < 4; i++)
	{
		char		c = reader->p < reader->end ? *reader->p : '\0';

		if (c >= '0' && c <= '9')
			unit = unit * 16 + (unsigned) (c - '0');
		else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
			unit = unit * 16 + (unsigned) ((c | 0x20) - 'a') + 10;
		else
			return 0;
		reader->p++;
	}
	return unit;
}

/* As UTF-8; a half of a pair without the other is no character, but no matter. */
static size_t
write_character(unsigned character, char *result)
{
	size_t		length = 0;

	if (character < 0x80)
	{
		result[0] = (char) character;
		return 1;
	}
	if (character < 0x800)
		result[length++] = (char) (0xC0 | character >> 6);
	else
	{
		if (character < 0x10000)
			result[length++] = (char) (0xE0 | character >> 12);
		else
		{
			result[length++] = (char) (0xF0 | character >> 18);
			result[length++] = (char) (0x80 | (character >> 12 & 0x3F));
		}
		result[length++] = (char) (0x80 | (character >> 6 & 0x3F));
	}
	result[length++] = (char) (0x80 | (character & 0x3F));
	return length;
}

/* What follows "\u": the two halves of a pair are one character. */
static unsigned
read_character(Reader *reader)
{
	unsigned	unit = read_unit(reader);
	const char *behind = reader->p;
	unsigned	low;

	if (unit < 0xD800 || unit > 0xDBFF || reader->end - reader->p < 6 ||
		reader->p[0] != '\\' || reader->p[1] != 'u')
		return unit;
	reader->p += 2;
	low = read_unit(reader);
	if (low >= 0xDC00 && low <= 0xDFFF)
		return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
	reader->p = behind;
	return unit;
}

/* Reads the string whose quote is next into scratch; returns its length. */
static size_t
read_string(Reader *reader)
{
	size_t		length = 0;

	reader->p++;
	while (reader->p < reader->end && *reader->p != '"')
	{
		char		c = *reader->p++;

		if (c == '\\' && reader->p < reader->end)
		{
			c = *reader->p++;
			switch (c)
			{
				case 'b':
				case 'f':
				case 'n':
				case 'r':
				case 't':
					c = ' ';	/* all white space to us */
					break;
				case 'u':		/* at most half as long as it is written */
					length += write_character(read_character(reader), reader->scratch + length);
					continue;
			}
		}
		reader->scratch[length++] = c;
	}
	if (reader->p < reader->end)
		reader->p++;
	return length;
}

static bool
ends_scalar(char c)
{
	return c == ',' || c == ':' || c == ']' || c == '}' || c == ' ' || c == '\t' ||
		c == '\n' || c == '\r' || c == '"' || c == '[' || c == '{';
}

/* Goes past a string, number or word; visits it if it is a value that is wanted. */
static void
read_scalar(Reader *reader, bool wanted)
{
	const char *start = reader->p;
	size_t		length;

	if (*start == '"')
	{
		length = read_string(reader);
		skip_space(reader);
		if (wanted && (reader->with_keys || !(reader->p < reader->end && *reader->p == ':')))
			reader->visit(reader->context, reader->scratch, length);
		return;
	}
	while (reader->p < reader->end && !ends_scalar(*reader->p))
		reader->p++;
	length = (size_t) (reader->p - start);
	if (wanted && length > 0 && !(length == 4 && memcmp(start, "null", 4) == 0))
		reader->visit(reader->context, start, length);
}

/* Goes past the value that is next, and visits all that is in it if wanted. */
static void
read_whole(Reader *reader, bool wanted)
{
	size_t		depth = 0;

	do
	{
		skip_space(reader);
		if (reader->p == reader->end)
			return;
		switch (*reader->p)
		{
			case '{':
			case '[':
				depth++;
				reader->p++;
				break;
			case '}':
			case ']':
				if (depth > 0)
					depth--;
				reader->p++;
				break;
			case ',':
			case ':':
				reader->p++;
				break;
			default:
				read_scalar(reader, wanted);
		}
	} while (depth > 0);
}

static void read_value(Reader *reader, int depth);

/* Goes past the object that is next, of whose members one key is wanted. */
static void
read_object(Reader *reader, int depth)
{
	const BvLabelSlice *key = &reader->keys[depth];

	reader->p++;
	for (;;)
	{
		skip_space(reader);
		if (reader->p == reader->end)
			return;
		if (*reader->p == '}')
		{
			reader->p++;
			return;
		}
		if (*reader->p != '"')
		{
			reader->p++;
			continue;
		}

		if (read_string(reader) == key->length &&
			memcmp(reader->scratch, key->start, key->length) == 0)
		{
			skip_space(reader);
			if (reader->p < reader->end)
				reader->p++;
			read_value(reader, depth + 1);
		}
		else
		{
			skip_space(reader);
			if (reader->p < reader->end)
				reader->p++;
			read_whole(reader, false);
		}
	}
}

/* Goes past the value that is next, for which so many keys have led the way. */
static void
read_value(Reader *reader, int depth)
{
	size_t		arrays = 0;

	if (depth == reader->key_count)
	{
		read_whole(reader, true);
		return;
	}
	do
	{
		skip_space(reader);
		if (reader->p == reader->end)
			return;
		switch (*reader->p)
		{
			case '[':
				arrays++;
				reader->p++;
				break;
			case ']':
				if (arrays > 0)
					arrays--;
				reader->p++;
				break;
			case '{':
				read_object(reader, depth);
				break;
			case ',':
			case ':':
			case '}':
				reader->p++;
				break;
			default:
				read_scalar(reader, false);
		}
	} while (arrays > 0);
}

void
bv_json_visit(const char *json, size_t length, const BvLabelSlice *keys, int key_count,
			  char *scratch, BvJsonVisit visit, void *context)
{
	Reader		reader = {
		.p = json,
		.end = json + length,
		.keys = keys,
		.key_count = key_count,
		.scratch = scratch,
		.visit = visit,
		.context = context,
	};

	read_value(&reader, 0);
}

void
bv_json_visit_all(const char *json, size_t length, char *scratch, BvJsonVisit visit, void *context)
{
	Reader		reader = {
		.p = json,
		.end = json + length,
		.scratch = scratch,
		.with_keys = true,
		.visit = visit,
		.context = context,
	};

	read_value(&reader, 0);
}
