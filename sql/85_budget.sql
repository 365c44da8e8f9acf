-- Budgets -------------------------------------------------------------------------------
--
-- The tables are written by C functions alone, which check who asks.  They are dumped with the
-- rows that they count, so that a restore brings both as they were; rows that come any other way
-- than from those functions make their budget stale.

CREATE TABLE breachvalue.budget (
	id text COLLATE pg_catalog."C" PRIMARY KEY,
	name text COLLATE pg_catalog."C" UNIQUE,
	unit text COLLATE pg_catalog."C" NOT NULL CHECK (unit IN ('record', 'mass')),
	limit_units numeric NOT NULL,
	limit_records bigint,
	limit_value numeric,
	warn_at numeric NOT NULL,
	model text COLLATE pg_catalog."C" NOT NULL,
	exponent numeric NOT NULL,
	reference_records bigint NOT NULL,
	currency text COLLATE pg_catalog."C" NOT NULL,
	prices text COLLATE pg_catalog."C" NOT NULL,
	price bigint NOT NULL,
	counted_at timestamp with time zone NOT NULL,
	restored boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE breachvalue.budget IS
'budgets of tables and stores, with the model and prices that they were set under';
COMMENT ON COLUMN breachvalue.budget.id IS 'by which triggers name the budget';
COMMENT ON COLUMN breachvalue.budget.name IS 'of a budget that several tables share; null: the budget of one table';
COMMENT ON COLUMN breachvalue.budget.unit IS
'what is counted: records, or masses in units of 10^-18, each rounded up';
COMMENT ON COLUMN breachvalue.budget.limit_units IS 'the most units there may be';
COMMENT ON COLUMN breachvalue.budget.limit_records IS 'the limit as it was set, if in records';
COMMENT ON COLUMN breachvalue.budget.limit_value IS 'the limit as it was set, if in value';
COMMENT ON COLUMN breachvalue.budget.warn_at IS 'share of the limit from which on there are warnings';
COMMENT ON COLUMN breachvalue.budget.model IS 'name of the model that held when rows were counted last';
COMMENT ON COLUMN breachvalue.budget.exponent IS 'its exponent';
COMMENT ON COLUMN breachvalue.budget.reference_records IS 'its reference size';
COMMENT ON COLUMN breachvalue.budget.currency IS 'its currency';
COMMENT ON COLUMN breachvalue.budget.prices IS
'its prices of classes and bundles that rows of these tables can hold, in billionths';
COMMENT ON COLUMN breachvalue.budget.price IS 'the highest price that a row can have, in billionths';
COMMENT ON COLUMN breachvalue.budget.counted_at IS 'when all rows were counted last';
COMMENT ON COLUMN breachvalue.budget.restored IS 'not counted since it was written by hand, or restored';

CREATE TABLE breachvalue.budget_member (
	budget text COLLATE pg_catalog."C",
	relation regclass,
	relation_number oid NOT NULL,
	is_root boolean NOT NULL,
	labels text[] NOT NULL,
	triggers text COLLATE pg_catalog."C" NOT NULL,
	PRIMARY KEY (budget, relation)
);
COMMENT ON TABLE breachvalue.budget_member IS
'tables that a budget is set on, with their partitions and children';
COMMENT ON COLUMN breachvalue.budget_member.budget IS 'id of the budget';
COMMENT ON COLUMN breachvalue.budget_member.relation IS 'table, partition or child';
COMMENT ON COLUMN breachvalue.budget_member.relation_number IS
'its OID when rows were counted last: another where it was restored since';
COMMENT ON COLUMN breachvalue.budget_member.is_root IS 'named when the budget was set, rather than below one that was';
COMMENT ON COLUMN breachvalue.budget_member.labels IS
'what its columns held when rows were counted last: number, name, type and label of each';
COMMENT ON COLUMN breachvalue.budget_member.triggers IS
'its triggers as they were then: number and version of each';

CREATE TABLE breachvalue.budget_slot (
	budget text COLLATE pg_catalog."C",
	slot integer CHECK (slot >= 0),
	free numeric,
	PRIMARY KEY (budget, slot)
) WITH (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500,
	autovacuum_analyze_threshold = 100000000);
COMMENT ON TABLE breachvalue.budget_slot IS
'what is free of each budget, in parts, so that transactions need not wait for each other';
COMMENT ON COLUMN breachvalue.budget_slot.budget IS 'id of the budget';
COMMENT ON COLUMN breachvalue.budget_slot.slot IS 'number of the part; from 64 on: given back while others had all parts, until it is put into one';
COMMENT ON COLUMN breachvalue.budget_slot.free IS
'units that are free; less than none in part 0 of a budget that is over its limit; null: everything goes by part 0';

-- a table that was dropped has no budget
GRANT SELECT, INSERT ON breachvalue.budget, breachvalue.budget_member, breachvalue.budget_slot TO @extowner@;
SELECT pg_catalog.pg_extension_config_dump('breachvalue.budget', '');
SELECT pg_catalog.pg_extension_config_dump('breachvalue.budget_member',
	'WHERE EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = relation)');
SELECT pg_catalog.pg_extension_config_dump('breachvalue.budget_slot', '');

CREATE FUNCTION breachvalue.mark_restored() RETURNS trigger
AS 'MODULE_PATHNAME', 'breachvalue_mark_restored'
LANGUAGE C;
COMMENT ON FUNCTION breachvalue.mark_restored() IS
'trigger that marks budgets as restored, and makes every session read them again';

CREATE TRIGGER mark_restored BEFORE INSERT OR UPDATE OR DELETE ON breachvalue.budget
	FOR EACH ROW EXECUTE FUNCTION breachvalue.mark_restored();
ALTER TABLE breachvalue.budget ENABLE ALWAYS TRIGGER mark_restored;
CREATE TRIGGER mark_restored BEFORE INSERT OR UPDATE OR DELETE ON breachvalue.budget_member
	FOR EACH ROW EXECUTE FUNCTION breachvalue.mark_restored();
ALTER TABLE breachvalue.budget_member ENABLE ALWAYS TRIGGER mark_restored;

CREATE FUNCTION breachvalue.keep_budget() RETURNS trigger
AS 'MODULE_PATHNAME', 'breachvalue_keep_budget'
LANGUAGE C;
COMMENT ON FUNCTION breachvalue.keep_budget() IS
'trigger that charges a budget with what is written to a table, and refuses what would exceed it';

CREATE FUNCTION breachvalue.set_budget(relation regclass, records bigint DEFAULT NULL, value numeric DEFAULT NULL,
	warn_at numeric DEFAULT 0.8) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_set_budget'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.set_budget(regclass, bigint, numeric, numeric) IS
'limits what a table may hold, in records or in value under the current model, from now on; counts what it holds';

CREATE FUNCTION breachvalue.set_store_budget(name text, relations regclass[], value numeric,
	warn_at numeric DEFAULT 0.8) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_set_store_budget'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.set_store_budget(text, regclass[], numeric, numeric) IS
'limits what several tables may be worth together, as one store';

CREATE FUNCTION breachvalue.drop_budget(relation regclass) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_drop_budget'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.drop_budget(regclass) IS
'takes the budget of a table away';

CREATE FUNCTION breachvalue.drop_store_budget(name text) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_drop_store_budget'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.drop_store_budget(text) IS
'takes the budget of a store away';

CREATE FUNCTION breachvalue.recount_budget(relation regclass) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_recount_budget'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.recount_budget(regclass) IS
'counts all rows for every budget that a table has a part in, under the labels, the prices and the partitions of today';

CREATE FUNCTION breachvalue.budget_status(
	OUT budget text, OUT relations regclass[], OUT basis text,
	OUT limit_value numeric, OUT used_value numeric, OUT headroom_value numeric,
	OUT limit_records bigint, OUT used_records bigint, OUT headroom_records bigint,
	OUT limit_mass numeric, OUT used_mass numeric, OUT headroom_mass numeric,
	OUT used_share numeric, OUT warn_at numeric, OUT model text, OUT currency text,
	OUT all_full_value numeric, OUT state text, OUT reason text, OUT counted_at timestamp with time zone)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_budget_status'
LANGUAGE C VOLATILE PARALLEL UNSAFE ROWS 10;
COMMENT ON FUNCTION breachvalue.budget_status() IS
'the budgets of tables that the caller may read, as this transaction sees them';

CREATE VIEW breachvalue.budgets AS
SELECT budget, relations, basis, limit_value, used_value, headroom_value, limit_records, used_records,
	headroom_records, limit_mass, used_mass, headroom_mass, used_share, warn_at, model, currency,
	all_full_value, state, reason, counted_at
FROM breachvalue.budget_status();
COMMENT ON VIEW breachvalue.budgets IS
'budgets: limit, use and headroom in value, records and mass; state is ok, warning, full, over, stale or stale model; all_full_value is what they would be worth together if all were full';
GRANT SELECT ON breachvalue.budgets TO PUBLIC;

CREATE FUNCTION breachvalue.verify_budgets(
	OUT budget text, OUT relations regclass[], OUT unit text, OUT used numeric, OUT counted numeric,
	OUT difference numeric)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_verify_budgets'
LANGUAGE C VOLATILE PARALLEL UNSAFE COST 100000 ROWS 10;
COMMENT ON FUNCTION breachvalue.verify_budgets() IS
'counts the rows of every budget of the caller, and compares; nobody has to wait for it; the difference is 0 unless something was written that no trigger saw';
