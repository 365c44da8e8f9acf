-- labels of tables: whose rows they hold, and which are of the past
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
RESET client_min_messages;
CREATE SCHEMA crm;
CREATE TYPE crm.state AS ENUM ('current', 'former');
CREATE FUNCTION crm.evil(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS
$$BEGIN RAISE NOTICE 'ran with rights of %', current_user; RETURN true; END$$;
CREATE DOMAIN crm.dear AS text CHECK (crm.evil(value));
CREATE TYPE crm.pair AS (x crm.dear);
CREATE TABLE crm.customer (id bigint PRIMARY KEY, status text, ended_on date, state crm.state, pair crm.pair, tags text[], dear crm.dear);
CREATE TABLE crm.purchase (id int, customer_id int, note text, at timestamptz);
CREATE TABLE public."Odd one" ("the id" int);
CREATE VIEW crm.purchases AS SELECT * FROM crm.purchase;

SELECT breachvalue.label('crm.customer', 'subject (id), former (ended_on < now())');
SELECT breachvalue.label('crm.purchase', 'subject (customer_id = customer.id)');
SELECT breachvalue.label(relation => 'crm.purchases', label => 'subject (Customer_ID = "customer".id)');
SELECT breachvalue.label('public."Odd one"', $x$subject ("the id" = CRM.customer . ID) , former("the id" = 3 and $q$)$q$ <> E'\'(')$x$);
SELECT * FROM breachvalue.table_labels() ORDER BY relation::text;

-- what is no label, or does not fit
SELECT breachvalue.label('crm.purchase', 'email');
SELECT breachvalue.label('crm.purchase', NULL);
SELECT breachvalue.label('crm.purchase', 'subject (id = customer)');
SELECT breachvalue.label('crm.purchase', 'subject (note = customer.id)');
SELECT breachvalue.label('crm.purchase', 'subject (customer_id = customr.id)');
SELECT breachvalue.label('crm.purchase', 'subject (nope = customer.id)');
SELECT breachvalue.label('crm.purchase', 'subject (customer_id = customer.nope)');
SELECT breachvalue.label('crm.purchase', 'subject (customer_id = "Customer".id)');
SELECT breachvalue.label(4294967295::oid, 'subject (id)');
CREATE SEQUENCE crm.numbers;
\set VERBOSITY sqlstate
SELECT breachvalue.label('crm.numbers', 'subject (last_value)');
SELECT breachvalue.label('crm.customer_pkey', 'subject (id)');
\set VERBOSITY default
SECURITY LABEL FOR breachvalue ON TABLE crm.purchase IS 'subject (customer_id = clients.id)';	-- a dump may be so
SELECT * FROM breachvalue.table_labels() WHERE relation = 'crm.purchase'::regclass;
SELECT breachvalue.unlabel('crm.purchase');
SELECT breachvalue.unlabel('crm.purchase');

-- conditions
CREATE FUNCTION crm.try(condition text) RETURNS text LANGUAGE plpgsql AS
$$BEGIN PERFORM breachvalue.label('crm.customer', format('former (%s)', condition)); RETURN (SELECT former FROM breachvalue.table_labels() WHERE relation = 'crm.customer'::regclass);
EXCEPTION WHEN others THEN RETURN sqlstate || ' ' || sqlerrm; END$$;
SELECT condition, crm.try(condition) FROM unnest(ARRAY[
	$$status = 'former' and state = 'former'$$,
	$$id in (1, 2) and ended_on < current_date - 3 and date_part('year', ended_on) < 2000$$,
	$$tags @> array['x'] or status ~ '^x' or lower(status) like 'a%'$$,
	$$dear = 'x' and status || 'a' = 'a'$$,
	$$case when status collate "C" in ('a', 'b') then date '2020-01-01' > ended_on else row(id, 1) > (2, 3) end$$,
	$$(array['x', status])[1] like 'a%' and coalesce(dear, 'x') = any (tags) and id::numeric(10, 2) between 1 and 2$$,
	'status is null', 'true', '(true)', 'null',
	'status', 'nope', $$state = 'nope'$$, 'ended_on <', 'true from crm.purchase', 'true, false', 'true as x', '*', 'customer', 'customer.status = 1::text', 'count(*) > 3', '$1',
	'true) or (true', $$'x$$, 'true; drop table crm.customer', '1 = 1 --', '',
	'crm.evil(status)', $$pair = '(x)'$$, $$'(x)'::crm.pair is null$$, $$xmlserialize(content '<a/>' as crm.dear) = 'x'$$, $$'{"(x)"}'::crm.pair[] is null$$, $$'x'::crm.dear is null$$, $$dear::crm.dear = 'x'$$,
	$$'(x)' operator(crm.=) status$$, $$record_in('(x)'::cstring, 'crm.pair'::regtype::oid, -1) is null$$,
	$$table_to_xml('crm.purchase', true, true, '') is null$$, 'random() < 1', 'pg_sleep(1) is null', $$nextval('x') > 1$$,
	'exists (select 1)', 'id = any (select 1)', 'generate_series(1, 2) > 1']) condition;
SELECT breachvalue.label('crm.customer', 'former (status)');
SELECT breachvalue.label('crm.customer', 'former (crm.evil(status))');
SECURITY LABEL FOR breachvalue ON TABLE crm.customer IS 'former (nope)';

-- what fitted once
SELECT breachvalue.label('crm.customer', 'subject (id), former (ended_on < now())');
ALTER TABLE crm.customer DROP COLUMN ended_on;
SELECT * FROM breachvalue.table_labels() WHERE relation = 'crm.customer'::regclass;
ALTER TABLE crm.customer RENAME id TO number;
SELECT * FROM breachvalue.table_labels() ORDER BY relation::text;
ALTER TABLE crm.purchase ADD COLUMN data jsonb;
SECURITY LABEL FOR breachvalue ON TABLE crm.purchase IS 'subject (customer_id = clients.id)';
SELECT breachvalue.label('crm.purchase', 'data', '{a: email}'), breachvalue.label('crm.purchase', 'note', 'email'), breachvalue.label('crm.purchase', 'id', 'account_id') \g /dev/null
ALTER TABLE crm.purchase ALTER data TYPE text;
UPDATE pg_catalog.pg_seclabel SET label = 'emial' WHERE objoid = 'crm.purchase'::regclass AND objsubid = 3;
UPDATE pg_catalog.pg_seclabel SET label = 'account_id (whatever = 3)' WHERE objoid = 'crm.purchase'::regclass AND objsubid = 1;
SELECT * FROM breachvalue.label_status() ORDER BY relation::text, column_name;
SELECT breachvalue.label('crm.customer', 'former (status = ''former'')'), breachvalue.unlabel('crm.purchase') \g /dev/null
ALTER TABLE crm.customer ALTER status TYPE int USING 1;
SELECT * FROM breachvalue.label_status() WHERE relation = 'crm.customer'::regclass;
SELECT * FROM breachvalue.label_status() WHERE relation = 'crm.customer'::regclass;
ALTER TABLE crm.customer ALTER status TYPE text;

-- a path that leads elsewhere changes nothing
CREATE SCHEMA hostile;
CREATE FUNCTION hostile.compare(text, text) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN RAISE NOTICE 'hijacked'; RETURN true; END$$;
CREATE OPERATOR hostile.= (LEFTARG = text, RIGHTARG = text, FUNCTION = hostile.compare);
SET search_path = hostile, pg_catalog;
SELECT breachvalue.label('crm.customer', 'subject (number = customer.number), former (status = ''former'')');
SELECT * FROM breachvalue.table_labels() ORDER BY relation::text;
RESET search_path;

-- labels of columns have nothing to do with it, nor have other roles
SELECT breachvalue.label('crm.customer', 'status', 'email');
SELECT breachvalue.unlabel('crm.customer');
SELECT column_name, label FROM breachvalue.labels WHERE relation = 'crm.customer'::regclass;
CREATE ROLE regress_breachvalue_reader;
SET ROLE regress_breachvalue_reader;
SELECT breachvalue.label('public."Odd one"', 'subject ("the id")');
SELECT breachvalue.unlabel('public."Odd one"');
SELECT relation, subject, former FROM breachvalue.table_labels() ORDER BY relation::text;
RESET ROLE;

SET client_min_messages = warning;
DROP SCHEMA crm, hostile CASCADE;
DROP TABLE public."Odd one";
DROP ROLE regress_breachvalue_reader;
