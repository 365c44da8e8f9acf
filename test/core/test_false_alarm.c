/*
 * test_false_alarm.c: columns of things, which hold nothing personal
 *
 * Keys, plain and with all the usual check digits, clocks, prices, digests,
 * codes: of each kind many columns, with names that say nothing and names that
 * things have.  So many columns as FALSE_ALARM_COLUMNS says, 1,200 unless set.
 */
#include <stdlib.h>
#include <string.h>

#include "evidence.h"
#include "tap.h"

static uint64_t state = 7;

static uint64_t
draw(uint64_t below)
{
	/* xorshift64*: the same values everywhere */
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (state * UINT64_C(2685821657736338717)) % below;
}

/* Digits at random, the first not 0. */
static void
draw_digits(char *text, int digits)
{
	for (int i = 0; i < digits; i++)
		text[i] = '0' + (i == 0 ? 1 + draw(9) : draw(10));
	text[digits] = '\0';
}

/* ---------- check digits ---------- */

static void
append_luhn(char *text)
{
	int			n = (int) strlen(text);
	int			sum = 0;

	for (int i = 0; i < n; i++)
	{
		int			d = text[i] - '0';

		if ((n - i) % 2 == 1)
			d = 2 * d > 9 ? 2 * d - 9 : 2 * d;
		sum += d;
	}
	text[n] = '0' + (10 - sum % 10) % 10;
	text[n + 1] = '\0';
}

/* Weights 2, 3, … from the right, back at 2 after the highest; 10 becomes 0. */
static void
append_mod_11(char *text, int highest, bool subtract)
{
	int			n = (int) strlen(text);
	int			sum = 0;

	for (int i = 0; i < n; i++)
		sum += (text[n - 1 - i] - '0') * (2 + i % (highest - 1));
	sum %= 11;
	if (subtract)
		sum = (11 - sum) % 11;
	text[n] = '0' + sum % 10;
	text[n + 1] = '\0';
}

static void
append_mod_97(char *text, bool complement)
{
	int			n = (int) strlen(text);
	int			rest = 0;

	for (int i = 0; i < n; i++)
		rest = (10 * rest + text[i] - '0') % 97;
	rest = complement ? 97 - rest : 98 - rest * 100 % 97;
	text[n] = '0' + rest / 10;
	text[n + 1] = '0' + rest % 10;
	text[n + 2] = '\0';
}

static void
append_gtin(char *text)
{
	int			n = (int) strlen(text);
	int			sum = 0;

	for (int i = 0; i < n; i++)
		sum += (text[n - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1);
	text[n] = '0' + (10 - sum % 10) % 10;
	text[n + 1] = '\0';
}

static void
append_mod_11_10(char *text)
{
	int			n = (int) strlen(text);
	int			product = 10;

	for (int i = 0; i < n; i++)
	{
		int			sum = (text[i] - '0' + product) % 10;

		product = 2 * (sum == 0 ? 10 : sum) % 11;
	}
	text[n] = '0' + (11 - product) % 10;
	text[n + 1] = '\0';
}

/* ---------- columns ---------- */

/* How the digits of a key come. */
typedef struct Key
{
	int			digits;			/* before check digits */
	uint64_t	start;			/* of a sequence; 0: at random */
	uint64_t	step;
} Key;

static void
next_key(Key *key, char *text)
{
	if (key->start == 0)
		draw_digits(text, key->digits);
	else
	{
		sprintf(text, "%llu", (unsigned long long) key->start);
		key->start += key->step;
	}
}

static const char *const key_kinds[] = {
	"key", "key with Luhn digit", "key with mod 11 digit", "key with subtracted mod 11 digit",
	"key with mod 11 digit of weights to 7", "key with mod 97 digits", "key with complement mod 97 digits",
	"key with GTIN digit", "key with mod 11,10 digit"
};

static void
make_key(int kind, Key *key, char *text)
{
	next_key(key, text);
	switch (kind)
	{
		case 1:
			append_luhn(text);
			break;
		case 2:
			append_mod_11(text, 10, false);
			break;
		case 3:
			append_mod_11(text, 10, true);
			break;
		case 4:
			append_mod_11(text, 7, true);
			break;
		case 5:
			append_mod_97(text, false);
			break;
		case 6:
			append_mod_97(text, true);
			break;
		case 7:
			append_gtin(text);
			break;
		case 8:
			append_mod_11_10(text);
			break;
	}
}

static const char *const other_kinds[] = {
	"seconds", "milliseconds", "prices", "MD5", "SHA-256", "UUID", "codes", "EAN-13", "ISBN-10", "ISBN-13",
	"versions", "log lines", "order numbers", "days", "percentages", "colours", "base 36", "sizes", "times", "words"
};

static const char *const some_words[] = {
	"alpha", "bravo", "open", "closed", "pending", "shipped", "blue", "green", "north", "south", "daily", "weekly",
	"draft", "final", "large", "small", "basic", "premium", "cotton", "steel", "paper", "glass"
};

static void
make_other(int kind, int row, char *text)
{
	static const char *const marks = "0123456789abcdefghijklmnopqrstuvwxyz";
	int			n;

	switch (kind)
	{
		case 0:
			sprintf(text, "%llu", (unsigned long long) (1500000000 + draw(200000000)));
			break;
		case 1:
			sprintf(text, "%llu", (unsigned long long) (1500000000000 + draw(200000000000)));
			break;
		case 2:
			sprintf(text, "%llu.%02llu", (unsigned long long) draw(2000), (unsigned long long) draw(100));
			break;
		case 3:
		case 4:
			n = kind == 3 ? 32 : 64;
			for (int i = 0; i < n; i++)
				text[i] = marks[draw(16)];
			text[n] = '\0';
			break;
		case 5:
			for (int i = 0; i < 36; i++)
				text[i] = i == 8 || i == 13 || i == 18 || i == 23 ? '-' : marks[draw(16)];
			text[14] = '4';
			text[36] = '\0';
			break;
		case 6:
			sprintf(text, "%c%c%c-%04llu", (char) ('A' + draw(26)), (char) ('A' + draw(26)),
					(char) ('A' + draw(26)), (unsigned long long) draw(10000));
			break;
		case 7:
			draw_digits(text, 12);
			append_gtin(text);
			break;
		case 8:
			{
				int			sum = 0;

				draw_digits(text, 9);
				for (int i = 0; i < 9; i++)
					sum += (10 - i) * (text[i] - '0');
				sum = (11 - sum % 11) % 11;
				text[9] = sum == 10 ? 'X' : '0' + sum;
				text[10] = '\0';
			}
			break;
		case 9:
			strcpy(text, "978");
			draw_digits(text + 3, 9);
			append_gtin(text);
			break;
		case 10:
			sprintf(text, "%llu.%llu.%llu", (unsigned long long) draw(12), (unsigned long long) draw(30),
					(unsigned long long) draw(100));
			break;
		case 11:
			sprintf(text, "2026-03-%02llu 12:%02llu:%02llu INFO worker %llu took %llu ms",
					(unsigned long long) (1 + draw(28)), (unsigned long long) draw(60),
					(unsigned long long) draw(60), (unsigned long long) draw(16),
					(unsigned long long) draw(9000));
			break;
		case 12:
			sprintf(text, "ORD-2026-%05d", 100 + row);
			break;
		case 13:
			sprintf(text, "20%02llu-%02llu-%02llu", (unsigned long long) (10 + draw(16)),
					(unsigned long long) (1 + draw(12)), (unsigned long long) (1 + draw(28)));
			break;
		case 14:
			sprintf(text, "%llu.%llu%%", (unsigned long long) draw(100), (unsigned long long) draw(10));
			break;
		case 15:
			sprintf(text, "#%06llx", (unsigned long long) draw(0x1000000));
			break;
		case 16:
			for (int i = 0; i < 12; i++)
				text[i] = marks[draw(36)];
			text[12] = '\0';
			break;
		case 17:
			sprintf(text, "%llux%llu cm", (unsigned long long) (10 + draw(200)),
					(unsigned long long) (10 + draw(200)));
			break;
		case 18:
			sprintf(text, "%02llu:%02llu:%02llu", (unsigned long long) draw(24),
					(unsigned long long) draw(60), (unsigned long long) draw(60));
			break;
		default:
			strcpy(text, some_words[draw(sizeof(some_words) / sizeof(some_words[0]))]);
	}
}

static const char *const names[] = {
	"c1", "value", "x", "id", "reference", "order_no", "code", "account_number", "data", "invoice_no", "serial",
	"transaction_id", "field7", "number"
};

int
main(void)
{
	const char *wanted = getenv("FALSE_ALARM_COLUMNS");
	int			columns = wanted != NULL ? atoi(wanted) : 1200;
	int			alarms = 0;
	int			keys = sizeof(key_kinds) / sizeof(key_kinds[0]);
	int			others = sizeof(other_kinds) / sizeof(other_kinds[0]);
	static BvSample sample;

	for (int c = 0; c < columns; c++)
	{
		/* two in three are keys of 6 to 19 digits, in all sizes of columns */
		bool		is_key = c % 3 != 0;
		int			kind = c / 3 % (is_key ? keys : others);
		int			rows = c % 5 == 0 ? 20 : 200;
		Key			key = {0};
		char		text[128];
		BvColumn	column = {0};
		BvVerdict	verdict;

		key.digits = 5 + (int) draw(14);
		if (is_key && draw(2) == 0)
		{
			key.start = 1;
			for (int i = 1; i < key.digits; i++)
				key.start *= 10;
			key.start += draw(8 * key.start);
			key.step = draw(3) == 0 ? 1 + draw(40) : 1;
		}
		bv_sample_init(&sample, 2026);
		for (int row = 0; row < rows; row++)
		{
			if (is_key)
				make_key(kind, &key, text);
			else
				make_other(kind, row, text);
			bv_sample_add(&sample, text, strlen(text));
			sample.rows++;
		}
		bv_sample_end(&sample);
		column.name = names[c % (sizeof(names) / sizeof(names[0]))];
		column.table_name = "t";
		column.type = BV_TYPE_TEXT;
		column.sample = &sample;
		verdict = bv_weigh(&column, NULL);
		/* a link to people is worth nothing, and its name said so */
		if (verdict.number != 0 && bv_class_by_number(verdict.number)->role != BV_ROLE_LINK)
		{
			alarms++;
			printf("# \"%s\", %s, %d values of %d%s digits: %s %.3f\n", column.name,
				   is_key ? key_kinds[kind] : other_kinds[kind], rows, key.digits,
				   key.start > 0 ? " counted" : "", bv_class_by_number(verdict.number)->name,
				   verdict.confidence);
		}
	}
	ok(alarms * 1000 <= columns, "%d of %d columns of things are taken for personal data",
	   alarms, columns);
	return done_testing();
}
