-- budgets as users see them
SET client_min_messages = notice;
CREATE TABLE customer (id int PRIMARY KEY, email text, phone text, born date);
SELECT breachvalue.label('customer', 'email', 'email');
SELECT breachvalue.label('customer', 'phone', 'phone (absent = ''n/a'')');
SELECT breachvalue.label('customer', 'born', 'birth_date');
INSERT INTO customer SELECT i, 'e' || i FROM generate_series(1, 10) i;
SELECT breachvalue.set_budget('customer', records => 20);
SELECT budget, relations, basis, limit_records, used_records, headroom_records, used_share, state, reason
FROM breachvalue.budgets;
SELECT round(limit_value, 4) AS limit_value, round(used_value, 4) AS used_value, model, currency
FROM breachvalue.budgets;

-- every way of writing
INSERT INTO customer SELECT i, 'e' || i FROM generate_series(11, 15) i;
SELECT used, counted, difference FROM breachvalue.verify_budgets();
INSERT INTO customer SELECT i, 'e' || i FROM generate_series(16, 21) i;
INSERT INTO customer VALUES (16, NULL, ' '), (17, '', 'n/a'), (18, NULL, NULL);
UPDATE customer SET phone = 'p' WHERE id > 15;
UPDATE customer SET email = NULL, born = NULL WHERE id = 1;
INSERT INTO customer VALUES (1, 'a'), (19, 'b') ON CONFLICT (id) DO UPDATE SET email = excluded.email;
INSERT INTO customer VALUES (1, 'a'), (19, 'b') ON CONFLICT (id) DO NOTHING;
SELECT used, counted, difference FROM breachvalue.verify_budgets();
COPY customer (id, email) FROM stdin;
30	a
31	b
\.
WITH gone AS (DELETE FROM customer WHERE id IN (1, 2) RETURNING id)
INSERT INTO customer SELECT id + 30, 'c' FROM gone;
SELECT used, counted, difference FROM breachvalue.verify_budgets();
BEGIN;
DELETE FROM customer WHERE id = 3;
SAVEPOINT s;
DELETE FROM customer WHERE id IN (4, 5);
INSERT INTO customer VALUES (40, 'x'), (41, 'x'), (42, 'x');
ROLLBACK TO s;
INSERT INTO customer VALUES (40, 'x');
SAVEPOINT s;
INSERT INTO customer VALUES (41, 'x'), (42, 'x');
ROLLBACK TO s;
SELECT used, counted, difference FROM breachvalue.verify_budgets();
COMMIT;
SELECT used, counted, difference FROM breachvalue.verify_budgets();
SELECT state, headroom_records FROM breachvalue.budgets;

-- what a session sets changes nothing
SET breachvalue.model = 'flat';
INSERT INTO customer VALUES (50, 'x'), (51, 'x');
RESET breachvalue.model;

-- below what there is: nothing is added, but it can shrink
SELECT breachvalue.set_budget('customer', records => 15);
SELECT state, used_records, headroom_records FROM breachvalue.budgets;
INSERT INTO customer VALUES (50, 'x');
DELETE FROM customer WHERE id BETWEEN 4 AND 9;
SELECT state, used_records, headroom_records FROM breachvalue.budgets;
INSERT INTO customer VALUES (50, 'x');
SELECT used, counted, difference FROM breachvalue.verify_budgets();
TRUNCATE customer;
SELECT used, counted, difference FROM breachvalue.verify_budgets();

-- of value: rows differ, and the last step is exact
SELECT breachvalue.set_budget('customer', warn_at => 1,
	value => breachvalue.value(breachvalue.record_price('{email}'), 10, 1.5));
INSERT INTO customer SELECT i, 'e' FROM generate_series(1, 9) i;
INSERT INTO customer VALUES (10, 'e', 'p');
INSERT INTO customer VALUES (10, 'e');
INSERT INTO customer VALUES (11, 'e');
UPDATE customer SET phone = 'p' WHERE id = 1;
SELECT basis, used_records, headroom_records, used_share, state FROM breachvalue.budgets;
DELETE FROM customer WHERE id < 4;
INSERT INTO customer VALUES (1, 'e', 'p');
SELECT difference FROM breachvalue.verify_budgets();
SELECT used_mass = round(breachvalue.mass(breachvalue.exposure_of('customer')), 18) OR
	abs(used_mass - breachvalue.mass(breachvalue.exposure_of('customer'))) < 1e-16 AS as_exposure FROM breachvalue.budgets;

-- errors
SELECT breachvalue.set_budget('customer');
SELECT breachvalue.set_budget('customer', 10, 10);
SELECT breachvalue.set_budget('customer', records => -1);
SELECT breachvalue.set_budget('customer', value => 'NaN');
SELECT breachvalue.set_budget('customer', records => 1, warn_at => 0);
SELECT breachvalue.set_budget(NULL, records => 1);
SELECT breachvalue.set_budget('pg_class', records => 1);
SELECT breachvalue.set_budget('breachvalue.budgets', records => 1);
CREATE TEMP TABLE fleeting (email text);
SELECT breachvalue.set_budget('fleeting', records => 1);
SELECT breachvalue.set_store_budget('', '{customer}', 1);
SELECT breachvalue.set_store_budget('crm', '{}', 1);
SELECT breachvalue.set_store_budget('crm', '{customer,customer}', 1);
SELECT breachvalue.drop_store_budget('crm');
SELECT breachvalue.keep_budget();

-- stale, for as long as it is not counted
ALTER TABLE customer DISABLE TRIGGER USER;
INSERT INTO customer VALUES (100, 'e');
SELECT state, reason FROM breachvalue.budgets;
ALTER TABLE customer ENABLE TRIGGER USER;
SELECT state, regexp_replace(reason, '_[0-9a-f]{16}_', '_id_') AS reason FROM breachvalue.budgets;
SELECT difference > 0 AS differs FROM breachvalue.verify_budgets();
SELECT breachvalue.recount_budget('customer');
SELECT state, reason FROM breachvalue.budgets;
SELECT difference FROM breachvalue.verify_budgets();
SELECT tgname AS insert_trigger FROM pg_trigger WHERE tgrelid = 'customer'::regclass AND tgname LIKE '%insert' \gset
ALTER TABLE customer DISABLE TRIGGER :insert_trigger;
INSERT INTO customer VALUES (200, 'e');
ALTER TABLE customer ENABLE TRIGGER :insert_trigger;
SELECT state, reason FROM breachvalue.budgets;
SELECT breachvalue.recount_budget('customer');
SELECT state, reason FROM breachvalue.budgets;
DELETE FROM customer WHERE id = 200;
SELECT breachvalue.label('customer', 'id', 'account_id');
SELECT state, reason FROM breachvalue.budgets;
SELECT breachvalue.unlabel('customer', 'id');
ALTER TABLE customer RENAME COLUMN email TO mail;
SELECT state, reason FROM breachvalue.budgets;
INSERT INTO customer VALUES (101, 'e'), (102, 'e'), (103, 'e');
DELETE FROM customer WHERE id = 100;
SELECT difference FROM breachvalue.verify_budgets();
ALTER TABLE customer RENAME COLUMN mail TO email;
SELECT state FROM breachvalue.budgets;

SELECT breachvalue.drop_budget('customer');
SELECT breachvalue.drop_budget('customer');
SELECT count(*) FROM pg_trigger WHERE tgrelid = 'customer'::regclass;
SELECT count(*) FROM breachvalue.budget_slot;
DROP TABLE customer;

-- a dropped table leaves no budget behind
CREATE TABLE gone (born date NOT NULL);
SELECT breachvalue.label('gone', 'born', 'birth_date');
SELECT breachvalue.set_budget('gone', value => 1);
DROP TABLE gone;
SELECT count(*) FROM breachvalue.budgets;
CREATE TABLE other (born date NOT NULL);
SELECT breachvalue.label('other', 'born', 'birth_date');
SELECT breachvalue.set_budget('other', value => breachvalue.value(breachvalue.record_price('{birth_date}'), 7, 1.5));
SELECT count(*) FROM breachvalue.budget;
INSERT INTO other SELECT '2000-01-01' FROM generate_series(1, 8);
INSERT INTO other SELECT '2000-01-01' FROM generate_series(1, 7);
SELECT used_records, limit_records, state FROM breachvalue.budgets;
SELECT breachvalue.drop_budget('other');
DROP TABLE other;

-- what fits exactly fits, whatever made the session before round
INSERT INTO breachvalue.price_list (name, currency, description) VALUES ('regress_round', 'EUR', 'for tests');
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('regress_round', 'email', 4), ('regress_round', 'phone', 5);
INSERT INTO breachvalue.model (name, exponent, price_list, description) VALUES ('regress_round', 2, 'regress_round', 'for tests');
SET breachvalue.model = 'regress_round';
CREATE TABLE round (id int, email text, phone text);
SELECT breachvalue.label('round', 'email', 'email'), breachvalue.label('round', 'phone', 'phone');
INSERT INTO round SELECT i, NULL, 'p' FROM generate_series(1, 10) i;
INSERT INTO round VALUES (11, 'e');
SELECT breachvalue.value(breachvalue.exposure_of('round')) AS value \gset
DELETE FROM round WHERE id = 11;
SELECT breachvalue.set_budget('round', value => :value, warn_at => 1);
\c
SET client_min_messages = error;
INSERT INTO round VALUES (11, 'e');
INSERT INTO round VALUES (12, 'e');
SELECT used, difference FROM breachvalue.verify_budgets();
SELECT breachvalue.drop_budget('round');
DROP TABLE round;
DELETE FROM breachvalue.model WHERE name = 'regress_round';
DELETE FROM breachvalue.price WHERE price_list = 'regress_round';
DELETE FROM breachvalue.price_list WHERE name = 'regress_round';
