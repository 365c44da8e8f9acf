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
CREATE SCHEMA tap_people;
SET LOCAL search_path = tap_people, public;

-- what may be called, and how
SELECT isnt_definer('breachvalue'::name, p::name) FROM (VALUES ('people_exposure'), ('former_people'),
	('former_saving'), ('former_exposure'), ('propose_subjects'), ('subject_tables'), ('coverage'),
	('probable_columns'), ('exact_database_exposure'), ('people_by_country'), ('purge_plan'), ('exchanged'), ('in_currency'),
	('copy_model'), ('require_labels'), ('drop_label_requirement'), ('note_new_columns'), ('unlabelled_columns'), ('locked_table')) x(p);
SELECT volatility_is('breachvalue', p::name, 'stable') FROM (VALUES ('people_exposure'), ('former_people'),
	('former_saving'), ('former_exposure'), ('propose_subjects'), ('coverage'), ('exact_database_exposure'),
	('people_by_country'), ('purge_plan'), ('exchanged'), ('in_currency'), ('organisations'), ('subject_kind'), ('special_categories')) x(p);
SELECT volatility_is('breachvalue', p::name, 'immutable') FROM (VALUES ('country_of'), ('priced_in')) x(p);

-- keys of many types, and of two that go together
CREATE DOMAIN number AS bigint CHECK (value > 0);
CREATE TYPE colour AS ENUM ('1', '2', '3');
CREATE FUNCTION by_key(subject_type text, type text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	answer text;
BEGIN
	EXECUTE format('CREATE TABLE s (k %s, name text); CREATE TABLE t (k %s, phone text)', subject_type, type);
	EXECUTE format('INSERT INTO s SELECT i::text::%s, %L FROM generate_series(1, 2) i', subject_type, 'Ada');
	INSERT INTO s VALUES (NULL, 'Zoe');
	EXECUTE format('INSERT INTO t SELECT i::text::%s, %L FROM unnest(ARRAY[2, 2, 3]) i', type, '+31 6 12345678');
	PERFORM breachvalue.label('s', 'name', 'name'), breachvalue.label('t', 'phone', 'phone'),
		breachvalue.label('t', 'subject (k = tap_people.s.k)');
	SELECT format('%s people: %s; %s rows: %s', people, exposure, unknown_rows, unknown_exposure) INTO answer
	FROM breachvalue.people_exposure('s');
	DROP TABLE s, t;
	RETURN answer;
END $$;
SELECT is(by_key(s, t), '2 people: 1 x {name}, 1 x {name,phone}; 2 rows: 1 x {name}, 1 x {phone}',
	format('keys of types %s and %s', s, t))
FROM (VALUES ('int', 'int'), ('int', 'bigint'), ('bigint', 'smallint'), ('numeric', 'int'), ('int', 'number'),
	('number', 'number'), ('text', 'text'), ('text', 'varchar(9)'), ('varchar(9)', 'text'), ('text', 'name'),
	('char(8)', 'char(4)'), ('text COLLATE "C"', 'text COLLATE "POSIX"'), ('colour', 'colour'), ('float8', 'real')) v(s, t);

-- a way through a table whose keys are of another type and collation
CREATE TABLE person (code text COLLATE "C" PRIMARY KEY, name text);
CREATE TABLE account (number varchar(9) COLLATE "POSIX", "breachvalue_step_next" int, target int, code char(3));
CREATE TABLE post (account text, "next" text, person text);
INSERT INTO person VALUES ('a', 'Ada'), ('b', 'Bob');
INSERT INTO account VALUES ('1', 1, 1, 'a'), ('2', 2, 2, 'b'), ('3', 3, 3, 'x');
INSERT INTO post VALUES ('1', 'a@example.org'), ('1', ''), ('3', 'x@example.org'), (NULL, NULL);
SELECT breachvalue.label('person', 'name', 'name'), breachvalue.label('post', 'next', 'email'),
	breachvalue.label('account', 'subject (code = person.code)'),
	breachvalue.label('post', 'subject (account = account.number), former ("next" IS NULL)') \g /dev/null
SELECT is(p::text, '(2,"1 x {name}, 1 x {name,email}",4,2,"1 x {}, 1 x {email}")', 'through another table')
FROM breachvalue.people_exposure('person') p;
SELECT is(f::text, '("2 x {}, 2 x {email}",empty)', 'names of its columns mean nothing to a condition')
FROM breachvalue.former_exposure('post') f;

-- more columns than a function takes
SELECT format('CREATE TABLE wide (id int PRIMARY KEY, %s)', string_agg(format('c%s text', i), ', ')) FROM generate_series(1, 250) i \gexec
CREATE TABLE side (id int PRIMARY KEY, phone text);
INSERT INTO wide (id, c1, c250) SELECT i, 'Ada', CASE WHEN i > 5 THEN 'a@example.org' END FROM generate_series(1, 10) i;
INSERT INTO side SELECT i, '+31 6 1' FROM generate_series(1, 5) i;
SELECT breachvalue.label('wide', 'c' || i, CASE WHEN i < 249 THEN 'name' ELSE 'email' END) FROM generate_series(1, 250) i \g /dev/null
SELECT breachvalue.label('side', 'phone', 'phone'), breachvalue.label('side', 'subject (id = tap_people.wide.id)') \g /dev/null
SELECT is(exposure::text, '5 x {name,email}, 5 x {name,phone}', '250 columns') FROM breachvalue.people_exposure('wide');
SELECT is(current::text || '; ' || former, '5 x {phone}; empty', 'nobody is of the past') FROM breachvalue.former_exposure('side');

-- any plan gives the same
CREATE TABLE many (id int PRIMARY KEY, name text) PARTITION BY RANGE (id);
CREATE TABLE many_1 PARTITION OF many FOR VALUES FROM (0) TO (2000);
CREATE TABLE many_2 PARTITION OF many FOR VALUES FROM (2000) TO (9000);
CREATE TABLE event (id int, phone text, at date);
INSERT INTO many SELECT i, CASE WHEN i % 3 > 0 THEN 'Ada' END FROM generate_series(1, 4000) i;
INSERT INTO event SELECT i % 5000, '+31 6 1', CASE WHEN i % 7 = 0 THEN '2020-01-01'::date END FROM generate_series(1, 20000) i;
SELECT breachvalue.label('many', 'name', 'name'), breachvalue.label('event', 'phone', 'phone'),
	breachvalue.label('event', 'subject (id = tap_people.many.id), former (at < now())') \g /dev/null
CREATE TEMP TABLE plans AS SELECT 'as it is' AS plan, p::text AS people, f::text AS former
FROM breachvalue.people_exposure('many') p, breachvalue.former_people('many') f;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
INSERT INTO plans SELECT 'parallel', p::text, f::text FROM breachvalue.people_exposure('many') p, breachvalue.former_people('many') f;
SET LOCAL enable_hashagg = off;
SET LOCAL enable_hashjoin = off;
INSERT INTO plans SELECT 'sorted', p::text, f::text FROM breachvalue.people_exposure('many') p, breachvalue.former_people('many') f;
SET LOCAL max_parallel_workers_per_gather = 0;
SET LOCAL work_mem = '64kB';
SET LOCAL enable_hashagg = on;
INSERT INTO plans SELECT 'spilled', p::text, f::text FROM breachvalue.people_exposure('many') p, breachvalue.former_people('many') f;
SELECT is(count(DISTINCT (people, former)), 1::bigint, 'four plans, one result') FROM plans;
SELECT is(format('%s people, %s rows of nobody', people, unknown_rows), '4000 people, 4000 rows of nobody') FROM breachvalue.people_exposure('many');

-- rows are people where nothing tells them apart
CREATE TABLE keyless (name text, gone boolean);
INSERT INTO keyless VALUES ('Ada', true), ('Ada', false), ('Bob', NULL);
SELECT breachvalue.label('keyless', 'name', 'name'), breachvalue.label('keyless', 'former (gone)') \g /dev/null
SELECT is(p::text, '(3,"3 x {name}",3,0,empty)', 'rows are people where nothing tells them apart') FROM breachvalue.people_exposure('keyless') p;
SELECT is(f::text, '(3,1,3,1,"3 x {name}","2 x {name}")') FROM breachvalue.former_people('keyless') f;
SELECT is(f::text, '("2 x {name}","1 x {name}")') FROM breachvalue.former_exposure('keyless') f;

-- no rows
TRUNCATE wide, side;
SELECT is(p::text, '(0,empty,0,0,empty)') FROM breachvalue.people_exposure('wide') p;
SELECT is(f::text, '(0,0,0,0,empty,empty)') FROM breachvalue.former_people('wide') f;

-- proposals
CREATE TABLE client (client_id int PRIMARY KEY, name text, email text, home int);
CREATE TABLE residence (id int PRIMARY KEY, street text);
ALTER TABLE client ADD FOREIGN KEY (home) REFERENCES residence;
CREATE TABLE passport (client_id int PRIMARY KEY REFERENCES client, bsn text);
CREATE TABLE basket (id int PRIMARY KEY, buyer int REFERENCES client);
CREATE TABLE "item; --" (id int PRIMARY KEY, basket int REFERENCES basket);
CREATE TABLE remark (item int REFERENCES "item; --", body text);
CREATE TABLE ticket (client_id int, body text);
CREATE TABLE lead (mail text, phone text);
CREATE TABLE weather (at date, degrees int);
SELECT breachvalue.label('client', 'name', 'name'), breachvalue.label('client', 'email', 'email'),
	breachvalue.label('residence', 'street', 'address'), breachvalue.label('passport', 'bsn', 'nl_bsn'),
	breachvalue.label('ticket', 'client_id', 'account_id'), breachvalue.label('lead', 'mail', 'email') \g /dev/null
SELECT results_eq($$SELECT relation::text, label FROM breachvalue.propose_subjects('tap_people')
		WHERE relation NOT IN ('many'::regclass, 'keyless'::regclass, 'wide'::regclass, 'person'::regclass)
			AND subject NOT IN ('many'::regclass, 'keyless'::regclass, 'wide'::regclass)
		ORDER BY relation::text COLLATE "C"$$,
	$$VALUES ('"item; --"', 'subject (basket = tap_people.basket.id)'),
		('basket', 'subject (buyer = tap_people.client.client_id)'),
		('lead', 'subject (mail = tap_people.client.email)'),
		('passport', 'subject (client_id = tap_people.client.client_id)'),
		('remark', 'subject (item = tap_people."item; --".id)'),
		('residence', 'subject (id = tap_people.client.home)'),
		('ticket', 'subject (client_id = tap_people.client.client_id)')$$, 'foreign keys, chains and shared identifiers');
SELECT breachvalue.label(relation, label) FROM breachvalue.propose_subjects('tap_people') 
	WHERE 'client basket residence "item; --"' ~ subject::text AND relation NOT IN ('wide'::regclass, 'many'::regclass, 'keyless'::regclass, 'person'::regclass) \g /dev/null
SELECT is_empty($$SELECT * FROM breachvalue.propose_subjects('tap_people') WHERE relation = 'remark'::regclass$$, 'what has a label needs no other');
SELECT is((SELECT count(*) FROM breachvalue.subject_tables() WHERE subject = 'client'::regclass), 8::bigint, 'and they can be set');

-- code of a table's owner is not run by who asks for everything
CREATE FUNCTION evil() RETURNS int LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''evil''; END';
CREATE VIEW everybody AS SELECT evil() AS id;
CREATE TABLE visit (id int, email text);
INSERT INTO visit VALUES (1, 'a@example.org');
SELECT breachvalue.label('visit', 'email', 'email'), breachvalue.label('visit', 'subject (id = everybody.id)') \g /dev/null
SELECT throws_ok($$SELECT breachvalue.people_exposure('everybody')$$, 'P0001', 'evil', 'a view that was asked for is run');
SELECT lives_ok($$SELECT breachvalue.exact_database_exposure()$$, 'others are not');
SELECT lives_ok($$SELECT * FROM breachvalue.database_exposure$$);
CREATE FUNCTION evil(colour) RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''evil''; END';
CREATE CAST (colour AS text) WITH FUNCTION evil(colour) AS IMPLICIT;
SELECT throws_ok($$SELECT by_key('text', 'colour')$$, '22023', NULL, 'a cast of a user does not make keys comparable');

-- errors
SELECT throws_ok($$SELECT breachvalue.people_exposure('basket')$$, '22023');
SELECT throws_ok($$SELECT breachvalue.former_people('basket')$$, '22023');
SELECT throws_ok($$SELECT breachvalue.people_exposure(1)$$, '42P01');
SELECT throws_ok($$SELECT breachvalue.people_exposure('many_pkey')$$, '42809');
SELECT throws_ok($$SELECT breachvalue.former_exposure('many_pkey')$$, '42809');
SELECT throws_ok($$SELECT * FROM breachvalue.coverage('no such schema')$$, '3F000');
SELECT * FROM finish();
ROLLBACK;
