-- all that breachvalue keeps in a database, before pg_upgrade
SET client_min_messages = error;
CREATE EXTENSION breachvalue;
CREATE SCHEMA "the crm";
CREATE TABLE gone (id int);
CREATE TABLE "the crm"."Customer" (gone int, id int PRIMARY KEY, "e-mail" text, born date, card text, kept breachvalue.exposure,
	classes breachvalue.class_set, profile breachvalue.column_profile);
ALTER TABLE "the crm"."Customer" DROP COLUMN gone;
CREATE TABLE call (id int, region text, phone text, note text) PARTITION BY LIST (region);
CREATE TABLE call_a PARTITION OF call FOR VALUES IN ('a');
CREATE TABLE call_b (note text, gone int, phone text, region text, id int);
ALTER TABLE call_b DROP COLUMN gone;
ALTER TABLE call ATTACH PARTITION call_b FOR VALUES IN ('b');
CREATE TABLE even (born date NOT NULL);
CREATE TABLE dropped (email text);
CREATE FUNCTION "the crm".is_card(text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN $1 LIKE 'LC%';
DO $$
BEGIN
	PERFORM breachvalue.create_class('gone', 'phone');
	PERFORM breachvalue.create_class('loyalty_card', 'bank_account', validator => '"the crm".is_card(text)', price => 0.5);
	PERFORM breachvalue.drop_class('gone');
	INSERT INTO breachvalue.protection (name, factor, reason) VALUES ('vault', 0.25, 'ours');
	INSERT INTO breachvalue.bundle (price_list, name, classes, amount) VALUES ('seed', 'ours', '{email,loyalty_card}', 7);
	INSERT INTO breachvalue.price_list (name, currency, description) VALUES ('ours', 'EUR', 'ours');
	INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('ours', 'phone', 4), ('ours', 'email', 2);
	INSERT INTO breachvalue.model (name, exponent, price_list, description) VALUES ('ours', 2, 'ours', 'ours');
	INSERT INTO breachvalue.exchange_rate VALUES ('USD', '2021-08-16', 1.1772, 'ECB');
	PERFORM breachvalue.label('"the crm"."Customer"', 'e-mail', 'email (absent = ''n/a, it''''s'')');
	PERFORM breachvalue.label('"the crm"."Customer"', 'born', 'birth_date');
	PERFORM breachvalue.label('"the crm"."Customer"', 'card', 'loyalty_card (protected = vault)');
	PERFORM breachvalue.label('"the crm"."Customer"', 'subject (id)');
	PERFORM breachvalue.label('call', 'phone', 'phone');
	PERFORM breachvalue.label('even', 'born', 'birth_date');
	PERFORM breachvalue.label('dropped', 'email', 'email');
	PERFORM breachvalue.set_budget('"the crm"."Customer"', value => 100);
	PERFORM set_config('breachvalue.model', 'ours', true);
	PERFORM breachvalue.set_budget('call', value => 400, warn_at => 1);
	PERFORM set_config('breachvalue.model', 'seed', true);
	PERFORM breachvalue.set_budget('even', records => 12, warn_at => 1);
	PERFORM breachvalue.set_store_budget('all of it', ARRAY['call', 'even', '"the crm"."Customer"']::regclass[], 5000);
	PERFORM breachvalue.set_budget('dropped', records => 10);
	PERFORM breachvalue.forbid('call', 'note', '{payment_card}');
	PERFORM breachvalue.require_labels('the crm', 'refuse');
END $$;
DROP TABLE dropped, gone;
INSERT INTO "the crm"."Customer" SELECT i, CASE WHEN i % 3 > 0 THEN 'a@b' ELSE 'n/a' END, CASE WHEN i % 2 > 0 THEN date '2000-01-01' END,
	CASE WHEN i = 4 THEN 'LC4' END, '2 x {"loyalty_card","us_ssn/vault"}', '{email,loyalty_card}', NULL
FROM generate_series(1, 9) i;
UPDATE "the crm"."Customer" SET profile = (SELECT breachvalue.column_profile("e-mail") FROM "the crm"."Customer");
INSERT INTO call SELECT i, CASE WHEN i % 2 = 0 THEN 'a' ELSE 'b' END, CASE WHEN i % 5 > 0 THEN 'p' END FROM generate_series(1, 11) i;
INSERT INTO even SELECT date '2000-01-01' FROM generate_series(1, 10);

-- renamed and relabelled since they were counted
ALTER TABLE call RENAME COLUMN phone TO "Phone";
ALTER TABLE even RENAME TO evens;
INSERT INTO call VALUES (12, 'a', 'p');
