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

-- One regular expression a class, on a tenth of the rows, against the same tenth.
-- Anchored: as whoever knows the column writes it for whole values, in the case that they have.
-- Published: as catalogues of patterns have them, anywhere in a value and in any case.
CREATE UNLOGGED TABLE bench.tenth_person AS SELECT * FROM bench.person WHERE id % 10 = 0;
VACUUM ANALYZE bench.tenth_person;
CREATE TABLE bench.pattern (class text, anchored text, published text);
INSERT INTO bench.pattern VALUES
	('email', '^[^@\s]+@[^@\s]+\.[a-z]{2,}$', '\y[\w.+-]+@[\w-]+(\.[\w-]+)+\y'),
	('us_ssn', '^\d{3}-\d{2}-\d{4}$', '\y\d{3}[- ]\d{2}[- ]\d{4}\y'),
	('phone', '^\+?[\d ()-]{7,17}$', '(\+|\y)\d[\d ()./-]{6,15}\d\y'),
	('iban', '^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$', '\y[a-z]{2}\d{2}( ?[a-z0-9]{4}){2,7}( ?[a-z0-9]{1,3})?\y'),
	('payment_card', '^[3-6]\d{12,18}$', '\y[3-6]\d{3}([ -]?\d{4}){3}\y'),
	('imei', '^\d{15}$', '\y\d{15}\y'),
	('nl_bsn', '^\d{9}$', '\y\d{9}\y'),
	('birth_date', '^\d{4}-\d{2}-\d{2}$', '\y\d{4}-\d{2}-\d{2}\y'),
	('ip_address', '^\d{1,3}(\.\d{1,3}){3}$', '\y\d{1,3}(\.\d{1,3}){3}\y'),
	('mac', '^([0-9a-f]{2}:){5}[0-9a-f]{2}$', '\y([0-9a-f]{2}[:-]){5}[0-9a-f]{2}\y'),
	('uuid', '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$', '\y[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\y'),
	('postcode', '^[1-9]\d{3} ?[A-Z]{2}$', '\y[1-9]\d{3} ?[a-z]{2}\y'),
	('vin', '^[A-HJ-NPR-Z0-9]{17}$', '\y[a-hj-npr-z0-9]{17}\y'),
	('url', '^https?://\S+$', '\yhttps?://\S+'),
	('se_personnummer', '^\d{6}-?\d{4}$', '\y\d{6}[-+]?\d{4}\y'),
	('license_plate', '^[A-Z]{1,3}-?\d{1,4}-?[A-Z]{0,3}$', '\y[a-z]{1,3}-?\d{1,4}-?[a-z]{0,3}\y');
CREATE FUNCTION bench.sixteen(kind text, column_name text, relation text) RETURNS text LANGUAGE sql AS $$
	SELECT 'SELECT ' || string_agg(CASE kind
		WHEN 'anchored' THEN format('count(*) FILTER (WHERE %I ~ %L)', column_name, anchored)
		ELSE format('count(*) FILTER (WHERE %I ~* %L)', column_name, published) END, ', ' ORDER BY class) || ' FROM ' || relation
	FROM bench.pattern
$$;
-- columns alone in their tables, which PostgreSQL reads in the least time
SELECT format('CREATE UNLOGGED TABLE bench.only_%1$s AS SELECT %1$I FROM bench.tenth_person', c) AS make,
	format('VACUUM ANALYZE bench.only_%s', c) AS vacuum
FROM unnest(ARRAY['email', 'phone', 'first_name', 'note', 'card', 'iban', 'status']) c
\gexec
SELECT format('CALL bench.compare(%L, %L, %L, 2)', '16 regular expressions, ' || kind || ', against classify(' || c || '), alone',
	format('SELECT breachvalue.classify(%I) FROM bench.only_%s', c, c), bench.sixteen(kind, c, 'bench.only_' || c))
FROM unnest(ARRAY['email', 'phone', 'first_name', 'note', 'card', 'iban', 'status']) c, unnest(ARRAY['anchored', 'published']) kind
\gexec
SELECT format('CALL bench.compare(%L, %L, %L, 2)', '16 regular expressions, ' || kind || ', against classify(' || c || '), among 18 columns',
	format('SELECT breachvalue.classify(%I) FROM bench.tenth_person', c), bench.sixteen(kind, c, 'bench.tenth_person'))
FROM unnest(ARRAY['email', 'note']) c, unnest(ARRAY['anchored', 'published']) kind
\gexec
-- with as many workers as PostgreSQL gives to each
SET max_parallel_workers_per_gather = 2;
SELECT format('CALL bench.compare(%L, %L, %L, 3)', 'classify(' || c || ') against count(' || c || '), in parallel',
	format('SELECT count(%I) FROM bench.person', c), format('SELECT breachvalue.classify(%I) FROM bench.person', c))
FROM unnest(ARRAY['email', 'note']) c
\gexec
SELECT format('CALL bench.compare(%L, %L, %L, 2)', '16 regular expressions, ' || kind || ', against classify(email), alone, in parallel',
	'SELECT breachvalue.classify(email) FROM bench.only_email', bench.sixteen(kind, 'email', 'bench.only_email'))
FROM unnest(ARRAY['anchored', 'published']) kind
\gexec
SET max_parallel_workers_per_gather = 0;

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
CREATE INDEX ON bench.person (id);
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
INSERT INTO bench.timing
SELECT '10,000 columns by statistics, in a new session, against the same again', true, 1, t.*
FROM bench.seconds($$SELECT count(*) FROM breachvalue.scan('many', 'statistics')$$) t;
INSERT INTO bench.timing
SELECT '10,000 columns by statistics, in a new session, against the same again', false, 1, t.*
FROM bench.seconds($$SELECT count(*) FROM breachvalue.scan('many', 'statistics')$$) t;

TABLE bench.ratio;
SELECT title, round((1e6 * percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) /
	(SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
		WHERE c.relnamespace = 'many'::regnamespace AND a.attnum > 0))::numeric, 1) AS microseconds_a_column
FROM bench.timing WHERE candidate AND title LIKE '10,000 columns%' GROUP BY title;
