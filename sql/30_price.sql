-- Prices and models -----------------------------------------------------------
--
-- What the extension ships is marked builtin: such rows are not dumped, and an
-- upgrade sets them back.  To change a list or a model, copy it under a name of
-- your own.  Everybody may read; the owner of the extension may write.

CREATE TABLE breachvalue.price_list (
	name text COLLATE pg_catalog."C" PRIMARY KEY CHECK (octet_length(name) BETWEEN 1 AND 63),
	currency text COLLATE pg_catalog."C" NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
	year integer,
	basis text,
	record_price numeric
		CHECK (record_price >= 0 AND record_price <= 10000000 AND record_price = round(record_price, 9)),
	description text NOT NULL,
	source text,
	builtin boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE breachvalue.price_list IS
'price lists: what classes of personal data are worth, in one currency';
COMMENT ON COLUMN breachvalue.price_list.name IS 'name by which models refer to the list';
COMMENT ON COLUMN breachvalue.price_list.currency IS 'ISO 4217 code';
COMMENT ON COLUMN breachvalue.price_list.year IS 'when the prices held, where all are of one year';
COMMENT ON COLUMN breachvalue.price_list.basis IS 'what kind of price, where all are of one kind';
COMMENT ON COLUMN breachvalue.price_list.record_price IS
'one price whatever a record holds, provided it holds a class that names a person or says something about one; null: the prices of classes and bundles';
COMMENT ON COLUMN breachvalue.price_list.description IS 'what the list is';
COMMENT ON COLUMN breachvalue.price_list.source IS 'where it comes from';
COMMENT ON COLUMN breachvalue.price_list.builtin IS 'shipped with the extension: not dumped, set back by an upgrade';

CREATE TABLE breachvalue.price (
	price_list text COLLATE pg_catalog."C" CHECK (octet_length(price_list) <= 63),
	class text COLLATE pg_catalog."C",
	amount numeric NOT NULL
		CHECK (amount >= 0 AND amount <= 10000000 AND amount = round(amount, 9)),
	low numeric,
	high numeric,
	year integer,
	basis text,
	detail text,
	source text,
	builtin boolean NOT NULL DEFAULT false,
	PRIMARY KEY (price_list, class)
);
COMMENT ON TABLE breachvalue.price IS 'what one class of personal data is worth in a record';
COMMENT ON COLUMN breachvalue.price.price_list IS 'list that the price is of';
COMMENT ON COLUMN breachvalue.price.class IS 'class of personal data, as in breachvalue.classes';
COMMENT ON COLUMN breachvalue.price.amount IS
'price in the currency of the list, with at most 9 decimals; a class without a row is worth nothing';
COMMENT ON COLUMN breachvalue.price.low IS 'lowest price seen';
COMMENT ON COLUMN breachvalue.price.high IS 'highest price seen';
COMMENT ON COLUMN breachvalue.price.year IS 'when it was seen';
COMMENT ON COLUMN breachvalue.price.basis IS 'what kind of price: retail, bulk, broker, scaled';
COMMENT ON COLUMN breachvalue.price.detail IS 'what was priced, and how the amount was chosen';
COMMENT ON COLUMN breachvalue.price.source IS 'who published it';
COMMENT ON COLUMN breachvalue.price.builtin IS 'shipped with the extension: not dumped, set back by an upgrade';

CREATE TABLE breachvalue.bundle (
	price_list text COLLATE pg_catalog."C" CHECK (octet_length(price_list) <= 63),
	name text COLLATE pg_catalog."C",
	classes breachvalue.class_set NOT NULL
		CHECK (cardinality(breachvalue.class_names(classes)) >= 2),
	amount numeric NOT NULL
		CHECK (amount >= 0 AND amount <= 10000000 AND amount = round(amount, 9)),
	low numeric,
	high numeric,
	year integer,
	basis text,
	detail text,
	source text,
	builtin boolean NOT NULL DEFAULT false,
	PRIMARY KEY (price_list, name),
	UNIQUE (price_list, classes)
);
COMMENT ON TABLE breachvalue.bundle IS
'what several classes of personal data are worth together, where that is more than apart; at most 256 in a list';
COMMENT ON COLUMN breachvalue.bundle.price_list IS 'list that the bundle is of';
COMMENT ON COLUMN breachvalue.bundle.name IS 'what the bundle is called';
COMMENT ON COLUMN breachvalue.bundle.classes IS 'classes of personal data that a record must hold, all of them';
COMMENT ON COLUMN breachvalue.bundle.amount IS
'price of all of them together, in the currency of the list, with at most 9 decimals';
COMMENT ON COLUMN breachvalue.bundle.low IS 'lowest price seen';
COMMENT ON COLUMN breachvalue.bundle.high IS 'highest price seen';
COMMENT ON COLUMN breachvalue.bundle.year IS 'when it was seen';
COMMENT ON COLUMN breachvalue.bundle.basis IS 'what kind of price: retail, bulk, broker';
COMMENT ON COLUMN breachvalue.bundle.detail IS 'what was priced, and how the amount was chosen';
COMMENT ON COLUMN breachvalue.bundle.source IS 'who published it';
COMMENT ON COLUMN breachvalue.bundle.builtin IS 'shipped with the extension: not dumped, set back by an upgrade';

CREATE TABLE breachvalue.model (
	name text COLLATE pg_catalog."C" PRIMARY KEY CHECK (octet_length(name) BETWEEN 1 AND 63),
	exponent numeric NOT NULL
		CHECK (exponent > 0 AND exponent <= 16 AND exponent = round(exponent, 20)),
	reference_records bigint NOT NULL DEFAULT 1
		CHECK (reference_records BETWEEN 1 AND 1000000000000000000),
	price_list text COLLATE pg_catalog."C" NOT NULL CHECK (octet_length(price_list) <= 63),
	description text NOT NULL,
	source text,
	builtin boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE breachvalue.model IS
'models of value: value = price * records * (records / reference_records) ^ (exponent - 1)';
COMMENT ON COLUMN breachvalue.model.name IS 'name for the setting breachvalue.model';
COMMENT ON COLUMN breachvalue.model.exponent IS 'power of the number of records with which the value grows';
COMMENT ON COLUMN breachvalue.model.reference_records IS 'number of records at which the prices hold';
COMMENT ON COLUMN breachvalue.model.price_list IS 'prices of the model, and so its currency';
COMMENT ON COLUMN breachvalue.model.description IS 'what the model is, and what it is not';
COMMENT ON COLUMN breachvalue.model.source IS 'where it comes from';
COMMENT ON COLUMN breachvalue.model.builtin IS 'shipped with the extension: not dumped, set back by an upgrade';

GRANT SELECT ON breachvalue.price_list, breachvalue.price, breachvalue.bundle, breachvalue.model TO PUBLIC;
GRANT INSERT, UPDATE, DELETE ON breachvalue.price_list, breachvalue.price, breachvalue.bundle, breachvalue.model
	TO @extowner@;

SELECT pg_catalog.pg_extension_config_dump('breachvalue.price_list', 'WHERE NOT builtin');
SELECT pg_catalog.pg_extension_config_dump('breachvalue.price', 'WHERE NOT builtin');
SELECT pg_catalog.pg_extension_config_dump('breachvalue.bundle', 'WHERE NOT builtin');
SELECT pg_catalog.pg_extension_config_dump('breachvalue.model', 'WHERE NOT builtin');

-- Triggers take the place of foreign keys, which rows that are restored in
-- parallel would break.  Those that look after the caches fire whatever
-- session_replication_role says: a replicated price must reach them too, and of
-- one that comes by a subscription row triggers alone hear.

CREATE FUNCTION breachvalue.check_price_class() RETURNS trigger
AS 'MODULE_PATHNAME', 'breachvalue_check_price_class'
LANGUAGE C;
COMMENT ON FUNCTION breachvalue.check_price_class() IS
'trigger that refuses a price for a class that the catalogue does not have';

CREATE TRIGGER check_price_class BEFORE INSERT OR UPDATE OF class ON breachvalue.price
	FOR EACH ROW EXECUTE FUNCTION breachvalue.check_price_class();
ALTER TABLE breachvalue.price ENABLE ALWAYS TRIGGER check_price_class;

CREATE FUNCTION breachvalue.forget_prices() RETURNS trigger
AS 'MODULE_PATHNAME', 'breachvalue_forget_prices'
LANGUAGE C;
COMMENT ON FUNCTION breachvalue.forget_prices() IS
'trigger that makes every session read prices and models again, keeps bundles within their limit, and tells of a price list that is not there';

CREATE TRIGGER forget_prices AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON breachvalue.price_list
	FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.forget_prices();
ALTER TABLE breachvalue.price_list ENABLE ALWAYS TRIGGER forget_prices;
CREATE TRIGGER forget_row BEFORE INSERT OR UPDATE OR DELETE ON breachvalue.price_list
	FOR EACH ROW EXECUTE FUNCTION breachvalue.forget_prices();
ALTER TABLE breachvalue.price_list ENABLE ALWAYS TRIGGER forget_row;

CREATE TRIGGER forget_prices AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON breachvalue.price
	FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.forget_prices();
ALTER TABLE breachvalue.price ENABLE ALWAYS TRIGGER forget_prices;
CREATE TRIGGER forget_row BEFORE INSERT OR UPDATE OR DELETE ON breachvalue.price
	FOR EACH ROW EXECUTE FUNCTION breachvalue.forget_prices();
ALTER TABLE breachvalue.price ENABLE ALWAYS TRIGGER forget_row;

CREATE TRIGGER forget_prices AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON breachvalue.bundle
	FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.forget_prices();
ALTER TABLE breachvalue.bundle ENABLE ALWAYS TRIGGER forget_prices;
CREATE TRIGGER forget_row BEFORE INSERT OR UPDATE OR DELETE ON breachvalue.bundle
	FOR EACH ROW EXECUTE FUNCTION breachvalue.forget_prices();
ALTER TABLE breachvalue.bundle ENABLE ALWAYS TRIGGER forget_row;

CREATE TRIGGER forget_prices AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON breachvalue.model
	FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.forget_prices();
ALTER TABLE breachvalue.model ENABLE ALWAYS TRIGGER forget_prices;
CREATE TRIGGER forget_row BEFORE INSERT OR UPDATE OR DELETE ON breachvalue.model
	FOR EACH ROW EXECUTE FUNCTION breachvalue.forget_prices();
ALTER TABLE breachvalue.model ENABLE ALWAYS TRIGGER forget_row;

CREATE FUNCTION breachvalue.keep_used_list() RETURNS trigger
AS 'MODULE_PATHNAME', 'breachvalue_keep_used_list'
LANGUAGE C;
COMMENT ON FUNCTION breachvalue.keep_used_list() IS
'trigger that keeps a price list to which prices, bundles or models refer';

CREATE TRIGGER keep_used_list AFTER DELETE OR UPDATE OF name ON breachvalue.price_list
	FOR EACH ROW EXECUTE FUNCTION breachvalue.keep_used_list();

-- What a record is worth

CREATE FUNCTION breachvalue.current_model() RETURNS text
AS 'MODULE_PATHNAME', 'breachvalue_current_model'
LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.current_model() IS
'the model that breachvalue.model names';

CREATE FUNCTION breachvalue.record_price(classes breachvalue.class_set) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_record_price'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION breachvalue.record_price(breachvalue.class_set) IS
'what one record that holds these classes is worth in the current model: the best packing of bundles and single classes';

CREATE FUNCTION breachvalue.record_price(classes breachvalue.class_set, model text) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_record_price_in_model'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION breachvalue.record_price(breachvalue.class_set, text) IS
'what one record that holds these classes is worth in a model: the best packing of bundles and single classes';

CREATE FUNCTION breachvalue.value(price numeric, records numeric) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_value_in_current_model'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION breachvalue.value(numeric, numeric) IS
'value of a number of records of one price, by the exponent and reference size of the current model';

