/* test_placeholder.c: what stands for nothing, and what may be somebody's */
#include "placeholder.h"

#include <stdlib.h>
#include <string.h>

#include "tap.h"

static const char *const nobody[] = {
	"", " ", "\t\n", "n/a", "N/A", " None ", "NULL", "Unknown", "-", "--", "?", "...", "x", "XXX", "0",
	"000", "999", "9999999999", "aaa", "1111111111", "1900-01-01", "9999-12-31", "000-00-0000",
	"test", "Test@Test.com", "00000000-0000-0000-0000-000000000000",
};

static const char *const somebody[] = {
	"a", "M", "7", "42", "99", "Na", "Bo", "Testa", "test1@gmail.com", "1900-01-02", "Rome",
	"0000000001", "nobody", "N/A/N", "\303\251\303\251\303\251", "\303\303\303", "x y", "Nonen",
};

static const char *
reason_for(const char *text)
{
	size_t		length = strlen(text);
	char	   *copy = memcpy(malloc(length > 0 ? length : 1), text, length);
	const char *reason = bv_placeholder(copy, length);

	free(copy);
	return reason;
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(nobody) / sizeof(nobody[0]); i++)
		ok(reason_for(nobody[i]) != NULL, "a placeholder: number %zu", i);
	for (size_t i = 0; i < sizeof(somebody) / sizeof(somebody[0]); i++)
		ok(reason_for(somebody[i]) == NULL, "may be somebody's: %s", somebody[i]);
	return done_testing();
}
