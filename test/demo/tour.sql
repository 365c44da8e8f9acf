-- A tour of breachvalue over the database of telephone.sql.

\set QUIET on
\pset footer off
\pset null ''
\pset pager off

-- Amounts as people read them.
CREATE FUNCTION pg_temp.money(amount numeric) RETURNS text
	LANGUAGE sql IMMUTABLE RETURN ltrim(to_char(amount, '999,999,999,999,999,990.00'));

\echo
\echo '== Value grows faster than the number of records: one cent a record, exponent 1.5'
\echo
SELECT ltrim(to_char(records, '999,999,999')) AS records,
	pg_temp.money(0.01 * records) AS linear_value,
	pg_temp.money(breachvalue.value(price => 0.01, records => records, exponent => 1.5)) AS value
FROM unnest(ARRAY[1000, 1000000, 100000000]) AS records;

\echo '== What is in schema crm?  Its columns, by their names, types and a sample of their values'
\echo
SELECT table_name, column_name, class, confidence
FROM breachvalue.scan('crm')
ORDER BY class IS NULL, table_name, confidence DESC, column_name;

\echo '== Write the sure ones down, as security labels'
\echo
SELECT count(*) AS columns_labelled
FROM breachvalue.apply_labels('crm', min_confidence => 0.9, dry_run => false);

\echo '== What each table is worth to a thief, from planner statistics: instantly'
\echo
SELECT table_name, records, pg_temp.money(linear_value) AS linear_value,
	pg_temp.money(value_alone) AS value_alone, model, currency
FROM breachvalue.table_exposure
ORDER BY value_alone DESC;

\echo '== What each column adds, counted row by row: the classes that customers hold'
\echo
CREATE TEMP TABLE held AS
SELECT breachvalue.exposure(c) AS everybody,
	breachvalue.exposure(c) FILTER (WHERE status = 'former') AS former
FROM crm.customer AS c;

SELECT class, records, pg_temp.money(breachvalue.value(everybody)
		- breachvalue.value(breachvalue.without_class(everybody, class))) AS dropping_it_saves
FROM held, breachvalue.class_counts(everybody)
ORDER BY breachvalue.value(breachvalue.without_class(everybody, class)), class;

\echo '== What would change it?  An exposure is a value like any other: it can be stored, added and reduced'
\echo
SELECT change, pg_temp.money(value) AS value, pg_temp.money(now - value) AS saves,
	round(100 * (now - value) / now, 1) || ' %' AS share
FROM held,
	(SELECT exponent FROM breachvalue.model WHERE name = current_setting('breachvalue.model')) AS model,
	breachvalue.value(everybody) AS now,
	breachvalue.without_class(everybody, 'nl_kenteken') AS no_plates,
	breachvalue.without_class(everybody - former, 'nl_kenteken') AS current_no_plates,
	LATERAL (VALUES
		(1, 'as it is', now),
		(2, 'delete former customers', breachvalue.value(everybody - former)),
		(3, 'drop the licence plates that nothing reads', breachvalue.value(no_plates)),
		(4, 'split in four stores', breachvalue.split_value(now, 4, exponent)),
		(5, 'all three', breachvalue.split_value(breachvalue.value(current_no_plates), 4, exponent))
	) AS choice (place, change, value)
ORDER BY place;

\echo '== The report, once a label says who is of the past'
\echo
DO $$
BEGIN
	PERFORM breachvalue.label('crm.customer', 'former (status = ''former'')');
END $$;
\pset format unaligned
\pset tuples_only on
SELECT breachvalue.report('text');
