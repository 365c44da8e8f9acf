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
CREATE INDEX ON stress_plain (client);
CREATE INDEX ON stress_part (client);
CREATE INDEX ON stress_even (client);
DO $$
BEGIN
	PERFORM breachvalue.label('stress_plain', 'email', 'email');
	PERFORM breachvalue.label('stress_plain', 'phone', 'phone (absent = ''n/a'')');
	PERFORM breachvalue.label('stress_part', 'email', 'email');
	PERFORM breachvalue.label('stress_part', 'phone', 'phone');
	PERFORM breachvalue.label('stress_part', 'born', 'birth_date');
	PERFORM breachvalue.label('stress_even', 'born', 'birth_date');
	PERFORM breachvalue.set_budget('stress_plain', records => 800, warn_at => 1);
	PERFORM breachvalue.set_budget('stress_part', warn_at => 1,
		value => breachvalue.value(breachvalue.record_price('{email,phone,birth_date}'), 500, 1.5));
	PERFORM breachvalue.set_budget('stress_even', warn_at => 1,
		value => breachvalue.value(breachvalue.record_price('{birth_date}'), 700, 1.5));
	PERFORM breachvalue.set_store_budget('stress', '{stress_plain,stress_part,stress_even}', warn_at => 1,
		value => breachvalue.value(breachvalue.record_price('{email,phone,birth_date}'), 900, 1.5));
END $$;

-- whatever is not as it should be
CREATE FUNCTION stress_wrong() RETURNS SETOF text LANGUAGE sql AS $$
	SELECT format('%s: %s used, but %s there', budget, used, counted) FROM breachvalue.verify_budgets()
	WHERE difference <> 0
	UNION ALL
	SELECT format('%s: %s', budget, state) FROM breachvalue.budgets WHERE state NOT IN ('ok', 'full', 'warning')
	UNION ALL
	SELECT format('%s of value %s over %s', b.budget, breachvalue.value(e.exposure), b.limit_value)
	FROM breachvalue.budgets b,
		LATERAL (SELECT breachvalue.exposure(breachvalue.exposure_of(r)) AS exposure FROM unnest(b.relations) r) e
	WHERE b.basis = 'value' AND breachvalue.value(e.exposure) > (SELECT limit_value FROM breachvalue.budget
			WHERE coalesce(name, b.budget) = b.budget AND limit_value IS NOT NULL AND round(limit_value, 9) = b.limit_value)
	UNION ALL
	SELECT format('%s records of %s', breachvalue.records(breachvalue.exposure_of('stress_plain')), 800)
	WHERE breachvalue.records(breachvalue.exposure_of('stress_plain')) > 800
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
	SELECT headroom_records INTO left_records FROM breachvalue.budgets WHERE budget = 'public.stress_plain';
	INSERT INTO stress_plain (client, email) SELECT -1, 'e' FROM generate_series(1, left_records);
	BEGIN
		INSERT INTO stress_plain (client, email) VALUES (-1, 'e');
		RETURN NEXT 'a record too many';
	EXCEPTION WHEN check_violation THEN
	END;
	RETURN QUERY SELECT 'not full' FROM breachvalue.budgets WHERE budget = 'public.stress_plain' AND state <> 'full';
END $$;
