-- budgets of tables whose rows all weigh the same go by PostgreSQL's own counters, where there are any
SET client_min_messages = warning;
CREATE TABLE member (id int PRIMARY KEY, born date NOT NULL, note text);
SELECT breachvalue.label('member', 'born', 'birth_date');
SELECT breachvalue.set_budget('member', records => 100);
\pset format unaligned
SELECT regexp_replace(pg_get_triggerdef(oid), '[0-9a-f]{16}', 'id', 'g') AS definition, tgenabled AS enabled
FROM pg_trigger WHERE tgrelid = 'member'::regclass ORDER BY tgname;
\pset format aligned
INSERT INTO member SELECT i, '2000-01-01' FROM generate_series(1, 10) i;
SELECT used, counted, difference FROM breachvalue.verify_budgets();

-- without them nothing is written
SET track_counts = off;
INSERT INTO member VALUES (11, '2000-01-01');
DELETE FROM member WHERE id = 1;
UPDATE member SET note = 'x';
BEGIN;
TRUNCATE member;
SELECT used, counted, difference FROM breachvalue.verify_budgets();
ROLLBACK;
SET track_counts = on;
INSERT INTO member VALUES (11, '2000-01-01');
BEGIN;
INSERT INTO member VALUES (12, '2000-01-01');
SAVEPOINT s;
SET LOCAL track_counts = off;
ROLLBACK TO s;
INSERT INTO member VALUES (13, '2000-01-01');
ROLLBACK;
INSERT INTO member VALUES (12, '2000-01-01');
SELECT used, counted, difference FROM breachvalue.verify_budgets();

-- nor where they are off for a moment, be it in the first statement of a session
CREATE FUNCTION regress_unseen(id int) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
	IF id % 2 = 0 THEN
		PERFORM set_config('track_counts', 'off', true);
		PERFORM count(*) FROM member WHERE false;
		PERFORM set_config('track_counts', 'on', true);
	ELSE
		PERFORM count(*) FROM member WHERE false;
	END IF;
	RETURN id;
END $$;
\c -
INSERT INTO member SELECT regress_unseen(i), '2000-01-01' FROM generate_series(20, 30) i;
SELECT used, counted, difference FROM breachvalue.verify_budgets();

-- in the replica role rows can be counted one by one, as where a subscription applies them
BEGIN;
SET LOCAL session_replication_role = replica;
SET LOCAL track_counts = off;
INSERT INTO member VALUES (13, '2000-01-01'), (14, '2000-01-01');
DELETE FROM member WHERE id = 13;
COMMIT;
SELECT used, counted, difference FROM breachvalue.verify_budgets();

-- a server that counts nothing
SET track_counts = off;
SELECT breachvalue.recount_budget('member');
SELECT tgoldtable, tgnewtable FROM pg_trigger WHERE tgrelid = 'member'::regclass AND tgname LIKE '%\_update';
INSERT INTO member VALUES (20, '2000-01-01');
DELETE FROM member WHERE id = 2;
TRUNCATE member;
INSERT INTO member SELECT i, '2000-01-01' FROM generate_series(1, 4) i;
INSERT INTO member SELECT i, '2000-01-01' FROM generate_series(1, 4) i ON CONFLICT DO NOTHING;
SELECT used, counted, difference FROM breachvalue.verify_budgets();
SET track_counts = on;
INSERT INTO member VALUES (20, '2000-01-01');
SELECT breachvalue.recount_budget('member');
INSERT INTO member VALUES (21, '2000-01-01');
SELECT used, counted, difference FROM breachvalue.verify_budgets();
SELECT state FROM breachvalue.budgets;

-- a dump has them; what is restored with the table alone is not in force
SET client_min_messages = warning;
DROP DATABASE IF EXISTS regress_count_from;
DROP DATABASE IF EXISTS regress_count_to;
CREATE DATABASE regress_count_from TEMPLATE template0;
CREATE DATABASE regress_count_to TEMPLATE template0;
\set home :DBNAME
\c regress_count_from
SET client_min_messages = warning;
CREATE EXTENSION breachvalue;
CREATE TABLE member (born date NOT NULL);
SELECT breachvalue.label('member', 'born', 'birth_date');
SELECT breachvalue.set_budget('member', records => 10);
INSERT INTO member SELECT '2000-01-01' FROM generate_series(1, 5) i;
\! bin=$(${PG_CONFIG:-pg_config} --bindir); "$bin/pg_dump" -d regress_count_from | "$bin/psql" -X -q -1 -o /dev/null -v ON_ERROR_STOP=1 -d regress_count_to
\c regress_count_to
SELECT used, counted, difference FROM breachvalue.verify_budgets();
INSERT INTO member SELECT '2000-01-01' FROM generate_series(1, 6) i;
INSERT INTO member SELECT '2000-01-01' FROM generate_series(1, 3) i;
SELECT used, counted, difference FROM breachvalue.verify_budgets();
SELECT count(*), sum((tgoldtable IS NOT NULL OR tgnewtable IS NOT NULL)::int) AS with_rows FROM pg_trigger
WHERE tgrelid = 'member'::regclass;
SELECT state FROM breachvalue.budgets;
SELECT breachvalue.recount_budget('member');
SELECT state FROM breachvalue.budgets;
\c regress_count_from
SELECT breachvalue.drop_budget('member');
SELECT count(*) FROM pg_trigger WHERE tgrelid = 'member'::regclass;
\c :home
DROP DATABASE regress_count_from;
DROP DATABASE regress_count_to;
SELECT breachvalue.drop_budget('member');
SELECT count(*) FROM pg_trigger WHERE tgrelid = 'member'::regclass;
DROP TABLE member;
DROP FUNCTION regress_unseen(int);
