\set ECHO none
\set QUIET 1
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
CREATE EXTENSION IF NOT EXISTS breachvalue;
BEGIN;
SELECT plan(71);

CREATE SCHEMA crm;
SET search_path = crm, public;

-- the labels that hold for a relation, on one line
CREATE FUNCTION held(relation text) RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(string_agg(column_name || '=' || trim(both '{}' from classes::text), ' ' ORDER BY column_name), '')
	FROM breachvalue.labels_of(relation::regclass) $$;
CREATE FUNCTION label(relation text, column_name name, label text) RETURNS void LANGUAGE sql AS $$
	SELECT breachvalue.label(relation::regclass, column_name, label) $$;
CREATE FUNCTION unlabel(relation text, column_name name) RETURNS void LANGUAGE sql AS $$
	SELECT breachvalue.unlabel(relation::regclass, column_name) $$;

-- functions are as they should be
SELECT volatility_is('breachvalue', 'label', ARRAY['regclass', 'name', 'text'], 'volatile', 'label() is volatile');
SELECT volatility_is('breachvalue', 'exposure_of', ARRAY['regclass'], 'stable', 'exposure_of() is stable');
SELECT throws_ok($$SELECT breachvalue.label('pg_class', 'relname', NULL)$$, '22004', NULL, 'a label must not be null');

-- tables
CREATE TABLE customer (id int, name text, email varchar(80), phone text, ssn int, notes text);
SELECT is(held('customer'), '', 'no labels yet');
SELECT label('customer', 'email', 'email'), label('customer', 'ssn', 'us_ssn'), label('customer', 'id', 'not_personal') \g /dev/null
SELECT is(held('customer'), 'email=email ssn=us_ssn', 'own labels, without not_personal');
SELECT label('customer', 'ssn', 'nl_bsn') \g /dev/null
SELECT is(held('customer'), 'email=email ssn=nl_bsn', 'a change is seen in the same transaction');
SAVEPOINT s;
SELECT unlabel('customer', 'ssn') \g /dev/null
SELECT is(held('customer'), 'email=email', 'a label is gone');
ROLLBACK TO s;
SELECT is(held('customer'), 'email=email ssn=nl_bsn', 'and back after a rollback');
ALTER TABLE customer RENAME COLUMN ssn TO number;
SELECT is(held('customer'), 'email=email number=nl_bsn', 'a renamed column keeps its label');
ALTER TABLE customer RENAME COLUMN number TO ssn;
ALTER TABLE customer ADD COLUMN gone text;
SELECT label('customer', 'gone', 'phone') \g /dev/null
ALTER TABLE customer DROP COLUMN gone;
SELECT is(held('customer'), 'email=email ssn=nl_bsn', 'a dropped column takes its label along');
ALTER TABLE customer ADD COLUMN gone text;
SELECT is(held('customer'), 'email=email ssn=nl_bsn', 'a new one of the same name has none');
ALTER TABLE customer RENAME TO client;
SELECT is(held('client'), 'email=email ssn=nl_bsn', 'a renamed table keeps its labels');
ALTER TABLE client RENAME TO customer;
SELECT is(held('pg_class'), '', 'a system catalogue has none');

-- views
CREATE FUNCTION view_holds(query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE 'CREATE OR REPLACE TEMPORARY VIEW v AS ' || query;
	RETURN crm.held('v');
EXCEPTION WHEN invalid_table_definition THEN
	DROP VIEW v CASCADE;
	RETURN crm.view_holds(query);
END $$;
CREATE TABLE supplier (id int, name text, email text, mail text, phone text);
SELECT label('supplier', 'email', 'email'), label('supplier', 'mail', 'email'), label('supplier', 'phone', 'phone') \g /dev/null
SELECT is(view_holds(query), expected, query) FROM (VALUES
	('SELECT * FROM customer', 'email=email ssn=nl_bsn'),
	('SELECT ssn AS a, id AS b, email AS c FROM customer', 'a=nl_bsn c=email'),
	('SELECT c.email FROM customer c JOIN supplier s ON c.id = s.id', 'email=email'),
	('SELECT * FROM customer JOIN supplier USING (id, name, email, phone)', 'email=email mail=email ssn=nl_bsn'),
	('SELECT email FROM customer FULL JOIN supplier USING (email)', 'email=email'),
	('SELECT phone FROM customer FULL JOIN supplier USING (phone)', ''),
	('SELECT phone FROM customer RIGHT JOIN supplier USING (phone)', 'phone=phone'),
	('SELECT j.a, j.b FROM (customer c CROSS JOIN supplier s) AS j (x, y, a, z, b)', 'a=email b=nl_bsn'),
	('SELECT x.mail FROM (SELECT email AS mail, id FROM customer WHERE id > 0 ORDER BY id LIMIT 5) x', 'mail=email'),
	('SELECT l.x, l.y FROM customer c, LATERAL (SELECT c.email AS x, s.phone AS y FROM supplier s LIMIT 1) l', 'x=email y=phone'),
	('WITH w AS MATERIALIZED (SELECT email, ssn FROM customer) SELECT * FROM w', 'email=email ssn=nl_bsn'),
	('WITH w AS (SELECT email FROM customer), x AS (SELECT email AS e FROM w) SELECT y.e FROM (SELECT * FROM x) y', 'e=email'),
	('WITH RECURSIVE w AS (SELECT id, email FROM customer UNION ALL SELECT id + 1, email FROM w WHERE id < 3) SELECT * FROM w', 'email=email'),
	('WITH RECURSIVE w AS (SELECT id, mail FROM supplier UNION ALL SELECT w.id + 1, s.phone FROM w JOIN supplier s USING (id)) SELECT * FROM w', ''),
	('SELECT email FROM customer UNION SELECT mail FROM supplier', 'email=email'),
	('SELECT email FROM customer UNION ALL SELECT phone FROM supplier', ''),
	('SELECT email FROM customer UNION ALL SELECT name FROM supplier', ''),
	('SELECT email FROM customer UNION ALL SELECT NULL', 'email=email'),
	('SELECT NULL AS email UNION ALL SELECT email FROM customer UNION ALL SELECT mail FROM supplier', 'email=email'),
	('SELECT email FROM customer UNION ALL SELECT ''none''', ''),
	('SELECT email FROM customer EXCEPT SELECT name FROM supplier', 'email=email'),
	('SELECT email FROM customer INTERSECT SELECT mail FROM supplier', 'email=email'),
	('SELECT DISTINCT email FROM customer', 'email=email'),
	('SELECT email, count(*) FROM customer GROUP BY email', 'email=email'),
	('SELECT email, ssn, count(*) FROM customer GROUP BY GROUPING SETS (email, ssn)', 'email=email ssn=nl_bsn'),
	('SELECT lower(email) AS a, email || '''' AS b, max(email) AS c, ssn + 0 AS d FROM customer GROUP BY email, ssn', ''),
	('SELECT email::text AS a, email COLLATE "C" AS b, coalesce(email, NULL) AS c FROM customer', 'a=email b=email c=email'),
	('SELECT coalesce(c.email, s.mail) AS a, coalesce(c.email, s.phone) AS b, coalesce(c.email, '''') AS c FROM customer c, supplier s', 'a=email'),
	('SELECT c AS whole, c.ctid AS place, NULL::text AS nothing, 1 AS one FROM customer c', ''),
	('SELECT v.x, g FROM (VALUES (''a'')) v (x), generate_series(1, 2) g', ''),
	('SELECT 1 WHERE EXISTS (SELECT email FROM customer)', '')
) AS t (query, expected);

CREATE VIEW inner_view AS SELECT email AS mail, ssn, name FROM customer;
CREATE VIEW outer_view AS SELECT mail AS post, ssn, name FROM inner_view;
CREATE MATERIALIZED VIEW copied AS SELECT * FROM outer_view;
SELECT is(held('outer_view'), 'post=email ssn=nl_bsn', 'a view over a view');
SELECT is(held('copied'), 'post=email ssn=nl_bsn', 'a materialized view');
SELECT label('customer', 'name', 'name') \g /dev/null
SELECT is(held('outer_view'), 'name=name post=email ssn=nl_bsn', 'a new label of the table is seen through two views');
SELECT label('outer_view', 'post', 'phone'), label('inner_view', 'ssn', 'not_personal') \g /dev/null
SELECT is(held('outer_view'), 'name=name post=phone', 'a label of the view itself is preferred');
SELECT unlabel('outer_view', 'post'), unlabel('inner_view', 'ssn') \g /dev/null
SELECT is(held('outer_view'), 'name=name post=email ssn=nl_bsn', 'and gone again');
CREATE OR REPLACE VIEW inner_view AS SELECT NULL::varchar(80) AS mail, ssn, name FROM customer;
SELECT is(held('outer_view'), 'name=name ssn=nl_bsn', 'a replaced view is seen');
DROP VIEW inner_view CASCADE;

CREATE VIEW a AS SELECT email FROM customer;
CREATE VIEW b AS SELECT email FROM a;
CREATE OR REPLACE VIEW a AS SELECT email FROM b;
SELECT is(held('a') || held('b'), '', 'views in a circle carry nothing');

-- partitions: labels come from the topmost table, unless a partition has its own
CREATE TABLE event (at date, email text, phone text, extra text) PARTITION BY RANGE (at);
CREATE TABLE event_2020 (extra text, phone text, email text, at date) PARTITION BY RANGE (at);
CREATE TABLE event_2020_01 (dropped int, phone text, at date, extra text, email text);
ALTER TABLE event_2020_01 DROP COLUMN dropped;
SELECT label('event', 'email', 'email'), label('event_2020', 'phone', 'phone'), label('event_2020', 'email', 'name') \g /dev/null
SELECT is(held('event_2020_01'), '', 'a table by itself');
ALTER TABLE event_2020 ATTACH PARTITION event_2020_01 FOR VALUES FROM ('2020-01-01') TO ('2020-02-01');
SELECT is(held('event_2020_01'), 'email=name phone=phone', 'a partition has the labels of its parent, by name');
ALTER TABLE event ATTACH PARTITION event_2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
SELECT is(held('event_2020_01'), 'email=email phone=phone', 'the topmost label is preferred');
SELECT is(held('event_2020'), 'email=name phone=phone', 'but not to an own one');
SELECT label('event_2020_01', 'email', 'not_personal') \g /dev/null
SELECT is(held('event_2020_01'), 'phone=phone', 'an own not_personal is one as well');
SELECT unlabel('event_2020_01', 'email'), label('event', 'extra', 'phone') \g /dev/null
SELECT is(held('event_2020_01'), 'email=email extra=phone phone=phone', 'a new label at the top is seen at the bottom');
ALTER TABLE event RENAME COLUMN extra TO more;
SELECT is(held('event_2020_01'), 'email=email more=phone phone=phone', 'a rename as well');
ALTER TABLE event DETACH PARTITION event_2020;
SELECT is(held('event_2020_01'), 'email=name phone=phone', 'a detached partition is on its own');

-- inheritance, from two parents
CREATE TABLE person (email text, name text);
CREATE TABLE company (email text, vat text);
CREATE TABLE trader (trade text) INHERITS (person, company);
SELECT label('company', 'email', 'phone'), label('company', 'vat', 'nl_kvk'), label('person', 'name', 'name') \g /dev/null
SELECT is(held('trader'), 'email=phone name=name vat=nl_kvk', 'a child of two');
SELECT label('person', 'email', 'email') \g /dev/null
SELECT is(held('trader'), 'email=email name=name vat=nl_kvk', 'the first parent is preferred');
ALTER TABLE trader NO INHERIT person;
SELECT is(held('trader'), 'email=phone vat=nl_kvk', 'no longer a child');
ALTER TABLE trader INHERIT person;
SELECT is(held('trader'), 'email=phone name=name vat=nl_kvk', 'a child again, the second now');

-- other kinds
CREATE TYPE contact AS (email text, note text);
SELECT label('contact', 'email', 'email') \g /dev/null
SELECT is(held('contact'), 'email=email', 'a composite type');
SELECT is(held('pg_class_oid_index'), '', 'an index has none');
SELECT is((SELECT count(*) FROM breachvalue.labels_of(4294967295)), 0::bigint, 'nor what does not exist');

-- text is blank in any of its types, and in no other
SELECT is(breachvalue.held_classes('{"{email}","{phone}","{name}"}', ' '::varchar, ' '::char(3), E'\t\n\x0b\f\r '::text)::text, '{}', 'blank text');
SELECT is(breachvalue.held_classes('{"{email}","{phone}","{name}"}', ''::name, '" "'::jsonb, '{}'::text[])::text, '{email}', 'arrays and json are as blank as what is in them, other types never');
SELECT is(breachvalue.held_classes('{"{email}","{phone}"}', 'x'::text, E' \u00a0'::text)::text, '{email,phone}', 'only white space is blank');
DO $$ BEGIN CREATE EXTENSION IF NOT EXISTS citext; EXCEPTION WHEN OTHERS THEN CREATE DOMAIN citext AS text; END $$;
SELECT is(breachvalue.held_classes('{"{email}","{phone}"}', '  '::citext, 'x'::citext)::text, '{phone}', 'citext');

-- a label that only a later version can read
INSERT INTO pg_seclabel (objoid, classoid, objsubid, provider, label)
VALUES ('customer'::regclass, 'pg_class'::regclass, 4, 'breachvalue', 'email & phone');
SELECT breachvalue.label('customer', 'name', 'name') \g /dev/null
SET LOCAL client_min_messages = error;
SELECT is(held('customer'), 'email=email name=name ssn=nl_bsn', 'is passed over');

SELECT * FROM finish();
ROLLBACK;
