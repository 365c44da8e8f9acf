-- labels that lead to no subject: refused when they are set, and shown where they no longer fit
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
RESET client_min_messages;
CREATE SCHEMA subject;
SET search_path = subject;

-- keys of which it cannot be told whether they are equal, and others
CREATE TABLE thing (b box, p point, j json, x xid, a xid[], bb box[], t text, d date, n int, e text) WITH (autovacuum_enabled = off);
INSERT INTO thing (x, t, d, n, e) SELECT i::text::xid, i, date '2020-01-01' + i, i, 'a@example.org' FROM generate_series(1, 3) i;
SELECT breachvalue.label('thing', 'e', 'email');
CREATE FUNCTION try(label text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	detail text;
BEGIN
	PERFORM breachvalue.label('thing', label);
	RETURN format('%s people', (SELECT people FROM breachvalue.people_exposure('thing')));
EXCEPTION WHEN others THEN
	GET STACKED DIAGNOSTICS detail = pg_exception_detail;
	RETURN format('%s %s', sqlstate, detail);
END $$;
SELECT c AS key, try(format('subject (%s)', c)) FROM unnest('{b,p,j,bb,x,a,t,d,n}'::text[]) c;
-- one that has changed since
SELECT breachvalue.label('thing', 'subject (t)');
ALTER TABLE thing ALTER COLUMN t TYPE box USING NULL;
SELECT status, detail FROM breachvalue.label_status() WHERE relation = 'thing'::regclass AND column_name IS NULL;
SELECT people FROM breachvalue.people_exposure('thing');
DROP TABLE thing CASCADE;

-- chains come to an end
CREATE TABLE step_0 (id int PRIMARY KEY, email text);
SELECT breachvalue.label('step_0', 'email', 'email') \g /dev/null
SELECT format('CREATE TABLE step_%s (id int, email text)', i) FROM generate_series(1, 9) i \gexec
SELECT breachvalue.label(('step_' || i)::regclass, 'email', 'email') FROM generate_series(1, 9) i \g /dev/null
SELECT count(breachvalue.label(('step_' || i)::regclass, format('subject (id = step_%s.id)', i - 1))) FROM generate_series(1, 8) i;
SELECT breachvalue.label('step_9', 'subject (id = step_8.id)');
INSERT INTO step_0 VALUES (1, NULL);
INSERT INTO step_8 VALUES (1, 'a@example.org');
SELECT format('INSERT INTO step_%s VALUES (1, NULL)', i) FROM generate_series(1, 7) i \gexec
SELECT exposure FROM breachvalue.people_exposure('step_0');
-- a dump may come with one
SECURITY LABEL FOR breachvalue ON TABLE step_9 IS 'subject (id = step_8.id)';
SELECT relation, status, detail FROM breachvalue.label_status() WHERE status <> 'ok';
SELECT max(cardinality(columns)) AS steps FROM breachvalue.subject_tables();
SELECT breachvalue.unlabel('step_9');
-- a circle has none
SECURITY LABEL FOR breachvalue ON TABLE step_0 IS 'subject (id = step_3.id)';
SELECT count(*) AS in_or_behind_it FROM breachvalue.label_status() WHERE status = 'subject too far';
SELECT count(*) FROM breachvalue.subject_tables() WHERE relation::text ~ 'step';
SELECT breachvalue.label('step_0', 'subject (id = step_3.id)');
SELECT breachvalue.label('step_0', 'subject (id = step_0.id)');
SELECT count(*) FROM breachvalue.subject_tables() WHERE relation::text ~ 'step';
SET client_min_messages = warning;
DROP TABLE step_0, step_1, step_2, step_3, step_4, step_5, step_6, step_7, step_8, step_9;
RESET client_min_messages;

-- whoever makes a table cannot make its rows those of anybody else's
CREATE ROLE regress_breachvalue_stranger;
GRANT USAGE, CREATE ON SCHEMA subject TO regress_breachvalue_stranger;
CREATE TABLE customer (id int PRIMARY KEY, email text, secret text);
INSERT INTO customer VALUES (1, 'a@example.org'), (2, 'b@example.org');
SELECT breachvalue.label('customer', 'email', 'email');
SET ROLE regress_breachvalue_stranger;
CREATE TABLE guess (id int, ssn text);
INSERT INTO guess VALUES (1, '123-45-6789'), (2, '123-45-6780');
SELECT breachvalue.label('guess', 'ssn', 'us_ssn');
SELECT breachvalue.label('guess', 'subject (id = customer.id)');
SECURITY LABEL FOR breachvalue ON TABLE guess IS 'subject (id = customer.id)';
RESET ROLE;
SELECT relation, status, detail FROM breachvalue.label_status() WHERE status <> 'ok';
SELECT rows, exposure FROM breachvalue.people_exposure('customer');
-- with the right to refer to it, or to see its key, he can
GRANT REFERENCES (id) ON customer TO regress_breachvalue_stranger;
SELECT rows, exposure FROM breachvalue.people_exposure('customer');
REVOKE REFERENCES (id) ON customer FROM regress_breachvalue_stranger;
GRANT SELECT (secret) ON customer TO regress_breachvalue_stranger;
SELECT rows FROM breachvalue.people_exposure('customer');
GRANT SELECT ON customer TO regress_breachvalue_stranger;
SELECT rows FROM breachvalue.people_exposure('customer');

-- an error says what went wrong, not how we asked
REVOKE SELECT ON customer FROM regress_breachvalue_stranger;
SET ROLE regress_breachvalue_stranger;
SELECT people FROM breachvalue.people_exposure('customer');
SELECT people FROM breachvalue.former_saving('customer');
RESET ROLE;

-- the rows of a partition are counted with those of its parent, or once
CREATE TABLE event (id int, phone text) PARTITION BY RANGE (id);
CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (10);
INSERT INTO event VALUES (1, '+31 6 12345678'), (2, '+31 6 12345679');
SELECT breachvalue.label('event_1', 'subject (id = customer.id)'), breachvalue.label('event_1', 'phone', 'phone');
SELECT people, unknown_records FROM breachvalue.exact_database_exposure();
SELECT breachvalue.label('event', 'phone', 'phone');
SELECT people, unknown_records FROM breachvalue.exact_database_exposure();
SELECT status, detail FROM breachvalue.label_status() WHERE relation = 'event_1'::regclass AND column_name IS NULL;
SELECT breachvalue.label('event', 'subject (id = customer.id)');
SELECT people, unknown_records FROM breachvalue.exact_database_exposure();

-- a confidence is a probability
SELECT count(*) FROM breachvalue.apply_labels('subject', 1.5);
SELECT count(*) FROM breachvalue.apply_labels('no such schema', -0.1);
SELECT count(*) FROM breachvalue.apply_labels('subject', 'NaN');
SELECT column_name, outcome FROM breachvalue.apply_labels('subject', min_confidence => 0) WHERE table_name = 'guess' AND column_name = 'ssn';

SET client_min_messages = warning;
DROP SCHEMA subject CASCADE;
DROP OWNED BY regress_breachvalue_stranger;
DROP ROLE regress_breachvalue_stranger;
