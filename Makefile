# breachvalue - exposure accounting inside PostgreSQL
#
#   make                 build against $(PG_CONFIG): the newest server here, unless named
#   make install         install (honours DESTDIR)
#   make installcheck    regression tests against a running server
#   make accept          take the results of the last run as the expected answers
#   make clean           remove all that was built
#
# In a throw-away cluster, without installing breachvalue; what else is missing is installed on
# Debian, and listed elsewhere. Not together with the goals above.
#
#   make check           all tests
#   make stress          $(STRESS_ROUNDS) rounds of concurrent writers and crashes against budgets
#   make prove           the pgTAP scripts alone, through pg_prove
#   make demo            a telephone company with $(CUSTOMERS) customers: a tour
#   make shell           psql on the same database
#   make bench           running times as ratios to what PostgreSQL itself has
#   make bench-classify  the same of classifying and scanning
#   make accuracy        how right scans are on the labelled columns in $(CORPORA)
#   make bench-budget    what budgets cost, as ratios to no trigger: takes some minutes
#
# What needs no PostgreSQL:
#
#   make check-core      the plain C tests of src/core
#   make bench-core      what it costs to tell the classes of a value
#   make bench-find      speed of the finder on free text, beside what else is installed of
#                        Hyperscan and PCRE2: $(NOTES) notes, $(ROUNDS) rounds
#   make fuzz            look for inputs that break it, $(SECONDS) seconds for each harness
#   make bench-peers     how fast values are recognised, beside Hyperscan and PCRE2
#   make differential    compare the validators with those of npm packages and python-stdnum, which it gets
#   make rates           measure how often values pass validators, into the tables of src/core

EXTENSION  = breachvalue
EXTVERSION = $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(EXTENSION).control)
CUSTOMERS  = 1000000
NOTES      = 100000
ROUNDS     = 15
SECONDS    = 60
VALUES     = 2000
WARNINGS   = -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare -Wno-missing-field-initializers

# The core knows nothing of PostgreSQL: it compiles, and is tested, without a server.
CORE = \
	src/core/address.o \
	src/core/ascii.o \
	src/core/canonical.o \
	src/core/check_digit.o \
	src/core/class.o \
	src/core/class_name.o \
	src/core/class_table.o \
	src/core/column_name.o \
	src/core/column_name_table.o \
	src/core/company_check.o \
	src/core/country.o \
	src/core/country_of.o \
	src/core/country_table.o \
	src/core/decimal.o \
	src/core/decimal_divide.o \
	src/core/decimal_text.o \
	src/core/decoy.o \
	src/core/decoy_number.o \
	src/core/decoy_table.o \
	src/core/digest.o \
	src/core/escrow.o \
	src/core/evidence.o \
	src/core/evidence_class.o \
	src/core/evidence_column.o \
	src/core/evidence_mixed.o \
	src/core/evidence_name.o \
	src/core/evidence_rival.o \
	src/core/evidence_sample.o \
	src/core/evidence_shape.o \
	src/core/evidence_table.o \
	src/core/evidence_value.o \
	src/core/evidence_weight.o \
	src/core/evidence_word.o \
	src/core/find.o \
	src/core/find_address.o \
	src/core/find_beside.o \
	src/core/find_broken.o \
	src/core/find_context.o \
	src/core/find_known.o \
	src/core/find_mark.o \
	src/core/find_near.o \
	src/core/find_number.o \
	src/core/find_phrase.o \
	src/core/find_policy.o \
	src/core/find_secret.o \
	src/core/find_sign.o \
	src/core/find_spelling.o \
	src/core/find_text.o \
	src/core/find_word.o \
	src/core/fixed.o \
	src/core/fold.o \
	src/core/fold_table.o \
	src/core/glance.o \
	src/core/held_text.o \
	src/core/histogram.o \
	src/core/json_path.o \
	src/core/kennzeichen_table.o \
	src/core/label_clause.o \
	src/core/label_parser.o \
	src/core/label_token.o \
	src/core/lexicon.o \
	src/core/lexicon_table.o \
	src/core/look.o \
	src/core/look_secret.o \
	src/core/normalize.o \
	src/core/number.o \
	src/core/one_line.o \
	src/core/packing.o \
	src/core/pass_rate.o \
	src/core/pass_rate_table.o \
	src/core/phone.o \
	src/core/phone_note.o \
	src/core/phone_plan.o \
	src/core/phone_plan_table.o \
	src/core/phone_written.o \
	src/core/picture.o \
	src/core/picture_test.o \
	src/core/placeholder.o \
	src/core/postcode.o \
	src/core/power.o \
	src/core/profile.o \
	src/core/recognize.o \
	src/core/recognize_index.o \
	src/core/recognize_plan.o \
	src/core/recognize_shape.o \
	src/core/recognize_sum.o \
	src/core/sample.o \
	src/core/scale.o \
	src/core/seed_word_table.o \
	src/core/small_cell.o \
	src/core/subject_kind.o \
	src/core/table_word.o \
	src/core/token_text.o \
	src/core/trace.o \
	src/core/trace_text.o \
	src/core/validate_account.o \
	src/core/validate_america.o \
	src/core/validate_api_secret.o \
	src/core/validate_asia.o \
	src/core/validate_contact.o \
	src/core/validate_date.o \
	src/core/validate_device.o \
	src/core/validate_document.o \
	src/core/validate_east.o \
	src/core/validate_isles.o \
	src/core/validate_location.o \
	src/core/validate_network.o \
	src/core/validate_nordic.o \
	src/core/validate_online.o \
	src/core/validate_organisation.o \
	src/core/validate_password_hash.o \
	src/core/validate_payment.o \
	src/core/validate_person.o \
	src/core/validate_photo.o \
	src/core/validate_plate.o \
	src/core/validate_south.o \
	src/core/validate_tax.o \
	src/core/validate_token.o \
	src/core/validate_vat.o \
	src/core/validate_vehicle.o \
	src/core/validate_wallet.o \
	src/core/validate_west.o \
	src/core/value.o \
	src/core/value_kinds.o \
	src/core/value_limit.o

MODULE_big = $(EXTENSION)
PGFILEDESC = "breachvalue - exposure accounting"
OBJS = \
	$(WIN32RES) \
	$(CORE) \
	src/breachvalue.o \
	src/budget.o \
	src/budget_cache.o \
	src/budget_count.o \
	src/budget_lease.o \
	src/budget_ledger.o \
	src/budget_member.o \
	src/budget_row.o \
	src/budget_slot.o \
	src/budget_stale.o \
	src/budget_status.o \
	src/budget_table.o \
	src/budget_trigger.o \
	src/budget_weigher.o \
	src/class.o \
	src/class_set.o \
	src/classify.o \
	src/column_profile.o \
	src/column_profile_io.o \
	src/create_class.o \
	src/currency.o \
	src/exposure.o \
	src/exposure_aggregate.o \
	src/exposure_io.o \
	src/exposure_of.o \
	src/exposure_value.o \
	src/find_pii.o \
	src/forbid.o \
	src/forbid_trigger.o \
	src/extra_class.o \
	src/former_share.o \
	src/held.o \
	src/kept_price.o \
	src/key_type.o \
	src/kind_price.o \
	src/label.o \
	src/label_cache.o \
	src/label_column.o \
	src/label_condition.o \
	src/label_status.o \
	src/label_table.o \
	src/label_view.o \
	src/named_class.o \
	src/new_columns.o \
	src/numeric.o \
	src/own_function.o \
	src/own_table.o \
	src/people.o \
	src/people_country.o \
	src/price.o \
	src/price_table.o \
	src/price_trigger.o \
	src/propose_absent.o \
	src/protection.o \
	src/purge.o \
	src/readable.o \
	src/record.o \
	src/report.o \
	src/require.o \
	src/rows.o \
	src/scan.o \
	src/scan_column.o \
	src/scan_failure.o \
	src/scan_progress.o \
	src/scan_relation.o \
	src/scan_row.o \
	src/scan_sample.o \
	src/scan_statistics.o \
	src/scan_value.o \
	src/spread_blocks.o \
	src/statistics.o \
	src/subject.o \
	src/subject_kind.o \
	src/unlabelled.o \
	src/user_class.o \
	src/validator.o \
	src/value.o \
	src/value_text.o \
	src/verdict.o
PG_CPPFLAGS = -Isrc/core -DEXTVERSION='"$(EXTVERSION)"'
# Line numbers for backtraces, compressed; all that debuggers can use would double the library.
PG_CFLAGS   = $(WARNINGS) -g1 -gz

# The install script is put together from its parts.
SQL_PARTS = \
	sql/00_header.sql \
	sql/05_class_set.sql \
	sql/10_value.sql \
	sql/20_class.sql \
	sql/22_user_class.sql \
	sql/25_find.sql \
	sql/30_price.sql \
	sql/31_price_data.sql \
	sql/32_price_evidence.sql \
	sql/34_protection.sql \
	sql/40_exposure.sql \
	sql/45_exposure_value.sql \
	sql/46_currency.sql \
	sql/47_subject_kind.sql \
	sql/50_label.sql \
	sql/55_record.sql \
	sql/58_classify.sql \
	sql/60_scan.sql \
	sql/65_people.sql \
	sql/66_country.sql \
	sql/67_purge.sql \
	sql/68_coverage.sql \
	sql/70_statistics.sql \
	sql/71_special_category.sql \
	sql/75_coverage.sql \
	sql/80_report.sql \
	sql/82_require.sql \
	sql/85_budget.sql \
	sql/86_forbid.sql
DATA_built = sql/$(EXTENSION)--$(EXTVERSION).sql

# Scripts are in test/sql and test/specs, answers in expected; tap_* are pgTAP.
# pg_regress looks in ./sql first: no part of the install script may be named as a test is.
REGRESS = \
	setup \
	value \
	class \
	normalized \
	class_set \
	price \
	exposure \
	currency \
	label \
	record \
	classify \
	scan \
	statistics \
	held \
	protection \
	user_class \
	label_table \
	people \
	subject \
	places \
	purge \
	require \
	restore \
	find \
	forbid \
	tap_api \
	tap_classify \
	budget \
	budget_count \
	budget_protection \
	budget_restore \
	tap_budget \
	tap_budget_count \
	tap_contract \
	tap_exposure \
	tap_label \
	tap_people \
	tap_price \
	tap_scan \
	tap_validate \
	tap_value
REGRESS_OPTS = --inputdir=test
ISOLATION = \
	budget_conflict \
	budget_last \
	budget_room \
	budget_warning \
	label_cache \
	people_change \
	price_cache \
	view_change
ISOLATION_OPTS = --inputdir=test --outputdir=.

# What needs settings that other servers may not have, and rounds of the stress test.
CHECK_REGRESS   = budget_replication
CHECK_ISOLATION = budget_aside budget_prepared
STRESS_ROUNDS   = 1000

CLUSTERED = check stress prove demo shell bench bench-budget bench-classify accuracy

# What needs no PostgreSQL.
STANDALONE = check-core bench-core bench-find bench-peers differential fuzz rates
ifneq ($(filter $(CLUSTERED),$(MAKECMDGOALS)),)
STAGE   = tmp_check/root
CLUSTER = test/with-cluster -s $(STAGE)
PSQL    = psql -X -q -v ON_ERROR_STOP=1 -v customers=$(CUSTOMERS)

stage:
	@test/prerequisites $(firstword $(filter $(CLUSTERED),$(MAKECMDGOALS)))
	@$(MAKE) -s install DESTDIR=$(STAGE)

check: stage
	@$(MAKE) -s check-core
	$(CLUSTER) -c test/check.conf $(MAKE) -s installcheck MORE_REGRESS="$(CHECK_REGRESS)" ISOLATION="$(ISOLATION) $(CHECK_ISOLATION)"
	$(CLUSTER) -c test/check.conf test/upgrade/run
	$(CLUSTER) -c test/check.conf test/stress/budget 10

stress: stage
	$(CLUSTER) -c test/check.conf test/stress/budget $(STRESS_ROUNDS)

prove: stage
	$(CLUSTER) pg_prove $(patsubst %,test/sql/%.sql,$(filter tap_%,$(REGRESS)))

demo: stage
	@$(CLUSTER) -c test/demo/cluster.conf $(PSQL) -f test/demo/telephone.sql -f test/demo/tour.sql -f test/demo/sceptic.sql

shell: stage
	@$(CLUSTER) -c test/demo/cluster.conf \
		sh -c '$(PSQL) -f test/demo/telephone.sql && echo "A tour: \\i test/demo/tour.sql" && exec psql'

bench: stage
	@$(CLUSTER) -c test/demo/cluster.conf $(PSQL) -f bench/exposure.sql
	@$(CLUSTER) -c test/demo/cluster.conf $(PSQL) -f bench/forbid.sql

bench-classify: stage
	@$(CLUSTER) -c test/demo/cluster.conf $(PSQL) -f bench/classify.sql

accuracy: stage
	@mkdir -p tmp_check/bench
	$(CC) -std=gnu11 -O2 $(WARNINGS) -Isrc/core -o tmp_check/bench/rivals bench/rivals.c $(CORE:.o=.c) -lm
	@$(CLUSTER) sh -c 'psql -X -q -c "CREATE EXTENSION breachvalue" && bench/accuracy.py "$(CORPORA)"'

bench-budget: stage
	@$(CLUSTER) -c test/demo/cluster.conf bench/budget.sh

.PHONY: stage $(CLUSTERED)
else ifeq ($(filter $(STANDALONE),$(MAKECMDGOALS)),)
ifndef PG_CONFIG
PG_CONFIG := $(shell test/pg-config)
endif
PGXS := $(if $(PG_CONFIG),$(shell $(PG_CONFIG) --pgxs))
ifeq ($(wildcard $(PGXS)),)
$(error No PostgreSQL server with headers found: PG_CONFIG may name one, test/prerequisites installs one)
endif
ifeq ($(wildcard $(shell $(PG_CONFIG) --sharedir)/extension/pgtap.control),)
REGRESS := $(filter-out tap_%,$(REGRESS))
endif
REGRESS += $(MORE_REGRESS)

# Without the compiler that the server was built with there is no bitcode to inline, nothing else.
ifeq ($(shell command -v $$(sed -n 's/^CLANG[ \t]*= *//p' $(dir $(PGXS))../Makefile.global)),)
override with_llvm = no
endif
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
MADE_OBJECTS = $(patsubst test/values/%.c,tmp_check/core/made/%.o,$(wildcard test/values/*.c))
CORE_CFLAGS  = -std=gnu11 -O1 -g $(WARNINGS) -Werror -Isrc/core -Itest/values @tmp_check/core/sanitize

# So is each test/fuzz/fuzz_*.c, here with inputs that are always the same.
FUZZ         = $(patsubst test/fuzz/%.c,%,$(wildcard test/fuzz/fuzz_*.c))
FUZZ_REPLAYS = $(FUZZ:%=tmp_check/core/%)

check-core: $(CORE_TESTS) $(FUZZ_REPLAYS)
	test/run-tap $(CORE_TESTS) $(FUZZ_REPLAYS)

tmp_check/core/test_%: test/core/test_%.c $(wildcard test/core/*.h) $(CORE_OBJECTS) $(MADE_OBJECTS) tmp_check/core/sanitize
	$(CC) $(CORE_CFLAGS) -o $@ $< $(CORE_OBJECTS) $(MADE_OBJECTS) -lm

tmp_check/core/fuzz_%: test/fuzz/fuzz_%.c test/fuzz/replay.c test/fuzz/fuzz.h test/core/tap.h $(CORE_OBJECTS) $(MADE_OBJECTS) tmp_check/core/sanitize
	$(CC) $(CORE_CFLAGS) -Itest/core -o $@ $< test/fuzz/replay.c $(CORE_OBJECTS) $(MADE_OBJECTS) -lm

tmp_check/core/%.o: src/core/%.c $(wildcard src/core/*.h) tmp_check/core/sanitize
	$(CC) $(CORE_CFLAGS) -c -o $@ $<

tmp_check/core/made/%.o: test/values/%.c $(wildcard test/values/*.h src/core/*.h) tmp_check/core/sanitize
	mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) -c -o $@ $<

tmp_check/core/sanitize:
	mkdir -p $(@D)
	echo 'int main(void) { return 0; }' > $@.c
	for flags in '-fsanitize=address,undefined -fno-sanitize-recover=all' ''; do \
		echo "$$flags" > $@; \
		! $(CC) @$@ -o $@.out $@.c 2> /dev/null || ! $@.out 2> /dev/null || break; \
	done

.PHONY: check-core

# As the library is built on most machines: no more than the baseline of the processor.
BENCH_PEERS = $(if $(wildcard /usr/include/hs/hs.h),-DWITH_HYPERSCAN -lhs) \
	$(if $(wildcard /usr/include/pcre2.h),-DWITH_PCRE2 -lpcre2-8)

bench-find: tmp_check/bench/find
	@test -e /usr/include/hs/hs.h || echo "Without Hyperscan, which Debian has as libhyperscan-dev." >&2
	@test -e /usr/include/pcre2.h || echo "Without PCRE2, which Debian has as libpcre2-dev." >&2
	@tmp_check/bench/find $(NOTES) $(ROUNDS)

tmp_check/bench/find: bench/find.c $(CORE:.o=.c) $(wildcard src/core/*.h)
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 $(WARNINGS) -Werror -Isrc/core -o $@ bench/find.c $(CORE:.o=.c) $(BENCH_PEERS) -lm

bench-core:
	@mkdir -p tmp_check/bench
	@$(CC) -std=gnu11 -O2 $(WARNINGS) -Isrc/core -Itest/core -o tmp_check/bench/recognize \
		bench/recognize.c src/core/*.c -lm
	@tmp_check/bench/recognize

# libFuzzer comes with clang.  What it learns is kept, and what it finds is left, in tmp_check/fuzz.
FUZZ_CC     = clang
FUZZ_CFLAGS = -std=gnu11 -O2 -g -fno-sanitize-recover=all $(WARNINGS) -Isrc/core
FUZZ_OBJECTS = $(patsubst src/core/%.c,tmp_check/fuzz/%.o,$(wildcard src/core/*.c))

fuzz:
	FUZZ_CC="$(FUZZ_CC)" test/prerequisites fuzz
	mkdir -p tmp_check/fuzz
	$(MAKE) -s $(FUZZ:%=tmp_check/fuzz/%) MAKECMDGOALS=fuzz
	set -e; for harness in $(FUZZ); do \
		echo "== $$harness"; \
		mkdir -p tmp_check/fuzz/$$harness.corpus; \
		tmp_check/fuzz/$$harness -max_total_time=$(SECONDS) -timeout=10 -print_final_stats=1 -verbosity=0 \
			-artifact_prefix=tmp_check/fuzz/$$harness. tmp_check/fuzz/$$harness.corpus; \
	done

tmp_check/fuzz/fuzz_%: test/fuzz/fuzz_%.c test/fuzz/fuzz.h $(FUZZ_OBJECTS)
	$(FUZZ_CC) $(FUZZ_CFLAGS) -fsanitize=fuzzer,address,undefined -o $@ $< $(FUZZ_OBJECTS) -lm

$(FUZZ_OBJECTS): tmp_check/fuzz/%.o: src/core/%.c $(wildcard src/core/*.h)
	$(FUZZ_CC) $(FUZZ_CFLAGS) -fsanitize=fuzzer-no-link,address,undefined -c -o $@ $<

# Programs that measure run as the extension does: optimised, without sanitizers.
TOOL_CFLAGS = -std=gnu11 -O2 $(WARNINGS) -Werror -Isrc/core -Itest/values

rates: tmp_check/measure tmp_check/imitation
	test/rates/update tmp_check/measure tmp_check/imitation

bench-peers:
	test/prerequisites bench-peers
	mkdir -p tmp_check
	$(CC) $(TOOL_CFLAGS) -o tmp_check/peers bench/peers.c test/values/*.c src/core/*.c -lhs -lpcre2-8 -lm
	tmp_check/peers

differential: tmp_check/driver
	test/prerequisites differential
	mkdir -p tmp_check/differential
	cp $(addprefix test/differential/,package.json compare.js peers.js made.js judge.py settled.tsv) tmp_check/differential
	cd tmp_check/differential && npm install --silent --no-audit --no-fund --no-package-lock
	node tmp_check/differential/compare.js tmp_check/driver $(VALUES)

tmp_check/driver: test/differential/driver.c $(wildcard test/values/*.[ch] src/core/*.[ch])
	mkdir -p $(@D)
	$(CC) $(TOOL_CFLAGS) -o $@ $(filter %.c,$^) -lm

tmp_check/measure tmp_check/imitation: tmp_check/%: test/rates/%.c $(wildcard test/values/*.[ch] src/core/*.[ch])
	mkdir -p $(@D)
	$(CC) $(TOOL_CFLAGS) -o $@ $(filter %.c,$^) -lm

.PHONY: bench-core bench-find bench-peers differential fuzz rates
