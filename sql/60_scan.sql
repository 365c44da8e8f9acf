-- what the columns hold, by names, types and samples of values

CREATE FUNCTION breachvalue.scan(schema_name name DEFAULT NULL)
RETURNS TABLE (schema_name name, table_name name, column_name name,
	class text, confidence numeric, evidence text)
LANGUAGE c STABLE PARALLEL UNSAFE COST 100000 ROWS 1000
AS 'MODULE_PATHNAME', 'breachvalue_scan';

COMMENT ON FUNCTION breachvalue.scan(name) IS
'classes of personal data found in the columns of a schema, or of all schemas, one row a column; class is null where nothing personal was found';

CREATE FUNCTION breachvalue.scan_table(relation regclass)
RETURNS TABLE (schema_name name, table_name name, column_name name,
	class text, confidence numeric, evidence text)
LANGUAGE c STABLE STRICT PARALLEL UNSAFE COST 1000 ROWS 20
AS 'MODULE_PATHNAME', 'breachvalue_scan_table';

COMMENT ON FUNCTION breachvalue.scan_table(regclass) IS
'classes of personal data found in the columns of one table, view, materialized view or foreign table';
