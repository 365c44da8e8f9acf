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

CREATE TEMP TABLE person AS
SELECT i AS id, 'user' || i || '@example.org' AS email,
	CASE i % 3 WHEN 0 THEN 'user' || i || '@example.org' ELSE '+31 6 ' || 12345000 + i END AS contact,
	CASE WHEN i % 2 = 0 THEN '' WHEN i % 20 = 1 THEN 'see file ' || i ELSE i || '@example.net' END AS dirty,
	(ARRAY['new', 'paid', 'sent'])[1 + i % 3] AS status, date '1950-01-01' + i % 20000 AS born,
	CASE WHEN i % 10 = 0 THEN NULL ELSE '192.0.2.' || i % 250 END AS ip, md5(i::text) AS digest,
	(734000000 + i)::text AS key
FROM generate_series(1, 20000) i;

-- aggregates
SELECT is((breachvalue.classify(email)).class, 'email', 'by values alone') FROM person;
SELECT is((breachvalue.classify(email::varchar)).class, 'email', 'varchar') FROM person;
SELECT is((breachvalue.classify(email::char(40))).class, 'email', 'char') FROM person;
SELECT is((breachvalue.classify(born, 'geboortedatum')).class, 'birth_date', 'a date by its name') FROM person;
SELECT is((breachvalue.classify(born)).class, NULL, 'a date without one') FROM person;
SELECT is((breachvalue.classify(ip::inet)).class, 'ip_address', 'a type that tells') FROM person;
SELECT is((breachvalue.classify(status)).class, NULL, 'words of a status') FROM person;
SELECT is((breachvalue.classify(key)).class, NULL, 'keys in a row') FROM person;
SELECT is((breachvalue.classify(digest, 'email_hash')).class, 'email', 'digests of what the name says') FROM person;
SELECT is((breachvalue.classify(digest, 'email_hash')).evidence ->> 'label', 'email (protected = hash)', 'and how') FROM person;
SELECT is((breachvalue.classify(digest, 'etag')).class, NULL, 'digests of anything') FROM person;
SELECT is((breachvalue.classify('******' || right(key, 4), 'card_number')).evidence ->> 'label',
	'payment_card (protected = masked)', 'masked values') FROM person;
SELECT is((breachvalue.classify(NULL::text)).class, NULL, 'no value at all');
SELECT is((breachvalue.classify(email)).values, 0::bigint, 'no row at all') FROM person WHERE false;
SELECT throws_ok('SELECT breachvalue.classify(ARRAY[1])', '0A000');
SELECT throws_ok($$SELECT breachvalue.classify('{}'::jsonb)$$, '0A000');

-- figures
SELECT is((v).values, 18000::bigint, 'rows with a value'), is((v).blank_share, 0.1000, 'share of rows without'),
	is((v).distinct_values, 225::bigint, 'distinct values, exact below 256'), cmp_ok((v).confidence, '>', 0.9, 'sure'),
	is((v).shares, '{"ip_address": 1.000}', 'all of them')
FROM (SELECT breachvalue.classify(ip) AS v FROM person) x;
SELECT is(((v).evidence ->> 'label')::text COLLATE "C", 'phone | email', 'either of two'),
	cmp_ok(abs(((v).shares ->> 'email')::numeric - 1 / 3.0), '<', 0.15, 'share of the one'),
	cmp_ok(abs(((v).shares ->> 'phone')::numeric - 2 / 3.0), '<', 0.15, 'share of the other')
FROM (SELECT breachvalue.classify(contact) AS v FROM person) x;
SELECT is((v).class, 'email', 'half of it blank, a tenth junk'), is((v).blank_share, 0.5000, 'blanks are set aside'),
	cmp_ok(((v).shares ->> 'email')::numeric, '>', 0.8, 'junk is not counted')
FROM (SELECT breachvalue.classify(dirty) AS v FROM person) x;
SELECT is((v).class, NULL, 'nothing'), is((v).not_above, 0.0000, 'not above: all values were seen')
FROM (SELECT breachvalue.classify(status) AS v FROM person) x;
SELECT cmp_ok((v).not_above, '<', 0.02, 'not above: a sample was seen')
FROM (SELECT breachvalue.classify('note ' || id) AS v FROM person) x;

-- profiles: order, parts, plan and storage change nothing
CREATE TEMP TABLE kept AS SELECT breachvalue.column_profile(email) AS p FROM person;
SELECT is(breachvalue.column_profile(email ORDER BY id DESC)::text, (SELECT p::text FROM kept), 'another order') FROM person;
SELECT is(((SELECT breachvalue.column_profile(email) FROM person WHERE id <= 7000)
	+ (SELECT breachvalue.column_profile(email) FROM person WHERE id > 7000))::text, (SELECT p::text FROM kept), 'two parts');
SELECT is((SELECT breachvalue.column_profile(q) FROM (SELECT breachvalue.column_profile(email) AS q FROM person GROUP BY id % 50) x)::text,
	(SELECT p::text FROM kept), 'fifty parts');
SELECT is(p::text::breachvalue.column_profile::text, p::text, 'text and back') FROM kept;
SELECT is(breachvalue.profile_rows(p), 20000::bigint, 'rows'), is(breachvalue.profile_nulls(p), 0::bigint, 'nulls'),
	cmp_ok(abs(breachvalue.profile_distinct(p) - 20000), '<', 4000::bigint, 'distinct') FROM kept;
SELECT ok(p::text NOT LIKE '%user%', 'no value is in the text') FROM kept;
SELECT is((breachvalue.classify(p)).class, 'email', 'classified later'),
	is((breachvalue.classify(p, 'bsn', 'text')).class, 'email', 'against its name') FROM kept;
SELECT is((breachvalue.classify(NULL::breachvalue.column_profile)).class, NULL, 'no profile');
SELECT is(sum(breachvalue.profile_rows(q)), 20000::numeric, 'groups') FROM
	(SELECT breachvalue.column_profile(email) AS q FROM person GROUP BY id % 997) x;
CREATE FUNCTION pg_temp.wire(breachvalue.column_profile) RETURNS bytea LANGUAGE sql AS 'SELECT breachvalue.column_profile_send($1)';
SELECT cmp_ok(length(pg_temp.wire(p)), '>', 20000, 'wire form') FROM kept;

-- what is no profile
SELECT throws_ok(format('SELECT %L::breachvalue.column_profile', t), '22P02') FROM (VALUES (''), ('alice@example.org'),
	('(rows 1, nulls 2, blanks 0, type 1)'), ('(rows 5, nulls 0, blanks 0, type 1)'), ('(rows 1, nulls 0, blanks 0, type 1) x'),
	('(rows 1, nulls 0, blanks 0, type 1; 0 1 1 0 0 0 0 000000000000 0 {nonsense})'),
	('(rows 99999999999999999999, nulls 0, blanks 0, type 1)'),
	('(rows 2, nulls 0, blanks 0, type 1; 5 1 1 0 0 0 0 000000000000 0 {}, 4 1 1 0 0 0 0 000000000000 0 {})')) v (t);

-- in parallel as well
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;

CREATE TABLE tap_classify_person AS SELECT email FROM person;
SELECT is(breachvalue.column_profile(email)::text, (SELECT p::text FROM kept), 'a parallel plan') FROM tap_classify_person;

-- names
SELECT is((breachvalue.classify_name(n, NULL, t)).class, expected, format('%s.%s', t, n))
FROM (VALUES ('email', NULL, 'email'), ('E-Mail-Adresse', NULL, 'email'), ('customer_phone', NULL, 'phone'),
	('dateOfBirth', NULL, 'birth_date'), ('geboortedatum', 'klanten', 'birth_date'), ('name', 'customer', 'name'),
	('name', 'genre', NULL), ('email_verified', NULL, NULL), ('is_email', NULL, NULL), ('phone_count', NULL, NULL),
	('personnummer', NULL, 'se_personnummer'), ('PESEL', NULL, 'pl_pesel'), ('Vorname', 'Mitarbeiter', 'given_name'),
	('kundenemail', NULL, 'email'), ('custPhone', NULL, 'phone'), ('nazwisko', 'klient', 'family_name'),
	('plan', NULL, NULL), ('planning', NULL, NULL), ('product_name', 'product', NULL), ('', NULL, NULL),
	('hauptstrasse_hausnummer', 'kunden', 'address'), ('Straße', 'Kunden', 'address'), ('sukunimi', 'asiakas', 'family_name')) v (n, t, expected);
SELECT is((breachvalue.classify_name('c7', comment => 'date of birth')).class, 'birth_date', 'by a comment');
SELECT is((breachvalue.classify_name('ssn', 'boolean')).class, NULL, 'a type forbids');
SELECT is((breachvalue.classify_name('source', 'inet')).class, 'ip_address', 'a type tells');
SELECT is((breachvalue.classify_name(NULL)).class, NULL, 'no name');

SELECT * FROM finish();
ROLLBACK;
