-- what is left of the price of values that are protected
SET client_min_messages = warning;
SELECT name, factor, enumerable_factor FROM breachvalue.protection ORDER BY name COLLATE "C";
SELECT breachvalue.protection_factor('us_ssn', 'hash') AS few_values, breachvalue.protection_factor('email', 'hash') AS many_values,
	breachvalue.protection_factor('us_ssn', 'hmac') AS keyed, breachvalue.protection_factor('us_ssn', 'disk') AS disk;
SELECT breachvalue.protection_reason('us_ssn', 'hash');
SELECT breachvalue.protection_reason('email', 'hash');

-- a column of numbers: in clear, hashed, hashed with a key
CREATE SCHEMA crm;
CREATE TABLE crm.customer (id int, name text, ssn text, mail text);
INSERT INTO crm.customer SELECT n, 'Jane Doe', md5(n::text), CASE WHEN n % 2 = 0 THEN 'j' || n || '@example.org' END FROM generate_series(1, 1000) n;
ANALYZE crm.customer;
SELECT breachvalue.label('crm.customer', 'name', 'name');
CREATE TABLE crm.shown (label text, linear numeric, value numeric, estimated numeric, people numeric);
DO $$
DECLARE
	l text;
BEGIN
	FOREACH l IN ARRAY '{us_ssn,us_ssn (protected = hash),us_ssn (protected = disk),us_ssn (protected = hmac),us_ssn (protected = masked),not_personal}'::text[]
	LOOP
		PERFORM breachvalue.label('crm.customer', 'ssn', l);
		INSERT INTO crm.shown SELECT l, breachvalue.linear_value(e), round(breachvalue.value(e), 4),
			round(breachvalue.value(breachvalue.estimated_exposure('crm.customer')), 4),
			round(breachvalue.value(p.exposure), 4)
		FROM breachvalue.exposure_of('crm.customer') e, breachvalue.people_exposure('crm.customer') p;
	END LOOP;
END $$;
SELECT * FROM crm.shown;

-- the same by every route, and by name wherever it goes
SELECT breachvalue.label('crm.customer', 'ssn', 'us_ssn (protected = hmac, absent = ''d3d9446802a44259755d38e6d163e820'')');
SELECT breachvalue.label('crm.customer', 'mail', 'email (protected = token)');
SELECT breachvalue.exposure(c) AS rows, breachvalue.exposure_of('crm.customer') = breachvalue.exposure(c) AS same FROM crm.customer c;
SELECT breachvalue.exposure(c) = sum.e AS in_parts
FROM crm.customer c, (SELECT breachvalue.exposure(e) AS e FROM (SELECT breachvalue.exposure(c) AS e FROM crm.customer c GROUP BY c.id % 7) g) sum
GROUP BY sum.e;
SELECT * FROM breachvalue.class_counts(breachvalue.exposure_of('crm.customer'));
SELECT breachvalue.without_class(breachvalue.exposure_of('crm.customer'), 'us_ssn');
SELECT breachvalue.held_classes(c) FROM crm.customer c WHERE id IN (2, 10) ORDER BY id;
SELECT breachvalue.labelled_exposure('{us_ssn (protected = hmac),phone}', c.ssn, c.name) FROM crm.customer c;
SELECT column_name, classes, protection, factor, reason FROM breachvalue.column_exposure WHERE schema_name = 'crm' ORDER BY column_name;

SELECT line FROM regexp_split_to_table(breachvalue.report('text'), E'\n') WITH ORDINALITY r (line, n)
WHERE line LIKE '%protected' OR line LIKE '%of the price is left%' ORDER BY n;

-- the person who is in clear in one table is in clear
CREATE TABLE crm.side (customer int, ssn text);
INSERT INTO crm.side SELECT n, '123-45-6789' FROM generate_series(1, 10) n;
SELECT breachvalue.label('crm.side', 'ssn', 'us_ssn');
SELECT breachvalue.label('crm.side', 'subject (customer = customer.id)');
SELECT people, exposure FROM breachvalue.people_exposure('crm.customer');

-- what is in text is protected as the text is
CREATE TABLE crm.note (id int PRIMARY KEY, customer int, body text, other text);
INSERT INTO crm.note VALUES (1, 1, 'card 4111111111111111', ''), (2, 2, 'none', '4111111111111111');
SELECT breachvalue.label('crm.note', 'body', 'free_text (may_hold = payment_card, protected = masked)');
SELECT breachvalue.label('crm.note', 'other', 'free_text (may_hold = payment_card)');
SELECT exposure, exposure = breachvalue.exposure_of('crm.note') AS same FROM breachvalue.people_exposure('crm.note');
DROP TABLE crm.note;

-- between all and nothing, bundles included
INSERT INTO breachvalue.price_list (name, currency, description) VALUES ('bundled', 'EUR', 'test');
INSERT INTO breachvalue.model (name, exponent, price_list, description) VALUES ('bundled', 1, 'bundled', 'test');
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('bundled', 'name', 1), ('bundled', 'us_ssn', 2), ('bundled', 'email', 0.5);
INSERT INTO breachvalue.bundle (price_list, name, classes, amount) VALUES ('bundled', 'identity', '{name,us_ssn}', 10);
INSERT INTO breachvalue.protection (name, factor, reason) VALUES ('nothing', 0, 'test'), ('half', 0.5, 'test'), ('tenth', 0.1, 'test');
SELECT e, breachvalue.value(e::breachvalue.exposure, 'bundled') FROM unnest(ARRAY[
	'1 x {name,us_ssn}', '1 x {name,"us_ssn/half"}', '1 x {name,"us_ssn/nothing"}', '1 x {"name/half","us_ssn/half"}',
	'1 x {"name/tenth","us_ssn/half"}', '1 x {name,us_ssn,"us_ssn/half"}', '1 x {"us_ssn/half","us_ssn/tenth"}',
	'1 x {"email/half","name/tenth","us_ssn/tenth"}', '1 x {"us_ssn/unheard_of",name}']) e;
SELECT breachvalue.value('7 x {"us_ssn/half"}'::breachvalue.exposure, 'flat') = breachvalue.value('7 x 0.005'::breachvalue.exposure, 'flat') AS half_of_flat;
UPDATE breachvalue.protection SET factor = 0.25 WHERE name = 'half';
SELECT breachvalue.value('1 x {name,"us_ssn/half"}'::breachvalue.exposure, 'bundled') AS at_once;

-- what a protection does not fit
SELECT breachvalue.label('crm.customer', 'ssn', 'us_ssn (protected = md5)');
SELECT breachvalue.protection_factor('us_ssn', 'md5');
SELECT breachvalue.protection_factor('us_sn', 'hash');
INSERT INTO breachvalue.protection (name, factor, reason) VALUES ('worse', 1.5, 'test');
INSERT INTO breachvalue.protection (name, factor, reason) VALUES ('Bad name', 0.5, 'test');
SELECT breachvalue.label('crm.customer', 'ssn', 'us_ssn (protected = half)');
DELETE FROM breachvalue.protection WHERE name = 'half';
SELECT status, detail FROM breachvalue.label_status() WHERE relation = 'crm.customer'::regclass AND column_name = 'ssn';
SELECT column_name, protection, factor, reason FROM breachvalue.column_exposure WHERE schema_name = 'crm' AND column_name = 'ssn' ORDER BY protection;
SELECT line FROM regexp_split_to_table(breachvalue.report('text'), E'\n') WITH ORDINALITY r (line, n) WHERE line LIKE '%of the price is left%' ORDER BY n;
SELECT breachvalue.linear_value(breachvalue.exposure_of('crm.customer')) >= 1000 * breachvalue.record_price('{us_ssn}') AS in_full;

-- in fields and arrays
CREATE TABLE crm.doc (body jsonb, many text[]);
INSERT INTO crm.doc VALUES ('{"ssn": "x", "mail": "a@example.org"}', '{a,b}'), ('{"mail": "b@example.org"}', '{}');
SELECT breachvalue.label('crm.doc', 'body', '{ssn: us_ssn (protected = hmac), mail: email}');
SELECT breachvalue.label('crm.doc', 'many', 'phone (protected = truncated)');
ANALYZE crm.doc;
SELECT breachvalue.exposure(d), breachvalue.estimated_exposure('crm.doc') FROM crm.doc d;

DELETE FROM breachvalue.protection WHERE NOT builtin;
DELETE FROM breachvalue.bundle WHERE NOT builtin;
DELETE FROM breachvalue.price WHERE NOT builtin;
DELETE FROM breachvalue.model WHERE NOT builtin;
DELETE FROM breachvalue.price_list WHERE NOT builtin;
DROP SCHEMA crm CASCADE;
