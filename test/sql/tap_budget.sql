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

CREATE FUNCTION used(name text) RETURNS numeric LANGUAGE sql AS
$$ SELECT used FROM breachvalue.verify_budgets() WHERE budget = name $$;
CREATE FUNCTION is_right(description text) RETURNS text LANGUAGE sql AS
$$ SELECT is_empty('SELECT * FROM breachvalue.verify_budgets() WHERE difference <> 0', description) $$;
CREATE FUNCTION state(name text) RETURNS text LANGUAGE sql AS
$$ SELECT state FROM breachvalue.budgets WHERE budget = name $$;

-- partitions, two levels of them
CREATE TABLE regress_call (id int, region text, phone text, note text) PARTITION BY LIST (region);
CREATE TABLE regress_call_a PARTITION OF regress_call FOR VALUES IN ('a');
CREATE TABLE regress_call_b PARTITION OF regress_call FOR VALUES IN ('b') PARTITION BY RANGE (id);
CREATE TABLE regress_call_b1 (note text, gone int, phone text, region text, id int);
ALTER TABLE regress_call_b1 DROP COLUMN gone;
ALTER TABLE regress_call_b ATTACH PARTITION regress_call_b1 FOR VALUES FROM (0) TO (100);
CREATE TABLE regress_call_b2 PARTITION OF regress_call_b FOR VALUES FROM (100) TO (200);
DO $$ BEGIN PERFORM breachvalue.label('regress_call', 'phone', 'phone (absent = ''-'')'); END $$;
INSERT INTO regress_call SELECT i, CASE WHEN i % 3 = 0 THEN 'a' ELSE 'b' END, CASE WHEN i % 10 > 0 THEN 'p' END
FROM generate_series(1, 150) i;
DO $$ BEGIN PERFORM breachvalue.set_budget('regress_call', records => 200, warn_at => 1); END $$;
SELECT is(used('public.regress_call'), 135::numeric, 'rows of all partitions are counted');
INSERT INTO regress_call VALUES (1, 'a', 'p'), (2, 'b', 'p'), (102, 'b', 'p'), (3, 'b', '-'), (4, 'b', ' '), (5, 'b', NULL);
SELECT is(used('public.regress_call'), 138::numeric, 'through the parent');
INSERT INTO regress_call_b1 VALUES ('n', 'p', 'b', 7), ('n', '-', 'b', 7);
INSERT INTO regress_call_b VALUES (120, 'b', 'p');
SELECT is(used('public.regress_call'), 140::numeric, 'and past it, where columns are in another order');
UPDATE regress_call SET region = 'a', phone = NULL WHERE id = 120 AND region = 'b';
UPDATE regress_call SET region = 'a' WHERE id = 102 AND region = 'b';
UPDATE regress_call_b SET id = id + 100 WHERE id IN (2, 7);
SELECT is_right('an update across partitions');
DELETE FROM regress_call WHERE id % 2 = 0;
DELETE FROM regress_call_b2 WHERE id % 3 = 1;
SELECT is_right('deleting through the parent, and past it');
SELECT throws_ok($$INSERT INTO regress_call_b1 SELECT 'n', 'p', 'b', 8 FROM generate_series(1, 300)$$, '23514', NULL,
	'a partition has no room of its own');
TRUNCATE regress_call_b1;
SELECT is_right('a partition is truncated');
SELECT is(state('public.regress_call'), 'ok', 'all that was seen');
SAVEPOINT s;
TRUNCATE regress_call;
SELECT is(used('public.regress_call'), 0::numeric, 'all are truncated');
ROLLBACK TO s;
SELECT is_right('and are there again');
CREATE TABLE regress_call_c (LIKE regress_call);
INSERT INTO regress_call_c VALUES (1, 'c', 'p'), (2, 'c', 'p');
ALTER TABLE regress_call ATTACH PARTITION regress_call_c FOR VALUES IN ('c');
SELECT is(state('public.regress_call'), 'stale', 'an attached partition is not counted');
SELECT is(sum(difference), 0::numeric, 'nor looked for') FROM breachvalue.verify_budgets();
DO $$ BEGIN PERFORM breachvalue.recount_budget('regress_call'); END $$;
SELECT is(state('public.regress_call'), 'ok', 'until all are');
INSERT INTO regress_call_c VALUES (3, 'c', 'p');
SELECT is_right('and then it has triggers');
SELECT is(used('public.regress_call'), breachvalue.records(breachvalue.exposure_of('regress_call'))::numeric,
	'what triggers count is what an exposure has');
ALTER TABLE regress_call DETACH PARTITION regress_call_a;
SELECT is(state('public.regress_call'), 'stale', 'a detached partition is still in it');
INSERT INTO regress_call_a VALUES (3, 'a', 'p');
SELECT is_right('with what is written to it');
DO $$ BEGIN PERFORM breachvalue.recount_budget('regress_call'); END $$;
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgrelid = 'regress_call_a'::regclass), 0::bigint, 'until all are counted');
SELECT is(used('public.regress_call'), breachvalue.records(breachvalue.exposure_of('regress_call'))::numeric, 'and so it is not');

-- inheritance
CREATE TABLE regress_person (id int, email text);
CREATE TABLE regress_employee (phone text) INHERITS (regress_person);
DO $$ BEGIN
	PERFORM breachvalue.label('regress_person', 'email', 'email');
	PERFORM breachvalue.label('regress_employee', 'phone', 'phone');
	PERFORM breachvalue.set_budget('regress_person', records => 10, warn_at => 1);
END $$;
INSERT INTO regress_person VALUES (1, 'e');
INSERT INTO regress_employee VALUES (2, 'e', 'p'), (3, NULL, 'p');
SELECT is(used('public.regress_person'), 2::numeric, 'children go by the labels of the table that they are read through');
UPDATE regress_person SET email = 'x';
SELECT is(used('public.regress_person'), 3::numeric, 'an update of the parent');
DELETE FROM regress_person WHERE id = 2;
DELETE FROM ONLY regress_person;
SELECT is_right('and deleting');
SELECT is(used('public.regress_person'), 1::numeric, 'leaves one');
TRUNCATE regress_person;
SELECT is(used('public.regress_person'), 0::numeric, 'or none');

CREATE TABLE regress_base (id int, born date NOT NULL);
CREATE TABLE regress_child () INHERITS (regress_base);
DO $$ BEGIN PERFORM breachvalue.label('regress_base', 'born', 'birth_date'); END $$;
DO $$ BEGIN
	ALTER TABLE regress_child ALTER born DROP NOT NULL;
	INSERT INTO regress_child SELECT i, NULL FROM generate_series(1, 10) i;
EXCEPTION WHEN invalid_table_definition THEN	-- since 18
END $$;
DO $$ BEGIN PERFORM breachvalue.set_budget('regress_base', records => 5, warn_at => 1); END $$;
DO $$ BEGIN
	UPDATE regress_base SET born = '2000-01-01' WHERE id < 4;
	UPDATE regress_base SET born = '2000-01-01';
EXCEPTION WHEN check_violation THEN
END $$;
SELECT is_right('a child whose column may be null, under a parent whose may not');
SELECT cmp_ok(count(*), '<=', 5::bigint, 'is held to the budget') FROM regress_base WHERE born IS NOT NULL;
DROP TABLE regress_base CASCADE;

-- cascades, functions, and triggers that change what is written
CREATE TABLE regress_owner (id int PRIMARY KEY);
CREATE TABLE regress_pet (id int, owner int REFERENCES regress_owner ON DELETE CASCADE ON UPDATE SET NULL, email text NOT NULL, born date);
DO $$ BEGIN
	PERFORM breachvalue.label('regress_pet', 'email', 'email | phone');
	PERFORM breachvalue.label('regress_pet', 'born', 'birth_date');
	PERFORM breachvalue.set_budget('regress_pet', value => 1000, warn_at => 1);
END $$;
INSERT INTO regress_owner SELECT generate_series(1, 5);
INSERT INTO regress_pet SELECT i, i, CASE WHEN i % 2 = 0 THEN 'a@example.org' ELSE 'x' END, CASE WHEN i % 3 > 0 THEN date '2001-01-01' END
FROM generate_series(1, 5) i;
SELECT is_right('values decide what they hold');
SELECT cmp_ok(abs(used('public.regress_pet') - breachvalue.mass(breachvalue.exposure_of('regress_pet'))), '<', 1e-16, 'as in an exposure');
DELETE FROM regress_owner WHERE id = 2;
UPDATE regress_owner SET id = 33 WHERE id = 3;
SELECT is_right('cascades');
CREATE FUNCTION regress_blank() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.born := NULL; RETURN NEW; END $$;
CREATE TRIGGER regress_blank BEFORE UPDATE ON regress_pet FOR EACH ROW EXECUTE FUNCTION regress_blank();
UPDATE regress_pet SET id = id + 1;
SELECT is_right('a trigger empties what the statement did not name');
CREATE FUNCTION regress_more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
	IF pg_trigger_depth() = 1 THEN
		INSERT INTO regress_pet (id, email) VALUES (100, 'b@example.org');
		BEGIN
			DELETE FROM regress_pet WHERE id = 100;
			RAISE 'no';
		EXCEPTION WHEN raise_exception THEN
		END;
	END IF;
	RETURN NULL;
END $$;
CREATE TRIGGER regress_more AFTER INSERT ON regress_pet FOR EACH ROW EXECUTE FUNCTION regress_more();
INSERT INTO regress_pet (id, email) VALUES (50, 'c@example.org'), (51, '06 12345678');
SELECT is_right('a trigger writes on, and fails halfway');
SELECT is((SELECT count(*) FROM regress_pet WHERE id = 100), 2::bigint, 'twice');

-- parts of one statement: a trigger fires once for the rows of all, and knows the columns of one
CREATE TABLE regress_mail_address (mail text PRIMARY KEY);
CREATE TABLE regress_line (line text PRIMARY KEY);
CREATE TABLE regress_part (id int PRIMARY KEY, email text REFERENCES regress_mail_address ON DELETE SET NULL,
	line text REFERENCES regress_line ON DELETE SET NULL ON UPDATE CASCADE, note text, up int REFERENCES regress_part ON DELETE CASCADE);
INSERT INTO regress_mail_address SELECT 'm' || i FROM generate_series(1, 20) i;
INSERT INTO regress_line SELECT 'l' || i FROM generate_series(1, 20) i;
DO $$ BEGIN
	PERFORM breachvalue.label('regress_part', 'email', 'email');
	PERFORM breachvalue.set_budget('regress_part', records => 100, warn_at => 1);
END $$;
INSERT INTO regress_part SELECT i, 'm' || i, 'l' || i, 'n', nullif(i / 2, 0) FROM generate_series(1, 20) i;
WITH one AS (UPDATE regress_part SET email = NULL WHERE id = 1) UPDATE regress_part SET note = 'x' WHERE id = 2;
SELECT is_right('an update in WITH empties a column, the main one does not');
WITH one AS (UPDATE regress_part SET note = 'x' WHERE id = 2) UPDATE regress_part SET email = NULL WHERE id = 3;
SELECT is_right('the other way round');
WITH one AS (UPDATE regress_part SET note = 'x' WHERE id = 3), two AS (UPDATE regress_part SET email = 'm1' WHERE id = 1)
INSERT INTO regress_part VALUES (2) ON CONFLICT (id) DO UPDATE SET note = 'y';
SELECT is_right('beside ON CONFLICT');
WITH one AS (DELETE FROM regress_mail_address WHERE mail IN ('m4', 'm5')) DELETE FROM regress_line WHERE line IN ('l6', 'l7');
SELECT is_right('two foreign keys, of which one empties the column');
WITH one AS (UPDATE regress_line SET line = line || 'x' WHERE line IN ('l8', 'l9')) DELETE FROM regress_mail_address WHERE mail IN ('m8', 'm10');
SELECT is_right('in the other order');
SELECT is(used('public.regress_part'), 15::numeric, 'all were counted');
DELETE FROM regress_part WHERE id = 2;
SELECT is_right('rows that go with those they refer to');
WITH gone AS (DELETE FROM regress_part WHERE id = 15) UPDATE regress_part SET email = 'm20' WHERE id = 3;
SELECT is_right('and parts that delete and update');
DROP TABLE regress_part, regress_line, regress_mail_address;

-- MERGE, where there is one
DO $$ BEGIN
	IF current_setting('server_version_num')::int >= 150000 THEN
		EXECUTE $m$MERGE INTO regress_pet p USING (VALUES (50), (51), (60)) s (id) ON p.id = s.id
			WHEN MATCHED AND s.id = 50 THEN DELETE WHEN MATCHED THEN UPDATE SET born = '2001-02-03', email = 'x'
			WHEN NOT MATCHED THEN INSERT (id, email, born) VALUES (s.id, 'd@example.org', '2001-01-01')$m$;
	END IF;
END $$;
SELECT is_right('MERGE');

-- the replica role, by which subscriptions apply
SET LOCAL session_replication_role = replica;
INSERT INTO regress_pet (id, email, born) VALUES (70, 'e@example.org', '2001-01-01'), (71, 'x', NULL);
SELECT is_right('inserts of a replica');
UPDATE regress_pet SET born = '2001-01-01';
DELETE FROM regress_pet WHERE id = 70;
INSERT INTO regress_call VALUES (9, 'b', 'p'), (109, 'b', 'p'), (9, 'c', 'p');
UPDATE regress_call SET id = id + 100 WHERE id = 9 AND region = 'b';
SELECT is_right('updates, deletes, and across partitions');
SELECT throws_ok($$INSERT INTO regress_call SELECT 9, 'b', 'p' FROM generate_series(1, 300)$$, '23514', NULL, 'and they are refused');
TRUNCATE regress_pet;
SELECT is_right('and truncation');
RESET session_replication_role;

-- one store of several tables
DO $$ BEGIN
	PERFORM breachvalue.set_store_budget('regress store', '{regress_call,regress_person,regress_pet}', warn_at => 1,
		value => breachvalue.value(breachvalue.record_price('{email}'), 400, 1.5));
END $$;
INSERT INTO regress_person SELECT 1, 'e' FROM generate_series(1, 10);
SELECT is_right('two budgets hold for each');
SELECT throws_ok($$INSERT INTO regress_pet (id, email) SELECT 1, 'a@example.org' FROM generate_series(1, 395)$$, '23514',
	'records of store "regress store" would exceed their budget', 'what one has taken, another has not');
SELECT cmp_ok((SELECT all_full_value FROM breachvalue.budgets WHERE budget = 'regress store'), '=',
	(SELECT round(limit_value, 9) FROM breachvalue.budgets WHERE budget = 'regress store'), 'tables of a store are not added to it');
DO $$ BEGIN PERFORM breachvalue.drop_store_budget('regress store'); END $$;
SELECT cmp_ok((SELECT max(all_full_value) FROM breachvalue.budgets), '>', (SELECT sum(limit_value) FROM breachvalue.budgets),
	'full budgets are worth more than their sum');

-- what is kept, whatever changes
CREATE TEMP TABLE before AS SELECT * FROM breachvalue.verify_budgets();
INSERT INTO breachvalue.price_list (name, currency, description) VALUES ('regress_budget', 'EUR', 'for tests');
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('regress_budget', 'email', 1), ('regress_budget', 'phone', 0);
INSERT INTO breachvalue.model (name, exponent, price_list, description) VALUES ('regress_budget', 2, 'regress_budget', 'for tests');
SET LOCAL breachvalue.model = 'regress_budget';
CREATE TABLE regress_mail (email text, phone text);
DO $$ BEGIN
	PERFORM breachvalue.label('regress_mail', 'email', 'email');
	PERFORM breachvalue.label('regress_mail', 'phone', 'phone');
	PERFORM breachvalue.set_budget('regress_mail', value => 25, warn_at => 1);
END $$;
RESET breachvalue.model;
INSERT INTO regress_mail VALUES ('e', 'p'), ('e', NULL), (NULL, 'p');
SELECT is(used('public.regress_mail'), 2::numeric, 'under the model of when it was set');
UPDATE breachvalue.price SET amount = 0.0001 WHERE price_list = 'regress_budget' AND class = 'email';
SELECT is(state('public.regress_mail'), 'stale model', 'a price changes');
INSERT INTO regress_mail SELECT 'e' FROM generate_series(1, 3);
SELECT throws_ok($$INSERT INTO regress_mail VALUES ('e')$$, '23514', NULL, 'and loosens nothing');
DO $$ BEGIN PERFORM breachvalue.recount_budget('regress_mail'); END $$;
SELECT is(used_mass, 0.05::numeric, 'until it is recounted') FROM breachvalue.budgets WHERE budget = 'public.regress_mail';
UPDATE breachvalue.model SET exponent = 3 WHERE name = 'regress_budget';
SELECT is(state('public.regress_mail'), 'stale model', 'the exponent changes');
DELETE FROM breachvalue.model WHERE name = 'regress_budget';
SELECT is(reason, 'There is no model "regress_budget" any more.', 'or the model goes')
FROM breachvalue.budgets WHERE budget = 'public.regress_mail';
DELETE FROM regress_mail;
SELECT is(used('public.regress_mail'), 0::numeric, 'what went out is what came in');

-- under every model: many columns, text that is looked into, json, bundles, links
DO $$ BEGIN
	EXECUTE (SELECT 'CREATE TABLE regress_wide (id int, doc jsonb, note text, account int, '
		|| string_agg('c' || i || ' text', ', ') || ')' FROM generate_series(1, 70) i);
	PERFORM breachvalue.label('regress_wide', 'c' || i, (ARRAY['name', 'address', 'email', 'phone', 'us_ssn', 'birth_date'])[i % 6 + 1])
	FROM generate_series(1, 70) i;
	PERFORM breachvalue.label('regress_wide', 'doc', '{contact.email: email, ssn: us_ssn}');
	PERFORM breachvalue.label('regress_wide', 'note', 'free_text (may_hold = payment_card)');
	PERFORM breachvalue.label('regress_wide', 'account', 'account_id');
END $$;
CREATE TABLE regress_link (account int NOT NULL);
DO $$ BEGIN PERFORM breachvalue.label('regress_link', 'account', 'account_id'); END $$;
CREATE FUNCTION differs(of_model text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('breachvalue.model', of_model, true);
	TRUNCATE regress_wide, regress_link;
	PERFORM breachvalue.set_budget('regress_wide', value => 1e6, warn_at => 1);
	PERFORM breachvalue.set_budget('regress_link', value => 1e6, warn_at => 1);
	INSERT INTO regress_wide (id, doc, note, account, c1, c2, c5, c7, c70)
	SELECT i, CASE WHEN i % 7 = 0 THEN '{"contact": {"email": "a@example.org"}}' WHEN i % 5 = 0 THEN '{"ssn": "219-09-9999"}'
			WHEN i % 4 = 0 THEN '{"contact": {}}' END::jsonb,
		CASE WHEN i % 11 = 0 THEN 'paid by 4111 1111 1111 1111' ELSE 'paid' END, i,
		CASE WHEN i % 2 = 0 THEN 'n' END, CASE WHEN i % 3 = 0 THEN ' ' WHEN i % 3 = 1 THEN 'a' END,
		CASE WHEN i % 13 = 0 THEN 's' END, CASE WHEN i % 17 = 0 THEN 'n' END, CASE WHEN i % 19 = 0 THEN 'p' END
	FROM generate_series(1, 400) i;
	UPDATE regress_wide SET c1 = NULL, note = 'n' WHERE id % 8 = 0;
	UPDATE regress_wide SET c5 = 's', doc = doc || '{"ssn": "219-09-9998"}' WHERE id % 9 = 0;
	DELETE FROM regress_wide WHERE id % 10 = 0;
	INSERT INTO regress_link SELECT generate_series(1, 10);
	RETURN QUERY SELECT format('%s of %s', v.difference, v.budget) FROM breachvalue.verify_budgets() v WHERE v.difference <> 0;
	RETURN QUERY SELECT format('%s: %s, not %s', b.budget, b.used_mass, breachvalue.mass(breachvalue.exposure_of(b.relations[1])))
	FROM breachvalue.budgets b WHERE b.budget ~ 'wide|link'
		AND abs(b.used_mass - breachvalue.mass(breachvalue.exposure_of(b.relations[1])))
			> 1e-15 * greatest(1, b.used_mass / 1000);
	RETURN QUERY SELECT 'links are worth something' FROM breachvalue.budgets b WHERE b.budget ~ 'link' AND b.used_mass > 0;
END $$;
SELECT is_empty(format('SELECT * FROM differs(%L)', name), format('what is used is the mass of the exposure under %s', name))
FROM breachvalue.model WHERE builtin ORDER BY name COLLATE "C";
SET LOCAL breachvalue.model = 'seed';
DO $$ BEGIN PERFORM breachvalue.set_budget('regress_wide', value => 0); END $$;
SELECT is(state('public.regress_wide'), 'over', 'nothing may be worth anything');
SELECT throws_ok($$INSERT INTO regress_wide (c1) VALUES ('n')$$, '23514', NULL, 'so nothing is added');
INSERT INTO regress_wide (account) VALUES (1);
DELETE FROM regress_wide WHERE id < 100;
SELECT lives_ok($$INSERT INTO regress_wide (c1) VALUES ('n')$$, 'but a transaction may replace what it takes away');
SELECT throws_ok($$INSERT INTO regress_wide (c1, c2, c3, c4, c5) SELECT 'n', 'a', 'b', 'c', 'd' FROM generate_series(1, 1000)$$,
	'23514', NULL, 'by no more than that');
TRUNCATE regress_wide;
SELECT is(used('public.regress_wide'), 0::numeric, 'and nothing is left');
DO $$ BEGIN
	PERFORM breachvalue.drop_budget('regress_wide');
	PERFORM breachvalue.drop_budget('regress_link');
END $$;
RESET breachvalue.model;

-- columns that may be null now, after all rows had one price
CREATE TABLE regress_born (born date NOT NULL, imei bigint NOT NULL);
DO $$ BEGIN
	PERFORM breachvalue.label('regress_born', 'born', 'birth_date');
	PERFORM breachvalue.label('regress_born', 'imei', 'imei');
	PERFORM breachvalue.set_budget('regress_born', warn_at => 1,
		value => breachvalue.value(breachvalue.record_price('{birth_date,imei}'), 5, 1.5));
END $$;
SELECT is(limit_records, 5::bigint, 'as many as are worth no more') FROM breachvalue.budgets WHERE budget = 'public.regress_born';
INSERT INTO regress_born SELECT '2000-01-01', 1 FROM generate_series(1, 3);
ALTER TABLE regress_born ALTER born DROP NOT NULL, ALTER imei DROP NOT NULL;
INSERT INTO regress_born VALUES (NULL, 1), (NULL, NULL);
SELECT is(state('public.regress_born'), 'stale', 'rows may differ by now');
SELECT cmp_ok(used('public.regress_born'), '>=', counted, 'but count as no less than they are')
FROM breachvalue.verify_budgets() WHERE budget = 'public.regress_born';
SELECT throws_ok($$INSERT INTO regress_born VALUES ('2000-01-01', 1), (NULL, 1)$$, '23514', NULL, 'and are refused');
DO $$ BEGIN PERFORM breachvalue.recount_budget('regress_born'); END $$;
SELECT is(unit, 'mass', 'until they are told apart') FROM breachvalue.verify_budgets() WHERE budget = 'public.regress_born';
INSERT INTO regress_born VALUES ('2000-01-01', 1), (NULL, NULL);
SELECT is_right('and then there is room for those that hold less');

-- columns that change their names with each other
CREATE TABLE regress_swap (id int, email text, note text);
DO $$ BEGIN PERFORM breachvalue.label('regress_swap', 'email', 'email'); END $$;
INSERT INTO regress_swap SELECT i, NULL, 'n' FROM generate_series(1, 5) i;
INSERT INTO regress_swap SELECT i, 'e', NULL FROM generate_series(6, 7) i;
DO $$ BEGIN PERFORM breachvalue.set_budget('regress_swap', records => 5, warn_at => 1); END $$;
ALTER TABLE regress_swap RENAME email TO other;
ALTER TABLE regress_swap RENAME note TO email;
ALTER TABLE regress_swap RENAME other TO note;
SELECT is(state('public.regress_swap'), 'stale', 'it is told');
DELETE FROM regress_swap WHERE id IN (1, 2, 6);
SELECT is(used('public.regress_swap'), 1::numeric, 'and rows count by the column they were counted by');
SELECT is_right('when they go as when they come');
DO $$ BEGIN PERFORM breachvalue.recount_budget('regress_swap'); END $$;
SELECT is(state('public.regress_swap'), 'ok', 'the label is where it was');
DROP TABLE regress_swap;

-- rights
CREATE ROLE regress_budget_owner;
CREATE ROLE regress_budget_writer;
CREATE TABLE regress_own (id int, email text);
ALTER TABLE regress_own OWNER TO regress_budget_owner;
GRANT INSERT, DELETE ON regress_own TO regress_budget_writer;
GRANT CREATE ON SCHEMA public TO regress_budget_owner, regress_budget_writer;
GRANT EXECUTE ON FUNCTION used(text), is_right(text), state(text) TO PUBLIC;
SET LOCAL ROLE regress_budget_owner;
DO $$ BEGIN
	PERFORM breachvalue.label('regress_own', 'email', 'email');
	PERFORM breachvalue.set_budget('regress_own', records => 3, warn_at => 1);
END $$;
SELECT is(used('public.regress_own'), 0::numeric, 'an owner sees his own');
SELECT is(count(*), 1::bigint, 'and no other') FROM breachvalue.verify_budgets();
SELECT throws_ok('SELECT breachvalue.set_budget(''regress_mail'', records => 100)', '42501', NULL, 'nobody else sets one');
SELECT throws_ok('SELECT breachvalue.set_store_budget(''s'', ''{regress_own,regress_mail}'', 100)', '42501', NULL, 'of all tables');
SELECT throws_ok('SELECT breachvalue.recount_budget(''regress_mail'')', '42501', NULL, 'or recounts it');
SELECT throws_ok('SELECT breachvalue.drop_budget(''regress_mail'')', '42501', NULL, 'or drops it');
SELECT throws_ok('TABLE breachvalue.budget_slot', '42501', NULL, 'or reads slots');
SET LOCAL ROLE regress_budget_writer;
INSERT INTO regress_own VALUES (1, 'e'), (2, 'e');
SELECT is_empty('TABLE breachvalue.budgets', 'who may only write sees nothing');
SELECT throws_ok('INSERT INTO regress_own VALUES (3, ''e''), (4, ''e'')', '23514', NULL, 'but is held to it');

-- a trigger that somebody makes to charge a budget of others
CREATE TABLE regress_forged (id int, email text);
INSERT INTO regress_forged SELECT i, 'e' FROM generate_series(1, 10) i;
DO $$ DECLARE
	name text;
BEGIN
	SELECT tgname INTO name FROM pg_trigger WHERE tgrelid = 'regress_own'::regclass AND tgname LIKE '%delete';
	EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON regress_forged REFERENCING OLD TABLE AS o FOR EACH STATEMENT'
		' EXECUTE FUNCTION breachvalue.keep_budget(%L)', name, split_part(name, '_', 3));
END $$;
DELETE FROM regress_forged;
SELECT throws_ok('INSERT INTO regress_own VALUES (3, ''e''), (4, ''e'')', '23514', NULL, 'frees nothing');
RESET ROLE;
SELECT is(used('public.regress_own'), 2::numeric, 'of it');
CREATE TRIGGER again AFTER DELETE ON regress_own REFERENCING OLD TABLE AS o FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.keep_budget('x');
DELETE FROM regress_own WHERE id = 1;
SELECT is_right('nor does a second one on the table itself');
SELECT throws_ok($$INSERT INTO breachvalue.budget_slot SELECT budget, slot, 1 FROM breachvalue.budget_slot$$, '23505', NULL, 'slots are there once');
UPDATE breachvalue.budget SET limit_units = limit_units;
SELECT is_empty($$SELECT * FROM breachvalue.budgets WHERE state <> 'stale'$$, 'rows that were touched are stale');

-- no name of the caller's is taken for ours
CREATE SCHEMA regress_hostile;
CREATE FUNCTION regress_hostile.keep_budget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'hostile'; END $$;
CREATE TABLE regress_hostile.budget_slot (budget text, slot int, free numeric);
CREATE TABLE regress_hostile."Odd ""name" ("e mail" text);
SET LOCAL search_path = regress_hostile, pg_catalog, public;
DO $$ BEGIN
	PERFORM breachvalue.label('"Odd ""name"', 'e mail', 'email');
	PERFORM breachvalue.set_budget('"Odd ""name"', records => 1, warn_at => 1);
END $$;
INSERT INTO "Odd ""name" VALUES ('e');
SELECT throws_ok($$INSERT INTO "Odd ""name" VALUES ('e')$$, '23514', 'records of table "Odd "name" would exceed their budget', 'odd names');
RESET search_path;

SELECT * FROM finish();
ROLLBACK;
