-- prices and models: what is shipped, what a DBA adds, and what is refused
SELECT m.name, m.exponent, m.reference_records, m.price_list, l.currency, l.record_price
FROM breachvalue.model m JOIN breachvalue.price_list l ON l.name = m.price_list
ORDER BY m.name;

SELECT breachvalue.record_price('{name,address,phone,imei,us_ssn,drivers_licence}');
SELECT breachvalue.record_price('{email}'), breachvalue.record_price('{account_id,free_text}'),
	breachvalue.record_price('{}'), breachvalue.record_price(NULL);
SELECT breachvalue.record_price('{email}', 'flat'), breachvalue.record_price('{account_id,free_text}', 'flat'),
	breachvalue.record_price('{}', 'flat'), breachvalue.record_price('{email}', NULL);
SELECT breachvalue.record_price('{payment_card}', 'street') AS card,
	breachvalue.record_price('{payment_card,card_cvv}', 'street') AS card_cvv,
	breachvalue.record_price('{payment_card,card_cvv,pin}', 'street') AS card_cvv_pin,
	breachvalue.record_price('{name,address,birth_date,us_ssn,phone}', 'street') AS fullz_and_phone,
	breachvalue.record_price('{given_name,family_name,address,birth_date,nl_bsn}', 'street') AS fullz_nl;

-- the current model
SELECT breachvalue.value(0.01, 100000000);
SET breachvalue.model = 'market_2021';
SELECT breachvalue.value(price => 0.009, records => 30000000);
SELECT breachvalue.record_price('{email,phone}');
SET breachvalue.model = 'metcalf';
SELECT breachvalue.value(1, 2);
SET breachvalue.model = 'something else altogether';
SELECT breachvalue.record_price('{email}');
SET breachvalue.model = '';
SELECT breachvalue.record_price('{email}');
RESET breachvalue.model;
SELECT breachvalue.record_price('{email}', 'Seed');
SELECT breachvalue.record_price('{email}', repeat('seed', 20));
SELECT breachvalue.record_price('{emial}');
SELECT breachvalue.value(-1, 2);
SELECT breachvalue.value('NaN'::numeric, 2);
SELECT breachvalue.value(1, 1.5);
SELECT breachvalue.value(1, -1);
SELECT breachvalue.value(1, NULL), breachvalue.value(NULL, 1), breachvalue.value(0, 5), breachvalue.value(5, 0);

-- a list and a model of one's own
INSERT INTO breachvalue.price_list (name, currency, description)
VALUES ('own', 'SEK', 'our own');
INSERT INTO breachvalue.price (price_list, class, amount) VALUES
	('own', 'name', 0.1), ('own', 'birth_date', 0.2), ('own', 'us_ssn', 1), ('own', 'payment_card', 1),
	('own', 'card_cvv', 1), ('own', 'pin', 1), ('own', 'phone', 0.1);
INSERT INTO breachvalue.bundle (price_list, name, classes, amount) VALUES
	('own', 'identity', '{name,birth_date,us_ssn}', 4),
	('own', 'identity and phone', '{name,birth_date,us_ssn,phone}', 4.5),
	('own', 'card', '{payment_card,card_cvv}', 3),
	('own', 'card and PIN', '{payment_card,card_cvv,pin}', 5),
	('own', 'all', '{name,us_ssn,payment_card,card_cvv,pin}', 10);
INSERT INTO breachvalue.model (name, exponent, price_list, description)
VALUES ('own', 1.5, 'own', 'our own');
SET breachvalue.model = 'own';
SELECT breachvalue.record_price('{name,birth_date}') AS apart,
	breachvalue.record_price('{name,birth_date,us_ssn}') AS identity,
	breachvalue.record_price('{name,birth_date,us_ssn,phone}') AS and_phone,
	breachvalue.record_price('{name,birth_date,us_ssn,phone,payment_card,card_cvv,pin}') AS everything;

-- what is changed holds at once, and no longer than its transaction
BEGIN;
UPDATE breachvalue.price SET amount = 0.000000001 WHERE price_list = 'own' AND class = 'phone';
SELECT breachvalue.record_price('{phone}');
SAVEPOINT s;
UPDATE breachvalue.price_list SET record_price = 77 WHERE name = 'own';
SELECT breachvalue.record_price('{phone}');
ROLLBACK TO s;
SELECT breachvalue.record_price('{phone}');
UPDATE breachvalue.model SET price_list = 'flat' WHERE name = 'own';
SELECT price_list, breachvalue.record_price('{phone}') FROM breachvalue.model WHERE name = 'own';
DELETE FROM breachvalue.model WHERE name = 'own';
SELECT breachvalue.record_price('{phone}');
ROLLBACK;
SELECT breachvalue.record_price('{phone}');
BEGIN;
SET LOCAL session_replication_role = replica;
UPDATE breachvalue.price SET amount = 3 WHERE price_list = 'own' AND class = 'phone';
SELECT breachvalue.record_price('{phone}');
UPDATE breachvalue.price SET class = 'fone' WHERE price_list = 'own' AND class = 'phone';
ROLLBACK;
BEGIN;
TRUNCATE breachvalue.price;
SELECT breachvalue.record_price('{phone}');
ROLLBACK;
SELECT breachvalue.record_price('{phone}');

-- an error while prices are read leaves nothing half read
BEGIN;
ALTER TABLE breachvalue.price DROP CONSTRAINT price_amount_check;
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('own', 'email', -1);
SAVEPOINT s;
SELECT breachvalue.record_price('{phone}');
ROLLBACK TO s;
SELECT breachvalue.record_price('{phone}', 'flat');
SAVEPOINT s;
SELECT breachvalue.record_price('{phone}');
ROLLBACK TO s;
DELETE FROM breachvalue.price WHERE price_list = 'own' AND class = 'email';
SELECT breachvalue.record_price('{phone}');

-- columns are found by name, wherever they are
ALTER TABLE breachvalue.price DROP COLUMN low, DROP COLUMN high, ADD COLUMN low numeric DEFAULT 5;
ALTER TABLE breachvalue.price RENAME COLUMN amount TO high;
ALTER TABLE breachvalue.price ADD COLUMN amount numeric DEFAULT 8;
SELECT breachvalue.record_price('{phone}');
ALTER TABLE breachvalue.price ALTER COLUMN amount TYPE integer;
SELECT breachvalue.record_price('{phone}');
ROLLBACK;
RESET breachvalue.model;

-- what is refused
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('own', 'emial', 1);
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('own', 'email', -1);
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('own', 'email', 'NaN');
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('own', 'email', 'Infinity');
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('own', 'email', 10000000.1);
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('own', 'email', 0.0000000001);
INSERT INTO breachvalue.bundle (price_list, name, classes, amount) VALUES ('own', 'one', '{email}', 1);
INSERT INTO breachvalue.bundle (price_list, name, classes, amount) VALUES ('own', 'two', '{email,emial}', 1);
INSERT INTO breachvalue.bundle (price_list, name, classes, amount) VALUES ('own', 'again', '{name,birth_date,us_ssn}', 1);
INSERT INTO breachvalue.bundle (price_list, name, classes, amount) VALUES ('own', 'two', '{email,phone}', 'NaN');
INSERT INTO breachvalue.price_list (name, currency, description) VALUES ('other', 'euro', '');
INSERT INTO breachvalue.price_list (name, currency, description) VALUES (repeat('x', 64), 'EUR', '');
INSERT INTO breachvalue.price_list (name, currency, record_price, description) VALUES ('other', 'EUR', 'NaN', '');
INSERT INTO breachvalue.model (name, exponent, price_list, description) VALUES ('other', 0, 'own', '');
INSERT INTO breachvalue.model (name, exponent, price_list, description) VALUES ('other', 'NaN', 'own', '');
INSERT INTO breachvalue.model (name, exponent, price_list, description) VALUES ('other', 17, 'own', '');
INSERT INTO breachvalue.model (name, exponent, reference_records, price_list, description) VALUES ('other', 1, 0, 'own', '');
SELECT breachvalue.check_price_class(), breachvalue.forget_prices();
CREATE VIEW no_price AS SELECT 'own' AS price_list;
CREATE FUNCTION no_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER instead INSTEAD OF UPDATE ON no_price
	FOR EACH ROW EXECUTE FUNCTION no_change();
CREATE TRIGGER forget_prices AFTER UPDATE ON no_price
	FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.forget_prices();
UPDATE no_price SET price_list = 'other';
DROP VIEW no_price;
DROP FUNCTION no_change();

-- lists: a price may come before its list, as in a restore; one in use stays
BEGIN;
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('later', 'email', 1), ('later', 'phone', 1);
INSERT INTO breachvalue.model (name, exponent, price_list, description) VALUES ('later', 1, 'later', 'before its list');
SELECT breachvalue.record_price('{email,phone}', 'later');
ROLLBACK;
BEGIN;
INSERT INTO breachvalue.model (name, exponent, price_list, description) VALUES ('later', 1, 'later', 'before its list');
INSERT INTO breachvalue.price_list (name, currency, description) VALUES ('later', 'EUR', 'comes later');
SELECT breachvalue.record_price('{email,phone}', 'later');
DELETE FROM breachvalue.price_list WHERE name = 'later';
ROLLBACK;
DELETE FROM breachvalue.price_list WHERE name = 'own';
UPDATE breachvalue.price_list SET name = 'owned' WHERE name = 'own';

-- rows that a function reads within the statement that then fails are forgotten
CREATE FUNCTION look_and_fail() RETURNS numeric LANGUAGE plpgsql AS $$
BEGIN
	RAISE 'a price of %', breachvalue.record_price('{phone}', 'own');
END $$;
WITH change AS (
	UPDATE breachvalue.price SET amount = 99 WHERE price_list = 'own' AND class = 'phone' RETURNING class
)
SELECT look_and_fail() FROM change;
SELECT breachvalue.record_price('{phone}', 'own');
DROP FUNCTION look_and_fail();

-- bundles: 256 in a list, however they get there
BEGIN;
INSERT INTO breachvalue.bundle (price_list, name, classes, amount)
SELECT 'own', 'bundle ' || a.class || ' ' || b.class, ARRAY[a.class, b.class]::breachvalue.class_set, 1
FROM breachvalue.price a JOIN breachvalue.price b ON a.class < b.class
WHERE a.price_list = 'seed' AND b.price_list = 'seed'
ORDER BY a.class, b.class LIMIT 251;
SELECT count(*) FROM breachvalue.bundle WHERE price_list = 'own';
SAVEPOINT s;
INSERT INTO breachvalue.bundle (price_list, name, classes, amount) VALUES ('own', 'one more', '{url,username}', 1);
ROLLBACK TO s;
UPDATE breachvalue.bundle SET price_list = 'own' WHERE price_list = 'street';
ROLLBACK;

-- bundles that are in each other's way beyond what can be searched
BEGIN;
DELETE FROM breachvalue.bundle WHERE price_list = 'own';
INSERT INTO breachvalue.bundle (price_list, name, classes, amount)
SELECT 'own', 'bundle ' || i,
	ARRAY['class_' || 256 + (i * 37) % 97, 'class_' || 256 + (i * i * 11 + 13) % 97,
		'class_' || 256 + (i * i * i * 7 + 50) % 97]::breachvalue.class_set, 1 + i % 7 / 100.0
FROM generate_series(1, 256) AS i
WHERE (i * 37) % 97 <> (i * i * 11 + 13) % 97
ON CONFLICT DO NOTHING;
SELECT breachvalue.record_price(breachvalue.class_set_union(classes), 'own')
FROM breachvalue.bundle WHERE price_list = 'own';
ROLLBACK;

-- names in the caller's path are not looked at
CREATE SCHEMA regress_hostile;
CREATE TABLE regress_hostile.model (LIKE breachvalue.model);
CREATE TABLE regress_hostile.price_list (LIKE breachvalue.price_list);
CREATE TABLE regress_hostile.price (LIKE breachvalue.price);
CREATE TABLE regress_hostile.bundle (LIKE breachvalue.bundle);
INSERT INTO regress_hostile.model SELECT * FROM breachvalue.model;
INSERT INTO regress_hostile.price_list SELECT * FROM breachvalue.price_list;
UPDATE regress_hostile.price_list SET record_price = 1000000;
CREATE FUNCTION regress_hostile.round(numeric, integer) RETURNS numeric LANGUAGE sql AS 'SELECT -1.0';
CREATE FUNCTION regress_hostile.octet_length(text) RETURNS integer LANGUAGE sql AS 'SELECT -1';
SET search_path = regress_hostile, pg_temp, pg_catalog;
SELECT breachvalue.record_price('{email}');
UPDATE breachvalue.price SET amount = 0.2 WHERE price_list = 'own' AND class = 'phone';
SELECT breachvalue.record_price('{phone}', 'own');
RESET search_path;
DROP SCHEMA regress_hostile CASCADE;

-- rights: everybody reads, the owner of the extension writes
CREATE ROLE regress_price_reader;
CREATE VIEW regress_price_view AS SELECT breachvalue.record_price('{email}') AS price;
GRANT SELECT ON regress_price_view TO regress_price_reader;
SET ROLE regress_price_reader;
SELECT count(*) FROM breachvalue.model;
SELECT price FROM regress_price_view;
UPDATE breachvalue.price SET amount = 0;
INSERT INTO breachvalue.model VALUES ('mine', 1, 1, 'seed', '');
TRUNCATE breachvalue.price;
RESET ROLE;
REVOKE SELECT ON breachvalue.price FROM PUBLIC;
SET ROLE regress_price_reader;
SELECT price FROM regress_price_view;
RESET ROLE;
GRANT SELECT ON breachvalue.price TO PUBLIC;
SET ROLE regress_price_reader;
SELECT price FROM regress_price_view;
RESET ROLE;
REVOKE USAGE ON SCHEMA breachvalue FROM PUBLIC;
SET ROLE regress_price_reader;
SELECT price FROM regress_price_view;
RESET ROLE;
GRANT USAGE ON SCHEMA breachvalue TO PUBLIC;
SET ROLE regress_price_reader;
SELECT price FROM regress_price_view;
RESET ROLE;
DROP VIEW regress_price_view;

-- a DBA who is no superuser
DROP EXTENSION breachvalue;
CREATE ROLE "regress Price owner";
GRANT CREATE ON DATABASE :"DBNAME" TO "regress Price owner";
SET ROLE "regress Price owner";
CREATE EXTENSION breachvalue;
INSERT INTO breachvalue.price_list (name, currency, record_price, description)
VALUES ('own', 'EUR', 0.5, 'our own');
INSERT INTO breachvalue.model (name, exponent, price_list, description)
VALUES ('own', 1.25, 'own', 'our own');
SELECT breachvalue.record_price('{email}', 'own');
UPDATE breachvalue.price_list SET record_price = 0.75 WHERE name = 'own';
SELECT breachvalue.record_price('{email}', 'own');
DELETE FROM breachvalue.model WHERE name = 'own';
INSERT INTO breachvalue.fine_rule VALUES (99);
SET ROLE regress_price_reader;
UPDATE breachvalue.price_list SET record_price = 0;
RESET ROLE;
DROP EXTENSION breachvalue;
CREATE EXTENSION breachvalue;
REVOKE CREATE ON DATABASE :"DBNAME" FROM "regress Price owner";
DROP ROLE regress_price_reader, "regress Price owner";
