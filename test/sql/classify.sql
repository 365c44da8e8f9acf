-- what a column holds, by its values, in a query
CREATE TABLE person AS
SELECT i AS id, 'user' || i || '@example.org' AS email, (ARRAY['f', 'm'])[1 + i % 2] AS gender,
	CASE WHEN i % 4 = 0 THEN NULL ELSE '+31 6 ' || 12345000 + i END AS phone
FROM generate_series(1, 200) i;

SELECT (breachvalue.classify(email)).* FROM person;
SELECT (breachvalue.classify(phone, 'phone')).* FROM person;
SELECT (breachvalue.classify(id)).* FROM person;
SELECT id % 2 AS part, (breachvalue.classify(email)).class, (breachvalue.classify(gender, 'gender')).class FROM person GROUP BY 1 ORDER BY 1;
SELECT breachvalue.column_profile(gender) FROM person;
SELECT breachvalue.classify('x'::text::breachvalue.column_profile);
SELECT (breachvalue.classify(ARRAY[email])).class FROM person;

-- json, arrays and composites: leaf by leaf
CREATE TYPE contact AS (email text, since date);
CREATE TABLE nested AS
SELECT jsonb_build_object('contact', jsonb_build_object('email', email, 'phones', jsonb_build_array(phone)),
	'visits', id, 'by_mail', jsonb_build_object(email, 1)) AS doc, ARRAY[email, NULL] AS mails, ROW(email, date '2020-01-01' + id)::contact AS person,
	md5(email) AS email_hash
FROM person;
SELECT column_name, path, class, label, shares, basis, evidence FROM breachvalue.scan_table('nested', 'full');
SELECT table_name, column_name, label, outcome FROM breachvalue.apply_labels('public', dry_run => false) WHERE table_name = 'nested';
SELECT column_name, label FROM breachvalue.labels WHERE table_name = 'nested' ORDER BY 1;

-- what is stored out of line is looked at like any other value, and is as blank
CREATE TABLE stored (id integer, plain text);
ALTER TABLE stored ALTER plain SET STORAGE EXTERNAL;
INSERT INTO stored SELECT i, repeat(CASE WHEN i % 2 = 0 THEN ' ' ELSE 'letter ' || i END, 1500) FROM generate_series(1, 20) i;
INSERT INTO stored SELECT i, repeat('packed ' || i, 30000) FROM generate_series(21, 30) i;
SELECT breachvalue.profile_blanks(p) AS blanks, breachvalue.profile_distinct(p) AS distinct_values, p::text = q::text AS as_copied
FROM (SELECT breachvalue.column_profile(plain) AS p, breachvalue.column_profile(plain || '') AS q FROM stored) s;
DROP TABLE stored;

-- it does not matter which profile comes first
SELECT (n + d)::text = (d + n)::text AS commutes
FROM (SELECT breachvalue.column_profile(i) AS n, breachvalue.column_profile(date '2000-01-01' + i) AS d FROM generate_series(1, 3) i) p;
SELECT '(rows 0, nulls 0, blanks 0, type 3)'::breachvalue.column_profile;

-- nobody is certain of what nobody looks at
CREATE TABLE unseen (blob bytea, page xml, spans int4range[], flag boolean);
SELECT column_name, class, confidence < 0.96 AS is_careful FROM breachvalue.scan_table('unseen');
DROP TABLE unseen;

-- leaves that lie deeper than paths go
CREATE TABLE deep AS
SELECT (repeat('{"a": [', 400) || '"user' || i || '@example.org"' || repeat(']}', 400))::jsonb AS doc FROM generate_series(1, 30) i;
SELECT path, class, evidence FROM breachvalue.scan_table('deep', 'full');
DROP TABLE deep;

-- methods
ANALYZE person;
SELECT m AS method, (SELECT string_agg(concat_ws(' ', column_name, coalesce(class, '-'), basis), ', ') FROM breachvalue.scan_table('person', m))
FROM unnest(ARRAY['auto', 'name', 'statistics', 'sample', 'full']) m;
SELECT * FROM breachvalue.scan_table('person', 'magic');
SELECT count(*) FROM breachvalue.scan_progress;

-- what labels say against what is there
SELECT breachvalue.label('person', 'email', 'phone');
SELECT breachvalue.label('person', 'gender', 'gender');
SELECT breachvalue.label('person', 'id', 'not_personal');
SELECT column_name, label, found, status FROM breachvalue.label_review('public') WHERE relation = 'person'::regclass ORDER BY column_name;

-- planner statistics are for those alone who may read them
CREATE ROLE regress_classify_reader;
GRANT SELECT (id) ON person TO regress_classify_reader;
SET ROLE regress_classify_reader;
SELECT column_name, class, basis, evidence FROM breachvalue.scan_table('person', 'statistics');
RESET ROLE;
DROP TABLE person, nested;
DROP TYPE contact;
DROP ROLE regress_classify_reader;

-- what values are that look like identifiers and are none is said, and how many of them are
CREATE FUNCTION gs1(digits text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT digits || (10 - sum(substr(reverse(digits), k, 1)::int * CASE WHEN k % 2 = 1 THEN 3 ELSE 1 END) % 10) % 10
	FROM generate_series(1, length(digits)) k
$$;
CREATE FUNCTION luhn(digits text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
	SELECT digits || (10 - sum(CASE WHEN k % 2 = 1 THEN 2 * d / 10 + 2 * d % 10 ELSE d END) % 10) % 10
	FROM (SELECT k, substr(reverse(digits), k, 1)::int AS d FROM generate_series(1, length(digits)) k) each
$$;
CREATE TEMP TABLE thing AS
	SELECT gs1('40' || lpad((i::bigint * 7919 * 104729 % 10000000000)::text, 10, '0')) AS c1,
		gs1('978' || lpad((i::bigint * 7919 * 104729 % 1000000000)::text, 9, '0')) AS c2,
		md5(i::text)::uuid::text AS c3,
		luhn(lpad((i::bigint * 7919 * 104729 % 10000000000)::text, 10, '0')) AS c4,
		lpad((i::bigint * 7919 * 104729 % 10000000000)::text, 10, '0') ||
			lpad((98 - i::bigint * 7919 * 104729 % 10000000000 * 100 % 97)::text, 2, '0') AS c5,
		CASE WHEN i % 50 = 0 THEN 'none' ELSE gs1('40' || lpad((i::bigint * 7919 * 104729 % 10000000000)::text, 10, '0')) END AS c6,
		(i % 9) || '.' || i % 40 || '.' || i AS c7,
		'lamp ' || i AS c8
	FROM generate_series(1, 200) i;
SELECT name, (v).class, (v).evidence ->> 'summary' AS summary,
	(v).evidence #>> '{looks_like,decoy}' AS decoy, (v).evidence #>> '{looks_like,share}' AS share
FROM (SELECT name, breachvalue.classify(value) AS v
	FROM thing, LATERAL (VALUES ('c1', c1), ('c2', c2), ('c3', c3), ('c4', c4), ('c5', c5), ('c6', c6), ('c7', c7), ('c8', c8))
		AS each (name, value) GROUP BY name) x ORDER BY name COLLATE "C";
DROP FUNCTION gs1, luhn;
