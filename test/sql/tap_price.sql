\set ECHO none
\set QUIET 1
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
CREATE EXTENSION IF NOT EXISTS breachvalue;
BEGIN;
SELECT * FROM no_plan();

-- what is shipped
SELECT results_eq(
	'SELECT count(*) FROM breachvalue.price_observation UNION ALL SELECT count(*) FROM breachvalue.breach_cost UNION ALL SELECT count(*) FROM breachvalue.fine_rule',
	'VALUES (89::bigint), (43), (22)', 'all evidence is there');
SELECT set_eq('SELECT name FROM breachvalue.model WHERE builtin',
	'{seed,flat,market_2021,linear,metcalfe,street,ponemon_2014,dbir_2015,ibm_2018,observed}'::text[], 'the models');
SELECT is_empty($$ SELECT name FROM breachvalue.model WHERE description ILIKE '%measure%' $$, 'no model is called measured');
SELECT is(breachvalue.record_price('{name,address,phone,imei,us_ssn,drivers_licence}', 'seed'), 0.01, 'the complete kit is 1 cent');
SELECT is_empty(
	$$ SELECT name FROM breachvalue.model WHERE breachvalue.record_price('{name,us_ssn}', name) <= 0 $$, 'every model can be used');
SELECT set_eq(
	$$ SELECT class FROM breachvalue.price WHERE price_list = 'seed' AND amount > 0 $$,
	$$ SELECT class FROM breachvalue.classes WHERE role IN ('direct', 'attribute') AND number < 256 $$,
	'the seed prices every class that names a person or says something about one, and no other');
SELECT is_empty($$ SELECT name FROM breachvalue.bundle b
	WHERE amount <= (SELECT coalesce(sum(p.amount), 0) FROM breachvalue.price p
		WHERE p.price_list = b.price_list AND p.class = ANY (breachvalue.class_names(b.classes))) $$,
	'every bundle is worth more than its parts');
SELECT is_empty($$ SELECT name FROM breachvalue.bundle WHERE breachvalue.record_price(classes, 'street') < amount $$,
	'and fetches its price');
SELECT is_empty($$ SELECT class FROM breachvalue.price WHERE price_list = 'seed' AND source NOT LIKE 'scaled to the seed: _%' $$,
	'every seed price says what it is scaled by');
SELECT is_empty($$ SELECT name, amount FROM breachvalue.price_list l JOIN breachvalue.price p ON p.price_list = l.name
	WHERE p.builtin AND (p.source IS NULL OR p.basis IS NULL)
	UNION ALL SELECT name, amount FROM breachvalue.bundle WHERE source IS NULL OR basis IS NULL OR year IS NULL $$,
	'every shipped price says where it comes from');
SELECT is_empty($$ SELECT b.name FROM breachvalue.bundle b WHERE amount NOT BETWEEN low AND coalesce(high, amount) $$,
	'amounts are within what was seen');

-- fits: as their sources, or by the same least squares
SELECT results_eq($$ SELECT round(regr_slope(ln(cost), ln(records))::numeric, 2),
	round(exp(avg(ln(cost)) - 0.61 * avg(ln(records)))::numeric, 2)
	FROM breachvalue.breach_cost WHERE basis = 'observed' AND kind <> 'attacker asking price' $$,
	$$ SELECT m.exponent, l.record_price FROM breachvalue.model m JOIN breachvalue.price_list l ON l.name = m.price_list
	WHERE m.name = 'observed' $$, 'observed');
SELECT results_eq($$ SELECT round(regr_slope(ln(cost), ln(records))::numeric, 5),
	round(exp(regr_intercept(ln(cost), ln(records)))::numeric, 1)
	FROM breachvalue.breach_cost WHERE basis = 'claims' $$,
	$$ SELECT m.exponent, l.record_price FROM breachvalue.model m JOIN breachvalue.price_list l ON l.name = m.price_list
	WHERE m.name = 'dbir_2015' $$, 'dbir_2015');
-- from points less rounded than those of breach_cost, so not to the last digit
SELECT ok(abs(regr_slope(ln(cost), ln(records)) - 0.6066) < 0.001
	AND abs(exp(regr_intercept(ln(cost), ln(records))) / 7956 - 1) < 0.01, 'ibm_2018, nearly')
FROM breachvalue.breach_cost WHERE basis = 'survey' AND year = 2018;
SELECT is(round(exp(7.6799625), 9), (SELECT record_price FROM breachvalue.price_list WHERE name = 'ponemon_2014'), 'ponemon_2014');

-- the worked examples
INSERT INTO breachvalue.price_list (name, currency, description) VALUES ('golden', 'USD', 'worked examples');
INSERT INTO breachvalue.price (price_list, class, amount) VALUES
	('golden', 'name', 0.1), ('golden', 'birth_date', 0.2), ('golden', 'us_ssn', 1), ('golden', 'payment_card', 1),
	('golden', 'card_cvv', 1), ('golden', 'pin', 1), ('golden', 'phone', 0.1);
INSERT INTO breachvalue.bundle (price_list, name, classes, amount) VALUES
	('golden', '1', '{name,birth_date,us_ssn}', 4), ('golden', '2', '{name,birth_date,us_ssn,phone}', 4.5),
	('golden', '3', '{payment_card,card_cvv}', 3), ('golden', '4', '{payment_card,card_cvv,pin}', 5),
	('golden', '5', '{name,us_ssn,payment_card,card_cvv,pin}', 10);
INSERT INTO breachvalue.model (name, exponent, price_list, description) VALUES ('golden', 1.5, 'golden', 'worked examples');
SELECT is(breachvalue.record_price(classes::breachvalue.class_set, 'golden'), price, 'golden ' || classes)
FROM (VALUES ('{name,birth_date}', 0.3), ('{name,birth_date,us_ssn}', 4), ('{name,birth_date,us_ssn,phone}', 4.5),
	('{name,birth_date,us_ssn,payment_card,card_cvv,pin,phone}', 10.3), ('{}', 0),
	('{payment_card,pin}', 2), ('{url}', 0)) AS example (classes, price);

-- properties over all pairs of some thousand sets
CREATE TEMPORARY TABLE set_of_classes AS
SELECT row_number() OVER () AS id, breachvalue.class_set(array_agg(class)) AS classes
FROM (SELECT i, class FROM generate_series(1, 3000) AS i, breachvalue.price
	WHERE price_list IN ('street', 'seed') AND hashtext(class || price_list || i) % 40 = 0) AS drawn
GROUP BY i;
SELECT ok(count(*) > 2900, 'sets are drawn') FROM set_of_classes;
SELECT is_empty($$ SELECT a.id FROM set_of_classes a JOIN set_of_classes b ON b.id = a.id + 1
	WHERE breachvalue.record_price(a.classes | b.classes, 'street') < breachvalue.record_price(a.classes, 'street') $$,
	'more classes are never worth less');
SELECT is_empty($$ SELECT a.id FROM set_of_classes a JOIN set_of_classes b ON b.id = a.id + 1
	WHERE breachvalue.record_price(a.classes | (b.classes - a.classes), 'street')
		< breachvalue.record_price(a.classes, 'street') + breachvalue.record_price(b.classes - a.classes, 'street') $$,
	'together they are worth no less than apart');
SELECT is_empty($$ SELECT id FROM set_of_classes s WHERE breachvalue.record_price(classes, 'seed')
	<> (SELECT sum(amount) FROM breachvalue.price WHERE price_list = 'seed' AND class = ANY (breachvalue.class_names(s.classes))) $$,
	'without bundles it is the sum');
SELECT is_empty($$ SELECT id FROM set_of_classes WHERE breachvalue.record_price(classes) <> breachvalue.record_price(classes, 'seed') $$,
	'the current model is the seed by default');

-- in parallel workers, with what the transaction has changed
UPDATE breachvalue.price SET amount = 3 WHERE price_list = 'golden' AND class = 'phone';
CREATE TABLE tap_price_rows AS SELECT classes FROM set_of_classes;
INSERT INTO tap_price_rows SELECT '{phone}' FROM generate_series(1, 20000);
CREATE FUNCTION tap_price_plan(query text) RETURNS SETOF text LANGUAGE plpgsql AS
$$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || query; END $$;
SELECT sum(breachvalue.record_price(classes, 'golden')) AS serial FROM tap_price_rows \gset
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
SET LOCAL max_parallel_workers_per_gather = 2;
SELECT isnt_empty($$ SELECT line FROM tap_price_plan('SELECT sum(breachvalue.record_price(classes, ''golden'')) FROM tap_price_rows') AS line
	WHERE line LIKE '%Gather%' $$, 'prices are reckoned by workers');
SELECT is((SELECT sum(breachvalue.record_price(classes, 'golden')) FROM tap_price_rows), :serial, 'who see the same prices');
SET LOCAL parallel_leader_participation = off;
SELECT is((SELECT sum(breachvalue.record_price(classes, 'golden')) FROM tap_price_rows), :serial, 'without the leader too');

-- the catalogue of functions and tables
SELECT volatility_is('breachvalue', 'record_price', '{breachvalue.class_set}', 'stable', 'record_price(class_set)');
SELECT volatility_is('breachvalue', 'record_price', '{breachvalue.class_set,text}', 'stable', 'record_price(class_set, text)');
SELECT volatility_is('breachvalue', 'value', '{numeric,numeric}', 'stable', 'value(price, records)');
SELECT is_empty($$ SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
	WHERE c.relnamespace = 'breachvalue'::regnamespace AND c.relkind = 'r'
	AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL) $$,
	'every table and column has a comment');
SELECT is_empty($$ SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'breachvalue'::regnamespace AND c.relkind = 'r'
	AND c.relname !~ '^budget' AND NOT has_table_privilege('public', c.oid, 'SELECT') $$, 'everybody may read them');
SELECT set_eq($$ SELECT c.relname FROM pg_extension e, unnest(e.extconfig) AS table_oid JOIN pg_class c ON c.oid = table_oid
	WHERE e.extname = 'breachvalue' AND c.relname IN ('price_list', 'price', 'bundle', 'model', 'price_observation', 'breach_cost', 'fine_rule') $$,
	'{price_list,price,bundle,model}'::text[], 'rows of users are dumped');

SELECT * FROM finish();
ROLLBACK;
