\set ECHO none
\set QUIET 1
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
CREATE EXTENSION IF NOT EXISTS breachvalue;
BEGIN;
SELECT plan(22);

-- the catalogue
SELECT is(count(*), max(number)::bigint, 'numbers are contiguous') FROM breachvalue.classes;
SELECT is(count(DISTINCT class), count(*), 'names are unique') FROM breachvalue.classes;
SELECT is_empty($$SELECT class FROM breachvalue.classes WHERE class !~ '^[a-z][a-z0-9_]*$'$$, 'names are simple');
SELECT is_empty($$SELECT class FROM breachvalue.classes WHERE role NOT IN ('direct', 'attribute', 'link', 'carrier')
	OR subject NOT IN ('person', 'organisation', 'either') OR evidence NOT IN ('name', 'value', 'name+value')
	OR tier NOT IN (1, 2) OR NOT linkage BETWEEN 0 AND 1 OR NOT chance BETWEEN 0 AND 1 OR domain_size <= 0
	OR rule = '' OR special_category NOT IN ('Art. 9 GDPR', 'Art. 10 GDPR')$$, 'columns keep to their domains');
SELECT is_empty($$SELECT class FROM breachvalue.classes
	WHERE NOT replace(class, '_', '') = ANY (column_names)$$, 'each class is a name of its columns');
SELECT is_empty($$SELECT class FROM breachvalue.classes WHERE role IN ('link', 'carrier')
	EXCEPT VALUES ('cookie_id'), ('account_id'), ('free_text'), ('message_content')$$, 'few classes are links or carriers');
SELECT is_empty($$SELECT class FROM breachvalue.classes WHERE validated IS DISTINCT FROM (breachvalue.is_valid('', class) IS NOT NULL)$$,
	'validated says when is_valid can tell');
SELECT is_empty($$SELECT class FROM breachvalue.classes WHERE breachvalue.is_valid('', class) OR breachvalue.is_valid(' ', class)$$,
	'nothing is of no class');
SELECT is_empty($$SELECT class FROM breachvalue.classes WHERE class <> ALL (breachvalue.class_names(ARRAY[class]::breachvalue.class_set))$$,
	'each class makes a class_set');

-- classes_of says what is_valid says, class by class
SELECT is_empty($$
	SELECT v, c.class
	FROM unnest('{a@example.com,+31612345678,123456782,536-90-4399,19811218-9876,490154203237518,4111111111111111,NL91ABNA0417164300,
		XF-123-D,1M8GDM9AXKP042788,1980-02-29,192.0.2.1,00:1A:2B:3C:4D:5E,x,"",10000008}'::text[]) v, breachvalue.classes c
	WHERE c.validated AND breachvalue.is_valid(v, c.class) IS DISTINCT FROM (c.class = ANY (breachvalue.class_names(breachvalue.classes_of(v))))
$$, 'classes_of and is_valid agree');

-- of the numbers that one digit tells apart, one in eleven or ten passes
SELECT is(count(*) FILTER (WHERE breachvalue.is_valid((111222333 / 10 * 10 + i)::text, 'nl_bsn')), 1::bigint, 'one last digit makes a BSN')
FROM generate_series(0, 9) i;
SELECT is(count(*) FILTER (WHERE breachvalue.is_valid('811218987' || i, 'se_personnummer')), 1::bigint, 'one makes a personnummer')
FROM generate_series(0, 9) i;
SELECT is(count(*) FILTER (WHERE breachvalue.is_valid('411111111111111' || i, 'payment_card')), 1::bigint, 'one makes a card number')
FROM generate_series(0, 9) i;
SELECT is(count(*) FILTER (WHERE breachvalue.is_valid('49015420323751' || i, 'imei')), 1::bigint, 'one makes an IMEI')
FROM generate_series(0, 9) i;
SELECT is(count(*) FILTER (WHERE breachvalue.is_valid('NL' || to_char(i, 'FM00') || 'ABNA0417164300', 'iban')), 1::bigint, 'one pair makes an IBAN')
FROM generate_series(0, 99) i;
SELECT is(count(*) FILTER (WHERE breachvalue.is_valid('1M8GDM9A' || c || 'KP042788', 'vin')), 1::bigint, 'one character makes a VIN')
FROM regexp_split_to_table('0123456789ABCDEFGHJKLMNPRSTUVWXYZ', '') c;
SELECT is(count(*) FILTER (WHERE breachvalue.is_valid(d::date::text, 'birth_date')), count(*), 'every day is one somebody was born on')
FROM generate_series(date '1880-01-01', date '2035-12-31', interval '1 day') d;
SELECT is(count(*) FILTER (WHERE breachvalue.is_valid(host(inet '0.0.0.0' + i::bigint * 16843009), 'ip_address')), count(*), 'every address is one')
FROM generate_series(0, 255) i;

-- errors
SELECT throws_ok($$SELECT breachvalue.is_valid('x', 'emial')$$, '22023', 'unrecognized class "emial"', 'a class that does not exist is an error');
SELECT throws_ok($$SELECT breachvalue.is_valid('x', repeat('x', 100000))$$, '22023', NULL, 'however long its name');

-- what the planner may do
SELECT volatility_is('breachvalue', 'is_valid', ARRAY['text', 'text'], 'stable');
SELECT volatility_is('breachvalue', 'classes_of', ARRAY['text'], 'stable');

SELECT * FROM finish();
ROLLBACK;
