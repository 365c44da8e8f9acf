-- Aggregates of exposure against what PostgreSQL has for the same columns.
\set QUIET on
\pset footer off
CREATE EXTENSION IF NOT EXISTS breachvalue;
\ir compare.sql

\if :{?rows}
\else
\set rows 2000000
\endif
CREATE UNLOGGED TABLE bench.record AS
SELECT i AS id, ((1 + i % 4) * 0.01)::float8 AS price, ((1 + i % 4) * 0.01)::numeric AS exact_price,
	((1 + i % 1000) * 0.01)::float8 AS many_prices, i % 100000 AS part,
	CASE i % 3 WHEN 0 THEN '{email}' WHEN 1 THEN '{email,phone}' ELSE '{us_ssn}' END::breachvalue.class_set AS classes,
	'name ' || i AS name, CASE WHEN i % 4 > 0 THEN i || '@example.org' END AS email,
	CASE WHEN i % 3 > 0 THEN '06' || i END AS phone, CASE WHEN i % 10 = 0 THEN i END AS ssn
FROM generate_series(1, :rows) i;
VACUUM ANALYZE bench.record;
SELECT count(breachvalue.label('bench.record', l.column_name, l.label)) AS labels
FROM (VALUES ('name', 'name'), ('email', 'email'), ('phone', 'phone'), ('ssn', 'us_ssn')) l (column_name, label) \gset ignored_

SET jit = off;
SET max_parallel_workers_per_gather = 0;
SET work_mem = '512MB';
CALL bench.compare('exposure(double) against sum(double)', 'SELECT sum(price) FROM bench.record',
	'SELECT breachvalue.exposure(price) FROM bench.record');
CALL bench.compare('the same, 1,000 prices', 'SELECT sum(many_prices) FROM bench.record',
	'SELECT breachvalue.exposure(many_prices) FROM bench.record');
CALL bench.compare('exposure(numeric) against sum(numeric)', 'SELECT sum(exact_price) FROM bench.record',
	'SELECT breachvalue.exposure(exact_price) FROM bench.record');
CALL bench.compare('exposure(class_set) against count(column)', 'SELECT count(classes) FROM bench.record',
	'SELECT breachvalue.exposure(classes) FROM bench.record');
CALL bench.compare('100,000 groups: exposure(double) against sum(double)',
	'SELECT part, sum(price) FROM bench.record GROUP BY part',
	'SELECT part, breachvalue.exposure(price) FROM bench.record GROUP BY part');
CALL bench.compare('exposure_of against count of its 4 columns',
	'SELECT count(name), count(email), count(phone), count(ssn) FROM bench.record',
	$$SELECT breachvalue.exposure_of('bench.record')$$);
CALL bench.compare('exposure(record) against count of its 4 columns',
	'SELECT count(name), count(email), count(phone), count(ssn) FROM bench.record',
	'SELECT breachvalue.exposure(r) FROM bench.record r');
CALL bench.compare('value() against numeric power', 'SELECT power(i::numeric, 1.37) FROM generate_series(1000, 6000) i',
	'SELECT breachvalue.value(1, i, 1.37) FROM generate_series(1000, 6000) i');
CALL bench.compare('scan_table against count(*)', 'SELECT count(*) FROM bench.record',
	$$SELECT breachvalue.scan_table('bench.record')$$);
TABLE bench.ratio;
