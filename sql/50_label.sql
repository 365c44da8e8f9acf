-- Labels: what columns hold ----------------------------------------------------------

CREATE FUNCTION breachvalue.label(relation regclass, column_name name, label text) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_label'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.label(regclass, name, text) IS
'says what a column holds: a class, several, fields, options, or not_personal; runs SECURITY LABEL as the caller';

CREATE FUNCTION breachvalue.unlabel(relation regclass, column_name name) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_unlabel'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.unlabel(regclass, name) IS
'takes the label of a column away; runs SECURITY LABEL as the caller';

CREATE FUNCTION breachvalue.label(relation regclass, label text) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_label_table'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.label(regclass, text) IS
'says whose rows a table holds and which are of the past: subject (column = table.column), former (condition); runs SECURITY LABEL as the caller';

CREATE FUNCTION breachvalue.unlabel(relation regclass) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_unlabel_table'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.unlabel(regclass) IS
'takes the label of a table away, not those of its columns; runs SECURITY LABEL as the caller';

-- what has been said; in SQL alone, so that it can be read without the library: classes are what
-- is left of a label without what is in quotes, options in parentheses, and the names of fields
CREATE VIEW breachvalue.labels AS
SELECT n.nspname AS schema_name, c.relname AS table_name, a.attname AS column_name,
	s.label, w.classes[1] AS class, w.classes, c.oid::regclass AS relation
FROM pg_catalog.pg_seclabel s
	JOIN pg_catalog.pg_class c ON c.oid = s.objoid
	JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
	LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = s.objoid AND a.attnum = s.objsubid AND s.objsubid > 0,
	LATERAL (SELECT CASE WHEN s.objsubid > 0 AND t.text <> 'not_personal'
			THEN regexp_split_to_array(t.text, '\s*\|\s*') END AS classes
		FROM (SELECT btrim(regexp_replace(regexp_replace(regexp_replace(s.label,
				'"[^"]*"|''[^'']*''', '', 'g'), '\([^)]*\)', '', 'g'), '[{,][^:]*:', '|', 'g'),
			E'|} \t\n\x0b\f\r') AS text) t) w
WHERE s.provider = 'breachvalue' AND s.classoid = 'pg_catalog.pg_class'::regclass
	AND (s.objsubid = 0 OR NOT a.attisdropped);
COMMENT ON VIEW breachvalue.labels IS
'what columns hold and whose rows tables do, as their security labels say; column_name is null for a table, class the first of classes, both null for tables and not_personal';
GRANT SELECT ON breachvalue.labels TO PUBLIC;

-- what follows from that
CREATE FUNCTION breachvalue.labels_of(relation regclass, OUT column_name name, OUT classes breachvalue.class_set,
	OUT may_hold breachvalue.class_set)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_labels_of'
LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 10;
COMMENT ON FUNCTION breachvalue.labels_of(regclass) IS
'the classes that hold for the columns of a relation: by its own labels, those of the columns behind a view, and those of the tables that a partition or child inherits from';

-- conditions are checked in subtransactions, which parallel queries cannot have
CREATE FUNCTION breachvalue.table_labels(
	OUT relation regclass, OUT column_name name, OUT subject regclass, OUT subject_column name,
	OUT former text) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_table_labels'
LANGUAGE C STABLE PARALLEL UNSAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION breachvalue.table_labels() IS
'whose rows tables hold, and the condition for those of the past: what of the labels of tables fits; a condition is to be run with pg_catalog first in the search_path';

CREATE FUNCTION breachvalue.label_status(
	OUT relation regclass, OUT column_name name, OUT label text, OUT status text, OUT detail text)
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_label_status'
LANGUAGE C STABLE PARALLEL UNSAFE COST 1000 ROWS 100;
COMMENT ON FUNCTION breachvalue.label_status() IS
'every label, and whether it fits: what does not is not counted; status is ok, label unreadable, protection missing and validator unusable (which count), class missing, column type changed, table missing, subject missing, subject not permitted, subject too far, on a partition or condition invalid';
