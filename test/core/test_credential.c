/*
 * test_credential.c: passwords, tokens and keys are told, and what looks like them
 *
 * Nothing here opens anything: what is not a published example is made of random
 * bytes, with a check sum where the format has one.
 */
#include <stdlib.h>
#include <string.h>

#include "case.h"
#include "seed_word_table.h"
#include "validate.h"

#define HEX_32	"5f4dcc3b5aa765d61d8327deb882cf99"
#define HEX_40	"5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8"

static const Case cases[] = {
	{
		"password_hash",
		{
			"$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW",
			"$2y$10$.vGA1O9wmRjrwAVXD98HNOgsNpDczlqm3Jq7KnEd1rVAGv3Fykk1a",
			" $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW\n",
			"$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQxMjM0NTY$RdescudvJCsgt3ub+b/dWRWJTmaaJObG",
			"$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
			"$1$28772684$iEwNOgGugqO9.bIz5sk8k/", "$1$$qRPK7m23GJusamGpoGLby/",
			"$apr1$TqI9WECO$LHZB2DqRlk9nObiB6vJG9.",
			"$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc8",
			"$5$rounds=10000$saltstringsaltst$3xv.VbSCBX41eDL9L3voZREj3x5crxJRlYgNjkO6pO.",
			"$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1",
			"$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC.5i5rd.RhAtQ7",
			"$7$CU..../....2Q9obwLhin8qvQl6sisAO/$sc/lEWkZcJB8UXOIlJhmkzGgNaZGzJLJOGLN3dZGZ2D",
			"$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0", "$H$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
			"$S$DkIkdKLIvRK0iVHm99X7B/M8QC17E1Tp/kMOd1Ie8V/PgWjtAZld",
			"$pbkdf2-sha256$29000$9x7jHEOo1RrDmBMCoLQ2xg$A6zbFVmVVEqCn4vGsrdRWQ2LUkoY9Z5lZ4mQ5P6Y9Xk",
			"$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
			"pbkdf2_sha256$600000$aBcDeFgHiJkLmNoPqRsTuV$uilwNHTwZKxo9wD1sCs9xmb0W96qLMrtzStRV0EOTe4=",
			"bcrypt_sha256$$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW",
			"argon2$argon2id$v=19$m=102400,t=2,p=8$c29tZXNhbHQxMjM0NTY$RdescudvJCsgt3ub+b/dWRWJTmaaJObG",
			"sha1$aBcDe$" HEX_40, "md5$aBcDe$" HEX_32,
			"pbkdf2:sha256:600000$q1w2e3r4$" HEX_32 HEX_32,
			"scrypt:32768:8:1$aBcDeFgH12345678$" HEX_32 HEX_32 HEX_32 HEX_32,
			"{SSHA}VeXNjkbcjtS3wnZNKlpNdncG+F2GkAJK", "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
			"{ssha}VeXNjkbcjtS3wnZNKlpNdncG+F2GkAJK", "{CRYPT}$1$28772684$iEwNOgGugqO9.bIz5sk8k/",
			"{bcrypt}$2a$10$.vGA1O9wmRjrwAVXD98HNOgsNpDczlqm3Jq7KnEd1rVAGv3Fykk1a",
			"*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19", "md5" HEX_32,
			"SCRAM-SHA-256$4096:1r2jQBvpyMvMyTX2zR9hIg==$auFTOK4aNABNM7oNJGrATIGxuvI+O/nu9fefK0k0r4c=:"
			"9VILablLDZguhbtVtnKocmN6zXRm/LYODo/xhGOw5LI=",
			"AQAAAAEAACcQAAAAEKVNyhglMLsdbRMs3tYjey7ZHj9yH8sZcRdElNZJPJ1cNGC+MSAeaf7aoO7ouZl/XA==",
			"AHwpmf2v5ZMlPNZUr0361xQnoK6z/ukjL4ryIR+e5JHFsQvstVY7/B5vk0J+y8j+KQ=="
		},
		{
			"", "$", "$2b$", "$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31l",
			"$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lWW",
			"$2b$32$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW",
			"$2b$03$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW",
			"$2c$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW",
			"$2b$12$EixZaYVK1fsbw1ZfbX3OX+PaWxn96p36WQoeG6Lruj3vjPGga31lW",
			"$2b$12$EixZaYVK1fsbw1ZfbX3OX PaWxn96p36WQoeG6Lruj3vjPGga31lW",
			"$argon2x$v=19$m=65536,t=3,p=4$c29tZXNhbHQxMjM0NTY$RdescudvJCsgt3ub+b/dWRWJTmaaJObG",
			"$argon2id$v=19$m=65536,t=3$c29tZXNhbHQxMjM0NTY$RdescudvJCsgt3ub+b/dWRWJTmaaJObG",
			"$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQxMjM0NTY", "$1$28772684$iEwNOgGugqO9.bIz5sk8k",
			"$1$287726841$iEwNOgGugqO9.bIz5sk8k/", "$9$28772684$iEwNOgGugqO9.bIz5sk8k/",
			"$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc", "$P$4IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
			"pbkdf2_sha256$x$aBcDeFgHiJkLmNoPqRsTuV$uilwNHTwZKxo9wD1sCs9xmb0W96qLMrtzStRV0EOTe4=",
			"{SSHA}VeXNjkbcjtS3wnZNKlpNdncG", "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9=", "{FOO}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
			"*2470c0c06dee42fd1618bb99005adca2ec9d1e19", "*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E1",
			"md55F4DCC3B5AA765D61D8327DEB882CF99", "md5" HEX_40, HEX_32, HEX_40, HEX_32 HEX_32,
			"SCRAM-SHA-256$4096:1r2jQBvpyMvMyTX2zR9hIg==$auFTOK4aNABNM7oNJGrATIGxuvI+O/nu9fefK0k0r4c=",
			"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
			"ABwpmf2v5ZMlPNZUr0361xQnoK6z/ukjL4ryIR+e5JHFsQvstVY7/B5vk0J+y8j+KQ", "$100 and more of it",
			"password123456789", "pbkdf2:sha256:600000$q1w2e3r4$zz", "{\"json\": \"a value in it\"}",
			"******************", "$ref/definitions/Something", "sha1 of something in words"
		}
	},
	{
		"jwt",
		{
			"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0."
			"dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
			"Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0."
			"dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
			"eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
			"eyAidHlwIiA6ICJKV1QiLCAiandrIiA6IHsia3R5IjoiRUMiLCJ4IjpbImEiLDFdfSwgImFsZyIgOiAiRVMyNTYiIH0."
			"eyJzdWIiOiIxIn0.oSV72yVsmz5Pu0mBRu9wMMv5U3JS3M6t12S2oy-7Ca3q4QnEqZcgOXU1K4eLFFyKQtiEz0z9py2OHV3ZJYkILQ",
			"eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..hSpxIoc-6AWt1YlC.Fno4UoYZXGefnGmU5FuKsQmAEgc."
			"CWHzfeQ23f3JnW51r2VHzw"
		},
		{
			"", "eyJ", "a.b.c", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
			"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0",
			"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.",
			"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9..dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
			"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozj",
			"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0."
			"dozjgNryP4J3jVmNHl0w5N+XgL0n3I9PlFUP0THsR8U",
			"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0."
			"dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U.x",
			"eyJ0eXAiOiJKV1QifQ.eyJzdWIiOiIxIn0.sRtCBySC3FMcK8OQfJYX615QieQBhrqopX0Rnm-2XQA",
			"eyJhbGciOjF9.eyJzdWIiOiIxIn0.q8Mq845mfwIuhy1JzBXJC5mbdytPx6b9TJFKFttHCHU",
			"eyJhbGciOiJIUzI1NiJ9IHg.eyJzdWIiOiIxIn0.Kw8VRLg1wOcZCX36hwHpIy8h8oEmh3hpduv8wyf1kxc",
			"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ.eyJzdWIiOiIxMjM0NTY3ODkwIn0."
			"dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
			"eyelashes.are.long.and.dark", "com.example.some.package.Name"
		}
	},
	{
		"private_key",
		{
			"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n"
			"-----END PRIVATE KEY-----",
			"-----BEGIN PRIVATE KEY-----\\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\\n"
			"-----END PRIVATE KEY-----",
			"-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,0A1B\n\n"
			"MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END RSA PRIVATE KEY-----\n",
			"-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: 1\n\n"
			"lFgEZx0AAAAWCSsGAQQB2kcPAQEHQAAA1TuctvE1hK1bbY8fdpK06nwoyHUCXqI\n=AbCd\n"
			"-----END PGP PRIVATE KEY BLOCK-----",
			"5Ju6tpKPgbTieJqWRR5fymQGXvcRypDcD2gQC2PAdh67TfsAtmb", "KzfCK21i61HYtrzMnAUKGmTHQrAD6msZrwZnFycAqaEGJZP73nbz",
			"legal winner thank year wave sausage worth useful legal winner thank yellow",
			"abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
			"void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol group space "
			"point ten exist slush involve unfold",
			"AGE-SECRET-KEY-1QL3Z7HJY54PW3HYWW5AYYFG7ZQGVC7W3J2ELW8ZMRJ2KG5SFN9AQJPL6SU"
		},
		{
			"", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----",
			"-----BEGIN PUBLIC KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END PUBLIC KEY-----",
			"-----BEGIN CERTIFICATE-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END CERTIFICATE-----",
			"-----BEGIN RSA PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n-----END EC PRIVATE KEY-----",
			"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC\n",
			"-----BEGIN PRIVATE KEY-----\n**********************************************\n-----END PRIVATE KEY-----",
			"5Ju6tpKPgbTieJqWRR5fymQGXvcRypDcD2gQC2PAdh67TfsAtmc", "KzfCK21i61HYtrzMnAUKGmTHQrAD6msZrwZnFycAqaEGJZP73nbA",
			"legal winner thank year wave sausage worth useful legal winner thank year",
			"legal winner thank year wave sausage worth useful legal winner yellow", "the quick brown fox jumps over the lazy dog and then it sleeps",
			"Legal winner thank year wave sausage worth useful legal winner thank yellow",
			"legal  winner thank year wave sausage worth useful legal winner thank yellow",
			"-------------------------------------------------------------------------",
			"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFzq5hB0Gq0v6gX3bD7cY2v1kQ3n8L2o4mN5pQ7rS9tU"
		}
	},
	{
		"api_secret",
		{
			"AKIAIOSFODNN7EXAMPLE", " ASIAIOSFODNN7EXAMPLE ", "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",
			"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", "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",
			"glpat-AbCdEfGhIjKlMnOpQrSt", "sk_test_4eC39HqLyjWDarjtT1zdp7dc", "rk_live_4eC39HqLyjWDarjtT1zdp7dc",
			"xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx", "SK" HEX_32, "key-" HEX_32,
			"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",
			"pypi-AgEIcHlwaS5vcmcyccnuNuMGI80GpJMf4jfoWG_2w7MaCkZ0uZGkvgZQVfx1K-QmIKFz3qa98k9VVImav5w56rm2kdifC5Z",
			"sk-abcDEF0123456789wxyzT3BlbkFJABCDefgh0123456789zz", "AIzaSyA1234567890abcdefghijklmnopqrstuv",
			"shpat_" HEX_32, "dop_v1_" HEX_32 HEX_32, HEX_32 "-us12", "123456789:AAZSdLqYKbRAb2H_iJMm_6lJLt7u48Zp8rx",
			"https://hooks.slack.com/services/T00000000/B00000001/abcdefghijABCDEFGHIJ1234",
			"abc8Q~defGHIjklmnopqrstuvwxyz0123456.-ab",
			"DefaultEndpointsProtocol=https;AccountName=shop;AccountKey="
			"Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
			"EndpointSuffix=core.windows.net"
		},
		{
			"", "AKIA", "AKIAIOSFODNN7EXAMPL", "AKIAIOSFODNN7EXAMPLEE", "akiaiosfodnn7example", "AKIAIOSFODNN7EXAMPL1",
			"AKIAAAAAAAAAAAAAAAAA", "ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18", "ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkK0mLq17",
			"npm_H5yxqtyZrJ0wIajuJsmWCQRcIRSAEJ1c43E9", "npm_install_the_package_and_run_the_tests", "glpat-AbCdEfGhIjKlMnOpQrS",
			"pk_test_4eC39HqLyjWDarjtT1zdp7dc", "sk_live_", "sk-learn-is-a-library-for-machine-learning-in-python-x",
			"xoxb-not-a-token-because-no-number", "SK" HEX_40, HEX_32, HEX_40, "SG.short.token", HEX_32 "-eu12",
			"https://hooks.slack.com/", "AIzaSyA1234567890abcdefghijklmnopqrstu", "secret_santa_list_for_the_christmas_party_20",
			"123456789:BBZSdLqYKbRAb2H_iJMm_6lJLt7u48Zp8rx", "the quick brown fox jumps over", "550e8400-e29b-41d4-a716-446655440000",
			"Endpoint=https://example.com/a/path/that/is/long/enough/to/be/seen"
		}
	},
	{
		"otp_secret",
		{
			"otpauth://totp/ACME:john@example.com?secret=JBSWY3DPEHPK3PXP&issuer=ACME",
			"otpauth://hotp/x?counter=1&secret=jbswy3dpehpk3pxp", "JBSWY3DPEHPK3PXP", "JBSW Y3DP EHPK 3PXP",
			"jbsw y3dp ehpk 3pxp", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "GEZDGNBVGY3TQOJQGEZDGNBVGY======"
		},
		{
			"", "otpauth://totp/x", "otpauth://totp/x?secret=", "otpauth://totp/x?secret=ABC1", "otpauth://mail/x?secret=JBSWY3DPEHPK3PXP",
			"JBSWY3DPEHPK3PX", "JBSWY3DPEHPK3PX1", "JBSWY3DPehpk3pxp", "ABCDEFGHIJKLMNOP", "2345672345672345", "AAAAAAAAAAAAAAA2",
			"JBSWY3DP EHPK3PXP", "JBSW-Y3DP-EHPK-3PXP", "INTERNATIONALISM", "4111111111111111"
		}
	}
};

static void
test_long(void)
{
	size_t		len = 100000;
	char	   *text = malloc(len);
	int			passed = 0;

	/* none reads on, nor takes long, however much there is */
	for (const char *beginning = "eAs-{$*Pm"; *beginning != '\0'; beginning++)
	{
		memset(text, *beginning, len);
		passed += bv_is_jwt(text, len) + bv_is_api_secret(text, len) + bv_is_private_key(text, len) +
			bv_is_password_hash(text, len) + bv_is_otp_secret(text, len);
	}
	memset(text, 'A', len);
	memcpy(text, "-----BEGIN PRIVATE KEY-----", 27);
	passed += bv_is_private_key(text, len);
	memcpy(text + len - 25, "-----END PRIVATE KEY-----", 25);
	ok(passed == 0 && bv_is_private_key(text, len), "long texts are keys only when they end as keys do");
	text[len / 2] = '\0';
	ok(!bv_is_private_key(text, len), "and hold what keys do");
	free(text);
}

int
main(void)
{
	int			validated = 0;
	int			sorted = 1;

	for (int i = 0; i < bv_class_count; i++)
		validated += bv_classes[i].is_valid != NULL && !is_national(&bv_classes[i]) &&
			strcmp(bv_classes[i].category, "credentials") == 0;
	ok(test_all_cases(cases, sizeof(cases) / sizeof(cases[0])) == validated,
	   "all credentials that can be told are tested");
	for (int i = 1; i < BV_SEED_WORDS; i++)
		sorted += strcmp(bv_seed_words[i - 1], bv_seed_words[i]) < 0;
	ok(sorted == BV_SEED_WORDS, "words of recovery phrases are sorted");
	test_long();
	return done_testing();
}
