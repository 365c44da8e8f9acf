-- what must be the same before and after
\pset format unaligned
\pset tuples_only on
SELECT * FROM breachvalue.labels ORDER BY table_name, column_name;
SELECT * FROM breachvalue.table_labels() ORDER BY relation::text;
SELECT * FROM breachvalue.label_status() ORDER BY relation::text, column_name;
SELECT * FROM breachvalue.label_requirements ORDER BY 1;
SELECT * FROM breachvalue.forbidden ORDER BY table_name, column_name;
SELECT * FROM breachvalue.budgets ORDER BY budget;
SELECT * FROM breachvalue.verify_budgets() ORDER BY budget;
SELECT * FROM breachvalue.budget WHERE name IS NULL OR name <> '' ORDER BY id;
SELECT * FROM breachvalue.budget_member ORDER BY budget, relation::text;
SELECT * FROM breachvalue.budget_slot ORDER BY budget, slot;
SELECT * FROM breachvalue.user_class ORDER BY number;
SELECT * FROM breachvalue.protection ORDER BY name;
SELECT * FROM breachvalue.model ORDER BY name;
SELECT * FROM breachvalue.price_list ORDER BY name;
SELECT * FROM breachvalue.price ORDER BY price_list, class;
SELECT * FROM breachvalue.bundle ORDER BY price_list, name;
SELECT * FROM breachvalue.exchange_rate ORDER BY 1, 2;
SELECT id, "e-mail", born, card, kept, classes, breachvalue.class_names(classes), profile, breachvalue.linear_value(kept)
FROM "the crm"."Customer" ORDER BY id;
SELECT breachvalue.exposure_of('"the crm"."Customer"'), breachvalue.exposure_of('call'), breachvalue.exposure_of('evens');
SELECT breachvalue.value(breachvalue.exposure_of('call')), breachvalue.is_valid('LC1', 'loyalty_card'),
	breachvalue.record_price('{email,loyalty_card}');
SELECT people, rows, exposure FROM breachvalue.people_exposure('"the crm"."Customer"');
SELECT tgrelid::regclass, tgname, tgenabled FROM pg_trigger WHERE tgname ~ 'breachvalue|zzzz' ORDER BY tgrelid::regclass::text, tgname;
SELECT evtname, evtenabled FROM pg_event_trigger ORDER BY 1;
SELECT count(*), count(*) FILTER (WHERE deptype = 'e') FROM pg_depend WHERE refclassid = 'pg_extension'::regclass
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'breachvalue');
