-- What the database holds, from labels and planner statistics: instant ------------

CREATE FUNCTION breachvalue.estimated_exposure(relation regclass, without_column name DEFAULT NULL)
RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_estimated_exposure'
LANGUAGE C STABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION breachvalue.estimated_exposure(regclass, name) IS
'what a table holds, as planner statistics tell, or would hold without one of its columns';

CREATE FUNCTION breachvalue.estimated_exposure_with(relation regclass, column_name name, classes breachvalue.class_set)
RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_estimated_exposure_with'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION breachvalue.estimated_exposure_with(regclass, name, breachvalue.class_set) IS
'what a table would hold, as planner statistics tell, if one of its columns held these classes';

CREATE FUNCTION breachvalue.estimated_rows(relation regclass) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_estimated_rows'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION breachvalue.estimated_rows(regclass) IS
'rows of a table, partitions and children included, as planner statistics or the size of its file tell';

CREATE FUNCTION breachvalue.estimated_columns(relation regclass,
	OUT column_name name, OUT classes breachvalue.class_set,
	OUT rows bigint, OUT records bigint, OUT basis text, OUT filled bigint, OUT names text[]) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_estimated_columns'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 100 ROWS 10;
COMMENT ON FUNCTION breachvalue.estimated_columns(regclass) IS
'the labelled columns of a table, its rows, those of them in which the column is held, and filled (not null, perhaps blank or absent), and where the figures come from; names of classes of users, and of protected classes as class/protection';

CREATE FUNCTION breachvalue.propose_absent(relation regclass,
	OUT column_name name, OUT value text, OUT share numeric, OUT reason text) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_propose_absent'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 100 ROWS 10;
COMMENT ON FUNCTION breachvalue.propose_absent(regclass) IS
'frequent values of labelled columns that look like placeholders, and their share of the rows; value is null where it may be somebody''s';

-- A child of a labelled table is counted with it, a view not at all: it holds nothing.
CREATE FUNCTION breachvalue.labelled_tables(
	OUT relation regclass, OUT schema_name name, OUT table_name name,
	OUT as_of timestamptz) RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
	WITH RECURSIVE labelled AS (
		SELECT DISTINCT l.relation::oid AS oid FROM breachvalue.labels l WHERE l.class IS NOT NULL
	), ancestor (oid, parent) AS (
		SELECT i.inhrelid, i.inhparent FROM labelled l JOIN pg_inherits i ON i.inhrelid = l.oid
		UNION
		SELECT a.oid, i.inhparent FROM ancestor a JOIN pg_inherits i ON i.inhrelid = a.parent
	)
	SELECT c.oid::regclass, n.nspname, c.relname,
		greatest(pg_stat_get_last_analyze_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid))
	FROM labelled l
		JOIN pg_class c ON c.oid = l.oid
		JOIN pg_namespace n ON n.oid = c.relnamespace
	WHERE c.relkind IN ('r', 'p', 'm', 'f')
		AND NOT EXISTS (SELECT FROM ancestor a JOIN labelled p ON p.oid = a.parent WHERE a.oid = c.oid);
END;
COMMENT ON FUNCTION breachvalue.labelled_tables() IS
'the tables that hold personal data by their labels, each tree of partitions once, and when they were last analyzed';

CREATE FUNCTION breachvalue.estimated_tables(
	OUT relation regclass, OUT schema_name name, OUT table_name name,
	OUT rows bigint, OUT held bigint, OUT exposure breachvalue.exposure, OUT basis text, OUT as_of timestamptz)
RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
	SELECT t.relation, t.schema_name, t.table_name, c.rows, c.held,
		breachvalue.estimated_exposure(t.relation), c.basis, t.as_of
	FROM breachvalue.labelled_tables() t,
		-- columns are taken as nested: who holds something holds the commonest
		LATERAL (SELECT max(c.rows) AS rows, max(c.records) AS held,
				CASE WHEN bool_or(c.basis = 'file size') THEN 'file size'
					WHEN bool_or(c.basis = 'row count') THEN 'row count'
					ELSE 'planner statistics' END AS basis
			FROM breachvalue.estimated_columns(t.relation) c) c;
END;
COMMENT ON FUNCTION breachvalue.estimated_tables() IS
'the labelled tables with their estimated exposures, and the rows that hold something, be it a link alone; basis is that of the least certain column';

CREATE VIEW breachvalue.column_exposure AS
SELECT t.schema_name, t.table_name, c.column_name,
	breachvalue.class_names(c.classes) AS classes,
	c.rows, c.records AS held,
	round(c.filled::numeric / nullif(c.rows, 0), 3) AS not_null_share,
	round(c.records::numeric / nullif(c.rows, 0), 3) AS held_share,
	round(breachvalue.value(e.whole), 2) AS table_value,
	round(breachvalue.value(e.whole) - breachvalue.value(e.rest), 2) AS saving,
	c.basis, t.as_of, p.protection, p.factor, p.reason
FROM breachvalue.labelled_tables() t,
	LATERAL breachvalue.estimated_columns(t.relation) c,
	LATERAL (SELECT string_agg(DISTINCT split_part(n.name, '/', 2), ', ') AS protection,
			-- what is in no table does not protect
			max(CASE WHEN k.name IS NULL THEN 1
				ELSE breachvalue.protection_factor(split_part(n.name, '/', 1), k.name) END) AS factor,
			string_agg(DISTINCT CASE WHEN k.name IS NULL THEN 'there is no such protection any more'
				ELSE breachvalue.protection_reason(split_part(n.name, '/', 1), k.name) END, '; ') AS reason
		FROM unnest(c.names) n (name)
			LEFT JOIN breachvalue.protection k ON k.name = split_part(n.name, '/', 2)
		WHERE n.name LIKE '%/%') p,
	LATERAL (SELECT breachvalue.estimated_exposure(t.relation) AS whole,
			breachvalue.estimated_exposure(t.relation, c.column_name) AS rest) e;
COMMENT ON VIEW breachvalue.column_exposure IS
'labelled columns: in what share of the rows they are not null, and held, and by how much their table would be worth less without each, which do not add up; how they are protected, what that leaves of their price, and why';
GRANT SELECT ON breachvalue.column_exposure TO PUBLIC;

-- Who is of the past, in a sample of rows: that is not in the planner's statistics

CREATE FUNCTION breachvalue.sampled_former_share(relation regclass) RETURNS numeric
AS 'MODULE_PATHNAME', 'breachvalue_sampled_former_share'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE COST 10000;
COMMENT ON FUNCTION breachvalue.sampled_former_share(regclass) IS
'what share of the rows of a table is of the past by its label, 0 to 1, in a sample of some 10,000; null where no label tells, or the caller may not read it';

CREATE FUNCTION breachvalue.estimated_former_share(relation regclass) RETURNS numeric
LANGUAGE SQL STABLE STRICT PARALLEL UNSAFE COST 10000
BEGIN ATOMIC
	SELECT breachvalue.sampled_former_share(t.relation)
	FROM (SELECT l.relation, 0 AS rank
			FROM breachvalue.table_labels() l
			WHERE l.relation = $1 AND l.former IS NOT NULL
			UNION ALL
			SELECT l.relation, 1
			FROM breachvalue.subject_tables() s
				JOIN breachvalue.table_labels() l ON l.relation = s.subject AND l.former IS NOT NULL
			WHERE s.relation = $1
			ORDER BY rank LIMIT 1) t;
END;
COMMENT ON FUNCTION breachvalue.estimated_former_share(regclass) IS
'what share of the rows of a table is of the past, about: by its own label, else as in the table of its subject; null where neither tells';

CREATE VIEW breachvalue.table_exposure AS
SELECT t.schema_name, t.table_name, t.rows, t.held, d.records,
	round(d.linear_value, 2) AS linear_value,
	round(d.value, 2) AS value_alone,
	round(100 * breachvalue.mass(t.exposure) /
		nullif(sum(breachvalue.mass(t.exposure)) OVER (), 0), 2) AS share_of_mass,
	d.model, d.currency, t.basis, t.as_of, d.organisations,
	round(d.records * f.share) AS former_records,
	round(breachvalue.reduced_value(d.value, d.value * power(f.share, m.exponent), m.exponent), 2) AS value_without_former
FROM breachvalue.estimated_tables() t
	CROSS JOIN LATERAL breachvalue.describe(t.exposure) d
	JOIN breachvalue.model m ON m.name = d.model
	CROSS JOIN LATERAL breachvalue.estimated_former_share(t.relation) f (share);
COMMENT ON VIEW breachvalue.table_exposure IS
'labelled tables, each as if it were stolen alone: rows in which anything labelled is held, and how many of these are records, which a link or a carrier alone is not; value_alone does not add up, share_of_mass (in percent) does; how many records are of the past, about, and the value without them; null where no label tells';
GRANT SELECT ON breachvalue.table_exposure TO PUBLIC;

/*
 * Of each subject no more people are worth something than its table has rows, nor
 * than there are records of theirs; where the subject is not known, a record each.
 */
CREATE FUNCTION breachvalue.estimated_people(
	OUT people_at_most bigint, OUT records bigint, OUT known_records bigint) RETURNS record
LANGUAGE SQL STABLE PARALLEL UNSAFE
BEGIN ATOMIC
	WITH held AS (
		SELECT t.relation, breachvalue.records(t.exposure) AS records FROM breachvalue.estimated_tables() t
	), owned AS (
		SELECT s.subject, s.relation, s.relations, coalesce(nullif(s.columns, '{}'), ARRAY[s.subject_key]) AS keys
		FROM breachvalue.subject_tables() s
	), known AS (
		SELECT o.subject, sum(h.records - ceil(h.records * least(k.nulls, 1)::numeric)) AS records
		FROM owned o
			JOIN held h ON h.relation = o.relation,
			LATERAL (
				SELECT coalesce(sum(p.null_frac), 0) AS nulls
				FROM generate_subscripts(o.keys, 1) i
					JOIN pg_class c ON c.oid = o.relations[i]
					JOIN pg_namespace n ON n.oid = c.relnamespace
					JOIN pg_stats p ON p.schemaname = n.nspname AND p.tablename = c.relname
						AND p.attname = o.keys[i] AND p.inherited = (c.relkind = 'p')) k
		GROUP BY o.subject
	), people AS (
		SELECT k.records, CASE WHEN c.relkind = 'v' THEN k.records
				ELSE least(k.records, breachvalue.estimated_rows(k.subject)) END AS people
		FROM known k JOIN pg_class c ON c.oid = k.subject
	), total AS (
		SELECT coalesce(sum(h.records), 0) AS records FROM held h
	), sums AS (
		SELECT coalesce(sum(p.records), 0) AS records, coalesce(sum(p.people), 0) AS people FROM people p
	)
	SELECT (s.people + t.records - s.records)::bigint, t.records::bigint, s.records::bigint
	FROM total t, sums s;
END;
COMMENT ON FUNCTION breachvalue.estimated_people() IS
'how many people there are at most behind all records, and of how many records it is known whose they are; from labels and planner statistics';

CREATE VIEW breachvalue.database_exposure AS
SELECT e.tables, e.rows, d.records,
	round(d.linear_value, 2) AS linear_value,
	round(breachvalue.effective_records(e.exposure), 0) AS effective_records,
	round(d.value, 2) AS value,
	d.model, d.currency, e.basis, e.as_of, p.people_at_most,
	trunc(100.0 * p.known_records / nullif(p.records, 0), 1) AS known_share,
	c.columns_labelled, c.columns_not_personal, c.columns_unlabelled,
	c.tables_unreadable, c.tables_never_analyzed, d.organisations
FROM (SELECT count(*) AS tables, coalesce(sum(t.rows), 0) AS rows,
			breachvalue.exposure(t.exposure) AS exposure,
			CASE WHEN bool_or(t.basis = 'file size') THEN 'file size'
				WHEN bool_or(t.basis = 'row count') THEN 'row count'
				ELSE 'planner statistics' END AS basis,
			min(t.as_of) AS as_of
		FROM breachvalue.estimated_tables() t) e,
	LATERAL breachvalue.describe(e.exposure) d,
	breachvalue.estimated_people() p,
	breachvalue.coverage_counts() c;
COMMENT ON VIEW breachvalue.database_exposure IS
'all labelled tables as one store, which they are to whoever breaks in, by rows; people at most, for how many records (in percent) it is known whose they are, and what is not in the figures';
GRANT SELECT ON breachvalue.database_exposure TO PUBLIC;

