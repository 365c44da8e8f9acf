-- the value model: pure functions of numbers

CREATE FUNCTION breachvalue.value(
	price numeric, records numeric, exponent numeric, reference_records numeric DEFAULT 1
) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_value'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION breachvalue.value(numeric, numeric, numeric, numeric) IS
'what so many records of one price are worth together: price * records * (records / reference_records) ^ (exponent - 1)';

CREATE FUNCTION breachvalue.marginal_value(
	price numeric, records numeric, exponent numeric, reference_records numeric DEFAULT 1
) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_marginal_value'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION breachvalue.marginal_value(numeric, numeric, numeric, numeric) IS
'what one record more adds to the value of so many';

CREATE FUNCTION breachvalue.max_records(
	budget numeric, price numeric, exponent numeric, reference_records numeric DEFAULT 1
) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_max_records'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION breachvalue.max_records(numeric, numeric, numeric, numeric) IS
'the most records, at most 10^18, whose value is within the budget';

CREATE FUNCTION breachvalue.merged_value(parts numeric[], exponent numeric) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_merged_value'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION breachvalue.merged_value(numeric[], numeric) IS
'what parts of these values are worth as one store: the sum of their (1 / exponent)-th powers, raised to the exponent';

CREATE FUNCTION breachvalue.reduced_value(value numeric, removed numeric, exponent numeric) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_reduced_value'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION breachvalue.reduced_value(numeric, numeric, numeric) IS
'what is left of a value when a part, worth so much alone, is removed';

CREATE FUNCTION breachvalue.split_value(value numeric, stores integer, exponent numeric) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_split_value'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION breachvalue.split_value(numeric, integer, numeric) IS
'the total when a store is split into so many equal ones';

CREATE FUNCTION breachvalue.split_value_by_share(value numeric, shares numeric[], exponent numeric) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_split_value_by_share'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION breachvalue.split_value_by_share(numeric, numeric[], numeric) IS
'the total when a store is split into some with these shares of its mass; only the ratios of the shares count';

CREATE FUNCTION breachvalue.effective_stores(shares numeric[], exponent numeric) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_effective_stores'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION breachvalue.effective_stores(numeric[], numeric) IS
'how many equal stores would protect as well as some with these shares of the mass; only the ratios of the shares count';

CREATE FUNCTION breachvalue.linked_value(parts numeric[], linkage numeric, exponent numeric) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_linked_value'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 200;
COMMENT ON FUNCTION breachvalue.linked_value(numeric[], numeric, numeric) IS
'what stores of these values are worth when a thief can link them to a degree: 0 their sum, 1 their merged value';

CREATE FUNCTION breachvalue.min_stores(value numeric, budget numeric, exponent numeric) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_min_stores'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION breachvalue.min_stores(numeric, numeric, numeric) IS
'the fewest equal stores to split into, so that their total is within the budget';

CREATE FUNCTION breachvalue.total_value_add(state numeric[], value numeric, exponent numeric) RETURNS numeric[]
AS 'MODULE_PATHNAME', 'breachvalue_total_value_add'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION breachvalue.total_value_add(numeric[], numeric, numeric) IS
'transition function of total_value: adds the mass of one value to {exponent, mass}';

CREATE FUNCTION breachvalue.total_value_combine(state numeric[], other numeric[]) RETURNS numeric[]
AS 'MODULE_PATHNAME', 'breachvalue_total_value_combine'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION breachvalue.total_value_combine(numeric[], numeric[]) IS
'combine function of total_value: adds two masses';

CREATE FUNCTION breachvalue.total_value_final(state numeric[]) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_total_value_final'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION breachvalue.total_value_final(numeric[]) IS
'final function of total_value: the value of a mass';

CREATE AGGREGATE breachvalue.total_value(value numeric, exponent numeric) (
	SFUNC = breachvalue.total_value_add,
	STYPE = numeric[],
	SSPACE = 128,
	INITCOND = '{}',
	FINALFUNC = breachvalue.total_value_final,
	FINALFUNC_MODIFY = READ_ONLY,
	COMBINEFUNC = breachvalue.total_value_combine,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.total_value(numeric, numeric) IS
'the values of parts into that of the whole; the same for any order of rows, nulls are skipped, 0 for no rows';
