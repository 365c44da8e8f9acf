-- A telephone company: customers (psql variable customers says how many), their orders and calls.
--
-- Nobody in here exists.  All is drawn from hashes of the row's number, so that each run makes the
-- same database; identifiers carry right check digits, as real ones do.

\if :{?customers}
\else
	\set customers 1000000
\endif

SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
SET session_replication_role = replica; -- what refers to something does so by construction
BEGIN;

CREATE SCHEMA crm;
COMMENT ON SCHEMA crm IS 'customers of a telephone company';

-- How identifiers are made; gone when the session ends.

-- The digit of a number that counts so much.
CREATE FUNCTION pg_temp.digit(number bigint, place bigint) RETURNS bigint
	LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN number / place % 10;

-- The sum of the digits of twice a digit.
CREATE FUNCTION pg_temp.doubled(digit bigint) RETURNS bigint
	LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 2 * digit - digit / 5 * 9;

-- Fourteen digits and the Luhn digit that goes with them.
CREATE FUNCTION pg_temp.imei(body bigint) RETURNS bigint
	LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
	body * 10 + (1000
		- pg_temp.doubled(pg_temp.digit(body, 1)) - pg_temp.digit(body, 10)
		- pg_temp.doubled(pg_temp.digit(body, 100)) - pg_temp.digit(body, 1000)
		- pg_temp.doubled(pg_temp.digit(body, 10000)) - pg_temp.digit(body, 100000)
		- pg_temp.doubled(pg_temp.digit(body, 1000000)) - pg_temp.digit(body, 10000000)
		- pg_temp.doubled(pg_temp.digit(body, 100000000)) - pg_temp.digit(body, 1000000000)
		- pg_temp.doubled(pg_temp.digit(body, 10000000000)) - pg_temp.digit(body, 100000000000)
		- pg_temp.doubled(pg_temp.digit(body, 1000000000000)) - pg_temp.digit(body, 10000000000000)) % 10;

-- Eight digits weighed 9 to 2, modulo 11: the last digit of a Dutch citizen service number.
CREATE FUNCTION pg_temp.eleven(body bigint) RETURNS bigint
	LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
	(9 * pg_temp.digit(body, 10000000) + 8 * pg_temp.digit(body, 1000000)
		+ 7 * pg_temp.digit(body, 100000) + 6 * pg_temp.digit(body, 10000)
		+ 5 * pg_temp.digit(body, 1000) + 4 * pg_temp.digit(body, 100)
		+ 3 * pg_temp.digit(body, 10) + 2 * pg_temp.digit(body, 1)) % 11;

-- No number ends in 10: a neighbour is taken instead, whose sum differs by 2.
CREATE FUNCTION pg_temp.bsn(body bigint) RETURNS bigint
	LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
	CASE
		WHEN pg_temp.eleven(body) < 10 THEN body * 10 + pg_temp.eleven(body)
		WHEN body % 10 < 9 THEN body * 10 + 11
		ELSE body * 10 - 2
	END;

-- ING Bank, an account, and the check digits that make it 1 modulo 97 with INGB and NL as numbers.
CREATE FUNCTION pg_temp.iban(account bigint) RETURNS text
	LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
	'NL' || lpad((98 - (18231611 % 97 * 62 + account % 97 * 27 + 232100) % 97)::text, 2, '0')
		|| 'INGB' || lpad(account::text, 10, '0');

-- A letter of a number plate: no vowels, and none that make a word that is not given out.
CREATE FUNCTION pg_temp.letter(draw bigint) RETURNS text
	LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN substr('BDGHJLNPRTXZ', 1 + (draw % 12)::int, 1);

-- What each customer is made of: some large numbers, and the bodies of the identifiers.
CREATE TEMP TABLE draw AS
SELECT id, a, b, c,
	10000000 + d % 89999999 AS bsn_body,
	35000000000000 + d / 89999999 % 999999999999 AS imei_body,
	a % 9999999999 AS account
FROM (
	SELECT id,
		hashint8extended(id, 1) & 9223372036854775807 AS a,
		hashint8extended(id, 2) & 9223372036854775807 AS b,
		hashint8extended(id, 3) & 9223372036854775807 AS c,
		hashint8extended(id, 4) & 9223372036854775807 AS d
	FROM generate_series(1, :customers::bigint) AS id
	OFFSET 0) AS hashed;

CREATE UNLOGGED TABLE crm.tariff (
	tariff_id      int PRIMARY KEY,
	name           text NOT NULL,
	phone_included boolean NOT NULL,
	monthly_price  numeric(6, 2) NOT NULL
);

INSERT INTO crm.tariff
SELECT id, (ARRAY['Basic', 'Basic Plus', 'Family', 'Senior', 'Student', 'Unlimited',
		'Unlimited Plus', 'Business'])[id], id % 3 = 0, 7.5 * id
FROM generate_series(1, 8) AS id;

CREATE UNLOGGED TABLE crm.cell_tower (
	cell_tower_id int PRIMARY KEY,
	name          text NOT NULL,
	address       int NOT NULL,
	phone_count   int NOT NULL
);
COMMENT ON COLUMN crm.cell_tower.address IS 'of the mast on its controller''s bus';

INSERT INTO crm.cell_tower
SELECT id, 'tower ' || lpad(id::text, 4, '0'), id % 128, 200 + id * 37 % 5000
FROM generate_series(1, 2000) AS id;

CREATE UNLOGGED TABLE crm.customer (
	customer_id     bigint PRIMARY KEY,
	status          text NOT NULL,
	given_name      text,
	family_name     text,
	address         text,
	postcode        text,
	city            text,
	email           text,
	phone           text,
	birth_date      date,
	bsn             text,
	drivers_licence text,
	iban            text,
	imei            text,
	licence_plate   text,
	tariff_id       int REFERENCES crm.tariff,
	joined_on       date,
	ended_on        date
);
COMMENT ON COLUMN crm.customer.licence_plate IS 'for a breakdown service that ended years ago';

-- Of twelve customers eight are current, three former, one prospective.
INSERT INTO crm.customer
SELECT id, status, given_name, family_name,
	CASE WHEN status <> 'prospective' THEN
		(ARRAY['Kerkstraat', 'Dorpsstraat', 'Molenweg', 'Schoolstraat', 'Stationsweg', 'Julianalaan',
			'Beatrixstraat', 'Parallelweg', 'Nieuwstraat', 'Hoofdstraat', 'Industrieweg', 'Wilhelminastraat',
			'Eikenlaan', 'Kastanjelaan', 'Raadhuisplein', 'Havenkade'])[1 + b % 16] || ' ' || 1 + b / 16 % 240
	END,
	CASE WHEN status <> 'prospective' THEN
		1000 + b / 3840 % 9000 || ' ' || pg_temp.letter(b / 34560000) || pg_temp.letter(b / 414720000)
	END,
	(ARRAY['Amsterdam', 'Haarlem', 'Leiden', 'Utrecht', 'Rotterdam', 'Dordrecht',
		'Middelburg', 'Breda', 'Tilburg', 'Eindhoven', 'Venlo', 'Maastricht',
		'Nijmegen', 'Arnhem', 'Apeldoorn', 'Enschede', 'Zwolle', 'Groningen'])[1 + b / 3840 % 9000 / 500],
	CASE WHEN b / 4976640000 % 50 > 0 THEN
		lower(given_name) || '.' || lower(replace(family_name, ' ', '')) || id || '@example.'
			|| (ARRAY['com', 'net', 'org'])[1 + id % 3]
	ELSE '' END,
	CASE WHEN id % 5 < 3 THEN '+316' ELSE '06-' END || 10000000 + c % 49999999,
	CASE WHEN status <> 'prospective' THEN date '1936-01-01' + (c / 49999999 % 25500)::int END,
	CASE WHEN status <> 'prospective' AND id % 5 < 2 THEN pg_temp.bsn(bsn_body)::text END,
	CASE WHEN status <> 'prospective' AND id % 7 < 2 THEN (5000000000 + c % 999999999)::text END,
	CASE WHEN status <> 'prospective' THEN pg_temp.iban(account) END,
	CASE WHEN status <> 'prospective' THEN pg_temp.imei(imei_body)::text END,
	CASE WHEN status <> 'prospective' AND id % 8 < 5 THEN
		CASE id % 2
			WHEN 0 THEN 10 + a % 90 || '-' || pg_temp.letter(a / 90) || pg_temp.letter(a / 1080)
				|| pg_temp.letter(a / 12960) || '-' || 1 + a / 155520 % 9
			ELSE pg_temp.letter(a / 90) || pg_temp.letter(a / 1080) || '-' || 100 + a % 900 || '-'
				|| pg_temp.letter(a / 12960)
		END
	END,
	CASE WHEN status <> 'prospective' THEN 1 + id % 8 END,
	joined_on,
	CASE WHEN status = 'former' THEN joined_on + 365 + (c % 1000)::int END
FROM (
	SELECT *,
		CASE WHEN id % 12 < 8 THEN 'current' WHEN id % 12 < 11 THEN 'former' ELSE 'prospective' END AS status,
		(ARRAY['Anna', 'Emma', 'Sophie', 'Julia', 'Mila', 'Tess', 'Sara', 'Eva', 'Lotte', 'Fleur',
			'Maria', 'Johanna', 'Femke', 'Sanne', 'Marieke', 'Ingrid', 'Jan', 'Daan', 'Sem', 'Lucas',
			'Levi', 'Finn', 'Bram', 'Thijs', 'Lars', 'Jesse', 'Pieter', 'Willem', 'Hendrik',
			'Kees', 'Mohammed', 'Youssef'])[1 + a % 32] AS given_name,
		(ARRAY['de Jong', 'Jansen', 'de Vries', 'van den Berg', 'van Dijk', 'Bakker', 'Janssen',
			'Visser', 'Smit', 'Meijer', 'de Boer', 'Mulder', 'de Groot', 'Bos', 'Vos', 'Peters',
			'Hendriks', 'van Leeuwen', 'Dekker', 'Brouwer', 'de Wit', 'Dijkstra', 'Smits', 'de Graaf',
			'van der Meer', 'van der Linden', 'Kok', 'Jacobs', 'de Haan', 'Vermeulen', 'van den Heuvel',
			'van der Veen'])[1 + a / 32 % 32] AS family_name,
		date '2008-01-01' + (a / 1024 % 5200)::int AS joined_on
	FROM draw) AS drawn;

CREATE UNLOGGED TABLE crm."order" (
	order_id    bigint PRIMARY KEY,
	customer_id bigint NOT NULL REFERENCES crm.customer,
	ordered_on  date NOT NULL,
	article     int NOT NULL,
	amount      numeric(8, 2) NOT NULL
);

INSERT INTO crm."order"
SELECT id, 1 + a % :customers, date '2015-01-01' + (id * 3650 / (2 * :customers::bigint))::int,
	1 + a / 1000 % 400, (a / 1000000 % 90000 + 495) / 100.0
FROM (
	SELECT id, hashint8extended(id, 5) & 9223372036854775807 AS a
	FROM generate_series(1, 2 * :customers::bigint) AS id
	OFFSET 0) AS drawn;

CREATE UNLOGGED TABLE crm.call (
	customer_id   bigint NOT NULL REFERENCES crm.customer,
	started_at    timestamp NOT NULL,
	seconds       int NOT NULL,
	cell_tower_id int NOT NULL REFERENCES crm.cell_tower
);

INSERT INTO crm.call
SELECT 1 + a % :customers, timestamp '2025-01-01' + id * (interval '365 days' / (3.0 * :customers)),
	a / 1000000 % 900, 1 + a / 1000000000 % 2000
FROM (
	SELECT id, hashint8extended(id, 6) & 9223372036854775807 AS a
	FROM generate_series(1, 3 * :customers::bigint) AS id
	OFFSET 0) AS drawn;

-- Numbers in sequence: one in eleven passes for a citizen service number, one in ten for a Luhn.
CREATE UNLOGGED TABLE crm.invoice (
	invoice_id bigint PRIMARY KEY,
	order_id   bigint NOT NULL REFERENCES crm."order",
	number     bigint NOT NULL,
	email_sent boolean NOT NULL,
	amount     numeric(8, 2) NOT NULL
);

INSERT INTO crm.invoice
SELECT order_id / 10, order_id, 202500000 + order_id / 10, order_id % 3 > 0, amount
FROM crm."order"
WHERE order_id % 10 = 0;

DROP TABLE draw;
COMMIT;
RESET session_replication_role;

ANALYZE crm.tariff, crm.cell_tower, crm.customer, crm."order", crm.call, crm.invoice;
