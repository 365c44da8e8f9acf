\set ECHO none
\set QUIET 1
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
CREATE EXTENSION IF NOT EXISTS breachvalue;
BEGIN;
SELECT * FROM no_plan();

-- What others write means what it meant, whether they can see the schema or not. Each
-- statement is one that worked before; those of class sets are to work both ways as well.

CREATE TEMP TABLE tagged (tags text[] PRIMARY KEY, doc jsonb);
INSERT INTO tagged VALUES ('{a,b}', '{"a": 1, "b": 2}'), ('{c}', '{"c": 3}');
CREATE INDEX tagged_gin ON tagged USING gin (tags);
CREATE TEMP TABLE held (classes breachvalue.class_set PRIMARY KEY, names text[]);
INSERT INTO held VALUES ('{email}', '{email}'), ('{phone}', '{email}'), ('{email,phone}', '{phone,email}');
ANALYZE tagged, held;

CREATE TEMP TABLE question (id integer PRIMARY KEY, query text, answer text);
INSERT INTO question VALUES
	(1, $$SELECT ARRAY['a'] = ARRAY['a'] AND ARRAY['a'] <> '{b}' AND '{a}' = ARRAY['a'] AND ARRAY['a'] < ARRAY['b']$$, 'true'),
	(2, $$SELECT ARRAY['a', 'b'] @> '{a}' AND '{a}' <@ ARRAY['a', 'b'] AND ARRAY['a']::varchar[] <@ ARRAY['a']::varchar[]$$, 'true'),
	(3, $$SELECT ARRAY['a'] IS DISTINCT FROM '{a}' OR NULLIF(ARRAY['a'], '{a}') IS NOT NULL OR ARRAY['a'] = NULL$$, NULL),
	(4, $$SELECT count(*) FROM tagged a JOIN tagged b USING (tags) WHERE a.tags IN ('{a,b}', '{d}') AND a.tags @> ARRAY['b']$$, '1'),
	(5, $$SELECT string_agg(tags::text, ' ' ORDER BY tags DESC) FROM (SELECT tags FROM tagged GROUP BY tags) t$$, '{c} {a,b}'),
	(6, $$SELECT doc - 'a' FROM tagged WHERE doc @> '{"a": 1}' AND doc - '{a}'::text[] = doc - ARRAY['a']$$, '{"b": 2}'),
	(7, $$SELECT pg_typeof(date '2021-08-17' - '2021-08-16') || ', ' || pg_typeof(now() - '2021-08-16') || ', ' || pg_typeof(5 - NULL)$$,
		'integer, interval, integer'),
	(8, $$SELECT concat_ws(' ', 6 | '1', '6' & 3, B'10' | '01', inet '10.0.0.1' - '10.0.0.0', int4range(1, 9) - '[5,9)', 1.5 + NULL)$$,
		'7 2 11 1 [1,5)'),
	(9, $$SELECT ARRAY[1, 2] = '{1,2}' AND ARRAY[1, 2] @> '{2}' AND '{1}' <@ ARRAY[1, 2] AND ARRAY[1] <> ARRAY[2]$$, 'true'),
	(10, $$SELECT '{email,phone}'::breachvalue.class_set @> '{phone}' AND '{phone}' <@ '{email,phone}'::breachvalue.class_set
			AND '{email}'::breachvalue.class_set = '{email}' AND '{email}'::breachvalue.class_set <> '{phone}'
			AND '{email}'::breachvalue.class_set IN ('{phone}', '{email}') AND '{email}'::breachvalue.class_set < '{phone}'$$, 'true'),
	(11, $$SELECT '{email,phone}'::breachvalue.class_set @> ARRAY['phone'] AND ARRAY['phone'] <@ '{email,phone}'::breachvalue.class_set
			AND '{email}'::breachvalue.class_set = ARRAY['email'] AND ARRAY['email'] <> '{phone}'::breachvalue.class_set
			AND ARRAY['email', 'phone']::varchar[] @> '{phone}'::breachvalue.class_set$$, 'true'),
	(12, $$SELECT concat_ws(' ', c | '{name}', c | ARRAY['name'], c & '{email}', c & ARRAY['name'], c - '{email}', ARRAY['email', 'name'] - c)
			FROM (VALUES ('{email,phone}'::breachvalue.class_set)) v (c)$$,
		'{name,email,phone} {name,email,phone} {email} {} {phone} {name}'),
	(13, $$SELECT c OPERATOR(breachvalue.@>) '{email}' AND c OPERATOR(breachvalue.=) '{email}' AND c OPERATOR(breachvalue.|) '{phone}'
				OPERATOR(pg_catalog.=) '{email,phone}' AND NOT c OPERATOR(pg_catalog.-) '{email}' OPERATOR(breachvalue.@>) c
			FROM (VALUES ('{email}'::breachvalue.class_set)) v (c)$$, 'true'),
	(14, $$SELECT count(*) FROM held a JOIN held b USING (classes) JOIN held c ON a.classes = c.names
			WHERE a.classes <> '{phone}' AND a.classes @> a.names$$, '3'),
	(15, $$SELECT string_agg(classes::text, ' ') FROM (SELECT classes FROM held UNION SELECT '{name}' EXCEPT SELECT '{phone}'
			ORDER BY classes) h$$, '{name} {email} {email,phone}'),
	(16, $$SELECT pg_typeof(classes | classes) = 'breachvalue.class_set'::regtype FROM held
			WHERE classes = '{email}' GROUP BY classes$$, 'true');
CREATE FUNCTION pg_temp.ask(query text, path text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	usual text := current_setting('search_path');
	answer text;
BEGIN
	PERFORM set_config('search_path', path, true);
	EXECUTE query INTO answer;
	PERFORM set_config('search_path', usual, true);
	RETURN answer;
END $$;
SELECT is(pg_temp.ask(q.query, p.path), q.answer, format('statement %s with path %s', q.id, p.path))
FROM question q, (VALUES (1, 'pg_catalog'), (2, 'public, breachvalue'), (3, 'breachvalue, public')) p (id, path)
ORDER BY q.id, p.id;
SET LOCAL search_path = breachvalue, public;
SELECT is(breachvalue.class_names('{us_ssn,email}'), ARRAY['email', 'us_ssn'], 'pgTAP compares arrays with the schema in the path');
RESET search_path;
SELECT throws_ok($$SELECT '{email}'::breachvalue.class_set @> ARRAY[1]$$, '42804',
	'a set of classes cannot be told from an array of type integer', 'an array of something else is refused');
PREPARE twice (text[]) AS SELECT count(*) FROM held WHERE classes @> ARRAY['email'] AND classes @> $1;
SELECT results_eq($$EXECUTE twice('{email}')$$, 'VALUES (2::bigint)', 'a constant array serves many rows');
SET LOCAL enable_seqscan = off;
CREATE TEMP TABLE plan (line text);
DO $$
DECLARE
	line text;
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) SELECT * FROM held WHERE classes = ''{email}''' LOOP
		INSERT INTO plan VALUES (line);
	END LOOP;
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) SELECT * FROM tagged WHERE tags @> ''{a}''' LOOP
		INSERT INTO plan VALUES (line);
	END LOOP;
END $$;
SELECT is(count(*), 2::bigint, 'indexes serve class sets and arrays') FROM plan WHERE line ~ 'Index Cond';
RESET enable_seqscan;

-- total_value is merged_value, or says that it cannot be
SELECT is_empty($$
	SELECT m, v, total, merged FROM (
		SELECT m, v, breachvalue.merged_value(v, m) AS merged,
			(SELECT breachvalue.total_value(part, m) FROM unnest(v) part) AS total
		FROM (VALUES (0.01), (0.1), (0.42357), (0.7583576), (0.999), (1), (1.0000001), (1.1), (2.5), (15.999), (16)) e (m),
			(VALUES ('{0.0000001,0.0000002}'::numeric[]), ('{1,1000000}'), ('{0.003,0,7.25}'), ('{0}')) p (v)) t
	WHERE abs(total - merged) > 1e-20 * merged$$, 'to twenty digits');
SELECT is(breachvalue.total_value(v, 0.0001), 0::numeric, 'nothing is worth nothing') FROM (VALUES (0), (0)) p (v);
SELECT throws_ok('SELECT breachvalue.total_value(0.01, 0.0001)', '22003', NULL, 'too small a mass is no zero');
SELECT throws_ok('SELECT breachvalue.total_value(1e-200, 1.5)', '22003', NULL, 'nor with the usual exponent');
SELECT is(breachvalue.total_value(1e-150, 2), 1e-150, 'an exact one, however small, is exact');

-- n records fit, one more does not
SELECT is_empty($$
	SELECT * FROM (
		SELECT b, p, m, n0, breachvalue.max_records(b, p, m, n0) AS n
		FROM (VALUES (0.01), (1), (123456789.123456789), (1e12), (1e12 - 1e-9)) budget (b), (VALUES (0.01), (3.3)) price (p),
			(VALUES (0.3), (1), (1.0000001), (1.1), (1.5), (2), (7.3), (16)) exponent (m),
			(VALUES (1), (1000), (30000000)) size (n0)) t
	WHERE n < 1000000000000000000
		AND NOT (breachvalue.value(p, n, m, n0) <= b AND breachvalue.value(p, n + 1, m, n0) > b)$$, 'max_records');
SELECT is_empty($$
	SELECT * FROM (
		SELECT v, b, m, breachvalue.min_stores(v, b, m) AS k
		FROM (VALUES (1), (1000), (123.456)) value (v), (VALUES (1), (0.5), (123.456)) budget (b),
			(VALUES (1.5), (2), (2.2), (16)) exponent (m)) t
	WHERE breachvalue.split_value(v, k::integer, m) > b
		OR k > 1 AND breachvalue.split_value(v, k::integer - 1, m) <= b$$, 'min_stores');

-- a model of another reference size, by whole exposures
INSERT INTO breachvalue.price_list (name, currency, description) VALUES ('regress_contract', 'USD', 'for tests');
INSERT INTO breachvalue.model (name, exponent, reference_records, price_list, description)
VALUES ('regress_contract', 1.5, 1000000, 'regress_contract', 'for tests');
SELECT is(round(breachvalue.value('20000000 x 0.5, 7000000 x 2.5, 300000 x 11.25'::breachvalue.exposure, 'regress_contract'), 28),
	140292568.1333055857283655364191097351, 'mixed prices and a reference size');

-- what was never analysed is counted by its size, which may be none
CREATE TABLE regress_contract_empty (email text);
CREATE TABLE regress_contract_small (email text);
INSERT INTO regress_contract_small VALUES ('x');
DO $$
BEGIN
	PERFORM breachvalue.label(r, 'email', 'email') FROM (VALUES ('regress_contract_empty'::regclass), ('regress_contract_small')) v (r);
END $$;
SELECT is(ARRAY[rows, value_alone], '{0,0}', 'an empty table holds nothing')
FROM breachvalue.table_exposure WHERE table_name = 'regress_contract_empty';
SELECT cmp_ok(rows, '<', 1000::bigint, 'a page is not ten') FROM breachvalue.table_exposure WHERE table_name = 'regress_contract_small';

-- moving windows of whole rows are those counted anew
CREATE TABLE regress_contract_row (id integer, email text, phone text);
INSERT INTO regress_contract_row SELECT i, CASE WHEN i % 3 > 0 THEN 'e' END, CASE WHEN i % 7 = 0 THEN 'p' END FROM generate_series(1, 300) i;
DO $$
BEGIN
	PERFORM breachvalue.label('regress_contract_row', c, c) FROM (VALUES ('email'), ('phone')) v (c);
END $$;
SELECT is_empty($$
	SELECT id FROM (
		SELECT id, breachvalue.exposure(r) OVER w AS moving, array_agg(r) OVER w AS rows
		FROM regress_contract_row r WINDOW w AS (ORDER BY id ROWS BETWEEN 20 PRECEDING AND 5 FOLLOWING)) t
	WHERE moving <> (SELECT breachvalue.exposure(u) FROM unnest(rows) u)$$, 'moving aggregates of rows');
SELECT is((SELECT breachvalue.exposure(r) FROM regress_contract_row r), breachvalue.exposure_of('regress_contract_row'),
	'a table is its rows');

SELECT * FROM finish();
ROLLBACK;
