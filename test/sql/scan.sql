-- what the columns of a schema hold
SET DateStyle = 'German, DMY';	-- must not matter
SET timezone = 'Pacific/Apia';

CREATE SCHEMA shop;

-- 1000 people; every tenth has no telephone
CREATE TABLE shop.customer (
	customer_id int PRIMARY KEY,
	first_name text,
	"Last Name" varchar(40),
	e_mail text,
	phone text,
	dob date,
	bsn text,
	iban text,
	city text,
	country char(2),
	email_verified boolean,
	phone_count int,
	created_at timestamptz,
	status text,
	notes text,
	avatar bytea,
	addresses jsonb
);
INSERT INTO shop.customer
	SELECT i,
		(ARRAY['Anna', 'Bram', 'Chloë', 'Daan', 'Eva', 'Femke', 'Götz', 'Hans', 'Åsa', 'José'])[1 + i % 10],
		(ARRAY['de Vries', 'Müller', 'O''Neil', 'Smith', 'Dupont', 'García', 'Rossi'])[1 + i % 7],
		'user' || i || '@example.org',
		CASE WHEN i % 10 > 0 THEN '+31 6 ' || 12345000 + i END,
		date '1950-01-01' + i * 17,
		(SELECT stem || sum((9 - k) * substr(stem, k + 1, 1)::int) % 11 FROM generate_series(0, 7) k),
		'DE' || lpad((98 - (stem || '0' || lpad(i::text, 9, '0') || '131400')::numeric % 97)::text, 2, '0')
			|| stem || '0' || lpad(i::text, 9, '0'),
		(ARRAY['Delft', 'Köln', 'Lund', 'Aix-en-Provence'])[1 + i % 4],
		(ARRAY['NL', 'DE', 'SE', 'FR'])[1 + i % 4],
		true, i % 4, now(), (ARRAY['active', 'former'])[1 + i % 2],
		'called about order ' || i || ' and was not pleased at all',
		'\x00', '{}'
	FROM (SELECT i, (10000000 + i::bigint * 7919 * 7907 % 89999999)::text AS stem
		FROM generate_series(1, 1000) i) x;
DELETE FROM shop.customer WHERE bsn ~ '..........';

-- things, with the traps that keys, clocks and check digits are
CREATE TABLE shop.product (
	product_id bigint PRIMARY KEY,
	name text,
	title text,
	state text,
	sku text,
	ean bigint,
	epoch bigint,
	uuid uuid,
	price numeric(10,2),
	ref9 int,
	luhn16 text,
	same text
);
INSERT INTO shop.product
	SELECT 1000000000 + i, 'Desk lamp ' || i, 'Lamp', 'new', 'SKU-' || i, 8710000000000 + i * 7919,
		1700000000 + i * 3600, md5(i::text)::uuid, i * 1.25, (i::bigint * 7919 * 7907) % 899999999 + 100000000,
		n || (10 - (SELECT sum(CASE WHEN k % 2 = 1 THEN (2 * d) / 10 + (2 * d) % 10 ELSE d END)
			FROM (SELECT k, substr(reverse(n), k, 1)::int AS d FROM generate_series(1, 15) k) x) % 10) % 10,
		'79927398713'
	FROM (SELECT i, (100000000000000 + (i::numeric * 799999999999999) % 899999999999999)::text AS n
		FROM generate_series(1, 300) i) x;

-- a log that points to people, partitioned: once, not once a partition
CREATE TABLE shop.access_log (
	at timestamptz,
	customer_id int REFERENCES shop.customer,
	ip inet,
	agent_mac macaddr,
	path text
) PARTITION BY RANGE (at);
CREATE TABLE shop.access_log_2026 PARTITION OF shop.access_log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
INSERT INTO shop.access_log SELECT timestamptz '2026-01-02' + i * interval '1 s', NULL,
		inet '10.0.0.0' + i, '08:00:2b:01:02:03', '/index/' || i
	FROM generate_series(1, 300) i;

-- nothing in it, nothing but names and types to go by
CREATE TABLE shop.empty (passport_number text, x int);

-- columns whose names say nothing
CREATE TABLE shop.blind (c1 text, c2 text, c3 text, c4 text, c5 bigint);
INSERT INTO shop.blind SELECT e_mail, phone, bsn, CASE WHEN customer_id % 5 < 3 THEN e_mail ELSE 'none' || customer_id END, bsn::bigint
	FROM shop.customer LIMIT 300;

CREATE VIEW shop.people AS SELECT first_name, e_mail AS contact FROM shop.customer;
CREATE MATERIALIZED VIEW shop.snapshot AS SELECT e_mail AS c FROM shop.customer;
CREATE MATERIALIZED VIEW shop.not_filled AS SELECT e_mail FROM shop.customer WITH NO DATA;
ANALYZE;

SELECT table_name, column_name, class, confidence FROM breachvalue.scan('shop');

-- two scans agree, and no schema means all of them
SELECT count(*) AS differing FROM (
	SELECT * FROM breachvalue.scan('shop') EXCEPT SELECT * FROM breachvalue.scan()) x;
SELECT DISTINCT schema_name FROM breachvalue.scan()
	WHERE schema_name IN ('shop', 'pg_catalog', 'information_schema', 'breachvalue');

-- one table; its evidence, in words
SELECT column_name, class, evidence FROM breachvalue.scan_table('shop.customer');
SELECT column_name, class, evidence FROM breachvalue.scan_table('shop.blind');
SELECT column_name, class, evidence FROM breachvalue.scan_table('shop.people');
SELECT column_name, class, evidence FROM breachvalue.scan_table('shop.access_log');
SELECT column_name, class, evidence FROM breachvalue.scan_table('shop.empty');
SELECT column_name, class, evidence FROM breachvalue.scan('shop') WHERE table_name = 'not_filled';

-- what is not there, and what has no columns
SELECT * FROM breachvalue.scan('shopp');
SELECT * FROM breachvalue.scan('customer');
SET search_path = shop;
SELECT * FROM breachvalue.scan('customer');
RESET search_path;
SELECT * FROM breachvalue.scan_table('nothing');
SELECT * FROM breachvalue.scan_table(0);
SELECT * FROM breachvalue.scan_table('shop.customer_pkey');
SELECT * FROM breachvalue.scan_table('shop.not_filled');
SELECT * FROM breachvalue.scan_table(NULL);

-- odd names, odd types, dropped columns
CREATE SCHEMA "Odd ""schema"";--";
CREATE DOMAIN "Odd ""schema"";--".mail AS text CHECK (VALUE LIKE '%@%');
CREATE TYPE "Odd ""schema"";--".sex AS ENUM ('f', 'm', 'x');
CREATE TABLE "Odd ""schema"";--"."Kunden ""tabelle""; DROP" (
	gone text,
	"E-Mail" "Odd ""schema"";--".mail,
	"Geschlecht" "Odd ""schema"";--".sex,
	"Straße" text,
	"名前" text,
	"select" text,
	phones text[],
	r int4range,
	"a'b""c" text
);
ALTER TABLE "Odd ""schema"";--"."Kunden ""tabelle""; DROP" DROP COLUMN gone;
INSERT INTO "Odd ""schema"";--"."Kunden ""tabelle""; DROP"
	SELECT i || '@example.net', 'x', 'Hauptstraße ' || i, 'x', repeat('long ', 100000), '{+31612345678}', '[1,2)', E'\t \n'
	FROM generate_series(1, 3) i;
CREATE TABLE "Odd ""schema"";--".none ();
SELECT table_name, column_name, class, evidence FROM breachvalue.scan('Odd "schema";--');
SELECT count(*) FROM breachvalue.scan_table('"Odd ""schema"";--".none');

-- infinite and ancient dates, numbers that are none
CREATE TABLE shop.extremes (birth_date date, birthday timestamp, income numeric, age float8);
INSERT INTO shop.extremes VALUES
	('infinity', '-infinity', 'NaN', 'Infinity'), ('4714-11-24 BC', '5874-01-01', 1e300, -1e308),
	('5874897-12-31', '1999-12-31', 0, 1e-300), (NULL, NULL, NULL, NULL);
SELECT column_name, class, evidence FROM breachvalue.scan_table('shop.extremes');
DROP TABLE shop.extremes;

-- labels: a dry run says, a real one does, and what has a label keeps it
SELECT breachvalue.label('shop.customer', 'phone', 'not_personal');
SELECT * FROM breachvalue.apply_labels('shop');
SELECT count(*) AS labelled FROM breachvalue.labels WHERE schema_name = 'shop';
SELECT table_name, column_name, label, outcome
	FROM breachvalue.apply_labels('shop', min_confidence => 0.99, dry_run => false) WHERE table_name = 'customer';
SELECT table_name, column_name, label FROM breachvalue.labels WHERE schema_name = 'shop' AND table_name = 'customer'
	ORDER BY 2;
SELECT count(*) AS newly FROM breachvalue.apply_labels('shop', 0.99, false) WHERE outcome = 'labelled';
SELECT breachvalue.unlabel('shop.customer', 'phone');
SELECT breachvalue.unlabel('shop.customer', 'bsn');

-- rights: what the caller may not read is judged by name and type
CREATE ROLE regress_scan_reader;
CREATE ROLE regress_scan_nobody;
GRANT USAGE ON SCHEMA shop TO regress_scan_reader;
GRANT SELECT (e_mail) ON shop.customer TO regress_scan_reader;
GRANT SELECT ON shop.blind TO regress_scan_reader;
ALTER TABLE shop.blind ENABLE ROW LEVEL SECURITY;
CREATE POLICY few ON shop.blind TO regress_scan_reader USING (c1 = 'user2@example.org');
SET ROLE regress_scan_reader;
SELECT column_name, class, evidence FROM breachvalue.scan_table('shop.customer')
	WHERE column_name IN ('e_mail', 'phone', 'status');
SELECT column_name, class, evidence FROM breachvalue.scan_table('shop.blind');
SELECT column_name, outcome FROM breachvalue.apply_labels('shop', 0.9, false) WHERE outcome !~ '^has label';
SET ROLE regress_scan_nobody;
SELECT DISTINCT evidence COLLATE "C" AS evidence FROM breachvalue.scan('shop') ORDER BY 1;
RESET ROLE;

-- nothing of the caller's path, and nothing of a type's owner, is run
CREATE SCHEMA trap;
CREATE FUNCTION trap.fail(text, text) RETURNS boolean LANGUAGE plpgsql AS 'BEGIN RAISE ''caught''; END';
CREATE OPERATOR trap.= (FUNCTION = trap.fail, LEFTARG = text, RIGHTARG = text);
CREATE FUNCTION trap."left"(text, int) RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE ''caught''; END';
CREATE FUNCTION trap.sex_text("Odd ""schema"";--".sex) RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE ''caught''; END';
CREATE CAST ("Odd ""schema"";--".sex AS text) WITH FUNCTION trap.sex_text("Odd ""schema"";--".sex);
CREATE DOMAIN trap.text AS int;
SET search_path = trap, pg_catalog;
SELECT count(*) FROM breachvalue.scan('shop');
SELECT count(*) FROM breachvalue.scan('Odd "schema";--');
RESET search_path;

-- one table that cannot be read does not end the scan: it is said why, and never by what value
CREATE FUNCTION trap.broken(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT 1 / length($1) > 0';
CREATE TABLE trap.secret (email text);
INSERT INTO trap.secret VALUES ('');
ALTER TABLE trap.secret ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY broken ON trap.secret USING (trap.broken(email));
CREATE TABLE trap.sound (email text);
GRANT USAGE ON SCHEMA trap TO regress_scan_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA trap TO regress_scan_reader;
SET ROLE regress_scan_reader;
SELECT table_name, class, evidence FROM breachvalue.scan('trap');
SELECT * FROM breachvalue.scan_table('trap.secret');
RESET ROLE;

-- nor do views that fail, each in its own way
CREATE TABLE trap.person (email text, age text);
INSERT INTO trap.person SELECT 'user' || i || '@example.org', 'classified' FROM generate_series(1, 20) i;
CREATE FUNCTION trap.gone(text) RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN trap.nowhere($1); END';
CREATE FUNCTION trap.tells(text) RETURNS text LANGUAGE plpgsql AS
	'BEGIN RAISE ''the value is %'', $1 USING DETAIL = $1, HINT = $1; END';
CREATE FUNCTION trap.writes(text) RETURNS text LANGUAGE sql AS
	$$INSERT INTO trap.person VALUES ('left@example.org') RETURNING email$$;
CREATE VIEW trap.by_zero AS SELECT email, length(age) / (length(age) - 10) AS age FROM trap.person;
CREATE VIEW trap.by_cast AS SELECT email, age::int FROM trap.person;
CREATE VIEW trap.by_function AS SELECT trap.gone(email) AS email FROM trap.person;
CREATE VIEW trap.by_message AS SELECT trap.tells(email) AS email FROM trap.person;
CREATE VIEW trap.by_writing AS SELECT trap.writes(email) AS email FROM trap.person;
CREATE VIEW trap.by_rows AS SELECT email, (SELECT age FROM trap.person) AS age FROM trap.person;
CREATE VIEW trap.by_right AS SELECT email FROM trap.person;
ALTER VIEW trap.by_right OWNER TO regress_scan_nobody;
CREATE VIEW trap.works AS SELECT email FROM trap.person;
SELECT v.name, s.column_name, s.class, s.evidence, s.basis
	FROM (VALUES ('by_zero'), ('by_cast'), ('by_function'), ('by_message'), ('by_rows'), ('by_right'), ('by_writing'), ('works')) v (name),
		LATERAL breachvalue.scan_table(('trap.' || v.name)::regclass, 'sample') s;
SELECT s.column_name, s.class, s.evidence FROM breachvalue.scan_table('trap.by_cast', 'full') s;
SELECT s.column_name, s.class, s.evidence FROM breachvalue.scan_table('trap.by_cast', 'name') s;
SELECT count(*) FROM trap.person;	-- whatever a view writes is undone
BEGIN READ ONLY;
SELECT s.column_name, s.class, s.evidence FROM breachvalue.scan_table('trap.by_zero') s;
SELECT count(*) FROM trap.person;
COMMIT;

-- whoever cancels means all of it, and what is full stays full
CREATE FUNCTION trap.stops(code text) RETURNS text LANGUAGE plpgsql AS
	'BEGIN RAISE ''stopped'' USING ERRCODE = $1; END';
CREATE VIEW trap.by_cancel AS SELECT trap.stops('57014') AS email;
CREATE VIEW trap.by_memory AS SELECT trap.stops('53200') AS email;
CREATE VIEW trap.by_conflict AS SELECT trap.stops('40001') AS email;
CREATE VIEW trap.by_time AS SELECT email, pg_sleep(1000)::text AS nap FROM trap.person;
\set VERBOSITY terse
SELECT * FROM breachvalue.scan_table('trap.by_cancel');
SELECT * FROM breachvalue.scan_table('trap.by_memory');
SELECT * FROM breachvalue.scan_table('trap.by_conflict');
SET statement_timeout = '100ms';
SELECT * FROM breachvalue.scan_table('trap.by_time');
SELECT * FROM breachvalue.scan_table('trap.by_time', 'full');
RESET statement_timeout;
\set VERBOSITY default

-- those who watch see how far it is: here a policy that looks at the rows does
CREATE SCHEMA watched;
CREATE FUNCTION watched.look(id int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
	p record;
BEGIN
	IF id IN (1500, 3000) THEN
		PERFORM pg_stat_clear_snapshot();
		SELECT * INTO STRICT p FROM breachvalue.scan_progress;
		RAISE NOTICE '%: table % of %, % of % rows, time left is %', p.relation, p.table_number, p.tables,
			p.rows_read, p.rows_expected, CASE WHEN p.time_left >= interval '0' THEN 'known' ELSE 'not known' END;
	END IF;
	RETURN true;
END $$;
CREATE TABLE watched.a AS SELECT i AS id, 'user' || i || '@example.org' AS c FROM generate_series(1, 4000) i;
CREATE TABLE watched.b AS TABLE watched.a;
CREATE POLICY look ON watched.a USING (watched.look(id));
CREATE POLICY look ON watched.b USING (watched.look(id));
ALTER TABLE watched.a ENABLE ROW LEVEL SECURITY;
ALTER TABLE watched.b ENABLE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA watched TO regress_scan_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA watched TO regress_scan_reader;
ANALYZE watched.a, watched.b;
SET ROLE regress_scan_reader;
SELECT table_name, column_name, class, evidence FROM breachvalue.scan('watched', 'full');
RESET ROLE;

-- a scan leaves no lock on what it has seen
BEGIN;
SELECT count(*) FROM breachvalue.scan('shop');
SELECT count(*) FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation
	WHERE l.pid = pg_backend_pid() AND c.relnamespace = 'shop'::regnamespace;
ROLLBACK;

-- read-only transactions are enough
BEGIN READ ONLY;
SELECT count(*) FROM breachvalue.scan('trap');
ROLLBACK;

SET client_min_messages = warning;
DROP SCHEMA shop, trap, watched, "Odd ""schema"";--" CASCADE;
DROP ROLE regress_scan_reader, regress_scan_nobody;
