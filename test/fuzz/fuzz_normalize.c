/*
 * fuzz_normalize.c: values written in one way, and words
 *
 * What is valid has one way to be written, which is valid as well, and which is
 * written in the same way.
 */
#include "fuzz.h"

#include "lexicon.h"
#include "normalize.h"

const char *const fuzz_seeds[] = {
	"Jan.De.Vries@EXAMPLE.Org", "+31 (0)20 624 1111", "2001:DB8:0:0:0:0:0:1", "29/02/1980", "nl91 abna 0417 1643 00",
	"00-1A-2B-3C-4D-5E", "1234.56.782", "640823-3234", "Straße des 17. Juni 135", "Dr. Anna-Maria van den Berg",
	"GmbH & Co. KG", "20222222222", "CCCCCCCCCCCcCC", "429496729516777215", "900 5955", "(202) 222-2222", "\xC3\x85sa \xC3\x96stlund", "ｊａｎ＠ｅｘａｍｐｌｅ．ｏｒｇ",
	"[1:2:3:4:5:6:7:8]:80", "29 de febrero de 1980", "m\xC3\xBC-ab 123e", "K\xC3\xB6ln HRB49263 B", "000019-2000145399/0800",
	"GR 094 259 216", "0 Rh positive", "52\xC2\xB0" "22'12.7\"N 4\xC2\xB0" "53'43\"E", "HTTPS://Jane@Example.COM:80/A#b",
	"BITCOINCASH:QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A", "otpauth://totp/a:b?secret=JBSWY3DPEHPK3PXP&issuer=a",
	"29360 87365 0070 3710", "SK-811 02", "ACGTACGTACGT\nACGTACGTA", "ACGTACGTAC\nGTACGTACG", NULL
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *value = (const char *) data;
	char	   *result = malloc(size + BV_NORMALIZE_EXTRA);

	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];
		int			length = bv_normalize(class, value, size, result);
		char	   *written;
		char	   *again;

		FUZZ_CHECK(length <= (int) (size + BV_NORMALIZE_EXTRA));
		if (class->is_valid == NULL)
			continue;
		if ((length >= 0) != bv_is_valid(class, value, size))
		{
			fprintf(stderr, "# %s\n", class->name);
			FUZZ_CHECK(!"what is valid is written");
		}
		if (length < 0)
			continue;
		written = malloc((size_t) length + (length == 0));
		again = malloc((size_t) length + BV_NORMALIZE_EXTRA);
		memcpy(written, result, (size_t) length);
		if (bv_normalize(class, written, (size_t) length, again) != length ||
			memcmp(written, again, (size_t) length) != 0)
		{
			fprintf(stderr, "# %s: \"%.*s\"\n", class->name, length, written);
			FUZZ_CHECK(!"what is written once is written so again");
		}
		free(again);
		free(written);
	}
	free(result);

	FUZZ_CHECK((bv_words_of(value, size) & ~(BV_WORDS_ORDINARY | BV_WORDS_RARE | ((1u << BV_WORDS_KINDS) - 1))) == 0);
	return 0;
}
