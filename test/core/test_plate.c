/*
 * test_plate.c: vehicles and their plates
 */
#include <stdlib.h>
#include <string.h>

#include "case.h"
#include "kennzeichen_table.h"
#include "validate.h"

static const Case cases[] = {
	{
		"nl_kenteken",
		{
			"DB-12-34", "DB1234", "12-34-DB", "12-DB-34", "DB-12-XF", "DB-XF-12", "12-DB-XF", "12-XFD-3", "1-XFD-23",
			"XF-123-D", "X-123-FD", "XFD-12-X", "X-12-FDX", "1-XF-234", "123-XF-4", "xf-123-d", "XF 123 D",
			"OG-12-XX", "XFD12X", "GVS-12-X"
		},
		{
			"", "DB-1234", "D-B12-34", "123456", "ABCDEF", "XF-123", "XF 123-D", "XF--123D", "XA-123-D", "CX-123-D",
			"SS-12-34", "12-SD-34", "GVD-12-X", "NSB-12-X", "12-KKK-1", "PVV-12-X", "12-IB-34", "QB-12-34", "XF_123_D",
			"XF-123-DD", "DO-12-34", "1-VVD-234"
		}
	},
	{
		"vin",
		{"1M8GDM9AXKP042788", "1m8gdm9axkp042788", "WBA71DC010CH14720", "KF1SF08WJ8B257338", "LSJA24U93NG123450"},
		{
			"", "1M8GDM9A0KP042788", "1M8GDM9AXKP04278", "1M8GDM9AXKP0427889", "1M8GDM9AXKP04278O", "IM8GDM9AXKP042788",
			"WBA71DC010CH1472A", "11111111111111111", "98765432109876543", "0BA71DC010CH14720", "1M8-GDM9AXKP04278",
			"WBA71DC010CH 4720"
		}
	},
	{
		"de_kennzeichen",
		{
			"M-AB 123", "M AB 123", "M-AB-123", "HH-A 1", "FSAB1234", "FS AB 1234 E", "KA-EF 12H", "LRO AB 123", "b-cd 1234",
			"W\xC3\x9C-AB 12", "w\xC3\xBC-ab 12", "A\xC3\x96-X 1", "W\xDC-AB 12", "MA-X99", "MAX99"
		},
		{
			"", "M", "M-AB", "M-123", "M-AB 0123", "M-AB 12345", "M-ABC 123", "QQ-AB 12", "XYZ-AB 12", "LRO-AB-1234", "PAF AB 1234",
			"M--AB 12", "-AB 12", "M-AB 123 X", "MAB", "1M-AB 12", "M-AB 12-", "M-\xC3\x9C" "B 12", "M.AB.12", "M AB 12 HH", "\xC3\x9C\xC3"
		}
	},
	{
		"gb_plate",
		{"AB12 CDE", "AB12CDE", "ab51 cde", "A123 BCD", "A1 BCD", "ABC 123D", "ABC 1D", "Q123 BCD", "ABC 123", "1234 AB", "AIZ 1234"},
		{
			"", "AB35 CDE", "AB49 CDE", "AB01 CDE", "AB00 CDE", "AQ12 CDE", "ZB12 CDE", "AB12 CIE", "AB12-CDE", "AB 12 CDE", "A B12CDE",
			"AB1 2CDE", "I123 BCD", "A0123 BCD", "ABC 012D", "ABC 123I", "ABCD 123", "ABC 12345", "ABC 1234", "AB12 CDEF", "A1", "ABCDE", "12345",
			"B750 472", "A1 234", "123 456", "ABC AB1"
		}
	},
	{
		"se_regnr",
		{"ABC 123", "ABC123", "abc 12d", "ABC-123", "OOO 001"},
		{"", "ABC 12", "IBC 123", "ABQ 123", "VBC 123", "ABC 12O", "ABC 12I", "ABC 000", "AB 1234", "A BC123", "ABC 1234", "AB1 23D", "ABC1 23", "ABCDEF"}
	},
	{
		"fr_plaque",
		{"AB-123-CD", "AB 123 CD", "AB123CD", "1234 AB 75", "123-ABC-2A", "12 AB 974", "1234AB75"},
		{
			"", "AB-000-CD", "SS-123-CD", "AB-123-SS", "AI-123-CD", "AB-123-CU", "AB-123CD", "AB-12-CD", "0123 AB 75", "1234 AB 96",
			"1234 AB 20", "1234 AB 00", "1234 AB 2C", "12345 AB 75", "1234 A 75", "AB-123-CD-1", "1234 ABCD 75", "12 AB 970"
		}
	},
	{
		"es_matricula",
		{"1234 BCD", "1234BCD", "1234-bcd", "0000 ZZZ", "M-1234-AB", "GI 1234 Z"},
		{"", "1234 BAD", "1234 BCQ", "123 BCD", "12345 BCD", "1234 BC", "1234 BCDF", "X-1234-AB", "M-123-AB", "M-1234-ABC", "12 34BCD", "M1234-AB"}
	},
	{
		"it_targa",
		{"AB123CD", "AB 123 CD", "ab-123-cd", "ZZ999ZZ"},
		{"", "AI123CD", "AB123CO", "QB123CD", "AB123CU", "AB12CD", "AB1234CD", "A1B23CD", "AB 123CD", "AB123 CD", "AB123CDE"}
	},
	{
		"license_plate",
		{"AB-123-CD", "12\xC2\xB7" "AB\xC2\xB7" "34", "SGX-1234-A", "C-X 2458", "DIC-TAT0R", "34 abc 1234", "A-100", "M-AB 123", "12\xB7" "AB\xB7" "34"},
		{
			"", "ABC", "123", "ABCDEF", "123456", "AB--12", "-AB12", "AB12-", "AB_12", "1234567 A", "ABCDEF 1", "A1B2C3D4", "ABC 123 DEF 456",
			"2024-01-15", "AB/12", "A1-B2-C3-D4-E5", "iPhone 15 Pro Max", "\xC2\xB7" "AB12"
		}
	}
};

int
main(void)
{
	int			validated = 0;
	int			sorted = 1;

	for (int i = 0; i < bv_class_count; i++)
		validated += bv_classes[i].is_valid != NULL && !is_national(&bv_classes[i]) &&
			strcmp(bv_classes[i].category, "vehicle") == 0;
	ok(test_all_cases(cases, sizeof(cases) / sizeof(cases[0])) == validated,
	   "all of vehicles that can be told are tested");
	for (int i = 1; i < bv_kennzeichen_district_count; i++)
		sorted += memcmp(bv_kennzeichen_districts[i - 1], bv_kennzeichen_districts[i], 4) < 0;
	ok(sorted == bv_kennzeichen_district_count, "districts are sorted, without duplicates");
	return done_testing();
}
