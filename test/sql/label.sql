-- labels: said, read, changed, taken away
SET client_min_messages = warning;
DROP EXTENSION IF EXISTS breachvalue CASCADE;
CREATE EXTENSION breachvalue;
RESET client_min_messages;
CREATE SCHEMA crm;
CREATE TABLE crm.customer (
	id bigint PRIMARY KEY,
	name text,
	email text,
	ssn text,
	notes text
);

SELECT breachvalue.label('crm.customer', 'email', 'email');
SELECT breachvalue.label('crm.customer', 'ssn', 'us_ssn');
SELECT breachvalue.label('crm.customer', 'id', 'not_personal');
SELECT breachvalue.label(relation => 'crm.customer', column_name => 'name', label => ' name ');
SELECT breachvalue.label('crm.customer', 'notes', E'\x0b\t\n\f\r vin');
SELECT * FROM breachvalue.labels ORDER BY table_name, column_name;
SELECT breachvalue.unlabel('crm.customer', 'notes');

-- the command itself says the same
SECURITY LABEL FOR breachvalue ON COLUMN crm.customer.ssn IS 'nl_bsn';
SECURITY LABEL FOR breachvalue ON COLUMN crm.customer.name IS NULL;
SELECT breachvalue.unlabel('crm.customer', 'email');
SELECT breachvalue.unlabel('crm.customer', 'email');	-- nothing there any more
SELECT column_name, label, class FROM breachvalue.labels ORDER BY 1;

-- what is no label
SELECT breachvalue.label('crm.customer', 'email', 'emial');
SELECT breachvalue.label('crm.customer', 'email', 'Email');
SELECT breachvalue.label('crm.customer', 'email', 'zzzzzzzzzzzz');
SELECT breachvalue.label('crm.customer', 'email', '');
SELECT breachvalue.label('crm.customer', 'email', '   ');
SELECT breachvalue.label('crm.customer', 'email', 'email phone');
SELECT breachvalue.label('crm.customer', 'email', 'email | phone');
SELECT breachvalue.label('crm.customer', 'email', 'us_ssn (protected = sha3)');
SELECT breachvalue.label('crm.customer', 'email', '{contact.email: email}');
SELECT breachvalue.label('crm.customer', 'email', 'éàü ¦ email');
SELECT breachvalue.label('crm.customer', 'email', 'email''; DROP TABLE crm.customer; --');
SELECT breachvalue.label('crm.customer', 'email', repeat('é', 100));
SECURITY LABEL FOR breachvalue ON COLUMN crm.customer.email IS 'emial';
SELECT breachvalue.label('crm.customer', 'email', NULL);
SELECT breachvalue.label('crm.customer', NULL, 'email');
SELECT breachvalue.label(NULL, 'email', 'email');
SELECT breachvalue.unlabel(NULL, NULL);
SELECT breachvalue.label('crm.customer', 'nope', 'email');
SELECT breachvalue.unlabel('crm.customer', 'nope');
SELECT breachvalue.label(4294967295::oid, 'email', 'email');

-- what cannot have one
CREATE SEQUENCE crm.numbers;
CREATE DOMAIN crm.address AS text;
SELECT breachvalue.label('crm.customer', 'ctid', 'email');
\set VERBOSITY sqlstate
SELECT breachvalue.label('crm.customer_pkey', 'id', 'email');
SELECT breachvalue.label('crm.numbers', 'last_value', 'email');
\set VERBOSITY default
SECURITY LABEL FOR breachvalue ON TABLE crm.customer IS 'email';
SECURITY LABEL FOR breachvalue ON SCHEMA crm IS 'email';
SECURITY LABEL FOR breachvalue ON DOMAIN crm.address IS 'email';
SECURITY LABEL FOR breachvalue ON TABLE crm.customer IS NULL;	-- taking away is always right

-- what can
CREATE VIEW crm.customer_view AS SELECT * FROM crm.customer;
CREATE MATERIALIZED VIEW crm.customer_copy AS SELECT * FROM crm.customer;
CREATE TABLE crm.event (at date, email text) PARTITION BY RANGE (at);
CREATE TYPE crm.contact AS (email text, phone text);
CREATE FOREIGN DATA WRAPPER regress_breachvalue;
CREATE SERVER regress_breachvalue FOREIGN DATA WRAPPER regress_breachvalue;
CREATE FOREIGN TABLE crm.elsewhere (email text) SERVER regress_breachvalue;
CREATE TEMPORARY TABLE scratch (email text);
SELECT breachvalue.label(relation, 'email', 'email')
FROM unnest('{crm.customer_view,crm.customer_copy,crm.event,crm.contact,crm.elsewhere,scratch}'::regclass[]) relation;
SELECT schema_name LIKE 'pg_temp%' AS temporary, table_name, column_name, class
FROM breachvalue.labels ORDER BY 2, 3;
DROP TABLE scratch;
DROP FOREIGN DATA WRAPPER regress_breachvalue CASCADE;

-- names that want to be something else
CREATE TABLE crm."Robert'); DROP TABLE customer; --" ("e""mail; --" text, "ünï.code" text, "select" text);
SELECT breachvalue.label('crm."Robert''); DROP TABLE customer; --"', column_name, 'email')
FROM unnest(ARRAY['e"mail; --', 'ünï.code', 'select']) column_name;
SELECT table_name, column_name, relation FROM breachvalue.labels
WHERE table_name ~ 'Robert' ORDER BY column_name;
DROP TABLE crm."Robert'); DROP TABLE customer; --";

-- dropped and renamed columns, dropped tables
ALTER TABLE crm.customer RENAME ssn TO national_number;
ALTER TABLE crm.customer ADD COLUMN phone text;
SELECT breachvalue.label('crm.customer', 'phone', 'phone');
SELECT column_name, class FROM breachvalue.labels WHERE table_name = 'customer' ORDER BY 1;
ALTER TABLE crm.customer DROP COLUMN phone;
SELECT column_name, class FROM breachvalue.labels WHERE table_name = 'customer' ORDER BY 1;
SELECT breachvalue.label('crm.customer', '........pg.dropped.6........', 'phone');
DROP TYPE crm.contact;
SELECT table_name, column_name FROM breachvalue.labels ORDER BY 1, 2;

-- only the owner says what is in a table; everybody can read it
CREATE ROLE regress_breachvalue_reader;
GRANT USAGE ON SCHEMA crm TO regress_breachvalue_reader;
SET ROLE regress_breachvalue_reader;
SELECT breachvalue.label('crm.customer', 'email', 'email');
SELECT breachvalue.unlabel('crm.customer', 'national_number');
SELECT count(*) FROM breachvalue.labels;
DELETE FROM breachvalue.labels;
RESET ROLE;
BEGIN READ ONLY;
SELECT breachvalue.label('crm.customer', 'email', 'email');
ROLLBACK;

-- event triggers see the command
CREATE FUNCTION crm.tell() RETURNS event_trigger LANGUAGE plpgsql AS
$$BEGIN RAISE NOTICE '%', tg_tag; END$$;
CREATE EVENT TRIGGER regress_breachvalue ON ddl_command_end EXECUTE FUNCTION crm.tell();
SELECT breachvalue.label('crm.customer', 'email', 'email');
DROP EVENT TRIGGER regress_breachvalue;

-- a path that leads elsewhere changes nothing
CREATE SCHEMA hostile;
CREATE FUNCTION hostile.btrim(text, text) RETURNS text LANGUAGE sql AS $$SELECT 'hijacked'$$;
CREATE TABLE hostile.pg_seclabel (label text);
SET search_path = hostile, pg_catalog;
SELECT column_name, class FROM breachvalue.labels WHERE table_name = 'customer' ORDER BY 1;
RESET search_path;

-- nobody's memory is filled with a label
DO $$BEGIN PERFORM breachvalue.label('crm.customer', 'email', format('email (absent = ''%s'')', repeat('x,', 32768)));
EXCEPTION WHEN invalid_parameter_value THEN RAISE NOTICE '% bytes', length(sqlerrm); END$$;
DO $$BEGIN PERFORM breachvalue.label('crm.customer', format('former (email = ''%s'')', repeat('x', 65536)));
EXCEPTION WHEN invalid_parameter_value THEN RAISE NOTICE '% bytes', length(sqlerrm); END$$;

-- the labels stay when the extension goes, and are there when it comes back
SET client_min_messages = warning;
DROP EXTENSION breachvalue CASCADE;
SELECT count(*) FROM pg_catalog.pg_seclabel WHERE provider = 'breachvalue';
CREATE EXTENSION breachvalue;
SELECT count(*) FROM breachvalue.labels;

-- PostgreSQL's own words where the library is not loaded; reading needs no library
\c -
SECURITY LABEL FOR breachvalue ON COLUMN crm.customer.email IS 'email';
SELECT count(*) FROM breachvalue.labels;
SECURITY LABEL FOR breachvalue ON COLUMN crm.customer.email IS 'email';
SELECT breachvalue.label('crm.customer', 'email', 'email');
SECURITY LABEL FOR breachvalue ON COLUMN crm.customer.email IS 'email';

-- a column that is dropped while its relation's labels are shown
CREATE TABLE crm.brief (email text, name text);
SELECT breachvalue.label('crm.brief', 'email', 'email'), breachvalue.label('crm.brief', 'name', 'name');
BEGIN;
DECLARE brief CURSOR FOR SELECT breachvalue.labels_of('crm.brief');
FETCH brief;
ALTER TABLE crm.brief DROP COLUMN name;
FETCH brief;
ROLLBACK;

SET client_min_messages = warning;
DROP SCHEMA crm, hostile CASCADE;
DROP ROLE regress_breachvalue_reader;
