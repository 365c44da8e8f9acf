-- Currencies: nothing is mixed in silence ---------------------------------------

CREATE TABLE breachvalue.exchange_rate (
	currency text COLLATE pg_catalog."C" CHECK (currency ~ '^[A-Z]{3}$' AND currency <> 'EUR'),
	as_of date CHECK (isfinite(as_of)),
	rate numeric NOT NULL CHECK (rate > 0 AND rate <= 1e18 AND rate >= 1e-18),
	source text,
	CONSTRAINT exchange_rate_pkey PRIMARY KEY (currency, as_of)
);
COMMENT ON TABLE breachvalue.exchange_rate IS
'how many units of a currency one euro buys, filled by the user; the euro itself is always 1';
COMMENT ON COLUMN breachvalue.exchange_rate.currency IS 'ISO 4217 code, other than EUR';
COMMENT ON COLUMN breachvalue.exchange_rate.as_of IS
'day from which the rate holds, until that of the next row of the currency';
COMMENT ON COLUMN breachvalue.exchange_rate.rate IS
'units of the currency that one euro buys, as the European Central Bank publishes it';
COMMENT ON COLUMN breachvalue.exchange_rate.source IS 'who published it';

GRANT SELECT ON breachvalue.exchange_rate TO PUBLIC;
GRANT INSERT, UPDATE, DELETE ON breachvalue.exchange_rate TO @extowner@;
SELECT pg_catalog.pg_extension_config_dump('breachvalue.exchange_rate', '');

CREATE FUNCTION breachvalue.exchanged(amount numeric, from_currency text, to_currency text,
	as_of date DEFAULT NULL) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_exchanged'
LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION breachvalue.exchanged(numeric, text, text, date) IS
'an amount in another currency, by the last exchange rates on or before a day, or by the latest there are';

CREATE FUNCTION breachvalue.in_currency(exposure breachvalue.exposure, currency text,
	as_of date DEFAULT NULL) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_in_currency'
LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION breachvalue.in_currency(breachvalue.exposure, text, date) IS
'an exposure with its explicit prices in another currency, by the last exchange rates on or before a day, or by the latest there are';

CREATE FUNCTION breachvalue.priced_in(exposure breachvalue.exposure, currency text) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_priced_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION breachvalue.priced_in(breachvalue.exposure, text) IS
'an exposure that says in which currency its explicit prices are';

-- The rate goes into the rows, so that a figure does not change when the next one is published.
-- The range of what was seen stays with the list that was seen.
CREATE FUNCTION breachvalue.copy_model(model text, name text, currency text DEFAULT NULL, as_of date DEFAULT NULL)
RETURNS void
LANGUAGE SQL VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
	INSERT INTO breachvalue.price_list (name, currency, year, basis, record_price, description, source)
	SELECT $2, coalesce($3, l.currency), l.year, l.basis,
		round(breachvalue.exchanged(l.record_price, l.currency, coalesce($3, l.currency), $4), 9),
		CASE WHEN $3 <> l.currency THEN format('%s; in %s instead of %s', l.description, $3, l.currency)
			ELSE l.description END,
		CASE WHEN $3 <> l.currency THEN format('%s; times %s, the exchange rate%s', l.source,
				round(breachvalue.exchanged(1, l.currency, $3, $4), 9), ' of ' || to_char($4, 'YYYY-MM-DD'))
			ELSE l.source END
	FROM breachvalue.model m JOIN breachvalue.price_list l ON l.name = m.price_list
	-- which says so if there is no such model
	WHERE m.name = $1 OR breachvalue.record_price('{}', $1) IS NULL;
	INSERT INTO breachvalue.price (price_list, class, amount, year, basis, detail, source)
	SELECT $2, p.class, round(breachvalue.exchanged(p.amount, l.currency, coalesce($3, l.currency), $4), 9),
		p.year, p.basis, p.detail, p.source
	FROM breachvalue.model m JOIN breachvalue.price_list l ON l.name = m.price_list
		JOIN breachvalue.price p ON p.price_list = l.name
	WHERE m.name = $1;
	INSERT INTO breachvalue.bundle (price_list, name, classes, amount, year, basis, detail, source)
	SELECT $2, b.name, b.classes, round(breachvalue.exchanged(b.amount, l.currency, coalesce($3, l.currency), $4), 9),
		b.year, b.basis, b.detail, b.source
	FROM breachvalue.model m JOIN breachvalue.price_list l ON l.name = m.price_list
		JOIN breachvalue.bundle b ON b.price_list = l.name
	WHERE m.name = $1;
	INSERT INTO breachvalue.model (name, exponent, reference_records, price_list, description, source)
	SELECT $2, m.exponent, m.reference_records, $2, m.description, m.source
	FROM breachvalue.model m
	WHERE m.name = $1;
END;
COMMENT ON FUNCTION breachvalue.copy_model(text, text, text, date) IS
'a model of your own that is like another one, with a price list of its own, in another currency if you say so';
