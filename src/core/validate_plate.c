/*
 * validate_plate.c: the plates of vehicles, by country (the Dutch are in validate_vehicle.c)
 *
 * Letters in either case; where groups have a separator it is one space or
 * hyphen, the same in all places or in none.
 */
#include "validate.h"

#include "check_digit.h"
#include "kennzeichen_table.h"
#include "number.h"
#include "token_text.h"

#define PLATE_MAX	12
#define RUNS_MAX	6

/*
 * A plate without its separators, as runs of letters or digits.  A run ends where
 * letters meet digits, and at a separator.
 */
typedef struct Plate
{
	char		text[PLATE_MAX];	/* in capitals */
	int			len;
	int			runs;
	int			start[RUNS_MAX + 1];	/* start[runs] is len */
	bool		digits[RUNS_MAX];
	uint32_t	letters[RUNS_MAX];	/* which there are: BV_LETTER() */
	int			separators;
	char		separator;		/* 0: none; or the one kind */
} Plate;

static bool
read_plate(const char *value, size_t len, Plate *plate)
{
	bool		separated = true;

	plate->len = plate->runs = plate->separators = 0;
	plate->separator = 0;
	for (size_t i = 0; i < len; i++)
	{
		char		c = value[i];
		bool		digit = bv_is_digit(c);

		if (!digit && !bv_is_letter(c))
		{
			if ((c != ' ' && c != '-') || separated || i + 1 == len ||
				(plate->separator != 0 && plate->separator != c))
				return false;
			plate->separator = c;
			plate->separators++;
			separated = true;
			continue;
		}
		if (plate->len == PLATE_MAX)
			return false;
		if (separated || plate->digits[plate->runs - 1] != digit)
		{
			if (plate->runs == RUNS_MAX)
				return false;
			plate->digits[plate->runs] = digit;
			plate->letters[plate->runs] = 0;
			plate->start[plate->runs++] = plate->len;
		}
		c = bv_to_upper(c);
		plate->text[plate->len++] = c;
		if (!digit)
			plate->letters[plate->runs - 1] |= BV_LETTER(c);
		separated = false;
	}
	plate->start[plate->runs] = plate->len;
	return plate->runs > 0;
}

static int
run_len(const Plate *plate, int run)
{
	return plate->start[run + 1] - plate->start[run];
}

/* Are the runs of that shape: a letter for each, L or 9, and its length at most 9? */
static bool
has_shape(const Plate *plate, const char *shape)
{
	for (int run = 0; run < plate->runs; run++, shape += 2)
	{
		if (shape[0] == '\0' || (shape[0] == '9') != plate->digits[run] ||
			shape[1] - '0' != run_len(plate, run))
			return false;
	}
	return shape[0] == '\0';
}

/* Letters that plates do without. */
#define LETTERS_Q	(BV_LETTER('Q'))
#define LETTERS_IQ	(BV_LETTER('I') | BV_LETTER('Q'))
#define LETTERS_IZ	(BV_LETTER('I') | BV_LETTER('Z'))
#define LETTERS_QR	(BV_LETTER('Q') | BV_LETTER('R'))
#define LETTERS_IOU	(BV_LETTER('I') | BV_LETTER('O') | BV_LETTER('U'))
#define LETTERS_IQV	(BV_LETTER('I') | BV_LETTER('Q') | BV_LETTER('V'))
#define LETTERS_IQZ	(BV_LETTER('I') | BV_LETTER('Q') | BV_LETTER('Z'))
#define LETTERS_IOQU	(BV_LETTER('I') | BV_LETTER('O') | BV_LETTER('Q') | BV_LETTER('U'))
#define LETTERS_IOUZ	(BV_LETTER('I') | BV_LETTER('O') | BV_LETTER('U') | BV_LETTER('Z'))
#define LETTERS_IQVO	(BV_LETTER('I') | BV_LETTER('Q') | BV_LETTER('V') | BV_LETTER('O'))
#define LETTERS_IOQUZ	(BV_LETTER('I') | BV_LETTER('O') | BV_LETTER('Q') | BV_LETTER('U') | BV_LETTER('Z'))
#define LETTERS_AEIOUQ	(BV_LETTER('A') | BV_LETTER('E') | BV_LETTER('I') | BV_LETTER('O') | BV_LETTER('U') | BV_LETTER('Q'))

/* Has the run none of these letters? */
static inline bool
is_without(const Plate *plate, int run, uint32_t letters)
{
	return (plate->letters[run] & letters) == 0;
}

static int
run_number(const Plate *plate, int run)
{
	return bv_number(plate->text + plate->start[run], run_len(plate, run));
}

static bool
run_is(const Plate *plate, int run, const char *text)
{
	return run_len(plate, run) == (int) strlen(text) &&
		memcmp(plate->text + plate->start[run], text, strlen(text)) == 0;
}

/* Separators between all runs, or between none. */
static bool
is_evenly_spaced(const Plate *plate)
{
	return plate->separators == 0 || plate->separators == plate->runs - 1;
}

/* A place for each three letters of districts, A to Z and three that follow, and what is shorter. */
#define DISTRICT_LETTERS	30

static unsigned
district_place(const char *letters, int len)
{
	unsigned	place = 0;

	for (int i = 0; i < 3; i++)
		place = place * DISTRICT_LETTERS + (i < len && letters[i] != '\0' ? letters[i] - 'A' + 1 : 0);
	return place;
}

static bool
is_district(const char *letters, int len)
{
	/* a bit for each place, filled when first asked */
	static uint64_t districts[DISTRICT_LETTERS * DISTRICT_LETTERS * DISTRICT_LETTERS / 64 + 1];
	unsigned	place = district_place(letters, len);

	if (districts[district_place("B", 1) / 64] == 0)
	{
		for (int i = 0; i < bv_kennzeichen_district_count; i++)
		{
			unsigned	other = district_place(bv_kennzeichen_districts[i], 3);

			districts[other / 64] |= UINT64_C(1) << other % 64;
		}
	}
	return districts[place / 64] >> place % 64 & 1;
}

/*
 * A letter of a German district, folded to one character as the table has it,
 * from ASCII, UTF-8 or Latin 1; *size is how many bytes it has, 0 for others.
 */
static char
district_letter(const char *value, size_t len, size_t *size)
{
	unsigned char c = (unsigned char) value[0];

	*size = 1;
	if (bv_is_letter(value[0]))
		return bv_to_upper(value[0]);
	if (c == 0xC3 && len > 1)
	{
		c = (unsigned char) value[1];
		*size = 2;
		switch (c)
		{
			case 0x84:
			case 0xA4:
				return '[';
			case 0x96:
			case 0xB6:
				return '\\';
			case 0x9C:
			case 0xBC:
				return ']';
		}
	}
	else if (c == 0xC4 || c == 0xE4)
		return '[';
	else if (c == 0xD6 || c == 0xF6)
		return '\\';
	else if (c == 0xDC || c == 0xFC)
		return ']';
	*size = 0;
	return 0;
}

/*
 * Germany, FZV annexes 1 and 2: a district of one to three letters, one or two
 * letters, a number of at most four digits, E (electric) or H (historic); eight
 * places at most before those.  A space or hyphen after the district, the same or
 * none after the letters; without one any division into the two will do.
 */
bool
bv_is_de_kennzeichen(const char *value, size_t len)
{
	char		letters[6];
	int			count = 0;
	int			split = -1;		/* letters before the separator */
	char		separator = 0;
	size_t		at = 0;
	size_t		digits;

	bv_trim(&value, &len);
	if (len < 3 || len > 16)
		return false;
	while (at < len && !bv_is_digit(value[at]))
	{
		size_t		size;
		char		letter;

		if (value[at] == ' ' || value[at] == '-')
		{
			if (count == 0)
				return false;
			if (separator != 0)
				break;
			separator = value[at++];
			split = count;
			continue;
		}
		letter = district_letter(value + at, len - at, &size);
		if (size == 0 || count == 5)
			return false;
		letters[count++] = letter;
		at += size;
	}
	if (at < len && (value[at] == ' ' || value[at] == '-'))
		at++;					/* people mix them here: "M-AB 123" */
	if (count < 2 || split == count)
		return false;

	digits = bv_span(value + at, len - at, BV_CHAR_DIGIT);
	if (digits < 1 || digits > 4 || value[at] == '0' || count + (int) digits > 8)
		return false;
	at += digits;
	if (at < len && (value[at] == ' ' || value[at] == '-'))
	{
		at++;
		if (at == len)
			return false;
	}
	if (at < len && (bv_to_upper(value[at]) == 'E' || bv_to_upper(value[at]) == 'H'))
		at++;
	if (at != len)
		return false;

	for (int district = 1; district <= 3; district++)
	{
		if (split >= 0 && split != district)
			continue;
		if (count - district < 1 || count - district > 2 || !is_district(letters, district))
			continue;
		if (bv_is_letter(letters[district]) && bv_is_letter(letters[count - 1]))
			return true;
	}
	return false;
}

/* A byte in capitals, of Latin letters with accents in UTF-8 (after 0xC3) or Latin 1 too. */
static char
to_capital(const char *value, size_t at)
{
	unsigned char c = (unsigned char) value[at];

	if (at > 0 && (unsigned char) value[at - 1] == 0xC3)
		return (char) (c >= 0xA0 && c <= 0xBE ? c - 0x20 : c);
	return (char) (c >= 0xE0 && c <= 0xFE ? c - 0x20 : bv_to_upper((char) c));
}

/*
 * "M-AB 123E".  Without a separator it is divided where it can be in one way, and
 * left as one if it can be in two.
 */
int
bv_write_kennzeichen(const char *value, size_t len, char *result)
{
	char		letters[6];
	size_t		ends[6];		/* of the letters, in the result */
	int			count = 0;
	int			separated = 0;	/* letters before a separator, */
	int			divided = 0;	/* and of the district, where that is clear */
	int			ways = 0;
	size_t		at = 0;
	size_t		size = 0;
	size_t		rest;

	while (!bv_is_digit(value[at]))
	{
		size_t		bytes;

		if (value[at] == ' ' || value[at] == '-')
		{
			if (separated == 0)
				separated = divided = count;
			at++;
			continue;
		}
		letters[count] = district_letter(value + at, len - at, &bytes);
		for (; bytes > 0; bytes--, at++)
			result[size++] = to_capital(value, at);
		ends[count++] = size;
	}
	for (int district = 1; district <= 3 && separated == 0; district++)
	{
		if (count - district < 1 || count - district > 2 || !is_district(letters, district) ||
			!bv_is_letter(letters[district]) || !bv_is_letter(letters[count - 1]))
			continue;
		divided = ways++ == 0 ? district : 0;
	}
	if (divided > 0)
	{
		memmove(result + ends[divided - 1] + 1, result + ends[divided - 1], size - ends[divided - 1]);
		result[ends[divided - 1]] = '-';
		size++;
		result[size++] = ' ';
	}
	for (rest = at; rest < len; rest++)
	{
		if (value[rest] != ' ' && value[rest] != '-')
			result[size++] = bv_to_upper(value[rest]);
	}
	return (int) size;
}

/*
 * Great Britain and Northern Ireland: since 2001 two letters of a place, two digits
 * of the half year (02 to 34, or 51 to 84), three letters; before that a year's
 * letter first (from 1983) or last (from 1963); before that no year.
 */
bool
bv_is_gb_plate(const char *value, size_t len)
{
	Plate		plate;
	int			number;

	bv_trim(&value, &len);
	if (len < 4 || len > 8 || !read_plate(value, len, &plate) || plate.separator == '-' ||
		plate.separators > 1 || plate.runs > 3 || plate.runs < 2)
		return false;
	if (has_shape(&plate, "L292L3"))
	{
		number = run_number(&plate, 1);
		return plate.text[0] != 'Z' && is_without(&plate, 0, LETTERS_IQ) && is_without(&plate, 2, LETTERS_IQ) &&
			plate.text[1] != 'Z' && number % 50 <= 34 && number >= 2 && number != 50 &&
			(plate.separators == 0 || value[4] == ' ');
	}
	if (plate.runs == 3 && (plate.digits[0] || !plate.digits[1] || plate.digits[2]))
		return false;
	if (plate.runs == 3 && run_len(&plate, 0) == 1 && run_len(&plate, 2) == 3)
		return is_without(&plate, 0, LETTERS_IOUZ) && is_without(&plate, 2, LETTERS_IQZ) &&
			run_len(&plate, 1) <= 3 && plate.text[plate.start[1]] != '0' &&
			(plate.separators == 0 || value[len - 4] == ' ');
	if (plate.runs == 3 && run_len(&plate, 0) == 3 && run_len(&plate, 2) == 1)
		return is_without(&plate, 2, LETTERS_IOQUZ) && is_without(&plate, 0, LETTERS_IQZ) &&
			run_len(&plate, 1) <= 3 && plate.text[plate.start[1]] != '0' &&
			(plate.separators == 0 || value[3] == ' ');
	if (plate.runs == 2 && plate.digits[0] != plate.digits[1])	/* without a year; in Northern Ireland with I or Z, and four digits */
	{
		int			letters = plate.digits[0] ? 1 : 0;
		int			digits = 1 - letters;
		bool		irish = run_len(&plate, letters) >= 2 && !is_without(&plate, letters, LETTERS_IZ);

		return run_len(&plate, letters) <= 3 && run_len(&plate, digits) <= 4 &&
			plate.text[plate.start[digits]] != '0' && is_without(&plate, letters, LETTERS_Q) &&
			(run_len(&plate, letters) < 3 || run_len(&plate, digits) <= 3 || irish) &&
			plate.len >= 4;
	}
	return false;
}

/* Sweden: three letters, two digits, a digit or (since 2019) letter; no I, Q, V, at the end no O. */
bool
bv_is_se_regnr(const char *value, size_t len)
{
	Plate		plate;

	bv_trim(&value, &len);
	if ((len != 6 && len != 7) || !read_plate(value, len, &plate))
		return false;
	if (plate.separators > 0 && (plate.separators > 1 || bv_is_of(value[3], BV_CHARS_ALNUM)))
		return false;
	if (has_shape(&plate, "L393"))
		return is_without(&plate, 0, LETTERS_IQV) && !run_is(&plate, 1, "000");
	return has_shape(&plate, "L392L1") && is_without(&plate, 0, LETTERS_IQV) &&
		is_without(&plate, 2, LETTERS_IQVO);
}

/* Departments of France on plates: 01 to 95 (20 is 2A or 2B), 971 to 976, 98 for the sea. */
static bool
is_department(const Plate *plate, int run, int runs)
{
	if (runs == 2)				/* 2A, 2B */
		return run_is(plate, run, "2") && (run_is(plate, run + 1, "A") || run_is(plate, run + 1, "B"));
	if (run_len(plate, run) == 2)
		return run_number(plate, run) >= 1 && run_number(plate, run) <= 95 &&
			run_number(plate, run) != 20;
	return run_len(plate, run) == 3 && run_number(plate, run) >= 971 && run_number(plate, run) <= 976;
}

/*
 * France: since 2009 two letters, three digits, two letters (no I, O, U, nor SS);
 * before that a number, letters and the department.
 */
bool
bv_is_fr_plaque(const char *value, size_t len)
{
	Plate		plate;

	bv_trim(&value, &len);
	if (len < 5 || len > 12 || !read_plate(value, len, &plate))
		return false;
	if (has_shape(&plate, "L293L2"))
		return is_evenly_spaced(&plate) && is_without(&plate, 0, LETTERS_IOU) &&
			is_without(&plate, 2, LETTERS_IOU) && !run_is(&plate, 0, "SS") && !run_is(&plate, 2, "SS") &&
			run_number(&plate, 1) > 0;
	if ((plate.runs != 3 && plate.runs != 4) || !plate.digits[0] || plate.digits[1] ||
		!plate.digits[2] || (plate.runs == 4 && plate.digits[3]))
		return false;
	return run_len(&plate, 0) <= 4 && plate.text[0] != '0' && run_len(&plate, 1) <= 3 &&
		run_len(&plate, 1) >= 2 && is_without(&plate, 1, LETTERS_IOU) &&
		(plate.separators == 0 || plate.separators == 2) &&
		is_department(&plate, 2, plate.runs - 2);
}

/* Spain: since 2000 four digits and three consonants; before that a province, digits, letters. */
bool
bv_is_es_matricula(const char *value, size_t len)
{
	static const char provinces[] =
		" A AB AL AV B BA BI BU C CA CC CE CO CR CS CU GC GE GI GR GU H HU IB J L LE LO LU M MA ML "
		"MU NA O OR OU P PM PO S SA SE SG SO SS T TE TF TO V VA VI Z ZA ";
	Plate		plate;
	char		province[5] = " ";

	bv_trim(&value, &len);
	if (len < 6 || len > 10 || !read_plate(value, len, &plate) || !is_evenly_spaced(&plate))
		return false;
	if (has_shape(&plate, "94L3"))
		return is_without(&plate, 1, LETTERS_AEIOUQ);
	if (plate.runs != 3 || plate.digits[0] || !plate.digits[1] || plate.digits[2] ||
		run_len(&plate, 0) > 2 || run_len(&plate, 1) != 4 || run_len(&plate, 2) > 2)
		return false;
	memcpy(province + 1, plate.text, (size_t) run_len(&plate, 0));
	province[1 + run_len(&plate, 0)] = ' ';
	return strstr(provinces, province) != NULL && is_without(&plate, 2, LETTERS_QR);
}

/* Italy: since 1994 two letters, three digits, two letters; no I, O, Q, U. */
bool
bv_is_it_targa(const char *value, size_t len)
{
	Plate		plate;

	bv_trim(&value, &len);
	return (len == 7 || len == 9) && read_plate(value, len, &plate) && is_evenly_spaced(&plate) &&
		has_shape(&plate, "L293L2") && is_without(&plate, 0, LETTERS_IOQU) &&
		is_without(&plate, 2, LETTERS_IOQU);
}

/*
 * A plate of any country: letters and digits, 3 to 9 in all, or the ten of India, in
 * at most four groups and five runs, no more than five letters or six digits
 * together; separated by spaces, hyphens or middle dots.  Many a code looks so.
 */
bool
bv_is_license_plate(const char *value, size_t len)
{
	int			letters = 0;
	int			digits = 0;
	int			runs = 0;
	int			run = 0;
	int			groups = 1;
	char		last = ' ';

	bv_trim(&value, &len);
	if (len < 4 || len > 14)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		char		c = value[i];

		if (bv_is_digit(c) || bv_is_letter(c))
		{
			bool		digit = bv_is_digit(c);

			if (last == ' ' || bv_is_digit(last) != digit)
			{
				runs++;
				run = 0;
			}
			if (++run > (digit ? 6 : 5))
				return false;
			letters += !digit;
			digits += digit;
			last = c;
			continue;
		}
		if ((unsigned char) c == 0xC2 && i + 1 < len && (unsigned char) value[i + 1] == 0xB7)
			i++;				/* a middle dot in UTF-8 */
		else if (c != ' ' && c != '-' && (unsigned char) c != 0xB7)
			return false;
		if (last == ' ' || i + 1 == len)
			return false;
		last = ' ';
		groups++;
	}
	if (letters > 0 && digits > 0 && letters + digits >= 4 && letters + digits <= 9 &&
		runs <= 5 && groups <= 4)
		return true;
	/* a state, a district, letters, four digits: KA 53 ME 3456 */
	if (letters + digits == 10 && runs == 4 && groups <= 4 && run == 4 &&
		bv_all_of(value, 2, BV_CHARS_LETTER) && !bv_is_of(value[2], BV_CHARS_LETTER) &&
		bv_all_of(value + len - 4, 4, BV_CHAR_DIGIT))
		return true;
	return bv_is_de_kennzeichen(value, len);
}
