# breachvalue - exposure accounting inside PostgreSQL
#
#   make                 build against $(PG_CONFIG)
#   make install         install (honours DESTDIR)
#   make installcheck    regression tests against a running server
#   make check           all tests in a throw-away cluster: needs no install
#   make check-core      the plain C tests of src/core: needs no PostgreSQL
#   make accept          take the results of the last run as the expected answers

PG_CONFIG ?= pg_config

EXTENSION  = breachvalue
EXTVERSION = $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(EXTENSION).control)

# The core knows nothing of PostgreSQL: it compiles, and is tested, without a server.
CORE = \
	src/core/class.o \
	src/core/class_table.o \
	src/core/column_name.o \
	src/core/column_name_table.o \
	src/core/histogram.o \
	src/core/label_parser.o

MODULE_big = $(EXTENSION)
PGFILEDESC = "breachvalue - exposure accounting"
OBJS = \
	$(WIN32RES) \
	$(CORE) \
	src/breachvalue.o \
	src/class_set.o \
	src/label.o \
	src/label_cache.o \
	src/label_view.o \
	src/record.o
WARNINGS    = -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare -Wno-missing-field-initializers
PG_CPPFLAGS = -Isrc/core -DEXTVERSION='"$(EXTVERSION)"'
PG_CFLAGS   = $(WARNINGS)

# The install script is put together from its parts.
SQL_PARTS = \
	sql/00_header.sql \
	sql/05_class_set.sql \
	sql/50_label.sql \
	sql/55_record.sql
DATA_built = sql/$(EXTENSION)--$(EXTVERSION).sql

# Scripts are in test/sql and test/specs, answers in expected; tap_* are pgTAP.
# pg_regress looks in ./sql first: no part of the install script may be named as a test is.
REGRESS = \
	setup \
	class_set \
	label
REGRESS_OPTS = --inputdir=test
ISOLATION =
ISOLATION_OPTS = --inputdir=test --outputdir=.

# PGXS declines "make check", so that one goal is ours and does without it.
ifneq ($(filter check,$(MAKECMDGOALS)),)
check: check-core
	$(MAKE) install DESTDIR=$(CURDIR)/tmp_check/root
	test/with-cluster -s tmp_check/root $(MAKE) installcheck

.PHONY: check
else ifneq ($(MAKECMDGOALS),check-core)
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

$(OBJS): $(wildcard src/*.h src/core/*.h) $(EXTENSION).control

$(DATA_built): $(SQL_PARTS)
	cat $^ > $@

accept:
	cp results/*.out expected/

.PHONY: accept
endif

# Each test/core/test_*.c is a program of its own, over the whole core, under the sanitizers that
# the compiler has.
CORE_TESTS   = $(patsubst test/core/%.c,tmp_check/core/%,$(wildcard test/core/test_*.c))
CORE_OBJECTS = $(patsubst src/core/%.c,tmp_check/core/%.o,$(wildcard src/core/*.c))
CORE_CFLAGS  = -std=gnu11 -O1 -g $(WARNINGS) -Werror -Isrc/core @tmp_check/core/sanitize

check-core: $(CORE_TESTS)
	test/run-tap $(CORE_TESTS)

tmp_check/core/test_%: test/core/test_%.c test/core/tap.h $(CORE_OBJECTS) tmp_check/core/sanitize
	$(CC) $(CORE_CFLAGS) -o $@ $< $(CORE_OBJECTS) -lm

tmp_check/core/%.o: src/core/%.c $(wildcard src/core/*.h) tmp_check/core/sanitize
	$(CC) $(CORE_CFLAGS) -c -o $@ $<

tmp_check/core/sanitize:
	mkdir -p $(@D)
	echo 'int main(void) { return 0; }' > $@.c
	for flags in '-fsanitize=address,undefined -fno-sanitize-recover=all' ''; do \
		echo "$$flags" > $@; \
		! $(CC) @$@ -o $@.out $@.c 2> /dev/null || ! $@.out 2> /dev/null || break; \
	done

.PHONY: check-core
