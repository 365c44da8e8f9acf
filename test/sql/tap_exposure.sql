\set ECHO none
\set QUIET 1
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
CREATE EXTENSION IF NOT EXISTS breachvalue;
BEGIN;
SELECT plan(35);

-- The same records, whatever the plan: bit for bit one exposure and one value.
CREATE TABLE held (id int, part int, price numeric, classes breachvalue.class_set) PARTITION BY LIST (part);
CREATE TABLE held_1 PARTITION OF held FOR VALUES IN (1);
CREATE TABLE held_2 PARTITION OF held FOR VALUES IN (2);
CREATE TABLE held_3 PARTITION OF held FOR VALUES IN (3);
INSERT INTO held
SELECT i, 1 + i % 3, (hashint4(i) & 4095) * 0.001,
	(SELECT coalesce(array_agg(c), '{}') FROM unnest('{name,email,phone,us_ssn,iban,imei}'::text[]) WITH ORDINALITY u (c, n)
		WHERE (hashint4(i + 7) >> n::int) & 1 = 1)::breachvalue.class_set
FROM generate_series(1, 30000) i;
CREATE TABLE shuffled AS SELECT * FROM held ORDER BY hashint4(id + 99);
ANALYZE held;
ANALYZE shuffled;

CREATE FUNCTION plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; lines text := '';
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP lines := lines || line || E'\n'; END LOOP;
	RETURN lines;
END $$;

SET max_parallel_workers_per_gather = 0;
CREATE TEMP TABLE serial AS
SELECT breachvalue.exposure_send(breachvalue.exposure(price)) AS prices,
	breachvalue.exposure_send(breachvalue.exposure(classes)) AS classes,
	breachvalue.value(breachvalue.exposure(price)) AS price_value,
	breachvalue.value(breachvalue.exposure(classes)) AS class_value FROM held;

SELECT results_eq($$SELECT breachvalue.exposure_send(breachvalue.exposure(price)), breachvalue.exposure_send(breachvalue.exposure(classes)),
	breachvalue.value(breachvalue.exposure(price)), breachvalue.value(breachvalue.exposure(classes)) FROM shuffled$$,
	'SELECT * FROM serial', 'row order does not matter');

SET max_parallel_workers_per_gather = 2;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SELECT matches(plan_of('SELECT breachvalue.exposure(price), breachvalue.exposure(classes) FROM shuffled'),
	'Finalize Aggregate.*Gather.*Partial Aggregate', 'the plan is parallel');
SELECT results_eq($$SELECT breachvalue.exposure_send(breachvalue.exposure(price)), breachvalue.exposure_send(breachvalue.exposure(classes)),
	breachvalue.value(breachvalue.exposure(price)), breachvalue.value(breachvalue.exposure(classes)) FROM shuffled$$,
	'SELECT * FROM serial', 'neither do workers');
SET parallel_leader_participation = off;
SELECT results_eq($$SELECT breachvalue.exposure_send(breachvalue.exposure(price)), breachvalue.exposure_send(breachvalue.exposure(classes)),
	breachvalue.value(breachvalue.exposure(price)), breachvalue.value(breachvalue.exposure(classes)) FROM held$$,
	'SELECT * FROM serial', 'nor their number');
SET max_parallel_workers_per_gather = 0;
SET enable_partitionwise_aggregate = on;
SELECT matches(plan_of('SELECT breachvalue.exposure(price) FROM held'), 'Append.*Partial Aggregate', 'the plan goes by partitions');
SELECT results_eq($$SELECT breachvalue.exposure_send(breachvalue.exposure(price)), breachvalue.exposure_send(breachvalue.exposure(classes)),
	breachvalue.value(breachvalue.exposure(price)), breachvalue.value(breachvalue.exposure(classes)) FROM held$$,
	'SELECT * FROM serial', 'nor partitions');
RESET enable_partitionwise_aggregate;
SELECT results_eq($$SELECT breachvalue.exposure_send(breachvalue.exposure(e)) FROM
	(SELECT breachvalue.exposure(classes) AS e FROM shuffled GROUP BY id % 1000) g$$,
	'SELECT classes FROM serial', 'nor grouping');
SELECT results_eq($$SELECT breachvalue.exposure_send(a.e + b.e) FROM
	(SELECT breachvalue.exposure(price) AS e FROM shuffled WHERE id % 5 = 0) a,
	(SELECT breachvalue.exposure(price) AS e FROM shuffled WHERE id % 5 > 0) b$$,
	'SELECT prices FROM serial', 'a sum is the whole, coarse as it is');
SELECT results_eq($$SELECT a.e - b.e FROM (SELECT breachvalue.exposure(classes) AS e FROM held) a,
	(SELECT breachvalue.exposure(classes) AS e FROM held WHERE id % 5 = 0) b$$,
	'SELECT breachvalue.exposure(classes) FROM held WHERE id % 5 > 0', 'a difference is the rest');

-- Text and wire keep everything.
SELECT ok(bool_and(e::text::breachvalue.exposure = e), 'text is lossless')
FROM (SELECT breachvalue.exposure(price) AS e FROM held
	UNION ALL SELECT breachvalue.exposure(classes) FROM held) x;
CREATE TABLE stored (id int, e breachvalue.exposure);
INSERT INTO stored SELECT 1, breachvalue.exposure(price) FROM held;
INSERT INTO stored SELECT 2, breachvalue.exposure(classes) FROM held;
INSERT INTO stored VALUES (3, 'empty'), (4, 'EUR: 1 x 1, 2 x {email}');
CREATE TABLE received (LIKE stored);
SELECT current_setting('data_directory') || '/breachvalue_wire' AS file \gset
COPY stored TO :'file' (FORMAT binary);
COPY received FROM :'file' (FORMAT binary);
SELECT results_eq('TABLE received', 'TABLE stored', 'so is the wire');

-- A client may send what it likes: one row and column of COPY around the bytes.
CREATE FUNCTION wire(message bytea) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
	file oid := lo_from_bytea(0, 'PGCOPY\012\377\015\012\000'::bytea || '\x00000000000000000001' ||
		int4send(length(message)) || message || '\xffff');
BEGIN
	PERFORM lo_export(file, current_setting('data_directory') || '/breachvalue_wire');
END $$;
SELECT wire('\x010045555200000000000000') \gset
COPY received (e) FROM :'file' (FORMAT binary);
SELECT is(e::text, 'empty', 'nothing is of no currency') FROM received WHERE id IS NULL;
SELECT wire('\x010000555200000000000000') \gset
SELECT throws_ok(format('COPY received (e) FROM %L (FORMAT binary)', :'file'), '22P03',
	'invalid currency in binary exposure', 'nor can a currency hide behind a zero');
SELECT wire('\x010045555255000000000000') \gset
SELECT throws_ok(format('COPY received (e) FROM %L (FORMAT binary)', :'file'), '22P03',
	'invalid currency in binary exposure', 'or have a fourth letter');
SELECT wire('\x0100000000000002615c00000000') \gset
SELECT throws_ok(format('COPY received (e) FROM %L (FORMAT binary)', :'file'), '22P03',
	'invalid name in binary exposure', 'names end');
SELECT wire('\x01000000000000044100620000000000') \gset
SELECT throws_ok(format('COPY received (e) FROM %L (FORMAT binary)', :'file'), '22P03',
	'invalid name in binary exposure', 'and are words');
SELECT wire('\x01000000000000046100610000000000') \gset
SELECT throws_ok(format('COPY received (e) FROM %L (FORMAT binary)', :'file'), '22P03',
	'invalid name in binary exposure', 'each of them once');
SELECT wire(decode('010000000000' || '00026100' || '00000001' || repeat('00', 32) || '0000000000000002' || repeat('00', 8) ||
	'0000000000000001' || '00' || repeat('00', 16), 'hex')) \gset
SELECT throws_ok(format('COPY received (e) FROM %L (FORMAT binary)', :'file'), '22P03',
	'invalid class number in binary exposure', 'a number without a name is nobody''s');
INSERT INTO stored VALUES (99, '3 x {email,"us_ssn/hmac"}, 2 x {"loyalty_card"}, 1 x {class_300}');
COPY (SELECT * FROM stored WHERE id = 99) TO :'file' (FORMAT binary);
COPY received FROM :'file' (FORMAT binary);
SELECT is(r.e, s.e, 'names travel') FROM received r, stored s WHERE r.id = 99 AND s.id = 99;
DELETE FROM stored WHERE id = 99;

-- Figures hang together.
SELECT ok(bool_and(breachvalue.value(e) >= breachvalue.linear_value(e)), 'linear value is a lower bound') FROM stored;
SELECT ok(abs(breachvalue.mass(a.e + b.e) - breachvalue.mass(a.e) - breachvalue.mass(b.e)) < 1e-20, 'masses add up')
FROM (SELECT breachvalue.exposure(classes) AS e FROM held WHERE id % 2 = 0) a,
	(SELECT breachvalue.exposure(classes) AS e FROM held WHERE id % 2 = 1) b;
SELECT is(breachvalue.records(breachvalue.without_class(breachvalue.exposure(classes), 'email')),
	count(*) FILTER (WHERE cardinality((classes - '{email}')::text[]) > 0), 'without a class the others remain') FROM held;
SELECT is(breachvalue.value(e, 1), breachvalue.linear_value(e), 'exponent 1 is linear')
FROM stored WHERE id = 2;
-- another currency and back, exact and coarsened, and by parts: a rate of 2 loses nothing
INSERT INTO breachvalue.exchange_rate VALUES ('XTS', '2021-08-16', 2, 'made up');
CREATE TEMP TABLE priced AS
SELECT n, breachvalue.priced_in(breachvalue.exposure(1 + i % n * 0.25), 'XTS') AS e, sum(1 + i % n * 0.25) AS total
FROM (VALUES (1), (250), (3000)) v (n), generate_series(1, 5000) i GROUP BY n;
SELECT is(breachvalue.in_currency(breachvalue.in_currency(e, 'EUR'), 'XTS'), e, format('%s prices there and back, level %s', n, breachvalue.coarseness(e)))
FROM priced ORDER BY n;
SELECT is(round(breachvalue.linear_value(breachvalue.in_currency(e, 'EUR')), 6), round(total / 2, 6), 'half of the sum') FROM priced ORDER BY n;
SELECT is(breachvalue.value(e, 'seed'), breachvalue.value(breachvalue.in_currency(e, 'EUR'), 'seed'), 'as a model converts them') FROM priced ORDER BY n;
SELECT is(breachvalue.in_currency(a.e, 'EUR') + breachvalue.in_currency(b.e, 'EUR'), breachvalue.in_currency(a.e + b.e, 'EUR'), 'by parts')
FROM priced a, priced b WHERE a.n < b.n AND b.n < 3000;
SELECT throws_ok($$SELECT breachvalue.priced_in('1 x 1'::breachvalue.exposure, 'usd')$$, '22023');
SELECT throws_ok($$SELECT breachvalue.in_currency('USD: 1 x 1'::breachvalue.exposure, 'EUR', '-infinity')$$, '42704');
SELECT * FROM finish();
ROLLBACK;
