-- Classes that stay where they belong -------------------------------------------

CREATE FUNCTION breachvalue.keep_out() RETURNS trigger
AS 'MODULE_PATHNAME', 'breachvalue_keep_out'
LANGUAGE C COST 20;
COMMENT ON FUNCTION breachvalue.keep_out() IS
'trigger that looks for forbidden classes in what is written into a column; made by forbid';

CREATE FUNCTION breachvalue.forbid(relation regclass, column_name name, classes breachvalue.class_set,
	action text DEFAULT 'refuse') RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_forbid'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.forbid(regclass, name, breachvalue.class_set, text) IS
'keeps values of these classes out of a column from now on: refuse, or warn';

CREATE FUNCTION breachvalue.permit(relation regclass, column_name name) RETURNS void
AS 'MODULE_PATHNAME', 'breachvalue_permit'
LANGUAGE C VOLATILE CALLED ON NULL INPUT PARALLEL UNSAFE;
COMMENT ON FUNCTION breachvalue.permit(regclass, name) IS
'takes away what forbid said of a column';

-- A rule may have two triggers, of which the first is named.  What is in one that somebody made by hand is
-- shown as it is, and breaks nothing.
CREATE VIEW breachvalue.forbidden AS
SELECT n.nspname AS schema_name, c.relname AS table_name, a.attname AS column_name,
	string_to_array(btrim(g.arguments[1], '{}'), ',') AS classes,
	g.arguments[2] AS action,
	bool_and(t.tgenabled <> 'D') AS enabled,
	(array_agg(t.tgname ORDER BY t.tgname))[1] AS trigger_name
FROM pg_trigger t
	JOIN pg_class c ON c.oid = t.tgrelid
	JOIN pg_namespace n ON n.oid = c.relnamespace
	JOIN pg_depend d ON d.classid = 'pg_trigger'::regclass AND d.objid = t.oid
		AND d.refclassid = 'pg_class'::regclass AND d.refobjid = t.tgrelid AND d.refobjsubid > 0
	JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = d.refobjsubid,
	LATERAL (SELECT string_to_array(encode(t.tgargs, 'escape'), '\000') AS arguments) g
WHERE t.tgfoid = 'breachvalue.keep_out'::regproc AND t.tgparentid = 0
GROUP BY t.tgrelid, n.nspname, c.relname, a.attnum, a.attname, g.arguments;
COMMENT ON VIEW breachvalue.forbidden IS
'what may not be written where: columns with the classes that are forbidden in them, whether writes are refused or warned of, and whether the triggers are enabled';
GRANT SELECT ON breachvalue.forbidden TO PUBLIC;
