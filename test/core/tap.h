/* tap.h: results in the Test Anything Protocol, for the plain C tests */
#ifndef TAP_H
#define TAP_H

#include <stdarg.h>
#include <stdio.h>

static int	tap_done;
static int	tap_failed;

/* One result with its description; returns passed, so that a test can stop early. */
static int	ok(int passed, const char *format,...) __attribute__((format(printf, 2, 3)));

static int
ok(int passed, const char *format,...)
{
	va_list		args;

	tap_done++;
	tap_failed += !passed;
	printf("%sok %d - ", passed ? "" : "not ", tap_done);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
	fflush(stdout);				/* what was reached is known even after a crash */
	return passed;
}

/* The plan, which comes last, and what main() should return. */
static int
done_testing(void)
{
	printf("1..%d\n", tap_done);
	if (tap_failed > 0)
		fprintf(stderr, "# %d of %d failed\n", tap_failed, tap_done);
	return tap_failed > 0 || tap_done == 0;
}

#endif							/* TAP_H */
