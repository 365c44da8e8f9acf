/*
 * test_device.c: devices, and what they and their users are called on line
 */
#include <stdlib.h>
#include <string.h>

#include "case.h"
#include "validate.h"

static const Case cases[] = {
	{
		"imei",
		{"490154203237518", "49-015420-323751-8", "352099001761481", "35-209900-176148-1", "35209900-176148-1", "01 124500 012345 3"},
		{
			"", "490154203237517", "49015420323751", "4901542032375180", "000000000000000", "790154203237515",
			"4901-5420-3237-518", "49-015420 323751-8", "490154203237518a", "378282246310005"
		}
	},
	{
		"imsi",
		{"310150123456789", "429011234567890", "204046620000000", "310-150-123456789", "262 01 1234567890", "20404662000000"},
		{
			"", "001010123456789", "999991234567890", "000000000000000", "3101501234567890", "3101501234567", "198150123456789",
			"310-150123456789", "310--150-123456789", "31015012345678a", "310000000000000", "490154203237518x"
		}
	},
	{
		"iccid",
		{
			"8931440400000010007", "89014103211118510720", "8931 4404 0000 0010 007", "8944200012345678902F", "893144040000001009"
		},
		{
			"", "8931440400000010008", "8921044000000010006", "8831440400000010009", "8931440400000010", "893144040000001000015", "8900000000000000003", "8931-4404 00000010007", "8931440400000010007G"
		}
	},
	{
		"meid",
		{
			"A00000009296F7", "AF0123450ABCDE", "AF 01 23 45 0A BC DE", "AF0123450ABCDEC", "AF-012345-0ABCDE-C",
			"293608736500703710", "29360 87365 0070 3710", "29360 87365 0070 3710 0", "ff0123450abcde"
		},
		{
			"", "AF0123450ABCD", "AF0123450ABCDEE", "9F0123450ABCDE", "35209900176148", "AF 0123450A BC D", "29360 87365 0070 3710 1",
			"293608736516777216", "429496729600000000", "AFFFFFFFFFFFFG", "FFFFFFFFFFFFFF", "AF:01:23:45:0A:BC:DE", "AF 01-23 45 0A BC DE"
		}
	},
	{
		"mac",
		{
			"00:1A:2B:3C:4D:5E", "00-1a-2b-3c-4d-5e", "001a.2b3c.4d5e", "02:00:00:00:00:00:00:01",
			"02-00-00-00-00-00-00-01", "0200.0000.0000.0001", " 00:1A:2B:3C:4D:5E ", "00 1A 2B 3C 4D 5E",
			"001a-2b3c-4d5e", "001A2B-3C4D5E"
		},
		{
			"", "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "FFFF.FFFF.FFFF", "00:1A:2B:3C:4D", "00:1A:2B:3C:4D:5G",
			"00:1A-2B:3C:4D:5E", "001A2B3C4D5E", "00:1A:2B:3C:4D:5E:", "0:1A:2B:3C:4D:5E:6", "00.1A.2B.3C.4D.5E",
			"00 10 20 30 40 50", "1234-5678-9012", "123456-123456", "2024-0101-1200-0000"
		}
	},
	{
		"device_id",
		{
			"550e8400-e29b-41d4-a716-446655440000", "550E8400-E29B-41D4-A716-446655440000", "9774d56d682e549c",
			"2b6f0cc904d137be2e1730235f5664094b831186", "00008030-001A35E83A38802E"
		},
		{
			"", "00000000-0000-0000-0000-000000000000", "550e8400-E29B-41d4-a716-446655440000", "550e8400e29b41d4a716446655440000x",
			"550e8400-e29b-41d4-a716-44665544000g", "9774D56D682E549C", "1234567812345678", "ffffffffffffffff", "9774d56d682e549",
			"00008030x001A35E83A38802E", "550e8400-e29b41d4--a716-446655440000"
		}
	},
	{
		"ip_address",
		{
			"192.0.2.1", "0.0.0.0", "255.255.255.255", "192.0.2.1/32", "::", "::1", "2001:db8::1",
			"2001:DB8:0:0:8:800:200C:417A", "::ffff:192.0.2.1", "64:ff9b::192.0.2.33", "fe80::1%eth0",
			"2001:db8::1/128", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8", "1:2:3:4:5:6:192.0.2.1",
			"192.0.2.1/24", "10.1.2.3/8", "2001:db8::1/64", "fe80::1%eth0/64", "192.0.2.1:51234", "[2001:db8::1]:443", "[::1]"
		},
		{
			"", "192.0.2", "192.0.2.1.5", "192.0.2.256", "192.0.02.1", "192.0.2.0/24", "192.0.2.1/128", "192,0,2,1",
			"192.0.2.", ".192.0.2", "192..0.2", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", ":1:2:3:4:5:6:7",
			"1:2:3:4:5:6:7:", "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "12345::", "g::1", ":", ":::", "%eth0",
			"fe80::1%", "fe80::1%a b", "192.0.2.1%eth0", "1:2:3:4:5:6:7:192.0.2.1", "::192.0.2.1:1", "12:34:56",
			"2001:db8::/32", "/128", "/32", "192.0.2.1/0", "192.0.2.1/33", "192.0.2.1/024", "192.0.2.1:", "192.0.2.1:99999",
			"192.0.2.1:0", "[::1", "[::1]:", "[192.0.2.1]", "2001:db8::1/129", "192.0.2.1/24/24"
		}
	},
	{
		"url",
		{
			"http://example.com", "https://www.example.com/a/b?c=d#e", "HTTPS://EXAMPLE.COM/", "ftp://ftp.example.org/x",
			"http://user:pass@example.com:8080/", "http://192.0.2.1/", "http://[2001:db8::1]:80/x", "www.example.com/page",
			"https://example.com/~jane", "http://localhost:3000/x", "https://m\xC3\xBCller.example/\xC3\xA9",
			"example.com", "Example.co.uk", "example.org/jane", "http://intranet/people/1"
		},
		{
			"", "ci-03.example.net", "example.txt", "main.c", "jane.doe", "com.example.Name", "a_b.com", "example.com:", "example.com x", "e.c", "http://",
			"http:///x", "http://example", "http://-a.com", "http://a..com", "http://a.1", "://a.com",
			"mailto:a@b.com", "http://a.com:0", "http://a.com:99999", "http://a.com:x", "http://a b.com", "http://a.com/a b",
			"http://[::1", "http://[g]/", "javascript:alert(1)", "http://a.com/<b>", "C:\\windows\\system32", "www.", "/a/b/c/d/e"
		}
	},
	{
		"social_handle",
		{
			"@jane", "@jane_doe82", "@jane@mastodon.social", "https://twitter.com/jane", "https://www.linkedin.com/in/jane-doe-1a2b3c/",
			"http://facebook.com/jane.doe?ref=x", "https://t.me/janedoe", "jane.bsky.social", "Jane#1234", "live:jane_doe",
			"https://github.com/jane", "https://www.youtube.com/@jane", "https://www.linkedin.com/in/andr%C3%A9-d"
		},
		{
			"", "@", "@a", "@12345", "@jane doe", "@jane@", "@jane@host", "jane", "https://twitter.com/", "https://twitter.com/search",
			"https://twitter.com/jane/status/1", "https://example.com/jane", "https://www.linkedin.com/company/acme",
			"https://github.com/jane/repo", "@.jane", "@jane.", "1234#1234", "#jane", "@media screen", "https://facebook.com/help"
		}
	},
	{
		"user_agent",
		{
			"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
			"Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
			"Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)", "Opera/9.80 (X11; Linux i686; U; ru) Presto/2.8.131 Version/11.11",
			"curl/7.68.0", "okhttp/4.9.3", "python-requests/2.31.0", "Dalvik/2.1.0 (Linux; U; Android 11; SM-G991B)",
			"PostmanRuntime/7.32.2", "MyApp/2.3.1 (iPhone; iOS 16.1; Scale/3.00)", "Go-http-client/1.1"
		},
		{
			"", "Mozilla", "Mozilla/", "Mozilla/5.0 (Windows", "Mozilla/5.0 Windows)", "MyApp/2.3.1", "curl", "text/html",
			"application/json", "http://example.com/", "a/b (c)", "Chrome", "Windows NT 10.0", "1/2 (half)", "jane (doe)",
			"src/main.c (line 5)"
		}
	}
};

int
main(void)
{
	int			validated = 0;

	for (int i = 0; i < bv_class_count; i++)
		validated += bv_classes[i].is_valid != NULL && !is_national(&bv_classes[i]) &&
			(strcmp(bv_classes[i].category, "device") == 0 || strcmp(bv_classes[i].category, "online") == 0);
	ok(test_all_cases(cases, sizeof(cases) / sizeof(cases[0])) == validated,
	   "all of devices and on line that can be told are tested");
	return done_testing();
}
