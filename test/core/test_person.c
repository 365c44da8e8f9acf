/* test_person.c: what and where a person is */
#include <stdlib.h>
#include <string.h>

#include "case.h"
#include "validate.h"

static const Case cases[] = {
	{
		"geo_point",
		{
			"52.370216, 4.895168", "52.370216,4.895168", "(-17.738223, 85.605469)", "[52.37,4.89]", "-90,+180", "+12.3456789, -12.3456789",
			"(-71, -146)", "52.370216 4.895168", "52.370216;4.895168", "geo:52.370216,4.895168", "POINT(4.895168 52.370216)",
			"SRID=4326;POINT(4.895168 52.370216)", "point (4 52)", "0101000020E6100000AB3E575BB1BF134091ED7C3F352F4A40",
			"52\xC2\xB0" "22'12.8\"N 4\xC2\xB0" "53'42.6\"E", "52.3702\xC2\xB0 N, 4.8952\xC2\xB0 E", "N 52.3702, E 4.8952",
			"52\xC2\xB0 22\xE2\x80\xB2 12\xE2\x80\xB3 N, 4\xC2\xB0 53\xE2\x80\xB2 42\xE2\x80\xB3 W"
		},
		{
			"", ",", "90,180", "12,50", "1,234", "52.370216", "52.370216,", ",4.895168", "(-110, -223)", "+90.000000, -180.00001", "090.0000, 0180.0000",
			"(52.370216, 4.895168", "52.370216, 4.895168)", "52.370216, 4.895168, 3", "91.000, 4.000", "52.370216,,4.895168", "52..3,4.8", "POINT(4.895168)",
			"POINT(200 52)", "POINT(4.895168 52.370216", "SRID=28992;POINT(4 52)", "1.2.3,4.5", "52\xC2\xB0" "62'12\"N 4\xC2\xB0" "53'42\"E",
			"N 52.3702, N 4.8952", "E 52.3702, N 4.8952", "52.3702 N, 4.8952", "geo:", "a,b", "0101000020E6100000AB3E575BB1BF1340",
			"(1,2)x", "12.50,13", "1,234.56", "12.50 13.25"
		}
	},
	{
		"latitude",
		{"52.370216", "-33.8688", "+12.345", "0.001", "90.000", "52\xC2\xB0" "22'12\"N", "N 52.5"},
		{"", "52", "52.37", "90.001", "-91.123", "052.370", "52,370", "1234.567", "52.370.216", "4.8952\xC2\xB0 E", "-52.370 S", "52.", ".370", "abc.def"}
	},
	{
		"longitude",
		{"4.895168", "-179.999", "180.000", "151.2093", "4\xC2\xB0" "53'42\"W", "E 4.5"},
		{"", "4", "4.89", "180.001", "-181.123", "0180.000", "4,895", "52\xC2\xB0" "22'12\"N", "4.895x", "--4.895"}
	},
	{
		"birth_date",
		{
			"1980-02-29", "1980/02/29", "1980.02.29", "19800229", "29-02-1980", "29/02/1980", "02/29/1980",
			"29.02.1980", "2-29-1980", "1/5/1980", "1880-01-01", "2035-12-31", "1980-02-29 00:00:00",
			"1980-02-29T00:00:00Z", "1980-02-29 00:00:00.000+01:00", "1980-02-29 00:00", " 1980-02-29 ",
			"29-Feb-1980", "29 February 1980", "February 29, 1980", "Feb 29 1980", "29. Februar 1980", "29 f\xC3\xA9vrier 1980",
			"29 F\xC3\x89VRIER 1980", "29 de febrero de 1980", "1980-Feb-29", "1 mrt 1980", "1st May 1980", "May 2nd, 1980", "29 lutego 1980"
		},
		{
			"", "1981-02-29", "1980-13-01", "1980-00-10", "1980-10-00", "1980-04-31", "1879-12-31", "2036-01-01",
			"31.04.1980", "02.29.1980", "1980-2-29", "80-02-29", "29-02-80", "1980-02/29", "1980--02-29",
			"19801329", "1980 02 29", "1980-02-29 12:30:00", "1980-02-29 00:00:00 x", "1980-02-29 00", "1980-02-29-",
			"198002291", "1980-02", "00/00/0000", "1980-02-29 00:00:0", "29-Feb-80", "30-Feb-1980", "29 Foo 1980", "Feb 1980", "29 February",
			"February 30, 1980", "29 February 1980 x", "29Feb1980", "May the 4th", "1980 Feb", "29 f 1980", "\xC3\xA9\xC3\xA9 12 1980", "march 1980 2"
		}
	},
	{
		"gender",
		{"m", "F", "X", "male", "FEMALE", "Man", "vrouw", "m\xC3\xA4nnlich", "M\xC3\x84NNLICH", "non-binary", "prefer_not_to_say", "1", "2", "9", "mujer", "\xE5\xA5\xB3"},
		{"", "y", "n", "3", "yes", "true", "malefemale", "12", "mm", "-", "small", "active", "red", "S", "L", "unisex size"}
	},
	{
		"marital_status",
		{"single", "Married", "DIVORCED", "widowed", "Never-married", "gehuwd", "ledig", "c\xC3\xA9libataire", "casada", "Married-civ-spouse", "sposato", "ogift"},
		{"", "m", "yes", "active", "status", "merged", "not found", "free", "s1ngle", "marriedx"}
	},
	{
		"blood_type",
		{"A+", "AB-", "O neg", "0+", "B Rh+", "AB positive", "O Positiv", "A (+)", "O\xE2\x88\x92"},
		{"", "A", "AB", "C+", "A++", "A1+", "+A", "ABO+", "AA+", "O negx", "B +x", "a+", "0", "A ", "AB  "}
	},
	{
		"genetic",
		{
			"rs7412", "rs429358", "i5000940", "A/G", "T|T", "ACGTACGTACGTACGTACGTA", "acgtnacgtacgtacgtacgt", "NM_004006.2:c.4375C>T",
			"NC_000001.11:g.12345A>G", "HLA-A*02:01", "DRB1*15:01:01", "ENST00000357654.9:c.68_69del"
		},
		{
			"", "rs", "rs0123", "rs12a", "rsa123456", "A", "AG", "A/N", "0/1", "AAAAAAAAAAAAAAAAAAAAAAAA", "ATATATATATATATATATATAT", "ACGTACGTACGT",
			"ACGTACGTACGTACGTACGTX", "ACGTACGTAC\nGTACGTACG", "NM_004006.2", "NM_004006.2:x", "A*2:1", "Z*02:01", "category in a sentence", "issue123", "i123"
		}
	},
	{
		"health_condition",
		{"E11", "E11.9", "J45.40", "U07.1", "C4A.9", "S72.001A", "F32.2", "A01.0+", "T36.0X1A"},
		{"", "E", "E1", "e11.9", "11.9", "EE1", "E11.", "E11.99999", "E11.a", "E119", "ABC", "E1C", "E11,9", "E11.9.1", "v1.2.3", "E11.A"}
	},
	{
		"photo",
		{
			"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB", "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3",
			"iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB", "/9j/4AAQSkZJRgABAQEASABIAAD/2wBD", "R0lGODlhAQABAIAAAAAAAP///yH5BAEA",
			"\\x89504e470d0a1a0a0000000d49484452", "ffd8ffe000104a46494600010101", "https://example.com/a/jane.jpg", "http://example.com/p.PNG?size=2",
			"0xFFD8FFE000104A46494600010101", "89504E470D0A1A0A0000000D49484452", "\\x47494638396101000100800000ff", "4749463837610a000a00b30000aa",
			"52494646240000005745425056503820ff", "0x52494646240000005745425056503820", "000000186674797068656963000000006d",
			"\\x0000001c6674797061766966000000006d", "49492a00080000000c000001", "\\x4D4D002A00000008000C0100", "0x49492A00080000000C000001",
			"SUkqAAgAAAAMAAABBAABAAAA", "TU0AKgAAAAgADAEAAAQAAAAB", "_9j_4AAQSkZJRgABAQEASABIAAD_2wBD", "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCd",
			"AAAAHGZ0eXBoZWljAAAAAGhlaWNtaWYx", "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoH\nBwYIDAoMDAsK",
			"data:image/jpeg;name=a.jpg;base64,/9j/4AAQSkZJRgABAQEA", "DATA:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB",
			"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E", "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'/>"
		},
		{
			"", "data:image/png;base64,", "data:text/plain;base64,iVBORw0KGgoAAAANSUhEUg", "data:image/png;base64,not base64 at all!! ..........",
			"data:image/png,%89PNG and more of it to be long", "iVBORw0KGgo", "iAAAAw0KGgoAAAANSUhEUgAAAAEAAAAB", "\\x99504e470d0a1a0a0000000d49484452",
			"https://example.com/a/jane.html", "https://example.com/jpg", "photo.jpg", "/usr/local/share/pictures/x", "Roosevelt and others", "89504e47",
			"474946383961010001008000", "0x48656c6c6f20776f726c6421", "\\x504b03041400000008000000aa", "49492b00080000000c000001", "SUkrAAgAAAAMAAABBAABAAAA",
			"_9j_4AAQSkZJRgABAQ/ASABIAAD_2wBD", "SUNDIHByb2ZpbGUgaXMgbm8gcGljdHVyZQ==", "4012888888881881aaaa", "data:image/;base64,iVBORw0KGgoAAAANSUhEUg",
			"0xffd8ffe000104a4649460001010", "data:image/pngbase64,iVBORw0KGgoAAAANSUhEUg", "5249464624000000", "00000018667479706865696300000000"
		}
	}
};

static void
test_raw_pictures(void)
{
	static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
	static const char jpeg[] = "\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01";
	static const char heic[] = "\0\0\0\x18" "ftypheic\0\0\0\0";
	static const char webp[] = "RIFF\x24\0\0\0WEBPVP8 ";
	static const char zip[] = "PK\x03\x04\x14\0\0\0\x08\0\0\0\0\0";

	ok(bv_is_photo(png, sizeof(png)) && bv_is_photo(jpeg, sizeof(jpeg)) && bv_is_photo(heic, sizeof(heic)) &&
	   bv_is_photo(webp, sizeof(webp)), "pictures as they are");
	ok(!bv_is_photo(zip, sizeof(zip)) && !bv_is_photo(png, 8) && !bv_is_photo(png + 1, sizeof(png) - 1),
	   "other files, and parts of pictures");
}

int
main(void)
{
	int			validated = 0;

	for (int i = 0; i < bv_class_count; i++)
		validated += bv_classes[i].is_valid != NULL && !is_national(&bv_classes[i]) &&
			(strcmp(bv_classes[i].category, "location") == 0 ||
			 strcmp(bv_classes[i].category, "demographic") == 0 ||
			 strcmp(bv_classes[i].category, "special") == 0);
	ok(test_all_cases(cases, sizeof(cases) / sizeof(cases[0])) == validated,
	   "all that can be told of a person are tested");
	test_raw_pictures();
	return done_testing();
}
