-- Classifying a column against counting it; scans against counting rows.
\set QUIET on
\pset footer off
CREATE EXTENSION IF NOT EXISTS breachvalue;
\ir compare.sql

\if :{?rows}
\else
\set rows 5000000
\endif
CREATE UNLOGGED TABLE bench.person AS
SELECT i AS id, 'user' || i || '@example' || i % 1000 || '.org' AS email,
	(i::bigint * 7919 * 7907 % 899999999 + 100000000)::text AS number_9,
	(400000000000000 + i::bigint * 48271 * 16807 % 99999999999999)::text || i % 10 AS card,
	'NL' || lpad((i % 97)::text, 2, '0') || 'ABNA' || lpad((i::bigint * 7919 % 9999999999)::text, 10, '0') AS iban,
	'+31 6 ' || lpad((i::bigint * 7919 % 99999999)::text, 8, '0') AS phone,
	(ARRAY['Anna', 'Bram', 'Chloe', 'Daan', 'Eva'])[1 + i % 5] AS first_name,
	'Street ' || i % 20000 AS street, (1000 + i % 9000) || ' AB' AS postcode,
	md5(i::text)::uuid::text AS uuid, md5(i::text) AS digest, 'note about ' || i || ' and what was said of it then' AS note,
	CASE WHEN i % 2 = 0 THEN 'new' ELSE 'paid' END AS status, i % 90 AS age, now() - i * interval '1 s' AS made,
	i * 1.25 AS amount, '10.' || i % 250 || '.' || i % 200 || '.' || i % 100 AS ip, i % 7 AS grade
FROM generate_series(1, :rows) i;
VACUUM ANALYZE bench.person;
SET jit = off;
SET max_parallel_workers_per_gather = 0;

SELECT format('CALL bench.compare(%L, %L, %L, 5)', 'classify(' || c || ') against count(' || c || ')',
	format('SELECT count(%I) FROM bench.person', c), format('SELECT breachvalue.classify(%I) FROM bench.person', c))
FROM unnest(ARRAY['email', 'number_9', 'card', 'iban', 'phone', 'first_name', 'street', 'postcode', 'uuid', 'digest', 'note', 'status', 'ip']) c
\gexec

-- one regular expression a class, on a tenth of the rows, against the same tenth
CREATE UNLOGGED TABLE bench.tenth_person AS SELECT * FROM bench.person WHERE id % 10 = 0;
CREATE UNLOGGED TABLE bench.tenth AS SELECT email FROM bench.tenth_person;
VACUUM ANALYZE bench.tenth_person, bench.tenth;
CALL bench.compare('16 regular expressions against classify(email)', 'SELECT breachvalue.classify(email) FROM bench.tenth',
	$$SELECT count(*) FILTER (WHERE email ~ '^[^@\s]+@[^@\s]+\.[a-z]{2,}$'), count(*) FILTER (WHERE email ~ '^\d{3}-\d{2}-\d{4}$'),
	count(*) FILTER (WHERE email ~ '^\+?[\d ()-]{7,17}$'), count(*) FILTER (WHERE email ~ '^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$'),
	count(*) FILTER (WHERE email ~ '^[3-6]\d{12,18}$'), count(*) FILTER (WHERE email ~ '^\d{15}$'), count(*) FILTER (WHERE email ~ '^\d{9}$'),
	count(*) FILTER (WHERE email ~ '^\d{4}-\d{2}-\d{2}$'), count(*) FILTER (WHERE email ~ '^\d{1,3}(\.\d{1,3}){3}$'),
	count(*) FILTER (WHERE email ~ '^([0-9a-f]{2}:){5}[0-9a-f]{2}$'), count(*) FILTER (WHERE email ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'),
	count(*) FILTER (WHERE email ~ '^[1-9]\d{3} ?[A-Z]{2}$'), count(*) FILTER (WHERE email ~ '^[A-HJ-NPR-Z0-9]{17}$'),
	count(*) FILTER (WHERE email ~ '^https?://\S+$'), count(*) FILTER (WHERE email ~ '^\d{6}-?\d{4}$'),
	count(*) FILTER (WHERE email ~ '^[A-Z]{1,3}-?\d{1,4}-?[A-Z]{0,3}$') FROM bench.tenth$$, 3);

CALL bench.compare('scan_table by sample against count(*)', 'SELECT count(*) FROM bench.person',
	$$SELECT count(*) FROM breachvalue.scan_table('bench.person', 'sample')$$, 7);
CALL bench.compare('scan_table by statistics against count(*)', 'SELECT count(*) FROM bench.person',
	$$SELECT count(*) FROM breachvalue.scan_table('bench.person', 'statistics')$$, 7);
SELECT string_agg(format('count(%I)', attname), ', ' ORDER BY attnum) AS counts
FROM pg_attribute WHERE attrelid = 'bench.tenth_person'::regclass AND attnum > 0 \gset
CALL bench.compare('scan_table of all rows against counting every column', 'SELECT ' || :'counts' || ' FROM bench.tenth_person',
	$$SELECT count(*) FROM breachvalue.scan_table('bench.tenth_person', 'full')$$, 3);

-- 10,000 columns by statistics, each with values of its own, against reading these from pg_stats
CREATE SCHEMA many;
SELECT format('CREATE UNLOGGED TABLE many.t%s AS SELECT *, date %L + age * 300 AS dob, ''SKU-'' || id AS sku FROM bench.person'
	' WHERE id BETWEEN %s AND %s', n, '1940-01-01', n * 1000 + 1, n * 1000 + 1000)
FROM generate_series(0, 499) n
\gexec
ANALYZE;
CALL bench.compare('10,000 columns by statistics against reading them from pg_stats',
	$$SELECT sum(length(most_common_vals::text) + length(histogram_bounds::text)) FROM pg_stats WHERE schemaname = 'many'$$,
	$$SELECT count(*) FROM breachvalue.scan('many', 'statistics')$$, 5);
-- and for the first time in a session, when nothing is in its caches
\c
SET jit = off;
SET max_parallel_workers_per_gather = 0;
INSERT INTO bench.timing VALUES ('10,000 columns by statistics, in a new session, against the same again', true, 1,
	bench.seconds($$SELECT count(*) FROM breachvalue.scan('many', 'statistics')$$));
INSERT INTO bench.timing VALUES ('10,000 columns by statistics, in a new session, against the same again', false, 1,
	bench.seconds($$SELECT count(*) FROM breachvalue.scan('many', 'statistics')$$));

TABLE bench.ratio;
SELECT title, round((1e6 * percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) /
	(SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
		WHERE c.relnamespace = 'many'::regnamespace AND a.attnum > 0))::numeric, 1) AS microseconds_a_column
FROM bench.timing WHERE candidate AND title LIKE '10,000 columns%' GROUP BY title;
