/*
 * fuzz_phone.c: telephone numbers
 *
 * What is read is a telephone number for the validator as well, and its text is
 * read as the same number again; unless all digits but the first three are equal,
 * which counts as made up where there is a +, and not where there is none.
 */
#include "fuzz.h"

#include "check_digit.h"
#include "phone.h"
#include "validate.h"

const char *const fuzz_seeds[] = {
	"+31 (0)20 624 1111", "0031206241111", "(212) 555-0100 ext. 12", "06-12345678", "+44 7700 900123",
	"+1-800-356-9377", "tel:+49 30 123456", "0900 8844", "112", NULL
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *value = (const char *) data;
	BvPhone		phone;
	BvPhone		again;
	char		text[BV_PHONE_TEXT];
	char		text_again[BV_PHONE_TEXT];
	int			length;

	memset(&phone, 0xFF, sizeof(phone));
	if (!bv_phone_parse(value, size, &phone))
		return 0;
	FUZZ_CHECK(bv_is_phone(value, size));
	FUZZ_CHECK(phone.digits > 0 && phone.digits <= BV_PHONE_DIGITS + 1);
	FUZZ_CHECK(memchr(phone.country, '\0', sizeof(phone.country)) != NULL);
	for (int i = 0; i < phone.digits; i++)
		FUZZ_CHECK(phone.digit[i] >= '0' && phone.digit[i] <= '9');

	length = bv_phone_text(&phone, text);
	FUZZ_CHECK(length > 0 && length < BV_PHONE_TEXT);
	if (phone.calling_code != 0 && !bv_all_equal(text + 4, length - 4))
	{
		FUZZ_CHECK(bv_phone_parse(text, (size_t) length, &again));
		FUZZ_CHECK(again.calling_code == phone.calling_code);
		FUZZ_CHECK(bv_phone_text(&again, text_again) == length && memcmp(text, text_again, (size_t) length) == 0);
	}
	return 0;
}
