/* test_find.c: identifiers inside free text, and how much work it is to find them */
#include <stdlib.h>
#include <string.h>

#include "class.h"
#include "find.h"
#include "marked.h"
#include "tap.h"

static const char *const finds[] = {
	"Ask {email:j.doe+news@example.co.uk}.",
	"<{email:o'brien@example.org}>, \"{email:a_b@x-y.nl}\";mailto:{email:c@d.io}?subject=1",
	"user={email:1234567@example.org}:Passw0rd",
	"{email:\xC3\xBC" "ber@example.de} and {email:jos\xC3\xA9@example.es}",
	"from 4111 to {email:x1@y2.com}, cc {email:z@w.fr}",
	"call {phone:+31 6 12345678} or {phone:(212) 555-0187}.",
	"tel:{phone:+31612345678}, Tel. {phone:+44 (0)20 7946 0958}",
	"ring {phone:212-555-0187} today; fax {phone:020 7946 0958}",
	"my mobile: {phone:0612345678} (after six)",
	"0031 line: {phone:0031 20 1234567}",
	"{phone:06-12345678} 10:30",
	"card {payment_card:4111 1111 1111 1111} 12/25 cvv 123",
	"pan={payment_card:5500000000000004}; {\"n\":\"{payment_card:4111111111111111}\"}",
	"{payment_card:3782 822463 10005} or {payment_card:378282246310005}",
	"id,card\n12,{payment_card:4111-1111-1111-1111},x",
	"paid 2021 {payment_card:4111 1111 1111 1111}",
	"IBAN {iban:NL91ABNA0417164300}, {iban:NL91 ABNA 0417 1643 00}.",
	"an {iban:GB82 WEST 1234 5698 7654 32} for 12 euro; {iban:DE89370400440532013000}",
	"Her number is {us_ssn:536-90-4399}.",
	"SSN: {us_ssn:536904399}",
	"social security number is {us_ssn:536904399}",
	"BSN {nl_bsn:123456782}; burgerservicenummer={nl_bsn:111222333}",
	"{nl_bsn:123456782} (BSN) is hers",
	"bsn-{nl_bsn:123456782}",
	"personnummer {se_personnummer:850709-9805} and then {se_personnummer:850709-9805}",
	"dob {birth_date:1980-02-29}, born on {birth_date:29/02/1980}",
	"geboortedatum: {birth_date:29-02-1980}",
	"from {ip_address:203.0.113.7}:443 and {ip_address:2001:db8::ff00:42:8329}",
	"ssh root@{ip_address:198.51.100.23}",
	"at {mac:aa:bb:cc:dd:ee:01} and {mac:00-1B-44-11-3A-B7}",
	"MAC:{mac:aa:bb:cc:dd:ee:01} eth0:{mac:00:1b:44:11:3a:b7} client-id 01:{mac:00:1b:44:11:3a:b7}",
	"inet6:{ip_address:2001:db8::ff00:42:8329}, call me {phone:0031.6.12345678} or bel {phone:0612345678}",
	"AHV {ch_ahv:756.9217.0769.85} and NIR {fr_nir:1 85 05 78 006 084 91}",
	"VIN {vin:1HGCM82633A004352}, {vin:WVWZZZ1JZXW000001}.",
	"imei {imei:490154203237518}",
	"-----\n{private_key:-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MaC4CAQAwBQYDK2V\n-----END RSA PRIVATE KEY-----}\n",
	"aws {api_secret:AKIAIOSFODNN7EXAMPLE}, token=\"{api_secret:sk_live_4eC39HqLyjWDarjtT1zdp7dc}\"",
	"Bearer {jwt:eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U}.",
	"{password_hash:$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW}; and",
	"root:{password_hash:$6$rounds=5000$usesomesillystri$D4IrlXatmP7rx3P3InaxBeoomnAihCKRVQAr/36uyuVBLaosWtXhyrHzxdDDjBYRzJ/RVhHfdoIsrDZzQ0xsf1}:19000:0",
	"btc {crypto_wallet:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa}, {crypto_wallet:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4}",
	"eth {crypto_wallet:0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed}",
	"text\\n{payment_card:4111111111111111}\\n",
	/* beyond ASCII */
	"\xE7\x94\xB5\xE8\xAF\x9D\xEF\xBC\x9A{phone:+8613812345678}\xEF\xBC\x8C\xE9\x82\xAE\xE7\xAE\xB1{email:a@b.cn}\xE3\x80\x82",
	"{payment_card:\xEF\xBC\x94\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91"
	"\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91\xEF\xBC\x91}",
	"\xE2\x80\x9C{payment_card:4111\xC2\xA0" "1111\xC2\xA0" "1111\xC2\xA0" "1111}\xE2\x80\x9D",
	"t\xC3\xA9l\xC3\xA9phone : {phone:01\xC2\xA0" "42\xC2\xA0" "68\xC2\xA0" "53\xC2\xA0" "00}",
	NULL
};

static const char *const nothings[] = {
	"",
	" ",
	"@",
	"Prose with 3 apples, 12 pears and 1,234,567 grains; in 2021, on 17 August.",
	"On 2021-08-17 12:34:56.789+02:00 it took 12.5 ms, 1629196496 or 1629196496123 since the epoch.",
	"Price 19.99, $1,299.00, EUR 1.234,56, \xE2\x82\xAC" "4111111111111111, 5.500.000 inhabitants.",
	"Order 123456782 and order no. 4111111111111111, invoice #536904399.",
	"uuid 550e8400-e29b-41d4-a716-446655440000, 123e4567-e89b-12d3-a456-426614174000",
	"sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709 md5 d41d8cd98f00b204e9800998ecf8427e",
	"version 1.2.3.4, v10.4.1-2, firmware 7.45.98.2, Chrome/96.0.12.99 Safari/537.36",
	"EAN 4006381333931, ISBN 978-3-16-148410-0, ISBN 0-306-40615-2.",
	"https://example.org/a?id=4111111111111111&n=5500000000000004, EAN 7562331582455 and 7562331582455",
	"see https://example.org/item/4111111111111111?id=536904399#123456782",
	"open /var/log/2021/08/17/4111111111111111.log and C:\\tmp\\5500000000000004",
	"https://user:secret@example.org/ and ftp://user@example.org/x",
	"git@github.com:someone/thing.git; image@2x.png, getty@tty1.service, @user@mastodon.social",
	"int x[12] = {1, 2, 3}; a[0x1F] += 42 << 3; /* 0.5f, 1e-10, 0xDEADBEEF */",
	"std::vector<uint8_t>::size_type n = a::b1(12); fab::c2",
	"127.0.0.1 ::1 0.0.0.0 255.255.255.0 10.0.0.0/8 224.0.0.1",
	"4111111111111112 is no card, nor 41111111111111111 or 411111111111111.",
	"4111-1111-1111-1111-4111 and x4111111111111111 and 4111111111111111x",
	"000-12-3456, 666-12-3456, 912-00-1234, 123-45-6789-0, 1123-45-6789",
	"NL91ABNA0417164301 is none, nor NL92 ABNA 0417 1643 00.",
	"12345678901234567890123456789012345678901234567890",
	"@@@@@@ a@ @b a@b a@b. a@b.c @b.com a@@b.com",
	"5211 5212 5213 5214 5215 5216 code points 84AF 527D 5282 5281 5290 5293 5182",
	"(C) 1995-2011, 2012-2022, pages 1200-1345, room 12-34-56",
	"-----BEGIN PUBLIC KEY----- and -----BEGIN PRIVATE KEY----- are headers",
	"-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
	"size 536904399 bytes, 123456782 rows, ticket 123456782",
	"1112-1173-11BC and 5FFE.6000.6001 are no addresses; 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb is no wallet",
	"1HGCM82633A004353 has a wrong check digit",
	"diff --git a/x b/x\nindex 83db48f..bf269f4 100644\n@@ -12,7 +12,9 @@",
	"SHA1:21:F4:68:42:C3:F6:2D:AB:F9:67:08:CE:6D:EE:E4:A2:EF:80:43:FE:3B:D9:1E:FE",
	"MD5 5e:8d:c4:ad:e7:af:6e:27:8a:d6:13:e4:79:ad:0b:81, EUI-64 02:1b:44:11:3a:b7:00:01",
	"00:a2:e3:00:b0:d2:fa:92:57:02:97:5e:80:e0:1a:\n    9c:5a:16",
	"fax: see CVE-2011-0192; gsm (CVE-2024-50073), perf 1 00840.847582083 calls",
	"Replace the call.  20051015 is a date, as are TRACE_CALLS. 20010728 and in ABI 6.\n\n20211009",
	"snow \xE2\x9D\x84 4 \xC3\xA9t\xC3\xA9 2021 \xE2\x82\xAC 12",
	NULL
};

/* ---------- where blocks and windows meet ---------- */

static int
finds_at(char *text, size_t length, size_t start, const char *value, const char *class_name)
{
	BvFinder	finder;
	BvFound		found;
	BvFindResult result;
	int			right = 0;

	memcpy(text + start, value, strlen(value));
	bv_find_begin(&finder, text, length, BV_TEXT_UTF8, NULL);
	while ((result = bv_find_next(&finder, &found)) != BV_FIND_END)
	{
		if (result == BV_FIND_FOUND)
			right += found.start == start && found.length == strlen(value) &&
				strcmp(bv_class_by_number(found.class_number)->name, class_name) == 0 ? 1 : 100;
	}
	memset(text + start, ' ', strlen(value));
	return right == 1;
}

static void
test_boundaries(void)
{
	static const struct
	{
		const char *value;
		const char *class_name;
	}			cases[] = {
		{"j.doe@example.org", "email"}, {"4111 1111 1111 1111", "payment_card"},
		{"NL91 ABNA 0417 1643 00", "iban"}, {"+31 6 12345678", "phone"},
		{"536-90-4399", "us_ssn"}, {"aa:bb:cc:dd:ee:01", "mac"}
	};
	size_t		length = 3 * BV_FIND_WINDOW;
	char	   *text = malloc(length);

	memset(text, ' ', length);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
	{
		int			right = 1;

		for (size_t start = BV_FIND_WINDOW - 80; start < BV_FIND_WINDOW + 80; start++)
			right &= finds_at(text, length, start, cases[i].value, cases[i].class_name);
		for (size_t start = 0; start < 80; start++)
			right &= finds_at(text, length, start, cases[i].value, cases[i].class_name);
		for (size_t back = 0; back < 80; back++)
			right &= finds_at(text, length, length - strlen(cases[i].value) - back,
							  cases[i].value, cases[i].class_name);
		ok(right, "%s wherever it lies to blocks, windows and ends", cases[i].class_name);
	}
	free(text);
}

/* One among a million bytes, with pauses on the way. */
static void
test_long_text(void)
{
	size_t		length = 4 * 1024 * 1024;
	char	   *text = malloc(length);
	BvFinder	finder;
	BvFound		found;
	BvFindResult result;
	int			pauses = 0;
	int			count = 0;

	for (size_t i = 0; i < length; i++)
		text[i] = "all work and no play "[i % 21];
	memcpy(text + length / 2, " 4111111111111111 ", 18);
	bv_find_begin(&finder, text, length, BV_TEXT_UTF8, NULL);
	while ((result = bv_find_next(&finder, &found)) != BV_FIND_END)
	{
		pauses += result == BV_FIND_PAUSE;
		count += result == BV_FIND_FOUND && found.start == length / 2 + 1 && found.length == 16;
	}
	ok(count == 1, "one card in four megabytes");
	ok(pauses >= 10, "and pauses to be interrupted in");
	free(text);
}

/* ---------- vectors and the portable way ---------- */

static uint64_t random_state = 1;

static unsigned
next_random(void)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 7;
	random_state ^= random_state << 17;
	return (unsigned) (random_state >> 32);
}

static void
test_marks(void)
{
	static const char alphabet[] = "09:/@_-BIA \xEF\xBC\x90\x99\x9A az";
	int			same = 1;
	int			same_digits = 1;
	int			same_letters = 1;

	for (int round = 0; round < 3000; round++)
	{
		size_t		length = next_random() % (BV_FIND_WINDOW + 200);
		char	   *text = malloc(length > 0 ? length : 1);
		char		block[BV_FIND_BLOCK];
		BvFindMarks one;
		BvFindMarks other;
		BvFindLetters letters;
		BvFindLetters plain;
		int			blocks;

		if (round % 10 != 0)
			length %= 300;
		for (size_t i = 0; i < length; i++)
			text[i] = round % 2 ? (char) next_random() : alphabet[next_random() % (sizeof(alphabet) - 1)];
		blocks = bv_find_mark(text, length, &one);
		same &= blocks == bv_find_mark_portable(text, length, &other);
		for (int i = 0; i < blocks; i++)
			same &= one.digit[i] == other.digit[i] && one.sign[i] == other.sign[i] &&
				one.wide[i] == other.wide[i];
		same_digits &= bv_find_mark_digits(text, length, &one) == blocks && one.digit[blocks] == 0;
		for (int i = 0; i < blocks; i++)
			same_digits &= one.digit[i] == other.digit[i] && one.sign[i] == 0 &&
				one.wide[i] == other.wide[i];
		free(text);
		for (int i = 0; i < BV_FIND_BLOCK; i++)
			block[i] = (char) next_random();
		bv_find_letters(block, round % 4 * 16, &letters);
		bv_find_letters_portable(block, round % 4 * 16, &plain);
		same_letters &= memcmp(&letters, &plain, sizeof(letters)) == 0;
	}
	ok(same, "marks are the same without vectors");
	ok(same_digits, "and those of digits alone");
	ok(same_letters, "and so are letters");
}

/* Whatever the bytes are: in order, without overlaps, within the text. */
static void
test_random_bytes(void)
{
	static const char *const pieces[] = {
		"4111111111111111", "4111", "1111", "@", "a", "b.nl", "+31", "612345678", " ", " ", "-", ".", ":",
		"NL91", "ABNA0417164300", "ABNA", "0417", "\xC3", "\xA9", "\xEF\xBC", "\x91", "(", ")", "/", "$", "eyJ",
		"-----BEGIN RSA PRIVATE KEY-----", "MIIEpAIBAAKCAQEA", "-----END ", "bsn ", "123456782", "_", "\\n"
	};
	int			right = 1;
	long		count = 0;

	for (int round = 0; round < 6000; round++)
	{
		size_t		length = 0;
		size_t		limit = next_random() % 700;
		char	   *text = malloc(limit > 0 ? limit : 1);
		size_t		end = 0;
		BvFinder	finder;
		BvFound		found;
		BvFindResult result;

		while (length < limit)
		{
			const char *piece = pieces[next_random() % (sizeof(pieces) / sizeof(pieces[0]))];
			size_t		size = strlen(piece);

			if (round % 3 == 0)
				text[length++] = (char) next_random();
			else
			{
				size = size > limit - length ? limit - length : size;
				memcpy(text + length, piece, size);
				length += size;
			}
		}
		bv_find_begin(&finder, text, length, (BvTextEncoding) (round / 3 % 3), NULL);
		while ((result = bv_find_next(&finder, &found)) != BV_FIND_END)
		{
			if (result != BV_FIND_FOUND)
				continue;
			right &= found.start >= end && found.length > 0 &&
				found.start + found.length <= length && bv_find_knows(found.class_number);
			end = found.start + found.length;
			count++;
		}
		free(text);
	}
	ok(right, "finds in random bytes are in order and within the text");
	ok(count > 1000, "and there are some by luck");
}

/* ---------- work ---------- */

/* Bytes looked at for each byte of a text that is a piece again and again. */
static double
work_per_byte(const char *piece, size_t length)
{
	size_t		size = strlen(piece);
	char	   *text = malloc(length);
	double		work;
	BvFinder	finder;
	BvFound		found;

	for (size_t i = 0; i < length; i++)
		text[i] = piece[i % size];
	bv_find_begin(&finder, text, length, BV_TEXT_UTF8, NULL);
	while (bv_find_next(&finder, &found) != BV_FIND_END)
		;
	work = (double) finder.work / length;
	free(text);
	return work;
}

static void
test_work(void)
{
	static const char *const pieces[] = {
		"@", "a@", "a@a.", "@a.a", "0", "1 ", "1-", "1.", "12 ", "1234 ", "4111 1111 1111 1111 ",
		"DE", "DE12", "DE12 ", "DE89 3704 0044 0532 ", "0x", "eyJ", "eyJ1--", "eyJ1.", "$1$", "$2b$",
		"-----BEGIN ", "-----BEGIN RSA PRIVATE KEY-----\n", "-----BEGIN A PRIVATE KEY-----\nMIIEpAIBAAKCAQEA",
		"1:", "a1:", ":1", "::1", "+1", "(1)", "(1", "_", "a_", "ghp_", "ghp_1", "sk-", "sk-1",
		"AKIA", "IA", "a1", "a1-", "a1.", "\xEF\xBC\x91", "\xEF\xBC\x91 ", "1 bsn ", "bsn bsn ", "123456789 ",
		"-----BEGIN RSA PRIVATE KEY-----\n-----END ", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n",
		"AB 12 ", "12 ABC ", "M-A 1 ", "plate AB 12 ", "registration fails si5341 ", "1.2.3.4 ", "33.4.5.0 from ", "a-b 2.39.90.1 ",
		"0xE12343434343434343434EAB3484343434343434 ", "\xD1\x82\xD0\xB5\xD0\xBB 1234567 ", "bsn is the 123456789 ", "12:34:", "12/34/",
		"A1B2 ", "^#^^## ", "AB1 ", "1234567 (", "%1", "''a@a.aa", "://a@a.aa", "xoxb-1", "pbkdf2_sha1", "\\n1", "1\xC3\xA9"
	};

	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++)
	{
		double		shorter = work_per_byte(pieces[i], 100000);
		double		longer = work_per_byte(pieces[i], 400000);

		ok(longer < 200 && longer < shorter * 1.05 + 0.05,
		   "work is linear on \"%s\" again and again: %.1f bytes for each", pieces[i], longer);
	}
}

/* Finds of two classes, with or without another that is found by signs and few digits, as one number. */
static unsigned
numbers_found(const char *text, bool with_secrets, int *count)
{
	int			card = bv_class_by_name("payment_card", 12)->number;
	int			ssn = bv_class_by_name("us_ssn", 6)->number;
	int			secret = bv_class_by_name("api_secret", 10)->number;
	BvClassSet	wanted = {{0}};
	BvFinder	finder;
	BvFound		found;
	BvFindResult result;
	unsigned	sum = 0;

	bv_class_set_add(&wanted, card);
	bv_class_set_add(&wanted, ssn);
	if (with_secrets)
		bv_class_set_add(&wanted, secret);
	bv_find_begin(&finder, text, strlen(text), BV_TEXT_UTF8, &wanted);
	while ((result = bv_find_next(&finder, &found)) != BV_FIND_END)
	{
		if (result != BV_FIND_FOUND || found.class_number == secret)
			continue;
		sum = sum * 31 + found.class_number;
		sum = sum * 31 + (unsigned) found.start;
		sum = sum * 31 + (unsigned) found.length;
		++*count;
	}
	return sum;
}

/* The quick way through a text, where only long numbers are wanted, finds the same. */
static void
test_numbers_alone(void)
{
	static const char *const parts[] = {
		"4111111111111111", "4111 1111 1111 1111", "5500-0000-0000-0004", "123-45-6789", "219-09-9999",
		"SSN 219099999", "card ", "2021-08-17", "bill of 17.95 ", " ", ", ", "customer 123456 ",
		"\xEF\xBC\x94\xEF\xBC\x91", "caf\xC3\xA9 ", "_", "@", "order 12 ", "x", "\n", "a b c d e f g "
	};
	int			same = 1;
	int			count = 0;
	int			other_count = 0;

	for (int round = 0; round < 20000; round++)
	{
		char		text[1024] = "";
		int			size = 1 + next_random() % 30;

		for (int i = 0; i < size; i++)
			strcat(text, parts[next_random() % (sizeof(parts) / sizeof(parts[0]))]);
		same &= numbers_found(text, false, &count) == numbers_found(text, true, &other_count);
	}
	ok(same && count == other_count && count > 1000,
	   "numbers alone are found as with all else, %d of them", count);
}

/* Only what is wanted, and what of it may be hidden by what is not. */
static void
test_wanted(void)
{
	static const char text[] = "SSN 123456782, a@b.nl, 4111111111111111";
	BvClassSet	wanted = {{0}};
	BvFinder	finder;
	BvFound		found;
	BvFindResult result;
	int			count = 0;

	bv_class_set_add(&wanted, bv_class_by_name("payment_card", 12)->number);
	bv_find_begin(&finder, text, strlen(text), BV_TEXT_UTF8, &wanted);
	while ((result = bv_find_next(&finder, &found)) != BV_FIND_END)
		count += result == BV_FIND_FOUND ? found.start == 23 ? 1 : 100 : 0;
	ok(count == 1, "only what is wanted is found");
	ok(bv_find_knows(bv_class_by_name("email", 5)->number) &&
	   !bv_find_knows(bv_class_by_name("religion", 8)->number) && !bv_find_knows(0) &&
	   !bv_find_knows(300), "it is known what can be found");
}

int
main(void)
{
	for (int i = 0; finds[i] != NULL; i++)
		find_marked("finds", finds[i], BV_TEXT_UTF8);
	for (int i = 0; nothings[i] != NULL; i++)
		find_marked("finds nothing", nothings[i], BV_TEXT_UTF8);
	find_marked("LATIN1", "t\xE9l\xE9phone {phone:+33 1 23 45 67 89}\xA0\xAB{email:a@b.fr}\xBB", BV_TEXT_ONE_BYTE);
	find_marked("LATIN1, within a word", "\xE9" "4111111111111111", BV_TEXT_ONE_BYTE);
	find_marked("EUC_JP", "\xC5\xC5\xCF\xC3{phone:+81312345678}\xA1\xA2{email:a@b.jp}\xA4\xC7", BV_TEXT_MULTIBYTE);
	test_boundaries();
	test_long_text();
	test_marks();
	test_random_bytes();
	test_work();
	test_wanted();
	test_numbers_alone();
	return done_testing();
}
