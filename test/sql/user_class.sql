-- classes that users make
SET client_min_messages = warning;
CREATE SCHEMA crm;
CREATE FUNCTION crm.is_loyalty_card(text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
	RETURN CASE WHEN $1 ~ '^LC[0-9]{6}$' THEN substr($1, 8, 1)::int = (substr($1, 3, 1)::int + substr($1, 4, 1)::int) % 10 ELSE false END;
SELECT breachvalue.create_class('loyalty_card', category => 'financial', role => 'attribute',
	validator => 'crm.is_loyalty_card(text)', column_names => '{loyalty,kundenkarte}', price => 0.002);
SELECT breachvalue.create_class('staff_number', 'account_id', pattern => 'S-\d{4}|T-\d{5}');
SELECT breachvalue.create_class('work_email', like_class => 'email');
SELECT number, class, category, role, subject, evidence, validated, left(rule, 50) AS rule, linkage, column_names
FROM breachvalue.classes WHERE number >= 256;
SELECT number, name, like_class, validator, owner = current_user AS ours FROM breachvalue.user_class;

-- values
SELECT breachvalue.is_valid('LC123453', 'loyalty_card') AS right_digit, breachvalue.is_valid('LC123454', 'loyalty_card') AS wrong,
	breachvalue.is_valid('T-12345', 'staff_number') AS pattern, breachvalue.is_valid('S-12345', 'staff_number') AS whole_value,
	breachvalue.is_valid('a@example.org', 'work_email') AS as_email;
SELECT breachvalue.class_names(breachvalue.classes_of('LC123453')), breachvalue.classes_of('S-1234');
SELECT '{loyalty_card,email}'::breachvalue.class_set AS by_number, ARRAY['email','loyalty_card']::breachvalue.class_set::text[] AS by_name;

-- columns are found by the names that were given, and by what the rule accepts
CREATE TABLE crm.member (id int PRIMARY KEY, kundenkarte text, code text, note text);
INSERT INTO crm.member SELECT n, NULL, 'LC' || a || b || lpad((n % 1000)::text, 3, '0') || (a + b) % 10, 'note ' || n
FROM generate_series(1, 300) n, LATERAL (SELECT n % 10 AS a, n * 7 % 10 AS b) d;
SELECT column_name, class, label, basis, confidence > 0.9 AS sure FROM breachvalue.scan_table('crm.member', 'sample') ORDER BY column_name;
ANALYZE crm.member;
SELECT column_name, class, basis, confidence > 0.9 AS sure FROM breachvalue.scan_table('crm.member', 'statistics') WHERE class IS NOT NULL ORDER BY column_name;
SELECT (breachvalue.classify(code)).class, (breachvalue.classify(code, 'code')).shares, (breachvalue.classify(note)).class AS note FROM crm.member;
SELECT (breachvalue.classify_name('loyalty')).class, (breachvalue.classify_name('oude_kundenkarte')).class AS part, (breachvalue.classify_name('card_loyal')).class AS neither;
SELECT * FROM breachvalue.apply_labels('crm', 0.9, false) ORDER BY column_name;
SELECT * FROM breachvalue.unlabelled_columns('crm.member');
DROP TABLE crm.member;

-- labels, exposures and prices
CREATE TABLE crm.customer (id int, mail text, card text, boss text);
INSERT INTO crm.customer SELECT n, 'c' || n || '@example.org', 'LC12345' || n, CASE n WHEN 1 THEN 'S-0001' END FROM generate_series(1, 4) n;
SELECT breachvalue.label('crm.customer', 'mail', 'work_email');
SELECT breachvalue.label('crm.customer', 'card', 'email | loyalty_card');
SELECT breachvalue.label('crm.customer', 'boss', 'staff_number');
SELECT breachvalue.exposure(c) AS by_rows, breachvalue.exposure_of('crm.customer') = breachvalue.exposure(c) AS same,
	breachvalue.exposure(breachvalue.held_classes(c)) = breachvalue.exposure(c) AS by_sets
FROM crm.customer c;
SELECT * FROM breachvalue.class_counts(breachvalue.exposure_of('crm.customer'));
SELECT breachvalue.record_price('{work_email}') = breachvalue.record_price('{email}') AS as_like,
	breachvalue.record_price('{loyalty_card}') AS own, breachvalue.record_price('{staff_number}') AS link,
	breachvalue.record_price('{staff_number}', 'flat') AS flat_link, breachvalue.record_price('{loyalty_card}', 'flat') AS flat;
SELECT breachvalue.linear_value(breachvalue.exposure_of('crm.customer')),
	breachvalue.linear_value(breachvalue.without_class(breachvalue.exposure_of('crm.customer'), 'loyalty_card')) AS without;
SELECT c, breachvalue.protection_factor(c, 'hash'), breachvalue.protection_reason(c, 'hash') FROM unnest('{loyalty_card,work_email,email}'::text[]) c;
SELECT class, amount, builtin FROM breachvalue.price WHERE price_list = 'seed' AND class = 'loyalty_card';
SELECT people, exposure FROM breachvalue.people_exposure('crm.customer');

-- an exposure goes by names: what is unknown is kept, and what is known by another number is found
SELECT e AS text, e::text::breachvalue.exposure = e AS again FROM (VALUES
	('2 x {email,"zebra"}, 1 x {"alien","us_ssn/unheard_of"}'::breachvalue.exposure)) v (e);
SELECT '1 x {"alien"}'::breachvalue.exposure + '1 x {"loyalty_card"}' + '1 x {"alien","loyalty_card"}' + '1 x {"aardvark"}' AS sum,
	'1 x {"alien","loyalty_card"}'::breachvalue.exposure - '1 x {"loyalty_card","alien"}' AS rest;
SELECT breachvalue.linear_value('1000 x {"loyalty_card"}'::breachvalue.exposure) AS known, breachvalue.linear_value('1000 x {"alien"}'::breachvalue.exposure) AS unknown,
	breachvalue.value('1000 x {"alien"}'::breachvalue.exposure, 'flat') > 0 AS unknown_flat,
	breachvalue.linear_value('1000 x {"us_ssn/unheard_of"}'::breachvalue.exposure) = breachvalue.linear_value('1000 x {us_ssn}'::breachvalue.exposure) AS in_full;
SELECT '1 x {"alien"}'::breachvalue.exposure - '1 x {"loyalty_card"}';
SELECT '1 x {alien}'::breachvalue.exposure;
SELECT '1 x {"Alien"}'::breachvalue.exposure;
SELECT '1 x {"a/b/c"}'::breachvalue.exposure;
SELECT breachvalue.without_class('1 x {"alien",email}', 'alien'), breachvalue.without_class('1 x {email}', 'alien');
SELECT ('1 x {' || string_agg(format('"n%s"', n), ',') || '}')::breachvalue.exposure IS NOT NULL FROM generate_series(1, 128) n;
SELECT ('1 x {' || string_agg(format('"n%s"', n), ',') || '}')::breachvalue.exposure FROM generate_series(1, 129) n;

-- class sets of another database, with their names
SELECT breachvalue.exposure(s, '{alien,us_ssn/hmac}') FROM (VALUES ('{class_256}'::breachvalue.class_set), ('{class_257,email}'), ('{email}')) v (s);
SELECT breachvalue.exposure(s, '{alien}') FROM (VALUES ('{class_257}'::breachvalue.class_set)) v (s);
SELECT breachvalue.exposure(s, '{"no name"}') FROM (VALUES ('{class_256}'::breachvalue.class_set)) v (s);
SELECT breachvalue.exposure(s, '{alien,alien,zebra}') FROM (VALUES ('{class_257}'::breachvalue.class_set)) v (s);

-- windows, and aggregates in parallel, know the same names
SELECT id, breachvalue.exposure(c) OVER (ORDER BY id ROWS 1 PRECEDING) FROM crm.customer c;

-- no more names than 128 at a time: a window forgets those that are behind it
SELECT n, w.exposure
FROM (SELECT n, breachvalue.exposure(('1 x {"n' || n || '"}')::breachvalue.exposure) OVER (ORDER BY n ROWS 1 PRECEDING) FROM generate_series(1, 500) n) w
WHERE n IN (1, 128, 129, 130, 500);

-- a class that is dropped counts for nothing, and keeps its number for its name
SELECT breachvalue.drop_class('loyalty_card');
SELECT column_name, status, detail FROM breachvalue.label_status() WHERE relation = 'crm.customer'::regclass ORDER BY column_name;
SELECT breachvalue.exposure_of('crm.customer');
SELECT count(*) FROM breachvalue.price WHERE class = 'loyalty_card';
SELECT breachvalue.create_class('another', 'phone') AS new_number;
SELECT breachvalue.create_class('loyalty_card', 'bank_account') AS old_number;
SELECT breachvalue.exposure_of('crm.customer');

-- what is refused
SELECT breachvalue.create_class(NULL, 'email');
SELECT breachvalue.create_class('Bad name', 'email');
SELECT breachvalue.create_class(repeat('a', 64), 'email');
SELECT breachvalue.create_class('email', 'email');
SELECT breachvalue.create_class('loyalty_card', 'email');
SELECT breachvalue.create_class('class_300', 'email');
SELECT breachvalue.create_class('not_personal', 'email');
SELECT breachvalue.create_class('x');
SELECT breachvalue.create_class('x', category => 'financial');
SELECT breachvalue.create_class('x', category => 'financial', role => 'boss');
SELECT breachvalue.create_class('x', 'emial');
SELECT breachvalue.create_class('x', 'loyalty_card');
SELECT breachvalue.create_class('x', 'email', pattern => '(');
SELECT breachvalue.create_class('x', 'email', pattern => 'a)|(?:b');
SELECT breachvalue.create_class('x', 'email', price => -1);
SELECT breachvalue.create_class('x', 'email', validator => 'crm.nothing(text)');
CREATE FUNCTION crm.two(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN true;
CREATE FUNCTION crm.keeps(text) RETURNS boolean LANGUAGE sql VOLATILE RETURN true;
SELECT breachvalue.create_class('x', 'email', validator => 'crm.two(text, text)');
SELECT breachvalue.create_class('x', 'email', validator => 'crm.keeps(text)');
CREATE FUNCTION crm.alone(text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN true;
SELECT breachvalue.create_class('x', 'email', validator => 'crm.alone(text)');
SELECT breachvalue.drop_class('email');
SELECT breachvalue.drop_class('x');

-- a validator runs as whoever made the class, and finds nothing by a path
CREATE ROLE regress_class_maker;
CREATE ROLE regress_class_user;
GRANT USAGE, CREATE ON SCHEMA crm TO regress_class_maker;
GRANT EXECUTE ON FUNCTION breachvalue.create_class TO regress_class_maker;
SET ROLE regress_class_maker;
CREATE FUNCTION crm.who(text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
	$$SELECT current_user = 'regress_class_maker' AND current_setting('search_path') = 'pg_catalog, pg_temp'$$;
REVOKE EXECUTE ON FUNCTION crm.who FROM PUBLIC;
SELECT breachvalue.create_class('made_by_maker', 'email', validator => 'crm.who(text)');
SELECT breachvalue.drop_class('made_by_maker');
SET ROLE regress_class_user;
SELECT breachvalue.is_valid('x', 'made_by_maker'), current_user, current_setting('search_path');
SELECT breachvalue.create_class('x', 'email');
RESET ROLE;
SELECT breachvalue.is_valid('x', 'made_by_maker'), current_user = session_user AS back;
-- it goes wrong without harm to others
ALTER FUNCTION crm.who VOLATILE;
SELECT breachvalue.is_valid('x', 'made_by_maker');
SELECT breachvalue.is_valid('a@example.org', 'work_email');
DROP FUNCTION crm.who;
SELECT breachvalue.is_valid('x', 'made_by_maker');
SELECT breachvalue.drop_class('made_by_maker');

-- what a validator does with a value stays with it: it neither keeps nor tells it
CREATE TABLE crm.kept (value text);
CREATE FUNCTION crm.keep(text) RETURNS boolean LANGUAGE sql VOLATILE AS $$INSERT INTO crm.kept VALUES ($1) RETURNING true$$;
CREATE FUNCTION crm.keeps_after_all(text) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$BEGIN RETURN crm.keep($1); END$$;
CREATE FUNCTION crm.fails(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$BEGIN RETURN $1::int > 0; END$$;
SELECT breachvalue.create_class('kept', 'email', validator => 'crm.keeps_after_all(text)');
SELECT breachvalue.create_class('failing', 'email', validator => 'crm.fails(text)');
SELECT breachvalue.is_valid('secret', 'kept');
SELECT breachvalue.is_valid('secret', 'failing');
SELECT breachvalue.is_valid('12', 'failing');
BEGIN;
SAVEPOINT before;
SELECT breachvalue.is_valid('secret', 'failing');
ROLLBACK TO before;
SELECT breachvalue.is_valid('12', 'failing');
COMMIT;
-- it may ask for its own class
CREATE FUNCTION crm.shrinks(text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
	$$SELECT $1 = '' OR ($1 LIKE 'a%' AND breachvalue.is_valid(substr($1, 2), 'shrinking'))$$;
SELECT breachvalue.create_class('shrinking', 'email', validator => 'crm.shrinks(text)');
SELECT v, breachvalue.is_valid(v, 'shrinking') FROM unnest('{aaaa,aab,""}'::text[]) v;
-- options of a pattern hold for all of it
SELECT breachvalue.create_class('any_case', 'email', pattern => '(?i)x|yz');
SELECT v, breachvalue.is_valid(v, 'any_case') FROM unnest('{X,Yz,xyz}'::text[]) v;

-- bundles take a class without a price of its own for the one that it is like, but not one for two
SELECT breachvalue.create_class('our_cvv', 'card_cvv');
SELECT breachvalue.create_class('priced_cvv', 'card_cvv');
INSERT INTO breachvalue.price (price_list, class, amount) VALUES ('street', 'priced_cvv', 0.25);
SELECT c, breachvalue.record_price(c, 'street') FROM unnest('{"{payment_card,card_cvv}","{payment_card,our_cvv}","{payment_card,priced_cvv}","{our_cvv}","{card_cvv,our_cvv}","{payment_card,card_cvv,our_cvv}"}'::breachvalue.class_set[]) c;
SELECT breachvalue.linear_value('2 x {payment_card,"our_cvv"}'::breachvalue.exposure) AS seed, breachvalue.value('1 x {payment_card,"our_cvv"}'::breachvalue.exposure, 'street') = breachvalue.value('1 x {payment_card,card_cvv}'::breachvalue.exposure, 'street') AS as_like;
DELETE FROM breachvalue.price WHERE class = 'priced_cvv';

-- a validator that is gone, or whose owner is, accepts nothing and fails no report: what nobody knows is the first class
SET ROLE regress_class_maker;
CREATE FUNCTION crm.gone(text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN true;
SELECT breachvalue.create_class('going', 'email', validator => 'crm.gone(text)');
RESET ROLE;
SELECT breachvalue.label('crm.customer', 'mail', 'phone | going');
SELECT breachvalue.class_counts(breachvalue.exposure_of('crm.customer'));
ALTER ROLE regress_class_maker RENAME TO regress_class_renamed;
SELECT breachvalue.class_counts(breachvalue.exposure_of('crm.customer'));
SELECT status, detail FROM breachvalue.label_status() WHERE relation = 'crm.customer'::regclass AND column_name = 'mail';
ALTER ROLE regress_class_renamed RENAME TO regress_class_maker;
REVOKE USAGE ON SCHEMA crm FROM regress_class_maker;
SELECT status, detail FROM breachvalue.label_status() WHERE relation = 'crm.customer'::regclass AND column_name = 'mail';
GRANT USAGE ON SCHEMA crm TO regress_class_maker;
SELECT status, detail FROM breachvalue.label_status() WHERE relation = 'crm.customer'::regclass AND column_name = 'mail';
DROP FUNCTION crm.gone;
SELECT breachvalue.class_counts(breachvalue.exposure_of('crm.customer'));
SELECT status, detail FROM breachvalue.label_status() WHERE relation = 'crm.customer'::regclass AND column_name = 'mail';
SELECT breachvalue.is_valid('x', 'going');

-- nobody but the functions writes, and the trigger is for its tables alone
SET ROLE regress_class_user;
SELECT count(*) > 0 AS may_read FROM breachvalue.user_class;
DELETE FROM breachvalue.user_class;
RESET ROLE;
CREATE TRIGGER forget AFTER INSERT ON crm.customer FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.forget_definitions();
INSERT INTO crm.customer VALUES (9);

SELECT breachvalue.drop_class(name) FROM breachvalue.user_class WHERE NOT dropped ORDER BY name;
SET client_min_messages = warning;
DROP SCHEMA crm CASCADE;
DROP OWNED BY regress_class_maker;
DROP ROLE regress_class_maker, regress_class_user;
DELETE FROM breachvalue.user_class;
