-- what a subscription applies is charged to the budgets of the subscriber, and refused like anything else
SET client_min_messages = warning;
DROP DATABASE IF EXISTS regress_publisher;
DROP DATABASE IF EXISTS regress_subscriber;
CREATE DATABASE regress_publisher TEMPLATE template0;
CREATE DATABASE regress_subscriber TEMPLATE template0;
\c regress_publisher
CREATE TABLE customer (id int PRIMARY KEY, email text, phone text, note text);
CREATE TABLE call (id int, region text, phone text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE call_a PARTITION OF call FOR VALUES IN ('a');
CREATE TABLE call_b PARTITION OF call FOR VALUES IN ('b');
CREATE TABLE event (id int, region text, phone text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE event_a PARTITION OF event FOR VALUES IN ('a');
CREATE TABLE event_b PARTITION OF event FOR VALUES IN ('b');
INSERT INTO customer SELECT i, 'e' || i FROM generate_series(1, 10) i;
INSERT INTO call SELECT i, CASE WHEN i % 2 = 0 THEN 'a' ELSE 'b' END, 'p' FROM generate_series(1, 10) i;
INSERT INTO event SELECT i, CASE WHEN i % 2 = 0 THEN 'a' ELSE 'b' END, 'p' FROM generate_series(1, 10) i;
CREATE PUBLICATION regress_by_root FOR TABLE customer, call WITH (publish_via_partition_root);
CREATE PUBLICATION regress_by_leaf FOR TABLE event;
-- in the same cluster a subscription cannot make its own: it would wait for itself
SELECT count(pg_create_logical_replication_slot(name, 'pgoutput')) FROM (VALUES ('regress_by_root'), ('regress_by_leaf')) s (name);

\c regress_subscriber
CREATE EXTENSION breachvalue;
CREATE TABLE customer (gone int, note text, phone text, email text, id int PRIMARY KEY);
ALTER TABLE customer DROP COLUMN gone;
CREATE TABLE call (id int, region text, phone text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE call_a PARTITION OF call FOR VALUES IN ('a');
CREATE TABLE call_b (phone text, region text NOT NULL, id int NOT NULL);
ALTER TABLE call ATTACH PARTITION call_b FOR VALUES IN ('b');
CREATE TABLE event (id int, region text, phone text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE event_a PARTITION OF event FOR VALUES IN ('a');
CREATE TABLE event_b PARTITION OF event FOR VALUES IN ('b');
DO $$
BEGIN
	PERFORM breachvalue.label('customer', 'email', 'email (absent = ''none'')');
	PERFORM breachvalue.label('customer', 'phone', 'phone');
	PERFORM breachvalue.label('call', 'phone', 'phone');
	PERFORM breachvalue.label('event', 'phone', 'phone');
	PERFORM breachvalue.set_budget('customer', records => 20, warn_at => 1);
	PERFORM breachvalue.set_budget('call', records => 20, warn_at => 1);
	PERFORM breachvalue.set_budget('event', records => 20, warn_at => 1);
	PERFORM breachvalue.set_store_budget('all of it', '{customer,call,event}', warn_at => 1,
		value => breachvalue.value(breachvalue.record_price('{email,phone}'), 100, 1.5));
END $$;
CREATE VIEW used AS SELECT budget, used, difference FROM breachvalue.verify_budgets() WHERE unit = 'record' ORDER BY budget;

-- until a query says true
CREATE PROCEDURE wait_for(query text) LANGUAGE plpgsql AS $$
DECLARE
	answer boolean;
BEGIN
	FOR i IN 1..1200 LOOP
		EXECUTE query INTO answer;
		IF answer THEN
			RETURN;
		END IF;
		PERFORM pg_sleep(0.05);
		COMMIT;
	END LOOP;
	RAISE 'still not so: %', query;
END $$;
-- until the subscription has failed once more; 14 does not tell, but tries often
CREATE PROCEDURE wait_for_refusal() LANGUAGE plpgsql AS $$
DECLARE
	before bigint;
BEGIN
	IF current_setting('server_version_num')::int < 150000 THEN
		PERFORM pg_sleep(3);
	ELSE
		EXECUTE 'SELECT sum(apply_error_count) FROM pg_stat_subscription_stats' INTO before;
		COMMIT;
		CALL wait_for(format('SELECT sum(apply_error_count) > %s FROM pg_stat_subscription_stats', before));
	END IF;
END $$;
SELECT format('host=%s port=%s user=%s dbname=regress_publisher',
	split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'), current_user) AS publisher \gset
CREATE SUBSCRIPTION regress_by_root CONNECTION :'publisher' PUBLICATION regress_by_root WITH (create_slot = false);
CREATE SUBSCRIPTION regress_by_leaf CONNECTION :'publisher' PUBLICATION regress_by_leaf WITH (create_slot = false);

-- the first copy
CALL wait_for('SELECT bool_and(srsubstate IN (''r'', ''s'')) AND count(*) = 4 FROM pg_subscription_rel');
SELECT * FROM used;

-- what changes later: columns are filled and emptied, rows move between partitions, tables are emptied
\c regress_publisher
UPDATE customer SET email = NULL WHERE id = 1;
UPDATE customer SET email = 'none', phone = ' ' WHERE id = 2;
UPDATE customer SET email = NULL, phone = 'p' WHERE id = 3;
UPDATE customer SET note = 'n' WHERE id = 4;
DELETE FROM customer WHERE id = 5;
UPDATE call SET region = 'a' WHERE id < 4;
UPDATE call SET phone = NULL, region = 'b' WHERE id = 6;
TRUNCATE event_b;
INSERT INTO event VALUES (20, 'b', 'p'), (21, 'a', NULL);
UPDATE event SET region = 'a' WHERE id = 20;
BEGIN;
SAVEPOINT s;
INSERT INTO customer SELECT i, 'e' FROM generate_series(1000, 1100) i;
ROLLBACK TO s;
INSERT INTO customer VALUES (11, 'e');
COMMIT;
\c regress_subscriber
CALL wait_for('SELECT count(*) = 10 FROM customer WHERE id <> 5');
CALL wait_for('SELECT count(*) = 4 FROM call WHERE region = ''b''');
CALL wait_for('SELECT count(*) = 7 FROM event WHERE region = ''a''');
SELECT * FROM used;

-- a transaction may replace what it takes away
\c regress_publisher
INSERT INTO customer SELECT i, 'e' FROM generate_series(20, 31) i;
BEGIN;
DELETE FROM customer WHERE id >= 20;
INSERT INTO customer SELECT i, 'f' FROM generate_series(20, 31) i;
COMMIT;
\c regress_subscriber
CALL wait_for('SELECT count(*) = 12 FROM customer WHERE email = ''f''');
SELECT * FROM used;

-- what does not fit stops the subscription, and nothing of it is there, until there is room
\c regress_publisher
BEGIN;
INSERT INTO call VALUES (100, 'a', 'p');
INSERT INTO customer VALUES (40, 'e', NULL), (41, NULL, 'p');
COMMIT;
INSERT INTO call VALUES (101, 'a', 'p');
\c regress_subscriber
CALL wait_for_refusal();
SELECT count(*) FROM call WHERE id >= 100;
SELECT * FROM used;
SELECT budget, state FROM breachvalue.budgets WHERE basis = 'records' ORDER BY budget;
DELETE FROM customer WHERE id = 20;
CALL wait_for_refusal();
SELECT * FROM used;
DO $$ BEGIN PERFORM breachvalue.set_budget('customer', records => 21, warn_at => 1); END $$;
CALL wait_for('SELECT count(*) = 2 FROM call WHERE id >= 100');
SELECT * FROM used;

-- the same of a class that is kept out of a column
SELECT breachvalue.forbid('customer', 'note', '{payment_card}');
\c regress_publisher
UPDATE customer SET note = 'paid by 4111 1111 1111 1111' WHERE id = 4;
\c regress_subscriber
CALL wait_for_refusal();
SELECT note FROM customer WHERE id = 4;
SELECT breachvalue.permit('customer', 'note');
CALL wait_for('SELECT note LIKE ''paid%'' FROM customer WHERE id = 4');
SELECT * FROM used;

-- as a whole
\c regress_publisher
TRUNCATE customer, call, event;
\c regress_subscriber
CALL wait_for('SELECT NOT EXISTS (SELECT FROM customer) AND NOT EXISTS (SELECT FROM call) AND NOT EXISTS (SELECT FROM event)');
SELECT budget, state, used_records, used_mass, reason FROM breachvalue.budgets ORDER BY budget;
SELECT budget, used, difference FROM breachvalue.verify_budgets() ORDER BY budget;

ALTER SUBSCRIPTION regress_by_root DISABLE;
ALTER SUBSCRIPTION regress_by_leaf DISABLE;
ALTER SUBSCRIPTION regress_by_root SET (slot_name = NONE);
ALTER SUBSCRIPTION regress_by_leaf SET (slot_name = NONE);
DROP SUBSCRIPTION regress_by_root;
DROP SUBSCRIPTION regress_by_leaf;
CALL wait_for('SELECT bool_and(NOT active) FROM pg_replication_slots WHERE slot_name LIKE ''regress%''');
SELECT count(pg_drop_replication_slot(slot_name)) FROM pg_replication_slots WHERE slot_name LIKE 'regress%';
\c postgres
DROP DATABASE regress_publisher;
DROP DATABASE regress_subscriber;
