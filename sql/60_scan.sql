-- what the columns hold, by names, types and samples of values

CREATE FUNCTION breachvalue.spread_blocks(internal) RETURNS tsm_handler
AS 'MODULE_PATHNAME', 'breachvalue_spread_blocks'
LANGUAGE C VOLATILE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.spread_blocks(internal) IS
'sampling method: TABLESAMPLE breachvalue.spread_blocks (share) reads that share of the blocks, spread evenly over the table, the same ones each time';

CREATE FUNCTION breachvalue.scan(schema_name name DEFAULT NULL, method text DEFAULT 'auto')
RETURNS TABLE (schema_name name, table_name name, column_name name,
	class text, confidence numeric, evidence text,
	path text, label text, shares jsonb, basis text)
LANGUAGE c STABLE PARALLEL UNSAFE COST 100000 ROWS 1000
AS 'MODULE_PATHNAME', 'breachvalue_scan';

COMMENT ON FUNCTION breachvalue.scan(name, text) IS
'classes of personal data found in the columns of a schema, or of all schemas, one row a column; class is null where nothing personal was found';

CREATE FUNCTION breachvalue.scan_table(relation regclass, method text DEFAULT 'auto')
RETURNS TABLE (schema_name name, table_name name, column_name name,
	class text, confidence numeric, evidence text,
	path text, label text, shares jsonb, basis text)
LANGUAGE c STABLE PARALLEL UNSAFE COST 1000 ROWS 20
AS 'MODULE_PATHNAME', 'breachvalue_scan_table';

COMMENT ON FUNCTION breachvalue.scan_table(regclass, text) IS
'classes of personal data found in the columns of one table, view, materialized view or foreign table';

CREATE FUNCTION breachvalue.checked_confidence(confidence numeric) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_checked_confidence'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.checked_confidence(numeric) IS
'a probability as it is, an error for what is none';

CREATE VIEW breachvalue.scan_progress AS
SELECT p.pid, p.datid AS database, p.relid::regclass AS relation,
	p.param7 + 1 AS table_number, p.param6 AS tables, p.param3 AS rows_read,
	nullif(p.param2, 0) AS rows_expected,
	CASE WHEN t.done > 0 THEN (clock_timestamp() - t.started) * (1 - t.done) / t.done END AS time_left
FROM pg_catalog.pg_stat_get_progress_info('ANALYZE') p,
	LATERAL (SELECT timestamptz '2000-01-01 00:00:00+00' + p.param13 * interval '1 microsecond',
		(p.param7 + coalesce(least(p.param3::float8 / nullif(p.param2, 0), 1), 0)) / p.param6) t (started, done)
WHERE p.param1 = 66 AND p.datid = (SELECT d.oid FROM pg_catalog.pg_database d
	WHERE d.datname = current_database());

COMMENT ON VIEW breachvalue.scan_progress IS
'scans that are running in this database: which table of how many, rows read of how many of it, and an estimate of the time left';
GRANT SELECT ON breachvalue.scan_progress TO PUBLIC;

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
	), seen AS MATERIALIZED (
		SELECT s.schema_name, s.table_name, s.column_name, s.path, s.class, s.label, s.confidence
		FROM least,
			-- confidence is looked at before anything is scanned
			LATERAL breachvalue.scan(CASE WHEN least.confidence < 0 THEN NULL ELSE $1 END) s
		WHERE s.class IS NOT NULL AND s.confidence >= least.confidence
	), proposed AS (
		-- a column by itself, or by the leaves of its json
		SELECT s.schema_name, s.table_name, s.column_name,
			coalesce(min(s.label) FILTER (WHERE s.path IS NULL),
				'{' || string_agg(s.path || ': ' || s.class, ', ' ORDER BY s.path COLLATE "C")
					FILTER (WHERE s.path ~ '^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$') || '}') AS label,
			min(s.confidence) AS confidence
		FROM seen s
		GROUP BY s.schema_name, s.table_name, s.column_name
	), found AS MATERIALIZED (
		SELECT s.schema_name, s.table_name, s.column_name, s.label, s.confidence,
			CASE
				WHEN l.label IS NOT NULL THEN 'has label ' || l.label
				WHEN NOT pg_has_role(c.relowner, 'USAGE') THEN 'belongs to another role'
			END AS obstacle,
			c.oid::regclass AS relation
		FROM proposed s
			JOIN pg_catalog.pg_namespace n ON n.nspname = s.schema_name
			JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = s.table_name
			LEFT JOIN breachvalue.labels l ON l.relation = c.oid AND l.column_name = s.column_name
			JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = s.column_name
		WHERE s.label IS NOT NULL
			AND (s.label NOT LIKE '{%' OR a.atttypid IN ('json'::regtype, 'jsonb'::regtype))
	)
	SELECT f.schema_name, f.table_name, f.column_name, f.label, f.confidence,
		CASE
			WHEN f.obstacle IS NOT NULL THEN f.obstacle
			WHEN $3 IS NOT FALSE THEN 'would be labelled'
			WHEN breachvalue.label(f.relation, f.column_name, f.label) IS NOT NULL THEN 'labelled'
		END
	FROM found f
	ORDER BY 1, 2, 3;
END;

COMMENT ON FUNCTION breachvalue.apply_labels(name, numeric, boolean) IS
'labels the columns of a schema that a scan is sure enough of and that have no label yet; a dry run only says what it would do';

/*
 * Scans, and compares with the labels that are there.  label_status() stays
 * instant and reads no row; this takes as long as a scan does.
 */
CREATE FUNCTION breachvalue.label_review(schema_name name DEFAULT NULL, method text DEFAULT 'auto',
	min_confidence numeric DEFAULT 0.95)
RETURNS TABLE (relation regclass, column_name name, label text, found text, confidence numeric,
	status text, evidence text)
LANGUAGE sql STABLE PARALLEL UNSAFE COST 100000 ROWS 1000
BEGIN ATOMIC
	WITH seen AS MATERIALIZED (
		SELECT c.oid, s.column_name, array_agg(s.class) FILTER (WHERE s.class IS NOT NULL) AS classes,
			string_agg(coalesce(s.path || ': ', '') || s.label, ', ' ORDER BY s.path COLLATE "C") AS found,
			max(s.confidence) FILTER (WHERE s.class IS NOT NULL) AS confidence,
			min(s.confidence) AS least,
			string_agg(coalesce(s.path || ': ', '') || s.evidence, ' | ' ORDER BY s.path COLLATE "C" NULLS FIRST) AS evidence
		FROM breachvalue.scan($1, $2) s
			JOIN pg_catalog.pg_namespace n ON n.nspname = s.schema_name
			JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = s.table_name
		GROUP BY c.oid, s.column_name
	), fit AS MATERIALIZED (
		SELECT f.relation, f.column_name, f.label, f.status FROM breachvalue.label_status() f
		WHERE f.column_name IS NOT NULL
	)
	SELECT s.oid::regclass, s.column_name, f.label, s.found, coalesce(s.confidence, s.least),
		CASE
			WHEN f.label IS NULL AND s.classes IS NULL THEN 'nothing personal'
			WHEN f.label IS NULL AND s.confidence >= $3 THEN 'missing'
			WHEN f.label IS NULL THEN 'perhaps missing'
			WHEN f.status <> 'ok' THEN 'stale'
			WHEN f.label ILIKE 'not_personal%' THEN
				CASE WHEN s.classes IS NULL OR s.confidence < $3 THEN 'agrees' ELSE 'contradicts' END
			WHEN s.classes IS NULL THEN CASE WHEN s.least >= $3 THEN 'not found' ELSE 'agrees' END
			WHEN EXISTS (SELECT 1 FROM pg_catalog.unnest(s.classes) k (name)
				WHERE f.label ~ ('(^|[^a-z0-9_])' || k.name || '($|[^a-z0-9_])')) THEN 'agrees'
			WHEN s.confidence >= $3 THEN 'contradicts'
			ELSE 'agrees'
		END, s.evidence
	FROM seen s
		LEFT JOIN fit f ON f.relation = s.oid AND f.column_name = s.column_name
	ORDER BY s.oid::regclass::text COLLATE "C", s.column_name;
END;

COMMENT ON FUNCTION breachvalue.label_review(name, text, numeric) IS
'labels against what a scan finds: missing, agrees, contradicts, not found, stale';
