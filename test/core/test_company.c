/*
 * test_company.c: numbers of companies, addresses of wallets, and the digests in those
 *
 * Numbers of companies are published ones or made up; addresses are examples of
 * the specifications.
 */
#include <stdlib.h>
#include <string.h>

#include "case.h"
#include "company_check.h"
#include "digest.h"
#include "token_text.h"
#include "validate.h"

static const Case cases[] = {
	{
		"vat_id",
		{
			"ATU13585627", "ATU 28560205", "BE0403019261", "BE 403019261", "BG175074752", "CY10259033P", "CZ25123891", "CZ640903926",
			"DE136695976", "DE.136.695.976", "de 136 695 976", "DK13585628", "EE100931558", "EL094259216", "ESB58378431", "ES54362315K",
			"FI20774740", "FR23334175221", "FRK7399859412", "FR 23 334175221", "GB980780684", "GBGD499", "GBHA500", "HR33392005961",
			"HU12892312", "IE6433435F", "IE6433435OA", "IE8D79739I", "IT00743110157", "LT119511515", "LT100001919017", "LU15027442",
			"LV40003521600", "MT11679112", "NL004495445B01", "004495445B01", "CHE-107.787.577 IVA", "NO995525828MVA", "PL8567346215"
		},
		{
			"", "DE", "DE136695978", "ATU13585626", "BE0403019262", "BG175074751", "CY10259033Z", "CY12259033P", "CZ25123890", "DK13585627",
			"EE100594103", "EL123456781", "ESB58378432", "FI20774741", "FR84323140391", "FRK8399859412", "GB802311781", "GBGD600", "GBHA100",
			"HR33392005962", "HU12892313", "IE6433435E", "IT00743110158", "LT100001919018", "LU15027443", "LV40003521601", "MT11679113",
			"NL123456789B90", "NL004495445B00", "NL004495445A01", "CHE-107.787.578 IVA", "CHE-107.787.577", "NO995525829MVA", "PL8567346216",
			"PTB01964843", "RO18547291", "SE123456789101", "SI50223055", "SK2022749618", "XX123456789", "BE BE 0403019261", "DE136-695.976",
			"DE1366959761", "136695976", "DE 1 3 6 6 9 5 9 7 6", "DE136695976x", "d\xC3\xA9" "136695976", "DE000000000", "SE556188840401x"
		}
	},
	{
		"org_number",
		{
			"552008443", "552 008 443", "73282932000074", "732 829 320 00074", "35600000000048", "974760673", "988 077 917", "5560360793", "556036-0793",
			"13585628", "2077474-0", "CHE-100.155.212", "CHE100155212", "83 914 571 673", "004 085 616", "123456785", "12345678512347",
			"11.222.333/0001-81", "11222333000181", "12.ABC.345/01DE-35", "1048656659", "R16RF0037F", "05040200E", "197401143C", "25596641",
			"0403019261", "SC123456", "B58378431", "7707083893", "1027700132195", 
			"HRB 12345", "00743110157", "HRA 123", "K\xC3\xB6ln HRB 49263", "Berlin (Charlottenburg) HRA 11223 B", "5493001KJTIIGC8Y1R12", "165560360793"
		},
		{
			"", "552008442", "123456789", "73282932000075", "974760674", "5560360792", "2077474-1", "20774740", "CHE-100.155.213", "99 999 999 999",
			"004 085 617", "11.222.333/0001-82", "11.222.333-0001/81", "00000000000000", "1234567890", "R16RF0037G", "T02WW6789H", "197401143D",
			"SX123456", "SC12345", "B58378432", "Aachen HRC 44123", "00743110158", "00743111993", "HRB", "HRB 12", "K\xC3\xB6ln HRB 12", "HRB 1234567", "VR 12", "hrb12345 and more", "1HRB 2", "5493001KJTIIGC8Y1R13",
			"552-008 443", "552--008443", "5 5 2 0 0 8 4 4 3", "ABCDEFGH", "000000000", "12345678", "Room HRB", "CHE-100.155.212.", "552008443x", "1980-02-29", "536-90-4399", "552-008-443", "552.008.443"
		}
	},
	{
		"crypto_wallet",
		{
			"1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "mucFNhKMYoBQYUAEsrFVscQ1YaFQPekBpg",
			"2NFUBBRcTJbYc1D4HSCbJhKZp6YCV4PQFpQ", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "BC1QARDV855YJNGSPVXUTTQ897AQCA3LXJU2Y69JCE",
			"bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
			"0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359", "0xFB6916095CA1DF60BB79CE92CE3EA74C37C5D359", "LaMT348PWRnrqeeWArpwQPbuanpXDZGEUz",
			"DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L", "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
			"t1UYsZVJkLPeMjxEtACvSxfWuNmddpWfxzs", "tz1VSUr8wwNhLAzempoch5d6hLRiTh8Cjcjb",
			"bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a", "qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
			"GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ",
			"44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A",
			"addr1qx2fxv2umyhttkxyxp8x0dlpdt3k6cwng5pxj3jhsydzer3n0d3vllmyqwsx5wktcd8cc3sq835lu7drv2xwl2wywfgse35a3x",
			"xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8"
		},
		{
			"", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN0",
			"4J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdz", "bc1Qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
			"bc1p5d7rjq7g6rdk2yhzks9smlaqtedr4dekq08ge8ztwac72sfr9rusxg329b", "bc1qv93xxeqnnq0uz", "tb1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
			"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe", "0x0000000000000000000000000000000000000000",
			"5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d35g", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTi",
			"TJRabPrwbZy45sbavfcjinPJC18kjpRTv9", "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6b",
			"GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGA",
			"44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3B",
			"11111111111111111111111111111111", "123456789012345678901234567890", "https://example.com/"
		}
	}
};

/* The digest in hex. */
static bool
has_digest(const uint8_t *digest, const char *expected)
{
	char		hex[2 * BV_DIGEST_BYTES + 1];

	for (int i = 0; i < BV_DIGEST_BYTES; i++)
		sprintf(hex + 2 * i, "%02x", digest[i]);
	return strcmp(hex, expected) == 0;
}

static void
test_digests(void)
{
	uint8_t		digest[BV_DIGEST_BYTES];
	char		long_text[200];

	bv_sha_256("", 0, digest);
	ok(has_digest(digest, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), "SHA-256 of nothing");
	bv_sha_256("abc", 3, digest);
	ok(has_digest(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), "SHA-256 of abc");
	bv_sha_256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 56, digest);
	ok(has_digest(digest, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"), "SHA-256 over two blocks");
	bv_keccak_256("", 0, digest);
	ok(has_digest(digest, "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"), "Keccak-256 of nothing");
	bv_keccak_256("abc", 3, digest);
	ok(has_digest(digest, "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"), "Keccak-256 of abc");
	memset(long_text, 'a', sizeof(long_text));
	bv_keccak_256(long_text, sizeof(long_text), digest);
	ok(has_digest(digest, "96ea54061def936c4be90b518992fdc6f12f535068a256229aca54267b4d084d"), "Keccak-256 over two blocks");
	ok(bv_crc_32("123456789", 9) == 0xcbf43926 && bv_crc_32("", 0) == 0, "CRC-32");
}

static void
test_text(void)
{
	uint8_t		bytes[8];

	ok(bv_base64_size("aGVsbG8=", 8, BV_CHARS_BASE64) == 5 && bv_base64_size("aGVsbG8", 7, BV_CHARS_BASE64) == 5 &&
	   bv_base64_size("aGVsbG8==", 9, BV_CHARS_BASE64) == -1 && bv_base64_size("aGVsb", 5, BV_CHARS_BASE64) == -1 &&
	   bv_base64_size("aGV-bG8=", 8, BV_CHARS_BASE64) == -1, "sizes of base64");
	ok(bv_base64_decode("aGVsbG8=", 8, bytes, sizeof(bytes)) == 5 && memcmp(bytes, "hello", 5) == 0, "base64");
	ok(bv_base64_decode("aGVsbG8gd29ybGQ=", 16, bytes, sizeof(bytes)) == 8, "as much of it as fits");
	ok(bv_entropy("aaaa", 4) == 0 && bv_entropy("abcd", 4) == 2 && bv_entropy("", 0) == 0, "entropy");
	ok(bv_is_word("ABC", 3, "abc") && !bv_is_word("AB", 2, "abc") && !bv_is_word("ABCD", 4, "abc"), "words");
}

/* Of all numbers with one digit changed none passes, where the sum is that good. */
static void
test_single_errors(void)
{
	static const char *const numbers[] = {
		"DE136695976", "DK13585628", "FI20774740", "HR33392005961", "NO995525828MVA", "PL8567346215", "ATU13585627",
		"EE100931558", "SI50223054", "IT00743110157", "LU15027442"
	};
	int			passed = 0;

	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
	{
		char		number[20];
		size_t		len = strlen(numbers[i]);

		if (!bv_is_vat_id(numbers[i], len))
			passed += !ok(0, "%s is valid", numbers[i]);
		for (size_t at = 2; at < len; at++)
		{
			for (char digit = '0'; digit <= '9'; digit++)
			{
				strcpy(number, numbers[i]);
				if (number[at] == digit || number[at] < '0' || number[at] > '9')
					continue;
				number[at] = digit;
				passed += bv_is_vat_id(number, len);
			}
		}
	}
	ok(passed == 0, "one wrong digit is seen");
}

int
main(void)
{
	test_digests();
	test_text();
	test_all_cases(cases, sizeof(cases) / sizeof(cases[0]));
	test_single_errors();
	ok(!is_national(bv_class_by_name("org_number", 10)), "companies are no states");
	return done_testing();
}
