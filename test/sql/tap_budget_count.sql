\set ECHO none
\set QUIET 1
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = error;
CREATE EXTENSION IF NOT EXISTS pgtap;
CREATE EXTENSION IF NOT EXISTS breachvalue;
BEGIN;
SELECT * FROM no_plan();

-- Rows that all weigh the same are counted by PostgreSQL's own counters: by no way of writing must
-- what is charged ever differ from what is there.

CREATE FUNCTION used(name text) RETURNS numeric LANGUAGE sql AS
$$ SELECT used FROM breachvalue.verify_budgets() WHERE budget = name $$;
CREATE FUNCTION is_right(description text) RETURNS text LANGUAGE sql AS
$$ SELECT is_empty('SELECT * FROM breachvalue.verify_budgets() WHERE difference <> 0', description) $$;
CREATE FUNCTION by_count(relation regclass) RETURNS boolean LANGUAGE sql AS
$$ SELECT bool_and(tgoldtable IS NULL AND tgnewtable IS NULL) FROM pg_trigger
	WHERE tgrelid = relation AND tgfoid = 'breachvalue.keep_budget'::regproc $$;
CREATE FUNCTION state(name text) RETURNS text LANGUAGE sql AS
$$ SELECT state FROM breachvalue.budgets WHERE budget = name $$;

CREATE TABLE regress_even (id int PRIMARY KEY, born date NOT NULL DEFAULT '2000-01-01', note text);
DO $$ BEGIN
	PERFORM breachvalue.label('regress_even', 'born', 'birth_date');
	INSERT INTO regress_even SELECT generate_series(1, 10);
	PERFORM breachvalue.set_budget('regress_even', records => 100, warn_at => 1);
	PERFORM breachvalue.set_store_budget('store of one', '{regress_even}', 1e6, warn_at => 1);
END $$;
SELECT ok(by_count('regress_even'), 'no statement has its rows');
SELECT is(used('public.regress_even'), 10::numeric, 'what this transaction wrote before is counted once');

-- statements
INSERT INTO regress_even SELECT generate_series(11, 20);
UPDATE regress_even SET note = 'x', id = id + 100;
DELETE FROM regress_even WHERE id % 2 = 0;
INSERT INTO regress_even VALUES (101), (102) ON CONFLICT DO NOTHING;
INSERT INTO regress_even VALUES (101), (104) ON CONFLICT (id) DO UPDATE SET note = 'y';
SELECT is(used('public.regress_even'), 12::numeric, 'inserts, updates, deletes, conflicts');
SELECT is_right('are counted');
WITH gone AS (DELETE FROM regress_even WHERE id < 104 RETURNING id),
	more AS (INSERT INTO regress_even SELECT id + 1000 FROM gone RETURNING id),
	changed AS (UPDATE regress_even SET note = 'z' WHERE id > 110)
INSERT INTO regress_even SELECT id + 1000 FROM more;
SELECT is_right('several to one table in one statement');
DO $$ BEGIN
	IF current_setting('server_version_num')::int >= 150000 THEN
		EXECUTE $m$MERGE INTO regress_even e USING generate_series(105, 120) s (id) ON e.id = s.id
			WHEN MATCHED AND s.id < 110 THEN DELETE WHEN MATCHED THEN UPDATE SET note = 'm'
			WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)$m$;
	END IF;
END $$;
SELECT is_right('MERGE');
COPY regress_even (id) FROM stdin;
3001
3002
3003
\.
SELECT is_right('COPY');
SELECT throws_ok('INSERT INTO regress_even SELECT generate_series(4000, 4200)', '23514', NULL, 'what does not fit is refused');
SELECT is_right('and charged to nobody');
CREATE VIEW regress_even_view AS SELECT id, born FROM regress_even WHERE id > 0;
INSERT INTO regress_even_view VALUES (4001, '2001-01-01');
DELETE FROM regress_even_view WHERE id = 3002;
SELECT is_right('through a view');

-- savepoints and truncation, one in another
SAVEPOINT a;
INSERT INTO regress_even VALUES (5001), (5002);
SAVEPOINT b;
DELETE FROM regress_even WHERE id < 200;
SAVEPOINT c;
INSERT INTO regress_even VALUES (5003);
RELEASE c;
SELECT is_right('within savepoints');
ROLLBACK TO b;
SELECT is_right('one is rolled back');
TRUNCATE regress_even;
SELECT is(used('public.regress_even'), 0::numeric, 'truncated');
INSERT INTO regress_even VALUES (1), (2), (3);
SAVEPOINT d;
DELETE FROM regress_even WHERE id = 1;
TRUNCATE regress_even;
INSERT INTO regress_even VALUES (7);
SELECT is_right('and once more');
RELEASE d;
INSERT INTO regress_even VALUES (8);
DELETE FROM regress_even WHERE id = 7;
SELECT is(used('public.regress_even'), 1::numeric, 'and kept');
SELECT is_right('and it is there');
ROLLBACK TO b;
SELECT is_right('nothing is truncated');
INSERT INTO regress_even VALUES (5004);
SELECT is_right('and all that went before is known');
ROLLBACK TO a;
SELECT is_right('to the first savepoint');
INSERT INTO regress_even VALUES (5005);
SELECT is_right('and on');

-- triggers that write to the same table, and fail halfway
CREATE FUNCTION regress_echo() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	IF pg_trigger_depth() > 1 THEN
		RETURN NEW;
	END IF;
	INSERT INTO regress_even VALUES (NEW.id + 10000), (NEW.id + 20000);
	DELETE FROM regress_even WHERE id = NEW.id + 10000;
	BEGIN
		INSERT INTO regress_even VALUES (NEW.id + 30000);
		DELETE FROM regress_even WHERE id = NEW.id + 20000;
		RAISE 'no';
	EXCEPTION WHEN raise_exception THEN
	END;
	BEGIN
		INSERT INTO regress_even VALUES (NEW.id + 40000);
	EXCEPTION WHEN raise_exception THEN
	END;
	RETURN NEW;
END $$;
CREATE TRIGGER regress_echo BEFORE INSERT ON regress_even FOR EACH ROW EXECUTE FUNCTION regress_echo();
INSERT INTO regress_even VALUES (6001), (6002);
SELECT is((SELECT count(*) FROM regress_even WHERE id % 10000 IN (6001, 6002)), 6::bigint, 'three times as many rows');
SELECT is_right('BEFORE ROW');
DROP TRIGGER regress_echo ON regress_even;
CREATE TRIGGER regress_echo AFTER INSERT ON regress_even FOR EACH ROW EXECUTE FUNCTION regress_echo();
INSERT INTO regress_even VALUES (7001), (7002);
SELECT is_right('AFTER ROW');
DROP TRIGGER regress_echo ON regress_even;

-- an archive in the same table: what comes is less than what goes
CREATE FUNCTION regress_archive() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	INSERT INTO regress_even VALUES (-OLD.id);
	RETURN NULL;
END $$;
CREATE TRIGGER regress_archive AFTER DELETE ON regress_even FOR EACH ROW EXECUTE FUNCTION regress_archive();
SAVEPOINT full_up;
INSERT INTO regress_even SELECT generate_series(8001, 8000 + 100 - used('public.regress_even')::int);
SELECT is(state('public.regress_even'), 'full', 'it is full');
SELECT lives_ok('DELETE FROM regress_even WHERE id > 8000', 'rows take the place of rows');
SELECT is_right('as many');
ROLLBACK TO full_up;
DROP TRIGGER regress_archive ON regress_even;
SELECT is_right('and back');

-- statements that fail within an outer one that does not
CREATE FUNCTION regress_try(id int, fails boolean) RETURNS int LANGUAGE plpgsql AS $$ BEGIN
	INSERT INTO regress_even VALUES (id), (id + 1);
	DELETE FROM regress_even WHERE regress_even.id = regress_try.id;
	IF fails THEN
		RAISE 'no';
	END IF;
	RETURN id + 2;
EXCEPTION WHEN raise_exception THEN
	RETURN id;
END $$;
INSERT INTO regress_even SELECT regress_try(10 * i + 50000, i % 3 = 0) FROM generate_series(1, 6) i;
SELECT is_right('functions in the list of a SELECT');

-- cascades
CREATE TABLE regress_head (id int PRIMARY KEY);
CREATE TABLE regress_tail (head int REFERENCES regress_head ON DELETE CASCADE, born date NOT NULL);
DO $$ BEGIN
	PERFORM breachvalue.label('regress_tail', 'born', 'birth_date');
	PERFORM breachvalue.set_budget('regress_tail', records => 50, warn_at => 1);
END $$;
INSERT INTO regress_head SELECT generate_series(1, 5);
INSERT INTO regress_tail SELECT i % 5 + 1, '2000-01-01' FROM generate_series(1, 20) i;
DELETE FROM regress_head WHERE id IN (2, 3);
SELECT is(used('public.regress_tail'), 12::numeric, 'a cascade');
TRUNCATE regress_head CASCADE;
SELECT is(used('public.regress_tail'), 0::numeric, 'and one of TRUNCATE');

-- what changes all rows, and the number of none
SAVEPOINT rewrite;
INSERT INTO regress_even VALUES (9001), (9002);
ALTER TABLE regress_even ALTER note TYPE varchar(20), ADD more int DEFAULT (random() * 10)::int;
SELECT is_right('a table is rewritten');
INSERT INTO regress_even VALUES (9003);
CLUSTER regress_even USING regress_even_pkey;
INSERT INTO regress_even VALUES (9004);
SELECT is_right('and sorted');
ROLLBACK TO rewrite;
SELECT is_right('or not');

-- what is written while triggers are off is charged with the next that is not
ALTER TABLE regress_even DISABLE TRIGGER USER;
INSERT INTO regress_even VALUES (9101), (9102);
ALTER TABLE regress_even ENABLE TRIGGER USER;
SELECT is(sum(difference), 4::numeric, 'nobody looks') FROM breachvalue.verify_budgets();
DELETE FROM regress_even WHERE id = 9101;
SELECT is_right('until somebody does');
DO $$ BEGIN PERFORM breachvalue.recount_budget('regress_even'); END $$;

-- the replica role, before and after the other in one transaction, and within
SET LOCAL session_replication_role = replica;
INSERT INTO regress_even VALUES (9201), (9202), (9203);
DELETE FROM regress_even WHERE id = 9201;
UPDATE regress_even SET note = 'r' WHERE id = 9202;
SELECT is_right('a replica writes');
SET LOCAL session_replication_role = origin;
INSERT INTO regress_even VALUES (9204);
SELECT is_right('nothing is charged twice');
CREATE FUNCTION regress_as_replica() RETURNS trigger LANGUAGE plpgsql SET session_replication_role = replica AS $$ BEGIN
	INSERT INTO regress_even VALUES (-NEW.id);
	RETURN NEW;
END $$;
CREATE TRIGGER regress_as_replica BEFORE INSERT ON regress_even FOR EACH ROW EXECUTE FUNCTION regress_as_replica();
INSERT INTO regress_even VALUES (9301), (9302);
SELECT is_right('a replica within a statement');
DROP TRIGGER regress_as_replica ON regress_even;
SET LOCAL session_replication_role = replica;
SAVEPOINT r;
TRUNCATE regress_even;
SELECT is_right('a replica truncates');
ROLLBACK TO r;
SET LOCAL session_replication_role = origin;
INSERT INTO regress_even VALUES (9401);
SELECT is_right('or not');

-- budgets that are set, recounted and dropped between writes, for good or not
SAVEPOINT s;
INSERT INTO regress_even VALUES (9501);
DO $$ BEGIN PERFORM breachvalue.recount_budget('regress_even'); END $$;
INSERT INTO regress_even VALUES (9502);
SELECT is_right('recounted between writes');
ROLLBACK TO s;
DELETE FROM regress_even WHERE id < 200;
SELECT is_right('and not');
SAVEPOINT s;
DO $$ BEGIN
	PERFORM breachvalue.drop_budget('regress_even');
	INSERT INTO regress_even VALUES (9503);
	PERFORM breachvalue.set_budget('regress_even', records => 90, warn_at => 1);
END $$;
INSERT INTO regress_even VALUES (9504);
SELECT is_right('dropped and set again');
ROLLBACK TO s;
INSERT INTO regress_even VALUES (9505);
SELECT is_right('and not');

-- rows that may differ by now
SAVEPOINT s;
ALTER TABLE regress_even ALTER born DROP NOT NULL;
INSERT INTO regress_even VALUES (9601, NULL), (9602, NULL);
UPDATE regress_even SET born = '2000-01-01' WHERE id = 9601;
SELECT is(state('public.regress_even'), 'stale', 'rows may differ');
SELECT cmp_ok(used, '>=', counted, budget || ' counts no less') FROM breachvalue.verify_budgets();
DO $$ BEGIN PERFORM breachvalue.recount_budget('regress_even'); END $$;
SELECT ok(NOT by_count('regress_even'), 'statements have their rows');
SELECT is(state('public.regress_even'), 'ok', 'so it is right');
INSERT INTO regress_even VALUES (9603, NULL), (9604, '2000-01-01');
UPDATE regress_even SET born = '2000-01-01' WHERE id = 9602;
DELETE FROM regress_even WHERE id = 9601;
SELECT is_right('to the row');
UPDATE regress_even SET born = '2000-01-01' WHERE born IS NULL;
ALTER TABLE regress_even ALTER born SET NOT NULL;
INSERT INTO regress_even VALUES (9605);
SELECT is(state('public.regress_even'), 'ok', 'who has rows can count');
DO $$ BEGIN PERFORM breachvalue.recount_budget('regress_even'); END $$;
SELECT ok(by_count('regress_even'), 'but is set to again');
DELETE FROM regress_even WHERE id IN (9602, 9603);
SELECT is_right('as before');
ROLLBACK TO s;
INSERT INTO regress_even VALUES (9606);
SELECT is_right('after all');

-- tables that are written to through others
CREATE TABLE regress_whole (LIKE regress_even INCLUDING DEFAULTS) PARTITION BY RANGE (id);
CREATE TABLE regress_leaf PARTITION OF regress_whole FOR VALUES FROM (0) TO (10);
SELECT throws_ok($$SELECT breachvalue.set_budget('regress_leaf', records => 10)$$, '0A000', NULL, 'no budget on a partition');
SAVEPOINT s;
ALTER TABLE regress_even ALTER id SET NOT NULL;
ALTER TABLE regress_whole ATTACH PARTITION regress_even FOR VALUES FROM (100) TO (100000);
SELECT is(state('public.regress_even'), 'stale', 'a partition by now');
INSERT INTO regress_whole VALUES (9701), (9702), (9703);
DELETE FROM regress_whole WHERE id = 9701;
INSERT INTO regress_even VALUES (9704);
DELETE FROM regress_even WHERE id IN (9702, 9704);
DELETE FROM regress_whole WHERE id = 9703;
INSERT INTO regress_even VALUES (9704);
SELECT cmp_ok(used, '>=', counted, budget || ' counts no less') FROM breachvalue.verify_budgets() WHERE budget <> 'public.regress_tail';
INSERT INTO regress_whole SELECT generate_series(10001, 10020);
SAVEPOINT t;
TRUNCATE regress_even;
SELECT cmp_ok(used, '>=', counted, budget || ' is truncated') FROM breachvalue.verify_budgets() WHERE budget <> 'public.regress_tail';
ROLLBACK TO t;
SELECT throws_ok($$SELECT breachvalue.recount_budget('regress_even')$$, '0A000', NULL, 'the budget has to go');
DELETE FROM regress_whole WHERE id > 10000;
DO $$ BEGIN
	PERFORM breachvalue.drop_budget('regress_even');
	PERFORM breachvalue.drop_store_budget('store of one');
	PERFORM breachvalue.set_budget('regress_whole', records => 100, warn_at => 1);
END $$;
SELECT ok(NOT by_count('regress_even'), 'partitions have their rows');
INSERT INTO regress_whole VALUES (9705), (5);
INSERT INTO regress_even VALUES (9706);
SELECT is_right('and all is known');
ROLLBACK TO s;
SAVEPOINT s;
CREATE TABLE regress_parent (id int NOT NULL, born date NOT NULL);
ALTER TABLE regress_even INHERIT regress_parent;
SELECT is(state('public.regress_even'), 'stale', 'a child by now');
INSERT INTO regress_even VALUES (9801), (9802);
DELETE FROM regress_parent WHERE id = 9801;
DELETE FROM regress_even WHERE id = 9802;
INSERT INTO regress_even VALUES (9803);
SELECT cmp_ok(used, '>=', counted, budget || ' counts no less') FROM breachvalue.verify_budgets() WHERE budget <> 'public.regress_tail';
SELECT throws_ok($$SELECT breachvalue.set_budget('regress_even', records => 10)$$, '0A000', NULL, 'no budget on a child');
ROLLBACK TO s;
SAVEPOINT s;
CREATE TABLE regress_child () INHERITS (regress_even);
INSERT INTO regress_child VALUES (9901), (9902);
SELECT is(state('public.regress_even'), 'stale', 'a parent by now');
DELETE FROM regress_even WHERE id > 9800;
INSERT INTO regress_even VALUES (9903);
DO $$ BEGIN PERFORM breachvalue.recount_budget('regress_even'); END $$;
SELECT ok(NOT by_count('regress_even'), 'a parent has its rows');
INSERT INTO regress_child VALUES (9904);
DELETE FROM regress_even WHERE id = 9904;
SELECT is_right('with children and all');
ROLLBACK TO s;
INSERT INTO regress_even VALUES (9905);
SELECT is_right('and none');

-- other ways to keep rows
CREATE ACCESS METHOD regress_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE regress_other (born date NOT NULL) USING regress_heap;
DO $$ BEGIN
	PERFORM breachvalue.label('regress_other', 'born', 'birth_date');
	PERFORM breachvalue.set_budget('regress_other', records => 10, warn_at => 1);
END $$;
SELECT ok(NOT by_count('regress_other'), 'nobody knows what they count');
INSERT INTO regress_other VALUES ('2000-01-01');
SELECT is_right('but what they write');
DROP TABLE regress_other;
CREATE FUNCTION regress_move() RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN
	IF current_setting('server_version_num')::int < 150000 THEN
		RETURN NEXT skip('tables stay as they are before PostgreSQL 15', 4);
		RETURN;
	END IF;
	ALTER TABLE regress_even SET ACCESS METHOD regress_heap;
	RETURN NEXT is(state('public.regress_even'), 'stale', 'rows are kept in another way');
	RETURN NEXT throws_ok('INSERT INTO regress_even VALUES (9906)', '55000', NULL, 'and cannot be counted');
	PERFORM breachvalue.recount_budget('regress_even');
	INSERT INTO regress_even VALUES (9907);
	RETURN NEXT ok(NOT by_count('regress_even'), 'until statements have their rows');
	RETURN NEXT is_right('and all is known');
END $$;
SAVEPOINT s;
SELECT * FROM regress_move();
ROLLBACK TO s;

-- triggers that somebody changed
SAVEPOINT s;
SELECT format('CREATE OR REPLACE TRIGGER %I AFTER DELETE ON regress_even REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.keep_budget(%L)',
	tgname, substring(tgname, '_([0-9a-f]{16})_')) AS change
FROM pg_trigger WHERE tgrelid = 'regress_even'::regclass AND tgname LIKE '%\_delete' ORDER BY tgname LIMIT 1 \gset
:change;
SELECT throws_ok('INSERT INTO regress_even VALUES (9908)', '39P01', NULL, 'half by count is not');
ROLLBACK TO s;

-- at random: whatever is written, nested, and taken back
CREATE FUNCTION regress_random(depth int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
	FOR i IN 1 .. 4 LOOP
		CASE (random() * 9)::int
			WHEN 0 THEN DELETE FROM regress_even WHERE random() < 0.3;
			WHEN 1 THEN UPDATE regress_even SET note = 'u' WHERE random() < 0.3;
			WHEN 2 THEN
				IF random() < 0.3 AND depth <> 2 THEN
					TRUNCATE regress_even;
				END IF;
			WHEN 3 THEN INSERT INTO regress_even SELECT (random() * 60)::int FROM generate_series(1, 3) ON CONFLICT DO NOTHING;
			WHEN 4 THEN
				IF depth < 5 THEN
					-- within a statement on the same table
					INSERT INTO regress_even SELECT 60 + (random() * 60)::int FROM regress_random(greatest(depth + 1, 2)) ON CONFLICT DO NOTHING;
				END IF;
			ELSE
				IF depth < 5 THEN
					BEGIN
						PERFORM regress_random(depth + 1);
						IF random() < 0.5 THEN
							RAISE 'no';
						END IF;
					EXCEPTION WHEN OTHERS THEN
					END;
				END IF;
		END CASE;
	END LOOP;
END $$;
DO $$ BEGIN PERFORM setseed(0.42); END $$;
CREATE FUNCTION regress_rounds(rounds int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE wrong int := 0; BEGIN
	FOR i IN 1 .. rounds LOOP
		BEGIN
			PERFORM regress_random(1);
		EXCEPTION WHEN check_violation OR object_in_use THEN
		END;
		wrong := wrong + (SELECT count(*) FROM breachvalue.verify_budgets() WHERE difference <> 0);
	END LOOP;
	RETURN wrong;
END $$;
SELECT is(regress_rounds(100), 0, 'a hundred rounds of all of it');
SELECT cmp_ok(count(*), '<=', 100::bigint, 'and never more than may be') FROM regress_even;

SELECT * FROM finish();
ROLLBACK;
