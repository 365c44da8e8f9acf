/*
 * test_validate.c: values that are, and are not, of the classes that can be told
 *
 * Those of states are in test_national.c, those of things, companies and credentials
 * in test_device.c, test_plate.c, test_company.c, test_person.c and test_credential.c.
 * Numbers are published examples or made up here.
 */
#include <stdlib.h>
#include <string.h>

#include "case.h"
#include "check_digit.h"
#include "validate.h"

static const Case cases[] = {
	{
		"email",
		{
			"a@b.nl", " a@b.nl\t\r\n", "first.last+tag@sub.example.com", "o'neil@example.co.uk",
			"x@xn--80ak6aa92e.com", "x@example.xn--p1ai", "\"quoted part\"@example.com",
			"\"a@b\"@example.com", "\"a\\\"b\"@example.com", "j\xC3\xBCrgen@example.de",
			"_______@example.com", "1@2.info", "a@b-c.museum", "!#$%&'*+/=?^_`{|}~-@example.org",
			"info@m\xC3\xBCnchen.de", "\xE7\x94\xA8\xE6\x88\xB7@\xE4\xBE\x8B\xE5\xAD\x90.\xE5\xB9\xBF\xE5\x91\x8A",
			"name/surname@example.com"
		},
		{
			"", "@", "a", "a@", "@b.nl", "a@b", "a@@b.nl", "a b@c.nl", "a@b c.nl", ".a@b.nl", "a.@b.nl",
			"a..b@c.nl", "a@.b.nl", "a@b..nl", "a@b.nl.", "a@-b.nl", "a@b-.nl", "a@b.c", "a@b.c1",
			"a@b.123", "a@[127.0.0.1]", "a@b_c.nl", "\"a@b.nl", "\"\"@b.nl", "\"a\"b@c.nl", "\"a\\\"@b.nl",
			"//user@host.com", "https://user:secret@host.com", "mailto:a@b.nl", "Jan <a@b.nl>",
			"a@b.nl,c@d.nl", "a@b.nl; c@d.nl", "a@b.\xC3", "a(comment)@b.nl", "a\x01@b.nl",
			"1234567890123456789012345678901234567890123456789012345678901234+@example.com",
			"a@1234567890123456789012345678901234567890123456789012345678901234.com"
		}
	},
	{
		"phone",
		{
			"+31612345678", "+31 6 12345678", "+31 6 1234 5678", "+31 (0)6 12345678", "+31(0)612345678",
			"0031612345678", "00 31 6 12345678", "06-12345678", "06 12 34 56 78", "06-12 34 56 78",
			"(020) 123 4567", "020-1234567", "+1 (212) 555-0123", "+1 212-555-0123", "(212) 555-0123",
			"212-555-0123", "212.555.0123", "1-212-555-0123", "12125550123", "5321234567", "612345678",
			"+33 1 42 68 53 00", "01.42.68.53.00", "+49 30 901820", "030/901820", "+46 8 123 456 78",
			"555-0123", "31612345678", "8 912 345-67-89", "+1 212-555-0123 x45", "020-1234567 ext. 12",
			" 06-12345678 ", "+6903101", "0232 123 45 67"
		},
		{
			"", "+", "0", "00", "123456", "+0612345678", "+999123456789", "+1 112 555 0123", "+1 212 155 0123",
			"+31", "+316", "++31612345678", "+31 6  12345678", "06--12345678", "06-12345678-", "-0612345678",
			"(0612345678", "06)12345678", "(06)(12)345678", "((06)) 12345678", "06 12345678 (2)", "0000000000",
			"1111111111", "1234567890", "0123456789", "9876543210", "00000", "+31 666666666",
			"2024-01-15", "15-01-2024", "15/01/2024", "15.01.2024", "123-45-6789", "192.168.1.10",
			"192.168.100.200", "10.20.30.40", "1234567.89", "52.3702157", "1.234.567", "12 345 678",
			"4111 1111 1111 1111", "4111111111111111", "06 12345678 en nog een", "call me", "06x12345678",
			"+31 6 12345678 x", "1700000000000", "12:34:56", "061234567890123", "0-612345678 1"
		}
	},
	{
		"postcode",
		{
			"1234 AB", "1234AB", "12345", "12345-6789", "SW1A 1AA", "K1A 0B1", "75008", "00-950", "1000-001", "01310-100",
			"114 55", " 1234 ab "
		},
		{"", "12", "ABCDE", "0123 AB", "1234 SA", "1234--AB", "1234 A", "AA99 9AAA", "123456789", "K1A_0B1", "12 34 56"}
	},
	{
		"payment_card",
		{
			"4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "5555555555554444",
			"2223003122003222", "378282246310005", "3782 822463 10005", "6011111111111117",
			"30569309025904", "3056 930902 5904", "3530111333300000", "4222222222222", "6759649826438453",
			"122000000000003", "5019717010103742", "5066991111111118", "8600030123456786", "5061000000000001237", "6200000000000005", "8171999900000000021"
		},
		{
			"", "4111111111111112", "0000000000000000", "4111 1111-1111 1111", "4111  1111 1111 1111",
			"411 1111 1111 11111", "41111111 11111111", "4111.1111.1111.1111", "2220990000000007", "2721000000000004",
			"9111111111111111", "411111111111", "41111111111111111111", "4111111111111111x", "7000000000000005",
			"378282246310006", "4444444444444444", "-4111111111111111", "3712 1234 5678 906"
		}
	},
	{
		"iban",
		{
			"NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "NL91-ABNA-0417-1643-00",
			"DE89370400440532013000", "GB29NWBK60161331926819", "BE68539007547034", "NO9386011117947",
			"FR1420041010050500013M02606", "MT84MALT011000012345MTLCAST001S", "ME 2551 0000 0000 0623 4133",
			"CH56 0483 5012 3456 7800 9", "NO93 8601 11 17947", "NO 93 8601 1117 947", "DE89 37040044 0532013000", "IT60 X 05428 11101 000000123456",
			"ES91 2100 0418 45 0200051332", "FR14 20041 01005 0500013M026 06", "BE 68 539 0075470 34", "PT50-0002-0123-12345678901-54", "IL170108000000012612345", "MZ97123412341234123412341"
		},
		{
			"", "NL", "NL91", "NL92ABNA0417164300", "NL91ABNA041716430", "NL91ABNA04171643000",
			"NL91ABNA041716430O", "NL91 ABNA 04171 643 00", "NO93 86 0111 17947", "DE89 3704004 40532013000", "NL91 ABNA 0417 164300", "NL91 ABNA-0417 1643 00", "NL91  ABNA 0417 1643 00",
			"NL91 ABNA 0417 1643 00 ,", "NL910BNA0417164300", "XX91ABNA0417164300", "91NLABNA0417164300",
			"NLA1ABNA0417164300", "DE8937040044053201300A", "PS072435171802145240705922007",
			"NL91ABNA0417164300NL91ABNA0417164300", "NL91\xC3\x84" "BN0417164300",
		}
	},
	{
		"bank_account",
		{
			"123456", "12345678", "41.71.64.300", "0417164300", "539-0075470-34", "8601.11.17947", "2100 0418 45 0200051332",
			"21000418450200051332", "2850590940090418135201", "19-2000145399/0800", "2000145399/0800", "01-0362-0034224-00",
			"61109010140000071219812874", "20-00-00 55779911", "12345678901234567"
		},
		{
			"", "12345", "111111", "41.71.64.301", "539-0075470-35", "8601.11.17948", "21000418460200051332",
			"21000418450200051333", "2850590940090418135202", "2810590940090418135201", "19-2000145398/0800",
			"18-2000145399/0800", "2000145399/080", "2000145399-0800", "01-0362-0034225-00", "39-0362-0034224-00",
			"61109010140000071219812875", "1234-56-78", "1234567890123456789012345678", "12345678x", "/0800", "1/0800", "00/0100", "19-0000000000/0800"
		}
	},
	{
		"us_aba",
		{"021000021", "011401533", "1210-0035-8", "322271627", " 021000021 "},
		{"", "021000022", "131000026", "500000000", "000000000", "02100002", "0210000210", "021-000-021", "02100002l"}
	},
	{
		"bic",
		{"DEUTDEFF", "DEUTDEFF500", "ABNANL2A", "COBADEFFXXX", "BARCGB22", "DEUT DE FF 500", " DEUTDEFF "},
		{
			"", "DEUTDEF", "DEUTDEFF5", "DEUTDEFF50", "DEUTQQFF", "DEUT1EFF", "D3UTDEFF", "deutdeff", "DEUTDEFF5000",
			"DEUT-DE-FF", "DEUTDEF_"
		}
	},
	{
		"card_expiry",
		{"12/27", "01/2030", "1227", "12-27", "122027", "12 27", " 12/27 "},
		{"", "13/27", "00/27", "12/99", "12/09", "12/2009", "27/2027", "2027/13", "12/027", "12:27", "1/27", "12/27/1", "12//27"}
	}
};

static void
test_noise(void)
{
	static const char alphabet[] = "0123456789+-./: ()@%#ANLabXx\"\\\xC3";
	unsigned	seed = 1;
	int			alike = 0;

	for (int i = 0; i < 200000; i++)
	{
		char		value[64];
		size_t		len = i % 41;
		BvClassSet	set;
		BvClassSet	padded;
		char		with_space[70];

		for (size_t j = 0; j < len; j++)
		{
			seed = seed * 1103515245 + 12345;
			value[j] = i % 3 == 0 ? (char) (seed >> 16) :
				alphabet[(seed >> 16) % (i % 3 == 1 ? 10 : sizeof(alphabet) - 1)];
		}
		if (len > 0)
		{
			char	   *exact = malloc(len);

			memcpy(exact, value, len);
			set = bv_classes_of(exact, len);
			free(exact);
		}
		else
			set = bv_classes_of(value, 0);
		with_space[0] = ' ';
		memcpy(with_space + 1, value, len);
		with_space[len + 1] = '\n';
		padded = bv_classes_of(with_space, len + 2);
		alike += bv_class_set_equal(&set, &padded);
	}
	ok(alike == 200000, "noise does no harm, and white space around it no difference");
}

static void
test_check_digits(void)
{
	BvDigits	digits;
	static const int weights[] = {3, 2, -1};

	ok(bv_luhn("79927398713", 11) && !bv_luhn("79927398710", 11), "Luhn");
	ok(bv_weighted_sum("123", weights, 3) == 4, "weights may be negative");
	ok(bv_mod_97("3214282912345698765432161182", 28, 0) == 1, "modulo 97");
	ok(bv_mod_97("123", 3, bv_mod_97("456", 3, 0)) == bv_mod_97("456123", 6, 0), "in parts");
	ok(bv_mod_97("1-2", 3, 0) == -1, "of letters and digits only");
	ok(bv_read_digits("12-345", 6, "-", &digits) && digits.count == 5 && digits.groups == 2 &&
	   bv_has_groups(&digits, "23") && !bv_has_groups(&digits, "2") &&
	   !bv_has_groups(&digits, "231"), "groups");
	ok(!bv_read_digits("1-2-3-4-5-6-7-8-9", 17, "-", &digits), "not too many groups");
	ok(!bv_read_digits("123456789012345678901234567890123", 33, "", &digits), "nor digits");
	ok(!bv_read_digits("", 0, "", &digits) && !bv_read_digits("1\0002", 3, "-", &digits),
	   "nothing is no number, nor is a zero byte a separator");
	ok(bv_is_date(2000, 2, 29) && !bv_is_date(1900, 2, 29) && !bv_is_date(2001, 2, 29) &&
	   !bv_is_date(2001, 13, 1) && !bv_is_date(2001, 1, 0) && bv_is_date(2001, 12, 31), "dates");
}

/* Those of things and companies have test files of their own. */
static bool
is_here(const BvClass *class)
{
	return strcmp(class->category, "contact") == 0 ||
		(strcmp(class->category, "financial") == 0 && strcmp(class->name, "crypto_wallet") != 0);
}

int
main(void)
{
	int			validated = 0;

	test_check_digits();
	for (int i = 0; i < bv_class_count; i++)
		validated += bv_classes[i].is_valid != NULL && is_here(&bv_classes[i]);
	ok(test_all_cases(cases, sizeof(cases) / sizeof(cases[0])) == validated,
	   "all that can be told are tested");
	test_noise();
	return done_testing();
}
