-- Coverage: labelled, probable but unlabelled, unseen ------------------------------

/*
 * Mass adds up, so what a column that probably is of a class adds is expected as
 * confidence times the mass that its table would have more; the value of all of
 * them follows from labelled and expected mass together.
 */
CREATE FUNCTION breachvalue.probable_columns(schema_name name DEFAULT NULL,
	OUT relation regclass, OUT column_name name, OUT class text, OUT confidence numeric,
	OUT expected_mass numeric, OUT unseen text) RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL UNSAFE COST 100000 ROWS 1000
BEGIN ATOMIC
	SELECT c.oid::regclass, s.column_name, s.class, s.confidence,
		CASE WHEN s.class IS NOT NULL THEN s.confidence * greatest(0,
			breachvalue.mass(breachvalue.estimated_exposure_with(c.oid, s.column_name, ARRAY[s.class]))
			- breachvalue.mass(breachvalue.estimated_exposure(c.oid))) END,
		CASE WHEN s.evidence LIKE '%no right to read its values%' THEN 'no right to read'
			WHEN s.evidence LIKE '%its values could not be read%' THEN 'could not be read'
			WHEN s.evidence LIKE '%are not looked at%' THEN 'type not looked at'
			WHEN s.evidence ~ '(no rows|no value in [0-9]+ rows?)' THEN 'no values'
			END
	FROM breachvalue.scan($1) s
		JOIN pg_namespace n ON n.nspname = s.schema_name
		JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = s.table_name
		LEFT JOIN breachvalue.labels l ON l.relation = c.oid AND l.column_name = s.column_name
	WHERE l.label IS NULL AND c.relkind IN ('r', 'p', 'm', 'f')
		AND (s.class IS NOT NULL OR s.evidence !~ 'distinct value');
END;
COMMENT ON FUNCTION breachvalue.probable_columns(name) IS
'columns without a label that a scan finds personal data in, or could not look into, with the mass that each is expected to add: confidence times what its table would have more';

CREATE FUNCTION breachvalue.coverage(schema_name name DEFAULT NULL,
	OUT part text, OUT columns bigint, OUT value numeric, OUT reason text) RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL UNSAFE COST 100000 ROWS 3
BEGIN ATOMIC
	WITH model AS (
		SELECT m.exponent FROM breachvalue.model m WHERE m.name = breachvalue.current_model()
	), known AS (
		SELECT coalesce(sum(breachvalue.mass(t.exposure)), 0) AS mass
		FROM breachvalue.estimated_tables() t
		WHERE $1 IS NULL OR t.schema_name = $1
	), labelled AS (
		SELECT count(*) FILTER (WHERE l.class IS NOT NULL) AS columns, count(*) FILTER (WHERE l.class IS NULL) AS nothing
		FROM breachvalue.labels l
		WHERE l.column_name IS NOT NULL AND ($1 IS NULL OR l.schema_name = $1)
	), found AS MATERIALIZED (
		SELECT p.class, p.expected_mass, p.unseen, p.confidence FROM breachvalue.probable_columns($1) p
	), probable AS (
		SELECT count(*) AS columns, coalesce(sum(f.expected_mass), 0) AS mass FROM found f WHERE f.class IS NOT NULL
	), unseen AS (
		SELECT count(*) AS columns,
			(SELECT string_agg(format('%s: %s', u.unseen, u.columns), ', ' ORDER BY u.unseen)
				FROM (SELECT f.unseen, count(*) AS columns FROM found f
					WHERE f.class IS NULL AND f.unseen IS NOT NULL GROUP BY f.unseen) u) AS reasons
		FROM found f
		WHERE f.class IS NULL AND f.unseen IS NOT NULL
	)
	SELECT 'labelled', l.columns, round(power(k.mass, m.exponent), 2),
		format('as planner statistics tell; %s more looked at, nothing there', l.nothing)
	FROM labelled l, known k, model m
	UNION ALL
	SELECT 'probable', p.columns, round(power(k.mass + p.mass, m.exponent) - power(k.mass, m.exponent), 2),
		'without a label, found by a scan: confidence times the mass that each would add'
	FROM probable p, known k, model m
	UNION ALL
	SELECT 'unseen', u.columns, NULL, coalesce(u.reasons, 'none')
	FROM unseen u;
END;
COMMENT ON FUNCTION breachvalue.coverage(name) IS
'the three parts of the total of a schema, or the database: what labels say, what a scan finds besides, and what could not be seen. Scans, as the caller';

-- All people, counted --------------------------------------------------------------

-- Volatile, so that it is called once for each table before its rows are counted.
CREATE FUNCTION breachvalue.locked_table(relation regclass) RETURNS regclass
AS 'MODULE_PATHNAME', 'breachvalue_locked_table'
LANGUAGE C VOLATILE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.locked_table(regclass) IS
'a table that cannot become a view before the transaction ends; an error if it is one already';

-- Of subjects that are views the rows are counted: whoever asks for everything has not
-- said that he would run what is in each view.
CREATE FUNCTION breachvalue.exact_database_exposure(
	OUT tables bigint, OUT people bigint, OUT unknown_records bigint, OUT linear_value numeric,
	OUT value numeric, OUT value_by_rows numeric, OUT model text, OUT currency text,
	OUT exposure breachvalue.exposure, OUT organisations bigint) RETURNS record
LANGUAGE SQL STABLE PARALLEL UNSAFE COST 1000000
BEGIN ATOMIC
	WITH held AS MATERIALIZED (
		SELECT t.relation, breachvalue.exposure_of(breachvalue.locked_table(t.relation)) AS exposure
		FROM breachvalue.labelled_tables() t
	), owned AS MATERIALIZED (
		SELECT s.subject, s.relation
		FROM breachvalue.subject_tables() s JOIN pg_class c ON c.oid = s.subject
		WHERE c.relkind <> 'v'
	), people AS MATERIALIZED (
		SELECT breachvalue.people_exposure(breachvalue.locked_table(s.subject)) AS counted
		FROM (SELECT DISTINCT o.subject FROM owned o JOIN held h ON h.relation = o.relation) s
	), part (exposure, people, unknown) AS (
		SELECT (p.counted).exposure, breachvalue.records((p.counted).exposure), 0 FROM people p
		UNION ALL
		SELECT (p.counted).unknown_exposure, 0, breachvalue.records((p.counted).unknown_exposure) FROM people p
		UNION ALL
		SELECT h.exposure, 0, breachvalue.records(h.exposure)
		FROM held h
		WHERE h.relation NOT IN (SELECT o.relation FROM owned o)
	)
	SELECT (SELECT count(*) FROM held h), t.people, t.unknown, round(d.linear_value, 2), round(d.value, 2),
		round((SELECT breachvalue.value(breachvalue.exposure(h.exposure)) FROM held h), 2),
		d.model, d.currency, t.exposure, d.organisations
	FROM (SELECT coalesce(sum(p.people), 0)::bigint AS people, coalesce(sum(p.unknown), 0)::bigint AS unknown,
				breachvalue.exposure(p.exposure) AS exposure
			FROM part p) t,
		LATERAL breachvalue.describe(t.exposure) d;
END;
COMMENT ON FUNCTION breachvalue.exact_database_exposure() IS
'all labelled tables as one store, by people: each one record, and one for each row of which it is not known whose it is; the value by rows beside it. Counts, as the caller';
