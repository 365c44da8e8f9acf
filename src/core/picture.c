/*
 * picture.c: what a short value looks like, byte by byte
 */
#include "picture.h"

#include "check_digit.h"

void
bv_picture_plain(const char *value, size_t len, BvPicture *picture)
{
	memset(picture, 0, sizeof(*picture));
	picture->len = (uint16_t) len;
	for (size_t i = 0; i < len; i++)
	{
		picture->text[i] = bv_is_digit(value[i]) ? '0' : bv_is_letter(value[i]) ? 'a' : value[i];
		picture->not_hex |= bv_is_letter(value[i]) && bv_hex_value(value[i]) < 0;
		picture->high |= (unsigned char) value[i] >= 0x80;
	}
}
