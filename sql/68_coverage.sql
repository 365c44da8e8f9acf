-- What the figures leave out --------------------------------------------------------

-- A column that a child or partition has from its parent is counted there.
CREATE FUNCTION breachvalue.coverage_counts(
	OUT tables bigint, OUT columns_labelled bigint, OUT columns_not_personal bigint,
	OUT columns_unlabelled bigint, OUT tables_unreadable bigint, OUT tables_never_analyzed bigint)
RETURNS record
LANGUAGE SQL STABLE PARALLEL SAFE
BEGIN ATOMIC
	WITH tables AS (
		SELECT c.oid, c.relkind, c.relispartition,
			has_schema_privilege(c.relnamespace, 'USAGE') AND has_any_column_privilege(c.oid, 'SELECT') AS readable,
			c.reltuples < 0 AND c.relkind <> 'p' AS never_analyzed
		FROM pg_class c
			JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE c.relkind IN ('r', 'p', 'm', 'f')
			AND n.nspname::text !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'breachvalue')
	), columns AS (
		SELECT l.label IS NOT NULL AS has_label, l.class IS NOT NULL AS is_personal
		FROM tables t
			JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attinhcount = 0
			LEFT JOIN breachvalue.labels l ON l.relation = t.oid AND l.column_name = a.attname
	)
	SELECT t.tables, c.labelled, c.not_personal, c.unlabelled, t.unreadable, t.never_analyzed
	FROM (SELECT count(*) FILTER (WHERE NOT t.relispartition) AS tables,
			count(*) FILTER (WHERE NOT t.readable AND NOT t.relispartition) AS unreadable,
			count(*) FILTER (WHERE t.never_analyzed) AS never_analyzed
		FROM tables t) t,
		(SELECT count(*) FILTER (WHERE c.is_personal) AS labelled,
			count(*) FILTER (WHERE c.has_label AND NOT c.is_personal) AS not_personal,
			count(*) FILTER (WHERE NOT c.has_label) AS unlabelled
		FROM columns c) c;
END;
COMMENT ON FUNCTION breachvalue.coverage_counts() IS
'columns with a label, with one that says there is nothing, and with none; tables that the caller may not read, and those that ANALYZE has not seen. Instant';
