-- What an exposure is worth -----------------------------------------------------

CREATE FUNCTION breachvalue.value(exposure breachvalue.exposure) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_exposure_value'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.value(breachvalue.exposure) IS
'what the records are worth to an attacker under the current model, in its currency';

CREATE FUNCTION breachvalue.value(exposure breachvalue.exposure, exponent numeric) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_exposure_value_exponent'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.value(breachvalue.exposure, numeric) IS
'the same with another exponent';

CREATE FUNCTION breachvalue.value(exposure breachvalue.exposure, model text) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_exposure_value_model'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.value(breachvalue.exposure, text) IS
'what the records are worth under that model, in its currency';

CREATE FUNCTION breachvalue.records(exposure breachvalue.exposure) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_exposure_records'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.records(breachvalue.exposure) IS
'how many records are worth something under the current model';

CREATE FUNCTION breachvalue.linear_value(exposure breachvalue.exposure) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_exposure_linear_value'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.linear_value(breachvalue.exposure) IS
'sum of the prices of the records under the current model';

CREATE FUNCTION breachvalue.effective_records(exposure breachvalue.exposure) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_exposure_effective_records'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.effective_records(breachvalue.exposure) IS
'how many records of equal price would be worth as much: value = linear value * (effective records / reference records) ^ (exponent - 1)';

CREATE FUNCTION breachvalue.mass(exposure breachvalue.exposure) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_exposure_mass'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.mass(breachvalue.exposure) IS
'the quantity that adds up over records, tables and databases: value = mass ^ exponent';

CREATE FUNCTION breachvalue.describe(exposure breachvalue.exposure,
	OUT records bigint, OUT linear_value numeric, OUT value numeric, OUT model text, OUT currency text,
	OUT organisations bigint) RETURNS record
AS 'MODULE_PATHNAME', 'breachvalue_exposure_describe'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.describe(breachvalue.exposure) IS
'records, linear value and value under the current model, and how many of the records are about organisations';

CREATE FUNCTION breachvalue.coarseness(exposure breachvalue.exposure) RETURNS integer
AS 'MODULE_PATHNAME', 'breachvalue_exposure_coarseness'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.coarseness(breachvalue.exposure) IS
'how far an exposure of many kinds had to be coarsened: 0 is exact, 1 told prices apart by buckets, above that classes by blocks';

CREATE FUNCTION breachvalue.class_counts(exposure breachvalue.exposure,
	OUT class text, OUT records bigint, OUT protection text) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_exposure_class_counts'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION breachvalue.class_counts(breachvalue.exposure) IS
'how many records hold each class, in clear (protection is null) or protected';

CREATE FUNCTION breachvalue.without_class(exposure breachvalue.exposure, class text) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_without_class'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.without_class(breachvalue.exposure, text) IS
'the exposure as it would be without that class, in clear and protected';

