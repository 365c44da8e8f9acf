/*
 * test_decoy.c: decoys are told, their chances are those of the table
 */
#include <stdlib.h>
#include <string.h>

#include "decoy.h"
#include "tap.h"

#define HEX_32	"5f4dcc3b5aa765d61d8327deb882cf99"

static const struct
{
	const char *name;
	const char *values[12];
	const char *others[16];
}			cases[] = {
	{"luhn_key", {"79927398713", "4111111111111111", "4111 1111 1111 1111", "123455"}, {"", "79927398710", "1230", "00000000", "7992739871X", "7992  7398713"}},
	{"verhoeff_key", {"123456789010", "41122334451"}, {"", "abc"}},
	{"mod_11_2", {"0000000121032683", "000000021694233X"}, {"", "X"}},
	{"mod_11_10", {"33392005961", "36574261809"}, {"33392005962", "", "3339200596"}},
	{"mod_11_cyclic", {"86011117947", "12345678903"}, {"86011117948", "8601.111.7947"}},
	{"mod_11_falling", {"12345679", "0306406152"}, {"0306406153", "86011117947"}},
	{"mod_97_reference", {"090933755493", "123456789002"}, {"090933755494", ""}},
	{"rf_reference", {"RF18539007547034", "RF18 5390 0754 7034", "rf18539007547034", "RF45G72UUR"}, {"RF19539007547034", "RF18", "RF18 539 00754 7034", "XF18539007547034", "RF18-5390-0754-7034"}},
	{"ean_8", {"96385074", "73513537"}, {"96385075", "9638507", "9638-5074"}},
	{"upc_a", {"036000291452"}, {"036000291453", "36000291452"}},
	{"ean_13", {"4006381333931", "5901234123457"}, {"4006381333932", "400638133393"}},
	{"gtin_14", {"10012345678902", "00012345600012"}, {"00012345600013"}},
	{"sscc", {"106141412345678908"}, {"106141412345678909", "10614141234567890"}},
	{"isbn_10", {"0306406152", "0-306-40615-2", "080442957X", "0-8044-2957-X", "99921-58-10-7"}, {"0306406153", "0-306406152", "0804429570", "080442957x1", "0_306_40615_2"}},
	{"isbn_13", {"9780306406157", "978-0-306-40615-7", "979 10 90636 07 1"}, {"9780306406158", "9770306406157", "978-0306406157"}},
	{"issn", {"0378-5955", "2434-561X", "2434-561x"}, {"03785955", "0378-5956", "0378 5955", "037-85955"}},
	{"epoch_seconds", {"1700000000", "1700000000.123", "0978307200"}, {"978307199", "2114380800", "0700000000", "1700000000."}},
	{"epoch_milliseconds", {"1700000000123"}, {"0700000000123", "170000000012"}},
	{"epoch_microseconds", {"1700000000123456"}, {"2200000000123456"}},
	{"epoch_nanoseconds", {"1700000000123456789"}, {"17000000001234567890"}},
	{"uuid", {"550e8400-e29b-41d4-a716-446655440000", "{550E8400-E29B-41D4-A716-446655440000}", "urn:uuid:550e8400-e29b-41d4-a716-446655440000"},
	{"550e8400-e29b-41d4-a716-44665544000", "550e8400-e29b-41d4-a716-44665544000g", "550e8400e29b-41d4-a716-4466-55440000", "{550e8400-e29b-41d4-a716-446655440000"}},
	{"ulid", {"01ARZ3NDEKTSV4RRFFQ69G5FAV"}, {"81ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3NDEKTSV4RRFFQ69G5FAU", "01arz3ndektsv4rrffq69g5fav", "01234567890123456789012345"}},
	{"object_id", {"507f1f77bcf86cd799439011"}, {"507F1F77BCF86CD799439011", "507f1f77bcf86cd79943901", "507f1f77bcf86cd79943901g"}},
	{"md5", {HEX_32, "5F4DCC3B5AA765D61D8327DEB882CF99"}, {"5f4dcc3b5aa765d61d8327deb882cf9", "5F4dcc3b5aa765d61d8327deb882cf99"}},
	{"sha_1", {"da39a3ee5e6b4b0d3255bfef95601890afd80709"}, {"da39a3ee5e6b4b0d3255bfef95601890afd8070g"}},
	{"sha_256", {HEX_32 HEX_32, HEX_32 "5f4dcc3b5aa765d61d8327de"}, {HEX_32 HEX_32 "a"}},
	{"sha_512", {HEX_32 HEX_32 HEX_32 HEX_32, HEX_32 HEX_32 HEX_32}, {HEX_32 HEX_32 HEX_32 "ab"}},
	{"ciphertext",
		{
			"U2FsdGVkX1+vupppZksvRf5pq5g5XjFRlipRkwB0K1Y=", "gAAAAABhZ0123456789abcdefghijklmnopqrstuvwxyzABCDEF==",
			"-----BEGIN PGP MESSAGE-----\n\nhQEMA0000000\n", "age-encryption.org/v1\n-> X25519 abc", "vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM13ok481zoCmHnSeDX9vyf7w==",
			"ENC[AES256_GCM,data:abc,iv:def]", "\\xc30d04070302a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3",
			"uiw7JmS5l2Wq8xKfD0pN4cZrVtYbGhE1sQoLmXjI3A6uR9TzPeFvHkBnCdMyWgSa", "lp/dv74yQxRAfvmz5pI1bDAoT2pAKatyz1kBpSBviE4="
		},
		{
			"", "aGVsbG8gd29ybGQgdGhpcyBpcyBhIHRleHQ=", "the quick brown fox jumps over the lazy dog", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
			"ThisIsOnlyALongNameInCamelCase", "/usr/local/share/postgresql/extension", "internationalisation", "abcdefghijklmnopqrstuvwxyzabcdef", "ENC(",
			"INSERT_INTO_SOME_TABLE_VALUES_01"
		}
	},
	{"timestamp",
		{
			"2024-01-15 10:30:09", "2024-01-15T10:30:09Z", "2024-01-15 10:30:09.123456+01", "2024-01-15T10:30:09.5-05:30", "2024/01/15 10:30",
			"20240115T103009Z", "20240115103009", "2024-01-15 10:30:09 UTC"
		},
		{"", "2024-01-15", "2024-13-15 10:30:09", "2024-01-15 24:30:09", "2024-01-15 10:30:", "2024-01-15 10:3", "2024-01-15x10:30", "20240115T1030091", "10:30:09", "2024-01-15 10:30:09 x", "20241315103009", "1924-01-15 10:30:09"}
	},
	{"version", {"1.2.3", "v1.2", "10.4.1-rc.1", "1.2b3", "2.0.0+build5", "1.2.3.4", "15.4~deb12u1"}, {"", "1.2", "1..2", "v", "1.2.3.4.5", "1.2.3-", "a.b.c", "1.2.3 4", "1.2/3", "123456.1.2", "v1", "555.123.4567", "0475.12.34.56", "192.0.2.17", "10.1.2.3"}},
	{"price", {"12.50", "1,234.56", "1.234,56", "$ 12", "\xE2\x82\xAC 12,50", "12.50 EUR", "-0.99", "USD 1,000,000", "12 kr"}, {"", "12", "12.5", "12.505", "012.50", "1,23.50", "$", "EUR", "12.50 FOO", "1,234", "12.50.50", "1.2.3"}}
};

static uint32_t
decoys_of(const char *value, size_t len)
{
	char	   *exact = malloc(len > 0 ? len : 1);
	uint32_t	decoys;

	memcpy(exact, value, len);
	decoys = bv_decoys_of(exact, len);
	free(exact);
	return decoys;
}

static uint64_t seed = 88172645463325252;

static unsigned
draw(unsigned below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned) (seed >> 33) % below;
}

static void
fill(const char *shape, char *value)
{
	for (; *shape != '\0'; shape++, value++)
	{
		switch (*shape)
		{
			case '#':
				*value = (char) ('0' + draw(10));
				break;
			case 'h':
				*value = "0123456789abcdef"[draw(16)];
				break;
			case 'H':
				*value = "0123456789ABCDEF"[draw(16)];
				break;
			case 'b':
				*value = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[draw(64)];
				break;
			default:
				*value = *shape;
		}
	}
}

static void
test_table(void)
{
	enum
	{
		TRIES = 100000
	};
	char		value[200];

	for (int i = 0; i < bv_decoy_count; i++)
	{
		const BvDecoy *decoy = &bv_decoys[i];
		size_t		len = strlen(decoy->shape);
		int			passed = 0;
		double		share;

		for (int try = 0; try < TRIES; try++)
		{
			fill(decoy->shape, value);
			passed += (bv_decoys_of(value, len) & decoy->bit) != 0;
		}
		share = (double) passed / TRIES;
		ok(decoy->bit == 1u << i && decoy->rule[0] != '\0' &&
		   share > decoy->chance * 0.95 - 0.0005 && share < decoy->chance * 1.05 + 0.0005,
		   "%s passes by chance as the table says: %.4f, %.4f", decoy->name, decoy->chance, share);
	}
}

static void
test_cases(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		const BvDecoy *decoy = bv_decoys;
		int			wrong = 0;

		while (decoy < bv_decoys + bv_decoy_count && strcmp(decoy->name, cases[i].name) != 0)
			decoy++;
		if (!ok(decoy < bv_decoys + bv_decoy_count, "%s is in the table", cases[i].name))
			continue;
		for (const char *const *value = cases[i].values; *value != NULL; value++)
		{
			size_t		len = strlen(*value);

			if ((decoys_of(*value, len) & decoy->bit) == 0)
				wrong += !ok(0, "%s takes \"%s\"", decoy->name, *value);
			/* parts and damaged ones are read no further than they go */
			for (size_t at = 0; at < len; at++)
			{
				char		damaged[300];

				memcpy(damaged, *value, len);
				decoys_of(*value, at);
				decoys_of(*value + at, len - at);
				for (int c = 0; c < 256; c += 3)
				{
					damaged[at] = (char) c;
					decoys_of(damaged, len);
				}
			}
		}
		for (const char *const *value = cases[i].others; *value != NULL; value++)
		{
			if ((decoys_of(*value, strlen(*value)) & decoy->bit) != 0)
				wrong += !ok(0, "%s refuses \"%s\"", decoy->name, *value);
		}
		ok(wrong == 0, "values of %s are told", decoy->name);
	}
	ok(sizeof(cases) / sizeof(cases[0]) == (size_t) bv_decoy_count, "all decoys are tested");
}

static void
test_identifiers(void)
{
	/* what people have is no decoy, check digits aside */
	static const char *const values[] = {
		"jane@example.com", "Jane Doe", "+31 6 12345678", "NL91ABNA0417164300", "XF-123-D", "Keizersgracht 1", "a", "",
		"1980-02-29", "00:1A:2B:3C:4D:5E", "2001:db8::1", "AKIAIOSFODNN7EXAMPLE", "$2b$12$", "male", "M-AB 123"
	};
	int			none = 0;

	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		none += decoys_of(values[i], strlen(values[i])) == 0 ||
			!ok(0, "\"%s\" is no decoy", values[i]);
	ok(none == (int) (sizeof(values) / sizeof(values[0])), "other values are no decoys");
	ok(bv_decoys_of(" 1.2.3\n", 7) == bv_decoys_of("1.2.3", 5), "white space makes no difference");
}

int
main(void)
{
	test_table();
	test_cases();
	test_identifiers();
	return done_testing();
}
