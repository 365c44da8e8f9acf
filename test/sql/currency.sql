-- amounts and exposures in different currencies
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
RESET client_min_messages;
BEGIN;
INSERT INTO breachvalue.exchange_rate VALUES
	('USD', '2021-08-16', 1.1772, 'ECB'), ('USD', '2021-08-18', 1.25, 'made up'), ('JPY', '2021-08-17', 128, 'made up');

-- euros are worth so many dollars, by the last rate on or before the day
SELECT breachvalue.exchanged(100, 'EUR', 'USD', '2021-08-17') AS before, breachvalue.exchanged(100, 'EUR', 'USD', '2021-08-18') AS on_the_day,
	breachvalue.exchanged(100, 'EUR', 'USD') AS latest, breachvalue.exchanged(100, 'EUR', 'USD', 'infinity') AS at_the_end;
SELECT breachvalue.exchanged(125, 'USD', 'EUR') AS back, breachvalue.exchanged(1, 'USD', 'JPY') AS through_euros,
	breachvalue.exchanged(-1, 'JPY', 'USD') AS saved, breachvalue.exchanged(1, 'USD', 'EUR', '2021-08-16') AS with_decimals;
SELECT breachvalue.exchanged('NaN', 'USD', 'EUR') AS nan, breachvalue.exchanged(NULL, 'USD', 'EUR') AS nothing, breachvalue.exchanged(1, NULL, 'EUR') AS from_nowhere,
	breachvalue.exchanged(7.50, 'XXX', 'XXX') AS the_same;
-- a rate that is not there
SAVEPOINT here;
SELECT breachvalue.exchanged(1, 'EUR', 'USD', '2021-08-15');
ROLLBACK TO here;
SELECT breachvalue.exchanged(1, 'GBP', 'USD');
ROLLBACK TO here;
SELECT breachvalue.exchanged(1, 'usd', 'EUR');
ROLLBACK TO here;
SELECT breachvalue.exchanged(1, 'EUR', '');
ROLLBACK TO here;
-- and one that cannot be
INSERT INTO breachvalue.exchange_rate VALUES ('GBP', '2021-08-16', 0);
ROLLBACK TO here;
INSERT INTO breachvalue.exchange_rate VALUES ('GBP', '2021-08-16', 'NaN');
ROLLBACK TO here;
INSERT INTO breachvalue.exchange_rate VALUES ('EUR', '2021-08-16', 1);
ROLLBACK TO here;
INSERT INTO breachvalue.exchange_rate VALUES ('GBP', '-infinity', 1);
ROLLBACK TO here;

-- exposures: explicit prices alone are of a currency
SELECT breachvalue.in_currency('USD: 3 x 2.5, 1 x {email} at 1, 7 x {phone}'::breachvalue.exposure, 'EUR') AS to_euros,
	breachvalue.in_currency('3 x {email}'::breachvalue.exposure, 'USD') AS no_prices,
	breachvalue.in_currency('USD: 3 x 2.5'::breachvalue.exposure, 'USD') AS the_same,
	breachvalue.in_currency('USD level 1: 2 for 2.5'::breachvalue.exposure, 'EUR') AS coarse,
	breachvalue.in_currency(NULL, 'USD') AS nothing;
SELECT breachvalue.in_currency('USD: 3 x {"email/hmac"} at 2, 1 x {"no_such_class"} at 4, 2 x {phone}'::breachvalue.exposure, 'EUR') AS names_stay;
SELECT breachvalue.priced_in('3 x 2.5'::breachvalue.exposure, 'USD'), breachvalue.priced_in('3 x {email}'::breachvalue.exposure, 'USD') AS no_prices;
SAVEPOINT here;
SELECT breachvalue.in_currency('3 x 2.5'::breachvalue.exposure, 'USD');
ROLLBACK TO here;
SELECT breachvalue.priced_in('EUR: 3 x 2.5'::breachvalue.exposure, 'USD');
ROLLBACK TO here;
SELECT breachvalue.in_currency('JPY: 3 x 0.00000001'::breachvalue.exposure, 'EUR');
ROLLBACK TO here;
SELECT breachvalue.in_currency('EUR: 3 x 9000000000'::breachvalue.exposure, 'JPY');
ROLLBACK TO here;
SELECT breachvalue.in_currency('GBP: 3 x 1'::breachvalue.exposure, 'JPY', '2021-08-17');
ROLLBACK TO here;
-- nothing is mixed in silence
SELECT 'USD: 1 x 1'::breachvalue.exposure + 'EUR: 1 x 1'::breachvalue.exposure;
ROLLBACK TO here;
SELECT breachvalue.exposure(e) FROM (VALUES ('USD: 1 x 1'::breachvalue.exposure), ('1 x 1')) v (e);
ROLLBACK TO here;
SELECT breachvalue.in_currency('USD: 1 x 1'::breachvalue.exposure, 'EUR') + 'EUR: 1 x 1'::breachvalue.exposure AS in_euros;
-- a model converts what is in another currency than its own, or says what it lacks
SELECT breachvalue.value('USD: 1000000 x 1.25'::breachvalue.exposure, 'linear') AS linear,
	breachvalue.value('USD: 1000000 x 1.25'::breachvalue.exposure, 'seed') = breachvalue.value('1000000 x 1'::breachvalue.exposure, 'seed') AS same_as_euros;
SELECT breachvalue.value('GBP: 1 x 1'::breachvalue.exposure, 'seed');
ROLLBACK TO here;

-- a model in another currency: the rate of the day goes into its rows
SELECT breachvalue.copy_model('street', 'regress_street', 'EUR', '2021-08-18'), breachvalue.copy_model('flat', 'regress_flat');
SELECT name, currency, record_price, source FROM breachvalue.price_list WHERE name ~ '^regress' ORDER BY name;
SELECT count(*) AS prices, bool_and(c.amount = round(p.amount / 1.25, 9)) AS converted
FROM breachvalue.price p LEFT JOIN breachvalue.price c ON c.class = p.class AND c.price_list = 'regress_street' WHERE p.price_list = (SELECT price_list FROM breachvalue.model WHERE name = 'street');
SELECT count(*) = (SELECT count(*) FROM breachvalue.bundle WHERE price_list = 'regress_street') AS bundles
FROM breachvalue.bundle WHERE price_list = (SELECT price_list FROM breachvalue.model WHERE name = 'street');
UPDATE breachvalue.exchange_rate SET rate = 2 WHERE currency = 'USD';
SELECT round(breachvalue.value(e, 'regress_street') / breachvalue.value(e, 'street'), 6) AS still, breachvalue.value(e, 'regress_flat') = breachvalue.value(e, 'flat') AS same
FROM (VALUES ('1000000 x {name,email,us_ssn,birth_date}'::breachvalue.exposure)) v (e);
SET LOCAL breachvalue.model = 'regress_street';
SELECT model, currency FROM breachvalue.describe('1 x {email}'::breachvalue.exposure);
SAVEPOINT here;
SELECT breachvalue.copy_model('stret', 'regress_none');
ROLLBACK TO here;
SELECT breachvalue.copy_model('street', 'regress_none', 'GBP');
ROLLBACK TO here;

-- everybody may read the rates, the owner alone writes them
CREATE ROLE regress_breachvalue_reader;
SET ROLE regress_breachvalue_reader;
SELECT breachvalue.exchanged(1, 'EUR', 'USD');
INSERT INTO breachvalue.exchange_rate VALUES ('GBP', '2021-08-16', 1);
ROLLBACK;
