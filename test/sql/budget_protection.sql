-- budgets keep what protection leaves, and know classes of users
SET client_min_messages = warning;
INSERT INTO breachvalue.protection (name, factor, reason) VALUES ('vault', 0.1, 'test');
SELECT breachvalue.create_class('loyalty_card', 'bank_account', price => 0.001) AS number;
CREATE TABLE holder (id int PRIMARY KEY, ssn text, card text);
SELECT breachvalue.label('holder', 'ssn', 'us_ssn (protected = vault)');
SELECT breachvalue.label('holder', 'card', 'loyalty_card');
INSERT INTO holder SELECT n, 'h' || n, CASE WHEN n % 2 = 0 THEN 'c' || n END FROM generate_series(1, 100) n;
SELECT breachvalue.set_budget('holder', value => round(2 * breachvalue.value(breachvalue.exposure_of('holder')), 6));
SELECT abs(b.used_value - breachvalue.value(breachvalue.exposure_of('holder'))) < 1e-9 AS as_counted, state, reason FROM breachvalue.budgets b;
SELECT used = counted AS exact, difference FROM breachvalue.verify_budgets();
SELECT line FROM breachvalue.budget, regexp_split_to_table(prices, E'\n') line WHERE line <> '' ORDER BY line COLLATE "C";

-- so many more fit, whatever becomes of the factor: it is that of the day on which the budget was set
INSERT INTO holder SELECT n, 'h' || n, 'c' || n FROM generate_series(101, 130) n;
UPDATE breachvalue.protection SET factor = 0 WHERE name = 'vault';
INSERT INTO holder SELECT n, 'h' || n, 'c' || n FROM generate_series(151, 250) n;
SELECT state, reason FROM breachvalue.budgets;
SELECT used = counted AS exact, difference FROM breachvalue.verify_budgets();
UPDATE breachvalue.protection SET factor = 0.1 WHERE name = 'vault';
SELECT state, reason FROM breachvalue.budgets;

-- what is in clear weighs more, and counts so from the recount on
SELECT breachvalue.label('holder', 'ssn', 'us_ssn');
SELECT state FROM breachvalue.budgets;
SELECT breachvalue.recount_budget('holder');
SELECT used_share > 1 AS over, state FROM breachvalue.budgets;
INSERT INTO holder VALUES (999, 'h');
SELECT breachvalue.drop_budget('holder');
DROP TABLE holder;
SELECT breachvalue.drop_class('loyalty_card');
DELETE FROM breachvalue.user_class;
DELETE FROM breachvalue.protection WHERE NOT builtin;
