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
#include "made_key.h"
#include "pattern.h"
#include "tap.h"

static uint64_t seed = 7;

static uint64_t
draw(uint64_t below)
{
	return random_bits(&seed) % below;
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
		made_digits(text, key->digits, &seed);
	else
	{
		sprintf(text, "%llu", (unsigned long long) key->start);
		key->start += key->step;
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
			made_digits(text, 12, &seed);
			made_append_check(text, MADE_CHECK_GTIN);
			break;
		case 8:
			{
				int			sum = 0;

				made_digits(text, 9, &seed);
				for (int i = 0; i < 9; i++)
					sum += (10 - i) * (text[i] - '0');
				sum = (11 - sum % 11) % 11;
				text[9] = sum == 10 ? 'X' : '0' + sum;
				text[10] = '\0';
			}
			break;
		case 9:
			strcpy(text, "978");
			made_digits(text + 3, 9, &seed);
			made_append_check(text, MADE_CHECK_GTIN);
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
		int			others = sizeof(other_kinds) / sizeof(other_kinds[0]);
	static BvSample sample;

	for (int c = 0; c < columns; c++)
	{
		/* two in three are keys of 6 to 19 digits, in all sizes of columns */
		bool		is_key = c % 3 != 0;
		int			kind = c / 3 % (is_key ? MADE_CHECKS : others);
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
			{
				next_key(&key, text);
				made_append_check(text, kind);
			}
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
			printf("# \"%s\", %s%s, %d values of %d%s digits: %s %.3f\n", column.name,
				   is_key ? "key with " : "", is_key ? made_check_name[kind] : other_kinds[kind], rows, key.digits,
				   key.start > 0 ? " counted" : "", bv_class_by_number(verdict.number)->name,
				   verdict.confidence);
		}
	}
	ok(alarms * 1000 <= columns, "%d of %d columns of things are taken for personal data",
	   alarms, columns);
	return done_testing();
}
