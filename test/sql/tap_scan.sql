\set ECHO none
\set QUIET 1
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
CREATE EXTENSION IF NOT EXISTS breachvalue;

BEGIN;
SELECT plan(51);

-- what may be called, and how
SELECT has_function('breachvalue', 'scan', '{name,text}');
SELECT has_function('breachvalue', 'scan_table', '{regclass,text}');
SELECT has_function('breachvalue', 'apply_labels', '{name,numeric,boolean}');
SELECT volatility_is('breachvalue', 'scan', '{name,text}'::name[], 'stable');
SELECT volatility_is('breachvalue', 'scan_table', '{regclass,text}'::name[], 'stable');
SELECT volatility_is('breachvalue', 'apply_labels', '{name,numeric,boolean}'::name[], 'volatile');
SELECT isnt_definer('breachvalue'::name, p::name) FROM (VALUES ('scan'), ('scan_table'), ('apply_labels')) x(p);
SELECT throws_ok($$SELECT * FROM breachvalue.scan('no such schema')$$, '3F000');
SELECT throws_ok($$SELECT * FROM breachvalue.apply_labels('no such schema')$$, '3F000');
SELECT throws_ok($$SELECT * FROM breachvalue.scan_table('pg_catalog.pg_class_oid_index')$$, '42809');
SELECT throws_ok($$SELECT * FROM breachvalue.scan_table(1)$$, '42P01');

CREATE SCHEMA tap_scan;

-- a column by its name and type, in an empty table of its own
CREATE FUNCTION tap_scan.by_name(table_name text, column_name text, type text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	answer text;
BEGIN
	EXECUTE format('CREATE TABLE tap_scan.%I (%I %s)', table_name, column_name, type);
	SELECT coalesce(class, 'none') INTO STRICT answer
		FROM breachvalue.scan_table(format('tap_scan.%I', table_name)::regclass);
	EXECUTE format('DROP TABLE tap_scan.%I', table_name);
	RETURN answer;
END $$;

SELECT is(tap_scan.by_name(t, c, y), expected, format('%s.%s %s', t, c, y))
FROM (VALUES
	('customer', 'E-Mail', 'text', 'email'),
	('customer', 'emailVerified', 'boolean', 'none'),
	('customer', 'email_verified_at', 'timestamptz', 'none'),
	('klanten', 'geboortedatum', 'date', 'birth_date'),
	('employee', 'name', 'varchar(40)', 'name'),
	('country', 'name', 'varchar(40)', 'none'),
	('orders', 'customer_id', 'bigint', 'account_id'),
	('t', 'id', 'uuid', 'none'),
	('t', 'client_addr', 'inet', 'ip_address'),
	('t', 'bsn', 'int', 'nl_bsn'),
	('t', 'ssn', 'date', 'none'),
	('t', 'iban', 'text[]', 'iban')) v(t, c, y, expected);

-- a column by its values alone
CREATE FUNCTION tap_scan.by_value(query text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
	answer text;
BEGIN
	EXECUTE 'CREATE TABLE tap_scan.v (c) AS ' || query;
	SELECT coalesce(class, 'none') INTO STRICT answer FROM breachvalue.scan_table('tap_scan.v');
	DROP TABLE tap_scan.v;
	RETURN answer;
END $$;

SELECT is(tap_scan.by_value('SELECT ' || expression || ' FROM generate_series(1, 200) i'), expected, expression)
FROM (VALUES
	($$i || '@example.com'$$, 'email'),
	($$CASE WHEN i % 3 > 0 THEN i || '@example.com' ELSE 'none' || i END$$, 'email'),
	($$CASE WHEN i % 50 = 0 THEN i || '@example.com' ELSE 'none' || i END$$, 'none'),
	($$'10.1.2.' || i$$, 'ip_address'),
	($$inet '10.1.2.0' + i$$, 'ip_address'),
	($$format('08:00:2b:01:02:%s', lpad(to_hex(i), 2, '0'))$$, 'mac'),
	($$100000000 + i$$, 'none'),
	($$1700000000 + i * 86400$$, 'none'),
	($$md5(i::text)::uuid$$, 'none'),
	($$date '1960-01-01' + i * 60$$, 'none'),
	($$'user@example.com'::text || left(i::text, 0)$$, 'none'),
	($$NULL::text$$, 'none')) v(expression, expected);

-- neither the order of rows nor a second look changes the verdict
CREATE TABLE tap_scan.up AS SELECT i || '@example.com' AS c, i AS n FROM generate_series(1, 20000) i;
CREATE TABLE tap_scan.log (LIKE tap_scan.up);
ANALYZE tap_scan.up;
SELECT results_eq(
	$$SELECT * FROM breachvalue.scan_table('tap_scan.up')$$,
	$$SELECT * FROM breachvalue.scan_table('tap_scan.up')$$, 'two samples agree');

-- the sampling method: all, nothing, and what lies between, from all over the table
CREATE FUNCTION tap_scan.blocks_read(share text) RETURNS TABLE (block bigint)
LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE format('SELECT DISTINCT (ctid::text::point)[0]::bigint'
		' FROM tap_scan.up TABLESAMPLE breachvalue.spread_blocks (%s)', share);
END $$;
SELECT set_config('tap_scan.blocks', (SELECT count(DISTINCT (ctid::text::point)[0])::text FROM tap_scan.up), true) \gset ignored_
SELECT is((SELECT count(*)::int FROM tap_scan.up TABLESAMPLE breachvalue.spread_blocks (1)), 20000, 'a share of 1 is all rows');
SELECT is((SELECT count(DISTINCT n)::int FROM tap_scan.up TABLESAMPLE breachvalue.spread_blocks (1)), 20000, 'each of them once');
SELECT is((SELECT count(*)::int FROM tap_scan.log TABLESAMPLE breachvalue.spread_blocks (1)), 0, 'an empty table has none');
SELECT cmp_ok((SELECT count(*)::int FROM tap_scan.blocks_read('0')), '<=', 1, 'a share of 0 is nothing');
SELECT ok(abs((SELECT count(*) FROM tap_scan.blocks_read('0.2')) - 0.2 * current_setting('tap_scan.blocks')::int) <= 1,
	'a share of .2 is a fifth of the blocks');
SELECT is((SELECT count(*) FROM tap_scan.up TABLESAMPLE breachvalue.spread_blocks (0.7)),
	(SELECT count(DISTINCT n) FROM tap_scan.up TABLESAMPLE breachvalue.spread_blocks (0.7)), 'no row is read twice');
SELECT results_eq($$SELECT * FROM tap_scan.blocks_read('0.2') ORDER BY 1$$,
	$$SELECT * FROM tap_scan.blocks_read('0.2') ORDER BY 1$$, 'the same ones each time');
-- one in each fifth of the table, but for blocks on the border of two
SELECT is((SELECT count(DISTINCT least(block * 5 / current_setting('tap_scan.blocks')::int, 4))::int FROM tap_scan.blocks_read('0.2')),
	5, 'they come from all over it');
SELECT throws_ok(format('SELECT * FROM tap_scan.blocks_read(%L)', share), '2202H')
	FROM unnest(ARRAY['-0.1', '1.1', $$'NaN'$$, $$'Infinity'$$]) share;
SELECT throws_ok($$SELECT * FROM tap_scan.blocks_read('NULL')$$, '2202H');

SELECT * FROM finish();
ROLLBACK;
