-- estimates from labels and planner statistics
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
RESET client_min_messages;
CREATE SCHEMA shop;
CREATE TABLE shop.customer (id int PRIMARY KEY, name text, email text, ssn text, note text)
	WITH (autovacuum_enabled = off);
INSERT INTO shop.customer
SELECT i, 'name ' || i, CASE WHEN i % 4 > 0 THEN i || '@example.org' END, CASE WHEN i % 10 = 1 THEN '123-45-' || 1000 + i END
FROM generate_series(1, 1000) i;
CREATE TABLE shop.purchase (id int, customer_id int, price numeric) WITH (autovacuum_enabled = off);
INSERT INTO shop.purchase SELECT i, i % 1000, 5 FROM generate_series(1, 3000) i;

-- nothing is labelled: nothing is known
SELECT * FROM breachvalue.table_exposure;
SELECT tables, rows, records, linear_value, effective_records, value, model, currency, basis, as_of FROM breachvalue.database_exposure;
SELECT people_at_most, known_share, columns_labelled, columns_unlabelled, tables_unreadable FROM breachvalue.database_exposure;
SELECT breachvalue.report('text') LIKE '%no labelled column holds anything%' AS empty_report;
-- less than a cent in all
CREATE TABLE tiny AS SELECT 'a@example.org'::text AS mail;
ANALYZE tiny;
SELECT breachvalue.label('tiny', 'mail', 'email');
SELECT d.value, breachvalue.report('text') ~ 'drop column [a-z.]*tiny.mail: saves EUR 0.00 \(100.0 %\)' AS saves_all FROM breachvalue.database_exposure d;
DROP TABLE tiny;

SELECT breachvalue.label('shop.customer', 'name', 'name'), breachvalue.label('shop.customer', 'email', 'email'),
       breachvalue.label('shop.customer', 'ssn', 'us_ssn'), breachvalue.label('shop.customer', 'note', 'not_personal'),
       breachvalue.label('shop.purchase', 'customer_id', 'account_id') \gset ignored_

-- never analyzed: as many rows as the file may hold, all of them full
SELECT table_name, rows > 0 AS has_rows, records = rows AS all_full, basis, as_of FROM breachvalue.table_exposure WHERE table_name = 'customer';

ANALYZE shop.customer;
ANALYZE shop.purchase;
-- before PostgreSQL 15 it takes a moment until all can see when
DO $$
BEGIN
	FOR i IN 1..100 LOOP
		EXIT WHEN pg_stat_get_last_analyze_time('shop.purchase'::regclass) IS NOT NULL;
		PERFORM pg_sleep(0.1), pg_stat_clear_snapshot();
	END LOOP;
END $$;
SELECT breachvalue.estimated_exposure('shop.customer');
SELECT breachvalue.estimated_exposure('shop.customer', without_column => 'ssn');
SELECT breachvalue.estimated_exposure('shop.customer') = breachvalue.exposure_of('shop.customer') AS is_exact_where_nested;
SELECT * FROM breachvalue.estimated_columns('shop.customer');
SELECT schema_name, table_name, column_name, classes, rows, held, held_share, table_value, saving, basis, as_of IS NOT NULL AS analyzed
FROM breachvalue.column_exposure ORDER BY table_name, column_name;
SELECT schema_name, table_name, rows, held, records, linear_value, value_alone, share_of_mass, model, currency, basis
FROM breachvalue.table_exposure ORDER BY table_name;
SELECT tables, rows, records, linear_value, effective_records, value, model, currency, basis FROM breachvalue.database_exposure;

-- another model
SET breachvalue.model = 'market_2021';
SELECT tables, records, linear_value, value, model, currency FROM breachvalue.database_exposure;
RESET breachvalue.model;

-- the report
SELECT regexp_replace(breachvalue.report('text'), 'as of \S+ \S+', 'as of (then)') \g (format=unaligned tuples_only=on)
SELECT breachvalue.report('pdf');

-- what has no statistics of its own
CREATE VIEW shop.people AS SELECT * FROM shop.customer;
SELECT breachvalue.estimated_exposure('shop.people');
SELECT breachvalue.estimated_exposure('shop.customer_pkey');
SELECT breachvalue.estimated_exposure('shop.customer', 'nope');
SELECT breachvalue.estimated_exposure(0);
SELECT breachvalue.estimated_exposure(NULL);
SELECT table_name FROM breachvalue.table_exposure ORDER BY 1;

-- partitions count once, by their own statistics where the parent has none
CREATE TABLE shop.visit (at date, ip text, email text) PARTITION BY RANGE (at);
CREATE TABLE shop.visit_1 PARTITION OF shop.visit FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE shop.visit_2 (email text, junk int, at date, ip text);
ALTER TABLE shop.visit_2 DROP COLUMN junk;
ALTER TABLE shop.visit ATTACH PARTITION shop.visit_2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
INSERT INTO shop.visit SELECT '2020-06-01', '10.0.0.1', NULL FROM generate_series(1, 300);
INSERT INTO shop.visit SELECT '2021-06-01', '10.0.0.1', 'a@example.org' FROM generate_series(1, 100);
SELECT breachvalue.label('shop.visit', 'ip', 'ip_address'), breachvalue.label('shop.visit', 'email', 'email'),
       breachvalue.label('shop.visit_2', 'email', 'email') \gset ignored_
ANALYZE shop.visit_1;
ANALYZE shop.visit_2;
SELECT breachvalue.estimated_exposure('shop.visit'), breachvalue.exposure_of('shop.visit');
ANALYZE shop.visit;
SELECT breachvalue.estimated_exposure('shop.visit');
SELECT table_name, rows, basis FROM breachvalue.table_exposure ORDER BY 1;

-- whoever may not see the statistics learns rows, and not which are null
CREATE ROLE regress_breachvalue_clerk;
GRANT USAGE ON SCHEMA shop TO regress_breachvalue_clerk;
GRANT SELECT (id, email) ON shop.customer TO regress_breachvalue_clerk;
SET ROLE regress_breachvalue_clerk;
SELECT column_name, rows, records, basis FROM breachvalue.estimated_columns('shop.customer');
SELECT table_name, records, basis FROM breachvalue.table_exposure WHERE table_name = 'customer';
RESET ROLE;
GRANT SELECT ON shop.customer TO regress_breachvalue_clerk;
ALTER TABLE shop.customer ENABLE ROW LEVEL SECURITY;
SET ROLE regress_breachvalue_clerk;
SELECT column_name, rows, records, basis FROM breachvalue.estimated_columns('shop.customer');
RESET ROLE;

-- blank and absent values among the most common ones are not held
CREATE TABLE shop.guest (email text, phone text, born date, city text, data jsonb) WITH (autovacuum_enabled = off);
INSERT INTO shop.guest
SELECT CASE WHEN i % 10 < 2 THEN ' ' WHEN i % 10 = 2 THEN 'N/A' WHEN i % 10 > 3 THEN i || '@example.org' END,
	CASE WHEN i % 4 = 0 THEN '000' WHEN i % 4 = 1 THEN '020 555 0000' ELSE '+31201' || 100000 + i END,
	CASE WHEN i % 2 = 0 THEN '1900-01-01' ELSE date '1950-01-01' + i END,
	CASE WHEN i % 2 = 0 THEN 'Rome' ELSE 'unknown' END,
	CASE WHEN i % 2 = 0 THEN '{"email": ""}' ELSE '{"email": "a"}' END::jsonb
FROM generate_series(1, 1000) i;
SELECT breachvalue.label('shop.guest', 'email', 'email'), breachvalue.label('shop.guest', 'phone', 'phone (absent = ''000'')'),
       breachvalue.label('shop.guest', 'born', 'birth_date'), breachvalue.label('shop.guest', 'city', 'city'),
       breachvalue.label('shop.guest', 'data', '{email: email}') \gset ignored_
SELECT * FROM breachvalue.propose_absent('shop.guest');
ANALYZE shop.guest;
SELECT column_name, rows, held, not_null_share, held_share FROM breachvalue.column_exposure WHERE table_name = 'guest' ORDER BY 1;
SELECT * FROM breachvalue.propose_absent('shop.guest') ORDER BY 1, 3 DESC;
SELECT breachvalue.label('shop.guest', 'email', 'email (absent = ''n/a'')'), breachvalue.label('shop.guest', 'born', 'birth_date (absent = ''1900-01-01'')') \gset ignored_
SELECT column_name, held, not_null_share, held_share FROM breachvalue.column_exposure WHERE table_name = 'guest' ORDER BY 1;
SELECT * FROM breachvalue.propose_absent('shop.guest') ORDER BY 1, 3 DESC;
SELECT class, records FROM breachvalue.class_counts(breachvalue.estimated_exposure('shop.guest')) ORDER BY 1;
SELECT class, records FROM breachvalue.class_counts(breachvalue.exposure_of('shop.guest')) ORDER BY 1;
SET ROLE regress_breachvalue_clerk;
SELECT * FROM breachvalue.propose_absent('shop.guest');
RESET ROLE;
SELECT * FROM breachvalue.propose_absent('shop.people');
SELECT * FROM breachvalue.propose_absent(0);

-- statistics that were set by hand, to what cannot be
CREATE TABLE shop.odd (email text, name text);
INSERT INTO shop.odd VALUES ('a', 'b');
ANALYZE shop.odd;
SELECT breachvalue.label('shop.odd', 'email', 'email'), breachvalue.label('shop.odd', 'name', 'name');
BEGIN;
SET LOCAL allow_system_table_mods = on;
UPDATE pg_class SET reltuples = 'infinity' WHERE oid = 'shop.odd'::regclass;
UPDATE pg_statistic SET stanullfrac = -3 WHERE starelid = 'shop.odd'::regclass AND staattnum = 1;
UPDATE pg_statistic SET stanullfrac = 'NaN' WHERE starelid = 'shop.odd'::regclass AND staattnum = 2;
SELECT * FROM breachvalue.estimated_columns('shop.odd');
SELECT breachvalue.estimated_exposure('shop.odd');
ROLLBACK;

-- a path that leads elsewhere changes nothing
CREATE SCHEMA hostile;
CREATE TABLE hostile.pg_class (oid int);
CREATE FUNCTION hostile.round(numeric, int) RETURNS numeric LANGUAGE sql AS 'SELECT -1::numeric';
SET search_path = hostile, pg_catalog;
SELECT table_name, value_alone FROM breachvalue.table_exposure WHERE table_name = 'customer';
SELECT breachvalue.report('text') ~ 'What would save most' AS reports;
RESET search_path;
SET client_min_messages = warning;
DROP SCHEMA shop, hostile CASCADE;
DROP ROLE regress_breachvalue_clerk;
