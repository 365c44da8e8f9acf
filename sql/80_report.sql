-- The report ----------------------------------------------------------------------

-- Money with thousands separated, to the cent; large or small, never cut off.
CREATE FUNCTION breachvalue.report_money(amount numeric) RETURNS text
LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE
RETURN ltrim(to_char(round(amount, 2), repeat('999,', 20) || '990.00'));
COMMENT ON FUNCTION breachvalue.report_money(numeric) IS
'an amount as reports show it';

-- What each of the changes that can be reckoned with would leave of the value.
CREATE FUNCTION breachvalue.report_changes(OUT change text, OUT value numeric, OUT saving numeric)
RETURNS SETOF record
LANGUAGE SQL STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
	WITH model AS (
		SELECT m.exponent FROM breachvalue.model m WHERE m.name = breachvalue.current_model()
	), held AS (
		SELECT t.relation, t.schema_name, t.table_name, t.exposure, breachvalue.value(t.exposure) AS value
		FROM breachvalue.estimated_tables() t
	), total AS (
		SELECT breachvalue.value(breachvalue.exposure(h.exposure)) AS value FROM held h
	), change AS (
		SELECT format('drop column %I.%I.%I', h.schema_name, h.table_name, c.column_name) AS change,
			breachvalue.merged_value(ARRAY[
				breachvalue.reduced_value(t.value, h.value, m.exponent),
				breachvalue.value(breachvalue.estimated_exposure(h.relation, c.column_name))],
				m.exponent) AS value
		FROM held h, LATERAL breachvalue.estimated_columns(h.relation) c, total t, model m
		UNION ALL
		SELECT format('keep table %I.%I in a store of its own', h.schema_name, h.table_name),
			breachvalue.reduced_value(t.value, h.value, m.exponent) + h.value
		FROM held h, total t, model m
		UNION ALL
		SELECT 'split all tables over 4 equal stores', breachvalue.split_value(t.value, 4, m.exponent)
		FROM total t, model m
	)
	SELECT c.change, c.value, t.value - c.value
	FROM change c, total t
	WHERE t.value > c.value;
END;
COMMENT ON FUNCTION breachvalue.report_changes() IS
'what the database would be worth after dropping a column, moving a table to a store of its own, or splitting it';

CREATE FUNCTION breachvalue.report_text() RETURNS text
LANGUAGE SQL STABLE PARALLEL UNSAFE
BEGIN ATOMIC
	SELECT concat_ws(E'\n',
		format('Exposure of database %s', current_database()),
		'',
		format('  people        at most %s: %s',
			ltrim(to_char(d.people_at_most, '999,999,999,999,999,999,990')),
			CASE WHEN d.known_share > 0
				THEN format('of %s %% of records it is known whose they are', d.known_share)
				ELSE 'rows stand for people' END),
		format('  linear value  %s %s', d.currency, breachvalue.report_money(d.linear_value)),
		format('  value         %s %s%s', d.currency, breachvalue.report_money(d.value),
			CASE WHEN d.linear_value > 0
				THEN format(', %s times the linear value', round(d.value / d.linear_value, 1)) END),
		(SELECT CASE WHEN count(t.former_records) = 0 THEN '  former        no label says who is of the past'
				ELSE format('  former        about %s of %s records are of the past: without them the value is %s %s',
					ltrim(to_char(sum(t.former_records), '999,999,999,999,999,990')),
					ltrim(to_char(sum(t.records), '999,999,999,999,999,990')), d.currency,
					breachvalue.report_money(breachvalue.total_value(coalesce(t.value_without_former, t.value_alone), m.exponent))) END
			FROM breachvalue.table_exposure t),
		format('  model         %s: exponent %s, reference size %s; a model, not a measurement',
			m.name, m.exponent::text, m.reference_records),
		format('  from          labels of %s tables and %s%s', d.tables, d.basis,
			to_char(d.as_of, '", as of "YYYY-MM-DD HH24:MI')),
		format('  coverage      %s columns labelled, %s looked at and nothing there, %s without a label%s%s',
			d.columns_labelled, d.columns_not_personal, d.columns_unlabelled,
			CASE WHEN d.tables_unreadable > 0
				THEN format('; %s tables that you may not read', d.tables_unreadable) END,
			CASE WHEN d.tables_never_analyzed > 0
				THEN format('; %s never analyzed', d.tables_never_analyzed) END),
		'',
		'What is held',
		'',
		format('  %s %s %s %s  %s', rpad('table', 32), lpad('records', 15), lpad('value alone', 22),
			lpad('mass', 7), 'columns, the most valuable first'),
		(SELECT string_agg(format('  %s %s %s %s  %s',
				rpad(format('%I.%I', t.schema_name, t.table_name), 32),
				-- rows that hold links alone join records, and are none
				CASE WHEN t.records = 0 AND t.held > 0
					THEN format('%15s', '0 of ' || ltrim(to_char(t.held, '999,999,999,999,999,990')))
					ELSE lpad(ltrim(to_char(t.records, '999,999,999,999,999,990')), 15) END,
				lpad(breachvalue.report_money(t.value_alone), 22),
				lpad(coalesce(round(t.share_of_mass, 1)::text, '0.0') || ' %', 7),
				(SELECT string_agg(CASE c.rank WHEN 7 THEN format('%s more', c.columns - 6)
							ELSE c.column_name || CASE WHEN c.classes <> ARRAY[c.column_name::text]
								THEN format(' (%s)', array_to_string(c.classes, ', ')) ELSE '' END
							END, ', ' ORDER BY c.rank)
					FROM (SELECT c.column_name, c.classes, count(*) OVER () AS columns,
								row_number() OVER (ORDER BY c.saving DESC, c.column_name) AS rank
							FROM breachvalue.column_exposure c
							WHERE c.schema_name = t.schema_name AND c.table_name = t.table_name) c
					WHERE c.rank <= 7)),
			E'\n' ORDER BY t.value_alone DESC, t.schema_name, t.table_name)
			FROM breachvalue.table_exposure t),
		(SELECT E'\nHow it is protected\n\n' || string_agg(format('  %s  %s, %s of the price is left: %s',
				rpad(format('%I.%I.%I', c.schema_name, c.table_name, c.column_name), 32), c.protection,
				CASE c.factor WHEN 1 THEN 'all' ELSE trim_scale(100 * c.factor)::text || ' %' END, c.reason),
			E'\n' ORDER BY c.factor DESC, c.schema_name, c.table_name, c.column_name)
			FROM breachvalue.column_exposure c WHERE c.protection IS NOT NULL),
		'',
		'What would save most',
		'',
		coalesce((SELECT string_agg(format('  %s. %s: saves %s %s (%s %%)', c.rank, c.change, d.currency,
					breachvalue.report_money(c.saving), round(100 * c.saving / (c.value + c.saving), 1)),
				E'\n' ORDER BY c.rank)
			FROM (SELECT row_number() OVER (ORDER BY saving DESC, change) AS rank, change, value, saving
				FROM breachvalue.report_changes()) c
			WHERE c.rank <= 3), '  nothing: no labelled column holds anything'),
		'',
		'Values of tables and savings of changes do not add up; shares of mass do. The value is',
		'what the model says an attacker would gain, not what a breach would cost. Columns',
		'without a label are not in it: breachvalue.coverage() says what they may add.')
	FROM breachvalue.database_exposure d
		JOIN breachvalue.model m ON m.name = d.model;
END;
COMMENT ON FUNCTION breachvalue.report_text() IS
'the report as plain text';

CREATE FUNCTION breachvalue.report(format text) RETURNS text
AS 'MODULE_PATHNAME', 'breachvalue_report'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.report(text) IS
'what is held, what it is worth, and what three changes would save most; the format is text';

