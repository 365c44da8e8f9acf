-- what whole rows and chosen columns hold, by their labels
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
RESET client_min_messages;
CREATE SCHEMA shop;
SET search_path = shop, public;
CREATE DOMAIN mail AS text CHECK (value <> 'x');
CREATE TABLE customer (
	id int PRIMARY KEY,
	region text,
	name text,
	email mail,
	phone varchar(30),
	postcode char(8),
	born date,
	notes text
);
INSERT INTO customer VALUES
	(1, 'north', 'Ada', 'ada@example.org', '+31 6 1', '1234 AB', '1815-12-10', 'a'),
	(2, 'north', 'Bob', NULL, NULL, NULL, NULL, 'b'),
	(3, 'south', '', ' ', E' \t\r\n', '', NULL, 'c'),
	(4, 'south', 'Dan', '  dan@example.org', NULL, '', '1970-01-01', NULL),
	(5, 'south', NULL, NULL, NULL, NULL, NULL, NULL);

-- no label: records of nothing
SELECT breachvalue.exposure(c) FROM customer c;
SELECT breachvalue.exposure_of('customer');
SELECT breachvalue.label('customer', 'region', 'not_personal');
SELECT breachvalue.exposure_of('customer');		-- looked at: nothing to notice

SELECT breachvalue.label('customer', column_name, class)
FROM (VALUES ('name', 'name'), ('email', 'email'), ('phone', 'phone'), ('postcode', 'postcode'),
	('born', 'birth_date'), ('id', 'account_id')) AS t (column_name, class);
SELECT id, breachvalue.held_classes(c) FROM customer c ORDER BY id;
SELECT breachvalue.exposure(c) FROM customer c;
SELECT breachvalue.exposure_of('customer');
SELECT breachvalue.exposure_of('customer') = breachvalue.exposure(customer) AS same FROM customer;
SELECT region, breachvalue.exposure(c) FROM customer c GROUP BY region ORDER BY region;
SELECT breachvalue.exposure(c) FILTER (WHERE region = 'north') FROM customer c;
SELECT breachvalue.exposure(c) FROM customer c WHERE false;

-- a frame that moves
SELECT id, breachvalue.exposure(c) OVER w AS record,
	breachvalue.held_exposure('{"{name}","{birth_date}"}', name, born) OVER w AS columns
FROM customer c WINDOW w AS (ORDER BY id ROWS 1 PRECEDING) ORDER BY id;

-- chosen columns
SELECT breachvalue.held_exposure('{"{name}","{email,phone}"}', name, coalesce(email, phone)) FROM customer;
SELECT id, breachvalue.held_classes(CASE WHEN id = 2 THEN '{"{email}"}' ELSE '{"{name}"}' END::breachvalue.class_set[], name)
FROM customer ORDER BY id;
SELECT breachvalue.held_exposure(CASE WHEN id = 2 THEN '{"{email}"}' ELSE '{"{name}"}' END::breachvalue.class_set[], name) FROM customer;
SELECT breachvalue.held_classes('{"{name}","{email}","{phone}"}', 'literal', NULL, ' '::text);
SELECT breachvalue.held_exposure('{"{name}"}', name, email) FROM customer;
SELECT breachvalue.held_exposure('{}', name) FROM customer;
SELECT breachvalue.held_exposure('{{"{name}"},{"{email}"}}', name, email) FROM customer;
SELECT breachvalue.held_exposure(NULL, name) FROM customer;
SELECT breachvalue.held_exposure('{"{name}",NULL}', name, email) FROM customer;
SELECT breachvalue.held_exposure('{"{name}","{email}"}', VARIADIC ARRAY['a', 'b']);
SELECT breachvalue.exposure_add_held(NULL, '{"{name}"}', 'a'::text);

-- a row that is there and empty is a record; one that an outer join made up is none
SELECT breachvalue.exposure(c) FROM generate_series(1, 9) AS i LEFT JOIN customer c ON c.id = i;
SELECT breachvalue.exposure(NULL::customer), breachvalue.held_classes(NULL::customer) IS NULL AS unknown;
SELECT breachvalue.exposure(ROW(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)::customer);

-- a record of no table is an error, even if there is none
SELECT breachvalue.exposure(s) FROM (SELECT * FROM customer) s;
SELECT breachvalue.exposure(s) FROM (SELECT * FROM customer OFFSET 0) s;
SELECT breachvalue.exposure(s) FROM (SELECT * FROM customer WHERE false) s;
WITH w AS MATERIALIZED (SELECT * FROM customer) SELECT breachvalue.exposure(w) FROM w;
SELECT breachvalue.exposure(j) FROM (customer a JOIN customer b USING (id)) AS j;
SELECT breachvalue.exposure(ROW(1, 'a'));
SELECT breachvalue.held_classes(s) FROM (SELECT 1 AS one) s;
SELECT breachvalue.exposure(s) OVER () FROM (SELECT 1 AS one) s;
SELECT breachvalue.exposure(s.c) FROM (SELECT c, 1 FROM customer c) s;	-- but this one has a table

-- views
CREATE VIEW contact AS SELECT id AS number, email AS post, upper(name) AS loud, born FROM customer;
SELECT breachvalue.exposure(v) FROM contact v;
SELECT breachvalue.exposure_of('contact');
SELECT breachvalue.exposure(v) FROM customer c LEFT JOIN contact v ON v.number = c.id AND c.id < 3;

-- dropped columns, columns added with a default, generated ones
ALTER TABLE customer DROP COLUMN notes;
ALTER TABLE customer ADD COLUMN iban text DEFAULT 'NL91ABNA0417164300';
ALTER TABLE customer ADD COLUMN upper_email text GENERATED ALWAYS AS (upper(email::text)) STORED;
SELECT breachvalue.label('customer', 'iban', 'iban'), breachvalue.label('customer', 'upper_email', 'email');
SELECT breachvalue.exposure(c) FROM customer c;
SELECT breachvalue.exposure_of('customer') = breachvalue.exposure(customer) AS same FROM customer;

-- partitions, children
CREATE TABLE visit (at date, ip inet, email text) PARTITION BY RANGE (at);
CREATE TABLE visit_2020 PARTITION OF visit FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE visit_2021 (email text, at date, ip inet);
ALTER TABLE visit ATTACH PARTITION visit_2021 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
SELECT breachvalue.label('visit', 'ip', 'ip_address'), breachvalue.label('visit', 'email', 'email');
INSERT INTO visit VALUES ('2020-02-02', '10.0.0.1', 'a@b'), ('2021-02-02', '10.0.0.2', NULL), ('2021-03-03', NULL, 'c@d');
SELECT breachvalue.exposure_of('visit'), breachvalue.exposure_of('visit_2020') AS of_2020, breachvalue.exposure_of('visit_2021') AS of_2021;
SELECT breachvalue.exposure(v) FROM visit v;
SELECT breachvalue.exposure(v) FROM visit_2021 v;
SET enable_partitionwise_aggregate = on;
SELECT breachvalue.exposure(v) FROM visit v;
RESET enable_partitionwise_aggregate;
CREATE TABLE vip (gift text) INHERITS (customer);
INSERT INTO vip (id, name, gift) VALUES (9, 'Zoe', 'wine');
SELECT breachvalue.exposure_of('customer') - breachvalue.exposure(c) AS the_child FROM ONLY customer c;
SELECT breachvalue.exposure_of('vip');

-- temporary tables, functions that return a composite type, names in need of quotes
CREATE TEMPORARY TABLE "Mixed ""Case"" $1" (id int, "e-mail; --" text);
INSERT INTO "Mixed ""Case"" $1" VALUES (1, 'a@b');
SELECT breachvalue.label('"Mixed ""Case"" $1"', 'e-mail; --', 'email');
SELECT breachvalue.exposure_of('"Mixed ""Case"" $1"');
CREATE TYPE pair AS (email text, phone text);
SELECT breachvalue.label('pair', 'phone', 'phone');
CREATE FUNCTION pairs() RETURNS SETOF pair LANGUAGE sql AS $$VALUES ('a', 'b'), ('c', NULL)$$;
SELECT breachvalue.exposure(p) FROM pairs() p;

-- more columns than a function has arguments
DO $$
BEGIN
	EXECUTE (SELECT 'CREATE TABLE wide (' || string_agg(format('c%s text', i), ', ') || ')' FROM generate_series(1, 230) AS i);
	PERFORM breachvalue.label('wide', 'c' || i, 'account_id') FROM generate_series(1, 230) AS i;
	PERFORM breachvalue.label('wide', 'c' || i, class)
	FROM unnest('{name,email,phone,iban,us_ssn,birth_date}'::text[], '{1,64,65,99,197,230}'::int[]) AS t (class, i);
END $$;
INSERT INTO wide (c1, c64, c65) VALUES ('a', 'b', 'c');
INSERT INTO wide (c64) VALUES (' ');
INSERT INTO wide (c99, c197, c230) VALUES ('a', 'b', 'c');
SELECT breachvalue.exposure(w) FROM wide w;
SELECT breachvalue.exposure_of('wide');

-- long text: compressed, elsewhere, white space
CREATE TABLE long_text (id int, body text);
SELECT breachvalue.label('long_text', 'body', 'email');
INSERT INTO long_text VALUES (1, repeat(' ', 300)), (2, repeat(' ', 300) || 'x'), (3, repeat(' ', 1000000)),
	(4, repeat(' ', 1000000) || 'x'), (5, repeat(E' \n\t', 1000000)), (6, repeat(' ', 1048576));
ALTER TABLE long_text ALTER body SET STORAGE EXTERNAL;
INSERT INTO long_text SELECT id + 6, body FROM (SELECT id, body || '' AS body FROM long_text) s;
SELECT id, length(body), breachvalue.held_classes('{"{email}"}', body) AS lazily, breachvalue.held_classes(l) AS whole
FROM long_text l ORDER BY id;

-- what has no records
CREATE SEQUENCE numbers;
SELECT breachvalue.exposure_of('numbers');
SELECT breachvalue.exposure_of('customer_pkey');
SELECT breachvalue.exposure_of('pair');
SELECT breachvalue.exposure_of(0);
SELECT breachvalue.exposure_of(NULL) IS NULL AS unknown;

-- as the caller: column privileges, row security, the path
CREATE ROLE regress_breachvalue_reader;
GRANT USAGE ON SCHEMA shop TO regress_breachvalue_reader;
GRANT SELECT (id, name, email, phone, postcode, born, iban, upper_email) ON customer TO regress_breachvalue_reader;
ALTER TABLE customer ENABLE ROW LEVEL SECURITY;
CREATE POLICY north ON customer FOR SELECT TO regress_breachvalue_reader USING (region = 'north');
SET ROLE regress_breachvalue_reader;
SELECT breachvalue.exposure_of('customer');
SELECT breachvalue.exposure(c) FROM customer c;
SELECT breachvalue.exposure_of('visit');
SET search_path = pg_temp, shop;
SELECT breachvalue.exposure_of('shop.customer');
RESET ROLE;
REVOKE SELECT (phone) ON customer FROM regress_breachvalue_reader;
SET ROLE regress_breachvalue_reader;
SELECT breachvalue.exposure_of('shop.customer');
RESET ROLE;
SET search_path = shop, public;

-- parallel, also within exposure_of()
CREATE TABLE big AS SELECT i AS id, CASE WHEN i % 3 > 0 THEN 'user' || i END AS name,
	CASE WHEN i % 5 > 0 THEN i || '@example.org' END AS email FROM generate_series(1, 20000) AS i;
SELECT breachvalue.label('big', 'name', 'name'), breachvalue.label('big', 'email', 'email');
ANALYZE big;
SELECT breachvalue.exposure(b) AS serial FROM big b;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT breachvalue.exposure(b) FROM big b;
EXPLAIN (COSTS OFF) SELECT breachvalue.held_exposure('{"{name}"}', name) FROM big b;
SELECT breachvalue.exposure(b) AS parallel FROM big b;
SELECT breachvalue.exposure_of('big');
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;
RESET max_parallel_workers_per_gather;

-- a better fitting namesake, put there by whoever owns the extension, does not run
CREATE FUNCTION breachvalue.held_exposure(breachvalue.class_set[], text) RETURNS breachvalue.exposure
LANGUAGE sql AS $$ SELECT breachvalue.exposure('{}'::breachvalue.class_set) $$;
SELECT breachvalue.exposure_of('big');
DROP FUNCTION breachvalue.held_exposure(breachvalue.class_set[], text);

SET client_min_messages = warning;
DROP SCHEMA shop CASCADE;
DROP ROLE regress_breachvalue_reader;
