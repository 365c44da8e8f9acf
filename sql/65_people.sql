-- By people: what all records of one person hold together ---------------------------

/*
 * Whose rows those of each table are, by the labels of tables.  A subject is what
 * no label leads away from.  Labels on a child of a labelled table are left out:
 * its rows are counted with those of its parent.  So are labels on views, whose rows
 * are those of tables; but a view may be the subject.
 */
CREATE FUNCTION breachvalue.subject_tables(
	OUT subject regclass, OUT subject_key name, OUT relation regclass,
	OUT relations regclass[], OUT columns name[], OUT targets name[], OUT former text)
RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL UNSAFE ROWS 100
BEGIN ATOMIC
	WITH RECURSIVE said AS (
		SELECT l.relation::oid AS relation, l.column_name, l.former,
			nullif(l.subject::oid, l.relation::oid) AS parent, l.subject_column
		FROM breachvalue.table_labels() l
			JOIN pg_class c ON c.oid = l.relation
		WHERE c.relkind IN ('r', 'p', 'm', 'f')
	), ancestor (relation, parent) AS (
		SELECT s.relation, i.inhparent FROM said s JOIN pg_inherits i ON i.inhrelid = s.relation
		UNION
		SELECT a.relation, i.inhparent FROM ancestor a JOIN pg_inherits i ON i.inhrelid = a.parent
	), label AS (
		SELECT s.*
		FROM said s
		WHERE NOT EXISTS (SELECT FROM ancestor a
			WHERE a.relation = s.relation AND (a.parent IN (SELECT p.relation FROM said p)
				OR a.parent IN (SELECT c.relation::oid FROM breachvalue.labels c WHERE c.class IS NOT NULL)))
	), edge AS (
		SELECT l.relation, l.column_name, l.parent, l.subject_column
		FROM label l
			JOIN pg_attribute f ON f.attrelid = l.relation AND f.attname = l.column_name AND NOT f.attisdropped
			JOIN pg_attribute t ON t.attrelid = l.parent AND t.attname = l.subject_column AND NOT t.attisdropped
	), subject AS (
		SELECT e.parent AS relation FROM edge e
		UNION
		SELECT l.relation FROM label l
		EXCEPT
		SELECT e.relation FROM edge e
	), path (tip, relation, relations, columns, targets) AS (
		SELECT s.relation, s.relation, ARRAY[s.relation], ARRAY[]::name[], ARRAY[]::name[]
		FROM subject s
		UNION ALL
		SELECT p.tip, e.relation, e.relation || p.relations, e.column_name || p.columns,
			e.subject_column || p.targets
		FROM path p JOIN edge e ON e.parent = p.relation
	), vote AS (
		SELECT p.tip, p.targets[1] AS target, count(*) AS votes
		FROM path p
		WHERE cardinality(p.targets) = 1
		GROUP BY p.tip, p.targets[1]
	)
	SELECT p.tip::regclass, k.attname, p.relation::regclass, p.relations::regclass[], p.columns, p.targets, l.former
	FROM path p
		LEFT JOIN label l ON l.relation = p.relation
		-- its key is what its label says, else what most tables refer to, else its primary key
		LEFT JOIN LATERAL (
			SELECT a.attname
			FROM pg_attribute a
				LEFT JOIN label s ON s.relation = p.tip AND s.column_name = a.attname
				LEFT JOIN vote v ON v.tip = p.tip AND v.target = a.attname
				LEFT JOIN pg_index i ON i.indrelid = p.tip AND i.indisprimary
					AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum
			WHERE a.attrelid = p.tip AND a.attnum > 0 AND NOT a.attisdropped
				AND num_nonnulls(s.relation, v.tip, i.indrelid) > 0
			ORDER BY s.relation IS NULL, v.votes DESC NULLS LAST, a.attnum
			LIMIT 1) k ON true;
END;
COMMENT ON FUNCTION breachvalue.subject_tables() IS
'whose rows those of each table are: the subject, its key, and the columns by which the table leads to it, through the tables between';

CREATE FUNCTION breachvalue.people_exposure(subject regclass,
	OUT people bigint, OUT exposure breachvalue.exposure, OUT rows bigint,
	OUT unknown_rows bigint, OUT unknown_exposure breachvalue.exposure) RETURNS record
AS 'MODULE_PATHNAME', 'breachvalue_people_exposure'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE COST 1000000;
COMMENT ON FUNCTION breachvalue.people_exposure(regclass) IS
'what the people of a subject table hold in all tables together, each of them one record; rows of unknown people apart. Counts, as the caller';

-- The past

CREATE FUNCTION breachvalue.former_people(subject regclass,
	OUT people bigint, OUT former_people bigint, OUT rows bigint, OUT former_rows bigint,
	OUT exposure breachvalue.exposure, OUT current_exposure breachvalue.exposure) RETURNS record
AS 'MODULE_PATHNAME', 'breachvalue_former_people'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE COST 1000000;
COMMENT ON FUNCTION breachvalue.former_people(regclass) IS
'what the people of a subject table hold, rows of unknown people included, and what is left without those of the past. Counts, as the caller';

CREATE FUNCTION breachvalue.former_saving(subject regclass,
	OUT people bigint, OUT former_people bigint, OUT rows bigint, OUT former_rows bigint,
	OUT value numeric, OUT value_after numeric, OUT saving numeric) RETURNS record
LANGUAGE SQL STABLE STRICT PARALLEL UNSAFE COST 1000000
BEGIN ATOMIC
	SELECT f.people, f.former_people, f.rows, f.former_rows, round(v.before, 2), round(v.after, 2),
		round(v.before - v.after, 2)
	FROM breachvalue.former_people($1) f,
		LATERAL (SELECT breachvalue.value(f.exposure) AS before,
				breachvalue.value(f.current_exposure) AS after) v;
END;
COMMENT ON FUNCTION breachvalue.former_saving(regclass) IS
'what deleting people of the past from all tables of their subject would save. Counts, as the caller';

CREATE FUNCTION breachvalue.former_exposure(relation regclass,
	OUT current breachvalue.exposure, OUT former breachvalue.exposure) RETURNS record
AS 'MODULE_PATHNAME', 'breachvalue_former_exposure'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE COST 1000000;
COMMENT ON FUNCTION breachvalue.former_exposure(regclass) IS
'the rows of a table, those of people of the past apart. Counts, as the caller';

-- Proposals: what labels of tables could say

CREATE FUNCTION breachvalue.propose_subjects(schema_name name DEFAULT NULL,
	OUT relation regclass, OUT column_name name, OUT subject regclass, OUT subject_column name,
	OUT label text, OUT reason text) RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL UNSAFE COST 100000 ROWS 100
BEGIN ATOMIC
	WITH RECURSIVE tables AS (
		SELECT c.oid AS relation, n.nspname AS schema_name, c.relname, greatest(c.reltuples, 0) AS rows,
			c.oid IN (SELECT l.relation::oid FROM breachvalue.table_labels() l WHERE l.subject IS NOT NULL) AS labelled
		FROM pg_class c
			JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
			AND CASE WHEN $1 IS NULL
				THEN n.nspname::text !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'breachvalue')
				ELSE n.nspname = $1 END
	), held AS MATERIALIZED (
		-- the labelled columns, each class for itself
		SELECT t.relation, a.attname AS column_name, a.attnum, a.atttypid AS type, c.class, c.role,
			c.role = 'direct' AND (c.category = 'government_id'
				OR c.class IN ('name', 'given_name', 'family_name', 'email', 'username')) AS names
		FROM tables t,
			LATERAL breachvalue.labels_of(t.relation::regclass) l
			JOIN pg_attribute a ON a.attname = l.column_name,
			LATERAL unnest(breachvalue.class_names(l.classes)) u (class)
			JOIN breachvalue.classes c ON c.class = u.class
		WHERE a.attrelid = t.relation
	), alone AS (
		-- columns of which each value is in one row at most
		SELECT i.indrelid AS relation, i.indkey[0] AS attnum, bool_or(i.indisprimary) AS is_primary
		FROM tables t JOIN pg_index i ON i.indrelid = t.relation
		WHERE i.indisunique AND i.indnkeyatts = 1 AND i.indpred IS NULL AND i.indkey[0] > 0
		GROUP BY 1, 2
	), reference AS (
		SELECT f.conrelid AS relation, a.attname AS column_name, f.confrelid AS target, b.attname AS target_column,
			(SELECT u.is_primary FROM alone u WHERE u.relation = f.conrelid AND u.attnum = f.conkey[1]) AS one_to_one
		FROM pg_constraint f
			JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
			JOIN pg_attribute b ON b.attrelid = f.confrelid AND b.attnum = f.confkey[1]
		WHERE f.contype = 'f' AND f.conparentid = 0 AND cardinality(f.conkey) = 1 AND f.conrelid <> f.confrelid
			AND f.conrelid IN (SELECT t.relation FROM tables t) AND f.confrelid IN (SELECT t.relation FROM tables t)
	), people AS (
		-- a table that names people, unless it is a part of another one that does
		SELECT t.relation, t.relname, t.rows, n.direct
		FROM tables t
			JOIN (SELECT h.relation, count(DISTINCT h.class) AS direct FROM held h
				WHERE h.names GROUP BY h.relation) n ON n.relation = t.relation
		WHERE NOT t.labelled AND NOT EXISTS (SELECT FROM reference r
			WHERE r.relation = t.relation AND r.one_to_one IS NOT NULL
				AND r.target IN (SELECT h.relation FROM held h WHERE h.names))
	), leads AS (
		SELECT r.relation, r.column_name, r.target, r.target_column, p.relation AS person, 1 AS hops,
			format('foreign key to %s, which holds %s', p.relation::regclass,
				(SELECT string_agg(DISTINCT h.class, ', ') FROM held h
					WHERE h.relation = p.relation AND h.names)) AS reason
		FROM reference r
			JOIN people p ON p.relation = r.target
		WHERE r.relation NOT IN (SELECT relation FROM people)
		UNION
		SELECT r.relation, r.column_name, r.target, r.target_column, l.person, l.hops + 1,
			format('foreign key to %s, whose rows belong to %s', l.relation::regclass, l.person::regclass)
		FROM leads l
			JOIN reference r ON r.target = l.relation
		WHERE l.hops < 8 AND r.relation NOT IN (SELECT relation FROM people)
	), shared AS (
		-- no foreign key, but a column of the same name and type, or the same kind of identifier
		SELECT h.relation, h.column_name, p.relation AS target, k.column_name AS target_column,
			p.relation AS person, 1 AS hops,
			CASE WHEN k.column_name = h.column_name
				THEN format('column of the same name and type in %s', p.relation::regclass)
				ELSE format('%s identifies people in both', h.class) END AS reason,
			p.direct AS direct
		FROM people p
			JOIN (SELECT k.relation, k.column_name, k.type, k.class, k.names FROM held k
				UNION ALL
				SELECT u.relation, a.attname, a.atttypid, NULL, NULL
				FROM alone u JOIN pg_attribute a ON a.attrelid = u.relation AND a.attnum = u.attnum
				WHERE u.is_primary) k ON k.relation = p.relation
			JOIN held h ON h.relation <> p.relation AND h.type = k.type AND h.role IN ('link', 'direct')
				AND ((h.column_name = k.column_name AND (k.class IS NULL OR k.class = h.class)
						AND h.class NOT IN ('name', 'given_name', 'family_name', 'phone', 'address'))
					OR (h.class = k.class AND h.names AND h.class NOT IN ('name', 'given_name', 'family_name')))
			LEFT JOIN people o ON o.relation = h.relation
		-- of two tables that name people, the one that says less belongs to the other
		WHERE o.relation IS NULL
			OR ((o.direct, o.rows, o.relation) < (p.direct, p.rows, p.relation)
				AND NOT EXISTS (SELECT FROM reference r WHERE o.relation IN (r.target, r.relation)))
	), back AS (
		-- what people's rows refer to: their addresses, say
		SELECT r.target AS relation, r.target_column AS column_name, p.relation AS target,
			r.column_name AS target_column, p.relation AS person, 1 AS hops,
			format('%s refers to it', p.relation::regclass) AS reason
		FROM reference r
			JOIN people p ON p.relation = r.relation
		WHERE r.target NOT IN (SELECT relation FROM people)
			AND EXISTS (SELECT FROM held h WHERE h.relation = r.target AND h.role IN ('direct', 'attribute'))
	), found AS (
		SELECT l.relation, l.column_name, l.target, l.target_column, l.person, l.hops, 1 AS kind, l.reason FROM leads l
		UNION ALL
		SELECT s.relation, s.column_name, s.target, s.target_column, s.person, s.hops, 2, s.reason FROM shared s
		UNION ALL
		SELECT b.relation, b.column_name, b.target, b.target_column, b.person, b.hops, 3, b.reason FROM back b
	), best AS (
		-- a shorter way is the better one, and a column needs no second reason
		SELECT DISTINCT ON (f.relation, f.column_name, f.target, f.target_column) f.*,
			min(f.hops * 10 + f.kind) OVER (PARTITION BY f.relation) AS nearest
		FROM found f
		ORDER BY f.relation, f.column_name, f.target, f.target_column, f.kind, f.hops, f.reason
	)
	SELECT b.relation::regclass, b.column_name, b.target::regclass, b.target_column,
		format('subject (%I = %I.%I.%I)', b.column_name, t.schema_name, t.relname, b.target_column), b.reason
	FROM best b
		JOIN tables t ON t.relation = b.target
		JOIN tables o ON o.relation = b.relation
		JOIN people p ON p.relation = b.person
	WHERE NOT o.labelled AND b.hops * 10 + b.kind = b.nearest
	-- where a table could belong to several, first the one with the most people
	ORDER BY o.schema_name, o.relname, p.rows DESC, p.relname, b.column_name;
END;
COMMENT ON FUNCTION breachvalue.propose_subjects(name) IS
'labels that could say whose rows tables hold, by foreign keys and shared identifiers; of several for one table the first has the most people. Writes nothing';
