/*
 * fuzz_value.c: which classes a value is of
 *
 * The quick way gives what asking every validator gives, with white space around
 * the value and without, by vectors and by plain code.
 */
#include "fuzz.h"

#include "check_digit.h"
#include "class.h"
#include "fold.h"
#include "glance.h"
#include "recognize.h"

const char *const fuzz_seeds[] = {
	"４１１１ １１１１ １１１１ １１１１", "NL91\xC2\xA0" "ABNA\xC2\xA0" "0417\xC2\xA0" "1643\xC2\xA0" "00",
	"123\xE2\x80\x90" "45\xE2\x80\x91" "6789", "\xD9\xA1\xD9\xA2\xD9\xA3", "\xE2\x80\x8B" "123456782",
	"+31 (0)20 624 1111 ext. 12", "::ffff:192.0.2.1", "(020) 624-1111",
	"GIF89a123456", "1ZZ2A", "52 30 15 N 13 20 10 E", "rppppppppppv34", "5(0)52045", "S0E2\xB0",
	"EEAS451009 5 - -X5", "GODE-561231-GR-8", "Gbgd4-99",
	"L898902C36D<<7408122F1204159ZE184226B<<<<<10",
	"p02013191020<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<8004024680", NULL
};

static void
check_numbers(const char *value, size_t length)
{
	BvNumber	number;
	uint32_t	ask;
	uint32_t	plain_ask;
	unsigned char pair[32];

	bv_trim(&value, &length);
	if (bv_read_number(value, length, &number))
	{
		bv_read_pairs(&number, pair);
		FUZZ_CHECK(bv_lanes_that_hold(&number, pair, UINT32_MAX, &ask) ==
				   bv_lanes_that_hold_plain(&number, UINT32_MAX, &plain_ask));
		FUZZ_CHECK(ask == plain_ask);
	}
	if (length > 0 && length <= BV_GLANCE_MAX)
	{
		BvGlance	quick;
		BvGlance	plain;

		bv_glance(value, length, &quick);
		bv_glance_plain(value, length, &plain);
		FUZZ_CHECK(quick.digits == plain.digits && quick.letters == plain.letters &&
				   quick.kinds == plain.kinds);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *value = (const char *) data;
	BvClassSet	set = bv_classes_of(value, size);
	BvClassSet	asked = {{0}};
	BvClassSet	padded;
	char	   *with_space = malloc(size + 2);

	for (int i = 0; i < bv_class_count; i++)
	{
		const BvClass *class = &bv_classes[i];

		if (class->is_valid == NULL)
			FUZZ_CHECK(!bv_is_valid(class, value, size));
		else
		{
			class->is_valid(value, size);	/* must bear what is not folded */
			if (bv_is_valid(class, value, size))
				bv_class_set_add(&asked, class->number);
		}
	}
	for (int n = 1; n <= bv_class_count; n++)
	{
		if (bv_class_set_has(&set, n) != bv_class_set_has(&asked, n))
			fprintf(stderr, "# %s\n", bv_classes[n - 1].name);
	}
	FUZZ_CHECK(bv_class_set_equal(&set, &asked));

	bv_plan_patience = 1;
	/* what looks the same the second time and from then on has a plan */
	for (int again = 0; again < 2; again++)
	{
		BvClassSet	planned = bv_classes_of(value, size);

		for (int n = 1; n <= bv_class_count; n++)
		{
			if (bv_class_set_has(&planned, n) != bv_class_set_has(&asked, n))
				fprintf(stderr, "# %s, by its plan\n", bv_classes[n - 1].name);
		}
		FUZZ_CHECK(bv_class_set_equal(&planned, &asked));
	}

	with_space[0] = '\t';
	memcpy(with_space + 1, value, size);
	with_space[size + 1] = ' ';
	padded = bv_classes_of(with_space, size + 2);
	FUZZ_CHECK(bv_class_set_equal(&set, &padded));
	free(with_space);
	check_numbers(value, size);
	return 0;
}
