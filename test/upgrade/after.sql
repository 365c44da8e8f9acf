-- and it works on: each line says what it is
\pset format unaligned
\pset tuples_only on
SET client_min_messages = error;
CREATE FUNCTION refused(command text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE command;
	RETURN false;
EXCEPTION WHEN check_violation THEN
	RETURN true;
END $$;
SELECT refused('INSERT INTO call SELECT 20, ''a'', ''p'' FROM generate_series(1, 100)') AND
	refused('INSERT INTO call_b SELECT NULL, ''p'', ''b'', 20') AS call_is_full;
DELETE FROM call WHERE id = 12;
INSERT INTO call_b VALUES (NULL, 'p', 'b', 20);
SELECT refused('INSERT INTO call_b VALUES (NULL, ''p'', ''b'', 21)') AS again_full;
INSERT INTO evens SELECT date '2000-01-01' FROM generate_series(1, 2);
SELECT refused('INSERT INTO evens VALUES (''2000-01-01'')') AS evens_are_full;
SET session_replication_role = replica;
SELECT refused('INSERT INTO evens VALUES (''2000-01-01'')') AS for_replicas_too;
RESET session_replication_role;
TRUNCATE evens;
SELECT used_records = 0 AS none_left FROM breachvalue.budgets WHERE budget = 'public.evens';
SELECT refused('INSERT INTO call VALUES (30, ''a'', NULL, ''4111 1111 1111 1111'')') AS card_is_kept_out;
UPDATE "the crm"."Customer" SET card = 'LC5' WHERE id = 5;
DELETE FROM "the crm"."Customer" WHERE id < 3;
SELECT bool_and(difference = 0) AS all_counted FROM breachvalue.verify_budgets();
BEGIN;
CREATE TABLE "the crm".new (email text);
SELECT breachvalue.label('"the crm".new', 'email', 'email') IS NOT NULL AS labelled;
COMMIT;
DO $$
BEGIN
	PERFORM breachvalue.recount_budget('call');
	PERFORM breachvalue.set_budget('evens', records => 3);
	PERFORM breachvalue.drop_budget('"the crm"."Customer"');
	PERFORM breachvalue.drop_store_budget('all of it');
END $$;
SELECT bool_and(state <> 'stale' AND state <> 'over') AND count(*) = 2 AS recounted FROM breachvalue.budgets;
SELECT count(*) = 0 AS gone FROM pg_trigger WHERE tgrelid = '"the crm"."Customer"'::regclass;
\set ON_ERROR_STOP off
CREATE TABLE "the crm".refused (email text);
SELECT to_regclass('"the crm".refused') IS NULL AS labels_are_required;
DROP EXTENSION breachvalue CASCADE;
SELECT count(*) = 0 AS dropped FROM pg_trigger WHERE tgname ~ 'breachvalue|zzzz';
