-- tables with budgets for test/stress/budget; those of clients differ in rows, so that they never wait for a row
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
CREATE SEQUENCE stress_id;
CREATE TABLE stress_plain (id bigint PRIMARY KEY DEFAULT nextval('stress_id'), client int NOT NULL,
	email text, phone text);
CREATE TABLE stress_part (id bigint DEFAULT nextval('stress_id'), client int NOT NULL,
	email text, phone text, born date, PRIMARY KEY (id, client)) PARTITION BY HASH (client);
CREATE TABLE stress_part_0 PARTITION OF stress_part FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE stress_part_1 PARTITION OF stress_part FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE stress_part_2 PARTITION OF stress_part FOR VALUES WITH (MODULUS 3, REMAINDER 2);
CREATE TABLE stress_even (id bigint PRIMARY KEY DEFAULT nextval('stress_id'), client int NOT NULL,
	born date NOT NULL);

-- whose partitions each client moves rows between, and truncates
CREATE TABLE stress_own (id bigint DEFAULT nextval('stress_id'), client int NOT NULL, side int NOT NULL,
	email text, note text) PARTITION BY LIST (client);
DO $$
BEGIN
	FOR client IN 0..15 LOOP
		EXECUTE format('CREATE TABLE stress_own_%s PARTITION OF stress_own FOR VALUES IN (%s) PARTITION BY LIST (side)',
			client, client);
		EXECUTE format('CREATE TABLE stress_own_%s_0 PARTITION OF stress_own_%s FOR VALUES IN (0)', client, client);
		EXECUTE format('CREATE TABLE stress_own_%s_1 (note text, email text, side int NOT NULL, client int NOT NULL, id bigint)',
			client);
		EXECUTE format('ALTER TABLE stress_own_%s ATTACH PARTITION stress_own_%s_1 FOR VALUES IN (1)', client, client);
	END LOOP;
END $$;

-- which foreign keys empty, change and delete
CREATE TABLE stress_mail (mail text PRIMARY KEY, client int NOT NULL);
CREATE TABLE stress_line (line text PRIMARY KEY, client int NOT NULL);
CREATE TABLE stress_pet (id bigint PRIMARY KEY DEFAULT nextval('stress_id'), client int NOT NULL,
	email text REFERENCES stress_mail ON DELETE SET NULL ON UPDATE CASCADE,
	phone text REFERENCES stress_line ON DELETE CASCADE ON UPDATE SET NULL, note text);
CREATE INDEX ON stress_plain (client);
CREATE INDEX ON stress_part (client);
CREATE INDEX ON stress_even (client);
CREATE INDEX ON stress_pet (email);
CREATE INDEX ON stress_pet (phone);
DO $$
BEGIN
	PERFORM breachvalue.label('stress_plain', 'email', 'email');
	PERFORM breachvalue.label('stress_plain', 'phone', 'phone (absent = ''n/a'')');
	PERFORM breachvalue.label('stress_part', 'email', 'email');
	PERFORM breachvalue.label('stress_part', 'phone', 'phone');
	PERFORM breachvalue.label('stress_part', 'born', 'birth_date');
	PERFORM breachvalue.label('stress_even', 'born', 'birth_date');
	PERFORM breachvalue.label('stress_own', 'email', 'email');
	PERFORM breachvalue.label('stress_pet', 'email', 'email');
	PERFORM breachvalue.label('stress_pet', 'phone', 'phone');
	PERFORM breachvalue.set_budget('stress_plain', records => 800, warn_at => 1);
	PERFORM breachvalue.set_budget('stress_part', warn_at => 1,
		value => breachvalue.value(breachvalue.record_price('{email,phone,birth_date}'), 500, 1.5));
	PERFORM breachvalue.set_budget('stress_even', warn_at => 1,
		value => breachvalue.value(breachvalue.record_price('{birth_date}'), 700, 1.5));
	PERFORM breachvalue.set_budget('stress_own', records => 400, warn_at => 1);
	PERFORM breachvalue.set_budget('stress_pet', warn_at => 1,
		value => breachvalue.value(breachvalue.record_price('{email,phone}'), 200, 1.5));
	PERFORM breachvalue.set_store_budget('stress', '{stress_plain,stress_part,stress_even,stress_own,stress_pet}', warn_at => 1,
		value => breachvalue.value(breachvalue.record_price('{email,phone,birth_date}'), 1500, 1.5));
END $$;

CREATE TABLE stress_limit AS SELECT budget, CASE WHEN basis = 'records' THEN limit_records END AS limit_records,
	CASE WHEN basis = 'value' THEN limit_value END AS limit_value
FROM breachvalue.budgets;

-- whatever is over a limit, counted without budgets and triggers, in one statement and so by one snapshot
CREATE FUNCTION stress_over() RETURNS SETOF text LANGUAGE sql AS $$
	WITH kind AS (
		SELECT 'public.stress_plain' AS budget, email > '' AS email, phone > '' AND phone <> 'n/a' AS phone, false AS born
		FROM stress_plain
		UNION ALL SELECT 'public.stress_part', email > '', phone > '', born IS NOT NULL FROM stress_part
		UNION ALL SELECT 'public.stress_even', false, false, true FROM stress_even
		UNION ALL SELECT 'public.stress_own', btrim(email) > '', false, false FROM stress_own
		UNION ALL SELECT 'public.stress_pet', email > '', phone > '', false FROM stress_pet),
	counted AS (
		SELECT budget, coalesce(email, false) AS email, coalesce(phone, false) AS phone, born, count(*) AS records
		FROM kind WHERE email OR phone OR born GROUP BY 1, 2, 3, 4),
	priced AS (
		SELECT budget, records, breachvalue.record_price((CASE WHEN email THEN '{email}' ELSE '{}' END)::breachvalue.class_set
			| (CASE WHEN phone THEN '{phone}' ELSE '{}' END)::breachvalue.class_set
			| (CASE WHEN born THEN '{birth_date}' ELSE '{}' END)::breachvalue.class_set) AS price
		FROM counted),
	total AS (
		SELECT budget, sum(records) AS records, sum(records * price ^ (1 / 1.5)) ^ 1.5 AS value FROM priced GROUP BY 1
		UNION ALL SELECT 'stress', sum(records), sum(records * price ^ (1 / 1.5)) ^ 1.5 FROM priced)
	SELECT format('%s holds %s records worth %s, over %s', budget, records, value, coalesce(limit_records, limit_value))
	FROM total JOIN stress_limit USING (budget)
	WHERE records > limit_records OR value > limit_value * (1 + 1e-12)
$$;

-- whatever is not as it should be, at any time; what is worth more than its limit by a hair as well
CREATE FUNCTION stress_wrong() RETURNS SETOF text LANGUAGE sql AS $$
	SELECT format('%s: %s used, but %s there', budget, used, counted) FROM breachvalue.verify_budgets()
	WHERE difference <> 0
	UNION ALL
	SELECT format('%s: %s, %s', budget, state, reason) FROM breachvalue.budgets WHERE state NOT IN ('ok', 'full', 'warning')
	UNION ALL
	SELECT * FROM stress_over();
$$;
CREATE FUNCTION stress_wrong_at_rest() RETURNS SETOF text LANGUAGE sql AS $$
	SELECT * FROM stress_wrong()
	UNION ALL
	SELECT format('%s is worth %s, over %s', b.budget, breachvalue.value(e.exposure), k.limit_value)
	FROM breachvalue.budgets b
	JOIN breachvalue.budget k ON k.name = b.budget OR k.name IS NULL AND EXISTS (SELECT FROM breachvalue.budget_member m
		WHERE m.budget = k.id AND m.is_root AND m.relation = b.relations[1] AND cardinality(b.relations) = 1),
		LATERAL (SELECT breachvalue.exposure(breachvalue.exposure_of(r)) AS exposure FROM unnest(b.relations) r) e
	WHERE breachvalue.value(e.exposure) > k.limit_value
	UNION ALL
	SELECT format('slot %s of %s has %s', slot, budget, free) FROM breachvalue.budget_slot
	WHERE free < -1000000000;
$$;

-- what is free can be used, to the last record
CREATE FUNCTION stress_fill() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
	left_records bigint;
BEGIN
	DELETE FROM stress_part;
	DELETE FROM stress_even;
	DELETE FROM stress_pet;
	TRUNCATE stress_own;
	SELECT headroom_records INTO left_records FROM breachvalue.budgets WHERE budget = 'public.stress_plain';
	INSERT INTO stress_plain (client, email) SELECT -1, 'e' FROM generate_series(1, left_records);
	BEGIN
		INSERT INTO stress_plain (client, email) VALUES (-1, 'e');
		RETURN NEXT 'a record too many';
	EXCEPTION WHEN check_violation THEN
	END;
	RETURN QUERY SELECT 'not full' FROM breachvalue.budgets WHERE budget = 'public.stress_plain' AND state <> 'full';
END $$;
