# breachvalue - exposure accounting inside PostgreSQL
#
#   make                 build against $(PG_CONFIG)
#   make install         install (honours DESTDIR)
#   make installcheck    regression tests against a running server
#   make check           all tests in a throw-away cluster: needs no install
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
	src/core/decimal.o \
	src/core/decimal_divide.o \
	src/core/decimal_text.o \
	src/core/fixed.o \
	src/core/histogram.o \
	src/core/power.o \
	src/core/scale.o \
	src/core/value.o \
	src/core/value_kinds.o \
	src/core/value_limit.o

MODULE_big = $(EXTENSION)
PGFILEDESC = "breachvalue - exposure accounting"
OBJS = \
	$(WIN32RES) \
	$(CORE) \
	src/breachvalue.o \
	src/class_set.o \
	src/numeric.o \
	src/value.o
PG_CPPFLAGS = -Isrc/core -DEXTVERSION='"$(EXTVERSION)"'
PG_CFLAGS   = -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare -Wno-missing-field-initializers

# The install script is put together from its parts.
SQL_PARTS = \
	sql/00_header.sql \
	sql/05_class_set.sql \
	sql/10_value.sql
DATA_built = sql/$(EXTENSION)--$(EXTVERSION).sql

# Scripts are in test/sql and test/specs, answers in expected; tap_* are pgTAP.
# pg_regress looks in ./sql first: no part of the install script may be named as a test is.
REGRESS = \
	setup \
	class_set \
	value \
	tap_value
REGRESS_OPTS = --inputdir=test
ISOLATION =
ISOLATION_OPTS = --inputdir=test --outputdir=.

# PGXS declines "make check", so that one goal is ours and does without it.
ifneq ($(filter check,$(MAKECMDGOALS)),)
check:
	$(MAKE) install DESTDIR=$(CURDIR)/tmp_check/root
	test/with-cluster -s tmp_check/root $(MAKE) installcheck

.PHONY: check
else
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

$(OBJS): $(wildcard src/*.h src/core/*.h) $(EXTENSION).control

$(DATA_built): $(SQL_PARTS)
	cat $^ > $@

accept:
	cp results/*.out expected/

.PHONY: accept
endif
