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

CREATE FUNCTION breachvalue.checked_confidence(confidence numeric) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_checked_confidence'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.checked_confidence(numeric) IS
'a probability as it is, an error for what is none';

/*
 * Scans, then labels.  Nothing that has a label gets another one, and labels of
 * tables that belong to others are left to them.
 */
CREATE FUNCTION breachvalue.apply_labels(schema_name name,
	min_confidence numeric DEFAULT 0.95, dry_run boolean DEFAULT true)
RETURNS TABLE (schema_name name, table_name name, column_name name,
	label text, confidence numeric, outcome text)
LANGUAGE sql VOLATILE PARALLEL UNSAFE COST 100000 ROWS 100
BEGIN ATOMIC
	WITH least AS MATERIALIZED (
		SELECT breachvalue.checked_confidence($2) AS confidence
	), found AS MATERIALIZED (
		SELECT s.schema_name, s.table_name, s.column_name, s.class, s.confidence,
			CASE
				WHEN l.label IS NOT NULL THEN 'has label ' || l.label
				WHEN NOT pg_has_role(c.relowner, 'USAGE') THEN 'belongs to another role'
			END AS obstacle,
			c.oid::regclass AS relation
		FROM least,
			-- confidence is looked at before anything is scanned
			LATERAL breachvalue.scan(CASE WHEN least.confidence < 0 THEN NULL ELSE $1 END) s
			JOIN pg_catalog.pg_namespace n ON n.nspname = s.schema_name
			JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = s.table_name
			LEFT JOIN breachvalue.labels l ON l.relation = c.oid AND l.column_name = s.column_name
		WHERE s.class IS NOT NULL AND s.confidence >= least.confidence
	)
	SELECT f.schema_name, f.table_name, f.column_name, f.class, f.confidence,
		CASE
			WHEN f.obstacle IS NOT NULL THEN f.obstacle
			WHEN $3 IS NOT FALSE THEN 'would be labelled'
			WHEN breachvalue.label(f.relation, f.column_name, f.class) IS NOT NULL THEN 'labelled'
		END
	FROM found f;
END;

COMMENT ON FUNCTION breachvalue.apply_labels(name, numeric, boolean) IS
'labels the columns of a schema that a scan is sure enough of and that have no label yet; a dry run only says what it would do';
