-- what a retention rule would delete and save
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
RESET client_min_messages;
CREATE SCHEMA purge;
SET search_path = purge;
CREATE TABLE customer (id int, name text, email text, ended_on date);
CREATE TABLE basket (id int PRIMARY KEY, customer_id int, placed date);
CREATE TABLE line (basket int, address text);
CREATE TABLE phone (customer_id int, number text);
INSERT INTO customer SELECT i, 'name', CASE WHEN i % 2 = 0 THEN 'a@example.org' END, CASE WHEN i <= 30 THEN date '2010-01-01' WHEN i <= 60 THEN '2020-01-01' END FROM generate_series(1, 100) i;
INSERT INTO customer VALUES (NULL, 'nobody', NULL, '2010-01-01'), (NULL, 'nobody', NULL, NULL);
INSERT INTO basket SELECT i, i % 100 + 1, date '2010-01-01' + i * 10 FROM generate_series(1, 400) i;
INSERT INTO line SELECT i % 400 + 1, 'Dorpsstraat ' || i FROM generate_series(1, 1000) i;
INSERT INTO line VALUES (5000, 'Nergens 1');
INSERT INTO phone SELECT i % 200 + 1, '+31 6 ' || 10000000 + i FROM generate_series(1, 300) i;
INSERT INTO phone VALUES (NULL, '+31 6 12345678');
SELECT breachvalue.label('customer', 'name', 'name'), breachvalue.label('customer', 'email', 'email'), breachvalue.label('line', 'address', 'address'), breachvalue.label('phone', 'number', 'phone'),
	breachvalue.label('customer', 'subject (id)'), breachvalue.label('basket', 'subject (customer_id = customer.id)'), breachvalue.label('line', 'subject (basket = basket.id)'), breachvalue.label('phone', 'subject (customer_id = customer.id)') \g /dev/null

-- people: their own rows, and those of theirs elsewhere; a null keeps
SELECT rows, rows_to_delete, people, people_to_delete, orphaned_rows, value > value_after AS saves, value - value_after = saving AS adds_up
FROM breachvalue.purge_plan('customer', 'ended_on > date ''2015-01-01''');
-- which is what there is when it is done
BEGIN;
CREATE TEMP TABLE plan AS SELECT * FROM breachvalue.purge_plan('customer', 'ended_on > date ''2015-01-01''');
CREATE TEMP TABLE before AS SELECT (SELECT count(*) FROM customer) + (SELECT count(*) FROM line) + (SELECT count(*) FROM phone) AS rows;
DELETE FROM line WHERE basket IN (SELECT b.id FROM basket b JOIN customer c ON c.id = b.customer_id WHERE NOT c.ended_on > '2015-01-01');
DELETE FROM phone WHERE customer_id IN (SELECT id FROM customer WHERE NOT ended_on > '2015-01-01');
DELETE FROM customer WHERE NOT ended_on > '2015-01-01';
SELECT p.people_to_delete = 100 - e.people AS people, p.rows_to_delete + p.orphaned_rows = b.rows - (SELECT count(*) FROM customer) - (SELECT count(*) FROM line) - (SELECT count(*) FROM phone) AS rows,
	p.value_after = round(breachvalue.value(e.exposure + e.unknown_exposure), 2) AS value
FROM plan p, before b, breachvalue.people_exposure('customer') e;
ROLLBACK;

-- a table of events: people stay, and what leads by the rows goes with them
SELECT rows, rows_to_delete, people, people_to_delete, orphaned_rows, saving > 0 AS saves FROM breachvalue.purge_plan('basket', 'placed >= ''2019-01-01''');
BEGIN;
CREATE TEMP TABLE plan AS SELECT * FROM breachvalue.purge_plan('basket', 'placed >= ''2019-01-01''');
CREATE TEMP TABLE before AS SELECT count(*) AS lines FROM line;
DELETE FROM line WHERE basket IN (SELECT id FROM basket WHERE placed < '2019-01-01');
DELETE FROM basket WHERE placed < '2019-01-01';
SELECT p.orphaned_rows = b.lines - (SELECT count(*) FROM line) AS orphans, p.value_after = round(breachvalue.value(e.exposure + e.unknown_exposure), 2) AS value
FROM plan p, before b, breachvalue.people_exposure('customer') e;
ROLLBACK;
SELECT rows, rows_to_delete, people_to_delete, orphaned_rows, saving > 0 AS saves FROM breachvalue.purge_plan('phone', 'customer_id < 50');

-- all, nothing, and a table that no label says anything of
SELECT rows_to_delete, people_to_delete, orphaned_rows, value_after > 0 AS of_nobody FROM breachvalue.purge_plan('customer', 'false');
SELECT rows_to_delete, people_to_delete, orphaned_rows, saving FROM breachvalue.purge_plan('customer', 'true');
SELECT rows_to_delete, people_to_delete, orphaned_rows, saving FROM breachvalue.purge_plan('customer', 'null');
CREATE TABLE visitor (email text, at date);
INSERT INTO visitor SELECT 'a@example.org', date '2020-01-01' + i FROM generate_series(1, 10) i;
SELECT breachvalue.label('visitor', 'email', 'email') \g /dev/null
SELECT rows, rows_to_delete, people, people_to_delete, orphaned_rows, saving > 0 AS saves FROM breachvalue.purge_plan('visitor', 'at > ''2020-01-04''');
SELECT * FROM breachvalue.purge_plan('visitor', NULL);
SELECT count(*) FROM customer;

-- a condition looks at the row, as in labels
SELECT breachvalue.purge_plan('customer', 'ended_on >');
SELECT breachvalue.purge_plan('customer', 'true); DELETE FROM customer; SELECT (true');
SELECT breachvalue.purge_plan('customer', 'id IN (SELECT id FROM visitor)');
SELECT breachvalue.purge_plan('customer', 'nope');
SELECT breachvalue.purge_plan('customer', '1 / (id - 1) = 0');
SELECT breachvalue.purge_plan('customer', 'name::int = 1');

-- and is run with the rights of the caller
CREATE ROLE regress_breachvalue_clerk;
GRANT USAGE ON SCHEMA purge TO regress_breachvalue_clerk;
GRANT SELECT (email) ON visitor TO regress_breachvalue_clerk;
SET ROLE regress_breachvalue_clerk;
SELECT breachvalue.purge_plan('visitor', 'at > ''2020-01-04''');
RESET ROLE;
GRANT SELECT ON visitor TO regress_breachvalue_clerk;
ALTER TABLE visitor ENABLE ROW LEVEL SECURITY;
CREATE POLICY recent ON visitor USING (at > '2020-01-08');
SET ROLE regress_breachvalue_clerk;
SELECT rows, rows_to_delete FROM breachvalue.purge_plan('visitor', 'at > ''2020-01-10''');
RESET ROLE;
SET client_min_messages = warning;
DROP SCHEMA purge CASCADE;
DROP ROLE regress_breachvalue_clerk;
