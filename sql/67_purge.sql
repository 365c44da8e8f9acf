-- Retention ------------------------------------------------------------------------

CREATE FUNCTION breachvalue.purge_plan(relation regclass, keep_condition text,
	OUT rows bigint, OUT rows_to_delete bigint, OUT people bigint, OUT people_to_delete bigint,
	OUT orphaned_rows bigint, OUT value numeric, OUT value_after numeric, OUT saving numeric) RETURNS record
AS 'MODULE_PATHNAME', 'breachvalue_purge_plan'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE COST 1000000;
COMMENT ON FUNCTION breachvalue.purge_plan(regclass, text) IS
'what deleting the rows of a table for which a condition is false, and what other tables hold of their people, would save; deletes nothing. Counts, as the caller';
