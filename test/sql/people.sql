-- what people hold, in whatever tables
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
RESET client_min_messages;
CREATE SCHEMA people;
SET search_path = people;
CREATE TABLE customer (id int PRIMARY KEY, name text, email text, ssn text, ended_on date)
	WITH (autovacuum_enabled = off);
INSERT INTO customer
SELECT i, 'name ' || i, CASE WHEN i % 4 > 0 THEN i || '@example.org' ELSE ' ' END,
	CASE WHEN i % 2 = 1 THEN '123-45-' || 1000 + i END, CASE WHEN i % 5 = 0 THEN date '2020-01-01' END
FROM generate_series(1, 1000) i;
SELECT breachvalue.label('customer', 'name', 'name'), breachvalue.label('customer', 'email', 'email'),
	breachvalue.label('customer', 'ssn', 'us_ssn') \gset ignored_

-- no label leads to it: its rows are people
SELECT * FROM breachvalue.people_exposure('customer');

-- one table, and the same in two: labels on the columns that join them make no difference
CREATE TABLE person (id bigint PRIMARY KEY, name text, email text);
CREATE TABLE secret (person_id int PRIMARY KEY, ssn text);
INSERT INTO person SELECT id, name, email FROM customer;
INSERT INTO secret SELECT id, ssn FROM customer WHERE ssn IS NOT NULL;
SELECT breachvalue.label('person', 'name', 'name'), breachvalue.label('person', 'email', 'email'),
	breachvalue.label('secret', 'person_id', 'account_id'), breachvalue.label('secret', 'ssn', 'us_ssn'),
	breachvalue.label('secret', 'subject (person_id = people.person.id)') \gset ignored_
SELECT c.people AS people, c.exposure::text = p.exposure::text AS same_text,
	breachvalue.exposure_send(c.exposure) = breachvalue.exposure_send(p.exposure) AS same_bytes,
	breachvalue.value(c.exposure) = breachvalue.value(p.exposure) AS same_value, c.rows, p.rows AS rows_in_two
FROM breachvalue.people_exposure('customer') c, breachvalue.people_exposure('person') p;
-- which rows do not have
SELECT breachvalue.exposure_of('customer') = breachvalue.exposure_of('person') + breachvalue.exposure_of('secret') AS same_by_rows;

-- rows of nobody: no key, or one that leads nowhere; counted as rows, apart
INSERT INTO secret VALUES (1001, '123-45-9001'), (1002, NULL);
CREATE TABLE note (person_id bigint, phone text);
INSERT INTO note VALUES (1, '+31 6 12345678'), (1, ' '), (1, '+31 6 12345679'), (NULL, '+31 6 12345670'), (5000, '+31 6 12345671');
SELECT breachvalue.label('note', 'phone', 'phone'),
	breachvalue.label('note', 'subject (person_id = people.person.id)') \gset ignored_
SELECT * FROM breachvalue.people_exposure('person');
DELETE FROM secret WHERE person_id > 1000;
DROP TABLE note;

-- a chain: the lines of an order are those of its customer
CREATE TABLE "order" (id int PRIMARY KEY, customer_id bigint, ended_on date);
CREATE TABLE "order ""line""; --" ("order" int, "ship to" text, target int, ended_on date);
INSERT INTO "order" SELECT i, nullif(i % 1000, 0) FROM generate_series(1, 2000) i;
INSERT INTO "order ""line""; --" SELECT i, 'Dorpsstraat ' || i FROM generate_series(991, 1005) i;
SELECT breachvalue.label('"order"', 'customer_id', 'account_id'),
	breachvalue.label('"order ""line""; --"', 'ship to', 'address'),
	breachvalue.label('"order"', 'subject (customer_id = people.customer.id)'),
	breachvalue.label('"order ""line""; --"', 'subject ("order" = people."order".id)') \gset ignored_
SELECT subject, subject_key, relation, relations, columns, targets, former FROM breachvalue.subject_tables()
ORDER BY subject::text, relation::text COLLATE "C";
SELECT people, breachvalue.class_counts(exposure), rows, unknown_rows, unknown_exposure
FROM breachvalue.people_exposure('customer') ORDER BY 2;

-- another column of the subject than its key leads there as well
CREATE TABLE subscriber (mail text, phone text);
INSERT INTO subscriber VALUES ('1@example.org', '+31 6 12345678'), ('nobody@example.org', '+31 6 12345679');
SELECT breachvalue.label('subscriber', 'mail', 'email'), breachvalue.label('subscriber', 'phone', 'phone'),
	breachvalue.label('subscriber', 'subject (mail = people.customer.email)') \gset ignored_
SELECT class, records FROM breachvalue.people_exposure('customer') p, breachvalue.class_counts(p.exposure) ORDER BY class;
SELECT unknown_rows, unknown_exposure FROM breachvalue.people_exposure('customer');
DROP TABLE subscriber;

-- labels that are decided value by value
CREATE TABLE contact (customer_id int, "what's" text);
INSERT INTO contact VALUES (1, '+31 6 12345678'), (2, 'n/a'), (3, '2@example.org'), (4, 'neither');
SELECT breachvalue.label('contact', 'what''s', 'email | phone (absent = ''n/a'')'),
	breachvalue.label('contact', 'subject (customer_id = people.customer.id)') \gset ignored_
SELECT class, records FROM breachvalue.people_exposure('customer') p, breachvalue.class_counts(p.exposure) ORDER BY class;
DROP TABLE contact;

-- the table of a chain is not that of a subject
SELECT breachvalue.people_exposure('"order"');
SELECT breachvalue.people_exposure(0);
SELECT breachvalue.people_exposure('customer_pkey');
SELECT breachvalue.people_exposure(NULL);

-- events do not swamp people: links are worth nothing, a phone number is its subject's
CREATE TABLE call (customer_id int, number text) WITH (autovacuum_enabled = off);
INSERT INTO call SELECT i % 10 + 1, '+31 6 ' || 10000000 + i FROM generate_series(1, 20000) i;
SELECT breachvalue.label('call', 'customer_id', 'account_id'),
	breachvalue.label('call', 'subject (customer_id = people.customer.id)') \gset ignored_
SELECT breachvalue.value(breachvalue.exposure_of('call')) AS links_alone;
CREATE TEMP TABLE before AS SELECT * FROM breachvalue.people_exposure('customer');
SELECT breachvalue.label('call', 'number', 'phone');
SELECT breachvalue.records(breachvalue.exposure_of('call')) AS calls, breachvalue.records(p.exposure) AS people,
	breachvalue.value(p.exposure) > breachvalue.value(b.exposure) AS worth_more,
	breachvalue.value(p.exposure) < 1.01 * breachvalue.value(b.exposure) AS not_much, c.records AS with_phone
FROM before b, breachvalue.people_exposure('customer') p, breachvalue.class_counts(p.exposure) c
WHERE c.class = 'phone';

-- of the past: by the subject's own rows
SELECT breachvalue.label('customer', 'former (ended_on < now())') \gset ignored_
SELECT * FROM breachvalue.former_exposure('customer');
SELECT breachvalue.records(current) AS current, breachvalue.records(former) AS former
FROM breachvalue.former_exposure('call');
SELECT breachvalue.records(current) AS current, breachvalue.records(former) AS former
FROM breachvalue.former_exposure('"order ""line""; --"');
ANALYZE customer, call;
SELECT table_name, records, former_records, value_without_former < value_alone AS saves,
	abs(value_without_former - (SELECT breachvalue.value(current) FROM breachvalue.former_exposure(relation))) < 0.02 * value_alone AS about_right
FROM breachvalue.table_exposure, LATERAL to_regclass('people.' || table_name) relation
WHERE schema_name = 'people' AND table_name IN ('customer', 'call') ORDER BY table_name;
SELECT breachvalue.estimated_former_share('person') AS nobody_tells;
CREATE ROLE regress_people_blind;
GRANT USAGE ON SCHEMA people TO regress_people_blind;
SET ROLE regress_people_blind;
SELECT breachvalue.sampled_former_share('people.customer') AS not_readable;
RESET ROLE;
DROP OWNED BY regress_people_blind;
DROP ROLE regress_people_blind;
SELECT current + former = breachvalue.exposure_of('customer') AS adds_up FROM breachvalue.former_exposure('customer');
SELECT people, former_people, rows, former_rows, value > value_after AS saves, value - value_after = saving AS adds_up
FROM breachvalue.former_saving('customer');
-- which is what is there when they are deleted
BEGIN;
CREATE TEMP TABLE forecast AS SELECT * FROM breachvalue.former_people('customer');
CREATE TEMP TABLE former AS SELECT id FROM customer WHERE ended_on < now();
DELETE FROM "order ""line""; --" WHERE "order" IN (SELECT id FROM "order" WHERE customer_id IN (SELECT id FROM former));
DELETE FROM "order" WHERE customer_id IN (SELECT id FROM former);
DELETE FROM call WHERE customer_id IN (SELECT id FROM former);
DELETE FROM customer WHERE id IN (SELECT id FROM former);
SELECT f.current_exposure = p.exposure + p.unknown_exposure AS as_told, f.people - f.former_people = p.people AS people
FROM forecast f, breachvalue.people_exposure('customer') p;
ROLLBACK;

-- ... or by another table's: whoever has a current order is current
SELECT breachvalue.label('"order"', 'subject (customer_id = people.customer.id), former (ended_on IS NOT NULL)') \gset ignored_
UPDATE "order" SET ended_on = '2020-01-01' WHERE id < 1010;
SELECT people, former_people FROM breachvalue.former_saving('customer');
-- customers 5, 10, ... 995 and 1000: those that have no order are judged by their own row
SELECT breachvalue.records(current) AS current, breachvalue.records(former) AS former
FROM breachvalue.former_exposure('customer');

-- nobody says who: all are current
SELECT people, former_people, saving FROM breachvalue.former_saving('person');

-- the database
ANALYZE customer; ANALYZE person; ANALYZE secret; ANALYZE call; ANALYZE "order"; ANALYZE "order ""line""; --";
SELECT tables, records, people_at_most, known_share, columns_labelled, columns_not_personal, tables_unreadable FROM breachvalue.database_exposure;
SELECT * FROM breachvalue.estimated_people();
SELECT tables, people, unknown_records, value < value_by_rows AS fewer_than_rows, model, currency
FROM breachvalue.exact_database_exposure();
SELECT breachvalue.report('text') ~ 'people +at most 2,001: of [0-9.]+ % of records it is known whose they are' AS people,
	breachvalue.report('text') ~ 'coverage +11 columns labelled' AS coverage;

-- coverage: what has no label is not taken for safe
SELECT breachvalue.unlabel('customer', 'email'), breachvalue.unlabel('customer', 'ssn');
SELECT relation, column_name, class, confidence > 0.5 AS likely, expected_mass > 0 AS adds, unseen
FROM breachvalue.probable_columns('people') WHERE relation = 'customer'::regclass ORDER BY 2;
SELECT part, columns > 0 AS columns, value > 0 AS value FROM breachvalue.coverage('people');
SELECT columns, reason FROM breachvalue.coverage('people') WHERE part = 'labelled';
SELECT breachvalue.label('customer', 'email', 'email'), breachvalue.label('customer', 'ssn', 'us_ssn');

-- rights are the caller's
CREATE ROLE regress_breachvalue_clerk;
GRANT USAGE ON SCHEMA people TO regress_breachvalue_clerk;
GRANT SELECT ON person TO regress_breachvalue_clerk;
SET ROLE regress_breachvalue_clerk;
\set VERBOSITY terse
SELECT breachvalue.people_exposure('person');
\set VERBOSITY default
SELECT tables_unreadable FROM breachvalue.database_exposure;
RESET ROLE;
GRANT SELECT (person_id, ssn) ON secret TO regress_breachvalue_clerk;
SET ROLE regress_breachvalue_clerk;
SELECT people FROM breachvalue.people_exposure('person');
RESET ROLE;

-- a path that leads elsewhere changes nothing
CREATE SCHEMA hostile;
CREATE FUNCTION hostile.count(int) RETURNS int LANGUAGE sql AS 'SELECT -1';
CREATE FUNCTION hostile.equal(int, int) RETURNS boolean LANGUAGE sql AS 'SELECT false';
CREATE OPERATOR hostile.= (LEFTARG = int, RIGHTARG = int, FUNCTION = hostile.equal);
SET search_path = hostile, pg_catalog;
SELECT people, rows, unknown_rows FROM breachvalue.people_exposure('people.customer');
SELECT current_setting('search_path');
RESET search_path;

-- nor do names that the query has for its own
CREATE TABLE hostile.mid (id int, customer_id int);
CREATE TABLE hostile.breachvalue_step_1 (mid_id int, email text, key int, breachvalue_step_next int);
CREATE TABLE hostile.breachvalue_row (mid_id int, breachvalue_row int, email text);
SELECT breachvalue.label('hostile.mid', 'subject (customer_id = people.customer.id)'),
	breachvalue.label('hostile.breachvalue_step_1', 'subject (mid_id = mid.id), former (key = 1)'),
	breachvalue.label('hostile.breachvalue_step_1', 'email', 'email'),
	breachvalue.label('hostile.breachvalue_row', 'subject (mid_id = mid.id), former (mid_id = 1)'),
	breachvalue.label('hostile.breachvalue_row', 'email', 'email'),
	breachvalue.label('hostile.breachvalue_row', 'breachvalue_row', 'account_id') \g /dev/null
INSERT INTO hostile.mid SELECT 1, id FROM people.customer ORDER BY id LIMIT 1;
INSERT INTO hostile.breachvalue_step_1 VALUES (1, 'a@b.nl', 2), (2, 'a@b.nl', 2);
SELECT p.people, p.rows, p.unknown_rows, f.people AS people_of_all_times
FROM breachvalue.people_exposure('people.customer') p, breachvalue.former_people('people.customer') f;
SELECT breachvalue.label('hostile.breachvalue_step_1', 'subject (mid_id = mid.id), former (breachvalue_step_next = 1)');

-- a condition that fails does not tell the value that it failed on
CREATE TABLE people.note (id int PRIMARY KEY, email text, code text);
INSERT INTO people.note VALUES (1, 'a@b.nl', 'secret');
SELECT breachvalue.label('people.note', 'email', 'email'), breachvalue.label('people.note', 'subject (id), former (code::integer = 1)') \g /dev/null
SELECT * FROM breachvalue.former_people('people.note');
SELECT * FROM breachvalue.former_exposure('people.note');

SET client_min_messages = warning;
DROP SCHEMA people, hostile CASCADE;
DROP ROLE regress_breachvalue_clerk;
