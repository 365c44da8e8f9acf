-- persons and organisations, special categories, and countries
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
RESET client_min_messages;
CREATE SCHEMA places;
SET search_path = places;

-- whom records are about
SELECT c AS classes, breachvalue.subject_kind(c) FROM unnest(ARRAY['{}', '{account_id,free_text}', '{email}', '{name,email}', '{nl_kvk,email}', '{name,nl_kvk}', '{bic}']::breachvalue.class_set[]) c;
SET breachvalue.model = 'flat';
SELECT breachvalue.organisations(e), breachvalue.records(e), d.organisations AS described
FROM (VALUES ('7 x {nl_kvk,email}, 2 x {name,nl_kvk}, 5 x {email}, 9 x {account_id}, 3 x {bic} at 1, 4 x {bic} at 0, 8 x 0.5'::breachvalue.exposure)) v (e),
	LATERAL breachvalue.describe(e) d;
SELECT breachvalue.organisations(NULL), breachvalue.organisations('empty') AS none;
RESET breachvalue.model;

-- special categories: any, then each; a record that holds two is one
SELECT * FROM breachvalue.special_categories('7 x {name,religion,blood_type}, 2 x {religion}, 5 x {email}, 9 x {criminal_record,religion}'::breachvalue.exposure);
SELECT * FROM breachvalue.special_categories('5 x {email}'::breachvalue.exposure);
SELECT * FROM breachvalue.special_categories(NULL);

-- what is protected, or a class of a user's, is what it is
SELECT * FROM breachvalue.special_categories('7 x {name,"religion/hmac"}, 2 x {religion}, 3 x {"no_such_class"}'::breachvalue.exposure);
SET breachvalue.model = 'flat';
SELECT breachvalue.organisations('7 x {email,"nl_kvk/token"}, 4 x {"name/hmac",nl_kvk}, 3 x {"no_such_class"}'::breachvalue.exposure);
BEGIN;
SELECT breachvalue.create_class('regress_parish', 'religion') \g /dev/null
SELECT * FROM breachvalue.special_categories('7 x {"regress_parish"}, 2 x {religion}'::breachvalue.exposure);
ROLLBACK;
RESET breachvalue.model;

-- the country of a value
SELECT class, value, breachvalue.country_of(value, class) FROM (VALUES ('country', 'The Netherlands'), ('country', 'DEU'), ('country', 'Atlantis'), ('country', ''),
	('iban', 'NL91 ABNA 0417 1643 00'), ('iban', 'NL91 ABNA 0417 1643 01'), ('bic', 'DEUTDEFF500'), ('phone', '+31 6 12345678'), ('phone', '06-12345678'), ('us_ssn', '536-22-8726'), ('us_ssn', '123-45-6789'), ('nl_bsn', '111222333'), ('nl_bsn', '111222334'),
	('email', 'a@example.nl'), ('passport', 'P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<'), ('nationality', 'BE'), ('cz_rodne_cislo', '7103192745')) v (class, value);
SELECT breachvalue.country_of(NULL, 'iban') AS no_value, breachvalue.country_of('NL', NULL) AS no_class, breachvalue.country_of('NL', 'class_256') AS of_a_user;
SELECT breachvalue.country_of('NL', 'contry');

-- the countries of people: the best evidence of all tables, a contradiction is unknown
CREATE TABLE customer (id int PRIMARY KEY, name text, country varchar(30), religion text);
CREATE TABLE account (customer_id int, iban text, ssn text);
CREATE TABLE address (account_of int, country char(3), number text);
SELECT breachvalue.label('customer', 'name', 'name'), breachvalue.label('customer', 'country', 'country'), breachvalue.label('customer', 'religion', 'religion'),
	breachvalue.label('account', 'iban', 'iban (absent = ''-'')'), breachvalue.label('account', 'ssn', 'us_ssn | nl_bsn'), breachvalue.label('address', 'country', 'country'), breachvalue.label('address', 'number', 'phone'),
	breachvalue.label('account', 'subject (customer_id = customer.id)'), breachvalue.label('address', 'subject (account_of = customer.id)') \g /dev/null
INSERT INTO customer SELECT i, 'name', CASE WHEN i <= 40 THEN 'Nederland' WHEN i <= 60 THEN 'Germany' WHEN i <= 65 THEN 'France' END, CASE WHEN i % 2 = 0 THEN 'none' END
FROM generate_series(1, 150) i;
INSERT INTO account SELECT i, 'NL91 ABNA 0417 1643 00', NULL FROM generate_series(61, 80) i;	-- 61 to 65 say France
INSERT INTO account SELECT i, 'GB82 WEST 1234 5698 7654 32', '536-22-8726' FROM generate_series(81, 100) i;	-- a number that the US has issued tells more
INSERT INTO account SELECT i, '-', '111222333' FROM generate_series(101, 103) i;	-- of the one or the other
INSERT INTO address SELECT i, 'NLD' FROM generate_series(1, 40) i;	-- the same by another name
INSERT INTO address SELECT i, 'BEL' FROM generate_series(41, 42) i;	-- and not
INSERT INTO address SELECT i, NULL, '+49 30 901820' FROM generate_series(61, 120) i;	-- the calling code of those of whom nothing better is known
INSERT INTO address SELECT NULL, 'BEL' FROM generate_series(1, 100) i;	-- of nobody
SELECT country, people, value_alone > 0 AS value FROM breachvalue.people_by_country('customer');
SELECT sum(c.people) = p.people AS all_of_them FROM breachvalue.people_by_country('customer') c, breachvalue.people_exposure('customer') p GROUP BY p.people;
SELECT special_category, class, records FROM breachvalue.people_exposure('customer') p, breachvalue.special_categories(p.exposure);

-- few people of one country are not singled out, nor by what is left of the total
DELETE FROM customer WHERE id > 65 OR id BETWEEN 55 AND 60;
SELECT country, people, value_alone IS NOT NULL AS value FROM breachvalue.people_by_country('customer');
DELETE FROM customer WHERE id < 61;
SELECT country, people, value_alone FROM breachvalue.people_by_country('customer');
INSERT INTO customer SELECT i, 'name' FROM generate_series(1, 9) i;
DELETE FROM address;
SELECT country, people, value_alone IS NOT NULL AS value FROM breachvalue.people_by_country('customer');
DELETE FROM customer;
SELECT * FROM breachvalue.people_by_country('customer');

-- rows stand for people where nothing tells them apart; types of users are not looked at
CREATE TYPE land AS ENUM ('NL');
CREATE FUNCTION evil(land) RETURNS text LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''evil''; END';
CREATE CAST (land AS text) WITH FUNCTION evil(land);
CREATE DOMAIN numeral AS int CHECK (value < 1000);
CREATE TABLE visit (land land, number numeral, doc jsonb);
INSERT INTO visit SELECT 'NL', 528, '{"country": "DE"}' FROM generate_series(1, 12);
SELECT breachvalue.label('visit', 'land', 'country'), breachvalue.label('visit', 'doc', '{country: country}') \g /dev/null
SELECT country, people FROM breachvalue.people_by_country('visit');
SELECT breachvalue.label('visit', 'number', 'country') \g /dev/null
SELECT country, people FROM breachvalue.people_by_country('visit');

-- any plan gives the same
INSERT INTO customer SELECT i, 'name', CASE i % 3 WHEN 0 THEN 'NL' WHEN 1 THEN 'BE' END, CASE WHEN i % 10 = 0 THEN 'r' END FROM generate_series(1, 3000) i;
CREATE TEMP TABLE plans AS SELECT string_agg(c::text, ' ' ORDER BY country) AS c FROM breachvalue.people_by_country('customer') c;
BEGIN;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
INSERT INTO plans SELECT string_agg(c::text, ' ' ORDER BY country) FROM breachvalue.people_by_country('customer') c;
SET LOCAL enable_hashagg = off;
SET LOCAL search_path = hostile;
INSERT INTO pg_temp.plans SELECT string_agg(c::text, ' ' ORDER BY country) FROM breachvalue.people_by_country('places.customer') c;
SELECT count(*), count(DISTINCT c) FROM pg_temp.plans;
COMMIT;
ANALYZE customer;
SELECT table_name, special_category, class, records FROM breachvalue.special_category_exposure WHERE schema_name = 'places';

-- a class of users tells what the class that it is like does
SELECT breachvalue.create_class('member_phone', 'phone');
SELECT breachvalue.country_of('+31 20 624 1111', 'member_phone'), breachvalue.country_of('+31 20 624 1111', 'member_phone') = breachvalue.country_of('+31 20 624 1111', 'phone') AS as_like;
CREATE TABLE member (id int PRIMARY KEY, phone text);
INSERT INTO member SELECT n, '+3120624' || 1110 + n FROM generate_series(1, 12) n;
SELECT breachvalue.label('member', 'phone', 'member_phone');
SELECT country, people FROM breachvalue.people_by_country('member');
SELECT breachvalue.drop_class('member_phone');
DELETE FROM breachvalue.user_class;
DROP TABLE member;

-- errors, and rights
SELECT breachvalue.people_by_country('account');
SELECT breachvalue.people_by_country('customer_pkey');
CREATE ROLE regress_breachvalue_clerk;
GRANT USAGE ON SCHEMA places TO regress_breachvalue_clerk;
SET ROLE regress_breachvalue_clerk;
SELECT breachvalue.people_by_country('customer');
RESET ROLE;
GRANT SELECT (id, name, country, religion) ON customer TO regress_breachvalue_clerk;
GRANT SELECT ON account, address TO regress_breachvalue_clerk;
SET ROLE regress_breachvalue_clerk;
SELECT count(*) FROM breachvalue.people_by_country('customer');
RESET ROLE;

SET client_min_messages = warning;
DROP SCHEMA places CASCADE;
DROP ROLE regress_breachvalue_clerk;
