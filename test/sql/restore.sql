-- labels survive pg_dump and restore, plain and in parallel (but for those of composite types,
-- of whose columns pg_dump leaves out all labels)
SET client_min_messages = warning;
DROP DATABASE IF EXISTS regress_breachvalue_from;
DROP DATABASE IF EXISTS regress_breachvalue_to;
DROP DATABASE IF EXISTS regress_breachvalue_parallel;
CREATE DATABASE regress_breachvalue_from TEMPLATE template0;
CREATE DATABASE regress_breachvalue_to TEMPLATE template0;
CREATE DATABASE regress_breachvalue_parallel TEMPLATE template0;
\c regress_breachvalue_from
CREATE EXTENSION breachvalue;
CREATE SCHEMA "the crm";
CREATE TABLE "the crm"."Customer" (id int, "e-mail" text, "it's" text, ssn text);
CREATE VIEW "the crm".contact AS SELECT "e-mail" AS mail, ssn FROM "the crm"."Customer";
CREATE TABLE event (at date, phone text) PARTITION BY RANGE (at);
CREATE TABLE event_2020 PARTITION OF event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TYPE state AS ENUM ('here', 'gone');
CREATE TABLE account (owner int, state state, note text);
CREATE TABLE zone (id int PRIMARY KEY);
CREATE TYPE pair AS (email text, phone text);
INSERT INTO "the crm"."Customer" VALUES (1, 'a@b', 'c', 'd'), (2, NULL, ' ', 'd');
INSERT INTO event VALUES ('2020-02-02', '1');
CREATE FUNCTION "the crm".is_card(text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN $1 LIKE 'LC%';
CREATE TABLE kept (e breachvalue.exposure, s breachvalue.class_set);
DO $$
BEGIN
	PERFORM breachvalue.create_class('gone', 'phone');
	PERFORM breachvalue.create_class('loyalty_card', 'bank_account', validator => '"the crm".is_card(text)', price => 0.5);
	PERFORM breachvalue.drop_class('gone');
	INSERT INTO breachvalue.protection (name, factor, reason) VALUES ('vault', 0.25, 'ours');
	INSERT INTO breachvalue.bundle (price_list, name, classes, amount) VALUES ('seed', 'ours', '{email,loyalty_card}', 7);
	INSERT INTO kept VALUES ('2 x {"loyalty_card","us_ssn/vault"}', '{email,loyalty_card}');
	PERFORM breachvalue.label('"the crm"."Customer"', 'ssn', 'us_ssn (protected = vault)');
	PERFORM breachvalue.label('zone', 'id', 'loyalty_card (protected = hmac)');
	PERFORM breachvalue.label('"the crm"."Customer"', 'e-mail', 'email');
	PERFORM breachvalue.label('"the crm"."Customer"', 'it''s', 'phone');
	PERFORM breachvalue.label('"the crm"."Customer"', 'id', 'not_personal');
	PERFORM breachvalue.label('"the crm".contact', 'ssn', 'us_ssn');
	PERFORM breachvalue.label('event', 'phone', 'phone');
	PERFORM breachvalue.label('pair', 'email', 'email');
	PERFORM breachvalue.label('account', 'subject (owner = zone.id), former (state = ''gone''::public.state)');
	PERFORM breachvalue.label('account', 'note', 'free_text (may_hold = email, absent = ''n/a, it''''s'')');
	PERFORM breachvalue.label('"the crm".contact', 'subject (ssn = "Customer".ssn)');
END $$;
INSERT INTO breachvalue.exchange_rate VALUES ('USD', '2021-08-16', 1.1772, 'ECB');
SELECT breachvalue.require_labels('the crm', 'refuse');
\! bin=$(${PG_CONFIG:-pg_config} --bindir); "$bin/pg_dump" -d regress_breachvalue_from | "$bin/psql" -X -q -o /dev/null -v ON_ERROR_STOP=1 -d regress_breachvalue_to
\! bin=$(${PG_CONFIG:-pg_config} --bindir); file=$(mktemp); "$bin/pg_dump" -Fc -d regress_breachvalue_from -f "$file"; "$bin/pg_restore" -j2 -e -d regress_breachvalue_parallel "$file"; rm -f "$file"
SELECT * FROM breachvalue.labels ORDER BY table_name, column_name;
SELECT * FROM breachvalue.table_labels() ORDER BY relation::text;
SELECT count(*) FROM breachvalue.label_status() WHERE status <> 'ok';
SELECT breachvalue.exposure_of('"the crm"."Customer"'), breachvalue.exposure_of('"the crm".contact') AS of_contact, breachvalue.exposure_of('event_2020') AS of_event;
SELECT breachvalue.is_valid('LC1', 'loyalty_card'), e, breachvalue.class_names(s), breachvalue.record_price(s), breachvalue.linear_value(e),
	(SELECT string_agg(number || ' ' || name || ' ' || dropped, ', ' ORDER BY number) FROM breachvalue.user_class) AS numbers FROM kept;
\c regress_breachvalue_to
SELECT * FROM breachvalue.exchange_rate;
-- what was required is there; the event trigger that heeds it, and would have been in the way, is not
SELECT * FROM breachvalue.label_requirements;
SELECT * FROM breachvalue.labels ORDER BY table_name, column_name;
SELECT * FROM breachvalue.table_labels() ORDER BY relation::text;
SELECT count(*) FROM breachvalue.label_status() WHERE status <> 'ok';
SELECT breachvalue.exposure_of('"the crm"."Customer"'), breachvalue.exposure_of('"the crm".contact') AS of_contact, breachvalue.exposure_of('event_2020') AS of_event;
SELECT breachvalue.is_valid('LC1', 'loyalty_card'), e, breachvalue.class_names(s), breachvalue.record_price(s), breachvalue.linear_value(e),
	(SELECT string_agg(number || ' ' || name || ' ' || dropped, ', ' ORDER BY number) FROM breachvalue.user_class) AS numbers FROM kept;
\c regress_breachvalue_parallel
SELECT * FROM breachvalue.exchange_rate;
-- what was required is there; the event trigger that heeds it, and would have been in the way, is not
SELECT * FROM breachvalue.label_requirements;
SELECT * FROM breachvalue.labels ORDER BY table_name, column_name;
SELECT * FROM breachvalue.table_labels() ORDER BY relation::text;
SELECT count(*) FROM breachvalue.label_status() WHERE status <> 'ok';
SELECT breachvalue.exposure_of('"the crm"."Customer"'), breachvalue.exposure_of('"the crm".contact') AS of_contact, breachvalue.exposure_of('event_2020') AS of_event;
SELECT breachvalue.is_valid('LC1', 'loyalty_card'), e, breachvalue.class_names(s), breachvalue.record_price(s), breachvalue.linear_value(e),
	(SELECT string_agg(number || ' ' || name || ' ' || dropped, ', ' ORDER BY number) FROM breachvalue.user_class) AS numbers FROM kept;
-- whoever owns a database restores it, no superuser: what classes others made are his then
\c postgres
CREATE ROLE regress_restorer LOGIN;
DROP DATABASE IF EXISTS regress_breachvalue_owned;
DROP DATABASE regress_breachvalue_to;
CREATE DATABASE regress_breachvalue_owned TEMPLATE template0 OWNER regress_restorer;
CREATE DATABASE regress_breachvalue_to TEMPLATE template0 OWNER regress_restorer;
SET client_min_messages = warning;
\c regress_breachvalue_owned
GRANT CREATE ON SCHEMA public TO regress_restorer;
\c regress_breachvalue_to
GRANT CREATE ON SCHEMA public TO regress_restorer;
\c regress_breachvalue_owned regress_restorer
CREATE EXTENSION breachvalue;
CREATE TABLE person (id int, mail text, ssn text);
CREATE FUNCTION is_mail(text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN $1 LIKE '%@%';
CREATE TABLE kept AS SELECT '2 x {"ours","us_ssn/hmac"}'::breachvalue.exposure AS e;
DO $$
BEGIN
	PERFORM breachvalue.create_class('ours', 'email', validator => 'is_mail(text)', price => 3);
	PERFORM breachvalue.label('person', 'mail', 'ours | phone (protected = hmac)');
	PERFORM breachvalue.label('person', 'subject (id)');
END $$;

\c - postgres
SELECT breachvalue.create_class('theirs', 'email', validator => 'public.is_mail(text)');
-- before PostgreSQL 15 schema public is the superuser's
\! bin=$(${PG_CONFIG:-pg_config} --bindir); "$bin/pg_dump" --inserts -d regress_breachvalue_owned -U regress_restorer | "$bin/psql" -X -q -o /dev/null -v ON_ERROR_STOP=1 -U regress_restorer -d regress_breachvalue_to 2>&1 | grep -v "no privileges were granted"
\c regress_breachvalue_to regress_restorer
SELECT number, name, validator, owner FROM breachvalue.user_class ORDER BY number;
SELECT relation, column_name, status FROM breachvalue.label_status() ORDER BY column_name;
SELECT breachvalue.linear_value(e), breachvalue.is_valid('a@b', 'theirs') FROM kept;
-- nobody makes a class of somebody else's, nor requires anything where that is enforced
INSERT INTO breachvalue.user_class (number, name, category, role, validator, owner) VALUES (300, 'x', 'contact', 'direct', 'is_mail(text)', 'postgres') RETURNING owner;
UPDATE breachvalue.user_class SET owner = 'postgres';
INSERT INTO breachvalue.label_requirement VALUES ('public', 'warn');
\c - postgres
SELECT breachvalue.require_labels('public', 'refuse');
\c - regress_restorer
INSERT INTO breachvalue.label_requirement VALUES ('pg_catalog', 'refuse');
\c postgres postgres
DROP DATABASE regress_breachvalue_owned;
DROP DATABASE regress_breachvalue_from;
DROP DATABASE regress_breachvalue_to;
DROP DATABASE regress_breachvalue_parallel;
DROP ROLE regress_restorer;
