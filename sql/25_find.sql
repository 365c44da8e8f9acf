-- Identifiers inside free text -------------------------------------------------

CREATE FUNCTION breachvalue.find_pii(document text,
	OUT class text, OUT start integer, OUT length integer) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_find_pii'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 2;
COMMENT ON FUNCTION breachvalue.find_pii(text) IS
'identifiers inside a text: class, first character (from 1) and number of characters, in order and without overlaps';

CREATE FUNCTION breachvalue.pii_carriers_add(bigint[], document text) RETURNS bigint[]
AS 'MODULE_PATHNAME', 'breachvalue_pii_carriers_add'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION breachvalue.pii_carriers_add(bigint[], text) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.pii_carriers_combine(bigint[], bigint[]) RETURNS bigint[]
AS 'MODULE_PATHNAME', 'breachvalue_pii_carriers_combine'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.pii_carriers_combine(bigint[], bigint[]) IS
'aggregate combine function';

CREATE FUNCTION breachvalue.pii_carriers_final(bigint[]) RETURNS jsonb
AS 'MODULE_PATHNAME', 'breachvalue_pii_carriers_final'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.pii_carriers_final(bigint[]) IS
'aggregate final function';

CREATE AGGREGATE breachvalue.pii_carriers(document text) (
	SFUNC = breachvalue.pii_carriers_add,
	STYPE = bigint[],
	SSPACE = 1536,
	INITCOND = '{0,0}',
	COMBINEFUNC = breachvalue.pii_carriers_combine,
	FINALFUNC = breachvalue.pii_carriers_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.pii_carriers(text) IS
'per class, how many documents hold one; how many hold any, and how many there are';

CREATE FUNCTION breachvalue.carrier_classes(counts jsonb,
	OUT class text, OUT documents bigint, OUT share numeric) RETURNS SETOF record
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE ROWS 5
BEGIN ATOMIC
	SELECT e.key, e.value::bigint, e.value::numeric / nullif((counts ->> 'documents')::numeric, 0)
	FROM jsonb_each_text(counts) e
	WHERE e.key NOT IN ('documents', 'carriers')
	ORDER BY e.value::bigint DESC, e.key;
END;
COMMENT ON FUNCTION breachvalue.carrier_classes(jsonb) IS
'the classes in a result of pii_carriers, each with the number of documents that hold one and their share of all, most frequent first';
