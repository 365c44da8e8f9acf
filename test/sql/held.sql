-- what values hold by labels that say more than a class: the same in every route
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
RESET client_min_messages;
CREATE SCHEMA crm;
CREATE TYPE crm.place AS (street text, zip text, extra jsonb);
CREATE DOMAIN crm.phones AS text[];
CREATE TABLE crm.customer (
	id int PRIMARY KEY, contact text, phone varchar(20), card char(20), note text, born date, seen timestamptz,
	ssn numeric(12, 2), data jsonb, loose json, home crm.place, homes crm.place[], phones crm.phones, mails text[], plain text, any_json jsonb
);
SELECT breachvalue.label('crm.customer', column_name, label) FROM (VALUES
	('id', 'not_personal'),
	('contact', 'email | phone'),
	('phone', 'phone (absent = ''000, N/A , it''''s'')'),
	('card', 'payment_card (absent = ''0'')'),
	('note', 'free_text (may_hold = payment_card | email)'),
	('born', 'birth_date (absent = ''1900-01-01'')'),
	('seen', 'birth_date (absent = ''1900-01-01'')'),
	('ssn', 'us_ssn (absent = ''0'')'),
	('data', '{contact.email: email, contact.phone: phone (absent = ''-''), "e-mail": email | phone}'),
	('loose', '{a.b: email}'),
	('home', '{street: address, extra.zip: postcode}'),
	('homes', '{zip: postcode (absent = ''0000'')}'),
	('phones', 'phone'),
	('mails', 'email (absent = ''none'')'),
	('plain', 'name'),
	('any_json', 'email')) l (column_name, label) \g /dev/null
SELECT column_name, label, o.classes, o.may_hold, l.class, l.classes AS all_said FROM breachvalue.labels_of('crm.customer') o JOIN breachvalue.labels l USING (column_name)
WHERE relation = 'crm.customer'::regclass ORDER BY 1;

CREATE FUNCTION crm.classes_of(column_name text, value text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
	DELETE FROM crm.customer;
	EXECUTE format('INSERT INTO crm.customer (id, %I) VALUES (1, %L)', column_name, value);
	SELECT trim(both '{}' from breachvalue.held_classes(c)::text) INTO result FROM crm.customer c;
	IF (SELECT breachvalue.exposure(c) FROM crm.customer c) <> breachvalue.exposure_of('crm.customer') THEN
		result := result || ' but not by exposure_of()';
	END IF;
	RETURN result;
END $$;
SELECT column_name, value, crm.classes_of(column_name, value) FROM (VALUES
	('contact', 'a@example.org'), ('contact', '+31 20 123 4567'), ('contact', 'somebody'), ('contact', ' '), ('contact', NULL),
	('phone', '000'), ('phone', ' 000'), ('phone', 'n/A'), ('phone', 'It''s'), ('phone', '0000'), ('phone', ''), ('phone', E'\t000\n'),
	('card', '0'), ('card', ''), ('card', '1'),
	('note', 'paid with 4111111111111111, thanks'), ('note', '4111 1111 1111 1111'), ('note', 'to (jan@example.org).'), ('note', 'nothing'), ('note', '  '),
	('note', repeat('x ', 40000) || 'jan@example.org'), ('note', repeat(' ', 100) || 'jan@example.org ' || repeat('y', 200000)),
	('born', '1900-01-01'), ('born', '1980-02-03'), ('born', 'infinity'), ('seen', '1900-01-01'), ('seen', '1900-01-01 01:00'),
	('ssn', '0'), ('ssn', '0.00'), ('ssn', '123456789'),
	('data', NULL), ('data', 'null'), ('data', '{}'), ('data', '[]'), ('data', '"a@example.org"'), ('data', '{"contact": "a@example.org"}'),
	('data', '{"contact": {"email": "a@example.org"}}'), ('data', '{"contact": {"email": null, "phone": " - "}}'), ('data', '{"contact": {"email": ""}}'),
	('data', '{"contact": [1, null, {"phone": 5}, [{"email": "x"}]]}'), ('data', '{"contact": {"email": ["", " "]}}'), ('data', '{"contact": {"email": ["", {"x": ["y"]}]}}'),
	('data', '{"e-mail": "0612345678"}'), ('data', '{"e-mail": "a@example.org"}'), ('data', '{"email": "a@example.org", "x": {"contact": {"email": "a"}}}'),
	('loose', '{"a": {"b": "\u0000"}}'), ('loose', '{"a": {"b": 1e999999}, "a": 1}'), ('loose', '{"a": 1, "a": {"\u0062": "\t\n"}}'), ('loose', '{"a": 1, "a": {"\u0062": "\u00e9\\\""}}'),
	('home', '("Main street 1",,)'), ('home', '(,1234AB,)'), ('home', '("",,)'), ('home', '(,,"{""zip"": 1}")'), ('home', '(,,"{""zip"": """"}")'),
	('homes', '{}'), ('homes', '{"(a,,)",NULL}'), ('homes', '{"(a,,)","(,1234,)"}'), ('homes', '{"(,0000,)"}'),
	('phones', '{}'), ('phones', '{NULL,""," "}'), ('phones', '{{"",a},{NULL,""}}'),
	('mails', '{none,NONE}'), ('mails', '{none,x}'),
	('plain', 'x'), ('plain', ' '),
	('any_json', 'null'), ('any_json', '{"a": [null, {"b": ""}]}'), ('any_json', 'false'), ('any_json', '0')) e (column_name, value)
WHERE length(value) < 100 OR value IS NULL;
SELECT crm.classes_of('note', repeat('x ', 40000) || 'jan@example.org') AS behind_64k,
	crm.classes_of('note', repeat(' ', 100) || 'jan@example.org ' || repeat('y', 200000)) AS within,
	crm.classes_of('note', repeat(' ', 70000) || 'jan@example.org') AS far_behind_space;

-- whole rows, chosen columns, the relation, a view of it and its parts: one answer
DELETE FROM crm.customer;
INSERT INTO crm.customer
SELECT i, CASE i % 4 WHEN 0 THEN i || '@example.org' WHEN 1 THEN '+3120123' || 1000 + i % 9000 WHEN 2 THEN ' ' END,
	CASE i % 3 WHEN 0 THEN '000' WHEN 1 THEN '+31201234567' END, CASE i % 2 WHEN 0 THEN '0' ELSE '4111111111111111' END,
	CASE i % 5 WHEN 0 THEN 'card 4111111111111111.' WHEN 1 THEN 'nothing' END,
	CASE i % 6 WHEN 0 THEN date '1900-01-01' ELSE date '1980-01-01' + i END, CASE i % 7 WHEN 0 THEN timestamptz '1900-01-01' END,
	i % 3, jsonb_build_object('contact', jsonb_build_array(jsonb_build_object('email', CASE i % 3 WHEN 0 THEN 'x' END, 'phone', '-'))),
	'{"a": {"b": ""}}', ROW(CASE i % 8 WHEN 0 THEN 'x' END, NULL, '{"zip": 1}')::crm.place, ARRAY[NULL, ROW(NULL, i % 2 * 1000, NULL)]::crm.place[],
	ARRAY['', NULL], ARRAY['none', CASE i % 9 WHEN 0 THEN 'x' END], CASE i % 2 WHEN 0 THEN 'x' ELSE '' END, CASE i % 2 WHEN 0 THEN '{"a": 1}'::jsonb END
FROM generate_series(1, 5040) i;
CREATE VIEW crm.customers AS SELECT * FROM (SELECT * FROM crm.customer WHERE id > 0) c;
CREATE TABLE crm.part (LIKE crm.customer) PARTITION BY RANGE (id);
CREATE TABLE crm.part_1 PARTITION OF crm.part FOR VALUES FROM (1) TO (3000);
CREATE TABLE crm.part_2 (LIKE crm.customer);
ALTER TABLE crm.part_2 DROP COLUMN contact, ADD COLUMN contact text;
ALTER TABLE crm.part ATTACH PARTITION crm.part_2 FOR VALUES FROM (3000) TO (10000);
INSERT INTO crm.part SELECT * FROM crm.customer;
SELECT breachvalue.label('crm.part', l.column_name, l.label) FROM breachvalue.labels l WHERE l.relation = 'crm.customer'::regclass \g /dev/null
WITH answer (route, exposure) AS (
	SELECT 'whole rows', breachvalue.exposure(c) FROM crm.customer c
	UNION ALL SELECT 'held_classes', breachvalue.exposure(breachvalue.held_classes(c)) FROM crm.customer c
	UNION ALL SELECT 'relation', breachvalue.exposure_of('crm.customer')
	UNION ALL SELECT 'view', breachvalue.exposure(c) FROM crm.customers c
	UNION ALL SELECT 'relation of view', breachvalue.exposure_of('crm.customers')
	UNION ALL SELECT 'parent', breachvalue.exposure(c) FROM crm.part c
	UNION ALL SELECT 'relation of parent', breachvalue.exposure_of('crm.part')
	UNION ALL SELECT 'parts', breachvalue.exposure_of('crm.part_1') + breachvalue.exposure_of('crm.part_2')
	UNION ALL SELECT 'subtraction', breachvalue.exposure_of('crm.customer') - (SELECT breachvalue.exposure(c) FROM crm.customer c WHERE id % 2 = 0)
		+ (SELECT breachvalue.exposure(c) FROM crm.customer c WHERE id % 2 = 0)
)
SELECT route, exposure = (SELECT exposure FROM answer WHERE route = 'whole rows') AS agrees, breachvalue.records(exposure) FROM answer;
SELECT class, records FROM breachvalue.class_counts(breachvalue.exposure_of('crm.customer')) ORDER BY 1;

-- chosen columns with labels
SELECT breachvalue.labelled_classes('{email | phone,"phone (absent = ''-'')",not_personal}', 'x@example.org', '-'::text, 'y');
SELECT breachvalue.labelled_exposure('{email | phone,"phone (absent = ''-'')"}', a, b) FROM (VALUES ('x@example.org', '-'), ('+31201234567', ''), (NULL, '1')) v (a, b);
SELECT breachvalue.labelled_classes('{email |}', 'x'::text);
SELECT breachvalue.labelled_classes('{emial}', 'x'::text);
SELECT breachvalue.labelled_classes('{"{a: email}"}', 'x'::text);
SELECT breachvalue.labelled_classes('{"{a: email}"}', 'x');
SELECT breachvalue.labelled_classes('{email}', 'x', 'y');
SELECT breachvalue.labelled_classes('{NULL}', 'x');
SELECT breachvalue.labelled_classes(NULL, 'x');

-- labels that do not fit when they are set
SELECT breachvalue.label('crm.customer', 'contact', '{a: email}');
SELECT breachvalue.label('crm.customer', 'home', '{city: address}');
SELECT breachvalue.label('crm.customer', 'home', '{street.name: address}');
SELECT breachvalue.label('crm.customer', 'home', '{extra.any.thing: address}');
SELECT breachvalue.label('crm.customer', 'contact', 'us_ssn (protected = sha3)');
SELECT breachvalue.label('crm.customer', 'contact', 'email | emial');
SELECT breachvalue.label('crm.customer', 'contact', 'free_text (may_hold = emial)');
SELECT breachvalue.label('crm.customer', 'contact', 'email (absent = ''a)');
SECURITY LABEL FOR breachvalue ON COLUMN crm.customer.plain IS '{a: email}';

-- and those that do not fit any more are passed over without a word
SELECT breachvalue.label('crm.part', 'any_json', '{a: email}');
SELECT column_name, classes FROM breachvalue.labels_of('crm.part') WHERE column_name = 'any_json';
ALTER TABLE crm.part ALTER any_json TYPE text;
SELECT column_name, classes FROM breachvalue.labels_of('crm.part') WHERE column_name = 'any_json';
SELECT breachvalue.records(breachvalue.exposure_of('crm.part'));
SELECT relation, column_name, label, status, detail FROM breachvalue.label_status() WHERE relation = 'crm.part'::regclass AND status <> 'ok';

-- dates are the same however the session writes them
SET DateStyle = 'German, DMY';
SET TimeZone = 'Asia/Tokyo';
SELECT crm.classes_of('born', '1900-01-01') AS born;
RESET DateStyle;
RESET TimeZone;

SET client_min_messages = warning;
DROP SCHEMA crm CASCADE;
