/* label_parser.c: a recursive-descent parser of the labels of columns */
#include "label_token.h"

#include <string.h>

static bool
parse_class(BvLabelTokens *stream, BvLabel *label, BvLabelRange *names)
{
	if (stream->type != BV_TOKEN_WORD)
		return bv_label_fail(stream, "the name of a class");
	if (label->name_count == BV_LABEL_NAMES)
		return bv_label_fail(stream, "no more than 256 classes");
	bv_label_take(stream, &label->name[label->name_count++]);
	names->count++;
	return true;
}

static bool
parse_alternatives(BvLabelTokens *stream, BvLabel *label, BvLabelRange *names)
{
	names->first = label->name_count;
	do
	{
		if (!parse_class(stream, label, names))
			return false;
	} while (bv_label_skip(stream, '|'));
	return true;
}

static bool
parse_option(BvLabelTokens *stream, BvLabel *label, BvLabelPart *part)
{
	bool		is_absent = bv_label_token_is(stream, "absent") && part->absent.length == 0;
	bool		is_may_hold = bv_label_token_is(stream, "may_hold") && part->may_hold.count == 0;
	bool		is_protected = bv_label_token_is(stream, "protected") && part->protected.length == 0;

	if (!is_absent && !is_may_hold && !is_protected)
		return bv_label_fail(stream, "one of absent, may_hold and protected, each once");
	bv_label_next(stream);
	if (!bv_label_skip(stream, '='))
		return bv_label_fail(stream, "\"=\"");
	if (is_may_hold)
		return parse_alternatives(stream, label, &part->may_hold);
	if (is_absent)
	{
		if (stream->type != BV_TOKEN_STRING)
			return bv_label_fail(stream, "values in single quotes, separated by commas");
		bv_label_take(stream, &part->absent);
		return true;
	}
	if (stream->type != BV_TOKEN_WORD)
		return bv_label_fail(stream, "a way of protection");
	bv_label_take(stream, &part->protected);
	return true;
}

static bool
parse_content(BvLabelTokens *stream, BvLabel *label, BvLabelPart *part)
{
	if (!parse_alternatives(stream, label, &part->classes))
		return false;
	if (!bv_label_skip(stream, '('))
		return true;
	do
	{
		if (!parse_option(stream, label, part))
			return false;
	} while (bv_label_skip(stream, ','));
	if (!bv_label_skip(stream, ')'))
		return bv_label_fail(stream, "\",\" or \")\"");
	return true;
}

static bool
parse_path(BvLabelTokens *stream, BvLabel *label, BvLabelRange *path)
{
	path->first = label->key_count;
	do
	{
		if (stream->type != BV_TOKEN_WORD && stream->type != BV_TOKEN_NAME)
			return bv_label_fail(stream, "the name of a field");
		if (label->key_count == BV_LABEL_KEYS || path->count == BV_LABEL_DEPTH)
			return bv_label_fail(stream, "no more than 16 names in a row, and 256 in all");
		bv_label_take(stream, &label->key[label->key_count++]);
		path->count++;
	} while (bv_label_skip(stream, '.'));
	return true;
}

static bool
parse_fields(BvLabelTokens *stream, BvLabel *label)
{
	label->has_fields = true;
	do
	{
		BvLabelPart *part = &label->part[label->part_count];

		if (label->part_count == BV_LABEL_PARTS)
			return bv_label_fail(stream, "no more than 64 fields");
		label->part_count++;
		if (!parse_path(stream, label, &part->path))
			return false;
		if (!bv_label_skip(stream, ':'))
			return bv_label_fail(stream, "\".\" or \":\"");
		if (!parse_content(stream, label, part))
			return false;
	} while (bv_label_skip(stream, ','));
	if (!bv_label_skip(stream, '}'))
		return bv_label_fail(stream, "\",\" or \"}\"");
	return true;
}

static bool
parse_label(BvLabelTokens *stream, BvLabel *label)
{
	if (bv_label_token_is(stream, "not_personal"))
	{
		label->not_personal = true;
		bv_label_next(stream);
	}
	else if (bv_label_skip(stream, '{'))
	{
		if (!parse_fields(stream, label))
			return false;
	}
	else
	{
		label->part_count = 1;
		if (!parse_content(stream, label, &label->part[0]))
			return false;
	}
	if (stream->type != BV_TOKEN_END)
		return bv_label_fail(stream, "the end of the label");
	return true;
}

bool
bv_label_parse(const char *text, size_t length, BvLabel *label, BvLabelError *error)
{
	BvLabelTokens stream = bv_label_first(text, length, error);

	memset(label, 0, sizeof(*label));
	return bv_label_check_length(&stream) && parse_label(&stream, label);
}
