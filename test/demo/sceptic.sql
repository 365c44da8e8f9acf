-- What a sceptic asks after the tour: the same people are worth the same, however they are stored.

\set QUIET on
\pset format aligned
\pset tuples_only off
\pset footer off

-- The whole database counted, by rows and by people; a line of the table that is shown at the end of each step.
CREATE TEMP TABLE counted (step int, what text, people bigint, by_rows numeric, by_people numeric);
CREATE FUNCTION pg_temp.count_all(what text) RETURNS void LANGUAGE sql AS $$
	INSERT INTO counted
	SELECT coalesce(max(c.step), 0) + 1, $1, e.people, e.value_by_rows, e.value
	FROM breachvalue.exact_database_exposure() AS e LEFT JOIN counted AS c ON true
	GROUP BY e.people, e.value_by_rows, e.value;
$$;

\echo
\echo '== Whose rows are they?  Labels of tables say so'
\echo
DO $$
BEGIN
	PERFORM breachvalue.label('crm.customer', 'subject (customer_id), former (status = ''former'')');
	PERFORM pg_temp.count_all('as it is');
END $$;

-- One table becomes two: as many people, and no more to steal.
CREATE UNLOGGED TABLE crm.contact AS SELECT customer_id, address, postcode, city, iban FROM crm.customer;
ALTER TABLE crm.customer DROP address, DROP postcode, DROP city, DROP iban;
DO $$
BEGIN
	PERFORM breachvalue.label('crm.contact', 'address', 'address');
	PERFORM breachvalue.label('crm.contact', 'postcode', 'postcode');
	PERFORM breachvalue.label('crm.contact', 'city', 'city');
	PERFORM breachvalue.label('crm.contact', 'iban', 'iban');
	PERFORM breachvalue.label('crm.contact', 'subject (customer_id = customer.customer_id)');
	PERFORM pg_temp.count_all('addresses and accounts in a table of their own');
END $$;

-- What is not there can be written in more than one way.
UPDATE crm.customer SET bsn = CASE customer_id % 3 WHEN 0 THEN '' WHEN 1 THEN ' ' ELSE 'n/a' END WHERE bsn IS NULL;
DO $$
BEGIN
	PERFORM breachvalue.label('crm.customer', 'bsn', 'nl_bsn (absent = ''n/a'')');
	PERFORM pg_temp.count_all($what$'', ' ' and 'n/a' where a citizen service number is missing$what$);
END $$;

-- Nine digits are tried within a second, hashed or not; with a key that is kept elsewhere they are not.
UPDATE crm.customer SET bsn = encode(sha256(bsn::bytea), 'hex') WHERE bsn ~ '\d';
DO $$
BEGIN
	PERFORM breachvalue.label('crm.customer', 'bsn', 'nl_bsn (protected = hash, absent = ''n/a'')');
	PERFORM pg_temp.count_all('citizen service numbers hashed plainly');
	PERFORM breachvalue.label('crm.customer', 'bsn', 'nl_bsn (protected = hmac, absent = ''n/a'')');
	PERFORM pg_temp.count_all('the same hashed with a key that is kept elsewhere');
END $$;

-- Who called whom: ten records a customer, each with a telephone number that is known anyway.
CREATE UNLOGGED TABLE crm.call_record AS
SELECT c.customer_id, c.phone AS caller, timestamp '2025-01-01' + n * interval '1 day' AS started_at, n * 7 % 900 AS seconds
FROM crm.customer AS c, generate_series(1, 10) AS n;
DO $$
BEGIN
	PERFORM breachvalue.label('crm.call_record', 'caller', 'phone');
	PERFORM breachvalue.label('crm.call_record', 'subject (customer_id = customer.customer_id)');
	PERFORM pg_temp.count_all((SELECT ltrim(to_char(count(*), '999,999,999')) FROM crm.call_record) || ' call records with a telephone number');
END $$;

SELECT what, ltrim(to_char(people, '999,999,999')) AS people,
	pg_temp.money(by_rows) AS value_by_rows, pg_temp.money(by_people) AS value_by_people
FROM counted ORDER BY step;

\echo '== What protection leaves, and why'
\echo
SELECT column_name, protection, factor, reason
FROM breachvalue.column_exposure
WHERE protection IS NOT NULL;
SELECT breachvalue.protection_reason('nl_bsn', 'hash') AS why_a_plain_hash_leaves_all;
