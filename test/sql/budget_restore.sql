-- budgets survive pg_dump and restore, plain and in parallel, with what they have counted
SET client_min_messages = warning;
DROP DATABASE IF EXISTS regress_budget_from;
DROP DATABASE IF EXISTS regress_budget_to;
DROP DATABASE IF EXISTS regress_budget_parallel;
DROP DATABASE IF EXISTS regress_budget_table;
DROP DATABASE IF EXISTS regress_budget_data;
CREATE DATABASE regress_budget_from TEMPLATE template0;
CREATE DATABASE regress_budget_to TEMPLATE template0;
CREATE DATABASE regress_budget_parallel TEMPLATE template0;
CREATE DATABASE regress_budget_table TEMPLATE template0;
CREATE DATABASE regress_budget_data TEMPLATE template0;
\c regress_budget_from
CREATE EXTENSION breachvalue;
CREATE TABLE gone (id int);
DROP TABLE gone;
CREATE SCHEMA "the crm";
CREATE TABLE "the crm"."Customer" (gone int, id int, "e-mail" text, born date);
ALTER TABLE "the crm"."Customer" DROP COLUMN gone;
CREATE TABLE call (id int, phone text) PARTITION BY RANGE (id);
CREATE TABLE call_1 PARTITION OF call FOR VALUES FROM (0) TO (100);
CREATE TABLE dropped (email text);
DO $$
BEGIN
	PERFORM breachvalue.label('"the crm"."Customer"', 'e-mail', 'email (absent = ''n/a, it''''s'')');
	PERFORM breachvalue.label('"the crm"."Customer"', 'born', 'birth_date');
	PERFORM breachvalue.label('call', 'phone', 'phone');
	PERFORM breachvalue.set_budget('"the crm"."Customer"', value => 10);
	PERFORM breachvalue.set_budget('call', records => 10);
	PERFORM breachvalue.set_store_budget('all of it', ARRAY['call', '"the crm"."Customer"']::regclass[], 20);
	PERFORM breachvalue.set_budget('dropped', records => 10);
END $$;
DROP TABLE dropped;
INSERT INTO "the crm"."Customer" VALUES (1, 'a@b', NULL), (2, 'n/a', '2000-01-01'), (3, 'n/a', NULL);
INSERT INTO call SELECT i, 'p' FROM generate_series(1, 7) i;
\! bin=$(${PG_CONFIG:-pg_config} --bindir); "$bin/pg_dump" -d regress_budget_from | "$bin/psql" -X -q -o /dev/null -v ON_ERROR_STOP=1 -d regress_budget_to
\! bin=$(${PG_CONFIG:-pg_config} --bindir); file=$(mktemp); "$bin/pg_dump" -Fc -d regress_budget_from -f "$file"; "$bin/pg_restore" -j2 -e -d regress_budget_parallel "$file"; rm -f "$file"
\c regress_budget_to
SELECT budget, relations, state, reason FROM breachvalue.budgets ORDER BY budget;
SELECT budget, difference FROM breachvalue.verify_budgets() ORDER BY budget;
INSERT INTO call SELECT i, 'p' FROM generate_series(1, 4) i;
INSERT INTO call SELECT i, 'p' FROM generate_series(1, 2) i;
INSERT INTO "the crm"."Customer" VALUES (4, 'it''s', '2000-01-01');
SELECT budget, difference FROM breachvalue.verify_budgets() ORDER BY budget;
DO $$
BEGIN
	PERFORM breachvalue.recount_budget('call');
	PERFORM breachvalue.recount_budget('"the crm"."Customer"');
END $$;
SELECT budget, state, used_records FROM breachvalue.budgets ORDER BY budget;
\c regress_budget_parallel
SELECT budget, relations, state, reason FROM breachvalue.budgets ORDER BY budget;
SELECT budget, difference FROM breachvalue.verify_budgets() ORDER BY budget;
SELECT count(*) FROM breachvalue.budget_member WHERE relation::oid NOT IN (SELECT oid FROM pg_class);

-- data alone, into tables that are there with their triggers: without them, as counts come with the rows
\c regress_budget_data
\! bin=$(${PG_CONFIG:-pg_config} --bindir); "$bin/pg_dump" -s -d regress_budget_from | "$bin/psql" -X -q -o /dev/null -v ON_ERROR_STOP=1 -d regress_budget_data
\! bin=$(${PG_CONFIG:-pg_config} --bindir); "$bin/pg_dump" -a --disable-triggers -d regress_budget_from | "$bin/psql" -X -q -o /dev/null -v ON_ERROR_STOP=1 -d regress_budget_data
SELECT budget, state FROM breachvalue.budgets ORDER BY budget;
SELECT budget, difference FROM breachvalue.verify_budgets() ORDER BY budget;
DO $$
BEGIN
	PERFORM breachvalue.recount_budget('call');
	PERFORM breachvalue.recount_budget('"the crm"."Customer"');
END $$;
SELECT budget, state, used_records FROM breachvalue.budgets ORDER BY budget;
SELECT tgrelid::regclass, tgenabled, count(*) FROM pg_trigger WHERE tgname LIKE 'breachvalue%' GROUP BY 1, 2 ORDER BY 1, 2;

-- a table alone: its triggers say that they are not in force
\c regress_budget_table
CREATE EXTENSION breachvalue;
\! bin=$(${PG_CONFIG:-pg_config} --bindir); "$bin/pg_dump" -t call -t call_1 -d regress_budget_from | PGOPTIONS="-c session_preload_libraries=breachvalue" "$bin/psql" -X -q -o /dev/null -v ON_ERROR_STOP=1 -d regress_budget_table
\set VERBOSITY terse
DO $$
BEGIN
	INSERT INTO call SELECT i, 'p' FROM generate_series(1, 20) i;
EXCEPTION WHEN OTHERS THEN
	RAISE NOTICE '%', SQLSTATE;
END $$;
\c postgres
DROP DATABASE regress_budget_from;
DROP DATABASE regress_budget_to;
DROP DATABASE regress_budget_parallel;
DROP DATABASE regress_budget_table;
DROP DATABASE regress_budget_data;
